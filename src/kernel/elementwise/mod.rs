//! Element by element.

pub mod map;
pub(crate) mod walk;
