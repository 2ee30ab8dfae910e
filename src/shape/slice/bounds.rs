//! Positions that are in types, compared with lengths that are, by the table of numbers that products of lengths use.
//!
//! Every rule is a comparison that always has an answer, `Inside` or `Outside`, and a leaf that holds for `Inside`: so that
//! no message is about the numbers themselves.

use super::{Back, End, Front, UnknownLength};
use crate::sealed::Seal;
use crate::shape::AxisRules;
use crate::shape::lengths::Number;
use core::ops::{Add, Sub};
use typenum::generic_const_mappings::ToUInt;
use typenum::{B0, B1, Diff, IsLessOrEqual, LeEq, Min, Minimum, Sum};

/// A length or position that the compiler compares with others; holds for those in its table.
#[diagnostic::on_unimplemented(
    message = "the compiler cannot compare the length or position {N} with others",
    label = "it compares lengths up to 1024, and powers of two and ten",
    note = "positions in parentheses, `(0)..(5)`, and along a `Dyn` axis, `a.view().typed::<..>()`, are checked at run time"
)]
pub trait Counted<const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The number as a type.
    type Number;
}
#[diagnostic::do_not_recommend]
impl<X, const N: usize> Counted<N> for X
where
    Number<N>: ToUInt,
{
    const SEALED: Seal = Seal;
    type Number = <Number<N> as ToUInt>::Output;
}

#[doc(hidden)]
pub type Num<const N: usize> = <AxisRules as Counted<N>>::Number;

/// The positions are on the axis.
#[derive(Clone, Copy, Debug)]
pub enum Inside {}
/// They are not.
#[derive(Clone, Copy, Debug)]
pub enum Outside {}

/// Inside by both of two comparisons.
#[doc(hidden)]
pub trait And {
    #[doc(hidden)]
    const SEALED: Seal;
    type With<R: And>: And;
}
impl And for Inside {
    const SEALED: Seal = Seal;
    type With<R: And> = R;
}
impl And for Outside {
    const SEALED: Seal = Seal;
    type With<R: And> = Outside;
}
/// Inside by both.
type Both<L, R> = <L as And>::With<R>;

/// The answer as one of these two.
#[doc(hidden)]
pub trait Said {
    #[doc(hidden)]
    const SEALED: Seal;
    type Is: And;
}
impl Said for B1 {
    const SEALED: Seal = Seal;
    type Is = Inside;
}
impl Said for B0 {
    const SEALED: Seal = Seal;
    type Is = Outside;
}

/// Two numbers: whether the first is at most the second, and their difference, or 0 if there is none.
#[doc(hidden)]
pub trait Against<R> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Is: And;
    type Minus;
}
impl<L, R> Against<R> for L
where
    L: IsLessOrEqual<R, Output: Said> + Min<R> + Sub<Minimum<L, R>>,
{
    const SEALED: Seal = Seal;
    type Is = <LeEq<L, R> as Said>::Is;
    type Minus = Diff<L, Minimum<L, R>>;
}
type Is<L, R> = <L as Against<R>>::Is;
type Minus<L, R> = <L as Against<R>>::Minus;

