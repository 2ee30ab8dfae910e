//! Functions of each element of `Real` arrays: roots, powers, exponentials, logarithms, and those of angles.

use super::element_functions::element_functions;
use crate::array::{Array, Ownership};
use crate::scalar::Real;
use crate::shape::Shape;

// Where a row says nothing of accuracy, `docs::numpy` does: these are the functions of `std`, or of `libm` without it.
element_functions! {
    /// The square root of each element, rounded correctly, `sqrt(a[i..])`; NaN of a negative one.
    sqrt(T: Real) -> T = T::sqrt; "sqrt": [4., 0., 2.25] => [2., 0., 1.5];
    /// The cube root of each element, with its sign.
    cbrt(T: Real) -> T = T::cbrt; "cbrt": [0., 1.] => [0., 1.];
    /// `1 / x` for each element.
    #[doc(alias = "reciprocal")]
    recip(T: Real) -> T = T::recip; "reciprocal": [2., -4.] => [0.5, -0.25];
    /// The exponential function of each element, `e` to the power of it. The last bits are those of the platform's
    /// mathematical library, or of `libm` without `std`.
    exp(T: Real) -> T = T::exp; "exp": [0., f64::NEG_INFINITY] => [1., 0.];
    /// 2 to the power of each element.
    exp2(T: Real) -> T = T::exp2; "exp2": [3., -1.] => [8., 0.5];
    /// `exp(x) - 1` for each element, exact near 0 as well.
    #[doc(alias = "expm1")]
    exp_m1(T: Real) -> T = T::exp_m1; "expm1": [0., 1e-300] => [0., 1e-300];
    /// The natural logarithm of each element; -inf of 0, NaN of a negative one. The last bits are those of the
    /// platform's mathematical library, or of `libm` without `std`.
    #[doc(alias = "log")]
    ln(T: Real) -> T = T::ln; "log": [1., 0.] => [0., f64::NEG_INFINITY];
    /// The logarithm to base 2 of each element.
    log2(T: Real) -> T = T::log2; "log2": [8., 0.5] => [3., -1.];
    /// The logarithm to base 10 of each element.
    log10(T: Real) -> T = T::log10; "log10": [100., 1.] => [2., 0.];
    /// `ln(1 + x)` for each element, exact near 0 as well.
    #[doc(alias = "log1p")]
    ln_1p(T: Real) -> T = T::ln_1p; "log1p": [0., 1e-300] => [0., 1e-300];
    /// The sine of each element, an angle in radians.
    sin(T: Real) -> T = T::sin; "sin": [0., 1e-300] => [0., 1e-300];
    /// The cosine of each element, an angle in radians.
    cos(T: Real) -> T = T::cos; "cos": [0., 1e-300] => [1., 1.];
    /// The tangent of each element, an angle in radians.
    tan(T: Real) -> T = T::tan; "tan": [0., 1e-300] => [0., 1e-300];
    /// The angle in radians, from -π/2 to π/2, whose sine each element is; NaN beyond 1.
    #[doc(alias = "arcsin")]
    asin(T: Real) -> T = T::asin; "arcsin": [0., 1e-300] => [0., 1e-300];
    /// The angle in radians, from 0 to π, whose cosine each element is; NaN beyond 1.
    #[doc(alias = "arccos")]
    acos(T: Real) -> T = T::acos; "arccos": [1.] => [0.];
    /// The angle in radians, from -π/2 to π/2, whose tangent each element is.
    #[doc(alias = "arctan")]
    atan(T: Real) -> T = T::atan; "arctan": [0., 1e-300] => [0., 1e-300];
    /// The hyperbolic sine of each element.
    sinh(T: Real) -> T = T::sinh; "sinh": [0.] => [0.];
    /// The hyperbolic cosine of each element.
    cosh(T: Real) -> T = T::cosh; "cosh": [0.] => [1.];
    /// The hyperbolic tangent of each element.
    tanh(T: Real) -> T = T::tanh; "tanh": [0., f64::INFINITY] => [0., 1.];
    /// The number whose hyperbolic sine each element is.
    #[doc(alias = "arcsinh")]
    asinh(T: Real) -> T = asinh; "arcsinh": [0.] => [0.];
    /// The number, not negative, whose hyperbolic cosine each element is; NaN below 1.
    #[doc(alias = "arccosh")]
    acosh(T: Real) -> T = acosh; "arccosh": [1.] => [0.];
    /// The number whose hyperbolic tangent each element is; NaN beyond 1.
    #[doc(alias = "arctanh")]
    atanh(T: Real) -> T = T::atanh; "arctanh": [0.] => [0.];
    /// Each element in degrees, from radians.
    #[doc(alias = "degrees")]
    to_degrees(T: Real) -> T = T::to_degrees; "degrees": [0., core::f64::consts::PI] => [0., 180.];
    /// Each element in radians, from degrees.
    #[doc(alias = "radians")]
    to_radians(T: Real) -> T = T::to_radians; "radians": [0., 180.] => [0., core::f64::consts::PI];
}

/// `x.asinh()`, but `ln(2|x|)` with the sign of `x` from where no bit tells the two apart: that of `std` overflows there.
#[inline]
fn asinh<T: Real>(x: T) -> T {
    if x.abs() > T::epsilon().recip() { ln_of_double(x.abs()).copysign(x) } else { x.asinh() }
}

/// `x.acosh()`, for the same reason.
#[inline]
fn acosh<T: Real>(x: T) -> T {
    if x > T::epsilon().recip() { ln_of_double(x) } else { x.acosh() }
}

fn ln_of_double<T: Real>(x: T) -> T {
    let two = T::one().plus(T::one());
    x.ln().plus(two.ln())
}

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Each element to a whole power.
    ///
    /// `out[i..] = a[i..]^exponent`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, any rank.
    ///
    /// As `numpy.power` with an integer. Anything to the power of 0 is 1, NaN included.
    ///
    /// # Accuracy
    /// By repeated multiplication: within about `|exponent|` roundings.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![2., -3.].powi(3), array![8., -27.]);
    /// assert_eq!(array![2., 4.].powi(-1), array![0.5, 0.25]);
    /// ```
    #[inline]
    #[must_use]
    pub fn powi(&self, exponent: i32) -> Array<T, S>
    where
        T: Real,
    {
        self.map(|x| x.powi(exponent))
    }

    /// Each element to a power.
    ///
    /// `out[i..] = a[i..]^exponent`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, any rank.
    ///
    /// As `numpy.power`. Of a negative element NaN, unless the exponent is whole; anything to the power of 0 is 1, and
    /// 1 to any power, NaN included. The last bits are those of the platform's mathematical library, or of `libm`
    /// without `std`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![4., 9.].powf(0.5), array![2., 3.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn powf(&self, exponent: T) -> Array<T, S>
    where
        T: Real,
    {
        self.map(|x| x.powf(exponent))
    }
}
