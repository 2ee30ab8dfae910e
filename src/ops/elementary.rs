//! The driver of elementary functions: kernels that are compiled once, in this crate, over the planes of one array, or of two
//! that broadcast.

#![allow(unsafe_code, reason = "hands operands of checked shapes to the kernels, and writes new elements")]

use super::MapIntoOutcome;
use super::elementwise::{Both, ElementwiseIntoOutcome, both, is_small, refused, with_number, zip};
use crate::array::{self, Array, Outcome, Ownership, OwnershipMut, stretched_to};
use crate::kernel::elementary::Function;
use crate::kernel::elementwise::walk::Plan;
use crate::kernel::{MatMut, MatRef};
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, ElementwiseShape, Mark, SameShape, Shape};
use crate::simd::HAS_VECTORS;
use crate::written::Written;

/// Whether each element of an array of shape `S` takes a call of its own: there are few, or no vectors.
pub(super) const fn is_few<T, S: Shape>() -> bool {
    match S::STATIC_LEN {
        Some(len) => is_small::<T, S>(true) && (len <= 4 || !HAS_VECTORS),
        None => false,
    }
}

impl<T: Real, S: Shape, O: Ownership> Array<T, S, O> {
    /// The array of a function of every element.
    #[inline]
    #[track_caller]
    pub(super) fn function<F: Function<1>>(&self, _: F) -> Array<T, S> {
        if const { is_few::<T, S>() } {
            return self.map(|x| F::one([x]));
        }
        match with_number(self, Array::from_element_ref(&())).in_room("map") {
            Ok(all) => {
                Array::from_parts(self.shape(), all.written(|all| write::<F, _, _, _, _, _>(self, all.out())))
            }
            Err(e) => refused(e),
        }
    }

    /// Writes [`function`](Array::function) into an existing array.
    #[inline]
    pub(super) fn function_into<F: Function<1>, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
        _: F,
    ) -> MapIntoOutcome<S, S2>
    where
        S: SameShape<S2, op::map_into>,
    {
        if const { is_few::<T, S>() } {
            return self.map_into(out, |x| F::one([x]));
        }
        let out = out.expect_shape("map_into", self.shape());
        S::Check::wrap(out.map(|out| {
            let _: Written<'_> = write::<F, _, _, _, _, _>(self, out);
        }))
    }

    /// The array of a function of every element and a number.
    #[inline]
    #[track_caller]
    pub(super) fn function_with<F: Function<2>>(&self, number: T, _: F) -> Array<T, S> {
        if const { is_few::<T, S>() } {
            return self.map(|x| F::one([x, number]));
        }
        match with_number(self, Array::from_element_ref(&number)).in_room("map") {
            Ok(both) => Array::from_parts(self.shape(), both.written(|both| both.write_function::<F>())),
            Err(e) => refused(e),
        }
    }

    /// Writes [`function_with`](Array::function_with) into an existing array.
    #[inline]
    pub(super) fn function_with_into<F: Function<2>, S2: Shape, O2: OwnershipMut>(
        &self,
        number: T,
        out: &mut Array<T, S2, O2>,
        _: F,
    ) -> MapIntoOutcome<S, S2>
    where
        S: SameShape<S2, op::map_into>,
    {
        if const { is_few::<T, S>() } {
            return self.map_into(out, |x| F::one([x, number]));
        }
        let both = with_number(self, Array::from_element_ref(&number)).in_place_of(out, "map_into");
        S::Check::wrap(both.map(|both| {
            let _: Written<'_> = both.write_function::<F>();
        }))
    }
}

/// The new array of a function of the elements of both, the operands of the operation `Op`.
#[inline(always)]
#[track_caller]
pub(super) fn function_of_both<Op: Operation, F, T, S, S2, O, O2>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    op: Mark<Op>,
    _: F,
) -> Outcome<S::Check, S::Output, T>
where
    F: Function<2>,
    T: Real,
    S: ElementwiseShape<S2, Op>,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    if const { is_few::<T, S::Output>() } {
        return zip(a, b, op, |x, y| F::one([x, y]));
    }
    let both = both::<Op, _, _, _, _, _, _>(a, b, Op::NAME);
    match both.and_then(|both| Ok((both.shape(), both.in_room(Op::NAME)?))) {
        Ok((shape, both)) => S::Check::done(shape.value(both.written(|both| both.write_function::<F>()))),
        Err(e) => S::Check::wrap(Err(e)),
    }
}

