//! What meets element by element: the shape of the result, the loops over both operands, and where they go.

#![allow(unsafe_code, reason = "walks through operands of checked shapes, and writes new elements")]

use crate::array::storage::build_by;
use crate::array::{
    self, Array, Outcome, Owned, Ownership, OwnershipMut, Room, stretched_strides, stretched_to,
};
use crate::axes::{Axis, first, for_each};
use crate::error::ShapeError;
use crate::kernel::elementwise::walk::{Plan, read, write};
use crate::kernel::{MatMut, MatRef};
use crate::shape::are_known_same;
use crate::shape::op::Operation;
use crate::shape::{
    BroadcastToShape, Check, ElementwiseShape, MAX_NDIM, Mark, SameShape, Shape, broadcast_to_lens,
};
use crate::simd::HAS_VECTORS;
use crate::written::Written;
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ptr::NonNull;

/// What the form of an operation on elements that writes into an array of shape `Out` returns: `()`, in a `Result` if a
/// check is left for run time.
pub type ElementwiseIntoOutcome<S, S2, Out, Op> = <<<S as ElementwiseShape<S2, Op>>::Check as Check>::And<
    <<S as ElementwiseShape<S2, Op>>::Output as SameShape<Out, Op>>::Check,
> as Check>::Wrap<()>;

/// What an operation on elements that writes into its left operand, of shape `S`, returns: `()`, in a `Result` if a
/// check is left for run time.
pub type AssignOutcome<S, S2, Op> = <<S2 as BroadcastToShape<S, Op>>::Check as Check>::Wrap<()>;

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
        Some(len) => is_known && len.saturating_mul(size_of::<T>()) < SMALL,
        None => false,
    }
}

/// Whether the loops of a result of shape `Out` go from position to position whatever the strides are: the types know that
/// there are few, or the processor has no vectors to gain from.
pub(super) const fn is_walked<T, Out: Shape>() -> bool {
    match Out::STATIC_LEN {
        Some(len) => is_small::<T, Out>(true) && (len <= FEW || !HAS_VECTORS),
        None => false,
    }
}

/// So many elements.
const FEW: usize = 16;

/// Calls `f` with the offsets of every position of a shape whose lengths the types know, in row-major order: of up to three
/// operands with these strides.
#[inline(always)]
pub(super) fn each_known<Out: Shape>(strides: [&[isize]; 3], f: impl FnMut([isize; 3])) {
    let mut axes = [Axis::ONE; MAX_NDIM];
    let dims = const { Out::STATIC_DIMS };
    for (i, (axis, len)) in axes.iter_mut().zip(dims.into_iter().flatten()).enumerate() {
        let [c, a, b] = strides.map(|strides| strides.get(i).copied().unwrap_or(0));
        *axis = Axis { len, c, a, b };
    }
    for_each(first(&axes, const { ndim::<Out>() }), f);
}

/// Whether [`with_copy`] is for arrays of this shape: they are [walked](is_walked), and few.
pub(super) const fn is_copied<T, S: Shape>() -> bool {
    match S::STATIC_LEN {
        Some(len) => is_walked::<T, S>() && len <= MOST,
        None => false,
    }
}

/// The most elements of a copy on the stack.
const MOST: usize = 128;

/// `f` of a copy of the elements in row-major order, of an array for which [`is_copied`] holds; of no other all of them.
///
/// (Not an array: without an allocator, one of a shape known only at run time cannot even be named.)
#[inline(always)]
pub(super) fn with_copy<T: Copy, S: Shape, O: Ownership, R>(
    a: &Array<T, S, O>,
    f: impl FnOnce(&[T]) -> R,
) -> R {
    let mut copy = [const { MaybeUninit::<T>::uninit() }; MOST];
    let (mut places, mut len) = (copy.iter_mut(), 0);
    if let Ok(both) = with_number(a, Array::from_element_ref(&())).in_room::<T>("copy") {
        both.each(|x, ()| {
            if let Some(place) = places.next() {
                place.write(x);
                len += 1;
            }
        });
    }
    // SAFETY: the first `len` were written.
    f(unsafe { core::slice::from_raw_parts(copy.as_ptr().cast(), len) })
}

