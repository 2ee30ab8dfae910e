//! The map family: order of calls, all forms of arrays, broadcasting in both directions, panics in the function.

#![cfg(feature = "alloc")]

use conformable::prelude::*;
use conformable::{Ownership, axis, shape};
use std::cell::Cell;
use std::rc::Rc;

axis!(Joint: 3);

fn counted(dims: &[usize]) -> ArrayD<i64> {
    let len = dims.iter().product::<usize>() as i64;
    ArrayD::from_vec(DynRank::new(dims).unwrap(), (0..len).collect()).unwrap()
}

/// Positions in row-major order, one by one.
fn positions(dims: &[usize]) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for d in dims {
        all = all.into_iter().flat_map(|p| (0..*d).map(move |i| [&p[..], &[i]].concat())).collect();
    }
    all
}

#[test]
fn map_is_the_function_of_every_element_in_row_major_order() {
    for dims in [&[][..], &[0], &[5], &[2, 3], &[3, 0, 2], &[2, 1, 3, 2], &[2, 2, 2, 2, 2]] {
        let a = counted(dims);
        let turned = a.t().to_owned();
        for view in [a.view(), turned.t()] {
            let mut seen = vec![];
            let b = view.map(|x| {
                seen.push(x);
                (x * 3) as f64
            });
            assert_eq!(seen, a.as_slice());
            assert_eq!(b.dims(), a.dims());
            assert!(b.as_slice().iter().zip(a.as_slice()).all(|(b, a)| *b == (a * 3) as f64));
            assert_eq!(
                view.fold(7, |h: i64, x| h.wrapping_mul(31) + x),
                a.as_slice().iter().fold(7, |h: i64, x| h.wrapping_mul(31) + x)
            );
            let mut out = turned.map(|_| 0_u8);
            view.map_into(&mut out.t_mut(), |x| x as u8).unwrap();
            assert_eq!(out.t().to_owned(), a.map(|x| x as u8));
        }
        let mut changed = turned.clone();
        let mut seen = vec![];
        changed.t_mut().map_inplace(|x| {
            seen.push(x);
            -x
        });
        assert_eq!(seen, a.as_slice());
        assert_eq!(changed.t().to_owned(), a.map(|x| -x));
    }
}

#[test]
fn map_keeps_the_kind_of_array() {
    let m: Matrix<bool, 2, 2> = Matrix::new([[1, 2], [3, 4]]).map(|x| x > 2);
    assert_eq!(m, Matrix::new([[false, false], [true, true]]));
    let named: Array<f32, (Joint,)> = Array::<f32, (Joint,)>::ones().map(|x| x + 1.);
    assert_eq!(named.as_slice(), [2.; 3]);
    let zero: Array<i32, ()> = Array::<i32, ()>::new(3).map(|x: i32| x + 1);
    assert_eq!(zero.fold(0, |a, x| a + x), 4);
    let mixed = Array::from_vec((Dyn(2), Const::<2>), vec![1, 2, 3, 4]).unwrap();
    let text: Array<String, (Dyn, Const<2>)> = mixed.map(|x| x.to_string());
    assert_eq!(text.as_slice(), ["1", "2", "3", "4"]);
    assert_eq!(text.t().map(|x| x.len()).as_slice(), [1; 4]);
}

fn zip_all(dims: [&[usize]; 2], expected: Option<&[usize]>) {
    let (a, b) = (counted(dims[0]), counted(dims[1]).map(|x| x + 1000));
    let (a_t, b_t) = (a.t().to_owned(), b.t().to_owned());
    for (a, b) in [(a.view(), b.view()), (a_t.t(), b.view()), (a.view(), b_t.t()), (a_t.t(), b_t.t())] {
        let result = a.zip_map(&b, |x, y| (x, y));
        let Some(expected) = expected else {
            result.unwrap_err();
            continue;
        };
        let result = result.unwrap();
        assert_eq!(result.dims(), *expected);
        let at = |v: &ArrayView<'_, i64, DynRank>, p: &[usize]| {
            let own = &p[p.len() - v.ndim()..];
            let dims = v.dims();
            let p: Vec<usize> =
                own.iter().zip(dims.iter()).map(|(i, d)| if *d == 1 { 0 } else { *i }).collect();
            v[&p[..]]
        };
        for (p, x) in positions(expected).iter().zip(result.as_slice()) {
            assert_eq!(*x, (at(&a, p), at(&b, p)));
        }
        let mut out = result.map(|_| (0, 0)).t().to_owned();
        a.zip_map_into(&b, &mut out.t_mut(), |x, y| (x, y)).unwrap();
        assert_eq!(out.t().to_owned(), result);
        let mut into = a.to_owned();
        let done = into.zip_map_inplace(&b, |x, y| 10_000 * x + y);
        if a.dims() == *expected {
            done.unwrap();
            assert_eq!(into, result.map(|(x, y)| 10_000 * x + y));
        } else {
            assert_eq!(into, a.to_owned());
            done.unwrap_err();
        }
    }
}

