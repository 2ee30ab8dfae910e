//! Arrays from what programs have: nested arrays and vectors, slices, iterators of rows, arrays of better and lesser known
//! shapes, constants; and static arrays on the heap.

#![cfg(all(feature = "alloc", feature = "macros"))]

use conformable::prelude::*;
use conformable::{ShapeErrorKind, UpTo, axis, eye, full, ones, zeros};
use std::rc::Rc;

axis!(Joint: 2);

// ---- slices, nested arrays, vectors ------------------------------------------------------------------------

#[test]
fn slices_and_vectors_are_arrays_and_views_without_a_result() {
    let nested = vec![[1, 2], [3, 4], [5, 6]];
    let place = nested[0].as_ptr();
    let view = ArrayView::<i32, (Dyn, Const<2>)>::from(&nested);
    assert_eq!((view.dims(), view.as_slice().unwrap().as_ptr()), ([3, 2], place));
    assert_eq!(ArrayView::<i32, (Dyn, Const<2>)>::from(&nested[1..])[[0, 1]], 4);
    assert_eq!(
        Array::<i32, (Dyn, Const<2>)>::from(&nested),
        Array::<i32, (Dyn, Const<2>)>::from(&nested[..])
    );
    let owned = Array::<i32, (Dyn, Const<2>)>::from(nested);
    assert_eq!((owned.as_slice().as_ptr(), owned[[2, 0]]), (place, 5), "nothing is copied");

    let mut flat = vec![1, 2, 3];
    assert_eq!(ArrayView::<i32, (Dyn,)>::from(&flat).sum(), 6);
    assert_eq!(ArrayView::<i32, (Dyn,)>::from(&flat[1..]).sum(), 5);
    assert_eq!(
        Array::<i32, (Dyn,)>::from(&flat).as_slice(),
        Array::<i32, (Dyn,)>::from(&flat[..]).as_slice()
    );
    ArrayViewMut::<i32, (Dyn,)>::from(&mut flat)[0] = 10;
    ArrayViewMut::<i32, (Dyn,)>::from(&mut flat[2..])[0] = 30;
    assert_eq!(flat, [10, 2, 30]);
    let mut nested = [[1, 2], [3, 4]];
    ArrayViewMut::<i32, (Dyn, Const<2>)>::from(&mut nested[..])[[1, 1]] = 40;
    ArrayViewMut::<i32, (Const<2>, Const<2>)>::from(&mut nested)[[0, 0]] = 10;
    let view = ArrayView::<i32, (Const<2>, Const<2>)>::from(&nested);
    assert_eq!(view, array![[10, 2], [3, 40]]);
    assert_eq!((Matrix::from(&nested), Vector::from(&[1, 2])), (array![[10, 2], [3, 40]], array![1, 2]));
    let mut rows = vec![[1, 2]];
    ArrayViewMut::<i32, (Dyn, Const<2>)>::from(&mut rows)[[0, 1]] = 5;
    assert_eq!(rows, [[1, 5]]);
    // The plain forms find their type, as before.
    assert_eq!(Array::from(vec![1., 2.]).len(), 2);
    assert_eq!(array![[1, 2], [3, 4]].column(1).unwrap().to_vec(), [2, 4]);
    assert_eq!(Array::<i32, (Dyn, Const<0>)>::from(vec![[]; 3]).dims(), [3, 0]);
}

#[test]
fn nested_vectors_are_a_matrix_if_they_are_not_ragged() {
    let m = Array::<i32, (Dyn, Dyn)>::try_from(vec![vec![1, 2, 3], vec![4, 5, 6]]).unwrap();
    assert_eq!((m.dims(), m.as_slice()), ([2, 3], &[1, 2, 3, 4, 5, 6][..]));
    let m: Matrix<i32, 2, 2> = vec![vec![1, 2], vec![3, 4]].try_into().unwrap();
    assert_eq!(m, array![[1, 2], [3, 4]]);
    let named: Array<i32, (Dyn, Joint)> = vec![vec![1, 2]; 3].try_into().unwrap();
    assert_eq!(named.dims(), [3, 2]);
    for (ragged, text) in [
        (vec![vec![1, 2], vec![3, 4], vec![5]], "try_from: row 2 has 1 elements where row 0 has 2"),
        (vec![vec![1], vec![2, 3, 4]], "try_from: row 1 has 3 elements where row 0 has 1"),
        (vec![vec![], vec![2]], "try_from: row 1 has 1 elements where row 0 has 0"),
    ] {
        let error = Array::<i32, (Dyn, Dyn)>::try_from(ragged.clone()).unwrap_err();
        assert_eq!(error.to_string(), text);
        assert!(matches!(error.kind(), ShapeErrorKind::RaggedRow(_)));
        assert!(Array::<i32, (Dyn, Const<2>)>::try_from(ragged).is_err());
    }
    let error = Array::<i32, (Dyn, Const<3>)>::try_from(vec![vec![1, 2]]).unwrap_err();
    assert_eq!(error.to_string(), "try_from: shape (1,2) where (_,3) is needed");
    assert!(Matrix::<i32, 3, 2>::try_from(vec![vec![1, 2]; 2]).is_err());
    let none = Vec::<Vec<i32>>::new();
    assert_eq!(Array::<i32, (Dyn, Dyn)>::try_from(none.clone()).unwrap().dims(), [0, 0]);
    assert_eq!(Array::<i32, (Dyn, Const<3>)>::try_from(none).unwrap().dims(), [0, 3]);
    assert_eq!(Array::<i32, (Dyn, Dyn)>::try_from(vec![vec![]; 2]).unwrap().dims(), [2, 0]);
    // A vector of vectors is still to be had, by its name.
    let vectors: Array<Vec<i32>, (Dyn,)> = vec![vec![1], vec![2, 3]].into();
    assert_eq!(vectors[1].len(), 2);
}

