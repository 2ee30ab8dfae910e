//! Functions of each element and closeness: NumPy's values, every form of an array, shapes that meet.

#![cfg(all(feature = "alloc", feature = "std"))]

use conformable::prelude::*;
use conformable::{Close, Inexact, Real, Signed, Tolerance};
use std::fmt::Debug;
use std::str::FromStr;

/// A number in NumPy's words.
trait Word: Sized {
    fn word(text: &str) -> Self;
}
macro_rules! words { ($($T:ty)+) => {$(
    impl Word for $T {
        fn word(text: &str) -> Self {
            <$T>::from_str(&text.to_lowercase()).unwrap_or_else(|e| panic!("{text}: {e}"))
        }
    }
)+};}
words! { f32 f64 i8 i32 i64 u8 bool }

fn vector<T: Word>(line: &str) -> Array<T, (Dyn,)> {
    line.split_whitespace().map(T::word).collect::<Vec<T>>().into()
}

/// Equal, or of floats both NaN, or so many units in the last place apart.
fn is_within<T: Real>(ours: T, theirs: T, ulps: f64) -> bool {
    if ours == theirs {
        // A zero has its sign, too.
        return ours.is_sign_negative() == theirs.is_sign_negative() || ours != T::zero();
    }
    // Below the smallest normal number the unit is that of the smallest.
    let unit = theirs.abs().max(T::min_positive_value()) * T::epsilon();
    ours.is_nan() && theirs.is_nan() || (ours - theirs).abs() <= unit * T::from(ulps).unwrap()
}

/// What this crate says of the elements, and how far NumPy may be from it, in units in the last place: both libraries
/// of functions are within one or two of the true value, on the platforms that they were measured on, and powers by
/// multiplication round each time.
fn of_real<T: Real + Word>(
    name: &str,
    words: &[&str],
    a: &Array<T, (Dyn,)>,
) -> Option<(Array<T, (Dyn,)>, f64)> {
    let number = |i: usize| T::word(words[i]);
    let exact = match name {
        "sqrt" => a.sqrt(),
        "recip" => a.recip(),
        "floor" => a.floor(),
        "ceil" => a.ceil(),
        "trunc" => a.trunc(),
        "round" => a.round(),
        "clamp" => a.clamp(number(2), number(3)),
        _ => {
            let near = match name {
                "cbrt" => a.cbrt(),
                "exp" => a.exp(),
                "exp2" => a.exp2(),
                "exp_m1" => a.exp_m1(),
                "ln" => a.ln(),
                "log2" => a.log2(),
                "log10" => a.log10(),
                "ln_1p" => a.ln_1p(),
                "sin" => a.sin(),
                "cos" => a.cos(),
                "tan" => a.tan(),
                "asin" => a.asin(),
                "acos" => a.acos(),
                "atan" => a.atan(),
                "sinh" => a.sinh(),
                "cosh" => a.cosh(),
                "tanh" => a.tanh(),
                "asinh" => a.asinh(),
                "acosh" => a.acosh(),
                "atanh" => a.atanh(),
                "to_degrees" => a.to_degrees(),
                "to_radians" => a.to_radians(),
                "powi" => a.powi(words[2].parse().unwrap()),
                "powf" => a.powf(number(2)),
                _ => return None,
            };
            return Some((near, 4.));
        }
    };
    Some((exact, 0.))
}

/// A line of words, the operands and the results.
struct Case<'a> {
    words: Vec<&'a str>,
    operands: Vec<&'a str>,
    results: &'a str,
}

fn cases() -> Vec<Case<'static>> {
    let mut lines = include_str!("../numpy/elements.txt").lines();
    let mut cases = Vec::new();
    while let Some(head) = lines.next() {
        let words: Vec<&str> = head.split(' ').collect();
        let operands = if let "atan2" | "hypot" | "isclose" = words[0] { 2 } else { 1 };
        let operands = lines.by_ref().take(operands).collect();
        cases.push(Case { words, operands, results: lines.next().unwrap() });
    }
    cases
}

