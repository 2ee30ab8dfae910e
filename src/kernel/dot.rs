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

use super::native::Native;
use super::one_lane::{self, Few, UNROLLED};
use super::operand::VecRef;
use super::order::{BLOCK_ROWS, lanes};
use crate::sealed::Seal;
use crate::simd::{Baseline, Element, HAS_VECTORS, Kernel, Pair, Simd};
use core::mem::MaybeUninit;

/// Sum of products `a[i] * b[i]` over the shorter of both lengths, on the active path.
#[inline]
pub(crate) fn dot<T: Native>(a: VecRef<'_, T>, b: VecRef<'_, T>) -> T {
    let n = a.len().min(b.len());
    if a.stride() == 1 && b.stride() == 1 {
        // SAFETY: `n` elements follow `a` and `b`, by the invariant of `VecRef` at stride 1.
        return unsafe { T::dot_contiguous(a.as_ptr(), b.as_ptr(), n) };
    }
    // SAFETY: `n` is at most either length.
    T::dispatch(Sum { terms: unsafe { StridedProducts::new(a, b) }, n })
}

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

/// Inlined or dispatched, whichever is faster for the length, which is a constant after inlining.
///
/// # Safety
/// `n` elements from `a` and `n` from `b` are readable.
#[inline(always)]
pub unsafe fn dot_static<T: Native>(a: *const T, b: *const T, n: usize) -> T {
    if is_inline(n, size_of::<T>()) || is_own(n, size_of::<T>()) {
        // SAFETY: from the caller.
        unsafe { dot_inline(a, b, n) }
    } else {
        // SAFETY: `n` elements follow `a` and `b`, from the caller.
        unsafe { T::dot_contiguous(a, b, n) }
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

impl<T: Element> Pair<T> for Dot {
    #[inline(always)]
    unsafe fn run<I: Simd<T>>(isa: I, a: *const T, b: *const T, n: usize) -> T {
        // SAFETY: `n` elements follow `a` and `b`, from the caller.
        Sum { terms: unsafe { Products::new(a, b) }, n }.run(isa)
    }
}

/// The sum of one run of elements, for [`Element::pair`]; the other is not looked at.
#[derive(Debug)]
pub enum Total {}

impl<T: Element> Pair<T> for Total {
    #[inline(always)]
    unsafe fn run<I: Simd<T>>(isa: I, a: *const T, _: *const T, n: usize) -> T {
        // SAFETY: `n` elements follow `a`, from the caller.
        unsafe { Sum::new(Values::new(VecRef::new(a, n, 1)), n) }.run(isa)
    }
}

/// The terms of a sum, a vector at a time. Sealed: a [`Sum`] reads what they say that there is.
pub trait Terms<T>: Copy {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Terms `i .. i + LANES`.
    ///
    /// # Safety
    /// There are as many terms.
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V;
    /// Terms `i .. i + n`, then `NEUTRAL`.
    ///
    /// # Safety
    /// There are as many terms, and `n <= LANES`.
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V;
    /// The sum of the first `n`, where the instruction set has a way of its own for them.
    ///
    /// # Safety
    /// There are as many terms.
    #[inline(always)]
    unsafe fn contiguous<I: Simd<T>>(self, _isa: I, _n: usize) -> Option<T> {
        None
    }
}

/// Products of elements that stand one after another.
#[derive(Clone, Copy, Debug)]
pub struct Products<T> {
    a: *const T,
    b: *const T,
}

impl<T> Products<T> {
    /// The products of what follows two pointers.
    ///
    /// # Safety
    /// The number of terms that will be asked for is readable from both.
    #[inline(always)]
    pub const unsafe fn new(a: *const T, b: *const T) -> Self {
        Products { a, b }
    }
}

impl<T: Copy> Terms<T> for Products<T> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V {
        // SAFETY: `i + LANES` elements are readable, from the caller and `new`.
        unsafe { isa.mul(isa.load(self.a.add(i)), isa.load(self.b.add(i))) }
    }
    #[inline(always)]
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V {
        // SAFETY: `i + n` elements are readable, from the caller and `new`; `n <= LANES`.
        unsafe {
            let p = isa.mul(isa.load_head(self.a.add(i), n), isa.load_head(self.b.add(i), n));
            isa.keep_head(p, n)
        }
    }
    #[inline(always)]
    unsafe fn contiguous<I: Simd<T>>(self, isa: I, n: usize) -> Option<T> {
        // SAFETY: from the caller and `new`.
        unsafe { isa.dot(self.a, self.b, n) }
    }
}

/// Products of elements at any strides.
#[derive(Clone, Copy, Debug)]
pub struct StridedProducts<'a, T> {
    a: VecRef<'a, T>,
    b: VecRef<'a, T>,
}

impl<'a, T> StridedProducts<'a, T> {
    /// The products of two vectors.
    ///
    /// # Safety
    /// Both have as many elements as terms will be asked for.
    #[inline(always)]
    pub const unsafe fn new(a: VecRef<'a, T>, b: VecRef<'a, T>) -> Self {
        StridedProducts { a, b }
    }
}

impl<T: Copy> Terms<T> for StridedProducts<'_, T> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V {
        // SAFETY: from the caller; a full vector has `LANES` elements.
        unsafe { isa.mul(some(isa, self.a, i, I::LANES), some(isa, self.b, i, I::LANES)) }
    }
    #[inline(always)]
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe { isa.keep_head(isa.mul(some(isa, self.a, i, n), some(isa, self.b, i, n)), n) }
    }
}

