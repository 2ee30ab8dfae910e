//! `adjugate`: transposed matrices of cofactors, of few rows.

use super::items::{count, elements, into, item, item_mut, stack_of, zeros};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::factor::cofactors;
use crate::ops::IntoOutcome;
use crate::scalar::Subtract;
use crate::shape::op::{self, Operation};
use crate::shape::{AdjugateDim, Check, Itself, SameShape, Shape, SquareStack};

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The transposed matrix of cofactors, `adj` with `a · adj = det(a)`, for 2, 3 or 4 rows.
    ///
    /// `adj / det` is the inverse: as fast as it can be, but not accurate for a matrix that is nearly singular.
    /// [`inv`](Array::inv) is.
    ///
    /// # Shapes
    /// `(S.., N, N) -> (S.., N, N)`, with N of 2, 3 or 4 in the type.
    ///
    /// NumPy has no such function.
    ///
    /// # Errors
    /// Only if leading axes are such that the result has more elements than memory can hold.
    ///
    /// # Accuracy
    /// Closed form: each product is rounded. Of integers it is exact, and wraps around.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1, 2], [3, 4]];
    /// assert_eq!(a.adjugate(), array![[4, -2], [-3, 1]]);
    /// assert_eq!(a.matmul(&a.adjugate()), array![[-2, 0], [0, -2]]);
    /// ```
    ///
    /// More rows do not compile:
    /// ```compile_fail,E0277
    /// use conformable::Matrix;
    /// Matrix::<f64, 5, 5>::ones().adjugate(); // `adjugate`: a matrix of 5 rows, but there must be 2, 3 or 4
    /// ```
    #[doc(alias("adjoint", "cofactor"))]
    #[inline]
    #[track_caller]
    pub fn adjugate<X>(&self) -> <X::Check as Check>::Wrap<Array<T, X>>
    where
        T: Subtract,
        S: Itself<X>,
        X: SquareStack<op::adjugate, Axis: AdjugateDim>,
    {
        let shape = self.shape().itself();
        let out = shape.split_square().and_then(|_| zeros(op::adjugate::NAME, Ok(shape)));
        X::Check::wrap(out.map(|mut out| {
            write(self, out.as_mut_slice());
            out
        }))
    }

    /// Writes [`adjugate`](Array::adjugate) into an existing array.
    ///
    /// # Shapes
    /// `(S.., N, N), out (S.., N, N)`
    ///
    /// # Errors
    /// As [`adjugate`](Array::adjugate), and if `out` has another shape. `out` is then as it was.
    #[inline]
    pub fn adjugate_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> IntoOutcome<X::Check, S, S2, op::adjugate_into>
    where
        T: Subtract,
        S: Itself<X> + SameShape<S2, op::adjugate_into>,
        X: SquareStack<op::adjugate, Axis: AdjugateDim>,
    {
        let shape = self.shape().itself().split_square().map(|_| self.shape());
        into::<<X::Check as Check>::And<<S as SameShape<S2, op::adjugate_into>>::Check>, _, _, _, _>(
            op::adjugate_into::NAME,
            shape,
            out,
            |_, out| write(self, out),
        )
    }
}

/// Writes the adjugate of each matrix.
#[inline(always)]
fn write<T: Subtract, S: Shape, O: Ownership>(a: &Array<T, S, O>, out: &mut [T]) {
    let dims = a.dims();
    let n = dims.as_ref().last().copied().unwrap_or(0);
    elements(a, |a| {
        for i in 0..count(stack_of(dims.as_ref(), 2)) {
            let (a, out) = (item(a, n * n, i), item_mut(out, n * n, i));
            match n {
                2 => with(a, out, cofactors::two),
                3 => with(a, out, cofactors::three),
                _ => with(a, out, |a| cofactors::Four::of(a).adjugate()),
            }
        }
    });
}

/// Runs `f` on the elements of a matrix.
#[inline(always)]
fn with<T: Copy, const N: usize>(a: &[T], out: &mut [T], f: impl Fn([T; N]) -> [T; N]) {
    if let (Some(a), Some(out)) = (a.first_chunk(), out.first_chunk_mut()) {
        *out = f(*a);
    }
}
