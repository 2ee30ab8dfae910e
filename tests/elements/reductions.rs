//! Sums, extremes and their kin: NumPy's values, the stated order bit by bit, exact arithmetic, and every form of an array.

#![cfg(all(feature = "alloc", feature = "std"))]
#![allow(clippy::op_ref, reason = "as users write it, who need their operands again")]

use crate::common;

use common::Rng;
use conformable::prelude::*;
use conformable::shape::Filled;
use conformable::{Average, Ordered, Ownership, s};
use core::fmt::Debug;
use core::str::FromStr;

/// An operation along an axis that is a number at run time, of a `DynRank`.
macro_rules! at {
    ($a:expr, $axis:expr, $op:ident($($arg:expr),*)) => {
        match $axis {
            0 => $a.$op::<0>($($arg),*),
            1 => $a.$op::<1>($($arg),*),
            2 => $a.$op::<2>($($arg),*),
            _ => $a.$op::<3>($($arg),*),
        }
    };
}

/// One line of the file.
struct Case<'a> {
    op: &'a str,
    axis: Option<usize>,
    /// Whether results are `f32`.
    narrow: bool,
    /// Lengths and elements, or why NumPy refuses.
    expected: Result<(Vec<usize>, Vec<&'a str>), &'a str>,
}

fn numbers<T: FromStr<Err: Debug>>(text: &str) -> Vec<T> {
    text.split_whitespace().map(|x| x.parse().unwrap()).collect()
}

/// What is read from the file: elements and results.
fn cases() -> Vec<(&'static str, Vec<usize>, &'static str, Vec<Case<'static>>)> {
    let mut arrays = Vec::new();
    let mut lines = include_str!("../numpy/reductions.txt").lines().peekable();
    while let Some(head) = lines.next() {
        let mut words = head.strip_prefix("array ").unwrap().split(' ').filter(|word| !word.is_empty());
        let (kind, dims) = (words.next().unwrap(), words.map(|d| d.parse().unwrap()).collect());
        let elements = lines.next().unwrap();
        let mut cases = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with("array ")) {
            let [what, dims, result] = line.split('|').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let (op, axis) = what.split_once(' ').unwrap();
            let expected = match dims {
                "refused" => Err(result),
                _ => Ok((numbers(dims), result.split_whitespace().collect())),
            };
            cases.push(Case { op, axis: axis.parse().ok(), narrow: kind == "f32", expected });
        }
        arrays.push((kind, dims, elements, cases));
    }
    assert!(arrays.len() > 80);
    arrays
}

/// An element as the tests need it.
trait Number: Scalar + Average + Ordered + PartialEq + FromStr<Err: Debug> + Debug + 'static {
    fn f64(self) -> f64;
    /// The unit of rounding of the type and that of its mean; 0 for exact ones.
    const UNIT: [f64; 2];
}
macro_rules! numbers { ($($T:ty, $own:expr, $mean:expr;)+) => {$(
    impl Number for $T {
        fn f64(self) -> f64 {
            self as f64
        }
        const UNIT: [f64; 2] = [$own, $mean];
    }
)+};}
numbers! {
    f32, f32::EPSILON as f64, f32::EPSILON as f64;
    f64, f64::EPSILON, f64::EPSILON;
    i8, 0., f64::EPSILON;
    u8, 0., f64::EPSILON;
    i32, 0., f64::EPSILON;
    i64, 0., f64::EPSILON;
}

fn is_close(ours: f64, theirs: f64, bound: f64) -> bool {
    ours == theirs || ours.is_nan() && theirs.is_nan() || (ours - theirs).abs() <= bound
}

/// Compares with the file: within `bound`, or equal if it is 0.
#[track_caller]
fn same<T: Copy + Debug>(
    case: &Case<'_>,
    (dims, ours): (Vec<usize>, Vec<T>),
    f64: impl Fn(T) -> f64,
    bound: f64,
) {
    let (their_dims, theirs) = case.expected.as_ref().unwrap();
    assert_eq!(dims, *their_dims, "{} {:?}", case.op, case.axis);
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(theirs) {
        let number = match *theirs {
            "true" => 1.,
            "false" => 0.,
            number => number.parse::<f64>().unwrap(),
        };
        let number = if case.narrow { f64::from(number as f32) } else { number };
        let is_close = is_close(f64(*ours), number, bound);
        assert!(is_close, "{} {:?}: {ours:?}, NumPy has {theirs}", case.op, case.axis);
    }
}

