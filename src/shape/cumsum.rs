//! The shape rule of `cumsum` and `cumprod` of a whole array: one axis, or any number that is known only at run time.

use super::rank::{AnyRank, Rank};
use super::{AxisRules, DynRank, Shape, ShapeRules};
use crate::sealed::Seal;

/// Shapes whose elements come one after another: of one axis, and [`DynRank`], row by row. Sealed, as [`Shape`] is.
pub trait CumsumShape<Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// One axis of as many elements.
    type Output: Shape;
    /// One axis of as many elements.
    #[doc(hidden)]
    fn cumsum_shape(self) -> <Self as CumsumShape<Op>>::Output;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, Op> CumsumShape<Op> for S
where
    ShapeRules: CumsumRule<S, S::Rank, Op>,
{
    const SEALED: Seal = Seal;
    type Output = <ShapeRules as CumsumRule<S, S::Rank, Op>>::Output;
    #[inline(always)]
    fn cumsum_shape(self) -> Self::Output {
        <ShapeRules as CumsumRule<S, S::Rank, Op>>::shape(self)
    }
}

/// The table behind `CumsumShape`, by ranks.
#[doc(hidden)]
pub trait CumsumRule<S, Rank, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Output: Shape;
    fn shape(shape: S) -> Self::Output;
}
impl<X, S: Shape, const N: usize, Op> CumsumRule<S, Rank<N>, Op> for X
where
    AxisRules: OneAxisOnly<N, Op>,
{
    const SEALED: Seal = Seal;
    type Output = S;
    #[inline(always)]
    fn shape(shape: S) -> S {
        shape
    }
}
impl<X, S: Shape, Op> CumsumRule<S, AnyRank, Op> for X {
    const SEALED: Seal = Seal;
    type Output = DynRank;
    #[inline]
    fn shape(shape: S) -> DynRank {
        DynRank::of_array(&[shape.size()])
    }
}

/// One axis; holds only for that number.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: needs an axis: the array has {N} dimensions",
    label = "expected a vector",
    note = "`cumsum_axis::<0>()` and `cumprod_axis::<0>()` go along axis 0 of any array"
)]
pub trait OneAxisOnly<const N: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, Op> OneAxisOnly<1, Op> for X {
    const SEALED: Seal = Seal;
}
