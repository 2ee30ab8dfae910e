//! `Isometry2` and `Isometry3`: rigid motions, a rotation and then a translation.

use super::numbers::{add, scale, subtract};
use super::{Affine2, Affine3, Frame2, Frame3, Mat3, Mat4, Quat, Rot2, Vec2, Vec3};
use crate::array::Array;
use crate::scalar::{Real, Scalar};
use crate::shape::Const;

/// A rigid motion of the plane from the frame `From` to the frame `To`: a rotation, and then a translation.
///
/// `a * b` applies `b` first. See [`Isometry3`], which is the same in three dimensions.
#[repr(C)]
pub struct Isometry2<T, To = Const<2>, From = Const<2>> {
    /// What is done first.
    pub rotation: Rot2<T, To, From>,
    /// What is added then, in the frame `To`: where the origin of `From` is.
    pub translation: Vec2<T>,
}

/// A rigid motion from the frame `From` to the frame `To`: a rotation, and then a translation.
///
/// Frames are axes, so that a transform in the wrong frame does not compile. The order of the parameters is that of a matrix, rows
/// first: a value of type `Isometry3<f32, Camera, World>` is called `camera_from_world`, and in a product equal names touch.
///
/// ```
/// use conformable::geometry::{Isometry3, Quat};
/// use conformable::{Array, array, axis};
/// axis!(Camera: 3);
/// axis!(World: 3);
/// axis!(Body: 3);
/// let world_from_body = Isometry3::from_translation(&array![1., 0., 0.]).named::<World, Body>();
/// let camera_from_world = Isometry3::from_rotation(Quat::from_xyzw(0., 0., 1., 0.)).named::<Camera, World>();
/// let camera_from_body: Isometry3<f64, Camera, Body> = camera_from_world * world_from_body;
/// let seen: Array<f64, (Camera,)> = camera_from_body.transform_point(&array![0., 2., 0.].named());
/// assert_eq!(seen.unnamed(), array![-1., -2., 0.]);
/// ```
///
/// ```compile_fail,E0277
/// # use conformable::geometry::Isometry3;
/// # conformable::axis!(Camera: 3);
/// # conformable::axis!(World: 3);
/// # conformable::axis!(Body: 3);
/// # let world_from_body = Isometry3::<f32>::IDENTITY.named::<World, Body>();
/// # let camera_from_world = Isometry3::<f32>::IDENTITY.named::<Camera, World>();
/// world_from_body * camera_from_world; // a transform to `Camera` cannot come before one from `Body`
/// ```
#[repr(C)]
pub struct Isometry3<T, To = Const<3>, From = Const<3>> {
    /// What is done first.
    pub rotation: Quat<T, To, From>,
    /// What is added then, in the frame `To`: where the origin of `From` is.
    pub translation: Vec3<T>,
}

/// Construction. A line is a type, its rotation, its vector, its frames, and their length.
macro_rules! construction { ($($Isometry:ident $Rotation:ident $Vec:ident $Frame:ident)+) => {$(
    impl<T: Copy, To, From> $Isometry<T, To, From> {
        /// The same between other frames.
        #[inline(always)]
        pub(super) fn between<To2, From2>(self) -> $Isometry<T, To2, From2> {
            $Isometry { rotation: self.rotation.between(), translation: self.translation }
        }
    }
    /// # Construction
    impl<T: Scalar> $Isometry<T> {
        /// No motion.
        pub const IDENTITY: Self = $Isometry { rotation: $Rotation::IDENTITY, translation: $Vec::zeros() };

        /// A translation without a rotation.
        #[inline]
        #[must_use]
        pub const fn from_translation(translation: &$Vec<T>) -> Self {
            $Isometry { rotation: $Rotation::IDENTITY, translation: $Vec::new(*translation.as_nested()) }
        }
    }
    /// # Construction
    impl<T: Scalar, To: $Frame, From: $Frame> $Isometry<T, To, From> {
        /// A rotation, and then a translation.
        #[inline]
        #[must_use]
        pub fn from_rotation_translation(rotation: $Rotation<T, To, From>, translation: &Array<T, (To,)>) -> Self {
            $Isometry { rotation, translation: $Vec::new(To::elements(translation)) }
        }

        /// A rotation without a translation.
        #[inline]
        #[must_use]
        pub const fn from_rotation(rotation: $Rotation<T, To, From>) -> Self {
            $Isometry { rotation, translation: $Vec::zeros() }
        }
    }
)+};}
construction! {
    Isometry2 Rot2 Vec2 Frame2
    Isometry3 Quat Vec3 Frame3
}

