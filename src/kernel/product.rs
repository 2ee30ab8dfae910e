//! C = A · B: which kernel, by the order and the lengths, and on which path.

use super::gemv::Gemv;
use super::operand::{MatMut, MatRef};
use super::order::{Order, SMALL_K};
use super::problem::{Batch, Problem};
use super::{gemm, short};
use crate::simd::{Element, Path};

/// C = A · B with A (M, K), B (K, N), C (M, N), any strides; `C` is written and never read.
///
/// `order` is [`Order::of`] the whole operation of which this product is a part.
#[inline]
pub fn product<T: Element>(order: Order, c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    let path = Path::active();
    let path = if a.rows() > 1 && b.cols() > 1 { narrowed(path, b.cols() * size_of::<T>()) } else { path };
    // SAFETY: the active path is available, and so are those that it implies.
    unsafe { on(path, order, c, a, b) }
}

/// [`product`] on a path by name, for tests; `None`, and nothing written, if the CPU lacks it.
pub fn product_on<T: Element>(
    path: Path,
    order: Order,
    c: MatMut<'_, T>,
    a: MatRef<'_, T>,
    b: MatRef<'_, T>,
) -> Option<()> {
    // SAFETY: asked just before.
    path.is_available().then(|| unsafe { on(path, order, c, a, b) })
}

/// The path with half the vector, where rows of C fill no more than that: AVX2 for AVX-512, which has it.
/// Both fuse, or both do not, so the bits are the same. What is spared is the transposing of dead columns.
#[inline(always)]
pub(super) fn narrowed(path: Path, row: usize) -> Path {
    if matches!(path, Path::Avx512) && row <= 32 { Path::Avx2 } else { path }
}

/// # Safety
/// `path.is_available()`.
#[inline]
pub(super) unsafe fn on<T: Element>(path: Path, order: Order, c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    // SAFETY: the path is the caller's.
    unsafe {
        match order {
            Order::Chain => gemm::product(path, &Problem::new(c, a, b), &Batch::ONE),
            Order::Dot if a.cols() <= SMALL_K => short::on(path, &Problem::new(c, a, b), &Batch::ONE),
            Order::Dot => columns(path, c, a, b),
        }
    }
}

/// A dot for each element, however many terms: matrix times vector, for each column, or for the row, of C.
///
/// # Safety
/// `path.is_available()`.
unsafe fn columns<T: Element>(path: Path, c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    let (mut c, a, b) = if c.rows() == 1 { (c.t(), b.t(), a.t()) } else { (c, a, b) };
    debug_assert!(c.rows() == a.rows() && c.cols() == b.cols() && a.cols() == b.rows());
    let (rows, strides) = (c.rows(), [c.row_stride(), c.col_stride()]);
    for j in 0..c.cols() {
        // SAFETY: column `j` of C, in which nobody else writes now, and of B; the path is the caller's.
        unsafe {
            let y = MatMut::new(c.as_mut_ptr().wrapping_offset(j as isize * strides[1]), [rows, 1], strides);
            T::run_unchecked(path, Gemv::new(y, a, b.col(j)));
        }
    }
}
