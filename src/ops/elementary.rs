//! The driver of elementary functions: kernels that are compiled once, in this crate, over the planes of an array.

#![allow(unsafe_code, reason = "hands operands of checked shapes to the kernels, and writes new elements")]

use super::MapIntoOutcome;
use super::elementwise::{is_small, planes, refused, with_number};
use crate::array::{self, Array, Ownership, OwnershipMut};
use crate::kernel::elementary::Function;
use crate::kernel::{MatMut, MatRef};
use crate::scalar::Real;
use crate::shape::{Check, SameShape, Shape, op};
use crate::simd::HAS_VECTORS;
use crate::written::Written;

/// Whether each element of an array of shape `S` takes a call of its own: there are few, or no vectors.
const fn is_few<T, S: Shape>() -> bool {
    match S::STATIC_LEN {
        Some(len) => is_small::<T, S>(true) && (len <= 4 || !HAS_VECTORS),
        None => false,
    }
}

impl<T: Real, S: Shape, O: Ownership> Array<T, S, O> {
    /// The array of a function of every element.
    #[inline]
    #[track_caller]
    pub(super) fn function<F: Function>(&self, _: F) -> Array<T, S> {
        if const { is_few::<T, S>() } {
            return self.map(F::one);
        }
        match with_number(self, Array::from_element_ref(&())).in_room("map") {
            Ok(both) => Array::from_parts(
                self.shape(),
                both.written(|both| write::<F, _, _, _, _, _>(self, both.out())),
            ),
            Err(e) => refused(e),
        }
    }

    /// Writes [`function`](Array::function) into an existing array.
    #[inline]
    pub(super) fn function_into<F: Function, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
        _: F,
    ) -> MapIntoOutcome<S, S2>
    where
        S: SameShape<S2, op::map_into>,
    {
        if const { is_few::<T, S>() } {
            return self.map_into(out, F::one);
        }
        let out = out.expect_shape("map_into", self.shape());
        S::Check::wrap(out.map(|out| {
            let _: Written<'_> = write::<F, _, _, _, _, _>(self, out);
        }))
    }
}

/// Writes a function of every element of an array that has the shape of the result.
#[inline(always)]
fn write<'o, F: Function, T: Real, S: Shape, S2: Shape, O: Ownership, O2: Ownership>(
    a: &Array<T, S, O>,
    out: array::Out<'o, T, S2, O2>,
) -> Written<'o> {
    let (first, len) = (out.as_mut_ptr(), out.shape().size());
    // SAFETY: `a` has the shape of the result, whose places are its own; all elements are written.
    unsafe {
        if const { O::CONTIGUOUS && O2::CONTIGUOUS } {
            F::many(MatMut::new(first, [1, len], [0, 1]), MatRef::new(a.as_ptr(), [1, len], [0, 1]));
        } else {
            let (to, from) = (out.strides(), a.strides());
            planes(first, a.dims().as_ref(), [to.as_ref(), from.as_ref()], a.as_ptr(), F::many::<T>);
        }
        out.written()
    }
}
