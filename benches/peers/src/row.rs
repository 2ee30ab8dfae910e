//! What is computed: the rows of the table, their inputs (random, the same in every run), and the reference
//! that every library is checked against.

use std::fmt;
use std::rc::Rc;

/// What a row computes. `a` and `b` stand row by row in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `a (K)` with `b (K)`: a number.
    Dot,
    /// `a (M, K) · b (N, K)ᵀ`
    Nt,
    /// `a (M, K) · b (K, N)`
    Nn,
    /// `a (M, K) · b (K)`, a transform of one vector.
    MatVec,
    /// `a (K)` with each row of `b (N, K)`.
    Query,
    /// `a (M, K) · b (K, N)`, `count` of them, one after another in memory.
    Batch,
}

/// What is multiplied; `I8` is summed as `i32`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    F32,
    F64,
    I32,
    I8,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub form: Form,
    pub element: Element,
    pub count: usize,
    pub m: usize,
    pub n: usize,
    pub k: usize,
}

/// The static lengths of dot products: `$f::<$T, N>($x)` for the `N` that `$x` has.
#[macro_export]
macro_rules! with_length {
    ($f:ident::<$T:ty>($x:expr)) => {
        match $x.row.k {
            4 => $f::<$T, 4>($x),
            16 => $f::<$T, 16>($x),
            17 => $f::<$T, 17>($x),
            31 => $f::<$T, 31>($x),
            64 => $f::<$T, 64>($x),
            100 => $f::<$T, 100>($x),
            128 => $f::<$T, 128>($x),
            384 => $f::<$T, 384>($x),
            768 => $f::<$T, 768>($x),
            1024 => $f::<$T, 1024>($x),
            1536 => $f::<$T, 1536>($x),
            _ => Vec::new(),
        }
    };
}

/// The static lengths of small matrices: `$f::<$T, M, N, K>($x)` for those that `$x` has.
#[macro_export]
macro_rules! with_lengths {
    ($f:ident::<$T:ty>($x:expr)) => {
        match ($x.row.m, $x.row.n, $x.row.k) {
            (2, 2, 2) => $f::<$T, 2, 2, 2>($x),
            (3, 3, 3) => $f::<$T, 3, 3, 3>($x),
            (4, 4, 4) => $f::<$T, 4, 4, 4>($x),
            (6, 6, 6) => $f::<$T, 6, 6, 6>($x),
            (8, 8, 8) => $f::<$T, 8, 8, 8>($x),
            (16, 16, 16) => $f::<$T, 16, 16, 16>($x),
            (32, 32, 32) => $f::<$T, 32, 32, 32>($x),
            (5, 7, 9) => $f::<$T, 5, 7, 9>($x),
            (13, 11, 17) => $f::<$T, 13, 11, 17>($x),
            (3, 1, 3) => $f::<$T, 3, 1, 3>($x),
            (4, 1, 4) => $f::<$T, 4, 1, 4>($x),
            _ => Vec::new(),
        }
    };
}

/// The static lengths of large square matrices.
#[macro_export]
macro_rules! with_large_lengths {
    ($f:ident::<$T:ty>($x:expr)) => {
        match ($x.row.m, $x.row.n, $x.row.k) {
            (64, 64, 64) => $f::<$T, 64, 64, 64>($x),
            (256, 256, 256) => $f::<$T, 256, 256, 256>($x),
            (1024, 1024, 1024) => $f::<$T, 1024, 1024, 1024>($x),
            _ => Vec::new(),
        }
    };
}

impl Row {
    /// All rows, in the order of the table.
    #[must_use]
    pub fn all() -> Vec<Row> {
        use Element::{F32, F64, I8, I32};
        use Form::{Batch, Dot, MatVec, Nn, Nt, Query};
        let row = |form, element, m, n, k| Row { form, element, count: 1, m, n, k };
        let square = |form, element, n| row(form, element, n, n, n);
        let mut rows = Vec::new();
        rows.extend([4, 16, 64, 128, 768, 1536, 17, 31, 100].map(|n| row(Dot, F32, 1, 1, n)));
        rows.extend([64, 384, 1024].map(|n| row(Dot, F64, 1, 1, n)));
        rows.extend([128, 1024].map(|n| row(Dot, I32, 1, 1, n)));
        rows.extend([64, 128, 1024].map(|n| row(Dot, I8, 1, 1, n)));
        rows.extend([2, 3, 4, 6, 8, 16, 32].map(|n| square(Nt, F32, n)));
        rows.extend([2, 3, 4, 6, 8, 16, 32].map(|n| square(Nn, F32, n)));
        rows.extend([row(Nt, F32, 5, 7, 9), row(Nt, F32, 13, 11, 17)]);
        rows.extend([4, 8, 16, 32].map(|n| square(Nt, F64, n)));
        rows.extend([3, 4].map(|n| row(MatVec, F32, n, 1, n)));
        rows.extend([128, 384, 768].map(|k| row(Query, F32, 1, 1000, k)));
        rows.push(row(Query, F32, 1, 100_000, 768));
        rows.extend([128, 768].map(|k| row(Query, I8, 1, 1000, k)));
        rows.extend([64, 256, 1024].map(|n| square(Nt, F32, n)));
        rows.extend([64, 256, 1024].map(|n| square(Nt, F64, n)));
        rows.push(row(Nt, F64, 5000, 5000, 100));
        rows.push(Row { count: 1000, ..square(Batch, F32, 4) });
        rows.push(Row { count: 64, ..square(Batch, F32, 16) });
        rows
    }

