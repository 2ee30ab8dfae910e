//! Views, with strides, in both directions.

#![allow(unsafe_code, reason = "views of the one crate as views of the other: pointers with strides")]

use crate::array::{Array, ArrayView, ArrayViewMut, view_mut_of, view_of};
use crate::error::{ShapeError, ShapeErrorKind};
use crate::shape::{Const, Dim, Dyn, Shape, checked_len};
use nalgebra::{Dim as TheirDim, Matrix, RawStorage, RawStorageMut, U1, ViewStorage, ViewStorageMut};

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
    /// The distance of rows in an array whose elements are contiguous.
    type RowStride: TheirDim;
    /// The distance of columns in such an array.
    type ColumnStride: TheirDim;
    /// Both numbers, and both distances.
    #[doc(hidden)]
    #[allow(clippy::type_complexity, reason = "four types, in the pairs that nalgebra takes")]
    fn theirs(self) -> ((Self::Rows, Self::Columns), (Self::RowStride, Self::ColumnStride));
    #[doc(hidden)]
    fn ours(theirs: (Self::Rows, Self::Columns)) -> Self;
}
impl<D: NalgebraAxis> NalgebraShape for (D,) {
    type Rows = D::Theirs;
    type Columns = U1;
    type RowStride = U1;
    type ColumnStride = D::Theirs;
    #[inline(always)]
    fn theirs(self) -> ((D::Theirs, U1), (U1, D::Theirs)) {
        ((self.0.theirs(), nalgebra::Const), (nalgebra::Const, self.0.theirs()))
    }
    #[inline(always)]
    fn ours((rows, _): (D::Theirs, U1)) -> Self {
        (D::ours(rows),)
    }
}
impl<R: NalgebraAxis, C: NalgebraAxis> NalgebraShape for (R, C) {
    type Rows = R::Theirs;
    type Columns = C::Theirs;
    type RowStride = C::Theirs;
    type ColumnStride = U1;
    #[inline(always)]
    fn theirs(self) -> ((R::Theirs, C::Theirs), (C::Theirs, U1)) {
        ((self.0.theirs(), self.1.theirs()), (self.1.theirs(), nalgebra::Const))
    }
    #[inline(always)]
    fn ours((rows, columns): (R::Theirs, C::Theirs)) -> Self {
        (R::ours(rows), C::ours(columns))
    }
}

/// The strides of a view, which are not negative in nalgebra. One along which there is no step may be any: 0.
#[inline]
fn into_theirs(dims: &[usize], strides: &[isize]) -> Result<(nalgebra::Dyn, nalgebra::Dyn), ShapeError> {
    let mut theirs = [0; 2];
    for (axis, ((place, len), stride)) in theirs.iter_mut().zip(dims).zip(strides).enumerate() {
        match usize::try_from(*stride) {
            Ok(stride) => *place = stride,
            Err(_) if *len > 1 && !dims.contains(&0) => {
                let kind = ShapeErrorKind::Backwards { axis: axis as u8 };
                return Err(ShapeError::about("into_nalgebra", kind, dims));
            }
            Err(_) => {}
        }
    }
    Ok((nalgebra::Dyn(theirs[0]), nalgebra::Dyn(theirs[1])))
}

/// The strides of a view of nalgebra, if memory can hold an array of these lengths. One along which there is no step is 0, and all
/// of elements without bytes.
#[inline]
fn from_theirs<T>(dims: &[usize], strides: [usize; 2]) -> Result<[isize; 2], ShapeError> {
    let too_large = ShapeError::too_large("from_nalgebra", dims);
    let len = checked_len::<T>(dims).ok_or(too_large)?;
    let mut ours = [0; 2];
    for ((place, len_along), stride) in ours.iter_mut().zip(dims).zip(strides) {
        if size_of::<T>() > 0 && len > 0 && *len_along > 1 {
            *place = isize::try_from(stride).map_err(|_| too_large)?;
        }
    }
    Ok(ours)
}

/// Whether different positions are different places: the longer stride steps over all that the shorter one reaches.
#[inline]
fn are_apart(dims: &[usize], strides: [isize; 2]) -> bool {
    let axis = |i: usize| (strides[i].unsigned_abs(), dims.get(i).copied().unwrap_or(1));
    let (mut short, mut long) = (axis(0), axis(1));
    if short.1 <= 1 || (long.1 > 1 && long.0 < short.0) {
        core::mem::swap(&mut short, &mut long);
    }
    // Now an axis without a step, if there is one, is `long`; if both are, all is well.
    let reach = short.0.saturating_mul(short.1.saturating_sub(1));
    dims.contains(&0) || short.1 <= 1 || (short.0 > 0 && (long.1 <= 1 || long.0 > reach))
}

