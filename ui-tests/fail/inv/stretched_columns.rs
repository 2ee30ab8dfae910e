// An axis `Stretch` is one column here: no axis of a matrix stretches.
// Says: a matrix of 3 rows and 1 columns is not square
use conformable::Vector;

fn main() {
    let v = Vector::<f64, 3>::ones();
    v.insert_axis::<1>().inv();
}
