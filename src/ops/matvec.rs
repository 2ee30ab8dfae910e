//! `matvec`: products of matrices with vectors, and of stacks of them.

use super::product::{Axes, Lists, Product, into, outcome};
use super::{IntoOutcome, Operand, batch};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::shape::op;
use crate::shape::{MatvecShape, SameShape, Shape};

impl<S: MatvecShape<S2>, S2: Shape> Product<S, S2> for op::matvec {
    type Into = op::matvec_into;
    type Output = S::Output;
    const LENGTHS: Option<[usize; 3]> = S::LENGTHS;
    const ITEM: Option<[usize; 3]> = S::ITEM;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<S::Output, ShapeError> {
        a.matvec_shape(b)
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        batch::plane([2, 1], a, b, out)
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        batch::lists([2, 1], a, b, out)
    }
}

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies matrices with vectors: the last two axes of `self` with the last of `rhs`; leading axes pair.
    ///
    /// `out[s.., i] = sum over k of a[s.., i, k] * x[s.., k]`
    ///
    /// # Shapes
    /// `(S.., M, K), (T.., K) -> (bc(S, T).., M)`. Leading axes pair as in
    /// [`matmul`](Array::matmul): equal ones, one that is missing with any, and a [`Stretch`](crate::Stretch) with any.
    ///
    /// As `numpy.matvec`, with these differences: lengths that the types know are compared by the compiler; an axis of
    /// length 1 stretches only if its type says so; both operands have one element type, which is that of the result.
    /// Nothing is conjugated. Integers wrap around; for `bool` it is *or* of *and*s. With `K = 0` every element is zero.
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
    /// assert_eq!(a.matvec(&array![1, 10]), array![21, 43]);
    /// let vectors = array![[1, 0], [0, 1], [1, 1]];
    /// let all: Matrix<i32, 3, 2> = a.matvec(&vectors); // one matrix, three vectors
    /// assert_eq!(all, array![[1, 3], [2, 4], [3, 7]]);
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::{Matrix, Vector};
    /// let a = Matrix::<f32, 2, 3>::ones();
    /// a.matvec(&Vector::<f32, 2>::ones()); // `matvec`: axis of length 3 does not match axis of length 2
    /// ```
    #[doc(alias("mul_vec", "mul_vec3", "mul_vec4"))]
    #[inline]
    #[track_caller]
    pub fn matvec<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar,
        S: MatvecShape<B::Shape>,
    {
        outcome::<op::matvec, S::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`matvec`](Array::matvec) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(S.., M, K), (T.., K), out (bc(S, T).., M)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, or an `out` of
    /// another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![[1, 2], [3, 4]].matvec_into(&array![1, 10], &mut out);
    /// assert_eq!(out, array![21, 43]);
    /// ```
    #[inline]
    pub fn matvec_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::matvec_into>
    where
        T: Scalar,
        S: MatvecShape<B::Shape>,
        S::Output: SameShape<S3, op::matvec_into>,
    {
        into::<op::matvec, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }
}
