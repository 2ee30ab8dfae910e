//! `distance`: the norm of a difference, of all forms of arrays.

#![cfg(all(feature = "alloc", feature = "std"))]

mod common;

use common::Rng;
use conformable::prelude::*;

#[test]
fn ordinary_distances_have_the_bits_of_the_dot_product_of_the_difference() {
    let mut rng = Rng::new(1);
    for n in (0..200).chain([2047, 2048, 2049, 5000]) {
        let (a, b): (Vec<f32>, Vec<f32>) = (0..n).map(|_| (rng.f32(), rng.f32())).unzip();
        let difference: Vec<f32> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
        let expected = common::dot(&difference, &difference).sqrt();
        let distance = Array::from(a).distance(&Array::from(b)).unwrap();
        assert_eq!(distance.to_bits(), expected.to_bits(), "n = {n}");
        let (a, b): (Vec<f64>, Vec<f64>) = (0..n).map(|_| (rng.f64(), rng.f64())).unzip();
        let difference: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
        let expected = common::dot(&difference, &difference).sqrt();
        // Every second element of a matrix of two columns.
        let columns: Vec<f64> = b.iter().flat_map(|b| [*b, 7.]).collect();
        let columns = Array::<f64, (Dyn, Const<2>)>::from_vec((Dyn(n), Const), columns).unwrap();
        let columns = columns.t();
        let strided = columns.rows().next().unwrap();
        let distance = Array::from(a).distance(&strided).unwrap();
        assert_eq!(distance.to_bits(), expected.to_bits(), "n = {n}");
    }
}

#[test]
fn distance_is_the_norm_of_the_difference() {
    let a = Array3::<f64, 3, 4, 5>::from_fn(|[i, j, k]| (i * j) as f64 - k as f64 / 3.);
    let b = Array3::<f64, 3, 4, 5>::from_fn(|[i, j, k]| (i + j) as f64 * 0.7 - k as f64);
    let difference = Array3::<f64, 3, 4, 5>::from_fn(|p| a[p] - b[p]);
    let expected: f64 = difference.norm();
    assert_eq!(a.distance(&b), expected);
    assert_eq!(b.distance(&a), expected);
    let turned = b.t().to_owned();
    assert_eq!(a.distance(&turned.t()), expected, "strided");
    assert_eq!(a.into_dyn().distance(&b).unwrap(), expected);
    assert_eq!(a.view().typed::<shape![dyn, 4, 5]>().unwrap().distance(&turned.t()).unwrap(), expected);
    assert_eq!(a.distance(&a), 0.);
}

#[test]
fn nothing_overflows_and_nothing_vanishes() {
    for scale in [2_f64.powi(700), 2_f64.powi(-700)] {
        assert_eq!(array![scale, 0.].distance(&array![4. * scale, 4. * scale]), 5. * scale);
    }
    assert!(array![f64::NAN].distance(&array![1.]).is_nan());
    assert_eq!(Vector::<f32, 0>::zeros().distance(&Vector::zeros()), 0.);
    assert_eq!(Array::<f64, ()>::new(3.).distance(&Array::<f64, ()>::new(-4.)), 7.);
}

#[test]
fn shapes_that_only_run_time_knows_are_compared() {
    let (a, b) = (Array::from(vec![1., 2.]), Array::from(vec![1., 2., 3.]));
    let error = a.distance(&b).unwrap_err();
    assert_eq!(error.to_string(), "distance: shape (3,) where (2,) is needed");
    assert_eq!(error.operation(), "distance");
    assert!(a.distance(&array![4., 6.]).unwrap() == 5.);
    assert!(a.into_dyn().distance(&Matrix::<f64, 1, 2>::zeros()).is_err(), "nothing broadcasts");
}
