//! Fused multiplication and addition by integers against the hardware's, or that of the C library.

#![cfg(feature = "std")]

mod support;

use conformable::kernel::fused::{mul_add_f32, mul_add_f64};
use support::Random;

/// Numbers at which rounding is hard: any bits, ends of the range, few bits, neighbours of powers of two.
fn hard(random: &mut Random) -> f64 {
    let sign = random.bits() << 63;
    let field = match random.bits() % 6 {
        0 => 0,
        1 => 1 + random.bits() % 3,
        2 => 2040 + random.bits() % 8,
        3 => 1023 + random.bits() % 8,
        4 => 480 + random.bits() % 80,
        _ => random.bits() % 2048,
    };
    let fraction = match random.bits() % 5 {
        0 => 0,
        1 => u64::MAX,
        2 => random.bits() & random.bits() & random.bits() & random.bits(),
        3 => 1 << (random.bits() % 52),
        _ => random.bits(),
    };
    f64::from_bits(sign | field << 52 | fraction & ((1 << 52) - 1))
}

fn same(ours: f64, theirs: f64) -> bool {
    ours.to_bits() == theirs.to_bits() || ours.is_nan() && theirs.is_nan()
}

#[test]
fn f64_is_rounded_once() {
    let mut random = Random(1);
    for round in 0..400_000 {
        let (a, b) = (hard(&mut random), hard(&mut random));
        // Unrelated, or near the product or its rounding error, so that they cancel or tie.
        let product = a * b;
        let c = match round % 5 {
            0 => -product,
            1 => -product * (1.0 + f64::EPSILON * (random.bits() % 5) as f64),
            2 => product * 2_f64.powi(-((random.bits() % 110) as i32)),
            3 => product * 2_f64.powi((random.bits() % 110) as i32),
            _ => hard(&mut random),
        };
        let (ours, theirs) = (mul_add_f64(a, b, c), a.mul_add(b, c));
        assert!(same(ours, theirs), "{a:e} * {b:e} + {c:e}: {ours:e}, not {theirs:e}");
    }
}

#[test]
fn f32_is_rounded_once() {
    let mut random = Random(2);
    let narrow = |random: &mut Random| match random.bits() % 3 {
        0 => f32::from_bits(random.bits() as u32),
        1 => f32::from_bits((random.bits() % (1 << 24)) as u32),
        _ => hard(random) as f32,
    };
    for round in 0..400_000 {
        let (a, b) = (narrow(&mut random), narrow(&mut random));
        let product = a * b;
        let c = match round % 4 {
            0 => -product,
            1 => product * 2_f32.powi(-((random.bits() % 50) as i32)),
            2 => product * 2_f32.powi((random.bits() % 50) as i32),
            _ => narrow(&mut random),
        };
        let (ours, theirs) = (mul_add_f32(a, b, c), a.mul_add(b, c));
        let same = ours.to_bits() == theirs.to_bits() || ours.is_nan() && theirs.is_nan();
        assert!(same, "{a:e} * {b:e} + {c:e}: {ours:e}, not {theirs:e}");
    }
}

#[test]
fn constants_are_fused() {
    const X: f64 = mul_add_f64(1.0 + f64::EPSILON, 1.0 - f64::EPSILON, -1.0);
    assert_eq!(X, -f64::EPSILON * f64::EPSILON);
    const Y: f32 = mul_add_f32(1.0 + f32::EPSILON, 1.0 - f32::EPSILON, -1.0);
    assert_eq!(Y, -f32::EPSILON * f32::EPSILON);
}
