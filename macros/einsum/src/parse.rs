//! Reads subscripts: one pass from left to right, and the first fault wins, in the order in which NumPy finds them.
//!
//! ```text
//! subscripts = term ("," term)* ["->" term]
//! term       = letters, with spaces anywhere, and at most one "..." among them
//! ```

use crate::error::{SyntaxError, SyntaxErrorKind as Kind};
use crate::label::{Label, Labels, MAX_NDIM, of_letter};

/// The most operands.
pub const MAX_OPERANDS: usize = 63;

/// The letters of one operand, or of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Only the first `len` count.
    letters: [Label; MAX_NDIM],
    len: u8,
    /// The number of letters before the ellipsis; `NO_DOTS` if there is none.
    dots: u8,
}

const NO_DOTS: u8 = u8::MAX;

impl Term {
    const EMPTY: Self = Term { letters: [0; MAX_NDIM], len: 0, dots: NO_DOTS };

    /// The letters as labels, in the order of the axes.
    #[must_use]
    pub fn letters(&self) -> &[Label] {
        self.letters.get(..usize::from(self.len)).unwrap_or(&self.letters)
    }
    /// How many of the letters stand before the ellipsis, if there is one.
    #[must_use]
    pub fn dots(&self) -> Option<usize> {
        (self.dots != NO_DOTS).then_some(usize::from(self.dots))
    }
    /// One more letter; `false` if there are as many as an array can have axes.
    fn push(&mut self, label: Label) -> bool {
        match self.letters.get_mut(usize::from(self.len)) {
            Some(place) => *place = label,
            None => return false,
        }
        self.len += 1;
        true
    }
}

/// Subscripts that have been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subscripts {
    /// Only the first `count` count.
    terms: [Term; MAX_OPERANDS],
    count: u8,
    output: Term,
    /// Whether the output was written, behind an arrow.
    is_explicit: bool,
}

impl Subscripts {
    /// The letters of each operand.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        self.terms.get(..usize::from(self.count)).unwrap_or(&self.terms)
    }
    /// The letters of the output, as written, or else: the axes under the ellipsis, then the letters that occur
    /// once, in the order of ASCII.
    #[must_use]
    pub fn output(&self) -> &Term {
        &self.output
    }
    /// Whether the output was written, behind an arrow.
    #[must_use]
    pub fn is_explicit(&self) -> bool {
        self.is_explicit
    }
}

/// Reads the subscripts of `count` operands, of which `rank` knows the number of axes; or does not, and then letters
/// are not counted.
///
/// # Errors
/// The first fault, as NumPy would find it. What depends on lengths is not looked at.
pub fn parse(
    text: &str,
    count: usize,
    rank: impl Fn(usize) -> Option<usize>,
) -> Result<Subscripts, SyntaxError> {
    if count == 0 {
        return error(Kind::NoOperands, 0);
    }
    if count > MAX_OPERANDS {
        return error(Kind::TooMany, 0);
    }
    let mut terms = [Term::EMPTY; MAX_OPERANDS];
    let (mut once, mut any) = (Labels::NONE, Labels::NONE);
    let (mut has_dots, mut dots_ndim) = (false, 0);
    let mut start = 0;
    for (operand, term) in terms.iter_mut().enumerate().take(count) {
        let end = text[start..].find([',', '-']).map_or(text.len(), |length| start + length);
        let is_last = operand + 1 == count;
        match (text[end..].starts_with(','), is_last) {
            (false, false) => return error(Kind::TooManyOperands, end),
            (true, true) => return error(Kind::TooFewOperands, end),
            _ => {}
        }
        let ndim = rank(operand);
        *term = letters(
            &text[start..end],
            start,
            |fault, at| match fault {
                Fault::Character(character) => (Kind::Invalid { character, operand }, at),
                Fault::Dot => (Kind::Dot { operand }, at),
                Fault::TooMany => (Kind::TooManyLetters { operand }, at),
            },
            ndim.unwrap_or(MAX_NDIM),
            |_, _| None,
        )?;
        let len = usize::from(term.len);
        match (ndim, term.dots()) {
            (Some(ndim), None) if ndim != len => return error(Kind::TooFewLetters { operand }, end),
            (Some(ndim), Some(_)) => dots_ndim = dots_ndim.max(ndim - len),
            // As long as nobody knows better, it stands for axes.
            (None, Some(_)) => dots_ndim = dots_ndim.max(1),
            _ => {}
        }
        has_dots |= term.dots().is_some();
        for label in term.letters() {
            let new = Labels::of(&[*label]);
            once = once.or(new).without(any.and(new));
            any = any.or(new);
        }
        start = if is_last { end } else { end + 1 };
    }
    let (output, is_explicit) = match &text[start..] {
        "" => {
            (implicit(once, has_dots).ok_or(SyntaxError { kind: Kind::TooManyAxes, position: start })?, false)
        }
        rest => match rest.strip_prefix("->") {
            Some(rest) => (explicit(rest, start + 2, any)?, true),
            None => return error(Kind::NoArrow, start),
        },
    };
    if dots_ndim > 0 && output.dots().is_none() {
        return error(Kind::NoEllipsisInOutput, text.len());
    }
    if usize::from(output.len) + dots_ndim > MAX_NDIM && rank(0).is_some() {
        return error(Kind::TooManyAxes, text.len());
    }
    Ok(Subscripts { terms, count: count as u8, output, is_explicit })
}

