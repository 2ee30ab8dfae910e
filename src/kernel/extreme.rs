//! The largest or the smallest element: the first of equals, or the first that is not a number.
//!
//! ```text
//! value     the largest value of all, lane by lane; looked for again only where equals can differ, or one is a NaN
//! find      the largest value of each block of elements, lane by lane; in the first block that has the largest of all
//!           the first element that is not less. A block with a NaN ends the search: the first one in it is found.
//! columns   row by row: the largest so far of each of some columns, and where it was
//! ```
//!
//! `MAX` says which of the two is looked for; an element *beats* another if it comes behind it, or before it.

use super::elements::Elements;
use super::fold::{Along, Column, Few, Matrix};
use super::same;
use crate::axes::Axis;
use crate::scalar::{OrderRepr, Ordered};
use crate::simd::{Element, Kernel, Simd};

/// Runs `$run` with `$P` as the primitive type that `$T` is by its `OrderKind`, or else `$other`.
///
/// By the invariant of `OrderKind`, `$T` and `$P` have the same memory, valid values and order: that is what every cast in
/// `$run` relies on.
macro_rules! by_order {
    ($T:ty as $P:ident => $run:expr, else $other:expr) => {
        by_order!(@ $T, $P, $run, $other,
            F32 f32 F64 f64 I8 i8 U8 u8 I16 i16 U16 u16 I32 i32 U32 u32 I64 i64 U64 u64)
    };
    (@ $T:ty, $P:ident, $run:expr, $other:expr, $($repr:ident $primitive:ident)+) => {
        $(if const { matches!(<$T as Ordered>::ORDER.repr(), OrderRepr::$repr) } {
            type $P = $primitive;
            $run
        } else)+ {
            $other
        }
    };
}

/// Whether `x` is to be preferred to `best`; false of equals, and if one is not a number.
#[inline(always)]
fn beats<T: Ordered, const MAX: bool>(x: T, best: T) -> bool {
    if MAX { best.before(x) } else { x.before(best) }
}

/// Whether `x`, which stands behind `best`, is to be chosen in its stead.
#[inline(always)]
fn supersedes<T: Ordered, const MAX: bool>(x: T, best: T) -> bool {
    beats::<T, MAX>(x, best) | (x.unordered() & !best.unordered())
}

/// Elements that are compared one by one: as many as a call is worth.
const FEW: usize = 32;

/// Elements of a block: few enough to be in the nearest memory when one is looked for.
const BLOCK: usize = 1024;

/// Elements among which one is looked for at a time.
const SOME: usize = 64;

/// The number of the element that is looked for among at least one.
#[inline]
pub(super) fn find<T: Ordered, const MAX: bool>(x: &[T]) -> usize {
    if x.len() <= FEW {
        return find_few::<T, MAX>(x);
    }
    by_order!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_order`.
        let x = unsafe { core::slice::from_raw_parts(x.as_ptr().cast::<P>(), x.len()) };
        if MAX { P::find_max(x) } else { P::find_min(x) }
    }, else find_blocks::<T, MAX>(x))
}

/// The value of the element that is looked for; `None` of no elements.
#[inline(always)]
pub(crate) fn value_of_slice<T: Ordered, const MAX: bool>(x: &[T]) -> Option<T> {
    by_order!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_order`.
        unsafe {
            let x = core::slice::from_raw_parts(x.as_ptr().cast::<P>(), x.len());
            let value = if x.len() <= FEW_VALUES {
                value_of_few::<P, MAX>(x)
            } else if MAX {
                P::largest(x)
            } else {
                P::smallest(x)
            };
            value.map(|value| same::<P, T>(value))
        }
    }, else x.get(find::<T, MAX>(x)).copied())
}

/// The same where only the value is asked for, which takes vectors.
const FEW_VALUES: usize = 96;

/// Few lanes, for the sake of what the compiler makes of each: one vector of 16 bytes of the widest elements.
const LANES_OF_FEW: usize = 4;

#[inline(always)]
fn value_of_few<T: Extremes, const MAX: bool>(x: &[T]) -> Option<T> {
    let first = *x.first()?;
    let (rows, rest) = x.as_chunks::<LANES_OF_FEW>();
    let (mut lanes, mut marks) = ([first; LANES_OF_FEW], [first; LANES_OF_FEW]);
    let better = |x: T, best: T| if beats::<T, MAX>(x, best) { x } else { best };
    for row in rows {
        for ((best, mark), x) in lanes.iter_mut().zip(&mut marks).zip(row) {
            *best = better(*x, *best);
            *mark = mark.marked(*x);
        }
    }
    let mut best = better(better(lanes[0], lanes[2]), better(lanes[1], lanes[3]));
    let mut mark = marks[0].marked(marks[2]).marked(marks[1].marked(marks[3]));
    for x in rest {
        best = better(*x, best);
        mark = mark.marked(*x);
    }
    if mark.unordered() || !best.is_unlike_others() {
        x.get(find_few::<T, MAX>(x)).copied()
    } else {
        Some(best)
    }
}

