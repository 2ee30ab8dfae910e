//! `norm_squared`: sums of squares, of a whole array and along an axis.

use super::along::{self, along_form, of_all};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::reduce::squared::{squared, squared_along, squared_slice, squared_static};
use crate::scalar::Scalar;
use crate::shape::op;
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, KeptAxis, RemoveAxis, SameShape, Shape,
};

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The sum of the squares of the elements.
    ///
    /// `sum over i.. of conj(a[i..]) * a[i..]`
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.vdot(a, a)`: integers wrap around, a complex number is multiplied by its conjugate (so that the
    /// imaginary part of the sum is zero), and for `bool` it is whether any is true. The sum of no elements is zero.
    /// Nothing is scaled: squares can overflow and vanish, which [`norm`](Array::norm) sees to.
    ///
    /// # Accuracy
    /// That of the dot product of the elements with themselves, whose bits these are.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3, 4].norm_squared(), 25);
    /// assert_eq!(array![[1., 2.], [2., 4.]].norm_squared(), 25.);
    /// ```
    #[doc(alias("length_squared", "magnitude_squared"))]
    #[inline]
    pub fn norm_squared(&self /* along an axis: `norm_squared_axis::<0>()` */) -> T
    where
        T: Scalar,
    {
        of_all!(self, T S O; |x| squared_static(x), squared_slice(x), squared(x))
    }

    along_form! {
        axis norm_squared_axis; Check Wrap wrap done IntoCheck Reduced [T: Scalar,] T;
        /// The sums of the squares along axis `A`, counted from 0.
        ///
        /// `out[i.., j..] = sum over k of conj(a[i.., k, j..]) * a[i.., k, j..]`
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself.
        ///
        /// As `numpy.vecdot(a, a, axis=A)`, for every element type of [`norm_squared`](Array::norm_squared). An axis that
        /// is not there does not compile.
        ///
        /// # Errors
        /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a
        /// [`ShapeError`](crate::ShapeError) says that the axis is out of bounds, in NumPy's words.
        ///
        /// # Panics
        /// If the result has more elements than memory can hold, for an array without elements.
        ///
        /// # Accuracy
        /// That of the dot product of each vector with itself, whose bits these are.
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[3, 4], [1, 2]];
        /// assert_eq!(a.norm_squared_axis::<0>(), array![10, 20]);
        /// assert_eq!(a.norm_squared_axis::<1>(), array![25, 5]);
        /// ```
        ///
        /// ```compile_fail,E0277
        /// // `norm_squared_axis`: axis 1 is out of bounds for array of dimension 1
        /// conformable::array![3, 4].norm_squared_axis::<1>();
        /// ```
        norm_squared_axis [AxisRules: AxisGiven<AxisArg<A>, op::norm_squared_axis>];
        |a => a, along| squared_along(along)
    }

    along_form! {
        keepdims norm_squared_keepdims; Check Wrap wrap done IntoCheck Reduced [T: Scalar,] T;
        /// [`norm_squared_axis`](Array::norm_squared_axis), with the axis kept as a [`Stretch`](crate::Stretch).
        ///
        /// `out[i.., 0, j..] = sum over k of conj(a[i.., k, j..]) * a[i.., k, j..]`
        ///
        /// # Shapes
        /// The shape of the array with a `Stretch`, of length 1, in place of axis `A`.
        ///
        /// As `numpy.sum(a.conj() * a, axis=A, keepdims=True)`.
        ///
        /// # Errors
        /// As [`norm_squared_axis`](Array::norm_squared_axis).
        ///
        /// # Panics
        /// As [`norm_squared_axis`](Array::norm_squared_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// assert_eq!(array![[3, 4], [1, 2]].norm_squared_keepdims::<1>()[[0, 0]], 25);
        /// ```
        ///
        /// ```compile_fail,E0277
        /// // `norm_squared_keepdims`: axis 1 is out of bounds for array of dimension 1
        /// conformable::array![3, 4].norm_squared_keepdims::<1>();
        /// ```
        norm_squared_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::norm_squared_keepdims>];
        |a => a, along| squared_along(along)
    }

    along_form! {
        into norm_squared_axis norm_squared_axis_into; Check Wrap wrap done IntoCheck Reduced [T: Scalar,] T;
        /// Writes [`norm_squared_axis`](Array::norm_squared_axis) into an existing array, and allocates
        /// nothing.
        ///
        /// # Shapes
        /// `out` has the shape of the array without axis `A`.
        ///
        /// # Errors
        /// Only if one of the lengths compared is `Dyn`, or a rank is: an `out` of another shape, or an axis that is
        /// not there. `out` is then as it was.
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[3, 4], [1, 2]].norm_squared_axis_into::<1, _, _>(&mut out);
        /// assert_eq!(out, array![25, 5]);
        /// ```
        norm_squared_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::norm_squared_axis_into>];
        |a => a, along| squared_along(along)
    }
}
