//! Floor 1: the one array type, who holds its elements, and what can be done with it before any arithmetic.
//!
//! `shape/` and this folder are one floor: a shape names the storage and the array that it makes.

// Construction first: the docs of `Array` show its blocks in this order.
#[allow(clippy::module_inception, reason = "the type that the folder is about")]
mod array;
#[cfg(feature = "alloc")]
mod boxed;
mod build;
mod filled;
mod from_rows;
mod range;

#[doc(hidden)]
pub mod absent;
mod axes;
mod broadcast_to;
#[cfg(feature = "alloc")]
mod compress;
mod concat;
mod convert;
mod copy;
mod cuts;
mod diagonal;
mod disjoint;
mod fields;
mod fmt;
mod grow;
mod index;
mod indexed;
mod inline;
mod iter;
mod layout;
mod lens;
mod literal;
mod loosen;
mod meshgrid;
mod out;
mod ownership;
mod pad;
mod part_iter;
mod parts;
mod pieces;
mod repeat;
mod reshape;
mod slice;
mod slices;
mod sliding;
pub mod storage;
mod take;
mod traits;
mod triangle;
#[cfg(feature = "alloc")]
mod vecs;
mod view;
mod view_mut;
mod with_axes;

pub(crate) use array::expect_storage;
#[doc(no_inline)]
pub use array::{
    Array, Array3, Array4, Array5, Array6, ArrayD, ArrayView, ArrayViewMut, Matrix, Outcome, Vector,
};
#[doc(hidden)]
pub use axes::RemoveAxisCheck;
pub(crate) use broadcast_to::{stretched_strides, stretched_to};
#[doc(hidden)]
pub use concat::{AnyArray, ConcatAsCheck, ConcatIntoOutcome, ConcatOf, ListOf, StackIntoOutcome, StackOf};
pub use concat::{ArrayList, ConcatList, StackList};
#[doc(no_inline)]
pub use concat::{concat, concat_as, concat_into, stack, stack_into};
#[doc(no_inline)]
pub use convert::IntoArray;
pub use cuts::{AxisParts, AxisPartsMut, Chunks, ChunksMut, Halves, HalvesMut, Lanes, LanesMut, Windows};
#[doc(hidden)]
pub use cuts::{RestOf, With};
pub(crate) use diagonal::corner;
pub use fields::{Fields, Xy, Xyz, Xyzw};
#[doc(no_inline)]
pub(crate) use filled::named;
pub use filled::{eye, full, ones, zeros};
#[doc(no_inline)]
pub use grow::CapacityError;
#[doc(hidden)]
pub use grow::PushRowOutcome;
pub use index::NdIndex;
#[doc(hidden)]
pub use index::{EqualCount, IndexOf, KnownCount, Position};
pub use indexed::{IndexedIter, IndexedIterMut};
pub use iter::{IntoIter, Iter, IterMut};
pub(crate) use layout::row_major;
#[doc(hidden)]
pub use meshgrid::{Meshgrid, MeshgridIj};
#[doc(no_inline)]
pub use meshgrid::{meshgrid, meshgrid_ij};
pub(crate) use out::{Destination, Existing, New, Out, Room};
#[cfg(feature = "alloc")]
#[doc(hidden)]
pub use ownership::UseTryFromForNestedVecs;
#[doc(hidden)]
pub use ownership::{CanChange, Mutable, Shared};
#[doc(hidden)]
pub use ownership::{Held, Holder, Lent};
#[doc(no_inline)]
pub use ownership::{Owned, Ownership, OwnershipMut, View, ViewMut};
pub use part_iter::{Parts, PartsMut, Rows, RowsMut};
#[doc(hidden)]
pub use parts::{ChunksCheck, PartsCheck};
pub use range::Steps;
#[cfg(feature = "alloc")]
#[doc(no_inline)]
pub use range::arange;
#[cfg(all(feature = "alloc", any(feature = "std", feature = "libm")))]
#[doc(no_inline)]
pub use range::{linspace, linspace_open};
#[doc(hidden)]
pub use repeat::RepeatAsCheck;
#[doc(hidden)]
pub use reshape::ReshapeViewCheck;
#[doc(hidden)]
pub use slice::{SliceAsCheck, SliceMutOutcome, SliceOutcome};
#[doc(hidden)]
pub use sliding::SlidingAsCheck;
pub(crate) use storage::Storage;
pub use triangle::TriangleShape;
#[doc(hidden)]
pub use triangle::TwoAxes;
#[cfg(any(feature = "nalgebra-035", feature = "ndarray-017"))]
pub(crate) use view::{view_mut_of, view_of};
