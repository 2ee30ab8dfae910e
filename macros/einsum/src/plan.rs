//! The cheapest order to contract operands in pairs.
//!
//! ```text
//! up to 8 operands   over subsets S:  best(S) = min over S = A + B of best(A) + best(B) + cost(A, B)
//! more               greedily: the pair whose result is smallest beside its operands; of outer products last
//! ```
//!
//! The labels that a subset keeps are those that the output or an operand outside of it has: they depend on the
//! subset alone, and so does the cheapest way to contract it. (To two sets of labels they are not known, because it
//! matters who else is left.) Everything is `const`, for lengths that the types know.

use crate::label::{LABELS, Labels};
use crate::parse::MAX_OPERANDS;

/// Up to so many operands the order is the cheapest of all.
pub const MAX_EXACT: usize = 8;

/// One contraction of a pair. Its result takes the place of `left`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number of the first operand of the pair, or of an operand whose place it took.
    pub left: u8,
    /// The number of the second.
    pub right: u8,
    /// The labels of the result.
    pub result: Labels,
}

/// An order of contraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Only the first `len` count.
    steps: [Step; MAX_OPERANDS],
    len: usize,
    /// Multiplications and additions; saturated.
    pub flops: u128,
    /// The elements of the largest result of a step, the last one included; saturated.
    pub largest: u128,
}

impl Plan {
    /// The steps, one less than there are operands.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        self.steps.get(..self.len).unwrap_or(&self.steps)
    }
    const fn push(mut self, left: u8, right: u8, result: Labels, sizes: &[usize; LABELS]) -> Self {
        self.steps[self.len] = Step { left, right, result };
        self.len += 1;
        self.result(result, sizes)
    }
    const fn result(mut self, result: Labels, sizes: &[usize; LABELS]) -> Self {
        let size = size(result, sizes);
        if size > self.largest {
            self.largest = size;
        }
        self
    }
}

/// The number of positions along these labels; saturated.
#[must_use]
pub const fn size(labels: Labels, sizes: &[usize; LABELS]) -> u128 {
    let mut size = 1_u128;
    let mut rest = labels;
    while let Some((label, others)) = rest.split_first() {
        size = size.saturating_mul(sizes[label as usize] as u128);
        rest = others;
    }
    size
}

/// The multiplications and additions of a pair with the labels `all` together, of which `kept` are left: as many as
/// there are positions, twice that if it sums. Saturated.
#[must_use]
pub const fn cost(all: Labels, kept: Labels, sizes: &[usize; LABELS]) -> u128 {
    let positions = size(all, sizes);
    if all.without(kept).is_empty() { positions } else { positions.saturating_mul(2) }
}

/// The order in which to contract operands with these labels, at most [`MAX_OPERANDS`], to the labels `output`.
///
/// Labels that one operand alone has, and not the output, are taken to be summed before the first step.
///
/// # Panics
/// If there are more operands.
#[must_use]
pub const fn plan(operands: &[Labels], output: Labels, sizes: &[usize; LABELS]) -> Plan {
    assert!(operands.len() <= MAX_OPERANDS, "too many operands");
    let none = Step { left: 0, right: 0, result: Labels::NONE };
    let mut plan = Plan { steps: [none; MAX_OPERANDS], len: 0, flops: 0, largest: 0 };
    let mut left = [Labels::NONE; MAX_OPERANDS];
    let Counts { twice, .. } = counts(operands);
    let mut i = 0;
    while i < operands.len() {
        left[i] = operands[i].and(twice.or(output));
        if left[i].0 != operands[i].0 {
            plan.flops = plan.flops.saturating_add(size(operands[i], sizes));
            plan = plan.result(left[i], sizes);
        }
        i += 1;
    }
    match operands.len() {
        0 => plan,
        1 => plan.result(output, sizes),
        2 => {
            plan.flops = plan.flops.saturating_add(cost(left[0].or(left[1]), output, sizes));
            plan.push(0, 1, output, sizes)
        }
        n if n <= MAX_EXACT => exact(plan, &left, n, output, sizes),
        n => greedy(plan, left, n, output, sizes),
    }
}

/// The labels that at least so many operands have.
struct Counts {
    once: Labels,
    twice: Labels,
    thrice: Labels,
}

const fn counts(operands: &[Labels]) -> Counts {
    let mut counts = Counts { once: Labels::NONE, twice: Labels::NONE, thrice: Labels::NONE };
    let mut i = 0;
    while i < operands.len() {
        counts.thrice = counts.thrice.or(counts.twice.and(operands[i]));
        counts.twice = counts.twice.or(counts.once.and(operands[i]));
        counts.once = counts.once.or(operands[i]);
        i += 1;
    }
    counts
}

const SUBSETS: usize = 1 << MAX_EXACT;

