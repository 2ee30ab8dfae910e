//! `softmax_axis` and `log_softmax_axis` against what they are made of, and special values.

use super::is_same;
use conformable::prelude::*;
use conformable::{Array3, Matrix, Ordered, Real, Vector, axes, s};
use core::fmt::Debug;

/// Numbers from -8 to 8 that look random (Marsaglia, Xorshift RNGs, 2003).
fn numbers<T: Real>(count: usize) -> Vec<T> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        T::from((state >> 40) as f64 / f64::from(1 << 20) - 8.).unwrap()
    };
    (0..count).map(|_| next()).collect()
}

/// `$name::<T>(shape)`: both forms of an array along axis `$A` have the bits of what they are defined by.
macro_rules! check { ($($name:ident $A:literal)+) => {$(
fn $name<T: Real + Ordered + Debug>(shape: [usize; 3]) {
    let [l, m, n] = shape;
    let x = Array::from_vec((Dyn(l), Dyn(m), Dyn(n)), numbers::<T>(l * m * n)).unwrap();
    let turned = x.permute::<axes![2, 0, 1]>().to_owned();
    let turned = turned.permute::<axes![1, 2, 0]>();
    let largest = x.max_keepdims::<$A>().unwrap();
    let powers = (&x - &largest).exp();
    let sums = powers.sum_keepdims::<$A>();
    let shares = &powers / &sums;
    let logarithms = &(&x - &largest) - &sums.ln();
    let compare = |got: &Array<T, (Dyn, Dyn, Dyn)>, expected: &Array<T, (Dyn, Dyn, Dyn)>| {
        for ((position, got), expected) in got.indexed_iter().zip(expected.iter()) {
            assert!(is_same(*got, *expected), "{shape:?} along {} at {position:?}: {got:?}, not {expected:?}", $A);
        }
    };
    compare(&x.softmax_axis::<$A>(), &shares);
    compare(&x.log_softmax_axis::<$A>(), &logarithms);
    compare(&turned.softmax_axis::<$A>(), &shares);
    let mut out = x.permute::<axes![1, 2, 0]>().to_owned();
    x.softmax_axis_into::<$A, _, _>(&mut out.permute_mut::<axes![2, 0, 1]>()).unwrap();
    compare(&out.permute::<axes![2, 0, 1]>().to_owned(), &shares);
    turned.log_softmax_axis_into::<$A, _, _>(&mut out.permute_mut::<axes![2, 0, 1]>()).unwrap();
    compare(&out.permute::<axes![2, 0, 1]>().to_owned(), &logarithms);
    for part in x.softmax_axis::<$A>().sum_axis::<$A>().iter() {
        assert!((*part - T::one()).abs() < T::epsilon() * T::from(16).unwrap());
    }
}
)+};}
check! { along_0 0 along_1 1 along_2 2 }

#[test]
fn parts_have_the_bits_of_powers_by_their_sum() {
    for shape in
        [[1, 1, 1], [2, 3, 4], [3, 70, 5], [1, 5, 200], [65, 2, 17], [2, 1, 9001], [9001, 1, 2], [4, 0, 3]]
    {
        if shape[0] > 0 {
            along_0::<f32>(shape);
            along_0::<f64>(shape);
        }
        if shape[1] > 0 {
            along_1::<f32>(shape);
        }
        if shape[2] > 0 {
            along_2::<f32>(shape);
            along_2::<f64>(shape);
        }
    }
}

#[test]
fn nothing_overflows_and_specials_are_those_of_scipy() {
    let rows = array![
        [1e30, 1e30, -1e30],
        [f64::NEG_INFINITY, 0., f64::NEG_INFINITY],
        [f64::NAN, 0., 1.],
        [f64::INFINITY, 0., 1.],
        [f64::NEG_INFINITY; 3],
    ];
    let parts = rows.softmax_axis::<1>();
    assert_eq!(parts.slice(s![0, ..]), array![0.5, 0.5, 0.]);
    assert_eq!(parts.slice(s![1, ..]), array![0., 1., 0.]);
    assert!(parts.slice(s![2.., ..]).is_nan().all());
    let logarithms = rows.log_softmax_axis::<1>();
    assert_eq!(
        logarithms.slice(s![0, ..]),
        array![-core::f64::consts::LN_2, -core::f64::consts::LN_2, -2e30]
    );
    assert_eq!(logarithms.slice(s![1, ..]), array![f64::NEG_INFINITY, 0., f64::NEG_INFINITY]);
    assert!(logarithms.slice(s![2.., ..]).is_nan().all());
}

#[test]
fn an_axis_without_elements_gives_no_elements() {
    assert_eq!(Matrix::<f32, 3, 0>::zeros().softmax_axis::<1>(), Matrix::zeros());
    assert_eq!(Matrix::<f32, 0, 3>::zeros().log_softmax_axis::<0>(), Matrix::zeros());
}

#[test]
fn values_are_those_of_scipy() {
    // The quotients in exact arithmetic of the powers, to 16 digits; scipy.special.softmax gives them within one more.
    let x = array![[1., 0.5, 0.2, 3.], [1., -1., 7., 3.]];
    let expected = array![
        [0.10587706966936555, 0.06421768891500074, 0.04757363403830293, 0.7823316073773308],
        [0.002427460295770427, 0.0003285210266737224, 0.9793073783741814, 0.01793664030337447],
    ];
    let error = (x.softmax_axis::<1>() - expected).abs().max();
    assert!(error < 1e-15, "{error:e}");
}

#[test]
fn what_does_not_fit_is_an_error() {
    let x = Array::from_vec((Dyn(2), Dyn(3)), vec![0_f32; 6]).unwrap();
    let mut out = Array::from_vec((Dyn(3), Dyn(2)), vec![7_f32; 6]).unwrap();
    let error = x.softmax_axis_into::<1, _, _>(&mut out).unwrap_err();
    assert!(error.to_string().contains("softmax_axis_into"), "{error}");
    assert_eq!(out.as_slice(), [7.; 6]);
    let any = x.into_dyn();
    assert_eq!(
        any.log_softmax_axis::<2>().unwrap_err().to_string(),
        "axis 2 is out of bounds for array of dimension 2"
    );
    let _ = Array3::<f32, 1, 2, 3>::zeros().softmax_axis::<2>();
    let _ = Vector::<f32, 3>::zeros().log_softmax_axis::<0>();
}
