//! `softmax_axis` and `log_softmax_axis`: the elements of each vector as parts of a whole.

use super::along::{SameIntoCheck, same_shape, same_shape_into};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::reduce::softmax::softmax_along;
use crate::scalar::{Ordered, Real};
use crate::shape::op;
use crate::shape::{AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, RemoveAxis, SameShape, Shape};

/// # Element by element
impl<T: Real + Ordered, S: Shape, O: Ownership> Array<T, S, O> {
    /// The parts of a whole that the powers of e are, of each vector along axis `A`, counted from 0.
    ///
    /// `out[i.., k, j..] = exp(a[i.., k, j..]) / (exp(a[i.., 0, j..]) + exp(a[i.., 1, j..]) + ..)`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`
    ///
    /// As `scipy.special.softmax(a, axis=A)`. The largest element of the vector is subtracted first, so that no power overflows; the sum
    /// has the order of [`sum_axis`](Array::sum_axis). A vector with NaN or `inf` in it, or with nothing but `-inf`, gives NaN.
    ///
    /// # Errors
    /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a [`ShapeError`](crate::ShapeError) says that
    /// the axis is out of bounds, in NumPy's words. An axis that does not exist is a compile error for other shapes.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let scores = array![[1., 1.], [1000., f64::NEG_INFINITY]];
    /// assert_eq!(scores.softmax_axis::<1>(), array![[0.5, 0.5], [1., 0.]]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn softmax_axis<const A: usize>(&self) -> <<S as RemoveAxis<A, op::softmax_axis>>::Check as Check>::Wrap<Array<T, S>> where AxisRules: AxisGiven<AxisArg<A>, op::softmax_axis>,
        S: RemoveAxis<A, op::softmax_axis>,
    {
        let parts = same_shape::<A, op::softmax_axis, _, _, _, _>(self, |along| softmax_along::<T, false>(along));
        <<S as RemoveAxis<A, op::softmax_axis>>::Check as Check>::wrap(parts)
    }

    /// Writes [`softmax_axis`](Array::softmax_axis) into an existing array, and allocates nothing.
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
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![0., 0.].softmax_axis_into::<0, _, _>(&mut out);
    /// assert_eq!(out, array![0., 0.].softmax_axis::<0>());
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn softmax_axis_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> <SameIntoCheck<A, S, S2, op::softmax_axis> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::softmax_axis>,
        S: RemoveAxis<A, op::softmax_axis> + SameShape<S2, op::out>,
    {
        let done = same_shape_into::<A, op::softmax_axis, _, _, _, _, _, _>(
            self,
            out,
            "softmax_axis_into",
            |along| softmax_along::<T, false>(along),
        );
        <SameIntoCheck<A, S, S2, op::softmax_axis> as Check>::wrap(done)
    }

    /// The logarithms of [`softmax_axis`](Array::softmax_axis), without its underflow.
    ///
    /// `out[i.., k, j..] = a[i.., k, j..] - ln(exp(a[i.., 0, j..]) + exp(a[i.., 1, j..]) + ..)`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`
    ///
    /// As `scipy.special.log_softmax(a, axis=A)`. The largest element of the vector is subtracted first, so that no power overflows, and a
    /// part too small for [`softmax_axis`](Array::softmax_axis) has its logarithm.
    ///
    /// # Errors
    /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a [`ShapeError`](crate::ShapeError) says that
    /// the axis is out of bounds, in NumPy's words. An axis that does not exist is a compile error for other shapes.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let scores = array![0., 1000.];
    /// assert_eq!(scores.log_softmax_axis::<0>(), array![-1000., 0.]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn log_softmax_axis<const A: usize>(&self) -> <<S as RemoveAxis<A, op::log_softmax_axis>>::Check as Check>::Wrap<Array<T, S>> where AxisRules: AxisGiven<AxisArg<A>, op::log_softmax_axis>,
        S: RemoveAxis<A, op::log_softmax_axis>,
    {
        let parts = same_shape::<A, op::log_softmax_axis, _, _, _, _>(self, |along| softmax_along::<T, true>(along));
        <<S as RemoveAxis<A, op::log_softmax_axis>>::Check as Check>::wrap(parts)
    }

    /// Writes [`log_softmax_axis`](Array::log_softmax_axis) into an existing array, and allocates nothing.
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
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![0., 0.].log_softmax_axis_into::<0, _, _>(&mut out);
    /// assert_eq!(out, array![0., 0.].log_softmax_axis::<0>());
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn log_softmax_axis_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> <SameIntoCheck<A, S, S2, op::log_softmax_axis> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::log_softmax_axis>,
        S: RemoveAxis<A, op::log_softmax_axis> + SameShape<S2, op::out>,
    {
        let done = same_shape_into::<A, op::log_softmax_axis, _, _, _, _, _, _>(
            self,
            out,
            "log_softmax_axis_into",
            |along| softmax_along::<T, true>(along),
        );
        <SameIntoCheck<A, S, S2, op::log_softmax_axis> as Check>::wrap(done)
    }
}
