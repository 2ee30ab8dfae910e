//! Rows of A against rows of B, summed in a wider type: which kernel of `widen`, by the types.
//!
//! Each element is one dot product in the wider type, however many there are: integers are exact, so have no order,
//! and floats have the order of a dot product of that type.

use super::contraction::Contraction;
use super::rows::{Rows, for_each_matrix};
use super::widen::{DotBytes, GemvBytes, dot_bytes, dot_f32, dot_i16, gemv_bytes};
use crate::axes::{Axis, for_each};
use crate::kernel::generic::dot_of;
use crate::kernel::operand::{MatMut, MatRef, VecRef};
use crate::scalar::{Scalar, Total, WidePair, Widening};
use crate::simd::{Element, HAS_VECTORS};
use core::mem::{MaybeUninit, transmute_copy};

/// `C[i.., j..] = sum over k of A[i.., k] * B[j.., k]`
///
/// # Safety
/// At every position of the axes the places of A and B can be read, and that of C can be written and belongs to no
/// other position.
#[inline]
pub(crate) unsafe fn inner<A: Widening<B>, B: Copy>(
    c: *mut A::Wide,
    a: *const A,
    b: *const B,
    rows: &Rows<'_>,
) {
    // SAFETY: the caller's promise.
    unsafe { for_each_matrix((c, a, b), rows, |c, a, b| product(c, a, b)) };
}

/// Up to so many products a call takes longer than they.
const FEW: usize = 16;

/// The sum of `n` products of contiguous elements.
///
/// # Safety
/// `n` elements from `a` and `n` from `b` are readable.
#[inline(always)]
pub(crate) unsafe fn dot<A: Widening<B>, B: Copy>(a: *const A, b: *const B, n: usize) -> A::Wide {
    macro_rules! by_pair {
        ($($pair:ident $kernel:ident)+) => {
            $(if const { matches!(A::KIND.pair(), WidePair::$pair) } {
                // SAFETY: as in `product`: the types are those of the kernel, or integers of the same size.
                return unsafe { transmute_copy(&$kernel(VecRef::new(a.cast(), n, 1), VecRef::new(b.cast(), n, 1))) };
            })+
        };
    }
    if HAS_VECTORS && n <= FEW && const { !matches!(A::KIND.pair(), WidePair::Other | WidePair::F32) } {
        // Of integers, which have no order: where it is called, if `n` is a constant there.
        // SAFETY: the caller's promise.
        return (0..n).fold(A::Wide::ZERO, |sum, k| sum.plus(unsafe { (*a.add(k)).wide_product(*b.add(k)) }));
    }
    by_pair! { I8I8 near_i8_i8 I8U8 near_i8_u8 U8I8 near_u8_i8 U8U8 near_u8_u8 I16 dot_i16 F32 dot_f32 }
    // SAFETY: the caller's promise.
    dot_of(n, |k| Total::of(unsafe { (*a.add(k)).wide_product(*b.add(k)) }))
}

/// Whether [`rows`] is the form for a matrix and a vector whose lengths the types know: there are no vectors, so that a
/// loop where it is called needs nothing of what other strides do.
#[must_use]
pub(crate) const fn is_own<A: Widening<B>, B: Copy>() -> bool {
    !HAS_VECTORS
        && matches!(A::KIND.pair(), WidePair::I8I8 | WidePair::I8U8 | WidePair::U8I8 | WidePair::U8U8)
}

