//! `multi_dot`: exact chains of integers, the cheapest order against all orders, every form of operands, errors.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::kernel::product::chain::Plan;
use conformable::prelude::*;
use conformable::{multi_dot, multi_dot_into};

type Rows = Vec<Vec<i64>>;

fn naive(a: &Rows, b: &Rows) -> Rows {
    a.iter()
        .map(|row| (0..b[0].len()).map(|j| row.iter().zip(b).map(|(x, y)| x * y[j]).sum()).collect())
        .collect()
}

fn random<const R: usize, const C: usize>(rng: &mut Rng) -> (Matrix<i64, R, C>, Rows) {
    let m = Matrix::<i64, R, C>::from_fn(|_| rng.below(19) as i64 - 9);
    let rows = m.into_nested().iter().map(|row| row.to_vec()).collect();
    (m, rows)
}

#[test]
fn chains_of_integers_are_exact() {
    let mut rng = Rng::new(1);
    let (a, na) = random::<3, 5>(&mut rng);
    let (b, nb) = random::<5, 2>(&mut rng);
    let (c, nc) = random::<2, 7>(&mut rng);
    let (d, nd) = random::<7, 4>(&mut rng);
    let (e, ne) = random::<4, 1>(&mut rng);
    let (f, nf) = random::<1, 6>(&mut rng);
    let (g, ng) = random::<6, 3>(&mut rng);
    let (h, nh) = random::<3, 2>(&mut rng);
    let ab = naive(&na, &nb);
    let abc = naive(&ab, &nc);
    let abcd = naive(&abc, &nd);
    let abcde = naive(&abcd, &ne);
    let abcdef = naive(&abcde, &nf);
    let abcdefg = naive(&abcdef, &ng);
    let abcdefgh = naive(&abcdefg, &nh);
    let product: Matrix<i64, 3, 2> = multi_dot((&a, &b));
    assert_eq!(product.as_slice(), ab.concat());
    let product: Matrix<i64, 3, 7> = multi_dot((&a, &b, &c));
    assert_eq!(product.as_slice(), abc.concat());
    let product: Matrix<i64, 3, 4> = multi_dot((&a, &b, &c, &d));
    assert_eq!(product.as_slice(), abcd.concat());
    assert_eq!(multi_dot((&a, &b, &c, &d, &e)).as_slice(), abcde.concat());
    assert_eq!(multi_dot((&a, &b, &c, &d, &e, &f)).as_slice(), abcdef.concat());
    assert_eq!(multi_dot((&a, &b, &c, &d, &e, &f, &g)).as_slice(), abcdefg.concat());
    let product: Matrix<i64, 3, 2> = multi_dot((&a, &b, &c, &d, &e, &f, &g, &h));
    assert_eq!(product.as_slice(), abcdefgh.concat());

    // The same with lengths and ranks known only at run time, and as views of transposes.
    let (ta, tc) = (a.t().to_owned(), c.t().to_owned());
    assert_eq!(multi_dot((&ta.t(), &b, &tc.t(), &d)).as_slice(), abcd.concat());
    let (da, db) = (a.view().into_dyn(), b.view().typed::<shape![dyn, dyn]>().unwrap());
    let product: ArrayD<i64> = multi_dot((&da, &db, &tc.t(), &d)).unwrap();
    assert_eq!((product.as_slice(), &product.dims()[..]), (&abcd.concat()[..], &[3, 4][..]));
    let product: Array<i64, (Const<3>, Const<7>)> = multi_dot((&a, &db, &c)).unwrap();
    assert_eq!(product.as_slice(), abc.concat());
    let rows = a.view().typed::<shape![dyn, 5]>().unwrap();
    let product: Array<i64, (Dyn, Const<7>)> = multi_dot((&rows, &b, &c));
    assert_eq!(product.as_slice(), abc.concat(), "a free axis needs no check");
}

