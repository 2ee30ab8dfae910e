//! `sin_cos`: the sine and the cosine at once.

use super::elementary::is_few;
use crate::array::{Array, Ownership};
use crate::kernel::elementary::sin_cos;
use crate::scalar::Real;
use crate::shape::Shape;

/// # Element by element
impl<T: Real, S: Shape, O: Ownership> Array<T, S, O> {
    /// The sine and the cosine of each element, an angle in radians, with the bits of [`sin`](Array::sin) and
    /// [`cos`](Array::cos).
    ///
    /// # Shapes
    /// `(A..) -> (A..), (A..)`, any rank.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let (sin, cos) = array![0., core::f64::consts::PI].sin_cos();
    /// assert_eq!((sin[0], cos), (0., array![1., -1.]));
    /// ```
    #[inline]
    #[must_use]
    pub fn sin_cos(&self) -> (Array<T, S>, Array<T, S>) {
        if const { is_few::<T, S>() } {
            // What is left of an angle serves both.
            let both = self.map(sin_cos);
            return (both.map(|[sin, _]| sin), both.map(|[_, cos]| cos));
        }
        (self.sin(), self.cos())
    }
}
