//! The reciprocal of the condition of a matrix, from its factors: `1 / (|A| |A⁻¹|)` in the 1-norm, both estimated.
//!
//! ```text
//! x = 1 / n, and the estimate is |A x|
//! up to 4 times:
//!     z = Aᵀ sign(A x)                  the slope of |A x|
//!     x = the unit vector of the largest element of z
//!     the estimate is |A x|, if that is larger; else stop
//! x = 1, -(1 + 1 / (n - 1)), .., ±2    against what cancels: 2 |A x| / (3 n)
//! ```
//!
//! N. J. Higham, FORTRAN codes for estimating the one-norm of a real or complex matrix, with applications to condition
//! estimation, ACM Trans. Math. Softw. 14 (1988), 381-396 (Algorithm 674). The exchanges of rows and columns are left out, for
//! neither norm depends on them. The factor that is as large as A is brought near one by a power of two first, so that nothing
//! leaves the range, but for a matrix that is nearly singular.

use super::ldlt::{Block, blocks, divide_by_blocks, singular_block};
use super::scale::{Scale, largest};
use super::triangular::{
    multiply_lower, multiply_lower_transposed, multiply_upper, multiply_upper_transposed, solve_lower,
    solve_lower_transposed, solve_unit_lower, solve_unit_lower_transposed, solve_upper,
    solve_upper_transposed, zero_on_diagonal,
};
use super::{Rows, RowsRef};
use crate::scalar::Real;

/// Room for two vectors (M).
pub(crate) type Work<'a, T> = [&'a mut [T]; 2];

/// What is applied to a vector.
#[derive(Clone, Copy)]
struct Step {
    is_inverse: bool,
    is_transposed: bool,
}

/// Of the factors `a` (M, M) of LU; they are destroyed.
#[inline(always)]
pub(crate) fn of_lu<T: Real>(a: Rows<'_, T>, work: Work<'_, T>) -> T {
    let is_singular = zero_on_diagonal(a.as_ref()).is_some();
    of(
        a,
        work,
        is_singular,
        |i, j| i <= j,
        |a, step, x| {
            let one = |_| T::ONE;
            match (step.is_inverse, step.is_transposed) {
                (false, false) => {
                    multiply_upper(a, x);
                    multiply_lower(a, one, x);
                }
                (false, true) => {
                    multiply_lower_transposed(a, one, x);
                    multiply_upper_transposed(a, x);
                }
                (true, false) => {
                    solve_unit_lower(a, Rows::new(x, 1));
                    solve_upper(a, Rows::new(x, 1));
                }
                (true, true) => {
                    solve_upper_transposed(a, x);
                    solve_unit_lower_transposed(a, Rows::new(x, 1));
                }
            }
        },
    )
}

/// Of the factor `l` (M, M) of Cholesky; it is destroyed.
#[inline(always)]
pub(crate) fn of_cholesky<T: Real>(l: Rows<'_, T>, work: Work<'_, T>) -> T {
    // A is symmetric.
    of(
        l,
        work,
        false,
        |_, _| true,
        |l, step, x| {
            if step.is_inverse {
                solve_lower(l, Rows::new(x, 1));
                solve_lower_transposed(l, Rows::new(x, 1));
            } else {
                multiply_lower_transposed(l, |k| l.at(k, k), x);
                multiply_lower(l, |k| l.at(k, k), x);
            }
        },
    )
}

/// Of the factors `a` (M, M) of LDLᵀ; they are destroyed.
#[inline(always)]
pub(crate) fn of_ldlt<T: Real>(a: Rows<'_, T>, work: Work<'_, T>) -> T {
    let is_singular = singular_block(a.as_ref()).is_some();
    // A is symmetric.
    of(
        a,
        work,
        is_singular,
        |i, j| i <= j,
        |a, step, x| {
            if step.is_inverse {
                solve_unit_lower(a, Rows::new(x, 1));
                divide_by_blocks(a, Rows::new(x, 1));
                solve_unit_lower_transposed(a, Rows::new(x, 1));
            } else {
                multiply_lower_transposed(a, |_| T::ONE, x);
                multiply_blocks(a, x);
                multiply_lower(a, |_| T::ONE, x);
            }
        },
    )
}

