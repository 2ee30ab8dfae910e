//! `inner`: sums of products over the last axis of both operands. The exemplar of an operation.

#![allow(
    unsafe_code,
    reason = "hands the operands of checked shapes to the kernels as pointers with strides"
)]

use super::plane::{Lengths, dense, is_matvec, is_small, lengths, planes};
use super::rows::{Free, product_of_rows};
use super::{IntoOutcome, Operand};
use crate::array::storage::Storage;
use crate::array::{Array, Outcome, Owned, Ownership, OwnershipMut, row_major};
use crate::error::ShapeError;
use crate::kernel::{self, MatMut, MatRef, Order};
use crate::scalar::Scalar;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, InnerShape, SameShape, Shape, checked_len};
use crate::shape::{are_known_same, is_same};
use core::marker::PhantomData;

impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Multiplies and adds up over the last axis of both arrays.
    ///
    /// `out[i.., j..] = sum over k of a[i.., k] * b[j.., k]`
    ///
    /// # Shapes
    /// `(A.., K), (B.., K) -> (A.., B..)`. Two vectors give the scalar itself. An operand of rank 0, or a
    /// plain number, multiplies every element of the other.
    ///
    /// As `numpy.inner`, with three differences: lengths that the types know are compared by the compiler;
    /// the element type of both operands is the same, and that of the result; a zero of rank 0 times a NaN
    /// is NaN. Complex numbers are not conjugated. Integers wrap around; for `bool` it is *or* of *and*s. Sums of products of
    /// `f16` and `bf16` are made in `f32` and rounded once.
    /// With `K = 0` every element is zero.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`] says which axes differ, in NumPy's words.
    ///
    /// # Panics
    /// If `Dyn` axes that meet no others make a result of more elements than memory can hold.
    ///
    /// # Accuracy
    /// Sums are made in a fixed order, the same for every kind of array and every number of threads, and
    /// for up to 8 terms, or if one operand is a vector, the same on every CPU; with the feature
    /// `deterministic` always. The error of a sum of `n` terms is within `g(k) * sum |a_i * b_i|` with
    /// `g(k) = k*u / (1 - k*u)`, where `u` is half the machine epsilon and `k` is at most
    /// `64 + 2 + log2(n)`; for matrices with `K > 8`, `min(K, 256) + ceil(K / 256)`
    /// (N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed., 2002, section 4.2).
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, Vector, array};
    /// let a = array![[1, 2, 3], [4, 5, 6]];
    /// let b = array![[7, 8, 9], [10, 11, 12]];
    /// assert_eq!(a.inner(&b), Matrix::new([[50, 68], [122, 167]]));
    /// assert_eq!(a.inner(&Vector::new([1, 0, 1])), array![4, 10]);
    /// assert_eq!(array![1, 2, 3].inner(&array![4, 5, 6]), 32);
    /// assert_eq!(a.inner(&10)[[1, 2]], 60);
    /// ```
    ///
    /// Lengths that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1, 2, 3].inner(&array![1, 2, 3, 4]); // `inner`: axis of length 3 does not match axis of length 4
    /// ```
    #[inline]
    #[track_caller]
    pub fn inner<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar,
        S: InnerShape<B::Shape>,
    {
        // Apart, because an array that was in a `Result` is copied out of it.
        if const { S::LENGTHS.is_some() } {
            let [m, n, _] = const { lengths::<Rows<S, B::Shape>>() };
            return match self.shape().inner_shape(rhs.array().shape()) {
                // SAFETY: the result has `m * n` elements, and an array type of so many exists, so they fit.
                Ok(shape) => S::Check::done(unsafe { inner_of(self, rhs.array(), shape, m * n) }),
                Err(e) => S::Check::wrap(Err(e)),
            };
        }
        S::Check::wrap(inner(self, rhs.array()))
    }

    /// Writes [`inner`](Array::inner) into an array that is already there, and allocates nothing.
    ///
    /// # Shapes
    /// `(A.., K), (B.., K), out (A.., B..)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, or an `out` of
    /// another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let a = array![[1, 2], [3, 4]];
    /// let mut out = Matrix::zeros();
    /// a.inner_into(&array![[5, 6], [7, 8]], &mut out);
    /// assert_eq!(out, array![[17, 23], [39, 53]]);
    /// ```
    #[inline]
    pub fn inner_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::inner_into>
    where
        T: Scalar,
        S: InnerShape<B::Shape>,
        S::Output: SameShape<S3, op::inner_into>,
    {
        type Checked<C, S, S3> = <C as Check>::And<<S as SameShape<S3, op::inner_into>>::Check>;
        Checked::<S::Check, S::Output, S3>::wrap(inner_into(self, rhs.array(), out))
    }
}

