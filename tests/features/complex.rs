//! Complex elements: NumPy's values, no conjugation, the stated order, every kind of array.

#![cfg(all(feature = "num-complex-04", feature = "alloc"))]

use crate::common;

use common::Rng;
use conformable::Scalar;
use conformable::prelude::*;
use num_complex::{Complex, Complex32, Complex64};
use num_traits::float::FloatCore;

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
    for k_len in
        [0, 1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 127, 1000, 4099].into_iter().filter(crate::common::in_time)
    {
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

/// By `/`, `/=` and `divide_into`, which give the same.
fn quotient<T: Scalar + FloatCore + core::fmt::Debug>(x: [T; 2], y: [T; 2]) -> [T; 2] {
    let [x, y] = [x, y].map(|[re, im]| array![Complex::new(re, im)]);
    let q = (x / y)[[0]];
    let (mut in_place, mut into) = (x, x);
    in_place /= &y;
    x.divide_into(&y, &mut into);
    let is_same = |a: T, b: T| a == b || a.is_nan() && b.is_nan();
    for same in [in_place[[0]], into[[0]]] {
        assert!(is_same(same.re, q.re) && is_same(same.im, q.im), "{same:?} {q:?}");
    }
    [q.re, q.im]
}

/// M. Baudin, R. Smith, A robust complex division in Scilab, 2012, table 1, with the quotients that Python's `fractions`
/// gives: each part is right to a few units.
#[test]
fn difficult_quotients_are_right_in_both_parts() {
    let p = |e: i32| {
        if e < -1022 { f64::from_bits(1 << (e + 1074)) } else { f64::from_bits(((e + 1023) as u64) << 52) }
    };
    let cases = [
        ([p(0), p(0)], [p(0), p(1023)], [1.1125369292536007e-308, -1.1125369292536007e-308]),
        ([p(0), p(0)], [p(-1023), p(-1023)], [8.98846567431158e307, 0.]),
        ([p(1023), p(-1023)], [p(677), p(-677)], [1.4334366349937947e104, -3.645561009778199e-304]),
        ([p(1023), p(1023)], [p(0), p(0)], [8.98846567431158e307, 0.]),
        ([p(1020), p(-844)], [p(656), p(-780)], [3.757668132438133e109, -2e-323]),
        ([p(-71), p(1021)], [p(1001), p(-323)], [2e-323, 1048576.]),
        ([p(-347), p(-54)], [p(-1037), p(-1058)], [3.8981256045591133e289, 8.174961907852354e295]),
        ([p(-1074), p(-1074)], [p(-1073), p(-1074)], [0.6, 0.2]),
        ([p(1015), p(-989)], [p(1023), p(1023)], [0.001953125, -0.001953125]),
        ([p(-622), p(-1071)], [p(-343), p(-798)], [1.0295115178936058e-84, 6.971459875150762e-220]),
        // A part of the first number that a scale by its largest would lose.
        ([p(100), p(-1000)], [p(-900), 0.], [p(1000), p(-100)]),
        ([p(100), p(-1000)], [0., p(-900)], [p(-100), -p(1000)]),
        // The quotient of the parts of the second number is subnormal.
        ([0., p(1023)], [1.5, 1.75 * p(-1060)], [1.75 / 2.25 * p(-37), p(1023) / 1.5]),
    ];
    for (x, y, expected) in cases {
        for (got, expected) in quotient(x, y).into_iter().zip(expected) {
            assert!(
                (got - expected).abs() <= 4. * f64::EPSILON * expected.abs(),
                "{x:?} / {y:?}: {got:e}, not {expected:e}"
            );
        }
    }
}

#[test]
fn quotients_at_the_ends_of_the_range() {
    assert_eq!(quotient([1e20_f32, 1e20], [1e20, 1e20]), [1., 0.]);
    assert_eq!(quotient([1., 0.], [1e-161, 0.]), [1. / 1e-161, 0.]);
    assert_eq!(quotient([1., 0.], [1e155, 0.]), [1e-155, 0.]);
    assert_eq!(quotient([1e308, 1e308], [2., 0.]), [5e307, 5e307]);
    assert_eq!(quotient([f64::MAX, f64::MAX], [f64::MAX, f64::MAX]), [1., 0.]);
    assert_eq!(quotient([5e-324, 5e-324], [5e-324, 5e-324]), [1., 0.]);
    assert_eq!(quotient([1e-45_f32, -1e-45], [1e-45, 1e-45]), [0., -1.]);
}

/// NumPy 2.4 but for the quotients by and of infinite numbers, in which it has NaN parts: these are the limits.
#[test]
fn quotients_of_what_is_not_finite_and_by_zero() {
    let inf = f64::INFINITY;
    assert_eq!(quotient([1., 1.], [inf, 0.]), [0., 0.]);
    assert_eq!(quotient([1., 1.], [inf, inf]), [0., 0.]);
    assert_eq!(quotient([1., 1.], [-3., inf]), [0., 0.]);
    assert_eq!(quotient([1., 1.], [0., 0.]), [inf, inf]);
    assert_eq!(quotient([inf, 0.], [1., 0.]), [inf, 0.]);
    assert_eq!(quotient([inf, 0.], [1., 1.]), [inf, -inf]);
    for [x, y] in [
        [[0., 0.], [0., 0.]],
        [[1., 1.], [f64::NAN, 0.]],
        [[1., f64::NAN], [1., 2.]],
        [[inf, 0.], [inf, 0.]],
        [[inf, 1.], [2., inf]],
    ] {
        assert!(quotient(x, y).iter().any(|part| part.is_nan()), "{x:?} / {y:?}");
    }
}

/// A number of a random exponent, of the whole range of `f64` or of `f32`.
fn anywhere(rng: &mut Rng, [least, most]: [i32; 2]) -> f64 {
    let e = least + rng.below((most - least) as usize) as i32;
    (1. + rng.f64().abs())
        * 2_f64.powi(e / 2)
        * 2_f64.powi(e - e / 2)
        * if rng.below(2) == 0 { 1. } else { -1. }
}

/// `|q - x / y| <= (4 + sqrt 2) u |x / y|` to first order, and the rounding of subnormal parts: of `f32` against `f64`, in
/// which nothing leaves the range.
#[test]
fn quotients_of_f32_are_within_the_bound_everywhere() {
    let mut rng = Rng::new(7);
    let mut overflows = 0;
    for _ in 0..200_000 {
        let [a, b, c, d] = [(); 4].map(|()| anywhere(&mut rng, [-149, 128]) as f32);
        let [x, y] = [[a, b], [c, d]].map(|[re, im]| Complex::new(f64::from(re), f64::from(im)));
        let q = x * y.conj() / y.norm_sqr();
        let size = q.re.hypot(q.im);
        let got = quotient([a, b], [c, d]);
        if q.re.abs().max(q.im.abs()) >= f64::from(f32::MAX) {
            overflows += 1;
            assert!(
                got.iter().any(|part| part.abs() >= f32::MAX / 1.000001),
                "({a:e} {b:e}) / ({c:e} {d:e}): {got:?}"
            );
            continue;
        }
        let u = f64::from(f32::EPSILON) / 2.;
        let bound = 5.4143 * u * size + 1.5 * f64::from(f32::from_bits(1));
        let error = Complex::new(f64::from(got[0]), f64::from(got[1])) - q;
        let error = error.re.hypot(error.im);
        assert!(error <= bound, "({a:e} {b:e}) / ({c:e} {d:e}): {got:?}, error {} u", error / size / u);
    }
    assert!(overflows > 1000, "{overflows}");
}

/// The same of `f64`: `|q y - x| <= (4 + sqrt 2) u |x|`, computed in twice the precision, all numbers scaled.
#[test]
fn quotients_of_f64_are_within_the_bound_everywhere() {
    let two_sum = |a: f64, b: f64| {
        let s = a + b;
        let z = s - a;
        (s, (a - (s - z)) + (b - z))
    };
    // `a * b - c * d - e`
    let exact = |a: f64, b: f64, c: f64, d: f64, e: f64| {
        let (p, q) = (a * b, c * d);
        let (p2, q2) = (a.mul_add(b, -p), c.mul_add(d, -q));
        let (s, s2) = two_sum(p, -q);
        let (s, s3) = two_sum(s, -e);
        s + (s2 + s3 + (p2 - q2))
    };
    let exponent = |[re, im]: [f64; 2]| {
        let size = re.abs().max(im.abs());
        if size < f64::MIN_POSITIVE { (size * 2_f64.powi(60)).log2() as i32 - 60 } else { size.log2() as i32 }
    };
    let scaled = |x: [f64; 2], e: i32| x.map(|part| part * 2_f64.powi(-e / 2) * 2_f64.powi(-e - -e / 2));
    let (mut rng, mut counted, mut overflows) = (Rng::new(8), 0, 0);
    for _ in 0..200_000 {
        let [a, b, c, d] = [(); 4].map(|()| anywhere(&mut rng, [-1074, 1024]));
        let q = quotient([a, b], [c, d]);
        let (e_x, e_y) = (exponent([a, b]), exponent([c, d]));
        // The quotient is between 2^(e_x - e_y - 2) and 2^(e_x - e_y + 2).
        if e_x - e_y > 1020 {
            overflows += 1;
            assert!(e_x - e_y < 1026 || q.iter().any(|part| part.is_infinite()), "{q:?}");
            continue;
        }
        let (x, y) = (scaled([a, b], e_x), scaled([c, d], e_y));
        // In two steps: the scale of the quotient can be beyond the range.
        let z = scaled(q, e_x - e_y);
        let residual = exact(z[0], y[0], z[1], y[1], x[0]).hypot(exact(z[0], y[1], -z[1], y[0], x[1]));
        // What subnormal parts of the quotient, and of the scaled operands, are rounded by.
        let subnormal = (-1073 - (e_x - e_y)).min(0);
        let slack = 4. * 2_f64.powi(subnormal / 2) * 2_f64.powi(subnormal - subnormal / 2);
        let bound = 5.4143 * f64::EPSILON / 2. * x[0].hypot(x[1]);
        assert!(residual <= bound + slack, "({a:e} {b:e}) / ({c:e} {d:e}): {q:?}, {}", residual / bound);
        counted += usize::from(slack < bound);
    }
    assert!(counted > 100_000 && overflows > 1000, "{counted} {overflows}");
}

#[test]
fn remainders_are_those_of_the_rounded_quotient() {
    let remainder = |x: [f64; 2], y: [f64; 2]| {
        let [x, y] = [x, y].map(|[re, im]| array![Complex::new(re, im)]);
        let r = (x % y)[[0]];
        [r.re, r.im]
    };
    // (7 + 5i) / (2 + i) is 3.8 + 0.6i, of which 3 is taken: 7 + 5i - 6 - 3i.
    assert_eq!(remainder([7., 5.], [2., 1.]), [1., 2.]);
    // By a real number and by an imaginary one, exact however large the quotient.
    assert_eq!(remainder([1e308, -1e308], [2., 0.]), [0., 0.]);
    assert_eq!(remainder([1e20, 5.5], [0., 3.]), [1., 2.5]);
    assert_eq!(remainder([1e-161, 1.], [3e-161, 0.])[0], 1e-161);
    assert_eq!(remainder([1., 1.], [f64::INFINITY, 0.]), [1., 1.]);
    assert_eq!(remainder([1., 1.], [f64::INFINITY, f64::INFINITY]), [1., 1.]);
    assert_eq!(remainder([1e308, 1e308], [1e308, 1e308]), [0., 0.]);
    assert_eq!(remainder([1e-320, 1e-320], [1e-320, 1e-320]), [0., 0.]);
    assert!(remainder([1., 1.], [0., 0.])[0].is_nan());
}

/// NumPy: `np.abs`.
#[cfg(feature = "std")]
#[test]
fn magnitudes_are_real_and_in_the_range_where_squares_are_not() {
    let far = 2_f64.powi(600);
    let a = array![[c(3, 4), c(0, -2)], [c(0, 0), Complex::new(3. * far, -4. * far)]];
    let sizes: Matrix<f64, 2, 2> = a.abs();
    assert_eq!(sizes, array![[5., 2.], [0., 5. * far]]);
    assert_eq!(a.t().abs(), sizes.t().to_owned());
    let mut out = Matrix::<f64, 2, 2>::zeros();
    a.abs_into(&mut out);
    assert_eq!(out, sizes);
    let small = array![
        Complex32::new(3e-30, 4e-30),
        Complex32::new(f32::NAN, 1.),
        Complex32::new(f32::NAN, f32::INFINITY)
    ];
    let sizes = small.into_dyn().abs();
    assert!((sizes[[0]] / 5e-30 - 1.).abs() < 1e-6 && sizes[[1]].is_nan() && sizes[[2]] == f32::INFINITY);
}

/// NumPy: `np.mean`.
#[test]
fn means_are_made_part_by_part() {
    let a = array![[c(1, 2), c(3, -1), c(5, 0)], [c(-1, 4), c(0, 0), c(2, 2)]];
    let mean: Complex64 = a.mean();
    assert_eq!(mean, Complex::new(10. / 6., 7. / 6.));
    let columns: Vector<Complex64, 3> = a.mean_axis::<0>();
    assert_eq!(columns, array![c(0, 3), Complex::new(1.5, -0.5), Complex::new(3.5, 1.)]);
    assert_eq!(a.mean_axis::<1>(), array![Complex::new(3., 1. / 3.), Complex::new(1. / 3., 2.)]);
    assert_eq!(a.t().mean_axis::<1>(), columns);
    assert_eq!(a.t().mean(), mean);
    assert_eq!(a.mean_axes::<conformable::axes![0, 1]>(), mean);
    assert_eq!(a.mean_keepdims::<0>().as_slice(), columns.as_slice());
    let mut out = Vector::<Complex64, 3>::zeros();
    a.mean_axis_into::<0, _, _>(&mut out);
    assert_eq!(out, columns);
    let dynamic = a.into_dyn();
    assert_eq!((dynamic.mean(), dynamic.mean_axis::<0>().unwrap().as_slice()), (mean, columns.as_slice()));
    // Sums that leave the range.
    let large = array![Complex32::new(f32::MAX, -f32::MAX), Complex32::new(f32::MAX, 0.)];
    assert_eq!(large.mean(), Complex32::new(f32::MAX, -f32::MAX / 2.));
    let none = Vector::<Complex32, 0>::zeros().mean();
    assert!(none.re.is_nan() && none.im.is_nan());
    fn generic<T: conformable::Average, S: Shape>(a: &Array<T, S>) -> T::Mean {
        a.mean()
    }
    assert_eq!(generic(&array![1_u8, 2]), 1.5);
}

#[cfg(any(feature = "std", feature = "libm"))]
#[test]
fn systems_of_complex_equations_are_solved() {
    let z = |re: f64, im: f64| Complex { re, im };
    for n in 1..=9 {
        let of = |i: usize, j: usize| {
            z(((3 * i + 5 * j + i * j) % 7) as f64 - 2.5, ((2 * i + j) % 5) as f64 - 1.5)
        };
        let a = Array::from_shape_fn((Dyn(n), Dyn(n)), |[i, j]| {
            let diagonal = if i == j { z(9., -7.) } else { z(0., 0.) };
            of(i, j) + diagonal
        })
        .unwrap();
        let x = Array::from_shape_fn((Dyn(n),), |[i]| z(i as f64 + 1., 2. - i as f64)).unwrap();
        let b = a.matvec(&x).unwrap();
        let solved = a.solve(&b).unwrap();
        assert!((solved - &x).abs().max().unwrap() < 1e-13, "{n}");
        let rest = a.matmul(&a.inv().unwrap()).unwrap() - conformable::eye(Dyn(n)).unwrap();
        assert!(rest.abs().max().unwrap() < 1e-13, "{n}");
        let (sign, logarithm) = a.slogdet().unwrap();
        let det = a.det().unwrap();
        assert!((sign * logarithm.exp() - det).l1_norm() <= 1e-12 * det.l1_norm(), "{n}");
        assert!((a.lu().unwrap().det().unwrap() - det).l1_norm() <= 1e-12 * det.l1_norm(), "{n}");
    }
}
