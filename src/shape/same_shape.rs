//! The rule that two shapes have the same axes, one by one: `SameShape`.
//!
//! The ranks are compared first, then the axes; the layers are those of `same_dim`, for the same reason.

use super::rank::{AnyRank, Rank};
use super::{AtRunTime, AxisRules, Check, Dim, Proven, SameDim, Shape};
use crate::sealed::Seal;

/// Shapes of the same rank whose axes have the same lengths in the operation `Op`. Sealed, as [`Shape`] is.
pub trait SameShape<Rhs: Shape, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
}
impl<L: Shape, R: Shape, Op> SameShape<R, Op> for L
where
    L: MeetRanks<R, L::Rank, R::Rank, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <L as MeetRanks<R, L::Rank, R::Rank, Op>>::Check;
}

/// The table behind `SameShape`: which ranks may meet.
pub trait MeetRanks<Rhs, LRank, RRank, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that all axes have the same lengths.
    type Check: Check;
}
impl<L, R, const N: usize, const M: usize, Op> MeetRanks<R, Rank<N>, Rank<M>, Op> for L
where
    AxisRules: EqualRank<L, R, N, M, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <AxisRules as EqualRank<L, R, N, M, Op>>::Check;
}
impl<L, R, const N: usize, Op> MeetRanks<R, Rank<N>, AnyRank, Op> for L {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
}
impl<L, R, RRank, Op> MeetRanks<R, AnyRank, RRank, Op> for L {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
}

/// Two equal numbers of axes; holds only for those, and then asks for the axes.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the result has {N} axes, but `out` has {M}",
    label = "`out` must have the shape of the result"
)]
pub trait EqualRank<L, R, const N: usize, const M: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that all axes have the same lengths.
    type Check: Check;
}
impl<X, L: SameAxes<R, Op>, R, const N: usize, Op> EqualRank<L, R, N, N, Op> for X {
    const SEALED: Seal = Seal;
    type Check = L::Check;
}

/// The axes of two shapes of one rank, in pairs.
#[doc(hidden)]
pub trait SameAxes<Rhs, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
}

impl<Op> SameAxes<(), Op> for () {
    const SEALED: Seal = Seal;
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
        const SEALED: Seal = Seal;
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
