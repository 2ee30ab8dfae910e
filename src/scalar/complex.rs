//! `Scalar` for the complex numbers of num-complex 0.4.

use super::Scalar;
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
