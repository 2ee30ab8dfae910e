//! The shortest decimal numbers that name an `f16` or a `bf16`. The types themselves print the one that names their `f32`,
//! which has up to six digits more.
//!
//! ```text
//! for n in 1 ..= 5: the decimal of n digits nearest to the number, and its neighbours: the first that rounds to the number
//! ```
//!
//! Below a power of two numbers are closer to each other than above it, so that a neighbour can round to the number
//! where the nearest decimal does not.

use super::decimal::Line;
use crate::scalar::{bf16_of_f64, f16_of_f64};
use core::any::type_name;
use core::fmt::{self, Write};
use half::{bf16, f16};

/// Five digits name every number of 11 bits.
const DIGITS: usize = 5;

/// The nearest number of a type.
type Round = fn(f64) -> f64;

/// How a `T` rounds, if it is one of the two types. Any `T` can be an element, so only its name tells.
fn rounding<T>() -> Option<Round> {
    let name = type_name::<T>();
    if name == type_name::<f16>() {
        Some(|x| f16_of_f64(x).to_f64())
    } else if name == type_name::<bf16>() {
        Some(|x| bf16_of_f64(x).to_f64())
    } else {
        None
    }
}

/// The float whose shortest text is that of a `T`, which `write` writes as the type does; `None` if it has its own.
pub(super) fn shortest<T>(write: impl FnOnce(&mut dyn Write) -> fmt::Result) -> Option<f64> {
    let round = rounding::<T>()?;
    let mut text = Line::<64>::default();
    write(&mut text).ok()?;
    let x: f64 = f64::from(text.as_str()?.parse::<f32>().ok()?);
    if !x.is_finite() || x == 0. {
        return Some(x);
    }
    (1..=DIGITS).find_map(|n| {
        let (digits, exponent) = nearest(x.abs(), n)?;
        let found = [digits, digits + 1, digits.saturating_sub(1)].into_iter().find_map(|digits| {
            let decimal = decimal(digits, exponent)?;
            (round(decimal) == x.abs()).then_some(decimal)
        })?;
        Some(found.copysign(x))
    })
}

/// The decimal of `n` digits nearest to `x`: `digits * 10^exponent`.
fn nearest(x: f64, n: usize) -> Option<(u32, i32)> {
    let mut text = Line::<64>::default();
    write!(text, "{x:.0$e}", n - 1).ok()?;
    let (significand, exponent) = text.as_str()?.split_once('e')?;
    let digits = significand.bytes().filter(u8::is_ascii_digit);
    let digits = digits.fold(0, |all, digit| 10 * all + u32::from(digit - b'0'));
    Some((digits, exponent.parse::<i32>().ok()? - (n as i32 - 1)))
}

/// `digits * 10^exponent`, correctly rounded.
fn decimal(digits: u32, exponent: i32) -> Option<f64> {
    let mut text = Line::<64>::default();
    write!(text, "{digits}e{exponent}").ok()?;
    text.as_str()?.parse().ok()
}
