//! One operation on the elements of two arrays, or of an array and a number: where the loops are, and whose memory the
//! result takes.
//!
//! ```text
//! lengths in the types, and few elements:      loops of constant bounds, inlined
//! a primitive type and + - * (/ of floats):    kernels that are compiled once, in this crate
//! else:                                        loops over planes
//! an operand that owns a `Vec` of the result's lengths gives it to the result
//! ```

#![allow(unsafe_code, reason = "hands operands of checked shapes to the kernels, and writes new elements")]

use super::elementwise::{Onto, each_known, is_small, is_walked, planes, refused, zip_to};
use crate::array::{self, Array, Owned, Ownership, OwnershipMut, Room, stretched_to};
use crate::error::ShapeError;
use crate::kernel::elementwise::map::{Fixed, own};
use crate::kernel::elementwise::walk::{Plan, read, write};
use crate::kernel::{self, Arith, MatMut, MatRef};
use crate::scalar::{BitAnd, BitOr, BitXor, Divide, Remainder, Scalar, ShiftLeft, ShiftRight, Subtract};
use crate::sealed::Seal;
use crate::shape::op::{self, Operation};
use crate::shape::{DynRank, ElementwiseShape, Shape};
use crate::written::Written;
use core::marker::PhantomData;

/// An operation on two elements of type `T`, as the operators have it.
pub trait ElementOp<T>: Operation {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Its kernel, if there is one for some types.
    #[doc(hidden)]
    const KERNEL: Option<Arith> = None;
    /// The result for two elements.
    #[doc(hidden)]
    fn apply(a: T, b: T) -> T;
}
/// The name of the operation, the trait of the elements, its method, the kernel.
macro_rules! element_ops { ($($op:ident $Trait:ident $method:ident $($kernel:ident)?;)+) => {$(
    impl<T: $Trait> ElementOp<T> for op::$op {
        const SEALED: Seal = Seal;
        $(const KERNEL: Option<Arith> = Some(Arith::$kernel);)?
        #[inline(always)]
        fn apply(a: T, b: T) -> T {
            a.$method(b)
        }
    }
)+};}
element_ops! {
    add Scalar plus Add;
    subtract Subtract subtract Subtract;
    multiply Scalar times Multiply;
    divide Divide divide Divide;
    remainder Remainder remainder;
    bitwise_and BitAnd bit_and;
    bitwise_or BitOr bit_or;
    bitwise_xor BitXor bit_xor;
    left_shift ShiftLeft shift_left;
    right_shift ShiftRight shift_right;
}

/// The kernel of an operation, unless `T` has none, or the types know that there is little to do.
const fn kernel_of<Op: ElementOp<T>, T: Scalar, Out: Shape>(is_known: bool) -> Option<Arith> {
    match Op::KERNEL {
        Some(kernel)
            if kernel::has_arith::<T>(kernel) && !is_small::<T, Out>(is_known || is_walked::<T, Out>()) =>
        {
            Some(kernel)
        }
        _ => None,
    }
}

/// An operation on elements of type `T` in the memory of an owned array of shape `S`, with an owned array of shape `S2`.
struct Known<Op, T, S, S2>(PhantomData<(Op, T, S, S2)>);
impl<Op: ElementOp<T>, T: Scalar, S: Shape, S2: Shape> Known<Op, T, S, S2> {
    /// Whether the processor has a way of its own for as many elements as the types say.
    const IS_OWN: bool = match (Op::KERNEL, S::STATIC_LEN, S2::STATIC_LEN) {
        (Some(kernel), Some(len), Some(b)) => b == len && kernel::elementwise::map::is_own::<T>(kernel, len),
        _ => false,
    };
}
impl<Op: ElementOp<T>, T: Scalar, S: Shape, S2: Shape> Fixed for Known<Op, T, S, S2> {
    const OP: Arith = match Op::KERNEL {
        Some(kernel) => kernel,
        None => Arith::Divide,
    };
    const COUNT: usize = match S::STATIC_LEN {
        Some(len) => len,
        None => 0,
    };
}

/// Whether the elements of an array are one `Vec`, that a result of shape `Out` can take.
const fn is_flat<S: Shape, Out: Shape, O: Ownership>() -> bool {
    O::CONTIGUOUS && S::STATIC_LEN.is_none() && Out::STATIC_LEN.is_none()
}

/// Whether the types say that two arrays that broadcast to `Out` have as many elements as it: then these are at the same
/// positions, and no axis stretches.
const fn is_one_run<S: Shape, S2: Shape, Out: Shape>() -> bool {
    match (S::STATIC_LEN, S2::STATIC_LEN, Out::STATIC_LEN) {
        (Some(a), Some(b), Some(len)) => a == len && b == len,
        _ => false,
    }
}

