//! Widening products of every path against exact arithmetic.

#![cfg(feature = "alloc")]
#![allow(unsafe_code, reason = "memory with guards around it, strided vectors")]

use crate::common::Rng;
#[cfg(unix)]
use crate::guarded::Guarded;
use crate::numbers::{available, poisoned, run_on, some};
use conformable::kernel::contract::widen::{
    Byte, DotBytes, DotF32, DotI16, GemvBytes, dot_bytes, dot_bytes_static, dot_f32, dot_i16, gemv_bytes,
};
use conformable::kernel::{MatMut, MatRef, VecRef, reference};
use conformable::simd::Path;

/// Random bytes as one of the two types, the extremes often.
fn bytes<B>(rng: &mut Rng, n: usize, from: fn(u8) -> B) -> Vec<B> {
    (0..n)
        .map(|_| match rng.next_u64() % 8 {
            0 => from(0x80),
            1 => from(0xff),
            2 => from(0x7f),
            _ => from(rng.next_u64() as u8),
        })
        .collect()
}

fn exact<A: Byte, B: Byte>(a: &[A], b: &[B]) -> i64 {
    let products = a.iter().zip(b).map(|(a, b)| {
        let (a, b): (i16, i16) = ((*a).into(), (*b).into());
        i64::from(a) * i64::from(b)
    });
    products.sum()
}

fn check_bytes<A: Byte, B: Byte>(a: &[A], b: &[B], case: &str) {
    let want = exact(a, b) as i32;
    let (va, vb) = (VecRef::from_slice(a), VecRef::from_slice(b));
    for path in available() {
        let got = run_on::<i32, _>(path, DotBytes(va, vb)).expect("the path is available");
        assert_eq!(got, want, "{} {case} n={}", path.name(), a.len());
    }
    assert_eq!(poisoned(|| dot_bytes(va, vb)), want, "{case} n={}", a.len());
}

fn lengths() -> impl Iterator<Item = usize> {
    some((0..=4 * 64 + 3).chain([511, 512, 513, 1000, 4097])).take(if cfg!(miri) { 12 } else { 1000 })
}

#[test]
fn bytes_are_exact_in_all_combinations() {
    let mut rng = Rng::new(21);
    for n in lengths() {
        let (i, j) = (bytes(&mut rng, n, |x| x as i8), bytes(&mut rng, n, |x| x as i8));
        let (u, v) = (bytes(&mut rng, n, |x| x), bytes(&mut rng, n, |x| x));
        check_bytes(&i, &j, "i8 i8");
        check_bytes(&u, &j, "u8 i8");
        check_bytes(&i, &v, "i8 u8");
        check_bytes(&u, &v, "u8 u8");
    }
}

#[test]
fn extreme_bytes_do_not_saturate() {
    for n in lengths() {
        check_bytes(&vec![-128i8; n], &vec![-128i8; n], "-128 -128");
        check_bytes(&vec![255u8; n], &vec![255u8; n], "255 255");
        check_bytes(&vec![255u8; n], &vec![-128i8; n], "255 -128");
        check_bytes(&vec![255u8; n], &vec![127i8; n], "255 127");
    }
    // 2^17 terms of 2^14 are 2^31: the sum wraps; those of u8 fit a u32.
    let n = 1 << 17;
    check_bytes(&vec![-128i8; n], &vec![-128i8; n], "wrapped");
    let u = vec![181u8; n];
    let sum = dot_bytes(VecRef::from_slice(&u), VecRef::from_slice(&u)) as u32;
    assert_eq!(u64::from(sum), (n as u64 * 181 * 181) & 0xffff_ffff);
}

#[test]
fn static_bytes_are_the_dynamic_ones() {
    fn check<const N: usize>() {
        let mut rng = Rng::new(26);
        let a: [i8; N] = bytes(&mut rng, N, |x| x as i8).try_into().unwrap();
        let b: [u8; N] = bytes(&mut rng, N, |x| x).try_into().unwrap();
        assert_eq!(i64::from(poisoned(|| dot_bytes_static(&a, &b))), exact(&a, &b), "{N}");
        assert_eq!(i64::from(poisoned(|| dot_bytes_static(&b, &b))), exact(&b, &b), "{N}");
    }
    check::<0>();
    check::<1>();
    check::<7>();
    check::<8>();
    check::<16>();
    check::<17>();
    check::<64>();
    check::<100>();
    check::<160>();
    check::<161>();
    check::<1024>();
}

