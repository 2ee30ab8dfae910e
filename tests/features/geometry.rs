//! Rotations and transforms through serde, bytemuck and approx.
#![cfg(all(
    any(feature = "std", feature = "libm"),
    any(feature = "serde", feature = "bytemuck", feature = "approx-05")
))]

use conformable::geometry::{
    Affine2, Affine3, Isometry2, Isometry3, Projection3, Quat, Rot2, Transform2, Transform3,
};
use conformable::prelude::*;

axis!(World: 3);
axis!(Body: 3);

const HALF: Quat<f32> = Quat::from_xyzw(0.5, -0.5, 0.5, -0.5);
const TURN: Rot2<f32> = Rot2::from_cos_sin(0., 1.);

fn isometry_2() -> Isometry2<f32> {
    Isometry2::from_rotation_translation(TURN, &array![1., 2.])
}
fn isometry_3() -> Isometry3<f32> {
    Isometry3::from_rotation_translation(HALF, &array![1., 2., 3.])
}
fn transform_2() -> Transform2<f32> {
    Transform2::from_scale_rotation_translation(&array![3., 4.], TURN, &array![1., 2.])
}
fn transform_3() -> Transform3<f32> {
    Transform3::from_scale_rotation_translation(&array![4., 5., 6.], HALF, &array![1., 2., 3.])
}
const PLANE: Affine2<f32> = Affine2::from_rows([[1., 2., 3.], [4., 5., 6.]]);
const SPACE: Affine3<f32> = Affine3::from_rows([[1., 2., 3., 4.], [5., 6., 7., 8.], [9., 10., 11., 12.]]);
fn clip() -> Projection3<f32> {
    Projection3::from_matrix(Matrix::from_fn(|[i, j]| (4 * i + j) as f32))
}

#[cfg(feature = "serde")]
mod serde {
    use super::*;
    use ::serde::Serialize;
    use ::serde::de::DeserializeOwned;
    use std::fmt::Debug;

    /// There and back, in JSON and in postcard; the JSON is as said.
    #[track_caller]
    fn round_trip<X: Serialize + DeserializeOwned + PartialEq + Debug>(x: &X, text: &str) {
        let json = serde_json::to_string(x).unwrap();
        assert_eq!(json, text);
        assert_eq!(&serde_json::from_str::<X>(&json).unwrap(), x);
        let bytes = postcard::to_allocvec(x).unwrap();
        assert_eq!(postcard::take_from_bytes::<X>(&bytes).unwrap().0, *x);
    }

    #[track_caller]
    fn refused<X: DeserializeOwned + Debug>(json: &str, reason: &str) {
        let error = serde_json::from_str::<X>(json).unwrap_err().to_string();
        assert!(error.contains(reason), "{json}: {error}");
    }

