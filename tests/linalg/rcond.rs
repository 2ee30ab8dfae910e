//! `rcond` of factorisations, and `cond_ord`.

use super::matrices::{F32, F64, Limits, rectangular_ones, symmetric_ones};
use super::ratios::{Number, norm_1};
use conformable::prelude::*;
use conformable::{MatrixNorm, NoConvergence, Real};
use std::fmt::Debug;

const SIZES: &[usize] = if cfg!(miri) { &[0, 1, 2, 3] } else { &[0, 1, 2, 3, 4, 5, 8, 9, 17, 33] };

fn array_of<T: Number + Copy>(elements: &[f64], n: usize) -> Array<T, (Dyn, Dyn)> {
    Array::from_vec((Dyn(n), Dyn(n)), elements.iter().map(|x| T::of(*x)).collect()).unwrap()
}

/// Compares an estimate with the condition by the inverse.
fn check<T: Real + Number>(a: &Array<T, (Dyn, Dyn)>, inverse: &Array<T, (Dyn, Dyn)>, rcond: T, of: &str) {
    let n = a.dims()[0];
    let doubles = |x: &Array<T, (Dyn, Dyn)>| x.as_slice().iter().map(|x| (*x).into()).collect::<Vec<f64>>();
    let exact = 1. / norm_1(&doubles(a), n) / norm_1(&doubles(inverse), n);
    let rcond: f64 = rcond.into();
    assert!((0. ..=1.).contains(&rcond), "{of}: {rcond}");
    if !inverse.iter().all(|x| x.is_finite()) {
        // That of subnormal numbers.
        return;
    }
    if exact < 30. * n as f64 * T::EPS {
        // Of such an inverse no digit may be right.
        assert!(rcond <= 1000. * n as f64 * T::EPS, "{of}: {rcond:e}, but {exact:e}");
        return;
    }
    let ratio = rcond / exact;
    assert!((0.9..=10.).contains(&ratio), "{of}: {rcond:e}, but {exact:e}");
}

fn estimates<T: Real + Number + Debug>(limits: Limits) {
    for &n in SIZES {
        for (name, matrix) in rectangular_ones(n, n, limits) {
            let a = array_of::<T>(&matrix, n);
            let (lu, of) = (a.lu().unwrap(), format!("lu of {name} {n}"));
            match lu.inverse() {
                Ok(_) if n == 0 => assert_eq!(lu.rcond(), Ok(T::one())),
                Ok(inverse) => check(&a, &inverse, lu.rcond().unwrap(), &of),
                Err(_) => assert_eq!(lu.rcond(), Ok(T::zero()), "{of}"),
            }
        }
        for (name, matrix) in symmetric_ones(n, limits) {
            let a = array_of::<T>(&matrix, n);
            let (ldlt, of) = (a.ldlt().unwrap(), format!("ldlt of {name} {n}"));
            match ldlt.inverse() {
                Ok(_) if n == 0 => assert_eq!(ldlt.rcond(), Ok(T::one())),
                Ok(inverse) => check(&a, &inverse, ldlt.rcond().unwrap(), &of),
                Err(_) => assert_eq!(ldlt.rcond(), Ok(T::zero()), "{of}"),
            }
            if let Ok(chol) = a.cholesky() {
                match n {
                    0 => assert_eq!(chol.rcond(), Ok(T::one())),
                    _ => {
                        check(&a, &chol.inverse(), chol.rcond().unwrap(), &format!("cholesky of {name} {n}"))
                    }
                }
            }
        }
    }
}

#[test]
fn estimates_of_f64_are_near_the_condition() {
    estimates::<f64>(F64);
}
#[test]
fn estimates_of_f32_are_near_the_condition() {
    estimates::<f32>(F32);
}

#[test]
fn estimates_at_the_ends_of_the_range() {
    let a = array![[4., 1., -2.], [1., 3., 0.5], [-2., 0.5, -5.]];
    let (of_lu, of_ldlt) = (a.lu().rcond(), a.ldlt().rcond());
    let p = array![[4., 1.], [1., 3.]];
    let of_cholesky = p.cholesky().unwrap().rcond();
    for k in [-1000, -511, 1, 2, 300, 510, 1020] {
        let scaled = a * 2_f64.powi(k);
        assert_eq!((scaled.lu().rcond(), scaled.ldlt().rcond()), (of_lu, of_ldlt), "{k}");
        let scaled = p * 2_f64.powi(k / 2 * 2);
        assert_eq!(scaled.cholesky().unwrap().rcond(), of_cholesky, "{k}");
    }
    // An inverse that is out of the range.
    let wide = array![[1e300, 0.], [0., 1e-300]];
    assert_eq!((wide.lu().rcond(), wide.ldlt().rcond()), (0., 0.));
    for special in [f64::NAN, f64::INFINITY] {
        let a = array![[special, 0.], [0., 1.]];
        assert!(a.lu().rcond().is_nan() && a.ldlt().rcond().is_nan());
    }
}

#[test]
fn conditions_by_hand() -> Result<(), NoConvergence> {
    use MatrixNorm::{Frobenius, Inf, L1, L2, NegInf, NegL1, NegL2, Nuclear};
    const ALL: [MatrixNorm; 8] = [Frobenius, Nuclear, L1, NegL1, L2, NegL2, Inf, NegInf];
    // NumPy 2.4 has these of the same matrices.
    let a = array![[1_f64, 2.], [0., 4.]];
    let of = |ord| a.cond_ord(ord);
    assert_eq!((of(L1)?, of(NegL1)?, of(Inf)?, of(NegInf)?), (6., 0.75, 6., 0.75));
    assert!((of(Frobenius)? - 5.25).abs() < 1e-14 && (of(Nuclear)? - 7.25).abs() < 1e-14);
    assert_eq!((of(L2)?, of(NegL2)? * of(L2)? - 1. < 1e-15), (a.cond()?, true));
    let zero = Matrix::<f64, 3, 3>::zeros();
    let singular = array![[1., 2.], [2., 4.]];
    for ord in ALL {
        assert_eq!(zero.cond_ord(ord)?, f64::INFINITY, "{ord:?}");
        assert!(Matrix::<f64, 0, 0>::zeros().cond_ord(ord)?.is_nan(), "{ord:?}");
        let by_elements = ![L2, NegL2, Nuclear].contains(&ord);
        let condition = singular.cond_ord(ord)?;
        assert!(if ord == NegL2 { condition < 1e-16 } else { condition > 1e15 }, "{ord:?}: {condition}");
        assert!(!by_elements || condition == f64::INFINITY, "{ord:?}");
        let nan = array![[1., f64::NAN], [0., 1.]].cond_ord(ord);
        assert!(if by_elements { nan.is_ok_and(f64::is_nan) } else { nan.is_err() }, "{ord:?}");
    }
    let stack = array![[[1., 0.], [0., 2.]], [[1., 1.], [1., 1.]]];
    let conditions: Vector<f64, 2> = stack.cond_ord(L1)?;
    assert_eq!(conditions, array![2., f64::INFINITY]);
    let error = Array::from_vec((Dyn(2), Dyn(3)), vec![0.; 6]).unwrap().cond_ord(L1).unwrap_err();
    assert_eq!(error.to_string(), "Last 2 dimensions of the array must be square");
    Ok(())
}
