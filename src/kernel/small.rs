//! Products of up to 8 terms of small static shapes: inlined into the caller at what the target promises,
//! never dispatched, unrolled by lengths that are constants there.
//!
//! ```text
//! for j0 in 0..n step LANES       K vectors of B stay in registers, transposed there for A·Bᵀ
//!     row 0, row 1, ... row 7     one after another, unrolled; a loop over the rows after them
//! ```
//!
//! What makes it fast beside `short`, whose bits it has: the constants. A head of a vector is loaded whole
//! where the elements after it belong to B as well.

#![allow(
    clippy::needless_range_loop,
    reason = "lanes and terms are numbers of the algorithm, not of one array"
)]

use super::operand::{MatMut, MatRef};
use super::order::SMALL_K;
use super::problem::Problem;
use super::short::tree;
use crate::scalar::Scalar;
use crate::simd::transpose::{Block, is_four, is_supported, select, transpose};
use crate::simd::{Baseline, Simd, baseline};

/// Bytes of a vector of the target.
pub const VECTOR: usize = size_of::<<Baseline as Simd<f64>>::V>();

/// The most products, `m * n * k`, that are unrolled in the caller: those of 8 x 8 x 8, about 300
/// instructions, less than a hundred products of vectors.
const CAP: usize = 512;

/// The most rows: those that are unrolled.
const ROWS: usize = 8;

/// Whether `small::product` is the form for C(m, n) = A(m, k) · B(k, n) of `T`, to be asked in a `const`.
///
/// Beyond 8 x 8 x 8 of f32, or 6 x 6 x 6 of f64, in vectors of 16 bytes, the wider vectors that the CPU may
/// have are worth the call.
#[inline(always)]
#[must_use]
pub const fn is_small<T>(m: usize, n: usize, k: usize) -> bool {
    let products = m.saturating_mul(n).saturating_mul(k);
    let vectors = products.saturating_mul(size_of::<T>()) / VECTOR;
    k <= SMALL_K && products <= CAP && vectors <= CAP / 4 && m <= ROWS
}

/// C = A · B for lengths of which `is_small` holds and which, with the strides, are constants after inlining;
/// right, but not fast, for others of up to 8 terms. `C` is written and never read.
///
/// Each element is summed as `Order::Dot`. The lengths must agree.
///
/// In the narrowest vectors that hold a row: of a wider one, half would be lost.
#[cfg(all(
    any(target_arch = "x86", target_arch = "x86_64"),
    all(target_feature = "sse2", target_feature = "avx2", target_feature = "fma")
))]
#[inline(always)]
pub fn product<T: Scalar>(c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>)
where
    crate::simd::sse2::Token: Simd<T>,
    crate::simd::avx2::Token: Simd<T>,
    Baseline: Simd<T>,
{
    use crate::simd::{avx2, sse2};
    let x = &Problem::new(c, a, b);
    // SAFETY: the target has SSE2, AVX2 and FMA.
    let (narrow, half) = unsafe { (sse2::Token::new_unchecked(), avx2::Token::new_unchecked()) };
    match x.n * size_of::<T>() {
        0..=16 => of_terms(narrow, x),
        17..=32 => of_terms(half, x),
        _ => of_terms(baseline(), x),
    }
}

/// C = A · B for lengths of which `is_small` holds and which, with the strides, are constants after inlining;
/// right, but not fast, for others of up to 8 terms. `C` is written and never read.
///
/// Each element is summed as `Order::Dot`. The lengths must agree.
#[cfg(not(all(
    any(target_arch = "x86", target_arch = "x86_64"),
    all(target_feature = "sse2", target_feature = "avx2", target_feature = "fma")
)))]
#[inline(always)]
pub fn product<T: Scalar>(c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>)
where
    Baseline: Simd<T>,
{
    of_terms(baseline(), &Problem::new(c, a, b));
}

/// Chooses by the number of terms.
#[inline(always)]
fn of_terms<T: Scalar, I: Simd<T>>(isa: I, x: &Problem<T>) {
    match x.k {
        0 => x.zero(),
        1 => unrolled::<T, I, 1>(isa, x),
        2 => unrolled::<T, I, 2>(isa, x),
        3 => unrolled::<T, I, 3>(isa, x),
        4 => unrolled::<T, I, 4>(isa, x),
        5 => unrolled::<T, I, 5>(isa, x),
        6 => unrolled::<T, I, 6>(isa, x),
        7 => unrolled::<T, I, 7>(isa, x),
        8 => unrolled::<T, I, 8>(isa, x),
        _ => debug_assert!(false, "{} terms are not few", x.k),
    }
}

