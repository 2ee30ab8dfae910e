//! Floor 5: other crates' types, and their traits for arrays, one file and one feature each.

#[cfg(any(feature = "glam-034", feature = "mint-05", feature = "nalgebra-035"))]
#[macro_use]
mod convert;

#[cfg(feature = "approx-05")]
mod approx;
#[cfg(feature = "arbitrary-1")]
mod arbitrary;
#[cfg(feature = "bytemuck")]
mod bytemuck;
#[cfg(feature = "defmt")]
mod defmt;
#[cfg(feature = "encase-013")]
mod encase;
#[cfg(feature = "glam-034")]
mod glam;
#[cfg(feature = "mint-05")]
mod mint;
#[cfg(feature = "nalgebra-035")]
mod nalgebra;
#[cfg(feature = "ndarray-017")]
mod ndarray;
#[cfg(feature = "npy")]
mod npy;
#[cfg(feature = "proptest-1")]
pub mod proptest;
#[cfg(feature = "rand-010")]
mod rand;
#[cfg(feature = "safetensors-08")]
pub mod safetensors;
#[cfg(feature = "serde")]
mod serde;
#[cfg(any(feature = "nalgebra-035", feature = "ndarray-017"))]
mod strided;

#[cfg(feature = "nalgebra-035")]
pub use nalgebra::{NalgebraAxis, NalgebraShape};
#[cfg(feature = "npy")]
pub use npy::NpyError;
