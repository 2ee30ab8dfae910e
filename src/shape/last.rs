//! Axes counted from the end, for code that does not know the rank.

/// The last axis, for operations that take the number of an axis: NumPy's `axis=-1`.
///
/// Numbers of axes count from 0. Those at the upper end of `usize` count from the last axis: `LAST` is the last one,
/// `{ LAST - 1 }` the one before it, as -1 and -2 are in NumPy. Reductions, functions along an axis and views of an axis
/// take them, and `concat`.
///
/// Any `S: Shape` has a `LAST` axis by its type. [`IntoResult`](crate::IntoResult) makes a `Result` of what an operation
/// along it returns, which is an error if the rank turns out to be 0, and [`IntoArray`](crate::IntoArray) makes an array
/// of what is an element at rank 0:
///
/// ```
/// use conformable::prelude::*;
/// use conformable::{IntoArray, LAST};
/// fn largest_sum_of_a_row<S: Shape>(a: &Array<f32, S>) -> Result<Option<f32>, ShapeError> {
///     let sums = a.sum_axis::<LAST>().into_result()?.into_array();
///     Ok(sums.iter().copied().reduce(f32::max))
/// }
/// assert_eq!(largest_sum_of_a_row(&array![[1., 2.], [3., 4.]]), Ok(Some(7.)));
/// assert_eq!(largest_sum_of_a_row(&array![1., 2.]), Ok(Some(3.)));
/// let error = largest_sum_of_a_row(&Array::<f32, ()>::ones()).unwrap_err();
/// assert_eq!(error.to_string(), "axis -1 is out of bounds for array of dimension 0");
/// ```
pub const LAST: usize = usize::MAX;

/// The number of an axis counted from 0, of an array with `ndim` axes; of an axis that it does not have, one that is out
/// of bounds.
#[inline(always)]
pub(crate) const fn axis_number(axis: usize, ndim: usize) -> usize {
    // The upper half of `usize` are the negative numbers.
    if axis > usize::MAX / 2 { axis.wrapping_add(ndim) } else { axis }
}
