//! Transforms of many points and directions at once: rows of an array.

use super::{Affine2, Affine3, Frame2, Frame3, Isometry2, Isometry3};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::kernel::affine;
use crate::ops::MapIntoOutcome;
use crate::scalar::Real;
use crate::shape::{Check, Dim, SameShape, Shape, op};

/// A line is a type, its frames, the kernel of many rows and of one, what makes an affine transform of it, and what that means for bits.
macro_rules! many { ($($Type:ident $Frame:ident $many:path, $one:path, $affine:expr;)+) => {$(
    /// # Many points
    impl<T: Real, To: $Frame, From: $Frame> $Type<T, To, From> {
        /// Each row as [`transform_point`](Self::transform_point) has it.
        ///
        /// The bits are those of one row at a time; of an isometry, those of the affine transform that it is.
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
            $many(out.as_mut_slice().as_chunks_mut().0, *$affine(self).as_rows());
            out
        }

        /// Writes [`transform_points`](Self::transform_points) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`map_into`](Array::map_into).
        #[inline]
        pub fn transform_points_into<N: Dim, O: Ownership, S2: Shape, O2: OwnershipMut>(
            &self,
            points: &Array<T, (N, From), O>,
            out: &mut Array<T, S2, O2>,
        ) -> MapIntoOutcome<(N, To), S2>
        where
            (N, To): SameShape<S2, op::map_into>,
        {
            let matrix = *$affine(self).as_rows();
            let done = write("transform_points_into", (points, matrix), out, $many, $one);
            <<(N, To) as SameShape<S2, op::map_into>>::Check as Check>::wrap(done)
        }

        /// Each row as [`transform_vector`](Self::transform_vector) has it.
        ///
        /// The bits are those of one row at a time; of an isometry, those of the affine transform that it is.
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
            $many(out.as_mut_slice().as_chunks_mut().0, without_translation(*$affine(self).as_rows()));
            out
        }

        /// Writes [`transform_vectors`](Self::transform_vectors) into an existing array, and allocates nothing.
        ///
        /// # Errors
        /// As [`map_into`](Array::map_into).
        #[inline]
        pub fn transform_vectors_into<N: Dim, O: Ownership, S2: Shape, O2: OwnershipMut>(
            &self,
            vectors: &Array<T, (N, From), O>,
            out: &mut Array<T, S2, O2>,
        ) -> MapIntoOutcome<(N, To), S2>
        where
            (N, To): SameShape<S2, op::map_into>,
        {
            let matrix = without_translation(*$affine(self).as_rows());
            let done = write("transform_vectors_into", (vectors, matrix), out, $many, $one);
            <<(N, To) as SameShape<S2, op::map_into>>::Check as Check>::wrap(done)
        }
    }
)+};}
many! {
    Affine2 Frame2 affine::many_of_two, affine::two, (|a: &Affine2<T, To, From>| *a);
    Affine3 Frame3 affine::many_of_three, affine::three, (|a: &Affine3<T, To, From>| *a);
    Isometry2 Frame2 affine::many_of_two, affine::two, Isometry2::to_affine;
    Isometry3 Frame3 affine::many_of_three, affine::three, Isometry3::to_affine;
}

/// Writes each row of `x`, through the matrix, into an array of its shape, or says why not, in the operation of this name: where rows
/// follow each other by `many` of them, else by `one`.
fn write<T: Real, S: Shape, O: Ownership, S2: Shape, O2: OwnershipMut, const N: usize, const M: usize>(
    name: &'static str,
    (x, matrix): (&Array<T, S, O>, [[T; M]; N]),
    out: &mut Array<T, S2, O2>,
    many: impl Fn(&mut [[T; N]], [[T; M]; N]),
    one: impl Fn([T; N], [[T; M]; N]) -> [T; N],
) -> Result<(), ShapeError> {
    out.expect_dims(name, x.shape())?;
    if let Some(rows) = out.contiguous_mut() {
        rows.iter_mut().zip(x.iter()).for_each(|(out, x)| *out = *x);
        many(rows.as_chunks_mut().0, matrix);
        return Ok(());
    }
    let (mut x, mut out) = (x.iter().copied(), out.iter_mut());
    while let Some(first) = x.next() {
        let mut row = [first; N];
        row.iter_mut().skip(1).zip(&mut x).for_each(|(place, x)| *place = x);
        one(row, matrix).into_iter().zip(&mut out).for_each(|(value, out)| *out = value);
    }
    Ok(())
}

/// The matrix of directions. Adding -0 changes no sum, nor its sign.
fn without_translation<T: Real, const N: usize, const M: usize>(mut rows: [[T; M]; N]) -> [[T; M]; N] {
    rows.iter_mut().filter_map(|row| row.last_mut()).for_each(|t| *t = T::neg_zero());
    rows
}
