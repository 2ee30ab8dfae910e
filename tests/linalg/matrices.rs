//! Matrices for tests of linear algebra: row-major, in f64, the same on every machine.
//!
//! Most are those of LAPACK's tests, and of N. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed. (2002), chapter 28.

/// The range and the precision of the type that a matrix is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// From 1 to the next larger number.
    pub(super) eps: f64,
    /// The least normal number.
    pub(super) least: f64,
    /// The largest number.
    pub(super) largest: f64,
}

pub(super) const F32: Limits =
    Limits { eps: f32::EPSILON as f64, least: f32::MIN_POSITIVE as f64, largest: f32::MAX as f64 };
pub(super) const F64: Limits = Limits { eps: f64::EPSILON, least: f64::MIN_POSITIVE, largest: f64::MAX };

/// Random numbers: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA (2014).
pub(super) struct SplitMix(pub(super) u64);

impl SplitMix {
    pub(super) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// Uniform in -1..1.
    pub(super) fn number(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }
}

/// A matrix from its elements.
pub(super) fn from_fn(m: usize, n: usize, mut f: impl FnMut(usize, usize) -> f64) -> Vec<f64> {
    (0..m * n).map(|at| f(at / n, at % n)).collect()
}

pub(super) fn random(m: usize, n: usize, seed: u64) -> Vec<f64> {
    let mut rng = SplitMix(seed);
    from_fn(m, n, |_, _| rng.number())
}

/// A random orthogonal matrix: a product of reflections.
pub(super) fn orthogonal(n: usize, seed: u64) -> Vec<f64> {
    let mut rng = SplitMix(seed);
    let mut q = from_fn(n, n, |i, j| f64::from(u8::from(i == j)));
    for _ in 0..n.min(6) {
        let v: Vec<f64> = (0..n).map(|_| rng.number()).collect();
        let squares: f64 = v.iter().map(|v| v * v).sum();
        for row in q.chunks_exact_mut(n) {
            let t = 2.0 * row.iter().zip(&v).map(|(x, v)| x * v).sum::<f64>() / squares;
            row.iter_mut().zip(&v).for_each(|(x, v)| *x -= t * v);
        }
    }
    q
}

/// `U diag(values) Vᵀ` with random U (m, m) and V (n, n).
pub(super) fn with_singular_values(m: usize, n: usize, values: &[f64], seed: u64) -> Vec<f64> {
    let (u, v) = (orthogonal(m, seed), orthogonal(n, seed + 1));
    from_fn(m, n, |i, j| values.iter().enumerate().map(|(k, s)| u[i * m + k] * s * v[j * n + k]).sum())
}

/// `V diag(values) Vᵀ` with a random V, exactly symmetric.
pub(super) fn with_eigenvalues(values: &[f64], seed: u64) -> Vec<f64> {
    let n = values.len();
    let v = orthogonal(n, seed);
    symmetric(n, |i, j| (0..n).map(|k| v[i * n + k] * values[k] * v[j * n + k]).sum())
}

/// The symmetric matrix with this lower triangle.
pub(super) fn symmetric(n: usize, mut f: impl FnMut(usize, usize) -> f64) -> Vec<f64> {
    let mut a = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..=i {
            a[i * n + j] = f(i, j);
            a[j * n + i] = a[i * n + j];
        }
    }
    a
}

/// From 1 to the precision, in equal steps.
pub(super) fn even(n: usize, eps: f64) -> Vec<f64> {
    (0..n).map(|i| 1.0 - (1.0 - eps) * i as f64 / (n.max(2) - 1) as f64).collect()
}

/// From 1 to the precision, by equal factors.
pub(super) fn geometric(n: usize, eps: f64) -> Vec<f64> {
    (0..n).map(|i| eps.powf(i as f64 / (n.max(2) - 1) as f64)).collect()
}

/// 1, and the precision everywhere else.
pub(super) fn clustered(n: usize, eps: f64) -> Vec<f64> {
    (0..n).map(|i| if i == 0 { 1.0 } else { eps }).collect()
}

/// `-1, 2, -1`; the eigenvalues are `2 - 2 cos(k pi / (n + 1))`.
pub(super) fn second_difference(n: usize) -> Vec<f64> {
    symmetric(n, |i, j| [2.0, -1.0].get(i - j).copied().unwrap_or(0.0))
}

pub(super) fn hilbert(n: usize) -> Vec<f64> {
    symmetric(n, |i, j| 1.0 / (i + j + 1) as f64)
}