/// Use. A line is as above.
macro_rules! application { ($($Isometry:ident $Rotation:ident $Vec:ident $Frame:ident)+) => {$(
    /// # Use
    impl<T: Real, To: $Frame, From: $Frame> $Isometry<T, To, From> {
        /// The point, rotated and translated.
        ///
        /// # Shapes
        /// `(From) -> (To)`
        #[inline]
        #[must_use]
        pub fn transform_point(&self, point: &Array<T, (From,)>) -> Array<T, (To,)> {
            To::vector(add(self.rotation.rotate(From::elements(point)), *self.translation.as_nested()))
        }

        /// The direction, rotated: a direction has no place, so it is not translated.
        ///
        /// # Shapes
        /// `(From) -> (To)`
        #[inline]
        #[must_use]
        pub fn transform_vector(&self, vector: &Array<T, (From,)>) -> Array<T, (To,)> {
            self.rotation.transform_vector(vector)
        }

        /// The normal of a surface, rotated: as [`transform_vector`](Self::transform_vector), since nothing is scaled. Here so that code
        /// which draws needs no change for an affine transform.
        ///
        /// # Shapes
        /// `(From) -> (To)`
        #[inline]
        #[must_use]
        pub fn transform_normal(&self, normal: &Array<T, (From,)>) -> Array<T, (To,)> {
            self.transform_vector(normal)
        }

        /// The point that [`transform_point`](Self::transform_point) takes here.
        ///
        /// # Shapes
        /// `(To) -> (From)`
        #[inline]
        #[must_use]
        pub fn inverse_transform_point(&self, point: &Array<T, (To,)>) -> Array<T, (From,)> {
            let from_origin = subtract(To::elements(point), *self.translation.as_nested());
            From::vector(self.rotation.inverse().rotate(from_origin))
        }

        /// The direction that [`transform_vector`](Self::transform_vector) takes here.
        ///
        /// # Shapes
        /// `(To) -> (From)`
        #[inline]
        #[must_use]
        pub fn inverse_transform_vector(&self, vector: &Array<T, (To,)>) -> Array<T, (From,)> {
            self.rotation.inverse_transform_vector(vector)
        }
    }
)+};}
application! {
    Isometry2 Rot2 Vec2 Frame2
    Isometry3 Quat Vec3 Frame3
}

/// The motion as a whole. A line has the matrix, too, and the affine transform.
macro_rules! motion { ($($Isometry:ident $Rotation:ident $Vec:ident $Frame:ident $Mat:ident $Affine:ident)+) => {$(
    /// # The motion as a whole
    impl<T: Real, To: $Frame, From: $Frame> $Isometry<T, To, From> {
        /// The motion backwards.
        #[inline]
        #[must_use]
        pub fn inverse(&self) -> $Isometry<T, From, To> {
            let rotation = self.rotation.inverse();
            let translation = rotation.rotate(*self.translation.as_nested()).map(|x| -x);
            $Isometry { rotation, translation: $Vec::new(translation) }
        }

        /// The motion between `self` at 0 and `end` at 1: `slerp` of the rotations, the straight line between the translations.
        #[must_use]
        pub fn lerp(&self, end: &Self, t: T) -> Self {
            let (a, b) = (*self.translation.as_nested(), *end.translation.as_nested());
            let translation = $Vec::new(add(scale(a, T::one() - t), scale(b, t)));
            $Isometry { rotation: self.rotation.slerp(&end.rotation, t), translation }
        }

        /// The same transform as a matrix without its last row.
        #[inline]
        #[must_use]
        pub fn to_affine(&self) -> $Affine<T, To, From> {
            $Affine::from_rotation_translation(self.rotation, &To::vector(*self.translation.as_nested()))
        }

        /// The same transform as a matrix of homogeneous coordinates, whose last row is 0, .., 0, 1.
        #[inline]
        #[must_use]
        pub fn to_matrix(&self) -> $Mat<T> {
            self.to_affine().to_matrix()
        }
    }
    /// # Construction
    impl<T: Real> $Isometry<T> {
        /// The motion that a matrix of homogeneous coordinates is, if it is one: a rotation to within 2e-4 in its upper left, and the
        /// last row 0, .., 0, 1.
        #[must_use]
        pub fn from_matrix(matrix: &$Mat<T>) -> Option<Self> {
            let affine = $Affine::from_matrix(matrix)?;
            let rotation = $Rotation::from_matrix(&affine.linear())?;
            Some(Self::from_rotation_translation(rotation, &affine.translation()))
        }

        #[inline]
        pub(super) fn compose(a: Self, b: Self) -> Self {
            let translation = add(a.rotation.rotate(*b.translation.as_nested()), *a.translation.as_nested());
            $Isometry {
                rotation: $Rotation::compose(a.rotation, b.rotation),
                translation: $Vec::new(translation),
            }
        }
    }
    impl<T: Real, To: $Frame, F: $Frame> From<$Isometry<T, To, F>> for $Affine<T, To, F> {
        #[inline]
        fn from(isometry: $Isometry<T, To, F>) -> Self {
            isometry.to_affine()
        }
    }
    impl<T: Scalar, To: $Frame, F: $Frame> From<$Rotation<T, To, F>> for $Isometry<T, To, F> {
        #[inline]
        fn from(rotation: $Rotation<T, To, F>) -> Self {
            Self::from_rotation(rotation)
        }
    }
)+};}
motion! {
    Isometry2 Rot2 Vec2 Frame2 Mat3 Affine2
    Isometry3 Quat Vec3 Frame3 Mat4 Affine3
}
