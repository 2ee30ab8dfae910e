//! `scale_add`: `y += s x`, without an array between. BLAS calls it axpy.

#![allow(unsafe_code, reason = "hands operands of checked shapes to the kernels")]

use super::elementwise::{AssignOutcome, Onto, is_small, zip_assign};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::{self, MatMut, MatRef};
use crate::scalar::Scalar;
use crate::shape::op::{self, Operation};
use crate::shape::{BroadcastToShape, Check, Shape};

/// # Element by element
impl<T: Scalar, S: Shape, O: OwnershipMut> Array<T, S, O> {
    /// Adds a multiple of an array, `y += s * x`.
    ///
    /// `y[i..] = y[i..] + s * x[i..]`
    ///
    /// # Shapes
    /// `(Y..), (X..)`: `x` broadcasts to the shape of `y`, which does not change.
    ///
    /// As `y += s * x` in NumPy, with the same bits: each product is rounded before it is added. No array is made
    /// between. BLAS calls it `axpy`.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn`, or a rank is. `y` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let mut y = array![[1., 2.], [3., 4.]];
    /// y.scale_add(10., &array![1., 2.]);
    /// assert_eq!(y, array![[11., 22.], [13., 24.]]);
    /// ```
    ///
    /// The array does not grow:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1., 2.].scale_add(2., &array![1., 2., 3.]); // `scale_add`: axis of length 3 does not match ..
    /// ```
    #[doc(alias("scaled_add", "axpy"))]
    #[inline]
    pub fn scale_add<S2, O2: Ownership>(
        &mut self,
        s: T,
        x: &Array<T, S2, O2>,
    ) -> AssignOutcome<S, S2, op::scale_add>
    where
        S2: BroadcastToShape<S, op::scale_add>,
    {
        let name = op::scale_add::NAME;
        if const { is_small::<T, S>(O::CONTIGUOUS && O2::CONTIGUOUS) } {
            return S2::Check::wrap(zip_assign(self, x, name, |y, x| y.plus(s.times(x))));
        }
        // SAFETY: all elements of `y` are there.
        let add = |y: MatMut<'_, T>, x: MatRef<'_, T>| unsafe { kernel::axpy(y, s, x) };
        S2::Check::wrap(Onto::new(self, x, name).map(|both| both.planes(add)))
    }
}
