//! `Quat`: rotations of three dimensions as quaternions of length 1.

use super::numbers::{
    add, atan2, cross, dot, dot4, half, norm, part_aside, perpendicular, scale, sin_cos_half, subtract, two,
    unit,
};
use super::{Frame3, Mat3, Vec3, Vec4, Xyzw};
use crate::array::Array;
use crate::scalar::{Real, Scalar};
use crate::shape::Const;
use core::marker::PhantomData;
use core::ops::Deref;

/// A rotation from the frame `From` to the frame `To`, as a quaternion of length 1.
///
/// In memory four numbers in the order x, y, z, w, of which w is the real part; they can be read as fields, `q.w`. The product
/// is Hamilton's: `q * p` rotates by `p` first. Angles are in radians, and a positive one turns counter-clockwise for an observer
/// to whom the axis points (the right-hand rule). `q` and `-q` are the same rotation.
///
/// Every constructor gives a quaternion of length 1 if its arguments are what it asks for. Each product rounds, so that after
/// many thousands of them a [`normalize`](Quat::normalize) is due.
///
/// ```
/// use conformable::array;
/// use conformable::geometry::{Quat, Vec3};
/// let quarter = Quat::<f32>::from_rotation_z(core::f32::consts::FRAC_PI_2);
/// let turned = quarter.transform_vector(&Vec3::X);
/// assert!(turned.distance(&Vec3::Y) < 1e-6);
/// let half = quarter * quarter;
/// assert!(half.transform_vector(&Vec3::X).distance(&array![-1., 0., 0.]) < 1e-6);
/// ```
#[repr(transparent)]
pub struct Quat<T, To = Const<3>, From = Const<3>> {
    pub(super) xyzw: Vec4<T>,
    frames: PhantomData<fn(From) -> To>,
}

impl<T, To, From> Deref for Quat<T, To, From> {
    type Target = Xyzw<T>;
    #[inline(always)]
    fn deref(&self) -> &Xyzw<T> {
        &self.xyzw
    }
}

impl<T: Copy, To, From> Quat<T, To, From> {
    #[inline(always)]
    pub(super) const fn new(xyzw: [T; 4]) -> Self {
        Quat { xyzw: Vec4::new(xyzw), frames: PhantomData }
    }
    /// x, y, z, w.
    #[inline(always)]
    pub(super) const fn elements(&self) -> [T; 4] {
        *self.xyzw.as_nested()
    }
    /// The same between other frames.
    #[inline(always)]
    pub(super) fn between<To2, From2>(self) -> Quat<T, To2, From2> {
        Quat { xyzw: self.xyzw, frames: PhantomData }
    }
}

/// # Construction
impl<T: Scalar> Quat<T> {
    /// No rotation.
    pub const IDENTITY: Self = Quat::new([T::ZERO, T::ZERO, T::ZERO, T::ONE]);

    /// The quaternion of these elements, which must have length 1: [`normalize`](Quat::normalize) gives it that.
    #[inline]
    #[must_use]
    pub const fn from_xyzw(x: T, y: T, z: T, w: T) -> Self {
        Quat::new([x, y, z, w])
    }
}

/// # Construction
impl<T: Real> Quat<T> {
    /// The rotation by an angle in radians around an axis, a vector of length 1.
    ///
    /// ```
    /// use conformable::geometry::{Quat, Vec3};
    /// assert_eq!(Quat::from_axis_angle(&Vec3::X, 0.5), Quat::from_rotation_x(0.5));
    /// ```
    #[inline]
    #[must_use]
    pub fn from_axis_angle(axis: &Vec3<T>, angle: T) -> Self {
        let [sin, cos] = sin_cos_half(angle);
        let [x, y, z] = scale(*axis.as_nested(), sin);
        Quat::new([x, y, z, cos])
    }

    /// The rotation around the direction of a vector, by its length in radians; no rotation of the zero vector.
    #[inline]
    #[must_use]
    pub fn from_scaled_axis(axis: &Vec3<T>) -> Self {
        let axis = *axis.as_nested();
        match unit(axis) {
            Some(unit) => Self::from_axis_angle(&Vec3::new(unit), norm(axis)),
            None => Quat::new([axis[0] * half(), axis[1] * half(), axis[2] * half(), T::one()]),
        }
    }

    /// The rotation by an angle in radians around the x axis: from y to z.
    #[inline]
    #[must_use]
    pub fn from_rotation_x(angle: T) -> Self {
        let [sin, cos] = sin_cos_half(angle);
        Quat::new([sin, T::zero(), T::zero(), cos])
    }

    /// The rotation by an angle in radians around the y axis: from z to x.
    #[inline]
    #[must_use]
    pub fn from_rotation_y(angle: T) -> Self {
        let [sin, cos] = sin_cos_half(angle);
        Quat::new([T::zero(), sin, T::zero(), cos])
    }

    /// The rotation by an angle in radians around the z axis: from x to y.
    #[inline]
    #[must_use]
    pub fn from_rotation_z(angle: T) -> Self {
        let [sin, cos] = sin_cos_half(angle);
        Quat::new([T::zero(), T::zero(), sin, cos])
    }

    /// The shortest rotation that takes the direction of `from` to that of `to`, both vectors of length 1; of opposite ones half a
    /// turn around an axis at right angles to them.
    ///
    /// Accurate for all vectors, nearly equal and nearly opposite ones, too.
    ///
    /// ```
    /// use conformable::array;
    /// use conformable::geometry::{Quat, Vec3};
    /// let q = Quat::from_rotation_arc(&Vec3::X, &Vec3::<f32>::NEG_X);
    /// assert!(q.transform_vector(&Vec3::X).distance(&Vec3::NEG_X) < 1e-6);
    /// ```
    #[must_use]
    pub fn from_rotation_arc(from: &Vec3<T>, to: &Vec3<T>) -> Self {
        let (a, b) = (*from.as_nested(), *to.as_nested());
        // Of the half angle |a - b| is the sine and |a + b| the cosine, but for one factor; neither cancels.
        let [x, y, z] = scale(perpendicular(cross(a, b), a), norm(subtract(a, b)));
        let q = [x, y, z, norm(add(a, b))];
        unit(q).map_or(Self::IDENTITY, Quat::new)
    }

    /// The shortest rotation that takes the direction of `from` to that of `to` or to the opposite one, whichever is nearer: at most
    /// a quarter of a turn. Both vectors have length 1.
    #[must_use]
    pub fn from_rotation_arc_colinear(from: &Vec3<T>, to: &Vec3<T>) -> Self {
        if dot(*from.as_nested(), *to.as_nested()) < T::zero() {
            Self::from_rotation_arc(from, &Vec3::new(to.as_nested().map(|x| -x)))
        } else {
            Self::from_rotation_arc(from, to)
        }
    }
}

/// # Construction
impl<T: Real, To: Frame3, From: Frame3> Quat<T, To, From> {
    /// The rotation that a matrix is, if it is one: its rows have length 1 and are at right angles, to within 2e-4, and it does
    /// not mirror.
    ///
    /// Source: Shepperd, Quaternion from Rotation Matrix, J. Guidance and Control 1(3), 1978: by the largest element of the four.
    ///
    /// ```
    /// use conformable::array;
    /// use conformable::geometry::{Mat3, Quat};
    /// assert_eq!(Quat::from_matrix(&Mat3::<f32>::eye()), Some(Quat::IDENTITY));
    /// assert_eq!(Quat::from_matrix(&array![[1., 0., 0.], [0., 1., 0.], [0., 0., -1.]]), None); // mirrors
    /// ```
    #[must_use]
    pub fn from_matrix(matrix: &Array<T, (To, From)>) -> Option<Self> {
        let rows = *matrix.view().unnamed().to_owned().as_nested();
        is_rotation(rows).then(|| Self::of_rows(rows))
    }

    /// The rotation of a matrix that is one.
    pub(crate) fn of_rows([[a, b, c], [d, e, f], [g, h, i]]: [[T; 3]; 3]) -> Self {
        let one = T::one();
        // Four times the squares of x, y, z and w.
        let squares = [one + a - e - i, one - a + e - i, one - a - e + i, one + a + e + i];
        let [x, y, z, w] = squares;
        let q = if w >= x && w >= y && w >= z {
            [h - f, c - g, d - b, w]
        } else if x >= y && x >= z {
            [x, d + b, c + g, h - f]
        } else if y >= z {
            [d + b, y, h + f, c - g]
        } else {
            [c + g, h + f, z, d - b]
        };
        unit(q).map_or(Quat::new([T::zero(), T::zero(), T::zero(), one]), Quat::new)
    }

    /// The rotation as a matrix: `q.to_matrix().matvec(&v)` is `q.transform_vector(&v)`.
    ///
    /// # Shapes
    /// `(To, From)`, three rows of three.
    #[inline]
    #[must_use]
    pub fn to_matrix(&self) -> Array<T, (To, From)> {
        Mat3::new(self.rows()).with_axes()
    }

