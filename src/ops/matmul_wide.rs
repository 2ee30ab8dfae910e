//! `matmul_wide`: `matmul` of narrow numbers, summed in a wider type.

use super::IntoOutcome;
use super::wide::{self, expect_few_terms};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::scalar::Widening;
use crate::shape::op;
use crate::shape::{Check, MatmulShape, SameShape, Shape};

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies matrices in a type in which nothing is lost: the last two axes of both arrays; leading axes pair.
    ///
    /// `out[s.., i, j] = sum over k of wide(a[s.., i, k]) * wide(b[s.., k, j])`
    ///
    /// # Shapes
    /// `(S.., M, K), (T.., K, N) -> (bc(S, T).., M, N)`, as [`matmul`](Array::matmul), whose words are those of the errors about them.
    ///
    /// The types, the number of products that a sum may have, and its accuracy are those of
    /// [`inner_wide`](Array::inner_wide). As `numpy.matmul` of the operands converted by `astype`, with the differences
    /// that [`matmul`](Array::matmul) states.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): lengths that differ, and so many products that
    /// their sum could overflow.
    ///
    /// # Panics
    /// As [`matmul`](Array::matmul).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[100_i8, -100], [0, 1]];
    /// let b = array![[200_u8, 1], [100, 2]];
    /// assert_eq!(a.matmul_wide(&b), array![[10_000, -100], [100, 2]]);
    /// assert_eq!(a.matmul_wide(&array![255_u8, 0]), array![25_500, 0]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::Matrix;
    /// let a = Matrix::<i8, 2, 3>::ones();
    /// a.matmul_wide(&a); // `matmul`: axis of length 3 does not match axis of length 2
    /// ```
    #[inline]
    #[track_caller]
    pub fn matmul_wide<U: Copy, S2: Shape, O2: Ownership>(
        &self,
        rhs: &Array<U, S2, O2>,
    ) -> Outcome<S::Check, S::Output, T::Wide>
    where
        T: Widening<U>,
        S: MatmulShape<S2>,
    {
        const { expect_few_terms::<T, U>("matmul_wide", S::LAST) }
        S::Check::wrap(wide::value::<op::matmul, op::matmul_wide, T, U, S, S2>(self, rhs))
    }

    /// Writes [`matmul_wide`](Array::matmul_wide) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// As [`matmul_into`](Array::matmul_into).
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, so many products that their
    /// sum could overflow, or an `out` of another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![[100_i8, -100], [0, 1]].matmul_wide_into(&array![200_u8, 100], &mut out);
    /// assert_eq!(out, array![10_000, 100]);
    /// ```
    #[inline]
    pub fn matmul_wide_into<U: Copy, S2: Shape, O2: Ownership, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &Array<U, S2, O2>,
        out: &mut Array<T::Wide, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::matmul_wide_into>
    where
        T: Widening<U>,
        S: MatmulShape<S2>,
        S::Output: SameShape<S3, op::matmul_wide_into>,
    {
        const { expect_few_terms::<T, U>("matmul_wide", S::LAST) }
        let result =
            wide::into::<op::matmul, op::matmul_wide, op::matmul_wide_into, T, U, S, S2, S3>(self, rhs, out);
        <<S::Check as Check>::And<<S::Output as SameShape<S3, op::matmul_wide_into>>::Check> as Check>::wrap(
            result,
        )
    }
}
