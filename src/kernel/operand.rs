//! The operands of kernels: a pointer, lengths, and strides in elements. No kernel knows a shape.

use core::marker::PhantomData;

/// `len` elements, one every `stride` elements from `ptr`.
///
/// Invariant: for every `i < len`, `ptr + i * stride` is inside one allocation and holds a valid `T` that
/// nobody writes during `'a`.
#[derive(Debug)]
pub struct VecRef<'a, T> {
    ptr: *const T,
    len: usize,
    stride: isize,
    life: PhantomData<&'a T>,
}

impl<T> Clone for VecRef<'_, T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for VecRef<'_, T> {}

impl<'a, T> VecRef<'a, T> {
    /// A strided vector.
    ///
    /// # Safety
    /// The invariant of the type.
    #[inline(always)]
    pub const unsafe fn new(ptr: *const T, len: usize, stride: isize) -> Self {
        VecRef { ptr, len, stride, life: PhantomData }
    }
    /// The elements of a slice.
    #[inline(always)]
    pub const fn from_slice(s: &'a [T]) -> Self {
        VecRef { ptr: s.as_ptr(), len: s.len(), stride: 1, life: PhantomData }
    }
    /// The first element's place.
    #[inline(always)]
    pub const fn as_ptr(self) -> *const T {
        self.ptr
    }
    /// The number of elements.
    #[inline(always)]
    pub const fn len(self) -> usize {
        self.len
    }
    /// Whether there are none.
    #[inline(always)]
    pub const fn is_empty(self) -> bool {
        self.len == 0
    }
    /// The first `len` elements, or all if there are no more.
    #[inline(always)]
    #[must_use]
    pub fn at_most(self, len: usize) -> Self {
        VecRef { len: self.len.min(len), ..self }
    }
    /// The distance from one element to the next, in elements.
    #[inline(always)]
    pub const fn stride(self) -> isize {
        self.stride
    }
    /// The same memory as another element type.
    ///
    /// # Safety
    /// `U` has the size, alignment and valid values of `T`.
    #[inline(always)]
    pub const unsafe fn cast<U>(self) -> VecRef<'a, U> {
        VecRef { ptr: self.ptr.cast(), len: self.len, stride: self.stride, life: PhantomData }
    }
    /// Element `i`.
    ///
    /// # Safety
    /// `i < self.len()`.
    #[inline(always)]
    pub const unsafe fn get(self, i: usize) -> T
    where
        T: Copy,
    {
        debug_assert!(i < self.len);
        // SAFETY: the invariant of the type, with `i < len` from the caller.
        unsafe { *self.ptr.offset(i as isize * self.stride) }
    }
}

/// A matrix operand: element (i, j) stands `i * row_stride + j * col_stride` elements from `ptr`.
///
/// Invariant: for every `i < rows`, `j < cols` that place is inside one allocation and holds a valid `T`
/// that nobody writes during `'a`.
#[derive(Debug)]
pub struct MatRef<'a, T> {
    ptr: *const T,
    rows: usize,
    cols: usize,
    row_stride: isize,
    col_stride: isize,
    life: PhantomData<&'a T>,
}

impl<T> Clone for MatRef<'_, T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for MatRef<'_, T> {}

impl<'a, T> MatRef<'a, T> {
    /// A strided matrix.
    ///
    /// # Safety
    /// The invariant of the type.
    #[inline(always)]
    pub const unsafe fn new(ptr: *const T, [rows, cols]: [usize; 2], [row, col]: [isize; 2]) -> Self {
        MatRef { ptr, rows, cols, row_stride: row, col_stride: col, life: PhantomData }
    }
    /// Rows one after another in a slice, or `None` unless `s.len()` is `rows * cols`.
    #[inline(always)]
    pub const fn from_slice(s: &'a [T], rows: usize, cols: usize) -> Option<Self> {
        match rows.checked_mul(cols) {
            Some(n) if n == s.len() => {
                // SAFETY: (i, j) with i < rows, j < cols is element i * cols + j < s.len() of the slice.
                Some(unsafe { Self::new(s.as_ptr(), [rows, cols], [cols as isize, 1]) })
            }
            _ => None,
        }
    }
    /// The first rows and columns, or all if there are no more.
    #[inline(always)]
    #[must_use]
    pub fn at_most(self, rows: usize, cols: usize) -> Self {
        MatRef { rows: self.rows.min(rows), cols: self.cols.min(cols), ..self }
    }
    /// The place of element (0, 0).
    #[inline(always)]
    pub const fn as_ptr(self) -> *const T {
        self.ptr
    }
    /// The number of rows.
    #[inline(always)]
    pub const fn rows(self) -> usize {
        self.rows
    }
    /// The number of columns.
    #[inline(always)]
    pub const fn cols(self) -> usize {
        self.cols
    }
    /// From one row to the next, in elements.
    #[inline(always)]
    pub const fn row_stride(self) -> isize {
        self.row_stride
    }
    /// From one column to the next, in elements.
    #[inline(always)]
    pub const fn col_stride(self) -> isize {
        self.col_stride
    }
    /// The transpose: rows and columns change places, nothing is copied.
    #[inline(always)]
    pub const fn t(self) -> Self {
        MatRef {
            ptr: self.ptr,
            rows: self.cols,
            cols: self.rows,
            row_stride: self.col_stride,
            col_stride: self.row_stride,
            life: PhantomData,
        }
    }
    /// Row `i`.
    ///
    /// # Safety
    /// `i < self.rows()`.
    #[inline(always)]
    pub const unsafe fn row(self, i: usize) -> VecRef<'a, T> {
        debug_assert!(i < self.rows);
        // SAFETY: with `i < rows`, the elements of row `i` are elements of the matrix. An empty row may
        // point outside, which is allowed for a pointer that is not used (`wrapping_offset`).
        unsafe {
            VecRef::new(self.ptr.wrapping_offset(i as isize * self.row_stride), self.cols, self.col_stride)
        }
    }
    /// Column `j`.
    ///
    /// # Safety
    /// `j < self.cols()`.
    #[inline(always)]
    pub const unsafe fn col(self, j: usize) -> VecRef<'a, T> {
        // SAFETY: `j < cols` is `j < rows` of the transpose.
        unsafe { self.t().row(j) }
    }
    /// The same memory as another element type.
    ///
    /// # Safety
    /// `U` has the size, alignment and valid values of `T`.
    #[inline(always)]
    pub const unsafe fn cast<U>(self) -> MatRef<'a, U> {
        // SAFETY: the invariant holds for `U` as it does for `T`.
        unsafe { MatRef::new(self.ptr.cast(), [self.rows, self.cols], [self.row_stride, self.col_stride]) }
    }
}

