//! The shape rules of windows and chunks of a fixed size: whether they fit, and what is left after them.

use super::einsum::{AllDyn, OfRank};
use super::lengths::Known;
use super::op;
use super::rank::{AnyRank, Rank, ShapeRules};
use super::slice::{Against, Counted, Num, Outside, WindowWithin};
use super::{
    AnyLength, AtRunTime, AxisRules, Check, Const, Dim, Dyn, DynRank, Length, Name, NamedAxis, Proven, Shape,
    StaticShape, Stretches,
};
use crate::sealed::Seal;
use core::ops::Rem;
use typenum::U0;

/// Axes along which windows of `K` positions can be: of a length that the compiler compares with `K`, or of any.
pub trait WindowDim<const K: usize>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
}
// Blanket impls over tables, for the sake of messages: see `SameDim`.
impl<D: Dim, const K: usize> WindowDim<K> for D
where
    AxisRules: WindowRule<K, D, D::Axis<op::windows>>,
{
    const SEALED: Seal = Seal;
}

/// Axes that can be cut into chunks of `K` positions.
pub trait ChunkDim<const K: usize>: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The positions after the last chunk.
    type Rest: Dim;
}
impl<D: Dim, const K: usize> ChunkDim<K> for D
where
    AxisRules: ChunkRule<K, D, D::Axis<op::chunks>>,
{
    const SEALED: Seal = Seal;
    type Rest = <AxisRules as ChunkRule<K, D, D::Axis<op::chunks>>>::Rest;
}

/// The table behind `WindowDim`, by kinds of axes.
#[diagnostic::on_unimplemented(
    message = "`windows`: the length of the axis `{D}` is not known",
    label = "the length of the windows cannot be compared with it",
    note = "a view with a `Dyn` axis takes any: `a.view().typed::<..>()`"
)]
pub trait WindowRule<const K: usize, D, Axis> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, D, const K: usize, const N: usize> WindowRule<K, D, Length<N>> for X
where
    AxisRules: WindowWithin<K, N, op::windows> + Some<K, op::windows>,
{
    const SEALED: Seal = Seal;
}
impl<X, D, const K: usize> WindowRule<K, D, AnyLength> for X {
    const SEALED: Seal = Seal;
}
impl<X, D, const K: usize> WindowRule<K, D, Stretches> for X
where
    AxisRules: WindowWithin<K, 1, op::windows> + Some<K, op::windows>,
{
    const SEALED: Seal = Seal;
}
impl<X, D, const K: usize, A: NamedAxis> WindowRule<K, D, Name<A>> for X
where
    AxisRules: UnnamedWindow<K, A::Unnamed>,
{
    const SEALED: Seal = Seal;
}
/// The same of an axis whose name does not matter.
#[doc(hidden)]
pub trait UnnamedWindow<const K: usize, D> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const K: usize, const N: usize> UnnamedWindow<K, Const<N>> for X
where
    AxisRules: WindowWithin<K, N, op::windows> + Some<K, op::windows>,
{
    const SEALED: Seal = Seal;
}
impl<X, const K: usize> UnnamedWindow<K, Dyn> for X {
    const SEALED: Seal = Seal;
}

/// The table behind `ChunkDim`, by kinds of axes.
#[diagnostic::on_unimplemented(
    message = "`chunks`: the length of the axis `{D}` is not known",
    label = "the length of the remainder is not known",
    note = "a view with a `Dyn` axis takes any: `a.view().typed::<..>()`"
)]
pub trait ChunkRule<const K: usize, D, Axis> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The positions after the last chunk.
    type Rest: Dim;
}
impl<X, D, const K: usize, const N: usize> ChunkRule<K, D, Length<N>> for X
where
    AxisRules: LeftBehind<K, N>,
{
    const SEALED: Seal = Seal;
    type Rest = <AxisRules as LeftBehind<K, N>>::Rest;
}
impl<X, D, const K: usize> ChunkRule<K, D, AnyLength> for X {
    const SEALED: Seal = Seal;
    type Rest = Dyn;
}
impl<X, D, const K: usize> ChunkRule<K, D, Stretches> for X
where
    AxisRules: LeftBehind<K, 1>,
{
    const SEALED: Seal = Seal;
    type Rest = <AxisRules as LeftBehind<K, 1>>::Rest;
}
impl<X, D, const K: usize, A: NamedAxis> ChunkRule<K, D, Name<A>> for X
where
    AxisRules: UnnamedChunk<K, A::Unnamed>,
{
    const SEALED: Seal = Seal;
    type Rest = <AxisRules as UnnamedChunk<K, A::Unnamed>>::Rest;
}
/// The same of an axis whose name does not matter.
#[doc(hidden)]
pub trait UnnamedChunk<const K: usize, D> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Rest: Dim;
}
impl<X, const K: usize, const N: usize> UnnamedChunk<K, Const<N>> for X
where
    AxisRules: LeftBehind<K, N>,
{
    const SEALED: Seal = Seal;
    type Rest = <AxisRules as LeftBehind<K, N>>::Rest;
}

