//! `triu`, `tril` and `diag`: triangles of matrices, and matrices of a diagonal.

#![allow(unsafe_code, reason = "writes the elements of new arrays")]

use super::copy::{Copies, written};
use super::diagonal::corner;
use super::{Array, Ownership};
use crate::error::{ShapeError, must};
use crate::scalar::Scalar;
use crate::sealed::Seal;
use crate::shape::op::{self, Operation};
use crate::shape::{AnyRank, Check, Const, Dim, PlusDim, Proven, Rank, Shape, ShapeRules};

/// Shapes with a last and a last but one axis. Sealed, as [`Shape`] is.
pub trait TriangleShape<Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<S: Shape, Op> TriangleShape<Op> for S
where
    ShapeRules: TwoAxes<S::Rank, Op>,
{
    const SEALED: Seal = Seal;
}

/// Ranks of two and more, and those known only at run time.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: expected an array with at least two axes",
    label = "only a matrix has a triangle"
)]
pub trait TwoAxes<Rank, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
/// The ranks that have.
macro_rules! two { ($($n:literal)+) => {$( impl<X, Op> TwoAxes<Rank<$n>, Op> for X { const SEALED: Seal = Seal; } )+}; }
two! { 2 3 4 5 6 }
impl<X, Op> TwoAxes<AnyRank, Op> for X {
    const SEALED: Seal = Seal;
}

/// # Joining and repeating
impl<T: Scalar, S: Shape, O: Ownership> Array<T, S, O> {
    /// A copy in which the elements are zero that `j - i` of their positions along the last two axes tells to leave out.
    #[inline(always)]
    fn triangle(&self, keep: impl Fn(isize) -> bool) -> Array<T, S> {
        let mut triangle = self.to_owned();
        let dims = self.dims();
        let [.., rows, cols] = *dims.as_ref() else {
            // Of a rank that is known only at run time: one row, or one element.
            let positions = triangle.as_mut_slice().iter_mut().enumerate();
            positions.filter(|(j, _)| !keep(*j as isize)).for_each(|(_, x)| *x = T::ZERO);
            return triangle;
        };
        if cols > 0 {
            for (number, row) in triangle.as_mut_slice().chunks_exact_mut(cols).enumerate() {
                let i = (number % rows.max(1)) as isize;
                for (j, x) in row.iter_mut().enumerate() {
                    if !keep(j as isize - i) {
                        *x = T::ZERO;
                    }
                }
            }
        }
        triangle
    }

    /// The upper triangle: the elements on and above the diagonal number `k`, zero elsewhere.
    ///
    /// `out[.., i, j] = a[.., i, j]` if `j - i >= k`, else 0
    ///
    /// # Shapes
    /// `(S.., M, N) -> (S.., M, N)`. Diagonal 0 is the main one, those above it have positive numbers.
    ///
    /// As `numpy.triu`, but that a vector is refused (NumPy makes it rows of a matrix first). A
    /// [`DynRank`](crate::DynRank) of fewer than two axes is one row.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6], [7, 8, 9]];
    /// assert_eq!(m.triu(0), array![[1, 2, 3], [0, 5, 6], [0, 0, 9]]);
    /// assert_eq!(m.triu(1), array![[0, 2, 3], [0, 0, 6], [0, 0, 0]]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![1, 2].triu(0); // `triu`: an array with at least two axes is needed
    /// ```
    #[inline]
    #[must_use]
    pub fn triu(&self, k: isize) -> Array<T, S>
    where
        S: TriangleShape<op::triu>,
    {
        self.triangle(|offset| offset >= k)
    }

    /// The lower triangle: the elements on and below the diagonal number `k`, zero elsewhere.
    ///
    /// `out[.., i, j] = a[.., i, j]` if `j - i <= k`, else 0
    ///
    /// # Shapes
    /// As [`triu`](Array::triu). As `numpy.tril`, with the difference that it states.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6], [7, 8, 9]];
    /// assert_eq!(m.tril(0), array![[1, 0, 0], [4, 5, 0], [7, 8, 9]]);
    /// assert_eq!(m.tril(-1), array![[0, 0, 0], [4, 0, 0], [7, 8, 0]]);
    /// ```
    #[inline]
    #[must_use]
    pub fn tril(&self, k: isize) -> Array<T, S>
    where
        S: TriangleShape<op::tril>,
    {
        self.triangle(|offset| offset <= k)
    }
}

/// # Joining and repeating
impl<T: Scalar, D: Dim, O: Ownership> Array<T, (D,), O> {
    /// A matrix with these elements on the diagonal that begins at row `row` and column `column`, zero elsewhere.
    #[inline(always)]
    fn on_diagonal<D2: Dim>(
        &self,
        op: &'static str,
        [row, column]: [usize; 2],
    ) -> Result<Array<T, (D2, D2)>, ShapeError> {
        let len = self.len();
        let Some(axis) = len.checked_add(row + column).and_then(D2::from_len) else {
            return Err(ShapeError::too_large(op, &[len]));
        };
        let write = |out: &Copies<T>, to: &[isize]| {
            let n = axis.len();
            let (strides, zero) = (self.strides(), T::ZERO);
            let first =
                (row as isize).wrapping_mul(to[0]).wrapping_add((column as isize).wrapping_mul(to[1]));
            // SAFETY: all positions of the result, and then those of the diagonal again, which are there: `len` rows and
            // columns from the first on. Elements are `Copy`, so there is nothing to drop.
            unsafe {
                out.copy(&[n, n], (0, to), (&raw const zero, &[0, 0]));
                let step = to[0].wrapping_add(to[1]);
                out.copy(&[len], (first, &[step]), (self.as_ptr(), strides.as_ref()));
            }
        };
        // SAFETY: all elements are written.
        unsafe { written(op, (axis, axis), write) }
    }

