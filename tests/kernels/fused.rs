//! Fused multiplication and addition by integers against the hardware's, or that of the C library.

#![cfg(feature = "std")]

use crate::common::Rng;
use conformable::kernel::product::fused::{mul_add_f32, mul_add_f64};

/// Numbers at which rounding is hard: any bits, ends of the range, few bits, neighbours of powers of two.
fn hard(rng: &mut Rng) -> f64 {
    let sign = rng.next_u64() << 63;
    let field = match rng.next_u64() % 6 {
        0 => 0,
        1 => 1 + rng.next_u64() % 3,
        2 => 2040 + rng.next_u64() % 8,
        3 => 1023 + rng.next_u64() % 8,
        4 => 480 + rng.next_u64() % 80,
        _ => rng.next_u64() % 2048,
    };
    let fraction = match rng.next_u64() % 5 {
        0 => 0,
        1 => u64::MAX,
        2 => rng.next_u64() & rng.next_u64() & rng.next_u64() & rng.next_u64(),
        3 => 1 << (rng.next_u64() % 52),
        _ => rng.next_u64(),
    };
    f64::from_bits(sign | field << 52 | fraction & ((1 << 52) - 1))
}

fn same(ours: f64, theirs: f64) -> bool {
    ours.to_bits() == theirs.to_bits() || ours.is_nan() && theirs.is_nan()
}

#[test]
fn f64_is_rounded_once() {
    let mut rng = Rng::new(1);
    for round in 0..400_000 {
        let (a, b) = (hard(&mut rng), hard(&mut rng));
        // Unrelated, or near the product or its rounding error, so that they cancel or tie.
        let product = a * b;
        let c = match round % 5 {
            0 => -product,
            1 => -product * (1.0 + f64::EPSILON * (rng.next_u64() % 5) as f64),
            2 => product * 2_f64.powi(-((rng.next_u64() % 110) as i32)),
            3 => product * 2_f64.powi((rng.next_u64() % 110) as i32),
            _ => hard(&mut rng),
        };
        let (ours, theirs) = (mul_add_f64(a, b, c), a.mul_add(b, c));
        assert!(same(ours, theirs), "{a:e} * {b:e} + {c:e}: {ours:e}, not {theirs:e}");
    }
}

#[test]
fn f32_is_rounded_once() {
    let mut rng = Rng::new(2);
    let narrow = |rng: &mut Rng| match rng.next_u64() % 3 {
        0 => f32::from_bits(rng.next_u64() as u32),
        1 => f32::from_bits((rng.next_u64() % (1 << 24)) as u32),
        _ => hard(rng) as f32,
    };
    for round in 0..400_000 {
        let (a, b) = (narrow(&mut rng), narrow(&mut rng));
        let product = a * b;
        let c = match round % 4 {
            0 => -product,
            1 => product * 2_f32.powi(-((rng.next_u64() % 50) as i32)),
            2 => product * 2_f32.powi((rng.next_u64() % 50) as i32),
            _ => narrow(&mut rng),
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
