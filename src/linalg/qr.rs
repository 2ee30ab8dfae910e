//! `qr` and `qr_pivoted`: QR factorisation.

use super::items::{
    ShorterCheck, count, item, item_mut, matrix_sizes, shorter_as, stack_of, through_both, value, zeros,
};
use super::systems::{Of, Systems, keep_first, right_sides, try_value};
use crate::array::{Array, Outcome, Ownership, OwnershipMut, named};
use crate::error::ShapeError;
use crate::error::linalg::Singular;
use crate::kernel::factor::{Rows, RowsRef, front, substitute};
use crate::ops::{IntoOutcome, Operand};
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Append, Check, Dim, DynRank, Itself, Matrices, SameShape, Shape, SolveShape, ThinShape};

/// The QR factorisation of each matrix of a stack: `A = Q R`, with orthonormal columns in Q, and R zero below the diagonal.
///
/// Of [`Array::qr`]. Q is kept as the reflections that it is the product of.
#[derive(Clone, Debug)]
pub struct Qr<T, S: Matrices<op::qr>> {
    factors: Array<T, S>,
    tau: Array<T, S::PerColumn>,
}

/// The QR factorisation of each matrix of a stack with its columns exchanged: `A P = Q R`, and the elements on the diagonal
/// of R fall by size.
///
/// Of [`Array::qr_pivoted`]. Its Q and R are those of the [`Qr`] that it dereferences to.
#[derive(Clone, Debug)]
pub struct PivotedQr<T, S: Matrices<op::qr>> {
    qr: Qr<T, S>,
    permutation: Array<usize, S::PerColumn>,
}

