//! glam: matrices of 2, 3 and 4 columns and vectors of 4. `Mat3A` is its 3x3 for SIMD, with padded columns.

use crate::entry::Entry;
use crate::row::{Form, Inputs, Row};
use glam::{DMat2, DMat3, DMat4, DVec3, DVec4, Mat2, Mat3, Mat3A, Mat4, Vec3, Vec3A, Vec4};

const LIBRARY: &str = "glam";

/// A·Bᵀ and A·B of a square matrix type.
macro_rules! products {
    ($x:ident, $variant:literal, $Matrix:ident) => {{
        let a = $Matrix::from_cols_slice(&$x.a).transpose();
        let b = $Matrix::from_cols_slice(&$x.b).transpose();
        match $x.row.form {
            Form::Nt => {
                vec![
                    Entry::value(
                        LIBRARY,
                        $variant,
                        (a, b),
                        |a, b| *a * b.transpose(),
                        |c, i, j| c.col(j)[i].into(),
                    )
                    .by_columns(),
                ]
            }
            Form::Nn => {
                vec![Entry::value(LIBRARY, $variant, (a, b), |a, b| *a * *b, |c, i, j| c.col(j)[i].into())]
            }
            _ => Vec::new(),
        }
    }};
}

/// A·x of a square matrix type.
macro_rules! transform {
    ($x:ident, $variant:literal, $Matrix:ident, $Vector:ident) => {{
        let a = $Matrix::from_cols_slice(&$x.a).transpose();
        let b = $Vector::from_slice(&$x.b);
        Entry::value(LIBRARY, $variant, (a, b), |a, b| *a * *b, |c, i, _| c[i].into()).by_columns()
    }};
}

pub fn f32(x: &Inputs<f32>) -> Vec<Entry> {
    let Row { form, count, m, n, k, .. } = x.row;
    match (form, m, n, k) {
        (Form::Dot, 1, 1, 4) => {
            let (a, b) = (Vec4::from_slice(&x.a), Vec4::from_slice(&x.b));
            vec![Entry::value(LIBRARY, "Vec4", (a, b), |a, b| a.dot(*b), |c, _, _| (*c).into())]
        }
        (Form::Nt | Form::Nn, 2, 2, 2) => products!(x, "Mat2", Mat2),
        (Form::Nt | Form::Nn, 3, 3, 3) => {
            [products!(x, "Mat3", Mat3), products!(x, "Mat3A", Mat3A)].into_iter().flatten().collect()
        }
        (Form::Nt | Form::Nn, 4, 4, 4) => products!(x, "Mat4", Mat4),
        (Form::MatVec, 3, 1, 3) => {
            vec![transform!(x, "Mat3", Mat3, Vec3), transform!(x, "Mat3A", Mat3A, Vec3A)]
        }
        (Form::MatVec, 4, 1, 4) => vec![transform!(x, "Mat4", Mat4, Vec4)],
        (Form::Batch, 4, 4, 4) => {
            let matrices = |x: &[f32]| -> Vec<Mat4> {
                x.chunks_exact(16).map(|x| Mat4::from_cols_slice(x).transpose()).collect()
            };
            vec![Entry::into(
                LIBRARY,
                "loop",
                (matrices(&x.a), matrices(&x.b), vec![Mat4::NAN; count]),
                |a, b, c| {
                    for ((a, b), c) in a.iter().zip(b).zip(c) {
                        *c = *a * *b;
                    }
                },
                |c, i, j| c[i / 4].col(j)[i % 4].into(),
            )]
        }
        _ => Vec::new(),
    }
}

pub fn f64(x: &Inputs<f64>) -> Vec<Entry> {
    let Row { form, m, n, k, .. } = x.row;
    match (form, m, n, k) {
        (Form::Nt | Form::Nn, 2, 2, 2) => products!(x, "DMat2", DMat2),
        (Form::Nt | Form::Nn, 3, 3, 3) => products!(x, "DMat3", DMat3),
        (Form::Nt | Form::Nn, 4, 4, 4) => products!(x, "DMat4", DMat4),
        (Form::MatVec, 3, 1, 3) => vec![transform!(x, "DMat3", DMat3, DVec3)],
        (Form::MatVec, 4, 1, 4) => vec![transform!(x, "DMat4", DMat4, DVec4)],
        _ => Vec::new(),
    }
}
