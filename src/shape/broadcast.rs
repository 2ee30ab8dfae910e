//! The rule by which axes pair, of whole shapes or leading ones: `Broadcast` for lists of axes, `BroadcastDim` for one
//! of each.
//!
//! ```text
//! from the last axis on:   missing, D -> D     D, D -> D     Stretch, D -> D     anything else is refused
//! ```

use super::check::{Check, Proven};
use super::dim::{Dim, Pair};
use super::dims::DimsD;
use super::kind::{AnyLength, AxisRules, Length, Name, Stretches};
use super::named::NamedAxis;
use super::same_dim::SameDim;
use super::{Shape, SplitLast};
use crate::sealed::Seal;

/// Two axes that pair in the operation `Op`: they have one length, or one is [`Stretch`](super::Stretch). Sealed.
///
/// `Dyn` meets everything but `Stretch` with a check at run time, and does not stretch there.
pub trait BroadcastDim<Rhs: Dim, Op>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
    /// The axis of the result: the one that does not stretch, or else the better-known of the two.
    type Output: Dim;
    /// The axis of the result, or `None` if the lengths differ.
    #[doc(hidden)]
    fn broadcast_dim(self, rhs: Rhs) -> Option<<Self as BroadcastDim<Rhs, Op>>::Output>;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<L: Dim, R: Dim, Op> BroadcastDim<R, Op> for L
where
    L::Axis<Op>: Pair<L, R, L::Axis<Op>, R::Axis<Op>, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <L::Axis<Op> as Pair<L, R, L::Axis<Op>, R::Axis<Op>, Op>>::Check;
    type Output = <L::Axis<Op> as Pair<L, R, L::Axis<Op>, R::Axis<Op>, Op>>::Output;
    #[inline(always)]
    fn broadcast_dim(self, rhs: R) -> Option<<Self as BroadcastDim<R, Op>>::Output> {
        <L::Axis<Op> as Pair<L, R, L::Axis<Op>, R::Axis<Op>, Op>>::pair(self, rhs)
    }
}

/// Kinds that do not stretch: the axes must have one length.
macro_rules! equal { ($(($LAxis:ty, $RAxis:ty) [$($params:tt)*])+) => {$(
    impl<X, L: Dim + SameDim<R, Op>, R: Dim, Op, $($params)*> Pair<L, R, $LAxis, $RAxis, Op> for X {
        const SEALED: Seal = Seal;
        type Check = <L as SameDim<R, Op>>::Check;
        type Output = <L as SameDim<R, Op>>::Dim;
        #[inline(always)]
        fn pair(left: L, right: R) -> Option<Self::Output> {
            SameDim::<R, Op>::unify(left, right)
        }
    }
)+};}
equal! {
    (Length<M>, Name<B>) [const M: usize, B: NamedAxis]
    (Length<M>, AnyLength) [const M: usize]
    (Name<A>, Length<N>) [A: NamedAxis, const N: usize]
    (Name<A>, Name<B>) [A: NamedAxis, B: NamedAxis]
    (Name<A>, AnyLength) [A: NamedAxis]
    (AnyLength, Length<N>) [const N: usize]
    (AnyLength, Name<B>) [B: NamedAxis]
    (AnyLength, AnyLength) []
}
impl<X, L: Dim, R: Dim, const M: usize, const N: usize, Op> Pair<L, R, Length<M>, Length<N>, Op> for X
where
    AxisRules: OneLength<M, N, Op>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = L;
    // Compared, for the reason that `SameDim` gives.
    #[inline(always)]
    fn pair(left: L, right: R) -> Option<L> {
        (left.len() == right.len()).then_some(left)
    }
}

/// Two equal lengths, of axes that do not stretch; holds only for those.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: axis of length {L} does not match axis of length {R}",
    label = "length {L} here must equal {R}",
    note = "an axis stretches only if its type says so: `insert_axis::<A>()` makes one that does, a `Const<1>` does not"
)]
pub trait OneLength<const L: usize, const R: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const N: usize, Op> OneLength<N, N, Op> for X {
    const SEALED: Seal = Seal;
}

/// Kinds of which one stretches: the axis of the result is the other.
macro_rules! stretched { ($(($LAxis:ty, $RAxis:ty) [$($params:tt)*] |$left:pat_param, $right:pat_param| -> $Output:ident $output:ident;)+) => {$(
    impl<X, L: Dim, R: Dim, Op, $($params)*> Pair<L, R, $LAxis, $RAxis, Op> for X {
        const SEALED: Seal = Seal;
        type Check = Proven;
        type Output = $Output;
        #[inline(always)]
        fn pair($left: L, $right: R) -> Option<Self::Output> {
            Some($output)
        }
    }
)+};}
stretched! {
    (Stretches, RAxis) [RAxis] |_, r| -> R r;
    (Length<M>, Stretches) [const M: usize] |l, _| -> L l;
    (Name<A>, Stretches) [A: NamedAxis] |l, _| -> L l;
    (AnyLength, Stretches) [] |l, _| -> L l;
}

