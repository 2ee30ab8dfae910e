//! Elementary functions of 1,024 elements in the cache, beside a loop over the platform's; and of one.

use conformable::{Array, Vector};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Numbers from `low` to `high` without a pattern.
fn numbers(low: f64, high: f64) -> Vec<f64> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        low + (high - low) * f64::from(state >> 8) / f64::from(1 << 24)
    };
    (0..1024).map(|_| next()).collect()
}

/// A line is a function, and the range of its arguments.
macro_rules! functions { ($criterion:ident $T:ident: $($name:ident $into:ident $low:literal $high:literal;)+) => {
    let mut group = $criterion.benchmark_group(concat!("functions/", stringify!($T)));
    group.throughput(Throughput::Elements(1024));
    $({
        let x: Vec<$T> = numbers($low, $high).into_iter().map(|x| x as $T).collect();
        let (a, mut out, mut y) = (Array::from(x.clone()), Array::from(x.clone()), x.clone());
        group.bench_function(stringify!($name), |bencher| bencher.iter(|| black_box(&a).$into(&mut out)));
        group.bench_function(concat!("loop/", stringify!($name)), |bencher| {
            bencher.iter(|| black_box(&mut y).iter_mut().zip(black_box(&x)).for_each(|(y, x)| *y = x.$name()))
        });
        let one = Vector::from([x[0]]);
        group.bench_function(concat!("one/", stringify!($name)), |bencher| bencher.iter(|| black_box(&one).$name()));
        group.bench_function(concat!("loop/one/", stringify!($name)), |bencher| bencher.iter(|| black_box(x[0]).$name()));
    })+
    group.finish();
};}

/// Of one type.
macro_rules! of_type {
    ($name:ident $T:ident) => {
        fn $name(criterion: &mut Criterion) {
            functions! { criterion $T:
                exp exp_into -10. 10.;
                exp2 exp2_into -10. 10.;
                exp_m1 exp_m1_into -3. 3.;
                ln ln_into 0.1 100.;
                log2 log2_into 0.1 100.;
                log10 log10_into 0.1 100.;
                ln_1p ln_1p_into -0.9 10.;
                sin sin_into -10. 10.;
                cos cos_into -10. 10.;
                tan tan_into -10. 10.;
                asin asin_into -1. 1.;
                acos acos_into -1. 1.;
                atan atan_into -5. 5.;
                sinh sinh_into -5. 5.;
                cosh cosh_into -5. 5.;
                tanh tanh_into -5. 5.;
                asinh asinh_into -5. 5.;
                acosh acosh_into 1. 9.;
                atanh atanh_into -0.99 0.99;
                cbrt cbrt_into -100. 100.;
            }
            let x: Vec<$T> = numbers(0.1, 10.).into_iter().map(|x| x as $T).collect();
            let (a, b, mut y) =
                (Array::from(x.clone()), Array::from(x.iter().rev().copied().collect::<Vec<_>>()), x.clone());
            let mut out = a.clone();
            let mut group = criterion.benchmark_group(concat!("functions/", stringify!($T)));
            group.throughput(Throughput::Elements(1024));
            group.bench_function("powf", |bencher| {
                bencher.iter(|| black_box(&a).powf_into(black_box(2.4), &mut out))
            });
            group.bench_function("loop/powf", |bencher| {
                let power: $T = black_box(2.4);
                bencher.iter(|| {
                    black_box(&mut y).iter_mut().zip(black_box(&x)).for_each(|(y, x)| *y = x.powf(power))
                })
            });
            group.bench_function("atan2", |bencher| bencher.iter(|| black_box(&a).atan2(black_box(&b))));
            group.bench_function("loop/atan2", |bencher| {
                bencher.iter(|| {
                    black_box(&x)
                        .iter()
                        .zip(black_box(&b).iter())
                        .map(|(x, y)| x.atan2(*y))
                        .collect::<Vec<_>>()
                })
            });
            group.bench_function("hypot", |bencher| bencher.iter(|| black_box(&a).hypot(black_box(&b))));
            group.bench_function("loop/hypot", |bencher| {
                bencher.iter(|| {
                    black_box(&x)
                        .iter()
                        .zip(black_box(&b).iter())
                        .map(|(x, y)| x.hypot(*y))
                        .collect::<Vec<_>>()
                })
            });
            group.finish();
        }
    };
}
of_type! { single f32 }
of_type! { double f64 }

criterion_group!(all, single, double);
criterion_main!(all);