/// `f` of a copy of the elements at all positions of some axes, at strides `a`; of at most 128.
///
/// # Safety
/// At every position there is an element, from `start` on.
#[inline(always)]
pub(super) unsafe fn with_copy_along<T: Copy, R>(
    start: *const T,
    axes: &[Axis],
    f: impl FnOnce(&[T]) -> R,
) -> R {
    let mut copy = [const { MaybeUninit::<T>::uninit() }; MOST];
    let (mut places, mut len) = (copy.iter_mut(), 0);
    for_each(axes, |[_, at, _]| {
        if let Some(place) = places.next() {
            // SAFETY: from the caller.
            place.write(unsafe { *start.wrapping_offset(at) });
            len += 1;
        }
    });
    // SAFETY: the first `len` were written.
    f(unsafe { core::slice::from_raw_parts(copy.as_ptr().cast(), len) })
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

/// Two operands that meet element by element, and the shape of the result or the [`Room`] for it.
///
/// Invariant: both broadcast to that shape.
pub(super) struct Both<'a, A, B, S: Shape, S2: Shape, O: Ownership, O2: Ownership, X> {
    pub(super) a: &'a Array<A, S, O>,
    pub(super) b: &'a Array<B, S2, O2>,
    result: X,
}

/// Two arrays, or an error if they do not broadcast.
#[inline(always)]
#[allow(clippy::type_complexity, reason = "two arrays by their types, in a `Result`")]
pub(super) fn both<'a, Op, A, B, S, S2, O, O2>(
    a: &'a Array<A, S, O>,
    b: &'a Array<B, S2, O2>,
    name: &'static str,
) -> Result<Both<'a, A, B, S, S2, O, O2, S::Output>, ShapeError>
where
    S: ElementwiseShape<S2, Op>,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    Ok(Both { a, b, result: a.shape().elementwise_shape(b.shape(), name)? })
}

/// An array and a number, which is an array of rank 0 and broadcasts to every shape.
#[inline(always)]
pub(super) fn with_number<'a, A, B, S: Shape, O: Ownership>(
    a: &'a Array<A, S, O>,
    b: &'a Array<B, ()>,
) -> Both<'a, A, B, S, (), O, Owned, S> {
    Both { a, b, result: a.shape() }
}

/// A number and an array.
#[inline(always)]
pub(super) fn of_number<'a, A, B, S: Shape, O: Ownership>(
    a: &'a Array<A, ()>,
    b: &'a Array<B, S, O>,
) -> Both<'a, A, B, (), S, Owned, O, S> {
    Both { a, b, result: b.shape() }
}

