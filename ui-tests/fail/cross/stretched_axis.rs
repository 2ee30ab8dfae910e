// The axis of the vectors does not stretch.
// Says: `cross`: the axis `Stretch` is not known to have length 3
use conformable::Vector;

fn main() {
    let v = Vector::<f64, 3>::ones();
    v.insert_axis::<1>().cross(&v);
}