/// `x.k` is `K`.
#[inline(always)]
fn unrolled<T: Scalar, I: Simd<T>, const K: usize>(isa: I, x: &Problem<T>) {
    debug_assert!(x.k == K);
    let mut j0 = 0;
    while j0 + I::LANES <= x.n {
        chunk::<T, I, K>(isa, x, j0, I::LANES);
        j0 += I::LANES;
    }
    // Apart, so that `cols` is a constant in both.
    if j0 < x.n {
        chunk::<T, I, K>(isa, x, j0, x.n - j0);
    }
}

/// Columns `j0 .. j0 + cols` of C.
#[inline(always)]
fn chunk<T: Scalar, I: Simd<T>, const K: usize>(isa: I, x: &Problem<T>, j0: usize, cols: usize) {
    if const { is_four::<T, I>() && (K == 3 || K == 4) } {
        if x.m == 1 && x.a_k == 1 && x.b_k == 1 {
            return vector::<T, I, K>(isa, x, j0, cols);
        }
    }
    let b = columns::<T, I, K>(isa, x, j0, cols);
    macro_rules! rows {
        ($($i:literal)+) => {
            $(if $i < x.m {
                row::<T, I, K>(isa, x, &b, $i, [j0, cols]);
            })+
        };
    }
    rows!(0 1 2 3 4 5 6 7);
    for i in ROWS..x.m {
        row::<T, I, K>(isa, x, &b, i, [j0, cols]);
    }
}

/// Row `i < m` of C, columns `j0 .. j0 + cols`, with `cols <= LANES`.
#[inline(always)]
fn row<T: Scalar, I: Simd<T>, const K: usize>(
    isa: I,
    x: &Problem<T>,
    b: &[I::V; K],
    i: usize,
    [j0, cols]: [usize; 2],
) {
    let mut terms = *b;
    for k in 0..K {
        let a = x.a_at(i, k);
        // With several vectors in a row, the compiler would keep all of A in vectors from one to the next, and
        // spill them: 126 accesses to the stack for 8 x 8 x 8 with SSE2. A volatile read is not kept.
        // SAFETY: A(i, k) with `i < m` and `k < K == x.k`.
        let factor = unsafe { if x.n > I::LANES { a.read_volatile() } else { *a } };
        terms[k] = isa.mul(isa.splat(factor), b[k]);
    }
    put(isa, x, i, [j0, cols], tree::<T, I, K>(isa, terms));
}

/// C of one row, columns `j0 .. j0 + cols`, where the terms of an element are next to each other in A and in B:
/// they are multiplied before they are transposed, and half of the sums are made on the way. Vectors have four
/// lanes, and `K` is 3 or 4.
#[inline(always)]
fn vector<T: Scalar, I: Simd<T>, const K: usize>(isa: I, x: &Problem<T>, j0: usize, cols: usize) {
    let dense = x.b_n == K as isize;
    let mut p = [isa.splat(T::ZERO); 4];
    // SAFETY: A(0, k) and B(k, j0 + l) with `k < K` and `l < cols`, and what follows in B where all of B is
    // contiguous.
    unsafe {
        let a = head_of(isa, x.a_at(0, 0), K, K);
        for l in 0..4 {
            // For columns that are not there the last one again, so that fewer lanes are moved.
            p[l] = if l < cols {
                let behind = if dense { (x.n - j0 - l) * K } else { K };
                isa.mul(a, head_of(isa, x.b_at(0, j0 + l), K, behind))
            } else {
                p[l - 1]
            };
        }
    }
    let sums = if K == 4 {
        let halves = |a, b| isa.add(select::<T, I, 0x44>(isa, a, b), select::<T, I, 0xee>(isa, a, b));
        let (ab, cd) = (halves(p[0], p[1]), halves(p[2], p[3]));
        isa.add(select::<T, I, 0x88>(isa, ab, cd), select::<T, I, 0xdd>(isa, ab, cd))
    } else {
        let (ab, cd) = (select::<T, I, 0x44>(isa, p[0], p[1]), select::<T, I, 0x44>(isa, p[2], p[3]));
        let (t, u) = (select::<T, I, 0xaa>(isa, p[0], p[1]), select::<T, I, 0xaa>(isa, p[2], p[3]));
        let last = select::<T, I, 0x88>(isa, t, u);
        isa.add(isa.add(select::<T, I, 0x88>(isa, ab, cd), last), select::<T, I, 0xdd>(isa, ab, cd))
    };
    put(isa, x, 0, [j0, cols], sums);
}

