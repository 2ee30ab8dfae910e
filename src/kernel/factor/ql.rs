//! Eigenvalues of a symmetric tridiagonal matrix by the implicit QL method.
//!
//! ```text
//! for each block without a zero beside the diagonal, from the end whose diagonal element is smaller:
//!     until its first element stands alone: a QL step, whose shift is the eigenvalue of the first two rows next to d_0
//! ```
//!
//! A. Dubrulle, R. Martin, J. Wilkinson, The implicit QL algorithm, Numer. Math. 12 (1968); G. Golub, C. Van Loan,
//! *Matrix Computations*, 4th ed. (2013), 8.3. Of a block whose smaller end is the last one, the order of rows is turned
//! around, which is the QR method, as in `dsteqr` of LAPACK: so graded matrices lose no small eigenvalue at either end.

use super::block::Block;
use super::chain::Chain;
use super::givens::Rotation;
use super::jacobi::{Turn, is_negligible};
use super::rows::{Rows, from, from_mut, get};
use crate::scalar::Real;

/// Steps that each eigenvalue has on average; it takes about two.
const STEPS: usize = 30;

/// Steps for one eigenvalue after which the criterion is a rounding of the whole matrix.
const PATIENCE: usize = 10;

/// The diagonal d becomes the eigenvalues, in no order; e, what is beside it, is lost. The rows of `vectors` are rotated as
/// those of the matrix. False if the steps do not suffice.
#[inline(always)]
pub(super) fn ql<T: Real>(d: &mut [T], e: &mut [T], mut vectors: Option<Rows<'_, T>>) -> bool {
    let (n, mut first) = (d.len(), 0);
    let e = e.get_mut(..n.saturating_sub(1)).unwrap_or_default();
    let (mut left, mut chain) = (n.saturating_mul(STEPS), Chain::new());
    let largest = d.iter().chain(&*e).fold(T::ZERO, |most, x| if x.abs() > most { x.abs() } else { most });
    let floors =
        Floors { usual: T::min_positive_value(), last: largest * largest * T::epsilon() * T::epsilon() };
    while first < n {
        let last = first.wrapping_add(first_alone(from(d, first), from_mut(e, first), floors.usual));
        let backwards = get(d, last).abs() < get(d, first).abs();
        let block = Block { first, last, backwards };
        let (part, beside) = block.of(d, e);
        let is_done = diagonalise(part, beside, block, floors, &mut vectors, (&mut chain, &mut left));
        block.of(d, e);
        if !is_done {
            return false;
        }
        first = last.wrapping_add(1);
    }
    true
}

/// Squares below which what is beside the diagonal is negligible, however small the diagonal is.
#[derive(Clone, Copy)]
struct Floors<T> {
    /// No normal number: beside the largest element, which is at the top of the range, it is nothing.
    usual: T,
    /// A rounding of the largest element. Where elements of one block differ so much in size that roundings of the large
    /// ones hide every shift that the small ones need, steps would go on for ever.
    last: T,
}

/// The first row beside which there is nothing, or the last. What is negligible becomes nothing.
#[inline(always)]
fn first_alone<T: Real>(d: &[T], e: &mut [T], floor: T) -> usize {
    for (i, ((beside, here), next)) in e.iter_mut().zip(d).zip(from(d, 1)).enumerate() {
        if is_negligible([*here, *beside, *next], floor) {
            *beside = T::ZERO;
            return i;
        }
    }
    e.len()
}

/// A block; `left` counts the steps.
#[inline(always)]
fn diagonalise<T: Real>(
    d: &mut [T],
    e: &mut [T],
    block: Block,
    floors: Floors<T>,
    vectors: &mut Option<Rows<'_, T>>,
    (chain, left): (&mut Chain<T>, &mut usize),
) -> bool {
    let (mut l, mut tries): (usize, usize) = (0, 0);
    while l < e.len() {
        let (d, e) = (from_mut(d, l), from_mut(e, l));
        let m = first_alone(d, e, if tries < PATIENCE { floors.usual } else { floors.last });
        match m {
            0 => (l, tries) = (l.wrapping_add(1), 0),
            1 => {
                turn(d, e, [block.row(l), block.row(l.wrapping_add(1))], vectors);
                (l, tries) = (l.wrapping_add(2), 0);
            }
            _ => {
                let Some(rest) = left.checked_sub(1) else { return false };
                (*left, tries) = (rest, tries.wrapping_add(1));
                let (d, e) = (d.get_mut(..=m).unwrap_or_default(), e.get_mut(..m).unwrap_or_default());
                let end = l.wrapping_add(m);
                chain.start(block.row(end), block.row(end.wrapping_sub(1)));
                step(d, e, chain, vectors);
                if let Some(vectors) = vectors {
                    chain.apply(vectors);
                }
            }
        }
    }
    true
}

/// The first two rows, which stand alone.
#[inline(always)]
fn turn<T: Real>(d: &mut [T], e: &mut [T], [row, next]: [usize; 2], vectors: &mut Option<Rows<'_, T>>) {
    let ([here, beyond, ..], [beside, ..]) = (d, e) else { return };
    let turn = Turn::of([*here, *beside, *beyond]);
    (*here, *beyond, *beside) = (*here - turn.change, *beyond + turn.change, T::ZERO);
    if let Some(vectors) = vectors {
        let (x, y) = vectors.two(row, next);
        turn.rotate(x, y);
    }
}

/// A QL step. It turns the last row and the one before, and so on to the first.
#[inline(always)]
fn step<T: Real>(d: &mut [T], e: &mut [T], chain: &mut Chain<T>, vectors: &mut Option<Rows<'_, T>>) {
    let (&mut [first, second, ..], &mut [beside, ..], two) = (&mut *d, &mut *e, T::ONE + T::ONE) else {
        return;
    };
    // Wilkinson's shift. A ratio whose square is infinite leaves d_0 for it, which it is next to.
    let ratio = (second - first) / (two * beside);
    let root = (ratio * ratio + T::ONE).sqrt();
    let far = if ratio < T::ZERO { ratio - root } else { ratio + root };
    let Some((mut next, before)) = d.split_last_mut() else { return };
    let mut g = *next - first + beside / far;
    let (mut s, mut c, mut p) = (T::ONE, T::ONE, T::ZERO);
    // What is beside the last row is beyond the block.
    let mut nothing = T::ZERO;
    let mut beyond = &mut nothing;
    for (here, beside) in before.iter_mut().zip(e).rev() {
        let (f, b) = (s * *beside, c * *beside);
        let rotation = Rotation::of(g, f);
        *beyond = rotation.root;
        (s, c) = (rotation.s, rotation.c);
        g = *next - p;
        let r = (*here - g) * s + c * (two * b);
        p = s * r;
        *next = g + p;
        g = c * r - b;
        if let Some(vectors) = vectors {
            chain.push(rotation, vectors);
        }
        (next, beyond) = (here, beside);
    }
    *next = *next - p;
    *beyond = g;
}
