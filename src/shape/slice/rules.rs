//! What each item of a slice leaves of its axis, as types.

use super::items::{Dots, Index, KnownSpan, New, OfAxis, Spans, Whole};
use super::{
    Back, Counted, End, Every, EveryBack, Flip, Front, OrderedEnds, SliceItem, SpanRule, UnitStep,
    UnknownLength,
};
use crate::sealed::Seal;
use crate::shape::lengths::Known;
use crate::shape::op;
use crate::shape::{
    AnyLength, Append, AtRunTime, AxisRules, Check, Const, Dim, Dyn, Length, Name, NamedAxis, Proven, Rank,
    Shape, ShapeRules, SplitBack, SplitFront, Stretch, Stretches,
};
use core::ops::{Add, Div, Sub};
use typenum::{B1, Sub1};

/// A list of items and a shape; `Total` has the numbers of all axes and of all items.
// For the list: of one that it does not know yet the compiler asks nothing, and a rule about a rule could be asked for ever.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait ListRule<S, Total> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
}
impl<S: Shape, Total> ListRule<S, Total> for () {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = S;
}
impl<I: SliceItem, L, S: Shape, Total> ListRule<S, Total> for (I, L)
where
    ShapeRules: ItemRule<I::Kind, L, S, S::Rank, Total>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as ItemRule<I::Kind, L, S, S::Rank, Total>>::Check;
    type Output = <ShapeRules as ItemRule<I::Kind, L, S, S::Rank, Total>>::Output;
}

/// An item of some kind, those after it, and a shape of a rank.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait ItemRule<Kind, L, S, R, Total> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
}
impl<X, L: ListRule<S, Total>, S: Shape, R, Total> ItemRule<New, L, S, R, Total> for X
where
    (Stretch,): Append<L::Output, op::slicing>,
{
    const SEALED: Seal = Seal;
    type Check = L::Check;
    type Output = <(Stretch,) as Append<L::Output, op::slicing>>::Output;
}
// All axes but the last `AFTER`, and the items for these.
impl<X, L, S, R, Total, const AFTER: usize> ItemRule<Dots<AFTER>, L, S, R, Total> for X
where
    S: SplitBack<AFTER, op::slicing, ()>,
    L: ListRule<S::Back, Total>,
    S::Front: Append<L::Output, op::slicing>,
{
    const SEALED: Seal = Seal;
    type Check = L::Check;
    type Output = <S::Front as Append<L::Output, op::slicing>>::Output;
}
impl<X, K, L, S, const AXES: usize, const ITEMS: usize>
    ItemRule<OfAxis<K>, L, S, Rank<0>, (Rank<AXES>, Rank<ITEMS>)> for X
where
    AxisRules: AxisPerItem<AXES, ITEMS>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = ();
}
/// An axis for each item; holds for none that is left without.
#[diagnostic::on_unimplemented(
    message = "`slice`: too many items: the array has {AXES} axes, but {ITEMS} items are given",
    label = "there are {AXES} axes here"
)]
pub trait AxisPerItem<const AXES: usize, const ITEMS: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
}
// With no impl at all, the compiler would not get as far as our message.
impl<X> AxisPerItem<{ usize::MAX }, 0> for X {
    const SEALED: Seal = Seal;
}
/// One line per number of axes.
macro_rules! first { ($($n:literal)+) => {$(
    impl<X, K, L, S, D: Dim, B, Total> ItemRule<OfAxis<K>, L, S, Rank<$n>, Total> for X
    where
        S: SplitFront<1, op::slicing, (), Front = (D,), Back = B>,
        B: Shape,
        L: ListRule<B, Total>,
        AxisRules: CutRule<K, D, D::Axis<op::slicing>>,
        <AxisRules as CutRule<K, D, D::Axis<op::slicing>>>::Kept: Append<L::Output, op::slicing>,
    {
        const SEALED: Seal = Seal;
        type Check = <<AxisRules as CutRule<K, D, D::Axis<op::slicing>>>::Check as Check>::And<L::Check>;
        type Output = <<AxisRules as CutRule<K, D, D::Axis<op::slicing>>>::Kept as Append<L::Output, op::slicing>>::Output;
    }
)+};}
first!(1 2 3 4 5 6);

