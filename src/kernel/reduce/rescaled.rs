//! Means and variances of elements whose sums leave the range of floats, where the results do not.
//!
//! ```text
//! mean = 2^e (sum 2^-e x) / n                        2^e > n
//! var  = 2^2e (sum (2^-e x - mean)²) / (n - ddof)     with e the exponent of the largest |x|
//! std  = 2^e sqrt(..)                                 which is in the range where the variance is not
//! ```
//!
//! The scales are powers of two, so nothing is rounded but what vanishes beside the largest element.

use super::elements::Elements;
use super::fold::fold;
use crate::scalar::{Average, Fraction, Inexact, Laned, Scalar};

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

/// The mean of `f` of the elements, the sum of which is `total`: not finite.
#[cold]
#[inline(never)]
pub(crate) fn mean<T: Copy, M: Fraction>(x: &Elements<'_, T>, total: M, f: impl Fn(T) -> M) -> M {
    let n = x.len();
    let mut all_finite = true;
    x.for_each(|x| all_finite &= f(x).finite());
    if !all_finite {
        return total.over(M::from_len(n));
    }
    let exponent = (usize::BITS - n.leading_zeros()) as i32;
    let factor = M::power_of_two(-exponent);
    let sum = fold(x, [M::ZERO, M::NEUTRAL], |x| f(x).times(factor), M::plus);
    let mean = sum.over(M::from_len(n));
    // A mean is not beyond its elements, whatever roundings make of it.
    mean.at_most(M::MOST.times(factor)).times(M::power_of_two(exponent))
}

/// The moment of elements of which the plain sum of squared deviations is `squares`: not finite, or so small that
/// squares may have vanished.
#[cold]
#[inline(never)]
pub(crate) fn moment<F: Moment, T: Average>(x: &Elements<'_, T>, squares: T::Mean, ddof: usize) -> T::Mean {
    let n = x.len();
    let divided = |sum: T::Mean| sum.over(T::Mean::from_len(n.saturating_sub(ddof)));
    let (mut largest, mut first, mut all_finite, mut all_same) = (T::Mean::ZERO, None, true, true);
    x.for_each(|x| {
        let x = x.to_mean();
        all_finite &= x.finite();
        all_same &= x == *first.get_or_insert(x);
        largest = if x.size() > largest { x.size() } else { largest };
    });
    if !all_finite {
        return F::of(divided(squares), 0);
    }
    if all_same {
        return F::of(divided(T::Mean::ZERO), 0);
    }
    let start = [T::Mean::ZERO, T::Mean::NEUTRAL];
    if squares.finite() {
        // Nothing is lost if no square is below the least normal number.
        let mean = fold(x, start, T::to_mean, T::Mean::plus).over(T::Mean::from_len(n));
        let mut lost = false;
        x.for_each(|x| {
            let by = x.to_mean().minus(mean);
            lost |= by != T::Mean::ZERO && by.times(by) < T::Mean::LEAST;
        });
        if !lost {
            return F::of(divided(squares), 0);
        }
    }
    let exponent = largest.exponent();
    let factor = T::Mean::power_of_two(-exponent);
    let mean = fold(x, start, |x| x.to_mean().times(factor), T::Mean::plus).over(T::Mean::from_len(n));
    let square = |x: T| {
        let by = x.to_mean().times(factor).minus(mean);
        by.times(by)
    };
    F::of(divided(fold(x, start, square, T::Mean::plus)), exponent)
}
