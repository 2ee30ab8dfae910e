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
/// # I want to ..
/// | task | here | elsewhere (NumPy, if not said) |
/// |---|---|---|
/// | write elements down | [`array!`](crate::array!), [`new`](Array::new) | `np.array`; ndarray `arr2`; nalgebra `SMatrix::new`, glam `Mat4::from_cols` |
/// | take elements from a `Vec` | [`from_vec`](Array::from_vec) | ndarray `from_shape_vec`; nalgebra `DMatrix::from_row_slice` |
/// | look at a slice as an array | [`ArrayView::from_slice`](Array::from_slice) | `np.frombuffer`; ndarray `ArrayView::from_shape` |
/// | zeros, ones, one value, the identity | [`zeros`](Array::zeros), [`ones`](Array::ones), [`full`](Array::full), [`eye`](Array::eye) | the same; nalgebra `repeat`, `identity`; glam `ZERO`, `ONE`, `splat`, `IDENTITY` |
/// | compute each element from its position | [`from_fn`](Array::from_fn), [`from_shape_fn`](Array::from_shape_fn) | `np.fromfunction`; ndarray `from_shape_fn` |
/// | put vectors together as rows or columns | [`from_rows`](Array::from_rows), [`from_columns`](Array::from_columns) | `np.column_stack`; glam `from_cols` |
/// | evenly spaced numbers | [`arange`](Array::arange), [`linspace`](Array::linspace) | the same; ndarray `range` |
/// | a diagonal matrix | [`diag`](Array::diag) | `np.diag`; ndarray `from_diag`; glam `from_diagonal` |
/// | the lengths, the number of elements, of axes | [`dims`](Array::dims), [`len`](Array::len), [`ndim`](Array::ndim) | `shape`, `size`, `ndim` |
/// | one element | `a[[i, j]]`, [`get`](Array::get) | `a[i, j]`; nalgebra `a[(i, j)]` |
/// | a row, a column, a position of any axis | [`row`](Array::row), [`column`](Array::column), [`axis`](Array::axis) | `a[i]`, `a[:, j]`; ndarray `index_axis`; glam `col` |
/// | a rectangular part | [`slice`](Array::slice) with [`s!`](crate::s!) | `a[1:3, ::-1]`; ndarray `slice`; nalgebra `view`, `fixed_view` |
/// | loop over rows, columns, lanes | [`rows`](Array::rows), [`columns`](Array::columns), [`lanes`](Array::lanes), [`axis_iter`](Array::axis_iter) | nalgebra `row_iter`, `column_iter` |
/// | overlapping or adjacent parts | [`sliding_windows`](Array::sliding_windows), [`windows`](Array::windows), [`chunks`](Array::chunks) | `sliding_window_view`; ndarray `windows`, `axis_chunks_iter` |
/// | all elements, as a slice or one by one | [`as_slice`](Array::as_slice), [`iter`](Array::iter), [`indexed_iter`](Array::indexed_iter) | `a.flat`, `np.ndenumerate` |
/// | transpose, or put axes in another order | [`t`](Array::t), [`permute`](Array::permute), [`swap_axes`](Array::swap_axes) | `a.T`, `transpose`; ndarray `permuted_axes` |
/// | reverse an axis | [`flip`](Array::flip) | `np.flip`; ndarray `invert_axis` |
/// | another shape of the same elements | [`reshape`](Array::reshape), [`flatten`](Array::flatten) | `reshape`, `ravel`; ndarray `to_shape`; nalgebra `reshape_generic` |
/// | an axis of length 1 more or less | [`insert_axis`](Array::insert_axis), [`remove_axis`](Array::remove_axis) | `expand_dims`, `squeeze` |
/// | stretch to a shape | [`broadcast_to`](Array::broadcast_to) | the same; ndarray `broadcast` |
/// | join arrays | [`concat`](crate::concat()), [`stack`](crate::stack()) | `concatenate`, `stack` |
/// | repeat or rotate along an axis | [`repeat`](Array::repeat), [`tile`](Array::tile), [`roll`](Array::roll) | the same |
/// | positions by their numbers, or by a mask | [`take`](Array::take), [`compress`](Array::compress) | `a[:, [2, 0]]`, `a[:, mask]`; ndarray `select`; nalgebra `select_columns` |
/// | a border around an array | [`pad`](Array::pad) | the same |
/// | matrix times matrix or vector | [`matmul`](Array::matmul), [`matvec`](Array::matvec), [`vecmat`](Array::vecmat) | `@`; ndarray `dot`; nalgebra, glam `*` |
/// | the dot product of two vectors | [`inner`](Array::inner), [`dot`](Array::dot), [`vdot`](Array::vdot) | the same; nalgebra `dot`, `dotc`; glam `dot` |
/// | every row against every row | [`inner`](Array::inner) | `a @ b.T` |
/// | each row with the row beside it | [`vecdot`](Array::vecdot) | the same; `einsum("ij,ij->i")` |
/// | all pairs of two vectors | [`outer`](Array::outer), [`kron`](Array::kron) | the same; nalgebra `kronecker` |
/// | any sum of products | [`einsum!`](crate::einsum!), [`tensordot`](Array::tensordot) | `np.einsum`, `np.tensordot` |
/// | add, subtract, multiply, divide elements | `a + &b`, `2. * a`, [`add_into`](Array::add_into) | the same; nalgebra `component_mul`, `component_div` |
/// | `a += s * b` | [`scale_add`](Array::scale_add) | BLAS `axpy`; ndarray `scaled_add` |
/// | a function of each element | [`map`](Array::map), [`map_inplace`](Array::map_inplace), [`sqrt`](Array::sqrt), [`exp`](Array::exp) .. | `np.vectorize`; ndarray `mapv`; nalgebra `map` |
/// | a function of pairs of elements | [`zip_map`](Array::zip_map), [`maximum`](Array::maximum), [`clamp`](Array::clamp) | `np.maximum`, `np.clip`; ndarray `Zip`; glam `max` |
/// | compare, choose by a mask | [`less`](Array::less), [`select`](Array::select), [`isclose`](Array::isclose) | `a < b`, `np.where`; glam `cmplt`, `select` |
/// | write into a part of an array | [`assign`](Array::assign), [`fill`](Array::fill) | `a[..] = b`; nalgebra `copy_from` |
/// | the sum or mean of everything | [`sum`](Array::sum), [`mean`](Array::mean), [`prod`](Array::prod), [`var`](Array::var), [`std`](Array::std), [`cov`](Array::cov) | the same; nalgebra `variance`; glam `element_sum` |
/// | the same along an axis | [`sum_axis`](Array::sum_axis), [`mean_axis`](Array::mean_axis), [`sum_keepdims`](Array::sum_keepdims), [`sum_axes`](Array::sum_axes) .. | `a.sum(axis=0, keepdims=True)`, `axis=(0, 2)`; nalgebra `row_sum` |
/// | the smallest or largest, and where | [`min`](Array::min), [`max`](Array::max), [`argmin`](Array::argmin), [`argmax`](Array::argmax) | the same; nalgebra `imax`; glam `min_element` |
/// | whether any, all, how many, where | [`any`](Array::any), [`all`](Array::all), [`count`](Array::count), [`argwhere`](Array::argwhere) | `any`, `all`, `count_nonzero`, `argwhere` |
/// | the median, or another percentile | [`median`](Array::median), [`percentile`](Array::percentile) | the same |
/// | how many of each, or in each range | [`bincount`](Array::bincount), [`histogram`](Array::histogram) | the same |
/// | length, unit vector, distance | [`norm`](Array::norm), [`normalize`](Array::normalize), [`distance`](Array::distance) | `linalg.norm`; glam `length` |
/// | solve a system of equations | [`solve`](Array::solve); several with one matrix [`lu`](Array::lu), [`cholesky`](Array::cholesky), [`ldlt`](Array::ldlt) | `linalg.solve`; nalgebra `lu().solve` |
/// | the inverse, the determinant | [`inv`](Array::inv), [`pinv`](Array::pinv), [`det`](Array::det) | `linalg.inv`; nalgebra `try_inverse`, `pseudo_inverse`, glam `inverse`; both `determinant` |
/// | fit a model to data | [`lstsq`](Array::lstsq), [`qr`](Array::qr) | `linalg.lstsq`; nalgebra `svd(..).solve` |
/// | eigenvalues and eigenvectors, symmetric | [`eigh`](Array::eigh), [`eigvalsh`](Array::eigvalsh) | `linalg.eigh`; nalgebra `symmetric_eigen`, `SymmetricEigen` |
/// | singular values, the rank, the condition | [`svd`](Array::svd), [`svdvals`](Array::svdvals), [`matrix_rank`](Array::matrix_rank), [`cond`](Array::cond), [`cond_ord`](Array::cond_ord) | the same in `linalg`; nalgebra `singular_values`, `rank` |
/// | a vector at right angles to two | [`cross`](Array::cross) | the same everywhere |
/// | rotate, move, look at, project | [`geometry`](mod@crate::geometry) | glam and nalgebra, [`docs::glam`](mod@crate::docs::glam) |
/// | other names for the same axes | [`with_axes`](Array::with_axes), [`named`](Array::named), [`unnamed`](Array::unnamed) | |
/// | parts of a whole: softmax | [`softmax_axis`](Array::softmax_axis), [`log_softmax_axis`](Array::log_softmax_axis) | `scipy.special.softmax` |
/// | running sums, or differences | [`cumsum`](Array::cumsum), [`cumprod`](Array::cumprod), [`diff`](Array::diff) | the same; ndarray `accumulate_axis_inplace` |
/// | sort, or the best few | [`sort`](Array::sort), [`argsort`](Array::argsort), [`topk`](Array::topk) | `sort`, `argsort`; PyTorch `topk` |
/// | each element once; where elements belong | [`unique`](Array::unique), [`searchsorted`](Array::searchsorted) | the same; `slice::partition_point` |
/// | another element type | [`cast`](Array::cast) | `astype`; nalgebra `cast`; glam `as_dvec3` |
/// | a copy, a view, a `Vec` | [`to_owned`](Array::to_owned), [`view`](Array::view), [`to_vec`](Array::to_vec) | `copy`; ndarray `into_raw_vec` |
/// | forget or check lengths in the type | [`into_dyn`](Array::into_dyn), [`typed`](Array::typed) | ndarray `into_dyn`, `into_dimensionality` |
///
/// Names ending in `_into` write into an existing array, those ending in `_axis` work along one axis, and those ending in
/// `_mut` give a mutable view. [`docs::numpy`](mod@crate::docs::numpy) has all names of NumPy, and
/// [`docs::linear_algebra`](mod@crate::docs::linear_algebra) says which factorisation is for which task.
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
    /// The elements, if they are contiguous in row-major order.
    #[inline(always)]
    #[allow(unsafe_code, reason = "reads and writes contiguous elements as a slice")]
    pub(crate) fn contiguous_mut(&mut self) -> Option<&mut [T]> {
        let len = self.len();
        // SAFETY: as in `contiguous`, borrowed mutably as `self` is.
        self.is_contiguous().then(|| unsafe { core::slice::from_raw_parts_mut(self.as_mut_ptr(), len) })
    }

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
