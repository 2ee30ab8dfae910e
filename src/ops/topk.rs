//! `topk`: the largest few along an axis, and where they are.

#![allow(unsafe_code, reason = "hands the elements to the kernels as pointers with strides")]

use super::along::with_all_axes;
use crate::array::storage::Storage;
use crate::array::{Array, Ownership, row_major};
use crate::error::{ConstText, ShapeError};
use crate::kernel::reduce::sort;
use crate::scalar::Ordered;
use crate::shape::axis_number;
use crate::shape::op::{self, Operation};
use crate::shape::{AxisArg, AxisGivenFirst, AxisRules, Check, Const, Dim, RemoveAxis, Shape, checked_size};

/// The largest `K` elements along axis `A`, and their positions.
pub type TopK<T, S, const K: usize, const A: usize> = (
    Array<T, <S as RemoveAxis<A, op::topk>>::With<Const<K>>>,
    Array<usize, <S as RemoveAxis<A, op::topk>>::With<Const<K>>>,
);

/// Does not compile if axis `A` has less than `K` elements by its type.
#[track_caller]
const fn expect_enough<const K: usize, const A: usize, D: Dim>() {
    if let Some(len) = D::STATIC
        && K > len
    {
        let text = ConstText::new().and("`topk`: ").and_number(K).and(" elements are asked for, and axis ");
        text.and_number(A).and(" has length ").and_number(len).refuse();
    }
}

/// # Sorting
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The largest `K` elements along axis `A`, counted from 0, the largest first, and their positions.
    ///
    /// # Shapes
    /// The shape of the array with `Const<K>` in place of axis `A`, twice. A `K` above the length of the axis does not compile
    /// (`cargo build` says so, `cargo check` does not: lengths of any size cannot be compared by a bound).
    ///
    /// As the first `K` of `numpy.flip(numpy.sort(a, axis=A), axis=A)`, but that of equal elements the first comes first; and as
    /// PyTorch's `topk`. NaNs count as the largest, the first of them first, as in [`max`](Array::max): `topk::<1, A>` is
    /// [`max_axis`](Array::max_axis) and [`argmax_axis`](Array::argmax_axis). Takes up to `n K` steps for `n` elements,
    /// few more than `n` if they are in no order.
    ///
    /// # Errors
    /// Only if axis `A` is `Dyn`, and has less than `K` elements; for [`DynRank`](crate::DynRank) also if there is no such
    /// axis.
    ///
    /// # Panics
    /// As [`sum_axis`](Array::sum_axis).
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let (values, positions) = array![[3, 9, 5, 9], [1, 2, 3, 4]].topk::<2, 1>();
    /// assert_eq!(values, array![[9, 9], [4, 3]]);
    /// assert_eq!(positions, array![[1, 3], [3, 2]]);
    /// ```
    ///
    /// ```compile_fail,E0080
    /// // `topk`: 4 elements are asked for, and axis 0 has length 3
    /// conformable::array![1, 2, 3].topk::<4, 0>();
    /// ```
    #[doc(alias("partition", "argpartition"))]
    #[inline]
    #[track_caller]
    #[allow(clippy::type_complexity, reason = "a result of two arrays, if a check is left")]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn topk<const K: usize, const A: usize>(&self) -> <<<S as RemoveAxis<A, op::topk>>::Check as Check>::And<<<S as RemoveAxis<A, op::topk>>::Axis as Dim>::Known> as Check>::Wrap<TopK<T, S, K, A>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::topk>,
        T: Ordered,
        S: RemoveAxis<A, op::topk>,
    {
        type Checked<S, const A: usize> = <<S as RemoveAxis<A, op::topk>>::Check as Check>::And<
            <<S as RemoveAxis<A, op::topk>>::Axis as Dim>::Known,
        >;
        const { expect_enough::<K, A, <S as RemoveAxis<A, op::topk>>::Axis>() };
        <Checked<S, A> as Check>::wrap(topk::<T, S, O, K, A>(self))
    }
}

fn topk<T: Ordered, S, O: Ownership, const K: usize, const A: usize>(
    a: &Array<T, S, O>,
) -> Result<TopK<T, S, K, A>, ShapeError>
where
    S: RemoveAxis<A, op::topk>,
{
    let shape = a.shape().with_axis(Const::<K>)?;
    let (dims_a, dims, strides) = (a.dims(), shape.dims(), row_major(shape));
    let len = dims_a.as_ref().get(axis_number(A, a.ndim())).copied().unwrap_or(0);
    if len < K {
        return Err(ShapeError::too_few_elements(op::topk::NAME, &[len], K));
    }
    let (Some(count), Some(_)) = (checked_size::<T, _>(shape), checked_size::<usize, _>(shape)) else {
        return Err(ShapeError::too_large(op::topk::NAME, dims.as_ref()));
    };
    let mut positions = None;
    // SAFETY: the numbers of bytes were checked just before. `largest_along` writes `K` elements of both for each position
    // of the axes around: all.
    let values = unsafe {
        Storage::init_with(count, |values| {
            positions = Some(Storage::init_with(count, |positions| {
                with_all_axes(a, A, strides.as_ref(), |axes| {
                    sort::largest_along(axes, (values, positions), a.as_ptr(), K);
                });
            }));
        })
    };
    match positions {
        Some(positions) => Ok((Array::from_parts(shape, values), Array::from_parts(shape, positions))),
        None => unreachable!("`init_with` calls what it is given"),
    }
}
