//! Floor 0: what an element must be able to do. `Scalar` is all that sums of products need;
//! `kind` lets the kernels recognise the primitive types.

mod arithmetic;
mod average;
mod cast;
mod close;
mod compensated;
#[cfg(feature = "num-complex-04")]
mod complex;
#[cfg(feature = "num-complex-04")]
mod complex_division;
#[cfg(all(feature = "num-complex-04", any(feature = "std", feature = "libm")))]
mod complex_norm;
#[cfg(any(feature = "std", feature = "libm"))]
mod field;
#[cfg(feature = "half-2")]
mod half;
mod inexact;
mod kind;
#[cfg(feature = "half-2")]
mod nearest;
#[cfg(any(feature = "std", feature = "libm"))]
mod norm_ord;
mod ordered;
mod primitive;
#[cfg(any(feature = "std", feature = "libm"))]
mod real;
#[allow(clippy::module_inception, reason = "the trait that the folder is about")]
mod scalar;
mod signed;
mod total;
mod widening;

pub use arithmetic::{
    Arithmetic, BitAnd, BitOr, BitXor, Complement, Divide, Negate, Remainder, ShiftLeft, ShiftRight, Subtract,
};
pub use average::{Average, Averaged, ByParts, Fraction, Laned};
pub use cast::Cast;
pub use close::{Close, Tolerance};
pub use compensated::Compensated;
#[cfg(any(feature = "std", feature = "libm"))]
pub use field::Field;
pub use inexact::Inexact;
pub use kind::{Kind, Repr};
#[cfg(feature = "half-2")]
pub(crate) use nearest::{bf16_of_f64, f16_of_f64};
#[cfg(any(feature = "std", feature = "libm"))]
pub use norm_ord::NormOrd;
pub use ordered::{OrderKind, OrderRepr, Ordered};
#[cfg(any(feature = "std", feature = "libm"))]
pub use real::{Normed, Real};
pub use scalar::Scalar;
pub use signed::{Magnitude, Signed};
pub(crate) use total::Total;
pub use total::Wide;
pub use widening::{NoNumber, NoNumberEither, PairKind, WidePair, Widening};
