//! Large products on all threads of rayon's pool.
//!
//! ```text
//! split(C = A · B, parts)    halves of the longer of m and n, at a multiple of a tile, each with half the parts
//! ```
//!
//! The order of summation depends on k alone, which is never split: the bits are those of one thread.

use super::dispatch::on;
use super::problem::Problem;
use crate::kernel::operand::{MatMut, MatRef};
use crate::kernel::order::Order;
use crate::simd::{Element, Path};

/// The least products, `m * n * k`, of a part: some 10 to 30 us of work on one core, where handing it to
/// another thread costs 1 to 5 us and as much again until a sleeping thread is awake.
const GRAIN: usize = 1 << 20;

/// Rows and columns at multiples of which products are cut: whole tiles and panels on every path.
const CUT: [usize; 2] = [24, 128];

/// C = A · B, as parts; the rest of the contract is `product::on`'s.
///
/// # Safety
/// `path.is_available()`.
pub(crate) unsafe fn product<T: Element>(
    path: Path,
    order: Order,
    c: MatMut<'_, T>,
    a: MatRef<'_, T>,
    b: MatRef<'_, T>,
) {
    let products = a.rows().saturating_mul(a.cols()).saturating_mul(b.cols());
    let parts = (products / GRAIN).min(threads());
    // SAFETY: the path is the caller's.
    unsafe { Part { path, order, c, a, b }.run(parts) }
}

/// Whether a product is large enough to be split.
#[inline(always)]
pub(crate) fn pays(m: usize, n: usize, k: usize) -> bool {
    m.saturating_mul(n).saturating_mul(k) >= 2 * GRAIN
}

/// The threads of the pool that this thread belongs to, or of the global one.
fn threads() -> usize {
    rayon::current_num_threads()
}

/// A product of which nobody else writes the result.
///
/// Invariant: `path.is_available()`.
struct Part<'a, T> {
    path: Path,
    order: Order,
    c: MatMut<'a, T>,
    a: MatRef<'a, T>,
    b: MatRef<'a, T>,
}

// SAFETY: a part alone writes its C, as `MatMut` says, and nobody writes its A and B, as `MatRef` says: it may be
// run by any thread. `T` is a number, since `Element` is sealed.
unsafe impl<T: Element> Send for Part<'_, T> {}

impl<T: Element> Part<'_, T> {
    /// As `parts` parts.
    ///
    /// # Safety
    /// The invariant of `Part`.
    unsafe fn run(self, parts: usize) {
        let (m, n) = (self.c.rows(), self.c.cols());
        if parts < 2 || m.max(n) < 2 {
            // SAFETY: from the caller.
            return unsafe { on(self.path, self.order, &Problem::new(self.c, self.a, self.b)) };
        }
        let share = parts / 2;
        let by_rows = m >= n;
        let whole = if by_rows { m } else { n };
        let cut = (whole * share / parts).next_multiple_of(CUT[usize::from(!by_rows)]);
        let cut = if cut < whole { cut } else { whole.div_ceil(2) };
        let (first, second) = if by_rows { self.cut_rows(cut) } else { self.cut_columns(cut) };
        // SAFETY: both have the path of `self`.
        rayon::join(|| unsafe { { first }.run(share) }, || unsafe { { second }.run(parts - share) });
    }

    /// Rows `..at` and `at..`, with `0 < at < m`.
    fn cut_rows(mut self, at: usize) -> (Self, Self) {
        debug_assert!(0 < at && at < self.c.rows());
        let Part { path, order, a, b, .. } = self;
        let (m, n, k) = (self.c.rows(), self.c.cols(), a.cols());
        let c_strides = [self.c.row_stride(), self.c.col_stride()];
        let a_strides = [a.row_stride(), a.col_stride()];
        let half = |first: usize, rows: usize, c: *mut T| {
            let c = c.wrapping_offset((first as isize).wrapping_mul(c_strides[0]));
            let a = a.as_ptr().wrapping_offset((first as isize).wrapping_mul(a_strides[0]));
            // SAFETY: rows `first .. first + rows <= m` of C and of A; the halves have no row in common, and
            // `self`, to which C belonged, is gone.
            unsafe {
                let (c, a) = (MatMut::new(c, [rows, n], c_strides), MatRef::new(a, [rows, k], a_strides));
                Part { path, order, c, a, b }
            }
        };
        let c = self.c.as_mut_ptr();
        (half(0, at, c), half(at, m - at, c))
    }

    /// Columns `..at` and `at..`, with `0 < at < n`: rows of the transposed product.
    fn cut_columns(self, at: usize) -> (Self, Self) {
        let turn = |x: Self| Part { c: x.c.t(), a: x.b.t(), b: x.a.t(), ..x };
        let (first, second) = turn(self).cut_rows(at);
        (turn(first), turn(second))
    }
}
