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
//! | [`diagonal_above`](crate::Array::diagonal_above), [`diagonal_below`](crate::Array::diagonal_below) | `N - K` | [`diagonal_offset`](crate::Array::diagonal_offset), of a `Dyn` length |
//! | [`split`](crate::Array::split) | `N / K` | [`split_as`](crate::Array::split_as) |
//! | [`reshape`](crate::Array::reshape) with an open length | `N / M` | [`reshape_as`](crate::Array::reshape_as) |
//! | [`flatten`](crate::Array::flatten) | the product of all | [`flatten_as`](crate::Array::flatten_as) |
//! | [`repeat`](crate::Array::repeat), [`tile`](crate::Array::tile) | `N * K` | [`repeat_as`](crate::Array::repeat_as), [`tile_as`](crate::Array::tile_as) |
//! | [`pad`](crate::Array::pad) | `B + N + A` | [`pad_as`](crate::Array::pad_as) |
//! | [`diff`](crate::Array::diff) | `N - 1` | [`diff_as`](crate::Array::diff_as) |
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

mod adjugate;
mod append;
mod axis_at;
mod batch;
mod broadcast;
mod broadcast_to;
mod check;
mod concat;
mod cross;
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
mod matrices;
mod matvec;
mod multi_dot;
mod named;
pub mod op;
mod outer;
mod parts;
mod permute;
pub(crate) mod rank;
mod remove_axes;
mod remove_axis;
mod reshape;
mod rows;
pub mod rules;
mod same_dim;
mod same_shape;
#[allow(clippy::module_inception, reason = "the trait that the folder is about")]
mod shape;
mod shorter;
pub mod slice;
mod sliding;
mod slots;
mod solve;
mod split;
mod square;
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
mod with_axes;

