//! `cosine_similarity`: the formula, every form of operands, rows at the ends of the range of floats.

#![cfg(all(feature = "alloc", feature = "std"))]

use crate::common;

use common::Rng;
use conformable::prelude::*;

#[test]
fn the_seed_s_documents() {
    let (doc1, doc2, doc3) = (array![0., 1., 3., 4.], array![1., 3., 3., 5.], array![5., 2., 0., 1.]);
    assert_eq!(format!("{:.3}", doc1.cosine_similarity(&doc2)), "0.946"); // 32 / sqrt(26 * 44)
    assert_eq!(format!("{:.3}", doc1.cosine_similarity(&doc3)), "0.215"); // 6 / sqrt(26 * 30)
}

/// The bits are those of `inner` and of both norms, for every form.
fn check<const M: usize, const N: usize, const K: usize>(seed: u64) {
    let mut rng = Rng::new(seed);
    let a = Matrix::<f32, M, K>::from_fn(|_| rng.f32());
    let b = Matrix::<f32, N, K>::from_fn(|_| rng.f32());
    let (inner, norm_a, norm_b) = (a.inner(&b), a.norm_axis::<1>(), b.norm_axis::<1>());
    let expected = Matrix::<f32, M, N>::from_fn(|[i, j]| inner[[i, j]] / norm_a[[i]] / norm_b[[j]]);
    let cosines: Matrix<f32, M, N> = a.cosine_similarity(&b);
    assert_eq!(cosines, expected);
    let (turned_a, turned_b) = (a.t().to_owned(), b.t().to_owned());
    assert_eq!(turned_a.t().cosine_similarity(&turned_b.t()), expected);
    let dynamic = a.view().into_dyn().cosine_similarity(&b.view().into_dyn()).unwrap();
    assert_eq!(dynamic.as_slice(), expected.as_slice());
    let mixed: Array<f32, (Dyn, Const<N>)> =
        a.view().typed::<shape![dyn, { K }]>().unwrap().cosine_similarity(&b);
    assert_eq!(mixed.as_slice(), expected.as_slice());
    let mut turned = Matrix::<f32, N, M>::zeros();
    a.cosine_similarity_into(&b, &mut turned.t_mut());
    assert_eq!(turned.t(), expected);
}

#[test]
fn cosines_are_inner_divided_by_both_norms() {
    check::<1, 1, 3>(1);
    check::<2, 3, 4>(2);
    check::<5, 7, 9>(3);
    check::<13, 11, 64>(4);
    check::<1, 6, 33>(5);
    check::<3, 130, 5>(7);
    check::<70, 64, 2>(8);
}

#[test]
fn leading_axes_that_are_not_one_in_memory() {
    let mut rng = Rng::new(6);
    let a = Array3::<f64, 4, 3, 5>::from_fn(|_| rng.f64());
    let b = Array3::<f64, 4, 2, 3>::from_fn(|_| rng.f64());
    let cosines: Array4<f64, 5, 3, 3, 2> = a.t().cosine_similarity(&b.t());
    let (a, b) = (a.t().to_owned(), b.t().to_owned());
    assert_eq!(cosines, a.cosine_similarity(&b));
}

#[test]
fn sizes_do_not_matter() {
    let (x, y) = (array![3., 4., 0.], array![0., 3., 4.]);
    for e in [-320, -300, -200, -150, 0, 150, 200, 300] {
        for f in [-320, -200, 0, 200, 300] {
            let scale = |a: Vector<f64, 3>, e: i32| {
                Vector::<f64, 3>::from_fn(|p| a[p] * 10_f64.powi(e / 2) * 10_f64.powi(e - e / 2))
            };
            let (a, b) = (scale(x, e), scale(y, f));
            let cosine = a.cosine_similarity(&b);
            // Numbers around 1e-320 have three digits.
            let bound = if e < -300 || f < -300 { 1e-2 } else { 1e-14 };
            assert!((cosine - 12. / 25.).abs() < bound, "1e{e} 1e{f}: {cosine}");
            let rows = Matrix::new([a.into_nested(), x.into_nested()]);
            assert_eq!(rows.cosine_similarity(&b)[[0]], cosine, "beside an ordinary row");
        }
    }
}

#[test]
fn rows_without_a_direction_are_nan() {
    let cosines =
        array![[0., 0.], [1., 0.], [f64::INFINITY, 0.]].cosine_similarity(&array![[2., 0.], [0., 0.]]);
    assert_eq!(cosines[[1, 0]], 1.);
    for at in [[0, 0], [0, 1], [1, 1], [2, 0], [2, 1]] {
        assert!(cosines[at].is_nan(), "{at:?}");
    }
    assert!(Vector::<f64, 0>::zeros().cosine_similarity(&Vector::zeros()).is_nan());
    let none: Matrix<f64, 0, 2> =
        Matrix::<f64, 0, 3>::zeros().cosine_similarity(&Matrix::<f64, 2, 3>::ones());
    assert!(none.is_empty());
}

#[test]
fn beside_a_number_each_element_is_a_row() {
    assert_eq!(array![2., -3.].cosine_similarity(&-5.), array![-1., 1.]);
    assert_eq!(Array::<f64, ()>::new(2.).cosine_similarity(&array![7., -7.]), array![1., -1.]);
}

