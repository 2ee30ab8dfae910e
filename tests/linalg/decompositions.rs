//! `qr`, `qr_pivoted`, `eigh`, `svd` and what follows from them, by LAPACK's ratios on LAPACK's matrices.

use super::matrices::{F32, F64, Limits, rectangular_ones, symmetric_ones};
use super::ratios::{self, Number};
use conformable::prelude::*;
use conformable::{MatrixNorm, NoConvergence, Real, UpTo};
use std::fmt::Debug;

/// What a ratio may be at most.
const MOST: f64 = 30.;
/// Without optimisation an operation takes thirty times as long: then few sizes, on either side of what algorithms depend on.
const SIZES: &[usize] = if cfg!(debug_assertions) {
    &[0, 1, 2, 3, 4, 5, 8, 9, 13, 17]
} else {
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129]
};

fn array_of<T: Number + Copy>(elements: &[f64], m: usize, n: usize) -> Array<T, (Dyn, Dyn)> {
    Array::from_vec((Dyn(m), Dyn(n)), elements.iter().map(|x| T::of(*x)).collect()).unwrap()
}

fn small(ratio: f64, name: &str, what: &str, sizes: &[usize]) {
    assert!(ratio <= MOST, "{what} of {name} {sizes:?}: {ratio}");
}

fn eigenvalues<T: Real + Number + Debug>(limits: Limits) {
    for &n in SIZES {
        for (name, matrix) in symmetric_ones(n, limits) {
            let a = array_of::<T>(&matrix, n, n);
            let e = a.eigh().unwrap_or_else(|e| panic!("{name} {n}: {e}"));
            let (w, v) = (e.values.as_slice(), e.vectors.as_slice());
            small(ratios::eigh(a.as_slice(), w, v, n), name, "A - V w Vt", &[n]);
            small(ratios::orthonormal_rows(v, n, n), name, "V Vt - I", &[n]);
            assert!(w.windows(2).all(|pair| pair[0] <= pair[1]), "{name} {n}: not ascending");
            assert_eq!(a.eigvalsh().unwrap().as_slice(), w, "{name} {n}");
            for j in 0..n {
                let column: Vec<T> = (0..n).map(|i| v[i * n + j]).collect();
                let largest =
                    column.iter().fold(T::zero(), |most, x| if x.abs() > most { x.abs() } else { most });
                assert!(
                    column.iter().find(|x| x.abs() == largest).is_none_or(|x| *x > T::zero()),
                    "{name} {n}: sign"
                );
            }
        }
    }
}

fn singular_values<T: Real + Number + Debug>(limits: Limits) {
    for (m, n) in SIZES.iter().flat_map(|&m| [(m, m), (m, 3), (m / 2 + 1, m)]) {
        for (name, matrix) in rectangular_ones(m, n, limits) {
            let a = array_of::<T>(&matrix, m, n);
            let k = m.min(n);
            let svd = a.svd().unwrap_or_else(|e| panic!("{name} {m} {n}: {e}"));
            let (u, s, vt) = (svd.u.as_slice(), svd.s.as_slice(), svd.vt.as_slice());
            small(ratios::svd(a.as_slice(), u, s, vt, [m, k, n]), name, "A - U s Vt", &[m, n]);
            small(ratios::orthonormal_columns(u, m, k), name, "UtU - I", &[m, n]);
            small(ratios::orthonormal_rows(vt, k, n), name, "VtV - I", &[m, n]);
            assert!(
                s.iter().all(|s| *s >= T::zero()) && s.windows(2).all(|pair| pair[0] >= pair[1]),
                "{name} {m} {n}"
            );
            assert_eq!(a.svdvals().unwrap().as_slice(), s, "{name} {m} {n}");
            let full = a.svd_full().unwrap();
            small(ratios::orthonormal_columns(full.u.as_slice(), m, m), name, "full UtU - I", &[m, n]);
            small(ratios::orthonormal_rows(full.vt.as_slice(), n, n), name, "full VtV - I", &[m, n]);
            assert_eq!(full.s.as_slice(), s);
            let first = |i: usize, j: usize| full.u.as_slice()[i * m + j] == u[i * k + j];
            assert!((0..m).all(|i| (0..k).all(|j| first(i, j))), "{name} {m} {n}");
        }
    }
}

