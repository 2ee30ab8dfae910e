//! The error function.
//!
//! ```text
//! erf a = a (2/√π + a² P(a²)) up to 1, and 1 - e^-a² Q(1/(a + 2) - 1/4) beyond
//! ```
//!
//! `Q` approximates `e^a² erfc a`, which falls slowly. (Cody, Rational Chebyshev approximations for the error function,
//! Mathematics of Computation 23, 1969, has the idea.)

use super::exp::exp;
use super::float::{Float, fast_two_sum, polynomial, two_product, two_sum};

/// The error function.
#[inline(always)]
pub(crate) fn erf<T: Float>(x: T) -> T {
    let a = x.size().within(T::ZERO, T::of(6));
    let (z, rest) = two_product(a, a);
    // P in two parts, and its product with z, ..
    let (first, higher) = (T::ERF.first().copied().unwrap_or(T::ZERO), T::ERF.get(1..).unwrap_or_default());
    let (p, p_low) = fast_two_sum(first, z * polynomial(z, higher));
    let (product, low) = two_product(z, p);
    let (factor, factor_low) = two_sum(T::ERF_FIRST, product);
    // .. and what is added to `a`.
    let (tail, tail_low) = two_product(a, factor);
    let (h, l) = fast_two_sum(a, tail);
    let near = h + (l + (tail_low + a * (factor_low + (low + (z * p_low + rest * p)))));
    let near = near.or(a < T::SERIES * T::SERIES * T::SERIES, a + a * T::ERF_FIRST);
    // 1/(a + 2) - 1/4
    let u = (T::HALF - T::HALF * T::HALF * a) / (a + T::of(2));
    let power = exp(-z);
    let (first, higher) = (T::ERFC.first().copied().unwrap_or(T::ZERO), T::ERFC.get(1..).unwrap_or_default());
    let (q, q_low) = fast_two_sum(first, u * polynomial(u, higher));
    let (product, low) = two_product(power, q);
    let (h, l) = fast_two_sum(T::ONE, -product);
    let far = h + (l - (low + power * (q_low - q * rest)));
    far.or(a <= T::ONE, near).flip(x.sign())
}
