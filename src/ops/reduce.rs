//! Reductions along an axis in three forms: without the axis, with a `Stretch` in its place, and into an array that is
//! there.

#![allow(unsafe_code, reason = "lets kernels write the elements of results")]

use super::around::Around;
use crate::array::storage::Storage;
use crate::array::{Array, Ownership, OwnershipMut, row_major};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::kernel::fold::Along;
use crate::shape::axis_number;
use crate::shape::op::{self, Operation};
use crate::shape::{
    Check, Dim, KeptAxis, MAX_NDIM, RemoveAxis, SameShape, Shape, Stretch, checked_size, is_same,
};

/// Whether the types prove that the axis is there, and that `out` has the shape of the result.
pub(super) type IntoCheck<const A: usize, S, Out, Op> = <<S as RemoveAxis<A, Op>>::Check as Check>::And<
    <<S as RemoveAxis<A, Op>>::Output as SameShape<Out, op::out>>::Check,
>;
/// The same, and whether they prove that the axis has elements, if it has.
pub(super) type FilledIntoCheck<const A: usize, S, Out, Op> =
    <IntoCheck<A, S, Out, Op> as Check>::And<<<S as RemoveAxis<A, Op>>::Axis as Dim>::Known>;

/// The axes around and along for a kernel, with these strides for the result; `is_row_major` says, in a constant, that its
/// elements stand row by row.
#[inline(always)]
fn with_axes<const A: usize, T, S: Shape, O: Ownership, R>(
    a: &Array<T, S, O>,
    out: impl FnOnce() -> [isize; MAX_NDIM],
    is_row_major: bool,
    write: impl FnOnce(&Along<'_>) -> R,
) -> R {
    let is_last = axis_number(A, a.ndim()) + 1 == a.ndim();
    if O::CONTIGUOUS && is_row_major {
        let dims = a.dims();
        let [before, len, behind] = parts::<A>(dims.as_ref());
        let (row, block) = (behind as isize, behind.wrapping_mul(len) as isize);
        let around =
            [Axis { len: before, c: row, a: block, b: block }, Axis { len: behind, c: 1, a: 1, b: 1 }];
        let axis = Axis { len, c: 0, a: row, b: row };
        let is_known = S::STATIC_LEN.is_some();
        return write(&Along { around: &around, axis, is_last, is_row_major, is_known });
    }
    let around = Around::new(a, a, A, &out());
    write(&Along { around: around.axes(), axis: around.along, is_last, is_row_major: false, is_known: false })
}

/// The numbers of positions before axis `A`, along it and behind it.
#[inline(always)]
fn parts<const A: usize>(dims: &[usize]) -> [usize; 3] {
    let mut parts = [1_usize; 3];
    let number = axis_number(A, dims.len());
    for (axis, len) in dims.iter().enumerate() {
        let part = &mut parts[if axis < number { 0 } else { 1 + (axis > number) as usize }];
        *part = part.wrapping_mul(*len);
    }
    parts
}

/// The first of some strides.
#[inline(always)]
fn all_strides(strides: &[isize]) -> [isize; MAX_NDIM] {
    let mut all = [0; MAX_NDIM];
    for (place, stride) in all.iter_mut().zip(strides) {
        *place = *stride;
    }
    all
}

/// An error if the axis, which is there, has no elements, where there must be some.
#[inline(always)]
fn expect_some<const A: usize, Op: Operation>(dims: &[usize], needs_some: bool) -> Result<(), ShapeError> {
    match dims.get(axis_number(A, dims.len())) {
        Some(0) if needs_some => Err(ShapeError::no_elements(Op::NAME, dims)),
        _ => Ok(()),
    }
}

/// Does not compile if axis `A` of the shape has no elements by its type, where there must be some.
#[track_caller]
pub(super) const fn expect_elements<S: RemoveAxis<A, Op>, const A: usize, Op: Operation>(needs_some: bool) {
    crate::shape::expect_elements::<S::Axis>(Op::NAME, A, needs_some);
}

/// One element for each vector along axis `A`; if it must have elements, but has none, an error.
///
/// # Safety
/// `write` writes the element at every position of the axes around.
#[inline(always)]
pub(super) unsafe fn reduced<const A: usize, Op: Operation, T, R, S, O: Ownership>(
    a: &Array<T, S, O>,
    needs_some: bool,
    write: impl FnOnce(*mut R, &Along<'_>),
) -> Result<<S::Output as Shape>::Value<R>, ShapeError>
where
    S: RemoveAxis<A, Op>,
{
    let shape = a.shape().remove_axis()?;
    expect_some::<A, Op>(a.dims().as_ref(), needs_some)?;
    let Some(len) = checked_size::<R, _>(shape) else {
        return Err(ShapeError::too_large(Op::NAME, shape.dims().as_ref()));
    };
    let strides = || all_strides(row_major(shape).as_ref());
    // SAFETY: the number of bytes was checked just before; the axes around are those of the result, row by row, so by the
    // caller's promise all its elements are written.
    let storage = unsafe {
        Storage::init_with(len, |out| with_axes::<A, _, _, _, _>(a, strides, true, |along| write(out, along)))
    };
    Ok(shape.value(storage))
}

/// [`reduced`] with a [`Stretch`] in place of the axis.
///
/// # Safety
/// As [`reduced`].
#[inline(always)]
pub(super) unsafe fn kept<const A: usize, Op: Operation, T, R, S, O: Ownership>(
    a: &Array<T, S, O>,
    needs_some: bool,
    write: impl FnOnce(*mut R, &Along<'_>),
) -> Result<Array<R, KeptAxis<A, S, Op>>, ShapeError>
where
    S: RemoveAxis<A, Op>,
{
    let shape = a.shape().with_axis(Stretch)?;
    expect_some::<A, Op>(a.dims().as_ref(), needs_some)?;
    let Some(len) = checked_size::<R, _>(shape) else {
        return Err(ShapeError::too_large(Op::NAME, shape.dims().as_ref()));
    };
    let strides = || {
        let mut others = [0; MAX_NDIM];
        let strides = row_major(shape);
        let number = axis_number(A, a.ndim());
        let of_others = strides.as_ref().iter().enumerate().filter(|(axis, _)| *axis != number);
        for (other, (_, stride)) in others.iter_mut().zip(of_others) {
            *other = *stride;
        }
        others
    };
    // SAFETY: the number of bytes was checked just before; the axes around are those of the result, of which one more has
    // length 1, so by the caller's promise all its elements are written.
    let storage = unsafe {
        Storage::init_with(len, |out| with_axes::<A, _, _, _, _>(a, strides, true, |along| write(out, along)))
    };
    Ok(Array::from_parts(shape, storage))
}

/// [`reduced`] into an array that is there, in the operation of this name.
///
/// # Safety
/// As [`reduced`].
#[inline(always)]
pub(super) unsafe fn reduced_into<const A: usize, Op: Operation, T, R, S, S2: Shape, O, O2: OwnershipMut>(
    a: &Array<T, S, O>,
    out: &mut Array<R, S2, O2>,
    name: &'static str,
    needs_some: bool,
    write: impl FnOnce(*mut R, &Along<'_>),
) -> Result<(), ShapeError>
where
    S: RemoveAxis<A, Op>,
    O: Ownership,
{
    let shape = a.shape().remove_axis()?;
    let (is, must) = (out.dims(), shape.dims());
    if !is_same(is.as_ref(), must.as_ref()) {
        return Err(ShapeError::wrong_shape(name, is.as_ref(), must.as_ref()));
    }
    expect_some::<A, Op>(a.dims().as_ref(), needs_some)?;
    let strides = out.strides();
    let place = out.as_mut_ptr();
    let strides = || all_strides(strides.as_ref());
    with_axes::<A, _, _, _, _>(a, strides, O2::CONTIGUOUS, |along| write(place, along));
    Ok(())
}

/// Whether the types prove that the axis is there, and that `out` has the shape of the array.
pub(super) type SameIntoCheck<const A: usize, S, Out, Op> =
    <<S as RemoveAxis<A, Op>>::Check as Check>::And<<S as SameShape<Out, op::out>>::Check>;

/// The axes of an array around number `axis`, and that axis, with these strides for a result of as many axes; unlike a
/// reduction's, this has the axis, too.
#[inline(always)]
pub(super) fn with_all_axes<T, S: Shape, O: Ownership, R>(
    a: &Array<T, S, O>,
    axis: usize,
    strides: &[isize],
    write: impl FnOnce(&Along<'_>) -> R,
) -> R {
    let axis = axis_number(axis, a.ndim());
    let mut others = [0; MAX_NDIM];
    let of_others = strides.iter().enumerate().filter(|(i, _)| *i != axis);
    for (other, (_, stride)) in others.iter_mut().zip(of_others) {
        *other = *stride;
    }
    let mut around = Around::new(a, a, axis, &others);
    around.along.c = strides.get(axis).copied().unwrap_or(0);
    let is_last = axis + 1 == a.ndim();
    write(&Along { around: around.axes(), axis: around.along, is_last, is_row_major: false, is_known: false })
}

/// An array of the shape of `a`, of which `write` writes each vector along axis `A`.
///
/// # Safety
/// `write` writes the element at every position of all axes.
#[inline(always)]
pub(super) unsafe fn same_shape<const A: usize, Op: Operation, T, R, S, O: Ownership>(
    a: &Array<T, S, O>,
    write: impl FnOnce(*mut R, &Along<'_>),
) -> Result<Array<R, S>, ShapeError>
where
    S: RemoveAxis<A, Op>,
{
    a.shape().remove_axis()?;
    let Some(len) = checked_size::<R, _>(a.shape()) else {
        return Err(ShapeError::too_large(Op::NAME, a.dims().as_ref()));
    };
    let strides = row_major(a.shape());
    // SAFETY: the number of bytes was checked just before; the axes are those of the result, row by row, so by the caller's
    // promise all its elements are written.
    let storage = unsafe {
        Storage::init_with(len, |out| with_all_axes(a, A, strides.as_ref(), |along| write(out, along)))
    };
    Ok(Array::from_parts(a.shape(), storage))
}

/// [`same_shape`] into an array that is there, in the operation of this name.
#[inline(always)]
pub(super) fn same_shape_into<const A: usize, Op: Operation, T, R, S, S2: Shape, O, O2: OwnershipMut>(
    a: &Array<T, S, O>,
    out: &mut Array<R, S2, O2>,
    name: &'static str,
    write: impl FnOnce(*mut R, &Along<'_>),
) -> Result<(), ShapeError>
where
    S: RemoveAxis<A, Op>,
    O: Ownership,
{
    a.shape().remove_axis()?;
    let (is, must) = (out.dims(), a.dims());
    if !is_same(is.as_ref(), must.as_ref()) {
        return Err(ShapeError::wrong_shape(name, is.as_ref(), must.as_ref()));
    }
    let strides = out.strides();
    with_all_axes(a, A, strides.as_ref(), |along| write(out.as_mut_ptr(), along));
    Ok(())
}

/// The three forms of a reduction along an axis, each with its docs: the results without the axis, with a `Stretch` in its
/// place, and written into an array. `Check Wrap wrap IntoCheck false` is for operations that the empty sum is no problem
/// of, `Filled Given give FilledIntoCheck true` for those that choose among elements. The closure calls the kernel, which
/// must write a result at every position of the axes around. After each name stands the rule that its axis is given, where
/// the compiler shows it.
macro_rules! along_forms {
    (
        $Check:ident $Wrap:ident $wrap:ident $IntoCheck:ident $needs_some:literal [$($bound:tt)*] $R:ty;
        $(#[$doc:meta])* $axis:ident [$($given:tt)+];
        $(#[$keep_doc:meta])* $keep:ident [$($keep_given:tt)+];
        $(#[$into_doc:meta])* $into:ident [$($into_given:tt)+];
        |$out:ident, $x:ident, $along:ident $(, $arg:ident: $Arg:ty)*| $write:expr
    ) => {
        $(#[$doc])*
        #[inline]
        #[track_caller]
        pub fn $axis<const A: usize>(
            &self $(, $arg: $Arg)*
        ) -> <<S as RemoveAxis<A, op::$axis>>::$Check as $Check>::$Wrap<
            <<S as RemoveAxis<A, op::$axis>>::Output as Shape>::Value<$R>,
        >
        where
        $($given)+,
            $($bound)*
            S: RemoveAxis<A, op::$axis>,
        {
            const { reduce::expect_elements::<S, A, op::$axis>($needs_some) };
            // SAFETY: the kernel writes a result at every position of the axes around.
            let results = unsafe {
                reduce::reduced::<A, op::$axis, _, $R, _, _>(self, $needs_some, |$out, $along| {
                    let $x = self.as_ptr();
                    $write
                })
            };
            <<S as RemoveAxis<A, op::$axis>>::$Check as $Check>::$wrap(results)
        }
        $(#[$keep_doc])*
        #[inline]
        #[track_caller]
        pub fn $keep<const A: usize>(
            &self $(, $arg: $Arg)*
        ) -> <<S as RemoveAxis<A, op::$keep>>::$Check as $Check>::$Wrap<Array<$R, KeptAxis<A, S, op::$keep>>>
        where
        $($keep_given)+,
            $($bound)*
            S: RemoveAxis<A, op::$keep>,
        {
            const { reduce::expect_elements::<S, A, op::$keep>($needs_some) };
            // SAFETY: the kernel writes a result at every position of the axes around.
            let results = unsafe {
                reduce::kept::<A, op::$keep, _, $R, _, _>(self, $needs_some, |$out, $along| {
                    let $x = self.as_ptr();
                    $write
                })
            };
            <<S as RemoveAxis<A, op::$keep>>::$Check as $Check>::$wrap(results)
        }
        $(#[$into_doc])*
        #[inline]
        pub fn $into<const A: usize, S2: Shape, O2: OwnershipMut>(
            &self,
            $($arg: $Arg,)*
            out: &mut Array<$R, S2, O2>,
        ) -> <reduce::$IntoCheck<A, S, S2, op::$axis> as Check>::Wrap<()>
        where
        $($into_given)+,
            $($bound)*
            S: RemoveAxis<A, op::$axis, Output: SameShape<S2, op::out>>,
        {
            const { reduce::expect_elements::<S, A, op::$axis>($needs_some) };
            // SAFETY: the kernel writes a result at every position of the axes around.
            let done = unsafe {
                let name = stringify!($into);
                reduce::reduced_into::<A, op::$axis, _, $R, _, _, _, _>(self, out, name, $needs_some, |$out, $along| {
                    let $x = self.as_ptr();
                    $write
                })
            };
            <reduce::$IntoCheck<A, S, S2, op::$axis> as Check>::wrap(done)
        }
    };
}
pub(super) use along_forms;
