//! Means and variances of elements whose sums leave the range of floats, where the results do not.
//!
//! ```text
//! mean = 2^e (sum 2^-e x) / n                        2^e > n
//! var  = 2^2e (sum (2^-e x - mean)²) / (n - ddof)     with e the exponent of the largest |x|
//! std  = 2^e sqrt(..)                                 which is in the range where the variance is not
//! ```
//!
//! The scales are powers of two, so nothing is rounded but what vanishes beside the largest element. All of it is rare, so it is
//! small rather than fast: element by element, each by a call.

use crate::kernel::generic::dot_of;
use crate::scalar::{Fraction, Total};

/// What is asked for of `quotient * 2^(2 * exponent)`, a variance.
pub(crate) trait Moment {
    /// Whether a plain sum of squares can be taken as it is.
    fn is_ordinary<M: Fraction>(squares: M) -> bool;
    /// The result.
    fn of<M: Fraction>(quotient: M, exponent: i32) -> M;
}

/// The variance.
#[derive(Debug)]
pub(crate) enum Variance {}
/// Its root.
#[cfg(any(feature = "std", feature = "libm"))]
#[derive(Debug)]
pub(crate) enum Deviation {}

impl Moment for Variance {
    /// What squares lost that are below the least normal number, a variance loses, too.
    #[inline(always)]
    fn is_ordinary<M: Fraction>(squares: M) -> bool {
        squares.finite()
    }
    #[inline(always)]
    fn of<M: Fraction>(quotient: M, exponent: i32) -> M {
        // Twice: the square of a power of two can be beyond the range where the result is not.
        scaled(scaled(quotient, exponent), exponent)
    }
}
#[cfg(any(feature = "std", feature = "libm"))]
impl Moment for Deviation {
    /// A root makes much of what small squares lost.
    #[inline(always)]
    fn is_ordinary<M: Fraction>(squares: M) -> bool {
        squares.is_ordinary()
    }
    #[inline(always)]
    fn of<M: Fraction>(quotient: M, exponent: i32) -> M {
        scaled(quotient.root(), exponent)
    }
}

/// `x * 2^exponent`.
#[inline(always)]
fn scaled<M: Fraction>(x: M, exponent: i32) -> M {
    if exponent == 0 { x } else { x.times(M::power_of_two(exponent)) }
}

/// The sum of `n` terms.
#[inline(never)]
fn sum<M: Fraction>(n: usize, term: &dyn Fn(usize) -> M) -> M {
    dot_of(n, |i| Total::of(term(i)))
}

/// The mean of `n` terms, the sum of which is `total`: not finite.
#[cold]
#[inline(never)]
pub(crate) fn mean<M: Fraction>(n: usize, total: M, term: &dyn Fn(usize) -> M) -> M {
    if !(0..n).all(|i| term(i).finite()) {
        return total.over(M::from_len(n));
    }
    let exponent = (usize::BITS - n.leading_zeros()) as i32;
    let factor = M::power_of_two(-exponent);
    let mean = sum(n, &|i| term(i).times(factor)).over(M::from_len(n));
    // A mean is not beyond its elements, whatever roundings make of it.
    mean.at_most(M::MOST.times(factor)).times(M::power_of_two(exponent))
}

/// The moment of `n` terms of which the plain sum of squared deviations is `squares`: not finite, or so small that squares may
/// have vanished.
#[cold]
#[inline(never)]
pub(crate) fn moment<F: Moment, M: Fraction>(
    [n, ddof]: [usize; 2],
    squares: M,
    term: &dyn Fn(usize) -> M,
) -> M {
    let divided = |sum: M| sum.over(M::from_len(n.saturating_sub(ddof)));
    let (mut largest, mut first, mut all_finite, mut all_same) = (M::ZERO, None, true, true);
    for x in (0..n).map(term) {
        all_finite &= x.finite();
        all_same &= x == *first.get_or_insert(x);
        largest = if x.size() > largest { x.size() } else { largest };
    }
    if !all_finite {
        return F::of(divided(squares), 0);
    }
    if all_same {
        return F::of(divided(M::ZERO), 0);
    }
    if squares.finite() {
        // Nothing is lost if no square is below the least normal number.
        let mean = sum(n, term).over(M::from_len(n));
        let is_lost = |by: M| by != M::ZERO && by.times(by) < M::LEAST;
        if !(0..n).any(|i| is_lost(term(i).minus(mean))) {
            return F::of(divided(squares), 0);
        }
    }
    let exponent = largest.exponent();
    let factor = M::power_of_two(-exponent);
    let mean = sum(n, &|i| term(i).times(factor)).over(M::from_len(n));
    let squares = sum(n, &|i| {
        let by = term(i).times(factor).minus(mean);
        by.times(by)
    });
    F::of(divided(squares), exponent)
}
