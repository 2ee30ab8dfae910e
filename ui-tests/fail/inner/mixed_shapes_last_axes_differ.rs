// Lengths in the types are compared by the compiler, whatever the other axes are.
// Says: `inner`: axis of length 64 does not match axis of length 63
use conformable::{ArrayView, Const, Dyn, Vector};

fn main() {
    let rows = ArrayView::from_slice((Dyn(2), Const::<64>), &[0.0; 128]).unwrap();
    rows.inner(&Vector::<f64, 63>::ones());
}
