//! The rule that two axes have one length: `SameDim`.
//!
//! rustc descends from the bound of an operation to the innermost rule that fails and prints that one's
//! message, as long as exactly one impl fits each pair of types. Below the message it lists the impls that
//! there are for other types, of the innermost rule and of the outermost; an impl for a type parameter is
//! never listed. So the outermost rule is one blanket impl, the innermost ones (`EqualLength`, `SameName`) hold for
//! every `Self`, and the table between them (`Meet`) has one impl for each pair of kinds of axes.
//!
//! The table stands at the kind of the left axis, `L::Axis<Op>: Meet<..>`, so that `Dim` can say by a bound of `Axis`
//! that an axis meets itself, whatever the operation.

use super::check::{AtRunTime, Check, Proven};
use super::dim::{Const, Dim, Meet, Stretch};
use super::kind::{AnyLength, AxisRules, Length, Name, Stretches};
use super::named::NamedAxis;
use crate::sealed::Seal;

/// Two axes that must have one length in the operation `Op`. Sealed.
///
/// `Const` meets `Const` of the same length, a named axis meets itself, and `Dyn` meets everything, with a
/// check at run time. [`Stretch`] is an axis of length 1 here.
pub trait SameDim<Rhs: Dim, Op>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
    /// The better-known of the two: a length in the type wins over `Dyn`.
    type Dim: Dim;
    /// The common axis, of axes of one length.
    #[doc(hidden)]
    fn either(self, rhs: Rhs) -> <Self as SameDim<Rhs, Op>>::Dim;
    /// The common axis, or `None` if the lengths differ.
    // The lengths are compared for static axes, too: that costs nothing, and no length that a kernel
    // is given rests on trait impls alone.
    #[doc(hidden)]
    #[inline(always)]
    fn unify(self, rhs: Rhs) -> Option<<Self as SameDim<Rhs, Op>>::Dim> {
        if self.len() == rhs.len() { Some(self.either(rhs)) } else { None }
    }
}
impl<L: Dim, R: Dim, Op> SameDim<R, Op> for L
where
    L::Axis<Op>: Meet<L, R, L::Axis<Op>, R::Axis<Op>, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <L::Axis<Op> as Meet<L, R, L::Axis<Op>, R::Axis<Op>, Op>>::Check;
    type Dim = <L::Axis<Op> as Meet<L, R, L::Axis<Op>, R::Axis<Op>, Op>>::Dim;
    #[inline(always)]
    fn either(self, rhs: R) -> <Self as SameDim<R, Op>>::Dim {
        <L::Axis<Op> as Meet<L, R, L::Axis<Op>, R::Axis<Op>, Op>>::either(self, rhs)
    }
}

/// One line per pair of kinds: its parameters, what must hold, whether that proves it, and the axis.
macro_rules! meet { ($(($LAxis:ty, $RAxis:ty) [$($params:tt)*] [$($bound:tt)*] $Check:ty, $Dim:ty = |$left:pat_param, $right:pat_param| $either:expr;)+) => {$(
    impl<X, L: Dim, R: Dim, Op, $($params)*> Meet<L, R, $LAxis, $RAxis, Op> for X $($bound)* {
        const SEALED: Seal = Seal;
        type Check = $Check;
        type Dim = $Dim;
        #[inline(always)]
        fn either($left: L, $right: R) -> $Dim {
            $either
        }
    }
)+};}
meet! {
    (Length<M>, Length<N>) [const M: usize, const N: usize]
        [where AxisRules: EqualLength<M, N, Op>] Proven, L = |left, _| left;
    (Length<M>, Name<B>) [const M: usize, B: NamedAxis]
        [where AxisRules: SameName<Const<M>, B, Op>] Proven, L = |left, _| left;
    (Length<M>, Stretches) [const M: usize] [where AxisRules: EqualLength<M, 1, Op>] Proven, L = |left, _| left;
    (Name<A>, Length<N>) [A: NamedAxis, const N: usize]
        [where AxisRules: SameName<A, Const<N>, Op>] Proven, L = |left, _| left;
    (Name<A>, Name<B>) [A: NamedAxis, B: NamedAxis]
        [where AxisRules: SameName<A, B, Op>] L::Known, L = |left, _| left;
    (Name<A>, Stretches) [A: NamedAxis] [where AxisRules: SameName<A, Stretch, Op>] Proven, L = |left, _| left;
    (Stretches, Length<N>) [const N: usize] [where AxisRules: EqualLength<1, N, Op>] Proven, L = |left, _| left;
    (Stretches, Name<B>) [B: NamedAxis] [where AxisRules: SameName<Stretch, B, Op>] Proven, L = |left, _| left;
    (Stretches, Stretches) [] [] Proven, L = |left, _| left;
    (Length<M>, AnyLength) [const M: usize] [] AtRunTime, L = |left, _| left;
    (Name<A>, AnyLength) [A: NamedAxis] [] AtRunTime, L = |left, _| left;
    (Stretches, AnyLength) [] [] AtRunTime, L = |left, _| left;
    (AnyLength, RAxis) [RAxis] [] AtRunTime, L::OrElse<R> = |left, right| left.or_else(right);
}

/// Two equal lengths; holds only for those.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: axis of length {L} does not match axis of length {R}",
    label = "length {L} here must equal {R}",
    note = "the rules are in the table of shape rules in the crate docs"
)]
pub trait EqualLength<const L: usize, const R: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const N: usize, Op> EqualLength<N, N, Op> for X {
    const SEALED: Seal = Seal;
}

/// A named axis and itself; holds only for those.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: axis `{L}` cannot meet axis `{R}`",
    label = "these are different axes",
    note = "a named axis meets only itself and `Dyn`"
)]
pub trait SameName<L, R, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, A: NamedAxis, Op> SameName<A, A, Op> for X {
    const SEALED: Seal = Seal;
}
