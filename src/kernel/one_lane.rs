//! Sums on processors without vectors, where a row of lanes does not fit into the registers: a few lanes at a time, each
//! from its first term to its last, in the order in which the lanes fold.

use super::dot::{Sum, Terms, Tree};
use super::order::{BLOCK_ROWS, CHAIN, lanes};
use super::problem::Problem;
use super::short::tree;
use crate::simd::{Element, Kernel, Path, Simd};

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
        isa.fold(unsafe {
            if n <= width { few(isa, terms, n) } else { many(isa, |lane| chains(isa, terms, lane, n, width)) }
        })
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
            ($($n:literal $form:ident)+) => {
                match self.n {
                    $($n => {
                        // SAFETY: there are `n` terms.
                        unsafe { $form::<T, I, S, $n>(isa, self.terms) }
                    })+
                    _ => {
                        // SAFETY: there are `n` terms.
                        return unsafe { Sum::new(self.terms, self.n) }.run(isa);
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

/// Columns of C that are computed at once, and rows: their sums, and a row of B, fit into 16 registers.
const WIDE: usize = 4;
const HIGH: usize = 2;

/// C = A · B in the order of `Order::Chain`: every element a chain of products, restarted every `CHAIN`, the chains added
/// in order. Where there are no vectors nothing is packed, and no memory is needed.
///
/// # Safety
/// The invariant of `Problem`.
pub(super) unsafe fn product<T: Element>(x: &Problem<T>) {
    struct Chains<'a, T>(&'a Problem<T>);
    impl<T: Element> Kernel<T> for Chains<'_, T> {
        type Output = ();
        #[inline(always)]
        fn run<I: Simd<T>>(self, isa: I) {
            let x = self.0;
            let mut j = 0;
            while j < x.n {
                let mut i = 0;
                while i < x.m {
                    // SAFETY: rows and columns of C, which are in A and in B.
                    unsafe {
                        match (x.m - i >= HIGH, x.n - j >= WIDE) {
                            (true, true) => tile::<T, I, HIGH, WIDE>(isa, x, i, j),
                            (true, false) => tile::<T, I, HIGH, 1>(isa, x, i, j),
                            (false, true) => tile::<T, I, 1, WIDE>(isa, x, i, j),
                            (false, false) => tile::<T, I, 1, 1>(isa, x, i, j),
                        }
                    }
                    i += if x.m - i >= HIGH { HIGH } else { 1 };
                }
                j += if x.n - j >= WIDE { WIDE } else { 1 };
            }
        }
    }
    if x.k == 0 {
        return x.zero();
    }
    // SAFETY: every processor has this path, which has vectors of one lane.
    unsafe { T::run_unchecked(Path::Scalar, Chains(x)) }
}

/// Rows `i .. i + H` and columns `j .. j + W` of C, from at least one term.
///
/// # Safety
/// They are in C, and A and B.
#[inline(always)]
unsafe fn tile<T: Element, I: Simd<T>, const H: usize, const W: usize>(
    isa: I,
    x: &Problem<T>,
    i: usize,
    j: usize,
) {
    let mut first = 0;
    while first < x.k {
        let end = x.k.min(first + CHAIN);
        let mut sums = [[isa.splat(I::NEUTRAL); W]; H];
        for k in first..end {
            // SAFETY: elements of A and B, from the caller, with `k` below the number of terms.
            unsafe {
                let mut b = [isa.splat(I::NEUTRAL); W];
                for (w, b) in b.iter_mut().enumerate() {
                    *b = isa.load(x.b_at(k, j + w));
                }
                for (h, sums) in sums.iter_mut().enumerate() {
                    let a = isa.load(x.a_at(i + h, k));
                    for (sum, b) in sums.iter_mut().zip(b) {
                        *sum = isa.add(*sum, isa.mul(a, b));
                    }
                }
            }
        }
        for (h, sums) in sums.iter().enumerate() {
            for (w, sum) in sums.iter().enumerate() {
                // SAFETY: an element of C, from the caller, which has been written if this is not the first chain.
                unsafe {
                    let place = x.c_at(i + h, j + w);
                    let sum = if first == 0 { *sum } else { isa.add(isa.load(place), *sum) };
                    isa.store(place, sum);
                }
            }
        }
        first = end;
    }
}
