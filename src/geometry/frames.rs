//! Frames: axes of 2 or 3 positions that a transform maps from and to, and the rule by which two transforms compose.

use crate::array::{Array, Fields, Vector};
use crate::sealed::Seal;
use crate::shape::{Const, Dim, NamedAxis, StaticDim};

/// The axis of vectors of 2 elements: `Const<2>`, which is no frame in particular, or one that
/// [`axis!`](crate::axis!)`(Name: 2)` makes. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a frame of two dimensions",
    label = "expected `Const<2>` or an axis made by `axis!(Name: 2)`"
)]
pub trait Frame2: StaticDim + Fields + Dim<Bare = Const<2>> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The elements of a vector.
    #[doc(hidden)]
    fn elements<T: Copy>(vector: &Array<T, (Self,)>) -> [T; 2];
    /// The vector of these elements.
    #[doc(hidden)]
    fn vector<T>(elements: [T; 2]) -> Array<T, (Self,)>;
}

/// The axis of vectors of 3 elements: `Const<3>`, which is no frame in particular, or one that
/// [`axis!`](crate::axis!)`(Name: 3)` makes. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a frame of three dimensions",
    label = "expected `Const<3>` or an axis made by `axis!(Name: 3)`"
)]
pub trait Frame3: StaticDim + Fields + Dim<Bare = Const<3>> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The elements of a vector.
    #[doc(hidden)]
    fn elements<T: Copy>(vector: &Array<T, (Self,)>) -> [T; 3];
    /// The vector of these elements.
    #[doc(hidden)]
    fn vector<T>(elements: [T; 3]) -> Array<T, (Self,)>;
}

/// A line is a frame, its length, and its fields.
macro_rules! frames { ($($Frame:ident $N:literal ($($x:ident)+);)+) => {$(
    #[diagnostic::do_not_recommend]
    impl $Frame for Const<$N> {
        const SEALED: Seal = Seal;
        #[inline(always)]
        fn elements<T: Copy>(vector: &Vector<T, $N>) -> [T; $N] {
            *vector.as_nested()
        }
        #[inline(always)]
        fn vector<T>(elements: [T; $N]) -> Vector<T, $N> {
            Vector::new(elements)
        }
    }
    #[diagnostic::do_not_recommend]
    impl<A: NamedAxis<Unnamed = Const<$N>> + Default> $Frame for A {
        const SEALED: Seal = Seal;
        #[inline(always)]
        fn elements<T: Copy>(vector: &Array<T, (Self,)>) -> [T; $N] {
            [$(vector.$x),+]
        }
        #[inline(always)]
        fn vector<T>(elements: [T; $N]) -> Array<T, (Self,)> {
            Vector::new(elements).named()
        }
    }
)+};}
frames! {
    Frame2 2 (x y);
    Frame3 3 (x y z);
}

/// Carries the rule by which transforms compose.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum FrameRules {}

/// The rule of `a * b`: `b` maps to the frame that `a` maps from. Sealed.
#[diagnostic::on_unimplemented(
    message = "a transform to `{Inner}` cannot come before one from `{Outer}`",
    label = "maps to `{Inner}`, but the left side maps from `{Outer}`",
    note = "in `a * b` the transform `b` is applied first; `inverse` goes the other way, and `named` gives frames"
)]
pub trait Meets<Outer, Inner> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X, F> Meets<F, F> for X {
    const SEALED: Seal = Seal;
}