impl<T, S: Matrices<op::qr>> core::ops::Deref for PivotedQr<T, S> {
    type Target = Qr<T, S>;
    fn deref(&self) -> &Qr<T, S> {
        &self.qr
    }
}

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The QR factorisation of each matrix, of any form: `A = Q R`.
    ///
    /// # Shapes
    /// `(S.., M, N)`. [`q`](Qr::q) is `(S.., M, K)` and [`r`](Qr::r) `(S.., K, N)`, with K the smaller of M and N.
    ///
    /// As `numpy.linalg.qr`; `mode='complete'` is [`q_complete`](Qr::q_complete) and [`r_complete`](Qr::r_complete). The
    /// signs are LAPACK's: the diagonal of R can be negative.
    ///
    /// # Errors
    /// Only if the rank is not in the type: an array without rows and columns. Every matrix has a factorisation.
    ///
    /// # Accuracy
    /// Householder reflections: `|A - Q R|` is some units of the last place of `|A|`. G. Golub, C. Van Loan,
    /// *Matrix Computations*, 4th ed. (2013), 5.2.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let a = array![[3., 1.], [4., 2.], [0., 0.]];
    /// let qr = a.qr();
    /// let (q, r): (Matrix<f64, 3, 2>, Matrix<f64, 2, 2>) = (qr.q(), qr.r());
    /// assert!((q.matmul(&r) - a).abs().max() < 1e-15);
    /// ```
    ///
    /// A vector is no matrix:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1., 2.].qr(); // `qr`: an operand of rank 1, but its rank must be at least 2
    /// ```
    #[doc(alias = "geqrf")]
    #[inline]
    #[track_caller]
    pub fn qr<X>(&self) -> <X::Check as Check>::Wrap<Qr<T, X>>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::qr>,
    {
        X::Check::wrap(factorise(self, |a, tau, _| front::qr(a, tau)).map(|(qr, _)| qr))
    }

    /// The same where the matrices stand, with no other memory: R stands on and above the diagonal of `self` then, and below
    /// it the vectors of the reflections `1 - tau v vᵀ`, without the ones at their heads.
    ///
    /// # Shapes
    /// `(S.., M, N), tau (S.., K)`, with K the smaller of M and N.
    ///
    /// As LAPACK's `geqrf`.
    ///
    /// # Errors
    /// As [`qr`](Array::qr), and if `tau` has another shape. Both are then as they were. An operand with a `Dyn` axis whose
    /// elements are not contiguous is copied; without the feature `alloc` it is an error.
    #[inline]
    #[track_caller]
    pub fn qr_inplace<X, S2: Shape, O2: OwnershipMut>(
        &mut self,
        tau: &mut Array<T, S2, O2>,
    ) -> IntoOutcome<<X as Matrices<op::qr>>::Check, X::Values, S2, op::qr_inplace>
    where
        T: Real,
        O: OwnershipMut,
        S: Itself<X>,
        X: ThinShape<op::qr, Values: SameShape<S2, op::qr_inplace>>,
    {
        type C<X, S2> = <<X as Matrices<op::qr>>::Check as Check>::And<
            <<X as ThinShape<op::qr>>::Values as SameShape<S2, op::qr_inplace>>::Check,
        >;
        let shape = self.shape().itself().thin().map(|(values, ..)| values);
        C::<X, S2>::wrap(through_both(op::qr_inplace::NAME, self, tau, shape, |dims, a, tau| {
            let [m, n] = matrix_sizes(dims);
            for i in 0..count(stack_of(dims, 2)) {
                front::qr(Rows::new(item_mut(a, m * n, i), n), item_mut(tau, m.min(n), i));
            }
        }))
    }

    /// The QR factorisation of each matrix with column pivoting: of the columns that are left the one of the largest norm
    /// comes next. It shows the rank.
    ///
    /// # Shapes
    /// `(S.., M, N)`, as [`qr`](Array::qr); [`permutation`](PivotedQr::permutation) is `(S.., N)`.
    ///
    /// As `scipy.linalg.qr(a, pivoting=True)`.
    ///
    /// # Errors
    /// As [`qr`](Array::qr).
    ///
    /// # Accuracy
    /// Z. Drmac, Z. Bujanovic, On the failure of rank-revealing QR factorization software, ACM Trans. Math. Softw. 35 (2008).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let qr = array![[1., 2.], [2., 4.], [3., 6.]].qr_pivoted();
    /// assert_eq!((qr.rank(), qr.permutation()), (1, &array![1, 0]));
    /// ```
    #[doc(alias("col_piv_qr", "geqp3"))]
    #[inline]
    #[track_caller]
    pub fn qr_pivoted<X>(&self) -> <X::Check as Check>::Wrap<PivotedQr<T, X>>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::qr>,
    {
        let shape = self.shape().itself();
        let norms = shape.per_column().and_then(|columns| {
            Ok((named(op::qr::NAME, columns, T::zero())?, named(op::qr::NAME, columns, T::zero())?))
        });
        X::Check::wrap(norms.and_then(|(mut first, mut second)| {
            let (qr, permutation) = factorise(self, |a, tau, permutation| {
                let n = a.columns();
                let norms = [item_mut(first.as_mut_slice(), n, 0), item_mut(second.as_mut_slice(), n, 0)];
                front::qr_pivoted(a, tau, permutation, norms);
            })?;
            Ok(PivotedQr { qr, permutation })
        }))
    }
}

/// What both factorisations are made of.
type Factors<T, X> = (Qr<T, X>, Array<usize, <X as Matrices<op::qr>>::PerColumn>);

