//! `median` and `percentile`: NumPy's bits, of every kind of shape, of views, with NaN, infinities and zeros of two signs.

#![cfg(feature = "alloc")]
#![allow(clippy::excessive_precision, reason = "as NumPy prints them")]

use conformable::prelude::*;
use conformable::{LAST, stack};

const A: Matrix<f64, 3, 5> = Matrix::new([
    [0.001, 0.299, -0.274, -0.891, -0.455],
    [-0.992, 0.06, 1.34, -0.492, -0.62],
    [0.49, 0.357, 0.105, -0.93, -0.029],
]);

/// The percentage, and `numpy.percentile` of `A`: of all, along axis 0, along axis 1.
const PERCENTILES: [(f64, f64, [f64; 5], [f64; 3]); 8] = [
    (0., -0.992, [-0.992, 0.06, -0.274, -0.93, -0.62], [-0.891, -0.992, -0.93]),
    (10., -0.9144, [-0.7934, 0.1078, -0.19820000000000002, -0.9222, -0.587], [-0.7166, -0.8432, -0.5696]),
    (
        12.5,
        -0.90075,
        [-0.74375, 0.11975, -0.17925000000000002, -0.92025, -0.57875],
        [-0.673, -0.806, -0.47950000000000004],
    ),
    (
        33.3,
        -0.46750600000000003,
        [-0.33066200000000007, 0.21917399999999998, -0.021586000000000036, -0.904026, -0.5101100000000001],
        [-0.39490800000000004, -0.577504, 0.015487999999999984],
    ),
    (50., -0.029, [0.001, 0.299, 0.105, -0.891, -0.455], [-0.274, -0.492, 0.105]),
    (
        66.7,
        0.07521000000000004,
        [0.16432600000000003, 0.318372, 0.5174900000000001, -0.757734, -0.312716],
        [-0.09029999999999996, -0.12326399999999993, 0.273336],
    ),
    (
        99.,
        1.2209999999999996,
        [0.48022, 0.35584, 1.3153000000000001, -0.49998, -0.03752000000000001],
        [0.28708, 1.2888, 0.48468],
    ),
    (100., 1.34, [0.49, 0.357, 1.34, -0.492, -0.029], [0.299, 1.34, 0.49]),
];

/// The same of `A` as `float32`.
const PERCENTILES_32: [(f64, f32, [f32; 5], [f32; 3]); 4] = [
    (10., -0.9144, [-0.7934, 0.1078, -0.19819999, -0.9222, -0.587], [-0.7166, -0.84319997, -0.5696]),
    (
        33.3,
        -0.46750602,
        [-0.33066198, 0.219174, -0.021585993, -0.904026, -0.51011],
        [-0.394908, -0.57750404, 0.015487999],
    ),
    (
        66.7,
        0.07521,
        [0.16432601, 0.31837198, 0.51748997, -0.757734, -0.312716],
        [-0.09029999, -0.123263985, 0.273336],
    ),
    (99., 1.2210001, [0.48022002, 0.35584, 1.3153, -0.49998, -0.03752], [0.28708, 1.2888, 0.48468]),
];

#[test]
fn percentiles_have_numpys_bits() {
    let turned = A.t().to_owned();
    for (q, all, columns, rows) in PERCENTILES {
        let (columns, rows) = (Vector::new(columns), Vector::new(rows));
        assert_eq!(A.percentile(q), Ok(all));
        assert_eq!(A.percentile_axis::<0>(q), Ok(columns));
        assert_eq!(A.percentile_axis::<1>(q), Ok(rows));
        assert_eq!(turned.t().percentile_axis::<LAST>(q), Ok(rows));
        assert_eq!(A.percentile_keepdims::<1>(q).unwrap().remove_axis::<1>(), rows);
        let mut out = Vector::zeros();
        turned.percentile_axis_into::<1, _, _>(q, &mut out).unwrap();
        assert_eq!(out, columns);
        let mixed = Array::from_vec((Dyn(3), Const::<5>), A.to_vec()).unwrap();
        assert_eq!(mixed.percentile_axis::<0>(q), Ok(columns));
        assert_eq!(mixed.percentile_axis::<1>(q).unwrap().as_slice(), rows.as_slice());
        assert_eq!(A.into_dyn().percentile_axis::<0>(q).unwrap().as_slice(), columns.as_slice());
        assert_eq!(A.into_dyn().percentile(q), Ok(all));
    }
    let a = A.cast::<f32>();
    for (q, all, columns, rows) in PERCENTILES_32 {
        assert_eq!(a.percentile(q), Ok(all));
        assert_eq!(a.percentile_axis::<0>(q), Ok(Vector::new(columns)));
        assert_eq!(a.percentile_axis::<1>(q), Ok(Vector::new(rows)));
    }
    let integers = array![9_i64, -4, 7, 7, 0, 255, -128, 3];
    let numpys = [-128., -41.19999999999999, -19.5, 0.9929999999999986, 5., 7., 237.77999999999992, 255.];
    for (q, expected) in [0., 10., 12.5, 33.3, 50., 66.7, 99., 100.].into_iter().zip(numpys) {
        assert_eq!(integers.percentile(q), Ok(expected));
    }
    assert_eq!(array![-128_i8, 127].percentile(50.), Ok(-0.5));
    assert_eq!(Array::<u8, ()>::new(7).percentile(30.), Ok(7.));
}

#[test]
fn infinities_and_nans_are_numpys() {
    let numpys: [(&[f64], [f64; 5]); 3] = [
        (&[1., f64::INFINITY], [f64::NAN, f64::INFINITY, f64::NAN, f64::NAN, f64::NAN]),
        (&[1., 2., f64::INFINITY], [1., 1.6, f64::NAN, f64::INFINITY, f64::NAN]),
        (
            &[f64::NEG_INFINITY, 0., 1., f64::INFINITY],
            [f64::NAN, f64::NEG_INFINITY, 0.5, f64::INFINITY, f64::NAN],
        ),
    ];
    for (x, expected) in numpys {
        let x = ArrayView::from_slice((Dyn(x.len()),), x).unwrap();
        for (q, expected) in [0., 30., 50., 70., 100.].into_iter().zip(expected) {
            let is: f64 = x.percentile(q).unwrap();
            assert!(is == expected || is.is_nan() && expected.is_nan(), "{x:?}, {q}: {is}");
        }
    }
    for len in [2, 3, 7, 30, 100, 1500].into_iter().filter(crate::common::in_time) {
        for at in [0, 1, len / 2, len - 1] {
            let mut x: Vec<f32> = (0..len).map(|i| ((i * 37) % len) as f32).collect();
            x[at] = f32::NAN;
            let x = Array::from(x);
            assert!(
                x.median().is_nan() && [0., 50., 100.].iter().all(|q| x.percentile(*q).unwrap().is_nan())
            );
            let rows = stack::<0, _>([&x, &x.map(|x| if x.is_nan() { 0. } else { x })]).unwrap();
            let (along, across) = (rows.median_axis::<1>(), rows.t().to_owned().median_axis::<0>());
            for medians in [along, across] {
                assert!(medians[0].is_nan() && !medians[1].is_nan(), "{len}, {at}");
            }
        }
    }
}

#[test]
fn medians_are_numpys() {
    assert_eq!(A.median(), -0.029);
    assert_eq!(A.median_axis::<0>(), array![0.001, 0.299, 0.105, -0.891, -0.455]);
    assert_eq!(A.median_axis::<1>(), array![-0.274, -0.492, 0.105]);
    assert_eq!(A.t().median_keepdims::<0>(), A.median_axis::<1>().insert_axis::<0>());
    let mut out = ArrayD::from_shape_elem(DynRank::new(&[3]).unwrap(), 0.).unwrap();
    A.median_axis_into::<1, _, _>(&mut out).unwrap();
    assert_eq!(out.as_slice(), [-0.274, -0.492, 0.105]);
    assert_eq!(A.into_dyn().median_axis::<1>().unwrap().as_slice(), out.as_slice());
    assert!(A.into_dyn().median_axis::<2>().is_err());
    assert_eq!(array![9, -4, 7, 7, 0, 255, -128, 3].median(), 5.);
    assert_eq!(array![5_u8].median(), 5.);
    // Finite, where NumPy's sum of two overflows.
    assert_eq!(Vector::<f64, 4>::full(1.7e308).median(), 1.7e308);
}

#[test]
fn nothing_has_no_median_and_no_percentile() {
    assert!(Vector::<f64, 0>::zeros().median().is_nan());
    assert!(Matrix::<f32, 0, 2>::zeros().median_axis::<0>().iter().all(|x| x.is_nan()));
    assert!(Matrix::<f32, 2, 0>::zeros().median_axis::<0>().is_empty());
    let error = Vector::<f64, 0>::zeros().percentile(50.).unwrap_err();
    assert_eq!(error.to_string(), "index -1 is out of bounds for axis 0 with size 0");
    let a = Matrix::<f64, 0, 2>::zeros();
    assert!(a.percentile_axis::<0>(50.).is_err() && a.percentile_keepdims::<0>(50.).is_err());
    assert!(a.percentile_axis::<1>(50.).unwrap().is_empty());
    for q in [-0.001, 100.001, f64::NAN, f64::INFINITY] {
        let error = array![1., 2.].percentile(q).unwrap_err();
        assert_eq!(error.to_string(), "Percentiles must be in the range [0, 100]");
        assert!(A.percentile_axis::<0>(q).is_err() && A.percentile_keepdims::<0>(q).is_err());
        let mut out = Vector::zeros();
        assert!(A.percentile_axis_into::<0, _, _>(q, &mut out).is_err());
        assert_eq!(out, Vector::zeros());
    }
    assert!(A.into_dyn().percentile_axis::<2>(50.).is_err());
}

#[test]
fn they_are_those_of_the_sorted_array_also_with_zeros_of_two_signs() {
    let mut x = 1_u32;
    for n in (1..40).chain([100, 1023, 1025, 1500_usize]).filter(crate::common::in_time) {
        let numbers: Vec<f64> = (0..n)
            .map(|_| {
                x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                [-0., 0., 1., f64::from(x >> 24) - 100.][(x >> 20) as usize % 4]
            })
            .collect();
        for numbers in [numbers.clone(), numbers.iter().map(|x| x + 0.5).collect()] {
            let a = Array::from(numbers);
            let sorted = a.sort();
            let at = |i: usize| sorted[i];
            for k in 0..n {
                // A position that is exact has the element there, and no other is near.
                let q = 100. * k as f64 / (n.max(2) - 1) as f64;
                let is: f64 = a.percentile(q).unwrap();
                let near = [k.saturating_sub(1), k, (k + 1).min(n - 1)].map(at);
                assert!((near[0]..=near[2]).contains(&is), "{n}, {k}: {is} of {near:?}");
            }
            let median = array![at((n - 1) / 2), at(n / 2)].mean();
            assert_eq!(
                a.median().to_bits(),
                if n % 2 == 1 { array![at(n / 2)].mean() } else { median }.to_bits()
            );
            let rows = a.insert_axis::<1>().to_owned();
            assert_eq!(rows.median_axis::<0>()[0].to_bits(), a.median().to_bits());
        }
    }
}
