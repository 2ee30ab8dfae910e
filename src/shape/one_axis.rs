//! One axis of a shape, given by its number, and the shape with another axis in its place.

use super::rank::{AnyRank, Rank};
use super::{At, AxisExists, AxisRules, Dim, Dyn, DynRank, RemoveAxis, Shape};

/// Shapes that have an axis number `A`, counted from 0: that axis, and the shape with another in its place. Sealed, as
/// [`Shape`] is.
pub trait OneAxis<const A: usize, Op>: RemoveAxis<A, Op> {
    /// The axis.
    type Axis: Dim;
    /// The shape with another axis in its place.
    type With<D: Dim>: Shape;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S, const A: usize, Op> OneAxis<A, Op> for S
where
    S: RemoveAxis<A, Op> + AxisFrom<A, S::Rank, Op>,
{
    type Axis = <S as AxisFrom<A, S::Rank, Op>>::Own;
    type With<D: Dim> = <S as AxisFrom<A, S::Rank, Op>>::Put<D>;
}

/// The table behind `OneAxis`: tuples, and `DynRank`.
#[doc(hidden)]
pub trait AxisFrom<const A: usize, Rank, Op> {
    type Own: Dim;
    type Put<D: Dim>: Shape;
}
impl<S, const A: usize, const N: usize, Op> AxisFrom<A, Rank<N>, Op> for S
where
    AxisRules: AxisExists<A, N, Op>,
    S: Place<<AxisRules as AxisExists<A, N, Op>>::At>,
{
    type Own = S::Own;
    type Put<D: Dim> = S::Put<D>;
}
// For every `S`, of which `DynRank` is the only one, so that messages do not list it.
impl<S, const A: usize, Op> AxisFrom<A, AnyRank, Op> for S {
    type Own = Dyn;
    type Put<D: Dim> = DynRank;
}

/// The table of axes of shapes.
#[doc(hidden)]
pub trait Place<At> {
    type Own: Dim;
    type Put<D: Dim>: Shape;
}
// There is none, which `AxisExists` says.
impl<At> Place<At> for () {
    type Own = Dyn;
    type Put<D: Dim> = ();
}
/// The number of the axis; the axes before it; itself; the axes behind it.
macro_rules! places { ($($a:literal ($($B:ident)*; $X:ident; $($C:ident)*))+) => {$(
    impl<$($B: Dim,)* $X: Dim, $($C: Dim,)*> Place<At<$a>> for ($($B,)* $X, $($C,)*) {
        type Own = $X;
        type Put<Other: Dim> = ($($B,)* Other, $($C,)*);
    }
)+};}
places! {
    0 (; A;)
    0 (; A; B) 1 (A; B;)
    0 (; A; B C) 1 (A; B; C) 2 (A B; C;)
    0 (; A; B C D) 1 (A; B; C D) 2 (A B; C; D) 3 (A B C; D;)
    0 (; A; B C D E) 1 (A; B; C D E) 2 (A B; C; D E) 3 (A B C; D; E) 4 (A B C D; E;)
    0 (; A; B C D E F) 1 (A; B; C D E F) 2 (A B; C; D E F) 3 (A B C; D; E F) 4 (A B C D; E; F)
    5 (A B C D E; F;)
}
