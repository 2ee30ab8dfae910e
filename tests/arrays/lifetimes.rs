//! How long what an array gives is borrowed: of a view as long as its data, of another array as long as the array. Each
//! program here compiles for that reason alone; `ui-tests/fail/view` has those that must not.

#![cfg(all(feature = "alloc", feature = "macros"))]
#![allow(clippy::type_complexity, reason = "the types are what is tested")]

use conformable::array::Ownership;
use conformable::prelude::*;
use conformable::{concat, s};

/// Each of a view that is gone when what it gave is used.
macro_rules! outlive_the_view { ($($name:ident($view:ident: $S:ty) -> $Out:ty = $given:expr;)+) => {$(
    #[allow(clippy::needless_lifetimes, reason = "the lifetimes are what is tested")]
    fn $name<'a>(m: &ArrayView<'a, i32, $S>) -> $Out {
        let $view = *m;
        $given
    }
)+};}
type Rect = (Const<2>, Const<3>);
outlive_the_view! {
    view(v: Rect) -> ArrayView<'a, i32, Rect> = v.view();
    t(v: Rect) -> ArrayView<'a, i32, (Const<3>, Const<2>)> = v.t();
    slice(v: Rect) -> ArrayView<'a, i32, (Const<2>,)> = v.slice(s![.., 1]);
    slice_as(v: Rect) -> ArrayView<'a, i32, (Const<2>,)> = v.slice_as::<shape![2], _>(s![.., 1]);
    row(v: Rect) -> Option<ArrayView<'a, i32, (Const<3>,)>> = v.row(1);
    column(v: Rect) -> Option<ArrayView<'a, i32, (Const<2>,)>> = v.column(1);
    axis(v: Rect) -> Option<ArrayView<'a, i32, (Const<2>,)>> = v.axis::<1>(1);
    get(v: Rect) -> Option<&'a i32> = v.get([1, 2]);
    swap_axes(v: Rect) -> ArrayView<'a, i32, (Const<3>, Const<2>)> = v.swap_axes::<0, 1>();
    permute(v: Rect) -> ArrayView<'a, i32, (Const<3>, Const<2>)> = v.permute::<conformable::axes![1, 0]>();
    move_axis(v: Rect) -> ArrayView<'a, i32, (Const<3>, Const<2>)> = v.move_axis::<0, 1>();
    remove_axis(v: (Const<1>, Const<3>)) -> ArrayView<'a, i32, (Const<3>,)> = v.remove_axis::<0>();
    insert_axis(v: (Const<3>,)) -> ArrayView<'a, i32, (Stretch, Const<3>)> = v.insert_axis::<0>();
    flip(v: Rect) -> ArrayView<'a, i32, Rect> = v.flip::<1>();
    diagonal(v: (Const<2>, Const<2>)) -> ArrayView<'a, i32, (Const<2>,)> = v.diagonal();
    diagonal_axes(v: (Const<2>, Const<2>)) -> ArrayView<'a, i32, (Const<2>,)> = v.diagonal_axes::<0, 1>();
    transpose(v: Rect) -> Result<ArrayView<'a, i32, DynRank>, ShapeError> = v.transpose(&[1, 0]);
    broadcast_to(v: (Const<3>,)) -> ArrayView<'a, i32, Rect> = v.broadcast_to((Const, Const));
    reshape_view(v: Rect) -> Result<ArrayView<'a, i32, (Const<6>,)>, ShapeError> = v.reshape_view::<shape![6]>();
    reshape_view_to(v: Rect) -> Result<ArrayView<'a, i32, (Dyn,)>, ShapeError> = v.reshape_view_to((Dyn(6),));
    window(v: (Const<3>,)) -> Option<ArrayView<'a, i32, (Const<2>,)>> = v.window::<2>(1);
    window_axis(v: Rect) -> Option<ArrayView<'a, i32, (Const<2>, Const<2>)>> = v.window_axis::<1, 2>(1);
    split(v: Rect) -> [ArrayView<'a, i32, (Const<1>, Const<3>)>; 2] = v.split::<0, 2>();
    split_as(v: Rect) -> [ArrayView<'a, i32, (Const<1>, Const<3>)>; 2] = v.split_as::<0, 2, shape![1, 3]>();
    first_of_chunk(v: Rect) -> ArrayView<'a, i32, (Const<1>, Const<3>)> = v.split_first_chunk::<0, 1>().0;
    rest_of_chunk(v: Rect) -> ArrayView<'a, i32, (Const<1>, Const<3>)>
        = v.split_first_chunk_as::<0, 1, shape![1, 3], shape![1, 3]>().1;
    split_at(v: Rect) -> Option<ArrayView<'a, i32, (Dyn, Const<3>)>> = v.split_at(1).map(|halves| halves.1);
    split_at_axis(v: Rect) -> Option<ArrayView<'a, i32, (Const<2>, Dyn)>> = v.split_at_axis::<1>(1).map(|halves| halves.0);
    iter(v: Rect) -> impl Iterator<Item = &'a i32> = v.iter();
    into_iter(v: Rect) -> impl Iterator<Item = &'a i32> = v.into_iter();
    indexed_iter(v: Rect) -> impl Iterator<Item = ([usize; 2], &'a i32)> = v.indexed_iter();
    rows(v: Rect) -> impl Iterator<Item = ArrayView<'a, i32, (Const<3>,)>> = v.rows();
    columns(v: Rect) -> impl Iterator<Item = ArrayView<'a, i32, (Const<2>,)>> = v.columns();
    lanes(v: Rect) -> impl Iterator<Item = ArrayView<'a, i32, (Const<2>,)>> = v.lanes::<0>();
    outer_iter(v: Rect) -> impl Iterator<Item = ArrayView<'a, i32, (Const<3>,)>> = v.outer_iter();
    axis_iter(v: Rect) -> impl Iterator<Item = ArrayView<'a, i32, (Const<2>,)>> = v.axis_iter::<1>();
    windows(v: (Const<3>,)) -> impl Iterator<Item = ArrayView<'a, i32, (Const<2>,)>> = v.windows::<2>();
    windows_axis(v: Rect) -> impl Iterator<Item = ArrayView<'a, i32, (Const<2>, Const<2>)>> = v.windows_axis::<1, 2>();
    windows_of(v: Rect) -> impl Iterator<Item = ArrayView<'a, i32, (Const<2>, Const<2>)>> = v.windows_of::<shape![2, 2]>();
    chunks(v: (Const<3>,)) -> impl Iterator<Item = ArrayView<'a, i32, (Const<2>,)>> = v.chunks::<2>().0;
    chunks_axis(v: Rect) -> ArrayView<'a, i32, (Const<2>, Const<1>)> = v.chunks_axis::<1, 2>().1;
    meshgrid(v: (Const<3>,)) -> ArrayView<'a, i32, (Const<3>, Const<3>)> = conformable::meshgrid(&v, &v).1;
    meshgrid_ij(v: (Const<3>,)) -> ArrayView<'a, i32, (Const<3>, Const<3>)> = conformable::meshgrid_ij(&v, &v).0;
    sliding_windows(v: (Const<3>,)) -> ArrayView<'a, i32, (Const<2>, Const<2>)> = v.sliding_windows::<0, 2>();
    as_slice(v: Rect) -> Option<&'a [i32]> = v.as_slice();
}

#[test]
fn what_a_view_gives_lives_as_long_as_its_data() {
    let m = array![[1, 2, 3], [4, 5, 6]];
    let m = m.view();
    assert_eq!((view(&m), t(&m), slice(&m)), (m, m.t(), array![2, 5].view()));
    assert_eq!((slice_as(&m), row(&m).unwrap()), (array![2, 5].view(), array![4, 5, 6].view()));
    assert_eq!((column(&m), axis(&m), get(&m)), (Some(slice(&m)), Some(slice(&m)), Some(&6)));
    assert_eq!((swap_axes(&m), permute(&m), move_axis(&m)), (m.t(), m.t(), m.t()));
    let (one, line) = (array![[7, 8, 9]], array![7, 8, 9]);
    assert_eq!((remove_axis(&one.view()), insert_axis(&line.view())[[0, 2]]), (line.view(), 9));
    assert_eq!(flip(&m), array![[3, 2, 1], [6, 5, 4]]);
    let square = array![[1, 2], [3, 4]];
    assert_eq!(
        (diagonal(&square.view()), diagonal_axes(&square.view())),
        (array![1, 4].view(), array![1, 4].view())
    );
    assert_eq!(transpose(&m).unwrap()[[2, 1]], 6);
    assert_eq!(broadcast_to(&line.view()), array![[7, 8, 9], [7, 8, 9]]);
    assert_eq!((reshape_view(&m).unwrap()[4], reshape_view_to(&m).unwrap()[5]), (5, 6));
    assert_eq!((window(&line.view()).unwrap(), window_axis(&m).unwrap()[[1, 1]]), (array![8, 9].view(), 6));
    assert_eq!((split(&m)[1], split_as(&m)[1]), (array![[4, 5, 6]].view(), array![[4, 5, 6]].view()));
    assert_eq!((first_of_chunk(&m)[[0, 0]], rest_of_chunk(&m)[[0, 0]]), (1, 4));
    assert_eq!((split_at(&m).unwrap()[[0, 1]], split_at_axis(&m).unwrap()[[1, 0]]), (5, 4));
    let sums =
        (iter(&m).sum::<i32>(), into_iter(&m).sum::<i32>(), indexed_iter(&m).map(|(_, x)| x).sum::<i32>());
    assert_eq!(sums, (21, 21, 21));
    assert_eq!((rows(&m).nth(1), columns(&m).nth(1), lanes(&m).nth(1)), (row(&m), column(&m), column(&m)));
    assert_eq!((outer_iter(&m).nth(1), axis_iter(&m).nth(1)), (row(&m), column(&m)));
    assert_eq!((windows(&line.view()).count(), windows_axis(&m).count(), windows_of(&m).count()), (2, 2, 2));
    assert_eq!(
        (chunks(&line.view()).count(), chunks_axis(&m), as_slice(&m)),
        (1, array![[3], [6]].view(), m.as_slice())
    );
}

#[test]
fn grids_and_windows_of_a_view_live_as_long_as_its_data() {
    let line = array![7, 8, 9];
    let grids = (meshgrid(&line.view()), meshgrid_ij(&line.view()));
    assert_eq!((grids.0[[1, 0]], grids.1[[2, 0]]), (8, 9));
    assert_eq!(sliding_windows(&line.view()), array![[7, 8], [8, 9]]);
}

/// What a parser holds.
struct Reader<'a> {
    rest: ArrayView<'a, u8, (Dyn,)>,
}
impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<&'a u8> {
        let (first, rest) = self.rest.split_at(1)?;
        self.rest = rest;
        first.get(0)
    }
    fn take(&mut self, n: usize) -> Option<ArrayView<'a, u8, (Dyn,)>> {
        let (taken, rest) = self.rest.split_at(n)?;
        self.rest = rest;
        Some(taken)
    }
}

