//! `Projection3`: from the space before a camera to clip space.

use super::numbers::{scale, subtract, unit};
use super::{Affine3, Frame3, FrameRules, Isometry3, Mat4, Meets, Vec2, Vec3, Vec4};
use crate::array::Array;
use crate::scalar::Real;
use crate::shape::Const;
use core::fmt;
use core::marker::PhantomData;
use core::ops::Mul;

/// A projection from the frame `From` to clip space: a perspective or orthographic one of [`camera`](super::camera), with or
/// without the transforms before it.
///
/// `projection * view * model` applies `model` first. Clip space has no frame of its own: what comes out is 4 homogeneous
/// coordinates, or, divided by the last, normalized device coordinates.
///
/// ```
/// use conformable::array;
/// use conformable::geometry::camera::rh::{self, directx};
/// use conformable::geometry::{Projection3, Vec3};
/// let camera = directx::perspective_infinite_reverse(core::f32::consts::FRAC_PI_2, 1., 0.5);
/// let view = rh::look_at(&array![0., 0., 2.], &Vec3::zeros(), &Vec3::Y);
/// let clip_from_world: Projection3<f32> = camera * view;
/// let centre = clip_from_world.project_point(&Vec3::zeros());
/// assert!(centre.distance(&array![0., 0., 0.25]) < 1e-6);
/// ```
#[repr(transparent)]
pub struct Projection3<T, From = Const<3>> {
    matrix: Mat4<T>,
    frame: PhantomData<fn(From)>,
}

impl<T: Copy, From> Clone for Projection3<T, From> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Copy, From> Copy for Projection3<T, From> {}
impl<T: PartialEq, From> PartialEq for Projection3<T, From> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.matrix == other.matrix
    }
}
impl<T: fmt::Debug, From> fmt::Debug for Projection3<T, From> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Projection3").field("matrix", &self.matrix).finish()
    }
}

impl<T: Copy> Projection3<T> {
    /// The projection of a matrix of homogeneous coordinates, which acts on columns.
    #[inline]
    #[must_use]
    pub const fn from_matrix(matrix: Mat4<T>) -> Self {
        Projection3 { matrix, frame: PhantomData }
    }
}

impl<T: Copy, From> Projection3<T, From> {
    /// The matrix, row by row; [`to_columns`](Array::to_columns) is for the languages of GPUs that read columns.
    #[inline]
    #[must_use]
    pub const fn as_matrix(&self) -> &Mat4<T> {
        &self.matrix
    }

    /// The same projection of a frame with this name.
    #[inline]
    #[must_use]
    pub fn named<From2: Frame3>(self) -> Projection3<T, From2> {
        Projection3 { matrix: self.matrix, frame: PhantomData }
    }

    /// The same projection of a frame without a name.
    #[inline]
    #[must_use]
    pub fn unnamed(self) -> Projection3<T> {
        Projection3 { matrix: self.matrix, frame: PhantomData }
    }
}

/// # Use
impl<T: Real, From: Frame3> Projection3<T, From> {
    /// The point in clip space, not divided: what a vertex shader returns.
    ///
    /// # Shapes
    /// `(From) -> (4)`
    #[inline]
    #[must_use]
    pub fn transform_point(&self, point: &Array<T, (From,)>) -> Vec4<T> {
        let [x, y, z] = From::elements(point);
        Vec4::new(self.matrix.as_nested().map(|[a, b, c, d]| a * x + b * y + c * z + d))
    }

    /// The point in normalized device coordinates: that of [`transform_point`](Self::transform_point), divided by its last
    /// coordinate. Of a point beside the camera, where that one is 0, infinite or NaN.
    ///
    /// # Shapes
    /// `(From) -> (3)`
    #[inline]
    #[must_use]
    pub fn project_point(&self, point: &Array<T, (From,)>) -> Vec3<T> {
        let [x, y, z, w] = self.transform_point(point).into_nested();
        Vec3::new([x / w, y / w, z / w])
    }

    /// The point that [`project_point`](Self::project_point) takes to these normalized device coordinates; `None` if there is no one,
    /// or if it is infinitely far.
    ///
    /// # Shapes
    /// `(3) -> (From)`
    ///
    /// # Accuracy
    /// Each call inverts the matrix: of many points invert [`as_matrix`](Self::as_matrix) once.
    #[must_use]
    pub fn unproject_point(&self, point: &Vec3<T>) -> Option<Array<T, (From,)>> {
        let inverse = self.matrix.inv().ok()?;
        let [x, y, z] = *point.as_nested();
        Some(From::vector(cartesian(homogeneous(&inverse, [x, y, z, T::one()]))?))
    }

