//! `erf`: the error function.

use super::MapIntoOutcome;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::elementary;
use crate::scalar::Real;
use crate::shape::{SameShape, Shape, op};

/// # Element by element
impl<T: Real, S: Shape, O: Ownership> Array<T, S, O> {
    /// The error function of each element, from -1 to 1.
    ///
    /// `out[i..] = 2/√π ∫ exp(-t²) dt`, from 0 to `a[i..]`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, any rank.
    ///
    /// As `scipy.special.erf`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![0., 0.5, f64::INFINITY].erf(), array![0., 0.5204998778130465, 1.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn erf(&self) -> Array<T, S> {
        self.function(elementary::Erf)
    }

    /// Writes [`erf`](Array::erf) into an existing array of the same shape.
    ///
    /// # Errors
    /// As [`map_into`](Array::map_into).
    #[inline]
    pub fn erf_into<S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> MapIntoOutcome<S, S2>
    where
        S: SameShape<S2, op::map_into>,
    {
        self.function_into(out, elementary::Erf)
    }
}
