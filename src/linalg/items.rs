//! The matrices and vectors of a stack, each a slice of contiguous elements.

use crate::array::{Array, Ownership, OwnershipMut, Storage, named};
use crate::error::{ShapeError, ShapeErrorKind};
#[cfg(any(feature = "std", feature = "libm"))]
use crate::kernel::factor::Known;
use crate::scalar::Scalar;
use crate::shape::{Check, Shape};
#[cfg(any(feature = "std", feature = "libm"))]
use crate::shape::{Dim, Matrices};

/// What an axis knows of the rows of a matrix.
#[cfg(any(feature = "std", feature = "libm"))]
impl<D: Dim> Known for D {
    const ROWS: Option<usize> = D::STATIC;
}

/// Runs `read` on the elements of an array in row-major order: where they stand, or on a copy if they are not contiguous.
#[inline(always)]
pub(super) fn elements<T: Copy, S: Shape, O: Ownership, R>(
    a: &Array<T, S, O>,
    read: impl FnOnce(&[T]) -> R,
) -> R {
    if const { O::CONTIGUOUS } {
        // No code for copies.
        return read(a.contiguous().unwrap_or_default());
    }
    match a.contiguous() {
        Some(elements) => read(elements),
        None => read(a.to_owned().as_slice()),
    }
}

/// The numbers of rows and columns of matrices of these lengths.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
pub(super) fn matrix_sizes(dims: &[usize]) -> [usize; 2] {
    match dims {
        [.., m, n] => [*m, *n],
        _ => [0; 2],
    }
}

/// The lengths of the leading axes of an array whose items have `core` axes.
#[inline(always)]
pub(super) fn stack_of(dims: &[usize], core: usize) -> &[usize] {
    dims.get(..dims.len().saturating_sub(core)).unwrap_or_default()
}

/// The number of items of a stack of these lengths.
#[inline(always)]
pub(super) fn count(stack: &[usize]) -> usize {
    // An array has as many elements at least, unless its items have none.
    stack.iter().fold(1, |n, len| n.saturating_mul(*len))
}

/// Item number `i` of elements in items of `len`.
#[inline(always)]
pub(super) fn item<T>(elements: &[T], len: usize, i: usize) -> &[T] {
    let start = i.wrapping_mul(len);
    elements.get(start..start.wrapping_add(len)).unwrap_or_default()
}

/// The same, mutable.
#[inline(always)]
pub(super) fn item_mut<T>(elements: &mut [T], len: usize, i: usize) -> &mut [T] {
    let start = i.wrapping_mul(len);
    elements.get_mut(start..start.wrapping_add(len)).unwrap_or_default()
}

/// Writes which row stands where, after each row `k` changed places with row `exchanges[k]`, in order.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
pub(super) fn exchanged(exchanges: &[usize], rows: &mut [usize]) {
    rows.iter_mut().enumerate().for_each(|(k, row)| *row = k);
    for (k, p) in exchanges.iter().enumerate() {
        if k < rows.len() && *p < rows.len() {
            rows.swap(k, *p);
        }
    }
}

/// The number of the item of an operand, whose leading axes are `own`, that belongs to item `i` of a stack to which they
/// broadcast.
#[inline(always)]
pub(super) fn paired(own: &[usize], stack: &[usize], mut i: usize) -> usize {
    if own == stack {
        return i;
    }
    let (mut number, mut step) = (0_usize, 1_usize);
    for (own, len) in own.iter().rev().zip(stack.iter().rev()) {
        let position = i.checked_rem(*len).unwrap_or(0);
        i = i.checked_div(*len).unwrap_or(0);
        if *own != 1 {
            number = number.wrapping_add(position.wrapping_mul(step));
        }
        step = step.wrapping_mul(*own);
    }
    number
}

/// A new array of zeros, or why there is none.
#[inline(always)]
pub(super) fn zeros<T: Scalar, S: Shape>(
    op: &'static str,
    shape: Result<S, ShapeError>,
) -> Result<Array<T, S>, ShapeError> {
    shape.and_then(|shape| named(op, shape, T::ZERO))
}

/// What an operation returns that cannot fail by what a matrix holds: `array`, after `write` wrote its elements.
#[inline(always)]
#[track_caller]
pub(super) fn value<C: Check, T, S: Shape>(
    array: Result<Array<T, S>, ShapeError>,
    write: impl FnOnce(&[usize], &mut [T]),
) -> C::Wrap<S::Value<T>> {
    match array {
        Ok(mut array) => {
            let shape = array.shape();
            write(shape.dims().as_ref(), array.as_mut_slice());
            C::done(array.into_value())
        }
        Err(e) => C::wrap(Err(e)),
    }
}

