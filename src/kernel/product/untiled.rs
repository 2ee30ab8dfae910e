//! C = A · B on processors without vectors: tiles of chains, without packing.

use super::problem::Problem;
use crate::kernel::order::CHAIN;
use crate::simd::{Element, Kernel, Path, Simd};

/// Columns of C that are computed at once, and rows: their sums, and a row of B, fit into 16 registers.
const WIDE: usize = 4;
const HIGH: usize = 2;

/// C = A · B in the order of `Order::Chain`: every element a chain of products, restarted every `CHAIN`, the chains added
/// in order. Where there are no vectors nothing is packed, and no memory is needed.
///
/// # Safety
/// The invariant of `Problem`.
pub(crate) unsafe fn product<T: Element>(x: &Problem<T>) {
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
