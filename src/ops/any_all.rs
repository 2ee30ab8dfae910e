//! `any`, `all` and `count` of arrays of `bool`, and `count_nonzero`: whole and along an axis.

use super::along::{self, along_form, along_forms, of_all};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::reduce::fold::{
    contains, contains_along, contains_slice, count, count_along, count_slice,
};
use crate::scalar::Scalar;
use crate::sealed::Seal;
use crate::shape::op;
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, KeptAxis, RemoveAxis, SameShape, Shape,
};

/// Elements that are true or false: `bool` and no other.
#[diagnostic::on_unimplemented(
    message = "elements of type `{T}` are not `bool`",
    label = "expected elements of type `bool`",
    note = "a comparison gives an array of `bool`, and `count_nonzero` counts numbers"
)]
pub trait TrueOrFalse<T> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The same array: its elements are `bool`.
    #[doc(hidden)]
    fn bools<S: Shape, O: Ownership>(array: &Array<T, S, O>) -> &Array<bool, S, O>;
}
// For every `Self`, for the sake of messages: see `SameDim`.
impl<X> TrueOrFalse<bool> for X {
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn bools<S: Shape, O: Ownership>(array: &Array<bool, S, O>) -> &Array<bool, S, O> {
        array
    }
}

/// Whether an element is `wanted`.
#[inline(always)]
fn is_there<S: Shape, O: Ownership>(a: &Array<bool, S, O>, wanted: bool) -> bool {
    type T = bool;
    of_all!(a, T S O; |x| contains_slice(x, wanted), contains_slice(x, wanted), contains(x, wanted))
}

