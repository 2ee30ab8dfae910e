//! The elements of strided operands of one shape, position by position: what `Plan` says, done.
//!
//! In a row an operand that stretches is one element, of which a copy is made for the row.

use crate::axes::moved;
use core::ptr;

pub(crate) use crate::axes::Plan;

impl<const K: usize> Plan<K> {
    /// Calls `f` with an element of each operand for every position, in row-major order.
    ///
    /// # Safety
    /// The operands of `places` have the lengths and strides of the plan.
    #[inline(always)]
    pub(crate) unsafe fn each<P: Places<K>>(&self, places: P, mut f: impl FnMut(P::Item)) {
        let ([m, n], [row, col]) = (self.plane(), self.strides());
        self.planes(|at| {
            // SAFETY: the positions of this plane, from the caller.
            unsafe { places.plane(at, [m, n], [row, col], &mut f) };
        });
    }
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