#[test]
fn a_parser_holds_what_it_has_read_and_the_remainder() {
    let bytes = Array::from(vec![2, 10, 20, 30]);
    let mut reader = Reader { rest: bytes.view() };
    let len = reader.byte().unwrap();
    let (taken, rest) = (reader.take(usize::from(*len)).unwrap(), reader.take(1).unwrap());
    assert_eq!(
        (taken.as_slice(), rest.as_slice(), reader.byte()),
        (Some(&[10, 20][..]), Some(&[30][..]), None)
    );
}

/// The same of any array: for as long as it is borrowed, of the very types.
fn of_any<'s, T: Copy, R: Dim, C: Dim, O: Ownership>(
    a: &'s Array<T, (R, C), O>,
) -> (ArrayView<'s, T, (C, R)>, Option<&'s T>, ArrayView<'s, T, (C,)>) {
    fn last<'s, T, R: Dim, C: Dim, O: Ownership>(
        a: &'s Array<T, (R, C), O>,
    ) -> Option<ArrayView<'s, T, (C,)>> {
        a.rows().next_back()
    }
    let row: ArrayView<'s, T, (C,)> = last(a).unwrap();
    (a.t(), a.iter().next_back(), row)
}

#[test]
fn code_for_any_ownership_gets_views_for_the_time_of_the_borrow() {
    let mut m = array![[1, 2, 3], [4, 5, 6]];
    for (t, last, row) in [of_any(&m), of_any(&m.view())] {
        assert_eq!((t, last, row), (m.t(), Some(&6), m.row(1).unwrap()));
    }
    assert_eq!(of_any(&m.view_mut()).1, Some(&6));
}

