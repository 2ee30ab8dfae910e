//! One axis of a shape by its number, and the shape with another axis in its place, or with one more.

use super::kind::AxisRules;
use super::last::{LAST, axis_number};
use super::op::Operation;
use super::rank::{AnyRank, KnownOf, KnownRank, Rank, ShapeRules};
use super::remove_axis::{At, AxisExists};
use super::shape::AxisIn;
use super::split::SplitFront;
use super::which_axis::NOT_GIVEN;
use super::{Append, AtRunTime, Check, Dim, Dyn, DynRank, Proven, Shape};
use crate::sealed::Seal;

/// Shapes that have an axis number `A`, counted from 0. Sealed, as [`Shape`] is.
pub trait AxisAt<const A: usize, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that there is such an axis.
    type Check: Check;
    /// The axis.
    type Axis: Dim;
    /// The shape with another axis in its place.
    type With<D: Dim>: Shape;
    /// The number as a type.
    #[doc(hidden)]
    type At;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, const A: usize, Op: Operation> AxisAt<A, Op> for S
where
    S::Rules<Op>: AxisIn<S, A, S::Rank, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <S::Rules<Op> as AxisIn<S, A, S::Rank, Op>>::Known;
    type Axis = <S::Rules<Op> as AxisIn<S, A, S::Rank, Op>>::Axis;
    type With<D: Dim> = <S::Rules<Op> as AxisIn<S, A, S::Rank, Op>>::With<D>;
    type At = <S::Rules<Op> as AxisIn<S, A, S::Rank, Op>>::At;
}

impl<X, S, const A: usize, const N: usize, Op> AxisIn<S, A, Rank<N>, Op> for X
where
    AxisRules: AxisExists<A, N, Op>,
    S: Place<<AxisRules as AxisExists<A, N, Op>>::At>,
{
    const SEALED: Seal = Seal;
    type Known = <AxisRules as AxisExists<A, N, Op>>::Known;
    type Axis = S::Axis;
    type With<D: Dim> = S::With<D>;
    type At = <AxisRules as AxisExists<A, N, Op>>::At;
}
// For every `S`, of which `DynRank` is the only one, so that messages do not list it.
impl<X, S: Shape, const A: usize, Op> AxisIn<S, A, AnyRank, Op> for X {
    const SEALED: Seal = Seal;
    type Known = AtRunTime;
    type Axis = Dyn;
    type With<D: Dim> = DynRank;
    type At = At<A>;
}

/// The table of the axes of tuples.
#[doc(hidden)]
pub trait Place<At> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Axis: Dim;
    type With<D: Dim>: Shape;
}
// There is none, which `AxisExists` says.
impl<At> Place<At> for () {
    const SEALED: Seal = Seal;
    type Axis = Dyn;
    type With<D: Dim> = ();
}
// No array has that axis: it keeps the only one of a vector from being taken for what was meant, while the compiler looks
// for a method.
impl<A: Dim> Place<At<LAST>> for (A,) {
    const SEALED: Seal = Seal;
    type Axis = Dyn;
    type With<D: Dim> = ();
}
/// One line per rank: the axes, of which none is number `NOT_GIVEN`.
macro_rules! not_given { ($(($($A:ident)+))+) => {$(
    impl<$($A: Dim),+> Place<At<NOT_GIVEN>> for ($($A,)+) {
        const SEALED: Seal = Seal;
        type Axis = Dyn;
        type With<Axis: Dim> = ();
    }
)+};}
not_given! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }
/// The number of the axis; the axes before it; itself; the axes after it.
macro_rules! places { ($($a:literal ($($B:ident)*; $X:ident; $($C:ident)*))+) => {$(
    impl<$($B: Dim,)* $X: Dim, $($C: Dim,)*> Place<At<$a>> for ($($B,)* $X, $($C,)*) {
        const SEALED: Seal = Seal;
        type Axis = $X;
        type With<New: Dim> = ($($B,)* New, $($C,)*);
    }
)+};}
places! {
    0 (; A;)
    0 (; A; B) 1 (A; B;)
    0 (; A; B C) 1 (A; B; C) 2 (A B; C;)
    0 (; A; B C D) 1 (A; B; C D) 2 (A B; C; D) 3 (A B C; D;)
    0 (; A; B C D E) 1 (A; B; C D E) 2 (A B; C; D E) 3 (A B C; D; E) 4 (A B C D; E;)
    0 (; A; B C D E F) 1 (A; B; C D E F) 2 (A B; C; D E F) 3 (A B C; D; E F) 4 (A B C D; E; F)
    5 (A B C D E; F;)
}

/// Shapes with at least `A` axes, and at most 5: with `D` after the first `A`. Sealed, as [`Shape`] is.
pub trait WithAxis<const A: usize, D: Dim, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that there are as many axes.
    type Check: Check;
    /// The shape with the axis.
    type Output: Shape;
}
impl<S: Shape, const A: usize, D: Dim, Op> WithAxis<A, D, Op> for S
where
    ShapeRules: WithRule<S, A, D, KnownOf<S>, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as WithRule<S, A, D, KnownOf<S>, Op>>::Check;
    type Output = <ShapeRules as WithRule<S, A, D, KnownOf<S>, Op>>::Output;
}

/// The table behind `WithAxis`: whether the rank is known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait WithRule<S, const A: usize, D, Known, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
}
// For every `Self`: rustc would list the impls for one type below a message.
impl<X, S, const A: usize, D: Dim, Op> WithRule<S, A, D, KnownRank, Op> for X
where
    S: SplitFront<A, Op, ()>,
    (D,): Append<S::Back, Op>,
    S::Front: Append<<(D,) as Append<S::Back, Op>>::Output, Op>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = <S::Front as Append<<(D,) as Append<S::Back, Op>>::Output, Op>>::Output;
}
impl<X, S: Shape, const A: usize, D: Dim, Op> WithRule<S, A, D, AnyRank, Op> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
}

/// Whether the types say that `Out` is the shape `S` with an axis `times` as long, and `more` positions (or less, down to none);
/// `true` where they do not say.
pub(crate) const fn may_have_axis<S: Shape, Out: Shape>(axis: usize, times: usize, more: isize) -> bool {
    let (Some(n), Some(ndim)) = (S::STATIC_NDIM, Out::STATIC_NDIM) else { return true };
    let axis = axis_number(axis, n);
    if n != ndim || axis >= n {
        return false;
    }
    let (Some(dims), Some(out)) = (S::STATIC_DIMS, Out::STATIC_DIMS) else { return true };
    let mut i = 0;
    while i < n {
        let must = match dims[i].checked_mul(times) {
            _ if i != axis => Some(dims[i]),
            Some(len) if more < 0 => Some(len.saturating_sub(more.unsigned_abs())),
            Some(len) => len.checked_add(more as usize),
            None => None,
        };
        match must {
            Some(must) if must == out[i] => {}
            _ => return false,
        }
        i += 1;
    }
    true
}
