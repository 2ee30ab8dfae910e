//! The memory of owned arrays: nested arrays where every length is in the type, one flat `Vec` otherwise.
//!
//! The storage of a shape is built from its innermost axis outwards: `Elem<T>` for rank 0, repeated `N`
//! times for each `Const<N>`, so that `(Const<R>, Const<C>)` has the memory of `[[T; C]; R]`. An axis `UpTo<N>`
//! turns that into `Inline`, the same memory of which only the first elements are there, and a `Dyn` axis turns
//! all of it into `Flat<T>`.

#![allow(unsafe_code, reason = "fills memory element by element and reads it as a slice")]

pub use super::inline::Inline;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ptr;

/// The elements of an owned array, in row-major order. Sealed: its impls are all here.
///
/// # Safety
/// A value holds `len()` initialised, consecutive `T` from `as_ptr()` on, and `LEN`, if it is there, is that
/// number for every value. `as_mut_ptr` gives the same place.
#[doc(hidden)]
#[allow(clippy::len_without_is_empty, reason = "machinery; arrays have `is_empty`")]
pub unsafe trait Storage<T>: Sized {
    /// The number of elements, where the type knows it.
    const LEN: Option<usize>;
    /// The most elements that there is room for, where the type knows it.
    const MOST: Option<usize> = Self::LEN;
    /// Whether this build has memory for it.
    const IS_THERE: bool = true;
    /// `N` of these, one after another.
    type Repeat<const N: usize>: Storage<T>;
    /// At most `N` of these, one after another.
    type AtMost<const N: usize>: Storage<T>;

    /// The number of elements.
    fn len(&self) -> usize;
    /// The place of the first element.
    fn as_ptr(&self) -> *const T;
    /// The place of the first element.
    fn as_mut_ptr(&mut self) -> *mut T;

    /// Whether there is room for `more` elements after the others.
    #[inline(always)]
    fn has_room(&self, more: usize) -> bool {
        match Self::MOST {
            Some(most) => most.checked_sub(self.len()).is_some_and(|room| more <= room),
            None => true,
        }
    }

    /// Storage of `len` elements that `fill` writes.
    ///
    /// # Safety
    /// `len` is `LEN` if that is there, at most `MOST` if that is, and `len * size_of::<T>()` is at most `isize::MAX`.
    /// `fill` has written `len` elements from its pointer on when it returns.
    unsafe fn init_with(len: usize, fill: impl FnOnce(*mut T)) -> Self;

    /// The same, or `None` if there is no memory for this storage in this build.
    ///
    /// # Safety
    /// As [`init_with`](Storage::init_with).
    #[inline(always)]
    unsafe fn init_if_there(len: usize, fill: impl FnOnce(*mut T)) -> Option<Self> {
        // SAFETY: from the caller.
        Some(unsafe { Self::init_with(len, fill) })
    }

    /// Frees the memory without dropping an element.
    fn free(this: ManuallyDrop<Self>);

    /// Puts `more` elements, which `fill` writes, after the others.
    ///
    /// # Safety
    /// `len() + more` is at most `MOST` if that is there, and its bytes at most `isize::MAX`. `fill` has written `more`
    /// elements from its pointer on when it returns.
    #[inline(always)]
    unsafe fn grow(&mut self, _more: usize, _fill: impl FnOnce(*mut T)) {
        // Storage whose `LEN` is known has no room for more.
    }

    /// Drops the elements after the first `len`, if their number can change.
    #[inline(always)]
    fn truncate(&mut self, _len: usize) {}

    /// The same elements in other storage.
    ///
    /// # Safety
    /// `self.len()` is `B::LEN` if that is there, and at most `B::MOST` if that is.
    #[inline]
    unsafe fn convert<B: Storage<T>>(self) -> B {
        let this = ManuallyDrop::new(self);
        let len = this.len();
        // SAFETY: `len` fits `B` (the caller) and memory (it is the length of a value). `len` elements are
        // readable from `this`, new memory does not overlap it, and `this` drops none of them.
        let other = unsafe { B::init_with(len, |p| ptr::copy_nonoverlapping(this.as_ptr(), p, len)) };
        Self::free(this);
        other
    }

