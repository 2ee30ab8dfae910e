//! Parts of arrays that are read and changed in one statement: `assign`, `fill`, operators as methods, several parts at
//! once, the diagonal, and windows as one view; and how long arrays are.

#![cfg(all(feature = "alloc", feature = "macros"))]

use conformable::prelude::*;
use conformable::{LAST, ShapeErrorKind, UpTo, axis, einsum, s};

axis!(Joint: 3);

#[test]
fn assign_broadcasts_as_numpy_does() {
    // NumPy: a = np.zeros((2, 3), int); a[...] = [1, 2, 3]; a[:, ::-1][:, :1] = [[9], [8]]
    let mut a = Matrix::<i32, 2, 3>::zeros();
    a.assign(&array![1, 2, 3]);
    assert_eq!(a, array![[1, 2, 3], [1, 2, 3]]);
    a.flip_mut::<1>().slice_mut(s![.., ..1]).assign(&array![[9], [8]]);
    assert_eq!(a, array![[1, 2, 9], [1, 2, 8]]);
    // A column that stretches, and rank 0.
    a.assign(&array![5, 6].insert_axis::<1>());
    assert_eq!(a, array![[5, 5, 5], [6, 6, 6]]);
    a.t_mut().assign(&array![[1, 2], [3, 4], [5, 6]]);
    assert_eq!(a, array![[1, 3, 5], [2, 4, 6]]);
    a.assign(&Array::<i32, ()>::new(7));
    assert_eq!(a, Matrix::full(7));
    let mut named = Array::<i32, (Joint,)>::zeros();
    named.assign(&Array::<i32, (Joint,)>::ones());
    assert_eq!(named, Array::ones());
}

#[test]
fn assign_is_a_result_where_a_length_is_known_at_run_time() {
    let mut a = Array::from_shape_elem((Dyn(2), Const::<2>), 0).unwrap();
    let rows = Array::from_vec((Dyn(2), Const::<2>), vec![1, 2, 3, 4]).unwrap();
    assert!(a.assign(&rows).is_ok());
    let error = a.assign(&Array::from_vec((Dyn(3), Const::<2>), vec![0; 6]).unwrap()).unwrap_err();
    assert_eq!(error.to_string(), "operands could not be broadcast together with shapes (2,2) (3,2) ");
    assert_eq!(a, rows, "as it was");
    let mut d = a.clone().into_dyn();
    assert!(d.assign(&array![8, 9].view().into_dyn()).is_ok());
    assert_eq!(d.to_owned().into_vec(), [8, 9, 8, 9]);
    assert!(d.assign(&array![[[1]]].view().into_dyn()).is_err(), "it does not grow");
    let mut none = Array::<i32, (Dyn,)>::from(vec![]);
    assert!(none.assign(&Array::<i32, (Dyn,)>::from(vec![])).is_ok());
}

#[test]
fn assign_and_fill_drop_what_was_there_once() {
    use std::rc::Rc;
    let (old, new) = (Rc::new(1), Rc::new(2));
    let mut a = Matrix::<Rc<i32>, 2, 2>::from_fn(|_| old.clone());
    a.column_mut(0).unwrap().fill(new.clone());
    assert_eq!((Rc::strong_count(&old), Rc::strong_count(&new)), (3, 3));
    a.assign(&Array::<_, ()>::new(new.clone()));
    assert_eq!((Rc::strong_count(&old), Rc::strong_count(&new)), (1, 5));
    drop(a);
    assert_eq!(Rc::strong_count(&new), 1);
}

