//! Lengths that only run time knows, in memory of the caller or within an array: what can fail is a `Result`.

use crate::{any, cases};
use conformable::geometry::Affine3;
use conformable::{
    Array, ArrayView, ArrayViewMut, Const, Dyn, DynRank, Matrix, NormOrd, ShapeError, UpTo, Vector, axes,
    concat_into, einsum_into, s,
};

static NUMBERS: [f32; 24] = [1.5; 24];

fn slice() -> &'static [f32] {
    any!(&NUMBERS[..])
}

fn matrix(cols: usize) -> Result<ArrayView<'static, f32, (Dyn, Dyn)>, ShapeError> {
    ArrayView::from_slice((Dyn(any!(3)), Dyn(any!(cols))), slice().get(..3 * cols).unwrap_or_default())
}

fn row(len: usize) -> Result<ArrayView<'static, f32, (Dyn,)>, ShapeError> {
    ArrayView::from_slice((Dyn(any!(len)),), slice().get(..len).unwrap_or_default())
}

/// Runs what ends with a `Result`.
fn run<T>(f: impl FnOnce() -> Result<T, ShapeError>) -> bool {
    f().is_ok()
}

cases! {
    from_slice { run(|| matrix(any!(5))) }
    dyn_inner { run(|| row(7)?.inner(&row(7)?)) }
    dyn_inner_into { run(|| {
        let mut room = [0.; 9];
        let mut out = ArrayViewMut::from_slice((Dyn(any!(3)), Dyn(any!(3))), any!(&mut room[..]))?;
        matrix(5)?.inner_into(&matrix(5)?, &mut out)
    }) }
    dyn_matmul_into { run(|| {
        let mut room = [0.; 9];
        let mut out = ArrayViewMut::from_slice((Dyn(any!(3)), Dyn(any!(3))), any!(&mut room[..]))?;
        matrix(5)?.matmul_into(&matrix(5)?.t(), &mut out)
    }) }
    dyn_matvec_into { run(|| {
        let mut out = Vector::<f32, 3>::zeros();
        matrix(5)?.matvec_into(&row(5)?, &mut out)
    }) }
    mixed_inner_into { run(|| {
        let rows = ArrayView::from_slice((Dyn(any!(4)), Const::<6>), slice())?;
        let mut out = Matrix::<f32, 4, 4>::zeros();
        rows.inner_into(&rows, &mut out)
    }) }
    dyn_get { run(|| matrix(5).map(|m| m.get([any!(1), any!(2)]).copied())) }
    dyn_transpose { run(|| matrix(5)?.transpose(any!(&[1, 0])).map(|m| m.sum())) }
    dyn_norm { run(|| matrix(5).map(|m| m.norm())) }
    dyn_view { run(|| matrix(5).map(|m| m.t().dims())) }
    dyn_rank { run(|| DynRank::new(any!(&[2, 3][..]))) }
    dyn_typed { run(|| matrix(5)?.typed::<(Const<3>, Const<5>)>().map(|m| m.norm())) }
    dyn_iter { run(|| matrix(5).map(|m| m.iter().fold(0., |s, x| s + x))) }
    dyn_dot { run(|| row(7)?.dot(&row(7)?)) }
    dyn_vecdot_into { run(|| { let mut out = Vector::<f32, 3>::zeros(); matrix(5)?.vecdot_into(&matrix(5)?, &mut out) }) }
    dyn_sum { run(|| matrix(5).map(|m| (m.sum(), m.prod(), m.mean(), m.var()))) }
    dyn_sum_axis_into { run(|| { let mut out = Vector::<f32, 3>::zeros(); matrix(5)?.sum_axis_into::<1, _, _>(&mut out) }) }
    dyn_sum_axes_into { run(|| { let mut out = Array::<f32, ()>::zeros(); let m = matrix(5)?; m.sum_axes_into::<axes![0, 1], _, _>(&mut out); m.mean_axes_into::<axes![0, 1], _, _>(&mut out); m.prod_axes_into::<axes![1, 0], _, _>(&mut out); m.into_dyn().sum_axes_into::<axes![0, 1], _, _>(&mut out) }) }
    dyn_max_axes_into { run(|| { let mut out = Vector::<f32, 3>::zeros(); matrix(5)?.max_axes_into::<axes![1], _, _>(&mut out)?; matrix(5)?.min_axes_into::<axes![1], _, _>(&mut out) }) }
    dyn_any_axes_into { run(|| { let mut out = Vector::<bool, 2>::full(false); let m = ArrayView::from_slice((Dyn(any!(2)), Dyn(2)), &[true, false, true, true])?; m.any_axes_into::<axes![1], _, _>(&mut out)?; m.all_axes_into::<axes![1], _, _>(&mut out) }) }
    dyn_map_into { run(|| { let mut out = Matrix::<f32, 3, 5>::zeros(); matrix(5)?.map_into(&mut out, |x| x + 1.) }) }
    dyn_functions_into { run(|| { let mut out = Matrix::<f32, 3, 5>::zeros(); matrix(5)?.abs_into(&mut out)?; matrix(5)?.clamp_into(0., 1., &mut out)?; matrix(5)?.cast_into(&mut out)?; matrix(5)?.powi_into(2, &mut out)?; matrix(5)?.powf_into(2., &mut out)?; matrix(5)?.sort_axis_into::<0, _, _>(&mut out) }) }
    dyn_zip_map_into { run(|| { let mut out = Matrix::<f32, 3, 5>::zeros(); matrix(5)?.zip_map_into(&matrix(5)?, &mut out, |x, y| x + y) }) }
    dyn_norm_axes_into { run(|| { let mut out = Array::<f32, ()>::zeros(); let m = matrix(5)?; m.norm_axes_into::<axes![0, 1], _, _>(&mut out); m.norm_squared_axes_into::<axes![0, 1], _, _>(&mut out); m.std_axes_into::<axes![1, 0], _, _>(&mut out); m.into_dyn().var_ddof_axes_into::<axes![0, 1], _, _>(1, &mut out) }) }
    dyn_norm_axis_into { run(|| { let mut out = Vector::<f32, 3>::zeros(); matrix(5)?.norm_axis_into::<1, _, _>(NormOrd::L2, &mut out) }) }
    dyn_distance { run(|| row(7)?.distance(&row(7)?)) }
    dyn_row { run(|| matrix(5).map(|m| m.row(any!(1)).map(|row| row.sum()))) }
    dyn_outer_iter { run(|| matrix(5).map(|m| m.outer_iter().fold(0., |s, row| s + row.sum()))) }
    dyn_rows { run(|| matrix(5).map(|m| m.rows().fold(0., |s, row| s + row.sum()))) }
    dyn_split { run(|| row(7).map(|v| v.split_at(any!(3)).map(|(a, b)| a.sum() - b.sum()))) }
    dyn_windows { run(|| row(9).map(|v| v.windows::<4>().fold(0., |s, w| s + w.sum()))) }
    dyn_indexed { run(|| matrix(5).map(|m| m.indexed_iter().fold(0., |s, ([i, j], x)| s + x * (i * j) as f32))) }
    dyn_broadcast { run(|| row(5)?.broadcast_to((Dyn(any!(4)), Dyn(any!(5)))).map(|b| b.sum())) }
    dyn_get_mut { run(|| { let mut room = [0.; 6]; let mut v = ArrayViewMut::from_slice((Dyn(any!(2)), Dyn(any!(3))), any!(&mut room[..]))?; if let Some(x) = v.get_mut([any!(1), any!(1)]) { *x = 1.; } Ok(v.sum()) }) }
    dyn_extremes { run(|| matrix(5).map(|m| (m.min(), m.max(), m.argmin(), m.argmax()))) }
    dyn_truth { run(|| matrix(5).map(|m| (m.count_nonzero(), m.allclose(&m)))) }
    dyn_var_axis_into { run(|| { let mut out = Vector::<f32, 5>::zeros(); matrix(5)?.var_axis_into::<0, _, _>(&mut out)?; matrix(5)?.std_axis_into::<0, _, _>(&mut out) }) }
    dyn_mean_axis_into { run(|| { let mut out = Vector::<f32, 5>::zeros(); matrix(5)?.mean_axis_into::<0, _, _>(&mut out)?; matrix(5)?.prod_axis_into::<0, _, _>(&mut out) }) }
    dyn_max_axis_into { run(|| { let mut out = Vector::<f32, 5>::zeros(); matrix(5)?.max_axis_into::<0, _, _>(&mut out) }) }
    dyn_argmax_axis_into { run(|| { let mut out = Vector::<usize, 3>::zeros(); matrix(5)?.argmax_axis_into::<1, _, _>(&mut out) }) }
    dyn_softmax_axis_into { run(|| { let mut out = Matrix::<f32, 3, 5>::zeros(); matrix(5)?.softmax_axis_into::<0, _, _>(&mut out)?; matrix(5)?.log_softmax_axis_into::<1, _, _>(&mut out) }) }
    dyn_points_into { run(|| { let mut out = Matrix::<f32, 5, 3>::zeros(); let m = matrix(5)?; let m = m.t().typed::<(Dyn, Const<3>)>()?; Affine3::<f32>::IDENTITY.transform_points_into(&m, &mut out) }) }
    dyn_cumsum_axis_into { run(|| { let mut out = Matrix::<f32, 3, 5>::zeros(); matrix(5)?.cumsum_axis_into::<0, _, _>(&mut out) }) }
    dyn_argsort_axis_into { run(|| { let mut out = Matrix::<usize, 3, 5>::zeros(); matrix(5)?.argsort_axis_into::<1, _, _>(&mut out) }) }
    dyn_sort_inplace { run(|| { let mut room = [3., 1., 2., 0., 5., 4.]; let mut v = ArrayViewMut::from_slice((Dyn(any!(2)), Dyn(any!(3))), any!(&mut room[..]))?; v.sort_axis_inplace::<0>(); v.t_mut().sort_axis_inplace::<0>(); Ok(v.sum()) }) }
    dyn_outer_into { run(|| { let mut out = Matrix::<f32, 5, 5>::zeros(); row(5)?.outer_into(&row(5)?, &mut out) }) }
    dyn_kron_into { run(|| { let mut out = Matrix::<f32, 9, 25>::zeros(); matrix(5)?.kron_into(&matrix(5)?, &mut out) }) }
    dyn_vecmat_into { run(|| { let mut out = Vector::<f32, 5>::zeros(); row(3)?.vecmat_into(&matrix(5)?, &mut out) }) }
    dyn_dot_into { run(|| { let mut out = Matrix::<f32, 3, 3>::zeros(); matrix(5)?.dot_into(&matrix(5)?.t(), &mut out) }) }
    dyn_tensordot_into { run(|| { let mut out = Matrix::<f32, 3, 3>::zeros(); matrix(5)?.tensordot_into::<1, _, _, _>(&matrix(5)?.t(), &mut out) }) }
    dyn_einsum_into { run(|| { let mut out = Matrix::<f32, 3, 3>::zeros(); let (a, b) = (matrix(5)?, matrix(5)?); einsum_into!("ij,kj->ik", a, b, &mut out) }) }
    dyn_compensated_into { run(|| { let mut out = Matrix::<f32, 3, 3>::zeros(); matrix(5)?.inner_compensated_into(&matrix(5)?, &mut out) }) }
    dyn_wide_into { run(|| { let mut out = Matrix::<f64, 3, 3>::zeros(); matrix(5)?.inner_wide_into(&matrix(5)?, &mut out) }) }
    dyn_cosines_into { run(|| { let mut out = Matrix::<f32, 3, 3>::zeros(); matrix(5)?.cosine_similarity_into(&matrix(5)?, &mut out) }) }
    dyn_distance_into { run(|| { let mut out = Vector::<f32, 3>::zeros(); let m = matrix(5)?; m.distance_axis_into::<1, _, _, _>(&m, &mut out) }) }
    dyn_normalize_into { run(|| { let mut out = Matrix::<f32, 3, 5>::zeros(); matrix(5)?.normalize_axis_into::<1, _, _>(&mut out) }) }
    dyn_trace { run(|| matrix(3).map(|m| m.trace())) }
    dyn_trace_offset { run(|| matrix(3).map(|m| (m.trace_offset(any!(-1)), m.diagonal_above::<1>().sum(), m.diagonal_offset(any!(2)).sum()))) }
    dyn_vdot { run(|| matrix(3)?.vdot(&matrix(3)?)) }
    dyn_concat_into { run(|| { let mut out = Matrix::<f32, 6, 5>::zeros(); concat_into::<0, _, _, _>((&matrix(5)?, &matrix(5)?), &mut out) }) }
    dyn_scale_add { run(|| { let mut room = [0.; 5]; let mut v = ArrayViewMut::from_slice((Dyn(any!(5)),), any!(&mut room[..]))?; v.scale_add(any!(2.), &row(5)?)?; Ok(v.sum()) }) }
    dyn_view_mut { run(|| { let mut room = [0.; 6]; let mut v = ArrayViewMut::from_slice((Dyn(any!(2)), Dyn(any!(3))), any!(&mut room[..]))?; v.view_mut().transpose_mut(any!(&[1, 0]))?.map_inplace(|x| x + 1.); Ok(v.sum()) }) }
    dyn_inplace { run(|| { let mut room = [0.; 5]; let mut v = ArrayViewMut::from_slice((Dyn(any!(5)),), any!(&mut room[..]))?; v.map_inplace(|x| x + 1.); v.zip_map_inplace(&row(5)?, |x, y| x * y)?; Ok(v.sum()) }) }
    dyn_slice { run(|| matrix(5)?.slice(s![any!(1)..any!(3), ..;-2]).map(|m| m.sum())) }
    dyn_reshape_view { run(|| matrix(4)?.reshape_view_to((Dyn(any!(2)), Dyn(any!(6)))).map(|m| m.sum())) }
    dyn_axes { run(|| matrix(5).map(|m| (m.insert_axis::<0>().sum(), m.flip::<1>().sum(), m.swap_axes::<0, 1>().sum()))) }
    dyn_pieces { run(|| matrix(5).map(|m| (m.axis::<1>(any!(2)).map(|x| x.sum()), m.column(any!(1)).map(|x| x.sum()), m.split_at_axis::<1>(any!(2)).map(|(a, b)| a.sum() - b.sum())))) }
    dyn_lanes { run(|| matrix(5).map(|m| m.lanes::<0>().fold(0., |s, x| s + x.sum()) + m.chunks_axis::<1, 2>().0.fold(0., |s, x| s + x.sum()))) }
    dyn_windows_axis { run(|| matrix(5).map(|m| m.windows_axis::<1, 2>().fold(0., |s, x| s + x.sum()))) }
    dyn_rank_operations { run(|| { let m = matrix(5)?.into_dyn(); let mut out = [0.; 9]; let mut out = ArrayViewMut::from_slice((Dyn(3), Dyn(3)), &mut out[..])?; m.inner_into(&m, &mut out)?; m.sum_axis_into::<1, _, _>(&mut out.row_mut(any!(1)).ok_or_else(|| DynRank::new(&[0; 99]).unwrap_err())?) }) }
    up_to_push {
        let mut v = Array::<f32, (UpTo<8>,)>::empty();
        any!(v.push(any!(1.)).is_ok() && v.push(any!(2.)).is_ok());
        (v.pop(), v.sum())
    }
    up_to_cut {
        let mut v = Array::<f32, (UpTo<8>,)>::try_from_iter([1., 2., 3.].into_iter().take(any!(3))).unwrap_or(Array::EMPTY);
        v.truncate(any!(2));
        let kept = v.push(any!(1.)).map_err(|e| e.most());
        v.clear();
        (kept.is_ok(), v.is_empty())
    }
    up_to_inner { run(|| { let mut v = Array::<f32, (UpTo<8>,)>::empty(); let _ = v.push(any!(1.)); v.inner(&v) }) }
    up_to_matrix { run(|| {
        let mut m = Array::<f32, (UpTo<8>, Const<4>)>::empty();
        let _ = m.push_row(any!(&Vector::new([1., 2., 3., 4.])));
        let mut out = Matrix::<f32, 1, 1>::zeros();
        m.inner_into(&m, &mut out)
    }) }
    up_to_value { { let mut m = Array::<f32, (UpTo<8>, Const<4>)>::empty();
        let _ = m.push_row(any!(&Vector::new([1., 2., 3., 4.])));
        m.inner(any!(&Matrix::<f32, 3, 4>::ones())).sum() } }
}
