//! y = A · x, each element of y a dot product in the order `Order::Dot`.
//!
//! ```text
//! rows     (k contiguous)   for G rows at once: their rows of lanes += A[i .. i + G, l ..] * x[l ..]
//! columns  (m contiguous)   vectors over m; for the lanes l of the sum, in bit-reversed order:
//!                               chain A[.., l] x[l] + A[.., l + L] x[l + L] + ..  -> the tree of lanes
//! otherwise                 a strided dot product for each element
//! ```
//!
//! By rows, x is loaded once for G rows, and the sums of G rows hide each other's latency. By columns, the
//! bit-reversed order makes the fold by halves a tree of neighbours: a stack of log2 L partial sums is live.

use crate::kernel::dot::{Sum, dot_inline, fold, is_inline};
use crate::kernel::operand::{MatMut, MatRef, VecRef};
use crate::kernel::order::{BLOCK_ROWS, lanes};
use crate::kernel::terms::{Products, StridedProducts};
use crate::kernel::tree::Tree;
use crate::scalar::{Repr, Scalar};
use crate::simd::{Element, HAS_VECTORS, Kernel, Simd, baseline};
use core::mem::MaybeUninit;

/// y = A · x with y (M, 1), A (M, K), x (K); y is written and never read.
#[inline]
pub(crate) fn gemv<T: Element>(y: MatMut<'_, T>, a: MatRef<'_, T>, x: VecRef<'_, T>) {
    T::dispatch(Gemv::new(y, a, x));
}

/// Whether [`rows`] is the form for rows of `k` elements, where the types know all lengths: there are no vectors, and a way
/// for such rows which needs nothing of what other lengths and strides do.
#[must_use]
pub(crate) const fn is_own<T: Scalar>(k: usize) -> bool {
    let is_f32 = matches!(T::KIND.repr(), Repr::F32);
    is_f32 && !HAS_VECTORS && (is_inline(k, 4) || crate::kernel::dot::is_own(k, 4))
}

/// `y[i]` is the dot product of `x` and row `i` of A (M, K), in the order of every dot product; each stands one element
/// after another. For constant lengths for which [`is_own`].
///
/// # Safety
/// So many elements can be read from `a` and `x`, and written to `y`.
#[inline(always)]
pub(crate) unsafe fn rows<T: Scalar>(y: *mut T, a: *const T, x: *const T, [m, k]: [usize; 2]) {
    debug_assert!(is_own::<T>(k));
    let (y, mut row, x): (*mut f32, *const f32, *const f32) = (y.cast(), a.cast(), x.cast());
    // SAFETY: `T` is `f32`; the rest is the caller's.
    unsafe {
        let y = core::slice::from_raw_parts_mut(y.cast::<MaybeUninit<f32>>(), m);
        if baseline().dots(y, row, k as isize, x, k) {
            return;
        }
        for y in y {
            y.write(dot_inline(row, x, k));
            row = row.add(k);
        }
    }
}

/// The rows of a column that is written: none if there is no column.
#[inline(always)]
pub(crate) fn rows_of<T>(y: &MatMut<'_, T>) -> usize {
    if y.cols() == 0 { 0 } else { y.rows() }
}

/// y = A · x as a kernel.
///
/// Invariant: `y` has one column and the rows of `a`, whose columns are as many as `x` has elements.
#[derive(Debug)]
pub struct Gemv<'a, T> {
    y: MatMut<'a, T>,
    a: MatRef<'a, T>,
    x: VecRef<'a, T>,
}

impl<'a, T> Gemv<'a, T> {
    /// y = A · x, whose lengths agree; if they did not, only what all share would be computed.
    #[inline]
    #[must_use]
    pub fn new(y: MatMut<'a, T>, a: MatRef<'a, T>, x: VecRef<'a, T>) -> Self {
        debug_assert!(y.rows() == a.rows() && y.cols() == 1 && a.cols() == x.len(), "gemv: lengths differ");
        let a = a.at_most(rows_of(&y), x.len());
        Gemv { y: y.at_most(a.rows(), 1), a, x: x.at_most(a.cols()) }
    }
}

