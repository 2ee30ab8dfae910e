//! 16 bytes: SSE2, which every x86-64 has. Compiled only where the target itself promises it.

#[cfg(target_arch = "x86")]
use core::arch::x86::*;
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64::*;

use super::isa::isa;
use super::{Simd, bits, scalar};
use crate::sealed::Seal;

/// The proof that the CPU has SSE2.
///
/// Invariant: exists only where it has.
#[derive(Clone, Copy, Debug)]
pub struct Token(());

impl Token {
    /// A token, if the CPU has SSE2: here the target promises it.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn detect() -> Option<Self> {
        Some(Token(()))
    }
    /// A token without a look at the CPU.
    ///
    /// # Safety
    /// The CPU has SSE2.
    #[inline(always)]
    #[must_use]
    pub(crate) const unsafe fn new_unchecked() -> Self {
        Token(())
    }
}

isa! { "sse2", false, [], prefetch }

/// Asks for the line of the cache at an address.
#[inline(always)]
pub(super) fn prefetch(p: *const i8) {
    // SAFETY: the CPU has SSE; a prefetch has no effect but on time, whatever the address.
    unsafe { _mm_prefetch::<_MM_HINT_T0>(p) }
}

macro_rules! vectors {
    ($($T:ty, $V:ty, $splat:path, $add:path, $sub:path, $mul:path, $fold:path;)+) => {$(
        // SAFETY of every intrinsic below: the CPU has SSE2, says `self`.
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
                // SAFETY: 16 bytes are readable, from the caller.
                unsafe { p.cast::<$V>().read_unaligned() }
            }
            #[inline(always)]
            unsafe fn load_head(self, p: *const $T, n: usize) -> $V {
                // SAFETY: `n <= LANES` elements are readable, from the caller; vectors are plain bits.
                unsafe { bits(load_head(p.cast(), n * size_of::<$T>(), size_of::<$T>())) }
            }
            #[inline(always)]
            unsafe fn store(self, p: *mut $T, v: $V) {
                // SAFETY: 16 bytes are writable, from the caller.
                unsafe { p.cast::<$V>().write_unaligned(v) }
            }
            #[inline(always)]
            unsafe fn store_head(self, p: *mut $T, n: usize, v: $V) {
                // SAFETY: `n <= LANES` elements are writable, from the caller; vectors are plain bits.
                unsafe { store_head(p.cast(), n * size_of::<$T>(), bits(v)) }
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
            #[inline(always)]
            unsafe fn keep_head(self, v: $V, n: usize) -> $V {
                debug_assert!(n <= <Self as Simd<$T>>::LANES);
                let rest = Simd::<$T>::splat(self, <Self as Simd<$T>>::NEUTRAL);
                // SAFETY: as above; `n <= LANES`, from the caller, so at most 16 bytes; vectors are plain bits.
                unsafe { bits(select_head(bits(v), bits(rest), n * size_of::<$T>())) }
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
    f32, __m128, _mm_set1_ps, _mm_add_ps, _mm_sub_ps, _mm_mul_ps, fold_f32;
    f64, __m128d, _mm_set1_pd, _mm_add_pd, _mm_sub_pd, _mm_mul_pd, fold_f64;
    i8, __m128i, _mm_set1_epi8, _mm_add_epi8, _mm_sub_epi8, mul_i8, fold_i8;
    i16, __m128i, _mm_set1_epi16, _mm_add_epi16, _mm_sub_epi16, _mm_mullo_epi16, fold_i16;
    i32, __m128i, _mm_set1_epi32, _mm_add_epi32, _mm_sub_epi32, mul_i32, fold_i32;
    i64, __m128i, _mm_set1_epi64x, _mm_add_epi64, _mm_sub_epi64, mul_i64, fold_i64;
}

/// 16 bytes of ones, then 16 of zeros: from byte `16 - n` on, a mask of the first `n` bytes.
/// (A constant, not a static, so that the compiler can look into it where `n` is known.)
const HEADS: &[u8; 32] = &{
    let mut bytes = [0; 32];
    let mut i = 0;
    while i < 16 {
        bytes[i] = 0xff;
        i += 1;
    }
    bytes
};

/// The first `n` bytes of `head`, then those of `rest`.
///
/// # Safety
/// `n <= 16`.
#[inline]
#[target_feature(enable = "sse2")]
unsafe fn select_head(head: __m128i, rest: __m128i, n: usize) -> __m128i {
    // SAFETY: `16 - n` is in 0..=16, from the caller, and 16 bytes from there are in the table.
    let mask = unsafe { _mm_loadu_si128(HEADS.as_ptr().add(16 - n).cast()) };
    _mm_or_si128(_mm_and_si128(mask, head), _mm_andnot_si128(mask, rest))
}

/// The first `n` bytes from `p`, the others zero. `step` is the size of an element, of which `n` is a
/// multiple; it is a constant where this is inlined, and spares the branches that cannot be taken.
///
/// # Safety
/// `n <= 16` bytes from `p` are readable.
#[inline]
#[target_feature(enable = "sse2")]
unsafe fn load_head(p: *const u8, n: usize, step: usize) -> __m128i {
    // SAFETY: each read is of bytes below `n`, by the test before it: of 8 where `n >= 8`, and so on.
    unsafe {
        if n >= 16 {
            _mm_loadu_si128(p.cast())
        } else if n >= 8 {
            let low = _mm_loadl_epi64(p.cast());
            if n == 8 {
                return low;
            }
            if n == 12 && step >= 4 {
                return _mm_unpacklo_epi64(low, _mm_cvtsi32_si128(p.add(8).cast::<i32>().read_unaligned()));
            }
            // The last 8 bytes, less those that `low` has: `n` is in 9..16, so the shift is in 8..=56.
            let high = p.add(n - 8).cast::<u64>().read_unaligned() >> (8 * (16 - n));
            _mm_unpacklo_epi64(low, _mm_set_epi64x(0, high as i64))
        } else if step >= 8 || n == 0 {
            _mm_setzero_si128()
        } else if step >= 4 {
            if n == 0 { _mm_setzero_si128() } else { _mm_cvtsi32_si128(p.cast::<i32>().read_unaligned()) }
        } else if n >= 4 {
            let low = u64::from(p.cast::<u32>().read_unaligned());
            // The bytes that both reads have are equal, and `or` leaves them so.
            let high = u64::from(p.add(n - 4).cast::<u32>().read_unaligned()) << (8 * (n - 4));
            _mm_set_epi64x(0, (low | high) as i64)
        } else {
            // 1: bytes 0, 0, 0. 2: bytes 0, 1, 1. 3: bytes 0, 1, 2.
            let [first, middle, last] = [0, n / 2, n - 1].map(|i| i32::from(p.add(i).read()) << (8 * i));
            _mm_cvtsi32_si128(first | middle | last)
        }
    }
}

/// Writes the first `n` bytes of `v` to `p`.
///
/// # Safety
/// `n <= 16` bytes from `p` are writable.
#[inline]
#[target_feature(enable = "sse2")]
unsafe fn store_head(p: *mut u8, n: usize, v: __m128i) {
    let (mut v, mut at) = (v, 0);
    // SAFETY: the pieces written add up to the bits of `n < 16`, or to 16: all below `n`.
    unsafe {
        if n >= 16 {
            return _mm_storeu_si128(p.cast(), v);
        }
        if n & 8 != 0 {
            _mm_storel_epi64(p.cast(), v);
            v = _mm_srli_si128::<8>(v);
            at = 8;
        }
        if n & 4 != 0 {
            p.add(at).cast::<i32>().write_unaligned(_mm_cvtsi128_si32(v));
            v = _mm_srli_si128::<4>(v);
            at += 4;
        }
        let mut last = _mm_cvtsi128_si32(v);
        if n & 2 != 0 {
            p.add(at).cast::<i16>().write_unaligned(last as i16);
            last >>= 16;
            at += 2;
        }
        if n & 1 != 0 {
            p.add(at).cast::<i8>().write(last as i8);
        }
    }
}

#[inline]
#[target_feature(enable = "sse2")]
fn fold_f32(v: __m128) -> f32 {
    let two = _mm_add_ps(v, _mm_movehl_ps(v, v));
    _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps::<1>(two, two)))
}

#[inline]
#[target_feature(enable = "sse2")]
fn fold_f64(v: __m128d) -> f64 {
    _mm_cvtsd_f64(_mm_add_sd(v, _mm_unpackhi_pd(v, v)))
}

#[inline]
#[target_feature(enable = "sse2")]
fn fold_i64(v: __m128i) -> i64 {
    let sum = _mm_add_epi64(v, _mm_srli_si128::<8>(v));
    // SAFETY: vectors are plain bits. (`_mm_cvtsi128_si64` is missing on 32 bits.)
    unsafe { bits::<_, [i64; 2]>(sum)[0] }
}

#[inline]
#[target_feature(enable = "sse2")]
fn fold_i32(v: __m128i) -> i32 {
    let two = _mm_add_epi32(v, _mm_srli_si128::<8>(v));
    _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_srli_si128::<4>(two)))
}

