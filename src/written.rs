//! The proof that every element of a result has been written.

#![allow(unsafe_code, reason = "the proof is made where the elements are written")]

use core::marker::PhantomData;

/// The name of one result. No other lifetime can stand for it, since it is invariant.
pub(crate) type Name<'o> = PhantomData<fn(&'o ()) -> &'o ()>;

/// Proves that every element of the result `'o` has been written.
///
/// What makes room for a result invents `'o` (`for<'o> FnOnce(..) -> Written<'o>`), hands out the place under that name, and
/// gets this back: from a kernel that was given this very place.
#[must_use = "a result is whole only if this says so"]
#[derive(Debug)]
pub(crate) struct Written<'o>(Name<'o>);

impl Written<'_> {
    /// The proof for the result of this name.
    ///
    /// # Safety
    /// Every element of it has been written.
    #[inline(always)]
    pub(crate) const unsafe fn all() -> Self {
        Written(PhantomData)
    }
}
