//! Elementary functions: of contiguous arrays, and the same of strided ones and of few elements.

use super::super::numbers::{Digest, Kind, Number, Numbers};
use super::{Run, all, same};
use conformable::prelude::*;
use conformable::scalar::Ordered;
use conformable::{Real, Vector};

/// The digest of elementary functions, which is [`ELEMENTARY`](super::super::ELEMENTARY) on every path.
///
/// # Panics
/// If arrays of another kind have other bits.
#[must_use]
pub fn elementary() -> u64 {
    let mut run = Run { numbers: Numbers::new(5), digest: Digest::new() };
    for kind in [Kind::Near, Kind::Wide, Kind::Any] {
        run.numbers.of(kind);
        functions::<f32>(&mut run, 2001);
        functions::<f64>(&mut run, 2001);
    }
    run.digest.0
}

/// Each function of `2 n` numbers.
fn functions<T: Number + Real + Ordered>(run: &mut Run, n: usize) {
    let x = Array::from_vec((Dyn(n), Const::<2>), run.numbers.many::<T>(2 * n)).unwrap();
    let turned = x.t().to_owned();
    macro_rules! each { ($($name:ident)+) => {$(
        let y = x.$name();
        run.add(y.as_slice());
        same(stringify!($name), &[2, n], &all(&turned.t().$name()), y.as_slice());
        if let [a, b, c, d, e, ..] = *x.as_slice() {
            same(stringify!($name), &[1], Vector::from([a]).$name().as_slice(), &y.as_slice()[..1]);
            same(stringify!($name), &[5], Vector::from([a, b, c, d, e]).$name().as_slice(), &y.as_slice()[..5]);
        }
    )+};}
    each! {
        exp exp2 exp_m1 ln log2 log10 ln_1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh cbrt sigmoid erf gelu
    }
    let (a, b) = (x.column(0).unwrap(), x.column(1).unwrap());
    let third = T::one() / T::from(3).unwrap();
    for y in [a.atan2(&b).unwrap(), a.hypot(&b).unwrap(), x.powf(third).column(1).unwrap().to_owned()] {
        run.add(y.as_slice());
    }
    run.add(x.powi(-5).as_slice());
    // Numbers of one size, of which no power is all of the sum.
    let scores = x.tanh();
    let parts = (scores.softmax_axis::<0>(), scores.log_softmax_axis::<1>());
    same(
        "softmax_axis",
        &[2, n],
        &all(&scores.t().softmax_axis::<1>().t()),
        &all(&scores.t().to_owned().softmax_axis::<1>().t()),
    );
    run.add(parts.0.as_slice());
    run.add(parts.1.as_slice());
    run.add(scores.t().softmax_axis::<1>().as_slice());
}
