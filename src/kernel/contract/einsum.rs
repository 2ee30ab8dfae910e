//! Contractions by labels: which axes of C, A and B are which, and one operand alone: copied, transposed, summed.
//!
//! ```text
//! map       labels of C, A, B  ->  batch (all three), m (C, A), n (C, B), k (A or B, not C)
//! classes   map, lengths, strides  ->  the axes of a `Contraction`; a label that occurs twice in an operand has
//!           the sum of both strides: the diagonal
//! ```
//!
//! Both are `const`: where labels, lengths and strides are in the types, nothing of this is left for run time.

use crate::axes::{Axes, Axis, as_one, for_each, place};
use crate::kernel::contract::contraction::Contraction;
use crate::kernel::operand::{MatMut, MatRef};
use crate::scalar::Scalar;
use conformable_einsum::{LABELS, Label};

/// The most axes that are left after merging, if a copy or a sum is to be made without a product with ones.
const MOST_MERGED: usize = 16;

/// The most axes of an operand whose places are counted here.
const MOST: usize = 64;

/// Lists of places among the axes of an operand.
#[derive(Clone, Copy, Debug)]
struct Places(u64);

impl Places {
    /// Where a label stands in a list.
    const fn of(label: Label, list: &[Label]) -> Self {
        assert!(list.len() <= MOST, "too many axes");
        let (mut places, mut i) = (0, 0);
        while i < list.len() {
            if list[i] == label {
                places |= 1 << i;
            }
            i += 1;
        }
        Places(places)
    }
    #[inline(always)]
    const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// The sum of the strides there.
    #[inline(always)]
    const fn stride(self, strides: &[isize]) -> isize {
        let (mut sum, mut rest) = (0_isize, self.0);
        while rest != 0 {
            sum = sum.wrapping_add(strides[rest.trailing_zeros() as usize]);
            rest &= rest - 1;
        }
        sum
    }
}

/// Where the labels of one axis stand.
#[derive(Clone, Copy, Debug)]
struct Entry {
    label: Label,
    c: Places,
    a: Places,
    b: Places,
}

/// Which labels are batch, m, n and k, in this order; at most `N` together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Map<const N: usize> {
    entries: [Entry; N],
    /// Where each class ends.
    ends: [usize; 4],
}

impl<const N: usize> Map<N> {
    /// C has each label once, and each is one of A or B.
    ///
    /// Rows and columns are in the order of C; what is summed is in the order of A, and then in that of B.
    ///
    /// # Panics
    /// If there are more than `N` labels.
    pub(crate) const fn new(c: &[Label], a: &[Label], b: &[Label]) -> Self {
        const NO: Entry = Entry { label: 0, c: Places(0), a: Places(0), b: Places(0) };
        let mut map = Map { entries: [NO; N], ends: [0; 4] };
        let (mut class, mut len) = (0, 0);
        while class < 4 {
            // The labels of C three times, then those of A and of B.
            let (first, second): (&[Label], &[Label]) = if class < 3 { (c, &[]) } else { (a, b) };
            let mut i = 0;
            while i < first.len() + second.len() {
                let label = if i < first.len() { first[i] } else { second[i - first.len()] };
                let entry = Entry {
                    label,
                    c: Places::of(label, c),
                    a: Places::of(label, a),
                    b: Places::of(label, b),
                };
                let own = match (entry.c.is_empty(), entry.a.is_empty(), entry.b.is_empty()) {
                    (false, false, false) => 0,
                    (false, false, true) => 1,
                    (false, true, _) => 2,
                    (true, _, _) => 3,
                };
                if own == class && !map.has(label, len) {
                    map.entries[len] = entry;
                    len += 1;
                }
                i += 1;
            }
            map.ends[class] = len;
            class += 1;
        }
        map
    }

    const fn has(&self, label: Label, len: usize) -> bool {
        let mut i = 0;
        while i < len {
            if self.entries[i].label == label {
                return true;
            }
            i += 1;
        }
        false
    }

    /// The axes of each class, by the lengths of labels and the strides of C, A and B.
    #[inline(always)]
    pub(crate) const fn classes(&self, sizes: &[usize; LABELS], [c, a, b]: [&[isize]; 3]) -> Classes<N> {
        let mut axes = [Axis::ONE; N];
        let mut i = 0;
        while i < self.ends[3] {
            let entry = self.entries[i];
            axes[i] = Axis {
                len: sizes[entry.label as usize],
                c: entry.c.stride(c),
                a: entry.a.stride(a),
                b: entry.b.stride(b),
            };
            i += 1;
        }
        Classes { axes, ends: self.ends }
    }
}

/// The axes of a contraction, class by class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Classes<const N: usize> {
    axes: [Axis; N],
    /// Where each class ends.
    ends: [usize; 4],
}

