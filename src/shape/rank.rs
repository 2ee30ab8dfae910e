//! The number of axes as a type, for the tables of rules: `Rank<N>` and `AnyRank`.

use super::{Const, Dim, Dyn};
use crate::sealed::Seal;

/// The number of axes of a tuple.
#[derive(Clone, Copy, Debug)]
pub enum Rank<const N: usize> {}

/// The number of axes of a `DynRank`, which is known only at run time.
#[derive(Clone, Copy, Debug)]
pub enum AnyRank {}

/// No axis.
#[derive(Clone, Copy, Debug)]
pub enum NoAxis {}
/// One axis.
#[derive(Clone, Copy, Debug)]
pub enum OneAxis {}
/// Two axes or more.
#[derive(Clone, Copy, Debug)]
pub enum ManyAxes {}
/// The number of axes is in the type.
#[derive(Clone, Copy, Debug)]
pub enum KnownRank {}

/// Carries the tables of rules about shapes. Not `AxisRules`, which carries those about axes: rustc prints the outermost
/// rule that fails and not the innermost one if both are about one type.
#[derive(Clone, Copy, Debug)]
pub enum ShapeRules {}

/// No shape: what rules that no shape fulfils hold for, beside it. While rustc looks for a method, it does not know the
/// other operand, and a rule that it knew to fail would make it say that there is no such method. With one
/// alone it would take that for what was meant, so there are two.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum NoShape<const N: usize> {}

/// What the rules of products ask of a number of axes.
#[doc(hidden)]
pub trait Ranked {
    #[doc(hidden)]
    const SEALED: Seal;
    /// `NoAxis`, `OneAxis`, `ManyAxes` or `AnyRank`.
    type Class;
    /// `KnownRank` or `AnyRank`.
    type Known;
    /// An axis with a position for each axis.
    type Ndim: Dim;
}
impl Ranked for AnyRank {
    const SEALED: Seal = Seal;
    type Class = AnyRank;
    type Known = AnyRank;
    type Ndim = Dyn;
}
macro_rules! ranked { ($($n:literal $class:ident),+) => {$(
    impl Ranked for Rank<$n> {
        const SEALED: Seal = Seal;
        type Class = $class;
        type Known = KnownRank;
        type Ndim = Const<$n>;
    }
)+};}
ranked!(0 NoAxis, 1 OneAxis, 2 ManyAxes, 3 ManyAxes, 4 ManyAxes, 5 ManyAxes, 6 ManyAxes);

/// A number of axes, and one more; more than 8, which no array has, are counted as 9.
#[doc(hidden)]
pub trait NextRank {
    #[doc(hidden)]
    const SEALED: Seal;
    type Next: NextRank;
}
macro_rules! next { ($($n:literal $next:literal),+) => {$(
    impl NextRank for Rank<$n> {
        const SEALED: Seal = Seal;
        type Next = Rank<$next>;
    }
)+};}
next!(0 1, 1 2, 2 3, 3 4, 4 5, 5 6, 6 7, 7 8, 8 9, 9 9);

/// The class of the rank of a shape.
pub(super) type ClassOf<S> = <<S as super::Shape>::Rank as Ranked>::Class;
/// Whether the rank of a shape is in the type.
pub(super) type KnownOf<S> = <<S as super::Shape>::Rank as Ranked>::Known;
/// An axis with a position for each axis of a shape.
#[cfg(feature = "alloc")]
pub(crate) type NdimOf<S> = <<S as super::Shape>::Rank as Ranked>::Ndim;
