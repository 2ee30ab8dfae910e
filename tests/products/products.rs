//! The product family beside NumPy: almost 3,000 products whose operands both sides make by one generator
//! (`numpy/products.py`), in shapes known only at run time. That static, mixed and view operands have the same bits
//! is the claim of the tests of each operation.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::{ArrayD, DynRank, Scalar, ShapeError, axes};

/// An element type of the file.
trait Element: Scalar + PartialEq + core::fmt::Debug {
    fn generate(rng: &mut Rng) -> Self;
    /// The value of a sample.
    fn parse(text: &str) -> Self;
    /// The number that the checksum adds up; `None` for floats.
    fn number(self) -> Option<u64>;
    /// Whether this is the NumPy value `other`, where `terms` products were added up, of the total `magnitude`: the
    /// errors of both sides are at most `g(terms) * magnitude` each, in any order of summation.
    fn is_near(self, other: Self, terms: usize, magnitude: f64) -> bool;
}

macro_rules! integers { ($($T:ident: $rng:ident => $make:expr;)+) => {$(
    impl Element for $T {
        fn generate($rng: &mut Rng) -> Self {
            $make
        }
        fn parse(text: &str) -> Self {
            text.parse::<i128>().unwrap() as $T
        }
        fn number(self) -> Option<u64> {
            Some(self as u64)
        }
        fn is_near(self, other: Self, _: usize, _: f64) -> bool {
            self == other
        }
    }
)+};}
integers! {
    i32: rng => rng.next_u32() as i32;
    i64: rng => (u64::from(rng.next_u32()) << 32 | u64::from(rng.next_u32())) as i64;
    u8: rng => rng.next_u32() as u8;
}
impl Element for bool {
    fn generate(rng: &mut Rng) -> Self {
        rng.next_u32().is_multiple_of(4)
    }
    fn parse(text: &str) -> Self {
        text == "1"
    }
    fn number(self) -> Option<u64> {
        Some(u64::from(self))
    }
    fn is_near(self, other: Self, _: usize, _: f64) -> bool {
        self == other
    }
}
macro_rules! floats { ($($T:ident $bits:ident;)+) => {$(
    impl Element for $T {
        fn generate(rng: &mut Rng) -> Self {
            rng.$T()
        }
        fn parse(text: &str) -> Self {
            $T::from_bits($bits::from_str_radix(text, 16).unwrap())
        }
        fn number(self) -> Option<u64> {
            None
        }
        fn is_near(self, other: Self, terms: usize, magnitude: f64) -> bool {
            let u = f64::from($T::EPSILON) / 2.;
            let n = terms as f64 * u;
            // What was added up to `magnitude`, in f64, is itself off by as much in its own precision.
            let slack = 1. + 2. * terms as f64 * f64::EPSILON;
            (f64::from(self) - f64::from(other)).abs() <= 2. * n / (1. - n) * magnitude * slack
        }
    }
)+};}
floats! { f32 u32; f64 u64; }

/// Complex numbers, of whose parts each is a sum of twice as many products.
#[cfg(feature = "num-complex-04")]
impl Element for num_complex::Complex<f64> {
    fn generate(rng: &mut Rng) -> Self {
        let re = rng.f64();
        num_complex::Complex { re, im: rng.f64() }
    }
    fn parse(text: &str) -> Self {
        let (re, im) = text.split_once(',').unwrap();
        num_complex::Complex { re: f64::parse(re), im: f64::parse(im) }
    }
    fn number(self) -> Option<u64> {
        None
    }
    fn is_near(self, other: Self, terms: usize, magnitude: f64) -> bool {
        let is_near = |a: f64, b: f64| a.is_near(b, 2 * terms, magnitude);
        is_near(self.re, other.re) && is_near(self.im, other.im)
    }
}

fn lens(text: &str) -> Vec<usize> {
    if text == "-" { vec![] } else { text.split(',').map(|d| d.parse().unwrap()).collect() }
}

fn array<T: Element>(seed: u64, text: &str) -> ArrayD<T> {
    if text == "none" {
        return ArrayD::from_vec(DynRank::new(&[0]).unwrap(), vec![]).unwrap();
    }
    let dims = lens(text);
    let mut rng = Rng::new(seed);
    let elements = (0..dims.iter().product()).map(|_| T::generate(&mut rng)).collect();
    ArrayD::from_vec(DynRank::new(&dims).unwrap(), elements).unwrap()
}

fn scalar<T>(x: T) -> ArrayD<T> {
    ArrayD::from_vec(DynRank::new(&[]).unwrap(), vec![x]).unwrap()
}

