//! `median`: of a whole array and along an axis.

use super::along::{self, along_form, along_forms, in_place};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::reduce::quantile::{
    Median, Quantile, choose_along, quantile_along, quantile_slice, quantile_static,
};
use crate::scalar::{Average, Fraction, Ordered};
use crate::shape::op;
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, KeptAxis, RemoveAxis, SameShape, Shape,
};

/// The quantile of all elements.
#[inline(always)]
pub(super) fn quantile<T: Average + Ordered, S: Shape, O: Ownership>(
    a: &Array<T, S, O>,
    q: impl Quantile,
) -> T::Mean {
    let mut copy = a.to_owned();
    let x = copy.as_mut_slice();
    if const { S::STATIC_LEN.is_some() } { quantile_static(x, q) } else { quantile_slice(x, q) }
}

/// A copy of the array, in which each vector along number `axis` has its quantile in its place.
#[inline]
pub(super) fn chosen<T: Ordered, S: Shape, O: Ownership>(
    a: &Array<T, S, O>,
    axis: usize,
    q: impl Quantile,
) -> Array<T, S> {
    let mut copy = a.to_owned();
    in_place(&mut copy, axis, |along| choose_along(along, q));
    copy
}

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The median of all elements: the middle one in sorted order, or the mean of the two in the middle.
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.median(a)`: floats in their own type, integers in `f64` (and `f16` and `bf16` in `f32`), NaN if an element is,
    /// and NaN for an empty array. The mean of two is that of [`mean`](Array::mean), which is finite for finite elements.
    ///
    /// Selects in a copy of the array, in about `n` steps for `n` elements (without `std` it sorts the copy). The copy is of the
    /// shape of the array, and so needs an allocator only if a length is `Dyn`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[7, 1], [3, 4]].median(), 3.5);
    /// assert!(array![1., f64::NAN].median().is_nan());
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![true, false].median(); // elements of type `bool` have no mean
    /// ```
    #[inline]
    pub fn median<M: Fraction>(&self /* along an axis: `median_axis::<0>()` */) -> M
    where
        T: Average<Mean = M> + Ordered,
    {
        quantile(self, Median)
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [T: Average + Ordered,] T::Mean;
        /// The medians along axis `A`, counted from 0.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself.
        ///
        /// As `numpy.median(a, axis=A)`; see [`median`](Array::median). An axis that does not exist is a compile error.
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
        /// let a = array![[7., 1., 3.], [4., 5., 9.]];
        /// assert_eq!(a.median_axis::<0>(), array![5.5, 3., 6.]);
        /// assert_eq!(a.median_axis::<1>(), array![3., 5.]);
        /// ```
        median_axis [AxisRules: AxisGiven<AxisArg<A>, op::median_axis>];
        /// The medians along axis `A`, which is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
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
        /// let a = array![[7., 1., 3.], [4., 5., 9.]];
        /// assert_eq!(&a - &a.median_keepdims::<1>(), array![[4., -2., 0.], [-1., 0., 4.]]);
        /// ```
        median_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::median_keepdims>];
        /// Writes [`median_axis`](Array::median_axis) into an existing array. What it selects in is a copy all the same.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[7., 1., 3.], [4., 5., 9.]].median_axis_into::<1, _, _>(&mut out);
        /// assert_eq!(out, array![3., 5.]);
        /// ```
        median_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::median_axis>];
        |a => &chosen(a, A, Median), along| quantile_along(along, Median)
    }
}
