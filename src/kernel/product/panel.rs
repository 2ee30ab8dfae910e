//! Products of more than 8 terms of small static shapes, by constants: each element is one chain, as in `gemm`, whose bits
//! these have.
//!
//! ```text
//! for j0 in 0..n step 2 LANES     at most two vectors of a row of C
//!     for i0 in 0..m step MR      rows, as even as can be
//!         for k in 0..K           sums of MR x 2 vectors stay in registers: A(i, k) in every lane * a row of B
//! ```
//!
//! Rows of B are read where they stand: a head of a vector is loaded whole where the elements after it belong to B as well.
//! Columns of B (A·Bᵀ) are packed, transposed in registers.

#![allow(
    clippy::needless_range_loop,
    reason = "lanes and terms are numbers of the algorithm, not of one array"
)]

use super::pack::{Packing, Source};
use super::short::head_of;
use super::small::{At, Of, problem};
use super::tile::{NV, each_row, max_rows, max_rows_of_one};
use crate::kernel::native::Native;
use crate::kernel::order::{CHAIN, Order, SMALL_K};
use crate::simd::{Element, Fixed, HAS_VECTORS, Kernel, Path, Simd};
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ptr;

/// The most rows and columns.
const MOST: usize = 16;

/// The most products, `m * n * k`: with more, what `gemm` does before its tiles takes no time beside them.
const CAP: usize = 4096;

/// The most terms of a packed B.
const PACKED: usize = 64;

/// Whether `panel::product` is the form for a product of floats, to be asked in a `const`.
#[must_use]
pub(crate) const fn is_own<P: Fixed>() -> bool {
    let [m, n, k] = Of::<P>::LENGTHS;
    let is_chain = m > 1 && n > 1 && k > SMALL_K && k <= CHAIN;
    let is_read = !is_packed::<P>() || Of::<P>::B[0] == 1 && k <= PACKED;
    HAS_VECTORS && is_chain && Of::<P>::C[1] == 1 && is_read && m <= MOST && n <= MOST && m * n * k <= CAP
}

/// Whether the elements of a row of B are apart.
const fn is_packed<P: Fixed>() -> bool {
    Of::<P>::B[1] != 1
}

/// C = A · B, each element in the order of `Order::Chain`. `C` is written and never read.
///
/// # Safety
/// [`is_own`]. With the lengths and strides of `P`, `a` and `b` can be read and `c` written, each element in a place of its own.
#[inline(always)]
pub(crate) unsafe fn product<T: Native, P: Fixed>(c: *mut T, a: *const T, b: *const T) {
    // SAFETY: from the caller. The active path is available, and so is one with narrower vectors; the panels, which have no more
    // than `MOST` columns with the dead ones, fit the buffer.
    unsafe {
        let x = At::<T, P>::new(c, a, b);
        let path = Path::active().at_most(widest::<T, P>());
        let mut buffer = [const { MaybeUninit::<T>::uninit() }; PACKED * MOST];
        let packed: *mut T =
            if const { is_packed::<P>() } { buffer.as_mut_ptr().cast() } else { ptr::null_mut() };
        if const { is_packed::<P>() } && path.is_widest() {
            let (n, k, wide) = (Of::<P>::N, Of::<P>::K, (NV * path.bytes() / size_of::<T>()).max(1));
            for j0 in (0..n).step_by(wide) {
                let [col_k, col] = const { Of::<P>::B };
                let from = Source { b: x.b(0, j0), k: col_k, col };
                T::pack(path, &Packing { to: packed.add(j0 * k), from, depth: k, cols: wide.min(n - j0) });
            }
        }
        if T::run_widest(path, Panel { x, packed }).is_none() {
            T::product(Order::Chain, &problem::<T, P>(c, a, b));
        }
    }
}

/// The bytes of the widest vectors: of narrower rows half of a wider one would be lost.
const fn widest<T, P: Fixed>() -> usize {
    if Of::<P>::N * size_of::<T>() > 32 { 64 } else { 32 }
}

/// [`product`] as a kernel.
///
/// Invariant: its promise about the places; `packed` are the panels of B, if it is packed, on the path that the kernel runs on.
struct Panel<T, P> {
    x: At<T, P>,
    packed: *const T,
}

