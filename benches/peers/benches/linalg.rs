//! Linear algebra beside nalgebra and glam, row by row:
//! `cargo bench --no-default-features --features nalgebra,glam,ndarray --bench linalg -- 'solve f64 4'`.

use conformable::Matrix;
use criterion::{Criterion, criterion_group, criterion_main};
use nalgebra::{SMatrix, SVector};
use std::hint::black_box;

/// An element of a matrix that is far from singular, without symmetry.
fn element(i: usize, j: usize) -> f64 {
    let off = ((7 * i + 3 * j + i * j) % 11) as f64 / 11.0 - 0.4;
    if i == j { 3.0 + off } else { off }
}

/// The rows of square matrices of one length, of which both libraries know it.
macro_rules! squares { ($criterion:ident, $($n:literal)+) => {$({
    const N: usize = $n;
    let a = Matrix::<f64, N, N>::from_fn(|[i, j]| element(i, j));
    let p = a.inner(&a);
    let b = conformable::Vector::<f64, N>::from_fn(|[i]| i as f64 - 1.5);
    let (peer, symmetric) = (
        SMatrix::<f64, N, N>::from_fn(|i, j| a[[i, j]]),
        SMatrix::<f64, N, N>::from_fn(|i, j| p[[i, j]]),
    );
    let right = SVector::<f64, N>::from_fn(|i, _| b[[i]]);
    macro_rules! row { ($name:literal, $ours:expr, $theirs:expr) => {
        let mut group = $criterion.benchmark_group(format!(concat!($name, " f64 {}"), N));
        group.bench_function("conformable", |bencher| bencher.iter(|| $ours));
        group.bench_function("nalgebra", |bencher| bencher.iter(|| $theirs));
        group.finish();
    }; }
    row!("solve", black_box(&a).solve(black_box(&b)), black_box(&peer).lu().solve(black_box(&right)));
    row!("inv", black_box(&a).inv(), black_box(&peer).try_inverse());
    row!("det", black_box(&a).det(), black_box(&peer).determinant());
    row!("lu", black_box(&a).lu(), black_box(&peer).lu());
    row!("cholesky", black_box(&p).cholesky(), black_box(&symmetric).cholesky());
    row!(
        "cholesky solve",
        black_box(&p).cholesky().map(|chol| chol.solve(black_box(&b))),
        black_box(&symmetric).cholesky().map(|chol| chol.solve(black_box(&right)))
    );
    row!("qr", black_box(&a).qr(), black_box(&peer).qr());
    row!("eigh", black_box(&p).eigh(), black_box(&symmetric).symmetric_eigen());
    row!("svd", black_box(&a).svd(), black_box(&peer).svd(true, true));
})+}; }

fn squares(criterion: &mut Criterion) {
    squares!(criterion, 2 3 4 6 8 16 32 64);
}

fn beside_glam(criterion: &mut Criterion) {
    let (a, b) = (
        Matrix::<f64, 4, 4>::from_fn(|[i, j]| element(i, j)),
        Matrix::<f64, 3, 3>::from_fn(|[i, j]| element(i, j)),
    );
    let four = glam::DMat4::from_cols_array(&std::array::from_fn(|at| a[[at % 4, at / 4]]));
    let three = glam::DMat3::from_cols_array(&std::array::from_fn(|at| b[[at % 3, at / 3]]));
    let (x, y) = (conformable::array![1.0, 2.0, 3.0], conformable::array![3.0, 1.0, 2.0]);
    let (v, w) = (glam::DVec3::new(1.0, 2.0, 3.0), glam::DVec3::new(3.0, 1.0, 2.0));
    macro_rules! row {
        ($name:literal, $ours:expr, $theirs:expr) => {
            let mut group = criterion.benchmark_group($name);
            group.bench_function("conformable", |bencher| bencher.iter(|| $ours));
            group.bench_function("glam", |bencher| bencher.iter(|| $theirs));
            group.finish();
        };
    }
    row!("inv of glam f64 4", black_box(&a).inv(), black_box(&four).inverse());
    row!("inv of glam f64 3", black_box(&b).inv(), black_box(&three).inverse());
    row!("det of glam f64 4", black_box(&a).det(), black_box(&four).determinant());
    row!("cross f64", black_box(&x).cross(black_box(&y)), black_box(v).cross(black_box(w)));
}

criterion_group!(benches, squares, beside_glam);
criterion_main!(benches);