impl<X, const K: usize> UnnamedChunk<K, Dyn> for X {
    const SEALED: Seal = Seal;
    type Rest = Dyn;
}

/// `N` modulo `K`.
#[doc(hidden)]
pub trait LeftBehind<const K: usize, const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Rest: Dim;
}
impl<X, const K: usize, const N: usize, R> LeftBehind<K, N> for X
where
    AxisRules: Counted<N> + Counted<K> + Some<K, op::chunks, Modulo = R>,
    R: ModuloOf<Num<N>>,
{
    const SEALED: Seal = Seal;
    type Rest = R::Rest;
}

/// The length of a chunk or a window: not 0.
#[doc(hidden)]
pub trait Some<const K: usize, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Modulo;
}
impl<X, const K: usize, Op> Some<K, Op> for X
where
    AxisRules: Counted<K>,
    Num<K>: Against<U0>,
    AxisRules: NotEmpty<K, Op, <Num<K> as Against<U0>>::Is>,
{
    const SEALED: Seal = Seal;
    type Modulo = By<Num<K>, <Num<K> as Against<U0>>::Is>;
}
/// A number by which others are divided, and whether it is not 0.
#[doc(hidden)]
#[derive(Debug)]
pub struct By<K, Answer>(core::marker::PhantomData<(K, Answer)>);
/// The remainder of a division, as an axis.
#[doc(hidden)]
pub trait ModuloOf<N> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Rest: Dim;
}
impl<K, N: Rem<K, Output: Known>> ModuloOf<N> for By<K, Outside> {
    const SEALED: Seal = Seal;
    type Rest = <<N as Rem<K>>::Output as Known>::Axis;
}
// Of no number: `NotEmpty` says so, and this keeps the compiler from saying it of a division.
impl<K, N> ModuloOf<N> for By<K, super::slice::Inside> {
    const SEALED: Seal = Seal;
    type Rest = Dyn;
}
/// Positions in a chunk or a window.
#[diagnostic::on_unimplemented(
    message = "`{Op}`: a window or chunk must have at least 1 position, not {K}",
    label = "the length must be at least 1"
)]
pub trait NotEmpty<const K: usize, Op, Answer> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const K: usize, Op> NotEmpty<K, Op, Outside> for X {
    const SEALED: Seal = Seal;
}

/// Shapes in which windows of the shape `Win` can be, of as many axes: where these can start. Sealed, as [`Shape`] is.
pub trait WindowShape<Win: StaticShape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that there are as many axes.
    type Check: Check;
    /// A length for each axis.
    type Starts: Shape;
}
impl<S: Shape, Win: StaticShape> WindowShape<Win> for S
where
    ShapeRules: WindowRanks<S::Rank, Win::Rank>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as WindowRanks<S::Rank, Win::Rank>>::Check;
    type Starts = <ShapeRules as WindowRanks<S::Rank, Win::Rank>>::Starts;
}
/// The table behind `WindowShape`: ranks.
#[doc(hidden)]
pub trait WindowRanks<R, W> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Starts: Shape;
}
impl<X, const N: usize, const M: usize> WindowRanks<Rank<N>, Rank<M>> for X
where
    AxisRules: AxisPerWindowAxis<M, N>,
    AllDyn: OfRank<N>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Starts = <AllDyn as OfRank<N>>::Axes;
}
impl<X, W> WindowRanks<AnyRank, W> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Starts = DynRank;
}
/// As many axes as a window; holds only for those.
#[diagnostic::on_unimplemented(
    message = "`windows_of`: a window of {M} axes in an array of {N}",
    label = "the window needs a length for each axis"
)]
pub trait AxisPerWindowAxis<const M: usize, const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, const N: usize> AxisPerWindowAxis<N, N> for X {
    const SEALED: Seal = Seal;
}
