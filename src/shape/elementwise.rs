//! The shape rule of what meets element by element, operators first: all axes pair, from the last one on.

use super::broadcast::{Broadcast, broadcast_lens};
use super::check::{AtRunTime, Check, Proven};
use super::op;
use super::rank::{AnyRank, ClassOf, ManyAxes, NoAxis, OneAxis, ShapeRules};
use super::{DynRank, Shape};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes whose arrays meet element by element in the operation `Op`; axes pair as [`Broadcast`] says. Sealed, as [`Shape`] is.
///
/// In a [`DynRank`] an axis of length 1 stretches, for nothing in its type can say so.
pub trait ElementwiseShape<Rhs: Shape, Op = op::broadcast>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the axes pair.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// The shape of the result, or why there is none in the operation `op`.
    #[doc(hidden)]
    fn elementwise_shape(self, rhs: Rhs, op: &'static str) -> Result<Self::Output, ShapeError>;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<L: Shape, R: Shape, Op> ElementwiseShape<R, Op> for L
where
    ShapeRules: ElementwiseRule<L, R, ClassOf<L>, ClassOf<R>, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as ElementwiseRule<L, R, ClassOf<L>, ClassOf<R>, Op>>::Check;
    type Output = <ShapeRules as ElementwiseRule<L, R, ClassOf<L>, ClassOf<R>, Op>>::Output;
    #[inline(always)]
    fn elementwise_shape(
        self,
        rhs: R,
        op: &'static str,
    ) -> Result<<Self as ElementwiseShape<R, Op>>::Output, ShapeError> {
        <ShapeRules as ElementwiseRule<L, R, ClassOf<L>, ClassOf<R>, Op>>::shape(self, rhs, op)
    }
}

/// The table behind `ElementwiseShape`: by the classes of the ranks.
#[doc(hidden)]
pub trait ElementwiseRule<L, R, LClass, RClass, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    fn shape(left: L, right: R, op: &'static str) -> Result<Self::Output, ShapeError>;
}
/// Ranks that the types know.
macro_rules! typed { ($($LClass:ident: $($RClass:ident)+;)+) => {$($(
    impl<L: Broadcast<R, Op>, R: Shape, Op> ElementwiseRule<L, R, $LClass, $RClass, Op> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = L::Check;
        type Output = L::Output;
        #[inline(always)]
        fn shape(left: L, right: R, op: &'static str) -> Result<L::Output, ShapeError> {
            match left.broadcast(right) {
                Some(shape) => Ok(shape),
                None => Err(refused(op, left.dims().as_ref(), right.dims().as_ref())),
            }
        }
    }
)+)+};}
typed! {
    NoAxis: NoAxis OneAxis ManyAxes;
    OneAxis: NoAxis OneAxis ManyAxes;
    ManyAxes: NoAxis OneAxis ManyAxes;
}
/// Ranks of which one is known at run time only, and whether that leaves something to check.
macro_rules! at_run_time { ($($LClass:ident $RClass:ident $Check:ident;)+) => {$(
    impl<L: Shape, R: Shape, Op> ElementwiseRule<L, R, $LClass, $RClass, Op> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = $Check;
        type Output = DynRank;
        #[inline]
        fn shape(left: L, right: R, op: &'static str) -> Result<DynRank, ShapeError> {
            lens(op, (left.dims().as_ref(), left.stretches()), (right.dims().as_ref(), right.stretches()))
        }
    }
)+};}
at_run_time! {
    // A number goes with every shape.
    NoAxis AnyRank Proven;
    AnyRank NoAxis Proven;
    OneAxis AnyRank AtRunTime;
    ManyAxes AnyRank AtRunTime;
    AnyRank OneAxis AtRunTime;
    AnyRank ManyAxes AtRunTime;
    AnyRank AnyRank AtRunTime;
}

fn lens(op: &'static str, left: (&[usize], u8), right: (&[usize], u8)) -> Result<DynRank, ShapeError> {
    match broadcast_lens(left, right) {
        Some(lens) => DynRank::join(&lens, &[], op),
        None => Err(refused(op, left.0, right.0)),
    }
}

#[cold]
#[inline(never)]
fn refused(op: &'static str, left: &[usize], right: &[usize]) -> ShapeError {
    ShapeError::not_elementwise(op, left, right)
}