#[test]
fn rows_are_collected() {
    let m: Array<i32, (Dyn, Const<2>)> = (0..3).map(|i| [i, 10 * i]).collect();
    assert_eq!(m.as_slice(), [0, 0, 1, 10, 2, 20]);
    let even: Array<i32, (Dyn, Const<2>)> = m.rows().step_by(2).collect();
    assert_eq!(even.as_slice(), [0, 0, 2, 20]);
    let columns: Array<i32, (Dyn, Const<3>)> =
        Matrix::<i32, 3, 2>::try_from(m.to_vec()).unwrap().columns().collect();
    assert_eq!(columns, Array::from(vec![[0, 1, 2], [0, 10, 20]]));
    let owned: Array<i32, (Dyn, Joint)> = (0..2).map(Array::<i32, (Joint,)>::full).collect();
    assert_eq!(owned.as_slice(), [0, 0, 1, 1]);
    let cube: Array<i32, (Dyn, Const<2>, Const<2>)> = (0..3).map(Matrix::<i32, 2, 2>::full).collect();
    assert_eq!((cube.dims(), cube[[2, 1, 0]]), ([3, 2, 2], 2));
    let none: Array<i32, (Dyn, Const<4>)> = std::iter::empty::<Vector<i32, 4>>().collect();
    assert_eq!(none.dims(), [0, 4]);
}

#[test]
fn matrices_are_made_of_rows_and_of_columns() {
    let (a, b) = (array![1, 2, 3], array![4, 5, 6]);
    let m: Matrix<i32, 2, 3> = Matrix::from_rows(&[a, b]);
    assert_eq!(m, array![[1, 2, 3], [4, 5, 6]]);
    assert_eq!(Matrix::from_rows([&a, &b]), m);
    assert_eq!(Matrix::from_rows(&[m.row(1).unwrap(), a.view()]), array![[4, 5, 6], [1, 2, 3]]);
    assert_eq!(Matrix::from_columns(&[a, b]), m.t());
    let many = vec![a; 5];
    let rows: Array<i32, (Dyn, Const<3>)> = Array::from_rows(many.as_slice()).unwrap();
    assert_eq!((rows.dims(), rows[[4, 2]]), ([5, 3], 3));
    let columns: Array<i32, (Const<3>, Dyn)> = Array::from_columns(&many[..2]).unwrap();
    assert_eq!(columns.as_slice(), [1, 1, 2, 2, 3, 3]);
    let ragged = [Array::from(vec![1]), Array::from(vec![1, 2])];
    assert!(Array::<i32, (Const<2>, Dyn)>::from_rows(&ragged).is_err());
    assert!(Array::from_rows(&many[..0]).is_err());
}

// ---- shapes of which the type says less, or more -----------------------------------------------------------

