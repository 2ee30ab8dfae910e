//! `inner`: sums of products over the last axis of both operands. The exemplar of an operation.

use super::product::{Axes, Lists, ONE, Product, into, outcome};
use super::{IntoOutcome, Operand};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::shape::op;
use crate::shape::{InnerShape, SameShape, Shape};

impl<S: InnerShape<S2>, S2: Shape> Product<S, S2> for op::inner {
    type Into = op::inner_into;
    type Output = S::Output;
    const LENGTHS: Option<[usize; 3]> = S::LENGTHS;
    const TURNED: bool = true;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<S::Output, ShapeError> {
        a.inner_shape(b)
    }
    /// The rows of each operand are those of one matrix, whatever its rank.
    #[inline(always)]
    fn contiguous(a: &[usize], b: &[usize]) -> Option<[usize; 3]> {
        let (free_a, free_b, k) = match (a, b) {
            ([free_a @ .., k], [free_b @ .., _]) => (free_a, free_b, *k),
            (a, b) => (a, b, 1),
        };
        Some([free_a.iter().product(), free_b.iter().product(), k])
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        let [free_a, free_b] = free(a, b);
        if free_a > 1 || free_b > 1 {
            return None;
        }
        let m = if free_a == 1 { row(a, 0, out, 0) } else { ONE };
        let n = if free_b == 1 { column(b, 0, out, free_a) } else { ONE };
        Some([m, n, summed(a, b)])
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        let [free_a, free_b] = free(a, b);
        let mut lists = Lists::new();
        for axis in 0..free_a {
            lists.m.push(row(a, axis, out, axis));
        }
        for axis in 0..free_b {
            lists.n.push(column(b, axis, out, free_a + axis));
        }
        lists.k.push(summed(a, b));
        lists
    }
}

/// The numbers of axes that are not summed: all, if an operand is of rank 0.
#[inline(always)]
fn free(a: Axes<'_>, b: Axes<'_>) -> [usize; 2] {
    if a.ndim() == 0 || b.ndim() == 0 { [a.ndim(), b.ndim()] } else { [a.ndim() - 1, b.ndim() - 1] }
}

/// The axis that is summed: none, if an operand is of rank 0.
#[inline(always)]
fn summed(a: Axes<'_>, b: Axes<'_>) -> Axis {
    if a.ndim() == 0 || b.ndim() == 0 {
        return ONE;
    }
    let ((len, a), (_, b)) = (a.get(a.ndim() - 1), b.get(b.ndim() - 1));
    Axis { len, c: 0, a, b }
}

/// An axis of the left operand, which the result has under the number `to`.
#[inline(always)]
fn row(a: Axes<'_>, axis: usize, out: Axes<'_>, to: usize) -> Axis {
    let ((len, a), (_, c)) = (a.get(axis), out.get(to));
    Axis { len, c, a, b: 0 }
}

/// An axis of the right operand, which the result has under the number `to`.
#[inline(always)]
fn column(b: Axes<'_>, axis: usize, out: Axes<'_>, to: usize) -> Axis {
    let ((len, b), (_, c)) = (b.get(axis), out.get(to));
    Axis { len, c, a: 0, b }
}

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies and adds up over the last axis of both arrays.
    ///
    /// `out[i.., j..] = sum over k of a[i.., k] * b[j.., k]`
    ///
    /// # Shapes
    /// `(A.., K), (B.., K) -> (A.., B..)`. Two vectors give the scalar itself. An operand of rank 0, or a
    /// plain number, multiplies every element of the other.
    ///
    /// As `numpy.inner`, with three differences: lengths that the types know are compared by the compiler;
    /// the element type of both operands is the same, and that of the result; a zero of rank 0 times a NaN
    /// is NaN. Complex numbers are not conjugated. Integers wrap around; for `bool` it is *or* of *and*s. Sums of products of
    /// `f16` and `bf16` are made in `f32` and rounded once.
    /// With `K = 0` every element is zero.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`] says which axes differ, in NumPy's words.
    ///
    /// # Panics
    /// If `Dyn` axes that meet no others make a result of more elements than memory can hold.
    ///
    /// # Accuracy
    /// Sums are made in a fixed order, the same for every kind of array and every number of threads, and
    /// for up to 8 terms, or if one operand is a vector, the same on every CPU; with the feature
    /// `deterministic` always. The error of a sum of `n` terms is within `g(k) * sum |a_i * b_i|` with
    /// `g(k) = k*u / (1 - k*u)`, where `u` is half the machine epsilon and `k` is at most
    /// `64 + 2 + log2(n)`; for matrices with `K > 8`, `min(K, 256) + ceil(K / 256)`
    /// (N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed., 2002, section 4.2).
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, Vector, array};
    /// let a = array![[1, 2, 3], [4, 5, 6]];
    /// let b = array![[7, 8, 9], [10, 11, 12]];
    /// assert_eq!(a.inner(&b), Matrix::new([[50, 68], [122, 167]]));
    /// assert_eq!(a.inner(&Vector::new([1, 0, 1])), array![4, 10]);
    /// assert_eq!(array![1, 2, 3].inner(&array![4, 5, 6]), 32);
    /// assert_eq!(a.inner(&10)[[1, 2]], 60);
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1, 2, 3].inner(&array![1, 2, 3, 4]); // `inner`: axis of length 3 does not match axis of length 4
    /// ```
    #[inline]
    #[track_caller]
    pub fn inner<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar,
        S: InnerShape<B::Shape>,
    {
        outcome::<op::inner, S::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`inner`](Array::inner) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(A.., K), (B.., K), out (A.., B..)`.
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
    /// a.inner_into(&array![[5, 6], [7, 8]], &mut out);
    /// assert_eq!(out, array![[17, 23], [39, 53]]);
    /// ```
    #[inline]
    pub fn inner_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::inner_into>
    where
        T: Scalar,
        S: InnerShape<B::Shape>,
        S::Output: SameShape<S3, op::inner_into>,
    {
        into::<op::inner, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }
}
