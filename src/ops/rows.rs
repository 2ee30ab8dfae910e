//! Products of N-D operands as products of matrices: the free axes of an operand are the rows of a matrix,
//! or of several where its strides do not let them be one.
#![allow(unsafe_code, reason = "walks through the operands by pointers")]

use crate::kernel::{self, MatMut, MatRef, Order, VecRef};
use crate::scalar::Scalar;
use crate::shape::MAX_NDIM;

/// The free axes of an operand: their lengths, the operand's strides and the result's along them. There
/// may be more strides than axes.
#[derive(Clone, Copy)]
pub(super) struct Free<'a> {
    pub(super) dims: &'a [usize],
    pub(super) strides: &'a [isize],
    pub(super) out: &'a [isize],
}

/// One axis after merging.
#[derive(Clone, Copy)]
struct Axis {
    len: usize,
    stride: isize,
    out: isize,
}

/// Axes of which no two neighbours are one axis in memory, outermost first.
struct Merged {
    /// Only the first `ndim` count.
    axes: [Axis; MAX_NDIM],
    ndim: usize,
}

impl Free<'_> {
    /// The number of rows.
    #[inline(always)]
    fn len(&self) -> usize {
        self.dims.iter().product()
    }

    /// The rows as one axis, if in operand and result they are that: each outer axis starts where the
    /// inner one ends. Axes of length 1 go with any.
    #[inline(always)]
    fn as_one(&self) -> Option<Axis> {
        let mut one = Axis { len: 1, stride: 0, out: 0 };
        for ((len, stride), out) in self.dims.iter().zip(self.strides).zip(self.out).rev() {
            if *len == 1 {
                continue;
            }
            if one.len == 1 {
                one = Axis { len: *len, stride: *stride, out: *out };
            } else if *stride == one.stride * one.len as isize && *out == one.out * one.len as isize {
                one.len *= *len;
            } else {
                return None;
            }
        }
        Some(one)
    }

    #[inline]
    fn merged(&self) -> Merged {
        let mut merged = Merged { axes: [Axis { len: 1, stride: 0, out: 0 }; MAX_NDIM], ndim: 0 };
        for ((len, stride), out) in self.dims.iter().zip(self.strides).zip(self.out) {
            let new = Axis { len: *len, stride: *stride, out: *out };
            if new.len == 1 {
                continue;
            }
            if let Some(last) = merged.axes[..merged.ndim].last_mut() {
                let span = new.len as isize;
                if last.stride == new.stride * span && last.out == new.out * span {
                    *last = Axis { len: last.len * new.len, ..new };
                    continue;
                }
            }
            merged.axes[merged.ndim] = new;
            merged.ndim += 1;
        }
        merged
    }
}

impl Merged {
    /// The innermost axis as rows, and the axes around it.
    #[inline]
    fn split(&self) -> (Axis, &[Axis]) {
        match self.axes[..self.ndim].split_last() {
            Some((rows, around)) => (*rows, around),
            None => (self.axes[0], &[]),
        }
    }
}

/// `out[i.., j..] = sum over k of a[i.., k] * b[j.., k]` with `i..` over `rows_a` and `j..` over `rows_b`.
///
/// `step` is the stride of the summed axis in `a` and in `b`.
///
/// # Safety
/// `a` with the axes `rows_a` and the summed axis is an array that may be read, so is `b`, and `out` with
/// the axes `rows_a`, then `rows_b`, is one that may be written, each position its own place. There is at
/// least one stride per axis.
#[inline(always)]
pub(super) unsafe fn product_of_rows<T: Scalar>(
    a: *const T,
    b: *const T,
    out: *mut T,
    rows_a: Free<'_>,
    rows_b: Free<'_>,
    k: usize,
    step: [isize; 2],
) {
    let order = Order::of(rows_a.len(), rows_b.len(), k);
    match (rows_a.as_one(), rows_b.as_one()) {
        // SAFETY: all free axes of an operand are one axis, so the caller's promise is about this matrix.
        (Some(m), Some(n)) => unsafe { product(order, a, b, out, m, n, k, step) },
        // SAFETY: the caller's promise.
        _ => unsafe { product_by_parts(order, a, b, out, rows_a, rows_b, k, step) },
    }
}

/// As `product_of_rows`, with rows that are not one axis: the axes around the innermost are walked through.
///
/// # Safety
/// As `product_of_rows`.
#[cold]
#[inline(never)]
#[expect(clippy::too_many_arguments, reason = "the operands of one product, as their caller has them")]
unsafe fn product_by_parts<T: Scalar>(
    order: Order,
    a: *const T,
    b: *const T,
    out: *mut T,
    rows_a: Free<'_>,
    rows_b: Free<'_>,
    k: usize,
    step: [isize; 2],
) {
    let (merged_a, merged_b) = (rows_a.merged(), rows_b.merged());
    let ((m, around_a), (n, around_b)) = (merged_a.split(), merged_b.split());
    let parts = |axes: &[Axis]| axes.iter().map(|axis| axis.len).product::<usize>();
    for part_a in 0..parts(around_a) {
        let (a_offset, out_a) = place(around_a, part_a);
        for part_b in 0..parts(around_b) {
            let (b_offset, out_b) = place(around_b, part_b);
            // SAFETY: the offsets are those of a position along the axes around, within each operand if it has elements.
            unsafe {
                product(
                    order,
                    a.wrapping_offset(a_offset),
                    b.wrapping_offset(b_offset),
                    out.wrapping_offset(out_a + out_b),
                    m,
                    n,
                    k,
                    step,
                );
            }
        }
    }
}

/// The offsets, in the operand and in the result, of a position along these axes, given by its number.
#[inline]
fn place(axes: &[Axis], mut number: usize) -> (isize, isize) {
    let (mut offset, mut out) = (0, 0);
    for axis in axes.iter().rev() {
        // No length is 0 where there is a position.
        let i = (number % axis.len.max(1)) as isize;
        number /= axis.len.max(1);
        offset += i * axis.stride;
        out += i * axis.out;
    }
    (offset, out)
}

/// `out (M, N) = a (M, K) · b (N, K)ᵀ`.
///
/// # Safety
/// As `product_of_rows`, with one axis of rows for each operand.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the operands of one product, as their caller has them")]
unsafe fn product<T: Scalar>(
    order: Order,
    a: *const T,
    b: *const T,
    out: *mut T,
    m: Axis,
    n: Axis,
    k: usize,
    [step_a, step_b]: [isize; 2],
) {
    if m.len == 1 && n.len == 1 && order == Order::Dot {
        // One element, spared the way through the kernels of matrices.
        // SAFETY: the caller's promise is the invariant of these operands, and `out` can be written.
        unsafe {
            let (a, b) = (VecRef::new(a, k, step_a), VecRef::new(b, k, step_b));
            out.write(kernel::dot(a, b));
        }
        return;
    }
    // SAFETY: the caller's promise is the invariant of these operands.
    unsafe {
        let c = MatMut::new(out, [m.len, n.len], [m.out, n.out]);
        let a = MatRef::new(a, [m.len, k], [m.stride, step_a]);
        let b = MatRef::new(b, [n.len, k], [n.stride, step_b]);
        kernel::product(order, c, a, b.t());
    }
}
