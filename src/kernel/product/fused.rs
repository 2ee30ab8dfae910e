//! Fused multiplication and addition in a `const`: `a b + c`, rounded once, by integers.

/// `a * b + c` in f32. The product is exact in f64; the sum is rounded there to odd, so that rounding it again to f32
/// is as good as rounding once (S. Boldo, G. Melquiond: Emulation of FMA and correctly rounded sums: proved algorithms
/// using rounding to odd, IEEE Trans. Computers 57 (2008), 462-471).
#[must_use]
pub const fn mul_add_f32(a: f32, b: f32, c: f32) -> f32 {
    let (p, c) = (a as f64 * b as f64, c as f64);
    let sum = p + c;
    let z = sum - p;
    let error = (p - (sum - z)) + (c - z);
    if !sum.is_finite() || error == 0.0 || sum.to_bits() & 1 == 1 {
        return sum as f32;
    }
    // The neighbour on the side of the error, which is odd. An inexact sum is not zero.
    let away = (error > 0.0) == (sum > 0.0);
    f64::from_bits(if away { sum.to_bits() + 1 } else { sum.to_bits() - 1 }) as f32
}

/// Whether the number is negative, its exponent and its significand: `significand * 2^exponent`. `x` is finite and
/// not zero.
const fn decode(x: f64) -> (bool, i32, u128) {
    let bits = x.to_bits();
    let (field, fraction) = ((bits >> 52 & 0x7ff) as i32, bits & ((1 << 52) - 1));
    let (exponent, significand) =
        if field == 0 { (-1074, fraction) } else { (field - 1075, fraction | 1 << 52) };
    (x.is_sign_negative(), exponent, significand as u128)
}

/// The bit at which both parts of a sum begin: one below is left for the carry, and the sign is apart.
const TOP: u32 = 125;

/// The same number with its most significant bit at `TOP`.
const fn normal(exponent: i32, significand: u128) -> (i32, u128) {
    let shift = significand.leading_zeros() - (127 - TOP);
    (exponent - shift as i32, significand << shift)
}

/// `x >> shift`, with a 1 at the end if a bit was lost.
const fn shift_sticky(x: u128, shift: u32) -> u128 {
    if shift > 127 {
        return (x != 0) as u128;
    }
    let shifted = x >> shift;
    shifted | (shifted << shift != x) as u128
}

/// `a * b + c` in f64.
#[must_use]
pub const fn mul_add_f64(a: f64, b: f64, c: f64) -> f64 {
    if !a.is_finite() || !b.is_finite() || a == 0.0 || b == 0.0 {
        return a * b + c;
    }
    if !c.is_finite() {
        return c;
    }
    if c == 0.0 {
        // Even where the product vanishes, its sign counts.
        return a * b;
    }
    let ((negative_a, e_a, a), (negative_b, e_b, b)) = (decode(a), decode(b));
    let (negative_c, e_c, c) = decode(c);
    let mut high = normal(e_a + e_b, a * b);
    let mut low = normal(e_c, c);
    let (mut negative, mut negative_low) = (negative_a != negative_b, negative_c);
    if low.0 > high.0 || low.0 == high.0 && low.1 > high.1 {
        (high, low) = (low, high);
        (negative, negative_low) = (negative_low, negative);
    }
    // A lost bit of the lower part is far below what is kept: where the parts cancel, none is lost.
    let lower = shift_sticky(low.1, high.0.abs_diff(low.0));
    let sum = if negative == negative_low { high.1 + lower } else { high.1 - lower };
    if sum == 0 { 0.0 } else { encode(negative, high.0, sum) }
}

/// The nearest number; ties go to even.
const fn encode(negative: bool, exponent: i32, sum: u128) -> f64 {
    let sign = (negative as u64) << 63;
    let top = 127 - sum.leading_zeros() as i32;
    // The last place that is kept: of 53 bits, or of the least number.
    let last = if exponent + top - 52 > -1074 { exponent + top - 52 } else { -1074 };
    let shift = last - exponent;
    let mut significand = if shift <= 0 {
        (sum << -shift) as u64
    } else {
        // Two more bits than are kept decide: half a unit, and whether there is anything below.
        let kept = if shift >= 2 { shift_sticky(sum, shift as u32 - 2) } else { sum << (2 - shift) };
        let up = kept & 0b11 > 0b10 || kept & 0b111 == 0b110;
        (kept >> 2) as u64 + up as u64
    };
    let mut field = last + 1075;
    if significand == 1 << 53 {
        significand >>= 1;
        field += 1;
    }
    if significand < 1 << 52 {
        // Subnormal, so that `last` is that of the least number.
        return f64::from_bits(sign | significand);
    }
    if field >= 0x7ff {
        return f64::from_bits(sign | 0x7ff << 52);
    }
    f64::from_bits(sign | (field as u64) << 52 | significand & ((1 << 52) - 1))
}
