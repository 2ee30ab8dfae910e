//! What meets element by element: the shape of the result, the loops over both operands, and where they go.

#![allow(unsafe_code, reason = "walks through operands of checked shapes, and writes new elements")]

use crate::array::storage::build_by;
use crate::array::{Array, Outcome, Ownership, OwnershipMut, stretched_strides, stretched_to};
use crate::error::ShapeError;
use crate::kernel::walk::{Plan, read, write};
use crate::shape::checked_size;
use crate::shape::op::Operation;
use crate::shape::{
    BroadcastToShape, Check, ElementwiseShape, MAX_NDIM, Mark, SameShape, Shape, broadcast_to_lens,
};
use crate::shape::{are_known_same, is_same};
use core::marker::PhantomData;
use core::ptr::NonNull;

/// What the form of an operation on elements that writes into an array of shape `Out` returns: `()`, in a `Result` if a
/// check is left for run time.
pub type ElementwiseIntoOutcome<S, S2, Out, Op> = <<<S as ElementwiseShape<S2, Op>>::Check as Check>::And<
    <<S as ElementwiseShape<S2, Op>>::Output as SameShape<Out, Op>>::Check,
> as Check>::Wrap<()>;

/// What an operation on elements that writes into its left operand, of shape `S`, returns: `()`, in a `Result` if a
/// check is left for run time.
pub type AssignOutcome<S, S2, Op> = <<S2 as BroadcastToShape<S, Op>>::Check as Check>::Wrap<()>;

/// The number of elements of a new array of shape `S`, if memory can hold them.
#[inline(always)]
pub(super) fn room<T, S: Shape>(shape: S, name: &'static str) -> Result<usize, ShapeError> {
    checked_size::<T, S>(shape).ok_or_else(|| ShapeError::too_large(name, shape.dims().as_ref()))
}

/// An error that the operation has no `Result` for.
#[cold]
#[inline(never)]
#[track_caller]
pub(super) fn refused(e: ShapeError) -> ! {
    panic!("{e}")
}

/// The bytes of a result below which a call costs more than wider vectors save.
const SMALL: usize = 512;

/// Whether the loops of a result of shape `Out` are inlined: it is small by its type, and so are the strides of the
/// operands known.
pub(super) const fn is_small<T, Out: Shape>(is_known: bool) -> bool {
    match Out::STATIC_LEN {
        Some(len) => is_known && len * size_of::<T>() < SMALL,
        None => false,
    }
}

/// Two owned operands whose lengths the types know, which broadcast to the shape `Out`.
pub(super) struct Known<Out, A, B>(PhantomData<(Out, A, B)>);
impl<Out: Shape, A: Shape, B: Shape> Known<Out, A, B> {
    /// The loops over all positions of the result, if the types know all lengths.
    pub(super) const PLAN: Option<Plan<2>> = match (Out::STATIC_DIMS, known::<Out, A>(), known::<Out, B>()) {
        (Some(dims), Some(a), Some(b)) => Some(Plan::new(dims.split_at(ndim::<Out>()).0, [&a, &b])),
        _ => None,
    };
}

/// The same of three operands.
pub(super) struct Known3<Out, A, B, C>(PhantomData<(Out, A, B, C)>);
impl<Out: Shape, A: Shape, B: Shape, C: Shape> Known3<Out, A, B, C> {
    /// The loops over all positions of the result, if the types know all lengths.
    pub(super) const PLAN: Option<Plan<3>> =
        match (Out::STATIC_DIMS, known::<Out, A>(), known::<Out, B>(), known::<Out, C>()) {
            (Some(dims), Some(a), Some(b), Some(c)) => {
                Some(Plan::new(dims.split_at(ndim::<Out>()).0, [&a, &b, &c]))
            }
            _ => None,
        };
}

/// The number of axes; 0 if only run time knows it.
const fn ndim<S: Shape>() -> usize {
    match S::STATIC_NDIM {
        Some(ndim) => ndim,
        None => 0,
    }
}

