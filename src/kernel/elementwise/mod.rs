//! Element by element.

pub(crate) mod arith;
pub mod map;
pub(crate) mod walk;
