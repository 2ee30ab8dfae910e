//! What a `ShapeError` says: NumPy's text where NumPy refuses the same shapes.

use super::{ShapeError, ShapeErrorKind};
use crate::shape::{DimsD, KnownLen, PackedDims, from_end};
use core::fmt;

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.operation;
        let (left_dims, right_dims) = self.shapes();
        let (left, right) = (Tuple(self.left), Tuple(self.right));
        let length = |dims: &DimsD, axis: u8| dims.get(usize::from(axis)).copied().unwrap_or(0);
        match self.kind {
            ShapeErrorKind::NotAligned { left_axis, right_axis } => {
                let (l, r) = (length(&left_dims, left_axis), length(&right_dims, right_axis));
                write!(
                    f,
                    "shapes {left} and {right} not aligned: {l} (dim {left_axis}) != {r} (dim {right_axis})"
                )
            }
            ShapeErrorKind::Label { label, operands: [i, j], axes: [left_axis, right_axis] } => {
                let length = |dims: &DimsD, axis: u8| dims.get(usize::from(axis)).copied().unwrap_or(0);
                let (l, r) = (length(&left_dims, left_axis), length(&right_dims, right_axis));
                let mut buffer = [0; 4];
                let label = if label == '.' { "..." } else { label.encode_utf8(&mut buffer) };
                write!(
                    f,
                    "einsum: '{label}' is {l} in operand {i} of shape {left} and {r} in operand {j} of shape {right}"
                )
            }
            ShapeErrorKind::Letters { operand, letters } => {
                let (axes, letters) =
                    (Count(left_dims.len(), "ax", ["is", "es"]), Count(letters.into(), "letter", ["", "s"]));
                write!(
                    f,
                    "einsum: operand {operand} of shape {left} has {axes}, but its subscripts have {letters}"
                )
            }
            ShapeErrorKind::Full(most) => {
                write!(
                    f,
                    "{operation}: the array is full: its shape is {left}, and its first axis holds at most {most}"
                )
            }
            ShapeErrorKind::WrongShape => write!(f, "{operation}: shape {left} where {right} is needed"),
            ShapeErrorKind::WrongLength(len) => {
                write!(f, "{operation}: cannot reshape array of size {len} into shape {left}")
            }
            ShapeErrorKind::CoreMismatch { .. } if operation == "lstsq" => {
                f.write_str("Incompatible dimensions")
            }
            ShapeErrorKind::CoreMismatch { left_axis, right_axis } => {
                let (l, r) = (length(&left_dims, left_axis), length(&right_dims, right_axis));
                let (name, signature) = gufunc(operation, right_dims.len());
                write!(
                    f,
                    "{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \
                     {signature} (size {r} is different from {l})"
                )
            }
            ShapeErrorKind::TooFewAxes { operand, least } => {
                let ndim = if operand == 0 { left_dims.len() } else { right_dims.len() };
                let (name, signature) = gufunc(operation, right_dims.len());
                write!(
                    f,
                    "{name}: Input operand {operand} does not have enough dimensions (has {ndim}, gufunc \
                     core with signature {signature} requires {least})"
                )
            }
            ShapeErrorKind::NotBroadcast { .. } if operation == "cross" => {
                f.write_str("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg ")?;
                for (number, dims, end) in [(0, &left_dims, " and arg "), (1, &right_dims, ".")] {
                    let stack = dims.split_last().map_or(&[][..], |(_, stack)| stack);
                    write!(f, "{number} with shape (")?;
                    listed_apart(f, stack)?;
                    write!(f, "){end}")?;
                }
                Ok(())
            }
            ShapeErrorKind::NotBroadcast { left_axes, right_axes } => {
                remapped(f, (&left_dims, left_axes), (&right_dims, right_axes))
            }
            ShapeErrorKind::WouldGrow => write!(
                f,
                "non-broadcastable output operand with shape {left} doesn't match the broadcast shape {right}"
            ),
            ShapeErrorKind::NotBroadcastTo if right_dims.is_empty() => {
                f.write_str("cannot broadcast a non-scalar to a scalar array")
            }
            ShapeErrorKind::NotBroadcastTo if left_dims.len() > right_dims.len() => {
                f.write_str("input operand has more dimensions than allowed by the axis remapping")
            }
            // Two spaces, as NumPy writes them.
            ShapeErrorKind::NotBroadcastTo => write!(
                f,
                "operands could not be broadcast together with remapped shapes [original->remapped]: {left}  and \
                 requested shape {right}"
            ),
            ShapeErrorKind::NoSuchAxes => f.write_str("tuple index out of range"),
            ShapeErrorKind::SumMismatch { .. } => f.write_str("shape-mismatch for sum"),
            ShapeErrorKind::SizesDiffer => {
                let size = |dims: &DimsD| dims.iter().fold(1_usize, |n, d| n.wrapping_mul(*d));
                let (is, must) = (size(&left_dims), size(&right_dims));
                write!(f, "cannot reshape array of size {is} into shape ({must},)")
            }
            ShapeErrorKind::DoubledAxes if operation == "tensordot" => {
                f.write_str("duplicate axes are not allowed in tensordot")
            }
            ShapeErrorKind::DoubledAxes if matches!(operation, "permute" | "transpose") => {
                f.write_str("repeated axis in transpose")
            }
            ShapeErrorKind::DoubledAxes => f.write_str("axis1 and axis2 cannot be the same"),
            ShapeErrorKind::NoDiagonalAxis { argument, axis } => {
                let ndim = left_dims.len();
                write!(f, "axis{argument}: axis {axis} is out of bounds for array of dimension {ndim}")
            }
            ShapeErrorKind::NoDiagonal => f.write_str("diag requires an array of at least two dimensions"),
            ShapeErrorKind::TooLarge => {
                write!(f, "{operation}: an array of shape {left} has more elements than memory can hold")
            }
            ShapeErrorKind::AxisOutOfBounds(axis) => {
                let names =
                    if operation == "move_axis" { ["source", "destination"] } else { ["axis1", "axis2"] };
                if let Some(name) = self.right.unpack().first().and_then(|argument| names.get(*argument)) {
                    write!(f, "{name}: ")?;
                }
                // The new axis is counted, where there is to be one.
                let ndim = left_dims.len() + usize::from(matches!(operation, "stack" | "insert_axis"));
                let axis = Signed(from_end(axis).is_some(), from_end(axis).unwrap_or(axis));
                write!(f, "axis {axis} is out of bounds for array of dimension {ndim}")
            }
            ShapeErrorKind::IndexOutOfBounds { axis, from_end, index } => {
                let (len, index) = (length(&left_dims, axis), Signed(from_end, index));
                write!(f, "index {index} is out of bounds for axis {axis} with size {len}")
            }
            ShapeErrorKind::RangeOutOfBounds { axis, from_end: [start_from_end, end_from_end], start } => {
                let parts = self.right.unpack();
                let end = parts.iter().fold(0_usize, |end, part| end << 8 | part);
                let (start, end) = (Signed(start_from_end, start), Signed(end_from_end, end));
                let len = length(&left_dims, axis);
                write!(
                    f,
                    "{operation}: range {start}..{end} is out of bounds for axis {axis} with size {len}"
                )
            }
            ShapeErrorKind::TooManyIndices(given) => write!(
                f,
                "too many indices for array: array is {}-dimensional, but {given} were indexed",
                left_dims.len()
            ),
            ShapeErrorKind::NotContiguous => write!(
                f,
                "{operation}: the elements of shape {left} are not contiguous, and without the feature `alloc` there \
                 is no memory for a copy of them"
            ),
            ShapeErrorKind::ZeroStep => f.write_str("slice step cannot be zero"),
            // The last of none, which is the first axis in NumPy, whichever it was.
            ShapeErrorKind::NoElements if first_word(operation) == "percentile" => {
                f.write_str("index -1 is out of bounds for axis 0 with size 0")
            }
            ShapeErrorKind::NoElements => match operation.strip_prefix("arg") {
                Some(rest) => write!(f, "attempt to get arg{} of an empty sequence", first_word(rest)),
                None => {
                    let name = if first_word(operation) == "min" { "minimum" } else { "maximum" };
                    write!(f, "zero-size array to reduction operation {name} which has no identity")
                }
            },
            ShapeErrorKind::TooFewElements(asked) => {
                let len = left_dims.first().copied().unwrap_or(0);
                write!(f, "{operation}: {asked} elements are asked for, of an axis of length {len}")
            }
            ShapeErrorKind::SumCanOverflow(terms) => {
                write!(f, "{operation}: a sum of {terms} products can overflow the type of the result")
            }
            ShapeErrorKind::CannotReshape { open } => {
                let size = left_dims.iter().fold(1_usize, |n, d| n.wrapping_mul(*d));
                write!(f, "cannot reshape array of size {size} into shape (")?;
                let open = open.map(usize::from);
                let lens = right_dims.iter().enumerate().map(|(i, d)| (Some(i) != open).then_some(*d));
                listed(f, lens, right_dims.len())
            }
            ShapeErrorKind::NotInOrder => write!(
                f,
                "{operation}: the elements of this array of shape {left} do not stand in memory as a view of shape \
                 {right} needs; `reshape` copies them"
            ),
            ShapeErrorKind::Backwards { axis } => {
                write!(f, "{operation}: axis {axis} of shape {left} runs backwards in memory")
            }
            ShapeErrorKind::NotColumns => write!(
                f,
                "{operation}: the elements of a column of shape {left} are not side by side in memory; those of `t()` are, \
                 of an array that owns its elements"
            ),
            ShapeErrorKind::Overlapping => {
                write!(f, "{operation}: different positions of shape {left} share a place in memory")
            }
            ShapeErrorKind::NotOne => {
                f.write_str("cannot select an axis to squeeze out which has size not equal to one")
            }
            ShapeErrorKind::NotJoined { axis, index } => {
                if left_dims.len() != right_dims.len() {
                    return write!(
                        f,
                        "all the input arrays must have same number of dimensions, but the array at index 0 has {} \
                         dimension(s) and the array at index {index} has {} dimension(s)",
                        left_dims.len(),
                        right_dims.len()
                    );
                }
                let axes = left_dims.iter().zip(&*right_dims).enumerate();
                let (i, (l, r)) = axes
                    .filter(|(i, _)| *i != usize::from(axis))
                    .find(|(_, (l, r))| l != r)
                    .unwrap_or((0, (&0, &0)));
                write!(
                    f,
                    "all the input array dimensions except for the concatenation axis must match exactly, but along \
                     dimension {i}, the array at index 0 has size {l} and the array at index {index} has size {r}"
                )
            }
            ShapeErrorKind::NoAxisToJoin => f.write_str("zero-dimensional arrays cannot be concatenated"),
            ShapeErrorKind::NotSquare => f.write_str("Last 2 dimensions of the array must be square"),
            ShapeErrorKind::NotThree => {
                let len = |dims: &DimsD| dims.last().copied().unwrap_or(0);
                let (l, r) = (len(&left_dims), len(&right_dims));
                write!(
                    f,
                    "Both input arrays must be (arrays of) 3-dimensional vectors, but they are {l} and {r} dimensional \
                     instead."
                )
            }
            ShapeErrorKind::NoMatrices => {
                write!(
                    f,
                    "{}-dimensional array given. Array must be at least two-dimensional",
                    left_dims.len()
                )
            }
            ShapeErrorKind::NoMatrix => {
                write!(f, "{}-dimensional array given. Array must be two-dimensional", left_dims.len())
            }
            ShapeErrorKind::ShapesDiffer => f.write_str("all input arrays must have the same shape"),
            ShapeErrorKind::NoArrays if operation == "stack" => {
                f.write_str("need at least one array to stack")
            }
            ShapeErrorKind::NoArrays => f.write_str("need at least one array to concatenate"),
            ShapeErrorKind::WrongAxes => f.write_str("axes don't match array"),
            ShapeErrorKind::UnequalParts(_) => {
                f.write_str("array split does not result in an equal division")
            }
            ShapeErrorKind::CutTooFar(at) => {
                write!(f, "{operation}: an array of shape {left} cannot be cut behind {at} positions")
            }
            ShapeErrorKind::RaggedRow(row) => {
                let len = |dims: DimsD| dims.first().copied().unwrap_or(0);
                let (first, own) = (len(self.left.unpack()), len(self.right.unpack()));
                write!(f, "{operation}: row {row} has {own} elements where row 0 has {first}")
            }
            ShapeErrorKind::WindowTooLong(_) => {
                f.write_str("window shape cannot be larger than input array shape")
            }
            ShapeErrorKind::NoLength => write!(f, "{operation}: cannot compute length"),
            ShapeErrorKind::RangeTooLarge => f.write_str("Maximum allowed size exceeded"),
            ShapeErrorKind::NoPercentage => f.write_str("Percentiles must be in the range [0, 100]"),
            ShapeErrorKind::NoBins => f.write_str("`bins` must be positive, when an integer"),
            ShapeErrorKind::ReversedRange => f.write_str("max must be larger than min in range parameter."),
            ShapeErrorKind::InfiniteRange => write!(f, "{operation}: the range is not finite"),
            ShapeErrorKind::TooManyBins(bins) => {
                write!(f, "Too many bins for data range. Cannot create {bins} finite-sized bins.")
            }
            ShapeErrorKind::TooManyAxes(ndim) => {
                write!(f, "{operation}: {ndim} axes, at most 8 are possible")
            }
        }
    }
}

