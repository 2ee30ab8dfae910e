//! NaN and infinity, which are no error of direct methods: nothing panics, nothing hangs, and a NaN that is read is in the result.

use super::answers::{Answered, Parts};
use conformable::prelude::*;
use conformable::{Failure, MatrixNorm, NoConvergence};

const SPECIAL: [f64; 5] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE / 4.];

/// A symmetric positive definite matrix.
fn positive(n: usize) -> ArrayD<f64> {
    let elements =
        (0..n * n).map(|at| if at / n == at % n { n as f64 } else { 1. / (2 + at / n + at % n) as f64 });
    ArrayD::from_vec(DynRank::new(&[n, n]).unwrap(), elements.collect()).unwrap()
}

/// Runs all operations of a matrix.
fn all(a: &ArrayD<f64>, v: &ArrayD<f64>) {
    let fixed = |x: &ArrayD<f64>| x.view().typed::<(Const<3>, Const<3>)>().map(|x| x.to_owned()).ok();
    let _ = (a.solve(v), a.inv(), a.det(), a.slogdet());
    if let Some(a) = fixed(a) {
        let v = v.view().typed::<(Const<3>,)>().unwrap();
        let _ = (a.solve(&v), a.inv(), a.det(), a.slogdet(), a.lu().solve(&v));
    }
    let _ = (a.eigh(), a.eigvalsh(), a.svd(), a.svdvals(), a.pinv(), a.matrix_rank(), a.cond(), a.lstsq(v));
    let (qr, pivoted) = (a.qr().unwrap(), a.qr_pivoted().unwrap());
    let _ = (qr.q(), qr.r(), qr.lstsq(v), pivoted.q(), pivoted.rank());
    let _ = (a.solve_lower(v), a.solve_upper(v), a.matrix_power(5));
    let lu = a.lu().unwrap();
    let _ = (
        lu.l(),
        lu.u(),
        lu.permutation(),
        lu.det(),
        lu.slogdet(),
        lu.is_singular(),
        lu.solve(v),
        lu.inverse(),
    );
    let ldlt = a.ldlt().unwrap();
    let _ =
        (ldlt.l(), ldlt.d(), ldlt.permutation(), ldlt.inertia(), ldlt.det(), ldlt.solve(v), ldlt.inverse());
    let _ = (lu.rcond(), ldlt.rcond(), a.cond_ord(MatrixNorm::L1), a.cond_ord(MatrixNorm::Nuclear));
    if let Ok(mut chol) = a.cholesky() {
        let _ = (chol.det(), chol.logdet(), chol.solve(v), chol.inverse(), chol.rcond());
        let _ = chol.update(v);
        let _ = chol.downdate(v);
    }
    let mut chol = positive(v.len()).cholesky().unwrap();
    let _ = chol.update(v);
    let mut chol = positive(v.len()).cholesky().unwrap();
    let before = chol.l().parts();
    if chol.downdate(v).is_err() {
        assert_eq!(chol.l().parts(), before);
    }
}

#[test]
fn no_number_at_any_place_panics() {
    for n in [1, 2, 3, 4, 5, 9].into_iter().filter(|n| !cfg!(miri) || *n < 4) {
        let v =
            ArrayD::from_vec(DynRank::new(&[n]).unwrap(), (0..n).map(|i| i as f64 - 1.).collect()).unwrap();
        for (at, special) in (0..n * n).flat_map(|at| SPECIAL.map(|special| (at, special))) {
            let mut a = positive(n);
            a.as_mut_slice()[at] = special;
            all(&a, &v);
            // A second one, at another place.
            for other in (0..n * n).filter(|_| n < 4) {
                for second in &SPECIAL[..3] {
                    let mut a = a.to_owned();
                    a.as_mut_slice()[other] = *second;
                    all(&a, &v);
                }
            }
            if at < n {
                let mut v = v.to_owned();
                v.as_mut_slice()[at] = special;
                all(&positive(n), &v);
                all(&a, &v);
            }
        }
        for special in SPECIAL {
            let fill =
                |dims: &[usize]| ArrayD::from_shape_elem(DynRank::new(dims).unwrap(), special).unwrap();
            all(&fill(&[n, n]), &fill(&[n]));
        }
    }
}

#[test]
fn a_nan_that_is_read_is_in_the_result() {
    for n in [1, 2, 3, 4, 5, 8, 9, 17].into_iter().filter(|n| !cfg!(miri) || *n < 6) {
        let v = ArrayD::from_vec(DynRank::new(&[n]).unwrap(), vec![1.; n]).unwrap();
        for at in 0..n * n {
            let mut a = positive(n);
            a.as_mut_slice()[at] = f64::NAN;
            let nan = |x: &f64| x.is_nan();
            assert!(a.solve(&v).unwrap().iter().any(nan), "solve, {n} rows, NaN at {at}");
            assert!(a.inv().unwrap().iter().any(nan), "inv, {n} rows, NaN at {at}");
            assert!(a.det().unwrap().iter().all(nan), "det, {n} rows, NaN at {at}");
            let (sign, logarithm) = a.slogdet().unwrap();
            assert!(sign.iter().all(nan) && logarithm.iter().all(nan), "slogdet, {n} rows, NaN at {at}");
            let is_read = at % n <= at / n;
            assert_eq!(a.cholesky().is_err(), is_read, "cholesky, {n} rows, NaN at {at}");
            let ldlt = a.ldlt().unwrap();
            assert_eq!(ldlt.det().unwrap().iter().all(nan), is_read, "ldlt, {n} rows, NaN at {at}");
            assert_eq!(ldlt.solve(&v).unwrap().iter().any(nan), is_read, "ldlt, {n} rows, NaN at {at}");
            assert_eq!(ldlt.rcond().unwrap().iter().all(nan), is_read, "ldlt, {n} rows, NaN at {at}");
            assert!(a.lu().unwrap().rcond().unwrap().iter().all(nan), "lu, {n} rows, NaN at {at}");
            assert!(a.cond_ord(MatrixNorm::L1).unwrap().iter().all(nan), "cond_ord, {n} rows, NaN at {at}");
        }
        for special in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            for at in 0..n * n {
                let mut a = positive(n);
                a.as_mut_slice()[at] = special;
                // Iterations do not begin.
                let is_refused =
                    |e: Failure<NoConvergence>| matches!(e, Failure::Value(e) if !e.is_finite && e.item == 0);
                assert!(is_refused(a.svd().map(drop).unwrap_err()), "svd, {n} rows, {special} at {at}");
                assert!(is_refused(a.svdvals().unwrap_err()), "svdvals, {n} rows, {special} at {at}");
                assert!(is_refused(a.pinv().unwrap_err()), "pinv, {n} rows, {special} at {at}");
                assert!(is_refused(a.lstsq(&v).map(drop).unwrap_err()), "lstsq, {n} rows, {special} at {at}");
                let is_read = at % n <= at / n;
                assert_eq!(a.eigh().is_err(), is_read, "eigh, {n} rows, {special} at {at}");
                assert_eq!(a.eigvalsh().is_err(), is_read, "eigvalsh, {n} rows, {special} at {at}");
            }
        }
        for at in 0..n {
            let mut v = v.to_owned();
            v.as_mut_slice()[at] = f64::NAN;
            assert!(positive(n).solve(&v).unwrap().answer().unwrap()[0].elements.iter().any(|x| x.is_nan()));
        }
    }
}
