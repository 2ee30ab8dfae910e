//! The front door: each kernel for any element, by the primitive type that it is, or else by the generic code.

use super::dot::{dot_inline, is_inline, is_own, is_sum_inline, sum_inline};
use super::elementwise::map::Arith;
use super::generic;
use super::native::{Contiguous, Native};
use super::operand::{MatMut, MatRef, VecRef};
use super::order::Order;
use super::product::batched;
use super::product::pairs::{Pairs, has_pairs};
use super::product::panel;
use super::product::problem::Batch;
use super::product::problem::Problem;
use super::product::small;
use super::reduce::matrix;
use super::terms::StridedProducts;

use crate::scalar::{Repr, Scalar};

/// Runs `$run` with `$P` as the primitive type that `$T` is by its `Kind`, or else `$other`.
///
/// By the invariant of `Kind`, `$T` and `$P` have the same memory, valid values, sums and products: that is
/// what every cast in `$run` relies on.
// Of a branch behind `if const` whose condition is false no code is made, which a `match` would leave to the
// optimiser: with small products inlined, six times the work.
macro_rules! by_primitive {
    ($T:ty as $P:ident => $run:expr, else $other:expr) => {
        by_primitive!(@ $T, $P, $run, $other, F32 f32 F64 f64 Int8 i8 Int16 i16 Int32 i32 Int64 i64)
    };
    // Of the floats alone.
    (float $T:ty as $P:ident => $run:expr, else $other:expr) => {
        by_primitive!(@ $T, $P, $run, $other, F32 f32 F64 f64)
    };
    (@ $T:ty, $P:ident, $run:expr, $other:expr, $($repr:ident $primitive:ident)+) => {
        $(if const { matches!(<$T as Scalar>::KIND.repr(), Repr::$repr) } {
            type $P = $primitive;
            $run
        } else)+ {
            $other
        }
    };
}

pub(crate) use by_primitive;

/// Sum of products `a[i] * b[i]` over the shorter of both lengths, as `Order::Dot`.
#[inline]
pub fn dot<T: Scalar>(a: VecRef<'_, T>, b: VecRef<'_, T>) -> T {
    by_primitive!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
        unsafe { same::<P, T>(P::dot(a.cast(), b.cast())) }
    }, else generic::dot(a, b))
}

/// The same of `n` contiguous elements, for a constant `n`: without dispatch where that is faster.
///
/// # Safety
/// `n` elements from `a` and `n` from `b` are readable.
#[inline(always)]
pub(crate) unsafe fn dot_static<T: Scalar>(a: *const T, b: *const T, n: usize) -> T {
    // SAFETY: the caller's promise. For the casts: `T` has the memory and the valid values of `P`, says
    // `by_primitive`.
    unsafe {
        by_primitive!(T as P => same::<P, T>(of_constant_length::<P>(a.cast(), b.cast(), n)),
            else generic::dot(VecRef::new(a, n, 1), VecRef::new(b, n, 1)))
    }
}

/// [`dot`] of two vectors of `n` elements, for a constant `n`: without dispatch where that is faster.
///
/// # Safety
/// Both have `n` elements.
#[inline(always)]
pub(crate) unsafe fn dot_static_strided<T: Scalar>(a: VecRef<'_, T>, b: VecRef<'_, T>, n: usize) -> T {
    // SAFETY: the caller's promise. For the casts: `T` has the memory and the valid values of `P`, says
    // `by_primitive`.
    unsafe {
        by_primitive!(T as P => same::<P, T>(if is_sum_inline(n, size_of::<P>()) {
            sum_inline::<P, _>(StridedProducts::new(a.cast(), b.cast()), n)
        } else {
            P::dot(a.cast(), b.cast())
        }), else generic::dot(a, b))
    }
}

/// The same of `n` contiguous elements.
///
/// # Safety
/// `n` elements from `a` and `n` from `b` are readable.
#[inline(always)]
pub(crate) unsafe fn dot_contiguous<T: Scalar>(a: *const T, b: *const T, n: usize) -> T {
    // SAFETY: as in `dot_static`.
    unsafe {
        by_primitive!(T as P => same::<P, T>(P::dot_contiguous(a.cast(), b.cast(), n)),
            else generic::dot(VecRef::new(a, n, 1), VecRef::new(b, n, 1)))
    }
}

/// y = A · x with y (M, 1), A (M, K), x (K), any strides, as `Order::Dot`; `y` is written and never read.
#[inline]
pub fn gemv<T: Scalar>(y: MatMut<'_, T>, a: MatRef<'_, T>, x: VecRef<'_, T>) {
    by_primitive!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
        unsafe { P::gemv(y.cast(), a.cast(), x.cast()) }
    }, else {
        // SAFETY: a vector is a matrix of one column; the distance between columns does not matter.
        let x = unsafe { MatRef::new(x.as_ptr(), [x.len(), 1], [x.stride(), 0]) };
        generic::product(Order::Dot, y, a, x);
    });
}