fn shorter<'s, 'l: 's, S: conformable::shape::Shape>(a: ArrayView<'l, i32, S>) -> ArrayView<'s, i32, S> {
    a
}
fn longer_of<'a>(a: ArrayView<'a, i32, (Dyn,)>, b: ArrayView<'a, i32, (Dyn,)>) -> ArrayView<'a, i32, (Dyn,)> {
    if a.len() < b.len() { b } else { a }
}
fn of_iterators<'s>(
    a: conformable::array::Iter<'static, i32, (Dyn,)>,
) -> conformable::array::Iter<'s, i32, (Dyn,)> {
    a
}
fn of_mutable<'s, 'l: 's>(a: ArrayViewMut<'l, i32, (Dyn,)>) -> ArrayViewMut<'s, i32, (Dyn,)> {
    a
}

#[test]
fn views_are_covariant() {
    let long = Array::from(vec![1, 2]);
    let mut of_both = long.view();
    {
        let mut short = Array::from(vec![3]);
        let chosen = longer_of(long.view(), short.view());
        assert_eq!((shorter(chosen).len(), [long.view(), short.view()].len()), (2, 2));
        // A list of two lifetimes, by the shorter one.
        let joined = concat::<0, _>([of_both, short.view()]);
        assert_eq!(joined.as_slice(), [1, 2, 3]);
        of_mutable(short.view_mut())[0] = 4;
        assert_eq!(short[0], 4);
    }
    of_both = longer_of(of_both, long.view());
    assert_eq!(of_both.len(), 2);
    static NUMBERS: [i32; 2] = [1, 2];
    let numbers = ArrayView::from_slice((Dyn(2),), &NUMBERS).unwrap();
    assert_eq!(of_iterators(numbers.iter()).sum::<i32>(), 3);
}

