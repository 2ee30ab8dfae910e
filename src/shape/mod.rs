//! Floor 1: shapes, that is, lists of axes, and one file for each shape rule.
//!
//! A shape is a tuple of axes, rank 0 to 6, or [`DynRank`], whose rank only run time knows. A shape rule is
//! a named trait that says what an operation asks of the shapes of its operands, whether the types prove it
//! ([`Check`]), and the shape of the result. Static, mixed and dynamic shapes use the same rules.
//!
//! # Lengths that are computed
//!
//! Most results have the axes of their operands. Where a length of a result is a sum, a product, a difference or a
//! quotient of lengths that are in the types, the compiler computes it, and the axis of the result is a plain
//! [`Const`] that reads as a number in messages. It does so by a table of the numbers 0 to 1024, the powers of two up to
//! 2^24, and those of ten up to 10^7: both operands and the result must stand in it, or the operation does not compile.
//! ([`reshape`](crate::Array::reshape) only compares products, which may be of any size.) A length with a `Dyn` operand
//! is `Dyn`; `Stretch` counts as 1; and an axis with a name has one length, so that it is neither added nor multiplied.
//!
//! Lengths that are parameters of generic code are not computed: stable Rust has no `{ N + 1 }` of a parameter `N`. Each
//! operation has a second form, in which the caller names the shape of the result. If all lengths are in the types, the
//! shape is checked where the generic function is compiled for given lengths, so `cargo build` finds a wrong one and
//! `cargo check` does not; else it is checked at run time.
//!
//! | operation | length | with the result named |
//! |---|---|---|
//! | [`concat`](crate::concat()) | `M + N`, or `N` times `M` | [`concat_as`](crate::concat_as()) |
//! | [`split_first_chunk`](crate::Array::split_first_chunk) | `N - K` | [`split_first_chunk_as`](crate::Array::split_first_chunk_as) |
//! | [`split`](crate::Array::split) | `N / K` | [`split_as`](crate::Array::split_as) |
//! | [`reshape`](crate::Array::reshape) with an open length | `N / M` | [`reshape_as`](crate::Array::reshape_as) |
//! | [`flatten`](crate::Array::flatten) | the product of all | [`flatten_as`](crate::Array::flatten_as) |
//! | [`repeat`](crate::Array::repeat), [`tile`](crate::Array::tile) | `N * K` | [`repeat_as`](crate::Array::repeat_as), [`tile_as`](crate::Array::tile_as) |
//! | [`diag_above`](crate::Array::diag_above), [`diag_below`](crate::Array::diag_below) | `N + K` | [`diag_as`](crate::Array::diag_as) |
//! | [`kron`](crate::Array::kron) | `M * N` | [`kron_as`](crate::Array::kron_as) |
//! | [`outer`](crate::Array::outer) of arrays that are no vectors | the product of all | after [`flatten_as`](crate::Array::flatten_as) |
//!
//! ```
//! use conformable::{Vector, concat, concat_as, shape};
//! // Of given lengths the compiler finds the sum.
//! let five: Vector<f32, 5> = concat::<0, _>((&Vector::<f32, 2>::ones(), &Vector::<f32, 3>::ones()));
//! // Of parameters the caller names it.
//! fn with_bias<const N: usize, const M: usize>(x: &Vector<f32, N>) -> Vector<f32, M> {
//!     concat_as::<0, shape![{ M }], _>((x, &Vector::<f32, 1>::ones()))
//! }
//! assert_eq!(with_bias::<5, 6>(&five).len(), 6);
//! ```

mod append;
mod axis_at;
mod broadcast;
mod broadcast_to;
mod check;
mod concat;
mod cumsum;
mod diagonal;
mod dim;
mod dims;
mod distance;
mod dot;
mod dyn_rank;
#[doc(hidden)]
pub mod einsum;
mod elementwise;
mod filled;
mod flatten;
mod inner;
mod insert_axis;
mod kron;
mod last;
mod lengths;
mod matmul;
mod matvec;
mod multi_dot;
mod named;
pub mod op;
mod outer;
mod parts;
mod permute;
pub(crate) mod rank;
mod remove_axis;
mod reshape;
mod rows;
mod same_dim;
mod same_shape;
pub mod slice;
mod sliding;
mod slots;
mod split;
mod stack;
mod tensordot;
mod tensordot_axes;
mod tuple;
mod unit_axis;
mod up_to;
mod vdot;
mod vecdot;
mod vecdot_axis;
mod vecmat;
mod which_axis;
mod windows;

