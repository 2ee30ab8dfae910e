//! The elements of an array of any axes and strides, numbered in row-major order, and sums over them in the order
//! of a dot product.

use crate::axes::first;
use crate::axes::{Axes, Axis, for_each, place};
use crate::kernel::operand::VecRef;
use core::marker::PhantomData;

/// The most axes: no array has more.
const MOST: usize = 8;

/// Elements along axes, in row-major order.
///
/// Invariant: at every position of `axes` the place is inside one allocation and holds a valid `T` that nobody
/// writes during `'a`; `len` is the number of positions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Elements<'a, T> {
    ptr: *const T,
    axes: Axes<MOST>,
    len: usize,
    life: PhantomData<&'a T>,
}

/// An axis of elements, of which both operands of a product are made.
#[inline(always)]
pub(crate) const fn along(len: usize, stride: isize) -> Axis {
    Axis { len, c: 0, a: stride, b: stride }
}

/// One axis.
#[inline(always)]
fn one(axis: Axis) -> Axes<MOST> {
    let mut axes = Axes::new();
    let _ = axes.push_apart(axis);
    axes
}

impl<'a, T: Copy> Elements<'a, T> {
    /// The elements of an array, given by its first place, lengths and strides.
    ///
    /// # Safety
    /// The invariant of the type; at most 8 lengths.
    #[inline]
    pub(crate) unsafe fn new(ptr: *const T, dims: &[usize], strides: &[isize]) -> Self {
        debug_assert!(dims.len() <= MOST);
        let mut new = Elements { ptr, axes: Axes::new(), len: 1, life: PhantomData };
        for (len, stride) in dims.iter().zip(strides) {
            new.len = new.len.wrapping_mul(*len);
            let _ = new.axes.push(along(*len, *stride));
        }
        if new.len == 0 {
            // One row of none, whatever the strides are.
            new.axes = one(along(0, 0));
        }
        new
    }

    /// `len` elements, one every `stride` elements.
    ///
    /// # Safety
    /// The invariant of the type.
    #[inline(always)]
    pub(crate) unsafe fn row(ptr: *const T, len: usize, stride: isize) -> Self {
        Elements { ptr, axes: one(along(len, stride)), len, life: PhantomData }
    }

    /// Its axes.
    #[inline(always)]
    pub(crate) fn axes(&self) -> &[Axis] {
        self.axes.as_slice()
    }

    /// The number of elements.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// All of them at one stride, if they are.
    #[inline(always)]
    pub(crate) fn as_row(&self) -> Option<VecRef<'a, T>> {
        let (inner, around) = self.axes.split_inner();
        // SAFETY: the one axis has these elements, by the invariant of the type.
        around.is_empty().then(|| unsafe { VecRef::new(self.ptr, self.len, inner.a) })
    }

    /// All of them as a slice, if they are contiguous.
    #[inline(always)]
    pub(crate) fn as_slice(&self) -> Option<&'a [T]> {
        let row = self.as_row()?;
        (row.len() <= 1 || row.stride() == 1).then(|| match row.len() {
            0 => &[],
            n => {
                // SAFETY: the elements follow each other, by the invariant of the type.
                unsafe { core::slice::from_raw_parts(row.as_ptr(), n) }
            }
        })
    }

    /// The same elements as another type.
    ///
    /// # Safety
    /// `U` has the memory and the valid values of `T`.
    #[inline(always)]
    pub(crate) unsafe fn cast<U>(&self) -> Elements<'a, U> {
        let Elements { ptr, axes, len, .. } = *self;
        Elements { ptr: ptr.cast(), axes, len, life: PhantomData }
    }

    /// Calls `f` with every element, in order.
    #[inline(always)]
    pub(crate) fn for_each(&self, mut f: impl FnMut(T)) {
        if self.len == 0 {
            return;
        }
        for_each(self.axes(), |[_, a, _]| {
            // SAFETY: the place of a position along all axes, by the invariant of the type.
            f(unsafe { *self.ptr.wrapping_offset(a) });
        });
    }

    /// Calls `f` with the elements in order, as slices of at least one, for as long as it answers `true`: with one slice
    /// if they are contiguous, else with copies of some of them.
    #[inline(always)]
    pub(crate) fn for_each_part(&self, mut f: impl FnMut(&[T]) -> bool) {
        const MOST_IN_PART: usize = 256;
        if self.len == 0 {
            return;
        }
        if let Some(all) = self.as_slice() {
            f(all);
            return;
        }
        // SAFETY: there is a first element.
        let mut part = [unsafe { *self.ptr }; MOST_IN_PART];
        let (mut filled, mut goes_on) = (0, true);
        self.for_each(|x| {
            if let Some(place) = part.get_mut(filled) {
                *place = x;
                filled += 1;
            }
            if filled == MOST_IN_PART {
                filled = 0;
                goes_on = goes_on && f(&part);
            }
        });
        if filled > 0 && goes_on {
            f(first(&part, filled));
        }
    }

    /// Element number `i`.
    ///
    /// # Safety
    /// `i < self.len()`.
    #[inline(always)]
    pub(crate) unsafe fn get(&self, i: usize) -> T {
        debug_assert!(i < self.len);
        let offset = match self.axes() {
            [one] => (i as isize).wrapping_mul(one.a),
            axes => {
                let [_, a, _] = place(axes, i);
                a
            }
        };
        // SAFETY: the place of a position along all axes, by the invariant of the type.
        unsafe { *self.ptr.offset(offset) }
    }
}