/// `y[i]` is the dot product of `x` and row `i` of A (M, K), each one element after another; of pairs for which [`is_own`].
///
/// # Safety
/// So many elements can be read from `a` and `x`, and written to `y`.
#[inline(always)]
pub(crate) unsafe fn rows<A: Widening<B>, B: Copy>(
    y: *mut A::Wide,
    a: *const A,
    x: *const B,
    [m, k]: [usize; 2],
) {
    macro_rules! by_pair {
        ($($pair:ident $A:ident $B:ident)+) => {
            $(if const { !HAS_VECTORS && matches!(A::KIND.pair(), WidePair::$pair) } {
                // SAFETY: from the caller; the types are those of the kernel, or integers of the same size.
                let (y, a, x) = unsafe {
                    let a: MatRef<'_, $A> = MatRef::new(a.cast(), [m, k], [k as isize, 1]);
                    let x: VecRef<'_, $B> = VecRef::new(x.cast(), k, 1);
                    (MatMut::new(y.cast(), [m, 1], [1, 1]), a, x)
                };
                return i32::inline(0, GemvBytes { y, a, x });
            })+
        };
    }
    by_pair! { I8I8 i8 i8 I8U8 i8 u8 U8I8 u8 i8 U8U8 u8 u8 }
    debug_assert!(false, "not for these types");
}

macro_rules! near { ($($name:ident $A:ident $B:ident;)+) => {$(
    /// Where it is called, if there are no vectors to call: a loop of a few instructions.
    #[inline(always)]
    fn $name(a: VecRef<'_, $A>, b: VecRef<'_, $B>) -> i32 {
        if const { HAS_VECTORS } { dot_bytes(a, b) } else { i32::inline(0, DotBytes(a, b)) }
    }
)+};}
near! {
    near_i8_i8 i8 i8;
    near_i8_u8 i8 u8;
    near_u8_i8 u8 i8;
    near_u8_u8 u8 u8;
}

/// The same over axes of which A and B both have some, with at most one that is summed.
///
/// # Safety
/// As [`inner`].
#[inline]
pub(crate) unsafe fn contract<A: Widening<B>, B: Copy>(
    c: *mut A::Wide,
    a: *const A,
    b: *const B,
    x: &Contraction<'_>,
) {
    debug_assert!(x.k.len() <= 1);
    let rows = Rows { m: x.m, n: x.n, k: x.k.first().copied().unwrap_or(Axis::ONE) };
    for_each(x.batch, |[at_c, at_a, at_b]| {
        // SAFETY: the caller's promise, at one position of the axes around.
        unsafe { inner(c.wrapping_offset(at_c), a.wrapping_offset(at_a), b.wrapping_offset(at_b), &rows) };
    });
}

/// C = A · Bᵀ with A (M, K), B (N, K), C (M, N); C is written and never read.
#[inline]
fn product<A: Widening<B>, B: Copy>(mut c: MatMut<'_, A::Wide>, a: MatRef<'_, A>, b: MatRef<'_, B>) {
    debug_assert!(c.rows() == a.rows() && c.cols() == b.rows() && a.cols() == b.cols());
    // By the invariant of `PairKind` the types are those of the kernel (and the sum of unsigned bytes has
    // the bits of a signed one).
    macro_rules! by_pair {
        ($($pair:ident $kernel:ident)+) => {
            $(if const { matches!(A::KIND.pair(), WidePair::$pair) } {
                // SAFETY: the same types, or an integer of the same size.
                return unsafe { $kernel(c.cast(), a.cast(), b.cast()) };
            })+
        };
    }
    by_pair! { I8I8 i8_i8 I8U8 i8_u8 U8I8 u8_i8 U8U8 u8_u8 I16 i16_i16 F32 f32_f32 }
    for i in 0..c.rows() {
        for j in 0..c.cols() {
            // SAFETY: `i` is below the rows of A and C, `j` below those of B and the columns of C; of the rows only
            // elements below their common length are asked for.
            unsafe {
                let (x, y) = (a.row(i), b.row(j));
                let sum = dot_of(x.len().min(y.len()), |k| Total::of(x.get(k).wide_product(y.get(k))));
                c.set(i, j, sum);
            }
        }
    }
}

/// The most elements of a row that are copied to where they are contiguous. Without `std` the stack may be
/// small.
const BUFFER: usize = if cfg!(feature = "std") { 2048 } else { 256 };

