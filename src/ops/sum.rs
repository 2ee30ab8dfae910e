//! `sum` and `prod`: of a whole array, along an axis, and running.

use super::along::{self, along_form, along_forms, of_all};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::reduce::fold::{prod, prod_along, prod_slice, prod_static};
use crate::kernel::reduce::sum::{sum_along, sum_elements, sum_slice, sum_static};
use crate::scalar::Scalar;
use crate::shape::op;
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, KeptAxis, RemoveAxis, SameShape, Shape,
};

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The sum of all elements.
    ///
    /// `sum over i.. of a[i..]`
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.sum(a)`, in the element type: integers wrap around, which NumPy widens to 64 bits, sums of `f16` and `bf16`
    /// are made in `f32` and rounded once, and of `bool` it is
    /// whether any is true, where NumPy counts ([`count`](Array::count) does). The sum of no elements is zero.
    ///
    /// # Accuracy
    /// The elements, row by row, are summed in the order of a dot product, whatever their places in memory: that of a view
    /// has the bits of that of its copy. `|error| <= gamma_k * sum |a[i..]|` with
    /// `k = min(ceil(n / L), 64) + ceil(log2(max(1, n / (64 L)))) + log2(L)` and `L` elements in 128 bytes.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1., 2.], [3., 4.]].sum(), 10.);
    /// assert_eq!(array![200_u8, 100].sum(), 44); // wraps
    /// ```
    #[doc(alias = "element_sum")]
    #[inline]
    pub fn sum(&self /* along an axis: `sum_axis::<0>()` */) -> T
    where
        T: Scalar,
    {
        of_all!(self, T S O; |x| sum_static(x), sum_slice(x), sum_elements(x))
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [T: Scalar,] T;
        /// The sums along axis `A`, counted from 0.
        ///
        /// `out[i.., j..] = sum over k of a[i.., k, j..]`
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself.
        ///
        /// As `numpy.sum(a, axis=A)`, with the differences that [`sum`](Array::sum) states. An axis that is not there does
        /// not compile.
        ///
        /// # Errors
        /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a
        /// [`ShapeError`](crate::ShapeError) says that the axis is out of bounds, in NumPy's words.
        ///
        /// # Panics
        /// If the result has more elements than memory can hold, for an array without elements.
        ///
        /// # Accuracy
        /// Along the last axis each sum is that of [`sum`](Array::sum). Along another axis it is a chain that starts anew
        /// after every 64 terms, and the chains are added pairwise: `k = min(n, 64) + ceil(log2(max(1, n / 64)))`.
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[1, 2, 3], [4, 5, 6]];
        /// assert_eq!(a.sum_axis::<0>(), array![5, 7, 9]);
        /// assert_eq!(a.sum_axis::<1>(), array![6, 15]);
        /// ```
        ///
        /// ```compile_fail,E0277
        /// // `sum_axis`: axis 1 is out of bounds for array of dimension 1
        /// conformable::array![1, 2].sum_axis::<1>();
        /// ```
        sum_axis [AxisRules: AxisGiven<AxisArg<A>, op::sum_axis>];
        /// The sums along axis `A`, which is kept as one of length 1 that stretches, a [`Stretch`](crate::Stretch).
        ///
        /// # Shapes
        /// The shape of the array with a [`Stretch`](crate::Stretch) in place of axis `A`.
        ///
        /// As `numpy.sum(a, axis=A, keepdims=True)`; see [`sum_axis`](Array::sum_axis).
        ///
        /// # Errors
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::{Array, Const, Stretch, array};
        /// let a = array![[1, 2, 3], [4, 5, 6]];
        /// let sums: Array<i32, (Const<2>, Stretch)> = a.sum_keepdims::<1>();
        /// assert_eq!(sums[[1, 0]], 15);
        /// ```
        sum_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::sum_keepdims>];
        /// Writes [`sum_axis`](Array::sum_axis) into an existing array, and allocates nothing.
        ///
        /// # Shapes
        /// `out` has the shape of the array without axis `A`.
        ///
        /// # Errors
        /// Only if one of the lengths compared is `Dyn`, or a rank is: an `out` of another shape, or an axis that is not
        /// there. `out` is then as it was.
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[1, 2], [3, 4]].sum_axis_into::<0, _, _>(&mut out);
        /// assert_eq!(out, array![4, 6]);
        /// ```
        sum_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::sum_axis>];
        |a => a, along| sum_along(along)
    }

    /// The product of all elements.
    ///
    /// `product over i.. of a[i..]`
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.prod(a)`, in the element type: integers wrap around, which NumPy widens to 64 bits. The product of no elements
    /// is one. In the order of [`sum`](Array::sum), with a relative error of at most `gamma_n` for `n` elements.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1., 2.], [3., 4.]].prod(), 24.);
    /// assert_eq!(array![16_u8, 17].prod(), 16); // wraps
    /// ```
    #[doc(alias("product", "element_product"))]
    #[inline]
    pub fn prod(&self /* along an axis: `prod_axis::<0>()` */) -> T
    where
        T: Scalar,
    {
        of_all!(self, T S O; |x| prod_static(x), prod_slice(x), prod(x))
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [T: Scalar,] T;
        /// The products along axis `A`, counted from 0.
        ///
        /// `out[i.., j..] = product over k of a[i.., k, j..]`
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself.
        ///
        /// As `numpy.prod(a, axis=A)`, in the element type, as [`prod`](Array::prod). In the order of
        /// [`sum_axis`](Array::sum_axis).
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
        /// assert_eq!(array![[1, 2, 3], [4, 5, 6]].prod_axis::<0>(), array![4, 10, 18]);
        /// ```
        prod_axis [AxisRules: AxisGiven<AxisArg<A>, op::prod_axis>];
        /// The products along axis `A`, which is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
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
        /// assert_eq!(array![[1, 2, 3], [4, 5, 6]].prod_keepdims::<1>()[[1, 0]], 120);
        /// ```
        prod_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::prod_keepdims>];
        /// Writes [`prod_axis`](Array::prod_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[1, 2], [3, 4]].prod_axis_into::<1, _, _>(&mut out);
        /// assert_eq!(out, array![2, 12]);
        /// ```
        prod_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::prod_axis>];
        |a => a, along| prod_along(along)
    }
}
