//! Dot products and sums in the order `Order::Dot`, on vectors.
//!
//! ```text
//! sum(n terms)  = fold(block(0, n))                          if they are one block
//!               = fold(the blocks as a balanced tree)        a stack of partial trees, as in a binary counter
//! block         = one row of lanes, L = 128 bytes' worth in R vectors, += each row of terms
//! fold(row)     : row[i] += row[i + R/2], then R/4, .. 1; then the one vector's lanes in the same way
//! ```
//!
//! Lanes start at -0.0, which is neutral for every value, and a part of a vector at the end holds -0.0 behind
//! the last term: so no lane knows whether it holds anything, and there is no scalar loop at the end.

use super::one_lane;
use super::operand::VecRef;
use super::order::{BLOCK_ROWS, lanes};
use super::terms::{Products, Terms, Values};
use super::tree::{Tree, tree};
use crate::simd::{Baseline, Element, HAS_VECTORS, Kernel, PairKernel, Simd};

/// The same where it is called, without dispatch, on vectors that the target promises; for a constant `n`
/// for which `is_inline`.
///
/// # Safety
/// `n` elements from `a` and `n` from `b` are readable.
#[inline(always)]
pub unsafe fn dot_inline<T: Element>(a: *const T, b: *const T, n: usize) -> T {
    // SAFETY: `n` elements follow `a` and `b`, from the caller.
    unsafe { sum_inline(Products::new(a, b), n) }
}

/// The sum of `n` terms where it is called, without dispatch; for a constant `n`.
///
/// # Safety
/// There are as many.
#[inline(always)]
pub(super) unsafe fn sum_inline<T: Element, S: Terms<T>>(terms: S, n: usize) -> T {
    let bytes = n * size_of::<T>();
    // SAFETY: from the caller.
    unsafe {
        if const { HAS_VECTORS } {
            T::inline(bytes, Sum::new(terms, n))
        } else {
            T::inline(bytes, Few::new(terms, n))
        }
    }
}

/// Whether a dot product of `n` elements of `size` bytes is better inlined than dispatched to wider vectors.
#[must_use]
pub(crate) const fn is_inline(n: usize, size: usize) -> bool {
    if !HAS_VECTORS {
        return n <= UNROLLED;
    }
    let bytes = n.saturating_mul(size);
    let tail = if bytes.is_multiple_of(BASELINE_BYTES) { 0 } else { TAIL_VECTORS };
    bytes / BASELINE_BYTES + tail <= INLINE_VECTORS
}

/// Whether the sum of `n` terms of `size` bytes is better made where it is asked for, for a constant `n`: without vectors each of
/// one block is, since code for all numbers of terms is more.
#[inline(always)]
pub(super) const fn is_sum_inline(n: usize, size: usize) -> bool {
    if HAS_VECTORS { is_inline(n, size) } else { n <= BLOCK_ROWS * lanes(size) }
}

/// Whether the processor has no vectors, but a way of its own for dot products of `n` elements of `size` bytes.
pub(super) const fn is_own(n: usize, size: usize) -> bool {
    #[cfg(all(target_arch = "arm", target_os = "none", target_abi = "eabihf"))]
    return size == 4 && (n == 16 || 32 <= n && n <= crate::simd::vfp::MOST);
    #[cfg(not(all(target_arch = "arm", target_os = "none", target_abi = "eabihf")))]
    {
        let _ = (n, size);
        false
    }
}

/// A dispatched call costs two nanoseconds, as much as some four loads of each operand, which the wider vectors
/// halve or quarter. Measured on a Zen 5, SSE2 inlined against AVX2 and AVX-512 dispatched: they meet at 130 bytes
/// (f32) to 250 (f64).
const INLINE_VECTORS: usize = 8;

/// What the last elements, which do not fill a vector, cost inline: 31 of f32 take as long as 36. A dispatched call
/// has masks for them.
const TAIL_VECTORS: usize = 2;

/// The size of the vectors that the target promises; 4 where it promises none.
const BASELINE_BYTES: usize = <Baseline as Simd<f32>>::LANES * 4;

