//! `svd`, `svdvals` and `svd_full`: singular values and singular vectors.

use super::items::{
    ShorterCheck, count, expect_out, item, item_mut, matrix_sizes, shorter_as, stack_of, through, zeros,
};
use super::solve::TryIntoOutcome;
use super::systems::{keep_first, tried, try_into, try_made, try_value};
use crate::array::{Array, Ownership, OwnershipMut, named};
use crate::error::ShapeError;
use crate::error::linalg::NoConvergence;
use crate::kernel::factor::{Known, Rows, RowsRef, front};
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Append, Check, Dim, Itself, Matrices, SameShape, Shape, ThinShape};
use core::marker::PhantomData;

/// The singular value decomposition of each matrix of a stack: `A = U diag(s) Vᵀ`, with K the smaller of the numbers of
/// rows and columns. Of [`Array::svd`].
#[derive(Clone, Debug)]
pub struct Svd<T, S: ThinShape<op::svd>> {
    /// The left singular vectors, in columns. `(S.., M, K)`
    pub u: Array<T, S::Tall>,
    /// The singular values, falling, none of them negative. `(S.., K)`
    pub s: Array<T, S::Values>,
    /// The right singular vectors, in rows. `(S.., K, N)`
    pub vt: Array<T, S::Wide>,
}

/// The leading axes of matrices, and others.
type Appended<S, Axes> = <<S as Matrices<op::svd>>::Stack as Append<Axes, op::svd>>::Output;

/// The singular value decomposition of each matrix of a stack, whose shorter axis the caller named. Of [`Array::svd_as`].
#[derive(Clone, Debug)]
pub struct SvdAs<T, S: Matrices<op::svd, Stack: AppendShorter<S::Rows, S::Columns, K>>, K: Dim> {
    /// The left singular vectors, in columns. `(S.., M, K)`
    pub u: Array<T, Appended<S, (S::Rows, K)>>,
    /// The singular values, falling, none of them negative. `(S.., K)`
    pub s: Array<T, Appended<S, (K,)>>,
    /// The right singular vectors, in rows. `(S.., K, N)`
    pub vt: Array<T, Appended<S, (K, S::Columns)>>,
}

/// Leading axes to which those of each part of a decomposition can be appended.
pub trait AppendShorter<Rows: Dim, Columns: Dim, K: Dim>:
    Append<(Rows, K), op::svd> + Append<(K,), op::svd> + Append<(K, Columns), op::svd>
{
}
impl<X, Rows: Dim, Columns: Dim, K: Dim> AppendShorter<Rows, Columns, K> for X where
    X: Append<(Rows, K), op::svd> + Append<(K,), op::svd> + Append<(K, Columns), op::svd>
{
}

/// What `svd_as` returns for matrices of the shape `S`.
pub type SvdAsOutcome<T, S, K> = <ShorterCheck<S, K, op::svd> as Check>::Try<SvdAs<T, S, K>, NoConvergence>;

/// What `svdvals_as` returns for matrices of the shape `S`.
pub type SvdvalsAsOutcome<T, S, K> = <ShorterCheck<S, K, op::svdvals> as Check>::Try<
    Array<T, <<S as Matrices<op::svdvals>>::Stack as Append<(K,), op::svdvals>>::Output>,
    NoConvergence,
>;

