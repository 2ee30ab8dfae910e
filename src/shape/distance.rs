//! The shape rule of `distance`, and of pairs of vectors along an axis: two equal shapes.

use super::op;
use super::rank::{AnyRank, Rank};
use super::{AtRunTime, AxisRules, Check, SameAxes, Shape};
use crate::sealed::Seal;

/// Two equal shapes in the operation `Op`. Sealed, as [`Shape`] is.
pub trait DistanceShape<Rhs: Shape, Op = op::distance>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
}
// The layers are those of `SameDim`, for the same reason.
impl<L: Shape, R: Shape, Op> DistanceShape<R, Op> for L
where
    L: PairRanks<R, L::Rank, R::Rank, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <L as PairRanks<R, L::Rank, R::Rank, Op>>::Check;
}

/// The table behind the rule that two operands have one shape: which ranks may meet.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait PairRanks<Rhs, LRank, RRank, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
}
impl<L, R, const N: usize, const M: usize, Op> PairRanks<R, Rank<N>, Rank<M>, Op> for L
where
    AxisRules: RanksAgree<L, R, N, M, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <AxisRules as RanksAgree<L, R, N, M, Op>>::Check;
}
impl<L, R, const N: usize, Op> PairRanks<R, Rank<N>, AnyRank, Op> for L {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
}
impl<L, R, RRank, Op> PairRanks<R, AnyRank, RRank, Op> for L {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
}

/// Two equal numbers of axes; holds only for those, and then asks for the axes.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: an array of dimension {N} does not match an array of dimension {M}",
    label = "both operands must have one shape"
)]
pub trait RanksAgree<L, R, const N: usize, const M: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that all axes have the same lengths.
    type Check: Check;
}
impl<X, L: SameAxes<R, Op>, R, const N: usize, Op> RanksAgree<L, R, N, N, Op> for X {
    const SEALED: Seal = Seal;
    type Check = L::Check;
}
