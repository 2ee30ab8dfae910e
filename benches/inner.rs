//! `inner` over the sizes that differ in how they are computed: a few elements, vectors, small matrices, a
//! query against many rows, and blocked products; with lengths in the types, and known at run time only.
//!
//! Beside other libraries: `benches/peers/`.

use conformable::{Array, Dyn, Matrix, Scalar, Vector};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

type Rows<T> = Array<T, (Dyn, Dyn)>;

/// Numbers between -1 and 1 without a pattern; any would do.
fn numbers(n: usize) -> Vec<f32> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / (1 << 23) as f32 - 1.0
    };
    (0..n).map(|_| next()).collect()
}

fn rows<T: Scalar>(rows: usize, columns: usize, elements: Vec<T>) -> Rows<T> {
    Array::from_vec((Dyn(rows), Dyn(columns)), elements).expect("rows * columns elements")
}

fn vector<const N: usize>(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("vectors");
    group.throughput(Throughput::Elements(N as u64));
    let (a, b) = (numbers(N), numbers(2 * N).split_off(N));
    let typed = |x: &[f32]| Vector::<f32, N>::try_from(x).expect("N elements");
    let (x, y) = (typed(&a), typed(&b));
    group.bench_function(BenchmarkId::new("static", N), |bencher| {
        bencher.iter(|| black_box(&x).inner(black_box(&y)));
    });
    let (x, y) = (Array::from(a), Array::from(b));
    group.bench_function(BenchmarkId::new("dyn", N), |bencher| {
        bencher.iter(|| black_box(&x).inner(black_box(&y)).expect("conformable"));
    });
    group.finish();
}

fn square<const N: usize>(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("matrices");
    group.throughput(Throughput::Elements((N * N * N) as u64));
    let elements = numbers(2 * N * N);
    let (a, b) = elements.split_at(N * N);
    let boxed = |x: &[f32]| Matrix::<f32, N, N>::boxed_from_fn(|[i, j]| x[i * N + j]);
    let (x, y, mut out) = (boxed(a), boxed(b), Matrix::<f32, N, N>::boxed_zeros());
    group.bench_function(BenchmarkId::new("static", N), |bencher| {
        bencher.iter(|| {
            black_box(&*x).inner_into(black_box(&*y), &mut *out);
            black_box(&*out);
        });
    });
    group.bench_function(BenchmarkId::new("static, rhs.t()", N), |bencher| {
        bencher.iter(|| {
            black_box(&*x).inner_into(&black_box(&*y).t(), &mut *out);
            black_box(&*out);
        });
    });
    let (x, y) = (rows(N, N, a.to_vec()), rows(N, N, b.to_vec()));
    let mut out = rows(N, N, vec![0.0; N * N]);
    group.bench_function(BenchmarkId::new("dyn", N), |bencher| {
        bencher.iter(|| {
            black_box(&x).inner_into(black_box(&y), &mut out).expect("conformable");
            black_box(&out);
        });
    });
    group.finish();
}

fn query<const K: usize>(criterion: &mut Criterion) {
    const ROWS: usize = 1000;
    let mut group = criterion.benchmark_group("query against 1000 rows");
    group.throughput(Throughput::Elements((ROWS * K) as u64));
    let elements = numbers((ROWS + 1) * K);
    let (a, b) = elements.split_at(K);
    let x = Vector::<f32, K>::try_from(a).expect("K elements");
    let y = Matrix::<f32, ROWS, K>::boxed_from_fn(|[i, j]| b[i * K + j]);
    let mut out = Vector::<f32, ROWS>::zeros();
    group.bench_function(BenchmarkId::new("static", K), |bencher| {
        bencher.iter(|| {
            black_box(&x).inner_into(black_box(&*y), &mut out);
            black_box(&out);
        });
    });
    let (x, y) = (Array::from(a.to_vec()), rows(ROWS, K, b.to_vec()));
    let mut out = Array::from(vec![0.0; ROWS]);
    group.bench_function(BenchmarkId::new("dyn", K), |bencher| {
        bencher.iter(|| {
            black_box(&x).inner_into(black_box(&y), &mut out).expect("conformable");
            black_box(&out);
        });
    });
    group.finish();
}

criterion_group!(vectors, vector::<3>, vector::<4>, vector::<17>, vector::<128>, vector::<1536>);
criterion_group!(
    matrices,
    square::<2>,
    square::<3>,
    square::<4>,
    square::<8>,
    square::<16>,
    square::<33>,
    square::<64>,
    square::<256>
);
criterion_group!(queries, query::<128>, query::<768>);
criterion_main!(vectors, matrices, queries);