#[test]
fn a_type_that_says_less_is_a_conversion_that_cannot_fail() {
    let v: Array<i32, (Dyn,)> = array![1, 2].into();
    assert_eq!(v.as_slice(), [1, 2]);
    let m = array![[1, 2, 3], [4, 5, 6]];
    let rows: Array<i32, (Dyn, Const<3>)> = m.into();
    let columns: Array<i32, (Const<2>, Dyn)> = m.into();
    let both: Array<i32, (Dyn, Dyn)> = m.into();
    assert_eq!((rows.dims(), columns.dims(), both.dims()), ([2, 3], [2, 3], [2, 3]));
    let again: Array<i32, (Dyn, Dyn)> = rows.into();
    assert_eq!((again.as_slice(), both.as_slice()), (m.as_slice(), columns.as_slice()));
    let named: Array<i32, (Dyn, Joint)> = Array::<i32, (Joint, Joint)>::ones().into();
    assert_eq!(named.len(), 4);
    let transposed = m.t();
    let view: ArrayView<'_, i32, (Dyn, Const<2>)> = transposed.into();
    assert_eq!(view[[2, 0]], 3);
    let six: Array<u8, (Dyn, Const<1>, Dyn, Const<2>, Dyn, Dyn)> =
        Array6::<u8, 2, 1, 2, 2, 1, 1>::ones().into();
    assert_eq!(six.dims(), [2, 1, 2, 2, 1, 1]);
    let four: Array<u8, (Const<2>, Dyn, Const<3>, Dyn)> = Array4::<u8, 2, 1, 3, 1>::ones().into();
    assert_eq!(four.dims(), [2, 1, 3, 1]);
}

#[test]
fn a_rank_known_at_run_time_comes_by_from_and_goes_by_try_from() {
    let m = array![[1, 2], [3, 4]];
    let d = ArrayD::from(m);
    assert_eq!((d.ndim(), ArrayD::from(Array::<i32, ()>::new(5)).ndim()), (2, 0));
    let mixed: ArrayD<i32> = Array::from(vec![1, 2]).into();
    assert_eq!(mixed.dims(), [2]);
    let back = Matrix::<i32, 2, 2>::try_from(d.clone()).unwrap();
    assert_eq!(back, m);
    let mixed: Array<i32, (Dyn, Const<2>)> = d.clone().try_into().unwrap();
    assert_eq!(mixed.as_slice(), [1, 2, 3, 4]);
    let error = Matrix::<i32, 3, 2>::try_from(d.clone()).unwrap_err();
    assert_eq!(error.to_string(), "typed: shape (2,2) where (3,2) is needed");
    assert!(Array::<i32, (Dyn,)>::try_from(d.view().to_owned()).is_err());
    assert!(ArrayView::<i32, (Const<2>, Dyn)>::try_from(d.view()).is_ok());
}

// ---- constants ---------------------------------------------------------------------------------------------

const ZEROS: Matrix<f32, 2, 3> = Matrix::zeros();
const ONES: Array<u8, (Joint, Const<2>)> = Array::ones();
const HALF: Array3<f64, 1, 2, 3> = Array3::full(0.5);
const EYE: Matrix<i16, 3, 3> = Matrix::eye();
static LARGE: Matrix<f64, 300, 500> = Matrix::full(1.5);
static LARGE_EYE: Matrix<f32, 130, 130> = Matrix::eye();
const NONE: Matrix<bool, 0, 7> = Matrix::ones();
const SCALAR: Array<i64, ()> = Array::full(-3);

