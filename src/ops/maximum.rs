//! `maximum` and `minimum` of two arrays, element by element.

use super::Operand;
use super::elementwise::zip;
use crate::array::{Array, Outcome, Ownership};
use crate::shape::{ElementwiseShape, Mark, Shape, op};

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The larger element of each pair; NaN wins.
    ///
    /// `out[i..] = max(a[i..], b[i..])`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map), or `b` is a number.
    ///
    /// As `numpy.maximum`: if one of the two is NaN, that is the result, the first one if both are. Of equal elements
    /// (0 and -0, too) it is the first. Needs elements that are ordered, so no complex numbers.
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is).
    ///
    /// # Panics
    /// If the result has more elements than memory can hold, which needs `Dyn` axes that meet no others.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1, 5], [7, 2]].maximum(&array![3, 4]), array![[3, 5], [7, 4]]);
    /// assert_eq!(array![-1.5, 2.].maximum(&0.), array![0., 2.]);
    /// assert!(array![1.].maximum(&f64::NAN)[[0]].is_nan());
    /// ```
    #[inline]
    #[track_caller]
    pub fn maximum<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: PartialOrd + Copy,
        S: ElementwiseShape<B::Shape, op::maximum>,
    {
        zip(self, rhs.array(), Mark::<op::maximum>::NEW, |a: T, b: T| if a >= b || is_nan(a) { a } else { b })
    }

    /// The smaller element of each pair; NaN wins.
    ///
    /// `out[i..] = min(a[i..], b[i..])`
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map), or `b` is a number.
    ///
    /// As `numpy.minimum`; see [`maximum`](Array::maximum).
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is).
    ///
    /// # Panics
    /// If the result has more elements than memory can hold, which needs `Dyn` axes that meet no others.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1, 5], [7, 2]].minimum(&array![3, 4]), array![[1, 4], [3, 2]]);
    /// assert!(array![f64::NAN].minimum(&0.)[[0]].is_nan());
    /// ```
    #[inline]
    #[track_caller]
    pub fn minimum<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: PartialOrd + Copy,
        S: ElementwiseShape<B::Shape, op::minimum>,
    {
        zip(self, rhs.array(), Mark::<op::minimum>::NEW, |a: T, b: T| if a <= b || is_nan(a) { a } else { b })
    }
}

/// Whether an element is not even equal to itself.
#[inline(always)]
#[allow(clippy::eq_op, reason = "of all elements a NaN alone differs from itself")]
fn is_nan<T: PartialOrd + Copy>(x: T) -> bool {
    x != x
}
