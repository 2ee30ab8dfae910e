//! Householder reflections, and the QR factorisation by them.
//!
//! ```text
//! A = Q R, Q = H_0 H_1 .. ,  H_k = I - tau_k v vᵀ,  v = (0, .., 0, 1, v_{k+1}, ..)
//! for k: the H_k that makes column k zero below the diagonal; A = H_k A, as t = tau vᵀA, A -= v t
//! ```
//!
//! R stands on and above the diagonal, the v below it, and their 1 nowhere. G. Golub, C. Van Loan, *Matrix Computations*,
//! 4th ed. (2013), 5.1 and 5.2; conventions and scaling are those of `dlarfg` in E. Anderson and others,
//! *LAPACK Users' Guide*, 3rd ed. (1999).
//!
//! Rows are contiguous, so `vᵀA` is a sum of rows and the update goes row by row; both over a few columns at a time, whose
//! sums stay in registers. A sum of rows is a chain of up to 64 of them, and of more chains a balanced tree: the order of
//! `sum_columns`.

use super::rows::{Rows, RowsRef, from, from_mut, get, subtract_scaled};
use super::scale::{Scale, largest};
use crate::kernel::{VecRef, dot};
use crate::scalar::Real;
use core::ops::Range;

/// Rows after which a sum of rows begins a new chain.
const CHAIN: usize = 64;

/// A (m, n) becomes R and the vectors of Q; `tau` takes the factors of `min(m, n)` reflections.
#[inline(always)]
pub(crate) fn qr<T: Real>(mut a: Rows<'_, T>, tau: &mut [T]) {
    let steps = a.rows().min(a.columns());
    debug_assert!(tau.len() >= steps, "a factor for each reflection");
    for (k, tau) in tau.iter_mut().take(steps).enumerate() {
        *tau = eliminate(&mut a, k);
    }
}

/// C = Q C, or Qᵀ C if that is `transposed`, of the Q that [`qr`] left in `factors` and `tau`. C has as many rows as A.
#[inline(always)]
pub(crate) fn apply_q<T: Real>(factors: RowsRef<'_, T>, tau: &[T], mut c: Rows<'_, T>, transposed: bool) {
    let steps = factors.rows().min(factors.columns()).min(tau.len());
    debug_assert!(
        steps == 0 || c.columns() == 0 || c.rows() == factors.rows(),
        "as many rows as Q has columns"
    );
    let reflections = tau.iter().take(steps).enumerate();
    let mut apply = |(k, tau): (usize, &T)| reflect(&mut c, *tau, [k, 0], &|i, _| factors.at(i, k));
    if transposed {
        reflections.for_each(apply);
    } else {
        reflections.rev().for_each(&mut apply);
    }
}

/// The first columns of Q, as many as `q` has; of an (m, n) matrix Q has m.
#[inline(always)]
pub(crate) fn form_q<T: Real>(factors: RowsRef<'_, T>, tau: &[T], mut q: Rows<'_, T>) {
    let steps = factors.rows().min(factors.columns()).min(tau.len());
    debug_assert!(
        steps == 0 || q.columns() == 0 || q.rows() == factors.rows(),
        "columns as long as those of A"
    );
    q.set_identity();
    for (k, tau) in tau.iter().take(steps).enumerate().rev() {
        // The columns before have no element from row k on yet.
        reflect(&mut q, *tau, [k, k], &|i, _| factors.at(i, k));
    }
}

/// Reflects the rows from `k` on so that column `k` is zero below the diagonal, where v takes its place. Returns tau.
#[inline(always)]
pub(super) fn eliminate<T: Real>(a: &mut Rows<'_, T>, k: usize) -> T {
    let rows = a.rows();
    let below = k.wrapping_add(1)..rows;
    let reflector = Reflector::new(
        a.at(k, k),
        |scale| column_squares(a, k, below.clone(), scale),
        || largest(below.clone().map(|i| a.at(i, k))),
    );
    a.set(k, k, reflector.beta);
    for i in below {
        let x = a.at(i, k);
        a.set(i, k, reflector.v(x));
    }
    reflect(a, reflector.tau, [k, k.wrapping_add(1)], &|_, row| get(row, k));
    reflector.tau
}

