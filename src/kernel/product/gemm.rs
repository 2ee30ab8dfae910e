//! The blocked product, for more than 8 terms: each element of C is one chain over k, restarted every 256.
//!
//! ```text
//! for j0 in 0..n step NC
//!     for k0 in 0..k step KC
//!         for i0 in 0..m step MC          a block of A: in place, or copied (into level 2 of the cache)
//!             for j in 0..NC step NR      a panel of B: in place, or packed when first needed (into level 1)
//!                 for i in 0..MC step MR  tiles
//!
//! small    NC = n, MC = m: A stays in level 2 where it stands, and one panel is kept
//! large    NC panels are kept (in level 2)
//! ```
//!
//! `KC` is fixed, because the order of summation is (`order::CHAIN`). Nothing is allocated: buffers are on
//! the stack, in functions of their own, so that a small product does not touch the pages of a large one.

use super::pack::{self, Pack, Packing, Source};
use super::problem::{Batch, Problem};
use super::tile::{self, MOST_ROWS, NV, Operands, Target, max_rows, max_rows_of_one};
use crate::kernel::order::CHAIN;
use crate::simd::{Element, Kernel, Path, Simd};
use core::mem::MaybeUninit;

/// Bytes of a row of a panel on the widest path: two vectors of 64 bytes.
const ROW: usize = 128;

/// Bytes of the buffer for one panel of up to 32 terms: less than a page of the stack.
const LITTLE: usize = 32 * ROW;

/// Bytes of the buffer for panels of up to 64 terms, which 64 x 64 x 64 and all below it need.
const SMALL: usize = 64 * ROW;

/// Bytes of the buffer for one panel of `CHAIN` terms.
const PANEL: usize = CHAIN * ROW;

/// Bytes of the packed block of B: three quarters of a second level of 512 KiB. All of A and C is read again for
/// each block, so its width sets the traffic from memory, and the pages that are visited; with A's, the buffers
/// stay below 512 KiB of stack.
const BLOCK_B: usize = 384 << 10;

/// Bytes of the block of A: at least two tiles of rows on every path, so that a panel of B that comes from level 2
/// is used twice.
const BLOCK_A: usize = 60 << 10;

/// Bytes of A (`m` rows of one chain) up to which it stays in the second level while every panel of B passes
/// by, so that neither A nor a panel needs to be kept twice.
const RESIDENT_A: usize = 256 << 10;

/// Bytes on the stack, on a line of the cache.
#[repr(align(64))]
struct Buffer<const BYTES: usize>(MaybeUninit<[u8; BYTES]>);

impl<const BYTES: usize> Buffer<BYTES> {
    #[inline(always)]
    const fn new() -> Self {
        Buffer(MaybeUninit::uninit())
    }
}

/// C = A · B, each element in the order of `Order::Chain`, for every product of a batch.
///
/// # Safety
/// `path.is_available()`, and the invariant of `Problem` holds for each product of the batch.
#[inline]
pub(crate) unsafe fn product<T: Element>(path: Path, x: &Problem<T>, batch: &Batch) {
    if x.m == 0 || x.n == 0 {
        return;
    }
    let depth = x.k.min(CHAIN);
    let is_resident = x.m.saturating_mul(depth * size_of::<T>()) <= RESIDENT_A;
    // SAFETY: from the caller; a panel of `depth` terms has at most `depth * ROW` bytes.
    unsafe {
        let lanes = path.bytes() / size_of::<T>();
        if x.n <= NV * lanes && x.k >= 1 && x.k <= CHAIN && is_resident {
            if depth * ROW <= LITTLE {
                one_panel::<T, LITTLE>(path, x, batch);
            } else {
                one_panel::<T, PANEL>(path, x, batch);
            }
        } else if depth * ROW <= SMALL && is_resident {
            in_panels::<T, SMALL>(path, x, batch);
        } else if is_resident || cfg!(not(feature = "std")) {
            // Without `std` the stack may be small: large products, too, keep one panel.
            in_panels::<T, PANEL>(path, x, batch);
        } else {
            in_blocks(path, x, batch);
        }
    }
}

