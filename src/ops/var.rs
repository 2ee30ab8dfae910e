//! `var` and `std`: of a whole array and along an axis.

use super::along::{self, along_form, along_forms, of_all};
use crate::array::{Array, Ownership, OwnershipMut};
#[cfg(any(feature = "std", feature = "libm"))]
use crate::kernel::reduce::rescaled::Deviation;
use crate::kernel::reduce::rescaled::{Moment, Variance};
use crate::kernel::reduce::var;
use crate::scalar::{Average, Fraction};
use crate::shape::op;
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, KeptAxis, RemoveAxis, SameShape, Shape,
};

// `M`, where `T::Mean` would do: as for the mean.
/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The variance of all elements: the mean of the squares of what they differ from their mean by.
    ///
    /// `(sum over i.. of (a[i..] - mean)²) / n`
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.var(a)`, in the type of the [`mean`](Array::mean). [`var_ddof`](Array::var_ddof) divides by less. Of
    /// nothing it is NaN.
    ///
    /// # Accuracy
    /// The mean comes first, then the squares are summed, so that no large sums are subtracted: with the error `e` of the mean,
    /// `|error| <= gamma_(k + 4) * (var + e²) + e²`, `k` as for [`sum`](Array::sum). The variance of `[1e8, 1e8 + 1, 1e8 + 2]` is
    /// 2/3 to the last bit. If the sum of the squares leaves the range of floats, it is made again of elements scaled by a
    /// power of two.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., 2., 3., 4.].var(), 1.25);
    /// assert_eq!(array![1e8, 1e8 + 1., 1e8 + 2.].var(), 2. / 3.);
    /// ```
    #[doc(alias = "variance")]
    #[inline]
    pub fn var<M: Fraction>(&self /* along an axis: `var_axis::<0>()` */) -> M
    where
        T: Average<Mean = M>,
    {
        self.var_ddof(0)
    }

    /// The variance with `n - ddof` for `n`: with a `ddof` of 1 the estimate from a sample.
    ///
    /// `(sum over i.. of (a[i..] - mean)²) / (n - ddof)`
    ///
    /// As `numpy.var(a, ddof=ddof)`; see [`var`](Array::var). If there are no more than `ddof` elements, it is NaN or
    /// infinite.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., 2., 3., 4.].var_ddof(1), 5. / 3.);
    /// ```
    #[inline]
    pub fn var_ddof<M: Fraction>(&self, ddof: usize) -> M
    where
        T: Average<Mean = M>,
    {
        self.moment::<Variance, M>(ddof)
    }

    /// The variance, or its root.
    #[inline(always)]
    fn moment<F: Moment, M: Fraction>(&self, ddof: usize) -> M
    where
        T: Average<Mean = M>,
    {
        of_all!(
            self, T S O; |x| var::moment_static::<F, T>(x, ddof),
            var::moment_slice::<F, T>(x, ddof), var::moment::<F, T>(x, ddof)
        )
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [T: Average,] T::Mean;
        /// The variances along axis `A`, counted from 0.
        ///
        /// `out[i.., j..] = (sum over k of (a[i.., k, j..] - mean[i.., j..])²) / n`
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself.
        ///
        /// As `numpy.var(a, axis=A)`; see [`var`](Array::var). An axis that does not exist is a compile error.
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
        /// let a = array![[1., 2.], [3., 6.]];
        /// assert_eq!(a.var_axis::<0>(), array![1., 4.]);
        /// ```
        var_axis [AxisRules: AxisGiven<AxisArg<A>, op::var_axis>];
        /// The variances along axis `A`; the axis is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
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
        /// assert_eq!(array![[1., 2.], [3., 6.]].var_keepdims::<0>()[[0, 1]], 4.);
        /// ```
        var_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::var_keepdims>];
        /// Writes [`var_axis`](Array::var_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[1., 2.], [3., 6.]].var_axis_into::<0, _, _>(&mut out);
        /// assert_eq!(out, array![1., 4.]);
        /// ```
        var_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::var_axis>];
        |a => a, along| var::moments_along::<Variance, T>(along, 0)
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [T: Average,] T::Mean;
        /// The variances along axis `A`, counted from 0, with `n - ddof` for `n`.
        ///
        /// `out[i.., j..] = (sum over k of (a[i.., k, j..] - mean[i.., j..])²) / (n - ddof)`
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself.
        ///
        /// As `numpy.var(a, axis=A, ddof=ddof)`; see [`var_ddof`](Array::var_ddof). An axis that does not exist is a compile error.
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
        /// let a = array![[1., 2.], [3., 6.]];
        /// assert_eq!(a.var_ddof_axis::<0>(1), array![2., 8.]);
        /// ```
        var_ddof_axis [AxisRules: AxisGiven<AxisArg<A>, op::var_ddof_axis>];
        /// The variances along axis `A`, with `n - ddof` for `n`; the axis is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
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
        /// assert_eq!(array![[1., 2.], [3., 6.]].var_ddof_keepdims::<0>(1)[[0, 1]], 8.);
        /// ```
        var_ddof_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::var_ddof_keepdims>];
        /// Writes [`var_ddof_axis`](Array::var_ddof_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[1., 2.], [3., 6.]].var_ddof_axis_into::<0, _, _>(1, &mut out);
        /// assert_eq!(out, array![2., 8.]);
        /// ```
        var_ddof_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::var_ddof_axis>];
        |a => a, along, ddof: usize| var::moments_along::<Variance, T>(along, ddof)
    }
}

