//! conformable
#![cfg_attr(not(feature = "std"), no_std)]
#[cfg(feature = "alloc")]
extern crate alloc;

#[doc(hidden)]
pub mod kernel;
pub mod scalar;
#[doc(hidden)]
pub mod simd;
pub use scalar::Scalar;
