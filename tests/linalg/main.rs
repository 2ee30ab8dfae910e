//! Linear algebra: systems of equations and factorisations.
#![cfg(any(feature = "std", feature = "libm"))]

mod answers;
mod bits;
mod cholesky;
#[path = "../common/mod.rs"]
mod common;
mod cross;
mod decompositions;
mod exact;
mod into;
mod ldlt;
mod lu;
mod matrices;
mod numpy;
mod ratios;
mod rcond;
mod solve;
mod special;
