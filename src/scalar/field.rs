//! `Field`: elements that systems of equations are solved in.

use super::{Arithmetic, Normed};

/// A real or complex floating-point number: `f32`, `f64`, and complex numbers of these by the feature `num-complex-04`.
/// What the solution of a system of equations needs: a quotient, and a size that tells a good pivot from a bad one.
///
/// Needs the feature `std` or `libm`.
#[diagnostic::on_unimplemented(
    message = "linear algebra needs real or complex floating-point numbers, and `{Self}` is none",
    label = "expected `f32`, `f64` or complex numbers of these",
    note = "`cast` converts the elements: `a.cast::<f64>()`"
)]
pub trait Field: Normed + Arithmetic {
    /// Not a number.
    #[doc(hidden)]
    fn not_a_number() -> Self;
    /// By what pivots are compared: the sum of the sizes of the parts.
    #[doc(hidden)]
    fn pivot_size(self) -> Self::Norm;
    /// A number that is larger for a larger pivot: 0 for zero alone, and largest for NaN.
    #[doc(hidden)]
    fn pivot_key(self) -> u64;
    /// `self / |self|`, of infinite numbers, too; not of zero.
    #[doc(hidden)]
    fn direction(self) -> Self;
    /// `1 / self`, if multiplying by it is as good as dividing: not near the ends of the range.
    #[doc(hidden)]
    fn reciprocal(self) -> Option<Self>;
    /// `self / 2^exponent` of a size in `1 .. 2` (of the larger part, for complex numbers), and the exponent; of zero,
    /// infinity and NaN itself and 0.
    #[doc(hidden)]
    fn split_exponent(self) -> (Self, i32);
    /// `self * 2^exponent`, rounded once.
    #[doc(hidden)]
    fn scaled_by_exponent(self, exponent: i64) -> Self;
}

macro_rules! fields { ($($T:ident $Bits:ident)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Field for $T {
        #[inline(always)]
        fn not_a_number() -> $T {
            $T::NAN
        }
        #[inline(always)]
        fn pivot_size(self) -> $T {
            self.abs()
        }
        #[inline(always)]
        fn pivot_key(self) -> u64 {
            // Bits of floats without a sign are in order, those of NaN last.
            self.abs().to_bits().into()
        }
        #[inline(always)]
        fn direction(self) -> $T {
            if self.is_nan() { self } else { $T::copysign(1.0, self) }
        }
        #[inline(always)]
        fn reciprocal(self) -> Option<$T> {
            let reciprocal = 1.0 / self;
            reciprocal.is_normal().then_some(reciprocal)
        }
        #[inline(always)]
        fn split_exponent(self) -> ($T, i32) {
            const SIGNIFICAND: u32 = $T::MANTISSA_DIGITS - 1;
            const BIAS: i32 = $T::MAX_EXP - 1;
            const EXPONENTS: $Bits = !0 >> 1 >> SIGNIFICAND << SIGNIFICAND;
            if self == 0.0 || !self.is_finite() {
                return (self, 0);
            }
            // Subnormal numbers are made normal first, by an exact factor.
            let (x, made) = if self.is_normal() {
                (self, 0)
            } else {
                (self * (1_u64 << SIGNIFICAND) as $T, SIGNIFICAND as i32)
            };
            let bits = x.to_bits();
            let exponent = ((bits & EXPONENTS) >> SIGNIFICAND) as i32 - BIAS;
            ($T::from_bits(bits & !EXPONENTS | (BIAS as $Bits) << SIGNIFICAND), exponent - made)
        }
        #[inline(always)]
        fn scaled_by_exponent(self, exponent: i64) -> $T {
            const SIGNIFICAND: u32 = $T::MANTISSA_DIGITS - 1;
            const BIAS: i64 = $T::MAX_EXP as i64 - 1;
            let power = |e: i64| $T::from_bits(((e + BIAS) as $Bits) << SIGNIFICAND);
            if self == 0.0 || !self.is_finite() {
                return self;
            }
            let (x, own) = self.split_exponent();
            let e = exponent.saturating_add(<i64 as From<i32>>::from(own));
            if e > BIAS {
                x * power(BIAS) * power(1)
            } else if e >= 1 - BIAS {
                x * power(e)
            } else {
                // The first product is exact, so that there is one rounding.
                x * power(1 - BIAS) * power((e - (1 - BIAS)).max(1 - BIAS))
            }
        }
    }
)+};}
fields! { f32 u32 f64 u64 }

#[cfg(feature = "num-complex-04")]
#[diagnostic::do_not_recommend]
impl<T: super::Real> Field for num_complex::Complex<T>
where
    num_complex::Complex<T>: super::Scalar + Arithmetic,
{
    #[inline(always)]
    fn not_a_number() -> Self {
        num_complex::Complex { re: T::nan(), im: T::nan() }
    }
    #[inline(always)]
    fn pivot_size(self) -> T {
        self.re.abs() + self.im.abs()
    }
    #[inline(always)]
    fn pivot_key(self) -> u64 {
        self.pivot_size().pivot_key()
    }
    #[inline(always)]
    fn direction(self) -> Self {
        self.over(self.modulus())
    }
    #[inline(always)]
    fn reciprocal(self) -> Option<Self> {
        None
    }
    #[inline(always)]
    fn split_exponent(self) -> (Self, i32) {
        let (_, exponent) = self.largest_part().split_exponent();
        let by = -<i64 as From<i32>>::from(exponent);
        (
            num_complex::Complex { re: self.re.scaled_by_exponent(by), im: self.im.scaled_by_exponent(by) },
            exponent,
        )
    }
    #[inline(always)]
    fn scaled_by_exponent(self, exponent: i64) -> Self {
        num_complex::Complex {
            re: self.re.scaled_by_exponent(exponent),
            im: self.im.scaled_by_exponent(exponent),
        }
    }
}
