//! The shape rule of `slice`: an item for each axis says which positions are kept.
//!
//! [`s!`](crate::s!) makes the items, of which [`items`] has the types. What an item leaves of an axis is in [`rules`], and
//! the comparisons of positions with lengths that are in the types are in [`bounds`].

mod bounds;
mod items;
mod rules;

#[doc(hidden)]
pub use bounds::*;
pub use items::{
    All, At, AtBack, Back, Bound, Dots, Ellipsis, End, Every, EveryBack, Fixed, Flip, Front, Index, Item,
    KnownSpan, New, NewAxis, Number, OfAxis, Place, Position, Range, RangeFrom, RangeTo, Reversed, SliceItem,
    SliceItems, Span, Spans, Steps, Through, Unit, Unknown, Whole,
};
#[doc(hidden)]
pub use rules::*;

#[doc(hidden)]
pub use super::Const;
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::{AtRunTime, Check, DynRank, MAX_NDIM, Shape};
use crate::error::ShapeError;

/// The name of the operation.
const NAME: &str = "slice";

/// Shapes whose axes the items of a slice can cut: what they leave. Sealed, as [`Shape`] is.
pub trait SliceShape<Items: SliceItems>: Shape {
    /// Whether the types prove that every item is within its axis.
    type Check: Check;
    /// The axes that are left.
    type Output: Shape;
}
// A blanket impl over a table, for the sake of messages: see `SameDim`.
impl<S: Shape, Items: SliceItems> SliceShape<Items> for S
where
    ShapeRules: SliceRule<S, Items, KnownOf<S>>,
{
    type Check = <ShapeRules as SliceRule<S, Items, KnownOf<S>>>::Check;
    type Output = <ShapeRules as SliceRule<S, Items, KnownOf<S>>>::Output;
}

/// The table behind `SliceShape`: whether the rank is known.
#[doc(hidden)]
pub trait SliceRule<S, Items, Known> {
    type Check: Check;
    type Output: Shape;
}
impl<X, S: Shape, Items: SliceItems> SliceRule<S, Items, KnownRank> for X
where
    Items::List: ListRule<S, (S::Rank, Items::Count)>,
{
    type Check = <Items::List as ListRule<S, (S::Rank, Items::Count)>>::Check;
    type Output = <Items::List as ListRule<S, (S::Rank, Items::Count)>>::Output;
}
impl<X, S, Items> SliceRule<S, Items, AnyRank> for X {
    type Check = AtRunTime;
    type Output = DynRank;
}

/// What the items of a slice leave of axes: their lengths and strides, and the place of their first element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    /// Only the first `ndim` count.
    dims: [usize; MAX_NDIM],
    strides: [isize; MAX_NDIM],
    ndim: usize,
    /// The distance of the new first element from the old one; 0, as all strides, if no elements are left.
    pub(crate) offset: isize,
    /// The next axis to be cut.
    axis: usize,
}

