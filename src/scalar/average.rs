//! `Average`: elements that have a mean and a variance, `Averaged`: those that have a mean, and `Fraction`, what it is made of.

use super::{Inexact, Scalar};
use crate::sealed::Seal;

/// An element of which there is a mean and a variance: floats, in their own type, and integers, in `f64`.
///
/// `f16` and `bf16` (feature `half-2`) have theirs in `f32`.
#[diagnostic::on_unimplemented(
    message = "elements of type `{Self}` have no mean",
    label = "floats and integers have a mean and a variance",
    note = "for `bool`, use `count`"
)]
pub trait Average: Scalar {
    /// The type of the mean: `f32` or `f64`.
    type Mean: Fraction;
    /// The element as a number of that type.
    fn to_mean(self) -> Self::Mean;
}

/// An element of which there is a mean: every [`Average`], and by the feature `num-complex-04` complex numbers, whose mean is
/// complex. Sealed.
#[diagnostic::on_unimplemented(
    message = "elements of type `{Self}` have no mean",
    label = "floats, integers and complex numbers have a mean",
    note = "for `bool`, use `count`"
)]
pub trait Averaged: Copy {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The type of the mean.
    type Mean: Copy;
    /// Calls what there is for elements with one part, or with two.
    #[doc(hidden)]
    fn by_parts<V: ByParts<Self>>(visitor: V) -> V::Output;
}
/// What is done with elements by the number of their parts.
#[doc(hidden)]
pub trait ByParts<T: Averaged> {
    type Output;
    fn one(self) -> Self::Output
    where
        T: Average<Mean = <T as Averaged>::Mean>;
    fn two<F: Fraction>(
        self,
        part: [fn(T) -> F; 2],
        join: fn([F; 2]) -> <T as Averaged>::Mean,
    ) -> Self::Output;
}
#[diagnostic::do_not_recommend]
impl<T: Average> Averaged for T {
    const SEALED: Seal = Seal;
    type Mean = <T as Average>::Mean;
    #[inline(always)]
    fn by_parts<V: ByParts<Self>>(visitor: V) -> V::Output {
        visitor.one()
    }
}
#[cfg(feature = "num-complex-04")]
macro_rules! complex { ($($T:ty)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Averaged for num_complex::Complex<$T> {
        const SEALED: Seal = Seal;
        type Mean = Self;
        #[inline(always)]
        fn by_parts<V: ByParts<Self>>(visitor: V) -> V::Output {
            visitor.two([|x: Self| x.re, |x: Self| x.im], |[re, im]| Self { re, im })
        }
    }
)+};}
#[cfg(feature = "num-complex-04")]
complex! { f32 f64 }

/// What a mean is: `f32` or `f64`. Sealed.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a mean", label = "expected `f32` or `f64`")]
pub trait Fraction: Average<Mean = Self> + Laned + Inexact + PartialOrd + sealed::Sealed {
    /// The largest finite number.
    #[doc(hidden)]
    const MOST: Self;
    /// The least normal number.
    #[doc(hidden)]
    const LEAST: Self;
    /// `self - rhs`
    #[doc(hidden)]
    fn minus(self, rhs: Self) -> Self;
    /// `self / rhs`
    #[doc(hidden)]
    fn over(self, rhs: Self) -> Self;
    /// The nearest number.
    #[doc(hidden)]
    fn from_len(len: usize) -> Self;
    /// The nearest number.
    #[doc(hidden)]
    fn from_f64(x: f64) -> Self;
    /// `|self|`
    #[doc(hidden)]
    #[must_use]
    fn size(self) -> Self;
    /// The number, or with its sign the one that is given, if that is nearer to zero.
    #[doc(hidden)]
    #[must_use]
    fn at_most(self, most: Self) -> Self;
    /// Whether, as a sum of squares, it has lost nothing to the ends of the range: it is finite, and what its terms lost
    /// where they are below the least normal number is less than their rounding.
    #[doc(hidden)]
    fn is_ordinary(self) -> bool;
    /// The exponent `e` of `2^e <= |self| < 2^(e+1)`, moved away from the ends of the range by a sixteenth, so that the power
    /// of two of it and that of its negative are normal numbers, and the square of what is scaled by them is, too.
    #[doc(hidden)]
    fn exponent(self) -> i32;
    /// `2^exponent`, a normal number.
    #[doc(hidden)]
    fn power_of_two(exponent: i32) -> Self;
    /// The square root.
    #[doc(hidden)]
    #[cfg(any(feature = "std", feature = "libm"))]
    fn root(self) -> Self;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for f32 {}
    impl Sealed for f64 {}
}

