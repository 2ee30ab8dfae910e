//! `cross`: cross products.

use super::items::{count, elements, into, item, item_mut, paired, stack_of, value, zeros};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::ops::{IntoOutcome, Operand};
use crate::scalar::Subtract;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, CrossShape, SameShape, Shape};

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The cross product of vectors of three elements along the last axis; leading axes pair.
    ///
    /// `out[s.., i] = a[s.., j] * b[s.., k] - a[s.., k] * b[s.., j]`, with `(i, j, k)` one of `(0, 1, 2)`, `(1, 2, 0)`,
    /// `(2, 0, 1)`. In right-handed axes it points to where a right-handed screw goes that turns from `a` to `b`.
    ///
    /// # Shapes
    /// `(S.., 3), (T.., 3) -> (bc(S, T).., 3)`. Leading axes pair as in [`matmul`](Array::matmul).
    ///
    /// As `numpy.linalg.cross`. The vectors of length 2 that `numpy.cross` once took are refused.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is).
    ///
    /// # Accuracy
    /// Each product is rounded, and then their difference; integers wrap around.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 0, 0].cross(&array![0, 1, 0]), array![0, 0, 1]);
    /// ```
    ///
    /// Other lengths do not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1, 0].cross(&array![0, 1]); // `cross`: vectors of length 2, but a cross product is one of vectors of length 3
    /// ```
    #[inline]
    #[track_caller]
    pub fn cross<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Subtract,
        S: CrossShape<B::Shape>,
    {
        let rhs = rhs.array();
        let shape = self.shape().cross_shape(rhs.shape());
        value::<S::Check, _, _>(zeros(op::cross::NAME, shape), |dims, out| write(self, rhs, dims, out))
    }

    /// Writes [`cross`](Array::cross) into an existing array.
    ///
    /// # Shapes
    /// `(S.., 3), (T.., 3), out (bc(S, T).., 3)`
    ///
    /// # Errors
    /// As [`cross`](Array::cross), and if `out` has another shape. `out` is then as it was.
    #[inline]
    pub fn cross_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::cross_into>
    where
        T: Subtract,
        S: CrossShape<B::Shape, Output: SameShape<S3, op::cross_into>>,
    {
        let rhs = rhs.array();
        let shape = self.shape().cross_shape(rhs.shape());
        into::<<S::Check as Check>::And<<S::Output as SameShape<S3, op::cross_into>>::Check>, _, _, _, _>(
            op::cross_into::NAME,
            shape,
            out,
            |dims, out| write(self, rhs, dims, out),
        )
    }
}

/// Writes all products.
#[inline(always)]
fn write<T: Subtract, S: Shape, O: Ownership, S2: Shape, O2: Ownership>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    dims: &[usize],
    out: &mut [T],
) {
    let (of_a, of_b) = (a.dims(), b.dims());
    let (own_a, own_b) = (stack_of(of_a.as_ref(), 1), stack_of(of_b.as_ref(), 1));
    let stack = stack_of(dims, 1);
    elements(a, |a| {
        elements(b, |b| {
            for i in 0..count(stack) {
                let (a, b) = (item(a, 3, paired(own_a, stack, i)), item(b, 3, paired(own_b, stack, i)));
                let (Some(a), Some(b)) = (a.first_chunk(), b.first_chunk()) else { continue };
                if let Some(out) = item_mut(out, 3, i).first_chunk_mut() {
                    *out = product(*a, *b);
                }
            }
        });
    });
}

#[inline(always)]
fn product<T: Subtract>([a, b, c]: [T; 3], [d, e, f]: [T; 3]) -> [T; 3] {
    [b.times(f).subtract(c.times(e)), c.times(d).subtract(a.times(f)), a.times(e).subtract(b.times(d))]
}
