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

use super::elementwise::{
    Both, Onto, both, each_known, is_small, is_walked, of_number, planes, refused, with_number,
};
use crate::array::{self, Array, Owned, Ownership, OwnershipMut, stretched_to};
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

impl<T: Scalar, S: Shape, S2: Shape, O: Ownership, O2: Ownership, Out: Shape>
    Both<'_, T, T, S, S2, O, O2, Out>
{
    /// `a op b`, in new memory.
    #[inline(always)]
    #[track_caller]
    fn storage_of<Op: ElementOp<T>>(self) -> Out::Storage<T> {
        let both = match self.in_room(Op::NAME) {
            Ok(both) => both,
            Err(e) => refused(e),
        };
        let is_written = const {
            let are_contiguous = O::CONTIGUOUS && O2::CONTIGUOUS;
            are_contiguous && is_one_run::<S, S2, Out>() || kernel_of::<Op, T, Out>(are_contiguous).is_some()
        };
        if is_written { both.written(|both| both.write::<Op>()) } else { both.storage(Op::apply) }
    }
}

impl<'o, T: Scalar, S: Shape, S2: Shape, O: Ownership, O2: Ownership, Out: Shape, O3: Ownership>
    Both<'_, T, T, S, S2, O, O2, array::Out<'o, T, Out, O3>>
{
    /// Writes `a op b`.
    #[inline(always)]
    pub(super) fn write<Op: ElementOp<T>>(self) -> Written<'o> {
        let (a, b, out) = (self.a, self.b, self.out());
        let (first, shape) = (out.as_mut_ptr(), out.shape());
        let (from_a, from_b) = (a.as_ptr(), b.as_ptr());
        let are_contiguous = const { O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS };
        // SAFETY: `a` and `b` broadcast to `shape`, which is that of `out`; all elements are written.
        unsafe {
            if const { O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS && is_one_run::<S, S2, Out>() } {
                // Apart from the loops over planes, of which the compiler then makes none for these shapes.
                let len = const {
                    match Out::STATIC_LEN {
                        Some(len) => len,
                        None => 0,
                    }
                };
                if const { kernel_of::<Op, T, Out>(true).is_some() } {
                    write_op::<Op, T>(first, &[len], [&[1], &[1], &[1]], from_a, from_b);
                } else {
                    for i in 0..len {
                        first.add(i).write(Op::apply(*from_a.add(i), *from_b.add(i)));
                    }
                }
                return out.written();
            }
            let len = shape.size();
            if are_contiguous && a.len() == len && b.len() == len {
                // All have the lengths of the result, but for axes of length 1.
                if let Some(kernel) = const { kernel_of::<Op, T, DynRank>(false) } {
                    kernel::arith_row(kernel, first, [from_a, from_b], len);
                } else {
                    write_op::<Op, T>(first, &[len], [&[1], &[1], &[1]], from_a, from_b);
                }
                return out.written();
            }
            let (a, b) = (stretched_to(a, shape), stretched_to(b, shape));
            let (of_out, of_a, of_b) = (out.strides(), a.strides(), b.strides());
            let strides = [of_out.as_ref(), of_a.as_ref(), of_b.as_ref()];
            if const { is_walked::<T, Out>() } {
                each_known::<Out>(strides, |[c, x, y]| {
                    let (a, b) = (*from_a.wrapping_offset(x), *from_b.wrapping_offset(y));
                    first.wrapping_offset(c).write(Op::apply(a, b));
                });
            } else {
                write_op::<Op, T>(first, shape.dims().as_ref(), strides, from_a, from_b);
            }
            out.written()
        }
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
    match both::<Op, _, _, _, _, _, _>(a, b, Op::NAME) {
        Ok(both) => both.shape().value(both.storage_of::<Op>()),
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
    let storage =
        if REVERSED { of_number(s, a).storage_of::<Op>() } else { with_number(a, s).storage_of::<Op>() };
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
    let is_own = const { !REVERSED && O::CONTIGUOUS && O2::CONTIGUOUS && Known::<Op, T, S, S2>::IS_OWN };
    let kernel = const { kernel_of::<Op, T, S>(O::CONTIGUOUS && O2::CONTIGUOUS) };
    let kernel = match kernel {
        Some(kernel) => kernel,
        None if is_own => Known::<Op, T, S, S2>::OP,
        None => return both.each(|y, b| *y = if REVERSED { Op::apply(b, *y) } else { Op::apply(*y, b) }),
    };
    let Onto { y, b } = both;
    let (first, shape, len) = (y.as_mut_ptr(), y.shape(), y.len());
    let is_number = const { matches!(S2::STATIC_NDIM, Some(0)) };
    // SAFETY: by the invariant of `Onto` `b` broadcasts to the shape of `y`, which is borrowed mutably. If both are contiguous
    // and of one length, they have the same lengths, but for axes of length 1; an array of rank 0 is one element for all.
    unsafe {
        if is_own {
            own::<T, Known<Op, T, S, S2>>(first, first, b.as_ptr());
        } else if O::CONTIGUOUS && (is_number || O2::CONTIGUOUS && b.len() == len) {
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
    // SAFETY: from the caller; the offsets lead to the planes of each operand, whose lengths and strides these are.
    unsafe {
        if let Some(kernel) = const { kernel_of::<Op, T, DynRank>(false) } {
            let [at, at_a, at_b] = [0, 1, 2].map(|k| plan.plane_strides(k));
            plan.parts(|[o, x, y], lens| {
                let c = MatMut::new(out.wrapping_offset(o), lens, at);
                let a = MatRef::new(a.wrapping_offset(x), lens, at_a);
                kernel::arith(kernel, c, a, MatRef::new(b.wrapping_offset(y), lens, at_b));
            });
        } else {
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
