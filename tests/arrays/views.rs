//! Any view - sliced, stepped, reversed, with its axes in any order - gives what its contiguous copy gives, bit by bit, for
//! every operation and method.
//!
//! To add an operation is to add a line to a list below: its name, and what it gives of two arrays of one shape.

#![cfg(all(feature = "alloc", feature = "std", feature = "macros"))]

use crate::common;

use common::Rng;
use conformable::array::Ownership;
use conformable::prelude::*;
use conformable::slice::{All, Span};
use conformable::{DimsD, NormOrd, concat, einsum, s, stack};
use core::fmt::{Debug, Write};
use proptest::prelude::*;

/// A result as text that is different if any bit is.
trait Show {
    fn show(&self, text: &mut String);
}
macro_rules! shown { ($($T:ty)+) => {$(
    impl Show for $T {
        fn show(&self, text: &mut String) {
            let _ = write!(text, "{self:?} ");
        }
    }
)+};}
shown!(i32 i64 usize bool String DimsD ShapeError conformable::EinsumError [usize; 1] [usize; 2]);
macro_rules! floats { ($($T:ty)+) => {$(
    impl Show for $T {
        fn show(&self, text: &mut String) {
            let _ = if self.is_nan() { write!(text, "NaN ") } else { write!(text, "{:x} ", self.to_bits()) };
        }
    }
)+};}
floats!(f32 f64);
impl<T: Show + ?Sized> Show for &T {
    fn show(&self, text: &mut String) {
        T::show(self, text);
    }
}
impl<T: Show> Show for Option<T> {
    fn show(&self, text: &mut String) {
        match self {
            Some(x) => x.show(text),
            None => text.push_str("None "),
        }
    }
}
impl<T: Show, E: Show> Show for Result<T, E> {
    fn show(&self, text: &mut String) {
        match self {
            Ok(x) => x.show(text),
            Err(e) => e.show(text),
        }
    }
}
impl<T: Show, U: Show> Show for (T, U) {
    fn show(&self, text: &mut String) {
        self.0.show(text);
        self.1.show(text);
    }
}
impl<T: Show> Show for Vec<T> {
    fn show(&self, text: &mut String) {
        self.iter().for_each(|x| x.show(text));
    }
}
impl<T: Show, S: Shape, O: Ownership> Show for Array<T, S, O> {
    fn show(&self, text: &mut String) {
        let _ = write!(text, "{:?}: ", self.dims());
        // Of results that are contiguous, the iterator is that of a slice.
        self.iter().for_each(|x| x.show(text));
    }
}
fn text(x: impl Show) -> String {
    let mut text = String::new();
    x.show(&mut text);
    text
}

/// How an axis of a view lies in that of its array: positions before it and after it, the step, and whether backwards.
#[derive(Clone, Copy, Debug)]
struct Lie {
    before: usize,
    behind: usize,
    step: usize,
    backwards: bool,
}
impl Lie {
    fn base_len(self, len: usize) -> usize {
        self.before + self.behind + if len == 0 { 0 } else { (len - 1) * self.step + 1 }
    }
    fn span(self, len: usize) -> Span<usize, usize, isize> {
        let step = if self.backwards { -(self.step as isize) } else { self.step as isize };
        Span(self.before, self.base_len(len) - self.behind, step)
    }
    /// The position in the array.
    fn place(self, len: usize, i: usize) -> usize {
        self.before + self.step * if self.backwards { len - 1 - i } else { i }
    }
}

/// How a view lies in its array.
#[derive(Clone, Debug)]
struct Layout {
    /// One for each axis of the view.
    axes: Vec<Lie>,
    /// The axes of the view in the order in which they are in memory.
    order: Vec<usize>,
    /// The number of positions along an axis that is cut away, which of them is the view, and before which axis of memory
    /// it stands.
    cut: (usize, usize, usize),
    seed: u64,
}

