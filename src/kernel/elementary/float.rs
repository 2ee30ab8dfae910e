//! What the functions ask of a float: its bits, its constants, and sums and products with what they round off.

use core::num::Wrapping;
use core::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Shl, Shr, Sub};

/// Bits as a number that wraps.
pub(crate) trait Bits:
    Copy
    + PartialEq
    + Add<Output = Self>
    + Sub<Output = Self>
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + BitXor<Output = Self>
    + Not<Output = Self>
    + Shl<usize, Output = Self>
    + Shr<usize, Output = Self>
{
    /// A small number.
    fn of(n: u8) -> Self;
}

/// `f32` or `f64`: every operation here is exact by IEEE 754, or rounds as it says.
pub(crate) trait Float:
    Copy
    + PartialOrd
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + super::constants::Constants
    + super::reduce::Reduce
{
    /// The bits of one.
    type Bits: Bits;
    /// The bits of a fraction that are stored.
    const FRACTION: usize;
    /// What is added to an exponent that is stored.
    const BIAS: Self::Bits;
    /// The bit of the sign.
    const SIGN: Self::Bits;
    /// The sign, the exponent, and the upper half of the fraction: the product of two such numbers is exact.
    const UPPER: Self::Bits;
    /// 1.5 · 2^`FRACTION`: a sum with it has no bits below one.
    const WHOLE: Self;
    /// 0
    const ZERO: Self;
    /// 1/2
    const HALF: Self;
    /// 1
    const ONE: Self;
    /// Infinity.
    const INFINITY: Self;
    /// Not a number.
    const NAN: Self;
    /// The least positive number of full precision.
    const LEAST_NORMAL: Self;

    /// Its bits.
    fn bits(self) -> Self::Bits;
    /// The number of these bits.
    fn of_bits(bits: Self::Bits) -> Self;
    /// A small number.
    fn of(n: i8) -> Self;
    /// The square root, rounded correctly.
    fn root(self) -> Self;

    /// Without its sign.
    #[inline(always)]
    fn size(self) -> Self {
        Self::of_bits(self.bits() & !Self::SIGN)
    }
    /// Whether it is not NaN.
    #[inline(always)]
    fn is_number(self) -> bool {
        self.size() <= Self::INFINITY
    }
    /// Its sign as a bit.
    #[inline(always)]
    fn sign(self) -> Self::Bits {
        self.bits() & Self::SIGN
    }
    /// With its sign changed where `sign` has that bit.
    #[inline(always)]
    fn flip(self, sign: Self::Bits) -> Self {
        Self::of_bits(self.bits() ^ sign)
    }
    /// The upper half of its bits.
    #[inline(always)]
    fn upper(self) -> Self {
        Self::of_bits(self.bits() & Self::UPPER)
    }
    /// `yes` where `condition` holds, or else `self`.
    #[inline(always)]
    fn or(self, condition: bool, yes: Self) -> Self {
        if condition { yes } else { self }
    }
    /// The nearest whole number, of two the even one, and its lowest bits. `|self|` is below 2^(`FRACTION` - 1).
    #[inline(always)]
    fn nearest(self) -> (Self, Self::Bits) {
        let sum = self + Self::WHOLE;
        (sum - Self::WHOLE, sum.bits() - Self::WHOLE.bits())
    }
    /// Between both bounds; NaN stays.
    #[inline(always)]
    fn within(self, low: Self, high: Self) -> Self {
        let x = if self > high { high } else { self };
        if x < low { low } else { x }
    }
    /// `self · 2^n` for `n` within three times the range of exponents, rounded once where it is subnormal.
    #[inline(always)]
    fn scaled(self, n: Self::Bits) -> Self {
        let both = n + (Self::BIAS << 1);
        let first = both >> 1;
        self * Self::of_bits(first << Self::FRACTION) * Self::of_bits((both - first) << Self::FRACTION)
    }
    /// `2^n`, a number of full precision.
    #[inline(always)]
    fn power_of_two(n: Self::Bits) -> Self {
        Self::of_bits((n + Self::BIAS) << Self::FRACTION)
    }
}

