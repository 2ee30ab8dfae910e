//! Sums of products of bytes with AVX-512 VNNI, which some CPUs have beside the rest of AVX-512.
//!
//! Its instruction multiplies unsigned bytes with signed ones, four products to a sum of 32 bits, exact. Two
//! operands of one kind are made one of each: with the upper bit of every byte of `a` flipped, `a` is 128 more
//! as an unsigned byte than it was as a signed one, and 128 less the other way.
//!
//! ```text
//! f = 0x80                                       128, or -128, read as what `a` becomes
//! sum a x = sum (a ^ f) x - sum f x              the last sum does not depend on `a`: one for all rows
//! ```

#[cfg(target_arch = "x86")]
use core::arch::x86::*;
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64::*;

use super::super::{Simd, avx512, bits};

/// The proof that the CPU has AVX-512 VNNI.
///
/// Invariant: exists only where it has, and where an [`avx512::Token`] may.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token(avx512::Token);

/// The kernel of a dot product: of `n` bytes from both places, which must be readable.
pub(crate) type DotFn = unsafe fn(*const u8, *const u8, usize) -> i32;

/// Bytes in a vector.
const STEP: usize = 64;

/// The rows that are summed together: as many as a vector has sums.
const ROWS: usize = 16;

impl Token {
    /// A token, if the CPU has it; without `std`, if the target promises it.
    #[inline]
    #[must_use]
    pub(crate) fn detect(isa: avx512::Token) -> Option<Self> {
        #[cfg(feature = "std")]
        let found = std::is_x86_feature_detected!("avx512vnni");
        #[cfg(not(feature = "std"))]
        let found = cfg!(target_feature = "avx512vnni");
        found.then_some(Token(isa))
    }

    /// The sum of products of bytes, those of `a` signed if `A`, those of `b` if `B`. Wraps at 32 bits.
    #[inline(always)]
    #[must_use]
    pub(crate) fn dot<const A: bool, const B: bool>(self) -> DotFn {
        /// # Safety
        /// As `DotFn`.
        #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma")]
        unsafe fn compiled<const A: bool, const B: bool>(a: *const u8, b: *const u8, n: usize) -> i32 {
            let flip = _mm512_set1_epi8(i8::MIN);
            let mut sums = [_mm512_setzero_si512(); 2];
            let mut flips = [_mm512_setzero_si512(); 2];
            let mut i = 0;
            while n - i >= 2 * STEP {
                for h in 0..2 {
                    // SAFETY: `i + 2 STEP <= n` bytes are readable from both, from the caller.
                    let (a, b) = unsafe { (whole(a.add(i + h * STEP)), whole(b.add(i + h * STEP))) };
                    sums[h] = products::<A, B>(sums[h], flipped::<A, B>(a, flip), b);
                    flips[h] = products_of_flip::<A, B>(flips[h], b, flip);
                }
                i += 2 * STEP;
            }
            if n - i >= STEP {
                // SAFETY: `i + STEP <= n`, otherwise as above.
                let (a, b) = unsafe { (whole(a.add(i)), whole(b.add(i))) };
                sums[0] = products::<A, B>(sums[0], flipped::<A, B>(a, flip), b);
                flips[0] = products_of_flip::<A, B>(flips[0], b, flip);
                i += STEP;
            }
            if i < n {
                // What is after the last byte is zero in `b`, whatever it is in `a`.
                // SAFETY: `i + (n - i)` is `n`, otherwise as above.
                let (a, b) = unsafe { (head(a.add(i), n - i), head(b.add(i), n - i)) };
                sums[1] = products::<A, B>(sums[1], flipped::<A, B>(a, flip), b);
                flips[1] = products_of_flip::<A, B>(flips[1], b, flip);
            }
            let mut sum = _mm512_add_epi32(sums[0], sums[1]);
            if A == B {
                sum = _mm512_sub_epi32(sum, _mm512_add_epi32(flips[0], flips[1]));
            }
            // SAFETY: the CPU has AVX-512, says the token that this function came from.
            Simd::<i32>::fold(unsafe { avx512::Token::new_unchecked() }, sum)
        }
        compiled::<A, B>
    }