/// What an item of the kind `K` leaves of an axis `D`, by the kind of the axis.
#[diagnostic::on_unimplemented(
    message = "`slice`: the length of the axis `{D}` is not known",
    label = "constants need a known length to be checked against; in parentheses, `(0)..(5)`, they are checked at run time"
)]
pub trait CutRule<K, D, Axis> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the positions are on the axis.
    type Check: Check;
    /// The axis that is left, or none.
    type Kept: Shape;
}
/// Kinds: what must hold, whether it is proven, and what is left.
macro_rules! cut { ($([$($params:tt)*] $K:ty, $Axis:ty $(where [$($bound:tt)+])? => $Check:ty, $Kept:ty;)+) => {$(
    impl<Any, D: Dim, $($params)*> CutRule<$K, D, $Axis> for Any $(where $($bound)+)? {
        const SEALED: Seal = Seal;
        type Check = $Check;
        type Kept = $Kept;
    }
)+};}
cut! {
    [Axis] Whole, Axis => Proven, (D,);
    [Axis] Index<UnknownLength>, Axis => AtRunTime, ();
    [Axis] Spans, Axis => AtRunTime, (Dyn,);

    [const I: usize, const N: usize] Index<Front<I>>, Length<N>
        where [AxisRules: SpanRule<Front<I>, UnknownLength, N>] => Proven, ();
    [const I: usize, const N: usize] Index<Back<I>>, Length<N>
        where [AxisRules: SpanRule<Back<I>, UnknownLength, N>] => Proven, ();
    [const I: usize] Index<Front<I>>, AnyLength => AtRunTime, ();
    [const I: usize] Index<Back<I>>, AnyLength => AtRunTime, ();
    [const I: usize] Index<Front<I>>, Stretches where [AxisRules: SpanRule<Front<I>, UnknownLength, 1>] => Proven, ();
    [const I: usize] Index<Back<I>>, Stretches where [AxisRules: SpanRule<Back<I>, UnknownLength, 1>] => Proven, ();
    [A: NamedAxis, const I: usize] Index<Front<I>>, Name<A>
        where [AxisRules: UnnamedRule<Index<Front<I>>, A::Unnamed>] => <A as Dim>::Known, ();
    [A: NamedAxis, const I: usize] Index<Back<I>>, Name<A>
        where [AxisRules: UnnamedRule<Index<Back<I>>, A::Unnamed>] => <A as Dim>::Known, ();

    [A, B, St, const LEN: usize, const N: usize] KnownSpan<A, B, St, Const<LEN>>, Length<N>
        where [AxisRules: SpanRule<A, B, N>] => Proven, (Const<LEN>,);
    [A, B, St, const N: usize] KnownSpan<A, B, St, UnknownLength>, Length<N>
        where [
            AxisRules: SpanRule<A, B, N>,
            AxisRules: StepRule<St, <AxisRules as SpanRule<A, B, N>>::Len>,
        ] => Proven, (<AxisRules as StepRule<St, <AxisRules as SpanRule<A, B, N>>::Len>>::Axis,);
    [A, B, St, const LEN: usize] KnownSpan<A, B, St, Const<LEN>>, AnyLength => AtRunTime, (Const<LEN>,);
    [A, B, St] KnownSpan<A, B, St, UnknownLength>, AnyLength where [AxisRules: FreeSpan<A, B, St>]
        => AtRunTime, (<AxisRules as FreeSpan<A, B, St>>::Axis,);
    [A, B, St, L] KnownSpan<A, B, St, L>, Stretches
        where [AxisRules: CutRule<KnownSpan<A, B, St, L>, Const<1>, Length<1>>]
        => Proven, <AxisRules as CutRule<KnownSpan<A, B, St, L>, Const<1>, Length<1>>>::Kept;
    [A, B, St, L, M: NamedAxis] KnownSpan<A, B, St, L>, Name<M>
        where [AxisRules: UnnamedRule<KnownSpan<A, B, St, L>, M::Unnamed>]
        => <M as Dim>::Known, <AxisRules as UnnamedRule<KnownSpan<A, B, St, L>, M::Unnamed>>::Kept;
}

/// What an item leaves of an axis whose name does not matter.
#[doc(hidden)]
pub trait UnnamedRule<K, D> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Kept: Shape;
}
impl<X, K, const N: usize> UnnamedRule<K, Const<N>> for X
where
    AxisRules: CutRule<K, Const<N>, Length<N>>,
{
    const SEALED: Seal = Seal;
    type Kept = <AxisRules as CutRule<K, Const<N>, Length<N>>>::Kept;
}

impl<X, K> UnnamedRule<K, Dyn> for X
where
    AxisRules: CutRule<K, Dyn, AnyLength>,
{
    const SEALED: Seal = Seal;
    type Kept = <AxisRules as CutRule<K, Dyn, AnyLength>>::Kept;
}

/// What is left of a number of positions, `ceil(Len / K)`.
#[doc(hidden)]
pub trait StepRule<St, Len> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Axis: Dim;
}
impl<X, Len: Known> StepRule<UnitStep, Len> for X {
    const SEALED: Seal = Seal;
    type Axis = Len::Axis;
}
impl<X, Len: Known> StepRule<Flip, Len> for X {
    const SEALED: Seal = Seal;
    type Axis = Len::Axis;
}
/// `Len + K - 1`
type Padded<Len, K> = Sub1<<Len as Add<K>>::Output>;
macro_rules! steps { ($($Every:ident)+) => {$(
    impl<X, const K: usize, Len, KNum> StepRule<$Every<K>, Len> for X
    where
        AxisRules: Counted<K, Number = KNum>,
        Len: Add<KNum>,
        <Len as Add<KNum>>::Output: Sub<B1>,
        Padded<Len, KNum>: Div<KNum>,
        <Padded<Len, KNum> as Div<KNum>>::Output: Known,
    {
        const SEALED: Seal = Seal;
        type Axis = <<Padded<Len, KNum> as Div<KNum>>::Output as Known>::Axis;
    }
)+};}
steps!(Every EveryBack);

/// What is left of an axis of any length: a length that the bounds alone say, or `Dyn`.
#[doc(hidden)]
pub trait FreeSpan<A, B, St> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Axis: Dim;
}
macro_rules! free { ($([$($P:ident)*] $A:ty, $B:ty $(, $Rule:path)?;)+) => {$(
    impl<Any, $(const $P: usize,)* St> FreeSpan<$A, $B, St> for Any
    $(where
        AxisRules: $Rule,
        AxisRules: StepRule<St, <AxisRules as $Rule>::Len>,
    )?
    {
        const SEALED: Seal = Seal;
        free!(@ St $(, $Rule)?);
    }
)+};
    (@ $St:ident) => { type Axis = Dyn; };
    (@ $St:ident, $Rule:path) => {
        type Axis = <AxisRules as StepRule<$St, <AxisRules as $Rule>::Len>>::Axis;
    };
}
free! {
    [S E] Front<S>, Front<E>, OrderedEnds<S, E>;
    [S E] Front<S>, Back<E>;
    [S] Front<S>, End;
    [S E] Back<S>, Front<E>;
    [S E] Back<S>, Back<E>, OrderedEnds<E, S>;
    [S] Back<S>, End, OrderedEnds<0, S>;
}
