//! Products of matrices: by the order of their sums, their lengths and the instruction set, a kernel for each.

pub mod batched;
#[cfg(feature = "alloc")]
pub mod chain;
pub(crate) mod constant;
pub mod dispatch;
pub mod fused;
pub(crate) mod gemm;
pub mod gemv;
pub(crate) mod pack;
pub(crate) mod pairs;
pub(crate) mod panel;
#[cfg(feature = "rayon")]
pub(crate) mod parallel;
pub(crate) mod problem;
pub(crate) mod short;
pub mod small;
pub(crate) mod tile;
pub(crate) mod untiled;