/// The sum of the squares of the elements of column `k` in these rows, each multiplied by `scale` before.
#[inline(always)]
fn column_squares<T: Real>(a: &Rows<'_, T>, k: usize, rows: Range<usize>, scale: T) -> T {
    let count = rows.end.saturating_sub(rows.start);
    let (_, part) = a.as_ref().split_rows(rows.start);
    let [sum] = sum_rows(part, 0, count, &|_, row, [sum]: &mut [T; 1]| {
        let x = get(row, k) * scale;
        *sum = *sum + x * x;
    });
    sum
}

/// The 2-norm of column `k` in these rows, without overflow before its time.
#[inline(always)]
pub(super) fn column_norm<T: Real>(a: &Rows<'_, T>, k: usize, rows: Range<usize>) -> T {
    let squares = column_squares(a, k, rows.clone(), T::ONE);
    if are_in_range(squares) {
        return squares.sqrt();
    }
    let scale = largest(rows.clone().map(|i| a.at(i, k))).map_or(Scale::NONE, Scale::of);
    column_squares(a, k, rows, scale.there).sqrt() * scale.back
}

/// Whether a sum of squares is as exact as others are: no square left the range that counts.
#[inline(always)]
fn are_in_range<T: Real>(squares: T) -> bool {
    let eps = T::epsilon();
    squares >= T::min_positive_value() / (eps * eps) && squares <= T::max_value()
}

/// The reflection that takes `(alpha, x)` to `(beta, 0)`.
#[derive(Clone, Copy)]
pub(super) struct Reflector<T> {
    pub(super) beta: T,
    /// 0 if x is zero already: then it is the identity, and beta alpha.
    pub(super) tau: T,
    scale: T,
    factor: T,
}

impl<T: Real> Reflector<T> {
    /// Of alpha, the sum of the squares of x, all multiplied by a factor, and the largest size in x, if that is finite.
    #[inline(always)]
    fn new(alpha: T, squares: impl Fn(T) -> T, largest: impl Fn() -> Option<T>) -> Self {
        let sum = squares(T::ONE);
        if are_in_range(sum) && are_in_range(alpha * alpha + sum) {
            return Self::of_squares(alpha, sum, Scale::NONE);
        }
        match largest() {
            Some(size) if size == T::ZERO => Self::identity(alpha),
            Some(largest) => {
                let scale = Scale::of(largest.max(alpha.abs()));
                Self::of_squares(alpha, squares(scale.there), scale)
            }
            None => Self::of_squares(alpha, sum, Scale::NONE),
        }
    }

    /// The reflection of a contiguous x, of which v takes the place.
    #[inline(always)]
    pub(super) fn of_row(alpha: T, x: &mut [T]) -> Self {
        let squares = |x: &[T]| dot(VecRef::from_slice(x), VecRef::from_slice(x));
        let (mut sum, mut scale) = (squares(x), Scale::NONE);
        if !are_in_range(sum) || !are_in_range(alpha * alpha + sum) {
            match largest(x.iter().copied()) {
                Some(size) if size == T::ZERO => return Self::identity(alpha),
                Some(largest) => scale = Scale::of(largest.max(alpha.abs())),
                None => {}
            }
            x.iter_mut().for_each(|x| *x = *x * scale.there);
            sum = squares(x);
        }
        let reflector = Self::of_squares(alpha, sum, scale);
        x.iter_mut().for_each(|x| *x = *x * reflector.factor);
        reflector
    }

    /// What nothing stands to be made zero for.
    #[inline(always)]
    fn identity(alpha: T) -> Self {
        Reflector { beta: alpha, tau: T::ZERO, scale: T::ONE, factor: T::ONE }
    }

    /// Of alpha and the sum of the squares of x, which was scaled.
    #[inline(always)]
    fn of_squares(alpha: T, sum: T, scale: Scale<T>) -> Self {
        let alpha = alpha * scale.there;
        let norm = (alpha * alpha + sum).sqrt();
        // The other sign than alpha's, so that nothing cancels in alpha - beta.
        let beta = if alpha.is_sign_negative() { norm } else { -norm };
        let (tau, factor) = ((beta - alpha) / beta, T::ONE / (alpha - beta));
        Reflector { beta: beta * scale.back, tau, scale: scale.there, factor }
    }

    /// The element of v for an element of x.
    #[inline(always)]
    pub(super) fn v(&self, x: T) -> T {
        x * self.scale * self.factor
    }
}

/// `row (I - tau v vᵀ)`, of a v as long as the row.
#[inline(always)]
pub(super) fn reflect_row<T: Real>(row: &mut [T], v: &[T], tau: T) {
    let t = tau * dot(VecRef::from_slice(row), VecRef::from_slice(v));
    subtract_scaled(row, t, v);
}

