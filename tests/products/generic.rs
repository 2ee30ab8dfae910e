//! Generic code: an axis `D: Dim` meets itself in every operation, and whatever an operation returned becomes a `Result`.

#![cfg(all(feature = "std", feature = "macros"))]
#![allow(clippy::type_complexity, reason = "signatures of generic code are what is tested")]

use conformable::prelude::*;
use conformable::{UpTo, einsum, einsum_into};

/// `A`, `B` of one axis type each: all that `fn products` uses must hold for every axis.
fn products<B: Dim, M: Dim, K: Dim, N: Dim>(
    a: &Array<f64, (B, M, K)>,
    b: &Array<f64, (B, K, N)>,
    v: &Array<f64, (B, K)>,
    u: &Array<f64, (B, M)>,
) -> Result<[f64; 8], ShapeError> {
    let product: Array<f64, (B, M, N)> = a.matmul(b).into_result()?;
    let columns: Array<f64, (B, M)> = a.matvec(v).into_result()?;
    let rows: Array<f64, (B, K)> = u.vecmat(a).into_result()?;
    let dots: Array<f64, (B,)> = v.vecdot(v).into_result()?;
    let gram: Array<f64, (B, B)> = v.inner(v).into_result()?;
    let einsum: Array<f64, (B, M, N)> = einsum!("bmk,bkn->bmn", a, b).into_result()?;
    let dotted: Array<f64, (B, M, N)> = einsum!("...mk,...kn->...mn", a, b).into_result()?;
    let flat = v.vdot(v).into_result()?;
    let double: Array<f64, (K, M, K)> = a.t().tensordot::<1, _>(v).into_result()?;
    let mut out = product.clone();
    a.matmul_into(b, &mut out).into_result()?;
    einsum_into!("bmk,bkn->bmn", a, b, &mut out).into_result()?;
    let _ = double;
    Ok([product.sum(), columns.sum(), rows.sum(), dots.sum(), gram.sum(), einsum.sum(), dotted.sum(), flat])
}

/// Scaled dot-product attention: the weights of each row sum to 1.
fn attention<B: Dim, H: Dim, L: Dim, const D: usize>(
    q: &Array<f64, (B, H, L, Const<D>)>,
    k: &Array<f64, (B, H, L, Const<D>)>,
    v: &Array<f64, (B, H, L, Const<D>)>,
) -> Result<Array<f64, (B, H, L, Const<D>)>, ShapeError> {
    let scores: Array<f64, (B, H, L, L)> = q.matmul(&k.swap_axes::<2, 3>()).into_result()?;
    let weights = softmax(&(scores / (D as f64).sqrt()));
    weights.matmul(v).into_result()
}

fn softmax<B: Dim, H: Dim, L: Dim, K: Dim>(scores: &Array<f64, (B, H, L, K)>) -> Array<f64, (B, H, L, K)> {
    let Some(max) = scores.max_keepdims::<3>().into_option() else {
        return scores.to_owned();
    };
    let e = (scores - &max).exp();
    &e / e.sum_keepdims::<3>()
}

axis!(Batch);
axis!(Head: 2);

/// Small integers, so that every order of summation gives the same.
fn counted<S: Shape>(shape: S) -> Array<f64, S> {
    let mut next = 0_u32;
    Array::from_shape_fn(shape, |_| {
        next += 1;
        f64::from(next * 7 % 5)
    })
    .unwrap()
}

fn all<B: Dim, M: Dim, K: Dim, N: Dim>((b, m, k, n): (B, M, K, N)) -> [f64; 8] {
    products(&counted((b, m, k)), &counted((b, k, n)), &counted((b, k)), &counted((b, m))).unwrap()
}

#[test]
fn an_axis_meets_itself_whatever_its_kind() {
    let expected = all((Const::<2>, Const::<3>, Const::<4>, Const::<5>));
    assert_eq!(expected[0], expected[5]);
    assert_eq!(all((Dyn(2), Dyn(3), Dyn(4), Dyn(5))), expected);
    assert_eq!(all((Batch(2), Const::<3>, Dyn(4), UpTo::<9>::new(5).unwrap())), expected);
    assert_eq!(all((Head, Dyn(3), Batch(4), Const::<5>)), expected);
    assert_eq!(all((Stretch, Const::<3>, Batch(4), Dyn(5))), all((Const::<1>, Dyn(3), Dyn(4), Dyn(5))));
}

