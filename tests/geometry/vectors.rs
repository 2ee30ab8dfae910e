//! Lengths, projections, angles and turns of vectors, beside glam.
//!
//! What differs on purpose, and has a test of its own below:
//! - Vectors whose squares overflow or vanish are scaled: they have directions, projections, angles. There infinities and zeros.
//! - `angle_between` and `angle_to` are accurate near 0 and π; there an arc cosine, of `f32` by a polynomial.
//! - `slerp` has one formula; there it is `lerp` for angles below 1e-3. Of a zero vector it is `lerp` in both.
//! - `rotate_towards` leaves a vector as it is where one of both is zero; there NaN. In the plane, opposite vectors have a way.
//! - `move_towards` goes any way, however short; there what is nearer than 1e-4 is reached at once.
//! - `clamp_norm` of zeros is zeros, also with a positive minimum; there NaN.

use super::common::Rng;
use super::peers::{CASES, near, number};
use super::vector_peers::{Vectors, all_vectors, some, unit};
use conformable::geometry::*;
use conformable::prelude::*;
use core::f64::consts::PI;

axis!(World: 3);

all_vectors! {
    projections_are_those_of_glam;
    rays_are_those_of_glam;
    lengths_are_those_of_glam;
    steps_end_where_they_should;
    turns_are_in_the_plane_of_both;
    turns_between_parallel_vectors_are_turns;
    the_least_and_the_largest_vectors_have_directions;
    zeros_have_no_direction_and_make_no_nan;
}

mod cases {
    use super::*;

