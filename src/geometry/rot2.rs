//! `Rot2`: rotations of two dimensions as a cosine and a sine.

use super::numbers::{atan2, half, sin_cos};
use super::{Frame2, Mat2, Vec2};
use crate::array::Array;
use crate::scalar::{Real, Scalar};
use crate::shape::Const;
use core::marker::PhantomData;

/// A rotation from the frame `From` to the frame `To`, in two dimensions: the cosine and the sine of its angle.
///
/// Angles are in radians; a positive one turns from x to y. In memory two numbers, the cosine first.
///
/// ```
/// use conformable::array;
/// use conformable::geometry::{Rot2, Vec2};
/// let quarter = Rot2::from_cos_sin(0., 1.);
/// assert_eq!(quarter.transform_vector(&array![3., 4.]), array![-4., 3.]);
/// assert_eq!((quarter * quarter).transform_vector(&Vec2::new([3., 4.])), array![-3., -4.]);
/// ```
#[repr(transparent)]
pub struct Rot2<T, To = Const<2>, From = Const<2>> {
    pub(super) cos_sin: Vec2<T>,
    frames: PhantomData<fn(From) -> To>,
}

impl<T: Copy, To, From> Rot2<T, To, From> {
    #[inline(always)]
    pub(super) const fn new(cos_sin: [T; 2]) -> Self {
        Rot2 { cos_sin: Vec2::new(cos_sin), frames: PhantomData }
    }
    #[inline(always)]
    pub(super) const fn elements(&self) -> [T; 2] {
        *self.cos_sin.as_nested()
    }
    /// The same between other frames.
    #[inline(always)]
    pub(super) fn between<To2, From2>(self) -> Rot2<T, To2, From2> {
        Rot2 { cos_sin: self.cos_sin, frames: PhantomData }
    }
    /// The cosine of the angle.
    #[inline]
    #[must_use]
    pub const fn cos(&self) -> T {
        self.elements()[0]
    }
    /// The sine of the angle.
    #[inline]
    #[must_use]
    pub const fn sin(&self) -> T {
        self.elements()[1]
    }
}

/// # Construction
impl<T: Scalar> Rot2<T> {
    /// No rotation.
    pub const IDENTITY: Self = Rot2::new([T::ONE, T::ZERO]);

    /// The rotation of an angle with this cosine and this sine, whose squares add up to 1: [`normalize`](Rot2::normalize) makes
    /// them.
    #[inline]
    #[must_use]
    pub const fn from_cos_sin(cos: T, sin: T) -> Self {
        Rot2::new([cos, sin])
    }
}

/// # Construction
impl<T: Real> Rot2<T> {
    /// The rotation by an angle in radians.
    #[inline]
    #[must_use]
    pub fn from_angle(angle: T) -> Self {
        let [sin, cos] = sin_cos(angle);
        Rot2::new([cos, sin])
    }

    /// The shortest rotation that takes the direction of `from` to that of `to`, both vectors of length 1.
    #[inline]
    #[must_use]
    pub fn from_rotation_arc(from: &Vec2<T>, to: &Vec2<T>) -> Self {
        let ([a, b], [c, d]) = (*from.as_nested(), *to.as_nested());
        Rot2::new([a * c + b * d, a * d - b * c]).normalize()
    }
}

/// # Construction
impl<T: Real, To: Frame2, From: Frame2> Rot2<T, To, From> {
    /// The rotation that a matrix is, if it is one: its rows have length 1 and are at right angles, to within 2e-4, and it does not
    /// mirror.
    #[must_use]
    pub fn from_matrix(matrix: &Array<T, (To, From)>) -> Option<Self> {
        let [[a, b], [c, d]] = *matrix.view().unnamed().to_owned().as_nested();
        let small = |x: T| x.abs() <= T::literal(2e-4);
        let one = T::one();
        let is_rotation =
            small(a * a + b * b - one) && small(c * c + d * d - one) && small(a - d) && small(b + c);
        is_rotation.then(|| Rot2::new([(a + d) * half(), (c - b) * half()]).normalize())
    }

    /// The rotation as a matrix: `r.to_matrix().matvec(&v)` is `r.transform_vector(&v)`.
    ///
    /// # Shapes
    /// `(To, From)`, two rows of two.
    #[inline]
    #[must_use]
    pub fn to_matrix(&self) -> Array<T, (To, From)> {
        Mat2::new(self.rows()).with_axes()
    }

