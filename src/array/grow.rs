//! Arrays that grow along a first axis `UpTo<N>`: `push`, `push_row`, `pop`, `truncate`, `clear`.

#![allow(unsafe_code, reason = "writes elements behind those that are there")]

use super::inline::Inline;
use super::storage::{self, Storage};
use super::{Array, Ownership};
use crate::error::ShapeError;
use crate::shape::op::{self, Operation};
use crate::shape::{AtRunTime, Check, GrowShape, PushRowShape, Shape, StaticDim, UpTo, checked_len};
use core::marker::PhantomData;
use core::{fmt, mem};

/// What was to be added to an array that has no room for it; the element or the row is given back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct CapacityError<X> {
    most: usize,
    /// What found no room.
    pub rejected: X,
}

impl<X> CapacityError<X> {
    /// The most positions along the first axis.
    #[must_use]
    pub fn most(&self) -> usize {
        self.most
    }
}
impl<X> fmt::Display for CapacityError<X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the array is full: its first axis holds at most {}", self.most)
    }
}
// Without what was rejected, so that `unwrap` asks nothing of it.
impl<X> fmt::Debug for CapacityError<X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CapacityError").field("most", &self.most).finish_non_exhaustive()
    }
}
impl<X> core::error::Error for CapacityError<X> {}

/// # Growing
impl<T, S: GrowShape + Default> Array<T, S> {
    /// An array with nothing along its first axis.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, UpTo, shape};
    /// let none = Array::<f32, shape![(UpTo<8>), 3]>::empty();
    /// assert_eq!(none.dims(), [0, 3]);
    /// assert_eq!(none, Array::default());
    /// ```
    #[inline]
    #[must_use]
    pub fn empty() -> Self {
        let shape = S::default();
        // SAFETY: the first axis of the default is of length 0, so nothing is to be written.
        Array { shape, data: unsafe { Storage::init_with(0, |_| ()) }, held: PhantomData }
    }
}

macro_rules! empty_by_default {
    ($(($($D:ident)*))+) => {$(
        impl<T, const N: usize, $($D: StaticDim),*> Default for Array<T, (UpTo<N>, $($D,)*)> {
            /// [`empty`](Array::empty)
            #[inline]
            fn default() -> Self {
                Self::empty()
            }
        }
    )+};
}
empty_by_default!(()(A)(A B)(A B C)(A B C D)(A B C D E));

/// # Growing
impl<T, const N: usize> Array<T, (UpTo<N>,)> {
    /// A vector of no elements, also in a `const` or a `static`.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, UpTo};
    /// const NONE: Array<f32, (UpTo<8>,)> = Array::EMPTY;
    /// assert_eq!(NONE.len(), 0);
    /// ```
    pub const EMPTY: Self = Array {
        shape: match UpTo::new(0) {
            Some(none) => (none,),
            None => unreachable!(),
        },
        data: Inline::EMPTY,
        held: PhantomData,
    };

    /// Adds an element at the end.
    ///
    /// # Errors
    /// If there are `N` already; the error holds the element.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, UpTo};
    /// let mut v = Array::<i32, (UpTo<2>,)>::EMPTY;
    /// assert!(v.push(1).is_ok() && v.push(2).is_ok());
    /// assert_eq!(v.push(3).unwrap_err().rejected, 3);
    /// assert_eq!(v.as_slice(), [1, 2]);
    /// ```
    #[inline]
    pub fn push(&mut self, element: T) -> Result<(), CapacityError<T>> {
        let (len, ()) = self.shape.rows();
        let Some(shape) = self.shape.with_rows(len + 1).filter(|_| self.data.has_room(1)) else {
            return Err(CapacityError { most: N, rejected: element });
        };
        // SAFETY: there is room, and the one element is written.
        unsafe { self.data.grow(1, |p| p.write(element)) };
        self.shape = shape;
        Ok(())
    }

    /// Adds an element at the end, and takes the first one out if there are `N` already: a window on the latest `N`.
    ///
    /// The elements stay in order, the oldest first, so where there is no room all of them move by one place. With `N = 0`
    /// the element itself is given back.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, UpTo};
    /// let mut latest = Array::<i32, (UpTo<3>,)>::EMPTY;
    /// let dropped: Vec<Option<i32>> = (1..=5).map(|x| latest.push_overwrite(x)).collect();
    /// assert_eq!(latest.as_slice(), [3, 4, 5]);
    /// assert_eq!(dropped, [None, None, None, Some(1), Some(2)]);
    /// ```
    #[doc(alias = "ring")]
    #[inline]
    pub fn push_overwrite(&mut self, element: T) -> Option<T> {
        match self.push(element) {
            Ok(()) => None,
            Err(CapacityError { rejected, .. }) => {
                let elements = self.as_mut_slice();
                if elements.is_empty() {
                    return Some(rejected);
                }
                elements.rotate_left(1);
                elements.last_mut().map(|last| mem::replace(last, rejected))
            }
        }
    }

    /// Takes the last element out, if there is one.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, UpTo};
    /// let mut v = Array::<i32, (UpTo<2>,)>::EMPTY;
    /// assert!(v.push(1).is_ok());
    /// assert_eq!((v.pop(), v.pop()), (Some(1), None));
    /// ```
    #[inline]
    pub fn pop(&mut self) -> Option<T> {
        let (len, ()) = self.shape.rows();
        self.shape = self.shape.with_rows(len.checked_sub(1)?)?;
        self.data.pop()
    }

    /// The elements of an iterator, if there are at most `N`.
    ///
    /// # Errors
    /// If there are more; the error holds the first that found no room.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, UpTo};
    /// let even = Array::<u8, (UpTo<4>,)>::try_from_iter([2, 4, 6])?;
    /// assert_eq!(even.as_slice(), [2, 4, 6]);
    /// # Ok::<(), conformable::CapacityError<u8>>(())
    /// ```
    pub fn try_from_iter(elements: impl IntoIterator<Item = T>) -> Result<Self, CapacityError<T>> {
        let mut all = Self::EMPTY;
        for element in elements {
            all.push(element)?;
        }
        Ok(all)
    }
}

/// The elements of a slice, if the axis has room for them.
impl<T: Clone, const N: usize> TryFrom<&[T]> for Array<T, (UpTo<N>,)> {
    type Error = ShapeError;
    #[inline]
    fn try_from(elements: &[T]) -> Result<Self, ShapeError> {
        let Some(len) = UpTo::new(elements.len()) else {
            return Err(ShapeError::wrong_shape_of::<(UpTo<N>,)>("try_from", &[elements.len()]));
        };
        let view = super::ArrayView::from_slice((len,), elements)?;
        Ok(view.to_owned())
    }
}

/// What [`Array::push_row`] returns: `()` in a `Result`, for only run time knows whether there is room.
pub type PushRowOutcome<S, R> = <<<S as PushRowShape<R>>::Check as Check>::And<AtRunTime> as Check>::Wrap<()>;

/// # Growing
impl<T, S: Shape> Array<T, S> {
    /// Adds a position at the end of the first axis: a row of a matrix, a matrix of a stack of them.
    ///
    /// `out[i] = a[i]` for the positions that are there, and `out[n] = row`
    ///
    /// # Shapes
    /// `(UpTo<N>, A..), (A..)`; static lengths that differ do not compile.
    ///
    /// # Errors
    /// If there are `N` positions already, or if lengths differ that are known only at run time. The array is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, UpTo, array, shape};
    /// let mut points = Array::<f32, shape![(UpTo<2>), 3]>::empty();
    /// points.push_row(&array![1., 2., 3.])?;
    /// points.push_row(&array![4., 5., 6.])?;
    /// assert_eq!(points.as_slice(), [1., 2., 3., 4., 5., 6.]);
    /// assert!(points.push_row(&array![7., 8., 9.]).is_err());
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    pub fn push_row<R: Shape, O: Ownership>(&mut self, row: &Array<T, R, O>) -> PushRowOutcome<S, R>
    where
        T: Clone,
        S: PushRowShape<R>,
    {
        <<S as PushRowShape<R>>::Check as Check>::And::<AtRunTime>::wrap(self.try_push_row(row))
    }

    /// Adds a position at the end of the first axis, and drops the first one if there are `N` already: a window on the latest
    /// `N` rows.
    ///
    /// The rows stay in order, the oldest first, so where there is no room all elements move by one row.
    ///
    /// # Shapes
    /// As [`push_row`](Array::push_row).
    ///
    /// # Errors
    /// Only if lengths differ that are known at run time. The array is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, UpTo, array, shape};
    /// let mut latest = Array::<i32, shape![(UpTo<2>), 2]>::empty();
    /// latest.push_row_overwrite(&array![1, 2]);
    /// latest.push_row_overwrite(&array![3, 4]);
    /// latest.push_row_overwrite(&array![5, 6]);
    /// assert_eq!(latest.as_slice(), [3, 4, 5, 6]);
    /// ```
    pub fn push_row_overwrite<R: Shape, O: Ownership>(
        &mut self,
        row: &Array<T, R, O>,
    ) -> <<S as PushRowShape<R>>::Check as Check>::Wrap<()>
    where
        T: Clone,
        S: PushRowShape<R>,
    {
        <S as PushRowShape<R>>::Check::wrap(self.try_push_row_overwrite(row))
    }

