//! `inner_wide`: exact sums of narrow integers, `f32` in `f64`, every form of operands, and sums that could overflow.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::Widening;
use conformable::prelude::*;

const LENGTHS: [usize; 17] = [0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 127, 1000, 4099];

/// Every form of both operands, against `of` in `i128`, which no sum of the test leaves.
fn check<T, U: Copy + Into<i128>>(value_a: fn(&mut Rng) -> T, value_b: fn(&mut Rng) -> U)
where
    T: Widening<U> + Into<i128>,
    T::Wide: TryFrom<i128, Error: core::fmt::Debug> + PartialEq + core::fmt::Debug,
{
    for [m, n] in [[1, 1], [1, 5], [3, 1], [4, 6], [7, 2]] {
        for k in LENGTHS.into_iter().filter(crate::common::in_time) {
            let mut rng = Rng::new((m * 100 + n) as u64 + 1000 * k as u64);
            let a = Array::from_shape_fn((Dyn(m), Dyn(k)), |_| value_a(&mut rng)).unwrap();
            let b = Array::from_shape_fn((Dyn(n), Dyn(k)), |_| value_b(&mut rng)).unwrap();
            let exact = |i: usize, j: usize| {
                (0..k).map(|k| a[[i, k]].into() * b[[j, k]].into()).sum::<i128>().try_into().unwrap()
            };
            let expected: Vec<T::Wide> = (0..m * n).map(|x| exact(x / n.max(1), x % n.max(1))).collect();
            let c: Array<T::Wide, (Dyn, Dyn)> = a.inner_wide(&b).unwrap();
            assert_eq!(c.as_slice(), expected, "({m},{k}) ({n},{k})");
            let (turned_a, turned_b) = (a.t().to_owned(), b.t().to_owned());
            assert_eq!(turned_a.t().inner_wide(&turned_b.t()).unwrap(), c, "strided ({m},{k}) ({n},{k})");
            let dynamic = a.view().into_dyn().inner_wide(&b.view().into_dyn()).unwrap();
            assert_eq!(dynamic.as_slice(), expected, "dynamic ({m},{k}) ({n},{k})");
            let row = a.rows().next().unwrap().inner_wide(&b).unwrap();
            assert_eq!(row.as_slice(), &expected[..n]);
        }
    }
}

#[test]
fn sums_of_integers_are_exact() {
    check::<i8, i8>(|r| r.next_u32() as i8, |r| r.next_u32() as i8);
    check::<i8, u8>(|r| r.next_u32() as i8, |r| r.next_u32() as u8);
    check::<u8, i8>(|r| r.next_u32() as u8, |r| r.next_u32() as i8);
    check::<u8, u8>(|r| r.next_u32() as u8, |r| r.next_u32() as u8);
    check::<i16, i16>(|r| r.next_u32() as i16, |r| r.next_u32() as i16);
}

#[test]
fn the_largest_sums_that_are_let_through_fit() {
    fn most<T: Widening<U, Wide: core::fmt::Debug>, U: Copy>(a: T, b: U) -> T::Wide {
        let k = T::MOST_TERMS.unwrap() as usize;
        let (a, b) = (vec![a; k + 1], vec![b; k + 1]);
        let view = |a| ArrayView::from_slice((Dyn(k),), a).unwrap();
        let error = Array::from(a.clone()).inner_wide(&Array::from(b.clone())).unwrap_err();
        assert!(error.to_string().contains("can overflow"));
        view(&a[..k]).inner_wide(&ArrayView::from_slice((Dyn(k),), &b[..k]).unwrap()).unwrap()
    }
    assert_eq!(i64::from(most(-128_i8, -128_i8)), 131_071 << 14);
    assert_eq!(i64::from(most(255_u8, -128_i8)), -65_793 * 255 * 128);
    assert_eq!(i64::from(most(-128_i8, 255_u8)), -65_793 * 255 * 128);
    assert_eq!(u64::from(most(255_u8, 255_u8)), 66_051 * 255 * 255);
    // One term more is one too many.
    assert!((131_072_i64 << 14) > i32::MAX.into());
    assert!(-65_794 * 255 * 128 < i64::from(i32::MIN));
    assert!(66_052 * 255 * 255 > u64::from(u32::MAX));
}

#[test]
fn f32_is_the_dot_product_of_the_same_numbers_in_f64() {
    let mut rng = Rng::new(7);
    for k in LENGTHS.into_iter().filter(crate::common::in_time) {
        let a = Array::from_shape_fn((Dyn(3), Dyn(k)), |_| rng.f32() * 1e20).unwrap();
        let b = Array::from_shape_fn((Dyn(9), Dyn(k)), |_| rng.f32() * 1e20).unwrap();
        let c: Array<f64, (Dyn, Dyn)> = a.inner_wide(&b).unwrap();
        for i in 0..3 {
            for j in 0..9 {
                let row: Vec<f64> = (0..k).map(|k| a[[i, k]].into()).collect();
                let column: Vec<f64> = (0..k).map(|k| b[[j, k]].into()).collect();
                assert_eq!(c[[i, j]].to_bits(), common::dot(&row, &column).to_bits(), "K = {k}");
            }
        }
        let turned = a.t().to_owned();
        assert_eq!(turned.t().inner_wide(&b).unwrap(), c);
    }
    let (a, b) = (array![1e30_f32, 1., -1e30], array![1e30_f32, 1., 1e30]);
    let sum: f64 = a.inner_wide(&b);
    assert_eq!(sum, 1., "1e30² is no f32, and 1e30² + 1 no f64: in this order the 1 is added last");
}

