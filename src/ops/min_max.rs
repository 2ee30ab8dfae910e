//! `min`, `max`, `argmin` and `argmax`: of a whole array and along an axis.

use super::along::{self, along_form, along_forms, of_all};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::kernel::reduce::min_max::{
    Position, Value, extreme, extreme_along, extreme_of_slice, value_of_slice,
};
use crate::scalar::Ordered;
use crate::shape::op::{self, Operation};
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisHasElements, AxisRules, Check, ElementsAlong, Filled,
    HasElements, KeptAxis, OfAll, RemoveAxis, SameShape, Shape, expect_any_elements,
};

/// The number in row-major order of the smallest or the largest element.
#[inline(always)]
fn position<T: Ordered, S: Shape, O: Ownership, const MAX: bool>(
    a: &Array<T, S, O>,
    name: &'static str,
) -> Result<usize, ShapeError> {
    let found = of_all!(a, T S O; |x| extreme_of_slice::<T, MAX>(x), extreme_of_slice::<T, MAX>(x), extreme::<T, MAX>(x));
    found.map(|(position, _)| position).ok_or_else(|| ShapeError::no_elements(name, a.dims().as_ref()))
}

/// Its value.
#[inline(always)]
fn value<T: Ordered, S: Shape, O: Ownership, const MAX: bool>(
    a: &Array<T, S, O>,
    name: &'static str,
) -> Result<T, ShapeError> {
    let found = of_all!(
        a, T S O; |x| value_of_slice::<T, MAX>(x),
        value_of_slice::<T, MAX>(x), extreme::<T, MAX>(x).map(|(_, value)| value)
    );
    found.ok_or_else(|| ShapeError::no_elements(name, a.dims().as_ref()))
}

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The smallest element; NaN if there is one.
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank. A value if the types know that there are elements; an `Option` if a length is `Dyn`, or
    /// the rank is, `None` of nothing. Of an array that is empty by its type it does not compile. [`Filled::option`] makes an
    /// `Option` of either in generic code.
    ///
    /// As `numpy.min(a)`, which refuses an empty array. The first NaN wins over every number, and of equal elements, -0.0 and
    /// 0.0, too, the first is taken: NumPy's choice between zeros depends on the order in which it looks.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[3, 1], [2, 5]].min(), 1);
    /// ```
    #[doc(alias("amin", "min_element"))]
    #[inline]
    #[track_caller]
    pub fn min(&self /* along an axis: `min_axis::<0>()` */) -> OfAll<S, T>
    where
        T: Ordered,
        AxisRules: HasElements<S::Elements, op::min>,
    {
        const { expect_any_elements::<S>(op::min::NAME) };
        S::AllKnown::give(value::<T, S, O, false>(self, "min"))
    }

    along_forms! {
        Filled Given give given FilledIntoCheck Filled [T: Ordered,] T;
        /// The smallest elements along axis `A`, counted from 0.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself. In an `Option` if axis `A` is `Dyn`,
        /// `None` if it has no elements; with no elements by its type it does not compile.
        ///
        /// As `numpy.min(a, axis=A)`; see [`min`](Array::min) for NaN and equal elements. An axis that is not there does not
        /// compile.
        ///
        /// # Errors
        /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a [`ShapeError`] says that
        /// the axis is out of bounds, or has no elements, in NumPy's words.
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[3, 1, 2], [4, 0, 9]];
        /// assert_eq!(a.min_axis::<0>(), array![3, 0, 2]);
        /// assert_eq!(a.min_axis::<1>(), array![1, 0]);
        /// ```
        min_axis [AxisRules: AxisGiven<AxisArg<A>, op::min_axis> + AxisHasElements<ElementsAlong<A, S, op::min_axis>, A, op::min_axis>];
        /// The smallest elements along axis `A`, which is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
        ///
        /// # Errors
        /// As [`min_axis`](Array::min_axis).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// assert_eq!(array![[3, 1, 2], [4, 0, 9]].min_keepdims::<1>()[[1, 0]], 0);
        /// ```
        min_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::min_keepdims> + AxisHasElements<ElementsAlong<A, S, op::min_keepdims>, A, op::min_keepdims>];
        /// Writes [`min_axis`](Array::min_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// Only if one of the lengths compared is `Dyn`, or a rank or axis `A` is: an `out` of another shape, an axis that is not
        /// there, or one without elements. `out` is then as it was.
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[3, 1, 2], [4, 0, 9]].min_axis_into::<1, _, _>(&mut out);
        /// assert_eq!(out, array![1, 0]);
        /// ```
        min_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::min_axis> + AxisHasElements<ElementsAlong<A, S, op::min_axis>, A, op::min_axis>];
        |a => a, along| extreme_along::<_, T, false>(Value, along)
    }

    /// The largest element; NaN if there is one.
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank. A value if the types know that there are elements; an `Option` if a length is `Dyn`, or
    /// the rank is, `None` of nothing. Of an array that is empty by its type it does not compile. [`Filled::option`] makes an
    /// `Option` of either in generic code.
    ///
    /// As `numpy.max(a)`, which refuses an empty array. The first NaN wins over every number, and of equal elements, -0.0 and
    /// 0.0, too, the first is taken: NumPy's choice between zeros depends on the order in which it looks.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[3, 1], [2, 5]].max(), 5);
    /// assert!(array![1., f64::NAN, 2.].max().is_nan());
    /// ```
    ///
    /// ```compile_fail,E0080
    /// conformable::Vector::<f32, 0>::zeros().max(); // this array has no elements
    /// ```
    #[doc(alias("amax", "max_element"))]
    #[inline]
    #[track_caller]
    pub fn max(&self /* along an axis: `max_axis::<0>()` */) -> OfAll<S, T>
    where
        T: Ordered,
        AxisRules: HasElements<S::Elements, op::max>,
    {
        const { expect_any_elements::<S>(op::max::NAME) };
        S::AllKnown::give(value::<T, S, O, true>(self, "max"))
    }

    along_forms! {
        Filled Given give given FilledIntoCheck Filled [T: Ordered,] T;
        /// The largest elements along axis `A`, counted from 0.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself. In an `Option` if axis `A` is `Dyn`,
        /// `None` if it has no elements; with no elements by its type it does not compile.
        ///
        /// As `numpy.max(a, axis=A)`; see [`max`](Array::max) for NaN and equal elements. An axis that is not there does not
        /// compile.
        ///
        /// # Errors
        /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a [`ShapeError`] says that
        /// the axis is out of bounds, or has no elements, in NumPy's words.
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[3, 1, 2], [4, 0, 9]];
        /// assert_eq!(a.max_axis::<0>(), array![4, 1, 9]);
        /// assert_eq!(a.max_axis::<1>(), array![3, 9]);
        /// ```
        ///
        /// ```compile_fail,E0080
        /// conformable::Matrix::<f32, 2, 0>::zeros().max_axis::<1>(); // this axis has no elements
        /// ```
        ///
        /// ```compile_fail,E0277
        /// // `max_axis`: axis 1 is out of bounds for array of dimension 1
        /// conformable::array![1, 2].max_axis::<1>();
        /// ```
        max_axis [AxisRules: AxisGiven<AxisArg<A>, op::max_axis> + AxisHasElements<ElementsAlong<A, S, op::max_axis>, A, op::max_axis>];
        /// The largest elements along axis `A`, which is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
        ///
        /// # Errors
        /// As [`max_axis`](Array::max_axis).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// assert_eq!(array![[3, 1, 2], [4, 0, 9]].max_keepdims::<1>()[[1, 0]], 9);
        /// ```
        max_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::max_keepdims> + AxisHasElements<ElementsAlong<A, S, op::max_keepdims>, A, op::max_keepdims>];
        /// Writes [`max_axis`](Array::max_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// Only if one of the lengths compared is `Dyn`, or a rank or axis `A` is: an `out` of another shape, an axis that is not
        /// there, or one without elements. `out` is then as it was.
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[3, 1, 2], [4, 0, 9]].max_axis_into::<1, _, _>(&mut out);
        /// assert_eq!(out, array![3, 9]);
        /// ```
        max_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::max_axis> + AxisHasElements<ElementsAlong<A, S, op::max_axis>, A, op::max_axis>];
        |a => a, along| extreme_along::<_, T, true>(Value, along)
    }

    /// The position of the smallest element, counted row by row: the first of equals, and the first NaN if there is one.
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank. A value if the types know that there are elements; an `Option` if a length is `Dyn`, or
    /// the rank is, `None` of nothing. Of an array that is empty by its type it does not compile. [`Filled::option`] makes an
    /// `Option` of either in generic code.
    ///
    /// As `numpy.argmin(a)`, which refuses an empty array. [`unravel_index`](Array::unravel_index) gives the position along each
    /// axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[3, 1], [2, 1]];
    /// assert_eq!(a.argmin(), 1); // the first of equals
    /// assert_eq!(a.unravel_index(1), Some([0, 1]));
    /// ```
    #[inline]
    #[track_caller]
    pub fn argmin(&self /* along an axis: `argmin_axis::<0>()` */) -> OfAll<S, usize>
    where
        T: Ordered,
        AxisRules: HasElements<S::Elements, op::argmin>,
    {
        const { expect_any_elements::<S>(op::argmin::NAME) };
        S::AllKnown::give(position::<T, S, O, false>(self, "argmin"))
    }

    along_forms! {
        Filled Given give given FilledIntoCheck Filled [T: Ordered,] usize;
        /// The positions of the smallest elements along axis `A`, counted from 0.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the position itself. In an `Option` if axis `A` is `Dyn`,
        /// `None` if it has no elements; with no elements by its type it does not compile.
        ///
        /// As `numpy.argmin(a, axis=A)`; see [`argmin`](Array::argmin) for NaN and equal elements. An axis that is not there does not
        /// compile.
        ///
        /// # Errors
        /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a [`ShapeError`] says that
        /// the axis is out of bounds, or has no elements, in NumPy's words.
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[3, 1, 2], [4, 0, 9]];
        /// assert_eq!(a.argmin_axis::<0>(), array![0, 1, 0]);
        /// assert_eq!(a.argmin_axis::<1>(), array![1, 1]);
        /// ```
        argmin_axis [AxisRules: AxisGiven<AxisArg<A>, op::argmin_axis> + AxisHasElements<ElementsAlong<A, S, op::argmin_axis>, A, op::argmin_axis>];
        /// The positions of the smallest elements along axis `A`, which is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
        ///
        /// # Errors
        /// As [`argmin_axis`](Array::argmin_axis).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// assert_eq!(array![[3, 1, 2], [4, 0, 9]].argmin_keepdims::<1>()[[1, 0]], 1);
        /// ```
        argmin_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::argmin_keepdims> + AxisHasElements<ElementsAlong<A, S, op::argmin_keepdims>, A, op::argmin_keepdims>];
        /// Writes [`argmin_axis`](Array::argmin_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// Only if one of the lengths compared is `Dyn`, or a rank or axis `A` is: an `out` of another shape, an axis that is not
        /// there, or one without elements. `out` is then as it was.
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[3, 1, 2], [4, 0, 9]].argmin_axis_into::<1, _, _>(&mut out);
        /// assert_eq!(out, array![1, 1]);
        /// ```
        argmin_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::argmin_axis> + AxisHasElements<ElementsAlong<A, S, op::argmin_axis>, A, op::argmin_axis>];
        |a => a, along| extreme_along::<_, T, false>(Position, along)
    }

    /// The position of the largest element, counted row by row: the first of equals, and the first NaN if there is one.
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank. A value if the types know that there are elements; an `Option` if a length is `Dyn`, or
    /// the rank is, `None` of nothing. Of an array that is empty by its type it does not compile. [`Filled::option`] makes an
    /// `Option` of either in generic code.
    ///
    /// As `numpy.argmax(a)`, which refuses an empty array. [`unravel_index`](Array::unravel_index) gives the position along each
    /// axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[3, 1], [2, 5]];
    /// assert_eq!(a.argmax(), 3);
    /// assert_eq!(a.unravel_index(3), Some([1, 1]));
    /// ```
    ///
    /// ```compile_fail,E0080
    /// conformable::Vector::<f32, 0>::zeros().argmax(); // this array has no elements
    /// ```
    #[inline]
    #[track_caller]
    pub fn argmax(&self /* along an axis: `argmax_axis::<0>()` */) -> OfAll<S, usize>
    where
        T: Ordered,
        AxisRules: HasElements<S::Elements, op::argmax>,
    {
        const { expect_any_elements::<S>(op::argmax::NAME) };
        S::AllKnown::give(position::<T, S, O, true>(self, "argmax"))
    }

    along_forms! {
        Filled Given give given FilledIntoCheck Filled [T: Ordered,] usize;
        /// The positions of the largest elements along axis `A`, counted from 0.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the position itself. In an `Option` if axis `A` is `Dyn`,
        /// `None` if it has no elements; with no elements by its type it does not compile.
        ///
        /// As `numpy.argmax(a, axis=A)`; see [`argmax`](Array::argmax) for NaN and equal elements. An axis that is not there does not
        /// compile.
        ///
        /// # Errors
        /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a [`ShapeError`] says that
        /// the axis is out of bounds, or has no elements, in NumPy's words.
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[3, 1, 2], [4, 0, 9]];
        /// assert_eq!(a.argmax_axis::<0>(), array![1, 0, 1]);
        /// assert_eq!(a.argmax_axis::<1>(), array![0, 2]);
        /// ```
        ///
        /// ```compile_fail,E0080
        /// conformable::Matrix::<f32, 2, 0>::zeros().argmax_axis::<1>(); // this axis has no elements
        /// ```
        ///
        /// ```compile_fail,E0277
        /// // `argmax_axis`: axis 1 is out of bounds for array of dimension 1
        /// conformable::array![1, 2].argmax_axis::<1>();
        /// ```
        argmax_axis [AxisRules: AxisGiven<AxisArg<A>, op::argmax_axis> + AxisHasElements<ElementsAlong<A, S, op::argmax_axis>, A, op::argmax_axis>];
        /// The positions of the largest elements along axis `A`, which is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
        ///
        /// # Errors
        /// As [`argmax_axis`](Array::argmax_axis).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// assert_eq!(array![[3, 1, 2], [4, 0, 9]].argmax_keepdims::<1>()[[1, 0]], 2);
        /// ```
        argmax_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::argmax_keepdims> + AxisHasElements<ElementsAlong<A, S, op::argmax_keepdims>, A, op::argmax_keepdims>];
        /// Writes [`argmax_axis`](Array::argmax_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// Only if one of the lengths compared is `Dyn`, or a rank or axis `A` is: an `out` of another shape, an axis that is not
        /// there, or one without elements. `out` is then as it was.
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[3, 1, 2], [4, 0, 9]].argmax_axis_into::<1, _, _>(&mut out);
        /// assert_eq!(out, array![0, 2]);
        /// ```
        argmax_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::argmax_axis> + AxisHasElements<ElementsAlong<A, S, op::argmax_axis>, A, op::argmax_axis>];
        |a => a, along| extreme_along::<_, T, true>(Position, along)
    }
}
