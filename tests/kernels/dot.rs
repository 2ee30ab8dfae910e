//! Dot products and sums of every path against the reference, bit for bit.

#![cfg(feature = "alloc")]
#![allow(unsafe_code, reason = "kernels take pointers; and memory with guards around it")]

use crate::common::Rng;
#[cfg(unix)]
use crate::guarded::Guarded;
use crate::numbers::{Number, assert_same, available, for_all_numbers, lengths, paths, poisoned, run_on};
use conformable::Scalar;
use conformable::kernel::dot::{Sum, dot_inline};
use conformable::kernel::primitive::of_constant_length;
use conformable::kernel::terms::{Products, StridedProducts, Values};
use conformable::kernel::{self, VecRef, reference};
use conformable::simd::Path;

fn dot_on<T: Number>(path: Path, a: &[T], b: &[T]) -> T {
    assert!(a.len() == b.len());
    // SAFETY: both slices have `a.len()` elements.
    let kernel = unsafe { Sum::new(Products::new(a.as_ptr(), b.as_ptr()), a.len()) };
    run_on::<T, _>(path, kernel).expect("the path is available")
}

#[test]
fn dot_matches_reference_at_all_lengths_and_alignments() {
    fn check<T: Number>() {
        let mut rng = Rng::new(1);
        let most = *lengths(size_of::<T>()).iter().max().unwrap();
        let (a, b) = (rng.many::<T>(most), rng.many::<T>(most));
        let mut room = [vec![T::POISON; most + 64], vec![T::POISON; most + 64]];
        for n in lengths(size_of::<T>()) {
            let want = reference::dot(&a[..n], &b[..n]);
            let dense = n <= 4 * 128 / size_of::<T>() + 3;
            for shift in 0..64 / size_of::<T>() {
                // Both operands at all places in a cache line; the long ones at some.
                let other = (shift * 7 + 3) % (64 / size_of::<T>());
                if !(dense || shift % 5 == 0) {
                    continue;
                }
                room[0][shift..][..n].copy_from_slice(&a[..n]);
                room[1][other..][..n].copy_from_slice(&b[..n]);
                for path in available() {
                    let got = dot_on(path, &room[0][shift..][..n], &room[1][other..][..n]);
                    assert_same(got, want, format_args!("{} n={n} shift={shift}", path.name()));
                }
            }
        }
    }
    for_all_numbers([check::<f32>, check::<f64>, check::<i8>, check::<i16>, check::<i32>, check::<i64>]);
}

#[test]
fn every_path_of_this_build_is_named() {
    let here = paths();
    assert!(here.contains(&Path::Scalar));
    assert!(here.contains(&Path::active()));
    eprintln!("tested: {:?}", here.iter().map(|path| path.name()).collect::<Vec<_>>());
}

#[cfg(unix)]
#[test]
#[cfg_attr(miri, ignore = "Miri has no pages without rights")]
fn dot_reads_nothing_outside_its_operands() {
    fn check<T: Number>() {
        let mut rng = Rng::new(2);
        let most = 4 * 128 / size_of::<T>() + 3;
        let (a, b) = (rng.many::<T>(most), rng.many::<T>(most));
        let mut room = [Guarded::new(8192), Guarded::new(8192)];
        let [first, second] = &mut room;
        for n in 0..=most {
            let want = reference::dot(&a[..n], &b[..n]);
            for path in available() {
                let got = dot_on(path, first.at_end(&a[..n]), second.at_end(&b[..n]));
                assert_same(got, want, format_args!("{} n={n} at the end", path.name()));
                let got = dot_on(path, first.at_start(&a[..n]), second.at_start(&b[..n]));
                assert_same(got, want, format_args!("{} n={n} at the start", path.name()));
            }
        }
    }
    for_all_numbers([check::<f32>, check::<f64>, check::<i8>, check::<i16>, check::<i32>, check::<i64>]);
}

#[test]
fn strided_dot_is_the_contiguous_one() {
    fn check<T: Number>() {
        let mut rng = Rng::new(3);
        let lanes = 128 / size_of::<T>();
        let most = 64 * lanes + 5;
        let (a, b) = (rng.many::<T>(3 * most), rng.many::<T>(3 * most));
        for n in (0..2 * lanes + 3).chain([most - 5, most]) {
            for (s, t) in [(1, -1), (-1, -1), (0, 1), (2, 1), (1, 3), (-2, 3), (0, 0), (-3, 2)] {
                let view = |x: &'_ [T], stride: isize| {
                    let first = if stride < 0 { (n.max(1) - 1) * stride.unsigned_abs() } else { 0 };
                    let values: Vec<T> =
                        (0..n).map(|i| x[(first as isize + i as isize * stride) as usize]).collect();
                    // SAFETY: `first + i * stride` is in 0..3 * most for every `i < n`.
                    (unsafe { VecRef::new(x.as_ptr().add(first), n, stride) }, values)
                };
                let ((va, xs), (vb, ys)) = (view(&a, s), view(&b, t));
                let (want, got) = (reference::dot(&xs, &ys), poisoned(|| kernel::dot(va, vb)));
                assert_same(got, want, format_args!("active n={n} strides {s}, {t}"));
                for path in available() {
                    // SAFETY: both have `n` elements.
                    let kernel = unsafe { Sum::new(StridedProducts::new(va, vb), n) };
                    let got = run_on::<T, _>(path, kernel).expect("the path is available");
                    assert_same(got, want, format_args!("{} n={n} strides {s}, {t}", path.name()));
                }
            }
        }
    }
    for_all_numbers([check::<f32>, check::<f64>, check::<i8>, check::<i16>, check::<i32>, check::<i64>]);
}

