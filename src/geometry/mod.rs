//! Geometry of two and three dimensions: vectors with fields, rotations, rigid and affine transforms, cameras.
//!
//! Vectors and matrices are the arrays of this crate under the names that game code has: [`Vec3<f32>`](Vec3) is
//! [`Vector<f32, 3>`](crate::Vector).

#[cfg(any(feature = "std", feature = "libm"))]
mod affine;
#[cfg(any(feature = "std", feature = "libm"))]
pub mod camera;
#[cfg(any(feature = "std", feature = "libm"))]
mod compose;
#[cfg(any(feature = "std", feature = "libm"))]
mod euler;
mod frames;
#[cfg(any(feature = "std", feature = "libm"))]
mod isometry;
#[cfg(any(feature = "std", feature = "libm"))]
mod many;
mod names;
#[cfg(any(feature = "std", feature = "libm"))]
mod numbers;
#[cfg(any(feature = "std", feature = "libm"))]
mod projection;
#[cfg(any(feature = "std", feature = "libm"))]
mod quat;
#[cfg(any(feature = "std", feature = "libm"))]
mod rot2;
#[cfg(any(feature = "std", feature = "libm"))]
mod transform;

pub use crate::array::{Fields, Xy, Xyz, Xyzw};
#[cfg(any(feature = "std", feature = "libm"))]
pub use affine::{Affine2, Affine3};
#[cfg(any(feature = "std", feature = "libm"))]
#[doc(hidden)]
pub use compose::AppliesBy;
#[cfg(any(feature = "std", feature = "libm"))]
pub use euler::EulerRot;
#[doc(hidden)]
pub use frames::FrameRules;
pub use frames::{Frame2, Frame3, Meets};
#[cfg(any(feature = "std", feature = "libm"))]
pub use isometry::{Isometry2, Isometry3};
pub use names::{Mat2, Mat3, Mat4, Vec2, Vec3, Vec4};
#[cfg(any(feature = "std", feature = "libm"))]
pub use projection::Projection3;
#[cfg(any(feature = "std", feature = "libm"))]
pub use quat::Quat;
#[cfg(any(feature = "std", feature = "libm"))]
pub use rot2::Rot2;
#[cfg(any(feature = "std", feature = "libm"))]
pub use transform::{Transform2, Transform3};
