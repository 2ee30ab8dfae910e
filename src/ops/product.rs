//! What the operations of the product family share: which axes are rows, columns, summed or walked through, and the
//! way from there to the kernels.

#![allow(
    unsafe_code,
    reason = "hands the operands of checked shapes to the kernels as pointers with strides"
)]

use crate::array::{Array, Destination, Existing, New, Out, Ownership, OwnershipMut};
use crate::axes::{self, Axis};
use crate::error::ShapeError;
use crate::kernel::product::constant::{self, StaticProduct, axes, has_vectors, is_small, row_major};
use crate::kernel::{self, Contraction};
use crate::scalar::{Repr, Scalar};
use crate::shape::op::Operation;
use crate::shape::{Check, MAX_NDIM, SameShape, Shape};
use crate::written::Written;
use core::marker::PhantomData;

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
    /// operand are contiguous, those of B as K rows of N.
    const LENGTHS: Option<[usize; 3]>;
    /// The same of each product of a stack, of which an operand without leading axes is one item for all.
    const ITEM: Option<[usize; 3]> = None;
    /// Whether the first operand is conjugated. Each element is then a sum in the order of a dot product.
    const CONJUGATES: bool = false;
    /// Whether B stands in rows of K, which are its columns: where `LENGTHS` or `ITEM` is there.
    const TURNED: bool = false;

    /// The shape of the result, or why there is none.
    fn shape(a: S, b: S2) -> Result<Self::Output, ShapeError>;
    /// M, N and K, if the product of these lengths is one of matrices wherever all elements are one after another. Asked where
    /// `LENGTHS` is not there.
    #[inline(always)]
    fn contiguous(_a: &[usize], _b: &[usize]) -> Option<[usize; 3]> {
        None
    }
    /// Rows, columns and summed axis, where there is at most one of each and nothing else.
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]>;
    /// All axes.
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists;
}

/// No axis: one position.
pub(super) const ONE: Axis = Axis { len: 1, c: 0, a: 0, b: 0 };

/// Axes of one kind, merged where they are one axis in memory. No operand has more than the list holds.
type List = axes::Axes<MAX_NDIM>;

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
    pub(super) fn as_contraction(&self) -> Contraction<'_> {
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
    to::<P, _, _, _, _, _, _>(a, b, New::<C>::of(P::NAME))
}

/// Writes the result of an operation into an existing array.
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
    type Checked<C, S, S3, Into> = <C as Check>::And<<S as SameShape<S3, Into>>::Check>;
    let out = Existing::<Checked<C, P::Output, S3, P::Into>, _, _, _>::of(P::Into::NAME, out);
    to::<P, _, _, _, _, _, _>(a, b, out)
}

/// The result, wherever it goes.
#[inline(always)]
#[track_caller]
fn to<P, T, S, S2, O, O2, D>(a: &Array<T, S, O>, b: &Array<T, S2, O2>, destination: D) -> D::Done
where
    P: Product<S, S2>,
    T: Scalar,
    S: Shape,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
    D: Destination<T, P::Output>,
{
    // SAFETY: the shape is that of the product of these operands.
    destination.fill(P::shape(a.shape(), b.shape()), |out| unsafe {
        write::<P, T, S, S2, O, O2, D::Ownership>(a, b, out)
    })
}

/// Whether no element is to be conjugated: the primitive types are real, and of others only they know.
const fn without_conj<T: Scalar>(conjugates: bool) -> bool {
    !conjugates || !matches!(T::KIND.repr(), Repr::Other)
}

/// Whether this is one product of lengths that the types know, of operands whose elements are contiguous. Asked
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

/// The product, if there is one of lengths that the types know.
struct One<P, S, S2>(PhantomData<(P, S, S2)>);
impl<P: Product<S, S2>, S: Shape, S2: Shape> StaticProduct for One<P, S, S2> {
    const AXES: Option<[Axis; 3]> = match P::LENGTHS {
        Some(lengths) => Some(row_major(lengths, P::TURNED)),
        None => None,
    };
}

/// Each product of a stack.
struct Item<P, S, S2>(PhantomData<(P, S, S2)>);
impl<P: Product<S, S2>, S: Shape, S2: Shape> StaticProduct for Item<P, S, S2> {
    const AXES: Option<[Axis; 3]> = match P::ITEM {
        Some(lengths) => Some(row_major(lengths, P::TURNED)),
        None => None,
    };
}

