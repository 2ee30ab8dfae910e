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
    type Given<X>;
    /// Gives the result of an operation the form that `Self` stands for.
    #[doc(hidden)]
    fn give<X>(result: Result<X, ShapeError>) -> Self::Given<X>;
    /// The result as an `Option`, for generic code over axes of any kind; `None` for errors, too.
    ///
    /// ```
    /// use conformable::{Array, Dim, array, shape::Filled};
    /// fn largest<D: Dim>(a: &Array<f32, (D,)>) -> Option<f32> {
    ///     D::Known::option(a.max_axis::<0>())
    /// }
    /// assert_eq!(largest(&array![1., 3., 2.]), Some(3.));
    /// ```
    fn option<X>(wrapped: Self::Given<X>) -> Option<X>;
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
    #[inline(always)]
    fn option<X>(wrapped: X) -> Option<X> {
        Some(wrapped)
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
    #[inline(always)]
    fn option<X>(wrapped: Option<X>) -> Option<X> {
        wrapped
    }
}

#[diagnostic::do_not_recommend]
impl Filled for OfAnyRank {
    type Given<X> = Result<X, ShapeError>;
    #[inline(always)]
    fn give<X>(result: Result<X, ShapeError>) -> Result<X, ShapeError> {
        result
    }
    #[inline(always)]
    fn option<X>(wrapped: Result<X, ShapeError>) -> Option<X> {
        wrapped.ok()
    }
}

/// What `max`, `argmax` and their kin of a whole array return: `X`, or an `Option` if the types do not know all lengths.
pub type OfAll<S, X> = <<S as Shape>::AllKnown as Filled>::Given<X>;

/// Does not compile if axis `axis` has no elements by its type, where there must be some.
pub(crate) const fn expect_elements<D: Dim>(name: &str, axis: usize, needs_some: bool) {
    if needs_some && matches!(D::STATIC, Some(0)) {
        let text = ConstText::new().and("`").and(name).and("`: axis ").and_number(axis);
        panic!("{}", text.and(" has length 0, and of nothing there is no smallest or largest").as_str());
    }
}

/// Does not compile if the shape has no elements by its type.
pub(crate) const fn expect_any_elements<S: Shape>(name: &str) {
    if matches!(S::STATIC_LEN, Some(0)) {
        let text = ConstText::new().and("`").and(name).and("`: this array has no elements");
        panic!("{}", text.and(", and of nothing there is no smallest or largest").as_str());
    }
}
