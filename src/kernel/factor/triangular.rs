//! Systems of equations whose matrix is a triangle, of which the other half is not read, and products with one.
//!
//! Each element is `b` less its products in the order of the unknowns as they become known, one after the other, and then
//! divided by the diagonal: the same for one right side as for many. Products are those of one vector, for estimates of norms.

use super::rows::{from, subtract_scaled};
use super::{Rows, RowsRef};
use crate::scalar::Field;

/// The first zero on the diagonal of `a` (M, M), if there is one.
#[inline(always)]
pub(crate) fn zero_on_diagonal<T: Field>(a: RowsRef<'_, T>) -> Option<usize> {
    (0..a.columns()).find(|k| a.at(*k, *k).pivot_size() == num_traits::Zero::zero())
}

/// `x = L⁻¹ x`, of the triangle below the diagonal of `l` (M, M), with ones on the diagonal; `x` (M, K).
#[inline(always)]
pub(crate) fn solve_unit_lower<T: Field>(l: RowsRef<'_, T>, x: Rows<'_, T>) {
    lower(l, x, |x, _| x);
}

/// `x = L⁻¹ x`, of the triangle on and below the diagonal of `l` (M, M); `x` (M, K).
#[inline(always)]
pub(crate) fn solve_lower<T: Field>(l: RowsRef<'_, T>, x: Rows<'_, T>) {
    lower(l, x, |x, k| x.divide(l.at(k, k)));
}

/// The same with what is done to element `k` when all before it are known.
#[inline(always)]
fn lower<T: Field>(l: RowsRef<'_, T>, mut x: Rows<'_, T>, finished: impl Fn(T, usize) -> T) {
    let n = l.columns();
    if x.columns() == 1 {
        // Down the columns: each step subtracts from all elements below.
        let mut x = x.elements_mut();
        let mut k = 0;
        while let Some((first, below)) = x.split_first_mut() {
            *first = finished(*first, k);
            for (i, x) in below.iter_mut().enumerate() {
                *x = x.minus(l.at(k + 1 + i, k).times(*first));
            }
            (x, k) = (below, k + 1);
        }
        return;
    }
    for i in 0..n {
        for k in 0..i {
            let (row, above) = x.row_and(i, k);
            subtract_scaled(row, l.at(i, k), above);
        }
        x.row_mut(i).iter_mut().for_each(|x| *x = finished(*x, i));
    }
}

/// `x = U⁻¹ x`, of the triangle on and above the diagonal of `u` (M, M); `x` (M, K).
#[inline(always)]
pub(crate) fn solve_upper<T: Field>(u: RowsRef<'_, T>, mut x: Rows<'_, T>) {
    let n = u.columns();
    if x.columns() == 1 {
        let mut x = x.elements_mut();
        while let Some((last, above)) = x.split_last_mut() {
            let k = above.len();
            *last = last.divide(u.at(k, k));
            for (i, x) in above.iter_mut().enumerate() {
                *x = x.minus(u.at(i, k).times(*last));
            }
            x = above;
        }
        return;
    }
    for i in (0..n).rev() {
        for k in (i + 1..n).rev() {
            let (row, below) = x.row_and(i, k);
            subtract_scaled(row, u.at(i, k), below);
        }
        let pivot = u.at(i, i);
        x.row_mut(i).iter_mut().for_each(|x| *x = x.divide(pivot));
    }
}

/// `x = L⁻ᵀ x`, of the triangle on and below the diagonal of `l` (M, M); `x` (M, K).
#[inline(always)]
pub(crate) fn solve_lower_transposed<T: Field>(l: RowsRef<'_, T>, x: Rows<'_, T>) {
    lower_transposed(l, x, |x, k| x.divide(l.at(k, k)));
}

/// `x = L⁻ᵀ x`, of the triangle below the diagonal of `l` (M, M), with ones on the diagonal; `x` (M, K).
#[inline(always)]
pub(super) fn solve_unit_lower_transposed<T: Field>(l: RowsRef<'_, T>, x: Rows<'_, T>) {
    lower_transposed(l, x, |x, _| x);
}

/// The same with what is done to element `k` when all after it are known.
#[inline(always)]
fn lower_transposed<T: Field>(l: RowsRef<'_, T>, mut x: Rows<'_, T>, finished: impl Fn(T, usize) -> T) {
    let n = l.columns();
    if x.columns() == 1 {
        let mut x = x.elements_mut();
        while let Some((last, above)) = x.split_last_mut() {
            let k = above.len();
            *last = finished(*last, k);
            subtract_scaled(above, *last, l.row(k));
            x = above;
        }
        return;
    }
    for i in (0..n).rev() {
        for k in (i + 1..n).rev() {
            let (row, below) = x.row_and(i, k);
            subtract_scaled(row, l.at(k, i), below);
        }
        x.row_mut(i).iter_mut().for_each(|x| *x = finished(*x, i));
    }
}

/// `x = U⁻ᵀ x`, of the triangle on and above the diagonal of `u` (M, M); `x` (M).
#[inline]
pub(super) fn solve_upper_transposed<T: Field>(u: RowsRef<'_, T>, mut x: &mut [T]) {
    let mut k = 0;
    while let Some((first, below)) = x.split_first_mut() {
        *first = first.divide(u.at(k, k));
        subtract_scaled(below, *first, from(u.row(k), k + 1));
        (x, k) = (below, k + 1);
    }
}

/// `x = L x`, of the triangle below the diagonal of `l` (M, M), with this diagonal; `x` (M).
#[inline]
pub(super) fn multiply_lower<T: Field>(l: RowsRef<'_, T>, diagonal: impl Fn(usize) -> T, mut x: &mut [T]) {
    while let Some((last, above)) = x.split_last_mut() {
        let k = above.len();
        let products = l.row(k).iter().zip(&*above).map(|(l, x)| l.times(*x));
        *last = products.fold(last.times(diagonal(k)), |sum, product| sum.plus(product));
        x = above;
    }
}

/// `x = Lᵀ x`, of the same.
#[inline]
pub(super) fn multiply_lower_transposed<T: Field>(
    l: RowsRef<'_, T>,
    diagonal: impl Fn(usize) -> T,
    x: &mut [T],
) {
    for k in 0..l.columns() {
        let Some((last, above)) = x.get_mut(..k + 1).and_then(|x| x.split_last_mut()) else { return };
        above.iter_mut().zip(l.row(k)).for_each(|(x, l)| *x = x.plus(l.times(*last)));
        *last = last.times(diagonal(k));
    }
}

/// `x = U x`, of the triangle on and above the diagonal of `u` (M, M); `x` (M).
#[inline]
pub(super) fn multiply_upper<T: Field>(u: RowsRef<'_, T>, mut x: &mut [T]) {
    let mut k = 0;
    while let Some((first, below)) = x.split_first_mut() {
        let products = from(u.row(k), k + 1).iter().zip(&*below).map(|(u, x)| u.times(*x));
        *first = products.fold(first.times(u.at(k, k)), |sum, product| sum.plus(product));
        (x, k) = (below, k + 1);
    }
}

/// `x = Uᵀ x`, of the same.
#[inline]
pub(super) fn multiply_upper_transposed<T: Field>(u: RowsRef<'_, T>, x: &mut [T]) {
    for k in (0..u.columns()).rev() {
        let Some((first, below)) = x.get_mut(k..).and_then(|x| x.split_first_mut()) else { return };
        below.iter_mut().zip(from(u.row(k), k + 1)).for_each(|(x, u)| *x = x.plus(u.times(*first)));
        *first = first.times(u.at(k, k));
    }
}
