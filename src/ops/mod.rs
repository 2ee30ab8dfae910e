//! Floor 3: the operations, one file of its NumPy name each.

mod around;
mod cast;
mod clamp;
mod classify;
mod constant;
#[cfg(any(feature = "std", feature = "libm"))]
mod cosine_similarity;
#[cfg(any(feature = "std", feature = "libm"))]
mod distance;
mod dot;
mod dot_wide;
mod each;
pub(crate) mod einsum;
mod elementwise;
#[cfg(any(feature = "std", feature = "libm"))]
mod functions;
mod inner;
mod inner_compensated;
mod inner_wide;
mod kron;
mod map;
mod matmul;
mod matmul_wide;
mod matvec;
#[cfg(feature = "alloc")]
mod multi_dot;
#[cfg(any(feature = "std", feature = "libm"))]
mod norm;
mod operand;
mod outer;
mod pairs;
mod plane;
mod product;
#[cfg(any(feature = "std", feature = "libm"))]
mod rounding;
mod rows;
mod sign;
mod squared;
mod stack;
mod tensordot;
mod trace;
mod vdot;
mod vecdot;
mod vecmat;
mod wide;
mod zip_map;

pub use around::AxisIntoOutcome;
#[cfg(any(feature = "std", feature = "libm"))]
pub use around::{AlongOutcome, PairIntoOutcome};
pub use elementwise::{AssignOutcome, ElementwiseIntoOutcome};
pub use kron::KronAsCheck;
pub use map::MapIntoOutcome;
#[cfg(feature = "alloc")]
pub use multi_dot::{Chain, ChainOperand, MultiDot, MultiDotInto, multi_dot, multi_dot_into};
#[cfg(any(feature = "std", feature = "libm"))]
pub use norm::{NormIntoOutcome, NormalizeIntoOutcome};
pub use operand::{Factor, Operand, SameElement};
pub use pairs::RowsIntoOutcome;
pub use product::IntoOutcome;
