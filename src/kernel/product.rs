//! C = A · B: the one entry of matrix products, which chooses the kernel by the order, the element and the
//! lengths.

use super::operand::{MatMut, MatRef};
use super::order::{Order, SMALL_K};
use super::problem::Problem;
use super::{gemm, generic, short};
use crate::scalar::{Repr, Scalar};
use crate::simd::{Element, Path};

/// C = A · B with A (M, K), B (K, N), C (M, N), any strides; `C` is written and never read.
///
/// `order` is [`Order::of`] the whole operation of which this product is a part.
#[inline]
pub fn product<T: Scalar>(order: Order, c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    macro_rules! as_element {
        ($E:ty) => {{
            // SAFETY: `KIND` says that `T` has the memory and the valid values of this type, and its sums and
            // products.
            let (c, a, b) = unsafe { (c.cast::<$E>(), a.cast::<$E>(), b.cast::<$E>()) };
            // SAFETY: the active path is available.
            unsafe { of_elements(Path::active(), order, c, a, b) }
        }};
    }
    match T::KIND.repr() {
        Repr::F32 => as_element!(f32),
        Repr::F64 => as_element!(f64),
        Repr::Int8 => as_element!(i8),
        Repr::Int16 => as_element!(i16),
        Repr::Int32 => as_element!(i32),
        Repr::Int64 => as_element!(i64),
        Repr::Other | Repr::Int128 | Repr::Bool => generic::product(order, c, a, b),
    }
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
    path.is_available().then(|| unsafe { of_elements(path, order, c, a, b) })
}

/// # Safety
/// `path.is_available()`.
#[inline]
unsafe fn of_elements<T: Element>(
    path: Path,
    order: Order,
    c: MatMut<'_, T>,
    a: MatRef<'_, T>,
    b: MatRef<'_, T>,
) {
    match order {
        // SAFETY: the path is the caller's.
        Order::Chain => unsafe { gemm::product(path, &Problem::new(c, a, b)) },
        // SAFETY: the path is the caller's.
        Order::Dot if a.cols() <= SMALL_K => unsafe { short::on(path, &Problem::new(c, a, b)) },
        Order::Dot => generic::product(order, c, a, b),
    }
}
