//! Operators beside plain loops: a few elements, where a call must cost nothing; rows in the cache, where the width of
//! vectors counts; and a matrix beyond it, where the memory does.

use conformable::{Array, Const, Dyn, Matrix, Vector, s};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
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

fn small(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("arithmetic");
    let (a, b) = (Vector::<f32, 4>::from_fn(|[i]| i as f32), Vector::<f32, 4>::ones());
    group.bench_function("add/4", |bencher| bencher.iter(|| black_box(&a) + black_box(&b)));
    group.bench_function("loop/add/4", |bencher| {
        bencher.iter(|| {
            let (a, b) = (black_box(&a).as_nested(), black_box(&b).as_nested());
            std::array::from_fn::<f32, 4, _>(|i| a[i] + b[i])
        })
    });
    let v = Vector::<f64, 3>::from_fn(|[i]| i as f64);
    group.bench_function("scale/3", |bencher| bencher.iter(|| black_box(2.0) * black_box(&v)));
    let (m, n) = (Matrix::<f32, 4, 4>::from_fn(|[i, j]| (i + j) as f32), Matrix::<f32, 4, 4>::ones());
    group.bench_function("add/4x4", |bencher| bencher.iter(|| black_box(&m) + black_box(&n)));
    group.bench_function("add/4x4+4", |bencher| bencher.iter(|| black_box(&m) + black_box(&a)));
    group.bench_function("select/4", |bencher| {
        bencher.iter(|| black_box(&a).less(black_box(&b)).select(black_box(&a), black_box(&b)))
    });
    group.finish();
}

fn long(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("arithmetic");
    for n in [16, 256, 4096, 1 << 20] {
        let (x, y) = (numbers(n), numbers(n));
        let (a, b) = (Array::from(x.clone()), Array::from(y.clone()));
        let mut out = Array::from(numbers(n));
        group.throughput(Throughput::Elements(n as u64));
        group.bench_function(format!("add/{n}"), |bencher| bencher.iter(|| black_box(&a) + black_box(&b)));
        group.bench_function(format!("loop/add/{n}"), |bencher| {
            bencher.iter(|| -> Vec<f32> {
                black_box(&x).iter().zip(black_box(&y)).map(|(x, y)| x + y).collect()
            })
        });
        group.bench_function(format!("add_into/{n}"), |bencher| {
            bencher.iter(|| black_box(&a).add_into(black_box(&b), &mut out))
        });
        group
            .bench_function(format!("multiply_assign/{n}"), |bencher| bencher.iter(|| out *= black_box(1.0)));
        group.bench_function(format!("scale_add/{n}"), |bencher| {
            bencher.iter(|| out.scale_add(black_box(0.0), black_box(&a)))
        });
        group.bench_function(format!("zip_map/{n}"), |bencher| {
            bencher.iter(|| black_box(&a).zip_map(black_box(&b), |x, y| x * y + 1.0))
        });
        group.bench_function(format!("maximum/{n}"), |bencher| {
            bencher.iter(|| black_box(&a).maximum(black_box(&b)))
        });
    }
    group.finish();
}

