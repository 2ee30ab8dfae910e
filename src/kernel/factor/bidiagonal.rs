//! A matrix becomes upper bidiagonal, by Householder's reflections from both sides.
//!
//! ```text
//! for k: H_k makes column k zero below the diagonal, G_k row k right of the element beside the diagonal
//! B = Qᵀ A P,  Q = H_0 H_1 ..,  P = G_0 G_1 ..
//! ```
//!
//! G. Golub, W. Kahan, Calculating the singular values and pseudo-inverse of a matrix, SIAM J. Numer. Anal. 2 (1965); G.
//! Golub, C. Van Loan, *Matrix Computations*, 4th ed. (2013), 5.4.8.

use super::householder::{Reflector, eliminate, reflect_row};
use super::rows::{Rows, RowsRef, from, from_mut, get, put};
use crate::scalar::Real;

/// What is beside A when it is bidiagonal: the diagonals, and the factors of the reflections.
pub(super) struct Bidiagonal<'a, T> {
    /// The diagonal.
    pub(super) d: &'a mut [T],
    /// What is above it, one element less.
    pub(super) e: &'a mut [T],
    /// The factors of the reflections of columns.
    pub(super) left: &'a mut [T],
    /// And of rows.
    pub(super) right: &'a mut [T],
}

/// A (m, n), m at least n, becomes the vectors of the reflections: those of columns below the diagonal, without their first
/// elements, which are one; those of rows right of it, with them.
#[inline(always)]
pub(super) fn reduce<T: Real>(a: &mut Rows<'_, T>, b: &mut Bidiagonal<'_, T>) {
    for k in 0..a.columns() {
        put(b.left, k, eliminate(a, k));
        put(b.d, k, a.at(k, k));
        let (next, (mut upper, mut lower)) = (k.wrapping_add(1), a.reborrow().split_rows(k.wrapping_add(1)));
        let Some((first, x)) = from_mut(upper.row_mut(k), next).split_first_mut() else { return };
        let reflector = Reflector::of_row(*first, x);
        *first = T::ONE;
        put(b.right, k, reflector.tau);
        put(b.e, k, reflector.beta);
        if reflector.tau != T::ZERO {
            let v = from(upper.row(k), next);
            lower.iter_mut().for_each(|row| reflect_row(from_mut(row, next), v, reflector.tau));
        }
    }
}

/// Pᵀ (n, n)
#[inline(always)]
pub(super) fn form_right<T: Real>(a: RowsRef<'_, T>, factors: &[T], pt: &mut Rows<'_, T>) {
    pt.set_identity();
    for k in (0..a.columns()).rev() {
        let (next, tau) = (k.wrapping_add(1), get(factors, k));
        if tau == T::ZERO || next >= a.columns() {
            continue;
        }
        // The rows before have no element from column k + 1 on yet.
        for r in next..a.columns() {
            reflect_row(from_mut(pt.row_mut(r), next), from(a.row(k), next), tau);
        }
    }
}
