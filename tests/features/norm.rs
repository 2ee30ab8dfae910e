//! Norms: NumPy's values, every form of an array, the ends of the range of floats, exact identities.

#![cfg(all(feature = "alloc", feature = "std"))]

use crate::common;

use common::Rng;
use conformable::prelude::*;
use conformable::{NormOrd, Normed, Ownership, Real};
use num_traits::Float;

/// The error of a sum of `n` terms that are not negative is `n u` of it at most, in any order; NumPy's is as good,
/// a root halves it, and a power and its root have a few roundings of their own.
fn is_close<R: Real>(ours: R, theirs: R, n: usize) -> bool {
    let bound = R::epsilon() * R::from(n + 16).unwrap();
    ours == theirs || ours.is_nan() && theirs.is_nan() || (ours - theirs).abs() <= bound * theirs.abs()
}

fn ord(text: &str) -> NormOrd {
    match text {
        "1" => NormOrd::L1,
        "2" => NormOrd::L2,
        "inf" => NormOrd::Inf,
        "-inf" => NormOrd::NegInf,
        "0" => NormOrd::L0,
        p => NormOrd::P(p.parse().unwrap()),
    }
}

fn along<T: Normed, O: Ownership>(a: &Array<T, DynRank, O>, ord: NormOrd, axis: usize) -> ArrayD<T::Norm> {
    match axis {
        0 => a.norm_ord_axis::<0>(ord),
        1 => a.norm_ord_axis::<1>(ord),
        2 => a.norm_ord_axis::<2>(ord),
        _ => a.norm_ord_axis::<3>(ord),
    }
    .unwrap()
}

fn check<T: Normed>(case: &[&str], of: impl Fn(&[f64]) -> Vec<T>, real: impl Fn(f64) -> T::Norm)
where
    T::Norm: core::fmt::Debug,
{
    let numbers = |line: &str| line.split_whitespace().map(|x| x.parse().unwrap()).collect::<Vec<f64>>();
    let lengths = |line: &str| line.split_whitespace().map(|x| x.parse().unwrap()).collect::<Vec<usize>>();
    let [head, elements, dims, result] = *case else { panic!("a case has four lines") };
    let mut words = head.split_whitespace().skip(1);
    let (ord, axis) = (ord(words.next().unwrap()), words.next().unwrap());
    let dims_a = lengths(&words.collect::<Vec<_>>().join(" "));
    let a = ArrayD::from_vec(DynRank::new(&dims_a).unwrap(), of(&numbers(elements))).unwrap();
    // The same elements with the axes in memory the other way round.
    let turned = a.t().to_owned();
    let expected: Vec<T::Norm> = numbers(result).into_iter().map(&real).collect();
    if let ("2", Ok(axis)) = (head.split(' ').nth(1).unwrap(), axis.parse()) {
        check_squared_and_units(&a, axis, &expected);
    }
    let (ours, of_view) = if axis == "all" {
        (vec![a.norm_ord(ord)], vec![turned.t().norm_ord(ord)])
    } else {
        let axis = axis.parse().unwrap();
        let ours = along(&a, ord, axis);
        assert_eq!(ours.dims(), lengths(dims)[..]);
        (ours.into_vec(), along(&turned.t(), ord, axis).into_vec())
    };
    assert_eq!(ours.len(), expected.len());
    for ((ours, of_view), theirs) in ours.iter().zip(of_view).zip(expected) {
        assert!(is_close(*ours, theirs, a.len()), "{head}: {ours:?}, NumPy has {theirs:?}");
        let same = *ours == of_view || ours.is_nan() && of_view.is_nan();
        assert!(same, "{head}: {ours:?}, but of a view {of_view:?}");
    }
}

