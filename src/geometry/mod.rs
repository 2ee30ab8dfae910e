//! Geometry of two and three dimensions: vectors with fields, rotations, rigid and affine transforms, cameras.
//!
//! Vectors and matrices are the arrays of this crate under the names that game code has: [`Vec3<f32>`](Vec3) is
//! [`Vector<f32, 3>`](crate::Vector).
//!
//! Beside the fields `v.x`, vectors of 2, 3 and 4 elements have a method for each word of 2 to 4 of their letters, which makes a
//! vector of these elements: `v.xy()`, `v.zyx()`, `v.xxyy()`. It is of any owner, also of a view, and of an axis with a name; the
//! axis of the result has none. A letter that the vector does not have does not compile:
//!
//! ```
//! use conformable::array;
//! let v = array![1, 2, 3];
//! assert_eq!((v.xy(), v.zyx()), (array![1, 2], array![3, 2, 1]));
//! ```
//!
//! ```compile_fail,E0277
//! conformable::array![1, 2].xz(); // a vector along `Const<2>` has no `z`
//! ```

#[cfg(any(feature = "std", feature = "libm"))]
mod affine;
#[cfg(any(feature = "std", feature = "libm"))]
pub mod camera;
mod components;
#[cfg(any(feature = "std", feature = "libm"))]
mod compose;
#[cfg(any(feature = "std", feature = "libm"))]
mod directions;
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
#[cfg(feature = "rand-010")]
mod random;
#[cfg(any(feature = "std", feature = "libm"))]
mod rot2;
mod swizzles;
#[cfg(any(feature = "std", feature = "libm"))]
mod transform;
mod unit_vectors;
#[cfg(any(feature = "std", feature = "libm"))]
mod vec2;
#[cfg(any(feature = "std", feature = "libm"))]
mod vec3;
#[cfg(any(feature = "std", feature = "libm"))]
mod vectors;

pub use crate::array::{Fields, Xy, Xyz, Xyzw};
#[cfg(any(feature = "std", feature = "libm"))]
pub use affine::{Affine2, Affine3};
pub use components::{Extended, HasW, HasZ};
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
#[cfg(feature = "rand-010")]
pub use random::{UnitBall, UnitCircle, UnitDisc, UnitSphere};
#[cfg(any(feature = "std", feature = "libm"))]
pub use rot2::Rot2;
#[cfg(any(feature = "std", feature = "libm"))]
pub use transform::{Transform2, Transform3};
pub use unit_vectors::MinusOne;