#[test]
fn attention_is_the_same_for_axes_of_every_kind() {
    fn of<B: Dim, H: Dim, L: Dim>(b: B, h: H, l: L) -> Vec<f64> {
        let [q, k, v] = [1., 2., 3.].map(|x| counted((b, h, l, Const::<4>)) * x);
        attention(&q, &k, &v).unwrap().as_slice().to_vec()
    }
    let expected = of(Const::<2>, Const::<2>, Const::<3>);
    assert_eq!(of(Batch(2), Head, Dyn(3)), expected);
    assert_eq!(of(Dyn(2), Dyn(2), Dyn(3)), expected);
    // Weights of equal values sum to 1.
    let ones = Array::<f64, (Const<1>, Head, Const<3>, Const<4>)>::ones();
    let out = attention(&ones, &ones, &ones).unwrap();
    assert!(out.iter().all(|x| (x - 1.).abs() < 1e-15));
    assert!(softmax(&counted((Dyn(2), Dyn(1), Dyn(1), Dyn(0)))).is_empty());
}

#[test]
fn named_axes_of_run_time_lengths_are_compared_where_they_meet() {
    let (two, three) = (counted((Batch(2),)), counted((Batch(3),)));
    assert_eq!(two.inner(&two), Ok(20.));
    assert_eq!(
        two.inner(&three).unwrap_err().to_string(),
        "shapes (2,) and (3,) not aligned: 2 (dim 0) != 3 (dim 0)"
    );
    // Beside `Dyn` the name is what is known.
    let named: Array<f64, (Batch,)> = two.zip_map(&counted((Dyn(2),)), |a, b| a + b).unwrap();
    assert_eq!(named.as_slice(), [4., 8.]);
    assert!(counted((Dyn(2),)).zip_map(&three, |a, b| a + b).is_err());
    let back: Array<f64, (Batch,)> = named.into_dyn().typed().unwrap();
    assert_eq!(back.shape(), (Batch(2),));
    assert_eq!(format!("{:?} {:?}", Batch(2), Head), "Batch(2) Head(2)");
}

#[test]
fn named_axes_of_run_time_lengths_take_part_in_everything() {
    let a: Array<f64, (Batch, Const<3>)> = counted((Batch(4), Const::<3>));
    let plain = counted((Dyn(4), Const::<3>));
    // What leaves an axis out, or keeps it.
    let sums: Array<f64, (Batch,)> = a.sum_axis::<1>();
    assert_eq!(sums.as_slice(), plain.sum_axis::<1>().as_slice());
    let columns: Array<f64, (Const<3>,)> = a.sum_axis::<0>();
    assert_eq!(columns, plain.sum_axis::<0>());
    assert_eq!(a.max_axis::<0>(), plain.max_axis::<0>());
    let sorted: Array<f64, (Batch, Const<3>)> = a.sort_axis::<0>();
    assert_eq!(sorted.as_slice(), plain.sort_axis::<0>().as_slice());
    // Parts.
    assert_eq!(a.slice(s![1..3, ..]).unwrap().dims(), [2, 3]);
    assert_eq!(a.slice(s![-1, ..]).unwrap(), plain.row(3).unwrap());
    assert!(a.slice(s![4, ..]).is_err());
    assert_eq!(a.slice(s![.., 1]).dims(), [4]);
    assert_eq!(a.windows::<2>().count(), 3);
    assert_eq!(a.chunks::<3>().0.map(|part| part.len()).collect::<Vec<_>>(), [9]);
    let (front, back) = a.split_at(1).unwrap();
    assert_eq!((front.dims(), back.dims()), ([1, 3], [3, 3]));
    assert_eq!(a.rows().count(), 4);
    // Another shape, and back.
    let flat: Array<f64, (Dyn,)> = a.clone().flatten();
    assert_eq!(flat.len(), 12);
    let back: Array<f64, (Batch, Const<3>)> = flat.reshape_to((Batch(4), Const::<3>)).unwrap();
    assert_eq!(back, a);
    let t: ArrayView<'_, f64, (Const<3>, Batch)> = a.t();
    assert_eq!(t.dims(), [3, 4]);
    // Joined along the name, it keeps the name.
    let twice: Array<f64, (Batch, Const<3>)> = conformable::concat::<0, _>((&a, &a));
    assert_eq!(twice.shape().0, Batch(8));
    let stacked: Array<f64, (Const<2>, Batch, Const<3>)> = conformable::stack::<0, _>([&a, &a]).unwrap();
    assert_eq!(stacked.dims(), [2, 4, 3]);
    // Products and operators.
    let scores: Array<f64, (Batch, Batch)> = a.inner(&a);
    let letters: Array<f64, (Batch, Batch)> = einsum!("bi,ci->bc", &a, &a);
    assert_eq!(scores, letters);
    let scaled = &a * a.sum_keepdims::<1>() - columns;
    assert_eq!(scaled.shape().0, Batch(4));
    let diagonal: ArrayView<'_, f64, (Batch,)> = scores.diagonal();
    assert_eq!(diagonal.len(), 4);
    assert_eq!(scores.trace(), diagonal.sum());
    let error = a.zip_map(&counted((Batch(2), Const::<3>)), |x, y| x + y).unwrap_err();
    assert_eq!(error.to_string(), "operands could not be broadcast together with shapes (4,3) (2,3) ");
}

