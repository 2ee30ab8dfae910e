//! Powers of two that keep squares within the range of a type.
//!
//! Multiplied by a power of two, numbers keep their bits, and so do sums, products and roots of them. So what is computed of
//! scaled numbers and scaled back has the bits of what is computed without, where that leaves the range nowhere.

use crate::scalar::Real;

/// A power of two and its reciprocal.
#[derive(Clone, Copy)]
pub(super) struct Scale<T> {
    /// By which the input is multiplied.
    pub(super) there: T,
    /// By which the results are.
    pub(super) back: T,
}

impl<T: Real> Scale<T> {
    /// What changes nothing.
    pub(super) const NONE: Self = Scale { there: T::ONE, back: T::ONE };

    /// What brings numbers of at most this size near one, if the squares of such numbers, or those of numbers so much
    /// smaller as a rounding is, could leave the range; else nothing.
    #[inline]
    pub(super) fn of(largest: T) -> Self {
        let (eps, root) = (T::epsilon(), T::min_positive_value().sqrt());
        if (largest >= root / (eps * eps) && largest <= eps / root)
            || largest == T::ZERO
            || !largest.is_finite()
        {
            return Self::NONE;
        }
        Self::to_one(largest)
    }

    /// What brings this number near one.
    #[cold]
    pub(super) fn to_one(x: T) -> Self {
        Self::by(exponent(x).wrapping_neg())
    }

    /// What brings numbers of at most this size to where sums of their squares are just in range, so that those of numbers
    /// much smaller are, too: one after the other, since one power of two may not suffice. Of a matrix and the same times a
    /// power of two, both become one.
    #[inline]
    pub(super) fn to_top(largest: T) -> [Self; 2] {
        if largest == T::ZERO {
            return [Self::NONE; 2];
        }
        let top = exponent(T::epsilon() / T::min_positive_value().sqrt());
        let (e, most) = (top.wrapping_sub(exponent(largest)), Self::most());
        [Self::by(e), if e > most { Self::by(e.wrapping_sub(most)) } else { Self::NONE }]
    }

    /// The largest exponent, of which the reciprocal is a normal number, too.
    #[inline(always)]
    fn most() -> i32 {
        exponent(T::min_positive_value()).wrapping_neg()
    }

    #[inline]
    fn by(e: i32) -> Self {
        let e = e.clamp(Self::most().wrapping_neg(), Self::most());
        Scale { there: power_of_two(e), back: power_of_two(e.wrapping_neg()) }
    }
}

/// Multiplies numbers by factors, one after the other.
#[inline(always)]
pub(super) fn multiply<T: Real>(numbers: &mut [T], factors: [T; 2]) {
    for factor in factors {
        if factor != T::ONE {
            numbers.iter_mut().for_each(|x| *x = *x * factor);
        }
    }
}

/// The exponents of f64.
const BIAS: i32 = 1023;
const MANTISSA_BITS: u32 = f64::MANTISSA_DIGITS - 1;

/// The exponent of the largest power of two that is not larger than `x`, which is finite and not zero; of a subnormal f64
/// that of the largest.
#[inline(always)]
fn exponent<T: Real>(x: T) -> i32 {
    let bits = x.abs().to_f64().unwrap_or(1.0).to_bits();
    ((bits >> MANTISSA_BITS) as i32).wrapping_sub(BIAS)
}

/// `2^e`, a normal number.
#[inline(always)]
fn power_of_two<T: Real>(e: i32) -> T {
    T::from(f64::from_bits((e.wrapping_add(BIAS) as u64) << MANTISSA_BITS)).unwrap_or(T::ONE)
}

/// The largest of the sizes of finite numbers, 0 of none; and `None` if one is infinite or NaN.
#[inline(always)]
pub(super) fn largest<T: Real>(numbers: impl Iterator<Item = T>) -> Option<T> {
    // Zero times a number is zero only if that is finite, and no branch.
    let (largest, zero) = numbers.fold((T::ZERO, T::ZERO), |(most, zero), x| {
        let size = x.abs();
        (if size > most { size } else { most }, zero + x * T::ZERO)
    });
    (zero == T::ZERO).then_some(largest)
}
