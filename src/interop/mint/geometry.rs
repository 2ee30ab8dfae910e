//! Rotations: quaternions, and the six orders of Euler angles that mint has.

use crate::geometry::{EulerRot, Quat};
use crate::scalar::{Real, Scalar};
use mint::{EulerAngles, ExtraXYZ, ExtraZXZ, ExtraZYX, IntoMint, IntraXYZ, IntraZXZ, IntraZYX, Quaternion};

convert! {
    /// By value: the same four numbers. One of mint must have length 1, as [`Quat::from_xyzw`] asks.
    [T: Scalar] Quat<T> => Quaternion<T>: |ours| [ours.x, ours.y, ours.z, ours.w].into(),
        |theirs| Quat::from_xyzw(theirs.v.x, theirs.v.y, theirs.v.z, theirs.s);
}

impl<T: Scalar> IntoMint for Quat<T> {
    type MintType = Quaternion<T>;
}

/// A line is mint's order of turns, and ours.
macro_rules! angles { ($($Theirs:ident $ours:ident)+) => {$(
    convert! {
        /// In radians, by [`Quat::to_euler`] and [`Quat::from_euler`], in the order of this name.
        [T: Real] Quat<T> => EulerAngles<T, $Theirs>: |ours| {
            let (a, b, c) = ours.to_euler(EulerRot::$ours);
            [a, b, c].into()
        }, |theirs| Quat::from_euler(EulerRot::$ours, theirs.a, theirs.b, theirs.c);
    }
)+};}
angles! {
    IntraXYZ XYZ
    IntraZXZ ZXZ
    IntraZYX ZYX
    ExtraXYZ XYZEx
    ExtraZXZ ZXZEx
    ExtraZYX ZYXEx
}
