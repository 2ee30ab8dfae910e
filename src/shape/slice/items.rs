//! The items of a slice: what [`s!`](crate::s!) makes of `0..2`, `..`, `3` and of values, and their types by hand.
//!
//! ```
//! use conformable::slice::{All, At, Range};
//! use conformable::{Const, ArrayView, Array3, s};
//! let a = Array3::<usize, 4, 2, 5>::from_fn(|[i, j, k]| 100 * i + 10 * j + k);
//! let part: ArrayView<'_, usize, (Const<2>, Const<2>)> = a.slice((Range::<0, 2>, All, At::<3>));
//! assert_eq!(part, a.slice(s![0..2, .., 3]));
//! ```

use super::CutList;
use crate::shape::{AtRunTime, Check, Const, Proven, Rank};
use core::ops;

mod sealed {
    pub trait Sealed {}
}
use sealed::Sealed;

/// A position along an axis, counted from its front or back from its end; or a step forwards or backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whether it is counted from the end.
    pub(crate) from_end: bool,
    /// The number.
    pub(crate) number: usize,
}

impl Place {
    /// Counted from the front.
    #[inline(always)]
    pub(crate) const fn front(number: usize) -> Self {
        Place { from_end: false, number }
    }
    /// Counted from the end.
    #[inline(always)]
    pub(crate) const fn back(number: usize) -> Self {
        Place { from_end: true, number }
    }
    /// The start or the end of a range, if it is on the axis.
    #[inline(always)]
    pub(crate) const fn bound(self, len: usize) -> Option<usize> {
        match len.checked_sub(self.number) {
            Some(rest) if self.from_end => Some(rest),
            Some(_) => Some(self.number),
            None => None,
        }
    }
    /// The position of an element, if it is on the axis.
    #[inline(always)]
    pub(crate) const fn index(self, len: usize) -> Option<usize> {
        match self.bound(len) {
            Some(i) if i < len => Some(i),
            _ => None,
        }
    }
}

/// What an item says, once its values are known.
#[derive(Clone, Copy, Debug)]
pub enum Item {
    /// One position: the axis goes.
    Index(Place),
    /// Start, end, and step.
    Span(Place, Place, Place),
    /// An axis of length 1 more.
    New,
    /// All axes but so many.
    Dots(usize),
}

/// An item of a slice. Sealed.
///
/// Integers, ranges of them, and the types of this module.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot select a part of an axis",
    label = "an item of a slice is an integer, a range of integers, or `..`"
)]
pub trait SliceItem: Sealed + Sized {
    /// Which rule it follows.
    #[doc(hidden)]
    type Kind;
    /// 1 if it stands for an axis, else 0.
    #[doc(hidden)]
    const AXES: usize = 1;
    /// `Proven` if its type says all, else `AtRunTime`.
    #[doc(hidden)]
    type Known: Check;
    /// What it says, if its type does.
    #[doc(hidden)]
    const KNOWN: Option<Item>;
    /// What it says.
    #[doc(hidden)]
    fn item(self) -> Item;
}

/// The items of a slice: a tuple of at most 8 [`SliceItem`]s, as [`s!`](crate::s!) makes it. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of items of a slice",
    label = "`s![..]` makes one, of integers and ranges of integers: `a.slice(s![0..2, .., 3])`"
)]
pub trait SliceItems: Sealed + Sized {
    /// The items one by one.
    #[doc(hidden)]
    type List: CutList;
    /// How many.
    #[doc(hidden)]
    type Count;
    /// `Proven` if their types say all, else `AtRunTime`.
    #[doc(hidden)]
    type Known: Check;
    /// The items one by one.
    #[doc(hidden)]
    fn list(self) -> Self::List;
}

/// The kind of items that stand for an axis; `K` says what they do to it.
#[derive(Debug)]
pub struct OfAxis<K>(core::marker::PhantomData<K>);
/// The kind of [`NewAxis`].
#[derive(Debug)]
pub enum New {}
/// The kind of [`Ellipsis`].
#[derive(Debug)]
pub enum Dots<const AFTER: usize> {}
/// What [`All`] and [`Reversed`] do to an axis: nothing that its type could see.
#[derive(Debug)]
pub enum Whole {}
/// What a position does to an axis. `P` is [`Front`], [`Back`] or [`UnknownLength`].
#[derive(Debug)]
pub struct Index<P>(core::marker::PhantomData<P>);
/// What a range that is known only at run time does to an axis.
#[derive(Debug)]
pub enum Spans {}
/// What a range from `A` to `B` by `St` does to an axis; `L` is the length of what is left, if it is known.
#[derive(Debug)]
pub struct KnownSpan<A, B, St, L>(core::marker::PhantomData<(A, B, St, L)>);

