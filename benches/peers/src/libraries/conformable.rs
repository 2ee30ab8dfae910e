//! This crate: static shapes first, which is what "ours" means in the table, then the same with lengths that
//! only run time knows. What has no public operation yet is called by its kernel.

use crate::entry::Entry;
use crate::row::{Form, Inputs, Number, Row};
use crate::{with_large_lengths, with_length, with_lengths};
use conformable::kernel::contract::widen;
use conformable::kernel::{MatMut, MatRef, VecRef};
use conformable::simd::Element;
use conformable::{Array, ArrayView, ArrayViewMut, Const, Dyn, Matrix, Scalar, Vector};
use std::rc::Rc;

const LIBRARY: &str = "conformable";

pub fn f32(x: &Inputs<f32>) -> Vec<Entry> {
    match x.row.form {
        Form::Dot => [with_length!(dot::<f32>(x)), dot_dyn(x)].into_iter().flatten().collect(),
        _ => real::<f32>(x),
    }
}

pub fn f64(x: &Inputs<f64>) -> Vec<Entry> {
    match x.row.form {
        Form::Dot => [with_length!(dot::<f64>(x)), dot_dyn(x)].into_iter().flatten().collect(),
        _ => real::<f64>(x),
    }
}

pub fn i32(x: &Inputs<i32>) -> Vec<Entry> {
    [with_length!(dot::<i32>(x)), dot_dyn(x)].into_iter().flatten().collect()
}

pub fn i8(x: &Inputs<i8>) -> Vec<Entry> {
    let Row { form, n, k, .. } = x.row;
    let (a, b) = (Rc::clone(&x.a), Rc::clone(&x.b));
    match form {
        Form::Dot => vec![Entry::value(
            LIBRARY,
            "kernel",
            (a, b),
            |a, b| widen::dot_bytes(VecRef::from_slice(a), VecRef::from_slice(b)),
            |c, _, _| f64::from(*c),
        )],
        Form::Query => vec![Entry::into(
            LIBRARY,
            "kernel",
            (a, b, vec![i32::MAX; n]),
            move |a, b, c| {
                let rows = MatRef::from_slice(b, n, k).expect("n rows of k");
                let c = MatMut::from_slice(c, n, 1).expect("n sums");
                widen::gemv_bytes(c, rows, VecRef::from_slice(a));
            },
            |c, _, j| f64::from(c[j]),
        )],
        _ => Vec::new(),
    }
}

fn real<T: Scalar + Number + Element>(x: &Inputs<T>) -> Vec<Entry> {
    let several = match x.row.form {
        Form::Nt => [with_lengths!(nt::<T>(x)), with_large_lengths!(nt_large::<T>(x)), nt_dyn(x)],
        Form::Nn => [with_lengths!(nn::<T>(x)), Vec::new(), nn_dyn(x)],
        Form::MatVec => [with_lengths!(mat_vec::<T>(x)), Vec::new(), Vec::new()],
        Form::Query => [query_typed(x), Vec::new(), query_dyn(x)],
        Form::Batch => [with_lengths!(batch::<T>(x)), Vec::new(), Vec::new()],
        Form::Dot => [Vec::new(), Vec::new(), Vec::new()],
    };
    several.into_iter().flatten().collect()
}

fn dot<T: Scalar + Number, const N: usize>(x: &Inputs<T>) -> Vec<Entry> {
    let a: Vector<T, N> = x.a.as_slice().try_into().expect("N elements");
    let b: Vector<T, N> = x.b.as_slice().try_into().expect("N elements");
    vec![Entry::value(LIBRARY, "static", (a, b), |a, b| a.inner(b), |c, _, _| c.to_f64())]
}

fn dot_dyn<T: Scalar + Number>(x: &Inputs<T>) -> Vec<Entry> {
    let (a, b) = (Array::from(x.a.to_vec()), Array::from(x.b.to_vec()));
    let inner = |a: &Array<T, (Dyn,)>, b: &Array<T, (Dyn,)>| a.inner(b).unwrap_or(T::ZERO);
    vec![Entry::value(LIBRARY, "dyn", (a, b), inner, |c, _, _| c.to_f64())]
}

