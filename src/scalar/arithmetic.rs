//! What elements can do beside sums and products: difference, quotient, remainder, negation, and bits.

use super::Scalar;

/// Declares a trait of one operation on two elements.
macro_rules! binary {
    ($(#[$doc:meta])* $Trait:ident $method:ident $what:literal, $sign:literal, $note:literal) => {
        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = $what,
            label = $sign,
            note = $note
        )]
        pub trait $Trait: Scalar {
            /// The result for two elements.
            fn $method(self, rhs: Self) -> Self;
        }
    };
}

binary! {
    /// Elements of which arrays have differences, `a - b`: floats and integers, which wrap around as NumPy's do, in
    /// debug and in release.
    ///
    /// Of a number type of your own, [`scalar!`](crate::scalar!) takes it from `-`:
    ///
    /// ```
    /// use conformable::Vector;
    /// # use core::ops::{Add, Mul, Sub};
    /// #[derive(Clone, Copy, Debug, PartialEq)]
    /// struct Metres(f64);
    /// # impl Add for Metres { type Output = Self; fn add(self, r: Self) -> Self { Metres(self.0 + r.0) } }
    /// # impl Mul for Metres { type Output = Self; fn mul(self, r: Self) -> Self { Metres(self.0 * r.0) } }
    /// # impl Sub for Metres { type Output = Self; fn sub(self, r: Self) -> Self { Metres(self.0 - r.0) } }
    /// conformable::scalar!(Metres, zero: Metres(0.0), one: Metres(1.0), operators: -);
    /// let a = Vector::new([Metres(3.0), Metres(5.0)]);
    /// assert_eq!(a - Metres(1.0), Vector::new([Metres(2.0), Metres(4.0)]));
    /// ```
    Subtract subtract
    "arrays of `{Self}` cannot be subtracted: `{Self}` has no `-`", "elements of type `{Self}` have no difference",
    "of `bool`, `^` tells where two arrays differ; of a type of your own, `scalar!(.., operators: -)` says that it has `-`"
}
binary! {
    /// Elements of which arrays have quotients, `a / b`: floats, and integers, which round towards zero.
    ///
    /// `MIN / -1` wraps around; a division of integers by zero panics, as in Rust.
    Divide divide
    "arrays of `{Self}` cannot be divided: `{Self}` has no `/`", "elements of type `{Self}` have no quotient",
    "of a type of your own, `scalar!(.., operators: /)` says that it has `/`"
}
binary! {
    /// Elements of which arrays have remainders, `a % b`, with the sign of `a` as in Rust.
    ///
    /// `MIN % -1` is 0; a division of integers by zero panics, as in Rust.
    Remainder remainder
    "arrays of `{Self}` have no remainder: `{Self}` has no `%`", "elements of type `{Self}` have no remainder",
    "of a type of your own, `scalar!(.., operators: %)` says that it has `%`"
}
binary! {
    /// Integers and `bool`, whose bits `&`, `|` and `^` combine.
    BitAnd bit_and
    "arrays of `{Self}` have no `&`: the bits of `{Self}` are not to be combined", "integers or `bool` are needed here",
    "comparisons, `a.less(&b)`, give arrays of `bool`"
}
binary! {
    /// Integers and `bool`, whose bits `|` combines.
    BitOr bit_or
    "arrays of `{Self}` have no `|`: the bits of `{Self}` are not to be combined", "integers or `bool` are needed here",
    "comparisons, `a.less(&b)`, give arrays of `bool`"
}
binary! {
    /// Integers and `bool`, whose bits `^` combines.
    BitXor bit_xor
    "arrays of `{Self}` have no `^`: the bits of `{Self}` are not to be combined", "integers or `bool` are needed here",
    "comparisons, `a.less(&b)`, give arrays of `bool`"
}
binary! {
    /// Integers, whose bits `<<` moves: by the width or more, or by less than nothing, the result is 0, as in NumPy.
    ShiftLeft shift_left
    "arrays of `{Self}` have no `<<`", "integers are needed here", "the number of places has the type of the elements"
}
binary! {
    /// Integers, whose bits `>>` moves, with the sign: by the width or more, or by less than nothing, the result is 0,
    /// or -1 for a negative number, as in NumPy.
    ShiftRight shift_right
    "arrays of `{Self}` have no `>>`", "integers are needed here", "the number of places has the type of the elements"
}

/// Elements that can be negated, `-a`: floats and integers, which wrap around: `-1` of a `u8` is 255, as in NumPy.
#[diagnostic::on_unimplemented(
    message = "arrays of `{Self}` cannot be negated: `{Self}` has no `-`",
    label = "elements of type `{Self}` have no `-`",
    note = "use `!` for `bool`; for your own type, declare `-` with `scalar!(.., operators: neg)`"
)]
pub trait Negate: Scalar {
    /// The element with the other sign.
    #[must_use]
    fn negate(self) -> Self;
}