#[test]
fn constants_are_made_by_the_compiler() {
    assert_eq!(
        (ZEROS.as_slice(), ONES.as_slice(), HALF.as_slice()),
        (&[0.; 6][..], &[1; 4][..], &[0.5; 6][..])
    );
    assert_eq!(EYE, array![[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
    assert!(LARGE.as_slice().len() == 150_000 && LARGE.iter().all(|x| *x == 1.5));
    assert!(LARGE_EYE.indexed_iter().all(|([i, j], x)| *x == f32::from(u8::from(i == j))));
    assert_eq!((NONE.len(), SCALAR[[]]), (0, -3));
    for (len, all) in
        [(1023, Vector::<u8, 1023>::full(7).to_vec()), (1025, Vector::<u8, 1025>::full(7).to_vec())]
    {
        assert_eq!(all, vec![7; len]);
    }
    assert_eq!(Vector::<u16, 4096>::full(7).to_vec(), vec![7; 4096]);
    assert_eq!(Vector::<(), 3>::full(()).len(), 3);
}

#[test]
fn shapes_known_at_run_time_have_the_same_constructors() {
    let a: Array<f32, (Dyn, Const<3>)> = zeros((Dyn(2), Const)).unwrap();
    let b: Array<f32, (Dyn, Const<3>)> = ones((Dyn(2), Const)).unwrap();
    assert_eq!((a.as_slice(), b.as_slice()), (&[0.; 6][..], &[1.; 6][..]));
    let c: ArrayD<i32> = full(DynRank::new(&[2, 2]).unwrap(), 7).unwrap();
    assert_eq!(c.as_slice(), [7; 4]);
    let d: Array<i32, (UpTo<4>,)> = full((UpTo::new(3).unwrap(),), 1).unwrap();
    assert_eq!(d.as_slice(), [1; 3]);
    let e: Array<i32, (Dyn, Dyn)> = eye(Dyn(3)).unwrap();
    assert_eq!(e.as_slice(), [1, 0, 0, 0, 1, 0, 0, 0, 1]);
    assert_eq!(eye::<i32, _>(Dyn(0)).unwrap().len(), 0);
    assert_eq!(eye::<u8, _>(Const::<2>).unwrap(), array![[1, 0], [0, 1]]);
    assert!(zeros::<f64, _>((Dyn(usize::MAX), Dyn(2))).is_err());
    assert!(eye::<f64, _>(Dyn(1 << 33)).is_err());
}

// ---- a window on the latest --------------------------------------------------------------------------------

#[test]
fn the_latest_elements_are_kept_in_order() {
    let counted: Vec<Rc<usize>> = (0..8).map(Rc::new).collect();
    let mut latest = Array::<Rc<usize>, (UpTo<3>,)>::EMPTY;
    for (i, x) in counted.iter().enumerate() {
        let dropped = latest.push_overwrite(x.clone());
        assert_eq!(dropped.as_deref().copied(), i.checked_sub(3));
        let kept: Vec<usize> = latest.iter().map(|x| **x).collect();
        assert_eq!(kept, ((i + 1).saturating_sub(3)..=i).collect::<Vec<_>>());
    }
    assert_eq!(counted.iter().map(Rc::strong_count).sum::<usize>(), 8 + 3);
    let mut none = Array::<i32, (UpTo<0>,)>::EMPTY;
    assert_eq!((none.push_overwrite(5), none.len()), (Some(5), 0));
}

#[test]
fn the_latest_rows_are_kept_in_order() {
    let mut latest = Array::<String, (UpTo<2>, Const<2>)>::empty();
    for i in 0..5 {
        latest.push_row_overwrite(&array![format!("{i}"), format!("{i}.5")]);
    }
    assert_eq!(latest.as_slice(), ["3", "3.5", "4", "4.5"]);
    assert_eq!(latest.dims(), [2, 2]);
    // Beside a `Dyn` axis, where the elements are in a `Vec`, and a row may be of another length.
    let mut latest = Array::from_vec((UpTo::<2>::new(0).unwrap(), Dyn(3)), Vec::new()).unwrap();
    for i in 0..3 {
        latest.push_row_overwrite(&Array::from(vec![i; 3])).unwrap();
    }
    assert_eq!(latest.as_slice(), [1, 1, 1, 2, 2, 2]);
    assert!(latest.push_row_overwrite(&Array::from(vec![9; 2])).is_err());
    assert_eq!(latest.as_slice(), [1, 1, 1, 2, 2, 2], "as it was");
    let mut none = Array::<u8, (UpTo<0>, Const<2>)>::empty();
    none.push_row_overwrite(&array![1, 2]);
    assert_eq!(none.dims(), [0, 2]);
}

// ---- large arrays in small threads -------------------------------------------------------------------------

type Large = Matrix<f64, 724, 724>;

/// Runs in a thread whose stack has 2 MiB, less than a `Large` has.
fn in_a_small_thread(f: impl FnOnce() + Send + 'static) {
    assert!(size_of::<Large>() > 2 << 20);
    std::thread::Builder::new().stack_size(2 << 20).spawn(f).unwrap().join().unwrap();
}

#[test]
#[cfg_attr(miri, ignore = "megabytes, read one by one")]
fn large_arrays_stay_on_the_heap() {
    in_a_small_thread(|| {
        let a = Large::boxed_from_fn(|[i, j]| (i * j) as f64);
        let b = a.clone();
        assert!(b.as_slice().as_ptr() != a.as_slice().as_ptr() && b[[723, 723]] == 723. * 723.);
        let elements: Vec<f64> = b.to_vec();
        let place = elements.as_ptr();
        let c = Large::boxed_from_vec(elements).unwrap();
        assert!(c.as_slice().as_ptr() == place && c[[2, 3]] == 6.);
    });
}

#[test]
fn what_is_on_the_heap_is_dropped_once() {
    let x = Rc::new(());
    let a = Matrix::<Rc<()>, 2, 2>::boxed_from_vec(vec![x.clone(); 4]).unwrap();
    let b = a.clone();
    assert_eq!(Rc::strong_count(&x), 9);
    drop(a);
    drop(b);
    assert_eq!(Rc::strong_count(&x), 1);
    assert!(Matrix::<Rc<()>, 2, 2>::boxed_from_vec(vec![x.clone(); 3]).is_err());
    assert_eq!(Rc::strong_count(&x), 1);
    let none = Vector::<u64, 0>::boxed_from_vec(Vec::new()).unwrap();
    assert_eq!(none.clone().len(), 0);
    assert_eq!(Vector::<(), 5>::boxed_from_vec(vec![(); 5]).unwrap().len(), 5);
}
