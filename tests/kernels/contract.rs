//! Contractions of operands with any axes in any order of memory, against one product of matrices for each position
//! of the batch: bit for bit, with nothing written between the elements of C.
#![cfg(feature = "alloc")]
#![allow(unsafe_code, reason = "operands with strides of the test's own making")]

use crate::common::Rng;
use crate::numbers::some;
use conformable::Scalar;
use conformable::kernel::{Axis, Contraction, MatMut, MatRef, Order, contract, product};
use core::fmt::Debug;

/// An operand in memory of its own: the strides of its axes, in an order of memory chosen at random, some of them
/// negative, some with gaps.
struct Place {
    strides: Vec<isize>,
    first: isize,
    size: usize,
}

fn place(rng: &mut Rng, lens: &[usize]) -> Place {
    let mut order: Vec<usize> = (0..lens.len()).collect();
    if !rng.next_u64().is_multiple_of(3) {
        for i in (1..order.len()).rev() {
            order.swap(i, rng.next_u64() as usize % (i + 1));
        }
    }
    let (mut strides, mut first, mut step) = (vec![0; lens.len()], 0, 1 + (rng.next_u64() % 5 / 4) as isize);
    for axis in order.into_iter().rev() {
        let span = lens[axis].max(1) as isize * step;
        strides[axis] = step;
        if rng.next_u64().is_multiple_of(4) {
            strides[axis] = -step;
            first += span - step;
        }
        step = span + if rng.next_u64().is_multiple_of(6) { step } else { 0 };
    }
    Place { strides, first, size: (step + first) as usize + 1 }
}

/// Lengths of up to `most` axes whose product stays below `limit`.
fn lengths(rng: &mut Rng, most: usize, limit: usize, choices: &[usize]) -> Vec<usize> {
    let mut lens = Vec::new();
    for _ in 0..rng.next_u64() as usize % (most + 1) {
        let len = choices[rng.next_u64() as usize % choices.len()];
        if lens.iter().product::<usize>() * len <= limit {
            lens.push(len);
        }
    }
    lens
}

fn offset(strides: &[isize], lens: &[usize], mut number: usize) -> isize {
    let mut at = 0;
    for (len, stride) in lens.iter().zip(strides).rev() {
        at += (number % len) as isize * stride;
        number /= len;
    }
    at
}

