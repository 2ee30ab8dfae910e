//! `Scalar` for the complex numbers of num-complex 0.4.

use super::complex_division::{quotient, remainder};
use super::{Divide, Negate, Remainder, Scalar, Subtract};
use num_complex::Complex;
use num_traits::float::FloatCore;

/// Parts are floats, so that the difference in a product needs no rule of its own for integers that wrap.
#[diagnostic::do_not_recommend]
impl<T: Scalar + FloatCore> Scalar for Complex<T> {
    const ZERO: Self = Complex { re: T::ZERO, im: T::ZERO };
    const ONE: Self = Complex { re: T::ONE, im: T::ZERO };
    #[inline(always)]
    fn plus(self, rhs: Self) -> Self {
        Complex { re: self.re + rhs.re, im: self.im + rhs.im }
    }
    /// `(re re' - im im', re im' + im re')`, each product and sum rounded.
    #[inline(always)]
    fn times(self, rhs: Self) -> Self {
        Complex { re: self.re * rhs.re - self.im * rhs.im, im: self.re * rhs.im + self.im * rhs.re }
    }
    #[inline(always)]
    fn conj(self) -> Self {
        Complex { re: self.re, im: -self.im }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar + FloatCore> Subtract for Complex<T> {
    #[inline(always)]
    fn subtract(self, rhs: Self) -> Self {
        Complex { re: self.re - rhs.re, im: self.im - rhs.im }
    }
}
/// By Smith's method: within `(4 + sqrt 2) u` of the quotient, wherever that is in the range.
#[diagnostic::do_not_recommend]
impl<T: Scalar + FloatCore> Divide for Complex<T> {
    #[inline]
    fn divide(self, rhs: Self) -> Self {
        quotient(self, rhs)
    }
}
/// What the quotient's parts, rounded towards zero, leave.
#[diagnostic::do_not_recommend]
impl<T: Scalar + FloatCore> Remainder for Complex<T> {
    #[inline]
    fn remainder(self, rhs: Self) -> Self {
        remainder(self, rhs)
    }
}
#[diagnostic::do_not_recommend]
impl<T: Scalar + FloatCore> Negate for Complex<T> {
    #[inline(always)]
    fn negate(self) -> Self {
        Complex { re: -self.re, im: -self.im }
    }
}
