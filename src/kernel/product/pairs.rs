//! Dot products of up to 8 terms of many pairs of contiguous rows: as many at a time as a vector has lanes.
//!
//! ```text
//! for i0 in 0..count step LANES     x[i] = row i0 + i of A * row i0 + i of B;   transposed;   y[i0 ..] = tree of x
//! ```

#![allow(
    clippy::needless_range_loop,
    reason = "lanes and terms are numbers of the algorithm, not of one array"
)]

use super::short::head_of;
use crate::kernel::order::SMALL_K;
use crate::kernel::tree::tree;
use crate::scalar::{Repr, Scalar};
use crate::simd::transpose::{Block, is_supported, transpose};
use crate::simd::{Element, HAS_VECTORS, Kernel, Path, Simd};

/// `y[i]` = row `i` of A · row `i` of B.
///
/// Invariant: `count` rows of `k` elements each can be read from `a` and from `b`, contiguous, and as many elements written to
/// `y`, each in a place of its own.
#[derive(Debug)]
pub struct Pairs<T> {
    pub(crate) y: *mut T,
    pub(crate) a: *const T,
    pub(crate) b: *const T,
    pub(crate) count: usize,
    pub(crate) k: usize,
}

/// Whether there is a kernel for rows of `k` elements.
pub(crate) const fn has_pairs<T: Scalar>(k: usize) -> bool {
    let is_transposed = matches!(T::KIND.repr(), Repr::F32 | Repr::F64 | Repr::Int32 | Repr::Int64);
    HAS_VECTORS && is_transposed && 2 <= k && k <= SMALL_K
}

/// The dot products, on the active path: whether it has vectors, and they are written.
///
/// # Safety
/// The invariant of `Pairs`, and [`has_pairs`] of `x.k`.
pub(crate) unsafe fn dots<T: Element>(x: &Pairs<T>) -> bool {
    let path = Path::active();
    if path == Path::Scalar {
        return false;
    }
    // SAFETY: the active path is available.
    unsafe { T::run_vectors(path, x) };
    true
}

impl<T: Element> Kernel<T> for &Pairs<T> {
    type Output = ();
    const WIDEST: usize = 32;
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) {
        match self.k {
            2 => of_terms::<T, I, 2>(isa, self),
            3 => of_terms::<T, I, 3>(isa, self),
            4 => of_terms::<T, I, 4>(isa, self),
            5 => of_terms::<T, I, 5>(isa, self),
            6 => of_terms::<T, I, 6>(isa, self),
            7 => of_terms::<T, I, 7>(isa, self),
            8 => of_terms::<T, I, 8>(isa, self),
            k => debug_assert!(false, "no kernel for {k} terms"),
        }
    }
}

/// `x.k` is `K`.
#[inline(always)]
fn of_terms<T: Scalar, I: Simd<T>, const K: usize>(isa: I, x: &Pairs<T>) {
    if const { !is_supported::<T, I>() } {
        return debug_assert!(false, "no kernel for such elements");
    }
    let Pairs { y, a, b, count, .. } = *x;
    // The first groups of rows from each of which a vector ends in the operand.
    let whole = (count * K).saturating_sub(K.next_multiple_of(I::LANES) - K) / K / I::LANES * I::LANES;
    for i in (0..whole).step_by(I::LANES) {
        // SAFETY: rows `i .. i + LANES`, and a vector from each, and so many elements of `y`.
        unsafe { isa.store(y.add(i), group::<T, I, K>(isa, [a.add(i * K), b.add(i * K)], I::LANES, true)) };
    }
    for i in (whole..count).step_by(I::LANES) {
        let n = I::LANES.min(count - i);
        // SAFETY: rows `i .. i + n`, and so many elements of `y`.
        unsafe { isa.store_head(y.add(i), n, group::<T, I, K>(isa, [a.add(i * K), b.add(i * K)], n, false)) };
    }
}

/// The dot products of `n` pairs of rows; other lanes hold anything.
///
/// # Safety
/// `n <= LANES` rows of `K` elements can be read from both, and if `is_whole` vectors that hold each.
#[inline(always)]
unsafe fn group<T: Scalar, I: Simd<T>, const K: usize>(
    isa: I,
    [a, b]: [*const T; 2],
    n: usize,
    is_whole: bool,
) -> I::V {
    let mut terms = [isa.splat(T::ZERO); K];
    for k0 in (0..K).step_by(I::LANES) {
        let deep = I::LANES.min(K - k0);
        let readable = if is_whole { I::LANES } else { deep };
        let mut block: Block<I::V> = [isa.splat(T::ZERO); 16];
        for l in 0..I::LANES {
            if l < n {
                let at = l * K + k0;
                // SAFETY: terms `k0 .. k0 + deep` of row `l`, and if `is_whole` the vector from there.
                let (a, b) = unsafe {
                    (head_of(isa, a.add(at), deep, readable), head_of(isa, b.add(at), deep, readable))
                };
                // Not by a closure, which would be a call.
                block[l] = isa.mul(a, b);
            }
        }
        transpose::<T, I>(isa, &mut block);
        for l in 0..I::LANES {
            if k0 + l < K {
                terms[k0 + l] = block[l];
            }
        }
    }
    tree::<T, I, K>(isa, terms)
}
