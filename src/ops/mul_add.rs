//! `mul_add`: a product and a sum with one rounding.

#![allow(unsafe_code, reason = "walks through operands of checked shapes, and writes new elements")]

use super::Operand;
use super::elementwise::is_small;
use crate::array::storage::{Storage, build_by};
use crate::array::{Array, Outcome, Ownership, Room, row_major, stretched_to};
use crate::error::ShapeError;
use crate::kernel;
use crate::kernel::elementwise::walk::{Plan, read};
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, ElementwiseShape, Shape};

/// The shape of the product of two operands and its sum with a third.
type Sum<S, B, C> =
    <<S as ElementwiseShape<B, op::mul_add>>::Output as ElementwiseShape<C, op::mul_add>>::Output;
/// Whether the types prove that the three fit.
type SumCheck<S, B, C> = <<S as ElementwiseShape<B, op::mul_add>>::Check as Check>::And<
    <<S as ElementwiseShape<B, op::mul_add>>::Output as ElementwiseShape<C, op::mul_add>>::Check,
>;
/// What [`Array::mul_add`] returns: the array, in a `Result` if a check is left for run time.
pub type MulAddOutcome<S, B, C, T> = Outcome<SumCheck<S, B, C>, Sum<S, B, C>, T>;

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The product with one operand plus another, rounded once.
    ///
    /// `out[i..] = a[i..] * b[i..] + c[i..]`
    ///
    /// # Shapes
    /// `(A..), (B..), (C..) -> bc(bc(A, B), C)`, as [`zip_map`](Array::zip_map); plain numbers go with every shape.
    ///
    /// NumPy has no such function; as [`f64::mul_add`]. A CPU that has an instruction for it computes many elements with
    /// that, whatever the program is compiled for (without the feature `std`: if it is compiled for such a CPU). Where there
    /// is none each element takes a call, and `a * b + c`, which rounds twice, is faster.
    ///
    /// # Errors
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Panics
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1., 2.], [3., 4.]];
    /// assert_eq!(a.mul_add(&10., &array![5., 6.]), array![[15., 26.], [35., 46.]]);
    /// ```
    #[doc(alias = "fma")]
    #[inline]
    #[track_caller]
    pub fn mul_add<B: Operand<T>, C: Operand<T>>(
        &self,
        factor: &B,
        summand: &C,
    ) -> MulAddOutcome<S, B::Shape, C::Shape, T>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::mul_add, Output: ElementwiseShape<C::Shape, op::mul_add>>,
    {
        SumCheck::<S, B::Shape, C::Shape>::wrap(mul_add(self, factor.array(), summand.array()))
    }
}

#[inline(always)]
fn mul_add<T: Real, S, S2, S3, O: Ownership, O2: Ownership, O3: Ownership>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    c: &Array<T, S3, O3>,
) -> Result<<Sum<S, S2, S3> as Shape>::Value<T>, ShapeError>
where
    S: ElementwiseShape<S2, op::mul_add, Output: ElementwiseShape<S3, op::mul_add>>,
    S2: Shape,
    S3: Shape,
{
    let product = a.shape().elementwise_shape(b.shape(), op::mul_add::NAME)?;
    let shape = product.elementwise_shape(c.shape(), op::mul_add::NAME)?;
    let len = Room::<T, _>::new(op::mul_add::NAME, shape)?.len();
    // SAFETY: the first two broadcast to the shape of their product, and that and the third to `shape`, whose bytes
    // are in range; a plan has as many positions, and the views have an element at each.
    let storage = unsafe {
        if const { kernel::has_mul_add::<T>() && !(IS_INSTRUCTION && is_small::<T, Sum<S, S2, S3>>(true)) } {
            Storage::init_with(len, |out| {
                if O::CONTIGUOUS
                    && O2::CONTIGUOUS
                    && O3::CONTIGUOUS
                    && [a.len(), b.len(), c.len()] == [len; 3]
                {
                    // All have the lengths of the result, but for axes of length 1.
                    let places = (out, [a.as_ptr(), b.as_ptr(), c.as_ptr()]);
                    return kernel::mul_add(places, [1, len], [[0; 4], [1; 4]]);
                }
                let (a, b, c) = (stretched_to(a, shape), stretched_to(b, shape), stretched_to(c, shape));
                let strides = [row_major(shape), a.strides(), b.strides(), c.strides()];
                let strides =
                    [strides[0].as_ref(), strides[1].as_ref(), strides[2].as_ref(), strides[3].as_ref()];
                write(out, shape.dims().as_ref(), strides, [a.as_ptr(), b.as_ptr(), c.as_ptr()]);
            })
        } else {
            build_by(len, |out| {
                let (a, b, c) = (stretched_to(a, shape), stretched_to(b, shape), stretched_to(c, shape));
                let (dims, places) = (shape.dims(), (read(a.as_ptr()), read(b.as_ptr()), read(c.as_ptr())));
                Plan::new(dims.as_ref(), [a.strides().as_ref(), b.strides().as_ref(), c.strides().as_ref()])
                    .each(places, |(a, b, c)| out.push(a.mul_add(b, c)));
            })
        }
    };
    Ok(shape.value(storage))
}

/// Whether the target promises an instruction for it; else the kernels look for one.
const IS_INSTRUCTION: bool = cfg!(any(target_feature = "fma", target_arch = "aarch64"));

/// `a b + c` into memory with these lengths; the first strides are those of `out`.
///
/// # Safety
/// With these lengths and strides the operands can be read and `out` written, each position its own; there is a kernel.
#[inline(never)]
unsafe fn write<T: Real>(out: *mut T, dims: &[usize], strides: [&[isize]; 4], [a, b, c]: [*const T; 3]) {
    let plan = Plan::new(dims, strides);
    let at = [0, 1, 2, 3].map(|k| plan.plane_strides(k));
    let at = [at.map(|[row, _]| row), at.map(|[_, col]| col)];
    // SAFETY: the offsets lead to the planes of each operand, whose lengths and strides these are, from the caller.
    plan.parts(|[o, x, y, z], lens| unsafe {
        let places = [a.wrapping_offset(x), b.wrapping_offset(y), c.wrapping_offset(z)];
        kernel::mul_add((out.wrapping_offset(o), places), lens, at);
    });
}