/// The dot product of two runs of elements, for [`Element::pair`].
#[derive(Debug)]
pub enum Dot {}

impl<T: Element> PairKernel<T> for Dot {
    #[inline(always)]
    unsafe fn run<I: Simd<T>>(isa: I, a: *const T, b: *const T, n: usize) -> T {
        // SAFETY: `n` elements follow `a` and `b`, from the caller.
        Sum { terms: unsafe { Products::new(a, b) }, n }.run(isa)
    }
}

/// The sum of one run of elements, for [`Element::pair`]; the other is not looked at.
#[derive(Debug)]
pub enum Total {}

impl<T: Element> PairKernel<T> for Total {
    #[inline(always)]
    unsafe fn run<I: Simd<T>>(isa: I, a: *const T, _: *const T, n: usize) -> T {
        // SAFETY: `n` elements follow `a`, from the caller.
        unsafe { Sum::new(Values::new(VecRef::new(a, n, 1)), n) }.run(isa)
    }
}

/// The sum of `n` terms.
#[derive(Clone, Copy, Debug)]
pub struct Sum<S> {
    /// The terms; there are at least `n`.
    terms: S,
    n: usize,
}

impl<S> Sum<S> {
    /// The sum of `n` terms.
    ///
    /// # Safety
    /// There are as many.
    #[inline(always)]
    pub const unsafe fn new(terms: S, n: usize) -> Self {
        Sum { terms, n }
    }
}

impl<T: Element, S: Terms<T>> Kernel<T> for Sum<S> {
    type Output = T;
    const WIDEST: usize = if T::TILED { S::WIDEST } else { 32 };
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) -> T {
        if self.n == 0 {
            T::ZERO
        } else if const { I::LANES == 1 } {
            // SAFETY: there are `n` terms.
            isa.fold(unsafe { one_lane::sum(isa, self.terms, self.n) })
        } else if const { T::IS_EXACT } || self.n <= BLOCK_ROWS * lanes(size_of::<T>()) {
            // SAFETY: there are `n` terms.
            fold(isa, unsafe { block(isa, self.terms, 0, self.n) })
        } else {
            isa.outline(Blocks(self))
        }
    }
}

/// The sum of more than one block.
struct Blocks<S>(Sum<S>);

impl<T: Element, S: Terms<T>> Kernel<T> for Blocks<S> {
    type Output = T;
    const WIDEST: usize = if T::TILED { S::WIDEST } else { 32 };
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) -> T {
        let Blocks(Sum { terms, n }) = self;
        let mut tree = Tree::<_>::new();
        let mut done = 0;
        while done < n {
            let count = (n - done).min(BLOCK_ROWS * lanes(size_of::<T>()));
            // SAFETY: `done + count <= n`.
            tree.push(unsafe { block(isa, terms, done, count) }, |a, b| add(isa, a, b));
            done += count;
        }
        fold(isa, tree.finish(|a, b| add(isa, a, b)))
    }
}

/// The lanes of terms `first .. first + n`, which are at most one block.
///
/// # Safety
/// There are as many terms.
#[inline(always)]
unsafe fn block<T, I: Simd<T>, S: Terms<T>>(isa: I, terms: S, first: usize, n: usize) -> I::Row {
    let mut row = isa.row(isa.splat(I::NEUTRAL));
    let sums = row.as_mut();
    let width = sums.len() * I::LANES;
    let end = first + n;
    let mut i = first;
    while end - i >= width {
        for (r, sum) in sums.iter_mut().enumerate() {
            // SAFETY: terms below `i + width`, which is at most `end`; there are as many, from the caller.
            *sum = isa.add(*sum, unsafe { terms.full(isa, i + r * I::LANES) });
        }
        i += width;
    }
    let rest = end - i;
    for (r, sum) in sums.iter_mut().enumerate() {
        if rest >= (r + 1) * I::LANES {
            // SAFETY: terms below `i + rest`, which is `end`.
            *sum = isa.add(*sum, unsafe { terms.full(isa, i + r * I::LANES) });
        }
    }
    let head = rest % I::LANES;
    if head != 0 {
        let at = rest / I::LANES;
        // SAFETY: terms below `i + rest`, which is `end`; `head < LANES`.
        let last = unsafe { terms.head(isa, i + at * I::LANES, head) };
        // Not `sums[at]`: an index that is not a constant would put all sums in memory.
        for (r, sum) in sums.iter_mut().enumerate() {
            if r == at {
                *sum = isa.add(*sum, last);
            }
        }
    }
    row
}

