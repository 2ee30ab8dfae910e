//! Dot products in twice the precision of their type.
//!
//! f64 is Dot2 (T. Ogita, S. M. Rump, S. Oishi: Accurate sum and dot product, SIAM J. Sci. Comput. 26 (2005),
//! algorithm 5.3) in lanes:
//!
//! ```text
//! for each row of L = 16 terms a, b, lane by lane
//!     h, e = TwoProduct(a, b)          h + e = a b      e by FMA, or by Dekker's splitting
//!     p, q = TwoSum(p, h)              p' + q = p + h   (Knuth)
//!     s = s + (q + e)
//! fold by halves: p, q = TwoSum(p, p of the other half); s = (s + s of the other half) + q
//! p + s
//! ```
//!
//! Both ways to `e` are exact as long as nothing leaves the range of f64, so the bits do not depend on which a CPU
//! has. The products of f32 are exact in f64, and their sum in f64 has more than twice the precision: it is rounded
//! once.

use super::rows::{Rows, for_each_matrix};
use super::widen::dot_f32;
use crate::kernel::operand::{MatMut, MatRef, VecRef};
use crate::kernel::terms::some;
use crate::scalar::{Compensated, Repr};
use crate::simd::{Element, Kernel, Simd};

/// `C[i.., j..] = sum over k of A[i.., k] * B[j.., k]`
///
/// # Safety
/// At every position of the axes the places of A and B can be read, and that of C can be written and belongs to no
/// other position.
#[inline]
pub(crate) unsafe fn inner<T: Compensated>(c: *mut T, a: *const T, b: *const T, rows: &Rows<'_>) {
    // SAFETY: the caller's promise. For the casts: by the invariant of `Kind`, and there is no third type.
    unsafe {
        if const { matches!(T::KIND.repr(), Repr::F32) } {
            for_each_matrix((c.cast::<f32>(), a.cast::<f32>(), b.cast::<f32>()), rows, product_f32);
        } else if const { matches!(T::KIND.repr(), Repr::F64) } {
            for_each_matrix((c.cast::<f64>(), a.cast::<f64>(), b.cast::<f64>()), rows, product_f64);
        }
    }
}

fn product_f32(mut c: MatMut<'_, f32>, a: MatRef<'_, f32>, b: MatRef<'_, f32>) {
    for i in 0..c.rows() {
        for j in 0..c.cols() {
            // SAFETY: `i` is below the rows of A and C, `j` below those of B and the columns of C.
            unsafe { c.set(i, j, dot_f32(a.row(i), b.row(j)) as f32) };
        }
    }
}

fn product_f64(mut c: MatMut<'_, f64>, a: MatRef<'_, f64>, b: MatRef<'_, f64>) {
    for i in 0..c.rows() {
        for j in 0..c.cols() {
            // SAFETY: `i` is below the rows of A and C, `j` below those of B and the columns of C.
            unsafe { c.set(i, j, dot(a.row(i), b.row(j))) };
        }
    }
}

/// The compensated dot product over the shorter of both lengths.
///
/// Where it is not finite (a number is not, or the product of two, or their sum) it is the plain dot product, whose
/// infinities and NaNs are those of the definition.
#[inline]
#[must_use]
pub(crate) fn dot(a: VecRef<'_, f64>, b: VecRef<'_, f64>) -> f64 {
    let sum = f64::dispatch(Dot2(a, b));
    if sum.is_finite() { sum } else { crate::kernel::dot(a, b) }
}

/// The kernel of `dot`.
#[derive(Clone, Copy, Debug)]
pub struct Dot2<'a>(pub VecRef<'a, f64>, pub VecRef<'a, f64>);

impl Kernel<f64> for Dot2<'_> {
    type Output = f64;
    #[inline(always)]
    fn run<I: Simd<f64>>(self, isa: I) -> f64 {
        let Dot2(a, b) = self;
        let n = a.len().min(b.len());
        let (mut sums, mut errors) = (isa.row(isa.splat(0.0)), isa.row(isa.splat(0.0)));
        let mut i = 0;
        while i < n {
            for (p, s) in sums.as_mut().iter_mut().zip(errors.as_mut()) {
                let count = (n - i).min(I::LANES);
                if count > 0 {
                    // SAFETY: `i + count` is at most `n`, which is at most either length. The lanes after them
                    // are zeros, whose product changes neither sum.
                    let (x, y) = unsafe { (some(isa, a, i, count), some(isa, b, i, count)) };
                    let h = isa.mul(x, y);
                    let (sum, q) = two_sum(isa, *p, h);
                    *p = sum;
                    *s = isa.add(*s, isa.add(q, error_of_product(isa, x, y, h)));
                }
                i += count;
            }
        }
        fold(isa, sums, errors)
    }
}

/// `(t, q)` with `t` the rounded sum and `t + q` the exact one (D. E. Knuth: The Art of Computer Programming, volume
/// 2, section 4.2.2, theorem B).
#[inline(always)]
fn two_sum<I: Simd<f64>>(isa: I, a: I::V, b: I::V) -> (I::V, I::V) {
    let t = isa.add(a, b);
    let z = isa.sub(t, a);
    (t, isa.add(isa.sub(a, isa.sub(t, z)), isa.sub(b, z)))
}

/// `a b - h` with `h` the rounded product, exactly.
#[inline(always)]
fn error_of_product<I: Simd<f64>>(isa: I, a: I::V, b: I::V, h: I::V) -> I::V {
    if I::FUSED {
        return isa.mul_add(a, b, isa.sub(isa.splat(-0.0), h));
    }
    // T. J. Dekker: A floating-point technique for extending the available precision, Numer. Math. 18 (1971), 224-242.
    let split = |x: I::V| {
        let c = isa.mul(isa.splat(134_217_729.0), x); // 2^27 + 1
        let high = isa.sub(c, isa.sub(c, x));
        (high, isa.sub(x, high))
    };
    let ((a, a_low), (b, b_low)) = (split(a), split(b));
    let rest = isa.sub(isa.sub(isa.sub(h, isa.mul(a, b)), isa.mul(a_low, b)), isa.mul(a, b_low));
    isa.sub(isa.mul(a_low, b_low), rest)
}

/// The lanes by halves.
#[inline(always)]
fn fold<I: Simd<f64>>(isa: I, sums: I::Row, errors: I::Row) -> f64 {
    const LANES: usize = 16;
    let (mut p, mut s) = ([0.0; LANES], [0.0; LANES]);
    for (r, (sum, error)) in sums.as_ref().iter().zip(errors.as_ref()).enumerate() {
        let at = r * I::LANES;
        debug_assert!(at + I::LANES <= LANES);
        // SAFETY: a row has 16 lanes.
        unsafe {
            isa.store(p.as_mut_ptr().add(at), *sum);
            isa.store(s.as_mut_ptr().add(at), *error);
        }
    }
    let mut half = LANES / 2;
    while half > 0 {
        for l in 0..half {
            let t = p[l] + p[l + half];
            let z = t - p[l];
            let q = (p[l] - (t - z)) + (p[l + half] - z);
            p[l] = t;
            s[l] = (s[l] + s[l + half]) + q;
        }
        half /= 2;
    }
    p[0] + s[0]
}
