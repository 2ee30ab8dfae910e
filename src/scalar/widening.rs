//! `Widening`: which narrow numbers are multiplied and added up in which wider type.

use super::Scalar;
use core::marker::PhantomData;

/// Numbers whose products with `Rhs` are added up in a wider type.
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
pub trait Widening<Rhs>: Copy {
    /// The type of the sum.
    type Wide: Scalar;
    /// The most products whose sum fits, whatever they are; `None` for floats.
    const MOST_TERMS: Option<u64> = None;
    /// What a sum of too many products is told.
    #[doc(hidden)]
    const TEXT: &'static str = "";
    /// Which pair this is, if it is one that kernels know; only this crate can make a `PairKind` that says so.
    #[doc(hidden)]
    const KIND: PairKind<Self, Rhs> = PairKind::OTHER;
    /// The product. That of `bf16` can overflow or underflow, all others here are exact.
    fn wide_product(self, rhs: Rhs) -> Self::Wide;
}

/// The pairs of types that kernels know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WidePair {
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

/// Which pair of primitives `T` and `U` are.
///
/// Invariant: one other than `OTHER` is made here alone, and only for those very types.
pub struct PairKind<T, U>(WidePair, PhantomData<fn() -> (T, U)>);

impl<T, U> PairKind<T, U> {
    /// The kind of every pair that kernels do not know.
    pub const OTHER: Self = PairKind(WidePair::Other, PhantomData);

    /// The pair, to match on.
    #[inline(always)]
    pub const fn pair(self) -> WidePair {
        self.0
    }
}

impl<T, U> Clone for PairKind<T, U> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T, U> Copy for PairKind<T, U> {}

/// Numbers that are not there. With two impls for every type, the compiler takes none of them to be what was meant,
/// and says in our words what is missing.
macro_rules! nothing { ($($Nothing:ident)+) => {$(
    #[doc(hidden)]
    #[derive(Clone, Copy, Debug)]
    pub enum $Nothing {}
    #[diagnostic::do_not_recommend]
    impl<T: Copy> Widening<$Nothing> for T {
        type Wide = bool;
        fn wide_product(self, rhs: $Nothing) -> bool {
            match rhs {}
        }
    }
)+};}
nothing! { NoNumber NoNumberEither }

macro_rules! widening { ($($T:ty, $U:ty, $Wide:ty, $pair:ident, $most:expr;)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Widening<$U> for $T {
        type Wide = $Wide;
        const MOST_TERMS: Option<u64> = $most;
        const TEXT: &'static str = concat!(
            " products of ", stringify!($T), " and ", stringify!($U), " can overflow ", stringify!($Wide)
        );
        const KIND: PairKind<$T, $U> = PairKind(WidePair::$pair, PhantomData);
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
