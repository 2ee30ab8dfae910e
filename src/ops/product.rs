//! What the operations of the product family share: which axes are rows, columns, summed or walked through, and the
//! way from there to the kernels.

#![allow(
    unsafe_code,
    reason = "hands the operands of checked shapes to the kernels as pointers with strides"
)]

use super::plane::{Lengths, dense, is_matvec, is_small, lengths, planes};
use crate::array::storage::Storage;
use crate::array::{Array, Owned, Ownership, OwnershipMut, row_major};
use crate::error::ShapeError;
use crate::kernel::{self, Axis, Contraction, MatMut, MatRef, Order};
use crate::scalar::{Repr, Scalar};
use crate::shape::op::Operation;
use crate::shape::{Check, MAX_NDIM, SameShape, Shape, checked_len};
use crate::shape::{are_known_same, is_same};

/// What the `_into` form of an operation returns, whose name there is `Op`: `()`, in a `Result` if a check is left
/// for run time.
pub type IntoOutcome<C, S, Out, Op> =
    <<C as Check>::And<<S as SameShape<Out, Op>>::Check> as Check>::Wrap<()>;

/// The lengths and strides of an operand. There may be more strides than axes.
#[derive(Clone, Copy)]
pub(super) struct Axes<'x> {
    pub(super) dims: &'x [usize],
    pub(super) strides: &'x [isize],
}

impl<'x> Axes<'x> {
    /// The number of axes.
    #[inline(always)]
    pub(super) fn ndim(self) -> usize {
        self.dims.len()
    }
    /// The length and the stride of an axis; one position if there is no such axis.
    #[inline(always)]
    pub(super) fn get(self, axis: usize) -> (usize, isize) {
        match (self.dims.get(axis), self.strides.get(axis)) {
            (Some(len), Some(stride)) => (*len, *stride),
            _ => (1, 0),
        }
    }
}

/// An operation as a product: its shape rule, and who has which axis.
pub(super) trait Product<S: Shape, S2: Shape>: Operation {
    /// Its `_into` form.
    type Into: Operation;
    /// The shape of the result.
    type Output: Shape;
    /// M, N and K where the types know all three, and where it is one product of matrices if all elements of each
    /// operand stand one after another, those of B as K rows of N.
    const LENGTHS: Option<[usize; 3]>;
    /// The same of each product of a stack, of which an operand without leading axes is one item for all.
    const ITEM: Option<[usize; 3]> = None;
    /// Whether the first operand is conjugated. Each element is then a sum in the order of a dot product.
    const CONJUGATES: bool = false;

    /// The shape of the result, or why there is none.
    fn shape(a: S, b: S2) -> Result<Self::Output, ShapeError>;
    /// Rows, columns and summed axis, where there is at most one of each and nothing else.
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]>;
    /// All axes.
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists;
}

/// No axis: one position.
pub(super) const ONE: Axis = Axis { len: 1, c: 0, a: 0, b: 0 };

/// Axes of one class.
pub(super) struct List {
    axes: [Axis; MAX_NDIM],
    ndim: usize,
}

impl List {
    #[inline]
    fn new() -> Self {
        List { axes: [ONE; MAX_NDIM], ndim: 0 }
    }
    /// Appends an axis; no operand has more than `MAX_NDIM`.
    #[inline]
    pub(super) fn push(&mut self, axis: Axis) {
        debug_assert!(self.ndim < MAX_NDIM);
        if let Some(place) = self.axes.get_mut(self.ndim) {
            *place = axis;
            self.ndim += 1;
        }
    }
    #[inline]
    pub(super) fn as_slice(&self) -> &[Axis] {
        kernel::first(&self.axes, self.ndim)
    }
}

/// The axes of a product by class.
pub(super) struct Lists {
    pub(super) batch: List,
    pub(super) m: List,
    pub(super) n: List,
    pub(super) k: List,
}

impl Lists {
    #[inline]
    pub(super) fn new() -> Self {
        Lists { batch: List::new(), m: List::new(), n: List::new(), k: List::new() }
    }
    #[inline]
    fn as_contraction(&self) -> Contraction<'_> {
        Contraction {
            batch: self.batch.as_slice(),
            m: self.m.as_slice(),
            n: self.n.as_slice(),
            k: self.k.as_slice(),
        }
    }
}

/// The result of an operation, in the form that the check `C` stands for.
#[inline(always)]
#[track_caller]
pub(super) fn outcome<P, C, T, S, S2, O, O2>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
) -> C::Wrap<<P::Output as Shape>::Value<T>>
where
    P: Product<S, S2>,
    C: Check,
    T: Scalar,
    S: Shape,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
{
    let shape = match P::shape(a.shape(), b.shape()) {
        Ok(shape) => shape,
        Err(e) => return C::wrap(Err(e)),
    };
    // Not by way of a `Result` where there can be none: an array that was in one is copied out of it.
    let len = if let Some(len) = const { <P::Output as Shape>::STATIC_LEN } {
        len
    } else {
        let dims = shape.dims();
        match checked_len::<T>(dims.as_ref()) {
            Some(len) => len,
            None => return C::wrap(Err(ShapeError::too_large(P::NAME, dims.as_ref()))),
        }
    };
    // SAFETY: the shape has `len` elements: by its type, of which a storage type exists, or as just checked, and their
    // bytes are in range. `write` writes all of them, in row-major order.
    let storage = unsafe {
        Storage::init_with(len, |out| {
            if const { is_known::<P, T, S, S2, O, O2, Owned>() } {
                contiguous::<LengthsOf<P, S, S2>, T>(a.as_ptr(), b.as_ptr(), out);
            } else {
                write::<P, T, S, S2, O, O2, Owned>(a, b, out, shape, row_major(shape));
            }
        })
    };
    C::done(shape.value(storage))
}

/// Writes the result of an operation into an array that is there.
#[inline(always)]
pub(super) fn into<P, C, T, S, S2, S3, O, O2, O3>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    out: &mut Array<T, S3, O3>,
) -> IntoOutcome<C, P::Output, S3, P::Into>
where
    P: Product<S, S2, Output: SameShape<S3, P::Into>>,
    C: Check,
    T: Scalar,
    S: Shape,
    S2: Shape,
    S3: Shape,
    O: Ownership,
    O2: Ownership,
    O3: OwnershipMut,
{
    <C::And<<P::Output as SameShape<S3, P::Into>>::Check>>::wrap(checked_into::<P, _, _, _, _, _, _, _>(
        a, b, out,
    ))
}

#[inline(always)]
fn checked_into<P, T, S, S2, S3, O, O2, O3>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    out: &mut Array<T, S3, O3>,
) -> Result<(), ShapeError>
where
    P: Product<S, S2>,
    T: Scalar,
    S: Shape,
    S2: Shape,
    S3: Shape,
    O: Ownership,
    O2: Ownership,
    O3: OwnershipMut,
{
    let shape = P::shape(a.shape(), b.shape())?;
    if const { !are_known_same::<P::Output, S3>() } && !is_same(shape.dims().as_ref(), out.dims().as_ref()) {
        let (is, must) = (out.dims(), shape.dims());
        return Err(ShapeError::wrong_shape(P::Into::NAME, is.as_ref(), must.as_ref()));
    }
    let strides = shape.strides_from(|axis| out.strides().as_ref()[axis]);
    // SAFETY: `out` has the lengths of `shape`, and is borrowed mutably.
    unsafe { write::<P, T, S, S2, O, O2, O3>(a, b, out.as_mut_ptr(), shape, strides) };
    Ok(())
}

/// Whether no element is to be conjugated: the primitive types are real, and of others only they know.
const fn without_conj<T: Scalar>(conjugates: bool) -> bool {
    !conjugates || !matches!(T::KIND.repr(), Repr::Other)
}

/// Whether this is one product of lengths that the types know, of operands whose elements stand one after another. Asked
/// for in a `const`, so that for such a product the compiler makes nothing of the rest.
const fn is_known<P, T, S, S2, O, O2, O3>() -> bool
where
    P: Product<S, S2>,
    T: Scalar,
    S: Shape,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
    O3: Ownership,
{
    let is_contiguous = O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS;
    is_contiguous && P::LENGTHS.is_some() && without_conj::<T>(P::CONJUGATES)
}

/// The lengths of a product, apart from its operands.
struct LengthsOf<P, S, S2>(core::marker::PhantomData<(P, S, S2)>);
impl<P: Product<S, S2>, S: Shape, S2: Shape> Lengths for LengthsOf<P, S, S2> {
    const LENGTHS: Option<[usize; 3]> = P::LENGTHS;
}

/// The lengths of each product of a stack.
struct ItemOf<P, S, S2>(core::marker::PhantomData<(P, S, S2)>);
impl<P: Product<S, S2>, S: Shape, S2: Shape> Lengths for ItemOf<P, S, S2> {
    const LENGTHS: Option<[usize; 3]> = P::ITEM;
}

