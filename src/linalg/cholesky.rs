//! `cholesky`: Cholesky factorisation of symmetric positive definite matrices.

use super::items::{count, expect_reachable, item, item_mut, stack_of, through, value, zeros};
use super::rcond;
use super::solve::{Solved, TryIntoOutcome};
use super::systems::{Of, Systems, keep_first, right_sides, tried, try_into, try_made};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::error::linalg::NotPositiveDefinite;
use crate::kernel::elementary::{Function, Ln};
use crate::kernel::factor::det::Scaled;
use crate::kernel::factor::{Rows, RowsRef, cholesky, front, substitute};
use crate::ops::Operand;
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Dim, DistanceShape, Itself, SameShape, Shape, SolveShape, SquareStack};

/// The Cholesky factorisation of each matrix of a stack: `A = L Lᵀ`, with L zero above the diagonal and positive on it.
///
/// Of [`Array::cholesky`]. What it solves cannot fail, for every A that has it is invertible.
#[derive(Clone, Debug)]
pub struct Cholesky<T, S: SquareStack<op::cholesky>> {
    l: Array<T, S>,
}

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The Cholesky factorisation of each matrix, which is symmetric and positive definite: a covariance, `xᵀ x`, a
    /// stiffness.
    ///
    /// The lower triangle is read, and the upper one is not; where that is the one to be read, factorise `a.t()`.
    ///
    /// # Shapes
    /// `(S.., M, M)`
    ///
    /// As `numpy.linalg.cholesky`, whose result is [`l`](Cholesky::l).
    ///
    /// # Errors
    /// [`NotPositiveDefinite`] if a pivot is not greater than zero, or NaN; in a [`Failure`](crate::Failure) if a length is
    /// `Dyn`, or the rank is not in the type.
    ///
    /// # Accuracy
    /// N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed. (2002), 10.1. The bits are the same on every
    /// CPU.
    ///
    /// # Example
    /// ```
    /// use conformable::{NotPositiveDefinite, array};
    /// let chol = array![[4., 2.], [2., 5.]].cholesky()?;
    /// assert_eq!(chol.l(), &array![[2., 0.], [1., 2.]]);
    /// assert_eq!(chol.solve(&array![6., 7.]), array![1., 1.]);
    /// # Ok::<(), NotPositiveDefinite>(())
    /// ```
    ///
    /// A matrix that is not square does not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![[1., 2., 3.], [4., 5., 6.]].cholesky(); // a matrix of 2 rows and 3 columns is not square
    /// ```
    #[doc(alias("llt", "potrf"))]
    #[inline]
    #[track_caller]
    pub fn cholesky<X>(&self) -> <X::Check as Check>::Try<Cholesky<T, X>, NotPositiveDefinite>
    where
        T: Real,
        S: Itself<X>,
        X: SquareStack<op::cholesky>,
    {
        let shape = self.shape().itself();
        let l = shape.split_square().and_then(|_| self.stretched_to_owned(shape, op::cholesky::NAME));
        try_made::<X::Check, _, _, _>(
            l,
            |l| factorise::<T, X::Axis>(shape.dims().as_ref(), l.as_mut_slice()),
            |l| Cholesky { l },
        )
    }

    /// Writes L of [`cholesky`](Array::cholesky) into an existing array, zeros above its diagonal, and allocates nothing.
    ///
    /// # Shapes
    /// `(S.., M, M), out (S.., M, M)`
    ///
    /// # Errors
    /// As [`cholesky`](Array::cholesky). If the shapes do not fit, `out` is as it was. In the place of a factor that there
    /// is not stands NaN, and all others are there.
    #[inline]
    pub fn cholesky_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> TryIntoOutcome<X::Check, S, S2, op::cholesky_into, NotPositiveDefinite>
    where
        T: Real,
        S: Itself<X> + SameShape<S2, op::cholesky_into>,
        X: SquareStack<op::cholesky>,
    {
        let shape = self.shape().itself().split_square().map(|_| self.shape());
        try_into::<<X::Check as Check>::And<<S as SameShape<S2, op::cholesky_into>>::Check>, _, _, _, _, _>(
            op::cholesky_into::NAME,
            shape,
            out,
            |dims, l| {
                l.iter_mut().zip(self.iter()).for_each(|(to, from)| *to = *from);
                factorise::<T, X::Axis>(dims, l)
            },
        )
    }

    /// The same where the matrices stand, with no other memory: `self` becomes L, with zeros above its diagonal.
    ///
    /// # Shapes
    /// `(S.., M, M)`
    ///
    /// # Errors
    /// As [`cholesky_into`](Array::cholesky_into). An operand with a
    /// `Dyn` axis whose elements are not contiguous is copied; without the feature `alloc` it is an error.
    ///
    /// # Example
    /// ```
    /// use conformable::{NotPositiveDefinite, array};
    /// let mut a = array![[4., 2.], [2., 5.]];
    /// a.cholesky_inplace()?;
    /// assert_eq!(a, array![[2., 0.], [1., 2.]]);
    /// # Ok::<(), NotPositiveDefinite>(())
    /// ```
    #[inline]
    #[track_caller]
    pub fn cholesky_inplace<X>(&mut self) -> <X::Check as Check>::Try<(), NotPositiveDefinite>
    where
        T: Real,
        O: OwnershipMut,
        S: Itself<X>,
        X: SquareStack<op::cholesky>,
    {
        let fits = self.shape().itself().split_square().map(|_| ());
        let fits = fits.and_then(|()| expect_reachable(op::cholesky_inplace::NAME, self));
        tried::<X::Check, _>(fits, || through(self, factorise::<T, X::Axis>))
    }
}

