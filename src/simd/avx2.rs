//! 32 bytes: AVX2 with FMA. What is left of a vector after the first fold is SSE2's.

#[cfg(target_arch = "x86")]
use core::arch::x86::*;
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64::*;

use super::isa::isa;
use super::{Isa, Simd, bits, scalar, sse2};
use crate::sealed::Seal;

/// The proof that the CPU has AVX2 and FMA.
///
/// Invariant: exists only where it has.
#[derive(Clone, Copy, Debug)]
pub struct Token(());

impl Token {
    /// A token, if the CPU has AVX2 and FMA; without `std`, if the target promises them.
    #[inline]
    #[must_use]
    pub(crate) fn detect() -> Option<Self> {
        #[cfg(feature = "std")]
        let found = std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("fma");
        #[cfg(not(feature = "std"))]
        let found = cfg!(all(target_feature = "avx2", target_feature = "fma"));
        found.then_some(Token(()))
    }
    /// A token without a look at the CPU.
    ///
    /// # Safety
    /// The CPU has AVX2 and FMA.
    #[inline(always)]
    #[must_use]
    pub(crate) const unsafe fn new_unchecked() -> Self {
        Token(())
    }
}

isa! { "avx2", cfg!(not(feature = "deterministic")), ["avx2,fma"], sse2::prefetch }

/// The token of half a vector.
// SAFETY: a CPU with AVX2 has SSE2.
const HALF: sse2::Token = unsafe { sse2::Token::new_unchecked() };

macro_rules! vectors {
    ($($T:ty, $V:ty, $splat:path, $add:path, $sub:path, $mul:path, $fold:path $(, fused $fma:path)?;)+) => {$(
        // SAFETY of every intrinsic below: the CPU has AVX2, says `self`.
        impl Simd<$T> for Token {
            const SEALED: Seal = Seal;
            type V = $V;
            type Row = [$V; 4];
            const LANES: usize = 32 / size_of::<$T>();
            const NEUTRAL: $T = <scalar::Token as Simd<$T>>::NEUTRAL;
            #[inline(always)]
            fn splat(self, x: $T) -> $V {
                // SAFETY: as above.
                unsafe { $splat(x) }
            }
            #[inline(always)]
            fn row(self, v: $V) -> [$V; 4] {
                [v; 4]
            }
            #[inline(always)]
            unsafe fn load(self, p: *const $T) -> $V {
                // SAFETY: 32 bytes are readable, from the caller.
                unsafe { p.cast::<$V>().read_unaligned() }
            }
            #[inline(always)]
            unsafe fn load_head(self, p: *const $T, n: usize) -> $V {
                // SAFETY: `n <= LANES` elements are readable, from the caller; vectors are plain bits.
                unsafe { bits(load_head(p.cast(), n * size_of::<$T>(), size_of::<$T>())) }
            }
            #[inline(always)]
            unsafe fn store(self, p: *mut $T, v: $V) {
                // SAFETY: 32 bytes are writable, from the caller.
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
            $(#[inline(always)]
            fn mul_add(self, a: $V, b: $V, c: $V) -> $V {
                if !Self::FUSED {
                    return Simd::<$T>::add(self, Simd::<$T>::mul(self, a, b), c);
                }
                // SAFETY: as above, and FMA.
                unsafe { $fma(a, b, c) }
            })?
            #[inline(always)]
            unsafe fn keep_head(self, v: $V, n: usize) -> $V {
                debug_assert!(n <= <Self as Simd<$T>>::LANES);
                let rest = Simd::<$T>::splat(self, <Self as Simd<$T>>::NEUTRAL);
                // SAFETY: as above; `n <= LANES`, from the caller, so at most 32 bytes; vectors are plain bits.
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
    f32, __m256, _mm256_set1_ps, _mm256_add_ps, _mm256_sub_ps, _mm256_mul_ps, fold_f32, fused _mm256_fmadd_ps;
    f64, __m256d, _mm256_set1_pd, _mm256_add_pd, _mm256_sub_pd, _mm256_mul_pd, fold_f64, fused _mm256_fmadd_pd;
    i8, __m256i, _mm256_set1_epi8, _mm256_add_epi8, _mm256_sub_epi8, mul_i8, fold_i8;
    i16, __m256i, _mm256_set1_epi16, _mm256_add_epi16, _mm256_sub_epi16, _mm256_mullo_epi16, fold_i16;
    i32, __m256i, _mm256_set1_epi32, _mm256_add_epi32, _mm256_sub_epi32, _mm256_mullo_epi32, fold_i32;
    i64, __m256i, _mm256_set1_epi64x, _mm256_add_epi64, _mm256_sub_epi64, mul_i64, fold_i64;
}

/// 32 bytes of ones, then 32 of zeros: from byte `32 - n` on, a mask of the first `n` bytes.
/// (A constant, not a static, so that the compiler can look into it where `n` is known.)
const HEADS: &[u8; 64] = &{
    let mut bytes = [0; 64];
    let mut i = 0;
    while i < 32 {
        bytes[i] = 0xff;
        i += 1;
    }
    bytes
};

/// Ones in the first `n` bytes.
///
/// # Safety
/// `n <= 32`.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn mask(n: usize) -> __m256i {
    // SAFETY: `32 - n` is in 0..=32, from the caller, and 32 bytes from there are in the table.
    unsafe { _mm256_loadu_si256(HEADS.as_ptr().add(32 - n).cast()) }
}

/// The first `n` bytes of `head`, then those of `rest`.
///
/// # Safety
/// `n <= 32`.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn select_head(head: __m256i, rest: __m256i, n: usize) -> __m256i {
    // SAFETY: `n <= 32`, from the caller.
    _mm256_blendv_epi8(rest, head, unsafe { mask(n) })
}

/// The first `n` bytes from `p`, the others zero. `step` is the size of an element, of which `n` is a
/// multiple; it is a constant where this is inlined.
///
/// # Safety
/// `n <= 32` bytes from `p` are readable.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn load_head(p: *const u8, n: usize, step: usize) -> __m256i {
    // SAFETY: a masked load touches nothing behind a zero of its mask, and the mask is of the first `n`
    // bytes. The half loads are of `n.min(16)` bytes, and of the `n - 16` after 16 where there are any.
    unsafe {
        if step >= 4 {
            return _mm256_maskload_epi32(p.cast(), mask(n));
        }
        let low = HALF.load_head(p.cast::<i8>(), n.min(16));
        let high = if n > 16 { HALF.load_head(p.add(16).cast::<i8>(), n - 16) } else { HALF.splat(0i8) };
        _mm256_set_m128i(high, low)
    }
}

/// Writes the first `n` bytes of `v` to `p`; not by a masked store, which takes 40 steps on a Zen 3.
///
/// # Safety
/// `n <= 32` bytes from `p` are writable.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn store_head(p: *mut u8, n: usize, v: __m256i) {
    // SAFETY: `n.min(16)` bytes, and the `n - 16` after 16 where there are any.
    unsafe {
        HALF.store_head(p.cast::<i8>(), n.min(16), _mm256_castsi256_si128(v));
        if n > 16 {
            HALF.store_head(p.add(16).cast::<i8>(), n - 16, _mm256_extracti128_si256::<1>(v));
        }
    }
}

#[inline]
#[target_feature(enable = "avx2")]
fn fold_f32(v: __m256) -> f32 {
    let half = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps::<1>(v));
    Simd::<f32>::fold(HALF, half)
}

