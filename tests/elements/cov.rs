//! `cov` and `corrcoef`: NumPy's values, every mix of shapes, and what has no covariance.

#![cfg(all(feature = "alloc", feature = "std"))]

use conformable::prelude::*;
use conformable::{Array3, Ownership, s};

fn close<S: Shape, O: Ownership>(a: &Array<f64, S, O>, expected: &[f64]) {
    let a = a.to_vec();
    assert_eq!(a.len(), expected.len());
    for (x, y) in a.iter().zip(expected) {
        assert!(
            x.is_nan() && y.is_nan() || (x - y).abs() <= 4e-15 * y.abs().max(1e-3),
            "{a:?} and {expected:?}"
        );
    }
}

#[test]
fn values_are_numpy_s() {
    let a = array![[1., 2., 3., 4.], [2., 1., 0., 5.], [4., 4., 4., 4.]];
    let (x, y, z) = (1.6666666666666665, 1.3333333333333333, 4.666666666666666);
    close(&a.cov(), &[x, y, 0., y, z, 0., 0., 0., 0.]);
    close(&a.slice(s![..2, ..]).cov_ddof(0), &[1.25, 1., 1., 3.5]);
    let r = 0.47809144373375745;
    let nan = f64::NAN;
    close(&a.corrcoef(), &[1., r, nan, r, 1., nan, nan, nan, nan]);
    assert_eq!((array![1., 2., 3., 4.].cov(), array![1., 2., 3., 4.].corrcoef()), (5. / 3., 1.));
    let bytes = array![[1_u8, 2, 9], [200, 255, 3]];
    close(&bytes.cov(), &[19., -547.5, -547.5, 17556.333333333332]);
    close(&bytes.corrcoef(), &[1., -0.9479608769326913, -0.9479608769326914, 1.]);
    close(&array![[1., 2., nan], [1., 2., 4.]].cov(), &[nan, nan, nan, 2.3333333333333335]);
    close(&array![[1.], [2.]].cov(), &[nan; 4]);
    close(&Matrix::<f64, 2, 0>::zeros().cov(), &[nan; 4]);
    close(&Matrix::<f64, 2, 0>::zeros().corrcoef(), &[nan; 4]);
    assert_eq!(Matrix::<f64, 0, 3>::zeros().cov().dims(), [0, 0]);
    close(&a.slice(s![.., ..;-2]).cov(), &[2., 4., 0., 4., 8., 0., 0., 0., 0.]);
    let (p, q, t) = (2.8333333333333335, -0.6666666666666666, -1.1666666666666667);
    let expected = [2.3333333333333335, p, q, p, 4.333333333333333, t, q, t, 0.33333333333333337];
    close(&a.t().slice(s![1.., ..]).cov(), &expected);
    let large = array![[1e8 + 1., 1e8 + 2., 1e8 + 4.], [3., 1., 2.]];
    close(&large.cov(), &[2.3333333333333335, -0.5, -0.5, 1.]);
    close(&large.corrcoef(), &[1., -0.32732683535398854, -0.32732683535398854, 1.]);
    // Sums of squares that leave the range.
    close(&array![[1e200, -1e200, 3e200], [1e-200, -1e-200, 3e-200]].corrcoef(), &[1.; 4]);
}

#[test]
fn every_mix_of_shapes_gives_the_same() {
    let a = Matrix::<f32, 5, 40>::from_fn(|[i, j]| ((i * 37 + j * j * 11) % 29) as f32 / 3.);
    let (cov, corr): (Matrix<f32, 5, 5>, Matrix<f32, 5, 5>) = (a.cov(), a.corrcoef());
    assert_eq!(cov, cov.t().to_owned());
    let mixed = Array::from_vec((Dyn(5), Const::<40>), a.as_slice().to_vec()).unwrap();
    assert_eq!((mixed.cov().as_slice(), mixed.corrcoef().as_slice()), (cov.as_slice(), corr.as_slice()));
    let open: Array<f32, (Dyn, Dyn)> = Array::from_vec((Dyn(5), Dyn(40)), a.as_slice().to_vec()).unwrap();
    assert_eq!(open.cov().as_slice(), cov.as_slice());
    let dynamic = a.into_dyn();
    assert_eq!(dynamic.cov().unwrap().as_slice(), cov.as_slice());
    assert_eq!(dynamic.corrcoef().unwrap().dims(), [5, 5]);
    let turned = a.t().to_owned();
    assert_eq!(turned.t().cov(), cov);
    for (i, variance) in a.cast::<f64>().var_ddof_axis::<1>(1).iter().enumerate() {
        assert!((a.cast::<f64>().cov()[[i, i]] / variance - 1.).abs() < 1e-14);
    }
    let stack = Array3::<f64, 2, 1, 3>::from_fn(|[i, _, k]| (i + k * (i + 1)) as f64);
    assert_eq!(stack.cov().dims(), [2, 1, 2, 1]);
    assert_eq!(stack.cov().as_slice(), [1., 2., 2., 4.]);
    let seven = Array::from_vec(DynRank::new(&[1; 7]).unwrap(), vec![1.]).unwrap();
    assert!(seven.cov().is_err());
}

#[test]
fn existing_arrays_get_the_bits_of_new_ones_or_are_left() {
    let a = Matrix::<f32, 5, 40>::from_fn(|[i, j]| ((i * 37 + j * j * 11) % 29) as f32 / 3.);
    let mut wide = Matrix::<f32, 5, 10>::zeros();
    a.cov_into(&mut wide.slice_mut(s![.., ..;-2]));
    assert_eq!(wide.slice(s![.., ..;-2]).to_vec(), a.cov().to_vec());
    let mut out = Matrix::<f32, 5, 5>::zeros();
    a.cov_ddof_into(3, &mut out.t_mut());
    assert_eq!(out.t(), a.cov_ddof(3));
    a.corrcoef_into(&mut out);
    assert_eq!(out, a.corrcoef());
    let mixed = Array::from_vec((Dyn(5), Const::<40>), a.to_vec()).unwrap();
    mixed.t().to_owned().t().cov_into(&mut out).unwrap();
    assert_eq!(out, a.cov());
    let error = mixed.slice(s![1.., ..]).unwrap().corrcoef_into(&mut out).unwrap_err();
    assert_eq!(error.to_string(), "corrcoef_into: shape (5,5) where (4,4) is needed");
    assert!(a.into_dyn().slice(s![1.., ..]).unwrap().cov_ddof_into(0, &mut out).is_err());
    assert_eq!(out, a.cov());
    let mut one = Array::<f64, ()>::zeros();
    array![1_u8, 2, 3, 4].cov_into(&mut one);
    assert_eq!(one[[]], 5. / 3.);
}

/// Generic code needs `D: Dim` and no where-clause.
#[test]
fn generic_code_needs_no_bounds_of_ours() {
    fn spread<M: Dim, N: Dim>(a: &Array<f64, (M, N)>) -> Array<f64, (M, M)> {
        a.cov()
    }
    assert_eq!(spread(&array![[1., 3.], [2., 0.]]), array![[2., -2.], [-2., 2.]]);
}