fn matrix<T: Clone, const R: usize, const C: usize>(elements: &[T]) -> Matrix<T, R, C> {
    elements.try_into().expect("R * C elements")
}

fn nt<T: Scalar + Number, const M: usize, const N: usize, const K: usize>(x: &Inputs<T>) -> Vec<Entry> {
    let a: Matrix<T, M, K> = matrix(&x.a);
    let b: Matrix<T, N, K> = matrix(&x.b);
    let c = Matrix::<T, M, N>::full(T::POISON);
    vec![
        Entry::value(LIBRARY, "static", (a, b), |a, b| a.inner(b), |c, i, j| c[[i, j]].to_f64()),
        Entry::into(LIBRARY, "into", (a, b, c), |a, b, c| a.inner_into(b, c), |c, i, j| c[[i, j]].to_f64()),
        Entry::value(LIBRARY, "view", (a, b), |a, b| a.view().inner(&b.view()), |c, i, j| c[[i, j]].to_f64()),
    ]
}

fn nt_large<T: Scalar + Number, const M: usize, const N: usize, const K: usize>(x: &Inputs<T>) -> Vec<Entry> {
    let a = Matrix::<T, M, K>::boxed_from_fn(|[i, p]| x.a[i * K + p]);
    let b = Matrix::<T, N, K>::boxed_from_fn(|[j, p]| x.b[j * K + p]);
    let c = Matrix::<T, M, N>::boxed_from_fn(|_| T::POISON);
    vec![Entry::into(
        LIBRARY,
        "static",
        (a, b, c),
        |a, b, c| a.inner_into(&**b, &mut **c),
        |c, i, j| c[[i, j]].to_f64(),
    )]
}

/// Rows of run-time number and length.
fn rows<T: Clone>(rows: usize, columns: usize, elements: Vec<T>) -> Array<T, (Dyn, Dyn)> {
    Array::from_vec((Dyn(rows), Dyn(columns)), elements).expect("rows * columns elements")
}

fn nt_dyn<T: Scalar + Number>(x: &Inputs<T>) -> Vec<Entry> {
    let Row { m, n, k, .. } = x.row;
    let (a, b) = (rows(m, k, x.a.to_vec()), rows(n, k, x.b.to_vec()));
    let c = rows(m, n, vec![T::POISON; m * n]);
    vec![Entry::into(
        LIBRARY,
        "dyn",
        (a, b, c),
        |a, b, c| a.inner_into(b, c).expect("conformable"),
        |c, i, j| c[[i, j]].to_f64(),
    )]
}

fn nn<T: Scalar + Number, const M: usize, const N: usize, const K: usize>(x: &Inputs<T>) -> Vec<Entry> {
    let a: Matrix<T, M, K> = matrix(&x.a);
    let b: Matrix<T, K, N> = matrix(&x.b);
    vec![Entry::value(LIBRARY, "static", (a, b), |a, b| a.inner(&b.t()), |c, i, j| c[[i, j]].to_f64())]
}

fn nn_dyn<T: Scalar + Number>(x: &Inputs<T>) -> Vec<Entry> {
    let Row { m, n, k, .. } = x.row;
    let (a, b) = (rows(m, k, x.a.to_vec()), rows(k, n, x.b.to_vec()));
    let c = rows(m, n, vec![T::POISON; m * n]);
    vec![Entry::into(
        LIBRARY,
        "dyn",
        (a, b, c),
        |a, b, c| a.inner_into(&b.t(), c).expect("conformable"),
        |c, i, j| c[[i, j]].to_f64(),
    )]
}