#[test]
fn i16_is_exact() {
    let mut rng = Rng::new(22);
    let values = |rng: &mut Rng, n| -> Vec<i16> {
        (0..n)
            .map(|_| match rng.next_u64() % 6 {
                0 | 1 => i16::MIN,
                2 => i16::MAX,
                _ => rng.next_u64() as i16,
            })
            .collect()
    };
    for n in lengths() {
        let least = vec![i16::MIN; n];
        for (a, b) in [
            (values(&mut rng, n), values(&mut rng, n)),
            (least.clone(), least),
            (vec![i16::MIN; n], vec![i16::MAX; n]),
        ] {
            let want: i64 = a.iter().zip(&b).map(|(a, b)| i64::from(*a) * i64::from(*b)).sum();
            let (va, vb) = (VecRef::from_slice(&a), VecRef::from_slice(&b));
            for path in available() {
                let got = run_on::<i64, _>(path, DotI16(va, vb)).expect("the path is available");
                assert_eq!(got, want, "{} n={n}", path.name());
            }
            assert_eq!(poisoned(|| dot_i16(va, vb)), want);
        }
    }
}

#[test]
fn f32_in_f64_is_the_dot_of_f64() {
    let mut rng = Rng::new(23);
    for n in some((0..=67).chain([1023, 1024, 1025, 3 * 1024 + 17])) {
        let (a, b) = (rng.many::<f32>(2 * n), rng.many::<f32>(2 * n));
        for stride in [1, 2] {
            let wide =
                |x: &[f32]| x.iter().step_by(stride).take(n).map(|x| f64::from(*x)).collect::<Vec<_>>();
            let want = reference::dot(&wide(&a), &wide(&b));
            // SAFETY: `n` elements at a stride of 1 or 2 are in `2 * n` elements.
            let (va, vb) = unsafe {
                (VecRef::new(a.as_ptr(), n, stride as isize), VecRef::new(b.as_ptr(), n, stride as isize))
            };
            for path in available() {
                let got = run_on::<f64, _>(path, DotF32(va, vb)).expect("the path is available");
                assert_eq!(got.to_bits(), want.to_bits(), "{} n={n} stride {stride}", path.name());
            }
            assert_eq!(poisoned(|| dot_f32(va, vb)).to_bits(), want.to_bits());
        }
    }
}

#[test]
fn gemv_of_bytes_is_exact() {
    let mut rng = Rng::new(24);
    for m in some([0, 1, 2, 3, 4, 5, 8, 11, 15, 16, 17, 37]) {
        for k in [0, 1, 7, 16, 31, 33, 63, 64, 65, 100, 128, 200] {
            let count = 2 * m * (k + 3) + 1;
            let (i, u) = (bytes(&mut rng, count, |x| x as i8), bytes(&mut rng, count, |x| x));
            let (j, v) = (bytes(&mut rng, k, |x| x as i8), bytes(&mut rng, k, |x| x));
            check_gemv([m, k], &i, &j);
            check_gemv([m, k], &i, &v);
            check_gemv([m, k], &u, &j);
            check_gemv([m, k], &u, &v);
            check_gemv([m, k], &vec![-128_i8; count], &vec![-128_i8; k]);
            check_gemv([m, k], &vec![255_u8; count], &vec![255_u8; k]);
        }
    }
}

