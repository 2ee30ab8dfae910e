//! `lerp`, `step` and their kin: glam's values, bit for bit, but for the signs of zeros.
//!
//! What differs: `saturate` of a NaN is NaN here, 0 or 1 there; `smoothstep` with edges the wrong way round falls here, and is not
//! defined there; `lerp_monotonic` of `Vec4` is fused there where the processor is known to have the instruction.

use super::common::Rng;
use super::peers::{CASES, Peer};
use super::vector_peers::{Vectors, all_vectors, some};
use conformable::prelude::*;

all_vectors! {
    mixtures_are_those_of_glam;
    quotients_and_signs_are_those_of_glam;
    steps_are_those_of_glam;
}

/// Numbers of all kinds.
fn any<T: Peer>(rng: &mut Rng) -> T {
    let special = [0.0, -0.0, 1.0, -1.0, 0.5, 3.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];
    match rng.below(12) {
        i if i < special.len() => T::from_f64(special[i]),
        9 => T::max_value(),
        10 => T::min_positive_value() / T::from_f64(3.0),
        _ => T::from_f64(rng.f64() * 10_f64.powf(9.0 * rng.f64())),
    }
}
fn anything<T: Peer, const N: usize>(rng: &mut Rng) -> Vector<T, N> {
    if rng.below(2) == 0 { some(rng) } else { Vector::from_fn(|_| any(rng)) }
}

#[track_caller]
fn same<T: Peer, const N: usize>(got: Vector<T, N>, expected: [T; N]) {
    for (g, e) in got.iter().zip(&expected) {
        assert!(g == e || g.is_nan() && e.is_nan(), "{got:?} and {expected:?}");
    }
}

mod cases {
    use super::*;

    pub(super) fn mixtures_are_those_of_glam<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(1);
        for _ in 0..CASES {
            let (a, b) = (anything::<T, N>(&mut rng), anything::<T, N>(&mut rng));
            let t = if rng.below(2) == 0 { any(&mut rng) } else { T::from_f64(rng.unit()) };
            let [x, y] = [a, b].map(|v| v.into_nested());
            same(a.lerp(&b, t), T::lerp(x, y, t));
            if N < 4 {
                same(a.lerp_monotonic(&b, t), T::lerp_monotonic(x, y, t));
            }
            same(a.midpoint(&b), T::midpoint(x, y));
        }
    }

    pub(super) fn quotients_and_signs_are_those_of_glam<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(2);
        for _ in 0..CASES {
            let (a, b) = (anything::<T, N>(&mut rng), anything::<T, N>(&mut rng));
            let [x, y] = [a, b].map(|v| v.into_nested());
            same(a.rem_euclid(&b), T::rem_euclid(x, y));
            same(a.div_euclid(&b), T::div_euclid(x, y));
            let (got, expected) = (a.copysign(&b), <T as Vectors<N>>::copysign(x, y));
            same(got, expected);
            for (g, e) in got.iter().zip(&expected) {
                assert_eq!(g.is_sign_negative(), e.is_sign_negative());
            }
        }
    }

    pub(super) fn steps_are_those_of_glam<T: Vectors<N>, const N: usize>() {
        let mut rng = Rng::new(3);
        for _ in 0..CASES {
            let (a, b) = (anything::<T, N>(&mut rng), anything::<T, N>(&mut rng));
            let [x, y] = [a, b].map(|v| v.into_nested());
            same(a.step(&b), T::step(x, y));
            same(a.fract(), <T as Vectors<N>>::fract(x));
            if !a.is_nan().any() {
                same(a.saturate(), T::saturate(x));
            }
            let (a, low) = (some::<T, N>(&mut rng), some::<T, N>(&mut rng));
            let high = low + some::<T, N>(&mut rng).abs() + low.abs();
            let expected = T::smoothstep(a.into_nested(), low.into_nested(), high.into_nested());
            same(a.smoothstep(&low, &high), expected);
        }
    }
}

#[test]
fn mixtures_keep_their_ends() {
    let mut rng = Rng::new(4);
    for _ in 0..CASES {
        let (a, b) = (some::<f32, 3>(&mut rng), some::<f32, 3>(&mut rng));
        assert_eq!((a.lerp(&b, 0.0), a.lerp(&b, 1.0), a.lerp_monotonic(&b, 0.0)), (a, b, a));
        assert_eq!(a.lerp_monotonic(&a, rng.f32()), a);
    }
}

#[test]
fn nan_stays() {
    assert!(array![f64::NAN].saturate()[0].is_nan());
    assert!(array![f64::NAN].smoothstep(&0.0, &1.0)[0].is_nan());
    assert_eq!(array![f64::NAN, 1.0].step(&array![1.0, f64::NAN]), array![1.0, 1.0]);
}

#[test]
fn edges_the_wrong_way_round_fall() {
    assert_eq!(array![-1., 0., 1., 2., 3.].smoothstep(&2., &0.), array![1., 1., 0.5, 0., 0.]);
    assert_eq!(array![0., 2.].smoothstep(&1., &1.), array![0., 1.]);
}

#[test]
fn operands_broadcast_and_may_have_lengths_of_run_time() {
    let rows = array![[0., 1.], [2., 3.]];
    assert_eq!(rows.lerp(&array![4., 5.], 0.5), array![[2., 3.], [3., 4.]]);
    assert_eq!(rows.t().midpoint(&2.), array![[1., 2.], [1.5, 2.5]]);
    assert_eq!(array![-3, 0, 4].step(&1), array![1, 1, 0]);
    assert_eq!(array![-3, 0, 4].saturate(), array![0, 0, 1]);
    let list = Array::from(vec![1., 5.]);
    assert_eq!(list.smoothstep(&0., &array![2., 2.]).unwrap().as_slice(), [0.5, 1.]);
    assert_eq!(list.smoothstep(&0., &2.).as_slice(), [0.5, 1.]);
    assert!(list.rem_euclid(&array![1., 2., 3.]).is_err());
    let mut out = Vector::zeros();
    array![1.75, -0.5].fract_into(&mut out);
    assert_eq!(out, array![0.75, -0.5]);
    array![1.75, -0.5].saturate_into(&mut out);
    assert_eq!(out, array![1., 0.]);
}
