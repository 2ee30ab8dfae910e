// The adjugate is in closed form: of 2, 3 or 4 rows.
// Says: `adjugate`: a matrix of 1 rows, but there must be 2, 3 or 4
use conformable::Matrix;

fn main() {
    Matrix::<f64, 1, 1>::ones().adjugate();
}