/// Hands on a row that is used many times, one element after another: itself, or a copy if it is not too long for one.
#[inline(always)]
fn gathered<T: Copy>(x: VecRef<'_, T>, use_row: impl FnOnce(VecRef<'_, T>)) {
    if x.stride() == 1 || x.len() > BUFFER { use_row(x) } else { copied(x, use_row) }
}

/// The copy: apart, so that those who need none have no room for it on the stack.
#[inline(never)]
fn copied<T: Copy>(x: VecRef<'_, T>, use_row: impl FnOnce(VecRef<'_, T>)) {
    let mut buffer = [const { MaybeUninit::uninit() }; BUFFER];
    let n = x.len().min(BUFFER);
    for (i, copy) in buffer.iter_mut().enumerate().take(n) {
        // SAFETY: `i` is below the length.
        copy.write(unsafe { x.get(i) });
    }
    // SAFETY: the first `n` are initialised, and borrowed for as long as the row.
    use_row(unsafe { VecRef::new(buffer.as_ptr().cast(), n, 1) });
}

/// Not generic, so that they are compiled once, in this crate.
macro_rules! bytes { ($($name:ident $A:ident $B:ident;)+) => {$(
    fn $name(mut c: MatMut<'_, i32>, a: MatRef<'_, $A>, b: MatRef<'_, $B>) {
        let (m, n, strides) = (c.rows(), c.cols(), [c.row_stride(), c.col_stride()]);
        if m == 1 && n == 1 {
            // SAFETY: row 0 is below the one row of each.
            return unsafe { c.set(0, 0, dot_bytes(a.row(0), b.row(0))) };
        }
        // The matrix is the operand whose rows are one in memory, or else the one that has more of them.
        let by_columns = match (a.col_stride(), b.col_stride()) {
            (1, 1) => m >= n,
            (1, _) => true,
            (_, 1) => false,
            _ => m >= n,
        };
        if by_columns {
            for j in 0..n {
                let place = c.as_mut_ptr().wrapping_offset((j as isize).wrapping_mul(strides[1]));
                // SAFETY: column `j` of C, which is below its columns and the rows of B.
                let (c, x) = unsafe { (MatMut::new(place, [m, 1], strides), b.row(j)) };
                gathered(x, |x| gemv_bytes(c, a, x));
            }
        } else {
            for i in 0..m {
                let place = c.as_mut_ptr().wrapping_offset((i as isize).wrapping_mul(strides[0]));
                let strides = [strides[1], strides[0]];
                // SAFETY: row `i` of C, which is below its rows and those of A.
                let (c, x) = unsafe { (MatMut::new(place, [n, 1], strides), a.row(i)) };
                gathered(x, |x| gemv_bytes(c, b, x));
            }
        }
    }
)+};}
bytes! {
    i8_i8 i8 i8;
    i8_u8 i8 u8;
    u8_i8 u8 i8;
    u8_u8 u8 u8;
}

/// The same where each element is a dot product by itself.
macro_rules! dots { ($($name:ident $T:ident $Wide:ident $dot:ident;)+) => {$(
    fn $name(mut c: MatMut<'_, $Wide>, a: MatRef<'_, $T>, b: MatRef<'_, $T>) {
        for j in 0..c.cols() {
            // SAFETY: `j` is below the columns of C, as many as the rows of B.
            let row = unsafe { b.row(j) };
            let mut column = |row: VecRef<'_, $T>| {
                for i in 0..c.rows() {
                    // SAFETY: `i` is below the rows of A and C, `j` below the columns of C.
                    unsafe { c.set(i, j, $dot(a.row(i), row)) };
                }
            };
            if a.rows() > 1 { gathered(row, column) } else { column(row) }
        }
    }
)+};}
dots! {
    i16_i16 i16 i64 dot_i16;
    f32_f32 f32 f64 dot_f32;
}
