//! Objects that face a direction: motions from the frame of an object to the world.
//!
//! Which axes of an object point forward and up differs from program to program, so they are arguments:
//!
//! | | forward | up |
//! |---|---|---|
//! | OpenGL, Bevy | `Vec3::NEG_Z` | `Vec3::Y` |
//! | Unity, glTF | `Vec3::Z` | `Vec3::Y` |
//! | Unreal | `Vec3::X` | `Vec3::Z` |
//! | Blender | `Vec3::Y` | `Vec3::Z` |

use super::look::{rotation_between, towards};
use crate::array::Array;
use crate::geometry::{Frame3, Isometry3};
use crate::scalar::Real;

/// The motion of an object to `eye`, turned so that its axis `forward_axis` points to `center`, and `up_axis` as nearly to `up` as
/// it can.
///
/// The axes need not have length 1. An `up` along the direction, and a `center` at the `eye`, are as in
/// [`rh::look_at`](super::rh::look_at).
///
/// # Shapes
/// `(World), (World), (World), (Object), (Object)` give a motion from `Object` to `World`.
///
/// # Example
/// ```
/// use conformable::array;
/// use conformable::geometry::{Vec3, camera::model};
/// let ship = model::look_at(&array![1., 0., 0.], &array![5., 0., 0.], &Vec3::Y, &Vec3::NEG_Z, &Vec3::Y);
/// assert!(ship.transform_point(&array![0., 0., -2.]).distance(&array![3., 0., 0.]) < 1e-15);
/// ```
#[must_use]
pub fn look_at<T: Real, World: Frame3, Object: Frame3>(
    eye: &Array<T, (World,)>,
    center: &Array<T, (World,)>,
    up: &Array<T, (World,)>,
    forward_axis: &Array<T, (Object,)>,
    up_axis: &Array<T, (Object,)>,
) -> Isometry3<T, World, Object> {
    look_to(eye, &World::vector(towards(eye, center)), up, forward_axis, up_axis)
}

/// [`look_at`], with a direction in place of a point. It need not have length 1.
///
/// # Shapes
/// As [`look_at`].
#[must_use]
pub fn look_to<T: Real, World: Frame3, Object: Frame3>(
    eye: &Array<T, (World,)>,
    direction: &Array<T, (World,)>,
    up: &Array<T, (World,)>,
    forward_axis: &Array<T, (Object,)>,
    up_axis: &Array<T, (Object,)>,
) -> Isometry3<T, World, Object> {
    let from = [forward_axis, up_axis].map(Object::elements);
    let to = [direction, up].map(World::elements);
    Isometry3::from_rotation_translation(rotation_between(from, to), eye)
}
