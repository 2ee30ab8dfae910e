//! Lengths of vectors and steps between them, in any dimension: `normalize_or`, `clamp_norm`, `move_towards` and their kin.

use crate::array::{Array, Ownership};
use crate::scalar::Real;
use crate::shape::StaticDim;

/// # Geometry
impl<T: Real, D: StaticDim, O: Ownership> Array<T, (D,), O> {
    /// The square of the distance of two points.
    ///
    /// `sum over i of (b[i] - a[i])²`
    ///
    /// # Shapes
    /// `(N), (N) -> ()`, along the same axis.
    ///
    /// Nothing is scaled: it overflows and vanishes where squares do, unlike [`distance`](Array::distance).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., 2.].distance_squared(&array![4., 6.]), 25.);
    /// ```
    #[inline]
    #[must_use]
    pub fn distance_squared<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>) -> T {
        rhs.zip_map(self, |b, a| b - a).norm_squared()
    }

    /// Whether the length is 1, within 1e-4: whether the square of it is, within 2e-4.
    ///
    /// # Shapes
    /// `(N) -> ()`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert!(array![0.6, 0.8].is_normalized());
    /// assert!(!array![0.6, 0.7].is_normalized());
    /// ```
    #[inline]
    #[must_use]
    pub fn is_normalized(&self) -> bool {
        (self.norm_squared() - T::ONE).abs() <= T::literal(2e-4)
    }

    /// The vector of length 1 in the same direction, if there is one.
    ///
    /// `out[i] = a[i] / |a|`
    ///
    /// # Shapes
    /// `(N) -> (N)`
    ///
    /// `None` for a vector of zeros and for one with an infinity or a NaN. Every other one has a direction: elements whose
    /// squares overflow or vanish are scaled, as in [`normalize`](Array::normalize).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![0., -2e-200].try_normalize(), Some(array![0., -1.]));
    /// assert_eq!(array![0., 0.].try_normalize(), None);
    /// assert_eq!(array![0., f64::INFINITY].try_normalize(), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn try_normalize(&self) -> Option<Array<T, (D,)>> {
        // By the length 0 all becomes NaN, and so does an infinity by an infinite one.
        Some(self.normalize()).filter(|unit| unit.norm_squared() > T::ZERO)
    }

    /// The vector of length 1 in the same direction, or another vector if there is none: see
    /// [`try_normalize`](Array::try_normalize).
    ///
    /// # Shapes
    /// `(N), (N) -> (N)`, along the same axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3., 0.].normalize_or(&array![0., 1.]), array![1., 0.]);
    /// assert_eq!(array![0., 0.].normalize_or(&array![0., 1.]), array![0., 1.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn normalize_or<O2: Ownership>(&self, fallback: &Array<T, (D,), O2>) -> Array<T, (D,)> {
        self.try_normalize().unwrap_or_else(|| fallback.map(|x| x))
    }

    /// The vector of length 1 in the same direction, or zeros if there is none: see [`try_normalize`](Array::try_normalize).
    ///
    /// # Shapes
    /// `(N) -> (N)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3., 0.].normalize_or_zero(), array![1., 0.]);
    /// assert_eq!(array![0., 0.].normalize_or_zero(), array![0., 0.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn normalize_or_zero(&self) -> Array<T, (D,)> {
        self.try_normalize().unwrap_or_else(|| self.map(|_| T::ZERO))
    }

    /// The vector of length 1 in the same direction, and the length.
    ///
    /// `(a / |a|, |a|)`
    ///
    /// # Shapes
    /// `(N) -> (N), ()`
    ///
    /// Of a vector without a direction (see [`try_normalize`](Array::try_normalize)) the first axis, and 0. The length is
    /// infinite where it is beyond the largest float.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![0., 3.].normalize_and_norm(), (array![0., 1.], 3.));
    /// assert_eq!(array![0., 0.].normalize_and_norm(), (array![1., 0.], 0.));
    /// ```
    #[doc(alias = "normalize_and_length")]
    #[inline]
    #[must_use]
    pub fn normalize_and_norm(&self) -> (Array<T, (D,)>, T) {
        match self.try_normalize() {
            Some(unit) => (unit, self.norm()),
            None => {
                let mut first = true;
                let unit = self.map(|_| if core::mem::replace(&mut first, false) { T::ONE } else { T::ZERO });
                (unit, T::ZERO)
            }
        }
    }

    /// The vector, lengthened or shortened so that its length is between two.
    ///
    /// `a * clamp(|a|, min, max) / |a|`, or `a` itself where that changes nothing
    ///
    /// # Shapes
    /// `(N) -> (N)`
    ///
    /// A vector of zeros stays one, for it has no direction. If `min` is above `max`, what is shorter than `min` gets that length.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![0., 8.].clamp_norm(1., 2.), array![0., 2.]);
    /// assert_eq!(array![0., 0.5].clamp_norm(1., 2.), array![0., 1.]);
    /// assert_eq!(array![0., 0.].clamp_norm(1., 2.), array![0., 0.]);
    /// ```
    #[doc(alias = "clamp_length")]
    #[inline]
    #[must_use]
    pub fn clamp_norm(&self, min: T, max: T) -> Array<T, (D,)> {
        let norm: T = self.norm();
        let length = if norm < min && norm > T::ZERO {
            min
        } else if norm > max {
            max
        } else {
            return self.map(|x| x);
        };
        self.normalize().map(|x| x * length)
    }

    /// The vector, shortened if it is longer than `max`: see [`clamp_norm`](Array::clamp_norm).
    ///
    /// # Shapes
    /// `(N) -> (N)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![0., 8.].clamp_norm_max(2.), array![0., 2.]);
    /// assert_eq!(array![0., 1.].clamp_norm_max(2.), array![0., 1.]);
    /// ```
    #[doc(alias("clamp_length_max", "limit"))]
    #[inline]
    #[must_use]
    pub fn clamp_norm_max(&self, max: T) -> Array<T, (D,)> {
        self.clamp_norm(T::ZERO, max)
    }

    /// The vector, lengthened if it is shorter than `min` and not zero: see [`clamp_norm`](Array::clamp_norm).
    ///
    /// # Shapes
    /// `(N) -> (N)`
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![0., 0.5].clamp_norm_min(2.), array![0., 2.]);
    /// assert_eq!(array![0., 8.].clamp_norm_min(2.), array![0., 8.]);
    /// ```
    #[doc(alias = "clamp_length_min")]
    #[inline]
    #[must_use]
    pub fn clamp_norm_min(&self, min: T) -> Array<T, (D,)> {
        self.clamp_norm(min, T::infinity())
    }

    /// The point at the distance `d` on the way to another, and never beyond that.
    ///
    /// `a + (b - a) / |b - a| * d`, or `b` if `|b - a| <= d`
    ///
    /// # Shapes
    /// `(N), (N) -> (N)`, along the same axis.
    ///
    /// A negative `d` leads away from `b`. Equal points give `b`, for any `d`. A difference beyond the largest float overflows.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let (a, b) = (array![1., 1.], array![1., 5.]);
    /// assert_eq!(a.move_towards(&b, 3.), array![1., 4.]);
    /// assert_eq!(a.move_towards(&b, 9.), b);
    /// ```
    #[inline]
    #[must_use]
    pub fn move_towards<O2: Ownership>(&self, rhs: &Array<T, (D,), O2>, d: T) -> Array<T, (D,)> {
        let way = rhs.zip_map(self, |b, a| b - a);
        let length: T = way.norm();
        if length <= d || length == T::ZERO {
            return rhs.map(|x| x);
        }
        self.zip_map(&way.normalize(), |a, unit| a + unit * d)
    }
}
