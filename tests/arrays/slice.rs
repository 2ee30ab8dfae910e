//! Parts of arrays: types and values of slices, their errors, disjoint parts, and iterators over parts.

#![cfg(all(feature = "alloc", feature = "macros"))]

use conformable::prelude::*;
use conformable::slice::{All, At, Ellipsis, End, Front, Range, SliceItem, Span};
use conformable::{Ownership, ShapeErrorKind, s};

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
    let part: ArrayView<'_, usize, shape![dyn, 2, 5]> = a.slice((range,))?;
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

/// An item for one axis of an array whose rank only run time knows.
fn cut_one<I: SliceItem>(
    a: &ArrayView<'_, usize, DynRank>,
    axis: usize,
    item: I,
) -> Result<ArrayD<usize>, ShapeError> {
    match axis {
        0 => a.slice((item,)),
        1 => a.slice((All, item)),
        2 => a.slice((All, All, item)),
        _ => a.slice((Ellipsis::<1>, item)),
    }
    .map(|part| part.to_owned())
}

#[test]
fn slices_are_those_of_numpy() {
    let lines: Vec<&str> = include_str!("../numpy/slices.txt").lines().collect();
    assert!(lines.len() > 1000);
    for case in lines.chunks(4).step_by(crate::common::EVERY) {
        let [dims, items, left, result] = *case else { panic!("a case has four lines") };
        let numbers =
            |line: &str| line.split_whitespace().map(|x| x.parse().unwrap()).collect::<Vec<usize>>();
        let dims = numbers(dims);
        let elements = (0..dims.iter().product()).collect();
        let mut part = ArrayD::from_vec(DynRank::new(&dims).unwrap(), elements).unwrap();
        // From the last axis on, so that the numbers of those before stay.
        for (axis, item) in items.split_whitespace().enumerate().collect::<Vec<_>>().into_iter().rev() {
            let number = |text: &str| text.parse::<i64>();
            let parts: Vec<&str> = item.split(':').collect();
            part = match parts[..] {
                [i] => cut_one(&part.view(), axis, number(i).unwrap()),
                ["_", "_", step] => {
                    cut_one(&part.view(), axis, Span(Front::<0>, End, number(step).unwrap_or(1)))
                }
                ["_", end, "_"] => cut_one(&part.view(), axis, ..number(end).unwrap()),
                [start, "_", "_"] => cut_one(&part.view(), axis, number(start).unwrap()..),
                [start, end, "_"] => match number(end) {
                    Ok(end) if start != "_" && end != 0 => {
                        cut_one(&part.view(), axis, number(start).unwrap()..=end - 1)
                    }
                    end => cut_one(&part.view(), axis, number(start).unwrap()..end.unwrap()),
                },
                [start, "_", step] => {
                    cut_one(&part.view(), axis, Span(number(start).unwrap(), End, number(step).unwrap()))
                }
                ["_", end, step] => {
                    cut_one(&part.view(), axis, Span(Front::<0>, number(end).unwrap(), number(step).unwrap()))
                }
                [start, end, step] => cut_one(
                    &part.view(),
                    axis,
                    Span(number(start).unwrap(), number(end).unwrap(), number(step).unwrap()),
                ),
                _ => panic!("an item has one number or three: {item}"),
            }
            .unwrap_or_else(|e| panic!("{dims:?} {items}: {e}"));
        }
        assert_eq!(part.dims(), numbers(left)[..], "{dims:?} {items}");
        assert_eq!(part.as_slice(), numbers(result), "{dims:?} {items}");
    }
}

