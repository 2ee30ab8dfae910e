//! `distance`: the norm of a difference.

use super::squared::elements;
use crate::array::{Array, Ownership};
use crate::error::ShapeError;
use crate::kernel::norm;
use crate::scalar::{Normed, Real};
use crate::shape::op::{self, Operation};
use crate::shape::{Check, DistanceShape, Shape};

impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The distance of two arrays as points: the 2-norm of their difference.
    ///
    /// `sqrt(sum over i.. of |a[i..] - b[i..]|²)`
    ///
    /// # Shapes
    /// `(A..), (A..) -> ()`, any rank.
    ///
    /// As `numpy.linalg.norm(a - b)`, with two differences: nothing broadcasts, and where the squares of the
    /// differences would overflow or vanish they are scaled, as in [`norm`](Array::norm).
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`] has both shapes.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1., 2.].distance(&array![4., 6.]), 5.);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1., 2.].distance(&array![1., 2., 3.]); // `distance`: axis of length 2 does not match axis of length 3
    /// ```
    #[inline]
    pub fn distance<R: Real, S2: Shape, O2: Ownership>(
        &self,
        rhs: &Array<T, S2, O2>,
    ) -> <S::Check as Check>::Wrap<R>
    where
        T: Normed<Norm = R>,
        S: DistanceShape<S2>,
    {
        let (dims, dims_rhs) = (self.dims(), rhs.dims());
        let result = if dims.as_ref() == dims_rhs.as_ref() {
            Ok(norm::distance(&elements(self), &elements(rhs)))
        } else {
            Err(ShapeError::wrong_shape(op::distance::NAME, dims_rhs.as_ref(), dims.as_ref()))
        };
        S::Check::wrap(result)
    }
}
