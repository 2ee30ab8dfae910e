//! `rem_euclid` and `div_euclid`: division whose remainder is never negative.

use super::Operand;
use super::elementwise::zip;
use crate::array::{Array, Outcome, Ownership};
use crate::scalar::Real;
use crate::shape::{ElementwiseShape, Mark, Shape, op};

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The remainder of the division of each element by that of another array, which is never negative.
    ///
    /// `out[i..] = r` if `r >= 0`, else `r + |b[i..]|`, with `r = a[i..] % b[i..]`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map); a plain number goes with every shape.
    ///
    /// As [`f64::rem_euclid`]; `numpy.mod` has the sign of `b`. A negative remainder that is tiny beside `b` rounds up to `|b|` itself.
    /// NaN for a division by zero, and for an infinite `a`. Needs floats.
    ///
    /// # Errors
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Panics
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![7., -7., 7.].rem_euclid(&array![4., 4., -4.]), array![3., 1., 3.]);
    /// assert_eq!(array![370., -90.].rem_euclid(&360.), array![10., 270.]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn rem_euclid<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::rem_euclid>,
    {
        zip(self, rhs.array(), Mark::<op::rem_euclid>::NEW, rem_euclid)
    }

    /// The whole quotient of each element and that of another array, for which the remainder is not negative.
    ///
    /// `out[i..] = trunc(a[i..] / b[i..])`, or the next whole number away from `b` if `a[i..] % b[i..] < 0`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map); a plain number goes with every shape.
    ///
    /// As [`f64::div_euclid`]: `a = b * div_euclid(a, b) + rem_euclid(a, b)`, up to rounding. Needs floats.
    ///
    /// # Errors
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Panics
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![7., -7., 7., -7.].div_euclid(&array![4., 4., -4., -4.]), array![1., -2., -1., 2.]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn div_euclid<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::div_euclid>,
    {
        zip(self, rhs.array(), Mark::<op::div_euclid>::NEW, div_euclid)
    }
}

/// `a mod b`, from 0 on.
#[inline(always)]
fn rem_euclid<T: Real>(a: T, b: T) -> T {
    let r = a % b;
    if r < T::ZERO { r + b.abs() } else { r }
}

/// The quotient that belongs to it.
#[inline(always)]
fn div_euclid<T: Real>(a: T, b: T) -> T {
    let q = (a / b).trunc();
    if a % b < T::ZERO { if b > T::ZERO { q - T::ONE } else { q + T::ONE } } else { q }
}
