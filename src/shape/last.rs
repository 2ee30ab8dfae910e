//! Axes counted from the end, for code that does not know the rank.

use super::MAX_NDIM;

/// The last axis, for operations that take the number of an axis: NumPy's `axis=-1`.
///
/// Numbers of axes count from 0. `LAST`, a number that no axis has, and those just below it count from the end: `LAST` is
/// the last axis, `{ LAST - 1 }` the one before it, as -1 and -2 are in NumPy. Reductions, functions along an axis and views
/// of an axis take them, and `concat`.
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
///
/// Arrays that are to meet a result, which the types of any `S` cannot promise to fit, are taken row by row:
///
/// ```
/// use conformable::LAST;
/// use conformable::prelude::*;
/// fn softmax<S: Shape>(mut a: Array<f32, S>) -> Result<Array<f32, S>, ShapeError> {
///     for mut row in a.lanes_mut::<LAST>().into_result()? {
///         let largest = row.max().into_option().unwrap_or(0.);
///         row.map_inplace(|x| (x - largest).exp());
///         let sum = row.sum();
///         row.map_inplace(|x| x / sum);
///     }
///     Ok(a)
/// }
/// assert_eq!(softmax(array![[3., 3.], [0., 0.]])?, array![[0.5, 0.5], [0.5, 0.5]]);
/// assert_eq!(softmax(array![[0.; 4]; 2].into_dyn())?.as_slice(), [0.25; 8]);
/// # Ok::<(), ShapeError>(())
/// ```
pub const LAST: usize = usize::MAX / 2;
// By names, for the table of axes: rust-analyzer does not work an expression out that stands in the type of an impl, and then
// knows no result of an operation along an axis.
pub(crate) const BACK_1: usize = LAST - 1;
pub(crate) const BACK_2: usize = LAST - 2;
pub(crate) const BACK_3: usize = LAST - 3;
pub(crate) const BACK_4: usize = LAST - 4;
pub(crate) const BACK_5: usize = LAST - 5;

/// The number of an axis counted from 0, of an array with `ndim` axes; of an axis that it does not have, one that is out
/// of bounds.
#[inline(always)]
pub(crate) const fn axis_number(axis: usize, ndim: usize) -> usize {
    match from_end(axis) {
        Some(k) => ndim.wrapping_sub(k),
        None => axis,
    }
}

/// Which axis a number counts from the end, 1 for the last; `None` for one that counts from the start.
#[inline(always)]
pub(crate) const fn from_end(axis: usize) -> Option<usize> {
    if axis <= LAST && LAST - axis < 2 * MAX_NDIM { Some(LAST - axis + 1) } else { None }
}
