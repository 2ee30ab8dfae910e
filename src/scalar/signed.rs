//! `Magnitude` and `Signed`: elements that have a magnitude, and those that have a sign, too.

use super::Scalar;

/// A number with a magnitude: what is [`Signed`], in its own type, and by the feature `num-complex-04` complex numbers, in
/// that of their parts.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no magnitude",
    label = "expected an integer, a float or a complex number"
)]
pub trait Magnitude: Scalar {
    /// What it is.
    type Magnitude: Copy;
    /// The number without its sign; the least integer of its type, which has no counterpart, is itself.
    #[doc(hidden)]
    fn magnitude(self) -> Self::Magnitude;
}

/// A number with a magnitude of its own type and a sign: the integers, signed or not, `f32` and `f64`, and by the feature `half-2`
/// `f16` and `bf16`.
#[diagnostic::on_unimplemented(message = "`{Self}` has no sign", label = "expected an integer or a float")]
pub trait Signed: Magnitude<Magnitude = Self> {
    /// One, zero or minus one; a NaN is itself.
    #[doc(hidden)]
    fn sign(self) -> Self;
}

macro_rules! magnitude {
    ($T:ty: $abs:expr) => {
        #[diagnostic::do_not_recommend]
        impl Magnitude for $T {
            type Magnitude = $T;
            #[inline(always)]
            fn magnitude(self) -> $T {
                $abs(self)
            }
        }
    };
}

macro_rules! integers { ($($T:ty: $abs:expr;)+) => {$(
    magnitude! { $T: $abs }
    #[diagnostic::do_not_recommend]
    impl Signed for $T {
        #[inline(always)]
        fn sign(self) -> $T {
            // Both are 0 or 1, and of an unsigned type the second is 0.
            <$T>::from(self > 0).wrapping_sub(<$T>::from(self != 0 && self < 1))
        }
    }
)+};}
integers! {
    i8: i8::wrapping_abs;
    i16: i16::wrapping_abs;
    i32: i32::wrapping_abs;
    i64: i64::wrapping_abs;
    i128: i128::wrapping_abs;
    isize: isize::wrapping_abs;
    u8: core::convert::identity;
    u16: core::convert::identity;
    u32: core::convert::identity;
    u64: core::convert::identity;
    u128: core::convert::identity;
    usize: core::convert::identity;
}

macro_rules! floats { ($($T:ty: $abs:expr;)+) => {$(
    magnitude! { $T: $abs }
    #[diagnostic::do_not_recommend]
    impl Signed for $T {
        #[inline(always)]
        fn sign(self) -> $T {
            if self > Self::ZERO {
                Self::ONE
            } else if self < Self::ZERO {
                -Self::ONE
            } else if self == Self::ZERO {
                Self::ZERO
            } else {
                self
            }
        }
    }
)+};}
floats! {
    f32: f32::abs;
    f64: f64::abs;
}
#[cfg(feature = "half-2")]
floats! {
    half::f16: |x: half::f16| half::f16::from_bits(x.to_bits() & 0x7FFF);
    half::bf16: |x: half::bf16| half::bf16::from_bits(x.to_bits() & 0x7FFF);
}
