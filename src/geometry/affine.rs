//! `Affine2` and `Affine3`: linear maps and a translation, as a matrix without its last row.

use super::numbers::{add, cross, dot, pairs, scale};
use super::{Frame2, Frame3, Mat2, Mat3, Mat4, Quat, Rot2, Transform2, Transform3, Vec2, Vec3};
use crate::array::{Array, Matrix};
use crate::kernel::affine;
use crate::scalar::{Real, Scalar};
use crate::shape::Const;
use core::marker::PhantomData;

/// An affine transform of the plane from the frame `From` to the frame `To`: a 2 × 2 matrix and a translation.
///
/// See [`Affine3`], which is the same in three dimensions.
#[repr(transparent)]
pub struct Affine2<T, To = Const<2>, From = Const<2>> {
    pub(super) rows: Matrix<T, 2, 3>,
    frames: PhantomData<fn(From) -> To>,
}

/// An affine transform from the frame `From` to the frame `To`: a 3 × 3 matrix and a translation. It can scale, shear and mirror.
///
/// `a * b` applies `b` first. In memory it is three rows of four, the matrix and the translation beside it, of a 4 × 4 matrix
/// whose last row is 0, 0, 0, 1: what [`as_rows`](Affine3::as_rows) gives is the instance transform of Vulkan's and Direct3D's ray
/// tracing, byte for byte.
///
/// ```
/// use conformable::array;
/// use conformable::geometry::{Affine3, Quat};
/// let a = Affine3::from_scale_rotation_translation(&array![2., 2., 2.], Quat::IDENTITY, &array![0., 0., 5.]);
/// assert_eq!(a.transform_point(&array![1., 2., 3.]), array![2., 4., 11.]);
/// assert_eq!(a.transform_vector(&array![1., 2., 3.]), array![2., 4., 6.]);
/// assert_eq!(a.as_rows()[2], [0., 0., 2., 5.]);
/// let back = a.inverse().unwrap();
/// assert_eq!(back.transform_point(&array![2., 4., 11.]), array![1., 2., 3.]);
/// ```
#[repr(transparent)]
pub struct Affine3<T, To = Const<3>, From = Const<3>> {
    pub(super) rows: Matrix<T, 3, 4>,
    frames: PhantomData<fn(From) -> To>,
}

/// Rows. A line is a type, and the lengths of its frames and rows.
macro_rules! rows { ($($Affine:ident $Vec:ident $Frame:ident $n:literal $m:literal)+) => {$(
    impl<T: Copy, To, From> $Affine<T, To, From> {
        #[inline(always)]
        pub(super) const fn new(rows: [[T; $m]; $n]) -> Self {
            $Affine { rows: Matrix::new(rows), frames: PhantomData }
        }
        /// The same between other frames.
        #[inline(always)]
        pub(super) fn between<To2, From2>(self) -> $Affine<T, To2, From2> {
            $Affine { rows: self.rows, frames: PhantomData }
        }
        /// The rows: the matrix, and the translation in the last column.
        #[inline]
        #[must_use]
        pub const fn as_rows(&self) -> &[[T; $m]; $n] {
            self.rows.as_nested()
        }
    }
    /// # Construction
    impl<T: Scalar> $Affine<T> {
        /// The transform that leaves all as it is.
        pub const IDENTITY: Self = Self::from_scale(&$Vec::ones());

        /// The transform with these rows: the matrix, and the translation in the last column.
        #[inline]
        #[must_use]
        pub const fn from_rows(rows: [[T; $m]; $n]) -> Self {
            $Affine::new(rows)
        }

        /// A translation.
        #[inline]
        #[must_use]
        pub const fn from_translation(translation: &$Vec<T>) -> Self {
            let mut rows = *Self::IDENTITY.as_rows();
            let mut i = 0;
            while i < $n {
                rows[i][$n] = translation.as_nested()[i];
                i += 1;
            }
            $Affine::new(rows)
        }

        /// A scale along each axis.
        #[inline]
        #[must_use]
        pub const fn from_scale(scale: &$Vec<T>) -> Self {
            let mut rows = [[T::ZERO; $m]; $n];
            let mut i = 0;
            while i < $n {
                rows[i][i] = scale.as_nested()[i];
                i += 1;
            }
            $Affine::new(rows)
        }
    }
)+};}
rows! {
    Affine2 Vec2 Frame2 2 3
    Affine3 Vec3 Frame3 3 4
}

