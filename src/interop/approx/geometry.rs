//! Rotations and transforms, by their elements.

use crate::array::{Matrix, Vector};
use crate::geometry::{
    Affine2, Affine3, Isometry2, Isometry3, Projection3, Quat, Rot2, Transform2, Transform3,
};
use approx::{AbsDiffEq, RelativeEq, UlpsEq};

/// A line is a type, its frames, and its parts, which are compared one by one.
macro_rules! by_parts { ($($(#[$doc:meta])* $Type:ident<$($Frame:ident),+>: |$x:ident| $($part:expr),+;)+) => {$(
    $(#[$doc])*
    impl<T: AbsDiffEq + Copy, $($Frame),+> AbsDiffEq for $Type<T, $($Frame),+>
    where
        T::Epsilon: Clone,
    {
        type Epsilon = T::Epsilon;
        #[inline]
        fn default_epsilon() -> T::Epsilon {
            T::default_epsilon()
        }
        #[inline]
        fn abs_diff_eq(&self, other: &Self, epsilon: T::Epsilon) -> bool {
            $(by_parts!(@ $x = self, $part).abs_diff_eq(&by_parts!(@ $x = other, $part), epsilon.clone()))&&+
        }
    }
    $(#[$doc])*
    impl<T: RelativeEq + Copy, $($Frame),+> RelativeEq for $Type<T, $($Frame),+>
    where
        T::Epsilon: Clone,
    {
        #[inline]
        fn default_max_relative() -> T::Epsilon {
            T::default_max_relative()
        }
        #[inline]
        fn relative_eq(&self, other: &Self, epsilon: T::Epsilon, relative: T::Epsilon) -> bool {
            $(by_parts!(@ $x = self, $part).relative_eq(&by_parts!(@ $x = other, $part), epsilon.clone(), relative.clone()))&&+
        }
    }
    $(#[$doc])*
    impl<T: UlpsEq + Copy, $($Frame),+> UlpsEq for $Type<T, $($Frame),+>
    where
        T::Epsilon: Clone,
    {
        #[inline]
        fn default_max_ulps() -> u32 {
            T::default_max_ulps()
        }
        #[inline]
        fn ulps_eq(&self, other: &Self, epsilon: T::Epsilon, ulps: u32) -> bool {
            $(by_parts!(@ $x = self, $part).ulps_eq(&by_parts!(@ $x = other, $part), epsilon.clone(), ulps))&&+
        }
    }
)+};
    (@ $x:ident = $value:expr, $part:expr) => {{ let $x = $value; $part }};
}
by_parts! {
    /// Its four numbers: `q` and `-q`, which are one rotation, differ.
    Quat<To, From>: |q| Vector::new([q.x, q.y, q.z, q.w]);
    /// Cosine and sine.
    Rot2<To, From>: |r| Vector::new([r.cos(), r.sin()]);
    /// Rotation and translation.
    Isometry2<To, From>: |x| x.rotation, x.translation;
    /// Rotation and translation.
    Isometry3<To, From>: |x| x.rotation, x.translation;
    /// Scale, rotation and translation.
    Transform2<To, From>: |x| x.scale, x.rotation, x.translation;
    /// Scale, rotation and translation.
    Transform3<To, From>: |x| x.scale, x.rotation, x.translation;
    /// The elements of its rows.
    Affine2<To, From>: |x| Matrix::new(*x.as_rows());
    /// The elements of its rows.
    Affine3<To, From>: |x| Matrix::new(*x.as_rows());
    /// The elements of its matrix.
    Projection3<From>: |x| *x.as_matrix();
}
