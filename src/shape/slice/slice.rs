//! `SliceShape`: what the items of a slice leave of a shape, and how the positions are found at run time.

use super::super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::super::{AtRunTime, Check, DynRank, MAX_NDIM, Proven, Shape};
use super::items::*;
use super::rules::*;
use crate::error::ShapeError;
use crate::sealed::Seal;

/// The name of the operation.
const NAME: &str = "slice";

/// Shapes whose axes the items of a slice can cut: what they leave. Sealed, as [`Shape`] is.
pub trait SliceShape<Items: SliceItems>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
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
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as SliceRule<S, Items, KnownOf<S>>>::Check;
    type Output = <ShapeRules as SliceRule<S, Items, KnownOf<S>>>::Output;
}

/// The table behind `SliceShape`: whether the rank is known.
#[doc(hidden)]
pub trait SliceRule<S, Items, Known> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
}
impl<X, S: Shape, Items: SliceItems> SliceRule<S, Items, KnownRank> for X
where
    Items::List: ListRule<S, (S::Rank, Items::Count)>,
{
    const SEALED: Seal = Seal;
    type Check = <Items::List as ListRule<S, (S::Rank, Items::Count)>>::Check;
    type Output = <Items::List as ListRule<S, (S::Rank, Items::Count)>>::Output;
}
impl<X, S, Items> SliceRule<S, Items, AnyRank> for X {
    const SEALED: Seal = Seal;
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

/// Why an item does not fit.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub enum Misfit {
    /// No such position along an axis.
    Index(usize, Place),
    /// No such range of an axis.
    Span(usize, [Place; 2]),
    /// A step of 0.
    Step,
    /// More items than axes.
    Items,
    /// More axes than an array can have.
    Axes,
}

impl Misfit {
    #[cold]
    #[inline(never)]
    fn error(self, dims: &[usize], items: usize) -> ShapeError {
        match self {
            Misfit::Index(axis, place) => {
                ShapeError::index_out_of_bounds(NAME, dims, axis, place.from_end, place.number)
            }
            Misfit::Span(axis, places) => {
                let (from_end, numbers) = (places.map(|p| p.from_end), places.map(|p| p.number));
                ShapeError::range_out_of_bounds(NAME, dims, axis, from_end, numbers)
            }
            Misfit::Step => ShapeError::zero_step(NAME, dims),
            Misfit::Items => ShapeError::too_many_indices(NAME, dims, items),
            Misfit::Axes => ShapeError::too_many_axes(NAME, MAX_NDIM + 1),
        }
    }
}

impl Cut {
    const NONE: Self = Cut { dims: [0; MAX_NDIM], strides: [0; MAX_NDIM], ndim: 0, offset: 0, axis: 0 };

