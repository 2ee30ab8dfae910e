//! The feature `glam-034`: each pair both ways, and the same products on both sides.
#![cfg(feature = "glam-034")]

use conformable::prelude::*;
use conformable::{Matrix, Vector};

/// A line is an element, its values, and glam's vectors.
macro_rules! vectors { ($($T:ident $elements:tt: $($Theirs:ident $N:literal),+;)+) => {
    #[test]
    fn vectors_keep_their_elements() {$($(
        let elements: [$T; $N] = std::array::from_fn(|i| $elements[i]);
        let (ours, theirs) = (Vector::new(elements), ::glam::$Theirs::from_array(elements));
        assert_eq!(::glam::$Theirs::from(ours), theirs);
        assert_eq!(Vector::from(theirs), ours);
    )+)+}
};}
vectors! {
    f32 [1., -2., 3., 4.]: Vec2 2, Vec3 3, Vec3A 3, Vec4 4;
    f64 [1., -2., 3., 4.]: DVec2 2, DVec3 3, DVec4 4;
    i8 [1, -2, 3, 4]: I8Vec2 2, I8Vec3 3, I8Vec4 4;
    u8 [1, 2, 3, 4]: U8Vec2 2, U8Vec3 3, U8Vec4 4;
    i16 [1, -2, 3, 4]: I16Vec2 2, I16Vec3 3, I16Vec4 4;
    u16 [1, 2, 3, 4]: U16Vec2 2, U16Vec3 3, U16Vec4 4;
    i32 [1, -2, 3, 4]: IVec2 2, IVec3 3, IVec4 4;
    u32 [1, 2, 3, 4]: UVec2 2, UVec3 3, UVec4 4;
    i64 [1, -2, 3, 4]: I64Vec2 2, I64Vec3 3, I64Vec4 4;
    u64 [1, 2, 3, 4]: U64Vec2 2, U64Vec3 3, U64Vec4 4;
    isize [1, -2, 3, 4]: ISizeVec2 2, ISizeVec3 3, ISizeVec4 4;
    usize [1, 2, 3, 4]: USizeVec2 2, USizeVec3 3, USizeVec4 4;
    bool [true, false, false, true]: BVec2 2, BVec3 3, BVec3A 3, BVec4 4, BVec4A 4;
}

/// A line is an element, and glam's matrices and vectors.
macro_rules! matrices { ($($T:ident: $($Theirs:ident $Vector:ident $N:literal),+;)+) => {
    #[test]
    fn matrices_have_the_same_rows_and_products() {$($(
        let ours = Matrix::<$T, $N, $N>::from_fn(|[i, j]| (10 * i + j) as $T);
        let theirs = ::glam::$Theirs::from(ours);
        for i in 0..$N {
            let row: Vector<$T, $N> = theirs.row(i).into();
            assert_eq!(row, ours.row(i).unwrap().to_owned());
        }
        assert_eq!(Matrix::from(theirs), ours);
        let v = Vector::<$T, $N>::from_fn(|[i]| i as $T - 2.);
        assert_eq!(Vector::from(theirs * ::glam::$Vector::from(v)), ours.matvec(&v));
    )+)+}
};}
matrices! {
    f32: Mat2 Vec2 2, Mat3 Vec3 3, Mat3A Vec3A 3, Mat4 Vec4 4;
    f64: DMat2 DVec2 2, DMat3 DVec3 3, DMat4 DVec4 4;
}

#[cfg(any(feature = "std", feature = "libm"))]
mod geometry {
    use super::*;
    use conformable::geometry::{
        Affine2, Affine3, EulerRot, Isometry2, Isometry3, Projection3, Quat, Rot2, Transform2, Transform3,
        Vec2, Vec3,
    };

    #[test]
    fn rotations_turn_alike() {
        let ours = Quat::from_euler(EulerRot::XYZ, 0.1, 0.2, 0.3);
        let theirs = ::glam::DQuat::from(ours);
        assert_eq!(theirs.to_array(), [ours.x, ours.y, ours.z, ours.w]);
        assert_eq!(Quat::from(theirs), ours);
        let v = array![1., 2., 3.];
        assert!(ours.transform_vector(&v).distance(&(theirs * ::glam::DVec3::from(v)).into()) < 1e-15);
        let short = Quat::from_xyzw(0.5, -0.5, 0.5, 0.5_f32);
        assert_eq!(Quat::from(::glam::Quat::from(short)), short);
        assert_eq!(::glam::Quat::from(short).to_array(), [0.5, -0.5, 0.5, 0.5]);
    }

