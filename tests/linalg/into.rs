//! The forms that write into existing arrays, or where the operands stand, give what the others return.

use super::common::Rng;
use conformable::prelude::*;
use conformable::{Failure, MatrixNorm, NoConvergence, NotPositiveDefinite, ShapeErrorKind, Singular, s};

/// Positive definite matrices.
fn positive<const S: usize, const N: usize>(seed: u64) -> Array3<f64, S, N, N> {
    let mut rng = Rng::new(seed);
    let mut a = Array3::zeros();
    for s in 0..S {
        for i in 0..N {
            for j in 0..=i {
                let x = f64::from(rng.f32()) + if i == j { 2. * N as f64 } else { 0. };
                (a[[s, i, j]], a[[s, j, i]]) = (x, x);
            }
        }
    }
    a
}

/// What all forms give of a stack `$a`, and right sides `$b`, arrays that are destroyed; `$out!(dims)` makes an array for
/// results, and `$unwrap` is put behind what is a `Result` if lengths are known at run time.
macro_rules! forms { ($S:ident $N:ident, $a:expr, $b:expr, $out:ident; $($unwrap:tt)*) => {{
    let mut answers: Vec<(&str, Vec<f64>)> = Vec::new();
    let mut add = |name, x: Vec<f64>| answers.push((name, x));
    let (mut values, mut numbers) = ($out!(0., $S, $N), $out!(0., $S));
    let (mut square, mut other) = ($out!(0., $S, $N, $N), $out!(0., $S, $N, $N));
    let (mut counts, mut logarithms) = ($out!(0_usize, $S, $N), $out!(0., $S));

    $a.cholesky_into(&mut square).unwrap();
    add("cholesky_into", square.iter().copied().collect());
    $a.eigh_into(&mut values, &mut square).unwrap();
    add("eigh_into", values.iter().chain(square.iter()).copied().collect());
    $a.svd_into(&mut square, &mut values, &mut other).unwrap();
    add("svd_into", square.iter().chain(values.iter()).chain(other.iter()).copied().collect());
    $a.pinv_into(&mut square).unwrap();
    add("pinv_into", square.iter().copied().collect());
    $a.matrix_power_into(5, &mut square) $($unwrap)*;
    add("matrix_power_into", square.iter().copied().collect());
    $a.slogdet_into(&mut numbers, &mut logarithms) $($unwrap)*;
    add("slogdet_into", numbers.iter().chain(logarithms.iter()).copied().collect());

    let mut a = $a.to_owned();
    add("det_inplace", a.det_inplace() $($unwrap)*.iter().copied().collect());
    let mut a = $a.to_owned();
    let mut b = $b.to_owned();
    a.solve_inplace(&mut b).unwrap();
    add("solve_inplace", b.iter().copied().collect());
    let mut a = $a.to_owned();
    a.cholesky_inplace().unwrap();
    add("cholesky_inplace", a.iter().copied().collect());
    let mut a = $a.to_owned();
    a.lu_inplace(&mut counts) $($unwrap)*;
    add("lu_inplace", a.iter().copied().chain(counts.iter().map(|p| *p as f64)).collect());
    let mut a = $a.to_owned();
    a.ldlt_inplace(&mut counts) $($unwrap)*;
    add("ldlt_inplace", a.iter().copied().chain(counts.iter().map(|p| *p as f64)).collect());
    let mut a = $a.to_owned();
    a.qr_inplace(&mut values) $($unwrap)*;
    add("qr_inplace", a.iter().chain(values.iter()).copied().collect());
    let mut a = $a.to_owned();
    a.eigh_inplace(&mut values, &mut square).unwrap();
    add("eigh_inplace", values.iter().chain(square.iter()).copied().collect());
    answers
}};}

