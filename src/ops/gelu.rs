//! `gelu`: the Gaussian error linear unit.

use super::MapIntoOutcome;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::elementary;
use crate::scalar::Real;
use crate::shape::{SameShape, Shape, op};

/// # Element by element
impl<T: Real, S: Shape, O: Ownership> Array<T, S, O> {
    /// The Gaussian error linear unit of each element: the element times the normal distribution's Φ of it.
    ///
    /// `out[i..] = a[i..] Φ(a[i..])`, `Φ(x) = (1 + erf(x / √2)) / 2`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, any rank.
    ///
    /// PyTorch's without its approximation by `tanh`; relative accuracy holds for negative elements, too, where the result
    /// is tiny. Of -∞ it is -0. (Hendrycks and Gimpel, Gaussian Error Linear Units, arXiv:1606.08415.)
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![-1., 0., 1., 9.].gelu(), array![-0.15865525393145705, 0., 0.8413447460685429, 9.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn gelu(&self) -> Array<T, S> {
        self.function(elementary::Gelu)
    }

    /// Writes [`gelu`](Array::gelu) into an existing array of the same shape.
    ///
    /// # Errors
    /// As [`map_into`](Array::map_into).
    #[inline]
    pub fn gelu_into<S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> MapIntoOutcome<S, S2>
    where
        S: SameShape<S2, op::map_into>,
    {
        self.function_into(out, elementary::Gelu)
    }
}
