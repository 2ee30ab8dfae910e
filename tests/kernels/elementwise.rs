//! Elementwise loops against the plain ones, in all layouts.

#![cfg(feature = "alloc")]
#![allow(unsafe_code, reason = "kernels take pointers")]

use crate::common::Rng;
use conformable::kernel::elementwise::map::{add, axpy, map, map2, mul, scale};
use conformable::kernel::{MatMut, MatRef};

#[test]
fn elementwise_is_the_plain_loop() {
    let mut rng = Rng::new(41);
    for [m, n] in [[0, 3], [3, 0], [1, 1], [1, 3], [4, 4], [3, 17], [7, 64], [2, 1000], [64, 65]] {
        let (a, b) = (rng.many::<f32>(2 * (m + 2) * (n + 2)), rng.many::<f32>(2 * (m + 2) * (n + 2)));
        let (m1, n1) = (m as isize, n as isize);
        let layouts = [[n1, 1], [n1 + 1, 1], [1, m1], [1, m1 + 1], [2 * n1, 2], [0, 1], [1, 0], [0, 0]];
        for sa in layouts {
            for sb in layouts {
                for sc in [[n1, 1], [n1 + 1, 1], [1, m1], [2 * n1, 2]] {
                    let case = format!("{m}x{n} {sa:?} {sb:?} {sc:?}");
                    let mut c = vec![f32::NAN; 2 * (m + 2) * (n + 2)];
                    let out = c.as_mut_ptr();
                    // SAFETY: the greatest place is below the lengths, and `c`'s are distinct.
                    let (va, vb, vc) = unsafe {
                        let vc = move || MatMut::new(out, [m, n], sc);
                        (MatRef::new(a.as_ptr(), [m, n], sa), MatRef::new(b.as_ptr(), [m, n], sb), vc)
                    };
                    let at =
                        |s: [isize; 2], i: usize, j: usize| (i as isize * s[0] + j as isize * s[1]) as usize;
                    let verify = |f: &dyn Fn(f32, f32) -> f32, what: &str| {
                        for i in 0..m {
                            for j in 0..n {
                                // SAFETY: a place in `c`, written.
                                let got = unsafe { *out.add(at(sc, i, j)) };
                                let want = f(a[at(sa, i, j)], b[at(sb, i, j)]);
                                assert_eq!(got.to_bits(), want.to_bits(), "{what} {case} at {i}, {j}");
                            }
                        }
                    };
                    add(vc(), va, vb);
                    verify(&|a, b| a + b, "add");
                    mul(vc(), va, vb);
                    verify(&|a, b| a * b, "mul");
                    map2(vc(), va, vb, |a, b| a / b - 1.5);
                    verify(&|a, b| a / b - 1.5, "map2");
                    scale(vc(), va, 3.25);
                    verify(&|a, _| a * 3.25, "scale");
                    map(vc(), va, |a| -a);
                    verify(&|a, _| -a, "map");
                    // SAFETY: all of `c` is initialised.
                    unsafe { axpy(vc(), 0.3, vb) };
                    verify(&|a, b| -a + 0.3 * b, "axpy");
                }
            }
        }
    }
}

#[test]
fn elementwise_writes_its_elements_only() {
    let a = vec![1u8; 600];
    for n in [1, 31, 65, 600] {
        let mut c = vec![7u8; 602];
        let out = MatMut::from_slice(&mut c[1..=n], 1, n).unwrap();
        let a = MatRef::from_slice(&a[..n], 1, n).unwrap();
        add(out, a, a);
        assert!(c[0] == 7 && c[1..=n].iter().all(|x| *x == 2) && c[n + 1..].iter().all(|x| *x == 7));
    }
}
