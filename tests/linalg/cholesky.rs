//! `cholesky`.

use super::matrices::random;
use conformable::prelude::*;
use conformable::{NotPositiveDefinite, eye};

fn positive(n: usize) -> Array<f64, (Dyn, Dyn)> {
    let a = Array::from_vec((Dyn(n), Dyn(n)), random(n, n, 3 + n as u64)).unwrap();
    a.inner(&a).unwrap() + eye(Dyn(n)).unwrap()
}

#[test]
fn factors_give_the_matrix() {
    for n in [0, 1, 2, 3, 5, 8, 9, 16, 17, 33] {
        let a = positive(n);
        let chol = a.cholesky().unwrap();
        let l = chol.l();
        let rest = l.inner(l).unwrap() - &a;
        assert!(rest.abs().max().unwrap_or(0.) < 1e-12, "{n}");
        let b = Array::from_vec((Dyn(n), Dyn(2)), random(n, 2, 7)).unwrap();
        let x = chol.solve(&b).unwrap();
        assert!((a.matmul(&x).unwrap() - &b).abs().max().unwrap_or(0.) < 1e-11, "{n}");
        let inverse = chol.inverse();
        assert_eq!(inverse.t(), inverse);
        assert!((a.matmul(&inverse).unwrap() - eye(Dyn(n)).unwrap()).abs().max().unwrap_or(0.) < 1e-10);
        assert!((chol.logdet().unwrap() - a.slogdet().unwrap().1).abs() < 1e-11);
    }
}

#[test]
fn only_the_lower_triangle_is_read() {
    let p = array![[4., f64::NAN, 9.], [2., 5., f64::INFINITY], [1., 3., 6.]];
    let full = array![[4., 2., 1.], [2., 5., 3.], [1., 3., 6.]];
    assert_eq!(p.cholesky().unwrap().l(), full.cholesky().unwrap().l());
    assert_eq!(p.t().cholesky().unwrap_err(), NotPositiveDefinite { item: 0, column: 1 });
}

#[test]
fn changes_of_rank_one() {
    let (a, x) = (array![[4., 2., 1.], [2., 5., 3.], [1., 3., 6.]], array![1., -2., 0.5]);
    let mut chol = a.cholesky().unwrap();
    chol.update(&x);
    let l = chol.l().to_owned();
    assert!((l.inner(&l) - (a + x.outer(&x))).abs().max() < 1e-14);
    chol.downdate(&x).unwrap();
    let l = chol.l().to_owned();
    assert!((l.inner(&l) - a).abs().max() < 1e-14);
    assert_eq!(chol.downdate(&(x * 3.)).unwrap_err().item, 0);
    assert_eq!(chol.l(), &l);
}
