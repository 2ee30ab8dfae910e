//! `Vec`s as arrays, and arrays as `Vec`s.

#![allow(unsafe_code, reason = "chooses the storage of a copy")]

use super::ownership::UseTryFromForNestedVecs;
use super::slices::axis_of;
use super::{Array, ArrayView, ArrayViewMut, Owned, Ownership};
use crate::error::{ShapeError, must};
use crate::shape::{Const, Dim, Dyn, Shape, StaticDim, StaticShape};
use alloc::vec::Vec;

impl<T, S: StaticShape> TryFrom<Vec<T>> for Array<T, S> {
    type Error = ShapeError;
    /// The elements in row-major order, if there are as many as the shape has.
    #[inline]
    fn try_from(elements: Vec<T>) -> Result<Self, ShapeError> {
        Self::from_vec(S::default(), elements)
    }
}

/// A vector of run-time length.
///
/// # Panics
/// If there are more than `isize::MAX` elements, which only those of no size can be.
impl<T> From<Vec<T>> for Array<T, (Dyn,)> {
    #[inline]
    #[track_caller]
    fn from(elements: Vec<T>) -> Self {
        Array::from_parts(axis_of::<T, _>((Dyn(elements.len()),)), elements)
    }
}
/// A matrix of as many rows as the `Vec` has, whose elements stay where they are.
///
/// ```
/// use conformable::{Array, Const, Dyn};
/// let points = vec![[1., 2.], [3., 4.], [5., 6.]];
/// let points = Array::<f64, (Dyn, Const<2>)>::from(points);
/// assert_eq!(points.sum_axis::<0>(), conformable::array![9., 12.]);
/// ```
///
/// # Panics
/// As a vector.
impl<T, const C: usize> From<Vec<[T; C]>> for Array<T, (Dyn, Const<C>)> {
    #[inline]
    #[track_caller]
    fn from(rows: Vec<[T; C]>) -> Self {
        Array::from_parts(axis_of::<T, _>((Dyn(rows.len()), Const)), rows.into_flattened())
    }
}

/// A copy of a slice or a `Vec`.
macro_rules! copies { ($($From:ty, $S:ty, [$($params:tt)*];)+) => {$(
    /// A copy.
    ///
    /// # Panics
    /// As from a `Vec`.
    impl<T: Clone, $($params)*> From<&$From> for Array<T, $S> {
        #[inline]
        #[track_caller]
        fn from(elements: &$From) -> Self {
            elements.to_vec().into()
        }
    }
)+};}
copies! {
    [T], (Dyn,), [];
    [[T; C]], (Dyn, Const<C>), [const C: usize];
    Vec<T>, (Dyn,), [];
    Vec<[T; C]>, (Dyn, Const<C>), [const C: usize];
}

/// A `Vec` as a view.
macro_rules! views { ($($From:ty, $S:ty, [$($params:tt)*];)+) => {$(
    /// The elements in place.
    ///
    /// # Panics
    /// As of a slice.
    impl<'a, T, $($params)*> From<&'a $From> for ArrayView<'a, T, $S> {
        #[inline]
        #[track_caller]
        fn from(elements: &'a $From) -> Self {
            elements.as_slice().into()
        }
    }
    /// Mutable references to the elements.
    ///
    /// # Panics
    /// As of a slice.
    impl<'a, T, $($params)*> From<&'a mut $From> for ArrayViewMut<'a, T, $S> {
        #[inline]
        #[track_caller]
        fn from(elements: &'a mut $From) -> Self {
            elements.as_mut_slice().into()
        }
    }
)+};}
views! {
    Vec<T>, (Dyn,), [];
    Vec<[T; C]>, (Dyn, Const<C>), [const C: usize];
}

