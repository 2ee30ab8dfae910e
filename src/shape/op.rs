//! Operations as types: their names stand in messages of the compiler and of [`ShapeError`](crate::ShapeError).

#![allow(non_camel_case_types, reason = "the names are those of the operations, and users read them")]

use crate::sealed::Seal;

/// An operation that has a shape rule.
pub trait Operation {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Its name.
    const NAME: &'static str;
}

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub enum $name {}
        impl Operation for $name {
            const SEALED: Seal = Seal;
            const NAME: &'static str = stringify!($name);
        }
    )+};
}

operations! {
    /// [`Array::with_axes`](crate::Array::with_axes).
    with_axes
    /// [`Array::named`](crate::Array::named).
    named
    /// [`Array::inner`](crate::Array::inner).
    inner
    /// [`Array::eye`](crate::Array::eye).
    eye
    /// The result of [`Array::inner_into`](crate::Array::inner_into).
    inner_into
    /// `dot`.
    dot
    /// The result of `dot_into`.
    dot_into
    /// `matmul`.
    matmul
    /// The result of `matmul_into`.
    matmul_into
    /// `matvec`.
    matvec
    /// The result of `matvec_into`.
    matvec_into
    /// `vecmat`.
    vecmat
    /// The result of `vecmat_into`.
    vecmat_into
    /// `vecdot`.
    vecdot
    /// The result of `vecdot_into`.
    vecdot_into
    /// `vdot`.
    vdot
    /// `outer`.
    outer
    /// The result of `outer_into`.
    outer_into
    /// `kron`.
    kron
    /// The result of `kron_into`.
    kron_into
    /// `tensordot`.
    tensordot
    /// The result of `tensordot_into`.
    tensordot_into
    /// `trace`.
    trace
    /// `diagonal`.
    diagonal
    /// [`Array::diagonal_above`](crate::Array::diagonal_above).
    diagonal_above
    /// [`Array::diagonal_below`](crate::Array::diagonal_below).
    diagonal_below
    /// The result of `trace_into`.
    trace_into
    /// `insert_axis`.
    insert_axis
    /// Rows and columns of a square matrix.
    square
    /// `solve`.
    solve
    /// The result of `solve_into`.
    solve_into
    /// The right sides of `solve_inplace`.
    solve_inplace
    /// `solve_lower`.
    solve_lower
    /// The result of `solve_lower_into`.
    solve_lower_into
    /// `solve_upper`.
    solve_upper
    /// The result of `solve_upper_into`.
    solve_upper_into
    /// `inv`.
    inv
    /// The result of `inv_into`.
    inv_into
    /// `det`.
    det
    /// The result of `det_into`.
    det_into
    /// `det_inplace`.
    det_inplace
    /// `slogdet`.
    slogdet
    /// The results of `slogdet_into`.
    slogdet_into
    /// `lu`.
    lu
    /// The exchanges of `lu_inplace`.
    lu_inplace
    /// `cholesky`.
    cholesky
    /// The result of `cholesky_into`.
    cholesky_into
    /// `cholesky_inplace`.
    cholesky_inplace
    /// `ldlt`.
    ldlt
    /// The exchanges of `ldlt_inplace`.
    ldlt_inplace
    /// `Cholesky::update`.
    update
    /// `Cholesky::downdate`.
    downdate
    /// `qr`.
    qr
    /// The factors of `qr_inplace`.
    qr_inplace
    /// `qr_pivoted`.
    qr_pivoted
    /// `eigh`.
    eigh
    /// The result of `eigh_into`.
    eigh_into
    /// The results of `eigh_inplace`.
    eigh_inplace
    /// `eigvalsh`.
    eigvalsh
    /// The result of `eigvalsh_into`.
    eigvalsh_into
    /// `svd`.
    svd
    /// The result of `svd_into`.
    svd_into
    /// `svdvals`.
    svdvals
    /// The result of `svdvals_into`.
    svdvals_into
    /// `svd_full`.
    svd_full
    /// `pinv`.
    pinv
    /// The result of `pinv_into`.
    pinv_into
    /// `lstsq`.
    lstsq
    /// The result of `lstsq_into`.
    lstsq_into
    /// `matrix_rank`.
    matrix_rank
    /// The result of `matrix_rank_into`.
    matrix_rank_into
    /// `cond`.
    cond
    /// The result of `cond_into`.
    cond_into
    /// `cond_ord`.
    cond_ord
    /// `matrix_norm`.
    matrix_norm
    /// The result of `matrix_norm_into`.
    matrix_norm_into
    /// `Lu::rcond`.
    rcond
    /// `cross`.
    cross
    /// The result of `cross_into`.
    cross_into
    /// `matrix_power`.
    matrix_power
    /// The result of `matrix_power_into`.
    matrix_power_into
    /// `adjugate`.
    adjugate
    /// The result of `adjugate_into`.
    adjugate_into
    /// [`Array::norm_axis`](crate::Array::norm_axis) and its kin.
    norm_axis
    /// [`Array::norm_keepdims`](crate::Array::norm_keepdims) and its kin.
    norm_keepdims
    /// The result of [`Array::norm_axis_into`](crate::Array::norm_axis_into).
    norm_axis_into
    /// [`Array::norm_squared_axis`](crate::Array::norm_squared_axis).
    norm_squared_axis
    /// [`Array::norm_squared_keepdims`](crate::Array::norm_squared_keepdims).
    norm_squared_keepdims
    /// The result of [`Array::norm_squared_axis_into`](crate::Array::norm_squared_axis_into).
    norm_squared_axis_into
    /// The result of [`Array::normalize_into`](crate::Array::normalize_into).
    normalize_into
    /// [`Array::normalize_axis`](crate::Array::normalize_axis).
    normalize_axis
    /// The result of [`Array::normalize_axis_into`](crate::Array::normalize_axis_into).
    normalize_axis_into
    /// The result of [`Array::distance_axis_into`](crate::Array::distance_axis_into).
    distance_axis_into
    /// The result of [`Array::cosine_similarity_axis_into`](crate::Array::cosine_similarity_axis_into).
    cosine_similarity_axis_into
    /// [`Array::distance`](crate::Array::distance).
    distance
    /// [`Array::cosine_similarity`](crate::Array::cosine_similarity).
    cosine_similarity
    /// The result of [`Array::cosine_similarity_into`](crate::Array::cosine_similarity_into).
    cosine_similarity_into
    /// [`Array::inner_wide`](crate::Array::inner_wide).
    inner_wide
    /// The result of [`Array::inner_wide_into`](crate::Array::inner_wide_into).
    inner_wide_into
    /// [`Array::matmul_wide`](crate::Array::matmul_wide).
    matmul_wide
    /// The result of [`Array::matmul_wide_into`](crate::Array::matmul_wide_into).
    matmul_wide_into
    /// [`Array::dot_wide`](crate::Array::dot_wide).
    dot_wide
    /// The result of [`Array::dot_wide_into`](crate::Array::dot_wide_into).
    dot_wide_into
    /// [`Array::inner_compensated`](crate::Array::inner_compensated).
    inner_compensated
    /// The result of [`Array::inner_compensated_into`](crate::Array::inner_compensated_into).
    inner_compensated_into
    /// [`Array::axis`](crate::Array::axis).
    axis
    /// [`Array::axis_iter`](crate::Array::axis_iter).
    axis_iter
    /// [`Array::outer_iter`](crate::Array::outer_iter).
    outer_iter
    /// [`Array::lanes`](crate::Array::lanes).
    lanes
    /// [`Array::len_of`](crate::Array::len_of).
    len_of
    /// [`Array::sliding_windows`](crate::Array::sliding_windows).
    sliding_windows
    /// [`Array::windows`](crate::Array::windows).
    windows
    /// [`Array::window`](crate::Array::window).
    window
    /// [`Array::chunks`](crate::Array::chunks).
    chunks
    /// [`Array::split_at`](crate::Array::split_at).
    split_at
    /// [`Array::slice`](crate::Array::slice). (A type `slice` would be printed with its path.)
    slicing
    /// `multi_dot`.
    multi_dot
    /// The result of [`multi_dot_into`](crate::multi_dot_into()).
    multi_dot_into
    /// [`Array::push_row`](crate::Array::push_row).
    push_row
    /// The result of [`einsum_into!`](crate::einsum_into!).
    einsum_into
    /// [`Array::sum_axis`](crate::Array::sum_axis).
    sum_axis
    /// [`Array::sum_keepdims`](crate::Array::sum_keepdims).
    sum_keepdims
    /// [`Array::prod_axis`](crate::Array::prod_axis).
    prod_axis
    /// [`Array::prod_keepdims`](crate::Array::prod_keepdims).
    prod_keepdims
    /// [`Array::mean_axis`](crate::Array::mean_axis).
    mean_axis
    /// [`Array::mean_keepdims`](crate::Array::mean_keepdims).
    mean_keepdims
    /// [`Array::var_axis`](crate::Array::var_axis).
    var_axis
    /// [`Array::var_keepdims`](crate::Array::var_keepdims).
    var_keepdims
    /// [`Array::var_ddof_axis`](crate::Array::var_ddof_axis).
    var_ddof_axis
    /// [`Array::var_ddof_keepdims`](crate::Array::var_ddof_keepdims).
    var_ddof_keepdims
    /// [`Array::std_axis`](crate::Array::std_axis).
    std_axis
    /// [`Array::std_keepdims`](crate::Array::std_keepdims).
    std_keepdims
    /// [`Array::std_ddof_axis`](crate::Array::std_ddof_axis).
    std_ddof_axis
    /// [`Array::std_ddof_keepdims`](crate::Array::std_ddof_keepdims).
    std_ddof_keepdims
    /// [`Array::cov`](crate::Array::cov).
    cov
    /// The result of [`Array::cov_into`](crate::Array::cov_into) and its kin.
    cov_into
    /// [`Array::corrcoef`](crate::Array::corrcoef).
    corrcoef
    /// The result of [`Array::corrcoef_into`](crate::Array::corrcoef_into).
    corrcoef_into
    /// [`Array::min`](crate::Array::min).
    min
    /// [`Array::max`](crate::Array::max).
    max
    /// [`Array::argmin`](crate::Array::argmin).
    argmin
    /// [`Array::argmax`](crate::Array::argmax).
    argmax
    /// [`Array::min_axis`](crate::Array::min_axis).
    min_axis
    /// [`Array::min_keepdims`](crate::Array::min_keepdims).
    min_keepdims
    /// [`Array::max_axis`](crate::Array::max_axis).
    max_axis
    /// [`Array::max_keepdims`](crate::Array::max_keepdims).
    max_keepdims
    /// [`Array::argmin_axis`](crate::Array::argmin_axis).
    argmin_axis
    /// [`Array::argmin_keepdims`](crate::Array::argmin_keepdims).
    argmin_keepdims
    /// [`Array::argmax_axis`](crate::Array::argmax_axis).
    argmax_axis
    /// [`Array::argmax_keepdims`](crate::Array::argmax_keepdims).
    argmax_keepdims
    /// [`Array::any_axis`](crate::Array::any_axis).
    any_axis
    /// [`Array::any_keepdims`](crate::Array::any_keepdims).
    any_keepdims
    /// [`Array::all_axis`](crate::Array::all_axis).
    all_axis
    /// [`Array::all_keepdims`](crate::Array::all_keepdims).
    all_keepdims
    /// [`Array::count_axis`](crate::Array::count_axis).
    count_axis
    /// [`Array::count_keepdims`](crate::Array::count_keepdims).
    count_keepdims
    /// [`Array::count_nonzero_axis`](crate::Array::count_nonzero_axis).
    count_nonzero_axis
    /// [`Array::count_nonzero_keepdims`](crate::Array::count_nonzero_keepdims).
    count_nonzero_keepdims
    /// [`Array::sum_axes`](crate::Array::sum_axes) and its kin.
    sum_axes
    /// [`Array::prod_axes`](crate::Array::prod_axes) and its kin.
    prod_axes
    /// [`Array::mean_axes`](crate::Array::mean_axes) and its kin.
    mean_axes
    /// [`Array::var_axes`](crate::Array::var_axes) and its kin.
    var_axes
    /// [`Array::var_ddof_axes`](crate::Array::var_ddof_axes) and its kin.
    var_ddof_axes
    /// [`Array::std_axes`](crate::Array::std_axes) and its kin.
    std_axes
    /// [`Array::std_ddof_axes`](crate::Array::std_ddof_axes) and its kin.
    std_ddof_axes
    /// [`Array::norm_axes`](crate::Array::norm_axes) and its kin.
    norm_axes
    /// [`Array::norm_ord_axes`](crate::Array::norm_ord_axes) and its kin.
    norm_ord_axes
    /// [`Array::norm_squared_axes`](crate::Array::norm_squared_axes) and its kin.
    norm_squared_axes
    /// [`Array::min_axes`](crate::Array::min_axes) and its kin.
    min_axes
    /// [`Array::max_axes`](crate::Array::max_axes) and its kin.
    max_axes
    /// [`Array::any_axes`](crate::Array::any_axes) and its kin.
    any_axes
    /// [`Array::all_axes`](crate::Array::all_axes) and its kin.
    all_axes
    /// [`Array::cumsum_axis`](crate::Array::cumsum_axis).
    cumsum_axis
    /// [`Array::cumprod_axis`](crate::Array::cumprod_axis).
    cumprod_axis
    /// [`Array::softmax_axis`](crate::Array::softmax_axis).
    softmax_axis
    /// [`Array::log_softmax_axis`](crate::Array::log_softmax_axis).
    log_softmax_axis
    /// [`Array::sort_axis`](crate::Array::sort_axis).
    sort_axis
    /// [`Array::sort_axis_inplace`](crate::Array::sort_axis_inplace).
    sort_axis_inplace
    /// [`Array::argsort_axis`](crate::Array::argsort_axis).
    argsort_axis
    /// [`Array::topk`](crate::Array::topk).
    topk
    /// The results of [`Array::topk_into`](crate::Array::topk_into).
    topk_into
    /// [`Array::median_axis`](crate::Array::median_axis).
    median_axis
    /// [`Array::median_keepdims`](crate::Array::median_keepdims).
    median_keepdims
    /// [`Array::percentile`](crate::Array::percentile).
    percentile
    /// [`Array::percentile_axis`](crate::Array::percentile_axis).
    percentile_axis
    /// [`Array::percentile_keepdims`](crate::Array::percentile_keepdims).
    percentile_keepdims
    /// [`Array::diff`](crate::Array::diff).
    diff
    /// The result of [`Array::diff_into`](crate::Array::diff_into).
    diff_into
    /// [`Array::bincount`](crate::Array::bincount).
    bincount
    /// [`Array::histogram`](crate::Array::histogram).
    histogram
    /// `cumsum`.
    cumsum
    /// `cumprod`.
    cumprod
    /// The result of a reduction that is written into an existing array: `sum_axis_into` and its kin.
    out
    /// What meets element by element, in code that names no operation.
    broadcast
    /// [`Array::assign`](crate::Array::assign).
    assign
    /// [`Array::zip_map`](crate::Array::zip_map).
    zip_map
    /// [`Array::zip_map_inplace`](crate::Array::zip_map_inplace).
    zip_map_inplace
    /// [`Array::select`](crate::Array::select).
    select
    /// [`Array::mul_add`](crate::Array::mul_add).
    mul_add
    /// [`Array::isclose`](crate::Array::isclose).
    isclose
    /// [`Array::allclose`](crate::Array::allclose).
    allclose
    /// [`Array::maximum`](crate::Array::maximum).
    maximum
    /// [`Array::minimum`](crate::Array::minimum).
    minimum
    /// [`Array::atan2`](crate::Array::atan2).
    atan2
    /// The result of [`Array::atan2_into`](crate::Array::atan2_into).
    atan2_into
    /// [`Array::hypot`](crate::Array::hypot).
    hypot
    /// The result of [`Array::hypot_into`](crate::Array::hypot_into).
    hypot_into
    /// [`Array::lerp`](crate::Array::lerp).
    lerp
    /// [`Array::lerp_monotonic`](crate::Array::lerp_monotonic).
    lerp_monotonic
    /// [`Array::midpoint`](crate::Array::midpoint).
    midpoint
    /// [`Array::copysign`](crate::Array::copysign).
    copysign
    /// [`Array::rem_euclid`](crate::Array::rem_euclid).
    rem_euclid
    /// [`Array::div_euclid`](crate::Array::div_euclid).
    div_euclid
    /// [`Array::step`](crate::Array::step).
    step
    /// [`Array::smoothstep`](crate::Array::smoothstep).
    smoothstep
    /// [`Array::equal`](crate::Array::equal).
    equal
    /// [`Array::not_equal`](crate::Array::not_equal).
    not_equal
    /// [`Array::less`](crate::Array::less).
    less
    /// [`Array::less_equal`](crate::Array::less_equal).
    less_equal
    /// [`Array::greater`](crate::Array::greater).
    greater
    /// [`Array::greater_equal`](crate::Array::greater_equal).
    greater_equal
    /// The result of [`Array::map_into`](crate::Array::map_into).
    map_into
    /// The result of [`Array::zip_map_into`](crate::Array::zip_map_into).
    zip_map_into
    /// The result of [`Array::add_into`](crate::Array::add_into).
    add_into
    /// The result of [`Array::subtract_into`](crate::Array::subtract_into).
    subtract_into
    /// The result of [`Array::multiply_into`](crate::Array::multiply_into).
    multiply_into
    /// The result of [`Array::divide_into`](crate::Array::divide_into).
    divide_into
    /// [`Array::broadcast_to`](crate::Array::broadcast_to).
    broadcast_to
    /// [`Array::scale_add`](crate::Array::scale_add).
    scale_add
    /// The operator `+`.
    add
    /// The operator `-`.
    subtract
    /// The operator `*`.
    multiply
    /// The operator `/`.
    divide
    /// The operator `%`.
    remainder
    /// The operator `&`.
    bitwise_and
    /// The operator `|`.
    bitwise_or
    /// The operator `^`.
    bitwise_xor
    /// The operator `<<`.
    left_shift
    /// The operator `>>`.
    right_shift
    /// [`Array::reshape`](crate::Array::reshape).
    reshape
    /// [`Array::flatten`](crate::Array::flatten).
    flatten
    /// [`Array::swap_axes`](crate::Array::swap_axes).
    swap_axes
    /// [`Array::permute`](crate::Array::permute).
    permute
    /// [`Array::move_axis`](crate::Array::move_axis).
    move_axis
    /// [`Array::remove_axis`](crate::Array::remove_axis).
    remove_axis
    /// [`concat`](crate::concat()).
    concat
    /// The result of [`concat_into`](crate::concat_into()).
    concat_into
    /// [`stack`](crate::stack()).
    stack
    /// The result of [`stack_into`](crate::stack_into()).
    stack_into
    /// [`Array::split`](crate::Array::split).
    split
    /// [`Array::split_first_chunk`](crate::Array::split_first_chunk).
    split_first_chunk
    /// [`Array::repeat`](crate::Array::repeat).
    repeat
    /// The result of [`Array::repeat_into`](crate::Array::repeat_into).
    repeat_into
    /// The result of [`Array::repeat_by_into`](crate::Array::repeat_by_into).
    repeat_by_into
    /// [`Array::tile`](crate::Array::tile).
    tile
    /// The result of [`Array::tile_into`](crate::Array::tile_into).
    tile_into
    /// [`Array::flip`](crate::Array::flip).
    flip
    /// [`Array::roll`](crate::Array::roll).
    roll
    /// The result of [`Array::roll_into`](crate::Array::roll_into).
    roll_into
    /// [`Array::pad`](crate::Array::pad).
    pad
    /// [`Array::take`](crate::Array::take).
    take
    /// The result of [`Array::take_into`](crate::Array::take_into).
    take_into
    /// [`Array::compress`](crate::Array::compress).
    compress
    /// [`Array::triu`](crate::Array::triu).
    triu
    /// [`Array::tril`](crate::Array::tril).
    tril
    /// [`Array::diag`](crate::Array::diag).
    diag
    /// [`Array::diag_above`](crate::Array::diag_above).
    diag_above
    /// [`Array::diag_below`](crate::Array::diag_below).
    diag_below
}

/// `einsum`, at the axes of one label.
#[derive(Clone, Copy, Debug)]
pub enum einsum<const LABEL: char> {}
impl<const LABEL: char> Operation for einsum<LABEL> {
    const SEALED: Seal = Seal;
    const NAME: &'static str = "einsum";
}
