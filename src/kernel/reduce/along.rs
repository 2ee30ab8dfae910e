//! Operations along one axis of an array: the operand that carries what a kernel relies on, and the driver of reductions.
//!
//! ```text
//! few elements, of constant lengths     plain loops, inlined where they are asked for
//! few elements                          the same, compiled once for each element type
//! else                                  what the reduction does with many: row by row, or a matrix at a time
//! ```

use super::elements::Elements;
use crate::axes::{Axes, Axis, for_each};
use crate::kernel::operand::{MatMut, MatRef, VecRef};
use crate::kernel::order::BLOCK_ROWS;
use crate::written::{Name, Written};
use core::marker::PhantomData;

/// The axes of an operation along one of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AlongAxes<'x> {
    /// The other axes, outermost first: `c` is the stride of the result, `a` that of the elements, and `b` that of the second
    /// operand, if there is one.
    pub(crate) around: &'x [Axis],
    /// The axis.
    pub(crate) axis: Axis,
    /// Whether it is the last one of the array, which decides the order of a sum.
    pub(crate) is_last: bool,
    /// Whether elements and results stand row by row. Then there are two axes around, one before the axis and one after it.
    pub(crate) is_row_major: bool,
    /// Whether the lengths are constants where this is made.
    pub(crate) is_known: bool,
}

/// One result for each position around the axis.
#[derive(Debug)]
pub(crate) enum Reduced {}
/// The same, of an axis that has elements wherever there is a position around.
#[derive(Debug)]
pub(crate) enum Filled {}
/// One result for each position of all axes.
#[derive(Debug)]
pub(crate) enum Running {}

/// The operand of a kernel that goes along an axis, and the place of its result `'o`.
///
/// Invariant: with the strides of `axes`
/// - at every position of all axes `x` and `y` hold a `T`, which can be read and which nobody writes while this lives;
/// - at every position around the axis (if `K` is `Running`, of all axes) `out` can be written as an `R`, a place for each;
/// - these places are all elements of the result;
/// - if `K` is `Filled`, the axis has elements, or there is no position around it;
/// - if `axes.is_row_major`, there are two axes around, and elements and results stand row by row.
#[derive(Debug)]
pub(crate) struct Along<'x, 'o, T, R, K = Reduced> {
    axes: AlongAxes<'x>,
    x: *const T,
    y: *const T,
    out: *mut R,
    marks: PhantomData<(&'x T, Name<'o>, K)>,
}

impl<T, R, K> Clone for Along<'_, '_, T, R, K> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T, R, K> Copy for Along<'_, '_, T, R, K> {}

/// An array whose vectors along an axis are changed in place.
///
/// Invariant: with the strides of `axes` (`a`) `x` holds at every position of all axes a `T`, a place for each, which is
/// borrowed mutably for `'x`.
#[derive(Debug)]
pub(crate) struct AlongMut<'x, T> {
    pub(crate) axes: AlongAxes<'x>,
    pub(crate) x: *mut T,
    life: PhantomData<&'x mut T>,
}

impl<'x, T> AlongMut<'x, T> {
    /// The vectors of an array along an axis.
    ///
    /// # Safety
    /// The invariant of the type.
    #[inline(always)]
    pub(crate) unsafe fn new(axes: AlongAxes<'x>, x: *mut T) -> Self {
        AlongMut { axes, x, life: PhantomData }
    }

    /// Calls `few` with the first place, the number and the distance of the elements of each vector, if they are constants and the
    /// vectors of at most `most`; else `many` with them all.
    #[inline(always)]
    pub(crate) fn by_loops(self, most: usize, few: impl Fn(*mut T, usize, isize), many: impl FnOnce(Self)) {
        let Some([before, len, after]) = self.axes.few().filter(|[_, len, _]| *len <= most) else {
            return many(self);
        };
        for i in 0..before {
            for j in 0..after {
                few(self.x.wrapping_add(i * len * after + j), len, after as isize);
            }
        }
    }
}

