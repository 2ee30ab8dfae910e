//! Axes taken out of a shape by their numbers, one after another, and those that are left.
//!
//! A number means the same axis whatever was taken before: an axis that is taken leaves `Taken` in its place.

use super::kind::AxisRules;
use super::rank::{NoShape, Rank, ShapeRules};
use super::which_axis::NOT_GIVEN;
use super::{Append, Dim, Dyn, Shape, Stretch};
use crate::sealed::Seal;

/// The place of an axis that is there.
#[derive(Clone, Copy, Debug)]
pub struct Free<D>(core::marker::PhantomData<D>);
/// The place of an axis that was taken out.
#[derive(Clone, Copy, Debug)]
pub enum Taken {}

/// A tuple of places of axes.
#[doc(hidden)]
pub trait Slots {
    #[doc(hidden)]
    const SEALED: Seal;
    type Rank;
}
/// A tuple of axes, with a place for each.
#[doc(hidden)]
pub trait HasSlots: Shape {
    type Slots: Slots;
}
/// The places of the axes of a shape.
pub(super) type SlotsOf<S> = <S as HasSlots>::Slots;

/// Tuples with an axis of the number `A` that was not taken yet, for the operation `Op`. `With` is the shape of the other
/// operand, or `()`; nothing depends on it (see `NoShape`).
#[doc(hidden)]
pub trait TakeAxis<const A: usize, Op, With>: Slots {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis.
    type Axis: Dim;
    /// The tuple without it.
    type Rest: Slots;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Slots, const A: usize, Op, With> TakeAxis<A, Op, With> for S
where
    ShapeRules: AxisOf<S, A, S::Rank, Op, With>,
{
    const SEALED: Seal = Seal;
    type Axis = <ShapeRules as AxisOf<S, A, S::Rank, Op, With>>::Axis;
    type Rest = <ShapeRules as AxisOf<S, A, S::Rank, Op, With>>::Rest;
}

/// The table behind `TakeAxis`, by ranks.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait AxisOf<S, const A: usize, Rank, Op, With> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Axis: Dim;
    type Rest: Slots;
}
// For every `Self`: rustc would list the impl for one type below a message.
impl<X, S, const A: usize, const N: usize, Op, With> AxisOf<S, A, Rank<N>, Op, With> for X
where
    AxisRules: HasAxis<S, A, N, Op, With>,
{
    const SEALED: Seal = Seal;
    type Axis = <AxisRules as HasAxis<S, A, N, Op, With>>::Axis;
    type Rest = <AxisRules as HasAxis<S, A, N, Op, With>>::Rest;
}

/// Axis `A` of `N`; holds only if `A` is less than `N`.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: axis {A} is out of bounds for array of dimension {N}",
    label = "there is no axis {A}, the first is axis 0"
)]
pub trait HasAxis<S, const A: usize, const N: usize, Op, With> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis.
    type Axis: Dim;
    /// The axes without it.
    type Rest: Slots;
}

/// An axis that was not taken yet.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: axis {A} is named twice",
    label = "each axis can be named once"
)]
pub trait NotTaken<Slot, const A: usize, Op, With> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis.
    type Axis: Dim;
}
impl<X, D: Dim, const A: usize, Op, With: Shape> NotTaken<Free<D>, A, Op, With> for X {
    const SEALED: Seal = Seal;
    type Axis = D;
}
/// What holds beside no shape.
macro_rules! no_axis { ($($number:literal)+) => {$(
    impl<X, S: Slots, const A: usize, const N: usize, Op> HasAxis<S, A, N, Op, NoShape<$number>> for X {
        const SEALED: Seal = Seal;
        type Axis = Dyn;
        type Rest = S;
    }
    impl<X, Slot, const A: usize, Op> NotTaken<Slot, A, Op, NoShape<$number>> for X {
        const SEALED: Seal = Seal;
        type Axis = Dyn;
    }
)+};}
no_axis! { 0 1 }
// `AxisGiven` refuses it.
impl<X, S: Slots, const N: usize, Op, With: Shape> HasAxis<S, NOT_GIVEN, N, Op, With> for X {
    const SEALED: Seal = Seal;
    type Axis = Dyn;
    type Rest = S;
}