/// The name of an operation without the form of it that is meant.
fn first_word(operation: &str) -> &str {
    operation.split('_').next().unwrap_or(operation)
}

/// The axes of one item of each operand and of the result, as NumPy writes them.
fn gufunc(operation: &'static str, right_ndim: usize) -> (&'static str, &'static str) {
    let signature = match operation {
        "matvec" => "(m,n),(n)->(m)",
        "vecmat" => "(n),(n,m)->(m)",
        "vecdot" => "(n),(n)->()",
        "solve" if right_ndim == 1 => return ("solve1", "(m,m),(m)->(m)"),
        "solve" | "solve_lower" | "solve_upper" => "(m,m),(m,n)->(m,n)",
        _ => "(n?,k),(k,m?)->(n?,m?)",
    };
    (operation, signature)
}

/// Leading axes that do not pair, as NumPy prints them: for each operand its shape and the axes of it that should
/// pair, with a `newaxis` for each further axis of the result; and those axes of the result.
fn remapped(f: &mut fmt::Formatter<'_>, left: (&DimsD, u8), right: (&DimsD, u8)) -> fmt::Result {
    let pairs = |(_, axes): (&DimsD, u8)| axes.count_ones() as usize;
    let own = |operand: (&DimsD, u8)| operand.0.len().saturating_sub(pairs(operand));
    if own(left) == 0 && own(right) == 0 {
        // An operation on elements. The space at the end is NumPy's.
        return write!(
            f,
            "operands could not be broadcast together with shapes {} {} ",
            Tuple(PackedDims::new(left.0)),
            Tuple(PackedDims::new(right.0))
        );
    }
    let free = own(left).saturating_sub(1) + own(right).saturating_sub(1);
    let ndim = pairs(left).max(pairs(right)) + free;
    f.write_str("operands could not be broadcast together with remapped shapes [original->remapped]:")?;
    for (dims, axes) in [left, right] {
        write!(f, " {}->(", Tuple(PackedDims::new(dims)))?;
        let lens = dims.iter().enumerate().filter(|(i, _)| axes >> i & 1 == 1).map(|(_, d)| Some(*d));
        listed(f, lens.chain(core::iter::repeat_n(None, free)), ndim)?;
    }
    f.write_str("  and requested shape (")?;
    let rows = (own(left) > 1).then(|| left.0.get(left.0.len() - 2).copied()).flatten();
    let columns = (own(right) > 1).then(|| right.0.last().copied()).flatten();
    listed(f, rows.into_iter().chain(columns).map(Some), ndim)
}

