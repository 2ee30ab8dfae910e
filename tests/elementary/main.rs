//! Elementary functions: special values, exact results, errors in units of the last place, and the same bits for every length,
//! stride and form. Their bits on every path are in `golden`; all values of `f32` are in `proofs/ulps`.
#![cfg(all(feature = "alloc", any(feature = "std", feature = "libm")))]

mod accuracy;
mod forms;
mod softmax;
mod special;

use conformable::Real;

/// Whether both have the same bits, or are both NaN.
fn is_same<T: Real>(x: T, y: T) -> bool {
    x.is_nan() && y.is_nan() || x.integer_decode() == y.integer_decode()
}
