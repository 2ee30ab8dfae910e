//! The rule that an axis has one position: what `remove_axis` leaves out.

use super::check::Check;
use super::dim::Dim;
use super::kind::{AnyLength, AxisRules, Length, Name, Stretches};
use super::named::NamedAxis;
use super::{AtRunTime, Proven};
use crate::sealed::Seal;

/// An axis that may have length 1, in the operation `Op`. Sealed.
pub trait UnitDim<Op>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that it has.
    type Check: Check;
}
impl<D: Dim, Op> UnitDim<Op> for D
where
    AxisRules: Unit<D::Axis<Op>, Op>,
{
    const SEALED: Seal = Seal;
    type Check = <AxisRules as Unit<D::Axis<Op>, Op>>::Check;
}

/// The table behind `UnitDim`, by kinds of axes.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: the axis is not known to have length 1",
    label = "its length is a type parameter",
    note = "`Const<1>`, `Stretch` and `Dyn` are such axes"
)]
pub trait Unit<Axis, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
}
impl<X, const N: usize, Op> Unit<Length<N>, Op> for X
where
    AxisRules: LengthOne<N, Op>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
}
impl<X, Op> Unit<Stretches, Op> for X {
    const SEALED: Seal = Seal;
    type Check = Proven;
}
impl<X, Op> Unit<AnyLength, Op> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
}
// Its length is no parameter that a rule could ask for.
impl<X, A: NamedAxis, Op> Unit<Name<A>, Op> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
}

/// Length 1; holds only for that.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: cannot select an axis to squeeze out which has size not equal to one",
    label = "this axis has length {N}",
    note = "`reshape` joins axes, and a reduction over an axis leaves it out"
)]
pub trait LengthOne<const N: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, Op> LengthOne<1, Op> for X {
    const SEALED: Seal = Seal;
}
