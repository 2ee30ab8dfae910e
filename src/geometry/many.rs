//! Transforms of many points and directions at once: rows of an array.

use super::{Affine2, Affine3, Frame2, Frame3, Isometry2, Isometry3};
use crate::array::{Array, Ownership};
use crate::kernel::affine;
use crate::scalar::Real;
use crate::shape::Dim;

/// A line is a type, its frames, the kernel, and what makes an affine transform of it.
macro_rules! many { ($($Type:ident $Frame:ident $rows:path, $affine:expr;)+) => {$(
    /// # Many points
    impl<T: Real, To: $Frame, From: $Frame> $Type<T, To, From> {
        /// Each row as [`transform_point`](Self::transform_point) has it.
        ///
        /// # Shapes
        /// `(N, From) -> (N, To)`
        ///
        /// # Panics
        /// If the points, as an array of their own, have more elements than memory can hold.
        #[inline]
        #[must_use]
        pub fn transform_points<N: Dim, O: Ownership>(&self, points: &Array<T, (N, From), O>) -> Array<T, (N, To)> {
            let mut out: Array<T, (N, To)> = points.to_owned().renamed();
            $rows(out.as_mut_slice().as_chunks_mut().0, *$affine(self).as_rows());
            out
        }

        /// Each row as [`transform_vector`](Self::transform_vector) has it.
        ///
        /// # Shapes
        /// `(N, From) -> (N, To)`
        ///
        /// # Panics
        /// As [`transform_points`](Self::transform_points).
        #[inline]
        #[must_use]
        pub fn transform_vectors<N: Dim, O: Ownership>(&self, vectors: &Array<T, (N, From), O>) -> Array<T, (N, To)> {
            let mut out: Array<T, (N, To)> = vectors.to_owned().renamed();
            $rows(out.as_mut_slice().as_chunks_mut().0, without_translation(*$affine(self).as_rows()));
            out
        }
    }
)+};}
many! {
    Affine2 Frame2 affine::many_of_two, (|a: &Affine2<T, To, From>| *a);
    Affine3 Frame3 affine::many_of_three, (|a: &Affine3<T, To, From>| *a);
    Isometry2 Frame2 affine::many_of_two, Isometry2::to_affine;
    Isometry3 Frame3 affine::many_of_three, Isometry3::to_affine;
}

/// The matrix of directions. Adding -0 changes no sum, nor its sign.
fn without_translation<T: Real, const N: usize, const M: usize>(mut rows: [[T; M]; N]) -> [[T; M]; N] {
    rows.iter_mut().filter_map(|row| row.last_mut()).for_each(|t| *t = T::neg_zero());
    rows
}