/// The most axes of an operand.
const MOST: usize = 8;

/// The most elements that are reduced by plain loops: of constant lengths these are inlined where they are asked for, and
/// for others a call with dispatch costs more.
const FEW: usize = 64;

impl<'x> AlongAxes<'x> {
    /// Calls `f` with the offsets in the result and in the elements of every position of the axes around but one, and
    /// that one: the one whose elements are next to each other, if there is one, else the last.
    #[inline(always)]
    pub(crate) fn for_each_matrix(&self, mut f: impl FnMut([isize; 2], Axis)) {
        // One axis before the one of the reduction and one after it, as arrays that own their elements have.
        if let [before, after] = self.around
            && (before.len == 1 || after.len == 1 || after.a == 1 && !before.is_around(after))
        {
            let (all, one) = if after.len == 1 { (Axis::ONE, before) } else { (*before, after) };
            if one.len > 0 {
                for i in 0..all.len as isize {
                    f([all.c.wrapping_mul(i), all.a.wrapping_mul(i)], *one);
                }
            }
            return;
        }
        if self.around.iter().any(|axis| axis.len == 0) {
            return;
        }
        // There are no more axes than the list holds.
        let mut axes =
            Axes::<MOST>::of(self.around.iter().map(|axis| Axis { b: 0, ..*axis })).unwrap_or_else(Axes::new);
        let last = axes.as_slice().len().saturating_sub(1);
        let chosen = axes.as_slice().iter().position(|axis| axis.a == 1).unwrap_or(last);
        let one = axes.take(chosen);
        for_each(axes.as_slice(), |[c, a, _]| f([c, a], one));
    }

    /// Calls `f` with the offsets in the result and in the elements of both operands of every position of the axes around.
    #[inline(always)]
    pub(crate) fn for_each_row(&self, f: impl FnMut([isize; 3])) {
        if self.around.iter().all(|axis| axis.len != 0) {
            for_each(self.around, f);
        }
    }

    /// The lengths, if they are constants and few.
    #[inline(always)]
    fn few(&self) -> Option<[usize; 3]> {
        if self.is_known { self.few_at_run_time() } else { None }
    }

    /// The lengths, if they are few: before the axis, along it, and after it.
    #[inline(always)]
    fn few_at_run_time(&self) -> Option<[usize; 3]> {
        match self.around {
            [before, after] if self.is_row_major => {
                let [before, len, after] = [before.len, self.axis.len, after.len];
                let is_few = before.saturating_mul(after).saturating_mul(len) <= FEW && len <= FEW;
                is_few.then_some([before, len, after])
            }
            _ => None,
        }
    }
}

/// A reduction of vectors to one result each.
pub(crate) trait Reduction<T: Copy, R>: Copy {
    /// What the operand must promise.
    type Kind;
    /// Whether plain loops also serve few elements whose lengths are known at run time.
    const AT_RUN_TIME: bool = true;
    /// Of a few elements next to each other, of a number that is a constant.
    #[inline(always)]
    fn known_row(self, x: Column<'_, T>) -> R {
        self.row(x)
    }
    /// Of a few elements next to each other.
    fn row(self, x: Column<'_, T>) -> R;
    /// Of a few elements at equal distances.
    fn column(self, x: Column<'_, T>) -> R;
    /// Of all vectors of many elements.
    fn many<'o>(self, along: Along<'_, 'o, T, R, Self::Kind>) -> Written<'o>;
}

impl<'x, 'o, T, R, K> Along<'x, 'o, T, R, K> {
    /// The operand, or both, and the place of the result.
    ///
    /// # Safety
    /// The invariant of the type.
    #[inline(always)]
    pub(crate) unsafe fn new(axes: AlongAxes<'x>, [x, y]: [*const T; 2], out: *mut R) -> Self {
        Along { axes, x, y, out, marks: PhantomData }
    }

    /// The axes.
    #[inline(always)]
    pub(crate) fn axes(&self) -> AlongAxes<'x> {
        self.axes
    }

    /// The first place of the result, of the operand, and of the second operand.
    #[inline(always)]
    pub(crate) fn places(&self) -> (*mut R, *const T, *const T) {
        (self.out, self.x, self.y)
    }

    /// The proof that the result is written.
    ///
    /// # Safety
    /// Every place of it is.
    #[inline(always)]
    pub(crate) unsafe fn written(&self) -> Written<'o> {
        // SAFETY: from the caller.
        unsafe { Written::all() }
    }

    /// The same memory as other element types.
    ///
    /// # Safety
    /// `T2` and `R2` have the size, alignment and valid values of `T` and `R`.
    #[inline(always)]
    pub(crate) unsafe fn cast<T2, R2>(self) -> Along<'x, 'o, T2, R2, K> {
        let Along { axes, x, y, out, .. } = self;
        Along { axes, x: x.cast(), y: y.cast(), out: out.cast(), marks: PhantomData }
    }
}

/// What is common to results without the axis.
pub(crate) trait WithoutAxis {}
impl WithoutAxis for Reduced {}
impl WithoutAxis for Filled {}

impl<'x, 'o, T: Copy, R, K: WithoutAxis> Along<'x, 'o, T, R, K> {
    /// Writes `f` of each vector.
    #[inline(always)]
    pub(crate) fn each_row(self, mut f: impl FnMut(VecRef<'x, T>) -> R) -> Written<'o> {
        let Axis { len, a: stride, .. } = self.axes.axis;
        self.axes.for_each_row(|[c, a, _]| {
            // SAFETY: the invariant, at one position around the axis.
            unsafe {
                self.out.wrapping_offset(c).write(f(VecRef::new(self.x.wrapping_offset(a), len, stride)));
            }
        });
        // SAFETY: every position around the axis was visited.
        unsafe { self.written() }
    }

    /// Writes `f` of each vector of the operand and that of the second one.
    #[cfg(any(feature = "std", feature = "libm"))]
    #[inline(always)]
    pub(crate) fn each_pair(self, mut f: impl FnMut(VecRef<'x, T>, VecRef<'x, T>) -> R) -> Written<'o> {
        let Axis { len, a: stride, b: stride_y, .. } = self.axes.axis;
        self.axes.for_each_row(|[c, a, b]| {
            // SAFETY: the invariant, at one position around the axis.
            unsafe {
                let x = VecRef::new(self.x.wrapping_offset(a), len, stride);
                let y = VecRef::new(self.y.wrapping_offset(b), len, stride_y);
                self.out.wrapping_offset(c).write(f(x, y));
            }
        });
        // SAFETY: every position around the axis was visited.
        unsafe { self.written() }
    }

    /// Calls `f` with a row of results, and the matrix of as many columns that they are of, until there are no more.
    #[inline(always)]
    pub(crate) fn each_matrix(self, mut f: impl FnMut(MatMut<'_, R>, MatRef<'x, T>)) {
        let Axis { len, a: stride, .. } = self.axes.axis;
        self.axes.for_each_matrix(|[c, a], one| {
            let (out, x) = (self.out.wrapping_offset(c), self.x.wrapping_offset(a));
            // SAFETY: the invariant, at the positions of one axis around.
            unsafe {
                let y = MatMut::new(out, [1, one.len], [0, one.c]);
                f(y, MatRef::new(x, [len, one.len], [stride, one.a]));
            }
        });
    }

    /// The results of a reduction.
    #[inline(always)]
    pub(crate) fn reduce<F: Reduction<T, R, Kind = K>>(self, f: F) -> Written<'o> {
        match self.axes.few() {
            Some(few) => self.by_loops::<F, true>(few, f),
            None => self.reduce_many(f),
        }
    }