    /// y = A · x of bytes, those of A signed if `A`, those of `x` if `B`. Wraps at 32 bits.
    ///
    /// # Safety
    /// `n` bytes are readable from `x` and from each of `m` places, `stride` apart, from `a` on; `m` places, `step`
    /// sums apart, from `y` on are writable, each its own.
    #[inline(always)]
    pub(crate) unsafe fn rows<const A: bool, const B: bool>(
        self,
        (y, step): (*mut i32, isize),
        (a, stride, m): (*const u8, isize, usize),
        (x, n): (*const u8, usize),
    ) {
        /// # Safety
        /// As `rows`, and the CPU has these features.
        #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma")]
        unsafe fn compiled<const A: bool, const B: bool>(
            (y, step): (*mut i32, isize),
            (a, stride, m): (*const u8, isize, usize),
            (x, n): (*const u8, usize),
        ) {
            // SAFETY: row `i < m` and place `i < m` of `y`, from the caller; 16 rows from `i` where `m - i` are as
            // many.
            unsafe {
                let flips = of_flip::<A, B>(x, n);
                let mut i = 0;
                while m - i >= ROWS {
                    let from = a.wrapping_offset((i as isize).wrapping_mul(stride));
                    let sums =
                        _mm512_sub_epi32(sixteen::<A, B>(from, stride, x, n), _mm512_set1_epi32(flips));
                    let to = y.wrapping_offset((i as isize).wrapping_mul(step));
                    if step == 1 {
                        _mm512_storeu_si512(to.cast(), sums);
                    } else {
                        for (r, sum) in bits::<_, [i32; ROWS]>(sums).into_iter().enumerate() {
                            to.wrapping_offset((r as isize).wrapping_mul(step)).write(sum);
                        }
                    }
                    i += ROWS;
                }
                while i < m {
                    let row = a.wrapping_offset((i as isize).wrapping_mul(stride));
                    let sum = sum_of::<A, B>(row, x, n).wrapping_sub(flips);
                    y.wrapping_offset((i as isize).wrapping_mul(step)).write(sum);
                    i += 1;
                }
            }
        }
        // SAFETY: the CPU has what it takes, says `self`; the rest is the caller's.
        unsafe { compiled::<A, B>((y, step), (a, stride, m), (x, n)) }
    }
}

/// The sums of products of 16 rows, `stride` bytes apart, with `x`.
///
/// # Safety
/// The CPU has these features; `n` bytes are readable from `x` and from each row.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma")]
unsafe fn sixteen<const A: bool, const B: bool>(
    a: *const u8,
    stride: isize,
    x: *const u8,
    n: usize,
) -> __m512i {
    let flip = _mm512_set1_epi8(i8::MIN);
    let mut sums = [_mm512_setzero_si512(); ROWS];
    // Four pointers to four rows each: with three multiples of `stride` all are addresses that x86 knows.
    let mut quarter = [a; 4];
    for (q, place) in quarter.iter_mut().enumerate() {
        *place = a.wrapping_offset((4 * q as isize).wrapping_mul(stride));
    }
    let row = |quarter: [*const u8; 4], r: usize| {
        quarter[r / 4].wrapping_offset((r as isize % 4).wrapping_mul(stride))
    };
    let mut i = 0;
    while n - i >= STEP {
        // SAFETY: `i + STEP <= n` bytes are readable, from the caller.
        let x = unsafe { whole(x.add(i)) };
        for (r, sum) in sums.iter_mut().enumerate() {
            // SAFETY: as above.
            let a = unsafe { whole(row(quarter, r)) };
            *sum = products::<A, B>(*sum, flipped::<A, B>(a, flip), x);
        }
        quarter = quarter.map(|place| place.wrapping_add(STEP));
        i += STEP;
    }
    if i < n {
        // What is after the last byte is zero in `x`, whatever it is in the rows.
        // SAFETY: `i + (n - i)` is `n`.
        let x = unsafe { head(x.add(i), n - i) };
        for (r, sum) in sums.iter_mut().enumerate() {
            // SAFETY: as above.
            let a = unsafe { head(row(quarter, r), n - i) };
            *sum = products::<A, B>(*sum, flipped::<A, B>(a, flip), x);
        }
    }
    totals(&sums)
}

/// The sum of products of one row with `x`.
///
/// # Safety
/// The CPU has these features; `n` bytes are readable from both.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma")]
unsafe fn sum_of<const A: bool, const B: bool>(a: *const u8, x: *const u8, n: usize) -> i32 {
    let flip = _mm512_set1_epi8(i8::MIN);
    let mut sum = _mm512_setzero_si512();
    for i in (0..n).step_by(STEP) {
        // SAFETY: the bytes from `i` on, at most `n - i` of them, are readable, from the caller.
        let (a, x) = unsafe { (some(a.add(i), n - i), some(x.add(i), n - i)) };
        sum = products::<A, B>(sum, flipped::<A, B>(a, flip), x);
    }
    // SAFETY: the CPU has AVX-512, from the caller.
    Simd::<i32>::fold(unsafe { avx512::Token::new_unchecked() }, sum)
}