/// The view of places as nalgebra describes them.
///
/// # Safety
/// The place of each position holds an element that is borrowed for `'a`. `first` is not null.
#[inline]
pub(super) unsafe fn view_from<'a, T, S: NalgebraShape>(
    shape: (S::Rows, S::Columns),
    first: *const T,
    (rows, columns): (usize, usize),
) -> Result<ArrayView<'a, T, S>, ShapeError> {
    let shape = S::ours(shape);
    let strides = from_theirs::<T>(shape.dims().as_ref(), [rows, columns])?;
    let strides = shape.strides_from(|axis| strides.get(axis).copied().unwrap_or(0));
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
    (rows, columns): (usize, usize),
) -> Result<ArrayViewMut<'a, T, S>, ShapeError> {
    let shape = S::ours(shape);
    let strides = from_theirs::<T>(shape.dims().as_ref(), [rows, columns])?;
    if size_of::<T>() > 0 && !are_apart(shape.dims().as_ref(), strides) {
        let kind = ShapeErrorKind::Overlapping;
        return Err(ShapeError::about("from_nalgebra", kind, shape.dims().as_ref()));
    }
    let strides = shape.strides_from(|axis| strides.get(axis).copied().unwrap_or(0));
    // SAFETY: as above; different positions are different places (`are_apart`).
    Ok(unsafe { view_mut_of(shape, first, strides) })
}

/// The same memory, with our lengths in the type.
impl<'a, T, S: NalgebraShape> From<&'a Array<T, S>>
    for Matrix<T, S::Rows, S::Columns, ViewStorage<'a, T, S::Rows, S::Columns, S::RowStride, S::ColumnStride>>
{
    #[inline]
    fn from(array: &'a Array<T, S>) -> Self {
        let (shape, strides) = array.shape().theirs();
        // SAFETY:
        // - All positions of the shape are elements: these are the strides of row-major order (`theirs`), in which an array that
        //   owns its elements has them.
        // - They are borrowed for `'a`.
        Matrix::from_data(unsafe { ViewStorage::from_raw_parts(array.as_slice().as_ptr(), shape, strides) })
    }
}

/// The same memory, with our lengths in the type.
impl<'a, T, S: NalgebraShape> From<&'a mut Array<T, S>>
    for Matrix<T, S::Rows, S::Columns, ViewStorageMut<'a, T, S::Rows, S::Columns, S::RowStride, S::ColumnStride>>
{
    #[inline]
    fn from(array: &'a mut Array<T, S>) -> Self {
        let (shape, strides) = array.shape().theirs();
        let first = array.as_mut_slice().as_mut_ptr();
        // SAFETY: as above, borrowed mutably for `'a`; different positions are different elements.
        Matrix::from_data(unsafe { ViewStorageMut::from_raw_parts(first, shape, strides) })
    }
}

/// The same memory, with our lengths in the type and strides that run time knows.
impl<'a, T, S: NalgebraShape> TryFrom<ArrayView<'a, T, S>>
    for Matrix<T, S::Rows, S::Columns, ViewStorage<'a, T, S::Rows, S::Columns, nalgebra::Dyn, nalgebra::Dyn>>
{
    type Error = ShapeError;
    /// # Errors
    /// An axis that is reversed: strides of nalgebra are not negative.
    #[inline]
    fn try_from(view: ArrayView<'a, T, S>) -> Result<Self, ShapeError> {
        let strides = into_theirs(view.dims().as_ref(), view.strides().as_ref())?;
        let (shape, _) = view.shape().theirs();
        // SAFETY:
        // - All positions of the shape are elements, by the strides of the view (`ViewData`); `into_theirs` changes none along
        //   which there is a step.
        // - They are borrowed for `'a`.
        Ok(Matrix::from_data(unsafe { ViewStorage::from_raw_parts(view.as_ptr(), shape, strides) }))
    }
}

/// The same memory, with our lengths in the type and strides that run time knows.
impl<'a, T, S: NalgebraShape> TryFrom<ArrayViewMut<'a, T, S>>
    for Matrix<T, S::Rows, S::Columns, ViewStorageMut<'a, T, S::Rows, S::Columns, nalgebra::Dyn, nalgebra::Dyn>>
{
    type Error = ShapeError;
    /// # Errors
    /// An axis that is reversed: strides of nalgebra are not negative.
    #[inline]
    fn try_from(mut view: ArrayViewMut<'a, T, S>) -> Result<Self, ShapeError> {
        let strides = into_theirs(view.dims().as_ref(), view.strides().as_ref())?;
        let (shape, _) = view.shape().theirs();
        // SAFETY: as above; the view is gone, which alone had the elements for `'a`, and different positions are different places
        // (`ViewData`).
        Ok(Matrix::from_data(unsafe { ViewStorageMut::from_raw_parts(view.as_mut_ptr(), shape, strides) }))
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
        view: Matrix<T, S::Rows, S::Columns, ViewStorage<'a, T, S::Rows, S::Columns, RowStride, ColumnStride>>,
    ) -> Result<Self, ShapeError> {
        // SAFETY:
        // - The place of each position of a view of nalgebra holds an element that is borrowed for `'a` (`ViewStorage`).
        // - The pointer of a view is that of a slice or of other elements, so it is not null.
        unsafe { view_from(view.shape_generic(), view.data.ptr(), view.strides()) }
    }
}

/// The same memory.
impl<'a, T, S: NalgebraShape, RowStride: TheirDim, ColumnStride: TheirDim>
    TryFrom<Matrix<T, S::Rows, S::Columns, ViewStorageMut<'a, T, S::Rows, S::Columns, RowStride, ColumnStride>>>
    for ArrayViewMut<'a, T, S>
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
