//! `scale_add`: `y += s x`, without an array between. BLAS calls it axpy.

#![allow(unsafe_code, reason = "hands operands of checked shapes to the kernels")]

use super::arithmetic::update_planes;
use super::elementwise::{AssignOutcome, is_small, zip_assign};
use crate::array::{Array, Ownership, OwnershipMut, stretched_to};
use crate::kernel::{self, MatMut, MatRef};
use crate::scalar::Scalar;
use crate::shape::op::{self, Operation};
use crate::shape::{BroadcastToShape, Check, Shape, broadcast_to_lens};

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
        let shape = self.shape();
        if let Err(e) = broadcast_to_lens(x.shape(), shape, name) {
            return S2::Check::wrap(Err(e));
        }
        // SAFETY: `x` broadcasts to the shape of `self`, which is borrowed mutably.
        unsafe {
            if O::CONTIGUOUS && O2::CONTIGUOUS && self.len() == x.len() {
                let len = x.len();
                let y = MatMut::new(self.as_mut_ptr(), [1, len], [0, 1]);
                kernel::axpy(y, s, MatRef::new(x.as_ptr(), [1, len], [0, 1]));
                return S2::Check::done(());
            }
            let x = stretched_to(x, shape);
            let strides = [self.strides(), x.strides()];
            let strides = [strides[0].as_ref(), strides[1].as_ref()];
            update_planes(self.as_mut_ptr(), shape.dims().as_ref(), strides, x.as_ptr(), |y, x| {
                kernel::axpy(y, s, x);
            });
        }
        S2::Check::done(())
    }
}
