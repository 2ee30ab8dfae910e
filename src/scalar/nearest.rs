//! Numbers rounded to `f16` and `bf16`: once, to the nearest, of two the even one, by integers alone, so that every
//! processor and every set of features gives the same bits.
//!
//! ```text
//! x = m * 2^e, the first of the 64 bits of m set
//! field   = the biased exponent, 0 for subnormal numbers
//! kept    = the bits of m that the format has room for
//! rest    = those below; more than a half, or a half beside an odd `kept`, rounds up
//! ```
//!
//! (IEEE 754-2019, section 4.3.1.)

use half::{bf16, f16};

/// A binary format of 16 bits, with so many bits after the point, and so much added to its exponents.
struct Format<const DIGITS: u32, const BIAS: i32>;
type F16 = Format<10, 15>;
type Bf16 = Format<7, 127>;

impl<const DIGITS: u32, const BIAS: i32> Format<DIGITS, BIAS> {
    const INFINITY: u16 = ((2 * BIAS + 1) as u16) << DIGITS;

    /// The bits of `m * 2^e`. A set last bit of `m` may stand for any bits below it if the first is set, too.
    const fn of_parts(negative: bool, m: u64, e: i32) -> u16 {
        let sign = (negative as u16) << 15;
        if m == 0 {
            return sign;
        }
        let up = m.leading_zeros();
        let m = m << up;
        // The biased exponent of the first bit.
        let exponent = e + 63 - up as i32 + BIAS;
        // A normal number keeps its first bit, which adds one to the field.
        let (field, gone) = if exponent >= 1 {
            (exponent as u64 - 1, 63 - DIGITS)
        } else {
            (0, 63 - DIGITS + (1 - exponent) as u32)
        };
        if gone > 64 {
            // Less than half of the least number.
            return sign;
        }
        const HALF: u64 = 1 << 63;
        let kept = if gone == 64 { 0 } else { m >> gone };
        let rest = m << (64 - gone);
        let up = rest > HALF || (rest == HALF && kept & 1 == 1);
        // A carry makes the next exponent, and of the largest number the infinity.
        let bits = (field << DIGITS) + kept + up as u64;
        sign | if bits < Self::INFINITY as u64 { bits as u16 } else { Self::INFINITY }
    }

    /// The bits of the nearest number; a NaN keeps its sign and its first bits, and is quiet.
    const fn of_f64(x: f64) -> u16 {
        let bits = x.to_bits();
        let (negative, field, m) = (bits >> 63 == 1, (bits >> 52) as i32 & 0x7FF, bits & ((1 << 52) - 1));
        match (field, m) {
            (0, m) => Self::of_parts(negative, m, -1074),
            (0x7FF, 0) => (negative as u16) << 15 | Self::INFINITY,
            (0x7FF, m) => {
                let payload = (m >> (52 - DIGITS)) as u16 | 1 << (DIGITS - 1);
                (negative as u16) << 15 | Self::INFINITY | payload
            }
            (field, m) => Self::of_parts(negative, m | 1 << 52, field - 1075),
        }
    }

    const fn of_u128(negative: bool, x: u128) -> u16 {
        let gone = 64_u32.saturating_sub(x.leading_zeros());
        // What does not fit into 64 bits is in the last one.
        let sticky = x & ((1 << gone) - 1) != 0;
        Self::of_parts(negative, (x >> gone) as u64 | sticky as u64, gone as i32)
    }
}

/// `f16` and `bf16`: what numbers are rounded to.
pub(super) trait Nearest: Copy {
    /// The nearest to a float.
    fn of_f64(x: f64) -> Self;
    /// The nearest to an integer, of which the sign is apart.
    fn of_integer(negative: bool, magnitude: u128) -> Self;
}

macro_rules! nearest { ($($H:ident $Format:ident $of_f64:ident;)+) => {$(
    /// The nearest number to a float.
    pub(crate) const fn $of_f64(x: f64) -> $H {
        $H::from_bits($Format::of_f64(x))
    }
    impl Nearest for $H {
        #[inline]
        fn of_f64(x: f64) -> Self {
            $of_f64(x)
        }
        #[inline]
        fn of_integer(negative: bool, magnitude: u128) -> Self {
            $H::from_bits($Format::of_u128(negative, magnitude))
        }
    }
)+};}
nearest! {
    f16 F16 f16_of_f64;
    bf16 Bf16 bf16_of_f64;
}