/// Products of one panel and one chain, for which the loops of `one` would take as long as the tiles.
///
/// # Safety
/// As `product`; a panel of `k` terms has at most `BYTES`, and `1 <= n <= NV` vectors of the path.
#[inline(never)]
unsafe fn one_panel<T: Element, const BYTES: usize>(path: Path, first: &Problem<T>, batch: &Batch) {
    debug_assert!(first.k * ROW <= BYTES);
    let mut buffer = Buffer::<BYTES>::new();
    let to: *mut T = buffer.0.as_mut_ptr().cast();
    let bytes = path.bytes();
    let lanes = bytes / size_of::<T>();
    for i in 0..batch.count {
        let next;
        let x = if i == 0 {
            first
        } else {
            next = first.at(batch, i);
            &next
        };
        let a = Block { a: x.a, m: x.a_m, k: x.a_k, i0: 0, rows: x.m };
        let b = if x.n.is_multiple_of(lanes) && x.b_n == 1 && x.m <= in_place_rows(x, bytes) {
            Panel { b: x.b, k: x.b_k, vector: lanes as isize }
        } else {
            let from = Source { b: x.b, k: x.b_k, col: x.b_n };
            // SAFETY: all of B; the buffer has room for a panel of `k` terms. The path is the caller's.
            unsafe { pack::on(path, &Packing { to, from, depth: x.k, cols: x.n }) };
            let width = pack::vectors(x.n, lanes) * lanes;
            Panel { b: to, k: width as isize, vector: lanes as isize }
        };
        let tiles = Tiles { x, a, b, depth: x.k, j0: 0, cols: x.n, first: true, far: false };
        // SAFETY: all of A and of the panel; the path is the caller's.
        unsafe { T::run_vectors(path, AllTiles(&tiles)) };
    }
}

/// # Safety
/// As `product`, and a panel of `min(k, CHAIN)` terms has at most `BYTES`.
#[inline(never)]
unsafe fn in_panels<T: Element, const BYTES: usize>(path: Path, first: &Problem<T>, batch: &Batch) {
    debug_assert!(first.k.min(CHAIN) * ROW <= BYTES);
    let mut buffer = Buffer::<BYTES>::new();
    let gemm = Gemm { first, batch, b: buffer.0.as_mut_ptr().cast(), a: None };
    // SAFETY: the path is the caller's.
    unsafe { T::run_vectors(path, gemm) }
}

/// # Safety
/// As `product`.
#[inline(never)]
unsafe fn in_blocks<T: Element>(path: Path, first: &Problem<T>, batch: &Batch) {
    let mut b = Buffer::<BLOCK_B>::new();
    let mut a = Buffer::<BLOCK_A>::new();
    let gemm = Gemm { first, batch, b: b.0.as_mut_ptr().cast(), a: Some(a.0.as_mut_ptr().cast()) };
    // SAFETY: the path is the caller's.
    unsafe { T::run_vectors(path, gemm) }
}

/// All products of a batch.
///
/// Invariant: each has that of `Problem`. Nobody else uses the buffers. With `a`, that has room for `BLOCK_A` bytes and
/// `b` for `BLOCK_B` (the large form); without, `b` has room for a panel of `min(k, CHAIN)` terms (the small one).
struct Gemm<'a, T> {
    first: &'a Problem<T>,
    batch: &'a Batch,
    b: *mut T,
    a: Option<*mut T>,
}

impl<T: Element> Kernel<T> for Gemm<'_, T> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        for i in 0..self.batch.count {
            // SAFETY: the invariant of `Gemm`.
            unsafe { one(isa, &self.first.at(self.batch, i), self.b, self.a) };
        }
    }
}