/// An element from a generator.
trait Element: Copy + Debug {
    fn random(rng: &mut Rng) -> Self;
}
impl Element for f32 {
    /// Of both signs, from 2^-8 to 2^8, so that sums in another order have other bits.
    fn random(rng: &mut Rng) -> f32 {
        let power = rng.below(17) as i32 - 8;
        rng.f32() * 2_f32.powi(power)
    }
}
impl Element for i32 {
    fn random(rng: &mut Rng) -> i32 {
        (rng.next_u32() as i32) >> rng.below(32)
    }
}
impl Element for bool {
    fn random(rng: &mut Rng) -> bool {
        rng.below(2) == 1
    }
}

/// All elements of an array that is contiguous.
fn elements_of<'a, T>(array: &ArrayView<'a, T, DynRank>) -> &'a [T] {
    array.as_slice().unwrap()
}

type Views<'x, 'a, T> = &'x ArrayView<'a, T, DynRank>;

/// What an operation gives of two views, as text.
type Operation<T> = fn(Views<'_, '_, T>, Views<'_, '_, T>) -> String;

impl Layout {
    /// Makes an array and calls `f` with the view.
    fn with_view<T: Element, R>(&self, dims: &[usize], f: impl FnOnce(Views<'_, '_, T>) -> R) -> R {
        let rank = dims.len();
        let mut base: Vec<usize> =
            self.order.iter().map(|axis| self.axes[*axis].base_len(dims[*axis])).collect();
        let (len, at, before) = self.cut;
        base.insert(before, len);
        let mut rng = Rng::new(self.seed);
        let elements: Vec<T> = (0..base.iter().product()).map(|_| T::random(&mut rng)).collect();
        let array = ArrayD::from_vec(DynRank::new(&base).unwrap(), elements).unwrap();
        let array = array.view();
        let cut = match before {
            0 => array.slice(s![at]),
            1 => array.slice(s![.., at]),
            2 => array.slice(s![.., .., at]),
            3 => array.slice(s![.., .., .., at]),
            _ => array.slice((All, All, All, All, at)),
        }
        .unwrap();
        let span = |i: usize| self.axes[self.order[i]].span(dims[self.order[i]]);
        let parts = match rank {
            1 => cut.slice((span(0),)),
            2 => cut.slice((span(0), span(1))),
            3 => cut.slice((span(0), span(1), span(2))),
            _ => cut.slice((span(0), span(1), span(2), span(3))),
        }
        .unwrap();
        let inverse: Vec<usize> =
            (0..rank).map(|axis| self.order.iter().position(|other| *other == axis).unwrap()).collect();
        let view = parts.transpose(&inverse).unwrap();
        assert_eq!(view.dims(), *dims);
        // What the view must hold, by arithmetic on positions.
        for (position, element) in view.indexed_iter() {
            let mut place = 0;
            let mut memory = self.order.iter();
            for (i, len) in base.iter().enumerate() {
                let own = if i == before {
                    at
                } else {
                    let axis = *memory.next().unwrap();
                    self.axes[axis].place(dims[axis], position[axis])
                };
                place = place * len + own;
            }
            assert!(core::ptr::eq(element, &elements_of(&array)[place]), "{self:?} at {position:?}");
        }
        f(&view)
    }
}

/// Compares what `operations` give of two views with what they give of contiguous copies.
fn same<T: Element + Clone>(dims: &[usize], layouts: &[Layout; 2], operations: &[(&str, Operation<T>)]) {
    layouts[0].with_view::<T, _>(dims, |a| {
        layouts[1].with_view::<T, _>(dims, |b| {
            let (copy_a, copy_b) = (a.to_owned(), b.to_owned());
            for (name, operation) in operations {
                let expected = operation(&copy_a.view(), &copy_b.view());
                let is = operation(a, b);
                assert!(is == expected, "{name} of views {dims:?}:\n{is}\nof copies:\n{expected}");
                assert!(operation(&copy_a.view(), b) == expected, "{name} of a copy and a view {dims:?}");
            }
        });
    });
}

/// A list of operations on two arrays of one shape.
macro_rules! operations { ($T:ty: $($name:literal |$a:ident, $b:ident| $result:expr;)+) => {
    &[$(($name, |$a: Views<'_, '_, $T>, $b: Views<'_, '_, $T>| { let _ = ($a, $b); text($result) })),+]
};}