    fn reduce_many<F: Reduction<T, R, Kind = K>>(self, f: F) -> Written<'o> {
        match self.axes.few_at_run_time() {
            Some(few) if const { F::AT_RUN_TIME } => self.by_loops::<F, false>(few, f),
            _ => f.many(self),
        }
    }

    /// Writes the result of each vector, of these lengths, which are constants if `KNOWN`.
    // No closures: the compiler makes functions of them, which are not inlined.
    #[inline(always)]
    fn by_loops<F: Reduction<T, R, Kind = K>, const KNOWN: bool>(
        self,
        [before, len, after]: [usize; 3],
        f: F,
    ) -> Written<'o> {
        let Along { x, out, .. } = self;
        // SAFETY: elements and results stand row by row, by the invariant: these are the places of position `i` before the
        // axis and `j` after it, and all are written. (Of no elements the places may be outside the array.)
        unsafe {
            if self.axes.is_last {
                debug_assert!(after == 1);
                for i in 0..before {
                    let x = Column::new(x.wrapping_add(i * len), len, 1);
                    out.add(i).write(if KNOWN { f.known_row(x) } else { f.row(x) });
                }
            } else {
                for i in 0..before {
                    for j in 0..after {
                        let x = Column::new(x.wrapping_add(i * len * after + j), len, after);
                        out.add(i * after + j).write(f.column(x));
                    }
                }
            }
            self.written()
        }
    }
}

/// A few elements at equal distances.
///
/// Invariant: they can be read while `'x` lives.
#[derive(Debug)]
pub(crate) struct Column<'x, T> {
    first: *const T,
    len: usize,
    stride: usize,
    life: PhantomData<&'x T>,
}

impl<T> Clone for Column<'_, T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Column<'_, T> {}

impl<'x, T: Copy> Column<'x, T> {
    /// # Safety
    /// The invariant of the type.
    #[inline(always)]
    unsafe fn new(first: *const T, len: usize, stride: usize) -> Self {
        Column { first, len, stride, life: PhantomData }
    }

    /// The number of elements.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The first element.
    ///
    /// # Safety
    /// There is one.
    #[inline(always)]
    pub(crate) unsafe fn first(&self) -> T {
        debug_assert!(self.len > 0);
        // SAFETY: the invariant of the type, and from the caller.
        unsafe { *self.first }
    }

    /// The elements of a row, which are next to each other.
    #[inline(always)]
    pub(crate) fn as_slice(&self) -> &'x [T] {
        debug_assert!(self.stride == 1 || self.len <= 1, "a row");
        let len = if self.stride == 1 { self.len } else { self.len.min(1) };
        // SAFETY: the invariant of the type: at a stride of 1 the elements follow each other.
        unsafe { core::slice::from_raw_parts(self.first, len) }
    }

    /// All of them.
    #[inline(always)]
    pub(crate) fn as_vec(&self) -> VecRef<'x, T> {
        // SAFETY: the invariant of the type.
        unsafe { VecRef::new(self.first, self.len, self.stride as isize) }
    }

    /// The elements with their numbers.
    #[inline(always)]
    pub(crate) fn elements(&self) -> impl Iterator<Item = (usize, T)> {
        // SAFETY: the invariant of the type.
        (0..self.len).map(|i| (i, unsafe { *self.first.add(i * self.stride) }))
    }

    /// `plus` over `f` of all, in order; `zero` of none.
    #[inline(always)]
    pub(crate) fn chain<M: Copy>(&self, zero: M, f: impl Fn(usize, T) -> M, plus: impl Fn(M, M) -> M) -> M {
        debug_assert!(self.len <= BLOCK_ROWS, "one block");
        self.elements().map(|(i, x)| f(i, x)).reduce(plus).unwrap_or(zero)
    }
}

/// The elements of a vector.
#[inline(always)]
pub(crate) fn row_elements<T: Copy>(x: VecRef<'_, T>) -> Elements<'_, T> {
    // SAFETY: the elements of `x`.
    unsafe { Elements::row(x.as_ptr(), x.len(), x.stride()) }
}
