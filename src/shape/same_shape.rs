//! The rule that two shapes have the same axes, one by one: `SameShape`.
//!
//! The ranks are compared first, then the axes; the layers are those of `same_dim`, for the same reason.

use super::rank::{AnyRank, Rank};
use super::same_dim::AxisRules;
use super::{AtRunTime, Check, Dim, Proven, SameDim, Shape};

/// Shapes of the same rank whose axes have the same lengths in the operation `Op`. Sealed, as [`Shape`] is.
pub trait SameShape<Rhs: Shape, Op>: Shape {
    /// Whether the types prove it.
    type Check: Check;
}
impl<L: Shape, R: Shape, Op> SameShape<R, Op> for L
where
    AxisRules: MeetRanks<L::Rank, R::Rank, L, R, Op>,
{
    type Check = <AxisRules as MeetRanks<L::Rank, R::Rank, L, R, Op>>::Check;
}

/// The table behind `SameShape`: which ranks may meet. The shapes `L` and `R` are carried along.
pub trait MeetRanks<LRank, RRank, L, R, Op> {
    /// Whether the types prove that all axes have the same lengths.
    type Check: Check;
}
impl<const N: usize, const M: usize, L, R, Op> MeetRanks<Rank<N>, Rank<M>, L, R, Op> for AxisRules
where
    AxisRules: EqualRank<N, M, L, R, Op>,
{
    type Check = <AxisRules as EqualRank<N, M, L, R, Op>>::Check;
}
impl<const N: usize, L, R, Op> MeetRanks<Rank<N>, AnyRank, L, R, Op> for AxisRules {
    type Check = AtRunTime;
}
impl<RRank, L, R, Op> MeetRanks<AnyRank, RRank, L, R, Op> for AxisRules {
    type Check = AtRunTime;
}

/// Two equal numbers of axes; holds only for those, and then asks for the axes.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the result has {N} axes, but `out` has {M}",
    label = "`out` needs the shape of the result",
    note = "the result has the shape `{L}`\n`out` has the shape `{R}`"
)]
pub trait EqualRank<const N: usize, const M: usize, L, R, Op> {
    /// Whether the types prove that all axes have the same lengths.
    type Check: Check;
}
impl<X, const N: usize, L: SameAxes<R, Op>, R, Op> EqualRank<N, N, L, R, Op> for X {
    type Check = L::Check;
}

/// The axes of two shapes of one rank, in pairs.
#[doc(hidden)]
pub trait SameAxes<Rhs, Op> {
    type Check: Check;
}

impl<Op> SameAxes<(), Op> for () {
    type Check = Proven;
}

/// `And` over all axes.
macro_rules! all {
    ($Op:ident; $A:ident $B:ident) => { <$A as SameDim<$B, $Op>>::Check };
    ($Op:ident; $A:ident $B:ident, $($rest:tt)+) => {
        <<$A as SameDim<$B, $Op>>::Check as Check>::And<all!($Op; $($rest)+)>
    };
}
/// The axes of both shapes, in pairs.
macro_rules! same { ($(($($A:ident $B:ident),+))+) => {$(
    impl<Op, $($A: Dim + SameDim<$B, Op>, $B: Dim),+> SameAxes<($($B,)+), Op> for ($($A,)+) {
        type Check = all!(Op; $($A $B),+);
    }
)+};}
same! {
    (A U)
    (A U, B V)
    (A U, B V, C W)
    (A U, B V, C W, D X)
    (A U, B V, C W, D X, E Y)
    (A U, B V, C W, D X, E Y, F Z)
}
