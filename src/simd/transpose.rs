//! Square transposes in registers, of elements of 4 and of 8 bytes: what packing A·Bᵀ needs.
//!
//! ```text
//! wide vectors   first move quarters (16 bytes), so that each one stands where its rows will be,
//! then           a 4 x 4 (or 2 x 2) transpose inside every quarter, by interleaving
//! ```
//!
//! The instruction set follows from the size of its vectors; bits are moved, numbers are not looked at.

#[cfg(target_arch = "x86")]
use core::arch::x86::*;
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64::*;

use super::Simd;

/// The vectors of a block, of which the first `LANES` are used.
pub(crate) type Block<V> = [V; 16];

/// Whether `transpose` can: elements of 4 or 8 bytes, and more than one lane.
#[inline(always)]
pub(crate) const fn is_supported<T, I: Simd<T>>() -> bool {
    I::LANES > 1 && I::LANES <= 16 && (size_of::<T>() == 4 || size_of::<T>() == 8)
}

/// Lane `j` of vector `i` becomes lane `i` of vector `j`, for `i, j < LANES`.
#[inline(always)]
pub(crate) fn transpose<T: Copy, I: Simd<T>>(isa: I, rows: &mut Block<I::V>) {
    debug_assert!(is_supported::<T, I>());
    let _ = isa;
    let rows: *mut Block<I::V> = rows;
    // SAFETY: on x86 a vector of 16, 32 or 64 bytes belongs to SSE2, AVX2 or AVX-512, and `isa` proves that
    // the CPU has it. Vectors are plain bits, and those of one size are aligned alike.
    #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
    unsafe {
        match (size_of::<I::V>(), size_of::<T>()) {
            (64, 4) => quarters_of_64(&mut *rows.cast(), true),
            (64, 8) => quarters_of_64(&mut *rows.cast(), false),
            (32, 4) => halves_of_32(&mut *rows.cast(), true),
            (32, 8) => halves_of_32(&mut *rows.cast(), false),
            (16, 4) => four(&mut *rows.cast(), 0),
            (16, 8) => two(&mut *rows.cast(), 0),
            _ => {}
        }
    }
    // SAFETY: `LANES * LANES` elements are the vectors of the block; vectors are plain bits.
    #[cfg(not(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2")))]
    unsafe {
        let elements = rows.cast::<T>();
        for i in 0..I::LANES {
            for j in 0..i {
                elements.add(i * I::LANES + j).swap(elements.add(j * I::LANES + i));
            }
        }
    }
}

/// Whether a vector has four lanes, of 4 bytes, which `select` can choose from.
#[inline(always)]
pub(crate) const fn is_four<T, I: Simd<T>>() -> bool {
    I::LANES == 4 && size_of::<T>() == 4 && size_of::<I::V>() == 16
}

/// Two lanes of `a`, then two of `b`: those that the four pairs of bits of `LANES` name, lowest first.
#[inline(always)]
pub(crate) fn select<T: Copy, I: Simd<T>, const LANES: i32>(isa: I, a: I::V, b: I::V) -> I::V {
    debug_assert!(is_four::<T, I>());
    let _ = isa;
    let mut out = a;
    let (to, from): (*mut I::V, [*const I::V; 2]) = (&raw mut out, [&raw const a, &raw const b]);
    // SAFETY: on x86 a vector of 16 bytes belongs to SSE2, and `isa` proves that the CPU has it. Vectors are plain
    // bits, and those of one size are aligned alike.
    #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
    unsafe {
        *to.cast() = _mm_shuffle_ps::<LANES>(*from[0].cast(), *from[1].cast());
    }
    // SAFETY: four elements are a vector, which is plain bits.
    #[cfg(not(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2")))]
    unsafe {
        let [a, b]: [[T; 4]; 2] = from.map(|vector| *vector.cast());
        let lane = |place: i32| (LANES >> (2 * place) & 3) as usize;
        *to.cast() = [a[lane(0)], a[lane(1)], b[lane(2)], b[lane(3)]];
    }
    out
}

