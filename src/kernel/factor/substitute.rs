//! Substitution: systems of equations whose matrices are triangles of a factorisation, a few rows of them in registers.

use super::known::{AtRunTime, Known, can_be, can_have_right_sides};
use super::small::{self, by_rows};
use super::{Rows, RowsRef, triangular};
use crate::scalar::Field;

/// Which triangles are solved with, as a type: no code is made for the others.
pub(crate) trait Substitution {
    /// The same as a value.
    const WHICH: Which;
    /// `x` becomes the solution, of one right side and a few rows.
    fn few<T: Field, const N: usize>(a: &[[T; N]; N], x: &mut [T; N]);
    /// The same of any number of both.
    fn any<T: Field>(a: RowsRef<'_, T>, x: Rows<'_, T>);
}

/// Which triangles are solved with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Which {
    /// See [`Factors`].
    Factors,
    /// See [`Lower`].
    Lower,
    /// See [`Upper`].
    Upper,
    /// See [`Both`].
    Both,
}

impl Which {
    /// `x` becomes the solution.
    #[inline(always)]
    pub(super) fn run<T: Field>(self, a: RowsRef<'_, T>, x: Rows<'_, T>) {
        match self {
            Which::Factors => run::<T, AtRunTime, Factors>(a, x),
            Which::Lower => run::<T, AtRunTime, Lower>(a, x),
            Which::Upper => run::<T, AtRunTime, Upper>(a, x),
            Which::Both => run::<T, AtRunTime, Both>(a, x),
        }
    }
}

/// `x` becomes the solution.
#[inline(always)]
pub(super) fn run<T: Field, K: Known, W: Substitution>(a: RowsRef<'_, T>, mut x: Rows<'_, T>) {
    if const { can_have_right_sides::<K>(1) } && x.columns() == 1 {
        by_rows!(K: a.columns(), N => {
            if let Some((a, x)) = small::system::<T, N>(a.elements(), x.elements_mut()) {
                W::few::<T, N>(a, x);
            }
            return;
        }, else ());
    }
    if const { matches!(W::WHICH, Which::Factors) && can_be_square::<K>() } && x.columns() == a.columns() {
        // As many right sides as unknowns: an inverse.
        by_rows!(K: a.columns(), N => return small::solve_square::<T, N>(a.elements(), x.elements_mut()), else ());
    }
    W::any(a, x);
}

/// Whether there can be as many right sides as unknowns, up to 8.
const fn can_be_square<K: Known>() -> bool {
    let mut n = 1;
    while n <= 8 {
        if can_be::<K>(n) && can_have_right_sides::<K>(n) {
            return true;
        }
        n += 1;
    }
    false
}

/// The element in row `i` and column `k`.
#[inline(always)]
fn at<T: Field, const N: usize>(a: &[[T; N]; N], i: usize, k: usize) -> T {
    a.get(i).map_or(T::ZERO, |row| small::element(row, k))
}

/// L with ones on its diagonal, and then U, both of an LU factorisation.
pub(crate) struct Factors;

impl Substitution for Factors {
    const WHICH: Which = Which::Factors;
    #[inline(always)]
    fn few<T: Field, const N: usize>(a: &[[T; N]; N], x: &mut [T; N]) {
        small::lower(a, x, |x, _| x);
        small::upper(x, |i, k| at(a, i, k));
    }
    #[inline(always)]
    fn any<T: Field>(a: RowsRef<'_, T>, mut x: Rows<'_, T>) {
        triangular::solve_unit_lower(a, x.reborrow());
        triangular::solve_upper(a, x);
    }
}

/// L
pub(crate) struct Lower;

impl Substitution for Lower {
    const WHICH: Which = Which::Lower;
    #[inline(always)]
    fn few<T: Field, const N: usize>(a: &[[T; N]; N], x: &mut [T; N]) {
        small::lower(a, x, T::divide);
    }
    #[inline(always)]
    fn any<T: Field>(a: RowsRef<'_, T>, x: Rows<'_, T>) {
        triangular::solve_lower(a, x);
    }
}

/// U
pub(crate) struct Upper;

impl Substitution for Upper {
    const WHICH: Which = Which::Upper;
    #[inline(always)]
    fn few<T: Field, const N: usize>(a: &[[T; N]; N], x: &mut [T; N]) {
        small::upper(x, |i, k| at(a, i, k));
    }
    #[inline(always)]
    fn any<T: Field>(a: RowsRef<'_, T>, x: Rows<'_, T>) {
        triangular::solve_upper(a, x);
    }
}

/// L, and then its transpose, of a Cholesky factorisation.
pub(crate) struct Both;

impl Substitution for Both {
    const WHICH: Which = Which::Both;
    #[inline(always)]
    fn few<T: Field, const N: usize>(a: &[[T; N]; N], x: &mut [T; N]) {
        small::lower(a, x, T::divide);
        small::upper(x, |i, k| at(a, k, i));
    }
    #[inline(always)]
    fn any<T: Field>(a: RowsRef<'_, T>, mut x: Rows<'_, T>) {
        triangular::solve_lower(a, x.reborrow());
        triangular::solve_lower_transposed(a, x);
    }
}
