//! Where the parts of an array along one axis are: their shapes, strides and places, for the methods of `pieces`.

#![allow(unsafe_code, reason = "makes views, whose invariants are stated at `ViewData`")]

use super::part_iter::{Cuts, Parts, PartsMut};
use super::view::{view_mut_of, view_of};
use super::{Array, ArrayView, ArrayViewMut, Ownership};
use crate::error::{ShapeError, must};
use crate::shape::axis_number;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, ChunkDim, Const, Dim, DimsD, Dyn, RemoveAxis, Shape, StaticShape, WindowShape};

/// The parts at all positions of axis `A`, by [`Array::axis_iter`].
pub type AxisParts<'a, T, S, const A: usize, Op> =
    Parts<'a, T, (<S as RemoveAxis<A, Op>>::Axis,), <S as RemoveAxis<A, Op>>::Output>;
/// The same, to be changed.
pub type AxisPartsMut<'a, T, S, const A: usize, Op> =
    PartsMut<'a, T, (<S as RemoveAxis<A, Op>>::Axis,), <S as RemoveAxis<A, Op>>::Output>;
/// The vectors along axis `A`, by [`Array::lanes`].
pub type Lanes<'a, T, S, const A: usize> =
    Parts<'a, T, <S as RemoveAxis<A, op::lanes>>::Output, (<S as RemoveAxis<A, op::lanes>>::Axis,)>;
/// The same, to be changed.
pub type LanesMut<'a, T, S, const A: usize> =
    PartsMut<'a, T, <S as RemoveAxis<A, op::lanes>>::Output, (<S as RemoveAxis<A, op::lanes>>::Axis,)>;
/// A shape with the axis `D` in the place of axis `A`.
#[doc(hidden)]
pub type With<S, const A: usize, Op, D> = <S as RemoveAxis<A, Op>>::With<D>;
/// What is left after the last chunk.
#[doc(hidden)]
pub type RestOf<S, const A: usize, const K: usize> =
    <<S as RemoveAxis<A, op::chunks>>::Axis as ChunkDim<K>>::Rest;
/// The windows along axis `A`, by [`Array::windows`].
pub type Windows<'a, T, S, const A: usize, const K: usize> =
    Parts<'a, T, (Dyn,), With<S, A, op::windows, Const<K>>>;
/// The chunks along axis `A`, and what is left after them, by [`Array::chunks`].
pub type Chunks<'a, T, S, const A: usize, const K: usize> = (
    Parts<'a, T, (Dyn,), With<S, A, op::chunks, Const<K>>>,
    ArrayView<'a, T, With<S, A, op::chunks, RestOf<S, A, K>>>,
);
/// The same, to be changed.
pub type ChunksMut<'a, T, S, const A: usize, const K: usize> = (
    PartsMut<'a, T, (Dyn,), With<S, A, op::chunks, Const<K>>>,
    ArrayViewMut<'a, T, With<S, A, op::chunks, RestOf<S, A, K>>>,
);
/// What an operation along axis `A` of a shape `S` returns: a value, in a `Result` if only run time knows the rank.
pub(super) type Along<S, const A: usize, Op, X> = <<S as RemoveAxis<A, Op>>::Check as Check>::Wrap<X>;
/// Two parts along axis `A`, of lengths known only at run time.
pub type Halves<'a, T, S, const A: usize> =
    (ArrayView<'a, T, With<S, A, op::split_at, Dyn>>, ArrayView<'a, T, With<S, A, op::split_at, Dyn>>);
/// The same, to be changed.
pub type HalvesMut<'a, T, S, const A: usize> =
    (ArrayViewMut<'a, T, With<S, A, op::split_at, Dyn>>, ArrayViewMut<'a, T, With<S, A, op::split_at, Dyn>>);

/// A part of an array: its shape, its strides, and the place of its first element; the place of the array if it is empty.
pub(super) struct Part<P: Shape> {
    shape: P,
    strides: P::Strides,
    offset: isize,
}

