//! Game maths: rotations, transforms and cameras, which are made of elementary functions, roots and short sums.

use super::super::numbers::{Digest, Kind, Number, Numbers};
use super::Run;
use conformable::Real;
use conformable::geometry::camera::{lh, rh};
use conformable::geometry::{Affine3, EulerRot, Isometry3, Quat, Rot2, Vec3, Vec4};
use conformable::prelude::*;

/// The digest of 10,000 rotations, compositions, views, Euler angles and interpolations, which is
/// [`GEOMETRY`](super::super::GEOMETRY) on every path.
///
/// # Panics
/// If points have other bits one by one than together.
#[must_use]
pub fn geometry() -> u64 {
    let mut run = Run { numbers: Numbers::new(6), digest: Digest::new() };
    run.numbers.of(Kind::Near);
    places::<f32>(&mut run, 2500);
    places::<f64>(&mut run, 2500);
    run.digest.0
}

/// All orders of turns.
const ORDERS: [EulerRot; 4] = [EulerRot::YXZ, EulerRot::XYX, EulerRot::ZYXEx, EulerRot::ZXZEx];

/// So many places of cameras and objects.
fn places<T: Number + Real>(run: &mut Run, n: usize) {
    for i in 0..n {
        let mut vector = || -> Vec3<T> { Vec3::from_fn(|_| T::draw(&mut run.numbers)) };
        let [a, b, c, d] = [vector(), vector(), vector(), vector()];
        let t = T::draw(&mut run.numbers);
        let order = ORDERS[i % 4];
        let (q, p) = (Quat::from_euler(order, a.x, a.y, a.z), Quat::from_scaled_axis(&b));
        let (x, y, z) = q.to_euler(order);
        run.add(&[x, y, z]);
        let arc = Quat::from_rotation_arc(&c.normalize_or(&Vec3::X), &d.normalize_or(&Vec3::Y));
        for turn in [q * p, q.slerp(&p, t), q.lerp(&p, t), arc, p.rotate_towards(&q, t), q.inverse()] {
            run.add(turn.as_vector().as_slice());
        }
        run.add(&[q.angle_between(&p), a.angle_between(&b)]);
        run.add(q.to_scaled_axis().as_slice());
        run.add(a.slerp(&b, t).as_slice());
        let flat = Rot2::from_angle(t).slerp(&Rot2::from_angle(a.x), b.x);
        run.add(&[flat.cos(), flat.sin()]);
        let view = rh::look_at(&a, &b, &c) * Isometry3::from_rotation_translation(p, &d);
        run.add(view.inverse().to_matrix().as_slice());
        run.add(lh::look_to(&a, &b, &c).to_matrix().as_slice());
        let camera =
            rh::vulkan::perspective_reverse(T::one(), T::one() + T::one(), T::one(), T::from(9).unwrap());
        run.add((camera * view).project_point(&c).as_slice());
        let affine = Affine3::from_scale_rotation_translation(&c, q, &d);
        if let Some(inverse) = affine.inverse() {
            run.add((inverse * affine).to_matrix().as_slice());
        }
        run.add(affine.transform_normal(&a).as_slice());
        run.add(Vec4::from([a.x, a.y, a.z, t]).normalize().as_slice());
        let points =
            Array::from_vec((Dyn(4), Const::<3>), [a, b, c, d].map(Vector::into_nested).concat()).unwrap();
        let moved = affine.transform_points(&points);
        let alone = [a, b, c, d].map(|point| affine.transform_point(&point).into_nested()).concat();
        assert!(moved.iter().zip(&alone).all(|(x, y)| x.to_u64() == y.to_u64()), "points together and alone");
        run.add(moved.as_slice());
    }
}