/// The sums of squares are those of NumPy's norms, and each vector divided by them is its unit.
fn check_squared_and_units<T: Normed>(a: &ArrayD<T>, axis: usize, norms: &[T::Norm])
where
    T::Norm: core::fmt::Debug,
{
    let (squared, units) = match axis {
        0 => (a.norm_squared_axis::<0>(), a.normalize_axis::<0>()),
        1 => (a.norm_squared_axis::<1>(), a.normalize_axis::<1>()),
        2 => (a.norm_squared_axis::<2>(), a.normalize_axis::<2>()),
        _ => (a.norm_squared_axis::<3>(), a.normalize_axis::<3>()),
    };
    let (squared, units) = (squared.unwrap(), units.unwrap());
    let origin = ArrayD::from_vec(DynRank::new(&a.dims()).unwrap(), vec![T::ZERO; a.len()]).unwrap();
    let distances = match axis {
        0 => a.distance_axis::<0, _>(&origin),
        1 => a.distance_axis::<1, _>(&origin),
        2 => a.distance_axis::<2, _>(&origin),
        _ => a.distance_axis::<3, _>(&origin),
    };
    let distances = distances.unwrap();
    assert_eq!(units.dims(), a.dims());
    assert_eq!(squared.len(), norms.len());
    let dims = a.dims();
    let (k, inner) = (dims[axis], dims[axis + 1..].iter().product::<usize>());
    for (at, norm) in norms.iter().copied().enumerate() {
        let sum = squared.as_slice()[at].modulus();
        let distance = distances.as_slice()[at];
        assert!(is_close(distance, norm, k), "{dims:?} {axis}: {distance:?}, NumPy has {norm:?}");
        assert!(is_close(sum, norm * norm, 2 * k + 16), "{dims:?} {axis}: {sum:?}, NumPy's root is {norm:?}");
        for i in 0..k {
            let at = (at / inner * k + i) * inner + at % inner;
            let (unit, of) = (units.as_slice()[at], a.as_slice()[at].over(norm));
            let is_nan = unit.modulus().is_nan() && of.modulus().is_nan();
            assert!(is_nan || is_close(unit.minus(of).modulus() + of.modulus(), of.modulus(), k));
        }
    }
}

#[test]
fn norms_are_numpy_s() {
    let text = include_str!("../numpy/norms.txt");
    let lines: Vec<&str> = text.lines().collect();
    let mut count = 0;
    for case in lines.chunks_exact(4).step_by(crate::common::EVERY) {
        match case[0].split(' ').next().unwrap() {
            "f32" => check::<f32>(case, |x| x.iter().map(|x| *x as f32).collect(), |x| x as f32),
            "f64" => check::<f64>(case, |x| x.to_vec(), |x| x),
            #[cfg(feature = "num-complex-04")]
            "c64" => check::<num_complex::Complex32>(
                case,
                |x| x.chunks(2).map(|x| num_complex::Complex::new(x[0] as f32, x[1] as f32)).collect(),
                |x| x as f32,
            ),
            #[cfg(feature = "num-complex-04")]
            "c128" => check::<num_complex::Complex64>(
                case,
                |x| x.chunks(2).map(|x| num_complex::Complex::new(x[0], x[1])).collect(),
                |x| x,
            ),
            _ => continue,
        }
        count += 1;
    }
    assert!(count > 300 / crate::common::EVERY, "{count} cases");
}

#[test]
fn ordinary_norms_are_roots_of_dot_products_bit_by_bit() {
    let mut rng = Rng::new(1);
    for n in (0..200).chain([1000, 2047, 2048, 2049, 5000]).filter(crate::common::in_time) {
        let a: Vec<f64> = (0..n).map(|_| rng.f64() * 1e3).collect();
        let expected = common::dot(&a, &a).sqrt();
        assert_eq!(Array::from(a).norm().to_bits(), expected.to_bits(), "n = {n}");
        let a: Vec<f32> = (0..n).map(|_| rng.f32() * 1e3).collect();
        let expected = common::dot(&a, &a).sqrt();
        assert_eq!(Array::from(a).norm().to_bits(), expected.to_bits(), "n = {n}");
    }
}

