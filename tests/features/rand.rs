//! The feature `rand-010`: one order everywhere, and uniform points and rotations.
#![cfg(feature = "rand-010")]

use conformable::geometry::{Quat, Rot2, UnitBall, UnitCircle, UnitDisc, UnitSphere, Vec2, Vec3};
use conformable::prelude::*;
use conformable::{Array3, Matrix, UpTo, Vector, axes, s};
use rand::distr::{Distribution, StandardUniform, Uniform};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

fn rng() -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(42)
}

#[test]
fn a_seed_gives_the_same_elements_for_every_kind_of_array() {
    let mut one_by_one = rng();
    let expected: Vec<f64> = (0..24).map(|_| one_by_one.random()).collect();
    let fixed: Array3<f64, 2, 3, 4> = rng().random();
    assert_eq!(fixed.to_vec(), expected);
    let mixed = Array::<f64, _>::random((Dyn(2), Const::<3>, Dyn(4)), StandardUniform, &mut rng()).unwrap();
    assert_eq!(mixed.as_slice(), expected);
    let room = Array::<f64, _>::random((UpTo::<9>::new(4).unwrap(), Const::<6>), StandardUniform, &mut rng())
        .unwrap();
    assert_eq!(room.to_vec(), expected);
    let mut turned = Array3::<f64, 4, 2, 3>::zeros();
    turned.permute_mut::<axes![1, 2, 0]>().fill_random(StandardUniform, &mut rng());
    assert_eq!(turned.permute::<axes![1, 2, 0]>().to_vec(), expected);
}

#[test]
fn a_seed_gives_these_numbers_on_every_machine() {
    // Of a program in Python with NumPy's floats.
    let x: Vector<u32, 2> = Xoshiro256PlusPlus::seed_from_u64(1).random();
    let y: Vec3<f32> = Xoshiro256PlusPlus::seed_from_u64(1).sample(UnitSphere);
    let q: Quat<f64> = Xoshiro256PlusPlus::seed_from_u64(1).random();
    assert_eq!(x, array![3_485_847_679, 3_208_790_322]);
    assert_eq!(y.map(f32::to_bits), array![0x3f41_660f, 0x3f19_5ce3, 0xbe87_d5c8]);
    assert_eq!(
        [q.x, q.y, q.z, q.w].map(f64::to_bits),
        [0x3fe3_f174_1fdb_c0f0, 0x3fdf_a120_994b_1ff0, 0xbfe0_83d7_df2f_bcfe, 0x3fd4_56cb_c56e_1e88]
    );
}

#[test]
fn other_distributions_have_their_range() {
    let throws = Array::random((Dyn(1000),), Uniform::new_inclusive(1, 6).unwrap(), &mut rng()).unwrap();
    assert_eq!((throws.min(), throws.max()), (Some(1), Some(6)));
    // 167 of each are expected, with a deviation of 12.
    assert!(throws.bincount(Const::<7>).unwrap().slice(s![1..]).min() > 100);
    let truths: Matrix<bool, 4, 4> = rng().random();
    assert!(truths.any() && !truths.all());
}

#[test]
fn no_elements_draw_nothing_and_too_many_are_an_error() {
    let mut generator = rng();
    let empty: Matrix<f64, 0, 3> = generator.random();
    assert!(empty.is_empty());
    assert_eq!(generator, rng());
    let error =
        Array::<u8, _>::random((Dyn(usize::MAX), Dyn(2)), StandardUniform, &mut generator).unwrap_err();
    assert!(error.to_string().starts_with("random: "), "{error}");
    assert_eq!(generator, rng());
}

/// The mean of `f`, which is within -1 to 1, over some samples.
fn mean<X>(distribution: impl Distribution<X>, f: impl Fn(X) -> f64) -> f64 {
    let mut generator = rng();
    (0..SAMPLES).map(|_| f(distribution.sample(&mut generator))).sum::<f64>() / f64::from(SAMPLES)
}
const SAMPLES: u32 = 40_000;
/// Five deviations of such a mean.
const NEAR: f64 = 5. / 200.;

#[test]
fn points_on_the_circle_and_the_sphere_are_uniform() {
    for k in 1..=4 {
        // All moments of the angle vanish.
        let turn = |v: Vec2<f64>| f64::from(k) * v.y.atan2(v.x);
        assert!(mean(UnitCircle, |v| turn(v).cos()).abs() < NEAR, "cosine {k}");
        assert!(mean(UnitCircle, |v| turn(v).sin()).abs() < NEAR, "sine {k}");
    }
    for i in 0..3 {
        // Each coordinate is uniform on a sphere (Archimedes).
        for k in 1..=4 {
            let expected = if k % 2 == 0 { 1. / f64::from(k + 1) } else { 0. };
            assert!(
                (mean(UnitSphere, |v: Vec3<f64>| v[i].powi(k)) - expected).abs() < NEAR,
                "axis {i}, power {k}"
            );
        }
    }
    assert!(mean(UnitSphere, |v: Vec3<f64>| (v.norm() - 1.).abs()) < 1e-15);
    assert!(mean(UnitCircle, |v: Vec2<f64>| (v.norm() - 1.).abs()) < 1e-15);
}

#[test]
fn points_within_are_uniform() {
    // r² of a disc and r³ of a ball are uniform.
    for k in 1..=3 {
        let expected = 1. / f64::from(k + 1);
        assert!((mean(UnitDisc, |v: Vec2<f64>| v.norm_squared().powi(k)) - expected).abs() < NEAR);
        assert!((mean(UnitBall, |v: Vec3<f64>| v.norm().powi(3 * k)) - expected).abs() < NEAR);
    }
    assert!(
        mean(UnitDisc, |v: Vec2<f64>| v.x).abs() < NEAR && mean(UnitBall, |v: Vec3<f64>| v.z).abs() < NEAR
    );
}

#[test]
fn rotations_are_uniform() {
    // A rotation that is uniform takes every vector to a uniform point of the sphere.
    for v in [Vec3::X, Vec3::Y, Vec3::new([0.6, 0., -0.8])] {
        for i in 0..3 {
            for k in 1..=4 {
                let expected = if k % 2 == 0 { 1. / f64::from(k + 1) } else { 0. };
                let power = |q: Quat<f64>| q.transform_vector(&v)[i].powi(k);
                assert!((mean(StandardUniform, power) - expected).abs() < NEAR, "axis {i}, power {k}");
            }
        }
    }
    // Its angle has the density (1 - cos a)/π, of which the mean cosine is -1/2.
    assert!((mean(StandardUniform, |q: Quat<f64>| 2. * q.w * q.w - 1.) + 0.5).abs() < NEAR);
    assert!(mean(StandardUniform, |q: Quat<f64>| f64::from(!q.is_normalized())) == 0.);
    assert!(mean(StandardUniform, |r: Rot2<f64>| r.cos()).abs() < NEAR);
    assert!(mean(StandardUniform, |r: Rot2<f64>| 2. * r.cos() * r.sin()).abs() < NEAR);
}
