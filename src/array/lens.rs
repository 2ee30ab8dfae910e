//! How long an array is: its lengths, by axis and together.

use super::{Array, Ownership};
use crate::error::ShapeError;
use crate::shape::op::{self, Operation};
use crate::shape::{AxisArg, AxisAt, AxisGiven, AxisRules, Check, Dim, Shape, axis_number};

/// # Shape
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The length of each axis.
    ///
    /// `[usize; N]` for `N` axes, [`DimsD`](crate::DimsD) where the number of axes is known at run time. As `a.shape` in
    /// NumPy.
    #[doc(alias = "raw_dim")]
    #[doc(alias = "dim")]
    #[inline(always)]
    pub fn dims(&self) -> S::Dims {
        self.shape().dims()
    }

    /// The number of axes. As `a.ndim` in NumPy.
    #[doc(alias = "rank")]
    #[inline(always)]
    pub fn ndim(&self) -> usize {
        self.shape().ndim()
    }

    /// The number of elements, of all axes together. (NumPy's `len(a)` is the length of the first axis:
    /// [`len_of::<0>()`](Array::len_of), and of a matrix [`nrows`](Array::nrows).)
    ///
    /// As `a.size` in NumPy, and as the length of the slice with the same elements.
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6]];
    /// assert_eq!((m.len(), m.nrows(), m.ncols()), (6, 2, 3));
    /// ```
    #[doc(alias = "size")]
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.shape().size()
    }

    /// Whether there are no elements, that is, whether an axis has length 0.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The length of axis `A`, counted from 0. As `a.shape[A]` in NumPy, and for axis 0 as `len(a)`.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6]];
    /// assert_eq!((m.len_of::<0>(), m.len_of::<1>()), (2, 3));
    /// assert!(m.into_dyn().len_of::<2>().is_err());
    /// ```
    ///
    /// An axis that does not exist does not compile:
    /// ```compile_fail,E0277
    /// conformable::array![1, 2].len_of::<1>(); // `len_of`: axis 1 is out of bounds for array of dimension 1
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn len_of<const A: usize>(&self) -> <<S as AxisAt<A, op::len_of>>::Check as Check>::Wrap<usize> where AxisRules: AxisGiven<AxisArg<A>, op::len_of>,
        S: AxisAt<A, op::len_of>,
    {
        let dims = self.dims();
        let found = dims.as_ref().get(axis_number(A, dims.as_ref().len())).copied();
        <S as AxisAt<A, op::len_of>>::Check::wrap(
            found.ok_or_else(|| ShapeError::axis_out_of_bounds(op::len_of::NAME, dims.as_ref(), A)),
        )
    }
}

/// # Shape
/// Rows and columns of matrices.
impl<T, R: Dim, C: Dim, O: Ownership> Array<T, (R, C), O> {
    /// The number of rows: the length of the first axis.
    #[doc(alias = "rows")]
    #[inline(always)]
    pub fn nrows(&self) -> usize {
        self.dims()[0]
    }

    /// The number of columns: the length of the last axis.
    #[doc(alias = "cols")]
    #[inline(always)]
    pub fn ncols(&self) -> usize {
        self.dims()[1]
    }
}
