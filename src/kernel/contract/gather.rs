//! The product of operands whose summed axes are not one axis in memory: blocks of both are copied to where they
//! are.
//!
//! ```text
//! for i0 in 0..M step rows
//!     for j0 in 0..N step columns
//!         for k0 in 0..K step depth         depth is 256 for chains that are not rounded at the end, else K
//!             C[i0.., j0..] (+)= copy of A[i0.., k0..] · copy of B[k0.., j0..]
//! ```
//!
//! An operand that is a matrix by itself, whatever the other one is, stays where it stands, and so does C if there is
//! nothing to add.
//!
//! A chain starts anew every 256 terms, so the sums of such blocks, added in order, are the sums of the definition. A
//! dot product has no such seam: one that does not fit into the buffer is summed term by term.

use crate::axes::{Axis, as_one_of, for_each, len, place};
use crate::kernel::generic;
use crate::kernel::operand::{MatMut, MatRef};
use crate::kernel::order::{CHAIN, Order};
use crate::scalar::{Scalar, Total};
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
    /// Aligned for `T` where that is at most 64 bytes, as of those for whom blocks are copied: see `product`.
    fn as_mut_ptr<T>(&mut self) -> *mut T {
        debug_assert!(align_of::<T>() <= 64, "elements of this alignment are not copied");
        self.0.as_mut_ptr().cast()
    }
}

/// C = sum over `k` of A · B for all positions of `m` and `n`, in this order. The first of the places is that of C.
///
/// # Safety
/// As `contract::contract`; no list but `k` has a length of 0.
#[inline(never)]
pub(crate) unsafe fn product<T: Scalar>(
    order: Order,
    places: [*const T; 3],
    m: &[Axis],
    n: &[Axis],
    k: &[Axis],
) {
    let depth = match order {
        // A sum that is rounded once is made at once.
        Order::Chain if const { !Total::<T>::IS_WIDE } => len(k).min(CHAIN),
        Order::Chain | Order::Dot => len(k),
    };
    // Elements of no bytes have any number of rows.
    let fit = (BYTES / size_of::<T>().max(1)).checked_div(depth).unwrap_or(EDGE).min(EDGE);
    if fit == 0 || size_of::<T>() > 16 || align_of::<T>() > 16 {
        // SAFETY: the caller's promise.
        return unsafe { term_by_term(order, places, m, n, k) };
    }
    let strides = |x: Option<isize>, y: Option<isize>| Some([x?, y?]);
    let blocks = Blocks {
        a: strides(as_one_of(m, |axis| axis.a), as_one_of(k, |axis| axis.a)),
        b: strides(as_one_of(k, |axis| axis.b), as_one_of(n, |axis| axis.b)),
        c: strides(as_one_of(m, |axis| axis.c), as_one_of(n, |axis| axis.c)).filter(|_| depth == len(k)),
        fit,
        depth,
    };
    // SAFETY: the caller's promise; `fit * depth` elements have at most `BYTES`, and `fit <= EDGE`.
    unsafe { in_blocks(order, places, m, n, k, &blocks) }
}

/// Which operands are matrices by themselves, and how much of the others is copied at a time.
struct Blocks {
    /// The strides of A by rows and by terms, if it is a matrix.
    a: Option<[isize; 2]>,
    /// The strides of B by terms and by columns, if it is a matrix.
    b: Option<[isize; 2]>,
    /// The strides of C by rows and by columns, if it is a matrix and all terms are summed at once.
    c: Option<[isize; 2]>,
    /// The rows of A, and columns of B, of which `depth` terms are copied.
    fit: usize,
    /// All of K, or a chain.
    depth: usize,
}

