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
mod elements;
mod elementwise;
mod flatten;
mod grow;
mod inner;
mod insert_axis;
mod kind;
mod kron;
mod last;
mod lengths;
mod literal;
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
#[allow(clippy::module_inception, reason = "the trait that the folder is about")]
mod shape;
pub mod slice;
mod sliding;
mod slots;
mod split;
mod stack;
mod tensordot;
mod tensordot_axes;
mod tuple;
mod unit_axis;
mod vdot;
mod vecdot;
mod vecdot_axis;
mod vecmat;
mod which_axis;
mod windows;

pub use append::Append;
pub use append::{AtMostSix, MoreThanSix};
pub use axis_at::{AxisAt, WithAxis};
pub use broadcast::{Broadcast, BroadcastDim, OneLength};
pub(crate) use broadcast_to::broadcast_to_lens;
pub use broadcast_to::{BroadcastToDim, BroadcastToShape};
pub use broadcast_to::{EnoughRank, EnterRanks, Grows};
pub use check::{AtRunTime, Check, Filled, IntoOption, IntoResult, OfAnyRank, Proven};
pub use concat::{ConcatEqual, ConcatShape, JoinRanks, StackShape};
pub(crate) use concat::{Joining, Stacking, may_be_joined, may_be_stacked};
pub use cumsum::{CumsumShape, OneAxisOnly};
pub use diagonal::{DiagonalDim, DiagonalShape, Itself, TraceShape};
pub use dim::{Const, Dim, Dyn, StaticDim, Stretch, UpTo};
pub use dim::{Cross, Enter, Meet, Pair};
pub use dims::{DimsD, MAX_NDIM};
#[doc(hidden)]
pub use dims::{KnownDims, KnownLen};
pub(crate) use dims::{PackedDims, checked_len, is_same};
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
pub use elements::{AxisHasElements, ElementsAlong, HasArrays, HasElements, OfAll};
pub(crate) use elements::{expect_any_elements, expect_elements};
pub use elementwise::ElementwiseShape;
pub use flatten::FlattenShape;
pub use grow::{GrowShape, PushRowShape};
pub use inner::InnerShape;
pub use insert_axis::InsertAxisShape;
pub use kind::{AnyLength, AxisRules, Length, Name, Stretches};
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
pub use remove_axis::{At, AxisExists, Without};
pub use remove_axis::{KeptAxis, RemoveAxis};
pub use reshape::{
    AxisNumber, Different, Equal, Infer, Inferred, ManyOpen, NoValue, NoneOpen, OneOpen, OneUnknown,
    ReshapeRule, ReshapeShape, SameSize, SizeLeft, TargetAxis, TargetOfType, TargetShape,
};
pub(crate) use reshape::{may_be_reshaped, reshaped};
pub use rows::RowsShape;
pub use same_dim::SameDim;
pub use same_dim::{EqualLength, SameName};
pub use same_shape::{EqualRank, MeetRanks, SameAxes, SameShape};
pub use shape::{AxisIn, RemoveFrom};
pub use shape::{RowShape, Shape, SplitLast, StaticShape};
pub(crate) use shape::{are_known_same, checked_size, sealed, shape_of_type};
pub use slice::SliceShape;
pub use sliding::{CountOfWindows, SlidingAxis, SlidingDim, SlidingShape};
pub use slots::{Free, HasAxis, NotTaken, Taken};
pub use split::{HasBack, HasFront, SplitBack, SplitFront};
pub use stack::{EnoughAxes, MatrixStack, VectorStack};
pub use tensordot::TensordotShape;
pub(crate) use tensordot_axes::list;
pub use tensordot_axes::{Axes, AxisList, InOneList, TensordotAxesShape};
pub use unit_axis::{LengthOne, Unit, UnitDim};
pub use vdot::{EqualRanks, VdotShape};
pub use vecdot::VecdotShape;
pub use vecdot_axis::VecdotAxisShape;
pub use vecmat::VecmatShape;
pub(crate) use which_axis::{AxisArg, Given, LenArg, SomeElements};
pub use which_axis::{AxisGiven, AxisGivenFirst};
pub use windows::{AxisPerWindowAxis, ChunkDim, ChunkRule, NotEmpty, WindowDim, WindowRule, WindowShape};
