//! Rotations and transforms.

use crate::array::Matrix;
use crate::geometry::{Affine2, Affine3, Isometry2, Isometry3, Projection3, Quat, Rot2};
use crate::scalar::Real;
use nalgebra::{
    Complex, Quaternion, RealField, Rotation2, Rotation3, SVector, Transform, UnitComplex, UnitQuaternion,
};

convert! {
    /// By value: the same four numbers.
    [T: Real + RealField] Quat<T> => UnitQuaternion<T>: |ours| {
        let coords = SVector::from([ours.x, ours.y, ours.z, ours.w]);
        UnitQuaternion::new_unchecked(Quaternion { coords })
    }, |theirs| {
        let [x, y, z, w] = theirs.into_inner().coords.into();
        Quat::from_xyzw(x, y, z, w)
    };
    /// By value: the matrix of the rotation, and the quaternion of the matrix, which is not checked once more.
    [T: Real + RealField] Quat<T> => Rotation3<T>: |ours| Rotation3::from_matrix_unchecked(ours.to_matrix().into()),
        |theirs| Quat::of_rows(Matrix::from(theirs.into_inner()).into_nested());
    /// By value: cosine and sine.
    [T: Real + RealField] Rot2<T> => UnitComplex<T>: |ours| UnitComplex::new_unchecked(Complex::new(ours.cos(), ours.sin())), |theirs| {
        let Complex { re, im } = theirs.into_inner();
        Rot2::from_cos_sin(re, im)
    };
    /// By value: the matrix of cosine and sine.
    [T: Real + RealField] Rot2<T> => Rotation2<T>: |ours| Rotation2::from_matrix_unchecked(ours.to_matrix().into()), |theirs| {
        let [[cos, _], [sin, _]] = Matrix::from(theirs.into_inner()).into_nested();
        Rot2::from_cos_sin(cos, sin)
    };
    /// By value: the same rotation and the same translation.
    [T: Real + RealField] Isometry3<T> => nalgebra::Isometry3<T>: |ours| {
        nalgebra::Isometry3::from_parts(ours.translation.into(), ours.rotation.into())
    }, |theirs| Isometry3 { rotation: theirs.rotation.into(), translation: theirs.translation.into() };
    /// By value: the same rotation and the same translation.
    [T: Real + RealField] Isometry2<T> => nalgebra::Isometry2<T>: |ours| {
        nalgebra::Isometry2::from_parts(ours.translation.into(), ours.rotation.into())
    }, |theirs| Isometry2 { rotation: theirs.rotation.into(), translation: theirs.translation.into() };
}

/// Affine transforms. A line is the name of both types, and the rows of ours.
macro_rules! affine { ($($Affine:ident ($($row:ident)+);)+) => {$(
    convert! {
        /// By value: the matrix, transposed in memory. nalgebra has its last row, too.
        [T: Real + RealField] $Affine<T> => nalgebra::$Affine<T>: |ours| {
            nalgebra::$Affine::from_matrix_unchecked(ours.to_matrix().into())
        }, |theirs| {
            let [$($row,)+ _] = Matrix::from(theirs.into_inner()).into_nested();
            $Affine::from_rows([$($row),+])
        };
    }
)+};}
affine! {
    Affine2 (x y);
    Affine3 (x y z);
}

convert! {
    /// By value: the matrix, transposed in memory.
    [T: Real + RealField] Projection3<T> => nalgebra::Transform3<T>: |ours| {
        Transform::from_matrix_unchecked((*ours.as_matrix()).into())
    }, |theirs| Projection3::from_matrix(theirs.into_inner().into());
}
