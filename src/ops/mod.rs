//! Floor 3: the operations, one file of its NumPy name each.

mod dot;
mod inner;
mod matmul;
mod matvec;
mod operand;
mod plane;
mod product;
mod rows;
mod stack;
mod vecdot;
mod vecmat;

pub use operand::{Factor, Operand, SameElement};
pub use product::IntoOutcome;
