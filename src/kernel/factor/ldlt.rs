//! LDLᵀ factorisation of symmetric matrices that need not be definite, and what is solved by it.
//!
//! ```text
//! while columns are left, the first of them k:
//!     i, w = the row and the size of the largest element of column k below the diagonal
//!     if |a[k, k]| >= alpha w:  the pivot is a[k, k]
//!     else, with p = k at first:
//!         j, v = the column and the size of the largest element of row i beside the diagonal
//!         if |a[i, i]| >= alpha v:  the pivot is a[i, i]
//!         if v = w:                 the pivot is the block of the rows p and i, whose element beside the diagonal is w
//!         p, w, i = i, v, j         and again: w has grown
//!     the rows and columns of the pivot become the first ones
//!     a[i, j] -= l[i, ..] d l[j, ..]    for the rest of the lower triangle
//! ```
//!
//! Rook pivoting: C. Ashcraft, R. G. Grimes, J. G. Lewis, Accurate symmetric indefinite linear equation solvers, SIAM J. Matrix
//! Anal. Appl. 20 (1998), 513-561. It bounds the elements of L. The elimination by a block is that of LAPACK's `sytf2_rook`:
//! all is divided by the element beside the diagonal, so that no determinant leaves the range. Rows of D Lᵀ stand in the upper
//! triangle meanwhile, so that each step runs along rows. The order depends on the elements alone.

use super::rows::{from, from_mut, put, subtract_scaled};
use super::triangular::{solve_unit_lower, solve_unit_lower_transposed};
use super::{Rows, RowsRef};
use crate::scalar::Real;

/// `(1 + sqrt(17)) / 8`, of which one step of a block and two steps of single pivots bound the growth alike.
const ALPHA: f64 = 0.640_388_203_202_207_6;

/// Writes L below the diagonal of `a` (M, M), without its ones, D on the diagonal and on the one above it, and zeros above
/// these; of `a` the triangle above the diagonal is not read. Writes to `exchanges` (M) with what row each row and column
/// changes places, in order.
///
/// The element above the diagonal is zero, unless a block of two rows begins there. A column of zeros has a pivot of zero.
#[inline(always)]
pub(crate) fn ldlt<T: Real>(mut a: Rows<'_, T>, exchanges: &mut [usize]) {
    let n = a.columns();
    let mut take = |a: &mut Rows<'_, T>, k: usize, p: usize| {
        exchange_both(a, k, p);
        put(exchanges, k, p);
    };
    let mut k = 0;
    while k < n {
        match pivot(a.as_ref(), k) {
            Pivot::One(p) => {
                take(&mut a, k, p);
                eliminate(&mut a, k);
                k += 1;
            }
            Pivot::Two(p, q) => {
                take(&mut a, k, p);
                take(&mut a, k + 1, q);
                eliminate_two(&mut a, k);
                k += 2;
            }
        }
    }
}

/// The rows and columns of a pivot: of a number, or of a block of two.
enum Pivot {
    One(usize),
    Two(usize, usize),
}

/// The pivot of what is left from row and column `k` on. Of a block the element beside the diagonal is not zero.
///
/// No comparison holds for a NaN, which is the largest of a column: it ends the search, and is in the pivot or in its rows.
#[inline(always)]
fn pivot<T: Real>(a: RowsRef<'_, T>, k: usize) -> Pivot {
    let alpha = T::from(ALPHA).unwrap_or(T::ONE);
    let (mut i, mut of_column) = largest_beside(a, k, k);
    if of_column == T::ZERO || a.at(k, k).abs() >= alpha * of_column {
        return Pivot::One(k);
    }
    let mut p = k;
    // The largest element grows by each step, so that no row comes twice.
    for _ in k..a.columns() {
        let (j, of_row) = largest_beside(a, k, i);
        if a.at(i, i).abs() >= alpha * of_row {
            return Pivot::One(i);
        }
        let grows = of_row > of_column;
        if !grows {
            break;
        }
        (p, of_column, i) = (i, of_row, j);
    }
    Pivot::Two(p, i)
}

/// Where row `i` of what is left from `first` on has its largest element beside the diagonal, and the size of that: the first
/// NaN, or else the first of the largest ones; and `i` and zero if all are zero.
#[inline(always)]
fn largest_beside<T: Real>(a: RowsRef<'_, T>, first: usize, i: usize) -> (usize, T) {
    let mut largest = (i, T::ZERO);
    for j in (first..a.columns()).filter(|j| *j != i) {
        let x = if j < i { a.at(i, j) } else { a.at(j, i) };
        if x.pivot_key() > largest.1.pivot_key() {
            largest = (j, x.abs());
        }
    }
    largest
}

/// Exchanges rows `k` and `p` and columns `k` and `p` of a symmetric matrix, of which the lower triangle is there; `k <= p`. In
/// the finished columns before `k` these are rows of L.
#[inline(always)]
fn exchange_both<T: Real>(a: &mut Rows<'_, T>, k: usize, p: usize) {
    if k == p {
        return;
    }
    let n = a.columns();
    let (upper, lower) = a.two(k, p);
    upper.iter_mut().zip(lower).take(k).for_each(|(x, y)| core::mem::swap(x, y));
    let mut exchange = |[i, j]: [usize; 2], [l, m]: [usize; 2]| {
        let (x, y) = (a.at(i, j), a.at(l, m));
        a.set(i, j, y);
        a.set(l, m, x);
    };
    exchange([k, k], [p, p]);
    (k + 1..p).for_each(|j| exchange([j, k], [p, j]));
    (p + 1..n).for_each(|i| exchange([i, k], [i, p]));
}

