//! `lerp` and its kin: numbers between those of two arrays.

use super::Operand;
use super::elementwise::zip;
use crate::array::{Array, Outcome, Ownership};
use crate::scalar::Real;
use crate::shape::{ElementwiseShape, Mark, Shape, op};

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The number at the fraction `t` of the way from each element to that of another array.
    ///
    /// `out[i..] = a[i..] * (1 - t) + b[i..] * t`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map); a plain number goes with every shape.
    ///
    /// Exactly `a` for `t = 0` and `b` for `t = 1`, if both are finite; a `t` beyond 0 and 1 extrapolates. Between equal elements
    /// rounding can move the result, and it need not grow with `t`: see [`lerp_monotonic`](Array::lerp_monotonic).
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
    /// assert_eq!(array![0., 10.].lerp(&array![4., 20.], 0.25), array![1., 12.5]);
    /// assert_eq!(array![0., 10.].lerp(&20., 1.), array![20., 20.]);
    /// ```
    #[doc(alias = "mix")]
    #[inline]
    #[track_caller]
    pub fn lerp<B: Operand<T>>(&self, rhs: &B, t: T) -> Outcome<S::Check, S::Output, T>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::lerp>,
    {
        let rest = T::one() - t;
        zip(self, rhs.array(), Mark::<op::lerp>::NEW, |a, b| a * rest + b * t)
    }

    /// The number at the fraction `t` of the way from each element to that of another array, which never turns back as `t`
    /// grows.
    ///
    /// `out[i..] = a[i..] + (b[i..] - a[i..]) * t`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map); a plain number goes with every shape.
    ///
    /// Exactly `a` for `t = 0` and between equal elements; for `t = 1` it is `b` up to the rounding of `b - a`, which can overflow.
    /// [`lerp`](Array::lerp) is the other way round.
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
    /// assert_eq!(array![0., 10.].lerp_monotonic(&array![4., 20.], 0.25), array![1., 12.5]);
    /// assert_eq!(array![0.1].lerp_monotonic(&array![0.1], 0.7), array![0.1]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn lerp_monotonic<B: Operand<T>>(&self, rhs: &B, t: T) -> Outcome<S::Check, S::Output, T>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::lerp_monotonic>,
    {
        zip(self, rhs.array(), Mark::<op::lerp_monotonic>::NEW, |a, b| a + (b - a) * t)
    }

    /// The mean of each element and that of another array.
    ///
    /// `out[i..] = (a[i..] + b[i..]) * 0.5`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map); a plain number goes with every shape.
    ///
    /// The sum overflows to infinity where it is beyond the largest float, unlike [`f64::midpoint`].
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
    /// assert_eq!(array![0., 10.].midpoint(&array![4., 20.]), array![2., 15.]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn midpoint<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::midpoint>,
    {
        let half = T::literal(0.5);
        zip(self, rhs.array(), Mark::<op::midpoint>::NEW, |a, b| (a + b) * half)
    }
}
