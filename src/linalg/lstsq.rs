//! `lstsq`: least squares.

use super::items::{
    elements, expect_out, item, item_mut, matrix_sizes, paired, stack_of, through, value, zeros,
};
use super::svd::{Decomposed, Svd, cut_off};
use super::systems::{Of, Systems, tried, try_made};
use crate::array::{Array, Outcome, Ownership, OwnershipMut, named};
use crate::error::linalg::NoConvergence;
use crate::kernel::factor::{Rows, RowsRef};
use crate::ops::Operand;
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, DynRank, Itself, Matrices, SameShape, Shape, SolveShape, ThinShape};
use core::fmt;

/// A solution of least squares. Of [`Array::lstsq`].
pub struct Lstsq<T, S, B>
where
    S: ThinShape<op::lstsq> + SolveShape<B, op::lstsq>,
    B: Shape,
{
    /// The solution of the smallest size among those for which `|b - A x|` is smallest. `(S.., N)` or `(bc(S, T).., N, K)`
    pub x: <<S as SolveShape<B, op::lstsq>>::Output as Shape>::Value<T>,
    /// `|b - A x|²` of each right side. `(S..)` or `(bc(S, T).., K)`
    pub residuals: <S::PerRightSide as Shape>::Value<T>,
    /// The rank of each matrix. `(S..)`
    pub rank: <S::Stack as Shape>::Value<usize>,
    /// The singular values of each matrix, falling. `(S.., min(M, N))`
    pub s: Array<T, S::Values>,
}

impl<T, S, B> fmt::Debug for Lstsq<T, S, B>
where
    S: ThinShape<op::lstsq> + SolveShape<B, op::lstsq>,
    B: Shape,
    <<S as SolveShape<B, op::lstsq>>::Output as Shape>::Value<T>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lstsq").field("x", &self.x).finish_non_exhaustive()
    }
}

/// What `lstsq` returns: `X` is the shape of the matrices, `B` that of the right sides.
pub type LstsqOutcome<X, B, T> = <<<X as Matrices<op::lstsq>>::Check as Check>::And<
    <X as SolveShape<B, op::lstsq>>::Check,
> as Check>::Try<Lstsq<T, X, B>, NoConvergence>;

/// What is checked at run time of matrices of the shape `X`, right sides of the shape `B`, and an array for solutions.
type LstsqIntoCheck<X, B, S3> = <<<X as Matrices<op::lstsq>>::Check as Check>::And<
    <X as SolveShape<B, op::lstsq>>::Check,
> as Check>::And<
    <<X as SolveShape<B, op::lstsq>>::Output as SameShape<S3, op::lstsq_into>>::Check,
>;

/// What `lstsq_into` returns for an array of the shape `S3`.
pub type LstsqIntoOutcome<X, B, S3> = <LstsqIntoCheck<X, B, S3> as Check>::Try<(), NoConvergence>;

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Solves systems of equations in the sense of least squares, of any form and rank: `x` of the smallest size for which
    /// `|b - a x|` is smallest.
    ///
    /// # Shapes
    /// - `(S.., M, N), (M)`: `x (S.., N)` and `residuals (S..)`.
    /// - `(S.., M, N), (T.., M, K)`: `x (bc(S, T).., N, K)` and `residuals (bc(S, T).., K)`.
    ///
    /// Of both `rank (S..)` and `s (S.., min(M, N))`.
    ///
    /// As `numpy.linalg.lstsq`, for stacks, too; the residuals are always there. Singular values count as zero that are at
    /// most the largest one times the larger of M and N, times the distance from 1 to the next number of the type.
    ///
    /// # Errors
    /// [`NoConvergence`] as of [`svd`](Array::svd); in a [`Failure`](crate::Failure) if lengths are compared at run time.
    ///
    /// # Accuracy
    /// By the singular value decomposition. [`Qr::lstsq`](crate::Qr::lstsq) is faster, for full rank alone.
    ///
    /// # Example
    /// ```
    /// use conformable::{NoConvergence, array};
    /// // The line through (0, 1), (1, 3) and (2, 5).
    /// let a = array![[0., 1.], [1., 1.], [2., 1.]];
    /// let fit = a.lstsq(&array![1., 3., 5.])?;
    /// assert!((fit.x - array![2., 1.]).abs().max() < 1e-14 && fit.residuals < 1e-28);
    /// assert_eq!(fit.rank, 2);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    ///
    /// Right sides of another length do not compile:
    /// ```compile_fail,E0277
    /// use conformable::{Matrix, array};
    /// Matrix::<f64, 3, 2>::ones().lstsq(&array![1., 2.]); // `lstsq`: axis of length 3 does not match axis of length 2
    /// ```
    #[doc(alias("least_squares", "gelsd"))]
    #[inline]
    #[track_caller]
    pub fn lstsq<X, B: Operand<T>>(&self, rhs: &B) -> LstsqOutcome<X, B::Shape, T>
    where
        T: Real,
        S: Itself<X>,
        X: ThinShape<op::lstsq> + SolveShape<B::Shape, op::lstsq>,
    {
        lstsq(self, rhs.array(), None)
    }

    /// The same, where singular values count as zero that are at most the largest one times `factor`.
    ///
    /// # Errors
    /// As [`lstsq`](Array::lstsq).
    #[inline]
    #[track_caller]
    pub fn lstsq_within<X, B: Operand<T>>(&self, rhs: &B, factor: T) -> LstsqOutcome<X, B::Shape, T>
    where
        T: Real,
        S: Itself<X>,
        X: ThinShape<op::lstsq> + SolveShape<B::Shape, op::lstsq>,
    {
        lstsq(self, rhs.array(), Some(factor))
    }

    /// Writes `x` of [`lstsq`](Array::lstsq) into an existing array, and allocates nothing but copies of a matrix if that has a
    /// `Dyn` axis.
    ///
    /// # Shapes
    /// As [`lstsq`](Array::lstsq), and `out` has the shape of `x`.
    ///
    /// # Errors
    /// As [`lstsq`](Array::lstsq). If the shapes do not fit, `out` is as it was. Where there is no result, NaN is written.
    #[inline]
    #[track_caller]
    pub fn lstsq_into<X, B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> LstsqIntoOutcome<X, B::Shape, S3>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::lstsq> + SolveShape<B::Shape, op::lstsq, Output: SameShape<S3, op::lstsq_into>>,
    {
        let (shape, b) = (self.shape().itself(), rhs.array());
        let made = shape.solve_shape(b.shape()).and_then(|x| {
            expect_out(op::lstsq_into::NAME, out, x)?;
            Decomposed::<T, X, op::lstsq>::new(shape)
        });
        let fits = made.as_ref().map(|_| ()).map_err(|e| *e);
        tried::<LstsqIntoCheck<X, B::Shape, S3>, _>(fits, || {
            let mut svd = made.ok()?;
            let error = svd.fill(self);
            through(out, |x_dims, x| {
                x.fill(T::zero());
                fit_each(svd.parts(), shape.dims().as_ref(), b, None, x_dims, x);
            });
            error
        })
    }
}

