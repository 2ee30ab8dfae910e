// Only a square matrix has a determinant.
// Says: a matrix of 2 rows and 3 columns is not square
use conformable::{Array3, Vector};

fn main() {
    let mut out = Vector::<f64, 4>::zeros();
    Array3::<f64, 4, 2, 3>::ones().det_into(&mut out);
}
