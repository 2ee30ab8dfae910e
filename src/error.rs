//! Floor 1: `ShapeError`, what an operation returns when shapes known only at run time do not fit.

mod const_text;
pub(crate) mod linalg;
mod text;

pub(crate) use const_text::{ConstText, must};

use crate::shape::{DimsD, PackedDims, Shape};
use core::fmt;

/// Shapes that do not fit an operation, found at run time.
///
/// It says which operation, the shapes, and the axes that differ. Where NumPy refuses the same shapes,
/// the text is NumPy's, with the shapes as the caller sees them:
///
/// ```
/// use conformable::{Array, Dyn};
/// let a = Array::from_vec((Dyn(3),), vec![1., 2., 3.])?;
/// let b = Array::from_vec((Dyn(4),), vec![1., 2., 3., 4.])?;
/// let error = a.inner(&b).unwrap_err();
/// assert_eq!(error.to_string(), "shapes (3,) and (4,) not aligned: 3 (dim 0) != 4 (dim 0)");
/// assert_eq!(error.operation(), "inner");
/// assert_eq!(error.shapes().1, [4]);
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ShapeError {
    operation: &'static str,
    kind: ShapeErrorKind,
    left: PackedDims,
    right: PackedDims,
}

/// In which way shapes do not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum ShapeErrorKind {
    /// Two axes that must have one length differ.
    NotAligned {
        /// The axis of the first shape, from 0.
        left_axis: u8,
        /// The axis of the second shape, from 0.
        right_axis: u8,
    },
    /// Two axes of an `einsum` have one label and different lengths.
    Label {
        /// The label; a dot for an axis under an ellipsis.
        label: char,
        /// The operands, whose shapes are the first and the second, from 0.
        operands: [u8; 2],
        /// The axis of each, from 0.
        axes: [u8; 2],
    },
    /// An operand of an `einsum`, with the first shape, has not as many axes as its subscripts have letters.
    Letters {
        /// The operand, from 0.
        operand: u8,
        /// The number of letters.
        letters: u8,
    },
    /// The first shape was given where only the second fits.
    WrongShape,
    /// So many elements were given for the first shape.
    WrongLength(
        /// The number of elements given.
        usize,
    ),
    /// The first shape has more elements, or more bytes, than memory can hold.
    TooLarge,
    /// The summed axes of a product of stacks differ: of `matmul`, `matvec`, `vecmat` or `vecdot`.
    CoreMismatch {
        /// The axis of the first shape, from 0.
        left_axis: u8,
        /// The axis of the second shape, from 0.
        right_axis: u8,
    },
    /// Axes that should pair neither have one length nor stretch.
    NotBroadcast {
        /// Which axes of the first shape should pair: bit `i` stands for axis `i`.
        left_axes: u8,
        /// Which axes of the second shape.
        right_axes: u8,
    },
    /// An array of the first shape is to take elements of the second, and does not grow.
    WouldGrow,
    /// An array of the first shape does not broadcast to the second, in `broadcast_to`.
    NotBroadcastTo,
    /// One of the shapes has too few axes.
    TooFewAxes {
        /// The operand: 0 or 1.
        operand: u8,
        /// The least number of axes.
        least: u8,
    },
    /// More axes are to be summed than the first shape has, or an axis that it does not have.
    NoSuchAxes,
    /// Two axes that are summed together differ, in `tensordot`.
    SumMismatch {
        /// The axis of the first shape, from 0.
        left_axis: u8,
        /// The axis of the second shape, from 0.
        right_axis: u8,
    },
    /// The first shape has another number of elements than the second.
    SizesDiffer,
    /// The last two axes of the first shape differ, where square matrices are needed.
    NotSquare,
    /// The first shape has fewer than two axes, so no matrices, in an operation of linear algebra.
    NoMatrices,
    /// The vectors of a cross product do not have three elements.
    NotThree,
    /// The first shape has fewer than two axes, so no diagonal.
    NoDiagonal,
    /// The first shape has no axis of this number, which was given for an axis of a diagonal.
    NoDiagonalAxis {
        /// 1 for the first axis of the diagonal, 2 for the second.
        argument: u8,
        /// The axis, from 0.
        axis: usize,
    },
    /// An axis is named twice.
    DoubledAxes,
    /// The first shape has no axis of this number, counted from 0.
    AxisOutOfBounds(
        /// The axis asked for.
        usize,
    ),
    /// The first shape has no position of this number along an axis.
    IndexOutOfBounds {
        /// The axis, from 0.
        axis: u8,
        /// Whether the position was counted from the end.
        from_end: bool,
        /// The position.
        index: usize,
    },
    /// A range is not within an axis of the first shape, or ends before it starts.
    RangeOutOfBounds {
        /// The axis, from 0.
        axis: u8,
        /// Whether the start, and whether the end was counted from the end of the axis.
        from_end: [bool; 2],
        /// Where the range starts.
        start: usize,
    },
    /// More items were given to cut axes than the first shape has.
    TooManyIndices(
        /// The number of items.
        usize,
    ),
    /// The step of a range is 0.
    ZeroStep,
    /// The first shape, or the axis of it that is reduced, has no elements to choose from.
    NoElements,
    /// So many of the elements along an axis are asked for, which are more than there are.
    TooFewElements(
        /// The number asked for.
        usize,
    ),
    /// A sum of so many products can overflow the type of the result.
    SumCanOverflow(
        /// The number of products.
        usize,
    ),
    /// The first shape has so many positions along its first axis, which are the most that it may have.
    Full(
        /// The most positions.
        usize,
    ),
    /// The first shape has another number of elements than the second.
    CannotReshape {
        /// The axis of the second shape whose length was left open, from 0.
        open: Option<u8>,
    },
    /// An array of the first shape does not stand in memory such that a view of it could have the second.
    NotInOrder,
    /// An array of the first shape has an axis that runs backwards in memory, where no stride may be negative.
    Backwards {
        /// The axis, from 0.
        axis: u8,
    },
    /// In an array of the first shape the elements of a column are not side by side in memory.
    NotColumns,
    /// Different positions of the first shape share a place in memory, so there is no mutable view of them.
    Overlapping,
    /// An axis of the first shape does not have length 1.
    NotOne,
    /// Arrays that are joined differ along an axis that is not joined, or in their number of axes.
    NotJoined {
        /// The axis that is joined, from 0.
        axis: u8,
        /// The number of the array that has the second shape, from 0; the first shape is that of those before it.
        index: usize,
    },
    /// Numbers, of the first shape, are joined, along an axis that they do not have.
    NoAxisToJoin,
    /// An array within a chain of products, of the first shape, is no matrix, in `multi_dot`.
    NoMatrix,
    /// Arrays that are stacked have different shapes.
    ShapesDiffer,
    /// An empty list of arrays was given.
    NoArrays,
    /// A list of axes does not name as many as the first shape has.
    WrongAxes,
    /// An axis of the first shape cannot be split into so many equal parts.
    UnequalParts(
        /// How many.
        usize,
    ),
    /// A row of nested vectors has another length than the first one: the shapes are those of the first row and of this one.
    RaggedRow(
        /// The number of the row, from 0.
        usize,
    ),
    /// A window is longer than its axis.
    WindowTooLong(
        /// The number of positions in the window.
        usize,
    ),
    /// The axis of the first shape cannot be cut behind so many positions.
    CutTooFar(
        /// How many.
        usize,
    ),
    /// The elements of the first shape are not contiguous, and this build has no memory for a copy of them.
    NotContiguous,
    /// The number of elements of a range follows from a step of zero, or from NaN.
    NoLength,
    /// A range has more elements than memory can hold.
    RangeTooLarge,
    /// The percentage of a percentile is not one of 0 to 100, whatever the shape.
    NoPercentage,
    /// A histogram is to have no bins.
    NoBins,
    /// The range of a histogram ends before it starts.
    ReversedRange,
    /// The range of a histogram, given or that of the elements, has an end that is infinite or NaN.
    InfiniteRange,
    /// The range of a histogram does not have numbers enough for the edges of so many bins.
    TooManyBins(
        /// The number of bins.
        usize,
    ),
    /// So many axes; the most is 8.
    TooManyAxes(
        /// The number of axes.
        usize,
    ),
}

