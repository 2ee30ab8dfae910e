//! Arrays before any arithmetic: memory, construction, access, views, iteration, conversion, traits.

#![cfg(feature = "alloc")]

use conformable::prelude::*;
use conformable::{Owned, SplitLast, StaticShape};
use std::cell::Cell;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

axis!(Joint: 7);

// ---- memory ------------------------------------------------------------------------------------------

static WEIGHTS: Matrix<f32, 2, 3> = Matrix::new([[1., 2., 3.], [4., 5., 6.]]);
const CUBE: Array3<u8, 2, 1, 2> = Array3::new([[[1, 2]], [[3, 4]]]);

#[test]
fn a_static_array_is_its_nested_arrays() {
    assert_eq!(size_of::<Matrix<f32, 4, 4>>(), 64);
    assert_eq!(align_of::<Matrix<f32, 4, 4>>(), align_of::<f32>());
    assert_eq!(size_of::<Array<u8, (Joint, Const<3>)>>(), 21);
    assert_eq!(size_of::<Vector<f64, 0>>(), 0);
    assert_eq!(WEIGHTS.as_nested(), &[[1., 2., 3.], [4., 5., 6.]]);
    assert_eq!(CUBE.into_nested(), [[[1, 2]], [[3, 4]]]);

    let nested = [[1, 2], [3, 4]];
    let borrowed: &Matrix<i32, 2, 2> = (&nested).into();
    assert_eq!(borrowed.as_slice().as_ptr(), nested[0].as_ptr(), "nothing is copied");
    let back: &[[i32; 2]; 2] = borrowed.into();
    assert!(std::ptr::eq(back, &nested));
    let mut nested = nested;
    Matrix::from_nested_mut(&mut nested)[[1, 0]] = 30;
    assert_eq!(nested, [[1, 2], [30, 4]]);
    assert_eq!(<[[i32; 2]; 2]>::from(Matrix::from(nested)), nested);
    assert_eq!(AsRef::<[[i32; 2]; 2]>::as_ref(&Matrix::from(nested)), &nested);
}

#[test]
fn static_arrays_of_copy_elements_are_copy() {
    fn is_copy<X: Copy>() {}
    is_copy::<Matrix<f32, 3, 3>>();
    is_copy::<Array<bool, (Joint,)>>();
    is_copy::<ArrayView<'_, String, (Dyn,)>>();
    let a = array![1, 2];
    let b = a;
    assert_eq!(a, b);
}

#[test]
fn arrays_are_send_and_sync_as_their_elements() {
    fn send<X: Send>() {}
    fn sync<X: Sync>() {}
    send::<Matrix<Cell<u8>, 2, 2>>();
    sync::<ArrayD<f32>>();
    send::<ArrayView<'_, f32, (Dyn, Const<3>)>>();
    sync::<ArrayView<'_, f32, (Dyn, Const<3>)>>();
    send::<ArrayViewMut<'_, Cell<u8>, DynRank>>();
    sync::<ArrayViewMut<'_, f32, DynRank>>();
}

// ---- construction --------------------------------------------------------------------------------------

#[test]
fn constructors_of_static_shapes() {
    assert_eq!(Matrix::<i32, 2, 2>::eye(), array![[1, 0], [0, 1]]);
    assert_eq!(Vector::<u8, 3>::full(7), array![7, 7, 7]);
    assert_eq!(Vector::<bool, 2>::ones(), array![true, true]);
    assert_eq!(Array::<i8, (Joint,)>::zeros().as_slice(), [0; 7]);
    let cube = Array3::<usize, 2, 3, 4>::from_fn(|[i, j, k]| 100 * i + 10 * j + k);
    assert_eq!(cube[[1, 2, 3]], 123);
    assert_eq!(cube.as_slice()[4], 10, "row-major");
    assert_eq!(array![[[[[[1, 2]]]]]].dims(), [1, 1, 1, 1, 1, 2]);
    assert_eq!(array![[[[[1]]]], [[[[2]]]]].dims(), [2, 1, 1, 1, 1]);
    assert_eq!(array![[[[1], [2]]]].dims(), [1, 1, 2, 1]);
    let none: Vector<f32, 0> = array![];
    assert!(none.is_empty());
    assert_eq!(Array::<_, ()>::new(5)[[]], 5);
    assert_eq!(Array::<i32, (Const<300>,)>::default().iter().sum::<i32>(), 0, "any length has a default");
}