    /// The rows of the matrix.
    #[inline]
    pub(super) fn rows(&self) -> [[T; 3]; 3] {
        let [x, y, z, w] = self.elements();
        let [x2, y2, z2] = [x + x, y + y, z + z];
        let [xx, yy, zz] = [x * x2, y * y2, z * z2];
        let [xy, xz, yz] = [x * y2, x * z2, y * z2];
        let [wx, wy, wz] = [w * x2, w * y2, w * z2];
        let one = T::one();
        [
            [one - (yy + zz), xy - wz, xz + wy],
            [xy + wz, one - (xx + zz), yz - wx],
            [xz - wy, yz + wx, one - (xx + yy)],
        ]
    }
}

/// Whether a matrix is a rotation, to within 2e-4.
pub(super) fn is_rotation<T: Real>(rows: [[T; 3]; 3]) -> bool {
    let [a, b, c] = rows;
    let is_unit = |v: [T; 3]| (dot(v, v) - T::one()).abs() <= T::literal(2e-4);
    let is_right = |v: [T; 3], w: [T; 3]| dot(v, w).abs() <= T::literal(2e-4);
    is_unit(a)
        && is_unit(b)
        && is_unit(c)
        && is_right(a, b)
        && is_right(b, c)
        && is_right(c, a)
        && dot(cross(a, b), c) > T::zero()
}

/// # Use
impl<T: Real, To: Frame3, From: Frame3> Quat<T, To, From> {
    /// The vector, rotated.
    ///
    /// # Shapes
    /// `(From) -> (To)`
    ///
    /// As `q * v` in glam.
    #[doc(alias("rotate", "mul_vec3"))]
    #[inline]
    #[must_use]
    pub fn transform_vector(&self, vector: &Array<T, (From,)>) -> Array<T, (To,)> {
        To::vector(self.rotate(From::elements(vector)))
    }

    /// The vector, rotated backwards: that of [`inverse`](Quat::inverse).
    ///
    /// # Shapes
    /// `(To) -> (From)`
    #[inline]
    #[must_use]
    pub fn inverse_transform_vector(&self, vector: &Array<T, (To,)>) -> Array<T, (From,)> {
        From::vector(self.inverse().rotate(To::elements(vector)))
    }

    /// `v + 2 (w (u × v) + u × (u × v))`, with `u` the first three elements.
    #[inline]
    pub(super) fn rotate(&self, v: [T; 3]) -> [T; 3] {
        let [x, y, z, w] = self.elements();
        let u = [x, y, z];
        let t = cross(u, v);
        let t = add(t, t);
        add(add(v, scale(t, w)), cross(u, t))
    }

    /// The rotation backwards.
    #[doc(alias = "conjugate")]
    #[inline]
    #[must_use]
    pub fn inverse(&self) -> Quat<T, From, To> {
        let [x, y, z, w] = self.elements();
        Quat::new([-x, -y, -z, w])
    }

    /// The axis, a vector of length 1, and the angle in radians, from 0 to 2π; of no rotation the x axis and 0.
    #[must_use]
    pub fn to_axis_angle(&self) -> (Vec3<T>, T) {
        let [x, y, z, w] = self.elements();
        match unit([x, y, z]) {
            Some(axis) => (Vec3::new(axis), two::<T>() * atan2(norm([x, y, z]), w)),
            None => (Vec3::new([T::one(), T::zero(), T::zero()]), T::zero()),
        }
    }

    /// The axis times the angle in radians: what [`from_scaled_axis`](Quat::from_scaled_axis) takes.
    #[must_use]
    pub fn to_scaled_axis(&self) -> Vec3<T> {
        let (axis, angle) = self.to_axis_angle();
        Vec3::new(scale(*axis.as_nested(), angle))
    }

    /// The elements as a vector: x, y, z, w.
    #[inline]
    #[must_use]
    pub const fn as_vector(&self) -> &Vec4<T> {
        &self.xyzw
    }

    /// Whether the length is 1, to within 1e-4.
    #[inline]
    #[must_use]
    pub fn is_normalized(&self) -> bool {
        let q = self.elements();
        (dot4(q, q) - T::one()).abs() <= T::literal(2e-4)
    }

    /// The quaternion of length 1 in the same direction; no rotation of one that is zero, infinite or NaN.
    #[inline]
    #[must_use]
    pub fn normalize(&self) -> Self {
        unit(self.elements()).map_or(Quat::new([T::zero(), T::zero(), T::zero(), T::one()]), Quat::new)
    }