#[test]
fn a_part_is_changed_in_one_statement() {
    let mut a = array![[1., 2.], [3., 4.]];
    a.slice_mut(s![.., 1]).mul_assign(10.);
    a.column_mut(0).unwrap().add_assign(1.);
    a.row_mut(1).unwrap().sub_assign(&array![4., 40.]);
    a.diagonal_mut().div_assign(2.);
    a.slice_mut(s![.., ..]).rem_assign(15.);
    assert_eq!(a, array![[1., 5.], [0., 0.]]);
    let mut bits = array![0b1100_u8, 0b1010];
    bits.slice_mut(s![0]).bitand_assign(0b0110);
    bits.slice_mut(s![1..]).bitor_assign(0b0101);
    bits.view_mut().bitxor_assign(0b0001);
    bits.view_mut().shl_assign(1);
    bits.slice_mut(s![..1]).shr_assign(1);
    assert_eq!(bits, array![0b0101, 0b1_1100]);
}

#[test]
#[should_panic(expected = "operands could not be broadcast together with shapes (2,) (3,) ")]
fn an_operator_as_a_method_panics_as_the_operator() {
    Array::from(vec![1, 2]).add_assign(&Array::from(vec![1, 2, 3]));
}

#[test]
fn several_parts_are_changed_at_once_if_they_are_different_ones() {
    let mut m = Matrix::<usize, 4, 3>::from_fn(|[i, j]| 10 * i + j);
    let [mut c, a] = m.disjoint_rows_mut([2, 0]).unwrap();
    c.add_assign(&a);
    assert_eq!(m.row(2).unwrap(), array![20, 22, 24]);
    for positions in [[0, 4], [4, 0], [1, 1], [usize::MAX, 0]] {
        assert!(m.disjoint_rows_mut(positions).is_none(), "{positions:?}");
    }
    assert_eq!(m.disjoint_columns_mut([0, 1, 2]).unwrap().len(), 3);
    assert!(m.disjoint_columns_mut([0, 1, 2, 0]).is_none());
    assert!(m.disjoint_rows_mut([]).is_some());
    assert_eq!(m.disjoint_axis_mut::<LAST, 1>([2]).unwrap()[0].to_vec(), [2, 12, 24, 32]);
    // Of a view that is stepped and backwards, and of a rank known at run time.
    let mut m = Matrix::<usize, 4, 3>::from_fn(|[i, j]| 10 * i + j);
    let mut odd = m.slice_mut(s![..;-2, ..]);
    let [mut last, first] = odd.disjoint_axis_mut::<0, 2>([1, 0]).unwrap();
    last.assign(&first);
    assert_eq!(m.row(1).unwrap(), m.row(3).unwrap());
    let mut d = m.to_owned().into_dyn();
    assert_eq!(d.disjoint_axis_mut::<1, 2>([2, 0]).unwrap()[0].to_owned().into_vec(), [2, 32, 22, 32]);
    assert!(d.disjoint_axis_mut::<2, 1>([0]).is_none());
    // Without elements.
    let mut none = Matrix::<u8, 3, 0>::zeros();
    assert!(none.disjoint_rows_mut([2, 1]).is_some_and(|rows| rows[0].is_empty()));
}

#[test]
fn rows_and_columns_change_places() {
    let mut m = Matrix::<usize, 3, 2>::from_fn(|[i, j]| 10 * i + j);
    m.swap_rows(0, 2).unwrap();
    m.swap_rows(1, 1).unwrap();
    assert_eq!(m, array![[20, 21], [10, 11], [0, 1]]);
    m.t_mut().swap_rows(0, 1).unwrap();
    assert_eq!(m, array![[21, 20], [11, 10], [1, 0]]);
    m.swap_columns(1, 0).unwrap();
    assert_eq!(m, array![[20, 21], [10, 11], [0, 1]]);
    let error = m.swap_columns(2, 0).unwrap_err();
    assert_eq!(error.to_string(), "index 2 is out of bounds for axis 1 with size 2");
    assert!(m.swap_rows(3, 3).is_err() && m.swap_rows(0, usize::MAX).is_err());
    let mut texts = Matrix::<String, 2, 1>::from_fn(|[i, _]| i.to_string());
    texts.swap_rows(0, 1).unwrap();
    assert_eq!(texts.iter().collect::<Vec<_>>(), ["1", "0"]);
}

