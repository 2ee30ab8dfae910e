//! Decimal numbers, read from the text that an element prints.

use super::flags::Flags;
use super::flags::Texts;
use core::fmt::{self, Write};

/// The digits of the shortest text that names one `f64` are at most 17; the rest is room for longer texts.
const ROOM: usize = 32;
/// So many digits after the point hold every bit of a number that is at least 1: `f64` has 52 of them.
const ALL_DIGITS: usize = 120;
/// If so many digits behind the shortest text add a single 5, nothing follows it: more zeros in a row would
/// take more bits than a float has.
const TO_SEE_A_TIE: usize = 30;

/// A finite number: `d.ddd * 10^exponent`.
#[derive(Clone, Copy, Default)]
pub(super) struct Decimal {
    /// Whether there is a minus sign, as `-0` has.
    pub(super) negative: bool,
    /// The digits that were kept are the first `kept`; the first and the last of them are not 0.
    digits: [u8; ROOM],
    kept: usize,
    /// Whether digits that are not 0 were left out behind the kept ones.
    more: bool,
    /// The power of ten of the first digit.
    pub(super) exponent: i32,
    /// How many digits the text had after the point.
    pub(super) written: usize,
}

/// What an element's text says.
pub(super) enum Number {
    Finite(Decimal),
    Infinite { negative: bool },
    NaN,
}

impl Number {
    /// Reads the text of the element at a position; `None` if it is not a number's.
    pub(super) fn read(texts: Texts<'_>, at: &[usize], flags: Flags) -> Result<Option<Number>, fmt::Error> {
        let mut reader = Reader::default();
        texts(at, flags, &mut reader)?;
        Ok(reader.finish())
    }

    /// Reads the shortest text that names the float at a position. If two texts of that length are equally
    /// near, it is the one with the even digit, as in NumPy; Rust prints the larger one. Of elements of 2 bytes `half` has chosen.
    pub(super) fn shortest(
        texts: Texts<'_>,
        at: &[usize],
        bytes: usize,
    ) -> Result<Option<Number>, fmt::Error> {
        let number = Self::read(texts, at, Flags::default())?;
        if let Some(Number::Finite(x)) = &number
            && bytes != 2
            && !x.is_zero()
        {
            let flags = Flags::precision(x.behind_point() + TO_SEE_A_TIE);
            if let Some(Number::Finite(mut exact)) = Self::read(texts, at, flags)?
                && exact.kept == x.kept + 1
                && !exact.more
                && exact.digits.get(x.kept) == Some(&5)
            {
                exact.round(x.kept);
                return Ok(Some(Number::Finite(exact)));
            }
        }
        Ok(number)
    }
}

impl Decimal {
    pub(super) fn is_zero(&self) -> bool {
        self.kept == 0
    }

    /// The digit that counts `10^place`.
    pub(super) fn digit(&self, place: i32) -> u8 {
        let index = usize::try_from(self.exponent - place).unwrap_or(ROOM);
        self.digits.get(..self.kept).and_then(|kept| kept.get(index)).copied().unwrap_or(0)
    }

    /// How many digits there are after the first one.
    pub(super) fn behind_first(&self) -> usize {
        self.kept.saturating_sub(1)
    }

    /// How many digits there are after the point.
    pub(super) fn behind_point(&self) -> usize {
        let places = i32::try_from(self.behind_first()).unwrap_or(0) - self.exponent;
        if self.is_zero() { 0 } else { usize::try_from(places).unwrap_or(0) }
    }

    /// How many digits there are before the point.
    pub(super) fn before_point(&self) -> usize {
        usize::try_from(self.exponent).unwrap_or(0) + 1
    }

    /// Writes the digits of the powers of ten from `first` down, `len` of them.
    pub(super) fn write_digits(&self, first: i32, len: usize, out: &mut dyn Write) -> fmt::Result {
        let mut place = first;
        (0..len).try_for_each(|_| {
            let digit = char::from(b'0' + self.digit(place));
            place -= 1;
            out.write_char(digit)
        })
    }

    /// The absolute value as an `f64`.
    pub(super) fn magnitude(&self) -> f64 {
        let mut text = Line::<64>::default();
        let written = self
            .write_digits(self.exponent, self.kept.max(1), &mut text)
            .and_then(|()| write!(text, "e{}", self.exponent - self.behind_first() as i32));
        match (written, text.as_str().map(str::parse)) {
            (Ok(()), Some(Ok(value))) => value,
            // Not reached: the digits and the exponent of a number are at most 53 characters.
            _ => f64::NAN,
        }
    }

