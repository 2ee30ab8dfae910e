//! `sigmoid`: the logistic function.

use super::MapIntoOutcome;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::elementary;
use crate::scalar::Real;
use crate::shape::{SameShape, Shape, op};

/// # Element by element
impl<T: Real, S: Shape, O: Ownership> Array<T, S, O> {
    /// The logistic function of each element, from 0 to 1.
    ///
    /// `out[i..] = 1 / (1 + exp(-a[i..]))`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, any rank.
    ///
    /// As `scipy.special.expit`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![0., f64::INFINITY, f64::NEG_INFINITY].sigmoid(), array![0.5, 1., 0.]);
    /// ```
    #[doc(alias("expit", "logistic"))]
    #[inline]
    #[must_use]
    pub fn sigmoid(&self) -> Array<T, S> {
        self.function(elementary::Sigmoid)
    }

    /// Writes [`sigmoid`](Array::sigmoid) into an existing array of the same shape.
    ///
    /// # Errors
    /// As [`map_into`](Array::map_into).
    #[inline]
    pub fn sigmoid_into<S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> MapIntoOutcome<S, S2>
    where
        S: SameShape<S2, op::map_into>,
    {
        self.function_into(out, elementary::Sigmoid)
    }
}