/// `x = D x` of the factors `a` (M, M); `x` (M).
#[inline(always)]
fn multiply_blocks<T: Real>(a: RowsRef<'_, T>, x: &mut [T]) {
    for (k, block) in blocks(a) {
        match (block, x.get_mut(k..).unwrap_or_default()) {
            (Block::One(pivot), [x, ..]) => *x = pivot * *x,
            (Block::Two { first, beside, last }, [x, y, ..]) => {
                (*x, *y) = (first * *x + beside * *y, beside * *x + last * *y);
            }
            _ => {}
        }
    }
}

/// The same by what is applied to a vector, where elements with `is_large(row, column)` are as large as A.
#[inline(always)]
fn of<T: Real>(
    mut a: Rows<'_, T>,
    [x, signs]: Work<'_, T>,
    is_singular: bool,
    is_large: impl Fn(usize, usize) -> bool,
    apply: impl Fn(RowsRef<'_, T>, Step, &mut [T]),
) -> T {
    if a.columns() == 0 {
        return T::ONE;
    }
    if largest(a.elements_mut().iter().copied()).is_none() {
        return T::not_a_number();
    }
    if is_singular {
        return T::ZERO;
    }
    let is_large = &is_large;
    let size = (0..a.rows())
        .flat_map(|i| a.row(i).iter().enumerate().filter(move |(j, _)| is_large(i, *j)))
        .fold(T::ZERO, |most, (_, x)| if x.abs() > most { x.abs() } else { most });
    let scale = Scale::to_one(size).there;
    for (i, row) in a.iter_mut().enumerate() {
        row.iter_mut().enumerate().filter(|(j, _)| is_large(i, *j)).for_each(|(_, x)| *x = *x * scale);
    }
    let [norm, of_inverse] = [false, true].map(|is_inverse| {
        estimate(x, signs, |x, is_transposed| apply(a.as_ref(), Step { is_inverse, is_transposed }, x))
    });
    // All elements are finite: what is not is out of the range, and its reciprocal is none that a float can be.
    if !norm.is_finite() || !of_inverse.is_finite() {
        return T::ZERO;
    }
    let rcond = T::ONE / of_inverse / norm;
    // Of a condition that is estimated too low.
    if rcond > T::ONE { T::ONE } else { rcond }
}

/// An estimate of the 1-norm of the matrix by which `apply` multiplies a vector (M), or else its transpose: at most the norm,
/// and NaN if a product is. `x` and `signs` (M) are overwritten.
#[inline]
fn estimate<T: Real>(x: &mut [T], signs: &mut [T], mut apply: impl FnMut(&mut [T], bool)) -> T {
    let number = |n: usize| T::from(n).unwrap_or(T::ONE);
    let n = x.len();
    let sum = |x: &[T]| x.iter().fold(T::ZERO, |sum, x| sum + x.abs());
    // The larger of two; a NaN wins.
    let larger = |x: T, y: T| if x.is_nan() || x > y { x } else { y };
    x.fill(T::ONE / number(n));
    apply(x, false);
    let mut estimate = sum(x);
    if n == 1 {
        return estimate;
    }
    signs.fill(T::ZERO);
    let mut last = None;
    for _ in 0..4 {
        let mut are_new = false;
        for (sign, x) in signs.iter_mut().zip(&*x) {
            let new = if *x < T::ZERO { -T::ONE } else { T::ONE };
            are_new |= new != *sign;
            *sign = new;
        }
        if !are_new {
            break;
        }
        x.iter_mut().zip(&*signs).for_each(|(x, sign)| *x = *sign);
        apply(x, true);
        let mut steepest = (0, T::ZERO);
        for (j, x) in x.iter().enumerate() {
            if x.abs() > steepest.1 {
                steepest = (j, x.abs());
            }
        }
        if last.replace(steepest.0) == Some(steepest.0) {
            break;
        }
        x.iter_mut().enumerate().for_each(|(j, x)| *x = if j == steepest.0 { T::ONE } else { T::ZERO });
        apply(x, false);
        let next = sum(x);
        let grows = next > estimate;
        estimate = larger(next, estimate);
        if !grows {
            break;
        }
    }
    for (i, x) in x.iter_mut().enumerate() {
        let size = T::ONE + number(i) / number(n - 1);
        *x = if i % 2 == 0 { size } else { -size };
    }
    apply(x, false);
    larger((sum(x) + sum(x)) / number(3 * n), estimate)
}
