//! `einsum`: sums of products by labels. The function takes subscripts that run time knows; the macro of the same name
//! has them checked when the program is compiled.

#[cfg(feature = "alloc")]
mod error;
#[doc(hidden)]
pub mod expansion;
mod into;
mod labels;
#[cfg(feature = "macros")]
mod macros;
#[cfg(feature = "alloc")]
mod many;
#[cfg(feature = "alloc")]
mod network;
mod number;
#[cfg(feature = "alloc")]
mod path;
#[cfg(feature = "alloc")]
mod run_time;
mod typed;

#[cfg(feature = "alloc")]
pub use error::EinsumError;
#[cfg(feature = "alloc")]
pub use path::{EinsumPath, einsum_path};
#[cfg(feature = "alloc")]
pub use run_time::einsum;
