//! `einsum!` and the function `einsum` beside ndarray, with the reshaping and the loops that it asks for, and plain
//! loops, in interleaved rounds; `einsum.py` beside this package's `run.sh` prints NumPy's.
//!
//! ```text
//! cargo run --release --bin einsum        # in this folder
//! ```

use conformable::{Array, ArrayD, Const, DynRank, einsum};
use conformable_peers::entry::Entry;
use conformable_peers::timer::medians;
use ndarray::{Array2, Array3, ArrayD as NdArrayD, Axis};

/// Numbers between -1 and 1 without a pattern.
fn numbers(n: usize, seed: u32) -> Vec<f64> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from((state >> 8) as f32 / (1 << 23) as f32 - 1.0)
    };
    (0..n).map(|_| next()).collect()
}

fn dynamic(dims: &[usize], seed: u32) -> ArrayD<f64> {
    let shape = DynRank::new(dims).expect("few elements");
    ArrayD::from_vec(shape, numbers(dims.iter().product(), seed)).expect("as many elements")
}

macro_rules! fixed {
    ($seed:literal; $($n:literal),+) => {{
        let mut next = numbers(1 $(* $n)+, $seed).into_iter();
        Array::<f64, ($(Const<$n>,)+)>::boxed_from_fn(|_| next.next().expect("as many elements"))
    }};
}

fn two(m: usize, n: usize, seed: u32) -> Array2<f64> {
    Array2::from_shape_vec((m, n), numbers(m * n, seed)).expect("as many elements")
}

fn three(dims: (usize, usize, usize), seed: u32) -> Array3<f64> {
    Array3::from_shape_vec(dims, numbers(dims.0 * dims.1 * dims.2, seed)).expect("as many elements")
}

/// The first element of a result, which is enough to see that all compute the same.
fn first(x: &ArrayD<f64>, _: usize, _: usize) -> f64 {
    x.as_slice()[0]
}

fn run_time(subscripts: &'static str, a: ArrayD<f64>, b: ArrayD<f64>) -> Entry {
    Entry::value(
        "einsum",
        "",
        (a, b),
        move |a, b| einsum(subscripts, &[a.view(), b.view()]).expect("they fit"),
        first,
    )
}

/// `ijk,lk->ijl` by ndarray: the leading axes as one.
fn rows(a: &Array3<f64>, b: &Array2<f64>) -> NdArrayD<f64> {
    let (i, j, k) = a.dim();
    let flat = a.view().into_shape_with_order((i * j, k)).expect("it is contiguous");
    flat.dot(&b.t()).into_shape_with_order((i, j, b.nrows())).expect("it is contiguous").into_dyn()
}

fn loops_of_rows(a: &[f64], b: &[f64], [m, n, k]: [usize; 3]) -> Vec<f64> {
    let row = |i: usize, l: usize| (0..k).map(|x| a[i * k + x] * b[l * k + x]).sum();
    (0..m * n).map(|at| row(at / n, at % n)).collect()
}

fn loops_of_matrices(a: &[f64], b: &[f64], n: usize, out: &mut [f64]) {
    out.fill(0.0);
    for i in 0..n {
        for j in 0..n {
            for l in 0..n {
                out[i * n + l] += a[i * n + j] * b[j * n + l];
            }
        }
    }
}

fn print(name: &str, mut entries: Vec<Entry>) {
    let want = entries[0].compute()(0, 0);
    for entry in &mut entries {
        let got = entry.compute()(0, 0);
        assert!(
            (got - want).abs() <= 1e-9 * (1.0 + want.abs()),
            "{name}: {} differs: {got}, {want}",
            entry.name()
        );
    }
    let times = medians(&mut entries);
    print!("| {name} |");
    for (entry, time) in entries.iter().zip(&times) {
        print!(" {} {time:.1} ns ({:.2}) |", entry.name(), times[0] / time);
    }
    println!();
}