    /// The axes that the items leave of those with these lengths and strides.
    #[inline(always)]
    pub(crate) fn new<Items: SliceItems>(
        items: Items,
        dims: &[usize],
        strides: &[isize],
    ) -> Result<Self, ShapeError> {
        let mut cut = Cut::NONE;
        let done = items.list().cut(&mut cut, dims, strides).and_then(|()| cut.whole(dims, strides, 0));
        match done {
            Ok(()) => {
                cut.clear_if_empty();
                Ok(cut)
            }
            Err(misfit) => Err(misfit.error(dims, <Items::List as CutList>::AXES)),
        }
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
    /// Of no elements, those at the start.
    #[inline(always)]
    const fn clear_if_empty(&mut self) {
        let mut i = 0;
        while i < self.ndim && i < MAX_NDIM {
            if self.dims[i] == 0 {
                (self.offset, self.strides) = (0, [0; MAX_NDIM]);
            }
            i += 1;
        }
    }
    /// One more axis of the result.
    #[inline(always)]
    const fn keep(&mut self, len: usize, stride: isize) -> Result<(), Misfit> {
        if self.ndim >= MAX_NDIM {
            return Err(Misfit::Axes);
        }
        (self.dims[self.ndim], self.strides[self.ndim]) = (len, stride);
        self.ndim += 1;
        Ok(())
    }
    /// The next axes, as they are, but for the last `after`.
    #[inline(always)]
    const fn whole(&mut self, dims: &[usize], strides: &[isize], after: usize) -> Result<(), Misfit> {
        if self.axis + after > dims.len() {
            return Err(Misfit::Items);
        }
        while self.axis + after < dims.len() {
            if let Err(misfit) = self.keep(dims[self.axis], strides[self.axis]) {
                return Err(misfit);
            }
            self.axis += 1;
        }
        Ok(())
    }
    /// What one item leaves.
    #[inline(always)]
    const fn take(&mut self, item: Item, dims: &[usize], strides: &[isize]) -> Result<(), Misfit> {
        match item {
            Item::New => return self.keep(1, 0),
            Item::Dots(after) => return self.whole(dims, strides, after),
            _ if self.axis >= dims.len() => return Err(Misfit::Items),
            _ => {}
        }
        let (axis, len, stride) = (self.axis, dims[self.axis], strides[self.axis]);
        self.axis += 1;
        match item {
            Item::Index(place) => match place.index(len) {
                Some(i) => {
                    self.offset = self.offset.wrapping_add((i as isize).wrapping_mul(stride));
                    Ok(())
                }
                None => Err(Misfit::Index(axis, place)),
            },
            Item::Span(start, end, step) => {
                let (first, last) = match (start.bound(len), end.bound(len)) {
                    (Some(first), Some(last)) if first <= last => (first, last),
                    _ => return Err(Misfit::Span(axis, [start, end])),
                };
                if step.number == 0 {
                    return Err(Misfit::Step);
                }
                let n = (last - first).div_ceil(step.number);
                let first = if step.from_end && n > 0 { last - 1 } else { first };
                // With two positions or more the step is less than the length.
                let step = match step.number as isize {
                    _ if n < 2 => 1,
                    number if step.from_end => -number,
                    number => number,
                };
                self.offset = self.offset.wrapping_add((first as isize).wrapping_mul(stride));
                self.keep(n, stride.wrapping_mul(step))
            }
            Item::New | Item::Dots(_) => Ok(()),
        }
    }
}

/// What items leave of the shape `S`, which is `Out`, where the types know all three: one cut for each axis of `S`, made as if its stride were 1
/// and those of the others 0. Strides and offsets are sums of them, each times the stride of its axis.
pub(crate) const fn known_cuts<S: Shape, Items: SliceItems, Out: Shape>() -> Option<[Cut; MAX_NDIM]> {
    if Out::STATIC_DIMS.is_none() || !may_leave::<S, Items, Out>() {
        return None;
    }
    let (Some(dims), Some(ndim)) = (S::STATIC_DIMS, S::STATIC_NDIM) else { return None };
    let (dims, _) = dims.split_at(ndim);
    let items = <Items::List as CutList>::KNOWN;
    let mut cuts = [Cut::NONE; MAX_NDIM];
    let mut axis = 0;
    while axis < ndim || axis == 0 {
        let (mut strides, cut) = ([0; MAX_NDIM], &mut cuts[axis]);
        strides[axis] = 1;
        let mut i = 0;
        while i < <Items::List as CutList>::LEN {
            match items[i] {
                Some(item) if cut.take(item, dims, &strides).is_ok() => {}
                _ => return None,
            }
            i += 1;
        }
        if cut.whole(dims, &strides, 0).is_err() {
            return None;
        }
        cut.clear_if_empty();
        axis += 1;
    }
    Some(cuts)
}

/// Whether items leave the shape `Out` of the shape `S`, where the types know all three; else true.
pub(crate) const fn may_leave<S: Shape, Items: SliceItems, Out: Shape>() -> bool {
    let (Some(dims), Some(ndim), Some(out)) = (S::STATIC_DIMS, S::STATIC_NDIM, Out::STATIC_DIMS) else {
        return true;
    };
    let (items, mut cut) = (<Items::List as CutList>::KNOWN, Cut::NONE);
    let (dims, _) = dims.split_at(ndim);
    let mut i = 0;
    while i < <Items::List as CutList>::LEN {
        match items[i] {
            None => return true,
            Some(item) => {
                if cut.take(item, dims, &[0; MAX_NDIM]).is_err() {
                    return false;
                }
            }
        }
        i += 1;
    }
    let is_whole = cut.whole(dims, &[0; MAX_NDIM], 0).is_ok();
    let mut same = match Out::STATIC_NDIM {
        Some(ndim) => ndim == cut.ndim,
        None => true,
    };
    i = 0;
    while i < MAX_NDIM {
        same &= cut.dims[i] == out[i];
        i += 1;
    }
    is_whole && same
}

/// A list of items, cut one after another.
#[doc(hidden)]
#[allow(private_interfaces, reason = "machinery: the trait can be named, its methods not be called")]
pub trait CutList: Sized {
    #[doc(hidden)]
    const SEALED: Seal;
    /// How many there are, and how many of them stand for an axis.
    const LEN: usize;
    const AXES: usize;
    /// What they say, if their types do, and nothing up to 8.
    const KNOWN: [Option<Item>; MAX_NDIM];
    /// Whether all do.
    type Known: Check;
    fn cut(self, cut: &mut Cut, dims: &[usize], strides: &[isize]) -> Result<(), Misfit>;
}
#[allow(private_interfaces, reason = "as the trait")]
impl CutList for () {
    const SEALED: Seal = Seal;
    const LEN: usize = 0;
    const AXES: usize = 0;
    const KNOWN: [Option<Item>; MAX_NDIM] = [None; MAX_NDIM];
    type Known = Proven;
    #[inline(always)]
    fn cut(self, _: &mut Cut, _: &[usize], _: &[isize]) -> Result<(), Misfit> {
        Ok(())
    }
}
#[allow(private_interfaces, reason = "as the trait")]
impl<I: SliceItem, L: CutList> CutList for (I, L) {
    const SEALED: Seal = Seal;
    const LEN: usize = L::LEN + 1;
    const AXES: usize = L::AXES + I::AXES;
    const KNOWN: [Option<Item>; MAX_NDIM] = {
        let (behind, mut items) = (L::KNOWN, [I::KNOWN; MAX_NDIM]);
        let mut i = 1;
        while i < MAX_NDIM {
            items[i] = behind[i - 1];
            i += 1;
        }
        items
    };
    type Known = <I::Known as Check>::And<L::Known>;
    #[inline(always)]
    fn cut(self, cut: &mut Cut, dims: &[usize], strides: &[isize]) -> Result<(), Misfit> {
        cut.take(self.0.item(), dims, strides)?;
        self.1.cut(cut, dims, strides)
    }
}
