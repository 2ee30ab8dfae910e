//! Rotations, transforms, cameras.

use crate::{any, cases};
use conformable::axis;
use conformable::geometry::camera::{lh, model, rh};
use conformable::geometry::{
    Affine2, Affine3, EulerRot, Isometry2, Isometry3, Mat3, Mat4, Quat, Rot2, Transform2, Transform3, Vec2,
    Vec3,
};
use conformable::{Array, Const};

axis!(World: 3);
axis!(Camera: 3);

static P: Vec2<f32> = Vec2::new([1., 2.]);
static U: Vec3<f32> = Vec3::new([1., 2., 3.]);
static Q: Quat<f32> = Quat::from_xyzw(0.6, 0., 0., 0.8);
static R: Rot2<f32> = Rot2::from_cos_sin(0.6, 0.8);
static A: Affine3<f32> = Affine3::from_translation(&U);
static F: Affine2<f32> = Affine2::from_translation(&P);
static T: Transform3<f64> = Transform3::IDENTITY;
static S: Transform2<f64> = Transform2::IDENTITY;
static POINTS: Array<f32, (Const<5>, Const<3>)> = Array::full(1.);

cases! {
    quat { (any!(Q) * any!(Q), any!(&Q).transform_vector(any!(&U)), any!(&Q).inverse_transform_vector(any!(&U)), any!(&Q).normalize(), any!(&Q).is_normalized()) }
    quat_from { (Quat::from_axis_angle(any!(&U), any!(1.)), Quat::from_scaled_axis(any!(&U)), Quat::from_rotation_arc(any!(&U), any!(&U)), Quat::from_rotation_arc_colinear(any!(&U), any!(&U))) }
    quat_to { (any!(&Q).to_axis_angle(), any!(&Q).to_scaled_axis(), any!(&Q).to_matrix(), Quat::from_matrix(any!(&Mat3::<f32>::eye()))) }
    euler { (Quat::from_euler(any!(EulerRot::XYZ), any!(1_f32), 2., 3.), any!(&Q).to_euler(any!(EulerRot::ZXZEx))) }
    quat_between { (any!(&Q).slerp(any!(&Q), any!(0.5)), any!(&Q).slerp_long(any!(&Q), 0.5), any!(&Q).lerp(any!(&Q), 0.5), any!(&Q).rotate_towards(any!(&Q), 0.5), any!(&Q).angle_between(any!(&Q))) }
    rot2 { (any!(R) * any!(R), any!(&R).transform_vector(any!(&P)), Rot2::from_angle(any!(1_f64)), any!(&R).to_angle(), any!(&R).slerp(any!(&R), any!(0.5)), Rot2::from_rotation_arc(any!(&P), any!(&P))) }
    isometry { { let i = Isometry3::from_rotation_translation(any!(Q), any!(&U)); (i * i, i.inverse(), i.transform_point(any!(&U)), i.transform_normal(any!(&U)), i.inverse_transform_point(any!(&U)), i.lerp(&i, any!(0.5)), i.to_matrix(), Isometry3::from_matrix(any!(&Mat4::<f32>::eye()))) } }
    isometry_of_the_plane { { let i = Isometry2::from_rotation_translation(any!(R), any!(&P)); (i * i, i.inverse(), i.transform_point(any!(&P)), i.inverse_transform_point(any!(&P)), i.to_matrix()) } }
    affine { (any!(A) * any!(A), any!(&A).inverse(), any!(&A).transform_point(any!(&U)), any!(&A).transform_normal(any!(&U)), any!(&A).to_scale_rotation_translation(), any!(&A).to_matrix(), any!(&A).lerp(any!(&A), any!(0.5))) }
    affine_of_the_plane { (any!(F) * any!(F), any!(&F).inverse(), any!(&F).transform_point(any!(&P)), any!(&F).transform_normal(any!(&P)), any!(&F).to_scale_rotation_translation()) }
    parameters { (any!(&T).to_affine(), any!(&T).lerp(any!(&T), any!(0.5)), any!(&S).to_affine(), any!(&S).lerp(any!(&S), any!(0.5))) }
    columns { any!(&Mat4::<f32>::eye()).to_columns() }
    many { (any!(&A).transform_points(any!(&POINTS)), any!(&A).transform_vectors(any!(&POINTS)), any!(&A).transform_points(any!(&POINTS.view()))) }
    many_into { let mut out = any!(POINTS); any!(&A).transform_points_into(any!(&POINTS), &mut out); any!(&A).transform_vectors_into(any!(&POINTS), &mut out); out }
    look { (rh::look_at(any!(&U), any!(&U), any!(&U)), lh::look_to(any!(&U), any!(&U), any!(&U)), model::look_at(any!(&U), any!(&U), any!(&U), any!(&U), any!(&U))) }
    project { { let p = rh::vulkan::perspective_reverse(any!(1_f32), 1., 0.1, 10.) * Isometry3::from_rotation(any!(Q)); (p.project_point(any!(&U)), p.unproject_point(any!(&U)), p.view_ray(any!(&P)), lh::opengl::orthographic(any!(0_f32), 1., 0., 1., 0., 1.)) } }
    frames { any!(Q).named::<Camera, World>().transform_vector(&any!(U).named()) }
}
