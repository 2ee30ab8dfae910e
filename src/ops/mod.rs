//! Floor 3: the operations, one file of its NumPy name each.

#[cfg(any(feature = "std", feature = "libm"))]
mod cosine_similarity;
#[cfg(any(feature = "std", feature = "libm"))]
mod distance;
pub(crate) mod einsum;
mod inner;
#[cfg(any(feature = "std", feature = "libm"))]
mod norm;
mod operand;
mod pairs;
mod rows;
mod squared;

pub use inner::IntoOutcome;
#[cfg(any(feature = "std", feature = "libm"))]
pub use norm::NormIntoOutcome;
pub use operand::{Factor, Operand, SameElement};
pub use pairs::RowsIntoOutcome;