impl<T: Element, P: Fixed> Kernel<T> for Panel<T, P> {
    type Output = ();
    const WIDEST: usize = widest::<T, P>();
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        let (n, wide) = const { (Of::<P>::N, NV * I::LANES) };
        let whole = n / wide * wide;
        for j0 in (0..whole).step_by(wide) {
            columns::<T, I, P, NV>(isa, &self, j0, wide);
        }
        // Apart, so that the number of columns is a constant in each.
        match const { Of::<P>::N % (NV * I::LANES) } {
            0 => {}
            rest if rest <= I::LANES => columns::<T, I, P, 1>(isa, &self, whole, rest),
            rest => columns::<T, I, P, NV>(isa, &self, whole, rest),
        }
    }
}

/// How the rows of C are cut.
struct Rows<T, I, P>(PhantomData<(T, I, P)>);

impl<T: Element, I: Simd<T>, P: Fixed> Rows<T, I, P> {
    /// The number of tiles of at most as many rows as the registers hold.
    const fn count(vectors: usize) -> usize {
        let bytes = size_of::<I::V>();
        Of::<P>::M.div_ceil(if vectors == 1 { max_rows_of_one(bytes) } else { max_rows(bytes) })
    }
    /// The rows of a tile of so many vectors.
    const fn of(vectors: usize, is_larger: bool) -> usize {
        Of::<P>::M / Self::count(vectors) + is_larger as usize
    }
    /// How many tiles have one row more than the others.
    const fn larger(vectors: usize) -> usize {
        Of::<P>::M % Self::count(vectors)
    }
}

/// Columns `j0 .. j0 + cols` of C, of `V` vectors, the last of which may be a head.
#[inline(always)]
fn columns<T: Element, I: Simd<T>, P: Fixed, const V: usize>(
    isa: I,
    panel: &Panel<T, P>,
    j0: usize,
    cols: usize,
) {
    let mut i0 = 0;
    for _ in 0..const { Rows::<T, I, P>::larger(V) } {
        tile::<T, I, P, V, true>(isa, panel, [i0, j0], cols);
        i0 += const { Rows::<T, I, P>::of(V, true) };
    }
    for _ in 0..const { Rows::<T, I, P>::count(V) - Rows::<T, I, P>::larger(V) } {
        tile::<T, I, P, V, false>(isa, panel, [i0, j0], cols);
        i0 += const { Rows::<T, I, P>::of(V, false) };
    }
}

/// A tile of rows from `i0` on, and of columns `j0 .. j0 + cols`.
#[inline(always)]
fn tile<T: Element, I: Simd<T>, P: Fixed, const V: usize, const LARGER: bool>(
    isa: I,
    Panel { x, packed }: &Panel<T, P>,
    [i0, j0]: [usize; 2],
    cols: usize,
) {
    let rows = const { Rows::<T, I, P>::of(V, LARGER) };
    let last = cols - (V - 1) * I::LANES;
    let mut sums = [[isa.splat(I::NEUTRAL); V]; MOST];
    for k in 0..Of::<P>::K {
        let mut b = [isa.splat(I::NEUTRAL); V];
        // SAFETY: B(k, j0 ..) with `k < K`, `cols` columns of it, and what follows in B where all of B is contiguous; or the row
        // `k` of the panel from column `j0` on, which has `V` vectors.
        unsafe {
            if const { is_packed::<P>() } {
                let row = packed.add(j0 * Of::<P>::K + k * V * I::LANES);
                for v in 0..V {
                    b[v] = isa.load(row.add(v * I::LANES));
                }
            } else {
                for v in 0..V - 1 {
                    b[v] = isa.load(x.b(k, j0 + v * I::LANES));
                }
                let j = j0 + (V - 1) * I::LANES;
                let readable =
                    if const { Of::<P>::B_IS_ROWS } { (Of::<P>::K - k) * Of::<P>::N - j } else { last };
                b[V - 1] = head_of(isa, x.b(k, j), last, readable);
            }
        }
        each_row!(rows, i => {
            // SAFETY: A(i0 + i, k) with `i < rows` and `k < K`.
            let factor = isa.splat(unsafe { *x.a(i0 + i, k) });
            for v in 0..V {
                sums[i][v] = isa.mul_add(factor, b[v], sums[i][v]);
            }
        });
    }
    each_row!(rows, i => {
        // SAFETY: C(i0 + i, j0 .. j0 + cols).
        unsafe {
            for v in 0..V - 1 {
                isa.store(x.c(i0 + i, j0 + v * I::LANES), sums[i][v]);
            }
            let place = x.c(i0 + i, j0 + (V - 1) * I::LANES);
            if last == I::LANES {
                isa.store(place, sums[i][V - 1]);
            } else {
                isa.store_head(place, last, sums[i][V - 1]);
            }
        }
    });
}