macro_rules! fixed { ($x:expr, $($n:ident),+) => {
    Array::from_shape_elem(($(Const::<$n>,)+), $x).unwrap()
};}
macro_rules! dynamic { ($x:expr, $($n:ident),+) => {
    Array::<_, DynRank>::from_shape_elem(DynRank::new(&[$($n),+]).unwrap(), $x).unwrap()
};}
/// All forms of a stack of S matrices of N rows.
macro_rules! all_kinds_of_shape { ($S:literal, $N:literal) => {{
    const S: usize = $S;
    const N: usize = $N;
    let a = positive::<S, N>(N as u64);
    let b = Array3::<f64, S, N, 3>::from_fn(|[s, i, j]| (s * 5 + i * 3 + j) as f64);
    let (e, svd, lu) = (a.eigh().unwrap(), a.svd().unwrap(), a.lu());
    let of = |name: &str| -> Vec<f64> {
        match name {
            "cholesky_into" | "cholesky_inplace" => a.cholesky().unwrap().l().iter().copied().collect(),
            "eigh_into" | "eigh_inplace" => e.values.iter().chain(&e.vectors).copied().collect(),
            "svd_into" => svd.u.iter().chain(&svd.s).chain(&svd.vt).copied().collect(),
            "pinv_into" => a.pinv().unwrap().iter().copied().collect(),
            "matrix_power_into" => a.matrix_power(5).iter().copied().collect(),
            "slogdet_into" => {
                let (sign, logarithm) = a.slogdet();
                sign.iter().chain(&logarithm).copied().collect()
            }
            "det_inplace" => a.det().iter().copied().collect(),
            "solve_inplace" => a.solve(&b).unwrap().iter().copied().collect(),
            _ => Vec::new(),
        }
    };
    let fixed = forms!(S N, a, b, fixed;);
    let dynamic = forms!(S N, a.to_owned().into_dyn(), b.to_owned().into_dyn(), dynamic; .unwrap());
    assert_eq!(fixed, dynamic);
    for (name, answer) in &fixed {
        let expected = of(name);
        assert!(expected.is_empty() || *answer == expected, "{name}: {answer:?} is not {expected:?}");
        match *name {
            "lu_inplace" => {
                for (place, x) in lu.l().indexed_iter().map(|(place, _)| place).zip(answer) {
                    let expected = if place[2] < place[1] { lu.l()[place] } else { lu.u()[place] };
                    assert_eq!(*x, expected, "{place:?}");
                }
            }
            "ldlt_inplace" => {
                let ldlt = a.ldlt();
                for (place, x) in lu.l().indexed_iter().map(|(place, _)| place).zip(answer) {
                    let expected = if place[2] < place[1] { ldlt.l()[place] } else { ldlt.d()[place] };
                    assert_eq!(*x, expected, "{place:?}");
                }
            }
            "qr_inplace" => {
                let r = a.qr().r_complete();
                for (place, x) in lu.l().indexed_iter().map(|(place, _)| place).zip(answer) {
                    assert!(place[2] < place[1] || *x == r[place], "{place:?}");
                }
            }
            _ => {}
        }
    }
}};}

#[test]
fn forms_of_any_kind_of_shape_have_the_bits_of_the_values() {
    all_kinds_of_shape!(1, 1);
    all_kinds_of_shape!(2, 3);
    all_kinds_of_shape!(3, 4);
    all_kinds_of_shape!(2, 9);
}

