//! The singular value decomposition.
//!
//! Of up to 8 singular values by one-sided Jacobi rotations, of more by reduction to bidiagonal form and the implicit
//! zero-shift QR method. A matrix with more columns than rows is transposed first. Of a matrix with many more rows than
//! columns a QR factorisation is made before, whose R goes on: T. Chan, An improved algorithm for computing the singular
//! value decomposition, ACM Trans. Math. Softw. 8 (1982). The vectors are kept as rows until the end: so each rotation goes
//! along two rows. Values alone come from the same steps, and have the same bits.

use super::Unfinished;
use super::bidiagonal::{self, Bidiagonal};
use super::householder::{qr, times_q_transposed};
use super::one_sided::{normalise, orthogonalise};
use super::ordered::{is_negative, negate, sort};
use super::pivoted::qr_pivoted;
use super::rows::{Rows, RowsRef, exchange, get, put};
use super::scale::{Scale, largest, multiply};
use super::zero_shift::{Sides, zero_shift_qr};
use crate::scalar::Real;

/// Up to so many singular values one-sided rotations are as fast, and more accurate.
const ONE_SIDED: usize = 8;

/// Whether a QR factorisation comes first.
const fn is_long(rows: usize, columns: usize) -> bool {
    columns > ONE_SIDED && rows.saturating_mul(6) > columns.saturating_mul(11)
}

/// Memory to work with, in pieces from which parts are taken: each from the shortest piece that has as many elements.
struct Work<'w, 'a, T>(&'w mut [&'a mut [T]]);

impl<'a, T> Work<'_, 'a, T> {
    #[inline(always)]
    fn take(&mut self, len: usize) -> Option<&'a mut [T]> {
        let piece = self.0.iter_mut().filter(|piece| piece.len() >= len).min_by_key(|piece| piece.len())?;
        let (part, rest) = core::mem::take(piece).split_at_mut_checked(len)?;
        *piece = rest;
        Some(part)
    }
}

/// The singular values of A (m, n), falling in `s` (k), k the smaller of m and n, and of `vectors` the left singular
/// vectors in the columns of the first (m, k), the right ones in the rows of the other (k, n): `A = U diag(s) Vᵀ`. Of each
/// right vector the component of the largest size is positive, of equal ones the first. A is lost. `work` are pieces of
/// memory: two of m n elements, four of k, and one of m and of n each are enough.
///
/// # Errors
/// A NaN or an infinity, before anything is done; no convergence, after 30 sweeps or 6 k² rotations.
///
/// There are at most `MOST` values, for which the code is made.
#[inline(always)]
pub(crate) fn svd<T: Real, const MOST: usize>(
    mut a: Rows<'_, T>,
    s: &mut [T],
    mut vectors: Option<(Rows<'_, T>, Rows<'_, T>)>,
    work: &mut [&mut [T]],
) -> Result<(), Unfinished> {
    let (m, n) = (a.rows(), a.columns());
    let k = m.min(n);
    debug_assert!(s.len() == k, "a value for each row or column");
    let Some(largest) = largest(a.elements_mut().iter().copied()) else {
        return Err(Unfinished { is_finite: false });
    };
    let scale = Scale::to_top(largest);
    multiply(a.elements_mut(), scale.map(|scale| scale.there));
    let mut work = Work(work);
    let (is_wide, mut left, mut right) = (m < n, None, None);
    if let Some((u, vt)) = &mut vectors {
        // The rows of the transposes of both sides of what is decomposed, A or its transpose, in the memory of U and Vᵀ.
        let (u, vt) = (u.reborrow(), vt.reborrow());
        let (long, square) = if is_wide { (vt, u) } else { (u, vt) };
        left = Some(long.in_rows_of(m.max(n)));
        right = Some(square);
    }
    let mut sides = Sides { left, right };
    let tall = if is_wide {
        work.take(m.saturating_mul(n)).map(|copy| {
            let mut transpose = Rows::new(copy, m);
            copy_transposed(a.as_ref(), &mut transpose);
            transpose
        })
    } else {
        Some(a.reborrow())
    };
    if tall.and_then(|tall| decompose::<T, MOST>(tall, s, &mut sides, &mut work)).is_none() {
        return Err(Unfinished { is_finite: true });
    }
    finish(s, &mut sides, is_wide);
    multiply(s, scale.map(|scale| scale.back));
    if let Some((mut u, _)) = vectors {
        if is_wide {
            u.transpose_square();
        } else {
            let mut ut = a.in_rows_of(m);
            ut.elements_mut().iter_mut().zip(u.elements_mut()).for_each(|(x, y)| *x = *y);
            copy_transposed(ut.as_ref(), &mut u);
        }
    }
    Ok(())
}

/// `to = fromᵀ`
#[inline(always)]
fn copy_transposed<T: Real>(from: RowsRef<'_, T>, to: &mut Rows<'_, T>) {
    for (j, row) in to.iter_mut().enumerate() {
        for (i, x) in row.iter_mut().enumerate() {
            *x = from.at(i, j);
        }
    }
}

/// The order and the signs.
#[inline(always)]
fn finish<T: Real>(s: &mut [T], sides: &mut Sides<'_, T>, is_wide: bool) {
    sort(
        s,
        |x, y| x > y,
        |i, k| {
            for rows in [&mut sides.left, &mut sides.right].into_iter().flatten() {
                rows.swap_rows(i, k);
            }
        },
    );
    if let (Some(left), Some(right)) = (&mut sides.left, &mut sides.right) {
        for (x, y) in left.iter_mut().zip(right.iter_mut()) {
            if is_negative(if is_wide { &*x } else { &*y }) {
                negate(x);
                negate(y);
            }
        }
    }
}

