//! The shape rules of `permute`, `swap_axes` and `move_axis`: the same axes in another order.

use super::append::Append;
use super::axis_at::{AxisAt, WithAxis};
use super::check::{AtRunTime, Check, Proven};
use super::op;
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::remove_axis::RemoveAxis;
use super::same_dim::AxisRules;
use super::slots::{HasSlots, Slots, SlotsOf, TakeAxis, Taken};
use super::tensordot_axes::{Axes, AxisList};
use super::{DynRank, Shape};

/// Shapes whose axes the list `P` names, each once: in the order of the list. Sealed, as [`Shape`] is.
pub trait PermuteShape<P>: Shape {
    /// Whether the types prove that these are the axes.
    type Check: Check;
    /// The axes in the order of the list.
    type Output: Shape;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, P: AxisList> PermuteShape<P> for S
where
    ShapeRules: PermuteRule<S, P, KnownOf<S>>,
{
    type Check = <ShapeRules as PermuteRule<S, P, KnownOf<S>>>::Check;
    type Output = <ShapeRules as PermuteRule<S, P, KnownOf<S>>>::Output;
}

/// The table behind `PermuteShape`: whether the rank is known.
#[doc(hidden)]
pub trait PermuteRule<S, P, Known> {
    type Check: Check;
    type Output: Shape;
}
impl<X, S: HasSlots, P> PermuteRule<S, P, KnownRank> for X
where
    ShapeRules: TakeAll<SlotsOf<S>, P>,
{
    type Check = Proven;
    type Output = <ShapeRules as TakeAll<SlotsOf<S>, P>>::Axes;
}
impl<X, S: Shape, P> PermuteRule<S, P, AnyRank> for X {
    type Check = AtRunTime;
    type Output = DynRank;
}

/// The axes of a tuple that a list names, in its order; all are.
#[doc(hidden)]
pub trait TakeAll<L, P> {
    type Axes: Shape;
}
impl<L> TakeAll<L, ()> for ShapeRules
where
    AxisRules: AllTaken<L>,
{
    type Axes = ();
}
impl<L: Slots, const A: usize, P> TakeAll<L, Axes<A, P>> for ShapeRules
where
    L: TakeAxis<A, op::permute, ()>,
    ShapeRules: TakeAll<L::Rest, P>,
    (L::Axis,): Append<<ShapeRules as TakeAll<L::Rest, P>>::Axes, op::permute>,
{
    type Axes = <(L::Axis,) as Append<<ShapeRules as TakeAll<L::Rest, P>>::Axes, op::permute>>::Output;
}

/// Holds if all axes of a tuple were taken.
#[diagnostic::on_unimplemented(
    message = "`permute`: axes don't match array: not all axes are named",
    label = "a permutation names each axis of the array once"
)]
pub trait AllTaken<L> {}
impl<X> AllTaken<()> for X {}
impl<X> AllTaken<(Taken,)> for X {}
impl<X> AllTaken<(Taken, Taken)> for X {}
impl<X> AllTaken<(Taken, Taken, Taken)> for X {}
impl<X> AllTaken<(Taken, Taken, Taken, Taken)> for X {}
impl<X> AllTaken<(Taken, Taken, Taken, Taken, Taken)> for X {}
impl<X> AllTaken<(Taken, Taken, Taken, Taken, Taken, Taken)> for X {}

/// Shapes with axes of the numbers `A` and `B`, which change places. Sealed, as [`Shape`] is.
pub trait SwapAxesShape<const A: usize, const B: usize>: Shape {
    /// Whether the types prove that there are these axes.
    type Check: Check;
    /// The axes with these two in each other's place.
    type Output: Shape;
}
impl<S: Shape, const A: usize, const B: usize> SwapAxesShape<A, B> for S
where
    S: AxisAt<A, op::swap_axes> + AxisAt<B, op::swap_axes>,
    <S as AxisAt<A, op::swap_axes>>::With<<S as AxisAt<B, op::swap_axes>>::Axis>: AxisAt<B, op::swap_axes>,
{
    type Check = <S as AxisAt<A, op::swap_axes>>::Check;
    type Output = <<S as AxisAt<A, op::swap_axes>>::With<<S as AxisAt<B, op::swap_axes>>::Axis> as AxisAt<
        B,
        op::swap_axes,
    >>::With<<S as AxisAt<A, op::swap_axes>>::Axis>;
}

/// Shapes with axes of the numbers `FROM` and `TO`, of which the first moves to the place of the second. Sealed, as
/// [`Shape`] is.
pub trait MoveAxisShape<const FROM: usize, const TO: usize>: Shape {
    /// Whether the types prove that there are these axes.
    type Check: Check;
    /// The axes in their new order.
    type Output: Shape;
}
/// The shape without the axis that moves.
type Others<S, const FROM: usize> = <S as RemoveAxis<FROM, op::move_axis>>::Output;
impl<S: Shape, const FROM: usize, const TO: usize> MoveAxisShape<FROM, TO> for S
where
    S: AxisAt<FROM, op::move_axis> + AxisAt<TO, op::move_axis> + RemoveAxis<FROM, op::move_axis>,
    Others<S, FROM>: WithAxis<TO, <S as AxisAt<FROM, op::move_axis>>::Axis, op::move_axis>,
{
    type Check = <S as AxisAt<FROM, op::move_axis>>::Check;
    type Output =
        <Others<S, FROM> as WithAxis<TO, <S as AxisAt<FROM, op::move_axis>>::Axis, op::move_axis>>::Output;
}
