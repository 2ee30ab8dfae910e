//! The shape rule of `slice`: an item for each axis says which positions are kept.
//!
//! [`s!`](crate::s!) makes the items, of which `items` has the types. What an item leaves of an axis is in `rules`, and
//! the comparisons of positions with lengths that are in the types are in `bounds`.

mod bounds;
mod items;
mod rules;
#[allow(clippy::module_inception, reason = "the rule that the folder is about")]
mod slice;

#[doc(hidden)]
pub use bounds::*;
pub use items::{
    All, At, AtBack, Back, Bound, Dots, Ellipsis, End, Every, EveryBack, Fixed, Flip, Front, Index, Item,
    KnownSpan, New, NewAxis, Number, OfAxis, Place, Position, Range, RangeFrom, RangeTo, Reversed, SliceItem,
    SliceItems, Span, Spans, Steps, Through, UnitStep, UnknownLength, Whole,
};
#[doc(hidden)]
pub use rules::*;

#[doc(hidden)]
pub use super::Const;
pub(crate) use slice::{Cut, known_cuts, may_leave};
pub use slice::{CutList, Misfit, SliceRule, SliceShape};
