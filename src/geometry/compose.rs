//! What all transforms have: copies, equality, frames that are given and taken away, and `*` as composition.

/// Copies, equality and text. A line is a type and its fields.
// Not derived: that asks for frames that are `Clone` and so on, though none is stored.
macro_rules! values { ($($Type:ident { $($field:ident),+ })+) => {$(
    impl<T: Copy, To, From> Clone for $Type<T, To, From> {
        #[inline(always)]
        fn clone(&self) -> Self {
            *self
        }
    }
    impl<T: Copy, To, From> Copy for $Type<T, To, From> {}
    impl<T: PartialEq, To, From> PartialEq for $Type<T, To, From> {
        #[inline]
        fn eq(&self, other: &Self) -> bool {
            $(self.$field == other.$field)&&+
        }
    }
    impl<T: fmt::Debug, To, From> fmt::Debug for $Type<T, To, From> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.debug_struct(stringify!($Type))$(.field(stringify!($field), &self.$field))+.finish()
        }
    }
    impl<T: Scalar> Default for $Type<T> {
        /// The identity.
        #[inline]
        fn default() -> Self {
            Self::IDENTITY
        }
    }
)+};}

/// Frames. A line is a type, its frames, and their length.
macro_rules! names { ($($Type:ident $Frame:ident $N:literal)+) => {$(
    /// # Frames
    impl<T: Copy, To: $Frame, From: $Frame> $Type<T, To, From> {
        /// The same transform between frames with these names.
        ///
        /// ```
        #[doc = concat!("use conformable::{axis, geometry::", stringify!($Type), "};")]
        #[doc = concat!("axis!(Body: ", stringify!($N), ");")]
        #[doc = concat!("axis!(World: ", stringify!($N), ");")]
        #[doc = concat!("let world_from_body = ", stringify!($Type), "::<f32>::IDENTITY.named::<World, Body>();")]
        #[doc = concat!("assert_eq!(world_from_body.unnamed(), ", stringify!($Type), "::IDENTITY);")]
        /// ```
        #[inline]
        #[must_use]
        pub fn named<To2: $Frame, From2: $Frame>(self) -> $Type<T, To2, From2> {
            self.between()
        }
        /// The same transform to a frame with this name; the frame that it maps from stays.
        #[inline]
        #[must_use]
        pub fn named_to<To2: $Frame>(self) -> $Type<T, To2, From> {
            self.between()
        }
        /// The same transform between frames without names.
        #[inline]
        #[must_use]
        pub fn unnamed(self) -> $Type<T> {
            self.between()
        }
    }
)+};}

// At least two types can stand on the right of each: of one alone rustc takes it for granted, frames and all, and says only that
// types differ.
/// `*`. A line is a type, its frames, and the function that composes two transforms.
macro_rules! compositions { ($($Type:ident $Frame:ident = $compose:path;)+) => {$(
    impl<T: Real, To: $Frame, Mid: $Frame, Inner: $Frame, From: $Frame> Mul<$Type<T, Inner, From>>
        for $Type<T, To, Mid>
    where
        FrameRules: Meets<Mid, Inner>,
    {
        type Output = $Type<T, To, From>;
        /// The transform that applies `rhs` first, and then `self`.
        #[inline]
        fn mul(self, rhs: $Type<T, Inner, From>) -> $Type<T, To, From> {
            $compose(self.between(), rhs.between()).between()
        }
    }
    impl<T: Real, F: $Frame> MulAssign for $Type<T, F, F> {
        /// `self = self * rhs`
        #[inline]
        fn mul_assign(&mut self, rhs: Self) {
            *self = *self * rhs;
        }
    }
)+};}

use super::{
    Affine2, Affine3, Frame2, Frame3, FrameRules, Isometry2, Isometry3, Meets, Projection3, Quat, Rot2,
    Transform2, Transform3,
};
use crate::array::{Array, Ownership};
use crate::scalar::{Real, Scalar};
use crate::sealed::Seal;
use crate::shape::Shape;
use core::fmt;
use core::ops::{Mul, MulAssign};

values! {
    Quat { xyzw }
    Rot2 { cos_sin }
    Isometry2 { rotation, translation }
    Isometry3 { rotation, translation }
    Affine2 { rows }
    Affine3 { rows }
    Transform2 { scale, rotation, translation }
    Transform3 { scale, rotation, translation }
}
names! {
    Quat Frame3 3
    Rot2 Frame2 2
    Isometry2 Frame2 2
    Isometry3 Frame3 3
    Affine2 Frame2 2
    Affine3 Frame3 3
    Transform2 Frame2 2
    Transform3 Frame3 3
}
compositions! {
    Quat Frame3 = Quat::compose;
    Rot2 Frame2 = Rot2::compose;
    Isometry2 Frame2 = Isometry2::compose;
    Isometry3 Frame3 = Isometry3::compose;
    Affine2 Frame2 = Affine2::compose;
    Affine3 Frame3 = Affine3::compose;
}

/// `*` of two types. A line is both, the result, their frames, and how each side becomes the result.
macro_rules! mixed { ($($Left:ident * $Right:ident = $Out:ident $Frame:ident;)+) => {$(
    impl<T: Real, To: $Frame, Mid: $Frame, Inner: $Frame, From: $Frame> Mul<$Right<T, Inner, From>>
        for $Left<T, To, Mid>
    where
        FrameRules: Meets<Mid, Inner>,
    {
        type Output = $Out<T, To, From>;
        /// The transform that applies `rhs` first, and then `self`.
        #[inline]
        fn mul(self, rhs: $Right<T, Inner, From>) -> $Out<T, To, From> {
            let (left, right): ($Out<T>, $Out<T>) = (self.unnamed().into(), rhs.unnamed().into());
            $Out::compose(left, right).between()
        }
    }
)+};}
mixed! {
    Quat * Isometry3 = Isometry3 Frame3;
    Isometry3 * Quat = Isometry3 Frame3;
    Rot2 * Isometry2 = Isometry2 Frame2;
    Isometry2 * Rot2 = Isometry2 Frame2;
    Affine3 * Isometry3 = Affine3 Frame3;
    Isometry3 * Affine3 = Affine3 Frame3;
    Affine2 * Isometry2 = Affine2 Frame2;
    Isometry2 * Affine2 = Affine2 Frame2;
}

/// `*` of a transform and an array, which there is not: for its text. Sealed, and nothing implements it.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`*` composes transforms; it does not apply them to arrays",
    label = "`transform_point` and `transform_vector` apply the transform",
    note = "write `transform.transform_vector(&v)` for `transform * v`"
)]
pub trait AppliesBy<Array> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Nothing that could be returned.
    fn never<R>() -> R;
}

/// A line is a type and its frames.
macro_rules! no_application { ($($Type:ident<$($F:ident),+>)+) => {$(
    #[doc(hidden)]
    impl<T, $($F,)+ S: Shape, O: Ownership> Mul<Array<T, S, O>> for $Type<T, $($F),+>
    where
        FrameRules: AppliesBy<Array<T, S, O>>,
    {
        type Output = Array<T, S>;
        fn mul(self, _: Array<T, S, O>) -> Array<T, S> {
            FrameRules::never()
        }
    }
)+};}
no_application! {
    Quat<To, From> Rot2<To, From>
    Isometry2<To, From> Isometry3<To, From>
    Affine2<To, From> Affine3<To, From>
    Projection3<From>
}
