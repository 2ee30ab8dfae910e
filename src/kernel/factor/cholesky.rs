//! Cholesky factorisation, and the same after a change of rank one.
//!
//! As LU without exchanges, of the lower triangle alone: the rows of Lᵀ stand in the upper triangle meanwhile, so that each
//! step runs along rows. N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed. (2002), 10.1. Elements of
//! L are divided by the diagonal. The order depends on the lengths alone.

use super::Rows;
use super::givens::Rotation;
use super::known::{Known, Last, is_at_most};
use super::lu::{PANEL, load_square, store_square, subtract_sums};
use super::rows::{from, from_mut, put};
use super::small::{self, by_rows, each_of};
use crate::scalar::Real;

/// Writes L on and below the diagonal of `a` (M, M), of which the triangle above it is not read, and zeros above. Returns the
/// first column whose pivot is not positive, if there is one; `a` is then no factor.
#[inline(always)]
pub(crate) fn cholesky<T: Real, K: Known>(mut a: Rows<'_, T>) -> Option<usize> {
    let n = a.columns();
    let mut start = 0;
    while const { !is_at_most::<K>(PANEL) } && start + PANEL < n {
        let end = start + PANEL;
        each_of!(PANEL, |c| {
            if !column::<T, PANEL>(a.reborrow(), start, c) {
                return Some(start + c);
            }
        }, 0 1 2 3 4 5 6 7);
        // The rows of Lᵀ right of the panel.
        for i in end..n {
            (start..end).for_each(|k| a.set(k, i, a.at(i, k)));
        }
        let (panel, mut below) = a.reborrow().split_rows(end);
        let u = core::array::from_fn::<_, PANEL, _>(|k| from(panel.row(start + k), end));
        for (i, row) in below.iter_mut().enumerate() {
            let Some((l, row)) = row.split_at_mut_checked(end) else { continue };
            if let (Some(l), Some(row)) = (from(l, start).first_chunk(), row.get_mut(..=i)) {
                subtract_sums(row, l, u);
            }
        }
        start = end;
    }
    // The rows and columns from here on as a matrix of their own.
    let mut block = [T::zero(); PANEL * PANEL];
    let elements = if const { is_at_most::<K>(PANEL) } || start == 0 {
        a.elements_mut()
    } else {
        load_square(a.as_ref(), start, &mut block)
    };
    let not_positive = by_rows!(Last<K, PANEL>: n - start, N => small::cholesky::<T, N>(elements), else None);
    if const { !is_at_most::<K>(PANEL) } && start > 0 {
        store_square(&block, start, a.reborrow());
        for (i, row) in a.iter_mut().enumerate().take(start) {
            row.get_mut(i + 1..).unwrap_or_default().fill(T::zero());
        }
    }
    not_positive.map(|k| start + k)
}

/// Column `c` of a panel of W columns from `start` on, and what it leaves of the others within the panel. Returns whether its
/// pivot is positive.
#[inline(always)]
fn column<T: Real, const W: usize>(a: Rows<'_, T>, start: usize, c: usize) -> bool {
    let (_, mut panel) = a.split_rows(start);
    let pivot = panel.at(c, start + c);
    // NaN is not greater, either.
    let is_positive = pivot > T::zero();
    if !is_positive {
        return false;
    }
    let root = pivot.sqrt();
    panel.set(c, start + c, root);
    // Column c of L within the panel, as it becomes known.
    let mut column = [T::zero(); W];
    let (mut square, mut below) = panel.split_rows(W);
    for (i, row) in square.iter_mut().enumerate().skip(c + 1) {
        let Some(x) = from_mut(row, start).first_chunk_mut::<W>() else { continue };
        let l = small::element(x, c) / root;
        put(x, c, l);
        put(&mut column, i, l);
        // The columns after c, up to the diagonal.
        for (j, (x, of_column)) in x.iter_mut().zip(column).enumerate() {
            if j > c && j <= i {
                *x = *x - l * of_column;
            }
        }
    }
    for row in below.iter_mut() {
        let Some(x) = from_mut(row, start).first_chunk_mut::<W>() else { continue };
        let l = small::element(x, c) / root;
        for (j, (x, of_column)) in x.iter_mut().zip(column).enumerate() {
            if j == c {
                *x = l;
            } else if j > c {
                *x = *x - l * of_column;
            }
        }
    }
    true
}

/// Makes L of A that of `A + x xᵀ`; `x` (M) is destroyed. By rotations: G. H. Golub, C. F. Van Loan, *Matrix Computations*,
/// 4th ed. (2013), 6.5.4.
#[inline(always)]
pub(crate) fn update<T: Real>(mut l: Rows<'_, T>, mut x: &mut [T]) {
    let mut k = 0;
    while let Some((first, below)) = x.split_first_mut() {
        let Rotation { root, c, s } = Rotation::of(l.at(k, k), *first);
        l.set(k, k, root);
        for (i, x) in below.iter_mut().enumerate() {
            let own = l.at(k + 1 + i, k);
            l.set(k + 1 + i, k, c * own + s * *x);
            *x = c * *x - s * own;
        }
        (x, k) = (below, k + 1);
    }
}

/// Makes L of A that of `A - x xᵀ`; `x` (M) is destroyed. Returns the first column whose pivot is not positive, if there is
/// one; `l` is then no factor. By hyperbolic rotations in mixed form: A. W. Bojanczyk, R. P. Brent, P. Van Dooren, F. R. de
/// Hoog, A note on downdating the Cholesky factorization, SIAM J. Sci. Stat. Comput. 8 (1987).
#[inline(always)]
pub(crate) fn downdate<T: Real>(mut l: Rows<'_, T>, mut x: &mut [T]) -> Option<usize> {
    let mut k = 0;
    while let Some((first, below)) = x.split_first_mut() {
        let d = l.at(k, k);
        let s = *first / d;
        let squared = (T::one() - s) * (T::one() + s);
        // NaN is not greater, either.
        let is_positive = squared > T::zero();
        if !is_positive {
            return Some(k);
        }
        let c = squared.sqrt();
        l.set(k, k, c * d);
        for (i, x) in below.iter_mut().enumerate() {
            let own = (l.at(k + 1 + i, k) - s * *x) / c;
            l.set(k + 1 + i, k, own);
            *x = c * *x - s * own;
        }
        (x, k) = (below, k + 1);
    }
    None
}