/// Wilkinson's W+: pairs of eigenvalues that nearly agree.
pub(super) fn wilkinson(n: usize) -> Vec<f64> {
    let middle = n.saturating_sub(1) as f64 / 2.0;
    symmetric(n, |i, j| if i == j { (i as f64 - middle).abs() } else { f64::from(u8::from(i - j == 1)) })
}

pub(super) fn moler(n: usize) -> Vec<f64> {
    symmetric(n, |i, j| if i == j { (i + 1) as f64 } else { j as f64 - 1.0 })
}

/// Rosser's 8 x 8: eigenvalues 1020 twice, 1000 twice, 0, and near these and -1020.
pub(super) fn rosser() -> Vec<f64> {
    let rows: [[i16; 8]; 8] = [
        [611, 196, -192, 407, -8, -52, -49, 29],
        [196, 899, 113, -192, -71, -43, -8, -44],
        [-192, 113, 899, 196, 61, 49, 8, 52],
        [407, -192, 196, 611, 8, 44, 59, -23],
        [-8, -71, 61, 8, 411, -599, 208, 208],
        [-52, -43, 49, 44, -599, 411, 208, 208],
        [-49, -8, 8, 59, 208, 208, 99, -911],
        [29, -44, 52, -23, 208, 208, -911, 99],
    ];
    rows.iter().flatten().map(|x| f64::from(*x)).collect()
}

pub(super) fn kahan(n: usize) -> Vec<f64> {
    let (sine, cosine) = (1.2_f64.sin(), 1.2_f64.cos());
    from_fn(n, n, |i, j| if j < i { 0.0 } else { sine.powi(i as i32) * if i == j { 1.0 } else { -cosine } })
}

pub(super) fn frank(n: usize) -> Vec<f64> {
    from_fn(n, n, |i, j| if j + 1 < i { 0.0 } else { (n - i.max(j)) as f64 })
}

pub(super) fn grcar(n: usize) -> Vec<f64> {
    from_fn(n, n, |i, j| if i == j + 1 { -1.0 } else { f64::from(u8::from(i <= j && j <= i + 3)) })
}

/// Each row has its one in another column.
pub(super) fn permutation(n: usize) -> Vec<f64> {
    let step = (2..n)
        .find(|s| (1..=*s).filter(|d| s.is_multiple_of(*d) && n.is_multiple_of(*d)).count() == 1)
        .unwrap_or(1);
    from_fn(n, n, |i, j| f64::from(u8::from(j == (i * step + 1) % n)))
}

/// Square symmetric matrices with names.
pub(super) fn symmetric_ones(n: usize, to: Limits) -> Vec<(&'static str, Vec<f64>)> {
    let (eps, rng) = (to.eps, &mut SplitMix(n as u64));
    let zeroed = |a: Vec<f64>, at: &dyn Fn(usize) -> bool| {
        symmetric(n, |i, j| if at(i) || at(j) { 0.0 } else { a[i * n + j] })
    };
    let noise = symmetric(n, |_, _| rng.number());
    let mut all = vec![
        ("zero", vec![0.0; n * n]),
        ("identity", symmetric(n, |i, j| f64::from(u8::from(i == j)))),
        ("random", noise.clone()),
        ("first row zero", zeroed(noise.clone(), &|i| i == 0)),
        ("last row zero", zeroed(noise.clone(), &|i| i + 1 == n)),
        ("half of the rows zero", zeroed(noise.clone(), &|i| i >= n / 2)),
        ("-1, 2, -1", second_difference(n)),
        ("Hilbert", hilbert(n)),
        ("Wilkinson", wilkinson(n)),
        ("Moler", moler(n)),
        ("rank 1", symmetric(n, |i, j| ((i + 1) * (j + 1)) as f64)),
        (
            "rank 2",
            symmetric(n, |i, j| ((i + 1) * (j + 1)) as f64 - ((i * i + 2) * (j * j + 2)) as f64 / 64.0),
        ),
        ("ones", vec![1.0; n * n]),
        ("repeated", with_eigenvalues(&(0..n).map(|i| (i / 3) as f64).collect::<Vec<_>>(), 5)),
        (
            "both signs",
            with_eigenvalues(&(0..n).map(|i| if i % 2 == 0 { 1.0 } else { -1.0 }).collect::<Vec<_>>(), 6),
        ),
        ("graded", symmetric(n, |i, j| 10_f64.powi(-((i + j).min(30) as i32)))),
        ("graded upwards", symmetric(n, |i, j| 10_f64.powi(-((2 * n - i - j).min(30) as i32)))),
        ("subnormal", noise.iter().map(|x| x * to.least * 0.25).collect()),
        ("nearly subnormal", noise.iter().map(|x| x * to.least / eps).collect()),
        ("near the largest", noise.iter().map(|x| x * to.largest / (2 * n.max(1)) as f64).collect()),
    ];
    if n == 8 {
        all.push(("Rosser", rosser()));
    }
    for (name, values) in [
        ("even", even(n, eps)),
        ("geometric", geometric(n, eps)),
        ("clustered", clustered(n, eps)),
        ("condition 0.1 / eps", geometric(n, 10.0 * eps)),
    ] {
        all.push((name, symmetric(n, |i, j| if i == j { values[i] } else { 0.0 })));
        let turned = with_eigenvalues(&values, 7);
        for factor in [to.largest.sqrt(), to.least.sqrt()] {
            all.push((name, turned.iter().map(|x| x * factor).collect()));
        }
        all.push((name, turned));
    }
    all
}

