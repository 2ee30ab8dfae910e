//! The shape without the axes of a list, or with a `Stretch` in place of each: what a reduction over them leaves.

use super::op::Operation;
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::slots::{HasSlots, LeftAxes, Slots, SlotsOf, StretchedAxes, TakeAxis, left_axes};
use super::tensordot_axes::{Axes as List, AxisList, list};
use super::which_axis::SomeElements;
use super::{AtRunTime, Check, DimsD, DynRank, Filled, OfAnyRank, Proven, Shape};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes that have the axes of the list `P`, each named once; what is left without them. Sealed, as [`Shape`] is.
pub trait RemoveAxes<P, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that there are such axes.
    type Check: Check;
    /// The other axes, in order.
    type Output: Shape;
    /// All axes, in order, with a `Stretch` in place of those of the list.
    type Kept: Shape;
    /// The axes of the list.
    type Axes: Shape;
    /// Whether the types prove that the axes are there and have elements, if they have: see [`Filled`].
    type Filled: Filled;
    /// What the types say of the elements along the axes.
    #[doc(hidden)]
    type Elements: SomeElements;
    /// The other axes, or the error that there are no such axes.
    #[doc(hidden)]
    fn remove_axes(self) -> Result<Self::Output, ShapeError>;
    /// All axes with a `Stretch` in place of those of the list, or the error that there are no such axes.
    #[doc(hidden)]
    fn keep_axes(self) -> Result<Self::Kept, ShapeError>;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, P: AxisList, Op: Operation> RemoveAxes<P, Op> for S
where
    ShapeRules: RemoveAxesRule<S, P, KnownOf<S>, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as RemoveAxesRule<S, P, KnownOf<S>, Op>>::Check;
    type Output = <ShapeRules as RemoveAxesRule<S, P, KnownOf<S>, Op>>::Output;
    type Kept = <ShapeRules as RemoveAxesRule<S, P, KnownOf<S>, Op>>::Kept;
    type Axes = <ShapeRules as RemoveAxesRule<S, P, KnownOf<S>, Op>>::Axes;
    type Filled = <ShapeRules as RemoveAxesRule<S, P, KnownOf<S>, Op>>::Filled;
    type Elements = <Self::Axes as Shape>::Elements;
    #[inline(always)]
    fn remove_axes(self) -> Result<Self::Output, ShapeError> {
        let dims = self.dims();
        let (dims, list) = (dims.as_ref(), const { list::<P>() });
        // Of a rank in the type the compiler has compared the list with it.
        if const { S::STATIC_NDIM.is_none() } {
            expect_axes(Op::NAME, dims, list)?;
        }
        left_axes(dims, list).ok_or_else(|| no_such(Op::NAME, dims))
    }
    #[inline(always)]
    fn keep_axes(self) -> Result<Self::Kept, ShapeError> {
        let dims = self.dims();
        let (dims, list) = (dims.as_ref(), const { list::<P>() });
        if const { S::STATIC_NDIM.is_none() } {
            expect_axes(Op::NAME, dims, list)?;
        }
        let mut kept = DimsD::truncated(dims);
        for (axis, len) in kept.as_mut().iter_mut().enumerate() {
            if list.contains(&axis) {
                *len = 1;
            }
        }
        Shape::from_dims(kept.as_ref()).ok_or_else(|| no_such(Op::NAME, dims))
    }
}

/// An error unless a list names axes of an array with these lengths, each once.
pub(crate) fn expect_axes(op: &'static str, dims: &[usize], list: &[usize]) -> Result<(), ShapeError> {
    for (i, axis) in list.iter().enumerate() {
        if *axis >= dims.len() {
            return Err(ShapeError::axis_out_of_bounds(op, dims, *axis));
        }
        if list.iter().take(i).any(|before| before == axis) {
            return Err(ShapeError::doubled_axes(op, dims, &[]));
        }
    }
    Ok(())
}

#[cold]
fn no_such(op: &'static str, dims: &[usize]) -> ShapeError {
    ShapeError::no_such_axes(op, dims, &[])
}

