//! The flags of a format string: those that go to the elements, and those that place them in a column.

use core::fmt::{self, Alignment, Write};

/// The flags that an element is printed with.
#[derive(Clone, Copy, Default)]
pub(super) struct Flags {
    pub(super) plus: bool,
    pub(super) alternate: bool,
    /// The width to fill with zeros behind the sign.
    pub(super) zeros: Option<usize>,
    pub(super) precision: Option<usize>,
}

impl Flags {
    pub(super) fn of(f: &fmt::Formatter<'_>) -> Self {
        Flags {
            plus: f.sign_plus(),
            alternate: f.alternate(),
            zeros: f.width().filter(|_| f.sign_aware_zero_pad()),
            precision: f.precision(),
        }
    }
    /// No flag but a precision.
    pub(super) fn precision(digits: usize) -> Self {
        Flags { precision: Some(digits), ..Flags::default() }
    }
}

/// Writes an element with some `Flags`. On stable Rust no `Formatter` can be made from another to write
/// elsewhere, so the flags are spelled out: each choice below adds a piece to the format string.
macro_rules! spell {
    ($out:expr, $x:expr, $flags:expr, $letter:literal) => {
        if $flags.plus {
            spell!(@alternate $out, $x, $flags, "+", $letter)
        } else {
            spell!(@alternate $out, $x, $flags, "", $letter)
        }
    };
    (@alternate $out:expr, $x:expr, $flags:expr, $sign:literal, $letter:literal) => {
        if $flags.alternate {
            spell!(@digits $out, $x, $flags, $sign, "#", $letter)
        } else {
            spell!(@digits $out, $x, $flags, $sign, "", $letter)
        }
    };
    (@digits $out:expr, $x:expr, $flags:expr, $sign:literal, $alternate:literal, $letter:literal) => {
        match ($flags.zeros, $flags.precision) {
            (None, None) => write!($out, concat!("{:", $sign, $alternate, $letter, "}"), $x),
            (None, Some(p)) => write!($out, concat!("{:", $sign, $alternate, ".p$", $letter, "}"), $x, p = p),
            (Some(w), None) => write!($out, concat!("{:", $sign, $alternate, "0w$", $letter, "}"), $x, w = w),
            (Some(w), Some(p)) => {
                write!($out, concat!("{:", $sign, $alternate, "0w$.p$", $letter, "}"), $x, w = w, p = p)
            }
        }
    };
}
pub(super) use spell;

/// Where an element stands in its column.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// At least so many characters.
    pub(super) width: usize,
    fill: char,
    align: Alignment,
}

impl Column {
    pub(super) fn of(f: &fmt::Formatter<'_>) -> Self {
        Column { width: f.width().unwrap_or(0), fill: f.fill(), align: f.align().unwrap_or(Alignment::Right) }
    }
    /// The column, at least so wide.
    pub(super) fn at_least(self, width: usize) -> Self {
        Column { width: self.width.max(width), ..self }
    }
    /// Writes a text of `len` characters; returns how many spaces fill the column after it, which are only to
    /// be written if the line goes on.
    pub(super) fn write(
        self,
        len: usize,
        out: &mut dyn Write,
        text: impl FnOnce(&mut dyn Write) -> Result<usize, fmt::Error>,
    ) -> Result<usize, fmt::Error> {
        let room = self.width.saturating_sub(len);
        let before = match self.align {
            Alignment::Left => 0,
            Alignment::Center => room / 2,
            Alignment::Right => room,
        };
        repeat(self.fill, before, out)?;
        let owed = text(out)?;
        if self.fill == ' ' || before == room {
            return Ok(owed + room - before);
        }
        repeat(' ', owed, out)?;
        repeat(self.fill, room - before, out)?;
        Ok(0)
    }
}

/// Writes a character so many times.
pub(super) fn repeat(c: char, times: usize, out: &mut dyn Write) -> fmt::Result {
    (0..times).try_for_each(|_| out.write_char(c))
}

/// Counts the characters that are written to it.
#[derive(Default)]
pub(super) struct Count(pub(super) usize);

impl Write for Count {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.0 += s.chars().count();
        Ok(())
    }
}

/// Writes the text of the element at a position.
pub(super) type Texts<'a> = &'a dyn Fn(&[usize], Flags, &mut dyn Write) -> fmt::Result;
