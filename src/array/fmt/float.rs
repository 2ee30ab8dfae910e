//! Floats in one common form, as NumPy prints them.
//!
//! The form is that of NumPy 2.4 with its default options, which `numpy.set_printoptions` describes
//! (`precision=8`, `floatmode='maxprec'`, `suppress=False`). The digits come from the elements' own `Display`.

use super::brackets::{Brackets, Cells};
use super::decimal::{Decimal, Number};
use super::flags::Texts;
use super::flags::{Column, Flags, repeat};
use core::fmt::{self, Write};

/// At most so many digits after the point.
const PRECISION: usize = 8;

/// The common form of the finite elements.
#[derive(Clone, Copy)]
enum Form {
    /// `2.5`, `3.`
    Positional,
    /// `2.50e+10`: digits after the point, and of the exponent.
    Scientific { behind: usize, exponent: usize },
}

/// Elements that are floats, and how to print them.
pub(super) struct Floats<'a> {
    texts: Texts<'a>,
    /// Whether positive numbers have a sign.
    plus: bool,
    /// The bytes of an element, by which `f32` differs from `f64`.
    bytes: usize,
    form: Form,
    /// Characters before and after the point.
    left: usize,
    right: usize,
}

/// What decides about the form.
struct Range {
    /// Whether there is NaN or infinity, and minus infinity.
    not_finite: bool,
    negative_infinite: bool,
    /// The largest and the smallest absolute value that is not 0, and their exponents.
    max: f64,
    min: f64,
    top: i32,
    bottom: i32,
}

impl<'a> Floats<'a> {
    /// The form of the elements that are shown, or `None` if they are no floats.
    pub(super) fn new(
        brackets: &Brackets<'_>,
        bytes: usize,
        plus: bool,
        texts: Texts<'a>,
    ) -> Result<Option<Self>, fmt::Error> {
        let mut all = true;
        let mut range = Range {
            not_finite: false,
            negative_infinite: false,
            max: 0.,
            min: f64::INFINITY,
            top: i32::MIN,
            bottom: i32::MAX,
        };
        brackets.each(&mut |at| {
            if all {
                match float(texts, at)? {
                    Some(number) => range.meet(&number),
                    None => all = false,
                }
            }
            Ok(())
        })?;
        if !all {
            return Ok(None);
        }
        let mut floats = Floats { texts, plus, bytes, form: Form::Positional, left: 0, right: 0 };
        if range.is_wide(bytes) {
            floats.form = Form::Scientific { behind: 0, exponent: 2 };
        }
        brackets.each(&mut |at| floats.measure(at))?;
        if let Form::Scientific { behind, exponent } = floats.form {
            floats.right = behind + 2 + exponent;
        }
        if range.not_finite {
            // NaN and infinity fill the column from its right end, wherever the points are.
            let len = 3 + usize::from(plus || range.negative_infinite);
            floats.left = floats.left.max(len.saturating_sub(floats.right + 1));
        }
        Ok(Some(floats))
    }

    /// Makes the columns wide enough for an element.
    fn measure(&mut self, at: &[usize]) -> fmt::Result {
        let Some(Number::Finite(shortest)) = Number::shortest(self.texts, at, self.bytes)? else {
            return Ok(());
        };
        let sign = usize::from(shortest.negative || self.plus);
        match &mut self.form {
            Form::Positional => {
                let x = positional(&shortest, self.texts, at)?;
                self.left = self.left.max(sign + x.before_point());
                self.right = self.right.max(x.behind_point());
            }
            Form::Scientific { behind, exponent } => {
                let x = if shortest.behind_first() <= PRECISION {
                    shortest
                } else {
                    shortest.rounded_to(PRECISION + 1, self.texts, at)?
                };
                self.left = self.left.max(sign + 1);
                *behind = (*behind).max(x.behind_first());
                *exponent = (*exponent).max(decimal_len(x.exponent));
            }
        }
        Ok(())
    }

