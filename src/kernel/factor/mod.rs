//! Factorisations of one matrix in contiguous rows, and what is solved by them. Safe code, but for the casts of the front
//! door: what lies outside a matrix reads as zero and is not written, so that nothing here panics.

#[cfg(any(feature = "std", feature = "libm"))]
mod bidiagonal;
#[cfg(any(feature = "std", feature = "libm"))]
mod block;
#[cfg(any(feature = "std", feature = "libm"))]
mod chain;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod cholesky;
pub(crate) mod cofactors;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod det;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod eigh;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod front;
#[cfg(any(feature = "std", feature = "libm"))]
mod givens;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod householder;
#[cfg(any(feature = "std", feature = "libm"))]
mod jacobi;
#[cfg(any(feature = "std", feature = "libm"))]
mod known;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod ldlt;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod lu;
#[cfg(any(feature = "std", feature = "libm"))]
mod one_sided;
#[cfg(any(feature = "std", feature = "libm"))]
mod ordered;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod pivoted;
#[cfg(any(feature = "std", feature = "libm"))]
mod ql;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod rcond;
#[cfg(any(feature = "std", feature = "libm"))]
mod rows;
#[cfg(any(feature = "std", feature = "libm"))]
mod scale;
#[cfg(any(feature = "std", feature = "libm"))]
mod small;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod substitute;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod svd;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod triangular;
#[cfg(any(feature = "std", feature = "libm"))]
mod tridiagonal;
#[cfg(any(feature = "std", feature = "libm"))]
mod unfinished;
#[cfg(any(feature = "std", feature = "libm"))]
mod zero_shift;

#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) use known::Known;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) use rows::{Rows, RowsRef};
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) use unfinished::Unfinished;
