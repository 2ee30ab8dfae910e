//! Operations along an axis: a result for each vector (without the axis, with a `Stretch` in its place, or into an existing
//! array), or one that runs along it; and their driver, which makes operands that carry what a kernel relies on.

#![allow(unsafe_code, reason = "makes operands of kernels from arrays of checked shapes")]

use super::elementwise::{is_copied, with_copy};
#[cfg(any(feature = "std", feature = "libm"))]
use crate::array::Outcome;
use crate::array::{Array, Out, Ownership, OwnershipMut, Room};
use crate::axes::{Axes, Axis};
use crate::error::ShapeError;
use crate::kernel::reduce::along::{Along, AlongAxes, AlongMut, Filled, Reduced, Running, WithoutAxis};
use crate::kernel::reduce::elements::Elements;
#[cfg(any(feature = "std", feature = "libm"))]
use crate::shape::DistanceShape;
use crate::shape::axis_number;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Dim, KeptAxis, MAX_NDIM, RemoveAxis, SameShape, Shape, Stretch};
use crate::written::Written;
use core::marker::PhantomData;

/// Whether the types prove that the axis is there, and that `out` has the shape of the result.
pub(super) type IntoCheck<const A: usize, S, Out, Op, Into = op::out> =
    <<S as RemoveAxis<A, Op>>::Check as Check>::And<
        <<S as RemoveAxis<A, Op>>::Output as SameShape<Out, Into>>::Check,
    >;
/// The same, and whether they prove that the axis has elements, if it has.
pub(super) type FilledIntoCheck<const A: usize, S, Out, Op, Into = op::out> =
    <IntoCheck<A, S, Out, Op, Into> as Check>::And<<<S as RemoveAxis<A, Op>>::Axis as Dim>::Known>;
/// Whether the types prove that the axis is there, and that `out` has the shape of the array.
pub(super) type SameIntoCheck<const A: usize, S, Out, Op> =
    <<S as RemoveAxis<A, Op>>::Check as Check>::And<<S as SameShape<Out, op::out>>::Check>;

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

/// What the `_into` form `Into` of an operation `Op` along axis `A` of two arrays returns: `()`, in a `Result` if a check is
/// left for run time.
#[cfg(any(feature = "std", feature = "libm"))]
pub type PairIntoOutcome<const A: usize, S, S2, Out, Op, Into> =
    <PairIntoCheck<A, S, S2, Out, Op, Into> as Check>::Wrap<()>;

/// Whether the types prove that two arrays have one shape, axis `A` in it, and that the result has the shape `Out`.
#[cfg(any(feature = "std", feature = "libm"))]
pub(super) type PairIntoCheck<const A: usize, S, S2, Out, Op, Into> =
    <<<S as RemoveAxis<A, Op>>::Check as Check>::And<<S as DistanceShape<S2, Op>>::Check> as Check>::And<
        <<S as RemoveAxis<A, Op>>::Output as SameShape<Out, Into>>::Check,
    >;

/// What a kernel is promised of the axis.
pub(super) trait Promise {
    /// That there is an element for each result.
    const NEEDS_SOME: bool = false;
    /// That the result has the axis.
    const RUNS: bool = false;
}
impl Promise for Reduced {}
impl Promise for Filled {
    const NEEDS_SOME: bool = true;
}
impl Promise for Running {
    const RUNS: bool = true;
}

/// An error if the axis, which is there, has no elements, where there must be some.
#[inline(always)]
fn expect_some<const A: usize, Op: Operation, K: Promise>(dims: &[usize]) -> Result<(), ShapeError> {
    match dims.get(axis_number(A, dims.len())) {
        Some(0) if K::NEEDS_SOME => Err(ShapeError::no_elements(Op::NAME, dims)),
        _ => Ok(()),
    }
}

/// Does not compile if axis `A` of the shape has no elements by its type, where there must be some.
#[track_caller]
pub(super) const fn expect_elements<S: RemoveAxis<A, Op>, const A: usize, Op: Operation, K: Promise>() {
    crate::shape::expect_elements::<S::Axis>(Op::NAME, A, K::NEEDS_SOME);
}

/// The numbers of positions before an axis, along it and after it.
#[inline(always)]
fn parts(dims: &[usize], number: usize) -> [usize; 3] {
    let mut parts = [1_usize; 3];
    for (axis, len) in dims.iter().enumerate() {
        let part = &mut parts[if axis < number { 0 } else { 1 + (axis > number) as usize }];
        *part = part.wrapping_mul(*len);
    }
    parts
}

