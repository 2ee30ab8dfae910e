//! `einsum!` beside loops written by hand: the cube by rows, a chain, a batch, and a sum over two axes in the order that
//! suits neither operand.

#![allow(missing_docs, reason = "a program")]

use conformable::{Array, Array3, ArrayD, Const, DynRank, Matrix, Scalar, einsum, einsum_into};
use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use std::hint::black_box;

/// Numbers between -1 and 1 without a pattern; any would do.
fn numbers(n: usize) -> Vec<f64> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from((state >> 8) as f32 / (1 << 23) as f32 - 1.0)
    };
    (0..n).map(|_| next()).collect()
}

/// An array with these lengths in its type, on the heap.
macro_rules! fixed {
    ($($n:literal),+) => {{
        let elements = numbers(1 $(* $n)+);
        let mut next = elements.into_iter();
        Array::<f64, ($(Const<$n>,)+)>::boxed_from_fn(|_| next.next().expect("as many elements"))
    }};
}

fn group<'c>(criterion: &'c mut Criterion, name: &str, products: u64) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(products));
    group
}

/// The function, with subscripts that run time reads.
fn at_run_time<T: Scalar>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    subscripts: &str,
    operands: &[ArrayD<T>],
) {
    let views: Vec<_> = operands.iter().map(|operand| operand.view()).collect();
    group.bench_function("function", |bencher| {
        bencher.iter(|| conformable::einsum(black_box(subscripts), black_box(&views)).expect("conformable"));
    });
}

fn dynamic(dims: &[usize]) -> ArrayD<f64> {
    let shape = DynRank::new(dims).expect("few elements");
    ArrayD::from_vec(shape, numbers(dims.iter().product())).expect("as many elements")
}

/// `out[i, j, l] = sum over k of a[i, j, k] * b[l, k]` by loops.
fn cube_by_rows(a: &[f64], b: &[f64], out: &mut [f64], [m, n, k]: [usize; 3]) {
    for i in 0..m {
        for l in 0..n {
            out[i * n + l] = (0..k).map(|x| a[i * k + x] * b[l * k + x]).sum();
        }
    }
}

fn small_cube_by_rows(criterion: &mut Criterion) {
    let mut group = group(criterion, "ijk,lk->ijl (3,4,5) (6,5)", 3 * 4 * 5 * 6);
    let (a, b): (Box<Array3<f64, 3, 4, 5>>, Box<Matrix<f64, 6, 5>>) = (fixed!(3, 4, 5), fixed!(6, 5));
    group.bench_function("static", |bencher| {
        bencher.iter(|| einsum!("ijk,lk->ijl", black_box(&a), black_box(&b)));
    });
    group.bench_function("inner", |bencher| bencher.iter(|| black_box(&a).inner(black_box(&*b))));
    let mut out = [0.0; 72];
    group.bench_function("loops", |bencher| {
        bencher.iter(|| {
            cube_by_rows(black_box(a.as_slice()), black_box(b.as_slice()), &mut out, [12, 6, 5]);
            black_box(&out);
        });
    });
    at_run_time(&mut group, "ijk,lk->ijl", &[dynamic(&[3, 4, 5]), dynamic(&[6, 5])]);
    group.finish();
}

fn large_cube_by_rows(criterion: &mut Criterion) {
    let mut group = group(criterion, "ijk,lk->ijl (32,64,64) (128,64)", 32 * 64 * 64 * 128);
    let (a, b) = (dynamic(&[32, 64, 64]), dynamic(&[128, 64]));
    let mut out = vec![0.0; 32 * 64 * 128];
    group.bench_function("loops", |bencher| {
        bencher.iter(|| {
            cube_by_rows(black_box(a.as_slice()), black_box(b.as_slice()), &mut out, [2048, 128, 64]);
            black_box(&out);
        });
    });
    at_run_time(&mut group, "ijk,lk->ijl", &[a.clone(), b.clone()]);
    let (x, y) = (fixed!(32, 64, 64), fixed!(128, 64));
    let mut typed = Array3::<f64, 32, 64, 128>::boxed_zeros();
    group.bench_function("static", |bencher| {
        bencher.iter(|| {
            einsum_into!("ijk,lk->ijl", black_box(&x), black_box(&y), &mut *typed);
            black_box(&*typed);
        });
    });
    let a = a.typed::<conformable::shape![dyn, 64, 64]>().expect("these lengths");
    let b = b.typed::<(Const<128>, Const<64>)>().expect("these lengths");
    group.bench_function("mixed", |bencher| {
        bencher.iter(|| einsum!("ijk,lk->ijl", black_box(&a), black_box(&b)));
    });
    group.finish();
}

