//! Operations on every row of one array and every row of another: shapes and memory, for a kernel given to them.

#![allow(
    unsafe_code,
    reason = "hands the operands of checked shapes to the kernels as pointers with strides"
)]

use crate::array::{self, Array, Destination, Existing, New, Ownership, OwnershipMut, Room};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::kernel::contract::rows::Rows;
use crate::kernel::product::constant::{StaticProduct, row_major};
use crate::shape::op::Operation;
use crate::shape::{AtRunTime, Check, MAX_NDIM, RowsShape, SameShape, Shape};
use crate::written::Written;
use core::marker::PhantomData;
use core::slice;

/// What an operation on pairs of rows returns that writes into an array which is already there: `()`, in a
/// `Result` if a check is left for run time.
pub type RowsIntoOutcome<S, S2, Op, Out, OpInto> = <Checked<S, S2, Op, Out, OpInto> as Check>::Wrap<()>;

/// Whether operands and result are proven to fit.
pub(super) type Checked<S, S2, Op, Out, OpInto> = <<S as RowsShape<S2, Op>>::Check as Check>::And<
    <<S as RowsShape<S2, Op>>::Output as SameShape<Out, OpInto>>::Check,
>;

/// A kernel: the places of C, A and B, and their axes. It writes all of C, and reads none of it before.
///
/// # Safety
/// At every position of the axes the places of A and B can be read, and that of C can be written and belongs to no
/// other position.
pub(super) type Kernel<C, A, B> = unsafe fn(*mut C, *const A, *const B, &Rows<'_>);

/// An operation by its names: its own, and that of its form with a result which is already there.
pub(super) struct Pairs<Op, OpInto>(PhantomData<(Op, OpInto)>);

impl<Op: Operation, OpInto: Operation> Pairs<Op, OpInto> {
    /// The result in memory of its own.
    #[inline(always)]
    pub(super) fn value<C, T, U, S: RowsShape<S2, Op>, S2: Shape, O: Ownership, O2: Ownership>(
        a: &Array<T, S, O>,
        b: &Array<U, S2, O2>,
        kernel: Kernel<C, T, U>,
    ) -> Result<<S::Output as Shape>::Value<C>, ShapeError> {
        fill(a, b, New::<AtRunTime>::of(Op::NAME), kernel)
    }

    /// The one result of two vectors, one element after another, of as many as the types say; `None` for all else.
    #[inline(always)]
    pub(super) fn dot<C, T, U, S: RowsShape<S2, Op>, S2: Shape, O: Ownership, O2: Ownership>(
        a: &Array<T, S, O>,
        b: &Array<U, S2, O2>,
        dot: unsafe fn(*const T, *const U, usize) -> C,
    ) -> Option<Result<<S::Output as Shape>::Value<C>, ShapeError>> {
        let (Some(1), Some(1), Some(k)) = (S::STATIC_NDIM, S2::STATIC_NDIM, S::K) else { return None };
        if !O::CONTIGUOUS || !O2::CONTIGUOUS || S::STATIC_LEN != Some(k) || S2::STATIC_LEN != Some(k) {
            return None;
        }
        let room = a.shape().rows_shape(b.shape()).and_then(|shape| Room::<C, _>::new(Op::NAME, shape));
        Some(room.map(|room| {
            // SAFETY: both are `k` contiguous elements; the result is one element, which is written.
            room.value(|out| unsafe {
                out.as_mut_ptr().write(dot(a.as_ptr(), b.as_ptr(), k));
                out.written()
            })
        }))
    }

    /// The result in an existing array.
    #[inline(always)]
    pub(super) fn into<C, T, U, S: RowsShape<S2, Op>, S2: Shape, S3: Shape, O3: OwnershipMut>(
        a: &Array<T, S, impl Ownership>,
        b: &Array<U, S2, impl Ownership>,
        out: &mut Array<C, S3, O3>,
        kernel: Kernel<C, T, U>,
    ) -> Result<(), ShapeError> {
        fill(a, b, Existing::<AtRunTime, _, _, _>::of(OpInto::NAME, out), kernel)
    }
}

/// The product of all rows with all rows, of arrays with these ownerships and a result with the last one, if the types know the
/// lengths and all elements are contiguous.
pub(super) struct AllRows<Op, S, S2, O, O2, O3>(PhantomData<(Op, S, S2, O, O2, O3)>);

impl<Op, S: RowsShape<S2, Op>, S2: Shape, O: Ownership, O2: Ownership, O3: Ownership> StaticProduct
    for AllRows<Op, S, S2, O, O2, O3>
{
    const AXES: Option<[Axis; 3]> = match (S::STATIC_LEN, S2::STATIC_LEN, S::K) {
        (Some(a), Some(b), Some(k)) if k > 0 && O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS => {
            Some(row_major([a / k, b / k, k], true))
        }
        _ => None,
    };
}

/// The result, wherever it goes.
#[inline(always)]
fn fill<Op: Operation, C, T, U, S: RowsShape<S2, Op>, S2: Shape, D: Destination<C, S::Output>>(
    a: &Array<T, S, impl Ownership>,
    b: &Array<U, S2, impl Ownership>,
    destination: D,
    kernel: Kernel<C, T, U>,
) -> D::Done {
    // SAFETY: the shape of these operands' rows.
    destination.fill(a.shape().rows_shape(b.shape()), |out| unsafe { write(a, b, out, kernel) })
}

/// Hands the axes to the kernel.
///
/// # Safety
/// The operands have passed `rows_shape`, which gave the shape of `out`.
#[inline(always)]
unsafe fn write<'o, C, T, U, Out: Shape, S: Shape, S2: Shape, O: Ownership, O2: Ownership, O3: Ownership>(
    a: &Array<T, S, O>,
    b: &Array<U, S2, O2>,
    out: array::Out<'o, C, Out, O3>,
    run: Kernel<C, T, U>,
) -> Written<'o> {
    let (first, strides) = (out.as_mut_ptr(), out.strides());
    let strides = strides.as_ref();
    let (dims_a, dims_b) = (a.dims(), b.dims());
    let (strides_a, strides_b) = (a.strides(), b.strides());
    let (strides_a, strides_b) = (strides_a.as_ref(), strides_b.as_ref());
    // An operand of rank 0 makes every element of both a row of its own.
    let (free_a, free_b, k) = match (dims_a.as_ref(), dims_b.as_ref()) {
        ([free_a @ .., k], [free_b @ .., _]) => {
            // There may be more strides than axes.
            let [a, b] =
                [strides_a.get(free_a.len()), strides_b.get(free_b.len())].map(|s| s.copied().unwrap_or(0));
            (free_a, free_b, Axis { len: *k, c: 0, a, b })
        }
        (dims_a, dims_b) => (dims_a, dims_b, Axis::ONE),
    };
    let of_a = |(len, (c, a)): (&usize, (&isize, &isize))| Axis { len: *len, c: *c, a: *a, b: 0 };
    let of_b = |(len, (c, b)): (&usize, (&isize, &isize))| Axis { len: *len, c: *c, a: 0, b: *b };
    let axes_a = free_a.iter().zip(strides.iter().zip(strides_a)).map(of_a);
    let axes_b = free_b.iter().zip(strides.iter().skip(free_a.len()).zip(strides_b)).map(of_b);
    let (one_m, one_n);
    let (mut m, mut n);
    let rows = if free_a.len() <= 1 && free_b.len() <= 1 {
        // An axis of length 1 is none.
        let (mut axes_a, mut axes_b) = (axes_a, axes_b);
        (one_m, one_n) = (axes_a.next().unwrap_or(Axis::ONE), axes_b.next().unwrap_or(Axis::ONE));
        Rows { m: slice::from_ref(&one_m), n: slice::from_ref(&one_n), k }
    } else {
        (m, n) = ([Axis::ONE; MAX_NDIM], [Axis::ONE; MAX_NDIM]);
        m.iter_mut().zip(axes_a).for_each(|(place, axis)| *place = axis);
        n.iter_mut().zip(axes_b).for_each(|(place, axis)| *place = axis);
        Rows { m: crate::axes::first(&m, free_a.len()), n: crate::axes::first(&n, free_b.len()), k }
    };
    // SAFETY: the axes of each array, and those of `out`, which are the free axes of `a` and then those of `b`.
    unsafe {
        run(first, a.as_ptr(), b.as_ptr(), &rows);
        out.written()
    }
}
