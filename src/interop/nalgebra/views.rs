//! Views, with strides, in both directions.

#![allow(unsafe_code, reason = "views of the one crate as views of the other: pointers with strides")]

use crate::array::{Array, ArrayView, ArrayViewMut, view_mut_of, view_of};
use crate::error::{ShapeError, ShapeErrorKind};
use crate::interop::strided::{counting, must_fit};
use crate::shape::{Const, Dim, Dyn, Shape};
use nalgebra::{
    Dim as TheirDim, Matrix, MatrixView, MatrixViewMut, RawStorage, RawStorageMut, U1, VectorView,
    VectorViewMut, ViewStorage, ViewStorageMut,
};

mod sealed {
    pub trait Sealed {}
    impl<const N: usize> Sealed for super::Const<N> {}
    impl Sealed for super::Dyn {}
    impl<D: Sealed> Sealed for (D,) {}
    impl<R: Sealed, C: Sealed> Sealed for (R, C) {}
}

/// An axis that nalgebra has under the same name: `Const<N>` and `Dyn`. Sealed.
#[diagnostic::on_unimplemented(
    message = "nalgebra has no axis like `{Self}`",
    label = "expected `Const<N>` or `Dyn`",
    note = "`unnamed()` takes the names of axes away, and `typed()` or `into()` makes an `UpTo<N>` a `Dyn`"
)]
pub trait NalgebraAxis: Dim + sealed::Sealed {
    /// The axis of nalgebra.
    type Theirs: TheirDim;
    #[doc(hidden)]
    fn theirs(self) -> Self::Theirs;
    #[doc(hidden)]
    fn ours(theirs: Self::Theirs) -> Self;
}
impl<const N: usize> NalgebraAxis for Const<N> {
    type Theirs = nalgebra::Const<N>;
    #[inline(always)]
    fn theirs(self) -> nalgebra::Const<N> {
        nalgebra::Const
    }
    #[inline(always)]
    fn ours(_: nalgebra::Const<N>) -> Self {
        Const
    }
}
impl NalgebraAxis for Dyn {
    type Theirs = nalgebra::Dyn;
    #[inline(always)]
    fn theirs(self) -> nalgebra::Dyn {
        nalgebra::Dyn(self.0)
    }
    #[inline(always)]
    fn ours(theirs: nalgebra::Dyn) -> Self {
        Dyn(theirs.0)
    }
}

/// A shape that nalgebra has, too: one axis or two, each `Const<N>` or `Dyn`. A vector is a matrix of one column. Sealed.
#[diagnostic::on_unimplemented(
    message = "nalgebra has no arrays of the shape `{Self}`",
    label = "expected one or two axes, each `Const<N>` or `Dyn`",
    note = "`unnamed()` takes the names of axes away, and `typed()` or `into()` makes an `UpTo<N>` a `Dyn`"
)]
pub trait NalgebraShape: Shape + sealed::Sealed {
    /// The number of rows.
    type Rows: TheirDim;
    /// The number of columns.
    type Columns: TheirDim;
    #[doc(hidden)]
    fn theirs(self) -> (Self::Rows, Self::Columns);
    #[doc(hidden)]
    fn ours(theirs: (Self::Rows, Self::Columns)) -> Self;
}
impl<D: NalgebraAxis> NalgebraShape for (D,) {
    type Rows = D::Theirs;
    type Columns = U1;
    #[inline(always)]
    fn theirs(self) -> (D::Theirs, U1) {
        (self.0.theirs(), nalgebra::Const)
    }
    #[inline(always)]
    fn ours((rows, _): (D::Theirs, U1)) -> Self {
        (D::ours(rows),)
    }
}
impl<R: NalgebraAxis, C: NalgebraAxis> NalgebraShape for (R, C) {
    type Rows = R::Theirs;
    type Columns = C::Theirs;
    #[inline(always)]
    fn theirs(self) -> (R::Theirs, C::Theirs) {
        (self.0.theirs(), self.1.theirs())
    }
    #[inline(always)]
    fn ours((rows, columns): (R::Theirs, C::Theirs)) -> Self {
        (R::ours(rows), C::ours(columns))
    }
}

