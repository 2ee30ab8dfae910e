//! `trace`, `diagonal` and `insert_axis`: every mix of shapes, views, and the errors. NumPy's values are in
//! `products.rs`.

#![cfg(feature = "alloc")]

use conformable::prelude::*;
use conformable::{Array3, s};

#[test]
fn a_trace_is_the_sum_of_the_diagonal() {
    let m = Matrix::<i32, 3, 4>::from_fn(|[i, j]| (10 * i + j) as i32);
    assert_eq!(m.trace(), 33);
    assert_eq!(m.t().trace(), 33);
    assert_eq!(m.trace_axes::<1, 0>(), 33);
    let open = m.view().typed::<shape![dyn, 4]>().unwrap();
    assert_eq!(open.trace(), 33);
    assert_eq!(m.into_dyn().trace().unwrap().as_slice(), [33]);
    assert_eq!(Matrix::<f64, 0, 3>::zeros().trace().to_bits(), 0);
    assert_eq!(array![[200_u8, 0], [0, 100]].trace(), 44, "in the type of the elements");
    assert!(array![[true, false], [false, true]].trace());

    let cube = Array3::<i64, 2, 3, 2>::from_fn(|[i, j, k]| (100 * i + 10 * j + k) as i64);
    let first: Vector<i64, 2> = cube.trace();
    assert_eq!(first, array![110, 112]);
    let outer: Vector<i64, 3> = cube.trace_axes::<0, 2>();
    assert_eq!(outer, array![101, 121, 141]);
    let turned: Vector<i64, 3> = cube.t().trace_axes::<2, 0>();
    assert_eq!(turned, outer);
    let mut wrong = Array::from(vec![0; 2]);
    let error = cube.trace_into::<2, 0, _, _>(&mut wrong).unwrap_err();
    assert_eq!(error.to_string(), "trace_into: shape (2,) where (3,) is needed");
    let mut rows = Vector::<i64, 3>::zeros();
    cube.trace_into::<2, 0, _, _>(&mut rows);
    assert_eq!(rows, outer);
}

#[test]
fn the_sum_has_the_order_of_a_dot_product() {
    let m = Matrix::<f32, 50, 50>::from_fn(|[i, j]| 1.1_f32.powi((i as i32 - 25) * (1 + j as i32 % 7)));
    let diagonal = m.diagonal().to_owned();
    assert_eq!(m.trace().to_bits(), diagonal.inner(&Vector::ones()).to_bits());
    assert_eq!(m.into_dyn().trace().unwrap().as_slice()[0].to_bits(), m.trace().to_bits());
}

#[test]
fn a_diagonal_is_a_view() {
    let m = array![[1, 2, 3], [4, 5, 6], [7, 8, 9]];
    let d: ArrayView<'_, i32, (Const<3>,)> = m.diagonal();
    assert_eq!(d, array![1, 5, 9]);
    assert_eq!(d.as_slice(), None);
    assert_eq!(m.t().diagonal(), d);
    let cube = Array3::<usize, 4, 2, 4>::from_fn(|[i, j, k]| 100 * i + 10 * j + k);
    let d: ArrayView<'_, usize, (Const<2>, Const<4>)> = cube.diagonal_axes::<2, 0>();
    for [j, i] in (0..8).map(|n| [n / 4, n % 4]) {
        assert_eq!(d[[j, i]], 101 * i + 10 * j);
    }
    // The diagonal of a shape with a `Dyn` axis is as long as the shorter of both.
    let tall = Array::from_vec((Dyn(3), Const::<2>), vec![1, 2, 3, 4, 5, 6]).unwrap();
    let d: ArrayView<'_, i32, (Dyn,)> = tall.diagonal();
    assert_eq!(d.iter().copied().collect::<Vec<_>>(), [1, 4]);
    assert_eq!(tall.t().diagonal().dims(), [2]);
    assert_eq!(tall.into_dyn().diagonal().unwrap().dims(), [2]);
    axis!(Joint: 2);
    let named = Array::<f32, (Joint, Joint)>::ones();
    let d: ArrayView<'_, f32, (Joint,)> = named.diagonal();
    assert_eq!(d.inner(&d), 2.);
    fn generic<K: StaticDim>(m: &Array<f32, (K, K)>) -> f32 {
        let d: ArrayView<'_, f32, (K,)> = m.diagonal();
        d.inner(&Array::<f32, (K,)>::ones()) + m.trace()
    }
    assert_eq!(generic(&Matrix::<f32, 3, 3>::ones()), 6.);
}

#[test]
fn an_axis_is_inserted_anywhere() {
    let m = Matrix::<usize, 2, 3>::from_fn(|[i, j]| 3 * i + j);
    let front: ArrayView<'_, usize, (Stretch, Const<2>, Const<3>)> = m.insert_axis::<0>();
    let middle: ArrayView<'_, usize, (Const<2>, Stretch, Const<3>)> = m.insert_axis::<1>();
    let back: ArrayView<'_, usize, (Const<2>, Const<3>, Stretch)> = m.insert_axis::<2>();
    for view in [front.into_dyn(), middle.into_dyn(), back.into_dyn()] {
        assert_eq!(view.as_slice(), Some(m.as_slice()));
    }
    assert_eq!((front[[0, 1, 2]], middle[[1, 0, 2]], back[[1, 2, 0]]), (5, 5, 5));
    assert_eq!(m.t().insert_axis::<1>()[[2, 0, 1]], 5);
    assert_eq!(m.into_dyn().insert_axis::<1>().unwrap().dims(), [2, 1, 3]);
    let owned: Array<usize, (Stretch, Const<2>, Const<3>)> = front.to_owned();
    assert_eq!(size_of_val(&owned), size_of_val(&m));
    assert_eq!(Array::<u8, (Stretch, Const<4>)>::zeros().dims(), [1, 4]);
}

