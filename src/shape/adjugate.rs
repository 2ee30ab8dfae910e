//! The shape rule of `adjugate`: square matrices of 2, 3 or 4 rows.

use super::dim::Dim;
use super::kind::{AxisRules, Length, Name};
use super::named::NamedAxis;
use super::op;
use crate::sealed::Seal;

/// An axis of the length 2, 3 or 4, which is in the type. Sealed.
pub trait AdjugateDim: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<D: Dim> AdjugateDim for D
where
    AxisRules: Few<D, D::Axis<op::adjugate>>,
{
    const SEALED: Seal = Seal;
}

/// The table behind `AdjugateDim`, by kinds of axes.
#[diagnostic::on_unimplemented(
    message = "`adjugate`: the length of the axis `{D}` is not known at compile time",
    label = "it must be 2, 3 or 4",
    note = "`inv` takes matrices of any length"
)]
pub trait Few<D, Axis> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, D, const N: usize> Few<D, Length<N>> for X
where
    AxisRules: FewRows<N>,
{
    const SEALED: Seal = Seal;
}
impl<X, D, A: NamedAxis> Few<D, Name<A>> for X
where
    AxisRules: Few<A::Unnamed, <A::Unnamed as Dim>::Axis<op::adjugate>>,
{
    const SEALED: Seal = Seal;
}

/// The lengths 2, 3 and 4; holds only for them.
#[diagnostic::on_unimplemented(
    message = "`adjugate`: a matrix of {N} rows, but there must be 2, 3 or 4",
    label = "this has {N} rows",
    note = "`inv` takes matrices of any length"
)]
pub trait FewRows<const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
}
macro_rules! few { ($($n:literal)+) => {$(
    impl<X> FewRows<$n> for X {
        const SEALED: Seal = Seal;
    }
)+};}
few! { 2 3 4 }
