//! Many equal products in one dispatch.
//!
//! The order of summation is that of one of them: a batch has the bits of its products, one by one.

use super::dispatch::{narrowed, on};
use super::gemm;
use super::problem::Problem;
use super::short;
use crate::kernel::operand::{MatMut, MatRef};
use crate::kernel::order::{Order, SMALL_K};
use crate::simd::{Element, HAS_VECTORS, Path};

pub use super::problem::Batch;

/// C_i = A_i · B_i for `i < batch.count`: `c`, `a` and `b` are those of the first product, those of product
/// `i` stand `i` times the strides of the batch from there. C is written and never read.
///
/// # Safety
/// The invariants of `MatMut` and `MatRef` hold for each product, and no two elements of any C share a place.
#[inline]
pub(crate) unsafe fn batched<T: Element>(
    order: Order,
    batch: Batch,
    c: MatMut<'_, T>,
    a: MatRef<'_, T>,
    b: MatRef<'_, T>,
) {
    // SAFETY: the active path is available, and so are those that it implies; the rest is the caller's.
    unsafe {
        batched_by(
            narrowed::<T>(Path::active(), order, [a.rows(), b.cols(), b.rows()]),
            order,
            batch,
            c,
            a,
            b,
        )
    }
}

/// `batched` on a path by name, for tests; `None`, and nothing written, if the CPU lacks it.
///
/// # Safety
/// As `batched`.
pub unsafe fn batched_on<T: Element>(
    path: Path,
    order: Order,
    batch: Batch,
    c: MatMut<'_, T>,
    a: MatRef<'_, T>,
    b: MatRef<'_, T>,
) -> Option<()> {
    // SAFETY: the path was asked just before; the rest is the caller's.
    path.is_available().then(|| unsafe { batched_by(path, order, batch, c, a, b) })
}

/// # Safety
/// As [`batched`], and `path.is_available()`.
unsafe fn batched_by<T: Element>(
    path: Path,
    order: Order,
    batch: Batch,
    mut c: MatMut<'_, T>,
    a: MatRef<'_, T>,
    b: MatRef<'_, T>,
) {
    let [c_next, a_next, b_next] = batch.strides;
    let m = a.rows() as isize;
    let follow = c_next == m.wrapping_mul(c.row_stride()) && a_next == m.wrapping_mul(a.row_stride());
    // SAFETY: every element that is named is one of a product of the batch; the rest is the caller's.
    unsafe {
        if b_next == 0 && follow && batch.count > 1 {
            // One B, and the rows of all A one after another: one product, which packs B once.
            let rows = batch.count * a.rows();
            let a = MatRef::new(a.as_ptr(), [rows, a.cols()], [a.row_stride(), a.col_stride()]);
            let c = MatMut::new(c.as_mut_ptr(), [rows, c.cols()], [c.row_stride(), c.col_stride()]);
            return on(path, order, &Problem::new(c, a, b));
        }
        // One by one where a product does not take a batch, as in `on`.
        if const { !T::TILED } {
            return each(path, order, batch, c, a, b);
        }
        match order {
            _ if HAS_VECTORS && path == Path::Scalar => each(path, order, batch, c, a, b),
            Order::Chain if const { HAS_VECTORS } => gemm::product(path, &Problem::new(c, a, b), &batch),
            Order::Chain => each(path, order, batch, c, a, b),
            Order::Dot if a.cols() <= SMALL_K => short::on(path, &Problem::new(c, a, b), &batch),
            Order::Dot => each(path, order, batch, c, a, b),
        }
    }
}

/// The products of a batch one by one.
///
/// # Safety
/// As [`batched`], and `path.is_available()`.
unsafe fn each<T: Element>(
    path: Path,
    order: Order,
    batch: Batch,
    mut c: MatMut<'_, T>,
    a: MatRef<'_, T>,
    b: MatRef<'_, T>,
) {
    let [c_next, a_next, b_next] = batch.strides;
    for i in 0..batch.count as isize {
        let (lengths, strides) = ([c.rows(), c.cols()], [c.row_stride(), c.col_stride()]);
        // SAFETY: product `i` of the batch, and the path, are the caller's.
        unsafe {
            let c = MatMut::new(c.as_mut_ptr().wrapping_offset(i * c_next), lengths, strides);
            on(path, order, &Problem::new(c, moved(a, i * a_next), moved(b, i * b_next)));
        }
    }
}

/// The matrix `by` elements further on.
///
/// # Safety
/// The invariant of `MatRef` holds there.
pub(crate) unsafe fn moved<'a, T>(x: MatRef<'a, T>, by: isize) -> MatRef<'a, T> {
    // SAFETY: from the caller.
    unsafe {
        MatRef::new(x.as_ptr().wrapping_offset(by), [x.rows(), x.cols()], [x.row_stride(), x.col_stride()])
    }
}