#[test]
fn the_diagonal_can_be_changed() {
    let mut m = Matrix::<i32, 3, 3>::zeros();
    m.diagonal_mut().assign(&array![1, 2, 3]);
    m.slice_mut(s![..2, 1..]).diagonal_mut().fill(9);
    assert_eq!(m, array![[1, 9, 0], [0, 2, 9], [0, 0, 3]]);
    let mut cube = Array3::<i32, 2, 3, 2>::zeros();
    cube.diagonal_axes_mut::<2, 0>().assign(&array![[1, 2], [3, 4], [5, 6]]);
    assert_eq!(cube.diagonal_axes::<0, 2>(), array![[1, 2], [3, 4], [5, 6]]);
    assert_eq!(cube.sum(), 21);
    let mut wide = Array::from_shape_elem((Dyn(2), Dyn(3)), 0).unwrap();
    wide.diagonal_mut().fill(1);
    assert_eq!(wide.as_slice(), [1, 0, 0, 0, 1, 0]);
    let mut d = wide.into_dyn();
    d.diagonal_mut().unwrap().fill(2);
    assert_eq!((d.sum(), d.diagonal_axes_mut::<0, 2>().is_err()), (4, true));
}

#[test]
fn sliding_windows_are_those_of_numpy() {
    // NumPy: sliding_window_view(np.arange(12).reshape(3, 4), 2, axis=1), shape (3, 3, 2), and axis=0, shape (2, 4, 2)
    let a = Matrix::<i32, 3, 4>::from_fn(|[i, j]| (4 * i + j) as i32);
    let along_1: ArrayView<'_, i32, (Const<3>, Const<3>, Const<2>)> = a.sliding_windows::<1, 2>();
    assert_eq!(along_1.row_at(2, 1), [9, 10]);
    let along_0: ArrayView<'_, i32, (Const<2>, Const<4>, Const<2>)> = a.sliding_windows::<0, 2>();
    assert_eq!(along_0.row_at(1, 3), [7, 11]);
    for (i, window) in a.windows_axis::<1, 2>().enumerate() {
        assert_eq!(along_1.axis::<1>(i).unwrap(), window);
    }
    // NumPy: sliding_window_view(a, (2, 2)), shape (2, 3, 2, 2)
    let both: ArrayView<'_, i32, (Const<2>, Const<3>, Const<2>, Const<2>)> =
        a.sliding_windows::<0, 2>().sliding_windows::<1, 2>();
    assert_eq!(both.slice(s![1, 2, .., ..]), array![[6, 7], [10, 11]]);
    assert_eq!(a.sliding_windows::<LAST, 2>(), along_1);
    assert_eq!(a.view().into_dyn().sliding_windows::<LAST, 2>().unwrap(), along_1.into_dyn());
    assert_eq!(a.sliding_windows_as::<LAST, 2, shape![3, 3, 2]>(), along_1);
    // Of one position, of all, and of a transpose read backwards.
    assert_eq!(a.sliding_windows::<0, 1>().dims(), [3, 4, 1]);
    assert_eq!(a.sliding_windows::<0, 3>().dims(), [1, 4, 3]);
    assert_eq!(a.t().flip::<0>().sliding_windows::<0, 3>().slice(s![1, 2, ..]), array![10, 9, 8]);
}

trait RowAt {
    fn row_at(&self, i: usize, j: usize) -> [i32; 2];
}
impl<A: Dim, B: Dim> RowAt for ArrayView<'_, i32, (A, B, Const<2>)> {
    fn row_at(&self, i: usize, j: usize) -> [i32; 2] {
        [self[[i, j, 0]], self[[i, j, 1]]]
    }
}

