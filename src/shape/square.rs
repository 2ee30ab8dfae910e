//! The rule that matrices are square: `(S.., M, M)`.

use super::append::Append;
use super::batch::MatrixStack;
use super::check::{AtRunTime, Check, Proven};
use super::dim::{Const, Dim, Dyn, Square, Stretch};
use super::kind::{AnyLength, AxisRules, Length, Name, Stretches};
use super::named::NamedAxis;
use super::op::Operation;
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::{DynRank, Shape, op};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// The axes of the rows and of the columns of a square matrix. Sealed.
///
/// They meet as in [`SameDim`](super::SameDim), with a message of its own. The operation is no parameter: the message
/// stands at the call.
pub trait SquareDim<Columns: Dim>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
    /// The better-known of the two.
    type Dim: Dim;
    /// The common axis, or `None` if the lengths differ.
    #[doc(hidden)]
    fn square_dim(self, columns: Columns) -> Option<<Self as SquareDim<Columns>>::Dim>;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<L: Dim, R: Dim> SquareDim<R> for L
where
    L::Axis<op::square>: Square<L, R, L::Axis<op::square>, R::Axis<op::square>>,
{
    const SEALED: Seal = Seal;
    type Check = <L::Axis<op::square> as Square<L, R, L::Axis<op::square>, R::Axis<op::square>>>::Check;
    type Dim = <L::Axis<op::square> as Square<L, R, L::Axis<op::square>, R::Axis<op::square>>>::Dim;
    #[inline(always)]
    fn square_dim(self, columns: R) -> Option<<Self as SquareDim<R>>::Dim> {
        if self.len() != columns.len() {
            return None;
        }
        Some(<L::Axis<op::square> as Square<L, R, L::Axis<op::square>, R::Axis<op::square>>>::either(
            self, columns,
        ))
    }
}

/// One line per pair of kinds: its parameters, what must hold, whether that proves it, and the axis.
macro_rules! square { ($(($LAxis:ty, $RAxis:ty) [$($params:tt)*] [$($bound:tt)*] $Check:ty, $Dim:ty = |$left:pat_param, $right:pat_param| $either:expr;)+) => {$(
    impl<X, L: Dim, R: Dim, $($params)*> Square<L, R, $LAxis, $RAxis> for X $($bound)* {
        const SEALED: Seal = Seal;
        type Check = $Check;
        type Dim = $Dim;
        #[inline(always)]
        fn either($left: L, $right: R) -> $Dim {
            $either
        }
    }
)+};}
square! {
    (Length<M>, Length<N>) [const M: usize, const N: usize]
        [where AxisRules: AsManyRows<M, N>] Proven, L = |left, _| left;
    (Length<M>, Name<B>) [const M: usize, B: NamedAxis]
        [where AxisRules: RowsNamed<Const<M>, B>] Proven, L = |left, _| left;
    (Length<M>, Stretches) [const M: usize] [where AxisRules: AsManyRows<M, 1>] Proven, L = |left, _| left;
    (Name<A>, Length<N>) [A: NamedAxis, const N: usize]
        [where AxisRules: RowsNamed<A, Const<N>>] Proven, L = |left, _| left;
    (Name<A>, Name<B>) [A: NamedAxis, B: NamedAxis]
        [where AxisRules: RowsNamed<A, B>] L::Known, L = |left, _| left;
    (Name<A>, Stretches) [A: NamedAxis] [where AxisRules: RowsNamed<A, Stretch>] Proven, L = |left, _| left;
    (Stretches, Length<N>) [const N: usize] [where AxisRules: AsManyRows<1, N>] Proven, L = |left, _| left;
    (Stretches, Name<B>) [B: NamedAxis] [where AxisRules: RowsNamed<Stretch, B>] Proven, L = |left, _| left;
    (Stretches, Stretches) [] [] Proven, L = |left, _| left;
    (Length<M>, AnyLength) [const M: usize] [] AtRunTime, L = |left, _| left;
    (Name<A>, AnyLength) [A: NamedAxis] [] AtRunTime, L = |left, _| left;
    (Stretches, AnyLength) [] [] AtRunTime, L = |left, _| left;
    (AnyLength, RAxis) [RAxis] [] AtRunTime, L::OrElse<R> = |left, right| left.or_else(right);
}

/// As many rows as columns; holds only for those.
#[diagnostic::on_unimplemented(
    message = "a matrix of {M} rows and {N} columns is not square",
    label = "a square matrix is needed here"
)]
pub trait AsManyRows<const M: usize, const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const N: usize> AsManyRows<N, N> for X {
    const SEALED: Seal = Seal;
}

