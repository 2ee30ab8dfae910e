//! Kernels in assembly for ARM processors with a floating-point unit and no vectors (Cortex-M4F and its kin).

mod dot;
pub(crate) mod elementwise;
pub(crate) mod product;

pub(crate) use dot::{MOST, dot, dot16, dots, rows16};