#[test]
fn all_forms_of_an_array_have_one_norm() {
    let mut rng = Rng::new(2);
    let a = Array3::<f32, 5, 7, 9>::from_fn(|_| rng.f32());
    let norm = common::dot(a.as_slice(), a.as_slice()).sqrt();
    assert_eq!(a.norm(), norm);
    assert_eq!(a.view().norm(), norm);
    assert_eq!(a.into_dyn().norm(), norm);
    assert_eq!(a.view().typed::<shape![dyn, 7, dyn]>().unwrap().norm(), norm);
    let turned = a.t().to_owned();
    assert_eq!(turned.t().norm(), norm, "strided");
    let along: Matrix<f32, 5, 9> = a.norm_axis::<1>();
    let mixed: Array<f32, (Dyn, Dyn)> = a.view().typed::<shape![dyn, 7, dyn]>().unwrap().norm_axis::<1>();
    assert_eq!(along.as_slice(), mixed.as_slice());
    assert_eq!(along, turned.t().norm_axis::<1>());
    for i in 0..5 {
        for j in 0..9 {
            let row: Vec<f32> = (0..7).map(|k| a[[i, k, j]]).collect();
            assert_eq!(along[[i, j]].to_bits(), common::dot(&row, &row).sqrt().to_bits());
        }
    }
    let one: f32 = Vector::<f32, 3>::ones().norm_axis::<0>();
    assert_eq!(one, 3_f32.sqrt());
}

#[test]
fn nothing_overflows_and_nothing_vanishes() {
    for n in [1, 2, 3, 16, 17, 100, 3000].into_iter().filter(crate::common::in_time) {
        for e in [-1074, -1060, -1022, -700, -540, -500, 0, 500, 540, 700, 1000, 1015] {
            let x = 2_f64.powi(e / 2) * 2_f64.powi(e - e / 2);
            let a = Array::from(vec![x; n]);
            let exact = x * (n as f64).sqrt();
            let norm = a.norm();
            assert!((norm - exact).abs() <= 4. * f64::EPSILON * exact, "{n} times 2^{e}: {norm:e}");
            let unit = a.normalize();
            let length = unit.norm();
            assert!((length - 1.).abs() <= 8. * f64::EPSILON, "{n} times 2^{e}: {length}");
            let by_axis = a.norm_axis::<0>();
            assert_eq!(by_axis, norm);
        }
        for e in [-149, -126, -80, -64, 0, 64, 100, 120] {
            let x = 2_f32.powi(e / 2) * 2_f32.powi(e - e / 2);
            let exact = f64::from(x) * (n as f64).sqrt();
            let norm = f64::from(Array::from(vec![x; n]).norm());
            // A norm below the least normal number is rounded to a multiple of the least number.
            let least = f64::from(f32::from_bits(1));
            let bound = 4. * f64::from(f32::EPSILON) * exact + least;
            assert!((norm - exact).abs() <= bound, "{n} times 2^{e}: {norm:e}");
        }
    }
    let (large, small) = (2_f64.powi(700), 2_f64.powi(-700));
    assert_eq!(array![3. * large, 4. * large].norm(), 5. * large);
    assert_eq!(array![3. * small, 4. * small].norm(), 5. * small);
    let large32 = 2_f32.powi(100);
    assert_eq!(array![3. * large32, 4. * large32].norm(), 5. * large32);
    assert_eq!(array![1e-200, 1.].norm(), 1.);
    assert_eq!(array![f64::MAX, f64::MAX].norm(), f64::INFINITY, "this norm is no f64");
    let unit = array![f64::MAX, f64::MAX].normalize();
    assert!((unit[[0]] - 0.5_f64.sqrt()).abs() <= 4. * f64::EPSILON, "but the direction is there");
    for (ours, exact) in [
        (1_f64, 1_f64),
        (array![3e200, 4e200].norm_ord(NormOrd::P(3.)), (27_f64 + 64.).cbrt() * 1e200),
        (array![2e-300, 2e-300].norm_ord(NormOrd::P(4.)), 2e-300 * 2_f64.sqrt().sqrt()),
        (array![2e300, 1e-300].norm_ord(NormOrd::P(-4.)), 1e-300),
        (array![2e300, 2e300].norm_ord(NormOrd::P(-2.)), 2e300 / 2_f64.sqrt()),
    ] {
        assert!((ours - exact).abs() <= 32. * f64::EPSILON * exact, "{ours:e} {exact:e}");
    }
}