/// A named axis for rows and columns; holds only for those.
#[diagnostic::on_unimplemented(
    message = "a matrix with the axes `{L}` and `{R}` is not square",
    label = "a square matrix is needed here, whose rows and columns are one axis",
    note = "a named axis meets only itself and `Dyn`"
)]
pub trait RowsNamed<L, R> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, A: NamedAxis> RowsNamed<A, A> for X {
    const SEALED: Seal = Seal;
}

/// Stacks of square matrices, `(S.., M, M)`, for the operation `Op`. Sealed, as [`Shape`] is.
pub trait SquareStack<Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the matrices are square.
    type Check: Check;
    /// The leading axes, `(S..)`.
    type Stack: Shape;
    /// The axis of the rows and of the columns.
    type Axis: Dim;
    /// One vector for each matrix, `(S.., M)`.
    type Vectors: Shape;
    /// The leading axes, and that of rows and columns.
    #[doc(hidden)]
    fn split_square(self) -> Result<(Self::Stack, Self::Axis), ShapeError>;
    /// The shape of a vector for each matrix.
    #[doc(hidden)]
    fn vectors(self) -> Result<Self::Vectors, ShapeError>;
}
impl<S: Shape, Op> SquareStack<Op> for S
where
    ShapeRules: SquareRule<S, KnownOf<S>, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as SquareRule<S, KnownOf<S>, Op>>::Check;
    type Stack = <ShapeRules as SquareRule<S, KnownOf<S>, Op>>::Stack;
    type Axis = <ShapeRules as SquareRule<S, KnownOf<S>, Op>>::Axis;
    type Vectors = <ShapeRules as SquareRule<S, KnownOf<S>, Op>>::Vectors;
    #[inline(always)]
    fn split_square(self) -> Result<(Self::Stack, Self::Axis), ShapeError> {
        <ShapeRules as SquareRule<S, KnownOf<S>, Op>>::split(self)
    }
    #[inline(always)]
    fn vectors(self) -> Result<Self::Vectors, ShapeError> {
        <ShapeRules as SquareRule<S, KnownOf<S>, Op>>::vectors(self)
    }
}

/// The table behind `SquareStack`, by whether the rank is known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait SquareRule<S, Known, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Stack: Shape;
    type Axis: Dim;
    type Vectors: Shape;
    fn split(shape: S) -> Result<(Self::Stack, Self::Axis), ShapeError>;
    fn vectors(shape: S) -> Result<Self::Vectors, ShapeError>;
}
/// The axis of rows and columns.
type AxisOf<S, Op> = <<S as MatrixStack<Op, S>>::Rows as SquareDim<<S as MatrixStack<Op, S>>::Columns>>::Dim;
impl<S: MatrixStack<Op, S>, Op: Operation> SquareRule<S, KnownRank, Op> for ShapeRules
where
    S::Rows: SquareDim<S::Columns>,
    S::Stack: Append<(AxisOf<S, Op>,), Op>,
{
    const SEALED: Seal = Seal;
    type Check = <S::Rows as SquareDim<S::Columns>>::Check;
    type Stack = S::Stack;
    type Axis = AxisOf<S, Op>;
    type Vectors = <S::Stack as Append<(AxisOf<S, Op>,), Op>>::Output;
    #[inline(always)]
    fn split(shape: S) -> Result<(S::Stack, AxisOf<S, Op>), ShapeError> {
        let (stack, rows, columns) = shape.split_matrix();
        match SquareDim::<S::Columns>::square_dim(rows, columns) {
            Some(axis) => Ok((stack, axis)),
            None => Err(refused(Op::NAME, shape)),
        }
    }
    #[inline(always)]
    fn vectors(shape: S) -> Result<Self::Vectors, ShapeError> {
        let (stack, axis) = Self::split(shape)?;
        Ok(stack.append((axis,)))
    }
}
impl<Op: Operation> SquareRule<DynRank, AnyRank, Op> for ShapeRules {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Stack = DynRank;
    type Axis = Dyn;
    type Vectors = DynRank;
    #[inline]
    fn split(shape: DynRank) -> Result<(DynRank, Dyn), ShapeError> {
        match shape.dims().as_ref() {
            [stack @ .., m, n] if m == n => Ok((DynRank::new(stack)?, Dyn(*m))),
            _ => Err(refused(Op::NAME, shape)),
        }
    }
    #[inline]
    fn vectors(shape: DynRank) -> Result<DynRank, ShapeError> {
        let (stack, Dyn(m)) = <Self as SquareRule<DynRank, AnyRank, Op>>::split(shape)?;
        DynRank::join(stack.dims().as_ref(), &[m], Op::NAME)
    }
}

/// These are no square matrices.
#[cold]
#[inline(never)]
fn refused<S: Shape>(op: &'static str, shape: S) -> ShapeError {
    ShapeError::not_square(op, shape.dims().as_ref())
}