/// A matrix result, written by a kernel and never read before it was written: it may be uninitialised.
///
/// Invariant: for every `i < rows`, `j < cols` the place `ptr + i * row_stride + j * col_stride` is inside
/// one allocation, can be written as a `T` during `'a` by the holder alone, and is no other element's place.
#[derive(Debug)]
pub struct MatMut<'a, T> {
    ptr: *mut T,
    rows: usize,
    cols: usize,
    row_stride: isize,
    col_stride: isize,
    life: PhantomData<&'a mut T>,
}

impl<'a, T> MatMut<'a, T> {
    /// A strided matrix to be written.
    ///
    /// # Safety
    /// The invariant of the type.
    #[inline(always)]
    pub const unsafe fn new(ptr: *mut T, [rows, cols]: [usize; 2], [row, col]: [isize; 2]) -> Self {
        MatMut { ptr, rows, cols, row_stride: row, col_stride: col, life: PhantomData }
    }
    /// Rows one after another in a slice, or `None` unless `s.len()` is `rows * cols`.
    #[inline(always)]
    pub const fn from_slice(s: &'a mut [T], rows: usize, cols: usize) -> Option<Self> {
        match rows.checked_mul(cols) {
            Some(n) if n == s.len() => {
                // SAFETY: (i, j) with i < rows, j < cols is element i * cols + j < s.len() of the slice,
                // another one for each pair, and the slice is borrowed mutably for `'a`.
                Some(unsafe { Self::new(s.as_mut_ptr(), [rows, cols], [cols as isize, 1]) })
            }
            _ => None,
        }
    }
    /// The first rows and columns, or all if there are no more.
    #[inline(always)]
    #[must_use]
    pub fn at_most(self, rows: usize, cols: usize) -> Self {
        MatMut { rows: self.rows.min(rows), cols: self.cols.min(cols), ..self }
    }
    /// The place of element (0, 0).
    #[inline(always)]
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self.ptr
    }
    /// The number of rows.
    #[inline(always)]
    pub const fn rows(&self) -> usize {
        self.rows
    }
    /// The number of columns.
    #[inline(always)]
    pub const fn cols(&self) -> usize {
        self.cols
    }
    /// From one row to the next, in elements.
    #[inline(always)]
    pub const fn row_stride(&self) -> isize {
        self.row_stride
    }
    /// From one column to the next, in elements.
    #[inline(always)]
    pub const fn col_stride(&self) -> isize {
        self.col_stride
    }
    /// The transpose: rows and columns change places.
    #[inline(always)]
    pub const fn t(self) -> Self {
        MatMut {
            ptr: self.ptr,
            rows: self.cols,
            cols: self.rows,
            row_stride: self.col_stride,
            col_stride: self.row_stride,
            life: PhantomData,
        }
    }
    /// The same result for a shorter time.
    #[inline(always)]
    pub const fn reborrow(&mut self) -> MatMut<'_, T> {
        // SAFETY: the same places, and `self` cannot be used while the reborrow lives.
        unsafe { MatMut::new(self.ptr, [self.rows, self.cols], [self.row_stride, self.col_stride]) }
    }
    /// The same memory as another element type.
    ///
    /// # Safety
    /// `U` has the size, alignment and valid values of `T`.
    #[inline(always)]
    pub const unsafe fn cast<U>(self) -> MatMut<'a, U> {
        // SAFETY: the invariant holds for `U` as it does for `T`.
        unsafe { MatMut::new(self.ptr.cast(), [self.rows, self.cols], [self.row_stride, self.col_stride]) }
    }
    /// Writes element (i, j).
    ///
    /// # Safety
    /// `i < self.rows()` and `j < self.cols()`.
    #[inline(always)]
    pub const unsafe fn set(&mut self, i: usize, j: usize, x: T) {
        debug_assert!(i < self.rows && j < self.cols);
        // SAFETY: the invariant of the type, with `i` and `j` in range from the caller.
        unsafe { self.ptr.offset(i as isize * self.row_stride + j as isize * self.col_stride).write(x) }
    }
}