/// Elements and results of an operation along an axis that stand row by row.
pub(super) struct RowMajor {
    /// The numbers of positions before the axis, along it and after it.
    pub(super) parts: [usize; 3],
    /// Whether it is the last one.
    pub(super) is_last: bool,
    /// Whether the numbers are constants.
    pub(super) is_known: bool,
    /// Whether the results have the axis.
    pub(super) runs: bool,
}

impl RowMajor {
    /// Hands them to `write`.
    ///
    /// # Safety
    /// From both `places` on there are as many elements, and `to` has a place for each result, which are all elements of it. If
    /// `K` is `Filled`, the axis has elements; it is `Running` if and only if the results have the axis.
    #[inline(always)]
    pub(super) unsafe fn along<'o, T, R, K>(
        self,
        places: [*const T; 2],
        to: *mut R,
        write: impl FnOnce(Along<'_, 'o, T, R, K>) -> Written<'o>,
    ) -> Written<'o> {
        // SAFETY: from the caller.
        self.with_axes(|axes| write(unsafe { Along::new(axes, places, to) }))
    }

    /// Hands their axes to `f`.
    #[inline(always)]
    fn with_axes<R>(self, f: impl FnOnce(AlongAxes<'_>) -> R) -> R {
        let RowMajor { parts: [before, len, after], is_last, is_known, runs } = self;
        let (row, block) = (after as isize, after.wrapping_mul(len) as isize);
        let (c, around_c) = if runs { (row, block) } else { (0, row) };
        let around =
            [Axis { len: before, c: around_c, a: block, b: block }, Axis { len: after, c: 1, a: 1, b: 1 }];
        let axis = Axis { len, c, a: row, b: row };
        f(AlongAxes { around: &around, axis, is_last, is_row_major: true, is_known })
    }
}

/// One array or two of the same lengths, whose vectors along an axis an operation takes.
///
/// Invariant: the lengths are the same.
pub(super) struct Operands<'a, T, S: Shape, O: Ownership, S2: Shape, O2: Ownership> {
    a: &'a Array<T, S, O>,
    b: &'a Array<T, S2, O2>,
}

impl<T, S: Shape, O: Ownership, S2: Shape, O2: Ownership> Clone for Operands<'_, T, S, O, S2, O2> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T, S: Shape, O: Ownership, S2: Shape, O2: Ownership> Copy for Operands<'_, T, S, O, S2, O2> {}

/// The one array of an operation.
#[inline(always)]
pub(super) fn one<T, S: Shape, O: Ownership>(a: &Array<T, S, O>) -> Operands<'_, T, S, O, S, O> {
    Operands { a, b: a }
}

/// Two arrays, or an error of the operation if they have different lengths.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
pub(super) fn two<'a, Op: Operation, T, S: Shape, O: Ownership, S2: Shape, O2: Ownership>(
    a: &'a Array<T, S, O>,
    b: &'a Array<T, S2, O2>,
) -> Result<Operands<'a, T, S, O, S2, O2>, ShapeError> {
    b.expect_dims(Op::NAME, a.shape())?;
    Ok(Operands { a, b })
}

impl<'a, T: Copy, S: Shape, O: Ownership, S2: Shape, O2: Ownership> Operands<'a, T, S, O, S2, O2> {
    /// Room for one result for each vector along axis `A`; if it must have elements, but has none, an error.
    #[inline(always)]
    #[allow(clippy::type_complexity, reason = "two arrays by their types, in a `Result`")]
    pub(super) fn reduced<const A: usize, Op: Operation, R, K: Promise + WithoutAxis>(
        self,
    ) -> Result<Space<'a, T, S, O, S2, O2, Room<R, S::Output>, K>, ShapeError>
    where
        S: RemoveAxis<A, Op>,
    {
        let shape = self.a.shape().remove_axis()?;
        expect_some::<A, Op, K>(self.a.dims().as_ref())?;
        Ok(Space { operands: self, axis: A, result: Room::new(Op::NAME, shape)?, promise: PhantomData })
    }