#[inline(always)]
fn inner<T: Scalar, S: InnerShape<S2>, S2: Shape, O: Ownership, O2: Ownership>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
) -> Result<<S::Output as Shape>::Value<T>, ShapeError> {
    let shape = a.shape().inner_shape(b.shape())?;
    let dims = shape.dims();
    let len = match <S::Output as Shape>::STATIC_LEN {
        Some(len) => len,
        None => match checked_len::<T>(dims.as_ref()) {
            Some(len) => len,
            None => return Err(ShapeError::too_large(op::inner::NAME, dims.as_ref())),
        },
    };
    // SAFETY: both checked just before.
    Ok(unsafe { inner_of(a, b, shape, len) })
}

/// The result of a shape that `inner_shape` gave.
///
/// # Safety
/// `len` is the number of its elements, whose bytes are in range.
#[inline(always)]
unsafe fn inner_of<T: Scalar, S: InnerShape<S2>, S2: Shape, O: Ownership, O2: Ownership>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    shape: S::Output,
    len: usize,
) -> <S::Output as Shape>::Value<T> {
    // SAFETY: from the caller; `write` writes all elements, in row-major order.
    let storage = unsafe {
        Storage::init_with(len, |out| write::<T, S, S2, O, O2, Owned>(a, b, out, row_major(shape)))
    };
    shape.value(storage)
}

/// The lengths of the product of the rows of both operands.
struct Rows<S, S2>(PhantomData<(S, S2)>);
impl<S: InnerShape<S2>, S2: Shape> Lengths for Rows<S, S2> {
    const LENGTHS: Option<[usize; 3]> = S::LENGTHS;
}

#[inline(always)]
fn inner_into<
    T: Scalar,
    S: InnerShape<S2>,
    S2: Shape,
    S3: Shape,
    O: Ownership,
    O2: Ownership,
    O3: OwnershipMut,
>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    out: &mut Array<T, S3, O3>,
) -> Result<(), ShapeError> {
    let shape = a.shape().inner_shape(b.shape())?;
    if const { !are_known_same::<S::Output, S3>() } && !is_same(shape.dims().as_ref(), out.dims().as_ref()) {
        let (is, must) = (out.dims(), shape.dims());
        return Err(ShapeError::wrong_shape(op::inner_into::NAME, is.as_ref(), must.as_ref()));
    }
    let strides = shape.strides_from(|axis| out.strides().as_ref()[axis]);
    // SAFETY: `out` has the lengths of `shape`, and is borrowed mutably.
    unsafe { write::<T, S, S2, O, O2, O3>(a, b, out.as_mut_ptr(), strides) };
    Ok(())
}

/// Of an operand with 1 or 2 axes: whether it has an axis of rows, and the strides of its rows and of the
/// summed axis.
#[inline(always)]
fn plane(strides: &impl AsRef<[isize]>) -> Option<(bool, [isize; 2])> {
    match strides.as_ref() {
        [step] => Some((false, [0, *step])),
        [row, step] => Some((true, [*row, *step])),
        _ => None,
    }
}

/// Writes the result of shape `S::Output` to `out`, all of it.
///
/// # Safety
/// `a` and `b` have passed `inner_shape`, and with these strides `out` has room for the result's shape, each
/// position its own. The strides are those of row-major order if `O3` is contiguous.
#[inline(always)]
unsafe fn write<T: Scalar, S: InnerShape<S2>, S2: Shape, O: Ownership, O2: Ownership, O3: Ownership>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    out: *mut T,
    strides: <S::Output as Shape>::Strides,
) {
    // All lengths in the types, all elements one after another: the kernel is chosen at compile time, and of
    // the others no code is made.
    if const { O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS && S::LENGTHS.is_some() } {
        let (a, b) = (a.as_ptr(), b.as_ptr());
        let [m, n, k] = const { lengths::<Rows<S, S2>>() };
        // SAFETY: by `LENGTHS` `a` has `m` rows of `k` elements, `b` has `n`, and `out` has `m` rows of `n`.
        unsafe {
            if const { matches!(S::LENGTHS, Some([1, 1, _])) } {
                out.write(kernel::dot_static(a, b, k));
            } else if const { is_small::<T, Rows<S, S2>>() } {
                dense::<T, Rows<S, S2>, false, false>(a, b, out);
            } else if const { is_matvec::<T, Rows<S, S2>>() } {
                let (rows, x) = if n == 1 { (a, b) } else { (b, a) };
                kernel::gemv::rows(out, rows, x, [m * n, k]);
            } else {
                let c = MatMut::new(out, [m, n], [n as isize, 1]);
                let a = MatRef::new(a, [m, k], [k as isize, 1]);
                let b = MatRef::new(b, [n, k], [k as isize, 1]).t();
                kernel::product(Order::of(m, n, k), c, a, b);
            }
        }
        return;
    }
    // All elements one after another: the rows of each operand are those of one matrix, whatever its rank.
    if const { O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS } {
        let (dims_a, dims_b) = (a.dims(), b.dims());
        let (free_a, free_b, k) = match (dims_a.as_ref(), dims_b.as_ref()) {
            ([free_a @ .., k], [free_b @ .., _]) => (free_a, free_b, *k),
            (dims_a, dims_b) => (dims_a, dims_b, 1),
        };
        let (m, n): (usize, usize) = (free_a.iter().product(), free_b.iter().product());
        // SAFETY: by its lengths `a` has `m` rows of `k` elements, `b` has `n`, and `out` has `m` rows of `n`.
        unsafe {
            if m == 1 && n == 1 {
                out.write(kernel::dot_contiguous(a.as_ptr(), b.as_ptr(), k));
            } else {
                let c = MatMut::new(out, [m, n], [n as isize, 1]);
                let a = MatRef::new(a.as_ptr(), [m, k], [k as isize, 1]);
                let b = MatRef::new(b.as_ptr(), [n, k], [k as isize, 1]).t();
                kernel::product(Order::of(m, n, k), c, a, b);
            }
        }
        return;
    }
    let (strides_a, strides_b) = (a.strides(), b.strides());
    // The lengths are constants, and so are the strides where a view is made and used in one place.
    if const { S::LENGTHS.is_some() }
        && let (Some((rows_a, at_a)), Some((rows_b, at_b))) = (plane(&strides_a), plane(&strides_b))
    {
        let axes = strides.as_ref();
        let at_out = [if rows_a { axes[0] } else { 0 }, if rows_b { axes[usize::from(rows_a)] } else { 0 }];
        let at_b = [at_b[1], at_b[0]];
        // SAFETY: these are the strides of `a`, of `b` as a matrix of K rows, and of `out`.
        return unsafe { planes::<T, Rows<S, S2>>([a.as_ptr(), b.as_ptr()], out, [at_a, at_b, at_out]) };
    }
    let (dims_a, dims_b) = (a.dims(), b.dims());
    let (dims_a, dims_b) = (dims_a.as_ref(), dims_b.as_ref());
    let strides_out = strides.as_ref();
    // An operand of rank 0 makes every element of both a row of its own.
    let (free_a, free_b, k, step_a, step_b) = match (dims_a, dims_b) {
        ([free_a @ .., k], [free_b @ .., _]) => {
            (free_a, free_b, *k, strides_a.as_ref()[free_a.len()], strides_b.as_ref()[free_b.len()])
        }
        _ => (dims_a, dims_b, 1, 0, 0),
    };
    let rows_a = Free { dims: free_a, strides: strides_a.as_ref(), out: strides_out };
    let rows_b = Free { dims: free_b, strides: strides_b.as_ref(), out: &strides_out[free_a.len()..] };
    // SAFETY: the free axes and the summed one are the axes of each array; the axes of `out` are the free
    // axes of `a`, then those of `b`.
    unsafe { product_of_rows(a.as_ptr(), b.as_ptr(), out, rows_a, rows_b, k, [step_a, step_b]) }
}
