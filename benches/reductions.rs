//! Sums, extremes and variances: of a few elements, where a call must cost nothing, of many, where the memory counts, and
//! over the last and the first axis of a matrix; beside plain loops over iterators.

use conformable::{Array, Dyn, Vector};
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
    for n in [16, 1000, 1_000_000] {
        let a = Array::from(numbers(n));
        group.throughput(Throughput::Elements(n as u64));
        let mut bench = |name: &str, f: Timed<'_>| {
            group.bench_function(BenchmarkId::new(name, n), |bencher| bencher.iter(|| f(black_box(&a))));
        };
        bench("sum", &|a| a.sum());
        bench("sum by an iterator", &|a| a.as_slice().iter().sum());
        bench("max", &|a| a.max().unwrap_or(0.));
        bench("max by an iterator", &|a| a.as_slice().iter().copied().fold(f32::NEG_INFINITY, f32::max));
        bench("argmax", &|a| a.argmax().unwrap_or(0) as f32);
        bench("argmax by an iterator", &|a| {
            let all = a.as_slice().iter().enumerate();
            all.max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(i, _)| i) as f32
        });
        bench("var", &|a| a.var());
        bench("var by an iterator", &|a| {
            let (a, n) = (a.as_slice(), a.len() as f32);
            let mean = a.iter().sum::<f32>() / n;
            a.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / n
        });
    }
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
    group.bench_function("sum/transposed", |b| b.iter(|| black_box(&a).t().sum()));
    group.bench_function("max/transposed", |b| b.iter(|| black_box(&a).t().max()));
    group.bench_function("sort/last", |b| b.iter(|| black_box(&a).sort()));
    group.bench_function("topk 5/last", |b| b.iter(|| black_box(&a).topk::<5, 1>()));
    group.finish();
}

criterion_group!(benches, whole, along);
criterion_main!(benches);
