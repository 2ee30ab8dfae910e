//! Arrays that borrow: views, transposes, rows, slices, and the same elements under a better-known shape.

#![allow(unsafe_code, reason = "makes views, whose invariants are stated at `ViewData`")]

use super::copy::Copies;
use super::ownership::ViewData;
use super::storage::{self, Storage};
use super::{Array, ArrayView, ArrayViewMut, Iter, Matrix, Ownership, OwnershipMut, expect_storage};
use crate::error::ShapeError;
use crate::shape::{AxisArg, AxisGiven, AxisRules, Check, DynRank, InsertAxisShape, Shape, is_same, op};
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit, needs_drop};
use core::ptr::NonNull;
use core::slice;

/// A view of the elements at `ptr`.
///
/// # Safety
/// The invariant of `ViewData`. `ptr` is not null.
#[inline(always)]
pub(crate) unsafe fn view_of<'a, T, S: Shape>(
    shape: S,
    ptr: *const T,
    strides: S::Strides,
) -> ArrayView<'a, T, S> {
    // SAFETY: not null (the caller).
    let ptr = unsafe { NonNull::new_unchecked(ptr.cast_mut()) };
    Array { shape, data: ViewData { ptr, strides }, held: PhantomData }
}

/// A mutable view of the elements at `ptr`.
///
/// # Safety
/// The invariant of `ViewData` of a `ViewMut`. `ptr` is not null.
#[inline(always)]
pub(crate) unsafe fn view_mut_of<'a, T, S: Shape>(
    shape: S,
    ptr: *mut T,
    strides: S::Strides,
) -> ArrayViewMut<'a, T, S> {
    // SAFETY: not null (the caller).
    let ptr = unsafe { NonNull::new_unchecked(ptr) };
    Array { shape, data: ViewData { ptr, strides }, held: PhantomData }
}

/// # Views and parts
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The same array, borrowed.
    #[inline(always)]
    pub fn view<'s, 'x>(&'s self) -> ArrayView<'x, T, S>
    where
        O::Loan<'s>: 'x,
    {
        // SAFETY: the elements of `self`, with its strides, borrowed as `self` is.
        unsafe { view_of(self.shape, self.as_ptr(), self.strides()) }
    }

    /// The same array, borrowed to be changed.
    #[inline(always)]
    pub fn view_mut(&mut self) -> ArrayViewMut<'_, T, S>
    where
        O: OwnershipMut,
    {
        let strides = self.strides();
        // SAFETY: the elements of `self`, with its strides, borrowed mutably as `self` is.
        unsafe { view_mut_of(self.shape, self.as_mut_ptr(), strides) }
    }

    /// The transpose, `t[[j, i]] = a[[i, j]]`: the axes in reverse order. Nothing is copied.
    ///
    /// As NumPy's `.T`.
    ///
    /// ```
    /// use conformable::Matrix;
    /// let m = Matrix::new([[1, 2, 3], [4, 5, 6]]);
    /// assert_eq!(m.t().to_owned(), Matrix::new([[1, 4], [2, 5], [3, 6]]));
    /// ```
    #[doc(alias("T", "reversed_axes"))]
    #[inline]
    pub fn t<'s, 'x>(&'s self) -> ArrayView<'x, T, S::Reversed>
    where
        O::Loan<'s>: 'x,
    {
        let (shape, strides, last) = (self.shape.reversed(), self.strides(), self.ndim().wrapping_sub(1));
        let reversed = shape.strides_from(|axis| match strides.as_ref().get(last.wrapping_sub(axis)) {
            Some(stride) => *stride,
            None => 0,
        });
        // SAFETY: the elements of `self`, each at its position read backwards, borrowed as `self` is.
        unsafe { view_of(shape, self.as_ptr(), reversed) }
    }

    /// The transpose of an array that can be changed, as [`t`](Array::t).
    #[inline]
    pub fn t_mut(&mut self) -> ArrayViewMut<'_, T, S::Reversed>
    where
        O: OwnershipMut,
    {
        let (shape, strides) = (self.shape.reversed(), self.t().strides());
        // SAFETY: the elements of `self`, each at its position read backwards, borrowed mutably as `self` is.
        unsafe { view_mut_of(shape, self.as_mut_ptr(), strides) }
    }

    /// A view with one more axis, a [`Stretch`](crate::Stretch), before axis `A`: of length 1, and where leading axes
    /// pair it takes the length of the other.
    ///
    /// `A` is at most the rank. As `numpy.expand_dims`, and `newaxis` in an index.
    ///
    /// # Errors
    /// Only for a [`DynRank`], if `A` is more than its rank, or the rank is 8. Its new axis has length 1, and stretches
    /// as every axis of a `DynRank` that has that length.
    ///
    /// ```
    /// use conformable::{Array3, Matrix, Stretch, ArrayView, Const};
    /// let m = Matrix::new([[1, 2], [3, 4]]);
    /// let one: ArrayView<'_, i32, (Stretch, Const<2>, Const<2>)> = m.insert_axis::<0>();
    /// let five = Array3::<i32, 5, 2, 2>::ones();
    /// assert_eq!(five.matmul(&one)[[4, 1, 1]], 6);
    /// ```
    ///
    /// A position that there is not does not compile:
    /// ```compile_fail,E0277
    /// use conformable::Vector;
    /// Vector::new([1, 2]).insert_axis::<2>(); // `insert_axis`: an array of rank 1 does not have 2 axes
    /// ```
    #[doc(alias("expand_dims", "newaxis"))]
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn insert_axis<'s, 'x, const A: usize>(&'s self) -> <S::Check as Check>::Wrap<ArrayView<'x, T, <S as InsertAxisShape<A>>::Output>> where AxisRules: AxisGiven<AxisArg<A>, op::insert_axis>,
        S: InsertAxisShape<A>,
        O::Loan<'s>: 'x,
    {
        let strides = self.strides();
        S::Check::wrap(self.shape.insert_axis_shape().map(|shape| {
            let stride = |axis: usize| strides.as_ref().get(axis).copied().unwrap_or(0);
            let strides = shape.strides_from(|axis| match axis {
                _ if axis < A => stride(axis),
                _ if axis == A => 0,
                _ => stride(axis - 1),
            });
            // SAFETY: the elements of `self`, with an axis of one position, borrowed as `self` is.
            unsafe { view_of(shape, self.as_ptr(), strides) }
        }))
    }

    /// A copy that holds its elements, in row-major order.
    #[inline]
    pub fn to_owned(&self) -> Array<T, S>
    where
        T: Clone,
    {
        const { expect_storage::<T, S>() };
        // SAFETY: storage and shape have one length if the types know it (`expect_storage`).
        Array::from_parts(self.shape, unsafe { self.copied() })
    }

    /// The same, or `None` if there is no memory for its elements in this build: a `Dyn` axis needs an allocator.
    #[inline(always)]
    pub(crate) fn owned_if_there(&self) -> Option<Array<T, S>>
    where
        T: Copy,
    {
        const { expect_storage::<T, S>() };
        // SAFETY: as in `to_owned`; `fill_from` writes as many elements as the iterator has, those of `self`.
        let data =
            unsafe { Storage::init_if_there(self.len(), |out| storage::fill_from(out, &mut self.iter())) };
        Some(Array::from_parts(self.shape, data?))
    }

    /// The elements in row-major order, copied.
    ///
    /// # Safety
    /// `B` has room for as many elements, and if its type knows their number it is that of `self`.
    #[inline(always)]
    pub(super) unsafe fn copied<B: Storage<T>>(&self) -> B
    where
        T: Clone,
    {
        // SAFETY: `B` fits (the caller); the number of bytes is that of `self` at least and at most what `checked_len` allows.
        // `len` elements are written, those of `self`.
        unsafe {
            if const { O::CONTIGUOUS } || self.is_contiguous() {
                // Not by positions of a slice, whose check would stay where the length is not in the type.
                let first = self.as_ptr();
                storage::build(self.len(), |i| (*first.add(i)).clone())
            } else if const { needs_drop::<T>() } {
                Storage::init_with(self.len(), |out| storage::fill_from(out, &mut self.iter()))
            } else {
                let (dims, from) = (self.dims(), self.strides());
                let to = super::row_major(self.shape);
                Storage::init_with(self.len(), |out| {
                    Copies::of(out).copy(dims.as_ref(), (0, to.as_ref()), (self.as_ptr(), from.as_ref()));
                })
            }
        }
    }

    /// The elements in row-major order.
    #[inline]
    pub fn iter<'s, 'x>(&'s self) -> Iter<'x, T, S>
    where
        O::Loan<'s>: 'x,
    {
        Iter::new(self.view::<'s, 'x>())
    }

    /// The same elements under another shape of the same lengths, of which the types know more: parse once,
    /// then let the types carry it.
    ///
    /// Owned arrays stay owned and views stay views; use `a.view().typed()` to keep `a`. With a `Dyn` axis
    /// before and after, no element is moved.
    ///
    /// # Errors
    /// The lengths differ, or their number does.
    ///
    /// ```
    /// use conformable::{ArrayD, DynRank, shape};
    /// let read = ArrayD::from_vec(DynRank::new(&[2, 3])?, vec![1, 2, 3, 4, 5, 6])?;
    /// let rows = read.typed::<shape![dyn, 3]>()?; // Array<i32, (Dyn, Const<3>)>
    /// assert_eq!(rows[[1, 0]], 4);
    /// let error = rows.view().typed::<shape![dyn, 4]>().unwrap_err();
    /// assert_eq!(error.to_string(), "typed: shape (2,3) where (_,4) is needed");
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[doc(alias = "into_dimensionality")]
    #[inline]
    pub fn typed<S2: Shape>(self) -> Result<Array<T, S2, O>, ShapeError> {
        let dims = self.dims();
        match S2::from_dims(dims.as_ref()) {
            // SAFETY: `from_dims` gives the shape with these very lengths.
            Some(shape) => Ok(unsafe { self.retype(shape) }),
            None => Err(ShapeError::wrong_shape_of::<S2>("typed", dims.as_ref())),
        }
    }

    /// The same elements with rank and lengths known at run time only: the way back from
    /// [`typed`](Array::typed).
    #[inline]
    pub fn into_dyn(self) -> Array<T, DynRank, O> {
        let shape = DynRank::of_array(self.dims().as_ref());
        // SAFETY: a shape of these very lengths.
        unsafe { self.retype(shape) }
    }

    /// The elements as storage of another shape, if they are not borrowed. With a `Dyn` axis before and after, none is
    /// moved.
    ///
    /// # Safety
    /// `shape` has the lengths of `self`.
    #[inline]
    pub(crate) unsafe fn reclaim<S2: Shape>(self, shape: S2) -> Option<S2::Storage<T>> {
        const { expect_storage::<T, S2>() };
        debug_assert_eq!(shape.size(), self.len());
        // SAFETY: the number of elements is the same.
        O::owned_storage::<T, S>(self.data).map(|data| unsafe { data.convert() })
    }

    /// The same elements as an array of this shape, if the array owns them and has the lengths of the shape; else itself.
    #[inline]
    pub(crate) fn reclaimed<S2: Shape>(self, shape: S2) -> Result<Array<T, S2>, Self> {
        if !const { O::CONTIGUOUS } || !is_same(self.dims().as_ref(), shape.dims().as_ref()) {
            return Err(self);
        }
        // SAFETY: the lengths are the same.
        match unsafe { self.reclaim(shape) } {
            Some(storage) => Ok(Array::from_parts(shape, storage)),
            None => unreachable!("the array owns its elements"),
        }
    }

    /// # Safety
    /// `shape` has the lengths of `self`.
    #[inline]
    unsafe fn retype<S2: Shape>(self, shape: S2) -> Array<T, S2, O> {
        const { expect_storage::<T, S2>() };
        // SAFETY: the caller's promise; the storage of `S2`, if it is to be made, has the length of the shape.
        let data = unsafe { O::retype::<T, S, S2>(self.data, self.shape, shape) };
        Array { shape, data, held: PhantomData }
    }
}

/// # Views and parts
impl<T: Copy, const R: usize, const C: usize> Matrix<T, R, C> {
    /// The elements column by column, in a `const`, too: what the shader languages WGSL and GLSL, and OpenGL, take a matrix from.
    ///
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1, 2, 3], [4, 5, 6]].to_columns(), [[1, 4], [2, 5], [3, 6]]);
    /// ```
    #[doc(alias("to_cols_array", "to_cols_array_2d"))]
    #[must_use]
    pub const fn to_columns(&self) -> [[T; R]; C] {
        self.t_const().into_nested()
    }

    /// The transpose as a matrix of its own, in a `const`: [`t`](Array::t), copied.
    ///
    /// ```
    /// use conformable::Matrix;
    /// const A: Matrix<u8, 2, 3> = Matrix::new([[1, 2, 3], [4, 5, 6]]);
    /// const T: Matrix<u8, 3, 2> = A.t_const();
    /// assert_eq!(T, Matrix::new([[1, 4], [2, 5], [3, 6]]));
    /// ```
    #[must_use]
    pub const fn t_const(&self) -> Matrix<T, C, R> {
        let from = self.as_nested();
        let mut to = MaybeUninit::<[[T; R]; C]>::uninit();
        let first = to.as_mut_ptr().cast::<T>();
        let mut i = 0;
        while i < R {
            let mut j = 0;
            while j < C {
                // SAFETY: `j * R + i` is below the `C * R` elements of the nested arrays.
                unsafe { first.add(j * R + i).write(from[i][j]) };
                j += 1;
            }
            i += 1;
        }
        // SAFETY: all of them are written.
        Matrix::<T, C, R>::new(unsafe { to.assume_init() })
    }
}

