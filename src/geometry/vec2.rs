//! Angles of vectors in the plane: counter-clockwise, which is from the x axis towards the y axis.

use super::Frame2;
use crate::array::{Array, Ownership};
use crate::kernel::elementary::{Atan2, Function, sin_cos};
use crate::scalar::Real;

/// # Geometry
impl<T: Real, D: Frame2> Array<T, (D,)> {
    /// The vector of length 1 at an angle from the x axis, in radians, counter-clockwise.
    ///
    /// `(cos angle, sin angle)`
    ///
    /// # Shapes
    /// `() -> (2)`
    ///
    /// # Example
    /// ```
    /// use conformable::{array, geometry::Vec2};
    /// assert_eq!(Vec2::from_angle(0.), array![1., 0.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn from_angle(angle: T) -> Self {
        let [sin, cos] = sin_cos(angle);
        D::vector([cos, sin])
    }
}

/// # Geometry
impl<T: Real, D: Frame2, O: Ownership> Array<T, (D,), O> {
    /// The angle from the x axis, in radians from -π to π, counter-clockwise.
    ///
    /// `atan2(y, x)`
    ///
    /// # Shapes
    /// `(2) -> ()`
    ///
    /// Of a vector of zeros 0 or π, with a sign, by the signs of the zeros.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![0., 2.].to_angle(), core::f64::consts::FRAC_PI_2);
    /// ```
    #[inline]
    #[must_use]
    pub fn to_angle(&self) -> T {
        Atan2::one([self[[1]], self[[0]]])
    }

    /// The angle from the vector to another, in radians from -π to π, counter-clockwise.
    ///
    /// `atan2(u.x v.y - u.y v.x, u · v)` of the vectors `u = a / |a|`, `v = b / |b|`
    ///
    /// # Shapes
    /// `(2), (2) -> ()`, along the same axis.
    ///
    /// NaN if one of them is zero. Opposite vectors are π apart, or -π, by the signs of zeros. Without a sign:
    /// [`angle_between`](Array::angle_between).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// use core::f64::consts::FRAC_PI_2;
    /// assert_eq!(array![2., 0.].angle_to(&array![0., 3.]), FRAC_PI_2);
    /// assert_eq!(array![2., 0.].angle_to(&array![0., -3.]), -FRAC_PI_2);
    /// ```
    #[inline]
    #[must_use]
    pub fn angle_to<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>) -> T {
        let (u, v) = (self.normalize(), rhs.normalize());
        let ([ux, uy], [vx, vy]) = (D::elements(&u), D::elements(&v));
        Atan2::one([ux * vy - uy * vx, ux * vx + uy * vy])
    }

    /// The vector, turned by an angle in radians, counter-clockwise.
    ///
    /// `(x cos angle - y sin angle, x sin angle + y cos angle)`
    ///
    /// # Shapes
    /// `(2) -> (2)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3., 4.].rotate_angle(0.), array![3., 4.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn rotate_angle(&self, angle: T) -> Array<T, (D,)> {
        let [sin, cos] = sin_cos(angle);
        let [x, y] = [self[[0]], self[[1]]];
        D::vector([x * cos - y * sin, x * sin + y * cos])
    }
}
