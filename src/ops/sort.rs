//! `sort` and `argsort`: along the last axis, or along one by its number.

use super::along::{SameIntoCheck, in_place, running, same_shape, same_shape_into};
use super::elementwise::{refused, zip_set};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::reduce::sort;
use crate::scalar::Ordered;
use crate::shape::op;
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, MAX_NDIM, RemoveAxis, RowShape, SameShape, Shape,
};

/// # Sorting
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// A copy of the array whose rows, the vectors along its last axis, are sorted, the smallest element first.
    ///
    /// # Shapes
    /// `(A.., N) -> (A.., N)`
    ///
    /// As `numpy.sort(a, kind='stable')`: equal elements, -0.0 and 0.0, too, keep their order, and NaNs come last. Nothing is
    /// allocated but the copy. [`sort_axis`](Array::sort_axis) sorts along another axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[3, 1, 2], [6, 5, 4]].sort(), array![[1, 2, 3], [4, 5, 6]]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::Array::<f32, ()>::new(1.).sort(); // an array of rank 0 has no rows
    /// ```
    #[inline]
    #[must_use]
    pub fn sort(&self /* along an axis: `sort_axis::<0>()` */) -> Array<T, S>
    where
        T: Ordered,
        S: RowShape,
    {
        let mut sorted = self.to_owned();
        sorted.sort_inplace();
        sorted
    }

    /// A copy of the array whose vectors along axis `A`, counted from 0, are sorted, the smallest element first.
    ///
    /// # Shapes
    /// `(A..) -> (A..)`
    ///
    /// As `numpy.sort(a, axis=A, kind='stable')`; see [`sort`](Array::sort). An axis that does not exist is a compile error.
    ///
    /// # Errors
    /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a [`ShapeError`](crate::ShapeError) says that
    /// the axis is out of bounds, in NumPy's words.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[3, 1], [2, 5]].sort_axis::<0>(), array![[2, 1], [3, 5]]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn sort_axis<const A: usize>(&self) -> <<S as RemoveAxis<A, op::sort_axis>>::Check as Check>::Wrap<Array<T, S>> where AxisRules: AxisGiven<AxisArg<A>, op::sort_axis>,
        T: Ordered,
        S: RemoveAxis<A, op::sort_axis>,
    {
        let sorted = self.shape().remove_axis().map(|_| {
            let mut sorted = self.to_owned();
            in_place(&mut sorted, A, sort::sort_along);
            sorted
        });
        <<S as RemoveAxis<A, op::sort_axis>>::Check as Check>::wrap(sorted)
    }

    /// Writes [`sort_axis`](Array::sort_axis) into an existing array, and allocates nothing.
    ///
    /// # Errors
    /// As [`cumsum_axis_into`](Array::cumsum_axis_into).
    ///
    /// # Example
    /// ```
    /// let mut out = conformable::array![0, 0, 0];
    /// conformable::array![3, 1, 2].sort_axis_into::<0, _, _>(&mut out);
    /// assert_eq!(out, conformable::array![1, 2, 3]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn sort_axis_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> <SameIntoCheck<A, S, S2, op::sort_axis> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::sort_axis>,
        T: Ordered,
        S: RemoveAxis<A, op::sort_axis> + SameShape<S2, op::out>,
    {
        let name = "sort_axis_into";
        let copied = self.shape().remove_axis().and_then(|_| out.expect_dims(name, self.shape()));
        let copied = copied.and_then(|()| zip_set(out, self, name, |place, x| *place = x));
        <SameIntoCheck<A, S, S2, op::sort_axis> as Check>::wrap(
            copied.map(|()| in_place(out, A, sort::sort_along)),
        )
    }

    /// Sorts the rows, the vectors along the last axis, where they are; see [`sort`](Array::sort). Allocates nothing.
    ///
    /// As NumPy's `a.sort(kind='stable')`.
    ///
    /// # Example
    /// ```
    /// let mut a = conformable::array![2., f64::NAN, 1.];
    /// a.sort_inplace();
    /// assert_eq!(a.as_slice()[..2], [1., 2.]);
    /// ```
    #[inline]
    pub fn sort_inplace(&mut self)
    where
        T: Ordered,
        S: RowShape,
        O: OwnershipMut,
    {
        let last = self.ndim().checked_sub(1).unwrap_or(MAX_NDIM);
        in_place(self, last, sort::sort_along);
    }

    /// Sorts the vectors along axis `A`, counted from 0, where they are; see [`sort_axis`](Array::sort_axis). Allocates nothing.
    ///
    /// # Errors
    /// As [`sort_axis`](Array::sort_axis): only for [`DynRank`](crate::DynRank).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let mut a = array![[3, 1], [2, 5]];
    /// a.sort_axis_inplace::<0>();
    /// assert_eq!(a, array![[2, 1], [3, 5]]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn sort_axis_inplace<const A: usize>(&mut self) -> <<S as RemoveAxis<A, op::sort_axis_inplace>>::Check as Check>::Wrap<()> where AxisRules: AxisGiven<AxisArg<A>, op::sort_axis_inplace>,
        T: Ordered,
        S: RemoveAxis<A, op::sort_axis_inplace>,
        O: OwnershipMut,
    {
        let done = self.shape().remove_axis().map(|_| in_place(self, A, sort::sort_along));
        <<S as RemoveAxis<A, op::sort_axis_inplace>>::Check as Check>::wrap(done)
    }

    /// For each row, a vector along the last axis, the positions of its elements in sorted order.
    ///
    /// # Shapes
    /// `(A.., N) -> (A.., N)`, of `usize`.
    ///
    /// As `numpy.argsort(a, kind='stable')`: equal elements in their order, and NaNs last.
    ///
    /// # Panics
    /// If memory cannot hold as many `usize`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![30, 10, 20, 10].argsort(), array![1, 3, 2, 0]);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn argsort(&self /* along an axis: `argsort_axis::<0>()` */) -> Array<usize, S>
    where
        T: Ordered,
        S: RowShape,
    {
        let last = self.ndim().checked_sub(1).unwrap_or(MAX_NDIM);
        running(self, last, "argsort", sort::argsort_along).unwrap_or_else(|e| refused(e))
    }

    /// For each vector along axis `A`, counted from 0, the positions of its elements in sorted order.
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, of `usize`.
    ///
    /// As `numpy.argsort(a, axis=A, kind='stable')`; see [`argsort`](Array::argsort). An axis that is not there does not
    /// compile.
    ///
    /// # Errors
    /// As [`sort_axis`](Array::sort_axis): only for [`DynRank`](crate::DynRank).
    ///
    /// # Panics
    /// As [`argsort`](Array::argsort).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[3, 1], [2, 5]].argsort_axis::<0>(), array![[1, 0], [0, 1]]);
    /// ```
    #[inline]
    #[track_caller]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn argsort_axis<const A: usize>(&self) -> <<S as RemoveAxis<A, op::argsort_axis>>::Check as Check>::Wrap<Array<usize, S>> where AxisRules: AxisGiven<AxisArg<A>, op::argsort_axis>,
        T: Ordered,
        S: RemoveAxis<A, op::argsort_axis>,
    {
        let positions = same_shape::<A, op::argsort_axis, _, _, _, _>(self, sort::argsort_along);
        <<S as RemoveAxis<A, op::argsort_axis>>::Check as Check>::wrap(positions)
    }

    /// Writes [`argsort_axis`](Array::argsort_axis) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `out` has the shape of the array.
    ///
    /// # Errors
    /// As [`cumsum_axis_into`](Array::cumsum_axis_into).
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![30, 10, 20].argsort_axis_into::<0, _, _>(&mut out);
    /// assert_eq!(out, array![1, 2, 0]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn argsort_axis_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<usize, S2, O2>) -> <SameIntoCheck<A, S, S2, op::argsort_axis> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::argsort_axis>,
        T: Ordered,
        S: RemoveAxis<A, op::argsort_axis> + SameShape<S2, op::out>,
    {
        let name = "argsort_axis_into";
        let done =
            same_shape_into::<A, op::argsort_axis, _, _, _, _, _, _>(self, out, name, sort::argsort_along);
        <SameIntoCheck<A, S, S2, op::argsort_axis> as Check>::wrap(done)
    }
}
