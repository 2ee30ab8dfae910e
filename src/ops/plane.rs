//! Products of one matrix with one other, of lengths that the types know: the kernel is chosen at compile time, and
//! small ones are inlined.

#![allow(unsafe_code, reason = "hands operands of checked shapes to the kernels as pointers with strides")]

use crate::kernel::small::Fixed;
use crate::kernel::{self, MatMut, MatRef, Order};
use crate::scalar::Scalar;
use core::marker::PhantomData;

/// A product C(M, N) = A(M, K) · B(K, N) whose lengths the types may know.
pub(super) trait Lengths {
    /// M, N and K.
    const LENGTHS: Option<[usize; 3]>;
}

/// `LENGTHS`, where they are there.
pub(super) const fn lengths<P: Lengths>() -> [usize; 3] {
    match P::LENGTHS {
        Some(lengths) => lengths,
        None => [0; 3],
    }
}

/// Whether the product is one of those that are compiled where they are asked for.
pub(super) const fn is_small<T, P: Lengths>() -> bool {
    matches!(P::LENGTHS, Some([m, n, k]) if kernel::small::is_small::<T>(m, n, k))
}

/// Whether the product is one of a matrix and a vector for which there is `gemv::rows`.
pub(super) const fn is_matvec<T: Scalar, P: Lengths>() -> bool {
    matches!(P::LENGTHS, Some([_, 1, k] | [1, _, k]) if kernel::gemv::is_own::<T>(k))
}

/// `out = a · b` with the strides of each matrix: of A those of its rows and of the summed axis, of B those of the
/// summed axis and of its columns, of `out` those of rows and columns; 0 for an axis that is not there.
///
/// # Safety
/// `LENGTHS` is there, and with these strides `a` and `b` can be read and `out` written, each position its own.
#[inline(always)]
pub(super) unsafe fn planes<T: Scalar, P: Lengths>(
    [a, b]: [*const T; 2],
    out: *mut T,
    [at_a, at_b, at_out]: [[isize; 2]; 3],
) {
    let [m, n, k] = const { lengths::<P>() };
    // SAFETY: the caller's promise. A length of 1 or less goes with any stride.
    unsafe {
        if const { is_small::<T, P>() } && is_dense([m, n], at_out) {
            // Where the compiler does not know the strides, all of these are there.
            let (rows_a, rows_b) = (is_dense([m, k], at_a), is_dense([k, n], at_b));
            let columns_b = is_dense([n, k], [at_b[1], at_b[0]]);
            if rows_a && columns_b {
                return dense::<T, P, false, false>(a, b, out);
            }
            if rows_a && rows_b {
                return dense::<T, P, false, true>(a, b, out);
            }
            if rows_b && is_dense([k, m], [at_a[1], at_a[0]]) {
                return dense::<T, P, true, true>(a, b, out);
            }
        }
        let c = MatMut::new(out, [m, n], at_out);
        let (a, b) = (MatRef::new(a, [m, k], at_a), MatRef::new(b, [k, n], at_b));
        kernel::product(Order::of(m, n, k), c, a, b);
    }
}

/// Whether with these strides a matrix has its elements one after another, row by row.
#[inline(always)]
fn is_dense([rows, columns]: [usize; 2], [row, column]: [isize; 2]) -> bool {
    (rows <= 1 || row == columns as isize) && (columns <= 1 || column == 1)
}

/// `out = a · b` of small lengths, where all elements of an operand stand one after another: those of `a`
/// row by row, or (`A`) column by column, those of `b` column by column, or (`B`) row by row.
///
/// # Safety
/// `is_small` holds, and the operands have the lengths of `LENGTHS`.
#[inline(always)]
pub(super) unsafe fn dense<T: Scalar, P: Lengths, const A: bool, const B: bool>(
    a: *const T,
    b: *const T,
    out: *mut T,
) {
    // SAFETY: from the caller.
    unsafe {
        if const { is_apart::<T, P>() && !kernel::small::is_own::<T, Dense<P, A, B>>() } {
            dense_apart::<T, P, A, B>(a, b, out);
        } else {
            dense_here::<T, P, A, B>(a, b, out);
        }
    }
}

/// Whether a small product is better a function of its own: a result that is a value would be kept in
/// registers until it is whole, and they are too few. Measured on Zen 5 with vectors of 16 bytes: 6x6 of f32
/// 15 ns as a call, 18 in place.
const fn is_apart<T, P: Lengths>() -> bool {
    let [m, n, _] = lengths::<P>();
    m.saturating_mul(n).saturating_mul(size_of::<T>()) > 4 * kernel::small::VECTOR
}

/// [`dense`] as a call.
///
/// # Safety
/// As [`dense`].
#[inline(never)]
unsafe fn dense_apart<T: Scalar, P: Lengths, const A: bool, const B: bool>(
    a: *const T,
    b: *const T,
    out: *mut T,
) {
    // SAFETY: from the caller.
    unsafe { dense_here::<T, P, A, B>(a, b, out) }
}

/// [`dense`] where it is called.
///
/// # Safety
/// As [`dense`].
#[inline(always)]
unsafe fn dense_here<T: Scalar, P: Lengths, const A: bool, const B: bool>(
    a: *const T,
    b: *const T,
    out: *mut T,
) {
    // SAFETY: from the caller, each operand has as many elements, and these are their strides.
    unsafe { kernel::product_static::<T, Dense<P, A, B>>(out, a, b) }
}

/// The strides of [`dense`].
struct Dense<P, const A: bool, const B: bool>(PhantomData<P>);

impl<P: Lengths, const A: bool, const B: bool> Fixed for Dense<P, A, B> {
    const LENGTHS: [usize; 3] = lengths::<P>();
    const C: [isize; 2] = [Self::LENGTHS[1] as isize, 1];
    const A: [isize; 2] = if A { [1, Self::LENGTHS[0] as isize] } else { [Self::LENGTHS[2] as isize, 1] };
    const B: [isize; 2] = if B { [Self::LENGTHS[1] as isize, 1] } else { [1, Self::LENGTHS[2] as isize] };
}
