//! `isclose` and `allclose`: whether elements are equal but for a tolerance, by NumPy's formula.

use super::Operand;
use super::elementwise::{both, zip};
use crate::array::{Array, Outcome, Ownership};
use crate::error::ShapeError;
use crate::scalar::{Close, Tolerance};
use crate::shape::op::{self, Operation};
use crate::shape::{Check, ElementwiseShape, Mark, Shape};

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Whether each element is close to that of another array, the reference, in NumPy's tolerance: relative 1e-5,
    /// absolute 1e-8.
    ///
    /// `out[i..] = |a[i..] - b[i..]| <= 1e-8 + 1e-5 * |b[i..]| and b[i..] is finite, or a[i..] == b[i..]`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map); a plain number goes with every shape.
    ///
    /// As `numpy.isclose`, which is not symmetric: the tolerance grows with the second operand. Infinities are close to
    /// themselves alone, a NaN to nothing. Floats are compared in their own type, integers as `f64`.
    ///
    /// # Errors
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Panics
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![1e10, 1e-9, f64::NAN];
    /// assert_eq!(a.isclose(&array![1.00001e10, 0., f64::NAN]), array![true, true, false]);
    /// assert_eq!(array![0.1 + 0.2, 0.4].isclose(&0.3), array![true, false]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn isclose<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, bool>
    where
        T: Close,
        S: ElementwiseShape<B::Shape, op::isclose>,
    {
        zip(self, rhs.array(), Mark::<op::isclose>::NEW, |a, b| a.is_close(b, T::TOLERANCE))
    }

    /// Whether each element is close to that of another array in a tolerance given.
    ///
    /// As [`isclose`](Array::isclose), which see, and as `numpy.isclose` with its three arguments. Where `atol +
    /// rtol * |b|` is infinite, every element is close to a finite `b`, and where it is NaN or negative only an equal
    /// one is.
    ///
    /// # Errors
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Panics
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Example
    /// ```
    /// use conformable::{Tolerance, array};
    /// let near = Tolerance { rtol: 0.1, atol: 0., equal_nan: true };
    /// let a = array![1., 2., f64::NAN];
    /// assert_eq!(a.isclose_within(&array![1.2, 2.1, f64::NAN], near), array![false, true, true]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn isclose_within<B: Operand<T>>(
        &self,
        rhs: &B,
        tolerance: Tolerance<T::Tolerance>,
    ) -> Outcome<S::Check, S::Output, bool>
    where
        T: Close,
        S: ElementwiseShape<B::Shape, op::isclose>,
    {
        zip(self, rhs.array(), Mark::<op::isclose>::NEW, |a, b| a.is_close(b, tolerance))
    }

    /// Whether all elements are close to those of another array, the reference, in NumPy's tolerance: relative 1e-5,
    /// absolute 1e-8.
    ///
    /// # Shapes
    /// `(A..), (B..) -> ()`: those of [`isclose`](Array::isclose), all of whose elements this is. Nothing is allocated.
    ///
    /// As `numpy.allclose`: true for no elements. Lengths that the types know are compared by the compiler: shapes that
    /// differ are no arrays that differ.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
    /// [`ShapeError`] has both shapes, in NumPy's words.
    ///
    /// # Panics
    /// As [`zip_map`](Array::zip_map), though no array of as many elements is made.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[0.1, 0.2], [0.3, 0.4]];
    /// assert!(a.allclose(&a.map(|x| x * 3. / 3.)));
    /// assert!(!a.allclose(&array![0.1, 0.2]));
    /// ```
    ///
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1., 2.].allclose(&array![1., 2., 3.]); // `allclose`: axis of length 2 does not match axis of length 3
    /// ```
    #[doc(alias("abs_diff_eq", "relative_eq"))]
    #[inline]
    #[track_caller]
    pub fn allclose<B: Operand<T>>(&self, rhs: &B) -> <S::Check as Check>::Wrap<bool>
    where
        T: Close,
        S: ElementwiseShape<B::Shape, op::allclose>,
    {
        S::Check::wrap(all_close(self, rhs.array(), T::TOLERANCE))
    }

    /// Whether all elements are close to those of another array in a tolerance given: see
    /// [`allclose`](Array::allclose) and [`isclose_within`](Array::isclose_within).
    ///
    /// # Errors
    /// As [`allclose`](Array::allclose).
    ///
    /// # Panics
    /// As [`allclose`](Array::allclose).
    ///
    /// # Example
    /// ```
    /// use conformable::{Tolerance, array};
    /// let near = Tolerance { rtol: 0.1, atol: 0., equal_nan: false };
    /// assert!(array![10, 20].allclose_within(&array![11, 21], near));
    /// ```
    #[inline]
    #[track_caller]
    pub fn allclose_within<B: Operand<T>>(
        &self,
        rhs: &B,
        tolerance: Tolerance<T::Tolerance>,
    ) -> <S::Check as Check>::Wrap<bool>
    where
        T: Close,
        S: ElementwiseShape<B::Shape, op::allclose>,
    {
        S::Check::wrap(all_close(self, rhs.array(), tolerance))
    }
}

/// Whether every element of `a` is close to that of `b`.
#[inline(always)]
fn all_close<T: Close, S: ElementwiseShape<S2, op::allclose>, S2: Shape, O: Ownership, O2: Ownership>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    tolerance: Tolerance<T::Tolerance>,
) -> Result<bool, ShapeError> {
    let mut all = true;
    // Without a branch, for the sake of vectors.
    let both = both::<op::allclose, _, _, _, _, _, _>(a, b, op::allclose::NAME)?;
    both.in_room::<T>(op::allclose::NAME)?.each(|a: T, b| all &= a.is_close(b, tolerance));
    Ok(all)
}