#[test]
fn shapes_know_their_lengths() {
    type S = shape![2, 3, Joint];
    assert_eq!((S::NDIM, S::LEN, S::DIMS), (3, 42, [2, 3, 7]));
    const { assert!(<() as StaticShape>::LEN == 1) };
    let (init, last) = (Dyn(4), Joint).split_last();
    assert_eq!((init.dims(), last.len()), ([4], 7));
    fn volume<const N: usize, D: Dim>(a: &Array<u8, shape![D, { N }, dyn]>) -> usize {
        a.dims().iter().product()
    }
    assert_eq!(volume(&Array::from_shape_elem((Const::<2>, Const::<3>, Dyn(4)), 0).unwrap()), 24);
}

#[test]
fn constructors_of_shapes_given_as_values() {
    let m = Array::from_vec((Dyn(2), Const::<3>), vec![1, 2, 3, 4, 5, 6]).unwrap();
    assert_eq!((m.dims(), m.len(), m.ndim()), ([2, 3], 6, 2));
    let fixed = Array::from_vec((Const::<2>, Joint), (0..14).collect()).unwrap();
    assert_eq!(fixed[[1, 0]], 7);
    let m = Array::from_shape_fn(DynRank::new(&[2, 2]).unwrap(), |at| at[0] * 10 + at[1]).unwrap();
    assert_eq!(m.as_slice(), [0, 1, 10, 11]);
    assert_eq!(Array::from(vec![1_u8]).dims(), [1]);
    assert_eq!(Matrix::<i32, 2, 2>::try_from(&[1, 2, 3, 4][..]).unwrap(), array![[1, 2], [3, 4]]);
    assert_eq!(Matrix::<i32, 2, 2>::try_from(vec![1, 2, 3, 4]).unwrap(), array![[1, 2], [3, 4]]);
    assert!(Matrix::<i32, 2, 2>::try_from(&[1, 2, 3][..]).is_err());
    assert!(Vector::<i32, 0>::try_from(&[][..]).is_ok());
}

#[test]
fn wrong_numbers_of_elements_are_errors() {
    let text = |e: ShapeError| e.to_string();
    let e = Array::from_vec((Dyn(2), Const::<3>), vec![0; 5]).unwrap_err();
    assert_eq!(text(e), "from_vec: cannot reshape array of size 5 into shape (2,3)");
    let e = Array::from_vec((Const::<2>,), vec![0; 3]).unwrap_err();
    assert_eq!(text(e), "from_vec: cannot reshape array of size 3 into shape (2,)");
    let e = ArrayView::from_slice((Dyn(2), Joint), &[0; 13]).unwrap_err();
    assert_eq!(text(e), "from_slice: cannot reshape array of size 13 into shape (2,7)");
    let mut buffer = [0; 3];
    assert!(ArrayViewMut::from_slice((), &mut buffer).is_err());
}

#[test]
fn products_of_lengths_do_not_overflow() {
    let half = 1_usize << (usize::BITS / 2);
    assert!(DynRank::new(&[half, half]).is_err());
    assert!(DynRank::new(&[0, usize::MAX]).is_err(), "as NumPy: the other lengths must fit by themselves");
    assert!(DynRank::new(&[usize::MAX, 0, usize::MAX]).is_err());
    assert!(Array::<u8, _>::from_vec((Dyn(half), Dyn(half)), vec![]).is_err());
    assert!(ArrayView::<u8, _>::from_slice((Dyn(half), Dyn(half)), &[]).is_err());
    let many = isize::MAX as usize / 4;
    assert!(ArrayView::<u64, _>::from_slice((Dyn(many), Dyn(0)), &[]).is_err(), "bytes count, too");
    assert!(ArrayView::<u8, _>::from_slice((Dyn(many), Dyn(0)), &[]).is_ok());
    assert!(Array::<u64, _>::from_shape_elem((Dyn(many),), 0).is_err());
    assert!(Array::<u64, _>::from_shape_fn((Dyn(usize::MAX), Dyn(2)), |_| 0).is_err());
    assert!(DynRank::new(&[1; 9]).is_err());
    assert_eq!(
        DynRank::new(&[1; 9]).unwrap_err().to_string(),
        "DynRank::new: 9 axes, at most 8 are possible"
    );
    assert!(DynRank::new(&[1; 8]).is_ok());
}

