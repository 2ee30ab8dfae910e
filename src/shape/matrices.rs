//! Shapes of stacks of matrices of any form, `(S.., M, N)`, and those that follow from the smaller length.

use super::append::Append;
use super::batch::MatrixStack;
use super::check::{AtRunTime, Check, Proven};
use super::op::Operation;
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::shorter::ShorterDim;
use super::{Dim, Dyn, DynRank, Shape};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Stacks of matrices, `(S.., M, N)`, for the operation `Op`. Sealed, as [`Shape`] is.
pub trait Matrices<Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// `Proven`, but for a rank that is not in the type.
    type Check: Check;
    /// The leading axes, `(S..)`.
    type Stack: Shape;
    /// The axis of the rows.
    type Rows: Dim;
    /// The axis of the columns.
    type Columns: Dim;
    /// `(S.., N)`
    type PerColumn: Shape;
    /// `(S.., M, M)`
    type OfRows: Shape;
    /// `(S.., N, N)`
    type OfColumns: Shape;
    /// `(S.., N, M)`
    type Turned: Shape;
    /// The leading axes, and those of a matrix.
    #[doc(hidden)]
    #[allow(clippy::type_complexity, reason = "three axes or shapes at once")]
    fn split_matrices(self) -> Result<(Self::Stack, Self::Rows, Self::Columns), ShapeError>;
    /// The other shapes.
    #[doc(hidden)]
    fn per_column(self) -> Result<Self::PerColumn, ShapeError>;
    #[doc(hidden)]
    fn of_rows(self) -> Result<Self::OfRows, ShapeError>;
    #[doc(hidden)]
    fn of_columns(self) -> Result<Self::OfColumns, ShapeError>;
    #[doc(hidden)]
    fn turned(self) -> Result<Self::Turned, ShapeError>;
}
impl<S: Shape, Op> Matrices<Op> for S
where
    ShapeRules: MatricesRule<S, KnownOf<S>, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::Check;
    type Stack = <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::Stack;
    type Rows = <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::Rows;
    type Columns = <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::Columns;
    type PerColumn = <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::PerColumn;
    type OfRows = <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::OfRows;
    type OfColumns = <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::OfColumns;
    type Turned = <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::Turned;
    #[inline(always)]
    fn split_matrices(self) -> Result<(Self::Stack, Self::Rows, Self::Columns), ShapeError> {
        <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::split(self)
    }
    #[inline(always)]
    fn per_column(self) -> Result<Self::PerColumn, ShapeError> {
        <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::per_column(self)
    }
    #[inline(always)]
    fn of_rows(self) -> Result<Self::OfRows, ShapeError> {
        <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::of_rows(self)
    }
    #[inline(always)]
    fn of_columns(self) -> Result<Self::OfColumns, ShapeError> {
        <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::of_columns(self)
    }
    #[inline(always)]
    fn turned(self) -> Result<Self::Turned, ShapeError> {
        <ShapeRules as MatricesRule<S, KnownOf<S>, Op>>::turned(self)
    }
}

