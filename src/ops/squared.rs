//! `norm_squared`, and the elements of an array as kernels of norms take them.

#![allow(unsafe_code, reason = "hands the elements to the kernels as pointers with strides")]

use crate::array::{Array, Ownership};
use crate::kernel::elements::{self, Elements};
use crate::scalar::Scalar;
use crate::shape::Shape;

/// All elements of an array.
#[inline(always)]
pub(super) fn elements<T: Copy, S: Shape, O: Ownership>(a: &Array<T, S, O>) -> Elements<'_, T> {
    // SAFETY: the places of the positions of an array hold elements, which are borrowed as `a` is.
    unsafe { Elements::new(a.as_ptr(), a.dims().as_ref(), a.strides().as_ref()) }
}

impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The sum of the squares of the elements.
    ///
    /// `sum over i.. of conj(a[i..]) * a[i..]`
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.vdot(a, a)`: integers wrap around, a complex number is multiplied by its conjugate (so that the
    /// imaginary part of the sum is zero), and for `bool` it is whether any is true. The sum of nothing is zero.
    /// Nothing is scaled: squares can overflow and vanish, which [`norm`](Array::norm) sees to.
    ///
    /// # Accuracy
    /// That of the dot product of the elements with themselves, whose bits these are.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![3, 4].norm_squared(), 25);
    /// assert_eq!(array![[1., 2.], [2., 4.]].norm_squared(), 25.);
    /// ```
    #[inline]
    pub fn norm_squared(&self) -> T
    where
        T: Scalar,
    {
        elements::squared(&elements(self))
    }
}
