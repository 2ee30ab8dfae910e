//! `atan2` and `hypot`: the angle and the length of a vector of two numbers.

use super::Operand;
use super::elementary::{function_of_both, function_of_both_into};
use super::elementwise::ElementwiseIntoOutcome;
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::kernel::elementary;
use crate::scalar::Real;
use crate::shape::{ElementwiseShape, Mark, SameShape, Shape, op};

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The angle of each point `(x, y)` from the x axis, in radians from -π to π; `self` is `y`.
    ///
    /// `out[i..] = atan2(y[i..], x[i..])`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map); a plain number goes with every shape.
    ///
    /// As `numpy.arctan2`, signed zeros and infinities included.
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
    /// use core::f64::consts::{FRAC_PI_2, PI};
    /// assert_eq!(array![0., 1., 0.].atan2(&array![1., 0., -1.]), array![0., FRAC_PI_2, PI]);
    /// ```
    #[doc(alias = "arctan2")]
    #[inline]
    #[track_caller]
    pub fn atan2<B: Operand<T>>(&self, x: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::atan2>,
    {
        function_of_both(self, x.array(), Mark::<op::atan2>::NEW, elementary::Atan2)
    }

    /// Writes [`atan2`](Array::atan2) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(A..), (B..), out bc(A, B)`, as [`zip_map_into`](Array::zip_map_into); a plain number goes with every shape.
    ///
    /// # Errors
    /// As [`zip_map_into`](Array::zip_map_into).
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![0., -0.].atan2_into(&array![1., 2.], &mut out);
    /// assert_eq!(out, array![0., -0.]);
    /// ```
    #[inline]
    pub fn atan2_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        x: &B,
        out: &mut Array<T, S3, O3>,
    ) -> ElementwiseIntoOutcome<S, B::Shape, S3, op::atan2_into>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::atan2_into, Output: SameShape<S3, op::atan2_into>>,
    {
        function_of_both_into(self, x.array(), out, elementary::Atan2)
    }

    /// The distance of each point `(x, y)` from the origin; it overflows only where the distance does.
    ///
    /// `out[i..] = sqrt(x[i..]² + y[i..]²)`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map); a plain number goes with every shape.
    ///
    /// As `numpy.hypot`: infinite if one of the two is, even if the other is NaN.
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
    /// assert_eq!(array![3., 5.].hypot(&array![4., 12.]), array![5., 13.]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn hypot<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::hypot>,
    {
        function_of_both(self, rhs.array(), Mark::<op::hypot>::NEW, elementary::Hypot)
    }

    /// Writes [`hypot`](Array::hypot) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(A..), (B..), out bc(A, B)`, as [`zip_map_into`](Array::zip_map_into); a plain number goes with every shape.
    ///
    /// # Errors
    /// As [`zip_map_into`](Array::zip_map_into).
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![3., 5.].hypot_into(&array![4., 12.], &mut out);
    /// assert_eq!(out, array![5., 13.]);
    /// ```
    #[inline]
    pub fn hypot_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> ElementwiseIntoOutcome<S, B::Shape, S3, op::hypot_into>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::hypot_into, Output: SameShape<S3, op::hypot_into>>,
    {
        function_of_both_into(self, rhs.array(), out, elementary::Hypot)
    }
}
