//! `arange` and `linspace`: vectors of numbers at equal distances.

use super::Array;
#[cfg(feature = "alloc")]
use crate::error::{ShapeError, ShapeErrorKind};
#[cfg(any(feature = "std", feature = "libm"))]
use crate::scalar::Real;
use crate::scalar::Scalar;
use crate::sealed::Seal;
#[cfg(feature = "alloc")]
use crate::shape::Dyn;
use crate::shape::{Dim, StaticDim};

/// Numbers that make ranges: the floats and the integers. Integers wrap around.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an element of a range",
    label = "expected a float or an integer"
)]
pub trait Steps: Scalar {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The number `start + i * step`, as NumPy rounds it.
    #[doc(hidden)]
    fn at(start: Self, step: Self, i: usize) -> Self;
    /// How many numbers there are from `start` to before `stop`: a whole number, or NaN.
    #[doc(hidden)]
    fn count(start: Self, stop: Self, step: Self) -> Count;
}

/// How many numbers a range has.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Len(usize),
    /// More than memory can hold.
    TooMany,
    /// A step of zero, or NaN.
    Unknown,
}

macro_rules! integers { ($($T:ty)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Steps for $T {
        const SEALED: Seal = Seal;
        #[inline(always)]
        fn at(start: $T, step: $T, i: usize) -> $T {
            start.wrapping_add(step.wrapping_mul(i as $T))
        }
        #[inline]
        fn count(start: $T, stop: $T, step: $T) -> Count {
            #[allow(unused_comparisons, reason = "the steps of unsigned integers only go up")]
            let (is_up, is_empty) = (step > 0, if step > 0 { stop <= start } else { start <= stop });
            match (step, is_empty) {
                (0, _) => return Count::Unknown,
                (_, true) => return Count::Len(0),
                _ => {}
            }
            // Distances of any two numbers fit the unsigned type of 128 bits, if they are subtracted in it.
            let (from, to) = if is_up { (start, stop) } else { (stop, start) };
            let distance = (to as u128).wrapping_sub(from as u128);
            let step = if is_up { step as u128 } else { (step as u128).wrapping_neg() };
            usize::try_from(distance.div_ceil(step)).map_or(Count::TooMany, Count::Len)
        }
    }
)+};}
integers! { i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize }

/// NumPy counts in f64, whatever the type, and steps by the difference of the first two numbers.
macro_rules! floats { ($($T:ty)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Steps for $T {
        const SEALED: Seal = Seal;
        #[inline(always)]
        fn at(start: $T, step: $T, i: usize) -> $T {
            #[allow(clippy::cast_lossless, clippy::unnecessary_cast, reason = "one line for both types")]
            let second = (start as f64 + step as f64) as $T;
            match i {
                0 => start,
                1 => second,
                _ => start + (i as $T) * (second - start),
            }
        }
        #[inline]
        fn count(start: $T, stop: $T, step: $T) -> Count {
            #[allow(clippy::cast_lossless, clippy::unnecessary_cast, reason = "one line for both types")]
            let (distance, step) = (stop as f64 - start as f64, step as f64);
            let steps = distance / step;
            if step == 0. || steps.is_nan() {
                Count::Unknown
            } else if steps == 0. && distance != 0. {
                // So small that the quotient vanished.
                Count::Len(usize::from(steps.is_sign_positive()))
            } else if steps >= isize::MAX as f64 || steps <= isize::MIN as f64 {
                Count::TooMany
            } else if steps <= 0. {
                Count::Len(0)
            } else {
                // `ceil`, which `core` lacks.
                let whole = steps as usize;
                Count::Len(whole + usize::from((whole as f64) < steps))
            }
        }
    }
)+};}
floats! { f32 f64 }