/// The table behind `Matrices`, by whether the rank is known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait MatricesRule<S, Known, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Stack: Shape;
    type Rows: Dim;
    type Columns: Dim;
    type PerColumn: Shape;
    type OfRows: Shape;
    type OfColumns: Shape;
    type Turned: Shape;
    #[allow(clippy::type_complexity, reason = "three axes or shapes at once")]
    fn split(shape: S) -> Result<(Self::Stack, Self::Rows, Self::Columns), ShapeError>;
    fn per_column(shape: S) -> Result<Self::PerColumn, ShapeError>;
    fn of_rows(shape: S) -> Result<Self::OfRows, ShapeError>;
    fn of_columns(shape: S) -> Result<Self::OfColumns, ShapeError>;
    fn turned(shape: S) -> Result<Self::Turned, ShapeError>;
}
impl<S: MatrixStack<Op, S>, Op: Operation> MatricesRule<S, KnownRank, Op> for ShapeRules
where
    S::Stack: Append<(S::Columns,), Op>
        + Append<(S::Rows, S::Rows), Op>
        + Append<(S::Columns, S::Columns), Op>
        + Append<(S::Columns, S::Rows), Op>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Stack = S::Stack;
    type Rows = S::Rows;
    type Columns = S::Columns;
    type PerColumn = <S::Stack as Append<(S::Columns,), Op>>::Output;
    type OfRows = <S::Stack as Append<(S::Rows, S::Rows), Op>>::Output;
    type OfColumns = <S::Stack as Append<(S::Columns, S::Columns), Op>>::Output;
    type Turned = <S::Stack as Append<(S::Columns, S::Rows), Op>>::Output;
    #[inline(always)]
    fn split(shape: S) -> Result<(S::Stack, S::Rows, S::Columns), ShapeError> {
        Ok(shape.split_matrix())
    }
    #[inline(always)]
    fn per_column(shape: S) -> Result<Self::PerColumn, ShapeError> {
        let (stack, _, n) = shape.split_matrix();
        Ok(stack.append((n,)))
    }
    #[inline(always)]
    fn of_rows(shape: S) -> Result<Self::OfRows, ShapeError> {
        let (stack, m, _) = shape.split_matrix();
        Ok(stack.append((m, m)))
    }
    #[inline(always)]
    fn of_columns(shape: S) -> Result<Self::OfColumns, ShapeError> {
        let (stack, _, n) = shape.split_matrix();
        Ok(stack.append((n, n)))
    }
    #[inline(always)]
    fn turned(shape: S) -> Result<Self::Turned, ShapeError> {
        let (stack, m, n) = shape.split_matrix();
        Ok(stack.append((n, m)))
    }
}
impl<Op: Operation> MatricesRule<DynRank, AnyRank, Op> for ShapeRules {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Stack = DynRank;
    type Rows = Dyn;
    type Columns = Dyn;
    type PerColumn = DynRank;
    type OfRows = DynRank;
    type OfColumns = DynRank;
    type Turned = DynRank;
    #[inline]
    fn split(shape: DynRank) -> Result<(DynRank, Dyn, Dyn), ShapeError> {
        match shape.dims().as_ref() {
            [stack @ .., m, n] => Ok((DynRank::new(stack)?, Dyn(*m), Dyn(*n))),
            dims => Err(ShapeError::not_square(Op::NAME, dims)),
        }
    }
    #[inline]
    fn per_column(shape: DynRank) -> Result<DynRank, ShapeError> {
        with::<Op>(shape, |_, n| [n, 0], 1)
    }
    #[inline]
    fn of_rows(shape: DynRank) -> Result<DynRank, ShapeError> {
        with::<Op>(shape, |m, _| [m, m], 2)
    }
    #[inline]
    fn of_columns(shape: DynRank) -> Result<DynRank, ShapeError> {
        with::<Op>(shape, |_, n| [n, n], 2)
    }
    #[inline]
    fn turned(shape: DynRank) -> Result<DynRank, ShapeError> {
        with::<Op>(shape, |m, n| [n, m], 2)
    }
}

/// The leading axes and others, of which the first `count` are taken.
fn with<Op: Operation>(
    shape: DynRank,
    lens: impl Fn(usize, usize) -> [usize; 2],
    count: usize,
) -> Result<DynRank, ShapeError> {
    let (stack, Dyn(m), Dyn(n)) = <ShapeRules as MatricesRule<DynRank, AnyRank, Op>>::split(shape)?;
    DynRank::join(stack.dims().as_ref(), lens(m, n).get(..count).unwrap_or_default(), Op::NAME)
}