/// Matrices of m rows and n columns with names.
pub(super) fn rectangular_ones(m: usize, n: usize, to: Limits) -> Vec<(&'static str, Vec<f64>)> {
    let (eps, k) = (to.eps, m.min(n));
    let noise = random(m, n, (m * 1000 + n) as u64);
    let masked = |zero: &dyn Fn(usize, usize) -> bool| {
        from_fn(m, n, |i, j| if zero(i, j) { 0.0 } else { noise[i * n + j] })
    };
    let mut all = vec![
        ("zero", vec![0.0; m * n]),
        ("identity", from_fn(m, n, |i, j| f64::from(u8::from(i == j)))),
        ("random", noise.clone()),
        ("first column zero", masked(&|_, j| j == 0)),
        ("last column zero", masked(&|_, j| j + 1 == n)),
        ("half of the columns zero", masked(&|_, j| j >= n / 2)),
        ("first row zero", masked(&|i, _| i == 0)),
        ("last row zero", masked(&|i, _| i + 1 == m)),
        ("half of the rows zero", masked(&|i, _| i >= m / 2)),
        ("upper triangle", masked(&|i, j| i > j)),
        ("lower triangle", masked(&|i, j| i < j)),
        ("bidiagonal", masked(&|i, j| i != j && i + 1 != j)),
        ("zeros on the diagonal", masked(&|i, j| i == j)),
        ("rank 1", from_fn(m, n, |i, j| ((i + 1) * (j + 2)) as f64)),
        ("rank 2", from_fn(m, n, |i, j| ((i + 1) * (j + 2)) as f64 - ((i * i + 2) * (j + 1)) as f64 / 64.0)),
        ("ones", vec![1.0; m * n]),
        ("graded columns", from_fn(m, n, |i, j| noise[i * n + j] * 10_f64.powi(-(j.min(30) as i32)))),
        ("graded rows", from_fn(m, n, |i, j| noise[i * n + j] * 10_f64.powi(-(i.min(30) as i32)))),
        ("graded", from_fn(m, n, |i, j| 10_f64.powi(-((i + j).min(30) as i32)))),
        ("subnormal", noise.iter().map(|x| x * to.least * 0.25).collect()),
        ("nearly subnormal", noise.iter().map(|x| x * to.least / eps).collect()),
        ("near the largest", noise.iter().map(|x| x * to.largest / (2 * m.max(n).max(1)) as f64).collect()),
    ];
    if m == n {
        all.push(("Hilbert", hilbert(n)));
        all.push(("Kahan", kahan(n)));
        all.push(("Frank", frank(n)));
        all.push(("Grcar", grcar(n)));
        all.push(("Moler", moler(n)));
        all.push(("permutation", permutation(n)));
        all.push(("-1, 2, -1", second_difference(n)));
        all.push(("Wilkinson", wilkinson(n)));
    }
    for (name, values) in [
        ("even", even(k, eps)),
        ("geometric", geometric(k, eps)),
        ("clustered", clustered(k, eps)),
        ("condition 0.1 / eps", geometric(k, 10.0 * eps)),
        ("repeated", (0..k).map(|i| (k / 3 - i / 3) as f64).collect()),
    ] {
        all.push((name, from_fn(m, n, |i, j| if i == j { values[i] } else { 0.0 })));
        let turned = with_singular_values(m, n, &values, 8);
        for factor in [to.largest.sqrt(), to.least.sqrt()] {
            all.push((name, turned.iter().map(|x| x * factor).collect()));
        }
        all.push((name, turned));
    }
    all
}
