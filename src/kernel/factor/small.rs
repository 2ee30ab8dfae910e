//! LU of a few rows, whose number is a constant, and what is solved by it: the steps of `lu` and `triangular` in the same
//! order, with the same bits, on arrays that stand in registers.

use super::cofactors::{Four, bounds};
use super::rows::{Rows, put};
use crate::scalar::{Field, Normed, Real};
use crate::simd::HAS_VECTORS;
use num_traits::NumCast;

/// Runs `$run` with `$N` as the number of rows, if it is one of 1 to 8 (of `few`: 1 to 4), or else `$other`. Where the type
/// `$K` knows the number, nothing is made for another.
macro_rules! by_rows {
    ($K:ty: $n:expr, $N:ident => $run:expr, else $other:expr) => {
        by_rows!(@ $K, $n, $N, $run, $other, 1 2 3 4 5 6 7 8)
    };
    (few $K:ty: $n:expr, $N:ident => $run:expr, else $other:expr) => {
        by_rows!(@ $K, $n, $N, $run, $other, 1 2 3 4)
    };
    (@ $K:ty, $n:expr, $N:ident, $run:expr, $other:expr, $($rows:literal)+) => {
        match $n {
            $($rows if const { $crate::kernel::factor::known::can_be::<$K>($rows) } => {
                const $N: usize = $rows;
                $run
            })+
            _ => $other,
        }
    };
}
pub(super) use by_rows;

/// Steps over up to so many rows are unrolled: with vectors, as many as stand in registers; without, fewer, for code size.
const UNROLLED: usize = if HAS_VECTORS { 8 } else { 4 };

/// Runs `$run` for each row `$k` of `$N`. Up to [`UNROLLED`] rows, `$k` is a constant in a copy of `$run`, so that the rows
/// stand in registers: the compiler does not unroll a loop of such a body itself.
macro_rules! each_row {
    ($N:ident, |$k:ident| $run:expr) => {
        if const { $N <= UNROLLED } {
            each_of!($N, |$k| $run, 0 1 2 3 4 5 6 7);
        } else {
            for $k in 0..$N {
                $run
            }
        }
    };
    ($N:ident reversed, |$k:ident| $run:expr) => {
        if const { $N <= UNROLLED } {
            each_of!($N, |$k| $run, 7 6 5 4 3 2 1 0);
        } else {
            for $k in (0..$N).rev() {
                $run
            }
        }
    };
}

/// Runs `$run` for those of these numbers `$k` that are less than `$N`, each a constant.
macro_rules! each_of { ($N:ident, |$k:ident| $run:expr, $($number:literal)+) => {{$(
    if const { $number < $N } {
        let $k = $number;
        $run
    }
)+}};}
pub(super) use each_of;

/// The rows of a matrix, if there are as many elements.
#[inline(always)]
fn rows<T, const N: usize, const K: usize>(elements: &mut [T]) -> Option<&mut [[T; K]; N]> {
    elements.as_chunks_mut::<K>().0.first_chunk_mut::<N>()
}

/// As [`lu`](super::lu::lu).
#[inline(always)]
pub(super) fn lu<T: Field, const N: usize>(
    a: &mut [T],
    mut exchange: impl FnMut(usize, usize),
) -> Option<usize> {
    let a = rows::<T, N, N>(a)?;
    let mut without_pivot = None;
    each_row!(N, |k| {
        if !eliminate(a, k, &mut exchange) {
            without_pivot = without_pivot.or(Some(k));
        }
    });
    without_pivot
}

/// Step `k` of [`lu`]. Returns whether there is a pivot.
#[inline(always)]
fn eliminate<T: Field, const N: usize>(
    a: &mut [[T; N]; N],
    k: usize,
    mut exchange: impl FnMut(usize, usize),
) -> bool {
    let Some((upper, below)) = a.split_at_mut_checked(k + 1) else { return true };
    let Some(row) = upper.last_mut() else { return true };
    let (mut at, mut largest) = (k, element(row, k).pivot_key());
    for (i, other) in below.iter().enumerate() {
        let key = element(other, k).pivot_key();
        if key > largest {
            (at, largest) = (k + 1 + i, key);
        }
    }
    if at != k {
        // Which row it is is compared, so that all stand in registers.
        for (i, other) in below.iter_mut().enumerate() {
            if k + 1 + i == at {
                core::mem::swap(row, other);
            }
        }
        exchange(k, at);
    }
    let pivot = element(row, k);
    if largest == 0 {
        return false;
    }
    let reciprocal = pivot.reciprocal();
    let row = *row;
    for other in below {
        let l = match reciprocal {
            Some(reciprocal) => element(other, k).times(reciprocal),
            None => element(other, k).divide(pivot),
        };
        for (j, (x, of_pivot)) in other.iter_mut().zip(row).enumerate() {
            if j == k {
                *x = l;
            } else if j > k {
                *x = x.minus(l.times(of_pivot));
            }
        }
    }
    true
}