#[test]
fn zip_map_broadcasts_as_numpy_where_ranks_are_dynamic() {
    let all: [&[usize]; 14] = [
        &[],
        &[0],
        &[1],
        &[2],
        &[3],
        &[1, 3],
        &[2, 3],
        &[2, 1],
        &[0, 3],
        &[2, 2, 3],
        &[2, 1, 3],
        &[1, 1, 1],
        &[2, 2, 2, 3],
        &[4, 1, 2, 1],
    ];
    for a in all {
        for b in all {
            let n = a.len().max(b.len());
            let at = |d: &[usize], i: usize| if i + d.len() < n { 1 } else { d[i + d.len() - n] };
            let dims: Option<Vec<usize>> = (0..n)
                .map(|i| match (at(a, i), at(b, i)) {
                    (x, y) if x == y => Some(x),
                    (1, y) => Some(y),
                    (x, 1) => Some(x),
                    _ => None,
                })
                .collect();
            zip_all([a, b], dims.as_deref());
        }
    }
}

#[test]
fn typed_shapes_broadcast_both_ways() {
    let m = Array::<i32, shape![2, 3]>::from_fn(|[i, j]| (10 * i + j) as i32);
    let row = Vector::new([100, 200, 300]);
    let expected = Matrix::new([[100, 201, 302], [110, 211, 312]]);
    let sums: Matrix<i32, 2, 3> = m.zip_map(&row, |a, b| a + b);
    assert_eq!(sums, expected);
    let sums: Matrix<i32, 2, 3> = row.zip_map(&m, |a, b| a + b);
    assert_eq!(sums, expected);
    let column = Vector::new([1000, 2000]);
    let column = column.insert_axis::<1>();
    let sums: Matrix<i32, 2, 3> = m.zip_map(&column, |a, b| a + b);
    assert_eq!(sums, Matrix::new([[1000, 1001, 1002], [2010, 2011, 2012]]));
    let outer: Matrix<i32, 2, 3> = column.zip_map(&row, |a, b| a + b);
    assert_eq!(outer, Matrix::new([[1100, 1200, 1300], [2100, 2200, 2300]]));
    let lines = Array::from_vec((Dyn(2), Const::<3>), m.as_slice().to_vec()).unwrap();
    let sums: Array<i32, (Dyn, Const<3>)> = lines.zip_map(&row, |a, b| a + b);
    assert_eq!(sums.as_slice(), expected.as_slice());
    let known: Result<Matrix<i32, 2, 3>, ShapeError> = lines.zip_map(&m, |a, b| a - b);
    assert_eq!(known, Ok(Matrix::zeros()));
    let joints = Array::<i32, (Joint,)>::ones();
    let named: Array<i32, (Dyn, Joint)> =
        Array::from_vec((Dyn(1), Joint), vec![1, 2, 3]).unwrap().zip_map(&joints, |a, b| a + b);
    assert_eq!(named.as_slice(), [2, 3, 4]);
}

#[test]
fn broadcast_to_reads_one_element_at_many_positions() {
    let row = Vector::new([1, 2, 3]);
    let rows = row.broadcast_to((Const::<2>, Const::<3>));
    assert_eq!(rows, Matrix::new([[1, 2, 3], [1, 2, 3]]));
    assert_eq!(rows.t().map(|x| x), Matrix::new([[1, 1], [2, 2], [3, 3]]));
    let five = Array::<i32, ()>::new(5);
    let five = five.broadcast_to((Dyn(2), Dyn(0)));
    assert!(five.is_empty());
    let d = counted(&[2, 1]);
    assert_eq!(
        d.broadcast_to(DynRank::new(&[2, 2, 3]).unwrap()).unwrap().to_owned().as_slice(),
        [0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1]
    );
    let error = d.broadcast_to(DynRank::new(&[3, 3]).unwrap()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "operands could not be broadcast together with remapped shapes [original->remapped]: (2,1)  and requested shape (3,3)"
    );
    let error = counted(&[2, 2]).broadcast_to(DynRank::new(&[2]).unwrap()).unwrap_err();
    assert_eq!(error.to_string(), "input operand has more dimensions than allowed by the axis remapping");
    let error = d.broadcast_to((Dyn(usize::MAX), Dyn(2), Dyn(2))).unwrap_err();
    assert!(error.to_string().contains("more elements than memory can hold"), "{error}");
    let error = Array::from(vec![1]).broadcast_to((Const::<2>,)).unwrap_err();
    // NumPy would stretch it; a `Dyn` does not, and gets the words for what does not fit.
    assert_eq!(
        error.to_string(),
        "operands could not be broadcast together with remapped shapes [original->remapped]: (1,)  and requested shape (2,)"
    );
}

