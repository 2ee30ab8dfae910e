//! faer: `matmul` with `Par::Seq`, in its own column-major matrices (`col`) and over rows as ours (`row`).

use crate::entry::Entry;
use crate::row::{Form, Inputs, Number, Row};
use faer::linalg::matmul::{dot::inner_prod, matmul};
use faer::traits::RealField;
use faer::{Accum, ColMut, ColRef, Conj, Mat, MatMut, MatRef, Par, RowRef};
use std::rc::Rc;

const LIBRARY: &str = "faer";

pub fn real<T: RealField + Number + num_traits::Float>(x: &Inputs<T>) -> Vec<Entry> {
    let Row { form, count, m, n, k, .. } = x.row;
    let (a, b) = (Rc::clone(&x.a), Rc::clone(&x.b));
    let c = vec![T::POISON; count * m * n];
    let one = <T as num_traits::One>::one();
    let by_columns =
        |rows, columns, elements: &[T]| Mat::from_fn(rows, columns, |i, j| elements[i * columns + j]);
    let of_columns = |c: &Mat<T>, i: usize, j: usize| Number::to_f64(c[(i, j)]);
    match form {
        Form::Dot => vec![Entry::value(
            LIBRARY,
            "",
            (a, b),
            |a, b| inner_prod(RowRef::from_slice(a), Conj::No, ColRef::from_slice(b), Conj::No),
            |c, _, _| Number::to_f64(*c),
        )],
        Form::Nt => vec![
            Entry::into(
                LIBRARY,
                "col",
                (by_columns(m, k, &a), by_columns(n, k, &b), Mat::full(m, n, T::POISON)),
                move |a, b, c| matmul(c, Accum::Replace, a, b.transpose(), one, Par::Seq),
                of_columns,
            )
            .by_columns(),
            Entry::into(
                LIBRARY,
                "row",
                (a, b, c),
                move |a, b, c| {
                    let a = MatRef::from_row_major_slice(a, m, k);
                    let b = MatRef::from_row_major_slice(b, n, k).transpose();
                    matmul(MatMut::from_row_major_slice_mut(c, m, n), Accum::Replace, a, b, one, Par::Seq);
                },
                move |c, i, j| Number::to_f64(c[i * n + j]),
            ),
        ],
        Form::Nn => vec![Entry::into(
            LIBRARY,
            "col",
            (by_columns(m, k, &a), by_columns(k, n, &b), Mat::full(m, n, T::POISON)),
            move |a, b, c| matmul(c, Accum::Replace, a, b, one, Par::Seq),
            of_columns,
        )],
        Form::MatVec => vec![
            Entry::into(
                LIBRARY,
                "col",
                (by_columns(m, k, &a), b, c),
                move |a, b, c| {
                    matmul(
                        ColMut::from_slice_mut(c),
                        Accum::Replace,
                        a,
                        ColRef::from_slice(b),
                        one,
                        Par::Seq,
                    );
                },
                |c, i, _| Number::to_f64(c[i]),
            )
            .by_columns(),
        ],
        Form::Query => vec![Entry::into(
            LIBRARY,
            "row",
            (a, b, c),
            move |a, b, c| {
                let b = MatRef::from_row_major_slice(b, n, k);
                matmul(ColMut::from_slice_mut(c), Accum::Replace, b, ColRef::from_slice(a), one, Par::Seq);
            },
            |c, _, j| Number::to_f64(c[j]),
        )],
        Form::Batch => vec![Entry::into(
            LIBRARY,
            "loop",
            (a, b, c),
            move |a, b, c| {
                let inputs = a.chunks_exact(m * k).zip(b.chunks_exact(k * n));
                for ((a, b), c) in inputs.zip(c.chunks_exact_mut(m * n)) {
                    let (a, b) =
                        (MatRef::from_row_major_slice(a, m, k), MatRef::from_row_major_slice(b, k, n));
                    matmul(MatMut::from_row_major_slice_mut(c, m, n), Accum::Replace, a, b, one, Par::Seq);
                }
            },
            move |c, i, j| Number::to_f64(c[i * n + j]),
        )],
    }
}
