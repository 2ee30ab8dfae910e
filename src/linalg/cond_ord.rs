//! `cond_ord`: the condition of a matrix in a norm.

use super::inv::invert;
use super::items::{elements, item};
use super::matrix_norm::{MatrixNorm, by_elements};
use super::matrix_rank::{TryEach, each_checked, largest_by_smallest};
use super::systems::try_made;
use crate::array::{Array, Ownership, named};
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Dim, Itself, Matrices, Shape, SquareStack};

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The condition of each square matrix in a norm: the norm of the matrix times that of its inverse. Infinite for a
    /// singular matrix, NaN for one without elements.
    ///
    /// # Shapes
    /// `(S.., M, M) -> (S..)`; of one matrix the number itself.
    ///
    /// As `numpy.linalg.cond(x, p)`, also in that `NegL2` is the smallest singular value by the largest: 0 for a singular
    /// matrix. Of a matrix that is not square [`cond`](Array::cond) is the condition in the 2-norm.
    ///
    /// # Errors
    /// As [`svd`](Array::svd) for the norms by singular values; a singular matrix is no error. The other norms fail only by
    /// shapes that are checked at run time, and are NaN if the matrix holds NaN.
    ///
    /// # Accuracy
    /// For `L2`, `NegL2` and `Nuclear` from the singular values, for the others from [`inv`](Array::inv): as the condition of
    /// a condition is itself, it has as many right digits as solutions have.
    ///
    /// # Example
    /// ```
    /// use conformable::{MatrixNorm, NoConvergence, array};
    /// let a = array![[1., 2.], [0., 2.]];
    /// assert_eq!(a.cond_ord(MatrixNorm::L1)?, 6.);
    /// assert_eq!(a.cond_ord(MatrixNorm::Inf)?, 6.);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    ///
    /// A matrix that is not square does not compile:
    /// ```compile_fail,E0277
    /// use conformable::{MatrixNorm, array};
    /// array![[1., 2., 3.], [4., 5., 6.]].cond_ord(MatrixNorm::L1); // a matrix of 2 rows and 3 columns is not square
    /// ```
    #[doc(alias = "condition_number")]
    #[inline]
    #[track_caller]
    pub fn cond_ord<X>(
        &self,
        ord: MatrixNorm,
    ) -> TryEach<<X as SquareStack<op::cond_ord>>::Check, X, T, op::cond_ord>
    where
        T: Real,
        S: Itself<X>,
        X: SquareStack<op::cond_ord> + Matrices<op::cond_ord>,
    {
        type C<X> = <X as SquareStack<op::cond_ord>>::Check;
        let (shape, name) = (self.shape().itself(), op::cond_ord::NAME);
        let stack = SquareStack::<op::cond_ord>::split_square(shape).and_then(|_| shape.split_matrices());
        let by: fn(&[T]) -> T = match ord {
            MatrixNorm::L2 => largest_by_smallest,
            MatrixNorm::NegL2 => smallest_by_largest,
            MatrixNorm::Nuclear => nuclear,
            _ => {
                let made = stack.and_then(|(stack, ..)| {
                    let [norms, of_inverse] =
                        [named(name, stack, T::zero())?, named(name, stack, T::zero())?];
                    Ok((norms, of_inverse, named(name, shape, T::zero())?))
                });
                return try_made::<C<X>, _, _, _>(
                    made,
                    |(norms, of_inverse, inverse)| {
                        by_inverse::<T, S, O, X, <X as SquareStack<op::cond_ord>>::Axis>(
                            self,
                            ord,
                            norms.as_mut_slice(),
                            of_inverse.as_mut_slice(),
                            inverse,
                        );
                        None
                    },
                    |(norms, ..)| norms.into_value(),
                );
            }
        };
        if let Err(e) = stack {
            return C::<X>::refused(e);
        }
        each_checked::<C<X>, _, _, _, _, _, _>(self, T::zero(), |_, s| by(s))
    }
}

/// The reciprocal of the condition in the 2-norm, but that it is infinite for a matrix of zeros.
fn smallest_by_largest<T: Real>(s: &[T]) -> T {
    match (s.first(), s.last()) {
        (Some(largest), Some(_)) if *largest == T::zero() => T::infinity(),
        (Some(largest), Some(least)) => *least / *largest,
        _ => T::not_a_number(),
    }
}

/// The condition in the nuclear norm: the sum of the singular values times that of their reciprocals.
fn nuclear<T: Real>(s: &[T]) -> T {
    match s.last() {
        None => T::not_a_number(),
        Some(least) if *least == T::zero() => T::infinity(),
        Some(least) => {
            // In units of the smallest, of which no sum leaves the range that the result does not.
            let sum = |by: fn(T, T) -> T| s.iter().fold(T::zero(), |sum, s| sum + by(*s, *least));
            sum(|s, least| s / least) * sum(|s, least| least / s)
        }
    }
}

/// Writes the norm of each matrix times that of its inverse to `norms`: infinite without one, NaN if a matrix holds NaN.
fn by_inverse<T: Real, S: Shape, O: Ownership, X: Shape, D: Dim>(
    a: &Array<T, S, O>,
    ord: MatrixNorm,
    norms: &mut [T],
    of_inverse: &mut [T],
    inverse: &mut Array<T, X>,
) {
    let dims = a.dims();
    let n = dims.as_ref().last().copied().unwrap_or(0);
    // NaN in the place of what is no inverse.
    let _ = invert::<T, S, O, D>(a, dims.as_ref(), inverse.as_mut_slice());
    by_elements(a, ord, norms);
    by_elements(inverse, ord, of_inverse);
    elements(a, |a| {
        for (i, (norm, of_inverse)) in norms.iter_mut().zip(of_inverse).enumerate() {
            let product = *norm * *of_inverse;
            let has_nan = n == 0 || item(a, n * n, i).iter().any(|x| x.is_nan());
            *norm = match (has_nan, product.is_nan()) {
                (true, _) => T::not_a_number(),
                (false, true) => T::infinity(),
                (false, false) => product,
            };
        }
    });
}