    /// The rows of the matrix.
    #[inline(always)]
    pub(super) fn rows(&self) -> [[T; 2]; 2] {
        let [cos, sin] = self.elements();
        [[cos, -sin], [sin, cos]]
    }
}

/// # Use
impl<T: Real, To: Frame2, From: Frame2> Rot2<T, To, From> {
    /// The vector, rotated.
    ///
    /// # Shapes
    /// `(From) -> (To)`
    #[inline]
    #[must_use]
    pub fn transform_vector(&self, vector: &Array<T, (From,)>) -> Array<T, (To,)> {
        To::vector(self.rotate(From::elements(vector)))
    }

    /// The vector, rotated backwards: that of [`inverse`](Rot2::inverse).
    ///
    /// # Shapes
    /// `(To) -> (From)`
    #[inline]
    #[must_use]
    pub fn inverse_transform_vector(&self, vector: &Array<T, (To,)>) -> Array<T, (From,)> {
        From::vector(self.inverse().rotate(To::elements(vector)))
    }

    #[inline(always)]
    pub(super) fn rotate(&self, [x, y]: [T; 2]) -> [T; 2] {
        let [cos, sin] = self.elements();
        [cos * x - sin * y, sin * x + cos * y]
    }

    /// The rotation backwards.
    #[inline]
    #[must_use]
    pub fn inverse(&self) -> Rot2<T, From, To> {
        let [cos, sin] = self.elements();
        Rot2::new([cos, -sin])
    }

    /// The angle in radians, from -π to π.
    #[inline]
    #[must_use]
    pub fn to_angle(&self) -> T {
        atan2(self.sin(), self.cos())
    }

    /// Whether the squares of cosine and sine add up to 1, to within 2e-4.
    #[inline]
    #[must_use]
    pub fn is_normalized(&self) -> bool {
        let [cos, sin] = self.elements();
        (cos * cos + sin * sin - T::one()).abs() <= T::literal(2e-4)
    }

    /// The rotation with a cosine and a sine whose squares add up to 1; no rotation if they are zero, infinite or NaN.
    #[inline]
    #[must_use]
    pub fn normalize(&self) -> Self {
        super::numbers::unit(self.elements()).map_or(Rot2::new([T::one(), T::zero()]), Rot2::new)
    }

    /// The rotation that takes `self` to `rhs`, as an angle in radians from -π to π.
    #[inline]
    #[must_use]
    pub fn angle_to(&self, rhs: &Self) -> T {
        let ([a, b], [c, d]) = (self.elements(), rhs.elements());
        atan2(a * d - b * c, a * c + b * d)
    }

    /// The rotation on the way from `self` to `end`, on the shorter of the two ways and at constant speed: `self` at 0, `end` at 1.
    #[must_use]
    pub fn slerp(&self, end: &Self, t: T) -> Self {
        Rot2::compose(self.between(), Rot2::from_angle(self.angle_to(end) * t)).between()
    }

    /// The rotation between `self` and `end` along the straight line, normalized; halfway between opposite ones `self`.
    #[doc(alias = "nlerp")]
    #[inline]
    #[must_use]
    pub fn lerp(&self, end: &Self, t: T) -> Self {
        let ([a, b], [c, d]) = (self.elements(), end.elements());
        let s = T::one() - t;
        super::numbers::unit([a * s + c * t, b * s + d * t]).map_or(*self, Rot2::new)
    }

    /// The rotation towards `rhs`, by an angle in radians, at most as far as `rhs` itself. A negative angle goes the other way, at
    /// most as far as the rotation half a turn from `rhs`.
    #[must_use]
    pub fn rotate_towards(&self, rhs: &Self, max_angle: T) -> Self {
        let between = self.angle_to(rhs);
        if max_angle >= between.abs() {
            return *rhs;
        }
        let least = between.abs() - T::literal(core::f64::consts::PI);
        let angle = if max_angle < least { least } else { max_angle };
        let signed = if between < T::zero() { -angle } else { angle };
        Rot2::compose(self.between(), Rot2::from_angle(signed)).between()
    }
}

impl<T: Real> Rot2<T> {
    #[inline]
    pub(super) fn compose(a: Self, b: Self) -> Self {
        Rot2::new(a.rotate(b.elements()))
    }
}
