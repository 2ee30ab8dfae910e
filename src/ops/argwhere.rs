//! `argwhere`: the positions of the elements that are not zero.

use super::elementwise::refused;
use crate::array::{Array, Ownership};
use crate::scalar::Scalar;
use crate::shape::{Dim, Dyn, NdimOf, Shape};
use alloc::vec::Vec;

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The positions of the elements that are not zero, in row-major order: a row for each, with a number for each axis.
    ///
    /// # Shapes
    /// `(A..) -> (Dyn, N)`, where `N` is the number of axes, which is `Dyn`, too, for a [`DynRank`](crate::DynRank).
    ///
    /// As `numpy.argwhere(a)`, and the transpose of `numpy.nonzero(a)`, of `bool`, too, so of a comparison. A NaN is not zero.
    /// [`count_nonzero`](Array::count_nonzero) counts them, and [`indexed_iter`](Array::indexed_iter) needs no allocator.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[0, 7, 0], [8, 0, 9]];
    /// let at = a.argwhere();
    /// assert_eq!(at.dims(), [3, 2]);
    /// assert_eq!(at.as_slice(), [0, 1, 1, 0, 1, 2]);
    /// assert_eq!(a.greater(&7).argwhere().as_slice(), [1, 0, 1, 2]);
    /// ```
    #[doc(alias("nonzero", "flatnonzero", "where"))]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn argwhere(&self) -> Array<usize, (Dyn, NdimOf<S>)>
    where
        T: Scalar + PartialEq,
    {
        let (mut count, mut positions) = (0, Vec::new());
        for (position, x) in self.indexed_iter() {
            if *x != T::ZERO {
                count += 1;
                positions.extend_from_slice(position.as_ref());
            }
        }
        // As many numbers as the shape has, and they are in memory.
        let shape = NdimOf::<S>::from_len(self.ndim()).map(|ndim| (Dyn(count), ndim));
        match shape.map(|shape| Array::from_vec(shape, positions)) {
            Some(Ok(positions)) => positions,
            Some(Err(e)) => refused(e),
            None => unreachable!("an array has as many axes as its type says"),
        }
    }
}
