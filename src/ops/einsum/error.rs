//! `EinsumError`: what is wrong with subscripts, or with the lengths of the operands that they name.

use crate::shape::DimsD;
use alloc::string::String;
use conformable_einsum::{SyntaxError, SyntaxErrorKind as Kind};
use core::fmt;

/// Subscripts that are not those of the operands, or not subscripts at all; or axes of one label that differ.
///
/// Its text is NumPy's, but that "more" and "fewer" operands have changed places.
///
/// ```
/// use conformable::{array, einsum};
/// let a = array![[1, 2], [3, 4]].into_dyn();
/// let error = einsum("ij->ik", &[a.view()]).unwrap_err();
/// assert_eq!(error.position(), Some(5));
/// assert_eq!(
///     error.to_string(),
///     "einstein sum subscripts string included output subscript 'k' which never appeared in an input"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EinsumError {
    /// What is wrong with the subscripts, and where.
    Syntax(SyntaxError),
    /// A label stands twice in one operand, for axes of different lengths. They do not stretch.
    Diagonal {
        /// The operand, from 0.
        operand: usize,
        /// The label.
        label: char,
        /// Both lengths.
        lengths: [usize; 2],
        /// The text.
        text: String,
    },
    /// A label has different lengths in two operands, and neither is 1.
    Lengths {
        /// The operands, from 0.
        operands: [usize; 2],
        /// The label; a dot for an axis under an ellipsis.
        label: char,
        /// The length in each.
        lengths: [usize; 2],
        /// The text.
        text: String,
    },
    /// The result, or an intermediate one, has more elements than memory can hold.
    TooLarge {
        /// The lengths of the result; of an intermediate one, none.
        dims: DimsD,
    },
}

impl EinsumError {
    /// Where in the subscripts, in bytes from their start; `None` if they are well-formed.
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        match self {
            Self::Syntax(error) => Some(error.position),
            _ => None,
        }
    }

    /// The operand, from 0, if it is about one: the second, if it is about two.
    #[must_use]
    pub fn operand(&self) -> Option<usize> {
        match *self {
            Self::Syntax(error) => match error.kind {
                Kind::TooManyLetters { operand }
                | Kind::TooFewLetters { operand }
                | Kind::Invalid { operand, .. }
                | Kind::Dot { operand } => Some(operand),
                _ => None,
            },
            Self::Diagonal { operand, .. } | Self::Lengths { operands: [_, operand], .. } => Some(operand),
            Self::TooLarge { .. } => None,
        }
    }
}

impl fmt::Display for EinsumError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => error.fmt(f),
            Self::Diagonal { text, .. } | Self::Lengths { text, .. } => f.write_str(text),
            Self::TooLarge { .. } => f.write_str("einsum: a result has more elements than memory can hold"),
        }
    }
}

impl core::error::Error for EinsumError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Syntax(error) => Some(error),
            _ => None,
        }
    }
}

impl From<SyntaxError> for EinsumError {
    fn from(error: SyntaxError) -> Self {
        Self::Syntax(error)
    }
}
