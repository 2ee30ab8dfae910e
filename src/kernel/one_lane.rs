//! Sums on processors without vectors, where a row of lanes does not fit into the registers: a few lanes at a time, each
//! from its first term to its last, in the order in which the lanes fold.

use super::order::{BLOCK_ROWS, lanes};
use super::terms::Terms;
use super::tree::{Tree, by_halves};
use crate::simd::{Element, Kernel, Simd};

/// The sum of `n` terms, in the order of a dot product.
///
/// # Safety
/// There are as many terms.
#[inline(always)]
pub(super) unsafe fn sum<T: Element, I: Simd<T>, S: Terms<T>>(isa: I, terms: S, n: usize) -> I::V {
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
        isa.splat(isa.outline(Lanes { terms, n }))
    }
}

/// [`sum`] of a number of terms that is a constant where it is called, and at most a block: of few without a call, and of more
/// by one in which there is nothing for several blocks.
///
/// # Safety
/// There are as many terms.
#[inline(always)]
pub(super) unsafe fn known<T: Element, I: Simd<T>, S: Terms<T>>(isa: I, terms: S, n: usize) -> I::V {
    debug_assert!(0 < n && n <= BLOCK_ROWS * lanes(size_of::<T>()));
    // SAFETY: the caller's promise, in all.
    unsafe {
        if const { !T::TILED } {
            sum(isa, terms, n)
        } else if let Some(sum) = terms.contiguous(isa, n) {
            isa.splat(sum)
        } else if n <= lanes(size_of::<T>()) {
            few(isa, terms, n)
        } else {
            isa.splat(isa.outline(Block { terms, n }))
        }
    }
}

/// The sum by lanes, as a call: a row of them is on the stack.
struct Lanes<S> {
    terms: S,
    n: usize,
}

impl<T: Element, S: Terms<T>> Kernel<T> for Lanes<S> {
    type Output = T;
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) -> T {
        let Lanes { terms, n } = self;
        let width = lanes(size_of::<T>());
        if n > BLOCK_ROWS * width {
            return isa.outline(Blocks { terms, n });
        }
        // SAFETY: there are `n` terms.
        unsafe { if n <= width { isa.fold(few(isa, terms, n)) } else { Block { terms, n }.run(isa) } }
    }
}

/// The same of at most one block.
struct Block<S> {
    terms: S,
    n: usize,
}

impl<T: Element, S: Terms<T>> Kernel<T> for Block<S> {
    type Output = T;
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) -> T {
        let Block { terms, n } = self;
        // SAFETY: there are `n` terms.
        isa.fold(many(isa, |lane| unsafe { chains(isa, terms, lane, n, lanes(size_of::<T>())) }))
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
    by_halves(lanes, n, |a, b| isa.add(a, b));
    lanes.first().map_or(isa.splat(I::NEUTRAL), |sum| *sum)
}

/// More than one block, as a call: its trees of blocks take a page of stack.
struct Blocks<S> {
    terms: S,
    n: usize,
}

impl<T: Element, S: Terms<T>> Kernel<T> for Blocks<S> {
    type Output = T;
    #[inline(always)]
    fn run<I: Simd<T>>(self, isa: I) -> T {
        let Blocks { terms, n } = self;
        let width = lanes(size_of::<T>());
        isa.fold(many(isa, |lane| {
            let mut blocks = Tree::<_>::new();
            let mut first = 0;
            while first < n {
                let end = n.min(first + BLOCK_ROWS * width);
                // SAFETY: `first <= end <= n`.
                let sums = unsafe { chains(isa, terms, first + lane, end, width) };
                blocks.push(sums, |a, b| [0, 1, 2, 3].map(|q| isa.add(a[q], b[q])));
                first = end;
            }
            blocks.finish(|a, b| [0, 1, 2, 3].map(|q| isa.add(a[q], b[q])))
        }))
    }
}

/// All lanes, four at a time: those that fold into one. They come from the first of the four.
#[inline(always)]
fn many<T: Element, I: Simd<T>>(isa: I, of_four: impl Fn(usize) -> [I::V; 4]) -> I::V {
    let groups = const { lanes(size_of::<T>()) / 4 };
    let mut folded = Tree::<_, 6>::new();
    for group in 0..groups {
        let lane = group.reverse_bits() >> (usize::BITS - groups.ilog2());
        let [a, b, c, d] = of_four(lane);
        folded.push(isa.add(isa.add(a, c), isa.add(b, d)), |a, b| isa.add(a, b));
    }
    folded.finish(|a, b| isa.add(a, b))
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
