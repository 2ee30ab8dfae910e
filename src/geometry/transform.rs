//! `Transform2` and `Transform3`: scale, rotation and translation as the parameters that an editor shows.

use super::numbers::{add, scale};
use super::{Affine2, Affine3, Frame2, Frame3, Quat, Rot2, Vec2, Vec3};
use crate::array::Array;
use crate::scalar::{Real, Scalar};
use crate::shape::Const;

/// A scale along each axis, then a rotation, then a translation, in the plane. See [`Transform3`].
#[repr(C)]
pub struct Transform2<T, To = Const<2>, From = Const<2>> {
    /// What is done first: a factor for each axis of `From`.
    pub scale: Vec2<T>,
    /// What is done then.
    pub rotation: Rot2<T, To, From>,
    /// What is added then, in the frame `To`.
    pub translation: Vec2<T>,
}

/// A scale along each axis, then a rotation, then a translation: the parameters of an affine transform that does not shear.
///
/// Two of them do not compose to a third (unequal scales and a rotation make a shear): [`to_affine`](Transform3::to_affine) gives
/// what does.
///
/// ```
/// use conformable::array;
/// use conformable::geometry::Transform3;
/// let t = Transform3 { scale: array![1., 2., 3.], translation: array![0., 0., 1.], ..Transform3::IDENTITY };
/// assert_eq!(t.to_affine().transform_point(&array![1., 1., 1.]), array![1., 2., 4.]);
/// ```
#[repr(C)]
pub struct Transform3<T, To = Const<3>, From = Const<3>> {
    /// What is done first: a factor for each axis of `From`.
    pub scale: Vec3<T>,
    /// What is done then.
    pub rotation: Quat<T, To, From>,
    /// What is added then, in the frame `To`.
    pub translation: Vec3<T>,
}

/// A line is a type, its rotation, its vector, its frames, and the affine transform.
macro_rules! parameters { ($($Transform:ident $Rotation:ident $Vec:ident $Frame:ident $Affine:ident)+) => {$(
    impl<T: Scalar> $Transform<T> {
        /// The transform that leaves all as it is.
        pub const IDENTITY: Self =
            $Transform { scale: $Vec::ones(), rotation: $Rotation::IDENTITY, translation: $Vec::zeros() };
    }
    impl<T: Copy, To, From> $Transform<T, To, From> {
        /// The same between other frames.
        #[inline(always)]
        pub(super) fn between<To2, From2>(self) -> $Transform<T, To2, From2> {
            let $Transform { scale, rotation, translation } = self;
            $Transform { scale, rotation: rotation.between(), translation }
        }
    }
    impl<T: Real, To: $Frame, From: $Frame> $Transform<T, To, From> {
        /// The transform of these parameters.
        #[inline]
        #[must_use]
        pub fn from_scale_rotation_translation(
            scale: &$Vec<T>,
            rotation: $Rotation<T, To, From>,
            translation: &Array<T, (To,)>,
        ) -> Self {
            let (scale, translation) = ($Vec::new(*scale.as_nested()), $Vec::new(To::elements(translation)));
            $Transform { scale, rotation, translation }
        }

        /// The transform as a matrix without its last row, which can be applied, composed and inverted.
        #[inline]
        #[must_use]
        pub fn to_affine(&self) -> $Affine<T, To, From> {
            let translation = To::vector(*self.translation.as_nested());
            $Affine::from_scale_rotation_translation(&self.scale, self.rotation, &translation)
        }

        /// The transform between `self` at 0 and `end` at 1: `slerp` of the rotations, straight lines between the others.
        #[must_use]
        pub fn lerp(&self, end: &Self, t: T) -> Self {
            let between = |a: &$Vec<T>, b: &$Vec<T>| {
                $Vec::new(add(scale(*a.as_nested(), T::one() - t), scale(*b.as_nested(), t)))
            };
            $Transform {
                scale: between(&self.scale, &end.scale),
                rotation: self.rotation.slerp(&end.rotation, t),
                translation: between(&self.translation, &end.translation),
            }
        }
    }
    impl<T: Real, To: $Frame, F: $Frame> From<$Transform<T, To, F>> for $Affine<T, To, F> {
        #[inline]
        fn from(transform: $Transform<T, To, F>) -> Self {
            transform.to_affine()
        }
    }
)+};}
parameters! {
    Transform2 Rot2 Vec2 Frame2 Affine2
    Transform3 Quat Vec3 Frame3 Affine3
}
