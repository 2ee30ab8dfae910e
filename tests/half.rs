//! `f16` and `bf16`: each operation rounds to the type, and sums in `f32` are there beside it.

#![cfg(all(feature = "half-2", feature = "alloc"))]

use conformable::Scalar;
use conformable::prelude::*;
use half::{bf16, f16};

#[test]
fn each_step_of_inner_rounds_to_the_type() {
    // 2048 + 1 is no f16: a sum of ones in one lane stands still there, but 64 lanes hold 4096 ones.
    let ones = Array::from_shape_elem((Dyn(4096),), f16::ONE).unwrap();
    assert_eq!(ones.inner(&ones).unwrap(), f16::from_f32(4096.0));
    let a = array![f16::from_f32(1.001), f16::from_f32(2.5)];
    let b = array![f16::from_f32(3.0), f16::from_f32(0.1)];
    let expected = f16::from_f32(
        f16::from_f32(a[[0]].to_f32() * b[[0]].to_f32()).to_f32()
            + f16::from_f32(a[[1]].to_f32() * b[[1]].to_f32()).to_f32(),
    );
    assert_eq!(a.inner(&b), expected);
}

#[test]
fn small_whole_numbers_are_exact() {
    for k_len in [0, 1, 7, 8, 9, 31, 63, 64, 65] {
        let a = Array::from_shape_fn((Dyn(3), Dyn(k_len)), |[i, k]| bf16::from_f32(((i + k) % 3) as f32));
        let a = a.unwrap();
        let c = a.inner(&a).unwrap();
        for [i, j] in [[0, 0], [1, 2], [2, 1]] {
            let exact: usize = (0..k_len).map(|k| ((i + k) % 3) * ((j + k) % 3)).sum();
            assert_eq!(c[[i, j]], bf16::from_f32(exact as f32));
        }
    }
}

#[test]
fn one_and_zero_are_neutral() {
    assert_eq!(f16::ONE.times(f16::from_f32(3.0)), f16::from_f32(3.0));
    assert_eq!(bf16::ZERO.plus(bf16::from_f32(-2.0)), bf16::from_f32(-2.0));
}
