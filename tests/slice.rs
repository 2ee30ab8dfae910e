//! Parts of arrays: types and values of slices, their errors, disjoint parts, and iterators over parts.

#![cfg(all(feature = "alloc", feature = "macros"))]

use conformable::prelude::*;
use conformable::slice::{All, At, Range};
use conformable::{Array3, ArrayView, axis, s, shape};

axis!(Joint: 7);

/// 100 i + 10 j + k
fn cube<const A: usize, const B: usize, const C: usize>() -> Array3<usize, A, B, C> {
    Array3::from_fn(|[i, j, k]: [usize; 3]| 100 * i + 10 * j + k)
}

#[test]
fn constant_items_keep_lengths_in_the_types() {
    let a = cube::<4, 2, 5>();
    let part: ArrayView<'_, usize, shape![2, 2]> = a.slice(s![0..2, .., 3]);
    assert_eq!(part, array![[3, 13], [103, 113]]);
    assert_eq!(part, a.slice((Range::<0, 2>, All, At::<3>)));
    let part: ArrayView<'_, usize, shape![2, 2, 3]> = a.slice(s![1..-1, ..;-1, ..;2]);
    assert_eq!(part, array![[[110, 112, 114], [100, 102, 104]], [[210, 212, 214], [200, 202, 204]]]);
    let part: ArrayView<'_, usize, shape![2, 5]> = a.slice(s![-1]);
    assert_eq!(part[[1, 2]], 312);
    let part: ArrayView<'_, usize, (Const<4>, Stretch, Const<2>)> = a.slice(s![.., NewAxis, 0, 1..=2]);
    assert_eq!(part[[3, 0, 1]], 302);
    let part: ArrayView<'_, usize, shape![4, 2, 2]> = a.slice(s![..., -2..]);
    assert_eq!(part[[3, 1, 0]], 313);
    let part: ArrayView<'_, usize, shape![4, 2]> = a.slice(s![..., const { 2 + 2 }]);
    assert_eq!(part[[1, 1]], 114);
    const N: usize = 3;
    let part: ArrayView<'_, usize, shape![3, 2, 2]> =
        a.slice(s![const { N - 3 }..const { N }, .., const { N }..]);
    assert_eq!(part[[2, 0, 1]], 204);
    let part: ArrayView<'_, usize, shape![2, 2, 5]> = a.slice(s![-3..3, ..]);
    assert_eq!(part[[0, 0, 0]], 100);
    let part: ArrayView<'_, usize, shape![2, 2, 5]> = a.slice(s![-3..-1]);
    assert_eq!(part[[1, 0, 0]], 200);
    let part: ArrayView<'_, usize, shape![2, 2, 5]> = a.slice(s![..3;-2]);
    assert_eq!(part[[0, 0, 0]], 200);
    assert_eq!(part[[1, 0, 0]], 0);
    let scalar: ArrayView<'_, usize, ()> = a.slice(s![3, 1, 4]);
    assert_eq!(scalar[[]], 314);
    let all: ArrayView<'_, usize, shape![4, 2, 5]> = a.slice(s![]);
    assert_eq!(all, a);
}

#[test]
fn run_time_items_leave_dyn_axes() -> Result<(), ShapeError> {
    let a = cube::<4, 2, 5>();
    let (i, n) = (1, 3);
    let part: ArrayView<'_, usize, shape![dyn, 5]> = a.slice(s![i..n, 1])?;
    assert_eq!(part[[1, 4]], 214);
    let part: ArrayView<'_, usize, shape![2, 5]> = a.slice(s![n])?;
    assert_eq!(part[[1, 1]], 311);
    let part: ArrayView<'_, usize, shape![dyn, 2, dyn]> = a.slice(s![n.., .., ..=-2;-n])?;
    assert_eq!(part.dims(), [1, 2, 2]);
    assert_eq!(part[[0, 1, 0]], 313);
    assert_eq!(part[[0, 1, 1]], 310);
    let part: ArrayView<'_, usize, shape![dyn]> = a.slice(s![0, 0, 0..=n])?;
    assert_eq!(part.dims(), [4]);
    let range = 1..3_usize;
    let part: ArrayView<'_, usize, shape![dyn, 2, 5]> = a.slice(s![range])?;
    assert_eq!(part.dims(), [2, 2, 5]);
    let part = a.slice(s![-n..])?;
    assert_eq!(part.dims(), [3, 2, 5]);
    let dynamic = a.view().into_dyn();
    let part: ArrayView<'_, usize, DynRank> = dynamic.slice(s![1..;2, ..., -1])?;
    assert_eq!(part.dims(), [2, 2]);
    assert_eq!(part[[1, 1]], 314);
    let rows = a.view().typed::<shape![dyn, 2, dyn]>()?;
    let part: ArrayView<'_, usize, shape![2, 2, dyn]> = rows.slice(s![1..3, .., 1..])?;
    assert_eq!(part.dims(), [2, 2, 4]);
    let part: ArrayView<'_, usize, shape![3, 2, dyn]> = rows.slice(s![-3.., .., ..-1])?;
    assert_eq!(part.dims(), [3, 2, 4]);
    Ok(())
}

#[test]
fn named_axes_keep_their_names_whole_and_lose_them_cut() {
    let a = Array::<f32, (Joint, Const<2>)>::ones();
    let _: ArrayView<'_, f32, (Joint,)> = a.slice(s![.., 1]);
    let _: ArrayView<'_, f32, (Joint,)> = a.slice(s![..;-1, 1]);
    let _: ArrayView<'_, f32, (Const<3>, Const<2>)> = a.slice(s![..3]);
    let _: ArrayView<'_, f32, (Const<2>,)> = a.slice(s![6]);
}

fn generic<D: Dim, K: StaticDim>(a: &Array<f32, (D, K)>, i: usize) -> Result<(), ShapeError> {
    let _: ArrayView<'_, f32, (K,)> = a.slice(s![i])?;
    let _: ArrayView<'_, f32, (D, Dyn)> = a.slice(s![.., i..])?;
    let _: ArrayView<'_, f32, (D, K)> = a.slice(s![.., ..;-1]);
    Ok(())
}

#[test]
fn generic_axes_are_cut_at_run_time() {
    assert!(generic(&array![[1., 2.], [3., 4.]], 1).is_ok());
    assert!(generic(&array![[1., 2.], [3., 4.]], 2).is_err());
}
