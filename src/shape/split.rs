//! Shapes cut in two: the first `N` axes and the others, or the last `N` and the others.

use super::kind::AxisRules;
use super::rank::{NoShape, Rank, ShapeRules};
use super::which_axis::NOT_GIVEN;
use super::{Dim, Shape};
use crate::sealed::Seal;

/// Shapes with at least `N` axes: the first `N`, and the others. Sealed, as [`Shape`] is.
/// `With` is the shape of the other operand, or `()`; nothing depends on it (see `NoShape`).
pub trait SplitFront<const N: usize, Op, With>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The first `N` axes.
    type Front: Shape;
    /// The others.
    type Back: Shape;
    /// The first `N` axes, and the others.
    #[doc(hidden)]
    fn split_front(self) -> (Self::Front, Self::Back);
}
/// Shapes with at least `N` axes: all but the last `N`, and those. Sealed, as [`Shape`] is.
/// `With` is the shape of the other operand, or `()`; nothing depends on it (see `NoShape`).
pub trait SplitBack<const N: usize, Op, With>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// All axes but the last `N`.
    type Front: Shape;
    /// The last `N`.
    type Back: Shape;
    /// All axes but the last `N`, and those.
    #[doc(hidden)]
    fn split_back(self) -> (Self::Front, Self::Back);
}
// Blanket impls over tables, for the sake of messages: see `SameDim`.
impl<S: Shape, const N: usize, Op, With> SplitFront<N, Op, With> for S
where
    ShapeRules: FrontOf<S, N, S::Rank, Op, With>,
{
    const SEALED: Seal = Seal;
    type Front = <ShapeRules as FrontOf<S, N, S::Rank, Op, With>>::Front;
    type Back = <ShapeRules as FrontOf<S, N, S::Rank, Op, With>>::Back;
    #[inline(always)]
    fn split_front(self) -> (Self::Front, Self::Back) {
        <ShapeRules as FrontOf<S, N, S::Rank, Op, With>>::split(self)
    }
}
impl<S: Shape, const N: usize, Op, With> SplitBack<N, Op, With> for S
where
    ShapeRules: BackOf<S, N, S::Rank, Op, With>,
{
    const SEALED: Seal = Seal;
    type Front = <ShapeRules as BackOf<S, N, S::Rank, Op, With>>::Front;
    type Back = <ShapeRules as BackOf<S, N, S::Rank, Op, With>>::Back;
    #[inline(always)]
    fn split_back(self) -> (Self::Front, Self::Back) {
        <ShapeRules as BackOf<S, N, S::Rank, Op, With>>::split(self)
    }
}

/// The two tables, which differ in the end from which they count.
macro_rules! tables { ($($table:ident $leaf:ident;)+) => {$(
    /// The table behind `SplitFront` or `SplitBack`, by ranks.
    #[doc(hidden)]
    pub trait $table<S, const N: usize, Rank, Op, With> {
        #[doc(hidden)]
        const SEALED: Seal;
        type Front: Shape;
        type Back: Shape;
        fn split(shape: S) -> (Self::Front, Self::Back);
    }
    impl<Any, S, const N: usize, const R: usize, Op, With> $table<S, N, Rank<R>, Op, With> for Any
    where
        AxisRules: $leaf<S, N, R, Op, With>,
    {
        const SEALED: Seal = Seal;
        type Front = <AxisRules as $leaf<S, N, R, Op, With>>::Front;
        type Back = <AxisRules as $leaf<S, N, R, Op, With>>::Back;
        #[inline(always)]
        fn split(shape: S) -> (Self::Front, Self::Back) {
            <AxisRules as $leaf<S, N, R, Op, With>>::split(shape)
        }
    }
    /// `R` axes of which `N` can be told from the others; holds only if `N` is at most `R`.
    #[diagnostic::on_unimplemented(
        message = "`{Op}`: an array of rank {R} does not have {N} axes",
        label = "too few axes"
    )]
    pub trait $leaf<S, const N: usize, const R: usize, Op, With> {
        #[doc(hidden)]
        const SEALED: Seal;
        /// The axes in front.
        type Front: Shape;
        /// The axes after them.
        type Back: Shape;
        /// The axes in front, and those after them.
        fn split(shape: S) -> (Self::Front, Self::Back);
    }
    no_split!($leaf 0 1);
    not_given!($leaf);
)+};}
/// What holds of an axis that `AxisGiven` refuses.
macro_rules! not_given {
    ($leaf:ident) => {
        impl<X, S, const R: usize, Op, With: Shape> $leaf<S, NOT_GIVEN, R, Op, With> for X {
            const SEALED: Seal = Seal;
            type Front = ();
            type Back = ();
            fn split(_: S) -> ((), ()) {
                ((), ())
            }
        }
    };
}
/// What holds beside no shape.
macro_rules! no_split { ($leaf:ident $($number:literal)+) => {$(
    impl<X, S, const N: usize, const R: usize, Op> $leaf<S, N, R, Op, NoShape<$number>> for X {
        const SEALED: Seal = Seal;
        type Front = ();
        type Back = ();
        fn split(_: S) -> ((), ()) {
            ((), ())
        }
    }
)+};}
tables! {
    FrontOf HasFront;
    BackOf HasBack;
}

/// The numbers of axes in front, behind, and of all; the axes in front; those behind.
macro_rules! split { ($($front:literal $back:literal $all:literal: ($($A:ident)*; $($B:ident)*);)+) => {$(
    split!(@ HasFront $front $all ($($A)*; $($B)*));
    split!(@ HasBack $back $all ($($A)*; $($B)*));
)+};
    (@ $leaf:ident $n:literal $all:literal ($($A:ident)*; $($B:ident)*)) => {
        impl<X, $($A: Dim,)* $($B: Dim,)* Op, With: Shape> $leaf<($($A,)* $($B,)*), $n, $all, Op, With> for X {
            const SEALED: Seal = Seal;
            type Front = ($($A,)*);
            type Back = ($($B,)*);
            #[inline(always)]
            fn split(shape: ($($A,)* $($B,)*)) -> (Self::Front, Self::Back) {
                let ($($A,)* $($B,)*) = shape;
                (($($A,)*), ($($B,)*))
            }
        }
    };
}

#[allow(
    non_snake_case,
    clippy::unused_unit,
    reason = "in the table one letter stands for an axis and for its type, and () for no axes"
)]
mod table {
    use super::*;
    split! {
        0 0 0: (;);
        0 1 1: (; A);
        1 0 1: (A;);
        0 2 2: (; A B);
        1 1 2: (A; B);
        2 0 2: (A B;);
        0 3 3: (; A B C);
        1 2 3: (A; B C);
        2 1 3: (A B; C);
        3 0 3: (A B C;);
        0 4 4: (; A B C D);
        1 3 4: (A; B C D);
        2 2 4: (A B; C D);
        3 1 4: (A B C; D);
        4 0 4: (A B C D;);
        0 5 5: (; A B C D E);
        1 4 5: (A; B C D E);
        2 3 5: (A B; C D E);
        3 2 5: (A B C; D E);
        4 1 5: (A B C D; E);
        5 0 5: (A B C D E;);
        0 6 6: (; A B C D E F);
        1 5 6: (A; B C D E F);
        2 4 6: (A B; C D E F);
        3 3 6: (A B C; D E F);
        4 2 6: (A B C D; E F);
        5 1 6: (A B C D E; F);
        6 0 6: (A B C D E F;);
    }
}
