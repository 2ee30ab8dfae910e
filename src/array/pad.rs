//! `pad`: a value before and after what is along an axis.

#![allow(unsafe_code, reason = "writes the elements of new arrays")]

use super::axes::check_axis;
use super::copy::{Copies, written};
use super::{Array, Ownership, RepeatAsCheck};
use crate::error::{ShapeError, must};
use crate::shape::op::{self, Operation};
use crate::shape::{
    AxisArg, AxisGivenFirst, AxisRules, Check, Const, MAX_NDIM, PlusDim, RemoveAxis, Shape, may_have_axis,
};

/// The axis `D` with `N` more positions.
type More<D, const N: usize> = <D as PlusDim<Const<N>, op::pad>>::Output;
/// The shape `S` with `BEFORE` and then `AFTER` more positions along axis `A`.
type Padded<S, const A: usize, const BEFORE: usize, const AFTER: usize> =
    <S as RemoveAxis<A, op::pad>>::With<More<More<<S as RemoveAxis<A, op::pad>>::Axis, BEFORE>, AFTER>>;

/// # Joining and repeating
impl<T: Clone, S: Shape, O: Ownership> Array<T, S, O> {
    /// The array with `value` at `BEFORE` more positions before those of axis `A`, counted from 0, and at `AFTER` more after
    /// them.
    ///
    /// `out[i.., BEFORE + k, j..] = a[i.., k, j..]`, and `value` elsewhere
    ///
    /// # Shapes
    /// `(A.., N, B..) -> (A.., BEFORE + N + AFTER, B..)`. The compiler adds lengths up to 1024, and powers of two and ten. A
    /// `Dyn` axis, and an [`UpTo`](crate::UpTo), becomes `Dyn`.
    ///
    /// As `numpy.pad(a, [(0, 0), (BEFORE, AFTER)], constant_values=value)`, one axis by each call; NumPy's default is 0, and it
    /// has more modes.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    ///
    /// # Panics
    /// If a `Dyn` axis makes a result of more elements than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1, 2], [3, 4]];
    /// assert_eq!(a.pad::<1, 1, 2>(0), array![[0, 1, 2, 0, 0], [0, 3, 4, 0, 0]]);
    /// assert_eq!(a.pad::<0, 1, 0>(9), array![[9, 9], [1, 2], [3, 4]]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// // `pad`: axis 1 is out of bounds for array of dimension 1
    /// conformable::array![1, 2].pad::<1, 1, 1>(0);
    /// ```
    #[inline]
    #[track_caller]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn pad<const A: usize, const BEFORE: usize, const AFTER: usize>(&self, value: T) -> <<S as RemoveAxis<A, op::pad>>::Check as Check>::Wrap<Array<T, Padded<S, A, BEFORE, AFTER>>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::pad>,
        S: RemoveAxis<
                A,
                op::pad,
                Axis: PlusDim<Const<BEFORE>, op::pad, Output: PlusDim<Const<AFTER>, op::pad>>,
            >,
    {
        S::Check::wrap(padded(self, op::pad::NAME, A, [BEFORE, AFTER], &value))
    }

    /// The array with `value` before and after the positions of axis `A` as [`pad`](Array::pad), with a result of the shape `Out`,
    /// which the caller names: for lengths that are parameters.
    ///
    /// # Errors
    /// Only if a length is `Dyn` (or a rank is): an `Out` that is not the shape of the result.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array, shape};
    /// fn between_zeros<const N: usize, const M: usize>(x: &Vector<i32, N>) -> Vector<i32, M> {
    ///     x.pad_as::<0, 1, 1, shape![{ M }]>(0)
    /// }
    /// assert_eq!(between_zeros(&array![1, 2]), array![0, 1, 2, 0]);
    /// ```
    #[inline]
    #[track_caller]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn pad_as<const A: usize, const BEFORE: usize, const AFTER: usize, Out: Shape>(&self, value: T) -> <RepeatAsCheck<S, Out> as Check>::Wrap<Array<T, Out>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::pad>,
    {
        const {
            let may_be = may_have_axis::<S, Out>(A, 1, (BEFORE + AFTER) as isize);
            must(may_be, "`pad_as`: this is not the shape of the result")
        }
        <RepeatAsCheck<S, Out>>::wrap(padded(self, "pad_as", A, [BEFORE, AFTER], &value))
    }
}

#[inline(always)]
fn padded<T: Clone, S: Shape, O: Ownership, Out: Shape>(
    a: &Array<T, S, O>,
    op: &'static str,
    axis: usize,
    [before, after]: [usize; 2],
    value: &T,
) -> Result<Array<T, Out>, ShapeError> {
    let (own, strides) = (a.dims(), a.strides());
    let axis = check_axis(op, own.as_ref(), axis)?;
    let len = own.as_ref().get(axis).copied().unwrap_or(0);
    let (mut dims, all) = (own, before.checked_add(len).and_then(|n| n.checked_add(after)));
    let (Some(all), Some(place)) = (all, dims.as_mut().get_mut(axis)) else {
        return Err(ShapeError::too_large(op, own.as_ref()));
    };
    *place = all;
    let Some(shape) = Out::from_dims(dims.as_ref()) else {
        return Err(ShapeError::wrong_shape_of::<Out>(op, dims.as_ref()));
    };
    let write = |out: &Copies<T>, to: &[isize]| {
        let step = to.get(axis).copied().unwrap_or(0);
        let mut piece = |at: usize, len: usize, from: *const T, strides: &[isize]| {
            if let Some(place) = dims.as_mut().get_mut(axis) {
                *place = len;
            }
            let start = (at as isize).wrapping_mul(step);
            // SAFETY: positions `at .. at + len` of the result; of the source all of the array, or `value` at each position.
            unsafe { out.copy(dims.as_ref(), (start, to), (from, strides)) };
        };
        piece(0, before, value, &[0; MAX_NDIM]);
        piece(before, len, a.as_ptr(), strides.as_ref());
        piece(before + len, after, value, &[0; MAX_NDIM]);
    };
    // SAFETY: the three pieces together are all positions of the axis.
    unsafe { written(op, shape, write) }
}
