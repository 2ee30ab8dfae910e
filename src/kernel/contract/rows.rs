//! Rows of A against rows of B, each of any axes, for the kernels of `inner`'s relatives: the axes of a product, and
//! a walk through the matrices that they are made of.

use super::contraction::{Contraction, contract};
use crate::axes::{Axes, Axis, for_each};
use crate::kernel::operand::{MatMut, MatRef};
use crate::kernel::product::constant::{self, StaticProduct};
use crate::scalar::Scalar;

/// The axes of `C[i.., j..] = f(A[i.., all k], B[j.., all k])`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<'x> {
    /// The axes of A and C, outermost first.
    pub(crate) m: &'x [Axis],
    /// The axes of B and C, outermost first.
    pub(crate) n: &'x [Axis],
    /// The axis of A and B along which a row goes.
    pub(crate) k: Axis,
}

/// The most axes of an operand.
const MOST: usize = 8;

/// Calls `f` with C (M, N), A (M, K) and B (N, K) for parts of the rows of both that are matrices.
///
/// # Safety
/// At every position of the axes the places of A and B can be read, and that of C can be written and belongs to no
/// other position. There are at most 8 axes in a list.
#[inline]
pub(crate) unsafe fn for_each_matrix<C, A, B>(
    (c, a, b): (*mut C, *const A, *const B),
    rows: &Rows<'_>,
    mut f: impl FnMut(MatMut<'_, C>, MatRef<'_, A>, MatRef<'_, B>),
) {
    let mut matrix = |[c_at, a_at, b_at]: [isize; 3], m: Axis, n: Axis| {
        let (c, a, b) = (c.wrapping_offset(c_at), a.wrapping_offset(a_at), b.wrapping_offset(b_at));
        let k = rows.k;
        // SAFETY: the caller's promise, at one position of the axes around, is the invariant of these.
        unsafe {
            f(
                MatMut::new(c, [m.len, n.len], [m.c, n.c]),
                MatRef::new(a, [m.len, k.len], [m.a, k.a]),
                MatRef::new(b, [n.len, k.len], [n.b, k.b]),
            );
        }
    };
    // Nothing to merge: two vectors or two matrices, for which lists of axes would take longer than a short product.
    if rows.m.len() <= 1 && rows.n.len() <= 1 {
        let only = |axes: &[Axis]| axes.first().copied().unwrap_or(Axis::ONE);
        return matrix([0; 3], only(rows.m), only(rows.n));
    }
    let (mut merged_m, mut merged_n) = (Axes::<MOST>::new(), Axes::<MOST>::new());
    for axis in rows.m {
        let _ = merged_m.push(*axis);
    }
    for axis in rows.n {
        let _ = merged_n.push(*axis);
    }
    let ((m, around_m), (n, around_n)) = (merged_m.split_inner(), merged_n.split_inner());
    for_each(around_m, |[c_m, a_m, _]| {
        for_each(around_n, |[c_n, _, b_n]| matrix([c_m.wrapping_add(c_n), a_m, b_n], m, n));
    });
}

/// `C[i.., j..] = sum over k of A[i.., k] * B[j.., k]`, by the kernel of the lengths if `P` knows them.
///
/// # Safety
/// As [`products`], of the axes of `P` if it has some.
#[inline(always)]
pub(crate) unsafe fn products_of<T: Scalar, P: StaticProduct>(
    c: *mut T,
    a: *const T,
    b: *const T,
    rows: &Rows<'_>,
) {
    // SAFETY: from the caller.
    unsafe {
        if const { P::AXES.is_some() } {
            constant::product::<T, P>(a, b, c);
        } else {
            products(c, a, b, rows);
        }
    }
}

/// `C[i.., j..] = sum over k of A[i.., k] * B[j.., k]`
///
/// # Safety
/// At every position of the axes the places of A and B can be read, and that of C can be written and belongs to no
/// other position.
pub(crate) unsafe fn products<T: Scalar>(c: *mut T, a: *const T, b: *const T, rows: &Rows<'_>) {
    let &Rows { m, n, k } = rows;
    // SAFETY: the caller's promise.
    unsafe { contract(c, a, b, &Contraction { batch: &[], m, n, k: &[k] }) };
}