#[test]
fn numbers_of_each_matrix_are_written() {
    let a = Array3::<f64, 3, 4, 2>::from_fn(|[s, i, j]| if s == 1 { 1. } else { (i * i + 3 * j + s) as f64 });
    let (mut ranks, mut numbers) = (Vector::<usize, 3>::zeros(), Vector::<f64, 3>::zeros());
    a.matrix_rank_into(&mut ranks).unwrap();
    assert_eq!((ranks, a.matrix_rank().unwrap()), (array![2, 1, 2], ranks));
    a.cond_into(&mut numbers).unwrap();
    assert_eq!(numbers, a.cond().unwrap());
    let dynamic = a.into_dyn();
    let mut out = Array::from_vec((Dyn(3),), vec![0.; 3]).unwrap();
    for ord in
        [MatrixNorm::L1, MatrixNorm::L2, MatrixNorm::Nuclear, MatrixNorm::NegInf, MatrixNorm::Frobenius]
    {
        a.matrix_norm_into(ord, &mut numbers).unwrap();
        assert_eq!(numbers, a.matrix_norm(ord).unwrap(), "{ord:?}");
        dynamic.matrix_norm_into(ord, &mut out).unwrap();
        assert_eq!(out.as_slice(), numbers.as_slice(), "{ord:?}");
    }
    let before = out.clone();
    let two = dynamic.axis::<0>(0).unwrap();
    assert!(matches!(two.matrix_norm_into(MatrixNorm::L2, &mut out), Err(Failure::Shape(_))));
    assert!(matches!(two.cond_into(&mut out), Err(Failure::Shape(_))));
    assert_eq!(out, before);
    let b = array![1., 2., 4., 8.];
    let mut x = Matrix::<f64, 3, 2>::ones();
    a.lstsq_into(&b, &mut x).unwrap();
    assert_eq!(x, a.lstsq(&b).unwrap().x);
    let bad = Array3::<f64, 2, 2, 2>::from_fn(|[s, i, j]| if s == 0 { f64::NAN } else { (i + 2 * j) as f64 });
    let mut conditions = Vector::<f64, 2>::zeros();
    assert_eq!(bad.cond_into(&mut conditions).unwrap_err().item, 0);
    let mut x = Matrix::<f64, 2, 2>::ones();
    assert_eq!(bad.lstsq_into(&array![1., 2.], &mut x).unwrap_err().item, 0);
    assert!(x.row(0).unwrap().iter().all(|x| x.is_nan()));
    assert_eq!(x.row(1).unwrap(), bad.axis::<0>(1).unwrap().lstsq(&array![1., 2.]).unwrap().x);
    assert!(conditions[0].is_nan() && conditions[1] == bad.axis::<0>(1).unwrap().cond().unwrap());
}

#[test]
fn operands_that_are_not_contiguous_are_written_where_they_stand() {
    let a = positive::<1, 5>(3).axis::<0>(0).unwrap().to_owned();
    let mut turned = a.t().to_owned();
    turned.t_mut().cholesky_inplace().unwrap();
    assert_eq!(&turned.t(), a.cholesky().unwrap().l());
    let mut wide = Matrix::<f64, 5, 10>::from_fn(|[i, j]| if j % 2 == 0 { a[[i, j / 2]] } else { 7. });
    let b = array![1., 2., 3., 4., 5.];
    let mut pairs = Matrix::<f64, 5, 2>::from_fn(|[i, j]| b[i] * (1 + j) as f64);
    let mut view = wide.slice_mut(s![.., ..;2]).into_dyn();
    let mut column = pairs.column_mut(0).unwrap();
    view.solve_inplace(&mut column).unwrap();
    let x = a.solve(&b).unwrap();
    assert!((0..5).all(|i| pairs[[i, 0]] == x[i] && pairs[[i, 1]] == 2. * b[i]));
    assert!((0..5).all(|i| wide[[i, 1]] == 7.));
}