/// Rules about positions along an axis of length `N`: what is said where they do not hold; the leaf; the positions; the
/// start and the end; what is compared; and the length of what is left.
macro_rules! within { ($(
    $(#[$doc:meta])+ $message:literal $Leaf:ident [$($P:ident)+] $A:ty, $B:ty,
    where [$($need:tt)+] ($is:ty) => $Len:ty;
)+) => {$(
    impl<Any, $(const $P: usize,)+ const N: usize> SpanRule<$A, $B, N> for Any
    where
        AxisRules: Counted<N> $(+ Counted<$P>)+,
        $($need)+
        AxisRules: $Leaf<$($P,)+ N, $is>,
    {
        const SEALED: Seal = Seal;
        type Len = $Len;
    }
    $(#[$doc])+
    #[diagnostic::on_unimplemented(message = $message, label = "the axis has length {N} here")]
    pub trait $Leaf<$(const $P: usize,)+ const N: usize, Answer> {
    #[doc(hidden)]
    const SEALED: Seal;
}
    impl<Any, $(const $P: usize,)+ const N: usize> $Leaf<$($P,)+ N, Inside> for Any {
    const SEALED: Seal = Seal;
}
)+};}
within! {
    /// A position before the end.
    "`slice`: index {I} is out of bounds for axis of length {N}"
    FrontIndex [I] Front<I>, UnknownLength, where [Num<I>: Add<B1>, Sum<Num<I>, B1>: Against<Num<N>>,]
        (Is<Sum<Num<I>, B1>, Num<N>>) => ();
    /// A position counted from the end.
    "`slice`: index -{I} is out of bounds for axis of length {N}"
    BackIndex [I] Back<I>, UnknownLength, where [Num<I>: Against<Num<N>>,] (Is<Num<I>, Num<N>>) => ();
    /// From a position to another.
    "`slice`: range {A}..{B} is out of bounds for axis of length {N}"
    FrontRange [A B] Front<A>, Front<B>, where [Num<B>: Against<Num<N>>, AxisRules: OrderedEnds<A, B>,]
        (Is<Num<B>, Num<N>>) => <AxisRules as OrderedEnds<A, B>>::Len;
    /// From a position to the end.
    "`slice`: range {A}.. is out of bounds for axis of length {N}"
    FrontToEnd [A] Front<A>, End, where [Num<A>: Against<Num<N>>, Num<N>: Against<Num<A>>,]
        (Is<Num<A>, Num<N>>) => Minus<Num<N>, Num<A>>;
    /// From a position to one counted from the end.
    "`slice`: range {A}..-{B} is out of bounds for axis of length {N}"
    FrontToBack [A B] Front<A>, Back<B>, where [
        Num<A>: Add<Num<B>>,
        Sum<Num<A>, Num<B>>: Against<Num<N>>,
        Num<N>: Against<Sum<Num<A>, Num<B>>>,
    ] (Is<Sum<Num<A>, Num<B>>, Num<N>>) => Minus<Num<N>, Sum<Num<A>, Num<B>>>;
    /// From a position counted from the end, to the end.
    "`slice`: range -{A}.. is out of bounds for axis of length {N}"
    BackToEnd [A] Back<A>, End, where [Num<A>: Against<Num<N>>,] (Is<Num<A>, Num<N>>) => Num<A>;
    /// From one position counted from the end to another.
    "`slice`: range -{A}..-{B} is out of bounds for axis of length {N}"
    BackRange [A B] Back<A>, Back<B>, where [Num<A>: Against<Num<N>> + Against<Num<B>>, Num<B>: Against<Num<A>>,]
        (Both<Is<Num<A>, Num<N>>, Is<Num<B>, Num<A>>>) => Minus<Num<A>, Num<B>>;
    /// From a position counted from the end to one counted from the front.
    "`slice`: range -{A}..{B} is out of bounds for axis of length {N}"
    BackToFront [A B] Back<A>, Front<B>, where [
        Num<A>: Against<Num<N>> + Add<Num<B>>,
        Num<B>: Against<Num<N>>,
        Num<N>: Against<Sum<Num<A>, Num<B>>>,
        Sum<Num<A>, Num<B>>: Against<Num<N>>,
    ] (Both<Is<Num<A>, Num<N>>, Both<Is<Num<B>, Num<N>>, Is<Num<N>, Sum<Num<A>, Num<B>>>>>)
        => Minus<Sum<Num<A>, Num<B>>, Num<N>>;
}

/// Whether a range, or a position with `UnknownLength` for an end, is within an axis of a length that is in the type.
pub trait SpanRule<A, B, const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The number of positions.
    type Len;
}

/// A range that does not end before it starts.
pub trait OrderedEnds<const A: usize, const B: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Its length.
    type Len;
}
impl<X, const A: usize, const B: usize> OrderedEnds<A, B> for X
where
    AxisRules: Counted<A> + Counted<B>,
    Num<A>: Against<Num<B>>,
    Num<B>: Against<Num<A>>,
    AxisRules: Upwards<A, B, Is<Num<A>, Num<B>>>,
{
    const SEALED: Seal = Seal;
    type Len = Minus<Num<B>, Num<A>>;
}
/// A range that does not end before it starts.
#[diagnostic::on_unimplemented(
    message = "`slice`: range {A}..{B} ends before it starts",
    label = "a range must ascend; a negative step goes through it backwards"
)]
pub trait Upwards<const A: usize, const B: usize, Answer> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const A: usize, const B: usize> Upwards<A, B, Inside> for X {
    const SEALED: Seal = Seal;
}

/// So many positions from somewhere on, in the operation `Op`.
pub trait WindowWithin<const K: usize, const N: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const K: usize, const N: usize, Op> WindowWithin<K, N, Op> for X
where
    AxisRules: Counted<N> + Counted<K>,
    Num<K>: Against<Num<N>>,
    AxisRules: WindowFits<K, N, Op, Is<Num<K>, Num<N>>>,
{
    const SEALED: Seal = Seal;
}
/// So many positions from somewhere on.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: an axis of length {N} does not have {K} positions",
    label = "{K} positions are more than {N}"
)]
pub trait WindowFits<const K: usize, const N: usize, Op, Answer> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const K: usize, const N: usize, Op> WindowFits<K, N, Op, Inside> for X {
    const SEALED: Seal = Seal;
}
