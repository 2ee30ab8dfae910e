//! `Real` and `Normed`: elements with square roots, and elements that have a size.

use super::{Field, Scalar};
use crate::sealed::Seal;
use num_traits::Float;

/// A real number with square roots and transcendental functions: `f32` and `f64`.
///
/// [`Scalar`] is all that products need; `Real` is asked for only where a root or a transcendental function
/// is. Needs the feature `std` or `libm`. Sealed: there is a kernel of each function for these two.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a real number type with a square root",
    label = "expected `f32` or `f64`",
    note = "convert the elements first: square roots of integers are not integers"
)]
pub trait Real: Float + Field + Normed<Norm = Self> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The nearest integer, of two the even one.
    #[doc(hidden)]
    fn rint(self) -> Self;
    /// The nearest number of this type.
    #[doc(hidden)]
    fn literal(x: f64) -> Self;
}

/// An element that has a size: `f32`, `f64`, and complex numbers of these by the feature `num-complex-04`.
#[diagnostic::on_unimplemented(
    message = "a norm of elements of type `{Self}` needs a square root",
    label = "expected `f32`, `f64` or complex numbers of these",
    note = "`norm_squared` needs no root and works for integers too"
)]
pub trait Normed: Scalar {
    /// The type of the size.
    type Norm: Real;
    /// `|x|`, which neither overflows nor vanishes before its time.
    #[doc(hidden)]
    fn modulus(self) -> Self::Norm;
    /// The largest of the parts of the number, each without its sign: at most `|x|`, at least half of it.
    #[doc(hidden)]
    fn largest_part(self) -> Self::Norm;
    /// `self - rhs`
    #[doc(hidden)]
    fn minus(self, rhs: Self) -> Self;
    /// `self / size`
    #[doc(hidden)]
    fn over(self, size: Self::Norm) -> Self;
    /// `self * factor`
    #[doc(hidden)]
    fn scaled(self, factor: Self::Norm) -> Self;
}
macro_rules! real { ($($T:ty)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Real for $T {
        const SEALED: Seal = Seal;
        // Without `std`, too, and without a call: from this power of two on floats have no bits below one, so the sum
        // rounds them away, half to even as every sum does.
        #[inline(always)]
        fn rint(self) -> $T {
            const WHOLE: $T = (1_u64 << (<$T>::MANTISSA_DIGITS - 1)) as $T;
            let size = self.abs();
            if size < WHOLE { ((size + WHOLE) - WHOLE).copysign(self) } else { self }
        }
        #[inline(always)]
        fn literal(x: f64) -> $T {
            x as $T
        }
    }
    #[diagnostic::do_not_recommend]
    impl Normed for $T {
        type Norm = $T;
        #[inline(always)]
        fn modulus(self) -> $T {
            self.abs()
        }
        #[inline(always)]
        fn largest_part(self) -> $T {
            self.abs()
        }
        #[inline(always)]
        fn minus(self, rhs: $T) -> $T {
            self - rhs
        }
        #[inline(always)]
        fn over(self, size: $T) -> $T {
            self / size
        }
        #[inline(always)]
        fn scaled(self, factor: $T) -> $T {
            self * factor
        }
    }
)+};}
real! { f32 f64 }