/// The same of any number of elements.
#[inline(always)]
fn value_of_blocks<T: Extremes, const MAX: bool>(x: &[T]) -> Option<T> {
    let mut best = *x.first()?;
    for block in x.chunks(BLOCK) {
        let (value, has_unordered) = best_of_block::<T, MAX>(block, best);
        if has_unordered {
            return block.iter().find(|x| x.unordered()).copied();
        }
        best = value;
    }
    if best.is_unlike_others() { Some(best) } else { x.get(find_blocks::<T, MAX>(x)).copied() }
}

#[inline(always)]
fn find_few<T: Ordered, const MAX: bool>(x: &[T]) -> usize {
    let Some((first, rest)) = x.split_first() else { return 0 };
    let (mut best, mut at) = (*first, 0);
    for (i, x) in rest.iter().enumerate() {
        if supersedes::<T, MAX>(*x, best) {
            (best, at) = (*x, i + 1);
        }
    }
    at
}

#[inline(always)]
fn find_blocks<T: Ordered, const MAX: bool>(x: &[T]) -> usize {
    let Some(first) = x.first() else { return 0 };
    let (mut best, mut in_block) = (*first, 0);
    for (number, block) in x.chunks(BLOCK).enumerate() {
        let (value, has_unordered) = best_of_block::<T, MAX>(block, best);
        if has_unordered {
            return number * BLOCK + block.iter().position(|x| x.unordered()).unwrap_or(0);
        }
        if beats::<T, MAX>(value, best) {
            (best, in_block) = (value, number);
        }
    }
    let start = in_block * BLOCK;
    let block = x.get(start..).unwrap_or(&[]);
    let is_it = |x: &T| !beats::<T, MAX>(best, *x);
    // Some at a time, which the compiler does with vectors, and only where one is it one by one.
    for (number, some) in block.chunks(SOME).enumerate() {
        if some.iter().fold(false, |is, x| is | is_it(x)) {
            return start + number * SOME + some.iter().position(is_it).unwrap_or(0);
        }
    }
    start
}

/// The best of `block` and `best`, which of equals may be any, and whether one of the block is not a number; then the best
/// may be any.
#[inline(always)]
fn best_of_block<T: Ordered, const MAX: bool>(block: &[T], best: T) -> (T, bool) {
    match size_of::<T>() {
        1 => best_of::<T, MAX, 128>(block, best),
        2 => best_of::<T, MAX, 64>(block, best),
        4 => best_of::<T, MAX, 64>(block, best),
        _ => best_of::<T, MAX, 32>(block, best),
    }
}

/// [`best_of_block`], in which `LANES` elements, a power of two, are compared at a time.
#[inline(always)]
fn best_of<T: Ordered, const MAX: bool, const LANES: usize>(block: &[T], best: T) -> (T, bool) {
    let (rows, rest) = block.as_chunks::<LANES>();
    let mut lanes = [best; LANES];
    for row in rows {
        for (l, x) in lanes.iter_mut().zip(row) {
            *l = if beats::<T, MAX>(*x, *l) { *x } else { *l };
        }
    }
    for (l, x) in lanes.iter_mut().zip(rest) {
        *l = if beats::<T, MAX>(*x, *l) { *x } else { *l };
    }
    let mut half = LANES / 2;
    while half > 0 {
        if let Some((low, high)) = lanes.split_at_mut_checked(half) {
            for (l, x) in low.iter_mut().zip(high) {
                *l = if beats::<T, MAX>(*x, *l) { *x } else { *l };
            }
        }
        half /= 2;
    }
    let best = lanes.first().copied().unwrap_or(best);
    let has_unordered = block.iter().fold(false, |has, x| has | x.unordered());
    (best, has_unordered)
}

/// The number and the value of the element that is looked for; `None` of no elements.
#[inline]
pub(crate) fn extreme_of_slice<T: Ordered, const MAX: bool>(x: &[T]) -> Option<(usize, T)> {
    let at = find::<T, MAX>(x);
    x.get(at).map(|x| (at, *x))
}

/// The number in row-major order and the value of the element that is looked for; `None` of no elements.
#[inline]
pub(crate) fn extreme<T: Ordered, const MAX: bool>(x: &Elements<'_, T>) -> Option<(usize, T)> {
    let mut found: Option<(usize, T)> = None;
    let mut passed = 0;
    x.for_each_part(|part| {
        let at = find::<T, MAX>(part);
        let Some(x) = part.get(at).copied() else { return false };
        if found.is_none_or(|(_, best)| supersedes::<T, MAX>(x, best)) {
            found = Some((passed + at, x));
        }
        passed += part.len();
        !x.unordered()
    });
    found
}

/// Where results go: the values, or their positions along the axis.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place<T> {
    /// The smallest or largest elements.
    Value(*mut T),
    /// Where they are.
    Position(*mut usize),
}

impl<T: Ordered> Place<T> {
    /// Writes one result `offset` from here.
    ///
    /// # Safety
    /// That place can be written.
    #[inline(always)]
    unsafe fn write(self, offset: isize, value: T, position: usize) {
        // SAFETY: from the caller.
        unsafe {
            match self {
                Place::Value(out) => out.wrapping_offset(offset).write(value),
                Place::Position(out) => out.wrapping_offset(offset).write(position),
            }
        }
    }
}

/// The elements looked for along an axis, which has elements.
///
/// # Safety
/// At every position of all axes the place of the element can be read; at every position of the axes around that of the
/// result can be written, and belongs to no other.
#[inline(always)]
pub(crate) unsafe fn extreme_along<T: Ordered, const MAX: bool>(
    out: Place<T>,
    x: *const T,
    along: &Along<'_>,
) {
    let Some(few) = along.few() else {
        // SAFETY: from the caller.
        return unsafe { extreme_of_many::<T, MAX>(out, x, along) };
    };
    // SAFETY: from the caller.
    unsafe { extreme_of_few::<T, MAX>(few, along.is_last, out, x) }
}

/// # Safety
/// As [`extreme_along`].
#[inline(always)]
unsafe fn extreme_of_few<T: Ordered, const MAX: bool>(few: Few, is_last: bool, out: Place<T>, x: *const T) {
    if few.len() == 0 {
        return;
    }
    // SAFETY: from the caller; there is an element at each position around.
    unsafe {
        match out {
            Place::Value(out) if is_last => few.rows(out, x, |row, n| {
                value_of_slice::<T, MAX>(core::slice::from_raw_parts(row, n)).unwrap_or(*row)
            }),
            Place::Value(out) => few.columns(out, x, |column| {
                let better = |best: T, x: T| if supersedes::<T, MAX>(x, best) { x } else { best };
                column.chain(column.first(), |_, x| x, better)
            }),
            Place::Position(out) => few.columns(out, x, |column| best_of_column::<T, MAX>(column).0),
        }
    }
}

/// The number and the value of the element that is looked for among at least one.
#[inline(always)]
fn best_of_column<T: Ordered, const MAX: bool>(column: Column<T>) -> (usize, T) {
    let (mut at, mut best) = (0, column.first());
    for (i, x) in column.elements() {
        // Each chosen by itself, which takes no branch.
        let is_better = supersedes::<T, MAX>(x, best);
        at = if is_better { i } else { at };
        best = if is_better { x } else { best };
    }
    (at, best)
}

/// # Safety
/// As [`extreme_along`].
unsafe fn extreme_of_many<T: Ordered, const MAX: bool>(out: Place<T>, x: *const T, along: &Along<'_>) {
    if let Some(few) = along.few_at_run_time() {
        // SAFETY: from the caller.
        return unsafe { extreme_of_few::<T, MAX>(few, along.is_last, out, x) };
    }
    let Axis { len, a: stride, .. } = along.axis;
    if stride == 1 || len == 1 || along.around.iter().all(|axis| axis.len == 1) {
        along.for_each_row(|c, a| {
            // SAFETY: the caller's promise, at one position of the axes around.
            unsafe {
                let x = x.wrapping_offset(a);
                if let (Place::Value(out), 1) = (out, stride) {
                    if let Some(value) = value_of_slice::<T, MAX>(core::slice::from_raw_parts(x, len)) {
                        out.wrapping_offset(c).write(value);
                    }
                } else if let Some((position, value)) = extreme::<T, MAX>(&Elements::row(x, len, stride)) {
                    out.write(c, value, position);
                }
            }
        });
        return;
    }
    along.for_each_matrix(|[c, a], one| {
        let a = Matrix { ptr: x.wrapping_offset(a), lens: [len, one.len], strides: [stride, one.a] };
        by_order!(T as P => {
            // SAFETY: `T` has the memory and the valid values of `P`, says `by_order`.
            let out = match out {
                Place::Value(out) => Place::Value(out.cast::<P>()),
                Place::Position(out) => Place::Position(out),
            };
            let Matrix { ptr, lens, strides } = a;
            let a = Matrix { ptr: ptr.cast::<P>(), lens, strides };
            // SAFETY: the caller's promise, at the positions of one axis around.
            unsafe { if MAX { P::max_columns(out, [c, one.c], a) } else { P::min_columns(out, [c, one.c], a) } }
        }, else {
            // SAFETY: the same.
            unsafe { columns::<T, MAX>(out, [c, one.c], a) }
        });
    });
}

/// Columns that are looked through at a time.
const PANEL: usize = 128;

/// Writes one result for each column, at `start` and then every `step`.
///
/// # Safety
/// The elements of the matrix, which has rows, can be read, and the places of the results be written.
#[inline(always)]
unsafe fn columns<T: Ordered, const MAX: bool>(out: Place<T>, [start, step]: [isize; 2], a: Matrix<T>) {
    // SAFETY: from the caller.
    unsafe {
        match out {
            Place::Value(_) => columns_of::<T, (), MAX>(out, [start, step], a),
            // As wide as the elements of most arrays, so that as many are in a vector.
            Place::Position(_) if u32::try_from(a.lens[0]).is_ok() => {
                columns_of::<T, u32, MAX>(out, [start, step], a);
            }
            Place::Position(_) => columns_of::<T, usize, MAX>(out, [start, step], a),
        }
    }
}

/// The position of a row, if it is asked for: a number, or nothing.
trait Row: Copy + Default {
    fn of(row: usize) -> Self;
    fn row(self) -> usize;
}
impl Row for () {
    #[inline(always)]
    fn of(_: usize) {}
    #[inline(always)]
    fn row(self) -> usize {
        0
    }
}
impl Row for u32 {
    #[inline(always)]
    fn of(row: usize) -> u32 {
        row as u32
    }
    #[inline(always)]
    fn row(self) -> usize {
        self as usize
    }
}
impl Row for usize {
    #[inline(always)]
    fn of(row: usize) -> usize {
        row
    }
    #[inline(always)]
    fn row(self) -> usize {
        self
    }
}

/// # Safety
/// As [`columns`].
#[inline(always)]
unsafe fn columns_of<T: Ordered, R: Row, const MAX: bool>(
    out: Place<T>,
    [start, step]: [isize; 2],
    a: Matrix<T>,
) {
    let ([m, n], [row, col]) = (a.lens, a.strides);
    let mut first = 0;
    while first < n && m > 0 {
        let count = (n - first).min(PANEL);
        let from = a.ptr.wrapping_offset((first as isize).wrapping_mul(col));
        // SAFETY (of the reads): rows below `m` and columns below `n`, from the caller.
        // SAFETY: as above.
        let mut best = [unsafe { *from }; PANEL];
        for (j, best) in best.iter_mut().enumerate().take(count) {
            // SAFETY: as above.
            *best = unsafe { *from.wrapping_offset((j as isize).wrapping_mul(col)) };
        }
        let mut at = [R::default(); PANEL];
        for i in 1..m {
            let from = from.wrapping_offset((i as isize).wrapping_mul(row));
            if col == 1 && count == PANEL {
                // SAFETY: as above; the elements follow each other.
                let row = unsafe { &*from.cast::<[T; PANEL]>() };
                for ((best, at), x) in best.iter_mut().zip(&mut at).zip(row) {
                    let is_better = supersedes::<T, MAX>(*x, *best);
                    *best = if is_better { *x } else { *best };
                    *at = if is_better { R::of(i) } else { *at };
                }
                continue;
            }
            for (j, (best, at)) in best.iter_mut().zip(&mut at).enumerate().take(count) {
                // SAFETY: as above.
                let x = unsafe { *from.wrapping_offset((j as isize).wrapping_mul(col)) };
                if supersedes::<T, MAX>(x, *best) {
                    (*best, *at) = (x, R::of(i));
                }
            }
        }
        for (j, (best, at)) in best.into_iter().zip(at).enumerate().take(count) {
            let offset = start.wrapping_add(((first + j) as isize).wrapping_mul(step));
            // SAFETY: the place of column `first + j`, which is below `n`.
            unsafe { out.write(offset, best, at.row()) };
        }
        first += count;
    }
}

/// What is compiled once, in this crate, for a primitive type.
trait Extremes: Ordered {
    /// Whether all that is equal has the same bits: not of the two zeros of floats.
    fn is_unlike_others(self) -> bool;
    /// Something unordered if this is, or `x`: a sum, which may be that for another reason, too.
    fn marked(self, x: Self) -> Self;
    fn find_max(x: &[Self]) -> usize;
    fn find_min(x: &[Self]) -> usize;
    fn largest(x: &[Self]) -> Option<Self>;
    fn smallest(x: &[Self]) -> Option<Self>;
    /// # Safety
    /// As [`columns`].
    unsafe fn max_columns(out: Place<Self>, at: [isize; 2], a: Matrix<Self>);
    /// # Safety
    /// As [`columns`].
    unsafe fn min_columns(out: Place<Self>, at: [isize; 2], a: Matrix<Self>);
}

/// The search on the path in use. (The loops hold no vectors of ours: `f32` stands for any element.)
struct Find<'a, T, const MAX: bool>(&'a [T]);

impl<T: Ordered, const MAX: bool> Kernel<f32> for Find<'_, T, MAX> {
    type Output = usize;
    #[inline(always)]
    fn run<I: Simd<f32>>(self, _isa: I) -> usize {
        find_blocks::<T, MAX>(self.0)
    }
}

/// The same for the value.
struct Value<'a, T, const MAX: bool>(&'a [T]);

impl<T: Extremes, const MAX: bool> Kernel<f32> for Value<'_, T, MAX> {
    type Output = Option<T>;
    #[inline(always)]
    fn run<I: Simd<f32>>(self, _isa: I) -> Option<T> {
        value_of_blocks::<T, MAX>(self.0)
    }
}

/// The same for columns.
struct Columns<T, const MAX: bool> {
    out: Place<T>,
    /// Where the first result goes, and the distance to the next.
    at: [isize; 2],
    /// Has rows; can be read, and the places of the results be written.
    a: Matrix<T>,
}

impl<T: Ordered, const MAX: bool> Kernel<f32> for Columns<T, MAX> {
    type Output = ();
    #[inline(always)]
    fn run<I: Simd<f32>>(self, _isa: I) {
        // SAFETY: from whoever made this.
        unsafe { columns::<T, MAX>(self.out, self.at, self.a) }
    }
}

/// The value alone takes two thirds of the time of its place; for integers, whose loops are short, that is not worth as many
/// kernels again.
macro_rules! value {
    (float $T:ty, $x:ident, $MAX:literal, $find:expr) => {
        f32::dispatch(Value::<$T, $MAX>($x))
    };
    (integer $T:ty, $x:ident, $MAX:literal, $find:expr) => {
        $x.get($find).copied()
    };
}

macro_rules! extremes { ($($kind:ident $T:ty, |$x:ident| $is_unlike_others:expr, |$mark:ident, $by:ident| $marked:expr;)+) => {$(
    impl Extremes for $T {
        #[inline(always)]
        fn is_unlike_others(self) -> bool {
            let $x = self;
            $is_unlike_others
        }
        #[inline(always)]
        fn marked(self, $by: $T) -> $T {
            let $mark = self;
            $marked
        }
        fn largest(x: &[$T]) -> Option<$T> {
            value!($kind $T, x, true, Self::find_max(x))
        }
        fn smallest(x: &[$T]) -> Option<$T> {
            value!($kind $T, x, false, Self::find_min(x))
        }
        fn find_max(x: &[$T]) -> usize {
            f32::dispatch(Find::<$T, true>(x))
        }
        fn find_min(x: &[$T]) -> usize {
            f32::dispatch(Find::<$T, false>(x))
        }
        unsafe fn max_columns(out: Place<$T>, at: [isize; 2], a: Matrix<$T>) {
            f32::dispatch(Columns::<$T, true> { out, at, a });
        }
        unsafe fn min_columns(out: Place<$T>, at: [isize; 2], a: Matrix<$T>) {
            f32::dispatch(Columns::<$T, false> { out, at, a });
        }
    }
)+};}
extremes! {
    float f32, |x| x != 0.0, |mark, x| mark + x;
    float f64, |x| x != 0.0, |mark, x| mark + x;
    integer i8, |_x| true, |mark, _x| mark;
    integer u8, |_x| true, |mark, _x| mark;
    integer i16, |_x| true, |mark, _x| mark;
    integer u16, |_x| true, |mark, _x| mark;
    integer i32, |_x| true, |mark, _x| mark;
    integer u32, |_x| true, |mark, _x| mark;
    integer i64, |_x| true, |mark, _x| mark;
    integer u64, |_x| true, |mark, _x| mark;
}
