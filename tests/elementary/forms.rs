//! The same bits for every length, place, stride and form.

use super::is_same;
use conformable::prelude::*;
use conformable::{Matrix, Real, Vector};
use std::fmt::Debug;

/// Numbers of both signs, some of them huge, infinite, or none.
fn numbers<T: Real>(n: usize) -> Vec<T> {
    let some = [0.3, -1.7, 1e30, 25.0, -0.0, f64::INFINITY, 1e-40, -3e7, f64::NAN, 1.0, 0.999, -1e-9];
    (0..n).map(|i| T::from(some[i % some.len()] * (1. + i as f64 / 64.)).unwrap()).collect()
}

/// Panics unless each of `y` is the function of that of `x`.
#[track_caller]
fn expect<T: Real + Debug>(
    name: &str,
    y: impl Iterator<Item = T>,
    x: impl Iterator<Item = T>,
    one: impl Fn(T) -> T,
) {
    for (i, (y, x)) in y.zip(x).enumerate() {
        assert!(is_same(y, one(x)), "{name} of {x:?}, number {i}: {y:?}, not {:?}", one(x));
    }
}

fn check<T: Real + Debug>() {
    let all = numbers::<T>(400);
    macro_rules! each { ($($name:ident $into:ident)+) => {$(
        let (name, one) = (stringify!($name), |x: T| *Vector::from([x]).$name().get([0]).unwrap());
        for start in 0..3 {
            for len in 0..40 {
                let x = Array::from_vec((Dyn(len),), all[start..start + len].to_vec()).unwrap();
                let y = x.$name();
                assert_eq!(y.len(), len);
                expect(name, y.iter().copied(), x.iter().copied(), one);
            }
        }
        for [m, n] in [[1, 1], [3, 5], [17, 2], [2, 33], [20, 20], [0, 3]] {
            let x = Array::from_vec((Dyn(m), Dyn(n)), all[..m * n].to_vec()).unwrap();
            let (turned, mut out) = (x.t().to_owned(), x.t().map(|_| T::zero()));
            expect(name, turned.t().$name().iter().copied(), x.iter().copied(), one);
            x.$into(&mut out.t_mut()).unwrap();
            expect(name, out.t().iter().copied(), x.iter().copied(), one);
            turned.t().$into(&mut out.t_mut()).unwrap();
            expect(name, out.t().iter().copied(), x.iter().copied(), one);
            assert!(x.$into(&mut Array::from_vec((Dyn(m + 1), Dyn(n)), vec![T::zero(); (m + 1) * n]).unwrap()).is_err());
        }
        let few = Matrix::<T, 2, 3>::from_fn(|[i, j]: [usize; 2]| all[3 * i + j]);
        expect(name, few.$name().iter().copied(), few.iter().copied(), one);
        let mut out = Matrix::<T, 3, 2>::zeros();
        few.t().$into(&mut out);
        expect(name, out.t().iter().copied(), few.iter().copied(), one);
    )+};}
    each! {
        exp exp_into exp2 exp2_into exp_m1 exp_m1_into ln ln_into log2 log2_into log10 log10_into ln_1p ln_1p_into
        sin sin_into cos cos_into tan tan_into asin asin_into acos acos_into atan atan_into
        sinh sinh_into cosh cosh_into tanh tanh_into asinh asinh_into acosh acosh_into atanh atanh_into
        cbrt cbrt_into sigmoid sigmoid_into erf erf_into gelu gelu_into
    }
}

#[test]
fn functions_of_f32_have_the_same_bits_in_every_form() {
    check::<f32>();
}

#[test]
fn functions_of_f64_have_the_same_bits_in_every_form() {
    check::<f64>();
}

fn check_pairs<T: Real + Debug>() {
    let all = numbers::<T>(900);
    macro_rules! each { ($($name:ident $into:ident)+) => {$(
        for [m, n] in [[1, 1], [3, 5], [17, 2], [2, 33], [20, 20], [0, 3]] {
            let one = |x: T, y: T| Vector::from([x]).$name(&y)[0];
            let a = Array::from_vec((Dyn(m), Dyn(n)), all[..m * n].to_vec()).unwrap();
            let b = Array::from_vec((Dyn(m), Dyn(n)), all[7..7 + m * n].iter().rev().copied().collect()).unwrap();
            let row = Array::from_vec((Dyn(n),), all[5..5 + n].to_vec()).unwrap();
            let turned = b.t().to_owned();
            for y in [a.$name(&b).unwrap(), a.$name(&turned.t()).unwrap()] {
                for ((y, a), b) in y.iter().zip(a.iter()).zip(b.iter()) {
                    assert!(is_same(*y, one(*a, *b)), "{} of {a:?} and {b:?}", stringify!($name));
                }
            }
            let y = a.$name(&row).unwrap();
            for (i, (y, a)) in y.iter().zip(a.iter()).enumerate() {
                assert!(is_same(*y, one(*a, row[i % n])), "{} of rows", stringify!($name));
            }
            let mut out = turned.clone();
            a.t().$into(&b.t(), &mut out).unwrap();
            assert!(out.t().iter().zip(a.$name(&b).unwrap().iter()).all(|(x, y)| is_same(*x, *y)));
            if m != n {
                assert!(a.$into(&b, &mut out).is_err(), "a result of another shape");
            }
            let y = row.$name(&a).unwrap();
            for (i, (y, a)) in y.iter().zip(a.iter()).enumerate() {
                assert!(is_same(*y, one(row[i % n], *a)), "{} of a row", stringify!($name));
            }
        }
    )+};}
    each! { atan2 atan2_into hypot hypot_into }
    for exponent in numbers::<T>(20) {
        let x = Array::from_vec((Dyn(20), Dyn(3)), all[..60].to_vec()).unwrap();
        let mut out = x.t().to_owned();
        x.t().powf_into(exponent, &mut out).unwrap();
        for (y, x) in out.t().iter().zip(x.iter()) {
            assert!(is_same(*y, Vector::from([*x]).powf(exponent)[0]), "powf of {x:?} and {exponent:?}");
        }
        assert!(x.powf(exponent).iter().zip(out.t().iter()).all(|(x, y)| is_same(*x, *y)));
    }
}

#[test]
fn functions_of_two_arrays_have_the_same_bits_in_every_form() {
    check_pairs::<f32>();
    check_pairs::<f64>();
}
