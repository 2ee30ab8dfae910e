//! Vectors, matrices and rotations of mint 0.5, the common types of crates for graphics.
//!
//! mint's vectors, points and row matrices have the memory of ours, so they convert by value and by reference. A column matrix is
//! transposed by value, and a reference to one is an [`ArrayView`]: nothing is copied.
//!
//! Axes with names give them away first, by [`unnamed`](crate::Array::unnamed).
//!
//! ```
//! use conformable::{ArrayView, Matrix, Vector, array, shape};
//! use mint::{ColumnMatrix2x3, IntoMint, Vector3};
//!
//! let theirs: Vector3<f32> = array![1., 2., 3.].into();
//! let ours: &Vector<f32, 3> = (&theirs).into(); // the same memory
//! assert_eq!(ours.z, 3.);
//!
//! let columns = ColumnMatrix2x3::from([[1, 4], [2, 5], [3, 6]]);
//! let view: ArrayView<'_, i32, shape![2, 3]> = (&columns).into();
//! assert_eq!(view, array![[1, 2, 3], [4, 5, 6]]);
//! ```

#![allow(unsafe_code, reason = "references to arrays as references to structs of the same memory")]

use crate::array::{ArrayView, Matrix, Vector};
use crate::shape::Const;
use mint::{
    ColumnMatrix2, ColumnMatrix2x3, ColumnMatrix2x4, ColumnMatrix3, ColumnMatrix3x2, ColumnMatrix3x4,
    ColumnMatrix4, ColumnMatrix4x2, ColumnMatrix4x3, IntoMint, Point2, Point3, RowMatrix2, RowMatrix2x3,
    RowMatrix2x4, RowMatrix3, RowMatrix3x2, RowMatrix3x4, RowMatrix4, RowMatrix4x2, RowMatrix4x3, Vector2,
    Vector3, Vector4,
};

#[cfg(any(feature = "std", feature = "libm"))]
mod geometry;

/// What has our memory, by value and by reference. A line is a type of mint and one of ours.
macro_rules! same_memory { ($($Theirs:ident => $Ours:ident<$($N:literal),+>;)+) => {$(
    convert! {
        /// By value: the same memory.
        [T] $Ours<T, $($N),+> => $Theirs<T>: |ours| ours.into_nested().into(), |theirs| $Ours::new(theirs.into());
    }
    convert_into! {
        /// The same memory.
        ['a, T] &'a $Theirs<T> => &'a $Ours<T, $($N),+>: |theirs| $Ours::from_nested_ref(theirs.as_ref());
        /// The same memory.
        ['a, T] &'a mut $Theirs<T> => &'a mut $Ours<T, $($N),+>: |theirs| $Ours::from_nested_mut(theirs.as_mut());
        /// The same memory.
        ['a, T] &'a $Ours<T, $($N),+> => &'a $Theirs<T>: |ours| {
            const { expect_same::<$Ours<T, $($N),+>, $Theirs<T>>() };
            // SAFETY:
            // - `$Theirs` is `repr(C)`: at the leaves one field of type `T` for each element, in the order of `as_nested`, whose
            //   memory ours is. The size of `T` is a multiple of its alignment, so neither has padding (`expect_same`).
            // - It is borrowed as the array is.
            unsafe { &*(&raw const *ours).cast() }
        };
        /// The same memory.
        ['a, T] &'a mut $Ours<T, $($N),+> => &'a mut $Theirs<T>: |ours| {
            const { expect_same::<$Ours<T, $($N),+>, $Theirs<T>>() };
            // SAFETY: as above, borrowed mutably as the array is.
            unsafe { &mut *(&raw mut *ours).cast() }
        };
    }
)+};}
same_memory! {
    Vector2 => Vector<2>;
    Vector3 => Vector<3>;
    Vector4 => Vector<4>;
    Point2 => Vector<2>;
    Point3 => Vector<3>;
    RowMatrix2 => Matrix<2, 2>;
    RowMatrix2x3 => Matrix<2, 3>;
    RowMatrix2x4 => Matrix<2, 4>;
    RowMatrix3x2 => Matrix<3, 2>;
    RowMatrix3 => Matrix<3, 3>;
    RowMatrix3x4 => Matrix<3, 4>;
    RowMatrix4x2 => Matrix<4, 2>;
    RowMatrix4x3 => Matrix<4, 3>;
    RowMatrix4 => Matrix<4, 4>;
}

/// Does not compile unless both types have one size and one alignment.
const fn expect_same<A, B>() {
    assert!(size_of::<A>() == size_of::<B>() && align_of::<A>() == align_of::<B>());
}

/// What mint writes column by column. A line is a type of mint, and rows and columns of ours.
macro_rules! columns { ($($Theirs:ident => $R:literal, $C:literal;)+) => {$(
    convert! {
        /// By value: transposed in memory.
        [T: Copy] Matrix<T, $R, $C> => $Theirs<T>: |ours| ours.to_columns().into(),
            |theirs| Matrix::<T, $C, $R>::new(theirs.into()).t_const();
    }
    convert_into! {
        /// The same memory: its rows have a distance of 1.
        ['a, T] &'a $Theirs<T> => ArrayView<'a, T, (Const<$R>, Const<$C>)>: |theirs| {
            Matrix::<T, $C, $R>::from_nested_ref(theirs.as_ref()).t()
        };
    }
)+};}
columns! {
    ColumnMatrix2 => 2, 2;
    ColumnMatrix2x3 => 2, 3;
    ColumnMatrix2x4 => 2, 4;
    ColumnMatrix3x2 => 3, 2;
    ColumnMatrix3 => 3, 3;
    ColumnMatrix3x4 => 3, 4;
    ColumnMatrix4x2 => 4, 2;
    ColumnMatrix4x3 => 4, 3;
    ColumnMatrix4 => 4, 4;
}

/// What is taken for our types where a crate asks for mint's. A line is one of ours and its partner.
macro_rules! into_mint { ($($Ours:ident<$($N:literal),+> => $Theirs:ident;)+) => {$(
    impl<T> IntoMint for $Ours<T, $($N),+> {
        type MintType = $Theirs<T>;
    }
)+};}
into_mint! {
    Vector<2> => Vector2;
    Vector<3> => Vector3;
    Vector<4> => Vector4;
    Matrix<2, 2> => RowMatrix2;
    Matrix<2, 3> => RowMatrix2x3;
    Matrix<2, 4> => RowMatrix2x4;
    Matrix<3, 2> => RowMatrix3x2;
    Matrix<3, 3> => RowMatrix3;
    Matrix<3, 4> => RowMatrix3x4;
    Matrix<4, 2> => RowMatrix4x2;
    Matrix<4, 3> => RowMatrix4x3;
    Matrix<4, 4> => RowMatrix4;
}
