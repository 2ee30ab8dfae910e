// What is factorised are matrices, of two axes.
// Says: `lstsq`: an operand of rank 1, but its rank must be at least 2
use conformable::Vector;

fn main() {
    let v = Vector::<f64, 3>::ones();
    v.lstsq(&v);
}
