//! Powers of e and of 2.
//!
//! ```text
//! k = the nearest whole number to x / ln 2,   r = x - k ln 2,   e^x = 2^k e^r,   e^r = 1 + r + r²/2 + r³ P(r)
//! ```
//!
//! `r` in two parts, whose second meets the sum last, as what `1 + r` rounds off does: the result has one rounding of its own
//! size. (Tang, Table-driven implementation of the exponential function, ACM TOMS 15, 1989, without the table.)

use super::float::{Bits, Float, Pair, fast_two_sum, polynomial, two_sum};

/// `x = n ln 2 + r + c`, `|r|` up to ½ ln 2 and `c` what it rounds off.
#[inline(always)]
fn reduce<T: Float>(x: T) -> (Pair<T>, T::Bits) {
    let (k, n) = (x * T::INVERSE_LN_2).nearest();
    let (high, low) = (x - k * T::LN_2.0, k * T::LN_2.1);
    let r = high - low;
    ((r, (high - r) - low), n)
}

/// e to the power of `x`.
#[inline(always)]
pub(crate) fn exp<T: Float>(x: T) -> T {
    let ((r, c), n) = reduce(x.within(T::EXP_RANGE.0, T::EXP_RANGE.1));
    let (h, l) = fast_two_sum(T::ONE, r);
    let tail = r * r * (T::HALF + r * polynomial(r, T::EXP));
    (h + (l + (tail + (c + c * r)))).scaled(n)
}

/// `e^x = 2^n (h + l)`, with `h` in 0.7 to 1.42 and `l` below 0.01, for what is made of it: `r²/2` is exact in its upper half;
/// `x` is in the range of results, or NaN.
#[inline(always)]
pub(crate) fn parts<T: Float>(x: T) -> (Pair<T>, T::Bits) {
    let ((r, c), n) = reduce(x);
    let upper = r.upper();
    let (high, low) = (T::HALF * upper * upper, T::HALF * (r - upper) * (r + upper));
    let (sum, rest) = fast_two_sum(T::ONE, r);
    let (h, l) = fast_two_sum(sum, high);
    ((h, rest + l + (low + r * r * r * polynomial(r, T::EXP) + (c + c * r))), n)
}

/// 2 to the power of `x + rest`, `x` in the range of results, or NaN, and `rest` below its last bit.
#[inline(always)]
pub(crate) fn exp2_of<T: Float>(x: T, rest: T) -> T {
    let (k, n) = x.nearest();
    let (r, c) = fast_two_sum(x - k, rest);
    // r ln 2, its largest part exact.
    let upper = r.upper();
    let (h, l) = fast_two_sum(T::ONE, upper * T::LN_2_UPPER.0);
    let low = (r - upper) * T::LN_2_UPPER.0 + (r * T::LN_2_UPPER.1 + (c + c * r) * T::LN_2_UPPER.0);
    (h + (l + (r * r * polynomial(r, T::EXP2) + low))).scaled(n)
}

/// 2 to the power of `x`.
#[inline(always)]
pub(crate) fn exp2<T: Float>(x: T) -> T {
    exp2_of(x.within(T::EXP2_RANGE.0, T::EXP2_RANGE.1), T::ZERO)
}

/// `e^x - 1`, whose size is above the last bit of 1: a sum that is not rounded yet, and a power of 2, less one, to multiply
/// it with.
#[inline(always)]
pub(crate) fn exp_m1_parts<T: Float>(x: T) -> (Pair<T>, T::Bits) {
    let ((h, l), n) = parts(x);
    // Half of each, so that none overflows.
    let n = n - T::Bits::of(1);
    let scale = T::power_of_two(n);
    let (sum, rest) = two_sum(h * scale, -T::HALF);
    ((sum, rest + l * scale), n)
}

/// `e^x - 1`.
#[inline(always)]
pub(crate) fn exp_m1<T: Float>(x: T) -> T {
    let ((h, l), _) = exp_m1_parts(x.within(-T::EXP_M1_LEAST, T::EXP_RANGE.1));
    let sum = h + l;
    (sum + sum).or(x.size() < T::LAST_BIT, x)
}