/// The sum of the products of `x` with the flipped bits.
///
/// # Safety
/// The CPU has these features; `n` bytes are readable from `x`.
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma")]
unsafe fn of_flip<const A: bool, const B: bool>(x: *const u8, n: usize) -> i32 {
    let flip = _mm512_set1_epi8(i8::MIN);
    let mut sum = _mm512_setzero_si512();
    for i in (0..n).step_by(STEP) {
        // SAFETY: the bytes from `i` on, at most `n - i` of them, are readable, from the caller.
        let x = unsafe { some(x.add(i), n - i) };
        sum = products_of_flip::<A, B>(sum, x, flip);
    }
    // SAFETY: the CPU has AVX-512, from the caller.
    Simd::<i32>::fold(unsafe { avx512::Token::new_unchecked() }, sum)
}

/// Lane `r` is the sum of the lanes of `v[r]`: 16 x 16 numbers, transposed and added at every step.
#[inline]
#[target_feature(enable = "avx512f")]
fn totals(v: &[__m512i; ROWS]) -> __m512i {
    let pair = |a, b| _mm512_add_epi32(_mm512_unpacklo_epi32(a, b), _mm512_unpackhi_epi32(a, b));
    let four = |a, b| _mm512_add_epi32(_mm512_unpacklo_epi64(a, b), _mm512_unpackhi_epi64(a, b));
    let quarter = |i: usize| four(pair(v[i], v[i + 1]), pair(v[i + 2], v[i + 3]));
    let halves =
        |a, b| _mm512_add_epi32(_mm512_shuffle_i32x4::<0x44>(a, b), _mm512_shuffle_i32x4::<0xee>(a, b));
    let (low, high) = (halves(quarter(0), quarter(4)), halves(quarter(8), quarter(12)));
    _mm512_add_epi32(_mm512_shuffle_i32x4::<0x88>(low, high), _mm512_shuffle_i32x4::<0xdd>(low, high))
}

/// `a` as its products with `x` take it: with upper bits flipped, where both are signed or both are not.
#[inline]
#[target_feature(enable = "avx512f")]
fn flipped<const A: bool, const B: bool>(a: __m512i, flip: __m512i) -> __m512i {
    if A == B { _mm512_xor_si512(a, flip) } else { a }
}

/// `sum` and the products of `a`, which is `flipped`, and `x`: the signed one of both is the instruction's last.
#[inline]
#[target_feature(enable = "avx512f,avx512vnni")]
fn products<const A: bool, const B: bool>(sum: __m512i, a: __m512i, x: __m512i) -> __m512i {
    if B { _mm512_dpbusd_epi32(sum, a, x) } else { _mm512_dpbusd_epi32(sum, x, a) }
}

/// `sum` and the products of the flipped bits and `x`, if bits are flipped.
#[inline]
#[target_feature(enable = "avx512f,avx512vnni")]
fn products_of_flip<const A: bool, const B: bool>(sum: __m512i, x: __m512i, flip: __m512i) -> __m512i {
    if A == B { products::<A, B>(sum, flip, x) } else { sum }
}

/// # Safety
/// 64 bytes from `p` are readable.
#[inline]
#[target_feature(enable = "avx512f")]
unsafe fn whole(p: *const u8) -> __m512i {
    // SAFETY: from the caller.
    unsafe { _mm512_loadu_si512(p.cast()) }
}

/// The first `n` bytes from `p`, at most 64, then zeros.
///
/// # Safety
/// So many bytes from `p` are readable, and `n` is not 0.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn some(p: *const u8, n: usize) -> __m512i {
    // SAFETY: from the caller.
    unsafe { if n >= STEP { whole(p) } else { head(p, n) } }
}

/// The first `n` bytes from `p`, then zeros.
///
/// # Safety
/// `1 <= n < 64`, and `n` bytes from `p` are readable.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn head(p: *const u8, n: usize) -> __m512i {
    debug_assert!((1..STEP).contains(&n));
    // SAFETY: a masked load touches nothing behind a zero of its mask, which is of the first `n` bytes.
    unsafe { _mm512_maskz_loadu_epi8(u64::MAX >> (STEP - n), p.cast()) }
}