/// The elements that stand in the lanes of a sum. Sealed.
pub trait Laned: Scalar {
    #[doc(hidden)]
    const SEALED: Seal;
    /// As many as a sum has lanes: 128 bytes.
    type Lanes: Copy + AsRef<[Self]> + AsMut<[Self]>;
    /// Neutral in every sum.
    const NEUTRAL: Self;
    /// `x` in every lane.
    fn lanes(x: Self) -> Self::Lanes;
}
macro_rules! laned { ($($T:ty, $neutral:expr;)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Laned for $T {
        const SEALED: Seal = Seal;
        type Lanes = [$T; 128 / size_of::<$T>()];
        const NEUTRAL: $T = $neutral;
        #[inline(always)]
        fn lanes(x: $T) -> Self::Lanes {
            [x; 128 / size_of::<$T>()]
        }
    }
)+};}
laned! {
    f32, -0.0;
    f64, -0.0;
    i8, 0;
    i16, 0;
    i32, 0;
    i64, 0;
}

macro_rules! fractions { ($($T:ident $Bits:ident)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Average for $T {
        type Mean = $T;
        #[inline(always)]
        fn to_mean(self) -> $T {
            self
        }
    }
    #[diagnostic::do_not_recommend]
    impl Fraction for $T {
        const MOST: $T = $T::MAX;
        const LEAST: $T = $T::MIN_POSITIVE;
        #[inline(always)]
        fn size(self) -> $T {
            self.abs()
        }
        #[inline(always)]
        fn at_most(self, most: $T) -> $T {
            // Not `clamp`, which has a panic, and its text.
            if self > most { most } else if self < -most { -most } else { self }
        }
        #[inline(always)]
        fn is_ordinary(self) -> bool {
            (const { $T::MIN_POSITIVE / $T::EPSILON }..=$T::MAX).contains(&self)
        }
        #[inline]
        fn exponent(self) -> i32 {
            const MOST: i32 = $T::MAX_EXP - 1;
            const DIGITS: u32 = $T::MANTISSA_DIGITS - 1;
            let bits = self.abs().to_bits();
            let exponent = match bits >> DIGITS {
                // The bit of the least number is 1.
                0 => $T::MIN_EXP - 1 - DIGITS as i32 + $Bits::BITS as i32 - 1 - bits.leading_zeros() as i32,
                field => field as i32 - MOST,
            };
            exponent.clamp(MOST / 16 - MOST, MOST - MOST / 16)
        }
        #[inline(always)]
        fn power_of_two(exponent: i32) -> $T {
            debug_assert!(($T::MIN_EXP..$T::MAX_EXP).contains(&exponent));
            let field = (exponent + ($T::MAX_EXP - 1)) as $Bits;
            $T::from_bits(field << ($T::MANTISSA_DIGITS - 1))
        }
        #[inline(always)]
        fn minus(self, rhs: $T) -> $T {
            self - rhs
        }
        #[inline(always)]
        fn over(self, rhs: $T) -> $T {
            self / rhs
        }
        #[inline(always)]
        fn from_len(len: usize) -> $T {
            len as $T
        }
        #[inline(always)]
        #[allow(clippy::unnecessary_cast, reason = "one line for both types")]
        fn from_f64(x: f64) -> $T {
            x as $T
        }
        #[cfg(any(feature = "std", feature = "libm"))]
        #[inline(always)]
        fn root(self) -> $T {
            num_traits::Float::sqrt(self)
        }
    }
)+};}
fractions! { f32 u32 f64 u64 }

macro_rules! integers { ($($T:ty)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Average for $T {
        type Mean = f64;
        #[inline(always)]
        fn to_mean(self) -> f64 {
            self as f64
        }
    }
)+};}
integers! { i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize }
