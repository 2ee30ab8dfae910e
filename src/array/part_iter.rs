//! Iterators over parts of an array, each a view: rows, lanes, windows, chunks, and what is left of one axis.
//!
//! All are one: a walk through the places where parts start, and the shape and strides that the parts have in common.

#![allow(unsafe_code, reason = "walks through the places of parts by pointers")]

use super::iter::{Walk, walk_through};
use super::view::{view_mut_of, view_of};
use super::{Array, ArrayView, ArrayViewMut, Ownership, OwnershipMut};
use crate::shape::{RowShape, Shape};
use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ptr::NonNull;

/// Where the parts of an array are, as distances from its first element.
///
/// Invariant, of those that are given to `Parts::new`: from the place of each position of `starts`, a view of `shape` and
/// `strides` is within the array.
pub(super) struct Cuts<W: Shape, P: Shape> {
    /// The positions at which parts start, and the strides from one to the next.
    pub(super) starts: W,
    pub(super) steps: W::Strides,
    /// The shape and the strides of a part.
    pub(super) shape: P,
    pub(super) strides: P::Strides,
}

impl<W: Shape, P: Shape> Cuts<W, P> {
    /// The walk through the places of parts, and the strides of these. Empty ones are all at the first place, so that
    /// none is outside.
    #[inline]
    fn walk(&self) -> (Walk<W>, P::Strides) {
        if self.shape.size() == 0 {
            let walk = Walk::new(self.starts, self.starts.strides_from(|_| 0));
            return (walk, self.shape.strides_from(|_| 0));
        }
        (Walk::new(self.starts, self.steps), self.strides)
    }
}

/// Parts of an array, each an [`ArrayView`] of the shape `P`, one for each position of a shape `W`.
///
/// By [`Array::rows`], [`outer_iter`](Array::outer_iter), [`axis_iter`](Array::axis_iter), [`lanes`](Array::lanes),
/// [`windows`](Array::windows) and [`chunks`](Array::chunks).
pub struct Parts<'a, T, W: Shape, P: Shape> {
    /// `first` and the offsets of `walk` lead to places from which a view of `shape` and `strides` is within an array that
    /// is borrowed for `'a`.
    first: NonNull<T>,
    walk: Walk<W>,
    shape: P,
    strides: P::Strides,
    life: PhantomData<&'a T>,
}

/// Parts of an array that can be changed, each an [`ArrayViewMut`] of the shape `P`: as [`Parts`], but no two overlap.
pub struct PartsMut<'a, T, W: Shape, P: Shape> {
    /// As in `Parts`; the array is borrowed mutably, and no element is in two of the views.
    first: NonNull<T>,
    walk: Walk<W>,
    shape: P,
    strides: P::Strides,
    life: PhantomData<&'a mut T>,
}

// SAFETY: parts are views, `&T` each, which may be sent where `T: Sync`.
unsafe impl<T: Sync, W: Shape, P: Shape> Send for Parts<'_, T, W, P> {}
// SAFETY: `&Parts` gives no more than `&T`.
unsafe impl<T: Sync, W: Shape, P: Shape> Sync for Parts<'_, T, W, P> {}
// SAFETY: parts are mutable views, `&mut T` each, which may be sent where `T: Send`.
unsafe impl<T: Send, W: Shape, P: Shape> Send for PartsMut<'_, T, W, P> {}
// SAFETY: `&PartsMut` gives no more than `&T`.
unsafe impl<T: Sync, W: Shape, P: Shape> Sync for PartsMut<'_, T, W, P> {}

impl<'a, T, W: Shape, P: Shape> Parts<'a, T, W, P> {
    /// # Safety
    /// The invariant of `Cuts` for the array at `first`, which is borrowed for `'a`. `first` is not null.
    #[inline]
    pub(super) unsafe fn new(first: *const T, cuts: &Cuts<W, P>) -> Self {
        // SAFETY: not null (the caller).
        let first = unsafe { NonNull::new_unchecked(first.cast_mut()) };
        let (walk, strides) = cuts.walk();
        Parts { first, walk, shape: cuts.shape, strides, life: PhantomData }
    }
    #[inline(always)]
    fn item(&self, offset: isize) -> ArrayView<'a, T, P> {
        // SAFETY: the walk leads to places of the array, or stays at the first one if parts are empty; and from there the
        // view is within the array (the invariant), which is borrowed for `'a`.
        unsafe { view_of(self.shape, self.first.as_ptr().offset(offset), self.strides) }
    }
}

