//! The shape without one of its axes, which is given by its number, or with another in its place: what a reduction
//! over an axis leaves.

use super::last::{BACK_1, BACK_2, BACK_3, BACK_4, BACK_5, LAST, axis_number};
use super::op::Operation;
use super::rank::{AnyRank, Rank};
use super::shape::RemoveFrom;
use super::which_axis::NOT_GIVEN;
use super::{
    AtRunTime, AxisRules, Check, Dim, DimsD, Dyn, DynRank, Filled, OfAnyRank, Proven, Shape, Stretch,
};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes that have an axis number `A`, counted from 0; what is left without it. Sealed, as [`Shape`] is.
pub trait RemoveAxis<const A: usize, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that there is such an axis.
    type Check: Check;
    /// The other axes, in order.
    type Output: Shape;
    /// The axis.
    type Axis: Dim;
    /// Whether the types prove that the axis is there and has elements, if it has: see [`Filled`].
    type Filled: Filled;
    /// All axes, in order, with `D` in place of the axis.
    type With<D: Dim>: Shape;
    /// The other axes, or the error that there is no such axis.
    #[doc(hidden)]
    fn remove_axis(self) -> Result<Self::Output, ShapeError>;
    /// All axes with `axis` in place of the axis, or the error that there is no such axis.
    #[doc(hidden)]
    fn with_axis<D: Dim>(self, axis: D) -> Result<Self::With<D>, ShapeError>;
}
/// The shape `S` with a [`Stretch`] in place of axis `A`: what a reduction leaves that keeps the axis.
pub type KeptAxis<const A: usize, S, Op> = <S as RemoveAxis<A, Op>>::With<Stretch>;
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, const A: usize, Op: Operation> RemoveAxis<A, Op> for S
where
    S::Rules<Op>: RemoveFrom<S, A, S::Rank, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <S::Rules<Op> as RemoveFrom<S, A, S::Rank, Op>>::Known;
    type Output = <S::Rules<Op> as RemoveFrom<S, A, S::Rank, Op>>::Rest;
    type Axis = <S::Rules<Op> as RemoveFrom<S, A, S::Rank, Op>>::Axis;
    type Filled = <S::Rules<Op> as RemoveFrom<S, A, S::Rank, Op>>::Filled;
    type With<D: Dim> = <S::Rules<Op> as RemoveFrom<S, A, S::Rank, Op>>::Replaced<D>;
    #[inline(always)]
    fn remove_axis(self) -> Result<Self::Output, ShapeError> {
        <S::Rules<Op> as RemoveFrom<S, A, S::Rank, Op>>::remove_from(self)
    }
    #[inline(always)]
    fn with_axis<D: Dim>(self, axis: D) -> Result<Self::With<D>, ShapeError> {
        <S::Rules<Op> as RemoveFrom<S, A, S::Rank, Op>>::replace_in(self, axis)
    }
}

impl<X, S, const A: usize, const N: usize, Op: Operation> RemoveFrom<S, A, Rank<N>, Op> for X
where
    AxisRules: AxisExists<A, N, Op>,
    S: Without<<AxisRules as AxisExists<A, N, Op>>::At>,
{
    const SEALED: Seal = Seal;
    type Known = <AxisRules as AxisExists<A, N, Op>>::Known;
    type Rest = S::Rest;
    type Axis = S::Axis;
    type Filled = S::Filled;
    type Replaced<D: Dim> = S::With<D>;
    #[inline(always)]
    fn remove_from(shape: S) -> Result<S::Rest, ShapeError> {
        if const { N == 0 } { Err(no_last::<Op>()) } else { Ok(shape.without()) }
    }
    #[inline(always)]
    fn replace_in<D: Dim>(shape: S, axis: D) -> Result<S::With<D>, ShapeError> {
        if const { N == 0 } { Err(no_last::<Op>()) } else { Ok(shape.with(axis)) }
    }
}
// For every `S`, of which `DynRank` is the only one, so that messages do not list it.
impl<X, S: Shape, const A: usize, Op: Operation> RemoveFrom<S, A, AnyRank, Op> for X {
    const SEALED: Seal = Seal;
    type Known = AtRunTime;
    type Rest = DynRank;
    type Axis = Dyn;
    type Filled = OfAnyRank;
    type Replaced<D: Dim> = DynRank;
    #[inline]
    fn replace_in<D: Dim>(shape: S, axis: D) -> Result<DynRank, ShapeError> {
        let mut dims = DimsD::truncated(shape.dims().as_ref());
        let number = axis_number(A, dims.len());
        match dims.as_mut().get_mut(number) {
            Some(len) => *len = axis.len(),
            None => return Err(ShapeError::axis_out_of_bounds(Op::NAME, shape.dims().as_ref(), A)),
        }
        DynRank::join(&dims, &[], Op::NAME)
    }
    #[inline]
    fn remove_from(shape: S) -> Result<DynRank, ShapeError> {
        let dims = shape.dims();
        let dims = dims.as_ref();
        let axis = axis_number(A, dims.len());
        match (dims.get(..axis), dims.get(axis.saturating_add(1)..)) {
            (Some(before), Some(after)) => DynRank::join(before, after, Op::NAME),
            _ => Err(ShapeError::axis_out_of_bounds(Op::NAME, dims, A)),
        }
    }
}

