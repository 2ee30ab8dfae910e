//! Cube roots, and the length of a vector of two numbers.
//!
//! ```text
//! cbrt: x = 2^3j m, y = P(m) ∛2^i by one step of Newton's, and a last one whose m - y³ is exact
//! hypot: t = x² + y² in two parts, s = √t, s + (t - s²) / 2s
//! ```

use super::float::{Float, Pair, fast_two_sum, polynomial, two_product};
use super::ln;

/// The cube root.
#[inline(always)]
pub(crate) fn cbrt<T: Float>(x: T) -> T {
    let a = x.size();
    let (k, m, _) = ln::parts(a);
    let (j, n) = (k * T::THIRD).nearest();
    let i = k - T::of(3) * j;
    let choose = |below: T, one: T, above: T| one.or(i < T::ZERO, below).or(i > T::ZERO, above);
    let y = polynomial(m, T::CBRT) * choose(T::CBRT_2.0, T::ONE, T::CBRT_2.1);
    let m = m * choose(T::HALF, T::ONE, T::of(2));
    let square = y * y;
    let y = y - (y * square - m) / (T::of(3) * square);
    let (square, rest) = two_product(y, y);
    let (cube, low) = two_product(square, y);
    let y = y + ((m - cube) - (low + rest * y)) / (T::of(3) * square);
    let y = (y * T::power_of_two(n)).flip(x.sign());
    // (Of 0, infinity and NaN they are themselves.)
    x.or((a > T::ZERO) & (a < T::INFINITY), y)
}

/// `√(h + l)` as a pair; of 0, 0.
#[inline(always)]
pub(crate) fn root_of_pair<T: Float>((h, l): Pair<T>) -> Pair<T> {
    let root = h.root();
    let (square, rest) = two_product(root, root);
    (root, ((h - square) - rest + l) / (root + root + T::LEAST_NORMAL))
}

/// What both are multiplied with, so that their squares are in range, and the inverse of that: powers of 2, by the larger.
#[inline(always)]
pub(crate) fn scales<T: Float>(larger: T) -> Pair<T> {
    let (is_small, is_large) = (larger < T::SQUARES.0, larger > T::SQUARES.1);
    let choose = |small: T, large: T| T::ONE.or(is_small, small).or(is_large, large);
    (choose(T::SCALES.0, T::SCALES.1), choose(T::SCALES.2, T::SCALES.3))
}

/// `√(x² + y²)`.
#[inline(always)]
pub(crate) fn hypot<T: Float>(x: T, y: T) -> T {
    let (a, b) = (x.size(), y.size());
    let (a, b) = (b.or(a > b, a), a.or(a > b, b));
    let is_infinite = (a == T::INFINITY) | (b == T::INFINITY);
    let (scale, back) = scales(a);
    let (a, b) = (a * scale, b * scale);
    let ((p, p_rest), (q, q_rest)) = (two_product(a, a), two_product(b, b));
    let (sum, rest) = fast_two_sum(p, q);
    let (root, low) = root_of_pair((sum, rest + (p_rest + q_rest)));
    ((root + low) * back).or(is_infinite, T::INFINITY)
}
