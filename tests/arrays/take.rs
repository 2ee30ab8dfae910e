//! `take`, `compress` and `pad`: NumPy's values, of every kind of shape, of views, and what is refused.

#![cfg(feature = "alloc")]

use conformable::prelude::*;
use conformable::{Array3, LAST, UpTo, axis, s};

axis!(Chosen: 4);

/// `numpy.arange(24).reshape(2, 3, 4)`.
fn numbers() -> Array3<i32, 2, 3, 4> {
    Array3::from_fn(|[i, j, k]| (12 * i + 4 * j + k) as i32)
}

/// `numpy.take(a, [2, 0, 2, 1], axis=1)`.
const ROWS: [[[i32; 4]; 4]; 2] = [
    [[8, 9, 10, 11], [0, 1, 2, 3], [8, 9, 10, 11], [4, 5, 6, 7]],
    [[20, 21, 22, 23], [12, 13, 14, 15], [20, 21, 22, 23], [16, 17, 18, 19]],
];

#[test]
fn positions_are_taken_as_numpy_takes_them() {
    let (a, indices) = (numbers(), array![2, 0, 2, 1]);
    assert_eq!(a.take::<1, _, _>(&indices).unwrap(), Array3::new(ROWS));
    let columns = Array3::new([[[3, 3], [7, 7], [11, 11]], [[15, 15], [19, 19], [23, 23]]]);
    assert_eq!(a.take::<2, _, _>(&array![3, 3]).unwrap(), columns);
    assert_eq!(a.take::<LAST, _, _>(&array![3, 3]).unwrap(), columns);
    // Of a view, by a view that goes backwards.
    let view = a.slice(s![.., ..;-1, ..;2]);
    let turned = array![0_usize, 1];
    let taken = view.take::<1, _, _>(&turned.flip::<0>()).unwrap();
    assert_eq!(taken, Array3::new([[[4, 6], [8, 10]], [[16, 18], [20, 22]]]));
    assert_eq!(array![10, 20, 30].take::<0, _, _>(&array![2, 2, 0]).unwrap(), array![30, 30, 10]);
    let m = array![[1, 2], [3, 4], [5, 6]];
    assert_eq!(m.take::<0, _, _>(&array![2, 0]).unwrap(), array![[5, 6], [1, 2]]);
    assert_eq!(m.t().take::<1, _, _>(&array![2, 0]).unwrap(), array![[5, 1], [6, 2]]);
}

#[test]
fn the_axis_of_the_indices_is_that_of_the_result() {
    let (a, flat) = (numbers(), Array3::new(ROWS));
    let named = Array::<usize, (Chosen,)>::from_fn(|[i]| [2, 0, 2, 1][i]);
    let taken: Array<i32, (Const<2>, Chosen, Const<4>)> = a.take::<1, _, _>(&named).unwrap();
    assert_eq!(taken.as_slice(), flat.as_slice());
    let taken: Array<i32, (Const<2>, Dyn, Const<4>)> =
        a.take::<1, _, _>(&Array::from(vec![2, 0, 2, 1])).unwrap();
    assert_eq!((taken.dims(), taken.as_slice()), ([2, 4, 4], flat.as_slice()));
    let few = Array::<usize, (UpTo<8>,)>::try_from([2, 0, 2, 1].as_slice()).unwrap();
    let taken: Array<i32, (Const<2>, UpTo<8>, Const<4>)> = a.take::<1, _, _>(&few).unwrap();
    assert_eq!(taken.as_slice(), flat.as_slice());
    let taken: ArrayD<i32> = a.into_dyn().take::<1, _, _>(&few).unwrap();
    assert_eq!((&*taken.dims(), taken.as_slice()), (&[2, 4, 4][..], flat.as_slice()));
}

#[test]
fn elements_that_are_dropped_are_cloned() {
    let names = array!["a".to_owned(), "b".to_owned(), "c".to_owned()];
    let taken = names.take::<0, _, _>(&array![2, 2]).unwrap();
    assert_eq!(taken.as_slice(), ["c", "c"]);
    let kept = names.compress::<0, _, _>(&array![false, true]).unwrap();
    assert_eq!(kept.as_slice(), ["b"]);
    assert_eq!(kept.pad::<0, 1, 1>("-".to_owned()).as_slice(), ["-", "b", "-"]);
}

#[test]
fn an_index_that_is_not_there_is_refused_in_numpys_words() {
    let a = array![1, 2, 3];
    let error = a.take::<0, _, _>(&array![0, 3]).unwrap_err();
    assert_eq!(error.to_string(), "index 3 is out of bounds for axis 0 with size 3");
    assert_eq!((error.operation(), error.shapes().0.to_vec()), ("take", vec![3]));
    // Also where there is nothing to take.
    let error = Matrix::<i32, 3, 0>::zeros().take::<0, _, _>(&array![5]).unwrap_err();
    assert_eq!(error.to_string(), "index 5 is out of bounds for axis 0 with size 3");
    assert!(Matrix::<i32, 0, 3>::zeros().take::<0, _, _>(&array![0]).is_err());
    let none = Matrix::<i32, 0, 3>::zeros().take::<0, _, _>(&Vector::<usize, 0>::zeros()).unwrap();
    assert_eq!(none.dims(), [0, 3]);
    let error = a.into_dyn().take::<1, _, _>(&array![0]).unwrap_err();
    assert_eq!(error.to_string(), "axis 1 is out of bounds for array of dimension 1");
    // More than memory can hold, of elements and of units.
    let units = ArrayView::<(), _>::from_slice((Dyn(usize::MAX >> 1), Const::<1>), &[(); usize::MAX >> 1]);
    assert!(units.unwrap().take::<1, _, _>(&array![0; 4]).is_err());
}