    fn try_push_row_overwrite<R: Shape, O: Ownership>(
        &mut self,
        row: &Array<T, R, O>,
    ) -> Result<(), ShapeError>
    where
        T: Clone,
        S: PushRowShape<R>,
    {
        let (len, own) = self.shape.rows();
        let (is, must) = (row.dims(), own.dims());
        if is.as_ref() != must.as_ref() {
            return Err(ShapeError::wrong_shape(op::push_row::NAME, is.as_ref(), must.as_ref()));
        }
        let grown = len.checked_add(1).and_then(|rows| self.shape.with_rows(rows));
        let shape = match grown.filter(|shape| checked_len::<T>(shape.dims().as_ref()).is_some()) {
            Some(shape) => shape,
            None => {
                let Some(left) = len.checked_sub(1) else { return Ok(()) };
                let shape = self.shape;
                let elements = self.as_mut_slice();
                elements.rotate_left(row.len().min(elements.len()));
                self.truncate(left);
                shape
            }
        };
        // SAFETY: either one row more than there was, which fits by its shape, or as many as there were, of which one was
        // dropped.
        unsafe { self.append(row, shape) };
        Ok(())
    }

    /// Adds a row, of the lengths of a row.
    ///
    /// # Safety
    /// `shape` has one row more than the array; as many may be along its first axis, and memory can hold them.
    #[inline]
    unsafe fn append<R: Shape, O: Ownership>(&mut self, row: &Array<T, R, O>, shape: S)
    where
        T: Clone,
    {
        let mut elements = row.iter();
        // The iterator has as many elements as the row; `clone` may panic, and those made so far are dropped then.
        let write = |to: *mut T| {
            // SAFETY: `row.len()` elements are writable from `to` on.
            unsafe { storage::fill_from(to, &mut elements) }
        };
        // SAFETY: the new shape has `row.len()` elements more than the old one, and no more along its first axis than it
        // may have; their bytes were counted (the caller). `write` writes them.
        unsafe { self.data.grow(row.len(), write) };
        self.shape = shape;
    }

    fn try_push_row<R: Shape, O: Ownership>(&mut self, row: &Array<T, R, O>) -> Result<(), ShapeError>
    where
        T: Clone,
        S: PushRowShape<R>,
    {
        let (len, own) = self.shape.rows();
        let grown = len.checked_add(1).and_then(|rows| self.shape.with_rows(rows));
        let (is, must) = (row.dims(), own.dims());
        if is.as_ref() != must.as_ref() {
            return Err(ShapeError::wrong_shape(op::push_row::NAME, is.as_ref(), must.as_ref()));
        }
        let Some(shape) =
            grown.filter(|s| checked_len::<T>(s.dims().as_ref()).is_some() && self.data.has_room(row.len()))
        else {
            return Err(ShapeError::full(op::push_row::NAME, self.dims().as_ref(), S::MOST));
        };
        // SAFETY: a row of these lengths, and a shape with one more, whose bytes were counted.
        unsafe { self.append(row, shape) };
        Ok(())
    }

    /// Drops all positions of the first axis but the first `len`; if there are no more, nothing happens.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, UpTo};
    /// let mut v = Array::<i32, (UpTo<4>,)>::try_from([1, 2, 3].as_slice())?;
    /// v.truncate(2);
    /// assert_eq!(v.as_slice(), [1, 2]);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    pub fn truncate(&mut self, len: usize)
    where
        S: GrowShape,
    {
        if let Some(shape) = self.shape.with_rows(len).filter(|_| len < self.shape.rows().0) {
            self.shape = shape;
            self.data.truncate(shape.size());
        }
    }

    /// Drops all elements.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, UpTo};
    /// let mut v = Array::<i32, (UpTo<4>,)>::try_from([1, 2, 3].as_slice())?;
    /// v.clear();
    /// assert!(v.is_empty());
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    pub fn clear(&mut self)
    where
        S: GrowShape,
    {
        self.truncate(0);
    }
}
