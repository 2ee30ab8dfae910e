//! The axes as vectors: `Vec3::X`, `Vec3::NEG_X`.

use super::{Vec2, Vec3, Vec4};
use crate::scalar::Scalar;
use crate::sealed::Seal;

/// A number that has -1 as a constant: the signed integers, `f32` and `f64`, and by the feature `half-2` `f16` and `bf16`. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no -1",
    label = "expected a float or a signed integer"
)]
pub trait MinusOne: Scalar {
    #[doc(hidden)]
    const SEALED: Seal;
    /// -1
    const MINUS_ONE: Self;
}
macro_rules! minus_one { ($($T:ty = $x:expr;)+) => {$(
    impl MinusOne for $T {
        const SEALED: Seal = Seal;
        const MINUS_ONE: Self = $x;
    }
)+};}
minus_one! {
    f32 = -1.;
    f64 = -1.;
    i8 = -1;
    i16 = -1;
    i32 = -1;
    i64 = -1;
    i128 = -1;
    isize = -1;
}
#[cfg(feature = "half-2")]
minus_one! {
    half::f16 = half::f16::NEG_ONE;
    half::bf16 = half::bf16::NEG_ONE;
}

/// A line is a type, and for each axis its constants and the elements: a `P` is 1 there, or -1.
macro_rules! unit_vectors { ($($Vec:ident { $($X:ident $NEG_X:ident [$($x:ident)+];)+ })+) => {$(
    /// # Geometry
    impl<T: Scalar> $Vec<T> {$(
        #[doc = concat!("The ", stringify!($X), " axis: 1 there, and else 0.")]
        pub const $X: Self = Self::new([$(unit_vectors!(@ $x T ONE)),+]);
    )+}
    /// # Geometry
    impl<T: MinusOne> $Vec<T> {$(
        #[doc = concat!("The ", stringify!($X), " axis, backwards: -1 there, and else 0.")]
        pub const $NEG_X: Self = Self::new([$(unit_vectors!(@ $x T MINUS_ONE)),+]);
    )+}
)+};
    (@ P $T:ident $one:ident) => { $T::$one };
    (@ O $T:ident $one:ident) => { $T::ZERO };
}
unit_vectors! {
    Vec2 {
        X NEG_X [P O];
        Y NEG_Y [O P];
    }
    Vec3 {
        X NEG_X [P O O];
        Y NEG_Y [O P O];
        Z NEG_Z [O O P];
    }
    Vec4 {
        X NEG_X [P O O O];
        Y NEG_Y [O P O O];
        Z NEG_Z [O O P O];
        W NEG_W [O O O P];
    }
}
