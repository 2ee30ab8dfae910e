//! `dot`: sums of products over the last axis of one operand and the last but one of the other.

use super::product::{Axes, Lists, ONE, Product, into, outcome};
use super::{IntoOutcome, Operand};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::shape::op;
use crate::shape::{DotShape, SameShape, Shape};

impl<S: DotShape<S2>, S2: Shape> Product<S, S2> for op::dot {
    type Into = op::dot_into;
    type Output = S::Output;
    const LENGTHS: Option<[usize; 3]> = S::LENGTHS;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<S::Output, ShapeError> {
        a.dot_shape(b)
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        if !matches!(a.ndim(), 1..=2) || !matches!(b.ndim(), 1..=2) {
            return None;
        }
        let (mut m, mut n) = (ONE, ONE);
        if a.ndim() == 2 {
            let (len, stride) = a.get(0);
            m = Axis { len, c: out.get(0).1, a: stride, b: 0 };
        }
        if b.ndim() == 2 {
            let (len, stride) = b.get(1);
            n = Axis { len, c: out.get(out.ndim() - 1).1, a: 0, b: stride };
        }
        let ((len, step_a), (_, step_b)) = (a.get(a.ndim() - 1), b.get(0));
        Some([m, n, Axis { len, c: 0, a: step_a, b: step_b }])
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        lists(a, b, out)
    }
}

fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
    let mut lists = Lists::new();
    // An operand of rank 0 makes every element of both a row or a column of its own.
    let multiplies = a.ndim() == 0 || b.ndim() == 0;
    let (sum_a, sum_b) = (a.ndim().wrapping_sub(1), b.ndim().saturating_sub(2));
    let mut free = 0;
    for axis in (0..a.ndim()).filter(|axis| multiplies || *axis != sum_a) {
        let (len, stride) = a.get(axis);
        lists.m.push(Axis { len, c: out.get(free).1, a: stride, b: 0 });
        free += 1;
    }
    for axis in (0..b.ndim()).filter(|axis| multiplies || *axis != sum_b) {
        let (len, stride) = b.get(axis);
        lists.n.push(Axis { len, c: out.get(free).1, a: 0, b: stride });
        free += 1;
    }
    if !multiplies {
        let ((len, step_a), (_, step_b)) = (a.get(sum_a), b.get(sum_b));
        lists.k.push(Axis { len, c: 0, a: step_a, b: step_b });
    }
    lists
}

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies and adds up over the last axis of `self` and the last axis but one of `rhs` (the only one of a
    /// vector).
    ///
    /// `out[i.., j.., n] = sum over k of a[i.., k] * b[j.., k, n]`
    ///
    /// # Shapes
    /// `(A.., K), (K) -> (A..)` and `(A.., K), (B.., K, N) -> (A.., B.., N)`: nothing pairs but the summed axes, and
    /// every row of one operand meets every column of the other. ([`matmul`](Array::matmul) pairs leading axes; up to
    /// rank 2 they are the same.) Two vectors give the scalar itself. An operand of rank 0, or a plain number,
    /// multiplies every element of the other.
    ///
    /// As `numpy.dot`, with three differences: lengths that the types know are compared by the compiler; the element
    /// type of both operands is the same, and that of the result; a zero of rank 0 times a NaN is NaN. Complex numbers
    /// are not conjugated: [`vdot`](Array::vdot) does. Integers wrap around; for `bool` it is *or* of *and*s. With
    /// `K = 0` every element is zero.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`] says which axes differ, in NumPy's words.
    ///
    /// # Panics
    /// If `Dyn` axes that meet no others make a result of more elements than memory can hold.
    ///
    /// # Accuracy
    /// As [`inner`](Array::inner), with M the rows of `self` and N the columns of `rhs`, all of them.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array3, array};
    /// let a = array![[1, 2, 3], [4, 5, 6]];
    /// assert_eq!(a.dot(&array![1, 0, 2]), array![7, 16]);
    /// assert_eq!(array![1, 2, 3].dot(&array![4, 5, 6]), 32);
    /// let stack = Array3::<i32, 5, 3, 6>::ones();
    /// let all: Array3<i32, 2, 5, 6> = a.dot(&stack);
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::Matrix;
    /// let a = Matrix::<f32, 2, 3>::ones();
    /// a.dot(&a); // `dot`: axis of length 3 does not match axis of length 2
    /// ```
    #[doc(alias = "dot_product")]
    #[inline]
    #[track_caller]
    pub fn dot<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar,
        S: DotShape<B::Shape>,
    {
        outcome::<op::dot, S::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`dot`](Array::dot) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(A.., K), (B.., K, N), out (A.., B.., N)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, or an `out` of
    /// another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![[1, 2], [3, 4]].dot_into(&array![1, 10], &mut out);
    /// assert_eq!(out, array![21, 43]);
    /// ```
    #[inline]
    pub fn dot_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::dot_into>
    where
        T: Scalar,
        S: DotShape<B::Shape>,
        S::Output: SameShape<S3, op::dot_into>,
    {
        into::<op::dot, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }
}
