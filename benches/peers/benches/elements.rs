//! Sums, extremes, variances and operators beside ndarray and nalgebra, row by row:
//! `cargo bench --no-default-features --features ndarray,nalgebra --bench elements`.

use conformable::{Array, Dyn};
use criterion::{Criterion, criterion_group, criterion_main};
use ndarray::{Array1, Array2, Axis, Zip};
use std::hint::black_box;

/// Numbers between 1 and 2 without a pattern; any would do.
fn numbers(n: usize) -> Vec<f32> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        1.0 + (state >> 8) as f32 / (1 << 24) as f32
    };
    (0..n).map(|_| next()).collect()
}

fn whole(criterion: &mut Criterion) {
    for n in [4, 16, 64, 1000] {
        let (a, peer) = (Array::from(numbers(n)), Array1::from(numbers(n)));
        let column = nalgebra::DVector::from_vec(numbers(n));
        let mut group = criterion.benchmark_group(format!("sum {n}"));
        group.bench_function("conformable", |b| b.iter(|| black_box(&a).sum()));
        group.bench_function("ndarray", |b| b.iter(|| black_box(&peer).sum()));
        group.bench_function("nalgebra", |b| b.iter(|| black_box(&column).sum()));
        group.finish();
        let mut group = criterion.benchmark_group(format!("max {n}"));
        group.bench_function("conformable", |b| b.iter(|| black_box(&a).max()));
        group.bench_function("ndarray", |b| b.iter(|| black_box(&peer).fold(0_f32, |a, b| a.max(*b))));
        group.bench_function("nalgebra", |b| b.iter(|| black_box(&column).max()));
        group.finish();
        let mut group = criterion.benchmark_group(format!("var {n}"));
        group.bench_function("conformable", |b| b.iter(|| black_box(&a).var()));
        group.bench_function("ndarray", |b| b.iter(|| black_box(&peer).var(0.)));
        group.bench_function("nalgebra", |b| b.iter(|| black_box(&column).variance()));
        group.finish();
        let mut group = criterion.benchmark_group(format!("add {n}"));
        group.bench_function("conformable", |b| b.iter(|| black_box(&a) + black_box(&a)));
        group.bench_function("ndarray", |b| b.iter(|| black_box(&peer) + black_box(&peer)));
        group.bench_function("nalgebra", |b| b.iter(|| black_box(&column) + black_box(&column)));
        group.finish();
    }
}

fn matrices(criterion: &mut Criterion) {
    let n = 512;
    let a = Array::from_vec((Dyn(n), Dyn(n)), numbers(n * n)).expect("as many elements");
    let peer = Array2::from_shape_vec((n, n), numbers(n * n)).expect("as many elements");
    let (column, peer_column) = (Array::from(numbers(n)), Array1::from(numbers(n)));
    let (column, peer_column) = (column.insert_axis::<1>(), peer_column.insert_axis(Axis(1)));
    macro_rules! row {
        ($name:literal, $ours:expr, $theirs:expr) => {
            let mut group = criterion.benchmark_group($name);
            group.bench_function("conformable", |b| b.iter(|| $ours));
            group.bench_function("ndarray", |b| b.iter(|| $theirs));
            group.finish();
        };
    }
    row!("sum first", black_box(&a).sum_axis::<0>(), black_box(&peer).sum_axis(Axis(0)));
    row!("sum last", black_box(&a).sum_axis::<1>(), black_box(&peer).sum_axis(Axis(1)));
    row!("sum transposed first", black_box(&a).t().sum_axis::<0>(), black_box(&peer).t().sum_axis(Axis(0)));
    row!("sum transposed last", black_box(&a).t().sum_axis::<1>(), black_box(&peer).t().sum_axis(Axis(1)));
    row!("sum transposed", black_box(&a).t().sum(), black_box(&peer).t().sum());
    row!("var first", black_box(&a).var_axis::<0>(), black_box(&peer).var_axis(Axis(0), 0.));
    row!("var last", black_box(&a).var_axis::<1>(), black_box(&peer).var_axis(Axis(1), 0.));
    row!("column", black_box(&a) / black_box(&column), black_box(&peer) / black_box(&peer_column));
    row!("column left", black_box(&column) / black_box(&a), black_box(&peer_column) / black_box(&peer));
    row!(
        "column by a function",
        black_box(&a).zip_map(black_box(&column), |x, y| x * y + 1.),
        Zip::from(black_box(&peer)).and_broadcast(black_box(&peer_column)).map_collect(|x, y| x * y + 1.)
    );
    row!("transposed", black_box(&a).t() + 1., &black_box(&peer).t() + 1.);
    row!("transposed and not", black_box(&a).t() + black_box(&a), &black_box(&peer).t() + black_box(&peer));
}

criterion_group!(benches, whole, matrices);
criterion_main!(benches);
