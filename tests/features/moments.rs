//! Means, variances and standard deviations that are in the range where sums on the way are not: in every form.

#![cfg(all(feature = "alloc", feature = "macros", any(feature = "std", feature = "libm")))]

use crate::common;

use common::Rng;
use conformable::prelude::*;

/// The mean, variance and standard deviation of a vector, of which every form is asked: they must agree.
macro_rules! moments { ($T:ty, $n:literal, $x:expr, $ddof:expr) => {{
    let x = $x;
    const N: usize = $n;
    let whole: Vector<$T, N> = Vector::new(x);
    let heap = Array::from(x.to_vec());
    let (row, column) = (Matrix::<$T, 1, N>::from_fn(|[_, i]| x[i]), Matrix::<$T, N, 1>::from_fn(|[i, _]| x[i]));
    // Many columns, and rows of many, so that kernels and not loops for a few compute them.
    let tall = Array::from_shape_fn((Dyn(N), Dyn(70)), |[i, _]| x[i]).unwrap();
    let wide = tall.t().to_owned();
    let spread = Array::from_shape_fn((Dyn(2 * N),), |[i]| x[i / 2]).unwrap();
    let every_second = spread.view().into_dyn();
    let every_second = every_second.slice(s![..;2]).unwrap();
    let all = [
        [whole.mean(), whole.var_ddof($ddof), whole.std_ddof($ddof)],
        [heap.mean(), heap.var_ddof($ddof), heap.std_ddof($ddof)],
        [every_second.mean(), every_second.var_ddof($ddof), every_second.std_ddof($ddof)],
        [tall.column(3).unwrap().mean(), tall.column(3).unwrap().var_ddof($ddof), tall.column(3).unwrap().std_ddof($ddof)],
        [row.mean_axis::<1>()[[0]], row.var_ddof_axis::<1>($ddof)[[0]], row.std_ddof_axis::<1>($ddof)[[0]]],
        [column.mean_axis::<0>()[[0]], column.var_ddof_axis::<0>($ddof)[[0]], column.std_ddof_axis::<0>($ddof)[[0]]],
        [row.mean_keepdims::<1>()[[0, 0]], row.var_ddof_keepdims::<1>($ddof)[[0, 0]], row.std_ddof_keepdims::<1>($ddof)[[0, 0]]],
        [tall.mean_axis::<0>()[[69]], tall.var_ddof_axis::<0>($ddof)[[69]], tall.std_ddof_axis::<0>($ddof)[[69]]],
        [wide.mean_axis::<1>()[[69]], wide.var_ddof_axis::<1>($ddof)[[69]], wide.std_ddof_axis::<1>($ddof)[[69]]],
        [wide.t().mean_axis::<0>()[[5]], wide.t().var_ddof_axis::<0>($ddof)[[5]], wide.t().std_ddof_axis::<0>($ddof)[[5]]],
        [tall.t().mean_axis::<1>()[[5]], tall.t().var_ddof_axis::<1>($ddof)[[5]], tall.t().std_ddof_axis::<1>($ddof)[[5]]],
        {
            let mut out = [0; 3].map(|_| Array::from(vec![whole.mean(); 70]));
            tall.mean_axis_into::<0, _, _>(&mut out[0]).unwrap();
            tall.var_ddof_axis_into::<0, _, _>($ddof, &mut out[1]).unwrap();
            tall.std_ddof_axis_into::<0, _, _>($ddof, &mut out[2]).unwrap();
            out.map(|out| out[[7]])
        },
    ];
    for (form, own) in all.iter().enumerate() {
        assert!(own.iter().zip(&all[0]).all(|(a, b)| a == b || a.is_nan() && b.is_nan()), "form {form}: {own:?} {:?}", all[0]);
    }
    all[0]
}}; }
#[test]
fn results_in_the_range_are_given_where_sums_leave_it() {
    let inf = f32::INFINITY;
    assert_eq!(moments!(f32, 2, [1e20, -1e20], 0), [0., inf, 1e20]);
    assert_eq!(moments!(f32, 2, [1e-30, -1e-30], 0), [0., 0., 1e-30]);
    let [mean, var, std] = moments!(f32, 3, [1e30; 3], 0);
    assert!((mean - 1e30).abs() <= 1e30 * f32::EPSILON && [var, std] == [0., 0.]);
    assert_eq!(moments!(f32, 2, [3e38; 2], 0), [3e38, 0., 0.]);
    assert_eq!(moments!(f32, 3, [f32::MAX; 3], 0), [f32::MAX, 0., 0.]);
    assert_eq!(moments!(f32, 2, [f32::MAX, f32::MIN], 0), [0., inf, f32::MAX]);
    assert_eq!(moments!(f32, 4, [f32::MAX, f32::MAX, f32::MIN, f32::MIN], 0), [0., inf, f32::MAX]);
    assert_eq!(moments!(f64, 4, [1e300, 1e300, -1e300, -1e300], 0), [0., f64::INFINITY, 1e300]);
    assert_eq!(moments!(f64, 2, [1e-200, -1e-200], 0), [0., 0., 1e-200]);
    assert_eq!(moments!(f64, 2, [1.7e308, 1.7e308], 0), [1.7e308, 0., 0.]);
    // The sum of the squares leaves the range, and the variance does not.
    let [mean, var, std] = moments!(f32, 4, [1.5e19, -1.5e19, 1.5e19, -1.5e19], 0);
    assert_eq!([mean, std], [0., 1.5e19]);
    assert!((var - 2.25e38).abs() <= 2.25e38 * f32::EPSILON);
    // Subnormal numbers: 1 and 3 times the least, of which 2 is the mean.
    let least = f32::from_bits(1);
    assert_eq!(moments!(f32, 2, [least, 3. * least], 0), [2. * least, 0., least]);
    assert_eq!(moments!(f64, 2, [5e-324, 1.5e-323], 0), [1e-323, 0., 5e-324]);
}

