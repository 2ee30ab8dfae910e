//! The rule that two axes have one length: `SameDim`.
//!
//! rustc descends from the bound of an operation to the innermost rule that fails and prints that one's
//! message, as long as exactly one impl fits each pair of types. Below the message it lists the impls that
//! there are for other types, of the innermost rule and of the outermost; an impl for a type parameter is
//! never listed. So the outermost rule is one blanket impl, the innermost ones (`EqualLength`, `SameName`) hold for
//! every `Self`, and the table between them (`Meet`) has one impl for each pair of kinds of axes.

use super::check::Check;
use super::dim::{Const, Dim, NamedAxis, Stretch};

/// Two axes that must have one length in the operation `Op`. Sealed.
///
/// `Const` meets `Const` of the same length, a named axis meets itself, and `Dyn` meets everything, with a
/// check at run time. [`Stretch`] is an axis of length 1 here.
pub trait SameDim<Rhs: Dim, Op>: Dim {
    /// Whether the types prove it.
    type Check: Check;
    /// The better-known of the two: a length in the type wins over `Dyn`.
    type Dim: Dim;
    /// The common axis, or `None` if the lengths differ.
    #[doc(hidden)]
    fn unify(self, rhs: Rhs) -> Option<<Self as SameDim<Rhs, Op>>::Dim>;
}
impl<L: Dim, R: Dim, Op> SameDim<R, Op> for L
where
    AxisRules: Meet<L::Axis, R::Axis, Op>,
{
    // In this order it is known for a generic axis that meets `Dyn`.
    type Check = <R::Known as Check>::And<L::Known>;
    type Dim = L::OrElse<R>;
    // The lengths are compared for static axes, too: that costs nothing, and no length that a kernel
    // is given rests on trait impls alone.
    #[inline(always)]
    fn unify(self, rhs: R) -> Option<L::OrElse<R>> {
        (self.len() == rhs.len()).then(|| self.or_else(rhs))
    }
}

/// The kind of the axis `Const<N>`, for the table of rules.
#[derive(Debug)]
pub enum Length<const N: usize> {}
/// The kind of a named axis, for the table of rules.
#[derive(Debug)]
pub struct Name<A>(core::marker::PhantomData<A>);
/// The kind of the axis `Dyn`, for the table of rules.
#[derive(Debug)]
pub enum AnyLength {}

/// The kind of the axis `Stretch`, for the table of rules.
#[derive(Debug)]
pub enum Stretches {}

/// Carries the rules about axes, whose lengths and names are parameters of the traits, so that they print
/// as a user knows them.
#[derive(Clone, Copy, Debug)]
pub enum AxisRules {}

/// The table behind `SameDim`: which kinds of axes may meet.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: nothing says that the axes `{L}` and `{R}` have one length",
    label = "these may differ, unless both are one type parameter `K: StaticDim`"
)]
pub trait Meet<L, R, Op> {}
impl<const L: usize, const R: usize, Op> Meet<Length<L>, Length<R>, Op> for AxisRules where
    AxisRules: EqualLength<L, R, Op>
{
}
impl<A: NamedAxis, B: NamedAxis, Op> Meet<Name<A>, Name<B>, Op> for AxisRules where
    AxisRules: SameName<A, B, Op>
{
}
impl<A: NamedAxis, const N: usize, Op> Meet<Name<A>, Length<N>, Op> for AxisRules where
    AxisRules: SameName<A, Const<N>, Op>
{
}
impl<A: NamedAxis, const N: usize, Op> Meet<Length<N>, Name<A>, Op> for AxisRules where
    AxisRules: SameName<Const<N>, A, Op>
{
}
impl<Op> Meet<Stretches, Stretches, Op> for AxisRules {}
impl<const N: usize, Op> Meet<Stretches, Length<N>, Op> for AxisRules where AxisRules: EqualLength<1, N, Op> {}
impl<const N: usize, Op> Meet<Length<N>, Stretches, Op> for AxisRules where AxisRules: EqualLength<N, 1, Op> {}
impl<A: NamedAxis, Op> Meet<Stretches, Name<A>, Op> for AxisRules where AxisRules: SameName<Stretch, A, Op> {}
impl<A: NamedAxis, Op> Meet<Name<A>, Stretches, Op> for AxisRules where AxisRules: SameName<A, Stretch, Op> {}
// For every `L`, also one of a generic axis: which has this one rule at least, so that rustc does not take
// the only shape that is left for the one that was meant.
impl<L, Op> Meet<L, AnyLength, Op> for AxisRules {}
impl<const N: usize, Op> Meet<AnyLength, Length<N>, Op> for AxisRules {}
impl<Op> Meet<AnyLength, Stretches, Op> for AxisRules {}
impl<A: NamedAxis, Op> Meet<AnyLength, Name<A>, Op> for AxisRules {}

/// Two equal lengths; holds only for those.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: axis of length {L} does not match axis of length {R}",
    label = "length {L} here must equal {R}",
    note = "the rules are in the table of shape rules in the crate docs"
)]
pub trait EqualLength<const L: usize, const R: usize, Op> {}
impl<X, const N: usize, Op> EqualLength<N, N, Op> for X {}

/// A named axis and itself; holds only for those.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: axis `{L}` cannot meet axis `{R}`",
    label = "these are different axes",
    note = "a named axis meets only itself and `Dyn`"
)]
pub trait SameName<L, R, Op> {}
impl<X, A: NamedAxis, Op> SameName<A, A, Op> for X {}
