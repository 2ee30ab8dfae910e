//! Floor 2: sums of products over pointers, lengths and strides. Nothing here knows a shape.
//!
//! Two promises: the fastest product for its size, and the order of summation that `order` states, which
//! makes the bits of a result depend on its lengths alone.

#![allow(unsafe_code, reason = "kernels read and write through pointers whose extent `operand` states")]

#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod affine;
pub mod contract;
pub mod dot;
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) mod elementary;
pub mod elementwise;
pub(crate) mod factor;
pub(crate) mod generic;
pub mod native;
pub(crate) mod once;
mod one_lane;
mod operand;
pub(crate) mod order;
pub mod primitive;
pub mod product;
pub mod reduce;
#[cfg(feature = "alloc")]
pub mod reference;
pub mod terms;
mod tree;

pub use crate::axes::Axis;
pub(crate) use contract::conj::contract_conj;
pub use contract::contraction::{Contraction, contract};
pub use elementwise::map::Arith;
pub use operand::{MatMut, MatRef, VecRef};
pub use order::Order;
pub(crate) use primitive::{
    arith, arith_in_place, arith_row, axpy, batched, dot_contiguous, dot_static, has_arith, mul, update_row,
};
pub use primitive::{dot, gemv, product, product_static, sum, sum_columns, sum_rows};
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) use primitive::{has_mul_add, mul_add};