/// The same of A (m, n) with m at least n: the values in no order, and the vectors as rows. `None` if it does not converge.
#[inline(always)]
fn decompose<T: Real, const MOST: usize>(
    a: Rows<'_, T>,
    s: &mut [T],
    sides: &mut Sides<'_, T>,
    work: &mut Work<'_, '_, T>,
) -> Option<()> {
    let k = a.columns();
    if k == 0 {
        return Some(());
    }
    if MOST <= 4 || k <= 4 {
        return by_rotations::<T, 4>(a, s, sides, work);
    }
    if MOST <= ONE_SIDED || k <= ONE_SIDED {
        return by_rotations::<T, ONE_SIDED>(a, s, sides, work);
    }
    by_bidiagonal(a, s, sides, work)
}

/// By one-sided rotations of the R of a pivoted QR factorisation, of at most `L` columns.
#[inline(always)]
fn by_rotations<T: Real, const L: usize>(
    mut a: Rows<'_, T>,
    s: &mut [T],
    sides: &mut Sides<'_, T>,
    work: &mut Work<'_, '_, T>,
) -> Option<()> {
    let (m, k) = (a.rows(), a.columns());
    let (tau, v) = (work.take(k)?, work.take(m)?);
    let (mut permutation, [mut left, mut computed]) = ([0; L], [[T::ZERO; L]; 2]);
    let norms = [left.get_mut(..k)?, computed.get_mut(..k)?];
    qr_pivoted(a.reborrow(), tau, permutation.get_mut(..k)?, norms);
    let (mut r, mut g) = ([[T::ZERO; L]; L], [[T::ZERO; L]; L]);
    let (r, g) = (r.get_mut(..k)?, g.get_mut(..k)?);
    for (i, (r, g)) in r.iter_mut().zip(&mut *g).enumerate() {
        put(g, i, T::ONE);
        r.iter_mut().zip(a.row(i)).skip(i).for_each(|(r, x)| *r = *x);
    }
    let wanted = sides.left.is_some();
    if !orthogonalise(r, s, wanted.then_some(&mut *g)) {
        return None;
    }
    s.iter_mut().for_each(|s| *s = s.sqrt());
    if let (Some(left), Some(right)) = (&mut sides.left, &mut sides.right) {
        // Rows of norm zero are completed when all others are there, which are to stand before them.
        sort(
            s,
            |x, y| x > y,
            |i, k| {
                exchange(r, i, k);
                exchange(g, i, k);
            },
        );
        normalise(r, s);
        left.elements_mut().fill(T::ZERO);
        for (i, (r, g)) in r.iter().zip(&*g).enumerate() {
            left.row_mut(i).iter_mut().zip(g).for_each(|(x, g)| *x = *g);
            for (x, &place) in r.iter().zip(permutation.iter().take(k)) {
                right.set(i, place, *x);
            }
        }
        times_q_transposed(a.as_ref(), tau, v, left, false);
    }
    Some(())
}

/// By reduction to bidiagonal form, of R first if there are many rows.
#[inline(always)]
fn by_bidiagonal<T: Real>(
    mut a: Rows<'_, T>,
    s: &mut [T],
    sides: &mut Sides<'_, T>,
    work: &mut Work<'_, '_, T>,
) -> Option<()> {
    let (m, k) = (a.rows(), a.columns());
    let (e, tau, v) = (work.take(k)?, work.take(k)?, work.take(m)?);
    let (left, right) = (work.take(k)?, work.take(k)?);
    let mut b = Bidiagonal { d: s, e, left, right };
    let is_long = is_long(m, k);
    let mut r = if is_long {
        qr(a.reborrow(), tau);
        let mut r = Rows::new(work.take(k.saturating_mul(k))?, k);
        for i in 0..k {
            for j in 0..k {
                r.set(i, j, if j < i { T::ZERO } else { a.at(i, j) });
            }
        }
        r
    } else {
        a.reborrow()
    };
    bidiagonal::reduce(&mut r, &mut b);
    // The left vectors of R, which are shorter, at the beginning of their memory.
    let mut of_r = Sides { left: None, right: None };
    if let (Some(left), Some(right)) = (&mut sides.left, &mut sides.right) {
        let len = r.rows();
        let mut left = Rows::new(left.elements_mut().get_mut(..k.wrapping_mul(len))?, len);
        left.set_identity();
        times_q_transposed(r.as_ref(), b.left, v, &mut left, true);
        bidiagonal::form_right(r.as_ref(), b.right, right);
        of_r = Sides { left: Some(left), right: Some(right.reborrow()) };
    }
    if !zero_shift_qr(b.d, b.e, &mut of_r) {
        return None;
    }
    if let Some(left) = sides.left.as_mut().filter(|_| is_long) {
        widen(left, k);
        times_q_transposed(a.as_ref(), tau, v, left, false);
    }
    Some(())
}

/// A matrix of k rows of k elements becomes one of rows as long as those of `rows`, by zeros.
#[inline(always)]
fn widen<T: Real>(rows: &mut Rows<'_, T>, k: usize) {
    let m = rows.columns();
    let elements = rows.elements_mut();
    // From the last on, so that nothing is written before it is read.
    for i in (0..k).rev() {
        for j in (0..m).rev() {
            let x = if j < k { get(elements, i.wrapping_mul(k).wrapping_add(j)) } else { T::ZERO };
            put(elements, i.wrapping_mul(m).wrapping_add(j), x);
        }
    }
}
