// A shared view cannot be written to.
// Says: the elements of an immutable view cannot be changed
use conformable::{Matrix, Vector};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    let out = Vector::<f32, 2>::zeros();
    a.inner_into(&Vector::<f32, 3>::ones(), &mut out.view());
}
