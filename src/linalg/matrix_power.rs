//! `matrix_power`: products of a matrix with itself.

use super::items::{count, into, item_mut, stack_of, zeros};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::kernel::product::constant::{self, StaticProduct, row_major};
use crate::kernel::{self, Axis, MatMut, MatRef, Order};
use crate::ops::IntoOutcome;
use crate::scalar::Scalar;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Dim, Itself, SameShape, Shape, SquareStack};
use core::marker::PhantomData;

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The product of `exponent` factors, each of them the matrix: for each matrix of a stack.
    ///
    /// # Shapes
    /// `(S.., M, M) -> (S.., M, M)`
    ///
    /// As `numpy.linalg.matrix_power`; of no factors it is the identity. For a negative power take that of
    /// [`inv`](Array::inv). Integers wrap around.
    ///
    /// # Errors
    /// Only if a length is `Dyn`, or the rank is not in the type: a matrix that is not square.
    ///
    /// # Accuracy
    /// Repeated squares: about `2 log2(exponent)` products, each with the bits of [`matmul`](Array::matmul).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1, 1], [1, 0]].matrix_power(10), array![[89, 55], [55, 34]]);
    /// ```
    #[doc(alias = "pow")]
    #[inline]
    #[track_caller]
    pub fn matrix_power<X>(&self, exponent: u32) -> <X::Check as Check>::Wrap<Array<T, X>>
    where
        T: Scalar,
        S: Itself<X>,
        X: SquareStack<op::matrix_power>,
    {
        let shape = self.shape().itself();
        let out = shape.split_square().and_then(|_| zeros(op::matrix_power::NAME, Ok(shape)));
        X::Check::wrap(out.map(|mut out| {
            write::<T, S, O, X::Axis>(self, exponent, out.as_mut_slice());
            out
        }))
    }

    /// Writes [`matrix_power`](Array::matrix_power) into an existing array, and allocates nothing but copies of `self` if
    /// that has a `Dyn` axis.
    ///
    /// # Shapes
    /// `(S.., M, M), out (S.., M, M)`
    ///
    /// # Errors
    /// As [`matrix_power`](Array::matrix_power), and if `out` has another shape. `out` is then as it was.
    #[inline]
    pub fn matrix_power_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        exponent: u32,
        out: &mut Array<T, S2, O2>,
    ) -> IntoOutcome<X::Check, S, S2, op::matrix_power_into>
    where
        T: Scalar,
        S: Itself<X> + SameShape<S2, op::matrix_power_into>,
        X: SquareStack<op::matrix_power>,
    {
        let shape = self.shape().itself().split_square().map(|_| self.shape());
        into::<<X::Check as Check>::And<<S as SameShape<S2, op::matrix_power_into>>::Check>, _, _, _, _>(
            op::matrix_power_into::NAME,
            shape,
            out,
            |_, out| write::<T, S, O, X::Axis>(self, exponent, out),
        )
    }
}

/// Writes a power of each matrix, whose axis is `D`.
fn write<T: Scalar, S: Shape, O: Ownership, D: Dim>(a: &Array<T, S, O>, exponent: u32, result: &mut [T]) {
    let dims = a.dims();
    let n = dims.as_ref().last().copied().unwrap_or(0);
    // The square, and room for a product; each of the whole stack.
    let (mut square, mut room) = (a.to_owned(), a.to_owned());
    for i in 0..count(stack_of(dims.as_ref(), 2)) {
        let [square, room] = [&mut square, &mut room].map(|array| item_mut(array.as_mut_slice(), n * n, i));
        let result = item_mut(result, n * n, i);
        if exponent == 0 {
            result.fill(T::ZERO);
            result.iter_mut().step_by(n.wrapping_add(1).max(1)).for_each(|x| *x = T::ONE);
        }
        let (mut rest, mut is_begun) = (exponent, false);
        while rest > 0 {
            if rest & 1 == 1 {
                if is_begun {
                    multiply::<T, D>(n, room, result, square);
                    result.iter_mut().zip(&*room).for_each(|(to, from)| *to = *from);
                } else {
                    result.iter_mut().zip(&*square).for_each(|(to, from)| *to = *from);
                }
                is_begun = true;
            }
            rest >>= 1;
            if rest > 0 {
                multiply::<T, D>(n, room, square, square);
                square.iter_mut().zip(&*room).for_each(|(to, from)| *to = *from);
            }
        }
    }
}

/// The product of two matrices whose axis is `D`, if that has its length in the type.
struct Square<D>(PhantomData<D>);
impl<D: Dim> StaticProduct for Square<D> {
    const AXES: Option<[Axis; 3]> = match D::STATIC {
        Some(n) => Some(row_major([n; 3], false)),
        None => None,
    };
}

/// `out = a b`, of matrices (N, N) whose axis is `D`.
#[inline(always)]
fn multiply<T: Scalar, D: Dim>(n: usize, out: &mut [T], a: &[T], b: &[T]) {
    if const { D::STATIC.is_some() } {
        constant::product_of_slices::<T, Square<D>>(a, b, out);
    } else if let (Some(out), Some(a), Some(b)) =
        (MatMut::from_slice(out, n, n), MatRef::from_slice(a, n, n), MatRef::from_slice(b, n, n))
    {
        kernel::product(Order::of(n, n, n), out, a, b);
    }
}
