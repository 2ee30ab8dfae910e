//! Euler angles: 24 orders, also where two axes are on one line.

use super::common::Rng;
use super::peers::*;
use conformable::geometry::*;
use core::f64::consts::{FRAC_PI_2, PI};

#[test]
fn angles_of_all_orders_are_those_of_glam() {
    let mut rng = Rng::new(1);
    for _ in 0..CASES / 10 {
        for (ours, theirs) in ORDERS {
            let [a, b, c] = [0; 3].map(|_| 3.0 * rng.f64());
            let q = Quat::from_euler(ours, a, b, c);
            let g = glam::DQuat::from_euler(theirs, a, b, c);
            near(q.as_vector().as_slice(), &g.to_array(), 1.0, 8.0);
            let (x, y, z) = q.to_euler(ours);
            let (gx, gy, gz) = g.to_euler(theirs);
            // An angle of π is one of -π.
            for (ours_, theirs_) in [(x, gx), (y, gy), (z, gz)] {
                let turn = (ours_ - theirs_).abs();
                assert!(
                    turn.min((turn - 2.0 * PI).abs()) < 1e-8,
                    "{ours:?}: {:?}, {:?}",
                    (x, y, z),
                    (gx, gy, gz)
                );
            }
        }
    }
}

#[test]
fn angles_make_the_rotation_that_they_are_of() {
    fn check<T: Peer>(q: Quat<T>, order: EulerRot) {
        let (a, b, c) = q.to_euler(order);
        let back = Quat::from_euler(order, a, b, c);
        let error = back.angle_between(&q).wide();
        // Near a lock one angle is left out where its sine is below 16 units of rounding.
        assert!(error <= 48.0 * T::EPS, "{order:?}: {:?} is off by {error:e}", (a, b, c));
        let pi = PI + 4.0 * T::EPS;
        assert!([a, b, c].iter().all(|x| x.wide().abs() <= pi), "{:?}", (a, b, c));
    }
    fn all<T: Peer>() {
        let mut rng = Rng::new(2);
        for (order, _) in ORDERS {
            for _ in 0..CASES / 10 {
                check::<T>(rotation(&mut rng), order);
                // At a lock, and nearly at one.
                let middle = [0.0, FRAC_PI_2, -FRAC_PI_2, PI][rng.below(4)];
                let off = [0.0, 1e-16, 1e-9, 1e-7, 1e-6, 1e-4][rng.below(6)] * rng.f64();
                let [a, b, c] = [3.0 * rng.f64(), middle + off, 3.0 * rng.f64()].map(T::from_f64);
                check(Quat::from_euler(order, a, b, c), order);
            }
        }
    }
    all::<f32>();
    all::<f64>();
}

#[test]
fn at_a_lock_the_innermost_angle_is_zero() {
    let q = Quat::from_euler(EulerRot::XYZ, 0.3, FRAC_PI_2, 0.4);
    let (a, b, c) = q.to_euler(EulerRot::XYZ);
    assert!((a - 0.7).abs() < 1e-12 && (b - FRAC_PI_2).abs() < 1e-7 && c == 0.0, "{:?}", (a, b, c));
    let q = Quat::from_euler(EulerRot::ZYXEx, 0.3, -FRAC_PI_2, 0.4);
    let (a, b, c) = q.to_euler(EulerRot::ZYXEx);
    assert!(a == 0.0 && (b + FRAC_PI_2).abs() < 1e-7 && (c.abs() - 0.7).abs() < 0.7, "{:?}", (a, b, c));
}