/// Two operands, and the shape of the result.
///
/// Invariant: both broadcast to `shape`.
pub(super) struct Both<'a, T, S: Shape, S2: Shape, O: Ownership, O2: Ownership, Out> {
    a: &'a Array<T, S, O>,
    b: &'a Array<T, S2, O2>,
    shape: Out,
}

/// Two arrays, or an error if they do not broadcast.
#[inline(always)]
#[allow(clippy::type_complexity, reason = "two arrays by their types, in a `Result`")]
pub(super) fn pair<'a, Op, T, S, S2, O, O2>(
    a: &'a Array<T, S, O>,
    b: &'a Array<T, S2, O2>,
    name: &'static str,
) -> Result<Both<'a, T, S, S2, O, O2, S::Output>, ShapeError>
where
    S: ElementwiseShape<S2, Op>,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    Ok(Both { a, b, shape: a.shape().elementwise_shape(b.shape(), name)? })
}

/// An array and a number, which is an array of rank 0 and broadcasts to every shape.
#[inline(always)]
fn with_number<'a, T, S: Shape, O: Ownership>(
    a: &'a Array<T, S, O>,
    b: &'a Array<T, ()>,
) -> Both<'a, T, S, (), O, Owned, S> {
    Both { a, b, shape: a.shape() }
}

/// A number and an array.
#[inline(always)]
fn of_number<'a, T, S: Shape, O: Ownership>(
    a: &'a Array<T, ()>,
    b: &'a Array<T, S, O>,
) -> Both<'a, T, (), S, Owned, O, S> {
    Both { a, b, shape: b.shape() }
}

impl<T: Scalar, S: Shape, S2: Shape, O: Ownership, O2: Ownership, Out: Shape> Both<'_, T, S, S2, O, O2, Out> {
    /// `a op b`, in new memory.
    #[inline(always)]
    #[track_caller]
    fn storage<Op: ElementOp<T>>(&self) -> Out::Storage<T> {
        let room = match Room::new(Op::NAME, self.shape) {
            Ok(room) => room,
            Err(e) => refused(e),
        };
        if const { O::CONTIGUOUS && O2::CONTIGUOUS && is_one_run::<S, S2, Out>() } {
            // Apart from the loops over planes, of which the compiler then makes none for these shapes.
            let len = const {
                match Out::STATIC_LEN {
                    Some(len) => len,
                    None => 0,
                }
            };
            let (a, b) = (self.a.as_ptr(), self.b.as_ptr());
            // SAFETY: all three have `len` elements, one after another and at the same positions, and all are written.
            return room.storage(|out| unsafe {
                let first = out.as_mut_ptr();
                if const { kernel_of::<Op, T, Out>(true).is_some() } {
                    write_op::<Op, T>(first, &[len], [&[1], &[1], &[1]], a, b);
                } else {
                    for i in 0..len {
                        first.add(i).write(Op::apply(*a.add(i), *b.add(i)));
                    }
                }
                out.written()
            });
        }
        if const { kernel_of::<Op, T, Out>(O::CONTIGUOUS && O2::CONTIGUOUS).is_none() } {
            // SAFETY: `a` and `b` broadcast to `shape`.
            return unsafe { zip_to(self.a, self.b, room, Op::apply) };
        }
        // SAFETY: room for that shape.
        room.storage(|out| unsafe { self.write::<Op, Owned>(out) })
    }

    /// Writes `a op b`.
    ///
    /// # Safety
    /// `out` has the shape of the result.
    #[inline(always)]
    unsafe fn write<'o, Op: ElementOp<T>, O3: Ownership>(
        &self,
        out: array::Out<'o, T, Out, O3>,
    ) -> Written<'o> {
        let (a, b, shape, first) = (self.a, self.b, self.shape, out.as_mut_ptr());
        // SAFETY: `a` and `b` broadcast to `shape`, which is that of `out` (the caller); all elements are written.
        unsafe {
            let len = shape.size();
            if O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS && a.len() == len && b.len() == len {
                // All have the lengths of the result, but for axes of length 1.
                if let Some(kernel) = const { kernel_of::<Op, T, DynRank>(false) } {
                    kernel::arith_row(kernel, first, [a.as_ptr(), b.as_ptr()], len);
                } else {
                    write_op::<Op, T>(first, &[len], [&[1], &[1], &[1]], a.as_ptr(), b.as_ptr());
                }
            } else {
                let (a, b) = (stretched_to(a, shape), stretched_to(b, shape));
                let (of_out, of_a, of_b) = (out.strides(), a.strides(), b.strides());
                let strides = [of_out.as_ref(), of_a.as_ref(), of_b.as_ref()];
                if const { is_walked::<T, Out>() } {
                    each_known::<Out>(strides, |[c, x, y]| {
                        let (a, b) = (*a.as_ptr().wrapping_offset(x), *b.as_ptr().wrapping_offset(y));
                        first.wrapping_offset(c).write(Op::apply(a, b));
                    });
                    return out.written();
                }
                write_op::<Op, T>(first, shape.dims().as_ref(), strides, a.as_ptr(), b.as_ptr());
            }
            out.written()
        }
    }

    /// Writes `a op b` into an existing array.
    #[inline(always)]
    pub(super) fn write_to<Op: ElementOp<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        out: &mut Array<T, S3, O3>,
        name: &'static str,
    ) -> Result<(), ShapeError> {
        let out = out.expect_shape(name, self.shape)?;
        // SAFETY: it has that shape.
        let _: Written<'_> = unsafe { self.write::<Op, O3>(out) };
        Ok(())
    }
}

