//! Arcsine, arccosine and arctangent.
//!
//! ```text
//! asin a = a + a³ P(a²) up to ½, and π/2 - 2 asin √((1 - a)/2) beyond
//! atan a = b + atan t:   t = a, b = 0 up to tan π/8;   t = (a - 1)/(a + 1), b = π/4;   t = -1/a, b = π/2 from tan 3π/8 on
//! ```
//!
//! What the root and the quotient round off is kept. (Muller, Elementary Functions, chapters 10 and 11.)

use super::float::{Float, Pair, fast_two_sum, polynomial, quotient, two_sum};
use super::root::scales;

/// `asin` of `a` up to ½, and of `√((1 - a)/2)` beyond, as a sum that is not rounded yet.
#[inline(always)]
fn asin_part<T: Float>(a: T, is_large: bool) -> Pair<T> {
    let z = (a * a).or(is_large, T::HALF * (T::ONE - a));
    let root = z.root();
    let s = a.or(is_large, root);
    let tail = s * z * polynomial(z, T::ASIN);
    let upper = root.upper();
    // (The least number keeps 0 from being divided by itself.)
    let rest = (z - upper * upper) / (root + upper + T::LEAST_NORMAL);
    (s.or(is_large, upper), tail.or(is_large, tail + rest))
}

/// The arcsine.
#[inline(always)]
pub(crate) fn asin<T: Float>(x: T) -> T {
    let a = x.size();
    let is_large = a > T::HALF;
    let (h, l) = asin_part(a, is_large);
    let (sum, rest) = fast_two_sum(T::HALF_PI.0, -(h + h));
    (h + l).or(is_large, sum + (rest + (T::HALF_PI.1 - (l + l)))).flip(x.sign())
}

/// The arccosine.
#[inline(always)]
pub(crate) fn acos<T: Float>(x: T) -> T {
    let a = x.size();
    let (is_large, is_negative) = (a > T::HALF, x < T::ZERO);
    let (h, l) = asin_part(a, is_large);
    // π/2 - asin x, or 2 asin(..), or π less that.
    let (h, l) = (h.or(is_large, h + h), l.or(is_large, l + l));
    let sign = if is_large == is_negative { T::SIGN } else { T::ZERO.bits() };
    let base = |of: T| of.or(is_large, (of + of).or(!is_negative, T::ZERO));
    let (h, l) = (h.flip(sign ^ T::SIGN ^ T::SIGN), l.flip(sign));
    let (sum, rest) = fast_two_sum(base(T::HALF_PI.0), h);
    sum + (rest + (base(T::HALF_PI.1) + l))
}

/// `atan(a)` of `a = n / d`, neither negative, `d` not 0, as a sum that is not rounded yet.
#[inline(always)]
fn atan_of<T: Float>(n: T, d: T) -> Pair<T> {
    let (is_small, is_large) = (n <= d * T::TAN_EIGHTH_PI, n * T::TAN_EIGHTH_PI >= d);
    let (sum, difference) = (two_sum(n, d), two_sum(n, -d));
    let choose = |small: T, middle: T, large: T| middle.or(is_small, small).or(is_large, large);
    let top = (choose(n, difference.0, -d), choose(T::ZERO, difference.1, T::ZERO));
    let bottom = (choose(d, sum.0, n), choose(T::ZERO, sum.1, T::ZERO));
    let (t, rest) = quotient(top, bottom);
    let z = t * t;
    let base = |of: T| choose(T::ZERO, T::HALF * of, of);
    let (h, l) = fast_two_sum(base(T::HALF_PI.0), t);
    (h, l + (base(T::HALF_PI.1) + (rest + t * z * polynomial(z, T::ATAN))))
}

/// The arctangent.
#[inline(always)]
pub(crate) fn atan<T: Float>(x: T) -> T {
    let a = x.size();
    let (h, l) = atan_of(a.or(a > T::HUGE, T::HUGE), T::ONE);
    (h + l).flip(x.sign())
}

/// The angle of the point (x, y) from the x axis.
#[inline(always)]
pub(crate) fn atan2<T: Float>(y: T, x: T) -> T {
    let (n, d) = (y.size(), x.size());
    let (up, right) = (n == T::INFINITY, d == T::INFINITY);
    let is_zero = (n == T::ZERO) & (d >= T::ZERO);
    let (scale, _) = scales(n.or(d > n, d));
    let (n, d) =
        ((n * scale).or(right, T::ZERO).or(up, T::ONE), (d * scale).or(up, T::ZERO).or(right, T::ONE));
    let (h, l) = atan_of(n, d);
    let is_tiny = n < d * T::LAST_BIT;
    // A quotient so small that it is its arctangent, and that what it rounds off may vanish.
    let (h, l) = (h.or(is_tiny, y.size() / x.size()), l.or(is_tiny, T::ZERO));
    let (h, l) = (h.or(is_zero, T::ZERO), l.or(is_zero, T::ZERO));
    let (sum, rest) = fast_two_sum(T::HALF_PI.0 + T::HALF_PI.0, -h);
    let left = sum + (rest + (T::HALF_PI.1 + T::HALF_PI.1 - l));
    let angle = (h + l).or(x.sign() != T::ZERO.bits(), left).flip(y.sign());
    T::NAN.or(x.is_number() & y.is_number(), angle)
}
