//! `lu`: LU factorisation with partial pivoting.

use super::det::{Slogdet, sign_and_logarithm, signs_and_logarithms};
use super::items::{count, exchanged, item, item_mut, stack_of, through_both, value, zeros};
use super::rcond;
use super::solve::TrySolved;
use super::systems::{Of, Systems, keep_first, right_sides, try_value};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::error::linalg::Singular;
use crate::kernel::factor::det::{Scaled, of_factors};
use crate::kernel::factor::{Known, Rows, RowsRef, front, substitute, triangular};
use crate::ops::{IntoOutcome, Operand};
use crate::scalar::{Field, Real};
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Dim, Itself, SameShape, Shape, SolveShape, SquareStack};

/// The LU factorisation of each matrix of a stack: `P A = L U`, with rows exchanged by P, ones on the diagonal of L, and the
/// pivots on that of U.
///
/// Of [`Array::lu`]. It exists for a singular matrix, too.
#[derive(Clone, Debug)]
pub struct Lu<T, S: SquareStack<op::lu>> {
    /// L below the diagonal, U on and above it.
    factors: Array<T, S>,
    /// The row that changed places with row `k` in step `k`.
    exchanges: Array<usize, S::Vectors>,
}

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The LU factorisation of each matrix, by which several systems with the same matrix are solved.
    ///
    /// # Shapes
    /// `(S.., M, M)`
    ///
    /// As `scipy.linalg.lu_factor`.
    ///
    /// # Errors
    /// Only if a length is `Dyn`, or the rank is not in the type: a matrix that is not square. A singular matrix has a
    /// factorisation, and is found by [`Lu::solve`].
    ///
    /// # Accuracy
    /// Partial pivoting: N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed. (2002), 9.3. The bits are
    /// the same on every CPU.
    ///
    /// # Example
    /// ```
    /// use conformable::{Singular, array};
    /// let lu = array![[3., 1.], [1., 2.]].lu();
    /// assert_eq!(lu.solve(&array![9., 8.])?, array![2., 3.]);
    /// assert_eq!(lu.solve(&array![3., 1.])?, array![1., 0.]);
    /// assert_eq!(lu.det(), 5.);
    /// # Ok::<(), Singular>(())
    /// ```
    ///
    /// A matrix that is not square does not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![[1., 2., 3.], [4., 5., 6.]].lu(); // a matrix of 2 rows and 3 columns is not square
    /// ```
    #[doc(alias("lu_factor", "getrf"))]
    #[inline]
    #[track_caller]
    pub fn lu<X>(&self) -> <X::Check as Check>::Wrap<Lu<T, X>>
    where
        T: Field,
        S: Itself<X>,
        X: SquareStack<op::lu>,
    {
        let shape = self.shape().itself();
        X::Check::wrap(shape.vectors().and_then(|vectors| {
            let mut exchanges = crate::array::named(op::lu::NAME, vectors, 0)?;
            let mut factors = self.stretched_to_owned(shape, op::lu::NAME)?;
            factorise::<T, X::Axis>(shape.dims().as_ref(), factors.as_mut_slice(), exchanges.as_mut_slice());
            Ok(Lu { factors, exchanges })
        }))
    }

    /// The same where the matrices stand, with no other memory: L stands below the diagonal of `self` then, without its
    /// ones, and U on and above it. `exchanges[k]` is the row that changed places with row `k` in step `k`.
    ///
    /// # Shapes
    /// `(S.., M, M), exchanges (S.., M)`
    ///
    /// As LAPACK's `getrf`, with rows counted from 0.
    ///
    /// # Errors
    /// As [`lu`](Array::lu), and if `exchanges` has another shape. Both are then as they were. An operand with a
    /// `Dyn` axis whose elements are not contiguous is copied; without the feature `alloc` it is an error.
    #[inline]
    #[track_caller]
    pub fn lu_inplace<X, S2: Shape, O2: OwnershipMut>(
        &mut self,
        exchanges: &mut Array<usize, S2, O2>,
    ) -> IntoOutcome<X::Check, X::Vectors, S2, op::lu_inplace>
    where
        T: Field,
        O: OwnershipMut,
        S: Itself<X>,
        X: SquareStack<op::lu, Vectors: SameShape<S2, op::lu_inplace>>,
    {
        let shape = self.shape().itself().vectors();
        <X::Check as Check>::And::<<X::Vectors as SameShape<S2, op::lu_inplace>>::Check>::wrap(through_both(
            op::lu_inplace::NAME,
            self,
            exchanges,
            shape,
            factorise::<T, X::Axis>,
        ))
    }
}

