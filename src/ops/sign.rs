//! `abs` and `sign`.

use super::MapIntoOutcome;
use super::element_functions::element_functions;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::scalar::{Magnitude, Signed};
use crate::shape::{SameShape, Shape, op};

element_functions! {
    map map_into:
    /// Each element without its sign. The least of the signed integers, which has no counterpart, is itself.
    /// Of complex numbers (feature `num-complex-04`) it is real, `hypot` of their parts.
    abs abs_into<M>(T: Magnitude<Magnitude = M>) -> M = T::magnitude; "abs": [-1, 2, i32::MIN] => [1, 2, i32::MIN];
    /// The sign of each element: 1, 0 or -1; a NaN is itself, and both zeros give 0. ([`f64::signum`] gives 1 for 0.)
    sign sign_into(T: Signed) -> T = T::sign; "sign": [-2.5, 0., -0., 7.] => [-1., 0., 0., 1.];
}