    /// The elements of a `Vec`.
    ///
    /// # Safety
    /// `elements.len()` is `LEN` if that is there, and at most `MOST` if that is.
    #[cfg(feature = "alloc")]
    #[inline]
    unsafe fn from_vec(elements: alloc::vec::Vec<T>) -> Self {
        // SAFETY: the caller's promise is `convert`'s.
        unsafe { elements.convert() }
    }
}

/// Storage of rank 0.
#[doc(hidden)]
#[repr(transparent)]
#[derive(Clone, Copy, Debug)]
pub struct Elem<T>(pub T);

// SAFETY: `repr(transparent)`: the value is its one element.
unsafe impl<T> Storage<T> for Elem<T> {
    const LEN: Option<usize> = Some(1);
    type Repeat<const N: usize> = [Elem<T>; N];
    type AtMost<const N: usize> = Inline<T, [Elem<T>; N]>;
    #[inline(always)]
    fn len(&self) -> usize {
        1
    }
    #[inline(always)]
    fn as_ptr(&self) -> *const T {
        ptr::from_ref(self).cast()
    }
    #[inline(always)]
    fn as_mut_ptr(&mut self) -> *mut T {
        ptr::from_mut(self).cast()
    }
    #[inline(always)]
    unsafe fn init_with(_: usize, fill: impl FnOnce(*mut T)) -> Self {
        let mut out = MaybeUninit::<Self>::uninit();
        fill(out.as_mut_ptr().cast());
        // SAFETY: `fill` has written the one element (the caller).
        unsafe { out.assume_init() }
    }
    #[inline(always)]
    fn free(_: ManuallyDrop<Self>) {}
}

// SAFETY: an array holds its `N` items consecutively, and each item is storage.
unsafe impl<T, A: Storage<T>, const N: usize> Storage<T> for [A; N] {
    const LEN: Option<usize> = match A::LEN {
        Some(len) => Some(N * len),
        None => None,
    };
    type Repeat<const M: usize> = [[A; N]; M];
    type AtMost<const M: usize> = Inline<T, [[A; N]; M]>;
    #[inline(always)]
    fn len(&self) -> usize {
        // Items always know their length: `Flat` repeated is `Flat`.
        Self::LEN.unwrap_or(0)
    }
    #[inline(always)]
    fn as_ptr(&self) -> *const T {
        ptr::from_ref(self).cast()
    }
    #[inline(always)]
    fn as_mut_ptr(&mut self) -> *mut T {
        ptr::from_mut(self).cast()
    }
    #[inline(always)]
    unsafe fn init_with(_: usize, fill: impl FnOnce(*mut T)) -> Self {
        let mut out = MaybeUninit::<Self>::uninit();
        fill(out.as_mut_ptr().cast());
        // SAFETY: `fill` has written `LEN` elements (the caller), which are all that the arrays hold.
        unsafe { out.assume_init() }
    }
    #[inline(always)]
    fn free(_: ManuallyDrop<Self>) {}
}

/// Storage of shapes with a `Dyn` axis.
#[doc(hidden)]
#[cfg(feature = "alloc")]
pub type Flat<T> = alloc::vec::Vec<T>;