/// The elements of a vector.
#[derive(Clone, Copy, Debug)]
pub struct Values<'a, T>(VecRef<'a, T>);

impl<'a, T> Values<'a, T> {
    /// The elements of `x`.
    ///
    /// # Safety
    /// It has as many as terms will be asked for.
    #[inline(always)]
    pub const unsafe fn new(x: VecRef<'a, T>) -> Self {
        Values(x)
    }
}

impl<T: Copy> Terms<T> for Values<'_, T> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe { some(isa, self.0, i, I::LANES) }
    }
    #[inline(always)]
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe { isa.keep_head(some(isa, self.0, i, n), n) }
    }
}

/// The squares of what the elements of a vector differ from a number by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deviations<'a, T>(VecRef<'a, T>, T);

impl<'a, T> Deviations<'a, T> {
    /// The squares of `x - mean`.
    ///
    /// # Safety
    /// `x` has as many elements as terms will be asked for.
    #[inline(always)]
    pub(crate) const unsafe fn new(x: VecRef<'a, T>, mean: T) -> Self {
        Deviations(x, mean)
    }
}

impl<T: Copy> Terms<T> for Deviations<'_, T> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    unsafe fn full<I: Simd<T>>(self, isa: I, i: usize) -> I::V {
        // SAFETY: from the caller; a full vector has `LANES` elements.
        let by = isa.sub(unsafe { some(isa, self.0, i, I::LANES) }, isa.splat(self.1));
        isa.mul(by, by)
    }
    #[inline(always)]
    unsafe fn head<I: Simd<T>>(self, isa: I, i: usize, n: usize) -> I::V {
        // SAFETY: from the caller.
        unsafe {
            let by = isa.sub(some(isa, self.0, i, n), isa.splat(self.1));
            isa.keep_head(isa.mul(by, by), n)
        }
    }
}

/// Elements `i .. i + n` of `x`, then zeros.
///
/// # Safety
/// `n <= LANES`, and `x` has as many elements.
#[inline(always)]
pub(super) unsafe fn some<T, I: Simd<T>>(isa: I, x: VecRef<'_, T>, i: usize, n: usize) -> I::V {
    debug_assert!(i + n <= x.len());
    let p = x.as_ptr().wrapping_offset((i as isize).wrapping_mul(x.stride()));
    // SAFETY: elements `i .. i + n` are readable at the stride, by the invariant of `VecRef`; the products
    // that lead to their places do not overflow, because the places are inside one allocation.
    unsafe {
        match (x.stride(), n == I::LANES) {
            (1, true) => isa.load(p),
            (1, false) => isa.load_head(p, n),
            (stride, _) => isa.load_strided(p, stride, n),
        }
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
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) -> T {
        if self.n == 0 {
            T::ZERO
        } else if const { I::LANES == 1 } {
            // SAFETY: there are `n` terms.
            isa.fold(unsafe { one_lane::sum(isa, self.terms, self.n) })
        } else if self.n <= BLOCK_ROWS * lanes(size_of::<T>()) {
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

/// The balanced tree over parts that come one by one: bit `d` of `count` is set when a subtree of `2^d` parts
/// waits in `subtrees`, larger ones first, for its right sibling.
pub(super) struct Tree<R, const DEPTH: usize = { usize::BITS as usize }> {
    /// The first `count.count_ones()` are initialised; there are as many.
    subtrees: [MaybeUninit<R>; DEPTH],
    count: usize,
}

impl<R: Copy, const DEPTH: usize> Tree<R, DEPTH> {
    /// A tree for less than `2^DEPTH` parts.
    #[inline(always)]
    pub(super) const fn new() -> Self {
        Tree { subtrees: [const { MaybeUninit::uninit() }; DEPTH], count: 0 }
    }

    /// Puts the next part to the right of the others.
    #[inline(always)]
    pub(super) fn push(&mut self, part: R, add: impl Fn(R, R) -> R) {
        let mut waiting = self.count.count_ones() as usize;
        let mut right = part;
        // The subtrees that the new count no longer has are those of the trailing ones.
        for _ in 0..self.count.trailing_ones() {
            waiting -= 1;
            // SAFETY: `waiting` is below the number of ones in `count`: it is initialised.
            right = add(unsafe { self.subtrees.get_unchecked(waiting).assume_init() }, right);
        }
        debug_assert!(waiting < DEPTH, "more parts than there is room for");
        if let Some(place) = self.subtrees.get_mut(waiting) {
            *place = MaybeUninit::new(right);
            self.count += 1;
        }
    }

    /// All parts; there is at least one.
    #[inline(always)]
    pub(super) fn finish(&self, add: impl Fn(R, R) -> R) -> R {
        debug_assert!(self.count > 0);
        let mut waiting = self.count.count_ones() as usize - 1;
        // SAFETY: the first `count_ones` are initialised, by the invariant of `subtrees`.
        let mut right = unsafe { self.subtrees.get_unchecked(waiting).assume_init() };
        while waiting > 0 {
            waiting -= 1;
            // SAFETY: as above.
            right = add(unsafe { self.subtrees.get_unchecked(waiting).assume_init() }, right);
        }
        right
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