impl ShapeError {
    pub(crate) fn not_aligned(
        operation: &'static str,
        left: &[usize],
        right: &[usize],
        left_axis: usize,
        right_axis: usize,
    ) -> Self {
        let kind = ShapeErrorKind::NotAligned { left_axis: left_axis as u8, right_axis: right_axis as u8 };
        ShapeError { operation, kind, left: PackedDims::new(left), right: PackedDims::new(right) }
    }
    /// `dims` where square matrices are needed.
    pub(crate) fn not_square(operation: &'static str, dims: &[usize]) -> Self {
        let kind = if dims.len() < 2 { ShapeErrorKind::NoMatrices } else { ShapeErrorKind::NotSquare };
        ShapeError { operation, kind, left: PackedDims::new(dims), right: PackedDims::new(&[]) }
    }
    /// Vectors along the last axes that have no cross product.
    pub(crate) fn not_three(operation: &'static str, left: &[usize], right: &[usize]) -> Self {
        let (left, right) = (PackedDims::new(left), PackedDims::new(right));
        ShapeError { operation, kind: ShapeErrorKind::NotThree, left, right }
    }
    /// `is` where `must` is needed.
    pub(crate) fn wrong_shape(operation: &'static str, is: &[usize], must: &[usize]) -> Self {
        let (left, right) = (PackedDims::new(is), PackedDims::new(must));
        ShapeError { operation, kind: ShapeErrorKind::WrongShape, left, right }
    }
    /// `is` where a shape of the type is needed.
    pub(crate) fn wrong_shape_of<S: Shape>(operation: &'static str, is: &[usize]) -> Self {
        let (left, right) = (PackedDims::new(is), PackedDims::of_known(&S::known_dims()));
        ShapeError { operation, kind: ShapeErrorKind::WrongShape, left, right }
    }
    /// An array of the shape `is` read as one of the shape `must`, to which it does not broadcast.
    pub(crate) fn not_broadcast_to(operation: &'static str, is: &[usize], must: &[usize]) -> Self {
        let (left, right) = (PackedDims::new(is), PackedDims::new(must));
        ShapeError { operation, kind: ShapeErrorKind::NotBroadcastTo, left, right }
    }
    pub(crate) fn full(operation: &'static str, shape: &[usize], most: usize) -> Self {
        let (kind, left) = (ShapeErrorKind::Full(most), PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::EMPTY }
    }
    #[cfg(feature = "alloc")]
    pub(crate) fn ragged_row(operation: &'static str, row: usize, first: usize, own: usize) -> Self {
        let (left, right) = (PackedDims::new(&[first]), PackedDims::new(&[own]));
        ShapeError { operation, kind: ShapeErrorKind::RaggedRow(row), left, right }
    }
    pub(crate) fn wrong_length(operation: &'static str, shape: &[usize], len: usize) -> Self {
        let (kind, left) = (ShapeErrorKind::WrongLength(len), PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::EMPTY }
    }
    pub(crate) fn core_mismatch(
        operation: &'static str,
        left: &[usize],
        right: &[usize],
        [left_axis, right_axis]: [usize; 2],
    ) -> Self {
        let kind = ShapeErrorKind::CoreMismatch { left_axis: left_axis as u8, right_axis: right_axis as u8 };
        ShapeError { operation, kind, left: PackedDims::new(left), right: PackedDims::new(right) }
    }
    pub(crate) fn sum_mismatch(
        operation: &'static str,
        left: &[usize],
        right: &[usize],
        [left_axis, right_axis]: [usize; 2],
    ) -> Self {
        let kind = ShapeErrorKind::SumMismatch { left_axis: left_axis as u8, right_axis: right_axis as u8 };
        ShapeError { operation, kind, left: PackedDims::new(left), right: PackedDims::new(right) }
    }
    /// The axes that should pair, as bits.
    pub(crate) fn not_broadcast(
        operation: &'static str,
        left: &[usize],
        right: &[usize],
        [left_axes, right_axes]: [u8; 2],
    ) -> Self {
        let kind = ShapeErrorKind::NotBroadcast { left_axes, right_axes };
        ShapeError { operation, kind, left: PackedDims::new(left), right: PackedDims::new(right) }
    }
    /// All axes of both shapes should pair, in an operation on elements.
    pub(crate) fn not_elementwise(operation: &'static str, left: &[usize], right: &[usize]) -> Self {
        Self::not_broadcast(
            operation,
            left,
            right,
            [left, right].map(|dims| ((1_u16 << dims.len().min(8)) - 1) as u8),
        )
    }
    pub(crate) fn would_grow(operation: &'static str, left: &[usize], result: &[usize]) -> Self {
        let (left, right) = (PackedDims::new(left), PackedDims::new(result));
        ShapeError { operation, kind: ShapeErrorKind::WouldGrow, left, right }
    }
    pub(crate) fn too_few_axes(
        operation: &'static str,
        operand: usize,
        least: usize,
        left: &[usize],
        right: &[usize],
    ) -> Self {
        let kind = ShapeErrorKind::TooFewAxes { operand: operand as u8, least: least as u8 };
        ShapeError { operation, kind, left: PackedDims::new(left), right: PackedDims::new(right) }
    }
    pub(crate) fn no_such_axes(operation: &'static str, left: &[usize], right: &[usize]) -> Self {
        let (left, right) = (PackedDims::new(left), PackedDims::new(right));
        ShapeError { operation, kind: ShapeErrorKind::NoSuchAxes, left, right }
    }
    pub(crate) fn sizes_differ(operation: &'static str, left: &[usize], right: &[usize]) -> Self {
        let (left, right) = (PackedDims::new(left), PackedDims::new(right));
        ShapeError { operation, kind: ShapeErrorKind::SizesDiffer, left, right }
    }
    pub(crate) fn doubled_axes(operation: &'static str, left: &[usize], right: &[usize]) -> Self {
        let (left, right) = (PackedDims::new(left), PackedDims::new(right));
        ShapeError { operation, kind: ShapeErrorKind::DoubledAxes, left, right }
    }
    /// `argument` is 1 or 2.
    pub(crate) fn no_diagonal_axis(
        operation: &'static str,
        shape: &[usize],
        argument: u8,
        axis: usize,
    ) -> Self {
        let (kind, left) = (ShapeErrorKind::NoDiagonalAxis { argument, axis }, PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::EMPTY }
    }
    pub(crate) fn no_diagonal(operation: &'static str, shape: &[usize]) -> Self {
        let (kind, left) = (ShapeErrorKind::NoDiagonal, PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::EMPTY }
    }
    pub(crate) fn too_large(operation: &'static str, shape: &[usize]) -> Self {
        let (kind, left) = (ShapeErrorKind::TooLarge, PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::EMPTY }
    }
    /// Two axes of one label that differ: the operands, their shapes, and the axes.
    pub(crate) fn label(label: char, operands: [usize; 2], shapes: [&[usize]; 2], axes: [usize; 2]) -> Self {
        let [left, right] = shapes.map(PackedDims::new);
        let (operands, axes) = (operands.map(|o| o as u8), axes.map(|axis| axis as u8));
        let kind = ShapeErrorKind::Label { label, operands, axes };
        ShapeError { operation: "einsum", kind, left, right }
    }
    pub(crate) fn letters(operand: usize, shape: &[usize], letters: usize) -> Self {
        let kind = ShapeErrorKind::Letters { operand: operand as u8, letters: letters as u8 };
        ShapeError { operation: "einsum", kind, left: PackedDims::new(shape), right: PackedDims::EMPTY }
    }
    pub(crate) fn too_many_axes(operation: &'static str, ndim: usize) -> Self {
        let (kind, none) = (ShapeErrorKind::TooManyAxes(ndim), PackedDims::EMPTY);
        ShapeError { operation, kind, left: none, right: none }
    }

