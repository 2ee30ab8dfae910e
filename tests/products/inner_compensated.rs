//! `inner_compensated`: the bound of Dot2 on ill-conditioned sums against exact arithmetic, one set of bits on all
//! paths, every form of operands.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::kernel::VecRef;
use conformable::kernel::contract::compensated::Dot2;
use conformable::prelude::*;
use conformable::simd::{Element, Path};

/// A sum of numbers without rounding (Shewchuk: Adaptive precision floating-point arithmetic, 1997, figure 6).
#[derive(Default)]
struct Exact(Vec<f64>);

impl Exact {
    fn add(&mut self, x: f64) {
        let mut q = x;
        let mut parts = Vec::new();
        for &e in &self.0 {
            let s = q + e;
            let t = s - q;
            let error = (q - (s - t)) + (e - t);
            if error != 0.0 {
                parts.push(error);
            }
            q = s;
        }
        parts.push(q);
        self.0 = parts;
    }
    fn add_product(&mut self, a: f64, b: f64) {
        let h = a * b;
        self.add(h);
        self.add(a.mul_add(b, -h));
    }
    /// The sum, correct to a few units of f64.
    fn value(&self) -> f64 {
        self.0.iter().sum()
    }
}

/// Dot2 in the stated order, one number at a time, with the error of a product by FMA.
fn dot2(a: &[f64], b: &[f64]) -> f64 {
    let two_sum = |a: f64, b: f64| {
        let t = a + b;
        let z = t - a;
        (t, (a - (t - z)) + (b - z))
    };
    let (mut p, mut s) = ([0.0; 16], [0.0; 16]);
    for (i, (a, b)) in a.iter().zip(b).enumerate() {
        let h = a * b;
        let (sum, q) = two_sum(p[i % 16], h);
        p[i % 16] = sum;
        s[i % 16] += q + a.mul_add(*b, -h);
    }
    for half in [8, 4, 2, 1] {
        for l in 0..half {
            let (sum, q) = two_sum(p[l], p[l + half]);
            p[l] = sum;
            s[l] = (s[l] + s[l + half]) + q;
        }
    }
    p[0] + s[0]
}

/// Terms of very different sizes, the second half of which cancels the sum of the first up to about `2^-exponent`
/// of the largest (as algorithm 6.1 of the paper makes them), shuffled.
fn ill_conditioned(rng: &mut Rng, n: usize, exponent: i32) -> (Vec<f64>, Vec<f64>) {
    let (mut a, mut b, mut sum) = (Vec::new(), Vec::new(), Exact::default());
    for i in 0..n {
        let e = if i < n / 2 {
            rng.below(exponent as usize / 2 + 1) as i32
        } else {
            (exponent / 2) * (n - 1 - i) as i32 / (n - n / 2).max(1) as i32
        };
        let x = rng.f64() * 2_f64.powi(e);
        let y =
            if i < n / 2 { rng.f64() * 2_f64.powi(e) } else { (rng.f64() * 2_f64.powi(e) - sum.value()) / x };
        sum.add_product(x, y);
        a.push(x);
        b.push(y);
    }
    for i in (1..n).rev() {
        let j = rng.below(i + 1);
        a.swap(i, j);
        b.swap(i, j);
    }
    (a, b)
}

const LENGTHS: [usize; 16] = [0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 64, 65, 127, 1000, 4099];

#[test]
fn the_error_is_within_the_bound_of_dot2() {
    let mut rng = Rng::new(1);
    let u = f64::EPSILON / 2.0;
    let mut hard = 0;
    for n in LENGTHS.into_iter().filter(crate::common::in_time) {
        for exponent in [0, 20, 60, 100, 140] {
            let (a, b) = ill_conditioned(&mut rng, n, exponent);
            let (mut exact, mut size) = (Exact::default(), 0.0);
            for (a, b) in a.iter().zip(&b) {
                exact.add_product(*a, *b);
                size += (a * b).abs();
            }
            let value = exact.value();
            // Additions of the lanes' sums are as those of terms.
            let n = (n + 16) as f64;
            let gamma = n * u / (1.0 - n * u);
            let bound = u * value.abs() + gamma * gamma * size;
            let (x, y) = (Array::from(a.clone()), Array::from(b.clone()));
            let ours = x.inner_compensated(&y).unwrap();
            exact.add(-ours);
            let error = exact.value().abs();
            assert!(error <= bound, "n={n} 2^{exponent}: {error:e} > {bound:e}");
            let plain = x.inner(&y).unwrap();
            exact.add(ours);
            exact.add(-plain);
            hard += usize::from(exact.value().abs() > bound);
        }
    }
    assert!(hard > 40, "the plain sum is wrong in {hard} cases only: these are too easy");
}