/// The singular value decomposition of each matrix of a stack, with square orthogonal matrices. Of [`Array::svd_full`].
#[derive(Clone, Debug)]
pub struct SvdFull<T, S: ThinShape<op::svd_full>> {
    /// The left singular vectors, in columns, and others that make the basis whole. `(S.., M, M)`
    pub u: Array<T, S::OfRows>,
    /// The singular values, falling, none of them negative. `(S.., K)`
    pub s: Array<T, S::Values>,
    /// The right singular vectors, in rows, and others. `(S.., N, N)`
    pub vt: Array<T, S::OfColumns>,
}

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The singular value decomposition of each matrix: `A = U diag(s) Vᵀ`.
    ///
    /// # Shapes
    /// `(S.., M, N)`; of the result `u (S.., M, K)`, `s (S.., K)` and `vt (S.., K, N)`, with K the smaller of M and N.
    ///
    /// As `numpy.linalg.svd` with `full_matrices=False`; [`svd_full`](Array::svd_full) has square U and V. The signs are
    /// not left open: of the components of a right vector the one of the largest size, of equal ones the first, is
    /// positive.
    ///
    /// # Errors
    /// [`NoConvergence`] if an element is infinite or NaN, or (which no matrix is known to do) if the limit of steps is
    /// reached; in a [`Failure`](crate::Failure) if the rank is not in the type.
    ///
    /// # Accuracy
    /// `|A - U s Vᵀ|` is some units of the last place of `|A|`. Up to K = 8 by one-sided Jacobi rotations, which find small
    /// singular values as accurately as large ones (J. Demmel, K. Veselic, SIAM J. Matrix Anal. Appl. 13 (1992)), above by
    /// bidiagonal form and the implicit zero-shift QR method (J. Demmel, W. Kahan, SIAM J. Sci. Stat. Comput. 11 (1990)).
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, NoConvergence, array};
    /// let a = array![[0., 2.], [1., 0.], [0., 0.]];
    /// let svd = a.svd()?;
    /// assert_eq!(svd.s, array![2., 1.]);
    /// let scaled: Matrix<f64, 3, 2> = svd.u * &svd.s;
    /// assert_eq!(scaled.matmul(&svd.vt), a);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    ///
    /// A vector is no matrix:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1., 2.].svd(); // `svd`: an operand of rank 1, but its rank must be at least 2
    /// ```
    #[doc(alias = "gesvd")]
    #[inline]
    #[track_caller]
    pub fn svd<X>(&self) -> <<X as Matrices<op::svd>>::Check as Check>::Try<Svd<T, X>, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: ThinShape<op::svd>,
    {
        let shape = self.shape().itself();
        let made = shape.thin().and_then(|(values, tall, wide)| {
            let (u, s) = (zeros(op::svd::NAME, Ok(tall))?, zeros(op::svd::NAME, Ok(values))?);
            Ok((u, s, zeros(op::svd::NAME, Ok(wide))?, Pieces::<T, X, op::svd>::new(shape)?))
        });
        try_made::<<X as Matrices<op::svd>>::Check, _, _, _>(
            made,
            |(u, s, vt, pieces)| {
                decompose(self, s.as_mut_slice(), Some((u.as_mut_slice(), vt.as_mut_slice())), pieces)
            },
            |(u, s, vt, _)| Svd { u, s, vt },
        )
    }

    /// [`svd`](Array::svd) for generic code, whose lengths the compiler does not compare: the shorter axis is named.
    ///
    /// # Errors
    /// As [`svd`](Array::svd). Another axis than the shorter one does not compile where all lengths are in the types; else
    /// it is a [`ShapeError`] in a [`Failure`](crate::Failure).
    ///
    /// # Example
    /// ```
    /// use conformable::{Const, Matrix, NoConvergence};
    /// /// The singular vectors to the right of a matrix with at least as many rows as columns.
    /// fn directions<const M: usize, const N: usize>(
    ///     tall: &Matrix<f64, M, N>,
    /// ) -> Result<Matrix<f64, N, N>, NoConvergence> {
    ///     Ok(tall.svd_as::<_, Const<N>>()?.vt)
    /// }
    /// assert_eq!(directions(&Matrix::<f64, 2, 1>::ones())?, Matrix::new([[1.]]));
    /// # Ok::<(), NoConvergence>(())
    /// ```
    #[inline]
    #[track_caller]
    pub fn svd_as<X, K: Dim>(&self) -> SvdAsOutcome<T, X, K>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::svd, Stack: AppendShorter<X::Rows, X::Columns, K>>,
    {
        let (shape, name) = (self.shape().itself(), op::svd::NAME);
        let made = shorter_as(shape, "svd_as").and_then(|(stack, m, n, k)| {
            let u = zeros(name, Ok(Append::<(X::Rows, K), op::svd>::append(stack, (m, k))))?;
            let s = zeros(name, Ok(Append::<(K,), op::svd>::append(stack, (k,))))?;
            let vt = zeros(name, Ok(Append::<(K, X::Columns), op::svd>::append(stack, (k, n))))?;
            Ok((u, s, vt, Pieces::<T, X, op::svd>::new(shape)?))
        });
        try_made::<ShorterCheck<X, K, op::svd>, _, _, _>(
            made,
            |(u, s, vt, pieces)| {
                decompose(self, s.as_mut_slice(), Some((u.as_mut_slice(), vt.as_mut_slice())), pieces)
            },
            |(u, s, vt, _)| SvdAs { u, s, vt },
        )
    }

    /// Writes [`svd`](Array::svd) into existing arrays, and allocates nothing but copies of a matrix if that has a `Dyn`
    /// axis.
    ///
    /// # Shapes
    /// `(S.., M, N), u (S.., M, K), s (S.., K), vt (S.., K, N)`, with K the smaller of M and N.
    ///
    /// # Errors
    /// As [`svd`](Array::svd). If the shapes do not fit, all is as it was. Where there is no result, NaN is written.
    #[inline]
    #[track_caller]
    pub fn svd_into<X, S2: Shape, O2, S3: Shape, O3, S4: Shape, O4>(
        &self,
        u: &mut Array<T, S2, O2>,
        s: &mut Array<T, S3, O3>,
        vt: &mut Array<T, S4, O4>,
    ) -> SvdIntoOutcome<X, S2, S3, S4>
    where
        T: Real,
        O2: OwnershipMut,
        O3: OwnershipMut,
        O4: OwnershipMut,
        S: Itself<X>,
        X: ThinShape<
                op::svd,
                Tall: SameShape<S2, op::svd_into>,
                Values: SameShape<S3, op::svd_into>,
                Wide: SameShape<S4, op::svd_into>,
            >,
    {
        let (shape, name) = (self.shape().itself(), op::svd_into::NAME);
        let pieces = shape.thin().and_then(|(values, tall, wide)| {
            expect_out(name, u, tall)?;
            expect_out(name, s, values)?;
            expect_out(name, vt, wide)?;
            Pieces::<T, X, op::svd>::new(shape)
        });
        let fits = pieces.as_ref().map(|_| ()).map_err(|e| *e);
        tried::<SvdIntoCheck<X, S2, S3, S4>, _>(fits, || {
            let mut pieces = pieces.ok()?;
            through(u, |_, u| {
                through(s, |_, s| through(vt, |_, vt| decompose(self, s, Some((u, vt)), &mut pieces)))
            })
        })
    }

    /// The singular values of each matrix, falling.
    ///
    /// # Shapes
    /// `(S.., M, N) -> (S.., K)`, with K the smaller of M and N.
    ///
    /// As `numpy.linalg.svdvals`. They have the bits of those of [`svd`](Array::svd).
    ///
    /// # Errors
    /// As [`svd`](Array::svd).
    ///
    /// # Example
    /// ```
    /// use conformable::{NoConvergence, array};
    /// assert_eq!(array![[0., 2.], [1., 0.], [0., 0.]].svdvals()?, array![2., 1.]);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    #[doc(alias = "singular_values")]
    #[inline]
    #[track_caller]
    pub fn svdvals<X>(
        &self,
    ) -> <<X as Matrices<op::svdvals>>::Check as Check>::Try<<X::Values as Shape>::Value<T>, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: ThinShape<op::svdvals>,
    {
        let shape = self.shape().itself();
        let pieces = Pieces::<T, X, op::svdvals>::new(shape);
        let s = shape.thin().and_then(|(values, ..)| {
            zeros(op::svdvals::NAME, pieces.as_ref().map(|_| values).map_err(|e| *e))
        });
        try_value::<<X as Matrices<op::svdvals>>::Check, _, _, _>(s, |_, s| {
            pieces.ok().and_then(|mut pieces| decompose(self, s, None, &mut pieces))
        })
    }

    /// [`svdvals`](Array::svdvals) for generic code, as [`svd_as`](Array::svd_as).
    ///
    /// # Errors
    /// As [`svd_as`](Array::svd_as).
    #[inline]
    #[track_caller]
    pub fn svdvals_as<X, K: Dim>(&self) -> SvdvalsAsOutcome<T, X, K>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::svdvals, Stack: Append<(K,), op::svdvals>>,
    {
        let (shape, name) = (self.shape().itself(), op::svdvals::NAME);
        let made = shorter_as(shape, "svdvals_as").and_then(|(stack, .., k)| {
            let s = zeros(name, Ok(stack.append((k,))))?;
            Ok((s, Pieces::<T, X, op::svdvals>::new(shape)?))
        });
        try_made::<ShorterCheck<X, K, op::svdvals>, _, _, _>(
            made,
            |(s, pieces)| decompose(self, s.as_mut_slice(), None, pieces),
            |(s, _)| s,
        )
    }

    /// Writes [`svdvals`](Array::svdvals) into an existing array, and allocates nothing but copies of a matrix if that has
    /// a `Dyn` axis.
    ///
    /// # Shapes
    /// `(S.., M, N), out (S.., K)`
    ///
    /// # Errors
    /// As [`svdvals`](Array::svdvals). If the shapes do not fit, `out` is as it was. Values that there are not are NaN.
    #[inline]
    pub fn svdvals_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> TryIntoOutcome<<X as Matrices<op::svdvals>>::Check, X::Values, S2, op::svdvals_into, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: ThinShape<op::svdvals, Values: SameShape<S2, op::svdvals_into>>,
    {
        type C<C1, V, S2> = <C1 as Check>::And<<V as SameShape<S2, op::svdvals_into>>::Check>;
        let shape = self.shape().itself();
        let pieces = Pieces::<T, X, op::svdvals>::new(shape);
        let values = shape.thin().and_then(|(values, ..)| pieces.as_ref().map(|_| values).map_err(|e| *e));
        try_into::<C<<X as Matrices<op::svdvals>>::Check, X::Values, S2>, _, _, _, _, _>(
            op::svdvals_into::NAME,
            values,
            out,
            |_, s| pieces.ok().and_then(|mut pieces| decompose(self, s, None, &mut pieces)),
        )
    }

    /// The singular value decomposition of each matrix with square orthogonal matrices: the first columns of U, and rows of
    /// Vᵀ, are those of [`svd`](Array::svd), and the others make both bases whole.
    ///
    /// # Shapes
    /// `(S.., M, N)`; of the result `u (S.., M, M)`, `s (S.., K)` and `vt (S.., N, N)`, with K the smaller of M and N.
    ///
    /// As `numpy.linalg.svd` with its defaults.
    ///
    /// # Errors
    /// As [`svd`](Array::svd).
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, NoConvergence, array};
    /// let svd = array![[0.], [2.]].svd_full()?;
    /// let product: Matrix<f64, 2, 2> = svd.u.t().matmul(&svd.u);
    /// assert_eq!(product, Matrix::eye());
    /// # Ok::<(), NoConvergence>(())
    /// ```
    #[inline]
    #[track_caller]
    pub fn svd_full<X>(
        &self,
    ) -> <<X as Matrices<op::svd_full>>::Check as Check>::Try<SvdFull<T, X>, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: ThinShape<op::svd_full>,
    {
        let shape = self.shape().itself();
        let name = op::svd_full::NAME;
        let made = shape.thin().and_then(|(values, ..)| {
            let (u, vt) = (zeros(name, shape.of_rows())?, zeros(name, shape.of_columns())?);
            let (s, tau) = (named(name, values, T::zero())?, named(name, values, T::zero())?);
            Ok((Decomposed::<T, X, op::svd_full>::new(shape)?, u, s, vt, tau))
        });
        try_made::<<X as Matrices<op::svd_full>>::Check, _, _, _>(
            made,
            |(thin, u, s, vt, tau)| {
                let error = thin.fill(self);
                thin.values_to(s.as_mut_slice());
                let dims = shape.dims();
                let [m, n] = matrix_sizes(dims.as_ref());
                let k = m.min(n);
                let room = thin.pieces.first.as_mut_slice();
                for i in 0..count(stack_of(dims.as_ref(), 2)) {
                    let tau = item_mut(tau.as_mut_slice(), k, i);
                    let tall = RowsRef::new(item(thin.u.as_slice(), m * k, i), k);
                    let mut u = Rows::new(item_mut(u.as_mut_slice(), m * m, i), m);
                    complete(|i, j| tall.at(i, j), [m, k], tau, room, &mut u);
                    let wide = RowsRef::new(item(thin.vt.as_slice(), k * n, i), n);
                    let mut vt = Rows::new(item_mut(vt.as_mut_slice(), n * n, i), n);
                    complete(|i, j| wide.at(j, i), [n, k], tau, room, &mut vt);
                    vt.transpose_square();
                }
                error
            },
            |(_, u, s, vt, _)| SvdFull { u, s, vt },
        )
    }
}