// SAFETY: a `Vec` holds its elements consecutively.
#[cfg(feature = "alloc")]
unsafe impl<T> Storage<T> for alloc::vec::Vec<T> {
    const LEN: Option<usize> = None;
    type Repeat<const N: usize> = Self;
    type AtMost<const N: usize> = Self;
    #[inline(always)]
    fn len(&self) -> usize {
        self.len()
    }
    #[inline(always)]
    fn as_ptr(&self) -> *const T {
        self.as_ptr()
    }
    #[inline(always)]
    fn as_mut_ptr(&mut self) -> *mut T {
        self.as_mut_ptr()
    }
    #[inline]
    unsafe fn init_with(len: usize, fill: impl FnOnce(*mut T)) -> Self {
        let mut out = Self::with_capacity(len);
        fill(out.as_mut_ptr());
        // SAFETY: `len` is at most the capacity, and `fill` has written `len` elements (the caller).
        unsafe { out.set_len(len) };
        out
    }
    #[inline]
    fn free(this: ManuallyDrop<Self>) {
        let mut this = ManuallyDrop::into_inner(this);
        // SAFETY: nothing of length 0 need be initialised; the elements are left to the caller.
        unsafe { this.set_len(0) };
    }
    #[inline]
    unsafe fn grow(&mut self, more: usize, fill: impl FnOnce(*mut T)) {
        self.reserve(more);
        let len = self.len();
        // SAFETY: `more` elements after the others are writable now, and initialised after `fill` (the caller).
        unsafe {
            fill(self.as_mut_ptr().add(len));
            self.set_len(len + more);
        }
    }
    #[inline]
    fn truncate(&mut self, len: usize) {
        Self::truncate(self, len);
    }
    #[inline]
    unsafe fn from_vec(elements: Self) -> Self {
        elements
    }
    #[inline]
    unsafe fn convert<B: Storage<T>>(self) -> B {
        match B::MOST {
            // SAFETY: the caller's promise. `B` is `Vec` here, whose `from_vec` moves no element.
            None => unsafe { B::from_vec(self) },
            Some(_) => {
                let this = ManuallyDrop::new(self);
                let len = this.len();
                // SAFETY: as in the trait's own `convert`.
                let other = unsafe { B::init_with(len, |p| ptr::copy_nonoverlapping(this.as_ptr(), p, len)) };
                Self::free(this);
                other
            }
        }
    }
}

/// Storage of shapes with a `Dyn` axis, of which there is none without an allocator.
#[doc(hidden)]
#[cfg(not(feature = "alloc"))]
pub use no_alloc::Flat;

#[cfg(not(feature = "alloc"))]
mod no_alloc {
    use super::Storage;
    use core::marker::PhantomData;
    use core::mem::ManuallyDrop;

    /// Cannot be made.
    #[derive(Debug)]
    pub struct Flat<T>(core::convert::Infallible, PhantomData<T>);

    // SAFETY: there is no value.
    unsafe impl<T> Storage<T> for Flat<T> {
        const LEN: Option<usize> = None;
        const IS_THERE: bool = false;
        type Repeat<const N: usize> = Self;
        type AtMost<const N: usize> = Self;
        fn len(&self) -> usize {
            match self.0 {}
        }
        fn as_ptr(&self) -> *const T {
            match self.0 {}
        }
        fn as_mut_ptr(&mut self) -> *mut T {
            match self.0 {}
        }
        unsafe fn init_with(_: usize, _: impl FnOnce(*mut T)) -> Self {
            const {
                panic!(
                    "an owned array with a `Dyn` axis needs the feature `alloc`: use a view, and the `_into` or `_inplace` form"
                )
            }
        }
        unsafe fn init_if_there(_: usize, _: impl FnOnce(*mut T)) -> Option<Self> {
            None
        }
        fn free(this: ManuallyDrop<Self>) {
            match this.0 {}
        }
    }
}

/// Storage of `len` elements `f(0)`, `f(1)`, ... If `f` panics, those made so far are dropped.
///
/// # Safety
/// `len` is `B::LEN` if that is there, at most `B::MOST` if that is, and `len * size_of::<T>()` is at most `isize::MAX`.
#[inline(always)]
pub(crate) unsafe fn build<T, B: Storage<T>>(len: usize, f: impl FnMut(usize) -> T) -> B {
    // SAFETY: the caller's promises are `init_with`'s, and `fill` writes `len` elements.
    unsafe { B::init_with(len, |p| fill(p, len, f)) }
}