fn error<T>(kind: Kind, position: usize) -> Result<T, SyntaxError> {
    Err(SyntaxError { kind, position })
}

/// What can be wrong with a character of a term.
enum Fault {
    Character(char),
    Dot,
    TooMany,
}

/// The letters of a term that starts at byte `start` of the subscripts; at most `most` of them. `refuse` may have
/// something against a letter, seeing what follows it.
fn letters(
    text: &str,
    start: usize,
    name: impl Fn(Fault, usize) -> (Kind, usize),
    most: usize,
    refuse: impl Fn(char, &str) -> Option<Kind>,
) -> Result<Term, SyntaxError> {
    let fault = |fault, at| {
        let (kind, position) = name(fault, start + at);
        error(kind, position)
    };
    let mut term = Term::EMPTY;
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let at = text.len() - rest.len();
        rest = &rest[character.len_utf8()..];
        if let Some(label) = of_letter(character) {
            if let Some(kind) = refuse(character, rest) {
                return error(kind, start + at);
            }
            if usize::from(term.len) >= most || !term.push(label) {
                return fault(Fault::TooMany, at);
            }
        } else if character == '.' {
            match rest.strip_prefix("..") {
                Some(behind) if term.dots == NO_DOTS => (rest, term.dots) = (behind, term.len),
                _ => return fault(Fault::Dot, at),
            }
        } else if character != ' ' {
            return fault(Fault::Character(character), at);
        }
    }
    Ok(term)
}

/// The output as written; `any` are the letters of the operands.
fn explicit(text: &str, start: usize, any: Labels) -> Result<Term, SyntaxError> {
    let name = |fault, at| match fault {
        Fault::Character(character) => (Kind::InvalidInOutput { character }, at),
        Fault::Dot => (Kind::DotInOutput, at),
        Fault::TooMany => (Kind::TooManyAxes, at),
    };
    letters(text, start, name, MAX_NDIM, |letter, behind| {
        if behind.contains(letter) {
            Some(Kind::Repeated { letter })
        } else if !of_letter(letter).is_some_and(|label| any.has(label)) {
            Some(Kind::Unknown { letter })
        } else {
            None
        }
    })
}

/// The output where none is written: the axes under the ellipsis, then the letters that occur once.
fn implicit(once: Labels, has_dots: bool) -> Option<Term> {
    let mut output = Term { dots: if has_dots { 0 } else { NO_DOTS }, ..Term::EMPTY };
    for label in once {
        if !output.push(label) {
            return None;
        }
    }
    Some(output)
}
