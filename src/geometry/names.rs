//! The names of vectors and matrices in game code.

use crate::array::{Matrix, Vector};

/// A vector of 2 elements, with the fields `x` and `y`. In memory `[T; 2]`.
pub type Vec2<T> = Vector<T, 2>;
/// A vector of 3 elements, with the fields `x`, `y` and `z`. In memory `[T; 3]`, without padding.
pub type Vec3<T> = Vector<T, 3>;
/// A vector of 4 elements, with the fields `x`, `y`, `z` and `w`. In memory `[T; 4]`, as aligned as `T`.
pub type Vec4<T> = Vector<T, 4>;
/// A matrix of 2 rows of 2 elements, one row after the other in memory. `*` of two is element by element: their product is
/// [`matmul`](crate::Array::matmul).
pub type Mat2<T> = Matrix<T, 2, 2>;
/// A matrix of 3 rows of 3 elements, one row after the other in memory. `*` of two is element by element: their product is
/// [`matmul`](crate::Array::matmul).
pub type Mat3<T> = Matrix<T, 3, 3>;
/// A matrix of 4 rows of 4 elements, one row after the other in memory. `*` of two is element by element: their product is
/// [`matmul`](crate::Array::matmul).
pub type Mat4<T> = Matrix<T, 4, 4>;