/// Lists of axes that pair, from the last one on, in the operation `Op`. Sealed, as [`Shape`] is.
///
/// Axes that one list has and the other lacks are axes of the result.
pub trait Broadcast<Rhs: Shape, Op>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
    /// The axes of the result.
    type Output: Shape;
    /// The axes of the result, or `None` if two lengths differ.
    #[doc(hidden)]
    fn broadcast(self, rhs: Rhs) -> Option<<Self as Broadcast<Rhs, Op>>::Output>;
}
impl<R: Shape, Op> Broadcast<R, Op> for () {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = R;
    #[inline(always)]
    fn broadcast(self, rhs: R) -> Option<R> {
        Some(rhs)
    }
}
impl<L: SplitLast, Op> Broadcast<(), Op> for L {
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = L;
    #[inline(always)]
    fn broadcast(self, (): ()) -> Option<L> {
        Some(self)
    }
}
/// Calls a macro with two lists of axes, aligned at the end, in each entry: the axes that one has and the other lacks; the
/// pairs of axes.
macro_rules! pair_table {
    ($callback:ident) => {
        $callback! {
            (; A U) (E; A U) (E F; A U) (E F G; A U) (E F G H; A U) (E F G H I; A U)
            (; A U, B V) (E; A U, B V) (E F; A U, B V) (E F G; A U, B V) (E F G H; A U, B V)
            (; A U, B V, C W) (E; A U, B V, C W) (E F; A U, B V, C W) (E F G; A U, B V, C W)
            (; A U, B V, C W, D X) (E; A U, B V, C W, D X) (E F; A U, B V, C W, D X)
            (; A U, B V, C W, D X, M Y) (E; A U, B V, C W, D X, M Y)
            (; A U, B V, C W, D X, M Y, N Z)
        }
    };
}
pub(super) use pair_table;

/// `And` over all pairs.
macro_rules! all {
    ($Op:ident; $A:ident $U:ident) => { <$A as BroadcastDim<$U, $Op>>::Check };
    ($Op:ident; $A:ident $U:ident, $($rest:tt)+) => {
        <<$A as BroadcastDim<$U, $Op>>::Check as Check>::And<all!($Op; $($rest)+)>
    };
}
/// The axes that one list has and the other lacks; the pairs of axes.
macro_rules! pairs { ($(($($E:ident)*; $($A:ident $U:ident),+))+) => {$(
    pairs!(@ ($($E)*; $($A $U),+) ($($E,)* $($A,)+) ($($U,)+) );
    pairs!(@longer ($($E)*; $($A $U),+));
)+};
    (@longer (; $($pairs:tt)+)) => {};
    (@longer ($($E:ident)+; $($A:ident $U:ident),+)) => {
        pairs!(@ ($($E)+; $($A $U),+) ($($A,)+) ($($E,)+ $($U,)+) );
    };
    (@ ($($E:ident)*; $($A:ident $U:ident),+) ($($L:ident,)+) ($($R:ident,)+)) => {
        impl<$($E: Dim,)* $($A: Dim + BroadcastDim<$U, Op>, $U: Dim,)+ Op> Broadcast<($($R,)+), Op> for ($($L,)+) {
            const SEALED: Seal = Seal;
            type Check = all!(Op; $($A $U),+);
            type Output = ($($E,)* $(<$A as BroadcastDim<$U, Op>>::Output,)+);
            #[inline(always)]
            fn broadcast(self, rhs: ($($R,)+)) -> Option<Self::Output> {
                let ($($L,)+) = self;
                let ($($R,)+) = rhs;
                Some(($($E,)* $(BroadcastDim::<$U, Op>::broadcast_dim($A, $U)?,)+))
            }
        }
    };
}
#[allow(non_snake_case, reason = "in the table one letter stands for an axis and for its type")]
mod table {
    use super::*;
    pair_table!(pairs);
}

/// The same of lengths at run time, where bit `i` of `stretches` says whether axis `i` may stretch.
///
/// At most 8 lengths on either side.
pub(super) fn broadcast_lens(left: (&[usize], u8), right: (&[usize], u8)) -> Option<DimsD> {
    let (longer, shorter) = if left.0.len() < right.0.len() { (right, left) } else { (left, right) };
    let mut lens = DimsD::truncated(longer.0);
    let missing = longer.0.len() - shorter.0.len();
    for (i, short) in shorter.0.iter().enumerate() {
        let len = lens.as_mut().get_mut(missing + i)?;
        let stretches = |(_, bits): (&[usize], u8), i: usize, len| len == 1 && bits >> i & 1 == 1;
        if *len == *short || stretches(shorter, i, *short) {
            continue;
        }
        if !stretches(longer, missing + i, *len) {
            return None;
        }
        *len = *short;
    }
    Some(lens)
}
