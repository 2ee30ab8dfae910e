//! `Check`: whether a shape rule was proven by the types or is left for run time, and the return type that
//! follows from it.

use super::filled::Filled;
use crate::error::ShapeError;

mod sealed {
    pub trait Sealed {}
    #[diagnostic::do_not_recommend]
    impl Sealed for super::Proven {}
    #[diagnostic::do_not_recommend]
    impl Sealed for super::AtRunTime {}
}

/// Whether a shape rule is [`Proven`] by the types or checked [`AtRunTime`]. Sealed: these two are all.
pub trait Check: Filled + sealed::Sealed {
    /// The check of two rules of which both must hold.
    type And<C: Check>: Check;
    /// What an operation with the result `X` returns: `X` itself, or a `Result`.
    type Wrap<X>;
    /// Gives the result of a checked operation the form that `Self` stands for.
    #[doc(hidden)]
    fn wrap<X>(result: Result<X, ShapeError>) -> Self::Wrap<X>;
    /// Gives a result that needs no check the form that `Self` stands for.
    #[doc(hidden)]
    #[inline(always)]
    fn done<X>(result: X) -> Self::Wrap<X> {
        Self::wrap(Ok(result))
    }
}

/// Nothing is left to check: the operation returns its value.
#[derive(Clone, Copy, Debug)]
pub enum Proven {}

/// A length that only run time knows takes part: the operation returns a `Result`.
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
}