impl Cut {
    /// The axes that the items leave of those with these lengths and strides.
    #[inline(always)]
    pub(crate) fn new<Items: SliceItems>(
        items: Items,
        dims: &[usize],
        strides: &[isize],
    ) -> Result<Self, ShapeError> {
        let mut cut = Cut { dims: [0; MAX_NDIM], strides: [0; MAX_NDIM], ndim: 0, offset: 0, axis: 0 };
        items.list().cut(&mut cut, dims, strides)?;
        cut.whole(dims, strides, dims.len().saturating_sub(cut.axis))?;
        if cut.dims().contains(&0) {
            (cut.offset, cut.strides) = (0, [0; MAX_NDIM]);
        }
        Ok(cut)
    }
    /// The lengths.
    #[inline(always)]
    pub(crate) fn dims(&self) -> &[usize] {
        self.dims.get(..self.ndim).unwrap_or(&self.dims)
    }
    /// The stride of an axis.
    #[inline(always)]
    pub(crate) fn stride(&self, axis: usize) -> isize {
        self.strides.get(axis).copied().unwrap_or(0)
    }
    /// One more axis of the result.
    #[inline(always)]
    fn keep(&mut self, len: usize, stride: isize) -> Result<(), ShapeError> {
        match (self.dims.get_mut(self.ndim), self.strides.get_mut(self.ndim)) {
            (Some(d), Some(s)) => (*d, *s) = (len, stride),
            _ => return Err(ShapeError::too_many_axes(NAME, self.ndim + 1)),
        }
        self.ndim += 1;
        Ok(())
    }
    /// The next `n` axes, as they are.
    #[inline(always)]
    fn whole(&mut self, dims: &[usize], strides: &[isize], n: usize) -> Result<(), ShapeError> {
        for _ in 0..n {
            if let (Some(len), Some(stride)) = (dims.get(self.axis), strides.get(self.axis)) {
                self.keep(*len, *stride)?;
            }
            self.axis += 1;
        }
        Ok(())
    }
    /// What one item leaves. `given` is the number of all items that stand for an axis.
    #[inline(always)]
    fn take(
        &mut self,
        item: Item,
        dims: &[usize],
        strides: &[isize],
        given: usize,
    ) -> Result<(), ShapeError> {
        match item {
            Item::New => return self.keep(1, 0),
            Item::Dots(after) => {
                let left = dims.len().saturating_sub(self.axis);
                let Some(n) = left.checked_sub(after) else {
                    return Err(ShapeError::too_many_indices(NAME, dims, given));
                };
                return self.whole(dims, strides, n);
            }
            Item::Index(_) | Item::Span(..) => {}
        }
        let (Some(len), Some(stride)) = (dims.get(self.axis), strides.get(self.axis)) else {
            return Err(ShapeError::too_many_indices(NAME, dims, given));
        };
        match item {
            Item::Index(place) => {
                let Some(i) = place.index(*len) else {
                    return Err(ShapeError::index_out_of_bounds(
                        NAME,
                        dims,
                        self.axis,
                        place.from_end,
                        place.number,
                    ));
                };
                self.offset = self.offset.wrapping_add((i as isize).wrapping_mul(*stride));
            }
            Item::Span(start, end, step) => {
                let (first, last) = match (start.bound(*len), end.bound(*len)) {
                    (Some(first), Some(last)) if first <= last => (first, last),
                    _ => {
                        return Err(ShapeError::range_out_of_bounds(
                            NAME,
                            dims,
                            self.axis,
                            [start.from_end, end.from_end],
                            [start.number, end.number],
                        ));
                    }
                };
                if step.number == 0 {
                    return Err(ShapeError::zero_step(NAME, dims));
                }
                let n = (last - first).div_ceil(step.number);
                let first = if step.from_end && n > 0 { last - 1 } else { first };
                // With two positions or more the step is less than the length.
                let step = match step.number as isize {
                    _ if n < 2 => 1,
                    number if step.from_end => -number,
                    number => number,
                };
                self.offset = self.offset.wrapping_add((first as isize).wrapping_mul(*stride));
                self.keep(n, stride.wrapping_mul(step))?;
            }
            Item::New | Item::Dots(_) => {}
        }
        self.axis += 1;
        Ok(())
    }
}

/// A list of items, cut one after another.
#[doc(hidden)]
#[allow(private_interfaces, reason = "machinery: the trait can be named, its method not be called")]
pub trait CutList: Sized {
    /// How many of them stand for an axis.
    const AXES: usize;
    fn cut_from(
        self,
        cut: &mut Cut,
        dims: &[usize],
        strides: &[isize],
        given: usize,
    ) -> Result<(), ShapeError>;
    #[inline(always)]
    fn cut(self, cut: &mut Cut, dims: &[usize], strides: &[isize]) -> Result<(), ShapeError> {
        self.cut_from(cut, dims, strides, Self::AXES)
    }
}
#[allow(private_interfaces, reason = "as the trait")]
impl CutList for () {
    const AXES: usize = 0;
    #[inline(always)]
    fn cut_from(self, _: &mut Cut, _: &[usize], _: &[isize], _: usize) -> Result<(), ShapeError> {
        Ok(())
    }
}
#[allow(private_interfaces, reason = "as the trait")]
impl<I: SliceItem, L: CutList> CutList for (I, L) {
    const AXES: usize = L::AXES + I::AXES;
    #[inline(always)]
    fn cut_from(
        self,
        cut: &mut Cut,
        dims: &[usize],
        strides: &[isize],
        given: usize,
    ) -> Result<(), ShapeError> {
        cut.take(self.0.item(), dims, strides, given)?;
        self.1.cut_from(cut, dims, strides, given)
    }
}
