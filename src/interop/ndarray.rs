//! Arrays and views of ndarray 0.17, without a copy where their memory allows it.
//!
//! A conversion to ndarray never fails: `Ix0` to `Ix6` for tuples of as many axes, `IxDyn` for every shape. One from ndarray is a
//! `TryFrom`: it compares the lengths in the type with those of the value, once.

#![allow(unsafe_code, reason = "views of strided memory that another crate describes")]

use super::strided::{counting, must_fit};
use crate::array::{Array, ArrayView, ArrayViewMut, Ownership, OwnershipMut, view_mut_of, view_of};
use crate::error::ShapeError;
use crate::shape::{Dim, MAX_NDIM, Shape};
use alloc::vec::Vec;
use ndarray::{Axis, Data, DataMut, Dimension, Ix0, Ix1, Ix2, Ix3, Ix4, Ix5, Ix6, IxDyn, ShapeBuilder};

/// The name of the operation in errors.
const OP: &str = "from_ndarray";

/// Strided memory as ndarray describes it before an axis is turned around: from the lowest place on, with strides that are not
/// negative.
struct Unturned<D> {
    dims: D,
    strides: D,
    /// From the element at position 0 to the lowest place.
    lowest: isize,
    /// The axes that run backwards: bit `i` for axis `i`.
    backwards: u8,
}

impl<D: Dimension> Unturned<D> {
    /// `D` has as many axes as the shape, or any number.
    fn new<S: Shape>(shape: S, strides: &[isize]) -> Self {
        let (own, strides) = (shape.dims(), counting(shape, strides));
        let mut this = Unturned {
            dims: D::zeros(shape.ndim()),
            strides: D::zeros(shape.ndim()),
            lowest: 0,
            backwards: 0,
        };
        let places = this.dims.slice_mut().iter_mut().zip(this.strides.slice_mut());
        let axes = own.as_ref().iter().zip(strides.as_ref());
        for (axis, ((len, stride), (own_len, own_stride))) in places.zip(axes).enumerate() {
            (*len, *stride) = (*own_len, own_stride.unsigned_abs());
            if *own_stride < 0 {
                // Of axes of two positions and more: the distance of two elements.
                this.lowest += own_stride * (*own_len as isize - 1);
                this.backwards |= 1 << axis;
            }
        }
        this
    }

    /// Calls `turn` with each axis that runs backwards.
    fn each_backwards(backwards: u8, turn: impl FnMut(Axis)) {
        (0..MAX_NDIM).filter(|axis| backwards & 1 << axis != 0).map(Axis).for_each(turn);
    }
}

/// The elements in place.
fn view<'a, T, S: Shape, D: Dimension>(from: &ArrayView<'a, T, S>) -> ndarray::ArrayView<'a, T, D> {
    let Unturned { dims, strides, lowest, backwards } =
        Unturned::<D>::new(from.shape(), from.strides().as_ref());
    // SAFETY: without elements, and with one, all strides that count are 0 or of axes without a second position; else each
    // sum of the strides is the distance of two elements, which are in one allocation and borrowed for `'a` (the invariant of
    // `ViewData`). `lowest` is such a distance, too, so the pointer is that of an element, or was not moved and is not null and
    // aligned. The product of the lengths is in range (the invariant of `Array`).
    let mut view = unsafe {
        let first = from.as_ptr().offset(lowest);
        ndarray::ArrayView::from_shape_ptr(dims.strides(strides), first)
    };
    Unturned::<D>::each_backwards(backwards, |axis| view.invert_axis(axis));
    view
}

/// The elements in place, mutable.
fn view_mut<'a, T, S: Shape, D: Dimension>(
    mut from: ArrayViewMut<'a, T, S>,
) -> ndarray::ArrayViewMut<'a, T, D> {
    let Unturned { dims, strides, lowest, backwards } =
        Unturned::<D>::new(from.shape(), from.strides().as_ref());
    // SAFETY: as in `view`. The places of different positions are different, and borrowed by `from` alone, which ends here
    // (the invariant of `ViewData` of a mutable view).
    let mut view = unsafe {
        let first = from.as_mut_ptr().offset(lowest);
        ndarray::ArrayViewMut::from_shape_ptr(dims.strides(strides), first)
    };
    Unturned::<D>::each_backwards(backwards, |axis| view.invert_axis(axis));
    view
}

/// The elements in row-major order.
fn owned<T, S: Shape, D: Dimension>(from: Array<T, S>) -> ndarray::Array<T, D> {
    let Unturned { dims, .. } = Unturned::<D>::new(from.shape(), &[]);
    match ndarray::Array::from_shape_vec(dims, from.into_vec()) {
        Ok(array) => array,
        Err(_) => unreachable!("an array has as many elements as its shape"),
    }
}

