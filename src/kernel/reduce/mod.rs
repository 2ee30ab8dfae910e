//! Operations along an axis, and on all elements.

pub(crate) mod along;
pub(crate) mod elements;
pub(crate) mod fold;
pub mod matrix;
pub(crate) mod mean;
pub(crate) mod min_max;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod norm;
pub(crate) mod quantile;
pub(crate) mod rescaled;
pub(crate) mod short_rows;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod softmax;
pub(crate) mod sort;
pub(crate) mod squared;
pub(crate) mod sum;
pub(crate) mod var;