fn mat_vec<T: Scalar + Number, const M: usize, const N: usize, const K: usize>(x: &Inputs<T>) -> Vec<Entry> {
    let a: Matrix<T, M, K> = matrix(&x.a);
    let b: Vector<T, K> = x.b.as_slice().try_into().expect("K elements");
    vec![Entry::value(LIBRARY, "static", (a, b), |a, b| a.inner(b), |c, i, _| c[[i]].to_f64())]
}

/// Rows whose length is in the type, their number is not: how a table of embeddings is typed.
fn query_typed<T: Scalar + Number>(x: &Inputs<T>) -> Vec<Entry> {
    fn of_width<T: Scalar + Number, const K: usize>(x: &Inputs<T>) -> Vec<Entry> {
        let n = x.row.n;
        let a: Vector<T, K> = x.a.as_slice().try_into().expect("K elements");
        vec![Entry::into(
            LIBRARY,
            "static K",
            (a, Rc::clone(&x.b), vec![T::POISON; n]),
            move |a, b, c| {
                let b = ArrayView::from_slice((Dyn(n), Const::<K>), b).expect("n rows of K");
                let mut c = ArrayViewMut::from_slice((Dyn(n),), c).expect("n sums");
                a.inner_into(&b, &mut c).expect("conformable");
            },
            |c, _, j| c[j].to_f64(),
        )]
    }
    with_length!(of_width::<T>(x))
}

fn query_dyn<T: Scalar + Number>(x: &Inputs<T>) -> Vec<Entry> {
    let Row { n, k, .. } = x.row;
    vec![Entry::into(
        LIBRARY,
        "dyn",
        (Rc::clone(&x.a), Rc::clone(&x.b), vec![T::POISON; n]),
        move |a, b, c| {
            let a = ArrayView::from_slice((Dyn(k),), a).expect("k elements");
            let b = ArrayView::from_slice((Dyn(n), Dyn(k)), b).expect("n rows of k");
            let mut c = ArrayViewMut::from_slice((Dyn(n),), c).expect("n sums");
            a.inner_into(&b, &mut c).expect("conformable");
        },
        |c, _, j| c[j].to_f64(),
    )]
}

fn batch<T: Scalar + Number + Element, const M: usize, const N: usize, const K: usize>(
    x: &Inputs<T>,
) -> Vec<Entry> {
    let count = x.row.count;
    let (a, b) = (x.a.as_slice(), x.b.as_slice());
    let stack_a =
        Array::from_vec((Dyn(count), Const::<M>, Const::<K>), a.to_vec()).expect("count of M rows of K");
    let stack_b =
        Array::from_vec((Dyn(count), Const::<K>, Const::<N>), b.to_vec()).expect("count of K rows of N");
    let stack_c =
        Array::from_shape_elem((Dyn(count), Const::<M>, Const::<N>), T::POISON).expect("not too many");
    let matmul =
        |a: &Array<T, (Dyn, Const<M>, Const<K>)>,
         b: &Array<T, (Dyn, Const<K>, Const<N>)>,
         c: &mut Array<T, (Dyn, Const<M>, Const<N>)>| a.matmul_into(b, c).expect("they fit");
    let arrays_a: Vec<Matrix<T, M, K>> = a.chunks_exact(M * K).map(matrix).collect();
    let arrays_b: Vec<Matrix<T, K, N>> = b.chunks_exact(K * N).map(matrix).collect();
    let arrays_c = vec![Matrix::<T, M, N>::full(T::POISON); count];
    vec![
        Entry::into(LIBRARY, "matmul", (stack_a, stack_b, stack_c), matmul, |c, i, j| {
            c.as_slice()[i * N + j].to_f64()
        }),
        Entry::into(
            LIBRARY,
            "loop",
            (arrays_a, arrays_b, arrays_c),
            |a, b, c| {
                for ((a, b), c) in a.iter().zip(b).zip(c) {
                    a.inner_into(&b.t(), c);
                }
            },
            |c, i, j| c[i / M][[i % M, j]].to_f64(),
        ),
    ]
}