/// The strides of an owned array that broadcasts to the shape `Out`, if the types know both.
const fn known<Out: Shape, S: Shape>() -> Option<[isize; MAX_NDIM]> {
    let (Some(target), Some(dims)) = (Out::STATIC_DIMS, S::STATIC_DIMS) else { return None };
    let mut strides = [0; MAX_NDIM];
    let mut stride = 1_isize;
    let mut axis = ndim::<S>();
    while axis > 0 {
        axis -= 1;
        strides[axis] = stride;
        stride = stride.wrapping_mul(dims[axis] as isize);
    }
    let (dims, target) = (dims.split_at(ndim::<S>()).0, target.split_at(ndim::<Out>()).0);
    Some(stretched_strides(dims, &strides, target))
}

/// The new array of `f` of the elements of both, called in row-major order; they are two operands of the operation
/// `Op`.
#[inline(always)]
#[track_caller]
pub(super) fn zip<Op: Operation, A, B, C, S, S2, O, O2>(
    a: &Array<A, S, O>,
    b: &Array<B, S2, O2>,
    _: Mark<Op>,
    f: impl FnMut(A, B) -> C,
) -> Outcome<S::Check, S::Output, C>
where
    A: Clone,
    B: Clone,
    S: ElementwiseShape<S2, Op>,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    let shape = match a.shape().elementwise_shape(b.shape(), Op::NAME) {
        Ok(shape) => shape,
        Err(e) => return S::Check::wrap(Err(e)),
    };
    let len = match room::<C, _>(shape, Op::NAME) {
        Ok(len) => len,
        Err(e) => return S::Check::wrap(Err(e)),
    };
    // SAFETY: both broadcast to `shape`, whose bytes are in range.
    S::Check::done(unsafe { zip_to::<Op, _, _, _, _, _, _, _>(a, b, shape, len, f) })
}

/// The same without a check.
///
/// # Safety
/// `a` and `b` broadcast to `shape`, which has `len` elements, whose bytes are in range.
#[inline(always)]
pub(super) unsafe fn zip_to<Op, A, B, C, S, S2, O, O2>(
    a: &Array<A, S, O>,
    b: &Array<B, S2, O2>,
    shape: S::Output,
    len: usize,
    mut f: impl FnMut(A, B) -> C,
) -> <S::Output as Shape>::Value<C>
where
    A: Clone,
    B: Clone,
    S: ElementwiseShape<S2, Op>,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    // SAFETY: from the caller. The plan is of the shape of the result, so there are `len` positions; the views, or the
    // owned arrays by their types, have an element at each.
    let storage = unsafe {
        build_by(len, |out| {
            if const { O::CONTIGUOUS && O2::CONTIGUOUS && Known::<S::Output, S, S2>::PLAN.is_some() } {
                if let Some(plan) = const { Known::<S::Output, S, S2>::PLAN } {
                    plan.each((read(a.as_ptr()), read(b.as_ptr())), |(a, b)| out.push(f(a, b)));
                }
            } else if const { matches!(S2::STATIC_NDIM, Some(0)) } {
                // A number, which the loop over `a` keeps in a register.
                let b = &*b.as_ptr();
                let plan = Plan::new(a.dims().as_ref(), [a.strides().as_ref()]);
                plan.each((read(a.as_ptr()),), |(a,)| out.push(f(a, b.clone())));
            } else {
                let (a, b, dims) = (stretched_to(a, shape), stretched_to(b, shape), shape.dims());
                let plan = Plan::new(dims.as_ref(), [a.strides().as_ref(), b.strides().as_ref()]);
                plan.each((read(a.as_ptr()), read(b.as_ptr())), |(a, b)| out.push(f(a, b)));
            }
        })
    };
    shape.value(storage)
}

