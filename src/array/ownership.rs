//! Who holds the elements of an array: `Owned`, `View`, `ViewMut`.

#![allow(unsafe_code, reason = "views are pointers with strides; the invariants are stated at their fields")]

use super::Array;
use super::layout::row_major;
use super::storage::Storage;
use crate::sealed::Seal;
use crate::shape::{AtRunTime, AxisRules, Check, Proven, Shape};
use core::marker::PhantomData;
use core::ptr::NonNull;

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Held {}
    #[cfg(feature = "alloc")]
    impl Sealed for super::UseTryFromForNestedVecs {}
    impl Sealed for super::Lent {}
    impl Sealed for super::Owned {}
    impl Sealed for super::View<'_> {}
    impl Sealed for super::ViewMut<'_> {}
}

/// What an array holds: elements, or the way to them. Sealed.
// A trait of its own, since what depends on `O` in a field by an associated type makes the array invariant in `O`, and so in
// the lifetime of a view. No lifetime is in a holder.
#[doc(hidden)]
pub trait Holder: sealed::Sealed {
    /// What an array holds.
    type Data<T, S: Shape>;
}
/// What an array of the ownership `O` holds.
type Data<O, T, S> = <<O as Ownership>::Holder as Holder>::Data<T, S>;

/// The elements are in the array.
#[derive(Clone, Copy, Debug)]
pub enum Held {}
/// The elements are elsewhere.
#[derive(Clone, Copy, Debug)]
pub enum Lent {}
/// What nothing holds: `Array::from` of nested vectors would have this type, besides that of a vector of `Vec`s, so that one of
/// both must be said; see `vecs`.
#[cfg(feature = "alloc")]
#[derive(Clone, Copy, Debug)]
pub enum UseTryFromForNestedVecs {}
#[cfg(feature = "alloc")]
impl Holder for UseTryFromForNestedVecs {
    type Data<T, S: Shape> = core::convert::Infallible;
}
impl Holder for Held {
    type Data<T, S: Shape> = S::Storage<T>;
}
impl Holder for Lent {
    type Data<T, S: Shape> = ViewData<T, S>;
}

/// Who holds the elements: [`Owned`], [`View`] or [`ViewMut`]. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a kind of ownership",
    label = "expected `Owned`, `View` or `ViewMut`"
)]
pub trait Ownership: sealed::Sealed {
    /// How long the elements are borrowed where the array is borrowed for `'s`: `&'a ()` of a [`View<'a>`](View), whose
    /// elements are not in the array, else `&'s ()`.
    ///
    /// A method that borrows elements has the bound `O::Loan<'s>: 'x`. So what it gives lives as long as the data of a view,
    /// though the view itself may be gone, and as long as the borrow of any other array.
    // In their proofs "borrowed as `self` is" says that: for as long as `Loan<'s>` lives the elements are borrowed, those of
    // `View<'a>` by the invariant of `ViewData`, those of any other array because it is borrowed for `'s`.
    type Loan<'s>
    where
        Self: 's;
    /// Whether the elements always are contiguous in row-major order.
    #[doc(hidden)]
    const CONTIGUOUS: bool;
    /// Whether the array holds its elements: [`Held`] or [`Lent`].
    #[doc(hidden)]
    type Holder: Holder;
    /// The place of the element at position 0 of every axis.
    #[doc(hidden)]
    fn as_ptr<T, S: Shape>(data: &Data<Self, T, S>) -> *const T;
    /// The distance from one element to the next along each axis, in elements.
    #[doc(hidden)]
    fn strides<T, S: Shape>(data: &Data<Self, T, S>, shape: S) -> S::Strides;
    /// As `as_ptr`; only under [`OwnershipMut`] may the elements be changed.
    #[doc(hidden)]
    fn as_mut_ptr<T, S: Shape>(data: &mut Data<Self, T, S>) -> *mut T;
    /// Whether elements can be changed, for the rule behind [`OwnershipMut`].
    #[doc(hidden)]
    type Access;
    /// The same elements under another shape.
    ///
    /// # Safety
    /// `from` and `to` have the same lengths.
    #[doc(hidden)]
    unsafe fn retype<T, S: Shape, S2: Shape>(data: Data<Self, T, S>, from: S, to: S2) -> Data<Self, T, S2>;
    /// The elements, if they are not borrowed.
    #[doc(hidden)]
    fn owned_storage<T, S: Shape>(_data: Data<Self, T, S>) -> Option<S::Storage<T>> {
        None
    }
    /// `Proven` if the elements always are contiguous in row-major order.
    #[doc(hidden)]
    type InOrder: Check;
    /// The elements in row-major order: those of an owned array themselves, else copies.
    #[doc(hidden)]
    fn into_storage<T: Clone, S: Shape>(array: Array<T, S, Self>) -> S::Storage<T>
    where
        Self: Sized;
}

