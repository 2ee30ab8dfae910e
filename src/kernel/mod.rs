//! Floor 2: sums of products over pointers, lengths and strides. Nothing here knows a shape.
//!
//! Two promises: the fastest product for its size, and the order of summation that `order` states, which
//! makes the bits of a result depend on its lengths alone.

#![allow(unsafe_code, reason = "kernels read and write through pointers whose extent `operand` states")]

mod gemm;
pub mod generic;
pub mod operand;
pub mod order;
mod pack;
mod problem;
pub mod product;
#[cfg(feature = "alloc")]
pub mod reference;
mod short;
pub mod small;
mod tile;

pub use operand::{MatMut, MatRef, VecRef};
pub use order::Order;
pub use product::product;

use crate::scalar::Scalar;

/// Sum of products `a[i] * b[i]` over the shorter of both lengths, as `Order::Dot`.
#[inline]
pub fn dot<T: Scalar>(a: VecRef<'_, T>, b: VecRef<'_, T>) -> T {
    generic::dot(a, b)
}