/// Writes clones of elements to `p`. If a `clone` panics, those written so far are dropped.
///
/// # Safety
/// As many elements from `p` on are writable as the iterator says that it has.
#[inline]
pub(super) unsafe fn fill_from<'a, T: Clone + 'a>(
    p: *mut T,
    elements: &mut impl ExactSizeIterator<Item = &'a T>,
) {
    let first = elements.len();
    // SAFETY: from the caller. The iterators of this crate have as many elements as they say.
    unsafe {
        fill(p, first, |_| match elements.next() {
            Some(x) => x.clone(),
            None => unreachable!("an iterator of this crate is as long as it says"),
        });
    }
}

/// Writes `f(0)`, `f(1)`, ... to `p`. If `f` panics, those written so far are dropped.
///
/// # Safety
/// `len` elements from `p` on are writable.
#[inline(always)]
pub(crate) unsafe fn fill<T>(p: *mut T, len: usize, mut f: impl FnMut(usize) -> T) {
    // SAFETY: `i < len` elements are written before each `push`, and `len` are writable (the caller).
    unsafe { fill_by(p, |elements| (0..len).for_each(|i| elements.push(f(i)))) }
}

/// Storage of `len` elements that `f` gives one after another. If it panics, those made so far are dropped.
///
/// # Safety
/// As [`build`], and `f` pushes `len` elements.
#[inline(always)]
pub(crate) unsafe fn build_by<T, B: Storage<T>>(len: usize, f: impl FnOnce(&mut Elements<T>)) -> B {
    // SAFETY: the caller's promises.
    unsafe { B::init_with(len, |p| fill_by(p, f)) }
}

/// # Safety
/// As many elements from `p` on are writable as `f` pushes.
#[inline(always)]
unsafe fn fill_by<T>(p: *mut T, f: impl FnOnce(&mut Elements<T>)) {
    let mut elements = Elements { first: p, len: 0 };
    f(&mut elements);
    core::mem::forget(elements);
}

/// Elements that are written one after another; dropped where that is not finished.
pub(crate) struct Elements<T> {
    first: *mut T,
    /// So many elements from `first` on are initialised.
    len: usize,
}
impl<T> Elements<T> {
    /// Writes the next element.
    ///
    /// # Safety
    /// There is room for it.
    #[inline(always)]
    pub(crate) unsafe fn push(&mut self, x: T) {
        // SAFETY: from the caller.
        unsafe { self.first.add(self.len).write(x) };
        self.len += 1;
    }
}
impl<T> Drop for Elements<T> {
    fn drop(&mut self) {
        // SAFETY: the invariant of `len`; nobody else has these elements while the maker unwinds.
        unsafe { ptr::slice_from_raw_parts_mut(self.first, self.len).drop_in_place() }
    }
}

/// Storage without elements, of a kind whose number of them can change.
///
/// # Panics
/// If it cannot.
#[cfg(any(feature = "serde", feature = "arbitrary-1"))]
#[inline]
pub(crate) fn empty<T, B: Storage<T>>() -> B {
    assert!(B::LEN.is_none(), "storage of a length in the type is never empty");
    // SAFETY: there is no `LEN`, and nothing to write.
    unsafe { B::init_with(0, |_| ()) }
}

/// Puts an element after the others, or gives it back if there is no room for it.
///
/// # Panics
/// As `Vec::push`.
#[cfg(any(feature = "serde", feature = "arbitrary-1"))]
#[inline]
pub(crate) fn push<T, B: Storage<T>>(storage: &mut B, x: T) -> Result<(), T> {
    if !storage.has_room(1) {
        return Err(x);
    }
    // SAFETY: there is room for one more, of a `Vec` by `reserve`, which looks at the bytes; it is written.
    unsafe { storage.grow(1, |p| p.write(x)) };
    Ok(())
}
