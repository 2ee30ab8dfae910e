//! Parts of an array by ranges and positions, as views: `slice` and `s!`.

#![allow(unsafe_code, reason = "makes views, whose invariants are stated at `ViewData` and `ViewMutData`")]

use super::view::{view_mut_of, view_of};
use super::{Array, ArrayView, ArrayViewMut, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::shape::slice::{Cut, SliceItems};
use crate::shape::{Check, Shape, SliceShape};

/// What [`Array::slice`] returns: the view, in a `Result` if a check is left for run time.
pub type SliceOutcome<'a, T, S, Items> =
    <<S as SliceShape<Items>>::Check as Check>::Wrap<ArrayView<'a, T, <S as SliceShape<Items>>::Output>>;

/// What [`Array::slice_mut`] returns: the view, in a `Result` if a check is left for run time.
pub type SliceMutOutcome<'a, T, S, Items> =
    <<S as SliceShape<Items>>::Check as Check>::Wrap<ArrayViewMut<'a, T, <S as SliceShape<Items>>::Output>>;

/// The shape, the strides and the offset of what items leave of an array.
#[inline(always)]
fn cut<T, S: Shape, O: Ownership, Out: Shape>(
    a: &Array<T, S, O>,
    items: impl SliceItems,
) -> Result<(Out, Out::Strides, isize), ShapeError> {
    let dims = a.dims();
    let cut = Cut::new(items, dims.as_ref(), a.strides().as_ref())?;
    match Out::from_dims(cut.dims()) {
        Some(shape) => Ok((shape, shape.strides_from(|axis| cut.stride(axis)), cut.offset)),
        None => Err(ShapeError::wrong_shape("slice", cut.dims(), &Out::known_dims())),
    }
}

impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The elements at some positions of each axis, as a view. Nothing is copied.
    ///
    /// `part[i, j..] = a[start + step i, ..]`; the items that [`s!`](crate::s!) makes say which.
    ///
    /// # Shapes
    /// One item for each axis, in order; axes without an item are whole.
    ///
    /// | item | | what is left of the axis |
    /// |---|---|---|
    /// | `..` | the whole axis | the same axis, with its name |
    /// | `..;-1` | the whole axis, backwards | the same |
    /// | `3`, `-1` | one position, or one counted from the end | none |
    /// | `1..3`, `..3`, `2..`, `1..-1`, `-3..`, `0..=2` | a range | `Const`, computed up to 1024 where an end is open or counted from the other end |
    /// | `1..9;2`, `..;-2` | every second position of a range, the latter from its end | `Const` |
    /// | `const { N }`, `const { N }..` | constants | the same |
    /// | `i`, `i..j`, `..n;k`, `(3)`, a range as a value | known at run time | none, or `Dyn` |
    /// | `NewAxis` | an axis more | [`Stretch`](crate::Stretch) |
    /// | `...` | all axes that no other item stands for | these |
    ///
    /// A range has `ceil((end - start) / |step|)` positions. Of a named axis or a `Stretch`, a part is a `Const`; of a
    /// `Dyn` axis a range between two constants is one, too, if both are counted from the same end, and checked at run
    /// time. Integers at run time are of any type up to 64 bits; negative ones count from the end.
    ///
    /// As indexing with slices in NumPy, with these differences: a range past the end is an error, for NumPy cuts it off
    /// in silence; a range goes upwards, and a negative step goes through it from its end, as in the crate ndarray:
    /// `s![1..5;-1]` is `a[1:5][::-1]`.
    ///
    /// Without the feature `macros` the items are a tuple of the types of [`slice`](mod@crate::slice):
    /// `a.slice((Range::<0, 2>, All, At::<3>))`.
    ///
    /// # Errors
    /// Only if an item or a length it is compared with is known at run time: a position that is not on the axis, a range
    /// that ends before it starts, a step of 0; of a [`DynRank`](crate::DynRank) also more items than axes.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array3, ArrayView, Const, Dyn, Vector, s};
    /// let a = Array3::<usize, 4, 2, 5>::from_fn(|[i, j, k]| 100 * i + 10 * j + k);
    /// let part: ArrayView<'_, usize, (Const<2>, Const<2>)> = a.slice(s![0..2, .., 3]);
    /// assert_eq!(part, conformable::array![[3, 13], [103, 113]]);
    /// let n = 3;
    /// let part: ArrayView<'_, usize, (Dyn, Const<3>)> = a.slice(s![..n, -1, ..;-2])?;
    /// assert_eq!(part[[2, 0]], 214);
    /// assert_eq!(a.slice(s![n + 2]).unwrap_err().to_string(), "index 5 is out of bounds for axis 0 with size 4");
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    ///
    /// A constant past the end does not compile:
    /// ```compile_fail,E0277
    /// use conformable::{Vector, s};
    /// Vector::new([1, 2, 3]).slice(s![0..5]); // `slice`: range 0..5 is out of bounds for axis of length 3
    /// ```
    #[inline]
    pub fn slice<Items: SliceItems>(&self, items: Items) -> SliceOutcome<'_, T, S, Items>
    where
        S: SliceShape<Items>,
    {
        S::Check::wrap(cut::<T, S, O, S::Output>(self, items).map(|(shape, strides, offset)| {
            // SAFETY: elements of `self`, whose positions along each axis `cut` found to be there, borrowed as `self`
            // is. If there are none the place is that of `self`; so it is not null, and in the same allocation.
            unsafe { view_of(shape, self.as_ptr().offset(offset), strides) }
        }))
    }

    /// The elements at some positions of each axis, as a view that can change them: [`slice`](Array::slice).
    ///
    /// # Errors
    /// As `slice`.
    ///
    /// ```
    /// use conformable::{array, s};
    /// let mut a = array![[1, 2, 3], [4, 5, 6]];
    /// a.slice_mut(s![.., 1..]).iter_mut().for_each(|x| *x = 0);
    /// assert_eq!(a, array![[1, 0, 0], [4, 0, 0]]);
    /// ```
    #[inline]
    pub fn slice_mut<Items: SliceItems>(&mut self, items: Items) -> SliceMutOutcome<'_, T, S, Items>
    where
        S: SliceShape<Items>,
        O: OwnershipMut,
    {
        S::Check::wrap(cut::<T, S, O, S::Output>(self, items).map(|(shape, strides, offset)| {
            // SAFETY: as in `slice`; a step is not 0, so different positions are different ones of `self`, which is
            // borrowed mutably. (As for an axis of length 1, its stride does not matter.)
            unsafe { view_mut_of(shape, self.as_mut_ptr().offset(offset), strides) }
        }))
    }
}

/// The items of a slice, one for each axis, for [`slice`](crate::Array::slice): `a.slice(s![0..2, .., 3])`.
///
/// Integers that are written out, with a minus or without, and constants in `const { .. }` go into the types: the compiler
/// compares them with lengths that are in types, and what is left has its length in its type. Every other expression is
/// evaluated once and compared at run time; so is a number in parentheses. `slice` has the table of items.
///
/// ```
/// use conformable::{array, s};
/// let a = array![[1, 2, 3], [4, 5, 6]];
/// assert_eq!(a.slice(s![1, ..]), array![4, 5, 6]);
/// assert_eq!(a.slice(s![.., ..;-2]), array![[3, 1], [6, 4]]);
/// ```
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! s {
    ($($item:tt)*) => { $crate::__slice_expand!($crate $($item)*) };
}