/// # Construction
impl<T, D: Dim> Array<T, (D,)> {
    /// The numbers `start`, `start + step`, and so on, as many as the type says.
    ///
    /// `out[i] = start + i * step`
    ///
    /// # Shapes
    /// `() -> (N)`, with `N` in the type. [`arange`](crate::arange()) counts them when the program runs.
    ///
    /// As `numpy.arange(start, start + N * step, step)`, of the same bits for floats: what is added is the difference of
    /// the first two numbers, after they are rounded. Integers wrap around.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// assert_eq!(Vector::<i32, 5>::arange(10, -2), array![10, 8, 6, 4, 2]);
    /// assert_eq!(Vector::<f64, 3>::arange(0., 0.5), array![0., 0.5, 1.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn arange(start: T, step: T) -> Self
    where
        T: Steps,
        D: StaticDim,
    {
        Self::from_fn(|[i]| T::at(start, step, i))
    }

    /// Numbers at equal distances from `start` to `stop`, both included.
    ///
    /// `out[i] = start + i * ((stop - start) / (N - 1))`, and the last is `stop`
    ///
    /// # Shapes
    /// `() -> (N)`, with `N` in the type. [`linspace`](crate::linspace()) takes a number that is known only at run time.
    ///
    /// As `numpy.linspace`, of the same bits, with one difference: where `stop - start` is not finite, and NumPy gives NaN,
    /// the numbers are what the formula says without an overflow on the way: `(-2e38_f32, 2e38)` has 0 in the middle, and
    /// the first is `start`. One number is `start`. [`linspace_open`](Array::linspace_open) leaves the end out.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// assert_eq!(Vector::<f64, 5>::linspace(0., 1.), array![0., 0.25, 0.5, 0.75, 1.]);
    /// ```
    #[cfg(any(feature = "std", feature = "libm"))]
    #[inline]
    #[must_use]
    pub fn linspace(start: T, stop: T) -> Self
    where
        T: Real,
        D: StaticDim,
    {
        let at = Spaced::new(start, stop, D::LEN, true);
        Self::from_fn(|[i]| at.number(i))
    }

    /// Numbers at equal distances from `start` to before `stop`.
    ///
    /// `out[i] = start + i * ((stop - start) / N)`
    ///
    /// # Shapes
    /// As [`linspace`](Array::linspace). As `numpy.linspace` with `endpoint=False`.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// assert_eq!(Vector::<f64, 4>::linspace_open(0., 1.), array![0., 0.25, 0.5, 0.75]);
    /// ```
    #[cfg(any(feature = "std", feature = "libm"))]
    #[inline]
    #[must_use]
    pub fn linspace_open(start: T, stop: T) -> Self
    where
        T: Real,
        D: StaticDim,
    {
        let at = Spaced::new(start, stop, D::LEN, false);
        Self::from_fn(|[i]| at.number(i))
    }
}

/// Numbers at equal distances, as NumPy computes them: the distance first, unless it vanishes. Where the distance is not
/// finite, the first number is `start` all the same, and between finite ends all are computed of their halves.
#[cfg(any(feature = "std", feature = "libm"))]
struct Spaced<T> {
    start: T,
    /// The whole distance, into how many it is divided, and one of these.
    distance: T,
    parts: T,
    step: T,
    /// The number of the last one, which is `stop`.
    last: Option<usize>,
    stop: T,
    /// What `start` and the distance were multiplied by, and the numbers are to be divided by: 1 or a half.
    scale: T,
}

#[cfg(any(feature = "std", feature = "libm"))]
impl<T: Real> Spaced<T> {
    fn new(start: T, stop: T, len: usize, with_end: bool) -> Self {
        let parts = T::from(if with_end { len.saturating_sub(1) } else { len }).unwrap_or(T::zero());
        let (one, mut start, mut distance) = (T::one(), start, stop - start);
        let last = len.checked_sub(1).filter(|last| with_end && *last > 0);
        let mut scale = one;
        if start == stop {
            // Of two infinities it is no number.
            distance = T::zero();
        } else if distance.is_infinite() && start.is_finite() && stop.is_finite() {
            scale = one / (one + one);
            (start, distance) = (start * scale, stop * scale - start * scale);
        }
        Spaced { start, distance, parts, step: distance / parts, last, stop, scale }
    }
    #[inline(always)]
    fn number(&self, i: usize) -> T {
        if Some(i) == self.last {
            return self.stop;
        }
        if i == 0 && !self.distance.is_finite() {
            return self.start;
        }
        let at = T::from(i).unwrap_or(T::zero());
        let way = if self.parts == T::zero() {
            at * self.distance
        } else if self.step == T::zero() {
            at / self.parts * self.distance
        } else {
            at * self.step
        };
        (way + self.start) / self.scale
    }
}

