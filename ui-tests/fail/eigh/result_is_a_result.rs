// An iteration may not converge.
use conformable::Matrix;

fn main() {
    let e = Matrix::<f64, 2, 2>::eye().eigh();
    e.values;
}
