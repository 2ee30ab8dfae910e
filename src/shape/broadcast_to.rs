//! The rule by which a shape broadcasts to another, which does not change: of `broadcast_to`, `+=` and their kin.
//!
//! ```text
//! from the last axis on:   missing -> D     D -> D     Stretch -> D     anything else is refused
//! ```

use super::Shape;
use super::broadcast::{OneLength, broadcast_lens, pair_table};
use super::check::{AtRunTime, Check, Proven};
use super::dim::{Const, Dim, Enter};
use super::kind::{AnyLength, AxisRules, Length, Name, Stretches};
use super::named::NamedAxis;
use super::op::{self, Operation};
use super::rank::{AnyRank, Rank};
use super::same_dim::SameName;
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes whose arrays broadcast to the shape `Target` in the operation `Op`. Sealed, as [`Shape`] is.
pub trait BroadcastToShape<Target: Shape, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, T: Shape, Op> BroadcastToShape<T, Op> for S
where
    S: EnterRanks<T, S::Rank, T::Rank, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <S as EnterRanks<T, S::Rank, T::Rank, Op>>::Check;
}

/// Why an array of one shape does not broadcast to another, if it does not: `stretches` has the axes of `from` that
/// stretch.
#[inline(always)]
pub(crate) fn broadcast_to_lens<S: Shape, T: Shape>(
    from: S,
    to: T,
    op: &'static str,
) -> Result<(), ShapeError> {
    let (dims, target) = (from.dims(), to.dims());
    let (dims, target) = (dims.as_ref(), target.as_ref());
    let stretches = from.stretches();
    let fits = match target.len().checked_sub(dims.len()) {
        Some(missing) => dims
            .iter()
            .zip(&target[missing..])
            .enumerate()
            .all(|(i, (len, must))| len == must || *len == 1 && stretches >> i & 1 == 1),
        None => false,
    };
    if fits { Ok(()) } else { Err(refused(op, (dims, stretches), (target, to.stretches()))) }
}

#[cold]
#[inline(never)]
fn refused(name: &'static str, from: (&[usize], u8), to: (&[usize], u8)) -> ShapeError {
    if name == op::broadcast_to::NAME {
        return ShapeError::not_broadcast_to(name, from.0, to.0);
    }
    match broadcast_lens(to, from) {
        Some(result) => ShapeError::would_grow(name, to.0, &result),
        None => ShapeError::not_elementwise(name, to.0, from.0),
    }
}

/// The table behind `BroadcastToShape`: which ranks may meet.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait EnterRanks<Target, Rank, TargetRank, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
}
impl<S, T, const N: usize, const M: usize, Op> EnterRanks<T, Rank<N>, Rank<M>, Op> for S
where
    AxisRules: EnoughRank<S, T, N, M, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <AxisRules as EnoughRank<S, T, N, M, Op>>::Check;
}
// A number goes with every shape.
impl<S, T, Op> EnterRanks<T, Rank<0>, AnyRank, Op> for S {
    const SEALED: Seal = Seal;
    type Check = Proven;
}
macro_rules! at_run_time { ($($n:literal)+) => {$(
    impl<S, T, Op> EnterRanks<T, Rank<$n>, AnyRank, Op> for S {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
    }
)+};}
at_run_time! { 1 2 3 4 5 6 }
impl<S, T, TRank, Op> EnterRanks<T, AnyRank, TRank, Op> for S {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
}

/// A rank that is not above that of the target; holds only for those, if the axes fit, in pairs from the last one on.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: {N} axes do not broadcast to {M}",
    label = "an array of rank {M} does not grow to rank {N}"
)]
pub trait EnoughRank<S, T, const N: usize, const M: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that all axes fit.
    type Check: Check;
}
// For every rank: of shapes of which the second has fewer axes, there is no pair below.
impl<X, T, const N: usize, const M: usize, Op> EnoughRank<(), T, N, M, Op> for X {
    const SEALED: Seal = Seal;
    type Check = Proven;
}
/// `And` over all pairs.
macro_rules! all {
    ($Op:ident; $A:ident $U:ident) => { <$A as BroadcastToDim<$U, $Op>>::Check };
    ($Op:ident; $A:ident $U:ident, $($rest:tt)+) => {
        <<$A as BroadcastToDim<$U, $Op>>::Check as Check>::And<all!($Op; $($rest)+)>
    };
}
/// The axes that the target has and the shape lacks; the pairs of axes.
macro_rules! enter { ($(($($E:ident)*; $($A:ident $U:ident),+))+) => {$(
    impl<Any, const RANK: usize, const TARGET: usize, Op, $($E: Dim,)* $($A: Dim + BroadcastToDim<$U, Op>, $U: Dim),+>
        EnoughRank<($($A,)+), ($($E,)* $($U,)+), RANK, TARGET, Op> for Any
    {
        const SEALED: Seal = Seal;
        type Check = all!(Op; $($A $U),+);
    }
)+};}
pair_table!(enter);

/// An axis that fits an axis of the target in the operation `Op`: they have one length, or it is
/// [`Stretch`](super::Stretch). Sealed.
pub trait BroadcastToDim<Target: Dim, Op>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
}
impl<D: Dim, T: Dim, Op> BroadcastToDim<T, Op> for D
where
    D::Axis<Op>: Enter<D, T, D::Axis<Op>, T::Axis<Op>, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <D::Axis<Op> as Enter<D, T, D::Axis<Op>, T::Axis<Op>, Op>>::Check;
}

/// Kinds that meet, whether the types prove that they fit, and the rule about their lengths or names.
macro_rules! kinds { ($($Axis:ty, $Target:ty, [$($params:tt)*] $Check:ty $(where $Rule:path)?;)+) => {$(
    impl<X, D: Dim, T: Dim, $($params)* Op> Enter<D, T, $Axis, $Target, Op> for X
    where $(AxisRules: $Rule)?
    {
        const SEALED: Seal = Seal;
        type Check = $Check;
    }
)+};}
kinds! {
    Length<M>, Length<N>, [const M: usize, const N: usize,] Proven where OneLength<M, N, Op>;
    Length<N>, Name<A>, [const N: usize, A: NamedAxis,] Proven where SameName<Const<N>, A, Op>;
    Length<N>, Stretches, [const N: usize,] Proven where Grows<Const<N>, N, Op>;
    Length<N>, AnyLength, [const N: usize,] AtRunTime;
    Name<A>, Length<N>, [A: NamedAxis, const N: usize,] Proven where SameName<A, Const<N>, Op>;
    Name<A>, Name<B>, [A: NamedAxis, B: NamedAxis,] D::Known where SameName<A, B, Op>;
    Name<A>, Stretches, [A: NamedAxis,] Proven where Grows<A, { usize::MAX }, Op>;
    Name<A>, AnyLength, [A: NamedAxis,] AtRunTime;
    AnyLength, Length<N>, [const N: usize,] AtRunTime;
    AnyLength, Name<A>, [A: NamedAxis,] AtRunTime;
    AnyLength, Stretches, [] AtRunTime;
    AnyLength, AnyLength, [] AtRunTime;
    Stretches, Target, [Target,] Proven;
}

/// An axis of length 1, which fits one that would stretch elsewhere; holds only for that.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: an axis of length 1 does not grow to an axis `{Axis}`",
    label = "the array that is written keeps its shape",
    note = "only the right side stretches"
)]
pub trait Grows<Axis, const N: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, Op> Grows<Const<1>, 1, Op> for X {
    const SEALED: Seal = Seal;
}
