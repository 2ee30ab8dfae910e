//! Copies of parts of the operands into buffers on the stack, where they stand as the tiles read them.
//!
//! ```text
//! panel of B   NV * LANES columns: row k of the panel is row k of B, dead columns zero
//!              from rows of B (n contiguous)   whole vectors
//!              from columns of B (A·Bᵀ)        LANES x LANES blocks, transposed in registers
//! block of A   in the direction in which it is contiguous, but close together: rows a power of two apart
//!              would all fall on the same few lines of the cache
//! ```

#![allow(
    clippy::needless_range_loop,
    reason = "lanes and terms are numbers of the algorithm, not of one array"
)]

use super::tile::NV;
use crate::scalar::Scalar;
use crate::simd::transpose::{Block, is_supported, transpose};
use crate::simd::{Element, Kernel, Path, Simd};

/// A strided source: element (k, j) of a part of B stands `k * k_stride + j * col` elements from `b`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<T> {
    pub(crate) b: *const T,
    pub(crate) k: isize,
    pub(crate) col: isize,
}

/// Vectors of a packed panel of `cols` columns.
#[inline(always)]
pub(crate) const fn vectors(cols: usize, lanes: usize) -> usize {
    if cols <= lanes { 1 } else { NV }
}

/// A panel to pack, as a call: one copy of the transposes.
///
/// Invariant: what [`panel`] asks for.
#[derive(Debug)]
pub struct Packing<T> {
    pub(crate) to: *mut T,
    pub(crate) from: Source<T>,
    pub(crate) depth: usize,
    pub(crate) cols: usize,
}

/// The same by reference.
pub(crate) struct Pack<'a, T>(pub(crate) &'a Packing<T>);

impl<T: Element> Kernel<T> for Pack<'_, T> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        let Packing { to, from, depth, cols } = *self.0;
        // SAFETY: the invariant.
        unsafe { panel(isa, to, from, depth, cols) };
    }
}

/// Packs a panel on a path.
///
/// # Safety
/// `path.is_available()`.
pub(crate) unsafe fn on<T: Element>(path: Path, of: &Packing<T>) {
    // SAFETY: from the caller.
    unsafe { T::run_vectors(path, Pack(of)) }
}

/// Packs a panel: `depth` rows of `vectors(cols)` vectors.
///
/// # Safety
/// Elements (k, j) for `k < depth`, `j < cols <= NV * LANES` are readable; `depth * vectors(cols) * LANES`
/// elements from `to` are writable and are not those.
#[inline(always)]
pub(crate) unsafe fn panel<T: Scalar, I: Simd<T>>(
    isa: I,
    to: *mut T,
    from: Source<T>,
    depth: usize,
    cols: usize,
) {
    let width = vectors(cols, I::LANES) * I::LANES;
    // SAFETY: chunk `v` begins below `cols`, has `n <= LANES` columns, and is written to columns
    // `v * LANES ..` of the panel; the rest is the caller's.
    unsafe {
        for first in (0..cols).step_by(I::LANES) {
            let n = I::LANES.min(cols - first);
            let from = Source { b: from.b.offset(first as isize * from.col), ..from };
            let to = to.add(first);
            let done = if from.col == 1 {
                rows(isa, to, width, from, depth, n);
                depth
            } else if from.k == 1 && const { is_supported::<T, I>() } {
                columns(isa, to, width, from, depth, n)
            } else {
                0
            };
            for k in done..depth {
                let row = from.b.offset(k as isize * from.k);
                isa.store(to.add(k * width), isa.load_strided(row, from.col, n));
            }
        }
    }
}

/// One vector of each row, `n` columns of it alive.
///
/// # Safety
/// As `panel`, with one chunk.
#[inline(always)]
unsafe fn rows<T: Scalar, I: Simd<T>>(
    isa: I,
    to: *mut T,
    width: usize,
    from: Source<T>,
    depth: usize,
    n: usize,
) {
    // SAFETY: `k < depth` and `n <= LANES`; the caller says that those are readable and the panel writable.
    unsafe {
        if n == I::LANES {
            for k in 0..depth {
                isa.store(to.add(k * width), isa.load(from.b.offset(k as isize * from.k)));
            }
        } else {
            for k in 0..depth {
                isa.store(to.add(k * width), isa.load_head(from.b.offset(k as isize * from.k), n));
            }
        }
    }
}

/// Terms left of a block of contiguous columns that are not worth its transpose: that of a vector of 64 bytes.
#[inline(always)]
const fn few(bytes: usize) -> usize {
    if bytes == 64 { 2 } else { 0 }
}

/// The same from `n` contiguous columns; returns how many terms it packed: all, or all but a `few`.
///
/// # Safety
/// As `panel`, with one chunk and `from.k == 1`.
#[inline(always)]
unsafe fn columns<T: Scalar, I: Simd<T>>(
    isa: I,
    to: *mut T,
    width: usize,
    from: Source<T>,
    depth: usize,
    n: usize,
) -> usize {
    let mut k = 0;
    // SAFETY: elements `k .. k + LANES` (or up to `depth`) of column `l < n` are readable, and rows of the
    // panel below `depth` writable, from the caller.
    unsafe {
        if n == I::LANES {
            while k + I::LANES <= depth {
                let mut block: Block<I::V> = [isa.splat(T::ZERO); 16];
                for l in 0..I::LANES {
                    block[l] = isa.load(from.b.offset(l as isize * from.col).add(k));
                }
                transpose::<T, I>(isa, &mut block);
                for l in 0..I::LANES {
                    isa.store(to.add((k + l) * width), block[l]);
                }
                k += I::LANES;
            }
        }
        while k + few(size_of::<I::V>()) < depth {
            let deep = I::LANES.min(depth - k);
            let mut block: Block<I::V> = [isa.splat(T::ZERO); 16];
            for l in 0..I::LANES {
                if l < n {
                    block[l] = isa.load_head(from.b.offset(l as isize * from.col).add(k), deep);
                }
            }
            transpose::<T, I>(isa, &mut block);
            for l in 0..I::LANES {
                if l < deep {
                    isa.store(to.add((k + l) * width), block[l]);
                }
            }
            k += deep;
        }
    }
    k
}

/// Copies `count` runs of `len` elements that are contiguous, to runs `stride` apart.
///
/// # Safety
/// Run `r < count` from `from + r * from_stride` is readable, to `to + r * stride` writable; they do not
/// overlap.
#[inline(always)]
pub(crate) unsafe fn runs<T: Scalar, I: Simd<T>>(
    isa: I,
    (to, stride): (*mut T, isize),
    (from, from_stride): (*const T, isize),
    count: usize,
    len: usize,
) {
    for r in 0..count as isize {
        // SAFETY: each vector ends at or below `len`, and so does the head.
        unsafe {
            let (to, from) = (to.offset(r * stride), from.offset(r * from_stride));
            let mut at = 0;
            while at + I::LANES <= len {
                isa.store(to.add(at), isa.load(from.add(at)));
                at += I::LANES;
            }
            if at < len {
                isa.store_head(to.add(at), len - at, isa.load_head(from.add(at), len - at));
            }
        }
    }
}
