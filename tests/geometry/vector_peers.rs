//! Functions of glam's vectors of each length and type, over plain arrays.

use super::common::Rng;
use super::peers::Peer;
use conformable::{Inexact, Magnitude, Vector};

/// Glam's functions of vectors of `N` elements.
pub(crate) trait Vectors<const N: usize>: Peer + Inexact + Magnitude<Magnitude = Self> {
    fn lerp(a: [Self; N], b: [Self; N], t: Self) -> [Self; N];
    fn lerp_monotonic(a: [Self; N], b: [Self; N], t: Self) -> [Self; N];
    fn midpoint(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn copysign(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn rem_euclid(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn div_euclid(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn step(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn smoothstep(a: [Self; N], low: [Self; N], high: [Self; N]) -> [Self; N];
    fn fract(a: [Self; N]) -> [Self; N];
    fn saturate(a: [Self; N]) -> [Self; N];
    fn distance_squared(a: [Self; N], b: [Self; N]) -> Self;
    fn project_onto(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn project_onto_normalized(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn reject_from(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn reject_from_normalized(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn reflect(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn refract(a: [Self; N], b: [Self; N], eta: Self) -> [Self; N];
    fn move_towards(a: [Self; N], b: [Self; N], d: Self) -> [Self; N];
    fn clamp_length(a: [Self; N], min: Self, max: Self) -> [Self; N];
    fn clamp_length_max(a: [Self; N], max: Self) -> [Self; N];
    fn clamp_length_min(a: [Self; N], min: Self) -> [Self; N];
    fn normalize_or(a: [Self; N], b: [Self; N]) -> [Self; N];
    fn normalize_or_zero(a: [Self; N]) -> [Self; N];
    fn try_normalize(a: [Self; N]) -> Option<[Self; N]>;
    fn normalize_and_length(a: [Self; N]) -> ([Self; N], Self);
    fn is_normalized(a: [Self; N]) -> bool;
}

macro_rules! vectors { ($($T:ident $V:ident $N:literal)+) => {$(
    impl Vectors<$N> for $T {
        vectors! { @ $T $V $N
            lerp(a b; t) lerp_monotonic(a b; t) midpoint(a b;) copysign(a b;) rem_euclid(a b;) div_euclid(a b;) step(a b;)
            smoothstep(a b c;) fract(a;) saturate(a;) project_onto(a b;) project_onto_normalized(a b;) reject_from(a b;)
            reject_from_normalized(a b;) reflect(a b;) refract(a b; eta) move_towards(a b; d) clamp_length(a; min max)
            clamp_length_max(a; max) clamp_length_min(a; min) normalize_or(a b;) normalize_or_zero(a;)
        }
        fn distance_squared(a: [$T; $N], b: [$T; $N]) -> $T {
            glam::$V::from_array(a).distance_squared(glam::$V::from_array(b))
        }
        fn try_normalize(a: [$T; $N]) -> Option<[$T; $N]> {
            glam::$V::from_array(a).try_normalize().map(|v| v.to_array())
        }
        fn normalize_and_length(a: [$T; $N]) -> ([$T; $N], $T) {
            let (unit, length) = glam::$V::from_array(a).normalize_and_length();
            (unit.to_array(), length)
        }
        fn is_normalized(a: [$T; $N]) -> bool {
            glam::$V::from_array(a).is_normalized()
        }
    }
)+};
    (@ $T:ident $V:ident $N:literal $($name:ident($a:ident $($b:ident)*; $($x:ident)*))+) => {$(
        fn $name($a: [$T; $N] $(, $b: [$T; $N])* $(, $x: $T)*) -> [$T; $N] {
            glam::$V::from_array($a).$name($(glam::$V::from_array($b),)* $($x),*).to_array()
        }
    )+};
}
vectors! {
    f32 Vec2 2
    f32 Vec3 3
    f32 Vec4 4
    f64 DVec2 2
    f64 DVec3 3
    f64 DVec4 4
}

/// Runs a generic function for both types and all lengths.
macro_rules! all_vectors { ($($(#[$meta:meta])* $name:ident;)+) => {$(
    #[test]
    $(#[$meta])*
    fn $name() {
        cases::$name::<f32, 2>();
        cases::$name::<f32, 3>();
        cases::$name::<f32, 4>();
        cases::$name::<f64, 2>();
        cases::$name::<f64, 3>();
        cases::$name::<f64, 4>();
    }
)+};}
pub(crate) use all_vectors;

/// Elements of either sign, of one size, which is from 1/1000 to 1000.
pub(crate) fn some<T: Peer, const N: usize>(rng: &mut Rng) -> Vector<T, N> {
    let size = 10_f64.powf(3.0 * rng.f64());
    Vector::from_fn(|_| T::from_f64(size * rng.f64()))
}

/// A vector of length 1.
pub(crate) fn unit<T: Peer, const N: usize>(rng: &mut Rng) -> Vector<T, N> {
    loop {
        let v = Vector::<T, N>::from_fn(|_| T::from_f64(rng.f64()));
        let norm: T = v.norm();
        if norm > T::from_f64(0.1) && norm < T::from_f64(1.0) {
            return v.normalize();
        }
    }
}
