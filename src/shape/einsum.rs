//! The shape rules of `einsum!`: an operand has an axis for each letter, and axes of one letter have one length.
//!
//! The macro asks for the axes of each operand ([`Lettered`], [`DottedShape`]), and for each letter that occurs again it
//! lets two axes meet ([`Meeting`]). A method call finds the first rule that fits: one of them is a `Stretch`; both are of
//! one type, which is all that generic code over `K: StaticDim` can say; one of them is such an axis and the other `Dyn`;
//! and else `SameDim`, whose messages name both lengths. So no user has to promise anything about letters.

use super::check::{AtRunTime, Check, Proven};
use super::rank::{AnyRank, Rank, ShapeRules};
use super::{
    Append, AxisRules, Broadcast, Dim, Dyn, DynRank, SameDim, Shape, SplitBack, SplitFront, StaticDim,
    Stretch, op,
};
use crate::sealed::Seal;
use core::marker::PhantomData;

/// A type as a value. Whether a rule is proven: what the rules of an `einsum!` leave to be checked is collected in a
/// list, `(Mark, (Mark, ()))`.
#[derive(Debug)]
pub struct Mark<C>(PhantomData<C>);

impl<C> Mark<C> {
    /// The only value.
    pub const NEW: Self = Mark(PhantomData);
}
impl<C> Clone for Mark<C> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<C> Copy for Mark<C> {}

/// A list of marks.
pub trait Marks {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The check of all.
    type All: Check;
}
impl Marks for () {
    const SEALED: Seal = Seal;
    type All = Proven;
}
impl<C: Check, M: Marks> Marks for (Mark<C>, M) {
    const SEALED: Seal = Seal;
    type All = C::And<M::All>;
}

/// A shape with an axis for each letter of its subscripts; of a [`DynRank`] they are counted at run time. Sealed, as
/// [`Shape`] is.
// A blanket impl over a table, for the sake of messages: see `SameDim`.
pub trait Lettered<const OPERAND: usize, const LETTERS: usize>: Shape {
    /// The axes: a tuple.
    type Axes: Shape;
    /// Whether the type knows that there are as many.
    type Check: Check;
    /// The axes; of a shape of another rank, any.
    fn axes(self) -> Self::Axes;
}
impl<S: Shape, const OPERAND: usize, const LETTERS: usize> Lettered<OPERAND, LETTERS> for S
where
    AxisRules: CountAxes<S, S::Rank, OPERAND, LETTERS>,
{
    type Axes = <AxisRules as CountAxes<S, S::Rank, OPERAND, LETTERS>>::Axes;
    type Check = <AxisRules as CountAxes<S, S::Rank, OPERAND, LETTERS>>::Check;
    #[inline(always)]
    fn axes(self) -> Self::Axes {
        AxisRules::axes(self)
    }
}

/// The table behind `Lettered`: ranks that types know, and those that they do not.
#[diagnostic::on_unimplemented(
    message = "`einsum`: the number of axes of operand {OPERAND} is not known",
    label = "`{S}` may be any shape",
    note = "a tuple of axes says it: `(M, K)` with `M: Dim` and `K: StaticDim`"
)]
pub trait CountAxes<S, R, const OPERAND: usize, const LETTERS: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes: a tuple.
    type Axes: Shape;
    /// Whether the type knows that there are as many.
    type Check: Check;
    /// The axes.
    fn axes(shape: S) -> Self::Axes;
}
impl<X, S, const OPERAND: usize, const AXES: usize, const LETTERS: usize>
    CountAxes<S, Rank<AXES>, OPERAND, LETTERS> for X
where
    AxisRules: AxisPerLetter<S, OPERAND, AXES, LETTERS>,
{
    const SEALED: Seal = Seal;
    type Axes = <AxisRules as AxisPerLetter<S, OPERAND, AXES, LETTERS>>::Axes;
    type Check = Proven;
    #[inline(always)]
    fn axes(shape: S) -> Self::Axes {
        AxisRules::axes_per_letter(shape)
    }
}
#[diagnostic::do_not_recommend]
impl<X, const OPERAND: usize, const LETTERS: usize> CountAxes<DynRank, AnyRank, OPERAND, LETTERS> for X
where
    AllDyn: OfRank<LETTERS>,
{
    const SEALED: Seal = Seal;
    type Axes = <AllDyn as OfRank<LETTERS>>::Axes;
    type Check = AtRunTime;
    #[inline]
    fn axes(shape: DynRank) -> Self::Axes {
        AllDyn::from_dims(shape.as_slice())
    }
}