    /// All transforms of glam that hold one of ours.
    macro_rules! affine { ($($T:ident $Vector:ident: $($Theirs:ident),+;)+) => {
        #[test]
        fn affine_transforms_move_points_alike() {$($(
            let ours = Affine3::<$T>::from_rows([[1., 2., 3., 4.], [5., 6., 7., 8.], [9., 10., 12., 13.]]);
            let theirs = ::glam::$Theirs::from(ours);
            assert_eq!(Affine3::from(theirs), ours);
            let v = array![1., -2., 3.];
            let point = theirs.transform_point3(::glam::$Vector::from(v));
            assert_eq!(ours.transform_point(&v), point.into());
            let vector = theirs.transform_vector3(::glam::$Vector::from(v));
            assert_eq!(ours.transform_vector(&v), vector.into());

            let rotation = Quat::from_xyzw(0.5, 0.5, 0.5, 0.5);
            let isometry = Isometry3::from_rotation_translation(rotation, &array![1., 2., 3.]);
            assert_eq!(Affine3::from(::glam::$Theirs::from(isometry)), isometry.into());
            let transform = Transform3::from_scale_rotation_translation(&array![1., 2., 4.], rotation, &array![1., 2., 3.]);
            assert_eq!(Affine3::from(::glam::$Theirs::from(transform)), transform.to_affine());
        )+)+}
    };}
    affine! {
        f32 Vec3: Affine3, Affine3A;
        f64 DVec3: DAffine3;
    }

    #[test]
    fn affine_transforms_of_the_plane_move_points_alike() {
        let ours = Affine2::from_rows([[1., 2., 3.], [4., 5., 6.]]);
        let theirs = ::glam::DAffine2::from(ours);
        assert_eq!(Affine2::from(theirs), ours);
        let v = Vec2::new([1., -2.]);
        assert_eq!(ours.transform_point(&v), theirs.transform_point2(v.into()).into());
        let short = Affine2::from_rows([[1., 2., 3.], [4., 5., 6.0_f32]]);
        assert_eq!(Affine2::from(::glam::Affine2::from(short)), short);
        let turn = Rot2::from_cos_sin(0., 1.);
        let isometry = Isometry2::from_rotation_translation(turn, &array![1., 2.]);
        assert_eq!(::glam::DAffine2::from(isometry), Affine2::from(isometry).into());
        let transform = Transform2::from_scale_rotation_translation(&array![2., 3.], turn, &array![1., 2.]);
        let theirs = ::glam::DAffine2::from(transform);
        assert_eq!(theirs.transform_point2(::glam::dvec2(1., 1.)), ::glam::dvec2(-2., 4.));
    }

    #[test]
    fn projections_project_alike() {
        let ours = Projection3::from_matrix(Matrix::from_fn(|[i, j]| (1 + i * i + j) as f32));
        let theirs = ::glam::Mat4::from(ours);
        assert_eq!(Projection3::from(theirs), ours);
        let v = Vec3::new([1., 2., -3.]);
        assert!(ours.project_point(&v).distance(&theirs.project_point3(v.into()).into()) < 1e-6);
        let wide = Projection3::from_matrix(Matrix::from_fn(|[i, j]| (1 + i * i + j) as f64));
        assert_eq!(Projection3::from(::glam::DMat4::from(wide)), wide);
    }

    #[test]
    fn orders_of_angles_have_one_meaning() {
        use EulerRot as E;
        let orders = [
            E::ZYX,
            E::ZXY,
            E::YXZ,
            E::YZX,
            E::XYZ,
            E::XZY,
            E::ZYZ,
            E::ZXZ,
            E::YXY,
            E::YZY,
            E::XYX,
            E::XZX,
            E::ZYXEx,
            E::ZXYEx,
            E::YXZEx,
            E::YZXEx,
            E::XYZEx,
            E::XZYEx,
            E::ZYZEx,
            E::ZXZEx,
            E::YXYEx,
            E::YZYEx,
            E::XYXEx,
            E::XZXEx,
        ];
        for order in orders {
            let theirs = ::glam::EulerRot::from(order);
            assert_eq!(EulerRot::from(theirs), order);
            let turned = ::glam::DQuat::from_euler(theirs, 0.1, 0.2, 0.3);
            assert!(Quat::from(turned).angle_between(&Quat::from_euler(order, 0.1, 0.2, 0.3)) < 1e-15);
        }
    }
}
