//! Game maths beside glam, nalgebra, ultraviolet, vek and cgmath, row by row:
//! `cargo bench --no-default-features --features geometry,ndarray --bench geometry -- 'slerp'`.

use conformable::geometry::camera::rh;
use conformable::geometry::{Affine3, Isometry3, Mat4, Quat, Vec3, Vec4};
use conformable::{Array, Const, Dyn};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box as b;

/// One row: its name, and what each library runs.
macro_rules! row { ($criterion:ident, $name:literal, $($who:ident => $run:expr),+ $(,)?) => {
    let mut group = $criterion.benchmark_group($name);
    $(group.bench_function(stringify!($who), |bencher| bencher.iter(|| $run));)+
    group.finish();
}; }

/// Degrees of the angles of all libraries, which differ in their orders of turns: one turn about x and one about y.
const TURNS: [f32; 2] = [0.3, 1.1];

fn rotations(c: &mut Criterion) {
    let [x, y] = TURNS;
    let (q, p) = (Quat::from_rotation_x(x), Quat::from_rotation_y(y));
    let v = Vec3::new([1_f32, 2., 3.]);
    let (gq, gp) = (glam::Quat::from_rotation_x(x), glam::Quat::from_rotation_y(y));
    let (gv, ga) = (glam::Vec3::new(1., 2., 3.), glam::Vec3A::new(1., 2., 3.));
    let [nx, ny] = [nalgebra::Vector3::x_axis(), nalgebra::Vector3::y_axis()];
    let nq = nalgebra::UnitQuaternion::from_axis_angle(&nx, x);
    let np = nalgebra::UnitQuaternion::from_axis_angle(&ny, y);
    let nv = nalgebra::Vector3::new(1_f32, 2., 3.);
    let uq = ultraviolet::Rotor3::from_rotation_yz(x);
    let up = ultraviolet::Rotor3::from_rotation_xz(y);
    let uv = ultraviolet::Vec3::new(1., 2., 3.);
    let (vq, vp) = (vek::Quaternion::rotation_x(x), vek::Quaternion::rotation_y(y));
    let vv = vek::Vec3::new(1_f32, 2., 3.);
    use cgmath::{InnerSpace, Rotation3};
    let cq = cgmath::Quaternion::from_angle_x(cgmath::Rad(x));
    let cp = cgmath::Quaternion::from_angle_y(cgmath::Rad(y));
    let cv = cgmath::Vector3::new(1_f32, 2., 3.);
    row!(c, "quat vec3",
        conformable => b(&q).transform_vector(b(&v)), glam => *b(&gq) * *b(&gv), glam_aligned => *b(&gq) * *b(&ga),
        nalgebra => b(&nq) * b(&nv), ultraviolet => *b(&uq) * *b(&uv), vek => *b(&vq) * *b(&vv), cgmath => *b(&cq) * *b(&cv));
    row!(c, "quat quat",
        conformable => *b(&q) * *b(&p), glam => *b(&gq) * *b(&gp), nalgebra => b(&nq) * b(&np),
        ultraviolet => *b(&uq) * *b(&up), vek => *b(&vq) * *b(&vp), cgmath => *b(&cq) * *b(&cp));
    row!(c, "slerp",
        conformable => b(&q).slerp(b(&p), b(0.3)), glam => b(&gq).slerp(*b(&gp), b(0.3)), nalgebra => b(&nq).slerp(b(&np), b(0.3)),
        vek => vek::Quaternion::slerp(*b(&vq), *b(&vp), b(0.3)), cgmath => b(&cq).slerp(*b(&cp), b(0.3)));
    row!(c, "lerp",
        conformable => b(&q).lerp(b(&p), b(0.3)), glam => b(&gq).lerp(*b(&gp), b(0.3)), nalgebra => b(&nq).nlerp(b(&np), b(0.3)),
        cgmath => b(&cq).nlerp(*b(&cp), b(0.3)));
    let (w, gw, gaw) =
        (Vec3::new([-1_f32, 0.2, 3.]), glam::Vec3::new(-1., 0.2, 3.), glam::Vec3A::new(-1., 0.2, 3.));
    let (nw, uw) = (nalgebra::Vector3::new(-1_f32, 0.2, 3.), ultraviolet::Vec3::new(-1., 0.2, 3.));
    let (vw, cw) = (vek::Vec3::new(-1_f32, 0.2, 3.), cgmath::Vector3::new(-1_f32, 0.2, 3.));
    row!(c, "cross",
        conformable => b(&v).cross(b(&w)), glam => b(&gv).cross(*b(&gw)), glam_aligned => b(&ga).cross(*b(&gaw)),
        nalgebra => b(&nv).cross(b(&nw)), ultraviolet => b(&uv).cross(*b(&uw)), vek => b(&vv).cross(*b(&vw)), cgmath => b(&cv).cross(*b(&cw)));
    row!(c, "normalize",
        conformable => b(&v).normalize(), glam => b(&gv).normalize(), glam_aligned => b(&ga).normalize(), nalgebra => b(&nv).normalize(),
        ultraviolet => b(&uv).normalized(), vek => b(&vv).normalized(), cgmath => b(&cv).normalize());
}