fn rows(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("arithmetic");
    let m = Array::from_vec((Dyn(256), Const::<64>), numbers(256 * 64)).expect("as many numbers");
    let (bias, scale) = (Vector::<f32, 64>::ones(), Array::from(numbers(256)));
    let scale = scale.insert_axis::<1>();
    let mut out = m.clone();
    group.throughput(Throughput::Elements(256 * 64));
    group.bench_function("bias/256x64", |bencher| bencher.iter(|| black_box(&m) + black_box(&bias)));
    group.bench_function("loop/bias/256x64", |bencher| {
        bencher.iter(|| -> Vec<f32> {
            let rows = black_box(&m).as_slice().chunks_exact(64);
            rows.flat_map(|row| row.iter().zip(bias.as_slice()).map(|(x, y)| x + y)).collect()
        })
    });
    group.bench_function("rows/256x64", |bencher| bencher.iter(|| black_box(&m) / black_box(&scale)));
    group.bench_function("rows_left/256x64", |bencher| bencher.iter(|| black_box(&scale) / black_box(&m)));
    group.bench_function("rows_into/256x64", |bencher| {
        bencher.iter(|| black_box(&m).divide_into(black_box(&scale), &mut out))
    });
    group.bench_function("rows_assign/256x64", |bencher| bencher.iter(|| out *= black_box(&scale)));
    group.bench_function("rows_zip_map/256x64", |bencher| {
        bencher.iter(|| black_box(&m).zip_map(black_box(&scale), |x, y| x * y + 1.0))
    });
    group.bench_function("rows_zip_map_left/256x64", |bencher| {
        bencher.iter(|| black_box(&scale).zip_map(black_box(&m), |x, y| x * y + 1.0))
    });
    group.bench_function("rows_zip_map_into/256x64", |bencher| {
        bencher.iter(|| black_box(&m).zip_map_into(black_box(&scale), &mut out, |x, y| x * y + 1.0))
    });
    group.bench_function("rows_zip_map_inplace/256x64", |bencher| {
        bencher.iter(|| out.zip_map_inplace(black_box(&scale), |x, y| x * y))
    });
    group.bench_function("loop/rows_into/256x64", |bencher| {
        bencher.iter(|| {
            let rows = black_box(&m).as_slice().chunks_exact(64).zip(out.as_mut_slice().chunks_exact_mut(64));
            for ((row, out), y) in rows.zip(black_box(&scale).iter()) {
                row.iter().zip(out).for_each(|(x, out)| *out = x * y + 1.0);
            }
        })
    });
    group.bench_function("transposed/256x64", |bencher| bencher.iter(|| black_box(&m).t() + 1.0));
    group.bench_function("loop/transposed/256x64", |bencher| {
        bencher.iter(|| {
            let m = black_box(&m).as_slice();
            (0..64 * 256).map(|i| m[i % 256 * 64 + i / 256] + 1.0).collect::<Vec<f32>>()
        })
    });
    // A part of each row: the rows are next to each other no more, but their elements are.
    let wide = Array::from_vec((Dyn(256), Const::<80>), numbers(256 * 80)).expect("as many numbers");
    let part = wide.slice(s![.., 8..72]);
    group.bench_function("part_map/256x64", |bencher| {
        bencher.iter(|| black_box(&part).map(|x| x * 2.0 + 1.0))
    });
    group.bench_function("part_add/256x64", |bencher| bencher.iter(|| black_box(&part) + black_box(&m)));
    group.bench_function("part_zip_map/256x64", |bencher| {
        bencher.iter(|| black_box(&m).zip_map(black_box(&part), |x, y| x * y + 1.0))
    });
    group.finish();
}

fn fused(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("mul_add");
    let v = Vector::<f32, 4>::from_fn(|[i]| i as f32);
    group.bench_function("4", |bencher| bencher.iter(|| black_box(&v).mul_add(black_box(&v), black_box(&v))));
    group.bench_function("loop/4", |bencher| {
        bencher.iter(|| black_box(&v).as_nested().map(|x| x.mul_add(x, x)))
    });
    for n in [16, 4096] {
        let x = numbers(n);
        let (a, b) = (Array::from(x.clone()), Array::from(numbers(n)));
        group.throughput(Throughput::Elements(n as u64));
        group.bench_function(format!("{n}"), |bencher| {
            bencher.iter(|| black_box(&a).mul_add(black_box(&b), black_box(&a)))
        });
        group.bench_function(format!("numbers/{n}"), |bencher| {
            bencher.iter(|| black_box(&a).mul_add(black_box(&2.0), black_box(&1.0)))
        });
        group.bench_function(format!("loop/{n}"), |bencher| {
            bencher.iter(|| -> Vec<f32> {
                black_box(&x).iter().zip(b.as_slice()).map(|(x, y)| x.mul_add(*y, *x)).collect()
            })
        });
        group.bench_function(format!("loop unfused/{n}"), |bencher| {
            bencher.iter(|| -> Vec<f32> {
                black_box(&x).iter().zip(b.as_slice()).map(|(x, y)| x * y + x).collect()
            })
        });
    }
    group.finish();
}

criterion_group!(benches, small, long, rows, fused);
criterion_main!(benches);