/// One step with the pivot in row `k`.
#[inline(always)]
fn eliminate<T: Real>(a: &mut Rows<'_, T>, k: usize) {
    let pivot = a.at(k, k);
    // Then the column is zero, too.
    let is_zero = pivot == T::ZERO;
    for i in (k + 1..a.columns()).filter(|_| !is_zero) {
        let x = a.at(i, k);
        let l = x / pivot;
        a.set(i, k, l);
        a.set(k, i, x);
        let (row, of_pivot) = a.row_and(i, k);
        subtract_scaled(row.get_mut(k + 1..i + 1).unwrap_or_default(), l, from(of_pivot, k + 1));
    }
    from_mut(a.row_mut(k), k + 1).fill(T::ZERO);
}

/// One step with the block in rows `k` and `k + 1`.
#[inline(always)]
fn eliminate_two<T: Real>(a: &mut Rows<'_, T>, k: usize) {
    let block = Block::Two { first: a.at(k, k), beside: a.at(k + 1, k), last: a.at(k + 1, k + 1) };
    for i in k + 2..a.columns() {
        let (x, y) = (a.at(i, k), a.at(i, k + 1));
        let (l, m) = block.divide(x, y);
        a.set(i, k, l);
        a.set(i, k + 1, m);
        a.set(k, i, x);
        a.set(k + 1, i, y);
        let (pivots, mut below) = a.reborrow().split_rows(i);
        let row = below.row_mut(0).get_mut(k + 2..i + 1).unwrap_or_default();
        let both = from(pivots.row(k), k + 2).iter().zip(from(pivots.row(k + 1), k + 2));
        for (c, (x, y)) in row.iter_mut().zip(both) {
            *c = *c - (l * *x + m * *y);
        }
    }
    // `beside`, which is where L has a zero.
    a.set(k, k + 1, a.at(k + 1, k));
    a.set(k + 1, k, T::ZERO);
    from_mut(a.row_mut(k), k + 2).fill(T::ZERO);
    from_mut(a.row_mut(k + 1), k + 2).fill(T::ZERO);
}

/// A block of D.
#[derive(Clone, Copy)]
pub(crate) enum Block<T> {
    /// Of one row.
    One(T),
    /// Of two rows: the diagonal, and what is beside it.
    Two { first: T, beside: T, last: T },
}

impl<T: Real> Block<T> {
    /// The solution of two rows, the second of which is absent from a block of one row.
    ///
    /// The product of both numbers of the diagonal, divided by `beside`, is less than a half: the divisor is not zero.
    #[inline(always)]
    fn divide(self, x: T, y: T) -> (T, T) {
        match self {
            Block::One(pivot) => (x / pivot, y),
            Block::Two { first, beside, last } => {
                let (first, last) = (first / beside, last / beside);
                let divisor = first * last - T::ONE;
                let (x, y) = (x / beside, y / beside);
                ((last * x - y) / divisor, (first * y - x) / divisor)
            }
        }
    }

    /// The determinant, by factors that are in range where the elements are.
    pub(crate) fn factors(self) -> [T; 3] {
        match self {
            Block::One(pivot) => [pivot, T::ONE, T::ONE],
            Block::Two { first, beside, last } => {
                [beside, beside, (first / beside) * (last / beside) - T::ONE]
            }
        }
    }
}

/// The blocks of D, each with its first row.
#[inline(always)]
pub(crate) fn blocks<T: Real>(a: RowsRef<'_, T>) -> impl Iterator<Item = (usize, Block<T>)> {
    let (n, mut next) = (a.columns(), 0);
    core::iter::from_fn(move || {
        let k = next;
        let beside = if k + 1 < n { a.at(k, k + 1) } else { T::ZERO };
        if k >= n {
            None
        } else if beside == T::ZERO {
            next = k + 1;
            Some((k, Block::One(a.at(k, k))))
        } else {
            next = k + 2;
            Some((k, Block::Two { first: a.at(k, k), beside, last: a.at(k + 1, k + 1) }))
        }
    })
}

/// The first row of a block of D that is singular, if there is one. No block of two rows is.
#[inline(always)]
pub(crate) fn singular_block<T: Real>(a: RowsRef<'_, T>) -> Option<usize> {
    blocks(a).find(|(_, block)| matches!(block, Block::One(pivot) if *pivot == T::ZERO)).map(|(k, _)| k)
}

/// `x = D⁻¹ x` of the factors `a` (M, M); `x` (M, K).
#[inline(always)]
pub(super) fn divide_by_blocks<T: Real>(a: RowsRef<'_, T>, mut x: Rows<'_, T>) {
    for (k, block) in blocks(a) {
        match block {
            Block::One(_) => x.row_mut(k).iter_mut().for_each(|x| (*x, _) = block.divide(*x, T::ZERO)),
            Block::Two { .. } => {
                let (first, second) = x.two(k, k + 1);
                first.iter_mut().zip(second).for_each(|(x, y)| (*x, *y) = block.divide(*x, *y));
            }
        }
    }
}

/// `x = A⁻¹ x` of the factors `a` (M, M) and exchanges of A; `x` (M, K).
#[inline(always)]
pub(crate) fn solve<T: Real>(a: RowsRef<'_, T>, exchanges: &[usize], mut x: Rows<'_, T>) {
    exchanges.iter().enumerate().for_each(|(k, p)| x.swap_rows(k, *p));
    solve_unit_lower(a, x.reborrow());
    divide_by_blocks(a, x.reborrow());
    solve_unit_lower_transposed(a, x.reborrow());
    exchanges.iter().enumerate().rev().for_each(|(k, p)| x.swap_rows(k, *p));
}
