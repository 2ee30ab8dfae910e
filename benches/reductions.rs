//! Sums, extremes and variances: of a few elements, where a call must cost nothing, of many, where the memory counts, and
//! over each axis of a matrix and of its transpose; beside plain loops over iterators.

use conformable::{Array, ArrayView, Dyn, Matrix, Vector, s};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
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

/// What is timed of a vector.
type Timed<'a> = &'a dyn Fn(&Array<f32, (Dyn,)>) -> f32;

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("whole");
    let short = Vector::<f32, 16>::try_from(&numbers(16)[..]).expect("16 elements");
    group.bench_function("sum/static 16", |bencher| bencher.iter(|| black_box(&short).sum()));
    group.bench_function("max/static 16", |bencher| bencher.iter(|| black_box(&short).max()));
    group.bench_function("argmax/static 16", |bencher| bencher.iter(|| black_box(&short).argmax()));
    group.bench_function("mean/static 16", |bencher| bencher.iter(|| black_box(&short).mean()));
    group.bench_function("var/static 16", |bencher| bencher.iter(|| black_box(&short).var()));
    for n in [1, 4, 16, 40, 64, 1000, 1_000_000] {
        let a = Array::from(numbers(n));
        group.throughput(Throughput::Elements(n as u64));
        let mut bench = |name: &str, f: Timed<'_>| {
            group.bench_function(BenchmarkId::new(name, n), |bencher| bencher.iter(|| f(black_box(&a))));
        };
        bench("sum", &|a| a.sum());
        bench("sum of a view", &|a| a.view().sum());
        bench("sum by an iterator", &|a| a.as_slice().iter().sum());
        bench("max", &|a| a.max().unwrap_or(0.));
        bench("max by an iterator", &|a| a.as_slice().iter().copied().fold(f32::NEG_INFINITY, f32::max));
        bench("argmax", &|a| a.argmax().unwrap_or(0) as f32);
        bench("argmax by an iterator", &|a| {
            let all = a.as_slice().iter().enumerate();
            all.max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(i, _)| i) as f32
        });
        bench("mean", &|a| a.mean());
        bench("mean by an iterator", &|a| a.as_slice().iter().sum::<f32>() / a.len() as f32);
        bench("var", &|a| a.var());
        bench("var by an iterator", &|a| {
            let (a, n) = (a.as_slice(), a.len() as f32);
            let mean = a.iter().sum::<f32>() / n;
            a.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / n
        });
    }
    let (a, n) = (numbers(64), 16);
    let every_fourth = ArrayView::from_slice((Dyn(64),), &a).expect("64 elements");
    let every_fourth = every_fourth.slice(s![..;4]).expect("a step");
    group.bench_function(BenchmarkId::new("sum of every fourth", n), |b| {
        b.iter(|| black_box(&every_fourth).sum())
    });
    group.bench_function(BenchmarkId::new("sum of every fourth by an iterator", n), |b| {
        b.iter(|| black_box(&a).iter().step_by(4).sum::<f32>())
    });
    group.finish();
}

/// Few elements along an axis.
fn few(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("few");
    let m = Matrix::<f32, 4, 4>::from_fn(|[i, j]| (i + j) as f32);
    group.bench_function("sum/first/4x4", |b| b.iter(|| black_box(&m).sum_axis::<0>()));
    group.bench_function("sum/last/4x4", |b| b.iter(|| black_box(&m).sum_axis::<1>()));
    group.bench_function("sum/last by a loop/4x4", |b| {
        b.iter(|| black_box(&m).as_nested().map(|x| x.iter().sum::<f32>()))
    });
    group.bench_function("max/first/4x4", |b| b.iter(|| black_box(&m).max_axis::<0>()));
    group.bench_function("max/last/4x4", |b| b.iter(|| black_box(&m).max_axis::<1>()));
    group.bench_function("var/first/4x4", |b| b.iter(|| black_box(&m).var_axis::<0>()));
    group.bench_function("var/last/4x4", |b| b.iter(|| black_box(&m).var_axis::<1>()));
    let n = 8;
    let a = Array::from_vec((Dyn(n), Dyn(n)), numbers(n * n)).expect("as many elements");
    let mut out = Array::from(vec![0_f32; n]);
    group.bench_function("sum/first/8x8", |b| b.iter(|| black_box(&a).sum_axis_into::<0, _, _>(&mut out)));
    group.bench_function("sum/last/8x8", |b| b.iter(|| black_box(&a).sum_axis_into::<1, _, _>(&mut out)));
    group.bench_function("sum/last by an iterator/8x8", |b| {
        b.iter(|| {
            for (row, out) in black_box(&a).as_slice().chunks_exact(n).zip(out.as_mut_slice()) {
                *out = row.iter().sum();
            }
        });
    });
    group.bench_function("max/first/8x8", |b| b.iter(|| black_box(&a).max_axis_into::<0, _, _>(&mut out)));
    group.bench_function("max/last/8x8", |b| b.iter(|| black_box(&a).max_axis_into::<1, _, _>(&mut out)));
    group.finish();
}

