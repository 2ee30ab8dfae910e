//! `f32`, against `f64`.

use super::{Random, Worst};
use conformable::{Array, Dyn};

/// A vector of the length that it has.
type Vector = Array<f32, (Dyn,)>;
/// A name, the function of an array, and that of one `f64`.
type One = (&'static str, fn(&Vector) -> Vector, fn(f64) -> f64);
/// The same of two.
type Two = (&'static str, fn(&Vector, &Vector) -> Vector, fn(f64, f64) -> f64);

/// All functions of one number.
pub(super) const FUNCTIONS: &[One] = &[
    ("exp", |x| x.exp(), f64::exp),
    ("exp2", |x| x.exp2(), f64::exp2),
    ("exp_m1", |x| x.exp_m1(), f64::exp_m1),
    ("ln", |x| x.ln(), f64::ln),
    ("log2", |x| x.log2(), f64::log2),
    ("log10", |x| x.log10(), f64::log10),
    ("ln_1p", |x| x.ln_1p(), f64::ln_1p),
    ("sin", |x| x.sin(), f64::sin),
    ("cos", |x| x.cos(), f64::cos),
    ("tan", |x| x.tan(), f64::tan),
    ("asin", |x| x.asin(), f64::asin),
    ("acos", |x| x.acos(), f64::acos),
    ("atan", |x| x.atan(), f64::atan),
    ("sinh", |x| x.sinh(), f64::sinh),
    ("cosh", |x| x.cosh(), f64::cosh),
    ("tanh", |x| x.tanh(), f64::tanh),
    ("asinh", |x| x.asinh(), asinh),
    ("acosh", |x| x.acosh(), acosh),
    ("atanh", |x| x.atanh(), atanh),
    ("cbrt", |x| x.cbrt(), f64::cbrt),
    ("erf", |x| x.erf(), erf),
    ("gelu", |x| x.gelu(), gelu),
    ("sigmoid", |x| x.sigmoid(), |x| if x < 0. { x.exp() / (1. + x.exp()) } else { 1. / (1. + (-x).exp()) }),
];

/// All functions of two.
pub(super) const PAIRS: &[Two] = &[
    (
        "powf",
        |x, y| {
            Array::from_vec(x.shape(), x.iter().zip(y.iter()).map(|(x, y)| one(*x, *y)).collect()).unwrap()
        },
        f64::powf,
    ),
    ("atan2", |y, x| y.atan2(x).unwrap(), f64::atan2),
    ("hypot", |x, y| x.hypot(y).unwrap(), f64::hypot),
];

/// `x^y` of one number.
fn one(x: f32, y: f32) -> f32 {
    conformable::Vector::from([x]).powf(y)[0]
}

/// This crate's own of `f64`, since the standard library has none.
fn erf(x: f64) -> f64 {
    conformable::Vector::from([x]).erf()[0]
}

/// The same.
fn gelu(x: f64) -> f64 {
    conformable::Vector::from([x]).gelu()[0]
}

/// By the logarithm, which the standard library's is not exact enough for.
fn asinh(x: f64) -> f64 {
    let a = x.abs();
    let y =
        if a > 1e15 { a.ln() + core::f64::consts::LN_2 } else { (a + a * a / (1. + a.hypot(1.))).ln_1p() };
    y.copysign(x)
}

/// The same; of a float `x² - 1` is `(x - 1)(x + 1)`.
fn acosh(x: f64) -> f64 {
    let t = if x < 1. { f64::NAN } else { x - 1. };
    if x > 1e15 { x.ln() + core::f64::consts::LN_2 } else { (t + (t * (x + 1.)).sqrt()).ln_1p() }
}

/// The same.
fn atanh(x: f64) -> f64 {
    0.5 * (2. * x / (1. - x)).ln_1p()
}

/// From here on numbers round to infinity: 2^128 (1 - 2^-25).
const TOO_LARGE: f64 = f64::from_bits(0x47ef_ffff_f000_0000);

/// The error of `got`, in units of the last place of `exact`; infinite if one is special and the other is not.
fn error(got: f32, exact: f64) -> f64 {
    let size = exact.abs();
    let is_large = size >= TOO_LARGE;
    if exact.is_nan()
        || got.is_nan()
        || got.is_sign_negative() != exact.is_sign_negative()
        || got.is_infinite() && is_large
    {
        let is_same =
            exact.is_nan() && got.is_nan() || got.is_infinite() && is_large && (got < 0.) == (exact < 0.);
        return if is_same { 0. } else { f64::INFINITY };
    }
    let exponent = ((size.to_bits() >> 52) as i32 - 1023).clamp(-126, 127);
    (f64::from(got) - exact).abs() * f64::from_bits(((1023 + 23 - exponent) as u64) << 52)
}

/// Of every `step`-th number.
pub(super) fn of_one((_, f, exact): &One, step: u64) -> Worst {
    Worst::of_parts(|part| {
        let mut worst = Worst::default();
        let all = 1_u64 << 31;
        for start in (part * all..(part + 1) * all).step_by((step << 12) as usize) {
            let end = (start + (step << 12)).min((part + 1) * all);
            let x: Vec<f32> =
                (start..end).step_by(step as usize).map(|bits| f32::from_bits(bits as u32)).collect();
            let x = Array::from_vec((Dyn(x.len()),), x).unwrap();
            for (x, y) in x.iter().zip(f(&x).iter()) {
                let x = f64::from(*x);
                worst = worst.with(error(*y, exact(x)), [x, 0.]);
            }
        }
        worst
    })
}

/// Of so many pairs: any, small ones, and such whose result is ordinary.
pub(super) fn of_two((name, f, exact): &Two, count: u64) -> Worst {
    Worst::of_parts(|part| {
        let (mut worst, mut random) = (Worst::default(), Random(0x9e37_79b9_7f4a_7c15 + part));
        for _ in 0..count >> 13 {
            let (mut a, mut b) = (vec![], vec![]);
            for _ in 0..1 << 12 {
                let x = random.number(-100., 100.) as f32;
                let y = match (random.bits() % 4, *name) {
                    (0, _) => random.number(-100., 100.) as f32,
                    (_, "powf") => (random.within(-104., 89.) / f64::from(x.abs()).ln()) as f32,
                    _ => (f64::from(x) * random.within(-30., 30.).exp2() * random.within(-1., 1.)) as f32,
                };
                a.push(if *name == "powf" && random.bits() % 4 > 0 { x.abs() } else { x });
                b.push(y);
            }
            let [a, b] = [a, b].map(|x| Array::from_vec((Dyn(1 << 12),), x).unwrap());
            for ((x, y), z) in a.iter().zip(b.iter()).zip(f(&a, &b).iter()) {
                let at = [*x, *y].map(f64::from);
                worst = worst.with(error(*z, exact(at[0], at[1])), at);
            }
        }
        worst
    })
}