/// Known at run time only; or left to the compiler.
#[derive(Clone, Copy, Debug)]
pub struct UnknownLength;
/// The position `N`, or the end of a range before it.
#[derive(Clone, Copy, Debug)]
pub struct Front<const N: usize>;
/// `N` positions before the end of the axis.
#[derive(Clone, Copy, Debug)]
pub struct Back<const N: usize>;
/// The end of the axis.
#[derive(Clone, Copy, Debug)]
pub struct End;
/// The end of a range that includes this position.
#[derive(Clone, Copy, Debug)]
pub struct Through<I>(
    /// The position.
    pub I,
);

/// `i`: a position that is known only at run time.
// The macro's form of an integer: its kind is known even while that of the integer is not, as of a variable that a number
// was assigned to.
#[derive(Clone, Copy, Debug)]
pub struct Position<I>(
    /// The position.
    pub I,
);

/// Every position.
#[derive(Clone, Copy, Debug)]
pub struct UnitStep;
/// Every position, from the last one on.
#[derive(Clone, Copy, Debug)]
pub struct Flip;
/// Every `K`th position.
#[derive(Clone, Copy, Debug)]
pub struct Every<const K: usize>;
/// Every `K`th position, from the last one on.
#[derive(Clone, Copy, Debug)]
pub struct EveryBack<const K: usize>;

/// `..`: the whole axis, with its name if it has one.
#[derive(Clone, Copy, Debug)]
pub struct All;
/// `..;-1`: the whole axis, backwards.
#[derive(Clone, Copy, Debug)]
pub struct Reversed;
/// `3`: the position `I`, checked by the compiler where it knows the length. The axis goes.
#[derive(Clone, Copy, Debug)]
pub struct At<const I: usize>;
/// `-1`: the position `I` before the end.
#[derive(Clone, Copy, Debug)]
pub struct AtBack<const I: usize>;
/// `0..2`: the positions from `A` to before `B`, checked by the compiler where it knows the length.
#[derive(Clone, Copy, Debug)]
pub struct Range<const A: usize, const B: usize>;
/// `2..`: the positions from `A` on.
#[derive(Clone, Copy, Debug)]
pub struct RangeFrom<const A: usize>;
/// `..2`: the positions to before `B`.
#[derive(Clone, Copy, Debug)]
pub struct RangeTo<const B: usize>;
/// Any range whose bounds and step are in its type: `Fixed(Front::<1>, Back::<1>, Every::<2>, UnknownLength)` is `1..-1;2`.
/// The last is the length of what is left of an axis, if the bounds say it: `Const::<3>`.
#[derive(Clone, Copy, Debug)]
pub struct Fixed<A, B, St, L>(
    /// [`Front`] or [`Back`].
    pub A,
    /// [`Front`], [`Back`] or [`End`].
    pub B,
    /// [`UnitStep`], [`Flip`], [`Every`] or [`EveryBack`].
    pub St,
    /// [`UnknownLength`], or a [`Const`].
    pub L,
);
/// Any range: each part is an integer, or one of the parts of [`Fixed`].
#[derive(Clone, Copy, Debug)]
pub struct Span<A, B, St>(
    /// Where it starts.
    pub A,
    /// Where it ends.
    pub B,
    /// The step.
    pub St,
);
/// One more axis, a [`Stretch`](crate::Stretch), as NumPy's `newaxis`.
#[derive(Clone, Copy, Debug)]
pub struct NewAxis;
/// `...`: all axes that no other item stands for; `AFTER` is the number of items after it that stand for one.
#[derive(Clone, Copy, Debug)]
pub struct Ellipsis<const AFTER: usize>;

/// Integers that say a position; negative ones count from the end, as in NumPy. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a position along an axis",
    label = "expected an integer",
    note = "for a range in a variable, write `s![r.start..r.end]`, or pass a tuple of items: `a.slice((r,))`"
)]
pub trait Number: Copy + Sealed {
    /// The position.
    #[doc(hidden)]
    fn place(self) -> Place;
}
macro_rules! numbers { ($($U:ident $I:ident)+) => {$(
    impl Sealed for $U {}
    #[diagnostic::do_not_recommend]
    impl Number for $U {
        #[inline(always)]
        fn place(self) -> Place {
            // No axis is as long as a number that does not fit.
            Place::front(usize::try_from(self).unwrap_or(usize::MAX))
        }
    }
    impl Sealed for $I {}
    #[diagnostic::do_not_recommend]
    impl Number for $I {
        #[inline(always)]
        fn place(self) -> Place {
            Place { from_end: self < 0, number: usize::try_from(self.unsigned_abs()).unwrap_or(usize::MAX) }
        }
    }
    indices!($U $I);
)+};}
/// Each is an item: a position.
macro_rules! indices { ($($I:ident)+) => {$(
    #[diagnostic::do_not_recommend]
    impl SliceItem for $I {
        type Kind = OfAxis<Index<UnknownLength>>;
        type Known = AtRunTime;
        const KNOWN: Option<Item> = None;
        #[inline(always)]
        fn item(self) -> Item {
            Item::Index(self.place())
        }
    }
)+};}
numbers!(usize isize u8 i8 u16 i16 u32 i32 u64 i64);

