//! `diff`: NumPy's values, of every kind of shape and of views.

#![cfg(feature = "alloc")]

use conformable::prelude::*;
use conformable::{Array3, LAST, UpTo, s};

#[test]
fn differences_are_numpys() {
    let a = array![[1.5, 2.25, -1.], [0., 1e16, 1.]];
    assert_eq!(a.diff::<0>(), array![[-1.5, 9999999999999998., 2.]]);
    assert_eq!(a.diff::<1>(), array![[0.75, -3.25], [1e16, -1e16]]);
    assert_eq!(a.t().diff::<LAST>(), a.diff::<0>().t().to_owned());
    let b = Array3::new([[[1_i8, 5], [2, 9]], [[0, -3], [8, 8]], [[7, 7], [1, 100]]]);
    assert_eq!(b.diff::<1>(), Array3::new([[[1, 4]], [[8, 11]], [[-6, 93]]]));
    // Integers wrap around.
    assert_eq!(array![-128_i8, 127, 0].diff::<0>(), array![-1, -127]);
    assert_eq!(array![3_u8, 1].diff::<0>(), array![254]);
    assert_eq!(array![1, 2, 4, 8, 16].slice(s![..;-2]).diff::<0>(), array![-12, -3]);
    assert_eq!(array![1, 2, 4].diff::<0>().diff::<0>(), array![1]);
    assert!(array![5].diff::<0>().is_empty());
}

#[test]
fn lengths_of_run_time_are_one_less_and_none_of_none() {
    let rows = Array::from_vec((Dyn(3), Const::<2>), vec![1, 2, 4, 8, 16, 32]).unwrap();
    let along: Array<i32, (Dyn, Const<2>)> = rows.diff::<0>();
    assert_eq!(along.as_slice(), [3, 6, 12, 24]);
    let across: Array<i32, (Dyn, Const<1>)> = rows.diff::<1>();
    assert_eq!(across.as_slice(), [1, 4, 16]);
    assert_eq!(rows.view().into_dyn().diff::<1>().unwrap().as_slice(), [1, 4, 16]);
    let error = rows.view().into_dyn().diff::<2>().unwrap_err();
    assert_eq!(error.to_string(), "axis 2 is out of bounds for array of dimension 2");
    let none = Array::from_vec((Dyn(0), Const::<2>), Vec::<f32>::new()).unwrap();
    assert_eq!(none.diff::<0>().dims(), [0, 2]);
    let few = Array::<i32, (UpTo<4>,)>::try_from([1, 2, 4].as_slice()).unwrap();
    assert_eq!(few.diff::<0>().as_slice(), [1, 2]);
    let within: Array<i32, (UpTo<3>,)> = few.diff_as::<0, _>().unwrap();
    assert_eq!(within.as_slice(), [1, 2]);
    assert!(few.diff_as::<0, shape![(UpTo<1>)]>().is_err());
    let long = Vector::<i32, 2048>::from_fn(|[i]| (i * i) as i32);
    assert_eq!(long.diff_as::<0, shape![2047]>()[2046], 4093);
}

#[test]
fn diff_into_writes_what_diff_gives_or_nothing() {
    let a = array![[1, 2, 4], [8, 16, 32]];
    let mut out = Matrix::<i32, 2, 2>::zeros();
    a.diff_into::<1, _, _>(&mut out.t_mut());
    assert_eq!(out, array![[1, 8], [2, 16]]);
    let mut rows = Array::from_vec((Dyn(2), Const::<3>), vec![9; 6]).unwrap();
    let error = a.diff_into::<0, _, _>(&mut rows).unwrap_err();
    assert_eq!(error.to_string(), "diff_into: shape (2,3) where (1,3) is needed");
    assert_eq!(rows.as_slice(), [9; 6]);
}
