//! `lu`, `inv`, `det` and `slogdet`.

use super::matrices::random;
use conformable::prelude::*;
use conformable::{Failure, Singular, eye};

#[test]
fn factors_give_the_matrix_with_its_rows_exchanged() {
    for n in [0, 1, 2, 3, 5, 7, 8, 9, 16, 17, 24, 33] {
        let a = Array::from_vec((Dyn(n), Dyn(n)), random(n, n, n as u64)).unwrap();
        let lu = a.lu().unwrap();
        let (l, u, p) = (lu.l(), lu.u(), lu.permutation());
        let product = l.matmul(&u).unwrap();
        let exchanged =
            Array::<f64, (Dyn, Dyn)>::from_shape_fn((Dyn(n), Dyn(n)), |[i, j]| a[[p[[i]], j]]).unwrap();
        let worst = (product - exchanged).abs().max().unwrap_or(0.);
        assert!(worst < 1e-13, "{n}: {worst}");
        let x = a.inv().unwrap();
        let rest = a.matmul(&x).unwrap() - eye(Dyn(n)).unwrap();
        assert!(rest.abs().max().unwrap_or(0.) < 1e-9, "{n}");
        assert_eq!(lu.inverse().unwrap(), x);
        let (sign, logarithm) = a.slogdet().unwrap();
        assert!((sign * logarithm.exp() - a.det().unwrap()).abs() <= 1e-12 * a.det().unwrap().abs());
        assert_eq!(lu.slogdet().unwrap().0, sign);
    }
}

#[test]
fn determinants_of_few_rows_are_exact_where_numbers_are() {
    assert_eq!(Matrix::<f64, 0, 0>::zeros().det(), 1.);
    assert_eq!(array![[7.]].det(), 7.);
    assert_eq!(array![[1., 2.], [3., 4.]].det(), -2.);
    assert_eq!(array![[1., 2., 3.], [4., 5., 6.], [7., 8., 10.]].det(), -3.);
    let a = array![[1., 2., 3., 4.], [2., 0., 1., 1.], [0., 3., 1., 5.], [1., 1., 1., 2.]];
    assert_eq!(a.det(), -2.);
    // Products within leave the range, and the determinant does not.
    let wide = Matrix::<f64, 3, 3>::from_fn(|[i, j]| if i == j { [1e-200, 1e200, 1e200][i] } else { 0. });
    assert!((wide.det() - 1e200).abs() < 1e186);
    let deep = Matrix::<f32, 4, 4>::from_fn(|[i, j]| if i == j { [1e-30, 1e-30, 1e30, 1e30][i] } else { 0. });
    assert!((deep.det() - 1.).abs() < 1e-5);
}

#[test]
fn singular_matrices_are_named() {
    let stack = Array3::<f64, 3, 2, 2>::from_fn(|[s, i, j]| if s == 1 { 1. } else { (i + 2 * j + s) as f64 });
    assert_eq!(stack.inv().unwrap_err(), Singular { item: 1, column: 1 });
    assert_eq!(stack.inv().unwrap_err().to_string(), "Singular matrix (item 1 of the stack)");
    let mut out = Array3::<f64, 3, 2, 2>::ones();
    assert_eq!(stack.inv_into(&mut out).unwrap_err().item, 1);
    assert!(out.axis::<0>(1).unwrap().iter().all(|x| x.is_nan()));
    for s in [0, 2] {
        let one = stack.axis::<0>(s).unwrap().inv().unwrap();
        assert_eq!(out.axis::<0>(s).unwrap(), one);
    }
    assert_eq!(stack.lu().is_singular(), array![false, true, false]);
    let error = Array::from_vec((Dyn(2), Dyn(3)), vec![0.; 6]).unwrap().inv().unwrap_err();
    assert!(
        matches!(error, Failure::Shape(e) if e.to_string() == "Last 2 dimensions of the array must be square")
    );
}
