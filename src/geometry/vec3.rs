//! Turns about the axes of space, signed angles, and bases. Axes and turns are right-handed.

use super::{Frame3, Quat, Vec3};
use crate::array::{Array, Ownership};
use crate::kernel::elementary::{Atan2, Function, sin_cos};
use crate::scalar::Real;
use crate::shape::Const;

// Not of frames: `angle_to` of the plane, which has them, takes one argument less, and one name has one meaning for an axis.
/// # Geometry
impl<T: Real, O: Ownership> Array<T, (Const<3>,), O> {
    /// The angle from the vector to another about an axis of length 1, in radians from -π to π, right-handed.
    ///
    /// `atan2((u × v) · axis, u · v)` of the vectors `u = a / |a|`, `v = b / |b|`
    ///
    /// # Shapes
    /// `(3), (3), (3) -> ()`, without names: those of frames take [`unnamed`](Array::unnamed).
    ///
    /// NaN if one of both is zero. If the axis is orthogonal to both, the vector turned by it about the axis is along `b`. Without a sign:
    /// [`angle_between`](Array::angle_between).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// use core::f64::consts::FRAC_PI_2;
    /// let (x, y, z) = (array![1., 0., 0.], array![0., 1., 0.], array![0., 0., 1.]);
    /// assert_eq!(x.angle_to(&y, &z), FRAC_PI_2);
    /// assert_eq!(y.angle_to(&x, &z), -FRAC_PI_2);
    /// ```
    #[doc(alias = "signed_angle")]
    #[inline]
    #[must_use]
    pub fn angle_to<O2: Ownership, O3: Ownership>(
        &self,
        rhs: &Array<T, (Const<3>,), O2>,
        axis: &Array<T, (Const<3>,), O3>,
    ) -> T {
        let (u, v) = (self.normalize().into_nested(), rhs.normalize().into_nested());
        let cross = |i: usize, j: usize| u[i] * v[j] - u[j] * v[i];
        let about = cross(1, 2) * axis[[0]] + cross(2, 0) * axis[[1]] + cross(0, 1) * axis[[2]];
        Atan2::one([about, u[0] * v[0] + u[1] * v[1] + u[2] * v[2]])
    }
}

/// # Geometry
impl<T: Real, D: Frame3, O: Ownership> Array<T, (D,), O> {
    /// The vector, turned about an axis of length 1 by an angle in radians, right-handed.
    ///
    /// `Quat::from_axis_angle(axis, angle).transform_vector(v)`
    ///
    /// # Shapes
    /// `(3), (3) -> (3)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// use conformable::geometry::Vec3;
    /// let turned = array![1., 2., 3.].rotate_axis(&Vec3::Z, core::f64::consts::PI);
    /// assert!(turned.distance(&array![-1., -2., 3.]) < 1e-15);
    /// ```
    #[inline]
    #[must_use]
    pub fn rotate_axis(&self, axis: &Array<T, (D,)>, angle: T) -> Array<T, (D,)> {
        let axis = Vec3::new(D::elements(axis));
        D::vector(Quat::from_axis_angle(&axis, angle).rotate(elements(self)))
    }

    /// The vector, turned about the x axis by an angle in radians, from y towards z.
    ///
    /// `(x, y cos angle - z sin angle, y sin angle + z cos angle)`
    ///
    /// # Shapes
    /// `(3) -> (3)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., 2., 3.].rotate_x(0.), array![1., 2., 3.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn rotate_x(&self, angle: T) -> Array<T, (D,)> {
        let [x, y, z] = elements(self);
        let [sin, cos] = sin_cos(angle);
        D::vector([x, y * cos - z * sin, y * sin + z * cos])
    }

    /// The vector, turned about the y axis by an angle in radians, from z towards x.
    ///
    /// `(z sin angle + x cos angle, y, z cos angle - x sin angle)`
    ///
    /// # Shapes
    /// `(3) -> (3)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., 2., 3.].rotate_y(0.), array![1., 2., 3.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn rotate_y(&self, angle: T) -> Array<T, (D,)> {
        let [x, y, z] = elements(self);
        let [sin, cos] = sin_cos(angle);
        D::vector([z * sin + x * cos, y, z * cos - x * sin])
    }

    /// The vector, turned about the z axis by an angle in radians, from x towards y.
    ///
    /// `(x cos angle - y sin angle, x sin angle + y cos angle, z)`
    ///
    /// # Shapes
    /// `(3) -> (3)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., 2., 3.].rotate_z(0.), array![1., 2., 3.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn rotate_z(&self, angle: T) -> Array<T, (D,)> {
        let [x, y, z] = elements(self);
        let [sin, cos] = sin_cos(angle);
        D::vector([x * cos - y * sin, x * sin + y * cos, z])
    }

    /// One of the vectors that are orthogonal to this, of any length but 0.
    ///
    /// `(-z, 0, x)` if `|x| > |y|`, else `(0, z, -y)`
    ///
    /// # Shapes
    /// `(3) -> (3)`
    ///
    /// Exactly orthogonal. Zeros if the vector is zero.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![5., 0., 1.].any_orthogonal_vector(), array![-1., 0., 5.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn any_orthogonal_vector(&self) -> Array<T, (D,)> {
        let [x, y, z] = elements(self);
        D::vector(if x.abs() > y.abs() { [-z, T::ZERO, x] } else { [T::ZERO, z, -y] })
    }

    /// One of the vectors of length 1 that are orthogonal to this, which has length 1: the second of
    /// [`any_orthonormal_pair`](Array::any_orthonormal_pair).
    ///
    /// # Shapes
    /// `(3) -> (3)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![0., 0., 1.].any_orthonormal_vector(), array![0., 1., 0.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn any_orthonormal_vector(&self) -> Array<T, (D,)> {
        self.any_orthonormal_pair().1
    }

    /// Two vectors of length 1 that are orthogonal to this, which has length 1, and to each other; right-handed, this the third.
    ///
    /// `(1 + s x² a, s x y a, -s x)` and `(x y a, s + y² a, -y)`, with `s` the sign of `z` and `a = -1 / (s + z)`
    ///
    /// # Shapes
    /// `(3) -> (3), (3)`
    ///
    /// The pair jumps where `z` changes its sign, which no choice for all directions avoids.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let (a, b) = array![0., 0., 1.].any_orthonormal_pair();
    /// assert_eq!((a, b), (array![1., 0., 0.], array![0., 1., 0.]));
    /// ```
    ///
    /// T. Duff, J. Burgess, P. Christensen, C. Hery, A. Kensler, M. Liani, R. Villemin, "Building an Orthonormal Basis, Revisited",
    /// Journal of Computer Graphics Techniques 6 (1), 2017, 1-8.
    #[inline]
    #[must_use]
    pub fn any_orthonormal_pair(&self) -> (Array<T, (D,)>, Array<T, (D,)>) {
        let [a, b] = super::numbers::orthonormal(elements(self));
        (D::vector(a), D::vector(b))
    }
}

/// The elements of a vector of 3.
#[inline(always)]
fn elements<T: Real, D: Frame3, O: Ownership>(vector: &Array<T, (D,), O>) -> [T; 3] {
    [vector[[0]], vector[[1]], vector[[2]]]
}