impl<'a, A, B, S: Shape, S2: Shape, O: Ownership, O2: Ownership, Out: Shape>
    Both<'a, A, B, S, S2, O, O2, Out>
{
    /// The shape of the result.
    #[inline(always)]
    pub(super) fn shape(&self) -> Out {
        self.result
    }

    /// The same with room for a new array, or the error of the operation `name` that memory cannot hold it.
    #[inline(always)]
    #[allow(clippy::type_complexity, reason = "two arrays by their types, in a `Result`")]
    pub(super) fn in_room<C>(
        self,
        name: &'static str,
    ) -> Result<Both<'a, A, B, S, S2, O, O2, Room<C, Out>>, ShapeError> {
        let Both { a, b, result } = self;
        Ok(Both { a, b, result: Room::new(name, result)? })
    }

    /// The same with an existing array for the result, or the error of the operation `name` that it has another shape.
    #[inline(always)]
    #[allow(clippy::type_complexity, reason = "two arrays by their types, in a `Result`")]
    pub(super) fn in_place_of<'o, C, S3: Shape, O3: OwnershipMut>(
        self,
        out: &'o mut Array<C, S3, O3>,
        name: &'static str,
    ) -> Result<Both<'a, A, B, S, S2, O, O2, array::Out<'o, C, Out, O3>>, ShapeError> {
        let Both { a, b, result } = self;
        Ok(Both { a, b, result: out.expect_shape(name, result)? })
    }

    /// Writes `f` of each pair into an existing array of the operation `name`.
    #[inline(always)]
    fn into<C, S3: Shape, O3: OwnershipMut>(
        self,
        out: &mut Array<C, S3, O3>,
        name: &'static str,
        mut f: impl FnMut(A, B) -> C,
    ) -> Result<(), ShapeError>
    where
        A: Clone,
        B: Clone,
    {
        let Both { a, b, result: shape } = self;
        out.expect_dims(name, shape)?;
        // SAFETY: both broadcast to `shape`, whose lengths `out` has. Each position of `out` is its own, and is borrowed
        // mutably here alone.
        unsafe {
            let (a, b, dims) = (stretched_to(a, shape), stretched_to(b, shape), shape.dims());
            let places = (write(out.as_mut_ptr()), read(a.as_ptr()), read(b.as_ptr()));
            Plan::new(dims.as_ref(), [out.strides().as_ref(), a.strides().as_ref(), b.strides().as_ref()])
                .each(places, |(mut place, a, b)| *place.as_mut() = f(a, b));
        }
        Ok(())
    }
}

impl<'o, A, B, C, S: Shape, S2: Shape, O: Ownership, O2: Ownership, Out: Shape, O3>
    Both<'_, A, B, S, S2, O, O2, array::Out<'o, C, Out, O3>>
{
    /// The place of the result.
    #[inline(always)]
    pub(super) fn out(&self) -> array::Out<'o, C, Out, O3> {
        self.result
    }
}

impl<'a, A, B, C, S: Shape, S2: Shape, O: Ownership, O2: Ownership, Out: Shape>
    Both<'a, A, B, S, S2, O, O2, Room<C, Out>>
{
    /// The elements that `write` writes.
    #[inline(always)]
    pub(super) fn written(
        self,
        write: impl for<'o> FnOnce(Both<'a, A, B, S, S2, O, O2, array::Out<'o, C, Out>>) -> Written<'o>,
    ) -> Out::Storage<C> {
        let Both { a, b, result } = self;
        result.storage(|out| write(Both { a, b, result: out }))
    }
}

impl<A: Clone, B: Clone, C, S: Shape, S2: Shape, O: Ownership, O2: Ownership, Out: Shape>
    Both<'_, A, B, S, S2, O, O2, Room<C, Out>>
{
    /// The elements `f` of each pair, for which there is room.
    #[inline(always)]
    pub(super) fn storage(self, mut f: impl FnMut(A, B) -> C) -> Out::Storage<C> {
        // SAFETY: there is room for as many elements as the shape of the result has positions, and one is pushed for each.
        unsafe { build_by(self.result.len(), |out| self.each(|a, b| out.push(f(a, b)))) }
    }

    /// Calls `f` with each pair of elements, in row-major order of the result.
    #[inline(always)]
    pub(super) fn each(&self, mut f: impl FnMut(A, B)) {
        let (a, b, shape) = (self.a, self.b, self.result.shape());
        // SAFETY: by the invariant: both broadcast to `shape`, whose bytes are in range, so that with strides of 0 where they
        // stretch, or as owned arrays by their types, they have an element at each position.
        unsafe {
            if const { O::CONTIGUOUS && O2::CONTIGUOUS && Known::<Out, S, S2>::PLAN.is_some() } {
                if let Some(plan) = const { Known::<Out, S, S2>::PLAN } {
                    plan.each((read(a.as_ptr()), read(b.as_ptr())), |(a, b)| f(a, b));
                }
            } else if const { is_walked::<C, Out>() } {
                let (a, b) = (stretched_to(a, shape), stretched_to(b, shape));
                each_known::<Out>([&[], a.strides().as_ref(), b.strides().as_ref()], |[_, x, y]| {
                    let (a, b) = (&*a.as_ptr().wrapping_offset(x), &*b.as_ptr().wrapping_offset(y));
                    f(a.clone(), b.clone());
                });
            } else if const { matches!(S2::STATIC_NDIM, Some(0)) } {
                // A number, which the loop over `a` keeps in a register.
                let b = &*b.as_ptr();
                let plan = Plan::new(a.dims().as_ref(), [a.strides().as_ref()]);
                plan.each((read(a.as_ptr()),), |(a,)| f(a, b.clone()));
            } else {
                let (a, b, dims) = (stretched_to(a, shape), stretched_to(b, shape), shape.dims());
                let plan = Plan::new(dims.as_ref(), [a.strides().as_ref(), b.strides().as_ref()]);
                plan.each((read(a.as_ptr()), read(b.as_ptr())), |(a, b)| f(a, b));
            }
        }
    }
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
    match both::<Op, _, _, _, _, _, _>(a, b, Op::NAME).and_then(|both| both.in_room(Op::NAME)) {
        Ok(both) => S::Check::done(both.result.shape().value(both.storage(f))),
        Err(e) => S::Check::wrap(Err(e)),
    }
}

