//! Every position of strided operands of one shape, in row-major order: `Plan` says which loops that takes.
//!
//! ```text
//! axes of length 1 are left out; an axis whose step is the whole of the next one, for every operand, is one with it
//! for each position of the other axes: for each row of the plane: for each column: f(an element of each operand)
//! ```
//!
//! In a row an operand that stretches is one element, of which a copy is made for the row.
//!
//! A plan is made by a `const fn`: of lengths and strides that the types know it is a constant, and the loops have
//! constant bounds.

use core::ptr;

/// The most axes.
const MAX: usize = 8;

/// The axes of `K` operands of one shape, the innermost first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan<const K: usize> {
    ndim: usize,
    dims: [usize; MAX],
    strides: [[isize; K]; MAX],
}

impl<const K: usize> Plan<K> {
    /// Of axes in row-major order; of the lists, the first `dims.len()` numbers count, at most 8.
    #[inline]
    #[must_use]
    pub(crate) const fn new(dims: &[usize], strides: [&[isize]; K]) -> Self {
        let mut plan = Plan { ndim: 0, dims: [1; MAX], strides: [[0; K]; MAX] };
        let mut axis = dims.len();
        while axis > 0 {
            axis -= 1;
            let len = dims[axis];
            if len == 0 {
                return Plan { ndim: 1, dims: [0; MAX], strides: [[0; K]; MAX] };
            }
            if len == 1 {
                continue;
            }
            let mut own = [0; K];
            let mut follows = plan.ndim > 0;
            let mut k = 0;
            while k < K {
                // As many strides as lengths; a number beyond is not looked for.
                own[k] = if axis < strides[k].len() { strides[k][axis] } else { 0 };
                let last = plan.ndim.wrapping_sub(1);
                if last < MAX {
                    follows &= own[k] == plan.strides[last][k].wrapping_mul(plan.dims[last] as isize);
                }
                k += 1;
            }
            let last = plan.ndim.wrapping_sub(1);
            if follows && last < MAX {
                plan.dims[last] *= len;
            } else {
                // A copy: the optimiser does not see that the first store leaves `ndim` as it is.
                let ndim = plan.ndim;
                if ndim < MAX {
                    (plan.dims[ndim], plan.strides[ndim]) = (len, own);
                    plan.ndim = ndim + 1;
                }
            }
        }
        plan
    }

    /// The rows and columns of a plane.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn plane(&self) -> [usize; 2] {
        [self.dims[1], self.dims[0]]
    }

    /// From row to row and from column to column of a plane, of operand `k`.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn plane_strides(&self, k: usize) -> [isize; 2] {
        [self.strides[1][k], self.strides[0][k]]
    }

    /// Calls `f` with the offset of each operand for every plane, in row-major order.
    #[inline(always)]
    pub(crate) fn planes(&self, mut f: impl FnMut([isize; K])) {
        let mut position = [0; MAX];
        let mut at = [0_isize; K];
        loop {
            f(at);
            let mut axis = 2;
            loop {
                if axis >= self.ndim || axis >= MAX {
                    return;
                }
                position[axis] += 1;
                if position[axis] < self.dims[axis] {
                    at = moved(at, self.strides[axis], 1);
                    break;
                }
                at = moved(at, self.strides[axis], 1 - self.dims[axis] as isize);
                position[axis] = 0;
                axis += 1;
            }
        }
    }

    /// Calls `f` with the offset of each operand and the rows and columns for every plane, some columns at a time if an operand
    /// strides through memory from column to column: a line of the cache is read for each column, which is still there for
    /// the next rows if there are few.
    #[inline(always)]
    pub(crate) fn parts(&self, mut f: impl FnMut([isize; K], [usize; 2])) {
        const LINES: usize = 16;
        let ([m, n], cols) = (self.plane(), self.strides[0]);
        let strides = m > 1 && cols.iter().any(|col| !matches!(col, 0 | 1));
        let most = if strides { LINES } else { n };
        self.planes(|at| {
            let mut start = 0;
            while start < n {
                let count = most.min(n - start);
                f(moved(at, cols, start as isize), [m, count]);
                start += count;
            }
        });
    }

    /// Calls `f` with an element of each operand for every position, in row-major order.
    ///
    /// # Safety
    /// The operands of `places` have the lengths and strides of the plan.
    #[inline(always)]
    pub(crate) unsafe fn each<P: Places<K>>(&self, places: P, mut f: impl FnMut(P::Item)) {
        let [m, n] = self.plane();
        let [row, col] = [self.strides[1], self.strides[0]];
        self.planes(|at| {
            // SAFETY: the positions of this plane, from the caller.
            unsafe { places.plane(at, [m, n], [row, col], &mut f) };
        });
    }
}

/// Offsets after `n` steps.
#[inline(always)]
fn moved<const K: usize>(mut at: [isize; K], strides: [isize; K], n: isize) -> [isize; K] {
    for (at, stride) in at.iter_mut().zip(strides) {
        *at = at.wrapping_add(stride.wrapping_mul(n));
    }
    at
}

/// The first elements of `K` operands.
pub(crate) trait Places<const K: usize>: Copy {
    /// What there is for each position.
    type Item;
    /// The elements at these offsets.
    ///
    /// # Safety
    /// Each operand has an element there.
    unsafe fn get(self, at: [isize; K]) -> Self::Item;
    /// Calls `f` with the elements of so many rows and columns, from offsets on, at strides from row to row and from column
    /// to column.
    ///
    /// # Safety
    /// Each operand has these elements.
    unsafe fn plane(
        self,
        at: [isize; K],
        lens: [usize; 2],
        strides: [[isize; K]; 2],
        f: &mut impl FnMut(Self::Item),
    );
}