fn parts<T: Copy>(a: ArrayD<T>) -> (Vec<usize>, Vec<T>) {
    (a.dims().to_vec(), a.into_vec())
}

fn one<T>(x: T) -> (Vec<usize>, Vec<T>) {
    (vec![], vec![x])
}

fn check<T: Number, O: Ownership>(a: &Array<T, DynRank, O>, cases: &[Case<'_>])
where
    T::Mean: Into<f64> + Debug,
{
    let all: Vec<f64> = a.iter().map(|x| x.f64()).filter(|x| x.is_finite()).collect();
    let largest = all.iter().fold(0_f64, |m, x| m.max(x.abs()));
    let n = a.len() as f64 + 8.;
    let [own, of_mean] = T::UNIT;
    // Any order of `n` terms has this error at most; the file has as much.
    let [sums, means] = [2. * n * n * own * largest, 2. * n * of_mean * largest];
    let vars = 8. * n * of_mean * largest * largest;
    for case in cases {
        let Case { op, axis, expected, .. } = case;
        if let Err(theirs) = expected {
            let ours = match (*op, *axis) {
                ("min", None) => a.min().is_none().then(String::new),
                ("max", None) => a.max().is_none().then(String::new),
                ("argmin", None) => a.argmin().is_none().then(String::new),
                ("argmax", None) => a.argmax().is_none().then(String::new),
                ("min", Some(axis)) => at!(a, axis, min_axis()).err().map(|e| e.to_string()),
                ("max", Some(axis)) => at!(a, axis, max_axis()).err().map(|e| e.to_string()),
                ("argmin", Some(axis)) => at!(a, axis, argmin_axis()).err().map(|e| e.to_string()),
                ("argmax", Some(axis)) => at!(a, axis, argmax_axis()).err().map(|e| e.to_string()),
                _ => panic!("NumPy refuses {op}"),
            };
            let ours = ours.unwrap();
            assert!(ours.is_empty() || ours == *theirs, "{op}: {ours:?}, NumPy has {theirs:?}");
            continue;
        }
        let (f64, mean, count) = (T::f64, |x: T::Mean| x.into(), |x: usize| x as f64);
        match (*op, *axis) {
            ("sum", None) => same(case, one(a.sum()), f64, sums),
            ("sum", Some(axis)) => same(case, parts(at!(a, axis, sum_axis()).unwrap()), f64, sums),
            ("prod", None) => {
                let theirs: f64 = expected.as_ref().unwrap().1[0].parse().unwrap();
                same(case, one(a.prod()), f64, 2. * n * own * theirs.abs().min(f64::MAX));
            }
            ("prod", Some(axis)) => {
                let ours = parts(at!(a, axis, prod_axis()).unwrap());
                let most = ours.1.iter().fold(0_f64, |m, x| m.max(x.f64().abs()).min(1e300));
                same(case, ours, f64, 2. * n * own * most);
            }
            ("mean", None) => same(case, one(a.mean()), mean, means),
            ("mean", Some(axis)) => same(case, parts(at!(a, axis, mean_axis()).unwrap()), mean, means),
            ("var", None) => same(case, one(a.var()), mean, vars),
            ("var", Some(axis)) => same(case, parts(at!(a, axis, var_axis()).unwrap()), mean, vars),
            ("var1", None) => same(case, one(a.var_ddof(1)), mean, vars),
            ("var1", Some(axis)) => same(case, parts(at!(a, axis, var_ddof_axis(1)).unwrap()), mean, vars),
            ("std", None) => same(case, one(a.std()), mean, vars.sqrt()),
            ("std", Some(axis)) => same(case, parts(at!(a, axis, std_axis()).unwrap()), mean, vars.sqrt()),
            ("min", None) => same(case, one(a.min().unwrap()), f64, 0.),
            ("min", Some(axis)) => same(case, parts(at!(a, axis, min_axis()).unwrap()), f64, 0.),
            ("max", None) => same(case, one(a.max().unwrap()), f64, 0.),
            ("max", Some(axis)) => same(case, parts(at!(a, axis, max_axis()).unwrap()), f64, 0.),
            ("argmin", None) => same(case, one(a.argmin().unwrap()), count, 0.),
            ("argmin", Some(axis)) => same(case, parts(at!(a, axis, argmin_axis()).unwrap()), count, 0.),
            ("argmax", None) => same(case, one(a.argmax().unwrap()), count, 0.),
            ("argmax", Some(axis)) => same(case, parts(at!(a, axis, argmax_axis()).unwrap()), count, 0.),
            ("cumsum", None) => {
                let (dims, ours) = parts(a.cumsum());
                same(case, (dims, ours), f64, sums);
            }
            ("cumsum", Some(axis)) => same(case, parts(at!(a, axis, cumsum_axis()).unwrap()), f64, sums),
            ("cumprod", axis) => {
                let ours = match axis {
                    None => a.cumprod(),
                    Some(axis) => at!(a, axis, cumprod_axis()).unwrap(),
                };
                // In one order, but for integers and infinities of NumPy's `f4`.
                let ours = parts(ours);
                let most = ours.1.iter().fold(0_f64, |m, x| m.max(x.f64().abs()).min(1e300));
                same(case, ours, f64, 2. * n * own * most);
            }
            ("sort", Some(axis)) => {
                let ours = parts(at!(a, axis, sort_axis()).unwrap());
                for (ours, theirs) in ours.1.iter().zip(&expected.as_ref().unwrap().1) {
                    let is_negative = theirs.starts_with('-');
                    assert!(ours.f64().is_nan() || ours.f64().is_sign_negative() == is_negative, "{theirs}");
                }
                same(case, ours, f64, 0.);
                let mut sorted = a.to_owned();
                at!(sorted, axis, sort_axis_inplace()).unwrap();
                same(case, parts(sorted), f64, 0.);
                if axis + 1 == a.ndim() {
                    same(case, parts(a.sort()), f64, 0.);
                }
            }
            ("argsort", Some(axis)) => {
                same(case, parts(at!(a, axis, argsort_axis()).unwrap()), count, 0.);
                if axis + 1 == a.ndim() {
                    same(case, parts(a.argsort()), count, 0.);
                }
            }
            ("count_nonzero", None) => same(case, one(a.count_nonzero()), count, 0.),
            ("count_nonzero", Some(axis)) => {
                same(case, parts(at!(a, axis, count_nonzero_axis()).unwrap()), count, 0.);
            }
            ("top2" | "argtop2", Some(axis)) => {
                let (values, positions) = match axis {
                    0 => a.topk::<2, 0>(),
                    1 => a.topk::<2, 1>(),
                    2 => a.topk::<2, 2>(),
                    _ => a.topk::<2, 3>(),
                }
                .unwrap();
                if *op == "top2" {
                    same(case, parts(values), f64, 0.);
                } else {
                    same(case, parts(positions), count, 0.);
                }
            }
            _ => panic!("{op} {axis:?}"),
        }
    }
}

fn check_kind<T: Number>(dims: &[usize], elements: &str, cases: &[Case<'_>])
where
    T::Mean: Into<f64> + Debug,
{
    let a = ArrayD::from_vec(DynRank::new(dims).unwrap(), numbers::<T>(elements)).unwrap();
    check(&a, cases);
    // The same elements with the axes in memory the other way round, and with others between them.
    let turned = a.t().to_owned();
    check(&turned.t(), cases);
}

fn check_bool<O: Ownership>(a: &Array<bool, DynRank, O>, cases: &[Case<'_>]) {
    let (truth, count) = (|x: bool| f64::from(u8::from(x)), |x: usize| x as f64);
    for case in cases.iter().filter(|case| case.expected.is_ok()) {
        match (case.op, case.axis) {
            ("any", None) => same(case, one(a.any()), truth, 0.),
            ("any", Some(axis)) => same(case, parts(at!(a, axis, any_axis()).unwrap()), truth, 0.),
            ("all", None) => same(case, one(a.all()), truth, 0.),
            ("all", Some(axis)) => same(case, parts(at!(a, axis, all_axis()).unwrap()), truth, 0.),
            ("count", None) => same(case, one(a.count()), count, 0.),
            ("count", Some(axis)) => same(case, parts(at!(a, axis, count_axis()).unwrap()), count, 0.),
            ("max", None) => same(case, one(a.max().unwrap()), truth, 0.),
            ("max", Some(axis)) => same(case, parts(at!(a, axis, max_axis()).unwrap()), truth, 0.),
            ("argmax", None) => same(case, one(a.argmax().unwrap()), count, 0.),
            ("argmax", Some(axis)) => same(case, parts(at!(a, axis, argmax_axis()).unwrap()), count, 0.),
            ("sort", Some(axis)) => same(case, parts(at!(a, axis, sort_axis()).unwrap()), truth, 0.),
            (op, axis) => panic!("{op} {axis:?}"),
        }
    }
}

#[test]
fn values_are_numpy_s() {
    for (kind, dims, elements, cases) in cases().into_iter().step_by(crate::common::EVERY) {
        match kind {
            "f32" => check_kind::<f32>(&dims, elements, &cases),
            "f64" => check_kind::<f64>(&dims, elements, &cases),
            "i8" => check_kind::<i8>(&dims, elements, &cases),
            "u8" => check_kind::<u8>(&dims, elements, &cases),
            "i32" => check_kind::<i32>(&dims, elements, &cases),
            "i64" => check_kind::<i64>(&dims, elements, &cases),
            _ => {
                let elements = elements.split_whitespace().map(|x| x == "true").collect();
                let a = ArrayD::from_vec(DynRank::new(&dims).unwrap(), elements).unwrap();
                check_bool(&a, &cases);
                check_bool(&a.t().to_owned().t(), &cases);
            }
        }
    }
}

/// The sum over rows as the chain of 64 and the balanced tree, split at the largest power of two below.
fn chains<T: Scalar>(terms: &[T]) -> T {
    fn tree<T: Scalar>(blocks: &[T]) -> T {
        match blocks {
            [one] => *one,
            _ => {
                let half = blocks.len().next_power_of_two() / 2;
                tree(&blocks[..half]).plus(tree(&blocks[half..]))
            }
        }
    }
    let blocks: Vec<T> =
        terms.chunks(64).map(|block| block.iter().copied().reduce(T::plus).unwrap()).collect();
    if blocks.is_empty() { T::ZERO } else { tree(&blocks) }
}

fn random(rng: &mut Rng, n: usize) -> Vec<f32> {
    (0..n).map(|_| rng.f32() * 2_f32.powi(rng.below(40) as i32 - 20)).collect()
}

#[test]
fn sums_have_the_bits_of_the_stated_order() {
    let mut rng = Rng::new(1);
    for n in (0..70)
        .chain([127, 128, 129, 1000, 2047, 2048, 2049, 4096, 6145, 20_000])
        .filter(crate::common::in_time)
    {
        let x = random(&mut rng, n);
        let expected = common::dot(&x, &vec![1.; n]);
        let a = Array::from(x.clone());
        assert_eq!(a.sum().to_bits(), expected.to_bits(), "n = {n}");
        assert_eq!(a.sum_axis::<0>().to_bits(), expected.to_bits(), "n = {n}");
        // The same elements as the diagonal of a matrix, one by one in memory far apart.
        if n < 200 {
            let matrix =
                Array::from_shape_fn((Dyn(n), Dyn(n)), |[i, j]| if i == j { x[i] } else { f32::NAN });
            let matrix = matrix.unwrap();
            assert_eq!(matrix.diagonal().sum().to_bits(), expected.to_bits(), "n = {n}");
        }
        let wide: Vec<f64> = x.iter().map(|x| f64::from(*x)).collect();
        assert_eq!(Array::from(wide.clone()).sum().to_bits(), common::dot(&wide, &vec![1.; n]).to_bits());
        let mean = a.mean();
        assert!(n == 0 && mean.is_nan() || mean.to_bits() == (expected / n as f32).to_bits());
        // Squares of the deviations in the same order.
        let deviations: Vec<f32> = x.iter().map(|x| x - mean).collect();
        let var = common::dot(&deviations, &deviations) / n as f32;
        assert!(n == 0 && a.var().is_nan() || a.var().to_bits() == var.to_bits(), "n = {n}");
    }
}

/// A number whose sum is the product.
#[derive(Clone, Copy)]
struct Times(f32);
impl Scalar for Times {
    const ZERO: Self = Times(1.);
    const ONE: Self = Times(1.);
    fn plus(self, rhs: Self) -> Self {
        Times(self.0 * rhs.0)
    }
    fn times(self, rhs: Self) -> Self {
        self.plus(rhs)
    }
}

#[test]
fn sums_over_other_axes_have_the_bits_of_their_chains() {
    let mut rng = Rng::new(2);
    for m in (0..5).chain([63, 64, 65, 128, 129, 300, 1000]).filter(crate::common::in_time) {
        for n in [1, 2, 3, 31, 32, 33, 70, 131] {
            let x = random(&mut rng, m * n);
            let a = Array::from_vec((Dyn(m), Dyn(n)), x).unwrap();
            let (sums, prods, means, vars) =
                (a.sum_axis::<0>(), a.prod_axis::<0>(), a.mean_axis::<0>(), a.var_axis::<0>());
            for j in 0..n {
                let column: Vec<f32> = (0..m).map(|i| a[[i, j]]).collect();
                assert_eq!(sums[j].to_bits(), chains(&column).to_bits(), "{m} x {n}");
                let mean = chains(&column) / m as f32;
                assert!(m == 0 || means[j].to_bits() == mean.to_bits());
                let squares: Vec<f32> = column.iter().map(|x| (x - mean) * (x - mean)).collect();
                assert!(m == 0 || vars[j].to_bits() == (chains(&squares) / m as f32).to_bits());
                let factors: Vec<Times> = column.iter().map(|x| Times(*x)).collect();
                assert_eq!(prods[j].to_bits(), chains(&factors).0.to_bits(), "{m} x {n}");
            }
            // The transpose has the same sums; along its last axis the order is that of a dot product.
            let turned = a.t();
            let rows = turned.sum_axis::<1>();
            for j in 0..n {
                let column: Vec<f32> = (0..m).map(|i| a[[i, j]]).collect();
                assert_eq!(rows[j].to_bits(), common::dot(&column, &vec![1.; m]).to_bits());
            }
        }
    }
}

/// All results of all operations on an array, as bits.
fn everything<T: Number, O: Ownership>(a: &Array<T, DynRank, O>, bits: impl Fn(T) -> u64) -> Vec<Vec<u64>>
where
    T::Mean: Into<f64>,
{
    let of = |x: ArrayD<T>| x.iter().map(|x| bits(*x)).collect::<Vec<_>>();
    let mean = |x: ArrayD<T::Mean>| x.iter().map(|x| (*x).into().to_bits()).collect::<Vec<_>>();
    let count = |x: ArrayD<usize>| x.iter().map(|x| *x as u64).collect::<Vec<_>>();
    let mut all = vec![
        vec![bits(a.sum()), bits(a.prod())],
        [a.mean(), a.var(), a.var_ddof(1), a.std()].map(|x| x.into().to_bits()).to_vec(),
        [a.argmin(), a.argmax()].into_iter().flatten().map(|x| x as u64).collect(),
        [a.min(), a.max()].into_iter().flatten().map(&bits).collect(),
        of(a.sort()),
        count(a.argsort()),
        of(a.cumsum()),
        vec![a.count_nonzero() as u64],
    ];
    for axis in 0..a.ndim() {
        all.extend([
            of(at!(a, axis, sum_axis()).unwrap()),
            of(at!(a, axis, sum_keepdims()).unwrap()),
            of(at!(a, axis, prod_axis()).unwrap()),
            mean(at!(a, axis, mean_axis()).unwrap()),
            mean(at!(a, axis, var_axis()).unwrap()),
            mean(at!(a, axis, std_keepdims()).unwrap()),
            of(at!(a, axis, cumsum_axis()).unwrap()),
            of(at!(a, axis, cumprod_axis()).unwrap()),
            of(at!(a, axis, sort_axis()).unwrap()),
            count(at!(a, axis, argsort_axis()).unwrap()),
            count(at!(a, axis, count_nonzero_axis()).unwrap()),
        ]);
        if a.dims()[axis] > 0 {
            all.extend([
                of(at!(a, axis, min_axis()).unwrap()),
                of(at!(a, axis, max_axis()).unwrap()),
                count(at!(a, axis, argmin_axis()).unwrap()),
                count(at!(a, axis, argmax_keepdims()).unwrap()),
            ]);
        }
    }
    all
}

fn view_is_copy<T: Number, O: Ownership>(view: &Array<T, DynRank, O>, bits: impl Fn(T) -> u64 + Copy)
where
    T::Mean: Into<f64>,
{
    assert!(everything(view, bits) == everything(&view.to_owned(), bits), "{:?}", view.dims());
}

#[test]
fn a_view_gives_what_its_copy_gives() {
    let mut rng = Rng::new(3);
    let sizes: [&[usize]; 12] = [
        &[5, 5],
        &[70, 70],
        &[2, 3, 3],
        &[3, 3, 40],
        &[33, 33, 2],
        &[2, 4, 4, 3],
        &[3, 0, 0],
        &[0, 2, 2],
        &[1, 1, 1],
        &[300, 2, 2],
        &[2, 150, 150],
        &[4, 2, 2, 70],
    ];
    for dims in sizes {
        let n = dims.iter().product();
        // Each is read in eight ways by a hundred operations.
        if cfg!(miri) && n > 30 {
            continue;
        }
        let shape = DynRank::new(dims).unwrap();
        let nan = |rng: &mut Rng, x: f32| match rng.below(40) {
            0 => f32::NAN,
            1 | 2 => 0.,
            3 => -0.,
            _ => (x * 8.).round() / 4.,
        };
        let x: Vec<f32> = (0..n).map(|_| rng.f32()).collect::<Vec<_>>();
        let x = x.into_iter().map(|x| nan(&mut rng, x)).collect();
        let a = ArrayD::from_vec(shape, x).unwrap();
        let b = ArrayD::from_vec(shape, (0..n).map(|_| rng.next_u32() as u8).collect()).unwrap();
        let of_f32 = |x: f32| if x.is_nan() { u64::MAX } else { u64::from(x.to_bits()) };
        let of_u8 = u64::from;
        let equal = dims.windows(2).position(|pair| pair[0] == pair[1]).unwrap();
        macro_rules! views {
            ($a:expr, $of:expr) => {
                view_is_copy(&$a.t(), $of);
            view_is_copy(&$a.slice(s![..;-1, ...]).unwrap(), $of);
            view_is_copy(&$a.slice(s![..., ..;-1]).unwrap(), $of);
            view_is_copy(&$a.slice(s![..;2, ..., ..;-3]).unwrap(), $of);
            view_is_copy(&$a.t().slice(s![..;-1, ..., ..;2]).unwrap(), $of);
                let diagonal = match equal {
                    0 => $a.diagonal_axes::<0, 1>(),
                    1 => $a.diagonal_axes::<1, 2>(),
                    _ => $a.diagonal_axes::<2, 3>(),
                };
                let diagonal = diagonal.unwrap();
                view_is_copy(&diagonal, $of);
                view_is_copy(&diagonal.t(), $of);
                if $a.ndim() > 2 {
                    view_is_copy(&$a.diagonal_axes::<0, 2>().unwrap(), $of);
                    view_is_copy(&$a.t().diagonal_axes::<0, 1>().unwrap(), $of);
                }
            };
        }
        views!(a, of_f32);
        views!(b, of_u8);
    }
}

/// A NaN among `n` elements wins, wherever it is, and the first one of two.
fn nan_wins<T: Number>(nan: T, of: impl Fn(f64) -> T) {
    for n in 1..=130_usize {
        for at in 0..n {
            let mut x: Vec<T> = (0..n).map(|i| of((i * 7 % 13) as f64 - 6.)).collect();
            x[at] = nan;
            if at % 3 == 0 && at + 5 < n {
                x[at + 5] = nan;
            }
            let a = Array::from(x.clone());
            assert!(a.max().unwrap().f64().is_nan() && a.min().unwrap().f64().is_nan(), "{at} of {n}");
            assert_eq!((a.argmax(), a.argmin()), (Some(at), Some(at)), "{at} of {n}");
            // As a row and as a column beside others.
            let rows = Array::from_shape_fn((Dyn(2), Dyn(n)), |[i, j]| if i == 0 { of(1.) } else { x[j] });
            let rows = rows.unwrap();
            assert_eq!(rows.argmax_axis::<1>().unwrap().as_slice(), [0, at]);
            assert_eq!(rows.t().to_owned().argmin_axis::<0>().unwrap().as_slice(), [0, at]);
            assert!(rows.t().to_owned().max_axis::<0>().unwrap()[1].f64().is_nan());
        }
    }
    // In a block of its own, and behind many.
    for at in [0, 1023, 1024, 1025, 2047, 4999] {
        let mut x: Vec<T> = (0..5000).map(|i| of((i * 7 % 13) as f64)).collect();
        x[at] = nan;
        x[4999] = nan;
        let a = Array::from(x);
        assert_eq!((a.argmax(), a.argmin()), (Some(at), Some(at)));
    }
}

#[test]
fn the_first_nan_wins_at_every_position() {
    nan_wins::<f32>(f32::NAN, |x| x as f32);
    nan_wins::<f64>(f64::NAN, |x| x);
    nan_wins::<f64>(-f64::NAN, |x| x);
}

fn naive<T: Ordered>(x: &[T], max: bool) -> usize {
    let better = |a: T, b: T| if max { b.before(a) } else { a.before(b) };
    (1..x.len()).fold(0, |best, i| if better(x[i], x[best]) { i } else { best })
}

fn extremes<T: Number>(of: impl Fn(u32) -> T) {
    let mut rng = Rng::new(7);
    for n in (1..140).chain([1000_usize, 1023, 1024, 1025, 3000]) {
        // Few values, so that there are ties.
        let few = rng.below(3) as u32 * 10 + 2;
        let x: Vec<T> = (0..n).map(|_| of(rng.next_u32() % few)).collect();
        let a = Array::from(x.clone());
        let (min, max) = (naive(&x, false), naive(&x, true));
        assert_eq!((a.argmin(), a.argmax()), (Some(min), Some(max)), "n = {n}");
        assert!(a.min() == Some(x[min]) && a.max() == Some(x[max]));
        let m = n.div_ceil(3);
        let b = Array::from_shape_fn((Dyn(m), Dyn(150)), |[i, j]| x[(i * 5 + j * 3) % n]).unwrap();
        let (values, positions) = (b.max_axis::<0>().unwrap(), b.argmin_axis::<0>().unwrap());
        for j in 0..150 {
            let column: Vec<T> = (0..m).map(|i| b[[i, j]]).collect();
            assert!(values[j] == column[naive(&column, true)] && positions[j] == naive(&column, false));
        }
    }
}

#[test]
fn the_first_of_equals_is_found() {
    extremes(|x| x as f32 - 8.);
    extremes(|x| f64::from(x) - 8.);
    extremes(|x| x as i8 - 8);
    extremes(|x| (x * 13) as u8);
    extremes(|x| x as i32 - 8);
    extremes(|x| i64::from(x) - 8);
    // The greatest bit of the unsigned ones is no sign.
    assert_eq!(array![1_u8, 200, 3].max(), 200);
    assert_eq!(
        Array::from((0..100).map(|i| if i == 40 { u64::MAX } else { i }).collect::<Vec<_>>()).argmax(),
        Some(40)
    );
    assert_eq!(
        Array::from((0..100).map(|i| if i == 40 { u16::MAX } else { i }).collect::<Vec<_>>()).argmax(),
        Some(40)
    );
    assert_eq!(
        Array::from((0..100).map(|i| if i == 40 { i16::MIN } else { i }).collect::<Vec<_>>()).argmin(),
        Some(40)
    );
    assert_eq!(array!['a', 'z', 'c'].argmax(), 1);
    assert_eq!(array![1_i128, -5].min(), -5);
}

#[test]
fn of_two_zeros_the_first_is_chosen() {
    for n in [2, 3, 40, 2000] {
        for at in [0, 1, n - 1] {
            let mut x = vec![-0_f32; n];
            x[at] = 0.;
            let a = Array::from(x);
            let first_is_positive = at == 0;
            assert_eq!(a.max().unwrap().is_sign_positive(), first_is_positive);
            assert_eq!(a.min().unwrap().is_sign_positive(), first_is_positive);
            assert_eq!((a.argmax(), a.argmin()), (Some(0), Some(0)));
        }
    }
    assert!(array![-0_f64, -0.].sum().is_sign_negative());
    assert!(Vector::<f64, 0>::zeros().sum().is_sign_positive());
}

#[test]
fn integers_wrap_and_keep_their_type() {
    assert_eq!(array![200_u8, 100].sum(), 44);
    assert_eq!(array![i32::MAX, 1].sum(), i32::MIN);
    assert_eq!(array![[i64::MAX], [2]].sum_axis::<0>(), array![i64::MIN + 1]);
    assert_eq!(array![16_i8, 16].prod(), 0);
    assert_eq!(array![127_i8, 1, 1].cumsum(), array![127, -128, -127]);
    assert_eq!(array![u128::MAX, 2].sum(), 1);
    assert!(array![false, true].sum() && !array![false, true].prod());
}

/// The forms of types: a value where the types know, else an `Option` or a `Result`.
#[test]
fn what_the_types_prove_needs_no_result() {
    let a = array![[3, 1, 2], [6, 5, 4]];
    let value: i32 = a.max();
    let positions: Vector<usize, 2> = a.argmax_axis::<1>();
    assert_eq!((value, positions), (6, array![0, 0]));
    let b: Array<i32, (Dyn, Const<3>)> = Array::from_vec((Dyn(2), Const), vec![3, 1, 2, 6, 5, 4]).unwrap();
    let value: Option<i32> = b.min();
    let along_known: Array<usize, (Dyn,)> = b.argmax_axis::<1>();
    let along_dyn: Option<Vector<i32, 3>> = b.max_axis::<0>();
    assert_eq!((value, along_known.as_slice()), (Some(1), &[0, 0][..]));
    assert_eq!(along_dyn, Some(array![6, 5, 4]));
    let empty: Array<i32, (Dyn, Const<3>)> = Array::from_vec((Dyn(0), Const), vec![]).unwrap();
    assert_eq!((empty.max(), empty.max_axis::<0>(), empty.max_axis::<1>().len()), (None, None, 0));
    let mut out = array![0, 0, 0];
    b.min_axis_into::<0, _, _>(&mut out).unwrap();
    assert_eq!(out, array![3, 1, 2]);
    let error = empty.min_axis_into::<0, _, _>(&mut out).unwrap_err();
    assert_eq!(error.to_string(), "zero-size array to reduction operation minimum which has no identity");
    assert_eq!(out, array![3, 1, 2]);
    let mut short = array![0, 0].into_dyn();
    let error = b.sum_axis_into::<0, _, _>(&mut short).unwrap_err();
    assert_eq!(error.to_string(), "sum_axis_into: shape (2,) where (3,) is needed");
    let dynamic = a.into_dyn();
    let error = dynamic.sum_axis::<2>().unwrap_err();
    assert_eq!(error.to_string(), "axis 2 is out of bounds for array of dimension 2");
    assert_eq!(dynamic.argmax_axis::<7>().unwrap_err().operation(), "argmax_axis");
    assert_eq!(dynamic.sum_keepdims::<0>().unwrap().dims(), [1, 3]);
    assert_eq!(dynamic.mean_keepdims::<1>().unwrap().as_slice(), [2., 5.]);
}

/// Generic code needs `D: Dim`, `K: StaticDim` and no where-clause.
#[test]
fn generic_code_needs_no_bounds_of_ours() {
    type Column<T, D> = Array<T, (D,)>;
    fn chosen<D: Dim, K: StaticDim>(a: &Array<f64, (D, K)>) -> (Column<f64, D>, Column<usize, D>) {
        (a.max_axis::<1>(), a.argmax_axis::<1>())
    }
    fn spread<D: Dim, K: StaticDim>(a: &Array<f64, (D, K)>) -> (Column<f64, K>, Option<Column<f64, K>>) {
        (a.std_axis::<0>(), D::Known::option(a.max_axis::<0>()))
    }
    fn total<S: Shape>(a: &Array<f64, S>) -> f64 {
        a.sum() / a.len() as f64 - a.mean() + a.var()
    }
    let a = array![[1., 4., 2.], [3., 0., 2.]];
    assert_eq!(chosen(&a), (array![4., 3.], array![1, 0]));
    assert_eq!(spread(&a), (array![1., 2., 0.], Some(array![3., 4., 2.])));
    assert_eq!(total(&a), a.var());
}

#[test]
fn kept_axes_stretch() {
    let a = array![[1_f64, 2.], [3., 6.]];
    assert_eq!(&a - &a.mean_keepdims::<1>(), array![[-0.5, 0.5], [-1.5, 1.5]]);
    assert_eq!(&a - &a.min_keepdims::<0>(), array![[0., 0.], [2., 4.]]);
    let b = Array::from_vec((Dyn(2), Const::<2>), vec![1_f64, 2., 3., 6.]).unwrap();
    let shares = &b / &b.sum_keepdims::<1>();
    assert_eq!(shares.as_slice(), [1. / 3., 2. / 3., 1. / 3., 2. / 3.]);
}

#[test]
fn nothing_is_reduced_to_what_numpy_says() {
    let none = Vector::<f64, 0>::zeros();
    assert_eq!((none.sum(), none.prod()), (0., 1.));
    assert!(none.mean().is_nan() && none.var().is_nan());
    let none = Matrix::<f64, 0, 3>::zeros();
    assert_eq!((none.sum_axis::<0>(), none.prod_axis::<0>()), (array![0., 0., 0.], array![1., 1., 1.]));
    assert!(none.mean_axis::<0>().iter().all(|x| x.is_nan()) && none.var_axis::<0>()[2].is_nan());
    assert_eq!(none.max_axis::<1>().len(), 0);
    let none = Matrix::<bool, 0, 3>::full(true);
    assert!(!none.any() && none.all() && none.all_axis::<0>().all() && !none.any_axis::<0>().any());
    assert_eq!(none.count_axis::<0>(), array![0, 0, 0]);
    let one = Array::<f64, ()>::new(4.);
    assert_eq!((one.sum(), one.max(), one.argmax(), one.mean(), one.var()), (4., 4., 0, 4., 0.));
    assert_eq!(one.unravel_index(0), Some([]));
}
