//! `cumsum` and `cumprod`: running sums and products.

#![allow(unsafe_code, reason = "lets a kernel write the elements of a result")]

use super::along::{SameIntoCheck, elements, same_shape, same_shape_into};
use crate::array::storage::Storage;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::reduce::fold;
use crate::scalar::Scalar;
use crate::shape::op;
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, CumsumShape, Itself, RemoveAxis, SameShape, Shape,
};

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The running sums of a vector.
    ///
    /// `out[i] = a[0] + .. + a[i]`
    ///
    /// # Shapes
    /// `(N) -> (N)`. A [`DynRank`](crate::DynRank) is read row by row, as NumPy reads every array; of another array the axis
    /// must be named: [`cumsum_axis`](Array::cumsum_axis).
    ///
    /// As `numpy.cumsum(a)`, in the element type: integers wrap around, which NumPy widens to 64 bits; `f16` and `bf16` are
    /// rounded at each position, as there, where [`sum`](Array::sum) rounds once. One by one in this
    /// order, so that the error grows with the number of elements: `gamma_n`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2, 3].cumsum(), array![1, 3, 6]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// // `cumsum`: an array of dimension 2 has no one axis to go along
    /// conformable::array![[1, 2], [3, 4]].cumsum();
    /// ```
    #[inline]
    #[must_use]
    pub fn cumsum<X>(&self /* along an axis: `cumsum_axis::<0>()` */) -> Array<T, X::Output>
    where
        T: Scalar,
        S: Itself<X>,
        X: CumsumShape<op::cumsum>,
    {
        cumulated(self, S::itself(self.shape()).cumsum_shape(), T::plus)
    }

    /// The running sums along axis `A`, counted from 0.
    ///
    /// `out[i.., k, j..] = a[i.., 0, j..] + .. + a[i.., k, j..]`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`
    ///
    /// As `numpy.cumsum(a, axis=A)`; see [`cumsum`](Array::cumsum). An axis that does not exist is a compile error.
    ///
    /// # Errors
    /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a [`ShapeError`](crate::ShapeError) says that
    /// the axis is out of bounds, in NumPy's words.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1, 2], [3, 4]];
    /// assert_eq!(a.cumsum_axis::<0>(), array![[1, 2], [4, 6]]);
    /// assert_eq!(a.cumsum_axis::<1>(), array![[1, 3], [3, 7]]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn cumsum_axis<const A: usize>(&self) -> <<S as RemoveAxis<A, op::cumsum_axis>>::Check as Check>::Wrap<Array<T, S>> where AxisRules: AxisGiven<AxisArg<A>, op::cumsum_axis>,
        T: Scalar,
        S: RemoveAxis<A, op::cumsum_axis>,
    {
        let results =
            same_shape::<A, op::cumsum_axis, _, _, _, _>(self, |along| fold::cumulate_along(along, T::plus));
        <<S as RemoveAxis<A, op::cumsum_axis>>::Check as Check>::wrap(results)
    }

    /// Writes [`cumsum_axis`](Array::cumsum_axis) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `out` has the shape of the array.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: an `out` of another shape, or an axis that does not exist.
    /// `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut out = Matrix::zeros();
    /// array![[1, 2], [3, 4]].cumsum_axis_into::<0, _, _>(&mut out);
    /// assert_eq!(out, array![[1, 2], [4, 6]]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn cumsum_axis_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> <SameIntoCheck<A, S, S2, op::cumsum_axis> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::cumsum_axis>,
        T: Scalar,
        S: RemoveAxis<A, op::cumsum_axis> + SameShape<S2, op::out>,
    {
        let done =
            same_shape_into::<A, op::cumsum_axis, _, _, _, _, _, _>(self, out, "cumsum_axis_into", |along| {
                fold::cumulate_along(along, T::plus)
            });
        <SameIntoCheck<A, S, S2, op::cumsum_axis> as Check>::wrap(done)
    }

    /// The running products of a vector.
    ///
    /// `out[i] = a[0] * .. * a[i]`
    ///
    /// # Shapes
    /// `(N) -> (N)`. A [`DynRank`](crate::DynRank) is read row by row, as NumPy reads every array; of another array the axis
    /// must be named: [`cumprod_axis`](Array::cumprod_axis).
    ///
    /// As `numpy.cumprod(a)`, in the element type: integers wrap around, which NumPy widens to 64 bits. One by one in this
    /// order, so that the error grows with the number of elements: `gamma_n`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2, 3].cumprod(), array![1, 2, 6]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// // `cumprod`: an array of dimension 2 has no one axis to go along
    /// conformable::array![[1, 2], [3, 4]].cumprod();
    /// ```
    #[inline]
    #[must_use]
    pub fn cumprod<X>(&self /* along an axis: `cumprod_axis::<0>()` */) -> Array<T, X::Output>
    where
        T: Scalar,
        S: Itself<X>,
        X: CumsumShape<op::cumprod>,
    {
        cumulated(self, S::itself(self.shape()).cumsum_shape(), T::times)
    }

    /// The running products along axis `A`, counted from 0.
    ///
    /// `out[i.., k, j..] = a[i.., 0, j..] * .. * a[i.., k, j..]`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`
    ///
    /// As `numpy.cumprod(a, axis=A)`; see [`cumprod`](Array::cumprod). An axis that does not exist is a compile error.
    ///
    /// # Errors
    /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a [`ShapeError`](crate::ShapeError) says that
    /// the axis is out of bounds, in NumPy's words.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1, 2], [3, 4]];
    /// assert_eq!(a.cumprod_axis::<0>(), array![[1, 2], [3, 8]]);
    /// assert_eq!(a.cumprod_axis::<1>(), array![[1, 2], [3, 12]]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn cumprod_axis<const A: usize>(&self) -> <<S as RemoveAxis<A, op::cumprod_axis>>::Check as Check>::Wrap<Array<T, S>> where AxisRules: AxisGiven<AxisArg<A>, op::cumprod_axis>,
        T: Scalar,
        S: RemoveAxis<A, op::cumprod_axis>,
    {
        let results = same_shape::<A, op::cumprod_axis, _, _, _, _>(self, |along| {
            fold::cumulate_along(along, T::times)
        });
        <<S as RemoveAxis<A, op::cumprod_axis>>::Check as Check>::wrap(results)
    }

    /// Writes [`cumprod_axis`](Array::cumprod_axis) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `out` has the shape of the array.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: an `out` of another shape, or an axis that does not exist.
    /// `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut out = Matrix::zeros();
    /// array![[1, 2], [3, 4]].cumprod_axis_into::<0, _, _>(&mut out);
    /// assert_eq!(out, array![[1, 2], [3, 8]]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn cumprod_axis_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> <SameIntoCheck<A, S, S2, op::cumprod_axis> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::cumprod_axis>,
        T: Scalar,
        S: RemoveAxis<A, op::cumprod_axis> + SameShape<S2, op::out>,
    {
        let done = same_shape_into::<A, op::cumprod_axis, _, _, _, _, _, _>(
            self,
            out,
            "cumprod_axis_into",
            |along| fold::cumulate_along(along, T::times),
        );
        <SameIntoCheck<A, S, S2, op::cumprod_axis> as Check>::wrap(done)
    }
}

/// `plus` of each element and all before it, row by row, under a shape that [`CumsumShape`] gave.
#[inline(always)]
fn cumulated<T: Scalar, S: Shape, O: Ownership, X: Shape>(
    a: &Array<T, S, O>,
    shape: X,
    plus: impl Fn(T, T) -> T,
) -> Array<T, X> {
    // SAFETY: as many elements are written as the array has, which has as many bytes at least, and as `shape` has.
    let storage = unsafe { Storage::init_with(a.len(), |out| fold::cumulate(out, &elements(a), plus)) };
    Array::from_parts(shape, storage)
}
