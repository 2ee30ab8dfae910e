// A system of equations has as many equations as unknowns.
// Says: a matrix of 4 rows and 3 columns is not square
use conformable::Array3;

fn main() {
    Array3::<f64, 2, 4, 3>::ones().solve(&Array3::<f64, 2, 4, 1>::ones());
}
