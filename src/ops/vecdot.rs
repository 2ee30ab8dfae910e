//! `vecdot`: dot products of vectors, and of stacks of them in pairs.

use super::product::{Axes, Lists, Product, into, outcome};
use super::{IntoOutcome, Operand, batch};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::axes::Axis;
use crate::axes::first;
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::sealed::Seal;
use crate::shape::op::{self, Operation};
use crate::shape::{
    AxisArg, AxisGivenFirst, AxisRules, MAX_NDIM, SameShape, Shape, VecdotAxisShape, VecdotShape,
};

impl<S: VecdotShape<S2>, S2: Shape> Product<S, S2> for op::vecdot {
    type Into = op::vecdot_into;
    type Output = S::Output;
    const LENGTHS: Option<[usize; 3]> = S::LENGTHS;
    const ITEM: Option<[usize; 3]> = S::ITEM;
    const CONJUGATES: bool = true;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<S::Output, ShapeError> {
        a.vecdot_shape(b)
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        batch::plane([1, 1], a, b, out)
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        batch::lists([1, 1], a, b, out)
    }
}

/// `vecdot` over axis `A`.
struct Along<const A: usize>;
impl<const A: usize> Operation for Along<A> {
    const SEALED: Seal = Seal;
    const NAME: &'static str = op::vecdot::NAME;
}
impl<S: VecdotAxisShape<S2, A>, S2: Shape, const A: usize> Product<S, S2> for Along<A> {
    type Into = op::vecdot_into;
    type Output = S::Output;
    const LENGTHS: Option<[usize; 3]> = None;
    const CONJUGATES: bool = true;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<S::Output, ShapeError> {
        a.vecdot_axis_shape(b)
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        batch::plane([1, 1], a, b, out)
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        let ((dims_a, strides_a), (dims_b, strides_b)) = (last(A, a), last(A, b));
        let a = Axes { dims: first(&dims_a, a.ndim()), strides: &strides_a };
        let b = Axes { dims: first(&dims_b, b.ndim()), strides: &strides_b };
        batch::lists([1, 1], a, b, out)
    }
}

/// Lengths and strides with axis `axis` at the end.
fn last(axis: usize, x: Axes<'_>) -> ([usize; MAX_NDIM], [isize; MAX_NDIM]) {
    let (mut dims, mut strides) = ([0; MAX_NDIM], [0; MAX_NDIM]);
    let places = dims.iter_mut().zip(&mut strides);
    for ((len, stride), own) in places.zip((0..x.ndim()).filter(|own| *own != axis).chain([axis])) {
        (*len, *stride) = x.get(own);
    }
    (dims, strides)
}

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Dot products over the last axis, the first operand conjugated; leading axes pair.
    ///
    /// `out[s..] = sum over k of conj(a[s.., k]) * b[s.., k]`
    ///
    /// # Shapes
    /// `(S.., K), (T.., K) -> (bc(S, T)..)`. Leading axes pair as in
    /// [`matmul`](Array::matmul): equal ones, one that is missing with any, and a [`Stretch`](crate::Stretch) with any.
    ///
    /// As `numpy.vecdot`, with these differences: lengths that the types know are compared by the compiler; an axis of
    /// length 1 stretches only if its type says so; both operands have one element type, which is that of the result.
    /// The first operand is conjugated if it is complex, as there. Integers wrap around; for `bool` it is *or* of *and*s. With `K = 0` every element is zero.
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
    /// use conformable::array;
    /// let a = array![[1, 2], [3, 4]];
    /// let b = array![[5, 6], [7, 8]];
    /// assert_eq!(a.vecdot(&b), array![17, 53]);
    /// assert_eq!(a.vecdot(&array![1, 10]), array![21, 43]);
    /// assert_eq!(array![1, 2].vecdot(&array![3, 4]), 11);
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::Matrix;
    /// let a = Matrix::<f32, 2, 3>::ones();
    /// a.vecdot(&Matrix::<f32, 2, 4>::ones()); // `vecdot`: axis of length 3 does not match axis of length 4
    /// ```
    #[inline]
    #[track_caller]
    pub fn vecdot<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar,
        S: VecdotShape<B::Shape>,
    {
        outcome::<op::vecdot, S::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`vecdot`](Array::vecdot) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(S.., K), (T.., K), out (bc(S, T)..)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, or an `out` of
    /// another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let a = array![[1, 2], [3, 4]];
    /// let mut out = Vector::zeros();
    /// a.vecdot_into(&a, &mut out);
    /// assert_eq!(out, array![5, 25]);
    /// ```
    #[inline]
    pub fn vecdot_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::vecdot_into>
    where
        T: Scalar,
        S: VecdotShape<B::Shape>,
        S::Output: SameShape<S3, op::vecdot_into>,
    {
        into::<op::vecdot, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }
    /// Dot products over axis `A` of both operands, counted from 0 in each, the first operand conjugated; the other axes
    /// pair.
    ///
    /// # Shapes
    /// `(S.., K at A, ..), (T.., K at A, ..) -> (bc(S.., T..))`, of the axes but for `A`, which pair as in
    /// [`matmul`](Array::matmul).
    ///
    /// As `numpy.vecdot` with `axis`, with the differences of [`vecdot`](Array::vecdot), and that axes are counted from
    /// the front only. The compiler wants the `_` of `vecdot_axis::<0, _>`.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`] says which axes differ, in NumPy's words.
    ///
    /// # Panics
    /// If `Dyn` axes that meet no others make a result of more elements than memory can hold.
    ///
    /// # Accuracy
    /// As [`vecdot`](Array::vecdot).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1, 2], [3, 4]];
    /// assert_eq!(a.vecdot_axis::<0, _>(&a), array![10, 20]);
    /// ```
    ///
    /// An axis that does not exist is a compile error:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1, 2].vecdot_axis::<1, _>(&array![1, 2]); // `vecdot`: axis 1 is out of bounds for array of dimension 1
    /// ```
    #[inline]
    #[track_caller]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn vecdot_axis<const A: usize, B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T> where AxisRules: AxisGivenFirst<AxisArg<A>, op::vecdot>,
        T: Scalar,
        S: VecdotAxisShape<B::Shape, A>,
    {
        outcome::<Along<A>, S::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`vecdot_axis`](Array::vecdot_axis) into an existing array, and allocates nothing.
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
    /// use conformable::{Vector, array};
    /// let a = array![[1, 2], [3, 4]];
    /// let mut out = Vector::zeros();
    /// a.vecdot_axis_into::<0, _, _, _>(&a, &mut out);
    /// assert_eq!(out, array![10, 20]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn vecdot_axis_into<const A: usize, B: Operand<T>, S3: Shape, O3: OwnershipMut>(&self, rhs: &B, out: &mut Array<T, S3, O3>) -> IntoOutcome<S::Check, S::Output, S3, op::vecdot_into> where AxisRules: AxisGivenFirst<AxisArg<A>, op::vecdot_into>,
        T: Scalar,
        S: VecdotAxisShape<B::Shape, A>,
        S::Output: SameShape<S3, op::vecdot_into>,
    {
        into::<Along<A>, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }
}
