//! The shape rule of `insert_axis`: an axis of length 1, that stretches, at position `A`.

use super::check::{AtRunTime, Check, Proven};
use super::op::{self, Operation};
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::split::SplitFront;
use super::{Append, DynRank, Shape, Stretch};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes with at least `A` axes, and at most 5: with a [`Stretch`] after the first `A`. Sealed, as [`Shape`] is.
pub trait InsertAxisShape<const A: usize>: Shape {
    /// Whether the types prove that there are as many axes.
    type Check: Check;
    /// The shape with the axis.
    type Output: Shape;
    /// The shape with the axis.
    #[doc(hidden)]
    fn insert_axis_shape(self) -> Result<Self::Output, ShapeError>;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, const A: usize> InsertAxisShape<A> for S
where
    ShapeRules: InsertRule<S, A, KnownOf<S>>,
{
    type Check = <ShapeRules as InsertRule<S, A, KnownOf<S>>>::Check;
    type Output = <ShapeRules as InsertRule<S, A, KnownOf<S>>>::Output;
    #[inline(always)]
    fn insert_axis_shape(self) -> Result<Self::Output, ShapeError> {
        <ShapeRules as InsertRule<S, A, KnownOf<S>>>::shape(self)
    }
}

/// The table behind `InsertAxisShape`: whether the rank is known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait InsertRule<S, const A: usize, Known> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    fn shape(shape: S) -> Result<Self::Output, ShapeError>;
}
// For every `Self`: rustc would list the impls for one type below a message.
impl<X, S, const A: usize> InsertRule<S, A, KnownRank> for X
where
    S: SplitFront<A, op::insert_axis, ()>,
    (Stretch,): Append<S::Back, op::insert_axis>,
    S::Front: Append<<(Stretch,) as Append<S::Back, op::insert_axis>>::Output, op::insert_axis>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = <S::Front as Append<
        <(Stretch,) as Append<S::Back, op::insert_axis>>::Output,
        op::insert_axis,
    >>::Output;
    #[inline(always)]
    fn shape(shape: S) -> Result<Self::Output, ShapeError> {
        let (front, back) = shape.split_front();
        Ok(front.append((Stretch,).append(back)))
    }
}
impl<X, const A: usize> InsertRule<DynRank, A, AnyRank> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    #[inline]
    fn shape(shape: DynRank) -> Result<DynRank, ShapeError> {
        let dims = shape.as_slice();
        let Some((front, back)) = dims.split_at_checked(A) else {
            return Err(ShapeError::axis_out_of_bounds(op::insert_axis::NAME, dims, A));
        };
        let with_axis = DynRank::join(front, &[1], op::insert_axis::NAME)?;
        DynRank::join(with_axis.as_slice(), back, op::insert_axis::NAME)
    }
}
