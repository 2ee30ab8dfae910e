//! Cofactors of a few rows: adjugates, and what is closed form by them.

use crate::scalar::Subtract;

/// `a d - b c`
#[inline(always)]
fn minor<T: Subtract>(a: T, b: T, c: T, d: T) -> T {
    a.times(d).subtract(b.times(c))
}

/// The adjugate of two rows.
#[inline(always)]
pub(crate) fn two<T: Subtract>([a, b, c, d]: [T; 4]) -> [T; 4] {
    [d, T::ZERO.subtract(b), T::ZERO.subtract(c), a]
}

/// The adjugate of three rows.
#[inline(always)]
pub(crate) fn three<T: Subtract>([a, b, c, d, e, f, g, h, i]: [T; 9]) -> [T; 9] {
    [
        minor(e, f, h, i),
        minor(c, b, i, h),
        minor(b, c, e, f),
        minor(f, d, i, g),
        minor(a, c, g, i),
        minor(c, a, f, d),
        minor(d, e, g, h),
        minor(b, a, h, g),
        minor(a, b, d, e),
    ]
}

/// Four rows, with the minors of the first two rows and those of the last two, by pairs of columns.
pub(crate) struct Four<T> {
    a: [T; 16],
    upper: [T; 6],
    lower: [T; 6],
}

impl<T: Subtract> Four<T> {
    /// Of these elements.
    #[inline(always)]
    pub(crate) fn of(elements: [T; 16]) -> Self {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = elements;
        let minors = |[a, b, c, d]: [T; 4], [e, f, g, h]: [T; 4]| {
            [
                minor(a, b, e, f),
                minor(a, c, e, g),
                minor(a, d, e, h),
                minor(b, c, f, g),
                minor(b, d, f, h),
                minor(c, d, g, h),
            ]
        };
        Four {
            a: elements,
            upper: minors([a, b, c, d], [e, f, g, h]),
            lower: minors([i, j, k, l], [m, n, o, p]),
        }
    }

    /// The determinant.
    #[cfg(any(feature = "std", feature = "libm"))]
    #[inline(always)]
    pub(crate) fn det(&self) -> T {
        let ([s0, s1, s2, s3, s4, s5], [c0, c1, c2, c3, c4, c5]) = (self.upper, self.lower);
        let sum = s0.times(c5).subtract(s1.times(c4)).plus(s2.times(c3));
        sum.plus(s3.times(c2)).subtract(s4.times(c1)).plus(s5.times(c0))
    }

    /// The adjugate.
    #[inline(always)]
    pub(crate) fn adjugate(&self) -> [T; 16] {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = self.a;
        let ([s0, s1, s2, s3, s4, s5], [c0, c1, c2, c3, c4, c5]) = (self.upper, self.lower);
        // `x u - y v + z w`, and the same with the other sign.
        let plus = |x: T, u: T, y: T, v: T, z: T, w: T| x.times(u).subtract(y.times(v)).plus(z.times(w));
        let minus = |x: T, u: T, y: T, v: T, z: T, w: T| y.times(v).subtract(x.times(u)).subtract(z.times(w));
        [
            plus(f, c5, g, c4, h, c3),
            minus(b, c5, c, c4, d, c3),
            plus(n, s5, o, s4, p, s3),
            minus(j, s5, k, s4, l, s3),
            minus(e, c5, g, c2, h, c1),
            plus(a, c5, c, c2, d, c1),
            minus(m, s5, o, s2, p, s1),
            plus(i, s5, k, s2, l, s1),
            plus(e, c4, f, c2, h, c0),
            minus(a, c4, b, c2, d, c0),
            plus(m, s4, n, s2, p, s0),
            minus(i, s4, j, s2, l, s0),
            minus(e, c3, f, c1, g, c0),
            plus(a, c3, b, c1, c, c0),
            minus(m, s3, n, s1, o, s0),
            plus(i, s3, j, s1, k, s0),
        ]
    }
}

/// The bounds of the sums of rows for the closed form.
#[cfg(any(feature = "std", feature = "libm"))]
#[inline(always)]
pub(super) fn bounds<R: num_traits::Float>() -> (R, R) {
    // 2^-208 of `f64`, whose square is a normal number, and else 2^-23 of `f32`.
    let squared = R::epsilon() * R::epsilon();
    let low = squared * squared;
    let low = if (low * low).is_zero() { R::epsilon() } else { low };
    (low, R::one() / low)
}
