//! Matrix · vector of every path against dots of the reference, bit for bit.

#![cfg(feature = "alloc")]
#![allow(unsafe_code, reason = "kernels take pointers; and memory with guards around it")]

use crate::common::Rng;
#[cfg(unix)]
use crate::guarded::Guarded;
use crate::numbers::{Number, assert_same, available, for_all_numbers, poisoned, run_on, some};
use conformable::kernel::product::gemv::Gemv;
use conformable::kernel::{self, MatMut, MatRef, VecRef, reference};
use conformable::simd::Path;

/// Strides of the matrix, of x and of y, for lengths `[m, k]`.
type Layout = fn([isize; 2]) -> ([isize; 2], isize, isize);

const LAYOUTS: [Layout; 10] = [
    |[_, k]| ([k, 1], 1, 1),
    |[_, k]| ([k + 3, 1], 1, 2),
    |[_, k]| ([-k, 1], 1, -1),
    |[_, k]| ([k, 1], 2, 1),
    |[m, _]| ([1, m], 1, 1),
    |[m, _]| ([1, m + 5], -1, 1),
    |[m, _]| ([1, m], 3, 2),
    |[m, _]| ([2, 2 * m], 1, 1),
    |[_, k]| ([0, 1], 1, k.max(1)),
    |[m, k]| ([-3 * k.max(1), -2], 0, -m.max(1)),
];

/// The place of the first element among `extent` of a vector or matrix axis.
fn start(len: usize, stride: isize) -> usize {
    if stride < 0 { (len.max(1) - 1) * stride.unsigned_abs() } else { 0 }
}

fn span(len: usize, stride: isize) -> usize {
    (len.max(1) - 1) * stride.unsigned_abs() + 1
}

fn check_lengths<T: Number>(rng: &mut Rng, [m, k]: [usize; 2]) {
    for (number, layout) in LAYOUTS.iter().enumerate() {
        let ([rs, cs], xs, ys) = layout([m as isize, k as isize]);
        let a = rng.many::<T>(span(m, rs) + span(k, cs));
        let x = rng.many::<T>(span(k, xs));
        let (a0, x0, y0) = (start(m, rs) + start(k, cs), start(k, xs), start(m, ys));
        let want: Vec<T> = (0..m as isize)
            .map(|i| {
                let row: Vec<T> =
                    (0..k as isize).map(|l| a[(a0 as isize + i * rs + l * cs) as usize]).collect();
                let values: Vec<T> = (0..k as isize).map(|l| x[(x0 as isize + l * xs) as usize]).collect();
                reference::dot(&row, &values)
            })
            .collect();
        // SAFETY: `span` and `start` make room for all elements at the strides.
        let (a, x) = unsafe {
            (MatRef::new(a[a0..].as_ptr(), [m, k], [rs, cs]), VecRef::new(x[x0..].as_ptr(), k, xs))
        };
        for path in available().into_iter().map(Some).chain([None]) {
            let name = path.map_or("active", Path::name);
            let mut y = vec![T::POISON; span(m, ys) + 1];
            // SAFETY: as above, and distinct places, for `ys` is not 0.
            let out = unsafe { MatMut::new(y[y0..].as_mut_ptr(), [m, 1], [ys, 1]) };
            match path {
                Some(path) => run_on::<T, _>(path, Gemv::new(out, a, x)).expect("the path is available"),
                None => poisoned(|| kernel::gemv(out, a, x)),
            }
            let mut touched = vec![false; y.len()];
            for (i, want) in want.iter().enumerate() {
                let at = (y0 as isize + i as isize * ys) as usize;
                touched[at] = true;
                assert_same(y[at], *want, format_args!("{name} layout {number} m={m} k={k} i={i}"));
            }
            let others = y.iter().zip(touched).filter(|(_, touched)| !touched);
            for (y, _) in others {
                assert_same(*y, T::POISON, format_args!("{name} layout {number} m={m} k={k}: not in y"));
            }
        }
    }
}

