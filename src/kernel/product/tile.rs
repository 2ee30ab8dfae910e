//! The register tile: `MR x NV` vectors of C, held in registers while k runs.
//!
//! ```text
//! for k in 0..depth                       one rank-1 update of the tile
//!     for v in 0..NV   b[v] = NV vectors of row k of B
//!     for i in 0..MR   x = A(i, k) in every lane;  for v   acc[i][v] = x * b[v] + acc[i][v]
//! C tile = acc            (the first block of k), or C tile + acc (the following ones)
//! ```
//!
//! A is read where it stands, by broadcast, at any two strides. B is read by whole vectors: in place where
//! its rows are contiguous, else from a packed panel.

#![allow(
    clippy::needless_range_loop,
    reason = "lanes and terms are numbers of the algorithm, not of one array"
)]

use crate::simd::{Kernel, Simd};
use core::hint::black_box;

/// Rows of the largest tile of all paths.
pub(crate) const MOST_ROWS: usize = 12;

/// Rows of the largest tile of one vector.
const MOST_ROWS_OF_ONE: usize = 16;

/// The most rows that a tile of vectors of `bytes` can hold in registers, beside two vectors of B and one of A.
///
/// AVX-512 has 32 registers: 12 x 2 + 3 = 27, a tile of two
/// dozen sums where eight hide the latency. AVX2 has 16: 6 x 2 + 3 = 15. NEON has 32: 8 x 2 is what
/// four multipliers of latency 4 need. SSE2 and the scalar path need one more for the unfused product, and
/// overwrite an operand: 4 x 2 + 4 = 12.
#[inline(always)]
pub(crate) const fn max_rows(bytes: usize) -> usize {
    match bytes {
        64 => MOST_ROWS,
        32 => 6,
        16 if cfg!(target_arch = "aarch64") => 8,
        _ => 4,
    }
}

/// The same for a tile of one vector: what hides the latency of its sums, two vectors of 8 rows of AVX2, and 16
/// rows of AVX-512 in one tile, where two of 8 wait for each other.
#[inline(always)]
pub(crate) const fn max_rows_of_one(bytes: usize) -> usize {
    match bytes {
        64 => MOST_ROWS_OF_ONE,
        32 => 8,
        _ => max_rows(bytes),
    }
}

/// Rows of A that are read from one pointer: none, one and two strides after it are addresses that x86 knows.
///
/// With one pointer for all rows, the compiler steps it from row to row: a chain of as many additions for each
/// term, which takes longer than the products of a tile of one vector. `black_box` hides that the pointers
/// are related; it costs a store and a load for each tile.
const ROWS_OF_POINTER: usize = 3;

/// Vectors in a row of a tile.
pub(crate) const NV: usize = 2;

/// What a tile reads: `a` points to its first row, `b` to its first column.
///
/// Strides are in elements; `b_vector` is the distance from one vector of a row of B to the next.
#[derive(Clone, Copy)]
pub(crate) struct Operands<T> {
    pub(crate) depth: usize,
    pub(crate) a: *const T,
    pub(crate) a_row: isize,
    pub(crate) a_k: isize,
    pub(crate) b: *const T,
    pub(crate) b_k: isize,
    pub(crate) b_vector: isize,
}

/// Where a tile goes: `cols` columns (one after another) of every row, rows `row` apart.
#[derive(Clone, Copy)]
pub(crate) struct Target<T> {
    pub(crate) c: *mut T,
    pub(crate) row: isize,
    pub(crate) cols: usize,
    /// Whether to store, and not to add to what is there.
    pub(crate) first: bool,
}

/// Expands `$body` once for each row of a tile, with the row's number a constant: a loop would be left to the
/// compiler's unrolling, which gives up on the large tiles and then keeps their sums in memory.
macro_rules! each_row {
    ($MR:ident, $i:ident => $body:block) => {
        each_row!(@ $MR, $i => $body, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
    };
    (@ $MR:ident, $i:ident => $body:block, $($number:literal)+) => {
        $(if $number < $MR {
            let $i = $number;
            $body
        })+
    };
}
pub(super) use each_row;

/// A tile as a call of its own: in one function with all others, what each of them needs before its loop would
/// be computed for all, which takes as long as the loop of a small one. By reference, because a copy of what
/// was just written in parts waits for them.
///
/// Invariant: what `tile` asks for.
struct Tile<'a, T, const MR: usize, const NV: usize> {
    x: &'a Operands<T>,
    to: &'a Target<T>,
}

impl<'a, T, const MR: usize, const NV: usize> Tile<'a, T, MR, NV> {
    /// # Safety
    /// What `tile` asks for.
    #[inline(always)]
    unsafe fn new(x: &'a Operands<T>, to: &'a Target<T>) -> Self {
        Tile { x, to }
    }
}

