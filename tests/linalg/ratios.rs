//! The ratios of LAPACK's tests, over matrices in contiguous rows: how large a residual is, in roundings of what is as large as
//! the matrix. E. Anderson and others, *LAPACK Users' Guide*, 3rd ed. (1999), chapter 4; in its tests 30 is the limit.
//!
//! All is computed in f64, on matrices that a power of two brought near one: so the ratios hold for the largest numbers and for
//! the smallest. What rounds to a subnormal number may be half of one away: such a part of a residual counts for nothing.

/// An element: f32 or f64.
pub(super) trait Number: Copy + Into<f64> {
    const EPS: f64;
    /// The smallest number above zero.
    const SUBNORMAL: f64;
    fn of(x: f64) -> Self;
}
impl Number for f32 {
    const EPS: f64 = f32::EPSILON as f64;
    const SUBNORMAL: f64 = f32::from_bits(1) as f64;
    fn of(x: f64) -> f32 {
        x as f32
    }
}
impl Number for f64 {
    const EPS: f64 = f64::EPSILON;
    const SUBNORMAL: f64 = f64::from_bits(1);
    fn of(x: f64) -> f64 {
        x
    }
}

/// A matrix near one, and what a subnormal number is beside it.
struct Near {
    elements: Vec<f64>,
    exponent: i32,
    subnormal: f64,
}

/// `x * 2^e`, by two factors, either of which is in range.
fn times_power(x: f64, e: i32) -> f64 {
    x * 2_f64.powi(e / 2) * 2_f64.powi(e - e / 2)
}

fn near<T: Number>(a: &[T]) -> Near {
    let largest = a.iter().fold(0.0, |most: f64, x| most.max((*x).into().abs()));
    let exponent = if largest > 0.0 { -(largest.log2().floor() as i32) } else { 0 };
    Near { elements: at(a, exponent), exponent, subnormal: times_power(T::SUBNORMAL, exponent) }
}

fn at<T: Number>(a: &[T], exponent: i32) -> Vec<f64> {
    a.iter().map(|x| times_power((*x).into(), exponent)).collect()
}

/// The largest sum of the sizes in a column; NaN if any is.
pub(super) fn norm_1(a: &[f64], n: usize) -> f64 {
    let mut sums = vec![0.0; n];
    for row in a.chunks_exact(n.max(1)) {
        sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += x.abs());
    }
    sums.into_iter().fold(0.0, |most: f64, sum| if sum <= most { most } else { sum })
}

/// C (m, n) = A (m, k) B (k, n)
fn product(a: &[f64], b: &[f64], [m, k, n]: [usize; 3]) -> Vec<f64> {
    let mut c = vec![0.0; m * n];
    for i in 0..m {
        for l in 0..k {
            let x = a[i * k + l];
            let row = &mut c[i * n..(i + 1) * n];
            row.iter_mut().zip(&b[l * n..]).for_each(|(c, b)| *c += x * b);
        }
    }
    c
}

/// `|A - B| / (max(m, n) |A| eps)`
fn distance<T: Number>(a: &Near, b: &[f64], m: usize, n: usize) -> f64 {
    if m * n == 0 {
        return 0.0;
    }
    let difference: Vec<f64> = a.elements.iter().zip(b).map(|(a, b)| a - b).collect();
    let residual = norm_1(&difference, n);
    if residual == 0.0 {
        return 0.0;
    }
    residual / (m.max(n) as f64 * (norm_1(&a.elements, n) * T::EPS + a.subnormal))
}

/// `|I - XᵀX| / (m eps)` for X with m rows and n columns.
pub(super) fn orthonormal_columns<T: Number>(x: &[T], m: usize, n: usize) -> f64 {
    let rows: Vec<T> = (0..m * n).map(|at| x[at % m * n + at / m]).collect();
    orthonormal_rows(&rows, n, m)
}

/// `|I - XXᵀ| / (n eps)` for X with m rows and n columns.
pub(super) fn orthonormal_rows<T: Number>(x: &[T], m: usize, n: usize) -> f64 {
    if m * n == 0 {
        return 0.0;
    }
    let x = at(x, 0);
    let gram: Vec<f64> = (0..m * m)
        .map(|at| {
            let (i, j) = (at / m, at % m);
            let dot: f64 = x[i * n..(i + 1) * n].iter().zip(&x[j * n..]).map(|(x, y)| x * y).sum();
            dot - f64::from(u8::from(i == j))
        })
        .collect();
    norm_1(&gram, m) / (n as f64 * T::EPS)
}

/// `|A - QR| / (max(m, n) |A| eps)` for A (m, n), Q (m, k), R (k, n).
pub(super) fn qr<T: Number>(a: &[T], q: &[T], r: &[T], [m, k, n]: [usize; 3]) -> f64 {
    let a = near(a);
    distance::<T>(&a, &product(&at(q, 0), &at(r, a.exponent), [m, k, n]), m, n)
}

/// `|A - V w Vᵀ| / (n |A| eps)` for A and V (n, n) and w (n).
pub(super) fn eigh<T: Number>(a: &[T], w: &[T], v: &[T], n: usize) -> f64 {
    let (a, v) = (near(a), at(v, 0));
    let w = at(w, a.exponent);
    let vw: Vec<f64> = v.iter().enumerate().map(|(at, v)| v * w[at % n]).collect();
    let vt: Vec<f64> = (0..n * n).map(|at| v[at % n * n + at / n]).collect();
    distance::<T>(&a, &product(&vw, &vt, [n, n, n]), n, n)
}

/// `|P A Pᵀ - L D Lᵀ| / (n |A| eps)` for `P A Pᵀ`, L and D (n, n).
pub(super) fn ldlt<T: Number>(a: &[T], l: &[T], d: &[T], n: usize) -> f64 {
    let (a, l) = (near(a), at(l, 0));
    let ld = product(&l, &at(d, a.exponent), [n, n, n]);
    let lt: Vec<f64> = (0..n * n).map(|at| l[at % n * n + at / n]).collect();
    distance::<T>(&a, &product(&ld, &lt, [n, n, n]), n, n)
}

/// `|B - A X| / (|A| |X| eps)` for A (n, n) and X and B (n, k).
pub(super) fn solve<T: Number>(a: &[T], x: &[T], b: &[T], [n, k]: [usize; 2]) -> f64 {
    let (a, x, b) = (at(a, 0), at(x, 0), at(b, 0));
    let rest: Vec<f64> = product(&a, &x, [n, n, k]).iter().zip(b).map(|(ax, b)| b - ax).collect();
    let residual = norm_1(&rest, k);
    if residual == 0.0 { 0.0 } else { residual / (norm_1(&a, n) * norm_1(&x, k) * T::EPS) }
}

/// `|A - U s Vᵀ| / (max(m, n) |A| eps)` for A (m, n), U (m, k), s (k), Vᵀ (k, n).
pub(super) fn svd<T: Number>(a: &[T], u: &[T], s: &[T], vt: &[T], [m, k, n]: [usize; 3]) -> f64 {
    let a = near(a);
    let s = at(s, a.exponent);
    let us: Vec<f64> = at(u, 0).iter().enumerate().map(|(at, u)| u * s[at % k]).collect();
    distance::<T>(&a, &product(&us, &at(vt, 0), [m, k, n]), m, n)
}