/// Ownership that lets elements be changed: [`Owned`] and [`ViewMut`]. Sealed.
// A blanket impl over a rule that holds for every `Self`, for the sake of messages: see `SameDim`.
pub trait OwnershipMut: Ownership {}
impl<O: Ownership> OwnershipMut for O where AxisRules: CanChange<O::Access> {}

/// Access to elements that may be changed.
#[derive(Clone, Copy, Debug)]
pub enum Mutable {}
/// Access to elements that may only be read.
#[derive(Clone, Copy, Debug)]
pub enum Shared {}

/// Holds for access that lets elements be changed.
#[diagnostic::on_unimplemented(
    message = "the elements of an immutable view cannot be changed",
    label = "this view is immutable",
    note = "`view_mut()` gives a mutable view"
)]
pub trait CanChange<Access> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X> CanChange<Mutable> for X {
    const SEALED: Seal = Seal;
}

/// The array holds its elements.
#[derive(Clone, Copy, Debug)]
pub enum Owned {}

#[diagnostic::do_not_recommend]
impl Ownership for Owned {
    type Loan<'s> = &'s ();
    const CONTIGUOUS: bool = true;
    type Holder = Held;
    #[inline(always)]
    fn as_ptr<T, S: Shape>(data: &S::Storage<T>) -> *const T {
        data.as_ptr()
    }
    #[inline(always)]
    fn strides<T, S: Shape>(_: &S::Storage<T>, shape: S) -> S::Strides {
        row_major(shape)
    }
    #[inline]
    unsafe fn retype<T, S: Shape, S2: Shape>(data: S::Storage<T>, _: S, _: S2) -> S2::Storage<T> {
        // SAFETY: the lengths are the same (the caller), so the number of elements is.
        unsafe { data.convert() }
    }
    #[inline]
    fn owned_storage<T, S: Shape>(data: S::Storage<T>) -> Option<S::Storage<T>> {
        Some(data)
    }
    type InOrder = Proven;
    #[inline(always)]
    fn into_storage<T: Clone, S: Shape>(array: Array<T, S, Self>) -> S::Storage<T> {
        array.data
    }
    type Access = Mutable;
    #[inline(always)]
    fn as_mut_ptr<T, S: Shape>(data: &mut S::Storage<T>) -> *mut T {
        data.as_mut_ptr()
    }
}

/// The array borrows its elements for `'a`.
#[derive(Clone, Copy, Debug)]
pub struct View<'a>(PhantomData<&'a ()>);

/// The array borrows its elements for `'a` and can change them.
#[derive(Debug)]
pub struct ViewMut<'a>(PhantomData<&'a mut ()>);

/// What a [`View`] and a [`ViewMut`] hold.
///
/// Invariant: with `shape` the shape of the array, for each position `i` in it the place
/// `ptr + sum of i[axis] * strides[axis]` is inside one allocation and holds a `T` that is borrowed for the `'a` of
/// `View<'a>`. Of a `ViewMut<'a>` the places of different positions are different, and the elements are borrowed for `'a` by
/// this view alone.
#[doc(hidden)]
pub struct ViewData<T, S: Shape> {
    pub(super) ptr: NonNull<T>,
    pub(super) strides: S::Strides,
}

impl<T, S: Shape> Clone for ViewData<T, S> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T, S: Shape> Copy for ViewData<T, S> {}

