//! `select`: NumPy's `where`.

#![allow(unsafe_code, reason = "walks through operands of checked shapes, and writes new elements")]

use super::Operand;
use super::elementwise::Known3;
use crate::array::storage::build_by;
use crate::array::{Array, Outcome, Ownership, Room, stretched_to};
use crate::kernel::elementwise::walk::{Plan, read};
use crate::shape::op::{self, Operation};
use crate::shape::{Check, ElementwiseShape, Shape};

/// What [`Array::select`] returns: the value, in a `Result` if a check is left for run time.
pub type SelectOutcome<S, A, B, T> = Outcome<
    <<A as ElementwiseShape<B, op::select>>::Check as Check>::And<
        <S as ElementwiseShape<<A as ElementwiseShape<B, op::select>>::Output, op::select>>::Check,
    >,
    <S as ElementwiseShape<<A as ElementwiseShape<B, op::select>>::Output, op::select>>::Output,
    T,
>;

/// # Element by element
impl<S: Shape, O: Ownership> Array<bool, S, O> {
    /// Takes each element from `a` where the mask is true, and from `b` where it is false.
    ///
    /// `out[i..] = if mask[i..] { a[i..] } else { b[i..] }`
    ///
    /// # Shapes
    /// `(M..), (A..), (B..) -> bc(M, bc(A, B))`, as [`zip_map`](Array::zip_map); `a` and `b` may be numbers.
    ///
    /// As `numpy.where(mask, a, b)`, of elements of one type.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is). The [`ShapeError`](crate::ShapeError) has the two
    /// shapes that do not fit: those of `a` and `b`, or those of the mask and of both.
    ///
    /// # Panics
    /// If the result has more elements than memory can hold, which needs `Dyn` axes that meet no others.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1., -2.], [-3., 4.]];
    /// assert_eq!(a.greater(&0.).select(&a, &0.), array![[1., 0.], [0., 4.]]);
    /// assert_eq!(array![true, false].select(&a, &-&a), array![[1., 2.], [-3., -4.]]);
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// // `select`: axis of length 2 does not match axis of length 3
    /// array![true, false].select(&array![1, 2, 3], &0);
    /// ```
    #[doc(alias("where", "choose"))]
    #[inline]
    #[track_caller]
    pub fn select<T, A: Operand<T>, B: Operand<T>>(
        &self,
        a: &A,
        b: &B,
    ) -> SelectOutcome<S, A::Shape, B::Shape, T>
    where
        T: Copy,
        A::Shape: ElementwiseShape<B::Shape, op::select>,
        S: ElementwiseShape<<A::Shape as ElementwiseShape<B::Shape, op::select>>::Output, op::select>,
    {
        type And<S, A, B> = <<A as ElementwiseShape<B, op::select>>::Check as Check>::And<
            <S as ElementwiseShape<<A as ElementwiseShape<B, op::select>>::Output, op::select>>::Check,
        >;
        let (a, b) = (a.array(), b.array());
        let shape = a.shape().elementwise_shape(b.shape(), op::select::NAME);
        let shape = shape.and_then(|values| self.shape().elementwise_shape(values, op::select::NAME));
        let room = match shape.and_then(|shape| Room::<T, _>::new(op::select::NAME, shape)) {
            Ok(room) => room,
            Err(e) => return And::<S, A::Shape, B::Shape>::wrap(Err(e)),
        };
        let shape = room.shape();
        // SAFETY: the three broadcast to `shape`, for whose elements there is room; the plan is of that shape, so that as many
        // are pushed.
        let storage = unsafe {
            build_by(room.len(), |out| {
                let places = (read(self.as_ptr()), read(a.as_ptr()), read(b.as_ptr()));
                let one = |(mask, a, b): (bool, T, T)| out.push(if mask { a } else { b });
                if const { O::CONTIGUOUS && A::Ownership::CONTIGUOUS && B::Ownership::CONTIGUOUS }
                    && let Some(plan) = const { Known3::<S::Output, S, A::Shape, B::Shape>::PLAN }
                {
                    plan.each(places, one);
                } else {
                    let (mask, a, b) =
                        (stretched_to(self, shape), stretched_to(a, shape), stretched_to(b, shape));
                    let strides = [mask.strides(), a.strides(), b.strides()];
                    let strides = [strides[0].as_ref(), strides[1].as_ref(), strides[2].as_ref()];
                    Plan::new(shape.dims().as_ref(), strides).each(places, one);
                }
            })
        };
        And::<S, A::Shape, B::Shape>::done(shape.value(storage))
    }
}
