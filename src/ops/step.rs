//! `step`: on which side of an edge.

use super::Operand;
use super::elementwise::zip;
use crate::array::{Array, Outcome, Ownership};
use crate::scalar::Scalar;
use crate::shape::{ElementwiseShape, Mark, Shape, op};

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// 0 where the element of another array is below that of this one, the edge, and 1 elsewhere.
    ///
    /// `out[i..] = 0` if `b[i..] < a[i..]`, else `1`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map); a plain number goes with every shape.
    ///
    /// As `step(a, b)` of GLSL and WGSL. Where one of both is NaN it is 1.
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
    /// assert_eq!(array![0.5, 0.5, 0.5].step(&array![0.4, 0.5, 2.]), array![0., 1., 1.]);
    /// assert_eq!(array![3, 5].step(&4), array![1, 0]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn step<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar + PartialOrd,
        S: ElementwiseShape<B::Shape, op::step>,
    {
        zip(self, rhs.array(), Mark::<op::step>::NEW, |edge, x| if x < edge { T::ZERO } else { T::ONE })
    }
}
