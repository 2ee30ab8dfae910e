//! The QR factorisation with column pivoting: of the columns left the one of the largest norm comes next.
//!
//! ```text
//! for k: exchange column k with the one of the largest norm below row k; eliminate it; norms: ν_j² -= r_kj²
//! ```
//!
//! P. Businger, G. Golub, Linear least squares solutions by Householder transformations, Numer. Math. 7 (1965). What is
//! left of a norm after such differences may be rounding alone; so it is computed anew when too little is left: Z. Drmac,
//! Z. Bujanovic, On the failure of rank-revealing QR factorization software, ACM Trans. Math. Softw. 35 (2008), section 4.

use super::householder::{column_norm, eliminate};
use super::rows::{Rows, exchange, get, put};
use crate::scalar::Real;

/// A (m, n) becomes R and the vectors of Q in A P = Q R, as by `qr`; `permutation` (n) says which column of A each column
/// of A P is. Both lists of norms are n elements to
/// work with.
#[inline(always)]
pub(crate) fn qr_pivoted<T: Real>(
    mut a: Rows<'_, T>,
    tau: &mut [T],
    permutation: &mut [usize],
    [left, computed]: [&mut [T]; 2],
) {
    let (rows, columns) = (a.rows(), a.columns());
    debug_assert!(tau.len() >= rows.min(columns) && permutation.len() >= columns, "results for each column");
    debug_assert!(left.len() >= columns && computed.len() >= columns, "two norms for each column");
    permutation.iter_mut().enumerate().for_each(|(j, place)| *place = j);
    // The norm of what is left of each column, and of what was left when that was last computed from the elements.
    for (j, (left, computed)) in left.iter_mut().zip(&mut *computed).enumerate() {
        *left = column_norm(&a, j, 0..rows);
        *computed = *left;
    }
    for (k, tau) in tau.iter_mut().take(rows.min(columns)).enumerate() {
        let pivot = first_of_largest(left, k);
        if pivot != k {
            a.swap_columns(k, pivot);
            exchange(permutation, k, pivot);
            put(left, pivot, get(left, k));
            put(computed, pivot, get(computed, k));
        }
        *tau = eliminate(&mut a, k);
        let below = k.wrapping_add(1);
        for (j, (left, computed)) in left.iter_mut().zip(&mut *computed).enumerate().skip(below) {
            downdate(&a, [k, j], left, computed);
        }
    }
}

/// The place of the largest norm from `k` on, of equal ones the first.
#[inline(always)]
pub(super) fn first_of_largest<T: Real>(norms: &[T], k: usize) -> usize {
    let mut largest = (k, get(norms, k));
    for (j, &norm) in norms.iter().enumerate().skip(k) {
        if norm > largest.1 {
            largest = (j, norm);
        }
    }
    largest.0
}

/// Takes row `k` out of the norm of column `j`.
#[inline(always)]
fn downdate<T: Real>(a: &Rows<'_, T>, [k, j]: [usize; 2], left: &mut T, computed: &mut T) {
    if *left == T::ZERO {
        return;
    }
    let part = a.at(k, j).abs() / *left;
    let rest = (T::ONE - part * part).max(T::ZERO);
    let fall = *left / *computed;
    if rest * (fall * fall) <= T::epsilon().sqrt() {
        *left = column_norm(a, j, k.wrapping_add(1)..a.rows());
        *computed = *left;
    } else {
        *left = *left * rest.sqrt();
    }
}
