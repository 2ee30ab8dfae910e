//! Several parts of an array that can be changed at once, and parts that change places.

#![allow(unsafe_code, reason = "makes views of parts that are compared before")]

use super::cuts;
use super::view::view_mut_of;
use super::{Array, ArrayViewMut, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::shape::{AxisArg, AxisGivenFirst, AxisRules, Dim, RemoveAxis, Shape, op};
use core::mem;

/// # Views and parts
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Mutable views of several positions of axis `A` at once; `None` if a position is outside, or two are the
    /// same.
    ///
    /// # Shapes
    /// `(J.., N, K..)` gives as many parts `(J.., K..)` as there are positions.
    ///
    /// As the method `get_disjoint_mut` of slices.
    ///
    /// ```
    /// use conformable::array;
    /// let mut m = array![[1, 2, 3], [4, 5, 6]];
    /// let [mut last, first] = m.disjoint_axis_mut::<1, 2>([2, 0]).unwrap();
    /// last.sub_assign(&first);
    /// assert_eq!(m, array![[1, 2, 2], [4, 5, 2]]);
    /// assert!(m.disjoint_axis_mut::<1, 2>([1, 1]).is_none());
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn disjoint_axis_mut<const A: usize, const N: usize>(&mut self, positions: [usize; N]) -> Option<[ArrayViewMut<'_, T, <S as RemoveAxis<A, op::axis>>::Output>; N]> where AxisRules: AxisGivenFirst<AxisArg<A>, op::axis>,
        S: RemoveAxis<A, op::axis>,
        O: OwnershipMut,
    {
        let cuts = cuts::along::<T, S, O, A, op::axis>(self).ok()?;
        let len = cuts.starts.size();
        for (n, i) in positions.iter().enumerate() {
            if *i >= len || positions.iter().take(n).any(|before| before == i) {
                return None;
            }
        }
        // Parts without elements are where the array is.
        let step = if cuts.shape.size() == 0 { 0 } else { cuts.steps.as_ref().first().copied().unwrap_or(0) };
        let first = self.as_mut_ptr();
        Some(positions.map(|i| {
            // SAFETY: a position of axis `A`, so these are elements of `self`, which is borrowed mutably; no two positions
            // are the same, so no two parts have an element in common.
            unsafe {
                view_mut_of(cuts.shape, first.wrapping_offset((i as isize).wrapping_mul(step)), cuts.strides)
            }
        }))
    }
}

/// # Views and parts
/// Rows and columns of matrices.
impl<T, R: Dim, C: Dim, O: Ownership> Array<T, (R, C), O> {
    /// Mutable views of several rows at once; `None` if a position is outside, or two are the same:
    /// [`disjoint_axis_mut::<0, N>`](Array::disjoint_axis_mut).
    ///
    /// ```
    /// use conformable::array;
    /// let mut m = array![[1, 2], [3, 4], [5, 6]];
    /// let [mut a, b] = m.disjoint_rows_mut([0, 2]).unwrap();
    /// a.add_assign(&b);
    /// assert_eq!(m, array![[6, 8], [3, 4], [5, 6]]);
    /// ```
    #[inline]
    pub fn disjoint_rows_mut<const N: usize>(
        &mut self,
        positions: [usize; N],
    ) -> Option<[ArrayViewMut<'_, T, (C,)>; N]>
    where
        O: OwnershipMut,
    {
        self.disjoint_axis_mut::<0, N>(positions)
    }

    /// Mutable views of several columns at once; `None` if a position is outside, or two are the same:
    /// [`disjoint_axis_mut::<1, N>`](Array::disjoint_axis_mut).
    #[inline]
    pub fn disjoint_columns_mut<const N: usize>(
        &mut self,
        positions: [usize; N],
    ) -> Option<[ArrayViewMut<'_, T, (R,)>; N]>
    where
        O: OwnershipMut,
    {
        self.disjoint_axis_mut::<1, N>(positions)
    }

    /// Exchanges the elements of two rows.
    ///
    /// As `a[[i, j]] = a[[j, i]]` in NumPy.
    ///
    /// # Errors
    /// A position outside the matrix, which is then as it was.
    ///
    /// ```
    /// use conformable::array;
    /// let mut m = array![[1, 2], [3, 4], [5, 6]];
    /// m.swap_rows(0, 2)?;
    /// assert_eq!(m, array![[5, 6], [3, 4], [1, 2]]);
    /// assert_eq!(m.swap_rows(1, 3).unwrap_err().to_string(), "index 3 is out of bounds for axis 0 with size 3");
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    pub fn swap_rows(&mut self, i: usize, j: usize) -> Result<(), ShapeError>
    where
        O: OwnershipMut,
    {
        self.swap_along::<0>("swap_rows", i, j)
    }

    /// Exchanges the elements of two columns.
    ///
    /// As `a[:, [i, j]] = a[:, [j, i]]` in NumPy.
    ///
    /// # Errors
    /// A position outside the matrix, which is then as it was.
    #[inline]
    pub fn swap_columns(&mut self, i: usize, j: usize) -> Result<(), ShapeError>
    where
        O: OwnershipMut,
    {
        self.swap_along::<1>("swap_columns", i, j)
    }

    #[inline]
    fn swap_along<const A: usize>(&mut self, name: &'static str, i: usize, j: usize) -> Result<(), ShapeError>
    where
        (R, C): RemoveAxis<A, op::axis>,
        O: OwnershipMut,
    {
        let dims = self.dims();
        let len = dims.as_ref().get(A).copied().unwrap_or(0);
        if let Some(outside) = [i, j].into_iter().find(|i| *i >= len) {
            return Err(ShapeError::index_out_of_bounds(name, dims.as_ref(), A, false, outside));
        }
        if let Some([mut a, mut b]) = self.disjoint_axis_mut::<A, 2>([i, j]) {
            a.iter_mut().zip(b.iter_mut()).for_each(|(a, b)| mem::swap(a, b));
        }
        Ok(())
    }
}
