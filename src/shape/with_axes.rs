//! The shape rule of `with_axes`: the same axes under other names.

use super::kind::{AnyLength, Length, Stretches};
use super::rank::Rank;
use super::{AxisRules, Dim, EqualLength, Shape, ShapeRules};
use crate::sealed::Seal;

/// A shape that has the axes of `To` but for their names: the same number of axes, and each of the same length by its type, or
/// of a length known at run time on both sides. Sealed.
pub trait WithAxesShape<To: Shape, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<S: Shape, To: Shape, Op> WithAxesShape<To, Op> for S
where
    ShapeRules: WithAxesRule<S, To, S::Rank, To::Rank, Op>,
{
    const SEALED: Seal = Seal;
}

/// As many axes; holds only for those, and then asks for the axes.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: `{S}` and `{To}` do not have the same number of axes",
    label = "this gives axes other names, and neither adds nor removes any"
)]
pub trait WithAxesRule<S, To, SRank, ToRank, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, S: Renamed<To, Op>, To, const N: usize, Op> WithAxesRule<S, To, Rank<N>, Rank<N>, Op> for X {
    const SEALED: Seal = Seal;
}

/// The axes of two shapes of one rank, in pairs.
#[doc(hidden)]
pub trait Renamed<To, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<Op> Renamed<(), Op> for () {
    const SEALED: Seal = Seal;
}
macro_rules! renamed { ($(($($A:ident $B:ident),+))+) => {$(
    impl<Op, $($A: RenamedDim<$B, Op>, $B: Dim),+> Renamed<($($B,)+), Op> for ($($A,)+) {
        const SEALED: Seal = Seal;
    }
)+};}
renamed! {
    (A U)
    (A U, B V)
    (A U, B V, C W)
    (A U, B V, C W, D X)
    (A U, B V, C W, D X, E Y)
    (A U, B V, C W, D X, E Y, F Z)
}

/// An axis that is `To` but for the names. Sealed.
pub trait RenamedDim<To: Dim, Op>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<D: Dim, To: Dim, Op> RenamedDim<To, Op> for D
where
    AxisRules: SameBare<D::Bare, To::Bare, <D::Bare as Dim>::Axis<Op>, <To::Bare as Dim>::Axis<Op>, Op>,
{
    const SEALED: Seal = Seal;
}

/// The table behind `RenamedDim`, by kinds of axes without names.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the axes `{L}` and `{R}` are not known to have the same length",
    label = "a name takes no check at run time",
    note = "`typed` compares lengths at run time and returns a `Result`"
)]
pub trait SameBare<L, R, LAxis, RAxis, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, L, R, const N: usize, const M: usize, Op> SameBare<L, R, Length<N>, Length<M>, Op> for X
where
    AxisRules: EqualLength<N, M, Op>,
{
    const SEALED: Seal = Seal;
}
impl<X, D, Op> SameBare<D, D, AnyLength, AnyLength, Op> for X {
    const SEALED: Seal = Seal;
}
impl<X, D, Op> SameBare<D, D, Stretches, Stretches, Op> for X {
    const SEALED: Seal = Seal;
}

/// A shape without the names of its axes. Sealed.
pub trait UnnamedShape: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// What it is.
    type Output: Shape;
}
macro_rules! unnamed { ($(($($A:ident)*))+) => {$(
    impl<$($A: Dim),*> UnnamedShape for ($($A,)*) {
        const SEALED: Seal = Seal;
        type Output = ($($A::Bare,)*);
    }
)+};}
unnamed! { () (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }
