//! The shape rules of `trace` and `diagonal`: two axes, given by their numbers, are one; `trace` sums along it, and
//! `diagonal` has it last.

use super::append::Append;
use super::axis_at::AxisAt;
use super::check::{AtRunTime, Check, Proven};
use super::dim::{Cross, Dim, Dyn};
use super::kind::{AnyLength, AxisRules, Length, Name, Stretches};
use super::last::LAST;
use super::lengths::MinusDim;
use super::named::NamedAxis;
use super::op::{self, Operation};
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::same_dim::{EqualLength, SameName};
use super::slots::{HasSlots, LeftAxes, SlotsOf, TakeAxis, left_axes};
use super::which_axis::{AxisArg, Given, NotGiven};
use super::{DynRank, Shape};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes with two axes of the numbers `A` and `B`, and those that are left without them. Sealed, as [`Shape`] is.
pub trait TraceShape<const A: usize, const B: usize>: Shape {
    /// Whether the types prove that there are these axes.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn trace_shape(self) -> Result<Self::Output, ShapeError>;
}
/// Shapes with two axes of the numbers `A` and `B`, and those that are left without them, and then that of the diagonal.
/// Sealed, as [`Shape`] is.
pub trait DiagonalShape<const A: usize, const B: usize>: Shape {
    /// Whether the types prove that there are these axes.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn diagonal_shape(self) -> Result<Self::Output, ShapeError>;
}

/// Shapes whose first two axes have a diagonal that begins `K` positions from a corner, in the operation `Op`. Sealed, as
/// [`Shape`] is.
pub trait CutDiagonalShape<const K: usize, Op: Operation>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that there are these axes.
    type Check: Check;
    /// The other axes, and then that of the diagonal.
    type Output: Shape;
}
impl<S: Shape, const K: usize, Op: Operation> CutDiagonalShape<K, Op> for S
where
    ShapeRules: CutDiagonalRule<S, AxisArg<K>, K, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as CutDiagonalRule<S, AxisArg<K>, K, Op>>::Check;
    type Output = <ShapeRules as CutDiagonalRule<S, AxisArg<K>, K, Op>>::Output;
}
/// The table behind `CutDiagonalShape`. The compiler does not know `K` while it looks for the method. If there were
/// one rule alone, it would take that for what was meant, and say that there is no such method; so there are two.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait CutDiagonalRule<S, Arg, const K: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
}
impl<X, S: DiagonalShape<0, 1>, const K: usize, Op: Operation> CutDiagonalRule<S, Given, K, Op> for X
where
    LastOf<S::Output, Op>: MinusDim<K, Op>,
{
    const SEALED: Seal = Seal;
    type Check = S::Check;
    type Output = <S::Output as AxisAt<LAST, Op>>::With<<LastOf<S::Output, Op> as MinusDim<K, Op>>::Output>;
}
impl<X, S, const K: usize, Op> CutDiagonalRule<S, NotGiven, K, Op> for X {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = ();
}
/// The last axis of a shape.
type LastOf<S, Op> = <S as AxisAt<LAST, Op>>::Axis;

/// Shapes whose first two axes, of any lengths, have diagonals of which run time knows the lengths. Sealed, as [`Shape`] is.
pub trait AnyDiagonalShape: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that there are these axes.
    type Check: Check;
    /// The other axes, and then that of the diagonal.
    type Output: Shape;
    /// The same with lengths of any type for the first two axes.
    #[doc(hidden)]
    type Opened: DiagonalShape<0, 1, Check = Self::Check, Output = Self::Output>;
}
/// The shape with a `Dyn` in place of each of its first two axes.
type Opened<S> = <<S as AxisAt<0, op::diagonal>>::With<Dyn> as AxisAt<1, op::diagonal>>::With<Dyn>;
impl<S: Shape> AnyDiagonalShape for S
where
    S: AxisAt<0, op::diagonal>,
    <S as AxisAt<0, op::diagonal>>::With<Dyn>: AxisAt<1, op::diagonal>,
    Opened<S>: DiagonalShape<0, 1>,
{
    const SEALED: Seal = Seal;
    type Check = <Opened<S> as DiagonalShape<0, 1>>::Check;
    type Output = <Opened<S> as DiagonalShape<0, 1>>::Output;
    type Opened = Opened<S>;
}

/// A shape and itself. A method whose bound is on `X`, where `S: Itself<X>`, is found for every shape, so that the message
/// is that of the bound.
#[doc(hidden)]
pub trait Itself<X>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    fn itself(self) -> X;
}
impl<S: Shape> Itself<S> for S {
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn itself(self) -> S {
        self
    }
}

/// The axes of a tuple but for two.
type Others<S, const A: usize, const B: usize, Op> =
    <<<SlotsOf<S> as TakeAxis<A, Op, ()>>::Rest as TakeAxis<B, Op, ()>>::Rest as LeftAxes<Op>>::Output;

// Blanket impls over tables, for the sake of messages: see `SameDim`.
impl<S: Shape, const A: usize, const B: usize> TraceShape<A, B> for S
where
    ShapeRules: TraceRule<S, A, B, KnownOf<S>>,
{
    type Check = <ShapeRules as TraceRule<S, A, B, KnownOf<S>>>::Check;
    type Output = <ShapeRules as TraceRule<S, A, B, KnownOf<S>>>::Output;
    #[inline(always)]
    fn trace_shape(self) -> Result<Self::Output, ShapeError> {
        <ShapeRules as TraceRule<S, A, B, KnownOf<S>>>::shape(self)
    }
}
impl<S: Shape, const A: usize, const B: usize> DiagonalShape<A, B> for S
where
    ShapeRules: DiagonalRule<S, A, B, KnownOf<S>>,
{
    type Check = <ShapeRules as DiagonalRule<S, A, B, KnownOf<S>>>::Check;
    type Output = <ShapeRules as DiagonalRule<S, A, B, KnownOf<S>>>::Output;
    #[inline(always)]
    fn diagonal_shape(self) -> Result<Self::Output, ShapeError> {
        <ShapeRules as DiagonalRule<S, A, B, KnownOf<S>>>::shape(self)
    }
}

/// The table behind `TraceShape`: whether the rank is known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait TraceRule<S, const A: usize, const B: usize, Known> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    fn shape(shape: S) -> Result<Self::Output, ShapeError>;
}
// For every `Self`: rustc would list the impls for one type below a message.
impl<X, S, const A: usize, const B: usize> TraceRule<S, A, B, KnownRank> for X
where
    S: HasSlots<
        Slots: TakeAxis<A, op::trace, (), Rest: TakeAxis<B, op::trace, (), Rest: LeftAxes<op::trace>>>,
    >,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = Others<S, A, B, op::trace>;
    #[inline(always)]
    fn shape(shape: S) -> Result<Self::Output, ShapeError> {
        let dims = shape.dims();
        match left_axes(dims.as_ref(), &[A, B]) {
            Some(shape) => Ok(shape),
            None => Err(ShapeError::no_diagonal(op::trace::NAME, dims.as_ref())),
        }
    }
}
impl<X, S: Shape, const A: usize, const B: usize> TraceRule<S, A, B, AnyRank> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    #[inline]
    fn shape(shape: S) -> Result<DynRank, ShapeError> {
        others(op::trace::NAME, [A, B], shape.dims().as_ref())
    }
}

/// The table behind `DiagonalShape`: whether the rank is known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait DiagonalRule<S, const A: usize, const B: usize, Known> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    fn shape(shape: S) -> Result<Self::Output, ShapeError>;
}
impl<X, S, const A: usize, const B: usize> DiagonalRule<S, A, B, KnownRank> for X
where
    S: HasSlots<
        Slots: TakeAxis<
            A,
            op::diagonal,
            (),
            Rest: TakeAxis<B, op::diagonal, (), Rest: LeftAxes<op::diagonal>>,
        >,
    >,
    First<S, A>: DiagonalDim<Second<S, A, B>, op::diagonal>,
    Others<S, A, B, op::diagonal>: Append<(Along<S, A, B>,), op::diagonal>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = <Others<S, A, B, op::diagonal> as Append<(Along<S, A, B>,), op::diagonal>>::Output;
    #[inline(always)]
    fn shape(shape: S) -> Result<Self::Output, ShapeError> {
        let dims = shape.dims();
        let dims = dims.as_ref();
        let others = left_axes::<Others<S, A, B, op::diagonal>>(dims, &[A, B]);
        let along = match (dims.get(A), dims.get(B)) {
            (Some(a), Some(b)) => Dim::from_len(*a.min(b)),
            _ => None,
        };
        match (others, along) {
            (Some(others), Some(along)) => Ok(others.append((along,))),
            _ => Err(ShapeError::no_diagonal(op::diagonal::NAME, dims)),
        }
    }
}
impl<X, S: Shape, const A: usize, const B: usize> DiagonalRule<S, A, B, AnyRank> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
    #[inline]
    fn shape(shape: S) -> Result<DynRank, ShapeError> {
        let dims = shape.dims();
        let dims = dims.as_ref();
        let others = others(op::diagonal::NAME, [A, B], dims)?;
        DynRank::join(others.as_slice(), &[dims[A].min(dims[B])], op::diagonal::NAME)
    }
}

