//! The shape rules of `split_first_chunk` and `split`: parts of an array along an axis.

use super::axis_at::AxisAt;
use super::check::Check;
use super::lengths::{DividedDim, MinusDim};
use super::{Const, Dim, Shape, op};

/// Shapes with an axis number `A` of at least `K` positions: of these, and of the others. Sealed, as [`Shape`] is.
pub trait ChunkShape<const A: usize, const K: usize>: Shape {
    /// Whether the types prove that there are as many positions.
    type Check: Check;
    /// The shape of the first `K` positions along the axis.
    type First: Shape;
    /// The shape of the others.
    type Rest: Shape;
}
impl<S: Shape, const A: usize, const K: usize> ChunkShape<A, K> for S
where
    S: AxisAt<A, op::split_first_chunk, Axis: MinusDim<K, op::split_first_chunk>>,
{
    type Check = <<S as AxisAt<A, op::split_first_chunk>>::Check as Check>::And<
        <<S as AxisAt<A, op::split_first_chunk>>::Axis as Dim>::Known,
    >;
    type First = <S as AxisAt<A, op::split_first_chunk>>::With<Const<K>>;
    type Rest = <S as AxisAt<A, op::split_first_chunk>>::With<
        <<S as AxisAt<A, op::split_first_chunk>>::Axis as MinusDim<K, op::split_first_chunk>>::Output,
    >;
}

/// Shapes with an axis number `A` that has `K` equal parts. Sealed, as [`Shape`] is.
pub trait PartShape<const A: usize, const K: usize>: Shape {
    /// Whether the types prove that it has.
    type Check: Check;
    /// The shape of a part.
    type Part: Shape;
}
impl<S: Shape, const A: usize, const K: usize> PartShape<A, K> for S
where
    S: AxisAt<A, op::split, Axis: DividedDim<K, op::split>>,
{
    type Check =
        <<S as AxisAt<A, op::split>>::Check as Check>::And<<<S as AxisAt<A, op::split>>::Axis as Dim>::Known>;
    type Part = <S as AxisAt<A, op::split>>::With<
        <<S as AxisAt<A, op::split>>::Axis as DividedDim<K, op::split>>::Output,
    >;
}
