//! `Scalar`, and `scalar!`, which makes one of a type with operators.

use super::{Kind, Wide};

/// An element of an array that can be multiplied and added up.
///
/// `plus` and `times` are the two operations of a sum of products. Implemented here for the floats, for
/// the integers (both wrap around, in debug and in release, as NumPy's do) and for `bool` (`plus` is *or*,
/// `times` is *and*).
///
/// A number type of your own is one line, here with its operators at work; [`scalar!`](crate::scalar!)
/// writes that line:
///
/// ```
/// use conformable::{Scalar, Vector};
/// # use core::ops::{Add, Mul};
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// struct Mod7(u8);
/// # impl Add for Mod7 { type Output = Self; fn add(self, r: Self) -> Self { Mod7((self.0 + r.0) % 7) } }
/// # impl Mul for Mod7 { type Output = Self; fn mul(self, r: Self) -> Self { Mod7(self.0 * r.0 % 7) } }
/// // impl Add for Mod7 .. impl Mul for Mod7 ..
/// conformable::scalar!(Mod7, zero: Mod7(0), one: Mod7(1));
///
/// let a = Vector::new([Mod7(3), Mod7(4)]);
/// assert_eq!(a.inner(&a), Mod7(4)); // 9 + 16 = 25 = 3 * 7 + 4
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number that arrays can multiply and add",
    label = "expected a `Scalar`",
    note = "`scalar!` makes one of a type that has `+` and `*`"
)]
pub trait Scalar: Copy {
    /// The neutral element of `plus`, and the sum of no elements.
    const ZERO: Self;
    /// The neutral element of `times`.
    const ONE: Self;
    /// The sum of two elements.
    fn plus(self, rhs: Self) -> Self;
    /// The product of two elements.
    fn times(self, rhs: Self) -> Self;
    /// The complex conjugate, which is the element itself unless it is complex. `vdot`, `vecdot` and `vecmat` take
    /// it of their first operand.
    #[inline(always)]
    #[must_use]
    fn conj(self) -> Self {
        self
    }

    /// Which primitive type this is, if it is one; only this crate can make a `Kind` that says so.
    #[doc(hidden)]
    const KIND: Kind<Self> = Kind::OTHER;
    /// How sums are made in `f32`, if they are: those of `f16` and `bf16`.
    #[doc(hidden)]
    const WIDE: Option<Wide<Self>> = None;
}

/// Implements [`Scalar`] for a type that has `+` and `*`, from its zero and its one.
///
/// ```
/// # use core::ops::{Add, Mul};
/// #[derive(Clone, Copy)]
/// struct Metres(f64);
/// # impl Add for Metres { type Output = Self; fn add(self, r: Self) -> Self { Metres(self.0 + r.0) } }
/// # impl Mul for Metres { type Output = Self; fn mul(self, r: Self) -> Self { Metres(self.0 * r.0) } }
/// conformable::scalar!(Metres, zero: Metres(0.0), one: Metres(1.0));
/// ```
///
/// `operators:` names those that the type has beside `+` and `*`, and arrays of it then have, too: any of `-`, `/`, `%`
/// and `neg` (the unary `-`), as in `operators: - / neg`.
#[macro_export]
macro_rules! scalar {
    ($T:ty, zero: $zero:expr, one: $one:expr, operators: $($operator:tt)+) => {
        $crate::scalar!($T, zero: $zero, one: $one);
        $($crate::__scalar_operator!($T, $operator);)+
    };
    ($T:ty, zero: $zero:expr, one: $one:expr $(,)?) => {
        impl $crate::Scalar for $T {
            const ZERO: Self = $zero;
            const ONE: Self = $one;
            #[inline(always)]
            fn plus(self, rhs: Self) -> Self {
                self + rhs
            }
            #[inline(always)]
            fn times(self, rhs: Self) -> Self {
                self * rhs
            }
        }
    };
}
