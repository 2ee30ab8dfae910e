//! Medians and percentiles: two neighbours in sorted order, which a selection leaves in their places, and what is between them.
//!
//! ```text
//! median        the mean of the middle element, or of the two in the middle
//! percentile    a + (b - a) * t of the neighbours of position (n - 1) * q, counted from whichever of them is nearer
//! ```

use super::along::{Along, AlongMut, Column, Reduction, WithoutAxis};
use super::sort::{select_along, select_slice, sort_few};
use super::var;
use crate::scalar::{Average, Fraction, Ordered};
use crate::written::Written;
use core::marker::PhantomData;

/// A place among sorted elements.
pub(crate) trait Quantile: Copy {
    /// Where it is among `n` elements.
    fn place(self, n: usize) -> Place;
    /// What is `t` of the way from `a` to `b`.
    fn between<M: Fraction>(a: M, b: M, t: f64) -> M;
}

/// The middle.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Median;
/// Behind this part of them, of 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part(pub(crate) f64);

/// A place among a number of sorted elements.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The number of the lower neighbour.
    low: usize,
    /// Whether the upper one is another.
    is_between: bool,
    /// How far the place is behind the lower one.
    t: f64,
}

impl Quantile for Median {
    #[inline(always)]
    fn place(self, n: usize) -> Place {
        let last = n.saturating_sub(1);
        Place { low: last / 2, is_between: last % 2 == 1, t: 0.5 }
    }
    /// The mean.
    #[inline(always)]
    fn between<M: Fraction>(a: M, b: M, _: f64) -> M {
        var::mean_static(&[a, b])
    }
}

impl Quantile for Part {
    #[inline]
    fn place(self, n: usize) -> Place {
        let last = n.saturating_sub(1);
        let at = last as f64 * self.0;
        // The whole number below it, which is not negative.
        let low = at as usize;
        if low >= last {
            // NumPy counts the last one as number -1.
            return Place { low: last, is_between: false, t: at + 1. };
        }
        Place { low, is_between: true, t: at - low as f64 }
    }
    /// `a + (b - a) * t`, as NumPy rounds it.
    #[inline]
    fn between<M: Fraction>(a: M, b: M, t: f64) -> M {
        let distance = b.minus(a);
        if t >= 0.5 {
            b.minus(distance.times(M::from_f64(1. - t)))
        } else {
            a.plus(distance.times(M::from_f64(t)))
        }
    }
}

/// The quantile of elements, which are moved.
pub(crate) fn quantile_slice<T: Average + Ordered, Q: Quantile>(x: &mut [T], q: Q) -> T::Mean {
    let place = q.place(x.len());
    select_slice(x, place.low);
    chosen::<T, Q>(x.iter().copied().enumerate(), place)
}

/// The same of elements whose number is a constant where this is called: few are sorted.
#[inline(always)]
pub(crate) fn quantile_static<T: Average + Ordered, Q: Quantile>(x: &mut [T], q: Q) -> T::Mean {
    let place = q.place(x.len());
    if !sort_few(x) {
        return quantile_slice(x, q);
    }
    match (x.last(), x.get(place.low)) {
        (Some(last), Some(low)) if !last.unordered() => {
            let high = x.get(place.low + usize::from(place.is_between)).unwrap_or(low);
            Q::between(low.to_mean(), high.to_mean(), place.t)
        }
        (last, _) => last.map_or_else(|| var::mean_static::<T>(&[]), |last| last.to_mean()),
    }
}

/// Moves the elements of each vector along an axis as [`quantile_along`] needs them.
#[inline(always)]
pub(crate) fn choose_along<T: Ordered>(along: AlongMut<'_, T>, q: impl Quantile) {
    let place = q.place(along.axes.axis.len);
    select_along(along, place.low);
}

/// The quantiles of vectors along an axis, whose elements [`choose_along`] has moved.
#[inline(always)]
pub(crate) fn quantile_along<'o, T: Average + Ordered, K: WithoutAxis, Q: Quantile>(
    along: Along<'_, 'o, T, T::Mean, K>,
    q: Q,
) -> Written<'o> {
    along.reduce(Chosen::<Q, K> { place: q.place(along.axes().axis.len), marks: PhantomData })
}

/// What is at a place of each vector.
struct Chosen<Q, K> {
    place: Place,
    marks: PhantomData<(Q, K)>,
}
impl<Q, K> Clone for Chosen<Q, K> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<Q, K> Copy for Chosen<Q, K> {}

impl<T: Average + Ordered, Q: Quantile, K: WithoutAxis> Reduction<T, T::Mean> for Chosen<Q, K> {
    type Kind = K;
    const AT_RUN_TIME: bool = false;
    #[inline(always)]
    fn row(self, x: Column<'_, T>) -> T::Mean {
        self.column(x)
    }
    #[inline(always)]
    fn column(self, x: Column<'_, T>) -> T::Mean {
        chosen::<T, Q>(x.elements(), self.place)
    }
    fn many<'o>(self, along: Along<'_, 'o, T, T::Mean, K>) -> Written<'o> {
        along.each_row(|x| {
            // SAFETY: asked for elements below the length only.
            let elements = (0..x.len()).map(|i| (i, unsafe { x.get(i) }));
            chosen::<T, Q>(elements, self.place)
        })
    }
}

/// What is at a place of elements among which its lower neighbour was selected; NaN if one of them is, or if there are none.
fn chosen<T: Average + Ordered, Q: Quantile>(x: impl Iterator<Item = (usize, T)>, place: Place) -> T::Mean {
    let (mut low, mut high, mut unordered) = (None, None, None);
    // The first of what comes after the lower neighbour is the upper one; what is not a number comes last.
    for (i, x) in x {
        if i >= place.low && x.unordered() {
            unordered = Some(x);
        } else if i == place.low {
            low = Some(x);
        } else if i > place.low && high.is_none_or(|high| x.before(high)) {
            high = Some(x);
        }
    }
    let (Some(low), None) = (low, unordered) else {
        return unordered.map_or_else(|| var::mean_static::<T>(&[]), T::to_mean);
    };
    let high = high.filter(|_| place.is_between).unwrap_or(low);
    Q::between(low.to_mean(), high.to_mean(), place.t)
}
