//! Products of several matrices: the order with the fewest multiplications, and the products in that order.
//!
//! ```text
//! cost(i, i) = 0
//! cost(i, j) = min over i <= k < j of cost(i, k) + cost(k + 1, j) + rows(i) * columns(k) * columns(j)
//! ```
//!
//! (T. H. Cormen, C. E. Leiserson, R. L. Rivest, C. Stein: Introduction to Algorithms, 3rd ed., 2009, section 15.2).

use crate::kernel::operand::{MatMut, MatRef};
use crate::kernel::order::Order;
use crate::scalar::Scalar;
use alloc::vec::Vec;

/// The most matrices of a chain.
pub(crate) const MOST: usize = 8;

/// An order of products.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// `split[i][j]`: matrices `i ..= k` are multiplied, `k + 1 ..= j`, and the two; for `i < j`.
    split: [[u8; MOST]; MOST],
    /// The number of multiplications of numbers.
    pub cost: u128,
}

impl Plan {
    /// The cheapest order for matrices of `lengths[i]` rows and `lengths[i + 1]` columns; of equally cheap ones, the
    /// one that splits first. At most 8 matrices.
    #[must_use]
    pub const fn new(lengths: &[usize]) -> Self {
        let n = lengths.len().saturating_sub(1);
        assert!(n <= MOST, "a chain of more matrices than there are tuples for");
        let mut plan = Plan { split: [[0; MOST]; MOST], cost: 0 };
        let mut cost = [[0_u128; MOST]; MOST];
        let mut span = 1;
        while span < n {
            let mut i = 0;
            while i + span < n {
                let j = i + span;
                let mut best = u128::MAX;
                let mut k = i;
                while k < j {
                    let product = (lengths[i] as u128)
                        .saturating_mul(lengths[k + 1] as u128)
                        .saturating_mul(lengths[j + 1] as u128);
                    let here = cost[i][k].saturating_add(cost[k + 1][j]).saturating_add(product);
                    if here < best || k == i {
                        best = here;
                        plan.split[i][j] = k as u8;
                    }
                    k += 1;
                }
                cost[i][j] = best;
                i += 1;
            }
            span += 1;
        }
        if n > 0 {
            plan.cost = cost[0][n - 1];
        }
        plan
    }

    /// Where the products of matrices `i ..= j` are split.
    #[must_use]
    pub const fn split(&self, i: usize, j: usize) -> usize {
        self.split[i][j] as usize
    }
}

/// C = the product of all matrices, in the order of a plan for them. C is written and never read.
///
/// Each product is summed as one of matrices by itself. Products of products are in memory that is allocated.
///
/// # Panics
/// If neighbours do not fit, or there are less than 2 matrices or more than 8, or memory cannot hold a product.
pub(crate) fn product<T: Scalar>(plan: &Plan, c: MatMut<'_, T>, chain: &[MatRef<'_, T>]) {
    assert!((2..=MOST).contains(&chain.len()), "a chain has 2 to 8 matrices");
    for pair in chain.windows(2) {
        assert!(pair[0].cols() == pair[1].rows(), "neighbours do not fit");
    }
    let last = chain.len() - 1;
    assert!(c.rows() == chain[0].rows() && c.cols() == chain[last].cols(), "the result does not fit");
    part(plan, c, chain, 0, last);
}

/// C = the product of matrices `i ..= j`, for `i < j`.
fn part<T: Scalar>(plan: &Plan, c: MatMut<'_, T>, chain: &[MatRef<'_, T>], i: usize, j: usize) {
    let k = plan.split(i, j);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let a = operand(plan, &mut left, chain, i, k);
    let b = operand(plan, &mut right, chain, k + 1, j);
    crate::kernel::product(Order::of(a.rows(), b.cols(), a.cols()), c, a, b);
}

/// The product of matrices `i ..= j`: the one itself, or a product in `memory`.
fn operand<'x, T: Scalar>(
    plan: &Plan,
    memory: &'x mut Vec<T>,
    chain: &[MatRef<'x, T>],
    i: usize,
    j: usize,
) -> MatRef<'x, T> {
    if i == j {
        return chain[i];
    }
    let (m, n) = (chain[i].rows(), chain[j].cols());
    let len = m.saturating_mul(n);
    memory.reserve_exact(len);
    let strides = [n as isize, 1];
    // SAFETY: the vector has room for `len` elements, row by row; `part` writes all of them.
    unsafe {
        part(plan, MatMut::new(memory.as_mut_ptr(), [m, n], strides), chain, i, j);
        memory.set_len(len);
        MatRef::new(memory.as_ptr(), [m, n], strides)
    }
}
