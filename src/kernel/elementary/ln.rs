//! Logarithms.
//!
//! ```text
//! x = 2^k (1 + f), 1 + f from √½ to √2,   s = f / (2 + f),   ln(1 + f) = 2 atanh(s) = f - f²/2 + s (f²/2 + s² P(s²))
//! ```
//!
//! `f²/2` is exact in its upper half, so that only the last term, which is small, rounds before the sum does. (Tang,
//! Table-driven implementation of the logarithm function, ACM TOMS 16, 1990, and Muller, Elementary Functions, chapter 11.)

use super::float::{Bits, Float, Pair, fast_two_sum, polynomial, two_sum};

/// `x = 2^k m`, with `m` from √½ to √2, of a positive number, and what `2^-k` is if `x` is not subnormal.
#[inline(always)]
pub(crate) fn parts<T: Float>(x: T) -> (T, T, T) {
    let is_small = x < T::LEAST_NORMAL;
    let (x, shift) = (x.or(is_small, x * T::ROOM.0), T::ZERO.or(is_small, T::ROOM.1));
    let low = T::ROOT_HALF.bits();
    let bits = x.bits() - low + (T::BIAS << T::FRACTION);
    let fraction = (T::Bits::of(1) << T::FRACTION) - T::Bits::of(1);
    // A whole number as the lowest bits of a float that is large.
    let k = T::of_bits((bits >> T::FRACTION) + T::WHOLE.bits()) - (T::WHOLE + T::WHOLE_BIAS);
    let inverse = ((T::BIAS << 1) << T::FRACTION) - (bits & !fraction);
    (k - shift, T::of_bits((bits & fraction) + low), T::of_bits(inverse))
}

/// `ln(1 + f + c)`, `1 + f` from √½ to √2 and `c` below its last bit, as a sum of two, the second below 0.02.
#[inline(always)]
pub(crate) fn near_one<T: Float>(f: T, c: T) -> Pair<T> {
    let s = f / (T::of(2) + f);
    let z = s * s;
    let upper = f.upper();
    let (high, low) = (T::HALF * upper * upper, T::HALF * (f - upper) * (f + upper));
    let h = f - high;
    // c / (1 + f) = c (1 - s) / (1 + s)
    let c = c * ((T::ONE - s) * (T::ONE - s * (T::ONE - s * (T::ONE - s))));
    let l = ((f - h) - high) - (low - (s * ((high + low) + z * polynomial(z, T::LN)) + c));
    (h, l)
}

/// What the logarithm of `x` is if that of its size is `y`, and those of 0, infinity, negative numbers and NaN.
#[inline(always)]
fn special<T: Float>(x: T, y: T) -> T {
    let y = T::NAN.or(x > T::ZERO, y);
    y.or(x == T::INFINITY, x).or(x == T::ZERO, -T::INFINITY)
}

/// `k ln 2 + ln(1 + f + c)`.
#[inline(always)]
pub(crate) fn sum<T: Float>(k: T, f: T, c: T) -> T {
    let (h, l) = near_one(f, c);
    let (h, rest) = fast_two_sum(k * T::LN_2.0, h);
    h + (rest + (l + k * T::LN_2.1))
}

/// The natural logarithm.
#[inline(always)]
pub(crate) fn ln<T: Float>(x: T) -> T {
    let (k, m, _) = parts(x);
    special(x, sum(k, m - T::ONE, T::ZERO))
}

/// `ln(1 + x)`.
#[inline(always)]
pub(crate) fn ln_1p<T: Float>(x: T) -> T {
    let (one, c) = two_sum(T::ONE, x);
    let (k, m, inverse) = parts(one);
    // (From so many on `c` is nothing, and may not be a number.)
    let c = (c * inverse).or(one > T::HUGE, T::ZERO);
    let y = special(one, sum(k, m - T::ONE, c));
    y.or(x.size() < T::LAST_BIT, x)
}

/// `k scale + ln(x) base`, each factor in two parts of which the first has no more than half of the bits.
#[inline(always)]
fn to_base<T: Float>(x: T, scale: Pair<T>, base: Pair<T>) -> T {
    let (k, m, _) = parts(x);
    let (h, l) = near_one(m - T::ONE, T::ZERO);
    let upper = h.upper();
    let lower = (h - upper) + l;
    let (h, rest) = fast_two_sum(k * scale.0, upper * base.0);
    let low = k * scale.1 + (lower * base.0 + (upper + lower) * base.1);
    special(x, h + (rest + low))
}

/// The logarithm to base 2.
#[inline(always)]
pub(crate) fn log2<T: Float>(x: T) -> T {
    to_base(x, (T::ONE, T::ZERO), T::INVERSE_LN_2_UPPER)
}

/// The logarithm to base 10.
#[inline(always)]
pub(crate) fn log10<T: Float>(x: T) -> T {
    to_base(x, T::LOG10_2, T::INVERSE_LN_10_UPPER)
}
