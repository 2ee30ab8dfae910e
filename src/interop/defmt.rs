//! `Format` of defmt 1: what the host prints, of numbers that are sent as they are. No text of this crate is in the
//! program's memory, unlike `Debug`'s.

use crate::array::{Array, CapacityError, Ownership};
use crate::error::ShapeError;
use crate::shape::{DynRank, Shape};
use defmt::{Format, Formatter, write};

/// In one line, row by row: `[[1.0, 2.0], [3.0, 4.0]]`; of rank 0 the element alone.
impl<T: Format, S: Shape, O: Ownership> Format for Array<T, S, O> {
    fn format(&self, f: Formatter<'_>) {
        let dims = self.dims();
        let dims = dims.as_ref();
        if dims.contains(&0) {
            return write!(f, "[]");
        }
        for (i, x) in self.iter().enumerate() {
            if i > 0 {
                write!(f, ", ");
            }
            (0..beginning(dims, i)).for_each(|_| write!(f, "["));
            x.format(f);
            (0..beginning(dims, i + 1)).for_each(|_| write!(f, "]"));
        }
    }
}

/// How many of the innermost axes begin anew with element number `i`; no length is 0.
fn beginning(dims: &[usize], mut i: usize) -> usize {
    let mut axes = 0;
    for len in dims.iter().rev() {
        if !i.is_multiple_of((*len).max(1)) {
            break;
        }
        i /= (*len).max(1);
        axes += 1;
    }
    axes
}

/// The lengths: `[2, 3]`.
impl Format for DynRank {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{}", self.as_slice());
    }
}

/// The operation, both shapes, and in which way they do not fit.
impl Format for ShapeError {
    fn format(&self, f: Formatter<'_>) {
        let (left, right) = self.shapes();
        write!(f, "{=str}: shapes {} and {}: {}", self.operation(), &left[..], &right[..], self.kind());
    }
}

/// Without what was rejected.
impl<X> Format for CapacityError<X> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "no room for one more");
    }
}

#[cfg(feature = "alloc")]
impl Format for crate::ops::einsum::EinsumError {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{}", defmt::Display2Format(self));
    }
}

#[cfg(test)]
mod tests {
    use super::beginning;

    /// The brackets as `Format` writes them, around numbers of elements.
    fn text(dims: &[usize]) -> String {
        let len: usize = dims.iter().product();
        let mut text = String::new();
        for i in 0..len {
            text += if i > 0 { ", " } else { "" };
            text += &"[".repeat(beginning(dims, i));
            text += &i.to_string();
            text += &"]".repeat(beginning(dims, i + 1));
        }
        text
    }

    #[test]
    fn brackets_are_those_of_nested_lists() {
        assert_eq!(text(&[]), "0");
        assert_eq!(text(&[3]), "[0, 1, 2]");
        assert_eq!(text(&[2, 2]), "[[0, 1], [2, 3]]");
        assert_eq!(text(&[2, 1, 2]), "[[[0, 1]], [[2, 3]]]");
        assert_eq!(text(&[1, 1]), "[[0]]");
    }
}
