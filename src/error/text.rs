//! Shapes, lengths and positions as the texts of errors show them.

use crate::shape::{DimsD, PackedDims};
use core::fmt;

/// The name of an operation without the form of it that is meant.
pub(super) fn first_word(operation: &str) -> &str {
    operation.split('_').next().unwrap_or(operation)
}

/// The axes of one item of each operand and of the result, as NumPy writes them.
pub(super) fn signature(operation: &str) -> &'static str {
    match operation {
        "matvec" => "(m,n),(n)->(m)",
        "vecmat" => "(n),(n,m)->(m)",
        "vecdot" => "(n),(n)->()",
        _ => "(n?,k),(k,m?)->(n?,m?)",
    }
}

/// Leading axes that do not pair, as NumPy prints them: for each operand its shape and the axes of it that should
/// pair, with a `newaxis` for each further axis of the result; and those axes of the result.
pub(super) fn remapped(f: &mut fmt::Formatter<'_>, left: (&DimsD, u8), right: (&DimsD, u8)) -> fmt::Result {
    let pairs = |(_, axes): (&DimsD, u8)| axes.count_ones() as usize;
    let own = |operand: (&DimsD, u8)| operand.0.len().saturating_sub(pairs(operand));
    if own(left) == 0 && own(right) == 0 {
        // An operation on elements. The space at the end is NumPy's.
        return write!(
            f,
            "operands could not be broadcast together with shapes {} {} ",
            Tuple(left.0),
            Tuple(right.0)
        );
    }
    let free = own(left).saturating_sub(1) + own(right).saturating_sub(1);
    let ndim = pairs(left).max(pairs(right)) + free;
    f.write_str("operands could not be broadcast together with remapped shapes [original->remapped]:")?;
    for (dims, axes) in [left, right] {
        write!(f, " {}->(", Tuple(dims))?;
        let lens = dims.iter().enumerate().filter(|(i, _)| axes >> i & 1 == 1).map(|(_, d)| Some(*d));
        listed(f, lens.chain(core::iter::repeat_n(None, free)), ndim)?;
    }
    f.write_str("  and requested shape (")?;
    let rows = (own(left) > 1).then(|| left.0.get(left.0.len() - 2).copied()).flatten();
    let columns = (own(right) > 1).then(|| right.0.last().copied()).flatten();
    listed(f, rows.into_iter().chain(columns).map(Some), ndim)
}

/// A position, with a sign if it was counted from the end; the end itself, none before it, is not written.
pub(super) struct Signed(pub(super) bool, pub(super) usize);

impl fmt::Display for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Signed(true, 0) => Ok(()),
            Signed(true, number) => write!(f, "-{number}"),
            Signed(false, number) => number.fmt(f),
        }
    }
}

/// Lengths, or `newaxis`, of a list of `ndim`, of which leading ones may be left out.
pub(super) fn listed(
    f: &mut fmt::Formatter<'_>,
    lens: impl Iterator<Item = Option<usize>>,
    ndim: usize,
) -> fmt::Result {
    let mut is_first = true;
    for len in lens {
        f.write_str(if is_first { "" } else { "," })?;
        match len {
            Some(len) => write!(f, "{}", Length(len))?,
            None => f.write_str("newaxis")?,
        }
        is_first = false;
    }
    f.write_str(if ndim == 1 && !is_first { ",)" } else { ")" })
}

/// A shape as NumPy prints it: `()`, `(3,)`, `(2,3)`.
pub(super) struct Tuple<'a>(pub(super) &'a [usize]);

impl fmt::Display for Tuple<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => f.write_str("()"),
            [one] => write!(f, "({},)", Length(*one)),
            [first, rest @ ..] => {
                write!(f, "({}", Length(*first))?;
                rest.iter().try_for_each(|d| write!(f, ",{}", Length(*d)))?;
                f.write_str(")")
            }
        }
    }
}

/// A number of things: their name, and its endings for one and for many.
pub(super) struct Count(pub(super) usize, pub(super) &'static str, pub(super) [&'static str; 2]);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Count(n, name, [one, many]) = self;
        write!(f, "{n} {name}{}", if *n == 1 { one } else { many })
    }
}

/// A length, or `_` for one that may be any.
struct Length(pub(super) usize);

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            PackedDims::UNKNOWN => f.write_str("_"),
            n => n.fmt(f),
        }
    }
}