/// As many axes as letters; holds only for those.
#[diagnostic::on_unimplemented(
    message = "`einsum`: operand {OPERAND} has {AXES} axes, but its subscripts have {LETTERS} letters",
    label = "the number of axes is {AXES} here",
    note = "operands are counted from 0; each letter stands for one axis, and `...` for any number of axes"
)]
pub trait AxisPerLetter<S, const OPERAND: usize, const AXES: usize, const LETTERS: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes.
    type Axes: Shape;
    /// The axes.
    fn axes_per_letter(shape: S) -> Self::Axes;
}
impl<X, S: Shape, const OPERAND: usize, const N: usize> AxisPerLetter<S, OPERAND, N, N> for X {
    const SEALED: Seal = Seal;
    type Axes = S;
    #[inline(always)]
    fn axes_per_letter(shape: S) -> S {
        shape
    }
}

/// The operand and the number of its letters, as a value.
#[derive(Clone, Copy, Debug)]
pub struct Letters<const OPERAND: usize, const LETTERS: usize>;

/// Carries the table of tuples of `Dyn`.
#[derive(Debug)]
pub enum AllDyn {}

/// So many `Dyn` axes.
#[diagnostic::on_unimplemented(
    message = "`einsum!`: a tuple has at most 6 axes, not {N}",
    note = "the function `einsum` takes arrays of up to 8 axes"
)]
pub trait OfRank<const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The tuple.
    type Axes: Shape;
    /// With these lengths, or zeros if they are not so many.
    fn from_dims(dims: &[usize]) -> Self::Axes;
}

/// One line per rank: the number of axes, and a name for each.
macro_rules! all_dyn { ($($n:literal: $($d:ident)*;)+) => {$(
    impl OfRank<$n> for AllDyn {
        const SEALED: Seal = Seal;
        type Axes = ($(all_dyn!(@ $d),)*);
        #[inline]
        fn from_dims(dims: &[usize]) -> Self::Axes {
            let [$($d),*] = <[usize; $n]>::try_from(dims).unwrap_or([0; $n]);
            ($(Dyn($d),)*)
        }
    }
)+}; (@ $d:ident) => { Dyn }; }
#[allow(clippy::unused_unit, reason = "() for no axes")]
mod table {
    use super::*;
    all_dyn! {
        0: ;
        1: a;
        2: a b;
        3: a b c;
        4: a b c d;
        5: a b c d e;
        6: a b c d e f;
    }
}

/// A shape with an axis for each letter, of which `BEFORE` stand before an ellipsis and `AFTER` after it. Sealed, as
/// [`Shape`] is.
// A blanket impl over a table, for the sake of messages: see `SameDim`.
pub trait DottedShape<const OPERAND: usize, const BEFORE: usize, const AFTER: usize>: Shape {
    /// The axes before the ellipsis.
    type Front: Shape;
    /// The axes under it.
    type Dots: Shape;
    /// The axes after it.
    type Back: Shape;
    /// All three.
    #[doc(hidden)]
    fn parts(self) -> (Self::Front, Self::Dots, Self::Back);
}
impl<S: Shape, const OPERAND: usize, const BEFORE: usize, const AFTER: usize>
    DottedShape<OPERAND, BEFORE, AFTER> for S
where
    ShapeRules: DotsOf<S, S::Rank, OPERAND, BEFORE, AFTER>,
{
    type Front = <ShapeRules as DotsOf<S, S::Rank, OPERAND, BEFORE, AFTER>>::Front;
    type Dots = <ShapeRules as DotsOf<S, S::Rank, OPERAND, BEFORE, AFTER>>::Dots;
    type Back = <ShapeRules as DotsOf<S, S::Rank, OPERAND, BEFORE, AFTER>>::Back;
    #[inline(always)]
    fn parts(self) -> (Self::Front, Self::Dots, Self::Back) {
        <ShapeRules as DotsOf<S, S::Rank, OPERAND, BEFORE, AFTER>>::parts(self)
    }
}

/// The table behind `DottedShape`: ranks that types know.
#[diagnostic::on_unimplemented(
    message = "`einsum!`: `...` stands for axes whose number the type must know, in operand {OPERAND}",
    label = "the rank is known at run time only",
    note = "the function `einsum` takes arrays of any rank"
)]
pub trait DotsOf<S, R, const OPERAND: usize, const BEFORE: usize, const AFTER: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes before the ellipsis.
    type Front: Shape;
    /// The axes under it.
    type Dots: Shape;
    /// The axes after it.
    type Back: Shape;
    /// All three.
    #[doc(hidden)]
    fn parts(shape: S) -> (Self::Front, Self::Dots, Self::Back);
}
// For every `X`: an impl for a type parameter is not listed below messages.
impl<X, S, D, const R: usize, const OPERAND: usize, const BEFORE: usize, const AFTER: usize>
    DotsOf<S, Rank<R>, OPERAND, BEFORE, AFTER> for X
