//! The product of operands whose summed axes are not one axis in memory: blocks of both are copied to where they
//! are.
//!
//! ```text
//! for i0 in 0..M step rows
//!     for j0 in 0..N step columns
//!         for k0 in 0..K step depth         depth is 256 for chains, else K
//!             C[i0.., j0..] (+)= copy of A[i0.., k0..] · copy of B[k0.., j0..]
//! ```
//!
//! A chain starts anew every 256 terms, so the sums of such blocks, added in order, are the sums of the definition. A
//! dot product has no such seam: one that does not fit into the buffer is summed term by term.

use super::contract::{Axis, for_each, len, place};
use super::generic;
use super::operand::{MatMut, MatRef};
use super::order::{CHAIN, Order};
use crate::scalar::Scalar;
use core::mem::MaybeUninit;

/// Bytes of the copy of A, and of that of B: 32 chains of f64. Without `std` the stack may be small.
const BYTES: usize = if cfg!(feature = "std") { 64 << 10 } else { 4 << 10 };

/// The most rows and columns of a block of C.
const EDGE: usize = if cfg!(feature = "std") { 64 } else { 8 };

/// Bytes of a block of C: that of elements of 16 bytes.
const BYTES_C: usize = EDGE * EDGE * 16;

/// Bytes on the stack, on a line of the cache.
#[repr(align(64))]
struct Buffer<const N: usize>(MaybeUninit<[u8; N]>);

impl<const N: usize> Buffer<N> {
    fn as_mut_ptr<T>(&mut self) -> *mut T {
        const { assert!(align_of::<T>() <= 64) };
        self.0.as_mut_ptr().cast()
    }
}

/// C = sum over `k` of A · B for all positions of `m` and `n`, in this order. The first of the places is that of C.
///
/// # Safety
/// As `contract::contract`; no list but `k` has a length of 0.
#[inline(never)]
pub(super) unsafe fn product<T: Scalar>(
    order: Order,
    places: [*const T; 3],
    m: &[Axis],
    n: &[Axis],
    k: &[Axis],
) {
    let depth = match order {
        Order::Chain => len(k).min(CHAIN),
        Order::Dot => len(k),
    };
    // Elements of no bytes have any number of rows.
    let rows = (BYTES / size_of::<T>().max(1)).checked_div(depth).unwrap_or(EDGE).min(EDGE);
    if rows == 0 || size_of::<T>() > 16 || align_of::<T>() > 16 {
        // SAFETY: the caller's promise.
        unsafe { term_by_term(order, places, m, n, k) }
    } else {
        // SAFETY: the caller's promise; `rows * depth` elements have at most `BYTES`, and `rows <= EDGE`.
        unsafe { in_blocks(order, places, m, n, k, [rows, depth]) }
    }
}

