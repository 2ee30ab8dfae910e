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

use super::elementwise::{is_small, refused, room, zip_assign, zip_to};
use crate::array::storage::Storage;
use crate::array::{Array, Ownership, OwnershipMut, row_major, stretched_to};
use crate::error::ShapeError;
use crate::kernel::elementwise::{Fixed, own};
use crate::kernel::walk::{Plan, read, write};
use crate::kernel::{self, Arith, MatMut, MatRef};
use crate::scalar::{BitAnd, BitOr, BitXor, Divide, Remainder, Scalar, ShiftLeft, ShiftRight, Subtract};
use crate::sealed::Seal;
use crate::shape::op::{self, Operation};
use crate::shape::{DynRank, ElementwiseShape, MAX_NDIM, Shape, broadcast_to_lens};
use crate::shape::{are_known_same, is_same};
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
        Some(kernel) if kernel::has_arith::<T>(kernel) && !is_small::<T, Out>(is_known) => Some(kernel),
        _ => None,
    }
}

/// An operation on elements of type `T`, two owned arrays of shapes `A` and `B` and a result of shape `Out`.
struct Known<Op, T, Out, A, B>(PhantomData<(Op, T, Out, A, B)>);
impl<Op: ElementOp<T>, T: Scalar, Out: Shape, A: Shape, B: Shape> Known<Op, T, Out, A, B> {
    /// Whether the processor has a way of its own for as many elements as the types say.
    const IS_OWN: bool = match (Op::KERNEL, Out::STATIC_LEN, A::STATIC_LEN, B::STATIC_LEN) {
        (Some(kernel), Some(len), Some(a), Some(b)) => {
            a == len && b == len && kernel::elementwise::is_own::<T>(kernel, len)
        }
        _ => false,
    };
}
impl<Op: ElementOp<T>, T: Scalar, Out: Shape, A: Shape, B: Shape> Fixed for Known<Op, T, Out, A, B> {
    const OP: Arith = match Op::KERNEL {
        Some(kernel) => kernel,
        None => Arith::Divide,
    };
    const COUNT: usize = match Out::STATIC_LEN {
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

/// The storage of the results, from the first element on. Apart from the loops over planes, of which the compiler then makes
/// none for these shapes.
///
/// # Safety
/// The type of the shape `Out` knows all lengths, and as many elements from `a` and from `b` on are readable.
#[inline(always)]
unsafe fn one_run<Op: ElementOp<T>, T: Scalar, Out: Shape>(a: *const T, b: *const T) -> Out::Storage<T> {
    let len = const {
        match Out::STATIC_LEN {
            Some(len) => len,
            None => 0,
        }
    };
    // SAFETY: `len` is the length of the storage; as many elements are read, from the caller, and written.
    unsafe {
        Storage::init_with(len, |out: *mut T| {
            if const { kernel_of::<Op, T, Out>(true).is_some() } {
                return write_op::<Op, T>(out, &[len], [&[1], &[1], &[1]], a, b);
            }
            for i in 0..len {
                out.add(i).write(Op::apply(*a.add(i), *b.add(i)));
            }
        })
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
    let shape = match a.shape().elementwise_shape(b.shape(), Op::NAME) {
        Ok(shape) => shape,
        Err(e) => refused(e),
    };
    if const { O::CONTIGUOUS && O2::CONTIGUOUS && is_one_run::<S, S2, S::Output>() } {
        // SAFETY: both have as many elements as the result, one after another, at the same positions.
        return shape.value(unsafe { one_run::<Op, T, S::Output>(a.as_ptr(), b.as_ptr()) });
    }
    let len = match room::<T, _>(shape, Op::NAME) {
        Ok(len) => len,
        Err(e) => refused(e),
    };
    if const { O::CONTIGUOUS && O2::CONTIGUOUS && Known::<Op, T, S::Output, S, S2>::IS_OWN } {
        // SAFETY: each operand has as many elements as the result, in the same order: it lacks axes of length 1 at most.
        let storage = unsafe {
            Storage::init_with(len, |out| {
                own::<T, Known<Op, T, S::Output, S, S2>>(out, a.as_ptr(), b.as_ptr());
            })
        };
        return shape.value(storage);
    }
    if const { kernel_of::<Op, T, S::Output>(O::CONTIGUOUS && O2::CONTIGUOUS).is_none() } {
        // SAFETY: `a` and `b` broadcast to `shape`, which has `len` elements, whose bytes are in range.
        return unsafe { zip_to::<Op, _, _, _, _, _, _, _>(a, b, shape, len, Op::apply) };
    }
    let (dims, strides) = (shape.dims(), row_major(shape));
    // SAFETY: as above; all elements are written.
    let storage = unsafe {
        Storage::init_with(len, |out| {
            if O::CONTIGUOUS && O2::CONTIGUOUS && a.len() == len && b.len() == len {
                // Both have the lengths of the result, but for axes of length 1.
                return write_row::<Op, T>(out, len, a.as_ptr(), b.as_ptr());
            }
            let (a, b) = (stretched_to(a, shape), stretched_to(b, shape));
            let (of_a, of_b) = (a.strides(), b.strides());
            let strides = [strides.as_ref(), of_a.as_ref(), of_b.as_ref()];
            write_op::<Op, T>(out, dims.as_ref(), strides, a.as_ptr(), b.as_ptr());
        })
    };
    shape.value(storage)
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
    if const { is_flat::<S, S::Output, O>() } {
        let shape = match a.shape().elementwise_shape(b.shape(), Op::NAME) {
            Ok(shape) => shape,
            Err(e) => refused(e),
        };
        if is_same(a.dims().as_ref(), shape.dims().as_ref()) {
            // SAFETY: `b` broadcasts to `shape`, which has the lengths of `a`.
            return unsafe { taken::<Op, T, _, _, _, _, _, false>(a, b, shape) };
        }
    }
    arith::<Op, T, S, S2, O, O2>(&a, b)
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
    if const { is_flat::<S2, S::Output, O2>() } {
        let shape = match a.shape().elementwise_shape(b.shape(), Op::NAME) {
            Ok(shape) => shape,
            Err(e) => refused(e),
        };
        if is_same(b.dims().as_ref(), shape.dims().as_ref()) {
            // SAFETY: `a` broadcasts to `shape`, which has the lengths of `b`.
            return unsafe { taken::<Op, T, _, _, _, _, _, true>(b, a, shape) };
        }
    }
    arith::<Op, T, S, S2, O, O2>(a, &b)
}

/// `y op b`, or `b op y` if that is `REVERSED`, in the memory of `y`.
///
/// # Safety
/// `y` owns its elements, `shape` has its lengths, and `b` broadcasts to it.
#[inline(always)]
unsafe fn taken<Op, T, Out, S, S2, O, O2, const REVERSED: bool>(
    y: Array<T, S, O>,
    b: &Array<T, S2, O2>,
    shape: Out,
) -> Out::Value<T>
where
    Op: ElementOp<T>,
    T: Scalar,
    Out: Shape,
    S: Shape,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    // SAFETY: `shape` has the lengths of `y`, from the caller.
    let Some(mut storage) = (unsafe { y.reclaim(shape) }) else {
        unreachable!("the array owns its elements")
    };
    // SAFETY: the storage has the elements of `shape`, in row-major order; `b` broadcasts to it (the caller).
    unsafe {
        if O2::CONTIGUOUS && b.len() == storage.len() {
            // Both have the same lengths, but for axes of length 1.
            update_row::<Op, T>(storage.as_mut_ptr(), storage.len(), (b.as_ptr(), 1), REVERSED);
            return shape.value(storage);
        }
        let b = stretched_to(b, shape);
        let strides = [row_major(shape), b.strides()];
        let strides = [strides[0].as_ref(), strides[1].as_ref()];
        update_op::<Op, T>(storage.as_mut_ptr(), shape.dims().as_ref(), strides, b.as_ptr(), REVERSED);
    }
    shape.value(storage)
}

/// `a op s`, or `s op a` if that is `REVERSED`, in a new array.
#[inline(always)]
#[track_caller]
pub(super) fn scalar<Op, T, S, O, const REVERSED: bool>(a: &Array<T, S, O>, s: T) -> Array<T, S>
where
    Op: ElementOp<T>,
    T: Scalar,
    S: Shape,
    O: Ownership,
{
    if const { kernel_of::<Op, T, S>(O::CONTIGUOUS).is_none() } {
        return a.map(|x| if REVERSED { Op::apply(s, x) } else { Op::apply(x, s) });
    }
    let len = match room::<T, S>(a.shape(), Op::NAME) {
        Ok(len) => len,
        Err(e) => refused(e),
    };
    let stretched = [0; MAX_NDIM];
    // SAFETY: `s` broadcasts to any shape; the bytes are in range, for a view as for what it borrows from, or as
    // checked just before; all elements are written.
    let storage = unsafe {
        Storage::init_with(len, |out| {
            let (new, own) = (row_major(a.shape()), a.strides());
            let (new, own, s) = (new.as_ref(), own.as_ref(), &raw const s);
            let dims = a.dims();
            if REVERSED {
                write_op::<Op, T>(out, dims.as_ref(), [new, &stretched, own], s, a.as_ptr());
            } else {
                write_op::<Op, T>(out, dims.as_ref(), [new, own, &stretched], a.as_ptr(), s);
            }
        })
    };
    Array::from_parts(a.shape(), storage)
}

/// [`scalar`] with an `a` that is no longer needed: the result takes its memory, if it can.
#[inline(always)]
#[track_caller]
pub(super) fn scalar_owned<Op, T, S, O, const REVERSED: bool>(a: Array<T, S, O>, s: T) -> Array<T, S>
where
    Op: ElementOp<T>,
    T: Scalar,
    S: Shape,
    O: Ownership,
{
    if const { !is_flat::<S, S, O>() } {
        return scalar::<Op, T, S, O, REVERSED>(&a, s);
    }
    let shape = a.shape();
    // SAFETY: the shape of the array itself.
    let Some(storage) = (unsafe { a.reclaim(shape) }) else { unreachable!("the array owns its elements") };
    let mut a = Array::from_parts(shape, storage);
    assign_scalar::<Op, T, S, _, REVERSED>(&mut a, s);
    a
}

/// `a = a op b`, or why `b` does not broadcast to the shape of `a`.
#[inline(always)]
pub(super) fn assign<Op, T, S, S2, O, O2>(
    a: &mut Array<T, S, O>,
    b: &Array<T, S2, O2>,
) -> Result<(), ShapeError>
where
    Op: ElementOp<T>,
    T: Scalar,
    S: Shape,
    S2: Shape,
    O: OwnershipMut,
    O2: Ownership,
{
    if const { O::CONTIGUOUS && O2::CONTIGUOUS && Known::<Op, T, S, S, S2>::IS_OWN } {
        if const { !are_known_same::<S, S2>() } {
            broadcast_to_lens(b.shape(), a.shape(), Op::NAME)?;
        }
        let y = a.as_mut_ptr();
        // SAFETY: both have as many elements, in the same order, but for axes of length 1; `a` is borrowed mutably.
        unsafe { own::<T, Known<Op, T, S, S, S2>>(y, y, b.as_ptr()) };
        return Ok(());
    }
    if const { kernel_of::<Op, T, S>(O::CONTIGUOUS && O2::CONTIGUOUS).is_none() } {
        return zip_assign(a, b, Op::NAME, Op::apply);
    }
    let shape = a.shape();
    broadcast_to_lens(b.shape(), shape, Op::NAME)?;
    // SAFETY: `b` broadcasts to the shape of `a`, which is borrowed mutably.
    unsafe {
        if O::CONTIGUOUS && O2::CONTIGUOUS && a.len() == b.len() {
            let len = a.len();
            update_row::<Op, T>(a.as_mut_ptr(), len, (b.as_ptr(), 1), false);
            return Ok(());
        }
        let b = stretched_to(b, shape);
        let strides = [a.strides(), b.strides()];
        let strides = [strides[0].as_ref(), strides[1].as_ref()];
        update_op::<Op, T>(a.as_mut_ptr(), shape.dims().as_ref(), strides, b.as_ptr(), false);
    }
    Ok(())
}

/// `a = a op s`, or `s op a` if that is `REVERSED`.
#[inline(always)]
pub(super) fn assign_scalar<Op, T, S, O, const REVERSED: bool>(a: &mut Array<T, S, O>, s: T)
where
    Op: ElementOp<T>,
    T: Scalar,
    S: Shape,
    O: OwnershipMut,
{
    if const { kernel_of::<Op, T, S>(O::CONTIGUOUS).is_none() } {
        return a.map_inplace(|x| if REVERSED { Op::apply(s, x) } else { Op::apply(x, s) });
    }
    let (dims, strides) = (a.dims(), a.strides());
    // SAFETY: `s` broadcasts to any shape; `a` is borrowed mutably.
    unsafe {
        if O::CONTIGUOUS {
            let len = a.len();
            return update_row::<Op, T>(a.as_mut_ptr(), len, (&raw const s, 0), REVERSED);
        }
        let strides = [strides.as_ref(), &[0; MAX_NDIM]];
        update_op::<Op, T>(a.as_mut_ptr(), dims.as_ref(), strides, &raw const s, REVERSED);
    }
}

/// `a op b` of `len` elements each, one after another.
///
/// # Safety
/// So many can be read of `a` and `b`, and written of `out`, each in a place of its own.
#[inline(always)]
pub(super) unsafe fn write_row<Op: ElementOp<T>, T: Scalar>(
    out: *mut T,
    len: usize,
    a: *const T,
    b: *const T,
) {
    // SAFETY: from the caller.
    unsafe {
        if let Some(kernel) = const { kernel_of::<Op, T, DynRank>(false) } {
            kernel::arith_row(kernel, out, [a, b], len);
        } else {
            write_op::<Op, T>(out, &[len], [&[1], &[1], &[1]], a, b);
        }
    }
}

/// `y op b`, or `b op y` if that is `reversed`, of `len` elements of `y` one after another, with as many of `b`, or with one.
///
/// # Safety
/// So many can be read of `b`, one every `step` elements, and read and written of `y`, each in a place of its own.
#[inline(always)]
unsafe fn update_row<Op: ElementOp<T>, T: Scalar>(
    y: *mut T,
    len: usize,
    (b, step): (*const T, isize),
    reversed: bool,
) {
    // SAFETY: from the caller.
    unsafe {
        if let Some(kernel) = const { kernel_of::<Op, T, DynRank>(false) } {
            kernel::update_row(kernel, reversed, y, (b, step), len);
        } else {
            update_op::<Op, T>(y, &[len], [&[1], &[step]], b, reversed);
        }
    }
}

/// `a op b` into an array that is there and has the shape `dims`.
///
/// # Safety
/// With these lengths and strides `a` and `b` can be read and `out` written, each position its own.
#[inline(never)]
pub(super) unsafe fn write_op<Op: ElementOp<T>, T: Scalar>(
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
unsafe fn update_op<Op: ElementOp<T>, T: Scalar>(
    y: *mut T,
    dims: &[usize],
    strides: [&[isize]; 2],
    b: *const T,
    reversed: bool,
) {
    if let Some(kernel) = const { kernel_of::<Op, T, DynRank>(false) } {
        // SAFETY: from the caller.
        unsafe {
            update_planes(y, dims, strides, b, |y, b| kernel::arith_in_place(kernel, reversed, y, b));
        }
    } else {
        // SAFETY: from the caller.
        unsafe {
            Plan::new(dims, strides).each((write(y), read(b)), |(place, b)| {
                let x = *place.as_ptr();
                place.as_ptr().write(if reversed { Op::apply(b, x) } else { Op::apply(x, b) });
            });
        }
    }
}

/// Calls `f` with each plane of two operands.
///
/// # Safety
/// With these lengths and strides `b` can be read and `y` read and written, each position its own.
#[inline(always)]
pub(super) unsafe fn update_planes<T>(
    y: *mut T,
    dims: &[usize],
    strides: [&[isize]; 2],
    b: *const T,
    mut f: impl FnMut(MatMut<'_, T>, MatRef<'_, T>),
) {
    let plan = Plan::new(dims, strides);
    let [at, at_b] = [0, 1].map(|k| plan.plane_strides(k));
    // SAFETY: the offsets lead to the planes of each operand, whose lengths and strides these are, from the caller.
    plan.parts(|[o, x], lens| unsafe {
        let y = MatMut::new(y.wrapping_offset(o), lens, at);
        f(y, MatRef::new(b.wrapping_offset(x), lens, at_b));
    });
}
