//! The oracle of tests: the order of summation stated once more, as plainly as it can be, over slices of
//! products. Never what users run.

use super::order::{BLOCK_ROWS, CHAIN, Order, lanes};
use crate::scalar::Scalar;
use alloc::vec::Vec;

/// The sum of products in the order of `Order::Dot`.
#[must_use]
pub fn dot<T: Scalar>(a: &[T], b: &[T]) -> T {
    sum(&a.iter().zip(b).map(|(x, y)| x.times(*y)).collect::<Vec<_>>())
}

/// The sum of given terms in the order of `Order::Dot`.
#[must_use]
pub fn sum<T: Scalar>(terms: &[T]) -> T {
    let width = lanes(size_of::<T>());
    let blocks: Vec<Vec<Option<T>>> = terms
        .chunks(BLOCK_ROWS * width)
        .map(|block| {
            (0..width).map(|l| block.iter().skip(l).step_by(width).copied().reduce(T::plus)).collect()
        })
        .collect();
    let mut lane: Vec<Option<T>> =
        (0..width).map(|l| tree(&blocks.iter().map(|b| b[l]).collect::<Vec<_>>())).collect();
    while lane.len() > 1 {
        let upper = lane.split_off(lane.len() / 2);
        lane = lane.into_iter().zip(upper).map(|(l, u)| add(l, u)).collect();
    }
    lane[0].unwrap_or(T::ZERO)
}

/// The sum of products in the order of `Order::Chain`; `fused(a, b, s)` is `a * b + s`, rounded as the
/// path under test rounds it.
#[must_use]
pub fn chain<T: Scalar>(a: &[T], b: &[T], fused: impl Fn(T, T, T) -> T) -> T {
    let blocks = a.chunks(CHAIN).zip(b.chunks(CHAIN)).map(|(a, b)| {
        let first = a[0].times(b[0]);
        a[1..].iter().zip(&b[1..]).fold(first, |s, (x, y)| fused(*x, *y, s))
    });
    blocks.reduce(T::plus).unwrap_or(T::ZERO)
}

/// Rows of `a` against rows of `b`: `out[i * n + j]` is the sum of products of row `i` of `a` (m, k) and
/// row `j` of `b` (n, k), in the order that the lengths decide.
#[must_use]
pub fn product_nt<T: Scalar>(
    [m, n, k]: [usize; 3],
    a: &[T],
    b: &[T],
    fused: impl Fn(T, T, T) -> T,
) -> Vec<T> {
    let order = Order::of(m, n, k);
    let pairs = (0..m).flat_map(|i| (0..n).map(move |j| (i, j)));
    pairs
        .map(|(i, j)| {
            let (row, col) = (&a[i * k..][..k], &b[j * k..][..k]);
            match order {
                Order::Dot => dot(row, col),
                Order::Chain => chain(row, col, &fused),
            }
        })
        .collect()
}

/// A balanced tree, split at the largest power of two below the count.
fn tree<T: Scalar>(blocks: &[Option<T>]) -> Option<T> {
    match blocks {
        [] => None,
        [one] => *one,
        _ => {
            let (left, right) = blocks.split_at(blocks.len().next_power_of_two() / 2);
            add(tree(left), tree(right))
        }
    }
}

fn add<T: Scalar>(left: Option<T>, right: Option<T>) -> Option<T> {
    match (left, right) {
        (Some(l), Some(r)) => Some(l.plus(r)),
        (one, None) | (None, one) => one,
    }
}