#[diagnostic::do_not_recommend]
impl<'a> Ownership for View<'a> {
    type Loan<'s>
        = &'a ()
    where
        Self: 's;
    const CONTIGUOUS: bool = false;
    type Holder = Lent;
    #[inline(always)]
    fn as_ptr<T, S: Shape>(data: &ViewData<T, S>) -> *const T {
        data.ptr.as_ptr()
    }
    #[inline(always)]
    fn strides<T, S: Shape>(data: &ViewData<T, S>, _: S) -> S::Strides {
        data.strides
    }
    #[inline]
    unsafe fn retype<T, S: Shape, S2: Shape>(data: ViewData<T, S>, _: S, to: S2) -> ViewData<T, S2> {
        ViewData { ptr: data.ptr, strides: restride::<S, S2>(data.strides, to) }
    }
    type InOrder = AtRunTime;
    #[inline(always)]
    fn into_storage<T: Clone, S: Shape>(array: Array<T, S, Self>) -> S::Storage<T> {
        array.to_owned().data
    }
    type Access = Shared;
    #[inline(always)]
    fn as_mut_ptr<T, S: Shape>(data: &mut ViewData<T, S>) -> *mut T {
        data.ptr.as_ptr()
    }
}

// `Send` and `Sync` are written out for the array as a whole, which is what messages are to name: not the
// storage within it. A shape and its strides are `Send` and `Sync` by the bounds of `Shape`.

// SAFETY: an owned array is its elements and its shape (`Storage` holds `T`s and nothing shared).
unsafe impl<T: Send, S: Shape> Send for Array<T, S, Owned> {}
// SAFETY: as above; `&Array` gives no more than `&T`.
unsafe impl<T: Sync, S: Shape> Sync for Array<T, S, Owned> {}
// SAFETY: a view is a shared borrow of its elements, `&T`, which may be sent where `T: Sync`.
unsafe impl<T: Sync, S: Shape> Send for Array<T, S, View<'_>> {}
// SAFETY: `&&T` gives no more than `&T`.
unsafe impl<T: Sync, S: Shape> Sync for Array<T, S, View<'_>> {}
// SAFETY: a mutable view is an exclusive borrow of its elements, `&mut T`, which may be sent where `T: Send`.
unsafe impl<T: Send, S: Shape> Send for Array<T, S, ViewMut<'_>> {}
// SAFETY: `&&mut T` gives no more than `&T`.
unsafe impl<T: Sync, S: Shape> Sync for Array<T, S, ViewMut<'_>> {}

#[diagnostic::do_not_recommend]
impl Ownership for ViewMut<'_> {
    type Loan<'s>
        = &'s ()
    where
        Self: 's;
    const CONTIGUOUS: bool = false;
    type Holder = Lent;
    #[inline(always)]
    fn as_ptr<T, S: Shape>(data: &ViewData<T, S>) -> *const T {
        data.ptr.as_ptr()
    }
    #[inline(always)]
    fn strides<T, S: Shape>(data: &ViewData<T, S>, _: S) -> S::Strides {
        data.strides
    }
    #[inline]
    unsafe fn retype<T, S: Shape, S2: Shape>(data: ViewData<T, S>, _: S, to: S2) -> ViewData<T, S2> {
        ViewData { ptr: data.ptr, strides: restride::<S, S2>(data.strides, to) }
    }
    type InOrder = AtRunTime;
    #[inline(always)]
    fn into_storage<T: Clone, S: Shape>(array: Array<T, S, Self>) -> S::Storage<T> {
        array.to_owned().data
    }
    type Access = Mutable;
    #[inline(always)]
    fn as_mut_ptr<T, S: Shape>(data: &mut ViewData<T, S>) -> *mut T {
        data.ptr.as_ptr()
    }
}

/// The strides of a shape as those of another of the same rank.
#[inline(always)]
fn restride<S: Shape, S2: Shape>(strides: S::Strides, to: S2) -> S2::Strides {
    to.strides_from(|axis| strides.as_ref().get(axis).copied().unwrap_or(0))
}
