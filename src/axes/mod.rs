//! Floor 0: the axes of strided operands, without a shape or an element: merged where they are one axis in memory, and
//! walked through.
//!
//! Who goes through the memory of an array goes through it by these: copies, kernels, iterators of planes. A list
//! ([`Axes`]) is of up to three operands at a time, whose strides are called `c`, `a` and `b` as those of `C = A · B`; a
//! [`Plan`] is of any number of operands of one shape, in rows of planes.
//!
//! Everything here is total: no number of axes and no stride leads to a panic.

mod axis;
mod list;
mod plan;

pub use axis::Axis;
pub(crate) use axis::for_each;
pub(crate) use axis::{as_one, as_one_of, len, place};
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) use list::first_mut;
pub(crate) use list::{Axes, first};
pub(crate) use plan::{Plan, moved};
