//! Cameras: view spaces and projections beside glam's, for both hands and each clip space; and what has no answer there.

use super::common::Rng;
use super::peers::*;
use conformable::geometry::camera::{lh, model, rh};
use conformable::geometry::*;
use conformable::prelude::*;
use glam::dcamera as theirs;

#[track_caller]
fn same(ours: Projection3<f64>, theirs: glam::DMat4) {
    let theirs = mat4(theirs.to_cols_array_2d());
    for (a, b) in ours.as_matrix().iter().zip(&theirs) {
        assert!((a - b).abs() <= 8.0 * f64::EPSILON * b.abs().max(f64::MIN_POSITIVE), "{ours:?}\n{theirs:?}");
    }
}

/// All projections of a hand and a clip space that glam has, too.
macro_rules! projections { ($($name:ident: $hand:ident $clip:ident $($more:ident)*;)+) => {$(
    #[test]
    fn $name() {
        let mut rng = Rng::new(1);
        for _ in 0..CASES {
            let (fov, aspect) = (0.1 + 2.9 * rng.unit(), 0.2 + rng.unit());
            let (near, far) = (0.01 + rng.unit(), 2.0 + 100.0 * rng.unit());
            let [left, right, bottom, top] = [-2.0 - rng.unit(), 1.0 + rng.unit(), -1.0 - rng.unit(), 3.0 + rng.unit()];
            same($hand::$clip::perspective(fov, aspect, near, far), theirs::$hand::proj::$clip::perspective(fov, aspect, near, far));
            same(
                $hand::$clip::orthographic(left, right, bottom, top, near, far),
                theirs::$hand::proj::$clip::orthographic(left, right, bottom, top, near, far),
            );
            same(
                $hand::$clip::frustum(left, right, bottom, top, near, far),
                theirs::$hand::proj::$clip::frustum(left, right, bottom, top, near, far),
            );
            $(same($hand::$clip::$more(fov, aspect, near), theirs::$hand::proj::$clip::$more(fov, aspect, near));)*
        }
    }
)+};}
projections! {
    right_hand_opengl: rh opengl;
    left_hand_opengl: lh opengl;
    right_hand_directx: rh directx perspective_infinite perspective_infinite_reverse;
    left_hand_directx: lh directx perspective_infinite perspective_infinite_reverse;
    right_hand_vulkan: rh vulkan perspective_infinite perspective_infinite_reverse;
    left_hand_vulkan: lh vulkan perspective_infinite perspective_infinite_reverse;
}

/// Where the corners of what is seen are in clip space.
#[test]
fn planes_have_the_depths_that_the_clip_space_says() {
    macro_rules! check { ($($hand:ident $clip:ident $z:literal $up:literal $least:literal;)+) => {$(
        let (near, far, z) = (0.5, 8.0, $z);
        let at = |projection: Projection3<f64>, x: f64, y: f64, d: f64| {
            projection.project_point(&array![x, y, z * d]).into_nested()
        };
        let p = $hand::$clip::perspective(std::f64::consts::FRAC_PI_2, 2.0, near, far);
        super::peers::near(&at(p, 2.0 * near, near, near), &[1., $up, $least], 1.0, 8.0);
        super::peers::near(&at(p, -2.0 * far, -far, far), &[-1., -$up, 1.], 1.0, 8.0);
        let p = $hand::$clip::perspective_reverse(std::f64::consts::FRAC_PI_2, 2.0, near, far);
        super::peers::near(&at(p, 2.0 * near, near, near), &[1., $up, 1.], 1.0, 8.0);
        super::peers::near(&at(p, 2.0 * far, far, far), &[1., $up, $least], 1.0, 8.0);
        let p = $hand::$clip::perspective_infinite(std::f64::consts::FRAC_PI_2, 2.0, near);
        super::peers::near(&at(p, 2.0 * near, near, near), &[1., $up, $least], 1.0, 8.0);
        super::peers::near(&at(p, 0., 0., 1e18)[2..], &[1.], 1.0, 8.0);
        let p = $hand::$clip::perspective_infinite_reverse(std::f64::consts::FRAC_PI_2, 2.0, near);
        super::peers::near(&at(p, 2.0 * near, near, near), &[1., $up, 1.], 1.0, 8.0);
        super::peers::near(&at(p, 0., 0., 1e18)[2..], &[$least], 1.0, 8.0);
        let p = $hand::$clip::orthographic(-1., 3., -2., 4., near, far);
        super::peers::near(&at(p, 3., 4., near), &[1., $up, $least], 1.0, 8.0);
        super::peers::near(&at(p, -1., -2., far), &[-1., -$up, 1.], 1.0, 8.0);
        let p = $hand::$clip::frustum(-1., 3., -2., 4., near, far);
        super::peers::near(&at(p, 3., 4., near), &[1., $up, $least], 1.0, 16.0);
        super::peers::near(&at(p, -far / near, -2. * far / near, far), &[-1., -$up, 1.], 1.0, 16.0);
    )+};}
    check! {
        rh opengl -1. 1. -1.;
        lh opengl 1. 1. -1.;
        rh directx -1. 1. 0.;
        lh directx 1. 1. 0.;
        rh vulkan -1. -1. 0.;
        lh vulkan 1. -1. 0.;
    }
}

