//! Small arrays of known shape and any strides: what is done in place has the bits of what is done with a copy.

#![cfg(all(feature = "alloc", feature = "std"))]
#![allow(clippy::op_ref, reason = "as users write it, who need their operands again")]

use crate::common::Rng;
use conformable::prelude::*;

#[test]
fn small_strided_arrays_have_the_bits_of_their_copies() {
    fn check<const M: usize, const N: usize>(seed: u64) {
        let mut rng = Rng::new(seed);
        let scale = |rng: &mut Rng| rng.f32() * 2_f32.powi(rng.below(40) as i32 - 20);
        let a = Matrix::<f32, M, N>::from_fn(|_| scale(&mut rng));
        let b = Matrix::<f32, N, M>::from_fn(|_| scale(&mut rng));
        let (t, copy) = (a.t(), a.t().to_owned());
        assert_eq!(t.sum().to_bits(), copy.sum().to_bits(), "({M}, {N})");
        assert_eq!(t.norm_squared().to_bits(), copy.norm_squared().to_bits(), "({M}, {N})");
        assert_eq!(t.norm().to_bits(), copy.norm().to_bits(), "({M}, {N})");
        assert_eq!(t.normalize(), copy.normalize());
        assert_eq!(t.distance(&b).to_bits(), copy.distance(&b).to_bits(), "({M}, {N})");
        assert_eq!(&t + &b, &copy + &b);
        assert_eq!(&b - t, &b - &copy);
        assert_eq!(t / 3., &copy / 3.);
        let mut out = Matrix::zeros();
        t.multiply_into(&b, &mut out);
        assert_eq!(out, &copy * &b);
        for j in 0..N {
            let (column, row) = (a.column(j).unwrap(), b.row(j).unwrap());
            let (x, y) = (column.to_owned(), row.to_owned());
            assert_eq!(column.dot(&row).to_bits(), x.dot(&y).to_bits(), "({M}, {N})");
            assert_eq!(column.norm().to_bits(), x.norm().to_bits(), "({M}, {N})");
            assert_eq!(column - row, x - y);
            let (mut c, x) = (a, a.column(j).unwrap().to_owned());
            c.column_mut(j).unwrap().div_assign(2.5);
            assert_eq!(c.column(j).unwrap(), x / 2.5);
        }
    }
    check::<1, 1>(1);
    check::<1, 7>(2);
    check::<3, 4>(3);
    check::<4, 4>(4);
    check::<5, 3>(5);
    check::<6, 6>(6);
    check::<2, 8>(7);
    check::<9, 17>(8);
}
