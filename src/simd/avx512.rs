//! 64 bytes: AVX-512 with its byte, word and double word instructions, as every such CPU since Skylake-X has.
//! Heads are masks in registers. What is left of a vector after the first fold is AVX2's.

#[cfg(target_arch = "x86")]
use core::arch::x86::*;
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64::*;

use super::isa::isa;
use super::{Isa, Simd, avx2, bits, scalar, sse2};
use crate::sealed::Seal;

/// The proof that the CPU has AVX-512 F, BW, DQ and VL, AVX2 and FMA.
///
/// Invariant: exists only where it has.
#[derive(Clone, Copy, Debug)]
pub struct Token(());

impl Token {
    /// A token, if the CPU has all of these; without `std`, if the target promises them.
    #[inline]
    #[must_use]
    pub(crate) fn detect() -> Option<Self> {
        #[cfg(feature = "std")]
        let found = std::is_x86_feature_detected!("avx512f")
            && std::is_x86_feature_detected!("avx512bw")
            && std::is_x86_feature_detected!("avx512dq")
            && std::is_x86_feature_detected!("avx512vl");
        #[cfg(not(feature = "std"))]
        let found = cfg!(all(
            target_feature = "avx512f",
            target_feature = "avx512bw",
            target_feature = "avx512dq",
            target_feature = "avx512vl"
        ));
        (found && avx2::Token::detect().is_some()).then_some(Token(()))
    }
    /// A token without a look at the CPU.
    ///
    /// # Safety
    /// The CPU has AVX-512 F, BW, DQ and VL, AVX2 and FMA.
    #[inline(always)]
    #[must_use]
    pub(crate) const unsafe fn new_unchecked() -> Self {
        Token(())
    }
}

isa! {
    "avx512", cfg!(not(feature = "deterministic")), ["avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"], sse2::prefetch
}

/// The token of half a vector.
// SAFETY: the CPU has AVX2 and FMA wherever a `Token` exists, and nothing here runs elsewhere.
const HALF: avx2::Token = unsafe { avx2::Token::new_unchecked() };