/// How many elements `f` holds for.
#[inline(always)]
fn number_of<T: Copy, S: Shape, O: Ownership>(a: &Array<T, S, O>, f: impl Fn(T) -> bool) -> usize {
    of_all!(a, T S O; |x| count_slice(x, &f), count_slice(x, &f), count(x, &f))
}

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Whether any element is true.
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.any(a)`, of `bool` only. Of nothing it is false.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert!(array![false, true].any());
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![1, 0].any(); // elements of type `i32` are neither true nor false
    /// ```
    #[inline]
    pub fn any(&self /* along an axis: `any_axis::<0>()` */) -> bool
    where
        AxisRules: TrueOrFalse<T>,
    {
        is_there(AxisRules::bools(self), true)
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [AxisRules: TrueOrFalse<T>,] bool;
        /// Whether any element along axis `A`, counted from 0, is true.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the value itself.
        ///
        /// As `numpy.any(a, axis=A)`; see [`any`](Array::any). An axis that does not exist is a compile error.
        ///
        /// # Errors
        /// As [`sum_axis`](Array::sum_axis): only for [`DynRank`](crate::DynRank).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[true, false, true], [false, false, true]];
        /// assert_eq!(a.any_axis::<0>(), array![true, false, true]);
        /// ```
        any_axis [AxisRules: AxisGiven<AxisArg<A>, op::any_axis>];
        /// [`any_axis`](Array::any_axis), with the axis kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
        ///
        /// # Errors
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// assert_eq!(array![[true, false], [false, false]].any_keepdims::<1>()[[0, 0]], true);
        /// ```
        any_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::any_keepdims>];
        /// Writes [`any_axis`](Array::any_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let mut out = array![false, false, false];
        /// array![[true, false, true], [false, false, true]].any_axis_into::<0, _, _>(&mut out);
        /// assert_eq!(out, array![true, false, true]);
        /// ```
        any_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::any_axis>];
        |a => AxisRules::bools(a), along| contains_along(along, true, false)
    }

    /// Whether all elements are true.
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.all(a)`, of `bool` only. Of nothing it is true.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert!(!array![false, true].all());
    /// ```
    #[inline]
    pub fn all(&self /* along an axis: `all_axis::<0>()` */) -> bool
    where
        AxisRules: TrueOrFalse<T>,
    {
        !is_there(AxisRules::bools(self), false)
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [AxisRules: TrueOrFalse<T>,] bool;
        /// Whether all elements along axis `A`, counted from 0, are true.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the value itself.
        ///
        /// As `numpy.all(a, axis=A)`; see [`all`](Array::all). An axis that does not exist is a compile error.
        ///
        /// # Errors
        /// As [`sum_axis`](Array::sum_axis): only for [`DynRank`](crate::DynRank).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[true, false, true], [false, false, true]];
        /// assert_eq!(a.all_axis::<0>(), array![false, false, true]);
        /// ```
        all_axis [AxisRules: AxisGiven<AxisArg<A>, op::all_axis>];
        /// [`all_axis`](Array::all_axis), with the axis kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
        ///
        /// # Errors
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// assert_eq!(array![[true, false], [false, false]].all_keepdims::<1>()[[0, 0]], false);
        /// ```
        all_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::all_keepdims>];
        /// Writes [`all_axis`](Array::all_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let mut out = array![false, false, false];
        /// array![[true, false, true], [false, false, true]].all_axis_into::<0, _, _>(&mut out);
        /// assert_eq!(out, array![false, false, true]);
        /// ```
        all_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::all_axis>];
        |a => AxisRules::bools(a), along| contains_along(along, false, true)
    }

    /// The number of elements that are true.
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.count_nonzero(a)` and `numpy.sum(a)` of `bool`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![false, true, true].count(), 2);
    /// ```
    #[inline]
    pub fn count(&self /* along an axis: `count_axis::<0>()` */) -> usize
    where
        AxisRules: TrueOrFalse<T>,
    {
        number_of(AxisRules::bools(self), |x| x)
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [AxisRules: TrueOrFalse<T>,] usize;
        /// The number of elements along axis `A`, counted from 0, that are true.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the value itself.
        ///
        /// As `numpy.count_nonzero(a, axis=A)`; see [`count`](Array::count). An axis that does not exist is a compile error.
        ///
        /// # Errors
        /// As [`sum_axis`](Array::sum_axis): only for [`DynRank`](crate::DynRank).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[true, false, true], [false, false, true]];
        /// assert_eq!(a.count_axis::<0>(), array![1, 0, 2]);
        /// ```
        count_axis [AxisRules: AxisGiven<AxisArg<A>, op::count_axis>];
        /// [`count_axis`](Array::count_axis), with the axis kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
        ///
        /// # Errors
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// assert_eq!(array![[true, false], [false, false]].count_keepdims::<1>()[[0, 0]], 1);
        /// ```
        count_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::count_keepdims>];
        /// Writes [`count_axis`](Array::count_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let mut out = array![0_usize, 0, 0];
        /// array![[true, false, true], [false, false, true]].count_axis_into::<0, _, _>(&mut out);
        /// assert_eq!(out, array![1, 0, 2]);
        /// ```
        count_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::count_axis>];
        |a => AxisRules::bools(a), along| count_along(along, |x| x)
    }

    /// The number of elements that are not zero. A NaN is not.
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.count_nonzero(a)`.
    ///
    /// # Example
    /// ```
    /// assert_eq!(conformable::array![[0, 3], [-1, 0]].count_nonzero(), 2);
    /// ```
    #[doc(alias = "nonzero")]
    #[inline]
    pub fn count_nonzero(&self /* along an axis: `count_nonzero_axis::<0>()` */) -> usize
    where
        T: Scalar + PartialEq,
    {
        number_of(self, |x| x != T::ZERO)
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [T: Scalar + PartialEq,] usize;
        /// The number of elements along axis `A`, counted from 0, that are not zero.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the number itself.
        ///
        /// As `numpy.count_nonzero(a, axis=A)`.
        ///
        /// # Errors
        /// As [`sum_axis`](Array::sum_axis): only for [`DynRank`](crate::DynRank).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// assert_eq!(array![[0, 3], [-1, 5]].count_nonzero_axis::<0>(), array![1, 2]);
        /// ```
        count_nonzero_axis [AxisRules: AxisGiven<AxisArg<A>, op::count_nonzero_axis>];
        /// [`count_nonzero_axis`](Array::count_nonzero_axis), with the axis kept as a [`Stretch`](crate::Stretch).
        ///
        /// # Errors
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// assert_eq!(array![[0, 3], [-1, 5]].count_nonzero_keepdims::<1>()[[1, 0]], 2);
        /// ```
        count_nonzero_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::count_nonzero_keepdims>];
        /// Writes [`count_nonzero_axis`](Array::count_nonzero_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let mut out = array![0_usize, 0];
        /// array![[0, 3], [-1, 5]].count_nonzero_axis_into::<0, _, _>(&mut out);
        /// assert_eq!(out, array![1, 2]);
        /// ```
        count_nonzero_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::count_nonzero_axis>];
        |a => a, along| count_along(along, |x| x != T::ZERO)
    }
}
