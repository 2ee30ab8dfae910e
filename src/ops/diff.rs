//! `diff`: the differences of neighbours along an axis.

use super::elementwise::{zip_assign, zip_set};
use crate::array::{Array, ArrayView, Ownership, OwnershipMut, RepeatAsCheck};
use crate::error::{ShapeError, must};
use crate::scalar::Subtract;
use crate::shape::op::{self, Operation};
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, DimsD, MinusDim, RemoveAxis, SameShape, Shape,
    axis_number, may_have_axis,
};

/// The shape `S` with one position less along axis `A`.
type Differences<S, const A: usize> = <S as RemoveAxis<A, op::diff>>::With<
    <<S as RemoveAxis<A, op::diff>>::Axis as MinusDim<1, op::diff>>::Output,
>;

/// Whether the types prove that there is such an axis, and that `Out` is that shape.
type DiffIntoCheck<S, const A: usize, Out> = <<S as RemoveAxis<A, op::diff>>::Check as Check>::And<
    <Differences<S, A> as SameShape<Out, op::diff_into>>::Check,
>;

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The differences of neighbours along axis `A`, counted from 0.
    ///
    /// `out[i.., k, j..] = a[i.., k + 1, j..] - a[i.., k, j..]`
    ///
    /// # Shapes
    /// `(A.., N, B..) -> (A.., N - 1, B..)`. The compiler subtracts lengths up to 1024, and powers of two and ten;
    /// [`diff_as`](Array::diff_as) takes the shape of the result. A `Dyn` axis, and an [`UpTo`](crate::UpTo), becomes `Dyn`; an
    /// empty axis stays empty.
    ///
    /// As `numpy.diff(a, axis=A)`: integers wrap around, as there. There is none of `bool`, where NumPy compares. Differences
    /// of differences are those of the result.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1, 2, 4], [8, 16, 32]];
    /// assert_eq!(a.diff::<1>(), array![[1, 2], [8, 16]]);
    /// assert_eq!(a.diff::<0>(), array![[7, 14, 28]]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![1, 2].diff::<1>(); // `diff`: axis 1 is out of bounds for array of dimension 1
    /// ```
    #[doc(alias = "ediff1d")]
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn diff<const A: usize>(&self) -> <<S as RemoveAxis<A, op::diff>>::Check as Check>::Wrap<Array<T, Differences<S, A>>> where AxisRules: AxisGiven<AxisArg<A>, op::diff>,
        T: Subtract,
        S: RemoveAxis<A, op::diff, Axis: MinusDim<1, op::diff>>,
    {
        S::Check::wrap(differences(self, op::diff::NAME, A))
    }

    /// The differences of neighbours along axis `A` as [`diff`](Array::diff), with a result of the shape `Out`, which the caller
    /// names: for lengths that are parameters.
    ///
    /// # Errors
    /// Only if a length is `Dyn` (or a rank is): an `Out` that is not the shape of the result.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array, shape};
    /// fn steps<const N: usize, const M: usize>(x: &Vector<i32, N>) -> Vector<i32, M> {
    ///     x.diff_as::<0, shape![{ M }]>()
    /// }
    /// assert_eq!(steps(&array![1, 2, 4]), array![1, 2]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn diff_as<const A: usize, Out: Shape>(&self) -> <RepeatAsCheck<S, Out> as Check>::Wrap<Array<T, Out>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::diff>,
        T: Subtract,
    {
        const { must(may_have_axis::<S, Out>(A, 1, -1), "`diff_as`: this is not the shape of the result") }
        <RepeatAsCheck<S, Out>>::wrap(differences(self, "diff_as", A))
    }

    /// Writes [`diff`](Array::diff) into an existing array, and allocates nothing.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: an `out` of another shape, or an axis that does not exist.
    /// `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![1, 2, 4].diff_into::<0, _, _>(&mut out);
    /// assert_eq!(out, array![1, 2]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn diff_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> <DiffIntoCheck<S, A, S2> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::diff>,
        T: Subtract,
        S: RemoveAxis<A, op::diff, Axis: MinusDim<1, op::diff>>,
        Differences<S, A>: SameShape<S2, op::diff_into>,
    {
        let name = op::diff_into::NAME;
        let neighbours = neighbours::<_, _, _, Differences<S, A>>(self, name, A);
        <DiffIntoCheck<S, A, S2>>::wrap(neighbours.and_then(|[low, high]| {
            out.expect_dims(name, high.shape())?;
            zip_set(out, &high, name, |place, x| *place = x)?;
            zip_assign(out, &low, name, T::subtract)
        }))
    }
}

/// The differences, in an array of the shape `Out`.
#[inline(always)]
fn differences<T: Subtract, S: Shape, O: Ownership, Out: Shape>(
    a: &Array<T, S, O>,
    name: &'static str,
    axis: usize,
) -> Result<Array<T, Out>, ShapeError> {
    let [low, high] = neighbours::<_, _, _, Out>(a, name, axis)?;
    let mut out = high.to_owned();
    zip_assign(&mut out, &low, name, T::subtract)?;
    Ok(out)
}

/// All positions along an axis but the last, and all but the first, as arrays of the shape `Out`.
#[inline(always)]
#[allow(clippy::type_complexity, reason = "two views, in a `Result`")]
fn neighbours<'a, T, S: Shape, O: Ownership, Out: Shape>(
    a: &'a Array<T, S, O>,
    name: &'static str,
    axis: usize,
) -> Result<[ArrayView<'a, T, Out>; 2], ShapeError> {
    let mut dims = DimsD::truncated(a.dims().as_ref());
    let number = axis_number(axis, dims.len());
    let Some(len) = dims.as_mut().get_mut(number) else {
        return Err(ShapeError::axis_out_of_bounds(name, a.dims().as_ref(), axis));
    };
    let first = usize::from(*len > 0);
    *len -= first;
    match (a.span(number, 0, *len), a.span(number, first, *len)) {
        (Some(low), Some(high)) => Ok([low, high]),
        _ => Err(ShapeError::wrong_shape_of::<Out>(name, &dims)),
    }
}