#[test]
fn f32_is_rounded_once() {
    let mut rng = Rng::new(2);
    let u = f64::from(f32::EPSILON) / 2.0;
    for n in LENGTHS.into_iter().filter(crate::common::in_time) {
        let a: Vec<f32> = (0..n).map(|_| rng.f32() * 2_f32.powi(rng.below(40) as i32 - 20)).collect();
        let mut b: Vec<f32> = (0..n).map(|_| rng.f32() * 2_f32.powi(rng.below(40) as i32 - 20)).collect();
        for i in 0..n / 2 {
            b[n - 1 - i] = if a[n - 1 - i] == 0. { 0. } else { -a[i] * b[i] / a[n - 1 - i] };
        }
        let (mut exact, mut size) = (Exact::default(), 0.0);
        for (a, b) in a.iter().zip(&b) {
            exact.add(f64::from(*a) * f64::from(*b));
            size += (f64::from(*a) * f64::from(*b)).abs();
        }
        let ours = Array::from(a).inner_compensated(&Array::from(b)).unwrap();
        let value = exact.value();
        exact.add(-f64::from(ours));
        let gamma = n as f64 * u / (1.0 - n as f64 * u);
        let least = f64::from(f32::from_bits(1)) / 2.0;
        assert!(exact.value().abs() <= u * value.abs() + gamma * gamma * size + least, "n={n}");
    }
}

#[test]
fn all_paths_have_the_bits_of_the_definition() {
    let mut rng = Rng::new(3);
    for n in (0..100).chain(LENGTHS).filter(crate::common::in_time) {
        for exponent in [0, 60, 140] {
            let (a, b) = ill_conditioned(&mut rng, n, exponent);
            let expected = dot2(&a, &b).to_bits();
            for path in Path::ALL {
                let kernel = Dot2(VecRef::from_slice(&a), VecRef::from_slice(&b));
                if let Some(ours) = f64::run_on(path, kernel) {
                    assert_eq!(ours.to_bits(), expected, "{} n={n} 2^{exponent}", path.name());
                }
            }
        }
    }
}

#[test]
fn static_mixed_dynamic_and_views_agree_bit_by_bit() {
    let mut rng = Rng::new(4);
    let a = Matrix::<f64, 5, 40>::from_fn(|_| rng.f64());
    let b = Array3::<f64, 2, 3, 40>::from_fn(|_| rng.f64());
    let c: Array3<f64, 5, 2, 3> = a.inner_compensated(&b);
    for i in 0..5 {
        for (j, row) in b.rows().enumerate() {
            let row: Vec<f64> = row.iter().copied().collect();
            assert_eq!(
                c.as_slice()[6 * i + j].to_bits(),
                dot2(&a.as_slice()[40 * i..][..40], &row).to_bits()
            );
        }
    }
    let (turned_a, turned_b) = (a.t().to_owned(), b.t().to_owned());
    assert_eq!(turned_a.t().inner_compensated(&turned_b.t()), c);
    let dynamic = a.view().into_dyn().inner_compensated(&turned_b.t().into_dyn()).unwrap();
    assert_eq!(dynamic.as_slice(), c.as_slice());
    let mixed: Array<f64, (Dyn, Const<2>, Const<3>)> =
        a.view().typed::<shape![dyn, 40]>().unwrap().inner_compensated(&b);
    assert_eq!(mixed.as_slice(), c.as_slice());
    let mut out = Array3::<f64, 3, 2, 5>::zeros();
    a.inner_compensated_into(&b, &mut out.t_mut());
    assert_eq!(out.t(), c);
}

#[test]
fn nothing_infinities_and_nans() {
    let (inf, nan, max) = (f64::INFINITY, f64::NAN, f64::MAX);
    assert_eq!(Vector::<f64, 0>::zeros().inner_compensated(&Vector::zeros()).to_bits(), 0);
    assert_eq!(array![-0.0_f64].inner_compensated(&array![1.0]).to_bits(), 0);
    assert_eq!(array![inf, 1.].inner_compensated(&array![2., 3.]), inf);
    assert_eq!(array![inf, 1.].inner_compensated(&array![-2., 3.]), -inf);
    assert!(array![inf, 0.].inner_compensated(&array![0., 1.]).is_nan());
    assert!(array![1., nan].inner_compensated(&array![0., 0.]).is_nan());
    assert_eq!(array![max, max].inner_compensated(&array![1., 1.]), inf);
    assert_eq!(
        array![max].inner_compensated(&array![1.]),
        max,
        "the splitting of MAX overflows, the product does not"
    );
    assert_eq!(array![f32::MAX, f32::MAX].inner_compensated(&array![1., 1.]), f32::INFINITY);
    assert_eq!(array![1e30_f32, 1e30].inner_compensated(&array![1e30, -1e30]), 0.);
    let error = Array::from(vec![1.]).inner_compensated(&Array::from(vec![1., 2.])).unwrap_err();
    assert_eq!(error.operation(), "inner_compensated");
    assert_eq!(array![[1., 2.]].inner_compensated(&3.), array![[3., 6.]]);
}