#[test]
fn views_are_those_of_glam() {
    let mut rng = Rng::new(2);
    for _ in 0..CASES {
        let (eye, center, up) =
            (vector::<f64>(&mut rng), vector::<f64>(&mut rng), direction::<f64>(&mut rng));
        let (geye, gcenter, gup) = (f64::v3(eye), f64::v3(center), f64::v3(up));
        let steep: f64 = (center - eye).normalize().cross(&up).norm();
        if steep < 0.1 || (center - eye).norm::<f64>() < 0.1 {
            continue;
        }
        let right = rh::look_at(&eye, &center, &up).to_matrix();
        near(
            right.as_slice(),
            mat4(theirs::rh::view::look_at_mat4(geye, gcenter, gup).to_cols_array_2d()).as_slice(),
            2.0,
            80.0,
        );
        let left = lh::look_at(&eye, &center, &up).to_matrix();
        near(
            left.as_slice(),
            mat4(theirs::lh::view::look_at_mat4(geye, gcenter, gup).to_cols_array_2d()).as_slice(),
            2.0,
            80.0,
        );
        let ship = model::look_at(&eye, &center, &up, &Vec3::new([0., 0., -1.]), &Vec3::new([0., 1., 0.]));
        let gship = theirs::model::look_at_mat4(geye, gcenter, gup, glam::DVec3::NEG_Z, glam::DVec3::Y);
        near(ship.to_matrix().as_slice(), mat4(gship.to_cols_array_2d()).as_slice(), 2.0, 160.0);
        // An object that looks along -z sees what a camera there sees.
        near(
            (rh::look_at(&eye, &center, &up) * ship).to_matrix().as_slice(),
            Mat4::<f64>::eye().as_slice(),
            2.0,
            80.0,
        );
    }
}

#[test]
fn a_camera_that_looks_along_up_has_a_view() {
    let zero = Vec3::<f64>::zeros();
    for (eye, center, up) in [
        (zero, array![0., 1., 0.], array![0., 1., 0.]),
        (zero, array![0., -3., 0.], array![0., 1., 0.]),
        (zero, array![0., 1., 0.], zero),
        (array![1., 2., 3.], array![1., 2., 3.], array![0., 1., 0.]),
        (array![1., 2., 3.], array![1., 2., 3.], zero),
        (array![1., 2., 3.], array![1., 2., 4.], array![1e-17, 0., 1.]),
        (array![0., 0., 0.], array![1e-200, 0., 0.], array![0., 1e-200, 0.]),
        (array![0., 0., 0.], array![1e200, 0., 0.], array![0., 1e200, 0.]),
    ] {
        for view in [rh::look_at(&eye, &center, &up), lh::look_at(&eye, &center, &up)] {
            assert!(view.to_matrix().is_finite().all(), "{view:?}");
            near(view.transform_point(&eye).as_slice(), &[0.; 3], 4.0, 16.0);
            near(
                (view.rotation.to_matrix().matmul(&view.rotation.to_matrix().t())).as_slice(),
                Mat3::<f64>::eye().as_slice(),
                1.0,
                16.0,
            );
        }
        let [forward, y] = [array![0., 0., -1.], array![0., 1., 0.]];
        let seen = rh::look_at(&eye, &center, &up)
            .transform_vector(&model::look_at(&eye, &center, &up, &forward, &y).transform_vector(&forward));
        if (center - eye).norm::<f64>() > 0. {
            near(seen.as_slice(), &[0., 0., -1.], 1.0, 16.0);
        }
    }
}

#[test]
fn points_come_back_from_the_screen() {
    let mut rng = Rng::new(3);
    for _ in 0..CASES {
        let (eye, up) = (vector::<f64>(&mut rng), direction::<f64>(&mut rng));
        let center = eye + direction::<f64>(&mut rng);
        let view = rh::look_at(&eye, &center, &up);
        for projection in [
            rh::vulkan::perspective(1.0, 1.5, 0.1, 50.0),
            rh::opengl::perspective_reverse(1.0, 1.5, 0.1, 50.0),
            rh::directx::perspective_infinite_reverse(1.0, 1.5, 0.1),
            rh::opengl::orthographic(-2., 2., -2., 2., 0.1, 50.),
        ] {
            let camera = projection * view;
            let [x, y] = [0; 2].map(|_| 0.3 * rng.f64());
            let ahead = view.inverse_transform_point(&array![x, y, -1.0 - rng.unit()]);
            let screen = camera.project_point(&ahead);
            let back = camera.unproject_point(&screen).unwrap();
            near(back.as_slice(), ahead.as_slice(), 1.0, 20000.0);
            let [origin, direction] = camera.view_ray(&Vec2::new([screen.x, screen.y])).unwrap();
            let to_point = ahead - origin;
            near(to_point.cross(&direction).as_slice(), &[0.; 3], 60.0, 4000.0);
            let ahead: f64 = direction.inner(&(center - eye));
            assert!(ahead > 0.5, "{direction:?} looks back");
        }
    }
    let flat = Projection3::from_matrix(Mat4::<f64>::zeros());
    assert!(flat.unproject_point(&Vec3::zeros()).is_none() && flat.view_ray(&Vec2::zeros()).is_none());
    let infinite = rh::directx::perspective_infinite_reverse(1.0, 1.5, 0.1);
    assert!(infinite.unproject_point(&Vec3::zeros()).is_none(), "a depth of 0 is infinitely far");
}
