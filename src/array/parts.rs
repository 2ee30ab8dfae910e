//! `split` and `split_first_chunk`: an array in parts along an axis. Nothing is copied.

#![allow(unsafe_code, reason = "makes views of disjoint parts of an array")]

use super::axes::check_axis;
use super::view::{view_mut_of, view_of};
use super::{Array, ArrayView, ArrayViewMut, Ownership, OwnershipMut};
use crate::error::{ShapeError, ShapeErrorKind, must};
use crate::shape::axis_number;
use crate::shape::op::{self, Operation};
use crate::shape::{AxisArg, AxisGivenFirst, AxisRules, Check, ChunkShape, PartShape, Shape};

/// Whether the types prove that an array has `K` parts of the shape `Part`, as [`Array::split_as`] checks.
pub type PartsCheck<S, Part> = <<S as Shape>::AllKnown as Check>::And<<Part as Shape>::AllKnown>;
/// Whether the types prove that an array is of two parts, as [`Array::split_first_chunk_as`] checks.
pub type ChunksCheck<S, First, Rest> = <PartsCheck<S, First> as Check>::And<<Rest as Shape>::AllKnown>;

/// One part of an array: its shape, and the distance of its first element from that of the array.
#[derive(Clone, Copy)]
struct Part<S> {
    shape: S,
    start: isize,
}

