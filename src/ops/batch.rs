//! Who has which axis in a product of stacks: `matmul`, `matvec`, `vecmat` and `vecdot`.

use super::product::{Axes, Lists, ONE};
use crate::axes::Axis;

/// The axes of one vector or matrix of an operand: 1 or 2, or what the rank says.
#[inline(always)]
fn core(core: usize, x: Axes<'_>) -> usize {
    if core == 0 { x.ndim().min(2) } else { core }
}

/// Rows, columns and summed axis, where neither operand has leading axes. `cores` says how many axes one vector or
/// matrix of each has, 0 that the rank does.
#[inline(always)]
pub(super) fn plane(cores: [usize; 2], a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
    let [core_a, core_b] = [core(cores[0], a), core(cores[1], b)];
    (a.ndim() == core_a && b.ndim() == core_b).then(|| item([core_a, core_b], a, b, out))
}

/// Rows, columns and summed axis of one item of a stack.
#[inline(always)]
fn item([core_a, core_b]: [usize; 2], a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> [Axis; 3] {
    let (mut m, mut n) = (ONE, ONE);
    if core_a == 2 {
        let (len, stride) = a.get(a.ndim() - 2);
        m = Axis { len, c: out.get(out.ndim() - core_b).1, a: stride, b: 0 };
    }
    if core_b == 2 {
        let (len, stride) = b.get(b.ndim() - 1);
        n = Axis { len, c: out.get(out.ndim() - 1).1, a: 0, b: stride };
    }
    let ((len, step_a), (_, step_b)) = (a.get(a.ndim() - 1), b.get(b.ndim() - core_b));
    [m, n, Axis { len, c: 0, a: step_a, b: step_b }]
}

/// All axes.
#[inline]
pub(super) fn lists(cores: [usize; 2], a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
    let cores = [core(cores[0], a), core(cores[1], b)];
    let [m, n, k] = item(cores, a, b, out);
    let mut lists = Lists::new();
    lists.m.push(m);
    lists.n.push(n);
    lists.k.push(k);
    let free = cores[0] + cores[1] - 2;
    for axis in 0..out.ndim() - free {
        let (len, c) = out.get(axis);
        // Counted from the back: an operand may have fewer leading axes, or one that stretches.
        let back = out.ndim() - free - axis;
        let stride = |x: Axes<'_>, core: usize| match (x.ndim() - core).checked_sub(back) {
            Some(own) if x.get(own).0 == len => x.get(own).1,
            _ => 0,
        };
        lists.batch.push(Axis { len, c, a: stride(a, cores[0]), b: stride(b, cores[1]) });
    }
    lists
}
