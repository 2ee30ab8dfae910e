// An axis `Stretch` is one row here: no axis of a matrix stretches.
// Says: a matrix of 1 rows and 3 columns is not square
use conformable::Vector;

fn main() {
    let v = Vector::<f64, 3>::ones();
    v.insert_axis::<0>().solve(&Vector::<f64, 1>::ones());
}
