//! Products of any `Scalar`, one element at a time, in the stated order and lane by lane, so that the lane
//! in hand lives in a register: what runs for types that have no vectors (a user's own number, `bool`,
//! 128-bit integers, `f16` and `bf16`, whose sums are those of `f32`, rounded once).
//!
//! ```text
//! dot   = fold(0, 1)     fold(l, w) = lane(l) if w == L, else fold(l, 2w) + fold(l + w, 2w)
//! lane(l)                = the pairwise tree over blocks of 64 rows of the chains p[l] + p[l + L] + ...
//! chain = the sum, in order, of the chains of 256 products
//! ```

use super::operand::{MatMut, MatRef, VecRef};
use super::order::{BLOCK_ROWS, CHAIN, Order, lanes};
use crate::scalar::{Scalar, Total};

/// Sum of products `a[i] * b[i]` over the shorter of both lengths; `ZERO` if that is nothing.
#[inline]
pub(crate) fn dot<T: Scalar>(a: VecRef<'_, T>, b: VecRef<'_, T>) -> T {
    // SAFETY: asked for elements below either length only.
    dot_of(a.len().min(b.len()), |i| unsafe { Total::product(a.get(i), b.get(i)) })
}

/// The sum of `n` terms in the order of a dot product.
#[inline]
pub(super) fn dot_of<T: Scalar>(n: usize, term: impl Fn(usize) -> Total<T>) -> T {
    Terms { term, plus: Total::plus, n }.fold(0, 1).map_or(T::ZERO, Total::get)
}

/// The product of `n` factors in the order of a sum.
#[inline]
pub(super) fn prod_of<T: Scalar>(n: usize, factor: impl Fn(usize) -> Total<T>) -> T {
    Terms { term: factor, plus: Total::times, n }.fold(0, 1).map_or(T::ONE, Total::get)
}

/// Terms added in order.
#[inline(always)]
pub(super) fn chain<T: Scalar>(
    terms: impl Iterator<Item = usize>,
    term: impl Fn(usize) -> Total<T>,
) -> Option<Total<T>> {
    terms.map(term).reduce(Total::plus)
}

/// C = A · B, each element in the given order.
///
/// The lengths must agree; only those that all operands share are computed.
#[inline]
pub(crate) fn product<T: Scalar>(order: Order, mut c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    debug_assert!(c.rows() == a.rows() && c.cols() == b.cols() && a.cols() == b.rows());
    let (m, n) = (c.rows().min(a.rows()), c.cols().min(b.cols()));
    for i in 0..m {
        for j in 0..n {
            // SAFETY: `i` is below the rows of C and A, and `j` below the columns of C and B.
            unsafe {
                let (row, col) = (a.row(i), b.col(j));
                let x = match order {
                    Order::Dot => dot(row, col),
                    Order::Chain => chains(row, col),
                };
                c.set(i, j, x);
            }
        }
    }
}

/// Sum of products in chains of 256 that are added in order.
#[inline]
fn chains<T: Scalar>(a: VecRef<'_, T>, b: VecRef<'_, T>) -> T {
    // SAFETY: asked for elements below either length only.
    chains_of(a.len().min(b.len()), |i| unsafe { Total::product(a.get(i), b.get(i)) })
}

/// The sum of `n` terms in chains of 256 that are added in order.
#[inline]
pub(super) fn chains_of<T: Scalar>(n: usize, term: impl Fn(usize) -> Total<T>) -> T {
    let blocks = (0..n).step_by(CHAIN).filter_map(|first| chain(first..n.min(first + CHAIN), &term));
    blocks.reduce(Total::plus).map_or(T::ZERO, Total::get)
}

/// The terms `0 .. n`.
struct Terms<F, P> {
    term: F,
    plus: P,
    n: usize,
}

impl<T: Scalar, F: Fn(usize) -> Total<T>, P: Fn(Total<T>, Total<T>) -> Total<T>> Terms<F, P> {
    /// How many lanes they are dealt to. A constant: a step that may be 0 can panic.
    const LANES: usize = lanes(Total::<T>::SIZE);

    /// Lanes `l`, `l + width`, `l + 2 width`, ... folded by halves; `None` if they hold nothing.
    fn fold(&self, l: usize, width: usize) -> Option<Total<T>> {
        if l >= self.n {
            None
        } else if width == Self::LANES {
            let rows = (self.n - l).div_ceil(Self::LANES);
            self.tree(l, 0, rows.div_ceil(BLOCK_ROWS))
        } else {
            self.both(self.fold(l, 2 * width), self.fold(l + width, 2 * width))
        }
    }

    /// Blocks `first ..  first + count` of lane `l` as a pairwise tree.
    fn tree(&self, l: usize, first: usize, count: usize) -> Option<Total<T>> {
        if count <= 1 {
            let block = BLOCK_ROWS * Self::LANES;
            let start = first * block;
            // `start + block` cannot overflow in a block that holds anything but the last one.
            let end = self.n.min(start.saturating_add(block));
            return (start + l..end).step_by(Self::LANES).map(&self.term).reduce(&self.plus);
        }
        let half = 1 << (count - 1).ilog2();
        self.both(self.tree(l, first, half), self.tree(l, first + half, count - half))
    }

    fn both(&self, left: Option<Total<T>>, right: Option<Total<T>>) -> Option<Total<T>> {
        match (left, right) {
            (Some(l), Some(r)) => Some((self.plus)(l, r)),
            (one, None) | (None, one) => one,
        }
    }
}

/// Y += s A, the product rounded before it is added.
///
/// # Safety
/// The elements of `y` are initialised.
#[inline]
pub(crate) unsafe fn axpy<T: Scalar>(mut y: MatMut<'_, T>, s: T, a: MatRef<'_, T>) {
    debug_assert!([a.rows(), a.cols()] == [y.rows(), y.cols()], "axpy: lengths differ");
    let a = a.at_most(y.rows(), y.cols());
    let (row, col) = (y.row_stride(), y.col_stride());
    for i in 0..a.rows() {
        for j in 0..a.cols() {
            let offset = row.wrapping_mul(i as isize).wrapping_add(col.wrapping_mul(j as isize));
            let place = y.as_mut_ptr().wrapping_offset(offset);
            // SAFETY: below the lengths, which agree; initialised, from the caller.
            unsafe { place.write((*place).plus(s.times(a.row(i).get(j)))) };
        }
    }
}
