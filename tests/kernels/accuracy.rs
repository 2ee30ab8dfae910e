//! The error of dot products and sums against exact arithmetic, within the bound that their order implies:
//! `|error| <= gamma_k sum |a_i b_i|`, `gamma_k = k u / (1 - k u)` (Higham: Accuracy and Stability of Numerical
//! Algorithms, 2nd ed., 2002, section 3.1), where k is the most additions that a product goes through, and one
//! for itself.

#![cfg(feature = "alloc")]
#![allow(unsafe_code, reason = "kernels take pointers")]

use crate::common::Rng;
use crate::numbers::available;
use conformable::kernel::dot::Sum;
use conformable::kernel::terms::Products;
use conformable::simd::{Element, Path};

/// A sum of numbers without rounding: an expansion of parts that do not overlap (Shewchuk: Adaptive precision
/// floating-point arithmetic, 1997, figure 6, Grow-Expansion).
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
    /// The sum, correct to a few units of f64.
    fn value(&self) -> f64 {
        self.0.iter().sum()
    }
}

/// The most roundings that a product meets on its way: its own, in its lane, in the tree, in the fold.
fn roundings(n: usize, lanes: usize) -> f64 {
    let blocks = n.div_ceil(64 * lanes).max(1);
    let k =
        n.div_ceil(lanes).min(64) + blocks.next_power_of_two().ilog2() as usize + lanes.ilog2() as usize + 1;
    k as f64
}

fn gamma(k: f64, u: f64) -> f64 {
    k * u / (1.0 - k * u)
}

fn dot_on<T: Element>(path: Path, a: &[T], b: &[T]) -> T {
    // SAFETY: both slices have as many elements.
    let kernel = unsafe { Sum::new(Products::new(a.as_ptr(), b.as_ptr()), a.len().min(b.len())) };
    T::run_on(path, kernel).expect("the path is available")
}

/// Operands that are unkind to sums, by name.
fn adversaries(n: usize) -> Vec<(&'static str, Vec<f64>, Vec<f64>)> {
    let mut rng = Rng::new(n as u64);
    let mut noise = || (0..n).map(|_| rng.unit()).collect::<Vec<f64>>();
    let of = |f: &dyn Fn(usize) -> f64| (0..n).map(f).collect::<Vec<f64>>();
    vec![
        ("ones", of(&|_| 1.0), of(&|_| 1.0)),
        ("tenths", of(&|_| 0.1), of(&|_| 1.0)),
        ("one huge, many tiny", of(&|i| if i == n / 3 { 1e12 } else { 1e-3 }), noise()),
        ("alternating", of(&|i| if i % 2 == 0 { 1.0 } else { -1.0 }), noise()),
        ("alternating by lanes", of(&|i| if (i / 32) % 2 == 0 { 1e3 } else { -1e3 }), noise()),
        ("geometric", of(&|i| 0.875f64.powi((i % 200) as i32)), noise()),
        ("uniform", noise(), noise()),
    ]
}

#[test]
fn dot_is_within_its_bound_in_f32() {
    let u = f64::from(f32::EPSILON) / 2.0;
    for n in [1, 2, 31, 32, 33, 100, 768, 2048, 2049, 6000, 40_000] {
        for (name, a, b) in adversaries(n) {
            let (a, b): (Vec<f32>, Vec<f32>) =
                (a.iter().map(|x| *x as f32).collect(), b.iter().map(|x| *x as f32).collect());
            let (mut exact, mut size) = (Exact::default(), 0.0);
            for (a, b) in a.iter().zip(&b) {
                // Exact: two significands of 24 bits are one of 48.
                let product = f64::from(*a) * f64::from(*b);
                exact.add(product);
                size += product.abs();
            }
            let bound = gamma(roundings(n, 32), u) * size;
            for path in available() {
                let error = (f64::from(dot_on(path, &a, &b)) - exact.value()).abs();
                assert!(error <= bound, "{} {name} n={n}: {error:e} > {bound:e}", path.name());
            }
        }
    }
}

#[test]
fn dot_is_within_its_bound_in_f64() {
    let u = f64::EPSILON / 2.0;
    for n in [1, 2, 15, 16, 17, 100, 1024, 1025, 5000] {
        for (name, a, b) in adversaries(n) {
            let (mut exact, mut size) = (Exact::default(), 0.0);
            for (a, b) in a.iter().zip(&b) {
                // The product and its rounding error are the exact product.
                let product = a * b;
                exact.add(product);
                exact.add(a.mul_add(*b, -product));
                size += product.abs();
            }
            let bound = gamma(roundings(n, 16), u) * size;
            for path in available() {
                exact.add(-dot_on(path, &a, &b));
                let error = exact.value().abs();
                exact.add(dot_on(path, &a, &b));
                assert!(error <= bound, "{} {name} n={n}: {error:e} > {bound:e}", path.name());
            }
        }
    }
}

/// Products that underflow lose more than `u` of themselves, so they have a bound of their own: half the least
/// positive number for each product. Sums of subnormal numbers are exact.
#[test]
fn subnormal_products_are_within_half_the_least_number_each() {
    let least = f64::from(f32::from_bits(1));
    for n in [1, 31, 33, 100, 2049] {
        let mut rng = Rng::new(n as u64);
        let a: Vec<f32> = (0..n).map(|_| f32::from_bits((rng.next_u64() % (1 << 23)) as u32)).collect();
        let b: Vec<f32> = (0..n).map(|_| rng.unit() as f32).collect();
        let mut exact = Exact::default();
        let mut size = 0.0;
        for (a, b) in a.iter().zip(&b) {
            exact.add(f64::from(*a) * f64::from(*b));
            size += f64::from(*a) * f64::from(*b);
        }
        // The sum of many may be normal: then its additions round, too.
        let rounding = gamma(roundings(n, 32), f64::from(f32::EPSILON) / 2.0) * (size + n as f64 * least);
        for path in available() {
            let error = (f64::from(dot_on(path, &a, &b)) - exact.value()).abs();
            assert!(error <= n as f64 * least / 2.0 + rounding, "{} n={n}: {error:e}", path.name());
        }
    }
}

/// What the order is for: a million terms, and an error of about one unit.
#[test]
fn a_long_sum_is_as_good_as_a_short_one() {
    let n = 1_000_000;
    let mut rng = Rng::new(7);
    let a: Vec<f32> = (0..n).map(|_| rng.unit() as f32).collect();
    let ones = vec![1.0f32; n];
    // Multiples of 2^-48 below 2^20: the sum in f64 is wrong by less than 2^-10 of a unit of f32.
    let exact: f64 = a.iter().map(|x| f64::from(*x)).sum();
    let unit = exact * f64::from(f32::EPSILON);
    let mut seen = available();
    seen.retain(|path| *path != Path::Scalar || cfg!(not(debug_assertions)));
    for path in seen {
        let error = (f64::from(dot_on(path, &a, &ones)) - exact).abs();
        assert!(error <= gamma(roundings(n, 32), f64::from(f32::EPSILON) / 2.0) * exact);
        assert!(error <= 4.0 * unit, "{}: {} units", path.name(), error / unit);
    }
}