    pub(super) fn projections_are_those_of_glam<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(1);
        for _ in 0..CASES {
            let (a, b, u) = (some::<T, N>(&mut rng), some::<T, N>(&mut rng), unit::<T, N>(&mut rng));
            let [x, y, v] = [a, b, u].map(|v| v.into_nested());
            // A product of N terms is within N roundings of |a| |b|, and of three such, and what follows, is each result.
            let scale = a.norm::<T>().wide();
            near(a.project_onto(&b).as_slice(), &T::project_onto(x, y), scale, 24.0);
            near(a.reject_from(&b).as_slice(), &T::reject_from(x, y), scale, 24.0);
            near(a.project_onto_normalized(&u).as_slice(), &T::project_onto_normalized(x, v), scale, 12.0);
            near(a.reject_from_normalized(&u).as_slice(), &T::reject_from_normalized(x, v), scale, 12.0);
            let scale = scale.max(b.norm::<T>().wide()).powi(2);
            near(&[a.distance_squared(&b)], &[T::distance_squared(x, y)], 4.0 * scale, 12.0);
        }
    }

    pub(super) fn rays_are_those_of_glam<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(2);
        for _ in 0..CASES {
            let (a, u, n) = (some::<T, N>(&mut rng), unit::<T, N>(&mut rng), unit::<T, N>(&mut rng));
            let [x, v, m] = [a, u, n].map(|v| v.into_nested());
            near(a.reflect(&n).as_slice(), &T::reflect(x, m), a.norm::<T>().wide(), 24.0);
            let eta = T::from_f64(2.0 * rng.unit());
            let along = u.inner(&n);
            let k = T::one() - eta * eta * (T::one() - along * along);
            // Near 0 a root has half of the digits, and its sign is that of rounding.
            if k.wide().abs() > 0.01 {
                near(u.refract(&n, eta).as_slice(), &T::refract(v, m, eta), 1.0, 24.0 * 5.0 / 0.1);
            }
        }
    }

    pub(super) fn lengths_are_those_of_glam<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(3);
        for _ in 0..CASES {
            let (a, b) = (some::<T, N>(&mut rng), some::<T, N>(&mut rng));
            let [x, y] = [a, b].map(|v| v.into_nested());
            let (min, max) = (T::from_f64(10.0 * rng.unit()), T::from_f64(10.0 + rng.unit()));
            let scale = a.norm::<T>().wide();
            near(a.clamp_norm(min, max).as_slice(), &T::clamp_length(x, min, max), scale.max(11.0), 12.0);
            near(a.clamp_norm_max(max).as_slice(), &T::clamp_length_max(x, max), scale.max(11.0), 12.0);
            near(a.clamp_norm_min(min).as_slice(), &T::clamp_length_min(x, min), scale.max(11.0), 12.0);
            near(a.normalize_or(&b).as_slice(), &T::normalize_or(x, y), 1.0, 8.0);
            near(a.normalize_or_zero().as_slice(), &T::normalize_or_zero(x), 1.0, 8.0);
            near(a.try_normalize().unwrap().as_slice(), &T::try_normalize(x).unwrap(), 1.0, 8.0);
            let ((u, norm), (v, length)) = (a.normalize_and_norm(), T::normalize_and_length(x));
            near(u.as_slice(), &v, 1.0, 8.0);
            near(&[norm], &[length], scale, 8.0);
            let u = unit::<T, N>(&mut rng).map(|x| x * T::from_f64(1.0 + 2e-4 * number::<f64>(&mut rng)));
            if ((u.norm_squared().wide() - 1.0).abs() - 2e-4).abs() > 1e-6 {
                assert_eq!(u.is_normalized(), T::is_normalized(u.into_nested()));
            }
        }
    }

    pub(super) fn steps_end_where_they_should<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(4);
        for _ in 0..CASES {
            let (a, b) = (some::<T, N>(&mut rng), some::<T, N>(&mut rng));
            let d = T::from_f64(10_f64.powf(3.0 * rng.f64()) * rng.f64());
            let (x, y) = (a.into_nested(), b.into_nested());
            let whole: T = a.distance(&b);
            let scale = a.norm::<T>().wide().max(b.norm::<T>().wide()) + d.wide().abs();
            if whole.wide() > 1e-3 {
                near(a.move_towards(&b, d).as_slice(), &T::move_towards(x, y, d), scale, 16.0);
            }
            assert_eq!((a.move_towards(&b, whole), a.move_towards(&b, T::infinity())), (b, b));
            assert_eq!((a.move_towards(&b, T::zero()), a.move_towards(&a, -T::one())), (a, a));
        }
        // A short way is no shorter than asked for.
        let a = Vector::<T, N>::zeros();
        let b = Vector::<T, N>::from_fn(|_| T::from_f64(1e-6));
        near(
            a.move_towards(&b, T::from_f64(1e-6)).as_slice(),
            &[T::from_f64(1e-6 / (N as f64).sqrt()); N],
            1e-6,
            8.0,
        );
    }

    /// The values of `f64` are those of the formula; what is left is the identity of each claim.
    pub(super) fn turns_are_in_the_plane_of_both<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(5);
        for _ in 0..CASES {
            let (a, b) = (some::<T, N>(&mut rng), some::<T, N>(&mut rng));
            let (la, lb): (T, T) = (a.norm(), b.norm());
            let scale = la.wide().max(lb.wide());
            let angle = a.angle_between(&b);
            let (u, v) = (a.normalize(), b.normalize());
            near(&[angle; 2], &[b.angle_between(&a), (a * T::from_f64(4.0)).angle_between(&b)], 0.0, 0.0);
            near(&[angle.cos()], &[u.inner(&v)], 1.0, 16.0);
            near(a.slerp(&b, T::zero()).as_slice(), a.as_slice(), scale, 16.0);
            near(a.slerp(&b, T::one()).as_slice(), b.as_slice(), scale, 32.0);
            let t = T::from_f64(rng.unit());
            let between = a.slerp(&b, t);
            near(&[between.norm::<T>()], &[la + (lb - la) * t], scale, 16.0);
            near(&[a.angle_between(&between)], &[angle * t], 1.0, 32.0);
            near(&[between.angle_between(&b)], &[angle - angle * t], 1.0, 32.0);
            let by = T::from_f64(4.0 * rng.f64());
            let turned = a.rotate_towards(&b, by);
            near(&[turned.norm::<T>()], &[la], la.wide(), 16.0);
            let left = if by.wide() > 0.0 {
                (angle.wide() - by.wide()).max(0.0)
            } else {
                (angle.wide() - by.wide()).min(PI)
            };
            near(&[turned.angle_between(&b)], &[T::from_f64(left)], 1.0, 32.0);
            near(&[a.angle_between(&turned)], &[T::from_f64((left - angle.wide()).abs())], 1.0, 32.0);
        }
    }

    pub(super) fn turns_between_parallel_vectors_are_turns<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(6);
        let (half, pi) = (T::from_f64(0.5), T::from_f64(PI));
        for case in 0..CASES {
            let a = some::<T, N>(&mut rng);
            let la: T = a.norm();
            // Parallel up to rounding, or nearly, or not at all; opposite, or the same.
            let nearly = T::from_f64([0.0, T::EPS, 16.0 * T::EPS, T::EPS.sqrt()][case % 4]);
            let b = Vector::<T, N>::from_fn(|[i]| a[i] * (T::from_f64(3.0) + nearly * number(&mut rng)));
            for (b, angle) in [(b, T::zero()), (-b, pi)] {
                let lb: T = b.norm();
                let middle = a.slerp(&b, half);
                near(&[middle.norm::<T>()], &[(la + lb) * half], lb.wide(), 16.0);
                let off = 64.0 + 2.0 * nearly.wide() / T::EPS;
                near(&[middle.angle_between(&a), middle.angle_between(&b)], &[angle * half; 2], 1.0, off);
                near(a.slerp(&b, T::one()).as_slice(), b.as_slice(), lb.wide(), 32.0);
                let turned = a.rotate_towards(&b, -half);
                near(&[turned.norm::<T>()], &[la], la.wide(), 16.0);
                let expected = if angle > T::zero() { T::zero() } else { half };
                near(&[turned.angle_between(&a)], &[expected], 1.0, off);
            }
        }
        let (x, y) = (Vector::<T, N>::from_fn(|[i]| T::from_f64(f64::from(u8::from(i == 0)))), -T::one());
        assert_eq!(x.angle_between(&(x * y)), pi);
        assert_eq!(x.angle_between(&x), T::zero());
    }

    pub(super) fn the_least_and_the_largest_vectors_have_directions<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(7);
        let large = T::max_value() / T::from_f64(16.0);
        let least = T::min_positive_value() * T::from_f64(4096.0);
        for _ in 0..CASES / 10 {
            let (u, v) = (unit::<T, N>(&mut rng), unit::<T, N>(&mut rng));
            for size in [large, least] {
                // Elements near the least number have the digits of it alone.
                let (a, b) = (u * size, v * size);
                let units =
                    if size == least { T::min_positive_value().wide() / least.wide() * 16.0 } else { 0.0 }
                        + 64.0;
                near(a.try_normalize().unwrap().as_slice(), u.as_slice(), 1.0, units);
                near(&[a.angle_between(&b)], &[u.angle_between(&v)], 1.0, units);
                near(
                    a.project_onto(&b).as_slice(),
                    (u.project_onto(&v) * size).as_slice(),
                    size.wide(),
                    units,
                );
                near(
                    a.slerp(&b, T::from_f64(0.3)).as_slice(),
                    (u.slerp(&v, T::from_f64(0.3)) * size).as_slice(),
                    size.wide(),
                    units,
                );
                near(a.clamp_norm(T::one(), T::one()).as_slice(), u.as_slice(), 1.0, units);
                near(
                    a.rotate_towards(&b, T::one()).as_slice(),
                    (u.rotate_towards(&v, T::one()) * size).as_slice(),
                    size.wide(),
                    units,
                );
            }
        }
        let most = Vector::<T, N>::full(T::max_value());
        for t in [-1.0, 0.0, 0.5, 1.0, 1e30, 3e38].map(T::from_f64) {
            for b in [most, -most, most.with_first(T::zero()), Vector::ones()] {
                let between = most.slerp(&b, t);
                assert!(!between.is_nan().any(), "{between:?} at {t:?} of the way to {b:?}");
            }
        }
    }

    pub(super) fn zeros_have_no_direction_and_make_no_nan<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(8);
        let (zero, a) = (Vector::<T, N>::zeros(), some::<T, N>(&mut rng));
        let first = Vector::from_fn(|[i]| if i == 0 { T::one() } else { T::zero() });
        for none in [
            zero,
            zero.with_first(T::infinity()),
            a.with_first(T::from_f64(f64::NAN)),
            a.with_first(T::neg_infinity()),
        ] {
            assert_eq!(none.try_normalize(), None);
            assert_eq!(T::try_normalize(none.into_nested()), None);
            assert_eq!((none.normalize_or(&a), none.normalize_or_zero()), (a, zero));
            assert_eq!(none.normalize_and_norm(), (first, T::zero()));
            let (unit, length) = T::normalize_and_length(none.into_nested());
            assert_eq!((unit, length), (first.into_nested(), T::zero()));
        }
        let (one, two) = (T::one(), T::one() + T::one());
        assert_eq!((zero.clamp_norm(one, two), zero.clamp_norm_min(one)), (zero, zero));
        assert_eq!((zero.rotate_towards(&a, one), a.rotate_towards(&zero, one)), (zero, a));
        let t = T::from_f64(0.25);
        assert_eq!((zero.slerp(&a, t), a.slerp(&zero, t)), (zero.lerp(&a, t), a.lerp(&zero, t)));
        assert!(a.angle_between(&zero).is_nan() && a.project_onto(&zero).is_nan().all());
    }
}

/// An array with another first element.
trait WithFirst<T> {
    fn with_first(self, x: T) -> Self;
}
impl<T, const N: usize> WithFirst<T> for Vector<T, N> {
    fn with_first(mut self, x: T) -> Self {
        self[0] = x;
        self
    }
}

#[test]
fn angles_and_turns_of_the_plane_are_those_of_glam() {
    let mut rng = Rng::new(9);
    for _ in 0..CASES {
        let (a, b) = (some::<f64, 2>(&mut rng), some::<f64, 2>(&mut rng));
        let [g, h] = [a, b].map(|v| glam::DVec2::from_array(v.into_nested()));
        let angle = 4.0 * rng.f64();
        near(&Vec2::from_angle(angle).into_nested(), &glam::DVec2::from_angle(angle).to_array(), 1.0, 2.0);
        near(&[a.to_angle()], &[g.to_angle()], 1.0, 4.0);
        near(
            a.rotate_angle(angle).as_slice(),
            &g.rotate(glam::DVec2::from_angle(angle)).to_array(),
            a.norm(),
            8.0,
        );
        assert_eq!((a.perp().into_nested(), a.perp_dot(&b)), (g.perp().to_array(), g.perp_dot(h)));
        // The arc cosine has few digits where the sine is small.
        let sin = a.angle_between(&b).sin();
        near(&[a.angle_to(&b)], &[g.angle_to(h)], 1.0, 16.0 / sin);
        near(
            a.rotate_towards(&b, angle).as_slice(),
            &g.rotate_towards(h, angle).to_array(),
            a.norm(),
            32.0 / sin,
        );
        near(&[a.angle_to(&b).abs()], &[a.angle_between(&b)], 1.0, 16.0);
    }
    assert_eq!((Vec2::<f64>::X.angle_to(&Vec2::Y), Vec2::<f64>::Y.angle_to(&Vec2::X)), (PI / 2., -PI / 2.));
    assert_eq!(Vec2::<f32>::X.angle_to(&Vec2::NEG_X), core::f32::consts::PI);
}

