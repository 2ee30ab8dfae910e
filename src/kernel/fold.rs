//! Reductions by any operation: of all elements, of each row, and over another axis, row by row.
//!
//! ```text
//! fold       the lanes, the blocks and the tree of a dot product, with any operation for the sum and any function of
//!            an element for the product
//! columns    y[j] = the balanced tree over blocks of 64 rows of the chain f(A[i, j]) + f(A[i + 1, j]) + ..
//! ```

use super::by_primitive;
use super::dot::Tree;
use super::elements::Elements;
use super::order::BLOCK_ROWS;
use super::{first, first_mut, same, take_out};
use crate::axes::{Axis, for_each};
use crate::scalar::{Laned, Repr, Scalar, Total};
use crate::simd::{Element, Kernel, Simd};

/// The axes of a reduction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Along<'x> {
    /// The axes that are left, outermost first: `c` is the stride of the result, `a` that of the elements.
    pub(crate) around: &'x [Axis],
    /// The axis that is reduced.
    pub(crate) axis: Axis,
    /// Whether it is the last one of the array, which decides the order of a sum.
    pub(crate) is_last: bool,
    /// Whether elements and results stand row by row. Then there are two axes around, one before the axis and one behind it.
    pub(crate) is_row_major: bool,
    /// Whether the lengths are constants where this is made.
    pub(crate) is_known: bool,
}

/// The most elements that are reduced by plain loops: of constant lengths these are inlined where they are asked for, and
/// for others a call with dispatch costs more.
const FEW: usize = 64;

/// The lengths of a reduction of few elements that stand row by row: before the axis, along it, and behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Few([usize; 3]);

impl Few {
    /// The number of elements along the axis.
    #[inline(always)]
    pub(super) fn len(self) -> usize {
        let Few([_, len, _]) = self;
        len
    }

    /// Writes `f` of each row, given by its first element and its length; the axis is the last one.
    ///
    /// # Safety
    /// The elements can be read, and the results be written.
    #[inline(always)]
    pub(super) unsafe fn rows<T, R>(self, out: *mut R, x: *const T, f: impl Fn(*const T, usize) -> R) {
        let Few([before, len, behind]) = self;
        debug_assert!(behind == 1);
        for i in 0..before {
            // SAFETY: from the caller.
            unsafe { out.add(i).write(f(x.add(i * len), len)) };
        }
    }

    /// Writes `f` of each vector along the axis.
    ///
    /// # Safety
    /// The elements can be read, and the results be written.
    #[inline(always)]
    pub(super) unsafe fn columns<T, R>(self, out: *mut R, x: *const T, f: impl Fn(Column<T>) -> R) {
        let Few([before, len, behind]) = self;
        for i in 0..before {
            for j in 0..behind {
                // SAFETY: from the caller.
                unsafe {
                    let column = Column { first: x.add(i * len * behind + j), len, stride: behind };
                    out.add(i * behind + j).write(f(column));
                }
            }
        }
    }
}

/// Elements along an axis.
///
/// Invariant: they can be read, and there is one wherever one is asked for.
#[derive(Debug)]
pub(super) struct Column<T> {
    first: *const T,
    len: usize,
    stride: usize,
}

impl<T> Clone for Column<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Column<T> {}

impl<T: Copy> Column<T> {
    /// The number of elements.
    #[inline(always)]
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The first element, of at least one.
    #[inline(always)]
    pub(super) fn first(&self) -> T {
        debug_assert!(self.len > 0);
        // SAFETY: the invariant of the type.
        unsafe { *self.first }
    }

