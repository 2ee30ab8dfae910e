//! Arrays from nothing: from literals, constants, functions, and from the elements of a `Vec` or a slice.

#![allow(unsafe_code, reason = "fills new memory, and gives nested arrays another type")]

use super::storage::{self, Elem};
use super::view::{view_mut_of, view_of};
use super::{
    Array, Array3, Array4, Array5, Array6, ArrayView, ArrayViewMut, Matrix, Room, Vector, expect_storage,
};
use crate::error::ShapeError;
use crate::shape::{Const, Shape, StaticShape, checked_len};
use core::marker::PhantomData;
use core::mem::ManuallyDrop;

/// The storage of axes from the outermost to the innermost, as `Shape::Storage` gives it.
macro_rules! nest {
    ($T:ident; $N:ident) => { [Elem<$T>; $N] };
    ($T:ident; $N:ident, $($rest:ident),+) => { [nest!($T; $($rest),+); $N] };
}

/// One line per rank: the alias, its lengths, and `new` with the nested arrays, which stands there so that
/// messages show that line.
macro_rules! literals { ($($alias:ident<$($N:ident),+> $new:ident($elements:ident: $nested:ty);)+) => {$(
    /// # Construction
    #[allow(clippy::type_complexity, reason = "six nested arrays are what six axes are")]
    impl<T, $(const $N: usize),+> $alias<T, $($N),+> {
        /// The array with these elements.
        #[inline(always)]
        pub const fn $new($elements: $nested) -> Self {
            const { expect_storage::<T, ($(Const<$N>,)+)>() };
            let elements = ManuallyDrop::new($elements);
            // SAFETY: the storage of this shape is the same nested arrays around `Elem<T>`, which is
            // `repr(transparent)`. The elements are moved out of `elements`, which drops none of them.
            let data = unsafe { (&raw const elements).cast::<nest!(T; $($N),+)>().read() };
            Array { shape: ($(Const::<$N>,)+), data, held: PhantomData }
        }
        /// The elements as nested arrays.
        #[inline(always)]
        pub const fn into_nested(self) -> $nested {
            let this = ManuallyDrop::new(self);
            // SAFETY: the array is its storage (`repr(C)` behind a zero-sized shape), which has the memory of
            // the nested arrays, as in `new`. `this` drops none of the elements.
            unsafe { (&raw const this).cast::<$nested>().read() }
        }
        /// The elements as nested arrays, in place.
        #[inline(always)]
        pub const fn as_nested(&self) -> &$nested {
            // SAFETY: as in `into_nested`: same memory, same alignment, borrowed as `self` is.
            unsafe { &*(&raw const *self).cast() }
        }
        /// Nested arrays as an array, in place.
        #[inline(always)]
        pub const fn from_nested_ref(nested: &$nested) -> &Self {
            const { expect_storage::<T, ($(Const<$N>,)+)>() };
            // SAFETY: as in `into_nested`: same memory, same alignment, borrowed as `nested` is.
            unsafe { &*(&raw const *nested).cast() }
        }
        /// Nested arrays as an array, in place.
        #[inline(always)]
        pub const fn from_nested_mut(nested: &mut $nested) -> &mut Self {
            const { expect_storage::<T, ($(Const<$N>,)+)>() };
            // SAFETY: as in `into_nested`: same memory, same alignment, borrowed as `nested` is.
            unsafe { &mut *(&raw mut *nested).cast() }
        }
        /// The elements as nested arrays, in place.
        #[inline(always)]
        pub const fn as_nested_mut(&mut self) -> &mut $nested {
            // SAFETY: as in `into_nested`: same memory, same alignment, borrowed as `self` is.
            unsafe { &mut *(&raw mut *self).cast() }
        }
    }
)+};}
literals! {
    Vector<N> new(elements: [T; N]);
    Matrix<R, C> new(elements: [[T; C]; R]);
    Array3<A, B, C> new(elements: [[[T; C]; B]; A]);
    Array4<A, B, C, D> new(elements: [[[[T; D]; C]; B]; A]);
    Array5<A, B, C, D, E> new(elements: [[[[[T; E]; D]; C]; B]; A]);
    Array6<A, B, C, D, E, F> new(elements: [[[[[[T; F]; E]; D]; C]; B]; A]);
}

/// # Construction
impl<T> Array<T, ()> {
    /// An element as an array of rank 0, in place.
    #[inline(always)]
    pub const fn from_element_ref(element: &T) -> &Self {
        // SAFETY: the array is its storage (`repr(C)` behind a zero-sized shape), `Elem<T>`, which is
        // `repr(transparent)`; borrowed as `element` is.
        unsafe { &*(&raw const *element).cast() }
    }
    /// The array of rank 0 with this element.
    #[inline(always)]
    pub const fn new(element: T) -> Self {
        Array { shape: (), data: storage::Elem(element), held: PhantomData }
    }
}

/// A position with these dims follows: the last axis fastest.
#[inline(always)]
pub(super) fn advance(position: &mut [usize], dims: &[usize]) {
    for (i, d) in position.iter_mut().zip(dims).rev() {
        *i += 1;
        if *i < *d {
            return;
        }
        *i = 0;
    }
}