/// Where a range starts or ends. Sealed.
pub trait Bound: Copy + Sealed {
    /// The position, if the type says it.
    #[doc(hidden)]
    const PLACE: Option<Place> = None;
    /// The position.
    #[doc(hidden)]
    fn bound(self) -> Place;
}
impl<I: Number> Bound for I {
    #[inline(always)]
    fn bound(self) -> Place {
        self.place()
    }
}
impl<I: Number> Sealed for Through<I> {}
impl<I: Number> Bound for Through<I> {
    #[inline(always)]
    fn bound(self) -> Place {
        match self.0.place() {
            Place { from_end: true, number } => Place::back(number.saturating_sub(1)),
            Place { from_end: false, number } => Place::front(number.saturating_add(1)),
        }
    }
}
/// The step of a range. Sealed.
pub trait Steps: Copy + Sealed {
    /// The same, if the type says it.
    #[doc(hidden)]
    const PLACE: Option<Place> = None;
    /// Its number of positions, and its direction.
    #[doc(hidden)]
    fn step(self) -> Place;
}
impl<I: Number> Steps for I {
    #[inline(always)]
    fn step(self) -> Place {
        self.place()
    }
}
/// The types whose values say nothing: their parameters, what they are, and their place.
macro_rules! places { ($([$($N:ident)?] $Type:ty: $Trait:ident::$place:ident = $value:expr;)+) => {$(
    impl$(<const $N: usize>)? Sealed for $Type {}
    impl$(<const $N: usize>)? $Trait for $Type {
        const PLACE: Option<Place> = Some($value);
        #[inline(always)]
        fn $place(self) -> Place {
            $value
        }
    }
)+};}
places! {
    [N] Front<N>: Bound::bound = Place::front(N);
    [N] Back<N>: Bound::bound = Place::back(N);
    [] End: Bound::bound = Place::back(0);
    [] UnitStep: Steps::step = Place::front(1);
    [] Flip: Steps::step = Place::back(1);
    [K] Every<K>: Steps::step = Place::front(K);
    [K] EveryBack<K>: Steps::step = Place::back(K);
}