    /// [`reduced`](Self::reduced) with a [`Stretch`] in place of the axis.
    #[inline(always)]
    #[allow(clippy::type_complexity, reason = "two arrays by their types, in a `Result`")]
    pub(super) fn kept<const A: usize, Op: Operation, R, K: Promise + WithoutAxis>(
        self,
    ) -> Result<Space<'a, T, S, O, S2, O2, Room<R, KeptAxis<A, S, Op>>, K>, ShapeError>
    where
        S: RemoveAxis<A, Op>,
    {
        let shape = self.a.shape().with_axis(Stretch)?;
        expect_some::<A, Op, K>(self.a.dims().as_ref())?;
        Ok(Space { operands: self, axis: A, result: Room::new(Op::NAME, shape)?, promise: PhantomData })
    }

    /// [`reduced`](Self::reduced) into an existing array, in the operation of this name.
    #[inline(always)]
    pub(super) fn reduced_into<
        const A: usize,
        Op: Operation,
        R,
        S3: Shape,
        O3: OwnershipMut,
        K: Promise + WithoutAxis,
    >(
        &self,
        out: &mut Array<R, S3, O3>,
        name: &'static str,
        write: impl for<'o> FnOnce(Along<'_, 'o, T, R, K>) -> Written<'o>,
    ) -> Result<(), ShapeError>
    where
        S: RemoveAxis<A, Op>,
    {
        let shape = self.a.shape().remove_axis()?;
        let result = out.expect_shape(name, shape)?;
        expect_some::<A, Op, K>(self.a.dims().as_ref())?;
        let _: Written<'_> = Space { operands: *self, axis: A, result, promise: PhantomData }.write(write);
        Ok(())
    }
}

/// The axes of two arrays of one shape around number `axis`, and that one, with the strides of a result along them, which
/// `has_axis` too, or has not. Those around are not merged: kernels say which of them may be one.
#[inline(always)]
fn around<T, S: Shape, S2: Shape, O: Ownership, O2: Ownership>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    axis: usize,
    out: &[isize],
    has_axis: bool,
) -> (Axes<MAX_NDIM>, Axis) {
    let (dims, strides, strides_b) = (a.dims(), a.strides(), b.strides());
    let (mut around, mut along, mut ndim) = (Axes::new(), Axis::ONE, 0);
    let pairs = strides.as_ref().iter().zip(strides_b.as_ref());
    for (i, (len, (a, b))) in dims.as_ref().iter().zip(pairs).enumerate() {
        let c = out.get(if has_axis { i } else { ndim }).copied().unwrap_or(0);
        let own = Axis { len: *len, c, a: *a, b: *b };
        if i == axis {
            along = own;
        } else {
            // An array has no more axes than the list holds.
            let _ = around.push_apart(own);
            ndim += 1;
        }
    }
    (around, along)
}

/// Vectors along an axis, and the [`Room`] or the place of their results.
///
/// Invariant: the operands have the axis, or are one position of it. The shape of the result has all their axes, or, if `K` is
/// not [`Running`], all but the axis, in whose place it may have a length of 1; if `K` is [`Filled`], the axis has elements.
pub(super) struct Space<'a, T, S: Shape, O: Ownership, S2: Shape, O2: Ownership, X, K> {
    operands: Operands<'a, T, S, O, S2, O2>,
    axis: usize,
    result: X,
    promise: PhantomData<K>,
}