#[inline]
#[target_feature(enable = "sse2")]
fn fold_i16(v: __m128i) -> i16 {
    let four = _mm_add_epi16(v, _mm_srli_si128::<8>(v));
    let two = _mm_add_epi16(four, _mm_srli_si128::<4>(four));
    _mm_cvtsi128_si32(_mm_add_epi16(two, _mm_srli_si128::<2>(two))) as i16
}

#[inline]
#[target_feature(enable = "sse2")]
fn fold_i8(v: __m128i) -> i8 {
    // The distances of eight unsigned bytes from zero, summed: their low byte is the wrapped sum.
    let eight = _mm_sad_epu8(v, _mm_setzero_si128());
    _mm_cvtsi128_si32(_mm_add_epi64(eight, _mm_srli_si128::<8>(eight))) as i8
}

/// Bytes have no product: the even ones as the low half of 16-bit products, the odd ones as a product with
/// bytes that already stand in the high half.
#[inline]
#[target_feature(enable = "sse2")]
fn mul_i8(a: __m128i, b: __m128i) -> __m128i {
    let low = _mm_set1_epi16(0xff);
    let even = _mm_and_si128(_mm_mullo_epi16(a, b), low);
    let odd = _mm_mullo_epi16(_mm_srli_epi16::<8>(a), _mm_andnot_si128(low, b));
    _mm_or_si128(even, odd)
}

/// Products of 32 bits to 64, of the even lanes and of the odd ones; their low halves, interleaved.
#[inline]
#[target_feature(enable = "sse2")]
fn mul_i32(a: __m128i, b: __m128i) -> __m128i {
    let even = _mm_mul_epu32(a, b);
    let odd = _mm_mul_epu32(_mm_srli_epi64::<32>(a), _mm_srli_epi64::<32>(b));
    _mm_unpacklo_epi32(_mm_shuffle_epi32::<0b1000>(even), _mm_shuffle_epi32::<0b1000>(odd))
}

/// `lo * lo + ((hi * lo + lo * hi) << 32)`; the product of both high halves is beyond 64 bits.
#[inline]
#[target_feature(enable = "sse2")]
fn mul_i64(a: __m128i, b: __m128i) -> __m128i {
    let cross =
        _mm_add_epi64(_mm_mul_epu32(_mm_srli_epi64::<32>(a), b), _mm_mul_epu32(a, _mm_srli_epi64::<32>(b)));
    _mm_add_epi64(_mm_mul_epu32(a, b), _mm_slli_epi64::<32>(cross))
}
