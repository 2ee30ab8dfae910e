//! Copies of the elements of one array to the places of another, for any strides of both.
//!
//! ```text
//! axes that are one axis in memory, in both arrays, become one
//! for each position of the outer axes:
//!     the inner axis, along which the result has its neighbours, if the source has there its neighbours, too
//!     else blocks of the inner axis and of the one along which the source has its neighbours (a transpose):
//!         a line of the cache of each side is read and written as long as it is there
//! ```

#![allow(unsafe_code, reason = "copies elements between places that the callers promise")]

use super::storage::{self, Storage};
use super::{Array, OwnershipMut, row_major};
use crate::axes::{Axes, Axis, for_each};
use crate::error::ShapeError;
use crate::shape::{MAX_NDIM, Shape, checked_size};
use core::{mem, ptr};

/// The elements of a new array, which are written in any order.
///
/// A clone of an element that is to be dropped may panic, and then those made so far are to be dropped, which an order
/// that is not that of memory cannot tell from the others. So of such elements the places of what is cloned are written
/// first, which cannot panic, and then the clones in the order of memory.
pub(super) struct Copies<T> {
    /// Where the elements are written, if they are not to be dropped.
    elements: *mut T,
    /// Where their places are written, if they are.
    places: *mut *const T,
}

impl<T: Clone> Copies<T> {
    /// Elements from this place on, of a type without drop: of others nothing would be written.
    #[inline(always)]
    pub(super) fn of(elements: *mut T) -> Self {
        debug_assert!(!mem::needs_drop::<T>(), "clones may panic");
        Copies { elements, places: ptr::dangling_mut() }
    }

    /// The element at every position of `dims`, cloned to the place `at` elements from the first one, and so on by these
    /// strides, from a place and its strides.
    ///
    /// # Safety
    /// At every position the place of the source holds an element, for as long as the new array is written, and that of the
    /// result can be written, and belongs to no other position or array; what is there is not dropped.
    #[inline(always)]
    pub(super) unsafe fn copy(&self, dims: &[usize], to: (isize, &[isize]), from: (*const T, &[isize])) {
        // SAFETY: the caller's promise.
        unsafe {
            // Asked where the lengths may be constants.
            if const { IS_BARE && !mem::needs_drop::<T>() } && is_few(dims) {
                few(dims, (self.elements.wrapping_offset(to.0), to.1), from);
            } else {
                self.copy_any(dims, to, from);
            }
        }
    }

    /// [`copy`](Self::copy) of any number of elements.
    ///
    /// # Safety
    /// As there.
    #[inline]
    unsafe fn copy_any(
        &self,
        dims: &[usize],
        (at, to_strides): (isize, &[isize]),
        (from, from_strides): (*const T, &[isize]),
    ) {
        // SAFETY: the caller's promise, of the elements or of their places, of which there are as many (`written`).
        unsafe {
            if const { mem::needs_drop::<T>() } {
                let to = (self.places.wrapping_offset(at), to_strides);
                copy_by(dims, to, (from, from_strides), |place| place);
            } else {
                let to = (self.elements.wrapping_offset(at), to_strides);
                copy_by(dims, to, (from, from_strides), |place| (*place).clone());
            }
        }
    }
}

/// Whether the target is a microcontroller, where code is scarce.
const IS_BARE: bool = cfg!(all(target_os = "none", target_pointer_width = "32"));

/// Whether elements are so few that a loop of any strides copies them.
#[inline(always)]
fn is_few(dims: &[usize]) -> bool {
    dims.iter().fold(1_usize, |n, len| n.saturating_mul(*len)) <= 64
}

/// Copies, element by element: all else is much code.
///
/// # Safety
/// As [`Copies::copy`], from this place of the result on.
#[inline(always)]
unsafe fn few<T: Clone>(
    dims: &[usize],
    (to, to_strides): (*mut T, &[isize]),
    (from, from_strides): (*const T, &[isize]),
) {
    for number in 0..dims.iter().product() {
        let (mut to, mut from, mut rest): (_, _, usize) = (to, from, number);
        for ((len, to_step), from_step) in dims.iter().zip(to_strides).zip(from_strides).rev() {
            // No length is 0 where there is a position.
            let i = (rest % (*len).max(1)) as isize;
            rest /= (*len).max(1);
            (to, from) = (to.wrapping_offset(i * to_step), from.wrapping_offset(i * from_step));
        }
        // SAFETY: from the caller.
        unsafe { to.write((*from).clone()) };
    }
}

