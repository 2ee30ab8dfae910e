// A view may have strides, so its elements may not be a slice.
use conformable::Matrix;

fn main() {
    let m = Matrix::<f32, 2, 3>::ones();
    let elements: &[f32] = m.t().as_slice();
    println!("{}", elements.len());
}