    /// The element at `at`, of which `self` is the shortest text, rounded to `len` digits from the first on.
    ///
    /// The exact value is rounded, not the shortest text of it; a tie goes to the even digit.
    pub(super) fn rounded_to(
        &self,
        len: usize,
        texts: Texts<'_>,
        at: &[usize],
    ) -> Result<Decimal, fmt::Error> {
        if self.is_zero() || self.kept == len {
            return Ok(*self);
        }
        let behind = i32::try_from(len).unwrap_or(0) - 1 - self.exponent;
        // Where the last digit stands before the point, Rust has no precision for it, and rounding twice would
        // be wrong: take them all.
        let precision = usize::try_from(behind).unwrap_or(ALL_DIGITS);
        let mut exact = match Number::read(texts, at, Flags::precision(precision))? {
            Some(Number::Finite(exact)) => exact,
            _ => *self,
        };
        exact.round(len);
        Ok(exact)
    }

    /// Rounds to `len` digits; a tie goes to the even digit.
    fn round(&mut self, len: usize) {
        let (Some(next), true) = (self.digits.get(len).copied(), len < self.kept) else { return };
        let rest =
            self.more || self.digits.get(len + 1..self.kept).is_some_and(|d| d.iter().any(|d| *d != 0));
        let odd = self.digits.get(len.wrapping_sub(1)).is_some_and(|d| d % 2 == 1);
        let mut carry = next > 5 || next == 5 && (rest || odd);
        for digit in self.digits.iter_mut().take(len).rev() {
            if !carry {
                break;
            }
            carry = *digit == 9;
            *digit = if carry { 0 } else { *digit + 1 };
        }
        self.kept = len;
        self.more = false;
        if carry {
            self.digits[0] = 1;
            self.exponent += 1;
        }
        self.trim();
    }

    /// Leaves out zeros at the end.
    fn trim(&mut self) {
        let kept = self.digits.get(..self.kept).unwrap_or(&self.digits);
        self.kept = kept.iter().rposition(|d| *d != 0).map_or(0, |last| last + 1);
    }
}

/// Reads a number character by character.
#[derive(Default)]
struct Reader {
    number: Decimal,
    point: bool,
    any_digit: bool,
    /// The characters read so far.
    read: usize,
    /// The letters of a text without digits.
    word: [char; 3],
    letters: usize,
    /// Whether the text is not a number's.
    other: bool,
}

impl Reader {
    fn digit(&mut self, digit: u8) {
        let n = &mut self.number;
        self.any_digit = true;
        if self.point {
            n.written += 1;
        }
        let first = n.kept == 0;
        if first && digit == 0 {
            return;
        }
        match n.digits.get_mut(n.kept) {
            Some(place) => {
                *place = digit;
                n.kept += 1;
            }
            None => n.more |= digit != 0,
        }
        if first && self.point {
            n.exponent = -i32::try_from(n.written).unwrap_or(i32::MAX);
        } else if !first && !self.point {
            n.exponent += 1;
        }
    }

    fn finish(mut self) -> Option<Number> {
        let negative = self.number.negative;
        match (self.other, self.any_digit, self.word) {
            (false, true, ['\0', ..]) => {
                self.number.trim();
                Some(Number::Finite(self.number))
            }
            (false, false, ['N', 'a', 'N']) => Some(Number::NaN),
            (false, false, ['i', 'n', 'f']) => Some(Number::Infinite { negative }),
            _ => None,
        }
    }
}

impl Write for Reader {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        for c in s.chars() {
            match c {
                '-' | '+' if self.read == 0 => self.number.negative = c == '-',
                '.' if self.any_digit && !self.point => self.point = true,
                '0'..='9' => self.digit(c as u8 - b'0'),
                'a'..='z' | 'A'..='Z' => match self.word.get_mut(self.letters) {
                    Some(letter) => {
                        *letter = c;
                        self.letters += 1;
                    }
                    None => self.other = true,
                },
                _ => self.other = true,
            }
            self.read += 1;
        }
        Ok(())
    }
}

/// A short text.
pub(super) struct Line<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Default for Line<N> {
    fn default() -> Self {
        Line { bytes: [0; N], len: 0 }
    }
}

impl<const N: usize> Line<N> {
    pub(super) fn as_str(&self) -> Option<&str> {
        core::str::from_utf8(self.bytes.get(..self.len)?).ok()
    }
}

impl<const N: usize> Write for Line<N> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        let end = self.len + s.len();
        self.bytes.get_mut(self.len..end).ok_or(fmt::Error)?.copy_from_slice(s.as_bytes());
        self.len = end;
        Ok(())
    }
}