/// `make` of the place of the source at every position of `dims`, written to that of the result; each side is a place and
/// its strides. If `make` panics, what was written is not dropped.
///
/// # Safety
/// At every position the place of the source holds an element, and that of the result can be written, and belongs to
/// no other position or array; what is there is not dropped. `make` is called with such places of the source.
#[inline]
unsafe fn copy_by<T, U>(
    dims: &[usize],
    (to, to_strides): (*mut U, &[isize]),
    (from, from_strides): (*const T, &[isize]),
    make: impl Fn(*const T) -> U + Copy,
) {
    // C is the result, A the source.
    let axis = |len, c, a| Axis { len, c, a, b: 0 };
    if let (&[len], &[to_step], &[from_step]) = (dims, to_strides, from_strides) {
        // SAFETY: the caller's promise.
        return unsafe { row(len, [to_step, from_step], to, from, make) };
    }
    if let (&[m, n], &[to_row, to_col], &[from_row, from_col]) = (dims, to_strides, from_strides) {
        let (rows, columns) = (axis(m, to_row, from_row), axis(n, to_col, from_col));
        // SAFETY: the caller's promise.
        return unsafe { matrix(rows, columns, to, from, make) };
    }
    let mut list = Axes::<MAX_NDIM>::new();
    for ((len, to), from) in dims.iter().zip(to_strides).zip(from_strides) {
        if *len == 0 {
            return;
        }
        let _ = list.push(axis(*len, *to, *from));
    }
    let axes = list.as_mut_slice();
    // Any order of the elements will do: the last axis is the one along which the result has its neighbours.
    for last in 1..axes.len() {
        for i in (0..last).rev() {
            if let Some([outer, inner]) = axes.get_mut(i..i + 2)
                && outer.c.unsigned_abs() < inner.c.unsigned_abs()
            {
                mem::swap(outer, inner);
            }
        }
    }
    // SAFETY: the caller's promise, of axes that lead to the same places.
    unsafe { along(list, to, from, make) }
}

/// A matrix, which needs no list of axes.
///
/// # Safety
/// As [`copy_by`], for the positions of both axes.
#[inline]
unsafe fn matrix<T, U>(
    rows: Axis,
    columns: Axis,
    to: *mut U,
    from: *const T,
    make: impl Fn(*const T) -> U + Copy,
) {
    let is_wide = rows.len == 1 || columns.len != 1 && columns.c.unsigned_abs() <= rows.c.unsigned_abs();
    let (outer, inner) = if is_wide { (rows, columns) } else { (columns, rows) };
    // SAFETY: the caller's promise, at each position of the outer axis.
    unsafe {
        if let Some(one) = outer.around(&inner) {
            row(one.len, [one.c, one.a], to, from, make);
        } else if outer.a != 0 && outer.a.unsigned_abs() < inner.a.unsigned_abs() {
            plane(outer, inner, to, from, make);
        } else {
            for i in 0..outer.len as isize {
                let (c, a) = (i.wrapping_mul(outer.c), i.wrapping_mul(outer.a));
                row(inner.len, [inner.c, inner.a], to.wrapping_offset(c), from.wrapping_offset(a), make);
            }
        }
    }
}

/// # Safety
/// As [`copy_by`], for the positions of these axes.
unsafe fn along<T, U>(
    mut axes: Axes<MAX_NDIM>,
    to: *mut U,
    from: *const T,
    make: impl Fn(*const T) -> U + Copy,
) {
    let (inner, outer) = axes.split_inner();
    // The axis along which the source has its neighbours, if another than the inner one.
    let near = outer.iter().enumerate().min_by_key(|(_, axis)| axis.a.unsigned_abs());
    let near = near.filter(|(_, axis)| axis.a != 0 && axis.a.unsigned_abs() < inner.a.unsigned_abs());
    let near = near.map(|(at, _)| at);
    match near {
        Some(at) => {
            let near = axes.take(at);
            for_each(axes.split_inner().1, |[c, a, _]| {
                // SAFETY: the caller's promise, at each position of the outer axes.
                unsafe { plane(near, inner, to.wrapping_offset(c), from.wrapping_offset(a), make) }
            });
        }
        None => for_each(outer, |[c, a, _]| {
            // SAFETY: the caller's promise, at each position of the outer axes.
            unsafe {
                row(inner.len, [inner.c, inner.a], to.wrapping_offset(c), from.wrapping_offset(a), make)
            }
        }),
    }
}

/// # Safety
/// As [`copy_by`], for the positions of this axis.
#[inline(always)]
unsafe fn row<T, U>(len: usize, steps: [isize; 2], to: *mut U, from: *const T, make: impl Fn(*const T) -> U) {
    let each = |to_step: isize, from_step: isize| {
        for i in 0..len as isize {
            // SAFETY: position `i` of the axis.
            unsafe {
                let x = make(from.wrapping_offset(i.wrapping_mul(from_step)));
                to.wrapping_offset(i.wrapping_mul(to_step)).write(x);
            }
        }
    };
    // The constants make the loops ones that the compiler knows: a copy of memory, and a fill.
    match steps {
        [1, 1] => each(1, 1),
        [1, 0] => each(1, 0),
        [1, -1] => each(1, -1),
        [to, from] => each(to, from),
    }
}

