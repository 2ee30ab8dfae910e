//! `topk`: the largest few along an axis, and where they are.

#![allow(unsafe_code, reason = "hands the elements to the kernels as pointers with strides")]

use super::along::with_all_axes;
use crate::array::{Array, Out, Ownership, OwnershipMut, Room};
use crate::error::{ConstText, ShapeError};
use crate::kernel::reduce::sort;
use crate::scalar::Ordered;
use crate::shape::axis_number;
use crate::shape::op::{self, Operation};
use crate::shape::{AxisArg, AxisGivenFirst, AxisRules, Check, Const, Dim, RemoveAxis, SameShape, Shape};
use crate::written::Written;

/// The largest `K` elements along axis `A`, and their positions.
pub type TopK<T, S, const K: usize, const A: usize> = (
    Array<T, <S as RemoveAxis<A, op::topk>>::With<Const<K>>>,
    Array<usize, <S as RemoveAxis<A, op::topk>>::With<Const<K>>>,
);

/// The shape `S` with `Const<K>` in place of axis `A`.
type Chosen<S, const K: usize, const A: usize, Op> = <S as RemoveAxis<A, Op>>::With<Const<K>>;

/// Whether the types prove that there are `K` elements along axis `A`.
type EnoughCheck<S, const A: usize, Op> =
    <<S as RemoveAxis<A, Op>>::Check as Check>::And<<<S as RemoveAxis<A, Op>>::Axis as Dim>::Known>;

/// What [`Array::topk_into`] returns: `()`, in a `Result` if a check is left for run time.
pub type TopKIntoOutcome<S, const K: usize, const A: usize, Out, Out2> =
    <TopKIntoCheck<S, K, A, Out, Out2> as Check>::Wrap<()>;
/// Whether the types prove that there are `K` elements along axis `A`, and the shapes of both results.
type TopKIntoCheck<S, const K: usize, const A: usize, Out, Out2> =
    <<EnoughCheck<S, A, op::topk_into> as Check>::And<
        <Chosen<S, K, A, op::topk_into> as SameShape<Out, op::topk_into>>::Check,
    > as Check>::And<<Chosen<S, K, A, op::topk_into> as SameShape<Out2, op::topk_into>>::Check>;

/// Does not compile if axis `A` has less than `K` elements by its type.
#[track_caller]
const fn expect_enough<const K: usize, const A: usize, D: Dim, Op: Operation>() {
    if let Some(len) = D::STATIC
        && K > len
    {
        let text = ConstText::new()
            .and("`")
            .and(Op::NAME)
            .and("`: ")
            .and_number(K)
            .and(" elements are asked for, and axis ");
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
        const { expect_enough::<K, A, <S as RemoveAxis<A, op::topk>>::Axis, op::topk>() };
        <EnoughCheck<S, A, op::topk> as Check>::wrap(topk::<T, S, O, K, A>(self))
    }

    /// Writes [`topk`](Array::topk) into two existing arrays, and allocates nothing.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: an array of another shape, fewer than `K` elements, or no
    /// such axis. Both arrays are then as they were.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let (mut values, mut positions) = (Vector::zeros(), Vector::zeros());
    /// array![3, 9, 5, 9].topk_into::<3, 0, _, _, _, _>(&mut values, &mut positions);
    /// assert_eq!(values, array![9, 9, 5]);
    /// assert_eq!(positions, array![1, 3, 2]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn topk_into<const K: usize, const A: usize, S2: Shape, O2: OwnershipMut, S3: Shape, O3: OwnershipMut>(&self, values: &mut Array<T, S2, O2>, positions: &mut Array<usize, S3, O3>) -> TopKIntoOutcome<S, K, A, S2, S3> where AxisRules: AxisGivenFirst<AxisArg<A>, op::topk_into>,
        T: Ordered,
        S: RemoveAxis<A, op::topk_into>,
        Chosen<S, K, A, op::topk_into>: SameShape<S2, op::topk_into> + SameShape<S3, op::topk_into>,
    {
        const { expect_enough::<K, A, <S as RemoveAxis<A, op::topk_into>>::Axis, op::topk_into>() };
        let done = chosen::<T, S, O, K, A, op::topk_into>(self).and_then(|shape| {
            let values = values.expect_shape(op::topk_into::NAME, shape)?;
            let positions = positions.expect_shape(op::topk_into::NAME, shape)?;
            // SAFETY: `chosen` gave the shape.
            let _: (Written<'_>, Written<'_>) = unsafe { write(self, A, K, values, positions) };
            Ok(())
        });
        <TopKIntoCheck<S, K, A, S2, S3> as Check>::wrap(done)
    }
}

/// The shape of the results, or an error if there are fewer elements.
fn chosen<T, S: RemoveAxis<A, Op>, O: Ownership, const K: usize, const A: usize, Op: Operation>(
    a: &Array<T, S, O>,
) -> Result<Chosen<S, K, A, Op>, ShapeError> {
    let shape = a.shape().with_axis(Const::<K>)?;
    let dims = a.dims();
    let len = dims.as_ref().get(axis_number(A, a.ndim())).copied().unwrap_or(0);
    if len < K { Err(ShapeError::too_few_elements(Op::NAME, &[len], K)) } else { Ok(shape) }
}

/// Both results in new arrays.
fn topk<T: Ordered, S: RemoveAxis<A, op::topk>, O: Ownership, const K: usize, const A: usize>(
    a: &Array<T, S, O>,
) -> Result<TopK<T, S, K, A>, ShapeError> {
    let shape = chosen::<T, S, O, K, A, op::topk>(a)?;
    let (values, room) = (Room::new(op::topk::NAME, shape)?, Room::new(op::topk::NAME, shape)?);
    let mut positions = None;
    let values = values.array(|values| {
        let mut done = None;
        positions = Some(room.array(|positions| {
            // SAFETY: `chosen` gave the shape.
            let (values, positions) = unsafe { write(a, A, K, values, positions) };
            done = Some(values);
            positions
        }));
        match done {
            Some(written) => written,
            None => unreachable!("`array` calls what it is given"),
        }
    });
    match positions {
        Some(positions) => Ok((values, positions)),
        None => unreachable!("`array` calls what it is given"),
    }
}

/// Writes the largest elements along an axis, and their positions.
///
/// # Safety
/// The results have the shape of `a` but for `k` positions along the axis, and `a` has as many.
#[inline(always)]
unsafe fn write<'v, 'p, T: Ordered, S: Shape, O: Ownership, Q: Shape, O2, O3>(
    a: &Array<T, S, O>,
    axis: usize,
    k: usize,
    values: Out<'v, T, Q, O2>,
    positions: Out<'p, usize, Q, O3>,
) -> (Written<'v>, Written<'p>) {
    let strides = [values.strides(), positions.strides()];
    with_all_axes(a, axis, strides.each_ref().map(AsRef::as_ref), |axes| {
        let out = (values.as_mut_ptr(), positions.as_mut_ptr());
        // SAFETY: from the caller; `k` elements of both are written for each position of the axes around: all.
        unsafe {
            sort::largest_along(axes, out, a.as_ptr(), k);
            (values.written(), positions.written())
        }
    })
}