#[test]
#[cfg(feature = "half-2")]
fn half_types_are_summed_in_f32() {
    use half::{bf16, f16};
    let mut rng = Rng::new(8);
    for k in LENGTHS.into_iter().filter(crate::common::in_time) {
        let a = Array::from_shape_fn((Dyn(2), Dyn(k)), |_| f16::from_f32(rng.f32() * 100.)).unwrap();
        let b = Array::from_shape_fn((Dyn(3), Dyn(k)), |_| f16::from_f32(rng.f32() * 100.)).unwrap();
        let c: Array<f32, (Dyn, Dyn)> = a.inner_wide(&b).unwrap();
        for [i, j] in [[0, 0], [1, 2]] {
            let row: Vec<f32> = (0..k).map(|k| a[[i, k]].to_f32()).collect();
            let column: Vec<f32> = (0..k).map(|k| b[[j, k]].to_f32()).collect();
            assert_eq!(c[[i, j]].to_bits(), common::dot(&row, &column).to_bits(), "K = {k}");
        }
    }
    // NumPy: np.inner of 4096 ones of f16 is 4096.
    let ones = Array::from_shape_elem((Dyn(70_000),), bf16::ONE).unwrap();
    assert_eq!(ones.inner_wide(&ones).unwrap(), 70_000.);
}

#[test]
fn static_shapes_need_no_result() {
    let a = Matrix::<i8, 2, 3>::new([[1, -2, 3], [127, -128, 0]]);
    let sums: Matrix<i32, 2, 2> = a.inner_wide(&a);
    assert_eq!(sums, array![[14, 127 + 256], [127 + 256, 127 * 127 + 128 * 128]]);
    let rows = Array::<u8, shape![dyn, 3]>::from_vec((Dyn(1), Const), vec![1, 2, 3]).unwrap();
    let mixed: Array<i32, (Dyn, Const<2>)> = rows.inner_wide(&a);
    assert_eq!(mixed.as_slice(), [1 - 4 + 9, 127 - 256]);
    let cube = Array3::<i16, 2, 2, 2>::full(i16::MIN);
    let c: Array3<i64, 2, 2, 2> = cube.inner_wide(&Matrix::<i16, 2, 2>::full(i16::MIN));
    assert!(c.iter().all(|x| *x == 2 << 30));
    let none: Matrix<u32, 2, 3> = Matrix::<u8, 2, 0>::zeros().inner_wide(&Matrix::<u8, 3, 0>::zeros());
    assert_eq!(none, Matrix::zeros());
}

#[test]
fn a_number_multiplies() {
    let two = Array::<i8, ()>::new(2);
    assert_eq!(array![100_i8, -100].inner_wide(&two), array![200, -200]);
    assert_eq!(two.inner_wide(&array![[100_u8]]), array![[200]]);
    let product: i32 = two.inner_wide(&two);
    assert_eq!(product, 4);
    // Elements that multiply a number are no sum: as many as there are fit.
    let long = ArrayD::from_vec(DynRank::new(&[200_000]).unwrap(), vec![127_i8; 200_000]).unwrap();
    assert_eq!(long.inner_wide(&two)[[199_999]], 254);
    assert_eq!(long.inner_wide(&two.into_dyn()).unwrap()[[0]], 254);
}

#[test]
fn errors_at_run_time() {
    let long = |n: usize| Array::from(vec![1_i8; n]);
    let error = long(131_072).inner_wide(&long(131_072)).unwrap_err();
    assert_eq!(error.to_string(), "inner_wide: a sum of 131072 products can overflow the type of the result");
    assert_eq!(error.operation(), "inner_wide");
    assert_eq!(long(131_071).inner_wide(&long(131_071)).unwrap(), 131_071);
    let error = long(200_000).inner_wide(&long(3)).unwrap_err();
    assert_eq!(error.to_string(), "shapes (200000,) and (3,) not aligned: 200000 (dim 0) != 3 (dim 0)");
    let mut out = Array::from(vec![7_i32; 2]);
    let error = Matrix::<i8, 3, 2>::ones().inner_wide_into(&array![1_i8, 1], &mut out).unwrap_err();
    assert_eq!(error.to_string(), "inner_wide_into: shape (2,) where (3,) is needed");
    assert_eq!(out.as_slice(), [7, 7]);
    let mut out = Matrix::<i32, 2, 3>::zeros();
    Matrix::<i8, 3, 2>::ones().inner_wide_into(&array![[1_i8, 1], [2, 2]], &mut out.t_mut());
    assert_eq!(out, array![[2, 2, 2], [4, 4, 4]]);
}
