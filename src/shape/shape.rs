//! `Shape`: the axes of an array, and what every shape can do.

use super::dims::{KnownDims, MAX_NDIM, checked_len};
use super::last::LAST;
use super::op;
use super::rank::Ranked;
use super::which_axis::SomeElements;
use super::{Check, Dim, Filled};
use crate::array::IntoArray;
use crate::array::storage::Storage;
use crate::error::ShapeError;
use crate::sealed::Seal;
use core::fmt::Debug;

pub(crate) mod sealed {
    /// Keeps [`Shape`](super::Shape) to the shapes of this crate.
    pub trait Sealed {}
}

/// The axes of an array: a tuple of [`Dim`]s, rank 0 to 6, or [`DynRank`](crate::DynRank). Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a shape",
    label = "a shape is a tuple of at most 6 axes, as `shape![3, dyn]` spells it, or `DynRank`",
    note = "an axis is `Const<N>`, `Dyn`, or made by `axis!`"
)]
pub trait Shape: Copy + PartialEq + Debug + Send + Sync + 'static + sealed::Sealed {
    /// A list of one number per axis: `[usize; NDIM]`, or [`DimsD`](super::DimsD) where their number is known only at run time.
    type Dims: Copy + PartialEq + Debug + AsRef<[usize]> + AsMut<[usize]> + Send + Sync + 'static;
    /// The axes in reverse order.
    type Reversed: Shape<Reversed = Self>;

    /// The number of axes as a type.
    #[doc(hidden)]
    type Rank: Ranked;
    /// `ShapeRules`, with what holds for every shape in every operation `Op`: see `Dim::Axis`.
    #[doc(hidden)]
    type Rules<Op: op::Operation>: RemoveFrom<Self, LAST, Self::Rank, Op> + AxisIn<Self, LAST, Self::Rank, Op>;
    /// `Proven` where the type knows all lengths, else `AtRunTime`.
    #[doc(hidden)]
    type AllKnown: Check;
    /// What the type says of the number of elements along each axis.
    #[doc(hidden)]
    type Elements: SomeElements;
    /// The number of elements, where the type knows it.
    #[doc(hidden)]
    const STATIC_LEN: Option<usize>;
    /// The number of axes, where the type knows it.
    #[doc(hidden)]
    const STATIC_NDIM: Option<usize>;
    /// The length of each axis, and zeros up to 8, where the type knows all.
    #[doc(hidden)]
    const STATIC_DIMS: Option<[usize; MAX_NDIM]>;
    /// The length of the last axis, where the type knows it.
    #[doc(hidden)]
    const LAST: Option<usize>;
    /// The axes that stretch by their type: bit `i` for axis `i`.
    #[doc(hidden)]
    const STRETCHES: u8;
    /// Strides: at least one number per axis.
    #[doc(hidden)]
    type Strides: Copy + Debug + AsRef<[isize]> + AsMut<[isize]> + Send + Sync + 'static;
    /// The memory of an owned array of this shape.
    #[doc(hidden)]
    type Storage<T>: Storage<T>;
    /// What an operation with this result shape returns: the array, or at rank 0 the element.
    #[doc(hidden)]
    type Value<T>: IntoArray<T, Self>;

    /// The length of each axis.
    fn dims(self) -> Self::Dims;
    /// The number of axes.
    fn ndim(self) -> usize;
    /// The axes in reverse order.
    fn reversed(self) -> Self::Reversed;

    /// The shape with these lengths, if they fit the type.
    #[doc(hidden)]
    fn from_dims(dims: &[usize]) -> Option<Self>;
    /// What the type knows of the lengths.
    #[doc(hidden)]
    fn known_dims() -> KnownDims;
    /// The axes that stretch: bit `i` for axis `i`. Of a shape whose rank only run time knows, those of length 1,
    /// because nothing in its type can say which.
    #[doc(hidden)]
    fn stretches(self) -> u8;
    /// One number per axis, all zero.
    #[doc(hidden)]
    fn zero_dims(self) -> Self::Dims;
    /// One stride per axis, from those of a list that has as many.
    #[doc(hidden)]
    fn strides_from(self, stride: impl FnMut(usize) -> isize) -> Self::Strides;
    /// Puts a result together.
    #[doc(hidden)]
    fn value<T>(self, storage: Self::Storage<T>) -> Self::Value<T>;

    /// The number of elements; the product was checked where the shape entered.
    #[doc(hidden)]
    #[inline(always)]
    fn size(self) -> usize {
        match Self::STATIC_LEN {
            Some(len) => len,
            None => self.dims().as_ref().iter().fold(1, |n, d| n.wrapping_mul(*d)),
        }
    }
}