    /// All of them.
    #[inline]
    pub(super) fn as_elements(&self) -> Elements<'_, T> {
        // SAFETY: the invariant of the type; nobody writes while the column is there.
        unsafe { Elements::row(self.first, self.len, self.stride as isize) }
    }

    /// The elements with their numbers.
    #[inline(always)]
    pub(super) fn elements(&self) -> impl Iterator<Item = (usize, T)> {
        // SAFETY: the invariant of the type.
        (0..self.len).map(|i| (i, unsafe { *self.first.add(i * self.stride) }))
    }

    /// `plus` over `f` of all, in order; `zero` of none.
    #[inline(always)]
    pub(super) fn chain<M: Copy>(&self, zero: M, f: impl Fn(usize, T) -> M, plus: impl Fn(M, M) -> M) -> M {
        debug_assert!(self.len <= BLOCK_ROWS, "one block");
        self.elements().map(|(i, x)| f(i, x)).reduce(plus).unwrap_or(zero)
    }
}

/// The most axes of an operand.
const MOST: usize = 8;

impl Along<'_> {
    /// Calls `f` with the offsets in the result and in the elements of every position of the axes around but one, and
    /// that one: the one whose elements are next to each other, if there is one, else the last.
    #[inline(always)]
    pub(super) fn for_each_matrix(&self, mut f: impl FnMut([isize; 2], Axis)) {
        // One axis before the one of the reduction and one behind it, as arrays that own their elements have.
        if let [before, behind] = self.around
            && (before.len == 1 || behind.len == 1 || behind.a == 1 && !before.is_around(behind))
        {
            let (all, one) = if behind.len == 1 { (Axis::ONE, before) } else { (*before, behind) };
            if one.len > 0 {
                for i in 0..all.len as isize {
                    f([all.c.wrapping_mul(i), all.a.wrapping_mul(i)], *one);
                }
            }
            return;
        }
        let mut axes = [Axis::ONE; MOST];
        let mut ndim = 0;
        for axis in self.around {
            match axis.len {
                0 => return,
                1 => continue,
                _ => {}
            }
            let axis = Axis { b: 0, ..*axis };
            match first_mut(&mut axes, ndim).last_mut() {
                Some(last) if last.is_around(&axis) => *last = Axis { len: last.len * axis.len, ..axis },
                _ => {
                    if let Some(place) = axes.get_mut(ndim) {
                        *place = axis;
                        ndim += 1;
                    }
                }
            }
        }
        if ndim == 0 {
            return f([0; 2], Axis::ONE);
        }
        let chosen = first(&axes, ndim).iter().position(|axis| axis.a == 1).unwrap_or(ndim - 1);
        let one = axes.get(chosen).copied().unwrap_or(Axis::ONE);
        take_out(&mut axes, ndim, chosen);
        for_each(first(&axes, ndim - 1), |[c, a, _]| f([c, a], one));
    }

    /// The lengths, if they are constants and few.
    #[inline(always)]
    pub(super) fn few(&self) -> Option<Few> {
        match self.around {
            [before, behind] if self.is_row_major && self.is_known => self.few_of(before.len, behind.len),
            _ => None,
        }
    }

    /// The lengths, if they are few.
    #[inline(always)]
    pub(super) fn few_at_run_time(&self) -> Option<Few> {
        match self.around {
            [before, behind] if self.is_row_major => self.few_of(before.len, behind.len),
            _ => None,
        }
    }

    #[inline(always)]
    fn few_of(&self, before: usize, behind: usize) -> Option<Few> {
        let len = self.axis.len;
        (before.saturating_mul(behind).saturating_mul(len) <= FEW && len <= FEW)
            .then_some(Few([before, len, behind]))
    }

    /// Calls `f` with the offsets in the result and in the elements of every position of the axes around.
    #[inline(always)]
    pub(super) fn for_each_row(&self, mut f: impl FnMut(isize, isize)) {
        if self.around.iter().all(|axis| axis.len != 0) {
            for_each(self.around, |[c, a, _]| f(c, a));
        }
    }
}

