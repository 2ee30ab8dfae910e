//! Angles of any size, to what is left of them beyond quarters of a turn.
//!
//! ```text
//! x = m 2^e, m whole:   x / (π/2) = m · (2/π 2^e) mod 4
//! ```
//!
//! Of 2/π only the bits from 2 on matter, and so many as make the fraction exact enough for the number nearest to a quarter of
//! a turn: 96 for `f32`, 192 for `f64`. All in integers. (Payne and Hanek, Radian reduction for trigonometric functions,
//! SIGNUM 18, 1983; Muller, Elementary Functions, 11.4.)

use super::float::Pair;
use core::num::Wrapping;

/// A float with angles.
pub(crate) trait Reduce: Sized {
    /// What is left of a [large](super::constants::Constants::LARGE_ANGLE) angle, at most π/4, and the number of quarters of a
    /// turn, in its lowest bits; NaN of infinity.
    fn reduce_large(self) -> (Pair<Self>, <Self as super::float::Float>::Bits)
    where
        Self: super::float::Float;
}

/// 64 zeros, and the bits of 2/π.
const TWO_OVER_PI: [u64; 20] = [
    0,
    0xa2f9_836e_4e44_1529,
    0xfc27_57d1_f534_ddc0,
    0xdb62_9599_3c43_9041,
    0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0,
    0x0649_2eea_09d1_921c,
    0xfe1d_eb1c_b129_a73e,
    0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41,
    0x3991_d639_8353_39f4,
    0x9c84_5f8b_bdf9_283b,
    0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f,
    0x6d36_7ecf_27cb_09b7,
    0x4f46_3f66_9e5f_ea2d,
    0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea,
    0x6bfb_5fb1_1f8d_5d08,
    0x5603_3046_fc7b_6bab,
];

/// 64 bits of 2/π, from bit `start` of the table on.
#[inline(always)]
fn bits(start: usize) -> u64 {
    let word = |i: usize| TWO_OVER_PI.get(i).copied().unwrap_or(0);
    let (i, shift) = (start / 64, start % 64);
    (word(i) << shift) | (word(i + 1) >> 1 >> (63 - shift))
}

/// The upper 128 bits of a product.
#[inline(always)]
fn upper_product(a: u128, b: u128) -> u128 {
    let low = u128::from(u64::MAX);
    let (a1, a0, b1, b0) = (a >> 64, a & low, b >> 64, b & low);
    let (middle, other) = (a1 * b0, a0 * b1);
    let carry = (((a0 * b0) >> 64) + (middle & low) + (other & low)) >> 64;
    a1 * b1 + (middle >> 64) + (other >> 64) + carry
}

impl Reduce for f32 {
    #[inline]
    fn reduce_large(self) -> (Pair<f32>, Wrapping<u32>) {
        let stored = (self.to_bits() >> 23) & 0xff;
        let m = u64::from((self.to_bits() & 0x007f_ffff) | 0x0080_0000);
        // x = m 2^(stored - 150); bits of 2/π above 2 are multiples of a turn.
        let start = (stored as usize + 62).saturating_sub(150);
        let turns = m.wrapping_mul(bits(start)).wrapping_add((m * (bits(start + 64) >> 32)) >> 32);
        let fraction = (turns << 2).cast_signed();
        let n = (turns >> 62) as u32 + u32::from(fraction < 0);
        // π/2 2^63
        let size = ((u128::from(fraction.unsigned_abs()) * 0xc90f_daa2_2168_c234) >> 64) as u64;
        let high = size as f32;
        let low = size.wrapping_sub(high as u64).cast_signed() as f32;
        const SCALE: f32 = 1. / (1_u64 << 63) as f32;
        let scale = if fraction < 0 { -SCALE } else { SCALE };
        let scale = if stored == 0xff { f32::NAN } else { scale };
        ((high * scale, low * scale), Wrapping(n))
    }
}

impl Reduce for f64 {
    #[inline]
    fn reduce_large(self) -> (Pair<f64>, Wrapping<u64>) {
        let stored = (self.to_bits() >> 52) & 0x7ff;
        let m = u128::from((self.to_bits() & 0x000f_ffff_ffff_ffff) | 0x0010_0000_0000_0000);
        // x = m 2^(stored - 1075); bits of 2/π above 2 are multiples of a turn.
        let start = (stored as usize + 62).saturating_sub(1075);
        let upper = (u128::from(bits(start)) << 64) | u128::from(bits(start + 64));
        let turns = m.wrapping_mul(upper).wrapping_add((m * u128::from(bits(start + 128))) >> 64);
        let fraction = (turns << 2).cast_signed();
        let n = (turns >> 126) as u64 + u64::from(fraction < 0);
        // π/2 2^127
        let size = upper_product(fraction.unsigned_abs(), 0xc90f_daa2_2168_c234_c4c6_628b_80dc_1cd1);
        let high = size as f64;
        let low = size.wrapping_sub(high as u128).cast_signed() as f64;
        const SCALE: f64 = 1. / (1_u128 << 127) as f64;
        let scale = if fraction < 0 { -SCALE } else { SCALE };
        let scale = if stored == 0x7ff { f64::NAN } else { scale };
        ((high * scale, low * scale), Wrapping(n))
    }
}
