//! C: a pointer to rows, there and back.

use conformable::{Array, ArrayView, Const, Dyn, array};
use std::ffi::c_double;

/// What C sees as `double sum(const double *rows, size_t n, size_t columns)`.
///
/// # Safety
/// `rows` points to `n` times `columns` numbers, which nobody changes meanwhile.
unsafe extern "C" fn sum(rows: *const c_double, n: usize, columns: usize) -> c_double {
    // SAFETY: from the caller.
    let numbers = unsafe { std::slice::from_raw_parts(rows, n * columns) };
    let rows =
        ArrayView::from_slice((Dyn(n), Dyn(columns)), numbers).expect("as many numbers as the shape has");
    rows.sum()
}

/// A struct of C, `struct { double position[3]; int32_t id; }`, is one of Rust.
#[repr(C)]
struct Point {
    position: conformable::Vector<c_double, 3>,
    id: i32,
}

#[test]
fn rows_go_to_c_and_come_back() {
    let a = array![[1., 2., 3.], [4., 5., 6.]];
    // SAFETY: as many numbers as are said.
    assert_eq!(unsafe { sum(a.as_slice().as_ptr(), a.nrows(), a.ncols()) }, 21.);
    let rows = Array::from_vec((Dyn(1), Const::<2>), vec![1., 2.]).unwrap();
    // SAFETY: as many numbers as are said.
    assert_eq!(unsafe { sum(rows.as_slice().as_ptr(), rows.nrows(), rows.ncols()) }, 3.);
    assert_eq!(size_of::<Point>(), 32);
    assert_eq!(std::mem::offset_of!(Point, id), 24);
    let point = Point { position: array![1., 2., 3.], id: 7 };
    // SAFETY: as many numbers as are said.
    assert_eq!(unsafe { sum((&raw const point.position).cast(), 1, 3) }, 6.);
}