impl<'o, T: Copy, S: Shape, O: Ownership, S2: Shape, O2: Ownership, R, Q: Shape, O3: Ownership, K: Promise>
    Space<'_, T, S, O, S2, O2, Out<'o, R, Q, O3>, K>
{
    /// Hands `write` the vectors along the axis, and the place of their results: along all axes of the array, or, if `K` is not
    /// [`Running`], along all others.
    #[inline(always)]
    fn write(self, write: impl FnOnce(Along<'_, 'o, T, R, K>) -> Written<'o>) -> Written<'o> {
        let (Operands { a, b }, out) = (self.operands, self.result);
        let (places, to) = ([a.as_ptr(), b.as_ptr()], out.as_mut_ptr());
        let number = axis_number(self.axis, a.ndim());
        let is_last = number + 1 == a.ndim();
        let dims = a.dims();
        let parts = parts(dims.as_ref(), number);
        let rows = RowMajor { parts, is_last, is_known: S::STATIC_LEN.is_some(), runs: K::RUNS };
        // SAFETY: by the invariants all elements, or their copies, and all results stand row by row; or these are the axes of the
        // arrays and of the result.
        unsafe {
            if const { O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS } {
                return rows.along(places, to, write);
            }
            if const { O3::CONTIGUOUS && is_copied::<T, S>() && is_copied::<T, S2>() } {
                return with_copy(a, |a| with_copy(b, |b| rows.along([a.as_ptr(), b.as_ptr()], to, write)));
            }
            let has_axis = out.shape().ndim() == a.ndim();
            let (around, axis) = around(a, b, number, out.strides().as_ref(), has_axis);
            let axis = if K::RUNS { axis } else { Axis { c: 0, ..axis } };
            let around = around.as_slice();
            let axes = AlongAxes { around, axis, is_last, is_row_major: false, is_known: false };
            write(Along::new(axes, places, to))
        }
    }
}

impl<T: Copy, S: Shape, O: Ownership, S2: Shape, O2: Ownership, R, Q: Shape, K: Promise>
    Space<'_, T, S, O, S2, O2, Room<R, Q>, K>
{
    /// The results that `write` writes.
    #[inline(always)]
    fn storage(self, write: impl for<'o> FnOnce(Along<'_, 'o, T, R, K>) -> Written<'o>) -> Q::Storage<R> {
        let Space { operands, axis, result, promise } = self;
        result.storage(|result| Space { operands, axis, result, promise }.write(write))
    }

    /// The array of the results that `write` writes, or, if it has no axes, the one result.
    #[inline(always)]
    pub(super) fn value(
        self,
        write: impl for<'o> FnOnce(Along<'_, 'o, T, R, K>) -> Written<'o>,
    ) -> Q::Value<R> {
        let shape = self.result.shape();
        shape.value(self.storage(write))
    }

    /// The array of the results that `write` writes.
    #[inline(always)]
    pub(super) fn array(
        self,
        write: impl for<'o> FnOnce(Along<'_, 'o, T, R, K>) -> Written<'o>,
    ) -> Array<R, Q> {
        let shape = self.result.shape();
        Array::from_parts(shape, self.storage(write))
    }
}

/// An array of the shape of `a`, of which `write` writes each vector along axis `A`.
#[inline(always)]
pub(super) fn same_shape<const A: usize, Op: Operation, T: Copy, R, S, O: Ownership>(
    a: &Array<T, S, O>,
    write: impl for<'o> FnOnce(Along<'_, 'o, T, R, Running>) -> Written<'o>,
) -> Result<Array<R, S>, ShapeError>
where
    S: RemoveAxis<A, Op>,
{
    a.shape().remove_axis()?;
    running(a, A, Op::NAME, write)
}

/// [`same_shape`] along an axis whose number is a value; one that the array does not have is one position.
#[inline(always)]
pub(super) fn running<T: Copy, R, S: Shape, O: Ownership>(
    a: &Array<T, S, O>,
    axis: usize,
    name: &'static str,
    write: impl for<'o> FnOnce(Along<'_, 'o, T, R, Running>) -> Written<'o>,
) -> Result<Array<R, S>, ShapeError> {
    let result = Room::new(name, a.shape())?;
    Ok(Space { operands: one(a), axis, result, promise: PhantomData }.array(write))
}

/// [`same_shape`] into an existing array, in the operation of this name.
#[inline(always)]
pub(super) fn same_shape_into<const A: usize, Op: Operation, T: Copy, R, S, S2: Shape, O, O2: OwnershipMut>(
    a: &Array<T, S, O>,
    out: &mut Array<R, S2, O2>,
    name: &'static str,
    write: impl for<'o> FnOnce(Along<'_, 'o, T, R, Running>) -> Written<'o>,
) -> Result<(), ShapeError>
where
    S: RemoveAxis<A, Op>,
    O: Ownership,
{
    a.shape().remove_axis()?;
    let result = out.expect_shape(name, a.shape())?;
    let _: Written<'_> = Space { operands: one(a), axis: A, result, promise: PhantomData }.write(write);
    Ok(())
}

/// The axes of an array around number `axis`, and that axis, with these strides for two results of as many axes: those of the
/// second are `b`.
#[inline(always)]
pub(super) fn with_all_axes<T, S: Shape, O: Ownership, R>(
    a: &Array<T, S, O>,
    axis: usize,
    [first, second]: [&[isize]; 2],
    f: impl FnOnce(&AlongAxes<'_>) -> R,
) -> R {
    let number = axis_number(axis, a.ndim());
    let (mut around, mut axis) = around(a, a, number, first, true);
    let mut others = around.as_mut_slice().iter_mut();
    for (i, b) in second.iter().enumerate() {
        if let Some(own) = if i == number { Some(&mut axis) } else { others.next() } {
            own.b = *b;
        }
    }
    let is_last = number + 1 == a.ndim();
    f(&AlongAxes { around: around.as_slice(), axis, is_last, is_row_major: false, is_known: false })
}

/// Hands `f` the vectors of an array along axis number `axis`, which are changed in place; one that the array does not have is
/// one position.
#[inline(always)]
pub(super) fn in_place<T, S: Shape, O: OwnershipMut>(
    a: &mut Array<T, S, O>,
    axis: usize,
    f: impl FnOnce(AlongMut<'_, T>),
) {
    let number = axis_number(axis, a.ndim());
    let is_last = number + 1 == a.ndim();
    if const { O::CONTIGUOUS } {
        let parts = parts(a.dims().as_ref(), number);
        let x = a.as_mut_ptr();
        // SAFETY: the axes of `a`, which is borrowed mutably.
        let along = |axes: AlongAxes<'_>| f(unsafe { AlongMut::new(axes, x) });
        return RowMajor { parts, is_last, is_known: S::STATIC_LEN.is_some(), runs: true }.with_axes(along);
    }
    let (around, axis) = around(&*a, &*a, number, &[], true);
    let around = around.as_slice();
    let axes = AlongAxes { around, axis, is_last, is_row_major: false, is_known: false };
    // SAFETY: the axes of `a`, which is borrowed mutably.
    f(unsafe { AlongMut::new(axes, a.as_mut_ptr()) });
}

/// All elements of an array.
#[inline(always)]
pub(super) fn elements<T: Copy, S: Shape, O: Ownership>(a: &Array<T, S, O>) -> Elements<'_, T> {
    // SAFETY: the places of the positions of an array hold elements, which are borrowed as `a` is.
    unsafe { Elements::new(a.as_ptr(), a.dims().as_ref(), a.strides().as_ref()) }
}

/// Whether a reduction takes the elements of contiguous arrays as so many as the types say.
pub(super) const fn is_known<T, S: Shape, O: Ownership>() -> bool {
    S::STATIC_LEN.is_some() && (O::CONTIGUOUS || is_copied::<T, S>())
}

/// A reduction of all elements of an array: the first result is of a slice of as many as the types know, which of a few at any
/// strides is a copy; the next one of a slice, and the last one of elements anywhere.
// No function of closures: the first one would be called twice, and not be inlined.
macro_rules! of_all {
    ($a:expr, $T:ident $S:ident $O:ident; |$x:ident| $known:expr, $slice:expr, $any:expr) => {{
        use crate::ops::elementwise::{is_copied, with_copy};
        let a = $a;
        match a.contiguous() {
            Some($x) if const { crate::ops::along::is_known::<$T, $S, $O>() } => $known,
            Some($x) => $slice,
            None if const { is_copied::<$T, $S>() } => with_copy(a, |$x| $known),
            None => {
                let $x = &crate::ops::along::elements(a);
                $any
            }
        }
    }};
}
pub(super) use of_all;

/// One form of a reduction along an axis, with its docs: the results without the axis (`axis`), with a `Stretch` in its place
/// (`keepdims`), or written into an array (`into`, and as which result its shape is refused). `Check Wrap wrap done
/// IntoCheck Reduced` is for operations that the empty sum is no problem of, `Filled Given give given FilledIntoCheck Filled` for those that
/// choose among elements. The closure calls the kernel, with the operand that the array becomes. After the name stands the
/// rule that its axis is given, where the compiler shows it, and before it the operation that errors name.
macro_rules! along_form {
    (axis $op:ident; $Check:ident $Wrap:ident $wrap:ident $done:ident $IntoCheck:ident $Kind:ident [$($bound:tt)*] $R:ty;
        $(#[$doc:meta])* $name:ident [$($given:tt)+];
        |$a:ident => $operand:expr, $along:ident $(, $arg:ident: $Arg:ty)*| $write:expr
    ) => {
        $(#[$doc])*
        #[inline]
        #[track_caller]
        pub fn $name<const A: usize>(
            &self $(, $arg: $Arg)*
        ) -> <<S as RemoveAxis<A, op::$op>>::$Check as $Check>::$Wrap<
            <<S as RemoveAxis<A, op::$op>>::Output as Shape>::Value<$R>,
        >
        where
        $($given)+,
            $($bound)*
            S: RemoveAxis<A, op::$op>,
        {
            const { along::expect_elements::<S, A, op::$op, crate::kernel::reduce::along::$Kind>() };
            let $a = self;
            match along::one($operand).reduced::<A, op::$op, $R, crate::kernel::reduce::along::$Kind>() {
                Ok(space) => <<S as RemoveAxis<A, op::$op>>::$Check as $Check>::$done(space.value(|$along| $write)),
                Err(e) => <<S as RemoveAxis<A, op::$op>>::$Check as $Check>::$wrap(Err(e)),
            }
        }
    };
    (keepdims $op:ident; $Check:ident $Wrap:ident $wrap:ident $done:ident $IntoCheck:ident $Kind:ident [$($bound:tt)*] $R:ty;
        $(#[$doc:meta])* $name:ident [$($given:tt)+];
        |$a:ident => $operand:expr, $along:ident $(, $arg:ident: $Arg:ty)*| $write:expr
    ) => {
        $(#[$doc])*
        #[inline]
        #[track_caller]
        pub fn $name<const A: usize>(
            &self $(, $arg: $Arg)*
        ) -> <<S as RemoveAxis<A, op::$op>>::$Check as $Check>::$Wrap<Array<$R, KeptAxis<A, S, op::$op>>>
        where
        $($given)+,
            $($bound)*
            S: RemoveAxis<A, op::$op>,
        {
            const { along::expect_elements::<S, A, op::$op, crate::kernel::reduce::along::$Kind>() };
            let $a = self;
            match along::one($operand).kept::<A, op::$op, $R, crate::kernel::reduce::along::$Kind>() {
                Ok(space) => <<S as RemoveAxis<A, op::$op>>::$Check as $Check>::$done(space.array(|$along| $write)),
                Err(e) => <<S as RemoveAxis<A, op::$op>>::$Check as $Check>::$wrap(Err(e)),
            }
        }
    };
    (into $op:ident $Into:ident; $Check:ident $Wrap:ident $wrap:ident $done:ident $IntoCheck:ident $Kind:ident [$($bound:tt)*] $R:ty;
        $(#[$doc:meta])* $name:ident [$($given:tt)+];
        |$a:ident => $operand:expr, $along:ident $(, $arg:ident: $Arg:ty)*| $write:expr
    ) => {
        $(#[$doc])*
        #[inline]
        pub fn $name<const A: usize, S2: Shape, O2: OwnershipMut>(
            &self,
            $($arg: $Arg,)*
            out: &mut Array<$R, S2, O2>,
        ) -> <along::$IntoCheck<A, S, S2, op::$op, op::$Into> as Check>::Wrap<()>
        where
        $($given)+,
            $($bound)*
            S: RemoveAxis<A, op::$op, Output: SameShape<S2, op::$Into>>,
        {
            const { along::expect_elements::<S, A, op::$op, crate::kernel::reduce::along::$Kind>() };
            let $a = self;
            let done = along::one($operand).reduced_into::<A, op::$op, $R, _, _, crate::kernel::reduce::along::$Kind>(
                out,
                stringify!($name),
                |$along| $write,
            );
            <along::$IntoCheck<A, S, S2, op::$op, op::$Into> as Check>::wrap(done)
        }
    };
}

/// The three forms of a reduction along an axis, by [`along_form`].
macro_rules! along_forms {
    (
        $Check:ident $Wrap:ident $wrap:ident $done:ident $IntoCheck:ident $Kind:ident [$($bound:tt)*] $R:ty;
        $(#[$doc:meta])* $axis:ident $given:tt;
        $(#[$keep_doc:meta])* $keep:ident $keep_given:tt;
        $(#[$into_doc:meta])* $into:ident $into_given:tt;
        $($closure:tt)+
    ) => {
        along_form! { axis $axis; $Check $Wrap $wrap $done $IntoCheck $Kind [$($bound)*] $R;
            $(#[$doc])* $axis $given; $($closure)+ }
        along_form! { keepdims $keep; $Check $Wrap $wrap $done $IntoCheck $Kind [$($bound)*] $R;
            $(#[$keep_doc])* $keep $keep_given; $($closure)+ }
        along_form! { into $axis out; $Check $Wrap $wrap $done $IntoCheck $Kind [$($bound)*] $R;
            $(#[$into_doc])* $into $into_given; $($closure)+ }
    };
}
pub(super) use along_form;
pub(super) use along_forms;