impl<T: Element> Kernel<T> for Gemv<'_, T> {
    type Output = ();
    const WIDEST: usize = if T::TILED { 64 } else { 32 };
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        let Gemv { y, a, x } = self;
        if a.col_stride() == 1 && x.stride() == 1 {
            by_rows(isa, y, a, x);
        } else if const { I::LANES > 1 } && a.row_stride() == 1 && y.row_stride() == 1 {
            isa.outline(Columns(Gemv { y, a, x }));
        } else {
            one_by_one(isa, y, a, x);
        }
    }
}

/// A matrix whose rows are next to each other: apart, because its trees of blocks take many pages of stack, each
/// of which is touched on entry.
struct Columns<'a, T>(Gemv<'a, T>);

impl<T: Element> Kernel<T> for Columns<'_, T> {
    type Output = ();
    const WIDEST: usize = if T::TILED { 64 } else { 32 };
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        let Gemv { y, a, x } = self.0;
        by_columns(isa, y, a, x);
    }
}

/// Each element by itself.
#[inline(always)]
fn one_by_one<T: Element, I: Simd<T>>(isa: I, mut y: MatMut<'_, T>, a: MatRef<'_, T>, x: VecRef<'_, T>) {
    for i in 0..a.rows() {
        // SAFETY: `i` is below the rows of `a` and of `y`; a row has as many elements as `x`.
        unsafe { y.set(i, 0, Sum::new(StridedProducts::new(a.row(i), x), x.len()).run(isa)) };
    }
}

/// The bytes of A above which one row at a time is read: what comes from memory comes fastest as one stream
/// (measured on a Zen 5, AVX2, 300 MB: 10.0 ms against 11.5 ms by groups of 3; in its 32 MB cache the groups are
/// ahead by a tenth to a third).
const STREAM: usize = 16 << 20;

/// Several rows at once. `a` has columns next to each other, and so has `x` its elements.
#[inline(always)]
fn by_rows<T: Element, I: Simd<T>>(isa: I, mut y: MatMut<'_, T>, a: MatRef<'_, T>, x: VecRef<'_, T>) {
    let (m, k) = (a.rows(), a.cols());
    if const { I::LANES == 1 } {
        let (mut row, mut out) = (a.as_ptr(), y.as_mut_ptr());
        if y.row_stride() == 1 {
            // SAFETY: `y` has `m` contiguous elements, each row of `a` `k`, as `x` has.
            let is_done = unsafe {
                let y = core::slice::from_raw_parts_mut(out.cast(), m);
                isa.dots(y, row, a.row_stride(), x.as_ptr(), k)
            };
            if is_done {
                return;
            }
        }
        for _ in 0..m {
            // SAFETY: one of `m` rows of `k` elements next to each other, as `x` has, and its element of `y`.
            unsafe { out.write(Sum::new(Products::new(row, x.as_ptr()), k).run(isa)) };
            row = row.wrapping_offset(a.row_stride());
            out = out.wrapping_offset(y.row_stride());
        }
        return;
    }
    let row = |i: usize| a.as_ptr().wrapping_offset((i as isize).wrapping_mul(a.row_stride()));
    let mut i = 0;
    let is_block = const { T::IS_EXACT } || k <= BLOCK_ROWS * lanes(size_of::<T>());
    if 0 < k && is_block && m.saturating_mul(k).saturating_mul(size_of::<T>()) <= STREAM {
        // The sums of G rows and two operands fit into the registers: 4 * 2 of 32 with AVX-512, 3 * 4 of 16
        // with AVX2. With 16-byte vectors one row takes 8 of 16 (or 32) already.
        match isa.row(isa.splat(I::NEUTRAL)).as_ref().len() {
            2 => i = groups::<T, I, 4>(isa, &mut y, row, x.as_ptr(), m, k),
            4 => i = groups::<T, I, 3>(isa, &mut y, row, x.as_ptr(), m, k),
            _ => {}
        }
    }
    while i < m {
        // SAFETY: `i < m`, so row `i` has `k` elements next to each other, as `x` has; element `i` of `y` is there.
        unsafe { y.set(i, 0, Sum::new(Products::new(row(i), x.as_ptr()), k).run(isa)) };
        i += 1;
    }
}

