//! `tensordot`: sums of products over several axes.

use super::product::{Axes, Lists, ONE, Product, into, outcome};
use super::{IntoOutcome, Operand};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::sealed::Seal;
use crate::shape::op::{self, Operation};
use crate::shape::{AxisList, SameShape, Shape, TensordotAxesShape, TensordotShape, list};
use core::marker::PhantomData;

/// `tensordot` over the last `N` axes of one operand and the first `N` of the other.
struct Last<const N: usize>;
impl<const N: usize> Operation for Last<N> {
    const SEALED: Seal = Seal;
    const NAME: &'static str = op::tensordot::NAME;
}
impl<S: TensordotShape<S2, N>, S2: Shape, const N: usize> Product<S, S2> for Last<N> {
    type Into = op::tensordot_into;
    type Output = S::Output;
    const LENGTHS: Option<[usize; 3]> = S::LENGTHS;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<S::Output, ShapeError> {
        a.tensordot_shape(b)
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        if N != 1 || a.ndim() > 2 || b.ndim() > 2 {
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
        let free = a.ndim().saturating_sub(N);
        let mut pairs = [(0, 0); crate::shape::MAX_NDIM];
        for (i, pair) in pairs.iter_mut().enumerate() {
            *pair = (free + i, i);
        }
        lists(&pairs[..a.ndim() - free], a, b, out)
    }
}

/// `tensordot` over the axes of the lists `P` and `Q`, in pairs.
struct Pairs<P, Q>(PhantomData<(P, Q)>);
impl<P, Q> Operation for Pairs<P, Q> {
    const SEALED: Seal = Seal;
    const NAME: &'static str = op::tensordot::NAME;
}
impl<S: TensordotAxesShape<S2, P, Q>, S2: Shape, P: AxisList, Q: AxisList> Product<S, S2> for Pairs<P, Q> {
    type Into = op::tensordot_into;
    type Output = S::Output;
    const LENGTHS: Option<[usize; 3]> = None;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<S::Output, ShapeError> {
        a.tensordot_axes_shape(b)
    }
    #[inline(always)]
    fn plane(_: Axes<'_>, _: Axes<'_>, _: Axes<'_>) -> Option<[Axis; 3]> {
        None
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        let mut pairs = [(0, 0); crate::shape::MAX_NDIM];
        let (p, q) = const { (list::<P>(), list::<Q>()) };
        for (pair, (p, q)) in pairs.iter_mut().zip(p.iter().zip(q)) {
            *pair = (*p, *q);
        }
        lists(&pairs[..p.len().min(q.len())], a, b, out)
    }
}

/// All axes, with those of these pairs summed in the order of the list.
fn lists(pairs: &[(usize, usize)], a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
    let mut lists = Lists::new();
    let mut free = 0;
    for axis in (0..a.ndim()).filter(|axis| pairs.iter().all(|(p, _)| p != axis)) {
        let (len, stride) = a.get(axis);
        lists.m.push(Axis { len, c: out.get(free).1, a: stride, b: 0 });
        free += 1;
    }
    for axis in (0..b.ndim()).filter(|axis| pairs.iter().all(|(_, q)| q != axis)) {
        let (len, stride) = b.get(axis);
        lists.n.push(Axis { len, c: out.get(free).1, a: 0, b: stride });
        free += 1;
    }
    for (p, q) in pairs {
        let ((len, step_a), (_, step_b)) = (a.get(*p), b.get(*q));
        lists.k.push(Axis { len, c: 0, a: step_a, b: step_b });
    }
    lists
}

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies and adds up over the last `N` axes of `self` and the first `N` of `rhs`.
    ///
    /// `out[i.., j..] = sum over k1, .., kN of a[i.., k1, .., kN] * b[k1, .., kN, j..]`
    ///
    /// # Shapes
    /// `(A.., K1, .., KN), (K1, .., KN, B..) -> (A.., B..)`. No axis stretches. If all axes of both are summed, the result
    /// is the scalar itself; with `N = 0` it is the product of every element with every other.
    ///
    /// As `numpy.tensordot` with a number for `axes`, with these differences: lengths that the types know are compared
    /// by the compiler; both operands have one element type, which is that of the result; a zero of rank 0 times a NaN
    /// is NaN. Nothing is conjugated. Integers wrap around; for `bool` it is *or* of *and*s.
    /// [`tensordot_axes`](Array::tensordot_axes) takes lists of axes. The compiler wants the `_` of
    /// `tensordot::<2, _>`.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`] says which axes differ, in NumPy's words.
    ///
    /// # Panics
    /// If `Dyn` axes that meet no others make a result of more elements than memory can hold.
    ///
    /// # Accuracy
    /// As [`inner`](Array::inner), with K the product of the summed lengths.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array3, Vector};
    /// let a = Array3::<i32, 2, 3, 4>::ones();
    /// let b = Array3::<i32, 3, 4, 5>::ones();
    /// assert_eq!(a.tensordot::<2, _>(&b)[[1, 4]], 12);
    /// let all: i32 = a.tensordot::<3, _>(&a);
    /// assert_eq!(all, 24);
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::Array3;
    /// let a = Array3::<i32, 2, 3, 4>::ones();
    /// a.tensordot::<2, _>(&a); // `tensordot`: axis of length 3 does not match axis of length 2
    /// ```
    #[inline]
    #[track_caller]
    pub fn tensordot<const N: usize, B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar,
        S: TensordotShape<B::Shape, N>,
    {
        outcome::<Last<N>, S::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`tensordot`](Array::tensordot) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(A.., K1, .., KN), (K1, .., KN, B..), out (A.., B..)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, or an `out` of
    /// another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array3, Matrix};
    /// let mut out = Matrix::zeros();
    /// Array3::<i32, 2, 3, 4>::ones().tensordot_into::<2, _, _, _>(&Array3::<i32, 3, 4, 5>::ones(), &mut out);
    /// assert_eq!(out, Matrix::<i32, 2, 5>::full(12));
    /// ```
    #[inline]
    pub fn tensordot_into<const N: usize, B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::tensordot_into>
    where
        T: Scalar,
        S: TensordotShape<B::Shape, N>,
        S::Output: SameShape<S3, op::tensordot_into>,
    {
        into::<Last<N>, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }

    /// Multiplies and adds up over the axes of the list `P` of `self` and those of the list `Q` of `rhs`, in pairs.
    ///
    /// `out[i.., j..] = sum over k.. of a[.., k at P.., ..] * b[.., k at Q.., ..]`
    ///
    /// # Shapes
    /// The other axes of `self` in order, then those of `rhs`. The first of `P` is summed with the first of `Q`, and so
    /// on; both have one length. [`axes!`](crate::axes!) spells a list.
    ///
    /// As `numpy.tensordot` with two lists for `axes`, with the differences of [`tensordot`](Array::tensordot), and:
    /// axes are counted from the front only; a list with an axis that does not exist, or one twice, and lists of two
    /// lengths, do not compile.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`] says which axes differ, in NumPy's words.
    ///
    /// # Panics
    /// If `Dyn` axes that meet no others make a result of more elements than memory can hold.
    ///
    /// # Accuracy
    /// As [`inner`](Array::inner), with K the product of the summed lengths, in the order of the lists.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array3, Matrix, axes};
    /// let a = Array3::<i32, 2, 3, 4>::ones();
    /// let b = Array3::<i32, 4, 3, 5>::ones();
    /// let c: Matrix<i32, 2, 5> = a.tensordot_axes::<axes![2, 1], axes![0, 1], _>(&b);
    /// assert_eq!(c[[0, 0]], 12);
    /// ```
    ///
    /// An axis that is named twice does not compile:
    /// ```compile_fail,E0277
    /// use conformable::{Array3, axes};
    /// let a = Array3::<i32, 2, 2, 2>::ones();
    /// a.tensordot_axes::<axes![1, 1], axes![0, 1], _>(&a); // `tensordot`: axis 1 is named twice
    /// ```
    #[inline]
    #[track_caller]
    pub fn tensordot_axes<P: AxisList, Q: AxisList, B: Operand<T>>(
        &self,
        rhs: &B,
    ) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar,
        S: TensordotAxesShape<B::Shape, P, Q>,
    {
        outcome::<Pairs<P, Q>, S::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`tensordot_axes`](Array::tensordot_axes) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `out` has the shape of the result.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, or an `out` of
    /// another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array, axes};
    /// let a = array![[1, 2], [3, 4]];
    /// let mut out = Matrix::zeros();
    /// a.tensordot_axes_into::<axes![0], axes![0], _, _, _>(&a, &mut out); // a.t() times a
    /// assert_eq!(out, array![[10, 14], [14, 20]]);
    /// ```
    #[inline]
    pub fn tensordot_axes_into<P: AxisList, Q: AxisList, B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::tensordot_into>
    where
        T: Scalar,
        S: TensordotAxesShape<B::Shape, P, Q>,
        S::Output: SameShape<S3, op::tensordot_into>,
    {
        into::<Pairs<P, Q>, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }
}