#[inline]
#[target_feature(enable = "avx2")]
fn fold_f64(v: __m256d) -> f64 {
    let half = _mm_add_pd(_mm256_castpd256_pd128(v), _mm256_extractf128_pd::<1>(v));
    Simd::<f64>::fold(HALF, half)
}

macro_rules! integer_folds {
    ($($name:ident, $T:ty;)+) => {$(
        #[inline]
        #[target_feature(enable = "avx2")]
        fn $name(v: __m256i) -> $T {
            let half = Simd::<$T>::add(HALF, _mm256_castsi256_si128(v), _mm256_extracti128_si256::<1>(v));
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
#[target_feature(enable = "avx2")]
fn mul_i8(a: __m256i, b: __m256i) -> __m256i {
    let low = _mm256_set1_epi16(0xff);
    let even = _mm256_and_si256(_mm256_mullo_epi16(a, b), low);
    let odd = _mm256_mullo_epi16(_mm256_srli_epi16::<8>(a), _mm256_andnot_si256(low, b));
    _mm256_or_si256(even, odd)
}

/// `lo * lo + ((hi * lo + lo * hi) << 32)`; the product of both high halves is beyond 64 bits.
#[inline]
#[target_feature(enable = "avx2")]
fn mul_i64(a: __m256i, b: __m256i) -> __m256i {
    let cross = _mm256_add_epi64(
        _mm256_mul_epu32(_mm256_srli_epi64::<32>(a), b),
        _mm256_mul_epu32(a, _mm256_srli_epi64::<32>(b)),
    );
    _mm256_add_epi64(_mm256_mul_epu32(a, b), _mm256_slli_epi64::<32>(cross))
}