    /// `open` is the axis of `to` whose length was left open.
    pub(crate) fn cannot_reshape(
        operation: &'static str,
        from: &[usize],
        to: &[usize],
        open: Option<usize>,
    ) -> Self {
        let kind = ShapeErrorKind::CannotReshape { open: open.map(|axis| axis as u8) };
        ShapeError { operation, kind, left: PackedDims::new(from), right: PackedDims::new(to) }
    }
    pub(crate) fn not_in_order(operation: &'static str, from: &[usize], to: &[usize]) -> Self {
        let (left, right) = (PackedDims::new(from), PackedDims::new(to));
        ShapeError { operation, kind: ShapeErrorKind::NotInOrder, left, right }
    }
    pub(crate) fn not_joined(
        operation: &'static str,
        all: &[usize],
        own: &[usize],
        axis: usize,
        index: usize,
    ) -> Self {
        let kind = ShapeErrorKind::NotJoined { axis: axis as u8, index };
        ShapeError { operation, kind, left: PackedDims::new(all), right: PackedDims::new(own) }
    }
    pub(crate) fn shapes_differ(operation: &'static str, first: &[usize], own: &[usize]) -> Self {
        let (left, right) = (PackedDims::new(first), PackedDims::new(own));
        ShapeError { operation, kind: ShapeErrorKind::ShapesDiffer, left, right }
    }
    pub(crate) fn no_arrays(operation: &'static str) -> Self {
        let none = PackedDims::EMPTY;
        ShapeError { operation, kind: ShapeErrorKind::NoArrays, left: none, right: none }
    }
    /// An error about one shape.
    pub(crate) fn about(operation: &'static str, kind: ShapeErrorKind, shape: &[usize]) -> Self {
        ShapeError { operation, kind, left: PackedDims::new(shape), right: PackedDims::EMPTY }
    }

