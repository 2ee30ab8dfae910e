//! The `_into` forms of `repeat`, `tile` and `roll`: NumPy's values, of every kind of shape, into views, and what is refused.

#![cfg(feature = "alloc")]

use conformable::prelude::*;
use conformable::{LAST, s};

/// `numpy.arange(6).reshape(2, 3)`.
fn numbers() -> Matrix<i32, 2, 3> {
    array![[0, 1, 2], [3, 4, 5]]
}

#[test]
fn values_are_numpy_s() {
    let a = numbers();
    let mut out = Matrix::<i32, 2, 6>::zeros();
    a.repeat_into::<1, 2, _, _>(&mut out);
    assert_eq!(out, array![[0, 0, 1, 1, 2, 2], [3, 3, 4, 4, 5, 5]]);
    a.slice(s![.., ..;-2]).repeat_into::<1, 3, _, _>(&mut out);
    assert_eq!(out, array![[2, 2, 2, 0, 0, 0], [5, 5, 5, 3, 3, 3]]);
    a.tile_into::<LAST, 2, _, _>(&mut out);
    assert_eq!(out, array![[0, 1, 2, 0, 1, 2], [3, 4, 5, 3, 4, 5]]);
    let mut tiled = Matrix::<i32, 3, 4>::zeros();
    a.tile_into::<0, 2, _, _>(&mut tiled.t_mut());
    assert_eq!(tiled, array![[0, 3, 0, 3], [1, 4, 1, 4], [2, 5, 2, 5]]);
    let mut rolled = a;
    a.roll_into::<1, _, _>(-2, &mut rolled);
    assert_eq!(rolled, array![[2, 0, 1], [5, 3, 4]]);
    // `numpy.roll(a.T, 7, 0)`, into the columns of a larger array.
    let mut wide = Matrix::<i32, 3, 4>::zeros();
    a.t().roll_into::<0, _, _>(7, &mut wide.slice_mut(s![.., 1..3]));
    assert_eq!(wide, array![[0, 2, 5, 0], [0, 0, 3, 0], [0, 1, 4, 0]]);
    a.roll_into::<0, _, _>(isize::MIN, &mut rolled);
    assert_eq!(rolled, a);
}

#[test]
fn shapes_of_run_time_get_the_values_of_static_ones() {
    let a = numbers();
    let mixed = Array::from_vec((Dyn(2), Const::<3>), a.to_vec()).unwrap();
    let mut out = conformable::zeros::<i32, _>((Dyn(4), Dyn(3))).unwrap();
    mixed.repeat_into::<0, 2, _, _>(&mut out).unwrap();
    assert_eq!(out.as_slice(), a.repeat::<0, 2>().as_slice());
    mixed.repeat_by_into::<0, _, _>(2, &mut out.slice_mut(s![..;-1, ..])).unwrap();
    assert_eq!(out.as_slice(), a.repeat::<0, 2>().flip::<0>().to_vec());
    mixed.tile_into::<0, 2, _, _>(&mut out).unwrap();
    assert_eq!(out.as_slice(), a.tile::<0, 2>().as_slice());
    let (dynamic, mut out) = (a.into_dyn(), Matrix::<i32, 2, 3>::zeros().into_dyn());
    dynamic.roll_into::<LAST, _, _>(1, &mut out).unwrap();
    assert_eq!(out.as_slice(), [2, 0, 1, 5, 3, 4]);
    // Nothing, and none of it.
    a.repeat_into::<1, 0, _, _>(&mut Matrix::<i32, 2, 0>::zeros());
    let mut none = Vector::<u8, 0>::zeros();
    Vector::<u8, 0>::zeros().roll_into::<0, _, _>(5, &mut none);
    Vector::<u8, 0>::zeros().tile_into::<0, 3, _, _>(&mut none);
}

#[test]
fn what_is_refused_leaves_the_existing_array_as_it_was() {
    let a = numbers();
    let mut out = conformable::full((Dyn(2), Const::<6>), 7).unwrap();
    let error = a.repeat_by_into::<1, _, _>(3, &mut out).unwrap_err();
    assert_eq!(error.to_string(), "repeat_by_into: shape (2,6) where (2,9) is needed");
    assert!(a.repeat_by_into::<1, _, _>(usize::MAX, &mut out).is_err());
    let mixed = Array::from_vec((Dyn(3), Const::<3>), vec![0; 9]).unwrap();
    let error = mixed.tile_into::<1, 2, _, _>(&mut out).unwrap_err();
    assert_eq!(error.to_string(), "tile_into: shape (2,6) where (3,6) is needed");
    let mut any = out.to_owned().into_dyn();
    let error = a.into_dyn().roll_into::<1, _, _>(1, &mut any).unwrap_err();
    assert_eq!(error.to_string(), "roll_into: shape (2,6) where (2,3) is needed");
    let error = a.into_dyn().repeat_into::<2, 2, _, _>(&mut any).unwrap_err();
    assert_eq!(error.to_string(), "axis 2 is out of bounds for array of dimension 2");
    assert_eq!(error.operation(), "repeat_into");
    assert_eq!((out.as_slice(), any.as_slice()), (&[7; 12][..], &[7; 12][..]));
}
