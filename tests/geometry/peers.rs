//! The same values for glam and for this crate, in `f32` and in `f64`, and how near results are.

use super::common::Rng;
use conformable::geometry::{EulerRot, Mat3, Mat4, Quat, Vec3};
use std::fmt::Debug;

/// As many random cases.
pub(crate) const CASES: usize = if cfg!(miri) { 10 } else { 2000 };

/// What glam has under two names.
pub(crate) trait Peer: conformable::scalar::Real + Debug + 'static {
    type V3: Copy;
    type Q: Copy;
    /// A unit of rounding.
    const EPS: f64;
    fn from_f64(x: f64) -> Self;
    fn wide(self) -> f64;
    fn v3(v: Vec3<Self>) -> Self::V3;
    fn q(q: Quat<Self>) -> Self::Q;
    fn of_q(q: Self::Q) -> Quat<Self>;
}

macro_rules! peers { ($($T:ident $V3:ident $Q:ident)+) => {$(
    impl Peer for $T {
        type V3 = glam::$V3;
        type Q = glam::$Q;
        const EPS: f64 = $T::EPSILON as f64;
        fn from_f64(x: f64) -> Self {
            x as $T
        }
        fn wide(self) -> f64 {
            self as f64
        }
        fn v3(v: Vec3<Self>) -> Self::V3 {
            glam::$V3::from_array(v.into_nested())
        }
        fn q(q: Quat<Self>) -> Self::Q {
            glam::$Q::from_array(q.as_vector().into_nested())
        }
        fn of_q(q: Self::Q) -> Quat<Self> {
            Quat::from_xyzw(q.x, q.y, q.z, q.w)
        }
    }
)+};}
peers! {
    f32 Vec3 Quat
    f64 DVec3 DQuat
}

/// The matrix of glam's columns.
pub(crate) fn mat3<T: Copy>(columns: [[T; 3]; 3]) -> Mat3<T> {
    Mat3::new(columns).t_const()
}
/// The matrix of glam's columns.
pub(crate) fn mat4<T: Copy>(columns: [[T; 4]; 4]) -> Mat4<T> {
    Mat4::new(columns).t_const()
}

/// Whether both differ by at most so many units of the larger number, or of `scale`.
#[track_caller]
pub(crate) fn near<T: Peer>(got: &[T], expected: &[T], scale: f64, units: f64) {
    assert_eq!(got.len(), expected.len());
    let bound = units * T::EPS * scale;
    for (g, e) in got.iter().zip(expected) {
        let difference = (g.wide() - e.wide()).abs();
        assert!(
            difference <= bound,
            "{got:?} and {expected:?} differ by {difference:e}, more than {bound:e}"
        );
    }
}

/// A number from -1 to 1.
pub(crate) fn number<T: Peer>(rng: &mut Rng) -> T {
    T::from_f64(rng.f64())
}
/// A vector in the cube from -1 to 1.
pub(crate) fn vector<T: Peer>(rng: &mut Rng) -> Vec3<T> {
    Vec3::from_fn(|_| number(rng))
}
/// A vector of length 1.
pub(crate) fn direction<T: Peer>(rng: &mut Rng) -> Vec3<T> {
    loop {
        let v = vector::<T>(rng);
        let norm: T = v.norm();
        if norm > T::from_f64(0.1) && norm < T::from_f64(1.0) {
            return v.normalize();
        }
    }
}
/// A rotation.
pub(crate) fn rotation<T: Peer>(rng: &mut Rng) -> Quat<T> {
    loop {
        let [x, y, z, w] = [0; 4].map(|_| number::<T>(rng));
        let square = (x * x + y * y + z * z + w * w).wide();
        if square > 0.1 && square < 1.0 {
            return Quat::from_xyzw(x, y, z, w).normalize();
        }
    }
}

/// All orders of turns, here and in glam.
pub(crate) const ORDERS: [(EulerRot, glam::EulerRot); 24] = {
    macro_rules! both { ($($name:ident)+) => { [$((EulerRot::$name, glam::EulerRot::$name)),+] } }
    both! {
        ZYX ZXY YXZ YZX XYZ XZY ZYZ ZXZ YXY YZY XYX XZX
        ZYXEx ZXYEx YXZEx YZXEx XYZEx XZYEx ZYZEx ZXZEx YXYEx YZYEx XYXEx XZXEx
    }
};