/// Construction from parts. A line is a type, its rotation, vector, square matrix and frames, the lengths of its rows, and the names of
/// the elements of one.
macro_rules! parts { ($($Affine:ident $Rotation:ident $Vec:ident $Mat:ident $Frame:ident $n:literal $m:literal ($($x:ident)+))+) => {$(
    /// # Construction
    impl<T: Real, To: $Frame, From: $Frame> $Affine<T, To, From> {
        /// A matrix, and then a translation.
        #[inline]
        #[must_use]
        pub fn from_matrix_translation(matrix: &Array<T, (To, From)>, translation: &Array<T, (To,)>) -> Self {
            Self::of(matrix.view().unnamed().to_owned().into_nested(), To::elements(translation))
        }

        /// A rotation, and then a translation.
        #[inline]
        #[must_use]
        pub fn from_rotation_translation(rotation: $Rotation<T, To, From>, translation: &Array<T, (To,)>) -> Self {
            Self::of(rotation.rows(), To::elements(translation))
        }

        /// A scale along each axis of `From`, then a rotation, then a translation.
        #[inline]
        #[must_use]
        pub fn from_scale_rotation_translation(
            scale: &$Vec<T>,
            rotation: $Rotation<T, To, From>,
            translation: &Array<T, (To,)>,
        ) -> Self {
            Self::of(rotation.rows().map(|row| pairs(row, *scale.as_nested(), |x, factor| x * factor)), To::elements(translation))
        }

        /// The transform of a matrix and a translation.
        #[inline(always)]
        fn of(rows: [[T; $n]; $n], translation: [T; $n]) -> Self {
            let mut all = [[T::zero(); $m]; $n];
            for ((all, row), t) in all.iter_mut().zip(rows).zip(translation) {
                let [$($x),+] = row;
                *all = [$($x,)+ t];
            }
            $Affine::new(all)
        }

        /// The matrix, without the translation.
        ///
        /// # Shapes
        /// `(To, From)`
        #[inline]
        #[must_use]
        pub fn linear(&self) -> Array<T, (To, From)> {
            $Mat::new(self.linear_rows()).with_axes()
        }

        /// The translation: where the origin of `From` is in `To`.
        #[inline]
        #[must_use]
        pub fn translation(&self) -> Array<T, (To,)> {
            To::vector(self.offset())
        }

        #[inline(always)]
        pub(super) fn linear_rows(&self) -> [[T; $n]; $n] {
            self.as_rows().map(|[$($x,)+ _]| [$($x),+])
        }
        #[inline(always)]
        pub(super) fn offset(&self) -> [T; $n] {
            self.as_rows().map(|[.., t]| t)
        }
    }
)+};}
parts! {
    Affine2 Rot2 Vec2 Mat2 Frame2 2 3 (x y)
    Affine3 Quat Vec3 Mat3 Frame3 3 4 (x y z)
}

