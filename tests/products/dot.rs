//! `dot`: nothing pairs but the summed axes; every mix of shapes, bits, and the errors. NumPy's values are in
//! `products.rs`, and matrices in `matmul.rs`.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::prelude::*;

fn bits(x: &[f64]) -> Vec<u64> {
    x.iter().map(|x| x.to_bits()).collect()
}

#[test]
fn every_row_meets_every_column_of_a_stack() {
    let mut rng = Rng::new(1);
    let a = Array3::<f64, 2, 3, 20>::from_fn(|_| rng.f64());
    let b = Array3::<f64, 5, 20, 4>::from_fn(|_| rng.f64());
    let c: Array4<f64, 2, 3, 5, 4> = a.dot(&b);
    // The order is that of all rows and all columns: one product of matrices, whatever the axes are.
    let columns: Vec<f64> = (0..20 * 20).map(|n| b[[n / 20 / 4, n % 20, n / 20 % 4]]).collect();
    let expected = bits(&common::inner([6, 20, 20], a.as_slice(), &columns));
    assert_eq!(bits(c.as_slice()), expected);
    let (a_open, b_open) =
        (a.view().typed::<shape![dyn, 3, dyn]>().unwrap(), b.view().typed::<shape![5, dyn, dyn]>().unwrap());
    let c: Array<f64, shape![dyn, 3, 5, dyn]> = a_open.dot(&b_open).unwrap();
    assert_eq!(bits(c.as_slice()), expected, "mixed");
    assert_eq!(bits(a.into_dyn().dot(&b).unwrap().as_slice()), expected, "dynamic rank and static");
    assert_eq!(bits(a.dot(&b.into_dyn()).unwrap().as_slice()), expected, "static and dynamic rank");
    // Views whose axes are in another order in memory.
    let (a_turned, b_turned) = (a.t().to_owned(), b.t().to_owned());
    assert_eq!(bits(a_turned.t().dot(&b_turned.t()).as_slice()), expected, "views");
    let mut out = Array4::<f64, 4, 5, 3, 2>::full(f64::NAN);
    a.dot_into(&b, &mut out.t_mut());
    assert_eq!(bits(out.t().to_owned().as_slice()), expected, "into a transpose");
}

#[test]
fn an_operand_of_rank_0_multiplies() {
    let m = array![[1., 2.], [3., 4.]];
    assert_eq!(m.dot(&10.), array![[10., 20.], [30., 40.]]);
    let three = Array::<f64, ()>::new(3.);
    assert_eq!(three.dot(&m.t()), array![[3., 9.], [6., 12.]]);
    assert_eq!(three.dot(&three), 9.);
    assert_eq!(m.into_dyn().dot(&2.).as_slice(), [2., 4., 6., 8.]);
    assert!(array![0.].dot(&f64::NAN)[0].is_nan(), "zero times NaN is NaN, also beside a rank-0 operand");
    let zero_d = ArrayD::from_vec(DynRank::new(&[]).unwrap(), vec![5.]).unwrap();
    assert_eq!(zero_d.dot(&m).unwrap().as_slice(), [5., 10., 15., 20.]);
}

#[test]
fn sums_of_nothing_are_zero() {
    let c: Array3<i32, 2, 3, 4> = Matrix::<i32, 2, 0>::zeros().dot(&Array3::<i32, 3, 0, 4>::zeros());
    assert_eq!(c, Array3::zeros());
    assert_eq!(Vector::<f64, 0>::zeros().dot(&Vector::zeros()).to_bits(), 0);
}

#[test]
fn errors_at_run_time_are_numpy_s() {
    let array = |dims: &[usize]| {
        let len = dims.iter().product();
        ArrayD::from_vec(DynRank::new(dims).unwrap(), vec![0_i32; len]).unwrap()
    };
    let text = |a: &[usize], b: &[usize]| array(a).dot(&array(b)).unwrap_err().to_string();
    assert_eq!(text(&[3], &[4]), "shapes (3,) and (4,) not aligned: 3 (dim 0) != 4 (dim 0)");
    assert_eq!(text(&[2, 3], &[2, 3]), "shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)");
    assert_eq!(text(&[2, 3], &[5, 4, 6]), "shapes (2,3) and (5,4,6) not aligned: 3 (dim 1) != 4 (dim 1)");
    assert_eq!(text(&[5, 2, 3], &[4]), "shapes (5,2,3) and (4,) not aligned: 3 (dim 2) != 4 (dim 0)");
    assert_eq!(text(&[1; 5], &[1; 6]), "dot: 9 axes, at most 8 are possible");
    let open = Array::from(vec![1, 2]);
    let error = array![[1, 2, 3]].dot(&open).unwrap_err();
    assert_eq!(error.to_string(), "shapes (1,3) and (2,) not aligned: 3 (dim 1) != 2 (dim 0)");
    let mut out = Array::from(vec![7]);
    assert!(array![[1, 2]].dot_into(&open, &mut out).is_ok());
    let error = array![[1, 2], [3, 4]].dot_into(&open, &mut out).unwrap_err();
    assert_eq!(error.to_string(), "dot_into: shape (1,) where (2,) is needed");
    assert_eq!(out[0], 5);
}