/// The axis of number `A`, that of number `B`, and that of the diagonal.
type First<S, const A: usize> = <SlotsOf<S> as TakeAxis<A, op::diagonal, ()>>::Axis;
type Second<S, const A: usize, const B: usize> =
    <<SlotsOf<S> as TakeAxis<A, op::diagonal, ()>>::Rest as TakeAxis<B, op::diagonal, ()>>::Axis;
type Along<S, const A: usize, const B: usize> =
    <First<S, A> as DiagonalDim<Second<S, A, B>, op::diagonal>>::Output;

/// Two axes that have a diagonal: if the types know both lengths, these are one. Sealed.
pub trait DiagonalDim<Rhs: Dim, Op>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis of the diagonal; `Dyn`, as long as the shorter, if one of both is; `UpTo<N>` beside such an axis.
    type Output: Dim;
}
impl<L: Dim, R: Dim, Op> DiagonalDim<R, Op> for L
where
    L::Axis<Op>: Cross<L, R, L::Axis<Op>, R::Axis<Op>, Op>,
{
    const SEALED: Seal = Seal;
    type Output = <L::Axis<Op> as Cross<L, R, L::Axis<Op>, R::Axis<Op>, Op>>::Output;
}

/// One line per pair of kinds: its parameters, what must hold, and the axis.
macro_rules! cross { ($(($LAxis:ty, $RAxis:ty) [$($params:tt)*] [$($bound:tt)*] $Output:ty;)+) => {$(
    impl<X, L: Dim, R: Dim, Op, $($params)*> Cross<L, R, $LAxis, $RAxis, Op> for X $($bound)* {
        const SEALED: Seal = Seal;
        type Output = $Output;
    }
)+};}
cross! {
    (Length<M>, Length<N>) [const M: usize, const N: usize] [where AxisRules: EqualLength<M, N, Op>] L;
    (Length<M>, Stretches) [const M: usize] [where AxisRules: EqualLength<M, 1, Op>] L;
    (Stretches, Length<N>) [const N: usize] [where AxisRules: EqualLength<1, N, Op>] R;
    (Stretches, Stretches) [] [] L;
    (Name<A>, Name<B>) [A: NamedAxis, B: NamedAxis] [where AxisRules: SameName<A, B, Op>] L;
    (Name<A>, Length<N>) [A: NamedAxis, const N: usize] [where AxisRules: SameName<A, R, Op>] L;
    (Length<M>, Name<B>) [const M: usize, B: NamedAxis] [where AxisRules: SameName<L, B, Op>] R;
    (Name<A>, Stretches) [A: NamedAxis] [where AxisRules: SameName<A, R, Op>] L;
    (Stretches, Name<B>) [B: NamedAxis] [where AxisRules: SameName<L, B, Op>] R;
    (AnyLength, AnyLength) [] [] L::OrElse<R>;
    (AnyLength, Length<N>) [const N: usize] [] Dyn;
    (AnyLength, Stretches) [] [] Dyn;
    (AnyLength, Name<B>) [B: NamedAxis] [] Dyn;
    (Length<M>, AnyLength) [const M: usize] [] Dyn;
    (Stretches, AnyLength) [] [] Dyn;
    (Name<A>, AnyLength) [A: NamedAxis] [] Dyn;
}

/// The lengths of the other axes, where only run time knows the rank.
fn others(op: &'static str, [a, b]: [usize; 2], dims: &[usize]) -> Result<DynRank, ShapeError> {
    if dims.len() < 2 {
        return Err(ShapeError::no_diagonal(op, dims));
    }
    if a == b {
        return Err(ShapeError::doubled_axes(op, dims, &[]));
    }
    for (argument, axis) in [(1, a), (2, b)] {
        if axis >= dims.len() {
            return Err(ShapeError::no_diagonal_axis(op, dims, argument, axis));
        }
    }
    left_axes(dims, &[a, b]).ok_or(ShapeError::no_diagonal(op, dims))
}
