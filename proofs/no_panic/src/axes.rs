//! What goes along axes, cuts, joins and orders, of shapes that the types know.

use crate::fixed::A;
use crate::{any, cases};
use conformable::{
    Array, Array3, Const, Matrix, NormOrd, Side, Tolerance, Vector, array, axes, concat, concat_as,
    concat_into, meshgrid, meshgrid_ij, s, shape, stack_into,
};

static S: Matrix<f32, 4, 4> =
    Matrix::new([[1., 2., 3., 4.], [5., 6., 7., 8.], [9., 8., 7., 6.], [5., 4., 3., 2.]]);
static X: Vector<f32, 4> = Vector::new([1., 2., 3., 4.]);
static STACK: Array3<f32, 2, 3, 4> = Array3::new([[[1.; 4]; 3], [[2.; 4]; 3]]);
static Q: Matrix<i8, 3, 4> = Matrix::new([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]);
static M: Matrix<bool, 3, 4> = Matrix::new([[true, false, true, false]; 3]);

const CLOSE: Tolerance<f32> = Tolerance { rtol: 1e-3, atol: 0., equal_nan: true };

/// The results of one element for each vector along an axis, in memory that is there.
macro_rules! along_into {
    ($($name:ident: $x:ident.$form:ident($($arg:expr),*);)+) => {
        cases! { $($name {
            let mut out = Vector::zeros();
            any!(&$x).$form::<1, _, _>($($arg,)* &mut out);
            out
        })+ }
    };
}
mod into {
    use super::*;
    along_into! {
        prod: A.prod_axis_into();
        mean: A.mean_axis_into();
        var: A.var_axis_into();
        var_ddof: A.var_ddof_axis_into(any!(1));
        std: A.std_axis_into();
        std_ddof: A.std_ddof_axis_into(any!(1));
        min: A.min_axis_into();
        max: A.max_axis_into();
        argmin: A.argmin_axis_into();
        argmax: A.argmax_axis_into();
        norm_squared: A.norm_squared_axis_into();
        count_nonzero: A.count_nonzero_axis_into();
        count: M.count_axis_into();
    }
}

