//! Sine, cosine and tangent.
//!
//! ```text
//! k = the nearest whole number to x / (π/2),   r = x - k π/2,   sin r = r + r³ P(r²),   cos r = 1 - r²/2 + r⁴ Q(r²)
//! ```
//!
//! `r` in two parts: π/2 in parts so short that products with `k` are exact (Cody and Waite, Software Manual for the
//! Elementary Functions, 1980), for `x` up to some thousand turns; see `reduce` for others.

use super::float::{Bits, Float, Pair, fast_two_sum, polynomial, quotient, two_product, two_sum};

/// An angle: what is left of it, at most π/4, and the number of quarters of a turn, in its lowest bits.
pub(crate) type Reduced<T> = (Pair<T>, <T as Float>::Bits);

/// Of an angle that is neither negative nor [large](Constants::LARGE_ANGLE).
#[inline(always)]
pub(crate) fn reduce<T: Float>(x: T) -> Reduced<T> {
    let (k, n) = (x * T::INVERSE_HALF_PI).nearest();
    let [first, middle @ .., last] = T::HALF_PI_PARTS;
    let mut h = x - k * first;
    let mut l = T::ZERO;
    for part in middle {
        let (sum, rest) = two_sum(h, -(k * part));
        (h, l) = (sum, l + rest);
    }
    (fast_two_sum(h, l - k * last), n)
}

/// Of any angle that is not negative.
#[inline(always)]
pub(crate) fn reduce_any<T: Float>(x: T) -> Reduced<T> {
    if x >= T::LARGE_ANGLE { x.reduce_large() } else { reduce(x) }
}

/// Its sine, as a sum that is not rounded yet.
#[inline(always)]
fn sin_of<T: Float>((r, c): Pair<T>) -> Pair<T> {
    let z = r * r;
    (r, r * z * polynomial(z, T::SIN) + (c - T::HALF * z * c))
}

/// The same, the second number exact to half of its bits and more: for a quotient, whose error is that of both parts.
#[inline(always)]
fn sin_of_pair<T: Float>((r, c): Pair<T>) -> Pair<T> {
    let (z, z_low) = two_product(r, r);
    let (first, higher) = (T::SIN.first().copied().unwrap_or(T::ZERO), T::SIN.get(1..).unwrap_or_default());
    let (p, p_low) = fast_two_sum(first, z * polynomial(z, higher));
    let (product, low) = two_product(z, p);
    let (tail, tail_low) = two_product(r, product);
    let low = tail_low + r * (low + (z * p_low + z_low * p));
    let (h, l) = fast_two_sum(r, tail);
    (h, l + (low + (c - T::HALF * z * c)))
}

/// Its cosine, as a sum that is not rounded yet.
#[inline(always)]
fn cos_of<T: Float>((r, c): Pair<T>) -> Pair<T> {
    let z = r * r;
    let upper = r.upper();
    let (high, low) = (T::HALF * upper * upper, T::HALF * (r - upper) * (r + upper));
    let (h, l) = fast_two_sum(T::ONE, -high);
    (h, l + (z * z * polynomial(z, T::COS) - (low + r * c)))
}

/// The bit of the sign from the lowest bit but one of a number of quarters.
#[inline(always)]
fn sign<T: Float>(n: T::Bits) -> T::Bits {
    (n << (T::FRACTION + T::EXPONENT - 1)) & T::SIGN
}

/// Whether a number of quarters is odd.
#[inline(always)]
fn is_odd<T: Float>(n: T::Bits) -> bool {
    n & T::Bits::of(1) != T::Bits::of(0)
}

/// The sine.
#[inline(always)]
pub(crate) fn sin<T: Float>(x: T, reduced: Reduced<T>) -> T {
    sin_cos(x, reduced)[0]
}

/// The cosine.
#[inline(always)]
pub(crate) fn cos<T: Float>(x: T, reduced: Reduced<T>) -> T {
    sin_cos(x, reduced)[1]
}

/// Both: what is left of an angle, and the number of quarters, serve two functions.
#[inline(always)]
pub(crate) fn sin_cos<T: Float>(x: T, (r, n): Reduced<T>) -> [T; 2] {
    let (s, c) = (sin_of(r), cos_of(r));
    let (s, c, odd) = (s.0 + s.1, c.0 + c.1, is_odd::<T>(n));
    [s.or(odd, c).flip(sign::<T>(n) ^ x.sign()), c.or(odd, s).flip(sign::<T>(n + T::Bits::of(1)))]
}

/// The tangent: a quotient of two pairs.
#[inline(always)]
pub(crate) fn tan<T: Float>(x: T, (r, n): Reduced<T>) -> T {
    let (s, c) = (sin_of_pair(r), cos_of(r));
    let (s, c) = (fast_two_sum(s.0, s.1), fast_two_sum(c.0, c.1));
    let odd = is_odd::<T>(n);
    let (q, rest) = quotient((s.0.or(odd, c.0), s.1.or(odd, c.1)), (c.0.or(odd, s.0), c.1.or(odd, s.1)));
    let turned = n << (T::FRACTION + T::EXPONENT) & T::SIGN;
    (q + rest).or(x.size() < T::LAST_BIT, x.size()).flip(turned ^ x.sign())
}