/// # Safety
/// As [`product`]; `blocks` are those of the axes, `fit * depth` elements have at most `BYTES` and are aligned to at most
/// 16 bytes, and `fit <= EDGE`.
unsafe fn in_blocks<T: Scalar>(
    order: Order,
    [c, a, b]: [*const T; 3],
    m: &[Axis],
    n: &[Axis],
    k: &[Axis],
    blocks: &Blocks,
) {
    let (mut block_a, mut block_b) =
        (Buffer::<BYTES>(MaybeUninit::uninit()), Buffer::<BYTES>(MaybeUninit::uninit()));
    let mut block_c = Buffer::<BYTES_C>(MaybeUninit::uninit());
    let (to_a, to_b, sums): (*mut T, *mut T, *mut T) =
        (block_a.as_mut_ptr(), block_b.as_mut_ptr(), block_c.as_mut_ptr());
    let (len_m, len_n, len_k) = (len(m), len(n), len(k));
    let step = |is_copied: bool, len: usize| match (is_copied, blocks.c) {
        (true, _) => blocks.fit,
        (false, None) => EDGE,
        (false, Some(_)) => len.max(1),
    };
    let (rows, columns) = (step(blocks.a.is_none(), len_m).max(1), step(blocks.b.is_none(), len_n).max(1));
    // The longer run of neighbours is read: along a row of B or along its terms.
    let across = match (n.last(), k.last()) {
        (Some(n), Some(k)) => n.b.unsigned_abs() < k.b.unsigned_abs(),
        _ => false,
    };
    for j0 in (0..len_n).step_by(columns) {
        let wide = columns.min(len_n - j0);
        for i0 in (0..len_m).step_by(rows) {
            let high = rows.min(len_m - i0);
            // Once for a sum of nothing.
            let mut k0 = 0;
            loop {
                let deep = blocks.depth.min(len_k - k0);
                // SAFETY: rows `i0 .. i0 + high` and columns `j0 .. j0 + wide` are positions of `m` and `n`,
                // terms `k0 .. k0 + deep` of `k`, so their places can be read, and written in C. The buffers
                // have room for `fit * depth` and `EDGE * EDGE` elements, and everything that is read of
                // them was written before: that of B in the first turn over the rows, if it has all terms.
                unsafe {
                    let left = match blocks.a {
                        Some([row, term]) => {
                            let at = (i0 as isize)
                                .wrapping_mul(row)
                                .wrapping_add((k0 as isize).wrapping_mul(term));
                            MatRef::new(a.wrapping_offset(at), [high, deep], [row, term])
                        }
                        None => {
                            for i in 0..high {
                                let [_, at, _] = place(m, i0 + i);
                                copy(to_a.add(i * deep), a.wrapping_offset(at), k, k0, deep, |axis| axis.a);
                            }
                            MatRef::new(to_a, [high, deep], [deep as isize, 1])
                        }
                    };
                    let right = match blocks.b {
                        Some([term, column]) => {
                            let at = (k0 as isize)
                                .wrapping_mul(term)
                                .wrapping_add((j0 as isize).wrapping_mul(column));
                            MatRef::new(b.wrapping_offset(at), [deep, wide], [term, column])
                        }
                        None => {
                            let strides = if across { [wide as isize, 1] } else { [1, deep as isize] };
                            let is_there = i0 > 0 && deep == len_k;
                            for j in 0..if across || is_there { 0 } else { wide } {
                                let [_, _, at] = place(n, j0 + j);
                                copy(to_b.add(j * deep), b.wrapping_offset(at), k, k0, deep, |axis| axis.b);
                            }
                            if across && !is_there {
                                let mut i = 0;
                                while i < deep {
                                    // Terms along the last axis, one step from each to the next.
                                    let last = k.last().map_or(1, |axis| axis.len.max(1));
                                    let run = (last - (k0 + i) % last).min(deep - i);
                                    let [_, _, at] = place(k, k0 + i);
                                    let mut from = b.wrapping_offset(at);
                                    for row in i..i + run {
                                        copy(to_b.add(row * wide), from, n, j0, wide, |axis| axis.b);
                                        from = from.wrapping_offset(k.last().map_or(0, |axis| axis.b));
                                    }
                                    i += run;
                                }
                            }
                            MatRef::new(to_b, [deep, wide], strides)
                        }
                    };
                    if let Some([row, column]) = blocks.c {
                        let at =
                            (i0 as isize).wrapping_mul(row).wrapping_add((j0 as isize).wrapping_mul(column));
                        let to = MatMut::new(c.cast_mut().wrapping_offset(at), [high, wide], [row, column]);
                        crate::kernel::product(order, to, left, right);
                    } else {
                        let block = MatMut::new(sums, [high, wide], [wide as isize, 1]);
                        crate::kernel::product(order, block, left, right);
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
                }
                k0 += deep;
                if k0 >= len_k {
                    break;
                }
            }
        }
    }
}

/// The offset of the position with this number in one operand.
#[inline(always)]
fn place_of(axes: &[Axis], number: usize, stride: impl Fn(&Axis) -> isize) -> isize {
    let mut rest = number;
    axes.iter().rev().fold(0, |offset: isize, axis| {
        let i = (rest % axis.len.max(1)) as isize;
        rest /= axis.len.max(1);
        offset.wrapping_add(i.wrapping_mul(stride(axis)))
    })
}

/// Copies elements `first .. first + n` of `axes` from `from`, with these strides.
///
/// # Safety
/// Their places can be read, and `n` elements from `to` written.
#[inline(always)]
unsafe fn copy<T: Copy>(
    to: *mut T,
    from: *const T,
    axes: &[Axis],
    first: usize,
    n: usize,
    stride: impl Fn(&Axis) -> isize,
) {
    let Some((inner, around)) = axes.split_last() else {
        // No axis is one element.
        // SAFETY: from the caller.
        return unsafe { to.copy_from_nonoverlapping(from, n.min(1)) };
    };
    let step = stride(inner);
    let mut done = 0;
    while done < n {
        let (number, at) = ((first + done) / inner.len.max(1), (first + done) % inner.len.max(1));
        let mut offset = place_of(around, number, &stride).wrapping_add((at as isize).wrapping_mul(step));
        let run = (inner.len - at).min(n - done);
        // SAFETY: elements `first + done ..`, `run` of them, all below `first + n`; from the caller.
        unsafe {
            if step == 1 {
                to.add(done).copy_from_nonoverlapping(from.wrapping_offset(offset), run);
            } else {
                for i in 0..run {
                    to.add(done + i).write(*from.wrapping_offset(offset));
                    offset = offset.wrapping_add(step);
                }
            }
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
                unsafe { Total::product(*a.wrapping_offset(at_a + of_a), *b.wrapping_offset(at_b + of_b)) }
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
