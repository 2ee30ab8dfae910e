//! `norm_squared`, and the elements of an array as kernels of norms take them.

#![allow(unsafe_code, reason = "hands the elements to the kernels as pointers with strides")]

use crate::array::{Array, Ownership};
use crate::kernel::contract::Axis;
use crate::kernel::elements::{self, Elements};
use crate::scalar::Scalar;
use crate::shape::{MAX_NDIM, Shape};

/// All elements of an array.
#[inline(always)]
pub(super) fn elements<T: Copy, S: Shape, O: Ownership>(a: &Array<T, S, O>) -> Elements<'_, T> {
    // SAFETY: the places of the positions of an array hold elements, which are borrowed as `a` is.
    unsafe { Elements::new(a.as_ptr(), a.dims().as_ref(), a.strides().as_ref()) }
}

/// The axes of an array around one of them.
#[cfg_attr(not(any(feature = "std", feature = "libm")), expect(dead_code, reason = "norms need a root"))]
pub(super) struct Around {
    /// Only the first `ndim` count.
    axes: [Axis; MAX_NDIM],
    ndim: usize,
    /// The length of the axis itself.
    pub(super) len: usize,
    /// The stride of the axis itself.
    pub(super) stride: isize,
}

#[cfg_attr(not(any(feature = "std", feature = "libm")), expect(dead_code, reason = "norms need a root"))]
impl Around {
    /// The axes around `axis`, which is one of `a`, and the strides of a result along them.
    #[inline(always)]
    pub(super) fn new<T, S: Shape, O: Ownership>(a: &Array<T, S, O>, axis: usize, out: &[isize]) -> Self {
        let (dims, strides) = (a.dims(), a.strides());
        let mut around =
            Around { axes: [Axis { len: 1, c: 0, a: 0, b: 0 }; MAX_NDIM], ndim: 0, len: 1, stride: 0 };
        for (i, (len, stride)) in dims.as_ref().iter().zip(strides.as_ref()).enumerate() {
            if i == axis {
                (around.len, around.stride) = (*len, *stride);
            } else {
                around.axes[around.ndim] = Axis { len: *len, c: out[around.ndim], a: *stride, b: *stride };
                around.ndim += 1;
            }
        }
        around
    }

    /// The axes around, outermost first.
    #[inline(always)]
    pub(super) fn axes(&self) -> &[Axis] {
        &self.axes[..self.ndim]
    }
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
