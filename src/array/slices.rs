//! Slices and nested slices of any length as views: one axis is known at run time, the others are in the type.

use super::{ArrayView, ArrayViewMut};
use crate::shape::{Const, Dyn, Shape, checked_len};

/// The axis of a slice.
///
/// # Panics
/// If there are more than `isize::MAX` elements, which only those of no size can be.
#[inline]
#[track_caller]
pub(super) fn axis_of<T, S: Shape>(shape: S) -> S {
    assert!(checked_len::<T>(shape.dims().as_ref()).is_some(), "more elements than memory can hold");
    shape
}

/// The elements of a slice as a vector.
///
/// ```
/// use conformable::{ArrayView, Dyn};
/// let samples = [1., 2., 3.];
/// let view = ArrayView::<f64, (Dyn,)>::from(&samples[1..]);
/// assert_eq!(view.sum(), 5.);
/// ```
///
/// # Panics
/// If there are more than `isize::MAX` elements, which only those of no size can be.
impl<'a, T> From<&'a [T]> for ArrayView<'a, T, (Dyn,)> {
    #[inline]
    #[track_caller]
    fn from(elements: &'a [T]) -> Self {
        of_slice(axis_of::<T, _>((Dyn(elements.len()),)), elements)
    }
}
/// The elements of a slice as a vector that can change them.
///
/// # Panics
/// As the view that only reads.
impl<'a, T> From<&'a mut [T]> for ArrayViewMut<'a, T, (Dyn,)> {
    #[inline]
    #[track_caller]
    fn from(elements: &'a mut [T]) -> Self {
        of_mut_slice(axis_of::<T, _>((Dyn(elements.len()),)), elements)
    }
}

/// The rows of a slice as a matrix.
///
/// ```
/// use conformable::{ArrayView, Const, Dyn};
/// let points: &[[f64; 2]] = &[[1., 2.], [3., 4.]];
/// let points = ArrayView::<f64, (Dyn, Const<2>)>::from(points);
/// assert_eq!(points.sum_axis::<0>(), conformable::array![4., 6.]);
/// ```
///
/// # Panics
/// If there are more than `isize::MAX` elements, which only those of no size can be.
impl<'a, T, const C: usize> From<&'a [[T; C]]> for ArrayView<'a, T, (Dyn, Const<C>)> {
    #[inline]
    #[track_caller]
    fn from(rows: &'a [[T; C]]) -> Self {
        of_slice(axis_of::<T, _>((Dyn(rows.len()), Const)), rows.as_flattened())
    }
}
/// The rows of a slice as a matrix that can change them.
///
/// # Panics
/// As the view that only reads.
impl<'a, T, const C: usize> From<&'a mut [[T; C]]> for ArrayViewMut<'a, T, (Dyn, Const<C>)> {
    #[inline]
    #[track_caller]
    fn from(rows: &'a mut [[T; C]]) -> Self {
        of_mut_slice(axis_of::<T, _>((Dyn(rows.len()), Const)), rows.as_flattened_mut())
    }
}

#[track_caller]
fn of_slice<T, S: Shape>(shape: S, elements: &[T]) -> ArrayView<'_, T, S> {
    match ArrayView::from_slice(shape, elements) {
        Ok(view) => view,
        Err(_) => unreachable!("the shape is that of the slice"),
    }
}
#[track_caller]
fn of_mut_slice<T, S: Shape>(shape: S, elements: &mut [T]) -> ArrayViewMut<'_, T, S> {
    match ArrayViewMut::from_slice(shape, elements) {
        Ok(view) => view,
        Err(_) => unreachable!("the shape is that of the slice"),
    }
}
