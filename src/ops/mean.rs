//! `mean`: of a whole array and along an axis.

use super::along::{self, along_form, along_forms, of_all};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::reduce::mean::{Of, mean, mean_along};
use crate::scalar::Averaged;
use crate::shape::op;
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, KeptAxis, RemoveAxis, SameShape, Shape,
};

// `M`, where `T::Mean` would do: of an associated type that is not there the compiler says only that.
/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The mean of all elements.
    ///
    /// `(sum over i.. of a[i..]) / n`
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.mean(a)`: floats in their own type, integers in `f64` (and `f16` and `bf16` in `f32`, which NumPy rounds
    /// to `f16`). Of nothing it is NaN. There is none of `bool`: [`count`](Array::count) says how many are true. That
    /// of complex numbers (feature `num-complex-04`) is made part by part.
    ///
    /// # Accuracy
    /// That of [`sum`](Array::sum), and one rounding. If the sum leaves the range of floats, it is made again of scaled
    /// elements: the mean of finite ones is finite. Along any axis the parts of complex numbers are summed in the order of
    /// [`sum`](Array::sum). Integers of up to 32 bits are summed exactly.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1_u8, 2], [3, 4]].mean(), 2.5);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![true, false].mean(); // elements of type `bool` have no mean
    /// ```
    #[inline]
    pub fn mean<M>(&self /* along an axis: `mean_axis::<0>()` */) -> M
    where
        T: Averaged<Mean = M>,
    {
        of_all!(self, T S O; |x| mean(Of::Static(x)), mean(Of::Slice(x)), mean(Of::Elements { x, is_row: true }))
    }

    along_forms! {
        Check Wrap wrap done IntoCheck Reduced [T: Averaged,] T::Mean;
        /// The means along axis `A`, counted from 0.
        ///
        /// `out[i.., j..] = (sum over k of a[i.., k, j..]) / n`
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself.
        ///
        /// As `numpy.mean(a, axis=A)`; see [`mean`](Array::mean). An axis that does not exist is a compile error.
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
        /// let a = array![[1., 2., 3.], [4., 5., 6.]];
        /// assert_eq!(a.mean_axis::<0>(), array![2.5, 3.5, 4.5]);
        /// assert_eq!(a.mean_axis::<1>(), array![2., 5.]);
        /// ```
        mean_axis [AxisRules: AxisGiven<AxisArg<A>, op::mean_axis>];
        /// The means along axis `A`, which is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
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
        /// let a = array![[1_f64, 2.], [3., 6.]];
        /// let means: Array<f64, (Const<2>, Stretch)> = a.mean_keepdims::<1>();
        /// assert_eq!(&a - &means, array![[-0.5, 0.5], [-1.5, 1.5]]);
        /// ```
        mean_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::mean_keepdims>];
        /// Writes [`mean_axis`](Array::mean_axis) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`sum_axis_into`](Array::sum_axis_into).
        ///
        /// # Example
        /// ```
        /// use conformable::{Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[1., 2.], [3., 4.]].mean_axis_into::<1, _, _>(&mut out);
        /// assert_eq!(out, array![1.5, 3.5]);
        /// ```
        mean_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::mean_axis>];
        |a => a, along| mean_along(along)
    }
}
