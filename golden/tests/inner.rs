//! `inner` in all forms, which differ in the order of summation: tests of the crate that need nothing but the crate.

#[path = "../../tests/common/mod.rs"]
mod common;
#[path = "../../tests/products/constant.rs"]
mod constant;
#[path = "../../tests/products/inner.rs"]
mod inner;
#[path = "../../tests/products/inner_compensated.rs"]
mod inner_compensated;
