//! ndarray without BLAS: row by row as ours, results into an existing array (`general_mat_mul`).

use crate::entry::Entry;
use crate::row::{Form, Inputs, Number, Row};
use ndarray::linalg::{general_mat_mul, general_mat_vec_mul};
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, ArrayViewMut1, ArrayViewMut2, LinalgScalar};
use std::rc::Rc;

const LIBRARY: &str = "ndarray";

fn matrix<T: Clone>(rows: usize, columns: usize, elements: &[T]) -> Array2<T> {
    Array2::from_shape_vec((rows, columns), elements.to_vec()).expect("rows * columns elements")
}

fn dot<T: LinalgScalar + Number>(x: &Inputs<T>) -> Vec<Entry> {
    let (a, b) = (Array1::from_vec(x.a.to_vec()), Array1::from_vec(x.b.to_vec()));
    vec![Entry::value(LIBRARY, "", (a, b), |a, b| a.dot(b), |c, _, _| c.to_f64())]
}

/// Its sums and products wrap in release builds only, which is what runs here.
pub fn i32(x: &Inputs<i32>) -> Vec<Entry> {
    if x.row.form == Form::Dot { dot(x) } else { Vec::new() }
}

pub fn real<T: LinalgScalar + Number>(x: &Inputs<T>) -> Vec<Entry> {
    let Row { form, count, m, n, k, .. } = x.row;
    let c = Array2::from_elem((m, n), T::POISON);
    let at = |c: &Array2<T>, i: usize, j: usize| c[[i, j]].to_f64();
    let (one, zero) = (T::one(), T::zero());
    match form {
        Form::Dot => dot(x),
        Form::Nt => vec![Entry::into(
            LIBRARY,
            "",
            (matrix(m, k, &x.a), matrix(n, k, &x.b), c),
            move |a, b, c| general_mat_mul(one, a, &b.t(), zero, c),
            at,
        )],
        Form::Nn => vec![Entry::into(
            LIBRARY,
            "",
            (matrix(m, k, &x.a), matrix(k, n, &x.b), c),
            move |a, b, c| general_mat_mul(one, a, b, zero, c),
            at,
        )],
        Form::MatVec => vec![Entry::into(
            LIBRARY,
            "",
            (matrix(m, k, &x.a), Array1::from_vec(x.b.to_vec()), Array1::from_elem(m, T::POISON)),
            move |a, b, c| general_mat_vec_mul(one, a, b, zero, c),
            |c, i, _| c[i].to_f64(),
        )],
        Form::Query => vec![Entry::into(
            LIBRARY,
            "",
            (Rc::clone(&x.a), Rc::clone(&x.b), vec![T::POISON; n]),
            move |a, b, c| {
                let b = ArrayView2::from_shape((n, k), b).expect("n rows of k");
                let mut c = ArrayViewMut1::from(&mut c[..]);
                general_mat_vec_mul(one, &b, &ArrayView1::from(&a[..]), zero, &mut c);
            },
            |c, _, j| c[j].to_f64(),
        )],
        Form::Batch => vec![Entry::into(
            LIBRARY,
            "loop",
            (Rc::clone(&x.a), Rc::clone(&x.b), vec![T::POISON; count * m * n]),
            move |a, b, c| {
                let inputs = a.chunks_exact(m * k).zip(b.chunks_exact(k * n));
                for ((a, b), c) in inputs.zip(c.chunks_exact_mut(m * n)) {
                    let a = ArrayView2::from_shape((m, k), a).expect("m rows of k");
                    let b = ArrayView2::from_shape((k, n), b).expect("k rows of n");
                    let mut c = ArrayViewMut2::from_shape((m, n), c).expect("m rows of n");
                    general_mat_mul(one, &a, &b, zero, &mut c);
                }
            },
            move |c, i, j| c[i * n + j].to_f64(),
        )],
    }
}
