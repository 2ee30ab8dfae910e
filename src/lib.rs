//! NumPy's products with the shapes in the types: what conforms is computed by SIMD kernels, what does not
//! conform is not compiled, and what is known only at run time is a `Result`.
//!
//! ```
//! use conformable::prelude::*;
//!
//! // Lengths in the types: no `Result`, no allocator.
//! let a = array![[1., 2., 3.], [4., 5., 6.]];
//! let b = array![[7., 8., 9.], [10., 11., 12.]];
//! let c: Matrix<f64, 2, 2> = a.inner(&b);
//! assert_eq!(c, array![[50., 68.], [122., 167.]]);
//!
//! // A length known at run time, beside one that the types prove equal: still no `Result`.
//! let rows = Array::from_vec((Dyn(2), Const::<3>), vec![1., 0., 0., 0., 0., 1.])?;
//! let d: Array<f64, (Dyn, Const<2>)> = rows.inner(&a);
//! assert_eq!(d.as_slice(), [1., 4., 3., 6.]);
//!
//! // What elements decide is a `Result`, too: a singular matrix is an error, and not NaN.
//! assert_eq!(array![[3., 1.], [1., 2.]].solve(&array![9., 8.]), Ok(array![2., 3.]));
//!
//! // Two lengths that only run time can compare: a `Result`.
//! let error = Array::from(vec![1., 2.]).inner(&array![1., 2., 3.]).unwrap_err();
//! assert_eq!(error.to_string(), "shapes (2,) and (3,) not aligned: 2 (dim 0) != 3 (dim 0)");
//! # Ok::<(), ShapeError>(())
//! ```
//!
//! ```compile_fail,E0277
//! # use conformable::array;
//! array![1, 2, 3].inner(&array![1, 2, 3, 4]); // `inner`: axis of length 3 does not match axis of length 4
//! ```
//!
//! # Types
//!
//! | type | axes | memory |
//! |---|---|---|
//! | [`Vector<T, N>`](Vector), [`Matrix<T, R, C>`](Matrix), [`Array3`] .. [`Array6`] | all in the type | `[T; N]`, `[[T; C]; R]`, ...: inline, `Copy` when `T` is, no allocator |
//! | [`Array<T, (Dyn, Const<64>)>`](Array) and other mixes | some in the type | one `Vec<T>` (feature `alloc`) |
//! | [`Array<T, (UpTo<8>, Const<3>)>`](UpTo) | bounded by the type | inline: room for the most elements, no allocator |
//! | [`ArrayD<T>`](ArrayD), which is `Array<T, `[`DynRank`]`>` | rank and lengths at run time, up to 8 | one `Vec<T>` (feature `alloc`) |
//! | [`ArrayView`], [`ArrayViewMut`] of any shape | any | borrowed, a stride along each axis |
//!
//! Vectors of 2, 3 and 4 elements have fields, `v.x`; [`geometry`](mod@geometry) has rotations, transforms and cameras for game maths
//! ([`docs::geometry`]).
//!
//! An axis is [`Const<N>`](Const), [`Dyn`], [`UpTo<N>`](UpTo), [`Stretch`], or one with a name by [`axis!`]. [`shape!`] spells a shape as a
//! type: `shape![3, dyn, Joint]`. Generic code needs the bound [`Dim`] (any axis) or [`StaticDim`] (a length in
//! the type) and no other. A `D: Dim` meets itself in every operation; [`IntoResult`] turns what that returns into a `Result`,
//! and [`IntoOption`] what `max` and its kin return into an `Option`:
//!
//! ```
//! use conformable::prelude::*;
//! fn dense<B: Dim, I: StaticDim, O: Dim>(x: &Array<f32, (B, I)>, w: &Array<f32, (O, I)>) -> Array<f32, (B, O)> {
//!     x.inner(w)
//! }
//! fn gram<B: Dim, D: Dim>(x: &Array<f32, (B, D)>) -> Result<Array<f32, (D, D)>, ShapeError> {
//!     x.t().matmul(x).into_result()
//! }
//! ```
//!
//! # Shape rules
//!
//! Two axes that must have one length ([`shape::SameDim`]):
//!
//! | left | right | |
//! |---|---|---|
//! | `Const<N>` | `Const<N>` | proven by the types |
//! | `Const<N>` | `Const<M>` | does not compile: "axis of length 3 does not match axis of length 4" |
//! | `Joint` | `Joint` | proven by the types |
//! | `Joint` | `Motor` or `Const<N>` | does not compile, even if both are 7: "axis `Joint` cannot meet axis `Motor`" |
//! | `Batch` | `Batch` | a name with a run-time length, [`axis!(Batch)`](axis!): compared at run time |
//! | `Batch` | another name or `Const<N>` | does not compile |
//! | `D: Dim` in generic code | `D` | as its kind: the operation returns `<D::Known as Check>::Wrap<..>`, a value or a `Result` |
//! | `Dyn` or `UpTo<N>` | anything | compared at run time: the operation returns a `Result` |
//! | [`Stretch`] | | an axis of length 1 |
//!
//! Axes that pair ([`shape::Broadcast`], `bc` below), all of them in operations on elements, leading ones in products of
//! stacks; aligned at the last one:
//!
//! | left | right | |
//! |---|---|---|
//! | missing | any axis | that axis |
//! | [`Stretch`] | any axis | that axis |
//! | any axis | an equal one | as above: proven, or compared at run time |
//! | `Const<1>` | `Const<N>` | does not compile: what stretches says so, by [`insert_axis`](Array::insert_axis) |
//! | 1 in a [`DynRank`] | any axis | stretches, for nothing in its type can say so |
//!
//! Operations ([`docs::numpy`] says what each is in NumPy, and where they differ):
//!
//! | operation | shapes | returns |
//! |---|---|---|
//! | [`inner`](Array::inner) | `(A.., K), (B.., K) -> (A.., B..)` | the value if `K` is proven, else a `Result`; rank 0 is the scalar itself |
//! | [`inner`](Array::inner) | `(), (B..) -> (B..)` and `(A..), () -> (A..)` | the value |
//! | [`inner_into`](Array::inner_into) | the same, and `out (A.., B..)` | `()` if all is proven, else a `Result` |
//! | [`dot`](Array::dot) | `(A.., K), (K) -> (A..)`; `(A.., K), (B.., K, N) -> (A.., B.., N)`; rank 0 multiplies | as `inner` |
//! | [`matmul`](Array::matmul) | `(S.., M, K), (T.., K, N) -> (bc(S, T).., M, N)`; the axis of a vector is left out | the value if `K` and the leading axes are proven, else a `Result` |
//! | [`matvec`](Array::matvec) | `(S.., M, K), (T.., K) -> (bc(S, T).., M)` | as `matmul` |
//! | [`vecmat`](Array::vecmat) | `(S.., K), (T.., K, N) -> (bc(S, T).., N)` | as `matmul` |
//! | [`vecdot`](Array::vecdot), [`vecdot_axis`](Array::vecdot_axis) | `(S.., K), (T.., K) -> (bc(S, T)..)` | as `matmul` |
//! | [`vdot`](Array::vdot) | `(K..), (K..) -> ()` | the scalar if the shapes are proven equal, else a `Result` |
//! | [`outer`](Array::outer) | `(M), (N) -> (M, N)`; other ranks are read row by row | the value |
//! | [`kron`](Array::kron), [`kron_as`](Array::kron_as) | `(M, N), (P, Q) -> (M * P, N * Q)`, at any rank | the value |
//! | [`tensordot`](Array::tensordot), [`tensordot_axes`](Array::tensordot_axes) | `(A.., K.., ), (K.., B..) -> (A.., B..)` | the value if `K..` is proven, else a `Result` |
//! | [`trace`](Array::trace), [`trace_axes`](Array::trace_axes), [`trace_offset`](Array::trace_offset) | `(M, N, K..) -> (K..)` | the value; of a [`DynRank`] a `Result` |
//! | [`diagonal`](Array::diagonal), [`diagonal_axes`](Array::diagonal_axes) | `(N, N, K..) -> (K.., N)` | a view; of a [`DynRank`] a `Result` |
//! | [`diagonal_above`](Array::diagonal_above), [`diagonal_below`](Array::diagonal_below), [`diagonal_offset`](Array::diagonal_offset), and `_mut` forms | `(N, N, K..) -> (K.., N - K)`; `(M, N, K..) -> (K.., Dyn)` | as `diagonal` |
//! | [`inner_compensated`](Array::inner_compensated) | as `inner` | as `inner` |
//! | [`inner_wide`](Array::inner_wide), [`dot_wide`](Array::dot_wide), [`matmul_wide`](Array::matmul_wide) | as without `_wide` | the same in a wider type |
//! | [`norm`](Array::norm), [`norm_ord`](Array::norm_ord), [`norm_squared`](Array::norm_squared) | `(A..) -> ()` | the scalar |
//! | [`norm_axis`](Array::norm_axis), [`norm_ord_axis`](Array::norm_ord_axis), [`norm_squared_axis`](Array::norm_squared_axis), and `_into` forms | an axis is left out | the value; of a [`DynRank`] a `Result` |
//! | [`normalize`](Array::normalize), [`normalize_axis`](Array::normalize_axis), and `_into` forms | `(A..) -> (A..)` | the value; of an axis of a [`DynRank`] a `Result` |
//! | [`distance`](Array::distance) | `(A..), (A..) -> ()` | the scalar if the shapes are proven equal, else a `Result` |
//! | [`cosine_similarity`](Array::cosine_similarity) | as `inner` | as `inner` |
//! | [`distance_axis`](Array::distance_axis), [`cosine_similarity_axis`](Array::cosine_similarity_axis), and `_into` forms | equal shapes, an axis is left out | as `distance` |
//! | [`cross`](Array::cross), [`cross_into`](Array::cross_into) | `(S.., 3), (T.., 3) -> (bc(S, T).., 3)` | as `matmul` |
//! | [`solve`](Array::solve), [`solve_lower`](Array::solve_lower), [`solve_upper`](Array::solve_upper), and `_into` forms | `(S.., M, M), (M) -> (S.., M)`; `(S.., M, M), (T.., M, K) -> (bc(S, T).., M, K)` | a `Result` with [`Singular`], or with a [`Failure`] if lengths are compared at run time |
//! | [`inv`](Array::inv), [`inv_into`](Array::inv_into) | `(S.., M, M) -> (S.., M, M)` | as `solve` |
//! | [`det`](Array::det), [`det_into`](Array::det_into), [`slogdet`](Array::slogdet) | `(S.., M, M) -> (S..)`; `slogdet` gives two | the value if the matrices are proven square, else a `Result` |
//! | [`adjugate`](Array::adjugate), [`matrix_power`](Array::matrix_power) | `(S.., M, M) -> (S.., M, M)`; of `adjugate` `M` is 2, 3 or 4 | as `det` |
//! | [`lu`](Array::lu) | `(S.., M, M)` | an [`Lu`], as `det` |
//! | [`cholesky`](Array::cholesky) | `(S.., M, M)` | a [`Cholesky`], as `solve`, with [`NotPositiveDefinite`] |
//! | [`ldlt`](Array::ldlt) | `(S.., M, M)` | an [`Ldlt`], as `det` |
//! | [`qr`](Array::qr), [`qr_pivoted`](Array::qr_pivoted) | `(S.., M, N)` | a [`Qr`], a [`PivotedQr`]; of a [`DynRank`] in a `Result` |
//! | [`eigh`](Array::eigh), [`eigvalsh`](Array::eigvalsh), [`eigvalsh_into`](Array::eigvalsh_into) | `(S.., M, M) -> (S.., M), (S.., M, M)` | an [`Eigh`], or the values alone, as `solve`, with [`NoConvergence`] |
//! | [`svd`](Array::svd), [`svd_full`](Array::svd_full), [`svdvals`](Array::svdvals), [`svd_as`](Array::svd_as), [`svdvals_as`](Array::svdvals_as), [`svdvals_into`](Array::svdvals_into) | `(S.., M, N) -> (S.., M, K), (S.., K), (S.., K, N)`, `K` the smaller of `M` and `N` | an [`Svd`], an [`SvdFull`], or the values alone, in a `Result` with [`NoConvergence`]; of a [`DynRank`] with a [`Failure`] |
//! | [`lstsq`](Array::lstsq), [`lstsq_within`](Array::lstsq_within) | `(S.., M, N), (M) -> (S.., N)`; `(S.., M, N), (T.., M, K) -> (bc(S, T).., N, K)` | an [`Lstsq`], as `solve`, with [`NoConvergence`] |
//! | [`pinv`](Array::pinv), [`pinv_within`](Array::pinv_within) | `(S.., M, N) -> (S.., N, M)` | as `svd` |
//! | [`matrix_rank`](Array::matrix_rank), [`matrix_rank_within`](Array::matrix_rank_within), [`cond`](Array::cond), [`matrix_norm`](Array::matrix_norm) | `(S.., M, N) -> (S..)` | as `svd` |
//! | [`cond_ord`](Array::cond_ord) | `(S.., M, M) -> (S..)` | as `eigh` |
//! | [`sum`](Array::sum), [`prod`](Array::prod), [`mean`](Array::mean), [`var`](Array::var), [`std`](Array::std), [`any`](Array::any), [`all`](Array::all), [`count`](Array::count) | `(A..) -> ()` | the scalar |
//! | [`cov`](Array::cov), [`cov_ddof`](Array::cov_ddof), [`corrcoef`](Array::corrcoef), and `_into` forms | `(A.., N) -> (A.., A..)` | the value; of a [`DynRank`] a `Result` |
//! | [`min`](Array::min), [`max`](Array::max), [`argmin`](Array::argmin), [`argmax`](Array::argmax) | `(A..) -> ()` | the scalar, in an `Option` if a length is not in the type; of nothing by its type it does not compile |
//! | [`sum_axis`](Array::sum_axis), [`max_axis`](Array::max_axis) .. | an axis is left out | as above; of a [`DynRank`] a `Result` |
//! | [`sum_axes`](Array::sum_axes), [`mean_axes`](Array::mean_axes), [`max_axes`](Array::max_axes), [`norm_axes`](Array::norm_axes) .., and `_keepdims`, `_into` forms | the axes of a list are left out | as `sum_axis` |
//! | [`sum_keepdims`](Array::sum_keepdims), [`max_keepdims`](Array::max_keepdims), [`norm_keepdims`](Array::norm_keepdims), [`norm_squared_keepdims`](Array::norm_squared_keepdims) .. | an axis becomes a [`Stretch`] | the same |
//! | [`sum_axis_into`](Array::sum_axis_into), [`max_axis_into`](Array::max_axis_into) .. | the same, and `out` without the axis | `()` if all is proven, else a `Result` |
//! | [`softmax_axis`](Array::softmax_axis), [`log_softmax_axis`](Array::log_softmax_axis) | `(A..) -> (A..)` | as `cumsum_axis` |
//! | [`cumsum`](Array::cumsum), [`cumsum_axis`](Array::cumsum_axis), [`cumprod`](Array::cumprod), [`cumprod_axis`](Array::cumprod_axis) | `(N) -> (N)`, `(A..) -> (A..)` | the value; of an axis of a [`DynRank`] a `Result` |
//! | [`sort`](Array::sort), [`argsort`](Array::argsort), [`sort_axis`](Array::sort_axis), [`argsort_axis`](Array::argsort_axis), [`sort_inplace`](Array::sort_inplace) | `(A..) -> (A..)` | as `cumsum` |
//! | [`topk`](Array::topk), [`topk_into`](Array::topk_into) | an axis becomes `Const<K>` | values and positions; a `Result` if the axis is not in the type |
//! | [`median`](Array::median), [`median_axis`](Array::median_axis) .. | as `mean` | as `sum`; makes a copy |
//! | [`percentile`](Array::percentile), [`percentile_axis`](Array::percentile_axis) .. | as `mean`, and a number of 0 to 100 | a `Result` |
//! | [`diff`](Array::diff), [`diff_into`](Array::diff_into) | `(N) -> (N - 1)`, along an axis | the value; of a [`DynRank`] a `Result` |
//! | [`bincount`](Array::bincount), [`histogram`](Array::histogram) | `(A..) -> (N)`; `(A..) -> (N), (N + 1)`; `N` is given as an axis | a `Result` |
//! | [`argwhere`](Array::argwhere), [`unique`](Array::unique) | `(A..) -> (Dyn, N)` of `N` axes; `(A..) -> (Dyn)` | the value |
//! | [`searchsorted`](Array::searchsorted) | `(N), (A..) -> (A..)`, of `usize` | the value |
//! | [`take`](Array::take), [`take_into`](Array::take_into), [`compress`](Array::compress) | `(A.., N, B..), (K) -> (A.., K, B..)`; by a mask `(A.., Dyn, B..)` | a `Result` |
//! | [`slice`](Array::slice), [`slice_mut`](Array::slice_mut) of [`s!`] | ranges and positions of each axis: `s![0..2, .., -1, n.., ..;-1]` | a view; in a `Result` if an item or its axis is known at run time |
//! | [`axis`](Array::axis), [`row`](Array::row), [`column`](Array::column) and `_mut` forms | an axis is left out | a view in an `Option` |
//! | [`window`](Array::window), [`split_at`](Array::split_at) and `_axis`, `_mut` forms | `(N, A..) -> (K, A..)`; `(N, A..) -> (Dyn, A..), (Dyn, A..)` | views in an `Option` |
//! | [`rows`](Array::rows), [`columns`](Array::columns), [`lanes`](Array::lanes), [`outer_iter`](Array::outer_iter), [`axis_iter`](Array::axis_iter) and `_mut` forms | along an axis, or at all positions of one | an iterator over views; of a [`DynRank`] a `Result` |
//! | [`windows`](Array::windows), [`windows_of`](Array::windows_of), [`chunks`](Array::chunks), [`chunks_mut`](Array::chunks_mut) and `_axis` forms | `(N, A..) -> (K, A..)` each | the same; of chunks also what is left after them |
//! | [`sliding_windows`](Array::sliding_windows) | `(N, A..) -> (N - K + 1, A.., K)` | a view; in a `Result` if `N` is known at run time |
//! | [`disjoint_axis_mut`](Array::disjoint_axis_mut), [`disjoint_rows_mut`](Array::disjoint_rows_mut) | several positions of an axis at once | views in an `Option` |
//! | [`swap_rows`](Array::swap_rows), [`swap_columns`](Array::swap_columns) | `(M, N)` | `()` in a `Result` |
//! | [`diagonal_mut`](Array::diagonal_mut), [`diagonal_axes_mut`](Array::diagonal_axes_mut) | as [`diagonal`](Array::diagonal) | a view; of a [`DynRank`] a `Result` |
//! | [`dims`](Array::dims), [`len`](Array::len), [`ndim`](Array::ndim), [`len_of`](Array::len_of), [`nrows`](Array::nrows), [`ncols`](Array::ncols) | | NumPy's `shape`, `size`, `ndim`, `shape[A]` (and `len`), and of matrices |
//! | [`indexed_iter`](Array::indexed_iter), [`indexed_iter_mut`](Array::indexed_iter_mut) | | an iterator over positions and elements |
//! | [`einsum!`] | `("ij,jk->ik", (I, J), (J, K)) -> (I, K)` and every other sum of products by letters | the value if axes of one letter are proven equal, else a `Result` |
//! | [`einsum_into!`] | the same, and `out` with the axes of the output | `()` if all is proven, else a `Result` |
//! | [`einsum`](fn@einsum) | the same, of strings and ranks known only at run time | a `Result` with an [`EinsumError`] |
//! | [`multi_dot`], [`multi_dot_into`] | `(A, B), (B, C), (C, D), .. -> (A, D)` | the value if all neighbours are proven to fit, else a `Result` |
//! | [`push`](Array::push), [`push_row`](Array::push_row) | `(UpTo<N>, A..), (A..)` | one more position, or an error if there are `N` |
//! | [`push_overwrite`](Array::push_overwrite), [`push_row_overwrite`](Array::push_row_overwrite) | `(UpTo<N>, A..), (A..)` | one more position, the first one dropped if there are `N` |
//! | `+ - * / %`, `& \| ^ << >>` | `(A..), (B..) -> bc(A, B)`, a number on either side | the value; a length known only at run time and that does not fit is a panic |
//! | `+=` and so on, [`add_assign`](Array::add_assign) and so on | `(A..), (B..)`: the right side broadcasts to the left one | as above |
//! | `-a`, `!a`, [`map`](Array::map), [`map_inplace`](Array::map_inplace), [`map_into`](Array::map_into) | `(A..) -> (A..)` | the value |
//! | [`zip_map`](Array::zip_map), [`maximum`](Array::maximum), [`minimum`](Array::minimum) | `(A..), (B..) -> bc(A, B)` | the value if the axes are proven to pair, else a `Result` |
//! | [`equal`](Array::equal), [`not_equal`](Array::not_equal), [`less`](Array::less), [`less_equal`](Array::less_equal), [`greater`](Array::greater), [`greater_equal`](Array::greater_equal) | as `zip_map`, of `bool` | as `zip_map` |
//! | [`select`](Array::select) | `(M..), (A..), (B..) -> bc(M, bc(A, B))` | as `zip_map` |
//! | [`zip_map_into`](Array::zip_map_into), [`add_into`](Array::add_into), [`subtract_into`](Array::subtract_into), [`multiply_into`](Array::multiply_into), [`divide_into`](Array::divide_into) | `(A..), (B..)`, and `out bc(A, B)` | `()` if all is proven, else a `Result` |
//! | [`zip_map_inplace`](Array::zip_map_inplace), [`scale_add`](Array::scale_add) | `(A..), (B..)`: the second broadcasts to the first | `()` if that is proven, else a `Result` |
//! | [`assign`](Array::assign), [`fill`](Array::fill) | `(A..), (B..)`: the second broadcasts to the first; `(A..)` and one value | as `zip_map_inplace`; `()` |
//! | [`broadcast_to`](Array::broadcast_to) | `(A..) -> (B..)`, a view | the value if that is proven, else a `Result` |
//! | [`fold`](Array::fold) | `(A..) -> ()` | the value |
//! | [`isclose`](Array::isclose), [`isclose_within`](Array::isclose_within) | `(A..), (B..) -> bc(A, B)`, of `bool` | the value if the axes are proven to pair, else a `Result` |
//! | [`allclose`](Array::allclose), [`allclose_within`](Array::allclose_within) | `(A..), (B..) -> ()` | as `isclose` |
//! | `sqrt`, `exp`, `ln`, `sin`, `tanh`, [`erf`](Array::erf), [`gelu`](Array::gelu), [`sigmoid`](Array::sigmoid) and so on; [`floor`](Array::floor), [`ceil`](Array::ceil), [`trunc`](Array::trunc), [`round`](Array::round); [`powi`](Array::powi), [`powf`](Array::powf); [`abs`](Array::abs), [`sign`](Array::sign), and `_into` forms | `(A..) -> (A..)` | the value |
//! | [`is_nan`](Array::is_nan), [`is_finite`](Array::is_finite), [`is_infinite`](Array::is_infinite) | `(A..) -> (A..)`, of `bool` | the value |
//! | [`clamp`](Array::clamp), [`saturate`](Array::saturate), [`fract`](Array::fract), [`cast`](Array::cast) | `(A..) -> (A..)` | the value |
//! | [`lerp`](Array::lerp), [`lerp_monotonic`](Array::lerp_monotonic), [`midpoint`](Array::midpoint), [`copysign`](Array::copysign), [`rem_euclid`](Array::rem_euclid), [`div_euclid`](Array::div_euclid), [`step`](Array::step), [`smoothstep`](Array::smoothstep) | `(A..), (B..) -> bc(A, B)`; `smoothstep` has a third | as `isclose` |
//! | [`atan2`](Array::atan2), [`hypot`](Array::hypot), [`mul_add`](Array::mul_add) | `(A..), (B..) -> bc(A, B)`; `mul_add` has a third | as `isclose` |
//! | [`reshape`](Array::reshape), [`reshape_to`](Array::reshape_to), [`flatten`](Array::flatten) | `(A..) -> (B..)` of as many elements; one length may be left open | the value if all lengths are known, else a `Result` |
//! | [`reshape_view`](Array::reshape_view) | the same | a view; of a view a `Result` |
//! | [`t`](Array::t), [`swap_axes`](Array::swap_axes), [`permute`](Array::permute), [`move_axis`](Array::move_axis), [`flip`](Array::flip), and `_mut` forms | the axes in another order, or one backwards | a view; of a [`DynRank`] a `Result` |
//! | [`insert_axis`](Array::insert_axis), [`remove_axis`](Array::remove_axis) | `(A.., B..) -> (A.., 1, B..)` and back | a view, in a `Result` if only run time knows the axis |
//! | [`concat`](concat()), [`concat_into`](concat_into()) | `(A.., M, B..), (A.., N, B..) -> (A.., M + N, B..)` | the value if `A..` and `B..` are proven, else a `Result` |
//! | [`stack`](stack()), [`stack_into`](stack_into()) | `N` of `(A.., B..) -> (A.., N, B..)` | the value if all lengths are known, else a `Result` |
//! | [`split`](Array::split), [`split_first_chunk`](Array::split_first_chunk), and `_mut` forms | `(N) -> K` of `(N / K)`, or `(K), (N - K)`, along an axis | views, in a `Result` if `N` is `Dyn` |
//! | [`repeat`](Array::repeat), [`tile`](Array::tile), [`roll`](Array::roll), and `_into` forms | `(N) -> (N * K)`, or `(N)`, along an axis | the value; of a [`DynRank`] a `Result` |
//! | [`pad`](Array::pad) | `(N) -> (B + N + A)`, along an axis | the value; of a [`DynRank`] a `Result` |
//! | [`triu`](Array::triu), [`tril`](Array::tril) | `(S.., M, N) -> (S.., M, N)` | the value |
//! | [`diag`](Array::diag), [`diag_above`](Array::diag_above), [`diag_below`](Array::diag_below) | `(N) -> (N + K, N + K)` | the value |
//! | [`meshgrid`], [`meshgrid_ij`] | `(M), (N) -> (N, M), (N, M)`, or both `(M, N)` | two views |
//! | [`Vector::arange`](Array::arange), [`Vector::linspace`](Array::linspace) | `() -> (N)` | the value |
//! | [`arange`](arange()), [`linspace`](linspace()) | `() -> (Dyn)` | a `Result` |
//! | [`zeros`](zeros()), [`ones`](ones()), [`full`](full()), [`eye`](eye()) | `() -> (A..)`, a shape that is given as a value | a `Result` |
//! | [`Array::zeros`], [`Array::ones`], [`Array::full`], [`Array::eye`] | `() -> (A..)`, all lengths in the type | the value, also in a `const` |
//! | [`from_rows`](Array::from_rows), [`from_columns`](Array::from_columns) | `R` of `(C) -> (R, C)`, `C` of `(R) -> (R, C)` | as [`stack`](stack()) |
//! | `inner_const`, `matmul_const`, [`t_const`](Matrix::t_const) | of static vectors and matrices of primitive types | the value, also in a `const` |
//!
//! Results have at most 6 axes, or 8 if a [`DynRank`] takes part; one more does not compile, or is an error.
//!
//! # Lengths that are computed
//!
//! Where the length of a result is a sum, a difference, a product or a quotient of lengths in the types, the compiler
//! computes it, and it is a plain `Const` again. It knows the numbers up to 1024, and the powers of two up to 2^24 and of
//! ten up to 10^7. For other lengths, and for those that are parameters of generic code, each such operation has a second
//! form whose name ends in `_as`, in which the caller names the result; [`shape`](mod@shape) lists them.
//!
//! # The order of summation
//!
//! The bits of a result depend on the lengths of its operands, and on nothing else: not on the kind of array, on
//! strides, on threads, on build flags, or on the processor. With one exception: **a product of matrices of `f32` or
//! `f64` with more than one row, more than one column, and more than 8 terms** has one of two values. Each of its
//! multiplications is rounded together with the addition that follows where the instruction set fuses them (`avx2`,
//! `avx512`, `neon`), and by itself where it does not (`scalar`, `sse2`, `simd128`, so every processor without vectors,
//! too); with the feature `deterministic` by itself everywhere. The operations that make such products are `inner`,
//! `dot`, `matmul`, `tensordot`, `einsum`, `multi_dot`, `matrix_power` and, between matrices, `cosine_similarity`; rows,
//! columns and terms are the axes of one operand, of the other, and of both, joined.
//!
//! So the same everywhere are dot products, matrix times vector, matrix products of up to 8 terms, everything of
//! integers, the `_wide` and `_compensated` products, sums, means, variances, norms, distances, extremes, running sums,
//! linear algebra ([`docs::linear_algebra`]) and elementary functions like the exponential ([`docs::numpy`]). Not promised
//! are the payload of a NaN, and the last bits of absolute values of complex numbers, which a mathematics library computes.
//! The digests of `golden/` hold results to this: on x86-64 with each of its instruction sets, 32-bit x86, ARM of 32 and
//! 64 bits, RISC-V, s390x (big-endian), WebAssembly with and without vectors, and microcontrollers. One target has other
//! bits: `i586`, 32-bit x86 without SSE2, whose x87 unit computes with more digits than the types have and rounds a
//! second time when it writes to memory.
//!
//! Sums, products, means and variances of whole arrays, and over their last axis, are summed as a dot product is; over another axis
//! each is a chain that starts anew after every 64 terms, and the chains are added pairwise.
//!
//! # Features
//!
//! | feature | | |
//! |---|---|---|
//! | `std` | default | finds the instruction set of the CPU at run time; implies `alloc` |
//! | `alloc` | by `std` | owned arrays with a `Dyn` axis, and `boxed_*` constructors |
//! | `macros` | default | [`einsum!`], [`einsum_into!`], [`einsum_path!`] and [`s!`] |
//! | `deterministic` | | the same bits on CPUs with and without fused multiplication, for all sizes |
//! | `libm` | | norms, roots, exponentials, logarithms, angles and linear algebra, without `std` |
//! | `num-complex-04` | | elements [`Complex<f32>` and `Complex<f64>`](https://docs.rs/num-complex/0.4) |
//! | `half-2` | | elements [`f16` and `bf16`](https://docs.rs/half/2), whose sums are made in `f32` and rounded once |
//! | `rayon` | | large products on all threads of rayon's pool, with the same bits |
//! | `defmt` | | `Format` of [defmt](https://docs.rs/defmt/1) for arrays, views and errors |
//! | `approx-05` | | `AbsDiffEq`, `RelativeEq` and `UlpsEq` of [approx](https://docs.rs/approx/0.5) for arrays of one shape type, whoever holds them, and for rotations and transforms |
//! | `serde` | | static shapes as nested tuples without a length, others as `{shape, data}`, checked before anything is allocated; rotations, whose length is checked, and transforms |
//! | `bytemuck` | | `Pod` and `Zeroable` of [bytemuck](https://docs.rs/bytemuck/1) for owned arrays of `Const` and `Stretch` axes, and for affine transforms; `NoUninit` for rotations |
//! | `npy` | | `load_npy`, `save_npy`, `read_npy`, `write_npy`: NumPy's files, by [npyz](https://docs.rs/npyz/0.9); needs `std` |
//! | `rand-010` | | `Array::random`, `fill_random`, and random rotations and points, by [rand](https://docs.rs/rand/0.10) |
//! | `mint-05` | | vectors, points, matrices and rotations of [mint](https://docs.rs/mint/0.5), by value and, row by row, by reference |
//! | `glam-034` | | all vectors, matrices and transforms of [glam](https://docs.rs/glam/0.34), by value |
//! | `nalgebra-035` | | matrices and transforms of [nalgebra](https://docs.rs/nalgebra/0.35) by value, views in both directions without a copy; with `nalgebra-035-alloc` those on the heap, too |
//! | `ndarray-017` | | views of [ndarray](https://docs.rs/ndarray/0.17) in both directions, mutable ones, too, and owned arrays by their `Vec`; needs an allocator |
//! | `arbitrary-1`, `proptest-1` | | arrays of any shape for fuzzers and property tests, by [arbitrary](https://docs.rs/arbitrary/1) and [proptest](https://docs.rs/proptest/1) |
//! | `safetensors-08` | | files of tensors, read without a copy where they are aligned, by [safetensors](https://docs.rs/safetensors/0.8) |
//! | `encase-013` | | vectors, matrices and transforms in buffers of GPUs as WGSL lays them out, by [encase](https://docs.rs/encase/0.13); needs an allocator |
//!
//! [`docs::borders`] has the line for each other crate that needs no feature.
//!
//! With `std` the environment variable `CONFORMABLE_ISA` (`scalar`, `sse2`, `avx2`, `avx512`, `neon`, `simd128`)
//! forces an instruction set, to test or to compare; one that the CPU lacks is a panic at the first product.
//!
//! Without `std` and `alloc` ([`docs::embedded`]) every static shape and every view works, and no operation allocates.
//!
//! # The house
//!
//! Each floor uses only lower ones and itself.
//!
//! | floor | | |
//! |---|---|---|
//! | 0 | [`scalar`](mod@scalar), `axes`, `sealed`, `written` | what an element can do; axes of strided memory, merged and walked; what seals a rule; what proves that a result is whole |
//! | 1 | [`shape`](mod@shape) | axes, shapes, one file for each shape rule; [`ShapeError`] |
//! | 1 | [`array`](mod@array) | the one array type: ownership, storage, views, construction, access |
//! | 1 | `simd` | a vector type for each instruction set, detection and dispatch |
//! | 2 | `kernel` | over pointers, lengths and strides, in the stated order: `product`, `contract`, `reduce`, `elementwise`, `elementary`, `affine`, `factor`; knows no shapes |
//! | 3 | `ops` | the operations, one file of its NumPy name each |
//! | 4 | `linalg` | systems of equations and factorisations, one file of its NumPy name each |
//! | 4 | [`geometry`](mod@geometry) | rotations, transforms and cameras for game maths, one file for each noun ([`docs::geometry`]) |
//! | 5 | `interop` | other crates' traits and file formats, one file and one feature each |
//!
//! Beside the floors stand [`docs`](mod@docs), pages without code, [`outcome`], aliases for what operations return, and two
//! crates: `macros/`, which expands `einsum!` and `s!`, and `macros/einsum/`, which reads its subscripts and plans the order of contraction, for the macro and for `ops`.
//!
//! Unsafe code has homes, too; each block has a comment that proves it sound:
//!
//! | folder of `src/` | unsafe blocks | files with some |
//! |---|---|---|
//! | `array` | 187 | 33 |
//! | `interop` | 20 | 5 |
//! | `kernel` | 505 | 53 |
//! | `ops` | 60 | 17 |
//! | `simd` | 168 | 17 |