#[test]
fn nans_infinities_and_nothing() {
    let (nan, inf) = (f64::NAN, f64::INFINITY);
    assert!(array![nan, 1.].norm().is_nan());
    assert!(array![nan, inf].norm().is_nan(), "as NumPy: inf² + nan");
    assert_eq!(array![inf, 1.].norm(), inf);
    assert_eq!(array![-inf, 1e300].norm(), inf);
    assert_eq!(Vector::<f64, 0>::zeros().norm(), 0.);
    assert_eq!(Vector::<f64, 0>::zeros().norm_ord(NormOrd::NegInf), inf, "the least of nothing");
    assert_eq!(Vector::<f64, 0>::zeros().norm_ord(NormOrd::P(-1.)), inf);
    assert_eq!(array![nan, 0., 2.].norm_ord(NormOrd::L0), 2.);
    assert!(array![1., nan, 7.].norm_ord(NormOrd::Inf).is_nan());
    assert!(array![1., nan, 7.].norm_ord(NormOrd::NegInf).is_nan());
    assert_eq!(array![0., -0.0_f64].norm().to_bits(), 0);
    let names = [(0., NormOrd::L0), (1., NormOrd::L1), (2., NormOrd::L2), (inf, NormOrd::Inf)];
    for (p, name) in names.into_iter().chain([(-inf, NormOrd::NegInf)]) {
        let a = array![3., -4., 0.];
        assert_eq!(a.norm_ord(NormOrd::P(p)), a.norm_ord(name));
    }
}

#[test]
fn squares_of_integers_wrap_and_those_of_bool_are_or() {
    assert_eq!(array![3, 4].norm_squared(), 25);
    assert_eq!(array![200_u8, 100].norm_squared(), (200_u32 * 200 + 100 * 100) as u8);
    assert_eq!(array![[1_i64, -2], [3, -4]].t().norm_squared(), 30);
    assert!(array![false, true].norm_squared() && !array![false].norm_squared());
    assert_eq!(Vector::<i32, 0>::zeros().norm_squared(), 0);
    let a = array![[0.1, 0.2], [0.3, 0.4]];
    assert_eq!(a.norm_squared(), common::dot(a.as_slice(), a.as_slice()));
}

#[test]
#[cfg(feature = "num-complex-04")]
fn complex_squares_are_real() {
    use num_complex::Complex64;
    let a = array![Complex64::new(3., 4.), Complex64::new(0., -2.)];
    assert_eq!(a.norm_squared(), Complex64::new(29., 0.));
    assert_eq!(array![Complex64::new(3., 4.), Complex64::new(0., 12.)].norm(), 13.);
    let (large, small) = (2_f64.powi(700), 2_f64.powi(-700));
    assert_eq!(array![Complex64::new(3. * large, 4. * large)].norm(), 5. * large);
    assert_eq!(array![Complex64::new(3. * small, 4. * small)].norm(), 5. * small);
    assert_eq!(array![Complex64::new(3., 4.)].normalize(), array![Complex64::new(0.6, 0.8)]);
    let distance = array![Complex64::new(1., 1.)].distance(&array![Complex64::new(4., 5.)]);
    assert_eq!(distance, 5.);
}

