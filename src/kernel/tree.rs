//! Balanced trees of sums: over parts that come one by one, and over a few terms.

use super::order::SMALL_K;
use crate::simd::Simd;
use core::mem::MaybeUninit;

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

/// The first `n` lanes of a row by halves, which come to stand in the first one: others hold nothing.
#[inline(always)]
pub(super) fn by_halves<V: Copy>(row: &mut [V], n: usize, add: impl Fn(V, V) -> V) {
    for half in [64, 32, 16, 8, 4, 2, 1] {
        if half < n
            && let Some((low, high)) = row.split_at_mut_checked(half)
        {
            for (l, h) in low.iter_mut().zip(high).take(n - half) {
                *l = add(*l, *h);
            }
        }
    }
}

/// The tree of `K` terms: 4 apart, then 2, then 1, as the lanes of a dot fold. Terms that are not there are
/// left out.
#[inline(always)]
pub(super) fn tree<T, I: Simd<T>, const K: usize>(isa: I, mut terms: [I::V; K]) -> I::V {
    const { assert!(K >= 1 && K <= SMALL_K) };
    if K > 4 {
        for l in 0..K - 4 {
            terms[l] = isa.add(terms[l], terms[l + 4]);
        }
    }
    if K > 2 {
        terms[0] = isa.add(terms[0], terms[2]);
    }
    if K > 3 {
        terms[1] = isa.add(terms[1], terms[3]);
    }
    if K > 1 {
        terms[0] = isa.add(terms[0], terms[1]);
    }
    terms[0]
}
