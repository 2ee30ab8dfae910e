//! The rules that signatures name: one trait for each rule about shapes, on whose page it stands.
//!
//! Nobody implements them, and generic code needs none of them: a bound [`Dim`](crate::Dim) is enough. They are listed so that
//! a reader of a signature finds what its `where` clause asks for. `AxisRules` and `ShapeRules` carry those that are about
//! numbers and lists of axes.

pub use super::axis_at::AxisAt;
pub use super::broadcast::{Broadcast, BroadcastDim};
pub use super::broadcast_to::{BroadcastToDim, BroadcastToShape};
pub use super::concat::{ConcatShape, StackShape};
pub use super::cumsum::CumsumShape;
pub use super::diagonal::{AnyDiagonalShape, CutDiagonalShape, DiagonalDim, DiagonalShape, TraceShape};
pub use super::distance::DistanceShape;
pub use super::dot::DotShape;
pub use super::elements::{AxisHasElements, ElementsAlong, HasArrays, HasElements, OfAll};
pub use super::elementwise::ElementwiseShape;
pub use super::flatten::FlattenShape;
pub use super::grow::{GrowShape, PushRowShape};
pub use super::inner::InnerShape;
pub use super::insert_axis::InsertAxisShape;
pub use super::kind::AxisRules;
pub use super::kron::KronShape;
pub use super::lengths::{PlusDim, TimesDim};
pub use super::matmul::MatmulShape;
pub use super::matvec::MatvecShape;
pub use super::outer::OuterShape;
pub use super::parts::{ChunkShape, PartShape};
pub use super::permute::{MoveAxisShape, PermuteShape, SwapAxesShape};
pub use super::rank::ShapeRules;
pub use super::remove_axes::RemoveAxes;
pub use super::remove_axis::{KeptAxis, RemoveAxis};
pub use super::reshape::{ReshapeShape, TargetShape};
pub use super::rows::RowsShape;
pub use super::same_dim::SameDim;
pub use super::same_shape::SameShape;
pub use super::shape::RowShape;
pub use super::sliding::SlidingShape;
pub use super::tensordot::TensordotShape;
pub use super::tensordot_axes::{AxisList, TensordotAxesShape};
pub use super::unit_axis::UnitDim;
pub use super::vdot::VdotShape;
pub use super::vecdot::VecdotShape;
pub use super::vecdot_axis::VecdotAxisShape;
pub use super::vecmat::VecmatShape;
pub use super::which_axis::{AxisGiven, AxisGivenFirst};
pub use super::windows::{ChunkDim, WindowDim, WindowShape};
pub use super::with_axes::{RenamedDim, UnnamedShape, WithAxesShape};