/// The same operation on arrays of which the types know the rank.
fn matrices<T, R>(
    a: Views<'_, '_, T>,
    b: Views<'_, '_, T>,
    f: impl FnOnce(&ArrayView<'_, T, (Dyn, Dyn)>, &ArrayView<'_, T, (Dyn, Dyn)>) -> R,
) -> Option<R> {
    Some(f(&a.view().typed().ok()?, &b.view().typed().ok()?))
}
fn vectors<T, R>(
    a: Views<'_, '_, T>,
    b: Views<'_, '_, T>,
    f: impl FnOnce(&ArrayView<'_, T, (Dyn,)>, &ArrayView<'_, T, (Dyn,)>) -> R,
) -> Option<R> {
    Some(f(&a.view().typed().ok()?, &b.view().typed().ok()?))
}
fn cubes<T, R>(
    a: Views<'_, '_, T>,
    b: Views<'_, '_, T>,
    f: impl FnOnce(&ArrayView<'_, T, (Dyn, Dyn, Dyn)>, &ArrayView<'_, T, (Dyn, Dyn, Dyn)>) -> R,
) -> Option<R> {
    Some(f(&a.view().typed().ok()?, &b.view().typed().ok()?))
}

fn products(dims: &[usize], layouts: &[Layout; 2]) {
    same::<f32>(
        dims,
        layouts,
        operations! { f32:
            "inner" |a, b| a.inner(b);
            "inner of one" |a, b| a.inner(a);
            "dot" |a, b| a.dot(&b.t());
            "matmul" |a, b| a.matmul(&b.t());
            "matmul, left transposed" |a, b| a.t().matmul(b);
            "matmul of matrices" |a, b| matrices(a, b, |a, b| a.matmul(&b.t()));
            "matmul of stacks" |a, b| cubes(a, b, |a, b| a.matmul(&b.swap_axes::<1, 2>()));
            "vdot" |a, b| a.vdot(b);
            "vecdot" |a, b| a.vecdot(b);
            "vecdot_axis" |a, b| a.vecdot_axis::<0, _>(b);
            "matvec" |a, b| b.axis::<0>(0).map(|x| a.matvec(&x));
            "vecmat" |a, b| b.axis::<1>(0).map(|x| x.vecmat(a));
            "tensordot" |a, b| a.tensordot::<1, _>(&b.t());
            "outer" |a, b| (a.len() * b.len() < 4096).then(|| a.outer(b));
            "kron" |a, b| (a.len() * b.len() < 4096).then(|| a.kron(b));
            "trace" |a, b| a.trace();
            "trace of matrices" |a, b| matrices(a, b, |a, _| a.trace());
            "diagonal" |a, b| a.diagonal().map(|d| d.to_owned());
            "inner_wide" |a, b| a.inner_wide(b);
            "inner_compensated" |a, b| a.inner_compensated(b);
            "einsum, rows" |a, b| einsum("ij,kj->ik", &[a.view(), b.view()]);
            "einsum, columns" |a, b| einsum("ij,ik->jk", &[a.view(), b.view()]);
            "einsum, elements" |a, b| einsum("...,...->...", &[a.view(), b.view()]);
            "einsum, diagonal" |a, b| einsum("ii", &[a.view()]);
            "norm" |a, b| a.norm();
            "norm_ord" |a, b| a.norm_ord(NormOrd::L1);
            "norm_axis" |a, b| (a.norm_axis::<0>(), a.norm_axis::<1>());
            "norm_squared" |a, b| a.norm_squared();
            "norm_squared_axis" |a, b| (a.norm_squared_axis::<0>(), a.norm_squared_axis::<1>());
            "normalize" |a, b| a.normalize();
            "normalize_axis" |a, b| (a.normalize_axis::<0>(), a.normalize_axis::<1>());
            "distance" |a, b| a.distance(b);
            "distance_axis" |a, b| (a.distance_axis::<0, _>(b), a.distance_axis::<1, _>(b));
            "cosine_similarity" |a, b| a.cosine_similarity(b);
            "cosine_similarity_axis" |a, b| a.cosine_similarity_axis::<0, _>(b);
        },
    );
}

