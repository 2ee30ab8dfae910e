//! Sums of rows and columns of every path against the reference, bit for bit.

#![cfg(feature = "alloc")]
#![allow(unsafe_code, reason = "kernels take pointers")]

use crate::common::Rng;
use crate::numbers::{Number, assert_same, available, for_all_numbers, some};
use conformable::Scalar;
use conformable::kernel::reduce::matrix::{Columns, SumRows};
use conformable::kernel::{self, MatMut, MatRef, VecRef, reference};
use conformable::simd::Path;

/// The sum, or the product, of chains of 64 as a balanced tree, split at the largest power of two below the count.
fn pairwise<T: Scalar>(x: &[T], empty: T, plus: fn(T, T) -> T) -> T {
    fn tree<T: Scalar>(sums: &[T], plus: fn(T, T) -> T) -> T {
        if let [one] = sums {
            return *one;
        }
        let (left, right) = sums.split_at(sums.len().next_power_of_two() / 2);
        plus(tree(left, plus), tree(right, plus))
    }
    let chains: Vec<T> = x.chunks(64).map(|c| c[1..].iter().fold(c[0], |s, x| plus(s, *x))).collect();
    if chains.is_empty() { empty } else { tree(&chains, plus) }
}

fn check<T: Number>(rng: &mut Rng, m: usize, n: usize) {
    let values = rng.many::<T>(4 * (m + 1) * (n + 1));
    let (m1, n1) = (m as isize, n as isize);
    for (number, [rs, cs]) in [[n1, 1], [n1 + 2, 1], [1, m1], [2, 2 * m1], [0, 1]].into_iter().enumerate() {
        // SAFETY: the greatest place is below `4 * (m + 1) * (n + 1)`.
        let a = unsafe { MatRef::new(values.as_ptr(), [m, n], [rs, cs]) };
        // SAFETY: `i` and `j` are in range.
        let at = |i: usize, j: usize| unsafe { a.row(i).get(j) };
        let rows: Vec<T> =
            (0..m).map(|i| reference::sum(&(0..n).map(|j| at(i, j)).collect::<Vec<_>>())).collect();
        let columns: Vec<Vec<T>> = (0..n).map(|j| (0..m).map(|i| at(i, j)).collect()).collect();
        let sums: Vec<T> = columns.iter().map(|x| pairwise(x, T::ZERO, T::plus)).collect();
        let products: Vec<T> = columns.iter().map(|x| pairwise(x, T::ONE, T::times)).collect();
        for path in available().into_iter().map(Some).chain([None]) {
            for stride in [1, 2] {
                let case = format!("{} m={m} n={n} layout {number}", path.map_or("active", Path::name));
                let mut y = vec![T::POISON; 2 * m];
                // SAFETY: `m` places at stride 1 or 2.
                let out = unsafe { MatMut::new(y.as_mut_ptr(), [m, 1], [stride, 1]) };
                match path {
                    Some(path) => T::run_on(path, SumRows { y: out, a }).expect("available"),
                    None => kernel::sum_rows(out, a),
                }
                for (y, want) in y.iter().step_by(stride as usize).zip(&rows) {
                    assert_same(*y, *want, format_args!("rows {case}"));
                }
                let mut y = vec![T::POISON; 2 * n];
                // SAFETY: `n` places at stride 1 or 2.
                let out = unsafe { MatMut::new(y.as_mut_ptr(), [1, n], [1, stride]) };
                match path {
                    Some(path) => T::run_on(path, Columns::sums(out, a)).expect("available"),
                    None => kernel::sum_columns(out, a),
                }
                for (y, want) in y.iter().step_by(stride as usize).zip(&sums) {
                    assert_same(*y, *want, format_args!("columns {case}"));
                }
                let Some(path) = path else { continue };
                let mut y = vec![T::POISON; 2 * n];
                // SAFETY: `n` places at stride 1 or 2.
                let out = unsafe { MatMut::new(y.as_mut_ptr(), [1, n], [1, stride]) };
                T::run_on(path, Columns::products(out, a)).expect("available");
                for (y, want) in y.iter().step_by(stride as usize).zip(&products) {
                    assert_same(*y, *want, format_args!("products of columns {case}"));
                }
            }
        }
    }
}

#[test]
fn sums_match_reference() {
    fn all<T: Number>() {
        let mut rng = Rng::new(31);
        let lanes = 64 / size_of::<T>();
        for m in some([3, 0, 1, 2, 63, 64, 65, 129, 200, 321]) {
            for n in [0, 1, 3, lanes + 1] {
                check::<T>(&mut rng, m, n);
            }
        }
        for n in some([lanes, 4 * lanes - 1, 4 * lanes, 9 * lanes + 3]) {
            check::<T>(&mut rng, 3, n);
        }
    }
    for_all_numbers([all::<f32>, all::<f64>, all::<i8>, all::<i16>, all::<i32>, all::<i64>]);
}

#[test]
fn sums_of_types_without_vectors_have_the_same_order() {
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Own(f32);
    impl Scalar for Own {
        const ZERO: Own = Own(0.0);
        const ONE: Own = Own(1.0);
        fn plus(self, rhs: Own) -> Own {
            Own(self.0 + rhs.0)
        }
        fn times(self, rhs: Own) -> Own {
            Own(self.0 * rhs.0)
        }
    }
    let mut rng = Rng::new(32);
    for (m, n) in [(1, 1), (3, 40), (200, 5), (2, 5000)] {
        let values = rng.many::<f32>(m * n);
        let own: Vec<Own> = values.iter().map(|x| Own(*x)).collect();
        let (a, b) = (MatRef::from_slice(&values, m, n).unwrap(), MatRef::from_slice(&own, m, n).unwrap());
        let (mut x, mut y) = (vec![0.0; m.max(n)], vec![Own(0.0); m.max(n)]);
        kernel::sum_rows(MatMut::from_slice(&mut x[..m], m, 1).unwrap(), a);
        kernel::sum_rows(MatMut::from_slice(&mut y[..m], m, 1).unwrap(), b);
        assert!(x.iter().zip(&y).take(m).all(|(x, y)| x.to_bits() == y.0.to_bits()));
        kernel::sum_columns(MatMut::from_slice(&mut x[..n], 1, n).unwrap(), a);
        kernel::sum_columns(MatMut::from_slice(&mut y[..n], 1, n).unwrap(), b);
        assert!(x.iter().zip(&y).take(n).all(|(x, y)| x.to_bits() == y.0.to_bits()));
        let (v, w) = (VecRef::from_slice(&values), VecRef::from_slice(&own));
        assert_eq!(kernel::sum(v).to_bits(), kernel::sum(w).0.to_bits());
        assert_eq!(kernel::dot(v, v).to_bits(), kernel::dot(w, w).0.to_bits());
    }
}
