//! Floor 1: the one array type, who holds its elements, and what can be done with it before any arithmetic.
//!
//! `shape/` and this folder are one floor: a shape names the storage and the array that it makes.

#[doc(hidden)]
pub mod absent;
#[allow(clippy::module_inception, reason = "the type that the folder is about")]
mod array;
mod axes;
#[cfg(feature = "alloc")]
mod boxed;
mod broadcast_to;
mod build;
mod concat;
mod convert;
mod copy;
mod cuts;
mod diagonal;
mod disjoint;
mod filled;
mod fmt;
mod from_rows;
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
mod part_iter;
mod parts;
mod pieces;
mod range;
mod repeat;
mod reshape;
mod slice;
mod slices;
mod sliding;
pub mod storage;
mod traits;
mod triangle;
#[cfg(feature = "alloc")]
mod vecs;
mod view;
mod view_mut;

pub(crate) use array::expect_storage;
pub use array::{
    Array, Array3, Array4, Array5, Array6, ArrayD, ArrayView, ArrayViewMut, Matrix, Outcome, Vector,
};
pub use axes::RemoveAxisCheck;
pub(crate) use broadcast_to::{stretched_strides, stretched_to};
pub use concat::{
    AnyArray, ArrayList, ConcatAsCheck, ConcatIntoOutcome, ConcatList, ConcatOf, ListOf, StackIntoOutcome,
    StackList, StackOf, concat, concat_as, concat_into, stack, stack_into,
};
pub use convert::IntoArray;
pub use cuts::{
    AxisParts, AxisPartsMut, Chunks, ChunksMut, Halves, HalvesMut, Lanes, LanesMut, RestOf, Windows, With,
};
pub use filled::{eye, full, ones, zeros};
pub use grow::{CapacityError, PushRowOutcome};
pub use index::{EqualCount, IndexOf, KnownCount, NdIndex, Position};
pub use indexed::{IndexedIter, IndexedIterMut};
pub use iter::{IntoIter, Iter, IterMut};
pub(crate) use layout::row_major;
pub use meshgrid::{Meshgrid, MeshgridIj, meshgrid, meshgrid_ij};
pub(crate) use out::{Destination, Existing, New, Out, Room};
#[cfg(feature = "alloc")]
#[doc(hidden)]
pub use ownership::UseTryFromForNestedVecs;
pub use ownership::{CanChange, Mutable, Owned, Ownership, OwnershipMut, Shared, View, ViewMut};
#[doc(hidden)]
pub use ownership::{Held, Holder, Lent};
pub use part_iter::{Parts, PartsMut, Rows, RowsMut};
pub use parts::{ChunksCheck, PartsCheck};
pub use range::Steps;
#[cfg(feature = "alloc")]
pub use range::arange;
#[cfg(all(feature = "alloc", any(feature = "std", feature = "libm")))]
pub use range::{linspace, linspace_open};
pub use repeat::RepeatAsCheck;
pub use reshape::ReshapeViewCheck;
pub use slice::{SliceAsCheck, SliceMutOutcome, SliceOutcome};
pub use sliding::SlidingAsCheck;
pub(crate) use storage::Storage;
pub use triangle::{TriangleShape, TwoAxes};