fn generic<T: Scalar, D: Dim, K: StaticDim, O: Ownership>(
    a: &Array<T, (D, K), O>,
    row: &Array<T, (K,)>,
    column: &Array<T, (D, Stretch)>,
) -> Array<T, (K,)> {
    let scaled: Array<T, (K,)> = row.zip_map(row, T::times);
    let mut sum = scaled.map(|_| T::ZERO);
    sum.zip_map_inplace(&scaled, T::plus);
    let _ = (a.zip_map(row, T::plus), a.zip_map(column, T::plus), a.zip_map(a, T::plus));
    sum
}

#[test]
fn generic_axes_need_no_bounds() {
    let a = Array::from_vec((Dyn(2), Const::<2>), vec![1, 2, 3, 4]).unwrap();
    let column = Array::from_vec((Dyn(2), Stretch), vec![1, 2]).unwrap();
    assert_eq!(generic(&a, &Vector::new([3, 4]), &column), Vector::new([9, 16]));
}

/// Counts those that are alive.
struct Alive(Rc<Cell<i32>>);
impl Clone for Alive {
    fn clone(&self) -> Self {
        self.0.set(self.0.get() + 1);
        Alive(self.0.clone())
    }
}
impl Drop for Alive {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

#[test]
#[cfg_attr(not(panic = "unwind"), ignore = "a panic cannot be caught here")]
fn nothing_is_leaked_or_dropped_twice_where_the_function_panics() {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    let count = Rc::new(Cell::new(0));
    let one = || {
        count.set(count.get() + 1);
        Alive(count.clone())
    };
    let fixed = Matrix::<Alive, 3, 2>::from_fn(|_| one());
    let free = Array::from_shape_fn((Dyn(2), Dyn(3)), |_| one()).unwrap();
    assert_eq!(count.get(), 12);
    for stop in 0..7 {
        let mut calls = 0;
        let mut f = |x: Alive| {
            calls += 1;
            assert!(calls <= stop, "stop");
            x
        };
        let _ = catch_unwind(AssertUnwindSafe(|| fixed.map(&mut f)));
        let mut calls = 0;
        let mut f = |x: Alive, _: Alive| {
            calls += 1;
            assert!(calls <= stop, "stop");
            x
        };
        let _ = catch_unwind(AssertUnwindSafe(|| fixed.zip_map(&free.t(), &mut f).map(drop)));
        let mut out = free.clone();
        let mut calls = 0;
        let _ = catch_unwind(AssertUnwindSafe(|| {
            out.t_mut().zip_map_inplace(&fixed, |x, _| {
                calls += 1;
                assert!(calls <= stop, "stop");
                x
            })
        }));
        let _ = catch_unwind(AssertUnwindSafe(|| {
            let mut calls = 0;
            out.map_inplace(|x| {
                calls += 1;
                assert!(calls <= stop, "stop");
                x
            });
        }));
        drop(out);
        assert_eq!(count.get(), 12);
    }
    drop((fixed, free));
    assert_eq!(count.get(), 0);
}

#[test]
fn functions_of_elements_are_written_into_existing_arrays() {
    let a = array![[1., -4.], [0.25, 9.]];
    let mut out = Matrix::<f64, 4, 2>::zeros();
    a.abs_into(&mut out.slice_mut(s![..;2, ..]));
    assert_eq!(out, array![[1., 4.], [0., 0.], [0.25, 9.], [0., 0.]]);
    let mut out = Matrix::<f64, 2, 2>::zeros();
    a.abs().sqrt_into(&mut out);
    assert_eq!(out, array![[1., 2.], [0.5, 3.]]);
    a.t().clamp_into(0., 2., &mut out);
    assert_eq!(out, array![[1., 0.25], [0., 2.]]);
    a.powi_into(2, &mut out);
    assert_eq!(out, a.powi(2));
    a.abs().powf_into(0.5, &mut out);
    assert_eq!(out, a.abs().powf(0.5));
    let mut truth = Matrix::<bool, 2, 2>::full(false);
    array![[1., f64::NAN], [f64::INFINITY, 0.]].is_finite_into(&mut truth);
    assert_eq!(truth, array![[true, false], [false, true]]);
    let mut bytes = array![[0_u8; 2]; 2].into_dyn();
    a.cast_into(&mut bytes).unwrap();
    assert_eq!(bytes.as_slice(), [1, 0, 0, 9]);
    let mut short = array![0., 0.].into_dyn();
    let error = a.exp_into(&mut short).unwrap_err();
    assert_eq!(error.to_string(), "map_into: shape (2,) where (2,2) is needed");
    assert_eq!(short.as_slice(), [0., 0.]);
}
