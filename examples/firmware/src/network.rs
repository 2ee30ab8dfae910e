//! Two networks of one hidden layer that read digits of 8 x 8 pixels.

#![expect(clippy::op_ref, reason = "arrays are `Copy`, but nothing is gained by copying them")]

use crate::data::{B1, B2, C1, C2, DIGITS, FACTOR, LABELS, Q1, Q2, W1, W2};
use crate::digest::Digest;
use conformable::Vector;

type Pixels<T> = Vector<T, 64>;
type Scores<T> = Vector<T, 10>;

/// `W2 relu(W1 x + b1) + b2`
fn scores(x: &Pixels<f32>) -> Scores<f32> {
    let hidden = (W1.inner(x) + &B1).maximum(&0.);
    W2.inner(&hidden) + &B2
}

/// The same of whole numbers. The hidden layer is rounded to `i8`; all else is exact.
fn scores_of_bytes(x: &Pixels<i8>) -> Scores<i32> {
    let hidden = Q1.inner_wide(x).zip_map(&C1, |h, c| {
        let scaled = (h + c).max(0).saturating_mul(FACTOR).saturating_add(1 << 15) >> 16;
        scaled.min(127) as i8
    });
    Q2.inner_wide(&hidden).zip_map(&C2, |s, c| s + c)
}

/// How many digits are read rightly by their largest score, and the digest of all scores.
fn read<T: Copy + PartialOrd>(
    scores: impl Fn(&Pixels<i8>) -> Scores<T>,
    bits: impl Fn(T) -> u32,
) -> (usize, u64) {
    let (mut right, mut digest) = (0, Digest::new());
    for (digit, label) in DIGITS.as_nested().iter().zip(&LABELS) {
        let scores = scores(Vector::from_nested_ref(digit));
        let mut best = (0, None);
        for (class, score) in (0..).zip(&scores) {
            digest.add(bits(*score));
            if best.1.is_none_or(|most| most < *score) {
                best = (class, Some(*score));
            }
        }
        right += usize::from(best.0 == *label);
    }
    (right, digest.value())
}

pub(crate) fn of_floats() -> (usize, u64) {
    read(|digit| scores(&digit.map(|pixel| f32::from(pixel) / 16.)), f32::to_bits)
}

pub(crate) fn of_bytes() -> (usize, u64) {
    read(scores_of_bytes, i32::cast_unsigned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use conformable::Matrix;

    /// What NumPy gives for the first digit.
    #[test]
    fn first_scores() {
        let scores = scores(&Vector::new(DIGITS.as_nested()[0]).map(|pixel| f32::from(pixel) / 16.));
        let numpy = [
            -9.797652,
            -0.852_101,
            -1.7646852,
            -6.172406,
            -4.738838,
            -6.0853148,
            -12.498385,
            6.0400896,
            -1.2258239,
            0.656_241_66,
        ];
        for (score, numpy) in scores.iter().zip(numpy) {
            assert!((score - numpy).abs() < 1e-5, "{score} is not {numpy}");
        }
    }

    #[test]
    fn matrices_have_the_shapes_of_the_network() {
        let _: (&Matrix<f32, 16, 64>, &Matrix<f32, 10, 16>) = (&W1, &W2);
        let _: (&Matrix<i8, 16, 64>, &Matrix<i8, 10, 16>) = (&Q1, &Q2);
    }
}
