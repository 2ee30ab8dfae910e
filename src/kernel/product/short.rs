//! Products of up to 8 terms, of any lengths and strides: each element of C is a dot, which for so few terms
//! is the tree over them alone.
//!
//! ```text
//! for j0 in 0..n step LANES       K vectors of B stay in registers: lane j holds column j0 + j
//!     for i in 0..m               x[k] = A(i, k) in every lane * b[k];   C(i, j0 ..) = tree of x
//! ```
//!
//! No product is fused, on any path.

#![allow(
    clippy::needless_range_loop,
    reason = "lanes and terms are numbers of the algorithm, not of one array"
)]

use super::problem::{Batch, Problem};
use crate::kernel::tree::tree;
use crate::scalar::Scalar;
use crate::simd::transpose::{Block, is_supported, transpose};
use crate::simd::{Element, Kernel, Path, Simd};
use core::mem::MaybeUninit;

/// C = A · B with `k <= SMALL_K`, each element in the order of `Order::Dot`, for every product of a batch.
struct Short<'a, T> {
    first: &'a Problem<T>,
    batch: &'a Batch,
}

impl<T: Element> Kernel<T> for Short<'_, T> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        let Short { first: x, batch } = self;
        match x.k {
            0 => (0..batch.count).for_each(|i| x.at(batch, i).zero()),
            1 => of_terms::<T, I, 1>(isa, x, batch),
            2 => of_terms::<T, I, 2>(isa, x, batch),
            3 => of_terms::<T, I, 3>(isa, x, batch),
            4 => of_terms::<T, I, 4>(isa, x, batch),
            5 => of_terms::<T, I, 5>(isa, x, batch),
            6 => of_terms::<T, I, 6>(isa, x, batch),
            7 => of_terms::<T, I, 7>(isa, x, batch),
            8 => of_terms::<T, I, 8>(isa, x, batch),
            _ => debug_assert!(false, "{} terms are not few", x.k),
        }
    }
}

/// All products of a batch, on a path.
///
/// # Safety
/// `path.is_available()`, and the invariant of `Problem` holds for each product of the batch.
#[inline(never)]
pub(crate) unsafe fn on<T: Element>(path: Path, first: &Problem<T>, batch: &Batch) {
    // SAFETY: from the caller.
    unsafe { T::run_vectors(path, Short { first, batch }) }
}

/// `first.k` is `K`.
#[inline(always)]
fn of_terms<T: Scalar, I: Simd<T>, const K: usize>(isa: I, first: &Problem<T>, batch: &Batch) {
    debug_assert!(first.k == K);
    let (first, batch) = (*first, *batch);
    if first.n == I::LANES && first.b_n == 1 && first.c_n == 1 {
        for i in 0..batch.count {
            let x = first.at(&batch, i);
            let mut b = [isa.splat(T::ZERO); K];
            for k in 0..K {
                // SAFETY: row `k < K == x.k` of B has `n == LANES` elements, one after another.
                b[k] = unsafe { isa.load(x.b_at(k, 0)) };
            }
            for i in 0..x.m {
                // SAFETY: row `i < m` of A has `K == x.k` elements, that of C `n == LANES`, one after another.
                unsafe { isa.store(x.c_at(i, 0), row::<T, I, K>(isa, x.a_at(i, 0), x.a_k, &b)) };
            }
        }
        return;
    }
    for i in 0..batch.count {
        one::<T, I, K>(isa, &first.at(&batch, i));
    }
}

/// A row of C: the tree of the products of `K` elements, `stride` apart, with the rows of B.
///
/// # Safety
/// Those elements are readable.
#[inline(always)]
unsafe fn row<T: Scalar, I: Simd<T>, const K: usize>(
    isa: I,
    a: *const T,
    stride: isize,
    b: &[I::V; K],
) -> I::V {
    let mut terms = *b;
    for k in 0..K {
        // SAFETY: one of the `K` elements.
        terms[k] = isa.mul(isa.splat(unsafe { *a.offset(k as isize * stride) }), b[k]);
    }
    tree::<T, I, K>(isa, terms)
}