/// The element of a row.
#[inline(always)]
pub(super) fn element<T: Field, const N: usize>(row: &[T; N], k: usize) -> T {
    row.get(k).copied().unwrap_or(T::ZERO)
}

/// `x = U⁻¹ L⁻¹ x`, for K right sides.
#[inline(always)]
fn substitute<T: Field, const N: usize, const K: usize>(a: &[[T; N]; N], x: &mut [[T; K]; N]) {
    each_row!(N, |k| {
        if let Some((upper, below)) = x.split_at_mut_checked(k + 1)
            && let Some(row) = upper.last()
        {
            for (x, a) in below.iter_mut().zip(a.iter().skip(k + 1)) {
                subtract(x, element(a, k), row);
            }
        }
    });
    each_row!(N reversed, |k| {
        if let Some((upper, below)) = x.split_at_mut_checked(k)
            && let (Some(row), Some(pivot)) = (below.first_mut(), a.get(k))
        {
            let pivot = element(pivot, k);
            row.iter_mut().for_each(|x| *x = x.divide(pivot));
            for (x, a) in upper.iter_mut().zip(a) {
                subtract(x, element(a, k), row);
            }
        }
    });
}

/// [`substitute`] of as many right sides as unknowns.
#[inline(always)]
pub(super) fn solve_square<T: Field, const N: usize>(a: &[T], x: &mut [T]) {
    if let (Some(a), Some(x)) = (a.as_chunks::<N>().0.first_chunk::<N>(), rows::<T, N, N>(x)) {
        substitute(a, x);
    }
}

/// `y -= s x`
#[inline(always)]
fn subtract<T: Field, const K: usize>(y: &mut [T; K], s: T, x: &[T; K]) {
    y.iter_mut().zip(x).for_each(|(y, x)| *y = y.minus(s.times(*x)));
}

/// The inverse of four rows in closed form, as the adjugate and the reciprocal of the determinant, if that is accurate.
///
/// Each cofactor is off by at most some units of the last place of the product of the sums of the other rows, so a column
/// of the inverse by as much divided by `h = |det| / (product of the sums of all rows)`; with columns for rows, so is a row
/// of it. Where neither is large enough, or a sum could take a product out of the range, the matrix is to be eliminated.
#[inline(always)]
fn closed<T: Field>(elements: &[T; 16]) -> Option<([T; 16], T)> {
    type Norm<T> = <T as Normed>::Norm;
    let (low, high) = bounds::<Norm<T>>();
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = elements.map(T::pivot_size);
    let rows = [a + b + c + d, e + f + g + h, i + j + k + l, m + n + o + p];
    let columns = [a + e + i + m, b + f + j + n, c + g + k + o, d + h + l + p];
    // Not by `all`, which branches; a NaN is not within, either.
    let within = |is: bool, sum: &Norm<T>| is & (*sum >= low) & (*sum <= high);
    if !columns.iter().fold(rows.iter().fold(true, within), within) {
        return None;
    }
    let product = |[a, b, c, d]: [Norm<T>; 4]| (a * b) * (c * d);
    let (by_rows, by_columns) = (product(rows), product(columns));
    let least = if by_rows < by_columns { by_rows } else { by_columns };
    let four = Four::of(*elements);
    let det = four.det();
    let most = <Norm<T> as NumCast>::from(4096)?;
    if det.pivot_size() * most > least { Some((four.adjugate(), det.reciprocal()?)) } else { None }
}

/// As [`solve`](super::lu::solve); of four rows in closed form, where that is accurate.
#[inline(always)]
pub(super) fn solve<T: Field, const N: usize>(a: &mut [T], mut x: Rows<'_, T>) -> Option<usize> {
    if N == 4
        && let Some(a) = a.first_chunk()
        && let Some((adjugate, reciprocal)) = closed(a)
    {
        let k = x.columns();
        if let Some((b0, rest)) = x.elements_mut().split_at_mut_checked(k)
            && let Some((b1, rest)) = rest.split_at_mut_checked(k)
            && let Some((b2, b3)) = rest.split_at_mut_checked(k)
        {
            let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = adjugate;
            for (((x0, x1), x2), x3) in b0.iter_mut().zip(b1).zip(b2).zip(b3) {
                let (b0, b1, b2, b3) = (*x0, *x1, *x2, *x3);
                let row = |a: T, b: T, c: T, d: T| {
                    a.times(b0).plus(b.times(b1)).plus(c.times(b2)).plus(d.times(b3)).times(reciprocal)
                };
                *x0 = row(a, b, c, d);
                *x1 = row(e, f, g, h);
                *x2 = row(i, j, k, l);
                *x3 = row(m, n, o, p);
            }
        }
        return None;
    }
    if x.columns() != 1 {
        let without_pivot = lu::<T, N>(a, |i, p| x.swap_rows(i, p));
        if without_pivot.is_none() {
            let a = super::RowsRef::new(a, N);
            super::triangular::solve_unit_lower(a, x.reborrow());
            super::triangular::solve_upper(a, x);
        }
        return without_pivot;
    }
    solve_columns::<T, N, 1>(a, x.elements_mut())
}