/// The axis number `A`, for the tables of rules.
#[derive(Clone, Copy, Debug)]
pub enum At<const A: usize> {}

/// An axis that a shape of `N` axes has; holds only for `A < N`.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: axis {A} is out of bounds for array of dimension {N}",
    label = "there is no axis {A}, the first is axis 0, and the last is `LAST`"
)]
pub trait AxisExists<const A: usize, const N: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The number, counted from 0, as a type.
    type At;
    /// Whether the types prove it.
    type Known: Check;
}
/// One line for each number of axes: each axis counted from the start, and from the end.
macro_rules! exist { ($($n:literal: $($a:literal $back:ident),+;)+) => {$($(
    impl<X, Op> AxisExists<$a, $n, Op> for X {
        const SEALED: Seal = Seal;
        type At = At<$a>;
        type Known = Proven;
    }
    impl<X, Op> AxisExists<$back, $n, Op> for X {
        const SEALED: Seal = Seal;
        type At = At<$a>;
        type Known = Proven;
    }
)+)+};}
exist! {
    1: 0 LAST;
    2: 0 BACK_1, 1 LAST;
    3: 0 BACK_2, 1 BACK_1, 2 LAST;
    4: 0 BACK_3, 1 BACK_2, 2 BACK_1, 3 LAST;
    5: 0 BACK_4, 1 BACK_3, 2 BACK_2, 3 BACK_1, 4 LAST;
    6: 0 BACK_5, 1 BACK_4, 2 BACK_3, 3 BACK_2, 4 BACK_1, 5 LAST;
}
// `AxisGiven` refuses it.
impl<X, const N: usize, Op> AxisExists<NOT_GIVEN, N, Op> for X {
    const SEALED: Seal = Seal;
    type At = At<NOT_GIVEN>;
    type Known = Proven;
}
// Generic code may ask for the last axis of any shape; that there is none is then an error at run time.
impl<X, Op> AxisExists<LAST, 0, Op> for X {
    const SEALED: Seal = Seal;
    type At = At<LAST>;
    type Known = AtRunTime;
}
#[cold]
fn no_last<Op: Operation>() -> ShapeError {
    ShapeError::axis_out_of_bounds(Op::NAME, &[], LAST)
}

/// The table of shapes without one axis.
#[doc(hidden)]
pub trait Without<At> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Rest: Shape;
    type Axis: Dim;
    type Filled: Filled;
    type With<D: Dim>: Shape;
    fn without(self) -> Self::Rest;
    fn with<D: Dim>(self, axis: D) -> Self::With<D>;
}
// There is none to remove, which `AxisExists` says.
impl<At> Without<At> for () {
    const SEALED: Seal = Seal;
    type Rest = ();
    type Axis = Stretch;
    type Filled = OfAnyRank;
    type With<D: Dim> = ();
    fn without(self) {}
    fn with<D: Dim>(self, _: D) {}
}
/// One line per rank: the axes, of which none is number `NOT_GIVEN`.
macro_rules! not_given { ($(($($A:ident)+))+) => {$(
    impl<$($A: Dim),+> Without<At<NOT_GIVEN>> for ($($A,)+) {
        const SEALED: Seal = Seal;
        type Rest = ();
        type Axis = Dyn;
        type Filled = OfAnyRank;
        type With<Axis: Dim> = ();
        fn without(self) {}
        fn with<Axis: Dim>(self, _: Axis) {}
    }
)+};}
not_given! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }
/// The number of the axis; the axes before it; itself; the axes after it.
macro_rules! without { ($($a:literal ($($B:ident)*; $X:ident; $($C:ident)*))+) => {$(
    impl<$($B: Dim,)* $X: Dim, $($C: Dim,)*> Without<At<$a>> for ($($B,)* $X, $($C,)*) {
        const SEALED: Seal = Seal;
        type Rest = ($($B,)* $($C,)*);
        type Axis = $X;
        type Filled = $X::Known;
        type With<Axis: Dim> = ($($B,)* Axis, $($C,)*);
        #[inline(always)]
        fn with<Axis: Dim>(self, axis: Axis) -> Self::With<Axis> {
            let ($($B,)* _, $($C,)*) = self;
            ($($B,)* axis, $($C,)*)
        }
        #[inline(always)]
        fn without(self) -> Self::Rest {
            let ($($B,)* _, $($C,)*) = self;
            ($($B,)* $($C,)*)
        }
    }
)+};}

#[allow(
    non_snake_case,
    clippy::unused_unit,
    reason = "in the table one letter stands for an axis and for its type, and () for no axes"
)]
mod table {
    use super::*;
    without! {
        0 (; A;)
        0 (; A; B) 1 (A; B;)
        0 (; A; B C) 1 (A; B; C) 2 (A B; C;)
        0 (; A; B C D) 1 (A; B; C D) 2 (A B; C; D) 3 (A B C; D;)
        0 (; A; B C D E) 1 (A; B; C D E) 2 (A B; C; D E) 3 (A B C; D; E) 4 (A B C D; E;)
        0 (; A; B C D E F) 1 (A; B; C D E F) 2 (A B; C; D E F) 3 (A B C; D; E F) 4 (A B C D; E; F)
        5 (A B C D E; F;)
    }
}
