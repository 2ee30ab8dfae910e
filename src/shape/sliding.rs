//! The shape rule of `sliding_windows`: an axis of the places of windows, and at the end one of the positions in a window.
//!
//! ```text
//! (A.., N, B..)  ->  (A.., N - K + 1, B.., K)
//! ```

use super::lengths::Known;
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::slice::{Against, Counted, Num, WindowWithin};
use super::windows::Some;
use super::{
    AnyLength, Append, AtRunTime, AxisAt, AxisRules, Check, Const, Dim, Dyn, DynRank, Length, Name,
    NamedAxis, Shape, Stretches, op,
};
use crate::sealed::Seal;
use core::ops::Add;
use typenum::U1;

/// Shapes along whose axis number `A` windows of `K` positions can be, and at most 5 axes. Sealed, as [`Shape`] is.
pub trait SlidingShape<const A: usize, const K: usize>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the axis is there and has as many positions.
    type Check: Check;
    /// The shape with as many positions along the axis as there are windows, and the positions in a window at the end.
    type Output: Shape;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, const A: usize, const K: usize> SlidingShape<A, K> for S
where
    ShapeRules: SlidingRule<S, A, K, KnownOf<S>>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as SlidingRule<S, A, K, KnownOf<S>>>::Check;
    type Output = <ShapeRules as SlidingRule<S, A, K, KnownOf<S>>>::Output;
}

/// The axis `A` of a shape, and the shape with the places of windows in its stead.
type AxisOf<S, const A: usize> = <S as AxisAt<A, op::sliding_windows>>::Axis;
type Placed<S, const A: usize, const K: usize> =
    <S as AxisAt<A, op::sliding_windows>>::With<<AxisOf<S, A> as SlidingDim<K>>::Places>;

/// The table behind `SlidingShape`: whether the rank is known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait SlidingRule<S, const A: usize, const K: usize, Known> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
}
impl<X, S, const A: usize, const K: usize> SlidingRule<S, A, K, KnownRank> for X
where
    S: AxisAt<A, op::sliding_windows, Axis: SlidingDim<K>>,
    Placed<S, A, K>: Append<(Const<K>,), op::sliding_windows>,
{
    const SEALED: Seal = Seal;
    type Check = <S::Check as Check>::And<<AxisOf<S, A> as Dim>::Known>;
    type Output = <Placed<S, A, K> as Append<(Const<K>,), op::sliding_windows>>::Output;
}
impl<X, const A: usize, const K: usize> SlidingRule<DynRank, A, K, AnyRank> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = DynRank;
}

/// Axes along which windows of `K` positions can be, and the axis of their places.
pub trait SlidingDim<const K: usize>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis of the places.
    type Places: Dim;
}
impl<D: Dim, const K: usize> SlidingDim<K> for D
where
    AxisRules: SlidingAxis<K, D, D::Axis<op::sliding_windows>>,
{
    const SEALED: Seal = Seal;
    type Places = <AxisRules as SlidingAxis<K, D, D::Axis<op::sliding_windows>>>::Places;
}

/// The table behind `SlidingDim`, by kinds of axes.
#[diagnostic::on_unimplemented(
    message = "`sliding_windows`: the length of the axis `{D}` is not known",
    label = "the length of the windows cannot be compared with it",
    note = "`sliding_windows_as` takes the shape of the result"
)]
pub trait SlidingAxis<const K: usize, D, Axis> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis of the places.
    type Places: Dim;
}
impl<X, D, const K: usize, const N: usize> SlidingAxis<K, D, Length<N>> for X
where
    AxisRules: SlidingPlaces<K, N>,
{
    const SEALED: Seal = Seal;
    type Places = <AxisRules as SlidingPlaces<K, N>>::Places;
}
impl<X, D, const K: usize> SlidingAxis<K, D, AnyLength> for X {
    const SEALED: Seal = Seal;
    type Places = Dyn;
}
impl<X, D, const K: usize> SlidingAxis<K, D, Stretches> for X
where
    AxisRules: SlidingPlaces<K, 1>,
{
    const SEALED: Seal = Seal;
    type Places = <AxisRules as SlidingPlaces<K, 1>>::Places;
}
impl<X, D, const K: usize, A: NamedAxis> SlidingAxis<K, D, Name<A>> for X
where
    AxisRules: SlidingUnnamed<K, A::Unnamed>,
{
    const SEALED: Seal = Seal;
    type Places = <AxisRules as SlidingUnnamed<K, A::Unnamed>>::Places;
}
/// The same of an axis whose name does not matter: the places are no positions of it.
#[doc(hidden)]
pub trait SlidingUnnamed<const K: usize, D> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Places: Dim;
}
impl<X, const K: usize, const N: usize> SlidingUnnamed<K, Const<N>> for X
where
    AxisRules: SlidingPlaces<K, N>,
{
    const SEALED: Seal = Seal;
    type Places = <AxisRules as SlidingPlaces<K, N>>::Places;
}
impl<X, const K: usize> SlidingUnnamed<K, Dyn> for X {
    const SEALED: Seal = Seal;
    type Places = Dyn;
}

/// `N - K + 1`, of a window that fits.
#[doc(hidden)]
pub trait SlidingPlaces<const K: usize, const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Places: Dim;
}
impl<X, const K: usize, const N: usize> SlidingPlaces<K, N> for X
where
    ShapeRules: SlidingFits<K, N>,
    AxisRules: CountOfWindows<K, N>,
{
    const SEALED: Seal = Seal;
    type Places = <AxisRules as CountOfWindows<K, N>>::Places;
}
/// A window that fits. Carried by another type than the rules within it, so that it is their message that is printed.
#[doc(hidden)]
pub trait SlidingFits<const K: usize, const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const K: usize, const N: usize> SlidingFits<K, N> for X
where
    AxisRules: WindowWithin<K, N, op::sliding_windows> + Some<K, op::sliding_windows>,
{
    const SEALED: Seal = Seal;
}

/// The number of windows as an axis; holds only if it is in the table.
#[diagnostic::on_unimplemented(
    message = "`sliding_windows`: the compiler cannot compute the number of windows of {K} positions in {N}",
    label = "it computes numbers up to 1024, and powers of two and ten",
    note = "`sliding_windows_as` takes the shape of the result"
)]
pub trait CountOfWindows<const K: usize, const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis of the places.
    type Places: Dim;
}
#[diagnostic::do_not_recommend]
impl<X, const K: usize, const N: usize> CountOfWindows<K, N> for X
where
    AxisRules: Counted<N> + Counted<K>,
    Num<N>: Against<Num<K>, Minus: Add<U1, Output: Known>>,
{
    const SEALED: Seal = Seal;
    type Places = <<<Num<N> as Against<Num<K>>>::Minus as Add<U1>>::Output as Known>::Axis;
}
