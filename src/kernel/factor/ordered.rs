//! The order of values, and the signs of their vectors.

use crate::scalar::Real;

/// Sorts by selection: stable, so that of equal values the first comes first. `swap` exchanges what belongs to a value with
/// what belongs to the next.
#[inline(always)]
pub(super) fn sort<T: Real>(
    values: &mut [T],
    is_before: impl Fn(T, T) -> bool,
    mut swap: impl FnMut(usize, usize),
) {
    let mut i: usize = 0;
    while let Some((&first, rest)) = values.get(i..).and_then(<[T]>::split_first) {
        let mut best = (0, first);
        for (k, &value) in (1..).zip(rest) {
            if is_before(value, best.1) {
                best = (k, value);
            }
        }
        for k in (i..i.wrapping_add(best.0)).rev() {
            super::rows::exchange(values, k, k.wrapping_add(1));
            swap(k, k.wrapping_add(1));
        }
        i = i.wrapping_add(1);
    }
}

/// Whether the component of the largest size, of equal ones the first, is negative.
#[inline(always)]
pub(super) fn is_negative<T: Real>(vector: &[T]) -> bool {
    let mut largest = T::ZERO;
    for &x in vector {
        if x.abs() > largest.abs() {
            largest = x;
        }
    }
    largest < T::ZERO
}

/// Each component with the other sign.
#[inline(always)]
pub(super) fn negate<T: Real>(vector: &mut [T]) {
    vector.iter_mut().for_each(|x| *x = -*x);
}