/// The operations on vectors of one size that interleave inside every 16 bytes.
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
macro_rules! inside_quarters {
    ($feature:literal, $V:ty, $four:ident, $two:ident, $lo4:path, $hi4:path, $lo8:path, $hi8:path, $as8:path, $as4:path) => {
        /// 4 x 4 elements of 4 bytes inside every 16 bytes of the vectors from `at` on.
        #[inline]
        #[target_feature(enable = $feature)]
        fn $four(rows: &mut Block<$V>, at: usize) {
            let [a, b, c, d] = [rows[at], rows[at + 1], rows[at + 2], rows[at + 3]];
            let (ab, cd) = ($as8($lo4(a, b)), $as8($lo4(c, d)));
            rows[at] = $as4($lo8(ab, cd));
            rows[at + 1] = $as4($hi8(ab, cd));
            let (ab, cd) = ($as8($hi4(a, b)), $as8($hi4(c, d)));
            rows[at + 2] = $as4($lo8(ab, cd));
            rows[at + 3] = $as4($hi8(ab, cd));
        }
        /// 2 x 2 elements of 8 bytes inside every 16 bytes of the vectors from `at` on.
        #[inline]
        #[target_feature(enable = $feature)]
        fn $two(rows: &mut Block<$V>, at: usize) {
            let (a, b) = ($as8(rows[at]), $as8(rows[at + 1]));
            rows[at] = $as4($lo8(a, b));
            rows[at + 1] = $as4($hi8(a, b));
        }
    };
}

#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
inside_quarters! { "sse2", __m128, four, two, _mm_unpacklo_ps, _mm_unpackhi_ps, _mm_unpacklo_pd, _mm_unpackhi_pd, _mm_castps_pd, _mm_castpd_ps }
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
inside_quarters! { "avx", __m256, four_32, two_32, _mm256_unpacklo_ps, _mm256_unpackhi_ps, _mm256_unpacklo_pd, _mm256_unpackhi_pd, _mm256_castps_pd, _mm256_castpd_ps }
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
inside_quarters! { "avx512f", __m512, four_64, two_64, _mm512_unpacklo_ps, _mm512_unpackhi_ps, _mm512_unpacklo_pd, _mm512_unpackhi_pd, _mm512_castps_pd, _mm512_castpd_ps }

/// 8 x 8 elements of 4 bytes (`fours`), or 4 x 4 of 8 bytes.
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
#[inline]
#[target_feature(enable = "avx")]
fn halves_of_32(rows: &mut Block<__m256>, fours: bool) {
    let n = if fours { 4 } else { 2 };
    for i in 0..n {
        let (a, b) = (rows[i], rows[i + n]);
        rows[i] = _mm256_permute2f128_ps::<0x20>(a, b);
        rows[i + n] = _mm256_permute2f128_ps::<0x31>(a, b);
    }
    for half in 0..2 {
        if fours { four_32(rows, 4 * half) } else { two_32(rows, 2 * half) }
    }
}

/// 16 x 16 elements of 4 bytes (`fours`), or 8 x 8 of 8 bytes.
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2"))]
#[inline]
#[target_feature(enable = "avx512f")]
fn quarters_of_64(rows: &mut Block<__m512>, fours: bool) {
    let n = if fours { 4 } else { 2 };
    for i in 0..n {
        let [a, b, c, d] = [rows[i], rows[i + n], rows[i + 2 * n], rows[i + 3 * n]];
        // Quarters 0 and 1, then 2 and 3, of two vectors; then the even and the odd ones of those.
        let (ab, cd) = (_mm512_shuffle_f32x4::<0x44>(a, b), _mm512_shuffle_f32x4::<0x44>(c, d));
        rows[i] = _mm512_shuffle_f32x4::<0x88>(ab, cd);
        rows[i + n] = _mm512_shuffle_f32x4::<0xdd>(ab, cd);
        let (ab, cd) = (_mm512_shuffle_f32x4::<0xee>(a, b), _mm512_shuffle_f32x4::<0xee>(c, d));
        rows[i + 2 * n] = _mm512_shuffle_f32x4::<0x88>(ab, cd);
        rows[i + 3 * n] = _mm512_shuffle_f32x4::<0xdd>(ab, cd);
    }
    for quarter in 0..4 {
        if fours { four_64(rows, 4 * quarter) } else { two_64(rows, 2 * quarter) }
    }
}