macro_rules! vectors {
    ($($T:ty, $V:ty, $splat:path, $add:path, $sub:path, $mul:path, $fold:path $(, fused $fma:path)?;)+) => {$(
        // SAFETY of every intrinsic below: the CPU has AVX-512 F, BW, DQ, VL, says `self`.
        impl Simd<$T> for Token {
            const SEALED: Seal = Seal;
            type V = $V;
            type Row = [$V; 2];
            const LANES: usize = 64 / size_of::<$T>();
            const NEUTRAL: $T = <scalar::Token as Simd<$T>>::NEUTRAL;
            #[inline(always)]
            fn splat(self, x: $T) -> $V {
                // SAFETY: as above.
                unsafe { $splat(x) }
            }
            #[inline(always)]
            fn row(self, v: $V) -> [$V; 2] {
                [v; 2]
            }
            #[inline(always)]
            unsafe fn load(self, p: *const $T) -> $V {
                // SAFETY: 64 bytes are readable, from the caller.
                unsafe { p.cast::<$V>().read_unaligned() }
            }
            #[inline(always)]
            unsafe fn load_head(self, p: *const $T, n: usize) -> $V {
                // SAFETY: `n <= LANES` elements are readable, from the caller; vectors are plain bits.
                unsafe { bits(load_head(p.cast(), n, size_of::<$T>())) }
            }
            #[inline(always)]
            unsafe fn store(self, p: *mut $T, v: $V) {
                // SAFETY: 64 bytes are writable, from the caller.
                unsafe { p.cast::<$V>().write_unaligned(v) }
            }
            #[inline(always)]
            unsafe fn store_head(self, p: *mut $T, n: usize, v: $V) {
                // SAFETY: `n <= LANES` elements are writable, from the caller; vectors are plain bits.
                unsafe { store_head(p.cast(), n, size_of::<$T>(), bits(v)) }
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
                unsafe { $fma(a, b, c) }
            })?
            #[inline(always)]
            unsafe fn keep_head(self, v: $V, n: usize) -> $V {
                debug_assert!(n <= <Self as Simd<$T>>::LANES);
                let rest = Simd::<$T>::splat(self, <Self as Simd<$T>>::NEUTRAL);
                // SAFETY: as above; `n <= LANES`, from the caller; vectors are plain bits.
                unsafe { bits(select_head(bits(v), bits(rest), n, size_of::<$T>())) }
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
    f32, __m512, _mm512_set1_ps, _mm512_add_ps, _mm512_sub_ps, _mm512_mul_ps, fold_f32, fused _mm512_fmadd_ps;
    f64, __m512d, _mm512_set1_pd, _mm512_add_pd, _mm512_sub_pd, _mm512_mul_pd, fold_f64, fused _mm512_fmadd_pd;
    i8, __m512i, _mm512_set1_epi8, _mm512_add_epi8, _mm512_sub_epi8, mul_i8, fold_i8;
    i16, __m512i, _mm512_set1_epi16, _mm512_add_epi16, _mm512_sub_epi16, _mm512_mullo_epi16, fold_i16;
    i32, __m512i, _mm512_set1_epi32, _mm512_add_epi32, _mm512_sub_epi32, _mm512_mullo_epi32, fold_i32;
    i64, __m512i, _mm512_set1_epi64, _mm512_add_epi64, _mm512_sub_epi64, _mm512_mullo_epi64, fold_i64;
}

/// The lowest `n <= 64` bits.
#[inline(always)]
const fn mask(n: usize) -> u64 {
    debug_assert!(n <= 64);
    if n == 0 { 0 } else { u64::MAX >> (64 - n) }
}

/// The first `n` elements of `step` bytes of `head`, then those of `rest`.
///
/// # Safety
/// `n * step <= 64`.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn select_head(head: __m512i, rest: __m512i, n: usize, step: usize) -> __m512i {
    let k = mask(n);
    match step {
        1 => _mm512_mask_mov_epi8(rest, k, head),
        2 => _mm512_mask_mov_epi16(rest, k as u32, head),
        4 => _mm512_mask_mov_epi32(rest, k as u16, head),
        _ => _mm512_mask_mov_epi64(rest, k as u8, head),
    }
}

/// The first `n` elements of `step` bytes from `p`, the others zero. `step` is a constant where this is
/// inlined.
///
/// # Safety
/// `step` is 1, 2, 4 or 8, and `n * step <= 64` bytes from `p` are readable.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn load_head(p: *const u8, n: usize, step: usize) -> __m512i {
    let k = mask(n);
    // SAFETY: a masked load touches nothing behind a zero of its mask, which is of the first `n` elements.
    unsafe {
        match step {
            1 => _mm512_maskz_loadu_epi8(k, p.cast()),
            2 => _mm512_maskz_loadu_epi16(k as u32, p.cast()),
            4 => _mm512_maskz_loadu_epi32(k as u16, p.cast()),
            _ => _mm512_maskz_loadu_epi64(k as u8, p.cast()),
        }
    }
}

/// Writes the first `n` elements of `step` bytes of `v` to `p`.
///
/// # Safety
/// `step` is 1, 2, 4 or 8, and `n * step <= 64` bytes from `p` are writable.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn store_head(p: *mut u8, n: usize, step: usize, v: __m512i) {
    let k = mask(n);
    // SAFETY: a masked store touches nothing behind a zero of its mask, which is of the first `n` elements.
    unsafe {
        match step {
            1 => _mm512_mask_storeu_epi8(p.cast(), k, v),
            2 => _mm512_mask_storeu_epi16(p.cast(), k as u32, v),
            4 => _mm512_mask_storeu_epi32(p.cast(), k as u16, v),
            _ => _mm512_mask_storeu_epi64(p.cast(), k as u8, v),
        }
    }
}

#[inline]
#[target_feature(enable = "avx512f,avx512dq")]
fn fold_f32(v: __m512) -> f32 {
    let half = _mm256_add_ps(_mm512_castps512_ps256(v), _mm512_extractf32x8_ps::<1>(v));
    Simd::<f32>::fold(HALF, half)
}

#[inline]
#[target_feature(enable = "avx512f,avx512dq")]
fn fold_f64(v: __m512d) -> f64 {
    let half = _mm256_add_pd(_mm512_castpd512_pd256(v), _mm512_extractf64x4_pd::<1>(v));
    Simd::<f64>::fold(HALF, half)
}

macro_rules! integer_folds {
    ($($name:ident, $T:ty;)+) => {$(
        #[inline]
        #[target_feature(enable = "avx512f,avx512dq")]
        fn $name(v: __m512i) -> $T {
            let half = Simd::<$T>::add(HALF, _mm512_castsi512_si256(v), _mm512_extracti64x4_epi64::<1>(v));
            Simd::<$T>::fold(HALF, half)
        }
    )+};
}

integer_folds! {
    fold_i8, i8;
    fold_i16, i16;
    fold_i32, i32;
    fold_i64, i64;
}

/// Bytes have no product: the even ones as the low half of 16-bit products, the odd ones as a product with
/// bytes that already stand in the high half.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn mul_i8(a: __m512i, b: __m512i) -> __m512i {
    let low = _mm512_set1_epi16(0xff);
    let even = _mm512_and_si512(_mm512_mullo_epi16(a, b), low);
    let odd = _mm512_mullo_epi16(_mm512_srli_epi16::<8>(a), _mm512_andnot_si512(low, b));
    _mm512_or_si512(even, odd)
}
