//! Sums on processors without vectors, where a row of lanes does not fit into the registers: a few lanes at a time, each
//! from its first term to its last, in the order in which the lanes fold.

use super::dot::{Sum, Terms, Tree};
use super::order::{BLOCK_ROWS, lanes};
use super::short::tree;
use crate::simd::{Element, Kernel, Simd};

/// The sum of `n` terms, in the order of a dot product.
///
/// # Safety
/// There are as many terms.
#[inline(always)]
pub(super) unsafe fn sum<T: Element, I: Simd<T>, S: Terms<T>>(isa: I, terms: S, n: usize) -> I::V {
    let width = lanes(size_of::<T>());
    // SAFETY: the caller's promise, in all.
    unsafe {
        if const { !T::TILED } {
            // The sums of integers are the same in every order.
            let mut sum = isa.splat(I::NEUTRAL);
            for i in 0..n {
                sum = isa.add(sum, terms.full(isa, i));
            }
            return sum;
        }
        if let Some(sum) = terms.contiguous(isa, n) {
            return isa.splat(sum);
        }
        if n <= width { few(isa, terms, n) } else { many(isa, terms, n) }
    }
}

/// `1 <= n <= L` terms: no lane has more than one.
///
/// # Safety
/// There are as many terms.
#[inline(always)]
unsafe fn few<T: Element, I: Simd<T>, S: Terms<T>>(isa: I, terms: S, n: usize) -> I::V {
    let mut row = isa.row(isa.splat(I::NEUTRAL));
    let lanes = row.as_mut();
    for (i, lane) in lanes.iter_mut().enumerate().take(n) {
        // SAFETY: `i < n`.
        *lane = unsafe { terms.full(isa, i) };
    }
    for half in [64, 32, 16, 8, 4, 2, 1] {
        if half < n
            && let Some((low, high)) = lanes.split_at_mut_checked(half)
        {
            for (l, h) in low.iter_mut().zip(high).take(n - half) {
                *l = isa.add(*l, *h);
            }
        }
    }
    lanes.first().map_or(isa.splat(I::NEUTRAL), |sum| *sum)
}

/// More than `L` terms, four lanes at a time: those that fold into one.
///
/// # Safety
/// There are as many terms.
#[inline(always)]
unsafe fn many<T: Element, I: Simd<T>, S: Terms<T>>(isa: I, terms: S, n: usize) -> I::V {
    let width = lanes(size_of::<T>());
    let (groups, block) = (width / 4, BLOCK_ROWS * width);
    let add = |a, b| isa.add(a, b);
    let add_all =
        |a: [I::V; 4], b: [I::V; 4]| [add(a[0], b[0]), add(a[1], b[1]), add(a[2], b[2]), add(a[3], b[3])];
    let mut folded = Tree::<_, 6>::new();
    for group in 0..groups {
        let lane = group.reverse_bits() >> (usize::BITS - groups.ilog2());
        // SAFETY: `first <= end <= n`.
        let chains = |first: usize, end: usize| unsafe { chains(isa, terms, first + lane, end, width) };
        let sums = if n <= block {
            chains(0, n)
        } else {
            let mut blocks = Tree::<_>::new();
            let mut first = 0;
            while first < n {
                let end = n.min(first + block);
                blocks.push(chains(first, end), add_all);
                first = end;
            }
            blocks.finish(add_all)
        };
        folded.push(add(add(sums[0], sums[2]), add(sums[1], sums[3])), add);
    }
    folded.finish(add)
}

/// The lanes of the terms `first`, `first + L/4`, `first + L/2` and `first + 3L/4`, each every `L`-th below `end`.
///
/// # Safety
/// There are `end` terms.
#[inline(always)]
unsafe fn chains<T: Element, I: Simd<T>, S: Terms<T>>(
    isa: I,
    terms: S,
    first: usize,
    end: usize,
    width: usize,
) -> [I::V; 4] {
    let quarter = width / 4;
    let mut sums = [isa.splat(I::NEUTRAL); 4];
    let mut i = first;
    while i + 3 * quarter < end {
        for (q, sum) in sums.iter_mut().enumerate() {
            // SAFETY: at most `i + 3 L/4`, which is below `end`.
            *sum = isa.add(*sum, unsafe { terms.full(isa, i + q * quarter) });
        }
        i += width;
    }
    for (q, sum) in sums.iter_mut().enumerate() {
        if i + q * quarter < end {
            // SAFETY: below `end`.
            *sum = isa.add(*sum, unsafe { terms.full(isa, i + q * quarter) });
        }
    }
    sums
}

/// The sum of a number of terms that is a constant where it is called: a few are unrolled.
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
            ($($n:literal)+) => {
                // SAFETY: there are `n` terms.
                match self.n {
                    $($n => unsafe { unrolled::<T, I, S, $n>(isa, self.terms) },)+
                    // SAFETY: there are `n` terms.
                    _ => return unsafe { Sum::new(self.terms, self.n) }.run(isa),
                }
            };
        }
        isa.fold(of!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15))
    }
}

/// # Safety
/// There are `N` terms.
#[inline(always)]
unsafe fn unrolled<T: Element, I: Simd<T>, S: Terms<T>, const N: usize>(isa: I, terms: S) -> I::V {
    let mut sums = [isa.splat(I::NEUTRAL); N];
    for (i, sum) in sums.iter_mut().enumerate() {
        // SAFETY: `i < N`.
        *sum = unsafe { terms.full(isa, i) };
    }
    if N <= 8 {
        return tree::<T, I, N>(isa, sums);
    }
    let mut low = [isa.splat(I::NEUTRAL); 8];
    for (i, sum) in low.iter_mut().enumerate() {
        *sum = if i + 8 < N { isa.add(sums[i], sums[i + 8]) } else { sums[i] };
    }
    tree::<T, I, 8>(isa, low)
}
