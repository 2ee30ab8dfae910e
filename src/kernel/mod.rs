//! Floor 2: sums of products over pointers, lengths and strides. Nothing here knows a shape.
//!
//! Two promises: the fastest product for its size, and the order of summation that `order` states, which
//! makes the bits of a result depend on its lengths alone.

#![allow(unsafe_code, reason = "kernels read and write through pointers whose extent `operand` states")]

pub mod generic;
pub mod operand;
pub mod order;
#[cfg(feature = "alloc")]
pub mod reference;

pub use operand::{MatMut, MatRef, VecRef};
pub use order::Order;

use crate::scalar::Scalar;

/// Sum of products `a[i] * b[i]` over the shorter of both lengths, as `Order::Dot`.
#[inline]
pub fn dot<T: Scalar>(a: VecRef<'_, T>, b: VecRef<'_, T>) -> T {
    generic::dot(a, b)
}

/// C = A · B with A (M, K), B (K, N), C (M, N), any strides; `C` is written and never read.
///
/// `order` is [`Order::of`] the whole operation of which this product is a part.
#[inline]
pub fn product<T: Scalar>(order: Order, c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    generic::product(order, c, a, b);
}
