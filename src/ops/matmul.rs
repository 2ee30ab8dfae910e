//! `matmul`: products of matrices, and of stacks of them.

use super::product::{Axes, Lists, Product, into, outcome};
use super::{IntoOutcome, Operand, batch};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::shape::op;
use crate::shape::{MatmulShape, SameShape, Shape};

impl<S: MatmulShape<S2>, S2: Shape> Product<S, S2> for op::matmul {
    type Into = op::matmul_into;
    type Output = S::Output;
    const LENGTHS: Option<[usize; 3]> = S::LENGTHS;
    const ITEM: Option<[usize; 3]> = S::ITEM;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<S::Output, ShapeError> {
        a.matmul_shape(b)
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        batch::plane(S::CORES, a, b, out)
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        batch::lists(S::CORES, a, b, out)
    }
}

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies matrices: the last two axes of both arrays; leading axes pair.
    ///
    /// `out[s.., i, j] = sum over k of a[s.., i, k] * b[s.., k, j]`
    ///
    /// # Shapes
    /// `(S.., M, K), (T.., K, N) -> (bc(S, T).., M, N)`. An array of rank 1 is one vector, whose axis the result
    /// lacks: `(K), (K, N) -> (N)`, `(M, K), (K) -> (M)`, `(K), (K) -> ()`, which is the scalar itself.
    ///
    /// `bc` pairs leading axes from the last one on: equal ones, one that is missing with any, and a [`Stretch`]
    /// with any. With a [`DynRank`] an axis of it of length 1 stretches too, for nothing in the type can say so.
    ///
    /// As `numpy.matmul`, with these differences: lengths that the types know are compared by the compiler; an axis of
    /// length 1 stretches only if its type says so; both operands have one element type, which is that of the result.
    /// Rank 0 is refused, as there. Integers wrap around; for `bool` it is *or* of *and*s. With `K = 0` every
    /// element is zero.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`] says which axes differ, in NumPy's words.
    ///
    /// # Panics
    /// If `Dyn` axes that meet no others make a result of more elements than memory can hold.
    ///
    /// # Accuracy
    /// As [`inner`](Array::inner). A stack has the bits of its matrices, multiplied one by one.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array3, array};
    /// let a = array![[1, 2], [3, 4]];
    /// let b = array![[5, 6], [7, 8]];
    /// assert_eq!(a.matmul(&b), array![[19, 22], [43, 50]]);
    /// assert_eq!(a.matmul(&array![1, 10]), array![21, 43]);
    /// let stack = Array3::<i32, 3, 2, 2>::ones();
    /// assert_eq!(stack.matmul(&b)[[2, 0, 1]], 14);
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::Matrix;
    /// let a = Matrix::<f32, 2, 3>::ones();
    /// a.matmul(&a); // `matmul`: axis of length 3 does not match axis of length 2
    /// ```
    ///
    /// [`Stretch`]: crate::Stretch
    /// [`DynRank`]: crate::DynRank
    #[doc(alias("mul_mat3", "mul_mat4", "gemm"))]
    #[inline]
    #[track_caller]
    pub fn matmul<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar,
        S: MatmulShape<B::Shape>,
    {
        outcome::<op::matmul, S::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`matmul`](Array::matmul) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(S.., M, K), (T.., K, N), out (bc(S, T).., M, N)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, or an `out` of
    /// another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let a = array![[1, 2], [3, 4]];
    /// let mut out = Matrix::zeros();
    /// a.matmul_into(&array![[5, 6], [7, 8]], &mut out);
    /// assert_eq!(out, array![[19, 22], [43, 50]]);
    /// ```
    #[inline]
    pub fn matmul_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::matmul_into>
    where
        T: Scalar,
        S: MatmulShape<B::Shape>,
        S::Output: SameShape<S3, op::matmul_into>,
    {
        into::<op::matmul, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }
}