/// The stride of columns, if each column is contiguous and the strides are not negative.
// A distance of rows other than 1 is nothing that we hand to nalgebra: as the left factor of a product, and in `axpy`, 0.35.0 reads
// and writes out of bounds then (https://github.com/dimforge/nalgebra/issues/1616).
#[inline]
fn into_theirs(dims: &[usize], strides: &[isize]) -> Result<nalgebra::Dyn, ShapeError> {
    let axes = || dims.iter().zip(strides).enumerate();
    // Along an axis without a step any stride will do.
    if dims.contains(&0)
        || axes().all(|(axis, (len, stride))| *len <= 1 || *stride == 1 || (axis > 0 && *stride >= 0))
    {
        let columns = strides.get(1).filter(|_| dims.get(1).is_some_and(|len| *len > 1));
        return Ok(nalgebra::Dyn(columns.map_or(0, |stride| stride.unsigned_abs())));
    }
    let kind = match axes().find(|(_, (len, stride))| **len > 1 && **stride < 0) {
        Some((axis, _)) => ShapeErrorKind::Backwards { axis: axis as u8 },
        None => ShapeErrorKind::NotColumns,
    };
    Err(ShapeError::about("into_nalgebra", kind, dims))
}

/// The shape and the strides of a view of nalgebra, if memory can hold an array of these lengths.
#[inline]
fn from_theirs<T, S: NalgebraShape>(
    shape: (S::Rows, S::Columns),
    (rows, columns): (usize, usize),
) -> Result<(S, S::Strides), ShapeError> {
    let shape = S::ours(shape);
    must_fit::<T>("from_nalgebra", shape.dims().as_ref())?;
    // One that is larger is along an axis without a step, or of elements without bytes.
    let strides = [rows, columns].map(|stride| isize::try_from(stride).unwrap_or(0));
    Ok((shape, counting(shape, &strides)))
}

/// Whether different positions are different places.
#[inline]
fn are_apart(dims: &[usize], strides: &[isize]) -> bool {
    let [(rows, down), (columns, across)] = [0, 1].map(|axis| {
        let stride = strides.get(axis).map_or(0, |stride| stride.unsigned_abs());
        (dims.get(axis).copied().unwrap_or(1), stride)
    });
    if rows <= 1 || columns <= 1 {
        return (rows <= 1 || columns == 0 || down > 0) && (columns <= 1 || rows == 0 || across > 0);
    }
    // The first step down that meets a step across is at their least common multiple.
    let (mut divisor, mut rest) = (down, across);
    while rest > 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    down > 0 && across > 0 && (across / divisor >= rows || down / divisor >= columns)
}

/// The view of places as nalgebra describes them.
///
/// # Safety
/// The place of each position holds an element that is borrowed for `'a`. `first` is not null.
#[inline]
pub(super) unsafe fn view_from<'a, T, S: NalgebraShape>(
    shape: (S::Rows, S::Columns),
    first: *const T,
    strides: (usize, usize),
) -> Result<ArrayView<'a, T, S>, ShapeError> {
    let (shape, strides) = from_theirs::<T, S>(shape, strides)?;
    // SAFETY: the caller's; `from_theirs` changes no stride along which there is a step, but of elements without bytes, which are at
    // every place.
    Ok(unsafe { view_of(shape, first, strides) })
}

/// The same of elements that can be changed.
///
/// # Safety
/// As above, and the elements are borrowed for `'a` by the result alone.
#[inline]
pub(super) unsafe fn view_mut_from<'a, T, S: NalgebraShape>(
    shape: (S::Rows, S::Columns),
    first: *mut T,
    strides: (usize, usize),
) -> Result<ArrayViewMut<'a, T, S>, ShapeError> {
    let (shape, strides) = from_theirs::<T, S>(shape, strides)?;
    if size_of::<T>() > 0 && !are_apart(shape.dims().as_ref(), strides.as_ref()) {
        let kind = ShapeErrorKind::Overlapping;
        return Err(ShapeError::about("from_nalgebra", kind, shape.dims().as_ref()));
    }
    // SAFETY: as above; different positions are different places (`are_apart`).
    Ok(unsafe { view_mut_of(shape, first, strides) })
}

