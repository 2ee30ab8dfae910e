//! Eigenvalues of a small symmetric matrix by Jacobi's rotations.
//!
//! ```text
//! for p, for q > p: the rotation of rows and columns p and q after which a_qp is zero
//! ```
//!
//! Cyclic by rows: G. Golub, C. Van Loan, *Matrix Computations*, 4th ed. (2013), 8.5.5. The updates, which change little by
//! little what changes little, and the rule of the fifth sweep: H. Rutishauser, The Jacobi method for real symmetric
//! matrices, Numer. Math. 9 (1966).

use super::rows::Rows;
use crate::scalar::Real;

/// So many sweeps are never needed: three to five are.
const SWEEPS: usize = 30;

/// The rotation that makes a symmetric matrix of two rows diagonal: x and y become `x - s (y + tau x)` and
/// `y + s (x - tau y)`.
#[derive(Clone, Copy)]
pub(super) struct Turn<T> {
    s: T,
    /// `s / (1 + c)`, the tangent of half the angle.
    tau: T,
    /// What the first diagonal element loses, and the second wins.
    pub(super) change: T,
}

impl<T: Real> Turn<T> {
    /// That of the matrix with the diagonal (d, e) and x beside it, whose square is a normal number.
    #[inline(always)]
    pub(super) fn of([d, x, e]: [T; 3]) -> Self {
        let (h, twice) = (e - d, x + x);
        // The smaller of both roots of t² + t h / x - 1: the angle is at most an eighth of a turn.
        let size = twice / (h.abs() + (h * h + twice * twice).sqrt());
        let t = if h < T::ZERO { -size } else { size };
        let c = T::ONE / (t * t + T::ONE).sqrt();
        let s = t * c;
        Turn { s, tau: s / (T::ONE + c), change: t * x }
    }

    #[inline(always)]
    fn apply(&self, x: T, y: T) -> (T, T) {
        (x - self.s * (y + self.tau * x), y + self.s * (x - self.tau * y))
    }

    /// Of two rows.
    #[inline(always)]
    pub(super) fn rotate(&self, x: &mut [T], y: &mut [T]) {
        for (x, y) in x.iter_mut().zip(y) {
            (*x, *y) = self.apply(*x, *y);
        }
    }
}

/// Whether an element is nothing beside the two diagonal elements in its row and column, or its square is below `floor`.
#[inline(always)]
pub(super) fn is_negligible<T: Real>([d, x, e]: [T; 3], floor: T) -> bool {
    let eps = T::epsilon();
    x * x <= eps * eps * (d * e).abs() + floor
}

/// The diagonal of A, of which the lower triangle is read, becomes the eigenvalues. The rows of `vectors`, those of the
/// identity before, become the eigenvectors. False if the sweeps do not suffice.
#[inline(always)]
pub(super) fn jacobi<T: Real>(a: &mut Rows<'_, T>, mut vectors: Option<Rows<'_, T>>) -> bool {
    let n = a.columns();
    for sweep in 0..SWEEPS {
        let mut rests = true;
        for p in 0..n {
            for q in p.wrapping_add(1)..n {
                let pair @ [d, x, e] = [a.at(p, p), a.at(q, p), a.at(q, q)];
                // The largest element is at the top of the range: what has no normal square is nothing beside it.
                if is_negligible(pair, T::min_positive_value()) {
                    continue;
                }
                let size = x.abs();
                if sweep > 3 && d.abs() + size == d.abs() && e.abs() + size == e.abs() {
                    a.set(q, p, T::ZERO);
                    continue;
                }
                rests = false;
                let turn = Turn::of(pair);
                rotate(a, [p, q], &turn);
                a.set(p, p, d - turn.change);
                a.set(q, q, e + turn.change);
                if let Some(vectors) = &mut vectors {
                    let (x, y) = vectors.two(p, q);
                    turn.rotate(x, y);
                }
            }
        }
        if rests {
            return true;
        }
    }
    false
}

/// The elements off the diagonal, in the lower triangle; that of p and q becomes zero.
#[inline(always)]
fn rotate<T: Real>(a: &mut Rows<'_, T>, [p, q]: [usize; 2], turn: &Turn<T>) {
    a.set(q, p, T::ZERO);
    for r in (0..a.columns()).filter(|r| *r != p && *r != q) {
        let (x, y) = (a.at(r.max(p), r.min(p)), a.at(r.max(q), r.min(q)));
        let (x, y) = turn.apply(x, y);
        a.set(r.max(p), r.min(p), x);
        a.set(r.max(q), r.min(q), y);
    }
}