fn check<T: Scalar + PartialEq + Debug>(
    seed: u64,
    cases: usize,
    make: fn(u64) -> T,
    bits: fn(T) -> u64,
    junk: T,
) {
    let mut rng = Rng::new(seed);
    for case in some(0..cases) {
        let [batch, m, n] = [3, 3, 3].map(|most| lengths(&mut rng, most, 40, &[1, 2, 3, 5, 9, 17]));
        let mut k = lengths(&mut rng, 3, 700, &[1, 2, 3, 4, 8, 9, 20, 33, 300]);
        if case % 40 == 7 {
            k.push(0);
        }
        // A stretches along some axes of the batch, and B along some.
        let has: Vec<[bool; 2]> = batch
            .iter()
            .map(|_| [!rng.next_u64().is_multiple_of(4), !rng.next_u64().is_multiple_of(4)])
            .collect();
        let own = |side: usize| -> Vec<usize> {
            batch.iter().zip(&has).filter(|(_, has)| has[side]).map(|(len, _)| *len).collect()
        };
        let (batch_a, batch_b) = (own(0), own(1));
        let lens_a = [&batch_a[..], &m, &k].concat();
        let lens_b = [&batch_b[..], &n, &k].concat();
        let lens_c = [&batch[..], &m, &n].concat();
        let [at_a, at_b, at_c] = [&lens_a, &lens_b, &lens_c].map(|lens| place(&mut rng, lens));
        let a: Vec<T> = (0..at_a.size).map(|_| make(rng.next_u64())).collect();
        let b: Vec<T> = (0..at_b.size).map(|_| make(rng.next_u64())).collect();
        let mut c = vec![junk; at_c.size];
        let (mut used_a, mut used_b) = (0, 0);
        let mut axes = Vec::new();
        for (i, len) in batch.iter().enumerate() {
            let mut axis = Axis { len: *len, c: at_c.strides[i], a: 0, b: 0 };
            if has[i][0] {
                axis.a = at_a.strides[used_a];
                used_a += 1;
            }
            if has[i][1] {
                axis.b = at_b.strides[used_b];
                used_b += 1;
            }
            axes.push(axis);
        }
        let rows: Vec<Axis> = m
            .iter()
            .enumerate()
            .map(|(i, len)| Axis {
                len: *len,
                c: at_c.strides[batch.len() + i],
                a: at_a.strides[used_a + i],
                b: 0,
            })
            .collect();
        let columns: Vec<Axis> = n
            .iter()
            .enumerate()
            .map(|(i, len)| Axis {
                len: *len,
                c: at_c.strides[batch.len() + m.len() + i],
                a: 0,
                b: at_b.strides[used_b + i],
            })
            .collect();
        let summed: Vec<Axis> = k
            .iter()
            .enumerate()
            .map(|(i, len)| Axis {
                len: *len,
                c: 0,
                a: at_a.strides[used_a + m.len() + i],
                b: at_b.strides[used_b + n.len() + i],
            })
            .collect();
        let x = Contraction { batch: &axes, m: &rows, n: &columns, k: &summed };
        // SAFETY: all places of the three operands are in their vectors, says `place`.
        unsafe {
            contract(
                c.as_mut_ptr().offset(at_c.first),
                a.as_ptr().offset(at_a.first),
                b.as_ptr().offset(at_b.first),
                &x,
            );
        }

        let [rows, columns, terms] = [&m, &n, &k].map(|lens| lens.iter().product::<usize>());
        let mut written = vec![false; c.len()];
        for p in 0..batch.iter().product() {
            let [of_a, of_b] = [0, 1].map(|side| {
                let strides: Vec<isize> = axes.iter().map(|axis| [axis.a, axis.b][side]).collect();
                offset(&strides, &batch, p)
            });
            let gather =
                |from: &[T], first: isize, strides: &[isize], outer: &[usize], count: usize| -> Vec<T> {
                    let lens = [outer, &k].concat();
                    (0..count * terms).map(|i| from[(first + offset(strides, &lens, i)) as usize]).collect()
                };
            let left = gather(&a, at_a.first + of_a, &at_a.strides[used_a..], &m, rows);
            let right = gather(&b, at_b.first + of_b, &at_b.strides[used_b..], &n, columns);
            let mut want = vec![junk; rows * columns];
            product(
                Order::of(rows, columns, terms),
                MatMut::from_slice(&mut want, rows, columns).unwrap(),
                MatRef::from_slice(&left, rows, terms).unwrap(),
                MatRef::from_slice(&right, columns, terms).unwrap().t(),
            );
            let of_c = at_c.first + offset(&at_c.strides, &batch, p);
            for (i, want) in want.into_iter().enumerate() {
                let at = (of_c + offset(&at_c.strides[batch.len()..], &lens_c[batch.len()..], i)) as usize;
                assert_eq!(
                    bits(c[at]),
                    bits(want),
                    "batch {batch:?}, m {m:?}, n {n:?}, k {k:?}: {:?}, not {want:?}",
                    c[at]
                );
                written[at] = true;
            }
        }
        for (at, written) in written.into_iter().enumerate() {
            assert!(written || bits(c[at]) == bits(junk), "written between the elements of C");
        }
    }
}

/// Numbers of which every change of order shows.
fn float(bits: u64) -> f64 {
    ((bits >> 11) as f64 - 4_503_599_627_370_496.0) * 2_f64.powi((bits % 31) as i32 - 70)
}

#[test]
fn any_axes_of_floats_are_products_of_matrices() {
    check::<f64>(1, 500, float, f64::to_bits, f64::NAN);
    check::<f32>(2, 500, |bits| float(bits) as f32, |x| x.to_bits().into(), f32::NAN);
}

#[test]
fn any_axes_of_integers_are_products_of_matrices() {
    check::<i32>(3, 200, |bits| bits as i32, |x| x as u64, 77);
    check::<u8>(4, 200, |bits| bits as u8, u64::from, 77);
}

#[test]
fn any_axes_of_elements_without_vectors_are_products_of_matrices() {
    check::<bool>(5, 150, |bits| bits.is_multiple_of(5), u64::from, true);
    check::<i128>(6, 150, i128::from, |x| x as u64, 77);
}

/// A dot product that does not fit into the buffers.
#[test]
fn long_sums_over_axes_that_are_not_one_have_the_order_of_one() {
    for (outer, inner) in [(100, 90), (300, 200), (2000, 3)] {
        let mut rng = Rng::new(outer as u64);
        let a: Vec<f64> = (0..outer * inner).map(|_| float(rng.next_u64())).collect();
        let b: Vec<f64> = (0..outer * inner).map(|_| float(rng.next_u64())).collect();
        let mut got = [0.0];
        let k = [
            Axis { len: outer, c: 0, a: inner as isize, b: 1 },
            Axis { len: inner, c: 0, a: 1, b: outer as isize },
        ];
        // SAFETY: both vectors have `outer * inner` elements.
        unsafe {
            contract(
                got.as_mut_ptr(),
                a.as_ptr(),
                b.as_ptr(),
                &Contraction { batch: &[], m: &[], n: &[], k: &k },
            )
        };
        let right: Vec<f64> = (0..outer * inner).map(|i| b[i % inner * outer + i / inner]).collect();
        let want = conformable::kernel::reference::dot(&a, &right);
        assert_eq!(got[0].to_bits(), want.to_bits(), "({outer}, {inner})");
    }
}
