//! `ldlt`, by LAPACK's ratios on LAPACK's symmetric matrices, and by hand.

use super::matrices::{F32, F64, Limits, SplitMix, random, symmetric, symmetric_ones, with_eigenvalues};
use super::ratios::{self, Number};
use conformable::prelude::*;
use conformable::{Failure, Inertia, Real, Singular, UpTo};
use std::cmp::Ordering;
use std::fmt::Debug;

/// Without optimisation few sizes.
const SIZES: &[usize] = if cfg!(miri) {
    &[0, 1, 2, 3, 5]
} else if cfg!(debug_assertions) {
    &[0, 1, 2, 3, 4, 5, 8, 9, 17, 33]
} else {
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128]
};

fn array_of<T: Number + Copy>(elements: &[f64], m: usize, n: usize) -> Array<T, (Dyn, Dyn)> {
    Array::from_vec((Dyn(m), Dyn(n)), elements.iter().map(|x| T::of(*x)).collect()).unwrap()
}

/// Symmetric matrices that are not definite.
fn indefinite_ones(n: usize, to: Limits) -> Vec<(&'static str, Vec<f64>)> {
    let mut rng = SplitMix(3 + n as u64);
    let half = n / 2;
    let integers = random(n, n, 77);
    let mut all = symmetric_ones(n, to);
    // [[0, B], [Bᵀ, 0]], and with a diagonal in the first block.
    for (name, on_diagonal) in [("saddle point", 0.0), ("saddle point of a small diagonal", 1e-3)] {
        all.push((
            name,
            symmetric(n, |i, j| match (i < half, j < half) {
                (false, true) => rng.number(),
                (true, true) if i == j => on_diagonal,
                _ => 0.0,
            }),
        ));
    }
    all.push(("zeros on the diagonal", symmetric(n, |i, j| if i == j { 0.0 } else { rng.number() })));
    all.push(("integers", symmetric(n, |i, j| (integers[i * n + j] * 3.0).round())));
    all.push(("permutation", symmetric(n, |i, j| f64::from(u8::from(i + j + 1 == n)))));
    all.push(("graded, without a diagonal", {
        symmetric(n, |i, j| if i == j { 0.0 } else { 10_f64.powi(-((i + j).min(30) as i32)) })
    }));
    // Each row has its largest element farther to the right: the search for a pivot visits all.
    all.push(("a chain", symmetric(n, |i, j| if i == j + 1 { (i + 1) as f64 } else { 0.0 })));
    all
}

fn factors<T: Real + Number + Debug>(limits: Limits) {
    for &n in SIZES {
        for (name, matrix) in indefinite_ones(n, limits) {
            let a = array_of::<T>(&matrix, n, n);
            let ldlt = a.ldlt().unwrap();
            let (l, d, p) = (ldlt.l(), ldlt.d(), ldlt.permutation());
            let exchanged: Vec<T> = (0..n * n).map(|at| a[[p[[at / n]], p[[at % n]]]]).collect();
            let ratio = ratios::ldlt(&exchanged, l.as_slice(), d.as_slice(), n);
            assert!(ratio <= 30., "{name} {n}: {ratio}");
            let mut sorted = p.as_slice().to_vec();
            sorted.sort_unstable();
            assert!(sorted.into_iter().eq(0..n), "{name} {n}: {p:?}");
            for (i, j) in (0..n).flat_map(|i| (0..n).map(move |j| (i, j))) {
                let (of_l, of_d): (f64, f64) = (l[[i, j]].into(), d[[i, j]].into());
                let fits = match i.cmp(&j) {
                    Ordering::Less => of_l == 0.,
                    Ordering::Equal => of_l == 1.,
                    Ordering::Greater => of_l.abs() < 2.8,
                };
                assert!(fits, "{name} {n}: {of_l}");
                assert!(i.abs_diff(j) < 2 || of_d == 0., "{name} {n}: {of_d}");
                assert_eq!(of_d, d[[j, i]].into(), "{name} {n}");
            }
            let Inertia { positive, negative, zero } = ldlt.inertia().unwrap();
            assert_eq!(positive + negative + zero, n, "{name} {n}");
            assert_eq!(ldlt.inverse().is_err(), zero > 0, "{name} {n}");
            if name == "zero" {
                assert_eq!((zero, l), (n, conformable::eye(Dyn(n)).unwrap()), "{n}");
            }
        }
    }
}

#[test]
fn factors_of_f64_give_the_matrix_with_its_rows_and_columns_exchanged() {
    factors::<f64>(F64);
}
#[test]
fn factors_of_f32_give_the_matrix_with_its_rows_and_columns_exchanged() {
    factors::<f32>(F32);
}

#[test]
fn small_cases_by_hand() {
    // The pivot stands where it is.
    let ldlt = array![[4., 0., 0.], [2., -5., 0.], [-2., 5., 1.]].ldlt();
    assert_eq!(ldlt.l(), array![[1., 0., 0.], [0.5, 1., 0.], [-0.5, -1., 1.]]);
    assert_eq!(ldlt.d(), array![[4., 0., 0.], [0., -6., 0.], [0., 0., 6.]]);
    assert_eq!(ldlt.permutation(), array![0, 1, 2]);
    assert_eq!((ldlt.det(), ldlt.inertia()), (-144., Inertia { positive: 2, negative: 1, zero: 0 }));
    // A block of the first and the last row, for a row of its own would make L large.
    let ldlt = array![[0., 0., 0.], [1., 0., 0.], [4., 2., 0.]].ldlt();
    assert_eq!(ldlt.permutation(), array![0, 2, 1]);
    assert_eq!(ldlt.d(), array![[0., 4., 0.], [4., 0., 0.], [0., 0., -1.]]);
    assert_eq!(ldlt.l(), array![[1., 0., 0.], [0., 1., 0.], [0.5, 0.25, 1.]]);
    assert_eq!((ldlt.det(), ldlt.inertia()), (16., Inertia { positive: 1, negative: 2, zero: 0 }));
    assert_eq!(ldlt.solve(&array![5., 3., 6.]).unwrap(), array![1., 1., 1.]);
    // The pivot of the last row, which comes first.
    let ldlt = array![[1., 0.], [2., 8.]].ldlt();
    assert_eq!((ldlt.permutation(), ldlt.d()), (array![1, 0], array![[8., 0.], [0., 0.5]]));
    assert_eq!(ldlt.inverse().unwrap(), array![[2., -0.5], [-0.5, 0.25]]);
    assert_eq!(array![[7.]].ldlt().d(), array![[7.]]);
    let none = Matrix::<f64, 0, 0>::zeros().ldlt();
    assert_eq!((none.det(), none.inertia(), none.rcond()), (1., Inertia::default(), 1.));
    // Of ones all but the first pivot are zero.
    let ones = Matrix::<f64, 3, 3>::ones().ldlt();
    assert_eq!(ones.inertia(), Inertia { positive: 1, negative: 0, zero: 2 });
    assert_eq!((ones.det(), ones.rcond()), (0., 0.));
    assert_eq!(ones.solve(&array![1., 1., 1.]), Err(Singular { item: 0, column: 1 }));
    assert_eq!(ones.inverse(), Err(Singular { item: 0, column: 1 }));
}

#[test]
fn the_lower_triangle_is_read() {
    let a = array![[1., f64::NAN, 9.], [2., -5., f64::INFINITY], [4., 3., 0.]];
    let full = array![[1., 2., 4.], [2., -5., 3.], [4., 3., 0.]];
    assert_eq!((a.ldlt().l(), a.ldlt().d()), (full.ldlt().l(), full.ldlt().d()));
    assert_eq!(a.ldlt().solve(&array![7., 0., 7.]), full.ldlt().solve(&array![7., 0., 7.]));
}

#[test]
fn inertia_is_that_of_the_spectrum() {
    for n in [1, 2, 3, 4, 7, 8, 16, 33].into_iter().filter(|n| !cfg!(miri) || *n < 5) {
        for negative in [0, 1, n / 2, n] {
            let values: Vec<f64> =
                (0..n).map(|i| if i < negative { -1. - i as f64 } else { 0.5 + i as f64 }).collect();
            let a = array_of::<f64>(&with_eigenvalues(&values, 4), n, n);
            let expected = Inertia { positive: n - negative, negative, zero: 0 };
            assert_eq!(a.ldlt().unwrap().inertia(), Ok(expected), "{n} {negative}");
            let det: f64 = values.iter().product();
            let off = a.ldlt().unwrap().det().unwrap() - det;
            assert!(off.abs() <= 1e-12 * det.abs(), "{n} {negative}");
        }
    }
    // The product of the blocks is in range, and none of its parts is.
    let wide = Matrix::<f64, 4, 4>::from_fn(|[i, j]| match i + j {
        1 => 1e200,
        5 => 1e-200,
        _ => 0.,
    });
    assert!((wide.ldlt().det() - 1.).abs() < 1e-14);
}

#[test]
fn solutions_fit_their_systems() {
    for &n in SIZES {
        for (name, matrix) in indefinite_ones(n, F64) {
            if !["random", "saddle point", "zeros on the diagonal", "a chain", "both signs"].contains(&name) {
                continue;
            }
            let a = array_of::<f64>(&matrix, n, n);
            let b = array_of::<f64>(&random(n, 3, 5), n, 3);
            let ldlt = a.ldlt().unwrap();
            let Ok(x) = ldlt.solve(&b) else {
                assert!(n % 2 == 1 && name != "random" && name != "both signs", "{name} {n}");
                continue;
            };
            let ratio = ratios::solve(a.as_slice(), x.as_slice(), b.as_slice(), [n, 3]);
            assert!(ratio <= 30., "{name} {n}: {ratio}");
            for j in 0..3 {
                assert_eq!(ldlt.solve(&b.column(j).unwrap().to_owned()).unwrap(), x.column(j).unwrap());
            }
            let inverse = ldlt.inverse().unwrap();
            assert_eq!(inverse.t(), inverse, "{name} {n}");
            let off = (a.matmul(&inverse).unwrap() - conformable::eye(Dyn(n)).unwrap()).abs().max();
            let most = 30. * n as f64 * f64::EPSILON / ldlt.rcond().unwrap();
            assert!(off.unwrap_or(0.) <= most, "{name} {n}: {off:?}");
        }
    }
}

#[test]
fn a_singular_matrix_of_a_stack_is_named() {
    let a = Array3::<f64, 3, 2, 2>::from_fn(|[s, i, j]| if s == 1 { 1. } else { (i * j + s) as f64 - 1. });
    let ldlt = a.ldlt();
    let inertia: Vector<Inertia, 3> = ldlt.inertia();
    assert_eq!(inertia[1], Inertia { positive: 1, negative: 0, zero: 1 });
    assert_eq!(ldlt.solve(&array![1., 2.]), Err(Singular { item: 1, column: 1 }));
    assert_eq!(ldlt.inverse(), Err(Singular { item: 1, column: 1 }));
    let (det, rcond): (Vector<f64, 3>, Vector<f64, 3>) = (ldlt.det(), ldlt.rcond());
    for s in 0..3 {
        let one = a.axis::<0>(s).unwrap().ldlt();
        assert_eq!(one.inertia(), inertia[s]);
        assert_eq!((one.det(), one.rcond()), (det[s], rcond[s]));
    }
    let not_square = Array::from_vec((Dyn(2), Dyn(3)), vec![0.; 6]).unwrap().ldlt().map(drop).unwrap_err();
    assert_eq!(not_square.to_string(), "Last 2 dimensions of the array must be square");
    let dynamic = ArrayD::<f64>::from_vec(DynRank::new(&[2, 2]).unwrap(), vec![0., 1., 1., 0.]).unwrap();
    let error = dynamic.ldlt().unwrap().solve(&array![1., 2., 3.].into_dyn()).unwrap_err();
    assert!(matches!(error, Failure::Shape(_)));
    let bounded = |n| UpTo::<4>::new(n).unwrap();
    let of =
        Array::<f64, (UpTo<4>, UpTo<4>)>::from_shape_fn((bounded(3), bounded(3)), |[i, j]| (i + j) as f64);
    assert_eq!(of.unwrap().ldlt().unwrap().permutation().len(), 3);
}
