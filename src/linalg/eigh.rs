//! `eigh` and `eigvalsh`: eigenvalues and eigenvectors of symmetric matrices.

use super::items::{
    count, expect_out, expect_reachable, item, item_mut, matrix_sizes, stack_of, through, zeros,
};
use super::solve::TryIntoOutcome;
use super::systems::{keep_first, tried, try_into, try_made, try_value};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::error::linalg::NoConvergence;
use crate::kernel::factor::{Rows, RowsRef, front};
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Dim, Itself, SameShape, Shape, SquareStack};

/// The eigenvalues and eigenvectors of each matrix of a stack: `A = V diag(w) Vᵀ`. Of [`Array::eigh`].
#[derive(Clone, Debug)]
pub struct Eigh<T, S: SquareStack<op::eigh>> {
    /// The eigenvalues w, ascending. `(S.., M)`
    pub values: Array<T, S::Vectors>,
    /// The eigenvectors: column `j` of V belongs to value `j`. `(S.., M, M)`
    pub vectors: Array<T, S>,
}

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The eigenvalues and eigenvectors of each matrix, which is symmetric. The lower triangle is read.
    ///
    /// `A = V diag(w) Vᵀ`, `Vᵀ V = 1`
    ///
    /// # Shapes
    /// `(S.., M, M)`; of the result `values (S.., M)`, ascending, and `vectors (S.., M, M)`, in columns.
    ///
    /// As `numpy.linalg.eigh`, but the sign of a vector is not left open: of its components the one of the largest size, of
    /// equal ones the first, is positive.
    ///
    /// # Errors
    /// [`NoConvergence`] if an element that is read is infinite or NaN, or (which no matrix is known to do) if the limit of
    /// steps is reached; in a [`Failure`](crate::Failure) if a length is `Dyn`, or the rank is not in the type.
    ///
    /// # Accuracy
    /// `|A - V w Vᵀ|` is some units of the last place of `|A|`. Up to 4 rows by Jacobi's rotations, above by reduction to
    /// tridiagonal form and the implicit QL method: G. Golub, C. Van Loan, *Matrix Computations*, 4th ed. (2013), 8.3 and
    /// 8.5.
    ///
    /// # Example
    /// ```
    /// use conformable::{NoConvergence, array};
    /// let e = array![[2., 1.], [1., 2.]].eigh()?;
    /// assert!((e.values - array![1., 3.]).abs().max() < 1e-15);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    ///
    /// A matrix that is not square does not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![[1., 2., 3.], [4., 5., 6.]].eigh(); // a matrix of 2 rows and 3 columns is not square
    /// ```
    #[doc(alias("symmetric_eigen", "syevd"))]
    #[inline]
    #[track_caller]
    pub fn eigh<X>(&self) -> <X::Check as Check>::Try<Eigh<T, X>, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: SquareStack<op::eigh>,
    {
        let shape = self.shape().itself();
        let made = zeros(op::eigh::NAME, shape.vectors())
            .and_then(|values| Ok((values, zeros(op::eigh::NAME, Ok(shape))?)));
        try_made::<X::Check, _, _, _>(
            made,
            |(values, vectors)| {
                let (dims, mut copy) = (self.dims(), self.to_owned());
                let vectors = Some(vectors.as_mut_slice());
                decompose::<T, X::Axis>(dims.as_ref(), copy.as_mut_slice(), values.as_mut_slice(), vectors)
            },
            |(values, vectors)| Eigh { values, vectors },
        )
    }

    /// Writes [`eigh`](Array::eigh) into existing arrays, and allocates nothing but a copy of `self` if that has a `Dyn`
    /// axis.
    ///
    /// # Shapes
    /// `(S.., M, M), values (S.., M), vectors (S.., M, M)`
    ///
    /// # Errors
    /// As [`eigh`](Array::eigh). If the shapes do not fit, all is as it was. Where there is no result, NaN is written.
    #[inline]
    #[track_caller]
    pub fn eigh_into<X, S2: Shape, O2: OwnershipMut, S3: Shape, O3: OwnershipMut>(
        &self,
        values: &mut Array<T, S2, O2>,
        vectors: &mut Array<T, S3, O3>,
    ) -> EighIntoOutcome<X, S2, S3, op::eigh_into>
    where
        T: Real,
        S: Itself<X>,
        X: SquareStack<op::eigh, Vectors: SameShape<S2, op::eigh_into>> + SameShape<S3, op::eigh_into>,
    {
        let fits = fits_into::<T, X, _, _, _, _, op::eigh_into>(self.shape().itself(), values, vectors);
        tried::<EighIntoCheck<X, S2, S3, op::eigh_into>, _>(fits, || {
            let (dims, mut copy) = (self.dims(), self.to_owned());
            write::<T, X::Axis, _, _, _, _>(dims.as_ref(), copy.as_mut_slice(), values, vectors)
        })
    }

    /// The same with no other memory: `self` is destroyed.
    ///
    /// # Shapes
    /// `(S.., M, M), values (S.., M), vectors (S.., M, M)`
    ///
    /// # Errors
    /// As [`eigh_into`](Array::eigh_into). An operand with a `Dyn` axis whose elements are not contiguous is copied; without
    /// the feature `alloc` it is an error.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, NoConvergence, Vector, array};
    /// let (mut a, mut values, mut vectors) = (array![[2., 0.], [0., 1.]], Vector::zeros(), Matrix::zeros());
    /// a.eigh_inplace(&mut values, &mut vectors)?;
    /// assert_eq!(values, array![1., 2.]);
    /// assert_eq!(vectors, array![[0., 1.], [1., 0.]]);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    #[inline]
    #[track_caller]
    pub fn eigh_inplace<X, S2: Shape, O2: OwnershipMut, S3: Shape, O3: OwnershipMut>(
        &mut self,
        values: &mut Array<T, S2, O2>,
        vectors: &mut Array<T, S3, O3>,
    ) -> EighIntoOutcome<X, S2, S3, op::eigh_inplace>
    where
        T: Real,
        O: OwnershipMut,
        S: Itself<X>,
        X: SquareStack<op::eigh, Vectors: SameShape<S2, op::eigh_inplace>> + SameShape<S3, op::eigh_inplace>,
    {
        let fits = fits_into::<T, X, _, _, _, _, op::eigh_inplace>(self.shape().itself(), values, vectors);
        let fits = fits.and_then(|()| expect_reachable(op::eigh_inplace::NAME, self));
        tried::<EighIntoCheck<X, S2, S3, op::eigh_inplace>, _>(fits, || {
            through(self, |dims, a| write::<T, X::Axis, _, _, _, _>(dims, a, values, vectors))
        })
    }

    /// The eigenvalues of each matrix, which is symmetric, ascending. The lower triangle is read.
    ///
    /// # Shapes
    /// `(S.., M, M) -> (S.., M)`
    ///
    /// As `numpy.linalg.eigvalsh`. They have the bits of those of [`eigh`](Array::eigh).
    ///
    /// # Errors
    /// As [`eigh`](Array::eigh).
    ///
    /// # Example
    /// ```
    /// use conformable::{NoConvergence, array};
    /// assert!((array![[2., 1.], [1., 2.]].eigvalsh()? - array![1., 3.]).abs().max() < 1e-15);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    #[doc(alias = "symmetric_eigenvalues")]
    #[inline]
    #[track_caller]
    pub fn eigvalsh<X>(&self) -> <X::Check as Check>::Try<<X::Vectors as Shape>::Value<T>, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: SquareStack<op::eigvalsh>,
    {
        let values = zeros(op::eigvalsh::NAME, self.shape().itself().vectors());
        try_value::<X::Check, _, _, _>(values, |_, values| {
            let (dims, mut copy) = (self.dims(), self.to_owned());
            decompose::<T, X::Axis>(dims.as_ref(), copy.as_mut_slice(), values, None)
        })
    }

    /// Writes [`eigvalsh`](Array::eigvalsh) into an existing array, and allocates nothing but a copy of `self` if that has
    /// a `Dyn` axis.
    ///
    /// # Shapes
    /// `(S.., M, M), out (S.., M)`
    ///
    /// # Errors
    /// As [`eigvalsh`](Array::eigvalsh). If the shapes do not fit, `out` is as it was. Values that there are not are NaN.
    #[inline]
    pub fn eigvalsh_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> TryIntoOutcome<X::Check, X::Vectors, S2, op::eigvalsh_into, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: SquareStack<op::eigvalsh, Vectors: SameShape<S2, op::eigvalsh_into>>,
    {
        try_into::<
            <X::Check as Check>::And<<X::Vectors as SameShape<S2, op::eigvalsh_into>>::Check>,
            _,
            _,
            _,
            _,
            _,
        >(op::eigvalsh_into::NAME, self.shape().itself().vectors(), out, |_, values| {
            let (dims, mut copy) = (self.dims(), self.to_owned());
            decompose::<T, X::Axis>(dims.as_ref(), copy.as_mut_slice(), values, None)
        })
    }
}

