//! The shape rule of `matvec`: `(S.., M, K) (T.., K) -> bc(S, T) + (M)`.

use super::Shape;
use super::batch::{MatVec, StackRule};
use super::check::Check;
use super::op;
use super::rank::{KnownOf, ShapeRules};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes of stacks of matrices and of vectors: columns and vectors have one length, and leading axes pair.
/// Sealed, as [`Shape`] is.
pub trait MatvecShape<Rhs: Shape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the axes fit.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// M, N and K, where there is one product and the types know all three.
    #[doc(hidden)]
    const LENGTHS: Option<[usize; 3]>;
    /// M, N and K of each product of a stack, where the types know all three.
    #[doc(hidden)]
    const ITEM: Option<[usize; 3]>;
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn matvec_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
impl<L: Shape, R: Shape> MatvecShape<R> for L
where
    ShapeRules: StackRule<L, R, MatVec, KnownOf<L>, KnownOf<R>, op::matvec>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as StackRule<L, R, MatVec, KnownOf<L>, KnownOf<R>, op::matvec>>::Check;
    type Output = <ShapeRules as StackRule<L, R, MatVec, KnownOf<L>, KnownOf<R>, op::matvec>>::Output;
    const LENGTHS: Option<[usize; 3]> =
        <ShapeRules as StackRule<L, R, MatVec, KnownOf<L>, KnownOf<R>, op::matvec>>::LENGTHS;
    const ITEM: Option<[usize; 3]> =
        <ShapeRules as StackRule<L, R, MatVec, KnownOf<L>, KnownOf<R>, op::matvec>>::ITEM;
    #[inline(always)]
    fn matvec_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        <ShapeRules as StackRule<L, R, MatVec, KnownOf<L>, KnownOf<R>, op::matvec>>::shape(self, rhs)
    }
}
