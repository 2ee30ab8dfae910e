//! Complex elements: NumPy's values, no conjugation, the stated order, every kind of array.

#![cfg(all(feature = "num-complex-04", feature = "alloc"))]

use conformable::Scalar;
use conformable::prelude::*;
use num_complex::{Complex, Complex32, Complex64};

fn c(re: i32, im: i32) -> Complex64 {
    Complex::new(f64::from(re), f64::from(im))
}

#[test]
fn inner_does_not_conjugate() {
    // NumPy: np.inner([1j, 2], [1j, 3]) is (5+0j), np.vdot of the same 7.
    let (a, b) = (array![c(0, 1), c(2, 0)], array![c(0, 1), c(3, 0)]);
    assert_eq!(a.inner(&b), c(5, 0));
    assert_eq!(a[[0]].conj(), c(0, -1));
    assert_eq!(2.5_f64.conj(), 2.5);
    assert_eq!(7_i32.conj(), 7);
}

#[test]
fn products_of_small_whole_numbers_are_exact_in_every_form() {
    let value = |i: usize, k: usize| c((i * 7 + k * 3) as i32 % 11 - 5, (i * 5 + k) as i32 % 7 - 3);
    for k_len in [0, 1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 127, 1000, 4099] {
        let a = Array::from_shape_fn((Dyn(3), Dyn(k_len)), |[i, k]| value(i, k)).unwrap();
        let b = Array::from_shape_fn((Dyn(4), Dyn(k_len)), |[i, k]| value(i + 3, k + 1)).unwrap();
        let out = a.inner(&b).unwrap();
        let dynamic = a.view().into_dyn().inner(&b.view().into_dyn()).unwrap();
        assert_eq!(out.as_slice(), dynamic.as_slice());
        for i in 0..3 {
            for j in 0..4 {
                let exact: Complex64 = (0..k_len).map(|k| value(i, k) * value(j + 3, k + 1)).sum();
                assert_eq!(out[[i, j]], exact, "({i},{j}), K = {k_len}");
            }
        }
        let columns = Array::from_shape_fn((Dyn(k_len), Dyn(3)), |[k, i]| value(i, k)).unwrap();
        assert_eq!(columns.t().inner(&b).unwrap(), out, "strided, K = {k_len}");
    }
}

#[test]
fn static_and_dynamic_have_the_same_bits() {
    let value = |i: usize, k: usize| {
        let x = ((i * 37 + k * 101) % 97) as f32 / 7.0 - 6.0;
        Complex32::new(x, 1.0 / (x + 20.0))
    };
    let a = Matrix::<Complex32, 5, 40>::from_fn(|[i, k]| value(i, k));
    let b = Matrix::<Complex32, 3, 40>::from_fn(|[i, k]| value(i + 50, k));
    let c: Matrix<Complex32, 5, 3> = a.inner(&b);
    let d = a.view().into_dyn().inner(&b.view().into_dyn()).unwrap();
    assert_eq!(c.as_slice(), d.as_slice());
    let row = a.rows().next().unwrap().inner(&b);
    assert_eq!(row.len(), 3);
}

#[test]
fn one_and_zero_are_neutral() {
    let x = c(3, -4);
    assert_eq!(Complex64::ONE.times(x), x);
    assert_eq!(Complex64::ZERO.plus(x), x);
    let none = Vector::<Complex64, 0>::zeros();
    assert_eq!(none.inner(&none), c(0, 0));
    assert_eq!(Matrix::<Complex32, 2, 2>::eye()[[0, 1]], Complex32::ZERO);
}