/// Every range and step of short axes, and extreme ones, against a formula.
#[test]
fn every_range_is_that_of_the_formula_or_an_error() {
    let bounds =
        [isize::MIN, isize::MIN + 1, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, isize::MAX - 1, isize::MAX];
    for len in 0..=5_usize {
        let elements: Vec<usize> = (0..len).collect();
        let a = Array::from(elements.clone());
        let resolved = |i: isize| {
            if i < 0 { len.checked_sub(i.unsigned_abs()) } else { Some(i as usize).filter(|i| *i <= len) }
        };
        for start in bounds {
            assert_eq!(a.slice(s![start]).ok().map(|x| x[[]]), resolved(start).filter(|i| *i < len));
            for end in bounds {
                for step in [isize::MIN, -7, -2, -1, 0, 1, 2, 3, isize::MAX] {
                    let part = a.slice(s![start..end; step]);
                    let expected = match (resolved(start), resolved(end)) {
                        (Some(first), Some(last)) if first <= last && step != 0 => {
                            let range: Vec<usize> = elements[first..last].to_vec();
                            let every = step.unsigned_abs();
                            Some(if step > 0 {
                                range.into_iter().step_by(every).collect()
                            } else {
                                range.into_iter().rev().step_by(every).collect::<Vec<_>>()
                            })
                        }
                        _ => None,
                    };
                    let is = part.as_ref().ok().map(|part| part.iter().copied().collect::<Vec<_>>());
                    assert_eq!(is, expected, "{start}..{end};{step} of {len}");
                }
            }
        }
        for i in [usize::MAX, usize::MAX - 1, isize::MAX as usize + 1, len, len + 1] {
            assert!(a.slice(s![i]).is_err());
            assert!(a.slice(s![i..]).is_err() || i == len);
            assert!(a.slice(s![..=i]).is_err());
            assert!(a.slice(s![i..i]).is_err() || i == len);
        }
        assert!(
            a.slice(s![u64::MAX]).is_err()
                && a.slice(s![i64::MIN..]).is_err()
                && a.slice(s![255_u8]).is_err()
        );
    }
}

#[test]
fn errors_say_what_was_asked_and_what_there_is() {
    let a = cube::<4, 2, 5>();
    let text = |e: Result<ArrayView<'_, usize, DynRank>, ShapeError>| e.unwrap_err().to_string();
    let a = a.view().into_dyn();
    assert_eq!(text(a.slice(s![4])), "index 4 is out of bounds for axis 0 with size 4");
    assert_eq!(text(a.slice(s![.., -3])), "index -3 is out of bounds for axis 1 with size 2");
    assert_eq!(text(a.slice(s![..., 1..6])), "slice: range 1..6 is out of bounds for axis 2 with size 5");
    assert_eq!(text(a.slice(s![-5..])), "slice: range -5.. is out of bounds for axis 0 with size 4");
    let (i, j) = (3, 1_usize);
    assert_eq!(text(a.slice(s![i..j])), "slice: range 3..1 is out of bounds for axis 0 with size 4");
    let most = usize::MAX;
    assert_eq!(
        text(a.slice(s![most - 1..=most])),
        format!("slice: range {}..{most} is out of bounds for axis 0 with size 4", most - 1)
    );
    assert_eq!(text(a.slice(s![..;j - 1])), "slice step cannot be zero");
    assert_eq!(
        text(a.slice(s![0, 0, 0, 0])),
        "too many indices for array: array is 3-dimensional, but 4 were indexed"
    );
    assert_eq!(
        text(a.slice(s![0, ..., 0, 0, 0])),
        "too many indices for array: array is 3-dimensional, but 4 were indexed"
    );
    assert!(text(a.slice(s![NewAxis, NewAxis, NewAxis, NewAxis, NewAxis, NewAxis])).contains("9 axes"));
    let error = a.slice(s![4]).unwrap_err();
    assert_eq!(error.kind(), ShapeErrorKind::IndexOutOfBounds { axis: 0, from_end: false, index: 4 });
    assert_eq!((error.operation(), error.shapes().0), ("slice", a.dims()));
}

#[test]
fn items_are_evaluated_once_and_in_order() {
    let a = cube::<4, 2, 5>();
    let mut calls = Vec::new();
    let mut next = |i: usize| {
        calls.push(i);
        i
    };
    assert_eq!(a.slice(s![next(3), next(1), next(0)..next(2);next(1)]).unwrap().dims(), [2]);
    assert_eq!(calls, [3, 1, 0, 2, 1]);
}

#[test]
fn axes_without_positions_can_be_cut() {
    let a = Array3::<u8, 2, 0, 3>::zeros();
    let part: ArrayView<'_, u8, shape![1, 0, 2]> = a.slice(s![1.., 0..0;-1, ..;2]);
    assert!(part.is_empty());
    let whole: ArrayView<'_, u8, shape![2, 0]> = a.slice(s![.., .., 2]);
    assert_eq!((whole.rows().len(), whole.iter().count()), (2, 0));
    assert!(a.slice(s![0, (0)]).is_err());
    // Empty parts of parts that run backwards stay where elements are.
    let a = cube::<4, 2, 5>();
    let backwards = a.slice(s![..;-1, ..;-1, ..;-1]);
    assert_eq!(backwards.slice(s![4..4, 2.., 5..]).dims(), [0, 0, 0]);
    assert!(backwards.slice(s![.., 2..]).rows().all(|row| row.len() == 5));
}

