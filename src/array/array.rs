//! `Array`, the one array type, and its aliases.

use super::layout::is_row_major;
use super::ownership::{Holder, Lent, Owned, Ownership, OwnershipMut, View, ViewMut};
use super::storage::Storage;
use crate::shape::{Check, Const, DynRank, Shape};
use core::marker::PhantomData;

/// An array of `T` with the axes of `S`, whose elements `O` holds.
///
/// The one array type of the crate. `S` is a tuple of axes ([`Const`], [`Dyn`](crate::Dyn), or named by
/// [`axis!`](crate::axis!)), or [`DynRank`]; the aliases [`Vector`], [`Matrix`], [`Array3`] .. [`Array6`],
/// [`ArrayD`], [`ArrayView`] and [`ArrayViewMut`] are the usual combinations.
///
/// # Memory
/// An owned array whose lengths are all in its type has exactly the memory of the nested arrays
/// `[[T; C]; R]` (row-major, the alignment of `T`), is `Copy` when `T` is, and needs no allocator:
///
/// ```
/// use conformable::Matrix;
/// static W: Matrix<f32, 2, 3> = Matrix::new([[1., 2., 3.], [4., 5., 6.]]);
/// assert_eq!(size_of::<Matrix<f32, 4, 4>>(), 64);
/// assert_eq!(W[[1, 2]], 6.);
/// ```
///
/// With a `Dyn` axis it is one flat `Vec<T>` (feature `alloc`). Views carry strides and copy nothing.
//
// Invariants: `data` holds the elements of `shape` (for owned arrays, as many as the product of its lengths,
// in row-major order; for views, the invariant of `ViewData`), and `checked_len::<T>` of its lengths is `Some`.
//
// `H` is never another type than its default. It is a parameter so that no field depends on `O` by an associated type, which
// would make the array invariant in `O`, and with it in the lifetime of a view.
//
// `repr(C)`: `data` stands right after `shape`, and where `shape` is zero-sized the array is `data`.
#[repr(C)]
pub struct Array<T, S: Shape, O: Ownership = Owned, H: Holder = <O as Ownership>::Holder> {
    pub(super) shape: S,
    pub(super) data: H::Data<T, S>,
    pub(super) held: PhantomData<(T, O)>,
}

/// `N` elements along one axis.
pub type Vector<T, const N: usize> = Array<T, (Const<N>,)>;
/// `R` rows of `C` elements.
pub type Matrix<T, const R: usize, const C: usize> = Array<T, (Const<R>, Const<C>)>;
/// Three axes of lengths in the type.
pub type Array3<T, const A: usize, const B: usize, const C: usize> = Array<T, (Const<A>, Const<B>, Const<C>)>;
/// Four axes of lengths in the type.
pub type Array4<T, const A: usize, const B: usize, const C: usize, const D: usize> =
    Array<T, (Const<A>, Const<B>, Const<C>, Const<D>)>;
/// Five axes of lengths in the type.
pub type Array5<T, const A: usize, const B: usize, const C: usize, const D: usize, const E: usize> =
    Array<T, (Const<A>, Const<B>, Const<C>, Const<D>, Const<E>)>;
/// Six axes of lengths in the type.
pub type Array6<
    T,
    const A: usize,
    const B: usize,
    const C: usize,
    const D: usize,
    const E: usize,
    const F: usize,
