//! The shape rule of `reshape`: as many elements in other axes, of which one may be left open.
//!
//! The numbers of elements of static shapes are multiplied and compared as `typenum`'s numbers, of any size; only the
//! lengths that enter, and one that is inferred, must stand in its table.

use super::check::{AtRunTime, Check, Proven};
use super::dim::{Dim, Stretch};
use super::kind::{AxisRules, Length, Name, Stretches};
use super::lengths::{Known, LengthNumber, Nameless};
use super::named::NamedAxis;
use super::op::{self, Operation};
use super::rank::{NoShape, ShapeRules};
use super::{DimsD, Dyn, DynRank, Shape, checked_len};
use crate::error::ShapeError;
use crate::sealed::Seal;
use core::fmt::Debug;
use core::ops::{Div, Mul, Rem};
use typenum::{Cmp, U0, U1};

/// In a shape that is given to [`reshape`](crate::Array::reshape): the axis whose length follows from the number of
/// elements. [`shape!`](crate::shape!) spells it `_`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Infer;

/// The kind of the axis `Infer`, for the table of rules.
#[derive(Debug)]
pub enum Inferred {}

mod sealed {
    pub trait Sealed {}
}

/// An axis of a shape given to `reshape`: a [`Dim`], or [`Infer`]. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an axis",
    label = "an axis is `Const<N>`, `Dyn`, made by `axis!`, or one `Infer`"
)]
pub trait TargetAxis: Copy + Debug + sealed::Sealed {
    /// Whether the type says all that the caller has to say.
    #[doc(hidden)]
    type Known: Check;
    /// The kind, for the table of rules.
    #[doc(hidden)]
    type Kind;
    /// The axis, which is `Q` if it is left open.
    #[doc(hidden)]
    type Fill<Q: Dim>: Dim;
    /// How many axes are left open, if so many are before this one.
    #[doc(hidden)]
    type Count<Before: Open>: Open;
    /// The length, or `None` for one that is left open.
    #[doc(hidden)]
    fn given(self) -> Option<usize>;
    /// The axis of the type, if the type knows its length.
    #[doc(hidden)]
    fn of_type() -> Option<Self>;
}
impl<D: Dim> sealed::Sealed for D {}
#[diagnostic::do_not_recommend]
impl<D: Dim> TargetAxis for D {
    type Known = D::Known;
    type Kind = D::Axis<op::reshape>;
    type Fill<Q: Dim> = D;
    type Count<Before: Open> = Before;
    #[inline(always)]
    fn given(self) -> Option<usize> {
        Some(self.len())
    }
    #[inline(always)]
    fn of_type() -> Option<Self> {
        D::STATIC.and_then(D::from_len)
    }
}
impl sealed::Sealed for Infer {}
#[diagnostic::do_not_recommend]
impl TargetAxis for Infer {
    type Known = Proven;
    type Kind = Inferred;
    type Fill<Q: Dim> = Q;
    type Count<Before: Open> = Before::Next;
    #[inline(always)]
    fn given(self) -> Option<usize> {
        None
    }
    #[inline(always)]
    fn of_type() -> Option<Self> {
        Some(Infer)
    }
}

/// How many axes are left open.
#[doc(hidden)]
pub trait Open {
    #[doc(hidden)]
    const SEALED: Seal;
    type Next: Open;
}
/// No axis is left open.
#[derive(Clone, Copy, Debug)]
pub enum NoneOpen {}
/// One axis is.
#[derive(Clone, Copy, Debug)]
pub enum OneOpen {}
/// More than one.
#[derive(Clone, Copy, Debug)]
pub enum ManyOpen {}
impl Open for NoneOpen {
    const SEALED: Seal = Seal;
    type Next = OneOpen;
}
impl Open for OneOpen {
    const SEALED: Seal = Seal;
    type Next = ManyOpen;
}
impl Open for ManyOpen {
    const SEALED: Seal = Seal;
    type Next = ManyOpen;
}

