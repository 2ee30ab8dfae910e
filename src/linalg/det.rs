//! `det` and `slogdet`: determinants.

use super::items::{
    count, elements, expect_out, expect_reachable, into, item, item_mut, stack_of, through, value, zeros,
};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::kernel::elementary::{Function, Ln};
use crate::kernel::factor::det::{Scaled, of_few};
use crate::kernel::factor::front::determinant;
use crate::kernel::factor::{Rows, RowsRef};
use crate::ops::IntoOutcome;
use crate::scalar::{Field, Normed, Real};
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Dim, Itself, SameShape, Shape, SquareStack};
use num_traits::{Float, One};

/// What `slogdet` returns: the sign and the logarithm of the size, each of the shape `S`.
pub type Slogdet<C, S, T, R> = <C as Check>::Wrap<(<S as Shape>::Value<T>, <S as Shape>::Value<R>)>;

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The determinant of each matrix.
    ///
    /// # Shapes
    /// `(S.., M, M) -> (S..)`; of one matrix the number itself.
    ///
    /// As `numpy.linalg.det`: 1 for a matrix without elements. It is 0 if the matrix is singular, but a result that is not
    /// 0 does not say how near to a singular one the matrix is.
    ///
    /// # Errors
    /// Only if a length is `Dyn`, or the rank is not in the type: a matrix that is not square.
    ///
    /// # Accuracy
    /// Up to 4 rows in closed form, with an error of some units of the last place of the product of the sums of all rows;
    /// from 5 on the product of the pivots, which leaves the range only if the determinant does. The bits are the same on
    /// every CPU.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1., 2.], [3., 4.]].det(), -2.);
    /// ```
    ///
    /// A matrix that is not square does not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![[1., 2., 3.], [4., 5., 6.]].det(); // a matrix of 2 rows and 3 columns is not square
    /// ```
    #[doc(alias = "determinant")]
    #[inline]
    #[track_caller]
    pub fn det<X>(&self) -> Outcome<X::Check, X::Stack, T>
    where
        T: Field,
        S: Itself<X>,
        X: SquareStack<op::det>,
    {
        let stack = self.shape().itself().split_square().map(|(stack, _)| stack);
        value::<X::Check, _, _>(zeros(op::det::NAME, stack), |_, out| {
            determinants::<T, S, O, X::Axis>(self, out)
        })
    }

    /// Writes [`det`](Array::det) into an existing array, and allocates nothing but a copy of `self` if that has a `Dyn`
    /// axis.
    ///
    /// # Shapes
    /// `(S.., M, M), out (S..)`
    ///
    /// # Errors
    /// As [`det`](Array::det), and if `out` has another shape. `out` is then as it was.
    #[inline]
    pub fn det_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> IntoOutcome<X::Check, X::Stack, S2, op::det_into>
    where
        T: Field,
        S: Itself<X>,
        X: SquareStack<op::det, Stack: SameShape<S2, op::det_into>>,
    {
        let stack = self.shape().itself().split_square().map(|(stack, _)| stack);
        into::<<X::Check as Check>::And<<X::Stack as SameShape<S2, op::det_into>>::Check>, _, _, _, _>(
            op::det_into::NAME,
            stack,
            out,
            |_, out| determinants::<T, S, O, X::Axis>(self, out),
        )
    }

    /// [`det`](Array::det) with no other memory: the matrices are destroyed.
    ///
    /// # Shapes
    /// As [`det`](Array::det).
    ///
    /// # Errors
    /// As [`det`](Array::det). An operand with a `Dyn` axis whose elements are not contiguous is copied; without the feature
    /// `alloc` it is an error.
    #[inline]
    #[track_caller]
    pub fn det_inplace<X>(&mut self) -> Outcome<X::Check, X::Stack, T>
    where
        T: Field,
        O: OwnershipMut,
        S: Itself<X>,
        X: SquareStack<op::det>,
    {
        let name = op::det_inplace::NAME;
        let stack = self.shape().itself().split_square().map(|(stack, _)| stack);
        let out = stack.and_then(|stack| expect_reachable(name, self).map(|()| stack));
        value::<X::Check, _, _>(zeros(name, out), |_, out| {
            through(self, |dims, a| destroy::<T, X::Axis>(a, dims, out))
        })
    }

    /// The sign of the determinant of each matrix, and the natural logarithm of its size, for determinants out of the range
    /// of floats.
    ///
    /// `det = sign * exp(logarithm)`; of a singular matrix these are 0 and minus infinity.
    ///
    /// # Shapes
    /// `(S.., M, M) -> (S..), (S..)`
    ///
    /// As `numpy.linalg.slogdet`. The sign of a complex determinant is a number of size 1.
    ///
    /// # Errors
    /// As [`det`](Array::det).
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// assert_eq!(array![[0., 1.], [1., 0.]].slogdet(), (-1., 0.));
    /// let (sign, logarithm) = (Matrix::<f64, 9, 9>::eye() * 1e-50).slogdet(); // 1e-450 is no f64
    /// assert!(sign == 1. && (logarithm + 450. * 10_f64.ln()).abs() < 1e-12);
    /// ```
    #[doc(alias("logdet", "ln_det"))]
    #[inline]
    #[track_caller]
    pub fn slogdet<X, R: Real>(&self) -> Slogdet<X::Check, X::Stack, T, R>
    where
        T: Field + Normed<Norm = R>,
        S: Itself<X>,
        X: SquareStack<op::slogdet>,
    {
        let stack = self.shape().itself().split_square().map(|(stack, _)| stack);
        signs_and_logarithms::<X::Check, _, _, _>(stack, |signs, logarithms| {
            signed_logarithms::<T, S, O, X::Axis>(self, signs, logarithms);
        })
    }

    /// Writes [`slogdet`](Array::slogdet) into existing arrays, and allocates nothing but a copy of `self` if that has a
    /// `Dyn` axis.
    ///
    /// # Shapes
    /// `(S.., M, M), signs (S..), logarithms (S..)`
    ///
    /// # Errors
    /// As [`det`](Array::det), and if an array has another shape. Both are then as they were.
    #[inline]
    pub fn slogdet_into<X, R: Real, S2: Shape, O2: OwnershipMut, S3: Shape, O3: OwnershipMut>(
        &self,
        signs: &mut Array<T, S2, O2>,
        logarithms: &mut Array<R, S3, O3>,
    ) -> SlogdetIntoOutcome<X, S2, S3>
    where
        T: Field + Normed<Norm = R>,
        S: Itself<X>,
        X: SquareStack<op::slogdet, Stack: SameShape<S2, op::slogdet_into> + SameShape<S3, op::slogdet_into>>,
    {
        let name = op::slogdet_into::NAME;
        let fits = self.shape().itself().split_square().and_then(|(stack, _)| {
            expect_out(name, signs, stack)?;
            expect_out(name, logarithms, stack)
        });
        SlogdetIntoCheck::<X, S2, S3>::wrap(fits.map(|()| {
            through(signs, |_, signs| {
                through(logarithms, |_, logarithms| {
                    signed_logarithms::<T, S, O, X::Axis>(self, signs, logarithms)
                });
            });
        }))
    }
}