#[test]
fn ends_may_be_vectors() {
    let mut rng = Rng::new(2);
    let ((a, na), (b, nb)) = (random::<3, 5>(&mut rng), random::<5, 2>(&mut rng));
    let (x, y) = (array![1_i64, -2, 3], array![4_i64, 5]);
    let row = naive(&naive(&vec![vec![1, -2, 3]], &na), &nb).concat();
    let column = naive(&naive(&na, &nb), &vec![vec![4], vec![5]]).concat();
    let left: Vector<i64, 2> = multi_dot((&x, &a, &b));
    assert_eq!(left.as_slice(), row);
    let right: Vector<i64, 3> = multi_dot((&a, &b, &y));
    assert_eq!(right.as_slice(), column);
    let both: i64 = multi_dot((&x, &a, &b, &y));
    assert_eq!(both, row[0] * 4 + row[1] * 5);
    let dot: i64 = multi_dot((&x, &x));
    assert_eq!(dot, 14);
    let dynamic: ArrayD<i64> = multi_dot((&x.into_dyn(), &a, &b, &y)).unwrap();
    assert_eq!((dynamic.ndim(), dynamic.as_slice()), (0, &[both][..]));
    let every_other = Matrix::new([[1_i64, 9], [-2, 9], [3, 9]]);
    let column = every_other.t();
    assert_eq!(multi_dot((&column.rows().next().unwrap(), &a, &b)).as_slice(), row, "a strided vector");
}

#[test]
fn nothing_is_a_sum_of_zero() {
    let (a, b) = (Matrix::<f32, 2, 0>::zeros(), Matrix::<f32, 0, 3>::zeros());
    assert_eq!(multi_dot((&a, &b)), Matrix::zeros());
    assert_eq!(multi_dot((&a, &b, &Matrix::<f32, 3, 4>::ones())), Matrix::<f32, 2, 4>::zeros());
    let none: Matrix<f32, 0, 4> = multi_dot((&b, &Matrix::<f32, 3, 3>::ones(), &Matrix::<f32, 3, 4>::ones()));
    assert!(none.is_empty());
    let none: Matrix<f32, 2, 0> =
        multi_dot((&Matrix::<f32, 2, 3>::ones(), &b.t(), &Matrix::<f32, 0, 0>::zeros()));
    assert!(none.is_empty());
}

/// The cheapest of all orders, each tried.
fn cheapest(lengths: &[usize]) -> u128 {
    let n = lengths.len() - 1;
    if n == 1 {
        return 0;
    }
    let ends = lengths[0] as u128 * lengths[n] as u128;
    let split = |k: usize| cheapest(&lengths[..=k]) + cheapest(&lengths[k..]) + ends * lengths[k] as u128;
    (1..n).map(split).min().unwrap()
}

#[test]
fn no_order_is_cheaper() {
    let mut rng = Rng::new(3);
    for _ in 0..500 {
        let n = 2 + rng.below(7);
        let lengths: Vec<usize> = (0..=n).map(|_| rng.below(30)).collect();
        assert_eq!(Plan::new(&lengths).cost, cheapest(&lengths), "{lengths:?}");
    }
    // Cormen et al., figure 15.5.
    let plan = Plan::new(&[30, 35, 15, 5, 10, 20, 25]);
    assert_eq!((plan.cost, plan.split(0, 5), plan.split(0, 2), plan.split(3, 5)), (15_125, 2, 0, 4));
    assert_eq!(Plan::new(&[usize::MAX; 9]).cost, u128::MAX, "what does not fit is as dear as can be");
    const STATIC: Plan = Plan::new(&[10, 100, 5, 50]);
    assert_eq!((STATIC.cost, STATIC.split(0, 2)), (7500, 1));
}

#[test]
fn floats_have_the_bits_of_the_products_in_that_order() {
    let mut rng = Rng::new(4);
    let a = Matrix::<f64, 10, 100>::from_fn(|_| rng.f64());
    let b = Matrix::<f64, 100, 5>::from_fn(|_| rng.f64());
    let c = Matrix::<f64, 5, 50>::from_fn(|_| rng.f64());
    // NumPy 2.4.6 multiplies ((a b) c) here, too.
    let ab: Matrix<f64, 10, 5> = a.inner(&b.t());
    let expected: Matrix<f64, 10, 50> = ab.inner(&c.t());
    assert_eq!(multi_dot((&a, &b, &c)), expected);
    let dynamic = multi_dot((&a.view().into_dyn(), &b.view().into_dyn(), &c.view().into_dyn())).unwrap();
    assert_eq!(dynamic.as_slice(), expected.as_slice());
}

