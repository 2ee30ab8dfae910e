//! `inner_wide`: `inner` of narrow numbers, summed in a wider type.

use super::pairs::{Checked, Pairs, RowsIntoOutcome};
use super::wide::{expect_few_terms, few_terms, rows_kernel};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::kernel::contract::wide;
use crate::scalar::Widening;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, RowsShape, SameShape, Shape};

type Rows = Pairs<op::inner_wide, op::inner_wide_into>;

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies and adds up over the last axis of both arrays, in a type in which nothing is lost.
    ///
    /// `out[i.., j..] = sum over k of wide(a[i.., k]) * wide(b[j.., k])`
    ///
    /// | elements | sum |
    /// |---|---|
    /// | `i8` and `i8`, `i8` and `u8`, `u8` and `i8` | `i32` |
    /// | `u8` and `u8` | `u32` |
    /// | `i16` and `i16` | `i64` |
    /// | `f32` and `f32` | `f64` |
    /// | `f16` and `f16`, `bf16` and `bf16` (feature `half-2`) | `f32` |
    ///
    /// # Shapes
    /// `(A.., K), (B.., K) -> (A.., B..)`, as [`inner`](Array::inner).
    ///
    /// As `numpy.inner` of the operands converted by `astype`, without the copies. Sums of integers are exact. A sum
    /// of so many products that some of that number do not fit (131,072 of `i8`, 65,794 of `u8` and `i8`, 66,052 of
    /// `u8`: see [`Widening`]) does not compile where `K` is in a type: the program is rejected when it is built,
    /// though not by `cargo check`.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): lengths that differ, and so many products that
    /// their sum could overflow.
    ///
    /// # Panics
    /// As [`inner`](Array::inner).
    ///
    /// # Accuracy
    /// Products of `f32` and `f16` are exact in the wider type (those of `bf16` unless they leave its range), and
    /// are added up in the order of a dot product of that type, in matrices of any size: the bits are the same on
    /// every CPU. The error of a sum is that of [`inner`](Array::inner), with `u` of the wider type.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let (a, b) = (array![100_i8, -100, 127], array![127_i8, -128, 127]);
    /// let sum: i32 = a.inner_wide(&b);
    /// assert_eq!(sum, 100 * 127 + 100 * 128 + 127 * 127);
    /// let rows = array![[255_u8, 0, 255], [0, 255, 1]];
    /// assert_eq!(rows.inner_wide(&b), array![255 * 127 * 2, -255 * 128 + 127]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1_i8, 2].inner_wide(&array![1_i8, 2, 3]); // `inner_wide`: axis of length 2 does not match axis of length 3
    /// ```
    ///
    /// ```compile_fail,E0080
    /// use conformable::Vector;
    /// static A: Vector<i8, 200_000> = Vector::new([1; 200_000]);
    /// A.inner_wide(&A); // `inner_wide`: a sum of 200000 products of i8 and i8 can overflow i32
    /// ```
    #[inline]
    #[track_caller]
    pub fn inner_wide<U: Copy, S2: Shape, O2: Ownership>(
        &self,
        rhs: &Array<U, S2, O2>,
    ) -> Outcome<S::Check, S::Output, T::Wide>
    where
        T: Widening<U>,
        S: RowsShape<S2, op::inner_wide>,
    {
        const { expect_few_terms::<T, U>("inner_wide", S::K) }
        if let Some(result) = Rows::dot(self, rhs, wide::dot::<T, U>) {
            return S::Check::wrap(result);
        }
        S::Check::wrap(match fits(self, rhs) {
            Ok(()) => {
                Rows::value(self, rhs, const { rows_kernel::<T, U, S, S2>(O::CONTIGUOUS && O2::CONTIGUOUS) })
            }
            Err(e) => Err(e),
        })
    }

    /// Writes [`inner_wide`](Array::inner_wide) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(A.., K), (B.., K), out (A.., B..)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, so many products that
    /// their sum could overflow, or an `out` of another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut out = Matrix::zeros();
    /// array![[200_u8, 100], [1, 2]].inner_wide_into(&array![[200_u8, 100], [3, 4]], &mut out);
    /// assert_eq!(out, array![[50_000, 1000], [400, 11]]);
    /// ```
    #[inline]
    pub fn inner_wide_into<U: Copy, S2: Shape, O2: Ownership, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &Array<U, S2, O2>,
        out: &mut Array<T::Wide, S3, O3>,
    ) -> RowsIntoOutcome<S, S2, op::inner_wide, S3, op::inner_wide_into>
    where
        T: Widening<U>,
        S: RowsShape<S2, op::inner_wide>,
        S::Output: SameShape<S3, op::inner_wide_into>,
    {
        const { expect_few_terms::<T, U>("inner_wide", S::K) }
        let result = match fits(self, rhs) {
            Ok(()) => {
                let kernel =
                    const { rows_kernel::<T, U, S, S2>(O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS) };
                Rows::into(self, rhs, out, kernel)
            }
            Err(e) => Err(e),
        };
        Checked::<S, S2, op::inner_wide, S3, op::inner_wide_into>::wrap(result)
    }
}

/// Whether no sum of so many products can overflow, where their number is known only at run time.
#[inline(always)]
fn fits<T: Widening<U>, U, S: RowsShape<S2, op::inner_wide>, S2: Shape>(
    a: &Array<T, S, impl Ownership>,
    b: &Array<U, S2, impl Ownership>,
) -> Result<(), ShapeError> {
    if S::K.is_some() || T::MOST_TERMS.is_none() {
        return Ok(());
    }
    let (dims_a, dims_b) = (a.dims(), b.dims());
    match (dims_a.as_ref(), dims_b.as_ref()) {
        // Lengths that differ are another error.
        ([.., k], [.., l]) if k == l => {
            few_terms::<T, U>(op::inner_wide::NAME, dims_a.as_ref(), dims_b.as_ref(), *k)
        }
        _ => Ok(()),
    }
}