fn numbers(dims: &[usize], layouts: &[Layout; 2]) {
    same::<f32>(
        dims,
        layouts,
        operations! { f32:
            "+" |a, b| a + b;
            "-" |a, b| a - b;
            "*" |a, b| a * b;
            "/" |a, b| a / b;
            "%" |a, b| a % b;
            "+ scalar" |a, b| a + 2.5;
            "neg" |a, b| -a;
            "+ along the last axis" |a, b| b.axis::<0>(0).map(|row| a + row);
            "+=" |a, b| { let mut sum = a.to_owned(); sum += b; sum };
            "map" |a, b| a.map(|x| x * 3.0);
            "fold" |a, b| a.fold(0.0, |all, x| all * 0.5 + x);
            "zip_map" |a, b| a.zip_map(b, |x, y| x * 2.0 - y);
            "clamp" |a, b| a.clamp(-0.5, 0.5);
            "sqrt" |a, b| a.sqrt();
            "exp" |a, b| a.exp();
            "powi" |a, b| a.powi(3);
            "sum" |a, b| a.sum();
            "sum_axis" |a, b| (a.sum_axis::<0>(), a.sum_axis::<1>());
            "sum_axis, 2" |a, b| (a.sum_axis::<2>(), a.sum_axis::<3>());
            "sum_keepdims" |a, b| a.sum_keepdims::<1>();
            "prod" |a, b| (a.prod(), a.prod_axis::<0>());
            "mean" |a, b| (a.mean(), a.mean_axis::<1>());
            "var" |a, b| (a.var(), (a.var_axis::<0>(), a.var_axis::<1>()));
            "std" |a, b| (a.std(), a.std_axis::<0>());
            "min" |a, b| (a.min(), (a.min_axis::<0>(), a.min_axis::<1>()));
            "max" |a, b| (a.max(), (a.max_axis::<0>(), a.max_axis::<1>()));
            "argmin" |a, b| (a.argmin(), (a.argmin_axis::<0>(), a.argmin_axis::<1>()));
            "argmax" |a, b| (a.argmax(), (a.argmax_axis::<0>(), a.argmax_axis::<1>()));
            "cumsum" |a, b| (a.cumsum(), (a.cumsum_axis::<0>(), a.cumsum_axis::<1>()));
            "cumprod" |a, b| (a.cumprod(), a.cumprod_axis::<1>());
            "sort" |a, b| (a.sort(), (a.sort_axis::<0>(), a.sort_axis::<1>()));
            "argsort" |a, b| (a.argsort(), a.argsort_axis::<0>());
            "topk" |a, b| a.topk::<2, 0>();
            "cast" |a, b| a.cast::<f64>();
        },
    );
    same::<i32>(
        dims,
        layouts,
        operations! { i32:
            "inner" |a, b| a.inner(b);
            "matmul" |a, b| a.matmul(&b.t());
            "einsum" |a, b| einsum("ij,kj->ik", &[a.view(), b.view()]);
            "norm_squared" |a, b| (a.norm_squared(), a.norm_squared_axis::<0>());
            "+" |a, b| a + b;
            "*" |a, b| a * b;
            "&" |a, b| a & b;
            "!" |a, b| !a;
            "sum" |a, b| (a.sum(), (a.sum_axis::<0>(), a.sum_axis::<1>()));
            "mean" |a, b| (a.mean(), a.mean_axis::<1>());
            "max" |a, b| (a.max(), a.max_axis::<0>());
            "argmax" |a, b| (a.argmax(), a.argmax_axis::<1>());
            "cumsum" |a, b| (a.cumsum(), a.cumsum_axis::<0>());
            "sort" |a, b| (a.sort(), a.sort_axis::<0>());
            "count_nonzero" |a, b| a.count_nonzero();
        },
    );
    same::<bool>(
        dims,
        layouts,
        operations! { bool:
            "any" |a, b| (a.any(), (a.any_axis::<0>(), a.any_axis::<1>()));
            "all" |a, b| (a.all(), (a.all_axis::<0>(), a.all_axis::<1>()));
            "count" |a, b| (a.count(), a.count_axis::<0>());
            "&" |a, b| a & b;
        },
    );
}