#[doc(hidden)]
pub use adjugate::{AdjugateDim, Few, FewRows};
#[doc(hidden)]
pub use append::Append;
#[doc(hidden)]
pub use append::{AtMostSix, MoreThanSix};
pub(crate) use axis_at::may_have_axis;
#[doc(hidden)]
pub use axis_at::{AxisAt, WithAxis};
#[doc(hidden)]
pub use batch::{EnoughAxes, MatrixStack, VectorStack};
#[doc(hidden)]
pub use broadcast::{Broadcast, BroadcastDim, OneLength};
pub(crate) use broadcast_to::broadcast_to_lens;
#[doc(hidden)]
pub use broadcast_to::{BroadcastToDim, BroadcastToShape};
#[doc(hidden)]
pub use broadcast_to::{EnoughRank, EnterRanks, Grows};
#[doc(hidden)]
pub use check::OfAnyRank;
pub use check::{AtRunTime, Filled, Proven};
#[doc(no_inline)]
pub use check::{Check, IntoOption, IntoResult, OrFailure};
#[doc(hidden)]
pub use concat::{ConcatEqual, ConcatShape, JoinRanks, StackShape};
pub(crate) use concat::{Joining, Stacking, may_be_joined, may_be_stacked};
#[doc(hidden)]
pub use cross::{CrossShape, LengthThree, Three, ThreeDim};
#[doc(hidden)]
pub use cumsum::{CumsumShape, OneAxisOnly};
#[doc(hidden)]
pub use diagonal::{AnyDiagonalShape, CutDiagonalShape, DiagonalDim, DiagonalShape, Itself, TraceShape};
#[doc(no_inline)]
pub use dim::{Const, Dim, Dyn, StaticDim, Stretch, UpTo};
#[doc(hidden)]
pub use dim::{Cross, Enter, Meet, Pair, Square};
#[doc(no_inline)]
pub use dims::DimsD;
pub use dims::MAX_NDIM;
#[doc(hidden)]
pub use dims::{KnownDims, KnownLen};
pub(crate) use dims::{PackedDims, checked_len, is_same};
#[doc(hidden)]
pub use distance::DistanceShape;
#[doc(hidden)]
pub use distance::{PairRanks, RanksAgree};
#[doc(hidden)]
pub use dot::DotShape;
#[doc(no_inline)]
pub use dyn_rank::DynRank;
#[doc(hidden)]
pub use einsum::{AllDyn, AxisPerLetter, CountAxes, Lettered, Mark, Marks, OfRank};
#[doc(hidden)]
pub use einsum::{
    AskAxes, AskDots, AskDropped, AskJoined, AskLeads, Counted, Dots, Dropped, DynMeet, Joined, Leads,
    Letters, MeetAny, MeetDyn, MeetSame, MeetStretch, Meeting, Met, StretchMeet,
};
#[doc(hidden)]
pub use einsum::{DotsOf, DotsPair, DottedShape, DropAxes, NoDots, Undotted};
#[doc(hidden)]
pub use elements::{AxisHasElements, ElementsAlong, HasArrays, HasElements, OfAll};
pub(crate) use elements::{expect_any_elements, expect_elements};
#[doc(hidden)]
pub use elementwise::ElementwiseShape;
#[doc(hidden)]
pub use flatten::FlattenShape;
#[doc(hidden)]
pub use grow::{GrowShape, PushRowShape};
#[doc(hidden)]
pub use inner::InnerShape;
#[doc(hidden)]
pub use insert_axis::InsertAxisShape;
#[doc(hidden)]
pub use kind::AxisRules;
pub use kind::{AnyLength, Length, Name, Stretches};
#[doc(hidden)]
pub use kron::KronShape;
pub(crate) use kron::{kron_lens, may_be_kron};
#[doc(no_inline)]
pub use last::LAST;
pub(crate) use last::{axis_number, from_end};
#[doc(hidden)]
pub use lengths::{
    Divided, DividedDim, FixedName, LengthNumber, LengthPart, LengthProduct, LengthRest, LengthSum, Minus,
    MinusDim, Nameless, Plus, PlusDim, Times, TimesDim,
};
#[doc(hidden)]
pub use matmul::MatmulShape;
#[doc(hidden)]
pub use matrices::{Matrices, ThinShape};
#[doc(hidden)]
pub use matvec::MatvecShape;
#[doc(hidden)]
pub use multi_dot::ChainEnds;
#[doc(hidden)]
pub use multi_dot::{ChainFirst, ChainLast, ChainMiddle};
#[doc(hidden)]
pub use named::{NamedAxis, Unnamed};
#[doc(hidden)]
pub use outer::OuterShape;
#[doc(hidden)]
pub use parts::{ChunkShape, PartShape};
#[doc(hidden)]
pub use permute::{AllNamed, MoveAxisShape, PermuteShape, SwapAxesShape};
#[cfg(feature = "alloc")]
pub(crate) use rank::NdimOf;
pub use rank::Rank;
#[doc(hidden)]
pub use rank::{AnyRank, ShapeRules};
#[doc(hidden)]
pub use remove_axes::RemoveAxes;
pub(crate) use remove_axes::expect_axes;
#[doc(hidden)]
pub use remove_axis::{At, AxisExists, Without};
#[doc(hidden)]
pub use remove_axis::{KeptAxis, RemoveAxis};
pub use reshape::Infer;
#[doc(hidden)]
pub use reshape::{
    AxisNumber, Different, Equal, Inferred, ManyOpen, NoValue, NoneOpen, OneOpen, OneUnknown, ReshapeRule,
    ReshapeShape, SameSize, SizeLeft, TargetAxis, TargetOfType, TargetShape,
};
pub(crate) use reshape::{may_be_reshaped, reshaped};
#[doc(hidden)]
pub use rows::RowsShape;
#[doc(hidden)]
pub use same_dim::SameDim;
#[doc(hidden)]
pub use same_dim::{EqualLength, SameName};
#[doc(hidden)]
pub use same_shape::{EqualRank, MeetRanks, SameAxes, SameShape};
#[doc(hidden)]
pub use shape::RowShape;
pub use shape::SplitLast;
#[doc(hidden)]
pub use shape::{AxisIn, RemoveFrom};
#[doc(no_inline)]
pub use shape::{Shape, StaticShape};
pub(crate) use shape::{are_known_same, checked_size, sealed, shape_of_type};
#[doc(hidden)]
pub use shorter::{LengthShorter, Pick, Shorter, ShorterDim};
#[doc(hidden)]
pub use slice::SliceShape;
#[doc(hidden)]
pub use sliding::{CountOfWindows, SlidingAxis, SlidingDim, SlidingShape};
#[doc(hidden)]
pub use slots::{Free, HasAxis, NotTaken, Taken};
#[doc(hidden)]
pub use solve::SolveShape;
#[doc(hidden)]
pub use split::{HasBack, HasFront, SplitBack, SplitFront};
#[doc(hidden)]
pub use square::{AsManyRows, RowsNamed, SquareDim, SquareStack};
#[doc(hidden)]
pub use tensordot::TensordotShape;
pub use tensordot_axes::Axes;
pub(crate) use tensordot_axes::list;
#[doc(hidden)]
pub use tensordot_axes::{AxisList, InOneList, TensordotAxesShape};
#[doc(hidden)]
pub use unit_axis::{LengthOne, Unit, UnitDim};
#[doc(hidden)]
pub use vdot::{EqualRanks, VdotShape};
#[doc(hidden)]
pub use vecdot::VecdotShape;
#[doc(hidden)]
pub use vecdot_axis::VecdotAxisShape;
#[doc(hidden)]
pub use vecmat::VecmatShape;
pub(crate) use which_axis::SomeElements;
#[doc(hidden)]
pub use which_axis::{AxisArg, LenArg};
#[doc(hidden)]
pub use which_axis::{AxisGiven, AxisGivenFirst};
#[doc(hidden)]
pub use windows::{AxisPerWindowAxis, ChunkDim, ChunkRule, NotEmpty, WindowDim, WindowRule, WindowShape};
#[doc(hidden)]
pub use with_axes::{Renamed, RenamedDim, SameBare, UnnamedShape, WithAxesRule, WithAxesShape};

// The traits and marks of the tables of rules that a refused program can show. They are reachable so that rustc writes them
// without their paths: it cuts a name of more than 93 characters, and the whole one goes to a file. For the same reason what is
// hidden is hidden here and not where it is defined.
#[doc(hidden)]
pub use axis_at::WithRule;
#[doc(hidden)]
pub use batch::{ByRank, MatMat, MatVec, MatricesOf, StackRule, VecMat, VecVec, VectorsOf};
#[doc(hidden)]
pub use concat::ConcatRule;
#[doc(hidden)]
pub use diagonal::{CutDiagonalRule, DiagonalRule, TraceRule};
#[doc(hidden)]
pub use insert_axis::InsertRule;
#[doc(hidden)]
pub use outer::Flat;
#[doc(hidden)]
pub use permute::PermuteRule;
#[doc(hidden)]
pub use rank::{KnownRank, ManyAxes, NoAxis, OneAxis};
#[doc(hidden)]
pub use remove_axes::RemoveAxesRule;
#[doc(hidden)]
pub use sliding::SlidingRule;
#[doc(hidden)]
pub use slots::AxisOf;
#[doc(hidden)]
pub use split::{BackOf, FrontOf};
#[doc(hidden)]
pub use tensordot::TensordotRule;
#[doc(hidden)]
pub use vdot::VdotRule;
#[doc(hidden)]
pub use which_axis::Given;