/// C = A · B with A (M, K), B (K, N), C (M, N), any strides; `C` is written and never read.
///
/// `order` is [`Order::of`] the whole operation of which this product is a part.
#[inline]
pub fn product<T: Scalar>(order: Order, c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    by_primitive!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
        // A problem has the invariants of its operands.
        unsafe { P::product(order, &Problem::new(c.cast(), a.cast(), b.cast())) }
    }, else generic::product(order, c, a, b));
}

/// Many equal products: `c`, `a` and `b` are those of the first, those of product `i` stand `i` times the strides of
/// the batch from there. Each has the bits of [`product()`] alone.
///
/// # Safety
/// The invariants of `MatMut` and `MatRef` hold for each product, and no two elements of any C share a place.
#[inline]
pub(crate) unsafe fn batched<T: Scalar>(
    order: Order,
    batch: Batch,
    mut c: MatMut<'_, T>,
    a: MatRef<'_, T>,
    b: MatRef<'_, T>,
) {
    // SAFETY: from the caller; for the casts: `T` has the memory and the valid values of `P`, says
    // `by_primitive`.
    unsafe {
        by_primitive!(T as P => P::batched(order, batch, c.cast(), a.cast(), b.cast()), else {
            let (lens, at) = ([c.rows(), c.cols()], [c.row_stride(), c.col_stride()]);
            for i in 0..batch.count as isize {
                let [next_c, next_a, next_b] = batch.strides.map(|stride| stride.wrapping_mul(i));
                let c = MatMut::new(c.as_mut_ptr().wrapping_offset(next_c), lens, at);
                generic::product(order, c, batched::moved(a, next_a), batched::moved(b, next_b));
            }
        });
    }
}

/// The dot products of pairs of rows: whether there is a kernel for them, and they are written.
///
/// # Safety
/// The invariant of `Pairs`.
#[inline]
pub(crate) unsafe fn dots_of_pairs<T: Scalar>(x: &Pairs<T>) -> bool {
    if !has_pairs::<T>(x.k) {
        return false;
    }
    let &Pairs { y, a, b, count, k } = x;
    // SAFETY: from the caller; `T` has the memory and the valid values of `P`, says `by_primitive`.
    unsafe {
        by_primitive!(T as P => P::dots_of_pairs(&Pairs { y: y.cast(), a: a.cast(), b: b.cast(), count, k }), else false)
    }
}

/// C = A ∘ B, the products of elements; `C` is written and never read.
#[inline]
pub(crate) fn mul<T: Scalar>(c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    by_primitive!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
        unsafe { P::arith(Arith::Multiply, c.cast(), a.cast(), b.cast()) }
    }, else {
        let mut c = c;
        debug_assert!([a.rows(), a.cols()] == [c.rows(), c.cols()] && [b.rows(), b.cols()] == [c.rows(), c.cols()]);
        let a = a.at_most(b.rows(), b.cols()).at_most(c.rows(), c.cols());
        for i in 0..a.rows() {
            for j in 0..a.cols() {
                // SAFETY: below the lengths, which agree.
                unsafe { c.set(i, j, a.row(i).get(j).times(b.row(i).get(j))) };
            }
        }
    });
}

/// Whether an operation on two elements of type `T` has a kernel of its own.
#[must_use]
pub(crate) const fn has_arith<T: Scalar>(op: Arith) -> bool {
    match T::KIND.repr() {
        Repr::F32 | Repr::F64 => true,
        Repr::Int8 | Repr::Int16 | Repr::Int32 | Repr::Int64 => !matches!(op, Arith::Divide),
        Repr::Int128 | Repr::Bool | Repr::Other => false,
    }
}

/// C = A op B, element by element; `C` is written and never read.
///
/// For types that have it: `has_arith`.
#[inline]
pub(crate) fn arith<T: Scalar>(op: Arith, c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    debug_assert!(has_arith::<T>(op), "no kernel");
    by_primitive!(T as P => {
        // SAFETY: `T` has the memory, the valid values and the operations of `P`, says `by_primitive`.
        unsafe { P::arith(op, c.cast(), a.cast(), b.cast()) }
    }, else debug_assert!(false, "no kernel"));
}

