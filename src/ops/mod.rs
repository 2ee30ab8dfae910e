//! Floor 3: the operations, one file of its NumPy name each.

mod constant;
#[cfg(any(feature = "std", feature = "libm"))]
mod cosine_similarity;
#[cfg(any(feature = "std", feature = "libm"))]
mod distance;
mod dot;
pub(crate) mod einsum;
mod inner;
mod inner_compensated;
mod inner_wide;
mod matmul;
mod matvec;
#[cfg(feature = "alloc")]
mod multi_dot;
#[cfg(any(feature = "std", feature = "libm"))]
mod norm;
mod operand;
mod pairs;
mod plane;
mod product;
mod rows;
mod squared;
mod stack;
mod vecdot;
mod vecmat;

#[cfg(feature = "alloc")]
pub use multi_dot::{Chain, ChainOperand, MultiDot, multi_dot};
#[cfg(any(feature = "std", feature = "libm"))]
pub use norm::NormIntoOutcome;
pub use operand::{Factor, Operand, SameElement};
pub use pairs::RowsIntoOutcome;
pub use product::IntoOutcome;
