//! `take`: the positions of an axis that a list of numbers says.

#![allow(unsafe_code, reason = "writes the elements of new arrays")]

use super::axes::check_axis;
use super::copy::{Copies, NewArray, Target};
use super::{Array, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::shape::op::{self, Operation};
use crate::shape::{AtRunTime, AxisArg, AxisGivenFirst, AxisRules, Check, Dim, RemoveAxis, SameShape, Shape};

/// What [`Array::take_into`] returns: `()` in a `Result`, for an index may not be there. That it asks for the check of the shapes
/// makes the error about them short.
type TakeIntoOutcome<S, const A: usize, D, Out> = <<AtRunTime as Check>::And<
    <<S as RemoveAxis<A, op::take_into>>::With<D> as SameShape<Out, op::take_into>>::Check,
> as Check>::Wrap<()>;

/// # Joining and repeating
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The positions of axis `A`, counted from 0, that `indices` says, in its order.
    ///
    /// `out[i.., k, j..] = a[i.., indices[k], j..]`
    ///
    /// # Shapes
    /// `(A.., N, B..), (K) -> (A.., K, B..)`: the result has the axis of `indices` in place of axis `A`.
    ///
    /// As `numpy.take(a, indices, axis=A)` and `a[.., indices, ..]`, but that indices are counted from the front only: they
    /// are `usize`, and NumPy's negative ones count from the end. [`axis`](Array::axis) is one position as a view.
    ///
    /// # Errors
    /// An index that is not below the length of the axis, in NumPy's words; more elements than memory can hold; for a
    /// [`DynRank`](crate::DynRank) also if there is no such axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1, 2, 3], [4, 5, 6]];
    /// assert_eq!(a.take::<1, _, _>(&array![2, 0, 2, 1])?, array![[3, 1, 3, 2], [6, 4, 6, 5]]);
    /// let error = a.take::<0, _, _>(&array![2]).unwrap_err();
    /// assert_eq!(error.to_string(), "index 2 is out of bounds for axis 0 with size 2");
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    ///
    /// ```compile_fail,E0277
    /// // `take`: axis 1 is out of bounds for array of dimension 1
    /// conformable::array![1, 2].take::<1, _, _>(&conformable::array![0]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn take<const A: usize, D: Dim, O2: Ownership>(&self, indices: &Array<usize, (D,), O2>) -> Result<Array<T, <S as RemoveAxis<A, op::take>>::With<D>>, ShapeError> where AxisRules: AxisGivenFirst<AxisArg<A>, op::take>,
        T: Clone,
        S: RemoveAxis<A, op::take>,
    {
        let shape = self.shape().with_axis(indices.shape().0)?;
        taken(self, op::take::NAME, A, indices, shape, NewArray)
    }

    /// Writes [`take`](Array::take) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(A.., N, B..), (K), out (A.., K, B..)`
    ///
    /// # Errors
    /// As [`take`](Array::take), and an `out` of another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![10, 20, 30].take_into::<0, _, _, _, _>(&array![2, 2, 0], &mut out)?;
    /// assert_eq!(out, array![30, 30, 10]);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn take_into<const A: usize, D: Dim, O2: Ownership, S3: Shape, O3: OwnershipMut>(&self, indices: &Array<usize, (D,), O2>, out: &mut Array<T, S3, O3>) -> TakeIntoOutcome<S, A, D, S3> where AxisRules: AxisGivenFirst<AxisArg<A>, op::take_into>,
        T: Copy,
        S: RemoveAxis<A, op::take_into>,
        <S as RemoveAxis<A, op::take_into>>::With<D>: SameShape<S3, op::take_into>,
    {
        let shape = self.shape().with_axis(indices.shape().0)?;
        taken(self, op::take_into::NAME, A, indices, shape, out)
    }
}

/// The array of `shape`, which has `indices` in place of axis `axis`, in the operation `op`.
#[inline]
pub(super) fn taken<
    T: Clone,
    S: Shape,
    O: Ownership,
    D: Dim,
    O2: Ownership,
    Out: Shape,
    X: Target<T, Out>,
>(
    a: &Array<T, S, O>,
    op: &'static str,
    axis: usize,
    indices: &Array<usize, (D,), O2>,
    shape: Out,
    target: X,
) -> Result<X::Done, ShapeError> {
    let taking = Taking::new(a, op, axis, indices)?;
    // SAFETY: a position of the result for each index: all.
    unsafe { target.written(op, shape, |out, to| taking.write(out, to)) }
}

/// Positions of an axis.
///
/// Invariant: `a` has the axis, and all indices are below its length.
struct Taking<'a, T, S: Shape, O: Ownership, D: Dim, O2: Ownership> {
    a: &'a Array<T, S, O>,
    axis: usize,
    indices: &'a Array<usize, (D,), O2>,
}

impl<'a, T: Clone, S: Shape, O: Ownership, D: Dim, O2: Ownership> Taking<'a, T, S, O, D, O2> {
    /// Both, or an error of the operation.
    #[inline]
    fn new(
        a: &'a Array<T, S, O>,
        op: &'static str,
        axis: usize,
        indices: &'a Array<usize, (D,), O2>,
    ) -> Result<Self, ShapeError> {
        let dims = a.dims();
        let dims = dims.as_ref();
        let axis = check_axis(op, dims, axis)?;
        let len = dims.get(axis).copied().unwrap_or(0);
        match indices.iter().find(|i| **i >= len) {
            Some(i) => Err(ShapeError::index_out_of_bounds(op, dims, axis, false, *i)),
            None => Ok(Taking { a, axis, indices }),
        }
    }

    /// Writes all elements of the result.
    ///
    /// # Safety
    /// The result, whose strides these are, has the lengths of the array, and that of the indices along the axis.
    #[inline]
    unsafe fn write(&self, out: &Copies<T>, to: &[isize]) {
        let (mut part, strides) = (self.a.dims(), self.a.strides());
        let strides = strides.as_ref();
        let (Some(len), Some(step), Some(step_to)) =
            (part.as_mut().get_mut(self.axis), strides.get(self.axis), to.get(self.axis))
        else {
            return;
        };
        *len = 1;
        for (k, i) in self.indices.iter().enumerate() {
            let start = (k as isize).wrapping_mul(*step_to);
            let from = self.a.as_ptr().wrapping_offset((*i as isize).wrapping_mul(*step));
            // SAFETY: position `i` of the axis of the array, which is there by the invariant, and position `k` of the
            // result, from the caller.
            unsafe { out.copy(part.as_ref(), (start, to), (from, strides)) };
        }
    }
}