/// Stacks of matrices whose axes are compared: with K the shorter one. Sealed, as [`Shape`] is.
pub trait ThinShape<Op>: Matrices<Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// K
    type Shorter: Dim;
    /// `(S.., K)`
    type Values: Shape;
    /// `(S.., M, K)`
    type Tall: Shape;
    /// `(S.., K, N)`
    type Wide: Shape;
    /// The shapes.
    #[doc(hidden)]
    #[allow(clippy::type_complexity, reason = "three axes or shapes at once")]
    fn thin(self) -> Result<(Self::Values, Self::Tall, Self::Wide), ShapeError>;
}
impl<S: Matrices<Op>, Op> ThinShape<Op> for S
where
    ShapeRules: ThinRule<S, KnownOf<S>, Op>,
{
    const SEALED: Seal = Seal;
    type Shorter = <ShapeRules as ThinRule<S, KnownOf<S>, Op>>::Shorter;
    type Values = <ShapeRules as ThinRule<S, KnownOf<S>, Op>>::Values;
    type Tall = <ShapeRules as ThinRule<S, KnownOf<S>, Op>>::Tall;
    type Wide = <ShapeRules as ThinRule<S, KnownOf<S>, Op>>::Wide;
    #[inline(always)]
    fn thin(self) -> Result<(Self::Values, Self::Tall, Self::Wide), ShapeError> {
        <ShapeRules as ThinRule<S, KnownOf<S>, Op>>::thin(self)
    }
}

/// The table behind `ThinShape`, by whether the rank is known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait ThinRule<S, Known, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Shorter: Dim;
    type Values: Shape;
    type Tall: Shape;
    type Wide: Shape;
    #[allow(clippy::type_complexity, reason = "three axes or shapes at once")]
    fn thin(shape: S) -> Result<(Self::Values, Self::Tall, Self::Wide), ShapeError>;
}
/// The shorter axis.
type ShorterOf<S, Op> =
    <<S as MatrixStack<Op, S>>::Rows as ShorterDim<<S as MatrixStack<Op, S>>::Columns, Op>>::Dim;
impl<S: MatrixStack<Op, S>, Op: Operation> ThinRule<S, KnownRank, Op> for ShapeRules
where
    S::Rows: ShorterDim<S::Columns, Op>,
    S::Stack: Append<(ShorterOf<S, Op>,), Op>
        + Append<(S::Rows, ShorterOf<S, Op>), Op>
        + Append<(ShorterOf<S, Op>, S::Columns), Op>,
{
    const SEALED: Seal = Seal;
    type Shorter = ShorterOf<S, Op>;
    type Values = <S::Stack as Append<(ShorterOf<S, Op>,), Op>>::Output;
    type Tall = <S::Stack as Append<(S::Rows, ShorterOf<S, Op>), Op>>::Output;
    type Wide = <S::Stack as Append<(ShorterOf<S, Op>, S::Columns), Op>>::Output;
    #[inline(always)]
    fn thin(shape: S) -> Result<(Self::Values, Self::Tall, Self::Wide), ShapeError> {
        let (stack, m, n) = shape.split_matrix();
        match ShorterDim::<S::Columns, Op>::shorter(m, n) {
            Some(k) => Ok((stack.append((k,)), stack.append((m, k)), stack.append((k, n)))),
            None => Err(refused(Op::NAME, shape)),
        }
    }
}
impl<Op: Operation> ThinRule<DynRank, AnyRank, Op> for ShapeRules {
    const SEALED: Seal = Seal;
    type Shorter = Dyn;
    type Values = DynRank;
    type Tall = DynRank;
    type Wide = DynRank;
    fn thin(shape: DynRank) -> Result<(DynRank, DynRank, DynRank), ShapeError> {
        Ok((
            with::<Op>(shape, |m, n| [m.min(n), 0], 1)?,
            with::<Op>(shape, |m, n| [m, m.min(n)], 2)?,
            with::<Op>(shape, |m, n| [m.min(n), n], 2)?,
        ))
    }
}

/// The shorter axis has no length of its type: there are no such axes.
#[cold]
#[inline(never)]
fn refused<S: Shape>(op: &'static str, shape: S) -> ShapeError {
    ShapeError::too_large(op, shape.dims().as_ref())
}
