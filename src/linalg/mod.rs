//! Floor 4: linear algebra. Systems of equations and factorisations, one file for each operation of its NumPy name.
//!
//! A result is made in memory that holds it, and what the algorithm destroys is a copy of the operand. Both are contiguous,
//! so that each matrix of a stack is a slice, which the kernels of `kernel::factor` get. Nothing here is unsafe.

mod adjugate;
#[cfg(any(feature = "std", feature = "libm"))]
mod cholesky;
#[cfg(any(feature = "std", feature = "libm"))]
mod cond_ord;
mod cross;
#[cfg(any(feature = "std", feature = "libm"))]
mod det;
#[cfg(any(feature = "std", feature = "libm"))]
mod eigh;
#[cfg(any(feature = "std", feature = "libm"))]
mod inv;
mod items;
#[cfg(any(feature = "std", feature = "libm"))]
mod ldlt;
#[cfg(any(feature = "std", feature = "libm"))]
mod lstsq;
#[cfg(any(feature = "std", feature = "libm"))]
mod lu;
#[cfg(any(feature = "std", feature = "libm"))]
mod matrix_norm;
mod matrix_power;
#[cfg(any(feature = "std", feature = "libm"))]
mod matrix_rank;
#[cfg(any(feature = "std", feature = "libm"))]
mod pinv;
#[cfg(any(feature = "std", feature = "libm"))]
mod qr;
#[cfg(any(feature = "std", feature = "libm"))]
mod rcond;
#[cfg(any(feature = "std", feature = "libm"))]
mod solve;
#[cfg(any(feature = "std", feature = "libm"))]
mod solve_triangular;
#[cfg(any(feature = "std", feature = "libm"))]
mod svd;
#[cfg(any(feature = "std", feature = "libm"))]
mod systems;

#[cfg(any(feature = "std", feature = "libm"))]
pub use cholesky::Cholesky;
#[cfg(any(feature = "std", feature = "libm"))]
pub use det::{Slogdet, SlogdetIntoOutcome};
#[cfg(any(feature = "std", feature = "libm"))]
pub use eigh::{Eigh, EighIntoOutcome};
#[cfg(any(feature = "std", feature = "libm"))]
pub use ldlt::{Inertia, Ldlt};
#[cfg(any(feature = "std", feature = "libm"))]
pub use lstsq::{Lstsq, LstsqIntoOutcome, LstsqOutcome, SvdLstsqOutcome};
#[cfg(any(feature = "std", feature = "libm"))]
pub use lu::Lu;
#[cfg(any(feature = "std", feature = "libm"))]
pub use matrix_norm::MatrixNorm;
#[cfg(any(feature = "std", feature = "libm"))]
pub use matrix_rank::{FromSingularValues, TryEach};
#[cfg(any(feature = "std", feature = "libm"))]
pub use qr::{PivotedQr, QAs, Qr, QrLstsqOutcome, RAs, TurnedOutcome};
#[cfg(any(feature = "std", feature = "libm"))]
pub use solve::{SolveIntoOutcome, SolveOutcome, Solved, TryIntoOutcome, TrySolved};
#[cfg(any(feature = "std", feature = "libm"))]
pub use svd::{Svd, SvdAs, SvdAsOutcome, SvdFull, SvdIntoOutcome, SvdvalsAsOutcome};
