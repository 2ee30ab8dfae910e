//! Iterators over elements and their positions, in row-major order.

use super::build::advance;
use super::iter::unravel;
use super::{Array, Iter, IterMut, Ownership, OwnershipMut};
use crate::shape::Shape;
use core::fmt;
use core::iter::FusedIterator;

/// An iterator over elements with the position of each.
macro_rules! indexed { ($($(#[$doc:meta])+ $Indexed:ident, $Iter:ident, $Item:ty;)+) => {$(
    $(#[$doc])+
    pub struct $Indexed<'a, T, S: Shape> {
        elements: $Iter<'a, T, S>,
        shape: S,
        /// The position of the next element, and its number.
        position: S::Dims,
        front: usize,
    }
    impl<'a, T, S: Shape> $Indexed<'a, T, S> {
        #[inline]
        fn new(elements: $Iter<'a, T, S>, shape: S) -> Self {
            $Indexed { elements, shape, position: shape.zero_dims(), front: 0 }
        }
        /// The position of the next element, and on to that of the one after it.
        #[inline(always)]
        fn step(&mut self) -> S::Dims {
            let here = self.position;
            advance(self.position.as_mut(), self.shape.dims().as_ref());
            self.front += 1;
            here
        }
    }
    impl<'a, T: 'a, S: Shape> Iterator for $Indexed<'a, T, S> {
        type Item = (S::Dims, $Item);
        #[inline]
        fn next(&mut self) -> Option<Self::Item> {
            let element = self.elements.next()?;
            Some((self.step(), element))
        }
        #[inline]
        fn size_hint(&self) -> (usize, Option<usize>) {
            self.elements.size_hint()
        }
        #[inline]
        fn nth(&mut self, n: usize) -> Option<Self::Item> {
            let left = self.elements.len();
            let element = self.elements.nth(n);
            self.front += n.min(left);
            self.position = unravel(self.shape, self.front);
            Some((self.step(), element?))
        }
        #[inline]
        fn count(self) -> usize {
            self.elements.len()
        }
        #[inline]
        fn last(mut self) -> Option<Self::Item> {
            self.next_back()
        }
        #[inline]
        fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, mut f: F) -> B {
            let (mut position, dims) = (self.position, self.shape.dims());
            self.elements.fold(init, |all, element| {
                let here = position;
                advance(position.as_mut(), dims.as_ref());
                f(all, (here, element))
            })
        }
    }
    impl<'a, T: 'a, S: Shape> DoubleEndedIterator for $Indexed<'a, T, S> {
        #[inline]
        fn next_back(&mut self) -> Option<Self::Item> {
            self.nth_back(0)
        }
        #[inline]
        fn nth_back(&mut self, n: usize) -> Option<Self::Item> {
            let element = self.elements.nth_back(n)?;
            Some((unravel(self.shape, self.front + self.elements.len()), element))
        }
    }
    impl<'a, T: 'a, S: Shape> ExactSizeIterator for $Indexed<'a, T, S> {}
    impl<'a, T: 'a, S: Shape> FusedIterator for $Indexed<'a, T, S> {}
    impl<'a, T: fmt::Debug + 'a, S: Shape> fmt::Debug for $Indexed<'a, T, S> {
        /// The elements that are left.
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.elements.fmt(f)
        }
    }
)+};}
indexed! {
    /// The elements of an array and the position of each, in row-major order, by [`Array::indexed_iter`].
    IndexedIter, Iter, &'a T;
    /// The elements of an array, to be changed, and the position of each, by [`Array::indexed_iter_mut`].
    IndexedIterMut, IterMut, &'a mut T;
}
impl<T, S: Shape> Clone for IndexedIter<'_, T, S> {
    #[inline]
    fn clone(&self) -> Self {
        IndexedIter { elements: self.elements.clone(), ..*self }
    }
}

/// # Views and parts
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The elements and the position of each, in row-major order.
    ///
    /// As `numpy.ndenumerate`.
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 7], [3, 4]];
    /// assert_eq!(m.indexed_iter().max_by_key(|(_, x)| **x), Some(([0, 1], &7)));
    /// ```
    #[inline]
    pub fn indexed_iter<'s, 'x>(&'s self) -> IndexedIter<'x, T, S>
    where
        O::Loan<'s>: 'x,
    {
        IndexedIter::new(self.iter::<'s, 'x>(), self.shape())
    }

    /// The elements, to be changed, and the position of each, in row-major order.
    ///
    /// ```
    /// use conformable::Matrix;
    /// let mut m = Matrix::<usize, 2, 2>::zeros();
    /// m.indexed_iter_mut().for_each(|([i, j], x)| *x = 10 * i + j);
    /// assert_eq!(m, Matrix::new([[0, 1], [10, 11]]));
    /// ```
    #[inline]
    pub fn indexed_iter_mut(&mut self) -> IndexedIterMut<'_, T, S>
    where
        O: OwnershipMut,
    {
        let shape = self.shape();
        IndexedIterMut::new(self.iter_mut(), shape)
    }
}