impl<'a, T, W: Shape, P: Shape> PartsMut<'a, T, W, P> {
    /// # Safety
    /// The invariant of `Cuts` for the array at `first`, which is borrowed mutably for `'a`, and no two parts have an
    /// element in common. `first` is not null.
    #[inline]
    pub(super) unsafe fn new(first: *mut T, cuts: &Cuts<W, P>) -> Self {
        // SAFETY: not null (the caller).
        let first = unsafe { NonNull::new_unchecked(first) };
        let (walk, strides) = cuts.walk();
        PartsMut { first, walk, shape: cuts.shape, strides, life: PhantomData }
    }
    #[inline(always)]
    fn item(&mut self, offset: isize) -> ArrayViewMut<'a, T, P> {
        // SAFETY: as in `Parts::item`; the walk gives each place once, so no element is given twice.
        unsafe { view_mut_of(self.shape, self.first.as_ptr().offset(offset), self.strides) }
    }
}
impl<T, W: Shape, P: Shape> Clone for Parts<'_, T, W, P> {
    #[inline]
    fn clone(&self) -> Self {
        Parts { walk: self.walk.clone(), ..*self }
    }
}
walk_through!(['a, T: 'a, W: Shape, P: Shape] Parts<'a, T, W, P>, ArrayView<'a, T, P>, fold nth nth_back);
walk_through!(['a, T: 'a, W: Shape, P: Shape] PartsMut<'a, T, W, P>, ArrayViewMut<'a, T, P>, fold nth nth_back);

impl<'a, T: fmt::Debug + 'a, W: Shape, P: Shape> fmt::Debug for Parts<'a, T, W, P> {
    /// The parts that are left.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
impl<T: fmt::Debug, W: Shape, P: Shape> fmt::Debug for PartsMut<'_, T, W, P> {
    /// The parts that are left.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let &PartsMut { first, ref walk, shape, strides, .. } = self;
        let parts = Parts::<T, W, P> { first, walk: walk.clone(), shape, strides, life: PhantomData };
        f.debug_list().entries(parts).finish()
    }
}

/// The rows of an array, by [`Array::rows`]: views along its last axis.
pub type Rows<'a, T, S> = Parts<'a, T, <S as RowShape>::Around, (<S as RowShape>::Row,)>;
/// The rows of an array that can be changed, by [`Array::rows_mut`].
pub type RowsMut<'a, T, S> = PartsMut<'a, T, <S as RowShape>::Around, (<S as RowShape>::Row,)>;

/// The rows of an array with these strides.
#[inline]
fn rows<S: RowShape>(shape: S, strides: &[isize]) -> Cuts<S::Around, (S::Row,)> {
    let (starts, row) = shape.split_rows();
    let stride = |axis: usize| strides.get(axis).copied().unwrap_or(0);
    let last = starts.ndim();
    Cuts {
        starts,
        steps: starts.strides_from(stride),
        shape: (row,),
        strides: (row,).strides_from(|_| stride(last)),
    }
}

/// # Views and parts
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The rows: views along the last axis, one for each position of the other axes, in row-major order.
    ///
    /// An array of rank 0 whose rank is known only at run time is one row of one element.
    ///
    /// ```
    /// use conformable::Matrix;
    /// let m = Matrix::new([[1, 2], [3, 4], [5, 6]]);
    /// let sums: Vec<i32> = m.rows().map(|row| row.iter().sum()).collect();
    /// assert_eq!(sums, [3, 7, 11]);
    /// ```
    #[doc(alias = "row_iter")]
    #[inline]
    pub fn rows<'s, 'x>(&'s self) -> Rows<'x, T, S>
    where
        S: RowShape,
        O::Loan<'s>: 'x,
    {
        let cuts = rows(self.shape(), self.strides().as_ref());
        // SAFETY: from the place of a position with 0 along the last axis, as many steps of that axis's stride as it has
        // positions reach elements of `self`, which is borrowed.
        unsafe { Parts::new(self.as_ptr(), &cuts) }
    }

    /// The rows, to be changed: as [`rows`](Array::rows).
    ///
    /// ```
    /// use conformable::Matrix;
    /// let mut m = Matrix::new([[1, 2], [3, 4]]);
    /// m.rows_mut().for_each(|mut row| row[1] = 0);
    /// assert_eq!(m, Matrix::new([[1, 0], [3, 0]]));
    /// ```
    #[inline]
    pub fn rows_mut(&mut self) -> RowsMut<'_, T, S>
    where
        S: RowShape,
        O: OwnershipMut,
    {
        let cuts = rows(self.shape(), self.strides().as_ref());
        // SAFETY: as in `rows`; rows differ in a position of another axis, so they have no element in common.
        unsafe { PartsMut::new(self.as_mut_ptr(), &cuts) }
    }
}