#[test]
fn gemv_matches_reference_in_all_layouts() {
    fn check<T: Number>() {
        let mut rng = Rng::new(11);
        let lanes = 128 / size_of::<T>();
        for m in some([0, 1, 2, 3, 4, 5, 7, 9]) {
            for k in [0, 1, 2, 3, lanes / 2 - 1, lanes - 1, lanes, lanes + 1, 3 * lanes + lanes / 2 + 3] {
                check_lengths::<T>(&mut rng, [m, k]);
            }
        }
        for m in some([lanes - 1, lanes, 2 * lanes + 1, 4 * lanes + 3]) {
            for k in [1, 5, lanes + 3] {
                check_lengths::<T>(&mut rng, [m, k]);
            }
        }
    }
    for_all_numbers([check::<f32>, check::<f64>, check::<i8>, check::<i16>, check::<i32>, check::<i64>]);
}

#[test]
fn gemv_matches_reference_at_block_edges() {
    fn check<T: Number>() {
        let mut rng = Rng::new(12);
        let block = 64 * 128 / size_of::<T>();
        for k in some([block - 1, block, block + 1, 3 * block + 5]) {
            check_lengths::<T>(&mut rng, [5, k]);
        }
        check_lengths::<T>(&mut rng, [128 / size_of::<T>() + 1, block + 1]);
    }
    for_all_numbers([check::<f32>, check::<f64>, check::<i16>, check::<i32>, check::<i64>, check::<i32>]);
}

#[cfg(unix)]
#[test]
#[cfg_attr(miri, ignore = "Miri has no pages without rights")]
fn gemv_touches_nothing_outside_its_operands() {
    fn check<T: Number>() {
        let mut rng = Rng::new(13);
        let mut room = [Guarded::new(1 << 16), Guarded::new(1 << 12), Guarded::new(1 << 12)];
        let lanes = 128 / size_of::<T>();
        for m in [1, 3, 4, 5, lanes / 2 + 1, lanes + 1] {
            for k in [1, 3, lanes / 2 + 1, lanes, lanes + 3] {
                let (a, x) = (rng.many::<T>(m * k), rng.many::<T>(k));
                for strides in [[k as isize, 1], [1, m as isize]] {
                    for end in [true, false] {
                        let [ra, rx, ry] = &mut room;
                        let (a, x, y) = if end {
                            (ra.at_end(&a), rx.at_end(&x), ry.at_end(&vec![T::POISON; m]))
                        } else {
                            (ra.at_start(&a), rx.at_start(&x), ry.at_start(&vec![T::POISON; m]))
                        };
                        for path in available() {
                            // SAFETY: `m * k` elements at either pair of strides, and `m` of y.
                            let (out, a) = unsafe {
                                let out = MatMut::new(y.as_mut_ptr(), [m, 1], [1, 1]);
                                (out, MatRef::new(a.as_ptr(), [m, k], strides))
                            };
                            run_on::<T, _>(path, Gemv::new(out, a, VecRef::from_slice(x)))
                                .expect("available");
                            for (i, y) in y.iter().enumerate() {
                                let row: Vec<T> =
                                    // SAFETY: `i` and `l` are in range.
                                    (0..k).map(|l| unsafe { a.row(i).get(l) }).collect();
                                let want = reference::dot(&row, x);
                                assert_same(*y, want, format_args!("{} m={m} k={k} i={i}", path.name()));
                            }
                        }
                    }
                }
            }
        }
    }
    for_all_numbers([check::<f32>, check::<f64>, check::<i8>, check::<i16>, check::<i32>, check::<i64>]);
}

#[test]
fn gemv_of_other_types_is_the_generic_one() {
    let a: Vec<u128> = (0..12).map(|i| i * 3 + 1).collect();
    let x = [1u128, 2, 3];
    let mut y = [0u128; 4];
    kernel::gemv(
        MatMut::from_slice(&mut y, 4, 1).unwrap(),
        MatRef::from_slice(&a, 4, 3).unwrap(),
        VecRef::from_slice(&x),
    );
    assert_eq!(y, [0, 1, 2, 3].map(|i| a[3 * i] + 2 * a[3 * i + 1] + 3 * a[3 * i + 2]));
}