#[test]
fn slices_of_slices_compose() {
    let a = cube::<6, 5, 4>();
    let part = a.slice(s![1..;2, ..;-1, 1..3]);
    let part = part.slice(s![..;-1, 1..;3, -1]);
    let part: ArrayView<'_, usize, shape![3, 2]> = part;
    for ([i, j], x) in part.indexed_iter() {
        assert_eq!(*x, 100 * (5 - 2 * i) + 10 * (3 - 3 * j) + 2);
    }
}

#[test]
fn changed_through_slices_and_only_there() {
    let mut a = cube::<4, 3, 5>();
    let before = a;
    a.slice_mut(s![1.., -1, ..;-2]).iter_mut().for_each(|x| *x += 1000);
    for ([i, j, k], x) in a.indexed_iter() {
        let is_in = i >= 1 && j == 2 && k % 2 == 0;
        assert_eq!(*x, before[[i, j, k]] + if is_in { 1000 } else { 0 });
    }
    let n = 2;
    a.slice_mut(s![n..;-1, NewAxis, 0..=n]).unwrap().iter_mut().for_each(|x| *x = 0);
    assert_eq!(a.slice(s![2.., .., ..]).iter().filter(|x| **x == 0).count(), 2 * 3 * 5);
}

/// The iterator and one over the same items in a `Vec` give the same, whatever is asked of both.
fn same_as_vec<
    I: Iterator<Item: PartialEq + core::fmt::Debug> + Clone + DoubleEndedIterator + ExactSizeIterator,
>(
    i: I,
) {
    let all: Vec<I::Item> = i.clone().collect();
    assert_eq!(all.len(), i.len());
    assert_eq!(i.clone().count(), all.len());
    assert_eq!(i.clone().last().as_ref(), all.last());
    for n in 0..all.len() + 2 {
        let (mut a, mut b) = (i.clone(), all.iter());
        assert_eq!((a.nth(n).as_ref(), a.len()), (b.nth(n), b.len()));
        assert_eq!((a.next_back().as_ref(), a.len()), (b.next_back(), b.len()));
        assert_eq!((a.nth_back(n / 2).as_ref(), a.len()), (b.nth_back(n / 2), b.len()));
        assert_eq!((a.next().as_ref(), a.size_hint()), (b.next(), b.size_hint()));
        let rest: Vec<&I::Item> = b.collect();
        let mut folded = Vec::new();
        a.for_each(|x| folded.push(x));
        assert_eq!(folded.iter().collect::<Vec<_>>(), rest);
        let (mut a, mut b) = (i.clone().rev(), all.iter().rev());
        assert_eq!(a.nth(n).as_ref(), b.nth(n));
        assert_eq!(a.len(), b.len());
    }
    let mut end = i;
    assert!(end.by_ref().last().is_none() == all.is_empty());
    assert!(end.next().is_none() && end.next_back().is_none() && end.nth(usize::MAX).is_none());
}

fn every_iterator<S, O: Ownership>(a: &Array<usize, (S, Dyn, Const<4>), O>)
where
    S: Dim,
{
    same_as_vec(a.iter());
    same_as_vec(a.indexed_iter());
    same_as_vec(a.rows());
    same_as_vec(a.outer_iter());
    same_as_vec(a.axis_iter::<1>());
    same_as_vec(a.axis_iter::<2>());
    same_as_vec(a.lanes::<0>());
    same_as_vec(a.lanes::<1>());
    same_as_vec(a.windows_axis::<1, 2>());
    same_as_vec(a.windows_axis::<2, 3>());
    same_as_vec(a.windows_of::<shape![2, 1, 3]>());
    same_as_vec(a.chunks_axis::<1, 2>().0);
    same_as_vec(a.chunks_axis::<2, 3>().0);
}

#[test]
fn iterators_are_those_of_a_vec() {
    for dims in [[3, 5], [1, 1], [0, 3], [2, 0], [4, 2]] {
        let a =
            Array::from_shape_fn((Dyn(dims[0]), Dyn(dims[1]), Const::<4>), |[i, j, k]| 100 * i + 10 * j + k)
                .unwrap();
        every_iterator(&a);
        let whole = Array::from_shape_fn((Dyn(dims[0] * 2), Dyn(dims[1] + 2), Const::<8>), |[i, j, k]| {
            64 * i + 8 * j + k
        });
        let whole = whole.unwrap();
        let part = whole.slice(s![..;-2, 1..-1, ..;2]).unwrap();
        every_iterator(&part.view().typed::<(Dyn, Dyn, Const<4>)>().unwrap());
        let turned = whole.slice(s![..;2, 1..-1, ..4]).unwrap();
        every_iterator(&turned.slice(s![..;-1, ..;-1, ..;-1]));
    }
    let one = Array::<usize, ()>::new(7);
    same_as_vec(one.iter());
    same_as_vec(one.indexed_iter());
}

