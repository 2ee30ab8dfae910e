//! Strides: those of row-major order, and whether given ones are.

use crate::shape::Shape;

/// The strides of contiguous elements, the last axis fastest.
#[inline(always)]
pub(crate) fn row_major<S: Shape>(shape: S) -> S::Strides {
    let dims = shape.dims();
    let mut strides = shape.strides_from(|_| 0);
    let mut stride = 1_isize;
    for (s, d) in strides.as_mut().iter_mut().zip(dims.as_ref()).rev() {
        *s = stride;
        // An array with a length of 0 has no elements, and its strides never count.
        stride = stride.wrapping_mul(*d as isize);
    }
    strides
}

/// Whether elements with these strides are contiguous, the last axis fastest. Axes of length 1
/// may have any stride, and so may all axes if there are no elements.
#[inline]
pub(crate) fn is_row_major(dims: &[usize], strides: &[isize]) -> bool {
    let mut stride = 1_isize;
    let mut fits = true;
    for (d, s) in dims.iter().zip(strides).rev() {
        if *d == 0 {
            return true;
        }
        if *d != 1 {
            fits &= *s == stride;
            stride = stride.wrapping_mul(*d as isize);
        }
    }
    fits
}

/// The distance of a position from position 0, in elements.
#[inline(always)]
pub(crate) fn offset(position: &[usize], strides: &[isize]) -> isize {
    position.iter().zip(strides).fold(0, |sum, (i, s)| sum + *i as isize * *s)
}
