//! What only a mutable view can do: give up its elements for as long as they are borrowed, and be consumed by that.

#![allow(unsafe_code, reason = "makes views and slices of elements that are borrowed for `'a`")]

use super::cuts::{self, HalvesMut};
use super::view::view_of;
use super::{ArrayView, ArrayViewMut};
use crate::shape::{AxisArg, AxisGiven, AxisRules, RemoveAxis, Shape, op};
use core::slice;

/// # Views and parts
impl<'a, T, S: Shape> ArrayViewMut<'a, T, S> {
    /// The elements in row-major order, if they are contiguous in memory.
    #[inline]
    pub fn as_slice(&self) -> Option<&[T]> {
        // SAFETY: row-major strides make the `len` elements contiguous, borrowed as `self` is.
        self.is_contiguous().then(|| unsafe { slice::from_raw_parts(self.as_ptr(), self.len()) })
    }

    /// The elements in row-major order, if they are contiguous in memory; [`into_mut_slice`](Self::into_mut_slice) borrows
    /// them for as long as the view does.
    #[inline]
    pub fn as_mut_slice(&mut self) -> Option<&mut [T]> {
        let (contiguous, len) = (self.is_contiguous(), self.len());
        // SAFETY: row-major strides make the `len` elements contiguous, borrowed mutably as `self` is.
        contiguous.then(|| unsafe { slice::from_raw_parts_mut(self.as_mut_ptr(), len) })
    }

    /// The elements in row-major order, if they are contiguous in memory, for as long as the view borrows them.
    ///
    /// ```
    /// use conformable::{ArrayViewMut, array, shape};
    /// fn first<'a>(a: ArrayViewMut<'a, i32, shape![3]>) -> Option<&'a mut i32> {
    ///     a.into_mut_slice()?.first_mut()
    /// }
    /// let mut v = array![1, 2, 3];
    /// *first(v.view_mut()).unwrap() = 10;
    /// assert_eq!(v, array![10, 2, 3]);
    /// ```
    #[inline]
    pub fn into_mut_slice(mut self) -> Option<&'a mut [T]> {
        let (contiguous, len) = (self.is_contiguous(), self.len());
        // SAFETY: row-major strides make the `len` elements contiguous, borrowed mutably for `'a` by this view alone,
        // which ends here.
        contiguous.then(|| unsafe { slice::from_raw_parts_mut(self.as_mut_ptr(), len) })
    }

    /// The same elements in a view that only reads them, for as long as they are borrowed.
    ///
    /// ```
    /// use conformable::{ArrayView, ArrayViewMut, array, shape};
    /// fn cleared<'a>(mut a: ArrayViewMut<'a, i32, shape![2]>) -> ArrayView<'a, i32, shape![2]> {
    ///     a[0] = 0;
    ///     a.into_view()
    /// }
    /// assert_eq!(cleared(array![1, 2].view_mut()), array![0, 2]);
    /// ```
    #[inline]
    #[must_use]
    pub fn into_view(self) -> ArrayView<'a, T, S> {
        // SAFETY: the elements of `self` with its strides, borrowed for `'a`; the mutable view ends here.
        unsafe { view_of(self.shape(), self.as_ptr(), self.strides()) }
    }

    /// The positions of the first axis before `at`, and those from `at` on, each for as long as the view borrows its
    /// elements; `None` if `at` is more than its length.
    ///
    /// # Shapes
    /// `(N, K..) -> (Dyn, K..), (Dyn, K..)`, as [`split_at_mut`](crate::Array::split_at_mut).
    ///
    /// ```
    /// use conformable::{ArrayViewMut, Dyn};
    /// // Gives the first element away, and keeps the remainder.
    /// fn next<'a>(rest: &mut Option<ArrayViewMut<'a, i32, (Dyn,)>>) -> Option<ArrayViewMut<'a, i32, (Dyn,)>> {
    ///     let (first, others) = rest.take()?.into_split_at(1)?;
    ///     *rest = Some(others);
    ///     Some(first)
    /// }
    /// let mut numbers = conformable::Array::from(vec![1, 2, 3]);
    /// let mut rest = Some(numbers.view_mut());
    /// while let Some(mut first) = next(&mut rest) {
    ///     first[0] *= 10;
    /// }
    /// assert_eq!(numbers.as_slice(), [10, 20, 30]);
    /// ```
    #[inline]
    pub fn into_split_at(self, at: usize) -> Option<HalvesMut<'a, T, S, 0>>
    where
        S: RemoveAxis<0, op::split_at>,
    {
        self.into_split_at_axis::<0>(at)
    }

    /// Two parts along axis `A`, each for as long as the view borrows its elements: as
    /// [`into_split_at`](Self::into_split_at).
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn into_split_at_axis<const A: usize>(mut self, at: usize) -> Option<HalvesMut<'a, T, S, A>> where AxisRules: AxisGiven<AxisArg<A>, op::split_at>,
        S: RemoveAxis<A, op::split_at>,
    {
        let halves = cuts::halves(&self, at);
        let first = self.as_mut_ptr();
        // SAFETY: both are positions of axis `A`, so these are elements of `self`; no position along `A` is in both, so no
        // element is. They are borrowed mutably for `'a` by this view alone, which ends here.
        halves.map(|[l, r]| unsafe { (l.view_mut(first), r.view_mut(first)) })
    }

    /// The part at position `i` of axis `A`, for as long as the view borrows its elements; `None` outside.
    ///
    /// # Shapes
    /// `(J.., N, K..) -> (J.., K..)`, as [`axis_mut`](crate::Array::axis_mut).
    ///
    /// ```
    /// use conformable::{ArrayViewMut, Const, array, shape};
    /// fn last<'a>(a: ArrayViewMut<'a, i32, shape![2, 3]>) -> Option<ArrayViewMut<'a, i32, (Const<3>,)>> {
    ///     a.into_axis::<0>(1)
    /// }
    /// assert_eq!(last(array![[1, 2, 3], [4, 5, 6]].view_mut()).unwrap(), array![4, 5, 6]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn into_axis<const A: usize>(mut self, i: usize) -> Option<ArrayViewMut<'a, T, <S as RemoveAxis<A, op::axis>>::Output>> where AxisRules: AxisGiven<AxisArg<A>, op::axis>,
        S: RemoveAxis<A, op::axis>,
    {
        let part = cuts::at(&self, i);
        let first = self.as_mut_ptr();
        // SAFETY: `i` is a position of axis `A`, so these are elements of `self`, different positions different ones; they
        // are borrowed mutably for `'a` by this view alone, which ends here.
        part.map(|part| unsafe { part.view_mut(first) })
    }
}