/// Makes L of each matrix of a stack of these lengths, or NaN where there is none.
#[inline(always)]
fn factorise<T: Real, D: Dim>(dims: &[usize], l: &mut [T]) -> Option<NotPositiveDefinite> {
    let n = dims.last().copied().unwrap_or(0);
    let mut first = None;
    for item in 0..count(stack_of(dims, 2)) {
        let l = item_mut(l, n * n, item);
        if let Some(column) = front::cholesky::<_, D>(Rows::new(l, n)) {
            l.fill(T::not_a_number());
            keep_first(&mut first, Some(NotPositiveDefinite { item, column }));
        }
    }
    first
}

impl<T: Real, S: SquareStack<op::cholesky>> Cholesky<T, S> {
    /// L: zeros above the diagonal. `(S.., M, M)`
    pub fn l(&self) -> &Array<T, S> {
        &self.l
    }

    /// The determinant of each matrix. `(S..)`
    #[must_use]
    pub fn det(&self) -> Outcome<S::Check, S::Stack, T> {
        value::<S::Check, _, _>(zeros(op::det::NAME, self.stack()), |_, out| {
            for (i, place) in out.iter_mut().enumerate() {
                let l = self.item(i);
                let product = (0..l.columns()).fold(Scaled::one(), |product, k| product.times(l.at(k, k)));
                *place = Scaled { exponent: product.exponent * 2, ..Scaled::one() }
                    .times(product.significand * product.significand)
                    .value();
            }
        })
    }

    /// The natural logarithm of the determinant of each matrix. `(S..)`
    #[doc(alias = "ln_det")]
    #[must_use]
    pub fn logdet(&self) -> Outcome<S::Check, S::Stack, T> {
        value::<S::Check, _, _>(zeros(op::slogdet::NAME, self.stack()), |_, out| {
            for (i, place) in out.iter_mut().enumerate() {
                let l = self.item(i);
                let sum = (0..l.columns()).fold(T::zero(), |sum, k| sum + Ln::one([l.at(k, k)]));
                *place = sum + sum;
            }
        })
    }

    /// Solves systems of equations with A, as [`Array::solve`] reads them.
    ///
    /// # Shapes
    /// `(S.., M, M), (M) -> (S.., M)` and `(S.., M, M), (T.., M, K) -> (bc(S, T).., M, K)`
    ///
    /// # Errors
    /// Only if lengths are compared at run time: a [`ShapeError`](crate::ShapeError).
    #[inline]
    #[track_caller]
    pub fn solve<B: Operand<T>>(&self, rhs: &B) -> Solved<S, B::Shape, T, op::solve>
    where
        S: SolveShape<B::Shape, op::solve>,
    {
        let rhs = rhs.array();
        let x = right_sides(rhs, self.l.shape().solve_shape(rhs.shape()));
        value::<<S as SolveShape<B::Shape, op::solve>>::Check, _, _>(x, |dims, x| {
            let of_a = self.l.dims();
            let systems = Systems::<Of<S, B::Shape>>::of(of_a.as_ref(), rhs.dims().as_ref().len(), dims);
            systems.each(x, |of, _, x| {
                front::substitute::<_, Of<S, B::Shape>, substitute::Both>(self.item(of), x);
            });
        })
    }

    /// The inverse of A, exactly symmetric. `(S.., M, M)`
    #[must_use]
    pub fn inverse(&self) -> Array<T, S> {
        let (mut inverse, n) = (self.l.to_owned(), self.rows());
        for i in 0..count(stack_of(self.l.dims().as_ref(), 2)) {
            let mut x = Rows::new(item_mut(inverse.as_mut_slice(), n * n, i), n);
            x.set_identity();
            front::substitute::<_, S::Axis, substitute::Both>(self.item(i), x.reborrow());
            x.mirror_lower();
        }
        inverse
    }

