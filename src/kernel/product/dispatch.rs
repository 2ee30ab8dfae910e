//! C = A · B: which kernel, by the order and the lengths, and on which path.

use super::gemm;
use super::gemv::Gemv;
use super::problem::{Batch, Problem};
use super::short;
use super::untiled;
use crate::kernel::generic;
use crate::kernel::operand::{MatMut, MatRef};
use crate::kernel::order::{Order, SMALL_K};
use crate::simd::{Element, HAS_VECTORS, Path};

/// C = A · B with A (M, K), B (K, N), C (M, N), any strides; `C` is written and never read.
///
/// `order` is [`Order::of`] the whole operation of which this product is a part. The operands come as one
/// reference: copies of three matrices, from call to call, take as long as a small product.
///
/// # Safety
/// The invariant of `Problem`.
#[inline]
pub(crate) unsafe fn product<T: Element>(order: Order, x: &Problem<T>) {
    let path = Path::active();
    let is_matrix = x.m > 1 && x.n > 1;
    let path = if is_matrix { narrowed::<T>(path, order, [x.m, x.n, x.k]) } else { path };
    #[cfg(feature = "rayon")]
    if super::parallel::pays(x.m, x.n, x.k) {
        // SAFETY: the active path is available, and the operands are the caller's.
        return unsafe {
            let (c, a, b) = x.operands();
            super::parallel::product(path, order, c, a, b)
        };
    }
    // SAFETY: the active path is available, and so are those that it implies; the rest is the caller's.
    unsafe { on(path, order, x) }
}

/// A product on a path by name, for tests; `None`, and nothing written, if the CPU lacks it.
pub fn product_on<T: Element>(
    path: Path,
    order: Order,
    c: MatMut<'_, T>,
    a: MatRef<'_, T>,
    b: MatRef<'_, T>,
) -> Option<()> {
    // SAFETY: asked just before.
    path.is_available().then(|| unsafe { on(path, order, &Problem::new(c, a, b)) })
}

/// Rows of C from which on wider vectors are faster than those that a row fills: they load an element into every lane at once.
/// Measured on a Zen 5: 4 x 4 of f32 takes 0.96 ns a row with AVX2, 1.26 with SSE2.
const MANY: usize = 16;

/// The path with narrower vectors, where rows of C, few and of `n` elements, fill no more than those: AVX2 for
/// AVX-512, and for sums of few terms, which are never fused, SSE2 for both. A CPU has what its path implies,
/// and the bits are the same. What is spared is the transposing of dead columns, and loads and stores of
/// parts of a vector.
#[inline(always)]
pub(crate) fn narrowed<T>(path: Path, order: Order, [m, n, k]: [usize; 3]) -> Path {
    match (path, n * size_of::<T>()) {
        (Path::Avx512 | Path::Avx2, 0..=16) if order == Order::Dot && k <= SMALL_K && m < MANY => Path::Sse2,
        (Path::Avx512, 0..=32) => Path::Avx2,
        _ => path,
    }
}

/// # Safety
/// `path.is_available()`, and the invariant of `Problem`.
#[inline]
pub(crate) unsafe fn on<T: Element>(path: Path, order: Order, x: &Problem<T>) {
    // SAFETY: the path and the problem are the caller's.
    unsafe {
        if const { T::TILED } && path == Path::Scalar && order == Order::Chain {
            return untiled::product(x);
        }
        if HAS_VECTORS && path == Path::Scalar {
            let (c, a, b) = x.operands();
            return generic::product(order, c, a, b);
        }
        if const { !T::TILED } {
            return columns(path, x);
        }
        match order {
            // Never without vectors, where one panel would be more than the memory of a microcontroller.
            Order::Chain if const { HAS_VECTORS } => gemm::product(path, x, &Batch::ONE),
            Order::Chain => {}
            Order::Dot if x.k <= SMALL_K => short::on(path, x, &Batch::ONE),
            Order::Dot => columns(path, x),
        }
    }
}

/// A dot for each element, however many terms: matrix times vector, for each column, or for each row, of C.
///
/// # Safety
/// `path.is_available()`, and the invariant of `Problem`.
#[inline(never)]
unsafe fn columns<T: Element>(path: Path, x: &Problem<T>) {
    // SAFETY: from the caller.
    let (c, a, b) = unsafe { x.operands() };
    let (mut c, a, b) = if c.rows() < c.cols() { (c.t(), b.t(), a.t()) } else { (c, a, b) };
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
