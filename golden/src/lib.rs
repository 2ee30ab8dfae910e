//! Digests of the bits of results, and the numbers that they are on every target.
//!
//! What computes them is one module, which `tests/golden.rs` takes by its path: so the tests of the crate need no other.

#![no_std]

mod golden;

pub use golden::*;