pub use append::Append;
pub use append::{AtMostSix, MoreThanSix};
pub use axis_at::{AxisAt, WithAxis};
pub use broadcast::{Broadcast, BroadcastDim, OneLength, Pair};
pub(crate) use broadcast_to::broadcast_to_lens;
pub use broadcast_to::{BroadcastToDim, BroadcastToShape};
pub use broadcast_to::{EnoughRank, Enter, EnterRanks, Grows};
pub use check::{AtRunTime, Check, IntoResult, Proven};
pub use concat::{ConcatEqual, ConcatShape, JoinRanks, StackShape};
pub(crate) use concat::{Joining, Stacking, may_be_joined, may_be_stacked};
pub use cumsum::{CumsumShape, OneAxisOnly};
pub use diagonal::{Cross, DiagonalDim, DiagonalShape, Itself, TraceShape};
pub use dim::{Const, Dim, Dyn, StaticDim, Stretch};
pub(crate) use dims::PackedDims;
pub use dims::{DimsD, MAX_NDIM};
#[doc(hidden)]
pub use dims::{KnownDims, KnownLen};
pub use distance::DistanceShape;
pub use distance::{PairRanks, RanksAgree};
pub use dot::DotShape;
pub use dyn_rank::DynRank;
pub use einsum::{AllDyn, AxisPerLetter, CountAxes, Lettered, Mark, Marks, OfRank};
#[doc(hidden)]
pub use einsum::{
    AskAxes, AskDots, AskDropped, AskJoined, AskLeads, Counted, Dots, Dropped, DynMeet, Joined, Leads,
    Letters, MeetAny, MeetDyn, MeetSame, MeetStretch, Meeting, Met, StretchMeet,
};
pub use einsum::{DotsOf, DotsPair, DottedShape, DropAxes, NoDots, Undotted};
pub use elementwise::ElementwiseShape;
pub(crate) use filled::SomeElements;
pub use filled::{
    AxisHasElements, ElementsAlong, Filled, HasArrays, HasElements, IntoOption, OfAll, OfAnyRank,
};
pub(crate) use filled::{expect_any_elements, expect_elements};
pub use flatten::FlattenShape;
pub use inner::InnerShape;
pub use insert_axis::InsertAxisShape;
pub use kron::KronShape;
pub(crate) use kron::{kron_lens, may_be_kron};
pub use last::LAST;
pub(crate) use last::{axis_number, from_end};
pub use lengths::{
    Divided, DividedDim, FixedName, LengthNumber, LengthPart, LengthProduct, LengthRest, LengthSum, Minus,
    MinusDim, Nameless, Plus, PlusDim, Times, TimesDim,
};
pub use matmul::MatmulShape;
pub use matvec::MatvecShape;
pub use multi_dot::ChainEnds;
pub use multi_dot::{ChainFirst, ChainLast, ChainMiddle};
#[doc(hidden)]
pub use named::{NamedAxis, Unnamed};
pub use outer::OuterShape;
pub use parts::{ChunkShape, PartShape};
pub use permute::{AllNamed, MoveAxisShape, PermuteShape, SwapAxesShape};
pub use rank::{AnyRank, Rank, ShapeRules};
pub use remove_axis::{At, AxisExists, RemoveFrom, Without};
pub use remove_axis::{KeptAxis, RemoveAxis};
pub use reshape::{
    AxisNumber, Different, Equal, Infer, Inferred, ManyOpen, NoValue, NoneOpen, OneOpen, OneUnknown,
    ReshapeRule, ReshapeShape, SameSize, SizeLeft, TargetAxis, TargetOfType, TargetShape,
};
pub(crate) use reshape::{may_be_reshaped, reshaped};
pub use rows::RowsShape;
pub use same_dim::SameDim;
pub use same_dim::{AnyLength, AxisRules, EqualLength, Length, Meet, Name, SameName, Stretches};
pub use same_shape::{EqualRank, MeetRanks, SameAxes, SameShape};
pub use slice::SliceShape;
pub use sliding::{CountOfWindows, SlidingAxis, SlidingDim, SlidingShape};
pub use slots::{Free, HasAxis, NotTaken, Taken};
pub use split::{HasBack, HasFront, SplitBack, SplitFront};
pub use stack::{EnoughAxes, MatrixStack, VectorStack};
pub use tensordot::TensordotShape;
pub(crate) use tensordot_axes::list;
pub use tensordot_axes::{Axes, AxisList, InOneList, TensordotAxesShape};
pub use unit_axis::{LengthOne, Unit, UnitDim};
pub use up_to::{GrowShape, PushRowShape, UpTo};
pub use vdot::{EqualRanks, VdotShape};
pub use vecdot::VecdotShape;
pub use vecdot_axis::VecdotAxisShape;
pub use vecmat::VecmatShape;
pub(crate) use which_axis::{AxisArg, Given, LenArg};
pub use which_axis::{AxisGiven, AxisGivenFirst};
pub use windows::{AxisPerWindowAxis, ChunkDim, ChunkRule, NotEmpty, WindowDim, WindowRule, WindowShape};

