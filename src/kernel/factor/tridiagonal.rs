//! A symmetric matrix becomes tridiagonal, by Householder's reflections.
//!
//! ```text
//! for i = n - 1, .., 2: H = I - tau v vᵀ makes row i zero left of the element beside the diagonal
//!     p = tau A v;  w = p - (tau / 2) (pᵀv) v;  A -= v wᵀ + w vᵀ      the rows before i
//! T = Qᵀ A Q,  Q = H_{n-1} .. H_2
//! ```
//!
//! From the last row up, as A. S. Householder's method is in R. Martin, C. Reinsch, J. Wilkinson, Householder's
//! tridiagonalization of a symmetric matrix, Numer. Math. 11 (1968): so v is a part of a row. With the products and updates
//! of G. Golub, C. Van Loan, *Matrix Computations*, 4th ed. (2013), 8.3.1.
//!
//! All that there is to keep has a place in A: the diagonal of T is on the diagonal, what is beside it above it, v left of
//! it, and tau in the place of the last element of v, which is one.

use super::householder::{Reflector, reflect_row};
use super::rows::{Rows, from, get, put, subtract_scaled};
use crate::kernel::{VecRef, dot};
use crate::scalar::Real;

/// A, of which the lower triangle is read, becomes T and the reflections. `work` are n elements.
#[inline(always)]
pub(super) fn reduce<T: Real>(a: &mut Rows<'_, T>, work: &mut [T]) {
    for i in (1..a.columns()).rev() {
        let (mut above, mut below) = a.reborrow().split_rows(i);
        let before = i.wrapping_sub(1);
        let Some((x, last)) = below.row_mut(0).split_at_mut_checked(before) else { return };
        let Some(last) = last.first_mut() else { return };
        let reflector = Reflector::of_row(*last, x);
        *last = T::ONE;
        if reflector.tau != T::ZERO {
            let v = below.row(0).get(..i).unwrap_or_default();
            update(&mut above, v, reflector.tau, work.get_mut(..i).unwrap_or_default());
        }
        below.set(0, before, reflector.tau);
        above.set(before, i, reflector.beta);
    }
}

/// `A = H A H`, in the lower triangle; `w` takes the vector of the algorithm.
#[inline(always)]
fn update<T: Real>(a: &mut Rows<'_, T>, v: &[T], tau: T, w: &mut [T]) {
    for (j, &vj) in v.iter().enumerate() {
        // Row j of the triangle is a part of row j of A, and of column j.
        let row = a.row(j).get(..j).unwrap_or_default();
        let sum = dot(VecRef::from_slice(row), VecRef::from_slice(v));
        w.iter_mut().zip(row).for_each(|(w, x)| *w = *w + *x * vj);
        put(w, j, sum + a.at(j, j) * vj);
    }
    w.iter_mut().for_each(|w| *w = *w * tau);
    let half = tau / (T::ONE + T::ONE) * dot(VecRef::from_slice(w), VecRef::from_slice(v));
    subtract_scaled(w, half, v);
    for (j, (&vj, &wj)) in v.iter().zip(&*w).enumerate() {
        let row = a.row_mut(j).get_mut(..=j).unwrap_or_default();
        for ((x, v), w) in row.iter_mut().zip(v).zip(&*w) {
            *x = *x - vj * *w - wj * *v;
        }
    }
}

/// Qᵀ, whose rows the iteration turns into eigenvectors; in A the reflections are lost.
#[inline(always)]
pub(super) fn form<T: Real>(a: &mut Rows<'_, T>, qt: &mut Rows<'_, T>) {
    qt.set_identity();
    for i in 2..a.columns() {
        let before = i.wrapping_sub(1);
        let tau = a.at(i, before);
        if tau == T::ZERO {
            continue;
        }
        a.set(i, before, T::ONE);
        let v = a.row(i).get(..i).unwrap_or_default();
        // The other rows are those of the identity still, and v is zero where their one is.
        for r in 0..i {
            reflect_row(qt.row_mut(r).get_mut(..i).unwrap_or_default(), v, tau);
        }
    }
}

/// Takes the diagonal of T out of A, and puts what is beside it into the first row of A.
#[inline(always)]
pub(super) fn gather<T: Real>(a: &mut Rows<'_, T>, diagonal: &mut [T]) {
    for (i, d) in diagonal.iter_mut().enumerate() {
        *d = a.at(i, i);
    }
    for i in 1..a.columns() {
        let before = i.wrapping_sub(1);
        let beside = get(from(a.row(before), i), 0);
        a.set(0, before, beside);
    }
}
