//! `Axes`: a list of axes of which no two neighbours are one.

use super::Axis;

/// At most `N` axes, outermost first, none of length 1, of which no two neighbours are one axis in memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Axes<const N: usize> {
    /// Only the first `ndim` count.
    axes: [Axis; N],
    ndim: usize,
}

impl<const N: usize> Axes<N> {
    /// No axes: one position.
    #[inline(always)]
    pub(crate) const fn new() -> Self {
        Axes { axes: [Axis::ONE; N], ndim: 0 }
    }

    /// These, or `None` if they are more than the list holds.
    #[inline(always)]
    pub(crate) fn of(axes: impl IntoIterator<Item = Axis>) -> Option<Self> {
        let mut list = Axes::new();
        axes.into_iter().try_for_each(|axis| list.push(axis)).map(|()| list)
    }

    /// Puts an axis inside the others; `None` if the list is full.
    #[inline(always)]
    pub(crate) fn push(&mut self, axis: Axis) -> Option<()> {
        if axis.len == 1 {
            return Some(());
        }
        if let Some(last) = self.as_mut_slice().last_mut()
            && let Some(one) = last.around(&axis)
        {
            *last = one;
            return Some(());
        }
        self.push_apart(axis)
    }

    /// The same, as an axis of its own.
    #[inline(always)]
    pub(crate) fn push_apart(&mut self, axis: Axis) -> Option<()> {
        *self.axes.get_mut(self.ndim)? = axis;
        self.ndim += 1;
        Some(())
    }

    /// The axes.
    #[inline(always)]
    pub(crate) fn as_slice(&self) -> &[Axis] {
        self.axes.get(..self.ndim).unwrap_or(&self.axes)
    }

    /// The axes, to be put in another order.
    #[inline(always)]
    pub(crate) fn as_mut_slice(&mut self) -> &mut [Axis] {
        self.axes.split_at_mut_checked(self.ndim).map_or(&mut [], |(axes, _)| axes)
    }

    /// The innermost axis, and those around it.
    #[inline(always)]
    pub(crate) fn split_inner(&self) -> (Axis, &[Axis]) {
        match self.as_slice().split_last() {
            Some((inner, around)) => (*inner, around),
            None => (Axis::ONE, &[]),
        }
    }

    /// Takes out the axis with this number; if there is none: one position.
    #[inline(always)]
    pub(crate) fn take(&mut self, at: usize) -> Axis {
        let Some([taken, after @ ..]) = self.as_mut_slice().get_mut(at..) else { return Axis::ONE };
        let axis = *taken;
        let mut place = taken;
        for next in after {
            *place = *next;
            place = next;
        }
        self.ndim -= 1;
        axis
    }

    /// Takes out the first axis of the smallest key, or none: one position.
    #[inline(always)]
    pub(crate) fn take_min<K: Ord>(&mut self, key: impl Fn(&Axis) -> K) -> Axis {
        let axes = self.as_slice().iter().enumerate();
        match axes.min_by_key(|(_, axis)| key(axis)) {
            Some((at, _)) => self.take(at),
            None => Axis::ONE,
        }
    }

    /// Takes out the first of the longest axes, or none: one position.
    #[inline(always)]
    pub(crate) fn take_longest(&mut self) -> Axis {
        self.take_min(|axis| usize::MAX - axis.len)
    }
}

/// The first `n` of a list that has as many. A slice by `..n` is a branch that can panic, and in a kernel nothing can.
#[inline(always)]
pub(crate) fn first<T>(list: &[T], n: usize) -> &[T] {
    debug_assert!(n <= list.len());
    list.get(..n).unwrap_or(list)
}

/// [`first`], to write to.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
pub(crate) fn first_mut<T>(list: &mut [T], n: usize) -> &mut [T] {
    debug_assert!(n <= list.len());
    let n = n.min(list.len());
    list.split_at_mut_checked(n).map_or(&mut [], |(first, _)| first)
}