/// A shape given to `reshape`, of which one axis may be [`Infer`]: a tuple, or [`DynRank`]. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a shape",
    label = "a shape is a tuple of at most 6 axes, as `shape![3, _]` spells it, or `DynRank`"
)]
pub trait TargetShape: Copy + Debug + sealed::Sealed {
    /// Whether the type says all that the caller has to say.
    #[doc(hidden)]
    type Known: Check;
    /// How many axes are left open.
    #[doc(hidden)]
    type Open: Open;
    /// The shape, whose open axis is `Q`.
    #[doc(hidden)]
    type Fill<Q: Dim>: Shape;
    /// The lengths, 1 for an open axis, and its number.
    #[doc(hidden)]
    fn given(self) -> (DimsD, Option<usize>);
    /// The shape of the type, if the type says all.
    #[doc(hidden)]
    fn of_type() -> Option<Self>;
}
impl sealed::Sealed for DynRank {}
impl TargetShape for DynRank {
    type Known = AtRunTime;
    type Open = NoneOpen;
    type Fill<Q: Dim> = DynRank;
    #[inline]
    fn given(self) -> (DimsD, Option<usize>) {
        (self.dims(), None)
    }
    #[inline]
    fn of_type() -> Option<Self> {
        None
    }
}
impl sealed::Sealed for () {}
impl TargetShape for () {
    type Known = Proven;
    type Open = NoneOpen;
    type Fill<Q: Dim> = ();
    #[inline(always)]
    fn given(self) -> (DimsD, Option<usize>) {
        (DimsD::truncated(&[]), None)
    }
    #[inline(always)]
    fn of_type() -> Option<Self> {
        Some(())
    }
}

/// The number of elements of a tuple as a number of `typenum`; an open axis counts as 1.
#[doc(hidden)]
pub trait Size<S, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Number;
}
impl<X, Op> Size<(), Op> for X {
    const SEALED: Seal = Seal;
    type Number = U1;
}

/// The length of an axis as a number, by kinds of axes.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the length of the axis `{D}` is not known here",
    label = "lengths that are type parameters cannot be multiplied",
    note = "`{Op}_as` takes the shape of the result"
)]
pub trait AxisNumber<D, Kind, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The number.
    type Number;
}
impl<X, D, const N: usize, Op> AxisNumber<D, Length<N>, Op> for X
where
    AxisRules: LengthNumber<N, Op>,
{
    const SEALED: Seal = Seal;
    type Number = <AxisRules as LengthNumber<N, Op>>::Number;
}
impl<X, D, Op> AxisNumber<D, Stretches, Op> for X {
    const SEALED: Seal = Seal;
    type Number = U1;
}
impl<X, D, Op> AxisNumber<D, Inferred, Op> for X {
    const SEALED: Seal = Seal;
    type Number = U1;
}
impl<X, D, A: NamedAxis, Op> AxisNumber<D, Name<A>, Op> for X
where
    AxisRules: Nameless<A, Op>,
{
    const SEALED: Seal = Seal;
    type Number = U1;
}

/// `And` over all axes.
macro_rules! known {
    ($D:ident) => { $D::Known };
    ($D:ident $($rest:ident)+) => { <$D::Known as Check>::And<known!($($rest)+)> };
}
/// The open axes of a list, counted from the last.
macro_rules! open {
    () => { NoneOpen };
    ($D:ident $($rest:ident)*) => { $D::Count<open!($($rest)*)> };
}
/// One line per rank: all axes but the last; the last.
macro_rules! targets { ($(($($I:ident)*) $L:ident;)+) => {$(
    impl<$($I: TargetAxis,)* $L: TargetAxis> sealed::Sealed for ($($I,)* $L,) {}
    #[diagnostic::do_not_recommend]
    impl<$($I: TargetAxis,)* $L: TargetAxis> TargetShape for ($($I,)* $L,) {
        type Known = known!($($I)* $L);
        type Open = open!($($I)* $L);
        type Fill<Q: Dim> = ($($I::Fill<Q>,)* $L::Fill<Q>,);
        #[inline(always)]
        fn given(self) -> (DimsD, Option<usize>) {
            let ($($I,)* $L,) = self;
            let given = [$($I.given(),)* $L.given()];
            (DimsD::truncated(&given.map(|len| len.unwrap_or(1))), given.iter().position(Option::is_none))
        }
        #[inline(always)]
        fn of_type() -> Option<Self> {
            Some(($($I::of_type()?,)* $L::of_type()?,))
        }
    }
    impl<X, $($I: TargetAxis,)* $L: TargetAxis, Op> Size<($($I,)* $L,), Op> for X
    where
        ShapeRules: Size<($($I,)*), Op>,
        AxisRules: AxisNumber<$L, $L::Kind, Op>,
        <ShapeRules as Size<($($I,)*), Op>>::Number: Mul<<AxisRules as AxisNumber<$L, $L::Kind, Op>>::Number>,
    {
        const SEALED: Seal = Seal;
        type Number = <<ShapeRules as Size<($($I,)*), Op>>::Number as Mul<
            <AxisRules as AxisNumber<$L, $L::Kind, Op>>::Number,
        >>::Output;
    }
)+};}
#[allow(non_snake_case, reason = "in the table one letter stands for an axis and for its type")]
mod table {
    use super::*;
    targets! {
        () A;
        (A) B;
        (A B) C;
        (A B C) D;
        (A B C D) E;
        (A B C D E) F;
    }
}