/// Shapes whose lengths are all in the type.
// The bounds stand at the methods, so that messages name what is missing instead of a method not found.
/// # Construction
impl<T, S: Shape> Array<T, S> {
    /// The array of `f(position)`, called in row-major order.
    ///
    /// If `f` panics, the elements made so far are dropped.
    ///
    /// ```
    /// use conformable::Matrix;
    /// let m = Matrix::<usize, 2, 3>::from_fn(|[i, j]| 10 * i + j);
    /// assert_eq!(m, Matrix::new([[0, 1, 2], [10, 11, 12]]));
    /// ```
    #[doc(alias = "fromfunction")]
    #[inline]
    pub fn from_fn(f: impl FnMut(S::Dims) -> T) -> Self
    where
        S: StaticShape,
    {
        Self::fill_with(S::default(), f)
    }
}

/// # Construction
/// Any shape, given as a value.
impl<T, S: Shape> Array<T, S> {
    /// `f(position)` in row-major order; memory can hold the elements.
    #[inline(always)]
    pub(crate) fn fill_with(shape: S, mut f: impl FnMut(S::Dims) -> T) -> Self {
        let (dims, mut position) = (shape.dims(), shape.zero_dims());
        // SAFETY: `from_parts` checks that storage and shape have one length if the types know it, and
        // `checked_len` found the number of bytes in range: for a static shape the compiler refuses larger
        // types, otherwise the callers look.
        let data = unsafe {
            storage::build(shape.size(), |_| {
                let x = f(position);
                advance(position.as_mut(), dims.as_ref());
                x
            })
        };
        Self::from_parts(shape, data)
    }

    /// The array of a shape and `f(position)`, called in row-major order.
    ///
    /// # Errors
    /// More elements than memory can hold.
    ///
    /// ```
    /// use conformable::{Array, Const, Dyn};
    /// let rows = 2; // known when the program runs
    /// let m = Array::from_shape_fn((Dyn(rows), Const::<3>), |[i, j]| i + j)?;
    /// assert_eq!(m.as_slice(), [0, 1, 2, 1, 2, 3]);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    pub fn from_shape_fn(shape: S, f: impl FnMut(S::Dims) -> T) -> Result<Self, ShapeError> {
        Room::<T, S>::new("from_shape_fn", shape)?;
        Ok(Self::fill_with(shape, f))
    }

    /// The array of a shape and its elements in row-major order.
    ///
    /// With a `Dyn` axis the elements stay where they are.
    ///
    /// # Errors
    /// The shape does not have as many elements as the vector.
    ///
    /// ```
    /// use conformable::{Array, Const, Dyn};
    /// let m = Array::from_vec((Dyn(2), Const::<3>), vec![1, 2, 3, 4, 5, 6])?;
    /// assert_eq!(m[[1, 0]], 4);
    /// let error = Array::from_vec((Dyn(2), Const::<3>), vec![1, 2, 3, 4]).unwrap_err();
    /// assert_eq!(error.to_string(), "from_vec: cannot reshape array of size 4 into shape (2,3)");
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[cfg(feature = "alloc")]
    #[doc(alias = "from_shape_vec")]
    #[inline]
    pub fn from_vec(shape: S, elements: alloc::vec::Vec<T>) -> Result<Self, ShapeError> {
        let dims = shape.dims();
        match checked_len::<T>(dims.as_ref()) {
            Some(len) if len == elements.len() => {
                // SAFETY: `elements` has as many elements as the shape, and `from_parts` checks that its
                // storage has, too.
                Ok(Self::from_parts(shape, unsafe { storage::Storage::from_vec(elements) }))
            }
            Some(_) => Err(ShapeError::wrong_length("from_vec", dims.as_ref(), elements.len())),
            None => Err(ShapeError::too_large("from_vec", dims.as_ref())),
        }
    }
}

/// # Construction
impl<'a, T, S: Shape> ArrayView<'a, T, S> {
    /// The elements of a slice, in row-major order, as an array.
    ///
    /// Needs no allocator, whatever the shape.
    ///
    /// # Errors
    /// The shape does not have as many elements as the slice.
    ///
    /// ```
    /// use conformable::{ArrayView, Const, Dyn};
    /// let samples = [1., 2., 3., 4.];
    /// let m = ArrayView::from_slice((Dyn(2), Const::<2>), &samples)?;
    /// assert_eq!(m.t()[[0, 1]], 3.);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    pub fn from_slice(shape: S, elements: &'a [T]) -> Result<Self, ShapeError> {
        expect_len::<T, S>(shape, elements.len())?;
        // SAFETY: the slice holds as many elements as the shape, in row-major order, borrowed for `'a`.
        Ok(unsafe { view_of(shape, elements.as_ptr(), super::layout::row_major(shape)) })
    }
}

/// # Construction
impl<'a, T, S: Shape> ArrayViewMut<'a, T, S> {
    /// The elements of a slice, in row-major order, as an array that can change them.
    ///
    /// # Errors
    /// The shape does not have as many elements as the slice.
    #[inline]
    pub fn from_slice(shape: S, elements: &'a mut [T]) -> Result<Self, ShapeError> {
        expect_len::<T, S>(shape, elements.len())?;
        // SAFETY: the slice holds as many elements as the shape, in row-major order, borrowed mutably for `'a`.
        Ok(unsafe { view_mut_of(shape, elements.as_mut_ptr(), super::layout::row_major(shape)) })
    }
}

/// Whether a shape has so many elements.
#[inline]
fn expect_len<T, S: Shape>(shape: S, len: usize) -> Result<(), ShapeError> {
    let dims = shape.dims();
    match checked_len::<T>(dims.as_ref()) {
        Some(n) if n == len => Ok(()),
        Some(_) => Err(ShapeError::wrong_length("from_slice", dims.as_ref(), len)),
        None => Err(ShapeError::too_large("from_slice", dims.as_ref())),
    }
}