#[test]
fn angles_and_turns_of_space_are_those_of_glam() {
    let mut rng = Rng::new(10);
    for _ in 0..CASES {
        let (a, b, axis) = (some::<f64, 3>(&mut rng), some::<f64, 3>(&mut rng), unit::<f64, 3>(&mut rng));
        let [g, h, k] = [a, b, axis].map(|v| glam::DVec3::from_array(v.into_nested()));
        let (angle, norm): (f64, f64) = (4.0 * rng.f64(), a.norm());
        near(a.rotate_x(angle).as_slice(), &g.rotate_x(angle).to_array(), norm, 8.0);
        near(a.rotate_y(angle).as_slice(), &g.rotate_y(angle).to_array(), norm, 8.0);
        near(a.rotate_z(angle).as_slice(), &g.rotate_z(angle).to_array(), norm, 8.0);
        let between = a.angle_between(&b);
        let sin = between.sin();
        near(&[between], &[g.angle_between(h)], 1.0, 16.0 / sin);
        let size = (sin * axis.inner(&a.cross(&b).normalize())).hypot(between.cos());
        near(&[a.angle_to(&b, &axis)], &[g.angle_to(h, k)], 1.0, 16.0 / size);
        let t = 2.0 * rng.f64();
        let scale = a.norm::<f64>().max(b.norm()) * 3.0;
        near(a.slerp(&b, t).as_slice(), &g.slerp(h, t).to_array(), scale, 64.0 / sin.powi(2));
        near(
            a.rotate_towards(&b, angle).as_slice(),
            &g.rotate_towards(h, angle).to_array(),
            norm,
            64.0 / sin,
        );
        assert_eq!(a.any_orthogonal_vector().into_nested(), g.any_orthogonal_vector().to_array());
        let ((x, y), (i, j)) = (axis.any_orthonormal_pair(), k.any_orthonormal_pair());
        near(x.as_slice(), &i.to_array(), 1.0, 8.0);
        near(y.as_slice(), &j.to_array(), 1.0, 8.0);
        near(axis.any_orthonormal_vector().as_slice(), y.as_slice(), 1.0, 0.0);
        near(x.cross(&y).as_slice(), axis.as_slice(), 1.0, 8.0);
    }
}

