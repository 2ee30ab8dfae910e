//! `clamp`: no element below one bound or above another; `saturate`, of the bounds 0 and 1.

use super::MapIntoOutcome;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::scalar::Scalar;
use crate::shape::{SameShape, Shape, op};

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Each element, or the bound that it lies beyond.
    ///
    /// `out[i..] = min(max(a[i..], low), high)`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, any rank, and elements of any type that is ordered.
    ///
    /// As `numpy.clip` with two numbers: a NaN among the elements stays, a bound that is NaN makes all of them NaN, and
    /// if the bounds are the wrong way round all elements are the upper one. (`f64::clamp` panics instead.)
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![-3, 1, 9].clamp(0, 5), array![0, 1, 5]);
    /// assert_eq!(array![0.5, 7.].clamp(2., 1.), array![1., 1.]);
    /// ```
    #[doc(alias = "clip")]
    #[inline]
    #[must_use]
    pub fn clamp(&self, low: T, high: T) -> Array<T, S>
    where
        T: PartialOrd + Copy,
    {
        self.map(|x| within(x, low, high))
    }

    /// Writes [`clamp`](Array::clamp) into an existing array of the same shape.
    ///
    /// # Errors
    /// As [`map_into`](Array::map_into).
    #[inline]
    pub fn clamp_into<S2: Shape, O2: OwnershipMut>(
        &self,
        low: T,
        high: T,
        out: &mut Array<T, S2, O2>,
    ) -> MapIntoOutcome<S, S2>
    where
        T: PartialOrd + Copy,
        S: SameShape<S2, op::map_into>,
    {
        self.map_into(out, |x| within(x, low, high))
    }

    /// Each element, or the nearer of 0 and 1: [`clamp`](Array::clamp) by these.
    ///
    /// `out[i..] = min(max(a[i..], 0), 1)`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, any rank.
    ///
    /// As `numpy.clip(a, 0, 1)`: a NaN stays.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![-3., 0.25, 9.].saturate(), array![0., 0.25, 1.]);
    /// ```
    #[inline]
    #[must_use]
    pub fn saturate(&self) -> Array<T, S>
    where
        T: Scalar + PartialOrd,
    {
        self.clamp(T::ZERO, T::ONE)
    }

    /// Writes [`saturate`](Array::saturate) into an existing array of the same shape.
    ///
    /// # Errors
    /// As [`map_into`](Array::map_into).
    #[inline]
    pub fn saturate_into<S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> MapIntoOutcome<S, S2>
    where
        T: Scalar + PartialOrd,
        S: SameShape<S2, op::map_into>,
    {
        self.clamp_into(T::ZERO, T::ONE, out)
    }
}

/// What is not equal to itself is NaN.
#[inline(always)]
#[allow(clippy::eq_op, reason = "what is not equal to itself is NaN")]
fn within<T: PartialOrd + Copy>(x: T, low: T, high: T) -> T {
    let nan = |x: T| x != x;
    let x = if x < low || nan(low) && !nan(x) { low } else { x };
    if x > high || nan(high) && !nan(x) { high } else { x }
}
