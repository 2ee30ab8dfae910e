//! Angles, projections, reflections and turns of vectors, in any dimension.
//!
//! ```text
//! the plane of a and b:  u = a / |a|
//!                        w = the part of b that is orthogonal to u, at length 1
//! a turned by an angle in it, towards b:  |a| (u cos angle + w sin angle)
//! ```
//!
//! So a turn has one formula for all angles. Where `b` is along `a` or against it, the plane is one of those through `a`.

use crate::array::{Array, Ownership};
use crate::kernel::elementary::{Atan2, Function, sin_cos};
use crate::scalar::Real;
use crate::shape::StaticDim;

/// # Geometry
impl<T: Real, D: StaticDim, O: Ownership> Array<T, (D,), O> {
    /// The angle between two vectors, in radians from 0 to π.
    ///
    /// `2 atan2(|u - v|, |u + v|)` of the vectors `u = a / |a|`, `v = b / |b|`
    ///
    /// # Shapes
    /// `(N), (N) -> ()`, along the same axis.
    ///
    /// NaN if one of them is zero. Accurate for small angles and for those near π, where the arc cosine of a product is not.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// use core::f64::consts::{FRAC_PI_2, PI};
    /// assert_eq!(array![3., 0.].angle_between(&array![0., -2.]), FRAC_PI_2);
    /// assert_eq!(array![3., 0.].angle_between(&array![-1., 0.]), PI);
    /// assert_eq!(array![1., 0.].angle_between(&array![1., 1e-30]), 1e-30);
    /// ```
    ///
    /// W. Kahan, "How Futile are Mindless Assessments of Roundoff in Floating-Point Computation?", 2006, section 12.
    #[inline]
    #[must_use]
    pub fn angle_between<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>) -> T {
        angle(&self.normalize(), &rhs.normalize())
    }

    /// The part of the vector along another.
    ///
    /// `b (a · b) / (b · b)`
    ///
    /// # Shapes
    /// `(N), (N) -> (N)`, along the same axis.
    ///
    /// NaN if `b` is zero. Where the products overflow or vanish, that of `a` and `b / |b|` is taken.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3., 4.].project_onto(&array![2., 2.]), array![3.5, 3.5]);
    /// ```
    #[inline]
    #[must_use]
    pub fn project_onto<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>) -> Array<T, (D,)> {
        let (product, square) = (self.inner(rhs), rhs.norm_squared());
        if is_ordinary(product.abs()) && is_ordinary(square) {
            let along = product / square;
            return rhs.map(|b| b * along);
        }
        self.project_onto_normalized(&rhs.normalize())
    }

    /// The part of the vector along another of length 1.
    ///
    /// `b (a · b)`
    ///
    /// # Shapes
    /// `(N), (N) -> (N)`, along the same axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3., 4.].project_onto_normalized(&array![0., 1.]), array![0., 4.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn project_onto_normalized<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>) -> Array<T, (D,)> {
        let along: T = self.inner(rhs);
        rhs.map(|b| b * along)
    }

    /// The part of the vector that is orthogonal to another.
    ///
    /// `a - b (a · b) / (b · b)`, what [`project_onto`](Array::project_onto) leaves
    ///
    /// # Shapes
    /// `(N), (N) -> (N)`, along the same axis.
    ///
    /// NaN if `b` is zero.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3., 4.].reject_from(&array![2., 2.]), array![-0.5, 0.5]);
    /// ```
    #[inline]
    #[must_use]
    pub fn reject_from<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>) -> Array<T, (D,)> {
        self.zip_map(&self.project_onto(rhs), |a, part| a - part)
    }

    /// The part of the vector that is orthogonal to another of length 1.
    ///
    /// `a - b (a · b)`
    ///
    /// # Shapes
    /// `(N), (N) -> (N)`, along the same axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3., 4.].reject_from_normalized(&array![0., 1.]), array![3., 0.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn reject_from_normalized<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>) -> Array<T, (D,)> {
        let along: T = self.inner(rhs);
        self.zip_map(rhs, |a, b| a - b * along)
    }

    /// The vector, thrown back by a surface with a normal of length 1.
    ///
    /// `a - 2 (a · n) n`
    ///
    /// # Shapes
    /// `(N), (N) -> (N)`, along the same axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3., -4.].reflect(&array![0., 1.]), array![3., 4.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn reflect<O2: Ownership>(&self, normal: &Array<T, (D,), O2>) -> Array<T, (D,)> {
        let twice = T::literal(2.) * self.inner(normal);
        self.zip_map(normal, |a, n| a - twice * n)
    }

    /// The direction of a ray behind a surface, by Snell's law.
    ///
    /// `eta a - (eta (n · a) + sqrt(k)) n`, with `k = 1 - eta² (1 - (n · a)²)`; zeros if `k < 0`, where all is reflected
    ///
    /// # Shapes
    /// `(N), (N) -> (N)`, along the same axis.
    ///
    /// The ray `a` and the normal `n`, against which it comes (`n · a < 0`), have length 1; `eta` is the refractive index before the
    /// surface over that behind it.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let normal = array![0., 1.];
    /// assert_eq!(array![0., -1.].refract(&normal, 1.5), array![0., -1.]);
    /// assert_eq!(array![0.8, -0.6].refract(&normal, 1.5), array![0., 0.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn refract<O2: Ownership>(&self, normal: &Array<T, (D,), O2>, eta: T) -> Array<T, (D,)> {
        let along: T = normal.inner(self);
        let k = T::ONE - eta * eta * (T::ONE - along * along);
        if k < T::ZERO {
            return self.map(|_| T::ZERO);
        }
        let across = eta * along + k.sqrt();
        self.zip_map(normal, |a, n| eta * a - across * n)
    }

    /// The vector at the fraction `t` of the turn to another; the length goes evenly from the one to the other.
    ///
    /// `(u cos(t θ) + w sin(t θ)) (|a| + (|b| - |a|) t)`, with θ the [angle](Array::angle_between), `u = a / |a|`, and `w` of length 1,
    /// orthogonal to `u`, on the side of `b`
    ///
    /// # Shapes
    /// `(N), (N) -> (N)`, along the same axis.
    ///
    /// Between opposite vectors the turn is in one of the planes through them. If one of both is zero it is
    /// [`lerp`](Array::lerp). A `t` beyond 0 and 1 turns further. For finite vectors it is never NaN; lengths beyond the largest float
    /// count as that.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let (a, b) = (array![2., 0.], array![0., 4.]);
    /// assert_eq!(a.slerp(&b, 0.), a);
    /// assert!(a.slerp(&b, 0.5).allclose(&(array![3., 3.] / 2_f64.sqrt())));
    /// assert!(a.slerp(&array![-2., 0.], 0.5).allclose(&array![0., 2.]));
    /// ```
    #[inline]
    #[must_use]
    pub fn slerp<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>, t: T) -> Array<T, (D,)> {
        let Some([u, v]) = directions(self, rhs) else {
            let rest = T::ONE - t;
            return self.zip_map(rhs, |a, b| a * rest + b * t);
        };
        let [from, to] = [self.norm(), rhs.norm()].map(in_range);
        turned(&u, &v, in_range(t * angle(&u, &v)), in_range(from + (to - from) * t))
    }

    /// The vector, turned towards another by an angle in radians, and never beyond it.
    ///
    /// `(u cos φ + w sin φ) |a|`, with `u` and `w` of [`slerp`](Array::slerp) and φ the `max_angle`, at most θ, at least `θ - π`
    ///
    /// # Shapes
    /// `(N), (N) -> (N)`, along the same axis.
    ///
    /// A negative angle turns towards the opposite of `b`, and never beyond that. If one of both is zero, nothing turns.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let (a, b) = (array![2., 0.], array![0., 1.]);
    /// assert_eq!(a.rotate_towards(&b, 0.), a);
    /// assert!(a.rotate_towards(&b, 5.).allclose(&array![0., 2.]));
    /// assert!(a.rotate_towards(&b, -5.).allclose(&array![0., -2.]));
    /// ```
    #[inline]
    #[must_use]
    pub fn rotate_towards<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>, max_angle: T) -> Array<T, (D,)> {
        let Some([u, v]) = directions(self, rhs) else {
            return self.map(|x| x);
        };
        let whole = angle(&u, &v);
        let least = whole - T::literal(core::f64::consts::PI);
        let by = if max_angle > whole {
            whole
        } else if max_angle < least {
            least
        } else {
            max_angle
        };
        turned(&u, &v, by, in_range(self.norm()))
    }
}

