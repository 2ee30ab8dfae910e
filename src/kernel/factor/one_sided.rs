//! The singular values of a small matrix by one-sided Jacobi rotations.
//!
//! ```text
//! A P = Q R, with column pivoting;  rotations of the rows of R until they are orthogonal: Gᵀ R = S Wᵀ
//! A = (Q G) S (P W)ᵀ
//! ```
//!
//! Rows of R, which are the columns of its transpose, are nearly orthogonal, and of falling norm, already. Their norms are
//! the singular values, right to nearly all digits even where columns of A differ much in size. J. Demmel, K. Veselic,
//! Jacobi's method is more accurate than QR, SIAM J. Matrix Anal. Appl. 13 (1992); Z. Drmac, K. Veselic, New fast and
//! accurate Jacobi SVD algorithm I, SIAM J. Matrix Anal. Appl. 29 (2008).
//!
//! No row is in two pairs of a round, so that the processor turns them at once: R. Brent, F. Luk, The solution of
//! singular-value and symmetric eigenvalue problems on multiprocessor arrays, SIAM J. Sci. Stat. Comput. 6 (1985).

use super::rows::{get, put, subtract_scaled};
use crate::scalar::Real;

/// So many sweeps are never needed: three to six are.
const SWEEPS: usize = 30;

/// Turns the rows of R until they are orthogonal, and those of `g` with them; `squares` takes those of their norms. Behind
/// the last column of R stand zeros. False if the sweeps do not suffice.
#[inline(always)]
pub(super) fn orthogonalise<T: Real, const L: usize>(
    r: &mut [[T; L]],
    squares: &mut [T],
    mut g: Option<&mut [[T; L]]>,
) -> bool {
    let k = r.len();
    let limit = T::epsilon() * T::from(k).unwrap_or(T::ONE);
    // Of an odd number of rows one rests in each round, the one that would meet row k.
    let last = k.div_ceil(2).wrapping_mul(2).saturating_sub(1);
    for _ in 0..SWEEPS {
        let mut rests = true;
        for (row, square) in r.iter_mut().zip(&mut *squares) {
            *square = square_of(row);
        }
        // Each row meets each other one once: row `last` stands still, the others go around.
        for round in 0..last {
            for i in 0..k.div_ceil(2) {
                let (p, q) = if i == 0 {
                    (last, round)
                } else {
                    (around(round, i, last), around(round, last.wrapping_sub(i), last))
                };
                let Ok([x, y]) = r.get_disjoint_mut([p.min(q), p.max(q)]) else { continue };
                let (p, q) = (p.min(q), p.max(q));
                let (cross, both) = (dot(x, y), [get(squares, p), get(squares, q)]);
                // The square of the cosine, times one of both. A row of zeros is orthogonal to all.
                if both[0] == T::ZERO || cross / both[0] * cross <= limit * limit * both[1] {
                    continue;
                }
                rests = false;
                let turn = Turn::of(cross, both);
                turn.rotate(x, y);
                put(squares, p, changed(both[0], -turn.change, x));
                put(squares, q, changed(both[1], turn.change, y));
                if let Some(Ok([x, y])) = g.as_mut().map(|g| g.get_disjoint_mut([p, q])) {
                    turn.rotate(x, y);
                }
            }
        }
        if rests {
            return true;
        }
    }
    false
}

/// The i-th row after another of `n` that stand in a circle.
#[inline(always)]
fn around(row: usize, i: usize, n: usize) -> usize {
    let place = row.wrapping_add(i);
    if place >= n { place.wrapping_sub(n) } else { place }
}

/// A square after a change; computed anew if what is left may be rounding alone.
#[inline(always)]
fn changed<T: Real, const L: usize>(square: T, change: T, row: &mut [T; L]) -> T {
    let new = square + change;
    if new > square * T::epsilon().sqrt() { new } else { square_of(row) }
}

/// The rotation after which two vectors are orthogonal: they become `c x - s y` and `s x + c y`.
#[derive(Clone, Copy)]
struct Turn<T> {
    c: T,
    s: T,
    /// What the square of the first one loses, and that of the second wins.
    change: T,
}

impl<T: Real> Turn<T> {
    /// That of two vectors with this product and these squares.
    #[inline(always)]
    fn of(cross: T, [x, y]: [T; 2]) -> Self {
        let ratio = (y - x) / (cross + cross);
        let (size, square) = (ratio.abs(), ratio * ratio);
        // What is as large as the root of the largest number is large beside one.
        let t = T::ONE / if square.is_finite() { size + (T::ONE + square).sqrt() } else { size + size };
        let t = if ratio < T::ZERO { -t } else { t };
        let c = T::ONE / (T::ONE + t * t).sqrt();
        Turn { c, s: c * t, change: t * cross }
    }

    #[inline(always)]
    fn rotate<const L: usize>(&self, x: &mut [T; L], y: &mut [T; L]) {
        for (x, y) in x.iter_mut().zip(y) {
            (*x, *y) = (self.c * *x - self.s * *y, self.s * *x + self.c * *y);
        }
    }
}

/// The square of the norm. A row whose square is no normal number becomes zero: beside the largest element, which is at the
/// top of the range, it is nothing.
#[inline(always)]
fn square_of<T: Real, const L: usize>(row: &mut [T; L]) -> T {
    let square = dot(row, row);
    if square < T::min_positive_value() / T::epsilon() {
        *row = [T::ZERO; L];
        return T::ZERO;
    }
    square
}

/// The dot of 4 or 8 elements, in the order of `kernel::dot`: by halves.
#[inline(always)]
fn dot<T: Real, const L: usize>(x: &[T; L], y: &[T; L]) -> T {
    let mut sums = [-T::ZERO; 4];
    for (x, y) in x.as_chunks::<4>().0.iter().zip(y.as_chunks::<4>().0) {
        for ((sum, x), y) in sums.iter_mut().zip(x).zip(y) {
            *sum = *sum + *x * *y;
        }
    }
    let [a, b, c, d] = sums;
    (a + c) + (b + d)
}

/// Divides rows by their norms, which fall, and puts unit vectors orthogonal to all others into those of norm zero. As many
/// columns count as there are rows.
#[inline(always)]
pub(super) fn normalise<T: Real, const L: usize>(rows: &mut [[T; L]], norms: &[T]) {
    for (i, &norm) in norms.iter().enumerate() {
        match rows.get_mut(i) {
            Some(row) if norm != T::ZERO => row.iter_mut().for_each(|x| *x = *x / norm),
            _ => complete(rows, i),
        }
    }
}

/// Row i becomes what is left of a unit vector without its parts along the rows before. The vector is that of which most is
/// left; twice is enough: B. Parlett, *The Symmetric Eigenvalue Problem* (1980), 6-9.
#[inline(always)]
fn complete<T: Real, const L: usize>(rows: &mut [[T; L]], i: usize) {
    let columns = rows.len();
    let Some((before, [row, ..])) = rows.split_at_mut_checked(i) else { return };
    let mut parts = [T::ZERO; L];
    for other in &*before {
        parts.iter_mut().zip(other).for_each(|(part, x)| *part = *part + *x * *x);
    }
    let mut best = (0, T::infinity());
    for (j, &part) in parts.iter().enumerate().take(columns) {
        if part < best.1 {
            best = (j, part);
        }
    }
    *row = [T::ZERO; L];
    put(row, best.0, T::ONE);
    for _ in 0..2 {
        for other in &*before {
            let part = dot(row, other);
            subtract_scaled(row, part, other);
        }
        let norm = dot(row, row).sqrt();
        row.iter_mut().for_each(|x| *x = *x / norm);
    }
}