#[test]
#[cfg_attr(miri, ignore = "millions of elements")]
fn a_boxed_array_never_stands_on_the_stack() {
    // 200 MB each.
    let zeros = Matrix::<f64, 5000, 5000>::boxed_zeros();
    assert_eq!(zeros[[4999, 4999]], 0.);
    let mut counted = Matrix::<f64, 5000, 5000>::boxed_from_fn(|[i, j]| (5000 * i + j) as f64);
    assert_eq!(counted[[4999, 4999]], 24_999_999.);
    counted[[17, 23]] = -1.;
    assert_eq!(counted.view().get([17, 23]), Some(&-1.));
}

// ---- drops ---------------------------------------------------------------------------------------------

/// Counts how often it is dropped.
#[derive(Clone)]
struct Counted(Rc<Cell<i32>>);
impl Drop for Counted {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

#[test]
#[cfg_attr(not(panic = "unwind"), ignore = "catches a panic")]
fn a_closure_that_panics_half_way_drops_each_element_once() {
    let drops = Rc::new(Cell::new(0));
    let stop_at = |n: usize| {
        let (drops, mut built) = (drops.clone(), 0);
        move || {
            assert!(built < n, "stop");
            built += 1;
            Counted(drops.clone())
        }
    };
    let mut f = stop_at(5);
    assert!(catch_unwind(AssertUnwindSafe(|| Matrix::<Counted, 3, 3>::from_fn(|_| f()))).is_err());
    assert_eq!(drops.take(), 5);
    let mut f = stop_at(4);
    assert!(catch_unwind(AssertUnwindSafe(|| Matrix::<Counted, 3, 3>::boxed_from_fn(|_| f()))).is_err());
    assert_eq!(drops.take(), 4);
    let mut f = stop_at(3);
    let made = catch_unwind(AssertUnwindSafe(|| Array::from_shape_fn((Dyn(3), Dyn(3)), |_| f())));
    assert!(made.is_err());
    assert_eq!(drops.take(), 3);
}

#[test]
fn every_element_is_dropped_once_however_it_is_used() {
    let drops = Rc::new(Cell::new(0));
    let new = || Counted(drops.clone());
    drop(Vector::<_, 3>::from_fn(|_| new()));
    assert_eq!(drops.take(), 3);
    drop(Matrix::<_, 2, 2>::from_fn(|_| new()).into_nested());
    assert_eq!(drops.take(), 4);
    let mut iter = Vector::<_, 5>::from_fn(|_| new()).into_iter();
    drop((iter.next(), iter.next_back()));
    assert_eq!(drops.get(), 2);
    drop(iter);
    assert_eq!(drops.take(), 5);
    let dynamic = Matrix::<_, 2, 3>::from_fn(|_| new()).into_dyn();
    assert_eq!(drops.get(), 0, "a conversion moves");
    let fixed: Matrix<Counted, 2, 3> = dynamic.typed().unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(fixed.into_vec().len(), 6);
    assert_eq!(drops.take(), 6);
    let array = Array::from_vec((Const::<2>,), vec![new(), new()]).unwrap_or_else(|e| panic!("{e}"));
    drop((array.clone(), array.t().to_owned(), array));
    assert_eq!(drops.take(), 6);
    assert!(Array::from_vec((Const::<3>,), vec![new(), new()]).is_err());
    assert_eq!(drops.take(), 2);
}

// ---- access --------------------------------------------------------------------------------------------

#[test]
#[cfg_attr(not(panic = "unwind"), ignore = "catches a panic")]
fn positions_in_and_outside() {
    let mut m = array![[1, 2, 3], [4, 5, 6]];
    assert_eq!((m[[1, 2]], m.get([1, 3]), m.get([2, 0]), m.get([usize::MAX, 0])), (6, None, None, None));
    m[[0, 1]] = 20;
    *m.get_mut([0, 2]).unwrap() += 1;
    assert_eq!(m.as_slice(), [1, 20, 4, 4, 5, 6]);
    assert_eq!(array![7, 8][1], 8);
    assert_eq!(array![7, 8].get(2), None);
    let d = m.into_dyn();
    assert_eq!((d[[1, 1]], d.get([1]), d.get(&[1, 1][..]), d.get([1, 1, 0])), (5, None, Some(&5), None));
    let panic = |f: fn()| *catch_unwind(f).unwrap_err().downcast::<String>().unwrap();
    assert_eq!(panic(|| _ = array![[1, 2]][[0, 2]]), "index 2 is out of bounds for axis 1 with size 2");
    assert_eq!(
        panic(|| _ = array![[1, 2]].into_dyn()[[0]]),
        "the index does not have one number for each of the 2 axes"
    );
}

#[test]
fn slices_of_owned_arrays_and_of_views() {
    let mut m = array![[1, 2], [3, 4]];
    assert_eq!(m.as_slice(), [1, 2, 3, 4]);
    m.as_mut_slice()[0] = 10;
    assert_eq!(m.view().as_slice(), Some(&[10, 2, 3, 4][..]));
    assert_eq!(m.t().as_slice(), None);
    assert_eq!(m.view_mut().as_mut_slice().map(|s| s.len()), Some(4));
    assert_eq!(m.t_mut().as_mut_slice(), None);
    let row = array![[1, 2, 3]];
    assert_eq!(row.t().as_slice(), Some(&[1, 2, 3][..]), "an axis of length 1 may have any stride");
    let kept: &[i32] = {
        let view = row.view();
        view.as_slice().unwrap()
    };
    assert_eq!(kept.len(), 3, "the slice of a view lives as long as the elements");
    let none = Array3::<u8, 2, 0, 3>::zeros();
    assert_eq!(none.t().as_slice(), Some(&[][..]));
}

#[test]
fn transposes_reverse_the_axes() {
    let cube = Array3::<usize, 2, 3, 4>::from_fn(|[i, j, k]| 100 * i + 10 * j + k);
    let t: ArrayView<usize, (Const<4>, Const<3>, Const<2>)> = cube.t();
    assert_eq!(t[[3, 2, 1]], 123);
    assert_eq!(t.t(), cube);
    let d = cube.into_dyn();
    assert_eq!(d.t().dims(), [4, 3, 2]);
    assert_eq!(d.t()[[3, 2, 1]], 123);
    let mut m = array![[1, 2], [3, 4]];
    m.t_mut()[[0, 1]] = 30;
    assert_eq!(m, array![[1, 2], [30, 4]]);
    assert_eq!(array![1, 2].t(), array![1, 2]);
    assert_eq!(Array::<_, ()>::new(1).t()[[]], 1);
}

#[test]
fn typed_and_back() {
    let read = ArrayD::from_vec(DynRank::new(&[2, 64]).unwrap(), (0..128).collect()).unwrap();
    let at = read.as_slice().as_ptr();
    let view = read.view().typed::<shape![dyn, 64]>().unwrap();
    assert_eq!(view[[1, 0]], 64);
    let owned: Array<i32, (Dyn, Const<64>)> = read.typed().unwrap();
    assert_eq!(owned.as_slice().as_ptr(), at, "with a Dyn axis no element moves");
    let fixed: Matrix<i32, 2, 64> = owned.typed().unwrap();
    let back: ArrayD<i32> = fixed.into_dyn();
    assert_eq!(back.dims(), [2, 64]);
    let text = |e: ShapeError| e.to_string();
    let e = back.view().typed::<shape![dyn, 63]>().unwrap_err();
    assert_eq!(text(e), "typed: shape (2,64) where (_,63) is needed");
    let e = back.view().typed::<shape![dyn, 64, 1]>().unwrap_err();
    assert_eq!(text(e), "typed: shape (2,64) where (_,64,1) is needed");
    let strided = back.t().typed::<shape![64, dyn]>().unwrap();
    assert_eq!(strided[[63, 1]], 127);
    assert_eq!(strided.into_dyn(), back.t());
    assert!(Array::<u8, ()>::new(1).into_dyn().typed::<()>().is_ok());
    assert!(Vector::<u8, 7>::zeros().typed::<(Joint,)>().is_ok());
}

// ---- iteration -----------------------------------------------------------------------------------------

#[test]
fn iterators_go_both_ways_over_any_strides() {
    let cube = Array3::<usize, 3, 4, 5>::from_fn(|[i, j, k]| 100 * i + 10 * j + k);
    let expected: Vec<usize> =
        (0..5).flat_map(|k| (0..4).flat_map(move |j| (0..3).map(move |i| 100 * i + 10 * j + k))).collect();
    let t = cube.t();
    assert_eq!(t.iter().copied().collect::<Vec<_>>(), expected);
    assert_eq!(
        t.iter().rev().copied().collect::<Vec<_>>(),
        expected.iter().rev().copied().collect::<Vec<_>>()
    );
    let mut both = t.iter();
    for i in 0..30 {
        assert_eq!(both.next(), Some(&expected[i]));
        assert_eq!(both.next_back(), Some(&expected[59 - i]));
        assert_eq!(both.len(), 58 - 2 * i);
    }
    assert_eq!((both.next(), both.next_back(), both.next()), (None, None, None));
    for n in 0..62 {
        assert_eq!(t.iter().nth(n), expected.get(n));
        assert_eq!(cube.iter().nth(n), cube.as_slice().get(n));
        let mut skipped = t.iter();
        skipped.next();
        assert_eq!(skipped.nth(n), expected.get(n + 1));
    }
    assert_eq!(Array3::<u8, 2, 0, 3>::zeros().t().iter().count(), 0);
    assert_eq!(Array::<_, ()>::new(3).iter().collect::<Vec<_>>(), [&3]);

    let mut m = array![[1, 2], [3, 4]];
    for (i, x) in m.t_mut().into_iter().enumerate() {
        *x += 10 * i as i32;
    }
    assert_eq!(m, array![[1, 22], [13, 34]]);
    for x in &mut m {
        *x = -*x;
    }
    assert_eq!(m.into_iter().collect::<Vec<_>>(), [-1, -22, -13, -34]);
}

#[test]
fn rows_are_views_along_the_last_axis() {
    let m = Array::from_vec((Dyn(3), Const::<2>), vec![1, 2, 3, 4, 5, 6]).unwrap();
    let rows: Vec<ArrayView<i32, (Const<2>,)>> = m.rows().collect();
    assert_eq!(rows[2], array![5, 6]);
    assert_eq!(m.rows().len(), 3);
    assert_eq!(m.rows().next_back().unwrap()[0], 5);
    let t = m.t();
    assert_eq!(t.rows().map(|r| r.to_owned().into_vec()).collect::<Vec<_>>(), [[1, 3, 5], [2, 4, 6]]);
    assert_eq!(array![1, 2, 3].rows().count(), 1);
    let cube = Array3::<usize, 2, 3, 4>::from_fn(|[i, j, k]| 12 * i + 4 * j + k);
    assert_eq!(cube.rows().map(|r| r[0]).collect::<Vec<_>>(), [0, 4, 8, 12, 16, 20]);
    assert_eq!(Matrix::<u8, 3, 0>::zeros().rows().map(|r| r.len()).collect::<Vec<_>>(), [0, 0, 0]);
    assert_eq!(m.into_dyn().rows().map(|r| r.iter().sum::<i32>()).collect::<Vec<_>>(), [3, 7, 11]);
}

// ---- traits --------------------------------------------------------------------------------------------

#[test]
fn equality_across_ownerships() {
    let mut m = array![[1., 2.], [3., f64::NAN]];
    assert_ne!(m, m, "NaN differs from itself");
    m[[1, 1]] = 4.;
    let copy = m;
    assert!(m == copy.view() && m.view() == copy && m.view_mut() == copy && copy.view() == copy.t().t());
    assert!(m.t() != m);
    let (a, b) = (Array::from(vec![1, 2]), Array::from(vec![1, 2, 3]));
    assert_ne!(a, b, "other lengths");
    assert_ne!(array![[1, 2]].into_dyn(), array![[1], [2]].into_dyn());
}

#[test]
fn hashes_agree_with_equality() {
    let mut seen = HashMap::new();
    seen.insert(array![[1, 2], [3, 4]], "m");
    assert_eq!(seen.get(&array![[1, 3], [2, 4]].t().to_owned()), Some(&"m"));
    let hash = |x: &dyn Fn(&mut std::hash::DefaultHasher)| {
        let mut state = std::hash::DefaultHasher::new();
        x(&mut state);
        std::hash::Hasher::finish(&state)
    };
    use std::hash::Hash;
    let m = array![[1, 2], [3, 4]];
    assert_eq!(hash(&|s| m.hash(s)), hash(&|s| m.view().hash(s)));
}

#[test]
fn elements_of_no_size() {
    let units = Matrix::<(), 3, 4>::from_fn(|_| ());
    assert_eq!((size_of_val(&units), units.len(), units.iter().count()), (0, 12, 12));
    assert_eq!(units.as_slice().len(), 12);
    assert_eq!(units.t().into_iter().count(), 12);
    assert_eq!(units.into_iter().count(), 12);
    let many = Array::from_vec((Dyn(usize::MAX / 2),), vec![(); usize::MAX / 2]).unwrap();
    assert_eq!(many.get([usize::MAX / 2 - 1]), Some(&()));
    let drops = Rc::new(Cell::new(0));
    drop(Array::<Array<Counted, (Const<2>,), Owned>, (Const<2>,)>::from_fn(|_| {
        Vector::from_fn(|_| Counted(drops.clone()))
    }));
    assert_eq!(drops.get(), 4, "arrays of arrays");
}