#[test]
fn errors_at_run_time_are_numpy_s() {
    let array = |dims: &[usize]| {
        let len = dims.iter().product();
        ArrayD::from_vec(DynRank::new(dims).unwrap(), vec![0_i32; len]).unwrap()
    };
    let least = "diag requires an array of at least two dimensions";
    assert_eq!(array(&[3]).trace().unwrap_err().to_string(), least);
    assert_eq!(array(&[]).diagonal().unwrap_err().to_string(), least);
    assert_eq!(
        array(&[2, 3]).trace_axes::<1, 1>().unwrap_err().to_string(),
        "axis1 and axis2 cannot be the same"
    );
    assert_eq!(
        array(&[2, 3]).diagonal_axes::<0, 2>().unwrap_err().to_string(),
        "axis2: axis 2 is out of bounds for array of dimension 2"
    );
    assert_eq!(
        array(&[2, 3]).diagonal_axes::<2, 0>().unwrap_err().to_string(),
        "axis1: axis 2 is out of bounds for array of dimension 2"
    );
}

#[test]
fn diagonals_beside_the_main_one_are_numpy_s() {
    let m = Matrix::<i32, 3, 3>::from_fn(|[i, j]| (3 * i + j) as i32);
    let [above, below]: [Vector<i32, 2>; 2] =
        [m.diagonal_above::<1>().to_owned(), m.diagonal_below::<1>().to_owned()];
    assert_eq!((above, below), (array![1, 5], array![3, 7]));
    assert_eq!(
        (m.diagonal_above::<2>(), m.diagonal_below::<0>()),
        (array![2].view(), array![0, 4, 8].view())
    );
    assert_eq!(m.diagonal_above::<3>().len(), 0);
    let expected: [&[i32]; 9] = [&[], &[], &[6], &[3, 7], &[0, 4, 8], &[1, 5], &[2], &[], &[]];
    for (offset, expected) in (-4..).zip(expected) {
        assert_eq!(m.diagonal_offset(offset).to_vec(), expected);
        assert_eq!(m.trace_offset(offset), expected.iter().sum::<i32>());
        let open = m.view().typed::<shape![dyn, 3]>().unwrap();
        assert_eq!(
            (open.diagonal_offset(offset).to_vec(), open.trace_offset(offset)),
            (expected.to_vec(), expected.iter().sum())
        );
        let dynamic = m.into_dyn();
        assert_eq!(dynamic.diagonal_offset(offset).unwrap().to_vec(), expected);
        assert_eq!(dynamic.trace_offset(offset).unwrap()[&[][..]], expected.iter().sum::<i32>());
    }
    assert_eq!(m.trace_offset(isize::MIN) + m.trace_offset(isize::MAX), 0);
    let stack = Array3::<i32, 2, 3, 4>::from_fn(|[i, j, k]| (12 * i + 4 * j + k) as i32);
    assert_eq!(stack.diagonal_offset(1).to_vec(), [4, 20, 5, 21, 6, 22, 7, 23]);
    assert_eq!(stack.diagonal_offset(2).dims(), [4, 1]);
    assert_eq!(
        (stack.trace_offset(1), stack.trace_offset(-1)),
        (array![24, 26, 28, 30], array![12, 13, 14, 15])
    );
    let square = Array3::<i32, 3, 3, 2>::from_fn(|[i, j, k]| (6 * i + 2 * j + k) as i32);
    assert_eq!(square.diagonal_above::<1>(), array![[2, 10], [3, 11]].view());
    assert_eq!(square.into_dyn().diagonal_below::<2>().unwrap().to_vec(), [12, 13]);
    let part = m.slice(s![..;-1, ..;2]);
    assert_eq!((part.diagonal_offset(1).to_vec(), part.trace_offset(-1)), (vec![8], 5));
    let none = Matrix::<f64, 0, 3>::zeros();
    assert_eq!((none.diagonal_offset(1).len(), none.trace_offset(-1)), (0, 0.));
}

#[test]
fn diagonals_beside_the_main_one_can_be_written() {
    fn banded<N: Dim>(mut m: Array<i32, (N, N)>) -> Array<i32, (N, N)> {
        m.diagonal_offset_mut(1).fill(7);
        m.diagonal_offset_mut(-9).fill(7);
        m
    }
    let mut m = banded(Matrix::<i32, 3, 3>::zeros());
    m.diagonal_below_mut::<2>().fill(5);
    m.diagonal_above_mut::<1>().add_assign(&array![0, 1]);
    assert_eq!(m, array![[0, 7, 0], [0, 0, 8], [5, 0, 0]]);
    let mut dynamic = m.into_dyn();
    dynamic.diagonal_above_mut::<2>().unwrap().fill(1);
    assert_eq!(dynamic.as_slice(), [0, 7, 1, 0, 0, 8, 5, 0, 0]);
    let error = array![1, 2].into_dyn().diagonal_offset(0).unwrap_err();
    assert_eq!(error, array![1, 2].into_dyn().diagonal().unwrap_err());
}