fn transforms(c: &mut Criterion) {
    let [x, _] = TURNS;
    let m = Mat4::<f32>::from_fn(|[i, j]| (i * 4 + j) as f32 * 0.1 + if i == j { 1. } else { 0. });
    let v = Vec4::new([1_f32, 2., 3., 4.]);
    let gm = glam::Mat4::from_cols_array_2d(&m.to_columns());
    let gv = glam::Vec4::new(1., 2., 3., 4.);
    let nm = nalgebra::Matrix4::<f32>::from_fn(|i, j| m[[i, j]]);
    let nv = nalgebra::Vector4::new(1_f32, 2., 3., 4.);
    let um = ultraviolet::Mat4::from(m.to_columns());
    let uv = ultraviolet::Vec4::new(1., 2., 3., 4.);
    let vm = vek::Mat4::from_col_arrays(m.to_columns());
    let vv = vek::Vec4::new(1_f32, 2., 3., 4.);
    let cm = cgmath::Matrix4::from(m.to_columns());
    let cv = cgmath::Vector4::new(1_f32, 2., 3., 4.);
    row!(c, "mat4 vec4",
        conformable => b(&m).matvec(b(&v)), glam => *b(&gm) * *b(&gv), nalgebra => b(&nm) * b(&nv), ultraviolet => *b(&um) * *b(&uv),
        vek => *b(&vm) * *b(&vv), cgmath => b(&cm) * *b(&cv));
    row!(c, "mat4 mat4",
        conformable => b(&m).matmul(b(&m)), glam => *b(&gm) * *b(&gm), nalgebra => b(&nm) * b(&nm), ultraviolet => *b(&um) * *b(&um),
        vek => *b(&vm) * *b(&vm), cgmath => b(&cm) * b(&cm));
    let (s, t) = (Vec3::new([1_f32, 2., 3.]), Vec3::new([-1_f32, 0.2, 3.]));
    let (gs, gt) = (glam::Vec3::new(1., 2., 3.), glam::Vec3::new(-1., 0.2, 3.));
    let q = Quat::from_rotation_x(x);
    let a = Affine3::from_scale_rotation_translation(&s, q, &t);
    let (gq, nt) = (glam::Quat::from_rotation_x(x), nalgebra::Vector3::new(-1_f32, 0.2, 3.));
    let ga = glam::Affine3::from_scale_rotation_translation(gs, gq, gt);
    let gaa = glam::Affine3A::from_scale_rotation_translation(gs, gq, gt);
    row!(c, "affine inverse", conformable => b(&a).inverse(), glam => b(&ga).inverse(), glam_aligned => b(&gaa).inverse());
    row!(c, "affine affine", conformable => *b(&a) * *b(&a), glam => *b(&ga) * *b(&ga), glam_aligned => *b(&gaa) * *b(&gaa));
    row!(c, "affine point",
        conformable => b(&a).transform_point(b(&s)), glam => b(&ga).transform_point3(*b(&gs)), glam_aligned => b(&gaa).transform_point3(*b(&gs)));
    let i = Isometry3::from_rotation_translation(q, &t);
    let nq = nalgebra::UnitQuaternion::from_axis_angle(&nalgebra::Vector3::x_axis(), x);
    let ni = nalgebra::Isometry3::from_parts(nt.into(), nq);
    let np = nalgebra::Point3::new(1_f32, 2., 3.);
    let ui = ultraviolet::Isometry3::new(
        ultraviolet::Vec3::new(-1., 0.2, 3.),
        ultraviolet::Rotor3::from_rotation_yz(x),
    );
    row!(c, "isometry isometry", conformable => *b(&i) * *b(&i), nalgebra => b(&ni) * b(&ni), ultraviolet => *b(&ui) * *b(&ui));
    row!(c, "isometry point", conformable => b(&i).transform_point(b(&s)), nalgebra => b(&ni) * b(&np));
    let n = 1000;
    let points =
        Array::<f32, (Dyn, Const<3>)>::from_vec((Dyn(n), Const), (0..3 * n).map(|i| i as f32).collect())
            .unwrap();
    let gpoints: Vec<_> = points.rows().map(|p| glam::Vec3::new(p[[0]], p[[1]], p[[2]])).collect();
    let apoints: Vec<_> = gpoints.iter().map(|p| glam::Vec3A::from(*p)).collect();
    let npoints: Vec<_> = gpoints.iter().map(|p| nalgebra::Point3::new(p.x, p.y, p.z)).collect();
    row!(c, "1000 points, affine",
        conformable => b(&a).transform_points(b(&points)),
        glam => b(&gpoints).iter().map(|p| ga.transform_point3(*p)).collect::<Vec<_>>(),
        glam_aligned => b(&apoints).iter().map(|p| gaa.transform_point3a(*p)).collect::<Vec<_>>());
    row!(c, "1000 points, isometry",
        conformable => b(&i).transform_points(b(&points)),
        glam => b(&gpoints).iter().map(|p| gq * *p + gt).collect::<Vec<_>>(),
        nalgebra => b(&npoints).iter().map(|p| ni * p).collect::<Vec<_>>());
}

