//! Many rows of a few elements against rows, a vector or a small matrix: each result has the bits that its rows give alone.

#![cfg(feature = "alloc")]

use crate::common::Rng;
use conformable::prelude::*;
use conformable::{Scalar, s};
use core::fmt::Debug;

/// Lengths around those of vectors, of groups of rows, and of what is given to other kernels.
const COUNTS: [usize; 25] =
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100];

fn check<T: Scalar + Debug, const K: usize, const N: usize>(
    rng: &mut Rng,
    value: fn(&mut Rng) -> T,
    bits: fn(T) -> u64,
) {
    for n in COUNTS {
        let mut rows = || Array::from_shape_fn((Dyn(n), Const::<K>), |_| value(rng)).unwrap();
        let (a, b) = (rows(), rows());
        let matrix: Matrix<T, N, K> = Matrix::from_fn(|_| value(rng));
        let vector: Vector<T, K> = Vector::from_fn(|_| value(rng));
        let pairs = a.vecdot(&b).unwrap();
        let dynamic = a.view().into_dyn().vecdot(&b.view().into_dyn()).unwrap();
        let (by_vector, by_matrix, by_columns) = (a.matvec(&vector), a.inner(&matrix), a.matmul(&matrix.t()));
        let of_rows = matrix.matvec(&a);
        for i in 0..n {
            let [x, y] = [&a, &b].map(|rows| -> Array<T, (Const<K>,)> { rows.row(i).unwrap().to_owned() });
            assert_eq!(bits(pairs[i]), bits(x.inner(&y)), "{i} of {n}: {x:?} {y:?}");
            assert_eq!(bits(dynamic.as_slice()[i]), bits(x.inner(&y)), "{i} of {n}: {x:?} {y:?}");
            assert_eq!(bits(by_vector[i]), bits(x.inner(&vector)), "{i} of {n}: {x:?}");
            // Matrices of more terms are summed in another order.
            for j in 0..if K <= 8 { N } else { 0 } {
                let alone = bits(x.inner(&matrix.row(j).unwrap()));
                let all = [by_matrix[[i, j]], by_columns[[i, j]], of_rows[[i, j]]].map(bits);
                assert_eq!(all, [alone; 3], "{i} of {n}, {j}: {x:?}");
            }
        }
        // Every second row of an array of twice as many, rows that go backwards, and columns as rows.
        let other = b.view().into_dyn();
        let twice = Array::from_shape_fn((Dyn(2 * n), Const::<K>), |[i, j]| a[[i / 2, j]]).unwrap();
        let columns = Array::from_shape_fn((Const::<K>, Dyn(n)), |[j, i]| a[[i, j]]).unwrap();
        let backwards = Array::from_shape_fn((Dyn(n), Const::<K>), |[i, j]| a[[n - 1 - i, j]]).unwrap();
        let strided = [
            twice.slice(s![..;2, ..]).unwrap().into_dyn().vecdot(&other).unwrap(),
            backwards.view().flip::<0>().into_dyn().vecdot(&other).unwrap(),
            columns.t().into_dyn().vecdot(&other).unwrap(),
        ];
        for sums in strided {
            assert!(
                sums.as_slice().iter().zip(&pairs).all(|(x, y)| bits(*x) == bits(*y)),
                "{n} strided rows"
            );
        }
    }
}

fn of_type<T: Scalar + Debug>(value: fn(&mut Rng) -> T, bits: fn(T) -> u64) {
    let rng = &mut Rng::new(5);
    check::<T, 0, 3>(rng, value, bits);
    check::<T, 1, 3>(rng, value, bits);
    check::<T, 2, 2>(rng, value, bits);
    check::<T, 3, 3>(rng, value, bits);
    check::<T, 4, 4>(rng, value, bits);
    check::<T, 5, 1>(rng, value, bits);
    check::<T, 6, 7>(rng, value, bits);
    check::<T, 7, 5>(rng, value, bits);
    check::<T, 8, 8>(rng, value, bits);
    check::<T, 9, 2>(rng, value, bits);
}

#[test]
fn rows_of_f32_have_the_bits_that_they_have_alone() {
    of_type(|rng| rng.f32() - 0.5, |x| x.to_bits().into());
}

#[test]
fn rows_of_f64_have_the_bits_that_they_have_alone() {
    of_type(|rng| f64::from(rng.f32()) / 3. - 0.1, f64::to_bits);
}

#[test]
fn rows_of_integers_have_the_sums_that_they_have_alone() {
    of_type(|rng| rng.next_u64() as i32, |x| x as u64);
    of_type(|rng| rng.next_u64(), |x| x);
    of_type(|rng| rng.next_u64() as i16, |x| x as u64);
}

#[test]
fn static_stacks_have_the_bits_of_their_items() {
    let rng = &mut Rng::new(6);
    let (a, b): (Matrix<f32, 70, 3>, Matrix<f32, 70, 3>) =
        (Matrix::from_fn(|_| rng.f32()), Matrix::from_fn(|_| rng.f32()));
    let (matrix, stack): (Matrix<f32, 3, 3>, Array3<f32, 70, 3, 3>) =
        (Matrix::from_fn(|_| rng.f32()), Array3::from_fn(|_| rng.f32()));
    let (pairs, moved, turned, own) = (a.vecdot(&b), matrix.matvec(&a), a.vecmat(&matrix), stack.matvec(&a));
    for i in 0..70 {
        let x: Vector<f32, 3> = a.row(i).unwrap().to_owned();
        assert_eq!(pairs[i].to_bits(), x.inner(&b.row(i).unwrap()).to_bits());
        assert_eq!(moved.row(i).unwrap(), matrix.matvec(&x));
        assert_eq!(turned.row(i).unwrap(), x.vecmat(&matrix));
        for j in 0..3 {
            let row: Vector<f32, 3> = Vector::from_fn(|[k]| stack[[i, j, k]]);
            assert_eq!(own[[i, j]].to_bits(), row.inner(&x).to_bits());
        }
    }
}