/// `a` has at least `2 * m * (k + 3)` elements, `x` has `k`.
fn check_gemv<A: Byte, B: Byte>([m, k]: [usize; 2], a: &[A], x: &[B]) {
    let (m1, k1) = (m as isize, k as isize);
    for strides in [[k1, 1], [k1 + 3, 1], [1, m1], [2 * k1, 2], [0, 1]] {
        // SAFETY: the greatest place is below `2 * m * (k + 3)`.
        let a = unsafe { MatRef::new(a.as_ptr(), [m, k], strides) };
        let x = VecRef::from_slice(x);
        let want = (0..m).map(|i| {
            // SAFETY: `i` and `l` are in range.
            let term = |l| unsafe { (a.row(i).get(l).into(), x.get(l).into()) };
            (0..k).map(term).map(|(a, x): (i16, i16)| i64::from(a) * i64::from(x)).sum::<i64>() as i32
        });
        let want: Vec<i32> = want.collect();
        for path in available().into_iter().map(Some).chain([None]) {
            for step in [1, 2] {
                let mut y = vec![i32::MIN; step * m];
                // SAFETY: `m` places, `step` apart, are in `y`.
                let out = unsafe { MatMut::new(y.as_mut_ptr(), [m, 1], [step as isize, 1]) };
                match path {
                    Some(path) => run_on::<i32, _>(path, GemvBytes { y: out, a, x }).expect("available"),
                    None => poisoned(|| gemv_bytes(out, a, x)),
                }
                let name = path.map_or("active", Path::name);
                let sums: Vec<i32> = y.iter().copied().step_by(step).collect();
                assert_eq!(sums, want, "{name} m={m} k={k} {strides:?}");
                let others = y.chunks_exact(step).flat_map(|y| &y[1..]);
                assert!(others.copied().all(|y| y == i32::MIN), "{name} m={m} k={k}: not in y");
            }
        }
    }
}

#[cfg(unix)]
#[test]
#[cfg_attr(miri, ignore = "Miri has no pages without rights")]
fn gemv_of_bytes_reads_nothing_outside_its_operands() {
    let mut rng = Rng::new(27);
    let mut room = [Guarded::new(1 << 14), Guarded::new(4096), Guarded::new(4096)];
    let [first, second, third] = &mut room;
    for m in [1, 3, 4, 15, 16, 17, 33] {
        for k in [1, 31, 63, 64, 65, 127, 128, 200] {
            let (a, x) = (bytes(&mut rng, m * k, |x| x as i8), bytes(&mut rng, k, |x| x as i8));
            for end in [true, false] {
                let (a, x, y) = if end {
                    (&*first.at_end(&a), &*second.at_end(&x), third.at_end(&vec![0_i32; m]))
                } else {
                    (&*first.at_start(&a), &*second.at_start(&x), third.at_start(&vec![0_i32; m]))
                };
                let want: Vec<i32> = a.chunks_exact(k).map(|row| exact(row, x) as i32).collect();
                let (rows, vector) = (MatRef::from_slice(a, m, k).unwrap(), VecRef::from_slice(x));
                for path in available() {
                    let out = MatMut::from_slice(y, m, 1).unwrap();
                    run_on::<i32, _>(path, GemvBytes { y: out, a: rows, x: vector }).expect("available");
                    assert_eq!(*y, *want, "{} m={m} k={k}", path.name());
                }
                y.fill(0);
                poisoned(|| gemv_bytes(MatMut::from_slice(y, m, 1).unwrap(), rows, vector));
                assert_eq!(*y, *want, "active m={m} k={k}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
#[cfg_attr(miri, ignore = "Miri has no pages without rights")]
fn widening_reads_nothing_outside_its_operands() {
    let mut rng = Rng::new(25);
    let (mut first, mut second) = (Guarded::new(4096), Guarded::new(4096));
    for n in 0..=131 {
        let (a, b) = (bytes(&mut rng, n, |x| x as i8), bytes(&mut rng, n, |x| x));
        check_bytes(first.at_end(&a), second.at_end(&b), "at the end");
        check_bytes(first.at_start(&a), second.at_start(&b), "at the start");
        let a: Vec<i16> = a.iter().map(|x| i16::from(*x) * 255).collect();
        let f: Vec<f32> = a.iter().map(|x| f32::from(*x)).collect();
        let want: i64 = a.iter().map(|a| i64::from(*a) * i64::from(*a)).sum();
        for end in [true, false] {
            let a = if end { &*first.at_end(&a) } else { &*first.at_start(&a) };
            let f = if end { &*second.at_end(&f) } else { &*second.at_start(&f) };
            for path in available() {
                let sum = run_on::<i64, _>(path, DotI16(VecRef::from_slice(a), VecRef::from_slice(a)));
                assert_eq!(sum, Some(want), "{} n={n}", path.name());
                // Integers of 15 bits: each sum of squares is exact in f64.
                let sum = run_on::<f64, _>(path, DotF32(VecRef::from_slice(f), VecRef::from_slice(f)));
                assert_eq!(sum, Some(want as f64), "{} n={n}", path.name());
            }
        }
    }
}
