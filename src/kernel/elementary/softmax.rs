//! What `softmax` and its logarithm make of an element, the largest one beside it, and a sum.

use super::exp::exp;
use super::float::Float;

/// `e^(x - largest)`
#[inline(always)]
pub(crate) fn power<T: Float>(x: T, largest: T) -> T {
    exp(x - largest)
}

/// `power / sum`
#[inline(always)]
pub(crate) fn share<T: Float>(power: T, sum: T) -> T {
    power / sum
}

/// `(x - largest) - ln_sum`
#[inline(always)]
pub(crate) fn log_share<T: Float>(x: T, largest: T, ln_sum: T) -> T {
    (x - largest) - ln_sum
}
