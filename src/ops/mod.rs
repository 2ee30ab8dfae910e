//! Floor 3: the operations, one file of its NumPy name each.
//!
//! An operation says what its axes are, and leaves loops and memory to a driver:
//!
//! | it makes | driver |
//! |---|---|
//! | sums of products | `product`, a trait for each operation |
//! | a result for each vector along an axis, or one that runs along it | `along`: `along_forms!`, `reduced`, `same_shape` |
//! | the same along several axes at once | `along_axes`: a row of `axes_forms!` |
//! | a result of all elements | `along`: `of_all!` |
//! | a result for each element, or pair of elements | `elementwise`: `zip`, `Onto` |
//! | an elementary function of each element | `elementary`: `function` |
//! | a result for each row of one array and each of another, by a kernel of its own | `pairs` |
//!
//! Drivers make the operands of kernels, which carry what the kernels rely on: lengths, strides, and the place of a result of
//! which [`Written`](crate::written::Written) proves that it is whole. So operations need no unsafe code of their own.

mod along;
mod along_axes;
mod any_all;
#[cfg(feature = "alloc")]
mod argwhere;
mod arithmetic;
mod arithmetic_into;
mod assign;
#[cfg(any(feature = "std", feature = "libm"))]
mod atan2;
mod batch;
mod bincount;
mod cast;
mod clamp;
mod compare;
mod constant;
#[cfg(any(feature = "std", feature = "libm"))]
mod copysign;
#[cfg(any(feature = "std", feature = "libm"))]
mod cosine_similarity;
mod cov;
mod cumsum;
mod diff;
#[cfg(any(feature = "std", feature = "libm"))]
mod distance;
mod dot;
mod dot_wide;
pub(crate) mod einsum;
mod element_functions;
#[cfg(any(feature = "std", feature = "libm"))]
mod elementary;
mod elementwise;
#[cfg(any(feature = "std", feature = "libm"))]
mod erf;
#[cfg(any(feature = "std", feature = "libm"))]
mod functions;
#[cfg(any(feature = "std", feature = "libm"))]
mod gelu;
mod histogram;
mod inner;
mod inner_compensated;
mod inner_wide;
mod is_nan;
mod isclose;
mod iter_sum;
mod kron;
#[cfg(any(feature = "std", feature = "libm"))]
mod lerp;
mod map;
mod matmul;
mod matmul_wide;
mod matvec;
mod maximum;
mod mean;
mod median;
mod min_max;
#[cfg(any(feature = "std", feature = "libm"))]
mod mul_add;
#[cfg(feature = "alloc")]
mod multi_dot;
#[cfg(any(feature = "std", feature = "libm"))]
mod norm;
mod norm_squared;
mod operand;
mod operators;
mod outer;
mod pairs;
mod percentile;
mod product;
#[cfg(any(feature = "std", feature = "libm"))]
mod rem_euclid;
#[cfg(any(feature = "std", feature = "libm"))]
mod rounding;
mod scale_add;
mod searchsorted;
mod select;
#[cfg(any(feature = "std", feature = "libm"))]
mod sigmoid;
mod sign;
#[cfg(any(feature = "std", feature = "libm"))]
mod sin_cos;
#[cfg(any(feature = "std", feature = "libm"))]
mod smoothstep;
#[cfg(any(feature = "std", feature = "libm"))]
mod softmax;
mod sort;
mod step;
mod sum;
mod tensordot;
mod topk;
mod trace;
#[cfg(feature = "alloc")]
mod unique;
mod var;
mod vdot;
mod vecdot;
mod vecmat;
mod wide;
mod zip_map;

#[cfg(any(feature = "std", feature = "libm"))]
pub use along::{AlongOutcome, PairIntoOutcome};
pub use any_all::TrueOrFalse;
pub use arithmetic::ElementOp;
pub use bincount::BinNumber;
pub use cov::{CovIntoOutcome, CovOutcome};
pub use elementwise::{AssignOutcome, ElementwiseIntoOutcome};
pub use histogram::Histogram;
pub use kron::KronAsCheck;
pub use map::MapIntoOutcome;
#[cfg(any(feature = "std", feature = "libm"))]
pub use mul_add::MulAddOutcome;
#[cfg(feature = "alloc")]
pub use multi_dot::{Chain, ChainOperand, MultiDot, MultiDotInto, multi_dot, multi_dot_into};
#[cfg(any(feature = "std", feature = "libm"))]
pub use norm::NormalizeIntoOutcome;
pub use operand::{Factor, Operand, SameElement};
pub use operators::{LeftSide, RightInto, RightSide};
pub use pairs::RowsIntoOutcome;
pub use product::IntoOutcome;
pub use searchsorted::Side;
pub use select::SelectOutcome;
#[cfg(any(feature = "std", feature = "libm"))]
pub use smoothstep::SmoothstepOutcome;
pub use topk::{TopK, TopKIntoOutcome};