/// A shape of which the type knows every length.
#[diagnostic::on_unimplemented(
    message = "every length must be in the type here, but the shape `{Self}` leaves some open",
    label = "every axis must have its length in the type",
    note = "`from_shape_fn` and `from_shape_elem` take the shape as a value: `(Dyn(2), Const::<3>)`"
)]
pub trait StaticShape: Shape + Default {
    /// The number of axes.
    const NDIM: usize;
    /// The number of elements.
    const LEN: usize;
    /// The length of each axis.
    const DIMS: Self::Dims;
}

/// Shapes with at least one axis: all but the last, and the last. Sealed, as [`Shape`] is.
#[diagnostic::on_unimplemented(
    message = "expected a shape with at least one axis",
    label = "`{Self}` has no last axis"
)]
pub trait SplitLast: Shape {
    /// All axes but the last.
    type Init: Shape;
    /// The last axis.
    type Last: Dim;
    /// All axes but the last, and the last.
    fn split_last(self) -> (Self::Init, Self::Last);
}

/// Shapes whose arrays can be walked through row by row: all with a last axis, and [`DynRank`](crate::DynRank), of which
/// rank 0 is one row of one element. Sealed, as [`Shape`] is.
#[diagnostic::on_unimplemented(
    message = "an array of rank 0 has no rows",
    label = "expected a shape with at least one axis"
)]
pub trait RowShape: Shape {
    /// The axes around the rows.
    type Around: Shape;
    /// The axis of a row.
    type Row: Dim;
    /// The axes around the rows, and the axis of a row.
    fn split_rows(self) -> (Self::Around, Self::Row);
}
#[diagnostic::do_not_recommend]
impl<S: SplitLast> RowShape for S {
    type Around = S::Init;
    type Row = S::Last;
    #[inline(always)]
    fn split_rows(self) -> (S::Init, S::Last) {
        self.split_last()
    }
}

/// The number of elements of an array of `T`, if memory can hold as many. Of lengths that the type knows it can: such an
/// array type exists.
#[inline(always)]
pub(crate) fn checked_size<T, S: Shape>(shape: S) -> Option<usize> {
    if const { S::STATIC_LEN.is_some() } {
        return S::STATIC_LEN;
    }
    checked_len::<T>(shape.dims().as_ref())
}

/// Whether the types say that two shapes have the same lengths: then there is nothing to compare at run time, whatever the
/// compiler makes of [`is_same`].
pub(crate) const fn are_known_same<S: Shape, S2: Shape>() -> bool {
    let (Some(a), Some(b), Some(ndim), Some(ndim_b)) =
        (S::STATIC_DIMS, S2::STATIC_DIMS, S::STATIC_NDIM, S2::STATIC_NDIM)
    else {
        return false;
    };
    let (mut axis, mut are_same) = (0, ndim == ndim_b);
    while axis < MAX_NDIM {
        are_same &= a[axis] == b[axis];
        axis += 1;
    }
    are_same
}

/// The shape of a type that knows all lengths.
#[inline(always)]
pub(crate) fn shape_of_type<S: Shape>() -> Option<S> {
    match (const { S::STATIC_DIMS }, const { S::STATIC_NDIM }) {
        (Some(dims), Some(ndim)) => S::from_dims(dims.get(..ndim)?),
        _ => None,
    }
}

// The tables whose rules hold for the last axis of every shape: their impls stand beside the rules.

/// The table behind `RemoveAxis`: tuples, and `DynRank`. Every type has it, and by a bound of `Shape::Rules` it holds for
/// the last axis of every shape.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait RemoveFrom<S, const A: usize, Rank, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Known: Check;
    type Rest: Shape;
    type Axis: Dim;
    type Filled: Filled;
    type Replaced<D: Dim>: Shape;
    fn remove_from(shape: S) -> Result<Self::Rest, ShapeError>;
    fn replace_in<D: Dim>(shape: S, axis: D) -> Result<Self::Replaced<D>, ShapeError>;
}

/// The table behind `AxisAt`: tuples, and `DynRank`.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait AxisIn<S, const A: usize, Rank, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Known: Check;
    type Axis: Dim;
    type With<D: Dim>: Shape;
    type At;
}
