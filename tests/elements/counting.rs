//! `argwhere`, `unique`, `searchsorted`, `bincount` and `histogram`: NumPy's values, of every kind of shape and of views.

#![cfg(feature = "alloc")]

use conformable::prelude::*;
use conformable::{Array3, Side, UpTo, stack};

#[test]
fn positions_of_what_is_not_zero_are_numpys() {
    let a = Array3::new([[[0., 1.], [2., 0.]], [[0., 0.], [f64::NAN, -0.]]]);
    let at: Array<usize, (Dyn, Const<3>)> = a.argwhere();
    assert_eq!((at.dims(), at.as_slice()), ([3, 3], &[0, 0, 1, 0, 1, 0, 1, 1, 0][..]));
    let at: Array<usize, (Dyn, Dyn)> = a.into_dyn().argwhere();
    assert_eq!((at.dims(), at.as_slice()), ([3, 3], &[0, 0, 1, 0, 1, 0, 1, 1, 0][..]));
    assert_eq!(array![[1, 0], [1, 1]].t().argwhere().as_slice(), [0, 0, 0, 1, 1, 1]);
    assert_eq!(array![true, false, true].argwhere().as_slice(), [0, 2]);
    assert_eq!(Array::<i32, ()>::new(5).argwhere().dims(), [1, 0]);
    assert_eq!(Array::<i32, ()>::new(0).argwhere().dims(), [0, 0]);
    assert_eq!(Matrix::<i32, 2, 0>::zeros().argwhere().dims(), [0, 2]);
}

#[test]
fn each_element_is_kept_once() {
    let x = array![2., f64::NAN, -0., 0., f64::NAN, 1.].unique();
    assert_eq!(x.as_slice()[..3], [0., 1., 2.]);
    assert!(x.len() == 4 && x[0].is_sign_negative() && x[3].is_nan());
    assert_eq!(array![[3, 1], [1, 2]].t().unique().as_slice(), [1, 2, 3]);
    assert_eq!(array!['b', 'a', 'b'].into_dyn().unique().as_slice(), ['a', 'b']);
    assert!(Array::from(Vec::<i32>::new()).unique().is_empty());
    let many: Vec<i32> = (0..2000).map(|i| i * i % 7).collect();
    assert_eq!(Array::from(many).unique().as_slice(), [0, 1, 2, 4]);
}

#[test]
fn places_in_a_sorted_vector_are_numpys() {
    let sorted = array![-5., -0., 0., 1., 2., 2., 3., f64::NAN, f64::NAN];
    let values = array![f64::NEG_INFINITY, -5., 0., -0., 1.5, 2., 3., 4., f64::INFINITY, f64::NAN];
    let (left, right) = (array![0, 0, 1, 1, 4, 4, 6, 7, 7, 7], array![0, 1, 3, 3, 4, 6, 7, 7, 7, 9]);
    assert_eq!(sorted.searchsorted(&values, Side::Left), left);
    assert_eq!(sorted.searchsorted(&values, Side::Right), right);
    let spread = stack::<1, _>([&sorted, &sorted]);
    assert_eq!(spread.column(1).unwrap().searchsorted(&values, Side::default()), left);
    let falling = array![3, 2, 1];
    let rows: Array<usize, (Dyn, Const<2>)> = falling
        .flip::<0>()
        .searchsorted(&Array::from_vec((Dyn(2), Const), vec![0, 2, 3, 9]).unwrap(), Side::Right);
    assert_eq!(rows.as_slice(), [0, 2, 3, 3]);
    assert_eq!(Vector::<i32, 0>::zeros().searchsorted(&array![1].into_dyn(), Side::Left).as_slice(), [0]);
}

#[test]
fn numbers_are_counted_in_bins() {
    assert_eq!(array![1_i8, 5, 1].bincount(Const::<6>).unwrap(), array![0, 2, 0, 0, 0, 1]);
    assert_eq!(array![[true, false], [true, true]].t().bincount(Dyn(3)).unwrap().as_slice(), [1, 3, 0]);
    assert_eq!(Vector::<u128, 0>::zeros().bincount(Const::<3>).unwrap(), array![0, 0, 0]);
    let few: Array<usize, (UpTo<4>,)> = array![1_u64].bincount(UpTo::<4>::new(2).unwrap()).unwrap();
    assert_eq!(few.as_slice(), [0, 1]);
    let refused = |x: i64| array![0, x].bincount(Const::<4>).unwrap_err().to_string();
    assert_eq!(refused(4), "index 4 is out of bounds for axis 0 with size 4");
    assert_eq!(refused(-2), "index -2 is out of bounds for axis 0 with size 4");
    assert!(
        array![u128::MAX].bincount(Const::<4>).is_err() && array![i128::MIN].bincount(Const::<4>).is_err()
    );
    assert_eq!(array![0].bincount(Dyn(usize::MAX)).unwrap_err().operation(), "bincount");
}

/// `numpy.round(numpy.random.default_rng(7).normal(..), 2)`, some of it.
const H: [f64; 40] = [
    0.7, -1.34, -0.46, -1.9, -1.29, -1.84, -0.24, -1.27, 0.27, 0.16, -0.19, -2.52, -0.54, -0.05, 0.11, -1.53,
    -0.48, -0.98, -0.81, 1.06, -0.81, -0.03, 0.88, -0.58, -0.11, 0.11, 0.06, -1.23, 0.08, 1.36, -1.55, 0.86,
    0.12, -0.64, 2.0, 0.76, -1.2, 0.07, 0.58, -0.19,
];

#[test]
fn histograms_have_numpys_counts_and_edges() {
    let h = Vector::new(H);
    let (counts, edges) = h.histogram(Const::<1>, None).unwrap();
    assert_eq!((counts, edges), (array![40], array![-2.52, 2.]));
    let (counts, edges) = h.histogram(Const::<1>, Some([-1., 1.5])).unwrap();
    assert_eq!((counts, edges), (array![29], array![-1., 1.5]));
    let (counts, edges) = h.histogram(Const::<3>, None).unwrap();
    assert_eq!(counts, array![10, 22, 8]);
    assert_eq!(edges, array![-2.52, -1.0133333333333334, 0.4933333333333332, 2.]);
    let (counts, edges) = h.histogram(Const::<3>, Some([-1., 1.5])).unwrap();
    assert_eq!(counts, array![11, 12, 6]);
    assert_eq!(edges, array![-1., -0.16666666666666663, 0.6666666666666667, 1.5]);
    let (counts, edges) = h.into_dyn().histogram(Dyn(7), None).unwrap();
    assert_eq!(counts.as_slice(), [2, 7, 5, 11, 9, 4, 2]);
    let numpys = [
        -2.52,
        -1.8742857142857143,
        -1.2285714285714286,
        -0.582857142857143,
        0.06285714285714272,
        0.7085714285714286,
        1.354285714285714,
        2.,
    ];
    assert_eq!(edges.as_slice(), numpys);
    let (counts, edges) = h.histogram(Const::<7>, Some([-1., 1.5])).unwrap();
    assert_eq!(counts, array![3, 5, 8, 6, 3, 3, 1]);
    let numpys = [
        -1.,
        -0.6428571428571428,
        -0.2857142857142857,
        0.0714285714285714,
        0.4285714285714286,
        0.7857142857142858,
        1.1428571428571428,
        1.5,
    ];
    assert_eq!(edges.as_slice(), numpys);
    let (counts, edges) = h.cast::<f32>().histogram(Const::<7>, None).unwrap();
    assert_eq!(counts, array![2, 7, 5, 11, 9, 4, 2]);
    let numpys: [f32; 8] =
        [-2.52, -1.8742857, -1.2285714, -0.58285713, 0.06285715, 0.70857143, 1.3542857, 2.];
    assert_eq!(edges.as_slice(), numpys);
}

#[test]
fn edges_of_bins_are_in_the_right_one_and_ends_are_numpys() {
    // 0.3, 0.6 and 0.7 are beside edges that are rounded.
    let (counts, _) = array![0.1, 0.2, 0.3, 0.7, 0.8, 0.9, 1., 0.6].histogram(Const::<10>, None).unwrap();
    assert_eq!(counts, array![1, 1, 1, 0, 0, 1, 1, 1, 1, 1]);
    let (counts, edges) = array![[1, 2, 1, 4], [0, 3, 3, 4]].t().histogram(Const::<4>, None).unwrap();
    assert_eq!((counts, edges), (array![1, 2, 1, 4], array![0., 1., 2., 3., 4.]));
    let (counts, edges) = array![5., 5.].histogram(Const::<2>, None).unwrap();
    assert_eq!((counts, edges), (array![0, 2], array![4.5, 5., 5.5]));
    let (counts, edges) = Vector::<f64, 0>::zeros().histogram(Const::<3>, None).unwrap();
    assert_eq!((counts, edges), (array![0, 0, 0], array![0., 1. / 3., 2. / 3., 1.]));
    let (counts, _) = array![1., f64::NAN, 2.].histogram(Const::<2>, Some([0., 2.])).unwrap();
    assert_eq!(counts, array![0, 2]);
}

#[test]
fn histograms_are_refused_in_numpys_words() {
    let a = array![1., 2.];
    let refused = |range| a.histogram(Const::<2>, Some(range)).unwrap_err().to_string();
    assert_eq!(refused([2., 1.]), "max must be larger than min in range parameter.");
    assert_eq!(refused([1., f64::INFINITY]), "histogram: the range is not finite");
    assert!(array![1., f64::NAN].histogram(Const::<2>, None).is_err());
    assert!(array![1., f64::INFINITY].histogram(Const::<2>, None).is_err());
    let none = a.histogram(Dyn(0), None).unwrap_err();
    assert_eq!(none.to_string(), "`bins` must be positive, when an integer");
    let next = f64::from_bits(1e300_f64.to_bits() + 1);
    let many = array![1e300, next].histogram(Const::<10>, None).unwrap_err();
    assert_eq!(many.to_string(), "Too many bins for data range. Cannot create 10 finite-sized bins.");
    assert!(a.histogram(Dyn(usize::MAX), None).is_err() && a.histogram(Dyn(usize::MAX / 16), None).is_err());
}