/// `plus` over `f` of all elements, in the order of a dot product; `zero` if there are none. `neutral` is neutral in `plus`
/// for every value.
#[inline(always)]
pub(super) fn fold<T: Copy, M: Laned>(
    x: &Elements<'_, T>,
    [zero, neutral]: [M; 2],
    f: impl Fn(T) -> M,
    plus: impl Fn(M, M) -> M,
) -> M {
    if let Some(slice) = x.as_slice() {
        return fold_slice(slice, [zero, neutral], f, plus);
    }
    let all = |mut a: M::Lanes, b: M::Lanes| {
        for (a, b) in a.as_mut().iter_mut().zip(b.as_ref()) {
            *a = plus(*a, *b);
        }
        a
    };
    let start = M::lanes(neutral);
    let width = start.as_ref().len();
    let mut tree = Tree::<_>::new();
    let (mut lanes, mut lane, mut rows) = (start, 0, 0);
    x.for_each(|x| {
        if let Some(place) = lanes.as_mut().get_mut(lane) {
            *place = plus(*place, f(x));
        }
        lane += 1;
        if lane == width {
            (lane, rows) = (0, rows + 1);
            if rows == BLOCK_ROWS {
                tree.push(lanes, all);
                (lanes, rows) = (start, 0);
            }
        }
    });
    if lane + rows > 0 {
        tree.push(lanes, all);
    }
    by_halves(tree.finish(all), zero, plus)
}

/// [`fold`] of elements one after another.
#[inline(always)]
pub(super) fn fold_slice<T: Copy, M: Laned>(
    x: &[T],
    [zero, neutral]: [M; 2],
    f: impl Fn(T) -> M,
    plus: impl Fn(M, M) -> M,
) -> M {
    if x.is_empty() {
        return zero;
    }
    let start = M::lanes(neutral);
    let most = BLOCK_ROWS * start.as_ref().len();
    if x.len() <= most {
        return by_halves(block(x, start, &f, &plus), zero, plus);
    }
    let all = |mut a: M::Lanes, b: M::Lanes| {
        for (a, b) in a.as_mut().iter_mut().zip(b.as_ref()) {
            *a = plus(*a, *b);
        }
        a
    };
    let mut tree = Tree::<_>::new();
    for part in x.chunks(most) {
        tree.push(block(part, start, &f, &plus), all);
    }
    by_halves(tree.finish(all), zero, plus)
}

/// The lanes folded by halves; `zero` if there were none.
#[inline(always)]
fn by_halves<M: Laned>(mut lanes: M::Lanes, zero: M, plus: impl Fn(M, M) -> M) -> M {
    let mut half = lanes.as_ref().len() / 2;
    while half > 0 {
        if let Some((low, high)) = lanes.as_mut().split_at_mut_checked(half) {
            for (l, h) in low.iter_mut().zip(high) {
                *l = plus(*l, *h);
            }
        }
        half /= 2;
    }
    lanes.as_ref().first().map_or(zero, |sum| *sum)
}

/// The lanes of one block.
#[inline(always)]
fn block<T: Copy, M: Laned>(
    x: &[T],
    mut lanes: M::Lanes,
    f: impl Fn(T) -> M,
    plus: impl Fn(M, M) -> M,
) -> M::Lanes {
    let own = lanes.as_mut();
    let rows = x.chunks_exact(own.len());
    let rest = rows.remainder();
    for row in rows {
        for (l, x) in own.iter_mut().zip(row) {
            *l = plus(*l, f(*x));
        }
    }
    for (l, x) in own.iter_mut().zip(rest) {
        *l = plus(*l, f(*x));
    }
    lanes
}

/// Columns that are folded at a time: their sums fit in registers, or in the nearest memory.
const PANEL: usize = 32;

/// Elements one every `row` for each of the lengths' rows, and one every `col` for each column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Matrix<T> {
    pub(super) ptr: *const T,
    /// Rows, columns.
    pub(super) lens: [usize; 2],
    pub(super) strides: [isize; 2],
}

