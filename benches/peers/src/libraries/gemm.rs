//! gemm: `gemm::gemm` on one thread.

use super::strided;
use crate::entry::Entry;
use crate::row::{Form, Inputs, Number};
use gemm::Parallelism;

pub fn real<T: Number + num_traits::Float>(x: &Inputs<T>) -> Vec<Entry> {
    if x.row.form == Form::Dot {
        return Vec::new();
    }
    let (zero, one) = (T::zero(), T::one());
    // SAFETY: the operands are what `strided` says; `gemm` takes the strides of columns before those of rows.
    unsafe {
        strided::entries("gemm", x, move |[m, n, k], s, a, b, c| {
            gemm::gemm(
                m,
                n,
                k,
                c,
                s.c[1],
                s.c[0],
                false,
                a,
                s.a[1],
                s.a[0],
                b,
                s.b[1],
                s.b[0],
                zero,
                one,
                false,
                false,
                false,
                Parallelism::None,
            );
        })
    }
}
