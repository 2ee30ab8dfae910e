//! What an expansion of `einsum!` names, in one place: `conformable::__einsum`.

pub use super::into::{Target, many_into, one_into, two_into};
pub use super::labels::{Subscripts, Term, Terms};
#[cfg(feature = "alloc")]
pub use super::many::{Operands, many};
#[cfg(feature = "alloc")]
pub use super::path::path;
#[cfg(not(feature = "alloc"))]
pub use super::typed::many;
pub use super::typed::{Argument, Both, Given, Part, Summed, Whole, one, two};
pub use crate::array::Array;
pub use crate::shape::op;
pub use crate::shape::{Counted, Dots, Dropped, Joined, Leads, Letters, Mark, Meeting};

/// What is asked of operands and axes, to be imported as a whole.
pub mod ask {
    pub use super::super::into::AskTarget;
    pub use super::super::typed::AskArray;
    pub use crate::shape::{AskAxes, AskDots, AskDropped, AskJoined, AskLeads};
    pub use crate::shape::{DynMeet, MeetAny, MeetDyn, MeetSame, MeetStretch, StretchMeet};
}