/// Vectors of a stack from which on a kernel of many is faster than a product for each.
const MANY: usize = 64;

/// Writes the product.
///
/// # Safety
/// The operands have passed `P::shape`, which gave the shape of `out`.
#[inline(always)]
unsafe fn write<'o, P, T, S, S2, O, O2, O3>(
    a: &Array<T, S, O>,
    b: &Array<T, S2, O2>,
    out: Out<'o, T, P::Output, O3>,
) -> Written<'o>
where
    P: Product<S, S2>,
    T: Scalar,
    S: Shape,
    S2: Shape,
    O: Ownership,
    O2: Ownership,
    O3: Ownership,
{
    let (shape, first) = (out.shape(), out.as_mut_ptr());
    if const { is_known::<P, T, S, S2, O, O2, O3>() } {
        // SAFETY: by `LENGTHS`, and all elements of each operand are contiguous.
        return unsafe {
            constant::product::<T, One<P, S, S2>>(a.as_ptr(), b.as_ptr(), first);
            out.written()
        };
    }
    let is_plain = const { without_conj::<T>(P::CONJUGATES) };
    if is_plain
        && const { O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS && is_small::<T, Item<P, S, S2>>() }
    {
        let [m, n, k] = const { axes::<Item<P, S, S2>>() }.map(|axis| axis.len);
        let count = shape.size().checked_div(m * n).unwrap_or(0);
        // How far it is from item to item: nothing where there is one for all.
        let step = |len: usize, item: usize| match len {
            _ if len == item => Some(0),
            _ => (len == count * item).then_some(item),
        };
        if let (Some(step_a), Some(step_b)) = (step(a.len(), m * k), step(b.len(), k * n)) {
            // SAFETY: by `ITEM`, and all elements of each operand are contiguous: `out` is `count` items, all of which
            // are written, and an operand of as many has them in the same order, with no axis that stretches.
            return unsafe {
                if const { has_vectors::<T, Item<P, S, S2>>() } && count >= MANY {
                    let strides = [step_a, step_b];
                    if constant::vectors::<T, Item<P, S, S2>>(a.as_ptr(), b.as_ptr(), first, count, strides) {
                        return out.written();
                    }
                }
                for i in 0..count {
                    let (a, b) = (a.as_ptr().add(i * step_a), b.as_ptr().add(i * step_b));
                    constant::product::<T, Item<P, S, S2>>(a, b, first.add(i * m * n));
                }
                out.written()
            };
        }
    }
    let (dims_a, dims_b, dims) = (a.dims(), b.dims(), shape.dims());
    let lengths = if is_plain && const { O::CONTIGUOUS && O2::CONTIGUOUS && O3::CONTIGUOUS } {
        P::contiguous(dims_a.as_ref(), dims_b.as_ref())
    } else {
        None
    };
    let (strides_a, strides_b) = (a.strides(), b.strides());
    let axes_a = Axes { dims: dims_a.as_ref(), strides: strides_a.as_ref() };
    let axes_b = Axes { dims: dims_b.as_ref(), strides: strides_b.as_ref() };
    let strides = out.strides();
    let axes = Axes { dims: dims.as_ref(), strides: strides.as_ref() };
    let (a, b) = (a.as_ptr(), b.as_ptr());
    // SAFETY: `lengths` are those of contiguous elements; the axes are all of the operands and of the result.
    unsafe {
        if let Some(lengths) = lengths {
            constant::by_axes(a, b, first, row_major(lengths, P::TURNED));
        } else if is_plain && let Some([m, n, k]) = P::plane(axes_a, axes_b, axes) {
            if const { P::LENGTHS.is_some() } {
                constant::strided::<T, One<P, S, S2>>(a, b, first, [m, n, k]);
            } else {
                constant::by_axes(a, b, first, [m, n, k]);
            }
        } else {
            let lists = P::lists(axes_a, axes_b, axes);
            if const { without_conj::<T>(P::CONJUGATES) } {
                by_lists(first, a, b, &lists);
            } else {
                kernel::contract_conj(first, a, b, &lists.as_contraction());
            }
        }
        out.written()
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
