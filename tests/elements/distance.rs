//! `distance`: the norm of a difference, of all forms of arrays.

#![cfg(all(feature = "alloc", feature = "std"))]

use crate::common;

use common::Rng;
use conformable::prelude::*;

#[test]
fn ordinary_distances_have_the_bits_of_the_dot_product_of_the_difference() {
    let mut rng = Rng::new(1);
    for n in (0..200).chain([2047, 2048, 2049, 5000]).filter(crate::common::in_time) {
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

/// Of every form of both arrays, by plain loops.
#[test]
fn along_an_axis_each_vector_is_a_point() {
    let mut rng = Rng::new(2);
    let a = Array3::<f32, 5, 7, 9>::from_fn(|_| rng.f32());
    let b = Array3::<f32, 5, 7, 9>::from_fn(|_| rng.f32());
    let (turned_a, turned_b) = (a.t().to_owned(), b.t().to_owned());
    let of = |x: &mut dyn Iterator<Item = [usize; 3]>| {
        let difference: Vec<f32> = x.map(|p| a[p] - b[p]).collect();
        common::dot(&difference, &difference).sqrt()
    };
    let first: Matrix<f32, 7, 9> = a.distance_axis::<0, _>(&b);
    assert_eq!(first, Matrix::from_fn(|[j, k]| of(&mut (0..5).map(|i| [i, j, k]))));
    let middle: Matrix<f32, 5, 9> = a.distance_axis::<1, _>(&b);
    assert_eq!(middle, Matrix::from_fn(|[i, k]| of(&mut (0..7).map(|j| [i, j, k]))));
    let last: Matrix<f32, 5, 7> = a.distance_axis::<2, _>(&b);
    assert_eq!(last, Matrix::from_fn(|[i, j]| of(&mut (0..9).map(|k| [i, j, k]))));
    assert_eq!(turned_a.t().distance_axis::<1, _>(&turned_b.t()), middle, "strided");
    assert_eq!(a.distance_axis::<2, _>(&turned_b.t()), last, "strided");
    let dynamic = (a.view().into_dyn(), b.view().into_dyn());
    assert_eq!(dynamic.0.distance_axis::<1, _>(&dynamic.1).unwrap().as_slice(), middle.as_slice());
    let of_static: Matrix<f32, 5, 9> = a.distance_axis::<1, _>(&dynamic.1).unwrap();
    assert_eq!(of_static, middle);
    let mixed = a.view().typed::<shape![dyn, 7, 9]>().unwrap();
    let of_mixed: Array<f32, (Dyn, Const<9>)> = mixed.distance_axis::<1, _>(&b).unwrap();
    assert_eq!(of_mixed.as_slice(), middle.as_slice());
    let one: f64 = array![1., 2.].distance_axis::<0, _>(&array![4., 6.]);
    assert_eq!(one, 5.);
    assert_eq!(Matrix::<f64, 2, 0>::zeros().distance_axis::<1, _>(&Matrix::zeros()), array![0., 0.]);
    assert!(Matrix::<f64, 2, 0>::zeros().distance_axis::<0, _>(&Matrix::zeros()).is_empty());
    let large = 2_f64.powi(700);
    let (a, b) = (array![[3. * large, 0.], [1., 1.]], array![[0., 4. * large], [1., 3.]]);
    assert_eq!(a.distance_axis::<1, _>(&b), array![5. * large, 2.], "each is scaled for itself");
}

#[test]
fn what_only_run_time_knows_about_an_axis_is_checked() {
    let a = ArrayD::from_vec(DynRank::new(&[2, 2]).unwrap(), vec![1., 2., 3., 4.]).unwrap();
    let error = a.distance_axis::<2, _>(&a).unwrap_err();
    assert_eq!(error.to_string(), "axis 2 is out of bounds for array of dimension 2");
    assert_eq!(error.operation(), "distance");
    assert!(a.distance_axis::<{ usize::MAX }, _>(&a).is_err());
    let error = a.distance_axis::<0, _>(&Matrix::<f64, 2, 3>::zeros()).unwrap_err();
    assert_eq!(error.to_string(), "distance: shape (2,3) where (2,2) is needed");
    assert!(a.distance_axis::<0, _>(&array![1., 2.]).is_err(), "nothing broadcasts");
    assert!(array![1., 2.].distance_axis::<0, _>(&a).is_err());
}

#[test]
fn distances_along_an_axis_are_written_into_arrays_that_are_there() {
    let a = Array3::<f64, 2, 3, 4>::from_fn(|[i, j, k]| (12 * i + 4 * j + k) as f64 - 7.5);
    let b = Array3::<f64, 2, 3, 4>::from_fn(|[i, j, k]| (i * j * k) as f64 / 3.);
    let mut out = Matrix::<f64, 3, 2>::zeros();
    a.distance_axis_into::<2, _, _, _>(&b, &mut out.t_mut());
    assert_eq!(out.t().to_owned(), a.distance_axis::<2, _>(&b));
    let mut wrong = Array::from_vec((Dyn(3), Dyn(3)), vec![7.; 9]).unwrap();
    let error = a.distance_axis_into::<2, _, _, _>(&b, &mut wrong).unwrap_err();
    assert_eq!(error.to_string(), "distance_axis_into: shape (3,3) where (2,3) is needed");
    assert_eq!(wrong.as_slice(), [7.; 9]);
}
