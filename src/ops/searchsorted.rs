//! `searchsorted`: where elements belong in a sorted vector.

use crate::array::{Array, Ownership};
use crate::kernel::reduce::sort::{first_that, order};
use crate::scalar::Ordered;
use crate::shape::{Dim, Shape};

/// On which side of elements that are equal to it a value belongs in a sorted vector: the `side` of
/// [`searchsorted`](Array::searchsorted).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// Before them: NumPy's `"left"`, and its default.
    #[default]
    Left,
    /// Behind them: NumPy's `"right"`.
    Right,
}

/// # Sorting
impl<T, D: Dim, O: Ownership> Array<T, (D,), O> {
    /// For each of `values`, the position at which it could be inserted into this vector, which is sorted, so that it stays sorted.
    ///
    /// `a[out[i..] - 1] < values[i..] <= a[out[i..]]`, or with [`Side::Right`] `<=` and then `<`
    ///
    /// # Shapes
    /// `(N), (A..) -> (A..)`, of `usize`.
    ///
    /// As `numpy.searchsorted(a, values, side)`: NaN belongs behind all numbers. In a vector that is not sorted as by
    /// [`sort`](Array::sort) the positions mean nothing, as there, but are at most `N`. About `log2(N)` steps for each value.
    ///
    /// # Panics
    /// If memory cannot hold as many `usize`.
    ///
    /// # Example
    /// ```
    /// use conformable::{Side, array};
    /// let a = array![10, 20, 20, 30];
    /// assert_eq!(a.searchsorted(&array![[5, 20], [25, 99]], Side::Left), array![[0, 1], [3, 4]]);
    /// assert_eq!(a.searchsorted(&array![20], Side::Right), array![3]);
    /// ```
    #[doc(alias("digitize", "binary_search", "partition_point"))]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn searchsorted<S: Shape, O2: Ownership>(
        &self,
        values: &Array<T, S, O2>,
        side: Side,
    ) -> Array<usize, S>
    where
        T: Ordered,
    {
        let len = self.len();
        values.map(|value| {
            first_that(0..len, |i| {
                let place = self.get([i]).map(|x| order(value, *x));
                place.is_some_and(|place| if side == Side::Left { place.is_le() } else { place.is_lt() })
            })
        })
    }
}