use crate::array::IntoArray;
use crate::array::storage::Storage;
use axis_at::AxisIn;

use core::fmt::Debug;

pub(crate) mod sealed {
    /// Keeps [`Shape`](super::Shape) to the shapes of this crate.
    pub trait Sealed {}
}

/// The axes of an array: a tuple of [`Dim`]s, rank 0 to 6, or [`DynRank`]. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a shape",
    label = "a shape is a tuple of at most 6 axes, as `shape![3, dyn]` spells it, or `DynRank`",
    note = "an axis is `Const<N>`, `Dyn`, or made by `axis!`"
)]
pub trait Shape: Copy + PartialEq + Debug + Send + Sync + 'static + sealed::Sealed {
    /// A list of one number per axis: `[usize; NDIM]`, or [`DimsD`] where only run time knows how many.
    type Dims: Copy + PartialEq + Debug + AsRef<[usize]> + AsMut<[usize]> + Send + Sync + 'static;
    /// The axes in reverse order.
    type Reversed: Shape<Reversed = Self>;

    /// The number of axes as a type.
    #[doc(hidden)]
    type Rank: rank::Ranked;
    /// `ShapeRules`, with what holds for every shape in every operation `Op`: see `Dim::Axis`.
    #[doc(hidden)]
    type Rules<Op: op::Operation>: RemoveFrom<Self, LAST, Self::Rank, Op> + AxisIn<Self, LAST, Self::Rank, Op>;
    /// `Proven` where the type knows all lengths, else `AtRunTime`.
    #[doc(hidden)]
    type AllKnown: Check;
    /// What the type says of the number of elements along each axis.
    #[doc(hidden)]
    type Elements: filled::SomeElements;
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
    message = "the type must know every length here, but not all are known in the shape `{Self}`",
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
    message = "a shape with at least one axis is needed here",
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

/// Shapes whose arrays can be walked through row by row: all with a last axis, and [`DynRank`], of which
/// rank 0 is one row of one element. Sealed, as [`Shape`] is.
#[diagnostic::on_unimplemented(
    message = "an array of rank 0 has no rows",
    label = "a shape with at least one axis is needed"
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

/// The number of elements of `T` in an array with these lengths, if memory can hold as many.
///
/// Zero lengths do not count: `[0, usize::MAX]` is refused, as NumPy refuses it, so that every product of
/// some of the lengths of an array fits as well.
#[inline]
pub(crate) fn checked_len<T>(dims: &[usize]) -> Option<usize> {
    let mut extent = 1_usize;
    let mut len = 1_usize;
    for d in dims {
        extent = extent.checked_mul(*d.max(&1))?;
        len = len.wrapping_mul(*d);
    }
    let bytes = extent.checked_mul(size_of::<T>().max(1))?;
    (bytes <= isize::MAX as usize).then_some(len)
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

/// Whether two lists of lengths are equal. One by one: of `==` the compiler makes a call, or a wide read of
/// what was written narrowly just before, even where all lengths are constants.
#[inline(always)]
pub(crate) fn is_same(a: &[usize], b: &[usize]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(true, |is_same, (x, y)| is_same & (x == y))
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

/// Spells a shape as a type: `shape![3, dyn, Joint]` is `(Const<3>, Dyn, Joint)`.
///
/// An axis is a number, `dyn`, the name of an [`axis!`](crate::axis!) or of a type parameter, or `{ N }` for
/// a const parameter. In a shape for [`reshape`](crate::Array::reshape) `_` is the axis whose length follows from the
/// number of elements: [`Infer`](crate::shape::Infer).
///
/// ```
/// use conformable::{Array, Dim, shape};
/// type Image = Array<u8, shape![28, 28]>;
/// fn batch<const N: usize, D: Dim>(images: &Array<u8, shape![D, { N }, dyn]>) -> usize {
///     images.len()
/// }
/// ```
#[macro_export]
macro_rules! shape {
    ($($axis:tt),* $(,)?) => { ($($crate::__type_or_number_or_parameter_in_braces!($axis),)*) };
}

/// One axis of [`shape!`](crate::shape!). Of a parameter without braces rustc says that it is no type, and this name.
#[doc(hidden)]
#[macro_export]
macro_rules! __type_or_number_or_parameter_in_braces {
    (dyn) => { $crate::Dyn };
    (_) => { $crate::shape::Infer };
    ($len:literal) => { $crate::Const<$len> };
    ({ $($len:tt)* }) => { $crate::Const<{ $($len)* }> };
    ($name:ident) => { $name };
    (($name:ty)) => { $name };
}