/// Whether a product that is not negative neither overflowed nor lost digits.
#[inline(always)]
fn is_ordinary<T: Real>(x: T) -> bool {
    x.is_finite() && x >= T::min_positive_value() / T::epsilon()
}

/// The number, or the largest one with its sign for infinity.
#[inline(always)]
fn in_range<T: Real>(x: T) -> T {
    if x.is_infinite() { T::max_value().copysign(x) } else { x }
}

/// The directions of both, if both have one.
#[inline(always)]
fn directions<T: Real, D: StaticDim, O: Ownership, O2: Ownership>(
    a: &Array<T, (D,), O>,
    b: &Array<T, (D,), O2>,
) -> Option<[Array<T, (D,)>; 2]> {
    Some([a.try_normalize()?, b.try_normalize()?])
}

/// The angle between vectors of length 1.
#[inline(always)]
fn angle<T: Real, D: StaticDim>(u: &Array<T, (D,)>, v: &Array<T, (D,)>) -> T {
    let (apart, together) = (u.zip_map(v, |u, v| u - v), u.zip_map(v, |u, v| u + v));
    T::literal(2.) * Atan2::one([apart.norm(), together.norm()])
}

/// The vector of this length that lies at an angle from `u` towards `v`.
#[inline(always)]
fn turned<T: Real, D: StaticDim>(
    u: &Array<T, (D,)>,
    v: &Array<T, (D,)>,
    angle: T,
    length: T,
) -> Array<T, (D,)> {
    let [sin, cos] = sin_cos(angle);
    u.zip_map(&orthogonal(u, v), |u, w| (u * cos + w * sin) * length)
}

/// The part of `v` that is orthogonal to `u`, at length 1; if there is none, another vector that is. Both have length 1.
///
/// What rounding leaves of `v` along `u` can be as large as the part, so it is taken away a second time; if that takes away most, the
/// part was nothing but rounding.
#[inline(always)]
fn orthogonal<T: Real, D: StaticDim>(u: &Array<T, (D,)>, v: &Array<T, (D,)>) -> Array<T, (D,)> {
    let part = v.reject_from_normalized(u).normalize().reject_from_normalized(u);
    let size = part.norm_squared();
    if size > T::literal(0.25) {
        let size = size.sqrt();
        return part.map(|x| x / size);
    }
    // The axis from which `u` is farthest.
    let axis = u
        .iter()
        .enumerate()
        .fold((0, T::infinity()), |least, (i, x)| if x.abs() < least.1 { (i, x.abs()) } else { least });
    let mut at = 0;
    let axis = u.map(|_| {
        at += 1;
        if at == axis.0 + 1 { T::ONE } else { T::ZERO }
    });
    axis.reject_from_normalized(u).normalize_or_zero()
}
