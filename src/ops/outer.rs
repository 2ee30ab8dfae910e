//! `outer`: every element of one operand with every element of the other.

use super::product::{Axes, Lists, ONE, Product, into, outcome};
use super::{IntoOutcome, Operand};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::sealed::Seal;
use crate::shape::op::{self, Operation};
use crate::shape::{Itself, OuterShape, SameShape, Shape};
use core::marker::PhantomData;

/// `outer` of an array of shape `X`.
struct Of<X>(PhantomData<X>);
impl<X> Operation for Of<X> {
    const SEALED: Seal = Seal;
    const NAME: &'static str = op::outer::NAME;
}
impl<S: Itself<X>, X: OuterShape<S2>, S2: Shape> Product<S, S2> for Of<X> {
    type Into = op::outer_into;
    type Output = X::Output;
    const LENGTHS: Option<[usize; 3]> = X::LENGTHS;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<X::Output, ShapeError> {
        a.itself().outer_shape(b)
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        if a.ndim() > 1 || b.ndim() > 1 {
            return None;
        }
        let ((m, step_a), (n, step_b)) = (a.get(0), b.get(0));
        let (rows, columns) = (out.get(0).1, out.get(1).1);
        Some([Axis { len: m, c: rows, a: step_a, b: 0 }, Axis { len: n, c: columns, a: 0, b: step_b }, ONE])
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        let mut lists = Lists::new();
        flattened(a, out.get(0).1, |len, c, a| lists.m.push(Axis { len, c, a, b: 0 }));
        flattened(b, out.get(1).1, |len, c, b| lists.n.push(Axis { len, c, a: 0, b }));
        lists
    }
}

/// Calls `push` for each axis of an operand that is read row by row along one axis of the result: with its length, the
/// stride of the result, and its own.
fn flattened(x: Axes<'_>, out: isize, mut push: impl FnMut(usize, isize, isize) -> Option<()>) {
    for axis in 0..x.ndim() {
        let (len, stride) = x.get(axis);
        let inner: usize = x.dims[axis + 1..].iter().product();
        let _ = push(len, out.wrapping_mul(inner as isize), stride);
    }
}

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies every element of one array by every element of the other.
    ///
    /// `out[i, j] = a[i] * b[j]`
    ///
    /// # Shapes
    /// `(M), (N) -> (M, N)`. Arrays of another rank are read row by row, `(A..), (B..) -> (M, N)` with `M` and `N` their
    /// numbers of elements: of static arrays up to 1024, and powers of two and ten. A [`DynRank`] gives a `Dyn` axis, so
    /// that the rank of the result is known. ([`tensordot`](Array::tensordot) over no axes keeps all axes.)
    ///
    /// As `numpy.outer`, but that both operands have one element type, which is that of the result. Nothing is
    /// conjugated. Integers wrap around; for `bool` it is *and*.
    ///
    /// # Panics
    /// If `Dyn` axes make a result of more elements than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2].outer(&array![3, 4, 5]), array![[3, 4, 5], [6, 8, 10]]);
    /// ```
    ///
    /// Elements of two types do not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1_i32].outer(&array![1_i64]); // the elements of both operands must have one type
    /// ```
    ///
    /// [`DynRank`]: crate::DynRank
    #[doc(alias = "tensor_product")]
    #[inline]
    #[track_caller]
    pub fn outer<B: Operand<T>, X>(&self, rhs: &B) -> Outcome<X::Check, X::Output, T>
    where
        T: Scalar,
        S: Itself<X>,
        X: OuterShape<B::Shape>,
    {
        outcome::<Of<X>, X::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`outer`](Array::outer) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(M), (N), out (M, N)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: an `out` of another shape, which is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut out = Matrix::zeros();
    /// array![1, 2].outer_into(&array![3, 4], &mut out);
    /// assert_eq!(out, array![[3, 4], [6, 8]]);
    /// ```
    #[inline]
    pub fn outer_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::outer_into>
    where
        T: Scalar,
        S: OuterShape<B::Shape>,
        S::Output: SameShape<S3, op::outer_into>,
    {
        into::<Of<S>, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }
}