fn check_real<T: Real + Inexact + Signed + Close<Tolerance = T> + Word + Debug>(case: &Case<'_>) {
    let Case { words, operands, results } = case;
    let (name, a) = (words[0], vector::<T>(operands[0]));
    let classes = match name {
        "is_nan" => Some(a.is_nan()),
        "is_finite" => Some(a.is_finite()),
        "is_infinite" => Some(a.is_infinite()),
        _ => None,
    };
    if let Some(ours) = classes {
        assert_eq!(ours, vector::<bool>(results), "{words:?}");
        return;
    }
    let (ours, ulps) = match name {
        "abs" => (a.abs(), 0.),
        "sign" => (a.sign(), 0.),
        "atan2" => (a.atan2(&vector(operands[1])).unwrap(), 4.),
        "hypot" => (a.hypot(&vector(operands[1])).unwrap(), 2.),
        _ => of_real(name, words, &a).unwrap_or_else(|| panic!("{name} is not known here")),
    };
    for ((x, ours), theirs) in a.iter().zip(&ours).zip(&vector::<T>(results)) {
        assert!(is_within(*ours, *theirs, ulps), "{words:?} of {x:?}: {ours:?}, NumPy has {theirs:?}");
    }
}

fn check_integer<T: Signed + PartialOrd + Word + Debug>(case: &Case<'_>) {
    let Case { words, operands, results } = case;
    let a = vector::<T>(operands[0]);
    let ours = match words[0] {
        "abs" => a.abs(),
        "sign" => a.sign(),
        _ => a.clamp(T::word(words[2]), T::word(words[3])),
    };
    assert_eq!(ours, vector(results), "{words:?}");
}

fn check_close<T: Close<Tolerance: Word> + Scalar + Word>(case: &Case<'_>) {
    let Case { words, operands, results } = case;
    let (a, b) = (vector::<T>(operands[0]), vector::<T>(operands[1]));
    let number = |i: usize| T::Tolerance::word(words[i]);
    let tolerance = Tolerance { rtol: number(2), atol: number(3), equal_nan: bool::word(words[4]) };
    let theirs = vector::<bool>(results);
    assert_eq!(a.isclose_within(&b, tolerance).unwrap(), theirs, "{words:?}");
    assert_eq!(a.allclose_within(&b, tolerance).unwrap(), theirs.iter().all(|x| *x));
    for ((a, b), theirs) in a.iter().zip(&b).zip(&theirs) {
        let (a, b) = (Array::<T, ()>::new(*a), Array::<T, ()>::new(*b));
        assert_eq!(a.allclose_within(&b, tolerance), *theirs, "{words:?}");
    }
    if words[2] == "1e-05" && words[3] == "1e-08" && words[4] == "False" {
        assert_eq!(a.isclose(&b).unwrap(), theirs);
    }
}

#[test]
fn functions_of_elements_are_numpy_s() {
    let cases = cases();
    assert!(cases.len() > 150, "{} cases", cases.len());
    for case in cases.iter().step_by(crate::common::EVERY) {
        match (case.words[0], case.words[1]) {
            ("isclose", "f32") => check_close::<f32>(case),
            ("isclose", "f64") => check_close::<f64>(case),
            ("isclose", "i8") => check_close::<i8>(case),
            ("isclose", "i64") => check_close::<i64>(case),
            ("isclose", "u8") => check_close::<u8>(case),
            ("isclose", "bool") => check_close::<bool>(case),
            (_, "f32") => check_real::<f32>(case),
            (_, "f64") => check_real::<f64>(case),
            (_, "i8") => check_integer::<i8>(case),
            (_, "i32") => check_integer::<i32>(case),
            (_, "i64") => check_integer::<i64>(case),
            (_, "u8") => check_integer::<u8>(case),
            _ => panic!("{:?}", case.words),
        }
    }
}

/// A function of static, mixed, dynamic and turned arrays has the elements of that of a flat one.
#[test]
fn every_kind_of_array_gives_the_same_elements() {
    let a = Array3::<f64, 2, 3, 4>::from_fn(|[i, j, k]| (i * 12 + j * 4 + k) as f64 / 7. - 1.5);
    let tanh: Vec<f64> = a.iter().map(|x| conformable::Vector::from([*x]).tanh()[0]).collect();
    assert_eq!(a.tanh().as_slice(), tanh);
    assert_eq!(a.view().tanh().as_slice(), tanh);
    assert_eq!(a.t().to_owned().t().tanh().as_slice(), tanh);
    let mixed: Array<f64, shape![dyn, 3, dyn]> = a.typed().unwrap();
    assert_eq!(mixed.tanh().as_slice(), tanh);
    assert_eq!(mixed.tanh().dims(), [2, 3, 4]);
    assert_eq!(a.into_dyn().tanh().as_slice(), tanh);
    assert_eq!(Array::<f64, ()>::new(1.44).sqrt()[[]], 1.2);
    assert_eq!(Matrix::<f64, 3, 0>::zeros().exp().len(), 0);
    assert_eq!(a.t().floor().dims(), [4, 3, 2]);
}

