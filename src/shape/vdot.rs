//! The shape rule of `vdot`: equal shapes, all axes summed.

use super::check::{AtRunTime, Check};
use super::kind::AxisRules;
use super::op::{self, Operation};
use super::rank::{AnyRank, Rank, ShapeRules};
use super::{SameAxes, Shape};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes of the same rank and the same lengths. Sealed, as [`Shape`] is.
pub trait VdotShape<Rhs: Shape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the axes fit.
    type Check: Check;
    /// The number of elements, where the types know that both shapes have as many.
    #[doc(hidden)]
    const LEN: Option<usize> = match (Self::STATIC_LEN, Rhs::STATIC_LEN) {
        (Some(l), Some(r)) if l == r => Some(l),
        _ => None,
    };
    /// Nothing, or why the shapes do not fit.
    #[doc(hidden)]
    #[inline(always)]
    fn vdot_shape(self, rhs: Rhs) -> Result<(), ShapeError> {
        let (left, right) = (self.dims(), rhs.dims());
        let (left, right) = (left.as_ref(), right.as_ref());
        // One by one, so that constants are compared by the compiler.
        let pairs = left.iter().zip(right);
        if left.len() == right.len() && pairs.fold(true, |is_same, (l, r)| is_same & (l == r)) {
            return Ok(());
        }
        Err(refused(left, right))
    }
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<L: Shape, R: Shape> VdotShape<R> for L
where
    ShapeRules: VdotRule<L, R, L::Rank, R::Rank>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as VdotRule<L, R, L::Rank, R::Rank>>::Check;
}

/// The table behind `VdotShape`, by ranks.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait VdotRule<L, R, LRank, RRank> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
}
impl<L, R, const N: usize, const M: usize> VdotRule<L, R, Rank<N>, Rank<M>> for ShapeRules
where
    AxisRules: EqualRanks<L, R, N, M, op::vdot>,
{
    const SEALED: Seal = Seal;
    type Check = <AxisRules as EqualRanks<L, R, N, M, op::vdot>>::Check;
}
impl<L, R, const N: usize> VdotRule<L, R, Rank<N>, AnyRank> for ShapeRules {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
}
impl<L, R, RRank> VdotRule<L, R, AnyRank, RRank> for ShapeRules {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
}

/// Two equal ranks; holds only for those, and then asks for the axes.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: an array of rank {N} does not match one of rank {M}",
    label = "both operands must have the same axes"
)]
pub trait EqualRanks<L, R, const N: usize, const M: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that all axes have the same lengths.
    type Check: Check;
}
impl<X, L: SameAxes<R, Op>, R, const N: usize, Op> EqualRanks<L, R, N, N, Op> for X {
    const SEALED: Seal = Seal;
    type Check = L::Check;
}

#[cold]
#[inline(never)]
fn refused(left: &[usize], right: &[usize]) -> ShapeError {
    let size = |lens: &[usize]| lens.iter().fold(1_usize, |n, d| n.wrapping_mul(*d));
    if size(left) == size(right) {
        // NumPy takes these, row by row.
        return ShapeError::wrong_shape(op::vdot::NAME, right, left);
    }
    ShapeError::sizes_differ(op::vdot::NAME, right, left)
}