#[test]
fn one_matrix_or_several_for_more_systems() {
    let a = Array3::<f64, 3, 5, 5>::from_fn(|[s, i, j]| {
        ((i * 7 + j * 3 + s * 11) % 13) as f64 - if s == 1 { 1e3 } else { 0. } + if i == j { 9. } else { 0. }
    });
    let one = a.axis::<0>(2).unwrap().to_owned();
    let b = Array4::<f64, 2, 3, 5, 2>::from_fn(|[r, s, i, j]| (r + 2 * s + 3 * i + 5 * j) as f64);
    let expected = a.solve(&b).unwrap();
    for r in 0..2 {
        for s in 0..3 {
            let (a, b) = (a.axis::<0>(s).unwrap(), b.axis::<0>(r).unwrap());
            let x = a.solve(&b.axis::<0>(s).unwrap()).unwrap();
            assert_eq!(expected.axis::<0>(r).unwrap().axis::<0>(s).unwrap(), x);
        }
    }
    let (mut own, mut x) = (a, b);
    own.solve_inplace(&mut x).unwrap();
    assert_eq!(x, expected);
    let (mut own, mut x) = (one, b);
    own.solve_inplace(&mut x).unwrap();
    assert_eq!(x, one.solve(&b).unwrap());
}

#[test]
fn a_bad_matrix_is_named_and_the_others_have_results() {
    let mut a = positive::<3, 3>(5);
    (0..3).for_each(|i| (0..3).for_each(|j| a[[1, i, j]] = 1.));
    a[[1, 2, 2]] = -1.;
    let good = a.axis::<0>(2).unwrap().cholesky().unwrap();
    let mut l = a;
    assert_eq!(l.cholesky_inplace(), Err(NotPositiveDefinite { item: 1, column: 1 }));
    assert!(l.axis::<0>(1).unwrap().iter().all(|x| x.is_nan()));
    assert_eq!(&l.axis::<0>(2).unwrap(), good.l());
    assert_eq!(a.cholesky().unwrap_err(), NotPositiveDefinite { item: 1, column: 1 });
    let (mut singular, mut x) =
        (array![[[1., 1.], [1., 1.]], [[2., 0.], [0., 4.]]], array![[[1.], [1.]], [[1.], [1.]]]);
    assert_eq!(singular.solve_inplace(&mut x), Err(Singular { item: 0, column: 1 }));
    assert!(f64::is_nan(x[[0, 0, 0]]) && x[[1, 0, 0]] == 0.5 && x[[1, 1, 0]] == 0.25);
    let (mut values, mut vectors) = (Vector::<f64, 2>::zeros(), Matrix::<f64, 2, 2>::zeros());
    let error: NoConvergence =
        array![[f64::NAN, 0.], [0., 1.]].eigh_into(&mut values, &mut vectors).unwrap_err();
    assert!(!error.is_finite && values.iter().chain(&vectors).all(|x| x.is_nan()));
}

#[test]
fn shapes_that_do_not_fit_change_nothing() {
    let a = Array::from_vec((Dyn(2), Dyn(2)), vec![2., 1., 1., 3.]).unwrap();
    let mut x = Array::from_vec((Dyn(3),), vec![1., 2., 3.]).unwrap();
    let mut own = a.clone();
    assert!(matches!(own.solve_inplace(&mut x), Err(Failure::Shape(e)) if e.operation() == "solve"));
    assert_eq!((own.as_slice(), x.as_slice()), (a.as_slice(), &[1., 2., 3.][..]));
    let mut p = Array::from_vec((Dyn(3),), vec![7_usize; 3]).unwrap();
    let error = own.lu_inplace(&mut p).unwrap_err();
    assert_eq!((error.operation(), error.kind()), ("lu_inplace", ShapeErrorKind::WrongShape));
    assert_eq!((own.as_slice(), p.as_slice()), (a.as_slice(), &[7; 3][..]));
    let mut wide = Array::from_vec((Dyn(2), Dyn(3)), vec![1.; 6]).unwrap();
    let error = wide.det_inplace().unwrap_err();
    assert_eq!(error.to_string(), "Last 2 dimensions of the array must be square");
    let (mut values, mut vectors) = (x.clone(), a.clone());
    assert!(matches!(own.eigh_inplace(&mut values, &mut vectors), Err(Failure::Shape(_))));
    assert_eq!((own.as_slice(), values.as_slice()), (a.as_slice(), x.as_slice()));
}
