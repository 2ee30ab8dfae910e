//! The names that most programs use: `use conformable::prelude::*;`.

#[cfg(feature = "macros")]
pub use crate::s;
pub use crate::{
    Array, Array3, Array4, Array5, Array6, ArrayD, ArrayView, ArrayViewMut, Const, Dim, Dyn, DynRank,
    IntoOption, IntoResult, Matrix, OrFailure, Scalar, Shape, ShapeError, StaticDim, Stretch, Vector, array,
    axis, shape,
};
