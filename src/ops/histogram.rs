//! `histogram`: how many elements there are in each of some bins of one width.

use crate::array::{Array, Ownership, Room, full};
use crate::error::{ShapeError, ShapeErrorKind};
use crate::kernel::reduce::sort::first_that;
use crate::scalar::{Average, Fraction, Ordered};
use crate::shape::op::{self, Operation};
use crate::shape::{Const, Dim, PlusDim, Shape};
use core::cmp::Ordering;

/// The counts of `D` bins, and their edges, of which there is one more.
pub type Histogram<M, D> = (Array<usize, (D,)>, Array<M, (<D as PlusDim<Const<1>, op::histogram>>::Output,)>);

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// How many elements there are in each of `bins` bins of one width, and the edges of the bins.
    ///
    /// `counts[k] =` the number of `i..` with `edges[k] <= a[i..] < edges[k + 1]`; the last bin has its right edge, too
    ///
    /// # Shapes
    /// `(A..) -> (N), (N + 1)`, any rank, where `N` is the axis that is given: `Const::<10>`, or `Dyn(n)`.
    ///
    /// As `numpy.histogram(a, bins, range)`, with the same bits: `range` is `[first, last]`, and elements beyond it are not counted,
    /// nor is NaN; without one it is that of the elements, from the least to the largest. One of no width is widened by a half to
    /// both sides, and of no elements it is `0, 1`. Edges are of the type of the [`mean`](Array::mean). No weights, and no
    /// densities: these are `counts` divided by their sum and by the widths, [`diff`](Array::diff) of the edges.
    ///
    /// # Errors
    /// In NumPy's words, but for the numbers in them: no bins; a range that is not finite, which it is not if an element is NaN, either, or that goes backwards;
    /// more bins than there are numbers for their edges. And more than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::{Const, array};
    /// let (counts, edges) = array![1, 2, 1, 4, 0, 3, 3].histogram(Const::<4>, None)?;
    /// assert_eq!(counts, array![1, 2, 1, 3]); // the last bin has 3 and 4
    /// assert_eq!(edges, array![0., 1., 2., 3., 4.]);
    /// let (counts, _) = array![0.5, 7., 1.5].histogram(Const::<2>, Some([0., 2.]))?;
    /// assert_eq!(counts, array![1, 1]);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    pub fn histogram<M: Fraction, D>(
        &self,
        bins: D,
        range: Option<[M; 2]>,
    ) -> Result<Histogram<M, D>, ShapeError>
    where
        T: Average<Mean = M> + Ordered,
        D: PlusDim<Const<1>, op::histogram>,
    {
        let n = bins.len();
        let error = |kind| ShapeError::about(op::histogram::NAME, kind, &[n]);
        let [first, last] = match range {
            Some([first, last]) if first > last => return Err(error(ShapeErrorKind::ReversedRange)),
            Some(range) => range,
            None => self.extent(),
        };
        if n == 0 {
            return Err(error(ShapeErrorKind::NoBins));
        }
        if !first.finite() || !last.finite() {
            return Err(error(ShapeErrorKind::InfiniteRange));
        }
        let half = M::ONE.over(M::from_len(2));
        let [first, last] = if first == last { [first.minus(half), last.plus(half)] } else { [first, last] };
        let Some(axis) = n.checked_add(1).and_then(Dim::from_len) else {
            return Err(ShapeError::too_large(op::histogram::NAME, &[n]));
        };
        let step = last.minus(first).over(M::from_len(n));
        let edge = |i: usize| if i == n { last } else { M::from_len(i).times(step).plus(first) };
        let room = Room::<M, _>::new(op::histogram::NAME, (axis,))?;
        let edges = Array::from_shape_fn(room.shape(), |[i]| edge(i))?;
        if (0..n).any(|i| edge(i).partial_cmp(&edge(i + 1)) != Some(Ordering::Less)) {
            return Err(error(ShapeErrorKind::TooManyBins(n)));
        }
        let mut counts = full(Room::<usize, _>::new(op::histogram::NAME, (bins,))?.shape(), 0_usize)?;
        for x in self.iter() {
            let x = x.to_mean();
            if first <= x && x <= last {
                let bin = first_that(1..n, |i| x < edge(i)).wrapping_sub(1);
                if let Some(count) = counts.get_mut([bin]) {
                    *count = count.wrapping_add(1);
                }
            }
        }
        Ok((counts, edges))
    }

    /// The least element and the largest; NaN if there is one; 0 and 1 if there are no elements.
    fn extent<M: Fraction>(&self) -> [M; 2]
    where
        T: Average<Mean = M> + Ordered,
    {
        let mut extent: Option<[T; 2]> = None;
        for x in self.iter().copied() {
            extent = Some(match extent {
                _ if x.unordered() => return [x.to_mean(); 2],
                None => [x, x],
                Some([low, high]) => {
                    [if x.before(low) { x } else { low }, if high.before(x) { x } else { high }]
                }
            });
        }
        extent.map_or([M::ZERO, M::ONE], |[low, high]| [low.to_mean(), high.to_mean()])
    }
}
