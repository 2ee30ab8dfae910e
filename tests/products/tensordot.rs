//! `tensordot`, `outer` and `kron`: every mix of shapes, bits, and the errors. NumPy's values are in `products.rs`.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::axes;
use conformable::prelude::*;

fn bits(x: &[f32]) -> Vec<u32> {
    x.iter().map(|x| x.to_bits()).collect()
}

#[test]
fn several_summed_axes_are_one_sum() {
    let mut rng = Rng::new(1);
    let a = Array3::<f32, 4, 3, 7>::from_fn(|_| rng.f32());
    let b = Array4::<f32, 3, 7, 2, 5>::from_fn(|_| rng.f32());
    let columns: Vec<f32> = (0..10 * 21).map(|n| b.as_slice()[n % 21 * 10 + n / 21]).collect();
    let expected = bits(&common::inner([4, 10, 21], a.as_slice(), &columns));
    let c: Array3<f32, 4, 2, 5> = a.tensordot::<2, _>(&b);
    assert_eq!(bits(c.as_slice()), expected, "static");
    let open = a.view().typed::<shape![dyn, 3, dyn]>().unwrap();
    let c: Array<f32, shape![dyn, 2, 5]> = open.tensordot::<2, _>(&b).unwrap();
    assert_eq!(bits(c.as_slice()), expected, "mixed");
    assert_eq!(bits(a.into_dyn().tensordot::<2, _>(&b.into_dyn()).unwrap().as_slice()), expected);
    assert_eq!(bits(a.tensordot::<2, _>(&b.into_dyn()).unwrap().as_slice()), expected);
    assert_eq!(bits(a.into_dyn().tensordot::<2, _>(&b).unwrap().as_slice()), expected);
    // Views whose summed axes are not one in memory.
    let (a_turned, b_turned) = (a.t().to_owned(), b.t().to_owned());
    assert_eq!(bits(a_turned.t().tensordot::<2, _>(&b_turned.t()).as_slice()), expected, "views");
    let c: Array3<f32, 4, 2, 5> = a_turned.tensordot_axes::<axes![1, 0], axes![0, 1], _>(&b);
    assert_eq!(bits(c.as_slice()), expected, "lists of axes");
    let c: Array3<f32, 4, 5, 2> = a_turned.tensordot_axes::<axes![1, 0], axes![3, 2], _>(&b_turned);
    let swapped: Vec<f32> = (0..40).map(|n| c[[n / 10, n % 5, n / 5 % 2]]).collect();
    assert_eq!(bits(&swapped), expected, "the other axes keep their order");
    let dynamic = a_turned.into_dyn().tensordot_axes::<axes![1, 0], axes![0, 1], _>(&b).unwrap();
    assert_eq!(bits(dynamic.as_slice()), expected);
    let mut out = Array3::<f32, 5, 2, 4>::full(f32::NAN);
    a.tensordot_into::<2, _, _, _>(&b, &mut out.t_mut());
    assert_eq!(bits(out.t().to_owned().as_slice()), expected, "into a transpose");
    let mut out = Array3::<f32, 4, 2, 5>::full(f32::NAN);
    a_turned.tensordot_axes_into::<axes![1, 0], axes![0, 1], _, _, _>(&b, &mut out);
    assert_eq!(bits(out.as_slice()), expected, "lists of axes, into");
}

#[test]
fn special_cases_are_other_operations() {
    let (a, b) = (array![[1, 2], [3, 4]], array![[5, 6], [7, 8]]);
    assert_eq!(a.tensordot::<1, _>(&b), a.matmul(&b));
    let all: i32 = a.tensordot::<2, _>(&b);
    assert_eq!(all, a.vdot(&b));
    assert_eq!(a.tensordot_axes::<axes![1], axes![1], _>(&b), a.inner(&b));
    let product: Array4<i32, 2, 2, 2, 2> = a.tensordot::<0, _>(&b);
    assert_eq!(product.as_slice(), a.outer(&b).as_slice());
    assert_eq!(a.tensordot_axes::<axes![], axes![], _>(&b), product);
    assert_eq!(a.tensordot::<0, _>(&10), array![[10, 20], [30, 40]]);
}

#[test]
fn outer_reads_row_by_row() {
    let x = array![1, 2];
    let y = array![[3, 4], [5, 6]];
    let c: Matrix<i32, 2, 4> = x.outer(&y);
    assert_eq!(c, array![[3, 4, 5, 6], [6, 8, 10, 12]]);
    let c: Matrix<i32, 4, 2> = y.t().outer(&x);
    assert_eq!(c, array![[3, 6], [5, 10], [4, 8], [6, 12]]);
    let c: Matrix<i32, 1, 2> = Array::<i32, ()>::new(3).outer(&x);
    assert_eq!(c, array![[3, 6]]);
    assert_eq!(x.outer(&10), array![[10], [20]]);
    let open: Array<i32, (Dyn, Const<2>)> = Array::from(vec![1, 2, 3]).outer(&x);
    assert_eq!(open.as_slice(), [1, 2, 2, 4, 3, 6]);
    let dynamic: Array<i32, (Dyn, Dyn)> = y.into_dyn().outer(&x.into_dyn());
    assert_eq!(dynamic.as_slice(), [3, 6, 4, 8, 5, 10, 6, 12]);
    axis!(Joint: 2);
    let named: Array<i32, (Joint, Const<2>)> = Array::<i32, (Joint,)>::ones().outer(&x);
    assert_eq!(named.dims(), [2, 2]);
    let mut out = Matrix::<i32, 2, 2>::zeros();
    x.outer_into(&x, &mut out.t_mut());
    assert_eq!(out, array![[1, 2], [2, 4]]);
    let mut open = Array::from_vec((Dyn(2), Dyn(3)), vec![0; 6]).unwrap();
    let error = x.outer_into(&x, &mut open).unwrap_err();
    assert_eq!(error.to_string(), "outer_into: shape (2,3) where (2,2) is needed");
}