/// The numbers from `start` to before `stop`, `step` from each to the next.
///
/// `out[i] = start + i * step`, with as many `i` as `ceil((stop - start) / step)`
///
/// # Shapes
/// `() -> (Dyn)`; for a length in the type there is [`Vector::arange`](Array::arange).
///
/// As `numpy.arange`, of the same length and bits: for floats the length is computed in `f64`, and what is added is the
/// difference of the first two numbers. So a step that is not exact may give one number more, as there. Integers are
/// counted exactly, and wrap around nowhere.
///
/// # Errors
/// A step of zero, NaN, or more numbers than memory can hold.
///
/// # Example
/// ```
/// use conformable::arange;
/// assert_eq!(arange(1, 10, 3)?.as_slice(), [1, 4, 7]);
/// assert_eq!(arange(0., 1., 0.25)?.as_slice(), [0., 0.25, 0.5, 0.75]);
/// assert!(arange(0, 1, 0).is_err());
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[cfg(feature = "alloc")]
pub fn arange<T: Steps>(start: T, stop: T, step: T) -> Result<Array<T, (Dyn,)>, ShapeError> {
    match T::count(start, stop, step) {
        Count::Len(len) => Array::from_shape_fn((Dyn(len),), |[i]| T::at(start, step, i))
            .map_err(|_| ShapeError::about("arange", ShapeErrorKind::RangeTooLarge, &[])),
        Count::TooMany => Err(ShapeError::about("arange", ShapeErrorKind::RangeTooLarge, &[])),
        Count::Unknown => Err(ShapeError::about("arange", ShapeErrorKind::NoLength, &[])),
    }
}

/// `num` numbers at equal distances from `start` to `stop`, both included.
///
/// `out[i] = start + i * ((stop - start) / (num - 1))`, and the last is `stop`
///
/// # Shapes
/// `() -> (Dyn)`; for a length in the type there is [`Vector::linspace`](Array::linspace).
///
/// As `numpy.linspace`, of the same bits, but for ends whose difference is not finite: see
/// [`Vector::linspace`](Array::linspace).
///
/// # Errors
/// More numbers than memory can hold.
///
/// # Example
/// ```
/// use conformable::linspace;
/// assert_eq!(linspace(0., 1., 3)?.as_slice(), [0., 0.5, 1.]);
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[cfg(all(feature = "alloc", any(feature = "std", feature = "libm")))]
pub fn linspace<T: Real>(start: T, stop: T, num: usize) -> Result<Array<T, (Dyn,)>, ShapeError> {
    let at = Spaced::new(start, stop, num, true);
    Array::from_shape_fn((Dyn(num),), |[i]| at.number(i))
        .map_err(|_| ShapeError::about("linspace", ShapeErrorKind::RangeTooLarge, &[]))
}

/// `num` numbers at equal distances from `start` to before `stop`, as [`linspace`] with `endpoint=False` in NumPy.
///
/// # Errors
/// More numbers than memory can hold.
///
/// # Example
/// ```
/// use conformable::linspace_open;
/// assert_eq!(linspace_open(0., 1., 4)?.as_slice(), [0., 0.25, 0.5, 0.75]);
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[cfg(all(feature = "alloc", any(feature = "std", feature = "libm")))]
pub fn linspace_open<T: Real>(start: T, stop: T, num: usize) -> Result<Array<T, (Dyn,)>, ShapeError> {
    let at = Spaced::new(start, stop, num, false);
    Array::from_shape_fn((Dyn(num),), |[i]| at.number(i))
        .map_err(|_| ShapeError::about("linspace_open", ShapeErrorKind::RangeTooLarge, &[]))
}