/// The first rows, as many as there are groups of `G`; returns their number.
///
/// `row` gives the places of rows of `k` elements, at most one block, as `x` has.
#[inline(always)]
fn groups<T: Element, I: Simd<T>, const G: usize>(
    isa: I,
    y: &mut MatMut<'_, T>,
    row: impl Fn(usize) -> *const T,
    x: *const T,
    m: usize,
    k: usize,
) -> usize {
    let mut i = 0;
    while m - i >= G {
        let mut rows = [x; G];
        for (g, place) in rows.iter_mut().enumerate() {
            *place = row(i + g);
        }
        // SAFETY: rows `i .. i + G` are rows of `a`: `k` elements next to each other, as in `x`.
        let sums = unsafe { block(isa, rows, x, k) };
        for (g, sum) in sums.into_iter().enumerate() {
            // SAFETY: `i + g < m`, the rows of `y`.
            unsafe { y.set(i + g, 0, fold(isa, sum)) };
        }
        i += G;
    }
    i
}

/// The lanes of `G` dot products of `n` elements with the same `x`; `n` is at most a block.
///
/// # Safety
/// `n` elements are readable from `x` and from each of `a`.
#[inline(always)]
unsafe fn block<T: Element, I: Simd<T>, const G: usize>(
    isa: I,
    a: [*const T; G],
    x: *const T,
    n: usize,
) -> [I::Row; G] {
    let mut rows = [isa.row(isa.splat(I::NEUTRAL)); G];
    let vectors = rows[0].as_ref().len();
    let width = vectors * I::LANES;
    let mut i = 0;
    while n - i >= width {
        for r in 0..vectors {
            let at = i + r * I::LANES;
            // SAFETY: `at + LANES <= i + width <= n`.
            unsafe { full(isa, &mut rows, r, a, x, at) };
        }
        i += width;
    }
    let rest = n - i;
    for r in 0..vectors {
        let at = i + r * I::LANES;
        if rest >= (r + 1) * I::LANES {
            // SAFETY: `at + LANES <= i + rest`, which is `n`.
            unsafe { full(isa, &mut rows, r, a, x, at) };
        }
    }
    let head = rest % I::LANES;
    if head != 0 {
        let last = rest / I::LANES;
        let at = i + last * I::LANES;
        // SAFETY: `at + head` is `n`.
        let x = unsafe { isa.load_head(x.add(at), head) };
        for (row, a) in rows.iter_mut().zip(a) {
            // SAFETY: as above; `head < LANES`.
            let product = unsafe { isa.keep_head(isa.mul(isa.load_head(a.add(at), head), x), head) };
            // Not an index that is no constant, which would put all sums in memory.
            for (r, sum) in row.as_mut().iter_mut().enumerate() {
                if r == last {
                    *sum = isa.add(*sum, product);
                }
            }
        }
    }
    rows
}

/// Vector `r` of each row `+=` its product at `at`.
///
/// # Safety
/// `at + LANES` elements are readable from `x` and from each of `a`.
#[inline(always)]
unsafe fn full<T: Element, I: Simd<T>, const G: usize>(
    isa: I,
    rows: &mut [I::Row; G],
    r: usize,
    a: [*const T; G],
    x: *const T,
    at: usize,
) {
    // SAFETY: from the caller.
    let x = unsafe { isa.load(x.add(at)) };
    for (row, a) in rows.iter_mut().zip(a) {
        let sum = &mut row.as_mut()[r];
        // SAFETY: from the caller.
        *sum = isa.add(*sum, unsafe { isa.mul(isa.load(a.add(at)), x) });
    }
}

/// Vectors over `m`: `a` has rows next to each other, and so has `y` its elements.
#[inline(always)]
fn by_columns<T: Element, I: Simd<T>>(isa: I, mut y: MatMut<'_, T>, a: MatRef<'_, T>, x: VecRef<'_, T>) {
    let m = a.rows();
    let out = y.as_mut_ptr();
    let mut i = 0;
    while m - i >= 8 * I::LANES {
        // SAFETY: rows `i .. i + 8 LANES` are below `m`, and so many elements of `y` follow each other.
        unsafe { columns::<T, I, 8>(isa, out.add(i), a, x, i, I::LANES) };
        i += 8 * I::LANES;
    }
    while m - i >= 2 * I::LANES {
        // SAFETY: as above, for 2.
        unsafe { columns::<T, I, 2>(isa, out.add(i), a, x, i, I::LANES) };
        i += 2 * I::LANES;
    }
    while i < m {
        let n = (m - i).min(I::LANES);
        // SAFETY: rows `i .. i + n` are below `m`, of `a` and of `y`; `n <= LANES`.
        unsafe { columns::<T, I, 1>(isa, out.add(i), a, x, i, n) };
        i += n;
    }
}

