//! The contraction whose first operand is conjugated, term by term: what `vdot`, `vecdot` and `vecmat` are for complex
//! elements.

use super::contract::{Axis, Contraction, for_each, len, place};
use super::generic::dot_of;
use crate::scalar::Scalar;

/// C = sum over `k` of conj(A) · B for every position of `batch`, `m` and `n`, each in the order of a dot product.
/// C is written and never read.
///
/// # Safety
/// As `contract`.
pub unsafe fn contract_conj<T: Scalar>(c: *mut T, a: *const T, b: *const T, x: &Contraction<'_>) {
    let terms = len(x.k);
    for_each(x.batch, |batch| {
        for_each(x.m, |row| {
            for_each(x.n, |column| {
                let at =
                    |operand: usize| batch[operand].wrapping_add(row[operand]).wrapping_add(column[operand]);
                let (c, a, b) =
                    (c.wrapping_offset(at(0)), a.wrapping_offset(at(1)), b.wrapping_offset(at(2)));
                // SAFETY: a position of all axes, whose places the caller vouches for; `i` is below the number of
                // positions of `k`.
                unsafe { c.write(dot_of(terms, |i| term(a, b, x.k, i))) };
            });
        });
    });
}

/// Term `i` of a sum over the axes `k`.
///
/// # Safety
/// `a` and `b` can be read at position `i` of the axes.
#[inline(always)]
unsafe fn term<T: Scalar>(a: *const T, b: *const T, k: &[Axis], i: usize) -> T {
    let [_, at_a, at_b] = place(k, i);
    // SAFETY: from the caller.
    unsafe { a.wrapping_offset(at_a).read().conj().times(b.wrapping_offset(at_b).read()) }
}