#[test]
fn sliding_windows_of_lengths_known_at_run_time_are_a_result() {
    let v = Array::from(vec![1, 2, 3, 4]);
    let windows: ArrayView<'_, i32, (Dyn, Const<3>)> = v.sliding_windows::<0, 3>().unwrap();
    assert_eq!(windows.sum_axis::<1>().as_slice(), [6, 9]);
    let error = v.sliding_windows::<0, 5>().unwrap_err();
    assert_eq!(error.to_string(), "window shape cannot be larger than input array shape");
    assert_eq!(error.kind(), ShapeErrorKind::WindowTooLong(5));
    let d = v.view().into_dyn();
    assert_eq!(d.sliding_windows::<0, 4>().unwrap().dims(), [1, 4]);
    assert!(d.sliding_windows::<1, 1>().is_err(), "there is no axis 1");
    let eight = ArrayD::from_vec(DynRank::new(&[1; 8]).unwrap(), vec![1]).unwrap();
    assert!(eight.sliding_windows::<0, 1>().is_err(), "a ninth axis");
    let named = Array::<i32, (Joint,)>::ones();
    let windows: ArrayView<'_, i32, (Const<2>, Const<2>)> = named.sliding_windows::<0, 2>();
    assert_eq!(windows.len(), 4);
    let upto = Array::<i32, (UpTo<8>,)>::try_from([1, 2, 3].as_slice()).unwrap();
    assert_eq!(upto.sliding_windows::<0, 2>().unwrap().dims(), [2, 2]);
    let as_named = v.sliding_windows_as::<0, 2, shape![3, 2]>().unwrap();
    assert_eq!(as_named, array![[1, 2], [2, 3], [3, 4]]);
    assert!(v.sliding_windows_as::<0, 2, shape![2, 2]>().is_err());
    // Elements of no bytes: places and positions together are more than a length can count.
    let many = ArrayView::from_slice((Dyn(1 << 62),), &[(); 1 << 62]).unwrap();
    assert_eq!(many.sliding_windows::<0, 1>().unwrap().len(), 1 << 62);
    assert!(many.sliding_windows::<0, 1024>().is_err());
}

#[test]
fn a_convolution_is_one_einsum() {
    let (image, filter) = (
        Array3::<i64, 2, 6, 5>::from_fn(|[c, i, j]| (c * 31 + i * i * 7 + j * 3) as i64 % 11),
        Array3::<i64, 2, 3, 3>::from_fn(|[c, i, j]| (c + 2 * i + 5 * j) as i64 % 7 - 3),
    );
    let windows = image.sliding_windows::<1, 3>().sliding_windows::<2, 3>();
    let found: Matrix<i64, 4, 3> = einsum!("cijkl,ckl->ij", windows, filter);
    let sum_at = |[i, j]: [usize; 2]| {
        filter.indexed_iter().map(|([c, k, l], w)| w * image[[c, i + k, j + l]]).sum::<i64>()
    };
    assert_eq!(found, Matrix::from_fn(sum_at));
}

#[test]
fn lengths_are_those_of_numpy() {
    let m = array![[1, 2, 3], [4, 5, 6]];
    // NumPy: a.shape, a.size, a.ndim, len(a)
    assert_eq!((m.dims(), m.len(), m.ndim(), m.len_of::<0>()), ([2, 3], 6, 2, 2));
    assert_eq!((m.nrows(), m.ncols(), m.t().nrows(), m.len_of::<1>()), (2, 3, 3, 3));
    let mixed = Array::from_vec((Dyn(2), Const::<3>), vec![0; 6]).unwrap();
    assert_eq!((mixed.len_of::<0>(), mixed.nrows(), mixed.view().ncols()), (2, 2, 3));
    let d = mixed.into_dyn();
    assert_eq!((d.len_of::<1>(), d.len_of::<LAST>()), (Ok(3), Ok(3)));
    assert_eq!((m.len_of::<LAST>(), m.len_of::<{ LAST - 1 }>()), (3, 2));
    assert_eq!(d.len_of::<2>().unwrap_err().kind(), ShapeErrorKind::AxisOutOfBounds(2));
}
