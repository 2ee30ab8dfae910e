//! Iterators over elements in row-major order: `Iter`, `IterMut`, `IntoIter`.
//!
//! `Walk` goes through the places of a strided array from both ends; where the elements stand one after
//! another it only adds to a pointer.

#![allow(unsafe_code, reason = "walks through the elements by pointers")]

use super::build::advance;
use super::layout::{is_row_major, offset, row_major};
use super::storage::Storage;
use super::view::view_of;
use super::{Array, ArrayView, ArrayViewMut, Owned, Ownership, OwnershipMut};
use crate::shape::Shape;
use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;

/// The places of an array's elements in row-major order.
pub(super) struct Walk<S: Shape> {
    shape: S,
    strides: S::Strides,
    /// Whether the element after `i` is always the next in memory.
    contiguous: bool,
    /// The position and the number, in row-major order, of the next element.
    position: S::Dims,
    front: usize,
    /// The number after the last element that is left; `front <= back <= len`.
    back: usize,
}

impl<S: Shape> Walk<S> {
    #[inline]
    pub(super) fn new(shape: S, strides: S::Strides) -> Self {
        let contiguous = is_row_major(shape.dims().as_ref(), strides.as_ref());
        Walk { shape, strides, contiguous, position: shape.zero_dims(), front: 0, back: shape.size() }
    }
    /// The offset of the next element.
    #[inline(always)]
    pub(super) fn next(&mut self) -> Option<isize> {
        if self.front == self.back {
            return None;
        }
        let here = if self.contiguous {
            self.front as isize
        } else {
            let here = offset(self.position.as_ref(), self.strides.as_ref());
            advance(self.position.as_mut(), self.shape.dims().as_ref());
            here
        };
        self.front += 1;
        Some(here)
    }
    /// The offset of the last element that is left.
    #[inline(always)]
    pub(super) fn next_back(&mut self) -> Option<isize> {
        if self.front == self.back {
            return None;
        }
        self.back -= 1;
        if self.contiguous {
            return Some(self.back as isize);
        }
        Some(offset(unravel(self.shape, self.back).as_ref(), self.strides.as_ref()))
    }
    /// Leaves out `n` elements in front.
    #[inline]
    pub(super) fn skip(&mut self, n: usize) {
        self.front += n.min(self.back - self.front);
        if !self.contiguous && self.front < self.back {
            self.position = unravel(self.shape, self.front);
        }
    }
    /// Leaves out `n` elements at the back.
    #[inline]
    pub(super) fn skip_back(&mut self, n: usize) {
        self.back -= n.min(self.back - self.front);
    }
    #[inline(always)]
    pub(super) fn left(&self) -> usize {
        self.back - self.front
    }
    /// Calls `f` with the offset of each element that is left: in one loop where they are contiguous, else row
    /// by row.
    #[inline]
    pub(super) fn fold<B>(mut self, init: B, mut f: impl FnMut(B, isize) -> B) -> B {
        let mut all = init;
        if self.contiguous {
            for i in self.front..self.back {
                all = f(all, i as isize);
            }
            return all;
        }
        let dims = self.shape.dims();
        while self.front < self.back {
            let here = offset(self.position.as_ref(), self.strides.as_ref());
            let stride = self.strides.as_ref().get(dims.as_ref().len() - 1).copied().unwrap_or(0);
            // At rank 0 all is contiguous, so there is a last axis.
            let (Some(last), Some(len)) = (self.position.as_mut().last_mut(), dims.as_ref().last()) else {
                break;
            };
            let n = (len - *last).min(self.back - self.front);
            for i in 0..n {
                all = f(all, here.wrapping_add((i as isize).wrapping_mul(stride)));
            }
            self.front += n;
            *last = len - 1;
            advance(self.position.as_mut(), dims.as_ref());
        }
        all
    }
}

impl<S: Shape> Clone for Walk<S> {
    fn clone(&self) -> Self {
        Walk { ..*self }
    }
}

/// The position of the element with this number in row-major order; there are elements.
#[inline]
pub(super) fn unravel<S: Shape>(shape: S, mut number: usize) -> S::Dims {
    let (dims, mut position) = (shape.dims(), shape.zero_dims());
    for (i, d) in position.as_mut().iter_mut().zip(dims.as_ref()).rev() {
        // No length is 0 where there are elements.
        *i = number % d.max(&1);
        number /= d.max(&1);
    }
    position
}

