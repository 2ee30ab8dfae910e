//! Whether there is anything to choose from, or to join.
//!
//! An empty array has no minimum. A bound refuses a length of zero that the type of an array tells ([`HasElements`],
//! [`AxisHasElements`]). Where the length is a parameter of generic code the bound holds, and a constant that does not
//! compile, [`expect_elements`], refuses zero for each length that the code is called with: `cargo build` says so,
//! `cargo check` does not.

use super::which_axis::SomeElements;
use super::{Dim, Filled, RemoveAxis, Shape};
use crate::error::ConstText;
use crate::sealed::Seal;

/// What `max`, `argmax` and their kin of a whole array return: `X`, or an `Option` if the types do not know all lengths.
pub type OfAll<S, X> = <<S as Shape>::AllKnown as Filled>::Given<X>;

/// An array whose type does not say that it has no elements; holds for every other, in generic code, too. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: this array has no elements, and an empty array has no minimum or maximum",
    label = "one of the lengths in the type of the array is 0"
)]
pub trait HasElements<E, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
#[diagnostic::do_not_recommend]
impl<X, E: SomeElements, Op> HasElements<E, Op> for X {
    const SEALED: Seal = Seal;
}

/// What the type says of the elements along axis `A`.
pub type ElementsAlong<const A: usize, S, Op> = <<S as RemoveAxis<A, Op>>::Axis as Dim>::Elements;

/// The same of axis `A`. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: axis {A} has length 0, and an empty axis has no minimum or maximum",
    label = "this axis has length 0 in the type of the array"
)]
pub trait AxisHasElements<E, const A: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
#[diagnostic::do_not_recommend]
impl<X, E: SomeElements, const A: usize, Op> AxisHasElements<E, A, Op> for X {
    const SEALED: Seal = Seal;
}

/// A list of arrays whose type does not say that it is empty. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the list has no arrays, so the result has no shape",
    label = "need at least one array"
)]
pub trait HasArrays<E, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
#[diagnostic::do_not_recommend]
impl<X, E: SomeElements, Op> HasArrays<E, Op> for X {
    const SEALED: Seal = Seal;
}

/// Does not compile if axis `axis` has no elements by its type, where there must be some.
#[track_caller]
pub(crate) const fn expect_elements<D: Dim>(name: &str, axis: usize, needs_some: bool) {
    if needs_some && matches!(D::STATIC, Some(0)) {
        let text = ConstText::new().and("`").and(name).and("`: axis ").and_number(axis);
        text.and(" has length 0, and an empty axis has no minimum or maximum").refuse();
    }
}

/// Does not compile if the shape has no elements by its type.
#[track_caller]
pub(crate) const fn expect_any_elements<S: Shape>(name: &str) {
    if matches!(S::STATIC_LEN, Some(0)) {
        let text = ConstText::new().and("`").and(name).and("`: this array has no elements");
        text.and(", and an empty array has no minimum or maximum").refuse();
    }
}
