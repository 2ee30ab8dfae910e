//! Products over any axes: those of `tensordot` and `einsum`, rows against rows, sums in a wider type.

pub mod compensated;
pub(crate) mod conj;
pub(crate) mod contraction;
pub(crate) mod einsum;
pub(crate) mod gather;
pub(crate) mod rows;
pub(crate) mod wide;
pub mod widen;