/// Dynamic programming over all subsets of the operands: 3^n splits.
const fn exact(
    mut plan: Plan,
    operands: &[Labels; MAX_OPERANDS],
    n: usize,
    output: Labels,
    sizes: &[usize; LABELS],
) -> Plan {
    let full = (1_usize << n) - 1;
    let mut union = [Labels::NONE; SUBSETS];
    let mut set = 1;
    while set <= full {
        let first = set.trailing_zeros() as usize;
        union[set] = union[set & (set - 1)].or(operands[first]);
        set += 1;
    }
    // What a subset keeps, its cheapest cost, and the part of its cheapest split that has its first operand.
    let mut kept = [Labels::NONE; SUBSETS];
    let mut best = [0_u128; SUBSETS];
    let mut part = [0_usize; SUBSETS];
    let mut set = 1;
    while set <= full {
        kept[set] = union[set].and(union[full & !set].or(output));
        let first = set & set.wrapping_neg();
        if set != first {
            best[set] = u128::MAX;
            let others = set & !first;
            // Every set of the others but all of them, from large to small: of equals, the first operands first.
            let mut more = others;
            while more != 0 {
                more = (more - 1) & others;
                let (a, b) = (first | more, others & !more);
                let so_far = best[a].saturating_add(best[b]);
                // A sum that is saturated is as good as another, but there must be one.
                if so_far < best[set] || part[set] == 0 {
                    let cost = so_far.saturating_add(cost(kept[a].or(kept[b]), kept[set], sizes));
                    if cost < best[set] || part[set] == 0 {
                        (best[set], part[set]) = (cost, a);
                    }
                }
            }
        }
        set += 1;
    }
    plan.flops = plan.flops.saturating_add(best[full]);
    // The splits from the whole down; backwards, each step finds its operands made.
    let mut splits = [0_usize; MAX_EXACT];
    let (mut made, mut next) = (1, 0);
    splits[0] = full;
    while next < made {
        let [a, b] = [part[splits[next]], splits[next] & !part[splits[next]]];
        if a & (a - 1) != 0 {
            splits[made] = a;
            made += 1;
        }
        if b & (b - 1) != 0 {
            splits[made] = b;
            made += 1;
        }
        next += 1;
    }
    while made > 0 {
        made -= 1;
        let set = splits[made];
        let right = set & !part[set];
        plan = plan.push(set.trailing_zeros() as u8, right.trailing_zeros() as u8, kept[set], sizes);
    }
    plan
}

/// One pair after another.
const fn greedy(
    mut plan: Plan,
    mut left: [Labels; MAX_OPERANDS],
    n: usize,
    output: Labels,
    sizes: &[usize; LABELS],
) -> Plan {
    // Operands that are there, outermost loop first; those that were contracted are taken out.
    let mut live = [0_u8; MAX_OPERANDS];
    let mut i = 0;
    while i < n {
        live[i] = i as u8;
        i += 1;
    }
    let mut count = n;
    while count > 1 {
        let mut present = [Labels::NONE; MAX_OPERANDS];
        let mut i = 0;
        while i < count {
            present[i] = left[live[i] as usize];
            i += 1;
        }
        let Counts { twice, thrice, .. } = counts(&present);
        let mut best: Option<(bool, i128, u128)> = None;
        let (mut pair, mut result) = ([0, 0], Labels::NONE);
        let mut i = 0;
        while i < count {
            let mut j = i + 1;
            while j < count {
                let (a, b) = (present[i], present[j]);
                let (all, both) = (a.or(b), a.and(b));
                // Somebody else has what three have, or two of which these are one.
                let wanted = output.or(both.and(thrice)).or(all.without(both).and(twice));
                let kept = all.and(wanted);
                let grown = signed(size(kept, sizes)) - signed(size(a, sizes)) - signed(size(b, sizes));
                let score = (both.is_empty(), grown, cost(all, kept, sizes));
                if match best {
                    Some(best) => is_less(score, best),
                    None => true,
                } {
                    (best, pair, result) = (Some(score), [i, j], kept);
                }
                j += 1;
            }
            i += 1;
        }
        if let Some((_, _, cost)) = best {
            plan.flops = plan.flops.saturating_add(cost);
        }
        let [i, j] = pair;
        plan = plan.push(live[i], live[j], result, sizes);
        left[live[i] as usize] = result;
        count -= 1;
        let mut k = j;
        while k < count {
            live[k] = live[k + 1];
            k += 1;
        }
    }
    plan
}

/// Small enough that three of them can be added.
const fn signed(size: u128) -> i128 {
    let most = i128::MAX as u128 / 4;
    if size < most { size as i128 } else { most as i128 }
}

const fn is_less(x: (bool, i128, u128), y: (bool, i128, u128)) -> bool {
    if x.0 != y.0 {
        return y.0;
    }
    x.1 < y.1 || x.1 == y.1 && x.2 < y.2
}