/// NumPy 2.4: what is not finite is not scaled away.
#[test]
fn what_is_not_finite_stays_so() {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    for (x, mean) in [
        ([inf, 1., 2.], inf),
        ([-inf, -1e308, -1e308], -inf),
        ([inf, -inf, 0.], nan),
        ([nan, 1e308, 1e308], nan),
    ] {
        let got = Vector::new(x).mean();
        assert!(got == mean || got.is_nan() && mean.is_nan(), "{x:?}: {got}");
        assert!(Vector::new(x).var().is_nan() && Vector::new(x).std().is_nan());
    }
    assert!(Vector::<f64, 0>::zeros().mean().is_nan() && Vector::<f64, 0>::zeros().std().is_nan());
    // No more elements than `ddof`: NumPy divides 0 by 0.
    assert!(array![1e30_f32].var_ddof(1).is_nan() && array![5_f32].std_ddof(1).is_nan());
    assert_eq!([array![7.].var(), array![7.].std()], [0., 0.]);
}

#[cfg(feature = "half-2")]
#[test]
fn bf16_has_the_range_of_f32() {
    use half::bf16;
    let x = [3e38_f32, 3e38].map(bf16::from_f32);
    assert_eq!(moments!(bf16, 2, [3e38_f32, 3e38].map(bf16::from_f32), 0), [x[0].to_f32(), 0., 0.]);
    let [mean, _, std] = moments!(bf16, 2, [1e-30_f32, -1e-30].map(bf16::from_f32), 0);
    assert_eq!([mean, std], [0., bf16::from_f32(1e-30).to_f32()]);
}

/// Two passes in plain sums of blocks and lanes give ordinary data its bits; a power of two times them, the same ones.
#[test]
fn scaled_data_have_the_digits_of_ordinary_ones() {
    let mut rng = Rng::new(3);
    for n in [2, 3, 5, 31, 33, 100, 2100].into_iter().filter(crate::common::in_time) {
        let x: Vec<f32> = (0..n).map(|_| rng.f32()).collect();
        let [mean, var, std] =
            [Array::from(x.clone()).mean(), Array::from(x.clone()).var(), Array::from(x.clone()).std()];
        for e in [-100, 60, 100, 120] {
            let scale = 2_f32.powi(e);
            let y = Array::from(x.iter().map(|x| x * scale).collect::<Vec<_>>());
            assert_eq!(y.mean(), mean * scale, "{n} {e}");
            assert_eq!(y.std(), std * scale, "{n} {e}");
            assert_eq!(y.var(), var * scale * scale, "{n} {e}");
        }
    }
}
