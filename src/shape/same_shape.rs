//! The rule that two shapes have the same axes, one by one: `SameShape`.

use super::{AtRunTime, Check, Dim, DynRank, Proven, SameDim, Shape};

/// Shapes of the same rank whose axes have the same lengths in the operation `Op`. Sealed, as [`Shape`] is.
pub trait SameShape<Rhs: Shape, Op>: Shape {
    /// Whether the types prove it.
    type Check: Check;
}
impl<L: Shape + SameAxes<R, Op>, R: Shape, Op> SameShape<R, Op> for L {
    type Check = L::Check;
}

/// The table behind `SameShape`: one impl for each rank.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Op}`: an array of shape `{Rhs}` cannot hold the result, which has the shape `{Self}`",
    label = "the number of axes must be the same"
)]
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
    impl<Op, $($A: Dim),+> SameAxes<DynRank, Op> for ($($A,)+) {
        type Check = AtRunTime;
    }
    impl<Op, $($A: Dim),+> SameAxes<($($A,)+), Op> for DynRank {
        type Check = AtRunTime;
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

impl<Op> SameAxes<DynRank, Op> for () {
    type Check = AtRunTime;
}
impl<Op> SameAxes<(), Op> for DynRank {
    type Check = AtRunTime;
}
impl<Op> SameAxes<DynRank, Op> for DynRank {
    type Check = AtRunTime;
}