/// `y[j] = plus over i of f(A[i, j], y[j])`, each a chain restarted every 64 rows, the blocks pairwise; `zero` if there are no
/// rows. `before` says what `f` is given of `y[j]` as it was: nothing is read if it is `None`.
///
/// # Safety
/// All elements of the matrix can be read, and the places of `y`, one every `stride`, be written, and read if `before` is
/// there.
#[inline(always)]
pub(super) unsafe fn columns<T: Copy, M: Copy, R: Copy>(
    (y, stride): (*mut R, isize),
    a: Matrix<T>,
    zero: M,
    before: Option<&dyn Fn(R) -> M>,
    f: impl Fn(T, M) -> M + Copy,
    plus: impl Fn(M, M) -> M + Copy,
    finish: impl Fn(M) -> R,
) {
    let [m, n] = a.lens;
    let [row, col] = a.strides;
    let mut first = 0;
    while first < n {
        let count = (n - first).min(PANEL);
        let place = |j: usize| y.wrapping_offset(((first + j) as isize).wrapping_mul(stride));
        let mut given = [zero; PANEL];
        if let Some(before) = before {
            for (j, given) in given.iter_mut().enumerate().take(count) {
                // SAFETY: column `first + j` is below `n`; the caller lets `y` be read.
                *given = before(unsafe { place(j).read() });
            }
        }
        let all = |mut a: [M; PANEL], b: [M; PANEL]| {
            for (a, b) in a.iter_mut().zip(b) {
                *a = plus(*a, b);
            }
            a
        };
        let mut tree = Tree::<_>::new();
        for start in (0..m).step_by(BLOCK_ROWS) {
            let mut sums = [zero; PANEL];
            for i in start..m.min(start + BLOCK_ROWS) {
                let at = (i as isize).wrapping_mul(row).wrapping_add((first as isize).wrapping_mul(col));
                let from = a.ptr.wrapping_offset(at);
                let is_first = i == start;
                let add = |sum: M, x: M| if is_first { x } else { plus(sum, x) };
                // SAFETY (of the reads): row `i` and columns `first .. first + count` are there, from the caller.
                match (col, count) {
                    // The constants make loops that the compiler vectorises.
                    (1, PANEL) => {
                        for (j, (sum, given)) in sums.iter_mut().zip(given).enumerate() {
                            // SAFETY: as above.
                            *sum = add(*sum, f(unsafe { *from.add(j) }, given));
                        }
                    }
                    _ => {
                        for (j, (sum, given)) in sums.iter_mut().zip(given).enumerate().take(count) {
                            // SAFETY: as above.
                            let x = unsafe { *from.wrapping_offset((j as isize).wrapping_mul(col)) };
                            *sum = add(*sum, f(x, given));
                        }
                    }
                }
            }
            tree.push(sums, all);
        }
        let sums = if m == 0 { [zero; PANEL] } else { tree.finish(all) };
        for (j, sum) in sums.into_iter().enumerate().take(count) {
            // SAFETY: column `first + j` is below `n`.
            unsafe { place(j).write(finish(sum)) };
        }
        first += count;
    }
}

/// The product of all elements, in the order of a sum.
#[inline]
pub(crate) fn prod<T: Scalar>(x: &Elements<'_, T>) -> T {
    by_primitive!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
        unsafe { same::<P, T>(<P as Prod>::prod(&x.cast())) }
    }, else super::generic::prod_of(x.len(), |i| {
        // SAFETY: asked for elements below the length only.
        Total::of(unsafe { x.get(i) })
    }))
}

