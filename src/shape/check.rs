//! `Check`: whether a shape rule was proven by the types or is left for run time, and the return type that
//! follows from it.

use crate::error::linalg::Failure;
use crate::error::{ShapeError, ShapeErrorKind};

mod sealed {
    pub trait Sealed {}
    #[diagnostic::do_not_recommend]
    impl Sealed for super::Proven {}
    #[diagnostic::do_not_recommend]
    impl Sealed for super::AtRunTime {}
    #[diagnostic::do_not_recommend]
    impl Sealed for super::OfAnyRank {}
}

/// Whether a shape rule is [`Proven`] by the types or checked [`AtRunTime`]. Sealed: these two are all.
pub trait Check: Filled + sealed::Sealed {
    /// The check of two rules of which both must hold.
    type And<C: Check>: Check;
    /// What an operation with the result `X` returns: `X` itself, or a `Result`.
    type Wrap<X>: IntoResult<X>;
    /// Gives the result of a checked operation the form that `Self` stands for.
    #[doc(hidden)]
    fn wrap<X>(result: Result<X, ShapeError>) -> Self::Wrap<X>;
    /// Gives a result that needs no check the form that `Self` stands for.
    #[doc(hidden)]
    #[inline(always)]
    fn done<X>(result: X) -> Self::Wrap<X> {
        Self::wrap(Ok(result))
    }
    /// What an operation with the result `X` returns that what a matrix holds can leave without one, by the error `E`:
    /// `Result<X, E>`, or a `Result<X, Failure<E>>`.
    type Try<X, E>: OrFailure<X, E>;
    /// Gives the outcome for shapes that fit the form that `Self` stands for.
    #[doc(hidden)]
    fn tried<X, E>(outcome: Result<X, E>) -> Self::Try<X, E>;
    /// Gives an error of shapes the form that `Self` stands for.
    #[doc(hidden)]
    fn refused<X, E>(error: ShapeError) -> Self::Try<X, E>;
}

/// What an operation of linear algebra returned, as a `Result` with a [`Failure`]: for generic code, where `Result<X, E>` or
/// `Result<X, Failure<E>>` follows from the axes.
///
/// ```
/// # #[cfg(any(feature = "std", feature = "libm"))] {
/// use conformable::prelude::*;
/// use conformable::{Failure, Singular};
/// fn newton_step<D: Dim>(
///     jacobian: &Array<f64, (D, D)>,
///     residual: &Array<f64, (D,)>,
/// ) -> Result<Array<f64, (D,)>, Failure<Singular>> {
///     jacobian.solve(residual).or_failure()
/// }
/// assert_eq!(newton_step(&array![[2., 0.], [0., 4.]], &array![1., 1.]), Ok(array![0.5, 0.25]));
/// # }
/// ```
pub trait OrFailure<X, E> {
    /// The value, or why there is none.
    ///
    /// # Errors
    /// That of the operation.
    fn or_failure(self) -> Result<X, Failure<E>>;
}
impl<X, E> OrFailure<X, E> for Result<X, E> {
    #[inline(always)]
    fn or_failure(self) -> Result<X, Failure<E>> {
        self.map_err(Failure::Value)
    }
}
impl<X, E> OrFailure<X, E> for Result<X, Failure<E>> {
    #[inline(always)]
    fn or_failure(self) -> Result<X, Failure<E>> {
        self
    }
}

/// What an operation returned, as a `Result`: for generic code, where `X` or `Result<X, ShapeError>` follows from the axes.
///
/// Whatever an operation on a `D: Dim` returns has this method, so that `?` works for every axis:
///
/// ```
/// use conformable::prelude::*;
/// fn gram<M: Dim, N: Dim>(a: &Array<f32, (M, N)>) -> Result<Array<f32, (N, N)>, ShapeError> {
///     a.t().matmul(a).into_result()
/// }
/// assert_eq!(gram(&array![[1., 2.], [0., 1.]])?, array![[1., 2.], [2., 5.]]);
/// # Ok::<(), ShapeError>(())
/// ```
pub trait IntoResult<X> {
    /// The value, or why there is none.
    ///
    /// # Errors
    /// That of the operation.
    fn into_result(self) -> Result<X, ShapeError>;
}
impl<X> IntoResult<X> for X {
    #[inline(always)]
    fn into_result(self) -> Result<X, ShapeError> {
        Ok(self)
    }
}
impl<X> IntoResult<X> for Result<X, ShapeError> {
    #[inline(always)]
    fn into_result(self) -> Result<X, ShapeError> {
        self
    }
}

/// Nothing is left to check: the operation returns its value.
#[derive(Clone, Copy, Debug)]
pub enum Proven {}

/// A length that is known only at run time takes part: the operation returns a `Result`.
#[derive(Clone, Copy, Debug)]
pub enum AtRunTime {}

impl Check for Proven {
    type And<C: Check> = C;
    type Wrap<X> = X;
    #[inline(always)]
    #[track_caller]
    fn wrap<X>(result: Result<X, ShapeError>) -> X {
        match result {
            Ok(x) => x,
            // The lengths agree by their types, so this is a result with more elements than memory can
            // hold: the counterpart of `Vec`'s "capacity overflow". It needs a `Dyn` axis.
            Err(e) => too_large(e),
        }
    }
    // Not through a `Result`, which moves a large result once more.
    #[inline(always)]
    fn done<X>(result: X) -> X {
        result
    }
    type Try<X, E> = Result<X, E>;
    #[inline(always)]
    fn tried<X, E>(outcome: Result<X, E>) -> Result<X, E> {
        outcome
    }
    // As in `wrap`.
    #[inline(always)]
    #[track_caller]
    fn refused<X, E>(error: ShapeError) -> Result<X, E> {
        too_large(error)
    }
}

#[cold]
#[inline(never)]
#[track_caller]
pub(super) fn too_large(e: ShapeError) -> ! {
    panic!("{e}")
}

impl Check for AtRunTime {
    type And<C: Check> = AtRunTime;
    type Wrap<X> = Result<X, ShapeError>;
    #[inline(always)]
    fn wrap<X>(result: Result<X, ShapeError>) -> Result<X, ShapeError> {
        result
    }
    type Try<X, E> = Result<X, Failure<E>>;
    #[inline(always)]
    fn tried<X, E>(outcome: Result<X, E>) -> Result<X, Failure<E>> {
        outcome.map_err(Failure::Value)
    }
    #[inline(always)]
    fn refused<X, E>(error: ShapeError) -> Result<X, Failure<E>> {
        Err(Failure::Shape(error))
    }
}

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
