//! `assign` and `fill`: overwrite the elements of an array.

use super::elementwise::{AssignOutcome, Onto, zip_set};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::shape::op::{self, Operation};
use crate::shape::{BroadcastToShape, Check, Shape};

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Writes the elements of another array over those of this one.
    ///
    /// `a[i..] = b[i..]`
    ///
    /// # Shapes
    /// `(A..), (B..)`: `b` broadcasts to the shape of `a`, which does not change.
    ///
    /// As `a[...] = b` in NumPy, but a `Const<1>` or a `Dyn` does not stretch; for a part, `a.slice_mut(s![..]).assign(&b)`.
    /// One value for all elements is [`fill`](Array::fill).
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn`, or a rank is. `a` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array, s};
    /// let mut a = Matrix::<i32, 2, 3>::zeros();
    /// a.assign(&array![1, 2, 3]);
    /// a.slice_mut(s![.., 0]).assign(&array![7, 8]);
    /// assert_eq!(a, array![[7, 2, 3], [8, 2, 3]]);
    /// ```
    ///
    /// The array does not grow:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1, 2].assign(&array![1, 2, 3]); // `assign`: axis of length 3 does not match axis of length 2
    /// ```
    #[doc(alias("copy_from", "copyto"))]
    #[inline]
    pub fn assign<S2, O2: Ownership>(&mut self, source: &Array<T, S2, O2>) -> AssignOutcome<S, S2, op::assign>
    where
        T: Clone,
        O: OwnershipMut,
        S2: BroadcastToShape<S, op::assign>,
    {
        S2::Check::wrap(zip_set(self, source, op::assign::NAME, |place, x| *place = x))
    }

    /// Writes one value over all elements.
    ///
    /// `a[i..] = value`
    ///
    /// As `a.fill(value)`, and `a[...] = value`, in NumPy; for a part, `a.slice_mut(s![..]).fill(value)`.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array, s};
    /// let mut a = Matrix::<i32, 2, 3>::ones();
    /// a.slice_mut(s![.., 1..]).fill(0);
    /// assert_eq!(a, array![[1, 0, 0], [1, 0, 0]]);
    /// ```
    #[inline]
    pub fn fill(&mut self, value: T)
    where
        T: Clone,
        O: OwnershipMut,
    {
        Onto::one(self, Array::from_element_ref(&value)).each(|place, value| *place = value);
    }
}