/// The products along an axis, in the order of sums.
///
/// # Safety
/// At every position of all axes the place of the element can be read; at every position of the axes around that of the
/// result can be written, and belongs to no other.
pub(crate) unsafe fn prod_along<T: Scalar>(out: *mut T, x: *const T, along: &Along<'_>) {
    let Axis { len, a: stride, .. } = along.axis;
    if !along.is_last && const { !matches!(T::KIND.repr(), Repr::Other | Repr::Int128 | Repr::Bool) } {
        return along.for_each_matrix(|[c, a], one| {
            let a = Matrix { ptr: x.wrapping_offset(a), lens: [len, one.len], strides: [stride, one.a] };
            let y = (out.wrapping_offset(c), one.c);
            by_primitive!(T as P => {
                // The caller's promise, at the positions of one axis around; `T` has the memory and the valid values of `P`,
                // says `by_primitive`.
                let Matrix { ptr, lens, strides } = a;
                P::prod_columns(Columns { y: (y.0.cast::<P>(), y.1), a: Matrix { ptr: ptr.cast::<P>(), lens, strides } });
            }, else {
                let _ = (y, a);
            });
        });
    }
    // SAFETY: from the caller.
    unsafe {
        let one = Total::of(T::ONE);
        along_by(out, x, along, along.is_last, prod, one, |x, _| Total::of(x), Total::times, Total::get);
    }
}

/// The products of columns.
struct Columns<T> {
    /// Can be written: a place and the distance to the next.
    y: (*mut T, isize),
    /// Can be read.
    a: Matrix<T>,
}

impl<T: Element> Kernel<T> for Columns<T> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<T>>(self, _isa: I) {
        // SAFETY: the invariants of the fields.
        unsafe { columns(self.y, self.a, T::ONE, None, |x, _| x, T::times, |x| x) };
    }
}

