//! Why linear algebra has no result: what a matrix holds, or shapes that are compared at run time.

use super::ShapeError;
use core::fmt;

/// The matrix is singular: a pivot of its LU factorisation is exactly zero.
///
/// Nothing is compared with a tolerance. [`cond`](crate::Array::cond) measures how near a matrix is to a singular one.
///
/// ```
/// use conformable::{Singular, array};
/// # #[cfg(any(feature = "std", feature = "libm"))] {
/// let error = array![[1., 2.], [2., 4.]].solve(&array![1., 1.]).unwrap_err();
/// assert_eq!(error, Singular { item: 0, column: 1 });
/// assert_eq!(error.to_string(), "Singular matrix");
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Singular {
    /// Which matrix of a stack, from 0 in row-major order: the first that is singular.
    pub item: usize,
    /// The column without a pivot, from 0.
    pub column: usize,
}

/// The matrix is not positive definite: a pivot of its Cholesky factorisation is not greater than zero, or it is NaN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct NotPositiveDefinite {
    /// Which matrix of a stack, from 0 in row-major order: the first that is not positive definite.
    pub item: usize,
    /// The column of the pivot, from 0: the leading `column + 1` rows and columns are not positive definite.
    pub column: usize,
}

/// An iteration did not converge: an element is infinite or NaN, or the limit of steps was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct NoConvergence {
    /// Which matrix of a stack, from 0 in row-major order: the first without a result.
    pub item: usize,
    /// Whether all elements of the matrix are finite.
    pub is_finite: bool,
    /// Whether singular values were computed, and not eigenvalues.
    pub(crate) is_svd: bool,
}

/// Why an operation has no result if some shapes are compared at run time: the shapes, or what the matrix holds.
///
/// If the types prove that the shapes fit, the operation returns the error `E` alone.
///
/// ```
/// use conformable::{Array, Dyn, Failure, Singular, array};
/// # #[cfg(any(feature = "std", feature = "libm"))] {
/// let a = Array::from_vec((Dyn(2), Dyn(2)), vec![1., 2., 2., 4.])?;
/// assert!(matches!(a.solve(&array![1., 1.]), Err(Failure::Value(Singular { item: 0, column: 1 }))));
/// let error = a.solve(&array![1., 1., 1.]).unwrap_err();
/// assert!(matches!(error, Failure::Shape(_)));
/// # }
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure<E> {
    /// The shapes do not fit.
    Shape(ShapeError),
    /// What the matrix holds has no result.
    Value(E),
}

/// Any error of linear algebra, for a function that uses `?` on several operations.
///
/// ```
/// use conformable::{LinalgError, Matrix, Vector};
/// # #[cfg(any(feature = "std", feature = "libm"))]
/// fn gain(p: &Matrix<f64, 2, 2>, z: &Vector<f64, 2>) -> Result<Vector<f64, 2>, LinalgError> {
///     let x = p.cholesky()?.solve(z);
///     Ok(p.solve(&x)?)
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinalgError {
    /// The shapes do not fit.
    Shape(ShapeError),
    /// A matrix is singular.
    Singular(Singular),
    /// A matrix is not positive definite.
    NotPositiveDefinite(NotPositiveDefinite),
    /// An iteration did not converge.
    NoConvergence(NoConvergence),
}

/// The text of an error, which names the matrix of a stack unless it is the first.
fn of_item(f: &mut fmt::Formatter<'_>, text: &str, item: usize) -> fmt::Result {
    f.write_str(text)?;
    if item == 0 { Ok(()) } else { write!(f, " (item {item} of the stack)") }
}

impl fmt::Display for Singular {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        of_item(f, "Singular matrix", self.item)
    }
}
impl fmt::Display for NotPositiveDefinite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        of_item(f, "Matrix is not positive definite", self.item)
    }
}
impl fmt::Display for NoConvergence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = if self.is_svd { "SVD did not converge" } else { "Eigenvalues did not converge" };
        of_item(f, text, self.item)
    }
}
impl<E: fmt::Display> fmt::Display for Failure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Shape(e) => e.fmt(f),
            Failure::Value(e) => e.fmt(f),
        }
    }
}
impl fmt::Display for LinalgError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinalgError::Shape(e) => e.fmt(f),
            LinalgError::Singular(e) => e.fmt(f),
            LinalgError::NotPositiveDefinite(e) => e.fmt(f),
            LinalgError::NoConvergence(e) => e.fmt(f),
        }
    }
}
impl<E: core::error::Error> core::error::Error for Failure<E> {}
impl core::error::Error for LinalgError {}

macro_rules! errors { ($($E:ident)+) => {$(
    impl core::error::Error for $E {}
    impl From<$E> for Failure<$E> {
        fn from(e: $E) -> Self {
            Failure::Value(e)
        }
    }
    impl From<$E> for LinalgError {
        fn from(e: $E) -> Self {
            LinalgError::$E(e)
        }
    }
    impl From<Failure<$E>> for LinalgError {
        fn from(e: Failure<$E>) -> Self {
            match e {
                Failure::Shape(e) => LinalgError::Shape(e),
                Failure::Value(e) => LinalgError::$E(e),
            }
        }
    }
)+};}
errors! { Singular NotPositiveDefinite NoConvergence }

impl<E> From<ShapeError> for Failure<E> {
    fn from(e: ShapeError) -> Self {
        Failure::Shape(e)
    }
}
impl From<ShapeError> for LinalgError {
    fn from(e: ShapeError) -> Self {
        LinalgError::Shape(e)
    }
}
