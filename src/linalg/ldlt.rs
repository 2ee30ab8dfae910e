//! `ldlt`: LDLᵀ factorisation of symmetric matrices.

use super::items::{count, exchanged, item, item_mut, stack_of, through_both, value, zeros};
use super::rcond;
use super::solve::TrySolved;
use super::systems::{Of, Systems, keep_first, right_sides, try_value};
use crate::array::{Array, Outcome, Ownership, OwnershipMut, named};
use crate::error::ShapeError;
use crate::error::linalg::Singular;
use crate::kernel::factor::det::Scaled;
use crate::kernel::factor::ldlt::{Block, blocks, singular_block};
use crate::kernel::factor::{Rows, RowsRef, front};
use crate::ops::{IntoOutcome, Operand};
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Itself, SameShape, Shape, SolveShape, SquareStack};
use core::cmp::Ordering;

/// The LDLᵀ factorisation of each matrix of a stack: `P A Pᵀ = L D Lᵀ`, with rows and columns exchanged by P, ones on the
/// diagonal of L, and D of blocks of one row or two.
///
/// Of [`Array::ldlt`]. It exists for a singular matrix, too.
#[derive(Clone, Debug)]
pub struct Ldlt<T, S: SquareStack<op::ldlt>> {
    /// L below the diagonal, D on it and on the diagonal above it, zeros above these.
    factors: Array<T, S>,
    /// The row and column that changed places with row and column `k` in step `k`.
    exchanges: Array<usize, S::Vectors>,
}

/// How many eigenvalues of a symmetric matrix are positive, negative and zero.
///
/// Of [`Ldlt::inertia`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Inertia {
    /// The number of eigenvalues greater than zero.
    pub positive: usize,
    /// The number of eigenvalues less than zero.
    pub negative: usize,
    /// The number of eigenvalues that are zero.
    pub zero: usize,
}

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The LDLᵀ factorisation of each matrix, which is symmetric and need not be definite: a saddle point, the second
    /// derivatives of any function.
    ///
    /// The lower triangle is read, and the upper one is not; where that is the one to be read, factorise `a.t()`. Of a
    /// positive definite matrix [`cholesky`](Array::cholesky) takes as long and needs no exchanges.
    ///
    /// # Shapes
    /// `(S.., M, M)`
    ///
    /// As `scipy.linalg.ldl`, whose pivots may be others, and whose first factor has the exchanges in it.
    ///
    /// # Errors
    /// Only if a length is `Dyn`, or the rank is not in the type: a matrix that is not square. A singular matrix has a
    /// factorisation, and is found by [`Ldlt::solve`].
    ///
    /// # Accuracy
    /// `|L D Lᵀ - P A Pᵀ|` is a few units of the last place of `M |A|`. Rook pivoting bounds the elements of L: C. Ashcraft,
    /// R. G. Grimes, J. G. Lewis, Accurate symmetric indefinite linear equation solvers, SIAM J. Matrix Anal. Appl. 20
    /// (1998), 513-561. The bits are the same on every CPU.
    ///
    /// # Example
    /// ```
    /// use conformable::{Inertia, Singular, array};
    /// let ldlt = array![[0., 2.], [2., 0.]].ldlt();
    /// assert_eq!(ldlt.solve(&array![6., 4.])?, array![2., 3.]);
    /// assert_eq!(ldlt.inertia(), Inertia { positive: 1, negative: 1, zero: 0 });
    /// assert_eq!(ldlt.det(), -4.);
    /// # Ok::<(), Singular>(())
    /// ```
    ///
    /// A matrix that is not square does not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![[1., 2., 3.], [4., 5., 6.]].ldlt(); // a matrix of 2 rows and 3 columns is not square
    /// ```
    #[doc(alias("ldl", "bunch_kaufman", "sytrf", "sytrf_rook"))]
    #[inline]
    #[track_caller]
    pub fn ldlt<X>(&self) -> <X::Check as Check>::Wrap<Ldlt<T, X>>
    where
        T: Real,
        S: Itself<X>,
        X: SquareStack<op::ldlt>,
    {
        let shape = self.shape().itself();
        X::Check::wrap(shape.vectors().and_then(|vectors| {
            let mut exchanges = named(op::ldlt::NAME, vectors, 0)?;
            let mut factors = self.stretched_to_owned(shape, op::ldlt::NAME)?;
            factorise(shape.dims().as_ref(), factors.as_mut_slice(), exchanges.as_mut_slice());
            Ok(Ldlt { factors, exchanges })
        }))
    }

    /// The same where the matrices stand, with no other memory: L stands below the diagonal of `self` then, without its
    /// ones, and D on the diagonal and on the one above it. `exchanges[k]` is the row and column that changed places with row
    /// and column `k`.
    ///
    /// # Shapes
    /// `(S.., M, M), exchanges (S.., M)`
    ///
    /// # Errors
    /// As [`ldlt`](Array::ldlt), and if `exchanges` has another shape. Both are then as they were. An operand with a `Dyn`
    /// axis whose elements are not contiguous is copied; without the feature `alloc` it is an error.
    #[inline]
    #[track_caller]
    pub fn ldlt_inplace<X, S2: Shape, O2: OwnershipMut>(
        &mut self,
        exchanges: &mut Array<usize, S2, O2>,
    ) -> IntoOutcome<X::Check, X::Vectors, S2, op::ldlt_inplace>
    where
        T: Real,
        O: OwnershipMut,
        S: Itself<X>,
        X: SquareStack<op::ldlt, Vectors: SameShape<S2, op::ldlt_inplace>>,
    {
        let shape = self.shape().itself().vectors();
        <X::Check as Check>::And::<<X::Vectors as SameShape<S2, op::ldlt_inplace>>::Check>::wrap(
            through_both(op::ldlt_inplace::NAME, self, exchanges, shape, factorise),
        )
    }
}