impl<T: Copy, const MR: usize, const NV: usize> Kernel<T> for Tile<'_, T, MR, NV> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        // SAFETY: the invariant.
        unsafe { tile::<T, I, MR, NV>(isa, self.x, self.to) };
    }
}

/// C tile = A · B, `MR` rows and `NV` vectors.
///
/// # Safety
/// A(i, k) for `i < MR`, `k < depth`, and `NV` whole vectors of row `k` of B are readable; the first
/// `cols` columns of `MR` rows of C are writable, and readable unless `first`; `(NV - 1) * LANES < cols <= NV * LANES`.
#[inline(always)]
unsafe fn tile<T: Copy, I: Simd<T>, const MR: usize, const NV: usize>(
    isa: I,
    x: &Operands<T>,
    to: &Target<T>,
) {
    let mut acc = [[isa.splat(I::NEUTRAL); NV]; MR];
    let mut a = [x.a; MOST_ROWS_OF_ONE.div_ceil(ROWS_OF_POINTER)];
    for i in 1..MR.div_ceil(ROWS_OF_POINTER) {
        a[i] = black_box(x.a.wrapping_offset((i * ROWS_OF_POINTER) as isize * x.a_row));
    }
    let mut b = x.b;
    for _ in 0..x.depth {
        // SAFETY: row `k` of B and column `k` of A are readable, from the caller; the pointers run ahead
        // with `wrapping_offset`, and are not used after the last step. Row `i` of A stands as many rows behind
        // the pointer `i / ROWS_OF_POINTER`, which began that many rows after the first, as are left of `i`.
        unsafe {
            let mut row = [isa.splat(I::NEUTRAL); NV];
            for v in 0..NV {
                row[v] = isa.load(b.offset(v as isize * x.b_vector));
            }
            each_row!(MR, i => {
                let row_of_a = a[i / ROWS_OF_POINTER].offset((i % ROWS_OF_POINTER) as isize * x.a_row);
                let factor = isa.splat(*row_of_a);
                for v in 0..NV {
                    acc[i][v] = isa.mul_add(factor, row[v], acc[i][v]);
                }
            });
        }
        for i in 0..MR.div_ceil(ROWS_OF_POINTER) {
            a[i] = a[i].wrapping_offset(x.a_k);
        }
        b = b.wrapping_offset(x.b_k);
    }
    let whole = to.cols == NV * I::LANES;
    // SAFETY: row `i < MR`; each access stays below `cols`, which the caller says is writable, and
    // readable unless `first`. `cols` is more than `NV - 1` vectors, from the caller.
    unsafe {
        let last = to.cols - (NV - 1) * I::LANES;
        each_row!(MR, i => {
            let c = to.c.offset(i as isize * to.row);
            for v in 0..NV {
                let at = c.add(v * I::LANES);
                if v + 1 < NV || whole {
                    if !to.first {
                        acc[i][v] = isa.add(isa.load(at), acc[i][v]);
                    }
                    isa.store(at, acc[i][v]);
                } else {
                    if !to.first {
                        acc[i][v] = isa.add(isa.load_head(at, last), acc[i][v]);
                    }
                    isa.store_head(at, last, acc[i][v]);
                }
            }
        });
    }
}

/// The tile of `rows` rows, of one vector where `cols` fit in one.
///
/// # Safety
/// `1 <= rows <= max_rows`, or `max_rows_of_one` if `cols <= LANES`; `1 <= cols <= NV * LANES`, and what `tile` asks for `rows` and for one vector if
/// `cols <= LANES`, else for `NV`.
#[inline(always)]
pub(crate) unsafe fn run<T: Copy, I: Simd<T>>(isa: I, rows: usize, x: &Operands<T>, to: &Target<T>) {
    debug_assert!(rows >= 1 && to.cols <= NV * I::LANES);
    macro_rules! of_rows {
        ($V:ident, $most:ident, $($R:literal)+) => {
            match rows {
                $($R if const { $R <= $most(size_of::<I::V>()) } => {
                    // SAFETY: `rows` is the `MR` of the tile; the rest is the caller's.
                    unsafe { isa.outline(Tile::<T, $R, $V>::new(x, to)) }
                })+
                _ => debug_assert!(false, "a tile of {rows} rows"),
            }
        };
    }
    if to.cols <= I::LANES {
        const ONE: usize = 1;
        of_rows!(ONE, max_rows_of_one, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16);
    } else {
        of_rows!(NV, max_rows, 1 2 3 4 5 6 7 8 9 10 11 12);
    }
}
