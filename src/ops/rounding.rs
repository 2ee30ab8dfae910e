//! Floats to whole numbers: `floor`, `ceil`, `round`, `trunc`; and `fract`, what is left.

use super::MapIntoOutcome;
use super::element_functions::element_functions;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::scalar::Real;
use crate::shape::{SameShape, Shape, op};

element_functions! {
    map map_into:
    /// The largest whole number that is not above each element.
    floor floor_into(T: Real) -> T = T::floor; "floor": [1.5, -1.5, 2.] => [1., -2., 2.];
    /// The smallest whole number that is not below each element.
    ceil ceil_into(T: Real) -> T = T::ceil; "ceil": [1.5, -1.5, 2.] => [2., -1., 2.];
    /// Each element without what stands after the point.
    trunc trunc_into(T: Real) -> T = T::trunc; "trunc": [1.5, -1.5, 2.] => [1., -1., 2.];
    /// The whole number that is nearest to each element, of two the even one: NumPy's rule, and that of
    /// [`f64::round_ties_even`]. ([`f64::round`] goes away from zero: `a.map(f64::round)`.)
    round round_into(T: Real) -> T = T::rint; "round` and `numpy.rint": [0.5, 1.5, 2.5, -0.7] => [0., 2., 2., -1.];
    /// Each element without its whole part, `x - trunc(x)`: with its sign, as [`f64::fract`]. (GLSL has `x - floor(x)`, which is
    /// [`rem_euclid`](Array::rem_euclid) by 1.) NaN of infinite ones, which NumPy makes 0.
    fract fract_into(T: Real) -> T = |x| x - x.trunc(); "modf(x)[0]": [1.5, -1.25, 2.] => [0.5, -0.25, 0.];
}
