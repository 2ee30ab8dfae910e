//! Shapes, parts, joined arrays and ranges: NumPy's values for every form of an array, and what static shapes give.

#![cfg(all(feature = "alloc", feature = "std"))]

use conformable::prelude::*;
use conformable::shape::Infer;
use conformable::{
    Steps, arange, axes, concat, concat_as, concat_into, linspace, linspace_open, meshgrid, meshgrid_ij,
    stack, stack_into,
};

/// Runs `$run` with the constant `$A` of the value of `$axis`, one of 0 to 3.
macro_rules! with_const {
    ($A:ident = $axis:expr => $run:expr) => {
        match $axis {
            0 => with_const!(@ $A 0 $run),
            1 => with_const!(@ $A 1 $run),
            2 => with_const!(@ $A 2 $run),
            3 => with_const!(@ $A 3 $run),
            other => panic!("no constant for {other}"),
        }
    };
    (@ $A:ident $value:literal $run:expr) => {{
        const $A: usize = $value;
        $run
    }};
}

fn numbers<T: core::str::FromStr>(text: &str) -> Vec<T>
where
    T::Err: core::fmt::Debug,
{
    text.split_whitespace().map(|x| x.parse().unwrap()).collect()
}

fn counted(dims: &[usize], first: i64) -> ArrayD<i64> {
    let len: usize = dims.iter().product();
    ArrayD::from_vec(DynRank::new(dims).unwrap(), (first..first + len as i64).collect()).unwrap()
}

/// What an operation of the file gives. (Views alone: each form of an array is compiled anew.)
fn result<'a>(
    words: &[&str],
    a: ArrayView<'a, i64, DynRank>,
    b: Option<ArrayView<'a, i64, DynRank>>,
) -> ArrayD<i64> {
    let n = |i: usize| words[i].parse::<usize>().unwrap();
    let vector = || a.typed::<shape![dyn]>().unwrap();
    match words[0] {
        "flatten" => a.flatten().into_dyn(),
        "reshape" => {
            let to: Vec<isize> = words[1..].iter().map(|w| w.parse().unwrap()).collect();
            let axis = |i: usize| Dyn(to[i] as usize);
            match (to.len(), to.iter().position(|d| *d < 0)) {
                (1, Some(0)) => a.reshape_to((Infer,)).unwrap().into_dyn(),
                (2, Some(0)) => a.reshape_to((Infer, axis(1))).unwrap().into_dyn(),
                (2, Some(1)) => a.reshape_to((axis(0), Infer)).unwrap().into_dyn(),
                (3, Some(2)) => a.reshape_to((axis(0), axis(1), Infer)).unwrap().into_dyn(),
                _ => {
                    let dims: Vec<usize> = to.iter().map(|d| *d as usize).collect();
                    a.reshape_to(DynRank::new(&dims).unwrap()).unwrap()
                }
            }
        }
        "transpose" => a.transpose(&numbers::<usize>(&words[1..].join(" "))).unwrap().to_owned(),
        "swap" => with_const!(A = n(1) => with_const!(B = n(2) => a.swap_axes::<A, B>().unwrap().to_owned())),
        "move" => with_const!(A = n(1) => with_const!(B = n(2) => a.move_axis::<A, B>().unwrap().to_owned())),
        "remove" => with_const!(A = n(1) => a.remove_axis::<A>().unwrap().to_owned()),
        "flip" => with_const!(A = n(1) => a.flip::<A>().unwrap().to_owned()),
        "roll" => with_const!(A = n(1) => a.roll::<A>(words[2].parse().unwrap()).unwrap()),
        "repeat" => {
            let by = with_const!(A = n(1) => a.repeat_by::<A>(n(2)).unwrap());
            let same = with_const!(A = n(1) => with_const!(N = n(2) => a.repeat::<A, N>().unwrap()));
            assert_eq!(by, same);
            same
        }
        "tile" => with_const!(A = n(1) => with_const!(N = n(2) => a.tile::<A, N>().unwrap())),
        "split" => {
            with_const!(A = n(1) => with_const!(K = n(2) => a.split::<A, K>().unwrap()[n(3)].to_owned()))
        }
        "chunk" => with_const!(A = n(1) => with_const!(K = n(2) => {
            let (first, rest) = a.split_first_chunk::<A, K>().unwrap();
            if n(3) == 0 { first.to_owned() } else { rest.to_owned() }
        })),
        "concat" => with_const!(A = n(1) => concat::<A, _>((a, b.unwrap())).unwrap()),
        "stack" => with_const!(A = n(1) => stack::<A, _>(&[a, b.unwrap()][..]).unwrap()),
        "triu" => a.triu(words[1].parse().unwrap()),
        "tril" => a.tril(words[1].parse().unwrap()),
        "diag" => match words[1] {
            "-2" => vector().diag_below::<2>().into_dyn(),
            "-1" => vector().diag_below::<1>().into_dyn(),
            "0" => vector().diag().into_dyn(),
            "1" => vector().diag_above::<1>().into_dyn(),
            _ => vector().diag_above::<2>().into_dyn(),
        },
        "meshgrid" => {
            let (x, y) = (vector(), b.unwrap().typed::<shape![dyn]>().unwrap());
            let grid = if words[1] == "xy" { meshgrid(&x, &y) } else { meshgrid_ij(&x, &y) };
            (if n(2) == 0 { grid.0 } else { grid.1 }).to_owned().into_dyn()
        }
        other => panic!("{other} is not an operation"),
    }
}