/// Writes [`function_of_both`] into an existing array; the operation is `Into`.
#[inline(always)]
pub(super) fn function_of_both_into<Into: Operation, F, T, S, S2, S3, O, O2, O3>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    out: &mut Array<T, S3, O3>,
    _: F,
) -> ElementwiseIntoOutcome<S, S2, S3, Into>
where
    F: Function<2>,
    T: Real,
    S: ElementwiseShape<S2, Into, Output: SameShape<S3, Into>>,
    S2: Shape,
    S3: Shape,
    O: Ownership,
    O2: Ownership,
    O3: OwnershipMut,
{
    type And<C, S, S3, Into> = <C as Check>::And<<S as SameShape<S3, Into>>::Check>;
    let both = both::<Into, _, _, _, _, _, _>(a, b, Into::NAME);
    And::<S::Check, S::Output, S3, Into>::wrap(both.and_then(|both| {
        let both = both.in_place_of(out, Into::NAME)?;
        let _: Written<'_> = both.write_function::<F>();
        Ok(())
    }))
}

/// Writes a function of every element of an array that has the shape of the result.
#[inline(always)]
fn write<'o, F: Function<1>, T: Real, S: Shape, S2: Shape, O: Ownership, O2: Ownership>(
    a: &Array<T, S, O>,
    out: array::Out<'o, T, S2, O2>,
) -> Written<'o> {
    let (first, len) = (out.as_mut_ptr(), out.shape().size());
    // SAFETY: `a` has the shape of the result, whose places are its own; all elements are written.
    unsafe {
        if const { O::CONTIGUOUS && O2::CONTIGUOUS } {
            F::many(MatMut::new(first, [1, len], [0, 1]), [MatRef::new(a.as_ptr(), [1, len], [0, 1])]);
        } else {
            let (to, from) = (out.strides(), a.strides());
            write_planes::<F, T>(first, a.dims().as_ref(), [to.as_ref(), from.as_ref()], a.as_ptr());
        }
        out.written()
    }
}

/// A function of elements, into memory with these lengths; the first strides are those of `out`.
///
/// # Safety
/// With these lengths and strides `a` can be read and `out` written, each position its own.
#[inline(never)]
unsafe fn write_planes<F: Function<1>, T: Real>(
    out: *mut T,
    dims: &[usize],
    strides: [&[isize]; 2],
    a: *const T,
) {
    let plan = Plan::new(dims, strides);
    let [at, at_a] = [0, 1].map(|k| plan.plane_strides(k));
    // SAFETY: the offsets lead to the planes of each operand, whose lengths and strides these are, from the caller.
    plan.parts(|[o, x], lens| unsafe {
        F::many(
            MatMut::new(out.wrapping_offset(o), lens, at),
            [MatRef::new(a.wrapping_offset(x), lens, at_a)],
        );
    });
}

/// The same of the elements of both.
///
/// # Safety
/// As [`write_planes`].
#[inline(never)]
unsafe fn write_planes_of_both<F: Function<2>, T: Real>(
    out: *mut T,
    dims: &[usize],
    strides: [&[isize]; 3],
    [a, b]: [*const T; 2],
) {
    let plan = Plan::new(dims, strides);
    let [at, at_a, at_b] = [0, 1, 2].map(|k| plan.plane_strides(k));
    // SAFETY: as in `write_planes`.
    plan.parts(|[o, x, y], lens| unsafe {
        let operands = [(a.wrapping_offset(x), at_a), (b.wrapping_offset(y), at_b)];
        F::many(
            MatMut::new(out.wrapping_offset(o), lens, at),
            operands.map(|(p, at)| MatRef::new(p, lens, at)),
        );
    });
}

impl<'o, T: Real, S: Shape, S2: Shape, O: Ownership, O2: Ownership, Out: Shape, O3: Ownership>
    Both<'_, T, T, S, S2, O, O2, array::Out<'o, T, Out, O3>>
{
    /// Writes a function of the elements of both.
    #[inline(always)]
    fn write_function<F: Function<2>>(self) -> Written<'o> {
        let (a, b, out) = (self.a, self.b, self.out());
        let shape = out.shape();
        // SAFETY: `a` and `b` broadcast to the shape of the result, whose places are its own; all elements are written.
        unsafe {
            let (a, b, to) = (stretched_to(a, shape), stretched_to(b, shape), out.strides());
            let (of_a, of_b) = (a.strides(), b.strides());
            let strides = [to.as_ref(), of_a.as_ref(), of_b.as_ref()];
            write_planes_of_both::<F, T>(
                out.as_mut_ptr(),
                shape.dims().as_ref(),
                strides,
                [a.as_ptr(), b.as_ptr()],
            );
            out.written()
        }
    }
}
