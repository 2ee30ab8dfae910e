//! `solve`, `inv` and `det` beside exact fractions.

use super::common::Rng;
use conformable::Real;
use conformable::prelude::*;
use std::cmp::Ordering;
use std::fmt::Debug;

/// A fraction in lowest terms, the denominator positive. It panics where it leaves the range.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fraction(i128, i128);

impl Fraction {
    fn new(num: i128, den: i128) -> Self {
        let (mut a, mut b) = (num.unsigned_abs(), den.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let gcd = a as i128 * den.signum();
        Fraction(num / gcd, den / gcd)
    }
    fn times(self, other: Self) -> Self {
        // Crosswise first, so that the products are small.
        let (a, b) = (Fraction::new(self.0, other.1), Fraction::new(other.0, self.1));
        Fraction::new(a.0.checked_mul(b.0).unwrap(), a.1.checked_mul(b.1).unwrap())
    }
    fn minus(self, other: Self) -> Self {
        let gcd = Fraction::new(self.1, other.1);
        // The denominators less what they have in common: `self.1 * gcd.1 == other.1 * gcd.0`.
        let (left, right) = (self.0.checked_mul(gcd.1).unwrap(), other.0.checked_mul(gcd.0).unwrap());
        Fraction::new(left.checked_sub(right).unwrap(), self.1.checked_mul(gcd.1).unwrap())
    }
    fn divided_by(self, other: Self) -> Self {
        self.times(Fraction::new(other.1, other.0))
    }
    fn double(self) -> f64 {
        self.0 as f64 / self.1 as f64
    }
}

/// The rows of a matrix of fractions.
type Rows = Vec<Vec<Fraction>>;

/// `a⁻¹ b` and the determinant of `a`; `None` if it is singular.
fn solved(mut a: Rows, mut b: Rows) -> Option<(Rows, Fraction)> {
    let n = a.len();
    let mut det = Fraction(1, 1);
    for k in 0..n {
        let pivot = (k..n).find(|i| a[*i][k].0 != 0)?;
        if pivot != k {
            a.swap(k, pivot);
            b.swap(k, pivot);
            det.0 = -det.0;
        }
        det = det.times(a[k][k]);
        for i in (0..n).filter(|i| *i != k) {
            let l = a[i][k].divided_by(a[k][k]);
            for rows in [&mut a, &mut b] {
                let of_pivot = rows[k].clone();
                rows[i].iter_mut().zip(of_pivot).for_each(|(x, p)| *x = x.minus(l.times(p)));
            }
        }
    }
    for k in 0..n {
        b[k].iter_mut().for_each(|x| *x = x.divided_by(a[k][k]));
    }
    Some((b, det))
}

/// The largest sum of sizes in a row: the norm of infinity.
fn norm(rows: &Rows) -> f64 {
    rows.iter().map(|row| row.iter().map(|x| x.double().abs()).sum()).fold(0., f64::max)
}

/// Tests the results of an integer matrix and a right side. Returns whether it is regular.
fn check<T: Real + Into<f64> + Debug>(n: usize, a: &[i64], b: &[i64]) -> bool {
    let cast = |x: &i64| <T as num_traits::NumCast>::from(*x).unwrap();
    let dims = (Dyn(n), Dyn(n));
    let matrix = Array::from_vec(dims, a.iter().map(cast).collect()).unwrap();
    let right = Array::from_vec((Dyn(n), Dyn(1)), b.iter().map(cast).collect()).unwrap();
    let eps: f64 = T::epsilon().into();
    let rows = |x: &[i64], k: usize| -> Rows {
        x.chunks(k).map(|row| row.iter().map(|x| Fraction(i128::from(*x), 1)).collect()).collect()
    };
    let ones: Vec<i64> = (0..n * n).map(|at| i64::from(at / n == at % n)).collect();
    // What a determinant in closed form is off by, at most.
    let sums = a.chunks(n).map(|row| row.iter().map(|x| x.unsigned_abs() as f64).sum::<f64>());
    let of_rows = 30. * n as f64 * eps * sums.product::<f64>();
    let Some((inverse, det)) = solved(rows(a, n), rows(&ones, n)) else {
        // What elimination in floats makes of zero.
        let off: f64 = matrix.det().unwrap().into();
        assert!(off.abs() <= of_rows, "{a:?}: {off}");
        return false;
    };
    let cond = norm(&rows(a, n)) * norm(&inverse);
    if cond * eps > 0.1 {
        return true;
    }
    let x = solved(rows(a, n), rows(b, 1)).unwrap().0;
    let most = |of: &Rows| 30. * cond * eps * norm(of);
    let off = |computed: &[T], of: &Rows| {
        let differences: Vec<f64> = computed
            .iter()
            .zip(of.iter().flatten())
            .map(|(x, exact)| ((*x).into() - exact.double()).abs())
            .collect();
        let k = of[0].len();
        differences.chunks(k).map(|row| row.iter().sum()).fold(0., f64::max)
    };
    let computed = matrix.solve(&right).unwrap();
    assert!(off(computed.as_slice(), &x) <= most(&x), "solve {a:?} {b:?}: {computed:?}, and not {x:?}");
    let computed = matrix.inv().unwrap();
    assert!(
        off(computed.as_slice(), &inverse) <= most(&inverse),
        "inv {a:?}: {computed:?}, and not {inverse:?}"
    );
    let computed: f64 = matrix.det().unwrap().into();
    let exact = det.double();
    let of_det = if n < 5 { of_rows } else { 30. * n as f64 * eps * cond * exact.abs() };
    let largest = a.iter().map(|x| x.unsigned_abs()).max().unwrap_or(0);
    if n < 5 && largest < 10 {
        // All numbers within are integers.
        assert_eq!(computed, exact, "det {a:?}");
    } else {
        let off = (computed - exact).abs();
        assert!(off <= of_det, "det {a:?}: {computed}, and not {exact}");
    }
    let relative = of_det / exact.abs();
    if relative > 0.1 {
        return true;
    }
    let (sign, logarithm) = matrix.slogdet().unwrap();
    assert_eq!(sign.into(), exact.signum(), "{a:?}");
    let off = (logarithm.into() - exact.abs().ln()).abs();
    assert!(off <= 2. * relative + 30. * eps * exact.abs().ln().abs(), "slogdet {a:?}");
    true
}

#[test]
fn integer_matrices_are_solved_within_their_condition() {
    let mut regular = 0;
    for n in 1..=6 {
        for seed in 0..if cfg!(miri) { 1 } else { 60 } {
            let mut rng = Rng::new(seed * 10 + n as u64);
            // Few numbers, so that some are singular or nearly so; and more of them.
            let most = [1, 2, 9][seed as usize % 3];
            let mut integers = |len: usize| -> Vec<i64> {
                (0..len).map(|_| rng.below(2 * most + 1) as i64 - most as i64).collect()
            };
            let (a, b) = (integers(n * n), integers(n));
            regular += usize::from(check::<f64>(n, &a, &b));
            check::<f32>(n, &a, &b);
        }
    }
    assert!(regular > if cfg!(miri) { 2 } else { 250 }, "{regular}");
}

#[test]
fn matrices_near_rank_one_are_solved_within_their_condition() {
    for n in 2..=5 {
        for seed in 0..if cfg!(miri) { 1 } else { 200 } {
            let mut rng = Rng::new(seed * 10 + n as u64);
            let mut integers =
                |len: usize| -> Vec<i64> { (0..len).map(|_| rng.below(19) as i64 - 9).collect() };
            let (u, v, b) = (integers(n), integers(n), integers(n));
            let other = integers(n * n);
            // The larger part is of rank one; one row or column may be of another size, too.
            let (large, scale) = ([30, 200, 1000][seed as usize % 3], [1, 100][seed as usize / 3 % 2]);
            let (row, column) = (seed as usize % n, seed as usize / 2 % n);
            let element = |at: usize| {
                let (i, j) = (at / n, at % n);
                let is_scaled = if seed % 2 == 0 { i == row } else { j == column };
                (u[i] * v[j] * large + other[at]) * if is_scaled { scale } else { 1 }
            };
            let a: Vec<i64> = (0..n * n).map(element).collect();
            check::<f64>(n, &a, &b);
            check::<f32>(n, &a, &b);
        }
    }
}

#[test]
fn hilbert_matrices_are_solved_within_their_condition() {
    for n in 1..=8 {
        // Times the least common multiple of all denominators, the elements are integers.
        let lcm = (1..2 * n as i128).fold(1, |lcm, k| lcm * Fraction::new(k, lcm).0) as i64;
        let a: Vec<i64> = (0..n * n).map(|at| lcm / (at / n + at % n + 1) as i64).collect();
        let b: Vec<i64> = (0..n as i64).map(|i| i * i - 3).collect();
        assert!(check::<f64>(n, &a, &b));
        assert!(check::<f32>(n, &a, &b));
    }
}

#[test]
fn fractions_are_in_lowest_terms() {
    assert_eq!(Fraction::new(6, -4), Fraction(-3, 2));
    assert_eq!(Fraction::new(0, -4), Fraction(0, 1));
    assert_eq!(Fraction(1, 6).minus(Fraction(3, 4)), Fraction(-7, 12));
    assert_eq!(Fraction(2, 3).divided_by(Fraction(-4, 9)), Fraction(-3, 2));
    assert_eq!(Fraction(1, 3).double().partial_cmp(&(1. / 3.)), Some(Ordering::Equal));
}
