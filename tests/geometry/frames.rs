//! Frames: what a transform maps from and to is in its type.

use conformable::axis;
use conformable::geometry::camera::{model, rh};
use conformable::geometry::*;
use conformable::prelude::*;

axis!(Clip2: 2);
axis!(Page: 2);
axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

#[test]
fn neighbours_in_a_product_touch() {
    let world_from_body = Isometry3::from_rotation_translation(
        Quat::from_rotation_z(0.5).named::<World, Body>(),
        &array![1., 2., 3.].named::<World>(),
    );
    let camera_from_world = rh::look_at(
        &array![0., 0., 5.].named::<World>(),
        &array![0., 0., 0.].named(),
        &array![0., 1., 0.].named(),
    )
    .named::<Camera, World>();
    let camera_from_body: Isometry3<f64, Camera, Body> = camera_from_world * world_from_body;
    let nose: Array<f64, (Body,)> = array![1., 0., 0.].named();
    let seen: Array<f64, (Camera,)> = camera_from_body.transform_point(&nose);
    let back: Array<f64, (Body,)> = camera_from_body.inverse().transform_point(&seen);
    assert!(back.distance(&nose) < 1e-15);
    let projection = rh::vulkan::perspective(1., 1., 0.1, 10.).named::<Camera>();
    let clip_from_body: Projection3<f64, Body> = projection * camera_from_world * world_from_body;
    let ours: f64 = clip_from_body.project_point(&nose).distance(&projection.project_point(&seen));
    assert!(ours < 1e-15);
    // Matrices of frames are matrices along named axes.
    let turn: Array<f64, (Camera, Body)> = camera_from_body.rotation.to_matrix();
    let matrix: Array<f64, (Camera,)> = turn.matvec(&nose);
    assert!(matrix.distance(&camera_from_body.transform_vector(&nose)) < 1e-15);
    assert_eq!(
        Quat::from_matrix(&turn).map(|q| q.angle_between(&camera_from_body.rotation) < 1e-15),
        Some(true)
    );
    let affine: Affine3<f64, Camera, Body> = camera_from_body.into();
    let mixed: Affine3<f64, Camera, Body> = affine * Isometry3::<f64>::IDENTITY.named::<Body, Body>();
    assert_eq!(mixed, affine);
    let linear: Array<f64, (Camera, Body)> = affine.linear();
    assert_eq!(linear, turn);
    let normal: Array<f64, (Camera,)> = affine.transform_normal(&nose);
    assert!(normal.distance(&camera_from_body.transform_vector(&nose)) < 1e-15);
    let back: Option<Affine3<f64, Body, Camera>> = affine.inverse();
    assert!(back.is_some());
    let placed: Isometry3<f64, World, Body> = model::look_to(
        &array![0., 0., 0.].named(),
        &array![0., 1., 0.].named(),
        &array![0., 0., 1.].named(),
        &nose,
        &array![0., 0., 1.].named(),
    );
    assert!(placed.transform_vector(&nose).distance(&array![0., 1., 0.].named::<World>()) < 1e-15);
}

#[test]
fn frames_of_the_plane() {
    let turn: Rot2<f32, Page, Clip2> = Rot2::from_angle(0.25).named();
    let p: Array<f32, (Clip2,)> = array![1., 0.].named();
    let q: Array<f32, (Page,)> = turn.transform_vector(&p);
    assert!(turn.inverse_transform_vector(&q).distance(&p) < 1e-6);
    let placed = Isometry2::from_rotation_translation(turn, &array![1., 2.].named());
    let round: Isometry2<f32, Clip2, Clip2> = placed.inverse() * placed;
    assert!(round.transform_point(&p).distance(&p) < 1e-6);
    let mut again = round;
    again *= round;
    assert!(again.transform_point(&p).distance(&p) < 1e-6);
}

#[test]
fn generic_code_names_frames() {
    fn there_and_back<A: Frame3, B: Frame3>(t: Isometry3<f64, A, B>, p: &Array<f64, (B,)>) -> f64 {
        let q = t.inverse() * t;
        q.transform_point(p).distance(p)
    }
    let t = Isometry3::from_rotation(Quat::from_rotation_x(1.)).named::<Camera, World>();
    assert!(there_and_back(t, &array![1., 2., 3.].named()) < 1e-15);
}