/// The axes that a place stands for: one, or none if it was taken.
#[doc(hidden)]
pub trait Kept {
    #[doc(hidden)]
    const SEALED: Seal;
    type Axes: Shape;
    /// The axis, or a `Stretch` in its place.
    type OrStretch: Dim;
}
impl<D: Dim> Kept for Free<D> {
    const SEALED: Seal = Seal;
    type Axes = (D,);
    type OrStretch = D;
}
impl Kept for Taken {
    const SEALED: Seal = Seal;
    type Axes = ();
    type OrStretch = Stretch;
}

/// The axes of a tuple that were not taken, in order.
#[doc(hidden)]
pub trait LeftAxes<Op>: Slots {
    #[doc(hidden)]
    const SEALED: Seal;
    type Output: Shape;
}
/// All axes of a tuple, in order, with a `Stretch` in place of those that were taken.
#[doc(hidden)]
pub trait StretchedAxes: Slots {
    #[doc(hidden)]
    const SEALED: Seal;
    type Output: Shape;
}
impl StretchedAxes for () {
    const SEALED: Seal = Seal;
    type Output = ();
}
impl<Op> LeftAxes<Op> for () {
    const SEALED: Seal = Seal;
    type Output = ();
}
impl Slots for () {
    const SEALED: Seal = Seal;
    type Rank = Rank<0>;
}
impl HasSlots for () {
    type Slots = ();
}

/// One line per rank: the number of axes, all but the last, the last; then for each axis its number, those before
/// it, and those after it.
macro_rules! slots { ($($n:literal: ($($I:ident)*) $L:ident, $($a:literal ($($A:ident)*) $X:ident ($($B:ident)*)),+;)+) => {$(
    impl<$($I,)* $L> Slots for ($($I,)* $L,) {
        const SEALED: Seal = Seal;
        type Rank = Rank<$n>;
    }
    impl<$($I: Dim,)* $L: Dim> HasSlots for ($($I,)* $L,) {
        type Slots = ($(Free<$I>,)* Free<$L>,);
    }
    impl<$($I,)* $L: Kept, Op> LeftAxes<Op> for ($($I,)* $L,)
    where
        ($($I,)*): LeftAxes<Op>,
        <($($I,)*) as LeftAxes<Op>>::Output: Append<$L::Axes, Op>,
    {
        const SEALED: Seal = Seal;
        type Output = <<($($I,)*) as LeftAxes<Op>>::Output as Append<$L::Axes, Op>>::Output;
    }
    impl<$($I: Kept,)* $L: Kept> StretchedAxes for ($($I,)* $L,) {
        const SEALED: Seal = Seal;
        type Output = ($($I::OrStretch,)* $L::OrStretch,);
    }
    $(impl<Any, $($A,)* $X, $($B,)* Op, With: Shape> HasAxis<($($A,)* $X, $($B,)*), $a, $n, Op, With> for Any
    where
        AxisRules: NotTaken<$X, $a, Op, With>,
    {
        const SEALED: Seal = Seal;
        type Axis = <AxisRules as NotTaken<$X, $a, Op, With>>::Axis;
        type Rest = ($($A,)* Taken, $($B,)*);
    })+
)+};}
slots! {
    1: () A, 0 () A ();
    2: (A) B, 0 () A (B), 1 (A) B ();
    3: (A B) C, 0 () A (B C), 1 (A) B (C), 2 (A B) C ();
    4: (A B C) D, 0 () A (B C D), 1 (A) B (C D), 2 (A B) C (D), 3 (A B C) D ();
    5: (A B C D) E,
        0 () A (B C D E), 1 (A) B (C D E), 2 (A B) C (D E), 3 (A B C) D (E), 4 (A B C D) E ();
    6: (A B C D E) F,
        0 () A (B C D E F), 1 (A) B (C D E F), 2 (A B) C (D E F), 3 (A B C) D (E F), 4 (A B C D) E (F),
        5 (A B C D E) F ();
}

/// The shape `S` of the lengths of `dims` that `taken` does not name; `None` if they are not those of `S`.
#[inline(always)]
pub(super) fn left_axes<S: Shape>(dims: &[usize], taken: &[usize]) -> Option<S> {
    let mut left = [0; super::MAX_NDIM];
    let mut ndim = 0;
    for (axis, len) in dims.iter().enumerate() {
        if !taken.iter().fold(false, |is_taken, other| is_taken | (*other == axis)) {
            *left.get_mut(ndim)? = *len;
            ndim += 1;
        }
    }
    S::from_dims(left.get(..ndim)?)
}