/// As [`inverse`](super::lu::inverse); of four rows in closed form, where that is accurate.
#[inline(always)]
pub(super) fn inverse<T: Field, const N: usize>(a: &mut [T], x: &mut [T]) -> Option<usize> {
    if N == 4
        && let Some(a) = a.first_chunk()
        && let Some((adjugate, reciprocal)) = closed(a)
    {
        x.iter_mut().zip(adjugate).for_each(|(x, cofactor)| *x = cofactor.times(reciprocal));
        return None;
    }
    Rows::new(x, N).set_identity();
    solve_columns::<T, N, N>(a, x)
}

#[inline(always)]
fn solve_columns<T: Field, const N: usize, const K: usize>(a: &mut [T], x: &mut [T]) -> Option<usize> {
    let x = rows::<T, N, K>(x)?;
    let without_pivot = lu::<T, N>(a, |i, p| {
        if let Some([first, others @ ..]) = x.get_mut(i..) {
            for (k, other) in others.iter_mut().enumerate() {
                if i + 1 + k == p {
                    core::mem::swap(first, other);
                }
            }
        }
    });
    if without_pivot.is_none() {
        substitute(rows::<T, N, N>(a)?, x);
    }
    without_pivot
}

/// As [`cholesky`](super::cholesky::cholesky).
#[inline(always)]
pub(super) fn cholesky<T: Real, const N: usize>(a: &mut [T]) -> Option<usize> {
    let a = rows::<T, N, N>(a)?;
    each_row!(N, |j| {
        if !column(a, j) {
            return Some(j);
        }
    });
    None
}

/// Column `j` of [`cholesky`], and what it leaves of the others. Returns whether its pivot is positive.
#[inline(always)]
fn column<T: Real, const N: usize>(a: &mut [[T; N]; N], j: usize) -> bool {
    let Some((upper, below)) = a.split_at_mut_checked(j + 1) else { return true };
    let Some(row) = upper.last_mut() else { return true };
    let pivot = element(row, j);
    // NaN is not greater, either.
    let is_positive = pivot > T::zero();
    if !is_positive {
        return false;
    }
    let root = pivot.sqrt();
    for (c, x) in row.iter_mut().enumerate().skip(j) {
        *x = if c == j { root } else { T::zero() };
    }
    // Column j of L, as it becomes known.
    let mut column = [T::zero(); N];
    for (i, other) in below.iter_mut().enumerate() {
        let l = element(other, j) / root;
        put(&mut column, j + 1 + i, l);
        for (c, (x, of_column)) in other.iter_mut().zip(column).enumerate() {
            if c == j {
                *x = l;
            } else if c > j && c <= j + 1 + i {
                *x = *x - l * of_column;
            }
        }
    }
    true
}

/// `x = L⁻¹ x` of one right side, where `finished` says what is done to element `k` when all before it are known.
#[inline(always)]
pub(super) fn lower<T: Field, const N: usize>(a: &[[T; N]; N], x: &mut [T; N], finished: impl Fn(T, T) -> T) {
    each_row!(N, |k| {
        if let Some((upper, below)) = x.split_at_mut_checked(k + 1)
            && let (Some(first), Some(row)) = (upper.last_mut(), a.get(k))
        {
            *first = finished(*first, element(row, k));
            for (x, row) in below.iter_mut().zip(a.iter().skip(k + 1)) {
                *x = x.minus(element(row, k).times(*first));
            }
        }
    });
}

/// `x = U⁻¹ x` of one right side, of the triangle whose element in row `i` and column `k` is `at`.
#[inline(always)]
pub(super) fn upper<T: Field, const N: usize>(x: &mut [T; N], at: impl Fn(usize, usize) -> T) {
    each_row!(N reversed, |k| {
        if let Some((above, below)) = x.split_at_mut_checked(k)
            && let Some(last) = below.first_mut()
        {
            *last = last.divide(at(k, k));
            for (i, x) in above.iter_mut().enumerate() {
                *x = x.minus(at(i, k).times(*last));
            }
        }
    });
}

/// One right side, and the matrix, if there are as many elements.
#[inline(always)]
pub(super) fn system<'a, T, const N: usize>(
    a: &'a [T],
    x: &'a mut [T],
) -> Option<(&'a [[T; N]; N], &'a mut [T; N])> {
    Some((a.as_chunks::<N>().0.first_chunk()?, x.first_chunk_mut()?))
}