/// `lanes_of_columns`, written to `out`.
///
/// # Safety
/// As for `lanes_of_columns`; so many elements from `out` are writable.
#[inline(always)]
unsafe fn columns<T: Element, I: Simd<T>, const V: usize>(
    isa: I,
    out: *mut T,
    a: MatRef<'_, T>,
    x: VecRef<'_, T>,
    i: usize,
    last: usize,
) {
    // SAFETY: from the caller.
    let sums = unsafe { lanes_of_columns::<T, I, V>(isa, a, x, i, last) };
    for (v, sum) in sums.into_iter().enumerate() {
        let n = if v + 1 < V { I::LANES } else { last };
        // SAFETY: from the caller; the `v` vectors before are full.
        unsafe { isa.store_head(out.add(v * I::LANES), n, sum) };
    }
}

/// Rows `i ..` of A · x: `V` vectors, of which the last has `last` rows.
///
/// # Safety
/// `a` has the rows, one next to the other; a row has as many elements as `x`; `last <= LANES`.
#[inline(always)]
unsafe fn lanes_of_columns<T: Element, I: Simd<T>, const V: usize>(
    isa: I,
    a: MatRef<'_, T>,
    x: VecRef<'_, T>,
    i: usize,
    last: usize,
) -> [I::V; V] {
    let k = x.len();
    let width = lanes(size_of::<T>());
    let depth = width.ilog2();
    let add = |mut a: [I::V; V], b: [I::V; V]| {
        for (a, b) in a.iter_mut().zip(b) {
            *a = isa.add(*a, b);
        }
        a
    };
    if k == 0 {
        return [isa.splat(T::ZERO); V];
    }
    // SAFETY (of the chains): from the caller.
    if const { T::IS_EXACT } {
        // SAFETY: as above.
        return unsafe { chain_of_columns(isa, a, x, i, last, [0, k, 1]) };
    }
    // One tree over the lanes, of which there are at most 128, and for each lane one over its blocks.
    let mut folded = Tree::<_, 8>::new();
    for j in 0..width {
        let lane = if depth == 0 { 0 } else { j.reverse_bits() >> (usize::BITS - depth) };
        if k <= BLOCK_ROWS * width {
            // SAFETY: as above.
            folded.push(unsafe { chain_of_columns(isa, a, x, i, last, [lane, k, width]) }, add);
            continue;
        }
        let mut blocks = Tree::<_>::new();
        let mut first = 0;
        while first < k {
            let end = k.min(first.saturating_add(BLOCK_ROWS * width));
            // SAFETY: as above.
            blocks.push(unsafe { chain_of_columns(isa, a, x, i, last, [first + lane, end, width]) }, add);
            first = end;
        }
        folded.push(blocks.finish(add), add);
    }
    folded.finish(add)
}

/// The terms `first`, `first + step` .. below `end` of [`lanes_of_columns`], added in order.
///
/// # Safety
/// As there; `end` is at most the length of `x`.
#[inline(always)]
unsafe fn chain_of_columns<T: Element, I: Simd<T>, const V: usize>(
    isa: I,
    a: MatRef<'_, T>,
    x: VecRef<'_, T>,
    i: usize,
    last: usize,
    [first, end, step]: [usize; 3],
) -> [I::V; V] {
    // Columns far from each other, and more than the first cache holds: their next rows are not near when
    // their turn comes, unless they are asked for now.
    let far = V > 2 && a.col_stride().unsigned_abs() * size_of::<T>() >= 4096 && x.len() >= 64;
    let mut chain = [isa.splat(I::NEUTRAL); V];
    let mut l = first;
    while l < end {
        // SAFETY: `l` is below the length of `x` and the columns of `a`; rows from the caller.
        unsafe {
            let factor = isa.splat(x.get(l));
            let column = a.col(l).as_ptr().add(i);
            for (v, sum) in chain.iter_mut().enumerate() {
                let p = column.add(v * I::LANES);
                if far && v * size_of::<I::V>() % 64 == 0 {
                    isa.prefetch(p.wrapping_add(V * I::LANES));
                }
                let full = v + 1 < V || last == I::LANES;
                let terms = if full { isa.load(p) } else { isa.load_head(p, last) };
                *sum = isa.add(*sum, isa.mul(terms, factor));
            }
        }
        l += step;
    }
    chain
}
