//! Perspective and orthographic projections, by their planes.
//!
//! The depth of a point at distance `d` is `(a d + b) / d` in perspective and `a d + b` else; `a` and `b` are such that it is that of
//! the near plane there, and that of the far plane there.

use crate::geometry::numbers::{sin_cos_half, two};
use crate::geometry::{Mat4, Projection3};
use crate::scalar::Real;

/// A clip space: its handedness, its depth at the near plane, and whether y points down.
#[derive(Clone, Copy)]
pub(super) struct Clip {
    pub(super) rh: bool,
    pub(super) near: i8,
    pub(super) down: bool,
}

/// The module of a clip space. A line below is a function: its arguments after the clip space, and what it is.
macro_rules! clip_space {
    ($name:ident, $rh:literal, $near:literal, $down:literal, $is:literal) => {
        #[doc = concat!("Projections to clip space with ", $is, ".")]
        pub mod $name {
            use crate::geometry::Projection3;
            use crate::geometry::camera::projections::{Clip, clip_functions};
            use crate::scalar::Real;

            const CLIP: Clip = Clip { rh: $rh, near: $near, down: $down };
            clip_functions! {
                /// A perspective projection with the vertical field of view in radians, the width of the screen over its height, and the
                /// distances of the near and the far plane, both positive.
                perspective(vertical_fov, aspect_ratio, near, far);
                /// [`perspective`] with the greatest depth at the near plane and the least at the far one.
                perspective_reverse(vertical_fov, aspect_ratio, near, far);
                /// [`perspective`] without a far plane: depth nears its greatest value with distance.
                perspective_infinite(vertical_fov, aspect_ratio, near);
                /// [`perspective_reverse`] without a far plane: depth nears its least value with distance.
                perspective_infinite_reverse(vertical_fov, aspect_ratio, near);
                /// An orthographic projection of the box between these planes: x and y in view space, and the distances of the near and the
                /// far plane.
                orthographic(left, right, bottom, top, near, far);
                /// A perspective projection through the window on the near plane between these coordinates x and y, with the distances of
                /// the near and the far plane, both positive.
                frustum(left, right, bottom, top, near, far);
            }
        }
    };
}
pub(super) use clip_space;

/// The functions of a clip space, which call those of `Clip`.
macro_rules! clip_functions { ($($(#[$doc:meta])+ $name:ident($($argument:ident),+);)+) => {$(
    $(#[$doc])+
    #[must_use]
    pub fn $name<T: Real>($($argument: T),+) -> Projection3<T> {
        CLIP.$name($($argument),+)
    }
)+};}
pub(super) use clip_functions;

impl Clip {
    /// The depths of the near and the far plane.
    fn depths<T: Real>(self, reverse: bool) -> [T; 2] {
        let least = if self.near < 0 { -T::one() } else { T::zero() };
        if reverse { [T::one(), least] } else { [least, T::one()] }
    }

    /// A perspective projection: the factors of x and y, how far the window is off the axis, and the depth.
    fn projection<T: Real>(self, [x, y]: [T; 2], [off_x, off_y]: [T; 2], [a, b]: [T; 2]) -> Projection3<T> {
        let (zero, one) = (T::zero(), T::one());
        // The distance is z or -z.
        let z = if self.rh { -one } else { one };
        let down = if self.down { -one } else { one };
        Projection3::from_matrix(Mat4::new([
            [x, zero, -off_x * z, zero],
            [zero, y * down, -off_y * z * down, zero],
            [zero, zero, a * z, b],
            [zero, zero, z, zero],
        ]))
    }

    /// The factors of x and y.
    fn factors<T: Real>(vertical_fov: T, aspect_ratio: T) -> [T; 2] {
        let [sin, cos] = sin_cos_half(vertical_fov);
        let y = cos / sin;
        [y / aspect_ratio, y]
    }

    /// `a` and `b` of finite planes.
    fn depth<T: Real>(self, near: T, far: T, reverse: bool) -> [T; 2] {
        let [at_near, at_far] = self.depths::<T>(reverse);
        let length = far - near;
        [(at_far * far - at_near * near) / length, (at_near - at_far) * near * far / length]
    }

    /// `a` and `b` without a far plane.
    fn infinite<T: Real>(self, near: T, reverse: bool) -> [T; 2] {
        let [at_near, at_far] = self.depths::<T>(reverse);
        [at_far, (at_near - at_far) * near]
    }

    pub(super) fn perspective<T: Real>(self, fov: T, aspect: T, near: T, far: T) -> Projection3<T> {
        self.projection(Self::factors(fov, aspect), [T::zero(); 2], self.depth(near, far, false))
    }
    pub(super) fn perspective_reverse<T: Real>(self, fov: T, aspect: T, near: T, far: T) -> Projection3<T> {
        self.projection(Self::factors(fov, aspect), [T::zero(); 2], self.depth(near, far, true))
    }
    pub(super) fn perspective_infinite<T: Real>(self, fov: T, aspect: T, near: T) -> Projection3<T> {
        self.projection(Self::factors(fov, aspect), [T::zero(); 2], self.infinite(near, false))
    }
    pub(super) fn perspective_infinite_reverse<T: Real>(self, fov: T, aspect: T, near: T) -> Projection3<T> {
        self.projection(Self::factors(fov, aspect), [T::zero(); 2], self.infinite(near, true))
    }
    pub(super) fn frustum<T: Real>(
        self,
        left: T,
        right: T,
        bottom: T,
        top: T,
        near: T,
        far: T,
    ) -> Projection3<T> {
        let (width, height, twice) = (right - left, top - bottom, two::<T>() * near);
        let off = [(right + left) / width, (top + bottom) / height];
        self.projection([twice / width, twice / height], off, self.depth(near, far, false))
    }
    pub(super) fn orthographic<T: Real>(
        self,
        left: T,
        right: T,
        bottom: T,
        top: T,
        near: T,
        far: T,
    ) -> Projection3<T> {
        let (zero, one) = (T::zero(), T::one());
        let z = if self.rh { -one } else { one };
        let down = if self.down { -one } else { one };
        let (width, height, length) = (right - left, top - bottom, far - near);
        let [at_near, at_far] = self.depths::<T>(false);
        Projection3::from_matrix(Mat4::new([
            [two::<T>() / width, zero, zero, -(right + left) / width],
            [zero, two::<T>() / height * down, zero, -(top + bottom) / height * down],
            [zero, zero, (at_far - at_near) / length * z, (at_near * far - at_far * near) / length],
            [zero, zero, zero, one],
        ]))
    }
}