/// The first element of one operand.
pub(crate) trait Place: Copy {
    /// What there is for each position.
    type Item;
    /// Whether it can stretch: one element for all of a row.
    const STRETCHES: bool;
    /// That element, if it can.
    type Kept;
    /// A copy of the element at an offset.
    ///
    /// # Safety
    /// There is one.
    unsafe fn keep(self, offset: isize) -> Self::Kept;
    /// The operand whose first element that is, which must outlive it.
    fn kept(self, kept: &Self::Kept) -> Self;
    /// The element at an offset.
    ///
    /// # Safety
    /// There is one.
    unsafe fn at(self, offset: isize) -> Self::Item;
}

/// Elements that are read.
#[derive(Debug)]
pub(crate) struct Read<T>(*const T);
/// Elements that are written.
#[derive(Debug)]
pub(crate) struct Write<T>(*mut T);

/// The elements of an operand that is read.
#[inline(always)]
pub(crate) fn read<T>(first: *const T) -> Read<T> {
    Read(first)
}
/// The elements of an operand that is written.
#[inline(always)]
pub(crate) fn write<T>(first: *mut T) -> Write<T> {
    Write(first)
}

impl<T> Clone for Read<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Read<T> {}
impl<T> Clone for Write<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Write<T> {}

impl<T: Clone> Place for Read<T> {
    type Item = T;
    const STRETCHES: bool = true;
    type Kept = T;
    #[inline(always)]
    unsafe fn keep(self, offset: isize) -> T {
        // SAFETY: from the caller.
        unsafe { self.at(offset) }
    }
    #[inline(always)]
    fn kept(self, kept: &T) -> Self {
        Read(kept)
    }
    #[inline(always)]
    unsafe fn at(self, offset: isize) -> T {
        // SAFETY: an element is there, from the caller.
        unsafe { (*self.0.wrapping_offset(offset)).clone() }
    }
}
impl<T> Place for Write<T> {
    type Item = ptr::NonNull<T>;
    const STRETCHES: bool = false;
    type Kept = ();
    #[inline(always)]
    unsafe fn keep(self, _offset: isize) {}
    #[inline(always)]
    fn kept(self, (): &()) -> Self {
        self
    }
    #[inline(always)]
    unsafe fn at(self, offset: isize) -> ptr::NonNull<T> {
        // SAFETY: an element is there, from the caller, so the place is not null.
        unsafe { ptr::NonNull::new_unchecked(self.0.wrapping_offset(offset)) }
    }
}

/// One line for each number of operands.
macro_rules! places { ($($k:literal: $($P:ident $i:tt),+;)+) => {$(
    impl<$($P: Place),+> Places<$k> for ($($P,)+) {
        type Item = ($($P::Item,)+);
        #[inline(always)]
        unsafe fn get(self, at: [isize; $k]) -> Self::Item {
            // SAFETY: from the caller.
            unsafe { ($(self.$i.at(at[$i]),)+) }
        }
        #[inline(always)]
        unsafe fn plane(
            self,
            at: [isize; $k],
            [m, n]: [usize; 2],
            [row, col]: [[isize; $k]; 2],
            f: &mut impl FnMut(Self::Item),
        ) {
            // The constants make loops that the compiler vectorises; one nest of them for each, or it would make one of all.
            if col == [1; $k] {
                for i in 0..m as isize {
                    // SAFETY: from the caller; these are the strides.
                    unsafe { row_of(self, moved(at, row, i), [1; $k], n, f) };
                }
                return;
            }
            $(if const { $P::STRETCHES && $k > 1 } && n > 0 && col == const { stretched($i) } {
                for i in 0..m as isize {
                    let (mut places, mut at) = (self, moved(at, row, i));
                    // A copy, which no operand that is written can change: the compiler need not look for that.
                    // SAFETY: from the caller; there is an element, since `n > 0`.
                    let one = unsafe { self.$i.keep(at[$i]) };
                    (places.$i, at[$i]) = (places.$i.kept(&one), 0);
                    // SAFETY: from the caller; these are the strides, and the copy stands for all of its operand's row.
                    unsafe { row_of(places, at, const { stretched($i) }, n, f) };
                }
                return;
            })+
            for i in 0..m as isize {
                // SAFETY: from the caller.
                unsafe { row_of(self, moved(at, row, i), col, n, f) };
            }
        }
    }
)+};}

/// The strides of operands next to each other, but for one, which stretches.
const fn stretched<const K: usize>(one: usize) -> [isize; K] {
    let mut strides = [1; K];
    strides[one] = 0;
    strides
}

/// Calls `f` with the elements of a row of `n`, from its offsets and at its strides.
///
/// # Safety
/// Each operand has these elements.
#[inline(always)]
unsafe fn row_of<P: Places<K>, const K: usize>(
    places: P,
    at: [isize; K],
    strides: [isize; K],
    n: usize,
    f: &mut impl FnMut(P::Item),
) {
    for j in 0..n as isize {
        // SAFETY: element `j` of the row, from the caller.
        f(unsafe { places.get(moved(at, strides, j)) });
    }
}
places! {
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
}
