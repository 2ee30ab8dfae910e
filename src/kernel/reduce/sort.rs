//! Sorting, by values or by positions, and the largest few: stable, in place, without an allocator.
//!
//! ```text
//! elements next to each other    core's sort (without `std` a heap) where equal elements cannot be told apart, or are by their positions
//! few, or far apart              the same of a copy, of up to 1024 (without `std` 64)
//! else                           runs of 16 sorted by insertion, merged in place by halves and rotations
//! ```
//!
//! The merge is that of Dudzinski and Dydek, "On a stable minimum storage merging algorithm", Information Processing
//! Letters 12 (1981), 5-8: O(n log² n) in all.

use super::along::{Along, AlongAxes, AlongMut, Running};
use crate::axes::Axis;
use crate::scalar::{OrderRepr, Ordered};
use crate::written::Written;
use core::cmp::Ordering;

/// The order of elements: what is not a number comes last.
#[inline(always)]
pub(crate) fn order<T: Ordered>(a: T, b: T) -> Ordering {
    if a.before(b) {
        Ordering::Less
    } else if b.before(a) {
        Ordering::Greater
    } else {
        a.unordered().cmp(&b.unordered())
    }
}

/// Elements that are sorted by insertion.
const RUN: usize = 16;

/// Elements that are copied to be sorted, to the stack.
const MOST_COPIED: usize = if cfg!(feature = "std") { 1024 } else { 64 };

/// Sorts positions `0..n` of something that is reached by its positions only: whether one is less than another, and the
/// exchange of two.
#[inline]
fn sort_by(n: usize, less: &mut impl FnMut(usize, usize) -> bool, swap: &mut impl FnMut(usize, usize)) {
    for start in (0..n).step_by(RUN) {
        insert(start..n.min(start + RUN), less, swap);
    }
    let mut width = RUN;
    while width < n {
        let mut start = 0;
        while start < n - width {
            merge([start, start + width, n.min(start + 2 * width)], less, swap);
            start += 2 * width;
        }
        width *= 2;
    }
}

/// Sorts some positions by insertion.
#[inline(always)]
fn insert(
    range: core::ops::Range<usize>,
    less: &mut impl FnMut(usize, usize) -> bool,
    swap: &mut impl FnMut(usize, usize),
) {
    for i in range.clone() {
        let mut i = i;
        while i > range.start && less(i, i - 1) {
            swap(i, i - 1);
            i -= 1;
        }
    }
}

/// Sorts the elements that stand every `stride` elements by insertion.
///
/// # Safety
/// The elements can be read and written, and nobody else does.
#[inline(always)]
unsafe fn insert_elements<T: Ordered>(x: *mut T, len: usize, stride: isize) {
    let place = |i: usize| x.wrapping_offset((i as isize).wrapping_mul(stride));
    // SAFETY: from the caller; each place is that of one position.
    unsafe {
        let less = &mut |i, j| order(*place(i), *place(j)).is_lt();
        insert(0..len, less, &mut |i, j| core::ptr::swap(place(i), place(j)));
    }
}

/// Merges two runs that follow each other, from `start`, from `middle`, and up to `end`.
fn merge(
    [start, middle, end]: [usize; 3],
    less: &mut impl FnMut(usize, usize) -> bool,
    swap: &mut impl FnMut(usize, usize),
) {
    if start == middle || middle == end {
        return;
    }
    if end - start == 2 {
        if less(middle, start) {
            swap(middle, start);
        }
        return;
    }
    // The middle of the longer run, and where it belongs in the other: what stands between changes places.
    let (left, right) = if middle - start >= end - middle {
        let left = start + (middle - start) / 2;
        (left, first_that(middle..end, |i| !less(i, left)))
    } else {
        let right = middle + (end - middle) / 2;
        (first_that(start..middle, |i| less(right, i)), right)
    };
    for part in [left..middle, middle..right, left..right] {
        let (mut i, mut j) = (part.start, part.end);
        while i + 1 < j {
            j -= 1;
            swap(i, j);
            i += 1;
        }
    }
    let between = left + (right - middle);
    merge([start, left, between], less, swap);
    merge([between, right, end], less, swap);
}