    /// The angle of the rotation that takes `self` to `rhs`, in radians from 0 to π.
    #[must_use]
    pub fn angle_between(&self, rhs: &Self) -> T {
        two::<T>() * self.arc_to(rhs, false).1
    }

    /// `rhs` with the sign that is nearer to `self` (or farther), and half of the angle between the two.
    #[inline]
    fn arc_to(&self, rhs: &Self, long: bool) -> ([T; 4], T) {
        let (a, b) = (self.elements(), rhs.elements());
        let b = if (dot4(a, b) < T::zero()) == long { b } else { b.map(|x| -x) };
        // Kahan: neither length cancels, which the arc cosine of a number near 1 does.
        (b, two::<T>() * atan2(norm(subtract(a, b)), norm(add(a, b))))
    }

    /// `self`, turned by half an angle on the circle through `b`; itself for an infinite angle.
    #[inline]
    fn turned(&self, b: [T; 4], half_angle: T) -> Self {
        let a = self.elements();
        let [x, y, z, w] = a;
        // Of a quaternion on the same line any circle will do.
        let aside = part_aside(b, a, dot4).unwrap_or([w, z, -y, -x]);
        let finite = if half_angle.is_infinite() { T::zero() } else { half_angle };
        let [sin, cos] = super::numbers::sin_cos(finite);
        Quat::new(add(scale(a, cos), scale(aside, sin)))
    }

    /// The rotation on the way from `self` to `end`, on the shorter of the two ways and at constant speed: `self` at 0, `end` at 1.
    ///
    /// Defined for all rotations: equal ones, and those half a turn apart, of which it takes one of the ways.
    ///
    /// Source: Shoemake, Animating Rotation with Quaternion Curves, SIGGRAPH 1985; as a turn on a circle, which needs no quotient
    /// by a sine.
    ///
    /// ```
    /// use conformable::geometry::Quat;
    /// let (a, b) = (Quat::from_rotation_x(0.2_f64), Quat::from_rotation_x(1.0));
    /// assert!(a.slerp(&b, 0.25).angle_between(&Quat::from_rotation_x(0.4)) < 1e-15);
    /// ```
    #[must_use]
    pub fn slerp(&self, end: &Self, t: T) -> Self {
        let (b, half_angle) = self.arc_to(end, false);
        self.turned(b, half_angle * t)
    }

    /// As [`slerp`](Quat::slerp), on the longer of the two ways.
    #[must_use]
    pub fn slerp_long(&self, end: &Self, t: T) -> Self {
        let (b, half_angle) = self.arc_to(end, true);
        self.turned(b, half_angle * t)
    }

    /// The rotation between `self` and `end` along the straight line, normalized: faster than [`slerp`](Quat::slerp), not at constant
    /// speed.
    #[doc(alias = "nlerp")]
    #[inline]
    #[must_use]
    pub fn lerp(&self, end: &Self, t: T) -> Self {
        let (a, b) = (self.elements(), end.elements());
        let toward = if dot4(a, b) < T::zero() { -t } else { t };
        let q = add(scale(a, T::one() - t), scale(b, toward));
        unit(q).map_or(*self, Quat::new)
    }

    /// The rotation towards `rhs`, by an angle in radians, at most as far as `rhs` itself. A negative angle goes the other way, at
    /// most as far as the rotation half a turn from `rhs`. Equal rotations give `rhs`.
    #[must_use]
    pub fn rotate_towards(&self, rhs: &Self, max_angle: T) -> Self {
        let (b, half_between) = self.arc_to(rhs, false);
        let between = two::<T>() * half_between;
        if max_angle >= between || between == T::zero() {
            return *rhs;
        }
        let least = between - T::literal(core::f64::consts::PI);
        let angle = if max_angle < least { least } else { max_angle };
        self.turned(b, angle * half())
    }
}

impl<T: Real> Quat<T> {
    /// Hamilton's product.
    #[inline]
    pub(super) fn compose(a: Self, b: Self) -> Self {
        let ([ax, ay, az, aw], [bx, by, bz, bw]) = (a.elements(), b.elements());
        Quat::new([
            (aw * bx + ax * bw) + (ay * bz - az * by),
            (aw * by + ay * bw) + (az * bx - ax * bz),
            (aw * bz + az * bw) + (ax * by - ay * bx),
            (aw * bw - ax * bx) - (ay * by + az * bz),
        ])
    }
}
