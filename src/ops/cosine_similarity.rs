//! `cosine_similarity`: the inner product of directions.

use super::Operand;
use super::along::{AlongCheck, AlongOutcome, PairIntoCheck, PairIntoOutcome, two};
use super::pairs::{AllRows, Checked, Pairs, RowsIntoOutcome};
use crate::array::{Array, Outcome, Owned, Ownership, OwnershipMut};
use crate::kernel::reduce::norm;
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{
    AxisArg, AxisGivenFirst, AxisRules, Check, DistanceShape, RemoveAxis, RowsShape, SameShape, Shape,
};

type Cosines = Pairs<op::cosine_similarity, op::cosine_similarity_into>;

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The cosine of the angle between each row of one array and each row of the other.
    ///
    /// `out[i.., j..] = inner(a[i..], b[j..]) / norm(a[i..]) / norm(b[j..])`
    ///
    /// # Shapes
    /// `(A.., K), (B.., K) -> (A.., B..)`, as [`inner`](Array::inner). Two vectors give the scalar itself. Beside an
    /// operand of rank 0 each element is a row of its own, whose cosines are 1 or -1.
    ///
    /// NumPy has no function of the name. A row of zeros has no direction: its cosines are NaN, as the division
    /// gives them. Rows whose products or squares would overflow or vanish are scaled first.
    ///
    /// # Errors
    /// As [`inner`](Array::inner): only if a length that meets another is `Dyn` (or a rank is).
    ///
    /// # Panics
    /// As [`inner`](Array::inner).
    ///
    /// # Accuracy
    /// The bits are those of [`inner`](Array::inner) divided by the [`norm`](Array::norm) of the left row, then by
    /// that of the right one. By rounding a cosine can be a little more than 1.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[3., 4.], [0., 2.]];
    /// assert_eq!(a.cosine_similarity(&array![0., 1.]), array![0.8, 1.]);
    /// assert_eq!(array![1., 0.].cosine_similarity(&array![-7., 0.]), -1.);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// // `cosine_similarity`: axis of length 2 does not match axis of length 3
    /// array![1., 2.].cosine_similarity(&array![1., 2., 3.]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn cosine_similarity<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Real,
        S: RowsShape<B::Shape, op::cosine_similarity>,
    {
        let rhs = rhs.array();
        let of_vectors = Cosines::dot(self, rhs, norm::cosine_static::<T>);
        S::Check::wrap(of_vectors.unwrap_or_else(|| {
            type Rows<S, S2, O, O2> = AllRows<op::cosine_similarity, S, S2, O, O2, Owned>;
            Cosines::value(self, rhs, norm::cosines_of::<T, Rows<S, B::Shape, O, B::Ownership>>)
        }))
    }

    /// Writes [`cosine_similarity`](Array::cosine_similarity) into an existing array, and allocates
    /// nothing.
    ///
    /// # Shapes
    /// `(A.., K), (B.., K), out (A.., B..)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, or an `out` of another
    /// shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![[3., 4.], [0., 2.]].cosine_similarity_into(&array![0., 1.], &mut out);
    /// assert_eq!(out, array![0.8, 1.]);
    /// ```
    #[inline]
    pub fn cosine_similarity_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> RowsIntoOutcome<S, B::Shape, op::cosine_similarity, S3, op::cosine_similarity_into>
    where
        T: Real,
        S: RowsShape<B::Shape, op::cosine_similarity>,
        S::Output: SameShape<S3, op::cosine_similarity_into>,
    {
        Checked::<S, B::Shape, op::cosine_similarity, S3, op::cosine_similarity_into>::wrap(Cosines::into(
            self,
            rhs.array(),
            out,
            norm::cosines_of::<T, AllRows<op::cosine_similarity, S, B::Shape, O, B::Ownership, O3>>,
        ))
    }

    /// The cosine of the angle between the vectors of two arrays along axis `A`, counted from 0, in pairs.
    ///
    /// `out[i.., j..] = sum over k of a[i.., k, j..] * b[i.., k, j..] / norm(a[i.., :, j..]) / norm(b[i.., :, j..])`
    ///
    /// # Shapes
    /// `(A.., K at A, ..), (A.., K at A, ..) -> (A.., ..)`: equal shapes, and the shape of the left operand without axis
    /// `A`. Two vectors give the scalar itself.
    ///
    /// As [`cosine_similarity`](Array::cosine_similarity), which compares every row with every row. An axis that is
    /// not there does not compile. The compiler wants the `_` of `cosine_similarity_axis::<0, _>`.
    ///
    /// # Errors
    /// As [`distance_axis`](Array::distance_axis).
    ///
    /// # Panics
    /// As [`norm_axis`](Array::norm_axis).
    ///
    /// # Accuracy
    /// As [`cosine_similarity`](Array::cosine_similarity), with the same bits for each pair.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let (a, b) = (array![[3., 4.], [0., 2.]], array![[0., 1.], [0., -5.]]);
    /// assert_eq!(a.cosine_similarity_axis::<1, _>(&b), array![0.8, -1.]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// // `cosine_similarity`: axis 1 is out of bounds for array of dimension 1
    /// array![1., 2.].cosine_similarity_axis::<1, _>(&array![4., 6.]);
    /// ```
    #[inline]
    #[track_caller]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn cosine_similarity_axis<const A: usize, B: Operand<T>>(&self, rhs: &B) -> AlongOutcome<A, S, B::Shape, op::cosine_similarity, T> where AxisRules: AxisGivenFirst<AxisArg<A>, op::cosine_similarity>,
        T: Real,
        S: RemoveAxis<A, op::cosine_similarity> + DistanceShape<B::Shape, op::cosine_similarity>,
    {
        type Checked<const A: usize, S, S2> = AlongCheck<A, S, S2, op::cosine_similarity>;
        let space = two::<op::cosine_similarity, _, _, _, _, _>(self, rhs.array())
            .and_then(|both| both.reduced::<A, op::cosine_similarity, _, _>());
        match space {
            Ok(space) => Checked::<A, S, B::Shape>::done(space.value(norm::cosines_along)),
            Err(e) => Checked::<A, S, B::Shape>::wrap(Err(e)),
        }
    }

    /// Writes [`cosine_similarity_axis`](Array::cosine_similarity_axis) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `out` has the shape of the arrays without axis `A`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: operands or an `out` of other shapes, or an axis that
    /// is not there. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let (a, b) = (array![[3., 4.], [0., 2.]], array![[0., 1.], [0., -5.]]);
    /// let mut out = Vector::zeros();
    /// a.cosine_similarity_axis_into::<1, _, _, _>(&b, &mut out);
    /// assert_eq!(out, array![0.8, -1.]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn cosine_similarity_axis_into<const A: usize, B: Operand<T>, S3: Shape, O3: OwnershipMut>(&self, rhs: &B, out: &mut Array<T, S3, O3>) -> PairIntoOutcome<A, S, B::Shape, S3, op::cosine_similarity, op::cosine_similarity_axis_into> where AxisRules: AxisGivenFirst<AxisArg<A>, op::cosine_similarity_axis_into>,
        T: Real,
        S: RemoveAxis<A, op::cosine_similarity> + DistanceShape<B::Shape, op::cosine_similarity>,
        <S as RemoveAxis<A, op::cosine_similarity>>::Output: SameShape<S3, op::cosine_similarity_axis_into>,
    {
        let name = op::cosine_similarity_axis_into::NAME;
        let done = two::<op::cosine_similarity, _, _, _, _, _>(self, rhs.array()).and_then(|both| {
            both.reduced_into::<A, op::cosine_similarity, _, _, _, _>(out, name, norm::cosines_along)
        });
        PairIntoCheck::<A, S, B::Shape, S3, op::cosine_similarity, op::cosine_similarity_axis_into>::wrap(
            done,
        )
    }
}
