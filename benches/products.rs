//! The product family beside `inner`: small and middle matrices, stacks of them, and the operations whose axes are not
//! those of one matrix.

use conformable::{Array, Array3, Array4, Const, Dyn, Matrix, Vector, axes};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Numbers between -1 and 1 without a pattern; any would do.
fn numbers() -> impl FnMut() -> f32 {
    let mut state = 1_u32;
    move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / (1 << 23) as f32 - 1.0
    }
}

fn matmul(criterion: &mut Criterion) {
    let mut next = numbers();
    let mut group = criterion.benchmark_group("matmul");
    let (a, b) = (Matrix::<f32, 4, 4>::from_fn(|_| next()), Matrix::<f32, 4, 4>::from_fn(|_| next()));
    group.bench_function("4x4", |bencher| bencher.iter(|| black_box(&a).matmul(black_box(&b))));
    group.bench_function("4x4, rhs.t()", |bencher| bencher.iter(|| black_box(&a).matmul(&black_box(&b).t())));
    let x = Vector::<f32, 4>::from_fn(|_| next());
    group.bench_function("4x4 by 4", |bencher| bencher.iter(|| black_box(&a).matvec(black_box(&x))));
    group.bench_function("4 by 4x4", |bencher| bencher.iter(|| black_box(&x).vecmat(black_box(&a))));
    let (a, b) =
        (Matrix::<f32, 64, 64>::boxed_from_fn(|_| next()), Matrix::<f32, 64, 64>::boxed_from_fn(|_| next()));
    let mut out = Matrix::<f32, 64, 64>::boxed_zeros();
    group.throughput(Throughput::Elements(64 * 64 * 64));
    group.bench_function("64x64", |bencher| {
        bencher.iter(|| black_box(&*a).matmul_into(black_box(&*b), &mut *out));
    });
    let (a, b) = (a.view().into_dyn(), b.view().into_dyn());
    group.bench_function("64x64, dynamic rank", |bencher| {
        bencher.iter(|| black_box(&a).matmul(black_box(&b)).expect("conformable"));
    });
    group.throughput(Throughput::Elements(1000 * 4 * 4 * 4));
    let a = Array3::<f32, 1000, 4, 4>::boxed_from_fn(|_| next());
    let mut out = Array3::<f32, 1000, 4, 4>::boxed_zeros();
    group.bench_function("1000 of 4x4", |bencher| {
        bencher.iter(|| black_box(&*a).matmul_into(black_box(&*a), &mut *out));
    });
    let one = Matrix::<f32, 4, 4>::from_fn(|_| next());
    group.bench_function("1000 of 4x4 by one", |bencher| {
        bencher.iter(|| black_box(&*a).matmul_into(black_box(&one), &mut *out));
    });
    group.bench_function("one by 1000 of 4x4", |bencher| {
        bencher.iter(|| black_box(&one).matmul_into(black_box(&*a), &mut *out));
    });
    group.finish();
}

fn dots(criterion: &mut Criterion) {
    let mut next = numbers();
    let mut group = criterion.benchmark_group("dot");
    let (x, y) = (Vector::<f32, 1024>::from_fn(|_| next()), Vector::<f32, 1024>::from_fn(|_| next()));
    group.bench_function("1024", |bencher| bencher.iter(|| black_box(&x).dot(black_box(&y))));
    group.bench_function("vdot of 1024", |bencher| bencher.iter(|| black_box(&x).vdot(black_box(&y))));
    let rows = Array::from_vec((Dyn(1000), Const::<64>), (0..64_000).map(|_| next()).collect());
    let rows = rows.expect("1000 * 64 elements");
    let mut out = Array::from(vec![0.0; 1000]);
    group.bench_function("vecdot of 1000 rows of 64", |bencher| {
        bencher.iter(|| black_box(&rows).vecdot_into(black_box(&rows), &mut out).expect("conformable"));
    });
    let query = Vector::<f32, 64>::from_fn(|_| next());
    group.bench_function("vecdot of 1000 rows with one", |bencher| {
        bencher.iter(|| black_box(&rows).vecdot_into(black_box(&query), &mut out).expect("conformable"));
    });
    group.finish();
}

fn others(criterion: &mut Criterion) {
    let mut next = numbers();
    let mut group = criterion.benchmark_group("other");
    let a = Array3::<f32, 16, 8, 32>::boxed_from_fn(|_| next());
    let b = Array3::<f32, 8, 32, 16>::boxed_from_fn(|_| next());
    group.bench_function("tensordot of 16x8x32 and 8x32x16 over 2", |bencher| {
        bencher.iter(|| black_box(&*a).tensordot::<2, _>(black_box(&*b)));
    });
    let c = Array3::<f32, 32, 16, 8>::boxed_from_fn(|_| next());
    group.bench_function("tensordot over [2, 1] and [0, 2]", |bencher| {
        bencher.iter(|| black_box(&*a).tensordot_axes::<axes![2, 1], axes![0, 2], _>(black_box(&*c)));
    });
    let (x, y) = (Vector::<f32, 64>::from_fn(|_| next()), Vector::<f32, 64>::from_fn(|_| next()));
    let mut out = Matrix::<f32, 64, 64>::boxed_zeros();
    group.bench_function("outer of 64 and 64", |bencher| {
        bencher.iter(|| black_box(&x).outer_into(black_box(&y), &mut *out));
    });
    let small = Matrix::<f32, 8, 8>::from_fn(|_| next());
    group.bench_function("kron of 8x8 and 8x8", |bencher| {
        bencher.iter(|| black_box(&small).kron_into(black_box(&small), &mut *out));
    });
    group.bench_function("trace of 64x64", |bencher| bencher.iter(|| black_box(&*out).trace()));
    let cube = Array4::<f32, 64, 64, 2, 2>::boxed_from_fn(|_| next());
    group.bench_function("trace of 64x64x2x2", |bencher| bencher.iter(|| black_box(&*cube).trace()));
    group.finish();
}

criterion_group!(products, matmul, dots, others);
criterion_main!(products);
