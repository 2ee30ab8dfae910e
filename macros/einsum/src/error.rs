//! What can be wrong with subscripts, and where.

use core::fmt;

/// Subscripts that are not those of the operands, or not subscripts at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SyntaxError {
    /// What is wrong.
    pub kind: SyntaxErrorKind,
    /// Where, in bytes from the start of the subscripts; their length where something is missing at the end.
    pub position: usize,
}

/// What is wrong with subscripts. Operands are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SyntaxErrorKind {
    /// There is no operand.
    NoOperands,
    /// There are fewer operands than terms, that is, than commas and one.
    TooFewOperands,
    /// There are more operands than terms.
    TooManyOperands,
    /// More operands than [`MAX_OPERANDS`](crate::MAX_OPERANDS).
    TooMany,
    /// More letters than the operand has axes.
    TooManyLetters {
        /// The operand.
        operand: usize,
    },
    /// Fewer letters than the operand has axes, and no ellipsis.
    TooFewLetters {
        /// The operand.
        operand: usize,
    },
    /// A character that is no letter among those of an operand.
    Invalid {
        /// The character.
        character: char,
        /// The operand.
        operand: usize,
    },
    /// A dot that is not of the one ellipsis of an operand.
    Dot {
        /// The operand.
        operand: usize,
    },
    /// Something other than `->` behind the operands.
    NoArrow,
    /// A letter that occurs again later in the output.
    Repeated {
        /// The letter.
        letter: char,
    },
    /// A letter of the output that no operand has.
    Unknown {
        /// The letter.
        letter: char,
    },
    /// A character that is no letter in the output.
    InvalidInOutput {
        /// The character.
        character: char,
    },
    /// A dot that is not of the one ellipsis of the output.
    DotInOutput,
    /// An output without an ellipsis, where one of an operand stands for axes.
    NoEllipsisInOutput,
    /// An output of more axes than an array can have.
    TooManyAxes,
}

impl fmt::Display for SyntaxErrorKind {
    /// The text of NumPy, where it has one. (It says "more" of operands where it means "fewer", and the other way
    /// round.)
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SUBSCRIPTS: &str = "einstein sum subscripts string";
        match *self {
            Self::NoOperands => f.write_str(
                "must specify the einstein sum subscripts string and at least one operand, or at least one operand \
                 and its corresponding subscripts list",
            ),
            Self::TooFewOperands => f.write_str(
                "fewer operands provided to einstein sum function than specified in the subscripts string",
            ),
            Self::TooManyOperands => f.write_str(
                "more operands provided to einstein sum function than specified in the subscripts string",
            ),
            Self::TooMany => f.write_str("too many operands"),
            Self::TooManyLetters { operand } => {
                write!(f, "{SUBSCRIPTS} contains too many subscripts for operand {operand}")
            }
            Self::TooFewLetters { .. } => f.write_str(
                "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to \
                 broadcast the extra dimensions.",
            ),
            Self::Invalid { character, .. } | Self::InvalidInOutput { character } => {
                write!(f, "invalid subscript '{character}' in {SUBSCRIPTS}, subscripts must be letters")
            }
            Self::Dot { operand } => write!(
                f,
                "{SUBSCRIPTS} contains a '.' that is not part of an ellipsis ('...') in operand {operand}"
            ),
            Self::DotInOutput => write!(
                f,
                "{SUBSCRIPTS} contains a '.' that is not part of an ellipsis ('...') in the output"
            ),
            Self::NoArrow => f.write_str(
                "einstein sum subscript string does not contain proper '->' output specified",
            ),
            Self::Repeated { letter } => {
                write!(f, "{SUBSCRIPTS} includes output subscript '{letter}' multiple times")
            }
            Self::Unknown { letter } => {
                write!(f, "{SUBSCRIPTS} included output subscript '{letter}' which never appeared in an input")
            }
            Self::NoEllipsisInOutput => f.write_str(
                "output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to \
                 broadcast the extra dimensions.",
            ),
            Self::TooManyAxes => f.write_str("too many subscripts in einsum"),
        }
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl core::error::Error for SyntaxError {}
