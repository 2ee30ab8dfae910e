//! Plane rotations that make an element zero.

use super::scale::Scale;
use crate::scalar::Real;

/// The rotation with `c a + s b = root` and `c b - s a = 0`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rotation<T> {
    /// `sqrt(a² + b²)`
    pub(super) root: T,
    /// The cosine.
    pub(super) c: T,
    /// The sine.
    pub(super) s: T,
}

impl<T: Real> Rotation<T> {
    /// That of two elements; scaled by a power of two if a square could leave the range, which changes no bit elsewhere.
    #[inline(always)]
    pub(super) fn of(a: T, b: T) -> Self {
        let eps = T::epsilon();
        let squares = a * a + b * b;
        if squares >= T::min_positive_value() / (eps * eps) && squares <= T::max_value() {
            let root = squares.sqrt();
            return Rotation { root, c: a / root, s: b / root };
        }
        Self::scaled(a, b)
    }

    #[cold]
    fn scaled(a: T, b: T) -> Self {
        let size = a.abs().max(b.abs());
        if size == T::ZERO {
            return Rotation { root: T::ZERO, c: T::ONE, s: T::ZERO };
        }
        let scale = if size.is_finite() { Scale::to_one(size) } else { Scale::NONE };
        let (a, b) = (a * scale.there, b * scale.there);
        let root = (a * a + b * b).sqrt();
        Rotation { root: root * scale.back, c: a / root, s: b / root }
    }
}
