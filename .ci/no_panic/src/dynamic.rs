//! Lengths that only run time knows, in memory of the caller or within an array: what can fail is a `Result`.

use crate::{any, cases};
use conformable::{ArrayView, ArrayViewMut, Const, Dyn, DynRank, Matrix, ShapeError, Vector};

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
}