/// `a op b`, in a new array.
#[inline(always)]
#[track_caller]
pub(super) fn arith<Op, T, S, S2, O, O2>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
) -> <S::Output as Shape>::Value<T>
where
    Op: ElementOp<T>,
    T: Scalar,
    S: ElementwiseShape<S2, Op>,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    match pair::<Op, _, _, _, _, _>(a, b, Op::NAME) {
        Ok(pair) => pair.shape.value(pair.storage::<Op>()),
        Err(e) => refused(e),
    }
}

/// [`arith`] with an `a` that is no longer needed: the result takes its memory, if it can.
#[inline(always)]
#[track_caller]
pub(super) fn arith_owned<Op, T, S, S2, O, O2>(
    a: Array<T, S, O>,
    b: &Array<T, S2, O2>,
) -> <S::Output as Shape>::Value<T>
where
    Op: ElementOp<T>,
    T: Scalar,
    S: ElementwiseShape<S2, Op>,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    if const { !is_flat::<S, S::Output, O>() } {
        return arith::<Op, T, S, S2, O, O2>(&a, b);
    }
    let shape = match a.shape().elementwise_shape(b.shape(), Op::NAME) {
        Ok(shape) => shape,
        Err(e) => refused(e),
    };
    match a.reclaimed(shape) {
        Ok(y) => shape.value(Owned::into_storage(taken::<Op, T, _, _, _, false>(y, b))),
        Err(a) => arith::<Op, T, S, S2, O, O2>(&a, b),
    }
}

/// [`arith`] with a `b` that is no longer needed: the result takes its memory, if it can.
#[inline(always)]
#[track_caller]
pub(super) fn arith_owned_right<Op, T, S, S2, O, O2>(
    a: &Array<T, S, O>,
    b: Array<T, S2, O2>,
) -> <S::Output as Shape>::Value<T>
where
    Op: ElementOp<T>,
    T: Scalar,
    S: ElementwiseShape<S2, Op>,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    if const { !is_flat::<S2, S::Output, O2>() } {
        return arith::<Op, T, S, S2, O, O2>(a, &b);
    }
    let shape = match a.shape().elementwise_shape(b.shape(), Op::NAME) {
        Ok(shape) => shape,
        Err(e) => refused(e),
    };
    match b.reclaimed(shape) {
        Ok(y) => shape.value(Owned::into_storage(taken::<Op, T, _, _, _, true>(y, a))),
        Err(b) => arith::<Op, T, S, S2, O, O2>(a, &b),
    }
}

/// `y op b`, or `b op y` if that is `REVERSED`, in the memory of `y`, which has the shape of the result.
#[inline(always)]
#[track_caller]
fn taken<Op, T, S, S2, O2, const REVERSED: bool>(mut y: Array<T, S>, b: &Array<T, S2, O2>) -> Array<T, S>
where
    Op: ElementOp<T>,
    T: Scalar,
    S: Shape,
    S2: Shape,
    O2: Ownership,
{
    match Onto::new(&mut y, b, Op::NAME) {
        Ok(both) => update::<Op, T, _, _, _, _, REVERSED>(both),
        Err(e) => refused(e),
    }
    y
}

/// `a op s`, or `s op a` if that is `REVERSED`, in a new array: [`arith`] of an array of rank 0.
#[inline(always)]
#[track_caller]
pub(super) fn arith_number<Op, T, S, O, const REVERSED: bool>(a: &Array<T, S, O>, s: T) -> Array<T, S>
where
    Op: ElementOp<T>,
    T: Scalar,
    S: Shape,
    O: Ownership,
{
    let s = Array::from_element_ref(&s);
    let storage = if REVERSED { of_number(s, a).storage::<Op>() } else { with_number(a, s).storage::<Op>() };
    Array::from_parts(a.shape(), storage)
}

