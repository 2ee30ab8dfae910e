//! Which elements are NaN, finite or infinite, as arrays of `bool`.

use super::MapIntoOutcome;
use super::element_functions::element_functions;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::scalar::Inexact;
use crate::shape::{SameShape, Shape, op};

element_functions! {
    map map_into:
    /// Whether each element is no number; of a complex one, whether a part is none.
    is_nan is_nan_into(T: Inexact) -> bool = T::nan; "isnan": [1., f64::NAN] => [false, true];
    /// Whether each element is neither infinite nor NaN; of a complex one, whether both parts are.
    is_finite is_finite_into(T: Inexact) -> bool = T::finite; "isfinite": [1., f64::NAN, f64::INFINITY] => [true, false, false];
    /// Whether each element is infinite; of a complex one, whether a part is.
    is_infinite is_infinite_into(T: Inexact) -> bool = T::infinite; "isinf": [1., f64::NEG_INFINITY] => [false, true];
}
