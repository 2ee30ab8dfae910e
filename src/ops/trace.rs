//! `trace`: sums along a diagonal.

#![allow(
    unsafe_code,
    reason = "hands the elements of a checked shape to the kernel as a pointer with a stride"
)]

use super::IntoOutcome;
use super::product::Axes;
use crate::array::{Array, Destination, Existing, New, Out, Outcome, Ownership, OwnershipMut, corner};
use crate::axes::{self, Axis, for_each};
use crate::kernel::reduce::sum::sum_strided;
use crate::kernel::{self, VecRef};
use crate::scalar::Scalar;
use crate::shape::op::{self, Operation};
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, Itself, MAX_NDIM, SameShape, Shape, TraceShape,
};
use crate::written::Written;

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The sum of the diagonal of the first two axes.
    ///
    /// `out[k..] = sum over i of a[i, i, k..]`
    ///
    /// # Shapes
    /// `(M, N, K..) -> (K..)`; a matrix gives the scalar itself. The diagonal is as long as the shorter of both axes.
    ///
    /// As `numpy.trace` without an offset ([`trace_offset`](Array::trace_offset) has one), but that the sum has the type of the elements: integers wrap around (NumPy's
    /// are widened first), and for `bool` it is *or* (NumPy's is a count). A diagonal of no elements has the sum zero.
    /// `numpy.linalg.trace` takes the last two axes: [`trace_axes`](Array::trace_axes) takes any.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if its rank is less than 2.
    ///
    /// # Accuracy
    /// The elements are added in the order of a dot product ([`inner`](Array::inner)) with ones.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1, 2], [3, 4]].trace(), 5);
    /// assert_eq!(array![[1, 2, 3], [4, 5, 6]].trace(), 6);
    /// ```
    ///
    /// A vector has no diagonal:
    /// ```compile_fail
    /// use conformable::array;
    /// array![1, 2, 3].trace(); // axis 1 is out of bounds
    /// ```
    #[inline]
    #[track_caller]
    pub fn trace<X>(&self) -> Outcome<X::Check, X::Output, T>
    where
        T: Scalar,
        S: Itself<X>,
        X: TraceShape<0, 1>,
    {
        trace::<T, S, O, X, _, 0, 1>(self, New::<X::Check>::of(op::trace::NAME), [0, 0])
    }

    /// The sum of the diagonal number `offset` of the first two axes: above the main one, or below it if the number is
    /// negative.
    ///
    /// `out[k..] = sum over i of a[i, i + offset, k..]`
    ///
    /// # Shapes
    /// As [`trace`](Array::trace). A diagonal outside the array has the sum zero.
    ///
    /// As `numpy.trace(a, offset)`, with the differences that [`trace`](Array::trace) states.
    ///
    /// # Errors
    /// As [`trace`](Array::trace).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6]];
    /// assert_eq!((m.trace_offset(1), m.trace_offset(-1), m.trace_offset(7)), (8, 4, 0));
    /// ```
    #[inline]
    #[track_caller]
    pub fn trace_offset<X>(&self, offset: isize) -> Outcome<X::Check, X::Output, T>
    where
        T: Scalar,
        S: Itself<X>,
        X: TraceShape<0, 1>,
    {
        trace::<T, S, O, X, _, 0, 1>(self, New::<X::Check>::of(op::trace::NAME), corner(offset))
    }

    /// The sum of the diagonal of the axes `A` and `B`, as [`trace`](Array::trace).
    ///
    /// # Shapes
    /// The axes but for `A` and `B`, counted from 0, in order.
    ///
    /// As `numpy.trace` with `axis1` and `axis2`.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axes, or if both are one.
    ///
    /// # Example
    /// ```
    /// use conformable::Array3;
    /// let stack = Array3::<i32, 5, 2, 2>::ones();
    /// assert_eq!(stack.trace_axes::<1, 2>()[4], 2); // of each matrix
    /// ```
    ///
    /// An axis that is named twice does not compile:
    /// ```compile_fail,E0277
    /// use conformable::Matrix;
    /// Matrix::<f32, 2, 2>::ones().trace_axes::<1, 1>(); // `trace`: axis 1 is named twice
    /// ```
    #[inline]
    #[track_caller]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn trace_axes<const A: usize, const B: usize>(&self) -> Outcome<S::Check, S::Output, T> where AxisRules: AxisGiven<AxisArg<A>, op::trace> + AxisGiven<AxisArg<B>, op::trace>,
        T: Scalar,
        S: TraceShape<A, B>,
    {
        trace::<T, S, O, S, _, A, B>(self, New::<S::Check>::of(op::trace::NAME), [0, 0])
    }

    /// Writes [`trace_axes`](Array::trace_axes) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `out` has the axes but for `A` and `B`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn` (or a rank is): an `out` of another shape, or no such axes. `out`
    /// is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array3, Vector, array};
    /// let mut out = Vector::zeros();
    /// Array3::<i32, 2, 3, 3>::ones().trace_into::<1, 2, _, _>(&mut out);
    /// assert_eq!(out, array![3, 3]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn trace_into<const A: usize, const B: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> IntoOutcome<S::Check, S::Output, S2, op::trace_into> where AxisRules: AxisGivenFirst<AxisArg<A>, op::trace_into>,
        AxisRules: AxisGivenFirst<AxisArg<B>, op::trace_into>,
        T: Scalar,
        S: TraceShape<A, B, Output: SameShape<S2, op::trace_into>>,
    {
        type Checked<C, S, S2> = <C as Check>::And<<S as SameShape<S2, op::trace_into>>::Check>;
        let out = Existing::<Checked<S::Check, S::Output, S2>, _, _, _>::of(op::trace_into::NAME, out);
        trace::<T, S, O, S, _, A, B>(self, out, [0, 0])
    }
}