#[test]
fn take_into_leaves_the_place_as_it_was_if_it_refuses() {
    let a = array![[1, 2, 3], [4, 5, 6]];
    let mut out = Matrix::<i32, 2, 2>::zeros();
    assert!(a.take_into::<1, _, _, _, _>(&array![0, 3], &mut out).is_err());
    assert_eq!(out, Matrix::zeros());
    a.take_into::<1, _, _, _, _>(&array![2, 0], &mut out.t_mut()).unwrap();
    assert_eq!(out, array![[3, 6], [1, 4]]);
    let mut long = Array::from_vec((Const::<2>, Dyn(3)), vec![0; 6]).unwrap();
    let error = a.take_into::<1, _, _, _, _>(&array![2, 0], &mut long).unwrap_err();
    assert_eq!(error.to_string(), "take_into: shape (2,3) where (2,2) is needed");
}

#[test]
fn masks_are_those_of_numpys_compress() {
    let a = numbers();
    let kept = a.compress::<1, _, _>(&array![true, false, true]).unwrap();
    let expected: Array<i32, (Const<2>, Dyn, Const<4>)> =
        Array3::new([[[0, 1, 2, 3], [8, 9, 10, 11]], [[12, 13, 14, 15], [20, 21, 22, 23]]]).into();
    assert_eq!(kept, expected);
    // A mask that goes backwards by twos, and one that lets nothing through.
    let wide = array![true, true, false, false, false, true, true];
    let kept = a.compress::<2, _, _>(&wide.slice(s![..;-2])).unwrap();
    assert_eq!((kept.dims(), kept.as_slice()[..4].to_vec()), ([2, 3, 2], vec![0, 3, 4, 7]));
    assert_eq!(a.compress::<0, _, _>(&array![false, false, false]).unwrap().dims(), [0, 3, 4]);
    // A shorter mask, and a longer one.
    let kept = a.compress::<2, _, _>(&array![false, true]).unwrap();
    assert_eq!((kept.dims(), kept.as_slice()), ([2, 3, 1], &[1, 5, 9, 13, 17, 21][..]));
    let v = array![1, 2, 3];
    assert_eq!(v.compress::<0, _, _>(&array![true, false, true, false]).unwrap().as_slice(), [1, 3]);
    let error = v.compress::<0, _, _>(&array![true, false, true, true]).unwrap_err();
    assert_eq!(error.to_string(), "index 3 is out of bounds for axis 0 with size 3");
    assert!(v.compress::<0, _, _>(&Vector::<bool, 0>::full(false)).unwrap().is_empty());
    let kept = v.view().into_dyn().compress::<0, _, _>(&v.greater(&1)).unwrap();
    assert_eq!(kept.as_slice(), [2, 3]);
    assert!(v.view().into_dyn().compress::<1, _, _>(&array![true]).is_err());
}

#[test]
fn values_are_padded_as_numpy_pads_constants() {
    let view = numbers();
    let view = view.slice(s![.., ..;2, 1..3]);
    let expected = Array3::new([
        [[-1, -1], [1, 2], [9, 10], [-1, -1], [-1, -1]],
        [[-1, -1], [13, 14], [21, 22], [-1, -1], [-1, -1]],
    ]);
    assert_eq!(view.pad::<1, 1, 2>(-1), expected);
    assert_eq!(view.pad_as::<1, 1, 2, shape![2, 5, 2]>(-1), expected);
    let mixed = view.to_owned().into_dyn();
    assert_eq!(mixed.pad::<1, 1, 2>(-1).unwrap(), expected.view().into_dyn());
    assert_eq!(
        mixed.pad::<3, 1, 2>(-1).unwrap_err().to_string(),
        "axis 3 is out of bounds for array of dimension 3"
    );
    assert_eq!(array![1, 2].pad::<0, 0, 0>(7), array![1, 2]);
    assert_eq!(Vector::<i32, 0>::zeros().pad::<0, 1, 2>(7), array![7, 7, 7]);
    assert_eq!(Matrix::<i32, 2, 0>::zeros().pad::<0, 1, 0>(7).dims(), [3, 0]);
    let rows = Array::from_vec((Dyn(2), Const::<2>), vec![1, 2, 3, 4]).unwrap();
    let padded: Array<i32, (Dyn, Const<4>)> = rows.pad::<1, 1, 1>(0);
    assert_eq!(padded.as_slice(), [0, 1, 2, 0, 0, 3, 4, 0]);
    let padded: Array<i32, (Dyn, Const<2>)> = rows.pad::<0, 0, 1>(0);
    assert_eq!((padded.dims(), padded.as_slice()), ([3, 2], &[1, 2, 3, 4, 0, 0][..]));
    let error = rows.pad_as::<0, 0, 1, shape![4, 2]>(0).unwrap_err();
    assert_eq!(error.to_string(), "pad_as: shape (3,2) where (4,2) is needed");
}
