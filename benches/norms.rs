//! Norms, cosines, sums in wider types and chains of products: a few elements, where a call must cost nothing, and
//! rows, where the memory counts.

use conformable::{Array, Dyn, Matrix, Vector, multi_dot};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Numbers between -1 and 1 without a pattern; any would do.
fn numbers(n: usize) -> Vec<f32> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / (1 << 23) as f32 - 1.0
    };
    (0..n).map(|_| next()).collect()
}

fn matrix<const R: usize, const C: usize>() -> Matrix<f32, R, C> {
    let numbers = numbers(R * C);
    Matrix::from_fn(|[i, j]| numbers[i * C + j])
}

fn norms(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("norms");
    let short = Vector::<f32, 3>::try_from(&numbers(3)[..]).expect("3 elements");
    group.bench_function("norm/3", |bencher| bencher.iter(|| black_box(&short).norm()));
    let long = Array::from(numbers(1000));
    group.throughput(Throughput::Elements(1000));
    group.bench_function("norm/1000", |bencher| bencher.iter(|| black_box(&long).norm()));
    let a = matrix::<64, 64>();
    group.throughput(Throughput::Elements(64 * 64));
    group.bench_function("norm_axis/0 of 64x64", |bencher| bencher.iter(|| black_box(&a).norm_axis::<0>()));
    group.bench_function("norm_axis/1 of 64x64", |bencher| bencher.iter(|| black_box(&a).norm_axis::<1>()));
    group.bench_function("normalize_axis/1 of 64x64", |bencher| {
        bencher.iter(|| black_box(&a).normalize_axis::<1>());
    });
    let b = a.t().to_owned();
    group.bench_function("distance_axis/1 of 64x64", |bencher| {
        bencher.iter(|| black_box(&a).distance_axis::<1, _>(black_box(&b)));
    });
    group.bench_function("cosine_similarity/64x64", |bencher| {
        bencher.iter(|| black_box(&a).cosine_similarity(black_box(&b)));
    });
    group.finish();
}

fn sums(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("sums");
    let bytes = |seed: usize| Vector::<i8, 768>::from_fn(|[i]| (i * 57 + seed) as i8);
    let (a, b) = (bytes(1), bytes(2));
    group.throughput(Throughput::Elements(768));
    group.bench_function("inner_wide/i8 768", |bencher| {
        bencher.iter(|| black_box(&a).inner_wide(black_box(&b)));
    });
    let (a, b) = (Array::from(numbers(1000)), Array::from(numbers(2000).split_off(1000)));
    group.throughput(Throughput::Elements(1000));
    group.bench_function("inner_compensated/1000", |bencher| {
        bencher.iter(|| black_box(&a).inner_compensated(black_box(&b)).expect("conformable"));
    });
    group.finish();
}

fn chains(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("chains");
    let (a, b, c) = (matrix::<64, 8>(), matrix::<8, 64>(), matrix::<64, 4>());
    group.bench_function("multi_dot/static 64x8x64x4", |bencher| {
        bencher.iter(|| multi_dot((black_box(&a), black_box(&b), black_box(&c))));
    });
    let rows = |rows, columns| {
        Array::<f32, (Dyn, Dyn)>::from_vec((Dyn(rows), Dyn(columns)), numbers(rows * columns))
            .expect("rows * columns elements")
    };
    let (a, b, c) = (rows(64, 8), rows(8, 64), rows(64, 4));
    group.bench_function("multi_dot/dyn 64x8x64x4", |bencher| {
        bencher.iter(|| multi_dot((black_box(&a), black_box(&b), black_box(&c))).expect("conformable"));
    });
    group.finish();
}

criterion_group!(all, norms, sums, chains);
criterion_main!(all);