macro_rules! floats { ($($T:ident $B:ident: $fraction:literal, $bias:literal, $upper:literal;)+) => {$(
    impl Bits for Wrapping<$B> {
        #[inline(always)]
        fn of(n: u8) -> Self {
            Wrapping($B::from(n))
        }
    }
    impl Float for $T {
        type Bits = Wrapping<$B>;
        const FRACTION: usize = $fraction;
        const BIAS: Wrapping<$B> = Wrapping($bias);
        const SIGN: Wrapping<$B> = Wrapping(1 << ($B::BITS - 1));
        const UPPER: Wrapping<$B> = Wrapping($B::MAX << $upper);
        const WHOLE: $T = 1.5 * (1_u64 << $fraction) as $T;
        const ZERO: $T = 0.;
        const HALF: $T = 0.5;
        const ONE: $T = 1.;
        const INFINITY: $T = $T::INFINITY;
        const NAN: $T = $T::NAN;
        const LEAST_NORMAL: $T = $T::MIN_POSITIVE;
        #[inline(always)]
        fn bits(self) -> Wrapping<$B> {
            Wrapping(self.to_bits())
        }
        #[inline(always)]
        fn of_bits(bits: Wrapping<$B>) -> $T {
            $T::from_bits(bits.0)
        }
        #[inline(always)]
        fn of(n: i8) -> $T {
            $T::from(n)
        }
        #[inline(always)]
        fn root(self) -> $T {
            num_traits::Float::sqrt(self)
        }
    }
)+};}
floats! {
    f32 u32: 23, 127, 12;
    f64 u64: 52, 1023, 27;
}

/// A number as a sum of two, the second what the first rounds off, or about as small.
pub(crate) type Pair<T> = (T, T);

/// The sum of both, and what it rounds off (Knuth; Muller et al., Handbook of Floating-Point Arithmetic, 2018, 4.3.2).
#[inline(always)]
pub(crate) fn two_sum<T: Float>(a: T, b: T) -> Pair<T> {
    let sum = a + b;
    let of_b = sum - a;
    (sum, (a - (sum - of_b)) + (b - of_b))
}

/// The same where `a` is 0 or not smaller than `b` (Dekker; the same, 4.3.1).
#[inline(always)]
pub(crate) fn fast_two_sum<T: Float>(a: T, b: T) -> Pair<T> {
    let sum = a + b;
    (sum, b - (sum - a))
}

/// The product of both, and what it rounds off: that of `f64` to one bit of 107, unless it underflows (Dekker's product, of
/// halves by their bits; the same, 4.4.2).
#[inline(always)]
pub(crate) fn two_product<T: Float>(a: T, b: T) -> Pair<T> {
    let (a1, b1) = (a.upper(), b.upper());
    let (a2, b2) = (a - a1, b - b1);
    let product = a * b;
    (product, ((a1 * b1 - product) + (a1 * b2 + a2 * b1)) + a2 * b2)
}

/// The quotient of two pairs, each of which is normalised: the second number is below the last bit of the first.
#[inline(always)]
pub(crate) fn quotient<T: Float>(n: Pair<T>, d: Pair<T>) -> Pair<T> {
    let inverse = T::ONE / d.0;
    let q = n.0 * inverse;
    let (product, rest) = two_product(q, d.0);
    (q, (((n.0 - product) - rest) + (n.1 - q * d.1)) * inverse)
}

/// `c[0] + c[1] x + ..`, by Horner's rule for pairs, each of which is ready before it is needed: half as many steps that wait for
/// each other.
#[inline(always)]
pub(crate) fn polynomial<T: Float>(x: T, c: &[T]) -> T {
    let (pairs, rest) = c.as_chunks::<2>();
    let square = x * x;
    let mut sum = rest.first().copied();
    for [a, b] in pairs.iter().rev() {
        let pair = *a + *b * x;
        sum = Some(sum.map_or(pair, |sum| sum * square + pair));
    }
    sum.unwrap_or(T::ZERO)
}