/// `a + b`, lane by lane.
#[inline(always)]
fn add<T, I: Simd<T>>(isa: I, mut a: I::Row, b: I::Row) -> I::Row {
    for (a, b) in a.as_mut().iter_mut().zip(b.as_ref()) {
        *a = isa.add(*a, *b);
    }
    a
}

/// The lanes of a row by halves.
#[inline(always)]
pub(super) fn fold<T, I: Simd<T>>(isa: I, mut row: I::Row) -> T {
    let sums = row.as_mut();
    // The number of vectors is a constant, so these are straight lines of code; a loop over `half` would not
    // surely be.
    for half in [64, 32, 16, 8, 4, 2, 1] {
        if half < sums.len() {
            let (low, high) = sums.split_at_mut(half);
            for (l, h) in low.iter_mut().zip(high) {
                *l = isa.add(*l, *h);
            }
        }
    }
    isa.fold(sums[0])
}

/// The sum of a number of terms that is a constant where it is called, at most a block: a few are unrolled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Few<S> {
    terms: S,
    n: usize,
}

impl<S> Few<S> {
    /// The sum of `n` terms.
    ///
    /// # Safety
    /// There are as many.
    #[inline(always)]
    pub(super) const unsafe fn new(terms: S, n: usize) -> Self {
        Few { terms, n }
    }
}

/// The most terms that are unrolled.
pub(super) const UNROLLED: usize = if cfg!(target_abi = "eabihf") { 15 } else { 4 };

impl<T: Element, S: Terms<T>> Kernel<T> for Few<S> {
    type Output = T;
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) -> T {
        macro_rules! of {
            ($($n:literal $form:ident)+) => {
                match self.n {
                    $($n => {
                        // SAFETY: there are `n` terms.
                        unsafe { $form::<T, I, S, $n>(isa, self.terms) }
                    })+
                    0 => return T::ZERO,
                    _ => {
                        // SAFETY: there are `n` terms.
                        unsafe { one_lane::known(isa, self.terms, self.n) }
                    }
                }
            };
        }
        isa.fold(of!(
            1 to_eight 2 to_eight 3 to_eight 4 to_eight 5 to_eight 6 to_eight 7 to_eight 8 to_eight
            9 beyond 10 beyond 11 beyond 12 beyond 13 beyond 14 beyond 15 beyond
        ))
    }
}

/// # Safety
/// There are `N <= 8` terms.
#[inline(always)]
unsafe fn to_eight<T: Element, I: Simd<T>, S: Terms<T>, const N: usize>(isa: I, terms: S) -> I::V {
    let mut sums = [isa.splat(I::NEUTRAL); N];
    for (i, sum) in sums.iter_mut().enumerate() {
        // SAFETY: `i < N`.
        *sum = unsafe { terms.full(isa, i) };
    }
    tree::<T, I, N>(isa, sums)
}

/// # Safety
/// There are `N` terms, from 8 to 16.
#[inline(always)]
unsafe fn beyond<T: Element, I: Simd<T>, S: Terms<T>, const N: usize>(isa: I, terms: S) -> I::V {
    let mut sums = [isa.splat(I::NEUTRAL); 8];
    for (i, sum) in sums.iter_mut().enumerate() {
        // SAFETY: `i < 8`, and `i + 8 < N` where it is asked for.
        unsafe {
            *sum = terms.full(isa, i);
            if i + 8 < N {
                *sum = isa.add(*sum, terms.full(isa, i + 8));
            }
        }
    }
    tree::<T, I, 8>(isa, sums)
}
