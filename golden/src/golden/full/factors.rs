//! Factorisations, and what is solved and decomposed by them: of lengths that run time knows, and the same of lengths in the
//! types.

use super::super::numbers::{Digest, Kind, Number, Numbers};
use super::alloc::vec::Vec;
use super::{Run, same};
use conformable::prelude::*;
use conformable::{Ownership, Real};

/// The digest of factorisations of matrices of up to 64 rows, which is [`FACTORS`](super::super::FACTORS) on every path, fused
/// or not.
///
/// # Panics
/// If arrays of another kind have other bits.
#[must_use]
pub fn factors() -> u64 {
    let mut run = Run { numbers: Numbers::new(4), digest: Digest::new() };
    run.numbers.of(Kind::Near);
    for n in (1..=17).chain([33]) {
        of_length::<f32>(&mut run, n);
        of_length::<f64>(&mut run, n);
    }
    for shape in [[9, 4], [4, 9], [8, 7], [17, 10], [10, 33]] {
        decompositions::<f32>(&mut run, shape);
        decompositions::<f64>(&mut run, shape);
    }
    systems::<f32>(&mut run, 64);
    systems::<f64>(&mut run, 64);
    run.digest.0
}

type Rows<T> = Array<T, (Dyn, Dyn)>;

fn matrix<T: Number>(numbers: &mut Numbers, [m, n]: [usize; 2]) -> Rows<T> {
    Array::from_vec((Dyn(m), Dyn(n)), numbers.many(m * n)).unwrap()
}

fn of_length<T: Number + Real>(run: &mut Run, n: usize) {
    let (a, b) = systems::<T>(run, n);
    decompositions::<T>(run, [n, n]);
    let eigh = a.eigh().unwrap();
    run.add(eigh.values.as_slice());
    run.add(eigh.vectors.as_slice());
    same("eigenvalues", &[n], a.eigvalsh().unwrap().as_slice(), eigh.values.as_slice());
    run.add(eigh.apply(|w| w * w).as_slice());
    macro_rules! typed {
        ($($n:literal)+) => {$(
            if let Ok(typed) = a.view().typed::<(Const<$n>, Const<$n>)>() {
                let rhs = b.view().typed::<(Const<$n>, Const<3>)>().unwrap();
                let expected = (a.solve(&b).map(|x| bits(&x)), a.inv().map(|x| bits(&x)));
                let got = (typed.solve(&rhs).map(|x| bits(&x)), typed.inv().map(|x| bits(&x)));
                assert!(got.0.ok() == expected.0.ok() && got.1.ok() == expected.1.ok(), "{} rows: other bits", $n);
                let own = typed.eigh().unwrap();
                same("eigenvectors", &[$n], own.vectors.as_slice(), eigh.vectors.as_slice());
                let svd = a.t().svd().unwrap();
                let own = typed.t().svd().unwrap();
                same("singular vectors", &[$n], own.u.as_slice(), svd.u.as_slice());
            }
        )+};
    }
    typed! { 2 4 9 }
}

/// The bits of a result.
fn bits<T: Number, S: Shape, O: Ownership>(a: &Array<T, S, O>) -> Vec<u64> {
    a.iter().map(|x| x.to_u64()).collect()
}

/// Of a matrix `a`, and of `a aᵀ + n` and its Cholesky factorisation. Returns it, and right sides.
fn systems<T: Number + Real>(run: &mut Run, n: usize) -> (Rows<T>, Rows<T>) {
    let (a, b) = (matrix::<T>(&mut run.numbers, [n, n]), matrix::<T>(&mut run.numbers, [n, 3]));
    let lu = a.lu().unwrap();
    let parts = [lu.l(), lu.u()];
    parts.iter().for_each(|part| run.add(part.as_slice()));
    run.add(lu.permutation().as_slice());
    run.add(&[a.det().unwrap(), lu.det().unwrap()]);
    // A matrix without a solution has no digest but that.
    run.add(&[usize::from(a.solve(&b).is_ok())]);
    if let (Ok(x), Ok(inverse)) = (a.solve(&b), a.inv()) {
        run.add(x.as_slice());
        run.add(inverse.as_slice());
        let turned = a.t().to_owned();
        same("solve", &[n], turned.t().solve(&b).unwrap().as_slice(), x.as_slice());
    }
    let ldlt = a.ldlt().unwrap();
    [ldlt.l(), ldlt.d()].iter().for_each(|part| run.add(part.as_slice()));
    run.add(ldlt.permutation().as_slice());
    run.add(&[ldlt.det().unwrap(), ldlt.rcond().unwrap(), lu.rcond().unwrap()]);
    let inertia = ldlt.inertia().unwrap();
    run.add(&[inertia.positive, inertia.negative, inertia.zero]);
    if let Ok(x) = ldlt.solve(&b) {
        run.add(x.as_slice());
    }
    // Not by a product, whose bits depend on whether the CPU fuses.
    let mut positive = a.to_owned();
    for (i, row) in a.rows().enumerate() {
        for (j, other) in a.rows().enumerate() {
            let sum = row.iter().zip(other.iter()).fold(T::zero(), |sum, (x, y)| sum + *x * *y);
            let shift = if i == j { T::from(n).unwrap() } else { T::zero() };
            *positive.get_mut([i, j]).unwrap() = sum + shift;
        }
    }
    let mut chol = positive.cholesky().unwrap();
    run.add(chol.l().as_slice());
    run.add(&[chol.det().unwrap(), chol.rcond().unwrap()]);
    run.add(chol.solve(&b).unwrap().as_slice());
    run.add(chol.inverse().as_slice());
    let column = b.column(0).unwrap();
    chol.update(&column).unwrap();
    run.add(chol.l().as_slice());
    run.add(&[usize::from(chol.downdate(&column).is_ok())]);
    run.add(chol.l().as_slice());
    run.add(positive.solve_lower(&b).unwrap().as_slice());
    run.add(positive.solve_upper(&b).unwrap().as_slice());
    (a, b)
}

/// QR, singular values, and what is made of them.
fn decompositions<T: Number + Real>(run: &mut Run, [m, n]: [usize; 2]) {
    let (a, b) = (matrix::<T>(&mut run.numbers, [m, n]), matrix::<T>(&mut run.numbers, [m, 2]));
    let qr = a.qr();
    [qr.q(), qr.r(), qr.q_complete()].iter().for_each(|part| run.add(part.as_slice()));
    run.add(qr.qt_matmul(&b).unwrap().as_slice());
    let pivoted = a.qr_pivoted();
    [pivoted.q(), pivoted.r()].iter().for_each(|part| run.add(part.as_slice()));
    run.add(pivoted.permutation().as_slice());
    let svd = a.svd().unwrap();
    [&svd.u, &svd.vt].iter().for_each(|part| run.add(part.as_slice()));
    run.add(svd.s.as_slice());
    same("singular values", &[m, n], a.svdvals().unwrap().as_slice(), svd.s.as_slice());
    run.add(a.pinv().unwrap().as_slice());
    let fit = a.lstsq(&b).unwrap();
    run.add(fit.x.as_slice());
    run.add(fit.residuals.as_slice());
    run.add(&[fit.rank, a.matrix_rank().unwrap()]);
    run.add(&[a.cond().unwrap()]);
}
