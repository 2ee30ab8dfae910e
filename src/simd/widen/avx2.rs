//! Widening sums with AVX2.

#[cfg(target_arch = "x86")]
use core::arch::x86::*;
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64::*;

use super::super::{Simd, avx2::Token, sse2};
use super::Widen;

/// Added to a pair of products, this makes it a number in 0..2^32: the pair is at least -2^15 (2^15 - 1) 2 and
/// at most 2^31, which as an `i32` reads -2^31 and is that of no other pair.
const BIAS: i32 = i32::MAX;

/// The token of half a vector.
// SAFETY: a CPU with AVX2 has SSE2.
const HALF: sse2::Token = unsafe { sse2::Token::new_unchecked() };

impl Widen for Token {
    type Narrow = __m256i;
    type Sum32 = __m256i;
    type Sum64 = __m256i;
    type F64 = __m256d;
    const STEP: usize = 16;

    // SAFETY of every intrinsic below: the CPU has the instructions, says `self`.
    #[inline(always)]
    fn zero32(self) -> __m256i {
        // SAFETY: as above.
        unsafe { _mm256_setzero_si256() }
    }
    #[inline(always)]
    fn zero64(self) -> __m256i {
        // SAFETY: as above.
        unsafe { _mm256_setzero_si256() }
    }
    #[inline(always)]
    unsafe fn load_i8(self, p: *const i8, n: usize) -> __m256i {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { _mm256_cvtepi8_epi16(if n == 16 { HALF.load(p) } else { HALF.load_head(p, n) }) }
    }
    #[inline(always)]
    unsafe fn load_u8(self, p: *const u8, n: usize) -> __m256i {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe {
            let p = p.cast::<i8>();
            _mm256_cvtepu8_epi16(if n == 16 { HALF.load(p) } else { HALF.load_head(p, n) })
        }
    }
    #[inline(always)]
    unsafe fn load_i16(self, p: *const i16, n: usize) -> __m256i {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { if n == 16 { Simd::<i16>::load(self, p) } else { Simd::<i16>::load_head(self, p, n) } }
    }
    #[inline(always)]
    unsafe fn load_f32(self, p: *const f32, n: usize) -> __m256d {
        // SAFETY: as above; `n` elements are readable, from the caller.
        unsafe { _mm256_cvtps_pd(if n == 4 { HALF.load(p) } else { HALF.load_head(p, n) }) }
    }
    #[inline(always)]
    fn add_products32(self, sum: __m256i, a: __m256i, b: __m256i) -> __m256i {
        // SAFETY: as above.
        unsafe { _mm256_add_epi32(sum, _mm256_madd_epi16(a, b)) }
    }
    #[inline(always)]
    fn add_products64(self, sum: __m256i, a: __m256i, b: __m256i) -> __m256i {
        // SAFETY: as above.
        unsafe {
            let pairs = _mm256_add_epi32(_mm256_madd_epi16(a, b), _mm256_set1_epi32(BIAS));
            let even = _mm256_srli_epi64::<32>(_mm256_slli_epi64::<32>(pairs));
            let odd = _mm256_srli_epi64::<32>(pairs);
            _mm256_add_epi64(sum, _mm256_add_epi64(even, odd))
        }
    }
    #[inline(always)]
    fn add32(self, a: __m256i, b: __m256i) -> __m256i {
        // SAFETY: as above.
        unsafe { _mm256_add_epi32(a, b) }
    }
    #[inline(always)]
    fn total32(self, sum: __m256i) -> i32 {
        Simd::<i32>::fold(self, sum)
    }
    #[inline(always)]
    fn total64(self, sum: __m256i, steps: usize) -> i64 {
        let biases = (steps as i64).wrapping_mul(i64::from(BIAS) * (Self::STEP as i64 / 2));
        Simd::<i64>::fold(self, sum).wrapping_sub(biases)
    }
}
