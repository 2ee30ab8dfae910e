//! LU factorisation with partial pivoting, and what is solved by it.
//!
//! ```text
//! for each panel of 8 columns:
//!     for each column k of it:
//!         the row with the largest element in it, of those from k on, becomes row k
//!         l[i, k] = a[i, k] / a[k, k],  a[i, j] -= l[i, k] a[k, j]    for the rows below, within the panel
//!     the rows of the panel are finished right of it, by the same steps
//!     C -= L U                                                       for all below and right of it: sums of 8 products
//! the last panel, of at most 8 rows and columns, is a matrix of its own, which stands in registers
//! ```
//!
//! N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed. (2002), 9.3 and 13.1. The order depends on the
//! lengths alone, and a sum has at most 8 terms, one after the other: the bits are the same on every CPU.

use super::known::{Known, Last, is_at_most};
use super::rows::{from, from_mut, get, put, subtract_scaled};
use super::small::{self, by_rows, each_of};
use super::{Rows, RowsRef};
use crate::scalar::Field;

/// The columns of a panel.
pub(super) const PANEL: usize = 8;

/// Writes L below the diagonal of `a` (M, M), without its ones, and U on and above it; calls `exchange` with each pair of
/// rows that change places, in order. Returns the first column without a pivot, if there is one: all from there on are
/// factorised, too.
///
/// A NaN is the largest of a column, the first one wins, and a multiplier of zero is not left out.
#[inline(always)]
pub(crate) fn lu<T: Field, K: Known>(
    mut a: Rows<'_, T>,
    mut exchange: impl FnMut(usize, usize),
) -> Option<usize> {
    let n = a.columns();
    let (mut start, mut without_pivot) = (0, None);
    while const { !is_at_most::<K>(PANEL) } && start + PANEL < n {
        each_of!(PANEL, |c| {
            if !eliminate::<T, PANEL>(a.reborrow(), start, c, &mut exchange) {
                without_pivot = without_pivot.or(Some(start + c));
            }
        }, 0 1 2 3 4 5 6 7);
        finish_panel(a.reborrow(), start, start + PANEL);
        start += PANEL;
    }
    without_pivot.or(last_rows::<T, K>(a, start, exchange))
}

/// The rows and columns from `start` on, of which there is a panel at most: as a matrix of its own.
#[inline(always)]
fn last_rows<T: Field, K: Known>(
    mut a: Rows<'_, T>,
    start: usize,
    mut exchange: impl FnMut(usize, usize),
) -> Option<usize> {
    let w = a.columns() - start;
    let (mut block, mut places) = ([T::ZERO; PANEL * PANEL], [0, 1, 2, 3, 4, 5, 6, 7]);
    let is_apart = const { !is_at_most::<K>(PANEL) } && start > 0;
    let elements = if const { is_at_most::<K>(PANEL) } || !is_apart {
        a.elements_mut()
    } else {
        load_square(a.as_ref(), start, &mut block)
    };
    let without_pivot = by_rows!(Last<K, PANEL>: w, N => small::lu::<T, N>(elements, |i, k| put(&mut places, i, k)), else None);
    for (i, k) in places.into_iter().enumerate().take(w).filter(|(i, k)| i != k) {
        if is_apart {
            a.swap_rows(start + i, start + k);
        }
        exchange(start + i, start + k);
    }
    if const { !is_at_most::<K>(PANEL) } && is_apart {
        store_square(&block, start, a);
    }
    without_pivot.map(|k| start + k)
}

/// The rows and columns of `a` from `start` on, copied to the first elements of `block`, which are returned.
#[inline(always)]
pub(super) fn load_square<'b, T: Field>(a: RowsRef<'_, T>, start: usize, block: &'b mut [T]) -> &'b mut [T] {
    let w = a.columns() - start;
    for (i, row) in block.chunks_exact_mut(w.max(1)).enumerate().take(w) {
        row.iter_mut().zip(from(a.row(start + i), start)).for_each(|(to, from)| *to = *from);
    }
    block.get_mut(..w * w).unwrap_or_default()
}

/// The same written back.
#[inline(always)]
pub(super) fn store_square<T: Field>(block: &[T], start: usize, mut a: Rows<'_, T>) {
    let w = a.columns() - start;
    for (i, row) in block.chunks_exact(w.max(1)).enumerate().take(w) {
        from_mut(a.row_mut(start + i), start).iter_mut().zip(row).for_each(|(to, from)| *to = *from);
    }
}

