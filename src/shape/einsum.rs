//! The shape rules of `einsum!`: an operand has an axis for each letter, and axes of one letter have one length.
//!
//! The macro asks for the axes of each operand ([`Lettered`]), and for each letter that occurs again it lets two axes
//! meet ([`Pair`]). A method call finds the first rule that fits: two axes of one type, which is all that generic code
//! over `K: StaticDim` can say; such an axis and a `Dyn`; and else `SameDim`, whose messages name both lengths. So no
//! user has to promise anything about letters.

use super::check::{AtRunTime, Check, Proven};
use super::rank::{AnyRank, Rank};
use super::{AxisRules, Dim, Dyn, DynRank, SameDim, Shape, StaticDim};
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
    /// The check of all.
    type All: Check;
}
impl Marks for () {
    type All = Proven;
}
impl<C: Check, M: Marks> Marks for (Mark<C>, M) {
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
    message = "`einsum`: nothing says how many axes operand {OPERAND} has",
    label = "the shape `{S}` may be any",
    note = "a tuple of axes says it: `(M, K)` with `M: Dim` and `K: StaticDim`"
)]
pub trait CountAxes<S, R, const OPERAND: usize, const LETTERS: usize> {
    /// The axes: a tuple.
    type Axes: Shape;
    /// Whether the type knows that there are as many.
    type Check: Check;
    /// The axes.
    fn axes(shape: S) -> Self::Axes;
}
impl<S, const OPERAND: usize, const AXES: usize, const LETTERS: usize>
    CountAxes<S, Rank<AXES>, OPERAND, LETTERS> for AxisRules
where
    AxisRules: AxisPerLetter<S, OPERAND, AXES, LETTERS>,
{
    type Axes = <AxisRules as AxisPerLetter<S, OPERAND, AXES, LETTERS>>::Axes;
    type Check = Proven;
    #[inline(always)]
    fn axes(shape: S) -> Self::Axes {
        AxisRules::axes_per_letter(shape)
    }
}
#[diagnostic::do_not_recommend]
impl<const OPERAND: usize, const LETTERS: usize> CountAxes<DynRank, AnyRank, OPERAND, LETTERS> for AxisRules
where
    AllDyn: OfRank<LETTERS>,
{
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
    /// The axes.
    type Axes: Shape;
    /// The axes.
    fn axes_per_letter(shape: S) -> Self::Axes;
}
impl<X, S: Shape, const OPERAND: usize, const N: usize> AxisPerLetter<S, OPERAND, N, N> for X {
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
    /// The tuple.
    type Axes: Shape;
    /// With these lengths, or zeros if they are not so many.
    fn from_dims(dims: &[usize]) -> Self::Axes;
}

/// One line per rank: the number of axes, and a name for each.
macro_rules! all_dyn { ($($n:literal: $($d:ident)*;)+) => {$(
    impl OfRank<$n> for AllDyn {
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

/// Two axes of one label, and the operation. `(&&&Pair(x, y, Mark::<Op>::NEW)).meet()` is the axis that both are, and
/// whether the types prove it.
#[derive(Debug)]
pub struct Pair<A, B, Op>(
    /// The axis where the label stands first.
    pub A,
    /// Another one.
    pub B,
    /// The operation.
    pub Mark<Op>,
);
impl<A: Copy, B: Copy, Op> Clone for Pair<A, B, Op> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<A: Copy, B: Copy, Op> Copy for Pair<A, B, Op> {}

/// Both axes are of one type.
pub trait MeetSame: Sized {
    /// The axis.
    type Dim: Dim;
    /// The axis.
    fn meet(self) -> (Self::Dim, Mark<Proven>);
}
impl<K: StaticDim, Op> MeetSame for &&&Pair<K, K, Op> {
    type Dim = K;
    #[inline(always)]
    fn meet(self) -> (K, Mark<Proven>) {
        (self.0, Mark::NEW)
    }
}

/// The second axis is `Dyn`.
pub trait MeetDyn: Sized {
    /// The axis.
    type Dim: Dim;
    /// The axis.
    fn meet(self) -> (Self::Dim, Mark<AtRunTime>);
}
impl<K: StaticDim, Op> MeetDyn for &&Pair<K, Dyn, Op> {
    type Dim = K;
    #[inline(always)]
    fn meet(self) -> (K, Mark<AtRunTime>) {
        (self.0, Mark::NEW)
    }
}

/// The first axis is `Dyn`.
pub trait DynMeet: Sized {
    /// The axis.
    type Dim: Dim;
    /// The axis.
    fn meet(self) -> (Self::Dim, Mark<AtRunTime>);
}
impl<K: StaticDim, Op> DynMeet for &Pair<Dyn, K, Op> {
    type Dim = K;
    #[inline(always)]
    fn meet(self) -> (K, Mark<AtRunTime>) {
        (self.1, Mark::NEW)
    }
}

/// Any two axes: the bound is that of the method, so that the call is found and what it lacks is said.
pub trait MeetAny<A: Dim, B: Dim, Op>: Sized {
    /// The axis.
    fn meet(self) -> (A::OrElse<B>, Mark<<A as SameDim<B, Op>>::Check>)
    where
        A: SameDim<B, Op>;
}
impl<A: Dim, B: Dim, Op> MeetAny<A, B, Op> for Pair<A, B, Op> {
    #[inline(always)]
    fn meet(self) -> (A::OrElse<B>, Mark<<A as SameDim<B, Op>>::Check>)
    where
        A: SameDim<B, Op>,
    {
        let Pair(a, b, _) = self;
        // Of different lengths neither is right, and the operation will say so.
        (a.or_else(b), Mark::NEW)
    }
}
