//! The memory of arrays whose lengths have an upper bound: room for all elements in the value itself, of which the first
//! ones are there.

#![allow(unsafe_code, reason = "elements that are not there yet are uninitialised memory")]

use super::storage::Storage;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ptr;

/// Storage of shapes with an axis `UpTo<N>` and no `Dyn` axis: the memory of `B`, which is what the storage would be if
/// every length were the most that it may be.
#[doc(hidden)]
pub struct Inline<T, B> {
    /// The first `len` elements are initialised.
    room: MaybeUninit<B>,
    /// At most `B::LEN`.
    len: usize,
    elements: PhantomData<T>,
}

impl<T, const N: usize> Inline<T, [super::storage::Elem<T>; N]> {
    /// No elements.
    pub(super) const EMPTY: Self = Inline { room: MaybeUninit::uninit(), len: 0, elements: PhantomData };

    /// Takes the last element out, if there is one.
    #[inline]
    pub(super) fn pop(&mut self) -> Option<T> {
        self.len = self.len.checked_sub(1)?;
        // SAFETY: the last element was there, and is no longer counted.
        Some(unsafe { self.as_ptr().add(self.len).read() })
    }
}

#[cfg(any(feature = "serde", feature = "arbitrary-1"))]
impl<T, B: Storage<T>> Inline<T, B> {
    /// The storage whose room this is, if all of its elements are there.
    #[inline]
    pub(crate) fn whole(self) -> Option<B> {
        if B::LEN != Some(self.len) {
            return None;
        }
        let this = ManuallyDrop::new(self);
        // SAFETY: the first `B::LEN` elements are initialised, which are all of a `B`; `this` drops none of them.
        Some(unsafe { this.room.assume_init_read() })
    }
}

impl<T, B> Drop for Inline<T, B> {
    #[inline]
    fn drop(&mut self) {
        if core::mem::needs_drop::<T>() {
            let first = self.room.as_mut_ptr().cast::<T>();
            // SAFETY: the invariant of `len`.
            unsafe { ptr::slice_from_raw_parts_mut(first, self.len).drop_in_place() }
        }
    }
}

// SAFETY: `B` holds `B::LEN` elements consecutively; the first `len` of them are initialised.
unsafe impl<T, B: Storage<T>> Storage<T> for Inline<T, B> {
    const LEN: Option<usize> = None;
    const MOST: Option<usize> = B::LEN;
    type Repeat<const N: usize> = Inline<T, B::Repeat<N>>;
    type AtMost<const N: usize> = Inline<T, B::Repeat<N>>;
    #[inline(always)]
    fn len(&self) -> usize {
        self.len
    }
    #[inline(always)]
    fn as_ptr(&self) -> *const T {
        self.room.as_ptr().cast()
    }
    #[inline(always)]
    fn as_mut_ptr(&mut self) -> *mut T {
        self.room.as_mut_ptr().cast()
    }
    #[inline(always)]
    unsafe fn init_with(len: usize, fill: impl FnOnce(*mut T)) -> Self {
        assert!(const { B::LEN.is_some() }, "room for a number of elements that no type knows");
        debug_assert!(Self::MOST.is_some_and(|most| len <= most));
        let mut out = Inline { room: MaybeUninit::uninit(), len: 0, elements: PhantomData };
        fill(out.as_mut_ptr());
        // `fill` has written so many (the caller), and there is room for them.
        out.len = len;
        out
    }
    #[inline(always)]
    fn free(_: ManuallyDrop<Self>) {}
    #[inline(always)]
    unsafe fn grow(&mut self, more: usize, fill: impl FnOnce(*mut T)) {
        debug_assert!(self.has_room(more));
        // SAFETY: there is room for `len + more` elements (the caller).
        fill(unsafe { self.as_mut_ptr().add(self.len) });
        self.len += more;
    }
    #[inline]
    fn truncate(&mut self, len: usize) {
        let left = self.len.saturating_sub(len);
        self.len -= left;
        // SAFETY: the elements after the first `len` are initialised, and no longer counted.
        unsafe { ptr::slice_from_raw_parts_mut(self.as_mut_ptr().add(self.len), left).drop_in_place() }
    }
    #[cfg(feature = "alloc")]
    #[inline]
    unsafe fn from_vec(elements: alloc::vec::Vec<T>) -> Self {
        let elements = ManuallyDrop::new(elements);
        let len = elements.len();
        // SAFETY: `len` is at most `MOST` (the caller); so many elements are copied from the `Vec`, which drops none.
        let this = unsafe { Self::init_with(len, |p| ptr::copy_nonoverlapping(elements.as_ptr(), p, len)) };
        Storage::free(elements);
        this
    }
}
