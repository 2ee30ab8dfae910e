//! Floor 5: other crates' traits for arrays, one file and one feature each.

#[cfg(feature = "approx-05")]
mod approx;
#[cfg(feature = "bytemuck")]
mod bytemuck;
#[cfg(feature = "defmt")]
mod defmt;
#[cfg(feature = "npy")]
mod npy;
#[cfg(feature = "rand-010")]
mod rand;
#[cfg(feature = "serde")]
mod serde;

#[cfg(feature = "npy")]
pub use npy::NpyError;