/// Integers and `bool`, whose bits `!` turns over.
#[diagnostic::on_unimplemented(
    message = "arrays of `{Self}` do not support `!`",
    label = "expected integers or `bool`"
)]
pub trait Complement: Scalar {
    /// The element with all bits turned over.
    #[must_use]
    fn complement(self) -> Self;
}

/// Elements with `+`, `-`, `*`, `/`, `%` and negation: what generic code over numbers asks for.
///
/// ```
/// use conformable::{Arithmetic, Array, Dim, Dyn};
/// fn midpoint<T: Arithmetic, D: Dim>(a: &Array<T, (D,)>, b: &Array<T, (D,)>) -> Array<T, (D,)> {
///     a + (b - a) / (T::ONE.plus(T::ONE))
/// }
/// # let a = Array::from(vec![1.0, 2.0]);
/// assert_eq!(midpoint(&a, &Array::from(vec![2.0, 6.0])).as_slice(), [1.5, 4.0]);
/// ```
pub trait Arithmetic: Subtract + Divide + Remainder + Negate {}
impl<T: Subtract + Divide + Remainder + Negate> Arithmetic for T {}

/// The operators that [`scalar!`](crate::scalar!) takes over from a type.
#[doc(hidden)]
#[macro_export]
macro_rules! __scalar_operator {
    ($T:ty, -) => { $crate::__scalar_operator!(@ $T, Subtract subtract sub); };
    ($T:ty, /) => { $crate::__scalar_operator!(@ $T, Divide divide div); };
    ($T:ty, %) => { $crate::__scalar_operator!(@ $T, Remainder remainder rem); };
    ($T:ty, neg) => {
        impl $crate::scalar::Negate for $T {
            #[inline(always)]
            fn negate(self) -> Self {
                ::core::ops::Neg::neg(self)
            }
        }
    };
    (@ $T:ty, $Trait:ident $method:ident $core:ident) => {
        impl $crate::scalar::$Trait for $T {
            #[inline(always)]
            fn $method(self, rhs: Self) -> Self {
                $crate::__scalar_operator!(@ $core self rhs)
            }
        }
    };
    (@ sub $a:ident $b:ident) => { $a - $b };
    (@ div $a:ident $b:ident) => { $a / $b };
    (@ rem $a:ident $b:ident) => { $a % $b };
}

/// Traits of two elements by functions.
macro_rules! stamp { ($($T:ty: $($Trait:ident $method:ident $f:expr),+;)+) => {$($(
    #[diagnostic::do_not_recommend]
    impl $Trait for $T {
        #[inline(always)]
        fn $method(self, rhs: $T) -> $T {
            ($f)(self, rhs)
        }
    }
)+)+};}

macro_rules! floats { ($($T:ty)+) => {$(
    stamp! { $T: Subtract subtract |a, b| a - b, Divide divide |a, b| a / b, Remainder remainder |a, b| a % b; }
    #[diagnostic::do_not_recommend]
    impl Negate for $T {
        #[inline(always)]
        fn negate(self) -> $T {
            -self
        }
    }
)+};}
floats! { f32 f64 }
#[cfg(feature = "half-2")]
floats! { half::f16 half::bf16 }

macro_rules! bits { ($($T:ty)+) => {$(
    stamp! { $T: BitAnd bit_and |a, b| a & b, BitOr bit_or |a, b| a | b, BitXor bit_xor |a, b| a ^ b; }
    #[diagnostic::do_not_recommend]
    impl Complement for $T {
        #[inline(always)]
        fn complement(self) -> $T {
            !self
        }
    }
)+};}
bits! { bool }

macro_rules! integers { ($($T:ident)+) => {$(
    bits! { $T }
    stamp! {
        $T:
        Subtract subtract $T::wrapping_sub,
        Divide divide $T::wrapping_div,
        Remainder remainder $T::wrapping_rem,
        ShiftLeft shift_left |a: $T, n: $T| u32::try_from(n).ok().and_then(|n| a.checked_shl(n)).unwrap_or(0),
        ShiftRight shift_right |a: $T, n: $T| match u32::try_from(n).ok().and_then(|n| a.checked_shr(n)) {
            Some(moved) => moved,
            // The sign alone.
            None => a.checked_shr($T::BITS - 1).filter(|_| $T::MIN != 0).unwrap_or(0),
        };
    }
    #[diagnostic::do_not_recommend]
    impl Negate for $T {
        #[inline(always)]
        fn negate(self) -> $T {
            self.wrapping_neg()
        }
    }
)+};}
integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
