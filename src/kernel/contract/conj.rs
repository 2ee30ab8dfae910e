//! The contraction whose first operand is conjugated, term by term: what `vdot`, `vecdot` and `vecmat` are for elements
//! that may be complex.

use super::contraction::Contraction;
use crate::axes::{for_each, len, place};
use crate::kernel::generic::dot_of;
use crate::scalar::{Scalar, Total};

/// C = sum over `k` of conj(A) · B for every position of `batch`, `m` and `n`, each in the order of a dot product.
/// C is written and never read.
///
/// # Safety
/// As `contract`.
pub(crate) unsafe fn contract_conj<T: Scalar>(c: *mut T, a: *const T, b: *const T, x: &Contraction<'_>) {
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
                unsafe {
                    c.write(match x.k {
                        [k] => {
                            let at = |i: usize, stride: isize| (i as isize).wrapping_mul(stride);
                            dot_of(terms, |i| term(a, b, at(i, k.a), at(i, k.b)))
                        }
                        k => dot_of(terms, |i| {
                            let [_, at_a, at_b] = place(k, i);
                            term(a, b, at_a, at_b)
                        }),
                    });
                }
            });
        });
    });
}

/// One term of a sum.
///
/// # Safety
/// `a` and `b` can be read at these offsets.
#[inline(always)]
unsafe fn term<T: Scalar>(a: *const T, b: *const T, at_a: isize, at_b: isize) -> Total<T> {
    // SAFETY: from the caller.
    unsafe { Total::product(a.wrapping_offset(at_a).read().conj(), b.wrapping_offset(at_b).read()) }
}
