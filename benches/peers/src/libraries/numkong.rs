//! NumKong: dot products, one by one, and of rows with rows that it has packed in advance, which its times do
//! not include. Of `f32` it makes `f64`.

use crate::entry::Entry;
use crate::row::{Form, Inputs, Number, Row};
use numkong::{Dot, Dots};
use std::rc::Rc;

const LIBRARY: &str = "numkong";
/// Smaller matrices are not what it is for, and larger ones take it ten times as long as others.
const LENGTHS: std::ops::RangeInclusive<usize> = 16..=256;

/// An element that it has.
pub trait Element: Number + Dot<Output: ToF64> + Dots<Accumulator: ToF64> {}
impl<T: Number + Dot<Output: ToF64> + Dots<Accumulator: ToF64>> Element for T {}

/// A sum of it.
pub trait ToF64: Copy + Into<f64> + 'static {
    const ZERO: Self;
}
impl ToF64 for f64 {
    const ZERO: Self = 0.0;
}
impl ToF64 for i32 {
    const ZERO: Self = 0;
}

pub fn number<T: Element>(x: &Inputs<T>) -> Vec<Entry> {
    let Row { form, m, n, k, .. } = x.row;
    let (a, b) = (Rc::clone(&x.a), Rc::clone(&x.b));
    let dot = |a: &[T], b: &[T]| T::dot(a, b).expect("equal lengths");
    match form {
        Form::Dot => vec![Entry::value(LIBRARY, "", (a, b), move |a, b| dot(a, b), |c, _, _| (*c).into())],
        Form::Query => vec![
            packed(x),
            Entry::into(
                LIBRARY,
                "one by one",
                (a, b, vec![<T as Dot>::Output::ZERO; n]),
                move |a, b, c| {
                    for (row, c) in b.chunks_exact(k).zip(c) {
                        *c = dot(a, row);
                    }
                },
                |c, _, j| c[j].into(),
            ),
        ],
        Form::Nt if [m, n, k].iter().all(|length| LENGTHS.contains(length)) => vec![packed(x)],
        _ => Vec::new(),
    }
}

fn packed<T: Element>(x: &Inputs<T>) -> Entry {
    let Row { m, n, k, .. } = x.row;
    let mut rows = vec![0_u8; T::dots_packed_size(n, k)];
    // SAFETY: n rows of k elements, whose stride is in bytes, and as many bytes as it asked for.
    unsafe { T::dots_pack(x.b.as_ptr(), n, k, k * size_of::<T>(), rows.as_mut_ptr()) };
    let c = vec![<T as Dots>::Accumulator::ZERO; m * n];
    Entry::into(
        LIBRARY,
        "packed",
        (Rc::clone(&x.a), rows, c),
        move |a, rows, c| {
            let strides = [k * size_of::<T>(), n * size_of::<T::Accumulator>()];
            // SAFETY: m rows of k elements, n packed rows of k, and m rows of n sums.
            unsafe {
                T::dots_packed(a.as_ptr(), rows.as_ptr(), c.as_mut_ptr(), m, n, k, strides[0], strides[1]);
            }
        },
        move |c, i, j| c[i * n + j].into(),
    )
}
