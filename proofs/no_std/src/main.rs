//! `inner`, `einsum!` and `solve` where there is neither `std` nor `alloc`: static shapes, and views with `Dyn` axes into
//! memory of the caller. The exit code says whether the results are right.

#![no_std]
#![no_main]

use conformable::{ArrayView, ArrayViewMut, Const, Dyn, LinalgError, Matrix, ShapeError, Vector, einsum};
use core::ffi::{c_char, c_int};
use core::hint::black_box;
use core::panic::PanicInfo;

// The C start files call `main`; there is no other use for it.
#[link(name = "c")]
unsafe extern "C" {}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

static LAYER: Matrix<f32, 2, 3> = Matrix::new([[1., 2., 3.], [4., 5., 6.]]);

/// All lengths in the types: no check is left, and no memory is asked for.
fn fixed(x: &Vector<f32, 3>) -> bool {
    LAYER.inner(x) == Vector::new([14., 32.])
}

/// Lengths that only run time knows, in memory that is there already.
fn borrowed(rows: &[f32], x: &[f32], out: &mut [f32]) -> Result<bool, ShapeError> {
    let rows = ArrayView::from_slice((Dyn(rows.len() / 3), Const::<3>), rows)?;
    let x = ArrayView::from_slice((Dyn(x.len()),), x)?;
    let mut y = ArrayViewMut::from_slice((Dyn(out.len()),), out)?;
    rows.inner_into(&x, &mut y)?;
    Ok(out == [14., 32., 50., 68.])
}

/// Two operands of any shapes with static results; a label of one alone is summed first, in memory of the caller's stack.
fn by_labels(x: &Vector<f32, 3>, any: &[f32]) -> Result<bool, ShapeError> {
    let any = ArrayView::from_slice((Dyn(any.len()),), any)?;
    let product: Vector<f32, 2> = einsum!("ij,j->i", LAYER, any)?;
    let turned: Matrix<f32, 3, 2> = einsum!("ij->ji", LAYER);
    Ok(product == Vector::new([14., 32.])
        && turned.t() == LAYER
        && einsum!("ij,j->", LAYER, x) == 46.
        && einsum!("ijx,jk->ik", LAYER.insert_axis::<2>(), turned) == Matrix::new([[14., 32.], [32., 77.]]))
}

/// A system of equations of any size, solved where it stands.
fn solved(a: &mut [f64], x: &mut [f64]) -> Result<(), LinalgError> {
    let mut a = ArrayViewMut::from_slice((Dyn(x.len()), Dyn(x.len())), a)?;
    let mut x = ArrayViewMut::from_slice((Dyn(x.len()),), x)?;
    Ok(a.solve_inplace(&mut x)?)
}

#[unsafe(no_mangle)]
extern "C" fn main(_: c_int, _: *const *const c_char) -> c_int {
    let rows = black_box([1., 2., 3., 4., 5., 6., 7., 8., 9., 10., 11., 12.]);
    let x = black_box([1., 2., 3.]);
    let mut out = [0.; 4];
    let (mut a, mut b) = (black_box([3., 1., 0., 1., 2., 0., 0., 0., 4.]), black_box([9., 8., 2.]));
    let right = solved(&mut a, &mut b) == Ok(()) && b == [2., 3., 0.5]
        // A singular matrix is an error.
        && solved(&mut [0.; 4], &mut [1.; 2]).is_err()
        && fixed(&Vector::new(x))
        && by_labels(&Vector::new(x), &x) == Ok(true)
        && borrowed(&rows, &x, &mut out) == Ok(true)
        // Two lengths that differ are an error here, too.
        && borrowed(&rows, &x[..2], &mut out).is_err();
    c_int::from(!right)
}