#[inline(always)]
#[track_caller]
fn lstsq<T: Real, S, O: Ownership, X, S2: Shape, O2: Ownership>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    factor: Option<T>,
) -> LstsqOutcome<X, S2, T>
where
    S: Itself<X>,
    X: ThinShape<op::lstsq> + SolveShape<S2, op::lstsq>,
{
    type C<X, B> = <<X as Matrices<op::lstsq>>::Check as Check>::And<<X as SolveShape<B, op::lstsq>>::Check>;
    let (shape, name) = (a.shape().itself(), op::lstsq::NAME);
    let made = shape.thin().and_then(|(values, ..)| {
        let (stack, ..) = shape.split_matrices()?;
        let x = zeros(name, shape.solve_shape(b.shape()))?;
        let residuals = zeros(name, shape.per_right_side(b.shape()))?;
        let rank = named(name, stack, 0_usize)?;
        let s = named(name, values, T::zero())?;
        Ok((x, residuals, rank, s, Decomposed::<T, X, op::lstsq>::new(shape)?))
    });
    try_made::<C<X, S2>, _, _, _>(
        made,
        |(x, residuals, rank, s, svd)| {
            let error = svd.fill(a);
            svd.values_to(s.as_mut_slice());
            let (dims, x_dims, b_dims) = (shape.dims(), x.dims(), b.dims());
            let [m, n] = matrix_sizes(dims.as_ref());
            let k = m.min(n);
            for (i, rank) in rank.as_mut_slice().iter_mut().enumerate() {
                let s = item(s.as_slice(), k, i);
                let least = cut_off([m, n], s, factor);
                *rank = s.iter().filter(|s| **s > least).count();
            }
            let axes = b_dims.as_ref().len();
            let systems = Systems::<Of<X, S2>>::of(dims.as_ref(), axes, x_dims.as_ref());
            let own_b = stack_of(b_dims.as_ref(), axes.clamp(1, 2));
            let parts = svd.parts();
            elements(a, |a| {
                elements(b, |b| {
                    systems.each(x.as_mut_slice(), |of, i, mut x| {
                        let columns = systems.k;
                        let a = RowsRef::new(item(a, m * n, of), n);
                        let b_item = paired(own_b, systems.stack, i);
                        let b = RowsRef::new(item(b, m * columns, b_item), columns);
                        fit(parts, of, [m, n], factor, b, x.reborrow());
                        let residuals = item_mut(residuals.as_mut_slice(), columns, i);
                        for (c, residual) in residuals.iter_mut().enumerate() {
                            *residual = (0..m).fold(T::zero(), |sum, i| {
                                let row = a.row(i).iter().enumerate();
                                let product = row.fold(T::zero(), |sum, (j, a)| sum + *a * x.at(j, c));
                                let rest = b.at(i, c) - product;
                                sum + rest * rest
                            });
                        }
                    });
                });
            });
            error
        },
        |(x, residuals, rank, s, _)| Lstsq {
            x: x.into_value(),
            residuals: residuals.into_value(),
            rank: rank.into_value(),
            s,
        },
    )
}

