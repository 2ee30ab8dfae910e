//! `Rows`: a matrix in contiguous rows, whose accesses cannot panic.

use crate::scalar::{Field, Scalar};

/// A matrix in contiguous rows, which is read.
#[derive(Clone, Copy)]
pub(crate) struct RowsRef<'a, T> {
    elements: &'a [T],
    columns: usize,
}

impl<'a, T> RowsRef<'a, T> {
    /// The same elements as those of another type.
    ///
    /// # Safety
    /// `U` has the memory and the valid values of `T`.
    #[inline(always)]
    pub(super) unsafe fn cast<U>(self) -> RowsRef<'a, U> {
        // SAFETY: from the caller.
        let elements =
            unsafe { core::slice::from_raw_parts(self.elements.as_ptr().cast(), self.elements.len()) };
        RowsRef { elements, columns: self.columns }
    }
}

impl<'a, T> Rows<'a, T> {
    /// The same elements as those of another type.
    ///
    /// # Safety
    /// `U` has the memory and the valid values of `T`.
    #[inline(always)]
    pub(super) unsafe fn cast<U>(self) -> Rows<'a, U> {
        let len = self.elements.len();
        // SAFETY: from the caller.
        let elements = unsafe { core::slice::from_raw_parts_mut(self.elements.as_mut_ptr().cast(), len) };
        Rows { elements, columns: self.columns }
    }
}

impl<'a, T: Scalar> RowsRef<'a, T> {
    /// The matrix of these elements, of which a remainder that fills no row is left out.
    #[inline(always)]
    pub(crate) fn new(elements: &'a [T], columns: usize) -> Self {
        RowsRef { elements, columns }
    }

    /// All elements, row by row.
    #[inline(always)]
    pub(crate) fn elements(self) -> &'a [T] {
        self.elements
    }

    /// The number of columns.
    #[inline(always)]
    pub(crate) fn columns(self) -> usize {
        self.columns
    }

    /// The number of rows; of a matrix without columns there are none.
    #[inline(always)]
    pub(crate) fn rows(self) -> usize {
        self.elements.len().checked_div(self.columns).unwrap_or_default()
    }

    /// The element in row `i` and column `j`.
    #[inline(always)]
    pub(crate) fn at(self, i: usize, j: usize) -> T {
        debug_assert!(j < self.columns, "no such column");
        self.elements.get(i.wrapping_mul(self.columns).wrapping_add(j)).copied().unwrap_or(T::ZERO)
    }

    /// Row `i`.
    #[inline(always)]
    pub(crate) fn row(self, i: usize) -> &'a [T] {
        let start = i.wrapping_mul(self.columns);
        self.elements.get(start..start.wrapping_add(self.columns)).unwrap_or_default()
    }

    /// The rows from the first on.
    #[inline(always)]
    pub(crate) fn iter(self) -> impl DoubleEndedIterator<Item = &'a [T]> {
        self.elements.chunks_exact(self.columns.max(1))
    }

    /// The first `i` rows, and the others; all rows are among the first if there are fewer.
    #[inline(always)]
    pub(crate) fn split_rows(self, i: usize) -> (Self, Self) {
        let at = i.wrapping_mul(self.columns).min(self.elements.len());
        let (first, others) = self.elements.split_at_checked(at).unwrap_or_default();
        (RowsRef { elements: first, ..self }, RowsRef { elements: others, ..self })
    }
}

/// A mutable matrix in contiguous rows, each of which has `columns` elements.
///
/// A position outside reads as zero and is not written; a row outside is empty. So kernels have no branch that panics, also
/// where the compiler cannot see that a position is inside.
pub(crate) struct Rows<'a, T> {
    elements: &'a mut [T],
    columns: usize,
}

impl<'a, T: Scalar> Rows<'a, T> {
    /// The matrix of these elements, of which a remainder that fills no row is left out.
    #[inline(always)]
    pub(crate) fn new(elements: &'a mut [T], columns: usize) -> Self {
        Rows { elements, columns }
    }

