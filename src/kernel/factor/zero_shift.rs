//! Singular values of an upper bidiagonal matrix by the implicit zero-shift QR method.
//!
//! ```text
//! for the last block without a zero above the diagonal, from the end whose diagonal element is larger:
//!     a QR step on BᵀB with a shift, or without one if the shift would cost the smallest singular value digits
//! ```
//!
//! J. Demmel, W. Kahan, Accurate singular values of bidiagonal matrices, SIAM J. Sci. Stat. Comput. 11 (1990): even the
//! smallest singular values are right to nearly all digits. Criteria and shifts are those of `dbdsqr` in LAPACK, but that a
//! block of two rows is iterated, too. From the other end the block is the transpose of itself with its rows in the other
//! order: so what turns rows of one side turns those of the other.

use super::block::Block;
use super::chain::Chain;
use super::givens::Rotation;
use super::ordered::negate;
use super::rows::{Rows, from, get, put};
use crate::scalar::Real;

/// So many rotations for each pair of rows.
const LIMIT: usize = 6;

/// The matrices whose rows are turned: Uᵀ and Vᵀ.
pub(super) struct Sides<'a, T> {
    pub(super) left: Option<Rows<'a, T>>,
    pub(super) right: Option<Rows<'a, T>>,
}

/// Both sides in the order of a block, and the rotations of each.
struct Turning<'t, 'a, T> {
    right: &'t mut Option<Rows<'a, T>>,
    left: &'t mut Option<Rows<'a, T>>,
    chains: &'t mut [Chain<T>; 2],
}

impl<T: Real> Turning<'_, '_, T> {
    /// Two rows that follow one another in the block.
    #[inline(always)]
    fn rotate(&mut self, right: Rotation<T>, left: Rotation<T>) {
        let [of_right, of_left] = &mut *self.chains;
        if let (Some(rows), Some(others)) = (&mut *self.right, &mut *self.left) {
            of_right.push(right, rows);
            of_left.push(left, others);
        }
    }

    /// All that was collected.
    #[inline(always)]
    fn apply(&mut self) {
        let [of_right, of_left] = &mut *self.chains;
        if let (Some(rows), Some(others)) = (&mut *self.right, &mut *self.left) {
            of_right.apply(rows);
            of_left.apply(others);
        }
    }
}

/// What is negligible.
#[derive(Clone, Copy)]
struct Tolerance<T> {
    /// Beside what is next to it.
    relative: T,
    /// Beside the smallest singular value.
    absolute: T,
}

/// The diagonal d becomes the singular values, not negative, in no order; e, what is above it, is lost. False if the steps do
/// not suffice.
#[inline(always)]
pub(super) fn zero_shift_qr<T: Real>(d: &mut [T], e: &mut [T], sides: &mut Sides<'_, T>) -> bool {
    let n = d.len();
    let tolerance = tolerance(d, e);
    let mut left = n.saturating_mul(n).saturating_mul(LIMIT);
    let mut last = n.saturating_sub(1);
    let mut previous: Option<Block> = None;
    let mut chains = [Chain::new(), Chain::new()];
    while last > 0 {
        let (first, largest) = start(d, e, last, tolerance.absolute);
        if first == last {
            last = last.wrapping_sub(1);
            continue;
        }
        // The order stays while it is the same block, or what is left of it.
        let backwards = match previous {
            Some(block) if first <= block.last && last >= block.first => block.backwards,
            _ => get(d, first).abs() < get(d, last).abs(),
        };
        let block = Block { first, last, backwards };
        previous = Some(block);
        let (part, above) = block.of(d, e);
        if let Some(smallest) = smallest(part, above, tolerance.relative) {
            let Some(rest) = left.checked_sub(above.len()) else { return false };
            left = rest;
            let shift = shift(part, above, smallest / largest, n, tolerance.relative);
            chains.iter_mut().for_each(|chain| chain.start(block.row(0), block.row(1)));
            let (right, left) = if block.backwards {
                (&mut sides.left, &mut sides.right)
            } else {
                (&mut sides.right, &mut sides.left)
            };
            let mut turning = Turning { right, left, chains: &mut chains };
            if shift == T::ZERO {
                step_without_shift(part, above, &mut turning);
            } else {
                step(part, above, shift, &mut turning);
            }
            turning.apply();
            if let Some(end) = above.last_mut().filter(|end| end.abs() <= tolerance.absolute) {
                *end = T::ZERO;
            }
        }
        block.of(d, e);
    }
    for (i, d) in d.iter_mut().enumerate().filter(|(_, d)| d.is_sign_negative()) {
        *d = -*d;
        if let Some(right) = &mut sides.right {
            negate(right.row_mut(i));
        }
    }
    true
}

/// Demmel and Kahan's: about a hundred roundings, relative to a lower bound of the smallest singular value.
#[inline(always)]
fn tolerance<T: Real>(d: &[T], e: &[T]) -> Tolerance<T> {
    // Half of what separates numbers, as there.
    let (eps, n) = (T::epsilon() / (T::ONE + T::ONE), T::from(d.len()).unwrap_or(T::ONE));
    let (ten, hundred) = (T::from(10).unwrap_or(T::ONE), T::from(100).unwrap_or(T::ONE));
    // The eighth root.
    let relative = eps * (T::ONE / eps).sqrt().sqrt().sqrt().max(ten).min(hundred);
    let mut mu = get(d, 0).abs();
    let mut smallest = mu;
    for (d, e) in d.iter().skip(1).zip(e) {
        if smallest == T::ZERO {
            break;
        }
        mu = d.abs() * (mu / (mu + e.abs()));
        smallest = smallest.min(mu);
    }
    let limit = T::from(LIMIT).unwrap_or(T::ONE) * n * n * T::min_positive_value();
    Tolerance { relative, absolute: (relative * (smallest / n.sqrt())).max(limit) }
}