/// # Views and parts
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The strides of this array for a part of it.
    #[inline(always)]
    fn strides_of<P: Shape>(&self, part: P) -> P::Strides {
        let strides = self.strides();
        part.strides_from(|axis| strides.as_ref().get(axis).copied().unwrap_or(0))
    }

    /// The part of `len` positions of axis `A` from `first` on, which are there.
    #[inline(always)]
    fn part<P: Shape>(
        &self,
        op: &'static str,
        axis: usize,
        first: usize,
        len: usize,
    ) -> Result<Part<P>, ShapeError> {
        let (mut dims, strides) = (self.dims(), self.strides());
        let stride = strides.as_ref().get(axis).copied().unwrap_or(0);
        if let Some(own) = dims.as_mut().get_mut(axis) {
            *own = len;
        }
        match P::from_dims(dims.as_ref()) {
            // A part without elements is where the array is, whatever its strides: any other place could be null.
            Some(shape) if shape.size() == 0 => Ok(Part { shape, start: 0 }),
            Some(shape) => Ok(Part { shape, start: (first as isize).wrapping_mul(stride) }),
            None => Err(ShapeError::wrong_shape_of::<P>(op, dims.as_ref())),
        }
    }

    /// The two parts of an array that is cut behind `K` positions of axis `A`.
    #[inline(always)]
    fn chunks_of<F: Shape, R: Shape>(
        &self,
        op: &'static str,
        axis: usize,
        at: usize,
    ) -> Result<(Part<F>, Part<R>), ShapeError> {
        let dims = self.dims();
        let axis = check_axis(op, dims.as_ref(), axis)?;
        let Some(rest) = dims.as_ref()[axis].checked_sub(at) else {
            return Err(ShapeError::about(op, ShapeErrorKind::CutTooFar(at), dims.as_ref()));
        };
        Ok((self.part::<F>(op, axis, 0, at)?, self.part::<R>(op, axis, at, rest)?))
    }

    /// The first of `K` equal parts along axis `A`, and the distance from each to the next.
    #[inline(always)]
    fn parts_of<P: Shape>(
        &self,
        op: &'static str,
        axis: usize,
        parts: usize,
    ) -> Result<(Part<P>, isize), ShapeError> {
        let (dims, strides) = (self.dims(), self.strides());
        let axis = check_axis(op, dims.as_ref(), axis)?;
        let len = dims.as_ref()[axis];
        let Some(part) = len.checked_div(parts).filter(|part| part * parts == len) else {
            return Err(ShapeError::about(op, ShapeErrorKind::UnequalParts(parts), dims.as_ref()));
        };
        let step = if self.is_empty() { 0 } else { (part as isize).wrapping_mul(strides.as_ref()[axis]) };
        Ok((self.part::<P>(op, axis, 0, part)?, step))
    }

    #[inline(always)]
    fn views_of<'s, 'x, P: Shape, const K: usize>(
        &'s self,
        (part, step): (Part<P>, isize),
    ) -> [ArrayView<'x, T, P>; K]
    where
        O::Loan<'s>: 'x,
    {
        let strides = self.strides_of(part.shape);
        core::array::from_fn(|i| {
            let start = (i as isize).wrapping_mul(step);
            // SAFETY: the part with the number `i` of `K`, whose elements are those of `self` at the positions `i * len`
            // and on, borrowed as `self` is. (Without elements all parts are where `self` is.)
            unsafe { view_of(part.shape, self.as_ptr().wrapping_offset(start), strides) }
        })
    }

    #[inline(always)]
    fn views_mut_of<P: Shape, const K: usize>(
        &mut self,
        (part, step): (Part<P>, isize),
    ) -> [ArrayViewMut<'_, T, P>; K]
    where
        O: OwnershipMut,
    {
        let strides = self.strides_of(part.shape);
        let first = self.as_mut_ptr();
        core::array::from_fn(|i| {
            let start = (i as isize).wrapping_mul(step);
            // SAFETY: as in `views_of`. No two parts have a position in common, and of different positions the places
            // are different, so each element belongs to one view, borrowed mutably as `self` is.
            unsafe { view_mut_of(part.shape, first.wrapping_offset(start), strides) }
        })
    }

    #[inline(always)]
    fn two_views<'s, 'x, F: Shape, R: Shape>(
        &'s self,
        (first, rest): (Part<F>, Part<R>),
    ) -> (ArrayView<'x, T, F>, ArrayView<'x, T, R>)
    where
        O::Loan<'s>: 'x,
    {
        let place = |start: isize| self.as_ptr().wrapping_offset(start);
        // SAFETY: parts of `self`, borrowed as `self` is.
        unsafe {
            (
                view_of(first.shape, place(first.start), self.strides_of(first.shape)),
                view_of(rest.shape, place(rest.start), self.strides_of(rest.shape)),
            )
        }
    }

    #[inline(always)]
    fn two_views_mut<F: Shape, R: Shape>(
        &mut self,
        (first, rest): (Part<F>, Part<R>),
    ) -> (ArrayViewMut<'_, T, F>, ArrayViewMut<'_, T, R>)
    where
        O: OwnershipMut,
    {
        let (first_strides, rest_strides) = (self.strides_of(first.shape), self.strides_of(rest.shape));
        let place = self.as_mut_ptr();
        // SAFETY: parts of `self` that have no position in common, and of different positions the places are different;
        // borrowed mutably as `self` is.
        unsafe {
            (
                view_mut_of(first.shape, place.wrapping_offset(first.start), first_strides),
                view_mut_of(rest.shape, place.wrapping_offset(rest.start), rest_strides),
            )
        }
    }

    /// `K` views of equal parts along axis `A`, in order. Nothing is copied.
    ///
    /// `out[p][.., i, ..] = a[.., p * N / K + i, ..]`
    ///
    /// # Shapes
    /// `(A.., N, B..) -> K` of `(A.., N / K, B..)`. A length in the type has `K` equal parts, or this does not compile;
    /// the compiler computes those of lengths up to 1024, and [`split_as`](Array::split_as) takes the shape of a part.
    ///
    /// As `numpy.split` with a number of parts.
    ///
    /// # Errors
    /// Only if the length is `Dyn` (or the rank is): no equal parts, or no such axis.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let m = array![[1, 2, 3, 4], [5, 6, 7, 8]];
    /// let [left, right] = m.split::<1, 2>();
    /// assert_eq!(left, array![[1, 2], [5, 6]]);
    /// assert_eq!(right, array![[3, 4], [7, 8]]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![1, 2, 3].split::<0, 2>(); // `split`: an axis of length 3 cannot be split into 2 equal parts
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn split<'s, 'x, const A: usize, const K: usize>(&'s self) -> <S::Check as Check>::Wrap<[ArrayView<'x, T, S::Part>; K]> where AxisRules: AxisGivenFirst<AxisArg<A>, op::split>,
        S: PartShape<A, K>,
        O::Loan<'s>: 'x,
    {
        S::Check::wrap(
            self.parts_of::<S::Part>(op::split::NAME, A, K).map(|parts| self.views_of::<'s, 'x, _, K>(parts)),
        )
    }

    /// The same for an array that can be changed, as [`split`](Array::split).
    ///
    /// # Errors
    /// As there.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let mut v = array![1, 2, 3, 4];
    /// let [mut left, right] = v.split_mut::<0, 2>();
    /// left[0] = right[1];
    /// assert_eq!(v, array![4, 2, 3, 4]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn split_mut<const A: usize, const K: usize>(&mut self) -> <S::Check as Check>::Wrap<[ArrayViewMut<'_, T, S::Part>; K]> where AxisRules: AxisGivenFirst<AxisArg<A>, op::split>,
        O: OwnershipMut,
        S: PartShape<A, K>,
    {
        let parts = self.parts_of::<S::Part>(op::split::NAME, A, K);
        S::Check::wrap(parts.map(|parts| self.views_mut_of(parts)))
    }

    /// Equal parts along axis `A` as [`split`](Array::split), of the shape `Part`, which the caller names: for lengths
    /// that are parameters.
    ///
    /// # Errors
    /// Only if a length is `Dyn` (or a rank is): a `Part` that is no such part.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, shape};
    /// fn halves<const N: usize, const H: usize>(x: &Vector<i32, N>) -> i32 {
    ///     let [a, b] = x.split_as::<0, 2, shape![{ H }]>();
    ///     a.inner(&b)
    /// }
    /// assert_eq!(halves::<4, 2>(&Vector::ones()), 2);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn split_as<'s, 'x, const A: usize, const K: usize, Part: Shape>(&'s self) -> <PartsCheck<S, Part> as Check>::Wrap<[ArrayView<'x, T, Part>; K]> where AxisRules: AxisGivenFirst<AxisArg<A>, op::split>,
        O::Loan<'s>: 'x,
    {
        const { must(may_be_parts::<S, Part>(A, K), "`split_as`: this is not the shape of a part") }
        <PartsCheck<S, Part>>::wrap(
            self.parts_of::<Part>("split_as", A, K).map(|parts| self.views_of::<'s, 'x, _, K>(parts)),
        )
    }

    /// Views of the first `K` positions of axis `A`, and of the others. Nothing is copied.
    ///
    /// # Shapes
    /// `(A.., N, B..) -> (A.., K, B..), (A.., N - K, B..)`. A length in the type is `K` at least, or this does not compile;
    /// the compiler computes differences of lengths up to 1024, and
    /// [`split_first_chunk_as`](Array::split_first_chunk_as) takes the shapes.
    ///
    /// As `numpy.split` with one position, named as the method of slices that keeps the length in the type.
    ///
    /// # Errors
    /// Only if the length is `Dyn` (or the rank is): fewer positions than `K`, or no such axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let v = array![1, 2, 3, 4, 5];
    /// let (head, tail) = v.split_first_chunk::<0, 2>();
    /// assert_eq!(head, array![1, 2]);
    /// assert_eq!(tail, array![3, 4, 5]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![1, 2].split_first_chunk::<0, 3>(); // an axis of length 2 cannot be cut behind 3 positions
    /// ```
    #[inline]
    #[allow(clippy::type_complexity, reason = "two views are what the two parts are")]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn split_first_chunk<'s, 'x, const A: usize, const K: usize>(&'s self) -> <S::Check as Check>::Wrap<(ArrayView<'x, T, S::First>, ArrayView<'x, T, S::Rest>)> where AxisRules: AxisGivenFirst<AxisArg<A>, op::split_first_chunk>,
        S: ChunkShape<A, K>,
        O::Loan<'s>: 'x,
    {
        let parts = self.chunks_of::<S::First, S::Rest>(op::split_first_chunk::NAME, A, K);
        S::Check::wrap(parts.map(|parts| self.two_views::<'s, 'x, _, _>(parts)))
    }

    /// The same for an array that can be changed, as [`split_first_chunk`](Array::split_first_chunk).
    ///
    /// # Errors
    /// As there.
    #[inline]
    #[allow(clippy::type_complexity, reason = "two views are what the two parts are")]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn split_first_chunk_mut<const A: usize, const K: usize>(&mut self) -> <S::Check as Check>::Wrap<(ArrayViewMut<'_, T, S::First>, ArrayViewMut<'_, T, S::Rest>)> where AxisRules: AxisGivenFirst<AxisArg<A>, op::split_first_chunk>,
        O: OwnershipMut,
        S: ChunkShape<A, K>,
    {
        let parts = self.chunks_of::<S::First, S::Rest>(op::split_first_chunk::NAME, A, K);
        S::Check::wrap(parts.map(|parts| self.two_views_mut(parts)))
    }

    /// Two parts as [`split_first_chunk`](Array::split_first_chunk), of shapes that the caller names: for lengths that are
    /// parameters.
    ///
    /// # Errors
    /// Only if a length is `Dyn` (or a rank is): shapes that these parts do not have.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, shape};
    /// fn tail<const N: usize, const M: usize>(x: &Vector<i32, N>) -> Vector<i32, M> {
    ///     x.split_first_chunk_as::<0, 1, shape![1], shape![{ M }]>().1.to_owned()
    /// }
    /// assert_eq!(tail::<4, 3>(&Vector::ones()), Vector::ones());
    /// ```
    #[inline]
    #[allow(clippy::type_complexity, reason = "two views are what the two parts are")]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn split_first_chunk_as<'s, 'x, const A: usize, const K: usize, First: Shape, Rest: Shape>(&'s self) -> <ChunksCheck<S, First, Rest> as Check>::Wrap<(ArrayView<'x, T, First>, ArrayView<'x, T, Rest>)> where AxisRules: AxisGivenFirst<AxisArg<A>, op::split_first_chunk>,
        O::Loan<'s>: 'x,
    {
        const {
            must(
                may_be_chunks::<S, First, Rest>(A, K),
                "`split_first_chunk_as`: these are not the shapes of the parts",
            )
        }
        let parts = self.chunks_of::<First, Rest>("split_first_chunk_as", A, K);
        <ChunksCheck<S, First, Rest>>::wrap(parts.map(|parts| self.two_views::<'s, 'x, _, _>(parts)))
    }
}

/// Whether the types say that a part of a shape, of `len` positions along an axis, has this shape; `true` where they do
/// not say.
const fn may_be_part<S: Shape, Part: Shape>(axis: usize, len: Option<usize>) -> bool {
    let (Some(n), Some(ndim)) = (S::STATIC_NDIM, Part::STATIC_NDIM) else { return true };
    let axis = axis_number(axis, n);
    if n != ndim || axis >= n {
        return false;
    }
    let (Some(dims), Some(part)) = (S::STATIC_DIMS, Part::STATIC_DIMS) else { return true };
    let mut i = 0;
    while i < n {
        let must = if i == axis { len } else { Some(dims[i]) };
        match must {
            Some(must) if must == part[i] => {}
            _ => return false,
        }
        i += 1;
    }
    true
}

const fn may_be_parts<S: Shape, Part: Shape>(axis: usize, parts: usize) -> bool {
    let axis = match S::STATIC_NDIM {
        Some(ndim) => axis_number(axis, ndim),
        None => axis,
    };
    match S::STATIC_DIMS {
        Some(dims) if axis < dims.len() && parts > 0 => {
            let len = if dims[axis].is_multiple_of(parts) { Some(dims[axis] / parts) } else { None };
            may_be_part::<S, Part>(axis, len)
        }
        Some(_) => false,
        None => may_be_part::<S, Part>(axis, None),
    }
}

const fn may_be_chunks<S: Shape, First: Shape, Rest: Shape>(axis: usize, len: usize) -> bool {
    let axis = match S::STATIC_NDIM {
        Some(ndim) => axis_number(axis, ndim),
        None => axis,
    };
    match S::STATIC_DIMS {
        Some(dims) if axis < dims.len() => {
            may_be_part::<S, First>(axis, Some(len))
                && may_be_part::<S, Rest>(axis, dims[axis].checked_sub(len))
        }
        Some(_) => false,
        None => may_be_part::<S, First>(axis, None) && may_be_part::<S, Rest>(axis, None),
    }
}