/// Writes the result, of a shape that `P::shape` gave, to `out`, all of it.
///
/// # Safety
/// `a` and `b` have passed `P::shape`, and with these strides `out` has room for the result's shape, each
/// position its own. The strides are those of row-major order if `O3` is contiguous.
#[inline(always)]
unsafe fn write<P, T, S, S2, O, O2, O3>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    out: *mut T,
    shape: P::Output,
    strides: <P::Output as Shape>::Strides,
) where
    P: Product<S, S2>,
    T: Scalar,
    S: Shape,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
    O3: Ownership,
{
    if const { is_known::<P, T, S, S2, O, O2, O3>() } {
        // SAFETY: by `LENGTHS`, and all elements of each operand stand one after another.
        return unsafe { contiguous::<LengthsOf<P, S, S2>, T>(a.as_ptr(), b.as_ptr(), out) };
    }
    let is_plain = const { without_conj::<T>(P::CONJUGATES) };
    if is_plain
        && const { O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS && is_small::<T, ItemOf<P, S, S2>>() }
    {
        let [m, n, k] = const { lengths::<ItemOf<P, S, S2>>() };
        let count = shape.size().checked_div(m * n).unwrap_or(0);
        // How far it is from item to item: nothing where there is one for all.
        let step = |len: usize, item: usize| match len {
            _ if len == item => Some(0),
            _ => (len == count * item).then_some(item),
        };
        if let (Some(step_a), Some(step_b)) = (step(a.len(), m * k), step(b.len(), k * n)) {
            for i in 0..count {
                // SAFETY: by `ITEM`, and all elements of each operand stand one after another: `out` is `count` items,
                // and an operand of as many has them in the same order, with no axis that stretches.
                unsafe {
                    let (a, b) = (a.as_ptr().add(i * step_a), b.as_ptr().add(i * step_b));
                    contiguous::<ItemOf<P, S, S2>, T>(a, b, out.add(i * m * n));
                }
            }
            return;
        }
    }
    let (dims_a, dims_b, dims) = (a.dims(), b.dims(), shape.dims());
    let (strides_a, strides_b) = (a.strides(), b.strides());
    let axes_a = Axes { dims: dims_a.as_ref(), strides: strides_a.as_ref() };
    let axes_b = Axes { dims: dims_b.as_ref(), strides: strides_b.as_ref() };
    let axes = Axes { dims: dims.as_ref(), strides: strides.as_ref() };
    let (a, b) = (a.as_ptr(), b.as_ptr());
    if is_plain && let Some([m, n, k]) = P::plane(axes_a, axes_b, axes) {
        // SAFETY: these are all axes of the operands and of the result.
        return unsafe {
            if const { P::LENGTHS.is_some() } {
                planes::<T, LengthsOf<P, S, S2>>([a, b], out, [[m.a, k.a], [k.b, n.b], [m.c, n.c]]);
            } else {
                let x = Contraction { batch: &[], m: &[m], n: &[n], k: &[k] };
                kernel::contract(out, a, b, &x);
            }
        };
    }
    // SAFETY: these are all axes of the operands and of the result.
    unsafe {
        let lists = P::lists(axes_a, axes_b, axes);
        if const { without_conj::<T>(P::CONJUGATES) } {
            by_lists(out, a, b, &lists);
        } else {
            kernel::contract_conj(out, a, b, &lists.as_contraction());
        }
    }
}

/// One product of matrices whose elements stand one after another.
///
/// # Safety
/// `LENGTHS` is there; `a` has M rows of K elements, `b` has K rows of N, and `out` has room for M rows of N.
#[inline(always)]
unsafe fn contiguous<P: Lengths, T: Scalar>(a: *const T, b: *const T, out: *mut T) {
    let [m, n, k] = const { lengths::<P>() };
    // SAFETY: from the caller. One column is also a row.
    unsafe {
        if const { matches!(P::LENGTHS, Some([1, 1, _])) } {
            out.write(kernel::dot_static(a, b, k));
        } else if const { is_small::<T, P>() && matches!(P::LENGTHS, Some([_, 1, _])) } {
            dense::<T, P, false, false>(a, b, out);
        } else if const { is_small::<T, P>() } {
            dense::<T, P, false, true>(a, b, out);
        } else if const { is_matvec::<T, P>() && matches!(P::LENGTHS, Some([_, 1, _])) } {
            kernel::gemv::rows(out, a, b, [m, k]);
        } else {
            let c = MatMut::new(out, [m, n], [n as isize, 1]);
            let a = MatRef::new(a, [m, k], [k as isize, 1]);
            let b = MatRef::new(b, [k, n], [n as isize, 1]);
            kernel::product(Order::of(m, n, k), c, a, b);
        }
    }
}

/// The product of operands of any axes.
///
/// # Safety
/// As [`kernel::contract`].
#[inline(never)]
unsafe fn by_lists<T: Scalar>(out: *mut T, a: *const T, b: *const T, lists: &Lists) {
    // SAFETY: the caller's promise.
    unsafe { kernel::contract(out, a, b, &lists.as_contraction()) }
}