impl<const N: usize> Classes<N> {
    /// As the kernels take it.
    #[inline(always)]
    pub(crate) fn contraction(&self) -> Contraction<'_> {
        let [batch, m, n, k] = self.ends;
        Contraction {
            batch: self.class(0, batch),
            m: self.class(batch, m),
            n: self.class(m, n),
            k: self.class(n, k),
        }
    }

    #[inline(always)]
    fn class(&self, start: usize, end: usize) -> &[Axis] {
        self.axes.get(start..end).unwrap_or_default()
    }

    /// M, N and K as one axis each, if there is no batch, and in memory each is one.
    pub(crate) const fn as_matrices(&self) -> Option<[Axis; 3]> {
        let [batch, m, n, k] = self.ends;
        let (rest, k) = self.axes.split_at(k).0.split_at(n);
        let (rest, n) = rest.split_at(m);
        let (batch, m) = rest.split_at(batch);
        match [as_one(batch), as_one(m), as_one(n), as_one(k)] {
            [Some(Axis { len: 1, .. }), Some(m), Some(n), Some(k)] => Some([m, n, k]),
            _ => None,
        }
    }
}

/// C = A, its axes in another order or its diagonals, with the axes `k` summed in the order of a dot product.
///
/// `m` are the axes of C. C is written and never read.
///
/// # Safety
/// As [`contract`](crate::kernel::contract), where there is no B.
pub(crate) unsafe fn reduce<T: Scalar>(c: *mut T, a: *const T, m: &[Axis], k: &[Axis]) {
    if m.iter().chain(k).any(|axis| axis.len == 0) {
        let fill = if m.iter().any(|axis| axis.len == 0) { return } else { T::ZERO };
        // SAFETY: every position of C.
        return for_each(m, |[at, ..]| unsafe { c.wrapping_offset(at).write(fill) });
    }
    // There is no B.
    let merged = |axes: &[Axis]| Axes::<MOST_MERGED>::of(axes.iter().map(|axis| Axis { b: 0, ..*axis }));
    let (Some(mut m_axes), Some(k_axes)) = (merged(m), merged(k)) else {
        // SAFETY: the caller's promise; a one goes with every element.
        return unsafe { by_ones(c, a, m, k) };
    };
    match k_axes.as_slice() {
        [] => {
            let inner = m_axes.take_min(|axis| axis.c.unsigned_abs());
            let outer = m_axes.take_min(|axis| axis.a.unsigned_abs());
            for_each(m_axes.as_slice(), |[at_c, at_a, _]| {
                // SAFETY: the caller's promise, at each position of the other axes.
                unsafe { copy(c.wrapping_offset(at_c), a.wrapping_offset(at_a), outer, inner) }
            });
        }
        [k] => {
            let rows = m_axes.take_longest();
            for_each(m_axes.as_slice(), |[at_c, at_a, _]| {
                // SAFETY: as above; the promise is the invariant of these operands.
                unsafe {
                    let y = MatMut::new(c.wrapping_offset(at_c), [rows.len, 1], [rows.c, 0]);
                    let a = MatRef::new(a.wrapping_offset(at_a), [rows.len, k.len], [rows.a, k.a]);
                    crate::kernel::sum_rows(y, a);
                }
            });
        }
        // SAFETY: as above.
        _ => unsafe { by_ones(c, a, m, k) },
    }
}

/// `reduce` as a product with ones.
///
/// # Safety
/// As [`reduce`].
unsafe fn by_ones<T: Scalar>(c: *mut T, a: *const T, m: &[Axis], k: &[Axis]) {
    let one = T::ONE;
    // SAFETY: the caller's promise; along every axis B stands at its one element.
    unsafe { crate::kernel::contract(c, a, &raw const one, &Contraction { batch: &[], m, n: &[], k }) }
}

/// The elements of a side of the tiles in which an array is transposed: reads and writes stay within so many lines of
/// the cache.
const TILE: usize = 16;

/// C = A along two axes.
///
/// # Safety
/// At every position the place of A can be read and that of C can be written.
unsafe fn copy<T: Copy>(c: *mut T, a: *const T, outer: Axis, inner: Axis) {
    let strip = |i: usize, start: usize, end: usize| {
        let [mut at_c, mut at_a, _] = place(&[outer, inner], i * inner.len + start);
        for _ in start..end {
            // SAFETY: a position of both axes, from the caller.
            unsafe { c.wrapping_offset(at_c).write(*a.wrapping_offset(at_a)) };
            (at_c, at_a) = (at_c.wrapping_add(inner.c), at_a.wrapping_add(inner.a));
        }
    };
    if inner.a == 1 || outer.len == 1 {
        return (0..outer.len).for_each(|i| strip(i, 0, inner.len));
    }
    for j in (0..inner.len).step_by(TILE) {
        let end = inner.len.min(j + TILE);
        for i in 0..outer.len {
            strip(i, j, end);
        }
    }
}
