//! The shape rules of `permute`, `swap_axes` and `move_axis`: the same axes in another order.

use super::axis_at::{AxisAt, WithAxis};
use super::check::{AtRunTime, Check, Proven};
use super::kind::AxisRules;
use super::op;
use super::rank::{AnyRank, Rank, ShapeRules};
use super::remove_axis::{At, RemoveAxis};
use super::slots::{HasSlots, Slots, SlotsOf, TakeAxis};
use super::tensordot_axes::{Axes, AxisList};
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
#[doc(hidden)]
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
    ShapeRules: InOrder<SlotsOf<S>, P>,
{
    const SEALED: Seal = Seal;
    type Output = <ShapeRules as InOrder<SlotsOf<S>, P>>::Axes;
}

/// The axes of a tuple in the order of a list that names as many.
#[diagnostic::on_unimplemented(message = "`{P}` is not a list of axes", label = "`axes![0, 1]` spells one")]
#[doc(hidden)]
pub trait InOrder<L, P> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Axes: Shape;
}
impl<X> InOrder<(), ()> for X {
    const SEALED: Seal = Seal;
    type Axes = ();
}
/// The axis of the number `A`, and what is left without it; then without `B`, and so on.
type Axis<L, const A: usize> = <L as TakeAxis<A, op::permute, ()>>::Axis;
type L1<L, const A: usize> = <L as TakeAxis<A, op::permute, ()>>::Rest;
type L2<L, const A: usize, const B: usize> = L1<L1<L, A>, B>;
type L3<L, const A: usize, const B: usize, const C: usize> = L1<L2<L, A, B>, C>;
type L4<L, const A: usize, const B: usize, const C: usize, const D: usize> = L1<L3<L, A, B, C>, D>;
type L5<L, const A: usize, const B: usize, const C: usize, const D: usize, const E: usize> =
    L1<L4<L, A, B, C, D>, E>;

/// One line per rank: the list, and for each number in it the axes that it is taken from.
// Not by recursion: while the compiler looks for the method, it does not know the list, and would try ever longer ones.
macro_rules! orders { ($($List:ty: $($A:ident $From:ty),+;)+) => {$(
    impl<Any, L: Slots, $(const $A: usize),+> InOrder<L, $List> for Any
    where
        $($From: TakeAxis<$A, op::permute, ()>,)+
    {
        const SEALED: Seal = Seal;
        type Axes = ($(Axis<$From, $A>,)+);
    }
)+};}
orders! {
    Axes<A>: A L;
    Axes<A, Axes<B>>: A L, B L1<L, A>;
    Axes<A, Axes<B, Axes<C>>>: A L, B L1<L, A>, C L2<L, A, B>;
    Axes<A, Axes<B, Axes<C, Axes<D>>>>: A L, B L1<L, A>, C L2<L, A, B>, D L3<L, A, B, C>;
    Axes<A, Axes<B, Axes<C, Axes<D, Axes<E>>>>>:
        A L, B L1<L, A>, C L2<L, A, B>, D L3<L, A, B, C>, E L4<L, A, B, C, D>;
    Axes<A, Axes<B, Axes<C, Axes<D, Axes<E, Axes<F>>>>>>:
        A L, B L1<L, A>, C L2<L, A, B>, D L3<L, A, B, C>, E L4<L, A, B, C, D>, F L5<L, A, B, C, D, E>;
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