    /// The sign of a number.
    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.plus) {
            (true, _) => "-",
            (false, true) => "+",
            (false, false) => "",
        }
    }

    /// Writes an element in the form that NumPy gives to a number alone.
    pub(super) fn write_scalar(&self, at: &[usize], out: &mut dyn Write) -> fmt::Result {
        let x = match Number::shortest(self.texts, at, self.bytes)? {
            Some(Number::Finite(x)) => x,
            other => return self.write_word(other.as_ref(), out),
        };
        out.write_str(self.sign(x.negative))?;
        // The limits of NumPy's scalars, which are compared with the value in f64, also where it is an f32.
        let value = if self.bytes == 4 { f64::from(x.magnitude() as f32) } else { x.magnitude() };
        let large = match self.bytes {
            2 => 1e3,
            4 => 1e6,
            _ => 1e16,
        };
        if x.is_zero() || (1e-4..large).contains(&value) {
            x.write_digits(x.exponent.max(0), x.before_point(), out)?;
            out.write_char('.')?;
            return x.write_digits(-1, x.behind_point().max(1), out);
        }
        x.write_digits(x.exponent, 1, out)?;
        if x.behind_first() > 0 {
            out.write_char('.')?;
            x.write_digits(x.exponent - 1, x.behind_first(), out)?;
        }
        write_exponent(x.exponent, 2, out)
    }

    /// Writes NaN or infinity.
    fn write_word(&self, number: Option<&Number>, out: &mut dyn Write) -> fmt::Result {
        match number {
            Some(Number::Infinite { negative }) => {
                out.write_str(self.sign(*negative))?;
                out.write_str("inf")
            }
            _ => {
                out.write_str(self.sign(false))?;
                out.write_str("nan")
            }
        }
    }

    /// The characters of an element.
    fn width(&self) -> usize {
        self.left + 1 + self.right
    }

    /// Writes an element; returns how many spaces it is short of its column.
    fn write(&self, at: &[usize], out: &mut dyn Write) -> Result<usize, fmt::Error> {
        let shortest = match Number::shortest(self.texts, at, self.bytes)? {
            Some(Number::Finite(x)) => x,
            other => {
                let sign = match other {
                    Some(Number::Infinite { negative }) => self.sign(negative),
                    _ => self.sign(false),
                };
                repeat(' ', self.width().saturating_sub(sign.len() + 3), out)?;
                self.write_word(other.as_ref(), out)?;
                return Ok(0);
            }
        };
        let sign = self.sign(shortest.negative);
        match self.form {
            Form::Positional => {
                let x = positional(&shortest, self.texts, at)?;
                repeat(' ', self.left.saturating_sub(sign.len() + x.before_point()), out)?;
                out.write_str(sign)?;
                x.write_digits(x.exponent.max(0), x.before_point(), out)?;
                out.write_char('.')?;
                x.write_digits(-1, x.behind_point(), out)?;
                Ok(self.right.saturating_sub(x.behind_point()))
            }
            Form::Scientific { behind, exponent } => {
                let x = shortest.rounded_to(behind + 1, self.texts, at)?;
                repeat(' ', self.left.saturating_sub(sign.len() + 1), out)?;
                out.write_str(sign)?;
                x.write_digits(x.exponent, 1, out)?;
                out.write_char('.')?;
                x.write_digits(x.exponent - 1, behind, out)?;
                write_exponent(x.exponent, exponent, out)?;
                Ok(0)
            }
        }
    }
}

impl Range {
    fn meet(&mut self, number: &Number) {
        match number {
            Number::NaN => self.not_finite = true,
            Number::Infinite { negative } => {
                self.not_finite = true;
                self.negative_infinite |= negative;
            }
            Number::Finite(x) => {
                if !x.is_zero() {
                    self.top = self.top.max(x.exponent);
                    self.bottom = self.bottom.min(x.exponent);
                    self.max = self.max.max(x.magnitude());
                    self.min = self.min.min(x.magnitude());
                }
            }
        }
    }

    /// Whether the scientific form is needed: the largest is 1e8 or more (less if the bytes hold fewer digits),
    /// the smallest is below 1e-4, or one is more than 1000 times the other.
    fn is_wide(&self, bytes: usize) -> bool {
        if self.max == 0. {
            return false;
        }
        let digits = match bytes {
            2 => 3,
            4 => 6,
            _ => 8,
        };
        // As NumPy, divide in the arithmetic of the elements.
        let ratio =
            if bytes == 4 { f64::from(self.max as f32 / self.min as f32) } else { self.max / self.min };
        self.top >= digits || self.bottom < -4 || ratio > 1000.
    }
}

/// The number that an element is if its type prints floats: it writes as many digits after the point as it
/// is asked for. (Integers write none; other types write any text, often the same whatever is asked.)
fn float(texts: Texts<'_>, at: &[usize]) -> Result<Option<Number>, fmt::Error> {
    let Some(number) = Number::read(texts, at, Flags::default())? else { return Ok(None) };
    for digits in [1, 2] {
        let same = match (&number, Number::read(texts, at, Flags::precision(digits))?) {
            (Number::Finite(_), Some(Number::Finite(x))) => x.written == digits,
            (Number::NaN, Some(Number::NaN)) => true,
            (Number::Infinite { .. }, Some(Number::Infinite { .. })) => true,
            _ => false,
        };
        if !same {
            return Ok(None);
        }
    }
    Ok(Some(number))
}

/// A number in the positional form: the shortest text, or if that is long, the value rounded to `PRECISION`.
fn positional(shortest: &Decimal, texts: Texts<'_>, at: &[usize]) -> Result<Decimal, fmt::Error> {
    if shortest.behind_point() > PRECISION
        && let Some(Number::Finite(x)) = Number::read(texts, at, Flags::precision(PRECISION))?
    {
        return Ok(x);
    }
    Ok(*shortest)
}

/// Writes `e+07`, with at least so many digits.
fn write_exponent(exponent: i32, digits: usize, out: &mut dyn Write) -> fmt::Result {
    let sign = if exponent < 0 { '-' } else { '+' };
    write!(out, "e{sign}{:0digits$}", exponent.unsigned_abs())
}

/// The digits of an exponent.
fn decimal_len(exponent: i32) -> usize {
    exponent.unsigned_abs().checked_ilog10().map_or(1, |log| log as usize + 1)
}

struct FloatCells<'a> {
    floats: &'a Floats<'a>,
    column: Column,
}

impl Cells for FloatCells<'_> {
    fn width(&self) -> usize {
        self.column.width
    }
    fn write(&self, at: &[usize], out: &mut dyn Write) -> Result<usize, fmt::Error> {
        self.column.write(self.floats.width(), out, |out| self.floats.write(at, out))
    }
}

/// Writes the elements in their common form.
pub(super) fn write(
    brackets: &Brackets<'_>,
    column: Column,
    floats: &Floats<'_>,
    out: &mut dyn Write,
) -> fmt::Result {
    brackets.write(&FloatCells { floats, column: column.at_least(floats.width()) }, out)
}
