//! Rotations and transforms.

use crate::array::Matrix;
use crate::geometry::{
    Affine2, Affine3, EulerRot, Isometry2, Isometry3, Projection3, Quat, Transform2, Transform3,
};

/// Rotations, projections, and their orders of angles. A line is an element, and glam's types.
macro_rules! rotations { ($($T:ident: $Quat:ident $Mat4:ident;)+) => {$(
    convert! {
        /// By value: the same four numbers. One of glam must have length 1, as [`Quat::from_xyzw`] asks.
        [] Quat<$T> => glam::$Quat: |ours| glam::$Quat::from_array(ours.as_vector().into_nested()), |theirs| {
            let [x, y, z, w] = theirs.to_array();
            Quat::from_xyzw(x, y, z, w)
        };
        /// By value: the matrix, transposed in memory.
        [] Projection3<$T> => glam::$Mat4: |ours| (*ours.as_matrix()).into(), |theirs| Projection3::from_matrix(theirs.into());
    }
)+};}
rotations! {
    f32: Quat Mat4;
    f64: DQuat DMat4;
}

/// Transforms. A line is an element, our types, and those of glam that hold such an affine transform.
macro_rules! transforms { ($($T:ident $Affine:ident $Isometry:ident $Transform:ident: $($Theirs:ident)+;)+) => {$($(
    convert! {
        /// By value: transposed in memory, so that points and vectors are transformed alike.
        [] $Affine<$T> => glam::$Theirs: |ours| {
            glam::$Theirs::from_cols_array_2d(&Matrix::new(*ours.as_rows()).to_columns())
        }, |theirs| $Affine::from_rows(Matrix::new(theirs.to_cols_array_2d()).to_columns());
    }
    convert_into! {
        /// The rotation becomes a matrix.
        [] $Isometry<$T> => glam::$Theirs: |ours| $Affine::from(ours).into();
        /// Scale and rotation become a matrix.
        [] $Transform<$T> => glam::$Theirs: |ours| $Affine::from(ours).into();
    }
)+)+};}
transforms! {
    f32 Affine2 Isometry2 Transform2: Affine2;
    f64 Affine2 Isometry2 Transform2: DAffine2;
    f32 Affine3 Isometry3 Transform3: Affine3 Affine3A;
    f64 Affine3 Isometry3 Transform3: DAffine3;
}

/// The orders of Euler angles, which have the same names.
macro_rules! orders { ($($order:ident)+) => {
    convert! {
        /// The same order: both crates mean the same by its name.
        [] EulerRot => glam::EulerRot: |ours| match ours {
            $(EulerRot::$order => glam::EulerRot::$order,)+
        }, |theirs| match theirs {
            $(glam::EulerRot::$order => EulerRot::$order,)+
        };
    }
};}
orders! {
    ZYX ZXY YXZ YZX XYZ XZY ZYZ ZXZ YXY YZY XYX XZX
    ZYXEx ZXYEx YXZEx YZXEx XYZEx XZYEx ZYZEx ZXZEx YXYEx YZYEx XYXEx XZXEx
}
