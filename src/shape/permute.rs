//! The shape rules of `permute`, `swap_axes` and `move_axis`: the same axes in another order.

use super::axis_at::{AxisAt, WithAxis};
use super::check::{AtRunTime, Check, Proven};
use super::kind::AxisRules;
use super::op;
use super::rank::{AnyRank, Rank, ShapeRules};
use super::remove_axes::TakeList;
use super::remove_axis::{At, RemoveAxis};
use super::slots::{HasSlots, SlotsOf};
use super::tensordot_axes::AxisList;
use super::{Dim, DynRank, Shape};
use crate::sealed::Seal;

/// Shapes whose axes the list `P` names, each once: in the order of the list. Sealed, as [`Shape`] is.
pub trait PermuteShape<P>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that these are the axes.
    type Check: Check;
    /// The axes in the order of the list.
    type Output: Shape;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, P: AxisList> PermuteShape<P> for S
where
    ShapeRules: PermuteRule<S, P, S::Rank, P::Count>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as PermuteRule<S, P, S::Rank, P::Count>>::Check;
    type Output = <ShapeRules as PermuteRule<S, P, S::Rank, P::Count>>::Output;
}

/// The table behind `PermuteShape`: the rank, and how many axes are named.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait PermuteRule<S, P, Rank, Count> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
}
impl<X, S, P, const N: usize, const M: usize> PermuteRule<S, P, Rank<N>, Rank<M>> for X
where
    AxisRules: AllNamed<S, P, N, M>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = <AxisRules as AllNamed<S, P, N, M>>::Output;
}
impl<X, S: Shape, P, Count> PermuteRule<S, P, AnyRank, Count> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
}

/// As many axes are named as there are; holds only then, and asks for the axes.
#[diagnostic::on_unimplemented(
    message = "`permute`: axes don't match array: it has {N}, and the list names {M}",
    label = "a permutation names each axis of the array once"
)]
pub trait AllNamed<S, P, const N: usize, const M: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes in the order of the list.
    type Output: Shape;
}
impl<X, S: HasSlots, P, const N: usize> AllNamed<S, P, N, N> for X
where
    ShapeRules: TakeList<SlotsOf<S>, P, op::permute>,
{
    const SEALED: Seal = Seal;
    type Output = <ShapeRules as TakeList<SlotsOf<S>, P, op::permute>>::Axes;
}

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
    Others<S, FROM>: MoveTo<<S as AxisAt<TO, op::move_axis>>::At, Moved<S, FROM>>,
{
    type Check = <S as AxisAt<FROM, op::move_axis>>::Check;
    type Output = <Others<S, FROM> as MoveTo<<S as AxisAt<TO, op::move_axis>>::At, Moved<S, FROM>>>::Output;
}
/// The axis that moves.
type Moved<S, const FROM: usize> = <S as AxisAt<FROM, op::move_axis>>::Axis;

/// Shapes with `D` as the axis `At`, of which was asked before whether there is one: that alone is said if not.
#[doc(hidden)]
pub trait MoveTo<At, D> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Output: Shape;
}
impl<S: WithAxis<TO, D, op::move_axis>, const TO: usize, D: Dim> MoveTo<At<TO>, D> for S {
    const SEALED: Seal = Seal;
    type Output = <S as WithAxis<TO, D, op::move_axis>>::Output;
}
