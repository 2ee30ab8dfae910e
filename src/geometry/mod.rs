//! Geometry of two and three dimensions: vectors with fields, rotations, rigid and affine transforms, cameras.
//!
//! Vectors and matrices are the arrays of this crate under the names that game code has: [`Vec3<f32>`](Vec3) is
//! [`Vector<f32, 3>`](crate::Vector).

mod frames;
mod names;

pub use crate::array::{Fields, Xy, Xyz, Xyzw};
#[doc(hidden)]
pub use frames::FrameRules;
pub use frames::{Frame2, Frame3, Meets};
pub use names::{Mat2, Mat3, Mat4, Vec2, Vec3, Vec4};