/// One result for each position of the axes around: by `row` of each row if `by_rows`, else by `columns`.
///
/// # Safety
/// As [`prod_along`].
#[inline(always)]
#[allow(clippy::too_many_arguments, reason = "a reduction by rows and by columns")]
pub(super) unsafe fn along_by<T: Copy, M: Copy, R: Copy>(
    out: *mut R,
    x: *const T,
    along: &Along<'_>,
    by_rows: bool,
    row: impl Fn(&Elements<'_, T>) -> R,
    zero: M,
    f: impl Fn(T, M) -> M + Copy,
    plus: impl Fn(M, M) -> M + Copy,
    finish: impl Fn(M) -> R,
) {
    let Axis { len, a: stride, .. } = along.axis;
    if by_rows {
        along.for_each_row(|c, a| {
            // SAFETY: the caller's promise, at one position of the axes around.
            unsafe { out.wrapping_offset(c).write(row(&Elements::row(x.wrapping_offset(a), len, stride))) };
        });
        return;
    }
    along.for_each_matrix(|[c, a], one| {
        let a = Matrix { ptr: x.wrapping_offset(a), lens: [len, one.len], strides: [stride, one.a] };
        // SAFETY: the caller's promise, at the positions of one axis around.
        unsafe { columns((out.wrapping_offset(c), one.c), a, zero, None, f, plus, &finish) };
    });
}

/// Products of the primitive types, compiled once, in this crate.
trait Prod: Laned {
    fn prod(x: &Elements<'_, Self>) -> Self;
    fn prod_columns(of: Columns<Self>);
}
macro_rules! prods { ($($T:ty)+) => {$(
    impl Prod for $T {
        fn prod(x: &Elements<'_, $T>) -> $T {
            fold(x, [<$T>::ONE; 2], |x| x, <$T>::times)
        }
        fn prod_columns(of: Columns<$T>) {
            <$T>::dispatch(of);
        }
    }
)+};}
prods! { f32 f64 i8 i16 i32 i64 }

/// How many elements `f` holds for.
#[inline(always)]
pub(crate) fn count<T: Copy>(x: &Elements<'_, T>, f: impl Fn(T) -> bool) -> usize {
    let mut count = 0;
    x.for_each_part(|part| {
        count += part.iter().filter(|x| f(**x)).count();
        true
    });
    count
}

/// How many elements along an axis `f` holds for.
///
/// # Safety
/// As [`prod_along`].
pub(crate) unsafe fn count_along<T: Copy>(
    out: *mut usize,
    x: *const T,
    along: &Along<'_>,
    f: impl Fn(T) -> bool + Copy,
) {
    let by_rows = along.axis.a == 1;
    let one = |x: T, _: usize| usize::from(f(x));
    // SAFETY: from the caller.
    unsafe { along_by(out, x, along, by_rows, |x| count(x, f), 0, one, usize::wrapping_add, |n| n) };
}

/// Whether an element is `wanted`.
#[inline]
pub(crate) fn contains(x: &Elements<'_, bool>, wanted: bool) -> bool {
    let mut found = false;
    x.for_each_part(|part| {
        found = part.contains(&wanted);
        !found
    });
    found
}

/// Whether an element along an axis is `wanted`; or, if `none`, whether none is.
///
/// # Safety
/// As [`prod_along`].
pub(crate) unsafe fn contains_along(
    out: *mut bool,
    x: *const bool,
    along: &Along<'_>,
    wanted: bool,
    none: bool,
) {
    let by_rows = along.axis.a == 1;
    let row = |x: &Elements<'_, bool>| contains(x, wanted) != none;
    let (is, found) = (|x, _| x == wanted, |found| found != none);
    // SAFETY: from the caller.
    unsafe { along_by(out, x, along, by_rows, row, false, is, |a, b| a | b, found) };
}

/// `out[i] = x[0] + .. + x[i]` of all elements, row by row, with any operation for the sum, in this order.
///
/// # Safety
/// As many places from `out` on as there are elements can be written.
pub(crate) unsafe fn cumulate<T: Copy>(out: *mut T, x: &Elements<'_, T>, plus: impl Fn(T, T) -> T) {
    let (mut sum, mut i) = (None, 0);
    x.for_each(|x| {
        let next = sum.map_or(x, |sum| plus(sum, x));
        // SAFETY: from the caller, for `i` is below the number of elements.
        unsafe { out.add(i).write(next) };
        (sum, i) = (Some(next), i + 1);
    });
}

/// `out[i] = x[0] + .. + x[i]` along an axis, with any operation for the sum, in this order. The strides of the result along the
/// axis are its `c`.
///
/// # Safety
/// At every position of all axes the place of the element can be read, and that of the result be written, and belongs to
/// no other.
pub(crate) unsafe fn cumulate_along<T: Copy>(
    out: *mut T,
    x: *const T,
    along: &Along<'_>,
    plus: impl Fn(T, T) -> T,
) {
    let Axis { len, a: stride, c: stride_out, .. } = along.axis;
    let moved = |i: usize, stride: isize| (i as isize).wrapping_mul(stride);
    if len == 0 {
        return;
    }
    along.for_each_matrix(|[c, a], one| {
        let (out, x) = (out.wrapping_offset(c), x.wrapping_offset(a));
        if stride == 1 || one.len == 1 {
            for j in 0..one.len {
                let (out, x) = (out.wrapping_offset(moved(j, one.c)), x.wrapping_offset(moved(j, one.a)));
                // SAFETY: the first position of the axis, from the caller.
                let mut sum = unsafe { *x };
                for i in 0..len {
                    if i > 0 {
                        // SAFETY: position `i` of the axis, from the caller.
                        sum = plus(sum, unsafe { *x.wrapping_offset(moved(i, stride)) });
                    }
                    // SAFETY: the same.
                    unsafe { out.wrapping_offset(moved(i, stride_out)).write(sum) };
                }
            }
            return;
        }
        for i in 0..len {
            let row = x.wrapping_offset(moved(i, stride));
            let (last, to) = (moved(i.wrapping_sub(1), stride_out), moved(i, stride_out));
            for j in 0..one.len {
                // SAFETY: position `i` of the axis and `j` of the other; what was written for `i - 1` is there.
                unsafe {
                    let x = *row.wrapping_offset(moved(j, one.a));
                    let out = out.wrapping_offset(moved(j, one.c));
                    let sum = if i == 0 { x } else { plus(out.wrapping_offset(last).read(), x) };
                    out.wrapping_offset(to).write(sum);
                }
            }
        }
    });
}
