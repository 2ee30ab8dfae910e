//! `vecmat`: products of vectors with matrices, and of stacks of them.

use super::product::{Axes, Lists, Product, into, outcome};
use super::{IntoOutcome, Operand, batch};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::shape::op;
use crate::shape::{SameShape, Shape, VecmatShape};

impl<S: VecmatShape<S2>, S2: Shape> Product<S, S2> for op::vecmat {
    type Into = op::vecmat_into;
    type Output = S::Output;
    const LENGTHS: Option<[usize; 3]> = S::LENGTHS;
    const ITEM: Option<[usize; 3]> = S::ITEM;
    const CONJUGATES: bool = true;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<S::Output, ShapeError> {
        a.vecmat_shape(b)
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        batch::plane([1, 2], a, b, out)
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        batch::lists([1, 2], a, b, out)
    }
}

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies vectors with matrices: the last axis of `self`, conjugated, with the last but one of `rhs`; leading axes pair.
    ///
    /// `out[s.., j] = sum over k of conj(x[s.., k]) * a[s.., k, j]`
    ///
    /// # Shapes
    /// `(S.., K), (T.., K, N) -> (bc(S, T).., N)`. Leading axes pair as in
    /// [`matmul`](Array::matmul): equal ones, one that is missing with any, and a [`Stretch`](crate::Stretch) with any.
    ///
    /// As `numpy.vecmat`, with these differences: lengths that the types know are compared by the compiler; an axis of
    /// length 1 stretches only if its type says so; both operands have one element type, which is that of the result.
    /// Complex vectors are conjugated, as there; matrices are not. Integers wrap around; for `bool` it is *or* of *and*s. With `K = 0` every element is zero.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`] says which axes differ, in NumPy's words.
    ///
    /// # Panics
    /// If `Dyn` axes that meet no others make a result of more elements than memory can hold.
    ///
    /// # Accuracy
    /// Each element is a dot product in the order of [`inner`](Array::inner), with the same bits on every CPU.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let a = array![[1, 2], [3, 4]];
    /// assert_eq!(array![1, 10].vecmat(&a), array![31, 42]);
    /// let vectors = array![[1, 0], [0, 1], [1, 1]];
    /// let all: Matrix<i32, 3, 2> = vectors.vecmat(&a); // three vectors, one matrix
    /// assert_eq!(all, array![[1, 2], [3, 4], [4, 6]]);
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::{Matrix, Vector};
    /// let a = Matrix::<f32, 2, 3>::ones();
    /// Vector::<f32, 3>::ones().vecmat(&a); // `vecmat`: axis of length 3 does not match axis of length 2
    /// ```
    #[inline]
    #[track_caller]
    pub fn vecmat<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar,
        S: VecmatShape<B::Shape>,
    {
        outcome::<op::vecmat, S::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`vecmat`](Array::vecmat) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(S.., K), (T.., K, N), out (bc(S, T).., N)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, or an `out` of
    /// another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![1, 10].vecmat_into(&array![[1, 2], [3, 4]], &mut out);
    /// assert_eq!(out, array![31, 42]);
    /// ```
    #[inline]
    pub fn vecmat_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::vecmat_into>
    where
        T: Scalar,
        S: VecmatShape<B::Shape>,
        S::Output: SameShape<S3, op::vecmat_into>,
    {
        into::<op::vecmat, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }
}
