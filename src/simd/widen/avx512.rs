//! Widening sums with AVX-512.

#[cfg(target_arch = "x86")]
use core::arch::x86::*;
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64::*;

use super::super::{Simd, avx512::Token};
use super::Widen;

/// Added to a pair of products, this makes it a number in 0..2^32: the pair is at least -2^15 (2^15 - 1) 2 and
/// at most 2^31, which as an `i32` reads -2^31 and is that of no other pair.
const BIAS: i32 = i32::MAX;

impl Widen for Token {
    type Narrow = __m512i;
    type Sum32 = __m512i;
    type Sum64 = __m512i;
    type F64 = __m512d;
    const STEP: usize = 32;

    // SAFETY of every intrinsic below: the CPU has the instructions, says `self`.
    #[inline(always)]
    fn zero32(self) -> __m512i {
        // SAFETY: as above.
        unsafe { _mm512_setzero_si512() }
    }
    #[inline(always)]
    fn zero64(self) -> __m512i {
        // SAFETY: as above.
        unsafe { _mm512_setzero_si512() }
    }
    #[inline(always)]
    unsafe fn load_i8(self, p: *const i8, n: usize) -> __m512i {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { _mm512_cvtepi8_epi16(_mm256_maskz_loadu_epi8(head(n), p)) }
    }
    #[inline(always)]
    unsafe fn load_u8(self, p: *const u8, n: usize) -> __m512i {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { _mm512_cvtepu8_epi16(_mm256_maskz_loadu_epi8(head(n), p.cast())) }
    }
    #[inline(always)]
    unsafe fn load_i16(self, p: *const i16, n: usize) -> __m512i {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { _mm512_maskz_loadu_epi16(head(n), p) }
    }
    #[inline(always)]
    unsafe fn load_f32(self, p: *const f32, n: usize) -> __m512d {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { _mm512_cvtps_pd(_mm256_maskz_loadu_ps(head(n) as u8, p)) }
    }
    #[inline(always)]
    fn add_products32(self, sum: __m512i, a: __m512i, b: __m512i) -> __m512i {
        // SAFETY: as above.
        unsafe { _mm512_add_epi32(sum, _mm512_madd_epi16(a, b)) }
    }
    #[inline(always)]
    fn add_products64(self, sum: __m512i, a: __m512i, b: __m512i) -> __m512i {
        // SAFETY: as above.
        unsafe {
            let pairs = _mm512_add_epi32(_mm512_madd_epi16(a, b), _mm512_set1_epi32(BIAS));
            let even = _mm512_srli_epi64::<32>(_mm512_slli_epi64::<32>(pairs));
            let odd = _mm512_srli_epi64::<32>(pairs);
            _mm512_add_epi64(sum, _mm512_add_epi64(even, odd))
        }
    }
    #[inline(always)]
    fn add32(self, a: __m512i, b: __m512i) -> __m512i {
        // SAFETY: as above.
        unsafe { _mm512_add_epi32(a, b) }
    }
    #[inline(always)]
    fn total32(self, sum: __m512i) -> i32 {
        Simd::<i32>::fold(self, sum)
    }
    #[inline(always)]
    fn total64(self, sum: __m512i, steps: usize) -> i64 {
        let biases = (steps as i64).wrapping_mul(i64::from(BIAS) * (Self::STEP as i64 / 2));
        Simd::<i64>::fold(self, sum).wrapping_sub(biases)
    }
}

/// The lowest `n <= 32` bits.
#[inline(always)]
const fn head(n: usize) -> u32 {
    debug_assert!(n <= 32);
    if n == 0 { 0 } else { u32::MAX >> (32 - n) }
}
