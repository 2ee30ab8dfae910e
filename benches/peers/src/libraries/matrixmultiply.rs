//! matrixmultiply: `sgemm` and `dgemm`, on one thread.

use super::strided::{self, Strides};
use crate::entry::Entry;
use crate::row::{Form, Inputs, Number};
use matrixmultiply::{dgemm, sgemm};

/// An element that it has.
pub trait Real: Number {
    /// C = A · B.
    ///
    /// # Safety
    /// The matrices of these lengths and strides can be read, and written.
    unsafe fn gemm(lengths: [usize; 3], strides: Strides, a: *const Self, b: *const Self, c: *mut Self);
}

macro_rules! real {
    ($T:ty, $gemm:ident) => {
        impl Real for $T {
            unsafe fn gemm([m, n, k]: [usize; 3], s: Strides, a: *const $T, b: *const $T, c: *mut $T) {
                // SAFETY: the caller's promise.
                unsafe {
                    $gemm(m, k, n, 1.0, a, s.a[0], s.a[1], b, s.b[0], s.b[1], 0.0, c, s.c[0], s.c[1]);
                }
            }
        }
    };
}
real!(f32, sgemm);
real!(f64, dgemm);

pub fn real<T: Real>(x: &Inputs<T>) -> Vec<Entry> {
    if x.row.form == Form::Dot {
        return Vec::new();
    }
    // SAFETY: the operands are what `strided` says.
    unsafe { strided::entries("matrixmultiply", x, |l, s, a, b, c| T::gemm(l, s, a, b, c)) }
}