/// A matrix of the rows of nested vectors, if they have one length, and the lengths are those of the axes.
///
/// ```
/// use conformable::{Array, Dyn};
/// let read = vec![vec![1, 2], vec![3, 4], vec![5, 6]];
/// let m = Array::<i32, (Dyn, Dyn)>::try_from(read)?;
/// assert_eq!(m.dims(), [3, 2]);
/// let ragged = vec![vec![1, 2], vec![3]];
/// let error = Array::<i32, (Dyn, Dyn)>::try_from(ragged).unwrap_err();
/// assert_eq!(error.to_string(), "try_from: row 1 has 1 elements where row 0 has 2");
/// # Ok::<(), conformable::ShapeError>(())
/// ```
impl<T, R: Dim, C: Dim> TryFrom<Vec<Vec<T>>> for Array<T, (R, C)> {
    type Error = ShapeError;
    fn try_from(rows: Vec<Vec<T>>) -> Result<Self, ShapeError> {
        // Of no rows a length in the type is the only one there is.
        let columns = rows.first().map_or(C::STATIC.unwrap_or(0), Vec::len);
        let dims = [rows.len(), columns];
        if let Some((row, own)) = rows.iter().map(Vec::len).enumerate().find(|(_, len)| *len != columns) {
            return Err(ShapeError::ragged_row("try_from", row, columns, own));
        }
        match <(R, C)>::from_dims(&dims) {
            Some(shape) => Self::from_vec(shape, rows.into_iter().flatten().collect()),
            None => Err(ShapeError::wrong_shape_of::<(R, C)>("try_from", &dims)),
        }
    }
}

// So that `Array::from` of nested vectors is not a vector of `Vec`s in silence: with two impls that fit, the type must be
// said, and the message lists both.
#[doc(hidden)]
impl<T> From<Vec<Vec<T>>> for Array<T, (Dyn, Dyn), Owned, UseTryFromForNestedVecs> {
    fn from(_: Vec<Vec<T>>) -> Self {
        // Of `T`, so that nothing is evaluated before somebody asks for it.
        const {
            must(
                size_of::<T>() == usize::MAX,
                "the rows of nested vectors may differ: `Array::<_, (Dyn, Dyn)>::try_from` compares them",
            );
        }
        unreachable!("the constant above does not compile")
    }
}

/// A vector of run-time length.
///
/// ```
/// use conformable::{Array, Dyn};
/// let squares: Array<i32, (Dyn,)> = (0..4).map(|x| x * x).collect();
/// assert_eq!(squares.as_slice(), [0, 1, 4, 9]);
/// ```
///
/// # Panics
/// As from a `Vec`.
impl<T> FromIterator<T> for Array<T, (Dyn,)> {
    #[inline]
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        elements.into_iter().collect::<Vec<T>>().into()
    }
}
/// A matrix of as many rows as there are.
///
/// ```
/// use conformable::{Array, Const, Dyn};
/// let powers: Array<i32, (Dyn, Const<3>)> = (2..4).map(|x| [x, x * x, x * x * x]).collect();
/// assert_eq!(powers.as_slice(), [2, 4, 8, 3, 9, 27]);
/// ```
///
/// # Panics
/// As from a `Vec`.
impl<T, const C: usize> FromIterator<[T; C]> for Array<T, (Dyn, Const<C>)> {
    #[inline]
    fn from_iter<I: IntoIterator<Item = [T; C]>>(rows: I) -> Self {
        rows.into_iter().collect::<Vec<[T; C]>>().into()
    }
}

/// Arrays and views of lengths in the type, as the positions of a first axis.
macro_rules! parts { ($(($($D:ident)+))+) => {$(
    /// An array of as many such parts as there are, along a new first axis: the way back from
    /// [`outer_iter`](Array::outer_iter), and of vectors from [`rows`](Array::rows).
    ///
    /// # Panics
    /// As from a `Vec`.
    impl<T: Clone, O: Ownership, $($D: StaticDim),+> FromIterator<Array<T, ($($D,)+), O>> for Array<T, (Dyn, $($D),+)> {
        fn from_iter<I: IntoIterator<Item = Array<T, ($($D,)+), O>>>(parts: I) -> Self {
            let (mut len, mut elements) = (0_usize, Vec::new());
            for part in parts {
                len += 1;
                elements.extend(part.iter().cloned());
            }
            Array::from_parts(axis_of::<T, _>((Dyn(len), $($D::default()),+)), elements)
        }
    }
)+};}
parts! { (A) (A B) (A B C) (A B C D) (A B C D E) }

/// # Construction
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The elements in row-major order, copied.
    ///
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1, 2], [3, 4]].column(1).unwrap().to_vec(), [2, 4]);
    /// ```
    #[inline]
    #[must_use]
    pub fn to_vec(&self) -> Vec<T>
    where
        T: Clone,
    {
        // SAFETY: a `Vec` has room for any number.
        unsafe { self.copied() }
    }
}
