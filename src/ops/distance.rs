//! `distance`: the norm of a difference, of all of it or along one axis.

use super::Operand;
use super::along::{AlongCheck, AlongOutcome, PairIntoCheck, PairIntoOutcome, elements, two};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::reduce::norm;
use crate::scalar::{Normed, Real};
use crate::shape::op::{self, Operation};
use crate::shape::{AxisArg, AxisGivenFirst, AxisRules, Check, DistanceShape, RemoveAxis, SameShape, Shape};

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The distance of two arrays as points: the 2-norm of their difference.
    ///
    /// `sqrt(sum over i.. of |a[i..] - b[i..]|²)`
    ///
    /// # Shapes
    /// `(A..), (A..) -> ()`, any rank.
    ///
    /// As `numpy.linalg.norm(a - b)`, with two differences: nothing broadcasts, and where the squares of the
    /// differences would overflow or vanish they are scaled, as in [`norm`](Array::norm).
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`](crate::ShapeError) has both shapes.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., 2.].distance(&array![4., 6.]), 5.);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1., 2.].distance(&array![1., 2., 3.]); // `distance`: axis of length 2 does not match axis of length 3
    /// ```
    #[doc(alias = "metric_distance")]
    #[inline]
    pub fn distance<R: Real, S2: Shape, O2: Ownership>(
        &self,
        rhs: &Array<T, S2, O2>,
    ) -> <S::Check as Check>::Wrap<R>
    where
        T: Normed<Norm = R>,
        S: DistanceShape<S2>,
    {
        let same = rhs.expect_dims(op::distance::NAME, self.shape());
        S::Check::wrap(same.map(|()| match (self.contiguous(), rhs.contiguous()) {
            (Some(a), Some(b)) if const { O::CONTIGUOUS && O2::CONTIGUOUS && S::STATIC_LEN.is_some() } => {
                norm::distance_static(a, b)
            }
            _ => norm::distance(&elements(self), &elements(rhs)),
        }))
    }

    /// The distances of two arrays along axis `A`, counted from 0: each vector is a point.
    ///
    /// `out[i.., j..] = sqrt(sum over k of |a[i.., k, j..] - b[i.., k, j..]|²)`
    ///
    /// # Shapes
    /// `(A.., K at A, ..), (A.., K at A, ..) -> (A.., ..)`: equal shapes, and the shape of the left operand without axis
    /// `A`. Two vectors give the scalar itself.
    ///
    /// As `numpy.linalg.norm(a - b, axis=A)`, with the differences of [`distance`](Array::distance). An axis that is
    /// not there does not compile. The compiler wants the `_` of `distance_axis::<0, _>`.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`](crate::ShapeError) has both shapes, or says that the axis is out of bounds.
    ///
    /// # Panics
    /// As [`norm_axis`](Array::norm_axis).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let (a, b) = (array![[1., 2.], [0., 0.]], array![[4., 6.], [0., 7.]]);
    /// assert_eq!(a.distance_axis::<1, _>(&b), array![5., 7.]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// // `distance`: axis 1 is out of bounds for array of dimension 1
    /// array![1., 2.].distance_axis::<1, _>(&array![4., 6.]);
    /// ```
    #[inline]
    #[track_caller]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn distance_axis<const A: usize, B: Operand<T>>(&self, rhs: &B) -> AlongOutcome<A, S, B::Shape, op::distance, T::Norm> where AxisRules: AxisGivenFirst<AxisArg<A>, op::distance>,
        T: Normed,
        S: RemoveAxis<A, op::distance> + DistanceShape<B::Shape>,
    {
        let space = two::<op::distance, _, _, _, _, _>(self, rhs.array())
            .and_then(|both| both.reduced::<A, op::distance, _, _>());
        match space {
            Ok(space) => AlongCheck::<A, S, B::Shape, op::distance>::done(space.value(norm::distance_along)),
            Err(e) => AlongCheck::<A, S, B::Shape, op::distance>::wrap(Err(e)),
        }
    }

    /// Writes [`distance_axis`](Array::distance_axis) into an existing array, and allocates nothing.
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
    /// let (a, b) = (array![[1., 2.], [0., 0.]], array![[4., 6.], [0., 7.]]);
    /// let mut out = Vector::zeros();
    /// a.distance_axis_into::<1, _, _, _>(&b, &mut out);
    /// assert_eq!(out, array![5., 7.]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn distance_axis_into<const A: usize, B: Operand<T>, S3: Shape, O3: OwnershipMut>(&self, rhs: &B, out: &mut Array<T::Norm, S3, O3>) -> PairIntoOutcome<A, S, B::Shape, S3, op::distance, op::distance_axis_into> where AxisRules: AxisGivenFirst<AxisArg<A>, op::distance_axis_into>,
        T: Normed,
        S: RemoveAxis<A, op::distance> + DistanceShape<B::Shape>,
        <S as RemoveAxis<A, op::distance>>::Output: SameShape<S3, op::distance_axis_into>,
    {
        let name = op::distance_axis_into::NAME;
        let done = two::<op::distance, _, _, _, _, _>(self, rhs.array()).and_then(|both| {
            both.reduced_into::<A, op::distance, _, _, _, _>(out, name, norm::distance_along)
        });
        PairIntoCheck::<A, S, B::Shape, S3, op::distance, op::distance_axis_into>::wrap(done)
    }
}
