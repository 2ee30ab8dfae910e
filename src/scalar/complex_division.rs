//! Quotients of complex numbers that neither overflow nor vanish before their time.
//!
//! ```text
//! scale both numbers by powers of two, where they are near an end of the range
//! (a + b i) / (c + d i), |d| <= |c|:   r = d / c
//!     ((a + b r) + (b - a r) i) / (c + d r)        where a product underflows, in another order
//! |d| > |c|:   the same of both numbers times -i
//! ```
//!
//! (R. L. Smith, Algorithm 116: Complex division, Communications of the ACM 5, 1962, p. 435; M. Baudin, R. L. Smith, *A
//! Robust Complex Division in Scilab*, 2012, arXiv:1210.4539, figures 5 and 10. They multiply by the reciprocal of
//! `c + d r`, which can be subnormal; here it divides.)
//!
//! The error is within `(4 + sqrt 2) u |q|` to first order, for a quotient `q` in the range of normal numbers: `r` and the
//! denominator have 2 u together, the numerator has `1 + sqrt 2`, and the division 1.

use num_complex::Complex;
use num_traits::float::FloatCore;

/// `x / y`.
///
/// By zero the parts are those of `x` divided by `|0|`, as NumPy has them; by an infinite number a finite one gives 0.
#[inline]
pub(super) fn quotient<T: FloatCore>(x: Complex<T>, y: Complex<T>) -> Complex<T> {
    let (a, b, c, d) = (x.re, x.im, y.re, y.im);
    if d.is_zero() {
        // Each part rounded once.
        let c = if c.is_zero() { c.abs() } else { c };
        return Complex { re: a / c, im: b / c };
    }
    if c.is_zero() {
        return Complex { re: b / d, im: -a / d };
    }
    if c.is_infinite() || d.is_infinite() {
        return by_infinity(x, y);
    }
    let (x, y, factor) = scaled(x, y);
    let q = if y.im.abs() <= y.re.abs() {
        smith(x, y)
    } else {
        smith(Complex { re: x.im, im: -x.re }, Complex { re: y.im, im: -y.re })
    };
    Complex { re: q.re * factor, im: q.im * factor }
}

/// What is left of `x` when it is divided by `y`: `x - y * q`, where `q` is the quotient with its parts rounded towards
/// zero.
///
/// By a number with one part only, each part of the result is exact.
#[inline]
pub(super) fn remainder<T: FloatCore>(x: Complex<T>, y: Complex<T>) -> Complex<T> {
    for (part, other) in [(y.re, y.im), (y.im, y.re)] {
        if other.is_zero() {
            return Complex { re: x.re % part, im: x.im % part };
        }
    }
    let q = quotient(x, y);
    let (re, im) = (q.re.trunc(), q.im.trunc());
    // A part that is zero takes nothing away, whatever it is multiplied by. Products are at most about twice as large
    // as `x`: of a quarter of it they are in range.
    let product = |part: T, q: T| if q.is_zero() { T::zero() } else { part * q };
    let quarter = T::one() / (T::one() + T::one() + T::one() + T::one());
    let large = x.re.abs().max(x.im.abs()) > T::max_value() * quarter;
    let (down, up) = if large { (quarter, T::one() / quarter) } else { (T::one(), T::one()) };
    let (c, d) = (y.re * down, y.im * down);
    Complex {
        re: (x.re * down - (product(c, re) - product(d, im))) * up,
        im: (x.im * down - (product(c, im) + product(d, re))) * up,
    }
}

/// A quotient by a number with an infinite part: zeros for a finite `x`, with the signs of the limit, else NaN.
#[cold]
fn by_infinity<T: FloatCore>(x: Complex<T>, y: Complex<T>) -> Complex<T> {
    let unit = |x: T| if x.is_infinite() { x.signum() } else { T::zero() };
    let (c, d) = (unit(y.re), unit(y.im));
    let to_zero =
        |part: T| if x.re.is_finite() && x.im.is_finite() { part.signum() * T::zero() } else { T::nan() };
    if y.re.is_nan() || y.im.is_nan() {
        return Complex { re: T::nan(), im: T::nan() };
    }
    // Halves: the sums are in range.
    let half = T::one() / (T::one() + T::one());
    let (a, b) = (x.re * half, x.im * half);
    Complex { re: to_zero(a * c + b * d), im: to_zero(b * c - a * d) }
}

/// Both numbers away from the ends of the range, and what the quotient of these is to be multiplied by: figure 10.
#[inline(always)]
fn scaled<T: FloatCore>(mut x: Complex<T>, mut y: Complex<T>) -> (Complex<T>, Complex<T>, T) {
    let two = T::one() + T::one();
    let half = T::one() / two;
    let (most, least) = (T::max_value() * half, T::min_positive_value() * two / T::epsilon());
    // 2 / epsilon^2
    let up = two / T::epsilon() / T::epsilon();
    let largest = |x: Complex<T>| x.re.abs().max(x.im.abs());
    let times = |x: Complex<T>, factor: T| Complex { re: x.re * factor, im: x.im * factor };
    let (size_x, size_y, mut factor) = (largest(x), largest(y), T::one());
    if size_x >= most {
        (x, factor) = (times(x, half), factor * two);
    }
    if size_y >= most {
        (y, factor) = (times(y, half), factor * half);
    }
    if size_x <= least {
        (x, factor) = (times(x, up), factor / up);
    }
    if size_y <= least {
        (y, factor) = (times(y, up), factor * up);
    }
    (x, y, factor)
}

/// `(a + b i) / (c + d i)` for `|d| <= |c|`, where nothing overflows that the result does not: figure 5.
#[inline(always)]
fn smith<T: FloatCore>(x: Complex<T>, y: Complex<T>) -> Complex<T> {
    let (c, d) = (y.re, y.im);
    let r = d / c;
    let whole = c + d * r;
    let is_small = |x: T| x.abs() < T::min_positive_value();
    // `(a + b d / c) / whole`
    let part = |a: T, b: T| {
        if is_small(r) {
            let quotient = b / c;
            return (a + if quotient.is_finite() { d * quotient } else { d * b / c }) / whole;
        }
        let product = b * r;
        if is_small(product) && !b.is_zero() { a / whole + b / whole * r } else { (a + product) / whole }
    };
    Complex { re: part(x.re, x.im), im: part(x.im, -x.re) }
}