/// # Safety
/// As [`product`]; `rows * depth` elements have at most `BYTES` and are aligned to at most 16 bytes, `rows <= EDGE`,
/// and `depth` is all of K, or a chain.
unsafe fn in_blocks<T: Scalar>(
    order: Order,
    [c, a, b]: [*const T; 3],
    m: &[Axis],
    n: &[Axis],
    k: &[Axis],
    [rows, depth]: [usize; 2],
) {
    let (mut block_a, mut block_b) =
        (Buffer::<BYTES>(MaybeUninit::uninit()), Buffer::<BYTES>(MaybeUninit::uninit()));
    let mut block_c = Buffer::<BYTES_C>(MaybeUninit::uninit());
    let (to_a, to_b, sums): (*mut T, *mut T, *mut T) =
        (block_a.as_mut_ptr(), block_b.as_mut_ptr(), block_c.as_mut_ptr());
    let (len_m, len_n, len_k) = (len(m), len(n), len(k));
    for i0 in (0..len_m).step_by(rows) {
        let high = rows.min(len_m - i0);
        for j0 in (0..len_n).step_by(rows) {
            let wide = rows.min(len_n - j0);
            // Once for a sum of nothing.
            let mut k0 = 0;
            loop {
                let deep = depth.min(len_k - k0);
                // SAFETY: rows `i0 .. i0 + high` and columns `j0 .. j0 + wide` are positions of `m` and `n`,
                // terms `k0 .. k0 + deep` of `k`, so their places can be read, and written in C. The buffers
                // have room for `rows * depth` and `rows * rows` elements, and everything that is read of
                // them was written in this turn.
                unsafe {
                    for i in 0..high {
                        let [_, at, _] = place(m, i0 + i);
                        copy(to_a.add(i * deep), a.wrapping_offset(at), k, k0, deep, |axis| axis.a);
                    }
                    for j in 0..wide {
                        let [_, _, at] = place(n, j0 + j);
                        copy(to_b.add(j * deep), b.wrapping_offset(at), k, k0, deep, |axis| axis.b);
                    }
                    let step = deep as isize;
                    let block = MatMut::new(sums, [high, wide], [wide as isize, 1]);
                    let left = MatRef::new(to_a, [high, deep], [step, 1]);
                    let right = MatRef::new(to_b, [wide, deep], [step, 1]);
                    super::product(order, block, left, right.t());
                    for i in 0..high {
                        let [row, _, _] = place(m, i0 + i);
                        for j in 0..wide {
                            let [column, _, _] = place(n, j0 + j);
                            let to = c.cast_mut().wrapping_offset(row.wrapping_add(column));
                            let sum = *sums.add(i * wide + j);
                            to.write(if k0 == 0 { sum } else { (*to).plus(sum) });
                        }
                    }
                }
                k0 += deep;
                if k0 >= len_k {
                    break;
                }
            }
        }
    }
}

/// Copies terms `first .. first + n` of the axes `k` from `from`, with these strides.
///
/// # Safety
/// Their places can be read, and `n` elements from `to` written.
#[inline(always)]
unsafe fn copy<T: Copy>(
    to: *mut T,
    from: *const T,
    k: &[Axis],
    first: usize,
    n: usize,
    stride: impl Fn(&Axis) -> isize,
) {
    let Some((inner, around)) = k.split_last() else {
        // No axis is one term.
        // SAFETY: from the caller.
        return unsafe { to.copy_from_nonoverlapping(from, n.min(1)) };
    };
    let step = stride(inner);
    let mut done = 0;
    while done < n {
        let (outer, at) = ((first + done) / inner.len.max(1), (first + done) % inner.len.max(1));
        let mut offset = (at as isize).wrapping_mul(step);
        let mut number = outer;
        for axis in around.iter().rev() {
            offset = offset.wrapping_add(((number % axis.len.max(1)) as isize).wrapping_mul(stride(axis)));
            number /= axis.len.max(1);
        }
        let run = (inner.len - at).min(n - done);
        for i in 0..run {
            // SAFETY: term `first + done + i`, below `first + n`; from the caller.
            unsafe { to.add(done + i).write(*from.wrapping_offset(offset)) };
            offset = offset.wrapping_add(step);
        }
        done += run;
    }
}

/// # Safety
/// As [`product`].
unsafe fn term_by_term<T: Scalar>(
    order: Order,
    [c, a, b]: [*const T; 3],
    m: &[Axis],
    n: &[Axis],
    k: &[Axis],
) {
    let terms = len(k);
    for_each(m, |[row, at_a, _]| {
        for_each(n, |[column, _, at_b]| {
            let term = |i: usize| {
                let [_, of_a, of_b] = place(k, i);
                // SAFETY: a position of all three lists, from the caller.
                unsafe { (*a.wrapping_offset(at_a + of_a)).times(*b.wrapping_offset(at_b + of_b)) }
            };
            let sum = match order {
                Order::Dot => generic::dot_of(terms, term),
                Order::Chain => generic::chains_of(terms, term),
            };
            // SAFETY: as above.
            unsafe { c.cast_mut().wrapping_offset(row + column).write(sum) };
        });
    });
}
