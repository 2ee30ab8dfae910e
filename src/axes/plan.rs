//! Every position of strided operands of one shape, in row-major order: `Plan` says which loops that takes.
//!
//! ```text
//! axes of length 1 are left out; an axis whose step is the whole of the next one, for every operand, is one with it
//! for each position of the other axes: for each row of the plane: for each column: f(an element of each operand)
//! ```
//!
//! A plan is made by a `const fn`: of lengths and strides that the types know it is a constant, and the loops have
//! constant bounds.

use super::axis::goes_on;

/// The most axes.
const MAX: usize = 8;

/// The axes of `K` operands of one shape, the innermost first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan<const K: usize> {
    ndim: usize,
    dims: [usize; MAX],
    strides: [[isize; K]; MAX],
}

impl<const K: usize> Plan<K> {
    /// Of axes in row-major order; of the lists, the first `dims.len()` numbers count, at most 8.
    #[inline]
    #[must_use]
    pub(crate) const fn new(dims: &[usize], strides: [&[isize]; K]) -> Self {
        let mut plan = Plan { ndim: 0, dims: [1; MAX], strides: [[0; K]; MAX] };
        let mut axis = dims.len();
        while axis > 0 {
            axis -= 1;
            let len = dims[axis];
            if len == 0 {
                return Plan { ndim: 1, dims: [0; MAX], strides: [[0; K]; MAX] };
            }
            if len == 1 {
                continue;
            }
            let mut own = [0; K];
            let mut k = 0;
            while k < K {
                // As many strides as lengths; a number beyond is not looked for.
                own[k] = if axis < strides[k].len() { strides[k][axis] } else { 0 };
                k += 1;
            }
            let last = plan.ndim.wrapping_sub(1);
            if last < MAX && goes_on(own, plan.strides[last], plan.dims[last]) {
                plan.dims[last] *= len;
            } else {
                // A copy: the optimiser does not see that the first store leaves `ndim` as it is.
                let ndim = plan.ndim;
                if ndim < MAX {
                    (plan.dims[ndim], plan.strides[ndim]) = (len, own);
                    plan.ndim = ndim + 1;
                }
            }
        }
        plan
    }

    /// The rows and columns of a plane.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn plane(&self) -> [usize; 2] {
        [self.dims[1], self.dims[0]]
    }

    /// From row to row and from column to column of a plane, of operand `k`.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn plane_strides(&self, k: usize) -> [isize; 2] {
        [self.strides[1][k], self.strides[0][k]]
    }

    /// From row to row and from column to column, of each operand.
    #[inline(always)]
    pub(crate) const fn strides(&self) -> [[isize; K]; 2] {
        [self.strides[1], self.strides[0]]
    }

    /// Calls `f` with the offset of each operand for every plane, in row-major order.
    #[inline(always)]
    pub(crate) fn planes(&self, mut f: impl FnMut([isize; K])) {
        let mut position = [0; MAX];
        let mut at = [0_isize; K];
        loop {
            f(at);
            let mut axis = 2;
            loop {
                if axis >= self.ndim || axis >= MAX {
                    return;
                }
                position[axis] += 1;
                if position[axis] < self.dims[axis] {
                    at = moved(at, self.strides[axis], 1);
                    break;
                }
                at = moved(at, self.strides[axis], 1 - self.dims[axis] as isize);
                position[axis] = 0;
                axis += 1;
            }
        }
    }

    /// Calls `f` with the offset of each operand and the rows and columns for every plane, some columns at a time if an operand
    /// strides through memory from column to column: a line of the cache is read for each column, which is still there for
    /// the next rows if there are few.
    #[inline(always)]
    pub(crate) fn parts(&self, mut f: impl FnMut([isize; K], [usize; 2])) {
        const LINES: usize = 16;
        let ([m, n], cols) = (self.plane(), self.strides[0]);
        let strides = m > 1 && cols.iter().any(|col| !matches!(col, 0 | 1));
        let most = if strides { LINES } else { n };
        self.planes(|at| {
            let mut start = 0;
            while start < n {
                let count = most.min(n - start);
                f(moved(at, cols, start as isize), [m, count]);
                start += count;
            }
        });
    }
}

/// Offsets after `n` steps.
#[inline(always)]
pub(crate) fn moved<const K: usize>(mut at: [isize; K], strides: [isize; K], n: isize) -> [isize; K] {
    for (at, stride) in at.iter_mut().zip(strides) {
        *at = at.wrapping_add(stride.wrapping_mul(n));
    }
    at
}