/// The first position for which `f` holds, or the end: it holds for all behind one for which it does.
#[inline(always)]
pub(crate) fn first_that(range: core::ops::Range<usize>, mut f: impl FnMut(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if f(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// Sorts a slice.
fn sort_slice<T: Ordered>(x: &mut [T]) {
    if x.len() > RUN && is_any_order_stable(x) {
        let numbers = numbers_first(x);
        return sort_unstable(x.get_mut(..numbers).unwrap_or_default(), |a, b| a.before(*b));
    }
    // Both closures reach the elements, one after the other; at positions that are there.
    let (n, x) = (x.len(), core::cell::Cell::from_mut(x).as_slice_of_cells());
    let two = |i: usize, j: usize| x.get(i).zip(x.get(j));
    let less = &mut |i, j| two(i, j).is_some_and(|(x, y)| order(x.get(), y.get()).is_lt());
    sort_by(n, less, &mut |i, j| {
        if let Some((x, y)) = two(i, j) {
            x.swap(y);
        }
    });
}

/// Moves what is not a number to the end, and says how many numbers stand before it: these are sorted by one comparison.
#[inline]
fn numbers_first<T: Ordered>(x: &mut [T]) -> usize {
    if !matches!(T::ORDER.repr(), OrderRepr::F32 | OrderRepr::F64) {
        return x.len();
    }
    let x = core::cell::Cell::from_mut(x).as_slice_of_cells();
    let mut numbers = 0;
    for own in x {
        if let Some(place) = x.get(numbers) {
            own.swap(place);
            numbers += usize::from(!place.get().unordered());
        }
    }
    numbers
}

/// Sorts a slice whose equal elements are the same.
#[cfg(feature = "std")]
fn sort_unstable<T: Copy>(x: &mut [T], less: impl Fn(&T, &T) -> bool) {
    x.sort_unstable_by(|a, b| match (less(a, b), less(b, a)) {
        (true, _) => Ordering::Less,
        (_, true) => Ordering::Greater,
        _ => Ordering::Equal,
    });
}

/// Sorts a slice whose equal elements are the same: as a heap, in place. Core's sort has a panic for orders that are none, and
/// takes 6 KB of code.
#[cfg(not(feature = "std"))]
fn sort_unstable<T: Copy>(x: &mut [T], less: impl Fn(&T, &T) -> bool) {
    // All positions are there.
    let x = core::cell::Cell::from_mut(x).as_slice_of_cells();
    let two = |i: usize, j: usize| x.get(i).zip(x.get(j));
    let is_less = |i, j| two(i, j).is_some_and(|(x, y)| less(&x.get(), &y.get()));
    let swap = |i, j| {
        if let Some((x, y)) = two(i, j) {
            x.swap(y);
        }
    };
    // Lets the element at `parent` sink to where none below it is greater, in a heap of the first `end`.
    let sift = |mut parent: usize, end: usize| {
        while 2 * parent + 1 < end {
            let (left, right) = (2 * parent + 1, 2 * parent + 2);
            let child = if right < end && is_less(left, right) { right } else { left };
            if !is_less(parent, child) {
                return;
            }
            swap(parent, child);
            parent = child;
        }
    };
    for i in (0..x.len() / 2).rev() {
        sift(i, x.len());
    }
    for end in (1..x.len()).rev() {
        swap(0, end);
        sift(0, end);
    }
}

/// Whether equal elements are the same, so that it does not matter which comes first. (Two NaNs count as the same.)
#[inline]
fn is_any_order_stable<T: Ordered>(x: &[T]) -> bool {
    /// Whether there are zeros of one sign at most.
    fn zeros_are_one<B: PartialEq>(mut bits: impl Iterator<Item = B> + Clone, zeros: [B; 2]) -> bool {
        let mut again = bits.clone();
        !(bits.any(|x| x == zeros[0]) && again.any(|x| x == zeros[1]))
    }
    match T::ORDER.repr() {
        OrderRepr::Other => false,
        OrderRepr::F32 => {
            // SAFETY: `T` has the memory of `f32`, by its `OrderKind`.
            let bits = unsafe { core::slice::from_raw_parts(x.as_ptr().cast::<u32>(), x.len()) };
            zeros_are_one(bits.iter().copied(), [0, 1 << 31])
        }
        OrderRepr::F64 => {
            // SAFETY: `T` has the memory of `f64`, by its `OrderKind`.
            let bits = unsafe { core::slice::from_raw_parts(x.as_ptr().cast::<u64>(), x.len()) };
            zeros_are_one(bits.iter().copied(), [0, 1 << 63])
        }
        _ => true,
    }
}

/// Runs `sort` on a slice of the `len` elements that stand every `stride` elements, or on a copy that is written back;
/// answers `false`, and does nothing, if they are too many for that.
///
/// # Safety
/// The elements can be read and written, and nobody else does.
#[inline(always)]
unsafe fn with_slice<T: Copy>(p: *mut T, len: usize, stride: isize, sort: impl FnOnce(&mut [T])) -> bool {
    if len == 0 {
        return true;
    }
    if stride == 1 {
        // SAFETY: from the caller, the elements follow each other.
        sort(unsafe { core::slice::from_raw_parts_mut(p, len) });
        return true;
    }
    if len > MOST_COPIED || size_of::<T>() > 16 {
        return false;
    }
    // SAFETY: from the caller; not too many.
    unsafe { with_copy(p, len, stride, sort) };
    true
}

/// Runs `sort` on a copy that is written back. A function of its own, for the sake of the room on the stack.
///
/// # Safety
/// As [`with_slice`]; there is an element, and at most `MOST_COPIED` are.
#[inline(never)]
unsafe fn with_copy<T: Copy>(p: *mut T, len: usize, stride: isize, sort: impl FnOnce(&mut [T])) {
    // SAFETY: there is a first element.
    let mut copy = [unsafe { p.read() }; MOST_COPIED];
    // SAFETY: from the caller.
    unsafe { through(copy.get_mut(..len).unwrap_or_default(), p, stride, sort) };
}

/// The same with a copy of any number of elements, of which there is one; answers `false` without an allocator.
///
/// # Safety
/// As [`with_slice`].
#[cold]
unsafe fn with_vec<T: Copy>(p: *mut T, len: usize, stride: isize, sort: impl FnOnce(&mut [T])) -> bool {
    #[cfg(feature = "alloc")]
    // SAFETY: there is a first element; from the caller.
    unsafe {
        through(&mut alloc::vec![p.read(); len], p, stride, sort);
    }
    #[cfg(not(feature = "alloc"))]
    let _ = (p, len, stride, sort);
    cfg!(feature = "alloc")
}

/// Copies as many elements as `copy` has, runs `sort` on them, and writes them back.
///
/// # Safety
/// As [`with_slice`].
#[inline(always)]
unsafe fn through<T: Copy>(copy: &mut [T], p: *mut T, stride: isize, sort: impl FnOnce(&mut [T])) {
    let place = |i: usize| p.wrapping_offset((i as isize).wrapping_mul(stride));
    for (i, x) in copy.iter_mut().enumerate() {
        // SAFETY: from the caller.
        *x = unsafe { place(i).read() };
    }
    sort(copy);
    for (i, x) in copy.iter().enumerate() {
        // SAFETY: from the caller.
        unsafe { place(i).write(*x) };
    }
}

/// Moves elements such that at position `k` stands the one that would stand there if they were sorted, with none that comes
/// after it before it; which one of equals is that of a stable sort.
pub(crate) fn select_slice<T: Ordered>(x: &mut [T], k: usize) {
    // Core's selection has a panic for orders that are none, as its sort has.
    if cfg!(feature = "std") && k < x.len() && is_any_order_stable(x) {
        x.select_nth_unstable_by(k, |a, b| order(*a, *b));
    } else {
        sort_slice(x);
    }
}

/// Sorts a few elements, of a number that is a constant where this is called; answers `false`, and does nothing, if they are more.
#[inline(always)]
pub(crate) fn sort_few<T: Ordered>(x: &mut [T]) -> bool {
    let is_few = x.len() <= RUN;
    if is_few {
        // SAFETY: the elements of the slice.
        unsafe { insert_elements(x.as_mut_ptr(), x.len(), 1) }
    }
    is_few
}

/// The same of each vector along an axis. Of many elements far apart it allocates a copy, if there is an allocator.
#[inline(always)]
pub(crate) fn select_along<T: Ordered>(along: AlongMut<'_, T>, k: usize) {
    // SAFETY: the invariant of `AlongMut`.
    along.by_loops(
        RUN,
        |x, len, stride| unsafe { insert_elements(x, len, stride) },
        |along| select_many(along, k),
    );
}

fn select_many<T: Ordered>(along: AlongMut<'_, T>, k: usize) {
    each_slice(along, true, |x| select_slice(x, k));
}

/// Sorts each vector along an axis in place; equal elements stay in order.
#[inline(always)]
pub(crate) fn sort_along<T: Ordered>(along: AlongMut<'_, T>) {
    // SAFETY: the invariant of `AlongMut`.
    along.by_loops(RUN, |x, len, stride| unsafe { insert_elements(x, len, stride) }, sort_many);
}

fn sort_many<T: Ordered>(along: AlongMut<'_, T>) {
    each_slice(along, false, sort_slice);
}

/// Runs `sort` on each vector along an axis, or sorts it where it is if it has many elements far apart, and no copy of them
/// may be allocated.
#[inline(always)]
fn each_slice<T: Ordered>(along: AlongMut<'_, T>, allocates: bool, sort: impl Fn(&mut [T])) {
    let AlongMut { axes, x, .. } = along;
    let Axis { len, a: stride, .. } = axes.axis;
    if len == 0 {
        return;
    }
    axes.for_each_row(|[_, a, _]| {
        let x = x.wrapping_offset(a);
        let place = |i: usize| x.wrapping_offset((i as isize).wrapping_mul(stride));
        // SAFETY: the invariant of `AlongMut`, at one position of the axes around; each place is that of one position.
        unsafe {
            if !(with_slice(x, len, stride, &sort) || allocates && with_vec(x, len, stride, &sort)) {
                sort_by(len, &mut |i, j| order(*place(i), *place(j)).is_lt(), &mut |i, j| {
                    core::ptr::swap(place(i), place(j));
                });
            }
        }
    });
}

/// The positions that sort each vector along an axis; those of equal elements stay in order.
pub(crate) fn argsort_along<'o, T: Ordered>(along: Along<'_, 'o, T, usize, Running>) -> Written<'o> {
    let (axes, (out, x, _)) = (along.axes(), along.places());
    let Axis { len, a: stride, c: stride_out, .. } = axes.axis;
    let argsort = |[c, a, _]: [isize; 3]| {
        let (out, x) = (out.wrapping_offset(c), x.wrapping_offset(a));
        let place = |i: usize| out.wrapping_offset((i as isize).wrapping_mul(stride_out));
        // SAFETY: the invariant of `Along`, at one position of the axes around: every `i` in `out` is below `len`.
        let element = |i: usize| unsafe { *x.wrapping_offset((i as isize).wrapping_mul(stride)) };
        for i in 0..len {
            // SAFETY: position `i` of the axis, by the invariant.
            unsafe { place(i).write(i) };
        }
        let sort = |all: &mut [usize]| {
            sort_unstable(all, |i, j| order(element(*i), element(*j)).then(i.cmp(j)).is_lt());
        };
        // SAFETY: the invariant; all positions of `out` were written.
        unsafe {
            if !with_slice(out, len, stride_out, sort) {
                let less = &mut |i, j| order(element(*place(i)), element(*place(j))).is_lt();
                sort_by(len, less, &mut |i, j| core::ptr::swap(place(i), place(j)));
            }
        }
    };
    // Not one by one through rows of nothing.
    if len > 0 {
        axes.for_each_row(argsort);
    }
    // SAFETY: every position of the axis was written at every position around it.
    unsafe { along.written() }
}

/// Writes the largest elements along an axis and their positions, as many as `k`, the largest first: what is not a number,
/// then the others; of equals the first comes first. The strides of the positions are the `b` of the axes.
///
/// # Safety
/// `k` is at most the length of the axis. At every position of all axes the place of the element can be read, and at every
/// position of the axes around `k` places of both results be written, and they belong to no other.
pub(crate) unsafe fn largest_along<T: Ordered>(
    axes: &AlongAxes<'_>,
    (values, positions): (*mut T, *mut usize),
    x: *const T,
    k: usize,
) {
    let Axis { len, a: stride, c: step, b: step_positions } = axes.axis;
    if k == 0 {
        return;
    }
    // What comes first.
    let leads = |a: T, b: T| b.before(a) || a.unordered() && !b.unordered();
    axes.for_each_row(|[c, a, b]| {
        let x = x.wrapping_offset(a);
        let value = |i: usize| values.wrapping_offset(c.wrapping_add((i as isize).wrapping_mul(step)));
        let position =
            |i: usize| positions.wrapping_offset(b.wrapping_add((i as isize).wrapping_mul(step_positions)));
        for i in 0..len {
            // SAFETY: position `i` of the axis, from the caller; of the results, places below `k`, and those that are read
            // were written, for `filled` elements have been.
            unsafe {
                let x = *x.wrapping_offset((i as isize).wrapping_mul(stride));
                let filled = i.min(k);
                if filled == k && !leads(x, *value(k - 1)) {
                    continue;
                }
                let mut at = filled.min(k - 1);
                while at > 0 && leads(x, *value(at - 1)) {
                    value(at).write(*value(at - 1));
                    position(at).write(*position(at - 1));
                    at -= 1;
                }
                value(at).write(x);
                position(at).write(i);
            }
        }
    });
}
