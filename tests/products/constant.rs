//! Products of constants against the same at run time, bit by bit.

#![cfg(feature = "std")]

use crate::common;

use common::Rng;
use conformable::prelude::*;

const A: Matrix<f32, 2, 3> = Matrix::new([[1.5, -2., 3.], [4., 0.25, -6.]]);
const B: Matrix<f32, 3, 2> = Matrix::new([[1., 2.], [0.1, -0.2], [5., 6.]]);
const C: Matrix<f32, 2, 2> = A.matmul_const(&B);
const D: Matrix<f32, 2, 2> = A.inner_const(&B.t_const());
static E: Matrix<i8, 2, 2> =
    Matrix::<i8, 2, 1>::new([[100], [-3]]).inner_const(&Matrix::<i8, 2, 1>::new([[2], [1]]));
const REACHED: Matrix<bool, 2, 2> = Matrix::<bool, 2, 2>::new([[true, false], [true, true]])
    .matmul_const(&Matrix::new([[false, true], [false, false]]));

#[test]
fn constants_are_computed_by_the_compiler() {
    assert_eq!(C, A.inner(&B.t()));
    assert_eq!(D, C);
    assert_eq!(E, array![[-56, 100], [-6, -3]]);
    assert_eq!(REACHED, array![[false, true], [false, true]]);
    const NONE: Matrix<f64, 2, 3> =
        Matrix::<f64, 2, 0>::new([[]; 2]).matmul_const(&Matrix::<f64, 0, 3>::new([]));
    assert_eq!(NONE, Matrix::zeros());
    const EMPTY: Matrix<u8, 0, 2> = Matrix::<u8, 2, 0>::new([[]; 2]).t_const();
    assert!(EMPTY.is_empty());
    const SUM: u8 = Vector::<u8, 2>::new([200, 100]).inner_const(&Vector::<u8, 2>::new([2, 3]));
    assert_eq!(SUM, 188);
    const LARGEST: i32 = Vector::<i32, 2>::new([i32::MAX, 1]).inner_const(&Vector::<i32, 2>::new([2, 1]));
    assert_eq!(LARGEST, -1);
}

/// Calls a function for each of these lengths.
macro_rules! lengths {
    ($f:ident: $($n:literal)+) => { $($f::<$n>();)+ };
}

#[test]
fn dot_products_of_all_lengths_have_the_bits_of_run_time() {
    fn check<const N: usize>() {
        let mut rng = Rng::new(N as u64);
        let scaled = |rng: &mut Rng| rng.f32() * 2_f32.powi(rng.below(40) as i32 - 20);
        let a = Vector::<f32, N>::from_fn(|_| scaled(&mut rng));
        let b = Vector::<f32, N>::from_fn(|_| scaled(&mut rng));
        assert_eq!(a.inner_const(&b).to_bits(), a.inner(&b).to_bits(), "N = {N}");
        assert_eq!(a.inner_const(&b).to_bits(), common::dot(a.as_slice(), b.as_slice()).to_bits(), "N = {N}");
    }
    lengths! {
        check: 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36
        37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69
        70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99 100 101
        102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 120 121 122 123 124 125 126
        127 128 129 130 131 132 133 134 135 136 137 138 139 140 141 142 143 144 145 146 147 148 149 150 151
        152 153 154 155 156 157 158 159 160 161 162 163 164 165 166 167 168 169 170 171 172 173 174 175 176
        177 178 179 180 181 182 183 184 185 186 187 188 189 190 191 192 193 194 195 196 197 198 199 200
    }
    lengths! { check: 1000 2047 2048 2049 4096 4097 6145 10241 }
}

#[test]
fn dot_products_of_other_types_have_the_bits_of_run_time() {
    fn check<const N: usize>() {
        let mut rng = Rng::new(N as u64);
        let (a, b) = (Vector::<f64, N>::from_fn(|_| rng.f64()), Vector::<f64, N>::from_fn(|_| rng.f64()));
        assert_eq!(a.inner_const(&b).to_bits(), a.inner(&b).to_bits(), "N = {N}");
        let a = Vector::<i16, N>::from_fn(|_| rng.next_u32() as i16);
        assert_eq!(a.inner_const(&a), a.inner(&a), "N = {N}");
        let a = Vector::<u128, N>::from_fn(|_| u128::from(rng.next_u32()) << 90);
        assert_eq!(a.inner_const(&a), a.inner(&a), "N = {N}");
        let (a, b) = (
            Vector::<bool, N>::from_fn(|_| rng.below(9) == 0),
            Vector::<bool, N>::from_fn(|_| rng.below(9) == 0),
        );
        assert_eq!(a.inner_const(&b), a.inner(&b), "N = {N}");
    }
    lengths! { check: 0 1 2 3 7 8 15 16 17 31 33 63 64 65 127 1023 1024 1025 2049 }
}

#[test]
fn products_of_matrices_have_the_bits_of_run_time() {
    fn check<const M: usize, const N: usize, const K: usize>() {
        let mut rng = Rng::new((M * 100 + N) as u64);
        let a = Matrix::<f32, M, K>::from_fn(|_| rng.f32());
        let b = Matrix::<f32, N, K>::from_fn(|_| rng.f32());
        let (inner, matmul) = (a.inner_const(&b), a.matmul_const(&b.t_const()));
        assert_eq!(inner, matmul);
        assert_eq!(b.t_const(), b.t());
        // Whether the run time fuses, which asks the CPU, and whether the compiler knew.
        let knew = <conformable::simd::Baseline as conformable::simd::Isa>::FUSED;
        let is_chain = M > 1 && N > 1 && K > 8;
        if is_chain && common::fused() != knew {
            for i in 0..M {
                for j in 0..N {
                    let expected =
                        common::chain(&a.as_slice()[i * K..][..K], &b.as_slice()[j * K..][..K], knew);
                    assert_eq!(inner[[i, j]].to_bits(), expected.to_bits(), "({M},{K}) ({N},{K})");
                }
            }
        } else {
            assert_eq!(inner, a.inner(&b), "({M},{K}) ({N},{K})");
        }
        let a = Matrix::<i64, M, K>::from_fn(|_| i64::from(rng.next_u32()) << 20);
        let b = Matrix::<i64, K, N>::from_fn(|_| i64::from(rng.next_u32()) << 20);
        assert_eq!(a.matmul_const(&b), a.inner(&b.t()), "({M},{K}) ({K},{N})");
    }
    check::<1, 1, 5>();
    check::<2, 2, 2>();
    check::<3, 3, 3>();
    check::<4, 4, 4>();
    check::<4, 5, 8>();
    check::<1, 6, 100>();
    check::<7, 1, 40>();
    check::<3, 4, 9>();
    check::<5, 2, 257>();
    check::<2, 3, 600>();
    check::<0, 3, 4>();
    check::<2, 2, 0>();
}