/// Makes the factors of each matrix of a stack of these lengths.
#[inline(always)]
fn factorise<T: Field, D: Dim>(dims: &[usize], a: &mut [T], exchanges: &mut [usize]) {
    let n = dims.last().copied().unwrap_or(0);
    for i in 0..count(stack_of(dims, 2)) {
        let exchanges = item_mut(exchanges, n, i);
        exchanges.iter_mut().enumerate().for_each(|(k, place)| *place = k);
        front::factorise::<_, D>(Rows::new(item_mut(a, n * n, i), n), &mut |k, p| {
            if let Some(place) = exchanges.get_mut(k) {
                *place = p;
            }
        });
    }
}

impl<T: Field, S: SquareStack<op::lu>> Lu<T, S> {
    /// L: ones on the diagonal, zeros above it. `(S.., M, M)`
    #[must_use]
    pub fn l(&self) -> Array<T, S> {
        self.triangle(|i, j, x| match i.cmp(&j) {
            core::cmp::Ordering::Greater => x,
            core::cmp::Ordering::Equal => T::ONE,
            core::cmp::Ordering::Less => T::ZERO,
        })
    }

    /// U: zeros below the diagonal. `(S.., M, M)`
    #[must_use]
    pub fn u(&self) -> Array<T, S> {
        self.triangle(|i, j, x| if i <= j { x } else { T::ZERO })
    }

    fn triangle(&self, of: impl Fn(usize, usize, T) -> T) -> Array<T, S> {
        let mut triangle = self.factors.to_owned();
        let n = self.rows();
        for (number, x) in triangle.as_mut_slice().iter_mut().enumerate() {
            let (row, j) = (number.checked_div(n).unwrap_or(0), number.checked_rem(n).unwrap_or(0));
            *x = of(row.checked_rem(n).unwrap_or(0), j, *x);
        }
        triangle
    }

    /// The number of the row of A that is row `i` of `P A`, for each `i`. `(S.., M)`
    #[must_use]
    pub fn permutation(&self) -> Array<usize, S::Vectors> {
        let mut permutation = self.exchanges.to_owned();
        let n = self.rows();
        for i in 0..self.count() {
            exchanged(item(self.exchanges.as_slice(), n, i), item_mut(permutation.as_mut_slice(), n, i));
        }
        permutation
    }

    /// The determinant of each matrix, from the pivots. `(S..)`
    #[must_use]
    pub fn det(&self) -> Outcome<S::Check, S::Stack, T> {
        value::<S::Check, _, _>(zeros(op::det::NAME, self.stack()), |_, out| {
            out.iter_mut().enumerate().for_each(|(i, place)| *place = self.product(i).value());
        })
    }

    /// The sign of the determinant of each matrix, and the logarithm of its size, as [`Array::slogdet`]. `(S..), (S..)`
    #[must_use]
    pub fn slogdet(&self) -> Slogdet<S::Check, S::Stack, T, T::Norm> {
        signs_and_logarithms::<S::Check, _, _, _>(self.stack(), |signs, logarithms| {
            for (i, (sign, logarithm)) in signs.iter_mut().zip(logarithms).enumerate() {
                (*sign, *logarithm) = sign_and_logarithm(self.product(i));
            }
        })
    }

    /// Whether each matrix is singular: a pivot is exactly zero. `(S..)`
    #[must_use]
    pub fn is_singular(&self) -> Outcome<S::Check, S::Stack, bool> {
        value::<S::Check, _, _>(zeros(op::lu::NAME, self.stack()), |_, out| {
            out.iter_mut()
                .enumerate()
                .for_each(|(i, place)| *place = triangular::zero_on_diagonal(self.item(i)).is_some());
        })
    }

    /// Solves systems of equations, as [`Array::solve`], with the same bits (but for 4 rows, of which that uses a closed
    /// form).
    ///
    /// # Errors
    /// [`Singular`] if a pivot is exactly zero; in a [`Failure`](crate::Failure) if lengths are compared at run time.
    #[inline]
    #[track_caller]
    pub fn solve<B: Operand<T>>(&self, rhs: &B) -> TrySolved<S, B::Shape, T, op::solve, Singular>
    where
        S: SolveShape<B::Shape, op::solve>,
    {
        let rhs = rhs.array();
        let x = right_sides(rhs, self.factors.shape().solve_shape(rhs.shape()));
        try_value::<<S as SolveShape<B::Shape, op::solve>>::Check, _, _, _>(x, |dims, x| {
            let of_a = self.factors.dims();
            let mut first = None;
            let systems = Systems::<Of<S, B::Shape>>::of(of_a.as_ref(), rhs.dims().as_ref().len(), dims);
            systems.each(x, |of, item, x| {
                keep_first(
                    &mut first,
                    self.solve_item::<Of<S, B::Shape>>(of, x).map(|column| Singular { item, column }),
                );
            });
            first
        })
    }

