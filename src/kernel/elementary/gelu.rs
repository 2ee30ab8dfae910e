//! The Gaussian error linear unit.
//!
//! ```text
//! gelu -a = -a Φ(-a),   gelu a = a - a Φ(-a),   Φ(-a) = e^(-a²/2) S(u) (u + 1/4),   u = 1/(a + 2) - 1/4
//! ```
//!
//! `S` falls slowly, from 1 to 1/√(2π), in nearly a straight line. One formula for all numbers, in pairs: the result is as exact where it is tiny. (Cody,
//! Rational Chebyshev approximations for the error function, Mathematics of Computation 23, 1969, has the idea.)

use super::exp::parts;
use super::float::{Float, Pair, fast_two_sum, polynomial, quotient, two_product, two_sum};

/// The product of two pairs.
#[inline(always)]
fn product<T: Float>(a: Pair<T>, b: Pair<T>) -> Pair<T> {
    let (h, l) = two_product(a.0, b.0);
    fast_two_sum(h, l + (a.0 * b.1 + a.1 * b.0))
}

/// `x Φ(x)`, `Φ` the normal distribution.
#[inline(always)]
pub(crate) fn gelu<T: Float>(x: T) -> T {
    let size = x.size();
    let a = size.within(T::ZERO, T::NORMAL_LEAST);
    let (square, rest) = two_product(a, a);
    let ((h, l), n) = parts(-T::HALF * square);
    let (h, l) = fast_two_sum(h, l);
    let power = (h, l - h * (T::HALF * rest));
    // u, and 1/(a + 2) = u + 1/4
    let quarter = T::HALF * T::HALF;
    let u = quotient(two_sum(T::HALF, -quarter * a), two_sum(T::of(2), a));
    let (w, w_low) = fast_two_sum(quarter, u.0);
    // S in two parts
    let (slope, low) = fast_two_sum(T::NORMAL_SECOND.0, u.0 * polynomial(u.0, T::NORMAL));
    let (rest, rest_low) = product(u, (slope, low + T::NORMAL_SECOND.1));
    let (s, s_low) = fast_two_sum(T::NORMAL_FIRST.0, rest);
    let s_low = s_low + (rest_low + T::NORMAL_FIRST.1);
    let tail = product(power, product((s, s_low), (w, w_low + u.1)));
    let (below, low) = product((a, T::ZERO), tail);
    let scale = T::power_of_two(n).or(square > T::EXP_M1_LEAST + T::EXP_M1_LEAST, T::ZERO);
    let (sum, rest) = fast_two_sum(a, -below * scale);
    let above = (sum + (rest - low * scale)).or(size >= T::NORMAL_LEAST, size);
    above.or(x < T::ZERO, -(below + low).scaled(n)).or(size < T::LAST_BIT * T::LAST_BIT, T::HALF * x)
}
