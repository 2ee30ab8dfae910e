//! `inv`: inverse matrices.

use super::items::{count, item_mut, stack_of, zeros};
use super::solve::TryIntoOutcome;
use super::systems::{keep_first, try_into, try_value};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::error::linalg::Singular;
use crate::kernel::factor::{Rows, front};
use crate::scalar::Field;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Dim, Itself, SameShape, Shape, SquareStack};

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The inverse of each matrix: `x` with `a · x = 1`.
    ///
    /// # Shapes
    /// `(S.., M, M) -> (S.., M, M)`
    ///
    /// As `numpy.linalg.inv`. To solve a system, [`solve`](Array::solve) is faster and more accurate than the product with
    /// an inverse.
    ///
    /// # Errors
    /// As [`solve`](Array::solve): [`Singular`] if a pivot is exactly zero, also for a matrix as near to a singular one as
    /// floats can be if none is.
    ///
    /// # Accuracy
    /// The columns are solutions: `|1 - a x|` is a few units of the last place of `|a| |x|`. The bits are the same on every
    /// CPU.
    ///
    /// # Example
    /// ```
    /// use conformable::{Singular, array};
    /// let a = array![[2., 0.], [1., 1.]];
    /// assert_eq!(a.inv()?, array![[0.5, 0.], [-0.5, 1.]]);
    /// # Ok::<(), Singular>(())
    /// ```
    ///
    /// A matrix that is not square does not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![[1., 2., 3.], [4., 5., 6.]].inv(); // a matrix of 2 rows and 3 columns is not square
    /// ```
    #[doc(alias("inverse", "try_inverse"))]
    #[inline]
    #[track_caller]
    pub fn inv<X>(&self) -> <X::Check as Check>::Try<S::Value<T>, Singular>
    where
        T: Field,
        S: Itself<X>,
        X: SquareStack<op::inv>,
    {
        let shape = self.shape().itself().split_square().map(|_| self.shape());
        try_value::<X::Check, _, _, _>(zeros(op::inv::NAME, shape), |dims, x| {
            invert::<T, S, O, X::Axis>(self, dims, x)
        })
    }

    /// Writes [`inv`](Array::inv) into an existing array, and allocates nothing but a copy of `self` if that has a `Dyn`
    /// axis.
    ///
    /// # Shapes
    /// `(S.., M, M), out (S.., M, M)`
    ///
    /// # Errors
    /// As [`inv`](Array::inv). If the shapes do not fit, `out` is as it was. In the place of the inverse of a singular
    /// matrix there is NaN, and all others are there.
    #[inline]
    pub fn inv_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> TryIntoOutcome<X::Check, S, S2, op::inv_into, Singular>
    where
        T: Field,
        S: Itself<X> + SameShape<S2, op::inv_into>,
        X: SquareStack<op::inv>,
    {
        let shape = self.shape().itself().split_square().map(|_| self.shape());
        try_into::<<X::Check as Check>::And<<S as SameShape<S2, op::inv_into>>::Check>, _, _, _, _, _>(
            op::inv_into::NAME,
            shape,
            out,
            |dims, x| invert::<T, S, O, X::Axis>(self, dims, x),
        )
    }
}

/// Writes the inverse of each matrix, or NaN where there is none.
#[inline(always)]
pub(super) fn invert<T: Field, S: Shape, O: Ownership, D: Dim>(
    a: &Array<T, S, O>,
    dims: &[usize],
    x: &mut [T],
) -> Option<Singular> {
    let n = dims.last().copied().unwrap_or(0);
    let mut copy = a.to_owned();
    let mut first = None;
    for item in 0..count(stack_of(dims, 2)) {
        let (a, x) = (item_mut(copy.as_mut_slice(), n * n, item), item_mut(x, n * n, item));
        let singular = front::inverse::<_, D>(Rows::new(a, n), Rows::new(x, n));
        keep_first(
            &mut first,
            singular.map(|column| {
                x.fill(T::not_a_number());
                Singular { item, column }
            }),
        );
    }
    first
}