#[test]
fn errors_at_run_time_name_the_pair() {
    let array = |dims: &[usize]| {
        let len = dims.iter().product();
        ArrayD::from_vec(DynRank::new(dims).unwrap(), vec![1_i32; len]).unwrap()
    };
    let (a, b, c) = (array(&[2, 3]), array(&[3, 4]), array(&[5, 2]));
    let error = multi_dot((&a, &b, &c)).unwrap_err();
    assert_eq!(error.to_string(), "shapes (3,4) and (5,2) not aligned: 4 (dim 1) != 5 (dim 0)");
    assert_eq!(error.operation(), "multi_dot");
    let error = multi_dot((&array(&[4]), &b, &c)).unwrap_err();
    assert_eq!(error.to_string(), "shapes (4,) and (3,4) not aligned: 4 (dim 0) != 3 (dim 0)");
    let error = multi_dot((&a, &array(&[3]), &c)).unwrap_err();
    assert_eq!(error.to_string(), "1-dimensional array given. Array must be two-dimensional");
    assert!(multi_dot((&array(&[2, 2, 3]), &b)).is_err());
    assert!(multi_dot((&array(&[]), &b)).is_err());
    assert!(multi_dot((&a, &array(&[]))).is_err());
    let mixed = multi_dot((&Matrix::<i32, 2, 3>::ones(), &b)).unwrap();
    assert_eq!(mixed.as_slice(), [3; 8]);
}

#[test]
fn a_product_is_written_with_the_strides_of_its_place() {
    let mut rng = Rng::new(11);
    let ((a, na), (b, nb)) = (random::<3, 5>(&mut rng), random::<5, 2>(&mut rng));
    let (c, nc) = random::<2, 7>(&mut rng);
    let (ab, abc) = (naive(&na, &nb), naive(&naive(&na, &nb), &nc));
    let mut out = Matrix::<i64, 3, 2>::ones();
    multi_dot_into((&a, &b), &mut out);
    assert_eq!(out.as_slice(), ab.concat());
    let mut turned = Matrix::<i64, 7, 3>::ones();
    multi_dot_into((&a, &b, &c), &mut turned.t_mut());
    assert_eq!(turned.t().to_owned().as_slice(), abc.concat());
    let mut dynamic = Matrix::<i64, 3, 7>::ones().into_dyn();
    multi_dot_into((&a, &b, &c), &mut dynamic).unwrap();
    assert_eq!(dynamic.as_slice(), abc.concat());

    // Ends that are vectors.
    let (x, y) = (array![1_i64, -2, 3], array![4_i64, 5]);
    let row = naive(&naive(&vec![vec![1, -2, 3]], &na), &nb).concat();
    let column = naive(&ab, &vec![vec![4], vec![5]]).concat();
    let mut place = Vector::<i64, 3>::ones();
    multi_dot_into((&a, &b, &y), &mut place.t_mut());
    assert_eq!(place.as_slice(), column);
    let mut place = Vector::<i64, 2>::ones();
    multi_dot_into((&x, &a, &b), &mut place);
    assert_eq!(place.as_slice(), row);
    let mut dynamic = Vector::<i64, 3>::zeros().into_dyn();
    multi_dot_into((&a, &b, &y), &mut dynamic).unwrap();
    assert_eq!(dynamic.as_slice(), column);
    let mut number = Array::<i64, ()>::new(7);
    multi_dot_into((&x, &a, &b, &y), &mut number);
    assert_eq!(number.as_slice(), [row[0] * 4 + row[1] * 5]);
}

#[test]
fn a_place_of_another_shape_stays_as_it_was() {
    let (a, b) = (Matrix::<i64, 3, 5>::ones(), Matrix::<i64, 5, 2>::ones());
    let mut out = Array::from_vec((Dyn(2), Dyn(3)), vec![7; 6]).unwrap();
    let error = multi_dot_into((&a, &b), &mut out).unwrap_err();
    assert_eq!(error.to_string(), "multi_dot_into: shape (2,3) where (3,2) is needed");
    let mut vector = ArrayD::from_vec(DynRank::new(&[6]).unwrap(), vec![7; 6]).unwrap();
    assert!(multi_dot_into((&a, &b), &mut vector).is_err());
    let wrong = ArrayD::from_vec(DynRank::new(&[4, 2]).unwrap(), vec![1; 8]).unwrap();
    let error = multi_dot_into((&a, &wrong), &mut Matrix::<i64, 3, 2>::zeros()).unwrap_err();
    assert_eq!(error.operation(), "multi_dot");
    assert!(out.as_slice().iter().chain(vector.as_slice()).all(|x| *x == 7));
}

fn generic<M: StaticDim, K: StaticDim, N: StaticDim>(
    a: &Array<f32, (M, K)>,
    b: &Array<f32, (K, N)>,
    c: &mut Array<f32, (M, N)>,
) {
    multi_dot_into((a, b), c);
}

#[test]
fn generic_callers_name_lengths_only() {
    let (a, b) = (Matrix::<f32, 2, 3>::ones(), Matrix::<f32, 3, 2>::ones());
    let mut out = Matrix::zeros();
    generic(&a, &b, &mut out);
    assert_eq!(out, Matrix::from_fn(|_| 3.));
}