where
    S: SplitBack<AFTER, op::einsum<'.'>, (), Front = D>,
    D: SplitFront<BEFORE, op::einsum<'.'>, ()>,
{
    const SEALED: Seal = Seal;
    type Front = D::Front;
    type Dots = D::Back;
    type Back = S::Back;
    #[inline(always)]
    fn parts(shape: S) -> (Self::Front, Self::Dots, Self::Back) {
        let (rest, back) = shape.split_back();
        let (front, dots) = rest.split_front();
        (front, dots, back)
    }
}

/// The number of an operand and those of its letters before and after its ellipsis, as a value.
#[derive(Clone, Copy, Debug)]
pub struct Dots<const OPERAND: usize, const BEFORE: usize, const AFTER: usize>;

/// A shape and its letters.
#[derive(Clone, Copy, Debug)]
pub struct Counted<S, L>(pub S, pub L);

/// Asks whether a shape has an axis for each letter.
// The bound is that of the method, so that the call is found and what it lacks is said, at the method's name: it is
// about a parameter of the trait, of which the compiler knows no better place. So are those below.
pub trait AskAxes<S: Shape, const OPERAND: usize, const LETTERS: usize>: Sized {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes, and whether the type knows that there are as many.
    fn axes(self) -> (S::Axes, Mark<S::Check>)
    where
        S: Lettered<OPERAND, LETTERS>;
}
impl<S: Shape, const OPERAND: usize, const LETTERS: usize> AskAxes<S, OPERAND, LETTERS>
    for Counted<S, Letters<OPERAND, LETTERS>>
{
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn axes(self) -> (S::Axes, Mark<S::Check>)
    where
        S: Lettered<OPERAND, LETTERS>,
    {
        (self.0.axes(), Mark::NEW)
    }
}

/// Asks whether a shape has an axis for each letter around an ellipsis.
pub trait AskDots<S: Shape, const OPERAND: usize, const BEFORE: usize, const AFTER: usize>: Sized {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes before, under and behind the ellipsis.
    fn dots(self) -> (S::Front, S::Dots, S::Back)
    where
        S: DottedShape<OPERAND, BEFORE, AFTER>;
}
impl<S: Shape, const OPERAND: usize, const BEFORE: usize, const AFTER: usize>
    AskDots<S, OPERAND, BEFORE, AFTER> for Counted<S, Dots<OPERAND, BEFORE, AFTER>>
{
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn dots(self) -> (S::Front, S::Dots, S::Back)
    where
        S: DottedShape<OPERAND, BEFORE, AFTER>,
    {
        self.0.parts()
    }
}

/// The axes under the ellipses of two operands.
#[derive(Clone, Copy, Debug)]
pub struct Leads<L, R>(pub L, pub R);

/// Axes under the ellipses of two operands that pair, as leading axes do. Sealed, as [`Shape`] is.
// A blanket impl over a table, for the sake of messages: see `SameDim`.
pub trait DotsPair<R: Shape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes of the result.
    type Output: Shape;
    /// Whether the types prove that they pair.
    type Check: Check;
    /// The axes of the result; of lengths that differ, any.
    #[doc(hidden)]
    fn pair(self, rhs: R) -> Self::Output;
}
impl<L: Broadcast<R, op::einsum<'.'>>, R: Shape> DotsPair<R> for L {
    const SEALED: Seal = Seal;
    type Output = L::Output;
    type Check = L::Check;
    #[inline(always)]
    fn pair(self, rhs: R) -> L::Output {
        match self.broadcast(rhs) {
            Some(axes) => axes,
            None => any_shape(),
        }
    }
}

/// Asks whether axes under ellipses pair.
pub trait AskLeads<L: Shape, R: Shape>: Sized {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes of the result, and whether the types prove that they pair.
    fn leads(self) -> (L::Output, Mark<L::Check>)
    where
        L: DotsPair<R>;
}
impl<L: Shape, R: Shape> AskLeads<L, R> for Leads<L, R> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn leads(self) -> (L::Output, Mark<L::Check>)
    where
        L: DotsPair<R>,
    {
        (self.0.pair(self.1), Mark::NEW)
    }
}

/// The axes under an ellipsis that the output drops.
#[derive(Clone, Copy, Debug)]
pub struct Dropped<S>(pub S);

/// Asks whether there are none.
pub trait AskDropped<S: Shape>: Sized {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Nothing.
    fn dropped(self)
    where
        S: Undotted;
}
impl<S: Shape> AskDropped<S> for Dropped<S> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn dropped(self)
    where
        S: Undotted,
    {
    }
}

