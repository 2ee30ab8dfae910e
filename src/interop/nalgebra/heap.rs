//! Matrices and vectors on the heap.

#![allow(unsafe_code, reason = "matrices of nalgebra as views: pointers with strides")]

use super::views::{NalgebraShape, view_from, view_mut_from};
use crate::array::{Array, ArrayView, ArrayViewMut};
use crate::error::ShapeError;
use crate::shape::{Const, Dyn};
use alloc::vec::Vec;
use nalgebra::{DVector, Matrix, VecStorage};

convert! {
    /// By value: the same memory.
    [T] Array<T, (Dyn,)> => DVector<T>: |ours| DVector::from_vec_storage(VecStorage::new(nalgebra::Dyn(ours.len()), nalgebra::Const, ours.into_vec())),
        |theirs| Vec::from(theirs.data).into();
}
convert_into! {
    /// The same memory.
    ['a, T] &'a DVector<T> => ArrayView<'a, T, (Dyn,)>: |theirs| theirs.data.as_slice().into();
    /// The same memory.
    ['a, T] &'a mut DVector<T> => ArrayViewMut<'a, T, (Dyn,)>: |theirs| theirs.data.as_mut_slice().into();
}

/// A line is what a shape is generic over, its axes, and those of nalgebra.
macro_rules! matrices { ($([$($generics:tt)*] ($R:ty, $C:ty) => $Rows:ty, $Columns:ty;)+) => {$(
    convert_into! {
        /// By value: transposed in memory.
        [T: Clone, $($generics)*] Array<T, ($R, $C)> => Matrix<T, $Rows, $Columns, VecStorage<T, $Rows, $Columns>>: |ours| {
            let (rows, columns) = ours.shape().theirs();
            Matrix::from_data(VecStorage::new(rows, columns, ours.t().to_owned().into_vec()))
        };
    }
    impl<T: Clone, $($generics)*> TryFrom<Matrix<T, $Rows, $Columns, VecStorage<T, $Rows, $Columns>>> for Array<T, ($R, $C)> {
        type Error = ShapeError;
        /// By value: transposed in memory.
        ///
        /// # Errors
        /// More positions than memory can hold, beside a length of 0 or of elements without bytes.
        #[inline]
        fn try_from(theirs: Matrix<T, $Rows, $Columns, VecStorage<T, $Rows, $Columns>>) -> Result<Self, ShapeError> {
            Ok(ArrayView::try_from(&theirs)?.to_owned())
        }
    }
    impl<'a, T, $($generics)*> TryFrom<&'a Matrix<T, $Rows, $Columns, VecStorage<T, $Rows, $Columns>>> for ArrayView<'a, T, ($R, $C)> {
        type Error = ShapeError;
        /// The same memory: rows have a distance of 1.
        ///
        /// # Errors
        /// As by value.
        #[inline]
        fn try_from(theirs: &'a Matrix<T, $Rows, $Columns, VecStorage<T, $Rows, $Columns>>) -> Result<Self, ShapeError> {
            let (shape, strides) = (theirs.shape_generic(), (1, theirs.nrows()));
            // SAFETY: the elements stand one column after the other, borrowed for `'a`.
            unsafe { view_from(shape, theirs.data.as_slice().as_ptr(), strides) }
        }
    }
    impl<'a, T, $($generics)*> TryFrom<&'a mut Matrix<T, $Rows, $Columns, VecStorage<T, $Rows, $Columns>>> for ArrayViewMut<'a, T, ($R, $C)> {
        type Error = ShapeError;
        /// The same memory: rows have a distance of 1.
        ///
        /// # Errors
        /// As by value.
        #[inline]
        fn try_from(theirs: &'a mut Matrix<T, $Rows, $Columns, VecStorage<T, $Rows, $Columns>>) -> Result<Self, ShapeError> {
            let (shape, strides) = (theirs.shape_generic(), (1, theirs.nrows()));
            // SAFETY: as above, borrowed mutably for `'a`.
            unsafe { view_mut_from(shape, theirs.data.as_mut_slice().as_mut_ptr(), strides) }
        }
    }
)+};}
matrices! {
    [] (Dyn, Dyn) => nalgebra::Dyn, nalgebra::Dyn;
    [const R: usize] (Const<R>, Dyn) => nalgebra::Const<R>, nalgebra::Dyn;
    [const C: usize] (Dyn, Const<C>) => nalgebra::Dyn, nalgebra::Const<C>;
}
