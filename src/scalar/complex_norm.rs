//! Sizes of the complex numbers of num-complex 0.4.

use super::{Magnitude, Normed, Real, Scalar};
use num_complex::Complex;

#[diagnostic::do_not_recommend]
impl<T: Real> Normed for Complex<T>
where
    Complex<T>: Scalar,
{
    type Norm = T;
    #[inline(always)]
    fn modulus(self) -> T {
        self.re.hypot(self.im)
    }
    #[inline(always)]
    fn largest_part(self) -> T {
        let (re, im) = (self.re.abs(), self.im.abs());
        // A NaN in either part wins.
        if re.is_nan() || re > im { re } else { im }
    }
    #[inline(always)]
    fn minus(self, rhs: Self) -> Self {
        Complex { re: self.re - rhs.re, im: self.im - rhs.im }
    }
    #[inline(always)]
    fn over(self, size: T) -> Self {
        Complex { re: self.re / size, im: self.im / size }
    }
    #[inline(always)]
    fn scaled(self, factor: T) -> Self {
        Complex { re: self.re * factor, im: self.im * factor }
    }
}

/// `hypot` of the parts, which neither overflows nor vanishes where the result does not.
#[diagnostic::do_not_recommend]
impl<T: Real> Magnitude for Complex<T>
where
    Complex<T>: Scalar,
{
    type Magnitude = T;
    #[inline(always)]
    fn magnitude(self) -> T {
        self.modulus()
    }
}