/// # Reductions
#[cfg(any(feature = "std", feature = "libm"))]
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The standard deviation of all elements: the root of their [`var`](Array::var).
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.std(a)`, but that it is in the range where the variance is not: `[1e20_f32, -1e20]` has 1e20, where NumPy
    /// has infinity. Needs the feature `std` or `libm`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., 5.].std(), 2.);
    /// ```
    #[doc(alias = "std_dev")]
    #[inline]
    pub fn std<M: Fraction>(&self /* along an axis: `std_axis::<0>()` */) -> M
    where
        T: Average<Mean = M>,
    {
        self.std_ddof(0)
    }

    /// The root of [`var_ddof`](Array::var_ddof), as `numpy.std(a, ddof=ddof)`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., 3.].std_ddof(1), 2_f64.sqrt());
    /// ```
    #[inline]
    pub fn std_ddof<M: Fraction>(&self, ddof: usize) -> M
    where
        T: Average<Mean = M>,
    {
        self.moment::<Deviation, M>(ddof)
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [T: Average,] T::Mean;
        /// The standard deviations along axis `A`, counted from 0.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself.
        ///
        /// As `numpy.std(a, axis=A)`; see [`std`](Array::std). An axis that does not exist is a compile error.
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
        /// let a = array![[1., 2.], [3., 6.]];
        /// assert_eq!(a.std_axis::<0>(), array![1., 2.]);
        /// ```
        std_axis [AxisRules: AxisGiven<AxisArg<A>, op::std_axis>];
        /// The standard deviations along axis `A`; the axis is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
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
        /// assert_eq!(array![[1., 2.], [3., 6.]].std_keepdims::<0>()[[0, 1]], 2.);
        /// ```
        std_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::std_keepdims>];
        /// Writes [`std_axis`](Array::std_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[1., 2.], [3., 6.]].std_axis_into::<0, _, _>(&mut out);
        /// assert_eq!(out, array![1., 2.]);
        /// ```
        std_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::std_axis>];
        |a => a, along| var::moments_along::<Deviation, T>(along, 0)
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [T: Average,] T::Mean;
        /// The standard deviations along axis `A`, counted from 0, with `n - ddof` for `n`.
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself.
        ///
        /// As `numpy.std(a, axis=A, ddof=ddof)`; see [`std_ddof`](Array::std_ddof). An axis that does not exist is a compile error.
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
        /// let a = array![[0., 0.], [0., 0.], [0., 0.], [2., 6.]];
        /// assert_eq!(a.std_ddof_axis::<0>(1), array![1., 3.]);
        /// ```
        std_ddof_axis [AxisRules: AxisGiven<AxisArg<A>, op::std_ddof_axis>];
        /// The standard deviations along axis `A`, with `n - ddof` for `n`; the axis is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
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
        /// assert_eq!(array![[0., 0.], [0., 0.], [0., 0.], [2., 6.]].std_ddof_keepdims::<0>(1)[[0, 1]], 3.);
        /// ```
        std_ddof_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::std_ddof_keepdims>];
        /// Writes [`std_ddof_axis`](Array::std_ddof_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[0., 0.], [0., 0.], [0., 0.], [2., 6.]].std_ddof_axis_into::<0, _, _>(1, &mut out);
        /// assert_eq!(out, array![1., 3.]);
        /// ```
        std_ddof_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::std_ddof_axis>];
        |a => a, along, ddof: usize| var::moments_along::<Deviation, T>(along, ddof)
    }
}