#[inline(always)]
fn factorise<T: Real, S, O: Ownership, X>(
    a: &Array<T, S, O>,
    mut run: impl FnMut(Rows<'_, T>, &mut [T], &mut [usize]),
) -> Result<Factors<T, X>, ShapeError>
where
    S: Itself<X>,
    X: Matrices<op::qr>,
{
    let shape = a.shape().itself();
    let mut tau = zeros(op::qr::NAME, shape.per_column())?;
    let mut permutation = named(op::qr::NAME, shape.per_column()?, 0)?;
    let mut factors = a.stretched_to_owned(shape, op::qr::NAME)?;
    let dims = shape.dims();
    let [m, n] = matrix_sizes(dims.as_ref());
    for i in 0..count(stack_of(dims.as_ref(), 2)) {
        let a = Rows::new(item_mut(factors.as_mut_slice(), m * n, i), n);
        let tau = item_mut(tau.as_mut_slice(), n, i).get_mut(..m.min(n)).unwrap_or_default();
        run(a, tau, item_mut(permutation.as_mut_slice(), n, i));
    }
    Ok((Qr { factors, tau }, permutation))
}

/// What `q_as` returns, whose shorter axis is `K`.
pub type QAs<S, K, T> = <ShorterCheck<S, K, op::qr> as Check>::Wrap<
    Array<T, <<S as Matrices<op::qr>>::Stack as Append<(<S as Matrices<op::qr>>::Rows, K), op::qr>>::Output>,
>;

/// What `r_as` returns, whose shorter axis is `K`.
pub type RAs<S, K, T> = <ShorterCheck<S, K, op::qr> as Check>::Wrap<
    Array<
        T,
        <<S as Matrices<op::qr>>::Stack as Append<(K, <S as Matrices<op::qr>>::Columns), op::qr>>::Output,
    >,
>;

/// What `qt_matmul` returns for right sides of the shape `B`.
pub type TurnedOutcome<S, B, T> = Outcome<
    <<S as Matrices<op::qr>>::Check as Check>::And<
        <<S as Matrices<op::qr>>::OfRows as SolveShape<B, op::qr>>::Check,
    >,
    <<S as Matrices<op::qr>>::OfRows as SolveShape<B, op::qr>>::Output,
    T,
>;

/// What least squares by a QR factorisation return for right sides of the shape `B`.
pub type QrLstsqOutcome<S, B, T> =
    <<<S as Matrices<op::qr>>::Check as Check>::And<<S as SolveShape<B, op::lstsq>>::Check> as Check>::Try<
        <<S as SolveShape<B, op::lstsq>>::Output as Shape>::Value<T>,
        Singular,
    >;

impl<T: Real, S: Matrices<op::qr>> Qr<T, S> {
    /// Q, with as many columns as the shorter axis has positions. `(S.., M, K)`
    #[must_use]
    pub fn q<X>(&self) -> <X::Check as Check>::Wrap<Array<T, X::Tall>>
    where
        S: Itself<X>,
        X: ThinShape<op::qr>,
    {
        X::Check::wrap(self.factors.shape().itself().thin().and_then(|(_, tall, _)| self.q_of(tall)))
    }

    /// R, with as many rows as the shorter axis has positions. `(S.., K, N)`
    #[must_use]
    pub fn r<X>(&self) -> <X::Check as Check>::Wrap<Array<T, X::Wide>>
    where
        S: Itself<X>,
        X: ThinShape<op::qr>,
    {
        X::Check::wrap(self.factors.shape().itself().thin().and_then(|(.., wide)| self.r_of(wide)))
    }

    /// [`q`](Self::q) for generic code, whose lengths the compiler does not compare: the shorter axis is named.
    ///
    /// ```
    /// use conformable::{Const, Matrix};
    /// fn basis<const M: usize, const N: usize>(tall: &Matrix<f64, M, N>) -> Matrix<f64, M, N> {
    ///     tall.qr().q_as::<Const<N>>()
    /// }
    /// assert_eq!(basis(&Matrix::<f64, 2, 1>::ones()).len(), 2);
    /// ```
    ///
    /// # Errors
    /// Another axis than the shorter one does not compile where all lengths are in the types; else it is a [`ShapeError`].
    #[must_use]
    #[track_caller]
    pub fn q_as<K: Dim>(&self) -> QAs<S, K, T>
    where
        S::Stack: Append<(S::Rows, K), op::qr>,
    {
        let q = shorter_as(self.factors.shape(), "q_as")
            .and_then(|(stack, m, _, k)| self.q_of(stack.append((m, k))));
        ShorterCheck::<S, K, op::qr>::wrap(q)
    }

    /// [`r`](Self::r) for generic code, as [`q_as`](Self::q_as).
    ///
    /// # Errors
    /// As [`q_as`](Self::q_as).
    #[must_use]
    #[track_caller]
    pub fn r_as<K: Dim>(&self) -> RAs<S, K, T>
    where
        S::Stack: Append<(K, S::Columns), op::qr>,
    {
        let r = shorter_as(self.factors.shape(), "r_as")
            .and_then(|(stack, _, n, k)| self.r_of(stack.append((k, n))));
        ShorterCheck::<S, K, op::qr>::wrap(r)
    }

    /// Q with as many columns as rows. `(S.., M, M)`
    #[must_use]
    pub fn q_complete(&self) -> <S::Check as Check>::Wrap<Array<T, S::OfRows>> {
        S::Check::wrap(self.factors.shape().of_rows().and_then(|shape| self.q_of(shape)))
    }

    /// R with as many rows as A, zero from row N on. `(S.., M, N)`
    #[must_use]
    pub fn r_complete(&self) -> <S::Check as Check>::Wrap<Array<T, S>> {
        S::Check::wrap(self.r_of(self.factors.shape()))
    }

    /// `Qᵀ b`, with the square Q, which is not made.
    ///
    /// # Shapes
    /// `(M) -> (S.., M)` and `(T.., M, K) -> (bc(S, T).., M, K)`, as [`solve`](Array::solve) reads them.
    ///
    /// # Errors
    /// Only if lengths are compared at run time: a [`ShapeError`].
    #[track_caller]
    pub fn qt_matmul<B: Operand<T>>(&self, rhs: &B) -> TurnedOutcome<S, B::Shape, T>
    where
        S: Matrices<op::qr, OfRows: SolveShape<B::Shape, op::qr>>,
    {
        let rhs = rhs.array();
        let shape = self.factors.shape().of_rows().and_then(|shape| shape.solve_shape(rhs.shape()));
        let axes = rhs.dims().as_ref().len();
        value::<<S::Check as Check>::And<<S::OfRows as SolveShape<B::Shape, op::qr>>::Check>, _, _>(
            right_sides(rhs, shape),
            |dims, c| self.turn(axes, dims, c),
        )
    }

    /// `x` of least squares, for which `|b - A x|` is smallest: for matrices with at least as many rows as columns, of full
    /// rank.
    ///
    /// [`Array::lstsq`] takes any matrix.
    ///
    /// # Shapes
    /// `(M) -> (S.., N)` and `(T.., M, K) -> (bc(S, T).., N, K)`
    ///
    /// # Errors
    /// [`Singular`] if an element on the diagonal of R is exactly zero, or there are fewer rows than columns; in a
    /// [`Failure`](crate::Failure) if lengths are compared at run time.
    #[track_caller]
    pub fn lstsq<B: Operand<T>>(&self, rhs: &B) -> QrLstsqOutcome<S, B::Shape, T>
    where
        S: Matrices<op::qr, OfRows: SolveShape<B::Shape, op::qr>> + SolveShape<B::Shape, op::lstsq>,
    {
        let (rhs, shape) = (rhs.array(), self.factors.shape());
        let axes = rhs.dims().as_ref().len();
        let turned = shape.of_rows().and_then(|shape| shape.solve_shape(rhs.shape()));
        let x = zeros(op::lstsq::NAME, shape.solve_shape(rhs.shape()));
        let turned = right_sides(rhs, turned);
        let x = x.and_then(|x| turned.as_ref().map(|_| x).map_err(|e| *e));
        type C<C1, S, B> = <C1 as Check>::And<<S as SolveShape<B, op::lstsq>>::Check>;
        try_value::<C<<S as Matrices<op::qr>>::Check, S, B::Shape>, _, _, _>(x, |dims, x| {
            let Ok(mut turned) = turned else { return None };
            let c_shape = turned.shape();
            self.turn(axes, c_shape.dims().as_ref(), turned.as_mut_slice());
            let of_a = self.factors.dims();
            let [m, n] = matrix_sizes(of_a.as_ref());
            let mut first = None;
            let systems = Systems::<Of<S, B::Shape>>::of(of_a.as_ref(), axes, dims);
            systems.each(x, |of, i, mut x| {
                let (a, k) = (self.item(of), x.columns());
                let zero = (0..n).find(|j| *j >= m || a.at(*j, *j) == T::zero());
                if let Some(column) = zero {
                    keep_first(&mut first, Some(Singular { item: i, column }));
                    return;
                }
                let c = item(turned.as_slice(), m * k, i);
                x.elements_mut().iter_mut().zip(c).for_each(|(x, c)| *x = *c);
                front::substitute::<_, Of<S, B::Shape>, substitute::Upper>(a, x);
            });
            first
        })
    }

    /// Makes `c` `Qᵀ c`, for right sides of so many axes.
    fn turn(&self, axes: usize, dims: &[usize], c: &mut [T]) {
        let of_a = self.factors.dims();
        let [m, n] = matrix_sizes(of_a.as_ref());
        // Systems whose unknowns are the rows of Q.
        let systems = Systems { n: m, ..Systems::<Of<S, DynRank>>::of(of_a.as_ref(), axes, dims) };
        systems.each(c, |of, _, c| {
            let tau = item(self.tau.as_slice(), n, of).get(..m.min(n)).unwrap_or_default();
            front::apply_q(self.item(of), tau, c, true);
        });
    }

    /// The factors of a matrix.
    #[inline(always)]
    fn item(&self, i: usize) -> RowsRef<'_, T> {
        let [m, n] = matrix_sizes(self.factors.dims().as_ref());
        RowsRef::new(item(self.factors.as_slice(), m * n, i), n)
    }

    /// Q, of this shape.
    #[inline(always)]
    fn q_of<S2: Shape>(&self, shape: S2) -> Result<Array<T, S2>, ShapeError> {
        let mut q = named(op::qr::NAME, shape, T::zero())?;
        let [m, n] = matrix_sizes(self.factors.dims().as_ref());
        let [_, k] = matrix_sizes(q.dims().as_ref());
        for i in 0..count(stack_of(self.factors.dims().as_ref(), 2)) {
            let tau = item(self.tau.as_slice(), n, i).get(..m.min(n)).unwrap_or_default();
            front::form_q(self.item(i), tau, Rows::new(item_mut(q.as_mut_slice(), m * k, i), k));
        }
        Ok(q)
    }

    /// R, of this shape.
    #[inline(always)]
    fn r_of<S2: Shape>(&self, shape: S2) -> Result<Array<T, S2>, ShapeError> {
        let mut r = named(op::qr::NAME, shape, T::zero())?;
        let [rows, n] = matrix_sizes(r.dims().as_ref());
        for i in 0..count(stack_of(self.factors.dims().as_ref(), 2)) {
            let (a, mut r) = (self.item(i), Rows::new(item_mut(r.as_mut_slice(), rows * n, i), n));
            for row in 0..rows.min(n) {
                let pairs = r.row_mut(row).iter_mut().zip(a.row(row)).skip(row);
                pairs.for_each(|(to, from)| *to = *from);
            }
        }
        Ok(r)
    }
}

