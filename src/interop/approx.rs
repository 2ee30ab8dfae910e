//! `AbsDiffEq`, `RelativeEq` and `UlpsEq` of approx 0.5: arrays compared element by element, each by the trait of the
//! element.

use crate::array::{Array, Ownership};
use crate::shape::Shape;
use approx::{AbsDiffEq, RelativeEq, UlpsEq};

#[cfg(any(feature = "std", feature = "libm"))]
mod geometry;

/// Arrays of one shape type, whoever holds their elements; run-time lengths that differ are not equal.
impl<T: AbsDiffEq, S: Shape, O: Ownership, O2: Ownership> AbsDiffEq<Array<T, S, O2>> for Array<T, S, O>
where
    T::Epsilon: Clone,
{
    type Epsilon = T::Epsilon;
    #[inline]
    fn default_epsilon() -> T::Epsilon {
        T::default_epsilon()
    }
    #[inline]
    fn abs_diff_eq(&self, other: &Array<T, S, O2>, epsilon: T::Epsilon) -> bool {
        all(self, other, |a, b| a.abs_diff_eq(b, epsilon.clone()))
    }
}

/// Arrays of one shape type, whoever holds their elements; run-time lengths that differ are not equal.
impl<T: RelativeEq, S: Shape, O: Ownership, O2: Ownership> RelativeEq<Array<T, S, O2>> for Array<T, S, O>
where
    T::Epsilon: Clone,
{
    #[inline]
    fn default_max_relative() -> T::Epsilon {
        T::default_max_relative()
    }
    #[inline]
    fn relative_eq(&self, other: &Array<T, S, O2>, epsilon: T::Epsilon, max_relative: T::Epsilon) -> bool {
        all(self, other, |a, b| a.relative_eq(b, epsilon.clone(), max_relative.clone()))
    }
}

/// Arrays of one shape type, whoever holds their elements; run-time lengths that differ are not equal.
impl<T: UlpsEq, S: Shape, O: Ownership, O2: Ownership> UlpsEq<Array<T, S, O2>> for Array<T, S, O>
where
    T::Epsilon: Clone,
{
    #[inline]
    fn default_max_ulps() -> u32 {
        T::default_max_ulps()
    }
    #[inline]
    fn ulps_eq(&self, other: &Array<T, S, O2>, epsilon: T::Epsilon, max_ulps: u32) -> bool {
        all(self, other, |a, b| a.ulps_eq(b, epsilon.clone(), max_ulps))
    }
}

/// Whether the shapes are equal and `f` holds for every pair of elements.
#[inline]
fn all<T, S: Shape, O: Ownership, O2: Ownership>(
    a: &Array<T, S, O>,
    b: &Array<T, S, O2>,
    f: impl Fn(&T, &T) -> bool,
) -> bool {
    a.shape() == b.shape() && a.iter().zip(b).all(|(a, b)| f(a, b))
}