#[test]
fn kron_of_every_mix() {
    let a = array![[1, 2], [3, 4]];
    let b = array![[0, 1, 2]];
    let expected = [0, 1, 2, 0, 2, 4, 0, 3, 6, 0, 4, 8];
    let c: Matrix<i32, 2, 6> = a.kron(&b);
    assert_eq!(c.as_slice(), expected);
    assert_eq!(a.t().to_owned().t().kron(&b.t().to_owned().t()).as_slice(), expected);
    let open = a.view().typed::<shape![dyn, 2]>().unwrap();
    let c: Array<i32, (Dyn, Const<6>)> = open.kron(&b);
    assert_eq!(c.as_slice(), expected);
    let c: ArrayD<i32> = a.into_dyn().kron(&b);
    assert_eq!((c.dims(), c.as_slice()), (DynRank::new(&[2, 6]).unwrap().dims(), &expected[..]));
    assert_eq!(a.kron_as::<shape![2, 6], _>(&b).as_slice(), expected);
    assert_eq!(open.kron_as::<shape![2, 6], _>(&b).unwrap().as_slice(), expected);
    let error = open.kron_as::<shape![3, 6], _>(&b).unwrap_err();
    assert_eq!(error.to_string(), "kron_as: shape (2,6) where (3,6) is needed");
    let c: Matrix<i32, 2, 6> = a.kron(&array![0, 1, 2]);
    assert_eq!(c.as_slice(), expected, "the axis that one lacks is that of the other");
    let cube = Array3::<i32, 2, 1, 2>::from_fn(|[i, _, k]| (10 * i + k) as i32);
    let c: Array3<i32, 2, 2, 4> = cube.kron(&a);
    for [i, j, k] in (0..16).map(|n| [n / 8, n / 4 % 2, n % 4]) {
        assert_eq!(c[[i, j, k]], cube[[i, 0, k / 2]] * a[[j, k % 2]]);
    }
    axis!(Joint: 2);
    let named: Array<i32, (Joint, Const<4>)> = Array::<i32, (Joint, Const<2>)>::ones().kron(&array![1, 2]);
    assert_eq!(named.len(), 8);
    let stretched: Matrix<i32, 2, 4> = a.kron(&array![1, 2].insert_axis::<0>());
    assert_eq!(stretched, a.kron(&array![1, 2]));
    let mut out = Matrix::<i32, 6, 2>::zeros();
    a.kron_into(&b, &mut out.t_mut());
    assert_eq!(out.t().to_owned().as_slice(), expected);
    let large = Vector::<u8, 64>::ones().kron(&Vector::<u8, 16>::ones());
    assert_eq!(large.len(), 1024);
    assert_eq!(Vector::<u8, 64>::ones().kron(&Vector::<u8, 32>::ones()).len(), 2048);
}

#[test]
fn a_product_that_memory_cannot_hold() {
    let rows = 1_usize << (usize::BITS / 2);
    let a = ArrayView::<u8, (Dyn, Const<0>)>::from_slice((Dyn(rows), Const), &[]).unwrap();
    for product in [
        std::panic::catch_unwind(|| _ = a.kron(&a)),
        std::panic::catch_unwind(|| _ = a.into_dyn().kron(&a)),
        std::panic::catch_unwind(|| _ = a.tensordot::<0, _>(&a)),
    ] {
        let panicked = product.unwrap_err();
        let text = panicked.downcast_ref::<String>().unwrap();
        assert!(text.contains("has more elements than memory can hold"), "{text}");
    }
}

#[test]
fn errors_at_run_time_are_numpy_s() {
    let array = |dims: &[usize]| {
        let len = dims.iter().product();
        ArrayD::from_vec(DynRank::new(dims).unwrap(), vec![0_i32; len]).unwrap()
    };
    let text = |a: &[usize], b: &[usize]| array(a).tensordot::<2, _>(&array(b)).unwrap_err().to_string();
    assert_eq!(text(&[2, 3], &[2, 4]), "shape-mismatch for sum");
    assert_eq!(text(&[2, 3], &[2]), "tuple index out of range");
    assert_eq!(text(&[2], &[2, 3]), "tuple index out of range");
    let error = array(&[5, 2, 3]).tensordot::<2, _>(&array(&[2, 4])).unwrap_err();
    assert_eq!((error.operation(), error.axes()), ("tensordot", Some((2, 1))));
    let (a, b) = (array(&[2, 3]), array(&[3, 4]));
    let error = a.tensordot_axes::<axes![0], axes![0], _>(&b).unwrap_err();
    assert_eq!((error.to_string(), error.axes()), ("shape-mismatch for sum".to_owned(), Some((0, 0))));
    let error = a.tensordot_axes::<axes![2], axes![0], _>(&b).unwrap_err();
    assert_eq!(error.to_string(), "tuple index out of range");
    let square = array(&[3, 3]);
    let error = square
        .tensordot_axes::<axes![0, 0], axes![0, 1], _>(&b.dot(&b.t()).unwrap_or(array(&[3, 3])))
        .unwrap_err();
    assert_eq!(error.to_string(), "duplicate axes are not allowed in tensordot");
    assert_eq!(
        array(&[1; 5]).tensordot::<0, _>(&array(&[1; 4])).unwrap_err().to_string(),
        "tensordot: 9 axes, at most 8 are possible"
    );
}