/// A position, with a sign if it was counted from the end; the end itself, none before it, is not written.
struct Signed(bool, usize);

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
fn listed(f: &mut fmt::Formatter<'_>, lens: impl Iterator<Item = Option<usize>>, ndim: usize) -> fmt::Result {
    let mut is_first = true;
    for len in lens {
        f.write_str(if is_first { "" } else { "," })?;
        match len {
            Some(len) => write!(f, "{len}")?,
            None => f.write_str("newaxis")?,
        }
        is_first = false;
    }
    f.write_str(if ndim == 1 && !is_first { ",)" } else { ")" })
}

/// A shape as NumPy prints it: `()`, `(3,)`, `(2,3)`.
struct Tuple(PackedDims);

impl fmt::Display for Tuple {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.known().as_slice() {
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
struct Count(usize, &'static str, [&'static str; 2]);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Count(n, name, [one, many]) = self;
        write!(f, "{n} {name}{}", if *n == 1 { one } else { many })
    }
}

/// A length, or the most that it may be, or `_` for one that may be any.
struct Length(KnownLen);

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            KnownLen::Is(len) => len.fmt(f),
            KnownLen::AtMost(len) => write!(f, "at most {len}"),
            KnownLen::Any => f.write_str("_"),
        }
    }
}

/// Lengths with a space between, as Python prints a tuple.
fn listed_apart(f: &mut fmt::Formatter<'_>, lens: &[usize]) -> fmt::Result {
    for (i, len) in lens.iter().enumerate() {
        write!(f, "{}{len}", if i == 0 { "" } else { ", " })?;
    }
    if lens.len() == 1 { f.write_str(",") } else { Ok(()) }
}