fn along(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("along");
    let n = 1000;
    let a = Array::from_vec((Dyn(n), Dyn(n)), numbers(n * n)).expect("as many elements");
    let (mut out, mut at) = (Array::from(vec![0_f32; n]), Array::from(vec![0_usize; n]));
    group.throughput(Throughput::Elements((n * n) as u64));
    group.bench_function("sum/last", |b| b.iter(|| black_box(&a).sum_axis_into::<1, _, _>(&mut out)));
    group.bench_function("sum/first", |b| b.iter(|| black_box(&a).sum_axis_into::<0, _, _>(&mut out)));
    group.bench_function("sum/last by an iterator", |b| {
        b.iter(|| {
            for (row, out) in black_box(&a).as_slice().chunks_exact(n).zip(out.as_mut_slice()) {
                *out = row.iter().sum();
            }
        });
    });
    group.bench_function("sum/first by an iterator", |b| {
        b.iter(|| {
            out.as_mut_slice().fill(0.);
            for row in black_box(&a).as_slice().chunks_exact(n) {
                row.iter().zip(out.as_mut_slice()).for_each(|(x, out)| *out += x);
            }
        });
    });
    group.bench_function("max/last", |b| b.iter(|| black_box(&a).max_axis_into::<1, _, _>(&mut out)));
    group.bench_function("max/first", |b| b.iter(|| black_box(&a).max_axis_into::<0, _, _>(&mut out)));
    group.bench_function("max/first by an iterator", |b| {
        b.iter(|| {
            out.as_mut_slice().fill(f32::NEG_INFINITY);
            for row in black_box(&a).as_slice().chunks_exact(n) {
                row.iter().zip(out.as_mut_slice()).for_each(|(x, out)| *out = out.max(*x));
            }
        });
    });
    group.bench_function("argmax/last", |b| {
        b.iter(|| black_box(&a).argmax_axis_into::<1, _, _>(&mut at));
    });
    group.bench_function("argmax/first", |b| {
        b.iter(|| black_box(&a).argmax_axis_into::<0, _, _>(&mut at));
    });
    group.bench_function("var/last", |b| b.iter(|| black_box(&a).var_axis_into::<1, _, _>(&mut out)));
    group.bench_function("var/first", |b| b.iter(|| black_box(&a).var_axis_into::<0, _, _>(&mut out)));
    group.bench_function("std/first", |b| b.iter(|| black_box(&a).std_axis_into::<0, _, _>(&mut out)));
    group.bench_function("var/first by an iterator", |b| {
        let mut mean = vec![0_f32; n];
        b.iter(|| {
            mean.fill(0.);
            for row in black_box(&a).as_slice().chunks_exact(n) {
                row.iter().zip(&mut mean).for_each(|(x, mean)| *mean += x);
            }
            mean.iter_mut().for_each(|mean| *mean /= n as f32);
            out.as_mut_slice().fill(0.);
            for row in black_box(&a).as_slice().chunks_exact(n) {
                for ((x, mean), out) in row.iter().zip(&mean).zip(out.as_mut_slice()) {
                    *out += (x - mean) * (x - mean);
                }
            }
            out.as_mut_slice().iter_mut().for_each(|out| *out /= n as f32);
        });
    });
    let t = a.t();
    group.bench_function("sum/transposed last", |b| {
        b.iter(|| black_box(&t).sum_axis_into::<1, _, _>(&mut out))
    });
    group.bench_function("sum/transposed first", |b| {
        b.iter(|| black_box(&t).sum_axis_into::<0, _, _>(&mut out))
    });
    group.bench_function("max/transposed last", |b| {
        b.iter(|| black_box(&t).max_axis_into::<1, _, _>(&mut out))
    });
    group.bench_function("max/transposed first", |b| {
        b.iter(|| black_box(&t).max_axis_into::<0, _, _>(&mut out))
    });
    group.bench_function("var/transposed last", |b| {
        b.iter(|| black_box(&t).var_axis_into::<1, _, _>(&mut out))
    });
    group.bench_function("var/transposed first", |b| {
        b.iter(|| black_box(&t).var_axis_into::<0, _, _>(&mut out))
    });
    let cube = Array::from_vec((Dyn(100), Dyn(100), Dyn(100)), numbers(n * n)).expect("as many elements");
    let mut plane = Array::from_vec((Dyn(100), Dyn(100)), numbers(10_000)).expect("as many elements");
    group.bench_function("sum/middle", |b| b.iter(|| black_box(&cube).sum_axis_into::<1, _, _>(&mut plane)));
    group.bench_function("max/middle", |b| b.iter(|| black_box(&cube).max_axis_into::<1, _, _>(&mut plane)));
    group.bench_function("var/middle", |b| b.iter(|| black_box(&cube).var_axis_into::<1, _, _>(&mut plane)));
    group.bench_function("sum/middle by an iterator", |b| {
        b.iter(|| {
            plane.as_mut_slice().fill(0.);
            let matrices = black_box(&cube).as_slice().chunks_exact(10_000);
            for (matrix, out) in matrices.zip(plane.as_mut_slice().chunks_exact_mut(100)) {
                for row in matrix.chunks_exact(100) {
                    row.iter().zip(&mut *out).for_each(|(x, out)| *out += x);
                }
            }
        });
    });
    group.bench_function("sum/transposed", |b| b.iter(|| black_box(&a).t().sum()));
    group.bench_function("max/transposed", |b| b.iter(|| black_box(&a).t().max()));
    group.bench_function("sort/last", |b| b.iter(|| black_box(&a).sort()));
    group.bench_function("topk 5/last", |b| b.iter(|| black_box(&a).topk::<5, 1>()));
    group.finish();
}

criterion_group!(benches, whole, few, along);
criterion_main!(benches);