/// What gives its parts away one after another, and keeps what is left.
struct Writer<'a> {
    rest: ArrayViewMut<'a, i32, (Dyn, Const<2>)>,
}
impl<'a> Writer<'a> {
    fn take(self, n: usize) -> Option<(ArrayViewMut<'a, i32, (Dyn, Const<2>)>, Self)> {
        let (taken, rest) = self.rest.into_split_at(n)?;
        Some((taken, Writer { rest }))
    }
}

#[test]
fn a_mutable_view_gives_its_elements_away() {
    let mut m = Array::from_shape_fn((Dyn(4), Const::<2>), |[i, j]| (2 * i + j) as i32).unwrap();
    let (mut first, writer) = Writer { rest: m.view_mut() }.take(1).unwrap();
    let (second, writer) = writer.take(2).unwrap();
    first[[0, 0]] = 10;
    let second = second.into_mut_slice().unwrap();
    second[3] = 50;
    let last = writer.rest.into_axis::<1>(1).unwrap();
    let last: ArrayView<'_, i32, (Dyn,)> = last.into_view();
    assert_eq!((first[[0, 1]], &*second, last[0]), (1, &[2, 3, 4, 50][..], 7));
    assert!(m.view_mut().into_split_at(5).is_none() && m.view_mut().into_axis::<0>(4).is_none());
    let (left, mut right) = m.view_mut().into_split_at_axis::<1>(1).unwrap();
    right[[0, 0]] = left[[0, 0]];
    assert!(left.into_mut_slice().is_none(), "a column is not contiguous");
    assert_eq!(m.as_slice(), [10, 10, 2, 3, 4, 50, 6, 7]);
}
