//! Widening sums with SSE2, which extends by interleaving with the signs or with zeros.

#[cfg(target_arch = "x86")]
use core::arch::x86::*;
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64::*;

use super::super::{Simd, sse2::Token};
use super::Widen;

/// Added to a pair of products, this makes it a number in 0..2^32: the pair is at least -2^15 (2^15 - 1) 2 and
/// at most 2^31, which as an `i32` reads -2^31 and is that of no other pair.
const BIAS: i32 = i32::MAX;

impl Widen for Token {
    type Narrow = __m128i;
    type Sum32 = __m128i;
    type Sum64 = __m128i;
    type F64 = __m128d;
    const STEP: usize = 8;

    // SAFETY of every intrinsic below: the CPU has the instructions, says `self`.
    #[inline(always)]
    fn zero32(self) -> __m128i {
        // SAFETY: as above.
        unsafe { _mm_setzero_si128() }
    }
    #[inline(always)]
    fn zero64(self) -> __m128i {
        // SAFETY: as above.
        unsafe { _mm_setzero_si128() }
    }
    #[inline(always)]
    unsafe fn load_i8(self, p: *const i8, n: usize) -> __m128i {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe {
            let v = half(p.cast(), n);
            _mm_unpacklo_epi8(v, _mm_cmpgt_epi8(_mm_setzero_si128(), v))
        }
    }
    #[inline(always)]
    unsafe fn load_u8(self, p: *const u8, n: usize) -> __m128i {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { _mm_unpacklo_epi8(half(p, n), _mm_setzero_si128()) }
    }
    #[inline(always)]
    unsafe fn load_i16(self, p: *const i16, n: usize) -> __m128i {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { if n == 8 { Simd::<i16>::load(self, p) } else { Simd::<i16>::load_head(self, p, n) } }
    }
    #[inline(always)]
    unsafe fn load_f32(self, p: *const f32, n: usize) -> __m128d {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe {
            _mm_cvtps_pd(if n == 2 {
                _mm_castsi128_ps(_mm_loadl_epi64(p.cast()))
            } else {
                Simd::<f32>::load_head(self, p, n)
            })
        }
    }
    #[inline(always)]
    fn add_products32(self, sum: __m128i, a: __m128i, b: __m128i) -> __m128i {
        // SAFETY: as above.
        unsafe { _mm_add_epi32(sum, _mm_madd_epi16(a, b)) }
    }
    #[inline(always)]
    fn add_products64(self, sum: __m128i, a: __m128i, b: __m128i) -> __m128i {
        // SAFETY: as above.
        unsafe {
            let pairs = _mm_add_epi32(_mm_madd_epi16(a, b), _mm_set1_epi32(BIAS));
            let even = _mm_srli_epi64::<32>(_mm_slli_epi64::<32>(pairs));
            let odd = _mm_srli_epi64::<32>(pairs);
            _mm_add_epi64(sum, _mm_add_epi64(even, odd))
        }
    }
    #[inline(always)]
    fn add32(self, a: __m128i, b: __m128i) -> __m128i {
        // SAFETY: as above.
        unsafe { _mm_add_epi32(a, b) }
    }
    #[inline(always)]
    fn total32(self, sum: __m128i) -> i32 {
        Simd::<i32>::fold(self, sum)
    }
    #[inline(always)]
    fn total64(self, sum: __m128i, steps: usize) -> i64 {
        let biases = (steps as i64).wrapping_mul(i64::from(BIAS) * (Self::STEP as i64 / 2));
        Simd::<i64>::fold(self, sum).wrapping_sub(biases)
    }
}

/// The first `n <= 8` bytes from `p`, then zeros.
///
/// # Safety
/// `n <= 8` bytes from `p` are readable.
#[inline(always)]
unsafe fn half(p: *const u8, n: usize) -> __m128i {
    // SAFETY: where this is compiled, the target has SSE2; `n` bytes are readable, from the caller.
    unsafe {
        if n == 8 {
            return _mm_loadl_epi64(p.cast());
        }
        Simd::<i8>::load_head(Token::new_unchecked(), p.cast(), n)
    }
}
