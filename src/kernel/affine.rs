//! `x = M x + t` for each of many rows: the points of a mesh through an affine transform.
//!
//! `y[i] = ((m[i][0] x[0] + m[i][1] x[1]) + m[i][2] x[2]) + t[i]`, each operation rounded, so that the bits are those of one
//! point on its own. A loop over rows, of which the compiler makes vectors by taking the elements of several rows apart.

use super::primitive::{by_primitive, same};
use crate::scalar::{Real, Repr, Scalar};
use crate::simd::{Element, HAS_VECTORS, Kernel, Simd};

/// Rows of `N` elements, one after the other, and the rows of a matrix with a translation beside it.
struct Rows<'a, T, const N: usize, const M: usize> {
    rows: &'a mut [[T; N]],
    matrix: [[T; M]; N],
}

impl<T: Element + num_traits::Float, const N: usize, const M: usize> Kernel<T> for Rows<'_, T, N, M> {
    type Output = ();
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<T>>(self, _: I) {
        for row in self.rows {
            *row = one(*row, &self.matrix);
        }
    }
}

/// One row.
#[inline(always)]
pub(crate) fn one<T: num_traits::Float, const N: usize, const M: usize>(
    x: [T; N],
    matrix: &[[T; M]; N],
) -> [T; N] {
    matrix.map(|row| {
        let products = row.into_iter().zip(x).map(|(m, x)| m * x);
        let sum = products.reduce(|a, b| a + b).unwrap_or_else(T::zero);
        sum + row.last().copied().unwrap_or_else(T::zero)
    })
}

/// Each row, times the matrix that stands before the last column, with that column added.
#[inline(always)]
pub(crate) fn rows<T: Real, const N: usize, const M: usize>(rows: &mut [[T; N]], matrix: &[[T; M]; N]) {
    if const { !HAS_VECTORS } {
        rows.iter_mut().for_each(|row| *row = one(*row, matrix));
        return;
    }
    by_primitive!(float T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`, and so have arrays of it.
        let (rows, matrix) = unsafe {
            (core::slice::from_raw_parts_mut(rows.as_mut_ptr().cast::<[P; N]>(), rows.len()), same::<_, [[P; M]; N]>(*matrix))
        };
        P::dispatch(Rows { rows, matrix })
    }, else debug_assert!(false, "no kernel"));
}
