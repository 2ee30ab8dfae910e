//! Sums of few products, in one order, and the elementary functions of one number.
//!
//! Plain arrays, so that a build without optimisation is fast, too, and each formula has one grouping: the first element first.

use crate::kernel::elementary::{Atan2, Cos, Function, Sin};
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
    let mut sum = a;
    for (x, y) in sum.iter_mut().zip(b) {
        *x = *x + y;
    }
    sum
}

/// `a - b`
#[inline(always)]
pub(super) fn subtract<T: Real, const N: usize>(a: [T; N], b: [T; N]) -> [T; N] {
    let mut difference = a;
    for (x, y) in difference.iter_mut().zip(b) {
        *x = *x - y;
    }
    difference
}

/// `a * factor`
#[inline(always)]
pub(super) fn scale<T: Real, const N: usize>(a: [T; N], factor: T) -> [T; N] {
    a.map(|x| x * factor)
}

/// The sum of the squares, the first element first, if none of them overflows, or vanishes beside it.
#[inline(always)]
fn squares<T: Real, const N: usize>(a: [T; N]) -> Option<T> {
    let sum = a.into_iter().map(|x| x * x).reduce(|x, y| x + y)?;
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
        return Some(a.map(|x| x / norm));
    }
    let (a, _) = scaled(a)?;
    let norm = squares(a)?.sqrt();
    Some(a.map(|x| x / norm))
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
    let part = |a| subtract(a, scale(axis, dot(a, axis)));
    // Twice: of a vector nearly along the axis the first difference is all rounding, and what is left of that is along the axis,
    // too, if there was nothing else.
    let again = part(unit(part(unit(a)?))?);
    if dot(again, again) > half() { unit(again) } else { None }
}

/// [`part_aside`] of three elements, or any unit vector at right angles to the axis.
#[inline]
pub(super) fn perpendicular<T: Real>(a: [T; 3], axis: [T; 3]) -> [T; 3] {
    part_aside(a, axis, dot).unwrap_or_else(|| orthonormal(axis))
}

/// A unit vector at right angles to this one, which has length 1.
///
/// Source: Duff et al., Building an Orthonormal Basis, Revisited, JCGT 6(1), 2017.
#[inline]
pub(super) fn orthonormal<T: Real>([x, y, z]: [T; 3]) -> [T; 3] {
    let sign = T::one().copysign(z);
    let a = -T::one() / (sign + z);
    [x * y * a, sign + y * y * a, -y]
}

/// The sine and the cosine of an angle in radians.
#[inline(always)]
pub(super) fn sin_cos<T: Real>(angle: T) -> [T; 2] {
    [Sin::one([angle]), Cos::one([angle])]
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
