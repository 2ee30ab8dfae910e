//! Medians and percentiles: two neighbours in sorted order, which a selection leaves in their places, and what is between them.
//!
//! ```text
//! median        the mean of the middle element, or of the two in the middle
//! percentile    a + (b - a) * t of the neighbours of position (n - 1) * q, counted from whichever of them is nearer
//! ```

use super::along::{Along, AlongMut, WithoutAxis, row_elements};
use super::elements::Elements;
use super::sort::{select_along, select_slice};
use super::var;
use crate::kernel::operand::VecRef;
use crate::scalar::{Average, Fraction, Ordered};
use crate::written::Written;

/// A place among sorted elements.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Quantile {
    /// The middle.
    Median,
    /// Behind this part of them, of 0 to 1.
    Part(f64),
}

/// A place among a number of sorted elements.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// The number of the lower neighbour.
    low: usize,
    /// Whether the upper one is another.
    is_between: bool,
    /// How far the place is behind the lower one; `None` for the mean of both.
    t: Option<f64>,
}

impl Quantile {
    /// Where it is among `n` elements.
    #[inline]
    fn place(self, n: usize) -> Place {
        let last = n.saturating_sub(1);
        match self {
            Quantile::Median => Place { low: last / 2, is_between: last % 2 == 1, t: None },
            Quantile::Part(q) => {
                let at = last as f64 * q;
                // The whole number below it, which is not negative.
                let low = at as usize;
                if low >= last {
                    // NumPy counts the last one as number -1.
                    return Place { low: last, is_between: false, t: Some(at + 1.) };
                }
                Place { low, is_between: true, t: Some(at - low as f64) }
            }
        }
    }
}

/// The quantile of elements, which are moved.
pub(crate) fn quantile_slice<T: Average + Ordered>(x: &mut [T], q: Quantile) -> T::Mean {
    let place = q.place(x.len());
    select_slice(x, place.low);
    chosen(&row_elements(VecRef::from_slice(x)), place)
}

/// Moves the elements of each vector along an axis as [`quantile_along`] needs them.
pub(crate) fn choose_along<T: Ordered>(along: AlongMut<'_, T>, q: Quantile) {
    let place = q.place(along.axes.axis.len);
    select_along(along, place.low);
}

/// The quantiles of vectors along an axis, whose elements [`choose_along`] has moved.
pub(crate) fn quantile_along<'o, T: Average + Ordered, K: WithoutAxis>(
    along: Along<'_, 'o, T, T::Mean, K>,
    q: Quantile,
) -> Written<'o> {
    let place = q.place(along.axes().axis.len);
    along.each_row(|x| chosen(&row_elements(x), place))
}

/// What is at a place of elements among which its lower neighbour was selected; NaN if one of them is, or if there are none.
fn chosen<T: Average + Ordered>(x: &Elements<'_, T>, place: Place) -> T::Mean {
    let (mut i, mut low, mut high, mut unordered) = (0, None, None, None);
    // The first of what comes after the lower neighbour is the upper one; what is not a number comes last.
    x.for_each(|x| {
        if i >= place.low && x.unordered() {
            unordered = Some(x);
        } else if i == place.low {
            low = Some(x);
        } else if i > place.low && high.is_none_or(|high| x.before(high)) {
            high = Some(x);
        }
        i += 1;
    });
    let (Some(low), None) = (low, unordered) else {
        return unordered.map_or_else(|| var::mean_slice::<T>(&[]), T::to_mean);
    };
    let high = high.filter(|_| place.is_between);
    match (place.t, high) {
        (None, Some(high)) => var::mean_slice(&[low, high]),
        (None, None) => var::mean_slice(&[low]),
        (Some(t), high) => between(low.to_mean(), high.unwrap_or(low).to_mean(), t),
    }
}

/// `a + (b - a) * t`, as NumPy rounds it.
fn between<M: Fraction>(a: M, b: M, t: f64) -> M {
    let distance = b.minus(a);
    if t >= 0.5 {
        b.minus(distance.times(M::from_f64(1. - t)))
    } else {
        a.plus(distance.times(M::from_f64(t)))
    }
}
