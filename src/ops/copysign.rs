//! `copysign`: the magnitudes of one array with the signs of another.

use super::Operand;
use super::elementwise::zip;
use crate::array::{Array, Outcome, Ownership};
use crate::scalar::Real;
use crate::shape::{ElementwiseShape, Mark, Shape, op};

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Each element with the sign of that of another array.
    ///
    /// `out[i..] = |a[i..]|` or `-|a[i..]|`, as the sign bit of `b[i..]` is
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map); a plain number goes with every shape.
    ///
    /// As `numpy.copysign`: zeros and NaN have signs, too.
    ///
    /// # Errors
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Panics
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., -2., 3.].copysign(&array![-1., 0., -0.]), array![-1., 2., -3.]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn copysign<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::copysign>,
    {
        zip(self, rhs.array(), Mark::<op::copysign>::NEW, T::copysign)
    }
}
