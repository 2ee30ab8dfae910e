//! Sums of products: one module for each operation, by its NumPy name.

#[path = "../common/mod.rs"]
mod common;
mod constant;
mod dot;
mod einsum;
mod einsum_by_hand;
mod einsum_macro;
mod einsum_scope;
mod generic;
mod inner;
mod inner_compensated;
mod matmul;
mod matmul_wide;
mod multi_dot;
mod products;
mod short_rows;
mod tensordot;
mod trace;
mod vecdot;
