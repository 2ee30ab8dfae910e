//! The axes of an array around one of them, and results of one element for each vector along it.

#![allow(unsafe_code, reason = "lets kernels write the elements of results")]

#[cfg(any(feature = "std", feature = "libm"))]
use crate::array::Outcome;
use crate::array::storage::Storage;
use crate::array::{Array, Ownership, OwnershipMut, row_major};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::kernel::first;
#[cfg(any(feature = "std", feature = "libm"))]
use crate::shape::DistanceShape;
use crate::shape::axis_number;
use crate::shape::op::Operation;
use crate::shape::{Check, MAX_NDIM, RemoveAxis, SameShape, Shape, checked_size, is_same};

/// Whether the types prove that two arrays have one shape, and axis `A` in it.
#[cfg(any(feature = "std", feature = "libm"))]
pub(super) type AlongCheck<const A: usize, S, S2, Op> =
    <<S as RemoveAxis<A, Op>>::Check as Check>::And<<S as DistanceShape<S2, Op>>::Check>;

/// What [`Array::distance_axis`] and [`Array::cosine_similarity_axis`] return: the value, in a `Result` if a check is
/// left for run time.
#[cfg(any(feature = "std", feature = "libm"))]
pub type AlongOutcome<const A: usize, S, S2, Op, R> = Outcome<
    <<S as RemoveAxis<A, Op>>::Check as Check>::And<<S as DistanceShape<S2, Op>>::Check>,
    <S as RemoveAxis<A, Op>>::Output,
    R,
>;

/// What the `_into` form `Into` of an operation `Op` along axis `A` of one array returns: `()`, in a `Result` if a check
/// is left for run time.
pub type AxisIntoOutcome<const A: usize, S, Out, Op, Into> = <<<S as RemoveAxis<A, Op>>::Check as Check>::And<
    <<S as RemoveAxis<A, Op>>::Output as SameShape<Out, Into>>::Check,
> as Check>::Wrap<()>;

/// The same along axis `A` of two arrays.
#[cfg(any(feature = "std", feature = "libm"))]
pub type PairIntoOutcome<const A: usize, S, S2, Out, Op, Into> =
    <PairIntoCheck<A, S, S2, Out, Op, Into> as Check>::Wrap<()>;

/// Whether the types prove that two arrays have one shape, axis `A` in it, and that the result has the shape `Out`.
#[cfg(any(feature = "std", feature = "libm"))]
pub(super) type PairIntoCheck<const A: usize, S, S2, Out, Op, Into> =
    <<<S as RemoveAxis<A, Op>>::Check as Check>::And<<S as DistanceShape<S2, Op>>::Check> as Check>::And<
        <<S as RemoveAxis<A, Op>>::Output as SameShape<Out, Into>>::Check,
    >;

/// The axes of two arrays of one shape around one of them.
pub(super) struct Around {
    /// Only the first `ndim` count.
    axes: [Axis; MAX_NDIM],
    ndim: usize,
    /// The axis itself, which the result does not have.
    pub(super) along: Axis,
}

impl Around {
    /// The axes around `axis`, which is one of `a` and `b`, and the strides of a result along them.
    #[inline(always)]
    pub(super) fn new<T, S: Shape, S2: Shape, O: Ownership, O2: Ownership>(
        a: &Array<T, S, O>,
        b: &Array<T, S2, O2>,
        axis: usize,
        out: &[isize],
    ) -> Self {
        let axis = axis_number(axis, a.ndim());
        let (dims, strides, strides_b) = (a.dims(), a.strides(), b.strides());
        let one = Axis { len: 1, c: 0, a: 0, b: 0 };
        let mut around = Around { axes: [one; MAX_NDIM], ndim: 0, along: one };
        let pairs = strides.as_ref().iter().zip(strides_b.as_ref());
        for (i, (len, (a, b))) in dims.as_ref().iter().zip(pairs).enumerate() {
            let own = Axis { len: *len, c: 0, a: *a, b: *b };
            if i == axis {
                around.along = own;
            } else {
                let c = out.get(around.ndim).copied().unwrap_or(0);
                if let Some(place) = around.axes.get_mut(around.ndim) {
                    *place = Axis { c, ..own };
                    around.ndim += 1;
                }
            }
        }
        around
    }

    /// The axes around, outermost first.
    #[inline(always)]
    pub(super) fn axes(&self) -> &[Axis] {
        first(&self.axes, self.ndim)
    }
}

/// One element for each pair of vectors along axis `A` of two arrays, which must have one shape.
///
/// # Safety
/// `write` writes the element at every position of the axes around.
#[inline(always)]
pub(super) unsafe fn along<const A: usize, Op: Operation, T, R, S, S2, O, O2>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    write: impl FnOnce(*mut R, &Around),
) -> Result<<S::Output as Shape>::Value<R>, ShapeError>
where
    S: RemoveAxis<A, Op>,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    let shape = a.shape().remove_axis()?;
    let (dims_a, dims_b, dims) = (a.dims(), b.dims(), shape.dims());
    if !is_same(dims_a.as_ref(), dims_b.as_ref()) {
        return Err(ShapeError::wrong_shape(Op::NAME, dims_b.as_ref(), dims_a.as_ref()));
    }
    let Some(len) = checked_size::<R, _>(shape) else {
        return Err(ShapeError::too_large(Op::NAME, dims.as_ref()));
    };
    let around = Around::new(a, b, A, row_major(shape).as_ref());
    // SAFETY: the number of bytes was checked just before; the axes around are those of the result, row by row,
    // so by the caller's promise all its elements are written.
    let storage = unsafe { Storage::init_with(len, |out| write(out, &around)) };
    Ok(shape.value(storage))
}

/// [`along`] into an array that is there, in the operation that `Into` names.
///
/// # Safety
/// As [`along`].
#[inline(always)]
pub(super) unsafe fn along_into<const A: usize, Op: Operation, Into: Operation, T, R, S, S2, S3, O, O2, O3>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    out: &mut Array<R, S3, O3>,
    write: impl FnOnce(*mut R, &Around),
) -> Result<(), ShapeError>
where
    S: RemoveAxis<A, Op>,
    S2: Shape,
    S3: Shape,
    O: Ownership,
    O2: Ownership,
    O3: OwnershipMut,
{
    let shape = a.shape().remove_axis()?;
    let (dims_a, dims_b) = (a.dims(), b.dims());
    if !is_same(dims_a.as_ref(), dims_b.as_ref()) {
        return Err(ShapeError::wrong_shape(Op::NAME, dims_b.as_ref(), dims_a.as_ref()));
    }
    let (is, must) = (out.dims(), shape.dims());
    if !is_same(is.as_ref(), must.as_ref()) {
        return Err(ShapeError::wrong_shape(Into::NAME, is.as_ref(), must.as_ref()));
    }
    let around = Around::new(a, b, A, out.strides().as_ref());
    write(out.as_mut_ptr(), &around);
    Ok(())
}