/// Use. A line is a type, its frames, and the homogeneous matrix, the lengths of its rows, and its last row.
macro_rules! application { ($($Affine:ident $Frame:ident $Homogeneous:ident $n:literal $m:literal $last:expr, $dot:path, $point:path;)+) => {$(
    /// # Use
    impl<T: Real, To: $Frame, From: $Frame> $Affine<T, To, From> {
        /// The point: the matrix times it, and the translation added.
        ///
        /// # Shapes
        /// `(From) -> (To)`
        #[inline]
        #[must_use]
        pub fn transform_point(&self, point: &Array<T, (From,)>) -> Array<T, (To,)> {
            To::vector($point(From::elements(point), *self.as_rows()))
        }

        /// The direction: the matrix times it. A direction has no place, so it is not translated.
        ///
        /// # Shapes
        /// `(From) -> (To)`
        #[inline]
        #[must_use]
        pub fn transform_vector(&self, vector: &Array<T, (From,)>) -> Array<T, (To,)> {
            To::vector(self.apply(From::elements(vector)))
        }

        #[inline(always)]
        fn apply(&self, v: [T; $n]) -> [T; $n] {
            self.linear_rows().map(|row| $dot(row, v))
        }

        /// The transform between `self` at 0 and `end` at 1, element by element.
        #[inline]
        #[must_use]
        pub fn lerp(&self, end: &Self, t: T) -> Self {
            let mut rows = *self.as_rows();
            for (row, end) in rows.iter_mut().zip(end.as_rows()) {
                *row = add(scale(*row, T::one() - t), scale(*end, t));
            }
            $Affine::new(rows)
        }

        /// The same transform as a matrix of homogeneous coordinates, whose last row is 0, .., 0, 1.
        #[inline]
        #[must_use]
        pub fn to_matrix(&self) -> $Homogeneous<T> {
            let mut rows = [$last; $m];
            rows.iter_mut().zip(self.as_rows()).for_each(|(to, row)| *to = *row);
            $Homogeneous::new(rows)
        }
    }
    /// # Construction
    impl<T: Real> $Affine<T> {
        /// The transform that a matrix of homogeneous coordinates is, if its last row is 0, .., 0, 1.
        #[must_use]
        pub fn from_matrix(matrix: &$Homogeneous<T>) -> Option<Self> {
            let [rows @ .., last] = *matrix.as_nested();
            (last == $last).then(|| $Affine::new(rows))
        }

        /// Row by row, so that the elements of a row are one vector.
        #[inline]
        pub(super) fn compose(a: Self, b: Self) -> Self {
            let (a, b) = (a.as_rows(), b.as_rows());
            let mut rows = *a;
            let mut i = 0;
            while i < $n {
                let mut row = scale(b[0], a[i][0]);
                let mut k = 1;
                while k < $n {
                    row = add(row, scale(b[k], a[i][k]));
                    k += 1;
                }
                row[$n] = row[$n] + a[i][$n];
                rows[i] = row;
                i += 1;
            }
            $Affine::new(rows)
        }
    }
)+};}
application! {
    Affine2 Frame2 Mat3 2 3 [T::zero(), T::zero(), T::one()], dot2, affine::two;
    Affine3 Frame3 Mat4 3 4 [T::zero(), T::zero(), T::zero(), T::one()], dot, affine::three;
}

/// Whether all elements are: the difference of another one from itself is NaN.
#[inline(always)]
fn are_finite<T: Real, const N: usize, const M: usize>(rows: &[[T; M]; N]) -> bool {
    let mut zeros = [T::zero(); M];
    for row in rows {
        zeros = add(zeros, pairs(*row, *row, |x, y| x - y));
    }
    zeros.into_iter().fold(T::zero(), |sum, x| sum + x) == T::zero()
}

#[inline(always)]
fn dot2<T: Real>([a, b]: [T; 2], [c, d]: [T; 2]) -> T {
    a * c + b * d
}

/// # The transform as a whole
impl<T: Real, To: Frame3, From: Frame3> Affine3<T, To, From> {
    /// The transform backwards; `None` of one that flattens space, and of one with an infinite or NaN element.
    ///
    /// # Accuracy
    /// Closed form, by cofactors. Where the determinant leaves the range of normal numbers, by LU with partial pivoting.
    #[must_use]
    pub fn inverse(&self) -> Option<Affine3<T, From, To>> {
        let [a, b, c] = self.linear_rows();
        // The columns of the adjugate.
        let [u, v, w] = [cross(b, c), cross(c, a), cross(a, b)];
        let det = dot(a, u);
        let rows = if det.is_normal() {
            let factor = T::one() / det;
            let ([u0, u1, u2], [v0, v1, v2], [w0, w1, w2]) =
                (scale(u, factor), scale(v, factor), scale(w, factor));
            [[u0, v0, w0], [u1, v1, w1], [u2, v2, w2]]
        } else {
            Mat3::new([a, b, c]).inv().ok()?.into_nested()
        };
        let t = self.offset();
        let inverse = Affine3::of(rows, rows.map(|row| -dot(row, t)));
        are_finite(inverse.as_rows()).then_some(inverse)
    }

    /// The normal of a surface, in the direction of the inverse transpose of the matrix times it, with length 1; zero where the transform
    /// leaves no surface.
    ///
    /// A scale along one axis tilts surfaces, so that normals are not transformed as [`transform_vector`](Self::transform_vector)
    /// transforms directions. Right for transforms that mirror, and for those without an inverse that flatten space to a plane.
    ///
    /// # Shapes
    /// `(From) -> (To)`
    #[must_use]
    pub fn transform_normal(&self, normal: &Array<T, (From,)>) -> Array<T, (To,)> {
        let [a, b, c] = self.linear_rows();
        let cofactors = [cross(b, c), cross(c, a), cross(a, b)];
        let n = From::elements(normal);
        let turned = cofactors.map(|row| dot(row, n));
        let sign = if dot(a, cofactors[0]) < T::zero() { -T::one() } else { T::one() };
        To::vector(super::numbers::unit(scale(turned, sign)).unwrap_or([T::zero(); 3]))
    }