    /// `x = A⁻¹ x` of a matrix, or the first column without a pivot.
    #[inline(always)]
    fn solve_item<Y: Known>(&self, of: usize, mut x: Rows<'_, T>) -> Option<usize> {
        let zero = triangular::zero_on_diagonal(self.item(of));
        if zero.is_none() {
            let exchanges = item(self.exchanges.as_slice(), self.rows(), of);
            exchanges.iter().enumerate().for_each(|(k, p)| x.swap_rows(k, *p));
            front::substitute::<_, Y, substitute::Factors>(self.item(of), x);
        }
        zero
    }

    /// The inverse of each matrix, as [`Array::inv`], with the same bits (but for 4 rows, of which that uses a closed
    /// form). `(S.., M, M)`
    ///
    /// # Errors
    /// [`Singular`] if a pivot is exactly zero.
    pub fn inverse(&self) -> Result<Array<T, S>, Singular> {
        let mut inverse = self.factors.to_owned();
        let (n, mut first) = (self.rows(), None);
        for i in 0..self.count() {
            let mut x = Rows::new(item_mut(inverse.as_mut_slice(), n * n, i), n);
            x.set_identity();
            keep_first(
                &mut first,
                self.solve_item::<Of<S, S>>(i, x).map(|column| Singular { item: i, column }),
            );
        }
        first.map_or(Ok(inverse), Err)
    }

    /// The number of rows of a matrix.
    #[inline(always)]
    fn rows(&self) -> usize {
        self.factors.dims().as_ref().last().copied().unwrap_or(0)
    }

    /// The number of matrices.
    #[inline(always)]
    fn count(&self) -> usize {
        count(stack_of(self.factors.dims().as_ref(), 2))
    }

    /// The leading axes.
    #[inline(always)]
    fn stack(&self) -> Result<S::Stack, ShapeError> {
        self.factors.shape().split_square().map(|(stack, _)| stack)
    }

    /// The factors of a matrix.
    #[inline(always)]
    fn item(&self, i: usize) -> RowsRef<'_, T> {
        let n = self.rows();
        RowsRef::new(item(self.factors.as_slice(), n * n, i), n)
    }

    /// The determinant of a matrix.
    fn product(&self, i: usize) -> Scaled<T> {
        let exchanges = item(self.exchanges.as_slice(), self.rows(), i);
        let count = exchanges.iter().enumerate().filter(|(k, p)| k != *p).count();
        of_factors(self.item(i), count % 2 == 1)
    }
}

impl<T: Real, S: SquareStack<op::lu>> Lu<T, S> {
    /// An estimate of the reciprocal of the condition of each matrix in the 1-norm, `1 / (|A| |A⁻¹|)`: from 1 for a matrix
    /// whose systems lose no digits down to 0 for a singular one. `(S..)`
    ///
    /// Below the distance from 1 to the next number of the type, a solution may have no digit that is right.
    ///
    /// As LAPACK's `gecon`: 1 for a matrix without elements, and NaN if the factors hold NaN or infinity. It takes some M²
    /// operations, where [`cond_ord`](Array::cond_ord) takes 2 M³.
    ///
    /// # Accuracy
    /// Both norms are estimated by products with a few vectors. An estimate is at most the norm, so the result is seldom less
    /// than the true value, and seldom more than three times that: N. J. Higham, FORTRAN codes for estimating the one-norm of
    /// a real or complex matrix, ACM Trans. Math. Softw. 14 (1988), 381-396.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[0., 8.], [2., 0.]].lu().rcond(), 0.25);
    /// assert_eq!(array![[1., 2.], [2., 4.]].lu().rcond(), 0.);
    /// ```
    #[doc(alias("gecon", "condition_number"))]
    #[must_use]
    pub fn rcond(&self) -> Outcome<S::Check, S::Stack, T> {
        rcond::each(&self.factors, front::lu_rcond)
    }
}
