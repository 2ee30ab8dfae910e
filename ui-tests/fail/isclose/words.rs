// Only numbers are close to each other.
// Says: `&str` does not implement `Close`
use conformable::Vector;

fn main() {
    Vector::new(["a", "b"]).allclose(&Vector::new(["a", "b"]));
}
