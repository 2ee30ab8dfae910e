//! `sliding_windows`: all windows of a size along an axis, as one view. Nothing is copied.

#![allow(unsafe_code, reason = "makes views, whose invariants are stated at `ViewData`")]

use super::axes::check_axis;
use super::view::view_of;
use super::{Array, ArrayView, Ownership, PartsCheck};
use crate::error::{ShapeError, ShapeErrorKind, must};
use crate::shape::op::{self, Operation};
use crate::shape::{
    AxisArg, AxisGivenFirst, AxisRules, Check, DimsD, Shape, SlidingShape, axis_number, checked_len,
    shape_of_type,
};

/// Whether the types prove that windows have the shape `Out`, as [`Array::sliding_windows_as`] checks.
pub type SlidingAsCheck<S, Out> = PartsCheck<S, Out>;

/// # Views and parts
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The windows of `K` positions along axis `A`, as a view with an axis more: at each place one, which overlap. Nothing is
    /// copied, and so the view only reads.
    ///
    /// `out[.., i, .., k] = a[.., i + k, ..]`
    ///
    /// # Shapes
    /// `(A.., N, B..) -> (A.., N - K + 1, B.., K)`. A length in the type has `K` positions at least, or this does not compile;
    /// the compiler computes lengths up to 1024, and [`sliding_windows_as`](Array::sliding_windows_as) takes the shape of the
    /// result. Windows along several axes are windows of windows.
    ///
    /// As `numpy.lib.stride_tricks.sliding_window_view(a, K, axis=A)`. [`windows`](Array::windows) goes through them one by
    /// one.
    ///
    /// # Errors
    /// Only if the length is known at run time (or the rank is): fewer positions than `K`, or no such axis.
    ///
    /// # Panics
    /// If the view has more positions than a `usize` can count, and no length is left for run time.
    ///
    /// # Example
    /// A convolution is one [`einsum!`](crate::einsum!):
    /// ```
    /// use conformable::{Matrix, array, einsum};
    /// let image = Matrix::<i32, 4, 5>::from_fn(|[i, j]| (i * j) as i32);
    /// let filter = array![[0, 1], [-1, 0]];
    /// let windows = image.sliding_windows::<0, 2>().sliding_windows::<1, 2>(); // (3, 4, 2, 2)
    /// let edges: Matrix<i32, 3, 4> = einsum!("ijkl,kl->ij", windows, filter);
    /// assert_eq!(edges, Matrix::from_fn(|[i, j]| (i * (j + 1)) as i32 - ((i + 1) * j) as i32));
    /// ```
    ///
    /// A window longer than the axis does not compile:
    /// ```compile_fail,E0277
    /// conformable::array![1, 2].sliding_windows::<0, 3>(); // an axis of length 2 does not have 3 positions
    /// ```
    #[doc(alias = "sliding_window_view")]
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn sliding_windows<'s, 'x, const A: usize, const K: usize>(&'s self) -> <S::Check as Check>::Wrap<ArrayView<'x, T, S::Output>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::sliding_windows>,
        O::Loan<'s>: 'x,
        S: SlidingShape<A, K>,
    {
        const { must(K > 0, "`sliding_windows`: a part of 0 positions is none") };
        const {
            must(may_slide::<T, S, S::Output>(A, K), "the rule of `sliding_windows` gave another shape");
        }
        S::Check::wrap(self.slid::<S::Output>(op::sliding_windows::NAME, A, K).map(|(shape, strides)| {
            // SAFETY: from each of the `N - K + 1` places, `K` positions of axis `A` are there: elements of `self`, borrowed
            // as `self` is.
            unsafe { view_of(shape, self.as_ptr(), strides) }
        }))
    }

    /// Windows as [`sliding_windows`](Array::sliding_windows), in the shape `Out`, which the caller names: for lengths that
    /// are parameters, and for those that the compiler does not compute.
    ///
    /// # Errors
    /// Only if a length is known at run time (or a rank is): an `Out` that windows do not have.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, shape};
    /// // A moving sum of three.
    /// fn moving<const N: usize, const M: usize>(x: &Vector<i32, N>) -> Vector<i32, M> {
    ///     x.sliding_windows_as::<0, 3, shape![{ M }, 3]>().sum_axis::<1>()
    /// }
    /// assert_eq!(moving::<4, 2>(&Vector::new([1, 2, 3, 4])), Vector::new([6, 9]));
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn sliding_windows_as<'s, 'x, const A: usize, const K: usize, Out: Shape>(&'s self) -> <SlidingAsCheck<S, Out> as Check>::Wrap<ArrayView<'x, T, Out>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::sliding_windows>,
        O::Loan<'s>: 'x,
    {
        const { must(may_slide::<T, S, Out>(A, K), "`sliding_windows_as`: windows do not have this shape") };
        <SlidingAsCheck<S, Out>>::wrap(self.slid::<Out>("sliding_windows_as", A, K).map(
            |(shape, strides)| {
                // SAFETY: as in `sliding_windows`.
                unsafe { view_of(shape, self.as_ptr(), strides) }
            },
        ))
    }

    /// The shape of the windows, and its strides.
    #[inline(always)]
    fn slid<Out: Shape>(
        &self,
        op: &'static str,
        axis: usize,
        window: usize,
    ) -> Result<(Out, Out::Strides), ShapeError> {
        let (dims, strides) = (self.dims(), self.strides());
        let ndim = dims.as_ref().len();
        let stride = |axis: usize| strides.as_ref().get(axis).copied().unwrap_or(0);
        let strides = |shape: Out, axis: usize| {
            shape.strides_from(|i| if i == ndim { stride(axis) } else { stride(i) })
        };
        // `may_slide` has compared them.
        if const { S::STATIC_LEN.is_some() && Out::STATIC_LEN.is_some() }
            && let Some(shape) = shape_of_type::<Out>()
        {
            return Ok((shape, strides(shape, axis_number(axis, ndim))));
        }
        let axis = check_axis(op, dims.as_ref(), axis)?;
        let Some(all) = DimsD::join(dims.as_ref(), &[window]) else {
            return Err(ShapeError::too_many_axes(op, dims.as_ref().len() + 1));
        };
        let mut all = all;
        match all.as_mut().get_mut(axis).map(|len| (len.checked_sub(window), len)) {
            Some((Some(left), len)) => *len = left + 1,
            _ => return Err(ShapeError::about(op, ShapeErrorKind::WindowTooLong(window), dims.as_ref())),
        }
        // Places and positions together may be more than the elements that they lead to.
        if checked_len::<T>(&all).is_none() {
            return Err(ShapeError::too_large(op, &all));
        }
        match Out::from_dims(&all) {
            Some(shape) => Ok((shape, strides(shape, axis))),
            None => Err(ShapeError::wrong_shape_of::<Out>(op, &all)),
        }
    }
}

/// Whether the types say that windows have this shape; `true` where they do not say.
const fn may_slide<T, S: Shape, Out: Shape>(axis: usize, window: usize) -> bool {
    let (Some(n), Some(ndim)) = (S::STATIC_NDIM, Out::STATIC_NDIM) else { return window > 0 };
    let axis = axis_number(axis, n);
    if window == 0 || ndim != n + 1 || axis >= n {
        return false;
    }
    let (Some(dims), Some(out)) = (S::STATIC_DIMS, Out::STATIC_DIMS) else { return true };
    let mut i = 0;
    while i < n {
        let len = if i == axis { (dims[i] + 1).saturating_sub(window) } else { dims[i] };
        if out[i] != len || i == axis && len == 0 {
            return false;
        }
        i += 1;
    }
    // Places and positions together may be more than the elements that they lead to.
    let bytes = if size_of::<T>() == 0 { 1 } else { size_of::<T>() };
    let few = match Out::STATIC_LEN {
        Some(len) => len <= isize::MAX as usize / bytes,
        None => true,
    };
    few && out[n] == window
}