/// Shapes with as many elements as `To`, of which one axis may be left open. Sealed, as [`Shape`] is.
pub trait ReshapeShape<To>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
    /// The shape `To`, without an axis that is left open.
    type Output: Shape;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, To: TargetShape> ReshapeShape<To> for S
where
    ShapeRules: ReshapeRule<S, To, S::AllKnown, To::Known, To::Open>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as ReshapeRule<S, To, S::AllKnown, To::Known, To::Open>>::Check;
    type Output = <ShapeRules as ReshapeRule<S, To, S::AllKnown, To::Known, To::Open>>::Output;
}

/// The table behind `ReshapeShape`: whether all lengths are known, and how many are left open.
#[diagnostic::on_unimplemented(
    message = "`reshape`: the shape `{S}` may or may not have its lengths in the type",
    label = "an axis of any kind cannot be counted",
    note = "`reshape_as` takes the shape of the result"
)]
pub trait ReshapeRule<S, To, Known, ToKnown, Open> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
}
impl<X, S, To: TargetShape + Holds<S>> ReshapeRule<S, To, Proven, Proven, NoneOpen> for X {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = To::Fill<Stretch>;
}
impl<X, S, To: TargetShape + LeavesOpen<S>> ReshapeRule<S, To, Proven, Proven, OneOpen> for X {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = To::Fill<To::Axis>;
}

/// Shapes with as many elements as `S`.
// A trait of `To`: while the compiler looks for the method, it does not know that, and would compare the number of elements
// of `S` with every other.
#[doc(hidden)]
pub trait Holds<S> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<S, To> Holds<S> for To
where
    ShapeRules: Size<S, op::reshape> + Size<To, op::reshape>,
    SizeOf<S>: Cmp<SizeOf<To>>,
    <SizeOf<S> as Cmp<SizeOf<To>>>::Output: Verdict,
    AxisRules: SameSize<S, To, <<SizeOf<S> as Cmp<SizeOf<To>>>::Output as Verdict>::Sizes, op::reshape>,
{
    const SEALED: Seal = Seal;
}
/// Shapes with an open axis, whose length follows from the elements of `S`.
#[doc(hidden)]
pub trait LeavesOpen<S> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Axis: Dim;
}
impl<S, To> LeavesOpen<S> for To
where
    ShapeRules: Size<S, op::reshape> + Size<To, op::reshape>,
    AxisRules: SizeLeft<S, To, op::reshape>,
{
    const SEALED: Seal = Seal;
    type Axis = <AxisRules as SizeLeft<S, To, op::reshape>>::Axis;
}
/// The impls with a length known only at run time.
macro_rules! at_run_time { ($([$($params:tt)*] $Known:ident $ToKnown:ident $Open:ident $Axis:ty;)+) => {$(
    impl<X, S, To: TargetShape $($params)*> ReshapeRule<S, To, $Known, $ToKnown, $Open> for X {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = To::Fill<$Axis>;
    }
)+};}
at_run_time! {
    [, ToKnown] AtRunTime ToKnown NoneOpen Stretch;
    [, ToKnown] AtRunTime ToKnown OneOpen Dyn;
    [] Proven AtRunTime NoneOpen Stretch;
    [] Proven AtRunTime OneOpen Dyn;
}
impl<X, S, To: TargetShape, Known, ToKnown> ReshapeRule<S, To, Known, ToKnown, ManyOpen> for X
where
    AxisRules: OneUnknown<To, op::reshape>,
{
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = To::Fill<Dyn>;
}

// While the compiler looks for the method, it does not know `To`: if one rule alone could hold, it would take that for what
// was meant.
impl<X, S, To: TargetShape, Known, ToKnown> ReshapeRule<S, To, Known, ToKnown, NoShape<0>> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = To::Fill<Dyn>;
}