impl<P: Shape> Part<P> {
    #[inline(always)]
    fn new(shape: P, strides: P::Strides, start: usize, stride: isize) -> Self {
        if shape.size() == 0 {
            return Part { shape, strides: shape.strides_from(|_| 0), offset: 0 };
        }
        Part { shape, strides, offset: (start as isize).wrapping_mul(stride) }
    }
    /// # Safety
    /// A view of the part is within the array at `first`, which is borrowed for `'a`. `first` is not null.
    #[inline(always)]
    pub(super) unsafe fn view<'a, T>(self, first: *const T) -> ArrayView<'a, T, P> {
        // SAFETY: the caller's promise; the offset of an empty part is 0.
        unsafe { view_of(self.shape, first.offset(self.offset), self.strides) }
    }
    /// # Safety
    /// The same, and the array is borrowed mutably, by nothing else that has these elements.
    #[inline(always)]
    pub(super) unsafe fn view_mut<'a, T>(self, first: *mut T) -> ArrayViewMut<'a, T, P> {
        // SAFETY: the caller's promise; the offset of an empty part is 0.
        unsafe { view_mut_of(self.shape, first.offset(self.offset), self.strides) }
    }
}

/// A length and a stride, of an axis that may not be there.
#[inline(always)]
pub(super) fn axis_of<T, S: Shape, O: Ownership>(a: &Array<T, S, O>, axis: usize) -> Option<(usize, isize)> {
    let axis = axis_number(axis, a.ndim());
    Some((*a.dims().as_ref().get(axis)?, *a.strides().as_ref().get(axis)?))
}

/// The strides of a shape without axis `axis`, from those of all axes.
#[inline(always)]
pub(super) fn strides_around<P: Shape>(shape: P, strides: &[isize], axis: usize) -> P::Strides {
    shape.strides_from(|i| strides.get(if i < axis { i } else { i + 1 }).copied().unwrap_or(0))
}

/// `len` positions of axis `axis` from `start` on, which are there.
#[inline(always)]
pub(super) fn span<T, S: Shape, O: Ownership, P: Shape>(
    a: &Array<T, S, O>,
    axis: usize,
    start: usize,
    len: usize,
) -> Option<Part<P>> {
    let axis = axis_number(axis, a.ndim());
    let (_, stride) = axis_of(a, axis)?;
    let mut dims = DimsD::truncated(a.dims().as_ref());
    *dims.as_mut().get_mut(axis)? = len;
    let (shape, strides) = (P::from_dims(&dims)?, a.strides());
    let strides = shape.strides_from(|i| strides.as_ref().get(i).copied().unwrap_or(0));
    Some(Part::new(shape, strides, start, stride))
}

/// The part at position `i` of axis `A`.
#[inline(always)]
pub(super) fn at<T, S: RemoveAxis<A, op::axis>, O: Ownership, const A: usize>(
    a: &Array<T, S, O>,
    i: usize,
) -> Option<Part<S::Output>> {
    let shape = a.shape().remove_axis().ok()?;
    let (len, stride) = axis_of(a, A)?;
    (i < len).then(|| {
        Part::new(shape, strides_around(shape, a.strides().as_ref(), axis_number(A, a.ndim())), i, stride)
    })
}

/// `K` positions of axis `A` from `start` on, if there are as many.
#[inline(always)]
pub(super) fn window<T, S: RemoveAxis<A, op::window>, O: Ownership, const A: usize, const K: usize>(
    a: &Array<T, S, O>,
    start: usize,
) -> Option<Part<S::With<Const<K>>>> {
    let (len, _) = axis_of(a, A)?;
    match len.checked_sub(K) {
        Some(most) if start <= most => span(a, A, start, K),
        _ => None,
    }
}

/// The positions of axis `A` before `at`, and those from there on.
#[inline(always)]
pub(super) fn halves<T, S: RemoveAxis<A, op::split_at>, O: Ownership, const A: usize>(
    a: &Array<T, S, O>,
    at: usize,
) -> Option<[Part<S::With<Dyn>>; 2]> {
    let (len, _) = axis_of(a, A)?;
    let rest = len.checked_sub(at)?;
    Some([span(a, A, 0, at)?, span(a, A, at, rest)?])
}

/// The parts at all positions of axis `A`.
#[inline]
pub(super) fn along<T, S: RemoveAxis<A, Op>, O: Ownership, const A: usize, Op: Operation>(
    a: &Array<T, S, O>,
) -> Result<Cuts<(S::Axis,), S::Output>, ShapeError> {
    let shape = a.shape().remove_axis()?;
    let (axis, stride) = own_axis::<T, S, O, A, Op>(a)?;
    let strides = strides_around(shape, a.strides().as_ref(), axis_number(A, a.ndim()));
    Ok(Cuts { starts: (axis,), steps: (axis,).strides_from(|_| stride), shape, strides })
}

/// Axis `A` and its stride.
#[inline(always)]
pub(super) fn own_axis<T, S: RemoveAxis<A, Op>, O: Ownership, const A: usize, Op: Operation>(
    a: &Array<T, S, O>,
) -> Result<(S::Axis, isize), ShapeError> {
    let found = axis_of(a, A).and_then(|(len, stride)| Some((S::Axis::from_len(len)?, stride)));
    found.ok_or_else(|| ShapeError::axis_out_of_bounds(Op::NAME, a.dims().as_ref(), A))
}

