//! `x = M x + t` for each of many rows: the points of a mesh through an affine transform.
//!
//! `y[i] = ((m[i][0] x[0] + m[i][1] x[1]) + m[i][2] x[2]) + t[i]`, each operation rounded, so that the bits are those of one
//! point on its own. A loop over rows, of which the compiler makes vectors by taking the elements of several rows apart; it does
//! so only if the formula is written out.

use super::primitive::{by_primitive, same};
use crate::scalar::{Real, Repr, Scalar};
use crate::simd::{Element, HAS_VECTORS, Kernel, Simd};
use num_traits::Float;

/// A line is a number of elements, that of a row of the matrix with the translation beside it, and the names of the elements.
macro_rules! affine { ($($one:ident $many:ident $Many:ident $n:literal $m:literal $(($x:ident $row:ident))+;)+) => {$(
    /// One row.
    #[inline(always)]
    pub(crate) fn $one<T: Float>([$($x),+]: [T; $n], [$($row),+]: [[T; $m]; $n]) -> [T; $n] {
        let of = |row: [T; $m]| affine!(@sum row 0 $($x)+);
        [$(of($row)),+]
    }

    struct $Many<'a, T> {
        rows: &'a mut [[T; $n]],
        matrix: [[T; $m]; $n],
    }
    impl<T: Element + Float> Kernel<T> for $Many<'_, T> {
        type Output = ();
        const WIDEST: usize = 32;
        const VECTORS: bool = false;
        #[inline(always)]
        fn run<I: Simd<T>>(self, _: I) {
            for row in self.rows {
                *row = $one(*row, self.matrix);
            }
        }
    }

    /// Each row.
    pub(crate) fn $many<T: Real>(rows: &mut [[T; $n]], matrix: [[T; $m]; $n]) {
        if const { !HAS_VECTORS } {
            rows.iter_mut().for_each(|row| *row = $one(*row, matrix));
            return;
        }
        by_primitive!(float T as P => {
            // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`, and so have arrays of it.
            let (rows, matrix) = unsafe {
                let rows = core::slice::from_raw_parts_mut(rows.as_mut_ptr().cast::<[P; $n]>(), rows.len());
                (rows, same::<_, [[P; $m]; $n]>(matrix))
            };
            P::dispatch($Many { rows, matrix });
        }, else debug_assert!(false, "no kernel"));
    }
)+};
    (@sum $row:ident 0 $x:ident $y:ident) => { $row[0] * $x + $row[1] * $y + $row[2] };
    (@sum $row:ident 0 $x:ident $y:ident $z:ident) => { $row[0] * $x + $row[1] * $y + $row[2] * $z + $row[3] };
}
affine! {
    two many_of_two ManyOfTwo 2 3 (x a) (y b);
    three many_of_three ManyOfThree 3 4 (x a) (y b) (z c);
}