fn reflections<T: Real + Number + Debug>(limits: Limits) {
    for (m, n) in SIZES.iter().flat_map(|&m| [(m, m), (m, 3), (m / 2 + 1, m)]) {
        for (name, matrix) in rectangular_ones(m, n, limits) {
            let a = array_of::<T>(&matrix, m, n);
            let k = m.min(n);
            let qr = a.qr();
            let (q, r) = (qr.q(), qr.r());
            small(ratios::qr(a.as_slice(), q.as_slice(), r.as_slice(), [m, k, n]), name, "A - QR", &[m, n]);
            small(ratios::orthonormal_columns(q.as_slice(), m, k), name, "QtQ - I", &[m, n]);
            assert!((0..k).all(|i| (0..i.min(n)).all(|j| r[[i, j]] == T::zero())), "{name} {m} {n}");
            let (whole, rest) = (qr.q_complete(), qr.r_complete());
            small(ratios::orthonormal_columns(whole.as_slice(), m, m), name, "complete QtQ - I", &[m, n]);
            assert_eq!(rest.dims(), [m, n]);
            let pivoted = a.qr_pivoted();
            let (q, r, p) = (pivoted.q(), pivoted.r(), pivoted.permutation());
            let exchanged: Vec<T> = (0..m * n).map(|at| a[[at / n, p[[at % n]]]]).collect();
            small(ratios::qr(&exchanged, q.as_slice(), r.as_slice(), [m, k, n]), name, "AP - QR", &[m, n]);
        }
    }
}

#[test]
fn eigenvalues_of_f64_are_within_their_bounds() {
    eigenvalues::<f64>(F64);
}
#[test]
fn eigenvalues_of_f32_are_within_their_bounds() {
    eigenvalues::<f32>(F32);
}
#[test]
fn singular_values_of_f64_are_within_their_bounds() {
    singular_values::<f64>(F64);
}
#[test]
fn singular_values_of_f32_are_within_their_bounds() {
    singular_values::<f32>(F32);
}
#[test]
fn reflections_of_f64_are_within_their_bounds() {
    reflections::<f64>(F64);
}
#[test]
fn reflections_of_f32_are_within_their_bounds() {
    reflections::<f32>(F32);
}

/// What generic code can say of a matrix whose lengths are parameters.
#[allow(clippy::type_complexity, reason = "several results at once")]
fn of_parameters<const M: usize, const N: usize>(
    a: &Matrix<f64, M, N>,
    b: &Vector<f64, M>,
) -> Result<(Matrix<f64, N, M>, usize, f64, f64, Vector<f64, N>), NoConvergence> {
    let mut x = Vector::zeros();
    a.lstsq_into(b, &mut x)?;
    Ok((a.pinv()?, a.matrix_rank()?, a.cond()?, a.matrix_norm(MatrixNorm::Nuclear)?, x))
}

#[test]
fn lengths_can_be_parameters() {
    fn check<const M: usize, const N: usize>() {
        let a = Matrix::<f64, M, N>::from_fn(|[i, j]| ((3 * i + 5 * j) % 7) as f64 - (i == j) as u8 as f64);
        let b = Vector::from_fn(|[i]| 1. + i as f64);
        let (pinv, rank, cond, nuclear, x) = of_parameters(&a, &b).unwrap();
        // The same with lengths that are known at run time, whose memory is another.
        let a = array_of::<f64>(a.as_slice(), M, N);
        assert_eq!(pinv.as_slice(), a.pinv().unwrap().as_slice());
        assert_eq!(rank, a.matrix_rank().unwrap());
        assert_eq!(cond, a.cond().unwrap());
        assert_eq!(nuclear, a.matrix_norm(MatrixNorm::Nuclear).unwrap());
        let b = ArrayView::from_slice((Dyn(M),), b.as_slice()).unwrap();
        assert_eq!(x.as_slice(), a.lstsq(&b).unwrap().x.as_slice());
    }
    check::<3, 3>();
    check::<9, 2>();
    check::<2, 9>();
    check::<12, 10>();
    check::<1, 5>();
    fn wide<const M: usize, const N: usize>(a: &Matrix<f64, M, N>) -> Matrix<f64, M, N> {
        let svd = a.svd_as::<_, Const<M>>().unwrap();
        assert_eq!(svd.s, a.svdvals_as::<_, Const<M>>().unwrap());
        (svd.u * svd.s).matmul(&svd.vt)
    }
    let a = Matrix::<f64, 2, 3>::new([[1., 2., 3.], [4., 5., 6.]]);
    assert!((wide(&a) - a).abs().max() < 1e-14);
    let svd = a.svd().unwrap();
    let named = a.svd_as::<_, Const<2>>().unwrap();
    assert_eq!((svd.u, svd.s, svd.vt), (named.u, named.s, named.vt));
    // A length that is compared at run time.
    let mixed: ArrayView<'_, f64, (Dyn, Const<3>)> =
        ArrayView::from_slice((Dyn(2), Const), a.as_slice()).unwrap();
    assert_eq!(mixed.svdvals_as::<_, Const<2>>().unwrap(), svd.s);
    let error = mixed.svdvals_as::<_, Const<3>>().unwrap_err();
    assert_eq!(error.to_string(), "svdvals_as: shape (3,) where (2,) is needed");
}