/// A line for each number of axes: parameters, shape, the type of ndarray. The attribute hides what the docs show of one.
macro_rules! to_ndarray { (#[$shown:meta] $([$($params:tt)*] $S:ty => $Ix:ty;)+) => {$(
    /// A view of the same elements for ndarray; nothing is copied, whatever the strides.
    ///
    #[$shown]
    impl<'a, T, $($params)*> From<ArrayView<'a, T, $S>> for ndarray::ArrayView<'a, T, $Ix> {
        fn from(array: ArrayView<'a, T, $S>) -> Self {
            view(&array)
        }
    }
    /// A mutable view of the same elements for ndarray; nothing is copied, whatever the strides.
    ///
    #[$shown]
    impl<'a, T, $($params)*> From<ArrayViewMut<'a, T, $S>> for ndarray::ArrayViewMut<'a, T, $Ix> {
        fn from(array: ArrayViewMut<'a, T, $S>) -> Self {
            view_mut(array)
        }
    }
    /// The same array of ndarray, in row-major order; nothing is copied if an axis is `Dyn`.
    ///
    #[$shown]
    impl<T, $($params)*> From<Array<T, $S>> for ndarray::Array<T, $Ix> {
        fn from(array: Array<T, $S>) -> Self {
            owned(array)
        }
    }
)+};}

/// The same by reference. Not for `Ix1`: from a reference to anything with `AsRef<[T]>`, which owned arrays of every rank have,
/// ndarray makes a view of one axis itself.
macro_rules! by_reference { (#[$shown:meta] $([$($params:tt)*] $S:ty => $Ix:ty;)+) => {$(
    /// A view of the same elements for ndarray, as of the array's [`view`](Array::view).
    ///
    #[$shown]
    impl<'a, T, O: Ownership, $($params)*> From<&'a Array<T, $S, O>> for ndarray::ArrayView<'a, T, $Ix> {
        fn from(array: &'a Array<T, $S, O>) -> Self {
            view(&array.view())
        }
    }
    /// A mutable view of the same elements for ndarray, as of the array's [`view_mut`](Array::view_mut).
    ///
    #[$shown]
    impl<'a, T, O: OwnershipMut, $($params)*> From<&'a mut Array<T, $S, O>> for ndarray::ArrayViewMut<'a, T, $Ix> {
        fn from(array: &'a mut Array<T, $S, O>) -> Self {
            view_mut(array.view_mut())
        }
    }
)+};}

