//! Which axis a call means, where it does not say so: `x.sum_axis()` without `::<0>`.
//!
//! An axis that nothing tells leaves the compiler with each rule that depends on it, and it prints them all. So each
//! operation with an axis asks for [`AxisGiven`] before its own rule. There the compiler meets an object type, and takes
//! the axis of that for what was meant: `NOT_GIVEN`, which is refused in one message, and for which every other rule
//! holds, so that no other message follows. Any other axis, and any that generic code leaves open, is none of the object's,
//! and given.
//!
//! A length of zero is told from others in the same way ([`LenArg`]), which no bound on a constant can do.
//!
//! That an object is a `Guess` in two ways, of which generic code sees one, is a hole in the language: whoever can name the
//! type could use it. So nobody outside can name `Guess`, `Given`, `NotGiven` or `AxisArg`.
#![allow(
    unreachable_pub,
    reason = "bounds of public methods must be public, and nobody is to name these types"
)]

use crate::sealed::Seal;

/// The number that an axis gets that a call does not name. No array has it.
pub(crate) const NOT_GIVEN: usize = usize::MAX / 3;

/// An axis that a call names.
#[derive(Debug)]
pub enum Given {}
/// An axis that it does not.
#[doc(hidden)]
#[derive(Debug)]
pub enum NotGiven {}

/// Whether an axis is given: `Given`, for all types but the object.
#[doc(hidden)]
pub trait Guess<const A: usize>: sealed::Sealed {
    type Axis;
}
// The impl for every type leaves room for no other.
mod sealed {
    pub trait Sealed {}
    impl<X: ?Sized> Sealed for X {}
}
impl<X: ?Sized, const A: usize> Guess<A> for X {
    type Axis = Given;
}
/// The object, which is a `Guess<NOT_GIVEN>` by itself: no impl for other axes is looked at before that.
type Object = dyn Guess<NOT_GIVEN, Axis = NotGiven>;

/// The axis `A`, if a call names it.
pub type AxisArg<const A: usize> = <Object as Guess<A>>::Axis;

/// The length zero.
#[doc(hidden)]
#[derive(Debug)]
pub enum Zero {}
/// The same of lengths: `Zero` for 0, `Given` for every other, and for one that generic code leaves open.
pub type LenArg<const N: usize> = <dyn Guess<0, Axis = Zero> as Guess<N>>::Axis;

/// A call of the operation `Op` names its axis; holds only for `AxisArg<A>` that do. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: which axis? The call does not name it",
    label = "write it after this name: `::<0>`, or `::<0, 1>` where there are two"
)]
pub trait AxisGiven<Axis, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, Op> AxisGiven<Given, Op> for X {
    const SEALED: Seal = Seal;
}
/// The same, of a call that has other parameters. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: which axis? The call does not name it",
    label = "write it after the name: `::<0, _>`, with `_` for each parameter to infer"
)]
pub trait AxisGivenFirst<Axis, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, Op> AxisGivenFirst<Given, Op> for X {
    const SEALED: Seal = Seal;
}

/// What a type says of the number of elements, when it does not say zero: [`Given`] of an axis, a tuple of those of a shape.
#[doc(hidden)]
pub trait SomeElements {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl SomeElements for Given {
    const SEALED: Seal = Seal;
}
/// One line for each rank.
macro_rules! all_have_some { ($(($($D:ident)*))+) => {$(
    #[diagnostic::do_not_recommend]
    impl<$($D: SomeElements,)*> SomeElements for ($($D,)*) {
        const SEALED: Seal = Seal;
    }
)+};}
all_have_some! { () (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }
