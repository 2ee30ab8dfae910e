//! The largest or the smallest element: the first of equals, or the first that is not a number.
//!
//! ```text
//! value     the largest value of all, lane by lane; looked for again only where equals can differ, or one is a NaN
//! find      the largest value of each block of elements, lane by lane; in the first block that has the largest of all
//!           the first element that is not less. A block with a NaN ends the search: the first one in it is found.
//! columns   row by row: the largest so far of each of some columns, and where it was
//! ```
//!
//! `MAX` says which of the two is looked for; an element *beats* another if it comes after it, or before it.

use super::along::{Along, Column, Filled, Reduction, row_elements};
use super::elements::Elements;
use crate::kernel::operand::{MatMut, MatRef, VecRef};
use crate::kernel::primitive::same;
use crate::scalar::{OrderRepr, Ordered};
use crate::simd::{Element, HAS_VECTORS, Kernel, Simd};
use crate::written::Written;

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

/// Elements that are compared one by one where they are asked for: as many as a call is worth.
const FEW: usize = if HAS_VECTORS { 32 } else { 4 };

/// Elements of a block: few enough to be in the nearest memory when one is looked for.
const BLOCK: usize = 1024;

/// Elements among which one is looked for at a time.
const SOME: usize = 64;

/// The number of the element that is looked for among at least one.
#[inline]
pub(crate) fn find<T: Ordered, const MAX: bool>(x: &[T]) -> usize {
    if x.len() <= FEW {
        return find_few::<T, MAX>(x);
    }
    if const { !HAS_VECTORS } {
        return find_one_by_one::<T, MAX>(x);
    }
    by_order!(T as P => {
        // SAFETY: `T` has the memory and the valid values of `P`, says `by_order`.
        let x = unsafe { core::slice::from_raw_parts(x.as_ptr().cast::<P>(), x.len()) };
        if MAX { P::find_max(x) } else { P::find_min(x) }
    }, else find_blocks::<T, MAX>(x))
}

/// [`find`] on a processor without vectors, to which blocks are of no use.
#[inline(never)]
fn find_one_by_one<T: Ordered, const MAX: bool>(x: &[T]) -> usize {
    let Some(first) = x.first() else { return 0 };
    let (mut best, mut at) = (*first, 0);
    for (i, x) in x.iter().enumerate() {
        if x.unordered() {
            return i;
        }
        if beats::<T, MAX>(*x, best) {
            (best, at) = (*x, i);
        }
    }
    at
}