impl<T, S: ThinShape<op::svd>> Svd<T, S> {
    /// The shape of the matrices.
    #[inline(always)]
    pub(super) fn shape(&self) -> Result<S, ShapeError> {
        let mut dims = self.u.dims();
        let [_, n] = matrix_sizes(self.vt.dims().as_ref());
        if let Some(columns) = dims.as_mut().last_mut() {
            *columns = n;
        }
        S::from_dims(dims.as_ref()).ok_or_else(|| ShapeError::too_large(op::svd::NAME, dims.as_ref()))
    }
}

/// What is checked at run time of matrices of the shape `X`, and of the arrays for U, the values and Vᵀ.
type SvdIntoCheck<X, S2, S3, S4> = <<<<X as Matrices<op::svd>>::Check as Check>::And<
    <<X as ThinShape<op::svd>>::Tall as SameShape<S2, op::svd_into>>::Check,
> as Check>::And<
    <<X as ThinShape<op::svd>>::Values as SameShape<S3, op::svd_into>>::Check,
> as Check>::And<
    <<X as ThinShape<op::svd>>::Wide as SameShape<S4, op::svd_into>>::Check,
>;

/// What `svd_into` returns for arrays of the shapes `S2`, `S3` and `S4`.
pub type SvdIntoOutcome<X, S2, S3, S4> = <SvdIntoCheck<X, S2, S3, S4> as Check>::Try<(), NoConvergence>;