/// W = W Qᵀ for W (k, m) and the Q that [`qr`] left in `factors` and `tau`. If W is the first rows of the identity, what is
/// zero is not touched. `v` are m elements to work with.
#[inline(always)]
pub(super) fn times_q_transposed<T: Real>(
    factors: RowsRef<'_, T>,
    tau: &[T],
    v: &mut [T],
    w: &mut Rows<'_, T>,
    is_identity: bool,
) {
    let steps = factors.rows().min(factors.columns());
    for (k, &tau) in tau.iter().take(steps).enumerate().rev().filter(|(_, tau)| **tau != T::ZERO) {
        // A column of the factors, which all rows of W meet.
        for (i, v) in v.iter_mut().enumerate().skip(k) {
            *v = if i == k { T::ONE } else { factors.at(i, k) };
        }
        for r in if is_identity { k } else { 0 }..w.rows() {
            reflect_row(from_mut(w.row_mut(r), k), from(v, k), tau);
        }
    }
}

/// C = H C for the columns of C from `first` on, where v is zero above row `k`, one there and `v(i, row)` in row i below it.
#[inline(always)]
pub(super) fn reflect<T: Real>(
    c: &mut Rows<'_, T>,
    tau: T,
    [k, first]: [usize; 2],
    v: &impl Fn(usize, &[T]) -> T,
) {
    if tau == T::ZERO {
        return;
    }
    let (count, columns, mut j) = (c.rows().saturating_sub(k), c.columns(), first);
    let (_, mut part) = c.reborrow().split_rows(k);
    let v = |i: usize, row: &[T]| if i == 0 { T::ONE } else { v(i.wrapping_add(k), row) };
    while j.saturating_add(16) <= columns {
        reflect_columns::<T, 16>(&mut part, count, tau, j, &v);
        j = j.wrapping_add(16);
    }
    while j.saturating_add(4) <= columns {
        reflect_columns::<T, 4>(&mut part, count, tau, j, &v);
        j = j.wrapping_add(4);
    }
    while j < columns {
        reflect_columns::<T, 1>(&mut part, count, tau, j, &v);
        j = j.wrapping_add(1);
    }
}

/// The same for `W` columns from `j` on, of so many rows.
#[inline(always)]
fn reflect_columns<T: Real, const W: usize>(
    c: &mut Rows<'_, T>,
    count: usize,
    tau: T,
    j: usize,
    v: &impl Fn(usize, &[T]) -> T,
) {
    let sums = sum_rows::<T, W>(c.as_ref(), 0, count, &|i, row, sums| {
        let (v, part) = (v(i, row), from(row, j).first_chunk::<W>());
        for (sum, x) in sums.iter_mut().zip(part.into_iter().flatten()) {
            *sum = *sum + v * *x;
        }
    });
    let sums = sums.map(|sum| tau * sum);
    for (i, row) in c.iter_mut().enumerate() {
        let (v, part) = (v(i, row), from_mut(row, j).first_chunk_mut::<W>());
        for (x, sum) in part.into_iter().flatten().zip(&sums) {
            *x = *x - v * *sum;
        }
    }
}

/// The sum of terms, of which `add` adds that of a row to the sums: chains of 64 rows, and of these a balanced tree, split at
/// the largest power of two below their number. The `count` rows of `c` are those from `first` on.
fn sum_rows<T: Real, const W: usize>(
    c: RowsRef<'_, T>,
    first: usize,
    count: usize,
    add: &impl Fn(usize, &[T], &mut [T; W]),
) -> [T; W] {
    if count <= CHAIN {
        // Neutral for every number, zeros included.
        let mut sums = [-T::ZERO; W];
        for (i, row) in c.iter().enumerate() {
            add(i.wrapping_add(first), row, &mut sums);
        }
        return sums;
    }
    // Of the number of chains less one the highest bit; there are at least two.
    let rest = count.wrapping_sub(1) / CHAIN;
    let half = (usize::MAX.wrapping_shr(rest.leading_zeros()) / 2).wrapping_add(1).wrapping_mul(CHAIN);
    let (upper, lower) = c.split_rows(half);
    let mut sums = sum_rows(upper, first, half, add);
    let others = sum_rows(lower, first.wrapping_add(half), count.wrapping_sub(half), add);
    sums.iter_mut().zip(others).for_each(|(sum, x)| *sum = *sum + x);
    sums
}