#[test]
fn single_precision_is_nearer_than_the_arc_cosine_of_glam() {
    let mut rng = Rng::new(11);
    for _ in 0..CASES {
        let (a, b) = (some::<f32, 3>(&mut rng), some::<f32, 3>(&mut rng));
        let exact = a.cast::<f64>().angle_between(&b.cast::<f64>());
        assert!(
            (f64::from(a.angle_between(&b)) - exact).abs() <= 4.0 * f64::from(f32::EPSILON) * exact.max(0.5)
        );
        let [g, h] = [a, b].map(|v| glam::Vec3::from_array(v.into_nested()));
        assert!((f64::from(g.angle_between(h)) - exact).abs() <= 1e-3, "{a:?} {b:?}");
    }
    for small in [1e-3_f32, 1e-10, 1e-30] {
        assert_eq!(array![1., 0., 0.].angle_between(&array![1., small, 0.]), small.atan());
    }
}

#[test]
fn huge_vectors_do_not_overflow() {
    let (a, b) = (array![1e30_f32, 0., 0.], array![1e30_f32, 1e30, 0.]);
    let (g, h) = (glam::Vec3::new(1e30, 0., 0.), glam::Vec3::new(1e30, 1e30, 0.));
    assert!(!g.project_onto(h).is_finite() && !g.angle_between(h).is_finite());
    near(a.project_onto(&b).as_slice(), &[5e29, 5e29, 0.], 1e30, 4.0);
    near(&[a.angle_between(&b), a.angle_to(&b, &Vec3::Z)], &[core::f32::consts::FRAC_PI_4; 2], 1.0, 4.0);
    near(&[b.xy().angle_to(&a.xy())], &[-core::f32::consts::FRAC_PI_4], 1.0, 4.0);
    near(&[b.slerp(&a, 0.5).norm::<f32>()], &[(2_f32.sqrt() + 1.0) / 2.0 * 1e30], 1e30, 8.0);
    assert_eq!(a.normalize_and_norm(), (Vec3::X, 1e30));
    assert_eq!(a.clamp_norm_max(2.0), array![2., 0., 0.]);
    assert_eq!(a.move_towards(&Vec3::zeros(), 1e30), Vec3::zeros());
}

#[test]
fn bases_are_orthonormal_at_the_poles() {
    for v in [
        Vec3::X,
        Vec3::NEG_X,
        Vec3::Y,
        Vec3::NEG_Y,
        Vec3::Z,
        Vec3::NEG_Z,
        array![0., 1., -0.],
        array![1e-30, 0., -1.],
    ] {
        let (a, b): (Vec3<f64>, Vec3<f64>) = v.any_orthonormal_pair();
        assert_eq!((a.norm::<f64>(), b.norm::<f64>(), a.inner(&b)), (1., 1., 0.), "{v:?}");
        assert!((a.cross(&b) - v).norm::<f64>() <= 1e-29, "{v:?}");
    }
}

#[test]
fn frames_stay_and_views_do() {
    let (a, b): (Array<f64, (World,)>, Array<f64, (World,)>) =
        (array![2., 0., 0.].named(), array![0., 3., 0.].named());
    let middle: Array<f64, (World,)> = a.slerp(&b.view(), 0.5);
    assert!(middle.unnamed().allclose(&(array![2.5, 2.5, 0.] / 2_f64.sqrt())));
    assert_eq!(a.view().reflect(&b.normalize()), a);
    assert_eq!(a.lerp(&b, 0.5), array![1., 1.5, 0.].named());
    assert_eq!(a.view().any_orthogonal_vector(), array![0., 0., 2.].named());
    assert_eq!(a.rotate_x(1.), a);
    let m = array![[3., 0.], [4., 1.]];
    let column = m.column(0).unwrap();
    assert_eq!((column.normalize_and_norm(), column.to_angle()), ((array![0.6, 0.8], 5.), 4_f64.atan2(3.)));
    assert_eq!(column.move_towards(&m.row(0).unwrap(), 4.), array![3., 0.]);
}

#[test]
fn one_element_has_two_directions() {
    assert_eq!(array![2.].angle_between(&array![-3.]), PI);
    assert_eq!(array![2.].slerp(&array![4.], 0.5), array![3.]);
    assert!(!array![2_f64].slerp(&array![-4.], 0.5)[0].is_nan());
    assert_eq!(array![-2.].move_towards(&array![4.], 1.), array![-1.]);
}
