//! Which elements are NaN, finite or infinite, as arrays of `bool`.

use super::element_functions::element_functions;
use crate::array::{Array, Ownership};
use crate::scalar::Inexact;
use crate::shape::Shape;

element_functions! {
    /// Whether each element is no number; of a complex one, whether a part is none.
    is_nan(T: Inexact) -> bool = T::nan; "isnan": [1., f64::NAN] => [false, true];
    /// Whether each element is neither infinite nor NaN; of a complex one, whether both parts are.
    is_finite(T: Inexact) -> bool = T::finite; "isfinite": [1., f64::NAN, f64::INFINITY] => [true, false, false];
    /// Whether each element is infinite; of a complex one, whether a part is.
    is_infinite(T: Inexact) -> bool = T::infinite; "isinf": [1., f64::NEG_INFINITY] => [false, true];
}
