//! `zip_map` and its kin: a function of the elements of two arrays, which broadcast.

use super::elementwise::{AssignOutcome, ElementwiseIntoOutcome, zip, zip_assign, zip_into};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::shape::{BroadcastToShape, Check, ElementwiseShape, Mark, SameShape, Shape, op};

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The array of `f` of the elements of two arrays, called in row-major order.
    ///
    /// `out[i..] = f(a[i..], b[i..])`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`: aligned at the last axis, equal axes, a missing one with any, and
    /// [`Stretch`](crate::Stretch) with any; in a [`DynRank`](crate::DynRank) every axis of length 1 stretches. The
    /// elements may have three types.
    ///
    /// As NumPy's functions of two arrays, but a `Const<1>` or a `Dyn` does not stretch:
    /// [`insert_axis`](Array::insert_axis) makes an axis that does. This is the form of all operations on elements in
    /// which lengths are checked: the operators panic where this is a `Result`. If `f` panics, the elements made so far
    /// are dropped.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`](crate::ShapeError) has both shapes, in NumPy's words.
    ///
    /// # Panics
    /// If the result has more elements than memory can hold, which needs `Dyn` axes that meet no others.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, array};
    /// let a = array![[1., 9.], [4., 3.]];
    /// assert_eq!(a.zip_map(&array![2., 4.], f64::max), array![[2., 9.], [4., 4.]]);
    /// let column = array![2., 4.];
    /// assert_eq!(a.zip_map(&column.insert_axis::<1>(), f64::max), array![[2., 9.], [4., 4.]]);
    /// let error = Array::from(vec![1., 2., 3.]).zip_map(&column, f64::max).unwrap_err();
    /// assert_eq!(error.to_string(), "operands could not be broadcast together with shapes (3,) (2,) ");
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1., 2., 3.].zip_map(&array![1., 2.], f64::max); // `zip_map`: axis of length 3 does not match ..
    /// ```
    #[doc(alias = "Zip")]
    #[inline]
    #[track_caller]
    pub fn zip_map<U, V, S2: Shape, O2: Ownership>(
        &self,
        rhs: &Array<U, S2, O2>,
        f: impl FnMut(T, U) -> V,
    ) -> Outcome<S::Check, S::Output, V>
    where
        T: Clone,
        U: Clone,
        S: ElementwiseShape<S2, op::zip_map>,
    {
        zip(self, rhs, Mark::<op::zip_map>::NEW, f)
    }

    /// Writes [`zip_map`](Array::zip_map) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(A..), (B..), out bc(A, B)`
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: operands that do not fit each other, or an `out` of
    /// another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![1., 5., 2.].zip_map_into(&array![3., 3., 3.], &mut out, f64::min);
    /// assert_eq!(out, array![1., 3., 2.]);
    /// ```
    #[inline]
    pub fn zip_map_into<U, V, S2: Shape, O2: Ownership, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &Array<U, S2, O2>,
        out: &mut Array<V, S3, O3>,
        f: impl FnMut(T, U) -> V,
    ) -> ElementwiseIntoOutcome<S, S2, S3, op::zip_map_into>
    where
        T: Clone,
        U: Clone,
        S: ElementwiseShape<S2, op::zip_map_into, Output: SameShape<S3, op::zip_map_into>>,
    {
        zip_into(self, rhs, out, Mark::<op::zip_map_into>::NEW, f)
    }

    /// Replaces every element by `f` of it and of that of another array, in row-major order.
    ///
    /// `a[i..] = f(a[i..], b[i..])`
    ///
    /// # Shapes
    /// `(A..), (B..)`: `b` broadcasts to the shape of `a`, which does not change.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn`, or a rank is. `a` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let mut a = array![[1, 2], [3, 4]];
    /// a.zip_map_inplace(&array![10, 20], |x, y| x + y);
    /// assert_eq!(a, array![[11, 22], [13, 24]]);
    /// ```
    ///
    /// The array does not grow:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// // `zip_map_inplace`: 2 axes do not broadcast to 1
    /// array![10, 20].zip_map_inplace(&array![[1, 2], [3, 4]], |x, y| x + y);
    /// ```
    #[doc(alias = "zip_mut_with")]
    #[inline]
    pub fn zip_map_inplace<U, S2, O2: Ownership>(
        &mut self,
        rhs: &Array<U, S2, O2>,
        f: impl FnMut(T, U) -> T,
    ) -> AssignOutcome<S, S2, op::zip_map_inplace>
    where
        T: Clone,
        U: Clone,
        O: OwnershipMut,
        S2: BroadcastToShape<S, op::zip_map_inplace>,
    {
        S2::Check::wrap(zip_assign(self, rhs, "zip_map_inplace", f))
    }
}
