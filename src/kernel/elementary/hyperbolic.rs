//! Hyperbolic functions, and the logistic function.
//!
//! ```text
//! sinh a = a + a³ P(a²) up to 1, and (e^a - e^-a)/2 beyond;   cosh a = (e^a + e^-a)/2
//! tanh a = m / (m + 2), m = e^2a - 1;   sigmoid x = 1 / (1 + e^-x)
//! ```
//!
//! Powers and quotients as pairs, which are rounded once, at the end.

use super::exp::{exp_m1_parts, parts};
use super::float::{Bits, Float, Pair, fast_two_sum, polynomial, quotient, two_sum};

/// `e^a = 2^n p` and `e^-a = 2^n q`, of `a` that is not negative: `p`, `q` and `n`. (A `q` too small to matter is 0.)
#[inline(always)]
fn powers<T: Float>(a: T) -> (Pair<T>, Pair<T>, T::Bits) {
    let ((h, l), n) = parts(a.within(T::ZERO, T::EXP_RANGE.1 + T::ONE));
    let p = fast_two_sum(h, l);
    let (q, rest) = quotient((T::ONE, T::ZERO), p);
    let scale = T::power_of_two(T::Bits::of(0) - (n << 1)).or(a > T::EXP_M1_LEAST, T::ZERO);
    (p, (q * scale, rest * scale), n)
}

/// The hyperbolic sine.
#[inline(always)]
pub(crate) fn sinh<T: Float>(x: T) -> T {
    let a = x.size();
    let (p, q, n) = powers(a);
    let (sum, rest) = fast_two_sum(p.0, -q.0);
    let large = (sum + (rest + (p.1 - q.1))).scaled(n - T::Bits::of(1));
    let square = a * a;
    large.or(a <= T::ONE, a + a * square * polynomial(square, T::SINH)).flip(x.sign())
}

/// The hyperbolic cosine.
#[inline(always)]
pub(crate) fn cosh<T: Float>(x: T) -> T {
    let (p, q, n) = powers(x.size());
    let (sum, rest) = fast_two_sum(p.0, q.0);
    (sum + (rest + (p.1 + q.1))).scaled(n - T::Bits::of(1))
}

/// The hyperbolic tangent.
#[inline(always)]
pub(crate) fn tanh<T: Float>(x: T) -> T {
    let a = x.size().within(T::ZERO, T::EXP_M1_LEAST);
    // Half of e^2a - 1.
    let ((h, l), _) = exp_m1_parts(a + a);
    let half = fast_two_sum(h, l);
    let (sum, rest) = two_sum(T::ONE, half.0);
    let (q, low) = quotient(half, (sum, rest + half.1));
    (q + low).or(a < T::LAST_BIT, a).flip(x.sign())
}

/// The logistic function.
#[inline(always)]
pub(crate) fn sigmoid<T: Float>(x: T) -> T {
    let a = x.size();
    let ((h, l), n) = parts((-a).within(T::EXP_RANGE.0, T::ZERO));
    let p = fast_two_sum(h, l);
    let scale = T::power_of_two(n).or(a > T::EXP_M1_LEAST, T::ZERO);
    let (sum, rest) = two_sum(T::ONE, p.0 * scale);
    let is_negative = x < T::ZERO;
    let top = (T::ONE.or(is_negative, p.0), T::ZERO.or(is_negative, p.1));
    let (q, low) = quotient(top, (sum, rest + p.1 * scale));
    let y = q + low;
    y.or(is_negative, y.scaled(n))
}
