//! `Compensated`: floats whose sums can be made in twice their precision.

use super::Scalar;

mod sealed {
    pub trait Sealed {}
    impl Sealed for f32 {}
    impl Sealed for f64 {}
}

/// A float whose rounding errors can be summed beside it: `f32` and `f64`. Sealed.
#[diagnostic::on_unimplemented(
    message = "sums of `{Self}` cannot be compensated",
    label = "expected `f32` or `f64`",
    note = "sums of integers have no rounding errors; `inner_wide` keeps them from wrapping around"
)]
pub trait Compensated: Scalar + sealed::Sealed {}
#[diagnostic::do_not_recommend]
impl Compensated for f32 {}
#[diagnostic::do_not_recommend]
impl Compensated for f64 {}