/// Adds to `x` (N, K) the solutions of least squares for the right sides `b` (M, K), by U, the values and Vᵀ of matrix `of`, or
/// writes NaN if it has none.
#[inline(always)]
fn fit<T: Real>(
    [u, s, vt]: [&[T]; 3],
    of: usize,
    [m, n]: [usize; 2],
    factor: Option<T>,
    b: RowsRef<'_, T>,
    mut x: Rows<'_, T>,
) {
    let k = m.min(n);
    let (u, vt) = (RowsRef::new(item(u, m * k, of), k), RowsRef::new(item(vt, k * n, of), n));
    let s = item(s, k, of);
    let least = cut_off([m, n], s, factor);
    if least.is_nan() {
        // There is no decomposition.
        x.elements_mut().fill(T::not_a_number());
    }
    for (r, s) in s.iter().enumerate().filter(|(_, s)| **s > least) {
        for c in 0..x.columns() {
            let along = (0..m).fold(T::zero(), |sum, i| sum + u.at(i, r) * b.at(i, c)) / *s;
            for (j, v) in vt.row(r).iter().enumerate() {
                x.set(j, c, x.at(j, c) + *v * along);
            }
        }
    }
}

/// The same for all systems of matrices of these lengths.
#[inline(always)]
fn fit_each<T: Real, S: Shape, O: Ownership>(
    parts: [&[T]; 3],
    dims: &[usize],
    b: &Array<T, S, O>,
    factor: Option<T>,
    x_dims: &[usize],
    x: &mut [T],
) {
    let b_dims = b.dims();
    let axes = b_dims.as_ref().len();
    let ([m, n], systems) = (matrix_sizes(dims), Systems::<Of<DynRank, S>>::of(dims, axes, x_dims));
    let own_b = stack_of(b_dims.as_ref(), axes.clamp(1, 2));
    elements(b, |b| {
        systems.each(x, |of, i, x| {
            let b = item(b, m * systems.k, paired(own_b, systems.stack, i));
            fit(parts, of, [m, n], factor, RowsRef::new(b, systems.k), x);
        });
    });
}

/// What least squares by a decomposition of matrices of the shape `S` return for right sides of the shape `B`.
pub type SvdLstsqOutcome<S, B, T> = Outcome<
    <<S as Matrices<op::svd>>::Check as Check>::And<<S as SolveShape<B, op::lstsq>>::Check>,
    <S as SolveShape<B, op::lstsq>>::Output,
    T,
>;

/// # Linear algebra
impl<T: Real, S: ThinShape<op::svd>> Svd<T, S> {
    /// `x` of least squares, as that of [`Array::lstsq`]: the shortest of those for which `|b - A x|` is smallest.
    ///
    /// # Shapes
    /// `(M) -> (S.., N)` and `(T.., M, K) -> (bc(S, T).., N, K)`
    ///
    /// # Errors
    /// Only if lengths are compared at run time: a [`ShapeError`](crate::ShapeError).
    #[track_caller]
    pub fn lstsq<B: Operand<T>>(&self, rhs: &B) -> SvdLstsqOutcome<S, B::Shape, T>
    where
        S: SolveShape<B::Shape, op::lstsq>,
    {
        self.fit(rhs.array(), None)
    }

    /// The same, where singular values count as zero that are at most the largest one times `factor`.
    ///
    /// # Errors
    /// As [`lstsq`](Svd::lstsq).
    #[track_caller]
    pub fn lstsq_within<B: Operand<T>>(&self, rhs: &B, factor: T) -> SvdLstsqOutcome<S, B::Shape, T>
    where
        S: SolveShape<B::Shape, op::lstsq>,
    {
        self.fit(rhs.array(), Some(factor))
    }

    #[inline(always)]
    #[track_caller]
    fn fit<S2: Shape, O2: Ownership>(
        &self,
        b: &Array<T, S2, O2>,
        factor: Option<T>,
    ) -> SvdLstsqOutcome<S, S2, T>
    where
        S: SolveShape<S2, op::lstsq>,
    {
        type C<S, B> =
            <<S as Matrices<op::svd>>::Check as Check>::And<<S as SolveShape<B, op::lstsq>>::Check>;
        let shape = self.shape();
        let x = shape.as_ref().map_err(|e| *e).and_then(|shape| shape.solve_shape(b.shape()));
        value::<C<S, S2>, _, _>(zeros(op::lstsq::NAME, x), |x_dims, x| {
            let Ok(shape) = shape else { return };
            let parts = [self.u.as_slice(), self.s.as_slice(), self.vt.as_slice()];
            fit_each(parts, shape.dims().as_ref(), b, factor, x_dims, x);
        })
    }
}