/// Makes of orthonormal columns (M, K) a basis (M, M) whose first columns they are; `room` has M K elements to work with.
#[inline]
fn complete<T: Real>(
    columns: impl Fn(usize, usize) -> T,
    [m, k]: [usize; 2],
    tau: &mut [T],
    room: &mut [T],
    out: &mut Rows<'_, T>,
) {
    let mut factors = Rows::new(item_mut(room, m * k, 0), k);
    for i in 0..m {
        (0..k).for_each(|j| factors.set(i, j, columns(i, j)));
    }
    front::qr(factors.reborrow(), tau);
    front::form_q(factors.as_ref(), tau, out.reborrow());
    for i in 0..m {
        (0..k).for_each(|j| out.set(i, j, columns(i, j)));
    }
}

/// What singular values of a matrix of so many rows and columns are compared with, to tell them from zero: the largest one
/// times `factor`, or times the larger of both numbers and the distance from 1 to the next number.
#[inline]
pub(super) fn cut_off<T: Real>([m, n]: [usize; 2], s: &[T], factor: Option<T>) -> T {
    let length: T = num_traits::NumCast::from(m.max(n)).unwrap_or_else(T::one);
    s.first().copied().unwrap_or_else(T::zero) * factor.unwrap_or(length * T::epsilon())
}