/// Items: their parameters, the type, its kind, whether it says all and what, and what a value says.
macro_rules! items { ($([$($params:tt)*] $Type:ty: $Kind:ty, $Known:ident $known:expr $(, |$value:pat_param| $item:expr)?;)+) => {$(
    impl<$($params)*> Sealed for $Type {}
    #[diagnostic::do_not_recommend]
    impl<$($params)*> SliceItem for $Type {
        type Kind = OfAxis<$Kind>;
        type Known = $Known;
        const KNOWN: Option<Item> = $known;
        #[inline(always)]
        fn item(self) -> Item {
            items!(@ self $(, $value, $item)?)
        }
    }
)+};
    (@ $self:ident) => { match Self::KNOWN { Some(item) => item, None => Item::New } };
    (@ $self:ident, $value:pat_param, $item:expr) => {{ let $value = $self; $item }};
}
/// A range from places that types may say.
const fn span(a: Option<Place>, b: Option<Place>, step: Option<Place>) -> Option<Item> {
    match (a, b, step) {
        (Some(a), Some(b), Some(step)) => Some(Item::Span(a, b, step)),
        _ => None,
    }
}
items! {
    [] All: Whole, Proven Some(Item::Span(Place::front(0), Place::back(0), Place::front(1)));
    [] ops::RangeFull: Whole, Proven Some(Item::Span(Place::front(0), Place::back(0), Place::front(1)));
    [] Reversed: Whole, Proven Some(Item::Span(Place::front(0), Place::back(0), Place::back(1)));
    [const I: usize] At<I>: Index<Front<I>>, Proven Some(Item::Index(Place::front(I)));
    [const I: usize] AtBack<I>: Index<Back<I>>, Proven Some(Item::Index(Place::back(I)));
    [const A: usize, const B: usize] Range<A, B>: KnownSpan<Front<A>, Front<B>, UnitStep, UnknownLength>,
        Proven Some(Item::Span(Place::front(A), Place::front(B), Place::front(1)));
    [const A: usize] RangeFrom<A>: KnownSpan<Front<A>, End, UnitStep, UnknownLength>,
        Proven Some(Item::Span(Place::front(A), Place::back(0), Place::front(1)));
    [const B: usize] RangeTo<B>: KnownSpan<Front<0>, Front<B>, UnitStep, Const<B>>,
        Proven Some(Item::Span(Place::front(0), Place::front(B), Place::front(1)));
    [A: Bound, B: Bound, St: Steps, L: Copy] Fixed<A, B, St, L>: KnownSpan<A, B, St, L>,
        Proven span(A::PLACE, B::PLACE, St::PLACE),
        |Fixed(a, b, step, _)| Item::Span(a.bound(), b.bound(), step.step());
    [A: Bound, B: Bound, St: Steps] Span<A, B, St>: Spans, AtRunTime None,
        |Span(a, b, step)| Item::Span(a.bound(), b.bound(), step.step());
}
impl<I: Number> Sealed for Position<I> {}
// Not hidden from messages, which are to be about the type of the number.
impl<I: Number> SliceItem for Position<I> {
    type Kind = OfAxis<Index<UnknownLength>>;
    type Known = AtRunTime;
    const KNOWN: Option<Item> = None;
    #[inline(always)]
    fn item(self) -> Item {
        Item::Index(self.0.place())
    }
}
impl Sealed for NewAxis {}
#[diagnostic::do_not_recommend]
impl SliceItem for NewAxis {
    type Kind = New;
    type Known = Proven;
    const AXES: usize = 0;
    const KNOWN: Option<Item> = Some(Item::New);
    #[inline(always)]
    fn item(self) -> Item {
        Item::New
    }
}
impl<const AFTER: usize> Sealed for Ellipsis<AFTER> {}
#[diagnostic::do_not_recommend]
impl<const AFTER: usize> SliceItem for Ellipsis<AFTER> {
    type Kind = Dots<AFTER>;
    type Known = Proven;
    const AXES: usize = 0;
    const KNOWN: Option<Item> = Some(Item::Dots(AFTER));
    #[inline(always)]
    fn item(self) -> Item {
        Item::Dots(AFTER)
    }
}

/// Ranges of the language: the type, its parts, and what bounds they are.
macro_rules! ranges { ($($Type:ident ($value:ident) $start:expr, $end:expr;)+) => {$(
    impl<I: Number> Sealed for ops::$Type<I> {}
    #[diagnostic::do_not_recommend]
    impl<I: Number> SliceItem for ops::$Type<I> {
        type Kind = OfAxis<Spans>;
        type Known = AtRunTime;
        const KNOWN: Option<Item> = None;
        #[inline(always)]
        fn item(self) -> Item {
            let $value = self;
            Item::Span($start, $end, Place::front(1))
        }
    }
)+};}
ranges! {
    Range (r) r.start.place(), r.end.place();
    RangeFrom (r) r.start.place(), Place::back(0);
    RangeTo (r) Place::front(0), r.end.place();
    RangeInclusive (r) r.start().place(), Through(*r.end()).bound();
    RangeToInclusive (r) Place::front(0), Through(r.end).bound();
}

/// One line per number of items: their types, and the list.
macro_rules! lists { ($($n:literal: ($($I:ident)*) $list:tt;)+) => {$(
    impl<$($I: SliceItem),*> Sealed for ($($I,)*) {}
    #[diagnostic::do_not_recommend]
    impl<$($I: SliceItem),*> SliceItems for ($($I,)*) {
        type List = $list;
        type Count = Rank<$n>;
        type Known = <$list as CutList>::Known;
        #[inline(always)]
        fn list(self) -> Self::List {
            let ($($I,)*) = self;
            $list
        }
    }
)+};}
#[allow(
    non_snake_case,
    clippy::unused_unit,
    reason = "one letter stands for an item and for its type, () for none"
)]
mod table {
    use super::*;
    lists! {
        0: () ();
        1: (A) (A, ());
        2: (A B) (A, (B, ()));
        3: (A B C) (A, (B, (C, ())));
        4: (A B C D) (A, (B, (C, (D, ()))));
        5: (A B C D E) (A, (B, (C, (D, (E, ())))));
        6: (A B C D E F) (A, (B, (C, (D, (E, (F, ()))))));
        7: (A B C D E F G) (A, (B, (C, (D, (E, (F, (G, ())))))));
        8: (A B C D E F G H) (A, (B, (C, (D, (E, (F, (G, (H, ()))))))));
    }
}
