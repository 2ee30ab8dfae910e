//! `dot_wide`: `dot` of narrow numbers, summed in a wider type.

use super::IntoOutcome;
use super::wide::{self, expect_few_terms};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::scalar::Widening;
use crate::shape::op;
use crate::shape::{Check, DotShape, SameShape, Shape};

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies and adds up over the last axis of the left array and the last but one of the right, in a type in which
    /// nothing is lost.
    ///
    /// `out[i.., j.., n] = sum over k of wide(a[i.., k]) * wide(b[j.., k, n])`
    ///
    /// # Shapes
    /// `(A.., K), (B.., K, N) -> (A.., B.., N)`, as [`dot`](Array::dot), whose words are those of the errors about them.
    ///
    /// The types, the number of products that a sum may have, and its accuracy are those of
    /// [`inner_wide`](Array::inner_wide). As `numpy.dot` of the operands converted by `astype`, with the differences
    /// that [`dot`](Array::dot) states.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): lengths that differ, and so many products that
    /// their sum could overflow.
    ///
    /// # Panics
    /// As [`dot`](Array::dot).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[100_i8, -100], [0, 1]];
    /// let b = array![[200_u8, 1], [100, 2]];
    /// assert_eq!(a.dot_wide(&b), array![[10_000, -100], [100, 2]]);
    /// assert_eq!(a.dot_wide(&array![255_u8, 0]), array![25_500, 0]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::Matrix;
    /// let a = Matrix::<i8, 2, 3>::ones();
    /// a.dot_wide(&a); // `dot`: axis of length 3 does not match axis of length 2
    /// ```
    #[inline]
    #[track_caller]
    pub fn dot_wide<U: Copy, S2: Shape, O2: Ownership>(
        &self,
        rhs: &Array<U, S2, O2>,
    ) -> Outcome<S::Check, S::Output, T::Wide>
    where
        T: Widening<U>,
        S: DotShape<S2>,
    {
        const { expect_few_terms::<T, U>("dot_wide", summed::<S, S2>()) }
        S::Check::wrap(wide::value::<op::dot, op::dot_wide, T, U, S, S2>(self, rhs))
    }

    /// Writes [`dot_wide`](Array::dot_wide) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// As [`dot_into`](Array::dot_into).
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, so many products that their
    /// sum could overflow, or an `out` of another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![[100_i8, -100], [0, 1]].dot_wide_into(&array![200_u8, 100], &mut out);
    /// assert_eq!(out, array![10_000, 100]);
    /// ```
    #[inline]
    pub fn dot_wide_into<U: Copy, S2: Shape, O2: Ownership, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &Array<U, S2, O2>,
        out: &mut Array<T::Wide, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::dot_wide_into>
    where
        T: Widening<U>,
        S: DotShape<S2>,
        S::Output: SameShape<S3, op::dot_wide_into>,
    {
        const { expect_few_terms::<T, U>("dot_wide", summed::<S, S2>()) }
        let result = wide::into::<op::dot, op::dot_wide, op::dot_wide_into, T, U, S, S2, S3>(self, rhs, out);
        <<S::Check as Check>::And<<S::Output as SameShape<S3, op::dot_wide_into>>::Check> as Check>::wrap(
            result,
        )
    }
}

/// The length of the summed axis, where the types know it. Of an operand of rank 0 there is none, and where the right
/// one has one element, there is one product at most.
const fn summed<S: Shape, S2: Shape>() -> Option<usize> {
    if matches!(S2::STATIC_LEN, Some(1)) { None } else { S::LAST }
}