    /// The ray of sight through a place on the screen, in normalized device coordinates x and y: where it starts, and its direction,
    /// of length 1, away from the viewer. `None` if the matrix has no inverse.
    ///
    /// Of a perspective projection all rays start at the eye. Of an orthographic one they are parallel, and start where the depth
    /// is 0; away is where the depth grows.
    ///
    /// # Shapes
    /// `(2) -> (From), (From)`
    ///
    /// ```
    /// use conformable::array;
    /// use conformable::geometry::Vec3;
    /// use conformable::geometry::camera::rh::{self, vulkan};
    /// let view = rh::look_at(&array![1., 2., 3.], &array![1., 2., 0.], &Vec3::Y);
    /// let camera = vulkan::perspective(1.0_f64, 1.5, 0.1, 100.) * view;
    /// let [eye, direction] = camera.view_ray(&array![0., 0.]).unwrap();
    /// assert!(eye.distance(&array![1., 2., 3.]) < 1e-12);
    /// assert!(direction.distance(&array![0., 0., -1.]) < 1e-12);
    /// ```
    #[must_use]
    pub fn view_ray(&self, screen: &Vec2<T>) -> Option<[Array<T, (From,)>; 2]> {
        let inverse = self.matrix.inv().ok()?;
        let [x, y] = *screen.as_nested();
        let (zero, one) = (T::zero(), T::one());
        // What is projected to infinite depth at 0, 0: the eye, or, where sight is parallel, its direction.
        let eye = homogeneous(&inverse, [zero, zero, one, zero]);
        let place = homogeneous(&inverse, [x, y, zero, one]);
        let Some(eye) = cartesian(eye) else {
            let [a, b, c, _] = eye;
            return Some([From::vector(cartesian(place)?), From::vector(unit([a, b, c])?)]);
        };
        // The place may be infinitely far, so this is the difference times its last coordinate.
        let [a, b, c, d] = place;
        let direction = unit(subtract([a, b, c], scale(eye, d)))?;
        // Before the viewer the last clip coordinate is positive.
        let [e, f, g, _] = self.matrix.as_nested()[3];
        let ahead = super::numbers::dot([e, f, g], direction);
        let direction = if ahead < zero { direction.map(|x| -x) } else { direction };
        Some([From::vector(eye), From::vector(direction)])
    }
}

#[inline(always)]
fn homogeneous<T: Real>(matrix: &Mat4<T>, v: [T; 4]) -> [T; 4] {
    matrix.as_nested().map(|row| super::numbers::dot4(row, v))
}

/// The point of these homogeneous coordinates, unless it is infinitely far.
#[inline(always)]
fn cartesian<T: Real>([x, y, z, w]: [T; 4]) -> Option<[T; 3]> {
    let point = [x / w, y / w, z / w];
    (w != T::zero() && point.iter().all(|x| x.is_finite())).then_some(point)
}

/// `*` with a transform before it.
macro_rules! after { ($($Right:ident)+) => {$(
    impl<T: Real, Mid: Frame3, Inner: Frame3, From: Frame3> Mul<$Right<T, Inner, From>> for Projection3<T, Mid>
    where
        FrameRules: Meets<Mid, Inner>,
    {
        type Output = Projection3<T, From>;
        /// The projection that applies `rhs` first, and then `self`.
        #[inline]
        fn mul(self, rhs: $Right<T, Inner, From>) -> Projection3<T, From> {
            let affine: Affine3<T> = rhs.unnamed().into();
            let rows = affine.as_rows();
            let matrix = Mat4::new(self.matrix.as_nested().map(|[a, b, c, d]| {
                let [r, s, t] = [(a, 0), (b, 1), (c, 2)].map(|(factor, i): (T, usize)| scale(rows[i], factor));
                let [x, y, z, w] = super::numbers::add(super::numbers::add(r, s), t);
                [x, y, z, w + d]
            }));
            Projection3 { matrix, frame: PhantomData }
        }
    }
)+};}
after! { Isometry3 Affine3 }