    /// The parameters of the transform: a scale along the axes of `From`, a rotation, a translation; `None` if the transform shears, or flattens space.
    ///
    /// A transform that mirrors has a negative scale along x. That the columns are at right angles is asked to within 1e-3 of their
    /// lengths.
    #[must_use]
    pub fn to_scale_rotation_translation(&self) -> Option<Transform3<T, To, From>> {
        let [[a, b, c], [d, e, f], [g, h, i]] = self.linear_rows();
        let columns = [[a, d, g], [b, e, h], [c, f, i]];
        let [x, y, z] = columns.map(super::numbers::unit);
        let (mut x, y, z) = (x?, y?, z?);
        let small = |v: T| v.abs() <= T::literal(1e-3);
        if !(small(dot(x, y)) && small(dot(y, z)) && small(dot(z, x))) {
            return None;
        }
        let [mut sx, sy, sz] = columns.map(super::numbers::norm);
        if dot(cross(x, y), z) < T::zero() {
            (x, sx) = (x.map(|x| -x), -sx);
        }
        let rotation = Quat::of_rows([[x[0], y[0], z[0]], [x[1], y[1], z[1]], [x[2], y[2], z[2]]]);
        Some(Transform3 { scale: Vec3::new([sx, sy, sz]), rotation, translation: Vec3::new(self.offset()) })
    }
}

/// # The transform as a whole
impl<T: Real, To: Frame2, From: Frame2> Affine2<T, To, From> {
    /// The transform backwards; `None` of one that flattens the plane, and of one with an infinite or NaN element.
    ///
    /// # Accuracy
    /// As [`Affine3::inverse`].
    #[must_use]
    pub fn inverse(&self) -> Option<Affine2<T, From, To>> {
        let [[a, b], [c, d]] = self.linear_rows();
        let det = a * d - b * c;
        let rows = if det.is_normal() {
            let factor = T::one() / det;
            [[d * factor, -b * factor], [-c * factor, a * factor]]
        } else {
            Mat2::new([[a, b], [c, d]]).inv().ok()?.into_nested()
        };
        let t = self.offset();
        let inverse = Affine2::of(rows, rows.map(|row| -dot2(row, t)));
        are_finite(inverse.as_rows()).then_some(inverse)
    }

    /// The normal of a curve, in the direction of the inverse transpose of the matrix times it, with length 1; zero where the transform
    /// leaves no curve.
    ///
    /// # Shapes
    /// `(From) -> (To)`
    #[must_use]
    pub fn transform_normal(&self, normal: &Array<T, (From,)>) -> Array<T, (To,)> {
        let [[a, b], [c, d]] = self.linear_rows();
        let [x, y] = From::elements(normal);
        let turned = [d * x - c * y, a * y - b * x];
        let sign = if a * d - b * c < T::zero() { -T::one() } else { T::one() };
        To::vector(super::numbers::unit(scale(turned, sign)).unwrap_or([T::zero(); 2]))
    }

    /// The parameters of the transform: a scale along the axes of `From`, a rotation, a translation; `None` if the transform shears, or flattens the plane.
    ///
    /// A transform that mirrors has a negative scale along x. That the columns are at right angles is asked to within 1e-3 of their
    /// lengths.
    #[must_use]
    pub fn to_scale_rotation_translation(&self) -> Option<Transform2<T, To, From>> {
        let [[a, b], [c, d]] = self.linear_rows();
        let columns = [[a, c], [b, d]];
        let [x, y] = columns.map(super::numbers::unit);
        let (x, [cos_y, sin_y]) = (x?, y?);
        if dot2(x, [cos_y, sin_y]).abs() > T::literal(1e-3) {
            return None;
        }
        let [sx, sy] = columns.map(super::numbers::norm);
        let sx = if a * d - b * c < T::zero() { -sx } else { sx };
        // The y axis, turned back by a quarter of a turn.
        let rotation = Rot2::new([sin_y, -cos_y]);
        Some(Transform2 { scale: Vec2::new([sx, sy]), rotation, translation: Vec2::new(self.offset()) })
    }
}
