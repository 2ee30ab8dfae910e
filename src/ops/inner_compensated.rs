//! `inner_compensated`: `inner` in twice the precision.

use super::Operand;
use super::pairs::{Checked, Pairs, RowsIntoOutcome};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::kernel::contract::compensated;
use crate::scalar::Compensated;
use crate::shape::op;
use crate::shape::{Check, RowsShape, SameShape, Shape};

type Twice = Pairs<op::inner_compensated, op::inner_compensated_into>;

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies and adds up over the last axis of both arrays as if in twice the precision, and rounds the sum once.
    ///
    /// `out[i.., j..] = sum over k of a[i.., k] * b[j.., k]`
    ///
    /// # Shapes
    /// `(A.., K), (B.., K) -> (A.., B..)`, as [`inner`](Array::inner).
    ///
    /// NumPy has nothing of the kind; `math.sumprod` of Python is as accurate. A sum of zeros is `+0.0`. Where a
    /// number, the product of two or a sum of these is not finite, the result is that of [`inner`](Array::inner); but
    /// products of `f32` are, and so are their sums.
    ///
    /// # Errors
    /// As [`inner`](Array::inner): only if a length that meets another is `Dyn` (or a rank is).
    ///
    /// # Panics
    /// As [`inner`](Array::inner).
    ///
    /// # Accuracy
    /// `|error| <= u * |sum a_i * b_i| + g(n)^2 * sum |a_i * b_i|` with `g(n) = n*u / (1 - n*u)`, where `u` is half
    /// the machine epsilon: the sum is as good as one that is rounded once, unless its terms cancel to less than `u`
    /// of their size. The order is fixed, and the bits are the same on every CPU, as long as no product is so small
    /// that its rounding error has no normal number (below 2^-969 in `f64`), and no number above 2^995. For `f64` it
    /// is Dot2 of T. Ogita, S. M. Rump and S. Oishi, *Accurate sum and dot product*, SIAM J. Sci. Comput. 26 (2005),
    /// 1955-1988; `f32` is summed in `f64`, which is more accurate.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let (a, b) = (array![1e16, 1., -1e16], array![1., 1., 1.]);
    /// assert_eq!(a.inner_compensated(&b), 1.);
    /// let (a, b) = (array![1e8_f32, 1., -1e8], array![1e8, 1., 1e8]);
    /// assert_eq!(a.inner_compensated(&b), 1.);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// // `inner_compensated`: axis of length 2 does not match axis of length 3
    /// array![1., 2.].inner_compensated(&array![1., 2., 3.]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn inner_compensated<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Compensated,
        S: RowsShape<B::Shape, op::inner_compensated>,
    {
        S::Check::wrap(Twice::value(self, rhs.array(), compensated::inner::<T>))
    }

    /// Writes [`inner_compensated`](Array::inner_compensated) into an existing array, and allocates
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
    /// array![[1e16, 1., -1e16], [1., 2., 3.]].inner_compensated_into(&array![1., 1., 1.], &mut out);
    /// assert_eq!(out, array![1., 6.]);
    /// ```
    #[inline]
    pub fn inner_compensated_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> RowsIntoOutcome<S, B::Shape, op::inner_compensated, S3, op::inner_compensated_into>
    where
        T: Compensated,
        S: RowsShape<B::Shape, op::inner_compensated>,
        S::Output: SameShape<S3, op::inner_compensated_into>,
    {
        Checked::<S, B::Shape, op::inner_compensated, S3, op::inner_compensated_into>::wrap(Twice::into(
            self,
            rhs.array(),
            out,
            compensated::inner::<T>,
        ))
    }
}
