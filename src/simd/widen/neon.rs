//! Widening sums with NEON, which multiplies and widens in one instruction.

use core::arch::aarch64::*;

use super::super::{Simd, neon::Token};
use super::Widen;

impl Widen for Token {
    type Narrow = int16x8_t;
    type Sum32 = int32x4_t;
    type Sum64 = int64x2_t;
    type F64 = float64x2_t;
    const STEP: usize = 8;

    // SAFETY of every intrinsic below: the CPU has the instructions, says `self`.
    #[inline(always)]
    fn zero32(self) -> int32x4_t {
        // SAFETY: as above.
        unsafe { vdupq_n_s32(0) }
    }
    #[inline(always)]
    fn zero64(self) -> int64x2_t {
        // SAFETY: as above.
        unsafe { vdupq_n_s64(0) }
    }
    #[inline(always)]
    unsafe fn load_i8(self, p: *const i8, n: usize) -> int16x8_t {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { vmovl_s8(if n == 8 { vld1_s8(p) } else { vget_low_s8(Simd::<i8>::load_head(self, p, n)) }) }
    }
    #[inline(always)]
    unsafe fn load_u8(self, p: *const u8, n: usize) -> int16x8_t {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe {
            let p = p.cast::<i8>();
            let bytes = if n == 8 { vld1_s8(p) } else { vget_low_s8(Simd::<i8>::load_head(self, p, n)) };
            vreinterpretq_s16_u16(vmovl_u8(vreinterpret_u8_s8(bytes)))
        }
    }
    #[inline(always)]
    unsafe fn load_i16(self, p: *const i16, n: usize) -> int16x8_t {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { if n == 8 { Simd::<i16>::load(self, p) } else { Simd::<i16>::load_head(self, p, n) } }
    }
    #[inline(always)]
    unsafe fn load_f32(self, p: *const f32, n: usize) -> float64x2_t {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe {
            vcvt_f64_f32(if n == 2 { vld1_f32(p) } else { vget_low_f32(Simd::<f32>::load_head(self, p, n)) })
        }
    }
    #[inline(always)]
    fn add_products32(self, sum: int32x4_t, a: int16x8_t, b: int16x8_t) -> int32x4_t {
        // SAFETY: as above.
        unsafe { vmlal_high_s16(vmlal_s16(sum, vget_low_s16(a), vget_low_s16(b)), a, b) }
    }
    #[inline(always)]
    fn add_products64(self, sum: int64x2_t, a: int16x8_t, b: int16x8_t) -> int64x2_t {
        // SAFETY: as above. Each product is within 31 bits.
        unsafe {
            let low = vmull_s16(vget_low_s16(a), vget_low_s16(b));
            vpadalq_s32(vpadalq_s32(sum, low), vmull_high_s16(a, b))
        }
    }
    #[inline(always)]
    fn add32(self, a: int32x4_t, b: int32x4_t) -> int32x4_t {
        // SAFETY: as above.
        unsafe { vaddq_s32(a, b) }
    }
    #[inline(always)]
    fn total32(self, sum: int32x4_t) -> i32 {
        Simd::<i32>::fold(self, sum)
    }
    #[inline(always)]
    fn total64(self, sum: int64x2_t, _steps: usize) -> i64 {
        Simd::<i64>::fold(self, sum)
    }
}