/// [`zip`] into an existing array, in the operation `Op`.
#[inline(always)]
pub(super) fn zip_into<Op: Operation, A, B, C, S, S2, S3, O, O2, O3>(
    a: &Array<A, S, O>,
    b: &Array<B, S2, O2>,
    out: &mut Array<C, S3, O3>,
    _: Mark<Op>,
    f: impl FnMut(A, B) -> C,
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
    let both = both::<Op, _, _, _, _, _, _>(a, b, Op::NAME);
    And::<S::Check, S::Output, S3, Op>::wrap(both.and_then(|both| both.into(out, Op::NAME, f)))
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

/// Calls `set` with the place of each element of `a` and the element of `b` that meets it.
#[inline(always)]
pub(super) fn zip_set<A, B, S, S2, O, O2>(
    a: &mut Array<A, S, O>,
    b: &Array<B, S2, O2>,
    name: &'static str,
    set: impl FnMut(&mut A, B),
) -> Result<(), ShapeError>
where
    B: Clone,
    S: Shape,
    S2: Shape,
    O: OwnershipMut,
    O2: Ownership,
{
    Onto::new(a, b, name)?.each(set);
    Ok(())
}

/// An array to be changed, and one of which an element meets each of it.
///
/// Invariant: `b` broadcasts to the shape of `y`.
pub(super) struct Onto<'a, A, B, S: Shape, S2: Shape, O: Ownership, O2: Ownership> {
    pub(super) y: &'a mut Array<A, S, O>,
    pub(super) b: &'a Array<B, S2, O2>,
}

impl<'a, A, B, S: Shape, O: OwnershipMut> Onto<'a, A, B, S, (), O, Owned> {
    /// One element, which meets each of `y`.
    #[inline(always)]
    pub(super) fn one(y: &'a mut Array<A, S, O>, b: &'a Array<B, ()>) -> Self {
        // An array of rank 0 broadcasts to every shape.
        Onto { y, b }
    }
}

impl<'a, A, B, S: Shape, S2: Shape, O: OwnershipMut, O2: Ownership> Onto<'a, A, B, S, S2, O, O2> {
    /// Both, or an error of the operation `name` if `b` does not broadcast to the shape of `y`.
    #[inline(always)]
    pub(super) fn new(
        y: &'a mut Array<A, S, O>,
        b: &'a Array<B, S2, O2>,
        name: &'static str,
    ) -> Result<Self, ShapeError> {
        if const { !are_known_same::<S, S2>() } {
            broadcast_to_lens(b.shape(), y.shape(), name)?;
        }
        Ok(Onto { y, b })
    }

