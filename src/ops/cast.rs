//! `cast`: the same numbers as elements of another type.

use super::MapIntoOutcome;
use crate::array::{Array, Ownership, OwnershipMut};
use crate::scalar::Cast;
use crate::shape::{SameShape, Shape, op};

/// # Conversions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Each element converted to the type `U`.
    ///
    /// `out[i..] = a[i..] as U`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, any rank.
    ///
    /// As `numpy.ndarray.astype`, with one difference: a float beyond the range of an integer type becomes the end of the
    /// range, and NaN becomes 0, as `as` has it; in NumPy what comes out is undefined. `bool` becomes 0 or 1, and a
    /// number is `true` if it is not zero. Numbers become `f16` and `bf16` (feature `half-2`) by one rounding to the nearest,
    /// ties to even, the same on every CPU.
    ///
    /// # Panics
    /// If memory can hold the elements of a view, but not as many of the type `U`.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1_u8, 255].cast::<f32>(), array![1_f32, 255.]);
    /// assert_eq!(array![true, false].cast::<u64>(), array![1_u64, 0]);
    /// assert_eq!(array![-1.5, 300.].cast::<u8>(), array![0_u8, 255]);
    /// ```
    #[doc(alias = "astype")]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn cast<U>(&self) -> Array<U, S>
    where
        T: Cast<U>,
    {
        self.map(T::cast)
    }

    /// Writes [`cast`](Array::cast) into an existing array of the same shape.
    ///
    /// # Errors
    /// As [`map_into`](Array::map_into).
    #[inline]
    pub fn cast_into<U, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<U, S2, O2>,
    ) -> MapIntoOutcome<S, S2>
    where
        T: Cast<U>,
        S: SameShape<S2, op::map_into>,
    {
        self.map_into(out, T::cast)
    }
}
