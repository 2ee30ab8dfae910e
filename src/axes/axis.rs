//! `Axis`, and what can be said of a list of them: how many positions they have, where each is, whether they are one axis.

/// One axis of an operation on up to three operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The number of positions.
    pub len: usize,
    /// The stride of C, in elements; 0 if C has no such axis.
    pub c: isize,
    /// The stride of A; 0 if A has no such axis, or stretches along it.
    pub a: isize,
    /// The stride of B; 0 if B has no such axis, or stretches along it.
    pub b: isize,
}

impl Axis {
    /// No axis: one position.
    pub(crate) const ONE: Self = Axis { len: 1, c: 0, a: 0, b: 0 };

    /// Whether `inner` goes on where it ends, in every operand, so that both are one axis.
    #[inline(always)]
    pub(crate) const fn is_around(&self, inner: &Axis) -> bool {
        goes_on([self.c, self.a, self.b], [inner.c, inner.a, inner.b], inner.len)
    }

    /// This axis and `inner` as one, if they are that.
    #[inline(always)]
    pub(crate) const fn around(&self, inner: &Axis) -> Option<Axis> {
        if self.len == 1 {
            Some(*inner)
        } else if inner.len == 1 {
            Some(*self)
        } else if self.is_around(inner) {
            Some(Axis { len: inner.len.wrapping_mul(self.len), ..*inner })
        } else {
            None
        }
    }
}

/// Whether an axis with the strides `outer` goes on where one of `len` positions with the strides `inner` ends, in every
/// operand: the rule by which axes become one.
#[inline(always)]
pub(super) const fn goes_on<const K: usize>(outer: [isize; K], inner: [isize; K], len: usize) -> bool {
    let mut k = 0;
    while k < K {
        if outer[k] != inner[k].wrapping_mul(len as isize) {
            return false;
        }
        k += 1;
    }
    true
}

/// All axes as one, if they are that.
#[inline(always)]
pub(crate) const fn as_one(axes: &[Axis]) -> Option<Axis> {
    let mut one = Axis::ONE;
    let mut i = axes.len();
    while i > 0 {
        i -= 1;
        match axes[i].around(&one) {
            Some(axis) => one = axis,
            None => return None,
        }
    }
    Some(one)
}

/// The axes of one operand as one, if for this operand they are that: its stride.
#[inline]
pub(crate) fn as_one_of(axes: &[Axis], stride: impl Fn(&Axis) -> isize) -> Option<isize> {
    let alone = axes.iter().map(|axis| Axis { len: axis.len, a: stride(axis), ..Axis::ONE });
    alone.rev().try_fold(Axis::ONE, |one, axis| axis.around(&one)).map(|one| one.a)
}

/// The number of positions; one that does not fit is as good as any (there are no such arrays), but is not zero.
#[inline(always)]
pub(crate) fn len(axes: &[Axis]) -> usize {
    let product = axes.iter().fold(1_usize, |n, axis| n.saturating_mul(axis.len));
    if axes.iter().any(|axis| axis.len == 0) { 0 } else { product }
}

/// The offsets in C, A and B of the position with this number, the last axis fastest.
#[inline(always)]
pub(crate) fn place(axes: &[Axis], mut number: usize) -> [isize; 3] {
    let [mut c, mut a, mut b] = [0_isize; 3];
    for axis in axes.iter().rev() {
        // No length is 0 where there is a position.
        let len = axis.len.max(1);
        let i = (number % len) as isize;
        number /= len;
        c = c.wrapping_add(i.wrapping_mul(axis.c));
        a = a.wrapping_add(i.wrapping_mul(axis.a));
        b = b.wrapping_add(i.wrapping_mul(axis.b));
    }
    [c, a, b]
}

/// Calls `f` with the offsets in C, A and B of every position.
#[inline(always)]
pub(crate) fn for_each(axes: &[Axis], mut f: impl FnMut([isize; 3])) {
    let Some((last, around)) = axes.split_last() else { return f([0; 3]) };
    if last.len == 0 {
        return;
    }
    for number in 0..len(around) {
        let [mut c, mut a, mut b] = place(around, number);
        for _ in 0..last.len {
            f([c, a, b]);
            (c, a, b) = (c.wrapping_add(last.c), a.wrapping_add(last.a), b.wrapping_add(last.b));
        }
    }
}