    #[test]
    fn rotations_and_transforms_are_arrays_and_structs() {
        round_trip(&HALF, "[0.5,-0.5,0.5,-0.5]");
        round_trip(&HALF.named::<World, Body>(), "[0.5,-0.5,0.5,-0.5]");
        round_trip(&TURN, "[0.0,1.0]");
        round_trip(&isometry_2(), r#"{"rotation":[0.0,1.0],"translation":[1.0,2.0]}"#);
        round_trip(&isometry_3(), r#"{"rotation":[0.5,-0.5,0.5,-0.5],"translation":[1.0,2.0,3.0]}"#);
        round_trip(&transform_2(), r#"{"scale":[3.0,4.0],"rotation":[0.0,1.0],"translation":[1.0,2.0]}"#);
        round_trip(
            &transform_3().named::<World, Body>(),
            r#"{"scale":[4.0,5.0,6.0],"rotation":[0.5,-0.5,0.5,-0.5],"translation":[1.0,2.0,3.0]}"#,
        );
        round_trip(&PLANE, "[[1.0,2.0,3.0],[4.0,5.0,6.0]]");
        round_trip(&SPACE, "[[1.0,2.0,3.0,4.0],[5.0,6.0,7.0,8.0],[9.0,10.0,11.0,12.0]]");
        round_trip(
            &clip(),
            "[[0.0,1.0,2.0,3.0],[4.0,5.0,6.0,7.0],[8.0,9.0,10.0,11.0],[12.0,13.0,14.0,15.0]]",
        );
        assert_eq!(postcard::to_allocvec(&isometry_3()).unwrap().len(), 7 * 4);
        // Fields may come in any order.
        let turned = r#"{"translation":[1,2,3],"rotation":[0.5,-0.5,0.5,-0.5]}"#;
        assert_eq!(serde_json::from_str::<Isometry3<f32>>(turned).unwrap(), isometry_3());
    }

    #[test]
    fn what_is_no_rotation_is_refused() {
        let long = "the quaternion of a rotation must have length 1";
        refused::<Quat<f32>>("[0,0,0,2]", long);
        refused::<Quat<f64>>("[0,0,0,0]", long);
        refused::<Isometry3<f32>>(r#"{"rotation":[1,1,0,0],"translation":[1,2,3]}"#, long);
        refused::<Rot2<f32>>("[1,1]", "the squares of cosine and sine must add up to 1");
        refused::<Quat<f32>>("[0,0,1]", "invalid length 3, expected 4 elements");
        // Digits may be lost.
        assert!(serde_json::from_str::<Quat<f32>>("[0,0,0.70711,0.70711]").is_ok());
    }

    #[test]
    fn other_fields_are_refused() {
        type Motion = Isometry3<f32>;
        refused::<Motion>(r#"{"rotation":[0,0,0,1]}"#, "missing field `translation`");
        refused::<Motion>(r#"{"translation":[1,2,3]}"#, "missing field `rotation`");
        refused::<Motion>(r#"{"rotation":[0,0,0,1],"rotation":[0,0,0,1]}"#, "duplicate field `rotation`");
        refused::<Motion>(r#"{"scale":2}"#, "unknown field `scale`, expected `rotation` or `translation`");
        refused::<Motion>("[[0,0,0,1]]", "missing field `translation`");
        refused::<Motion>("7", "expected `rotation` or `translation`");
    }
}

#[cfg(feature = "bytemuck")]
mod bytemuck {
    use super::*;
    use ::bytemuck::{NoUninit, bytes_of, cast, cast_slice, from_bytes};

    fn floats<X: NoUninit>(x: &X) -> &[f32] {
        cast_slice(bytes_of(x))
    }

    #[test]
    fn transforms_are_their_elements() {
        assert_eq!(floats(&HALF), [0.5, -0.5, 0.5, -0.5]);
        assert_eq!(floats(&HALF.named::<World, Body>()).len(), 4);
        assert_eq!(floats(&TURN), [0., 1.]);
        assert_eq!(floats(&isometry_2()), [0., 1., 1., 2.]);
        assert_eq!(floats(&isometry_3()), [0.5, -0.5, 0.5, -0.5, 1., 2., 3.]);
        assert_eq!(floats(&transform_2()), [3., 4., 0., 1., 1., 2.]);
        assert_eq!(floats(&transform_3()), [4., 5., 6., 0.5, -0.5, 0.5, -0.5, 1., 2., 3.]);
        assert_eq!(floats(&PLANE), [1., 2., 3., 4., 5., 6.]);
        assert_eq!(floats(&SPACE)[..5], [1., 2., 3., 4., 5.]);
        assert_eq!(floats(&clip())[14..], [14., 15.]);
        assert_eq!(cast_slice::<_, u8>(&[isometry_3(), isometry_3()]).len(), 56);
    }

    #[test]
    fn bytes_are_affine_transforms_and_projections() {
        assert_eq!(cast::<[[f32; 3]; 2], Affine2<f32>>(*PLANE.as_rows()), PLANE);
        assert_eq!(*from_bytes::<Affine3<f32>>(bytes_of(&SPACE)), SPACE);
        let named: &[Affine3<f32, World, Body>] = cast_slice(&[SPACE, SPACE]);
        assert_eq!(named[1], SPACE.named());
        assert_eq!(*from_bytes::<Projection3<f32>>(bytes_of(&clip())), clip());
    }
}

#[cfg(feature = "approx-05")]
mod approx {
    use super::*;
    use ::approx::{AbsDiffEq, RelativeEq, UlpsEq, assert_abs_diff_eq, assert_relative_eq, assert_ulps_eq};
    use std::fmt::Debug;

    /// Equal to itself; not to another one that is `step` away, except within that.
    #[track_caller]
    fn told_apart<X: AbsDiffEq<Epsilon = f32> + RelativeEq + UlpsEq + Debug>(x: &X, near: &X) {
        assert_abs_diff_eq!(x, x);
        assert_relative_eq!(x, x);
        assert_ulps_eq!(x, x);
        assert!(!x.abs_diff_eq(near, 1e-6) && x.abs_diff_eq(near, 2e-3));
        assert!(!x.relative_eq(near, 1e-6, 1e-6) && x.relative_eq(near, 1e-6, 2e-3));
        assert!(!x.ulps_eq(near, 1e-6, 4) && x.ulps_eq(near, 2e-3, 0));
    }

    #[test]
    fn elements_are_compared() {
        let [mut a, mut b] = [isometry_2(), isometry_2()];
        (a.translation.y, b.rotation) = (2.001, Rot2::from_cos_sin(0., 0.999));
        told_apart(&isometry_2(), &a);
        told_apart(&isometry_2(), &b);
        told_apart(&TURN, &b.rotation);
        let [mut a, mut b] = [isometry_3(), isometry_3()];
        (a.translation.z, b.rotation) = (3.001, Quat::from_xyzw(0.5, -0.5, 0.5, -0.501));
        told_apart(&isometry_3(), &a);
        told_apart(&isometry_3(), &b);
        told_apart(&HALF, &b.rotation);
        told_apart(&HALF.named::<World, Body>(), &b.rotation.named());
        let (mut a, mut b) = (transform_2(), transform_3());
        (a.scale.y, b.scale.z) = (4.001, 6.001);
        told_apart(&transform_2(), &a);
        told_apart(&transform_3(), &b);
        told_apart(&PLANE, &Affine2::from_rows([[1., 2., 3.], [4., 5., 6.001]]));
        let mut rows = *SPACE.as_rows();
        rows[2][3] = 12.001;
        told_apart(&SPACE, &Affine3::from_rows(rows));
        let mut matrix = *clip().as_matrix();
        matrix[[3, 0]] = 12.001;
        told_apart(&clip(), &Projection3::from_matrix(matrix));
        // One rotation, and other elements.
        assert!(HALF.abs_diff_ne(&Quat::from_xyzw(-0.5, 0.5, -0.5, 0.5), 0.1));
    }
}