/// The axes under an ellipsis that the output drops: none. Sealed, as [`Shape`] is.
// A blanket impl over a table, for the sake of messages: see `SameDim`.
pub trait Undotted: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<S: Shape> Undotted for S
where
    AxisRules: DropAxes<S::Rank>,
{
    const SEALED: Seal = Seal;
}
/// The table behind `Undotted`, by ranks.
pub trait DropAxes<Rank> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<const N: usize> DropAxes<Rank<N>> for AxisRules
where
    AxisRules: NoDots<N>,
{
    const SEALED: Seal = Seal;
}
/// No axes; holds only for 0.
#[diagnostic::on_unimplemented(
    message = "`einsum!`: the output must have the ellipsis `...` of the operands",
    label = "only an ellipsis that stands for no axes can be left out",
    note = "it stands for {N} axes here"
)]
pub trait NoDots<const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X> NoDots<0> for X {
    const SEALED: Seal = Seal;
}

/// The axes of a result, in two parts.
#[derive(Clone, Copy, Debug)]
pub struct Joined<L, R>(pub L, pub R);

/// Asks whether there are few enough axes for a tuple.
pub trait AskJoined<L: Shape, R: Shape>: Sized {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes of both.
    fn joined(self) -> L::Output
    where
        L: Append<R, op::einsum<'.'>>;
}
impl<L: Shape, R: Shape> AskJoined<L, R> for Joined<L, R> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn joined(self) -> L::Output
    where
        L: Append<R, op::einsum<'.'>>,
    {
        self.0.append(self.1)
    }
}

/// A shape of the type, of any lengths: those of axes that do not pair are never used, because the operation compares
/// them first.
#[cold]
fn any_shape<S: Shape>() -> S {
    match S::from_dims(&S::known_dims().or_zero()) {
        Some(shape) => shape,
        None => unreachable!("a shape has the lengths that its type knows"),
    }
}

// The method has a name that no trait in the user's scope has.
/// Two axes of one label, and the operation. `(&&&&&Meeting(x, y, Mark::<Op>::NEW)).__meet()` is the axis that both are,
/// and whether the types prove it; with three `&`, the same for two axes of one operand, of which none stretches.
#[derive(Debug)]
pub struct Meeting<A, B, Op>(
    /// The axis where the label stands first.
    pub A,
    /// Another one.
    pub B,
    /// The operation.
    pub Mark<Op>,
);
impl<A: Copy, B: Copy, Op> Clone for Meeting<A, B, Op> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<A: Copy, B: Copy, Op> Copy for Meeting<A, B, Op> {}

/// What the rules for two axes say, of which each is a trait, so that a method call finds the first that fits.
macro_rules! rules { ($($(#[$doc:meta])+ $Rule:ident [$($params:tt)*] $Pair:ty => $Dim:ident $n:tt $Check:ident;)+) => {$(
    $(#[$doc])+
    pub trait $Rule: Sized {
        #[doc(hidden)]
        const SEALED: Seal;
        /// The axis.
        type Dim: Dim;
        /// The axis, and whether the types prove it.
        fn __meet(self) -> (Self::Dim, Mark<$Check>);
    }
    impl<$($params)*, Op> $Rule for $Pair {
        const SEALED: Seal = Seal;
        type Dim = $Dim;
        #[inline(always)]
        fn __meet(self) -> ($Dim, Mark<$Check>) {
            (self.$n, Mark::NEW)
        }
    }
)+};}
rules! {
    /// The first axis stretches.
    StretchMeet [D: Dim] &&&&&Meeting<Stretch, D, Op> => D 1 Proven;
    /// The second axis stretches.
    MeetStretch [D: Dim] &&&&Meeting<D, Stretch, Op> => D 0 Proven;
    /// Both axes are of one type.
    MeetSame [K: StaticDim] &&&Meeting<K, K, Op> => K 0 Proven;
    /// The second axis is `Dyn`.
    MeetDyn [K: StaticDim] &&Meeting<K, Dyn, Op> => K 0 AtRunTime;
    /// The first axis is `Dyn`.
    DynMeet [K: StaticDim] &Meeting<Dyn, K, Op> => K 1 AtRunTime;
}

/// The axis that two are, and whether the types prove it.
pub type Met<A, B, Op> = (<A as SameDim<B, Op>>::Dim, Mark<<A as SameDim<B, Op>>::Check>);

/// Any two axes: the bound is that of the method, so that the call is found and what it lacks is said.
pub trait MeetAny<A: Dim, B: Dim, Op>: Sized {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis, and whether the types prove it.
    fn __meet(self) -> Met<A, B, Op>
    where
        A: SameDim<B, Op>;
}
impl<A: Dim, B: Dim, Op> MeetAny<A, B, Op> for Meeting<A, B, Op> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn __meet(self) -> Met<A, B, Op>
    where
        A: SameDim<B, Op>,
    {
        let Meeting(a, b, _) = self;
        // Of different lengths neither is right, and the operation will say so.
        (SameDim::<B, Op>::either(a, b), Mark::NEW)
    }
}
