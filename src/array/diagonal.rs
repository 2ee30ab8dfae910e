//! `diagonal`: two axes read as one, along which their positions are equal. Nothing is copied.

#![allow(unsafe_code, reason = "makes views, whose invariants are stated at `ViewData`")]

use super::view::{view_mut_of, view_of};
use super::{Array, ArrayView, ArrayViewMut, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::shape::{AxisArg, AxisGiven, AxisRules, Check, DiagonalShape, Itself, Shape, op};

/// # Views and parts
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The diagonal of the first two axes, `d[k.., i] = a[i, i, k..]`, as a view. Nothing is copied.
    ///
    /// # Shapes
    /// `(N, N, K..) -> (K.., N)`. If one of the two lengths is `Dyn`, the diagonal is as long as the shorter; two
    /// lengths in the types must be equal, for the types cannot say which is shorter.
    ///
    /// As `numpy.diagonal` without an offset. [`diagonal_axes`](Array::diagonal_axes) takes other axes.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if its rank is less than 2.
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6], [7, 8, 9]];
    /// assert_eq!(m.diagonal(), array![1, 5, 9]);
    /// ```
    #[inline]
    pub fn diagonal<'s, 'x, X>(&'s self) -> <X::Check as Check>::Wrap<ArrayView<'x, T, X::Output>>
    where
        S: Itself<X>,
        X: DiagonalShape<0, 1>,
        O::Loan<'s>: 'x,
    {
        X::Check::wrap(placed::<T, S, O, X, 0, 1>(self).map(|(shape, strides)| {
            // SAFETY: elements of `self`: those whose positions along both axes are equal, which are there up to the shorter
            // of both lengths. Borrowed as `self` is.
            unsafe { view_of(shape, self.as_ptr(), strides) }
        }))
    }

    /// The diagonal of the axes `A` and `B`, which is the last axis of the view; the others keep their order.
    ///
    /// # Shapes
    /// As [`diagonal`](Array::diagonal), with `A` and `B` counted from 0.
    ///
    /// As `numpy.diagonal` with `axis1` and `axis2`.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axes, or if both are one.
    ///
    /// ```
    /// use conformable::Array3;
    /// let cube = Array3::<usize, 2, 3, 2>::from_fn(|[i, j, k]| 100 * i + 10 * j + k);
    /// assert_eq!(cube.diagonal_axes::<0, 2>()[[2, 1]], 121);
    /// ```
    ///
    /// An axis that does not exist is a compile error:
    /// ```compile_fail,E0277
    /// use conformable::Matrix;
    /// Matrix::<f32, 2, 2>::ones().diagonal_axes::<0, 2>(); // `diagonal`: axis 2 is out of bounds
    /// ```
    #[inline]
    pub fn diagonal_axes<'s, 'x, const A: usize, const B: usize>(
        &'s self,
    ) -> <S::Check as Check>::Wrap<ArrayView<'x, T, <S as DiagonalShape<A, B>>::Output>>
    where
        AxisRules: AxisGiven<AxisArg<A>, op::diagonal> + AxisGiven<AxisArg<B>, op::diagonal>,
        S: DiagonalShape<A, B>,
        O::Loan<'s>: 'x,
    {
        S::Check::wrap(placed::<T, S, O, S, A, B>(self).map(|(shape, strides)| {
            // SAFETY: as in `diagonal`.
            unsafe { view_of(shape, self.as_ptr(), strides) }
        }))
    }

    /// A mutable view of the diagonal of the first two axes: as [`diagonal`](Array::diagonal).
    ///
    /// As `numpy.fill_diagonal` with [`fill`](Array::fill), for matrices that may have any elements there.
    ///
    /// # Errors
    /// As `diagonal`.
    ///
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut m = Matrix::<i32, 2, 2>::zeros();
    /// m.diagonal_mut().fill(3);
    /// m.diagonal_mut().add_assign(&array![0, 1]);
    /// assert_eq!(m, array![[3, 0], [0, 4]]);
    /// ```
    #[inline]
    pub fn diagonal_mut<X>(&mut self) -> <X::Check as Check>::Wrap<ArrayViewMut<'_, T, X::Output>>
    where
        S: Itself<X>,
        X: DiagonalShape<0, 1>,
        O: OwnershipMut,
    {
        X::Check::wrap(placed::<T, S, O, X, 0, 1>(self).map(|(shape, strides)| {
            // SAFETY: as in `diagonal`; the two axes are different ones, so different positions have different elements.
            unsafe { view_mut_of(shape, self.as_mut_ptr(), strides) }
        }))
    }

    /// A mutable view of the diagonal of the axes `A` and `B`: as [`diagonal_axes`](Array::diagonal_axes).
    ///
    /// # Errors
    /// As `diagonal_axes`.
    #[inline]
    pub fn diagonal_axes_mut<const A: usize, const B: usize>(
        &mut self,
    ) -> <S::Check as Check>::Wrap<ArrayViewMut<'_, T, <S as DiagonalShape<A, B>>::Output>>
    where
        AxisRules: AxisGiven<AxisArg<A>, op::diagonal> + AxisGiven<AxisArg<B>, op::diagonal>,
        S: DiagonalShape<A, B>,
        O: OwnershipMut,
    {
        S::Check::wrap(placed::<T, S, O, S, A, B>(self).map(|(shape, strides)| {
            // SAFETY: as in `diagonal_mut`.
            unsafe { view_mut_of(shape, self.as_mut_ptr(), strides) }
        }))
    }
}

/// The shape and the strides of the diagonal of the axes `A` and `B` of an array of shape `S`, which is `X`.
#[inline]
fn placed<T, S: Itself<X>, O: Ownership, X: DiagonalShape<A, B>, const A: usize, const B: usize>(
    a: &Array<T, S, O>,
) -> Result<(X::Output, <X::Output as Shape>::Strides), ShapeError> {
    let strides = a.strides();
    S::itself(a.shape()).diagonal_shape().map(|shape| {
        let stride = |axis: usize| strides.as_ref().get(axis).copied().unwrap_or(0);
        let (first, last) = (A.min(B), shape.ndim().wrapping_sub(1));
        let strides = shape.strides_from(|axis| match axis {
            _ if axis == last => stride(A).wrapping_add(stride(B)),
            _ if axis < first => stride(axis),
            _ if axis + 1 < A.max(B) => stride(axis + 1),
            _ => stride(axis + 2),
        });
        (shape, strides)
    })
}