/// The result, wherever it goes, of the diagonals that begin at these positions along `A` and `B`.
#[inline(always)]
#[track_caller]
fn trace<T: Scalar, S, O: Ownership, X, D, const A: usize, const B: usize>(
    a: &Array<T, S, O>,
    destination: D,
    corner: [usize; 2],
) -> D::Done
where
    S: Itself<X>,
    X: TraceShape<A, B>,
    D: Destination<T, X::Output>,
{
    // SAFETY: `trace_shape` looks for the axes, and gives the shape of the others.
    destination
        .fill(a.shape().itself().trace_shape(), |out| unsafe { write::<T, S, O, _, _, A, B>(a, out, corner) })
}

/// Writes the sums of the diagonals of axes `A` and `B`.
///
/// # Safety
/// `a` has these axes, and `out` its others.
#[inline(always)]
unsafe fn write<
    'o,
    T: Scalar,
    S: Shape,
    O: Ownership,
    S2: Shape,
    O2: Ownership,
    const A: usize,
    const B: usize,
>(
    a: &Array<T, S, O>,
    out: Out<'o, T, S2, O2>,
    [row, column]: [usize; 2],
) -> Written<'o> {
    let (dims, strides) = (out.shape().dims(), out.strides());
    let (dims, strides) = (dims.as_ref(), strides.as_ref());
    let (dims_a, strides_a) = (a.dims(), a.strides());
    let of_a = Axes { dims: dims_a.as_ref(), strides: strides_a.as_ref() };
    let ((len, step), (other, other_step)) = (of_a.get(A), of_a.get(B));
    let len = len.saturating_sub(row).min(other.saturating_sub(column));
    let start = (row as isize).wrapping_mul(step).wrapping_add((column as isize).wrapping_mul(other_step));
    let step = step.wrapping_add(other_step);
    let own = |axis: usize| {
        let (first, second) = (A.min(B), A.max(B));
        if axis < first {
            axis
        } else if axis + 1 < second {
            axis + 1
        } else {
            axis + 2
        }
    };
    let mut around = axes::Axes::<MAX_NDIM>::new();
    for (axis, (len, c)) in dims.iter().zip(strides).enumerate() {
        // An array has no more axes than the list holds.
        let _ = around.push(Axis { len: *len, c: *c, a: of_a.get(own(axis)).1, b: 0 });
    }
    let (first, from) = (out.as_mut_ptr(), a.as_ptr().wrapping_offset(start));
    // SAFETY: positions of the other axes of `a` and of `out`, all of them; along the diagonal there are as many elements as
    // the shorter of its two axes has positions from the corner on.
    unsafe {
        for_each(around.as_slice(), |[c, a, _]| {
            let diagonal = VecRef::new(from.wrapping_offset(a), len, step);
            first.wrapping_offset(c).write(if const { S::STATIC_LEN.is_some() } {
                sum_strided(diagonal)
            } else {
                kernel::sum(diagonal)
            });
        });
        out.written()
    }
}