/// The operation of a line.
fn compute<T: Element>(
    name: &str,
    parameter: &str,
    a: &ArrayD<T>,
    b: &ArrayD<T>,
) -> Result<ArrayD<T>, ShapeError> {
    match (name, parameter) {
        ("dot", _) => a.dot(b),
        ("matmul", _) => a.matmul(b),
        ("matvec", _) => a.matvec(b),
        ("vecmat", _) => a.vecmat(b),
        ("vecdot", _) => a.vecdot(b),
        ("vecdot_axis", "0") => a.vecdot_axis::<0, _>(b),
        ("vecdot_axis", "1") => a.vecdot_axis::<1, _>(b),
        ("vdot", _) => a.vdot(b).map(scalar),
        ("outer", _) => Ok(a.outer(b).into_dyn()),
        ("kron", _) => Ok(a.kron(b)),
        ("tensordot", "0") => a.tensordot::<0, _>(b),
        ("tensordot", "1") => a.tensordot::<1, _>(b),
        ("tensordot", "2") => a.tensordot::<2, _>(b),
        ("tensordot", "3") => a.tensordot::<3, _>(b),
        ("tensordot_axes", "10|02") => a.tensordot_axes::<axes![1, 0], axes![0, 2], _>(b),
        ("tensordot_axes", "1|1") => a.tensordot_axes::<axes![1], axes![1], _>(b),
        ("tensordot_axes", "0|1") => a.tensordot_axes::<axes![0], axes![1], _>(b),
        ("tensordot_axes", "01|10") => a.tensordot_axes::<axes![0, 1], axes![1, 0], _>(b),
        ("tensordot_axes", "21|01") => a.tensordot_axes::<axes![2, 1], axes![0, 1], _>(b),
        ("tensordot_axes", "02|10") => a.tensordot_axes::<axes![0, 2], axes![1, 0], _>(b),
        ("tensordot_axes", "20|10") => a.tensordot_axes::<axes![2, 0], axes![1, 0], _>(b),
        ("trace", "01") => a.trace(),
        ("trace", "10") => a.trace_axes::<1, 0>(),
        ("trace", "02") => a.trace_axes::<0, 2>(),
        ("trace", "20") => a.trace_axes::<2, 0>(),
        ("trace", "21") => a.trace_axes::<2, 1>(),
        ("diagonal", "01") => a.diagonal().map(|d| d.to_owned()),
        ("diagonal", "10") => a.diagonal_axes::<1, 0>().map(|d| d.to_owned()),
        ("diagonal", "02") => a.diagonal_axes::<0, 2>().map(|d| d.to_owned()),
        ("diagonal", "20") => a.diagonal_axes::<2, 0>().map(|d| d.to_owned()),
        ("diagonal", "21") => a.diagonal_axes::<2, 1>().map(|d| d.to_owned()),
        other => panic!("an unknown case {other:?}"),
    }
}

/// One line of the file, whose number gave the seeds.
fn check<T: Element>(number: u64, line: &str) -> usize {
    let fields: Vec<&str> = line.split(' ').collect();
    let [name, _, a_dims, b_dims, parameter, terms, dims, checksum, samples @ ..] = &fields[..] else {
        panic!("not a case: {line}");
    };
    let (a, b) = (array::<T>(2 * number, a_dims), array::<T>(2 * number + 1, b_dims));
    let out = compute(name, parameter, &a, &b).unwrap_or_else(|e| panic!("{line}: {e}"));
    assert_eq!(out.dims(), lens(dims)[..], "{line}");
    if *checksum != "-" {
        let sum = out
            .iter()
            .enumerate()
            .fold(0_u64, |sum, (i, x)| sum.wrapping_add(x.number().unwrap().wrapping_mul(i as u64 + 1)));
        assert_eq!(sum.to_string(), *checksum, "{line}");
    }
    let terms = terms.parse().unwrap();
    for sample in samples.iter().filter(|sample| **sample != "-") {
        let (index, value) = sample.split_once('=').unwrap();
        let (value, magnitude) = value.split_once('~').unwrap_or((value, "0"));
        let (ours, theirs) = (out.as_slice()[index.parse::<usize>().unwrap()], T::parse(value));
        let magnitude = f64::from_bits(u64::from_str_radix(magnitude, 16).unwrap());
        assert!(ours.is_near(theirs, terms, magnitude), "{ours:?} where NumPy has {theirs:?}: {line}");
    }
    out.len()
}

#[test]
fn products_are_those_of_numpy() {
    let mut elements = 0;
    for (number, line) in include_str!("../numpy/products.txt").lines().skip(1).enumerate() {
        let number = number as u64;
        elements += match line.split(' ').nth(1).unwrap() {
            "f32" => check::<f32>(number, line),
            "f64" => check::<f64>(number, line),
            "i32" => check::<i32>(number, line),
            "i64" => check::<i64>(number, line),
            "u8" => check::<u8>(number, line),
            "bool" => check::<bool>(number, line),
            #[cfg(feature = "num-complex-04")]
            "c128" => check::<num_complex::Complex<f64>>(number, line),
            #[cfg(not(feature = "num-complex-04"))]
            "c128" => 0,
            other => panic!("an unknown type {other}"),
        };
    }
    assert!(elements > 50_000, "{elements}");
}