/// One product. Both forms are one code, so that there is one copy of the tiles.
///
/// # Safety
/// The invariant of `Gemm`.
#[inline(always)]
unsafe fn one<T: Element, I: Simd<T>>(isa: I, x: &Problem<T>, b_buffer: *mut T, a_buffer: Option<*mut T>) {
    if x.k == 0 {
        return x.zero();
    }
    let deepest = x.k.min(CHAIN);
    let (nr, mr) = (NV * I::LANES, max_rows(size_of::<I::V>()));
    let (nc, mc) = match a_buffer {
        None => (x.n, x.m),
        Some(_) => {
            // Whole panels; one has room, since a panel of `CHAIN` terms has `PANEL <= BLOCK_B` bytes.
            let most = (BLOCK_B / (deepest * size_of::<T>()).max(1) / nr * nr).max(1);
            // As even as can be: A is read again for a narrow block, too.
            let nc = x.n.div_ceil(x.n.div_ceil(most).max(1)).next_multiple_of(nr);
            (nc, BLOCK_A / (deepest * size_of::<T>() + PAD).max(1) / mr * mr)
        }
    };
    // A panel costs about a tile's time to pack: with two tiles that read it, it is read in place.
    let in_place =
        I::LANES == 1 || (a_buffer.is_none() && x.b_n == 1 && x.m <= in_place_rows(x, size_of::<I::V>()));
    let mut j0 = 0;
    while j0 < x.n {
        let columns = nc.min(x.n - j0);
        for k0 in (0..x.k).step_by(CHAIN) {
            let depth = CHAIN.min(x.k - k0);
            let mut i0 = 0;
            while i0 < x.m {
                let rows = mc.min(x.m - i0);
                let a = match a_buffer {
                    None => Block { a: x.a_at(i0, k0), m: x.a_m, k: x.a_k, i0, rows },
                    // SAFETY: rows `i0 .. i0 + rows` and terms `k0 .. k0 + depth` are in A; `rows <= mc` rows of
                    // up to `deepest` terms and the pad are at most `BLOCK_A` bytes.
                    Some(buffer) => unsafe { block(isa, buffer, x, [i0, k0], [rows, depth]) },
                };
                let mut j = 0;
                while j < columns {
                    let mut cols = nr.min(columns - j);
                    if in_place && cols > I::LANES {
                        // What is left of a vector is a panel of its own.
                        cols -= cols % I::LANES;
                    }
                    // The large form keeps its panels one after another: those before take `depth * j` elements.
                    let at = if a_buffer.is_some() { b_buffer.wrapping_add(depth * j) } else { b_buffer };
                    let b = if in_place && cols % I::LANES == 0 {
                        let vector = if I::LANES == 1 { x.b_n } else { I::LANES as isize };
                        Panel { b: x.b_at(k0, j0 + j), k: x.b_k, vector }
                    } else {
                        if a_buffer.is_none() || i0 == 0 {
                            // SAFETY: terms `k0 .. k0 + depth` and columns from `j0 + j` are in B; there is room at
                            // `at` for this panel, in the large form since `j + cols <= nc`, a multiple of `nr`.
                            unsafe { packed(isa, at, x, [k0, j0 + j], [depth, cols]) };
                        }
                        let width = pack::vectors(cols, I::LANES) * I::LANES;
                        Panel { b: at, k: width as isize, vector: I::LANES as isize }
                    };
                    if a_buffer.is_some() && x.a_k == 1 {
                        // The part of the next block of A that falls to this panel.
                        let [from, to] = [j, j + cols].map(|j| i0 + rows + j * rows / columns);
                        for i in from..to.min(x.m) {
                            for k in (0..depth).step_by(LINE / size_of::<T>()) {
                                isa.prefetch(x.a_at(i, k0 + k));
                            }
                        }
                    }
                    // SAFETY: the terms of the rows of A, and of the panel, were just named or packed.
                    unsafe { tiles(isa, x, a, b, [depth, j0 + j, cols], [k0 == 0, a_buffer.is_some()]) };
                    j += cols;
                }
                i0 += rows;
            }
        }
        j0 += columns;
    }
}