/// The table behind `RemoveAxes`: whether the rank is known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait RemoveAxesRule<S, P, Known, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    type Kept: Shape;
    type Axes: Shape;
    type Filled: Filled;
}
/// What is left of the places of a shape.
type Rest<S, P, Op> = <ShapeRules as TakeList<SlotsOf<S>, P, Op>>::Rest;
/// The axes of the list.
type Listed<S, P, Op> = <ShapeRules as TakeList<SlotsOf<S>, P, Op>>::Axes;
// For every `Self`: rustc would list the impls for one type below a message.
impl<X, S: HasSlots, P, Op> RemoveAxesRule<S, P, KnownRank, Op> for X
where
    ShapeRules: TakeList<SlotsOf<S>, P, Op, Rest: LeftAxes<Op> + StretchedAxes>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = <Rest<S, P, Op> as LeftAxes<Op>>::Output;
    type Kept = <Rest<S, P, Op> as StretchedAxes>::Output;
    type Axes = Listed<S, P, Op>;
    type Filled = <Listed<S, P, Op> as Shape>::AllKnown;
}
impl<X, S: Shape, P, Op> RemoveAxesRule<S, P, AnyRank, Op> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    type Kept = DynRank;
    type Axes = DynRank;
    type Filled = OfAnyRank;
}

/// The axes that a list names, taken out of a tuple for the operation `Op`.
#[diagnostic::on_unimplemented(message = "`{P}` is not a list of axes", label = "`axes![0, 1]` spells one")]
#[doc(hidden)]
pub trait TakeList<L, P, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// They, in the order of the list.
    type Axes: Shape;
    /// The tuple without them.
    type Rest: Slots;
}
impl<X, L: Slots, Op> TakeList<L, (), Op> for X {
    const SEALED: Seal = Seal;
    type Axes = ();
    type Rest = L;
}
/// The axis of the number `A`, and what is left without it; then without `B`, and so on.
type Axis<L, const A: usize, Op> = <L as TakeAxis<A, Op, ()>>::Axis;
type L1<L, const A: usize, Op> = <L as TakeAxis<A, Op, ()>>::Rest;
type L2<L, const A: usize, const B: usize, Op> = L1<L1<L, A, Op>, B, Op>;
type L3<L, const A: usize, const B: usize, const C: usize, Op> = L1<L2<L, A, B, Op>, C, Op>;
type L4<L, const A: usize, const B: usize, const C: usize, const D: usize, Op> =
    L1<L3<L, A, B, C, Op>, D, Op>;
type L5<L, const A: usize, const B: usize, const C: usize, const D: usize, const E: usize, Op> =
    L1<L4<L, A, B, C, D, Op>, E, Op>;

/// One line per rank: the list, for each number in it the axes that it is taken from, and the last again.
// Not by recursion: while the compiler looks for the method, it does not know the list, and would try ever longer ones.
macro_rules! lists { ($($List:ty: $($A:ident $From:ty),+; $Z:ident $Last:ty;)+) => {$(
    impl<Any, L: Slots, Op, $(const $A: usize),+> TakeList<L, $List, Op> for Any
    where
        $($From: TakeAxis<$A, Op, ()>,)+
    {
        const SEALED: Seal = Seal;
        type Axes = ($(Axis<$From, $A, Op>,)+);
        type Rest = L1<$Last, $Z, Op>;
    }
)+};}
lists! {
    List<A>: A L; A L;
    List<A, List<B>>: A L, B L1<L, A, Op>; B L1<L, A, Op>;
    List<A, List<B, List<C>>>: A L, B L1<L, A, Op>, C L2<L, A, B, Op>; C L2<L, A, B, Op>;
    List<A, List<B, List<C, List<D>>>>:
        A L, B L1<L, A, Op>, C L2<L, A, B, Op>, D L3<L, A, B, C, Op>; D L3<L, A, B, C, Op>;
    List<A, List<B, List<C, List<D, List<E>>>>>:
        A L, B L1<L, A, Op>, C L2<L, A, B, Op>, D L3<L, A, B, C, Op>, E L4<L, A, B, C, D, Op>;
        E L4<L, A, B, C, D, Op>;
    List<A, List<B, List<C, List<D, List<E, List<F>>>>>>:
        A L, B L1<L, A, Op>, C L2<L, A, B, Op>, D L3<L, A, B, C, Op>, E L4<L, A, B, C, D, Op>,
        F L5<L, A, B, C, D, E, Op>; F L5<L, A, B, C, D, E, Op>;
}
