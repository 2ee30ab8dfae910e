//! The shape rule of `vecdot`: `(S.., K) (T.., K) -> bc(S, T)`.

use super::Shape;
use super::batch::{StackRule, VecVec};
use super::check::Check;
use super::op;
use super::rank::{KnownOf, ShapeRules};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes of stacks of vectors of one length, whose leading axes pair.
/// Sealed, as [`Shape`] is.
pub trait VecdotShape<Rhs: Shape>: Shape {
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
    fn vecdot_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
impl<L: Shape, R: Shape> VecdotShape<R> for L
where
    ShapeRules: StackRule<L, R, VecVec, KnownOf<L>, KnownOf<R>, op::vecdot>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as StackRule<L, R, VecVec, KnownOf<L>, KnownOf<R>, op::vecdot>>::Check;
    type Output = <ShapeRules as StackRule<L, R, VecVec, KnownOf<L>, KnownOf<R>, op::vecdot>>::Output;
    const LENGTHS: Option<[usize; 3]> =
        <ShapeRules as StackRule<L, R, VecVec, KnownOf<L>, KnownOf<R>, op::vecdot>>::LENGTHS;
    const ITEM: Option<[usize; 3]> =
        <ShapeRules as StackRule<L, R, VecVec, KnownOf<L>, KnownOf<R>, op::vecdot>>::ITEM;
    #[inline(always)]
    fn vecdot_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        <ShapeRules as StackRule<L, R, VecVec, KnownOf<L>, KnownOf<R>, op::vecdot>>::shape(self, rhs)
    }
}
