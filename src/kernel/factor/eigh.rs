//! Eigenvalues and eigenvectors of a symmetric matrix.
//!
//! Up to 4 rows by Jacobi's rotations, above by reduction to tridiagonal form and the implicit QL method. The vectors are
//! kept as rows until the end: so each rotation goes along two rows. Values alone come from the same steps, and have the
//! same bits.

use super::ordered::{is_negative, negate, sort};
use super::rows::Rows;
use super::scale::{Scale, largest, multiply};
use super::{Unfinished, jacobi, ql, tridiagonal};
use crate::scalar::Real;

/// Up to so many rows Jacobi's rotations are as fast.
const JACOBI: usize = 4;

/// The eigenvalues of A (n, n), of which the lower triangle is read, ascending in `values` (n), and the eigenvectors in the
/// columns of `vectors` (n, n): `A = V diag(values) Vᵀ`. Of each vector the component of the largest size is positive, of
/// equal ones the first. A is lost.
///
/// # Errors
/// A NaN or an infinity in the lower triangle, before anything is done; no convergence, after 30 sweeps or 30 n steps.
///
/// There are at most `MOST` rows, for which the code is made.
#[inline(always)]
pub(crate) fn eigh<T: Real, const MOST: usize>(
    mut a: Rows<'_, T>,
    values: &mut [T],
    mut vectors: Option<Rows<'_, T>>,
) -> Result<(), Unfinished> {
    let n = a.columns();
    debug_assert!(n == 0 || a.rows() == n && values.len() == n, "a square matrix, a value for each row");
    let Some(values) = values.get_mut(..n) else { return Err(Unfinished { is_finite: true }) };
    let lower = (0..n).flat_map(|i| a.row(i).get(..=i).unwrap_or_default());
    let Some(largest) = largest(lower.copied()) else { return Err(Unfinished { is_finite: false }) };
    let scale = Scale::to_top(largest);
    multiply(a.elements_mut(), scale.map(|scale| scale.there));
    if !diagonalise::<T, MOST>(&mut a, values, vectors.as_mut().map(Rows::reborrow)) {
        return Err(Unfinished { is_finite: true });
    }
    sort(
        values,
        |x, y| x < y,
        |i, k| {
            if let Some(rows) = &mut vectors {
                rows.swap_rows(i, k);
            }
        },
    );
    if let Some(vectors) = &mut vectors {
        vectors.iter_mut().filter(|row| is_negative(row)).for_each(negate);
        vectors.transpose_square();
    }
    multiply(values, scale.map(|scale| scale.back));
    Ok(())
}

/// The eigenvalues in no order, and the eigenvectors as rows.
#[inline(always)]
fn diagonalise<T: Real, const MOST: usize>(
    a: &mut Rows<'_, T>,
    values: &mut [T],
    mut vectors: Option<Rows<'_, T>>,
) -> bool {
    if MOST <= JACOBI || a.columns() <= JACOBI {
        if let Some(vectors) = &mut vectors {
            vectors.set_identity();
        }
        let finished = jacobi::jacobi(a, vectors);
        values.iter_mut().enumerate().for_each(|(i, x)| *x = a.at(i, i));
        return finished;
    }
    tridiagonal::reduce(a, values);
    if let Some(vectors) = &mut vectors {
        // The diagonal of T is not touched, nor what is beside it, which is above it.
        tridiagonal::form(a, vectors);
    }
    tridiagonal::gather(a, values);
    ql::ql(values, a.row_mut(0), vectors)
}