/// The same of `n` elements of each operand, one after another.
///
/// # Safety
/// So many can be read of `a` and `b`, and written of `c`, each in a place of its own.
#[inline(always)]
pub(crate) unsafe fn arith_row<T: Scalar>(op: Arith, c: *mut T, [a, b]: [*const T; 2], n: usize) {
    debug_assert!(has_arith::<T>(op), "no kernel");
    by_primitive!(T as P => {
        // SAFETY: from the caller; `T` has the memory, the valid values and the operations of `P`.
        unsafe { P::arith_row(op, c.cast(), a.cast(), b.cast(), n) }
    }, else debug_assert!(false, "no kernel"));
}

/// Y = Y op A, or A op Y if that is `reversed`, element by element.
///
/// # Safety
/// The elements of `y` are initialised.
///
/// For types that have it: `has_arith`.
#[inline]
pub(crate) unsafe fn arith_in_place<T: Scalar>(
    op: Arith,
    reversed: bool,
    y: MatMut<'_, T>,
    a: MatRef<'_, T>,
) {
    debug_assert!(has_arith::<T>(op), "no kernel");
    by_primitive!(T as P => {
        // SAFETY: from the caller; `T` has the memory, the valid values and the operations of `P`.
        unsafe { P::arith_in_place(op, reversed, y.cast(), a.cast()) }
    }, else debug_assert!(false, "no kernel"));
}

/// The same of `n` elements of `y`, one after another, and as many of A, one every `step`.
///
/// # Safety
/// So many can be read of A, and read and written of `y`, each in a place of its own.
#[inline(always)]
pub(crate) unsafe fn update_row<T: Scalar>(
    op: Arith,
    reversed: bool,
    y: *mut T,
    (a, step): (*const T, isize),
    n: usize,
) {
    debug_assert!(has_arith::<T>(op), "no kernel");
    by_primitive!(T as P => {
        // SAFETY: from the caller; `T` has the memory, the valid values and the operations of `P`.
        unsafe { P::update_row(op, reversed, y.cast(), (a.cast(), step), n) }
    }, else debug_assert!(false, "no kernel"));
}

/// Whether `mul_add` has a kernel for elements of type `T`.
#[cfg(any(feature = "std", feature = "libm"))]
#[must_use]
pub(crate) const fn has_mul_add<T: Scalar>() -> bool {
    matches!(T::KIND.repr(), Repr::F32 | Repr::F64)
}

/// D = A ∘ B + C, rounded once; the operands are D, A, B and C, with their first elements, and the strides from row to row
/// and from column to column. D is written and never read.
///
/// # Safety
/// With these lengths and strides A, B and C can be read, and D be written, each element in a place of its own.
///
/// For types that have it: `has_mul_add`.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline]
pub(crate) unsafe fn mul_add<T: Scalar>(
    (d, [a, b, c]): (*mut T, [*const T; 3]),
    lens: [usize; 2],
    [rows, cols]: [[isize; 4]; 2],
) {
    use super::elementwise::map::{Fused, MulAdd};
    debug_assert!(has_mul_add::<T>(), "no kernel");
    let places = [d.cast_const(), a, b, c];
    // The casts: `T` has the memory and the valid values of the float that its `Kind` says.
    if const { matches!(T::KIND.repr(), Repr::F32) } {
        <f32 as Fused>::mul_add(&MulAdd { places: places.map(<*const T>::cast), lens, rows, cols });
    } else if const { matches!(T::KIND.repr(), Repr::F64) } {
        <f64 as Fused>::mul_add(&MulAdd { places: places.map(<*const T>::cast), lens, rows, cols });
    }
}

/// Y += s A, the product rounded before it is added.
///
/// # Safety
/// The elements of `y` are initialised.
///
/// # Panics
/// If the lengths do not agree.
#[inline]
pub(crate) unsafe fn axpy<T: Scalar>(y: MatMut<'_, T>, s: T, a: MatRef<'_, T>) {
    // SAFETY: from the caller; `T` has the memory and the valid values of `P`, says `by_primitive`.
    unsafe {
        by_primitive!(T as P => P::axpy(y.cast(), same::<T, P>(s), a.cast()), else generic::axpy(y, s, a))
    }
}

/// A product, inlined and without dispatch, of lengths and strides that the types know. `C` is written and never read.
///
/// # Safety
/// With the lengths and strides of `P`, `a` and `b` can be read and `c` written, each element in a place of its own.
#[inline(always)]
pub unsafe fn product_static<T: Scalar, P: small::Fixed>(c: *mut T, a: *const T, b: *const T) {
    // SAFETY: from the caller.
    unsafe { (const { Static::<T, P>::PRODUCT })(c, a, b) }
}

/// The small product for the primitive type that a `T` is.
struct Static<T, P>(core::marker::PhantomData<(T, P)>);