fn main() {
    let read = |x: &NdArrayD<f64>, _: usize, _: usize| x.as_slice().expect("contiguous")[0];
    let at = |x: &Vec<f64>, _: usize, _: usize| x[0];

    print(
        "ijk,lk->ijl (3,4,5)(6,5)",
        vec![
            Entry::value(
                "einsum!",
                "",
                (fixed!(1; 3, 4, 5), fixed!(2; 6, 5)),
                |a, b| einsum!("ijk,lk->ijl", a, b),
                |c, _, _| c[[0, 0, 0]],
            ),
            run_time("ijk,lk->ijl", dynamic(&[3, 4, 5], 1), dynamic(&[6, 5], 2)),
            Entry::value("ndarray", "", (three((3, 4, 5), 1), two(6, 5, 2)), rows, read),
            Entry::value(
                "loops",
                "",
                (numbers(60, 1), numbers(30, 2)),
                |a, b| loops_of_rows(a, b, [12, 6, 5]),
                at,
            ),
        ],
    );
    print(
        "ijk,lk->ijl (32,64,64)(128,64)",
        vec![
            Entry::value(
                "einsum!",
                "mixed axes",
                (
                    dynamic(&[32, 64, 64], 1).typed::<conformable::shape![dyn, 64, 64]>().expect("these"),
                    dynamic(&[128, 64], 2).typed::<conformable::shape![128, 64]>().expect("these"),
                ),
                |a, b| einsum!("ijk,lk->ijl", a, b),
                |c, _, _| c.as_slice()[0],
            ),
            run_time("ijk,lk->ijl", dynamic(&[32, 64, 64], 1), dynamic(&[128, 64], 2)),
            Entry::value("ndarray", "", (three((32, 64, 64), 1), two(128, 64, 2)), rows, read),
            Entry::value(
                "loops",
                "",
                (numbers(32 * 64 * 64, 1), numbers(128 * 64, 2)),
                |a, b| loops_of_rows(a, b, [2048, 128, 64]),
                at,
            ),
        ],
    );
    print(
        "ij,jk,kl->il 64",
        vec![
            Entry::value(
                "einsum!",
                "",
                ([fixed!(1; 64, 64), fixed!(2; 64, 64)], fixed!(3; 64, 64)),
                |[a, b], c| einsum!("ij,jk,kl->il", a, b, c),
                |c, _, _| c[[0, 0]],
            ),
            Entry::value(
                "einsum",
                "",
                ([dynamic(&[64, 64], 1), dynamic(&[64, 64], 2)], dynamic(&[64, 64], 3)),
                |[a, b], c| einsum("ij,jk,kl->il", &[a.view(), b.view(), c.view()]).expect("they fit"),
                first,
            ),
            Entry::value(
                "ndarray",
                "",
                ([two(64, 64, 1), two(64, 64, 2)], two(64, 64, 3)),
                |[a, b], c| a.dot(b).dot(c).into_dyn(),
                read,
            ),
            Entry::value(
                "loops",
                "",
                ([numbers(4096, 1), numbers(4096, 2)], numbers(4096, 3)),
                |[a, b], c| {
                    let (mut half, mut out) = (vec![0.0; 4096], vec![0.0; 4096]);
                    loops_of_matrices(a, b, 64, &mut half);
                    loops_of_matrices(&half, c, 64, &mut out);
                    out
                },
                at,
            ),
        ],
    );
    print(
        "bij,bjk->bik 32 x 32x32",
        vec![
            Entry::value(
                "einsum!",
                "dyn axes",
                (
                    dynamic(&[32, 32, 32], 1).typed::<conformable::shape![dyn, 32, 32]>().expect("these"),
                    dynamic(&[32, 32, 32], 2).typed::<conformable::shape![dyn, 32, 32]>().expect("these"),
                ),
                |a, b| einsum!("bij,bjk->bik", a, b).expect("they fit"),
                |c, _, _| c.as_slice()[0],
            ),
            run_time("bij,bjk->bik", dynamic(&[32, 32, 32], 1), dynamic(&[32, 32, 32], 2)),
            Entry::value(
                "ndarray",
                "",
                (three((32, 32, 32), 1), three((32, 32, 32), 2)),
                |a, b| {
                    let mut out = Array3::<f64>::zeros((32, 32, 32));
                    for ((a, b), mut c) in a.outer_iter().zip(b.outer_iter()).zip(out.outer_iter_mut()) {
                        ndarray::linalg::general_mat_mul(1.0, &a, &b, 0.0, &mut c);
                    }
                    out.into_dyn()
                },
                read,
            ),
            Entry::value(
                "loops",
                "",
                (numbers(32768, 1), numbers(32768, 2)),
                |a, b| {
                    let mut out = vec![0.0; 32768];
                    for p in 0..32 {
                        loops_of_matrices(
                            &a[p * 1024..][..1024],
                            &b[p * 1024..][..1024],
                            32,
                            &mut out[p * 1024..][..1024],
                        );
                    }
                    out
                },
                at,
            ),
        ],
    );
    print(
        "ijk,jil->kl 16",
        vec![
            Entry::value(
                "einsum!",
                "",
                (fixed!(1; 16, 16, 16), fixed!(2; 16, 16, 16)),
                |a, b| einsum!("ijk,jil->kl", a, b),
                |c, _, _| c[[0, 0]],
            ),
            run_time("ijk,jil->kl", dynamic(&[16, 16, 16], 1), dynamic(&[16, 16, 16], 2)),
            Entry::value(
                "ndarray",
                "",
                (three((16, 16, 16), 1), three((16, 16, 16), 2)),
                |a, b| {
                    let a = a.view().into_shape_with_order((256, 16)).expect("contiguous");
                    let b = b.view().permuted_axes([1, 0, 2]).as_standard_layout().into_owned();
                    let b = b.into_shape_with_order((256, 16)).expect("contiguous");
                    debug_assert_eq!(b.len_of(Axis(0)), 256);
                    a.t().dot(&b).as_standard_layout().into_owned().into_dyn()
                },
                read,
            ),
            Entry::value(
                "loops",
                "",
                (numbers(4096, 1), numbers(4096, 2)),
                |a, b| {
                    let mut out = vec![0.0; 256];
                    for i in 0..16 {
                        for j in 0..16 {
                            for k in 0..16 {
                                for l in 0..16 {
                                    out[k * 16 + l] += a[(i * 16 + j) * 16 + k] * b[(j * 16 + i) * 16 + l];
                                }
                            }
                        }
                    }
                    out
                },
                at,
            ),
        ],
    );
}
