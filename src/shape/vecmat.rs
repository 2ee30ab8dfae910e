//! The shape rule of `vecmat`: `(S.., K) (T.., K, N) -> bc(S, T) + (N)`.

use super::Shape;
use super::batch::{StackRule, VecMat};
use super::check::Check;
use super::op;
use super::rank::{KnownOf, ShapeRules};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes of stacks of vectors and of matrices: vectors and rows have one length, and leading axes pair.
/// Sealed, as [`Shape`] is.
pub trait VecmatShape<Rhs: Shape>: Shape {
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
    fn vecmat_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
impl<L: Shape, R: Shape> VecmatShape<R> for L
where
    ShapeRules: StackRule<L, R, VecMat, KnownOf<L>, KnownOf<R>, op::vecmat>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as StackRule<L, R, VecMat, KnownOf<L>, KnownOf<R>, op::vecmat>>::Check;
    type Output = <ShapeRules as StackRule<L, R, VecMat, KnownOf<L>, KnownOf<R>, op::vecmat>>::Output;
    const LENGTHS: Option<[usize; 3]> =
        <ShapeRules as StackRule<L, R, VecMat, KnownOf<L>, KnownOf<R>, op::vecmat>>::LENGTHS;
    const ITEM: Option<[usize; 3]> =
        <ShapeRules as StackRule<L, R, VecMat, KnownOf<L>, KnownOf<R>, op::vecmat>>::ITEM;
    #[inline(always)]
    fn vecmat_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        <ShapeRules as StackRule<L, R, VecMat, KnownOf<L>, KnownOf<R>, op::vecmat>>::shape(self, rhs)
    }
}