#[test]
fn casts_are_those_of_as() {
    let a = array![[1.9, -1.9], [300., f64::NAN]];
    assert_eq!(a.cast::<u8>(), array![[1_u8, 0], [255, 0]]);
    assert_eq!(a.cast::<i8>(), array![[1_i8, -1], [127, 0]]);
    assert_eq!(a.cast::<bool>(), array![[true, true], [true, true]]);
    assert_eq!(array![256_i32, -1].cast::<u8>(), array![0_u8, 255]);
    assert_eq!(array![true, false].cast::<f32>(), array![1_f32, 0.]);
    assert_eq!(array![0_u8, 2].cast::<bool>(), array![false, true]);
    assert_eq!(a.t().cast::<i64>(), array![[1_i64, 300], [-1, 0]]);
}

#[test]
fn closeness_broadcasts_as_types_say() {
    let a = array![[1., 2.], [3., 4.]];
    assert!(a.allclose(&a.t().t()));
    assert_eq!(a.isclose(&array![1., 4.]), array![[true, false], [false, true]]);
    assert_eq!(a.isclose(&array![1., 4.].insert_axis::<1>()), array![[true, false], [false, true]]);
    assert_eq!(array![1., 4.].isclose(&a), array![[true, false], [false, true]]);
    assert!(array![2., 2.].allclose(&2.) && !a.allclose(&2.));
    let (two, three) = (Array::from(vec![1., 2.]), Array::from(vec![1., 2., 3.]));
    let error = two.allclose(&three).unwrap_err();
    assert_eq!(error.to_string(), "operands could not be broadcast together with shapes (2,) (3,) ");
    assert_eq!(two.isclose(&three).unwrap_err().operation(), "isclose");
    // Static and run-time lengths, and nothing at all.
    assert!(
        two.allclose(&array![1., 2.]).unwrap() && array![1., 2.].allclose(&two.clone().into_dyn()).unwrap()
    );
    assert!(Vector::<f64, 0>::zeros().allclose(&Vector::zeros()));
    assert!(Array::<f64, ()>::new(1.).allclose(&Vector::<f64, 0>::zeros()));
    // Generic code needs no bound of ours but on its axes.
    fn close<D: Dim, K: StaticDim>(a: &Array<f64, (K,)>, b: &Array<f64, (D, K)>) -> bool {
        a.allclose(a) && b.allclose(a)
    }
    assert!(close(&array![1., 2.], &array![[1., 2.], [1., 2.]]));
}

#[test]
fn mul_add_rounds_once_and_broadcasts() {
    let x = 1. + f64::EPSILON.sqrt() / 2.;
    let square = array![x].mul_add(&array![x], &array![-1.]);
    assert_eq!(square, array![x.mul_add(x, -1.)]);
    assert_ne!(square, array![x * x - 1.]);
    let a = array![[1., 2.], [3., 4.]];
    let result: Array3<f64, 2, 2, 2> = a.mul_add(&array![10., 100.], &Array3::<f64, 2, 2, 2>::ones());
    assert_eq!(result.as_slice(), [11., 201., 31., 401., 11., 201., 31., 401.]);
    let rows = Array::from_vec((Dyn(1), Const::<2>), vec![1., 2.]).unwrap();
    let result: Array<f64, shape![dyn, 2]> = rows.mul_add(&array![10., 100.], &1.);
    assert_eq!(result.as_slice(), [11., 201.]);
    assert!(rows.mul_add(&a, &1.).is_err());
}

#[cfg(feature = "num-complex-04")]
#[test]
fn complex_numbers_are_close_by_their_distance() {
    use num_complex::Complex;
    let a = array![Complex::new(1., 1.), Complex::new(f64::NAN, 0.), Complex::new(f64::INFINITY, 0.)];
    let b = array![Complex::new(1., 1.00001), Complex::new(0., f64::NAN), Complex::new(f64::INFINITY, 0.)];
    assert_eq!(a.isclose(&b), array![true, false, true]);
    assert_eq!(a.is_nan(), array![false, true, false]);
    assert_eq!(array![1., 2.].cast::<Complex<f64>>()[[1]], Complex::new(2., 0.));
}

#[cfg(feature = "half-2")]
#[test]
fn halves_have_signs_and_are_close() {
    use half::f16;
    let a = array![-1.5, 0., 2.].cast::<f16>();
    assert_eq!(a.abs(), array![1.5, 0., 2.].cast::<f16>());
    assert_eq!(a.sign().cast::<i32>(), array![-1, 0, 1]);
    assert!(a.allclose(&a) && !a.allclose(&a.abs()));
    assert_eq!(a.is_finite(), array![true, true, true]);
}
