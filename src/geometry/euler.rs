//! Euler angles: rotations as three turns around axes.

use super::numbers::{atan2, two};
use super::{Frame3, Quat};
use crate::kernel::elementary::{Function, Hypot};
use crate::scalar::Real;

/// The axes of three turns, in the order of the angles.
///
/// The names without `Ex` are intrinsic: each turn is around an axis of the body, which the turns before have moved. `XYZ` is
/// `from_rotation_x(a) * from_rotation_y(b) * from_rotation_z(c)`. Those with `Ex` are extrinsic, around axes that stay where they
/// are: `XYZEx` is `from_rotation_z(c) * from_rotation_y(b) * from_rotation_x(a)`. The names and meanings are glam's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the name says the axes, and the type what they are")]
pub enum EulerRot {
    ZYX,
    ZXY,
    /// Yaw, pitch and roll, where y points up.
    #[default]
    YXZ,
    YZX,
    XYZ,
    XZY,
    ZYZ,
    ZXZ,
    YXY,
    YZY,
    XYX,
    XZX,
    ZYXEx,
    ZXYEx,
    YXZEx,
    YZXEx,
    XYZEx,
    XZYEx,
    ZYZEx,
    ZXZEx,
    YXYEx,
    YZYEx,
    XYXEx,
    XZXEx,
}

impl EulerRot {
    /// The axes of the intrinsic turns from left to right, and whether the angles come from right to left.
    const fn turns(self) -> ([usize; 3], bool) {
        use EulerRot as E;
        const X: usize = 0;
        const Y: usize = 1;
        const Z: usize = 2;
        match self {
            E::ZYX => ([Z, Y, X], false),
            E::ZXY => ([Z, X, Y], false),
            E::YXZ => ([Y, X, Z], false),
            E::YZX => ([Y, Z, X], false),
            E::XYZ => ([X, Y, Z], false),
            E::XZY => ([X, Z, Y], false),
            E::ZYZ => ([Z, Y, Z], false),
            E::ZXZ => ([Z, X, Z], false),
            E::YXY => ([Y, X, Y], false),
            E::YZY => ([Y, Z, Y], false),
            E::XYX => ([X, Y, X], false),
            E::XZX => ([X, Z, X], false),
            E::ZYXEx => ([X, Y, Z], true),
            E::ZXYEx => ([Y, X, Z], true),
            E::YXZEx => ([Z, X, Y], true),
            E::YZXEx => ([X, Z, Y], true),
            E::XYZEx => ([Z, Y, X], true),
            E::XZYEx => ([Y, Z, X], true),
            E::ZYZEx => ([Z, Y, Z], true),
            E::ZXZEx => ([Z, X, Z], true),
            E::YXYEx => ([Y, X, Y], true),
            E::YZYEx => ([Y, Z, Y], true),
            E::XYXEx => ([X, Y, X], true),
            E::XZXEx => ([X, Z, X], true),
        }
    }
}

/// # Euler angles
impl<T: Real> Quat<T> {
    /// The rotation of three turns by angles in radians.
    ///
    /// ```
    /// use conformable::geometry::{EulerRot, Quat};
    /// let q = Quat::from_euler(EulerRot::XYZ, 0.1, 0.2, 0.3);
    /// let [x, y, z] = [Quat::from_rotation_x(0.1), Quat::from_rotation_y(0.2), Quat::from_rotation_z(0.3)];
    /// assert_eq!(q, x * y * z);
    /// ```
    #[must_use]
    pub fn from_euler(order: EulerRot, a: T, b: T, c: T) -> Self {
        let ([i, j, k], reversed) = order.turns();
        let (a, c) = if reversed { (c, a) } else { (a, c) };
        let turn = |axis, angle| match axis {
            0 => Self::from_rotation_x(angle),
            1 => Self::from_rotation_y(angle),
            _ => Self::from_rotation_z(angle),
        };
        turn(i, a) * turn(j, b) * turn(k, c)
    }
}

/// # Euler angles
impl<T: Real, To: Frame3, From: Frame3> Quat<T, To, From> {
    /// The angles in radians of three turns that make the rotation, in the order of their axes.
    ///
    /// The first and the last are from -π to π. The second is from -π/2 to π/2 if the three axes differ; else it is from 0 to π, or
    /// from -π to 0 where the second axis follows the first in the order x, y, z, x: glam's ranges. Where the second turn puts the
    /// outer axes on one line (gimbal lock), only the sum or the difference of the other angles matters, and that of the innermost
    /// turn is 0: the last of an intrinsic order, the first of an extrinsic one.
    ///
    /// Source: Bernardes and Viollet, Quaternion to Euler angles conversion: a direct, general and computationally efficient method,
    /// PLoS ONE 17(11), 2022.
    ///
    /// ```
    /// use conformable::geometry::{EulerRot, Quat};
    /// let (a, b, c) = Quat::from_euler(EulerRot::ZYX, 0.1_f64, 0.2, 0.3).to_euler(EulerRot::ZYX);
    /// assert!((a - 0.1).abs() < 1e-15 && (b - 0.2).abs() < 1e-15 && (c - 0.3).abs() < 1e-15);
    /// ```
    #[must_use]
    pub fn to_euler(&self, order: EulerRot) -> (T, T, T) {
        let (axes, reversed) = order.turns();
        let (a, b, c) = self.angles(axes);
        if reversed { (c, b, a) } else { (a, b, c) }
    }

    /// The angles of intrinsic turns around these axes.
    fn angles(&self, [first, j, last]: [usize; 3]) -> (T, T, T) {
        let pi = T::literal(core::f64::consts::PI);
        let q = self.elements();
        // Intrinsic turns are extrinsic ones from the last to the first.
        let (i, proper) = (last, first == last);
        let k = if proper { 3 - i - j } else { first };
        let even = (j + 3 - i) % 3 == 1;
        let sign = if even { T::one() } else { -T::one() };
        let [x, y, z] = [i, j, k].map(|axis| q.get(axis).copied().unwrap_or_else(T::zero));
        let (w, z) = (q[3], z * sign);
        let [a, b, c, d] = if proper { [w, x, y, z] } else { [w - y, x + z, y + w, z - x] };
        let (near, far) = (Hypot::one([a, b]), Hypot::one([c, d]));
        let mut middle = two::<T>() * atan2(far, near);
        let (half_sum, half_difference) = (atan2(b, a), atan2(d, c));
        // The sine of `middle`, but for the length of the quaternion.
        let locked = T::literal(16.0) * T::epsilon();
        let is_locked = far <= locked * near || near <= locked * far;
        let [mut alpha, mut gamma] = if !is_locked {
            [half_sum + half_difference, half_sum - half_difference]
        } else if far < near {
            [two::<T>() * half_sum, T::zero()]
        } else {
            [two::<T>() * half_difference, T::zero()]
        };
        if !proper {
            alpha = alpha * sign;
            middle = middle - pi * super::numbers::half();
        } else if even {
            // The other of the two solutions.
            middle = -middle;
            if !is_locked {
                [alpha, gamma] = [alpha + pi, gamma + pi];
            }
        }
        let wrapped = |angle: T| {
            if angle > pi {
                angle - two::<T>() * pi
            } else if angle < -pi {
                angle + two::<T>() * pi
            } else {
                angle
            }
        };
        (wrapped(alpha), middle, wrapped(gamma))
    }
}
