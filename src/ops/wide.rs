//! What `matmul_wide`, `dot_wide` and `inner_wide` share: shapes and memory, kernels, and how many products a sum may have.

#![allow(
    unsafe_code,
    reason = "hands the operands of checked shapes to the kernels as pointers with strides"
)]

use super::product::{Axes, Product};
use crate::array::{Array, Destination, Existing, New, Ownership, OwnershipMut, row_major};
use crate::error::{ConstText, ShapeError};
use crate::kernel::contract::rows::Rows;
use crate::kernel::contract::wide;
use crate::scalar::Widening;
use crate::shape::op::{self, Operation};
use crate::shape::{AtRunTime, RowsShape, Shape};

/// The result of `P`, under the name of `Op`, in memory of its own.
#[inline(always)]
pub(super) fn value<P: Product<S, S2>, Op: Operation, T: Widening<U>, U: Copy, S: Shape, S2: Shape>(
    a: &Array<T, S, impl Ownership>,
    b: &Array<U, S2, impl Ownership>,
) -> Result<<P::Output as Shape>::Value<T::Wide>, ShapeError> {
    fill::<P, Op, T, U, S, S2, _>(a, b, New::<AtRunTime>::of(Op::NAME))
}

/// The result of `P`, under the name of `Op`, in an existing array.
#[inline(always)]
pub(super) fn into<
    P,
    Op: Operation,
    OpInto: Operation,
    T: Widening<U>,
    U: Copy,
    S: Shape,
    S2: Shape,
    S3: Shape,
>(
    a: &Array<T, S, impl Ownership>,
    b: &Array<U, S2, impl Ownership>,
    out: &mut Array<T::Wide, S3, impl OwnershipMut>,
) -> Result<(), ShapeError>
where
    P: Product<S, S2>,
{
    fill::<P, Op, T, U, S, S2, _>(a, b, Existing::<AtRunTime, _, _, _>::of(OpInto::NAME, out))
}

/// The result of `P`, wherever it goes, if no sum of so many products can overflow.
#[inline(always)]
fn fill<P, Op: Operation, T: Widening<U>, U: Copy, S: Shape, S2: Shape, D>(
    a: &Array<T, S, impl Ownership>,
    b: &Array<U, S2, impl Ownership>,
    destination: D,
) -> D::Done
where
    P: Product<S, S2>,
    D: Destination<T::Wide, P::Output>,
{
    let (dims_a, dims_b, strides_a, strides_b) = (a.dims(), b.dims(), a.strides(), b.strides());
    let axes_a = Axes { dims: dims_a.as_ref(), strides: strides_a.as_ref() };
    let axes_b = Axes { dims: dims_b.as_ref(), strides: strides_b.as_ref() };
    let shape = P::shape(a.shape(), b.shape()).and_then(|shape| {
        // Of lengths in the types the compiler has counted the terms: `expect_few_terms`.
        if const { S::STATIC_LEN.is_none() || S2::STATIC_LEN.is_none() } {
            let lists = P::lists(
                axes_a,
                axes_b,
                Axes { dims: shape.dims().as_ref(), strides: row_major(shape).as_ref() },
            );
            let k = lists.k.as_slice().iter().map(|axis| axis.len).product();
            few_terms::<T, U>(Op::NAME, axes_a.dims, axes_b.dims, k)?;
        }
        Ok(shape)
    });
    destination.fill(shape, |out| {
        let (dims, strides) = (out.shape().dims(), out.strides());
        let lists = P::lists(axes_a, axes_b, Axes { dims: dims.as_ref(), strides: strides.as_ref() });
        // SAFETY: the axes are those of the operands and of the result, all of which is written.
        unsafe {
            wide::contract(out.as_mut_ptr(), a.as_ptr(), b.as_ptr(), &lists.as_contraction());
            out.written()
        }
    })
}

/// An error if a sum of `k` products can overflow.
#[inline]
pub(super) fn few_terms<T: Widening<U>, U>(
    name: &'static str,
    left: &[usize],
    right: &[usize],
    k: usize,
) -> Result<(), ShapeError> {
    match T::MOST_TERMS {
        Some(most) if k as u64 > most => Err(ShapeError::sum_can_overflow(name, left, right, k)),
        _ => Ok(()),
    }
}

/// Does not compile if a sum of as many products as the types say can overflow.
#[track_caller]
pub(super) const fn expect_few_terms<T: Widening<U>, U>(name: &str, k: Option<usize>) {
    if let (Some(k), Some(most)) = (k, T::MOST_TERMS)
        && k as u64 > most
    {
        let text = ConstText::new().and("`").and(name).and("`: a sum of ").and_number(k).and(T::TEXT);
        text.refuse();
    }
}

type Kernel<T, U> = super::pairs::Kernel<<T as Widening<U>>::Wide, T, U>;

/// The kernel: that of a matrix and a vector, where their lengths are in the types and their elements, and those of the
/// result, are contiguous, or that of any axes.
pub(super) const fn rows_kernel<T: Widening<U>, U: Copy, S: RowsShape<S2, op::inner_wide>, S2: Shape>(
    is_contiguous: bool,
) -> Kernel<T, U> {
    match (S::STATIC_LEN, S2::STATIC_LEN, S::K) {
        (Some(_), Some(len), Some(k)) if is_contiguous && len == k && k > 0 && wide::is_own::<T, U>() => {
            matvec::<T, U, S, S2>
        }
        _ => wide::inner::<T, U>,
    }
}

/// The kernel of a matrix and a vector.
///
/// # Safety
/// The elements of each operand, and of the result, are contiguous; `b` is one row.
#[inline(always)]
unsafe fn matvec<T: Widening<U>, U: Copy, S: RowsShape<S2, op::inner_wide>, S2: Shape>(
    c: *mut T::Wide,
    a: *const T,
    b: *const U,
    _: &Rows<'_>,
) {
    let (m, k) = const {
        match (S::STATIC_LEN, S::K) {
            (Some(len), Some(k)) if k > 0 => (len / k, k),
            _ => (0, 0),
        }
    };
    // SAFETY: from the caller; `a` is `m` rows of `k`.
    unsafe { wide::rows(c, a, b, [m, k]) };
}
