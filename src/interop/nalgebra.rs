//! Matrices, vectors, views and transforms of nalgebra 0.35.
//!
//! - **Views cost nothing.** Our rows are the columns of nalgebra: [`as_nalgebra_t`](crate::Array::as_nalgebra_t) is the transpose of a
//!   matrix as a [`MatrixView`](::nalgebra::MatrixView) with our lengths in its type, and a reference to a vector is a `VectorView`.
//!   A reference to a matrix of nalgebra is an [`ArrayView`]. Views convert by `TryFrom`: those of nalgebra with any strides, ours if
//!   the elements of each column are neighbours, as in `a.t()`; else that is a [`ShapeError`](crate::ShapeError).
//! - **Owned matrices are transposed** in memory, since nalgebra writes columns. Vectors are moved.
//!
//! Axes with names give them away first, by [`unnamed`](crate::Array::unnamed). Matrices on the heap need the feature
//! `nalgebra-035-alloc`; transforms need `std` or `libm`.
//!
//! ```
//! use conformable::{ArrayView, Matrix, array, s, shape};
//! use nalgebra::{Const, Dyn, MatrixView, SMatrix};
//!
//! let a = array![[1., 2., 3.], [4., 5., 6.]];
//! let t: MatrixView<'_, f64, Const<3>, Const<2>> = a.as_nalgebra_t(); // the same memory
//! let product: SMatrix<f64, 2, 2> = t.tr_mul(&t);
//! let back: ArrayView<'_, f64, shape![2, 2]> = (&product).into(); // the same memory
//! assert_eq!(back, a.inner(&a));
//! assert_eq!(Matrix::from(product), a.inner(&a)); // transposed into our order
//!
//! type Part<'a> = MatrixView<'a, f64, Const<2>, Const<2>, Const<1>, Dyn>;
//! let part = Part::try_from(a.t().slice(s![1.., ..]))?;
//! assert_eq!(part[(1, 0)], 3.);
//! let error = Part::try_from(a.slice(s![.., 1..])).unwrap_err();
//! assert_eq!(error.operation(), "into_nalgebra");
//! # Ok::<(), conformable::ShapeError>(())
//! ```

use crate::array::{ArrayView, ArrayViewMut, Matrix, Vector};
use crate::shape::Const;
use nalgebra::{ArrayStorage, Point, SMatrix, SVector, Scalar, Translation};

#[cfg(any(feature = "std", feature = "libm"))]
mod geometry;
#[cfg(feature = "nalgebra-035-alloc")]
mod heap;
mod views;

pub use views::{NalgebraAxis, NalgebraShape};

convert! {
    /// By value: moved.
    [T, const N: usize] Vector<T, N> => SVector<T, N>: |ours| SVector::from_array_storage(ArrayStorage([ours.into_nested()])), |theirs| {
        let [column] = theirs.data.0;
        Vector::new(column)
    };
    /// By value: transposed in memory.
    [T: Clone, const R: usize, const C: usize] Matrix<T, R, C> => SMatrix<T, R, C>: |ours| {
        SMatrix::from_array_storage(ArrayStorage(ours.t().to_owned().into_nested()))
    }, |theirs| Matrix::from_nested_ref(&theirs.data.0).t().to_owned();
    /// By value: moved, as the coordinates of the point.
    [T: Scalar, const N: usize] Vector<T, N> => Point<T, N>: |ours| SVector::from(ours).into(), |theirs| theirs.coords.into();
    /// By value: moved.
    [T, const N: usize] Vector<T, N> => Translation<T, N>: |ours| Translation { vector: ours.into() }, |theirs| theirs.vector.into();
}

convert_into! {
    /// The same memory: its rows have a distance of 1.
    ['a, T, const R: usize, const C: usize] &'a SMatrix<T, R, C> => ArrayView<'a, T, (Const<R>, Const<C>)>: |theirs| {
        Matrix::from_nested_ref(&theirs.data.0).t()
    };
    /// The same memory: its rows have a distance of 1.
    ['a, T, const R: usize, const C: usize] &'a mut SMatrix<T, R, C> => ArrayViewMut<'a, T, (Const<R>, Const<C>)>: |theirs| {
        Matrix::from_nested_mut(&mut theirs.data.0).t_mut()
    };
    /// The same memory.
    ['a, T, const N: usize] &'a SVector<T, N> => &'a Vector<T, N>: |theirs| {
        let [column] = &theirs.data.0;
        Vector::from_nested_ref(column)
    };
    /// The same memory.
    ['a, T, const N: usize] &'a mut SVector<T, N> => &'a mut Vector<T, N>: |theirs| {
        let [column] = &mut theirs.data.0;
        Vector::from_nested_mut(column)
    };
}