    /// The same matrix, which is read for a while.
    #[inline(always)]
    pub(crate) fn as_ref(&self) -> RowsRef<'_, T> {
        RowsRef { elements: self.elements, columns: self.columns }
    }

    /// The same matrix, borrowed for a while.
    #[inline(always)]
    pub(crate) fn reborrow(&mut self) -> Rows<'_, T> {
        Rows { elements: self.elements, columns: self.columns }
    }

    /// The same elements in rows of another length.
    #[inline(always)]
    pub(crate) fn in_rows_of(self, columns: usize) -> Self {
        Rows { elements: self.elements, columns }
    }

    /// All elements, row by row.
    #[inline(always)]
    pub(crate) fn elements_mut(&mut self) -> &mut [T] {
        self.elements
    }

    /// The rows from the first on.
    #[inline(always)]
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut [T]> {
        self.elements.chunks_exact_mut(self.columns.max(1))
    }

    /// The first `i` rows, and the others; all rows are among the first if there are fewer.
    #[inline(always)]
    pub(crate) fn split_rows(self, i: usize) -> (Rows<'a, T>, Rows<'a, T>) {
        let columns = self.columns;
        let at = i.wrapping_mul(columns).min(self.elements.len());
        let (first, others) = self.elements.split_at_mut_checked(at).unwrap_or_default();
        (Rows { elements: first, columns }, Rows { elements: others, columns })
    }

    /// The number of columns.
    #[inline(always)]
    pub(crate) fn columns(&self) -> usize {
        self.columns
    }

    /// The element in row `i` and column `j`.
    #[inline(always)]
    pub(crate) fn at(&self, i: usize, j: usize) -> T {
        self.as_ref().at(i, j)
    }

    /// Writes the element in row `i` and column `j`.
    #[inline(always)]
    pub(crate) fn set(&mut self, i: usize, j: usize, x: T) {
        debug_assert!(j < self.columns, "no such column");
        if let Some(place) = self.elements.get_mut(i.wrapping_mul(self.columns).wrapping_add(j)) {
            *place = x;
        }
    }

    /// Row `i`.
    #[inline(always)]
    pub(crate) fn row(&self, i: usize) -> &[T] {
        self.as_ref().row(i)
    }

    /// Row `i`, mutable.
    #[inline(always)]
    pub(crate) fn row_mut(&mut self, i: usize) -> &mut [T] {
        let start = i.wrapping_mul(self.columns);
        self.elements.get_mut(start..start.wrapping_add(self.columns)).unwrap_or_default()
    }

    /// Row `i`, mutable, and another row `k`; both are empty if they are one row.
    #[inline(always)]
    pub(crate) fn row_and(&mut self, i: usize, k: usize) -> (&mut [T], &[T]) {
        let (a, b) = self.two(i, k);
        (a, b)
    }

    /// Rows `i` and `k`; both are empty if they are one row.
    #[inline(always)]
    pub(crate) fn two(&mut self, i: usize, k: usize) -> (&mut [T], &mut [T]) {
        let (first, second) = (i.min(k), i.max(k));
        let columns = self.columns;
        let Some((upper, lower)) = self.elements.split_at_mut_checked(second.wrapping_mul(columns)) else {
            return Default::default();
        };
        let start = first.wrapping_mul(columns);
        let a = upper.get_mut(start..start.wrapping_add(columns)).unwrap_or_default();
        let b = lower.get_mut(..columns).unwrap_or_default();
        if a.is_empty() {
            return Default::default();
        }
        if i < k { (a, b) } else { (b, a) }
    }

    /// Exchanges rows `i` and `k`.
    #[inline(always)]
    pub(crate) fn swap_rows(&mut self, i: usize, k: usize) {
        let (a, b) = self.two(i, k);
        a.iter_mut().zip(b).for_each(|(x, y)| core::mem::swap(x, y));
    }

    /// The number of rows; of a matrix without columns there are none.
    #[inline(always)]
    pub(crate) fn rows(&self) -> usize {
        self.as_ref().rows()
    }

    /// Exchanges columns `j` and `k`.
    #[inline(always)]
    pub(crate) fn swap_columns(&mut self, j: usize, k: usize) {
        for i in 0..self.rows() {
            exchange(self.row_mut(i), j, k);
        }
    }

    /// Makes it the identity, or as many of its columns as it has.
    #[inline(always)]
    pub(crate) fn set_identity(&mut self) {
        self.elements.fill(T::ZERO);
        for i in 0..self.columns.min(self.rows()) {
            self.set(i, i, T::ONE);
        }
    }

    /// Makes a square matrix symmetric, by its lower triangle.
    #[inline(always)]
    pub(crate) fn mirror_lower(&mut self) {
        for i in 0..self.columns {
            (0..i).for_each(|j| self.set(j, i, self.at(i, j)));
        }
    }

    /// The transpose of a square matrix takes its place.
    #[inline(always)]
    pub(crate) fn transpose_square(&mut self) {
        for i in 0..self.columns {
            for j in 0..i {
                let (x, y) = (self.at(i, j), self.at(j, i));
                self.set(i, j, y);
                self.set(j, i, x);
            }
        }
    }
}

/// Exchanges elements `i` and `k`, if both are there.
#[inline(always)]
pub(super) fn exchange<E: Copy>(x: &mut [E], i: usize, k: usize) {
    if let (Some(&a), Some(&b)) = (x.get(i), x.get(k)) {
        put(x, i, b);
        put(x, k, a);
    }
}

/// Writes element `i`, if it is there.
#[inline(always)]
pub(super) fn put<E>(x: &mut [E], i: usize, value: E) {
    if let Some(place) = x.get_mut(i) {
        *place = value;
    }
}

/// Element `i`, and zero outside.
#[inline(always)]
pub(super) fn get<T: Scalar>(x: &[T], i: usize) -> T {
    x.get(i).copied().unwrap_or(T::ZERO)
}

/// `y -= s x`, the product rounded before it is subtracted.
#[inline(always)]
pub(super) fn subtract_scaled<T: Field>(y: &mut [T], s: T, x: &[T]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y = y.minus(s.times(*x));
    }
}

/// The elements from `start` on; none if there are fewer.
#[inline(always)]
pub(super) fn from<T>(row: &[T], start: usize) -> &[T] {
    row.get(start..).unwrap_or_default()
}
/// The same, mutable.
#[inline(always)]
pub(super) fn from_mut<T>(row: &mut [T], start: usize) -> &mut [T] {
    row.get_mut(start..).unwrap_or_default()
}