/// The methods of an iterator around a `Walk` in the field `walk`, with `item(&mut self, offset)`. Iterators that must
/// know at each step what is left, or drop it, leave out `fold`, `nth` and `nth_back`.
macro_rules! walk_through {
    ([$($generics:tt)*] $Iter:ty, $Item:ty $(, $fold:ident $nth:ident $nth_back:ident)?) => {
        impl<$($generics)*> Iterator for $Iter {
            type Item = $Item;
            #[inline]
            fn next(&mut self) -> Option<$Item> {
                let offset = self.walk.next()?;
                Some(self.item(offset))
            }
            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.walk.left(), Some(self.walk.left()))
            }
            $(#[inline]
            fn $nth(&mut self, n: usize) -> Option<$Item> {
                self.walk.skip(n);
                self.next()
            })?
            #[inline]
            fn count(self) -> usize {
                self.walk.left()
            }
            #[inline]
            fn last(mut self) -> Option<$Item> {
                self.next_back()
            }
            $(#[inline]
            #[allow(unused_mut, reason = "items of shared iterators need no `mut`")]
            fn $fold<B, F: FnMut(B, $Item) -> B>(mut self, init: B, mut f: F) -> B {
                self.walk.clone().fold(init, |all, offset| f(all, self.item(offset)))
            })?
        }
        impl<$($generics)*> DoubleEndedIterator for $Iter {
            #[inline]
            fn next_back(&mut self) -> Option<$Item> {
                let offset = self.walk.next_back()?;
                Some(self.item(offset))
            }
            $(#[inline]
            fn $nth_back(&mut self, n: usize) -> Option<$Item> {
                self.walk.skip_back(n);
                self.next_back()
            })?
        }
        impl<$($generics)*> ExactSizeIterator for $Iter {}
        impl<$($generics)*> FusedIterator for $Iter {}
    };
}

/// The elements of an array in row-major order, by [`Array::iter`].
pub struct Iter<'a, T, S: Shape> {
    /// The walk stays within the view's shape and strides.
    view: ArrayView<'a, T, S>,
    walk: Walk<S>,
}

impl<'a, T, S: Shape> Iter<'a, T, S> {
    #[inline]
    pub(super) fn new(view: ArrayView<'a, T, S>) -> Self {
        Iter { walk: Walk::new(view.shape(), view.strides()), view }
    }
    #[inline(always)]
    fn item(&self, offset: isize) -> &'a T {
        // SAFETY: the walk gives offsets of elements of the view, which are borrowed for `'a`.
        unsafe { &*self.view.as_ptr().offset(offset) }
    }
}
impl<T, S: Shape> Clone for Iter<'_, T, S> {
    #[inline]
    fn clone(&self) -> Self {
        Iter { view: self.view, walk: self.walk.clone() }
    }
}
walk_through!(['a, T: 'a, S: Shape] Iter<'a, T, S>, &'a T, fold nth nth_back);

/// The elements of an array in row-major order, to be changed, by [`Array::iter_mut`].
pub struct IterMut<'a, T, S: Shape> {
    /// The walk stays within the view's shape and strides, and gives each place once.
    view: ArrayViewMut<'a, T, S>,
    walk: Walk<S>,
}

impl<'a, T, S: Shape> IterMut<'a, T, S> {
    #[inline(always)]
    fn item(&mut self, offset: isize) -> &'a mut T {
        // SAFETY: the walk gives the offset of each element of the view once; the view holds them for `'a`.
        unsafe { &mut *self.view.as_mut_ptr().offset(offset) }
    }
}
walk_through!(['a, T: 'a, S: Shape] IterMut<'a, T, S>, &'a mut T, fold nth nth_back);

/// The elements of an owned array in row-major order, by `into_iter`.
pub struct IntoIter<T, S: Shape> {
    /// The elements numbered `walk.front..walk.back` are still to be dropped or given away.
    storage: ManuallyDrop<S::Storage<T>>,
    walk: Walk<S>,
}