/// Both, for a list of ranks.
macro_rules! ranks { ($(#[$shown:meta] [$($params:tt)*] $S:ty => $Ix:ty;)+) => {$(
    to_ndarray! { #[$shown] [$($params)*] $S => $Ix; }
    by_reference! { #[$shown] [$($params)*] $S => $Ix; }
)+};}
to_ndarray! { #[doc(hidden)] [A: Dim] (A,) => Ix1; }
ranks! {
    #[doc(hidden)] [] () => Ix0;
    #[doc = "So for each number of axes up to 6. Of a vector write `v.view().into()`."] [A: Dim, B: Dim] (A, B) => Ix2;
    #[doc(hidden)] [A: Dim, B: Dim, C: Dim] (A, B, C) => Ix3;
    #[doc(hidden)] [A: Dim, B: Dim, C: Dim, D: Dim] (A, B, C, D) => Ix4;
    #[doc(hidden)] [A: Dim, B: Dim, C: Dim, D: Dim, E: Dim] (A, B, C, D, E) => Ix5;
    #[doc(hidden)] [A: Dim, B: Dim, C: Dim, D: Dim, E: Dim, F: Dim] (A, B, C, D, E, F) => Ix6;
    #[doc = "Of every shape."] [S: Shape] S => IxDyn;
}

/// The shape with these lengths, if memory can hold as many elements and the type fits.
fn shape_of<T, S: Shape>(dims: &[usize]) -> Result<S, ShapeError> {
    if dims.len() > MAX_NDIM {
        return Err(ShapeError::too_many_axes(OP, dims.len()));
    }
    must_fit::<T>(OP, dims)?;
    S::from_dims(dims).ok_or_else(|| ShapeError::wrong_shape_of::<S>(OP, dims))
}

/// The same elements, nothing copied, whatever the strides.
///
/// # Errors
/// Lengths that the type does not have, more than 8 axes, or more elements than memory could hold by themselves, which a view
/// that repeats them can have.
///
/// # Example
/// ```
/// use conformable::{ArrayView, ShapeError, shape};
/// let a = ndarray::array![[1, 2, 3], [4, 5, 6]];
/// let rows: ArrayView<'_, i32, shape![dyn, 3]> = (&a).try_into()?;
/// assert_eq!(rows.sum_axis::<1>().as_slice(), [6, 15]);
/// let turned = ArrayView::<i32, shape![3, 2]>::try_from(a.t())?;
/// assert_eq!(turned[[2, 0]], 3);
/// let error = ArrayView::<i32, shape![dyn, 4]>::try_from(&a).unwrap_err();
/// assert_eq!(error.to_string(), "from_ndarray: shape (2,3) where (_,4) is needed");
/// # Ok::<(), ShapeError>(())
/// ```
impl<'a, T, S: Shape, D: Dimension> TryFrom<ndarray::ArrayView<'a, T, D>> for ArrayView<'a, T, S> {
    type Error = ShapeError;
    fn try_from(array: ndarray::ArrayView<'a, T, D>) -> Result<Self, ShapeError> {
        let shape: S = shape_of::<T, S>(array.shape())?;
        let strides = counting(shape, array.strides());
        // SAFETY: the invariants of ndarray's views: the pointer is not null and is that of the element at position 0, if there
        // is one; with the strides, in elements, of `array` that of each position is in one allocation and holds a `T`, which
        // is borrowed for `'a`. Strides that were exchanged do not count.
        Ok(unsafe { view_of(shape, array.as_ptr(), strides) })
    }
}

/// The same elements, nothing copied, whatever the strides.
///
/// # Errors
/// As of a view that is not mutable.
///
/// # Example
/// ```
/// use conformable::{ArrayViewMut, ShapeError, array, shape};
/// let mut a = ndarray::array![[1, 2, 3], [4, 5, 6]];
/// let mut columns = ArrayViewMut::<i32, shape![2, 3]>::try_from(&mut a)?;
/// columns += &array![10, 20, 30];
/// assert_eq!(a, ndarray::array![[11, 22, 33], [14, 25, 36]]);
/// # Ok::<(), ShapeError>(())
/// ```
impl<'a, T, S: Shape, D: Dimension> TryFrom<ndarray::ArrayViewMut<'a, T, D>> for ArrayViewMut<'a, T, S> {
    type Error = ShapeError;
    fn try_from(mut array: ndarray::ArrayViewMut<'a, T, D>) -> Result<Self, ShapeError> {
        let shape: S = shape_of::<T, S>(array.shape())?;
        let strides = counting(shape, array.strides());
        // SAFETY: as above. Of ndarray's mutable views the places of different positions are different, and borrowed by
        // `array` alone, which ends here.
        Ok(unsafe { view_mut_of(shape, array.as_mut_ptr(), strides) })
    }
}

/// As of its `view`.
impl<'a, T, S: Shape, X: Data<Elem = T>, D: Dimension> TryFrom<&'a ndarray::ArrayBase<X, D>>
    for ArrayView<'a, T, S>
{
    type Error = ShapeError;
    fn try_from(array: &'a ndarray::ArrayBase<X, D>) -> Result<Self, ShapeError> {
        array.view().try_into()
    }
}

/// As of its `view_mut`.
impl<'a, T, S: Shape, X: DataMut<Elem = T>, D: Dimension> TryFrom<&'a mut ndarray::ArrayBase<X, D>>
    for ArrayViewMut<'a, T, S>
{
    type Error = ShapeError;
    fn try_from(array: &'a mut ndarray::ArrayBase<X, D>) -> Result<Self, ShapeError> {
        array.view_mut().try_into()
    }
}

/// As of its `view`.
impl<'a, T, S: Shape, D: Dimension> TryFrom<&'a ndarray::ArrayRef<T, D>> for ArrayView<'a, T, S> {
    type Error = ShapeError;
    fn try_from(array: &'a ndarray::ArrayRef<T, D>) -> Result<Self, ShapeError> {
        array.view().try_into()
    }
}

/// As of its `view_mut`.
impl<'a, T, S: Shape, D: Dimension> TryFrom<&'a mut ndarray::ArrayRef<T, D>> for ArrayViewMut<'a, T, S> {
    type Error = ShapeError;
    fn try_from(array: &'a mut ndarray::ArrayRef<T, D>) -> Result<Self, ShapeError> {
        array.view_mut().try_into()
    }
}

/// The same array in row-major order.
///
/// If ndarray's is in row-major order ("standard layout") and an axis here is `Dyn`, no element is copied: the `Vec` is the same.
/// The elements of others are moved into their order.
///
/// # Errors
/// As of a view. The array is dropped then.
///
/// # Example
/// ```
/// use conformable::{Array, ArrayD, Const, Dyn, ShapeError};
/// let a = ndarray::Array::from_shape_fn((2, 3), |(i, j)| 10 * i + j);
/// let first = a.as_ptr();
/// let rows: Array<usize, (Dyn, Const<3>)> = a.try_into()?;
/// assert_eq!(rows[[1, 2]], 12);
/// let back: ndarray::Array2<usize> = rows.into();
/// assert_eq!(back.as_ptr(), first);
/// let any = ArrayD::try_from(back.into_dyn())?;
/// assert_eq!(any.dims(), [2, 3]);
/// # Ok::<(), ShapeError>(())
/// ```
impl<T, S: Shape, D: Dimension> TryFrom<ndarray::Array<T, D>> for Array<T, S> {
    type Error = ShapeError;
    fn try_from(array: ndarray::Array<T, D>) -> Result<Self, ShapeError> {
        let shape: S = shape_of::<T, S>(array.shape())?;
        let elements = if array.is_standard_layout() {
            let len = array.len();
            let (mut elements, first) = array.into_raw_vec_and_offset();
            // What was cut off an array is still in its `Vec`.
            let first = first.unwrap_or(0);
            elements.truncate(first + len);
            elements.drain(..first);
            elements
        } else {
            array.into_iter().collect::<Vec<T>>()
        };
        Array::from_vec(shape, elements)
    }
}
