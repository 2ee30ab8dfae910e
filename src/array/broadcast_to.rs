//! `broadcast_to`: an array read as one of a larger shape.

#![allow(unsafe_code, reason = "makes views, whose invariants are stated at `ViewData`")]

use super::view::view_of;
use super::{Array, ArrayView, Ownership};
use crate::error::ShapeError;
use crate::shape::op::{self, Operation};
use crate::shape::{BroadcastToShape, Check, MAX_NDIM, Shape, broadcast_to_lens, checked_len};

/// # Shape
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// A view of the same elements under a larger shape: axes that are missing in front, and axes that stretch, have
    /// the same element at every position. Nothing is copied.
    ///
    /// # Shapes
    /// `(A..) -> (B..)`: aligned at the last axis, equal axes, missing ones, and [`Stretch`](crate::Stretch) to any
    /// axis. In a [`DynRank`](crate::DynRank) every axis of length 1 stretches.
    ///
    /// As `numpy.broadcast_to`, but a `Const<1>` or a `Dyn` does not stretch:
    /// [`insert_axis`](Array::insert_axis) makes an axis that does.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): they differ.
    ///
    /// # Panics
    /// If the shape has more elements than memory can hold, which needs a `Dyn` axis that meets no other. (Where the
    /// result is a `Result`, this too is an error.)
    ///
    /// # Example
    /// ```
    /// use conformable::{Const, Dyn, Matrix, array};
    /// let row = array![1, 2, 3];
    /// let rows = row.broadcast_to((Dyn(2), Const::<3>)); // proven: the axis 3 is 3, the other is new
    /// assert_eq!(rows.typed(), Ok(Matrix::new([[1, 2, 3], [1, 2, 3]]).view()));
    /// let column = array![1, 2];
    /// let columns = column.insert_axis::<1>();
    /// let columns = columns.broadcast_to((Const::<2>, Const::<3>));
    /// assert_eq!(columns, array![[1, 1, 1], [2, 2, 2]]);
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::{Const, array};
    /// // `broadcast_to`: axis of length 3 does not match axis of length 4
    /// array![1, 2, 3].broadcast_to((Const::<2>, Const::<4>));
    /// ```
    #[doc(alias = "broadcast")]
    #[inline]
    #[track_caller]
    pub fn broadcast_to<'s, 'x, S2: Shape>(
        &'s self,
        shape: S2,
    ) -> <S::Check as Check>::Wrap<ArrayView<'x, T, S2>>
    where
        S: BroadcastToShape<S2, op::broadcast_to>,
        O::Loan<'s>: 'x,
    {
        S::Check::wrap(self.stretched::<'s, 'x, S2>(shape, op::broadcast_to::NAME))
    }

    /// The view of this shape, or the error of the operation `op` that the array does not broadcast to it.
    #[inline(always)]
    pub(crate) fn stretched<'s, 'x, S2: Shape>(
        &'s self,
        shape: S2,
        op: &'static str,
    ) -> Result<ArrayView<'x, T, S2>, ShapeError>
    where
        O::Loan<'s>: 'x,
    {
        broadcast_to_lens(self.shape, shape, op)?;
        let dims = shape.dims();
        match checked_len::<T>(dims.as_ref()) {
            // SAFETY: checked just before.
            Some(_) => Ok(unsafe { stretched_to::<'s, 'x, T, S, O, S2>(self, shape) }),
            None => Err(ShapeError::too_large(op, dims.as_ref())),
        }
    }

    /// A copy of this shape, or the error of the operation `op` that the array does not broadcast to it.
    #[cfg(any(feature = "std", feature = "libm"))]
    #[inline(always)]
    pub(crate) fn stretched_to_owned<S2: Shape>(
        &self,
        shape: S2,
        op: &'static str,
    ) -> Result<Array<T, S2>, ShapeError>
    where
        T: Clone,
    {
        if const { crate::shape::are_known_same::<S, S2>() } {
            // SAFETY: as many elements, and storage of the shape (`from_parts`).
            return Ok(Array::from_parts(shape, unsafe { self.copied() }));
        }
        Ok(self.stretched(shape, op)?.to_owned())
    }
}

/// The view of an array under a shape to which its own broadcasts.
///
/// # Safety
/// From the last axis on, each axis of the array has the length of that of the shape, or the length 1. The number of
/// bytes is in range.
#[inline(always)]
pub(crate) unsafe fn stretched_to<'s, 'x, T, S: Shape, O: Ownership, S2: Shape>(
    a: &'s Array<T, S, O>,
    shape: S2,
) -> ArrayView<'x, T, S2>
where
    O::Loan<'s>: 'x,
{
    let (dims, target) = (a.dims(), shape.dims());
    let stretched = stretched_strides(dims.as_ref(), a.strides().as_ref(), target.as_ref());
    let strides = shape.strides_from(|axis| stretched.get(axis).copied().unwrap_or(0));
    // SAFETY: each position leads to an element of `a`: along axes that it has by its own stride and within its
    // length, along others and those of length 1 to position 0. Borrowed as `a` is.
    unsafe { view_of(shape, a.as_ptr(), strides) }
}

/// The strides along the axes of a shape to which an array broadcasts: 0 where it stretches.
#[inline(always)]
pub(crate) const fn stretched_strides(
    dims: &[usize],
    strides: &[isize],
    target: &[usize],
) -> [isize; MAX_NDIM] {
    let mut stretched = [0; MAX_NDIM];
    let missing = target.len().saturating_sub(dims.len());
    let mut i = 0;
    while i < dims.len() {
        if dims[i] == target[missing + i] {
            stretched[missing + i] = strides[i];
        }
        i += 1;
    }
    stretched
}