/// C(i, j0 .. j0 + cols) = the first lanes of `sums`, for `i < m` and `cols <= LANES`.
#[inline(always)]
fn put<T: Scalar, I: Simd<T>>(isa: I, x: &Problem<T>, i: usize, [j0, cols]: [usize; 2], sums: I::V) {
    // SAFETY: C(i, j0 .. j0 + cols).
    unsafe {
        if !x.has_contiguous_rows() {
            super::short::scatter::<T, I>(isa, x.c_at(i, j0), x.c_n, cols, sums);
        } else if cols == I::LANES {
            isa.store(x.c_at(i, j0), sums);
        } else {
            // No more than that, though the next row would be written over it: a result in which stores
            // overlap does not become a value in registers, but is copied from the stack, waiting for them.
            isa.store_head(x.c_at(i, j0), cols, sums);
        }
    }
}

/// Columns `j0 .. j0 + cols` of B, a vector for each term; other lanes hold anything.
#[inline(always)]
fn columns<T: Scalar, I: Simd<T>, const K: usize>(
    isa: I,
    x: &Problem<T>,
    j0: usize,
    cols: usize,
) -> [I::V; K] {
    let mut b = [isa.splat(T::ZERO); K];
    if const { K == 3 && is_four::<T, I>() } {
        if x.b_k == 1 && x.b_n != 1 && cols == 3 {
            three_columns::<T, I>(isa, x, j0, &mut b);
            return b;
        }
    }
    // SAFETY: every read is of B(k, j) with `k < K` and `j` in `j0 .. j0 + cols`, or of what follows it in B
    // where all of B is contiguous.
    unsafe {
        if x.b_n == 1 {
            let dense = x.b_k == x.n as isize;
            for k in 0..K {
                b[k] = head_of(isa, x.b_at(k, j0), cols, if dense { (K - k) * x.n - j0 } else { cols });
            }
        } else if x.b_k == 1 && const { is_supported::<T, I>() } {
            let dense = x.b_n == K as isize;
            for k0 in (0..K).step_by(I::LANES) {
                let deep = I::LANES.min(K - k0);
                let mut block: Block<I::V> = [isa.splat(T::ZERO); 16];
                for l in 0..I::LANES {
                    if l < cols {
                        let behind = if dense { (x.n - j0 - l) * K - k0 } else { deep };
                        block[l] = head_of(isa, x.b_at(k0, j0 + l), deep, behind);
                    }
                }
                transpose::<T, I>(isa, &mut block);
                for l in 0..I::LANES {
                    if k0 + l < K {
                        b[k0 + l] = block[l];
                    }
                }
            }
        } else {
            for k in 0..K {
                b[k] = isa.load_strided(x.b_at(k, j0), x.b_n, cols);
            }
        }
    }
    b
}

/// Columns `j0 .. j0 + 3` of B, of three terms each that are next to each other: two vectors of two columns each would
/// be transposed with a dead one. `b` has three vectors.
#[inline(always)]
fn three_columns<T: Scalar, I: Simd<T>>(isa: I, x: &Problem<T>, j0: usize, b: &mut [I::V]) {
    const K: usize = 3;
    let dense = x.b_n == K as isize;
    // SAFETY: every read is of B(k, j) with `k < K` and `j` in `j0 .. j0 + 3`, or of what follows it, or stands
    // before it, in B where all of B is contiguous.
    unsafe {
        let c0 = head_of(isa, x.b_at(0, j0), K, if dense { (x.n - j0) * K } else { K });
        let c1 = head_of(isa, x.b_at(0, j0 + 1), K, if dense { (x.n - j0 - 1) * K } else { K });
        let (low, high) = (select::<T, I, 0x44>(isa, c0, c1), select::<T, I, 0xaa>(isa, c0, c1));
        let place = x.b_at(0, j0 + 2);
        if dense {
            // With the element before it, which is the last one of column 1, it is a whole vector.
            let c2 = isa.load(place.sub(1));
            b[0] = select::<T, I, 0x58>(isa, low, c2);
            b[1] = select::<T, I, 0xad>(isa, low, c2);
            b[2] = select::<T, I, 0xf8>(isa, high, c2);
        } else {
            let c2 = isa.load_head(place, K);
            b[0] = select::<T, I, 0x08>(isa, low, c2);
            b[1] = select::<T, I, 0x5d>(isa, low, c2);
            b[2] = select::<T, I, 0xa8>(isa, high, c2);
        }
    }
}

/// At least the first `n` elements from `p`, where `readable` can be read.
///
/// # Safety
/// `n <= LANES`; `n` elements, and `readable`, are readable from `p`.
#[inline(always)]
unsafe fn head_of<T: Scalar, I: Simd<T>>(isa: I, p: *const T, n: usize, readable: usize) -> I::V {
    // SAFETY: from the caller.
    unsafe { if readable >= I::LANES { isa.load(p) } else { isa.load_head(p, n) } }
}