    /// The matrix with these elements on its diagonal, zero elsewhere.
    ///
    /// `out[i, i] = a[i]`
    ///
    /// # Shapes
    /// `(N) -> (N, N)`
    ///
    /// As `numpy.diag` of a vector; of a matrix it gives the diagonal, which is [`diagonal`](Array::diagonal) here. Other
    /// diagonals are those of [`diag_above`](Array::diag_above) and [`diag_below`](Array::diag_below).
    ///
    /// # Panics
    /// If a `Dyn` axis makes a result of more elements than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2].diag(), array![[1, 0], [0, 2]]);
    /// ```
    #[doc(alias = "from_diagonal")]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn diag(&self) -> Array<T, (D, D)> {
        <Proven as Check>::wrap(self.on_diagonal(op::diag::NAME, [0, 0]))
    }

    /// The matrix with these elements on the diagonal `K` above the main one, zero elsewhere.
    ///
    /// `out[i, i + K] = a[i]`
    ///
    /// # Shapes
    /// `(N) -> (N + K, N + K)`. The compiler adds lengths up to 1024, and powers of two and ten;
    /// [`diag_as`](Array::diag_as) is for lengths that are parameters.
    ///
    /// As `numpy.diag(a, K)`.
    ///
    /// # Panics
    /// If a `Dyn` axis makes a result of more elements than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2].diag_above::<1>(), array![[0, 1, 0], [0, 0, 2], [0, 0, 0]]);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    #[allow(clippy::type_complexity, reason = "two axes of one computed length")]
    pub fn diag_above<const K: usize>(
        &self,
    ) -> Array<
        T,
        (<D as PlusDim<Const<K>, op::diag_above>>::Output, <D as PlusDim<Const<K>, op::diag_above>>::Output),
    >
    where
        D: PlusDim<Const<K>, op::diag_above>,
    {
        <Proven as Check>::wrap(self.on_diagonal(op::diag_above::NAME, [0, K]))
    }

    /// The matrix with these elements on the diagonal `K` below the main one, zero elsewhere.
    ///
    /// `out[i + K, i] = a[i]`
    ///
    /// # Shapes
    /// As [`diag_above`](Array::diag_above). As `numpy.diag(a, -K)`.
    ///
    /// # Panics
    /// If a `Dyn` axis makes a result of more elements than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2].diag_below::<1>(), array![[0, 0, 0], [1, 0, 0], [0, 2, 0]]);
    /// ```
    #[inline]
    #[must_use]
    #[track_caller]
    #[allow(clippy::type_complexity, reason = "two axes of one computed length")]
    pub fn diag_below<const K: usize>(
        &self,
    ) -> Array<
        T,
        (<D as PlusDim<Const<K>, op::diag_below>>::Output, <D as PlusDim<Const<K>, op::diag_below>>::Output),
    >
    where
        D: PlusDim<Const<K>, op::diag_below>,
    {
        <Proven as Check>::wrap(self.on_diagonal(op::diag_below::NAME, [K, 0]))
    }

    /// The matrix of `M` rows and columns with these elements on the diagonal number `K` (positive above the main one,
    /// negative below), zero elsewhere: for lengths that are parameters.
    ///
    /// # Shapes
    /// `(N) -> (M, M)` with `M = N + |K|`. If the length is in the type, another `M` does not compile (`cargo build` says
    /// so, `cargo check` does not).
    ///
    /// # Errors
    /// Only if the length is `Dyn`: another than `M - |K|`.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, Vector, array};
    /// fn shift<const N: usize, const M: usize>(x: &Vector<i32, N>) -> Matrix<i32, M, M> {
    ///     x.diag_as::<-1, M>()
    /// }
    /// assert_eq!(shift::<2, 3>(&Vector::ones()), array![[0, 0, 0], [1, 0, 0], [0, 1, 0]]);
    /// ```
    #[inline]
    pub fn diag_as<const K: isize, const M: usize>(
        &self,
    ) -> <D::Known as Check>::Wrap<Array<T, (Const<M>, Const<M>)>> {
        const {
            must(
                match D::STATIC {
                    Some(n) => match n.checked_add(K.unsigned_abs()) {
                        Some(m) => m == M,
                        None => false,
                    },
                    None => K.unsigned_abs() <= M,
                },
                "`diag_as`: this is not the length of the result",
            )
        }
        <D::Known as Check>::wrap(if self.len().checked_add(K.unsigned_abs()) == Some(M) {
            self.on_diagonal("diag_as", corner(K))
        } else {
            Err(ShapeError::wrong_shape("diag_as", &[self.len()], &[M - K.unsigned_abs().min(M)]))
        })
    }
}