    pub(crate) fn axis_out_of_bounds(operation: &'static str, shape: &[usize], axis: usize) -> Self {
        let (kind, left) = (ShapeErrorKind::AxisOutOfBounds(axis), PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::EMPTY }
    }
    /// The axis was given as the first (0) or second (1) of two.
    pub(crate) fn argument_out_of_bounds(
        operation: &'static str,
        shape: &[usize],
        argument: usize,
        axis: usize,
    ) -> Self {
        let (kind, left) = (ShapeErrorKind::AxisOutOfBounds(axis), PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::new(&[argument]) }
    }
    pub(crate) fn no_elements(operation: &'static str, shape: &[usize]) -> Self {
        let (kind, left) = (ShapeErrorKind::NoElements, PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::EMPTY }
    }
    pub(crate) fn too_few_elements(operation: &'static str, shape: &[usize], asked: usize) -> Self {
        let (kind, left) = (ShapeErrorKind::TooFewElements(asked), PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::EMPTY }
    }
    pub(crate) fn sum_can_overflow(
        operation: &'static str,
        left: &[usize],
        right: &[usize],
        terms: usize,
    ) -> Self {
        let (left, right) = (PackedDims::new(left), PackedDims::new(right));
        ShapeError { operation, kind: ShapeErrorKind::SumCanOverflow(terms), left, right }
    }

