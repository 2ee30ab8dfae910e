//! What is wrong with subscripts, in words for whoever wrote them, with a mark under the character.

use conformable_einsum::{SyntaxError, SyntaxErrorKind as Kind};

/// The message, and below it the subscripts with a mark.
pub(crate) fn of(text: &str, operands: usize, error: &SyntaxError) -> String {
    let terms = text.split("->").next().unwrap_or("").split(',').count();
    let what = match error.kind {
        Kind::NoOperands => "there is no operand".to_owned(),
        Kind::TooFewOperands => {
            format!("there {}, but the subscripts are those of {terms}", are(operands, "operand"))
        }
        Kind::TooManyOperands => {
            format!("there {}, but the subscripts are those of {terms}", are(operands, "operand"))
        }
        Kind::TooManyLetters { operand } => {
            format!("operand {operand} has more letters than an array can have axes")
        }
        Kind::Invalid { character, operand } => {
            format!("{} in the subscripts of operand {operand} is not a letter", shown(character))
        }
        Kind::Dot { operand } => {
            format!("a dot in the subscripts of operand {operand} is not part of its one ellipsis `...`")
        }
        Kind::NoArrow => "after the operands only `->` and the output can follow".to_owned(),
        Kind::Repeated { letter } => format!("`{letter}` is in the output twice"),
        Kind::Unknown { letter } => format!("`{letter}` is in the output, but no operand has it"),
        Kind::InvalidInOutput { character } => format!("{} in the output is not a letter", shown(character)),
        Kind::DotInOutput => "a dot in the output is not part of its one ellipsis `...`".to_owned(),
        Kind::NoEllipsisInOutput => "the output must have the ellipsis `...` of the operands".to_owned(),
        Kind::TooManyAxes => "the output has more axes than an array can have".to_owned(),
        other => other.to_string(),
    };
    marked(&what, text, error.position)
}

/// A message, and below it the subscripts with a mark under the character at `position`.
pub(crate) fn marked(what: &str, text: &str, position: usize) -> String {
    let before = text.get(..position).unwrap_or(text).chars().count();
    let line: String = text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    format!("`einsum!`: {what}\n  \"{line}\"\n   {}^", " ".repeat(before))
}

fn are(n: usize, name: &str) -> String {
    if n == 1 { format!("is 1 {name}") } else { format!("are {n} {name}s") }
}

fn shown(character: char) -> String {
    match character {
        '\t' => "a tab".to_owned(),
        '\n' | '\r' => "the end of a line".to_owned(),
        c if c.is_control() => format!("the character {}", c.escape_unicode()),
        c => format!("`{c}`"),
    }
}
