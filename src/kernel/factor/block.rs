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

    /// What `f` makes of the block of both diagonals in the order of the block, in which the second has one element less.
    #[inline(always)]
    pub(super) fn of<T, R>(self, d: &mut [T], e: &mut [T], f: impl FnOnce(&mut [T], &mut [T]) -> R) -> R {
        let d = d.get_mut(self.first..=self.last).unwrap_or_default();
        let e = e.get_mut(self.first..self.last).unwrap_or_default();
        if self.backwards {
            d.reverse();
            e.reverse();
        }
        let result = f(d, e);
        if self.backwards {
            d.reverse();
            e.reverse();
        }
        result
    }
}
