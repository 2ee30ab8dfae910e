//! The axes of one shape and then of another: the result of a product whose operands keep their free axes.

use super::kind::AxisRules;
use super::{Dim, Shape};
use crate::sealed::Seal;

/// The axes of both shapes, in order, for the operation `Op`. Sealed, as [`Shape`] is.
pub trait Append<Rhs: Shape, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axes of `Self`, then those of `Rhs`.
    type Output: Shape;
    /// The axes of `self`, then those of `rhs`.
    fn append(self, rhs: Rhs) -> Self::Output;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<L: Shape + Both<R>, R: Shape, Op> Append<R, Op> for L
where
    AxisRules: AtMostSix<L::Fits, Op>,
{
    const SEALED: Seal = Seal;
    type Output = L::Axes;
    #[inline(always)]
    fn append(self, rhs: R) -> L::Axes {
        self.both(rhs)
    }
}

/// The table behind `Append`: one impl for each pair of ranks.
#[doc(hidden)]
pub trait Both<Rhs> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Fits;
    type Axes: Shape;
    fn both(self, rhs: Rhs) -> Self::Axes;
}

/// A rank that a tuple can have.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum UpToSix {}
/// A rank that no tuple has.
#[derive(Clone, Copy, Debug)]
pub enum MoreThanSix {}

/// Holds for ranks that a tuple can have.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the result would have more than 6 axes",
    label = "too many axes together",
    note = "tuples have at most 6 axes; `into_dyn()` gives arrays of up to 8"
)]
pub trait AtMostSix<Rank, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, Op> AtMostSix<UpToSix, Op> for X {
    const SEALED: Seal = Seal;
}

/// The axes of the left shape; the axes of the right shape.
macro_rules! append { ($(($($A:ident)*; $($B:ident)*))+) => {$(
    impl<$($A: Dim,)* $($B: Dim,)*> Both<($($B,)*)> for ($($A,)*) {
        const SEALED: Seal = Seal;
        type Fits = UpToSix;
        type Axes = ($($A,)* $($B,)*);
        #[inline(always)]
        fn both(self, rhs: ($($B,)*)) -> Self::Axes {
            let ($($A,)*) = self;
            let ($($B,)*) = rhs;
            ($($A,)* $($B,)*)
        }
    }
)+};}
/// The same where there is no result.
macro_rules! too_many { ($(($($A:ident)+; $($B:ident)+))+) => {$(
    impl<$($A: Dim,)+ $($B: Dim,)+> Both<($($B,)+)> for ($($A,)+) {
        const SEALED: Seal = Seal;
        type Fits = MoreThanSix;
        type Axes = ();
        fn both(self, _: ($($B,)+)) {}
    }
)+};}

#[allow(
    non_snake_case,
    clippy::unused_unit,
    reason = "in the table one letter stands for an axis and for its type, and () for no axes"
)]
mod table {
    use super::*;
    append! {
        (;) (; U) (; U V) (; U V W) (; U V W X) (; U V W X Y) (; U V W X Y Z)
        (A;) (A; U) (A; U V) (A; U V W) (A; U V W X) (A; U V W X Y)
        (A B;) (A B; U) (A B; U V) (A B; U V W) (A B; U V W X)
        (A B C;) (A B C; U) (A B C; U V) (A B C; U V W)
        (A B C D;) (A B C D; U) (A B C D; U V)
        (A B C D E;) (A B C D E; U)
        (A B C D E F;)
    }
    too_many! {
        (A; U V W X Y Z)
        (A B; U V W X Y) (A B; U V W X Y Z)
        (A B C; U V W X) (A B C; U V W X Y) (A B C; U V W X Y Z)
        (A B C D; U V W) (A B C D; U V W X) (A B C D; U V W X Y) (A B C D; U V W X Y Z)
        (A B C D E; U V) (A B C D E; U V W) (A B C D E; U V W X) (A B C D E; U V W X Y) (A B C D E; U V W X Y Z)
        (A B C D E F; U) (A B C D E F; U V) (A B C D E F; U V W) (A B C D E F; U V W X) (A B C D E F; U V W X Y)
        (A B C D E F; U V W X Y Z)
    }
}