impl<T: Real, S: Matrices<op::qr>> PivotedQr<T, S> {
    /// The number of the column of A that is column `j` of `A P`, for each `j`. `(S.., N)`
    pub fn permutation(&self) -> &Array<usize, S::PerColumn> {
        &self.permutation
    }

    /// The rank of each matrix: how many elements on the diagonal of R are larger than the first one times the larger of M
    /// and N, times the distance from 1 to the next number. `(S..)`
    #[must_use]
    pub fn rank(&self) -> Outcome<S::Check, S::Stack, usize> {
        let [m, n] = matrix_sizes(self.qr.factors.dims().as_ref());
        let length: T = num_traits::NumCast::from(m.max(n)).unwrap_or_else(T::one);
        self.rank_within(length * T::epsilon())
    }

    /// The same with the factor of the first element given.
    #[must_use]
    pub fn rank_within(&self, factor: T) -> Outcome<S::Check, S::Stack, usize> {
        let stack = self.qr.factors.shape().split_matrices().map(|(stack, ..)| stack);
        value::<S::Check, _, _>(stack.and_then(|stack| named(op::qr::NAME, stack, 0)), |_, out| {
            for (i, rank) in out.iter_mut().enumerate() {
                let a = self.qr.item(i);
                let least = a.at(0, 0).abs() * factor;
                *rank = (0..a.rows().min(a.columns())).filter(|k| a.at(*k, *k).abs() > least).count();
            }
        })
    }
}