#[test]
fn shapes_are_in_the_types() {
    let a = Array3::<f64, 2, 4, 3>::from_fn(|[s, i, j]| (s + 3 * i + 5 * j) as f64 % 7.);
    let qr = a.qr();
    let (q, r): (Array3<f64, 2, 4, 3>, Array3<f64, 2, 3, 3>) = (qr.q(), qr.r());
    assert!((q.matmul(&r) - a).abs().max() < 1e-14);
    let (q, r): (Array3<f64, 2, 4, 3>, Array3<f64, 2, 3, 3>) = (qr.q_as::<Const<3>>(), qr.r_as::<Const<3>>());
    assert!((q.matmul(&r) - a).abs().max() < 1e-14);
    let svd = a.svd().unwrap();
    let s: &Matrix<f64, 2, 3> = &svd.s;
    let pinv: Array3<f64, 2, 3, 4> = a.pinv().unwrap();
    let ranks: Vector<usize, 2> = a.matrix_rank().unwrap();
    assert_eq!(ranks, array![3, 3]);
    assert!((a.matmul(&pinv).matmul(&a) - a).abs().max() < 1e-13);
    for i in 0..2 {
        let one = a.axis::<0>(i).unwrap().to_owned();
        assert_eq!(s.row(i).unwrap(), one.svdvals().unwrap());
        assert_eq!(pinv.axis::<0>(i).unwrap(), one.pinv().unwrap());
        assert_eq!(one.matrix_rank().unwrap(), 3);
    }
    let bounded =
        Array::<f64, (UpTo<4>, Const<6>)>::from_shape_fn((UpTo::new(3).unwrap(), Const), |[i, j]| {
            (i * j) as f64
        })
        .unwrap();
    let values: Array<f64, (UpTo<4>,)> = bounded.svdvals().unwrap();
    assert_eq!(values.len(), 3);
    let dynamic = a.to_owned().into_dyn();
    assert_eq!(dynamic.svdvals().unwrap(), s.to_owned().into_dyn());
}

#[test]
fn least_squares_are_orthogonal_to_the_matrix() {
    let a = Matrix::<f64, 6, 3>::from_fn(|[i, j]| ((i * i + 3 * j + 1) % 11) as f64);
    let b = Matrix::<f64, 6, 2>::from_fn(|[i, j]| ((5 * i + j) % 7) as f64);
    let fit = a.lstsq(&b).unwrap();
    let x: &Matrix<f64, 3, 2> = &fit.x;
    let rest = b - a.matmul(x);
    assert!(a.t().matmul(&rest).abs().max() < 1e-12);
    let residuals: Vector<f64, 2> = fit.residuals;
    for j in 0..2 {
        assert!((residuals[j] - rest.column(j).unwrap().norm_squared()).abs() < 1e-12);
    }
    assert_eq!(fit.rank, 3);
    let by_qr: Matrix<f64, 3, 2> = a.qr().lstsq(&b).unwrap();
    assert!((by_qr - x).abs().max() < 1e-13);
    // Of many solutions the smallest.
    let wide = array![[1_f64, 1., 0.], [0., 0., 0.]];
    let fit = wide.lstsq(&array![2., 1.]).unwrap();
    assert!((fit.x - array![1., 1., 0.]).abs().max() < 1e-15);
    assert_eq!((fit.rank, (fit.residuals - 1.).abs() < 1e-15), (1, true));
    assert_eq!(wide.qr().lstsq(&array![2., 1.]).unwrap_err().column, 1);
    let error = wide.to_owned().into_dyn().lstsq(&array![1., 2., 3.]).unwrap_err();
    assert_eq!(error.to_string(), "Incompatible dimensions");
}

