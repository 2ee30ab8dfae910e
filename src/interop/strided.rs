//! Lengths and strides of another crate's views, before they are those of one here.

use crate::array::row_major;
use crate::error::ShapeError;
use crate::shape::{Shape, checked_len};

/// # Errors
/// More elements than memory can hold, which a view that repeats them can have.
pub(super) fn must_fit<T>(operation: &'static str, dims: &[usize]) -> Result<(), ShapeError> {
    checked_len::<T>(dims).map(|_| ()).ok_or_else(|| ShapeError::too_large(operation, dims))
}

/// The strides as far as they count: of an array without elements none do, and those of axes of length 1, which may be any
/// numbers, are those of row-major order.
///
/// With these, all sums of `i * stride` over `i` below the lengths are distances between elements, or 0.
pub(super) fn counting<S: Shape>(shape: S, strides: &[isize]) -> S::Strides {
    let (dims, contiguous) = (shape.dims(), row_major(shape));
    let dims = dims.as_ref();
    let is_empty = dims.contains(&0);
    shape.strides_from(|axis| {
        let of = |strides: &[isize]| strides.get(axis).copied().unwrap_or(0);
        match dims.get(axis) {
            _ if is_empty => 0,
            Some(1) => of(contiguous.as_ref()),
            _ => of(strides),
        }
    })
}