fn cameras(c: &mut Criterion) {
    let (eye, center, up) = (Vec3::new([1_f32, 2., 3.]), Vec3::new([-1_f32, 0.2, 3.]), Vec3::Y);
    let (geye, gcenter, gup) = (glam::Vec3::new(1., 2., 3.), glam::Vec3::new(-1., 0.2, 3.), glam::Vec3::Y);
    let (neye, ncenter) = (nalgebra::Point3::new(1_f32, 2., 3.), nalgebra::Point3::new(-1_f32, 0.2, 3.));
    let nup = nalgebra::Vector3::y();
    row!(c, "look_at, to a matrix",
        conformable => rh::look_at(b(&eye), b(&center), b(&up)).to_affine(),
        glam => glam::camera::rh::view::look_at_affine3(*b(&geye), *b(&gcenter), *b(&gup)),
        nalgebra => nalgebra::Isometry3::look_at_rh(b(&neye), b(&ncenter), b(&nup)).to_homogeneous());
    row!(c, "perspective",
        conformable => rh::vulkan::perspective(b(1_f32), b(1.5), b(0.1), b(10.)),
        glam => glam::camera::rh::proj::vulkan::perspective(b(1_f32), b(1.5), b(0.1), b(10.)),
        nalgebra => nalgebra::Perspective3::new(b(1.5_f32), b(1.), b(0.1), b(10.)));
}

criterion_group!(benches, rotations, transforms, cameras);
criterion_main!(benches);