/// The value of the element that is looked for; `None` of no elements.
#[inline(always)]
pub(crate) fn value_of_slice<T: Ordered, const MAX: bool>(x: &[T]) -> Option<T> {
    if const { !HAS_VECTORS } {
        return extreme_of_slice::<T, MAX>(x).map(|(_, value)| value);
    }
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
    let first = x.first()?;
    let at = find::<T, MAX>(x);
    Some((at, *x.get(at).unwrap_or(first)))
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

/// What is asked for: the value of an element, or its position along the axis.
pub(crate) trait Asked<T: Ordered>: Copy {
    /// That.
    type Result: Copy;
    /// Whether the value alone is: then no positions are kept.
    const IS_VALUE: bool;
    /// That of an element.
    fn of(value: T, position: usize) -> Self::Result;
    /// Where a row of results goes.
    fn place(y: MatMut<'_, Self::Result>) -> Place<'_, T>;
}
/// The smallest or largest elements.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value;
/// Where they are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Position;

impl<T: Ordered> Asked<T> for Value {
    type Result = T;
    const IS_VALUE: bool = true;
    #[inline(always)]
    fn of(value: T, _position: usize) -> T {
        value
    }
    #[inline(always)]
    fn place(y: MatMut<'_, T>) -> Place<'_, T> {
        Place::Value(y)
    }
}
impl<T: Ordered> Asked<T> for Position {
    type Result = usize;
    const IS_VALUE: bool = false;
    #[inline(always)]
    fn of(_value: T, position: usize) -> usize {
        position
    }
    #[inline(always)]
    fn place(y: MatMut<'_, usize>) -> Place<'_, T> {
        Place::Position(y)
    }
}

/// A row of results: the values, or their positions.
#[derive(Debug)]
pub(crate) enum Place<'a, T> {
    /// The smallest or largest elements.
    Value(MatMut<'a, T>),
    /// Where they are.
    Position(MatMut<'a, usize>),
}

impl<T: Ordered> Place<'_, T> {
    /// The number of results.
    #[inline(always)]
    fn len(&self) -> usize {
        match self {
            Place::Value(y) if y.rows() > 0 => y.cols(),
            Place::Position(y) if y.rows() > 0 => y.cols(),
            _ => 0,
        }
    }

    /// Writes result `j`.
    ///
    /// # Safety
    /// `j < self.len()`.
    #[inline(always)]
    unsafe fn write(&mut self, j: usize, value: T, position: usize) {
        // SAFETY: from the caller: there is a row, and column `j` in it.
        unsafe {
            match self {
                Place::Value(y) => y.set(0, j, value),
                Place::Position(y) => y.set(0, j, position),
            }
        }
    }
}

/// The elements looked for along an axis, which has elements.
#[inline(always)]
pub(crate) fn extreme_along<'o, A: Asked<T>, T: Ordered, const MAX: bool>(
    asked: A,
    along: Along<'_, 'o, T, A::Result, Filled>,
) -> Written<'o> {
    along.reduce(Extreme::<A, MAX>(asked))
}

/// The largest element of each vector, or the smallest.
#[derive(Clone, Copy)]
struct Extreme<A, const MAX: bool>(A);

impl<A: Asked<T>, T: Ordered, const MAX: bool> Reduction<T, A::Result> for Extreme<A, MAX> {
    type Kind = Filled;
    #[inline(always)]
    fn row(self, x: Column<'_, T>) -> A::Result {
        if const { A::IS_VALUE } {
            // SAFETY: by `Filled` there is an element.
            let first = unsafe { x.first() };
            A::of(value_of_slice::<T, MAX>(x.as_slice()).unwrap_or(first), 0)
        } else {
            self.column(x)
        }
    }
    #[inline(always)]
    fn column(self, x: Column<'_, T>) -> A::Result {
        // SAFETY: by `Filled` there is an element.
        let first = unsafe { x.first() };
        if const { A::IS_VALUE } {
            let better = |best: T, x: T| if supersedes::<T, MAX>(x, best) { x } else { best };
            return A::of(x.chain(first, |_, x| x, better), 0);
        }
        let (mut at, mut best) = (0, first);
        for (i, x) in x.elements() {
            // Each chosen by itself, which takes no branch.
            let is_better = supersedes::<T, MAX>(x, best);
            at = if is_better { i } else { at };
            best = if is_better { x } else { best };
        }
        A::of(best, at)
    }
    fn many<'o>(self, along: Along<'_, 'o, T, A::Result, Filled>) -> Written<'o> {
        let axes = along.axes();
        // More rows than `columns` can number come from views with strides of 0 alone, or from memory of many gigabytes.
        let is_long = u32::try_from(axes.axis.len).is_err();
        if axes.axis.a == 1 || axes.axis.len == 1 || is_long || axes.around.iter().all(|axis| axis.len == 1) {
            return along.each_row(|x: VecRef<'_, T>| {
                let elements = row_elements(x);
                let found = match elements.as_slice() {
                    Some(x) if const { A::IS_VALUE } => value_of_slice::<T, MAX>(x).map(|value| (0, value)),
                    _ => extreme::<T, MAX>(&elements),
                };
                // SAFETY: by `Filled` there is an element.
                let (position, value) = found.unwrap_or_else(|| (0, unsafe { x.get(0) }));
                A::of(value, position)
            });
        }
        along.each_matrix(|y, a| {
            let place = A::place(y);
            by_order!(T as P => {
                // SAFETY: `T` has the memory and the valid values of `P`, says `by_order`.
                let (place, a) = unsafe {
                    let place = match place {
                        Place::Value(y) => Place::Value(y.cast::<P>()),
                        Place::Position(y) => Place::Position(y),
                    };
                    (place, a.cast::<P>())
                };
                if MAX { P::max_columns(place, a) } else { P::min_columns(place, a) }
            }, else columns::<T, MAX>(place, a));
        });
        // SAFETY: by `Filled` each matrix has a row, so that a result is written for each column of it.
        unsafe { along.written() }
    }
}

/// The element that is looked for in each column, if there are rows, row by row: no more than a `u32` can number.
#[inline(always)]
fn columns<T: Ordered, const MAX: bool>(out: Place<'_, T>, a: MatRef<'_, T>) {
    match out {
        Place::Value(_) => columns_of::<T, (), MAX>(out, a),
        // As wide as the elements of most arrays, so that as many are in a vector.
        Place::Position(_) => columns_of::<T, u32, MAX>(out, a),
    }
}

/// [`columns`], so many at a time that the compiler leaves the loop over them to its vectoriser, and does not unroll it.
#[inline(always)]
fn columns_of<T: Ordered, R: Row, const MAX: bool>(out: Place<'_, T>, a: MatRef<'_, T>) {
    if const { size_of::<T>() == 1 } {
        panels::<T, R, MAX, 256>(out, a);
    } else {
        panels::<T, R, MAX, 64>(out, a);
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
/// [`columns`], `W` at a time; the last panel may have some of the one before it, which are found again.
#[inline(always)]
fn panels<T: Ordered, R: Row, const MAX: bool, const W: usize>(mut out: Place<'_, T>, a: MatRef<'_, T>) {
    debug_assert!(out.len() == a.cols(), "columns: lengths differ");
    let ([m, n], [row, col]) = ([a.rows(), a.cols().min(out.len())], [a.row_stride(), a.col_stride()]);
    if m == 0 {
        return;
    }
    let from = |i: usize, j: usize| {
        let at = (i as isize).wrapping_mul(row).wrapping_add((j as isize).wrapping_mul(col));
        a.as_ptr().wrapping_offset(at)
    };
    if col == 1 && n >= W {
        let mut first = 0;
        while first < n {
            let panel = first.min(n - W);
            // SAFETY: rows below `m` and columns `panel .. panel + W`, which `a` has, follow each other.
            let some = |i: usize| unsafe { &*from(i, panel).cast::<[T; W]>() };
            let (mut best, mut at) = (*some(0), [R::default(); W]);
            for i in 1..m {
                for ((best, at), x) in best.iter_mut().zip(&mut at).zip(some(i)) {
                    let is_better = supersedes::<T, MAX>(*x, *best);
                    *best = if is_better { *x } else { *best };
                    *at = if is_better { R::of(i) } else { *at };
                }
            }
            for (j, (best, at)) in best.into_iter().zip(at).enumerate() {
                // SAFETY: `panel + W` is at most `n`.
                unsafe { out.write(panel + j, best, at.row()) };
            }
            first += W;
        }
        return;
    }
    for first in (0..n).step_by(W) {
        let count = (n - first).min(W);
        // SAFETY: a row below `m` and a column below `n`, which `a` has.
        let x = |i: usize, j: usize| unsafe { *from(i, first + j) };
        let (mut best, mut at) = ([x(0, 0); W], [R::default(); W]);
        for (j, best) in best.iter_mut().enumerate().take(count) {
            *best = x(0, j);
        }
        for i in 1..m {
            for (j, (best, at)) in best.iter_mut().zip(&mut at).enumerate().take(count) {
                let x = x(i, j);
                if supersedes::<T, MAX>(x, *best) {
                    (*best, *at) = (x, R::of(i));
                }
            }
        }
        for (j, (best, at)) in best.into_iter().zip(at).enumerate().take(count) {
            // SAFETY: `first + j` is below `n`.
            unsafe { out.write(first + j, best, at.row()) };
        }
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
    fn max_columns(out: Place<'_, Self>, a: MatRef<'_, Self>);
    fn min_columns(out: Place<'_, Self>, a: MatRef<'_, Self>);
}

/// The search on the path in use. (The loops hold no vectors of ours: `f32` stands for any element.)
struct Find<'a, T, const MAX: bool>(&'a [T]);

impl<T: Ordered, const MAX: bool> Kernel<f32> for Find<'_, T, MAX> {
    type Output = usize;
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<f32>>(self, _isa: I) -> usize {
        find_blocks::<T, MAX>(self.0)
    }
}

/// The same for the value.
struct Best<'a, T, const MAX: bool>(&'a [T]);

impl<T: Extremes, const MAX: bool> Kernel<f32> for Best<'_, T, MAX> {
    type Output = Option<T>;
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<f32>>(self, _isa: I) -> Option<T> {
        value_of_blocks::<T, MAX>(self.0)
    }
}

/// The same for columns.
struct Columns<'a, T, const MAX: bool>(Place<'a, T>, MatRef<'a, T>);

impl<T: Ordered, const MAX: bool> Kernel<f32> for Columns<'_, T, MAX> {
    type Output = ();
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<f32>>(self, _isa: I) {
        columns::<T, MAX>(self.0, self.1);
    }
}

/// The value alone takes two thirds of the time of its place; for integers, whose loops are short, that is not worth as many
/// kernels again.
macro_rules! value {
    (float $T:ty, $x:ident, $MAX:literal, $find:expr) => {
        f32::dispatch(Best::<$T, $MAX>($x))
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
        fn max_columns(out: Place<'_, $T>, a: MatRef<'_, $T>) {
            f32::dispatch(Columns::<$T, true>(out, a));
        }
        fn min_columns(out: Place<'_, $T>, a: MatRef<'_, $T>) {
            f32::dispatch(Columns::<$T, false>(out, a));
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