fn chain(criterion: &mut Criterion) {
    let mut group = group(criterion, "ij,jk,kl->il 64", 2 * 64 * 64 * 64);
    let [a, b, c] = [fixed!(64, 64), fixed!(64, 64), fixed!(64, 64)];
    group.bench_function("static", |bencher| {
        bencher.iter(|| einsum!("ij,jk,kl->il", black_box(&a), black_box(&b), black_box(&c)));
    });
    let (mut half, mut out) = (vec![0.0; 64 * 64], vec![0.0; 64 * 64]);
    let product = |a: &[f64], b: &[f64], out: &mut [f64]| {
        out.fill(0.0);
        for i in 0..64 {
            for j in 0..64 {
                for l in 0..64 {
                    out[i * 64 + l] += a[i * 64 + j] * b[j * 64 + l];
                }
            }
        }
    };
    group.bench_function("loops", |bencher| {
        bencher.iter(|| {
            product(black_box(a.as_slice()), black_box(b.as_slice()), &mut half);
            product(&half, black_box(c.as_slice()), &mut out);
            black_box(&out);
        });
    });
    let square = || dynamic(&[64, 64]);
    at_run_time(&mut group, "ij,jk,kl->il", &[square(), square(), square()]);
    group.finish();
}

fn batch(criterion: &mut Criterion) {
    let mut group = group(criterion, "bij,bjk->bik 32 x 32 32", 32 * 32 * 32 * 32);
    let [a, b] = [fixed!(32, 32, 32), fixed!(32, 32, 32)];
    group.bench_function("static", |bencher| {
        bencher.iter(|| einsum!("bij,bjk->bik", black_box(&a), black_box(&b)));
    });
    let mut out = vec![0.0; 32 * 32 * 32];
    group.bench_function("loops", |bencher| {
        bencher.iter(|| {
            let (a, b) = (black_box(a.as_slice()), black_box(b.as_slice()));
            out.fill(0.0);
            for n in 0..32 {
                for i in 0..32 {
                    for j in 0..32 {
                        for k in 0..32 {
                            out[(n * 32 + i) * 32 + k] += a[(n * 32 + i) * 32 + j] * b[(n * 32 + j) * 32 + k];
                        }
                    }
                }
            }
            black_box(&out);
        });
    });
    at_run_time(&mut group, "bij,bjk->bik", &[dynamic(&[32, 32, 32]), dynamic(&[32, 32, 32])]);
    group.finish();
}

fn two_summed_axes(criterion: &mut Criterion) {
    let mut group = group(criterion, "ijk,jil->kl 16", 16 * 16 * 16 * 16);
    let [a, b] = [fixed!(16, 16, 16), fixed!(16, 16, 16)];
    group.bench_function("static", |bencher| {
        bencher.iter(|| einsum!("ijk,jil->kl", black_box(&a), black_box(&b)));
    });
    let mut out = vec![0.0; 16 * 16];
    group.bench_function("loops", |bencher| {
        bencher.iter(|| {
            let (a, b) = (black_box(a.as_slice()), black_box(b.as_slice()));
            out.fill(0.0);
            for i in 0..16 {
                for j in 0..16 {
                    for k in 0..16 {
                        for l in 0..16 {
                            out[k * 16 + l] += a[(i * 16 + j) * 16 + k] * b[(j * 16 + i) * 16 + l];
                        }
                    }
                }
            }
            black_box(&out);
        });
    });
    at_run_time(&mut group, "ijk,jil->kl", &[dynamic(&[16, 16, 16]), dynamic(&[16, 16, 16])]);
    group.finish();
}

fn small_matrices(criterion: &mut Criterion) {
    let mut group = group(criterion, "ij,kj->ik 3", 27);
    let [a, b] = [fixed!(3, 3), fixed!(3, 3)];
    group.bench_function("static", |bencher| {
        bencher.iter(|| einsum!("ij,kj->ik", black_box(&a), black_box(&b)));
    });
    group.bench_function("inner", |bencher| bencher.iter(|| black_box(&a).inner(black_box(&*b))));
    group.finish();
}

criterion_group!(
    benches,
    small_matrices,
    small_cube_by_rows,
    large_cube_by_rows,
    chain,
    batch,
    two_summed_axes
);
criterion_main!(benches);