/// What is checked at run time of matrices of the shape `X`, and of the arrays for values and vectors.
type EighIntoCheck<X, S2, S3, Op> = <<<X as SquareStack<op::eigh>>::Check as Check>::And<
    <<X as SquareStack<op::eigh>>::Vectors as SameShape<S2, Op>>::Check,
> as Check>::And<<X as SameShape<S3, Op>>::Check>;

/// What `eigh` returns that writes into arrays of the shapes `S2` and `S3`.
pub type EighIntoOutcome<X, S2, S3, Op> = <EighIntoCheck<X, S2, S3, Op> as Check>::Try<(), NoConvergence>;

/// Whether both arrays have the shapes of the results.
#[inline(always)]
fn fits_into<T, X, S2: Shape, O2: OwnershipMut, S3: Shape, O3: OwnershipMut, Op: Operation>(
    shape: X,
    values: &Array<T, S2, O2>,
    vectors: &Array<T, S3, O3>,
) -> Result<(), ShapeError>
where
    X: SquareStack<op::eigh>,
{
    expect_out(Op::NAME, values, shape.vectors()?)?;
    expect_out(Op::NAME, vectors, shape)
}

/// [`decompose`] into existing arrays.
#[inline(always)]
fn write<T: Real, D: Dim, S2: Shape, O2: OwnershipMut, S3: Shape, O3: OwnershipMut>(
    dims: &[usize],
    a: &mut [T],
    values: &mut Array<T, S2, O2>,
    vectors: &mut Array<T, S3, O3>,
) -> Option<NoConvergence> {
    through(values, |_, values| {
        through(vectors, |_, vectors| decompose::<T, D>(dims, a, values, Some(vectors)))
    })
}