#[test]
fn a_decomposition_gives_what_operations_give() {
    let a = Array3::<f64, 2, 4, 3>::from_fn(
        |[s, i, j]| if s == 0 { (i + j) as f64 } else { 1. / (1 + i + j) as f64 },
    );
    let b = Array3::<f64, 2, 4, 2>::from_fn(|[s, i, j]| (3 * s + 2 * i + j) as f64);
    let v = array![1., 0., 2., -1.];
    let svd = a.svd().unwrap();
    assert_eq!(svd.rank(), array![2, 3]);
    assert_eq!(svd.rank(), a.matrix_rank().unwrap());
    assert_eq!(svd.rank_within(0.5), a.matrix_rank_within(0.5).unwrap());
    assert_eq!(svd.cond(), a.cond().unwrap());
    assert_eq!(svd.pinv(), a.pinv().unwrap());
    assert_eq!(svd.pinv_within(0.5), a.pinv_within(0.5).unwrap());
    let x: Array3<f64, 2, 3, 2> = svd.lstsq(&b);
    assert_eq!(x, a.lstsq(&b).unwrap().x);
    let x: Matrix<f64, 2, 3> = svd.lstsq(&v);
    assert_eq!(x, a.lstsq(&v).unwrap().x);
    assert_eq!(svd.lstsq_within(&v, 0.5), a.lstsq_within(&v, 0.5).unwrap().x);
    let dynamic = a.into_dyn().svd().unwrap();
    assert_eq!(dynamic.rank().unwrap().as_slice(), &[2, 3]);
    assert_eq!(dynamic.pinv().unwrap().as_slice(), svd.pinv().as_slice());
    assert_eq!(dynamic.lstsq(&b).unwrap().as_slice(), svd.lstsq(&b).as_slice());
    let error = dynamic.lstsq(&array![1., 2., 3.]).unwrap_err();
    assert_eq!(error.to_string(), "Incompatible dimensions");
    let wide: Matrix<f64, 2, 5> = Matrix::from_fn(|[i, j]| (i * j) as f64 + 1.);
    assert_eq!(wide.svd().unwrap().pinv(), wide.pinv().unwrap());
    let empty = Matrix::<f64, 3, 0>::zeros().svd().unwrap();
    assert_eq!((empty.rank(), empty.pinv()), (0, Matrix::<f64, 0, 3>::zeros()));
    assert!(empty.cond().is_nan());
}

#[test]
fn norms_of_matrices() {
    let a = array![[1., -2.], [3., 4.], [0., 5.]];
    let norm = |ord| a.matrix_norm(ord).unwrap();
    assert_eq!((norm(MatrixNorm::L1), norm(MatrixNorm::NegL1)), (11., 4.));
    assert_eq!((norm(MatrixNorm::Inf), norm(MatrixNorm::NegInf)), (7., 3.));
    assert_eq!(norm(MatrixNorm::Frobenius), a.norm());
    let s = a.svdvals().unwrap();
    assert_eq!((norm(MatrixNorm::L2), norm(MatrixNorm::NegL2)), (s[0], s[1]));
    assert_eq!(norm(MatrixNorm::Nuclear), s[0] + s[1]);
    assert_eq!(a.cond().unwrap(), s[0] / s[1]);
    assert_eq!(array![[1., 1.], [1., 1.]].cond().unwrap(), f64::INFINITY);
}

#[test]
fn what_is_not_finite_is_an_error() {
    for place in 0..9 {
        for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let mut a = Matrix::<f64, 3, 3>::from_fn(|[i, j]| (i + 2 * j) as f64);
            a.as_mut_slice()[place] = x;
            let error = a.svd().unwrap_err();
            assert!(!error.is_finite && error.to_string() == "SVD did not converge");
            let error = a.eigh().err();
            // The upper triangle is not read.
            assert_eq!(error.is_some(), place % 3 <= place / 3, "{place}");
            if let Some(error) = error {
                assert_eq!(error.to_string(), "Eigenvalues did not converge");
            }
            let _ = (a.qr().q(), a.qr_pivoted().r(), a.lu().l(), a.det());
        }
    }
    let mut stack = Array3::<f64, 3, 2, 2>::from_fn(|[s, i, j]| (s + i + j) as f64);
    stack[[1, 0, 0]] = f64::NAN;
    assert_eq!(stack.eigh().unwrap_err().item, 1);
    let mut values = Matrix::<f64, 3, 2>::zeros();
    assert_eq!(stack.eigvalsh_into(&mut values).unwrap_err().item, 1);
    assert!(values.row(1).unwrap().iter().all(|x| x.is_nan()));
    assert_eq!(values.row(2).unwrap(), stack.axis::<0>(2).unwrap().eigvalsh().unwrap());
}
