//! `mean` and `var` against exact sums of whole numbers: the error is within its bound.

#![cfg(all(feature = "alloc", feature = "std"))]

use crate::common::Rng;
use conformable::prelude::*;

/// Exact sums of numbers that are whole multiples of 2^-24.
fn exact(x: &[f32]) -> (i128, i128) {
    let whole = |x: &f32| (f64::from(*x) * f64::from(1 << 24)) as i128;
    x.iter().map(whole).fold((0, 0), |(sum, squares), x| (sum + x, squares + x * x))
}

#[test]
fn means_and_variances_are_within_their_bounds() {
    let mut rng = Rng::new(11);
    let unit = f64::from(f32::EPSILON) / 2.;
    let gamma = |k: f64| k * unit / (1. - k * unit);
    for n in [1, 2, 3, 31, 100, 1000, 5000, 100_000].into_iter().filter(|n| !cfg!(miri) || *n < 1000) {
        // Deviations small beside the mean, so that a difference of large sums would have no digit right.
        for offset in [0., 1., 100.] {
            let x: Vec<f32> = (0..n).map(|_| offset + (rng.f32() * 1024.).round() / 1024.).collect();
            let (sum, squares) = exact(&x);
            let (count, scale) = (n as i128, f64::from(1 << 24));
            let mean = sum as f64 / n as f64 / scale;
            let var = (count * squares - sum * sum) as f64 / (n as f64 * scale).powi(2);
            let blocks = (n as f64 / (64. * 32.)).max(1.).log2().ceil();
            let k = (n as f64 / 32.).ceil().min(64.) + blocks + 5.;
            let sizes: f64 = x.iter().map(|x| f64::from(x.abs())).sum();
            let e = gamma(k + 1.) * sizes / n as f64;
            let a = Array::from(x);
            assert!((f64::from(a.mean()) - mean).abs() <= e, "{n} {offset}");
            let bound = gamma(k + 4.) * (var + e * e) + e * e;
            let error = (f64::from(a.var()) - var).abs();
            assert!(error <= bound * 1.000_001, "{n} {offset}: {error} > {bound}");
        }
    }
    assert_eq!(array![1e8, 1e8 + 1., 1e8 + 2.].var(), 2. / 3.);
    assert_eq!(array![[1e8], [1e8 + 1.], [1e8 + 2.]].var_axis::<0>(), array![2. / 3.]);
    assert_eq!(array![i64::MAX, i64::MAX].var(), 0.);
    assert_eq!(array![[1_u8, 255], [3, 255]].mean_axis::<0>(), array![2., 255.]);
}