/// Rows of A up to which B, with contiguous rows, is read where it stands, in vectors of `bytes`.
#[inline(always)]
fn in_place_rows<T>(x: &Problem<T>, bytes: usize) -> usize {
    // All of the part of B that one pass over A reads again and again is in level 1 anyway.
    let near = x.b_k.unsigned_abs().saturating_mul(x.k.min(CHAIN) * size_of::<T>()) <= 16 << 10;
    if near { usize::MAX } else { 2 * max_rows(bytes) }
}

/// Bytes of a line of the cache.
const LINE: usize = 64;

/// Bytes between rows of a copied block of A: a line of the cache, so that rows fall on different lines.
const PAD: usize = LINE;

/// Terms `k0 ..` of rows `i0 ..` of A: in place where its rows are contiguous and not far apart by a large
/// power of two, else copied.
///
/// # Safety
/// `rows` rows and `depth` terms from there are in A; `to` has room for them and `PAD` bytes a row.
#[inline(always)]
unsafe fn block<T: Element, I: Simd<T>>(
    isa: I,
    to: *mut T,
    x: &Problem<T>,
    [i0, k0]: [usize; 2],
    [rows, depth]: [usize; 2],
) -> Block<T> {
    let from = x.a_at(i0, k0);
    let crowded = x.a_m.wrapping_mul(size_of::<T>() as isize) % 1024 == 0;
    if x.a_k == 1 && !crowded {
        return Block { a: from, m: x.a_m, k: 1, i0, rows };
    }
    // SAFETY: all runs are in that part of A, and in the room for it.
    unsafe {
        if x.a_m == 1 && x.a_k != 1 {
            pack::runs(isa, (to, rows as isize), (from, x.a_k), depth, rows);
            return Block { a: to, m: 1, k: rows as isize, i0, rows };
        }
        let stride = (depth + PAD / size_of::<T>()) as isize;
        if x.a_k == 1 {
            pack::runs(isa, (to, stride), (from, x.a_m), rows, depth);
        } else {
            for i in 0..rows as isize {
                for k in 0..depth as isize {
                    *to.offset(i * stride + k) = *from.offset(i * x.a_m + k * x.a_k);
                }
            }
        }
        Block { a: to, m: stride, k: 1, i0, rows }
    }
}

/// A panel of B as tiles read it.
#[derive(Clone, Copy)]
struct Panel<T> {
    b: *const T,
    k: isize,
    vector: isize,
}

/// Rows `i0 .. i0 + rows` of A as tiles read them.
#[derive(Clone, Copy)]
struct Block<T> {
    a: *const T,
    m: isize,
    k: isize,
    i0: usize,
    rows: usize,
}

/// Packs `depth` terms from `k0` of `cols` columns from `j0`.
///
/// # Safety
/// They are in B, `cols <= NV * LANES`, and `to` has room for `depth` rows of `cols` rounded up to vectors.
#[inline(always)]
unsafe fn packed<T: Element, I: Simd<T>>(
    isa: I,
    to: *mut T,
    x: &Problem<T>,
    [k0, j0]: [usize; 2],
    [depth, cols]: [usize; 2],
) {
    let from = Source { b: x.b_at(k0, j0), k: x.b_k, col: x.b_n };
    isa.outline(Pack(&Packing { to, from, depth, cols }));
}

/// All tiles of a block of A and a panel of B of `depth` terms, for columns `j0 .. j0 + cols` of C.
///
/// # Safety
/// `a` has its rows and `b` whole vectors of `cols <= NV * LANES` columns, of `depth` terms; the rows and
/// columns are in C, which holds the sum of the blocks before, unless this is the `first`.
#[inline(always)]
unsafe fn tiles<T: Element, I: Simd<T>>(
    isa: I,
    x: &Problem<T>,
    a: Block<T>,
    b: Panel<T>,
    [depth, j0, cols]: [usize; 3],
    [first, far]: [bool; 2],
) {
    isa.outline(AllTiles(&Tiles { x, a, b, depth, j0, cols, first, far }));
}