impl<T: Scalar, P: small::Fixed> Static<T, P> {
    // A constant, for the reason that `small` gives.
    const PRODUCT: unsafe fn(*mut T, *const T, *const T) = match T::KIND.repr() {
        Repr::F32 if panel::is_own::<P>() => Self::panel::<f32>,
        Repr::F64 if panel::is_own::<P>() => Self::panel::<f64>,
        Repr::F32 if small::is_wide::<f32, P>() => Self::wide::<f32>,
        Repr::F64 if small::is_wide::<f64, P>() => Self::wide::<f64>,
        Repr::F32 => Self::of::<f32>,
        Repr::F64 => Self::of::<f64>,
        Repr::Int8 => Self::of::<i8>,
        Repr::Int16 => Self::of::<i16>,
        Repr::Int32 => Self::of::<i32>,
        Repr::Int64 => Self::of::<i64>,
        Repr::Int128 | Repr::Bool | Repr::Other => Self::generic,
    };

    /// # Safety
    /// As [`product_static`], and by its `Kind` `T` is `U`.
    #[inline(always)]
    unsafe fn of<U: Native>(c: *mut T, a: *const T, b: *const T) {
        // SAFETY: `T` has the memory and the valid values of `U`, says `Kind`; the rest is the caller's.
        unsafe { small::product::<U, P>(c.cast(), a.cast(), b.cast()) }
    }

    /// # Safety
    /// As [`product_static`], and by its `Kind` `T` is `U`, a float; [`small::is_wide`].
    #[inline(always)]
    unsafe fn wide<U: Native>(c: *mut T, a: *const T, b: *const T) {
        // SAFETY: as above.
        unsafe { small::wide::<U, P>(c.cast(), a.cast(), b.cast()) }
    }

    /// # Safety
    /// As [`product_static`], and by its `Kind` `T` is `U`, a float; [`panel::is_own`].
    #[inline(always)]
    unsafe fn panel<U: Native>(c: *mut T, a: *const T, b: *const T) {
        // SAFETY: as above.
        unsafe { panel::product::<U, P>(c.cast(), a.cast(), b.cast()) }
    }

    /// # Safety
    /// As [`product_static`].
    #[inline(always)]
    unsafe fn generic(c: *mut T, a: *const T, b: *const T) {
        let [m, n, k] = P::LENGTHS;
        // SAFETY: from the caller.
        unsafe {
            let (a, b) = (MatRef::new(a, [m, k], P::A), MatRef::new(b, [k, n], P::B));
            generic::product(Order::Dot, MatMut::new(c, [m, n], P::C), a, b);
        }
    }
}

/// The sum of the elements of a vector, in the order of a dot product.
#[inline]
pub fn sum<T: Scalar>(x: VecRef<'_, T>) -> T {
    by_primitive!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
        unsafe { same::<P, T>(P::sum(x.cast())) }
    }, else matrix::generic::sum(x))
}

/// `y[i] = sum_j A[i, j]` with y (M, 1), A (M, N), in the order of a dot product.
#[inline]
pub fn sum_rows<T: Scalar>(y: MatMut<'_, T>, a: MatRef<'_, T>) {
    by_primitive!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
        unsafe { P::sum_rows(y.cast(), a.cast()) }
    }, else matrix::generic::sum_rows(y, a));
}

/// `y[j] = sum_i A[i, j]` with y (1, N), A (M, N): chains of 64 rows, these as a balanced tree.
#[inline]
pub fn sum_columns<T: Scalar>(y: MatMut<'_, T>, a: MatRef<'_, T>) {
    by_primitive!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
        unsafe { P::sum_columns(y.cast(), a.cast()) }
    }, else matrix::generic::sum_columns(y, a));
}

/// `x` as the type that it is by another name.
///
/// # Safety
/// `To` has the size and the valid values of `From`.
#[inline(always)]
pub(crate) unsafe fn same<From: Copy, To: Copy>(x: From) -> To {
    debug_assert!(size_of::<From>() == size_of::<To>());
    // SAFETY: same size, valid in `To`, from the caller.
    unsafe { core::mem::transmute_copy(&x) }
}

/// Inlined or dispatched, whichever is faster for the length, which is a constant after inlining.
///
/// # Safety
/// `n` elements from `a` and `n` from `b` are readable.
#[inline(always)]
pub unsafe fn of_constant_length<T: Native>(a: *const T, b: *const T, n: usize) -> T {
    if is_inline(n, size_of::<T>()) || is_own(n, size_of::<T>()) {
        // SAFETY: from the caller.
        unsafe { dot_inline(a, b, n) }
    } else {
        // SAFETY: `n` elements follow `a` and `b`, from the caller.
        unsafe { T::dot_contiguous(a, b, n) }
    }
}
