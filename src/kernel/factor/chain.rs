//! Rotations of neighbouring rows, each of which begins with the row that the one before ended with.
//!
//! They are collected, and applied together:
//!
//! ```text
//! for each group of columns:
//!     x = the first row
//!     for each rotation: y = the next row;  row before = c x + s y;  x = c y - s x
//!     last row = x
//! ```
//!
//! So each element is read and written once, not twice, and no rotation of rows waits for the square root of the next one.
//! What is left of few columns, in which one row after the other would wait for the one before, is turned row by row.

use super::givens::Rotation;
use super::rows::{Rows, from, from_mut, put};
use crate::scalar::Real;
use crate::simd::HAS_VECTORS;

/// So many are collected at most.
const LONGEST: usize = 32;

/// So many columns are turned at once: in registers, and enough of them that none waits for another.
const WIDTH: usize = 16;

/// Rotations that are to be applied to the rows of a matrix.
pub(super) struct Chain<T> {
    /// Their cosines and sines.
    turns: [[T; 2]; LONGEST],
    len: usize,
    /// The row that the first one begins with.
    first: usize,
    /// From a row to the next, or to the one before.
    step: usize,
}

impl<T: Real> Chain<T> {
    /// None.
    #[inline(always)]
    pub(super) fn new() -> Self {
        Chain { turns: [[T::ONE, T::ZERO]; LONGEST], len: 0, first: 0, step: 0 }
    }

    /// The next rotation is of the rows `first` and `second`, which are neighbours.
    #[inline(always)]
    pub(super) fn start(&mut self, first: usize, second: usize) {
        (self.first, self.step, self.len) = (first, second.wrapping_sub(first), 0);
    }

    /// One more. Without vectors the rows are turned at once, which is less code.
    #[inline(always)]
    pub(super) fn push(&mut self, rotation: Rotation<T>, rows: &mut Rows<'_, T>) {
        let turn = [rotation.c, rotation.s];
        if !HAS_VECTORS {
            self.first = turn_rows(rows, self.first, self.step, 0, &[turn]);
            return;
        }
        if self.len == LONGEST {
            self.apply(rows);
        }
        put(&mut self.turns, self.len, turn);
        self.len += 1;
    }

    /// Turns the rows. The next rotation begins where the last one ended.
    #[inline(always)]
    pub(super) fn apply(&mut self, rows: &mut Rows<'_, T>) {
        if !HAS_VECTORS {
            return;
        }
        let turns = self.turns.get(..self.len).unwrap_or_default();
        let (n, mut column) = (rows.as_ref().columns(), 0);
        let (start, step) = (self.first.wrapping_mul(n), self.step.wrapping_mul(n));
        while column + WIDTH <= n {
            turn(rows.elements_mut(), start.wrapping_add(column), step, turns);
            column += WIDTH;
        }
        self.first = turn_rows(rows, self.first, self.step, column, turns);
        self.len = 0;
    }
}

/// Turns the columns from `column` on, rotation by rotation. Returns the row that the next rotation begins with.
#[inline(always)]
fn turn_rows<T: Real>(
    rows: &mut Rows<'_, T>,
    first: usize,
    step: usize,
    column: usize,
    turns: &[[T; 2]],
) -> usize {
    let mut row = first;
    for &[c, s] in turns {
        let next = row.wrapping_add(step);
        let (x, y) = rows.two(row, next);
        for (x, y) in from_mut(x, column).iter_mut().zip(from_mut(y, column)) {
            (*x, *y) = (c * *x + s * *y, c * *y - s * *x);
        }
        row = next;
    }
    row
}

/// Turns a group of columns, the first element of which is `at`.
#[inline(always)]
fn turn<T: Real>(elements: &mut [T], mut at: usize, step: usize, turns: &[[T; 2]]) {
    let Some(&first) = from(elements, at).first_chunk::<WIDTH>() else { return };
    let mut x = first;
    for &[c, s] in turns {
        let next = at.wrapping_add(step);
        let Some(&y) = from(elements, next).first_chunk::<WIDTH>() else { return };
        let Some(row) = from_mut(elements, at).first_chunk_mut::<WIDTH>() else { return };
        for ((row, x), y) in row.iter_mut().zip(&mut x).zip(y) {
            (*row, *x) = (c * *x + s * y, c * y - s * *x);
        }
        at = next;
    }
    if let Some(row) = from_mut(elements, at).first_chunk_mut::<WIDTH>() {
        *row = x;
    }
}