/// The same of an `_into` form: `write` writes the elements of `out`, unless its shape is another.
#[inline(always)]
#[track_caller]
pub(super) fn into<C: Check, T: Copy, S: Shape, S2: Shape, O: OwnershipMut>(
    op: &'static str,
    shape: Result<S, ShapeError>,
    out: &mut Array<T, S2, O>,
    write: impl FnOnce(&[usize], &mut [T]),
) -> C::Wrap<()> {
    C::wrap(shape.and_then(|shape| expect_out(op, out, shape)).map(|()| through(out, write)))
}

/// Whether `out` has the shape of a result, and can be written by [`through`].
#[inline(always)]
pub(super) fn expect_out<T, S: Shape, S2: Shape, O: Ownership>(
    op: &'static str,
    out: &Array<T, S2, O>,
    shape: S,
) -> Result<(), ShapeError> {
    out.expect_dims(op, shape)?;
    expect_reachable(op, out)
}

/// Runs `write` on the elements of matrices and of a second array, which must have this shape, both by [`through`].
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
pub(super) fn through_both<T: Copy, S: Shape, O: OwnershipMut, U: Copy, S2: Shape, O2: OwnershipMut>(
    op: &'static str,
    a: &mut Array<T, S, O>,
    second: &mut Array<U, S2, O2>,
    shape: Result<impl Shape, ShapeError>,
    write: impl FnOnce(&[usize], &mut [T], &mut [U]),
) -> Result<(), ShapeError> {
    expect_out(op, second, shape?)?;
    expect_reachable(op, a)?;
    through(a, |dims, a| through(second, |_, second| write(dims, a, second)));
    Ok(())
}

/// Whether an array can be written by [`through`]: it is contiguous, or this build has memory for a copy.
#[inline(always)]
pub(super) fn expect_reachable<T, S: Shape, O: Ownership>(
    op: &'static str,
    out: &Array<T, S, O>,
) -> Result<(), ShapeError> {
    if const { <S::Storage<T> as Storage<T>>::IS_THERE } || out.contiguous().is_some() {
        return Ok(());
    }
    Err(ShapeError::about(op, ShapeErrorKind::NotContiguous, out.dims().as_ref()))
}

/// Runs `write` on the lengths of `out` and its elements in row-major order: where they stand, or if they are not
/// contiguous on a copy of them, which is then copied back. [`expect_reachable`] says whether that can be done; if it
/// cannot, `write` gets no elements.
#[inline(always)]
pub(super) fn through<T: Copy, S: Shape, O: OwnershipMut, R>(
    out: &mut Array<T, S, O>,
    write: impl FnOnce(&[usize], &mut [T]) -> R,
) -> R {
    let dims = out.dims();
    if const { O::CONTIGUOUS } {
        return write(dims.as_ref(), out.contiguous_mut().unwrap_or_default());
    }
    if let Some(elements) = out.contiguous_mut() {
        return write(dims.as_ref(), elements);
    }
    let mut copy = out.owned_if_there();
    let elements = copy.as_mut().map(|copy| copy.as_mut_slice()).unwrap_or_default();
    let result = write(dims.as_ref(), elements);
    for (place, x) in out.iter_mut().zip(&*elements) {
        *place = *x;
    }
    result
}

/// Whether it is checked at run time that `K` is the shorter axis of matrices.
#[cfg(any(feature = "std", feature = "libm"))]
pub(super) type ShorterCheck<S, K, Op> = <<<S as Matrices<Op>>::Rows as Dim>::Known as Check>::And<
    <<<S as Matrices<Op>>::Columns as Dim>::Known as Check>::And<<K as Dim>::Known>,
>;

/// The axes of matrices, and the shorter one as the caller of `op` names it.
#[cfg(any(feature = "std", feature = "libm"))]
#[allow(clippy::type_complexity, reason = "all axes at once")]
pub(super) fn shorter_as<S: Matrices<Op>, K: Dim, Op>(
    shape: S,
    op: &'static str,
) -> Result<(S::Stack, S::Rows, S::Columns, K), ShapeError> {
    const {
        if let (Some(m), Some(n), Some(k)) = (S::Rows::STATIC, S::Columns::STATIC, K::STATIC) {
            assert!(k == if m < n { m } else { n }, "the axis that is named is not the shorter one");
        }
    }
    let (stack, m, n) = shape.split_matrices()?;
    match K::from_len(m.len().min(n.len())) {
        Some(k) => Ok((stack, m, n, k)),
        None => Err(ShapeError::wrong_shape(op, &[K::STATIC.unwrap_or(0)], &[m.len().min(n.len())])),
    }
}