/// Memory in which one matrix is decomposed.
pub(super) struct Pieces<T, X: Matrices<Op>, Op> {
    first: Array<T, (X::Rows, X::Columns)>,
    second: Array<T, (X::Rows, X::Columns)>,
    per_row: Array<T, (X::Rows,)>,
    per_column: Array<T, (X::Columns,)>,
    // Not more than the rest, where there are fewer values than columns.
    per_value: [Array<T, (X::Columns,)>; 4],
}

impl<T: Real, X: Matrices<Op>, Op: Operation> Pieces<T, X, Op> {
    /// For matrices of this shape.
    #[inline(always)]
    pub(super) fn new(shape: X) -> Result<Self, ShapeError> {
        let (_, m, n) = shape.split_matrices()?;
        let k = <X::Columns as Dim>::from_len(m.len().min(n.len())).unwrap_or(n);
        let name = Op::NAME;
        let zero = T::zero();
        Ok(Pieces {
            first: named(name, (m, n), zero)?,
            second: named(name, (m, n), zero)?,
            per_row: named(name, (m,), zero)?,
            per_column: named(name, (n,), zero)?,
            per_value: [
                named(name, (k,), zero)?,
                named(name, (k,), zero)?,
                named(name, (k,), zero)?,
                named(name, (k,), zero)?,
            ],
        })
    }

    /// All of it.
    #[inline(always)]
    fn slices(&mut self) -> [&mut [T]; 8] {
        let [a, b, c, d] = &mut self.per_value;
        [
            self.first.as_mut_slice(),
            self.second.as_mut_slice(),
            self.per_row.as_mut_slice(),
            self.per_column.as_mut_slice(),
            a.as_mut_slice(),
            b.as_mut_slice(),
            c.as_mut_slice(),
            d.as_mut_slice(),
        ]
    }
}