#[test]
fn squares_and_units_along_an_axis_are_those_of_each_vector() {
    let mut rng = Rng::new(3);
    let a = Array3::<f32, 5, 7, 9>::from_fn(|_| rng.f32());
    let turned = a.t().to_owned();
    let mixed = a.view().typed::<shape![dyn, 7, dyn]>().unwrap();
    let squared: Matrix<f32, 5, 9> = a.norm_squared_axis::<1>();
    assert_eq!(turned.t().norm_squared_axis::<1>(), squared);
    let of_mixed: Array<f32, (Dyn, Dyn)> = mixed.norm_squared_axis::<1>();
    assert_eq!(of_mixed.as_slice(), squared.as_slice());
    assert_eq!(a.view().into_dyn().norm_squared_axis::<1>().unwrap().as_slice(), squared.as_slice());
    let units: Array3<f32, 5, 7, 9> = a.normalize_axis::<1>();
    assert_eq!(turned.t().normalize_axis::<1>(), units);
    let of_mixed: Array<f32, shape![dyn, 7, dyn]> = mixed.normalize_axis::<1>();
    assert_eq!(of_mixed.as_slice(), units.as_slice());
    assert_eq!(a.view().into_dyn().normalize_axis::<1>().unwrap().as_slice(), units.as_slice());
    for i in 0..5 {
        for j in 0..9 {
            let row: Vec<f32> = (0..7).map(|k| a[[i, k, j]]).collect();
            let sum = common::dot(&row, &row);
            assert_eq!(squared[[i, j]].to_bits(), sum.to_bits());
            for k in 0..7 {
                assert_eq!(units[[i, k, j]].to_bits(), (row[k] / sum.sqrt()).to_bits());
            }
        }
    }
    let one: f64 = array![3., 4.].norm_squared_axis::<0>();
    assert_eq!(one, 25.);
    assert_eq!(array![3., 4.].normalize_axis::<0>(), array![3., 4.].normalize());
    // Integers wrap around, by plain loops.
    let bytes = Matrix::<u8, 3, 50>::from_fn(|[i, j]| (i * 57 + j * 31) as u8);
    let sums = bytes.norm_squared_axis::<1>();
    for i in 0..3 {
        let sum = (0..50).fold(0_u8, |s, j| s.wrapping_add(bytes[[i, j]].wrapping_mul(bytes[[i, j]])));
        assert_eq!(sums[[i]], sum);
    }
    assert_eq!(array![[false, true], [false, false]].norm_squared_axis::<1>(), array![true, false]);
    assert_eq!(Matrix::<i32, 2, 0>::zeros().norm_squared_axis::<1>(), array![0, 0]);
    assert!(Matrix::<f64, 2, 0>::zeros().normalize_axis::<1>().is_empty());
}

#[test]
fn each_vector_is_scaled_for_itself() {
    let (large, small) = (2_f64.powi(700), 2_f64.powi(-700));
    let a = array![[3. * large, 4. * large], [3. * small, 4. * small], [0., 0.], [3., -4.]];
    let units = a.normalize_axis::<1>();
    for (row, expected) in [(0, [0.6, 0.8]), (1, [0.6, 0.8]), (3, [0.6, -0.8])] {
        assert_eq!([units[[row, 0]], units[[row, 1]]], expected);
    }
    assert!(units[[2, 0]].is_nan() && units[[2, 1]].is_nan(), "no direction");
    let units = array![[f64::MAX], [f64::MAX]].normalize_axis::<0>();
    assert!((units[[1, 0]] - 0.5_f64.sqrt()).abs() <= 4. * f64::EPSILON, "this norm is no f64");
}

#[test]
fn an_axis_of_a_dynamic_rank_is_checked_at_run_time() {
    let a = ArrayD::from_vec(DynRank::new(&[2, 3]).unwrap(), vec![1., 2., 2., 0., 3., 4.]).unwrap();
    assert_eq!(a.norm_axis::<1>().unwrap().as_slice(), [3., 5.]);
    let error = a.norm_axis::<2>().unwrap_err();
    assert_eq!(error.to_string(), "axis 2 is out of bounds for array of dimension 2");
    assert_eq!(error.operation(), "norm_axis");
    assert!(a.norm_axis::<{ usize::MAX }>().is_err());
    for (error, operation) in [
        (a.norm_squared_axis::<2>().unwrap_err(), "norm_squared_axis"),
        (a.normalize_axis::<2>().unwrap_err(), "normalize_axis"),
    ] {
        assert_eq!(error.to_string(), "axis 2 is out of bounds for array of dimension 2");
        assert_eq!(error.operation(), operation);
    }
    assert!(a.normalize_axis::<{ usize::MAX }>().is_err());
    let mut out = Vector::<f64, 3>::zeros();
    let error = a.norm_axis_into::<1, _, _>(NormOrd::L2, &mut out).unwrap_err();
    assert_eq!(error.to_string(), "norm_axis_into: shape (3,) where (2,) is needed");
    a.norm_axis_into::<0, _, _>(NormOrd::L1, &mut out).unwrap();
    assert_eq!(out, array![1., 5., 6.]);
}