#[test]
fn parts_have_the_lengths_of_their_types() {
    let a = cube::<4, 2, 5>();
    let _: Option<ArrayView<'_, usize, shape![4, 5]>> = a.axis::<1>(0);
    let lane: ArrayView<'_, usize, shape![2]> = a.lanes::<1>().nth(7).unwrap();
    assert_eq!(lane, array![102, 112]);
    let part: ArrayView<'_, usize, shape![2, 5]> = a.outer_iter().nth(2).unwrap();
    assert_eq!(part[[1, 4]], 214);
    let (chunks, rest) = a.chunks_axis::<2, 3>();
    let rest: ArrayView<'_, usize, shape![4, 2, 2]> = rest;
    assert_eq!((chunks.len(), rest[[3, 1, 1]]), (1, 314));
    let (chunks, rest) = a.chunks::<2>();
    let chunks: Vec<ArrayView<'_, usize, shape![2, 2, 5]>> = chunks.collect();
    let rest: ArrayView<'_, usize, shape![0, 2, 5]> = rest;
    assert_eq!((chunks[1][[1, 0, 0]], rest.len()), (300, 0));
    let windows: Vec<ArrayView<'_, usize, shape![3, 2, 5]>> = a.windows::<3>().collect();
    assert_eq!((windows.len(), windows[1][[2, 1, 0]]), (2, 310));
    let window: ArrayView<'_, usize, shape![4, 2, 3]> = a.window_axis::<2, 3>(2).unwrap();
    assert_eq!(window[[0, 0, 0]], 2);
    assert!(
        [3, 5, usize::MAX, usize::MAX - 2].into_iter().all(|start| a.window_axis::<2, 3>(start).is_none())
    );
    assert!(a.window::<9>(0).is_none() && a.window::<0>(4).is_some() && a.window::<0>(5).is_none());
    let joints = Array::<f32, (Joint, Const<3>)>::ones();
    assert_eq!(joints.windows::<7>().len(), 1);
    assert_eq!(joints.chunks::<4>().1.dims(), [3, 3]);
    let _: ArrayView<'_, f32, (Joint,)> = joints.columns().next().unwrap();
    let stretch = joints.insert_axis::<0>();
    assert_eq!((stretch.windows::<1>().len(), stretch.chunks::<2>().0.len()), (1, 0));
    let (left, right) = a.split_at_axis::<2>(2).unwrap();
    type Half<'a> = ArrayView<'a, usize, shape![4, 2, dyn]>;
    let (left, right): (Half<'_>, Half<'_>) = (left, right);
    assert_eq!((left.dims(), right.dims(), right[[0, 0, 0]]), ([4, 2, 2], [4, 2, 3], 2));
    assert!(a.split_at(4).is_some_and(|(_, empty)| empty.is_empty()) && a.split_at(5).is_none());
}

#[test]
fn parts_of_arrays_of_any_rank() -> Result<(), ShapeError> {
    let a = cube::<4, 2, 5>();
    let a = a.view().into_dyn();
    assert_eq!(a.axis::<1>(1).unwrap().dims(), [4, 5]);
    assert!(
        a.axis::<3>(0).is_none() && a.split_at_axis::<3>(0).is_none() && a.window_axis::<7, 1>(0).is_none()
    );
    assert_eq!(a.lanes::<2>()?.len(), 8);
    assert_eq!(a.windows_of::<shape![2, 2, 2]>()?.len(), 3 * 4);
    assert!(
        a.windows_of::<shape![2, 2]>().is_err()
            && a.lanes::<3>().is_err()
            && a.chunks_axis::<3, 1>().is_err()
    );
    assert!(a.axis_iter::<3>().is_err() && a.windows_axis::<3, 1>().is_err());
    let one = Array::<u8, ()>::new(1);
    let one = one.view().into_dyn();
    assert!(one.outer_iter().is_err() && one.axis::<0>(0).is_none());
    assert_eq!(one.rows().len(), 1);
    Ok(())
}