/// All tiles of a block and a panel.
///
/// Invariant: what `tiles` asks for.
struct Tiles<'a, T> {
    x: &'a Problem<T>,
    a: Block<T>,
    b: Panel<T>,
    depth: usize,
    j0: usize,
    cols: usize,
    first: bool,
    /// Whether C is likely to come from memory.
    far: bool,
}

/// The same as a call: by reference, because a copy of what was just written in parts waits for them.
struct AllTiles<'a, T>(&'a Tiles<'a, T>);

impl<T: Element> Kernel<T> for AllTiles<'_, T> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        // SAFETY: the invariant.
        unsafe { all_tiles(isa, self.0) };
    }
}

/// # Safety
/// The invariant of `Tiles`.
#[inline(always)]
unsafe fn all_tiles<T: Element, I: Simd<T>>(isa: I, tiles: &Tiles<'_, T>) {
    let Tiles { x, a, b, depth, j0, cols, first, far } = *tiles;
    let bytes = size_of::<I::V>();
    let mr = if cols <= I::LANES { max_rows_of_one(bytes) } else { max_rows(bytes) };
    let width = pack::vectors(cols, I::LANES) * I::LANES;
    let scattered = !x.has_contiguous_rows();
    let mut buffer = Buffer::<{ MOST_ROWS * ROW }>::new();
    let sums: *mut T = buffer.0.as_mut_ptr().cast();
    // As even as can be: a tile of few rows waits for its sums.
    let count = a.rows.div_ceil(mr).max(1);
    let (least, more) = if count == 1 { (a.rows, 0) } else { (a.rows / count, a.rows % count) };
    let mut i = 0;
    for t in 0..count {
        let rows = least + usize::from(t < more);
        let operands = Operands {
            depth,
            a: a.a.wrapping_offset(i as isize * a.m),
            a_row: a.m,
            a_k: a.k,
            b: b.b,
            b_k: b.k,
            b_vector: b.vector,
        };
        let c = x.c_at(a.i0 + i, j0);
        if far && !scattered {
            // C comes from memory while the sums are made.
            for r in 0..rows {
                for v in (0..cols).step_by(LINE / size_of::<T>()) {
                    isa.prefetch(x.c_at(a.i0 + i + r, j0 + v));
                }
            }
        }
        // Not one of two targets, which would be copied before it is whole.
        let (to, row) = if scattered { (sums, width as isize) } else { (c, x.c_m) };
        let to = Target { c: to, row, cols, first: first || scattered };
        // SAFETY: rows `i .. i + rows` of the block, `rows <= mr`; `mr` rows of `width` fit the buffer; the
        // rest is the caller's.
        unsafe {
            tile::run(isa, rows, &operands, &to);
            if scattered {
                scatter(sums, width, rows, Target { c, row: x.c_m, cols, first }, x.c_n);
            }
        }
        i += rows;
    }
}

/// Moves a tile to where the columns of C are `col` apart.
///
/// # Safety
/// `rows` rows of `to.cols` sums are readable, `width` apart; those elements of C are writable, and hold a
/// sum unless `to.first`.
#[inline(never)]
unsafe fn scatter<T: Element>(sums: *const T, width: usize, rows: usize, to: Target<T>, col: isize) {
    for i in 0..rows {
        for j in 0..to.cols {
            // SAFETY: from the caller.
            unsafe {
                let at = to.c.offset(i as isize * to.row + j as isize * col);
                let sum = *sums.add(i * width + j);
                at.write(if to.first { sum } else { at.read().plus(sum) });
            }
        }
    }
}
