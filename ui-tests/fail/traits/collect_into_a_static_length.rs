// Only a vector of run-time length is collected: an iterator does not say how many elements it has.
use conformable::Vector;

fn main() {
    let _: Vector<f64, 3> = (0..3).map(f64::from).collect();
}