impl<T: Real, S: SquareStack<op::eigh>> Eigh<T, S> {
    /// The matrix with the same eigenvectors and the eigenvalues `f(w)`: `V diag(f(w)) Vᵀ`. `(S.., M, M)`
    ///
    /// Of `f = sqrt` it is the square root of a matrix. The result is exactly symmetric.
    ///
    /// ```
    /// use conformable::{NoConvergence, array};
    /// let root = array![[5., 4.], [4., 5.]].eigh()?.apply(f64::sqrt);
    /// assert!((root - array![[2., 1.], [1., 2.]]).abs().max() < 1e-15);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    #[must_use]
    pub fn apply(&self, f: impl Fn(T) -> T) -> Array<T, S> {
        let mut out = self.vectors.to_owned();
        let [_, n] = matrix_sizes(self.vectors.dims().as_ref());
        for i in 0..count(stack_of(self.vectors.dims().as_ref(), 2)) {
            let mut out = Rows::new(item_mut(out.as_mut_slice(), n * n, i), n);
            let vectors = item(self.vectors.as_slice(), n * n, i);
            let values = item(self.values.as_slice(), n, i);
            let vectors = RowsRef::new(vectors, n);
            for row in 0..n {
                for column in 0..=row {
                    let terms = vectors.row(row).iter().zip(vectors.row(column)).zip(values);
                    let sum = terms.fold(T::zero(), |sum, ((x, y), w)| sum + *x * *y * f(*w));
                    out.set(row, column, sum);
                    out.set(column, row, sum);
                }
            }
        }
        out
    }
}

/// Writes the eigenvalues of each matrix of a stack of these lengths, which is destroyed, and its eigenvectors, or NaN where
/// there are none.
#[inline(always)]
fn decompose<T: Real, D: Dim>(
    dims: &[usize],
    a: &mut [T],
    values: &mut [T],
    mut vectors: Option<&mut [T]>,
) -> Option<NoConvergence> {
    let mut first = None;
    let [_, n] = matrix_sizes(dims);
    for i in 0..count(stack_of(dims, 2)) {
        let a = Rows::new(item_mut(a, n * n, i), n);
        let values = item_mut(values, n, i);
        let mut vectors = vectors.as_mut().map(|vectors| Rows::new(item_mut(vectors, n * n, i), n));
        if let Err(unfinished) = front::eigenvalues::<_, D>(a, values, vectors.as_mut().map(Rows::reborrow)) {
            values.fill(T::not_a_number());
            if let Some(mut vectors) = vectors {
                vectors.elements_mut().fill(T::not_a_number());
            }
            keep_first(
                &mut first,
                Some(NoConvergence { item: i, is_finite: unfinished.is_finite, is_svd: false }),
            );
        }
    }
    first
}
