//! Sorting and the largest few: stable, in place, of views with gaps, beside a naive sort. (NumPy's values are compared in
//! `reductions.rs`.)

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::prelude::*;
use conformable::{Ordered, s};
use core::cmp::Ordering;

/// A number with a label that its order does not see.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Labelled(u8, usize);

impl Ordered for Labelled {
    fn before(self, rhs: Self) -> bool {
        self.0 < rhs.0
    }
    fn unordered(self) -> bool {
        self.0 == u8::MAX
    }
}

fn order(a: f32, b: f32) -> Ordering {
    a.partial_cmp(&b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

fn number(rng: &mut Rng) -> f32 {
    match rng.below(12) {
        0 => f32::NAN,
        1 => 0.,
        2 => -0.,
        n => n as f32 - 7. + (rng.f32() * 4.).round(),
    }
}

fn bits(x: &[f32]) -> Vec<u32> {
    x.iter().map(|x| if x.is_nan() { u32::MAX } else { x.to_bits() }).collect()
}

#[test]
fn rows_and_columns_are_sorted_as_by_a_stable_sort() {
    let mut rng = Rng::new(1);
    for n in (0..40).chain([100, 300, 1023, 1024, 1025, 1500]).filter(crate::common::in_time) {
        let x: Vec<f32> = (0..2 * n).map(|_| number(&mut rng)).collect();
        // Two rows one after another, two columns with gaps, and both without zeros of two signs.
        for x in [x.clone(), x.iter().map(|x| x + 0.5).collect()] {
            let rows = Array::from_vec((Const::<2>, Dyn(n)), x).unwrap();
            let columns = rows.t().to_owned();
            let (sorted, places) = (rows.sort(), rows.argsort());
            let (sorted_columns, places_of_columns) = (columns.sort_axis::<0>(), columns.argsort_axis::<0>());
            for (i, row) in rows.rows().enumerate() {
                let mut expected: Vec<(f32, usize)> = row.iter().copied().zip(0..).collect();
                expected.sort_by(|a, b| order(a.0, b.0));
                let (values, order): (Vec<f32>, Vec<usize>) = expected.into_iter().unzip();
                assert_eq!(bits(&sorted.as_slice()[i * n..][..n]), bits(&values), "{n}");
                assert_eq!(places.as_slice()[i * n..][..n], order, "{n}");
                let column: Vec<f32> = (0..n).map(|k| sorted_columns[[k, i]]).collect();
                assert_eq!(bits(&column), bits(&values), "{n}");
                assert!((0..n).all(|k| places_of_columns[[k, i]] == order[k]), "{n}");
            }
            let mut in_place = columns.clone();
            in_place.t_mut().sort_inplace();
            assert_eq!(bits(in_place.as_slice()), bits(sorted_columns.as_slice()));
            let mut out = columns.argsort_axis::<1>();
            let mut turned = out.t_mut();
            rows.argsort_axis_into::<1, _, _>(&mut turned).unwrap();
            assert_eq!(out.as_slice(), places_of_columns.as_slice());
        }
    }
}

#[test]
fn equal_elements_of_any_type_keep_their_order() {
    let mut rng = Rng::new(2);
    for n in [0, 1, 2, 15, 16, 17, 31, 33, 64, 100, 500, 1000].into_iter().filter(crate::common::in_time) {
        let x: Vec<Labelled> = (0..n).map(|i| Labelled([1, 2, 3, u8::MAX][rng.below(4)], i)).collect();
        let mut expected = x.clone();
        expected.sort_by_key(|x| x.0);
        assert_eq!(Array::from(x).sort().as_slice(), expected);
    }
    let mut small = Vector::new([3_u8, 1, 2]);
    small.sort_inplace();
    assert_eq!((small, array!['b', 'a'].sort()), (array![1, 2, 3], array!['a', 'b']));
    assert_eq!(array![true, false, true].argsort(), array![1, 0, 2]);
}

#[test]
fn the_largest_come_first_and_of_equals_the_first() {
    let mut rng = Rng::new(3);
    for n in (5..40).chain([100, 1000]).filter(crate::common::in_time) {
        let x: Vec<f32> = (0..n).map(|_| number(&mut rng)).collect();
        let mut expected: Vec<(f32, usize)> = x.iter().copied().zip(0..).collect();
        expected.sort_by(|a, b| order(b.0, a.0));
        let a = Array::from(x);
        let (values, places) = a.topk::<5, 0>().unwrap();
        let (expected, order): (Vec<f32>, Vec<usize>) = expected[..5].iter().copied().unzip();
        assert_eq!((bits(values.as_slice()), places.as_slice()), (bits(&expected), &order[..]));
        assert_eq!((a.argmax(), bits(&[a.max().unwrap()])), (Some(order[0]), bits(&expected[..1])));
    }
    // Along another axis, and of a view.
    let a = array![[3, 9, 4], [8, 9, 5], [1, 7, 6]];
    let (values, places) = a.topk::<2, 0>();
    assert_eq!((values, places), (array![[8, 9, 6], [3, 9, 5]], array![[1, 0, 2], [0, 1, 1]]));
    let (values, _) = a.t().topk::<3, 1>();
    assert_eq!(values, array![[8, 3, 1], [9, 9, 7], [6, 5, 4]]);
    let (none, _) = a.topk::<0, 1>();
    assert!(none.is_empty());
}

#[test]
fn the_largest_are_written_into_existing_arrays_of_any_strides() {
    let a = array![[3, 9, 4], [8, 9, 5], [1, 7, 6]];
    let (mut values, mut places) = (Matrix::<i32, 3, 2>::zeros(), Matrix::<usize, 2, 3>::zeros());
    a.topk_into::<2, 0, _, _, _, _>(&mut values.t_mut(), &mut places);
    assert_eq!((values.t(), places), (array![[8, 9, 6], [3, 9, 5]].view(), array![[1, 0, 2], [0, 1, 1]]));
    // The other way round, of a stack, and into parts of larger arrays.
    let a = conformable::Array3::<f32, 4, 5, 3>::from_fn(|[i, j, k]| match (i * 7 + j * 5 + k * 3) % 11 {
        4 => f32::NAN,
        x => (x % 5) as f32,
    });
    let (expected, order) = a.topk::<3, 1>();
    let mut values = conformable::Array3::<f32, 3, 8, 3>::zeros();
    let mut places = conformable::zeros::<usize, _>((Dyn(4), Const::<3>, Dyn(6))).unwrap();
    let (mut part, mut spread) =
        (values.slice_mut(s![.., ..;-2, ..]), places.slice_mut(s![.., .., 1..;2]).unwrap());
    let mut turned = part.swap_axes_mut::<0, 1>();
    a.topk_into::<3, 1, _, _, _, _>(&mut turned, &mut spread).unwrap();
    assert_eq!((bits(&turned.to_vec()), spread.to_vec()), (bits(expected.as_slice()), order.to_vec()));
    let (dynamic, mut values, mut places) = (a.into_dyn(), expected.into_dyn(), order.into_dyn());
    values.fill(7.);
    places.fill(7);
    let mut short = Vector::<usize, 4>::zeros().into_dyn();
    let error = dynamic.topk_into::<3, 1, _, _, _, _>(&mut values, &mut short).unwrap_err();
    assert_eq!(error.to_string(), "topk_into: shape (4,) where (4,3,3) is needed");
    assert!(dynamic.topk_into::<4, 2, _, _, _, _>(&mut values, &mut places).is_err());
    assert!(values.iter().all(|x| *x == 7.) && places.iter().all(|x| *x == 7));
    dynamic.topk_into::<3, 1, _, _, _, _>(&mut values, &mut places).unwrap();
    assert_eq!((bits(values.as_slice()), places.as_slice()), (bits(expected.as_slice()), order.as_slice()));
}

#[test]
fn what_only_run_time_knows_is_a_result() {
    let a = Array::from(vec![1, 2]);
    assert_eq!(
        a.topk::<3, 0>().unwrap_err().to_string(),
        "topk: 3 elements are asked for, of an axis of length 2"
    );
    let a = a.into_dyn();
    assert_eq!(a.topk::<1, 1>().unwrap_err().to_string(), "axis 1 is out of bounds for array of dimension 1");
    assert_eq!(a.sort_axis::<1>().unwrap_err().operation(), "sort_axis");
    assert_eq!(a.argsort_axis::<0>().unwrap().as_slice(), [0, 1]);
    let scalar = ArrayD::from_vec(DynRank::new(&[]).unwrap(), vec![7]).unwrap();
    assert_eq!((scalar.sort().as_slice(), scalar.argsort().as_slice()), (&[7][..], &[0][..]));
    let mut short = Array::from(vec![0; 3]);
    let error = array![1, 2].argsort_axis_into::<0, _, _>(&mut short).unwrap_err();
    assert_eq!(error.to_string(), "argsort_axis_into: shape (3,) where (2,) is needed");
}

#[test]
fn sorted_copies_are_written_into_existing_arrays() {
    let a = array![[3., 1., f64::NAN], [-0., 0., 5.]];
    let mut out = Matrix::<f64, 2, 3>::ones();
    a.sort_axis_into::<0, _, _>(&mut out);
    assert_eq!((out[[0, 0]], out[[1, 0]], out[[0, 2]]), (-0., 3., 5.));
    assert!(out[[1, 2]].is_nan());
    let ints = array![[3, 1, 2], [9, 8, 7]];
    let mut wide = Matrix::<i32, 2, 6>::zeros();
    ints.sort_axis_into::<1, _, _>(&mut wide.slice_mut(s![.., ..;2]));
    assert_eq!(wide, array![[1, 0, 2, 0, 3, 0], [7, 0, 8, 0, 9, 0]]);
    let mut short = array![1, 2].into_dyn();
    assert!(ints.sort_axis_into::<1, _, _>(&mut short).is_err() && short.as_slice() == [1, 2]);
    assert!(ints.into_dyn().sort_axis_into::<2, _, _>(&mut array![[0; 3]; 2].into_dyn()).is_err());
}
