//! Reductions by any operation: of all elements, of each row, and over another axis, row by row.
//!
//! ```text
//! fold       the lanes, the blocks and the tree of a dot product, with any operation for the sum and any function of
//!            an element for the product
//! columns    y[j] = the balanced tree over blocks of 64 rows of the chain f(A[i, j]) + f(A[i + 1, j]) + ..
//! ```

use super::along::{Along, Column, Reduced, Reduction, Running, row_elements};
use super::elements::Elements;
use super::matrix;
use crate::axes::Axis;
use crate::kernel::once::compiled_once;
use crate::kernel::operand::{MatMut, MatRef, VecRef};
use crate::kernel::order::{BLOCK_ROWS, lanes};
use crate::kernel::primitive::by_primitive;
use crate::kernel::primitive::same;
use crate::kernel::tree::{Tree, by_halves};
use crate::scalar::{Laned, Repr, Scalar, Total};
use crate::written::Written;

/// `plus` over `f` of all elements, in the order of a dot product; `zero` if there are none. `neutral` is neutral in `plus`
/// for every value.
#[inline(always)]
pub(crate) fn fold<T: Copy, M: Laned>(
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
    folded(tree.finish(all), width, zero, plus)
}

/// [`fold`] of contiguous elements.
#[inline(always)]
pub(crate) fn fold_slice<T: Copy, M: Laned>(
    x: &[T],
    [zero, neutral]: [M; 2],
    f: impl Fn(T) -> M,
    plus: impl Fn(M, M) -> M,
) -> M {
    if x.is_empty() {
        return zero;
    }
    let start = M::lanes(neutral);
    let width = start.as_ref().len();
    let most = BLOCK_ROWS * width;
    if x.len() <= most {
        return folded(block(x, start, &f, &plus), width, zero, plus);
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
    folded(tree.finish(all), width, zero, plus)
}

/// The first `n` lanes folded by halves; `zero` if there are none.
#[inline(always)]
fn folded<M: Laned>(mut lanes: M::Lanes, n: usize, zero: M, plus: impl Fn(M, M) -> M) -> M {
    by_halves(lanes.as_mut(), n, plus);
    lanes.as_ref().first().map_or(zero, |sum| *sum)
}

/// [`fold`] of elements for which [`is_few`] holds, whose number is a constant where this is called.
#[inline(always)]
pub(super) fn fold_few<T: Copy, M: Laned>(
    x: &[T],
    zero: M,
    f: impl Fn(T) -> M,
    plus: impl Fn(M, M) -> M,
) -> M {
    let mut lanes = M::lanes(zero);
    for (lane, x) in lanes.as_mut().iter_mut().zip(x) {
        *lane = f(*x);
    }
    folded(lanes, x.len(), zero, plus)
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

/// All elements in the order of a column, as [`columns`] has it, wherever they are; `zero` if there are none.
#[inline(always)]
pub(crate) fn column<T: Copy, M: Copy>(
    x: &Elements<'_, T>,
    zero: M,
    f: impl Fn(T) -> M,
    plus: impl Fn(M, M) -> M,
) -> M {
    let mut tree = Tree::<M>::new();
    let (mut chain, mut rows) = (zero, 0);
    x.for_each(|x| {
        chain = if rows == 0 { f(x) } else { plus(chain, f(x)) };
        rows += 1;
        if rows == BLOCK_ROWS {
            tree.push(chain, &plus);
            rows = 0;
        }
    });
    if rows > 0 {
        tree.push(chain, &plus);
    }
    if x.len() == 0 { zero } else { tree.finish(plus) }
}

/// Whether [`fold_few`] is for `n` elements whose sum is an `M`: there is a lane for each.
#[inline(always)]
pub(super) const fn is_few<M>(n: usize) -> bool {
    n <= 32 && n <= lanes(size_of::<M>())
}

/// Columns that are folded at a time: their sums fit in registers, or in the nearest memory.
const PANEL: usize = 32;

/// `y[j] = plus over i of f(A[i, j], y[j])`, each a chain restarted every 64 rows, the blocks pairwise; `zero` if there are no
/// rows. `before` says what `f` is given of `y[j]` as it was: nothing is read if it is `None`.
///
/// # Safety
/// If there is a `before`, `y` can be read.
#[inline(always)]
pub(crate) unsafe fn columns<T: Copy, M: Copy, R: Copy>(
    y: &mut MatMut<'_, R>,
    a: MatRef<'_, T>,
    zero: M,
    before: Option<&dyn Fn(R) -> M>,
    f: impl Fn(T, M) -> M + Copy,
    plus: impl Fn(M, M) -> M + Copy,
    finish: impl Fn(M) -> R,
) {
    debug_assert!([y.rows(), y.cols()] == [1, a.cols()], "columns: lengths differ");
    let [m, n] = [a.rows(), a.cols().min(y.cols())];
    let ([row, col], from, stride) = ([a.row_stride(), a.col_stride()], a.as_ptr(), y.col_stride());
    let y = y.as_mut_ptr();
    let mut first = 0;
    while first < n {
        let count = (n - first).min(PANEL);
        let place = |j: usize| y.wrapping_offset(((first + j) as isize).wrapping_mul(stride));
        let mut given = [zero; PANEL];
        if let Some(before) = before {
            for (j, given) in given.iter_mut().enumerate().take(count) {
                // SAFETY: column `first + j` is one of `y`; the caller lets it be read.
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
                let from = from.wrapping_offset(at);
                let is_first = i == start;
                let add = |sum: M, x: M| if is_first { x } else { plus(sum, x) };
                // SAFETY (of the reads): row `i` and columns `first .. first + count` are those of `a`.
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
            // SAFETY: column `first + j` is one of `y`.
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
    }, else crate::kernel::generic::prod_of(x.len(), |i| {
        // SAFETY: asked for elements below the length only.
        Total::of(unsafe { x.get(i) })
    }))
}

/// The same of contiguous elements.
#[inline(always)]
pub(crate) fn prod_slice<T: Scalar>(x: &[T]) -> T {
    prod(&row_elements(VecRef::from_slice(x)))
}

/// The same of elements whose number is a constant where this is called: few are multiplied in place.
#[inline(always)]
pub(crate) fn prod_static<T: Scalar>(x: &[T]) -> T {
    by_primitive!(T as P => if is_few::<P>(x.len()) {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
        unsafe { same::<P, T>(fold_few(x, P::ONE, |x| same::<T, P>(x), P::times)) }
    } else {
        prod_slice(x)
    }, else prod_slice(x))
}

/// [`prod`], or the product in the order of a column.
pub(crate) fn prod_in_order<T: Scalar>(x: &Elements<'_, T>, is_row: bool) -> T {
    if is_row { prod(x) } else { column(x, Total::of(T::ONE), Total::of, Total::times).get() }
}

/// The products along an axis, in the order of sums.
#[inline(always)]
pub(crate) fn prod_along<'o, T: Scalar>(along: Along<'_, 'o, T, T>) -> Written<'o> {
    along.reduce(Products)
}

/// Products, in the order of sums.
#[derive(Clone, Copy)]
struct Products;

impl<T: Scalar> Reduction<T, T> for Products {
    type Kind = Reduced;
    #[inline(always)]
    fn known_row(self, x: Column<'_, T>) -> T {
        prod_static(x.as_slice())
    }
    #[inline(always)]
    fn row(self, x: Column<'_, T>) -> T {
        prod_slice(x.as_slice())
    }
    #[inline(always)]
    fn column(self, x: Column<'_, T>) -> T {
        x.chain(Total::of(T::ONE), |_, x| Total::of(x), Total::times).get()
    }
    fn many<'o>(self, along: Along<'_, 'o, T, T>) -> Written<'o> {
        let is_last = along.axes().is_last;
        if !is_last && const { !matches!(T::KIND.repr(), Repr::Other | Repr::Int128 | Repr::Bool) } {
            by_primitive!(T as P => {
                // SAFETY: `T` has the memory and the valid values of `P`, says `by_primitive`.
                unsafe { along.cast::<P, P>() }.each_matrix(|y, a| P::prod_columns(y, a));
            }, else {});
            // SAFETY: `T` is one of these types, and the product of each column of `a` is written.
            return unsafe { along.written() };
        }
        along_by(along, is_last, prod, Total::of(T::ONE), |x, _| Total::of(x), Total::times, Total::get)
    }
}

/// One result for each position around the axis: by `row` of each row if `by_rows`, else by `columns`.
#[inline(always)]
pub(crate) fn along_by<'o, T: Copy, M: Copy, R: Copy>(
    along: Along<'_, 'o, T, R, Reduced>,
    by_rows: bool,
    row: impl Fn(&Elements<'_, T>) -> R,
    zero: M,
    f: impl Fn(T, M) -> M + Copy,
    plus: impl Fn(M, M) -> M + Copy,
    finish: impl Fn(M) -> R,
) -> Written<'o> {
    if by_rows {
        return along.each_row(|x| row(&row_elements(x)));
    }
    // SAFETY: `y` is not read.
    along.each_matrix(|mut y, a| unsafe { columns(&mut y, a, zero, None, f, plus, &finish) });
    // SAFETY: `columns` writes a result for each column of `a`.
    unsafe { along.written() }
}

compiled_once! { vectors
    /// Products of the primitive types.
    trait Prod [Laned] {
        /// The product of the elements.
        fn prod(x: &Elements<'_, Self>) -> Self = product_of;
        /// `y[j]`, the product of column `j` of A.
        fn prod_columns(y: MatMut<'_, Self>, a: MatRef<'_, Self>) = matrix::prod_columns;
    }
}

fn product_of<T: Laned>(x: &Elements<'_, T>) -> T {
    fold(x, [T::ONE; 2], |x| x, T::times)
}

/// How many elements `f` holds for.
#[inline(always)]
pub(crate) fn count<T: Copy>(x: &Elements<'_, T>, f: impl Fn(T) -> bool) -> usize {
    let mut count = 0;
    x.for_each_part(|part| {
        count += count_slice(part, &f);
        true
    });
    count
}

/// The same of contiguous elements.
#[inline(always)]
pub(crate) fn count_slice<T: Copy>(x: &[T], f: impl Fn(T) -> bool) -> usize {
    x.iter().filter(|x| f(**x)).count()
}

/// How many elements along an axis `f` holds for.
#[inline(always)]
pub(crate) fn count_along<'o, T: Copy>(
    along: Along<'_, 'o, T, usize>,
    f: impl Fn(T) -> bool + Copy,
) -> Written<'o> {
    along.reduce(Count(f))
}

/// How many elements it holds for.
#[derive(Clone, Copy)]
struct Count<F>(F);

impl<T: Copy, F: Fn(T) -> bool + Copy> Reduction<T, usize> for Count<F> {
    type Kind = Reduced;
    #[inline(always)]
    fn row(self, x: Column<'_, T>) -> usize {
        count_slice(x.as_slice(), self.0)
    }
    #[inline(always)]
    fn column(self, x: Column<'_, T>) -> usize {
        x.elements().filter(|(_, x)| (self.0)(*x)).count()
    }
    fn many<'o>(self, along: Along<'_, 'o, T, usize>) -> Written<'o> {
        let (by_rows, f) = (along.axes().axis.a == 1, self.0);
        let one = |x: T, _: usize| usize::from(f(x));
        along_by(along, by_rows, |x| count(x, f), 0, one, usize::wrapping_add, |n| n)
    }
}

/// Whether an element is `wanted`.
#[inline]
pub(crate) fn contains(x: &Elements<'_, bool>, wanted: bool) -> bool {
    let mut found = false;
    x.for_each_part(|part| {
        found = contains_slice(part, wanted);
        !found
    });
    found
}

/// The same of contiguous elements.
#[inline(always)]
pub(crate) fn contains_slice(x: &[bool], wanted: bool) -> bool {
    x.contains(&wanted)
}

/// Whether an element along an axis is `wanted`; or, if `none`, whether none is.
#[inline(always)]
pub(crate) fn contains_along<'o>(along: Along<'_, 'o, bool, bool>, wanted: bool, none: bool) -> Written<'o> {
    along.reduce(Contains { wanted, none })
}

/// Whether one is `wanted`; or, if `none`, whether none is.
#[derive(Clone, Copy)]
struct Contains {
    wanted: bool,
    none: bool,
}

impl Reduction<bool, bool> for Contains {
    type Kind = Reduced;
    #[inline(always)]
    fn row(self, x: Column<'_, bool>) -> bool {
        contains_slice(x.as_slice(), self.wanted) != self.none
    }
    #[inline(always)]
    fn column(self, x: Column<'_, bool>) -> bool {
        x.elements().fold(false, |found, (_, x)| found | (x == self.wanted)) != self.none
    }
    fn many<'o>(self, along: Along<'_, 'o, bool, bool>) -> Written<'o> {
        let Contains { wanted, none } = self;
        let by_rows = along.axes().axis.a == 1;
        let row = |x: &Elements<'_, bool>| contains(x, wanted) != none;
        let (is, found) = (|x, _| x == wanted, |found| found != none);
        along_by(along, by_rows, row, false, is, |a, b| a | b, found)
    }
}

/// `out[i] = x[0] + .. + x[i]` of all elements, row by row, with any operation for the sum, in this order.
///
/// # Safety
/// As many places from `out` on as there are elements can be written; all of them are.
pub(crate) unsafe fn cumulate<T: Copy>(out: *mut T, x: &Elements<'_, T>, plus: impl Fn(T, T) -> T) {
    let (mut sum, mut i) = (None, 0);
    x.for_each(|x| {
        let next = sum.map_or(x, |sum| plus(sum, x));
        // SAFETY: from the caller, for `i` is below the number of elements.
        unsafe { out.add(i).write(next) };
        (sum, i) = (Some(next), i + 1);
    });
}

/// The same along an axis.
pub(crate) fn cumulate_along<'o, T: Copy>(
    along: Along<'_, 'o, T, T, Running>,
    plus: impl Fn(T, T) -> T,
) -> Written<'o> {
    let Axis { len, a: stride, c: stride_out, .. } = along.axes().axis;
    let (out, x, _) = along.places();
    let moved = |i: usize, stride: isize| (i as isize).wrapping_mul(stride);
    let step = |[c, a]: [isize; 2], one: Axis| {
        let (out, x) = (out.wrapping_offset(c), x.wrapping_offset(a));
        if stride == 1 || one.len == 1 {
            for j in 0..one.len {
                let (out, x) = (out.wrapping_offset(moved(j, one.c)), x.wrapping_offset(moved(j, one.a)));
                // SAFETY: the first position of the axis, which has elements, by the invariant of `Along`.
                let mut sum = unsafe { *x };
                for i in 0..len {
                    if i > 0 {
                        // SAFETY: position `i` of the axis, by the invariant.
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
    };
    if len > 0 {
        along.axes().for_each_matrix(step);
    }
    // SAFETY: every position of the axis was written at every position around it.
    unsafe { along.written() }
}