/// # Safety
/// As [`copy_by`], for the positions of both axes.
#[inline(always)]
unsafe fn plane<T, U>(
    near: Axis,
    inner: Axis,
    to: *mut U,
    from: *const T,
    make: impl Fn(*const T) -> U + Copy,
) {
    // As many elements as a line of the cache has, so that of 8 bytes a block is 8 lines on each side: they stay in a
    // cache of 8 ways even where rows are a power of two apart.
    let block = const {
        let line = if size_of::<T>() == 0 { 64 } else { 64 / size_of::<T>() };
        if line < 4 { 4 } else { line }
    };
    let at = |j: usize, i: usize| {
        let (j, i) = (j as isize, i as isize);
        (
            to.wrapping_offset(j.wrapping_mul(near.c).wrapping_add(i.wrapping_mul(inner.c))),
            from.wrapping_offset(j.wrapping_mul(near.a).wrapping_add(i.wrapping_mul(inner.a))),
        )
    };
    for i0 in (0..inner.len).step_by(block) {
        let wide = block.min(inner.len - i0);
        for j0 in (0..near.len).step_by(block) {
            for j in j0..j0 + block.min(near.len - j0) {
                let (to, from) = at(j, i0);
                // SAFETY: positions `i0 .. i0 + wide` of the inner axis, at position `j` of the other.
                unsafe { row(wide, [inner.c, inner.a], to, from, make) }
            }
        }
    }
}

/// An array of a shape whose elements `write` writes: it gets the elements, and their strides. If a clone panics, those
/// made so far are dropped.
///
/// # Safety
/// `write` writes all elements, by [`Copies::copy`], of places that hold elements for as long as this runs.
#[inline(always)]
pub(super) unsafe fn written<T: Clone, S: Shape>(
    op: &'static str,
    shape: S,
    write: impl FnOnce(&Copies<T>, &[isize]),
) -> Result<Array<T, S>, ShapeError> {
    let too_large = || ShapeError::too_large(op, shape.dims().as_ref());
    let Some(len) = checked_size::<T, _>(shape) else { return Err(too_large()) };
    let strides = row_major(shape);
    // SAFETY: the numbers of bytes are checked just before, and `from_parts` checks that storage and shape have one
    // length if the types know it. By the caller's promise all elements are written, or the places of all.
    let data = unsafe {
        if const { mem::needs_drop::<T>() } {
            if checked_size::<*const T, _>(shape).is_none() {
                return Err(too_large());
            }
            let places: S::Storage<*const T> = Storage::init_with(len, |places| {
                write(&Copies { elements: ptr::dangling_mut(), places }, strides.as_ref());
            });
            let first = places.as_ptr();
            storage::build(len, |i| (**first.add(i)).clone())
        } else {
            Storage::init_with(len, |elements| {
                write(&Copies::of(elements), strides.as_ref());
            })
        }
    };
    Ok(Array::from_parts(shape, data))
}

/// Where copies go: to a [`NewArray`], or to an existing one.
pub(super) trait Target<T, S: Shape> {
    /// The new array, or `()`.
    type Done;
    /// An array of a shape whose elements `write` writes, as [`written`]; or an error of the operation, before anything is
    /// written.
    ///
    /// # Safety
    /// As [`written`].
    unsafe fn written(
        self,
        op: &'static str,
        shape: S,
        write: impl FnOnce(&Copies<T>, &[isize]),
    ) -> Result<Self::Done, ShapeError>;
}

/// A new array.
pub(super) struct NewArray;

impl<T: Clone, S: Shape> Target<T, S> for NewArray {
    type Done = Array<T, S>;
    #[inline(always)]
    unsafe fn written(
        self,
        op: &'static str,
        shape: S,
        write: impl FnOnce(&Copies<T>, &[isize]),
    ) -> Result<Array<T, S>, ShapeError> {
        // SAFETY: from the caller.
        unsafe { written(op, shape, write) }
    }
}

impl<T: Copy, S: Shape, S2: Shape, O: OwnershipMut> Target<T, S> for &mut Array<T, S2, O> {
    type Done = ();
    #[inline(always)]
    unsafe fn written(
        self,
        op: &'static str,
        shape: S,
        write: impl FnOnce(&Copies<T>, &[isize]),
    ) -> Result<(), ShapeError> {
        let out = self.expect_shape(op, shape)?;
        write(&Copies::of(out.as_mut_ptr()), out.strides().as_ref());
        Ok(())
    }
}