    /// An estimate of the reciprocal of the condition of each matrix in the 1-norm, `1 / (|A| |A⁻¹|)`: from 1 for a matrix
    /// whose systems lose no digits down to 0 for a singular one. `(S..)`
    ///
    /// Below the distance from 1 to the next number of the type, a solution may have no digit that is right.
    ///
    /// As LAPACK's `pocon`: 1 for a matrix without elements, and NaN if the factors hold NaN or infinity. It takes some M²
    /// operations, where [`cond_ord`](Array::cond_ord) takes 2 M³.
    ///
    /// # Accuracy
    /// Both norms are estimated by products with a few vectors. An estimate is at most the norm, so the result is seldom less
    /// than the true value, and seldom more than three times that: N. J. Higham, FORTRAN codes for estimating the one-norm of
    /// a real or complex matrix, ACM Trans. Math. Softw. 14 (1988), 381-396.
    ///
    /// # Example
    /// ```
    /// use conformable::{NotPositiveDefinite, array};
    /// assert_eq!(array![[4., 0.], [0., 1.]].cholesky()?.rcond(), 0.25);
    /// # Ok::<(), NotPositiveDefinite>(())
    /// ```
    #[doc(alias("pocon", "condition_number"))]
    #[must_use]
    pub fn rcond(&self) -> Outcome<S::Check, S::Stack, T> {
        rcond::each(&self.l, front::cholesky_rcond)
    }

    /// Changes the factorisation to that of `A + x xᵀ`: one step of M², where a new factorisation takes M³.
    ///
    /// # Shapes
    /// `x (S.., M)`
    ///
    /// # Errors
    /// Only if lengths are compared at run time: a [`ShapeError`](crate::ShapeError). The factorisation is then as it was.
    #[doc(alias = "rank_one_update")]
    pub fn update<S2: Shape, O2: Ownership>(
        &mut self,
        x: &Array<T, S2, O2>,
    ) -> <<S::Vectors as DistanceShape<S2, op::update>>::Check as Check>::Wrap<()>
    where
        S: SquareStack<op::cholesky, Vectors: DistanceShape<S2, op::update>>,
    {
        let n = self.rows();
        let fits = self.l.shape().vectors().and_then(|shape| x.expect_dims(op::update::NAME, shape));
        <S::Vectors as DistanceShape<S2, op::update>>::Check::wrap(fits.map(|()| {
            let mut x = x.to_owned();
            for i in 0..count(stack_of(self.l.dims().as_ref(), 2)) {
                let l = Rows::new(item_mut(self.l.as_mut_slice(), n * n, i), n);
                cholesky::update(l, item_mut(x.as_mut_slice(), n, i));
            }
        }))
    }

    /// Changes the factorisation to that of `A - x xᵀ`.
    ///
    /// # Shapes
    /// `x (S.., M)`
    ///
    /// # Errors
    /// [`NotPositiveDefinite`] if that is not positive definite: the factorisation is then as it was. In a
    /// [`Failure`](crate::Failure) if lengths are compared at run time.
    #[doc(alias = "rank_one_downdate")]
    pub fn downdate<S2: Shape, O2: Ownership>(
        &mut self,
        x: &Array<T, S2, O2>,
    ) -> <<S::Vectors as DistanceShape<S2, op::downdate>>::Check as Check>::Try<(), NotPositiveDefinite>
    where
        S: SquareStack<op::cholesky, Vectors: DistanceShape<S2, op::downdate>>,
    {
        type C<V, S2> = <V as DistanceShape<S2, op::downdate>>::Check;
        let n = self.rows();
        let fits = self.l.shape().vectors().and_then(|shape| x.expect_dims(op::downdate::NAME, shape));
        if let Err(e) = fits {
            return C::<S::Vectors, S2>::refused(e);
        }
        let (mut x, mut changed, mut first) = (x.to_owned(), self.l.to_owned(), None);
        for i in 0..count(stack_of(self.l.dims().as_ref(), 2)) {
            let l = Rows::new(item_mut(changed.as_mut_slice(), n * n, i), n);
            let column = cholesky::downdate(l, item_mut(x.as_mut_slice(), n, i));
            keep_first(&mut first, column.map(|column| NotPositiveDefinite { item: i, column }));
        }
        if first.is_none() {
            self.l = changed;
        }
        C::<S::Vectors, S2>::tried(first.map_or(Ok(()), Err))
    }

    /// The number of rows of a matrix.
    #[inline(always)]
    fn rows(&self) -> usize {
        self.l.dims().as_ref().last().copied().unwrap_or(0)
    }

    /// The leading axes.
    #[inline(always)]
    fn stack(&self) -> Result<S::Stack, ShapeError> {
        self.l.shape().split_square().map(|(stack, _)| stack)
    }

    /// The factor of a matrix.
    #[inline(always)]
    fn item(&self, i: usize) -> RowsRef<'_, T> {
        let n = self.rows();
        RowsRef::new(item(self.l.as_slice(), n * n, i), n)
    }
}