cases! {
    into_all { into::all() }
    any_all_into { let mut out = Vector::full(false); any!(&M).any_axis_into::<1, _, _>(&mut out); any!(&M).all_axis_into::<1, _, _>(&mut out); out }
    any_all_axis { (any!(&M).any_axis::<0>(), any!(&M).all_axis::<1>(), any!(&M).count_axis::<0>()) }
    any_all_keepdims { (any!(&M).any_keepdims::<0>(), any!(&M).all_keepdims::<1>(), any!(&M).count_keepdims::<0>()) }
    count_nonzero { (any!(&A).count_nonzero(), any!(&A).count_nonzero_axis::<0>(), any!(&A).count_nonzero_keepdims::<1>()) }
    prod_axis { (any!(&A).prod_axis::<0>(), any!(&A).prod_keepdims::<1>()) }
    mean_keepdims { any!(&A).mean_keepdims::<0>() }
    var_forms { (any!(&A).var_ddof(any!(1)), any!(&A).var_ddof_axis::<0>(any!(1)), any!(&A).var_keepdims::<1>(), any!(&A).var_ddof_keepdims::<1>(any!(1))) }
    std_forms { (any!(&A).std_ddof(any!(1)), any!(&A).std_axis::<1>(), any!(&A).std_ddof_axis::<0>(any!(1)), any!(&A).std_keepdims::<1>(), any!(&A).std_ddof_keepdims::<1>(any!(1))) }
    extremes { (any!(&A).max(), any!(&A).argmin(), any!(&A).min_axis::<0>(), any!(&A).argmin_axis::<0>()) }
    extremes_keepdims { (any!(&A).min_keepdims::<0>(), any!(&A).max_keepdims::<1>(), any!(&A).argmin_keepdims::<0>(), any!(&A).argmax_keepdims::<1>()) }
    cumulated { (any!(&X).cumprod(), any!(&A).cumprod_axis::<1>()) }
    cumulated_into { let mut out = Matrix::zeros(); any!(&A).cumsum_axis_into::<0, _, _>(&mut out); any!(&A).cumprod_axis_into::<1, _, _>(&mut out); out }
    take { any!(&A).take::<1, _, _>(any!(&array![3, 0])).is_ok() }
    take_into { let mut out = Matrix::<f32, 3, 2>::zeros(); (any!(&A).take_into::<1, _, _, _, _>(any!(&array![3, 0]), &mut out).is_ok(), out) }
    pad { (any!(&A).pad::<0, 1, 2>(any!(0.)), any!(&X).pad_as::<0, 1, 1, shape![6]>(any!(0.))) }
    diff { (any!(&A).diff::<0>(), any!(&X).diff_as::<0, shape![3]>()) }
    diff_into { let mut out = Vector::zeros(); any!(&X).diff_into::<0, _, _>(&mut out); out }
    median { (any!(&A).median(), any!(&A).median_axis::<0>(), any!(&A).median_keepdims::<1>()) }
    median_into { let mut out = Vector::zeros(); any!(&A).median_axis_into::<1, _, _>(&mut out); out }
    percentile { (any!(&A).percentile(any!(10.)), any!(&A).percentile_axis::<0>(any!(10.)).is_ok(), any!(&A).percentile_keepdims::<1>(any!(10.)).is_ok()) }
    percentile_into { let mut out = Vector::zeros(); (any!(&A).percentile_axis_into::<1, _, _>(any!(10.), &mut out).is_ok(), out) }
    searchsorted { any!(&X).searchsorted(any!(&A), any!(Side::Right)) }
    bincount { any!(&Q).bincount(Const::<13>).is_ok() }
    histogram { any!(&A).histogram(Const::<5>, any!(None)).is_ok() }
    sort { (any!(&X).sort(), any!(&A).sort_axis::<0>()) }
    sort_inplace { let (mut x, mut a) = (any!(X), any!(A)); x.sort_inplace(); a.sort_axis_inplace::<0>(); (x, a) }
    argsort { (any!(&X).argsort(), any!(&A).argsort_axis::<1>()) }
    sort_into { let mut out = Matrix::zeros(); any!(&A).sort_axis_into::<1, _, _>(&mut out); out }
    argsort_into { let mut out = Matrix::zeros(); any!(&A).argsort_axis_into::<1, _, _>(&mut out); out }
    topk { any!(&A).topk::<2, 1>() }
    topk_into { let (mut out, mut at) = (Matrix::zeros(), Matrix::zeros()); any!(&A).topk_into::<2, 1, _, _, _, _>(&mut out, &mut at); (out, at) }
    norms { (any!(&A).norm_ord_axis::<1>(NormOrd::L1), any!(&A).norm_squared_axis::<0>()) }
    norms_keepdims { (any!(&A).norm_keepdims::<1>(), any!(&A).norm_ord_keepdims::<0>(NormOrd::L1), any!(&A).norm_squared_keepdims::<0>()) }
    normalize_axis_into { let mut out = Matrix::zeros(); any!(&A).normalize_axis_into::<1, _, _>(&mut out); out }
    distance_axis_into { let mut out = Vector::zeros(); any!(&A).distance_axis_into::<1, _, _, _>(any!(&A), &mut out); out }
    cosines_into { let mut out = Matrix::zeros(); any!(&A).cosine_similarity_into(any!(&A), &mut out); out }
    cosines_axis_into { let mut out = Vector::zeros(); any!(&A).cosine_similarity_axis_into::<1, _, _, _>(any!(&A), &mut out); out }
    vecdot_axis_into { let mut out = Vector::zeros(); any!(&A).vecdot_axis_into::<1, _, _, _>(any!(&A), &mut out); out }
    wide_into { let mut out = Matrix::zeros(); any!(&Q).dot_wide_into(&any!(&Q).t(), &mut out); any!(&Q).matmul_wide_into(&any!(&Q).t(), &mut out); out }
    tensordot_axes { any!(&STACK).tensordot_axes::<axes![1, 2], axes![0, 1], _>(any!(&A)) }
    tensordot_axes_into { let mut out = Vector::zeros(); any!(&STACK).tensordot_axes_into::<axes![1, 2], axes![0, 1], _, _, _>(any!(&A), &mut out); out }
    trace_axes { any!(&S).trace_axes::<0, 1>() }
    trace_into { let mut out = Vector::zeros(); any!(&Array3::<f32, 3, 3, 2>::ones()).trace_into::<0, 1, _, _>(&mut out); out }
    diagonal_axes { any!(&S).diagonal_axes::<0, 1>().sum() }
    kron_as { any!(&A).kron_as::<shape![12, 16], _>(any!(&S)) }

    map_inplace { let mut a = any!(A); a.map_inplace(|x| x * 2.); a.zip_map_inplace(any!(&X), |x, y| x + y); a }
    isclose_within { (any!(&A).isclose_within(any!(&A), any!(CLOSE)), any!(&A).allclose_within(any!(&X), any!(CLOSE))) }
    powf { any!(&A).powf(any!(0.5)) }

    flips { let mut a = any!(A); (a.flip_mut::<0>().map_inplace(|x| x + 1.), a.insert_axis_mut::<0>().map_inplace(|x| x + 1.)); a }
    nested { let mut a = any!(A); a.as_nested_mut()[0][0] = 1.; (a.as_nested()[0][0], a.into_nested()) }
    nested_refs { let mut rows = any!([[1_f32, 2.], [3., 4.]]); Matrix::from_nested_mut(&mut rows).map_inplace(|x| x + 1.); Matrix::from_nested_ref(&rows).sum() }
    from_element_ref { any!(&A) * Array::<f32, ()>::from_element_ref(any!(&2.)) }
    like { (any!(&A).zeros_like(), any!(&A).ones_like(), any!(&A).full_like(any!(2.))) }
    slices { let mut a = any!(A); if let Some(x) = a.as_mut_slice().first_mut() { *x = 2.; } a.as_slice().first().copied() }
    view_slices { any!(&A).view().as_slice().map(<[f32]>::len) }
    concat_forms { (concat::<1, _>((any!(&A), any!(&A))), concat_as::<0, shape![6, 4], _>((any!(&A), any!(&A)))) }
    concat_in_place { let mut out = Matrix::<f32, 6, 4>::zeros(); concat_into::<0, _, _, _>((any!(&A), any!(&A)), &mut out); out }
    stack_in_place { let mut out = Array3::<f32, 2, 3, 4>::zeros(); stack_into::<0, _, _, _>([any!(&A), any!(&A)], &mut out); out }
    unravel_index { any!(&A).unravel_index(any!(5)) }
    indexed_iter_mut { let mut a = any!(A); for ([i, j], x) in a.indexed_iter_mut() { *x += (i * j) as f32; } a }
    iter_mut { let mut a = any!(A); a.iter_mut().for_each(|x| *x += 1.); a }
    sizes { (any!(&A).is_empty(), any!(&A).ndim(), any!(&A).len()) }
    meshgrids { let ones = Vector::<f32, 3>::ones(); let (x, y) = meshgrid(any!(&X), any!(&ones)); let (u, v) = meshgrid_ij(any!(&X), any!(&X)); (x.sum() + y.sum(), u.sum() + v.sum()) }
    linspace_open { Vector::<f32, 5>::linspace_open(any!(0.), any!(1.)) }

    rows_mut { let mut a = any!(A); for mut row in a.rows_mut() { row += any!(&X); } a }
    parts { let [a, b] = any!(&S).split::<0, 2>(); a.sum() + b.sum() }
    parts_as { let [a, b] = any!(&S).split_as::<0, 2, shape![2, 4]>(); a.sum() + b.sum() }
    parts_mut { let mut a = any!(S); let [mut top, low] = a.split_mut::<0, 2>(); top += low; a }
    first_chunk { let (a, b) = any!(&S).split_first_chunk::<0, 1>(); a.sum() + b.sum() }
    first_chunk_as { let (a, b) = any!(&S).split_first_chunk_as::<0, 1, shape![1, 4], shape![3, 4]>(); a.sum() + b.sum() }
    first_chunk_mut { let mut a = any!(S); let (mut x, y) = a.split_first_chunk_mut::<0, 2>(); x += y; a }
    axis_iters { any!(&A).axis_iter::<1>().fold(0., |s, x| s + x.sum()) }
    axis_iters_mut { let mut a = any!(A); for mut x in a.axis_iter_mut::<1>() { x *= 2.; } for mut x in a.outer_iter_mut() { x *= 2.; } a }
    axis_mut { let mut a = any!(A); if let Some(mut x) = a.axis_mut::<1>(any!(1)) { x *= 2.; } a }
    chunks_axis { any!(&A).chunks_axis::<1, 2>().0.fold(0., |s, x| s + x.sum()) }
    chunks_mut { let mut a = any!(S); for mut x in a.chunks_mut::<2>().0 { x *= 2.; } for mut x in a.chunks_axis_mut::<1, 2>().0 { x *= 2.; } a }
    columns { any!(&A).columns().fold(0., |s, x| s + x.sum()) }
    columns_mut { let mut a = any!(A); for mut x in a.columns_mut() { x *= 2.; } for mut x in a.lanes_mut::<1>() { x *= 2.; } a }
    row_column { (any!(&A).column(any!(1)).map(|x| x.sum()), any!(&A).row(any!(1)).map(|x| x.sum())) }
    row_column_mut { let mut a = any!(A); if let Some(mut x) = a.row_mut(any!(1)) { x *= 2.; } if let Some(mut x) = a.column_mut(any!(1)) { x *= 2.; } a }
    halves_mut { let mut a = any!(A); if let Some((mut x, y)) = a.split_at_axis_mut::<1>(any!(2)) { x += y.sum(); } if let Some((mut x, y)) = a.split_at_mut(any!(1)) { x += y.sum(); } a }
    window { any!(&A).window::<2>(any!(1)).map(|x| x.sum()) }
    window_axis { any!(&A).window_axis::<1, 2>(any!(1)).map(|x| x.sum()) }
    windows_mut { let mut a = any!(A); if let Some(mut x) = a.window_mut::<2>(any!(1)) { x *= 2.; } if let Some(mut x) = a.window_axis_mut::<1, 2>(any!(1)) { x *= 2.; } a }
    windows_axis { any!(&A).windows_axis::<1, 2>().fold(0., |s, x| s + x.sum()) }
    windows_of { any!(&A).windows_of::<shape![2, 2]>().fold(0., |s, x| s + x.sum()) }
    repeat_forms { (any!(&A).repeat_as::<0, 2, shape![6, 4]>(), any!(&A).tile_as::<1, 2, shape![3, 8]>()) }
    reshape_forms { (any!(A).reshape_as::<shape![4, 3]>(), any!(A).reshape_to((Const::<2>, Const::<6>)), any!(A).flatten_as::<12>()) }
    reshape_views { let mut a = any!(A); a.reshape_view_mut::<shape![2, 6]>().map_inplace(|x| x + 1.); a.reshape_view_to((Const::<2>, Const::<6>)).sum() }
    slice_constants { any!(&A).slice(s![0..2, ..;-1]).sum() }
    slice_forms { let mut a = any!(A); a.slice_mut(s![1.., 2]).map_inplace(|x| x + 1.); any!(&A).slice_as::<shape![2, 4], _>(s![0..2]).sum() }
    diagonals { (any!(&X).diag_above::<1>(), any!(&X).diag_below::<2>(), any!(&X).diag_as::<-1, 5>()) }
    into_dyn { any!(&A).view().into_dyn().sum() }
    literal_rows { any!(array![[1, 2], [3, 4]]).rows().map(|row| row.sum()).max() }
}