#[test]
fn each_element_is_given_once_to_be_changed() {
    let a = cube::<4, 3, 5>();
    let once = a.map(|x| x + 1);
    let mut b = a;
    b.iter_mut().for_each(|x| *x += 1);
    assert_eq!(b, once);
    b = a;
    b.indexed_iter_mut().rev().for_each(|([i, j, k], x)| *x = 100 * i + 10 * j + k + 1);
    assert_eq!(b, once);
    b = a;
    b.rows_mut().rev().for_each(|mut part| part.iter_mut().for_each(|x| *x += 1));
    assert_eq!(b, once);
    b = a;
    b.outer_iter_mut().for_each(|mut part| part.iter_mut().for_each(|x| *x += 1));
    assert_eq!(b, once);
    b = a;
    b.axis_iter_mut::<1>().for_each(|mut part| part.iter_mut().for_each(|x| *x += 1));
    assert_eq!(b, once);
    b = a;
    b.lanes_mut::<0>().for_each(|mut part| part.iter_mut().for_each(|x| *x += 1));
    assert_eq!(b, once);
    b = a;
    let (chunks, mut rest) = b.chunks_axis_mut::<2, 2>();
    chunks.for_each(|mut part| part.iter_mut().for_each(|x| *x += 1));
    rest.iter_mut().for_each(|x| *x += 1);
    assert_eq!(b, once);
    b = a;
    let (mut left, mut right) = b.split_at_axis_mut::<1>(2).unwrap();
    core::mem::swap(&mut left[[0, 0, 0]], &mut right[[0, 0, 0]]);
    left.iter_mut().chain(&mut right).for_each(|x| *x += 1);
    b.split_at_mut(1).unwrap().0.slice_mut(s![0, .., 0]).unwrap().iter_mut().for_each(|x| *x = 0);
    assert_eq!(b.slice(s![1..]), once.slice(s![1..]));
    let mut m = array![[1, 2, 3], [4, 5, 6]];
    m.columns_mut().zip([10, 20, 30]).for_each(|(mut column, x)| column[1] = x);
    m.row_mut(0).unwrap()[2] = 7;
    m.column_mut(0).unwrap()[0] = 8;
    m.window_axis_mut::<1, 2>(1).unwrap()[[1, 0]] += 1;
    m.axis_mut::<1>(2).unwrap()[1] += 1;
    assert_eq!(m, array![[8, 2, 7], [10, 21, 31]]);
    // All at a time, which no two of them could be if they overlapped.
    let mut rows: Vec<ArrayViewMut<'_, i32, shape![3]>> = m.rows_mut().collect();
    let [first, second] = &mut rows[..] else { panic!("two rows") };
    core::mem::swap(&mut first[0], &mut second[0]);
    assert_eq!(m, array![[10, 2, 7], [8, 21, 31]]);
}

fn middle<const N: usize, const M: usize>(x: &Vector<usize, N>) -> usize {
    x.slice_as::<shape![{ M }], _>(s![1..-1;2]).iter().sum()
}

#[test]
fn lengths_that_are_parameters_are_named() -> Result<(), ShapeError> {
    assert_eq!(middle::<5, 2>(&Vector::new([1, 2, 3, 4, 5])), 2 + 4);
    let a = cube::<4, 2, 5>();
    let part: ArrayView<'_, usize, shape![2, 1, 2]> =
        a.slice_as::<shape![2, 1, 2], _>(s![1..3, NewAxis, -1, ..;-3]);
    assert_eq!(part, array![[[114, 111]], [[214, 211]]]);
    let i = 2;
    let part = a.slice_as::<shape![2, 2, 5], _>(s![i..])?;
    assert_eq!(part[[0, 0, 0]], 200);
    let error = a.slice_as::<shape![3, 2, 5], _>(s![i..]).unwrap_err();
    assert_eq!(error.to_string(), "slice: shape (2,2,5) where (3,2,5) is needed");
    let part = a.slice_as::<shape![dyn, Joint], _>(s![0, .., 0]).err();
    assert!(part.is_some(), "an axis too few");
    let joints = Array::<f32, shape![9]>::ones();
    let part: ArrayView<'_, f32, (Joint,)> = joints.slice_as::<(Joint,), _>(s![1..8]);
    assert_eq!(part.len(), 7);
    let dynamic = a.view().into_dyn();
    assert_eq!(dynamic.slice_as::<shape![2, 5], _>(s![0, ..., ..])?.dims(), [2, 5]);
    Ok(())
}