/// Makes the factors of each matrix of a stack of these lengths.
#[inline(always)]
fn factorise<T: Real>(dims: &[usize], a: &mut [T], exchanges: &mut [usize]) {
    let n = dims.last().copied().unwrap_or(0);
    for i in 0..count(stack_of(dims, 2)) {
        front::ldlt(Rows::new(item_mut(a, n * n, i), n), item_mut(exchanges, n, i));
    }
}

impl<T: Real, S: SquareStack<op::ldlt>> Ldlt<T, S> {
    /// L: ones on the diagonal, zeros above it. `(S.., M, M)`
    #[must_use]
    pub fn l(&self) -> Array<T, S> {
        self.elements(|a, i, j| match i.cmp(&j) {
            Ordering::Greater => a.at(i, j),
            Ordering::Equal => T::ONE,
            Ordering::Less => T::ZERO,
        })
    }

    /// D: numbers on the diagonal, and symmetric blocks of two rows, each with a positive and a negative eigenvalue.
    /// `(S.., M, M)`
    #[must_use]
    pub fn d(&self) -> Array<T, S> {
        self.elements(|a, i, j| if i.abs_diff(j) < 2 { a.at(i.min(j), i.max(j)) } else { T::ZERO })
    }

    /// A matrix for each, by its elements from the factors.
    fn elements(&self, of: impl Fn(RowsRef<'_, T>, usize, usize) -> T) -> Array<T, S> {
        let (mut made, n) = (self.factors.to_owned(), self.rows());
        for number in 0..self.count() {
            let mut x = Rows::new(item_mut(made.as_mut_slice(), n * n, number), n);
            for i in 0..n {
                (0..n).for_each(|j| x.set(i, j, of(self.item(number), i, j)));
            }
        }
        made
    }

    /// The number of the row of A that is row `i` of `P A Pᵀ`, for each `i`. `(S.., M)`
    #[must_use]
    pub fn permutation(&self) -> Array<usize, S::Vectors> {
        let mut permutation = self.exchanges.to_owned();
        let n = self.rows();
        for i in 0..self.count() {
            exchanged(item(self.exchanges.as_slice(), n, i), item_mut(permutation.as_mut_slice(), n, i));
        }
        permutation
    }

    /// How many eigenvalues of each matrix are positive, negative and zero: as many as those of D, by Sylvester's law of
    /// inertia. `(S..)`
    ///
    /// The counts are exact for a matrix `A + E`, where E is as small as the error of the factorisation: an eigenvalue nearer
    /// to zero than that may be counted as any of the three. A pivot of NaN is counted nowhere.
    #[doc(alias = "signature")]
    #[must_use]
    pub fn inertia(&self) -> Outcome<S::Check, S::Stack, Inertia> {
        let made = self.stack().and_then(|stack| named(op::ldlt::NAME, stack, Inertia::default()));
        value::<S::Check, _, _>(made, |_, out| {
            for (i, of) in out.iter_mut().enumerate() {
                for (_, block) in blocks(self.item(i)) {
                    match block {
                        Block::One(pivot) => {
                            of.positive += usize::from(pivot > T::ZERO);
                            of.negative += usize::from(pivot < T::ZERO);
                            of.zero += usize::from(pivot == T::ZERO);
                        }
                        Block::Two { .. } => (of.positive, of.negative) = (of.positive + 1, of.negative + 1),
                    }
                }
            }
        })
    }

    /// The determinant of each matrix, from the blocks of D. `(S..)`
    #[must_use]
    pub fn det(&self) -> Outcome<S::Check, S::Stack, T> {
        value::<S::Check, _, _>(zeros(op::det::NAME, self.stack()), |_, out| {
            for (i, place) in out.iter_mut().enumerate() {
                let factors = blocks(self.item(i)).flat_map(|(_, block)| block.factors());
                *place = factors.fold(Scaled::one(), Scaled::times).value();
            }
        })
    }

    /// Solves systems of equations with A, as [`Array::solve`] reads them.
    ///
    /// # Shapes
    /// `(S.., M, M), (M) -> (S.., M)` and `(S.., M, M), (T.., M, K) -> (bc(S, T).., M, K)`
    ///
    /// # Errors
    /// [`Singular`] if a block of D is exactly singular, with its row as the column; in a [`Failure`](crate::Failure) if
    /// lengths are compared at run time.
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
                keep_first(&mut first, self.solve_item(of, x).map(|column| Singular { item, column }));
            });
            first
        })
    }

    /// `x = A⁻¹ x` of a matrix, or the first row of D that is zero.
    #[inline(always)]
    fn solve_item(&self, of: usize, x: Rows<'_, T>) -> Option<usize> {
        let singular = singular_block(self.item(of));
        if singular.is_none() {
            front::ldlt_solve(self.item(of), item(self.exchanges.as_slice(), self.rows(), of), x);
        }
        singular
    }

    /// The inverse of A, exactly symmetric. `(S.., M, M)`
    ///
    /// # Errors
    /// [`Singular`] if a block of D is exactly singular, with its row as the column.
    pub fn inverse(&self) -> Result<Array<T, S>, Singular> {
        let mut inverse = self.factors.to_owned();
        let (n, mut first) = (self.rows(), None);
        for i in 0..self.count() {
            let mut x = Rows::new(item_mut(inverse.as_mut_slice(), n * n, i), n);
            x.set_identity();
            let singular = self.solve_item(i, x.reborrow());
            x.mirror_lower();
            keep_first(&mut first, singular.map(|column| Singular { item: i, column }));
        }
        first.map_or(Ok(inverse), Err)
    }

    /// An estimate of the reciprocal of the condition of each matrix in the 1-norm, `1 / (|A| |A⁻¹|)`: from 1 for a matrix
    /// whose systems lose no digits down to 0 for a singular one. `(S..)`
    ///
    /// Below the distance from 1 to the next number of the type, a solution may have no digit that is right.
    ///
    /// As LAPACK's `sycon_rook`: 1 for a matrix without elements, and NaN if the factors hold NaN or infinity. It takes some M²
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
    /// assert_eq!(array![[0., 2.], [2., 0.]].ldlt().rcond(), 1.);
    /// ```
    #[doc(alias("sycon", "condition_number"))]
    #[must_use]
    pub fn rcond(&self) -> Outcome<S::Check, S::Stack, T> {
        rcond::each(&self.factors, front::ldlt_rcond)
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
}