/// The same memory, with our length in the type.
impl<'a, T, D: NalgebraAxis> From<&'a Array<T, (D,)>> for VectorView<'a, T, D::Theirs> {
    #[inline]
    fn from(array: &'a Array<T, (D,)>) -> Self {
        let (shape, len) = (array.shape().theirs(), array.shape().0.theirs());
        // SAFETY: as many contiguous elements as there are rows, borrowed for `'a`.
        Matrix::from_data(unsafe {
            ViewStorage::from_raw_parts(array.as_slice().as_ptr(), shape, (nalgebra::Const, len))
        })
    }
}

/// The same memory, with our length in the type.
impl<'a, T, D: NalgebraAxis> From<&'a mut Array<T, (D,)>> for VectorViewMut<'a, T, D::Theirs> {
    #[inline]
    fn from(array: &'a mut Array<T, (D,)>) -> Self {
        let (shape, len) = (array.shape().theirs(), array.shape().0.theirs());
        // SAFETY: as above, borrowed mutably for `'a`.
        Matrix::from_data(unsafe {
            ViewStorageMut::from_raw_parts(array.as_mut_slice().as_mut_ptr(), shape, (nalgebra::Const, len))
        })
    }
}

/// # Conversions
impl<T, R: Dim, C: Dim> Array<T, (R, C)> {
    /// The transpose as a matrix of nalgebra, whose columns are our rows: the same memory, with our lengths in the type.
    ///
    /// `m.as_nalgebra_t().tr_mul(&v)` is the product of `m` and `v`. A view of the matrix itself would have its columns scattered,
    /// of which nalgebra 0.35.0 makes products [out of bounds](https://github.com/dimforge/nalgebra/issues/1616). Needs the feature
    /// `nalgebra-035`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// use nalgebra::{Const, MatrixView, Vector2, Vector3};
    /// let m = array![[1., 2., 3.], [4., 5., 6.]];
    /// let t: MatrixView<'_, f64, Const<3>, Const<2>> = m.as_nalgebra_t();
    /// assert_eq!(t.column(1), Vector3::new(4., 5., 6.));
    /// assert_eq!(t.tr_mul(&Vector3::new(1., 0., 1.)), Vector2::new(4., 10.));
    /// ```
    #[inline]
    pub fn as_nalgebra_t(&self) -> MatrixView<'_, T, C::Theirs, R::Theirs>
    where
        R: NalgebraAxis,
        C: NalgebraAxis,
    {
        let (rows, columns) = self.shape().theirs();
        let strides = (nalgebra::Const, self.shape().1.theirs());
        // SAFETY: the elements stand row by row in memory, so each row is a column of the transpose, and the distance of rows is the
        // number of columns; they are borrowed as `self` is.
        Matrix::from_data(unsafe {
            ViewStorage::from_raw_parts(self.as_slice().as_ptr(), (columns, rows), strides)
        })
    }

    /// The mutable form of [`as_nalgebra_t`](Array::as_nalgebra_t).
    #[inline]
    pub fn as_nalgebra_t_mut(&mut self) -> MatrixViewMut<'_, T, C::Theirs, R::Theirs>
    where
        R: NalgebraAxis,
        C: NalgebraAxis,
    {
        let (rows, columns) = self.shape().theirs();
        let strides = (nalgebra::Const, self.shape().1.theirs());
        // SAFETY: as above, borrowed mutably as `self` is.
        Matrix::from_data(unsafe {
            ViewStorageMut::from_raw_parts(self.as_mut_slice().as_mut_ptr(), (columns, rows), strides)
        })
    }
}

