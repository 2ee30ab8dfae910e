//! Floor 5: other crates' traits for arrays, one file and one feature each.

#[cfg(feature = "approx-05")]
mod approx;
#[cfg(feature = "arbitrary-1")]
mod arbitrary;
#[cfg(feature = "bytemuck")]
mod bytemuck;
#[cfg(feature = "defmt")]
mod defmt;
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

#[cfg(feature = "npy")]
pub use npy::NpyError;
