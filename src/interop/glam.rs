//! Vectors, matrices and transforms of glam 0.34, by value: all of them are a few registers wide.
//!
//! The elements of vectors are moved. glam writes matrices column by column, so these are transposed in memory, and both sides give
//! the same product with a vector. Of integers and truths there are vectors only.
//!
//! Axes with names give them away first, by [`unnamed`](crate::Array::unnamed), and get new ones by
//! [`named`](crate::Array::named).
//!
//! ```
//! use conformable::geometry::{Mat3, Vec3};
//! use conformable::array;
//! let ours = array![[1., 2., 3.], [4., 5., 6.], [7., 8., 9.]];
//! let theirs = glam::Mat3::from(ours);
//! assert_eq!(theirs.row(0), glam::vec3(1., 2., 3.));
//! let product: Vec3<f32> = (theirs * glam::vec3(1., 0., 0.)).into();
//! assert_eq!(product, Mat3::from(theirs).matvec(&Vec3::X));
//! ```
//!
//! ```compile_fail,E0277
//! let four: conformable::geometry::Vec4<f32> = glam::vec3(1., 2., 3.).into(); // glam's `Vec3` has 3 elements
//! ```

use crate::array::{Matrix, Vector};

#[cfg(any(feature = "std", feature = "libm"))]
mod geometry;

/// A line is an element, a length, and glam's vectors of both.
macro_rules! vectors { ($($T:ident $N:literal: $($Theirs:ident)+;)+) => {$($(
    convert! {
        /// By value: the same elements.
        [] Vector<$T, $N> => glam::$Theirs: |ours| glam::$Theirs::from_array(ours.into_nested()),
            |theirs| Vector::new(theirs.into());
    }
)+)+};}
vectors! {
    f32 2: Vec2;
    f32 3: Vec3 Vec3A;
    f32 4: Vec4;
    f64 2: DVec2;
    f64 3: DVec3;
    f64 4: DVec4;
    i8 2: I8Vec2;
    i8 3: I8Vec3;
    i8 4: I8Vec4;
    u8 2: U8Vec2;
    u8 3: U8Vec3;
    u8 4: U8Vec4;
    i16 2: I16Vec2;
    i16 3: I16Vec3;
    i16 4: I16Vec4;
    u16 2: U16Vec2;
    u16 3: U16Vec3;
    u16 4: U16Vec4;
    i32 2: IVec2;
    i32 3: IVec3;
    i32 4: IVec4;
    u32 2: UVec2;
    u32 3: UVec3;
    u32 4: UVec4;
    i64 2: I64Vec2;
    i64 3: I64Vec3;
    i64 4: I64Vec4;
    u64 2: U64Vec2;
    u64 3: U64Vec3;
    u64 4: U64Vec4;
    isize 2: ISizeVec2;
    isize 3: ISizeVec3;
    isize 4: ISizeVec4;
    usize 2: USizeVec2;
    usize 3: USizeVec3;
    usize 4: USizeVec4;
    bool 2: BVec2;
    bool 3: BVec3 BVec3A;
    bool 4: BVec4 BVec4A;
}

/// A line is an element, the number of rows and columns, and glam's matrices of both.
macro_rules! matrices { ($($T:ident $N:literal: $($Theirs:ident)+;)+) => {$($(
    convert! {
        /// By value: transposed in memory, so that products with vectors agree.
        [] Matrix<$T, $N, $N> => glam::$Theirs: |ours| glam::$Theirs::from_cols_array_2d(&ours.to_columns()),
            |theirs| Matrix::new(theirs.to_cols_array_2d()).t_const();
    }
)+)+};}
matrices! {
    f32 2: Mat2;
    f32 3: Mat3 Mat3A;
    f32 4: Mat4;
    f64 2: DMat2;
    f64 3: DMat3;
    f64 4: DMat4;
}