/// The same memory, with our lengths in the type.
impl<'a, T, S: NalgebraShape> TryFrom<ArrayView<'a, T, S>>
    for Matrix<T, S::Rows, S::Columns, ViewStorage<'a, T, S::Rows, S::Columns, U1, nalgebra::Dyn>>
{
    type Error = ShapeError;
    /// # Errors
    /// A column whose elements are not contiguous, and columns that run backwards. The transpose of a row-major array has neither.
    #[inline]
    fn try_from(view: ArrayView<'a, T, S>) -> Result<Self, ShapeError> {
        let columns = into_theirs(view.dims().as_ref(), view.strides().as_ref())?;
        // SAFETY:
        // - All positions of the shape are elements, by the strides of the view (`ViewData`), which these are along every axis that
        //   has a step (`into_theirs`).
        // - They are borrowed for `'a`.
        Ok(Matrix::from_data(unsafe {
            ViewStorage::from_raw_parts(view.as_ptr(), view.shape().theirs(), (nalgebra::Const, columns))
        }))
    }
}

/// The same memory, with our lengths in the type.
impl<'a, T, S: NalgebraShape> TryFrom<ArrayViewMut<'a, T, S>>
    for Matrix<T, S::Rows, S::Columns, ViewStorageMut<'a, T, S::Rows, S::Columns, U1, nalgebra::Dyn>>
{
    type Error = ShapeError;
    /// # Errors
    /// A column whose elements are not contiguous, and columns that run backwards. The transpose of a row-major array has neither.
    #[inline]
    fn try_from(mut view: ArrayViewMut<'a, T, S>) -> Result<Self, ShapeError> {
        let columns = into_theirs(view.dims().as_ref(), view.strides().as_ref())?;
        let shape = view.shape().theirs();
        // SAFETY: as above; the view is gone, which alone had the elements for `'a`, and different positions are different places
        // (`ViewData`).
        Ok(Matrix::from_data(unsafe {
            ViewStorageMut::from_raw_parts(view.as_mut_ptr(), shape, (nalgebra::Const, columns))
        }))
    }
}

/// The same memory.
impl<'a, T, S: NalgebraShape, RowStride: TheirDim, ColumnStride: TheirDim>
    TryFrom<Matrix<T, S::Rows, S::Columns, ViewStorage<'a, T, S::Rows, S::Columns, RowStride, ColumnStride>>>
    for ArrayView<'a, T, S>
{
    type Error = ShapeError;
    /// # Errors
    /// More elements than memory can hold, which a view with strides of 0 can have.
    #[inline]
    fn try_from(
        view: Matrix<
            T,
            S::Rows,
            S::Columns,
            ViewStorage<'a, T, S::Rows, S::Columns, RowStride, ColumnStride>,
        >,
    ) -> Result<Self, ShapeError> {
        // SAFETY:
        // - The place of each position of a view of nalgebra holds an element that is borrowed for `'a` (`ViewStorage`).
        // - The pointer of a view is that of a slice or of other elements, so it is not null.
        unsafe { view_from(view.shape_generic(), view.data.ptr(), view.strides()) }
    }
}

/// The same memory.
impl<'a, T, S: NalgebraShape, RowStride: TheirDim, ColumnStride: TheirDim>
    TryFrom<
        Matrix<T, S::Rows, S::Columns, ViewStorageMut<'a, T, S::Rows, S::Columns, RowStride, ColumnStride>>,
    > for ArrayViewMut<'a, T, S>
{
    type Error = ShapeError;
    /// # Errors
    /// More elements than memory can hold, and positions that share places: a stride of 0, or one within the reach of the other.
    #[inline]
    fn try_from(
        mut view: Matrix<
            T,
            S::Rows,
            S::Columns,
            ViewStorageMut<'a, T, S::Rows, S::Columns, RowStride, ColumnStride>,
        >,
    ) -> Result<Self, ShapeError> {
        // SAFETY: as above, borrowed mutably for `'a` by a view that is gone.
        unsafe { view_mut_from(view.shape_generic(), view.data.ptr_mut(), view.strides()) }
    }
}