/// The same array with its elements in memory the other way round.
fn backwards(a: &ArrayD<i64>) -> ArrayD<i64> {
    let mut elements = a.clone().into_vec();
    elements.reverse();
    ArrayD::from_vec(a.shape(), elements).unwrap()
}

fn all_flipped(a: ArrayView<'_, i64, DynRank>) -> ArrayView<'static, i64, DynRank> {
    // Each method borrows the view before it, so the axes are taken one inside the other.
    fn flipped<'a>(a: &'a ArrayView<'a, i64, DynRank>, axis: usize) -> ArrayView<'a, i64, DynRank> {
        with_const!(A = axis => a.flip::<A>().unwrap())
    }
    let leaked: &'static ArrayD<i64> = Box::leak(Box::new(a.to_owned()));
    let mut view: ArrayView<'static, i64, DynRank> = leaked.view();
    for axis in 0..a.ndim() {
        let before: &'static ArrayView<'static, i64, DynRank> = Box::leak(Box::new(view));
        view = flipped(before, axis);
    }
    view
}

fn ranges<T: Steps + core::str::FromStr + core::fmt::Debug + PartialEq>(words: &[&str], expected: &str)
where
    T::Err: core::fmt::Debug,
{
    let [start, stop, step] = [1, 2, 3].map(|i| words[i].parse::<T>().unwrap());
    assert_eq!(arange(start, stop, step).unwrap().into_vec(), numbers::<T>(expected), "{words:?}");
}

fn spaces<T: conformable::Real + core::str::FromStr + core::fmt::Debug>(words: &[&str], expected: &str)
where
    T::Err: core::fmt::Debug,
{
    let [start, stop] = [1, 2].map(|i| words[i].parse::<T>().unwrap());
    let num = words[3].parse().unwrap();
    let ours = match words[0] {
        "linspace" => linspace(start, stop, num),
        _ => linspace_open(start, stop, num),
    };
    assert_eq!(ours.unwrap().into_vec(), numbers::<T>(expected), "{words:?}");
    if num == 5 {
        let ours = match words[0] {
            "linspace" => Vector::<T, 5>::linspace(start, stop),
            _ => Vector::<T, 5>::linspace_open(start, stop),
        };
        assert_eq!(ours.into_vec(), numbers::<T>(expected), "{words:?}");
    }
}

/// What the formula says where NumPy, which takes the difference of the ends first, gives NaN.
#[test]
fn spaces_between_ends_whose_difference_is_not_finite() {
    fn check<T: conformable::Real + core::fmt::Debug, const N: usize>(
        start: T,
        stop: T,
        expected: [T; N],
        open: [T; N],
    ) {
        // A step of halves, and a sum, are rounded.
        let is_near = |a: T, b: T| (a - b).abs() <= T::epsilon() * start.abs();
        let is_same = |a: &[T], b: &[T]| {
            a.iter()
                .zip(b)
                .all(|(a, b)| a == b || a.is_nan() && b.is_nan() || a.is_finite() && is_near(*a, *b))
        };
        for (ours, expected) in [
            (Vector::<T, N>::linspace(start, stop).into_vec(), expected),
            (linspace(start, stop, N).unwrap().into_vec(), expected),
            (Vector::<T, N>::linspace_open(start, stop).into_vec(), open),
            (linspace_open(start, stop, N).unwrap().into_vec(), open),
        ] {
            assert!(ours.len() == N && is_same(&ours, &expected), "{ours:?} for {expected:?}");
        }
    }
    let inf = f64::INFINITY;
    check(inf, inf, [inf; 4], [inf; 4]);
    check(-inf, -inf, [-inf], [-inf]);
    for (start, stop) in [(inf, 1.), (1., -inf), (-inf, inf), (-1e308, 1e308), (3., f64::NAN)] {
        check(start, stop, [start], [start]);
    }
    check(-2e38_f32, 2e38, [-2e38, 0., 2e38], [-2e38, -2e38 / 3., 2e38 / 3.]);
    check(f64::MAX, f64::MIN, [f64::MAX, 0., f64::MIN], [f64::MAX, f64::MAX / 3., -f64::MAX / 3.]);
    check(
        -1.6e308,
        1.6e308,
        [-1.6e308, -0.8e308, 0., 0.8e308, 1.6e308],
        [-1.6e308, -0.96e308, -0.32e308, 0.32e308, 0.96e308],
    );
    check(1., inf, [1., inf, inf], [1., inf, inf]);
    check(1., f64::NAN, [1., f64::NAN, f64::NAN], [1., f64::NAN, f64::NAN]);
    check::<f64, 0>(-inf, inf, [], []);
}

#[test]
fn every_form_of_an_array_gives_numpys_values() {
    let lines: Vec<&str> = include_str!("../numpy/shapes.txt").lines().collect();
    assert!(lines.len() > 4000 && lines.len().is_multiple_of(3));
    for case in lines.chunks_exact(3).step_by(crate::common::EVERY) {
        let mut parts = case[0].split('|');
        let words: Vec<&str> = parts.next().unwrap().split_whitespace().collect();
        match (words[0], words.last().copied()) {
            ("arange", Some("i64")) => ranges::<i64>(&words, case[2]),
            ("arange", Some("i8")) => ranges::<i8>(&words, case[2]),
            ("arange", Some("f64")) => ranges::<f64>(&words, case[2]),
            ("arange", _) => ranges::<f32>(&words, case[2]),
            ("linspace" | "linspace_open", Some("f64")) => spaces::<f64>(&words, case[2]),
            ("linspace" | "linspace_open", _) => spaces::<f32>(&words, case[2]),
            _ => {
                let operands: Vec<ArrayD<i64>> =
                    parts.zip([0, 1000]).map(|(dims, first)| counted(&numbers(dims), first)).collect();
                let (a, b) = (&operands[0], operands.get(1));
                let dims: Vec<usize> = numbers(case[1]);
                let expected = ArrayD::from_vec(DynRank::new(&dims).unwrap(), numbers(case[2])).unwrap();
                assert_eq!(result(&words, a.view(), b.map(|b| b.view())), expected, "{}", case[0]);
                let (turned_a, turned_b) = (a.t().to_owned(), b.map(|b| b.t().to_owned()));
                let turned = result(&words, turned_a.t(), turned_b.as_ref().map(|b| b.t()));
                assert_eq!(turned, expected, "{}, turned", case[0]);
                let (back_a, back_b) = (backwards(a), b.map(backwards));
                let views = (all_flipped(back_a.view()), back_b.as_ref().map(|b| all_flipped(b.view())));
                assert_eq!(result(&words, views.0, views.1), expected, "{}, reversed", case[0]);
            }
        }
    }
}

#[test]
fn static_shapes_are_computed_in_types() {
    let a = Array3::<usize, 2, 3, 4>::from_fn(|[i, j, k]| 100 * i + 10 * j + k);
    let b: Matrix<usize, 6, 4> = a.reshape::<shape![6, 4]>();
    assert_eq!(b[[5, 3]], 123);
    let c: Array3<usize, 4, 3, 2> = b.reshape::<shape![4, _, 2]>();
    assert_eq!(c[[0, 2, 0]], 10);
    let d: Vector<usize, 24> = c.flatten();
    let e: Array<usize, shape![1, 24]> = d.reshape::<shape![1, _]>();
    let f: Vector<usize, 24> = e.remove_axis::<0>().to_owned();
    assert_eq!(f.as_slice(), a.as_slice());
    let scalar: Array<usize, ()> = array![7].reshape::<()>();
    assert_eq!(scalar[[]], 7);
    let again: Array<usize, shape![1, 1]> = scalar.reshape::<shape![1, _]>();
    assert_eq!(again, array![[7]]);
    // Sizes are compared beyond the table of lengths.
    let large = Array3::<u8, 100, 28, 28>::boxed_zeros();
    let flat: Array<u8, shape![100, 784]> = large.reshape::<shape![100, 784]>();
    assert_eq!(flat.dims(), [100, 784]);
    let again: Array<u8, shape![100, 784]> = flat.reshape::<shape![100, _]>();
    assert_eq!(again.dims(), flat.dims());
    let empty: Array<u8, shape![0, 3]> = Matrix::<u8, 2, 0>::zeros().reshape::<shape![_, 3]>();
    assert!(empty.is_empty());
    assert_eq!(Matrix::<u8, 33, 33>::ones().flatten_as::<1089>(), Vector::ones());

    let permuted: ArrayView<'_, usize, shape![4, 2, 3]> = a.permute::<axes![2, 0, 1]>();
    assert_eq!(permuted[[3, 1, 2]], 123);
    let moved: ArrayView<'_, usize, shape![3, 4, 2]> = a.move_axis::<0, 2>();
    assert_eq!(moved[[2, 3, 1]], 123);
    let swapped: ArrayView<'_, usize, shape![2, 4, 3]> = a.swap_axes::<2, 1>();
    assert_eq!(swapped[[1, 3, 2]], 123);
    assert_eq!(a.swap_axes::<1, 1>(), a);
    assert_eq!(Array::<i32, ()>::new(3).permute::<axes![]>()[[]], 3);

    let joined: Matrix<i32, 2, 6> =
        concat::<1, _>((&array![[1, 2], [3, 4]], &array![[5], [6]], &array![[7, 8, 9], [1, 1, 1]]));
    assert_eq!(joined, array![[1, 2, 5, 7, 8, 9], [3, 4, 6, 1, 1, 1]]);
    let four: Vector<i32, 4> = concat::<0, _>((array![1], array![2].view(), &array![3], &array![4].view()));
    assert_eq!(four, array![1, 2, 3, 4]);
    let list: Matrix<i32, 4, 2> =
        concat::<0, _>([joined.split_first_chunk::<1, 2>().0, array![[0, 0], [9, 9]].view()]);
    assert_eq!(list, array![[1, 2], [3, 4], [0, 0], [9, 9]]);
    let stacked: Array3<i32, 2, 3, 2> =
        stack::<1, _>([list.split::<0, 2>()[0], list.split::<0, 2>()[1], array![[5, 5], [6, 6]].view()]);
    assert_eq!(stacked, array![[[1, 2], [0, 0], [5, 5]], [[3, 4], [9, 9], [6, 6]]]);
    let last: Matrix<i32, 3, 2> = stack::<1, _>(&[array![1, 2, 3], array![4, 5, 6]]);
    assert_eq!(last, array![[1, 4], [2, 5], [3, 6]]);
    // Elements that are not `Copy`.
    let words = [array!["a".to_string()], array!["b".to_string()]];
    let words: Vector<String, 4> = concat::<0, _>(&words).repeat::<0, 2>();
    assert_eq!(words.roll::<0>(1).flip::<0>().to_owned().as_slice(), ["b", "a", "a", "b"]);

    let [x, y, z] = Vector::<i32, 6>::arange(0, 1)
        .split::<0, 3>()
        .map(|part: ArrayView<'_, i32, shape![2]>| part.to_owned());
    assert_eq!((x, y, z), (array![0, 1], array![2, 3], array![4, 5]));
    let repeated: Matrix<i32, 2, 6> = array![[1, 2], [3, 4]].repeat::<1, 3>();
    assert_eq!(repeated, array![[1, 1, 1, 2, 2, 2], [3, 3, 3, 4, 4, 4]]);
    assert_eq!(array![[1, 2]].tile_as::<0, 2, shape![2, 2]>(), array![[1, 2], [1, 2]]);
    assert_eq!(array![1, 2].diag_as::<1, 3>(), array![1, 2].diag_above::<1>());
    let (x, y) = (array![1, 2, 3], array![0, 0]);
    let three: ArrayView<'_, i32, shape![2, 3]> = meshgrid(&x, &y).0;
    assert_eq!(three.dims(), [2, 3]);
}

#[test]
fn mixed_shapes_leave_to_run_time_what_types_cannot_say() {
    let rows = Array::from_vec((Dyn(2), Const::<3>), vec![1, 2, 3, 4, 5, 6]).unwrap();
    let more: Array<i32, (Dyn, Const<3>)> = concat::<0, _>((&rows, &array![[7, 8, 9]]));
    assert_eq!(more.dims(), [3, 3]);
    let same: Array<i32, (Dyn, Const<3>)> = concat::<0, _>([&rows, &rows, &rows]);
    assert_eq!(same.dims(), [6, 3]);
    let wide: Result<Matrix<i32, 2, 4>, ShapeError> =
        concat::<1, _>((&rows, &array![[7], [8]])).map(|wide: Array<i32, (Const<2>, Const<4>)>| wide);
    assert_eq!(wide.unwrap(), array![[1, 2, 3, 7], [4, 5, 6, 8]]);
    let stacked: Array<i32, (Const<2>, Dyn, Const<3>)> = stack::<0, _>([&rows, &rows]).unwrap();
    assert_eq!(stacked.dims(), [2, 2, 3]);
    let flat = rows.clone().flatten();
    assert_eq!(flat.dims(), [6]);
    let address = flat.as_slice().as_ptr_range();
    let again = flat.reshape::<shape![_, 2]>().unwrap();
    assert_eq!(again.as_slice().as_ptr_range(), address, "nothing is copied");
    let vector = again.into_vector();
    assert_eq!(vector.as_slice().as_ptr_range(), address, "nothing is copied");
    let typed: Matrix<i32, 3, 2> = vector.reshape_as::<shape![3, 2]>().unwrap();
    assert_eq!(typed, array![[1, 2], [3, 4], [5, 6]]);
    assert_eq!(rows.roll::<0>(isize::MIN), rows, "two rows, an even number of steps");
    assert_eq!(rows.roll::<1>(isize::MAX).dims(), [2, 3]);
    let [above, below] = rows.split::<0, 2>().unwrap();
    assert_eq!((above.dims(), below[[0, 0]]), ([1, 3], 4));
    let one: ArrayView<'_, i32, shape![3]> = above.remove_axis::<0>().unwrap();
    assert_eq!(one, array![1, 2, 3]);
}

#[test]
fn mutable_views_change_what_they_show() {
    let mut a = Matrix::<i32, 2, 3>::zeros();
    a.swap_axes_mut::<0, 1>()[[2, 0]] = 1;
    a.permute_mut::<axes![1, 0]>()[[0, 1]] = 2;
    a.move_axis_mut::<0, 1>()[[1, 1]] = 3;
    a.flip_mut::<1>()[[0, 2]] = 4;
    a.reshape_view_mut::<shape![6]>()[1] = 5;
    a.insert_axis_mut::<0>()[[0, 1, 2]] = 6;
    assert_eq!(a, array![[4, 5, 1], [2, 3, 6]]);
    a.transpose_mut(&[1, 0]).unwrap().iter_mut().for_each(|x| *x *= 10);
    let (mut left, mut right) = a.split_first_chunk_mut::<1, 1>();
    left.iter_mut().zip(right.iter_mut()).for_each(|(x, y)| core::mem::swap(x, y));
    assert_eq!(a, array![[50, 40, 20], [10, 30, 60]]);
    let mut one = array![[1, 2]];
    one.remove_axis_mut::<0>()[1] = 7;
    let [_, mut second] = one.split_mut::<1, 2>();
    second[[0, 0]] += 1;
    assert_eq!(one, array![[1, 8]]);
}

#[test]
fn results_are_written_into_arrays_that_are_there() {
    let (a, b) = (array![[1, 2], [3, 4]], array![[5, 6]]);
    let mut out = Matrix::<i32, 2, 3>::zeros();
    concat_into::<0, _, _, _>((&a, &b), &mut out.t_mut());
    assert_eq!(out, array![[1, 3, 5], [2, 4, 6]]);
    let mut pages = Array3::<i32, 2, 2, 2>::zeros();
    stack_into::<1, _, _, _>([&a, &a.t().to_owned()], &mut pages.flip_mut::<2>());
    assert_eq!(pages, array![[[2, 1], [3, 1]], [[4, 3], [4, 2]]]);
    let mut open = Array::from(vec![9; 4]);
    let error = concat_into::<0, _, _, _>((&array![1, 2], &array![3]), &mut open).unwrap_err();
    assert_eq!(error.to_string(), "concat_into: shape (4,) where (3,) is needed");
    assert_eq!(open.as_slice(), [9; 4]);
    assert!(
        stack_into::<0, _, _, _>([&open, &open], &mut Array::from_vec((Dyn(1), Dyn(8)), vec![0; 8]).unwrap())
            .is_err()
    );
}

#[test]
fn errors_have_numpys_words() {
    let text = |error: ShapeError| error.to_string();
    let six = || arange(0, 6, 1).unwrap();
    let reshape = |error: Result<Array<i32, (Dyn, Dyn)>, ShapeError>| text(error.unwrap_err());
    assert_eq!(
        reshape(six().reshape_to((Dyn(4), Infer))),
        "cannot reshape array of size 6 into shape (4,newaxis)"
    );
    assert_eq!(
        reshape(six().reshape_to((Dyn(4), Dyn(2)))),
        "cannot reshape array of size 6 into shape (4,2)"
    );
    assert_eq!(text(six().reshape_to(()).unwrap_err()), "cannot reshape array of size 6 into shape ()");
    let none = Array::from(Vec::<i32>::new());
    assert_eq!(
        reshape(none.clone().reshape_to((Dyn(0), Infer))),
        "cannot reshape array of size 0 into shape (0,newaxis)"
    );
    assert!(none.clone().reshape_to((Dyn(0), Dyn(1 << 40), Dyn(1 << 40))).is_err());
    for len in [1_usize << 32, usize::MAX, 1 << 63] {
        assert!(none.clone().reshape_to((Dyn(len), Dyn(len))).is_err(), "a product that does not fit");
        let rows = none.clone().reshape_to((Dyn(len), Infer));
        assert_eq!(
            rows.is_ok(),
            len == 1 << 32,
            "none in each of so many rows, if memory could hold one in each"
        );
        assert!(six().reshape_to((Dyn(len), Dyn(len), Infer)).is_err());
    }
    let m = counted(&[2, 3], 0);
    assert_eq!(text(m.permute::<axes![0]>().unwrap_err()), "axes don't match array");
    assert_eq!(text(m.permute::<axes![0, 0]>().unwrap_err()), "repeated axis in transpose");
    assert_eq!(text(m.transpose(&[1, 1]).unwrap_err()), "repeated axis in transpose");
    assert_eq!(text(m.transpose(&[0, 5]).unwrap_err()), "axis 5 is out of bounds for array of dimension 2");
    assert_eq!(
        text(m.swap_axes::<0, 2>().unwrap_err()),
        "axis2: axis 2 is out of bounds for array of dimension 2"
    );
    assert_eq!(
        text(m.move_axis::<2, 0>().unwrap_err()),
        "source: axis 2 is out of bounds for array of dimension 2"
    );
    assert_eq!(text(m.flip::<2>().unwrap_err()), "axis 2 is out of bounds for array of dimension 2");
    assert_eq!(text(m.roll::<2>(1).unwrap_err()), "axis 2 is out of bounds for array of dimension 2");
    assert_eq!(
        text(m.remove_axis::<1>().unwrap_err()),
        "cannot select an axis to squeeze out which has size not equal to one"
    );
    let other = counted(&[2, 4], 0);
    assert_eq!(
        text(concat::<0, _>((&m, &other)).unwrap_err()),
        "all the input array dimensions except for the concatenation axis must match exactly, but along dimension \
         1, the array at index 0 has size 3 and the array at index 1 has size 4"
    );
    assert_eq!(
        text(concat::<0, _>((&m, &counted(&[3], 0))).unwrap_err()),
        "all the input arrays must have same number of dimensions, but the array at index 0 has 2 dimension(s) and \
         the array at index 1 has 1 dimension(s)"
    );
    let nothing: &[ArrayD<i64>] = &[];
    assert_eq!(text(concat::<0, _>(nothing).unwrap_err()), "need at least one array to concatenate");
    assert_eq!(text(stack::<0, _>(nothing).unwrap_err()), "need at least one array to stack");
    assert_eq!(text(stack::<0, _>([&m, &other]).unwrap_err()), "all input arrays must have the same shape");
    assert_eq!(
        text(stack::<3, _>([&m, &m]).unwrap_err()),
        "axis 3 is out of bounds for array of dimension 3"
    );
    assert!(stack::<0, _>([&counted(&[1; 8], 0), &counted(&[1; 8], 0)]).is_err());
    assert_eq!(text(m.split::<1, 2>().unwrap_err()), "array split does not result in an equal division");
    assert_eq!(text(m.split::<1, 0>().unwrap_err()), "array split does not result in an equal division");
    assert_eq!(
        text(m.split_first_chunk::<1, 4>().unwrap_err()),
        "split_first_chunk: an array of shape (2,3) cannot be cut behind 4 positions"
    );
    assert!(concat_as::<0, shape![3, 3], _>((&m, &m)).is_err());
    assert!(m.repeat_by::<0>(usize::MAX).is_err() && m.repeat_by::<0>(usize::MAX / 16).is_err());
    assert_eq!(text(arange(0, 1, 0).unwrap_err()), "arange: cannot compute length");
    assert_eq!(text(arange(0., f64::NAN, 1.).unwrap_err()), "arange: cannot compute length");
    for (stop, step) in
        [(1e300, 1.), (1., 1e-320), (f64::INFINITY, 1.), (f64::NEG_INFINITY, 1.), (1.2e18, 1.)]
    {
        assert_eq!(text(arange(0., stop, step).unwrap_err()), "Maximum allowed size exceeded");
    }
    assert_eq!(text(arange(i128::MIN, i128::MAX, 1).unwrap_err()), "Maximum allowed size exceeded");
    assert_eq!(arange(i128::MIN, i128::MAX, i128::MAX).unwrap().len(), 3);
    assert_eq!(arange(u8::MAX, 250, 5).unwrap().len(), 0, "unsigned steps go up");
    assert_eq!(arange(250_u8, 255, 4).unwrap().as_slice(), [250, 254]);
    assert_eq!(arange(i8::MIN, i8::MAX, i8::MAX).unwrap().as_slice(), [-128, -1, 126]);
    assert_eq!(text(linspace(0., 1., usize::MAX).unwrap_err()), "Maximum allowed size exceeded");
}

#[test]
fn views_are_reshaped_where_their_elements_stand_right() {
    let a = Array3::<usize, 4, 3, 2>::from_fn(|[i, j, k]| 100 * i + 10 * j + k);
    let halves: ArrayView<'_, usize, shape![2, 2, 6]> = a.reshape_view::<shape![2, 2, 6]>();
    assert_eq!(halves[[1, 0, 5]], 221);
    // A column of every matrix: an axis of stride 6, which can be split, and joined with none.
    let (column, _) = a.split_first_chunk::<2, 1>();
    assert_eq!(column.reshape_view::<shape![2, 2, 3]>().unwrap()[[1, 1, 2]], 320);
    assert_eq!(column.reshape_view::<shape![12]>().unwrap()[11], 320);
    let (rows, _) = a.split_first_chunk::<1, 2>();
    assert_eq!(rows.reshape_view::<shape![2, 2, 4]>().unwrap()[[1, 0, 3]], 211);
    let error = rows.reshape_view::<shape![16]>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "reshape_view: the elements of this array of shape (4,2,2) do not stand in memory as a view of shape (16,) \
         needs; `reshape` copies them"
    );
    assert_eq!(rows.reshape::<shape![16]>()[15], 311);
    assert!(a.t().reshape_view::<shape![24]>().is_err());
    let back = a.reshape_view::<shape![24]>();
    let back = back.flip::<0>();
    assert_eq!(back.reshape_view::<shape![6, 4]>().unwrap()[[0, 1]], 320);
    let one = a.view().into_dyn();
    assert!(one.reshape_view_to((Dyn(24),)).is_ok() && one.reshape_view_to((Dyn(23),)).is_err());
    assert_eq!(Matrix::<u8, 0, 3>::zeros().t().reshape_view::<shape![0]>().unwrap().len(), 0);
}

#[test]
fn copies_of_any_view_have_the_elements_in_order() {
    // Beyond the blocks of a transposed copy, in every order of the axes, of elements of 1 to 16 bytes.
    fn check<T: Copy + PartialEq + core::fmt::Debug>(of: impl Fn(usize) -> T) {
        let dims = if cfg!(miri) { [2, 3, 2, 5] } else { [5, 19, 3, 33] };
        let a = ArrayD::from_vec(DynRank::new(&dims).unwrap(), (0..dims.iter().product()).map(of).collect())
            .unwrap();
        let mut order = [0, 1, 2, 3];
        for step in 0..24 {
            order.swap(step % 3, step % 3 + 1);
            let view = a.transpose(&order).unwrap();
            let copy = view.to_owned();
            assert!(copy.iter().eq(view.iter()), "{order:?}");
            let flipped = view.flip::<1>().unwrap();
            assert!(flipped.to_owned().iter().eq(flipped.iter()), "{order:?}, flipped");
        }
    }
    check(|i| i as u8);
    check(|i| i as u16);
    check(|i| i as f32);
    check(|i| i as f64);
    check(|i| [i as u64, !i as u64]);
    check(|_| ());
    let words = Matrix::<String, 7, 9>::from_fn(|[i, j]| format!("{i} {j}"));
    assert!(words.t().to_owned().iter().eq(words.t().iter()));
}