> = Array<T, (Const<A>, Const<B>, Const<C>, Const<D>, Const<E>, Const<F>)>;
/// An array whose rank and lengths only run time knows, up to 8 axes.
pub type ArrayD<T> = Array<T, DynRank>;
/// An array that borrows its elements, with a stride along each axis.
///
/// Its parts, and references to its elements, live as long as the elements are borrowed, not only as long as the view:
///
/// ```
/// use conformable::{ArrayView, Dyn};
/// struct Reader<'a> {
///     rest: ArrayView<'a, u8, (Dyn,)>,
/// }
/// impl<'a> Reader<'a> {
///     fn take(&mut self, n: usize) -> Option<ArrayView<'a, u8, (Dyn,)>> {
///         let (taken, rest) = self.rest.split_at(n)?;
///         self.rest = rest;
///         Some(taken)
///     }
/// }
/// let bytes = conformable::Array::from(vec![1, 2, 3]);
/// let mut reader = Reader { rest: bytes.view() };
/// let (a, b) = (reader.take(1), reader.take(2)); // both at once
/// assert_eq!((a.unwrap()[0], b.unwrap()[1]), (1, 3));
/// ```
///
/// It is covariant in `'a`: where a view of a shorter lifetime is needed, it is one.
// The holder is written out, so that a struct with a view in it is covariant, too.
pub type ArrayView<'a, T, S> = Array<T, S, View<'a>, Lent>;
/// An array that borrows its elements and can change them, with a stride along each axis.
pub type ArrayViewMut<'a, T, S> = Array<T, S, ViewMut<'a>, Lent>;

/// What an operation with the check `C` and the result shape `S` returns: the array (at rank 0 the element),
/// in a `Result` if a check is left for run time.
pub type Outcome<C, S, T> = <C as Check>::Wrap<<S as Shape>::Value<T>>;

/// # Shape
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The axes.
    #[inline(always)]
    pub const fn shape(&self) -> S {
        self.shape
    }

    /// The distance from one element to the next along each axis, in elements; negative where the axis runs
    /// backwards in memory. At least one number per axis.
    #[inline(always)]
    pub(crate) fn strides(&self) -> S::Strides {
        O::strides(&self.data, self.shape)
    }

    /// The place of the element at position 0 of every axis.
    #[inline(always)]
    pub(crate) fn as_ptr(&self) -> *const T {
        O::as_ptr::<T, S>(&self.data)
    }

    /// Whether the elements are contiguous in row-major order.
    #[inline(always)]
    pub(crate) fn is_contiguous(&self) -> bool {
        O::CONTIGUOUS || is_row_major(self.dims().as_ref(), self.strides().as_ref())
    }

    /// The elements, if they are contiguous in row-major order.
    #[inline(always)]
    #[allow(unsafe_code, reason = "reads contiguous elements as a slice")]
    pub(crate) fn contiguous(&self) -> Option<&[T]> {
        // SAFETY: an array that owns its elements, or of these strides, has as many contiguous ones, borrowed as `self` is.
        self.is_contiguous().then(|| unsafe { core::slice::from_raw_parts(self.as_ptr(), self.len()) })
    }
}

impl<T, S: Shape, O: OwnershipMut> Array<T, S, O> {
    /// The place of the element at position 0 of every axis.
    #[inline(always)]
    pub(crate) fn as_mut_ptr(&mut self) -> *mut T {
        O::as_mut_ptr::<T, S>(&mut self.data)
    }
}

impl<T, S: Shape> Array<T, S> {
    /// An array of a shape and its storage. The storage holds as many elements as the shape has: storage of
    /// static shapes by its type, and this is the check that the type is what it should be.
    #[inline(always)]
    pub(crate) fn from_parts(shape: S, data: S::Storage<T>) -> Self {
        const { expect_storage::<T, S>() };
        debug_assert_eq!(shape.size(), data.len());
        Array { shape, data, held: PhantomData }
    }
}

/// Does not compile unless shape and storage have one length, where the types know it. They do: what an axis
/// says of its length and of its storage has one source, which `axis!` gives.
pub(crate) const fn expect_storage<T, S: Shape>() {
    let same = match (S::STATIC_LEN, <S::Storage<T> as Storage<T>>::LEN) {
        (Some(shape), Some(storage)) => shape == storage,
        (None, None) => true,
        _ => false,
    };
    assert!(same, "the storage of a named axis does not have its length");
    // Elements of no bytes could be more.
    let few = match S::STATIC_LEN {
        Some(len) => len <= isize::MAX as usize,
        None => true,
    };
    assert!(few, "this shape has more elements than memory can hold");
}
