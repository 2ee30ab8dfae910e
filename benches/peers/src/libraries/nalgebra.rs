//! nalgebra: `SMatrix` where the lengths are known, else `DMatrix`, both column by column. Its own order of
//! memory makes two readings of A·Bᵀ: the product with a transpose, and `tr_mul`, whose operands are the
//! same memory as ours.

use crate::entry::Entry;
use crate::row::{Form, Inputs, Number, Row};
use crate::{with_length, with_lengths};
use nalgebra::{DMatrix, DMatrixView, DVectorView, DVectorViewMut, RealField, SMatrix, SVector};
use std::rc::Rc;

const LIBRARY: &str = "nalgebra";

pub fn real<T: RealField + Copy + Number>(x: &Inputs<T>) -> Vec<Entry> {
    match x.row.form {
        Form::Dot => with_length!(dot::<T>(x)),
        Form::Nt => {
            let small = with_lengths!(nt::<T>(x));
            if small.is_empty() { nt_large(x) } else { small }
        }
        Form::Nn => with_lengths!(nn::<T>(x)),
        Form::MatVec => with_lengths!(mat_vec::<T>(x)),
        Form::Query => query(x),
        Form::Batch => with_lengths!(batch::<T>(x)),
    }
}

fn dot<T: RealField + Copy + Number, const N: usize>(x: &Inputs<T>) -> Vec<Entry> {
    let a = SVector::<T, N>::from_column_slice(&x.a);
    let b = SVector::<T, N>::from_column_slice(&x.b);
    vec![Entry::value(LIBRARY, "", (a, b), |a, b| a.dot(b), |c, _, _| c.to_f64())]
}

/// Its sums and products wrap in release builds only, which is what runs here.
pub fn i32(x: &Inputs<i32>) -> Vec<Entry> {
    #[expect(clippy::extra_unused_type_parameters, reason = "`with_length` names the element")]
    fn dot<T, const N: usize>(x: &Inputs<i32>) -> Vec<Entry> {
        let a = SVector::<i32, N>::from_column_slice(&x.a);
        let b = SVector::<i32, N>::from_column_slice(&x.b);
        vec![Entry::value(LIBRARY, "", (a, b), |a, b| a.dot(b), |c, _, _| f64::from(*c))]
    }
    with_length!(dot::<i32>(x))
}

fn matrix<T: RealField + Copy, const R: usize, const C: usize>(rows: &[T]) -> SMatrix<T, R, C> {
    SMatrix::from_row_slice(rows)
}

fn nt<T: RealField + Copy + Number, const M: usize, const N: usize, const K: usize>(
    x: &Inputs<T>,
) -> Vec<Entry> {
    let a: SMatrix<T, M, K> = matrix(&x.a);
    let b: SMatrix<T, N, K> = matrix(&x.b);
    let c = SMatrix::<T, M, N>::repeat(T::POISON);
    vec![
        Entry::value(LIBRARY, "*", (a, b), |a, b| a * b.transpose(), |c, i, j| c[(i, j)].to_f64())
            .by_columns(),
        Entry::into(
            LIBRARY,
            "mul_to",
            (a, b, c),
            |a, b, c| a.mul_to(&b.transpose(), c),
            |c, i, j| c[(i, j)].to_f64(),
        )
        .by_columns(),
        Entry::value(
            LIBRARY,
            "tr_mul",
            (a.transpose(), b.transpose()),
            |a, b| a.tr_mul(b),
            |c, i, j| c[(i, j)].to_f64(),
        ),
    ]
}

fn nn<T: RealField + Copy + Number, const M: usize, const N: usize, const K: usize>(
    x: &Inputs<T>,
) -> Vec<Entry> {
    let a: SMatrix<T, M, K> = matrix(&x.a);
    let b: SMatrix<T, K, N> = matrix(&x.b);
    let c = SMatrix::<T, M, N>::repeat(T::POISON);
    vec![
        Entry::value(LIBRARY, "*", (a, b), |a, b| a * b, |c, i, j| c[(i, j)].to_f64()),
        Entry::into(LIBRARY, "mul_to", (a, b, c), |a, b, c| a.mul_to(b, c), |c, i, j| c[(i, j)].to_f64()),
    ]
}

fn mat_vec<T: RealField + Copy + Number, const M: usize, const N: usize, const K: usize>(
    x: &Inputs<T>,
) -> Vec<Entry> {
    let a: SMatrix<T, M, K> = matrix(&x.a);
    let b = SVector::<T, K>::from_column_slice(&x.b);
    vec![Entry::value(LIBRARY, "*", (a, b), |a, b| a * b, |c, i, _| c[i].to_f64()).by_columns()]
}

fn nt_large<T: RealField + Copy + Number>(x: &Inputs<T>) -> Vec<Entry> {
    let Row { m, n, k, .. } = x.row;
    let a = DMatrix::from_row_slice(m, k, &x.a);
    let b = DMatrix::from_row_slice(n, k, &x.b).transpose();
    let c = DMatrix::from_element(m, n, T::POISON);
    // `gemm` takes a transpose only as another matrix: one that is already transposed is the better case.
    vec![
        Entry::into(LIBRARY, "mul_to", (a, b, c), |a, b, c| a.mul_to(b, c), |c, i, j| c[(i, j)].to_f64())
            .by_columns(),
    ]
}

fn query<T: RealField + Copy + Number>(x: &Inputs<T>) -> Vec<Entry> {
    let Row { n, k, .. } = x.row;
    vec![Entry::into(
        LIBRARY,
        "gemv_tr",
        (Rc::clone(&x.a), Rc::clone(&x.b), vec![T::POISON; n]),
        move |a, b, c| {
            let (a, b) = (DVectorView::from_slice(a, k), DMatrixView::from_slice(b, k, n));
            DVectorViewMut::from_slice(c, n).gemv_tr(T::one(), &b, &a, T::zero());
        },
        |c, _, j| c[j].to_f64(),
    )]
}

fn batch<T: RealField + Copy + Number, const M: usize, const N: usize, const K: usize>(
    x: &Inputs<T>,
) -> Vec<Entry> {
    let a: Vec<SMatrix<T, M, K>> = x.a.chunks_exact(M * K).map(matrix).collect();
    let b: Vec<SMatrix<T, K, N>> = x.b.chunks_exact(K * N).map(matrix).collect();
    let c = vec![SMatrix::<T, M, N>::repeat(T::POISON); x.row.count];
    vec![Entry::into(
        LIBRARY,
        "loop",
        (a, b, c),
        |a, b, c| {
            for ((a, b), c) in a.iter().zip(b).zip(c) {
                a.mul_to(b, c);
            }
        },
        |c, i, j| c[i / M][(i % M, j)].to_f64(),
    )]
}