#[test]
fn axes_count_from_the_end_too() {
    use conformable::{Array3, ArrayD, DynRank, IntoArray, LAST};
    let a = Array3::<i32, 2, 3, 4>::from_fn(|[i, j, k]| (7 * i + 5 * j + 3 * k) as i32 % 11);
    assert_eq!(a.sum_axis::<LAST>(), a.sum_axis::<2>());
    assert_eq!(a.sum_axis::<{ LAST - 1 }>(), a.sum_axis::<1>());
    assert_eq!(a.sum_axis::<{ LAST - 2 }>(), a.sum_axis::<0>());
    assert_eq!(a.max_keepdims::<LAST>(), a.max_keepdims::<2>());
    assert_eq!(a.argmin_axis::<{ LAST - 1 }>(), a.argmin_axis::<1>());
    assert_eq!(a.sort_axis::<{ LAST - 2 }>(), a.sort_axis::<0>());
    assert_eq!(a.cumsum_axis::<LAST>(), a.cumsum_axis::<2>());
    assert_eq!(a.topk::<2, { LAST - 1 }>(), a.topk::<2, 1>());
    assert_eq!(a.flip::<LAST>(), a.flip::<2>());
    assert_eq!(a.roll::<{ LAST - 1 }>(1), a.roll::<1>(1));
    assert_eq!(a.repeat::<LAST, 2>(), a.repeat::<2, 2>());
    assert_eq!(a.swap_axes::<0, LAST>(), a.swap_axes::<0, 2>());
    assert_eq!(a.move_axis::<LAST, 0>(), a.move_axis::<2, 0>());
    assert_eq!(a.move_axis::<0, LAST>(), a.move_axis::<0, 2>());
    assert_eq!(a.axis::<LAST>(3), a.axis::<2>(3));
    assert!(a.axis::<LAST>(4).is_none());
    assert_eq!(a.axis_iter::<{ LAST - 1 }>().count(), 3);
    assert_eq!(a.lanes::<LAST>().count(), 6);
    assert_eq!(a.split::<LAST, 2>(), a.split::<2, 2>());
    assert_eq!(a.split_first_chunk::<LAST, 1>(), a.split_first_chunk::<2, 1>());
    assert_eq!(a.insert_axis::<0>().remove_axis::<{ LAST - 3 }>(), a);
    assert_eq!(conformable::concat::<LAST, _>((&a, &a)), conformable::concat::<2, _>((&a, &a)));
    let f = a.map(f64::from);
    assert_eq!(f.mean_axis::<LAST>(), f.mean_axis::<2>());
    assert_eq!(f.var_axis::<{ LAST - 2 }>(), f.var_axis::<0>());
    assert_eq!(f.norm_axis::<LAST>(), f.norm_axis::<2>());
    assert_eq!(f.normalize_axis::<{ LAST - 1 }>(), f.normalize_axis::<1>());
    assert_eq!(f.distance_axis::<LAST, _>(&f), f.distance_axis::<2, _>(&f));
    let mut out = conformable::Matrix::<i32, 2, 3>::zeros();
    a.sum_axis_into::<LAST, _, _>(&mut out);
    assert_eq!(out, a.sum_axis::<2>());

    // Of a rank known at run time, and of any.
    let d: ArrayD<i32> = a.into_dyn();
    assert_eq!(d.sum_axis::<LAST>().unwrap(), a.sum_axis::<2>().into_dyn());
    assert_eq!(d.sum_keepdims::<{ LAST - 1 }>().unwrap().dims().as_ref(), [2, 1, 4]);
    let error = d.sum_axis::<{ LAST - 3 }>().unwrap_err();
    assert_eq!(error.to_string(), "axis -4 is out of bounds for array of dimension 3");
    fn rows<S: Shape>(a: &Array<i32, S>) -> Result<Vec<i32>, ShapeError> {
        let sums = a.sum_axis::<LAST>().into_result()?.into_array();
        let largest = a.max_axis::<LAST>().into_option();
        assert_eq!(largest.is_some(), a.ndim() > 0);
        assert_eq!(a.sum_keepdims::<LAST>().into_result()?.ndim(), a.ndim());
        Ok(sums.iter().copied().collect())
    }
    assert_eq!(rows(&a), rows(&d));
    assert_eq!(rows(&array![1, 2]), Ok(vec![3]));
    assert_eq!(
        rows(&Array::<i32, ()>::ones()).unwrap_err().to_string(),
        "axis -1 is out of bounds for array of dimension 0"
    );
    assert!(rows(&Array::from_vec(DynRank::new(&[]).unwrap(), vec![1]).unwrap()).is_err());
}
