//! `Filled`: whether there is anything to choose from, and the return type that follows from it.
//!
//! The smallest of no elements is not a number. A length of zero that is in the type is found by a constant that does
//! not compile, [`expect_elements`]: lengths of any size, and those that are parameters, cannot be told from zero by a
//! bound, so that `cargo build` says it, and `cargo check` does not.

use super::check::too_large;
use super::{AtRunTime, Dim, Proven, Shape};
use crate::error::{ConstText, ShapeError, ShapeErrorKind};

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

/// Does not compile if axis `axis` has no elements by its type, where there must be some.
#[track_caller]
pub(crate) const fn expect_elements<D: Dim>(name: &str, axis: usize, needs_some: bool) {
    if needs_some && matches!(D::STATIC, Some(0)) {
        let text = ConstText::new().and("`").and(name).and("`: axis ").and_number(axis);
        text.and(" has length 0, and of nothing there is no smallest or largest").refuse();
    }
}

/// Does not compile if the shape has no elements by its type.
#[track_caller]
pub(crate) const fn expect_any_elements<S: Shape>(name: &str) {
    if matches!(S::STATIC_LEN, Some(0)) {
        let text = ConstText::new().and("`").and(name).and("`: this array has no elements");
        text.and(", and of nothing there is no smallest or largest").refuse();
    }
}
