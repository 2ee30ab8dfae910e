//! `Widening`: which narrow numbers are multiplied and added up in which wider type.

use super::Scalar;

pub(super) mod sealed {
    pub trait Sealed {}
}

/// Numbers whose products with `Rhs` are exact in a wider type. Sealed.
///
/// | `Self` | `Rhs` | `Wide` | the most products that surely fit |
/// |---|---|---|---|
/// | `i8` | `i8` | `i32` | 131,071 |
/// | `i8`, `u8` | `u8`, `i8` | `i32` | 65,793 |
/// | `u8` | `u8` | `u32` | 66,051 |
/// | `i16` | `i16` | `i64` | 8,589,934,591 |
/// | `f32` | `f32` | `f64` | |
/// | `f16`, `bf16` (feature `half-2`) | the same | `f32` | |
#[diagnostic::on_unimplemented(
    message = "there is no wide product of `{Self}` and `{Rhs}`",
    label = "no wider type for products of `{Self}` and `{Rhs}`",
    note = "there is one for `i8` and `u8` in any combination, `i16`, `f32`, and `f16` and `bf16` by the feature `half-2`"
)]
pub trait Widening<Rhs>: Copy + sealed::Sealed {
    /// The type of the sum.
    type Wide: Scalar;
    /// The most products whose sum fits, whatever they are; `None` for floats.
    const MOST_TERMS: Option<u64> = None;
    /// Which pair this is; only this crate implements the trait, so that kernels can rely on it.
    #[doc(hidden)]
    const PAIR: Pair;
    /// The product. That of `bf16` can overflow or underflow, all others are exact.
    #[doc(hidden)]
    fn wide_product(self, rhs: Rhs) -> Self::Wide;
}

/// The pairs of types that kernels know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// `i8` and `i8`
    I8I8,
    /// `i8` and `u8`
    I8U8,
    /// `u8` and `i8`
    U8I8,
    /// `u8` and `u8`
    U8U8,
    /// `i16` and `i16`
    I16,
    /// `f32` and `f32`
    F32,
    /// None of them.
    Other,
}

macro_rules! widening { ($($T:ty, $U:ty, $Wide:ty, $pair:ident, $most:expr;)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Widening<$U> for $T {
        type Wide = $Wide;
        const MOST_TERMS: Option<u64> = $most;
        const PAIR: Pair = Pair::$pair;
        #[inline(always)]
        fn wide_product(self, rhs: $U) -> $Wide {
            <$Wide>::from(self) * <$Wide>::from(rhs)
        }
    }
)+};}
// The limit of the sum by the largest product of the sign that meets it first.
widening! {
    i8, i8, i32, I8I8, Some(i32::MAX as u64 / (128 * 128));
    i8, u8, i32, I8U8, Some(i32::MIN.unsigned_abs() as u64 / (128 * 255));
    u8, i8, i32, U8I8, Some(i32::MIN.unsigned_abs() as u64 / (128 * 255));
    u8, u8, u32, U8U8, Some(u32::MAX as u64 / (255 * 255));
    i16, i16, i64, I16, Some(i64::MAX as u64 / (1 << 30));
    f32, f32, f64, F32, None;
}

macro_rules! sealed { ($($T:ty)+) => {$( impl sealed::Sealed for $T {} )+};}
sealed! { i8 u8 i16 f32 }
