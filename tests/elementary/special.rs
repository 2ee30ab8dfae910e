//! Values that C23's Annex F asks for, and results that are exact.

use super::is_same;
use conformable::array;
use core::f64::consts;

/// Lines of a function, and numbers with their values; for both types.
macro_rules! values { ($($name:ident: $($x:expr => $y:expr),+;)+) => {
    mod single {
        use super::*;
        use core::f32::consts::*;
        const INF: f32 = f32::INFINITY;
        const NAN: f32 = f32::NAN;
        const TINY: f32 = 1e-45;
        const HUGE: f32 = f32::MAX;
        $(#[test] fn $name() {
            $(let (x, y): (f32, f32) = ($x, $y);
            let got = array![x; 9].$name();
            assert!(got.iter().all(|got| is_same(*got, y)), "{} of {x}: {got:?}, not {y}", stringify!($name));)+
        })+
    }
    mod double {
        use super::*;
        use core::f64::consts::*;
        const INF: f64 = f64::INFINITY;
        const NAN: f64 = f64::NAN;
        const TINY: f64 = 5e-324;
        const HUGE: f64 = f64::MAX;
        $(#[test] fn $name() {
            $(let (x, y): (f64, f64) = ($x, $y);
            let got = array![x; 9].$name();
            assert!(got.iter().all(|got| is_same(*got, y)), "{} of {x}: {got:?}, not {y}", stringify!($name));)+
        })+
    }
};}
values! {
    exp: 0. => 1., -0. => 1., INF => INF, -INF => 0., NAN => NAN, 800. => INF, -800. => 0., TINY => 1., 1. => E;
    exp2: 0. => 1., -0. => 1., INF => INF, -INF => 0., NAN => NAN, 10. => 1024., -3. => 0.125, 2000. => INF, -2000. => 0.,
        127. => 2.0_f64.powi(127) as _, -140. => 2.0_f64.powi(-140) as _, 0.5 => SQRT_2;
    exp_m1: 0. => 0., -0. => -0., INF => INF, -INF => -1., NAN => NAN, -800. => -1., 800. => INF, TINY => TINY, -TINY => -TINY;
    ln: 1. => 0., 0. => -INF, -0. => -INF, INF => INF, -1. => NAN, -INF => NAN, NAN => NAN, 2. => LN_2, 10. => LN_10;
    log2: 1. => 0., 0. => -INF, -0. => -INF, INF => INF, -1. => NAN, -INF => NAN, NAN => NAN, 8. => 3., 0.25 => -2.,
        2.0_f64.powi(-140) as _ => -140., 2.0_f64.powi(120) as _ => 120.;
    log10: 1. => 0., 0. => -INF, -0. => -INF, INF => INF, -1. => NAN, -INF => NAN, NAN => NAN, 10. => 1., 100. => 2.,
        1000. => 3., 1e4 => 4., 1e5 => 5., 1e6 => 6., 1e7 => 7., 1e8 => 8., 1e9 => 9., 1e10 => 10.;
    ln_1p: 0. => 0., -0. => -0., -1. => -INF, INF => INF, -2. => NAN, -INF => NAN, NAN => NAN, TINY => TINY, -TINY => -TINY,
        1. => LN_2;
    sin: 0. => 0., -0. => -0., INF => NAN, -INF => NAN, NAN => NAN, TINY => TINY, -TINY => -TINY, FRAC_PI_2 => 1.;
    cos: 0. => 1., -0. => 1., INF => NAN, -INF => NAN, NAN => NAN, TINY => 1., PI => -1.;
    tan: 0. => 0., -0. => -0., INF => NAN, -INF => NAN, NAN => NAN, TINY => TINY, -TINY => -TINY;
    asin: 0. => 0., -0. => -0., 1. => FRAC_PI_2, -1. => -FRAC_PI_2, 1.5 => NAN, -1.5 => NAN, INF => NAN, NAN => NAN, TINY => TINY,
        -TINY => -TINY, 0.5 => FRAC_PI_6;
    acos: 1. => 0., 0. => FRAC_PI_2, -0. => FRAC_PI_2, -1. => PI, 1.5 => NAN, -1.5 => NAN, INF => NAN, NAN => NAN, 0.5 => FRAC_PI_3;
    atan: 0. => 0., -0. => -0., 1. => FRAC_PI_4, INF => FRAC_PI_2, -INF => -FRAC_PI_2, NAN => NAN, TINY => TINY, -TINY => -TINY,
        HUGE => FRAC_PI_2, -HUGE => -FRAC_PI_2;
    sinh: 0. => 0., -0. => -0., INF => INF, -INF => -INF, NAN => NAN, TINY => TINY, -TINY => -TINY, 800. => INF, -800. => -INF;
    cosh: 0. => 1., -0. => 1., INF => INF, -INF => INF, NAN => NAN, TINY => 1., 800. => INF;
    tanh: 0. => 0., -0. => -0., INF => 1., -INF => -1., NAN => NAN, TINY => TINY, -TINY => -TINY, 30. => 1., -1e30 => -1.;
    asinh: 0. => 0., -0. => -0., INF => INF, -INF => -INF, NAN => NAN, TINY => TINY, -TINY => -TINY;
    acosh: 1. => 0., INF => INF, 0.5 => NAN, -1. => NAN, -INF => NAN, 0. => NAN, NAN => NAN;
    atanh: 0. => 0., -0. => -0., 1. => INF, -1. => -INF, 1.5 => NAN, -INF => NAN, NAN => NAN, TINY => TINY, -TINY => -TINY;
    cbrt: 0. => 0., -0. => -0., INF => INF, -INF => -INF, NAN => NAN, 27. => 3., -8. => -2., 0.125 => 0.5, 1e18 => 1e6, 343. => 7.;
    erf: 0. => 0., -0. => -0., INF => 1., -INF => -1., NAN => NAN, TINY => TINY, -TINY => -TINY, 10. => 1., -10. => -1.;
    gelu: 0. => 0., -0. => -0., INF => INF, -INF => -0., NAN => NAN, TINY => TINY / 2., -TINY => -TINY / 2., 40. => 40., -40. => -0., HUGE => HUGE,
        -HUGE => -0.;
    sigmoid: 0. => 0.5, -0. => 0.5, INF => 1., -INF => 0., NAN => NAN, TINY => 0.5, 800. => 1., -800. => 0.;
}

