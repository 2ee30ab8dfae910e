//! Floor 3: the operations, one file of its NumPy name each.

pub(crate) mod einsum;
mod inner;
mod operand;
mod rows;

pub use inner::IntoOutcome;
pub use operand::{Factor, Operand, SameElement};
