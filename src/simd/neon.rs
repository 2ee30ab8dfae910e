//! 16 bytes: NEON, which every aarch64 with floating point has. It fuses.

use core::arch::aarch64::*;

use super::isa::isa;
use super::{Isa, Simd, bits, scalar};
use crate::sealed::Seal;

/// The proof that the CPU has NEON.
///
/// Invariant: exists only where it has.
#[derive(Clone, Copy, Debug)]
pub struct Token(());

impl Token {
    /// A token, if the CPU has NEON: here the target promises it.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn detect() -> Option<Self> {
        Some(Token(()))
    }
    /// A token without a look at the CPU.
    ///
    /// # Safety
    /// The CPU has NEON.
    #[inline(always)]
    #[must_use]
    pub(crate) const unsafe fn new_unchecked() -> Self {
        Token(())
    }
}

isa! { "neon", cfg!(not(feature = "deterministic")), [] }

macro_rules! vectors {
    ($($T:ty, $V:ty, $splat:path, $add:path, $sub:path, $mul:path, $fold:path $(, fused $fma:path)?;)+) => {$(
        // SAFETY of every intrinsic below: the CPU has NEON, says `self`.
        impl Simd<$T> for Token {
            const SEALED: Seal = Seal;
            type V = $V;
            type Row = [$V; 8];
            const LANES: usize = 16 / size_of::<$T>();
            const NEUTRAL: $T = <scalar::Token as Simd<$T>>::NEUTRAL;
            #[inline(always)]
            fn splat(self, x: $T) -> $V {
                // SAFETY: as above.
                unsafe { $splat(x) }
            }
            #[inline(always)]
            fn row(self, v: $V) -> [$V; 8] {
                [v; 8]
            }
            #[inline(always)]
            unsafe fn load(self, p: *const $T) -> $V {
                // SAFETY: `LANES` elements are readable, from the caller; vectors are plain bits, and an
                // array's first element is lane 0 on either endianness, for `bits` goes through memory too.
                unsafe { p.cast::<$V>().read_unaligned() }
            }
            #[inline(always)]
            unsafe fn load_head(self, p: *const $T, n: usize) -> $V {
                debug_assert!(n <= <Self as Simd<$T>>::LANES);
                let mut lanes = [0 as $T; 16 / size_of::<$T>()];
                for (i, lane) in lanes.iter_mut().enumerate() {
                    if i < n {
                        // SAFETY: `n` elements are readable, from the caller.
                        *lane = unsafe { p.add(i).read_unaligned() };
                    }
                }
                // SAFETY: vectors are plain bits.
                unsafe { bits(lanes) }
            }
            #[inline(always)]
            unsafe fn store(self, p: *mut $T, v: $V) {
                // SAFETY: `LANES` elements are writable, from the caller.
                unsafe { p.cast::<$V>().write_unaligned(v) }
            }
            #[inline(always)]
            unsafe fn store_head(self, p: *mut $T, n: usize, v: $V) {
                debug_assert!(n <= <Self as Simd<$T>>::LANES);
                // SAFETY: vectors are plain bits.
                let lanes: [$T; 16 / size_of::<$T>()] = unsafe { bits(v) };
                for (i, lane) in lanes.into_iter().enumerate() {
                    if i < n {
                        // SAFETY: `n` elements are writable, from the caller.
                        unsafe { p.add(i).write_unaligned(lane) };
                    }
                }
            }
            #[inline(always)]
            fn add(self, a: $V, b: $V) -> $V {
                // SAFETY: as above.
                unsafe { $add(a, b) }
            }
            #[inline(always)]
            fn sub(self, a: $V, b: $V) -> $V {
                // SAFETY: as above.
                unsafe { $sub(a, b) }
            }
            #[inline(always)]
            fn mul(self, a: $V, b: $V) -> $V {
                // SAFETY: as above.
                unsafe { $mul(a, b) }
            }
            $(#[inline(always)]
            fn mul_add(self, a: $V, b: $V, c: $V) -> $V {
                if !Self::FUSED {
                    return Simd::<$T>::add(self, Simd::<$T>::mul(self, a, b), c);
                }
                // SAFETY: as above.
                unsafe { $fma(c, a, b) }
            })?
            #[inline(always)]
            unsafe fn keep_head(self, v: $V, n: usize) -> $V {
                // SAFETY: vectors are plain bits.
                let mut lanes: [$T; 16 / size_of::<$T>()] = unsafe { bits(v) };
                for (i, lane) in lanes.iter_mut().enumerate() {
                    *lane = if i < n { *lane } else { <Self as Simd<$T>>::NEUTRAL };
                }
                // SAFETY: vectors are plain bits.
                unsafe { bits(lanes) }
            }
            #[inline(always)]
            fn fold(self, v: $V) -> $T {
                // SAFETY: as above.
                unsafe { $fold(v) }
            }
        }
    )+};
}

vectors! {
    f32, float32x4_t, vdupq_n_f32, vaddq_f32, vsubq_f32, vmulq_f32, fold_f32, fused vfmaq_f32;
    f64, float64x2_t, vdupq_n_f64, vaddq_f64, vsubq_f64, vmulq_f64, fold_f64, fused vfmaq_f64;
    i8, int8x16_t, vdupq_n_s8, vaddq_s8, vsubq_s8, vmulq_s8, vaddvq_s8;
    i16, int16x8_t, vdupq_n_s16, vaddq_s16, vsubq_s16, vmulq_s16, vaddvq_s16;
    i32, int32x4_t, vdupq_n_s32, vaddq_s32, vsubq_s32, vmulq_s32, vaddvq_s32;
    i64, int64x2_t, vdupq_n_s64, vaddq_s64, vsubq_s64, mul_i64, vaddvq_s64;
}

#[inline]
#[target_feature(enable = "neon")]
fn fold_f32(v: float32x4_t) -> f32 {
    let two = vadd_f32(vget_low_f32(v), vget_high_f32(v));
    vget_lane_f32::<0>(two) + vget_lane_f32::<1>(two)
}

#[inline]
#[target_feature(enable = "neon")]
fn fold_f64(v: float64x2_t) -> f64 {
    vgetq_lane_f64::<0>(v) + vgetq_lane_f64::<1>(v)
}

/// There is no vector product of 64 bits; two scalar ones are faster than one put together.
#[inline]
#[target_feature(enable = "neon")]
fn mul_i64(a: int64x2_t, b: int64x2_t) -> int64x2_t {
    let low = vgetq_lane_s64::<0>(a).wrapping_mul(vgetq_lane_s64::<0>(b));
    let high = vgetq_lane_s64::<1>(a).wrapping_mul(vgetq_lane_s64::<1>(b));
    vsetq_lane_s64::<1>(high, vdupq_n_s64(low))
}
