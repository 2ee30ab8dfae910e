//! conformable
#![cfg_attr(not(feature = "std"), no_std)]
#[cfg(feature = "alloc")]
extern crate alloc;

pub mod array;
mod error;
#[doc(hidden)]
pub mod kernel;
mod ops;
pub mod prelude;
pub mod scalar;
pub mod shape;
#[doc(hidden)]
pub mod simd;

pub use array::{
    Array, Array3, Array4, Array5, Array6, ArrayD, ArrayView, ArrayViewMut, Matrix, Outcome, Owned,
    Ownership, OwnershipMut, Vector, View, ViewMut,
};
pub use error::{ShapeError, ShapeErrorKind};
pub use ops::{Factor, IntoOutcome, Operand, SameElement};
pub use scalar::Scalar;
pub use shape::{
    AtRunTime, Check, Const, Dim, DimsD, Dyn, DynRank, Proven, Shape, SplitLast, StaticDim, StaticShape,
};