#[test]
fn a_result_is_written_with_its_strides() {
    let a = Array3::<f64, 2, 3, 4>::from_fn(|[i, j, k]| (i + 2 * j + 3 * k) as f64);
    let expected = a.norm_axis::<1>();
    let mut turned = Matrix::<f64, 4, 2>::zeros();
    a.norm_axis_into::<1, _, _>(NormOrd::L2, &mut turned.t_mut());
    assert_eq!(turned.t(), expected);
}

/// Results written into arrays that are there: owned, by columns, of lengths known only at run time, and refused.
#[test]
fn results_are_written_into_arrays_that_are_there() {
    let a = Array3::<f64, 2, 3, 4>::from_fn(|[i, j, k]| (12 * i + 4 * j + k) as f64 - 7.5);
    let flat = Matrix::<f64, 3, 4>::from_fn(|[j, k]| a[[1, j, k]]);

    let mut squares = Matrix::<f64, 2, 4>::zeros();
    a.norm_squared_axis_into::<1, _, _>(&mut squares);
    assert_eq!(squares, a.norm_squared_axis::<1>());
    let mut turned = Matrix::<f64, 4, 2>::zeros();
    a.norm_squared_axis_into::<1, _, _>(&mut turned.t_mut());
    assert_eq!(turned.t().to_owned(), squares);

    let mut units = Array3::<f64, 2, 3, 4>::zeros();
    a.normalize_into(&mut units);
    assert_eq!(units, a.normalize());
    a.normalize_axis_into::<2, _, _>(&mut units);
    assert_eq!(units, a.normalize_axis::<2>());
    let mut by_columns = Matrix::<f64, 4, 3>::zeros();
    flat.normalize_axis_into::<0, _, _>(&mut by_columns.t_mut());
    assert_eq!(by_columns.t().to_owned(), flat.normalize_axis::<0>());
    flat.normalize_into(&mut by_columns.t_mut());
    assert_eq!(by_columns.t().to_owned(), flat.normalize());
    flat.t().normalize_into(&mut by_columns);
    assert_eq!(by_columns.t().to_owned(), flat.normalize());
    let tiny = array![3e-200, 4e-200];
    let mut unit = Vector::zeros();
    tiny.normalize_into(&mut unit);
    assert_eq!(unit, tiny.normalize());

    let mut out = Array::from_vec((Dyn(3), Const::<4>), vec![7.; 12]).unwrap();
    flat.normalize_into(&mut out).unwrap();
    assert_eq!(out.as_slice(), flat.normalize().as_slice());
    let mut wrong = Array::from_vec((Dyn(2), Const::<4>), vec![7.; 8]).unwrap();
    let error = flat.normalize_into(&mut wrong).unwrap_err();
    assert_eq!(error.to_string(), "normalize_into: shape (2,4) where (3,4) is needed");
    assert!(flat.normalize_axis_into::<0, _, _>(&mut wrong).is_err());
    assert!(a.norm_squared_axis_into::<0, _, _>(&mut wrong).is_err());
    assert_eq!(wrong.as_slice(), [7.; 8]);
    assert!(flat.into_dyn().normalize_axis_into::<2, _, _>(&mut out).is_err());
}

