//! Kernels that a program calls by hand: no lengths make them reach an element that is not an operand's.
//!
//! Where the lengths do not agree, a build with debug assertions panics before anything is read; in one without them only what
//! all operands share is computed. Results stand between elements of which none may change.
#![forbid(unsafe_code)]

use conformable::Scalar;
use conformable::kernel::contract::widen::{GemvBytes, gemv_bytes};
use conformable::kernel::product::dispatch::product_on;
use conformable::kernel::product::gemv::Gemv;
use conformable::kernel::reduce::matrix::{Columns, SumRows};
use conformable::kernel::{self, MatMut, MatRef, Order, VecRef, elementwise};
use conformable::simd::{Element, Path};
use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A number of a program's own, of which no kernel knows anything.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Own(i64);
conformable::scalar!(Own, zero: Own(0), one: Own(1));
impl core::ops::Add for Own {
    type Output = Own;
    fn add(self, rhs: Own) -> Own {
        Own(self.0.wrapping_add(rhs.0))
    }
}
impl core::ops::Mul for Own {
    type Output = Own;
    fn mul(self, rhs: Own) -> Own {
        Own(self.0.wrapping_mul(rhs.0))
    }
}

/// Lengths at which kernels take other ways, and nothing.
const LENGTHS: [usize; if cfg!(miri) { 3 } else { 5 }] = {
    #[cfg(miri)]
    let lengths = [0, 1, 3];
    #[cfg(not(miri))]
    let lengths = [0, 1, 3, 8, 40];
    lengths
};

/// The elements of the largest matrix.
const AREA: usize = LENGTHS[LENGTHS.len() - 1] * LENGTHS[LENGTHS.len() - 1];

/// Elements on either side of an operand.
const AROUND: usize = 64;

/// Calls a kernel with a result of `m` times `n` elements, and compares those around it. Returns whether it panicked.
#[track_caller]
fn call<T: Scalar + PartialEq>([m, n]: [usize; 2], kernel: impl FnOnce(MatMut<'_, T>)) -> bool {
    let mut memory = vec![T::ONE; AROUND + m * n + AROUND];
    let result = &mut memory[AROUND..AROUND + m * n];
    let Some(c) = MatMut::from_slice(result, m, n) else { return false };
    let panicked = catch_unwind(AssertUnwindSafe(|| kernel(c))).is_err();
    let outside = memory[..AROUND].iter().chain(&memory[AROUND + m * n..]);
    assert!(outside.into_iter().all(|x| *x == T::ONE), "written outside of ({m}, {n})");
    panicked
}

/// Checks one call: it panics only with debug assertions, and only if the lengths do not agree.
#[track_caller]
fn check<T: Scalar + PartialEq>(lens: [usize; 2], fits: bool, kernel: impl FnOnce(MatMut<'_, T>)) {
    /// Panics take long: of those that may, one in a hundred.
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    if cfg!(debug_assertions) && !fits && !CALLS.fetch_add(1, Relaxed).is_multiple_of(101) {
        return;
    }
    let panicked = call::<T>(lens, kernel);
    assert!(!panicked || cfg!(debug_assertions) && !fits, "{lens:?}");
}

/// All lists of `N` of the lengths.
fn lists<const N: usize>() -> impl Iterator<Item = [usize; N]> {
    (0..LENGTHS.len().pow(N as u32)).map(|mut number| {
        core::array::from_fn(|_| {
            let len = LENGTHS[number % LENGTHS.len()];
            number /= LENGTHS.len();
            len
        })
    })
}

fn no_lengths_reach_outside<T: Scalar + PartialEq>() {
    let memory = [T::ONE; AREA];
    let mat = |rows: usize, cols: usize| MatRef::from_slice(&memory[..rows * cols], rows, cols).unwrap();
    for [m, n, am, ak] in lists() {
        let a = mat(am, ak);
        for a in [a, mat(ak, am).t()] {
            check::<T>([m, n], [m, n] == [am, 1], |y| kernel::sum_rows(y, a));
            check::<T>([m, n], [m, n] == [1, ak], |y| kernel::sum_columns(y, a));
            for k in LENGTHS {
                let x = VecRef::from_slice(&memory[..k]);
                check::<T>([m, n], [m, n, k] == [am, 1, ak], |y| kernel::gemv(y, a, x));
            }
            check::<T>([m, n], [m, n] == [am, ak], |c| elementwise::map::add(c, a, mat(am, ak)));
            check::<T>([m, n], false, |c| elementwise::map::mul(c, a, mat(ak, am)));
            check::<T>([m, n], [m, n] == [am, ak], |c| elementwise::map::scale(c, a, T::ONE));
        }
    }
    // Of all lists of six lengths, every seventh.
    for [m, n, am, ak, bk, bn] in lists().step_by(7) {
        let fits = [m, ak, n] == [am, bk, bn];
        for order in [Order::Dot, Order::Chain] {
            check::<T>([m, n], fits, |c| kernel::product(order, c, mat(am, ak), mat(bk, bn)));
        }
    }
}

#[test]
fn kernels_of_a_type_of_ones_own_reach_no_other_elements() {
    no_lengths_reach_outside::<Own>();
    no_lengths_reach_outside::<bool>();
}

#[test]
fn kernels_of_primitive_types_reach_no_other_elements() {
    no_lengths_reach_outside::<f32>();
    no_lengths_reach_outside::<i8>();
    no_lengths_reach_outside::<f64>();
}

#[test]
fn kernels_called_on_a_path_reach_no_other_elements() {
    let memory = [1_f32; AREA];
    let mat = |rows: usize, cols: usize| MatRef::from_slice(&memory[..rows * cols], rows, cols).unwrap();
    for path in Path::ALL.into_iter().filter(|path| path.is_available() && !cfg!(miri)) {
        for [m, n, am, ak] in lists() {
            let a = mat(am, ak);
            check::<f32>([m, n], [m, n] == [am, 1], |y| f32::run_on(path, SumRows { y, a }).unwrap());
            check::<f32>([m, n], [m, n] == [1, ak], |y| f32::run_on(path, Columns::sums(y, a)).unwrap());
            let x = VecRef::from_slice(&memory[..ak / 2]);
            check::<f32>([m, n], false, |y| f32::run_on(path, Gemv::new(y, a, x)).unwrap());
            check::<f32>([m, n], false, |c| product_on(path, Order::Dot, c, a, mat(n, ak)).unwrap());
        }
    }
}

#[test]
fn kernels_of_bytes_reach_no_other_elements() {
    let (a, x) = ([1_i8; AREA], [1_u8; 40]);
    for [m, n, am, ak, k] in lists() {
        let a = MatRef::from_slice(&a[..am * ak], am, ak).unwrap();
        let x = VecRef::from_slice(&x[..k]);
        let fits = [m, n, k] == [am, 1, ak];
        check::<i32>([m, n], fits, |y| gemv_bytes(y, a, x));
        for path in Path::ALL.into_iter().filter(|path| path.is_available() && !cfg!(miri)) {
            check::<i32>([m, n], fits, |y| i32::run_on(path, GemvBytes { y, a, x }).unwrap());
        }
    }
}
