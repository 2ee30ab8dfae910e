//! Widening sums with simd128.

use core::arch::wasm32::*;

use super::super::{Simd, simd128::Token};
use super::Widen;

impl Widen for Token {
    type Narrow = v128;
    type Sum32 = v128;
    type Sum64 = v128;
    type F64 = v128;
    const STEP: usize = 8;

    #[inline(always)]
    fn zero32(self) -> v128 {
        i32x4_splat(0)
    }
    #[inline(always)]
    fn zero64(self) -> v128 {
        i64x2_splat(0)
    }
    #[inline(always)]
    unsafe fn load_i8(self, p: *const i8, n: usize) -> v128 {
        // SAFETY: `n` elements are readable, from the caller.
        unsafe {
            if n == 8 { i16x8_load_extend_i8x8(p) } else { i16x8_extend_low_i8x16(self.load_head(p, n)) }
        }
    }
    #[inline(always)]
    unsafe fn load_u8(self, p: *const u8, n: usize) -> v128 {
        // SAFETY: `n` elements are readable, from the caller.
        unsafe {
            if n == 8 {
                return i16x8_load_extend_u8x8(p);
            }
            i16x8_extend_low_u8x16(self.load_head(p.cast::<i8>(), n))
        }
    }
    #[inline(always)]
    unsafe fn load_i16(self, p: *const i16, n: usize) -> v128 {
        // SAFETY: `n` elements are readable, from the caller.
        unsafe { if n == 8 { self.load(p) } else { self.load_head(p, n) } }
    }
    #[inline(always)]
    unsafe fn load_f32(self, p: *const f32, n: usize) -> v128 {
        // SAFETY: `n` elements are readable, from the caller.
        let two = unsafe { if n == 2 { v128_load64_zero(p.cast()) } else { self.load_head(p, n) } };
        f64x2_promote_low_f32x4(two)
    }
    #[inline(always)]
    fn add_products32(self, sum: v128, a: v128, b: v128) -> v128 {
        i32x4_add(sum, i32x4_dot_i16x8(a, b))
    }
    #[inline(always)]
    fn add_products64(self, sum: v128, a: v128, b: v128) -> v128 {
        // Each product is within 31 bits, two of them perhaps not: so they are widened one by one.
        let (low, high) = (i32x4_extmul_low_i16x8(a, b), i32x4_extmul_high_i16x8(a, b));
        let low = i64x2_add(i64x2_extend_low_i32x4(low), i64x2_extend_high_i32x4(low));
        let high = i64x2_add(i64x2_extend_low_i32x4(high), i64x2_extend_high_i32x4(high));
        i64x2_add(sum, i64x2_add(low, high))
    }
    #[inline(always)]
    fn add32(self, a: v128, b: v128) -> v128 {
        i32x4_add(a, b)
    }
    #[inline(always)]
    fn total32(self, sum: v128) -> i32 {
        Simd::<i32>::fold(self, sum)
    }
    #[inline(always)]
    fn total64(self, sum: v128, _steps: usize) -> i64 {
        Simd::<i64>::fold(self, sum)
    }
}
