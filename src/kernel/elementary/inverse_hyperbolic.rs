//! Inverse hyperbolic functions.
//!
//! ```text
//! asinh a = ln(a + √(a² + 1)),   acosh x = ln(x + √(x² - 1)),   atanh a = ½ ln((1 + a)/(1 - a))
//! ```
//!
//! Their arguments as pairs, so that what cancels below 1/100 is exact enough there; below that the first two terms of their
//! series.

use super::float::{Float, Pair, fast_two_sum, quotient, two_product, two_sum};
use super::ln;
use super::root::root_of_pair;

/// `ln(2^n (h + l))`.
#[inline(always)]
fn ln_of<T: Float>(n: T, (h, l): Pair<T>) -> T {
    let (h, l) = fast_two_sum(h, l);
    let (k, m, inverse) = ln::parts(h);
    ln::sum(k + n, m - T::ONE, (l * inverse).or(h >= T::HUGE, T::ZERO))
}

/// `ln(x + √(x² ± 1))`, of `x` that is not negative; of a large one `ln 2x`.
#[inline(always)]
fn ln_of_root<T: Float>(x: T, one: T) -> T {
    let is_large = x > T::HALF * T::HUGE;
    let (square, rest) = two_product(x.or(is_large, T::ONE), x.or(is_large, T::ONE));
    let (sum, low) = two_sum(square, one);
    let (root, root_rest) = root_of_pair((sum, low + rest));
    let (sum, low) = two_sum(x, root);
    ln_of(T::ZERO.or(is_large, T::ONE), (sum.or(is_large, x), (low + root_rest).or(is_large, T::ZERO)))
}

/// The inverse hyperbolic sine.
#[inline(always)]
pub(crate) fn asinh<T: Float>(x: T) -> T {
    let a = x.size();
    let y = ln_of_root(a, T::ONE);
    let y = y.or(a < T::SERIES, a - a * a * a * T::SIXTH);
    // (Of infinity and NaN they are themselves.)
    a.or(a < T::INFINITY, y).flip(x.sign())
}

/// The inverse hyperbolic cosine.
#[inline(always)]
pub(crate) fn acosh<T: Float>(x: T) -> T {
    let y = ln_of_root(x, -T::ONE).or(x == T::INFINITY, x);
    T::NAN.or(x >= T::ONE, y)
}

/// The inverse hyperbolic tangent.
#[inline(always)]
pub(crate) fn atanh<T: Float>(x: T) -> T {
    let a = x.size();
    let y = T::HALF * ln_of(T::ZERO, quotient(two_sum(T::ONE, a), two_sum(T::ONE, -a)));
    let y = y.or(a < T::SERIES, a + a * a * a * T::THIRD).or(a == T::ONE, T::INFINITY);
    T::NAN.or(a <= T::ONE, y).flip(x.sign())
}