    /// The number of multiplications and additions.
    #[must_use]
    pub fn flops(&self) -> f64 {
        2.0 * self.count as f64 * self.m as f64 * self.n as f64 * self.k as f64
    }

    /// The bytes of the operands and of the result.
    #[must_use]
    pub fn bytes(&self) -> f64 {
        let (input, output) = match self.element {
            Element::F32 | Element::I32 => (4, 4),
            Element::F64 => (8, 8),
            Element::I8 => (1, 4),
        };
        let elements = input * (self.m * self.k + self.k * self.n) + output * self.m * self.n;
        (self.count * elements) as f64
    }

    /// The rows of the result, those of a batch one after another.
    #[must_use]
    pub fn result_rows(&self) -> usize {
        self.count * self.m
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let element = match self.element {
            Element::F32 => "f32",
            Element::F64 => "f64",
            Element::I32 => "i32",
            Element::I8 => "i8->i32",
        };
        let Row { count, m, n, k, .. } = *self;
        match self.form {
            Form::Dot => write!(f, "dot {element} {k}"),
            Form::Nt if m == n && n == k => write!(f, "A·Bᵀ {element} {n}x{n}"),
            Form::Nt => write!(f, "A·Bᵀ {element} ({m},{k})({n},{k})"),
            Form::Nn => write!(f, "A·B {element} {n}x{n}"),
            Form::MatVec => write!(f, "A·x {element} {m}x{k}"),
            Form::Query => write!(f, "query {element} {n}x{k}"),
            Form::Batch => write!(f, "batched {element} {count} x {n}x{n}"),
        }
    }
}

/// The operands of a row.
#[derive(Clone)]
pub struct Inputs<T> {
    pub row: Row,
    pub a: Rc<Vec<T>>,
    pub b: Rc<Vec<T>>,
}

impl<T: Number> Inputs<T> {
    /// Random numbers, the same for the same row.
    #[must_use]
    pub fn new(row: Row) -> Self {
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        let mut fill = |n| Rc::new((0..row.count * n).map(|_| T::random(&mut random)).collect());
        Inputs { row, a: fill(row.m * row.k), b: fill(row.k * row.n) }
    }

    /// `a (M, K)` column by column.
    #[must_use]
    pub fn a_by_columns(&self) -> Vec<T> {
        by_columns(&self.a, self.row.m, self.row.k)
    }

    /// `b` column by column, of (N, K) or of (K, N).
    #[must_use]
    pub fn b_by_columns(&self) -> Vec<T> {
        match self.row.form {
            Form::Nn | Form::Batch => by_columns(&self.b, self.row.k, self.row.n),
            _ => by_columns(&self.b, self.row.n, self.row.k),
        }
    }

    /// Element (i, j) of the result, and the error that it may have.
    #[must_use]
    pub fn reference(&self, i: usize, j: usize) -> (f64, f64) {
        let Row { m, n, k, .. } = self.row;
        let (matrix, i) = (i / m, i % m);
        let (a, b) = (&self.a[matrix * m * k..], &self.b[matrix * k * n..]);
        let terms = (0..k).map(|p| match self.row.form {
            Form::Nn | Form::Batch => (a[i * k + p], b[p * n + j]),
            _ => (a[i * k + p], b[j * k + p]),
        });
        T::sum_of_products(k, terms)
    }
}

fn by_columns<T: Copy>(x: &[T], rows: usize, columns: usize) -> Vec<T> {
    let mut out = Vec::with_capacity(x.len());
    for j in 0..columns {
        out.extend((0..rows).map(|i| x[i * columns + j]));
    }
    out
}

/// Numbers that look random (G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003).
pub struct Random(u64);

impl Random {
    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

/// An element of the inputs.
pub trait Number: Copy + 'static {
    /// What fills a result before it is computed: whoever adds to it instead of writing it is found.
    const POISON: Self;
    fn random(random: &mut Random) -> Self;
    fn to_f64(self) -> f64;
    /// The sum of `k` products, and the error that it may have.
    fn sum_of_products(k: usize, terms: impl Iterator<Item = (Self, Self)>) -> (f64, f64);
}

macro_rules! float {
    ($T:ty) => {
        impl Number for $T {
            const POISON: Self = <$T>::NAN;
            fn random(random: &mut Random) -> Self {
                // 24 bits, in [-1, 1).
                (random.bits() >> 40) as $T / (1 << 23) as $T - 1.0
            }
            fn to_f64(self) -> f64 {
                self.into()
            }
            fn sum_of_products(k: usize, terms: impl Iterator<Item = (Self, Self)>) -> (f64, f64) {
                let (mut sum, mut size) = (0.0, 0.0);
                for (a, b) in terms {
                    let product = f64::from(a) * f64::from(b);
                    sum += product;
                    size += product.abs();
                }
                // Any order of summation is within k half epsilons of the size; the reference itself, too.
                (sum, (k + 1) as f64 * f64::from(<$T>::EPSILON) * size)
            }
        }
    };
}
float!(f32);
float!(f64);

macro_rules! integer {
    ($T:ty) => {
        impl Number for $T {
            const POISON: Self = <$T>::MAX;
            fn random(random: &mut Random) -> Self {
                (random.bits() >> 32) as $T
            }
            fn to_f64(self) -> f64 {
                self.into()
            }
            fn sum_of_products(_: usize, terms: impl Iterator<Item = (Self, Self)>) -> (f64, f64) {
                let wrapping = |sum: i32, (a, b)| sum.wrapping_add(i32::from(a).wrapping_mul(i32::from(b)));
                (terms.fold(0, wrapping).into(), 0.0)
            }
        }
    };
}
integer!(i8);
integer!(i32);