/// The decomposition of each matrix, for what is made of it.
///
/// Its arrays can be longer than what they hold: which axis is the shorter one the types need not know.
pub(super) struct Decomposed<T, X: Matrices<Op>, Op> {
    u: Array<T, X>,
    s: Array<T, X::PerColumn>,
    vt: Array<T, X>,
    pieces: Pieces<T, X, Op>,
}

impl<T: Real, X: Matrices<Op>, Op: Operation> Decomposed<T, X, Op> {
    /// Room for matrices of this shape.
    #[inline(always)]
    pub(super) fn new(shape: X) -> Result<Self, ShapeError> {
        let (pieces, name) = (Pieces::new(shape)?, Op::NAME);
        // With K in the place of one axis, if the type lets it.
        let with = |from_end: usize| {
            let mut dims = shape.dims();
            let k = matrix_sizes(dims.as_ref()).into_iter().fold(usize::MAX, usize::min);
            if let Some(len) = dims.as_mut().iter_mut().rev().nth(from_end) {
                *len = k;
            }
            X::from_dims(dims.as_ref()).unwrap_or(shape)
        };
        let (u, vt) = (named(name, with(0), T::zero())?, named(name, with(1), T::zero())?);
        Ok(Decomposed { u, s: named(name, shape.per_column()?, T::zero())?, vt, pieces })
    }

    /// Decomposes these matrices.
    #[inline(always)]
    pub(super) fn fill<S: Shape, O: Ownership>(&mut self, a: &Array<T, S, O>) -> Option<NoConvergence> {
        let vectors = Some((self.u.as_mut_slice(), self.vt.as_mut_slice()));
        decompose(a, self.s.as_mut_slice(), vectors, &mut self.pieces)
    }

    /// Writes the values of all matrices.
    #[inline(always)]
    pub(super) fn values_to(&self, out: &mut [T]) {
        out.iter_mut().zip(self.s.as_slice()).for_each(|(to, from)| *to = *from);
    }

    /// U, the values and Vᵀ.
    #[inline(always)]
    pub(super) fn parts(&self) -> [&[T]; 3] {
        [self.u.as_slice(), self.s.as_slice(), self.vt.as_slice()]
    }
}

/// What the types know of the number of values of a matrix.
struct Values<X, Op>(PhantomData<(X, Op)>);

impl<X: Matrices<Op>, Op> Known for Values<X, Op> {
    const ROWS: Option<usize> = match (X::Rows::STATIC, X::Columns::STATIC) {
        (Some(m), Some(n)) if m < n => Some(m),
        (Some(_), Some(n)) => Some(n),
        _ => None,
    };
}

/// Writes the singular values of each matrix, and the vectors (U and Vᵀ), or NaN where there are none.
#[inline(always)]
pub(super) fn decompose<T: Real, S: Shape, O: Ownership, X: Matrices<Op>, Op: Operation>(
    a: &Array<T, S, O>,
    s: &mut [T],
    mut vectors: Option<(&mut [T], &mut [T])>,
    pieces: &mut Pieces<T, X, Op>,
) -> Option<NoConvergence> {
    let (dims, mut copy, mut first) = (a.dims(), a.to_owned(), None);
    let [m, n] = matrix_sizes(dims.as_ref());
    let k = m.min(n);
    for i in 0..count(stack_of(dims.as_ref(), 2)) {
        let a = Rows::new(item_mut(copy.as_mut_slice(), m * n, i), n);
        let s = item_mut(s, k, i);
        let mut vectors = vectors
            .as_mut()
            .map(|(u, vt)| (Rows::new(item_mut(u, m * k, i), k), Rows::new(item_mut(vt, k * n, i), n)));
        let of = vectors.as_mut().map(|(u, vt)| (u.reborrow(), vt.reborrow()));
        if let Err(unfinished) = front::singular_values::<_, Values<X, Op>>(a, s, of, pieces.slices()) {
            s.fill(T::not_a_number());
            if let Some((u, vt)) = &mut vectors {
                u.elements_mut().fill(T::not_a_number());
                vt.elements_mut().fill(T::not_a_number());
            }
            let error = NoConvergence { item: i, is_finite: unfinished.is_finite, is_svd: true };
            keep_first(&mut first, Some(error));
        }
    }
    first
}