    pub(crate) fn index_out_of_bounds(
        operation: &'static str,
        shape: &[usize],
        axis: usize,
        from_end: bool,
        index: usize,
    ) -> Self {
        let kind = ShapeErrorKind::IndexOutOfBounds { axis: axis as u8, from_end, index };
        ShapeError { operation, kind, left: PackedDims::new(shape), right: PackedDims::EMPTY }
    }
    /// Start and end, and whether they were counted from the end.
    pub(crate) fn range_out_of_bounds(
        operation: &'static str,
        shape: &[usize],
        axis: usize,
        from_end: [bool; 2],
        [start, end]: [usize; 2],
    ) -> Self {
        let kind = ShapeErrorKind::RangeOutOfBounds { axis: axis as u8, from_end, start };
        // In two parts: `PackedDims` keeps one number, the largest, for lengths that are not known.
        let right = PackedDims::new(&[end >> 8, end & 0xff]);
        ShapeError { operation, kind, left: PackedDims::new(shape), right }
    }
    pub(crate) fn too_many_indices(operation: &'static str, shape: &[usize], given: usize) -> Self {
        let (kind, left) = (ShapeErrorKind::TooManyIndices(given), PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::EMPTY }
    }
    pub(crate) fn zero_step(operation: &'static str, shape: &[usize]) -> Self {
        let (kind, left) = (ShapeErrorKind::ZeroStep, PackedDims::new(shape));
        ShapeError { operation, kind, left, right: PackedDims::EMPTY }
    }

    /// The name of the operation.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }
    /// In which way the shapes do not fit.
    #[must_use]
    pub fn kind(&self) -> ShapeErrorKind {
        self.kind
    }
    /// The axes that differ: one of the first shape and one of the second, each from 0.
    #[must_use]
    pub fn axes(&self) -> Option<(usize, usize)> {
        match self.kind {
            ShapeErrorKind::NotAligned { left_axis, right_axis }
            | ShapeErrorKind::CoreMismatch { left_axis, right_axis }
            | ShapeErrorKind::SumMismatch { left_axis, right_axis } => {
                Some((left_axis.into(), right_axis.into()))
            }
            ShapeErrorKind::Label { axes: [left, right], .. } => Some((left.into(), right.into())),
            _ => None,
        }
    }
    /// Both shapes, without axes where there is none to tell; [`ShapeErrorKind`] says what they are. A length that a
    /// type leaves open is the largest that it can be.
    #[must_use]
    pub fn shapes(&self) -> (DimsD, DimsD) {
        let right = match self.kind {
            // Not a shape, but where the range ends, or which argument the axis was.
            ShapeErrorKind::RangeOutOfBounds { .. } | ShapeErrorKind::AxisOutOfBounds(_) => PackedDims::EMPTY,
            _ => self.right,
        };
        (self.left.unpack(), right.unpack())
    }
}

impl fmt::Debug for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ShapeError({:?}: {self})", self.operation)
    }
}

impl core::error::Error for ShapeError {}
