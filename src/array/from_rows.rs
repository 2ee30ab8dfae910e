//! Matrices from lists of vectors: `from_rows` and `from_columns`.

use super::Array;
use super::concat::{ArrayList, StackList, stack};
use crate::shape::{Check, Dim};

/// # Construction
impl<T, R: Dim, C: Dim> Array<T, (R, C)> {
    /// The matrix of a list of vectors, its rows: [`stack::<0, _>`](crate::stack()) of vectors.
    ///
    /// # Shapes
    /// `R` of `(C) -> (R, C)`: of an array, or a reference to one, the number of rows is in the type; of a slice it is `Dyn`.
    ///
    /// As `numpy.array` of a list of vectors. The vectors are arrays, views, or references to them, all of one type.
    ///
    /// # Errors
    /// Only of a slice, or of vectors whose length is known at run time: none, or lengths that differ.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, Const, Dyn, Matrix, Vector, array};
    /// let m = Matrix::from_rows(&[array![1, 2, 3], array![4, 5, 6]]);
    /// assert_eq!(m, array![[1, 2, 3], [4, 5, 6]]);
    /// let read: Vec<Vector<i32, 2>> = vec![array![1, 2], array![3, 4]];
    /// let rows: Array<i32, (Dyn, Const<2>)> = Array::from_rows(read.as_slice())?;
    /// assert_eq!(rows.dims(), [2, 2]);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    #[track_caller]
    pub fn from_rows<L>(rows: L) -> <<L as StackList<0>>::Check as Check>::Wrap<Self>
    where
        T: Clone,
        L: ArrayList<Element = T> + StackList<0, Output = (R, C)>,
    {
        stack::<0, L>(rows)
    }

    /// The matrix of a list of vectors, its columns: [`stack::<1, _>`](crate::stack()) of vectors.
    ///
    /// # Shapes
    /// `C` of `(R) -> (R, C)`, as [`from_rows`](Array::from_rows). As `numpy.column_stack`.
    ///
    /// # Errors
    /// As `from_rows`.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// assert_eq!(Matrix::from_columns(&[array![1, 2], array![3, 4]]), array![[1, 3], [2, 4]]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn from_columns<L>(columns: L) -> <<L as StackList<1>>::Check as Check>::Wrap<Self>
    where
        T: Clone,
        L: ArrayList<Element = T> + StackList<1, Output = (R, C)>,
    {
        stack::<1, L>(columns)
    }
}