/// One product; `x.k` is `K`.
#[inline(always)]
fn one<T: Scalar, I: Simd<T>, const K: usize>(isa: I, x: &Problem<T>) {
    let mut j0 = 0;
    while j0 < x.n {
        let cols = I::LANES.min(x.n - j0);
        // SAFETY: columns `j0 .. j0 + cols` and terms below `k == K` are in B; `cols <= LANES`.
        let b = unsafe { columns::<T, I, K>(isa, x, j0, cols) };
        // A row of C, and what follows it if that is written later, in whole stores, of half a vector where that holds a row.
        let is_half = x.n <= I::LANES / 2;
        let whole = match cols == I::LANES && x.has_contiguous_rows() {
            true => x.m,
            false => followed(x, if is_half { I::LANES / 2 } else { I::LANES }),
        };
        // SAFETY: row `i < m` of A with terms below `K == x.k`; C(i, j0 .. j0 + LANES), or what `followed` says.
        unsafe {
            if is_half {
                for i in 0..whole {
                    let sums = row::<T, I, K>(isa, x.a_at(i, 0), x.a_k, &b);
                    isa.store_head(x.c_at(i, j0), I::LANES / 2, sums);
                }
            } else {
                for i in 0..whole {
                    isa.store(x.c_at(i, j0), row::<T, I, K>(isa, x.a_at(i, 0), x.a_k, &b));
                }
            }
        }
        for i in whole..x.m {
            let c = x.c_at(i, j0);
            // SAFETY: row `i < m` of A with terms below `K == x.k`; C(i, j0 .. j0 + cols), `j0 + cols <= n`.
            unsafe {
                let sums = row::<T, I, K>(isa, x.a_at(i, 0), x.a_k, &b);
                if x.has_contiguous_rows() {
                    isa.store_head(c, cols, sums);
                } else {
                    scatter::<T, I>(isa, c, x.c_n, cols, sums);
                }
            }
        }
        j0 += cols;
    }
}

/// The first rows of C, of at most `width` elements each, from which on so many elements are in C.
#[inline(always)]
fn followed<T>(x: &Problem<T>, width: usize) -> usize {
    let is_contiguous = x.c_n == 1 && x.c_m == x.n as isize && x.n <= width;
    match (x.m * x.n).checked_sub(width) {
        Some(rest) if is_contiguous => rest / x.n + 1,
        _ => 0,
    }
}

/// Columns `j0 ..  j0 + cols` of B, a vector for each term; other lanes hold anything.
///
/// # Safety
/// They are in B with `K` terms, and `1 <= cols <= LANES`.
#[inline(always)]
unsafe fn columns<T: Scalar, I: Simd<T>, const K: usize>(
    isa: I,
    x: &Problem<T>,
    j0: usize,
    cols: usize,
) -> [I::V; K] {
    let mut b = [isa.splat(T::ZERO); K];
    // SAFETY: every read is of B(k, j) with `k < K` and `j` in `j0 .. j0 + cols`, from the caller.
    unsafe {
        if x.b_n == 1 {
            for k in 0..K {
                let row = x.b_at(k, j0);
                b[k] = if cols == I::LANES { isa.load(row) } else { isa.load_head(row, cols) };
            }
        } else if x.b_k == 1 && const { is_supported::<T, I>() } {
            for k0 in (0..K).step_by(I::LANES) {
                // Where the columns follow each other, a vector from any of these ends in B.
                let behind =
                    if x.b_n == K as isize { (x.n - j0).saturating_sub(I::LANES - 1) * K } else { K };
                let is_whole = behind >= k0 + I::LANES;
                let mut block: Block<I::V> = [isa.splat(T::ZERO); 16];
                for l in 0..I::LANES {
                    if is_whole || l < cols {
                        let column = x.b_at(k0, j0 + l);
                        block[l] = if is_whole {
                            isa.load(column)
                        } else {
                            isa.load_head(column, (K - k0).min(I::LANES))
                        };
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

/// Writes the first `n` lanes, `stride` apart.
///
/// # Safety
/// Those places are writable, and `n <= LANES`.
#[inline(always)]
pub(crate) unsafe fn scatter<T: Scalar, I: Simd<T>>(isa: I, to: *mut T, stride: isize, n: usize, v: I::V) {
    let mut lanes = MaybeUninit::<I::V>::uninit();
    let from: *mut T = lanes.as_mut_ptr().cast();
    // SAFETY: a vector has room for its lanes, of which `n` are read after they were stored; the places are
    // the caller's.
    unsafe {
        isa.store(from, v);
        for j in 0..n {
            to.offset(j as isize * stride).write(*from.add(j));
        }
    }
}

/// At least the first `n` elements from `p`, where `readable` can be read.
///
/// # Safety
/// `n <= LANES`; `n` elements, and `readable`, are readable from `p`.
#[inline(always)]
pub(super) unsafe fn head_of<T: Scalar, I: Simd<T>>(isa: I, p: *const T, n: usize, readable: usize) -> I::V {
    // SAFETY: from the caller.
    unsafe { if readable >= I::LANES { isa.load(p) } else { isa.load_head(p, n) } }
}
