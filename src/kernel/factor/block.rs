//! Consecutive rows of a matrix with two diagonals, from either end.

/// Rows `first` to `last`, in this order or the other.
#[derive(Clone, Copy)]
pub(super) struct Block {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) backwards: bool,
}

impl Block {
    /// The row that is the i-th of the block.
    #[inline(always)]
    pub(super) fn row(self, i: usize) -> usize {
        if self.backwards { self.last.wrapping_sub(i) } else { self.first.wrapping_add(i) }
    }

    /// The block of both diagonals, in which the second has one element less, in the order of the block; or from that order
    /// back in that of memory.
    // Not a function that gets what is to be done as a closure: that would not be compiled for an instruction set.
    #[inline(always)]
    pub(super) fn of<'x, T>(self, d: &'x mut [T], e: &'x mut [T]) -> (&'x mut [T], &'x mut [T]) {
        let d = d.get_mut(self.first..=self.last).unwrap_or_default();
        let e = e.get_mut(self.first..self.last).unwrap_or_default();
        if self.backwards {
            d.reverse();
            e.reverse();
        }
        (d, e)
    }
}
