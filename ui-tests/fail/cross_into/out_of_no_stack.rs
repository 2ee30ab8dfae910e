// `out` has the shape of the product.
// Says: `cross_into`: the result has 2 axes, but `out` has 1
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<f64, 3>::ones();
    Matrix::<f64, 2, 3>::ones().cross_into(&out.to_owned(), &mut out);
}