/// The vectors along axis `A`.
#[inline]
pub(super) fn lanes<T, S: RemoveAxis<A, op::lanes>, O: Ownership, const A: usize>(
    a: &Array<T, S, O>,
) -> Result<Cuts<S::Output, (S::Axis,)>, ShapeError> {
    let Cuts { starts, steps, shape, strides } = along::<T, S, O, A, op::lanes>(a)?;
    Ok(Cuts { starts: shape, steps: strides, shape: starts, strides: steps })
}

/// Parts of `K` positions of axis `A`, `count` of them, each `step` positions behind the one before.
#[inline]
pub(super) fn repeated<
    T,
    S: RemoveAxis<A, Op>,
    O: Ownership,
    const A: usize,
    const K: usize,
    Op: Operation,
>(
    a: &Array<T, S, O>,
    count: usize,
    step: usize,
) -> Result<Cuts<(Dyn,), S::With<Const<K>>>, ShapeError> {
    let (_, stride) = own_axis::<T, S, O, A, Op>(a)?;
    let Some(Part { shape, strides, .. }) = span(a, A, 0, K) else {
        return Err(ShapeError::axis_out_of_bounds(Op::NAME, a.dims().as_ref(), A));
    };
    // With one part or none its step is never taken.
    let step = if count < 2 { 0 } else { (step as isize).wrapping_mul(stride) };
    Ok(Cuts { starts: (Dyn(count),), steps: [step], shape, strides })
}

/// The windows of `K` positions along axis `A`.
#[inline]
pub(super) fn windows<T, S: RemoveAxis<A, op::windows>, O: Ownership, const A: usize, const K: usize>(
    a: &Array<T, S, O>,
) -> Result<Cuts<(Dyn,), S::With<Const<K>>>, ShapeError> {
    const { must(K > 0, "`windows`: a part of 0 positions is none") };
    let (axis, _) = own_axis::<T, S, O, A, op::windows>(a)?;
    repeated::<T, S, O, A, K, op::windows>(a, (axis.len() + 1).saturating_sub(K), 1)
}

/// The chunks of `K` positions of axis `A`, and what is left after them.
#[inline]
#[allow(clippy::type_complexity, reason = "the pair has no name of its own")]
pub(super) fn chunks<
    T,
    S: RemoveAxis<A, op::chunks, Axis: ChunkDim<K>>,
    O: Ownership,
    const A: usize,
    const K: usize,
>(
    a: &Array<T, S, O>,
) -> Result<(Cuts<(Dyn,), S::With<Const<K>>>, Part<S::With<RestOf<S, A, K>>>), ShapeError> {
    const { must(K > 0, "`chunks`: a part of 0 positions is none") };
    let (axis, _) = own_axis::<T, S, O, A, op::chunks>(a)?;
    let (count, rest) = (axis.len() / K, axis.len() % K);
    let cuts = repeated::<T, S, O, A, K, op::chunks>(a, count, K)?;
    match span(a, A, axis.len() - rest, rest) {
        Some(part) => Ok((cuts, part)),
        None => Err(ShapeError::axis_out_of_bounds(op::chunks::NAME, a.dims().as_ref(), A)),
    }
}

/// The windows of a shape, as many axes as the array has: they start anywhere where they fit.
#[inline]
pub(super) fn windows_of<T, S: WindowShape<Win>, O: Ownership, Win: StaticShape>(
    a: &Array<T, S, O>,
) -> Result<Cuts<S::Starts, Win>, ShapeError> {
    let (dims, shape) = (a.dims(), Win::default());
    let (window, mut starts) = (shape.dims(), DimsD::truncated(dims.as_ref()));
    for (start, len) in starts.as_mut().iter_mut().zip(window.as_ref()) {
        *start = (*start + 1).saturating_sub(*len);
    }
    let fits =
        if window.as_ref().len() == dims.as_ref().len() { S::Starts::from_dims(&starts) } else { None };
    let Some(starts) = fits else {
        return Err(ShapeError::wrong_shape("windows_of", dims.as_ref(), window.as_ref()));
    };
    let strides = a.strides();
    let stride = |axis: usize| strides.as_ref().get(axis).copied().unwrap_or(0);
    Ok(Cuts { starts, steps: starts.strides_from(stride), shape, strides: shape.strides_from(stride) })
}
