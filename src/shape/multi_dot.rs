//! The shape rule of `multi_dot`: a chain of matrices, whose ends may be vectors.

use super::{Dim, Dyn, DynRank, Shape};
use crate::sealed::Seal;

/// The first of a chain: a matrix `(M, K)` or a vector `(K,)`. Sealed, as [`Shape`] is.
#[diagnostic::on_unimplemented(
    message = "`multi_dot`: the first operand must be a matrix or a vector",
    label = "the shape `{Self}` has neither one axis nor two"
)]
pub trait ChainFirst: Shape {
    /// The axes that the result keeps.
    type Outer: Shape;
    /// The axis that meets the next operand.
    type Last: Dim;
}
/// An operand between others: a matrix. Sealed, as [`Shape`] is.
#[diagnostic::on_unimplemented(
    message = "`multi_dot`: an operand between two others must be a matrix",
    label = "the shape `{Self}` does not have two axes"
)]
pub trait ChainMiddle: Shape {
    /// The axis that meets the operand before.
    type First: Dim;
    /// The axis that meets the next operand.
    type Last: Dim;
}
/// The last of a chain: a matrix `(K, N)` or a vector `(K,)`. Sealed, as [`Shape`] is.
#[diagnostic::on_unimplemented(
    message = "`multi_dot`: the last operand must be a matrix or a vector",
    label = "the shape `{Self}` has neither one axis nor two"
)]
pub trait ChainLast: Shape {
    /// The axis that meets the operand before.
    type First: Dim;
    /// The axes that the result keeps.
    type Outer: Shape;
}

#[diagnostic::do_not_recommend]
impl<K: Dim> ChainFirst for (K,) {
    type Outer = ();
    type Last = K;
}
#[diagnostic::do_not_recommend]
impl<M: Dim, K: Dim> ChainFirst for (M, K) {
    type Outer = (M,);
    type Last = K;
}
#[diagnostic::do_not_recommend]
impl<K: Dim, N: Dim> ChainMiddle for (K, N) {
    type First = K;
    type Last = N;
}
#[diagnostic::do_not_recommend]
impl<K: Dim> ChainLast for (K,) {
    type First = K;
    type Outer = ();
}
#[diagnostic::do_not_recommend]
impl<K: Dim, N: Dim> ChainLast for (K, N) {
    type First = K;
    type Outer = (N,);
}

// The number of axes of a `DynRank` is checked at run time, as the lengths are: `Dyn` meets everything like that.
#[diagnostic::do_not_recommend]
impl ChainFirst for DynRank {
    type Outer = DynRank;
    type Last = Dyn;
}
#[diagnostic::do_not_recommend]
impl ChainMiddle for DynRank {
    type First = Dyn;
    type Last = Dyn;
}
#[diagnostic::do_not_recommend]
impl ChainLast for DynRank {
    type First = Dyn;
    type Outer = DynRank;
}

/// What the ends of a chain keep, together.
#[doc(hidden)]
pub trait ChainEnds<Rhs>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    type Output: Shape;
}
macro_rules! ends { ($([$($D:ident)?] $L:ty, $R:ty => $Out:ty;)+) => {$(
    impl<$($D: Dim)?> ChainEnds<$R> for $L {
        const SEALED: Seal = Seal;
        type Output = $Out;
    }
)+};}
ends! {
    [] (), () => ();
    [N] (), (N,) => (N,);
    [M] (M,), () => (M,);
    [] (), DynRank => DynRank;
    [M] (M,), DynRank => DynRank;
    [] DynRank, () => DynRank;
    [N] DynRank, (N,) => DynRank;
    [] DynRank, DynRank => DynRank;
}
impl<M: Dim, N: Dim> ChainEnds<(N,)> for (M,) {
    const SEALED: Seal = Seal;
    type Output = (M, N);
}