#[test]
fn sum_matches_reference() {
    fn check<T: Number>() {
        let mut rng = Rng::new(4);
        for n in lengths(size_of::<T>()) {
            let x = rng.many::<T>(n);
            let want = reference::sum(&x);
            for path in available() {
                // SAFETY: there are `n` values.
                let kernel = unsafe { Sum::new(Values::new(VecRef::from_slice(&x)), n) };
                let got = run_on::<T, _>(path, kernel).expect("the path is available");
                assert_same(got, want, format_args!("{} n={n}", path.name()));
            }
        }
    }
    for_all_numbers([check::<f32>, check::<f64>, check::<i8>, check::<i16>, check::<i32>, check::<i64>]);
}

#[test]
fn static_dot_is_the_dynamic_one() {
    fn check<T: Number, const N: usize>() {
        let mut rng = Rng::new(5 + N as u64);
        let (a, b) = (rng.many::<T>(N), rng.many::<T>(N));
        let want = reference::dot(&a, &b);
        // SAFETY: both have `N` elements.
        unsafe {
            assert_same(
                poisoned(|| of_constant_length::<T>(a.as_ptr(), b.as_ptr(), N)),
                want,
                format_args!("static {N}"),
            );
            assert_same(poisoned(|| dot_inline(a.as_ptr(), b.as_ptr(), N)), want, format_args!("inline {N}"));
        }
        assert_same(
            poisoned(|| kernel::dot(VecRef::from_slice(&a), VecRef::from_slice(&b))),
            want,
            format_args!("{N}"),
        );
    }
    macro_rules! at {
        ($($N:literal)+) => {$(
            check::<f32, $N>();
            check::<f64, $N>();
            check::<i8, $N>();
            check::<i16, $N>();
            check::<i32, $N>();
            check::<i64, $N>();
        )+};
    }
    at! { 0 1 2 3 4 5 6 7 8 9 15 16 17 31 32 33 63 64 65 100 127 128 129 255 256 768 }
}

#[test]
fn infinities_and_nans_reach_the_sum() {
    for path in available() {
        for n in [1, 3, 4, 31, 33, 64, 100] {
            for at in [0, n / 2, n - 1] {
                let mut a = vec![1.0f32; n];
                a[at] = f32::INFINITY;
                assert!(dot_on(path, &a, &vec![1.0; n]) == f32::INFINITY);
                assert!(dot_on(path, &a, &vec![0.0; n]).is_nan());
                a[at] = f32::NAN;
                assert!(dot_on(path, &a, &vec![1.0; n]).is_nan());
            }
        }
    }
}

#[test]
fn zeros_keep_their_sign_as_the_reference_does() {
    for path in available() {
        for n in 1..=67 {
            let minus = dot_on(path, &vec![-0.0f32; n], &vec![1.0; n]);
            assert!(minus == 0.0 && minus.is_sign_negative(), "{} n={n}", path.name());
            let plus = dot_on(path, &vec![-0.0f64; n], &vec![-1.0; n]);
            assert!(plus == 0.0 && plus.is_sign_positive(), "{} n={n}", path.name());
        }
        assert!(dot_on::<f32>(path, &[], &[]).is_sign_positive());
    }
}

#[test]
fn other_types_have_the_order_too() {
    let a: Vec<u8> = (0..999).map(|i| (i * 37 % 256) as u8).collect();
    let plain = a.iter().fold(0u8, |s, x| s.wrapping_add(x.wrapping_mul(*x)));
    assert_eq!(kernel::dot(VecRef::from_slice(&a), VecRef::from_slice(&a)), plain);
    let flags = [true, false, true];
    assert!(kernel::dot(VecRef::from_slice(&flags), VecRef::from_slice(&[false, true, true])));
    let big = [i128::MAX, 2, -3];
    assert_eq!(
        kernel::dot(VecRef::from_slice(&big), VecRef::from_slice(&big)),
        big.iter().fold(0, |s, x| s.plus(x.times(*x)))
    );
}
