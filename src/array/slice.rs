//! Parts of an array by ranges and positions, as views: `slice` and `s!`.

#![allow(unsafe_code, reason = "makes views, whose invariants are stated at `ViewData`")]

use super::view::{view_mut_of, view_of};
use super::{Array, ArrayView, ArrayViewMut, Ownership, OwnershipMut};
use crate::error::{ShapeError, must};
use crate::shape::slice::{Cut, SliceItems, known_cuts, may_leave};
use crate::shape::{Check, Shape, SliceShape, shape_of_type};

/// What [`Array::slice`] returns: the view, in a `Result` if a check is left for run time.
pub type SliceOutcome<'a, T, S, Items> =
    <<S as SliceShape<Items>>::Check as Check>::Wrap<ArrayView<'a, T, <S as SliceShape<Items>>::Output>>;

/// What [`Array::slice_mut`] returns: the view, in a `Result` if a check is left for run time.
pub type SliceMutOutcome<'a, T, S, Items> =
    <<S as SliceShape<Items>>::Check as Check>::Wrap<ArrayViewMut<'a, T, <S as SliceShape<Items>>::Output>>;

/// Whether a slice of an array of shape `S` with these items and the shape `Out` is checked at run time.
pub type SliceAsCheck<S, Items, Out> =
    <<<S as Shape>::AllKnown as Check>::And<<Items as SliceItems>::Known> as Check>::And<
        <Out as Shape>::AllKnown,
    >;

/// The shape, the strides and the offset of what items leave of an array.
#[inline(always)]
fn cut<T, S: Shape, O: Ownership, Out: Shape, Items: SliceItems>(
    a: &Array<T, S, O>,
    items: Items,
) -> Result<(Out, Out::Strides, isize), ShapeError> {
    if let Some(cuts) = const { known_cuts::<S, Items, Out>() }
        && let Some(shape) = shape_of_type::<Out>()
    {
        let strides = a.strides();
        let sum = |part: &dyn Fn(&Cut) -> isize| {
            let terms =
                cuts.iter().zip(strides.as_ref()).map(|(cut, stride)| part(cut).wrapping_mul(*stride));
            terms.fold(0, isize::wrapping_add)
        };
        return Ok((shape, shape.strides_from(|axis| sum(&|cut| cut.stride(axis))), sum(&|cut| cut.offset)));
    }
    let dims = a.dims();
    let cut = Cut::new(items, dims.as_ref(), a.strides().as_ref())?;
    match Out::from_dims(cut.dims()) {
        Some(shape) => Ok((shape, shape.strides_from(|axis| cut.stride(axis)), cut.offset)),
        None => Err(ShapeError::wrong_shape_of::<Out>("slice", cut.dims())),
    }
}

/// # Views and parts
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
    /// | `1..3`, `..3`, `2..`, `1..-1`, `-3..`, `0..=2` | a range | `Const` |
    /// | `1..9;2`, `..;-2` | every second position of a range, the latter from its end | `Const` |
    /// | `const { N }`, `const { N }..` | constants | the same |
    /// | `i`, `i..j`, `..n;k`, `(3)` | known at run time | none, or `Dyn` |
    /// | `NewAxis` | an axis more | [`Stretch`](crate::Stretch) |
    /// | `...` | all axes that no other item stands for | these |
    ///
    /// The compiler compares constants with lengths up to 1024, and with the powers of two and ten; for others, and for
    /// lengths that are parameters, there are [`slice_as`](Array::slice_as), and numbers in parentheses.
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
    pub fn slice<'s, 'x, Items: SliceItems>(&'s self, items: Items) -> SliceOutcome<'x, T, S, Items>
    where
        S: SliceShape<Items>,
        O::Loan<'s>: 'x,
    {
        S::Check::wrap(cut::<T, S, O, S::Output, Items>(self, items).map(|(shape, strides, offset)| {
            // SAFETY: elements of `self`, whose positions along each axis `cut` found to be there, borrowed as `self`
            // is. If there are none the place is that of `self`; so it is not null, and in the same allocation.
            unsafe { view_of(shape, self.as_ptr().offset(offset), strides) }
        }))
    }

    /// The elements at some positions of each axis, as [`slice`](Array::slice), in the shape `Out`, which the caller names:
    /// for lengths that are parameters, and for those that the compiler does not compare.
    ///
    /// If the types know all lengths and positions, an `Out` or a position that does not fit does not compile, when the
    /// program is built.
    ///
    /// # Errors
    /// Only if a length or an item is known at run time: as `slice`, and an `Out` of other lengths.
    ///
    /// ```
    /// use conformable::{ArrayView, Matrix, Vector, s, shape};
    /// fn inside<const N: usize, const M: usize>(x: &Vector<f32, N>) -> ArrayView<'_, f32, shape![{ M }]> {
    ///     x.slice_as::<shape![{ M }], _>(s![1..-1])
    /// }
    /// assert_eq!(inside::<4, 2>(&Vector::new([1., 2., 3., 4.]))[1], 3.);
    /// let image = Matrix::<u8, 1080, 1920>::boxed_zeros();
    /// assert_eq!(image.slice_as::<shape![100, 1900], _>(s![..100, 20..]).len(), 190_000);
    /// ```
    ///
    /// A shape that the items do not leave does not compile:
    /// ```compile_fail,E0080
    /// use conformable::{Vector, s, shape};
    /// Vector::new([1, 2, 3]).slice_as::<shape![2], _>(s![..3]); // `slice_as`: these items do not leave this shape
    /// ```
    #[inline]
    pub fn slice_as<'s, 'x, Out: Shape, Items: SliceItems>(
        &'s self,
        items: Items,
    ) -> <SliceAsCheck<S, Items, Out> as Check>::Wrap<ArrayView<'x, T, Out>>
    where
        O::Loan<'s>: 'x,
    {
        const { must(may_leave::<S, Items, Out>(), "`slice_as`: these items do not leave this shape") };
        <SliceAsCheck<S, Items, Out>>::wrap(cut(self, items).map(|(shape, strides, offset)| {
            // SAFETY: as in `slice`.
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
        S::Check::wrap(cut::<T, S, O, S::Output, Items>(self, items).map(|(shape, strides, offset)| {
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