#[test]
fn errors_are_those_of_inner() {
    let (a, b) = (Array::from(vec![1., 2.]), Array::from(vec![1., 2., 3.]));
    let error = a.cosine_similarity(&b).unwrap_err();
    assert_eq!(error.to_string(), "shapes (2,) and (3,) not aligned: 2 (dim 0) != 3 (dim 0)");
    assert_eq!(error.operation(), "cosine_similarity");
    let mut out = Array::from(vec![0., 0.]);
    let error = Matrix::<f64, 3, 2>::ones().cosine_similarity_into(&array![1., 2.], &mut out).unwrap_err();
    assert_eq!(error.to_string(), "cosine_similarity_into: shape (2,) where (3,) is needed");
}

#[test]
fn along_an_axis_vectors_meet_in_pairs() {
    let mut rng = Rng::new(9);
    let a = Array3::<f32, 5, 40, 9>::from_fn(|_| rng.f32());
    let b = Array3::<f32, 5, 40, 9>::from_fn(|_| rng.f32());
    let of = |x: &mut dyn Iterator<Item = [usize; 3]>| {
        let (a, b): (Vec<f32>, Vec<f32>) = x.map(|p| (a[p], b[p])).unzip();
        common::dot(&a, &b) / common::dot(&a, &a).sqrt() / common::dot(&b, &b).sqrt()
    };
    let first: Matrix<f32, 40, 9> = a.cosine_similarity_axis::<0, _>(&b);
    assert_eq!(first, Matrix::from_fn(|[j, k]| of(&mut (0..5).map(|i| [i, j, k]))));
    let middle: Matrix<f32, 5, 9> = a.cosine_similarity_axis::<1, _>(&b);
    assert_eq!(middle, Matrix::from_fn(|[i, k]| of(&mut (0..40).map(|j| [i, j, k]))));
    let last: Matrix<f32, 5, 40> = a.cosine_similarity_axis::<2, _>(&b);
    assert_eq!(last, Matrix::from_fn(|[i, j]| of(&mut (0..9).map(|k| [i, j, k]))));
    let (turned_a, turned_b) = (a.t().to_owned(), b.t().to_owned());
    assert_eq!(turned_a.t().cosine_similarity_axis::<1, _>(&turned_b.t()), middle, "strided");
    assert_eq!(a.cosine_similarity_axis::<2, _>(&turned_b.t()), last, "strided");
    let dynamic = (a.view().into_dyn(), b.view().into_dyn());
    let cosines = dynamic.0.cosine_similarity_axis::<1, _>(&dynamic.1).unwrap();
    assert_eq!(cosines.as_slice(), middle.as_slice());
    let mixed = a.view().typed::<shape![dyn, 40, 9]>().unwrap();
    let cosines: Array<f32, (Dyn, Const<9>)> = mixed.cosine_similarity_axis::<1, _>(&b).unwrap();
    assert_eq!(cosines.as_slice(), middle.as_slice());
    let one: f64 = array![1., 0.].cosine_similarity_axis::<0, _>(&array![-7., 0.]);
    assert_eq!(one, -1.);
    assert!(Matrix::<f64, 1, 0>::zeros().cosine_similarity_axis::<1, _>(&Matrix::zeros())[[0]].is_nan());
    let (large, small) = (2_f64.powi(700), 2_f64.powi(-700));
    let a = array![[3. * large, 4. * large], [3. * small, 4. * small], [0., 0.], [3., 4.]];
    let b = array![[0., small], [0., small], [1., 1.], [0., 2.]];
    let cosines = a.cosine_similarity_axis::<1, _>(&b);
    assert_eq!([cosines[[0]], cosines[[1]], cosines[[3]]], [0.8; 3], "each pair is scaled for itself");
    assert!(cosines[[2]].is_nan(), "no direction");
}

#[test]
fn what_only_run_time_knows_about_an_axis_is_checked() {
    let a = ArrayD::from_vec(DynRank::new(&[2, 2]).unwrap(), vec![1., 2., 3., 4.]).unwrap();
    let error = a.cosine_similarity_axis::<2, _>(&a).unwrap_err();
    assert_eq!(error.to_string(), "axis 2 is out of bounds for array of dimension 2");
    assert_eq!(error.operation(), "cosine_similarity");
    let error = a.cosine_similarity_axis::<0, _>(&Matrix::<f64, 2, 3>::zeros()).unwrap_err();
    assert_eq!(error.to_string(), "cosine_similarity: shape (2,3) where (2,2) is needed");
    assert!(array![1., 2.].cosine_similarity_axis::<0, _>(&a).is_err(), "nothing broadcasts");
}

#[test]
fn cosines_along_an_axis_are_written_into_arrays_that_are_there() {
    let a = Array3::<f64, 2, 3, 4>::from_fn(|[i, j, k]| (12 * i + 4 * j + k) as f64 - 7.5);
    let b = Array3::<f64, 2, 3, 4>::from_fn(|[i, j, k]| (i * j * k + 1) as f64 / 3.);
    let mut out = Matrix::<f64, 4, 2>::zeros();
    a.cosine_similarity_axis_into::<1, _, _, _>(&b, &mut out.t_mut());
    assert_eq!(out.t().to_owned(), a.cosine_similarity_axis::<1, _>(&b));
    let mut wrong = Array::from_vec((Dyn(3), Dyn(3)), vec![7.; 9]).unwrap();
    let error = a.cosine_similarity_axis_into::<1, _, _, _>(&b, &mut wrong).unwrap_err();
    assert_eq!(error.to_string(), "cosine_similarity_axis_into: shape (3,3) where (2,4) is needed");
    assert_eq!(wrong.as_slice(), [7.; 9]);
}