fn elements(dims: &[usize], layouts: &[Layout; 2]) {
    same::<f32>(
        dims,
        layouts,
        operations! { f32:
            "iter" |a, b| a.iter().collect::<Vec<_>>();
            "iter, backwards" |a, b| a.iter().rev().collect::<Vec<_>>();
            "iter, fold" |a, b| a.iter().fold(0.0, |all, x| all * 0.5 + x);
            "iter, from both ends" |a, b| { let mut i = a.iter(); let x = (i.next(), i.nth_back(2)); (x, i.copied().sum::<f32>()) };
            "iter, nth" |a, b| { let mut i = a.iter(); let x = i.nth(3); (x, (i.len(), i.last())) };
            "indexed_iter" |a, b| a.indexed_iter().collect::<Vec<_>>();
            "indexed_iter, backwards" |a, b| a.indexed_iter().rev().collect::<Vec<_>>();
            "rows" |a, b| a.rows().map(|row| row.to_owned()).collect::<Vec<_>>();
            "rows, backwards" |a, b| a.rows().rev().map(|row| row.sum()).collect::<Vec<_>>();
            "outer_iter" |a, b| a.outer_iter().map(|i| i.map(|part| part.to_owned()).collect::<Vec<_>>());
            "axis_iter" |a, b| a.axis_iter::<1>().map(|i| i.map(|part| part.to_owned()).collect::<Vec<_>>());
            "axis" |a, b| (a.axis::<0>(1).map(|part| part.to_owned()), a.axis::<2>(0).map(|part| part.to_owned()));
            "lanes" |a, b| a.lanes::<0>().map(|i| i.map(|lane| lane.to_owned()).collect::<Vec<_>>());
            "lanes, last" |a, b| a.lanes::<2>().map(|i| i.rev().map(|lane| lane.sum()).collect::<Vec<_>>());
            "windows" |a, b| a.windows::<3>().map(|i| i.map(|part| part.to_owned()).collect::<Vec<_>>());
            "windows_axis" |a, b| a.windows_axis::<1, 2>().map(|i| i.map(|part| part.sum()).collect::<Vec<_>>());
            "windows_of" |a, b| matrices(a, b, |a, _| a.windows_of::<shape![2, 3]>().map(|w| w.sum()).collect::<Vec<_>>());
            "window" |a, b| (a.window::<2>(1).map(|part| part.to_owned()), a.window_axis::<1, 1>(2).map(|part| part.sum()));
            "chunks" |a, b| a.chunks::<3>().map(|(i, rest)| (i.map(|part| part.to_owned()).collect::<Vec<_>>(), rest.to_owned()));
            "chunks_axis" |a, b| a.chunks_axis::<1, 2>().map(|(i, rest)| (i.map(|part| part.sum()).collect::<Vec<_>>(), rest.sum()));
            "split_at" |a, b| a.split_at(2).map(|(x, y)| (x.to_owned(), y.to_owned()));
            "split_at_axis" |a, b| a.split_at_axis::<1>(1).map(|(x, y)| (x.to_owned(), y.to_owned()));
            "columns" |a, b| matrices(a, b, |a, _| a.columns().map(|column| column.to_owned()).collect::<Vec<_>>());
            "slice" |a, b| a.slice(s![1.., ..., ..;-2]).map(|part| part.to_owned());
            "slice of vectors" |a, b| vectors(a, b, |a, _| a.slice(s![1..-1;-2]).map(|part| part.to_owned()));
            "split" |a, b| matrices(a, b, |a, _| a.split::<1, 2>().map(|[x, y]| (x.to_owned(), y.to_owned())));
            "==" |a, b| (a == b, a == &a.to_owned());
            "Display" |a, b| format!("{a}");
            "Debug" |a, b| format!("{a:?}");
            "get" |a, b| a.get(&*vec![0; a.ndim()]);
            "t" |a, b| a.t().to_owned();
            "transpose" |a, b| a.transpose(&(0..a.ndim()).rev().collect::<Vec<_>>()).map(|t| t.to_owned());
            "swap_axes" |a, b| a.swap_axes::<0, 1>().map(|t| t.to_owned());
            "insert_axis" |a, b| a.insert_axis::<1>().map(|t| t.to_owned());
            "typed" |a, b| matrices(a, b, |a, _| a.to_owned());
            "reshape" |a, b| a.reshape_to((Dyn(a.len()),));
            "flip" |a, b| a.flip::<0>().map(|part| part.to_owned());
            "roll" |a, b| a.roll::<0>(3);
            "repeat" |a, b| a.repeat::<0, 2>();
            "tile" |a, b| a.tile::<1, 2>();
            "triu" |a, b| matrices(a, b, |a, _| (a.triu(1), a.tril(-1)));
            "diag" |a, b| vectors(a, b, |a, _| a.diag());
            "concat" |a, b| (concat::<0, _>((a, b)), concat::<1, _>((a, b)));
            "stack" |a, b| stack::<0, _>([&a.view(), &b.view()]);
        },
    );
}

