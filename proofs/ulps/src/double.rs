//! `f64`, against astro-float.

use super::{Random, Worst};
use astro_float::{BigFloat, Consts, RoundingMode};
use conformable::{Array, Dyn};

/// A vector of the length that it has.
type Vector = Array<f64, (Dyn,)>;
/// The exact value.
type Exact<const N: usize> = fn([&BigFloat; N], &mut Consts) -> BigFloat;
/// A name, the function of an array, the exact value, and where the function is not trivial.
type One = (&'static str, fn(&Vector) -> Vector, Exact<1>, [f64; 2]);
/// The same of two.
type Two = (&'static str, fn(&Vector, &Vector) -> Vector, Exact<2>);

/// The bits of exact values.
const BITS: usize = 192;
/// The same where bits cancel.
const MORE: usize = 384;
const NEAREST: RoundingMode = RoundingMode::ToEven;

/// All functions of one number, as in `single`.
pub(super) const FUNCTIONS: &[One] = &[
    ("exp", |x| x.exp(), |[x], c| x.exp(BITS, NEAREST, c), [-746., 710.]),
    ("exp2", |x| x.exp2(), |[x], c| whole(2).pow(x, BITS, NEAREST, c), [-1076., 1025.]),
    ("exp_m1", |x| x.exp_m1(), exp_m1, [-50., 710.]),
    ("ln", |x| x.ln(), |[x], c| x.ln(BITS, NEAREST, c), [0., f64::MAX]),
    ("log2", |x| x.log2(), |[x], c| x.log2(BITS, NEAREST, c), [0., f64::MAX]),
    ("log10", |x| x.log10(), |[x], c| x.log10(BITS, NEAREST, c), [0., f64::MAX]),
    ("ln_1p", |x| x.ln_1p(), ln_1p, [-1., f64::MAX]),
    ("sin", |x| x.sin(), |[x], c| x.sin(BITS, NEAREST, c), [f64::MIN, f64::MAX]),
    ("cos", |x| x.cos(), |[x], c| x.cos(BITS, NEAREST, c), [f64::MIN, f64::MAX]),
    ("tan", |x| x.tan(), |[x], c| x.tan(BITS, NEAREST, c), [f64::MIN, f64::MAX]),
    ("asin", |x| x.asin(), |[x], c| x.asin(BITS, NEAREST, c), [-1., 1.]),
    ("acos", |x| x.acos(), |[x], c| x.acos(BITS, NEAREST, c), [-1., 1.]),
    ("atan", |x| x.atan(), |[x], c| x.atan(BITS, NEAREST, c), [f64::MIN, f64::MAX]),
    ("sinh", |x| x.sinh(), |[x], c| x.sinh(BITS, NEAREST, c), [-711., 711.]),
    ("cosh", |x| x.cosh(), |[x], c| x.cosh(BITS, NEAREST, c), [-711., 711.]),
    ("tanh", |x| x.tanh(), |[x], c| x.tanh(BITS, NEAREST, c), [-25., 25.]),
    ("asinh", |x| x.asinh(), |[x], c| x.asinh(BITS, NEAREST, c), [f64::MIN, f64::MAX]),
    ("acosh", |x| x.acosh(), |[x], c| x.acosh(BITS, NEAREST, c), [1., f64::MAX]),
    ("atanh", |x| x.atanh(), |[x], c| x.atanh(BITS, NEAREST, c), [-1., 1.]),
    ("cbrt", |x| x.cbrt(), |[x], _| x.cbrt(BITS, NEAREST), [f64::MIN, f64::MAX]),
    ("erf", |x| x.erf(), |[x], c| erf(x, c), [-6., 6.]),
    ("gelu", |x| x.gelu(), gelu, [-39., 39.]),
    ("sigmoid", |x| x.sigmoid(), sigmoid, [-746., 746.]),
];

/// All functions of two.
pub(super) const PAIRS: &[Two] = &[
    (
        "powf",
        |x, y| {
            let one = |x: f64, y| conformable::Vector::from([x]).powf(y)[0];
            Array::from_vec(x.shape(), x.iter().zip(y.iter()).map(|(x, y)| one(*x, *y)).collect()).unwrap()
        },
        |[x, y], c| x.pow(y, BITS, NEAREST, c),
    ),
    ("atan2", |y, x| y.atan2(x).unwrap(), atan2),
    (
        "hypot",
        |x, y| x.hypot(y).unwrap(),
        |[x, y], _| x.mul(x, MORE, NEAREST).add(&y.mul(y, MORE, NEAREST), MORE, NEAREST).sqrt(BITS, NEAREST),
    ),
];

/// A whole number.
fn whole(n: i32) -> BigFloat {
    BigFloat::from_i32(n, BITS)
}

/// A float, exactly. (What astro-float makes of a subnormal one is not.)
fn of(x: f64) -> BigFloat {
    if x.abs() >= f64::MIN_POSITIVE || x == 0. {
        return BigFloat::from_f64(x, 64);
    }
    let mut scaled = BigFloat::from_f64(x * 2_f64.powi(600), 64);
    if let Some(exponent) = scaled.exponent() {
        scaled.set_exponent(exponent - 600);
    }
    scaled
}

/// Whether a number is so small that two terms of a series are exact enough.
fn is_tiny(x: &BigFloat) -> bool {
    x.exponent().is_none_or(|e| e < -100)
}

/// `x + x²/2 · sign`
fn two_terms(x: &BigFloat, sign: i32) -> BigFloat {
    x.add(&x.mul(x, BITS, NEAREST).div(&whole(2 * sign), BITS, NEAREST), BITS, NEAREST)
}

fn exp_m1([x]: [&BigFloat; 1], c: &mut Consts) -> BigFloat {
    if is_tiny(x) { two_terms(x, 1) } else { x.exp(MORE, NEAREST, c).sub(&whole(1), MORE, NEAREST) }
}

fn ln_1p([x]: [&BigFloat; 1], c: &mut Consts) -> BigFloat {
    if is_tiny(x) { two_terms(x, -1) } else { x.add(&whole(1), 2 * MORE, NEAREST).ln(MORE, NEAREST, c) }
}

/// `2/√π e^-x² (x + 2 x³/3 + 4 x⁵/15 + ..)`
fn erf(x: &BigFloat, c: &mut Consts) -> BigFloat {
    let square = x.mul(x, BITS, NEAREST);
    let (mut term, mut sum) = (x.clone(), x.clone());
    for n in 1..400 {
        term = term.mul(&square, BITS, NEAREST).mul(&whole(2), BITS, NEAREST).div(
            &whole(2 * n + 1),
            BITS,
            NEAREST,
        );
        sum = sum.add(&term, BITS, NEAREST);
    }
    let scale = whole(2).div(&c.pi(BITS, NEAREST).sqrt(BITS, NEAREST), BITS, NEAREST);
    sum.mul(&square.neg().exp(BITS, NEAREST, c), BITS, NEAREST).mul(&scale, BITS, NEAREST)
}

/// `x Φ(x)`, by the series of `erf` up to 4, and by Laplace's continued fraction beyond: `Φ(-a) = φ(a) / (a + 1/(a + 2/(a + ..)))`
fn gelu([x]: [&BigFloat; 1], c: &mut Consts) -> BigFloat {
    let a = x.abs();
    let half = whole(1).div(&whole(2), BITS, NEAREST);
    let below = if a < whole(4) {
        half.sub(
            &erf(&a.mul(&half.sqrt(BITS, NEAREST), BITS, NEAREST), c).mul(&half, BITS, NEAREST),
            BITS,
            NEAREST,
        )
    } else {
        let fraction =
            (1..400).rev().fold(a.clone(), |sum, n| a.add(&whole(n).div(&sum, BITS, NEAREST), BITS, NEAREST));
        let density = a.mul(&a, BITS, NEAREST).mul(&half, BITS, NEAREST).neg().exp(BITS, NEAREST, c);
        let scale = whole(2).mul(&c.pi(BITS, NEAREST), BITS, NEAREST).sqrt(BITS, NEAREST);
        density.div(&scale.mul(&fraction, BITS, NEAREST), BITS, NEAREST)
    };
    let share = if x.is_negative() { below } else { whole(1).sub(&below, BITS, NEAREST) };
    x.mul(&share, BITS, NEAREST)
}

fn sigmoid([x]: [&BigFloat; 1], c: &mut Consts) -> BigFloat {
    whole(1).div(&whole(1).add(&x.neg().exp(BITS, NEAREST, c), 12 * BITS, NEAREST), BITS, NEAREST)
}

fn atan2([y, x]: [&BigFloat; 2], c: &mut Consts) -> BigFloat {
    let angle = y.abs().div(&x.abs(), BITS, NEAREST).atan(BITS, NEAREST, c);
    let angle = if x.is_negative() { c.pi(BITS, NEAREST).sub(&angle, BITS, NEAREST) } else { angle };
    if y.is_negative() { angle.neg() } else { angle }
}

/// The error of `got`, in units of the last place of `exact`; infinite if one is special and the other is not.
fn error(got: f64, exact: &BigFloat) -> f64 {
    let exponent = exact.exponent().unwrap_or(-2000);
    if exponent > 1024 || got.is_infinite() {
        let is_right = got.is_infinite() && (got < 0.) == exact.is_negative() && exponent >= 1024;
        return if is_right { 0. } else { f64::INFINITY };
    }
    if got.is_nan() || exact.is_nan() || got.is_sign_negative() != exact.is_negative() && !exact.is_zero() {
        return f64::INFINITY;
    }
    let difference = exact.sub(&of(got), 20 * BITS, NEAREST);
    let Some((mantissa, _, _, of_difference, _)) = difference.as_raw_parts() else { return f64::INFINITY };
    let Some(upper) = mantissa.last().filter(|_| !difference.is_zero()) else { return 0. };
    let unit = (exponent - 1).max(-1022) - 52;
    *upper as f64 / 2_f64.powi(64) * 2_f64.powi(of_difference - unit)
}

/// Of so many numbers.
pub(super) fn of_one((_, f, exact, [low, high]): &One, count: u64) -> Worst {
    Worst::of_parts(|part| {
        let (mut worst, mut random) = (Worst::default(), Random(0x2545_f491_4f6c_dd1d + part));
        let mut constants = Consts::new().unwrap();
        let mut x = vec![];
        while (x.len() as u64) < count / 2 {
            let one = random.number(*low, *high);
            if *low < one && one < *high && one != 0. {
                x.push(one);
            }
        }
        let x = Array::from_vec((Dyn(x.len()),), x).unwrap();
        for (x, y) in x.iter().zip(f(&x).iter()) {
            worst = worst.with(error(*y, &exact([&of(*x)], &mut constants)), [*x, 0.]);
        }
        worst
    })
}

/// Of so many pairs.
pub(super) fn of_two((name, f, exact): &Two, count: u64) -> Worst {
    Worst::of_parts(|part| {
        let (mut worst, mut random) = (Worst::default(), Random(0x2545_f491_4f6c_dd1d + part));
        let mut constants = Consts::new().unwrap();
        let (mut a, mut b) = (vec![], vec![]);
        while (a.len() as u64) < count / 2 {
            let x = random.number(-100., 100.);
            let x = if *name == "powf" { x.abs() } else { x };
            let y = match (random.bits() % 4, *name) {
                (0, "powf") => random.number(-100., 100.),
                (_, "powf") => random.within(-746., 710.) / x.ln(),
                (0, _) => random.number(-1e300, 1e300),
                _ => x * random.within(-60., 60.).exp2() * random.within(-1., 1.),
            };
            let is_ordinary = |x: f64| x.is_finite() && x != 0.;
            if is_ordinary(x) && is_ordinary(y) && (*name != "powf" || (x.ln() * y).abs() < 800.) {
                a.push(x);
                b.push(y);
            }
        }
        let [a, b] = [a, b].map(|x| Array::from_vec((Dyn(x.len()),), x).unwrap());
        for ((x, y), z) in a.iter().zip(b.iter()).zip(f(&a, &b).iter()) {
            let [x, y] = [*x, *y];
            let of = [x, y].map(of);
            worst = worst.with(error(*z, &exact([&of[0], &of[1]], &mut constants)), [x, y]);
        }
        worst
    })
}
