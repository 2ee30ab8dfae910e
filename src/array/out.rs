//! Where results go: the room for a new array, which is made whole or not at all, and existing arrays.

#![allow(unsafe_code, reason = "memory of which every element is written")]

#[cfg(feature = "alloc")]
use super::build::advance;
#[cfg(feature = "alloc")]
use super::layout::offset;
use super::layout::row_major;
use super::storage::Storage;
use super::{Array, Owned, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::shape::{Check, Shape, are_known_same, checked_size, is_same};
use crate::written::{Name, Written};
use core::marker::PhantomData;

/// The elements of the result `'o`, which may be written and not read.
///
/// Invariant: while `'o` lives there is for each position of `shape` a place at `first + sum of i[axis] * strides[axis]`, each
/// its own, which may be written as a `T`; these are all elements of the result. If `O` is contiguous, the strides are those of
/// row-major order.
pub(crate) struct Out<'o, T, S: Shape, O = Owned> {
    first: *mut T,
    shape: S,
    /// `None` stands for those of row-major order.
    strides: Option<S::Strides>,
    result: PhantomData<(Name<'o>, O)>,
}

impl<T, S: Shape, O> Clone for Out<'_, T, S, O> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T, S: Shape, O> Copy for Out<'_, T, S, O> {}

impl<'o, T, S: Shape, O> Out<'o, T, S, O> {
    /// The place of the element at position 0 of every axis.
    #[inline(always)]
    pub(crate) fn as_mut_ptr(self) -> *mut T {
        self.first
    }

    /// The shape of the result.
    #[inline(always)]
    pub(crate) fn shape(self) -> S {
        self.shape
    }

    /// The distance from one place to the next along each axis, in elements.
    #[inline(always)]
    pub(crate) fn strides(self) -> S::Strides {
        self.strides.unwrap_or_else(|| row_major(self.shape))
    }

    /// `value` for all elements.
    #[cfg(feature = "alloc")]
    pub(crate) fn fill(self, value: T) -> Written<'o>
    where
        T: Copy,
    {
        let (dims, strides, mut position) = (self.shape.dims(), self.strides(), self.shape.zero_dims());
        for _ in 0..self.shape.size() {
            // SAFETY: the place of a position, by the invariant.
            unsafe { self.first.offset(offset(position.as_ref(), strides.as_ref())).write(value) };
            advance(position.as_mut(), dims.as_ref());
        }
        // SAFETY: every position was visited.
        unsafe { self.written() }
    }

    /// The proof that all elements have been written.
    ///
    /// # Safety
    /// They have.
    #[inline(always)]
    pub(crate) unsafe fn written(self) -> Written<'o> {
        // SAFETY: from the caller.
        unsafe { Written::all() }
    }
}

/// Room for a new array.
///
/// Invariant: an array of `shape` has `len` elements, whose bytes as `T` are in range (`checked_size`).
pub(crate) struct Room<T, S> {
    shape: S,
    len: usize,
    elements: PhantomData<fn() -> T>,
}

impl<T, S: Shape> Room<T, S> {
    /// Room for the result of the operation `op`, or the error that memory cannot hold as many elements.
    #[inline(always)]
    pub(crate) fn new(op: &'static str, shape: S) -> Result<Self, ShapeError> {
        match checked_size::<T, S>(shape) {
            Some(len) => Ok(Room { shape, len, elements: PhantomData }),
            None => Err(ShapeError::too_large(op, shape.dims().as_ref())),
        }
    }

    /// The number of elements.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The shape.
    #[inline(always)]
    pub(crate) fn shape(&self) -> S {
        self.shape
    }

    /// The elements that `write` writes.
    #[inline(always)]
    pub(crate) fn storage(self, write: impl for<'o> FnOnce(Out<'o, T, S>) -> Written<'o>) -> S::Storage<T> {
        const { super::expect_storage::<T, S>() };
        let Room { shape, len, .. } = self;
        // SAFETY: there is room for `len` elements, by the invariant. Row by row they are those of `shape`; `Written` proves
        // that all of them are written, since it has the name of this very result.
        unsafe {
            Storage::init_with(len, |first| {
                let _: Written<'_> = write(Out { first, shape, strides: None, result: PhantomData });
            })
        }
    }

    /// The value of the elements that `write` writes: an array, or of rank 0 the element itself.
    #[inline(always)]
    pub(crate) fn value(self, write: impl for<'o> FnOnce(Out<'o, T, S>) -> Written<'o>) -> S::Value<T> {
        let shape = self.shape;
        shape.value(self.storage(write))
    }

    /// The array of the elements that `write` writes.
    #[inline(always)]
    pub(crate) fn array(self, write: impl for<'o> FnOnce(Out<'o, T, S>) -> Written<'o>) -> Array<T, S> {
        let shape = self.shape;
        Array::from_parts(shape, self.storage(write))
    }
}

impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// An error of the operation `op` unless this array has the lengths of `shape`.
    #[inline(always)]
    pub(crate) fn expect_dims<S2: Shape>(&self, op: &'static str, shape: S2) -> Result<(), ShapeError> {
        let (is, must) = (self.dims(), shape.dims());
        if const { are_known_same::<S, S2>() } || is_same(is.as_ref(), must.as_ref()) {
            return Ok(());
        }
        Err(ShapeError::wrong_shape(op, is.as_ref(), must.as_ref()))
    }
}

impl<T, S: Shape, O: OwnershipMut> Array<T, S, O> {
    /// The elements as the place of a result of the operation `op`, which has this shape, or an error if the array has another.
    #[inline(always)]
    pub(crate) fn expect_shape<S2: Shape>(
        &mut self,
        op: &'static str,
        shape: S2,
    ) -> Result<Out<'_, T, S2, O>, ShapeError> {
        self.expect_dims(op, shape)?;
        let strides = if const { O::CONTIGUOUS } {
            None
        } else {
            let strides = self.strides();
            Some(shape.strides_from(|axis| strides.as_ref().get(axis).copied().unwrap_or(0)))
        };
        Ok(Out { first: self.as_mut_ptr(), shape, strides, result: PhantomData })
    }
}

/// Where the result of an operation goes: [`New`] memory, or an [`Existing`] array.
pub(crate) trait Destination<T, S: Shape>: Sized {
    /// Who holds the elements.
    type Ownership: Ownership;
    /// What the operation returns.
    type Done;
    /// The result of this shape, which `write` writes, or why there is none.
    fn fill(
        self,
        shape: Result<S, ShapeError>,
        write: impl for<'o> FnOnce(Out<'o, T, S, Self::Ownership>) -> Written<'o>,
    ) -> Self::Done;
}

/// A new array, or of rank 0 the element itself, in the form that the check `C` stands for.
pub(crate) struct New<C> {
    op: &'static str,
    check: PhantomData<C>,
}

impl<C> New<C> {
    /// The result of the operation `op`.
    #[inline(always)]
    pub(crate) fn of(op: &'static str) -> Self {
        New { op, check: PhantomData }
    }
}

impl<C: Check, T, S: Shape> Destination<T, S> for New<C> {
    type Ownership = Owned;
    type Done = C::Wrap<S::Value<T>>;
    #[inline(always)]
    #[track_caller]
    fn fill(
        self,
        shape: Result<S, ShapeError>,
        write: impl for<'o> FnOnce(Out<'o, T, S>) -> Written<'o>,
    ) -> Self::Done {
        // Not by way of a `Result` where there can be none: an array that was in one is copied out of it.
        match shape.and_then(|shape| Room::new(self.op, shape)) {
            Ok(room) => C::done(room.value(write)),
            Err(e) => C::wrap(Err(e)),
        }
    }
}

/// An existing array; what is returned has the form that the check `C` stands for.
pub(crate) struct Existing<'a, C, T, S: Shape, O: Ownership> {
    op: &'static str,
    out: &'a mut Array<T, S, O>,
    check: PhantomData<C>,
}

impl<'a, C, T, S: Shape, O: Ownership> Existing<'a, C, T, S, O> {
    /// `out`, of whose shape errors speak as of the operation `op`.
    #[inline(always)]
    pub(crate) fn of(op: &'static str, out: &'a mut Array<T, S, O>) -> Self {
        Existing { op, out, check: PhantomData }
    }
}

impl<C: Check, T, S: Shape, S2: Shape, O: OwnershipMut> Destination<T, S> for Existing<'_, C, T, S2, O> {
    type Ownership = O;
    type Done = C::Wrap<()>;
    #[inline(always)]
    #[track_caller]
    fn fill(
        self,
        shape: Result<S, ShapeError>,
        write: impl for<'o> FnOnce(Out<'o, T, S, O>) -> Written<'o>,
    ) -> Self::Done {
        let out = shape.and_then(|shape| self.out.expect_shape(self.op, shape));
        C::wrap(out.map(|out| {
            let _: Written<'_> = write(out);
        }))
    }
}