/// # Views and parts
impl<T, S: Shape> Array<T, S> {
    /// The elements in row-major order.
    #[inline(always)]
    pub fn as_slice(&self) -> &[T] {
        // SAFETY: storage holds `len` consecutive elements (`Storage`), borrowed as `self` is.
        unsafe { slice::from_raw_parts(self.as_ptr(), Storage::len(&self.data)) }
    }

    /// The elements in row-major order.
    #[inline(always)]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        let len = Storage::len(&self.data);
        // SAFETY: storage holds `len` consecutive elements (`Storage`), borrowed mutably as `self` is.
        unsafe { slice::from_raw_parts_mut(self.as_mut_ptr(), len) }
    }

    /// The elements in row-major order; without a copy if an axis is `Dyn`.
    #[cfg(feature = "alloc")]
    #[doc(alias = "into_raw_vec")]
    #[inline]
    pub fn into_vec(self) -> alloc::vec::Vec<T> {
        // SAFETY: `Vec` has no `LEN` to meet.
        unsafe { self.data.convert() }
    }

    /// The storage, whose elements are no longer anybody's.
    pub(super) fn into_storage(self) -> ManuallyDrop<S::Storage<T>> {
        ManuallyDrop::new(self.data)
    }
}

/// # Views and parts
impl<'a, T, S: Shape> ArrayView<'a, T, S> {
    /// The elements in row-major order, if they stand in memory like that.
    ///
    /// ```
    /// use conformable::Matrix;
    /// let m = Matrix::new([[1, 2], [3, 4]]);
    /// assert_eq!(m.view().as_slice(), Some(&[1, 2, 3, 4][..]));
    /// assert_eq!(m.t().as_slice(), None);
    /// ```
    #[inline]
    pub fn as_slice(&self) -> Option<&'a [T]> {
        // SAFETY: row-major strides place the `len` contiguous elements from `as_ptr`, borrowed for `'a`.
        self.is_contiguous().then(|| unsafe { slice::from_raw_parts(self.as_ptr(), self.len()) })
    }
}