/// Column `c` of a panel of W columns from `start` on: the pivot is found, and eliminates all below within the panel.
/// Returns whether there is one.
#[inline(always)]
fn eliminate<T: Field, const W: usize>(
    mut a: Rows<'_, T>,
    start: usize,
    c: usize,
    mut exchange: impl FnMut(usize, usize),
) -> bool {
    let k = start + c;
    let mut largest = (k, a.at(k, k).pivot_key());
    for (i, row) in a.as_ref().iter().enumerate().skip(k + 1) {
        let key = get(row, k).pivot_key();
        if key > largest.1 {
            largest = (i, key);
        }
    }
    if largest.0 != k {
        a.swap_rows(k, largest.0);
        exchange(k, largest.0);
    }
    let pivot = a.at(k, k);
    if largest.1 == 0 {
        return false;
    }
    let reciprocal = pivot.reciprocal();
    let Some(row) = from(a.row(k), start).first_chunk::<W>().copied() else { return true };
    for below in a.iter_mut().skip(k + 1) {
        let Some(x) = from_mut(below, start).first_chunk_mut::<W>() else { continue };
        let l = match reciprocal {
            Some(reciprocal) => small::element(x, c).times(reciprocal),
            None => small::element(x, c).divide(pivot),
        };
        for (j, (x, of_pivot)) in x.iter_mut().zip(row).enumerate() {
            if j == c {
                *x = l;
            } else if j > c {
                *x = x.minus(l.times(of_pivot));
            }
        }
    }
    true
}

/// The rows of a panel right of it, and then all below and right of it.
#[inline(always)]
fn finish_panel<T: Field>(mut a: Rows<'_, T>, start: usize, end: usize) {
    for i in start + 1..end {
        for k in start..i {
            let (row, above) = a.row_and(i, k);
            let l = row.get(k).copied().unwrap_or(T::ZERO);
            subtract_scaled(from_mut(row, end), l, from(above, end));
        }
    }
    let (panel, mut below) = a.split_rows(end);
    let u = core::array::from_fn::<_, PANEL, _>(|k| from(panel.row(start + k), end));
    for row in below.iter_mut() {
        let Some((l, row)) = row.split_at_mut_checked(end) else { continue };
        if let Some(l) = from(l, start).first_chunk() {
            subtract_sums(row, l, u);
        }
    }
}

/// `c[j] -= sum over k of l[k] u[k][j]`
#[inline(always)]
pub(super) fn subtract_sums<T: Field>(c: &mut [T], l: &[T; PANEL], u: [&[T]; PANEL]) {
    let [u0, u1, u2, u3, u4, u5, u6, u7] = u;
    let [l0, l1, l2, l3, l4, l5, l6, l7] = *l;
    let u = u0.iter().zip(u1).zip(u2.iter().zip(u3)).zip(u4.iter().zip(u5).zip(u6.iter().zip(u7)));
    for (c, (((u0, u1), (u2, u3)), ((u4, u5), (u6, u7)))) in c.iter_mut().zip(u) {
        let sum = l0.times(*u0).plus(l1.times(*u1)).plus(l2.times(*u2)).plus(l3.times(*u3));
        let sum = sum.plus(l4.times(*u4)).plus(l5.times(*u5)).plus(l6.times(*u6)).plus(l7.times(*u7));
        *c = c.minus(sum);
    }
}

/// Up to so many rows there can be a closed form.
pub(super) const FEW: usize = 4;

/// `x = A⁻¹ x` of `a` (M, M), up to 8 rows, which is destroyed, and `x` (M, K). Returns the first column without a pivot, if
/// there is one; `x` is then not a solution.
#[inline(always)]
pub(super) fn solve<T: Field, K: Known>(mut a: Rows<'_, T>, x: Rows<'_, T>) -> Option<usize> {
    by_rows!(K: a.columns(), N => small::solve::<T, N>(a.elements_mut(), x), else None)
}

/// The same of up to [`FEW`] rows.
#[inline(always)]
pub(super) fn solve_of_few<T: Field, K: Known>(mut a: Rows<'_, T>, x: Rows<'_, T>) -> Option<usize> {
    by_rows!(few K: a.columns(), N => small::solve::<T, N>(a.elements_mut(), x), else None)
}

/// `x = A⁻¹` of `a` (M, M), up to 8 rows, which is destroyed. Returns the first column without a pivot, if there is one; `x`
/// is then no inverse.
#[inline(always)]
pub(super) fn inverse<T: Field, K: Known>(mut a: Rows<'_, T>, mut x: Rows<'_, T>) -> Option<usize> {
    by_rows!(K: a.columns(), N => small::inverse::<T, N>(a.elements_mut(), x.elements_mut()), else None)
}

/// The same of up to [`FEW`] rows.
#[inline(always)]
pub(super) fn inverse_of_few<T: Field, K: Known>(mut a: Rows<'_, T>, mut x: Rows<'_, T>) -> Option<usize> {
    by_rows!(few K: a.columns(), N => small::inverse::<T, N>(a.elements_mut(), x.elements_mut()), else None)
}
