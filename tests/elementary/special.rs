//! Values that C23's Annex F asks for, and results that are exact.

use super::is_same;
use conformable::array;

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
