//! Sums of few products, in one order, and the elementary functions of one number.
//!
//! Plain arrays, so that a build without optimisation is fast, too, and each formula has one grouping: the first element first.

use crate::kernel::elementary::{self, Atan2, Function};
use crate::scalar::Real;

/// `a · b`
#[inline(always)]
pub(super) fn dot<T: Real>([a, b, c]: [T; 3], [d, e, f]: [T; 3]) -> T {
    a * d + b * e + c * f
}

/// `a · b`
#[inline(always)]
pub(super) fn dot4<T: Real>([a, b, c, d]: [T; 4], [e, f, g, h]: [T; 4]) -> T {
    (a * e + b * f) + (c * g + d * h)
}

/// `a × b`
#[inline(always)]
pub(super) fn cross<T: Real>([a, b, c]: [T; 3], [d, e, f]: [T; 3]) -> [T; 3] {
    [b * f - c * e, c * d - a * f, a * e - b * d]
}

/// `a + b`
#[inline(always)]
pub(super) fn add<T: Real, const N: usize>(a: [T; N], b: [T; N]) -> [T; N] {
    pairs(a, b, |x, y| x + y)
}

/// `a - b`
#[inline(always)]
pub(super) fn subtract<T: Real, const N: usize>(a: [T; N], b: [T; N]) -> [T; N] {
    pairs(a, b, |x, y| x - y)
}

/// A function of each pair of elements. (A counted loop, which is unrolled where iterators are not.)
#[inline(always)]
pub(super) fn pairs<T: Copy, const N: usize>(mut a: [T; N], b: [T; N], f: impl Fn(T, T) -> T) -> [T; N] {
    let mut i = 0;
    while i < N {
        a[i] = f(a[i], b[i]);
        i += 1;
    }
    a
}

/// `a * factor`
#[inline(always)]
pub(super) fn scale<T: Real, const N: usize>(a: [T; N], factor: T) -> [T; N] {
    pairs(a, a, |x, _| x * factor)
}

/// `a / divisor`
#[inline(always)]
pub(super) fn divide<T: Real, const N: usize>(a: [T; N], divisor: T) -> [T; N] {
    pairs(a, a, |x, _| x / divisor)
}

/// The sum of the squares, the first element first.
#[inline(always)]
fn sum_of_squares<T: Real, const N: usize>(a: [T; N]) -> T {
    let mut sum = T::zero();
    let mut i = 0;
    while i < N {
        let square = a[i] * a[i];
        sum = if i == 0 { square } else { sum + square };
        i += 1;
    }
    sum
}

/// The sum of the squares, if none of them overflows, or vanishes beside it.
#[inline(always)]
fn squares<T: Real, const N: usize>(a: [T; N]) -> Option<T> {
    let sum = sum_of_squares(a);
    // A square that vanishes is below the rounding of such a sum.
    (sum >= T::min_positive_value() / T::epsilon() && sum.is_finite()).then_some(sum)
}

/// The elements divided by the largest of them, and that one, if it is finite and not zero.
#[cold]
fn scaled<T: Real, const N: usize>(a: [T; N]) -> Option<([T; N], T)> {
    let largest = a.into_iter().fold(T::zero(), |m, x| if x.abs() > m { x.abs() } else { m });
    // A subnormal number has no reciprocal, but it has quotients.
    (largest > T::zero() && largest.is_finite()).then(|| (a.map(|x| x / largest), largest))
}

/// The vector as one of length 1, if it has a direction: it is finite and not zero.
#[inline]
pub(super) fn unit<T: Real, const N: usize>(a: [T; N]) -> Option<[T; N]> {
    if let Some(squared) = squares(a) {
        let norm = squared.sqrt();
        return Some(divide(a, norm));
    }
    let (a, _) = scaled(a)?;
    let norm = squares(a)?.sqrt();
    Some(divide(a, norm))
}

/// `sqrt(a · a)`; it overflows and vanishes only where the length does.
#[inline]
pub(super) fn norm<T: Real, const N: usize>(a: [T; N]) -> T {
    if let Some(squared) = squares(a) {
        return squared.sqrt();
    }
    match scaled(a).and_then(|(a, largest)| Some((squares(a)?, largest))) {
        Some((squared, largest)) => squared.sqrt() * largest,
        // Zero, infinity or NaN.
        None => a.into_iter().map(T::abs).reduce(|x, y| x + y).unwrap_or_else(T::zero),
    }
}

/// The unit vector nearest to `a` that is at right angles to the unit vector `axis`, if `a` has such a part.
#[inline]
pub(super) fn part_aside<T: Real, const N: usize>(
    a: [T; N],
    axis: [T; N],
    dot: impl Fn([T; N], [T; N]) -> T,
) -> Option<[T; N]> {
    let dot = &dot;
    let part = |a| subtract(a, scale(axis, dot(a, axis)));
    let first = part(a);
    let (squared, whole) = (dot(first, first), dot(a, a));
    // Far from the axis the difference has nearly all of its digits.
    if squared > whole * T::literal(0.01) && whole.is_normal() && squared.is_normal() {
        return Some(divide(first, squared.sqrt()));
    }
    part_near(a, part, dot)
}

/// The same of a vector nearly along the axis: the difference is all rounding, so it is made twice; and what is left of the second
/// one, if there was nothing else, is along the axis, too.
#[cold]
fn part_near<T: Real, const N: usize>(
    a: [T; N],
    part: impl Fn([T; N]) -> [T; N],
    dot: impl Fn([T; N], [T; N]) -> T,
) -> Option<[T; N]> {
    let again = part(unit(part(unit(a)?))?);
    if dot(again, again) > half() { unit(again) } else { None }
}

/// [`part_aside`] of three elements, or any unit vector at right angles to the axis.
#[inline]
pub(super) fn perpendicular<T: Real>(a: [T; 3], axis: [T; 3]) -> [T; 3] {
    part_aside(a, axis, dot).unwrap_or_else(|| orthonormal(axis)[1])
}

/// Two unit vectors at right angles to this one, which has length 1, and to each other.
///
/// Source: Duff et al., Building an Orthonormal Basis, Revisited, JCGT 6(1), 2017.
#[inline]
pub(super) fn orthonormal<T: Real>([x, y, z]: [T; 3]) -> [[T; 3]; 2] {
    let sign = T::one().copysign(z);
    let a = -T::one() / (sign + z);
    let b = x * y * a;
    [[T::one() + sign * (x * x * a), sign * b, -sign * x], [b, sign + y * y * a, -y]]
}

/// The sine and the cosine of an angle in radians.
#[inline(always)]
pub(super) fn sin_cos<T: Real>(angle: T) -> [T; 2] {
    elementary::sin_cos(angle)
}

/// The sine and the cosine of half an angle in radians.
#[inline(always)]
pub(super) fn sin_cos_half<T: Real>(angle: T) -> [T; 2] {
    sin_cos(angle * half())
}

/// The angle of the point `(x, y)`, in radians.
#[inline(always)]
pub(super) fn atan2<T: Real>(y: T, x: T) -> T {
    Atan2::one([y, x])
}

/// One half.
#[inline(always)]
pub(super) fn half<T: Real>() -> T {
    T::literal(0.5)
}

/// Two.
#[inline(always)]
pub(super) fn two<T: Real>() -> T {
    T::literal(2.0)
}