/// The number of elements of a shape.
type SizeOf<S> = <ShapeRules as Size<S, op::reshape>>::Number;

/// Two numbers of elements are one.
#[derive(Clone, Copy, Debug)]
pub enum Equal {}
/// Two numbers of elements are not one.
#[derive(Clone, Copy, Debug)]
pub enum Different {}
#[doc(hidden)]
pub trait Verdict {
    #[doc(hidden)]
    const SEALED: Seal;
    type Sizes;
}
impl Verdict for typenum::Equal {
    const SEALED: Seal = Seal;
    type Sizes = Equal;
}
impl Verdict for typenum::Less {
    const SEALED: Seal = Seal;
    type Sizes = Different;
}
impl Verdict for typenum::Greater {
    const SEALED: Seal = Seal;
    type Sizes = Different;
}

/// Holds for shapes with equal numbers of elements.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: cannot reshape array of shape `{S}` into shape `{To}`",
    label = "the numbers of elements differ"
)]
pub trait SameSize<S, To, Sizes, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, S, To, Op> SameSize<S, To, Equal, Op> for X {
    const SEALED: Seal = Seal;
}

/// The length of the open axis; holds if there is one, and it is in the table.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: cannot reshape array of shape `{S}` into shape `{To}`",
    label = "no length fits the open axis",
    note = "the compiler computes lengths up to 1024, and powers of two and ten; `{Op}_as` takes the shape of the result"
)]
pub trait SizeLeft<S, To, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis.
    type Axis: Dim;
}
#[diagnostic::do_not_recommend]
impl<X, S, To> SizeLeft<S, To, op::reshape> for X
where
    ShapeRules: Size<S, op::reshape> + Size<To, op::reshape>,
    SizeOf<S>: Rem<SizeOf<To>, Output = U0> + Div<SizeOf<To>, Output: Known>,
{
    const SEALED: Seal = Seal;
    type Axis = <<SizeOf<S> as Div<SizeOf<To>>>::Output as Known>::Axis;
}

/// Says that more than one axis is left open; holds for none.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: can only specify one unknown dimension",
    label = "more than one axis is left open in `{To}`"
)]
pub trait OneUnknown<To, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}

/// Shapes that say all in their type, so that none need be given as a value.
pub trait TargetOfType: TargetShape {}
impl<To: TargetShape> TargetOfType for To where AxisRules: NoValue<To, To::Known, op::reshape> {}

/// Holds for shapes that the type says.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: not all lengths are in the type `{To}`",
    label = "a length is known at run time only",
    note = "`{Op}_to` takes the shape as a value, and `_` in `shape![_, 3]` is a length that follows from the others"
)]
pub trait NoValue<To, Known, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, To, Op> NoValue<To, Proven, Op> for X {
    const SEALED: Seal = Seal;
}

/// The lengths of an array of these lengths that is reshaped, if there is such an array of `T`.
pub(crate) fn reshaped<T>(from: &[usize], to: impl TargetShape) -> Result<DimsD, ShapeError> {
    let (mut dims, open) = to.given();
    let size = from.iter().fold(1_usize, |n, d| n.wrapping_mul(*d));
    let refused = || ShapeError::cannot_reshape(op::reshape::NAME, from, dims.as_ref(), open);
    let mut given = 1_usize;
    for d in dims.as_ref() {
        // A length of 0 makes up for any other, which `checked_len` refuses.
        given = given.saturating_mul(*d);
    }
    if dims.contains(&0) {
        given = 0;
    }
    match open {
        None if given != size => return Err(refused()),
        None => {}
        Some(axis) => {
            let Some(len) = size.checked_div(given).filter(|len| len * given == size) else {
                return Err(refused());
            };
            dims.as_mut()[axis] = len;
        }
    }
    match checked_len::<T>(dims.as_ref()) {
        Some(_) => Ok(dims),
        None => Err(ShapeError::too_large(op::reshape::NAME, dims.as_ref())),
    }
}

/// Whether the types say that an array of the shape `S` can be reshaped into `Out`; `true` where they do not say.
pub(crate) const fn may_be_reshaped<S: Shape, Out: Shape>() -> bool {
    match (S::STATIC_LEN, Out::STATIC_LEN) {
        (Some(is), Some(must)) => is == must,
        _ => true,
    }
}