#![cfg_attr(not(feature = "std"), no_std)]
// The library only: tests and examples are programs with `std`.
#![warn(clippy::std_instead_of_core, clippy::std_instead_of_alloc, clippy::alloc_instead_of_core)]

#[cfg(feature = "alloc")]
extern crate alloc;

pub mod array;
mod axes;
#[cfg(doc)]
pub mod docs;
mod error;
pub mod geometry;
mod interop;
#[doc(hidden)]
pub mod kernel;
mod linalg;
mod ops;
pub mod outcome;
pub mod prelude;
pub mod scalar;
mod sealed;
pub mod shape;
#[doc(hidden)]
pub mod simd;
mod written;

#[cfg(feature = "macros")]
#[doc(hidden)]
pub use conformable_macros::{
    einsum as __einsum_expand, einsum_into as __einsum_into_expand, einsum_path as __einsum_path_expand,
    slice as __slice_expand,
};

#[cfg(feature = "alloc")]
#[doc(inline)]
pub use array::arange;
#[doc(hidden)]
pub use array::{
    AnyArray, ArrayList, ChunksCheck, ConcatAsCheck, ConcatIntoOutcome, ConcatList, Meshgrid, MeshgridIj,
    PartsCheck, RemoveAxisCheck, RepeatAsCheck, ReshapeViewCheck, SliceMutOutcome, SliceOutcome,
    SlidingAsCheck, StackIntoOutcome, StackList, Steps,
};
#[doc(inline)]
pub use array::{
    Array, Array3, Array4, Array5, Array6, ArrayD, ArrayView, ArrayViewMut, CapacityError, IntoArray, Matrix,
    Outcome, Owned, Ownership, OwnershipMut, Vector, View, ViewMut, concat, concat_as, concat_into, eye,
    full, meshgrid, meshgrid_ij, ones, stack, stack_into, zeros,
};
#[cfg(all(feature = "alloc", any(feature = "std", feature = "libm")))]
#[doc(inline)]
pub use array::{linspace, linspace_open};
pub use conformable_einsum::{SyntaxError, SyntaxErrorKind};
pub use error::linalg::{Failure, LinalgError, NoConvergence, NotPositiveDefinite, Singular};
pub use error::{ShapeError, ShapeErrorKind};
#[cfg(feature = "npy")]
pub use interop::NpyError;
#[cfg(feature = "proptest-1")]
pub use interop::proptest;
#[cfg(feature = "safetensors-08")]
pub use interop::safetensors;
#[cfg(feature = "nalgebra-035")]
pub use interop::{NalgebraAxis, NalgebraShape};
#[cfg(any(feature = "std", feature = "libm"))]
pub use linalg::{Cholesky, Eigh, Inertia, Ldlt, Lstsq, Lu, MatrixNorm, PivotedQr, Qr, Svd, SvdAs, SvdFull};
#[cfg(any(feature = "std", feature = "libm"))]
#[doc(hidden)]
pub use linalg::{
    EighIntoOutcome, FromSingularValues, LstsqIntoOutcome, LstsqOutcome, QAs, QrLstsqOutcome, RAs, Slogdet,
    SlogdetIntoOutcome, SolveIntoOutcome, SolveOutcome, Solved, SvdAsOutcome, SvdIntoOutcome,
    SvdLstsqOutcome, SvdvalsAsOutcome, TryEach, TryIntoOutcome, TrySolved, TurnedOutcome,
};
#[doc(hidden)]
pub use ops::einsum::expansion as __einsum;
#[cfg(feature = "alloc")]
pub use ops::einsum::{EinsumError, EinsumPath, einsum, einsum_path};
#[cfg(any(feature = "std", feature = "libm"))]
#[doc(hidden)]
pub use ops::{AlongOutcome, MulAddOutcome, NormalizeIntoOutcome, PairIntoOutcome, SmoothstepOutcome};
#[doc(hidden)]
pub use ops::{
    AssignOutcome, BinNumber, CovIntoOutcome, ElementOp, ElementwiseIntoOutcome, Factor, Histogram,
    IntoOutcome, KronAsCheck, LeftSide, MapIntoOutcome, RowsIntoOutcome, SameElement, SelectOutcome, TopK,
    TopKIntoOutcome,
};
#[cfg(feature = "alloc")]
#[doc(hidden)]
pub use ops::{Chain, ChainOperand};
#[cfg(feature = "alloc")]
pub use ops::{MultiDot, MultiDotInto, multi_dot, multi_dot_into};
pub use ops::{Operand, RightInto, RightSide, Side, TrueOrFalse};
#[doc(inline)]
pub use scalar::Scalar;
#[doc(no_inline)]
pub use scalar::{
    Arithmetic, Average, Averaged, Cast, Close, Compensated, Inexact, Magnitude, Ordered, Signed, Tolerance,
    Widening,
};
#[cfg(any(feature = "std", feature = "libm"))]
#[doc(no_inline)]
pub use scalar::{Field, NormOrd, Normed, Real};
#[doc(no_inline)]
pub use shape::slice;
#[doc(hidden)]
pub use shape::slice as __slice;
#[doc(hidden)]
pub use shape::{AtRunTime, Proven, RowShape, SplitLast};
#[doc(inline)]
pub use shape::{
    Check, Const, Dim, DimsD, Dyn, DynRank, IntoOption, IntoResult, LAST, OrFailure, Shape, StaticDim,
    StaticShape, Stretch, UpTo,
};

/// The README, whose code is tested with that of the docs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
