//! `Filled`: whether there is anything to choose from, and the return type that follows from it.
//!
//! An empty array has no minimum. A bound refuses a length of zero that the type of an array tells ([`HasElements`],
//! [`AxisHasElements`]). Where the length is a parameter of generic code the bound holds, and a constant that does not
//! compile, [`expect_elements`], refuses zero for each length that the code is called with: `cargo build` says so,
//! `cargo check` does not.

use super::check::too_large;
use super::which_axis::Given;
use super::{AtRunTime, Dim, Proven, RemoveAxis, Shape};
use crate::error::{ConstText, ShapeError, ShapeErrorKind};
use crate::sealed::Seal;

/// Whether the types prove that an operation has elements to choose from: what `max`, `argmax_axis` and their kin return.
///
/// | the length is | they return |
/// |---|---|
/// | in the type, and not zero | the value |
/// | `Dyn` | an `Option`, `None` if there are no elements |
/// | that of an axis of a [`DynRank`](crate::DynRank) | a `Result`, for there may be no such axis either |
///
/// Sealed: [`Proven`], [`AtRunTime`] and [`OfAnyRank`] are all.
pub trait Filled: sealed::Sealed {
    /// What an operation with the result `X` returns.
    type Given<X>: IntoOption<X>;
    /// Gives the result of an operation the form that `Self` stands for.
    #[doc(hidden)]
    fn give<X>(result: Result<X, ShapeError>) -> Self::Given<X>;
    /// Gives a result that is there the form that `Self` stands for.
    #[doc(hidden)]
    #[inline(always)]
    fn given<X>(result: X) -> Self::Given<X> {
        Self::give(Ok(result))
    }
    /// The same as [`into_option`](IntoOption::into_option), under the name of the check.
    fn option<X>(wrapped: Self::Given<X>) -> Option<X> {
        wrapped.into_option()
    }
}

/// What `max`, `argmax` and their kin returned, as an `Option`: for generic code, where `X`, `Option<X>` or a `Result`
/// follows from the axes. Errors become `None`.
///
/// ```
/// use conformable::prelude::*;
/// fn largest<D: Dim>(a: &Array<f32, (D,)>) -> Option<f32> {
///     a.max_axis::<0>().into_option()
/// }
/// assert_eq!(largest(&array![1., 3., 2.]), Some(3.));
/// assert_eq!(largest(&Array::from(vec![])), None);
/// ```
pub trait IntoOption<X> {
    /// The value, if there is one.
    fn into_option(self) -> Option<X>;
}
impl<X> IntoOption<X> for X {
    #[inline(always)]
    fn into_option(self) -> Option<X> {
        Some(self)
    }
}
impl<X> IntoOption<X> for Option<X> {
    #[inline(always)]
    fn into_option(self) -> Option<X> {
        self
    }
}
impl<X> IntoOption<X> for Result<X, ShapeError> {
    #[inline(always)]
    fn into_option(self) -> Option<X> {
        self.ok()
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Proven {}
    impl Sealed for super::AtRunTime {}
    impl Sealed for super::OfAnyRank {}
}

/// The axis is one of a [`DynRank`](crate::DynRank): only run time knows whether it is there, and its length.
#[derive(Clone, Copy, Debug)]
pub enum OfAnyRank {}

#[diagnostic::do_not_recommend]
impl Filled for Proven {
    type Given<X> = X;
    // As for `Check`.
    #[inline(always)]
    fn given<X>(result: X) -> X {
        result
    }
    #[inline(always)]
    #[track_caller]
    fn give<X>(result: Result<X, ShapeError>) -> X {
        match result {
            Ok(x) => x,
            // There are elements, by `expect_elements`: this is a result that memory cannot hold.
            Err(e) => too_large(e),
        }
    }
}

#[diagnostic::do_not_recommend]
impl Filled for AtRunTime {
    type Given<X> = Option<X>;
    #[inline(always)]
    #[track_caller]
    fn give<X>(result: Result<X, ShapeError>) -> Option<X> {
        match result {
            Ok(x) => Some(x),
            Err(e) if e.kind() == ShapeErrorKind::NoElements => None,
            Err(e) => too_large(e),
        }
    }
}

#[diagnostic::do_not_recommend]
impl Filled for OfAnyRank {
    type Given<X> = Result<X, ShapeError>;
    #[inline(always)]
    fn give<X>(result: Result<X, ShapeError>) -> Result<X, ShapeError> {
        result
    }
}

/// What `max`, `argmax` and their kin of a whole array return: `X`, or an `Option` if the types do not know all lengths.
pub type OfAll<S, X> = <<S as Shape>::AllKnown as Filled>::Given<X>;

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