/// What is checked at run time of matrices of the shape `X`, and of the arrays for signs and logarithms.
type SlogdetIntoCheck<X, S2, S3> =
    <<<X as SquareStack<op::slogdet>>::Check as Check>::And<
        <<X as SquareStack<op::slogdet>>::Stack as SameShape<S2, op::slogdet_into>>::Check,
    > as Check>::And<<<X as SquareStack<op::slogdet>>::Stack as SameShape<S3, op::slogdet_into>>::Check>;

/// What `slogdet_into` returns for arrays of the shapes `S2` and `S3`.
pub type SlogdetIntoOutcome<X, S2, S3> = <SlogdetIntoCheck<X, S2, S3> as Check>::Wrap<()>;

/// What `slogdet` returns of a stack, after `write` wrote the signs and the logarithms.
#[inline(always)]
#[track_caller]
pub(super) fn signs_and_logarithms<C: Check, S: Shape, T: Field, R: Real>(
    stack: Result<S, ShapeError>,
    write: impl FnOnce(&mut [T], &mut [R]),
) -> Slogdet<C, S, T, R> {
    let name = op::slogdet::NAME;
    let made = zeros(name, stack).and_then(|signs| Ok((signs, zeros(name, stack)?)));
    C::wrap(made.map(|(mut signs, mut logarithms)| {
        write(signs.as_mut_slice(), logarithms.as_mut_slice());
        (signs.into_value(), logarithms.into_value())
    }))
}

/// The sign of a number, and the logarithm of its size.
#[inline]
pub(super) fn sign_and_logarithm<T: Field>(x: Scaled<T>) -> (T, T::Norm) {
    let size = x.significand.modulus();
    if size == num_traits::Zero::zero() {
        return (T::ZERO, T::Norm::neg_infinity());
    }
    let exponent: T::Norm = num_traits::NumCast::from(x.exponent).unwrap_or_else(T::Norm::nan);
    let two = T::Norm::one() + T::Norm::one();
    (x.significand.direction(), Ln::one([size]) + exponent * Ln::one([two]))
}

/// Writes the determinant of each matrix: a few rows are read where they stand, and more are copied.
#[inline(always)]
fn determinants<T: Field, S: Shape, O: Ownership, D: Dim>(a: &Array<T, S, O>, out: &mut [T]) {
    let dims = a.dims();
    let n = dims.as_ref().last().copied().unwrap_or(0);
    if n == 0 || n > 4 {
        return destroy::<T, D>(a.to_owned().as_mut_slice(), dims.as_ref(), out);
    }
    elements(a, |a| {
        for (number, place) in out.iter_mut().enumerate() {
            *place = of_few(RowsRef::new(item(a, n * n, number), n)).unwrap_or(T::ZERO);
        }
    });
}

/// Writes the determinant of each matrix of a stack of these lengths, which is destroyed.
#[inline(always)]
fn destroy<T: Field, D: Dim>(a: &mut [T], dims: &[usize], out: &mut [T]) {
    let n = dims.last().copied().unwrap_or(0);
    for (number, place) in out.iter_mut().enumerate() {
        let a = Rows::new(item_mut(a, n * n, number), n);
        *place = match of_few(a.as_ref()) {
            Some(det) => det,
            None => determinant::<_, D>(a).value(),
        };
    }
}

/// The sign of the determinant of each matrix, and the logarithm of its size.
#[inline(always)]
fn signed_logarithms<T: Field, S: Shape, O: Ownership, D: Dim>(
    a: &Array<T, S, O>,
    signs: &mut [T],
    logarithms: &mut [T::Norm],
) {
    let (dims, mut copy) = (a.dims(), a.to_owned());
    let n = dims.as_ref().last().copied().unwrap_or(0);
    let places = signs.iter_mut().zip(logarithms).enumerate().take(count(stack_of(dims.as_ref(), 2)));
    for (item, (sign, logarithm)) in places {
        let matrix = Rows::new(item_mut(copy.as_mut_slice(), n * n, item), n);
        (*sign, *logarithm) = sign_and_logarithm(determinant::<_, D>(matrix));
    }
}