/// [`arith_number`] with an `a` that is no longer needed: the result takes its memory, if it can.
#[inline(always)]
#[track_caller]
pub(super) fn arith_number_owned<Op, T, S, O, const REVERSED: bool>(a: Array<T, S, O>, s: T) -> Array<T, S>
where
    Op: ElementOp<T>,
    T: Scalar,
    S: Shape,
    O: Ownership,
{
    if const { !is_flat::<S, S, O>() } {
        return arith_number::<Op, T, S, O, REVERSED>(&a, s);
    }
    let shape = a.shape();
    match a.reclaimed(shape) {
        Ok(mut y) => {
            update::<Op, T, _, _, _, _, REVERSED>(Onto::one(&mut y, Array::from_element_ref(&s)));
            y
        }
        Err(a) => arith_number::<Op, T, S, O, REVERSED>(&a, s),
    }
}

/// `y = y op b`, or `b op y` if that is `REVERSED`.
#[inline(always)]
pub(super) fn update<Op, T, S, S2, O, O2, const REVERSED: bool>(both: Onto<'_, T, T, S, S2, O, O2>)
where
    Op: ElementOp<T>,
    T: Scalar,
    S: Shape,
    S2: Shape,
    O: OwnershipMut,
    O2: Ownership,
{
    if const { !REVERSED && O::CONTIGUOUS && O2::CONTIGUOUS && Known::<Op, T, S, S2>::IS_OWN } {
        let first = both.y.as_mut_ptr();
        // SAFETY: both have as many elements, in the same order, but for axes of length 1; `y` is borrowed mutably.
        return unsafe { own::<T, Known<Op, T, S, S2>>(first, first, both.b.as_ptr()) };
    }
    let Some(kernel) = (const { kernel_of::<Op, T, S>(O::CONTIGUOUS && O2::CONTIGUOUS) }) else {
        return both.each(|y, b| *y = if REVERSED { Op::apply(b, *y) } else { Op::apply(*y, b) });
    };
    let Onto { y, b } = both;
    let (first, shape, len) = (y.as_mut_ptr(), y.shape(), y.len());
    let is_number = const { matches!(S2::STATIC_NDIM, Some(0)) };
    // SAFETY: by the invariant of `Onto` `b` broadcasts to the shape of `y`, which is borrowed mutably. If both are contiguous
    // and of one length, they have the same lengths, but for axes of length 1; an array of rank 0 is one element for all.
    unsafe {
        if O::CONTIGUOUS && (is_number || O2::CONTIGUOUS && b.len() == len) {
            kernel::update_row(kernel, REVERSED, first, (b.as_ptr(), isize::from(!is_number)), len);
        } else {
            let b = stretched_to(b, shape);
            let strides = [y.strides(), b.strides()];
            let strides = [strides[0].as_ref(), strides[1].as_ref()];
            update_planes(kernel, REVERSED, first, shape.dims().as_ref(), strides, b.as_ptr());
        }
    }
}

/// `a op b` into an existing array and has the shape `dims`.
///
/// # Safety
/// With these lengths and strides `a` and `b` can be read and `out` written, each position its own.
#[inline(never)]
unsafe fn write_op<Op: ElementOp<T>, T: Scalar>(
    out: *mut T,
    dims: &[usize],
    strides: [&[isize]; 3],
    a: *const T,
    b: *const T,
) {
    let plan = Plan::new(dims, strides);
    if let Some(kernel) = const { kernel_of::<Op, T, DynRank>(false) } {
        let [at, at_a, at_b] = [0, 1, 2].map(|k| plan.plane_strides(k));
        // SAFETY: the offsets lead to the planes of each operand, whose lengths and strides these are, from the caller.
        plan.parts(|[o, x, y], lens| unsafe {
            let c = MatMut::new(out.wrapping_offset(o), lens, at);
            let a = MatRef::new(a.wrapping_offset(x), lens, at_a);
            kernel::arith(kernel, c, a, MatRef::new(b.wrapping_offset(y), lens, at_b));
        });
    } else {
        // SAFETY: from the caller.
        unsafe {
            plan.each((write(out), read(a), read(b)), |(place, a, b)| place.as_ptr().write(Op::apply(a, b)));
        }
    }
}

/// `y op b`, or `b op y` if that is `reversed`, in place.
///
/// # Safety
/// As [`write_op`], and the elements of `y` are initialised.
#[inline(never)]
unsafe fn update_planes<T: Scalar>(
    kernel: Arith,
    reversed: bool,
    y: *mut T,
    dims: &[usize],
    strides: [&[isize]; 2],
    b: *const T,
) {
    // SAFETY: from the caller.
    unsafe { planes(y, dims, strides, b, |y, b| kernel::arith_in_place(kernel, reversed, y, b)) }
}