/// [`zip`] into an existing array, in the operation `Op`.
#[inline(always)]
pub(super) fn zip_into<Op: Operation, A, B, C, S, S2, S3, O, O2, O3>(
    a: &Array<A, S, O>,
    b: &Array<B, S2, O2>,
    out: &mut Array<C, S3, O3>,
    _: Mark<Op>,
    mut f: impl FnMut(A, B) -> C,
) -> ElementwiseIntoOutcome<S, S2, S3, Op>
where
    A: Clone,
    B: Clone,
    S: ElementwiseShape<S2, Op, Output: SameShape<S3, Op>>,
    S2: Shape,
    S3: Shape,
    O: Ownership,
    O2: Ownership,
    O3: OwnershipMut,
{
    type And<C, S, S3, Op> = <C as Check>::And<<S as SameShape<S3, Op>>::Check>;
    let shape = match into_shape::<Op, _, _, _>(a.shape(), b.shape(), out.shape(), Op::NAME) {
        Ok(shape) => shape,
        Err(e) => return And::<S::Check, S::Output, S3, Op>::wrap(Err(e)),
    };
    // SAFETY: both broadcast to `shape`, whose lengths `out` has. Each position of `out` is its own, and is borrowed
    // mutably here alone.
    unsafe {
        let (a, b, dims) = (stretched_to(a, shape), stretched_to(b, shape), shape.dims());
        let places = (write(out.as_mut_ptr()), read(a.as_ptr()), read(b.as_ptr()));
        Plan::new(dims.as_ref(), [out.strides().as_ref(), a.strides().as_ref(), b.strides().as_ref()])
            .each(places, |(mut place, a, b)| *place.as_mut() = f(a, b));
    }
    And::<S::Check, S::Output, S3, Op>::done(())
}

/// The shape of the result of an operation on elements, which `out` has.
#[inline(always)]
pub(super) fn into_shape<Op, S: ElementwiseShape<S2, Op>, S2: Shape, S3: Shape>(
    a: S,
    b: S2,
    out: S3,
    name: &'static str,
) -> Result<S::Output, ShapeError> {
    let shape = a.elementwise_shape(b, name)?;
    expect_dims(out, shape, name)?;
    Ok(shape)
}

/// Whether an array of shape `is` can take a result of shape `must`.
#[inline(always)]
pub(super) fn expect_dims<S: Shape, S2: Shape>(
    is: S,
    must: S2,
    name: &'static str,
) -> Result<(), ShapeError> {
    let (is, must) = (is.dims(), must.dims());
    if const { are_known_same::<S, S2>() } || is_same(is.as_ref(), must.as_ref()) {
        return Ok(());
    }
    Err(ShapeError::wrong_shape(name, is.as_ref(), must.as_ref()))
}

/// Each element of `a` becomes `f` of it and of that of `b`, in row-major order.
#[inline(always)]
pub(super) fn zip_assign<A, B, S, S2, O, O2>(
    a: &mut Array<A, S, O>,
    b: &Array<B, S2, O2>,
    name: &'static str,
    mut f: impl FnMut(A, B) -> A,
) -> Result<(), ShapeError>
where
    A: Clone,
    B: Clone,
    S: Shape,
    S2: Shape,
    O: OwnershipMut,
    O2: Ownership,
{
    zip_set(a, b, name, |place, x| *place = f(place.clone(), x))
}

/// Calls `set` with each element of `a` and a copy of that of `b`, in row-major order.
#[inline(always)]
pub(super) fn zip_set<A, B, S, S2, O, O2>(
    a: &mut Array<A, S, O>,
    b: &Array<B, S2, O2>,
    name: &'static str,
    mut set: impl FnMut(&mut A, B),
) -> Result<(), ShapeError>
where
    B: Clone,
    S: Shape,
    S2: Shape,
    O: OwnershipMut,
    O2: Ownership,
{
    let shape = a.shape();
    broadcast_to_lens(b.shape(), shape, name)?;
    // SAFETY: `b` broadcasts to the shape of `a`, each position of which is its own.
    unsafe {
        let places = (write(a.as_mut_ptr()), read(b.as_ptr()));
        let set = |(mut place, b): (NonNull<A>, B)| set(place.as_mut(), b);
        if const { O::CONTIGUOUS && O2::CONTIGUOUS && Known::<S, S, S2>::PLAN.is_some() } {
            if let Some(plan) = const { Known::<S, S, S2>::PLAN } {
                plan.each(places, set);
            }
        } else {
            let b = stretched_to(b, shape);
            let plan = Plan::new(shape.dims().as_ref(), [a.strides().as_ref(), b.strides().as_ref()]);
            plan.each(places, set);
        }
    }
    Ok(())
}
