//! Pages without code.

#[doc = include_str!("numpy.md")]
pub mod numpy {}
