//! `norm_squared`, and the elements of an array as kernels of norms take them.

#![allow(unsafe_code, reason = "hands the elements to the kernels as pointers with strides")]

use super::around::{AxisIntoOutcome, along, along_into};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::axes::Axis;
use crate::kernel::elements::{self, Elements};
use crate::scalar::Scalar;
use crate::shape::op;
use crate::shape::{AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, RemoveAxis, SameShape, Shape};

/// All elements of an array.
#[inline(always)]
pub(super) fn elements<T: Copy, S: Shape, O: Ownership>(a: &Array<T, S, O>) -> Elements<'_, T> {
    // SAFETY: the places of the positions of an array hold elements, which are borrowed as `a` is.
    unsafe { Elements::new(a.as_ptr(), a.dims().as_ref(), a.strides().as_ref()) }
}

/// All elements of an array, if they stand one after another in row-major order.
#[inline(always)]
pub(super) fn as_slice<T, S: Shape, O: Ownership>(a: &Array<T, S, O>) -> Option<&[T]> {
    // SAFETY: an array that owns its elements, or of these strides, has as many one after another, borrowed as `a` is.
    (O::CONTIGUOUS || a.is_contiguous()).then(|| unsafe { core::slice::from_raw_parts(a.as_ptr(), a.len()) })
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
    #[doc(alias("length_squared", "magnitude_squared"))]
    #[inline]
    pub fn norm_squared(&self /* along an axis: `norm_squared_axis::<0>()` */) -> T
    where
        T: Scalar,
    {
        elements::squared(&elements(self))
    }

    /// The sums of the squares along axis `A`, counted from 0.
    ///
    /// `out[i.., j..] = sum over k of conj(a[i.., k, j..]) * a[i.., k, j..]`
    ///
    /// # Shapes
    /// The shape of the array without axis `A`; a vector gives the scalar itself.
    ///
    /// As `numpy.vecdot(a, a, axis=A)`, for every element type of [`norm_squared`](Array::norm_squared). An axis that
    /// is not there does not compile.
    ///
    /// # Errors
    /// Only for [`DynRank`](crate::DynRank): the result is then a `Result`, and a
    /// [`ShapeError`](crate::ShapeError) says that the axis is out of bounds, in NumPy's words.
    ///
    /// # Panics
    /// If the result has more elements than memory can hold, for an array without elements.
    ///
    /// # Accuracy
    /// That of the dot product of each vector with itself, whose bits these are.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[3, 4], [1, 2]];
    /// assert_eq!(a.norm_squared_axis::<0>(), array![10, 20]);
    /// assert_eq!(a.norm_squared_axis::<1>(), array![25, 5]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// // `norm_squared_axis`: axis 1 is out of bounds for array of dimension 1
    /// conformable::array![3, 4].norm_squared_axis::<1>();
    /// ```
    #[inline]
    #[track_caller]
    pub fn norm_squared_axis<const A: usize>(
        &self,
    ) -> Outcome<<S as RemoveAxis<A, op::norm_squared_axis>>::Check, S::Output, T>
    where
        AxisRules: AxisGiven<AxisArg<A>, op::norm_squared_axis>,
        T: Scalar,
        S: RemoveAxis<A, op::norm_squared_axis>,
    {
        // SAFETY: `squared_along` writes the sum at every position of the axes around.
        let sums = unsafe {
            along::<A, op::norm_squared_axis, _, _, _, _, _, _>(self, self, |out, around| {
                let Axis { len, a: stride, .. } = around.along;
                elements::squared_along(out, self.as_ptr(), around.axes(), len, stride);
            })
        };
        <S as RemoveAxis<A, op::norm_squared_axis>>::Check::wrap(sums)
    }

    /// Writes [`norm_squared_axis`](Array::norm_squared_axis) into an array that is already there, and allocates
    /// nothing.
    ///
    /// # Shapes
    /// `out` has the shape of the array without axis `A`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: an `out` of another shape, or an axis that is
    /// not there. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![[3, 4], [1, 2]].norm_squared_axis_into::<1, _, _>(&mut out);
    /// assert_eq!(out, array![25, 5]);
    /// ```
    #[inline]
    pub fn norm_squared_axis_into<const A: usize, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> AxisIntoOutcome<A, S, S2, op::norm_squared_axis, op::norm_squared_axis_into>
    where
        AxisRules: AxisGivenFirst<AxisArg<A>, op::norm_squared_axis_into>,
        T: Scalar,
        S: RemoveAxis<A, op::norm_squared_axis, Output: SameShape<S2, op::norm_squared_axis_into>>,
    {
        type Checked<C, S, S2> = <C as Check>::And<<S as SameShape<S2, op::norm_squared_axis_into>>::Check>;
        type Op = op::norm_squared_axis;
        // SAFETY: `squared_along` writes the sum at every position of the axes around.
        let done = unsafe {
            along_into::<A, Op, op::norm_squared_axis_into, _, _, _, _, _, _, _, _>(
                self,
                self,
                out,
                |out, around| {
                    let Axis { len, a: stride, .. } = around.along;
                    elements::squared_along(out, self.as_ptr(), around.axes(), len, stride);
                },
            )
        };
        Checked::<<S as RemoveAxis<A, Op>>::Check, <S as RemoveAxis<A, Op>>::Output, S2>::wrap(done)
    }
}
