//! `Average`: elements that have a mean, and `Fraction`, what the mean is.

use super::Scalar;
use crate::sealed::Seal;

/// An element of which there is a mean and a variance: floats, in their own type, and integers, in `f64`.
///
/// `f16` and `bf16` (feature `half-2`) have theirs in `f32`.
#[diagnostic::on_unimplemented(
    message = "elements of type `{Self}` have no mean",
    label = "floats and integers have a mean and a variance",
    note = "of `bool`, `count` says how many are true"
)]
pub trait Average: Scalar {
    /// The type of the mean: `f32` or `f64`.
    type Mean: Fraction;
    /// The element as a number of that type.
    fn to_mean(self) -> Self::Mean;
}

/// What a mean is: `f32` or `f64`. Sealed.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a mean", label = "`f32` or `f64` is needed here")]
pub trait Fraction: Average<Mean = Self> + Laned + sealed::Sealed {
    /// `self - rhs`
    #[doc(hidden)]
    fn minus(self, rhs: Self) -> Self;
    /// `self / rhs`
    #[doc(hidden)]
    fn over(self, rhs: Self) -> Self;
    /// The nearest number.
    #[doc(hidden)]
    fn from_len(len: usize) -> Self;
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
#[doc(hidden)]
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

macro_rules! fractions { ($($T:ty)+) => {$(
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
        #[cfg(any(feature = "std", feature = "libm"))]
        #[inline(always)]
        fn root(self) -> $T {
            num_traits::Float::sqrt(self)
        }
    }
)+};}
fractions! { f32 f64 }

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