#[test]
fn generic_code_writes_norms_without_a_where_clause_of_ours() {
    fn units<N: Dim, K: StaticDim>(a: &Array<f32, (N, K)>) -> Array<f32, (N, K)> {
        a.normalize_axis::<1>()
    }
    fn lengths<K: StaticDim, M: StaticDim>(a: &Array<f32, (K, M)>, out: &mut Array<f32, (K,)>) {
        a.norm_squared_axis_into::<1, _, _>(out);
    }
    let mut out = Vector::zeros();
    lengths(&units(&array![[3_f32, 4.], [0., 2.]]), &mut out);
    assert_eq!(out, array![1., 1.]);
}

/// NumPy's `linalg.norm(a, ord, axis, keepdims=True)` and `sum(a * a, axis, keepdims=True)`.
#[test]
fn norms_that_keep_their_axis_are_those_of_numpy() {
    let a = array![[1., -2., 2.], [-4., 3., 12.]];
    let down = [4.123105625617661, 3.605551275463989, 12.165525060596439];
    assert_eq!(a.norm_keepdims::<0>().as_slice(), down);
    assert_eq!(a.norm_keepdims::<1>().as_slice(), [3., 13.]);
    assert_eq!(a.norm_ord_keepdims::<0>(NormOrd::L1).as_slice(), [5., 5., 14.]);
    assert_eq!(a.norm_ord_keepdims::<1>(NormOrd::L1).as_slice(), [5., 19.]);
    assert_eq!(a.norm_ord_keepdims::<1>(NormOrd::Inf).as_slice(), [2., 12.]);
    assert_eq!(a.norm_squared_keepdims::<0>().as_slice(), [17., 13., 148.]);
    assert_eq!(a.norm_squared_keepdims::<1>().as_slice(), [9., 169.]);
    assert_eq!(array![3., 4.].norm_keepdims::<0>().as_slice(), [5.]);
    // They stretch, which is what they are for.
    assert_eq!((a / a.norm_keepdims::<1>())[[1, 2]], 12. / 13.);
    assert_eq!(a / a.norm_keepdims::<0>(), a.normalize_axis::<0>());
}

/// All kinds of arrays have the bits of the form without the axis.
#[test]
fn norms_that_keep_their_axis_have_the_bits_of_those_without() {
    let mut rng = Rng::new(5);
    let a = Array3::<f32, 5, 7, 9>::from_fn(|_| rng.f32());
    let (turned, mixed) = (a.t().to_owned(), a.view().typed::<shape![dyn, 7, dyn]>().unwrap());
    for ord in [NormOrd::L2, NormOrd::L1, NormOrd::P(3.)] {
        let kept = a.norm_ord_keepdims::<1>(ord);
        assert_eq!(kept.dims(), [5, 1, 9]);
        assert_eq!(kept.as_slice(), a.norm_ord_axis::<1>(ord).as_slice());
        assert_eq!(turned.t().norm_ord_keepdims::<1>(ord), kept);
        assert_eq!(mixed.norm_ord_keepdims::<1>(ord).as_slice(), kept.as_slice());
        let of_any_rank = a.view().into_dyn().norm_ord_keepdims::<1>(ord).unwrap();
        assert_eq!((of_any_rank.dims().as_ref(), of_any_rank.as_slice()), (&[5, 1, 9][..], kept.as_slice()));
    }
    let squares = a.norm_squared_keepdims::<2>();
    assert_eq!((squares.dims(), squares.as_slice()), ([5, 7, 1], a.norm_squared_axis::<2>().as_slice()));
    assert_eq!(turned.t().norm_squared_keepdims::<2>(), squares);
    assert_eq!(Matrix::<i32, 2, 0>::zeros().norm_squared_keepdims::<1>().as_slice(), [0, 0]);
    let error = a.view().into_dyn().norm_keepdims::<3>().unwrap_err();
    assert_eq!(error.to_string(), "axis 3 is out of bounds for array of dimension 3");
    assert_eq!(error.operation(), "norm_keepdims");
    let error = a.view().into_dyn().norm_squared_keepdims::<3>().unwrap_err();
    assert_eq!(error.operation(), "norm_squared_keepdims");
}
