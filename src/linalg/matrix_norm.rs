//! `matrix_norm`: norms of matrices.

use super::items::{elements, item, matrix_sizes};
use super::matrix_rank::{FromSingularValues, each, each_into};
use super::solve::TryIntoOutcome;
use super::systems::{try_into, try_value};
use crate::array::{Array, Ownership, OwnershipMut, named};
use crate::error::linalg::NoConvergence;
use crate::kernel::reduce::norm;
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Itself, Matrices, SameShape, Shape};

/// Which norm of a matrix, as the argument `ord` of `numpy.linalg.matrix_norm`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MatrixNorm {
    /// The root of the sum of the squares of all elements, `ord='fro'`.
    Frobenius,
    /// The sum of the singular values, `ord='nuc'`.
    Nuclear,
    /// The largest sum of the sizes in a column, `ord=1`.
    L1,
    /// The smallest sum of the sizes in a column, `ord=-1`.
    NegL1,
    /// The largest singular value, `ord=2`.
    L2,
    /// The smallest singular value, `ord=-2`.
    NegL2,
    /// The largest sum of the sizes in a row, `ord=inf`.
    Inf,
    /// The smallest sum of the sizes in a row, `ord=-inf`.
    NegInf,
}

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// A norm of each matrix.
    ///
    /// # Shapes
    /// `(S.., M, N) -> (S..)`; of one matrix the number itself.
    ///
    /// As `numpy.linalg.matrix_norm`. Of a matrix without elements it is 0, and infinite for the smallest of no sums.
    /// The Frobenius norm of one matrix is [`norm`](Array::norm), which cannot fail.
    ///
    /// # Errors
    /// [`NoConvergence`](crate::NoConvergence) for the norms by singular values, as of [`svd`](Array::svd). The others fail
    /// only if the rank is not in the type.
    ///
    /// # Example
    /// ```
    /// use conformable::{MatrixNorm, NoConvergence, array};
    /// let a = array![[1., -2.], [3., 4.]];
    /// assert_eq!(a.matrix_norm(MatrixNorm::L1)?, 6.);
    /// assert_eq!(a.matrix_norm(MatrixNorm::Inf)?, 7.);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    #[inline]
    #[track_caller]
    pub fn matrix_norm<X>(&self, ord: MatrixNorm) -> FromSingularValues<X, T, op::matrix_norm>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::matrix_norm>,
    {
        if let Some(norm) = by_singular_values(ord) {
            return each(self, T::zero(), |_, s| norm(s));
        }
        let stack = self.shape().itself().split_matrices();
        let norms = stack.and_then(|(stack, ..)| named(op::matrix_norm::NAME, stack, T::zero()));
        try_value::<<X as Matrices<op::matrix_norm>>::Check, _, _, _>(norms, |_, norms| {
            by_elements(self, ord, norms);
            None
        })
    }

    /// Writes [`matrix_norm`](Array::matrix_norm) into an existing array, and allocates nothing but copies of a matrix if that
    /// has a `Dyn` axis.
    ///
    /// # Shapes
    /// `(S.., M, N), out (S..)`
    ///
    /// # Errors
    /// As [`matrix_norm`](Array::matrix_norm). If the shapes do not fit, `out` is as it was. A norm by singular values that
    /// there are not is written as NaN.
    #[inline]
    #[track_caller]
    pub fn matrix_norm_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        ord: MatrixNorm,
        out: &mut Array<T, S2, O2>,
    ) -> TryIntoOutcome<
        <X as Matrices<op::matrix_norm>>::Check,
        X::Stack,
        S2,
        op::matrix_norm_into,
        NoConvergence,
    >
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::matrix_norm, Stack: SameShape<S2, op::matrix_norm_into>>,
    {
        type C<X, S2> = <<X as Matrices<op::matrix_norm>>::Check as Check>::And<
            <<X as Matrices<op::matrix_norm>>::Stack as SameShape<S2, op::matrix_norm_into>>::Check,
        >;
        if let Some(norm) = by_singular_values(ord) {
            return each_into::<op::matrix_norm_into, _, _, _, X, _, _, _, op::matrix_norm>(
                self,
                out,
                |_, s| norm(s),
            );
        }
        let stack = self.shape().itself().split_matrices().map(|(stack, ..)| stack);
        try_into::<C<X, S2>, _, _, _, _, _>(op::matrix_norm_into::NAME, stack, out, |_, norms| {
            by_elements(self, ord, norms);
            None
        })
    }
}

/// The norm by the singular values, if it is one that follows from them.
fn by_singular_values<T: Real>(ord: MatrixNorm) -> Option<fn(&[T]) -> T> {
    match ord {
        MatrixNorm::L2 => Some(|s| s.first().copied().unwrap_or_else(T::zero)),
        MatrixNorm::NegL2 => Some(|s| s.last().copied().unwrap_or_else(T::zero)),
        MatrixNorm::Nuclear => Some(|s| s.iter().fold(T::zero(), |sum, s| sum + *s)),
        _ => None,
    }
}

/// Writes the norms that follow from the elements.
pub(super) fn by_elements<T: Real, S: Shape, O: Ownership>(
    a: &Array<T, S, O>,
    ord: MatrixNorm,
    norms: &mut [T],
) {
    let dims = a.dims();
    let [m, n] = matrix_sizes(dims.as_ref());
    // The larger or the smaller of two; a NaN wins.
    let largest = |x: T, y: T| if x.is_nan() || x > y { x } else { y };
    let smallest = |x: T, y: T| if x.is_nan() || x < y { x } else { y };
    elements(a, |a| {
        for (i, norm) in norms.iter_mut().enumerate() {
            let a = item(a, m * n, i);
            let rows = || (0..m).map(|row| a.iter().skip(row * n).take(n));
            let columns = || (0..n).map(|column| a.iter().skip(column).step_by(n));
            let sum = |sum: T, x: &T| sum + x.abs();
            *norm = match ord {
                MatrixNorm::L1 => columns().map(|x| x.fold(T::zero(), sum)).fold(T::zero(), largest),
                MatrixNorm::NegL1 => columns().map(|x| x.fold(T::zero(), sum)).fold(T::infinity(), smallest),
                MatrixNorm::Inf => rows().map(|x| x.fold(T::zero(), sum)).fold(T::zero(), largest),
                MatrixNorm::NegInf => rows().map(|x| x.fold(T::zero(), sum)).fold(T::infinity(), smallest),
                _ => norm::l2_slice(a).value(),
            };
        }
    });
}
