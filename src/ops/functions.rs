//! Functions of each element of `Real` arrays: roots, powers, exponentials, logarithms, and those of angles.

use super::MapIntoOutcome;
use super::element_functions::element_functions;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::elementary;
use crate::scalar::Real;
use crate::shape::{SameShape, Shape, op};

// Their accuracy and their bits are what `docs::numpy` says.
element_functions! {
    function function_into:
    /// The exponential function of each element, `e` to the power of it.
    exp exp_into(T: Real) -> T = elementary::Exp; "exp": [0., f64::NEG_INFINITY] => [1., 0.];
    /// 2 to the power of each element.
    exp2 exp2_into(T: Real) -> T = elementary::Exp2; "exp2": [3., -1.] => [8., 0.5];
    /// `exp(x) - 1` for each element, exact near 0 as well.
    #[doc(alias = "expm1")]
    exp_m1 exp_m1_into(T: Real) -> T = elementary::ExpM1; "expm1": [0., 1e-300] => [0., 1e-300];
    /// The natural logarithm of each element; -inf of 0, NaN of a negative one.
    #[doc(alias = "log")]
    ln ln_into(T: Real) -> T = elementary::Ln; "log": [1., 0.] => [0., f64::NEG_INFINITY];
    /// The logarithm to base 2 of each element.
    log2 log2_into(T: Real) -> T = elementary::Log2; "log2": [8., 0.5] => [3., -1.];
    /// The logarithm to base 10 of each element.
    log10 log10_into(T: Real) -> T = elementary::Log10; "log10": [100., 1.] => [2., 0.];
    /// `ln(1 + x)` for each element, exact near 0 as well.
    #[doc(alias = "log1p")]
    ln_1p ln_1p_into(T: Real) -> T = elementary::Ln1p; "log1p": [0., 1e-300] => [0., 1e-300];
    /// The sine of each element, an angle in radians.
    sin sin_into(T: Real) -> T = elementary::Sin; "sin": [0., 1e-300] => [0., 1e-300];
    /// The cosine of each element, an angle in radians.
    cos cos_into(T: Real) -> T = elementary::Cos; "cos": [0., 1e-300] => [1., 1.];
    /// The tangent of each element, an angle in radians.
    tan tan_into(T: Real) -> T = elementary::Tan; "tan": [0., 1e-300] => [0., 1e-300];
    /// The angle in radians, from -π/2 to π/2, whose sine each element is; NaN beyond 1.
    #[doc(alias = "arcsin")]
    asin asin_into(T: Real) -> T = elementary::Asin; "arcsin": [0., 1e-300] => [0., 1e-300];
    /// The angle in radians, from 0 to π, whose cosine each element is; NaN beyond 1.
    #[doc(alias = "arccos")]
    acos acos_into(T: Real) -> T = elementary::Acos; "arccos": [1.] => [0.];
    /// The angle in radians, from -π/2 to π/2, whose tangent each element is.
    #[doc(alias = "arctan")]
    atan atan_into(T: Real) -> T = elementary::Atan; "arctan": [0., 1e-300] => [0., 1e-300];
    /// The cube root of each element, with its sign.
    cbrt cbrt_into(T: Real) -> T = elementary::Cbrt; "cbrt": [0., 1.] => [0., 1.];
    /// The hyperbolic sine of each element.
    sinh sinh_into(T: Real) -> T = elementary::Sinh; "sinh": [0.] => [0.];
    /// The hyperbolic cosine of each element.
    cosh cosh_into(T: Real) -> T = elementary::Cosh; "cosh": [0.] => [1.];
    /// The hyperbolic tangent of each element.
    tanh tanh_into(T: Real) -> T = elementary::Tanh; "tanh": [0., f64::INFINITY] => [0., 1.];
    /// The number whose hyperbolic sine each element is.
    #[doc(alias = "arcsinh")]
    asinh asinh_into(T: Real) -> T = elementary::Asinh; "arcsinh": [0.] => [0.];
    /// The number, not negative, whose hyperbolic cosine each element is; NaN below 1.
    #[doc(alias = "arccosh")]
    acosh acosh_into(T: Real) -> T = elementary::Acosh; "arccosh": [1.] => [0.];
    /// The number whose hyperbolic tangent each element is; NaN beyond 1.
    #[doc(alias = "arctanh")]
    atanh atanh_into(T: Real) -> T = elementary::Atanh; "arctanh": [0.] => [0.];
}

element_functions! {
    map map_into:
    /// The square root of each element, rounded correctly, `sqrt(a[i..])`; NaN of a negative one.
    sqrt sqrt_into(T: Real) -> T = T::sqrt; "sqrt": [4., 0., 2.25] => [2., 0., 1.5];
    /// `1 / x` for each element.
    #[doc(alias = "reciprocal")]
    recip recip_into(T: Real) -> T = T::recip; "reciprocal": [2., -4.] => [0.5, -0.25];
    /// Each element in degrees, from radians.
    #[doc(alias = "degrees")]
    to_degrees to_degrees_into(T: Real) -> T = T::to_degrees; "degrees": [0., core::f64::consts::PI] => [0., 180.];
    /// Each element in radians, from degrees.
    #[doc(alias = "radians")]
    to_radians to_radians_into(T: Real) -> T = T::to_radians; "radians": [0., 180.] => [0., core::f64::consts::PI];
}

/// By squares of the base, the least first; of a negative exponent the reciprocal.
#[inline(always)]
fn powi<T: Real>(x: T, exponent: i32) -> T {
    let (mut power, mut square, mut left) = (T::one(), x, exponent.unsigned_abs());
    while left > 0 {
        if left % 2 == 1 {
            power = power.times(square);
        }
        square = square.times(square);
        left /= 2;
    }
    if exponent < 0 { power.recip() } else { power }
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
    /// By repeated multiplication, of squares: within about `|exponent|` roundings.
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
        self.map(|x| powi(x, exponent))
    }

    /// Writes [`powi`](Array::powi) into an existing array of the same shape.
    ///
    /// # Errors
    /// As [`map_into`](Array::map_into).
    #[inline]
    pub fn powi_into<S2: Shape, O2: OwnershipMut>(
        &self,
        exponent: i32,
        out: &mut Array<T, S2, O2>,
    ) -> MapIntoOutcome<S, S2>
    where
        T: Real,
        S: SameShape<S2, op::map_into>,
    {
        self.map_into(out, |x| powi(x, exponent))
    }

    /// Each element to a power.
    ///
    /// `out[i..] = a[i..]^exponent`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, any rank.
    ///
    /// As `numpy.power`. Of a negative element NaN, unless the exponent is whole; anything to the power of 0 is 1, and
    /// 1 to any power, NaN included.
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
        self.function_with(exponent, elementary::Powf)
    }

    /// Writes [`powf`](Array::powf) into an existing array of the same shape.
    ///
    /// # Errors
    /// As [`map_into`](Array::map_into).
    #[inline]
    pub fn powf_into<S2: Shape, O2: OwnershipMut>(
        &self,
        exponent: T,
        out: &mut Array<T, S2, O2>,
    ) -> MapIntoOutcome<S, S2>
    where
        T: Real,
        S: SameShape<S2, op::map_into>,
    {
        self.function_with_into(exponent, out, elementary::Powf)
    }
}
