//! The rule of the shorter of two axes: one of both, with its name.

use super::dim::Dim;
use super::kind::{AnyLength, AxisRules, Length, Name, Stretches};
use super::lengths::LengthNumber;
use super::named::NamedAxis;
use crate::sealed::Seal;
use typenum::{Cmp, Equal, Greater, Less};

/// The shorter of two axes, of two equal ones the first. Sealed.
pub trait ShorterDim<Rhs: Dim, Op>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// It: one of both where the types know both lengths, else `Dyn`, or the `UpTo` among them.
    type Dim: Dim;
    /// It.
    #[doc(hidden)]
    #[inline(always)]
    fn shorter(self, rhs: Rhs) -> Option<<Self as ShorterDim<Rhs, Op>>::Dim> {
        Dim::from_len(self.len().min(rhs.len()))
    }
}
impl<L: Dim, R: Dim, Op> ShorterDim<R, Op> for L
where
    AxisRules: Shorter<L, R, L::Axis<Op>, R::Axis<Op>, Op>,
{
    const SEALED: Seal = Seal;
    type Dim = <AxisRules as Shorter<L, R, L::Axis<Op>, R::Axis<Op>, Op>>::Dim;
}

/// The table behind `ShorterDim`, by kinds of axes.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the lengths of the axes `{L}` and `{R}` are type parameters, which the compiler does not compare",
    label = "which of these is the shorter one?",
    note = "`svd_as`, `svdvals_as`, and of `qr` `q_as` and `r_as` take the shorter axis"
)]
pub trait Shorter<L, R, LAxis, RAxis, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The shorter axis.
    type Dim: Dim;
}
/// One line per pair of kinds: its parameters, what must hold, and the axis.
macro_rules! shorter { ($(($LAxis:ty, $RAxis:ty) [$($params:tt)*] [$($bound:tt)*] $Dim:ty;)+) => {$(
    impl<X, L: Dim, R: Dim, Op, $($params)*> Shorter<L, R, $LAxis, $RAxis, Op> for X $($bound)* {
        const SEALED: Seal = Seal;
        type Dim = $Dim;
    }
)+};}
/// What is known of the shorter axis, if one is known at run time.
type Bounded<L, R> = <<L as Dim>::AtMost as Dim>::OrElse<<R as Dim>::AtMost>;
shorter! {
    (Length<M>, Length<N>) [const M: usize, const N: usize]
        [where AxisRules: LengthShorter<M, N, L, R, Op>] <AxisRules as LengthShorter<M, N, L, R, Op>>::Dim;
    (Length<M>, Name<B>) [const M: usize, B: NamedAxis]
        [where AxisRules: Shorter<L, R, Length<M>, <B::Unnamed as Dim>::Axis<Op>, Op>]
        <AxisRules as Shorter<L, R, Length<M>, <B::Unnamed as Dim>::Axis<Op>, Op>>::Dim;
    (Name<A>, Length<N>) [A: NamedAxis, const N: usize]
        [where AxisRules: Shorter<L, R, <A::Unnamed as Dim>::Axis<Op>, Length<N>, Op>]
        <AxisRules as Shorter<L, R, <A::Unnamed as Dim>::Axis<Op>, Length<N>, Op>>::Dim;
    (Name<A>, Name<B>) [A: NamedAxis, B: NamedAxis]
        [where AxisRules: Shorter<L, R, <A::Unnamed as Dim>::Axis<Op>, <B::Unnamed as Dim>::Axis<Op>, Op>]
        <AxisRules as Shorter<L, R, <A::Unnamed as Dim>::Axis<Op>, <B::Unnamed as Dim>::Axis<Op>, Op>>::Dim;
    (Length<M>, Stretches) [const M: usize]
        [where AxisRules: LengthShorter<M, 1, L, R, Op>] <AxisRules as LengthShorter<M, 1, L, R, Op>>::Dim;
    (Stretches, Length<N>) [const N: usize]
        [where AxisRules: LengthShorter<1, N, L, R, Op>] <AxisRules as LengthShorter<1, N, L, R, Op>>::Dim;
    (Stretches, Stretches) [] [] L;
    (Length<M>, AnyLength) [const M: usize] [] Bounded<L, R>;
    (Stretches, AnyLength) [] [] Bounded<L, R>;
    (Name<A>, AnyLength) [A: NamedAxis] [] Bounded<L, R>;
    (AnyLength, RAxis) [RAxis] [] Bounded<L, R>;
}

/// The comparison of two lengths.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the lengths {M} and {N} are not ones that the compiler compares",
    label = "it compares lengths up to 1024, and powers of two and ten"
)]
pub trait LengthShorter<const M: usize, const N: usize, L, R, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The shorter axis.
    type Dim: Dim;
}
#[diagnostic::do_not_recommend]
impl<X, const M: usize, const N: usize, L: Dim, R: Dim, Op> LengthShorter<M, N, L, R, Op> for X
where
    AxisRules: LengthNumber<M, Op> + LengthNumber<N, Op>,
    <AxisRules as LengthNumber<M, Op>>::Number:
        Cmp<<AxisRules as LengthNumber<N, Op>>::Number, Output: Pick<L, R>>,
{
    const SEALED: Seal = Seal;
    type Dim = <<<AxisRules as LengthNumber<M, Op>>::Number as Cmp<
        <AxisRules as LengthNumber<N, Op>>::Number,
    >>::Output as Pick<L, R>>::Dim;
}

/// The axis that a comparison picks.
#[doc(hidden)]
pub trait Pick<L, R> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Dim: Dim;
}
macro_rules! pick { ($($Ordering:ident $L:ident)+) => {$(
    impl<L: Dim, R: Dim> Pick<L, R> for $Ordering {
        const SEALED: Seal = Seal;
        type Dim = $L;
    }
)+};}
pick! { Less L Equal L Greater R }
