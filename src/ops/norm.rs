//! `norm` and its kin: the size of an array, of all of it or along one axis.

use super::along::{self, along_form, elements, in_place, of_all};
use super::elementwise::zip_set;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::reduce::norm::{self, Size};
use crate::scalar::{NormOrd, Normed, Real};
use crate::shape::op::{self, Operation};
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, KeptAxis, RemoveAxis, SameShape, Shape,
};

/// The 2-norm of all elements, with its scale.
#[inline(always)]
fn size<T: Normed, S: Shape, O: Ownership>(a: &Array<T, S, O>) -> Size<T::Norm> {
    of_all!(a, T S O; |x| norm::l2_static(x), norm::l2_slice(x), norm::l2(x))
}

// `R`, where `T::Norm` would do: of an associated type that is not there the compiler says only that.
/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The length of the array as a vector: the 2-norm of its elements, which of a matrix is the Frobenius norm.
    ///
    /// `sqrt(sum over i.. of |a[i..]|²)`
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.linalg.norm` without `ord`, with one difference: elements are scaled where their squares would
    /// overflow or vanish, so that the norm of `[3e200, 4e200]` is near 5e200 and that of `[3e-200, 4e-200]` near
    /// 5e-200, which are inf and 0 in NumPy. Integers have [`norm_squared`](Array::norm_squared) only. A NaN gives NaN, an
    /// infinity gives inf, an empty array 0.
    ///
    /// # Accuracy
    /// The bits are those of the root of the dot product of the elements with themselves, in its order of
    /// summation, where that product is an ordinary number; the root adds one rounding to half of its error.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3., 4.].norm(), 5.);
    /// assert_eq!(array![[1., 1.], [1., 1.]].norm(), 2.);
    /// assert_eq!(array![-1e200, 0.].norm(), 1e200);
    /// ```
    ///
    /// Integers have no square root:
    /// ```compile_fail,E0277
    /// conformable::array![3, 4].norm(); // a norm of elements of type `i32` needs a square root
    /// ```
    #[doc(alias("length", "magnitude"))]
    #[inline]
    pub fn norm<R: Real>(&self /* along an axis: `norm_axis::<0>()` */) -> R
    where
        T: Normed<Norm = R>,
    {
        size(self).value()
    }

    /// The norm of the elements by its order: 1, 2, the infinities, 0 or any power.
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.linalg.vector_norm`, which takes an array of any rank as one vector; the norms of matrices as
    /// operators, which `numpy.linalg.norm` gives for two axes, are made of norms along an axis:
    /// `a.norm_ord_axis::<0>(NormOrd::L1).norm_ord(NormOrd::Inf)` is its `norm(a, 1)`. With one difference: the
    /// smallest element of an empty array is infinite, where NumPy refuses to answer. Sums of powers are scaled as
    /// those of [`norm`](Array::norm) are. A NaN gives NaN, but it counts as one for `L0`.
    ///
    /// # Example
    /// ```
    /// use conformable::{NormOrd, array};
    /// let a = array![3., -4., 0.];
    /// assert_eq!(a.norm_ord(NormOrd::L1), 7.);
    /// assert_eq!(a.norm_ord(NormOrd::Inf), 4.);
    /// assert_eq!(a.norm_ord(NormOrd::L0), 2.);
    /// assert_eq!(a.norm_ord(NormOrd::P(2.)), 5.);
    /// ```
    #[inline]
    pub fn norm_ord<R: Real>(&self, ord: NormOrd) -> R
    where
        T: Normed<Norm = R>,
    {
        norm::norm(ord, &elements(self))
    }

    along_form! {
        axis norm_axis; Check Wrap wrap done IntoCheck Reduced [T: Normed,] T::Norm;
        /// The 2-norms along axis `A`, counted from 0.
        ///
        /// `out[i.., j..] = sqrt(sum over k of |a[i.., k, j..]|²)`
        ///
        /// # Shapes
        /// The shape of the array without axis `A`; a vector gives the scalar itself.
        ///
        /// As `numpy.linalg.norm(a, axis=A)`, with the difference that [`norm`](Array::norm) states. An axis that is
        /// not there does not compile.
        ///
        /// # Errors
        /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a [`ShapeError`](crate::ShapeError) says that the axis
        /// is out of bounds, in NumPy's words.
        ///
        /// # Panics
        /// If the result has more elements than memory can hold, for an array without elements.
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[3., 4.], [0., 12.]];
        /// assert_eq!(a.norm_axis::<1>(), array![5., 12.]);
        /// assert_eq!(a.t().norm_axis::<0>(), array![5., 12.]);
        /// ```
        ///
        /// ```compile_fail,E0277
        /// // `norm_axis`: axis 1 is out of bounds for array of dimension 1
        /// conformable::array![3., 4.].norm_axis::<1>();
        /// ```
        norm_axis [AxisRules: AxisGiven<AxisArg<A>, op::norm_axis>];
        |a => a, along| norm::l2_along(along)
    }

    along_form! {
        axis norm_axis; Check Wrap wrap done IntoCheck Reduced [T: Normed,] T::Norm;
        /// The norms along axis `A` by their order; see [`norm_ord`](Array::norm_ord) and
        /// [`norm_axis`](Array::norm_axis).
        ///
        /// # Errors
        /// As [`norm_axis`](Array::norm_axis).
        ///
        /// # Panics
        /// As [`norm_axis`](Array::norm_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::{NormOrd, array};
        /// let a = array![[1., -2.], [3., 4.]];
        /// assert_eq!(a.norm_ord_axis::<0>(NormOrd::L1), array![4., 6.]);
        /// assert_eq!(a.norm_ord_axis::<0>(NormOrd::L1).norm_ord(NormOrd::Inf), 6.);
        /// ```
        norm_ord_axis [AxisRules: AxisGiven<AxisArg<A>, op::norm_axis>];
        |a => a, along, ord: NormOrd| norm::norm_along(ord, along)
    }

    along_form! {
        keepdims norm_keepdims; Check Wrap wrap done IntoCheck Reduced [T: Normed,] T::Norm;
        /// [`norm_axis`](Array::norm_axis), with the axis kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
        ///
        /// `out[i.., 0, j..] = sqrt(sum over k of |a[i.., k, j..]|²)`
        ///
        /// # Shapes
        /// The shape of the array with a `Stretch`, of length 1, in place of axis `A`, so that the array can be divided by it.
        ///
        /// As `numpy.linalg.norm(a, axis=A, keepdims=True)`, with the difference that [`norm`](Array::norm) states.
        ///
        /// # Errors
        /// As [`norm_axis`](Array::norm_axis).
        ///
        /// # Panics
        /// As [`norm_axis`](Array::norm_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        /// let a = array![[3., 4.], [0., 12.]];
        /// assert_eq!(&a / a.norm_keepdims::<1>(), array![[0.6, 0.8], [0., 1.]]);
        /// ```
        ///
        /// ```compile_fail,E0277
        /// // `norm_keepdims`: axis 1 is out of bounds for array of dimension 1
        /// conformable::array![3., 4.].norm_keepdims::<1>();
        /// ```
        norm_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::norm_keepdims>];
        |a => a, along| norm::l2_along(along)
    }

    along_form! {
        keepdims norm_keepdims; Check Wrap wrap done IntoCheck Reduced [T: Normed,] T::Norm;
        /// The norms along axis `A` by their order, with the axis kept as a [`Stretch`](crate::Stretch); see
        /// [`norm_ord`](Array::norm_ord) and [`norm_keepdims`](Array::norm_keepdims).
        ///
        /// # Errors
        /// As [`norm_axis`](Array::norm_axis).
        ///
        /// # Panics
        /// As [`norm_axis`](Array::norm_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::{NormOrd, array};
        /// let a = array![[1., -3.], [2., 2.]];
        /// assert_eq!(&a / a.norm_ord_keepdims::<1>(NormOrd::L1), array![[0.25, -0.75], [0.5, 0.5]]);
        /// ```
        norm_ord_keepdims [AxisRules: AxisGiven<AxisArg<A>, op::norm_keepdims>];
        |a => a, along, ord: NormOrd| norm::norm_along(ord, along)
    }

    along_form! {
        into norm_axis norm_axis_into; Check Wrap wrap done IntoCheck Reduced [T: Normed,] T::Norm;
        /// Writes [`norm_ord_axis`](Array::norm_ord_axis) into an existing array, and allocates nothing.
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
        /// use conformable::{NormOrd, Vector, array};
        /// let mut out = Vector::zeros();
        /// array![[3., 4.], [0., 12.]].norm_axis_into::<1, _, _>(NormOrd::L2, &mut out);
        /// assert_eq!(out, array![5., 12.]);
        /// ```
        norm_axis_into [AxisRules: AxisGivenFirst<AxisArg<A>, op::norm_axis_into>];
        |a => a, along, ord: NormOrd| norm::norm_along(ord, along)
    }

    /// The array divided by its [`norm`](Array::norm): the same direction, of length 1.
    ///
    /// # Shapes
    /// `(A..) -> (A..)`
    ///
    /// An array of zeros has no direction and becomes NaNs, as it does in NumPy by `a / numpy.linalg.norm(a)`; ask
    /// for the norm first where that can be. Elements whose squares overflow or vanish are scaled, even where the
    /// norm itself would be infinite.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3., 4.].normalize(), array![3. / 5., 4. / 5.]);
    /// assert!(array![0., 0.].normalize().norm::<f64>().is_nan());
    /// ```
    #[doc(alias("normalized", "unit"))]
    #[inline]
    #[must_use]
    pub fn normalize(&self /* along an axis: `normalize_axis::<0>()` */) -> Array<T, S>
    where
        T: Normed,
    {
        let size = size(self);
        // Apart, so that of few elements nothing is asked of each.
        if size.exponent == 0 { self.map(|x| x.over(size.root)) } else { self.map(size.divides()) }
    }

    /// Each vector along axis `A`, counted from 0, divided by its [`norm`](Array::norm).
    ///
    /// `out[i.., k, j..] = a[i.., k, j..] / norm_axis::<A>(a)[i.., j..]`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`
    ///
    /// As `a / numpy.linalg.norm(a, axis=A, keepdims=True)`, with the differences that
    /// [`normalize`](Array::normalize) states: each vector is scaled for itself, and one of zeros becomes NaNs. An
    /// axis that is not there does not compile.
    ///
    /// # Errors
    /// As [`norm_axis`](Array::norm_axis): only for [`DynRank`](crate::DynRank).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[3., 4.], [0., 2.]];
    /// assert_eq!(a.normalize_axis::<1>(), array![[3. / 5., 4. / 5.], [0., 1.]]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// // `normalize_axis`: axis 1 is out of bounds for array of dimension 1
    /// conformable::array![3., 4.].normalize_axis::<1>();
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn normalize_axis<const A: usize>(&self) -> <<S as RemoveAxis<A, op::normalize_axis>>::Check as Check>::Wrap<Array<T, S>> where AxisRules: AxisGiven<AxisArg<A>, op::normalize_axis>,
        T: Normed,
        S: RemoveAxis<A, op::normalize_axis>,
    {
        let units = self.shape().remove_axis().map(|_| {
            let mut units = self.to_owned();
            in_place(&mut units, A, norm::normalize_along);
            units
        });
        <S as RemoveAxis<A, op::normalize_axis>>::Check::wrap(units)
    }

    /// Writes [`normalize`](Array::normalize) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `out` has the shape of the array.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: an `out` of another shape, which is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![3., 4.].normalize_into(&mut out);
    /// assert_eq!(out, array![3. / 5., 4. / 5.]);
    /// ```
    #[inline]
    pub fn normalize_into<S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> <<S as SameShape<S2, op::normalize_into>>::Check as Check>::Wrap<()>
    where
        T: Normed,
        S: SameShape<S2, op::normalize_into>,
    {
        let name = op::normalize_into::NAME;
        let done = out.expect_dims(name, self.shape()).and_then(|()| {
            let divided = size(self).divides();
            zip_set(out, self, name, |place, x| *place = divided(x))
        });
        <S as SameShape<S2, op::normalize_into>>::Check::wrap(done)
    }

    /// Writes [`normalize_axis`](Array::normalize_axis) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `out` has the shape of the array.
    ///
    /// # Errors
    /// As [`normalize_into`](Array::normalize_into), or an axis that does not exist.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut out = Matrix::zeros();
    /// array![[3., 4.], [0., 2.]].normalize_axis_into::<1, _, _>(&mut out);
    /// assert_eq!(out, array![[3. / 5., 4. / 5.], [0., 1.]]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn normalize_axis_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> NormalizeIntoOutcome<A, S, S2> where AxisRules: AxisGivenFirst<AxisArg<A>, op::normalize_axis_into>,
        T: Normed,
        S: RemoveAxis<A, op::normalize_axis> + SameShape<S2, op::normalize_axis_into>,
    {
        type Checked<const A: usize, S, S2> = <<S as RemoveAxis<A, op::normalize_axis>>::Check as Check>::And<
            <S as SameShape<S2, op::normalize_axis_into>>::Check,
        >;
        let done = self.shape().remove_axis().and_then(|_| {
            let name = op::normalize_axis_into::NAME;
            out.expect_dims(name, self.shape())?;
            zip_set(out, self, name, |place, x| *place = x)?;
            in_place(out, A, norm::normalize_along);
            Ok(())
        });
        Checked::<A, S, S2>::wrap(done)
    }
}

/// What [`Array::normalize_axis_into`] returns: `()`, in a `Result` if a check is left for run time.
pub type NormalizeIntoOutcome<const A: usize, S, Out> =
    <<<S as RemoveAxis<A, op::normalize_axis>>::Check as Check>::And<
        <S as SameShape<Out, op::normalize_axis_into>>::Check,
    > as Check>::Wrap<()>;