    /// Calls `set` with the place of each element of `y` and the element of `b` that meets it.
    #[inline(always)]
    pub(super) fn each(self, mut set: impl FnMut(&mut A, B))
    where
        B: Clone,
    {
        let Onto { y, b } = self;
        let shape = y.shape();
        // SAFETY: by the invariant; each position of `y` is its own.
        unsafe {
            if const { is_walked::<A, S>() && !(O::CONTIGUOUS && O2::CONTIGUOUS) } {
                let (first, b, strides) = (y.as_mut_ptr(), stretched_to(b, shape), y.strides());
                return each_known::<S>([strides.as_ref(), b.strides().as_ref(), &[]], |[c, a, _]| {
                    let b = &*b.as_ptr().wrapping_offset(a);
                    set(&mut *first.wrapping_offset(c), b.clone());
                });
            }
            if const { matches!(S2::STATIC_NDIM, Some(0)) } {
                // A number, which the loop keeps in a register.
                let b = &*b.as_ptr();
                let plan = Plan::new(shape.dims().as_ref(), [y.strides().as_ref()]);
                return plan.each((write(y.as_mut_ptr()),), |(mut place,)| set(place.as_mut(), b.clone()));
            }
            let places = (write(y.as_mut_ptr()), read(b.as_ptr()));
            let set = |(mut place, b): (NonNull<A>, B)| set(place.as_mut(), b);
            if const { O::CONTIGUOUS && O2::CONTIGUOUS && Known::<S, S, S2>::PLAN.is_some() } {
                if let Some(plan) = const { Known::<S, S, S2>::PLAN } {
                    plan.each(places, set);
                }
            } else {
                let b = stretched_to(b, shape);
                let plan = Plan::new(shape.dims().as_ref(), [y.strides().as_ref(), b.strides().as_ref()]);
                plan.each(places, set);
            }
        }
    }

    /// Calls `f` with matrices of elements of `y` and those of `b` that meet them, until there are no more. All of them are
    /// there, and can be read.
    #[inline(always)]
    pub(super) fn planes(self, f: impl FnMut(MatMut<'_, A>, MatRef<'_, B>)) {
        let Onto { y, b } = self;
        let mut f = f;
        // SAFETY: by the invariant.
        unsafe {
            if O::CONTIGUOUS && O2::CONTIGUOUS && y.len() == b.len() {
                // Both have the same lengths, but for axes of length 1.
                let len = b.len();
                let row = MatMut::new(y.as_mut_ptr(), [1, len], [0, 1]);
                return f(row, MatRef::new(b.as_ptr(), [1, len], [0, 1]));
            }
            let shape = y.shape();
            let b = stretched_to(b, shape);
            let strides = [y.strides(), b.strides()];
            let strides = [strides[0].as_ref(), strides[1].as_ref()];
            planes(y.as_mut_ptr(), shape.dims().as_ref(), strides, b.as_ptr(), f);
        }
    }
}

/// Calls `f` with the planes of both.
///
/// # Safety
/// With these lengths and strides there is an element of `b` at each position, and of `y`, each position its own.
#[inline(always)]
pub(super) unsafe fn planes<A, B>(
    y: *mut A,
    dims: &[usize],
    strides: [&[isize]; 2],
    b: *const B,
    mut f: impl FnMut(MatMut<'_, A>, MatRef<'_, B>),
) {
    let plan = Plan::new(dims, strides);
    let [at, at_b] = [0, 1].map(|k| plan.plane_strides(k));
    // SAFETY: the offsets lead to the planes of each operand, whose lengths and strides these are, from the caller.
    plan.parts(|[o, x], lens| unsafe {
        let y = MatMut::new(y.wrapping_offset(o), lens, at);
        f(y, MatRef::new(b.wrapping_offset(x), lens, at_b));
    });
}