impl<T, S: Shape> IntoIter<T, S> {
    #[inline(always)]
    fn item(&mut self, offset: isize) -> T {
        // SAFETY: the walk gives the offset of each element once, and `storage` drops none of them.
        unsafe { self.storage.as_ptr().offset(offset).read() }
    }
}
walk_through!([T, S: Shape] IntoIter<T, S>, T);

impl<T, S: Shape> Drop for IntoIter<T, S> {
    fn drop(&mut self) {
        struct Free<'a, T, A: Storage<T>>(&'a mut ManuallyDrop<A>, PhantomData<T>);
        impl<T, A: Storage<T>> Drop for Free<'_, T, A> {
            fn drop(&mut self) {
                // SAFETY: taken once, here: `storage` is not used again when the iterator is gone.
                A::free(ManuallyDrop::new(unsafe { ManuallyDrop::take(self.0) }));
            }
        }
        let (front, left) = (self.walk.front, self.walk.left());
        let free = Free::<T, S::Storage<T>>(&mut self.storage, PhantomData);
        // SAFETY: owned elements are contiguous, and those from `front` on were not given away. If
        // one of them panics in its drop, the others are dropped and the memory is freed all the same.
        unsafe {
            let first = free.0.as_mut_ptr().add(front);
            core::ptr::slice_from_raw_parts_mut(first, left).drop_in_place();
        }
    }
}

/// # Views and parts
impl<T, S: Shape, O: OwnershipMut> Array<T, S, O> {
    /// The elements in row-major order, to be changed.
    ///
    /// ```
    /// use conformable::Matrix;
    /// let mut m = Matrix::new([[1, 2], [3, 4]]);
    /// m.iter_mut().for_each(|x| *x *= 10);
    /// assert_eq!(m, Matrix::new([[10, 20], [30, 40]]));
    /// ```
    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<'_, T, S> {
        let view = self.view_mut();
        IterMut { walk: Walk::new(view.shape(), view.strides()), view }
    }
}

impl<T, S: Shape> IntoIterator for Array<T, S, Owned> {
    type Item = T;
    type IntoIter = IntoIter<T, S>;
    #[inline]
    fn into_iter(self) -> IntoIter<T, S> {
        let walk = Walk::new(self.shape(), row_major(self.shape()));
        IntoIter { walk, storage: self.into_storage() }
    }
}
impl<'a, T: 'a, S: Shape> IntoIterator for ArrayView<'a, T, S> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T, S>;
    #[inline]
    fn into_iter(self) -> Iter<'a, T, S> {
        Iter::new(self)
    }
}
impl<'a, T: 'a, S: Shape> IntoIterator for ArrayViewMut<'a, T, S> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T, S>;
    #[inline]
    fn into_iter(self) -> IterMut<'a, T, S> {
        IterMut { walk: Walk::new(self.shape(), self.strides()), view: self }
    }
}
impl<'a, T, S: Shape, O: Ownership> IntoIterator for &'a Array<T, S, O> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T, S>;
    #[inline]
    fn into_iter(self) -> Iter<'a, T, S> {
        self.iter()
    }
}
impl<'a, T, S: Shape, O: OwnershipMut> IntoIterator for &'a mut Array<T, S, O> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T, S>;
    #[inline]
    fn into_iter(self) -> IterMut<'a, T, S> {
        self.iter_mut()
    }
}

pub(super) use walk_through;

impl<'a, T: fmt::Debug + 'a, S: Shape> fmt::Debug for Iter<'a, T, S> {
    /// The elements that are left.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
impl<T: fmt::Debug, S: Shape> fmt::Debug for IterMut<'_, T, S> {
    /// The elements that are left.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let left = Iter { view: self.view.view(), walk: self.walk.clone() };
        f.debug_list().entries(left).finish()
    }
}
impl<T: fmt::Debug, S: Shape> fmt::Debug for IntoIter<T, S> {
    /// The elements that are left.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Walk { shape, strides, .. } = self.walk;
        // SAFETY: the storage holds the elements of this shape with these strides, borrowed as `self` is; the
        // walk leads to those alone that were not given away, and nothing else is read.
        let view = unsafe { view_of(shape, self.storage.as_ptr(), strides) };
        let left = Iter { view, walk: self.walk.clone() };
        f.debug_list().entries(left).finish()
    }
}
