//! Kernels, called by hand on every path that the CPU has, against the reference. Those of matrix products, which take
//! longest, are in `kernel_product.rs`; the package `golden/` has both programs, too.

mod accuracy;
mod bounds;
#[path = "../common/mod.rs"]
mod common;
mod contract;
mod dot;
mod elementwise;
mod fused;
mod gemv;
#[cfg(all(unix, feature = "alloc"))]
mod guarded;
mod numbers;
#[cfg(all(unix, feature = "alloc"))]
mod panel;
mod reduce;
mod registers;
mod simd;
mod widen;
