//! Lengths that only run time knows, in memory of the caller or within an array: what can fail is a `Result`.

use crate::{any, cases};
use conformable::{
    Array, ArrayView, ArrayViewMut, Const, Dyn, DynRank, Matrix, NormOrd, ShapeError, UpTo, Vector,
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
    dyn_norm { run(|| matrix(5).map(|m| m.norm())) }
    dyn_view { run(|| matrix(5).map(|m| m.t().dims())) }
    dyn_rank { run(|| DynRank::new(any!(&[2, 3][..]))) }
    dyn_typed { run(|| matrix(5)?.typed::<(Const<3>, Const<5>)>().map(|m| m.norm())) }
    dyn_iter { run(|| matrix(5).map(|m| m.iter().fold(0., |s, x| s + x))) }
    dyn_dot { run(|| row(7)?.dot(&row(7)?)) }
    dyn_vecdot_into { run(|| { let mut out = Vector::<f32, 3>::zeros(); matrix(5)?.vecdot_into(&matrix(5)?, &mut out) }) }
    dyn_sum { run(|| matrix(5).map(|m| (m.sum(), m.prod(), m.mean(), m.var()))) }
    dyn_sum_axis_into { run(|| { let mut out = Vector::<f32, 3>::zeros(); matrix(5)?.sum_axis_into::<1, _, _>(&mut out) }) }
    dyn_map_into { run(|| { let mut out = Matrix::<f32, 3, 5>::zeros(); matrix(5)?.map_into(&mut out, |x| x + 1.) }) }
    dyn_zip_map_into { run(|| { let mut out = Matrix::<f32, 3, 5>::zeros(); matrix(5)?.zip_map_into(&matrix(5)?, &mut out, |x, y| x + y) }) }
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
    up_to_push {
        let mut v = Array::<f32, (UpTo<8>,)>::empty();
        any!(v.push(any!(1.)).is_ok() && v.push(any!(2.)).is_ok());
        (v.pop(), v.sum())
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
