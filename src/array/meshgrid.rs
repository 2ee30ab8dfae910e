//! `meshgrid`: the coordinates of the points of a grid.

#![allow(unsafe_code, reason = "makes views that read one vector along every row or column")]

use super::view::view_of;
use super::{Array, ArrayView, Ownership};
use crate::error::ShapeError;
use crate::shape::{Check, Dim, Proven, Shape, checked_len};

/// What [`meshgrid`] returns: both coordinates of each point, rows along the second vector.
pub type Meshgrid<'a, 'b, X, Y, D, E> = (ArrayView<'a, X, (E, D)>, ArrayView<'b, Y, (E, D)>);
/// What [`meshgrid_ij`] returns: both coordinates of each point, rows along the first vector.
pub type MeshgridIj<'a, 'b, X, Y, D, E> = (ArrayView<'a, X, (D, E)>, ArrayView<'b, Y, (D, E)>);

/// The elements of a vector at each position of `shape`, along `axis` of it.
#[track_caller]
fn along<'s, 'x, T, D: Dim, O: Ownership, S: Shape>(
    x: &'s Array<T, (D,), O>,
    shape: S,
    axis: usize,
) -> ArrayView<'x, T, S>
where
    O::Loan<'s>: 'x,
{
    let dims = shape.dims();
    Proven::wrap(match checked_len::<T>(dims.as_ref()) {
        Some(_) => {
            let [stride] = x.strides();
            let strides = shape.strides_from(|i| if i == axis { stride } else { 0 });
            // SAFETY: elements of `x`, the length of which is that of the axis; along the other axis each place is read
            // again. Borrowed as `x` is.
            Ok(unsafe { view_of(shape, x.as_ptr(), strides) })
        }
        None => Err(ShapeError::too_large("meshgrid", dims.as_ref())),
    })
}

/// The coordinates of the points of a grid, with a column for each element of `x` and a row for each of `y`.
///
/// `xs[i, j] = x[j]` and `ys[i, j] = y[i]`
///
/// # Shapes
/// `(D), (E) -> (E, D), (E, D)`. Both are views that copy nothing; [`to_owned`](Array::to_owned) copies.
///
/// As `numpy.meshgrid(x, y, copy=False)`: its indexing is `xy`, as for pictures. That of matrices is
/// [`meshgrid_ij`].
///
/// # Panics
/// If `Dyn` axes make a grid of more points than memory could hold.
///
/// # Example
/// ```
/// use conformable::{array, meshgrid};
/// let (x, y) = (array![1, 2, 3], array![10, 20]);
/// let (xs, ys) = meshgrid(&x, &y);
/// assert_eq!(xs, array![[1, 2, 3], [1, 2, 3]]);
/// assert_eq!(ys, array![[10, 10, 10], [20, 20, 20]]);
/// ```
#[inline]
#[track_caller]
pub fn meshgrid<'s, 't, 'a, 'b, X, Y, D: Dim, E: Dim, O: Ownership, O2: Ownership>(
    x: &'s Array<X, (D,), O>,
    y: &'t Array<Y, (E,), O2>,
) -> Meshgrid<'a, 'b, X, Y, D, E>
where
    O::Loan<'s>: 'a,
    O2::Loan<'t>: 'b,
{
    let shape = (y.shape().0, x.shape().0);
    (along::<'s, 'a, X, D, O, _>(x, shape, 1), along::<'t, 'b, Y, E, O2, _>(y, shape, 0))
}

/// The coordinates of the points of a grid, with a row for each element of `x` and a column for each of `y`.
///
/// `xs[i, j] = x[i]` and `ys[i, j] = y[j]`
///
/// # Shapes
/// `(D), (E) -> (D, E), (D, E)`. As `numpy.meshgrid(x, y, indexing="ij", copy=False)`; see [`meshgrid`].
///
/// # Panics
/// If `Dyn` axes make a grid of more points than memory could hold.
///
/// # Example
/// ```
/// use conformable::{array, meshgrid_ij};
/// let (x, y) = (array![1, 2, 3], array![10, 20]);
/// let (xs, ys) = meshgrid_ij(&x, &y);
/// assert_eq!(xs, array![[1, 1], [2, 2], [3, 3]]);
/// assert_eq!(ys, array![[10, 20], [10, 20], [10, 20]]);
/// ```
#[inline]
#[track_caller]
pub fn meshgrid_ij<'s, 't, 'a, 'b, X, Y, D: Dim, E: Dim, O: Ownership, O2: Ownership>(
    x: &'s Array<X, (D,), O>,
    y: &'t Array<Y, (E,), O2>,
) -> MeshgridIj<'a, 'b, X, Y, D, E>
where
    O::Loan<'s>: 'a,
    O2::Loan<'t>: 'b,
{
    let shape = (x.shape().0, y.shape().0);
    (along::<'s, 'a, X, D, O, _>(x, shape, 0), along::<'t, 'b, Y, E, O2, _>(y, shape, 1))
}