/// The first row of the block that ends with row `last`, and the largest size in it.
#[inline(always)]
fn start<T: Real>(d: &[T], e: &mut [T], last: usize, negligible: T) -> (usize, T) {
    let (mut first, mut largest) = (last, get(d, last).abs());
    while first > 0 {
        let above = first.wrapping_sub(1);
        let beside = get(e, above).abs();
        if beside <= negligible {
            put(e, above, T::ZERO);
            break;
        }
        first = above;
        for size in [get(d, first).abs(), beside] {
            largest = if size > largest { size } else { largest };
        }
    }
    (first, largest)
}

/// A lower bound of the smallest singular value; none if an element above the diagonal was negligible, and is zero now.
#[inline(always)]
fn smallest<T: Real>(d: &[T], e: &mut [T], relative: T) -> Option<T> {
    if let (Some(d), Some(e)) = (d.last(), e.last_mut())
        && e.abs() <= relative * d.abs()
    {
        *e = T::ZERO;
        return None;
    }
    let mut mu = get(d, 0).abs();
    let mut smallest = mu;
    for (d, e) in from(d, 1).iter().zip(e) {
        if e.abs() <= relative * mu {
            *e = T::ZERO;
            return None;
        }
        mu = d.abs() * (mu / (mu + e.abs()));
        smallest = smallest.min(mu);
    }
    Some(smallest)
}

/// The smaller singular value of the last two rows; zero if that would cost digits, or change nothing.
#[inline(always)]
fn shift<T: Real>(d: &[T], e: &[T], ratio: T, n: usize, relative: T) -> T {
    let (eps, n) = (T::epsilon(), T::from(n).unwrap_or(T::ONE));
    if n * relative * ratio <= eps.max(relative / T::from(100).unwrap_or(T::ONE)) {
        return T::ZERO;
    }
    let (&[first, ..], &[.., before, last], &[.., beside]) = (d, d, e) else { return T::ZERO };
    let shift = smaller_of_two(before, beside, last);
    let part = shift / first.abs();
    if part * part < eps { T::ZERO } else { shift }
}

/// A step without a shift: no difference, so that nothing cancels. It turns the first two rows on the right and on the left,
/// and so on to the last two.
#[inline(always)]
fn step_without_shift<T: Real>(d: &mut [T], e: &mut [T], turning: &mut Turning<'_, '_, T>) {
    let Some((mut here, rest)) = d.split_first_mut() else { return };
    let (mut c, mut before) = (T::ONE, Rotation { root: T::ZERO, c: T::ONE, s: T::ZERO });
    // What is above the first row is beyond the block.
    let mut nothing = T::ZERO;
    let mut above = &mut nothing;
    for (beside, next) in e.iter_mut().zip(rest) {
        let right = Rotation::of(*here * c, *beside);
        *above = before.s * right.root;
        let left = Rotation::of(before.c * right.root, *next * right.s);
        *here = left.root;
        turning.rotate(right, left);
        (c, before) = (right.c, left);
        (here, above) = (next, beside);
    }
    let h = *here * c;
    *here = h * before.c;
    *above = h * before.s;
}

/// A step with this shift.
#[inline(always)]
fn step<T: Real>(d: &mut [T], e: &mut [T], shift: T, turning: &mut Turning<'_, '_, T>) {
    let (Some((mut here, rest)), Some((mut beside, beyond))) = (d.split_first_mut(), e.split_first_mut())
    else {
        return;
    };
    let mut f = (here.abs() - shift) * (T::ONE.copysign(*here) + shift / *here);
    let mut g = *beside;
    let mut nothing = T::ZERO;
    let (mut above, mut beyond) = (&mut nothing, beyond.iter_mut());
    for next in rest {
        let right = Rotation::of(f, g);
        *above = right.root;
        f = right.c * *here + right.s * *beside;
        let (y, z) = (right.c * *beside - right.s * *here, right.c * *next);
        g = right.s * *next;
        let left = Rotation::of(f, g);
        *here = left.root;
        f = left.c * y + left.s * z;
        *next = left.c * z - left.s * y;
        turning.rotate(right, left);
        let Some(after) = beyond.next() else { break };
        g = left.s * *after;
        *after = left.c * *after;
        (here, above, beside) = (next, beside, after);
    }
    // What is left above the last row.
    if let Some(last) = e.last_mut() {
        *last = f;
    }
}

/// The smaller singular value of `[[f, g], [0, h]]`, right to a few roundings: `dlas2` of LAPACK.
#[inline(always)]
fn smaller_of_two<T: Real>(f: T, g: T, h: T) -> T {
    let (f, g, h) = (f.abs(), g.abs(), h.abs());
    let (small, large, two) = (f.min(h), f.max(h), T::ONE + T::ONE);
    if small == T::ZERO {
        return T::ZERO;
    }
    let (sum, difference) = (T::ONE + small / large, (large - small) / large);
    if g < large {
        let ratio = g / large;
        let square = ratio * ratio;
        return small * (two / ((sum * sum + square).sqrt() + (difference * difference + square).sqrt()));
    }
    let ratio = large / g;
    if ratio == T::ZERO {
        return small * large / g;
    }
    let (sum, difference) = (sum * ratio, difference * ratio);
    let c = T::ONE / ((T::ONE + sum * sum).sqrt() + (T::ONE + difference * difference).sqrt());
    two * (small * c * ratio)
}
