//! `Quat` and `Rot2`.

use super::common::Rng;
use super::peers::*;
use conformable::geometry::*;
use conformable::prelude::*;
use core::f64::consts::PI;

/// Runs a generic function for both types.
macro_rules! both { ($($(#[$meta:meta])* $name:ident;)+) => {$(
    #[test]
    $(#[$meta])*
    fn $name() {
        cases::$name::<f32>();
        cases::$name::<f64>();
    }
)+};}
both! {
    rotations_turn_vectors_as_matrices_do;
    matrices_and_rotations_are_each_other;
    arcs_take_one_direction_to_another;
    interpolation_is_at_constant_speed;
    rotations_half_a_turn_apart_have_a_way_between_them;
    towards_goes_no_further;
    axes_and_angles_are_each_other;
    plane_rotations_are_those_of_space_around_z;
}

mod cases {
    use super::*;

    pub(super) fn rotations_turn_vectors_as_matrices_do<T: Peer>() {
        let mut rng = Rng::new(1);
        for _ in 0..CASES {
            let (q, p, v) = (rotation::<T>(&mut rng), rotation::<T>(&mut rng), vector::<T>(&mut rng));
            let turned = q.transform_vector(&v);
            near(turned.as_slice(), q.to_matrix().matvec(&v).as_slice(), 1.0, 16.0);
            near(q.inverse_transform_vector(&turned).as_slice(), v.as_slice(), 1.0, 16.0);
            near(
                (q * p).transform_vector(&v).as_slice(),
                q.transform_vector(&p.transform_vector(&v)).as_slice(),
                1.0,
                24.0,
            );
            near(
                (q * q.inverse()).as_vector().as_slice(),
                Quat::<T>::IDENTITY.as_vector().as_slice(),
                1.0,
                4.0,
            );
            let norm: T = turned.norm();
            near(&[norm], &[v.norm()], 1.0, 16.0);
        }
    }

    pub(super) fn matrices_and_rotations_are_each_other<T: Peer>() {
        let mut rng = Rng::new(2);
        for _ in 0..CASES {
            let q = rotation::<T>(&mut rng);
            let back = Quat::from_matrix(&q.to_matrix()).unwrap();
            assert!(q.angle_between(&back).wide() <= 16.0 * T::EPS, "{q:?}, {back:?}");
        }
        // Half turns, where the real part is 0.
        for (x, y, z) in [(1., 0., 0.), (0., 1., 0.), (0., 0., 1.), (0.6, 0.8, 0.), (0., -0.6, 0.8)] {
            let [x, y, z] = [x, y, z].map(T::from_f64);
            let q = Quat::from_xyzw(x, y, z, T::zero());
            assert!(Quat::from_matrix(&q.to_matrix()).unwrap().angle_between(&q).wide() <= 16.0 * T::EPS);
        }
        let one = T::one();
        let mut mirror = Mat3::<T>::eye();
        mirror[[2, 2]] = -one;
        assert_eq!(Quat::from_matrix(&mirror), None);
        assert_eq!(Quat::from_matrix(&(Mat3::<T>::eye() * (one + one))), None);
        assert_eq!(Quat::from_matrix(&Mat3::<T>::full(T::nan())), None);
    }

    pub(super) fn arcs_take_one_direction_to_another<T: Peer>() {
        let mut rng = Rng::new(3);
        let check = |a: Vec3<T>, b: Vec3<T>| {
            let q = Quat::from_rotation_arc(&a, &b);
            assert!(q.is_normalized());
            near(q.transform_vector(&a).as_slice(), b.as_slice(), 1.0, 12.0);
            let c = Quat::from_rotation_arc_colinear(&a, &b);
            let end = c.transform_vector(&a);
            let aligned: T = end.inner(&b);
            near(&[aligned.abs()], &[T::one()], 1.0, 12.0);
            assert!(c.angle_between(&Quat::IDENTITY).wide() <= PI / 2.0 + 8.0 * T::EPS);
        };
        for _ in 0..CASES {
            let (a, b) = (direction::<T>(&mut rng), direction::<T>(&mut rng));
            check(a, b);
            check(a, a);
            check(a, -a);
            // Nearly equal and nearly opposite, by any power of ten.
            let size = T::from_f64(10_f64.powi(-(rng.below(17) as i32)));
            let near_a = (a + vector::<T>(&mut rng) * size).normalize();
            check(a, near_a);
            check(a, -near_a);
        }
    }

    pub(super) fn interpolation_is_at_constant_speed<T: Peer>() {
        let mut rng = Rng::new(4);
        for _ in 0..CASES {
            let (a, b, t) = (rotation::<T>(&mut rng), rotation::<T>(&mut rng), T::from_f64(rng.unit()));
            let all = a.angle_between(&b);
            let middle = a.slerp(&b, t);
            assert!(middle.is_normalized());
            near(&[a.angle_between(&middle)], &[all * t], 4.0, 16.0);
            near(&[middle.angle_between(&b)], &[all * (T::one() - t)], 4.0, 16.0);
            assert!(a.slerp(&b, T::zero()) == a);
            assert!(a.slerp(&b, T::one()).angle_between(&b).wide() <= 16.0 * T::EPS);
            let long = a.slerp_long(&b, T::one());
            assert!(long.angle_between(&b).wide() <= 32.0 * T::EPS, "{}", long.angle_between(&b).wide());
            // On the long way the middle is half a turn from that of the short one.
            let half = T::from_f64(0.5);
            let apart = a.slerp(&b, half).angle_between(&a.slerp_long(&b, half));
            near(&[apart], &[T::from_f64(PI)], 4.0, 16.0);
            let straight = a.lerp(&b, half);
            assert!(straight.angle_between(&a.slerp(&b, half)).wide() <= 16.0 * T::EPS);
        }
    }

    pub(super) fn rotations_half_a_turn_apart_have_a_way_between_them<T: Peer>() {
        let mut rng = Rng::new(5);
        for _ in 0..CASES {
            let q = rotation::<T>(&mut rng);
            let negative = Quat::from_xyzw(-q.x, -q.y, -q.z, -q.w);
            let t = T::from_f64(rng.unit());
            // The same rotation.
            assert!(q.slerp(&q, t).angle_between(&q).wide() <= 16.0 * T::EPS);
            assert!(q.slerp(&negative, t).angle_between(&q).wide() <= 16.0 * T::EPS);
            assert!(q.lerp(&negative, t).angle_between(&q).wide() <= 16.0 * T::EPS);
            // All the way around.
            let around = q.slerp_long(&q, T::from_f64(0.5));
            near(&[around.angle_between(&q)], &[T::from_f64(PI)], 4.0, 16.0);
            let half_turn = q * Quat::from_axis_angle(&direction::<T>(&mut rng), T::from_f64(PI));
            for end in [half_turn, Quat::from_xyzw(-half_turn.x, -half_turn.y, -half_turn.z, -half_turn.w)] {
                let middle = q.slerp(&end, T::from_f64(0.5));
                near(&[middle.angle_between(&q)], &[T::from_f64(PI / 2.0)], 4.0, 16.0);
            }
        }
        let zero = Quat::from_xyzw(T::zero(), T::zero(), T::zero(), T::zero());
        assert_eq!(zero.normalize(), Quat::IDENTITY);
    }

    pub(super) fn towards_goes_no_further<T: Peer>() {
        let mut rng = Rng::new(6);
        for _ in 0..CASES {
            let (a, b) = (rotation::<T>(&mut rng), rotation::<T>(&mut rng));
            let between = a.angle_between(&b).wide();
            let angle = 4.0 * rng.f64();
            let turned = a.rotate_towards(&b, T::from_f64(angle));
            // A negative angle goes away from `b`, at most until half a turn from it.
            let expected = (between - angle).clamp(0.0, PI);
            near(&[turned.angle_between(&b)], &[T::from_f64(expected)], 4.0, 16.0);
            near(&[turned.angle_between(&a)], &[T::from_f64((expected - between).abs())], 4.0, 16.0);
            assert_eq!(a.rotate_towards(&a, T::from_f64(angle)), a);
        }
    }

    pub(super) fn axes_and_angles_are_each_other<T: Peer>() {
        let mut rng = Rng::new(7);
        for _ in 0..CASES {
            let axis = direction::<T>(&mut rng);
            let angle = T::from_f64(rng.unit() * 2.0 * PI);
            let q = Quat::from_axis_angle(&axis, angle);
            let (axis2, angle2) = q.to_axis_angle();
            near(&[angle2], &[angle], 8.0, 8.0);
            let sine = (angle.wide() / 2.0).sin();
            near(axis2.as_slice(), axis.as_slice(), 1.0, 4.0 + 4.0 / sine);
            let scaled = q.to_scaled_axis();
            assert!(Quat::from_scaled_axis(&scaled).angle_between(&q).wide() <= 32.0 * T::EPS);
        }
        // Small rotations keep their direction.
        let tiny = Vec3::new([3e-30, 0., 4e-30].map(T::from_f64));
        near(Quat::from_scaled_axis(&tiny).to_scaled_axis().as_slice(), tiny.as_slice(), 1e-29, 8.0);
        assert_eq!(
            Quat::<T>::IDENTITY.to_axis_angle(),
            (Vec3::new([T::one(), T::zero(), T::zero()]), T::zero())
        );
        assert_eq!(Quat::from_scaled_axis(&Vec3::<T>::zeros()), Quat::IDENTITY);
    }

    pub(super) fn plane_rotations_are_those_of_space_around_z<T: Peer>() {
        let mut rng = Rng::new(8);
        for _ in 0..CASES {
            let (a, b) = (T::from_f64(3.0 * rng.f64()), T::from_f64(3.0 * rng.f64()));
            let (r, s) = (Rot2::from_angle(a), Rot2::from_angle(b));
            let (q, p) = (Quat::from_rotation_z(a), Quat::from_rotation_z(b));
            let [x, y] = [number::<T>(&mut rng), number::<T>(&mut rng)];
            let flat = (r * s).transform_vector(&Vec2::new([x, y]));
            let space = (q * p).transform_vector(&Vec3::new([x, y, T::zero()]));
            near(flat.as_slice(), &[space.x, space.y], 1.0, 24.0);
            near(&[r.to_angle()], &[a], 4.0, 4.0);
            near(&[r.angle_to(&s).abs()], &[q.angle_between(&p)], 4.0, 16.0);
            near((r * r.inverse()).to_matrix().as_slice(), Mat2::<T>::eye().as_slice(), 1.0, 4.0);
            near(r.slerp(&s, T::one()).to_matrix().as_slice(), s.to_matrix().as_slice(), 1.0, 24.0);
            near(
                r.inverse_transform_vector(&r.transform_vector(&flat)).as_slice(),
                flat.as_slice(),
                1.0,
                8.0,
            );
            let back = Rot2::from_matrix(&r.to_matrix()).unwrap();
            near(back.to_matrix().as_slice(), r.to_matrix().as_slice(), 1.0, 4.0);
            let arc = Rot2::from_rotation_arc(
                &r.transform_vector(&array![T::one(), T::zero()]),
                &s.transform_vector(&array![T::one(), T::zero()]),
            );
            near((arc * r).to_matrix().as_slice(), s.to_matrix().as_slice(), 1.0, 16.0);
            let angle = T::from_f64(4.0 * rng.f64());
            let (flat, space) = (r.rotate_towards(&s, angle), q.rotate_towards(&p, angle));
            near(&[flat.angle_to(&s).abs()], &[space.angle_between(&p)], 4.0, 24.0);
        }
        assert_eq!(Rot2::from_matrix(&Mat2::new([[T::one(), T::zero()], [T::zero(), -T::one()]])), None);
    }
}

/// glam's values within the roundings of both.
macro_rules! beside_glam {
    ($name:ident $T:ident $Q:ident $V:ident) => {
        #[test]
        fn $name() {
            let mut rng = Rng::new(9);
            for _ in 0..CASES {
                let (a, b) = (rotation::<$T>(&mut rng), rotation::<$T>(&mut rng));
                let (ga, gb) = (<$T as Peer>::q(a), <$T as Peer>::q(b));
                let v = vector::<$T>(&mut rng);
                let gv = <$T as Peer>::v3(v);
                let unit = direction::<$T>(&mut rng);
                let gunit = <$T as Peer>::v3(unit);
                let angle = 3.0 * number::<$T>(&mut rng);
                let t = rng.unit() as $T;
                let same = |ours: Quat<$T>, theirs: glam::$Q, units: f64| {
                    near(ours.as_vector().as_slice(), &theirs.to_array(), 1.0, units);
                };
                same(a * b, ga * gb, 4.0);
                same(a.inverse(), ga.inverse(), 0.0);
                same(Quat::from_axis_angle(&unit, angle), glam::$Q::from_axis_angle(gunit, angle), 2.0);
                same(Quat::from_scaled_axis(&v), glam::$Q::from_scaled_axis(gv), 4.0);
                same(Quat::from_rotation_x(angle), glam::$Q::from_rotation_x(angle), 2.0);
                same(Quat::from_rotation_y(angle), glam::$Q::from_rotation_y(angle), 2.0);
                same(Quat::from_rotation_z(angle), glam::$Q::from_rotation_z(angle), 2.0);
                near(a.transform_vector(&v).as_slice(), &(ga * gv).to_array(), 1.0, 12.0);
                near(
                    a.to_matrix().as_slice(),
                    mat3(glam::$V::from_quat(ga).to_cols_array_2d()).as_slice(),
                    1.0,
                    8.0,
                );
                let from = Quat::from_matrix(&a.to_matrix()).unwrap();
                let gfrom = glam::$Q::from_mat3(&glam::$V::from_quat(ga));
                assert!(from.angle_between(&<$T as Peer>::of_q(gfrom)).wide() <= 24.0 * $T::EPSILON as f64);
                // Theirs is by an arc cosine, which is good for few digits where it is near 1.
                let between = ga.angle_between(gb);
                if between > 0.1 && between < 3.0 {
                    near(&[a.angle_between(&b)], &[between], 4.0, 2000.0);
                    same(a.slerp(&b, t), ga.slerp(gb, t), 2000.0);
                }
                same(a.lerp(&b, t), ga.lerp(gb, t), 24.0);
                let (axis, turn) = a.to_axis_angle();
                let (gaxis, gturn) = ga.to_axis_angle();
                near(axis.as_slice(), &gaxis.to_array(), 1.0, 24.0);
                near(&[turn], &[gturn], 8.0, 8.0);
            }
        }
    };
}
beside_glam!(quaternions_of_f32_are_those_of_glam f32 Quat Mat3);
beside_glam!(quaternions_of_f64_are_those_of_glam f64 DQuat DMat3);