/// Lengths, and two layouts for arrays of them.
fn cases() -> impl Strategy<Value = (Vec<usize>, [Layout; 2])> {
    let up_to = |n: usize| if cfg!(miri) { n.min(5) } else { n };
    let dims = prop_oneof![
        prop::collection::vec(0..up_to(100), 1),
        prop::collection::vec(0..up_to(20), 2),
        prop::collection::vec(1..up_to(20), 2).prop_map(|mut dims| {
            dims[1] = dims[0];
            dims
        }),
        prop::collection::vec(0..up_to(7), 3),
        prop::collection::vec(0..up_to(5), if cfg!(miri) { 2 } else { 4 }),
    ];
    dims.prop_flat_map(|dims| {
        let layouts = [layout(dims.len()), layout(dims.len())];
        (Just(dims), layouts)
    })
}
fn layout(rank: usize) -> impl Strategy<Value = Layout> {
    let lie = (0_usize..3, 0_usize..3, 1_usize..4, any::<bool>())
        .prop_map(|(before, behind, step, backwards)| Lie { before, behind, step, backwards });
    let axes = prop::collection::vec(lie, rank);
    let order = Just((0..rank).collect::<Vec<_>>()).prop_shuffle();
    let cut = (1_usize..4).prop_flat_map(move |len| (Just(len), 0..len, 0..=rank));
    (axes, order, cut, any::<u64>()).prop_map(|(axes, order, cut, seed)| Layout { axes, order, cut, seed })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(if cfg!(miri) { 1 } else { 96 }) })]
    #[test]
    fn products_of_views_are_those_of_copies((dims, layouts) in cases()) {
        products(&dims, &layouts);
    }
    #[test]
    fn arithmetic_and_reductions_of_views_are_those_of_copies((dims, layouts) in cases()) {
        numbers(&dims, &layouts);
    }
    #[test]
    fn parts_and_changes_of_shape_of_views_are_those_of_copies((dims, layouts) in cases()) {
        elements(&dims, &layouts);
    }
}

/// Strides of arrays without elements may be any.
#[test]
fn nothing_is_read_of_empty_arrays_whose_axes_are_in_another_order() {
    for dims in [[0, 3, 2], [2, 0, 3], [3, 2, 0]] {
        let array = ArrayD::<f32>::from_vec(DynRank::new(&dims).unwrap(), vec![]).unwrap();
        for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]] {
            let view = array.transpose(&order).unwrap();
            let copy = view.to_owned();
            assert_eq!((view.min(), view.argmax()), (None, None));
            assert_eq!(text((view.sum(), view.inner(&view))), text((copy.sum(), copy.inner(&copy))));
            assert_eq!(
                text(view.rows().map(|row| row.sum()).collect::<Vec<_>>()),
                text(vec![0_f32; view.rows().len()])
            );
        }
    }
}