#[test]
fn powers_and_logarithms_of_two_are_exact() {
    for n in -149..=127 {
        let power = f32::from_bits(if n < -126 { 1 << (n + 149) } else { ((n + 127) as u32) << 23 });
        assert_eq!(array![n as f32].exp2(), array![power]);
        assert_eq!(array![power; 9].log2(), array![n as f32; 9]);
    }
    for n in -1074..=1023 {
        let power = f64::from_bits(if n < -1022 { 1 << (n + 1074) } else { ((n + 1023) as u64) << 52 });
        assert_eq!(array![f64::from(n)].exp2(), array![power]);
        assert_eq!(array![power; 9].log2(), array![f64::from(n); 9]);
    }
}

#[test]
fn logarithms_of_powers_of_ten_are_exact() {
    for n in 0..=22 {
        let x: f64 = format!("1e{n}").parse().unwrap();
        assert_eq!(array![x; 9].log10(), array![f64::from(n); 9]);
    }
}

/// Of both types, `x.name(y)` for each line.
macro_rules! of_two { ($test:ident $name:ident: $($x:expr, $y:expr => $z:expr;)+) => {
    #[test]
    fn $test() {
        const INF: f64 = f64::INFINITY;
        const NAN: f64 = f64::NAN;
        $(let (x, y, z): (f64, f64, f64) = ($x, $y, $z);
        let got = of_two!(@ $name array![x; 9], y);
        assert!(got.iter().all(|got| is_same(*got, z)), "{x}, {y}: {got:?}, not {z}");
        let got = of_two!(@ $name array![x as f32; 9], y as f32);
        assert!(got.iter().all(|got| is_same(*got, z as f32)), "{x}, {y}: {got:?}, not {z}, in `f32`");)+
    }
};
    (@ powf $x:expr, $y:expr) => { $x.powf($y) };
    (@ $name:ident $x:expr, $y:expr) => { $x.$name(&$y) };
}
of_two! { powers_are_those_of_annex_f powf:
    NAN, 0. => 1.; NAN, -0. => 1.; 1., NAN => 1.; 1., INF => 1.; 1., -INF => 1.; -1., INF => 1.; -1., -INF => 1.; NAN, 1. => NAN;
    2., NAN => NAN; 0., 3. => 0.; -0., 3. => -0.; -0., 2. => 0.; -0., 2.5 => 0.; 0., -3. => INF; -0., -3. => -INF; -0., -2. => INF;
    -0., -2.5 => INF; 0., -INF => INF; -0., INF => 0.; -8., 0.5 => NAN; -8., -1.5 => NAN; -8., 3. => -512.; -2., -1. => -0.5;
    -2., 4. => 16.; 0.5, INF => 0.; 0.5, -INF => INF; -0.5, INF => 0.; 2., INF => INF; 2., -INF => 0.; -2., INF => INF;
    INF, 0.5 => INF; INF, -0.5 => 0.; -INF, 3. => -INF; -INF, 2. => INF; -INF, 0.5 => INF; -INF, -3. => -0.; -INF, -2. => 0.;
    -INF, -0.5 => 0.; 3., 4. => 81.; 10., 10. => 1e10; 1.5, 2. => 2.25; 0.25, -3. => 64.; 4., 0.5 => 2.; 2., 0.5 => consts::SQRT_2;
    -1., 16777215. => -1.; -1., 16777217e3 => 1.; 2., 5000. => INF; 2., -5000. => 0.; -2., -5001. => -0.; 0., NAN => NAN;
}
of_two! { angles_of_points_are_those_of_annex_f atan2:
    0., 1. => 0.; -0., 1. => -0.; 0., -1. => consts::PI; -0., -1. => -consts::PI; 0., 0. => 0.; -0., 0. => -0.; 0., -0. => consts::PI; -0., -0. => -consts::PI;
    1., 0. => consts::FRAC_PI_2; 1., -0. => consts::FRAC_PI_2; -1., 0. => -consts::FRAC_PI_2; -1., -0. => -consts::FRAC_PI_2; 1., INF => 0.; -1., INF => -0.;
    1., -INF => consts::PI; -1., -INF => -consts::PI; INF, 1. => consts::FRAC_PI_2; -INF, -1. => -consts::FRAC_PI_2; INF, INF => consts::FRAC_PI_4;
    INF, -INF => 3. * consts::FRAC_PI_4; -INF, INF => -consts::FRAC_PI_4; -INF, -INF => -3. * consts::FRAC_PI_4; NAN, 1. => NAN; 1., NAN => NAN;
    NAN, INF => NAN; INF, NAN => NAN; 0., NAN => NAN; 1., 1. => consts::FRAC_PI_4; -1., 1. => -consts::FRAC_PI_4;
}
of_two! { lengths_are_those_of_annex_f hypot:
    3., 4. => 5.; -5., 12. => 13.; 0., 0. => 0.; -0., -0. => 0.; 0., -2. => 2.; INF, NAN => INF; NAN, -INF => INF; -INF, 1. => INF;
    NAN, 1. => NAN; 0., NAN => NAN; 3e37, 4e37 => 5e37;
}
